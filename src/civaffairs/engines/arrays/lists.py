"""Which of several names apply to each thing, as lists of Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
import pyarrow as arrow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from civaffairs.engines.arrays.known import Mask

_FEW = 8
"""Of so few names every list that there may be is written, and each thing picks one."""


def lists_where(
    masks: Mapping[str, Mask],
    many: int,
    rows: NDArray[numpy.intp] | None = None,
) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return for each thing the names of what is so of it: codes, and the lists that they stand for.

    Args:
        masks: for each name of which things it is so.
        many: how many things there are.
        rows: the things that the masks are about, where the others have no names; by default all.

    Example:
        >>> lists_where({"a": True, "b": numpy.array([True, False])}, 2).to_pylist()
        [['a', 'b'], ['a']]
        >>> lists_where({"a": True}, 3, numpy.array([1])).to_pylist()
        [[], ['a'], []]
    """
    left = {place: mask for place, mask in enumerate(masks.values()) if mask is not False}
    patterns, codes = _patterns(left, many if rows is None else len(rows))
    lists = [[place for place, there in zip(left, each, strict=False) if there] for each in patterns.tolist()]
    if rows is not None:
        everywhere = numpy.full(many, len(lists), dtype=numpy.int32)
        everywhere[rows] = codes
        lists, codes = [*lists, []], everywhere
    # The same names behind the numbers for all things: what is written to a file need not be looked up anew.
    items = arrow.DictionaryArray.from_arrays(
        arrow.array([place for each in lists for place in each], arrow.int32()),
        arrow.array(list(masks), arrow.string()),
    )
    ends = numpy.cumsum([0, *map(len, lists)])
    meant = arrow.ListArray.from_arrays(arrow.array(ends, arrow.int32()), items)
    return arrow.DictionaryArray.from_arrays(arrow.array(codes, arrow.int32()), meant)


def _patterns(masks: Mapping[int, Mask], many: int) -> tuple[NDArray[numpy.uint8], NDArray[Any]]:
    """Return combinations of names, as rows of ones and zeros, and for each thing which one is its own."""
    if len(masks) <= _FEW:
        codes = numpy.zeros(many, dtype=numpy.uint8)
        for place, mask in enumerate(masks.values()):
            codes |= numpy.multiply(mask, 1 << place, dtype=numpy.uint8)
        rows = numpy.arange(1 << len(masks), dtype=numpy.uint8).reshape(-1, 1)
        return numpy.unpackbits(rows, axis=1, bitorder="little"), codes
    wide = numpy.stack([numpy.broadcast_to(mask, many) for mask in masks.values()], axis=1)
    packed = numpy.packbits(wide, axis=1, bitorder="little")
    rows, places = numpy.unique(packed, axis=0, return_inverse=True)
    return numpy.unpackbits(rows, axis=1, bitorder="little"), places.reshape(-1)
