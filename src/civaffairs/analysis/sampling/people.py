"""Streams of persons and households, block by block in constant memory.

A block has a fixed number of households, so the rows do not depend on how many a reader asks for at a time.
Totals that are calibrated are kept by drawing without replacement; everything else is drawn for itself.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.cells import AREAS, ASSISTED, apportioned, cells_of
from civaffairs.analysis.sampling.draws import Urn, banded, generator, numpy, share_of, some
from civaffairs.analysis.sampling.numbers import IdentityNumbers
from civaffairs.domain.models import Dependence, Sex
from civaffairs.exchange.columns import Column, Columns, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from civaffairs.analysis.sampling.cells import Cell
    from civaffairs.analysis.sampling.plan import Sample

BLOCK = 16_384
"""Households a block. Another number gives other rows for the same seed, so it is part of the format."""
CHUNK = 131_072
"""Households a chunk, where nobody asks for another number; about one row group of Parquet."""

_ELDER, _ADULT, _CHILD = range(3)
_STREAM = 1
_SEXES = tuple(Sex)
_DEPENDENCES = (Dependence.SELF_CARING, Dependence.PARTLY_DEPENDENT, Dependence.FULLY_DEPENDENT)
_OLDEST = 100


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


class _Kinds:
    """The cells of a sample as arrays."""

    def __init__(self, cells: tuple[Cell, ...]) -> None:
        self.elders = numpy.array([cell.elders for cell in cells])
        self.adults = numpy.array([cell.adults for cell in cells])
        self.members = numpy.array([cell.members for cell in cells])
        self.area = numpy.array([AREAS.index(cell.area) for cell in cells], dtype=numpy.int8)
        self.assistance = numpy.array([ASSISTED.index(cell.assistance) for cell in cells], dtype=numpy.int8)


def _blocks(sample: Sample) -> Iterator[tuple[Columns, Columns]]:
    cells = cells_of(sample)
    kinds, urn, traits = _Kinds(cells), Urn([cell.households for cell in cells]), _Traits(sample, cells)
    persons_before = 0
    for block, first in enumerate(range(0, sample.households, BLOCK)):
        many = min(BLOCK, sample.households - first)
        random = generator(sample.seed, _STREAM, block)
        kind = urn.draw(random, many)
        numbers = numpy.arange(first + 1, first + many + 1, dtype=numpy.int64)
        members = kinds.members[kind]
        home = numpy.repeat(numpy.arange(many), members)
        begin = numpy.cumsum(members) - members
        rank = numpy.arange(len(home)) - begin[home]
        role = numpy.where(
            rank < kinds.elders[kind][home],
            _ELDER,
            numpy.where(rank < (kinds.elders + kinds.adults)[kind][home], _ADULT, _CHILD),
        )
        persons = traits.of(random, role, kinds.assistance[kind][home], alone=members[home] == 1)
        per_head = _per_head(sample, random, kinds.area[kind], kinds.assistance[kind])
        incomes = _incomes(per_head * members, home, begin, persons["employed"].values, role)
        known = ~share_of(random, len(home), sample.unknown)
        ids = numpy.arange(persons_before + 1, persons_before + len(home) + 1, dtype=numpy.int64)
        persons_before += len(home)
        yield (
            _households(sample, random, numbers, kinds.area[kind], kinds.assistance[kind]),
            {
                "household_id": Column(numbers[home]),
                "person_id": Column(ids),
                **persons,
                "income_fen": Column(incomes, known),
            },
        )


def _households(
    sample: Sample,
    random: numpy.random.Generator,
    numbers: NDArray[numpy.int64],
    area: NDArray[numpy.int8],
    assistance: NDArray[numpy.int8],
) -> Columns:
    many = len(numbers)
    poor = banded(random, many, ((*defaults.ASSETS_FEN[0][:2], 1000),))
    assets = numpy.where(assistance > 0, poor, banded(random, many, defaults.ASSETS_FEN))
    hardship = some(random, many, 5)
    return {
        "household_id": Column(numbers),
        "area": Column(area, terms=tuple(each.id for each in AREAS)),
        "assets_fen": Column(assets, ~share_of(random, many, sample.unknown)),
        "sudden_hardship": Column(hardship, ~share_of(random, many, sample.unknown)),
    }


def _per_head(
    sample: Sample,
    random: numpy.random.Generator,
    area: NDArray[numpy.int8],
    assistance: NDArray[numpy.int8],
) -> NDArray[numpy.int64]:
    """Income per head in fen: below the standard for who has assistance, from it upwards for the others."""
    standard = numpy.array([sample.urban_fen, sample.rural_fen], dtype=numpy.int64)[area]
    percent = banded(random, len(area), defaults.INCOME_BANDS)
    others = standard * percent // 100 + random.integers(100, size=len(area))
    return numpy.where(assistance > 0, random.integers(standard), others)


def _incomes(
    total: NDArray[numpy.int64],
    home: NDArray[numpy.int64],
    begin: NDArray[numpy.int64],
    employed: NDArray[numpy.bool_],
    role: NDArray[numpy.int64],
) -> NDArray[numpy.int64]:
    """What each member brings in: even among those who work, else among elders and adults, else all."""
    earners = employed
    for candidates in (role != _CHILD, numpy.ones(len(home), dtype=bool)):
        idle = numpy.add.reduceat(earners.astype(numpy.int64), begin) == 0
        earners = earners | (candidates & idle[home])
    shares = numpy.add.reduceat(earners.astype(numpy.int64), begin)
    before: NDArray[numpy.int64] = numpy.cumsum(earners) - earners
    is_first = earners & (before == before[begin][home])
    part = total[home] // shares[home]
    rest = total[home] - part * shares[home]
    found: NDArray[numpy.int64] = numpy.where(earners, part, 0) + numpy.where(is_first, rest, 0)
    return found


class _Traits:
    """What persons are, drawn so that the calibrated totals come out."""

    def __init__(self, sample: Sample, cells: tuple[Cell, ...]) -> None:
        self._sample = sample
        elders = sum(cell.elders * cell.households for cell in cells)
        children = sum(cell.children * cell.households for cell in cells)
        self._days = _Days(sample.on)
        older = min(elders, sample.wanted("elders_65"))
        oldest = min(older, int(elders * defaults.ELDERS_80))
        self._elder_ages = Urn([elders - older, older - oldest, oldest])
        difficult = min(children, sample.wanted("children_in_difficulty"))
        orphans, unattended, others = apportioned(
            difficult, (defaults.ORPHANS, defaults.UNATTENDED, 1 - defaults.ORPHANS - defaults.UNATTENDED)
        )
        self._children = Urn([children - difficult, orphans, unattended, others])
        self._numbers = IdentityNumbers(sample.province) if sample.identity_numbers else None

    def of(
        self,
        random: numpy.random.Generator,
        role: NDArray[numpy.int64],
        assistance: NDArray[numpy.int8],
        *,
        alone: NDArray[numpy.bool_],
    ) -> dict[str, Column]:
        many = len(role)
        elder, adult, child = role == _ELDER, role == _ADULT, role == _CHILD
        born = self._births(random, role)
        sex = random.integers(2, size=many).astype(numpy.int8)
        employed = (adult & some(random, many, defaults.EMPLOYED)) | (
            elder & some(random, many, defaults.EMPLOYED_ELDERS)
        )
        limits = numpy.cumsum(defaults.DISABLED_BY_GRADE)
        grade = numpy.searchsorted(limits, random.integers(1000, size=many), side="right") + 1
        disabled = grade <= len(limits)
        disabled_known = self._known(random, many)
        dependence = numpy.searchsorted(
            numpy.cumsum(
                (
                    1000 - defaults.PARTLY_DEPENDENT - defaults.FULLY_DEPENDENT,
                    defaults.PARTLY_DEPENDENT,
                    defaults.FULLY_DEPENDENT,
                )
            ),
            random.integers(1000, size=many),
            side="right",
        ).astype(numpy.int8)
        state = numpy.zeros(many, dtype=numpy.int64)
        state[child] = self._children.draw(random, int(child.sum()))
        left_behind = child & (state != 1) & some(random, many, defaults.LEFT_BEHIND)
        columns = {
            "born": Column(born),
            "sex": Column(sex, terms=tuple(each.id for each in _SEXES)),
            "assistance": Column(assistance, terms=tuple(each.id for each in ASSISTED)),
            "employed": Column(employed, self._known(random, many)),
            "seriously_ill": Column(some(random, many, defaults.SERIOUSLY_ILL), self._known(random, many)),
            "disabled": Column(disabled, disabled_known),
            "disability_grade": Column(
                grade.astype(numpy.int8), disabled & disabled_known & self._known(random, many)
            ),
            "dependence": Column(
                dependence, elder & self._known(random, many), tuple(each.id for each in _DEPENDENCES)
            ),
            "lives_alone": Column(alone, elder & self._known(random, many)),
            "left_behind_elder": Column(
                some(random, many, defaults.ELDERS_LEFT_BEHIND), elder & self._known(random, many)
            ),
            "in_difficulty": Column(state > 0, child),
            "orphan": Column(state == 1, child),
            "unattended": Column(state == 2, child),
            "left_behind_child": Column(left_behind, child & self._known(random, many)),
        }
        if self._numbers is not None:
            columns["identity_number"] = Column(self._numbers.of(born, sex == _SEXES.index(Sex.MALE)))
        return columns

    def _births(
        self, random: numpy.random.Generator, role: NDArray[numpy.int64]
    ) -> NDArray[numpy.datetime64]:
        """Days of birth, even within each band of ages: below 18, 18, 60, 65, 80 and older."""
        band = numpy.where(role == _CHILD, 0, 1)
        elder = role == _ELDER
        band[elder] = 2 + self._elder_ages.draw(random, int(elder.sum()))
        return self._days.between(random, band)

    def _known(self, random: numpy.random.Generator, many: int) -> NDArray[numpy.bool_]:
        return ~share_of(random, many, self._sample.unknown)


class _Days:
    """The days between which somebody was born who has an age on a day."""

    _BANDS = ((0, 18), (18, 60), (60, 65), (65, 80), (80, _OLDEST))

    def __init__(self, on: date) -> None:
        self._first = numpy.array([born_by(on, below) + 1 for _, below in self._BANDS])
        self._last = numpy.array([born_by(on, least) for least, _ in self._BANDS])

    def between(
        self, random: numpy.random.Generator, band: NDArray[numpy.int64]
    ) -> NDArray[numpy.datetime64]:
        return random.integers(self._first[band], self._last[band], endpoint=True).astype("datetime64[D]")


def born_by(on: date, age: int) -> int:
    """Return the last day of birth of those who have reached an age on a day, as days since 1970.

    Example:
        >>> from datetime import timedelta
        >>> date(1970, 1, 1) + timedelta(born_by(date(2021, 2, 28), 1))
        datetime.date(2020, 2, 28)
    """
    try:
        day = on.replace(year=on.year - age)
    except ValueError:  # the 29th of February in a year without one
        day = on.replace(year=on.year - age, day=28)
    return (day - date(1970, 1, 1)) // timedelta(days=1)
