"""Jiangsu's plan for community services, 2021-2025: six of its twelve indicators, as two copies have them.

The other six are not known; they are not left out by choice.
"""

from civaffairs import Label, Passage, Plan, Topic, at_least, more_than
from civaffairs_china import indicators as china
from civaffairs_jiangsu import indicators
from civaffairs_jiangsu.documents import community_14

# 2020年基础 How things stood in 2020
base = Passage(community_14.at("发展基础"), Topic.COMMUNITY, period=2020, by=2025)
situation = (
    base.seen(china.community_facility_coverage, 100, "%"),
    base.figure("facilities_of_30", "每百户面积达到30平方米的城乡社区占比", "communities whose facilities reach 30 m² per 100 households",
                85, "%"),
    base.figure("village_heads_secretaries", "村书记、主任“一肩挑”占比", "village heads who are Party secretaries too",
                "97.5", "%"),
    base.figure("community_heads_secretaries", "社区书记、主任“一肩挑”占比", "community heads who are Party secretaries too",
                "94.6", "%"),
)  # fmt: skip

# 主要指标 The six indicators that are known
table = Passage(community_14.at("主要指标"), Topic.COMMUNITY, period=2020, by=2025)
indicator_count = table.figure(
    "plan_indicators", "规划主要指标", "main indicators of the plan", 12, "项", period="2021..2025",
    note=Label("其中六项已知，另外六项未见", "six of them are known, the other six were not seen"),
)  # fmt: skip
rows = (
    table.aims(china.community_facility_area, "每百户居民拥有综合服务设施面积", "平方米/百户", at_least(30, said="不低于")),
    table.aims(china.community_workers_per_10000, "每万城镇常住人口拥有社区工作者", "人/万人", more_than(18, said="超过")),
    table.aims(indicators.all_round_service_coverage, "全科服务模式社区占比", "%", 90),
    table.aims(indicators.visiting_mechanism_coverage, "困难群众探访发现机制覆盖率", "%", 100),
    table.aims(china.home_service_share, "接受上门服务的居家老年人比例", "%", 18),
    table.aims(china.mental_rehabilitation_county_coverage, "开展精神障碍社区康复服务的县(市、区)比例", "%", 100),
)  # fmt: skip

plan = Plan(
    "jiangsu/community-14",
    Label("江苏省“十四五”城乡社区服务体系建设规划", "Jiangsu community services, 14th five-year plan"),
    "jiangsu",
    "2021..2025",
    community_14,
    rows=rows,
    observations=(indicator_count,),
    situation=situation,
)
