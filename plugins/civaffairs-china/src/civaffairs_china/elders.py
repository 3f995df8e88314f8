"""Elders: who is one, and the assessment of abilities on which subsidies and services for elders rest."""

from __future__ import annotations

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Person
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import ConditionRule
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.rules.views import elder, person
from civaffairs_china.law import EARLIER, ability_standard, elders_law

aged_60 = condition_rule(
    "aged_60",
    "china",
    Label("年满60周岁", "is 60 or older"),
    Person,
    dated(
        EARLIER,
        since(
            "2013-07-01",
            person.age >= Amount(60, "岁"),
            elders_law.at("第二条", Label("60周岁以上为老年人", "elders are those aged 60 or older")),
        ),
    ),
)
ability_assessed = condition_rule(
    "ability_assessed",
    "china",
    Label("属于已作能力评估的老年人", "is an elder whose abilities were assessed"),
    Person,
    dated(
        EARLIER,
        since(
            "2022-12-30",
            aged_60 & elder.ability_assessed,
            ability_standard.at("全文", Label("按国家标准作过能力评估", "assessed by the national standard")),
        ),
    ),
)


RULES: tuple[ConditionRule, ...] = (aged_60, ability_assessed)

PROVISIONS = (
    Provision(
        "ability_assessment",
        "china",
        Label("老年人能力评估", "assessment of an elder's abilities"),
        Topic.ELDERLY_CARE,
        ProvisionKind.STATUS,
        ability_assessed,
        not_modelled=(
            Label(
                "评估分级未收录：两个来源的分数段不一致",
                "grades are left out: two sources differ on the bands",
            ),
            Label(
                "评估结果用于哪些补贴和服务由各地规定", "places say which subsidies and services rest on it"
            ),
        ),
    ),
)
