"""Three synthetic households of which all is known, to see what happens as somebody in them earns more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.domain.models import (
    Area,
    Assistance,
    Child,
    Dependence,
    DisabilityKind,
    Elder,
    Household,
    Income,
    IncomeKind,
    Person,
    Registration,
    Schooling,
    Sex,
    Supporter,
)
from civaffairs.domain.names import Label

if TYPE_CHECKING:
    from collections.abc import Callable

_NOTHING = Decimal(0)


@frozen
class HouseholdType:
    """A household that stands for many.

    Attributes:
        label: what it is.
        household: the household; the first income of its first earner is what varies.
    """

    label: Label
    household: Household


def household_types(on: date, area: Area = Area.URBAN) -> tuple[HouseholdType, ...]:
    """Return an elder alone, a couple with a child, and a disabled adult with a parent.

    Args:
        on: the day on which they are of their ages.
        area: where they live.

    Example:
        >>> [len(each.household.members) for each in household_types(date(2024, 9, 1))]
        [1, 3, 2]
    """
    born = _births(on)
    able_child = Supporter(
        born=born(45),
        assistance=Assistance.NONE,
        income_below_average=False,
        assets_within_limits=True,
        disabled=False,
        without_capacity=False,
        missing=False,
        imprisoned=False,
    )
    elder = _person(
        born(72),
        IncomeKind.TRANSFER,
        able_to_work=False,
        supporters=(able_child,),
        elder=Elder(lives_alone=True, left_behind=False, in_special_difficulty=False, visited=False),
    )
    earner = _person(born(38), IncomeKind.WAGES, employed=True)
    partner = _person(born(36))
    child = _person(
        born(9),
        able_to_work=False,
        schooling=Schooling.COMPULSORY,
        child=Child(orphan=False, unattended=False, left_behind=False, in_difficulty=False),
    )
    disabled = _person(
        born(34),
        IncomeKind.WAGES,
        employed=True,
        disabled=True,
        disability_grade=2,
        disability_kinds=(DisabilityKind.PHYSICAL,),
        long_term_care=True,
    )
    parent = _person(born(66), able_to_work=False, supporters=(able_child,), elder=Elder(lives_alone=False))
    return (
        HouseholdType(Label("独居老年人", "an elder alone"), _home(area, elder)),
        HouseholdType(Label("夫妻和一个孩子", "a couple with a child"), _home(area, earner, partner, child)),
        HouseholdType(
            Label("残疾成年人和父母一方", "a disabled adult with a parent"), _home(area, disabled, parent)
        ),
    )


def _births(on: date) -> Callable[[int], date]:
    """Return what gives the birth of somebody who is so many years old on a day, and half a year more."""

    def born(years: int) -> date:
        year, month = divmod(12 * (on.year - years) + on.month - 1 - 6, 12)
        return date(year, month + 1, 1)

    return born


def _person(born: date, earns: IncomeKind | None = None, **facts: Any) -> Person:  # noqa: ANN401 - facts
    """Return somebody of whom everything is known, and nothing out of the ordinary unless it is said."""
    return Person(
        **{
            "born": born,
            "sex": Sex.MALE,
            "registration": Registration.HOUSEHOLD_REGISTER,
            "assistance": Assistance.NONE,
            "incomes": () if earns is None else (Income(kind=earns, monthly=_NOTHING),),
            "other_benefits": _NOTHING,
            "economic_hardship": False,
            "work_cost": _NOTHING,
            "employed": False,
            "able_to_work": True,
            "schooling": Schooling.NONE,
            "seriously_ill": False,
            "disabled": False,
            "dependence": Dependence.SELF_CARING,
            "tasks_unable": 0,
            "long_term_care": False,
            "supporters": (),
            **facts,
        }
    )


def _home(area: Area, *members: Person) -> Household:
    return Household(
        area=area,
        members=members,
        assets=Decimal(6000),
        assets_within_limits=True,
        rising_through_work=False,
        income_unstable=False,
        sudden_hardship=False,
        hardship_from_spending=False,
        rigid_spending=_NOTHING,
    )
