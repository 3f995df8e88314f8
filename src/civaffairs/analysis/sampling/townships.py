"""The sub-districts and townships that households live in, with names of no real place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.cells import AREAS, apportioned
from civaffairs.analysis.sampling.draws import Urn, generator, numpy
from civaffairs.domain.models import Area
from civaffairs.errors import message
from civaffairs.exchange.columns import Column

if TYPE_CHECKING:
    from civaffairs.analysis.sampling.blocks import Block
    from civaffairs.analysis.sampling.cells import Cell
    from civaffairs.analysis.sampling.plan import Sample

_STREAM = 4
_CODES = {Area.URBAN: "sample_subdistrict", Area.RURAL: "sample_township"}


class Townships:
    """Sub-districts, where the urban households live, and townships, where the rural ones do.

    They differ in size. In a sample with fewer households than townships some of these stay empty.
    """

    def __init__(self, sample: Sample, cells: tuple[Cell, ...]) -> None:
        random = generator(sample.seed, _STREAM)
        names: list[str] = []
        self._urns: list[Urn] = []
        self._first: list[int] = []
        for area, many in zip(AREAS, townships_of(sample), strict=True):
            households = sum(cell.households for cell in cells if cell.area is area)
            sizes = random.integers(*defaults.TOWNSHIP_SIZES, size=many).tolist()
            self._urns.append(Urn(apportioned(households, sizes)))
            self._first.append(len(names))
            names += [message(_CODES[area], number=f"{each + 1:02d}").text("zh") for each in range(many)]
        self._names = tuple(names)

    def of(self, block: Block) -> Column:
        """Return the township of each household."""
        found = numpy.zeros(block.households, dtype=numpy.int8)
        for place, (urn, first) in enumerate(zip(self._urns, self._first, strict=True)):
            here = block.area == place
            found[here] = first + urn.draw(block.random, int(here.sum()))
        return Column(found, terms=self._names)


def townships_of(sample: Sample) -> tuple[int, int]:
    """Return how many sub-districts and how many townships the place has: one of each at least."""
    wanted = sample.figure("residents").number / defaults.TOWNSHIP_RESIDENTS
    every = min(defaults.MOST_TOWNSHIPS, max(2, round(wanted)))
    urban = min(every - 1, max(1, round(every * defaults.URBAN)))
    return urban, every - urban
