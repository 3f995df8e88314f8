"""Random draws that keep exact totals, block by block.

Each block of a stream has a generator of its own, spawned from the seed by the block's number, so that a
block's rows depend on nothing but the sample and the rows before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.errors import ExtraMissing, fault, message

try:
    import numpy
except ImportError as missing:
    raise ExtraMissing(
        fault("extra_missing", purpose=message("purpose_sampling"), library="numpy", extra="populations")
    ) from missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from numpy.typing import NDArray

__all__ = ["Urn", "banded", "generator", "numpy", "one_of", "share_of", "some"]

_FINE = 1_000_000


def generator(seed: int, stream: int, block: int = 0) -> numpy.random.Generator:
    """Return the generator of one block of one stream."""
    return numpy.random.Generator(
        numpy.random.PCG64(numpy.random.SeedSequence(seed, spawn_key=(stream, block)))
    )


class Urn:
    """Things of several kinds, so many of each, that are drawn without being put back."""

    def __init__(self, counts: Sequence[int]) -> None:
        self._left = numpy.asarray(counts, dtype=numpy.int64)

    def draw(self, random: numpy.random.Generator, many: int) -> NDArray[numpy.int64]:
        """Return the kinds of the next `many` things, in random order.

        Example:
            >>> urn = Urn([2, 1])
            >>> random = generator(1, 0)
            >>> sorted([*urn.draw(random, 2), *urn.draw(random, 1)]) == [0, 0, 1]
            True
        """
        counts = random.multivariate_hypergeometric(self._left, many)
        self._left -= counts
        return random.permutation(numpy.repeat(numpy.arange(len(counts)), counts))


def some(random: numpy.random.Generator, many: int, thousandths: int) -> NDArray[numpy.bool_]:
    """Return for each of `many` whether it is among so many thousandths, each for itself."""
    return random.integers(1000, size=many) < thousandths


def share_of(random: numpy.random.Generator, many: int, share: Fraction) -> NDArray[numpy.bool_]:
    """Return for each of `many` whether it is in the share, to a millionth."""
    return random.integers(_FINE, size=many) < int(share * _FINE)


def one_of(random: numpy.random.Generator, many: int, thousandths: Sequence[int]) -> NDArray[numpy.int8]:
    """Return for each of `many` one of several kinds, each for itself; what lacks to 1000 is one kind more.

    Example:
        >>> one_of(generator(1, 0), 3, (0, 1000)).tolist(), one_of(generator(1, 0), 2, (0,)).tolist()
        ([1, 1, 1], [1, 1])
    """
    limits = numpy.cumsum(numpy.asarray(thousandths))
    found: NDArray[numpy.int8] = numpy.searchsorted(
        limits, random.integers(1000, size=many), side="right"
    ).astype(numpy.int8)
    return found


def banded(
    random: numpy.random.Generator, many: int, bands: Sequence[tuple[int, int, int]]
) -> NDArray[numpy.int64]:
    """Return whole numbers, even within bands of (from, below, thousandths)."""
    low, high, thousandths = (numpy.asarray(each, dtype=numpy.int64) for each in zip(*bands, strict=True))
    band = numpy.searchsorted(numpy.cumsum(thousandths), random.integers(1000, size=many), side="right")
    return random.integers(low[band], high[band])
