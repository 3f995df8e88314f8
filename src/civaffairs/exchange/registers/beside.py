"""Two flat registers, sorted by household → one row for each household, with its members in it.

The registers are read side by side: where the household changes among the persons, a new list of members
begins. Nothing is looked up and nothing is joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from civaffairs.domain.models.fact import MOST_ITEMS
from civaffairs.exchange.registers.ahead import ahead
from civaffairs.exchange.registers.faults import Faults, Kind
from civaffairs.exchange.registers.format import HOUSEHOLD_ID, KEYS
from civaffairs.exchange.registers.keys import climb
from civaffairs.exchange.registers.names import Array, RecordBatch, Scalar, Schema
from civaffairs.exchange.registers.rows import Checked, Rows, noted, together
from civaffairs.exchange.registers.sources import BATCH

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

MEMBERS = "members"

WITHOUT_HOUSEHOLD, WITHOUT_PERSONS = "register_without_household", "register_without_persons"
HOUSEHOLD_TWICE, TOO_MANY = "register_household_twice", "register_too_many_members"
WITH_HOUSEHOLD = "register_with_household"


@frozen
class Aside:
    """Where rows go that are set aside.

    Attributes:
        rows: how many have gone there, by register.
        write: gets each batch of notes; see `rows.noted`.
    """

    write: Callable[[RecordBatch], object] | None = None
    rows: dict[str, int] = field(factory=lambda: dict.fromkeys(KEYS, 0))


@define
class SideBySide:
    """Lays the persons beside their households.

    Attributes:
        households: the rows of the households, sorted by key.
        persons: the rows of the persons, sorted by the household's key.
        faults: where what is wrong is counted.
        aside: where the rows of faulty households go; None where one fault spoils everything.
    """

    households: Rows
    persons: Rows
    faults: Faults
    aside: Aside | None = None

    def schema(self) -> Schema:
        """Return the names and types of the columns of a nested batch."""
        import pyarrow as arrow

        members = [each for each in self.persons.schema if each.name != HOUSEHOLD_ID]
        own = self.households.schema
        return arrow.schema([*own, arrow.field(MEMBERS, arrow.list_(arrow.struct(members)))])

    def batches(self) -> Iterator[RecordBatch]:
        """Return the households with their members, batch by batch."""
        schema = self.schema()
        with ahead(self.households.read()) as households, ahead(self.persons.read()) as persons:
            parts = side_by_side(
                _Stream(self._sound(self.households.checked(households), "households"), self.households),
                _Stream(self._sound(self.persons.checked(persons), "persons"), self.persons),
            )
            for homes, people in parts:
                nested = self._nested(homes, people, schema)
                # Where one fault spoils everything, the rest is read for its faults alone.
                if nested.num_rows and (self.aside is not None or not self.faults):
                    yield nested

    def _sound(
        self, batches: Iterator[tuple[Checked, list[RecordBatch]]], register: str
    ) -> Iterator[Checked]:
        """Return each batch without rows that have no household's key; they are set aside alone."""
        for rows, notes in batches:
            for note in notes:
                self._note(note)
            if rows.key.null_count:
                if self.aside is not None:
                    self.aside.rows[register] += rows.key.null_count
                rows = rows.where(rows.key.is_valid().to_numpy(zero_copy_only=False))  # noqa: PLW2901 - the same
            if len(rows):
                yield rows

    def _nested(self, homes: Checked, own: Checked, schema: Schema) -> RecordBatch:
        """Lay persons beside their households, all of which are among these."""
        import numpy
        import pyarrow as arrow

        spoilt = None
        if not climb(homes.key):
            begins = edges(homes.key)
            repeats = numpy.diff(begins)
            self._fault(HOUSEHOLD_TWICE, "households", homes, numpy.repeat(repeats > 1, repeats))
            if self.aside is not None:
                self.aside.rows["households"] += len(homes) - len(repeats)
            first = numpy.zeros(len(homes), dtype=bool)
            first[begins[:-1]] = True
            homes, spoilt = homes.where(first), repeats > 1
        offsets = edges(own.key)
        if not same(own.key, offsets, homes.key):
            own, counts = self._found(own, offsets, homes.key)
            offsets = numpy.append(0, numpy.cumsum(counts))
        counts = numpy.diff(offsets)
        if counts.min(initial=1) < 1 or counts.max(initial=1) > MOST_ITEMS:
            for code, mask in ((WITHOUT_PERSONS, counts < 1), (TOO_MANY, counts > MOST_ITEMS)):
                if mask.any():
                    self._fault(code, "households", homes, mask)
                    spoilt = mask if spoilt is None else spoilt | mask
        if self.aside is not None:
            homes, own, offsets = self._set_aside(homes, own, offsets, spoilt)
        kind = schema.field(MEMBERS).type
        structs = arrow.StructArray.from_arrays(own.batch.columns[1:], fields=list(kind.value_type))
        lists = arrow.ListArray.from_arrays(arrow.array(offsets.astype(numpy.int32)), structs, type=kind)
        return arrow.RecordBatch.from_arrays([*homes.batch.columns, lists], schema=schema)

    def _found(
        self, own: Checked, begins: NDArray[numpy.int64], ids: Array
    ) -> tuple[Checked, NDArray[numpy.int64]]:
        """Return the persons who have a household, and how many each household has."""
        import numpy
        import pyarrow as arrow

        lengths = numpy.diff(begins)
        place = find(own.key.take(arrow.array(begins[:-1])), ids)
        known = place >= 0
        if not known.all():
            stray = numpy.repeat(~known, lengths)
            self._stray(own, stray)
            own = own.where(~stray)
        counts = numpy.zeros(len(ids), dtype=numpy.int64)
        counts[place[known]] = lengths[known]
        return own, counts

    def _set_aside(
        self,
        homes: Checked,
        own: Checked,
        offsets: NDArray[numpy.int64],
        spoilt: NDArray[numpy.bool_] | None,
    ) -> tuple[Checked, Checked, NDArray[numpy.int64]]:
        """Take out the households of faulty rows, with everybody in them."""
        import numpy

        faulty, theirs = homes.flags(), own.flags()
        gone = faulty if spoilt is None else faulty | spoilt
        if not gone.any() and not theirs.any():
            return homes, own, offsets
        told = gone.copy()  # what is wrong with these rows themselves was noted
        counts = numpy.diff(offsets)
        home = numpy.repeat(numpy.arange(len(counts)), counts)
        gone = gone.copy()
        gone[home[theirs]] = True
        leaving = gone[home]
        if self.aside is not None:
            self.aside.rows["households"] += int(gone.sum())
            self.aside.rows["persons"] += int(leaving.sum())
        self._noted(WITH_HOUSEHOLD, "households", homes, gone & ~told)
        self._noted(WITH_HOUSEHOLD, "persons", own, leaving & ~theirs)
        left = numpy.append(0, numpy.cumsum(counts[~gone]))
        return homes.where(~gone), own.where(~leaving), left

    def _stray(self, own: Checked, mask: NDArray[numpy.bool_]) -> None:
        self._fault(WITHOUT_HOUSEHOLD, "persons", own, mask)
        if self.aside is not None:
            self.aside.rows["persons"] += int(mask.sum())

    def _fault(self, code: str, register: str, rows: Checked, mask: NDArray[numpy.bool_]) -> None:
        self.faults.add(Kind(code, register), rows.numbered(mask).tolist())
        self._noted(code, register, rows, mask)

    def _noted(self, code: str, register: str, rows: Checked, mask: NDArray[numpy.bool_]) -> None:
        if self.aside is not None and self.aside.write is not None and mask.any():
            self._note(noted(register, rows, mask, code))

    def _note(self, note: RecordBatch) -> None:
        if self.aside is not None and self.aside.write is not None:
            self.aside.write(note)


