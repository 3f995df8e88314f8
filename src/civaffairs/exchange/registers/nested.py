"""The nested layout: one row for each household, its members in it. As a stream, or as a Parquet file.

A nested file is written once, from registers that were checked, and read as often as one likes without
looking at keys again. It says what it is under two keys of its metadata: the layout with its version, and the
day for which the births were checked.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from civaffairs.errors import Fault, InputInvalid, UnknownName, fault, raise_all
from civaffairs.exchange.registers.beside import MEMBERS, Aside
from civaffairs.exchange.registers.faults import Faults
from civaffairs.exchange.registers.format import HOUSEHOLD_ID, PERSON_ID, columns_of, is_needed
from civaffairs.exchange.registers.names import DataType, RecordBatch, Schema
from civaffairs.exchange.registers.sources import Opened, together
from civaffairs.exchange.tabular import quoted

VERSION = "1"
LAYOUT, CHECKED = b"civaffairs.layout", b"civaffairs.checked"
_NESTED = "nested/"
_INSIDE = f"{MEMBERS}.list.element."
BATCH = 131_072


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
        path: the nested Parquet file, where it is one that an engine can read by itself.
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
        faults: Faults,
        aside: Aside | None = None,
        path: Path | None = None,
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
        self.path = path
        self._batches = batches
        self._faults = faults
        self._aside = aside
        self._folder = folder

    def batches(self) -> Iterator[RecordBatch]:
        """Return the households, batch by batch; counts of faults begin anew.

        Raises:
            InputInvalid: at the end, with every fault of the rows, where faulty rows are not set aside. From
                the first fault on no batch is given.
        """
        self._faults.clear()
        if self._aside is not None:
            self._aside.rows.update(dict.fromkeys(self._aside.rows, 0))
        yield from self._batches()
        if self._aside is None:
            raise_all(InputInvalid, self._faults.faults)

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
    from pyarrow import parquet

    from civaffairs.exchange.registers.writing import in_place

    said = {LAYOUT: f"{_NESTED}{VERSION}".encode(), CHECKED: nested.on.isoformat().encode()}
    schema = _uncoded(nested.schema).with_metadata(said)
    with (
        in_place(path) as target,
        # It is read often: LZ4 takes half as much room again as Zstandard, and a quarter less time to read.
        parquet.ParquetWriter(target, schema, compression="lz4", data_page_size=2**20) as writer,
    ):
        for batch in nested.batches():
            writer.write_batch(batch.cast(schema), row_group_size=BATCH)
            advance(batch.num_rows)


def _uncoded(schema: Schema) -> Schema:
    """Return a schema in which terms are texts: Arrow does not read codes in lists back from long files."""
    import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

    def plain(kind: DataType) -> DataType:
        if arrow.types.is_dictionary(kind):
            return kind.value_type
        if arrow.types.is_list(kind):
            return arrow.list_(plain(kind.value_type))
        if arrow.types.is_struct(kind):
            return arrow.struct([(field.name, plain(field.type)) for field in kind])
        return kind

    return arrow.schema([(field.name, plain(field.type)) for field in schema])


def is_nested(opened: Opened) -> bool:
    """Whether a register is a nested file."""
    layout: bytes = (opened.schema.metadata or {}).get(LAYOUT, b"")
    return layout.startswith(_NESTED.encode())


def looks_nested(opened: Opened) -> bool:
    """Whether a register has members in it."""
    import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

    return MEMBERS in opened.schema.names and bool(arrow.types.is_list(opened.schema.field(MEMBERS).type))


def read_nested(
    opened: Opened,
    on: date,
    *,
    needed: Mapping[str, Collection[str]] | None = None,
    keep: Collection[str] = (),
    usual: Collection[str] = (),
) -> Nested:
    """Open a file that `civaffairs nest` wrote.

    Raises:
        InputInvalid: where it is of another version, was checked for a later day, or lacks a column that is
            to be kept.
    """
    checked = _refuse(opened, on)
    facts = columns_in(opened.schema)
    raise_all(
        InputInvalid,
        (
            Fault(opened.place, UnknownName.among("column", quoted(name), facts["Household"]).faults[0].what)
            for name in keep
            if name not in facts["Household"]
        ),
    )
    kept = [
        name
        for name in opened.schema.names
        if name not in columns_of("Household") and name not in {HOUSEHOLD_ID, MEMBERS}
    ]
    wanted = {
        model: {name for name in names if needed is None or is_needed(name, needed.get(model, ()))}
        for model, names in facts.items()
    }
    wanted["Household"] |= {name for name in facts["Household"] if name in {*keep, *usual}}
    schema = _chosen(opened.schema, wanted, kept)
    inside = [field.name for field in schema.field(MEMBERS).type.value_type]
    leaves = [name for name in schema.names if name != MEMBERS] + [f"{_INSIDE}{name}" for name in inside]

    def batches() -> Iterator[RecordBatch]:
        import pyarrow as arrow  # noqa: ICN001 - names are not shortened here
        from pyarrow import parquet

        with parquet.ParquetFile(opened.path) as file:
            for parts in together(file.metadata, BATCH):
                for batch in file.iter_batches(BATCH, row_groups=parts, columns=leaves):
                    columns = [batch.column(name).cast(schema.field(name).type) for name in schema.names]
                    yield arrow.RecordBatch.from_arrays(columns, schema=schema)

    full = opened.full()
    complete = {
        "Household": full,
        "Person": {name.removeprefix(_INSIDE) for name in full if name.startswith(_INSIDE)},
    }
    return Nested(
        schema,
        batches,
        on=checked,
        complete=complete,
        kept=kept,
        unread={},
        rows=opened.rows,
        faults=Faults({}),
        path=opened.path,
    )


def _refuse(opened: Opened, on: date) -> date:
    """Return the day for which the births in a file were checked, or refuse it."""
    metadata = opened.schema.metadata
    version = metadata[LAYOUT].decode().removeprefix(_NESTED)
    if version != VERSION:
        raise InputInvalid(fault("register_nested_version", opened.place, seen=version, version=VERSION))
    checked = date.fromisoformat(metadata[CHECKED].decode())
    if on < checked:
        days = {"checked": checked.isoformat(), "day": on.isoformat()}
        raise InputInvalid(fault("register_nested_earlier", opened.place, **days))
    return checked


def _chosen(schema: Schema, wanted: Mapping[str, Collection[str]], kept: Collection[str]) -> Schema:
    import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

    inside = schema.field(MEMBERS).type.value_type
    members = [field for field in inside if field.name == PERSON_ID or field.name in wanted["Person"]]
    own = [
        field
        for field in schema
        if field.name == HOUSEHOLD_ID or field.name in kept or field.name in wanted["Household"]
    ]
    return arrow.schema([*own, arrow.field(MEMBERS, arrow.list_(arrow.struct(members)))])
