"""Suzhou 苏州市: one set of standards for town and country. The orphans' figures of 2019 and 2020 are Taicang's."""

from civaffairs import Document, Label, NotModelled, Trust
from civaffairs_jiangsu import suzhou
from civaffairs_jiangsu.cities.common import (
    LATER,
    YEARS_BETWEEN,
    dibao_rural,
    dibao_urban,
    monthly,
    notice,
    orphan_community,
    orphan_institutional,
    tekun_basic,
    tekun_care_full,
    tekun_care_half,
    tekun_care_none,
)

notice_2015 = notice(suzhou, 2015, 2015, Trust.REPRINT)
notice_2019 = notice(suzhou, 2019, 2019, Trust.UNCONFIRMED)
before_2019 = notice_2019.at("调整前")
# A page of Taicang (太仓), a county-level city of Suzhou: the figures of 2020, and those before.
notice_2020 = Document(
    "suzhou/standards-2020",
    Label("太仓市公布的2020年苏州市社会救助保障标准", "Suzhou's standards of 2020 as Taicang published them"),
    "",
    "2020-07",
    Trust.OFFICIAL,
    url="http://www.taicang.gov.cn/taicang/zfwjs/202007/cc6ded36de26402cb07516b6600daff4.shtml",
)
before_2020 = notice_2020.at("调整前")
# A copy on a forum: the tekun standard of 2020, and who receives more than Dibao.
rules_2020 = Document(
    "suzhou/assistance-2020",
    Label("苏州市2020年社会救助标准和办法(论坛转载)", "Suzhou's assistance in 2020, copied on a forum"),
    "",
    2020,
    Trust.REPRINT,
)
notice_2023 = notice(suzhou, 2023, 2023, Trust.UNCONFIRMED)
notice_2025 = notice(suzhou, 2025, 2025, Trust.UNCONFIRMED)
before_2025 = notice_2025.at("调整前")
TAICANG = Label("太仓市的数额", "the figure of Taicang")

urban = dibao_urban(
    suzhou,
    monthly("2015-07-01", 750, notice_2015.at("城市低保")),
    NotModelled(YEARS_BETWEEN, since="2016-07", before="2018-07"),
    monthly("2018-07", 945, before_2019.at("城市低保")),
    monthly("2019-07-01", 995, before_2020.at("城市低保")),
    monthly("2020-07-01", 1045, notice_2020.at("城市低保")),
    NotModelled(YEARS_BETWEEN, since="2021-07", before=2023),
    monthly(2023, 1115, notice_2023.at("城市低保")),
    monthly("2024-07", 1155, before_2025.at("城市低保")),
    monthly("2025-07-01", 1208, notice_2025.at("城市低保")),
)
rural = dibao_rural(
    suzhou,
    monthly("2015-07-01", 750, notice_2015.at("农村低保")),
    NotModelled(YEARS_BETWEEN, since="2016-07", before="2018-07"),
    monthly("2018-07", 945, before_2019.at("农村低保")),
    monthly("2019-07-01", 995, before_2020.at("农村低保")),
    monthly("2020-07-01", 1045, notice_2020.at("农村低保")),
    NotModelled(YEARS_BETWEEN, since="2021-07", before=2023),
    monthly(2023, 1115, notice_2023.at("农村低保")),
    monthly("2024-07", 1155, before_2025.at("农村低保")),
    monthly("2025-07-01", 1208, notice_2025.at("农村低保")),
)
tekun = tekun_basic(
    suzhou,
    monthly("2018-07", 1323, before_2019.at("特困人员")),
    monthly("2019-07-01", 1393, before_2020.at("特困人员")),
    monthly("2020-07-01", 1463, rules_2020.at("特困人员")),
    NotModelled(YEARS_BETWEEN, since="2021-07", before=2023),
    monthly(2023, 1600, notice_2023.at("特困人员")),
    monthly("2024-07", 1630, before_2025.at("特困人员")),
    monthly("2025-07-01", 1692, notice_2025.at("特困人员")),
)
orphans_in_institutions = orphan_institutional(
    suzhou,
    monthly("2019-07-01", 2510, before_2020.at("集中供养孤儿", TAICANG)),
    monthly("2020-07-01", 2640, notice_2020.at("集中供养孤儿", TAICANG)),
    NotModelled(YEARS_BETWEEN, since="2021-07", before=2023),
    monthly(2023, 3000, notice_2023.at("集中供养孤儿")),
    NotModelled(LATER, since="2024-07"),
)
orphans_in_community = orphan_community(
    suzhou,
    monthly("2019-07-01", 2070, before_2020.at("散居孤儿", TAICANG)),
    monthly("2020-07-01", 2280, notice_2020.at("散居孤儿", TAICANG)),
    NotModelled(YEARS_BETWEEN, since="2021-07", before=2023),
    monthly(2023, 3000, notice_2023.at("散居孤儿")),
    monthly("2024-07", 3100, before_2025.at("散居孤儿")),
    monthly("2025-07-01", 3120, notice_2025.at("散居孤儿")),
)
# Of the care standards only the year is known.
care_full = tekun_care_full(suzhou, monthly(2025, 1494, notice_2025.at("照料护理 全失能")))
care_half = tekun_care_half(suzhou, monthly(2025, 747, notice_2025.at("照料护理 半失能")))
care_none = tekun_care_none(suzhou, monthly(2025, 249, notice_2025.at("照料护理 自理")))

STANDARDS = (
    urban,
    rural,
    tekun,
    orphans_in_institutions,
    orphans_in_community,
    care_full,
    care_half,
    care_none,
)