class _Stream:
    """The rows of a register, those in hand and those after them; their keys ascend."""

    def __init__(self, batches: Iterator[Checked], register: Rows) -> None:
        import pyarrow as arrow

        self._batches = batches
        self._none = Checked(arrow.RecordBatch.from_pylist([], schema=register.schema), range(0))
        self.rows = next(batches, None)
        self._after: Checked | None = None

    def take(self, many: int) -> Checked:
        """Return the next rows; there are as many in hand."""
        if self.rows is None or not many:
            return self._none
        taken = self.rows
        if many < len(taken):
            taken, self.rows = taken.slice(0, many), taken.slice(many)
        else:
            self.rows, self._after = self._after or next(self._batches, None), None
        return taken

    def reach(self, key: Scalar) -> None:
        """Take in hand what comes up to a key, too, unless that is very much."""
        while self.rows is not None and len(self.rows) < BATCH and self.rows.key[-1].as_py() < key.as_py():
            after, self._after = self._after or next(self._batches, None), None
            if after is None:
                return
            self.rows = together([self.rows, after])

    def ends(self, key: Scalar) -> bool:
        """Whether all rows of a key, to which greater ones are no more in hand, are in hand."""
        if self.rows is None or self.rows.key[-1] != key:
            return True
        self._after = self._after or next(self._batches, None)
        return self._after is None or self._after.key[0] != key

    def up_to(self, key: Scalar) -> Checked:
        """Return the rows in hand whose keys are not greater than one."""
        return self.take(0 if self.rows is None else many_up_to(self.rows.key, key))

    def below(self, key: Scalar) -> Checked:
        """Return the rows in hand whose keys are smaller than one."""
        return self.take(0 if self.rows is None else many_up_to(self.rows.key, key, itself=False))

    def of(self, key: Scalar) -> Checked:
        """Return the rows of one key, to which smaller keys are no more to come."""
        parts = []
        while self.rows is not None and (many := many_up_to(self.rows.key, key)):
            parts.append(self.take(many))
        return together(parts) if parts else self._none


