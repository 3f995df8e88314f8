"""Taoyuan's invariants and the nation's hold in Taoyuan, and each of Taoyuan's is seen red."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs import Amount, Label, Passage, Plan, Rulebook, Topic, load, since
from civaffairs.domain.rules.expr import as_quantity
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import cemetery
from civaffairs.testing.invariants import Outcome, examine, examine_until_tested, violations
from civaffairs_china import dibao, income
from civaffairs_china.indicators import beds_per_1000_elders
from civaffairs_china.series import urban_consumption
from civaffairs_taoyuan import plan, rules, standards
from civaffairs_taoyuan.documents import plan_14
from civaffairs_taoyuan.invariants import INVARIANTS

DAY = date(2024, 9, 1)
CATALOGUE = load(only=["china", "taoyuan"], strict=True)
TAOYUAN = CATALOGUE["taoyuan"]
BOOK = TAOYUAN.rulebook
CLAUSE = rules.dibao_rules.at("一")
EARLIER = Label("更早没有", "nothing earlier")
CANNOT_BE_TOLD = {
    "institution_not_below_community",  # Taoyuan publishes no standard for institutions
    "institutional_orphans_never_fall",
    "dibao_grows_with_consumption",  # nor does anybody publish the consumption
    "certified_among_social_workers",  # nor does its plan speak of social workers
}
FEW_CASES = {  # premises that few drawn cases meet
    "marginal_not_narrowed",
    "orphan_or_unattended",
    "rigid_spending_not_beside_others",
    "severe_grades_include_second",
    "single_not_beside_family",
    "unattended_not_narrowed",
}


BY_ID = {each.id: each for each in INVARIANTS}


def changed(declared, tree):
    """Taoyuan's rulebook where a rule or a standard has said something else since long ago."""
    other = evolve(declared, timeline=dated(EARLIER, since("2010-01-01", tree, CLAUSE)))
    every = [each for several in BOOK.rules.values() for each in several]
    amounts = [each for several in BOOK.standards.values() for each in several]
    every, amounts = (
        [
            other if (each.id, each.jurisdiction) == (other.id, other.jurisdiction) else each
            for each in declared
        ]
        for declared in (every, amounts)
    )
    return Rulebook.of(BOOK.chain, every, BOOK.provisions.values(), amounts)


WRONG = {
    "marginal_ends_at_one_and_a_half": (
        rules.dibao_marginal,
        ~dibao.dibao_admission & (income.income_per_head <= dibao.dibao_standard * "1.5"),
    ),
    "raised_assets_limit_covers_former": (
        rules.assets_limit,
        dibao.dibao_standard.times(income.household_size).times(Amount(23, "月")),
    ),
    "deduction_grows_with_wages": (
        rules.employment_cost,
        rules.cases(
            (income.wages > Amount(2000, "元/月"), Amount(0, "元/月")), otherwise=income.wages * "0.2"
        ),
    ),
    "three_tenths_are_enough": (
        rules.ecological_plots_enough,
        cemetery.ecological_plots > cemetery.plots * "0.3",
    ),
    "heating_within_a_tenth": (standards.winter_heating, Amount(61, "元/人·月")),
}
TEXT = Passage(plan_14.at("一"), Topic.ELDERLY_CARE, period=2020, by=2025)


def reports(*seen, rows=()):
    return Plan(
        "taoyuan/a", Label("要点", "Plan"), "taoyuan", "2021..2025", plan_14, rows=rows, observations=seen
    )


def consumed(year, number):
    return TEXT.seen(urban_consumption, number, "元/人·年", period=year)


# Dibao was raised by less than a tenth from the end of 2022 to that of 2023.
WRONG_PLANS = {
    "dibao_grows_with_consumption": reports(consumed(2021, 20000), consumed(2022, 22000)),
    "private_beds_among_all_beds": reports(plan.beds, TEXT.seen(plan.private_beds.of, 1201, "张")),
    "targets_within_the_plan": reports(rows=[TEXT.aims(beds_per_1000_elders, "床位", "张", 40, by=2026)]),
}


def test_every_invariant_has_its_mutant():
    others = ["heating_never_falls", *WRONG_PLANS]
    assert sorted([*WRONG, *others]) == sorted(each.id for each in INVARIANTS)


def test_what_is_declared_above_holds_below_behind_what_the_place_declares_itself():
    places = [each.jurisdiction for each in TAOYUAN.invariants]
    assert places[: len(INVARIANTS)] == ["taoyuan"] * len(INVARIANTS)
    assert set(places[len(INVARIANTS) :]) == {"china"}


@pytest.mark.parametrize("invariant", TAOYUAN.invariants, ids=lambda each: each.id)
def test_an_invariant_of_taoyuan_or_of_the_nation_holds(invariant):
    most = 60 if invariant.id in FEW_CASES | CANNOT_BE_TOLD else 20_000
    found = examine_until_tested(invariant, BOOK, most=most, plans=CATALOGUE.plans.values())
    assert found.violation is None or all(problem.declared for problem in found.problems), found.text("en")
    if invariant.id not in FEW_CASES:
        assert found.vacuous == (invariant.id in CANNOT_BE_TOLD), found.text("en")


@pytest.mark.parametrize("invariant", [BY_ID[name] for name in WRONG], ids=lambda each: each.id)
def test_an_invariant_is_broken_where_the_rule_or_the_standard_is_wrong(invariant):
    days = None if invariant.of is None else [DAY]
    assert violations(invariant, changed(*WRONG[invariant.id]), days, 20_000) is not None


@pytest.mark.parametrize("name", sorted(WRONG_PLANS))
def test_an_invariant_is_broken_where_a_plan_reports_or_promises_something_wrong(name):
    found = examine(BY_ID[name], BOOK, plans=[WRONG_PLANS[name]])
    assert found.outcome is Outcome.BROKEN, found.text("en")


def test_a_standard_that_is_lowered_by_a_later_notice_is_found():
    lowered = evolve(
        standards.winter_heating,
        timeline=dated(
            EARLIER,
            since("2021-09-01", Amount(45, "元/人·月"), CLAUSE),
            since("2024-07-01", Amount(44, "元/人·月"), CLAUSE),
        ),
    )
    every = [each for several in BOOK.rules.values() for each in several]
    others = [each for several in BOOK.standards.values() for each in several if each.id != lowered.id]
    book = Rulebook.of(BOOK.chain, every, BOOK.provisions.values(), [*others, lowered])
    assert examine(BY_ID["heating_never_falls"], book).broken_on == (date(2024, 7, 1),)


def test_the_nation_s_invariants_are_looked_at_with_taoyuan_s_own_rules():
    """Taoyuan replaces what Dibao pays; a wrong replacement breaks what the nation's law implies."""
    (national,) = (each for each in TAOYUAN.invariants if each.id == "dibao_not_negative")
    minus = changed(rules.dibao_amount, as_quantity(Amount(-1, "元/月")))
    found = examine(national, minus, days=[DAY], examples=20)
    assert found.outcome is Outcome.BROKEN
    assert found.jurisdiction.id == "taoyuan"
