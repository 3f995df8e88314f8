"""Streams of persons and households, block by block in constant memory.

A block has a fixed number of households, so the rows do not depend on how many a reader asks for at a time.
Totals that are calibrated are kept by drawing without replacement; everything else is drawn for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.sampling.blocks import Kinds
from civaffairs.analysis.sampling.cells import cells_of
from civaffairs.analysis.sampling.draws import numpy
from civaffairs.analysis.sampling.means import means
from civaffairs.analysis.sampling.townships import Townships
from civaffairs.analysis.sampling.traits import Traits
from civaffairs.exchange.columns import Column, Columns, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.analysis.sampling.plan import Sample

BLOCK = 16_384
"""Households a block. Another number gives other rows for the same seed, so it is part of the format."""
CHUNK = 131_072
"""Households a chunk, where nobody asks for another number; about one row group of Parquet."""


def population(sample: Sample, *, chunk: int = CHUNK) -> Iterator[tuple[Columns, Columns]]:
    """Yield households with their persons, so many households at a time; both are sorted by household.

    Args:
        sample: what to draw.
        chunk: households at a time; the last time there may be fewer. It does not change a row.
    """
    waiting: list[tuple[Columns, Columns]] = []
    held = 0
    for households, persons in _blocks(sample):
        waiting.append((households, persons))
        held += len(households["household_id"])
        while held >= chunk:
            ahead, rest = _split(waiting, chunk)
            held -= chunk
            waiting = [rest] if held else []
            yield ahead
    if held:
        yield _split(waiting, held)[0]


def _split(
    parts: list[tuple[Columns, Columns]], many: int
) -> tuple[tuple[Columns, Columns], tuple[Columns, Columns]]:
    """Return the first so many households with their persons, and the others with theirs."""
    households, persons = joined([each[0] for each in parts]), joined([each[1] for each in parts])
    numbers = households["household_id"].values
    owners = persons["household_id"].values
    until = len(owners) if many == len(numbers) else int(numpy.searchsorted(owners, numbers[many]))
    return (
        (_part(households, 0, many), _part(persons, 0, until)),
        (_part(households, many, len(numbers)), _part(persons, until, len(owners))),
    )


def _part(columns: Columns, first: int, last: int) -> Columns:
    return {name: column.part(first, last) for name, column in columns.items()}


def _blocks(sample: Sample) -> Iterator[tuple[Columns, Columns]]:
    cells = cells_of(sample)
    kinds, traits, townships = Kinds(sample, cells), Traits(sample, cells), Townships(sample, cells)
    persons_before = 0
    for number, first in enumerate(range(0, sample.households, BLOCK)):
        block = kinds.block(number, min(BLOCK, sample.households - first))
        ids = numpy.arange(first + 1, first + block.households + 1, dtype=numpy.int64)
        township = townships.of(block)
        persons = traits.of(block)
        owned, earned = means(sample, block, persons)
        yield (
            {"household_id": Column(ids), "township": township, **owned},
            {
                "household_id": Column(block.each(ids)),
                "person_id": Column(
                    numpy.arange(persons_before + 1, persons_before + block.persons + 1, dtype=numpy.int64)
                ),
                **persons,
                **earned,
            },
        )
        persons_before += block.persons
