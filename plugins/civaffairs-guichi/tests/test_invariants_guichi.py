"""Guichi's invariants hold but for what is declared, and each is seen red."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs import Amount, Freedom, Label, Rulebook, Standard, Topic, load, since
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import person
from civaffairs.testing.invariants import Outcome, examine, examine_until_tested
from civaffairs_guichi import rules, standards
from civaffairs_guichi.documents import plan_14
from civaffairs_guichi.invariants import INVARIANTS

DAY = date(2026, 3, 1)
GUICHI = load(only=["china", "anhui", "guichi"], strict=True)["guichi"]
BOOK = GUICHI.rulebook
EARLIER = Label("更早没有", "nothing earlier")
CLAUSE = plan_14.at("一")
BY_ID = {each.id: each for each in INVARIANTS}
CONSUMPTION = Standard(
    "resident_consumption_previous_year",
    "guichi",
    Label("人均消费支出", "consumption per head"),
    "元/人·年",
    Topic.SOCIAL_ASSISTANCE,
    dated(EARLIER, since("2025-01-01", Amount(20000, "元/人·年"), CLAUSE)),
    Freedom.SET,
)


def with_standards(**numbers):
    """Guichi's rulebook where some standards have been set anew for 2026, and consumption is known."""
    amounts = [each for several in BOOK.standards.values() for each in several]
    set_anew = [
        evolve(
            each,
            timeline=dated(EARLIER, since("2026-01-01", Amount(numbers[each.id], "元/人·月"), CLAUSE)),
        )
        if each.id in numbers
        else each
        for each in amounts
    ]
    every = [each for several in BOOK.rules.values() for each in several]
    return Rulebook.of(BOOK.chain, every, BOOK.provisions.values(), [*set_anew, CONSUMPTION])


def says(declared, tree):
    """Guichi's rulebook where a rule has said something else since long ago."""
    other = evolve(declared, timeline=dated(EARLIER, since("2010-01-01", tree, CLAUSE)))
    every = [each for several in BOOK.rules.values() for each in several]
    amounts = [each for several in BOOK.standards.values() for each in several]
    kept = [other if each is declared else each for each in every]
    return Rulebook.of(BOOK.chain, kept, BOOK.provisions.values(), amounts)


SOUND = {"dibao_urban": 800, "tekun_basic": 1040, "tekun_care_full": 400, "tekun_care_none": 104}
WRONG_STANDARDS = {
    "tekun_follows_dibao": {"tekun_basic": 1039},
    "tekun_follows_consumption": {"tekun_basic": 999},  # 60 % of 20 000 yuan a year are 1000 a month
    "care_is_a_tenth_of_basic": {"tekun_care_none": 103},
}


def test_every_invariant_has_its_mutant():
    others = ["assessment_from_exactly_65", "rural_share_never_falls"]
    assert sorted(BY_ID) == sorted([*WRONG_STANDARDS, *others])


def test_what_the_published_standards_break_is_declared_with_every_date_and_nothing_else_is():
    broken = {
        (each.id, day) for each in GUICHI.invariants for day in examine(each, BOOK, examples=1).broken_on
    }
    assert broken == {(each.of, day) for each in GUICHI.exemptions for day in each.on}


@pytest.mark.parametrize("name", sorted(WRONG_STANDARDS))
def test_an_invariant_of_standards_holds_and_is_broken_by_wrong_ones(name):
    assert examine(BY_ID[name], with_standards(**SOUND), days=[DAY]).outcome is Outcome.HOLDS
    wrong = with_standards(**{**SOUND, **WRONG_STANDARDS[name]})
    assert examine(BY_ID[name], wrong, days=[DAY]).outcome is Outcome.BROKEN


def test_town_and_country_that_were_unified_and_parted_again_are_found():
    found = examine(BY_ID["rural_share_never_falls"], BOOK)
    assert found.broken_on == (date(2022, 7, 31), date(2023, 12, 31))
    kept = with_standards(dibao_urban=800, dibao_rural=800)
    assert examine(BY_ID["rural_share_never_falls"], kept, days=[DAY, date(2027, 3, 1)]).violation is None


def test_the_assessment_begins_with_exactly_65():
    edge = BY_ID["assessment_from_exactly_65"]
    assert examine_until_tested(edge, BOOK, [DAY]).outcome is Outcome.HOLDS
    late = says(rules.aged_65, person.age > Amount(65, "岁"))
    assert examine(edge, late, days=[DAY], examples=20_000).outcome is Outcome.BROKEN


def test_the_consumption_is_not_published_and_what_rests_on_it_cannot_be_told():
    assert examine(BY_ID["tekun_follows_consumption"], BOOK).vacuous


def test_the_declared_figures_are_those_of_the_standards():
    assert standards.tekun_basic.on(date(2020, 12, 31)).number == 709
    assert standards.dibao_urban.on(date(2020, 12, 31)).number == 634
