"""tree and what was noted → what of the tree bears on the case: the case given, not those passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from civaffairs.domain.rulebook import InForce
from civaffairs.domain.rules.expr import (
    AmountRule,
    AnyItem,
    Cases,
    ConditionRule,
    Field,
    ItemsCount,
    ItemsTotal,
    LocalStandard,
    Opaque,
)
from civaffairs.domain.rules.walk import children
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Condition, Expr, Quantity, Rule
    from civaffairs.domain.rules.trace import Trace

CALLED_BY_LABEL = (Field, LocalStandard, AmountRule, Opaque)
"""Quantities that have a label of their own; all others are described."""


def truth_of(tree: Condition, trace: Trace) -> bool | None:
    """Return whether a condition was found to hold; None where it could not be told."""
    return cast("bool | None", trace.value(tree))


def taken(tree: Cases, trace: Trace) -> tuple[tuple[Condition, ...], Quantity | None]:
    """Return the conditions that were looked at, and the case that is given; None where it cannot be told."""
    looked_at: list[Condition] = []
    for branch in tree.branches:
        looked_at.append(branch.when)
        truth = truth_of(branch.when, trace)
        if truth is not False:
            return tuple(looked_at), branch.then if truth else None
    return tuple(looked_at), tree.otherwise


def given(tree: Quantity, trace: Trace) -> Quantity:
    """Return a quantity, or of cases whose value is known the one that is given."""
    while isinstance(tree, Cases):
        _, then = taken(tree, trace)
        assert then is not None  # noqa: S101 - the value is known, and this is where it comes from
        tree = then
    return tree


def rests_on(tree: Expr, trace: Trace) -> Iterator[Expr]:
    """Yield what a quantity rests on: what has a label of its own, collections, conditions of cases."""
    if isinstance(tree, (*CALLED_BY_LABEL, ItemsTotal, ItemsCount)):
        yield tree
    elif isinstance(tree, Cases):
        looked_at, then = taken(tree, trace)
        yield from looked_at
        if then is not None:
            yield from rests_on(then, trace)
    else:
        for child in children(tree):
            yield from rests_on(child, trace)


def used_by(edition: Edition, rules: Iterable[Rule], trace: Trace) -> tuple[InForce, ...]:
    """Return the versions of rules and standards that bear on a case, each once, in reading order.

    Args:
        edition: what holds where and when the case is decided.
        rules: those that were asked for.
        trace: what was noted of the case.
    """
    found: dict[tuple[str, str], InForce] = {}
    seen: set[tuple[str, str]] = set()
    for rule in rules:
        _reach(rule, trace, edition, found, seen)
    return tuple(found.values())


def _reach(
    tree: Expr,
    trace: Trace,
    edition: Edition,
    found: dict[tuple[str, str], InForce],
    seen: set[tuple[str, str]],
) -> None:
    below: Iterable[tuple[Expr, Trace]]
    match tree:
        case AmountRule() | ConditionRule():
            version = edition.rule(tree)
            key = (tree.id, trace.paths[tree.of])
            if isinstance(version, Message) or key in seen:
                return
            seen.add(key)
            found["rule", tree.id] = version
            below = [(cast("Quantity", version.value), trace)]
        case LocalStandard():
            standard = edition.standard(tree)
            if isinstance(standard, InForce):
                found["standard", tree.id] = standard
            return
        case Cases():
            looked_at, then = taken(tree, trace)
            below = [(each, trace) for each in (*looked_at, then) if each is not None]
        case AnyItem() | ItemsCount() | ItemsTotal():
            below = _inside(tree, trace)
        case _:
            below = [(child, trace) for child in children(tree)]
    for each, seen_from in below:
        _reach(each, seen_from, edition, found, seen)


def _inside(tree: AnyItem | ItemsCount | ItemsTotal, trace: Trace) -> Iterator[tuple[Expr, Trace]]:
    """Yield what was looked at in each item, and of those that count what they add."""
    for row in trace.items(tree) or ():
        if tree.where is not None:
            yield tree.where, row
        if isinstance(tree, ItemsTotal) and (tree.where is None or truth_of(tree.where, row)):
            yield tree.of, row
