"""Which of several names apply to each thing, as lists of Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy  # noqa: ICN001 - names are not shortened here
import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from civaffairs.engines.arrays.known import Mask

_FEW = 8
"""Of so few names every list that there may be is written, and each thing picks one."""


def lists_where(masks: Mapping[str, Mask], many: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return for each thing the names of what is so of it.

    Example:
        >>> lists_where({"a": True, "b": numpy.array([True, False])}, 2).to_pylist()
        [['a', 'b'], ['a']]
    """
    left = {name: mask for name, mask in masks.items() if mask is not False}
    if all(mask is True for mask in left.values()):
        return _repeated(list(left), many)
    names = list(left)
    if len(names) <= _FEW:
        codes = numpy.zeros(many, dtype=numpy.uint8)
        for place, mask in enumerate(left.values()):
            codes |= numpy.multiply(mask, 1 << place, dtype=numpy.uint8)
        patterns = numpy.arange(1 << len(names), dtype=numpy.uint8).reshape(-1, 1)
        return _picked(names, numpy.unpackbits(patterns, axis=1, bitorder="little"), codes)
    rows = numpy.packbits(
        numpy.stack([numpy.broadcast_to(mask, many) for mask in left.values()], axis=1),
        axis=1,
        bitorder="little",
    )
    patterns, places = numpy.unique(rows, axis=0, return_inverse=True)
    return _picked(names, numpy.unpackbits(patterns, axis=1, bitorder="little"), places)


def spread(lists: Any, rows: NDArray[numpy.intp], many: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return lists for all things, of which only those in some rows have any.

    Example:
        >>> some = arrow.array([["a"], ["b"]])
        >>> spread(some, numpy.array([0, 2]), 3).to_pylist()
        [['a'], [], ['b']]
    """
    lengths = numpy.zeros(many, dtype=numpy.int64)
    lengths[rows] = numpy.diff(lists.offsets.to_numpy())
    return _of_lengths(lengths, lists.values)


def _picked(names: list[str], patterns: NDArray[numpy.uint8], places: NDArray[Any]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return for each place the names of its pattern."""
    chosen = patterns[:, : len(names)]
    of_pattern, name = numpy.nonzero(chosen)
    begins = numpy.searchsorted(of_pattern, numpy.arange(len(chosen)))
    lengths = chosen.sum(axis=1, dtype=numpy.int64)[places]
    ends = numpy.cumsum(lengths)
    # Where each list begins among those of the patterns, and how far on in it each of its names stands.
    total = int(ends[-1]) if len(ends) else 0
    items = numpy.repeat(begins[places] - (ends - lengths), lengths) + numpy.arange(total)
    values = arrow.array(names, arrow.string()).take(arrow.array(name[items]))
    return _of_lengths(lengths, values)


def _repeated(names: list[str], many: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    values = arrow.array(names * (many if names else 0), arrow.string())
    return _of_lengths(numpy.full(many, len(names), dtype=numpy.int64), values)


def _of_lengths(lengths: NDArray[numpy.int64], values: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    begins = numpy.zeros(len(lengths) + 1, dtype=numpy.int32)
    numpy.cumsum(lengths, out=begins[1:])
    return arrow.ListArray.from_arrays(arrow.array(begins), values)
