"""The nested layout: one row for each household, its members in it. As a stream, or as a file.

A nested file is an Arrow file (Feather), which is mapped into memory and not decoded. It is written once,
from registers that were checked, and read as often as one likes without looking at keys again. The metadata
of its schema say what it is: the layout with its version, the day for which the births were checked, and the
facts that are known in every row.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from civaffairs.errors import Fault, InputInvalid, UnknownName, fault, raise_all
from civaffairs.exchange.registers.beside import MEMBERS, Aside
from civaffairs.exchange.registers.faults import Faults
from civaffairs.exchange.registers.format import (
    HOUSEHOLD_ID,
    PERSON_ID,
    RegisterColumn,
    columns_of,
    is_needed,
)
from civaffairs.exchange.registers.names import Array, RecordBatch, Schema
from civaffairs.exchange.registers.sources import Opened, Source, pyarrow
from civaffairs.exchange.tabular import quoted

VERSION = "2"
LAYOUT, CHECKED, COMPLETE = b"civaffairs.layout", b"civaffairs.checked", b"civaffairs.complete"
UNNUMBERED = b"civaffairs.unnumbered"
_NESTED = "nested/"
_MAGIC = b"ARROW1"
BATCH = 81_920
"""So many households are written into each batch of a file."""


class Nested:
    """Registers in the nested layout, ready for an engine.

    Attributes:
        schema: the names and types of the columns of each batch: `household_id`, the facts of the household,
            columns that are carried along, and `members`.
        on: the day for which births were checked.
        columns: for `Household` and `Person` the columns that there are: facts, keys, what is carried along.
        complete: for both the facts that are known in every row.
        kept: the columns that are carried along.
        unread: for each register the headings that mean nothing here.
        rows: how many households there are, those that will be set aside included.
        numbered: whether persons have numbers of their own, of which each was seen to be there once.
        faults: what is wrong in the rows; counted while the batches are read.
        set_aside: how many rows were set aside, by register; counted while the batches are read.
    """

    def __init__(
        self,
        schema: Schema,
        batches: Callable[[], Iterator[RecordBatch]],
        *,
        on: date,
        complete: Mapping[str, Collection[str]],
        kept: Collection[str],
        unread: Mapping[str, tuple[str, ...]],
        rows: int,
        numbered: bool = True,
        faults: Faults,
        aside: Aside | None = None,
        folder: Temporary | None = None,
    ) -> None:
        self.schema = schema
        self.on = on
        self.columns = MappingProxyType(columns_in(schema))
        self.complete = MappingProxyType(
            {model: frozenset(complete.get(model, ())) & names for model, names in self.columns.items()}
        )
        self.kept = tuple(kept)
        self.unread = MappingProxyType(dict(unread))
        self.rows = rows
        self.numbered = numbered
        self._batches = batches
        self._faults = faults
        self._aside = aside
        self._folder = folder

    def batches(self) -> Iterator[RecordBatch]:
        """Return the households, batch by batch, one without rows where there are none.

        Counts of faults begin anew.

        Raises:
            InputInvalid: at the end, with every fault of the rows, where faulty rows are not set aside. From
                the first fault on no batch is given.
        """
        self._faults.clear()
        if self._aside is not None:
            self._aside.rows.update(dict.fromkeys(self._aside.rows, 0))
        empty = True
        for batch in self._batches():
            empty = False
            yield batch
        if self._aside is None:
            raise_all(InputInvalid, self._faults.faults)
        if empty:
            yield _nobody(self.schema)

    @property
    def faults(self) -> Faults:
        """What is wrong in the rows that were read so far."""
        return self._faults

    @property
    def set_aside(self) -> Mapping[str, int]:
        """How many rows were set aside so far, by register."""
        return MappingProxyType(self._aside.rows if self._aside is not None else {})

    def close(self) -> None:
        """Remove temporary files; done by itself where nobody holds this any more."""
        if self._folder is not None:
            self._folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


class Temporary:
    """A temporary folder that is made when it is first asked for and goes away with whoever holds it."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._gone: Callable[[], object] = lambda: None

    def __call__(self) -> Path:
        """Return the folder."""
        if self._path is None:
            self._path = Path(tempfile.mkdtemp(prefix="civaffairs-"))
            self._gone = weakref.finalize(self, shutil.rmtree, self._path, ignore_errors=True)
        return self._path

    def close(self) -> None:
        """Remove it."""
        self._gone()
        self._path = None


def columns_in(schema: Schema) -> dict[str, frozenset[str]]:
    """Return the columns that nested batches hold, by model."""
    inside = schema.field(MEMBERS).type.value_type
    members = [inside.field(at).name for at in range(inside.num_fields)]
    return {"Household": frozenset(schema.names) - {MEMBERS}, "Person": frozenset(members)}


