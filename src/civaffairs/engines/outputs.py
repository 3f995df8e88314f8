"""What engines that decide many things at once say of a provision: the columns of their results."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING, Protocol, TypeAlias
from typing import Literal as OneOf

from attrs import frozen

from civaffairs.domain.rules.shape import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import AmountRule
    from civaffairs.domain.rules.shape import Shape
    from civaffairs.domain.units import Unit

_FEN = 100

What: TypeAlias = OneOf["holds", "amount", "starts_after", "review_after", "lasts", "why", "missing"]


@frozen
class Output:
    """A column of the result.

    Attributes:
        name: what it is called: the id of the provision, and behind a dot what it says unless that is whether
            it holds.
        provision: the provision.
        what: what it says: a truth value, a whole number, or for `why` and `missing` a list of texts.
        scale: for a number how many of the whole numbers make one unit.
        unit: for a number its unit.
    """

    name: str
    provision: Provision
    what: What
    scale: int = 1
    unit: Unit | None = None


class Bulk(Protocol):
    """Provisions that an engine can decide for many things at once."""

    @property
    def registers(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that are read, by the model of the things in each register; keys are left out."""
        ...

    @property
    def outputs(self) -> Mapping[str, tuple[Output, ...]]:
        """The columns that come out, by the model that they are about, the outermost first."""
        ...


def scale_of(rule: AmountRule, shape: Shape) -> int:
    """Return how many whole numbers make one unit: money is in fen even where the rule rounds to yuan."""
    fen = lcm(shape.scale, _FEN)
    in_yuan = any(name == "yuan" for name, _ in rule.unit.powers)
    return fen if in_yuan and shape.widest * (fen // shape.scale) <= LIMIT else shape.scale


def amounts_of(provision: Provision) -> Iterator[tuple[What, AmountRule]]:
    """Yield the amounts of a provision with what each says."""
    if provision.amount is not None:
        yield "amount", provision.amount
    if provision.starts_after is not None:
        yield "starts_after", provision.starts_after
    if provision.review_after is not None:
        yield "review_after", provision.review_after
    if provision.lasts is not None:
        yield "lasts", provision.lasts
