"""Whatever a register comes as → batches of Arrow of the columns that are wanted, as often as one likes.

A Parquet file is read where it lies, a table that is in memory where it stands. Everything else (CSV, a
stream, a query that is not run yet) is first laid down in a temporary Parquet file, so that it can be looked
at before it is read.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from civaffairs.errors import ExtraMissing, InputInvalid, fault, message
from civaffairs.exchange.registers.faults import SAMPLES
from civaffairs.exchange.registers.names import Arrow, RecordBatch, Scalar, Schema, Table
from civaffairs.exchange.tabular import quoted

Source: TypeAlias = Any
"""A register as somebody has it: a Parquet or CSV file, or a frame that narwhals or Arrow know."""

ROW = "#row"
"""The column with the numbers of the rows, in a file whose rows were put into another order."""

BATCH = 262_144
_GLANCE = 32_768
"""How many rows of a part are looked at before it is read."""
_TEXTS = (".csv", ".tsv", ".txt")
_PARQUET = (".parquet", ".pq")
_SEPARATORS = ",\t;"
_ENCODINGS = ("utf-8-sig", "gb18030")
_FIRST_BYTES = 65536
_BLOCK = 4 * 2**20


@frozen
class Opened:
    """A register that can be read.

    Attributes:
        register: `households` or `persons`.
        place: what it is called in faults: the name of its file, or of the register.
        schema: its columns as they came, by heading.
        rows: how many rows it has.
        first: the number of its first row, as the file shows it.
        path: its Parquet file; None for what is in memory.
        table: what is in memory; None for a file.
        ordered: whether `ROW` says where each row stood.
        metadata: what a Parquet file says about its parts.
    """

    register: str
    place: str
    schema: Schema
    rows: int
    first: int = 1
    path: Path | None = None
    table: Table = field(default=None, repr=False)
    ordered: bool = False
    metadata: Scalar = field(default=None, repr=False)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above its columns."""
        return tuple(name for name in self.schema.names if name != ROW)

    def batches(
        self, headings: Sequence[str], coded: Sequence[str] = (), size: int = BATCH
    ) -> Iterator[RecordBatch]:
        """Return the rows of some columns, batch by batch.

        Args:
            headings: the columns, in the order that is wanted.
            coded: columns of texts, to be read as codes of their different values.
            size: the most rows of a batch.
        """
        names = [*headings, ROW] if self.ordered else list(headings)
        if self.path is None:
            for batch in self.table.select(names).to_batches(max_chunksize=size):
                if batch.num_rows:
                    yield batch
            return
        from pyarrow import cpu_count, parquet

        # Two registers are read at once: with two processors, reading the columns of each at once, too, costs
        # a tenth more and gains nothing.
        several = cpu_count() > 2
        with parquet.ParquetFile(self.path, read_dictionary=list(coded)) as file:
            for parts in together(file.metadata, size):
                for batch in file.iter_batches(size, row_groups=parts, columns=names, use_threads=several):
                    yield batch.select(names)

    def bounds(self, heading: str) -> tuple[tuple[Scalar, Scalar], ...]:
        """Return the least and the most value of each part of a file; empty where it does not say so."""
        if self.path is None:
            return ()
        metadata = self.metadata
        names = [metadata.schema.column(at).path for at in range(metadata.num_columns)]
        at = names.index(heading)
        found = [metadata.row_group(part).column(at).statistics for part in range(metadata.num_row_groups)]
        if not all(each is not None and each.has_min_max for each in found):
            return ()
        return tuple((each.min, each.max) for each in found)

    def beginning(self, part: int, headings: Sequence[str]) -> RecordBatch:
        """Return the first rows of one part of a file, as a batch of some columns."""
        from pyarrow import parquet

        names = list(headings)
        with parquet.ParquetFile(self.path, metadata=self.metadata) as file:
            return next(file.iter_batches(_GLANCE, row_groups=[part], columns=names)).select(names)

    def texts(self) -> frozenset[str]:
        """Return the headings of columns that hold texts."""
        import pyarrow as arrow

        types = arrow.types
        return frozenset(
            each.name
            for each in self.schema
            if types.is_string(each.type)
            or types.is_large_string(each.type)
            or types.is_string_view(each.type)
        )

    def full(self) -> frozenset[str]:
        """Return the headings under which something stands in every row, as far as is known unread."""
        if self.path is None:
            return frozenset(name for name in self.headings if self.table.column(name).null_count == 0)
        metadata = self.metadata
        groups = [metadata.row_group(at) for at in range(metadata.num_row_groups)]
        return frozenset(
            metadata.schema.column(at).path
            for at in range(metadata.num_columns)
            if all(_is_full(group.column(at).statistics) for group in groups)
        )


