"""Strategies for the trees of rules. They are well formed and make no sense."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Case,
    Cases,
    Compare,
    Condition,
    ConditionRule,
    Count,
    Difference,
    Field,
    Flag,
    Greatest,
    Growth,
    IsOneOf,
    Items,
    ItemsCount,
    ItemsTotal,
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Observed,
    OneTerm,
    Opaque,
    Product,
    Quantity,
    Quotient,
    Series,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.sources import Clause
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.units import RATIO, ROUNDINGS, Unit
from civaffairs.testing.strategies.basics import (
    PERCENT,
    amounts,
    clauses,
    ids,
    labels,
    numbers,
    periods,
    slugs,
    texts,
    units,
)

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")

COMPARATORS = (">=", ">", "=", "<", "<=")


@cache
def series(unit: Unit | None = None) -> SearchStrategy[Series]:
    """Draw series, in `unit` where one is given."""
    return st.builds(Series, ids(), labels(), units() if unit is None else st.just(unit))


@st.composite
def quantities(draw: DrawFn, unit: Unit | None = None, *, depth: int = 2, opaque: bool = False) -> Quantity:
    """Draw trees with a size, of units that go together; the size is in `unit` where one is given.

    Every node is drawn that there is. What the trees say makes no sense; `civaffairs.testing.cases` draws
    rules that can be decided.

    Args:
        draw: given by hypothesis.
        unit: the unit in which the tree comes out.
        depth: how many nodes may stand below one another.
        opaque: whether `Opaque` is drawn too, whose function cannot be written to a file.
    """
    return draw(_quantities(unit or draw(units()), depth, opaque=opaque))


@cache
def _quantities(unit: Unit, depth: int, *, opaque: bool) -> SearchStrategy[Quantity]:
    same, years = st.just(unit), st.integers(0, 3)
    fields = st.builds(Field, texts(), ids(), labels(), same)
    kinds: list[SearchStrategy[Quantity]] = [
        st.builds(Literal, amounts(unit)),
        st.builds(Observed, same),
        st.builds(SeriesAt, series(unit), years),
        fields,
        st.builds(Count, texts(), labels(), same),
        st.builds(LocalStandard, ids(), labels(), same, numbers(0)),
    ]
    if unit == PERCENT:
        kinds.append(st.builds(Growth, series(), years))
    if opaque:
        kinds.append(_opaques(unit))
    if depth:
        inner = quantities(unit, depth=depth - 1, opaque=opaque)
        which = conditions(depth=depth - 1, opaque=opaque)
        where = st.none() | which
        terms = st.lists(inner, min_size=1, max_size=3).map(tuple)
        branches = st.lists(st.builds(Case, which, inner), min_size=1, max_size=2).map(tuple)
        kinds += [
            st.builds(Total, fields, where),
            st.builds(Count, texts(), labels(), same, where),
            st.builds(Sum, terms),
            st.builds(Greatest, terms),
            st.builds(Least, terms),
            st.builds(Difference, inner, inner),
            st.builds(Multiple, numbers(-100, 100), inner),
            quotients(unit, inner, quantities(RATIO, depth=0)),
            st.builds(Product, inner, quantities(RATIO, depth=0)),
            st.builds(Cases, branches, inner),
            st.builds(ItemsCount, _items(same), where),
            st.builds(ItemsTotal, _items(units()), inner, where),
            st.builds(
                AmountRule, ids(), slugs(), labels(), texts(), same, _versions(inner), st.none() | slugs()
            ),
        ]
    return st.one_of(kinds)


@cache
def _items(counted_in: SearchStrategy[Unit]) -> SearchStrategy[Items]:
    return st.builds(Items, texts(), ids(), labels(), texts(), counted_in)


@cache
def _opaques(unit: Unit) -> SearchStrategy[Opaque]:
    bounds = st.lists(numbers(), min_size=2, max_size=2).map(sorted)
    return bounds.flatmap(
        lambda ends: st.builds(
            Opaque,
            ids(),
            texts(),
            labels(),
            st.just(unit),
            st.just(ends[0]),
            st.just(ends[1]),
            st.integers(0, 4),
            clauses(),
            st.just(_nothing_known),
        )
    )


def _nothing_known(thing: object, day: date) -> None:
    """Compute nothing, as where a fact is not known."""


def _versions(values: SearchStrategy[T]) -> SearchStrategy[Timeline[T]]:
    """Draw timelines of one version: what rules say is drawn elsewhere, and this keeps them small."""
    return st.builds(_since, labels(), periods(), values, clauses())


def _since(earlier: Label, start: Period, value: T, clause: Clause) -> Timeline[T]:
    return Timeline((NotModelled(earlier, before=start), Since(start, value, clause)))


def quotients(
    unit: Unit, numerators: SearchStrategy[Quantity], denominators: SearchStrategy[Quantity]
) -> SearchStrategy[Quotient]:
    """Draw quotients in a unit, with any rounding."""
    return st.builds(
        Quotient,
        numerators,
        denominators,
        st.just(unit),
        places=st.integers(0, 6),
        rounding=st.sampled_from(ROUNDINGS),
    )


@st.composite
def conditions(draw: DrawFn, *, depth: int = 2, opaque: bool = False) -> Condition:
    """Draw trees that hold or do not hold, of units that go together; see `quantities`."""
    return draw(_conditions(depth, opaque=opaque))


@cache
def _conditions(depth: int, *, opaque: bool) -> SearchStrategy[Condition]:
    one_term = st.builds(OneTerm, ids(), labels())
    kinds: list[SearchStrategy[Condition]] = [
        st.builds(Flag, texts(), ids(), labels()),
        st.builds(IsOneOf, texts(), ids(), labels(), st.lists(one_term, min_size=1, max_size=2).map(tuple)),
        st.builds(Judged, labels()),
    ]
    if depth:
        inner = conditions(depth=depth - 1, opaque=opaque)
        terms = st.lists(inner, min_size=1, max_size=3).map(tuple)
        kinds += [
            units().flatmap(lambda unit: _comparisons(unit, depth - 1, opaque=opaque)),
            st.builds(AllOf, terms),
            st.builds(AnyOf, terms),
            st.builds(Negation, inner),
            st.builds(AnyItem, _items(units()), inner),
            st.builds(
                ConditionRule, ids(), slugs(), labels(), texts(), _versions(inner), st.none() | slugs()
            ),
        ]
    return st.one_of(kinds)


@cache
def _comparisons(unit: Unit, depth: int, *, opaque: bool) -> SearchStrategy[Compare]:
    sides = quantities(unit, depth=depth, opaque=opaque)
    return st.builds(Compare, sides, st.sampled_from(COMPARATORS), sides)
