"""tree → what it rests on: series and fields, each once, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.rules.expr import (
    AmountRule,
    AnyItem,
    ConditionRule,
    Expr,
    Field,
    Flag,
    Growth,
    IsOneOf,
    Items,
    ItemsCount,
    ItemsTotal,
    LocalStandard,
    Opaque,
    Rule,
    Series,
    SeriesAt,
)
from civaffairs.domain.rules.walk import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def series_of(tree: Expr) -> tuple[Series, ...]:
    """Return the series that a tree refers to."""
    return tuple(dict.fromkeys(series for series, _ in _figures(tree)))


def figures_of(tree: Expr) -> tuple[tuple[Series, int], ...]:
    """Return the figures of series that a tree refers to, each with how many years before it is looked up."""
    return tuple(dict.fromkeys(_figures(tree)))


def fields_of(tree: Expr) -> tuple[Field | Flag | IsOneOf, ...]:
    """Return the facts of things that a tree refers to."""
    return tuple(dict.fromkeys(node for node in nodes(tree) if isinstance(node, Field | Flag | IsOneOf)))


def items_of(tree: Expr) -> tuple[Items, ...]:
    """Return the collections that a tree looks into."""
    found = (node.items for node in nodes(tree) if isinstance(node, ItemsCount | ItemsTotal | AnyItem))
    return tuple(dict.fromkeys(found))


def standards_of(tree: Expr) -> tuple[LocalStandard, ...]:
    """Return the local standards that a tree refers to."""
    return tuple(dict.fromkeys(node for node in nodes(tree) if isinstance(node, LocalStandard)))


def opaque_of(tree: Expr) -> tuple[Opaque, ...]:
    """Return the opaque quantities in a tree, those that a function computes."""
    return tuple(node for node in nodes(tree) if isinstance(node, Opaque))


def rules_of(tree: Expr) -> tuple[Rule, ...]:
    """Return the named rules that a tree refers to, not those behind them."""
    return tuple(dict.fromkeys(node for node in nodes(tree) if isinstance(node, AmountRule | ConditionRule)))


def _figures(tree: Expr) -> Iterator[tuple[Series, int]]:
    for node in nodes(tree):
        if isinstance(node, SeriesAt | Growth):
            yield node.series, node.years_before
        if isinstance(node, Growth):
            yield node.series, node.years_before + 1
