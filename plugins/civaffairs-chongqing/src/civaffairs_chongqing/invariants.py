"""What Chongqing's own words imply for every district, in the order of its documents.

They are held against the standards and rules of each district, beside what the nation's sources imply.
"""

from __future__ import annotations

from civaffairs import Always, Amount, Invariant, Label, Statistic, Topic, greatest
from civaffairs.domain.invariants import OverTime, Way
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.views import person
from civaffairs_china.local_standards import (
    dibao_rural,
    dibao_urban,
    disability_nursing_1,
    disability_nursing_2,
    tekun_basic,
)
from civaffairs_chongqing.documents import disability_notice_2026, outline_14, report_2018
from civaffairs_chongqing.rules import (
    dibao_supplement_amount,
    old_age_allowance,
    supplement_by_group,
    supplement_disabled,
    supplement_hardship,
    supplement_young,
)

ONE_PERSON = Amount(1, "人")
TASKS = "推进6大重点任务 改革完善社会救助制度"
RURAL_SHARE = share(dibao_rural, dibao_urban, places=2, rounding="half_up")

# 2018: what Dibao recipients receive on top of Dibao
supplement_groups_do_not_add_up = Invariant(
    "supplement_groups_do_not_add_up",
    "chongqing",
    Label("五类人群的重点救助金不叠加", "the supplements for the groups are not added up"),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Always(supplement_by_group <= greatest(supplement_young, supplement_hardship)),
    report_2018.at("分类重点救助 不重复享受", Label("五类人群不重复享受", "one group only")),
)
supplement_within_group_and_disability = Invariant(
    "supplement_within_group_and_disability",
    "chongqing",
    Label(
        "重点救助金至多为一类人群加残疾的金额",
        "the supplement is at most that of one group and that for a disability",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Always(
        dibao_supplement_amount
        <= (greatest(supplement_young, supplement_hardship) + supplement_disabled).times(ONE_PERSON)
    ),
    report_2018.at(
        "分类重点救助 同时享受", Label("只有残疾的金额可以相加", "only that for a disability is added")
    ),
)

# 2021, 中国社会报: elders, and the outline to 2025
allowance_from_exactly_80 = Invariant(
    "allowance_from_exactly_80",
    "chongqing",
    Label("恰满80周岁即享受高龄津贴", "who is exactly 80 has the old-age allowance"),
    Topic.ELDERLY_CARE,
    "Person",
    Always(~person.age.equals(Amount(80, "岁")) | old_age_allowance),
    outline_14.at("用心用情守护夕阳", Label("80岁以上，含80岁", "80 and over, 80 included")),
)
allowance_for_every_centenarian = Invariant(
    "allowance_for_every_centenarian",
    "chongqing",
    Label("百岁老人都享受高龄津贴", "whoever is 100 or older has the old-age allowance"),
    Topic.ELDERLY_CARE,
    "Person",
    Always(~(person.age >= Amount(100, "岁")) | old_age_allowance),
    outline_14.at("用心用情守护夕阳", Label("百岁老人全覆盖", "every elder of 100 is covered")),
)
tekun_follows_dibao = Invariant(
    "tekun_follows_dibao",
    "chongqing",
    Label(
        "特困人员救助供养标准不低于城市低保标准的1.3倍",
        "the standard of tekun persons is at least 1.3 times the urban Dibao standard",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    Always(tekun_basic >= dibao_urban * "1.3"),
    outline_14.at(TASKS, Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
)
rural_share_never_falls = Invariant(
    "rural_share_never_falls",
    "chongqing",
    Label(
        "农村低保标准占城市低保标准的比例不下降",
        "the rural Dibao standard as a share of the urban one never falls",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(RURAL_SHARE, Way.NEVER_FALLS),
    outline_14.at(TASKS, Label("逐步实现城乡低保标准统一", "step by step to one standard")),
)
# No document reports it yet: a plan that does so names this figure.
support_funds = Statistic(
    "support_funds",
    Label("困难群众基本生活投入", "government funds for the basic living of persons in difficulty"),
    "亿元",
    Topic.FUNDING,
)
support_funds_never_fall = Invariant(
    "support_funds_never_fall",
    "chongqing",
    Label(
        "政府对困难群众基本生活的投入只增不减",
        "government funds for the basic living of persons in difficulty never fall",
    ),
    Topic.FUNDING,
    None,
    OverTime(support_funds, Way.NEVER_FALLS),
    outline_14.at("强化5项保障措施 强化资金投入保障", Label("只增不减", "they only rise")),
)

# 2026: the two subsidies for persons with disabilities
nursing_rises_with_severity = Invariant(
    "nursing_rises_with_severity",
    "chongqing",
    Label("一级的护理补贴不低于二级", "the nursing subsidy of grade 1 is not below that of grade 2"),
    Topic.DISABILITY,
    None,
    Always(disability_nursing_1 >= disability_nursing_2),
    disability_notice_2026.at(
        "重度残疾人护理补贴", Label("按残疾等级分档", "in tiers, by the grade of the disability")
    ),
)

INVARIANTS = (
    supplement_groups_do_not_add_up,
    supplement_within_group_and_disability,
    allowance_from_exactly_80,
    allowance_for_every_centenarian,
    tekun_follows_dibao,
    rural_share_never_falls,
    support_funds_never_fall,
    nursing_rises_with_severity,
)
