"""Two flat registers, sorted by household → one row for each household, with its members in it.

The registers are read side by side: where the household changes among the persons, a new list of members
begins. Nothing is looked up and nothing is joined.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from attrs import define, field, frozen

from civaffairs.domain.models.fact import MOST_ITEMS
from civaffairs.exchange.registers.faults import Faults, Kind
from civaffairs.exchange.registers.format import HOUSEHOLD_ID, KEYS
from civaffairs.exchange.registers.names import Array, RecordBatch, Scalar, Schema
from civaffairs.exchange.registers.rows import FAULTY, Rows, noted
from civaffairs.exchange.registers.sources import ROW

if TYPE_CHECKING:
    import numpy  # noqa: ICN001 - names are not shortened here
    from numpy.typing import NDArray

T = TypeVar("T")
MEMBERS = "members"

WITHOUT_HOUSEHOLD, WITHOUT_PERSONS = "register_without_household", "register_without_persons"
HOUSEHOLD_TWICE, TOO_MANY = "register_household_twice", "register_too_many_members"
WITH_HOUSEHOLD = "register_with_household"

_AHEAD = 2
_WAIT = 0.2


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
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

        own = [each for each in self.households.schema() if each.name not in {ROW, FAULTY}]
        members = [each for each in self.persons.schema() if each.name not in {HOUSEHOLD_ID, ROW, FAULTY}]
        return arrow.schema([*own, arrow.field(MEMBERS, arrow.list_(arrow.struct(members)))])

    def batches(self) -> Iterator[RecordBatch]:
        """Return the households with their members, batch by batch."""
        schema = self.schema()
        with (
            closing(ahead(self.households.batches())) as households,
            closing(ahead(self.persons.batches())) as persons,
        ):
            parts = side_by_side(
                _Stream(self._sound(households, "households"), self.households.schema()),
                _Stream(self._sound(persons, "persons"), self.persons.schema()),
            )
            for homes, people in parts:
                nested = self._nested(homes, people, schema)
                # Where one fault spoils everything, the rest is read for its faults alone.
                if nested.num_rows and (self.aside is not None or not self.faults):
                    yield nested

    def _sound(
        self, batches: Iterator[tuple[RecordBatch, list[RecordBatch]]], register: str
    ) -> Iterator[RecordBatch]:
        """Return each batch without rows that have no household's key; they are set aside alone."""
        for batch, notes in batches:
            for note in notes:
                self._note(note)
            key = batch.column(0)
            if key.null_count:
                if self.aside is not None:
                    self.aside.rows[register] += key.null_count
                batch = batch.filter(key.is_valid())  # noqa: PLW2901 - the same batch
            if batch.num_rows:
                yield batch

    def _nested(self, batch: RecordBatch, own: RecordBatch, schema: Schema) -> RecordBatch:
        """Lay persons beside their households, all of which are among these."""
        import numpy  # noqa: ICN001 - names are not shortened here
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

        ids = batch.column(0)
        begins = edges(ids)
        spoilt = None
        if len(begins) <= len(ids):
            repeats = numpy.diff(begins)
            self._fault(HOUSEHOLD_TWICE, "households", batch, numpy.repeat(repeats > 1, repeats))
            if self.aside is not None:
                self.aside.rows["households"] += len(ids) - len(repeats)
            batch, spoilt = batch.take(arrow.array(begins[:-1])), repeats > 1
            ids = batch.column(0)
        offsets = edges(own.column(0))
        if not same(own.column(0), offsets, ids):
            own, counts = self._found(own, offsets, ids)
            offsets = numpy.append(0, numpy.cumsum(counts)).astype(numpy.int32)
        counts = numpy.diff(offsets)
        for code, mask in ((WITHOUT_PERSONS, counts == 0), (TOO_MANY, counts > MOST_ITEMS)):
            if mask.any():
                self._fault(code, "households", batch, mask)
                spoilt = mask if spoilt is None else spoilt | mask
        if self.aside is not None:
            batch, own, offsets = self._set_aside(batch, own, offsets, spoilt)
        kind = schema.field(MEMBERS).type
        structs = arrow.StructArray.from_arrays(own.columns[1:-2], fields=list(kind.value_type))
        lists = arrow.ListArray.from_arrays(arrow.array(offsets), structs, type=kind)
        return arrow.RecordBatch.from_arrays([*batch.columns[:-2], lists], schema=schema)

    def _found(
        self, own: RecordBatch, begins: NDArray[numpy.int32], ids: RecordBatch
    ) -> tuple[RecordBatch, NDArray[numpy.int64]]:
        """Return the persons who have a household, and how many each household has."""
        import numpy  # noqa: ICN001 - names are not shortened here
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

        lengths = numpy.diff(begins)
        place = find(own.column(0).take(arrow.array(begins[:-1])), ids)
        known = place >= 0
        if not known.all():
            stray = numpy.repeat(~known, lengths)
            self._stray(own, stray)
            own = own.filter(arrow.array(~stray))
        counts = numpy.zeros(len(ids), dtype=numpy.int64)
        counts[place[known]] = lengths[known]
        return own, counts

    def _set_aside(
        self,
        batch: RecordBatch,
        own: RecordBatch,
        offsets: NDArray[numpy.int32],
        spoilt: NDArray[numpy.bool_] | None,
    ) -> tuple[RecordBatch, RecordBatch, NDArray[numpy.int32]]:
        """Take out the households of faulty rows, with everybody in them."""
        import numpy  # noqa: ICN001 - names are not shortened here
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

        faulty, theirs = _flags(batch), _flags(own)
        gone = faulty if spoilt is None else faulty | spoilt
        if not gone.any() and not theirs.any():
            return batch, own, offsets
        told = gone.copy()  # what is wrong with these rows themselves was noted
        counts = numpy.diff(offsets)
        home = numpy.repeat(numpy.arange(len(counts)), counts)
        gone = gone.copy()
        gone[home[theirs]] = True
        leaving = gone[home]
        if self.aside is not None:
            self.aside.rows["households"] += int(gone.sum())
            self.aside.rows["persons"] += int(leaving.sum())
        self._noted(WITH_HOUSEHOLD, "households", batch, gone & ~told)
        self._noted(WITH_HOUSEHOLD, "persons", own, leaving & ~theirs)
        left = numpy.append(0, numpy.cumsum(counts[~gone])).astype(numpy.int32)
        return batch.filter(arrow.array(~gone)), own.filter(arrow.array(~leaving)), left

    def _stray(self, batch: RecordBatch, mask: NDArray[numpy.bool_]) -> None:
        self._fault(WITHOUT_HOUSEHOLD, "persons", batch, mask)
        if self.aside is not None:
            self.aside.rows["persons"] += int(mask.sum())

    def _fault(self, code: str, register: str, batch: RecordBatch, mask: NDArray[numpy.bool_]) -> None:
        numbers = batch.column(ROW).to_numpy()
        self.faults.add(Kind(code, register), numbers[mask].tolist())
        self._noted(code, register, batch, mask)

    def _noted(self, code: str, register: str, batch: RecordBatch, mask: NDArray[numpy.bool_]) -> None:
        if self.aside is not None and self.aside.write is not None and mask.any():
            keys: Mapping[str, Array] = {key: batch.column(key) for key in KEYS[register]}
            numbers = batch.column(ROW).to_numpy()
            self._note(noted(register, numbers[mask], keys, mask, code))

    def _note(self, note: RecordBatch) -> None:
        if self.aside is not None and self.aside.write is not None:
            self.aside.write(note)


