"""The facts of models as columns of registers: what a column is called, its type, and when it is known.

A register has one row for each thing. Its columns are called as the facts are: `born`, `child.orphan`. What
is not known is NULL in the register and nowhere beyond it.

Households have the key `household_id`; persons have it too, and `person_id`. What else a thing holds several
of is a list in one column, as `supporters`. What a person earns may stand in one column for each kind of
income instead, `incomes.wages`: NULL in any of them says that the incomes are not known, 0 that there is none
of that kind.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from typing import Literal as OneOf

from attrs import evolve, field, frozen

from civaffairs.domain import models
from civaffairs.domain.models.fact import Fact, attribute_of, attributes, fact_of, is_model, kind_of
from civaffairs.domain.models.terms import Term
from civaffairs.domain.rules.shape import lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kind: TypeAlias = OneOf["number", "truth", "term", "terms", "date"]

INCOME, INCOMES = "Income", "incomes"
INCOME_KIND, INCOME_MONTHLY = "kind", "monthly"

HELD_IN = {
    "Person": "members",
    "Income": "incomes",
    "Supporter": "supporters",
    "Parent": "child.parents",
    "AnnualCheck": "annual_checks",
}
"""For the models of things that others hold, the fact in which they hold them."""

_KEYS = {"Household": "household_id", "Person": "person_id"}


@frozen
class FactColumn:
    """A fact as a column.

    Attributes:
        name: what the fact is called, behind a dot where it stands in a part of the thing.
        kind: what it is.
        scale: for a number how many of the whole numbers in the column make one unit: 100 where they are fen.
        stand_in: for a number the whole number that stands where it is not known; it lies within the bounds
            of the fact, so that whatever is computed from it stays within those that are proved.
        sure: whether the model says that it is always known.

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


def key_column(model: str) -> str:
    """Return the name of the column that says which thing a row is."""
    return _KEYS.get(model, "key")


def has_register(model: str) -> bool:
    """Whether flat registers have one of these things; others are lists in the register of what holds them.

    Example:
        >>> has_register("Person"), has_register("Supporter")
        (True, False)
    """
    return model in _KEYS or len(lineage(model)) == 1


@cache
def fact_column(model: str, name: str) -> FactColumn:
    """Return the column of a fact that is stored, or that of one kind of income.

    Example:
        >>> fact_column("Person", "incomes.wages")
        FactColumn(name='incomes.wages', kind='number', scale=100, stand_in=0, sure=False)
    """
    if income_kind(model, name) is not None:
        return evolve(fact_column(INCOME, INCOME_MONTHLY), name=name, sure=False)
    attribute = attribute_of(getattr(models, model), name)
    kind, declared = kind_of(attribute), fact_of(attribute)
    sure = not kind.optional and "." not in name
    if kind.of is bool:
        return FactColumn(name, "truth", sure=sure)
    if kind.of is date:
        return FactColumn(name, "date", sure=sure)
    if issubclass(kind.of, Term):
        return FactColumn(name, "terms" if kind.several else "term", sure=sure)
    scale = 10 ** (declared.places or 0)
    return FactColumn(name, "number", scale, _nearest_zero(declared, scale), sure)


@cache
def is_stored(model: str, name: str) -> bool:
    """Whether a fact is stored, not derived on a day."""
    part, _, last = name.rpartition(".")
    cls = getattr(models, model)
    return any(each.name == last for each in attributes(kind_of(attribute_of(cls, part)).of if part else cls))


def income_kind(model: str, name: str) -> str | None:
    """Return the kind of income that a column of a person holds; None where it holds something else.

    Example:
        >>> income_kind("Person", "incomes.wages"), income_kind("Person", "born")
        ('wages', None)
    """
    held, _, kind = name.partition(".")
    return kind if kind and (model, held) == ("Person", INCOMES) else None


@cache
def all_facts(model: str) -> tuple[str, ...]:
    """Return the columns that a register of a model may have, lists and keys left out.

    Example:
        >>> all_facts("Income"), all_facts("Parent")
        (('kind', 'monthly'), ('state', 'months'))
    """
    return tuple(_facts(getattr(models, model), ""))


def lists_of(model: str) -> dict[str, str]:
    """Return by their names the lists of things that a thing holds, and what each of these is.

    Example:
        >>> lists_of("Person")
        {'incomes': 'Income', 'supporters': 'Supporter', 'child.parents': 'Parent'}
    """
    return {name: below for below, name in HELD_IN.items() if lineage(below)[1] == model}


def _pairs(columns: Mapping[str, Iterable[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((model, name) for model, names in columns.items() for name in names)


@frozen
class Given:
    """Which columns registers have, and in which of these nothing is missing.

    A fact whose column is not there is unknown of every thing. A list is a column of its holder, and has
    columns of its own by the model of its items; members need no column, they are there where any column of
    persons is.

    Attributes:
        columns: by model the columns that there are; kept as pairs of model and column.
        complete: by model those in which nothing is missing.
        inhabited: whether every household has a member.

    Example:
        >>> given = Given({"Household": ["area"], "Person": ["born", "incomes.wages"]}, {"Person": ["born"]})
        >>> given.has("Household", "area"), given.has("Household", "assets"), given.kinds_of_income
        (True, False, ('wages',))
        >>> given.has("Household", "members"), given.is_complete("Person", "born")
        (True, True)
    """

    columns: frozenset[tuple[str, str]] = field(converter=_pairs)
    complete: frozenset[tuple[str, str]] = field(factory=dict, converter=_pairs)
    inhabited: bool = field(default=False, kw_only=True)

    def has(self, model: str, name: str) -> bool:
        """Whether there is a column."""
        if (model, name) == ("Household", HELD_IN["Person"]):
            return any(of == "Person" for of, _ in self.columns)
        return (model, name) in self.columns

    def is_complete(self, model: str, name: str) -> bool:
        """Whether there is a column in which nothing is missing."""
        if (model, name) == ("Household", HELD_IN["Person"]):
            return self.has(model, name)
        return self.has(model, name) and (model, name) in self.complete

    @property
    def kinds_of_income(self) -> tuple[str, ...]:
        """The kinds of income that stand in columns of their own."""
        kinds = (income_kind(model, name) for model, name in self.columns)
        return tuple(sorted(kind for kind in kinds if kind is not None))


def inside(thing: object, name: str) -> Any:  # noqa: ANN401 - whatever the fact is
    """Return a fact of a thing, through the parts that its name leads through; None where it is not known."""
    for step in name.split("."):
        thing = None if thing is None else getattr(thing, step)
    return thing


def _facts(cls: type, inside_of: str) -> Iterator[str]:
    for each in attributes(cls):
        kind = kind_of(each)
        if is_model(kind.of) and not kind.several:
            yield from _facts(kind.of, f"{inside_of}{each.name}.")
        elif not is_model(kind.of) and kind.of is not str:
            yield f"{inside_of}{each.name}"


def _nearest_zero(declared: Fact, scale: int) -> int:
    bounds = [
        int(each * scale) for each in (declared.least, declared.most) if isinstance(each, Decimal | int)
    ]
    least, most = bounds if len(bounds) == 2 else (0, 0)
    return max(least, min(0, most))
