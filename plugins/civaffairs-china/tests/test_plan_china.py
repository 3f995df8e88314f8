"""The national plans, the averages of some years, and the terms and numbers that national texts lay down."""

import pytest

from civaffairs import Nature, Trust, load
from civaffairs.domain.checks import check
from civaffairs.domain.rules.expr import Literal
from civaffairs.exchange.facts import facts
from civaffairs_china import plan, procedures
from civaffairs_china.law import community_plan_14, plan_14
from civaffairs_china.rules import RULES

FACTS = {fact.id: fact for fact in facts(plan.plans, lang="en")}


def test_the_plan_for_civil_affairs_is_the_plan_of_the_nation() -> None:
    catalogue = load(strict=True, only=["china"])
    assert catalogue["china"].plan.id == "china/plan-14"
    assert [each.id for each in catalogue["china"].plans] == [
        "china/plan-14",
        "china/community-services-plan-14",
    ]


def test_the_five_binding_targets() -> None:
    promised = {
        target.indicator.id: (target.text("en"), target.nature, target.clause.trust)
        for row in plan.target_rows
        for target in row.targets
    }
    full = ("at least 100%", Nature.BINDING, Trust.PRESS)
    assert promised == {
        "disability_living_subsidy_coverage": full,
        "disability_nursing_subsidy_coverage": full,
        "vagrant_return_rate": full,
        "county_burial_facility_coverage": full,
        "nursing_bed_share": ("at least 55%", Nature.BINDING, Trust.PRESS),
    }


def test_the_plan_for_community_services() -> None:
    stated = {
        fact.id.split("/")[2]: (fact.comparator, fact.value, fact.unit)
        for fact in FACTS.values()
        if fact.document == community_plan_14.id
    }
    assert stated == {
        "community_facility_area": ("≥", "30", "平方米/百户"),
        "community_workers_per_10000": (">", "18", "人/万人"),
        "rural_facility_coverage": ("≥", "80", "%"),
        "urban_facility_coverage": ("", "100", "%"),
    }


@pytest.mark.parametrize(
    ("name", "period", "value", "unit", "trust"),
    [
        ("urban_dibao_average", "2016", "494.6", "元/人·月", "reprint"),
        ("rural_dibao_average", "2016", "3744.0", "元/人·年", "reprint"),
        ("urban_dibao_average", "2019-03", "591", "元/人·月", "press"),
        ("rural_dibao_average", "2019-03", "4953", "元/人·年", "press"),
        ("urban_dibao_average", "2020", "677.6", "元/人·月", "reprint"),
        ("rural_dibao_average", "2020", "5962.3", "元/人·年", "reprint"),
        ("urban_dibao_average", "2023-01", "752", "元/人·月", "press"),
        ("rural_dibao_average", "2023-01", "582", "元/人·月", "press"),
        ("institutional_orphan_average", "2023-01", "1792.8", "元/人·月", "press"),
        ("community_orphan_average", "2023-01", "1351.1", "元/人·月", "press"),
    ],
)
def test_an_average_is_stated_in_its_own_period_and_unit(
    name: str, period: str, value: str, unit: str, trust: str
) -> None:
    (fact,) = [fact for fact in FACTS.values() if f"/{name}/{period}/" in fact.id]
    assert (fact.value, fact.unit, fact.period) == (value, unit, period)
    assert trust in fact.note


def test_the_monthly_figures_of_the_country_follow_from_the_yearly_ones() -> None:
    assert all(each.agrees for each in plan.recomputations)
    assert {each.amount.text("en") for each in plan.recomputations} == {
        "312.0 yuan/person/month",
        "412.8 yuan/person/month",
        "496.9 yuan/person/month",
    }


def test_the_checks_find_nothing() -> None:
    assert [problem for each in plan.plans for problem in check(each)] == []
    assert plan.plans[0].document == plan_14


@pytest.mark.parametrize(
    ("name", "amount", "clause"),
    [
        ("dibao_survey_start", "3日", "第十五条"),
        ("dibao_surveyors", "2人", "第十六条"),
        ("dibao_publicity", "7日", "第十九条"),
        ("dibao_whole_procedure", "30日", "第二十二条"),
        ("dibao_delegated_procedure", "20日", "四（一）"),
        ("tekun_spot_check", "30%", "第十六条"),
        ("tekun_reassessment", "10日", "第二十三条"),
        ("rigid_spending_hard_case", "45日", "第八条"),
        ("assessment_committee_least", "7人", "第十一条"),
        ("assessment_committee_most", "25人", "第十一条"),
        ("association_persons", "50人", "第十条"),
        ("foundation_funds_national", "800万元", "第八条"),
        ("foundation_spending_private", "8%", "第二十九条"),
        ("charity_registration", "30日", "第十条"),
        ("single_body_plot_limit", "4平方米/个墓位", "四"),
    ],
)
def test_a_term_or_number_has_its_amount_and_clause(name: str, amount: str, clause: str) -> None:
    (rule,) = [each for each in procedures.RULES if each.id == name]
    (entry,) = rule.timeline
    assert isinstance(entry.value, Literal)
    assert (entry.value.amount.text("zh"), entry.clause.locator) == (amount, clause)


def test_the_items_of_the_assessment_of_abilities_add_up() -> None:
    numbers = {
        rule.id: entry.value.amount.number
        for rule in procedures.RULES
        for entry in rule.timeline
        if isinstance(entry.value, Literal) and rule.id.startswith("ability_items")
    }
    assert numbers.pop("ability_items") == sum(numbers.values()) == 26


def test_every_rule_of_the_nation_has_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