def side_by_side(households: _Stream, persons: _Stream) -> Iterator[tuple[Checked, Checked]]:
    """Yield households with all their persons, as parts of the batches that they came in.

    Few parts are quick to decide, so that households are put together with those that come until they are as
    many as the persons in hand need. Of persons nothing is copied but the few of a household that begins in
    one batch and goes on in the next; it comes alone.
    """
    while households.rows is not None or persons.rows is not None:
        if persons.rows is not None:
            households.reach(persons.rows.key[-1])
        ends = [each.rows.key[-1] for each in (households, persons) if each.rows is not None]
        last = min(ends, key=lambda each: each.as_py())
        whole = households.ends(last) and persons.ends(last)
        for part in (_Stream.up_to,) if whole else (_Stream.below, _Stream.of):
            homes, people = part(households, last), part(persons, last)
            if len(homes) or len(people):
                yield homes, people


def edges(keys: Array) -> NDArray[numpy.int64]:
    """Return where in sorted keys another one begins, and at last where they end.

    Example:
        >>> import pyarrow
        >>> edges(pyarrow.array([4, 4, 7])).tolist(), edges(pyarrow.array(["a", "b"])).tolist()
        ([0, 2, 3], [0, 1, 2])
    """
    import numpy
    from pyarrow import compute, types

    other = numpy.ones(len(keys) + 1, dtype=bool)
    if types.is_integer(keys.type):
        numbers = keys.to_numpy()
        numpy.not_equal(numbers[1:], numbers[:-1], out=other[1:-1])
    elif len(keys):
        steps = compute.not_equal(keys.slice(1), keys.slice(0, len(keys) - 1))
        other[1:-1] = steps.to_numpy(zero_copy_only=False)
    return other.nonzero()[0]


def same(keys: Array, begins: NDArray[numpy.int64], others: Array) -> bool:
    """Whether the different keys among sorted ones are just the others."""
    import numpy
    import pyarrow as arrow

    if len(begins) != len(others) + 1:
        return False
    if arrow.types.is_integer(keys.type):
        return numpy.array_equal(keys.to_numpy().take(begins[:-1]), others.to_numpy())
    return bool(keys.take(arrow.array(begins[:-1])).equals(others))


def find(keys: Array, among: Array) -> NDArray[numpy.int64]:
    """Return where each key stands among others, −1 where it does not.

    Example:
        >>> import pyarrow
        >>> find(pyarrow.array([4, 7]), pyarrow.array([1, 4, 5])).tolist()
        [1, -1]
    """
    import numpy
    from pyarrow import compute

    found = compute.fill_null(compute.index_in(keys, value_set=among), -1)
    places: NDArray[numpy.int64] = found.to_numpy(zero_copy_only=False).astype(numpy.int64)
    return places


def many_up_to(keys: Array, last: Scalar, *, itself: bool = True) -> int:
    """Return how many of sorted keys come before a last one, or are it.

    Example:
        >>> import pyarrow
        >>> keys = pyarrow.array(["a", "b", "b", "c"])
        >>> many_up_to(keys, keys[1]), many_up_to(keys, keys[1], itself=False)
        (3, 1)
    """
    import numpy
    from pyarrow import compute, types

    if types.is_integer(keys.type):
        return int(numpy.searchsorted(keys.to_numpy(), last.as_py(), "right" if itself else "left"))
    before = compute.less_equal(keys, last) if itself else compute.less(keys, last)
    return int(compute.sum(before).as_py() or 0)
