"""Shapingba's invariants hold but for what is declared, and each is seen red."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve, frozen

from civaffairs import Amount, Label, Passage, Plan, Rulebook, Topic, load, since
from civaffairs.domain.models import Assistance
from civaffairs.domain.rules.evaluate import NoFacts, holds
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import facility, homeless, institution, person
from civaffairs.domain.units import Size
from civaffairs.testing.invariants import Outcome, examine, examine_until_tested
from civaffairs_china.elders import aged_60
from civaffairs_china.indicators import community_facility_area
from civaffairs_china.series import urban_consumption
from civaffairs_chongqing import standards
from civaffairs_shapingba import review, rules
from civaffairs_shapingba.documents import plan_14
from civaffairs_shapingba.invariants import INVARIANTS

DAY = date(2026, 3, 1)
CATALOGUE = load(only=["china", "chongqing", "shapingba"], strict=True)
SHAPINGBA = CATALOGUE["shapingba"]
BOOK = SHAPINGBA.rulebook
EARLIER = Label("更早没有", "nothing earlier")
CLAUSE = plan_14.at("一")
BY_ID = {each.id: each for each in INVARIANTS}


def changed(declared, *entries):
    """Shapingba's rulebook where a rule or a standard says something else."""
    other = evolve(declared, timeline=dated(EARLIER, *entries))
    every = [each for several in BOOK.rules.values() for each in several]
    amounts = [each for several in BOOK.standards.values() for each in several]
    replaced = ([other if each is declared else each for each in kept] for kept in (every, amounts))
    return Rulebook.of(BOOK.chain, next(replaced), BOOK.provisions.values(), next(replaced))


def says(rule, tree):
    return changed(rule, since("2010-01-01", tree, CLAUSE))


def yearly(standard, *numbers):
    """A standard that is set anew at the beginning of each year from 2022 on."""
    return changed(
        standard,
        *(
            since(f"{2022 + year}-01-01", Amount(each, "元/人·月"), CLAUSE)
            for year, each in enumerate(numbers)
        ),
    )