class _Stream:
    """The batches of a register, the present one in hand; its keys ascend."""

    def __init__(self, batches: Iterator[RecordBatch], schema: Schema) -> None:
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

        self._batches = batches
        self._none = arrow.RecordBatch.from_pylist([], schema=schema)
        self.batch: RecordBatch = next(batches, None)

    def take(self, many: int) -> RecordBatch:
        """Return the next rows; the batch in hand has as many."""
        if not many:
            return self._none
        taken = self.batch.slice(0, many)
        self.batch = self.batch.slice(many) if many < self.batch.num_rows else next(self._batches, None)
        return taken

    def below(self, key: Scalar) -> RecordBatch:
        """Return the rows in hand whose keys are smaller than one."""
        return self.take(0 if self.batch is None else many_up_to(self.batch.column(0), key, itself=False))

    def of(self, key: Scalar) -> RecordBatch:
        """Return the rows of one key, to which smaller keys are no more to come."""
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

        parts = []
        while self.batch is not None and (many := many_up_to(self.batch.column(0), key)):
            parts.append(self.take(many))
        if not parts:
            return self._none
        return parts[0] if len(parts) == 1 else arrow.concat_batches(parts)


def side_by_side(households: _Stream, persons: _Stream) -> Iterator[tuple[RecordBatch, RecordBatch]]:
    """Yield households with all their persons, as parts of the batches that they came in.

    Nothing is copied but the few rows of a household that begins in one batch and goes on in the next.
    """
    while households.batch is not None or persons.batch is not None:
        ends = [each.batch.column(0)[-1] for each in (households, persons) if each.batch is not None]
        last = min(ends, key=lambda each: each.as_py())
        for part in (_Stream.below, _Stream.of):
            homes, people = part(households, last), part(persons, last)
            if homes.num_rows or people.num_rows:
                yield homes, people