def write_nested(nested: Nested, path: Path, *, advance: Callable[[int], object] = lambda _: None) -> None:
    """Write registers into a nested file; until it is finished it has a hidden name.

    Args:
        nested: the registers.
        path: the file.
        advance: is told after each batch how many households were written.

    Raises:
        InputInvalid: where the registers are faulty, something is there already or it cannot be written; then
            there is no file.
    """
    from pyarrow import ipc

    from civaffairs.exchange.registers.writing import in_place

    complete = {model: sorted(names) for model, names in nested.complete.items()}
    said = {
        LAYOUT: f"{_NESTED}{VERSION}".encode(),
        CHECKED: nested.on.isoformat().encode(),
        COMPLETE: json.dumps(complete).encode(),
    }
    if not nested.numbered:
        said[UNNUMBERED] = b""
    schema = _settled(_nobody(nested.schema)).schema.with_metadata(said)
    settled = (_settled(batch) for batch in nested.batches())
    # It is not compressed: what stands in a file as it stands in memory is not read but looked at, and
    # columns that nobody asks for are not even that.
    with in_place(path) as target, ipc.new_file(str(target), schema) as writer:
        for batch in _filled(settled, BATCH):
            writer.write_batch(batch.replace_schema_metadata(said))
            advance(batch.num_rows)


def _nobody(schema: Schema) -> RecordBatch:
    import pyarrow as arrow

    return arrow.RecordBatch.from_pylist([], schema=schema)


def _filled(batches: Iterable[RecordBatch], size: int) -> Iterator[RecordBatch]:
    """Yield batches of just one size, but for the last."""
    import pyarrow as arrow

    waiting: list[RecordBatch] = []
    free = size
    for batch in batches:
        while batch.num_rows >= free:
            yield arrow.concat_batches([*waiting, batch.slice(0, free)])
            batch = batch.slice(free)  # noqa: PLW2901 - what is left of it
            waiting, free = [], size
        if batch.num_rows:
            waiting.append(batch)
            free -= batch.num_rows
    if waiting:
        yield arrow.concat_batches(waiting)


def _settled(batch: RecordBatch) -> RecordBatch:
    """Return a batch with the same terms behind the codes of a column as every other: a file needs that."""
    import pyarrow as arrow

    columns = columns_of("Household")
    arrays = [
        _listed(array, columns_of("Person")) if name == MEMBERS else _coded(array, columns.get(name))
        for name, array in zip(batch.schema.names, batch.columns, strict=True)
    ]
    return arrow.RecordBatch.from_arrays(arrays, names=batch.schema.names)


def _coded(array: Array, column: RegisterColumn | None) -> Array:
    """Return facts with the ids of all their terms behind the codes; what is carried along as texts."""
    import pyarrow as arrow
    from pyarrow import compute

    if column is not None and column.kind == "things":
        return _listed(array, {each.name: each for each in column.items})
    if not arrow.types.is_dictionary(array.type):
        return array
    if column is None:
        return array.dictionary_decode()
    terms = arrow.array([term.id for term in column.terms], type=arrow.string())
    if array.dictionary.equals(terms):
        return array
    codes = compute.index_in(array.dictionary, value_set=terms).cast(array.type.index_type)
    return arrow.DictionaryArray.from_arrays(codes.take(array.indices), terms)


def _listed(array: Array, columns: Mapping[str, RegisterColumn]) -> Array:
    """Return lists of things with their facts as `_coded` returns them."""
    import pyarrow as arrow
    from pyarrow import compute

    things = array.flatten()
    names = [field.name for field in things.type]
    facts = [_coded(things.field(at), columns.get(name)) for at, name in enumerate(names)]
    lengths = compute.fill_null(compute.list_value_length(array), 0)
    begins = arrow.concat_arrays([arrow.array([0], type=arrow.int32()), compute.cumulative_sum(lengths)])
    structs = arrow.StructArray.from_arrays(facts, names)
    return arrow.ListArray.from_arrays(begins, structs, mask=array.is_null() if array.null_count else None)


def is_nested(source: Source) -> bool:
    """Whether a register is an Arrow file, as nested files are; whatever it is called."""
    if not isinstance(source, str | Path):
        return False
    try:
        with Path(source).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:  # who opens it as another file says what is wrong
        return False


def looks_nested(opened: Opened) -> bool:
    """Whether a register has members in it."""
    import pyarrow as arrow

    return MEMBERS in opened.schema.names and bool(arrow.types.is_list(opened.schema.field(MEMBERS).type))


