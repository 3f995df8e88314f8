"""The facts of models as columns of registers: what a column is called, its type, and when it is known.

A register has one row for each thing. Its columns are called as the facts are: `born`, `child.orphan`.
Every register has the column `key`; one of things that are held by others, as members by a household, also
`within`, the key of the thing that holds them. Where it may not be known at all what a thing holds, its
register says so in a column of truth values such as `incomes.known`. What is not known is NULL in the
register and nowhere beyond it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, TypeAlias, cast, get_args, get_origin
from typing import Literal as OneOf

from attrs import frozen

from civaffairs.domain import models
from civaffairs.domain.models.fact import Fact, attributes, fact_of
from civaffairs.domain.models.terms import Term

Kind: TypeAlias = OneOf["number", "truth", "term", "terms", "date"]

KEY = "key"
"""The column that says which thing a row is."""
WITHIN = "within"
"""The column that says which thing holds it."""

HELD_IN = {
    "Person": "members",
    "Income": "incomes",
    "Supporter": "supporters",
    "Parent": "child.parents",
    "AnnualCheck": "annual_checks",
}
"""For the models of things that others hold, the fact in which they hold them."""


@frozen
class FactColumn:
    """A fact as a column.

    Attributes:
        name: what the fact is called, behind a dot where it stands in a part of the thing.
        kind: what it is.
        scale: for a number how many of the whole numbers in the column make one unit: 100 where they are fen.
        stand_in: for a number the whole number that stands where it is not known; it lies within the bounds
            of the fact, so that whatever is computed from it stays within those that are proved.
        sure: whether it is always known.

    Example:
        >>> fact_column("Person", "work_cost")
        FactColumn(name='work_cost', kind='number', scale=100, stand_in=0, sure=False)
        >>> fact_column("Person", "disability_grade").stand_in, fact_column("Household", "area").sure
        (1, True)
    """

    name: str
    kind: Kind
    scale: int = 1
    stand_in: int = 0
    sure: bool = False

    def read(self, thing: object) -> object:
        """Return what stands in the column for a thing."""
        value = inside(thing, self.name)
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return int(value * self.scale)
        if isinstance(value, Term):
            return value.id
        return [each.id for each in value] if isinstance(value, tuple) else value


def fact_column(model: str, name: str) -> FactColumn:
    """Return the column of a fact that is stored."""
    annotation, declared = _attribute(model, name)
    optional, several, kind = _taken_apart(annotation)
    sure = not optional and "." not in name
    if kind is bool:
        return FactColumn(name, "truth", sure=sure)
    if kind is date:
        return FactColumn(name, "date", sure=sure)
    if issubclass(kind, Term):
        return FactColumn(name, "terms" if several else "term", sure=sure)
    scale = 10 ** (declared.places or 0)
    return FactColumn(name, "number", scale, _nearest_zero(declared, scale), sure)


def is_stored(model: str, name: str) -> bool:
    """Whether a fact is stored, not derived on a day."""
    *parts, last = name.split(".")
    return any(each.name == last for each in attributes(_class_of(model, parts)))


def is_list_sure(model: str, name: str) -> bool:
    """Whether it is always known what a thing holds, as the members of a household."""
    return "." not in name and not _taken_apart(_attribute(model, name)[0])[0]


def inside(thing: object, name: str) -> Any:  # noqa: ANN401 - whatever the fact is
    """Return a fact of a thing, through the parts that its name leads through; None where it is not known."""
    for step in name.split("."):
        thing = None if thing is None else getattr(thing, step)
    return thing


def _class_of(model: str, parts: list[str]) -> type:
    cls: type = getattr(models, model)
    for part in parts:
        cls = _taken_apart(next(each.type for each in attributes(cls) if each.name == part))[2]
    return cls


def _attribute(model: str, name: str) -> tuple[object, Fact]:
    """Return the type of a fact that is stored, and what it is."""
    *parts, last = name.split(".")
    found = next(each for each in attributes(_class_of(model, parts)) if each.name == last)
    return found.type, fact_of(found)


def _taken_apart(annotation: object) -> tuple[bool, bool, type]:
    """Return whether it may be None, whether it is a list, and of what."""
    optional = NoneType in get_args(annotation)
    inner = next(each for each in get_args(annotation) if each is not NoneType) if optional else annotation
    several = get_origin(inner) is tuple
    return optional, several, cast("type", get_args(inner)[0] if several else inner)


def _nearest_zero(declared: Fact, scale: int) -> int:
    bounds = [
        int(each * scale) for each in (declared.least, declared.most) if isinstance(each, Decimal | int)
    ]
    least, most = bounds if len(bounds) == 2 else (0, 0)
    return max(least, min(0, most))
