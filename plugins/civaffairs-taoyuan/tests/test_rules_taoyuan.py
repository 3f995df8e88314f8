"""Taoyuan's rules decide made-up cases, at their edges too, and use every feature of rules at least once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    Area,
    Cemetery,
    CemeteryNature,
    Dependence,
    DisabilityKind,
    Elder,
    Household,
    Income,
    IncomeKind,
    Person,
)
from civaffairs.domain.provisions import ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Truth, Unknown, holds, measure
from civaffairs.domain.rules.expr import (
    AmountRule,
    Condition,
    ConditionRule,
    Count,
    Growth,
    Judged,
    Observed,
    Quantity,
    SeriesAt,
    Total,
)
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.timeline import NotModelled
from civaffairs.domain.units import Size
from civaffairs_china import china
from civaffairs_china.dibao import PROVISIONS as DIBAO_PROVISIONS
from civaffairs_china.dibao import RULES as DIBAO_RULES
from civaffairs_china.dibao import dibao_admission
from civaffairs_china.income import RULES as INCOME_RULES
from civaffairs_china.income import countable_income
from civaffairs_taoyuan import rules, taoyuan
from civaffairs_taoyuan.standards import STANDARDS

BOOK = Rulebook.of(
    (taoyuan, china),
    (*INCOME_RULES, *DIBAO_RULES, *rules.RULES),
    (*DIBAO_PROVISIONS, *rules.PROVISIONS),
    STANDARDS,
)
DAY = date(2024, 9, 1)


def facts(day: date = DAY) -> CaseFacts:
    return CaseFacts(BOOK.on(day), day)


def size(rule: AmountRule, *things: object, day: date = DAY) -> Fraction | None:
    """The number that comes out; None where it cannot be told."""
    found = measure(rule, facts(day), Things({type(thing).__name__: thing for thing in things}))
    return found.number if isinstance(found, Size) else None


def truth(rule: ConditionRule, *things: object, day: date = DAY) -> bool | None:
    found: Truth = holds(rule, facts(day), Things({type(thing).__name__: thing for thing in things}))
    return None if isinstance(found, Unknown) else found


def worker(wages: str, *, employed: bool | None = True, born: date = date(1985, 5, 5)) -> Person:
    return Person(
        born=born, employed=employed, incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(wages)),)
    )


def family(*members: Person, area: Area = Area.URBAN, assets: int | str | None = 0) -> Household:
    return Household(area=area, members=members, assets=None if assets is None else Decimal(assets))


@pytest.mark.parametrize(
    ("wages", "area", "cost"),
    [
        ("1000", Area.URBAN, "200"),
        ("1000.09", Area.URBAN, "200.01"),  # a fifth is 200.018
        ("1750", Area.URBAN, "350"),  # half of 700
        ("1750.05", Area.URBAN, "350"),
        ("9000", Area.RURAL, "300.50"),  # half of 601
    ],
)
def test_a_fifth_of_the_wages_is_deducted_up_to_half_the_standard(wages: str, area: Area, cost: str) -> None:
    someone = worker(wages)
    assert size(rules.employment_cost, someone, family(someone, area=area)) == Fraction(cost)


def test_nothing_is_deducted_for_those_out_of_work_and_nothing_is_told_of_those_of_whom_it_is_not_known() -> (
    None
):
    idle, unknown = worker("1000", employed=False), worker("1000", employed=None)
    assert size(rules.employment_cost, idle, family(idle)) == 0
    assert size(rules.employment_cost, unknown, family(unknown)) is None
    assert size(countable_income, idle, family(idle)) == 1000


@pytest.mark.parametrize(
    ("assets", "day", "within"),
    [
        ("50400.00", DAY, True),  # 36 × 700 × 2
        ("50400.01", DAY, False),
        (None, DAY, None),
        ("33600.00", date(2024, 6, 30), True),  # 24 × 700 × 2 until the amendment
        ("33600.01", date(2024, 6, 30), False),
        ("33600.01", date(2024, 7, 1), True),
    ],
)
def test_assets_may_reach_the_limit_of_their_day(assets: str | None, day: date, within: bool | None) -> None:
    home = family(worker("0"), worker("0"), assets=assets)
    assert truth(rules.assets_eligible, home, day=day) is within


def test_the_gap_of_each_member_is_paid_rounded_up_to_the_yuan() -> None:
    # 1000.01 less a fifth is 800.01; by three 266.67; (700 - 266.67) × 3 = 1299.99
    home = family(worker("1000.01"), worker("0"), worker("0"))
    assert truth(dibao_admission, home) is True
    assert size(rules.dibao_amount, home) == 1300
    # 1000.02 less 200.00 is 800.02: per head the same
    assert size(rules.dibao_amount, family(worker("1000.02"), worker("0"), worker("0"))) == 1300
    whole = family(worker("750", employed=False), worker("0"), worker("0"))
    assert size(rules.dibao_amount, whole) == 1350


def test_income_equal_to_the_standard_is_not_admitted_and_a_fen_below_is() -> None:
    assert truth(dibao_admission, family(worker("700", employed=False))) is False
    below = family(worker("699.99", employed=False))
    assert truth(dibao_admission, below) is True
    assert size(rules.dibao_amount, below) == 1
    assert size(rules.dibao_amount, family(worker("900", employed=False))) == 0


@pytest.mark.parametrize(
    ("income", "assets", "marginal"),
    [
        ("699.99", "0", False),
        ("700", "0", True),
        ("1049.99", "37800", True),  # 1.5 × 25200
        ("1050", "0", False),
        ("1049.99", "37800.01", False),
        ("699.99", "25200.01", True),  # not in Dibao because of its assets
        ("700", None, None),
    ],
)
def test_marginal_families_lie_between_the_standard_and_one_and_a_half_times_it(
    income: str,
    assets: str | None,
    marginal: bool | None,
) -> None:
    home = family(worker(income, employed=False), assets=assets)
    assert truth(rules.dibao_marginal, home) is marginal


def test_in_the_month_of_a_new_standard_without_a_day_nothing_can_be_told() -> None:
    home = family(worker("0"))
    assert truth(dibao_admission, home, day=date(2023, 7, 15)) is None
    assert truth(dibao_admission, home, day=date(2023, 8, 1)) is True


def test_heating_is_paid_by_area_and_unknown_in_its_gap() -> None:
    town, village = family(worker("0"), worker("0")), family(worker("0"), area=Area.RURAL)
    assert size(rules.winter_heating_amount, town) == 120
    assert size(rules.winter_heating_amount, village) == 48
    assert size(rules.winter_heating_amount, village, day=date(2023, 3, 31)) == 45
    assert size(rules.winter_heating_amount, village, day=date(2023, 4, 1)) is None
    assert size(rules.winter_heating_start, town) == 0
    assert size(rules.winter_heating_months, town) == 4


def test_heating_is_for_dibao_and_for_families_of_which_everybody_is_seventy() -> None:
    day = date(2024, 9, 1)
    old = [worker("3000", born=born) for born in (date(1954, 8, 31), date(1954, 9, 1))]
    assert truth(rules.winter_heating_eligible, family(old[0]), day=day) is True
    assert truth(rules.winter_heating_eligible, family(*old), day=day) is False  # 70 on the day after
    assert truth(rules.winter_heating_eligible, family(*old), day=date(2024, 9, 2)) is True
    assert truth(rules.winter_heating_eligible, family(worker("0")), day=day) is True


def elder_of(born: date, **known: Any) -> Person:
    return Person(born=born, elder=Elder(lives_alone=True), **known)


def test_visits_are_for_elders_alone_who_need_help() -> None:
    born = date(1955, 1, 1)
    assert truth(rules.home_visits_eligible, elder_of(born, dependence=Dependence.PARTLY_DEPENDENT)) is True
    mental: dict[str, Any] = {
        "disabled": True,
        "disability_grade": 2,
        "disability_kinds": (DisabilityKind.MENTAL,),
    }
    assert truth(rules.home_visits_eligible, elder_of(born, **mental)) is True
    assert (
        truth(rules.home_visits_eligible, elder_of(born, disabled=False)) is None
    )  # nor is dependence known
    mental["dependence"] = Dependence.SELF_CARING
    assert truth(rules.home_visits_eligible, elder_of(born, **{**mental, "disability_grade": 3})) is False
    deaf = {**mental, "disability_kinds": (DisabilityKind.HEARING,)}
    assert truth(rules.home_visits_eligible, elder_of(born, **deaf)) is False
    young = elder_of(date(1959, 9, 1), dependence=Dependence.FULLY_DEPENDENT)
    assert truth(rules.home_visits_eligible, young) is False  # 65 on the day after
    assert truth(rules.home_visits_eligible, young, day=date(2024, 9, 2)) is True


def test_visits_are_reviewed_sooner_where_somebody_depends_fully_on_care() -> None:
    born = date(1950, 1, 1)
    assert size(rules.home_visits_review, Person(born=born, dependence=Dependence.FULLY_DEPENDENT)) == 6
    assert size(rules.home_visits_review, Person(born=born, dependence=Dependence.PARTLY_DEPENDENT)) == 12
    assert size(rules.home_visits_review, Person(born=born)) is None


def test_months_of_age_are_full_months() -> None:
    infant = Person(born=date(2021, 9, 1))
    assert rules.months_of_age(infant, DAY) == 35
    assert rules.months_of_age(infant, date(2024, 9, 2)) == 36
    assert rules.months_of_age(infant, date(2021, 9, 1)) == 0
    assert rules.months_of_age("nobody", DAY) is None
    assert truth(rules.infant, infant) is True
    assert truth(rules.infant, infant, day=date(2024, 9, 2)) is False


def test_infants_of_poor_families_are_paid_for_one_by_one() -> None:
    infants = (
        Person(born=date(2023, 1, 1), incomes=(), disabled=False),
        Person(born=date(2024, 1, 1), incomes=(), disabled=True),
    )
    home = family(worker("0"), *infants)
    assert truth(rules.infant_nutrition_eligible, home) is True
    assert size(rules.infant_nutrition_amount, home) == 500
    assert truth(rules.infant_nutrition_eligible, family(worker("0"))) is False
    unknown = family(worker("0"), Person(born=date(2024, 1, 1), incomes=()))
    assert size(rules.infant_nutrition_amount, unknown) is None


def test_a_family_has_many_children_with_three_or_with_two_and_somebody_ill() -> None:
    children = [Person(born=date(2010 + i, 1, 1), seriously_ill=False) for i in range(3)]
    healthy = Person(born=date(1985, 1, 1), seriously_ill=False)
    ill = Person(born=date(1985, 1, 1), seriously_ill=True)
    assert truth(rules.large_family_found, family(healthy, *children)) is True
    assert truth(rules.large_family_found, family(healthy, *children[:2])) is False
    assert truth(rules.large_family_found, family(ill, *children[:2])) is True
    assert truth(rules.large_family_found, family(ill, *children[:1])) is False
    assert truth(rules.large_family_found, family(worker("0"), *children[:2])) is None
    assert size(rules.large_family_months, family(healthy)) == 24


@pytest.mark.parametrize(("ecological", "enough"), [(300, True), (299, False), (None, None)])
def test_three_plots_in_ten_are_ecological(ecological: int | None, enough: bool | None) -> None:
    hill = Cemetery(
        name="桃源公墓", nature=CemeteryNature.PUBLIC_BENEFIT, plots=1000, ecological_plots=ecological
    )
    assert truth(rules.ecological_plots_enough, hill) is enough


def test_every_feature_of_rules_is_used() -> None:
    trees = [entry.value for rule in rules.RULES for entry in rule.timeline]
    used = {type(node) for tree in trees for node in nodes(tree)}
    about_targets = {Observed, SeriesAt, Growth, Total, Count, Judged}
    assert used == {*get_args(Quantity), *get_args(Condition)} - about_targets
    assert {each.kind for each in rules.PROVISIONS} == set(ProvisionKind)
    assert any(
        isinstance(entry, NotModelled) and entry.since
        for rule in rules.RULES
        for entry in rule.timeline.entries
    )
    assert any(len(list(rule.timeline)) > 1 for rule in rules.RULES)
    assert any(rule.supersedes == "china" for rule in rules.RULES)
    for part in ("amount", "starts_after", "review_after", "lasts", "not_modelled"):
        assert any(getattr(each, part) not in (None, ()) for each in rules.PROVISIONS), part
