"""Jiangjin's rules decide made-up cases; where the district says nothing, Chongqing's and the nation's hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    Area,
    Assistance,
    DisabilityKind,
    Elder,
    Household,
    Income,
    IncomeKind,
    Person,
    Registration,
)
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.units import Size
from civaffairs_china import china, dibao, income, tekun
from civaffairs_china import rules as national
from civaffairs_chongqing import chongqing
from civaffairs_chongqing import rules as municipal
from civaffairs_chongqing.standards import STANDARDS
from civaffairs_jiangjin import jiangjin, rules

BOOK = Rulebook.of(
    (jiangjin, chongqing, china),
    (*national.RULES, *municipal.RULES, *rules.RULES),
    (*national.PROVISIONS, *municipal.PROVISIONS, *rules.PROVISIONS),
    STANDARDS,
)
DAY = date(2022, 6, 1)  # urban 636, rural 515
ADULT = date(1980, 5, 5)


def size(rule: AmountRule, *things: object, day: date = DAY) -> Fraction | None:
    facts = CaseFacts(BOOK.on(day), day)
    found = measure(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return found.number if isinstance(found, Size) else None


def truth(rule: ConditionRule, *things: object, day: date = DAY) -> bool | None:
    facts = CaseFacts(BOOK.on(day), day)
    found = holds(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return None if isinstance(found, Unknown) else found


def transfer(yuan: str) -> tuple[Income, ...]:
    return (Income(kind=IncomeKind.TRANSFER, monthly=Decimal(yuan)),)


def household(*members: Person, area: Area = Area.URBAN) -> Household:
    return Household(area=area, members=members, assets_within_limits=True)


@pytest.mark.parametrize(
    ("yuan", "leaving"),
    [
        ("635.99", False),
        ("636", False),  # the plan says above, not equal
        ("636.01", True),
        ("953.99", True),
        ("954", False),  # 1.5 × 636
    ],
)
def test_a_household_leaves_dibao_gradually_above_the_standard_and_below_one_and_a_half(
    yuan: str, leaving: bool
) -> None:
    someone = Person(born=ADULT, assistance=Assistance.DIBAO, incomes=transfer(yuan))
    assert truth(dibao.gradual_exit, household(someone)) is leaving


def test_the_gradual_exit_lasts_six_months_and_needs_no_work() -> None:
    someone = Person(born=ADULT, assistance=Assistance.DIBAO, incomes=transfer("700"))
    home = household(someone)
    assert home.rising_through_work is None
    assert truth(dibao.gradual_exit, home) is True
    assert size(dibao.gradual_exit_months, home) == 6
    assert BOOK.provisions["dibao_gradual_exit"].jurisdiction == "jiangjin"


def test_who_was_never_in_dibao_does_not_leave_it() -> None:
    alone = Person(born=ADULT, assistance=Assistance.DIBAO, incomes=transfer("700"))
    other = Person(born=ADULT, assistance=Assistance.DIBAO_MARGINAL, incomes=transfer("700"))
    unknown = Person(born=ADULT, incomes=transfer("700"))
    assert truth(dibao.gradual_exit, household(alone, other)) is False
    assert truth(dibao.gradual_exit, household(alone, unknown)) is None


@pytest.mark.parametrize(
    ("facts", "alone"),
    [
        ({"seriously_ill": True}, True),
        ({"seriously_ill": True, "assistance": Assistance.TEKUN}, False),
        ({"disabled": True, "disability_grade": 2}, True),
        ({"disabled": True, "disability_grade": 3, "disability_kinds": (DisabilityKind.PHYSICAL,)}, False),
        ({"disabled": True, "disability_grade": 3, "disability_kinds": (DisabilityKind.MENTAL,)}, True),
        ({"disabled": True}, None),
    ],
)
def test_the_ill_and_severely_disabled_of_marginal_families_apply_alone(
    facts: dict[str, object], alone: bool | None
) -> None:
    known: dict[str, object] = {
        "born": ADULT,
        "assistance": Assistance.DIBAO_MARGINAL,
        "incomes": transfer("0"),
        "seriously_ill": False,
        "disabled": False,
    }
    someone = Person(**known | facts)
    earner = Person(born=ADULT, assistance=Assistance.DIBAO_MARGINAL, incomes=transfer("1400"))
    home = household(someone, earner)  # 700 per head
    assert truth(dibao.may_apply_alone, someone, home) is alone
    poor = household(someone, Person(born=ADULT, incomes=transfer("1000")))  # Dibao itself
    assert truth(dibao.may_apply_alone, someone, poor) is False


def test_from_october_2022_the_wider_national_rule_holds() -> None:
    # An adult with a severe disability and out of work, in a family that is not marginal.
    someone = Person(
        born=ADULT,
        incomes=transfer("0"),
        employed=False,
        seriously_ill=False,
        disabled=True,
        disability_grade=1,
    )
    home = household(someone, Person(born=ADULT, incomes=transfer("9000")))
    assert truth(dibao.may_apply_alone, someone, home, day=date(2022, 10, 19)) is False
    assert truth(dibao.may_apply_alone, someone, home, day=date(2022, 10, 20)) is True


@pytest.mark.parametrize(
    ("registration", "may"),
    [
        (Registration.HOUSEHOLD_REGISTER, True),
        (Registration.RESIDENCE_PERMIT, True),
        (Registration.NEITHER, False),
        (None, None),
    ],
)
def test_a_residence_permit_is_enough_to_apply(registration: Registration | None, may: bool | None) -> None:
    assert truth(dibao.may_apply_here, household(Person(born=ADULT, registration=registration))) is may


@pytest.mark.parametrize(
    ("area", "able", "employed", "deducted"),
    [
        (Area.RURAL, True, True, True),
        (Area.RURAL, True, False, False),
        (Area.RURAL, False, True, False),
        (Area.URBAN, True, True, False),
        (Area.RURAL, True, None, None),
    ],
)
def test_rural_recipients_who_take_up_work_are_assured_the_deduction(
    area: Area, able: bool, employed: bool | None, deducted: bool | None
) -> None:
    someone = Person(born=ADULT, assistance=Assistance.DIBAO, able_to_work=able, employed=employed)
    assert truth(rules.employment_cost_deduction, someone, household(someone, area=area)) is deducted


def test_the_deduction_of_others_in_work_stays_as_the_nation_has_it() -> None:
    wages = (Income(kind=IncomeKind.WAGES, monthly=Decimal(1000)),)
    someone = Person(born=ADULT, employed=True, work_cost=Decimal(120), incomes=wages)
    assert size(income.employment_cost, someone, household(someone, area=Area.URBAN)) == 120


def test_minors_stay_in_tekun_support_up_to_18() -> None:
    assert size(tekun.tekun_age_of_minors, Person(born=ADULT)) == 18
    assert size(tekun.tekun_age_of_minors, Person(born=ADULT), day=date(2019, 1, 1)) == 16


@pytest.mark.parametrize(("assessed", "entitled"), [(True, True), (False, False), (None, None)])
def test_the_allowance_of_poor_elders_waits_for_the_assessment(
    assessed: bool | None, entitled: bool | None
) -> None:
    someone = Person(born=date(1940, 1, 1), economic_hardship=True, elder=Elder(ability_assessed=assessed))
    assert truth(municipal.dependent_elder_allowance, someone) is entitled
    assert truth(municipal.old_age_allowance, someone) is True


def test_in_the_first_year_of_the_undated_plan_nothing_is_guessed() -> None:
    someone = Person(born=ADULT, assistance=Assistance.DIBAO, incomes=transfer("700"))
    assert truth(dibao.gradual_exit, household(someone), day=date(2021, 10, 1)) is None


def test_the_supplement_of_the_municipality_holds_in_the_district() -> None:
    someone = Person(
        born=ADULT,
        assistance=Assistance.DIBAO,
        disabled=True,
        disability_grade=1,
        seriously_ill=False,
    )
    assert truth(municipal.dibao_supplement, someone) is True
