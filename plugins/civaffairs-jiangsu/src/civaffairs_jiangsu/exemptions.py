"""Where published standards of Jiangsu's cities are known to break what must hold, and why they stay as they are."""

from datetime import date

from civaffairs import Exemption, Label
from civaffairs_jiangsu.cities import suqian

suqian_rural_tekun_2020 = Exemption(
    "suqian_rural_tekun_2020",
    "suqian",
    "invariants",
    "rural_tekun_follows_dibao",
    Label(
        "2020年末农村特困每年9061元，农村低保610元的1.3倍为每年9516元；省规划在后，差异已声明",
        "9061 yuan a year for rural tekun persons at the end of 2020, while 1.3 times 610 is 9516: the province's "
        "plan is later, and it is a declared discrepancy",
    ),
    suqian.end_of_2020.at("农村特困人员"),
    [date(2020, 12, 31)],
)

EXEMPTIONS = (suqian_rural_tekun_2020,)
