"""The only traversal of trees."""

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
    Quotient,
    SeriesAt,
    Sum,
    Total,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def children(tree: Expr) -> tuple[Expr, ...]:
    """Return the nodes directly below this one, in reading order.

    A named rule has none: it is referred to, and what it says depends on place and day.
    """
    match tree:
        case Literal() | Observed() | SeriesAt() | Growth() | Field() | Flag() | Judged():
            return ()
        case LocalStandard() | Opaque() | IsOneOf() | AmountRule() | ConditionRule():
            return ()
        case ItemsCount(where=where):
            return () if where is None else (where,)
        case ItemsTotal(_, of, where):
            return (of,) if where is None else (of, where)
        case AnyItem(where=where):
            return (where,)
        case Cases(branches, otherwise):
            return (*(part for branch in branches for part in (branch.when, branch.then)), otherwise)
        case Total(of, where):
            return (of,) if where is None else (of, where)
        case Count(where=where):
            return () if where is None else (where,)
        case Sum(terms) | Greatest(terms) | Least(terms):
            return terms
        case AllOf(conditions) | AnyOf(conditions):
            return conditions
        case Difference(left, right) | Compare(left, _, right) | Quotient(left, right) | Product(left, right):
            return (left, right)
        case Multiple(_, quantity):
            return (quantity,)
        case Negation(condition):
            return (condition,)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def nodes(tree: Expr) -> Iterator[Expr]:
    """Yield the tree's nodes, each before those below it."""
    left = [tree]
    while left:
        node = left.pop()
        yield node
        left.extend(reversed(children(node)))
