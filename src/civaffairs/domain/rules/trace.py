"""What an engine noted while it computed: the value of every node, in whole numbers, to be explained later.

An engine that notes its steps returns a tuple of plain values; the layout says which node each belongs to.
Nothing is made of them until somebody asks, so that noting every step costs next to nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from attrs import field, frozen

from civaffairs.domain.rules.expr import AmountRule, AnyItem, ConditionRule, ItemsCount, ItemsTotal
from civaffairs.domain.units import Size
from civaffairs.errors import DeclarationError, fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civaffairs.domain.rules.expr import Expr
    from civaffairs.domain.rules.shape import Shape

Noted: TypeAlias = "tuple[bool | int | Noted | list[Noted] | None, ...]"
"""What was noted: truths, whole numbers, None for 'cannot tell', and a list of such for items."""


@frozen(eq=False, repr=False, slots=False)
class Layout:
    """Where in what was noted a node stands.

    Attributes:
        places: the place of each node, by its identity; of a named rule by its id.
        shapes: the shapes of the quantities, by identity; of a named rule by its id.
        rows: the place where the rows of a collection begin, by the identity of its node.
        items: the layout of one row, by the identity of the node.
        nodes: the nodes themselves, kept so that no other gets their identity.
    """

    places: dict[int | str, int] = field(factory=dict)
    shapes: dict[int | str, Shape] = field(factory=dict)
    rows: dict[int, int] = field(factory=dict)
    items: dict[int, Layout] = field(factory=dict)
    nodes: list[Expr] = field(factory=list)

    def __reduce__(self) -> NoReturn:
        # Identities mean nothing in another process, and there would be other nodes under them.
        raise DeclarationError(fault("trace_in_process"))


@frozen(eq=False, repr=False, slots=False)
class Trace:
    """What was noted of one case, or of one item of it.

    Attributes:
        layout: what stands where.
        noted: the values.
        paths: for each model in sight where in the case its thing stands: `members[1]`; empty for the case.
        around: the trace of the thing that this item belongs to; None for the case itself.
    """

    layout: Layout
    noted: Noted
    paths: Mapping[str, str]
    around: Trace | None = None

    def value(self, node: Expr) -> bool | Size | None:
        """Return the value of a node; None where it could not be told.

        Raises:
            KeyError: for a node that was not computed, such as a constant.
        """
        key = _key(node)
        holder: Trace | None = self
        while holder is not None and key not in holder.layout.places:
            holder = holder.around
        if holder is None:
            raise KeyError(key)
        raw = holder.noted[holder.layout.places[key]]
        if raw is None or isinstance(raw, bool):
            return raw
        assert isinstance(raw, int)  # noqa: S101 - rows are asked for by `items`
        shape = holder.layout.shapes[key]
        return Size(Fraction(raw, shape.scale), shape.unit)

    def items(self, node: AnyItem | ItemsCount | ItemsTotal) -> tuple[Trace, ...] | None:
        """Return the trace of each item of a collection; None where the items are not known."""
        holder: Trace | None = self
        while holder is not None and id(node) not in holder.layout.rows:
            holder = holder.around
        if holder is None:
            return None
        rows = holder.noted[holder.layout.rows[id(node)]]
        if rows is None:
            return None
        assert isinstance(rows, list)  # noqa: S101 - that is what stands there
        inside, items = holder.layout.items[id(node)], node.items
        place = self.path(items.model, items.name)
        return tuple(
            Trace(inside, row, {**holder.paths, items.of: f"{place}[{position}]"}, holder)
            for position, row in enumerate(rows)
        )

    def path(self, model: str, name: str) -> str:
        """Return where in the case a fact stands: `members[1].child.orphan`."""
        return ".".join(part for part in (self.paths[model], name) if part)


def _key(node: Expr) -> int | str:
    return node.id if isinstance(node, AmountRule | ConditionRule) else id(node)
