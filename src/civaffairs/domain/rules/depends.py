"""tree → what it rests on: series and fields, each once, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.rules.expr import Expr, Field, Flag, Growth, Series, SeriesAt
from civaffairs.domain.rules.walk import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def series_of(tree: Expr) -> tuple[Series, ...]:
    """Return the series that a tree refers to."""
    return tuple(dict.fromkeys(node.series for node in nodes(tree) if isinstance(node, SeriesAt | Growth)))


def fields_of(tree: Expr) -> tuple[Field | Flag, ...]:
    """Return the facts of registers that a tree refers to."""
    return tuple(dict.fromkeys(_fields(tree)))


def _fields(tree: Expr) -> Iterator[Field | Flag]:
    return (node for node in nodes(tree) if isinstance(node, Field | Flag))
