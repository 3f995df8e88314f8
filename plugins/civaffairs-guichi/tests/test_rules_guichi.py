"""Guichi's rules decide made-up cases, at their edges too; its published standards hold from when they are said to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from civaffairs import Amount, Document, Freedom, Label, Standard, Topic, Trust, load, since
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.checks import check_standards
from civaffairs.domain.models import Area, DisabilityKind, Household, Income, IncomeKind, Person
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.rules.named import dated
from civaffairs.domain.units import Size
from civaffairs.errors import DateUncertain, NotInForce
from civaffairs_anhui import anhui, chizhou
from civaffairs_china import children, china, dibao, disability, elders, income, tekun, temporary
from civaffairs_guichi import guichi, rules
from civaffairs_guichi.standards import (
    STANDARDS,
    dibao_rural,
    dibao_urban,
    orphan_community,
    orphan_institutional,
    tekun_basic,
)

MODULES = (income, dibao, tekun, temporary, disability, children, elders, rules)
DAY = date(2024, 9, 1)


def consumption(yuan: int) -> Standard:
    """A made-up figure, for the test only."""
    label = Label("测试数值", "figure for the test")
    clause = Document("guichi/test", label, "", 2020, Trust.FICTIONAL).at("1")
    timeline = dated(label, since("2021-01-01", Amount(yuan, "元/人·年"), clause))
    return Standard(
        "resident_consumption_previous_year",
        "guichi",
        label,
        "元/人·年",
        Topic.SOCIAL_ASSISTANCE,
        timeline,
        Freedom.SET,
    )


def book(*more: Standard) -> Rulebook:
    return Rulebook.of(
        (guichi, chizhou, anhui, china),
        dict.fromkeys(rule for module in MODULES for rule in module.RULES),
        [provision for module in MODULES for provision in module.PROVISIONS],
        (*STANDARDS, *more),
    )


BOOK = book()


def size(rule: AmountRule, *things: object, place: Rulebook = BOOK, day: date = DAY) -> Fraction | None:
    """The number that comes out; None where it cannot be told."""
    facts = CaseFacts(place.on(day), day)
    found = measure(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return found.number if isinstance(found, Size) else None


def truth(rule: ConditionRule, *things: object, day: date = DAY) -> bool | None:
    facts = CaseFacts(BOOK.on(day), day)
    found = holds(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return None if isinstance(found, Unknown) else found


def person(**known: Any) -> Person:
    return Person(**{"born": date(1960, 1, 1), "incomes": (), "employed": False, **known})


def home(*members: Person, area: Area = Area.URBAN) -> Household:
    return Household(area=area, members=members, assets_within_limits=True)


@pytest.mark.parametrize(
    ("yearly", "floor"),
    [
        (20460, "1023.1"),  # 60 % a month is 1023.00, the Dibao standard times 1.3 is more
        (20462, "1023.1"),  # the same on both sides
        (20464, "1023.2"),  # the higher one counts
    ],
)
def test_the_floor_of_the_tekun_standard_is_the_higher_of_two(yearly: int, floor: str) -> None:
    assert size(tekun.tekun_basic_floor, home(person()), place=book(consumption(yearly))) == Fraction(floor)


def test_without_the_figure_of_consumption_the_floor_cannot_be_told_and_its_name_is_said() -> None:
    found = measure(tekun.tekun_basic_floor, CaseFacts(BOOK.on(DAY), DAY), home(person()))
    assert isinstance(found, Unknown)
    assert "人均消费支出" in found.missing[0].text("zh")
    # Before the plan the national floor holds, but no standard is known by which to reckon it.
    assert size(tekun.tekun_basic_floor, home(person()), day=date(2022, 6, 30)) is None
    assert size(tekun.tekun_basic_floor, home(person()), day=date(2022, 8, 1)) == Fraction("942.5")


def test_care_is_at_least_a_tenth_of_the_basic_standard() -> None:
    assert size(rules.tekun_care_floor, home(person())) == Fraction("113.7")


def test_minors_have_tekun_support_up_to_eighteen() -> None:
    assert size(tekun.tekun_age_of_minors, person()) == 18
    assert size(rules.tekun_age_of_minors, person(), day=date(2022, 11, 1)) == 18


def test_the_published_standard_pays_those_in_town_and_leaves_the_country_unknown() -> None:
    someone = person()
    assert size(tekun.tekun_amount, someone, home(someone)) == 1137
    assert size(tekun.tekun_amount, someone, home(someone, area=Area.RURAL)) is None


def test_the_poor_and_severely_disabled_who_cannot_work_are_protected() -> None:
    severe = {"disabled": True, "disability_grade": 2, "disability_kinds": (DisabilityKind.PHYSICAL,)}
    marginal = (Income(kind=IncomeKind.TRANSFER, monthly=Decimal(787)),)
    someone = person(**severe, seriously_ill=False, able_to_work=False, incomes=marginal)
    assert truth(rules.unable_to_earn, someone, home(someone)) is True
    ill = person(disabled=False, seriously_ill=True, able_to_work=False, incomes=marginal)
    assert truth(rules.unable_to_earn, ill, home(ill)) is True
    able = person(**severe, seriously_ill=False, able_to_work=True, incomes=marginal)
    assert truth(rules.unable_to_earn, able, home(able)) is False
    unknown = person(**severe, seriously_ill=False, incomes=marginal)
    assert truth(rules.unable_to_earn, unknown, home(unknown)) is None
    mild = person(
        **{**severe, "disability_grade": 3}, seriously_ill=False, able_to_work=False, incomes=marginal
    )
    assert truth(rules.unable_to_earn, mild, home(mild)) is False
    in_dibao = person(**severe, seriously_ill=False, able_to_work=False)
    assert truth(rules.unable_to_earn, in_dibao, home(in_dibao)) is False


def test_assessments_are_offered_from_sixty_five() -> None:
    someone = person(born=date(1959, 9, 1))
    assert truth(rules.aged_65, someone, day=date(2024, 9, 1)) is False  # on the day after
    assert truth(rules.aged_65, someone, day=date(2024, 9, 2)) is True


def test_three_national_provisions_are_replaced_or_added_to() -> None:
    found = {each.id: each.jurisdiction for each in BOOK.provisions.values()}
    assert found["temporary_assistance_emergency"] == "guichi"
    assert found["ability_assessment"] == "guichi"
    assert found["low_income_protection"] == "guichi"
    assert found["dibao"] == "china"


def test_the_published_standards_are_as_precise_as_their_sources() -> None:
    assert dibao_urban.on(date(2022, 8, 1)).text("zh") == "725元/人·月"
    assert dibao_rural.on(date(2022, 12, 31)).text("zh") == "708元/人·月"
    with pytest.raises(DateUncertain):
        dibao_urban.on(date(2023, 6, 1))  # the year is known and the month is not
    assert dibao_urban.on(date(2024, 1, 1)).text("zh") == "787元/人·月"
    assert dibao_rural.on(date(2024, 1, 1)).text("zh") == "750元/人·月"
    with pytest.raises(NotInForce):
        tekun_basic.on(date(2022, 12, 31))
    trusts = [entry.clause.trust for entry in dibao_urban.timeline]
    assert trusts == [Trust.REPRINT, Trust.REPRINT, Trust.OFFICIAL, Trust.UNCONFIRMED]


def test_what_the_plan_says_of_two_years_is_not_spread_over_the_others() -> None:
    for standard in (dibao_urban, dibao_rural, tekun_basic, orphan_community, orphan_institutional):
        with pytest.raises(DateUncertain):
            standard.on(date(2020, 6, 1))  # some day of 2020
        with pytest.raises(NotInForce):
            standard.on(date(2018, 6, 1))
        with pytest.raises(NotInForce):
            standard.on(date(2022, 3, 1))
    assert next(entry.value.text("zh") for entry in dibao_rural.timeline) == "3775元/人·年"


def test_what_lies_below_the_floors_of_the_plan_is_declared() -> None:
    plans = load()["guichi"].plans
    found = check_standards(STANDARDS, STANDARDS, plans)
    # 290 yuan in 2016 and 709 in 2020 are below 1.3 times urban Dibao; 1137 in 2023 and the care standards are not.
    assert {(problem.code, problem.clause.locator, problem.declared) for problem in found} == {
        ("below_floor", "第一章第一节(一) 全区救助水平稳步提高", True)
    }
