"""What a node is over many things at once: truths and whole numbers as arrays, with what is known of them.

What is the same for every thing is no array: a number is an `int` then and a mask a `bool`, so that nothing
is computed that is settled, and a register without gaps costs nothing for gaps that others have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import numpy
from attrs import define

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

Mask: TypeAlias = "NDArray[numpy.bool_] | bool"
"""For each thing whether something is so, or that it is so for all or none of them."""
Sizes: TypeAlias = "NDArray[numpy.int64] | int"
"""For each thing a whole number, or the number that it is for all of them."""


@define
class Number:
    """A whole number.

    Attributes:
        size: how large it is; any number within its bounds where it is not known.
        known: whether it is known.
    """

    size: Sizes
    known: Mask = True


@define
class Truth:
    """A truth.

    Attributes:
        yes: whether it holds.
        no: whether it holds not; None where it can be told for everything, so that it is the opposite.
    """

    yes: Mask
    no: Mask | None = None

    @property
    def fails(self) -> Mask:
        """Whether it holds not."""
        return opposite(self.yes) if self.no is None else self.no

    @property
    def told(self) -> Mask:
        """Whether it can be told."""
        return True if self.no is None else either(self.yes, self.no)

    @property
    def doubtful(self) -> Mask:
        """Whether it cannot be told."""
        return opposite(self.told)

    @property
    def opposite(self) -> Truth:
        """That it holds not."""
        return Truth(self.fails, None if self.no is None else self.yes)


_HALF = 2**63
UNTOLD = Truth(yes=False, no=False)
"""What cannot be told of anything."""


def both(one: Mask, other: Mask) -> Mask:
    """Return where both are so.

    Example:
        >>> both(True, False), both(numpy.array([True, False]), True).tolist()
        (False, [True, False])
    """
    if one is True or other is False:
        return other
    if other is True or one is False:
        return one
    return one & other


def either(one: Mask, other: Mask) -> Mask:
    """Return where at least one is so."""
    if one is False or other is True:
        return other
    if other is False or one is True:
        return one
    return one | other


def opposite(one: Mask) -> Mask:
    """Return where something is not so."""
    return not one if isinstance(one, bool) else ~one


def every(masks: Iterable[Mask]) -> Mask:
    """Return where all of several are so."""
    found: Mask = True
    for each in masks:
        found = both(found, each)
    return found


def some(masks: Iterable[Mask]) -> Mask:
    """Return where at least one of several is so."""
    found: Mask = False
    for each in masks:
        found = either(found, each)
    return found


def is_never(one: Mask) -> bool:
    """Whether something is so for nothing at all."""
    return not one if isinstance(one, bool) else not one.any()


def settled(one: Mask) -> Mask:
    """Return a mask as a plain truth value where it is the same for all things."""
    if isinstance(one, bool):
        return one
    if one.all():
        return True
    return one if one.any() else False


def told(holds: Mask, known: Mask) -> Truth:
    """Return the truth of something that can be told where it is known."""
    if known is True:
        return Truth(holds)
    return Truth(both(known, holds), both(known, opposite(holds)))


def chosen(when: Mask, then: Sizes, otherwise: Sizes) -> Sizes:
    """Return one number where something is so, and another elsewhere.

    Example:
        >>> chosen(numpy.array([True, False]), 7, numpy.array([1, 2])).tolist()
        [7, 2]
    """
    if isinstance(when, bool):
        return then if when else otherwise
    if isinstance(then, int) and isinstance(otherwise, int) and then == otherwise:
        return then
    # Adding a difference or nothing takes a third of the time of `where`, whose branches cannot be foretold.
    # It may leave 64 bits and comes back, for numbers of a computer turn in a circle.
    if isinstance(otherwise, int) and otherwise == 0:
        return cast("Sizes", when * then if isinstance(then, int) else then * when)
    return cast("Sizes", when * _less(then, otherwise) + otherwise)


def chosen_mask(when: Mask, then: Mask, otherwise: Mask) -> Mask:
    """Return one mask where something is so, and another elsewhere."""
    if isinstance(when, bool):
        return then if when else otherwise
    if then is otherwise:
        return then
    return either(both(when, then), both(~when, otherwise))


def _less(one: Sizes, other: Sizes) -> Sizes:
    if isinstance(one, int) and isinstance(other, int):
        return (one - other + _HALF) % (2 * _HALF) - _HALF
    return one - other