def together(metadata: Scalar, size: int) -> Iterator[list[int]]:
    """Yield the parts of a Parquet file, small ones together; what was read of a part is kept to its end."""
    parts: list[int] = []
    rows = 0
    for at in range(metadata.num_row_groups):
        parts.append(at)
        rows += metadata.row_group(at).num_rows
        if rows >= size:
            yield parts
            parts, rows = [], 0
    if parts:
        yield parts


def _is_full(statistics: Scalar) -> bool:
    return statistics is not None and statistics.has_null_count and statistics.null_count == 0


def pyarrow() -> Arrow:
    """Return the library, or say how to install it.

    Raises:
        ExtraMissing: where it is not there.
    """
    try:
        import pyarrow as arrow
    except ImportError as error:
        raise _extra("pyarrow") from error
    return arrow


def duckdb() -> Any:  # noqa: ANN401 - a module
    """Return the library, or say how to install it.

    Raises:
        ExtraMissing: where it is not there.
    """
    try:
        import duckdb as database
    except ImportError as error:
        raise _extra("duckdb") from error
    return database


def _extra(library: str) -> ExtraMissing:
    purpose = message("purpose_registers")
    return ExtraMissing(fault("extra_missing", purpose=purpose, library=library, extra="populations"))


def opened(source: Source, register: str, folder: Callable[[], Path]) -> Opened:
    """Open a register.

    Args:
        source: a path, or a frame.
        register: `households` or `persons`.
        folder: where temporary files may be put; asked for only where one is needed.

    Raises:
        InputInvalid: where it is no register.
        ExtraMissing: where a library is missing.
    """
    arrow = pyarrow()
    if isinstance(source, str | Path):
        return _file(Path(source), register, folder)
    if isinstance(source, arrow.RecordBatch):
        source = arrow.Table.from_batches([source])
    if isinstance(source, arrow.Table):
        return _table(source, register)
    return _frame(source, register, folder, arrow)


def of_parquet(path: Path, register: str, place: str = "") -> Opened:
    """Open a Parquet file.

    Raises:
        InputInvalid: where it is none.
    """
    arrow = pyarrow()
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            schema, metadata = file.schema_arrow, file.metadata
    except (arrow.ArrowInvalid, OSError) as error:
        raise InputInvalid(fault("register_broken", path.name, form="Parquet")) from error
    return Opened(
        register,
        place or path.name,
        schema,
        metadata.num_rows,
        path=path,
        ordered=ROW in schema.names,
        metadata=metadata,
    )


def _file(path: Path, register: str, folder: Callable[[], Path]) -> Opened:
    if path.is_dir():
        raise InputInvalid(fault("file_is_folder", path.name, path=path))
    if not path.is_file():
        raise InputInvalid(fault("file_absent", path.name, path=path))
    suffix = path.suffix.lower()
    if suffix in _PARQUET:
        return of_parquet(path, register)
    if suffix in _TEXTS:
        return _csv(path, register, folder())
    known = " ".join((*_PARQUET[:1], *_TEXTS))
    raise InputInvalid(fault("file_kind_unknown", path.name, suffix=suffix or "-", known=known))


def _table(table: Table, register: str) -> Opened:
    _once(table.schema.names, register)
    return Opened(register, register, table.schema, table.num_rows, table=table)


def _once(headings: Sequence[str], place: str) -> None:
    twice = {heading for heading in headings if headings.count(heading) > 1}
    if twice:
        raise InputInvalid(
            *(fault("register_heading_twice", place, heading=quoted(each)) for each in sorted(twice))
        )


# --- what developers have ------------------------------------------------------------------------


def _frame(source: Source, register: str, folder: Callable[[], Path], arrow: Arrow) -> Opened:
    """Open a frame of pandas or polars, a query that is not run yet, or a stream of Arrow."""
    if type(source).__module__.partition(".")[0] == "pandas" and hasattr(source, "columns"):
        return _table(_from_pandas(source, arrow), register)
    if isinstance(source, arrow.RecordBatchReader):
        return _laid_down(source, register, folder())
    try:
        import narwhals
    except ImportError as error:
        raise _extra("narwhals") from error
    try:
        frame = narwhals.from_native(source)
    except TypeError as error:
        if hasattr(source, "__arrow_c_stream__"):
            return _laid_down(arrow.RecordBatchReader.from_stream(source), register, folder())
        raise InputInvalid(fault("register_of_no_kind", register, kind=type(source).__name__)) from error
    if isinstance(frame, narwhals.LazyFrame):
        path = folder() / f"{register}.given.parquet"
        frame.sink_parquet(path)
        return of_parquet(path, register, register)
    return _table(frame.to_arrow(), register)


