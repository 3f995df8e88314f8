"""Values: what small immutable classes have in common, written once.

attrs writes equality, hash and repr of each class as text of its own and compiles it, whenever the class is
imported. That is more than half of what a class costs, and deciding one case imports some eighty of them. So
a class takes them from `Value`, and does without slots, for which attrs would make it a second time:
`@frozen(eq=False, repr=False, slots=False)`.

Example:
    >>> from attrs import frozen
    >>> @frozen(eq=False, repr=False, slots=False)
    ... class Plot(Value):
    ...     number: int
    ...     area: str
    >>> Plot(1, "0.5") == Plot(1, "0.5"), len({Plot(1, "0.5"), Plot(1, "0.5"), Plot(2, "0.5")})
    (True, 2)
    >>> Plot(1, "0.5")
    Plot(number=1, area='0.5')
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from attrs import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from attrs import AttrsInstance


class Value:
    """A value: two of one class are equal where all their attributes are, and then have one hash."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(_content(self) == _content(other))

    def __hash__(self) -> int:
        return hash((type(self), _content(self)))

    def __repr__(self) -> str:
        names = (each.name for each in fields(cast("type[AttrsInstance]", type(self))))
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({shown})"


def _content(value: object) -> object:
    """Return all attributes at once: several as a tuple, a lone one as it is."""
    return _reader(cast("Hashable", type(value)))(value)


@cache
def _reader(cls: type[AttrsInstance]) -> Callable[[object], object]:
    names = [each.name for each in fields(cls)]
    return attrgetter(*names) if names else type
