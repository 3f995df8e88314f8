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
    DisabilityKind,
    Elder,
    Guardianship,
    Household,
    Income,
    IncomeKind,
    Person,
    Placement,
    Registration,
    Schooling,
    Sex,
    Tekun,
    TekunSupport,
)
from civaffairs.exchange.columns import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.domain.models import Term
    from civaffairs.exchange.columns import Columns

_FEN = "_fen"
_INCOMES = "incomes."
_KINDS = "disability_kinds"
_NO_FACTS = {"household_id", "person_id", "township"}
_TERMS: Mapping[str, type[Term]] = {
    "area": Area,
    "sex": Sex,
    "registration": Registration,
    "assistance": Assistance,
    "schooling": Schooling,
    "dependence": Dependence,
    "child.guardianship": Guardianship,
    "child.placement": Placement,
    "tekun.support": TekunSupport,
}
_ROLES: Mapping[str, type[Elder | Child | Tekun]] = {"elder": Elder, "child": Child, "tekun": Tekun}


def households_of(households: Columns, persons: Columns) -> Iterator[Household]:
    """Yield the households of a chunk with their members.

    Raises:
        ModelInvalid: for a row that the models refuse; a sample has none.
    """
    members = groupby(rows_of(persons), key=itemgetter("household_id"))
    for row, (number, people) in zip(rows_of(households), members, strict=True):
        if row["household_id"] != number:
            break
        facts = _facts(row)
        yield Household(id=str(number), members=tuple(_person(each) for each in people), **facts)


def _person(row: Mapping[str, object]) -> Person:
    facts = _facts(row)
    for name, role in _ROLES.items():
        inside = {fact: facts.pop(f"{name}.{fact}") for fact in _within(name, facts)}
        # Where nothing is known of somebody as an elder, there is no elder.
        known = any(value is not None for value in inside.values())
        facts[name] = role(**inside) if known else None
    earned = {kind: facts.pop(f"{_INCOMES}{kind}") for kind in _within("incomes", facts)}
    return Person(incomes=_incomes(earned), **facts)


def _incomes(earned: Mapping[str, Decimal | None]) -> tuple[Income, ...] | None:
    """A kind that is not known says that incomes are not known; zero says that there is none of it."""
    if None in earned.values():
        return None
    return tuple(
        Income(kind=IncomeKind[kind.upper()], monthly=monthly) for kind, monthly in earned.items() if monthly
    )


def _within(part: str, facts: Mapping[str, object]) -> list[str]:
    return [name.partition(".")[2] for name in facts if name.startswith(f"{part}.")]


def _facts(row: Mapping[str, object]) -> dict[str, Any]:
    """The facts of a row as the models have them, under their names."""
    return {
        name.removesuffix(_FEN): _value(name, value) for name, value in row.items() if name not in _NO_FACTS
    }


def _value(name: str, value: Any) -> object:  # noqa: ANN401 - whatever a column holds
    if value is None:
        return None
    if name == _KINDS:
        return (DisabilityKind[value.upper()],)
    if name.endswith(_FEN):
        return Decimal(value) / 100
    return _TERMS[name][value.upper()] if name in _TERMS else value
