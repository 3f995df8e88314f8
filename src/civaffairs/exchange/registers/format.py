"""What columns a register may have: the facts of its model, each with the headings that are understood.

A register of households has a row for each household, one of persons a row for each person. Beside its keys
every column is a fact of the model and called as the fact is, behind a dot where it stands in a part of the
thing: `assets`, `born`, `child.orphan`. What a person earns stands in a column for each kind of income:
`incomes.wages`. Facts that are texts, as a name, are no columns: no rule reads them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Literal as OneOf
from typing import TypeAlias

from attrs import evolve, frozen

from civaffairs.domain.models import MODELS, Income, IncomeKind, Person
from civaffairs.domain.models.fact import Fact, attributes, fact_of, is_model, kind_of, not_empty
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.domain.units import Unit

Kind: TypeAlias = OneOf["number", "truth", "term", "terms", "date", "things"]

HOUSEHOLD_ID, PERSON_ID = "household_id", "person_id"
"""The keys of the registers."""

REGISTERS: Mapping[str, str] = MappingProxyType({"households": "Household", "persons": "Person"})
"""The registers, and the model of what each of their rows is."""

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"households": (HOUSEHOLD_ID,), "persons": (HOUSEHOLD_ID, PERSON_ID)}
)
"""The keys of each register."""

KEY_LABELS: Mapping[str, Label] = MappingProxyType(
    {HOUSEHOLD_ID: Label("户编号", "household number"), PERSON_ID: Label("人员编号", "person number")}
)
KEY_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        HOUSEHOLD_ID: (HOUSEHOLD_ID, "户编号", "家庭编号", "household number"),
        PERSON_ID: (PERSON_ID, "人员编号", "person number"),
    }
)
"""What the headings of the keys may be."""

YUAN = Unit.parse("元")

_CLASSES: Mapping[str, type] = MappingProxyType({each.__name__: each for each in MODELS})
_INCOMES = "incomes"


@frozen
class RegisterColumn:
    """A column that a register may have.

    Attributes:
        name: the name of the fact; of a kind of income `incomes.` with the id of the kind.
        kind: what it holds; `things` is a list of things with facts of their own, as supporters.
        label: what it is called in Chinese and English.
        unit: the unit of its number.
        scale: how many of the whole numbers that engines read make one unit: 100 where they read fen.
        least: the smallest value, for a number as engines read it.
        most: the largest.
        terms: the closed list of a term.
        required: whether it may not be empty in any row.
        items: for a list of things what each of them has.
        filled: whether a list may not be empty.

    Example:
        >>> assets = columns_of("Household")["assets"]
        >>> assets.kind, assets.scale, assets.least, assets.most, assets.label.zh
        ('number', 100, 0, 999999999999, '家庭财产')
        >>> columns_of("Person")["incomes.wages"].label.zh
        '工资性收入'
    """

    name: str
    kind: Kind
    label: Label
    unit: Unit | None = None
    scale: int = 1
    least: int | date | None = None
    most: int | date | None = None
    terms: tuple[Term, ...] = ()
    required: bool = False
    items: tuple[RegisterColumn, ...] = ()
    filled: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money, whether by month, year or as such."""
        return self.scale == 100 and self.unit is not None and "元" in self.unit.text("zh")


@lru_cache(maxsize=8)
def columns_of(model: str) -> Mapping[str, RegisterColumn]:
    """Return every column that a register of a model may have, by name; keys are not among them.

    Args:
        model: `Household`, `Person`, or another model that a register may be of.
    """
    return MappingProxyType({each.name: each for each in _columns(_CLASSES[model], "")})


@lru_cache(maxsize=8)
def headings_of(model: str) -> Mapping[str, str]:
    """Return for every heading that is understood as it is the column that it means.

    What would mean two columns is left out.

    Example:
        >>> headings = headings_of("Household")
        >>> headings["家庭财产"], headings["assets"], headings["assets_fen"]
        ('assets', 'assets', 'assets')
    """
    found: dict[str, set[str]] = {}
    for column in columns_of(model).values():
        names = [column.name, column.label.zh, column.label.en]
        if column.is_money:
            names.append(f"{column.name}_fen")
        for name in names:
            found.setdefault(name.casefold(), set()).add(column.name)
    return MappingProxyType(
        {heading: next(iter(names)) for heading, names in found.items() if len(names) == 1}
    )


def texts_of(model: str) -> tuple[str, ...]:
    """Return the facts of a model that are texts, such as its name.

    Example:
        >>> texts_of("CareInstitution")
        ('name',)
    """
    return tuple(each.name for each in attributes(_CLASSES[model]) if each.type in {str, str | None})


def is_needed(name: str, needed: Collection[str]) -> bool:
    """Whether a column is among those that are needed, itself or as a part: `incomes` needs every income.

    Example:
        >>> is_needed("incomes.wages", {"incomes"}), is_needed("incomes.wages", {"born"})
        (True, False)
    """
    steps = name.split(".")
    return any(".".join(steps[: many + 1]) in needed for many in range(len(steps)))


def label_of(model: str, name: str) -> Label:
    """Return what a column of a register is called, its keys included."""
    return KEY_LABELS[name] if name in KEY_LABELS else columns_of(model)[name].label


def _columns(cls: type, prefix: str) -> Iterator[RegisterColumn]:
    for attribute in attributes(cls):
        kind, name = kind_of(attribute), prefix + attribute.name
        if kind.of is Income:
            yield from _incomes(name)
        elif is_model(kind.of) and kind.several:
            if kind.of is not Person:  # a register of its own
                declared, items = fact_of(attribute), tuple(_columns(kind.of, ""))
                filled = declared.check is not_empty
                yield RegisterColumn(name, "things", declared.label, items=items, filled=filled)
        elif is_model(kind.of):
            yield from _columns(kind.of, f"{name}.")
        elif kind.of is not str:
            column = _column(name, kind.of, fact_of(attribute), several=kind.several)
            yield evolve(column, required=not kind.optional)


def _incomes(name: str) -> Iterator[RegisterColumn]:
    monthly = next(each for each in attributes(Income) if each.name == "monthly")
    one = _column(name, Decimal, fact_of(monthly), several=False)
    for kind in IncomeKind:
        yield evolve(one, name=f"{_INCOMES}.{kind.id}", label=kind.label)


def _column(name: str, kind: type, declared: Fact, *, several: bool) -> RegisterColumn:
    if issubclass(kind, Term):
        listed: Kind = "terms" if several else "term"
        return RegisterColumn(name, listed, declared.label, terms=tuple(kind), filled=several)
    if kind is bool:
        return RegisterColumn(name, "truth", declared.label)
    if kind is date:
        earliest = declared.least if isinstance(declared.least, date) else None
        return RegisterColumn(name, "date", declared.label, least=earliest)
    scale = 10 ** (declared.places or 0)
    least, most = (
        int(each * scale) if isinstance(each, int | Decimal) else None
        for each in (declared.least, declared.most)
    )
    return RegisterColumn(name, "number", declared.label, declared.unit, scale, least, most)
