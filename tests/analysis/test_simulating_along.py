"""What a household has while it earns more: what deciding says at each income, and falls found to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

import civaffairs
from civaffairs.analysis.simulating.along_income import along
from civaffairs.analysis.simulating.changes import proposals_named, scenario
from civaffairs.analysis.simulating.household_types import HouseholdType, household_types
from civaffairs.domain.models import Area, Household, Income, IncomeKind, Person
from civaffairs.domain.models.fact import replaced
from civaffairs.domain.names import Label
from civaffairs.domain.units import Unit
from civaffairs.engines.deciding import decide
from civaffairs.errors import InputInvalid

DAY = date(2024, 9, 1)
TAOYUAN = civaffairs.load()["taoyuan"]
TYPES = household_types(DAY)
HIGHER = scenario(TAOYUAN.rulebook, DAY, ["dibao_urban=+5%"])
FLOW = Unit.parse("元/月")
EARNERS = (0, 0, 0)


def earning(home, member, fen):
    """A household with the first income of a member as it is given, in fen a month."""
    someone = home.members[member]
    varied = Income(kind=someone.incomes[0].kind, monthly=Decimal(fen) / 100)
    others = (*home.members[:member], replaced(someone, incomes=(varied,)), *home.members[member + 1 :])
    return replaced(home, members=others)


def net(rulebook, home, left_out):
    """All incomes and monthly cash benefits by what is decided, in yuan a month."""
    whole = sum((Fraction(each.monthly) for one in home.members for each in one.incomes), Fraction(0))
    wanted = [
        each.id
        for each in rulebook.provisions_of("Household", "Person")
        if each.kind.name == "CASH" and each.amount is not None and each.id not in left_out
    ]
    for each in decide(rulebook, home, on=DAY, provisions=wanted):
        if each.amount is not None and each.amount.unit.goes_with(FLOW):
            whole += each.amount.size_in(FLOW)
    return whole


@pytest.mark.parametrize("place", range(3))
def test_what_it_has_is_what_deciding_it_says(place):
    found = along(TYPES[place], HIGHER)
    left_out = {each.id for each in found.left_out}
    for rulebook, course in ((HIGHER.before, found.before), (HIGHER.after, found.after)):
        for at in range(0, len(found.incomes), 20):
            home = earning(TYPES[place].household, EARNERS[place], int(found.incomes[at] * 100))
            assert net(rulebook, home, left_out) == course.net[at]


@pytest.mark.parametrize("place", range(3))
def test_a_fall_is_what_one_fen_more_costs(place):
    found = along(TYPES[place], HIGHER)
    left_out = {each.id for each in found.left_out}
    for rulebook, course in ((HIGHER.before, found.before), (HIGHER.after, found.after)):
        assert sorted(course.falls, key=lambda fall: -fall.lost) == list(course.falls)
        for fall in course.falls:
            sides = [
                net(
                    rulebook,
                    earning(TYPES[place].household, EARNERS[place], int(fall.income * 100) + step),
                    left_out,
                )
                for step in (-1, 0)
            ]
            assert sides[0] - sides[1] == fall.lost > 1


def test_somebody_with_wages_falls_over_the_edge_of_dibao_and_the_edge_moves_with_the_standard():
    found = along(TYPES[1], HIGHER)
    assert [each.income for each in found.before.falls] == [2450]
    assert [each.income for each in found.after.falls] == [Fraction("2572.5")]
    assert found.before.falls[0].lost == found.after.falls[0].lost


def test_nothing_moves_where_the_change_does_not_reach():
    found = along(TYPES[0], scenario(TAOYUAN.rulebook, DAY, ["dibao_rural=+5%"]))
    assert found.before == found.after


def test_a_proposed_rule_changes_the_course():
    (proposal,) = proposals_named(["work_pays"], TAOYUAN.proposals)
    found = along(TYPES[1], scenario(TAOYUAN.rulebook, DAY, (), [proposal]))
    assert all(after >= before for before, after in zip(found.before.net, found.after.net, strict=True))
    assert found.before.net != found.after.net


def test_the_elder_keeps_nothing_of_a_yuan_as_long_as_dibao_fills_up():
    assert along(TYPES[0], HIGHER).before.rate == 1


def test_a_benefit_that_cannot_be_told_is_left_out_and_named():
    assert "education_grant" in [each.id for each in along(TYPES[1], HIGHER).left_out]
    unknown = HouseholdType(Label("户", "home"), replaced(TYPES[1].household, assets=None))
    found = along(unknown, HIGHER)
    assert "dibao" in [each.id for each in found.left_out]
    assert found.before.falls == ()


def test_who_has_no_income_is_given_wages_and_other_incomes_stay():
    pension = Income(kind=IncomeKind.TRANSFER, monthly=Decimal(300))
    people = (Person(born=date(2015, 1, 1), incomes=()), Person(born=date(1980, 1, 1), incomes=()))
    home = Household(area=Area.RURAL, members=people, assets=Decimal(0))
    found = along(HouseholdType(Label("户", "home"), home), HIGHER)
    assert found.incomes[0] == 0
    assert found.incomes[-1] >= 3 * 2 * 601
    older = replaced(home, members=(*people, Person(born=date(1950, 1, 1), incomes=(pension,))))
    varied = along(HouseholdType(Label("户", "home"), older), HIGHER)
    assert varied.before.net[0] < 3000


def test_a_household_of_children_has_nobody_who_could_earn():
    home = Household(area=Area.URBAN, members=(Person(born=date(2020, 1, 1)),))
    with pytest.raises(InputInvalid) as error:
        along(HouseholdType(Label("户", "home"), home), HIGHER)
    assert [each.code for each in error.value.faults] == ["nobody_earns"]


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2024, 2, 29), date(2024, 7, 31), date(2024, 12, 31)])
def test_the_households_of_our_own_are_of_their_ages_on_any_day(day):
    ages = [[each.age_on(day) for each in kind.household.members] for kind in household_types(day)]
    assert ages == [[72], [38, 36, 9], [34, 66]]
