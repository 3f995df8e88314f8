"""What Guichi's plan implies for everybody, in the order of the plan."""

from __future__ import annotations

from civaffairs import Always, Amount, Invariant, Label, Topic
from civaffairs.domain.invariants import OverTime, Way
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.views import person
from civaffairs_china.local_standards import (
    dibao_rural,
    dibao_urban,
    tekun_basic,
    tekun_care_full,
    tekun_care_none,
)
from civaffairs_guichi.documents import plan_14
from civaffairs_guichi.rules import aged_65, resident_consumption_previous_year

# 第一章第一节(一) and 第三章第一节 一是: one standard for town and country, to be kept
rural_share_never_falls = Invariant(
    "rural_share_never_falls",
    "guichi",
    Label(
        "农村低保标准占城市低保标准的比例不下降",
        "the rural Dibao standard as a share of the urban one never falls",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(share(dibao_rural, dibao_urban, places=2, rounding="half_up"), Way.NEVER_FALLS),
    plan_14.at("第三章第一节 一是", Label("巩固城乡统筹成果", "what was unified stays so")),
)

# 第二章第三节 表2: the floors of the two standards for tekun persons
tekun_floor = "第二章第三节 表2 序号2"
tekun_follows_dibao = Invariant(
    "tekun_follows_dibao",
    "guichi",
    Label(
        "特困人员基本生活标准不低于低保标准的1.3倍",
        "the basic living standard of tekun persons is at least 1.3 times the Dibao standard",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    Always(tekun_basic >= dibao_urban * "1.3"),
    plan_14.at(tekun_floor, Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
)
tekun_follows_consumption = Invariant(
    "tekun_follows_consumption",
    "guichi",
    Label(
        "特困人员基本生活标准不低于上年度人均消费支出的60%",
        "the basic living standard of tekun persons is at least 60 % of consumption per head in the year before",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    # No source here publishes the consumption: whether it holds cannot be told.
    Always(tekun_basic >= resident_consumption_previous_year * "0.6"),
    plan_14.at(tekun_floor, Label("不低于消费支出的60%，就高", "at least 60 % of consumption, the higher")),
)
care_is_a_tenth_of_basic = Invariant(
    "care_is_a_tenth_of_basic",
    "guichi",
    Label(
        "特困人员照料护理标准各档不低于基本生活标准的10%",
        "each care standard of tekun persons is at least 10 % of their basic living standard",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    Always((tekun_care_none >= tekun_basic * "0.1") & (tekun_care_full >= tekun_basic * "0.1")),
    plan_14.at(
        "第二章第三节 表2 序号3",
        Label("不低于基本生活标准的10%", "at least 10 % of the basic living standard"),
    ),
)

# 第三章第三节 一是: elders
assessment_from_exactly_65 = Invariant(
    "assessment_from_exactly_65",
    "guichi",
    Label("恰满65周岁即可作能力综合评估", "who is exactly 65 is offered the assessment"),
    Topic.ELDERLY_CARE,
    "Person",
    Always(~person.age.equals(Amount(65, "岁")) | aged_65),
    plan_14.at("第三章第三节 一是", Label("65岁及以上，含65岁", "65 and over, 65 included")),
)

INVARIANTS = (
    rural_share_never_falls,
    tekun_follows_dibao,
    tekun_follows_consumption,
    care_is_a_tenth_of_basic,
    assessment_from_exactly_65,
)
