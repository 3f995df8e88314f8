"""Rows of the registers as households, for the scalar evaluator and for whoever wants to look at one."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from civaffairs.domain.models import (
    Area,
    Assistance,
    Child,
    Dependence,
    Elder,
    Household,
    Income,
    IncomeKind,
    Person,
    Sex,
)
from civaffairs.exchange.columns import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.exchange.columns import Columns

_FEN = 100


def households_of(households: Columns, persons: Columns) -> Iterator[Household]:
    """Yield the households of a chunk with their members.

    Raises:
        ModelInvalid: for a row that the models refuse; a sample has none.
    """
    members = groupby(rows_of(persons), key=itemgetter("household_id"))
    for row, (number, people) in zip(rows_of(households), members, strict=True):
        if row["household_id"] != number:
            break
        yield _household(row, [_person(each) for each in people])


def _household(row: dict[str, Any], members: list[Person]) -> Household:
    return Household(
        id=str(row["household_id"]),
        area=Area[row["area"].upper()],
        members=tuple(members),
        assets=_yuan(row["assets_fen"]),
        sudden_hardship=row["sudden_hardship"],
    )


def _person(row: dict[str, Any]) -> Person:
    income = _yuan(row["income_fen"])
    incomes = None if income is None else (Income(kind=IncomeKind.WAGES, monthly=income),) if income else ()
    elder = Elder(lives_alone=row["lives_alone"], left_behind=row["left_behind_elder"])
    child = Child(
        orphan=row["orphan"],
        unattended=row["unattended"],
        left_behind=row["left_behind_child"],
        in_difficulty=row["in_difficulty"],
    )
    return Person(
        born=row["born"],
        sex=Sex[row["sex"].upper()],
        identity_number=row.get("identity_number"),
        assistance=Assistance[row["assistance"].upper()],
        incomes=incomes,
        employed=row["employed"],
        seriously_ill=row["seriously_ill"],
        disabled=row["disabled"],
        disability_grade=row["disability_grade"],
        dependence=None if row["dependence"] is None else Dependence[row["dependence"].upper()],
        elder=None if elder == Elder() else elder,
        child=None if child == Child() else child,
    )


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else Decimal(fen) / _FEN
