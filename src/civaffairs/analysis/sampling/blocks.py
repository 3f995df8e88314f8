"""A block of households while its rows are drawn: who lives where and with whom, before anything else."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.analysis.sampling.cells import AREAS, ASSISTED
from civaffairs.analysis.sampling.draws import Urn, generator, numpy, share_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from civaffairs.analysis.sampling.cells import Cell
    from civaffairs.analysis.sampling.plan import Sample

ELDER, ADULT, CHILD = range(3)
"""What a member is by age: 60 or older, from 18 to 59, below 18."""

_ROWS, _GAPS = 1, 5


class Gaps:
    """Which facts are left unknown. They have random numbers of their own: gaps change nothing else."""

    def __init__(self, random: numpy.random.Generator, share: Fraction) -> None:
        self._random = random
        self._share = share

    def known(self, many: int) -> NDArray[numpy.bool_]:
        """Return for each of so many facts of one kind whether it is known."""
        if not self._share:
            return numpy.ones(many, dtype=bool)
        return ~share_of(self._random, many, self._share)


@frozen(eq=False)
class Block:
    """Households and their members.

    Attributes:
        random: where the block's random numbers come from.
        gaps: which facts are left unknown.
        members: members of each household.
        area: the area of each household, a place in `AREAS`.
        assistance: the recorded assistance of each household, a place in `ASSISTED`.
        home: for each person which household of the block it is.
        begin: for each household the place of its first member.
        role: for each person `ELDER`, `ADULT` or `CHILD`.
    """

    random: numpy.random.Generator
    gaps: Gaps
    members: NDArray[numpy.int64]
    area: NDArray[numpy.int8]
    assistance: NDArray[numpy.int8]
    home: NDArray[numpy.int64]
    begin: NDArray[numpy.int64]
    role: NDArray[numpy.int64]

    @property
    def households(self) -> int:
        """How many households there are."""
        return len(self.members)

    @property
    def persons(self) -> int:
        """How many persons there are."""
        return len(self.home)

    def each(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return for each person what stands for its household."""
        return values[self.home]

    def total(self, values: NDArray[Any]) -> NDArray[numpy.int64]:
        """Return for each household the sum over its members; every household has some."""
        found: NDArray[numpy.int64] = numpy.add.reduceat(values.astype(numpy.int64), self.begin)
        return found


class Kinds:
    """The cells of a sample as arrays, and the blocks that are drawn from them without being put back."""

    def __init__(self, sample: Sample, cells: tuple[Cell, ...]) -> None:
        self._sample = sample
        self._urn = Urn([cell.households for cell in cells])
        self._elders = numpy.array([cell.elders for cell in cells])
        self._adults = numpy.array([cell.adults for cell in cells])
        self._members = numpy.array([cell.members for cell in cells])
        self._area = numpy.array([AREAS.index(cell.area) for cell in cells], dtype=numpy.int8)
        self._assistance = numpy.array([ASSISTED.index(cell.assistance) for cell in cells], dtype=numpy.int8)

    def block(self, number: int, many: int) -> Block:
        """Return the next so many households: elders come first in each, then adults, then children."""
        random = generator(self._sample.seed, _ROWS, number)
        kind = self._urn.draw(random, many)
        members = self._members[kind]
        home = numpy.repeat(numpy.arange(many), members)
        begin = numpy.cumsum(members) - members
        rank = numpy.arange(len(home)) - begin[home]
        elders = self._elders[kind][home]
        adults = self._adults[kind][home]
        role = numpy.where(rank < elders, ELDER, numpy.where(rank < elders + adults, ADULT, CHILD))
        gaps = Gaps(generator(self._sample.seed, _GAPS, number), self._sample.unknown)
        return Block(random, gaps, members, self._area[kind], self._assistance[kind], home, begin, role)
