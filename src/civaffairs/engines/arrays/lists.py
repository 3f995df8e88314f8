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
    """Return for each thing the names of what is so of it.

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
    left = {name: mask for name, mask in masks.items() if mask is not False}
    patterns, places = _patterns(left, many if rows is None else len(rows))
    lists = [[name for name, there in zip(left, each, strict=False) if there] for each in patterns.tolist()]
    if rows is not None:
        lists.append([])
        everywhere = numpy.full(many, len(lists) - 1, dtype=numpy.int64)
        everywhere[rows] = places
        places = everywhere
    return arrow.array(lists, arrow.list_(arrow.string())).take(arrow.array(places))


def _patterns(masks: Mapping[str, Mask], many: int) -> tuple[NDArray[numpy.uint8], NDArray[Any]]:
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
