"""Where Guichi's published standards are known to break what must hold, and why they stay as they are."""

from datetime import date

from civaffairs import Exemption, Label
from civaffairs_anhui.documents import standards_2023
from civaffairs_guichi.documents import standards_2022
from civaffairs_guichi.standards import assistance

tekun_before_the_floor = Exemption(
    "tekun_before_the_floor",
    "guichi",
    "invariants",
    "tekun_follows_dibao",
    Label(
        "2016年290元、2020年709元，都低于当时城市低保标准的1.3倍(663元、824.2元)；规划以2025年为期，"
        "差异已声明",
        "290 yuan in 2016 and 709 in 2020 are below 1.3 times the urban standard, 663 and 824.2; the plan asks for "
        "it by 2025, and it is a declared discrepancy",
    ),
    assistance,
    [date(2016, 12, 31), date(2020, 12, 31)],
)
rural_share_fell_2022 = Exemption(
    "rural_share_fell_2022",
    "guichi",
    "invariants",
    "rural_share_never_falls",
    Label(
        "2020年城乡统一为634元，2022年城市725元、农村708元；何时又分开，来源没有说明，差异已声明",
        "634 yuan for both in 2020, 725 and 708 in 2022: no source says when they parted; a declared discrepancy",
    ),
    standards_2022.at("农村低保"),
    [date(2022, 7, 31)],
)
rural_share_fell_2023 = Exemption(
    "rural_share_fell_2023",
    "guichi",
    "invariants",
    "rural_share_never_falls",
    Label(
        "2023年城市787元、农村750元，差距再扩大；差异已声明",
        "787 and 750 yuan in 2023: the gap grew again; a declared discrepancy",
    ),
    standards_2023.at("农村低保"),
    [date(2023, 12, 31)],
)

EXEMPTIONS = (tekun_before_the_floor, rural_share_fell_2022, rural_share_fell_2023)