def _from_pandas(frame: Source, arrow: Arrow) -> Table:
    """Return a frame of pandas as a table; columns of mixed things as texts."""
    headings = [str(each) for each in frame.columns]
    _once(headings, "pandas")
    arrays = []
    for at in range(len(headings)):
        series = frame.iloc[:, at]
        try:
            arrays.append(arrow.Array.from_pandas(series))
        except (arrow.ArrowInvalid, arrow.ArrowTypeError):
            missing = series.isna().tolist()
            values = [
                None if gone else str(each) for each, gone in zip(series.tolist(), missing, strict=True)
            ]
            arrays.append(arrow.array(values, type=arrow.string()))
    return arrow.Table.from_arrays(arrays, names=headings)


def _laid_down(reader: Source, register: str, folder: Path) -> Opened:
    """Write a stream of Arrow into a temporary file."""
    _once(reader.schema.names, register)
    path = folder / f"{register}.given.parquet"
    _write(reader.schema, reader, path)
    return of_parquet(path, register, register)


def _write(schema: Schema, batches: Iterable[RecordBatch], path: Path) -> None:
    from pyarrow import parquet

    with parquet.ParquetWriter(path, schema, compression="lz4", data_page_size=2**20) as writer:
        for batch in batches:
            writer.write_batch(batch, row_group_size=BATCH)


# --- CSV -----------------------------------------------------------------------------------------


def _csv(path: Path, register: str, folder: Path) -> Opened:
    """Read a CSV file as texts into a temporary file."""
    arrow = pyarrow()
    from pyarrow import csv as tables

    encoding = _encoding(path)
    headings, separator = _heading(path, encoding)
    _once(headings, path.name)
    text = arrow.string()
    broken: list[None] = []

    def skipped(_row: object) -> str:
        broken.append(None)
        return "skip"

    target = folder / f"{register}.given.parquet"
    try:
        with tables.open_csv(
            path,
            read_options=tables.ReadOptions(
                encoding="utf8" if encoding == "utf-8-sig" else encoding, block_size=_BLOCK
            ),
            parse_options=tables.ParseOptions(
                delimiter=separator, newlines_in_values=True, invalid_row_handler=skipped
            ),
            convert_options=tables.ConvertOptions(
                column_types=dict.fromkeys(headings, text), strings_can_be_null=False
            ),
        ) as reader:
            _write(reader.schema, reader, target)
    except (arrow.ArrowInvalid, UnicodeDecodeError) as error:
        raise InputInvalid(fault("register_broken", path.name, form="CSV")) from error
    if broken:
        rows = ", ".join(map(str, _broken_rows(path, encoding, separator, len(headings))))
        raise InputInvalid(fault("register_rows_broken", path.name, count=len(broken), rows=rows))
    return evolve(of_parquet(target, register, path.name), first=2)  # the heading is row 1


def _encoding(path: Path) -> str:
    """Say how a file is encoded: UTF-8, or else GB18030, as Excel in China writes it."""
    with path.open("rb") as file:
        if file.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            raise InputInvalid(fault("file_no_text", path.name))
    try:
        with path.open(encoding=_ENCODINGS[0]) as file:
            while file.read(2**20):
                pass
    except UnicodeDecodeError:
        return _ENCODINGS[1]
    return _ENCODINGS[0]


def _heading(path: Path, encoding: str) -> tuple[list[str], str]:
    """Return the heading of a file and what separates its cells: whatever gives most of them."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            first = file.read(_FIRST_BYTES)
    except UnicodeDecodeError as error:
        raise InputInvalid(fault("file_no_text", path.name)) from error
    rows = {each: next(csv.reader(io.StringIO(first), delimiter=each), []) for each in _SEPARATORS}
    separator = max(_SEPARATORS, key=lambda each: len(rows[each]))
    if not rows[separator]:
        raise InputInvalid(fault("file_empty", path.name))
    return rows[separator], separator


def _broken_rows(path: Path, encoding: str, separator: str, cells: int) -> list[int]:
    """Return the numbers of the first rows that have too many or too few cells."""
    found: list[int] = []
    with path.open(encoding=encoding, newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter=separator), start=1):
            if row and len(row) != cells:
                found.append(number)
            if len(found) == SAMPLES:
                break
    return found
