"""A part of a register as columns: what bulk readers, writers and samplers hand to one another.

A column is an array of numpy with a second one that says where the value is known. What is unknown has some
value all the same, which nobody may read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


@frozen(eq=False)
class Column:
    """The values of one fact for many rows.

    Attributes:
        values: whole numbers, truth values, days (`datetime64[D]`), fixed-width ASCII, or codes of terms.
        known: where the value is known; None where it is everywhere.
        terms: what the codes 0, 1, 2 … stand for; None where the values stand for themselves.
    """

    values: NDArray[Any]
    known: NDArray[numpy.bool_] | None = None
    terms: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self.values)

    def part(self, first: int, last: int) -> Column:
        """Return the rows from `first` up to and without `last`; nothing is copied."""
        known = None if self.known is None else self.known[first:last]
        return Column(self.values[first:last], known, self.terms)

    def plain(self) -> list[object]:
        """Return the values as Python has them, None where unknown."""
        values: list[object] = self.values.tolist()
        if self.terms is not None:
            values = [self.terms[code] for code in self.values.tolist()]
        elif self.values.dtype.kind == "S":
            values = [text.decode("ascii") for text in self.values.tolist()]
        if self.known is None:
            return values
        return [value if known else None for value, known in zip(values, self.known.tolist(), strict=True)]


Columns: TypeAlias = Mapping[str, Column]
"""Columns of equal length under their names."""


def rows_of(columns: Columns) -> list[dict[str, object]]:
    """Return the rows, each as a mapping from names to values."""
    names = tuple(columns)
    return [
        dict(zip(names, row, strict=True))
        for row in zip(*(column.plain() for column in columns.values()), strict=True)
    ]


def joined(parts: list[Columns]) -> Columns:
    """Return several parts of one register as one."""
    import numpy

    if len(parts) == 1:
        return parts[0]
    whole: dict[str, Column] = {}
    for name, first in parts[0].items():
        columns = [part[name] for part in parts]
        known = None
        if any(column.known is not None for column in columns):
            known = numpy.concatenate(
                [
                    numpy.ones(len(column), dtype=bool) if column.known is None else column.known
                    for column in columns
                ]
            )
        values = numpy.concatenate([column.values for column in columns])
        whole[name] = Column(values, known, first.terms)
    return whole
