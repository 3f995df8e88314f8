"""Jiangjin's invariants hold but for what is declared, and each is seen red."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs import Amount, Label, Passage, Plan, Rulebook, Topic, load, since
from civaffairs.domain.models import Registration
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import household, person
from civaffairs.testing.invariants import Outcome, examine
from civaffairs_china import dibao as national
from civaffairs_china.income import income_per_head
from civaffairs_china.series import urban_consumption
from civaffairs_chongqing import standards
from civaffairs_jiangjin import rules
from civaffairs_jiangjin.documents import plan_14
from civaffairs_jiangjin.invariants import INVARIANTS

DAY = date(2026, 3, 1)
CATALOGUE = load(only=["china", "chongqing", "jiangjin"], strict=True)
JIANGJIN = CATALOGUE["jiangjin"]
BOOK = JIANGJIN.rulebook
EARLIER = Label("更早没有", "nothing earlier")
CLAUSE = plan_14.at("一")
BY_ID = {each.id: each for each in INVARIANTS}


def changed(declared, *entries):
    """Jiangjin's rulebook where a rule or a standard says something else."""
    other = evolve(declared, timeline=dated(EARLIER, *entries))
    every = [each for several in BOOK.rules.values() for each in several]
    amounts = [each for several in BOOK.standards.values() for each in several]
    replaced = ([other if each is declared else each for each in kept] for kept in (every, amounts))
    return Rulebook.of(BOOK.chain, next(replaced), BOOK.provisions.values(), next(replaced))


def says(rule, tree):
    return changed(rule, since("2010-01-01", tree, CLAUSE))


def yearly(standard, *numbers):
    """A standard that is set anew at the beginning of each year from 2026 on."""
    return changed(
        standard,
        *(
            since(f"{2026 + year}-01-01", Amount(each, "元/人·月"), CLAUSE)
            for year, each in enumerate(numbers)
        ),
    )


TEXT = Passage(plan_14.at("一"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
# Consumption grows by 5 % in 2026: so much the standards have to grow in 2027.
CONSUMPTION = Plan(
    "jiangjin/a",
    Label("要点", "Plan"),
    "jiangjin",
    "2026..2030",
    plan_14,
    observations=[
        TEXT.seen(urban_consumption, 20000, "元/人·年", period=2025),
        TEXT.seen(urban_consumption, 21000, "元/人·年", period=2026),
    ],
)
WRONG_RULES = {
    "permit_widens_application": says(
        rules.may_apply_here,
        household.members.any(person.registration.is_one_of(Registration.RESIDENCE_PERMIT)),
    ),
    "exit_begins_above_standard": says(
        rules.gradual_exit, rules.dibao_household & (income_per_head >= national.dibao_standard)
    ),
    "exit_ends_at_one_and_a_half": says(
        rules.gradual_exit, rules.dibao_household & (income_per_head <= national.dibao_standard * "1.5")
    ),
}
GROWING = {
    "urban_dibao_grows_with_consumption": standards.dibao_urban,
    "rural_dibao_grows_with_consumption": standards.dibao_rural,
}


def test_every_invariant_has_its_mutant():
    assert sorted(BY_ID) == sorted([*WRONG_RULES, *GROWING, "rural_share_never_falls"])


def test_what_the_published_standards_break_is_declared_above():
    broken = {
        (each.id, day) for each in JIANGJIN.invariants for day in examine(each, BOOK, examples=1).broken_on
    }
    assert broken == {(each.of, day) for each in JIANGJIN.exemptions for day in each.on}


@pytest.mark.parametrize("name", sorted(WRONG_RULES))
def test_an_invariant_of_cases_holds_and_is_broken_by_a_wrong_rule(name):
    found = examine(BY_ID[name], BOOK, days=[DAY], examples=60)
    assert found.violation is None, found.text("en")
    found = examine(BY_ID[name], WRONG_RULES[name], days=[DAY], examples=20_000)
    assert found.outcome is Outcome.BROKEN, found.text("en")


def test_the_share_of_the_rural_standard_falls_where_the_urban_one_rises_alone():
    book = yearly(standards.dibao_urban, 1000, 1001)
    assert examine(BY_ID["rural_share_never_falls"], book, days=[DAY, date(2027, 3, 1)]).broken_on == (
        date(2027, 3, 1),
    )


@pytest.mark.parametrize("name", sorted(GROWING))
@pytest.mark.parametrize(("later", "broken"), [(1050, ()), (1049, (date(2027, 12, 31),))])
def test_a_standard_has_to_grow_as_consumption_did_in_the_year_before(name, later, broken):
    found = examine(BY_ID[name], yearly(GROWING[name], 1000, later), plans=[CONSUMPTION])
    assert found.broken_on == broken
    assert found.compared == 1
