"""What Jiangjin's plan implies for everybody, in the order of the plan.

Its standards are the municipality's: they are held against the words of the district too.
"""

from __future__ import annotations

from civaffairs import Always, Invariant, Label, Topic, growth
from civaffairs.domain.invariants import OverTime, Way
from civaffairs.domain.rules.expr import share
from civaffairs_china import dibao as national
from civaffairs_china.income import income_per_head
from civaffairs_china.local_standards import dibao_rural, dibao_urban
from civaffairs_china.series import urban_consumption
from civaffairs_jiangjin.documents import plan_14
from civaffairs_jiangjin.rules import gradual_exit, may_apply_here

# 第一章第四节: the table of indicators. Consumption is for the statisticians to publish.
faster_than_consumption = plan_14.at(
    "第一章第四节 专栏1 序号1",
    Label(
        "增速不低于上年度城镇居民人均消费支出增速(预期性)",
        "at least the growth of urban consumption per head in the year before (expected)",
    ),
)
urban_dibao_grows_with_consumption = Invariant(
    "urban_dibao_grows_with_consumption",
    "jiangjin",
    Label(
        "城市低保标准每年增速不低于上年度消费支出增速",
        "each year the urban Dibao standard grows at least as consumption did in the year before",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(dibao_urban, Way.NEVER_FALLS, growth(urban_consumption).previous_year),
    faster_than_consumption,
)
rural_dibao_grows_with_consumption = Invariant(
    "rural_dibao_grows_with_consumption",
    "jiangjin",
    Label(
        "农村低保标准每年增速不低于上年度消费支出增速",
        "each year the rural Dibao standard grows at least as consumption did in the year before",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(dibao_rural, Way.NEVER_FALLS, growth(urban_consumption).previous_year),
    faster_than_consumption,
)

# Town and country, 第二章第一节
rural_share_never_falls = Invariant(
    "rural_share_never_falls",
    "jiangjin",
    Label(
        "农村低保标准占城市低保标准的比例不下降",
        "the rural Dibao standard as a share of the urban one never falls",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(share(dibao_rural, dibao_urban, places=2, rounding="half_up"), Way.NEVER_FALLS),
    plan_14.at(
        "第二章第一节 提升农村地区民政公共服务水平",
        Label("救助城乡统筹，逐步缩小城乡差距", "assistance is unified, the gap of town and country narrows"),
    ),
)

# 第二章第二节: who applies, and who leaves step by step
scheme = "第二章第二节 构建综合社会救助格局"
permit_widens_application = Invariant(
    "permit_widens_application",
    "jiangjin",
    Label(
        "持居住证可申请后，本地户籍的仍可申请",
        "applications with a residence permit were added, and those of the household register go on",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~national.may_apply_here.timeline.latest.value | may_apply_here),
    plan_14.at(scheme, Label("推行持居住证申请", "applications with a residence permit")),
)
exit_begins_above_standard = Invariant(
    "exit_begins_above_standard",
    "jiangjin",
    Label("人均收入恰等于低保标准的不渐退", "there is no gradual exit at exactly the Dibao standard"),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~income_per_head.equals(national.dibao_standard) | ~gradual_exit),
    plan_14.at(scheme, Label("超过低保标准", "above the standard")),
)
exit_ends_at_one_and_a_half = Invariant(
    "exit_ends_at_one_and_a_half",
    "jiangjin",
    Label(
        "人均收入恰为低保标准1.5倍的不渐退",
        "there is no gradual exit at exactly 1.5 times the Dibao standard",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~income_per_head.equals(national.dibao_standard * "1.5") | ~gradual_exit),
    plan_14.at(scheme, Label("低于低保标准1.5倍", "below 1.5 times the standard")),
)

INVARIANTS = (
    urban_dibao_grows_with_consumption,
    rural_dibao_grows_with_consumption,
    rural_share_never_falls,
    permit_widens_application,
    exit_begins_above_standard,
    exit_ends_at_one_and_a_half,
)
