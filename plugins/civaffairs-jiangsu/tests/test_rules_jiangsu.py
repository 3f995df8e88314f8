"""Jiangsu's rules decide made-up cases, at their edges too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from civaffairs import Amount, Clause, Document, Freedom, Label, Standard, Topic, since
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    Area,
    Assistance,
    Cemetery,
    CemeteryNature,
    Child,
    DisabilityKind,
    Household,
    Income,
    IncomeKind,
    Person,
    Supporter,
    replaced,
)
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.rules.named import dated
from civaffairs.domain.sources import Trust
from civaffairs.domain.units import Size
from civaffairs_china import children, china, dibao, disability, funerals, income, tekun
from civaffairs_jiangsu import jiangsu, rules

MODULES = (income, dibao, tekun, disability, children, funerals, rules)
DAY = date(2024, 9, 1)


def in_place(standard: str, yuan: int) -> Standard:
    """A made-up standard, for the test only."""
    label = Label("测试标准", "standard for the test")
    clause = Document("jiangsu/test", label, "", 2020, Trust.FICTIONAL).at("1")
    return Standard(
        standard,
        "jiangsu",
        label,
        "元/人·月",
        Topic.SOCIAL_ASSISTANCE,
        dated(label, since("2021-01-01", Amount(yuan, "元/人·月"), clause)),
        Freedom.SET,
    )


BOOK = Rulebook.of(
    (jiangsu, china),
    dict.fromkeys(rule for module in MODULES for rule in module.RULES),
    [provision for module in MODULES for provision in module.PROVISIONS],
    [in_place("dibao_urban", 1000), in_place("dibao_rural", 900)],
)


def facts(day: date = DAY) -> CaseFacts:
    return CaseFacts(BOOK.on(day), day)


def size(rule: AmountRule, *things: object, day: date = DAY) -> Fraction | None:
    """The number that comes out; None where it cannot be told."""
    found = measure(rule, facts(day), Things({type(thing).__name__: thing for thing in things}))
    return found.number if isinstance(found, Size) else None


def truth(rule: ConditionRule, *things: object, day: date = DAY) -> bool | None:
    found = holds(rule, facts(day), Things({type(thing).__name__: thing for thing in things}))
    return None if isinstance(found, Unknown) else found


def hill(nature: CemeteryNature = CemeteryNature.COMMERCIAL, **sizes: str) -> Cemetery:
    known = {name: Decimal(size) for name, size in sizes.items()}
    return Cemetery(name="桃花公墓", nature=nature, plots=300, single_plots=200, joint_plots=100, **known)


@pytest.mark.parametrize(
    ("single", "joint", "kept"),
    [
        ("0.5", "0.8", True),
        ("0.51", "0.8", False),
        ("0.5", "0.81", False),
    ],
)
def test_plots_measure_half_a_square_metre_or_eight_tenths_for_two(
    single: str, joint: str, kept: bool
) -> None:
    assert truth(funerals.plot_area, hill(single_plot_area=single, joint_plot_area=joint)) is kept


def test_before_april_2023_the_national_limit_of_one_square_metre_holds() -> None:
    wide = hill(single_plot_area="1", joint_plot_area="1")
    assert truth(funerals.plot_area, wide, day=date(2023, 3, 31)) is True
    assert truth(funerals.plot_area, wide, day=date(2023, 4, 1)) is False
    assert truth(funerals.plot_area, hill(single_plot_area="0.5")) is None


def test_upright_stones_reach_one_metre_in_commercial_cemeteries() -> None:
    assert truth(rules.stone_height, hill(stone_height="1")) is True
    assert truth(rules.stone_height, hill(stone_height="1.01")) is False
    assert truth(rules.stone_height, hill()) is None


def test_stones_lie_flat_in_public_benefit_cemeteries() -> None:
    public = CemeteryNature.PUBLIC_BENEFIT
    assert truth(rules.stone_height, replaced(hill(public), flat_stones=True)) is True
    assert truth(rules.stone_height, replaced(hill(public), flat_stones=False)) is False
    assert truth(rules.stone_height, hill(public, stone_height="0.1")) is None


def person(grade: int | None = None, *kinds: DisabilityKind, born: int = 1990, **known: Any) -> Person:
    found = (
        {"disabled": True, "disability_grade": grade, "disability_kinds": kinds}
        if grade
        else {"disabled": False}
    )
    base: dict[str, Any] = {"employed": False, "incomes": (), "seriously_ill": False}
    return Person(born=date(born, 1, 1), **{**base, **found, **known})


def earns(yuan: int, kind: IncomeKind = IncomeKind.BUSINESS) -> tuple[Income, ...]:
    return (Income(kind=kind, monthly=Decimal(yuan)),)


def home(*members: Person, area: Area = Area.URBAN) -> Household:
    return Household(area=area, members=members, assets_within_limits=True)


@pytest.mark.parametrize(
    ("grade", "kind", "alone"),
    [
        (2, DisabilityKind.PHYSICAL, True),
        (3, DisabilityKind.MENTAL, True),
        (3, DisabilityKind.INTELLECTUAL, True),
        (3, DisabilityKind.PHYSICAL, False),
        (4, DisabilityKind.MENTAL, False),
    ],
)
def test_unemployed_adults_claim_dibao_alone_from_these_grades(
    grade: int, kind: DisabilityKind, alone: bool
) -> None:
    someone = person(grade, kind)
    family = home(someone, person(incomes=earns(5000)))
    assert truth(dibao.single_person_dibao, someone, family) is alone


def test_the_third_grade_claims_alone_since_the_notice_of_jiangsu() -> None:
    someone = person(3, DisabilityKind.MENTAL)
    family = home(someone, person(incomes=earns(5000)))
    assert truth(dibao.single_person_dibao, someone, family, day=date(2023, 7, 31)) is False
    assert (
        truth(dibao.single_person_dibao, someone, family, day=date(2023, 8, 15)) is None
    )  # some day of August
    assert truth(dibao.single_person_dibao, someone, family, day=date(2023, 9, 1)) is True


def test_who_works_or_is_seventeen_does_not_claim_alone_and_who_may_work_is_unknown() -> None:
    rich = person(incomes=earns(5000))
    at_work = person(2, DisabilityKind.PHYSICAL, employed=True)
    minor = person(2, DisabilityKind.PHYSICAL, born=2007)
    unknown = person(2, DisabilityKind.PHYSICAL, employed=None)
    assert truth(dibao.single_person_dibao, at_work, home(at_work, rich)) is False
    assert truth(dibao.single_person_dibao, minor, home(minor, rich)) is False
    assert truth(dibao.single_person_dibao, unknown, home(unknown, rich)) is None


def test_the_gradual_exit_lasts_six_months_and_longer_is_said() -> None:
    assert size(dibao.gradual_exit_months, home(person())) == 6
    (exit_,) = (each for each in rules.PROVISIONS if each.id == "dibao_gradual_exit")
    assert "severely disabled" in exit_.not_modelled[0].en


def test_the_tekun_standard_is_at_least_one_and_three_tenths_of_dibao() -> None:
    assert size(tekun.tekun_basic_floor, home(person())) == 1300
    assert size(tekun.tekun_basic_floor, home(person(), area=Area.RURAL)) == 1170
    assert size(rules.tekun_basic_floor, home(person()), day=date(2021, 7, 6)) == 1300


@pytest.mark.parametrize(
    ("someone", "others", "amount"),
    [
        (person(2, DisabilityKind.HEARING, assistance=Assistance.DIBAO), (), 300),
        (person(3, DisabilityKind.HEARING, assistance=Assistance.DIBAO), (), 250),
        (person(1, DisabilityKind.VISUAL, assistance=Assistance.NONE, supporters=()), (), 1000),
        # several disabled in one household, income per head exactly twice the standard
        (
            person(4, DisabilityKind.HEARING, assistance=Assistance.NONE, supporters=()),
            (person(4, DisabilityKind.HEARING, incomes=earns(4000)),),
            600,
        ),
        # a father of sixty
        (
            person(
                3,
                DisabilityKind.PHYSICAL,
                assistance=Assistance.NONE,
                incomes=earns(2000, IncomeKind.WAGES),
                supporters=(Supporter(born=date(1964, 8, 31)),),
            ),
            (),
            600,
        ),
    ],
)
def test_the_living_subsidy_is_a_share_of_the_dibao_standard(
    someone: Person, others: tuple[Person, ...], amount: int
) -> None:
    family = home(someone, *others)
    assert truth(disability.living_subsidy, someone, family) is True
    assert size(disability.living_subsidy_amount, someone, family) == amount


@pytest.mark.parametrize(
    "someone",
    [
        # severe, but of another kind
        person(1, DisabilityKind.HEARING, assistance=Assistance.NONE, supporters=()),
        # a stable income
        person(
            1,
            DisabilityKind.VISUAL,
            assistance=Assistance.NONE,
            supporters=(),
            incomes=earns(100, IncomeKind.TRANSFER),
        ),
        # a fen over twice the standard, with a father of sixty
        person(
            3,
            DisabilityKind.PHYSICAL,
            assistance=Assistance.NONE,
            incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal("2000.01")),),
            supporters=(Supporter(born=date(1964, 8, 31)),),
        ),
        # the father is fifty-nine for another day
        person(
            3,
            DisabilityKind.PHYSICAL,
            assistance=Assistance.NONE,
            supporters=(Supporter(born=date(1964, 9, 1)),),
        ),
        # an orphan in Dibao
        person(2, DisabilityKind.VISUAL, born=2015, assistance=Assistance.DIBAO, child=Child(orphan=True)),
        # not disabled
        person(assistance=Assistance.DIBAO),
    ],
)
def test_outside_these_situations_there_is_no_living_subsidy(someone: Person) -> None:
    assert truth(disability.living_subsidy, someone, home(someone)) is False


def test_the_nursing_subsidy_differs_between_town_and_country() -> None:
    someone = person(1, DisabilityKind.VISUAL, long_term_care=True, assistance=Assistance.NONE)
    assert truth(disability.nursing_subsidy, someone) is True
    assert size(disability.nursing_subsidy_amount, someone, home(someone)) == 130
    assert size(disability.nursing_subsidy_amount, someone, home(someone, area=Area.RURAL)) == 90


def test_the_two_subsidies_end_with_the_document_and_stay_marked_as_unconfirmed() -> None:
    someone = person(2, DisabilityKind.HEARING, assistance=Assistance.DIBAO)
    assert size(rules.living_subsidy_amount, someone, home(someone), day=date(2028, 3, 31)) == 300
    assert size(rules.living_subsidy_amount, someone, home(someone), day=date(2028, 4, 1)) is None
    for rule in (rules.living_subsidy, rules.living_subsidy_amount, rules.nursing_subsidy_amount):
        assert [entry.clause.trust for entry in rule.timeline] == [Trust.UNCONFIRMED]


@pytest.mark.parametrize(
    ("kind", "looked_at"),
    [(IncomeKind.WAGES, True), (IncomeKind.PROPERTY, True), (IncomeKind.SCHOLARSHIP, False)],
)
def test_the_means_test_looks_at_four_kinds_of_income(kind: IncomeKind, looked_at: bool) -> None:
    (one,) = earns(100, kind)
    assert truth(rules.income_checked, one, day=date(2019, 2, 1)) is looked_at


def test_every_clause_says_what_stands_there() -> None:
    clauses: list[Clause] = [entry.clause for rule in rules.RULES for entry in rule.timeline]
    assert all(clause.gloss for clause in clauses)
