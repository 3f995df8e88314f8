"""Chongqing's invariants hold but for what is declared, and each is seen red."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs import Amount, Label, Passage, Plan, Rulebook, Topic, load, since
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import person
from civaffairs.testing.invariants import Outcome, examine, examine_until_tested
from civaffairs_chongqing import rules, standards
from civaffairs_chongqing.documents import outline_14
from civaffairs_chongqing.invariants import INVARIANTS, support_funds, support_funds_never_fall

DAY = date(2026, 3, 1)
CATALOGUE = load(only=["china", "chongqing"], strict=True)
CHONGQING = CATALOGUE["chongqing"]
BOOK = CHONGQING.rulebook
EARLIER = Label("更早没有", "nothing earlier")
CLAUSE = outline_14.at("一")


def changed(declared, *entries):
    """Chongqing's rulebook where a rule or a standard says something else."""
    other = evolve(declared, timeline=dated(EARLIER, *entries))
    every = [each for several in BOOK.rules.values() for each in several]
    amounts = [each for several in BOOK.standards.values() for each in several]
    replaced = ([other if each is declared else each for each in kept] for kept in (every, amounts))
    return Rulebook.of(BOOK.chain, next(replaced), BOOK.provisions.values(), next(replaced))


def says(rule, tree):
    return changed(rule, since("2010-01-01", tree, CLAUSE))


def sets(standard, *numbers):
    return changed(
        standard,
        *(
            since(f"20{27 + year}-01-01", Amount(each, "元/人·月"), CLAUSE)
            for year, each in enumerate(numbers)
        ),
    )


def funds(*amounts):
    """An outline that reports what was spent in one year after the other."""
    text = Passage(outline_14.at("一"), Topic.FUNDING, period=2020, by=2025)
    seen = [text.seen(support_funds, each, "亿元", period=2020 + year) for year, each in enumerate(amounts)]
    return Plan(
        "chongqing/a", Label("要点", "Plan"), "chongqing", "2021..2025", outline_14, observations=seen
    )


over_80 = person.age > Amount(80, "岁")
WRONG_RULES = {
    "supplement_groups_do_not_add_up": says(
        rules.supplement_by_group, rules.supplement_young + rules.supplement_hardship
    ),
    "supplement_within_group_and_disability": says(
        rules.dibao_supplement_amount,
        (rules.supplement_by_group + rules.supplement_for_disability).times(rules.ONE_PERSON) * 2,
    ),
    "allowance_from_exactly_80": says(rules.old_age_allowance, over_80),
    "allowance_for_every_centenarian": says(
        rules.old_age_allowance, over_80 & (person.age < Amount(100, "岁"))
    ),
}
WRONG_STANDARDS = {
    "tekun_follows_dibao": (sets(standards.tekun_basic, 1000, 1001), [date(2027, 1, 1)]),
    "rural_share_never_falls": (sets(standards.dibao_rural, 630, 629), [date(2028, 1, 1)]),
    "nursing_rises_with_severity": (sets(standards.disability_nursing_1, 99, 100), [date(2027, 1, 1)]),
}
BY_ID = {each.id: each for each in INVARIANTS}


def test_every_invariant_has_its_mutant():
    assert sorted(BY_ID) == sorted([*WRONG_RULES, *WRONG_STANDARDS, support_funds_never_fall.id])


def test_what_the_published_standards_break_is_declared_with_every_date_and_nothing_else_is():
    broken = {
        (each.id, day) for each in CHONGQING.invariants for day in examine(each, BOOK, examples=1).broken_on
    }
    declared = {(each.of, day) for each in CHONGQING.exemptions for day in each.on}
    assert broken == declared
    assert {name for name, _ in declared} == {"tekun_follows_dibao", "rural_share_never_falls"}


def test_the_standard_half_a_yuan_below_its_floor_is_found():
    found = examine(BY_ID["tekun_follows_dibao"], BOOK, days=[date(2023, 12, 1)])
    assert found.outcome is Outcome.BROKEN


@pytest.mark.parametrize("name", sorted(WRONG_RULES))
def test_an_invariant_of_cases_holds_and_is_broken_by_a_wrong_rule(name):
    found = examine_until_tested(BY_ID[name], BOOK, [DAY])
    assert found.outcome is Outcome.HOLDS, found.text("en")
    found = examine(BY_ID[name], WRONG_RULES[name], days=[DAY], examples=20_000)
    assert found.outcome is Outcome.BROKEN, found.text("en")


@pytest.mark.parametrize("name", sorted(WRONG_STANDARDS))
def test_an_invariant_of_standards_is_broken_by_wrong_ones(name):
    book, days = WRONG_STANDARDS[name]
    assert examine(BY_ID[name], BOOK, days=[DAY, date(2026, 3, 2)]).outcome is Outcome.HOLDS
    assert set(days) <= set(examine(BY_ID[name], book).broken_on)


def test_funds_for_people_in_difficulty_only_rise():
    assert examine(support_funds_never_fall, BOOK, plans=CHONGQING.plans).vacuous
    found = examine(support_funds_never_fall, BOOK, plans=[funds(100, 100, 103)])
    assert (found.outcome, found.compared) == (Outcome.HOLDS, 2)
    found = examine(support_funds_never_fall, BOOK, plans=[funds(100, 103, "102.9")])
    assert found.outcome is Outcome.BROKEN
    assert "102.9" in found.text("en")
    assert "减少" in found.text("zh")
