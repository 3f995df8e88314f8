"""Charity and welfare lottery 慈善事业和福利彩票."""

from civaffairs import Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import LotteryOutlet, SocialOrg
from civaffairs.domain.rules.vocabulary import count, field_of, flag_of, total
from civaffairs_china.indicators.writing import number

YEAR = Amount(1, "年")

charity_donations = Indicator(
    "charity_donations",
    Label("慈善组织接受社会捐赠总额", "donations received by charitable organisations"),
    "万元",
    Direction.UP,
    Topic.CHARITY,
    Bounds(low=Amount(0, "元")),
    definition=total(field_of(SocialOrg, "donations"), flag_of(SocialOrg, "charitable")).times(YEAR),
)

lottery_outlets = Indicator(
    "lottery_outlets",
    Label("福利彩票销售网点数", "welfare lottery outlets"),
    "处",
    Direction.UP,
    Topic.LOTTERY,
    Bounds(low=Amount(0, "处")),
    count(LotteryOutlet, "处", flag_of(LotteryOutlet, "in_operation")),
)
lottery_sales = Indicator(
    "lottery_sales",
    Label("福利彩票当年销售量", "welfare lottery sales of the year"),
    "亿元",
    Direction.UP,
    Topic.LOTTERY,
    Bounds(low=Amount(0, "元")),
    definition=total(field_of(LotteryOutlet, "sales")).times(YEAR),
)
charity_organisations_multiple = number(
    "charity_organisations_multiple",
    "慈善组织总数与2020年之比",
    "charity organisations as a multiple of those in 2020",
    "倍",
    Topic.CHARITY,
)

INDICATORS: tuple[Indicator, ...] = (
    charity_donations,
    lottery_outlets,
    lottery_sales,
    charity_organisations_multiple,
)
