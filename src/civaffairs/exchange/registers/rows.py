"""The rows of one register, read and checked batch by batch: keys and facts as engines want them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from civaffairs.errors import InputInvalid, fault
from civaffairs.exchange.registers.checks import contradictions
from civaffairs.exchange.registers.faults import Faults, Kind
from civaffairs.exchange.registers.format import HOUSEHOLD_ID, KEYS, PERSON_ID, REGISTERS, label_of
from civaffairs.exchange.registers.keys import Order, read_keys, twice
from civaffairs.exchange.registers.mapping import Layout
from civaffairs.exchange.registers.names import Array, Arrow, DataType, RecordBatch, Schema
from civaffairs.exchange.registers.sources import BATCH, ROW, Opened
from civaffairs.exchange.registers.values import Reader, is_unknown

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

Mark: TypeAlias = "tuple[str, str, NDArray[numpy.bool_]]"
"""The code of a fault, the column that has it, and which rows."""

_SIZES = {"households": BATCH // 2, "persons": BATCH}
_CELLS = 8 * BATCH
"""So many cells are read at once, and so the fewer rows the more columns there are."""
NOTE_KEYS = (HOUSEHOLD_ID, PERSON_ID)
PERSON_TWICE, FACT_MISSING = "register_person_twice", "register_fact_missing"


@frozen(eq=False)
class Checked:
    """Rows of a register that were read and checked.

    Attributes:
        batch: their keys and facts, and columns that are carried along.
        numbers: the numbers that they have in the register.
        faulty: which of them are faulty; None where none is.

    Example:
        >>> import numpy, pyarrow
        >>> rows = Checked(pyarrow.record_batch({"household_id": [4, 7, 9]}), range(1, 4))
        >>> rows.slice(1).numbers, rows.where(numpy.array([True, False, True])).numbers.tolist()
        (range(2, 4), [1, 3])
    """

    batch: RecordBatch
    numbers: range | NDArray[numpy.int64]
    faulty: NDArray[numpy.bool_] | None = None

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def key(self) -> Array:
        """The keys of their households."""
        return self.batch.column(0)

    def slice(self, first: int, end: int | None = None) -> Checked:
        """Return the rows from one place up to another."""
        part = slice(first, len(self) if end is None else end)
        faulty = None if self.faulty is None else self.faulty[part]
        return Checked(self.batch.slice(first, part.stop - first), self.numbers[part], faulty)

    def where(self, mask: NDArray[numpy.bool_]) -> Checked:
        """Return the rows that a mask marks."""
        import pyarrow as arrow

        faulty = None if self.faulty is None else self.faulty[mask]
        return Checked(self.batch.filter(arrow.array(mask)), self.numbered(mask), faulty)

    def numbered(self, mask: NDArray[numpy.bool_]) -> NDArray[numpy.int64]:
        """Return the numbers of the rows that a mask marks."""
        import numpy

        if isinstance(self.numbers, range):
            return self.numbers.start + numpy.flatnonzero(mask)
        return self.numbers[mask]

    def flags(self) -> NDArray[numpy.bool_]:
        """Return for each row whether it is faulty."""
        import numpy

        return numpy.zeros(len(self), dtype=bool) if self.faulty is None else self.faulty


def together(parts: Sequence[Checked]) -> Checked:
    """Return some rows, and those after them, as one."""
    import numpy
    import pyarrow as arrow

    if len(parts) == 1:
        return parts[0]
    sound = all(each.faulty is None for each in parts)
    return Checked(
        arrow.concat_batches([each.batch for each in parts]),
        _numbers(parts),
        None if sound else numpy.concatenate([each.flags() for each in parts]),
    )


def _numbers(parts: Sequence[Checked]) -> range | NDArray[numpy.int64]:
    import numpy

    numbers = [each.numbers for each in parts]
    ranges = [each for each in numbers if isinstance(each, range)]
    if len(ranges) == len(numbers) and all(one.stop == other.start for one, other in pairwise(ranges)):
        return range(ranges[0].start, ranges[-1].stop)
    return numpy.concatenate([numpy.asarray(each, dtype=numpy.int64) for each in numbers])


@frozen
class Rows:
    """The rows of a register, in order.

    Attributes:
        opened: where they come from.
        layout: how its columns are read.
        whole: for each key whether it is a whole number, or else a text.
        on: the day of decision.
        faults: where what is wrong is counted.
        folder: where files may be put.
        twice: the keys of persons who are there more than once.
        sampled: whether it is to be seen again that the keys are in order.
        noting: whether each faulty row is to be noted, besides being counted.
    """

    opened: Opened
    layout: Layout
    whole: Mapping[str, bool]
    on: date
    faults: Faults
    folder: Callable[[], Path]
    twice: Array = None
    sampled: bool = False
    noting: bool = False

    @cached_property
    def readers(self) -> dict[str, Reader]:
        """What reads each column of facts, by its heading."""
        return {each.heading: Reader(each, self.on) for each in self.layout.readings}

    @cached_property
    def schema(self) -> Schema:
        """The names and types of the columns: keys, facts, columns carried along."""
        import pyarrow as arrow

        names = KEYS[self.layout.register]
        keys = [(key, arrow.int64() if self.whole[key] else arrow.string()) for key in names]
        facts = [(each.column.name, self.readers[each.heading].type) for each in self.layout.readings]
        kept = [(name, kept_type(arrow)) for name in self.layout.kept]
        return arrow.schema([*keys, *facts, *kept])

    def read(self) -> Iterator[RecordBatch]:
        """Return each batch as it stands in the register."""
        headings = self.layout.headings
        texts = self.opened.texts() - set(self.layout.keys.values())
        coded = [heading for heading in headings if heading in texts]
        size = min(_SIZES[self.layout.register], _CELLS // len(headings))
        return self.opened.batches(headings, coded, size)

    def checked(self, batches: Iterable[RecordBatch]) -> Iterator[tuple[Checked, list[RecordBatch]]]:
        """Return each batch as it was checked, with notes of what is faulty in it; see `noted`."""
        import pyarrow as arrow

        layout, schema, headings = self.layout, self.schema, self.layout.headings
        orders = self._orders()
        unique = True
        begin = self.opened.first
        for batch in batches:
            at = dict(zip(headings, batch.columns, strict=False))
            numbers: range | NDArray[numpy.int64] = range(begin, begin + batch.num_rows)
            begin += batch.num_rows
            if self.opened.ordered:
                numbers = batch.column(ROW).to_numpy() + self.opened.first
            keys, marks = self._keys(at, numbers)
            for key, order in orders.items():
                if not order.holds(keys[key]):
                    if key != PERSON_ID:
                        row = int(numbers[0])
                        raise InputInvalid(fault("register_out_of_order", self.opened.place, row=row))
                    unique = False
            facts, wrong = self._facts(at)
            kept = [kept_texts(arrow, at[heading]) for heading in layout.kept.values()]
            columns = [*keys.values(), *facts.values(), *kept]
            rows = Checked(arrow.RecordBatch.from_arrays(columns, schema=schema), numbers)
            notes = []
            for code, name, mask in (*marks, *wrong):
                if mask.any():
                    rows = evolve(rows, faulty=rows.flags() | mask)
                    self._count(code, name, rows.numbered(mask).tolist())
                    if self.noting:
                        notes.append(noted(layout.register, rows, mask, code))
            yield rows, notes
        if not unique:
            self._count_twice()

    def _keys(
        self, at: Mapping[str, Array], numbers: range | NDArray[numpy.int64]
    ) -> tuple[dict[str, Array], list[Mark]]:
        from pyarrow import compute

        keys: dict[str, Array] = {}
        marks: list[Mark] = []
        for key, heading in self.layout.keys.items():
            keys[key], wrong = read_keys(at[heading], whole=self.whole[key])
            marks += ((code, key, mask) for code, mask in wrong.items())
        if self.twice is not None and len(self.twice):
            doubled = compute.is_in(keys[PERSON_ID], self.twice).to_numpy(zero_copy_only=False)
            marks.append((PERSON_TWICE, PERSON_ID, doubled))
        if PERSON_ID in KEYS[self.layout.register] and PERSON_ID not in keys:
            keys[PERSON_ID] = _row_numbers(numbers)
        return keys, marks

    def _facts(self, at: Mapping[str, Array]) -> tuple[dict[str, Array], list[Mark]]:
        facts: dict[str, Array] = {}
        marks: list[Mark] = []
        for reading in self.layout.readings:
            name = reading.column.name
            facts[name], wrong = self.readers[reading.heading].read(at[reading.heading])
            marks += ((code, name, mask) for code, mask in wrong.items())
            if reading.column.required and facts[name].null_count:
                missing = facts[name].is_null().to_numpy(zero_copy_only=False)
                for mask in wrong.values():
                    missing = missing & ~mask
                marks.append((FACT_MISSING, name, missing))
        if self.layout.register == "persons":
            marks += contradictions(facts)
        return facts, marks

    def _orders(self) -> dict[str, Order]:
        """Return for each key whose order was found out from parts how it is seen again."""
        if not self.sampled:
            return {}
        found = {HOUSEHOLD_ID: Order(strictly=False)}
        if PERSON_ID in self.layout.keys and self.twice is None:
            found[PERSON_ID] = Order(strictly=True)
        return found

    def _count_twice(self) -> None:
        """Count persons who are there more than once, after their rows were read."""
        from pyarrow import compute

        heading = self.layout.keys[PERSON_ID]
        doubled = twice(self.opened, heading, self.folder, whole=self.whole[PERSON_ID])
        if not len(doubled):
            return
        row = self.opened.first
        for batch in self.opened.batches([heading]):
            keys, _ = read_keys(batch.column(0), whole=self.whole[PERSON_ID])
            mask = compute.is_in(keys, doubled).to_numpy(zero_copy_only=False)
            if mask.any():
                self._count(PERSON_TWICE, PERSON_ID, (row + mask.nonzero()[0]).tolist())
            row += batch.num_rows

    def _count(self, code: str, column: str, rows: list[int]) -> None:
        register = self.layout.register
        self.faults.add(Kind(code, register, column, label_of(REGISTERS[register], column)), rows)


def _row_numbers(numbers: range | NDArray[numpy.int64]) -> Array:
    import numpy
    import pyarrow as arrow

    if isinstance(numbers, range):
        numbers = numpy.arange(numbers.start, numbers.stop, dtype=numpy.int64)
    return arrow.array(numbers)


def kept_type(arrow: Arrow) -> DataType:
    """Return the type of a column that is carried along."""
    return arrow.dictionary(arrow.int32(), arrow.string())


def kept_texts(arrow: Arrow, array: Array) -> Array:
    """Return a column that is carried along as texts; what says that it is not known is NULL."""
    from pyarrow import compute

    encoded = array if arrow.types.is_dictionary(array.type) else compute.dictionary_encode(array)
    texts = [
        None if each is None else each.strip() for each in encoded.dictionary.cast(arrow.string()).to_pylist()
    ]
    known = [None if text is None or is_unknown(text) else text for text in texts]
    indices = encoded.indices.cast(arrow.int32())
    if None in known or len(set(known)) < len(known):  # NULL in the codes, which everybody reads alike
        taken = compute.take(arrow.array(known, type=arrow.string()), indices)
        return compute.dictionary_encode(taken).cast(kept_type(arrow))
    return arrow.DictionaryArray.from_arrays(indices, arrow.array(known, type=arrow.string()))


def noted(register: str, rows: Checked, mask: NDArray[numpy.bool_], code: str) -> RecordBatch:
    """Return a note of rows that are set aside, as a batch: register, row, keys, code.

    Args:
        register: `households` or `persons`.
        rows: rows of it.
        mask: which of them are set aside.
        code: why.
    """
    import pyarrow as arrow

    chosen, numbers = arrow.array(mask), rows.numbered(mask)
    many = len(numbers)
    columns = [arrow.array([register] * many, type=arrow.string()), arrow.array(numbers, type=arrow.int64())]
    for key in NOTE_KEYS:
        if key in KEYS[register]:
            columns.append(rows.batch.column(key).filter(chosen).cast(arrow.string()))
        else:
            columns.append(arrow.nulls(many, arrow.string()))
    columns.append(arrow.array([code] * many, type=arrow.string()))
    return arrow.RecordBatch.from_arrays(columns, names=["register", "row", *NOTE_KEYS, "code"])