TEXT = Passage(plan_14.at("一"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)


def reports(*seen):
    return Plan("shapingba/a", Label("要点", "Plan"), "shapingba", "2021..2025", plan_14, observations=seen)


# Consumption grows by 5 % in 2021 and by nothing in 2022: so much the standards have to grow in 2022 and in 2023.
CONSUMPTION = reports(
    TEXT.seen(urban_consumption, 20000, "元/人·年", period=2020),
    TEXT.seen(urban_consumption, 21000, "元/人·年", period=2021),
    TEXT.seen(urban_consumption, 21000, "元/人·年", period=2022),
    TEXT.seen(urban_consumption, 22050, "元/人·年", period=2023),
)
WRONG_RULES = {
    "stay_of_three_months_is_not_long": says(
        rules.homeless_long_stay, homeless.days_stayed >= Amount(90, "天")
    ),
    "adaptation_from_exactly_80": says(
        rules.home_adaptation,
        rules.adaptation_group & rules.adaptation_consent & (person.age > Amount(80, "岁")),
    ),
    "adaptation_extended_to_dibao": says(
        rules.adaptation_group, aged_60 & person.assistance.is_one_of(Assistance.DIBAO)
    ),
    "hundred_beds_need_one_social_worker": says(
        rules.institution_staffing, institution.social_workers > rules.social_workers_due
    ),
    "office_of_exactly_800_is_upgraded": says(
        rules.community_centre_upgrade, facility.office_area < Amount(800, "平方米")
    ),
}
WRONG_PLANS = {
    "private_among_all_organisations": (
        [review.organisations_total],
        [evolve(review.private_units, value=Amount(515, review.private_units.value.unit))],
    ),
    "social_beds_among_all_beds": (
        [review.care_beds],
        [evolve(review.social_beds, value=Amount(7501, review.social_beds.value.unit))],
    ),
}
GROWING = {
    "urban_dibao_grows_with_consumption": standards.dibao_urban,
    "rural_dibao_grows_with_consumption": standards.dibao_rural,
}


def test_every_invariant_has_its_mutant():
    assert sorted(BY_ID) == sorted([*WRONG_RULES, *WRONG_PLANS, *GROWING, "tekun_follows_dibao"])


def test_what_the_published_standards_break_is_declared_above():
    broken = {
        (each.id, day) for each in SHAPINGBA.invariants for day in examine(each, BOOK, examples=1).broken_on
    }
    assert broken == {(each.of, day) for each in SHAPINGBA.exemptions for day in each.on}


def test_what_is_wrong_with_the_plans_is_declared_as_discrepancies():
    found = [examine(each, BOOK, examples=1, plans=CATALOGUE.plans.values()) for each in SHAPINGBA.invariants]
    problems = [problem for each in found for problem in each.problems]
    assert problems
    assert all(problem.declared for problem in problems)


@pytest.mark.parametrize("name", sorted(WRONG_RULES))
def test_an_invariant_of_cases_holds_and_is_broken_by_a_wrong_rule(name):
    found = examine_until_tested(BY_ID[name], BOOK, [DAY])
    assert found.violation is None, found.text("en")
    found = examine(BY_ID[name], WRONG_RULES[name], days=[DAY], examples=20_000)
    assert found.outcome is Outcome.BROKEN, found.text("en")


@pytest.mark.parametrize("name", sorted(WRONG_PLANS))
def test_an_invariant_of_figures_holds_and_is_broken_by_a_wrong_part(name):
    assert examine(BY_ID[name], BOOK, plans=SHAPINGBA.plans).outcome is Outcome.HOLDS
    figures, wrong = WRONG_PLANS[name]
    found = examine(BY_ID[name], BOOK, plans=[reports(*figures, *wrong)])
    assert found.outcome is Outcome.BROKEN, found.text("en")
    assert "a part larger than its whole" in found.text("en")


def test_the_tekun_standard_is_held_against_the_urban_one():
    book = yearly(standards.tekun_basic, 900)
    assert examine(BY_ID["tekun_follows_dibao"], BOOK, days=[DAY]).outcome is Outcome.HOLDS
    assert examine(BY_ID["tekun_follows_dibao"], book, days=[DAY]).outcome is Outcome.BROKEN


@pytest.mark.parametrize("name", sorted(GROWING))
@pytest.mark.parametrize(
    ("numbers", "broken"),
    [
        ((1000, 1000, 1050), ()),
        ((1000, 1000, 1049), (date(2024, 12, 31),)),
        ((1000, 999, 1050), (date(2023, 12, 31),)),
        ((800, 840, 840), (date(2024, 12, 31),)),
    ],
)
def test_a_standard_has_to_grow_as_consumption_did_in_the_year_before(name, numbers, broken):
    """From the end of 2022 to that of 2023 by the growth of 2022, which is nothing; a year later by 5 %."""
    found = examine(BY_ID[name], yearly(GROWING[name], *numbers), plans=[CONSUMPTION])
    assert found.broken_on == broken
    assert found.compared == 2


def test_whether_standards_grow_with_consumption_cannot_be_told_while_nobody_publishes_it():
    for name in GROWING:
        found = examine(BY_ID[name], BOOK, plans=CATALOGUE.plans.values())
        assert found.violation is None
        assert found.vacuous


# An edge that stands in plans and not in rules


@frozen
class Seen(NoFacts):
    """A figure that was observed."""

    size: Size

    def observed(self):
        return self.size


@pytest.mark.parametrize(("place", "met"), [("china", True), ("shapingba", False)])
def test_exactly_30_square_metres_are_at_least_30_and_not_more_than_30(place, met):
    exactly = Seen(Size(30, community_facility_area.unit))
    plan = next(each for each in CATALOGUE[place].plans if community_facility_area in each.indicators)
    (target,) = plan.row(community_facility_area).targets
    assert holds(target.condition, exactly) is met
