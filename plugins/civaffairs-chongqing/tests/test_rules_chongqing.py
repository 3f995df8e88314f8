"""Chongqing's rules decide made-up cases: supplements to Dibao, the month in which it starts, allowances for elders."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    Area,
    Assistance,
    Dependence,
    Household,
    Income,
    IncomeKind,
    Person,
    Schooling,
)
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.units import Size
from civaffairs_china import china, dibao, elders, income, tekun
from civaffairs_chongqing import chongqing, rules
from civaffairs_chongqing.standards import STANDARDS

BOOK = Rulebook.of(
    (chongqing, china),
    (*income.RULES, *dibao.RULES, *tekun.RULES, *elders.RULES, *rules.RULES),
    (*dibao.PROVISIONS, *tekun.PROVISIONS, *elders.PROVISIONS, *rules.PROVISIONS),
    STANDARDS,
)
DAY = date(2025, 12, 1)
ADULT = date(1985, 5, 5)


def size(rule: AmountRule, *things: object, day: date = DAY) -> Fraction | Unknown:
    facts = CaseFacts(BOOK.on(day), day)
    found = measure(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return found.number if isinstance(found, Size) else found


def truth(rule: ConditionRule, *things: object, day: date = DAY) -> bool | None:
    facts = CaseFacts(BOOK.on(day), day)
    found = holds(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return None if isinstance(found, Unknown) else found


def recipient(
    *,
    born: date = ADULT,
    grade: int | None = None,
    ill: bool = False,
    schooling: Schooling | None = Schooling.NONE,
) -> Person:
    """Somebody in Dibao of whom everything is known that the supplement asks."""
    return Person(
        born=born,
        assistance=Assistance.DIBAO,
        disabled=grade is not None,
        disability_grade=grade,
        seriously_ill=ill,
        schooling=schooling,
    )


def home(wages: str) -> Household:
    someone = Person(
        born=ADULT,
        assistance=Assistance.NONE,
        disabled=True,
        disability_grade=4,
        employed=False,
        incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(wages)),),
    )
    return Household(area=Area.URBAN, members=(someone,), assets_within_limits=True)


@pytest.mark.parametrize(
    ("someone", "yuan"),
    [
        (recipient(grade=4), 40),
        (recipient(grade=3), 40),
        (recipient(grade=2), 100),  # 60 of the group and 40 of the disability
        (recipient(grade=1), 100),
        (recipient(ill=True), 60),
        (recipient(ill=True, grade=1), 100),  # two groups do not add up
        (recipient(born=date(1955, 11, 30)), 60),  # 70 since yesterday
        (recipient(born=date(1955, 12, 1)), 0),  # 70 tomorrow
        (recipient(schooling=Schooling.COMPULSORY), 100),
        (recipient(schooling=Schooling.UNDERGRADUATE, ill=True), 100),  # the higher of two groups
        (recipient(schooling=Schooling.COMPULSORY, grade=1), 140),
        (recipient(born=date(2019, 12, 1)), 100),  # six tomorrow
        (recipient(born=date(2019, 11, 30)), 0),  # six, and at no school
        (recipient(), 0),
    ],
)
def test_the_higher_group_counts_once_and_a_disability_on_top(someone: Person, yuan: int) -> None:
    assert size(rules.dibao_supplement_amount, someone) == yuan
    assert truth(rules.dibao_supplement, someone) is (yuan > 0)


def test_the_supplement_goes_to_households_found_eligible_now_and_to_no_others() -> None:
    below, equal = home("769.99"), home("770")
    assert truth(rules.dibao_supplement, below.members[0], below) is True
    assert truth(rules.dibao_supplement, equal.members[0], equal) is False


def test_what_is_not_known_of_a_recipient_is_not_taken_for_no() -> None:
    someone = Person(born=ADULT, assistance=Assistance.DIBAO)
    assert truth(rules.dibao_supplement, someone) is None
    assert isinstance(size(rules.dibao_supplement_amount, someone), Unknown)
    assert truth(rules.dibao_supplement, someone, day=date(2017, 12, 31)) is None


@pytest.mark.parametrize(
    ("day", "months"), [(date(2016, 5, 1), 0), (date(2021, 6, 30), 0), (date(2021, 7, 1), 1), (DAY, 1)]
)
def test_dibao_was_paid_from_the_month_of_approval_until_the_national_rule_of_2021(
    day: date, months: int
) -> None:
    assert size(dibao.dibao_start, home("0"), day=day) == months


def test_before_the_regulation_nothing_is_made_up() -> None:
    assert isinstance(size(dibao.dibao_start, home("0"), day=date(2016, 4, 30)), Unknown)


@pytest.mark.parametrize(
    ("born", "entitled"), [(date(1945, 11, 30), True), (date(1945, 12, 1), False), (date(1925, 1, 1), True)]
)
def test_the_old_age_allowance_begins_at_80(born: date, entitled: bool) -> None:
    assert truth(rules.old_age_allowance, Person(born=born)) is entitled


@pytest.mark.parametrize(
    ("born", "missing"),
    [(date(1940, 1, 1), "80周岁以上高龄津贴标准"), (date(1925, 11, 30), "100周岁以上高龄津贴标准")],
)
def test_the_allowance_that_nobody_published_is_named(born: date, missing: str) -> None:
    found = size(rules.old_age_allowance_amount, Person(born=born))
    assert isinstance(found, Unknown)
    assert missing in found.missing[0].text("zh")


@pytest.mark.parametrize(
    ("someone", "entitled"),
    [
        (Person(born=date(1940, 1, 1), economic_hardship=True), True),
        (Person(born=date(1940, 1, 1), economic_hardship=False), False),
        (Person(born=date(1940, 1, 1)), None),
        (
            Person(born=date(1965, 11, 30), economic_hardship=True, dependence=Dependence.FULLY_DEPENDENT),
            True,
        ),
        (
            Person(born=date(1965, 12, 1), economic_hardship=True, dependence=Dependence.FULLY_DEPENDENT),
            False,
        ),
        (
            Person(born=date(1950, 1, 1), economic_hardship=True, dependence=Dependence.PARTLY_DEPENDENT),
            False,
        ),
        (Person(born=date(1950, 1, 1), economic_hardship=True), None),
    ],
)
def test_poor_elders_receive_the_allowance_when_very_old_or_dependent(
    someone: Person, entitled: bool | None
) -> None:
    assert truth(rules.dependent_elder_allowance, someone) is entitled


@pytest.mark.parametrize(("tasks", "yuan"), [(6, 300), (4, 300), (3, 200), (1, 200)])
def test_care_of_tekun_persons_is_paid_by_how_far_they_depend(tasks: int, yuan: int) -> None:
    assert size(tekun.tekun_care_amount, Person(born=ADULT, tasks_unable=tasks)) == yuan


def test_the_care_standard_of_those_who_need_none_has_no_date_and_is_sure_only_after_2025() -> None:
    someone = Person(born=ADULT, tasks_unable=0)
    assert isinstance(size(tekun.tekun_care_amount, someone), Unknown)
    assert size(tekun.tekun_care_amount, someone, day=date(2026, 1, 1)) == 50


@pytest.mark.parametrize(("year", "floor"), [(2021, "806"), (2023, "932.1")])
def test_the_floor_of_tekun_support_follows_the_standard_of_the_day(year: int, floor: str) -> None:
    # 1.3 × 620 in 2021, 1.3 × 717 in 2023
    assert size(tekun.tekun_basic_floor, home("0"), day=date(year, 8, 1)) == Fraction(floor)


def test_the_subsidies_for_persons_with_disabilities_are_known_from_2026() -> None:
    standards = {standard.id: standard for standard in STANDARDS}
    amounts = {
        name: standards[name].on(date(2026, 1, 1)).text("zh")
        for name in ("disability_living", "disability_nursing_1", "disability_nursing_2")
    }
    assert amounts == {
        "disability_living": "100元/人·月",
        "disability_nursing_1": "110元/人·月",
        "disability_nursing_2": "100元/人·月",
    }
