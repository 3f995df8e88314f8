"""The nation's plans for 2021-2025 as far as their figures are known, and the average standards of some years.

Neither plan was read itself. Of the plan for civil affairs the five binding targets are known, and none of the
ten expected ones.
"""

from civaffairs import (
    Amount,
    Label,
    Nature,
    Observation,
    Passage,
    Plan,
    Recomputation,
    Topic,
    at_least,
    more_than,
    total_of,
)
from civaffairs_china import indicators as china
from civaffairs_china.law import (
    averages_2016,
    averages_2019,
    averages_2020,
    averages_2023,
    community_plan_14,
    plan_14,
)

BINDING = Nature.BINDING

# “十四五”民政事业发展规划: the binding targets
targets = Passage(plan_14.at("约束性指标"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
target_rows = (
    targets.aims(china.disability_living_subsidy_coverage, "困难残疾人生活补贴覆盖率", "%", 100, nature=BINDING),
    targets.aims(china.disability_nursing_subsidy_coverage, "重度残疾人护理补贴覆盖率", "%", 100, nature=BINDING),
    targets.aims(china.vagrant_return_rate, "查明身份信息流浪乞讨受助人员接送返回率", "%", 100, nature=BINDING),
    targets.aims(china.county_burial_facility_coverage, "县级公益性安葬(放)设施覆盖率", "%", 100, nature=BINDING),
    targets.aims(china.nursing_bed_share, "养老机构护理型床位占比", "%", at_least(55), nature=BINDING),
)  # fmt: skip

# “十四五”城乡社区服务体系建设规划: the figures that the press and the provinces state
community = Passage(community_plan_14.at("主要指标"), Topic.COMMUNITY, period=2020, by=2025)
community_rows = (
    community.aims(china.community_facility_area, "每百户居民拥有社区综合服务设施面积", "平方米/百户", at_least(30)),
    community.aims(china.community_workers_per_10000, "每万城镇常住人口拥有社区工作者", "人/万人", more_than(18)),
)  # fmt: skip
community_commitments = (
    community.reaches("rural_facility_coverage", "农村社区综合服务设施覆盖率", "rural communities with a comprehensive service facility",
                      at_least(80), "%"),
    community.reaches("urban_facility_coverage", "城市社区综合服务设施覆盖率", "urban communities with a comprehensive service facility",
                      100, "%"),
)  # fmt: skip

# 全国平均标准: Dibao and orphans, each at its own date. Rural Dibao is stated for a year up to 2020.
in_2016 = Passage(averages_2016.at("平均标准"), Topic.SOCIAL_ASSISTANCE, period=2016, by=2025)
in_2019 = Passage(averages_2019.at("平均标准"), Topic.SOCIAL_ASSISTANCE, period="2019-03", by=2025)
in_2020 = Passage(averages_2020.at("平均标准"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
in_2023 = Passage(averages_2023.at("平均标准"), Topic.SOCIAL_ASSISTANCE, period="2023-01", by=2025)


def _urban(passage: Passage, number: str) -> Observation:
    return passage.figure(
        "urban_dibao_average", "全国城市低保平均标准", "national average of urban Dibao", number, "元/人·月"
    )


def _rural(passage: Passage, number: str, unit: str) -> Observation:
    return passage.figure(
        "rural_dibao_average", "全国农村低保平均标准", "national average of rural Dibao", number, unit
    )


rural_2016 = _rural(in_2016, "3744.0", "元/人·年")
rural_2019 = _rural(in_2019, "4953", "元/人·年")
rural_2020 = _rural(in_2020, "5962.3", "元/人·年")
averages = (
    _urban(in_2016, "494.6"),
    rural_2016,
    _urban(in_2019, "591"),
    rural_2019,
    _urban(in_2020, "677.6"),
    rural_2020,
    _urban(in_2023, "752"),
    _rural(in_2023, "582", "元/人·月"),
    in_2023.figure("institutional_orphan_average", "全国集中养育孤儿平均标准", "national average for orphans in institutions",
                   "1792.8", "元/人·月", topic=Topic.CHILD_WELFARE),
    in_2023.figure("community_orphan_average", "全国散居孤儿平均标准", "national average for orphans in the community",
                   "1351.1", "元/人·月", topic=Topic.CHILD_WELFARE),
)  # fmt: skip


# The same for a month, as tables of standards carry it beside the yearly figure.
def _monthly(yearly: Observation, number: str) -> Observation:
    return Observation(
        yearly.of,
        yearly.period,
        Amount(number, "元/人·月"),
        yearly.source,
        note=Label(
            "由年标准除以12个月，四舍五入到一位小数",
            "a twelfth of the yearly figure, to one decimal, halves up",
        ),
        derived=True,
    )


rural_monthly_2016 = _monthly(rural_2016, "312.0")
rural_monthly_2019 = _monthly(rural_2019, "412.8")
rural_monthly_2020 = _monthly(rural_2020, "496.9")
recomputations = (
    Recomputation("rural_monthly_2016", rural_monthly_2016, total_of(rural_2016)),
    Recomputation("rural_monthly_2019", rural_monthly_2019, total_of(rural_2019)),
    Recomputation("rural_monthly_2020", rural_monthly_2020, total_of(rural_2020)),
)

plans = [
    Plan(
        "china/plan-14",
        Label("“十四五”民政事业发展规划", "14th Five-Year Plan for Civil Affairs"),
        "china",
        "2021..2025",
        plan_14,
        rows=target_rows,
        observations=(*averages, rural_monthly_2016, rural_monthly_2019, rural_monthly_2020),
        recomputations=recomputations,
    ),
    Plan(
        "china/community-services-plan-14",
        Label(
            "“十四五”城乡社区服务体系建设规划", "14th Five-Year Plan for Urban and Rural Community Services"
        ),
        "china",
        "2021..2025",
        community_plan_14,
        rows=community_rows,
        commitments=community_commitments,
    ),
]
