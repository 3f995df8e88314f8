"""tree → unit, or where units disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Cases,
    Compare,
    ConditionRule,
    Count,
    Difference,
    Expr,
    Field,
    Flag,
    Greatest,
    Growth,
    IsOneOf,
    ItemsCount,
    ItemsTotal,
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Observed,
    Opaque,
    Product,
    Quantity,
    Quotient,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.units import Unit
from civaffairs.errors import Fault, UnitClash, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERCENT = Unit.parse("%")


def unit_of(tree: Quantity) -> Unit:
    """Return the unit in which a quantity comes out: that of its first term.

    Example:
        >>> from civaffairs.domain.units import Amount
        >>> str(unit_of(Literal(Amount(600, "元/人·月")) * "1.3"))
        'yuan/person/month'
    """
    match tree:
        case Literal(amount):
            return amount.unit
        case SeriesAt(series):
            return series.unit
        case Growth():
            return _PERCENT
        case Observed(unit) | Field(unit=unit) | Count(unit=unit) | Quotient(unit=unit):
            return unit
        case LocalStandard(unit=unit) | Opaque(unit=unit) | AmountRule(unit=unit):
            return unit
        case ItemsCount(items):
            return items.unit
        case ItemsTotal(of=of):
            return unit_of(of)
        case Product(left, right):
            return unit_of(left).times(unit_of(right))
        case Cases(branches):
            return unit_of(branches[0].then)
        case Total(of):
            return of.unit
        case Sum(terms) | Greatest(terms) | Least(terms):
            return unit_of(terms[0])
        case Difference(left):
            return unit_of(left)
        case Multiple(_, term):
            return unit_of(term)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def check_units(tree: Expr) -> None:
    """Refuse a tree whose units do not go together.

    Raises:
        UnitClash: with every place where they do not.
    """
    raise_all(UnitClash, (each for node in nodes(tree) for each in _clashes(node)))


def _clashes(node: Expr) -> Iterator[Fault]:
    match node:
        case Sum(terms) | Greatest(terms) | Least(terms):
            yield from _unlike(node, *terms)
        case Difference(left, right) | Compare(left, _, right):
            yield from _unlike(node, left, right)
        case Quotient(numerator, denominator, unit):
            if not unit_of(numerator).times(unit_of(denominator), -1).goes_with(unit):
                yield fault("quotient_unit", unit=unit, left=unit_of(numerator), right=unit_of(denominator))
        case Cases(branches, otherwise):
            yield from _unlike(node, *(branch.then for branch in branches), otherwise)
        case Literal() | Observed() | SeriesAt() | Growth() | Field() | Total() | Count() | Multiple():
            return
        case LocalStandard() | Opaque() | AmountRule() | ItemsCount() | ItemsTotal() | Product():
            return
        case Flag() | Judged() | AllOf() | AnyOf() | Negation() | IsOneOf() | AnyItem() | ConditionRule():
            return
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(node)


def _unlike(node: Expr, first: Quantity, *others: Quantity) -> Iterator[Fault]:
    for other in others:
        if not unit_of(first).goes_with(unit_of(other)):
            yield fault("unit_clash", type(node).__name__, left=unit_of(first), right=unit_of(other))