def _flags(batch: RecordBatch) -> NDArray[numpy.bool_]:
    flags: NDArray[numpy.bool_] = batch.column(FAULTY).to_numpy(zero_copy_only=False)
    return flags


def edges(keys: Array) -> NDArray[numpy.int32]:
    """Return where in sorted keys another one begins, and at last where they end.

    Example:
        >>> import pyarrow
        >>> edges(pyarrow.array([4, 4, 7])).tolist(), edges(pyarrow.array(["a", "b"])).tolist()
        ([0, 2, 3], [0, 1, 2])
    """
    import numpy  # noqa: ICN001 - names are not shortened here
    from pyarrow import compute, types

    if not len(keys):
        return numpy.zeros(1, dtype=numpy.int32)
    if types.is_integer(keys.type):
        numbers = keys.to_numpy()
        other = numbers[1:] != numbers[:-1]
    else:
        other = compute.not_equal(keys.slice(1), keys.slice(0, len(keys) - 1)).to_numpy(zero_copy_only=False)
    before = numpy.flatnonzero(other)
    found = numpy.empty(len(before) + 2, dtype=numpy.int32)
    found[0], found[-1] = 0, len(keys)
    numpy.add(before, 1, out=found[1:-1], casting="unsafe")
    return found


def same(keys: Array, begins: NDArray[numpy.int32], others: Array) -> bool:
    """Whether the different keys among sorted ones are just the others."""
    import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

    if len(begins) != len(others) + 1:
        return False
    if arrow.types.is_integer(keys.type):
        return bool((keys.to_numpy()[begins[:-1]] == others.to_numpy()).all())
    return bool(keys.take(arrow.array(begins[:-1])).equals(others))


def find(keys: Array, among: Array) -> NDArray[numpy.int64]:
    """Return where each key stands among others, −1 where it does not.

    Example:
        >>> import pyarrow
        >>> find(pyarrow.array([4, 7]), pyarrow.array([1, 4, 5])).tolist()
        [1, -1]
    """
    import numpy  # noqa: ICN001 - names are not shortened here
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
    import numpy  # noqa: ICN001 - names are not shortened here
    from pyarrow import compute, types

    if types.is_integer(keys.type):
        return int(numpy.searchsorted(keys.to_numpy(), last.as_py(), "right" if itself else "left"))
    before = compute.less_equal(keys, last) if itself else compute.less(keys, last)
    return int(compute.sum(before).as_py() or 0)


def ahead(items: Iterator[T]) -> Generator[T]:
    """Make the next items in a thread of their own while the present one is used.

    Example:
        >>> list(ahead(iter("abc")))
        ['a', 'b', 'c']
    """
    waiting: queue.Queue[tuple[T | None, BaseException | None, bool]] = queue.Queue(_AHEAD)
    stopped = Event()

    def put(item: T | None, error: BaseException | None, *, more: bool) -> None:
        while not stopped.is_set():
            with suppress(queue.Full):
                waiting.put((item, error, more), timeout=_WAIT)
                return

    def work() -> None:
        try:
            for item in items:
                put(item, None, more=True)
                if stopped.is_set():
                    return
            put(None, None, more=False)
        except BaseException as error:  # noqa: BLE001 - it is raised where the items are used
            put(None, error, more=False)

    thread = Thread(target=work, daemon=True)
    thread.start()
    try:
        while True:
            item, error, more = waiting.get()
            if error is not None:
                raise error
            if not more:
                return
            yield item  # type: ignore[misc] # there is one where more come
    finally:
        stopped.set()
        thread.join()