def read_nested(
    path: Path,
    on: date,
    *,
    needed: Mapping[str, Collection[str]] | None = None,
    keep: Collection[str] = (),
    usual: Collection[str] = (),
) -> Nested:
    """Open a file that `civaffairs nest` wrote.

    Raises:
        InputInvalid: where it is broken, of another kind or version, was checked for a later day, or lacks a
            column that is to be kept.
        ExtraMissing: where pyarrow is not installed.
    """
    with _reading(path) as reader:
        stored, many = reader.schema, reader.num_record_batches
    checked = _refuse(path.name, stored.metadata or {}, on)
    facts = columns_in(stored)
    raise_all(
        InputInvalid,
        (
            Fault(path.name, UnknownName.among("column", quoted(name), facts["Household"]).faults[0].what)
            for name in keep
            if name not in facts["Household"]
        ),
    )
    kept = [
        name
        for name in stored.names
        if name not in columns_of("Household") and name not in {HOUSEHOLD_ID, MEMBERS}
    ]
    wanted = {
        model: {name for name in names if needed is None or is_needed(name, needed.get(model, ()))}
        for model, names in facts.items()
    }
    wanted["Household"] |= {name for name in facts["Household"] if name in {*keep, *usual}}
    schema = _chosen(stored, wanted, kept)
    return Nested(
        schema,
        lambda: (_part(path, schema, number) for number in range(many)),
        on=checked,
        complete=json.loads(stored.metadata[COMPLETE]),
        kept=kept,
        unread={},
        rows=_rows(path, many),
        numbered=UNNUMBERED not in stored.metadata,
        faults=Faults({}),
    )


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    """Open a file for one reader in one thread: it takes some 30 µs."""
    arrow = pyarrow()
    from pyarrow import ipc

    try:
        # Each reader maps the file anew, so that its pages are let go with the batch that it has read. To ask
        # it for some columns only would copy all of them; those that nobody looks at are never read anyhow.
        with arrow.memory_map(str(path)) as file, ipc.open_file(file) as reader:
            yield reader
    except (arrow.ArrowInvalid, OSError) as error:
        raise InputInvalid(fault("register_broken", path.name, form="Arrow")) from error


def _rows(path: Path, many: int) -> int:
    """Return how many households so many batches hold: all but the last are as long as the first."""

    def rows(number: int) -> int:
        with _reading(path) as reader:
            return int(reader.get_batch(number).num_rows)

    return (many - 1) * rows(0) + rows(many - 1) if many else 0


def _part(path: Path, schema: Schema, number: int) -> RecordBatch:
    """Return some columns of one batch of a file, without copying anything."""
    import pyarrow as arrow

    with _reading(path) as reader:
        whole = reader.get_batch(number)
        *names, _ = schema.names
        kind, lists = schema.field(MEMBERS).type, whole.column(MEMBERS)
        inside = list(kind.value_type)
        facts = [lists.values.field(field.name) for field in inside]
        members = arrow.StructArray.from_arrays(facts, fields=inside)
        lists = arrow.ListArray.from_arrays(lists.offsets, members, type=kind)
        columns = [*(whole.column(name) for name in names), lists]
        batch = arrow.RecordBatch.from_arrays(columns, schema=schema)
        # Nobody else looks whether places and codes lead anywhere, and a disk may have changed them.
        batch.validate(full=True)
    return batch


def _refuse(place: str, metadata: Mapping[bytes, bytes], on: date) -> date:
    """Return the day for which the births in a file were checked, or refuse it."""
    layout = metadata.get(LAYOUT, b"").decode()
    version = layout.removeprefix(_NESTED)
    if version == layout:
        raise InputInvalid(fault("register_nested_foreign", place))
    if version != VERSION:
        raise InputInvalid(fault("register_nested_version", place, seen=version, version=VERSION))
    checked = date.fromisoformat(metadata[CHECKED].decode())
    if on < checked:
        days = {"checked": checked.isoformat(), "day": on.isoformat()}
        raise InputInvalid(fault("register_nested_earlier", place, **days))
    return checked


def _chosen(schema: Schema, wanted: Mapping[str, Collection[str]], kept: Collection[str]) -> Schema:
    import pyarrow as arrow

    inside = schema.field(MEMBERS).type.value_type
    members = [field for field in inside if field.name == PERSON_ID or field.name in wanted["Person"]]
    own = [
        field
        for field in schema
        if field.name == HOUSEHOLD_ID or field.name in kept or field.name in wanted["Household"]
    ]
    return arrow.schema([*own, arrow.field(MEMBERS, arrow.list_(arrow.struct(members)))])
