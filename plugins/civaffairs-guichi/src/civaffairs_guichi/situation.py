"""Chapter 1, section 2 of Guichi's plan: the population from which it sets out, by the census of 2020."""

from civaffairs import (
    Amount,
    CommonFigure,
    Label,
    Observation,
    Passage,
    Recomputation,
    Statistic,
    Topic,
    ratio_of,
)
from civaffairs_guichi.documents import plan_14 as document

# 第一章第二节(二) 面临挑战: 人口老龄化
ageing = Passage(document.at("第一章第二节(二) 二是"), Topic.ELDERLY_CARE, period=2020, by=2025)
CENSUS = Label("第七次全国人口普查，读作2020年", "the seventh national census: read as 2020")
SINCE_2010 = Label("与2010年第六次全国人口普查相比", "over the sixth national census of 2010")
elders_60 = ageing.figure(
    "residents_60", "60岁及以上人口", "residents aged 60 or older", "12.06", "万人", note=CENSUS,
    means=CommonFigure.ELDERS)  # fmt: skip
elders_60_share = ageing.figure(
    "residents_60_share", "60岁及以上人口占常住人口比重", "residents aged 60 or older as a share of all residents",
    "19.61", "%", note=CENSUS, means=CommonFigure.ELDER_SHARE)  # fmt: skip
elders_65 = ageing.figure(
    "residents_65", "65岁及以上人口", "residents aged 65 or older", "9.32", "万人", note=CENSUS,
    means=CommonFigure.ELDERS_65)  # fmt: skip
elders_65_share = ageing.figure(
    "residents_65_share", "65岁及以上人口占常住人口比重", "residents aged 65 or older as a share of all residents",
    "15.16", "%", note=CENSUS)  # fmt: skip
# The text counts the rises in points; read as % they stay differences of two shares.
rise_60 = Statistic(
    "residents_60_rise",
    Label("60岁及以上人口比重上升", "rise of the share of residents aged 60 or older"),
    "%",
    Topic.ELDERLY_CARE,
)
rise_65 = Statistic(
    "residents_65_rise",
    Label("65岁及以上人口比重上升", "rise of the share of residents aged 65 or older"),
    "%",
    Topic.ELDERLY_CARE,
)
situation = (
    elders_60,
    elders_60_share,
    elders_65,
    elders_65_share,
    ageing.seen(rise_60, "5.19", "个百分点", read_as="%", period="2010..2020", note=SINCE_2010),
    ageing.seen(rise_65, "5.57", "个百分点", read_as="%", period="2010..2020", note=SINCE_2010),
)

# The document prints no population. Both counts of elders with their shares give the same one.
residents = Observation(
    Statistic(
        "residents", Label("常住人口", "residents"), "万人", Topic.ADMINISTRATION, CommonFigure.RESIDENTS
    ),
    2020,
    Amount("61.5", "万人"),
    ageing.clause,
    note=Label(
        "由12.06万人占19.61%、9.32万人占15.16%推算", "from 120,600 elders at 19.61 % and 93,200 at 15.16 %"
    ),
    derived=True,
)
recomputations = (
    Recomputation("residents_60_share", elders_60_share, ratio_of(elders_60, residents)),
    Recomputation("residents_65_share", elders_65_share, ratio_of(elders_65, residents)),
)
