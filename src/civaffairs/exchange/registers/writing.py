"""Registers as a folder of Parquet or CSV files: written chunk by chunk, there as a whole or not at all.

Everything is written into a folder beside the one that is wanted, under a hidden name, which gets its final
name when all is done. A process that is stopped leaves nothing under the final name. What one that was killed
left under a hidden name is removed by the next that writes there.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from civaffairs.errors import InputInvalid, fault
from civaffairs.exchange.registers.names import Array, Arrow, RecordBatch, Schema, Table
from civaffairs.exchange.registers.sources import pyarrow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from civaffairs.exchange.columns import Column, Columns

FORMS = ("parquet", "csv")
"""The kinds of file, which are the endings of their names too."""


class Registers:
    """The registers of one folder while they are written; see `written`."""

    def __init__(self, folder: Path, form: str) -> None:
        self._folder = folder
        self._form = form
        self._open: dict[str, Any] = {}

    def path(self, name: str) -> Path:
        """Return where somebody else may write a register: under the name that is hidden until the end."""
        return self._folder / f"{name}.{self._form}"

    def add(self, name: str, columns: Columns) -> None:
        """Write the next rows of a register; the first ones begin its file."""
        self._write(name, _batch(columns, plain=self._form == "csv"))

    def add_table(self, name: str, rows: Table) -> None:
        """Write the next rows of a register, a batch or a table of Arrow; the first ones begin its file.

        In CSV a list stands as text, its items apart by semicolons.
        """
        self._write(name, _flat(rows) if self._form == "csv" else rows)

    def _write(self, name: str, rows: Table) -> None:
        if name not in self._open:
            self._open[name] = _writer(self.path(name), rows.schema, self._form)
        self._open[name].write(rows)

    def note(self, name: str, text: str) -> None:
        """Write a file of text beside the registers."""
        (self._folder / name).write_text(text, encoding="utf-8")

    def close(self) -> None:
        """Finish every file."""
        while self._open:
            self._open.popitem()[1].close()


@contextmanager
def written(folder: Path, form: str) -> Iterator[Registers]:
    """Open a folder of registers; it is there when the block ends well, and not where it does not.

    Args:
        folder: its final name; there must be nothing, or an empty folder.
        form: one of `FORMS`.

    Raises:
        ExtraMissing: where pyarrow is not installed.
        InputInvalid: where something is there already or it cannot be written.
    """
    pyarrow()
    try:
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            raise InputInvalid(fault("folder_taken", folder.name, path=folder))
        _clear(folder)
        beside = _hidden(folder)
        registers = Registers(beside, form)
        beside.mkdir(parents=True)
        try:
            try:
                yield registers
            finally:
                registers.close()
            if folder.exists():
                folder.rmdir()
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise InputInvalid(fault("file_not_written", folder.name, path=folder)) from error


@contextmanager
def in_place(path: Path) -> Iterator[Path]:
    """Give a hidden name to write a file under, which gets its final name when the block ends well.

    Raises:
        InputInvalid: where something is there already or it cannot be written.
    """
    if path.exists():
        raise InputInvalid(fault("file_exists", path.name, path=path))
    try:
        _clear(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = _hidden(path)
        try:
            yield beside
            beside.rename(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise InputInvalid(fault("file_not_written", path.name, path=path)) from error


def _hidden(path: Path) -> Path:
    return path.with_name(f".{path.name}.{_machine()}.{os.getpid()}")


def _machine() -> str:
    return re.sub(r"\W", "-", platform.node()) or "-"


def _clear(path: Path) -> None:
    """Remove what processes of this machine left behind that wrote the same and are no more."""
    if os.name != "posix" or not path.parent.is_dir():  # elsewhere it cannot be asked whether one still runs
        return
    beginning = f".{path.name}.{_machine()}."
    for left in path.parent.iterdir():
        number = left.name.removeprefix(beginning)
        if left.name.startswith(beginning) and number.isdecimal() and not _runs(int(number)):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    with suppress(PermissionError):  # somebody else's, but it runs
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
    return True


def _writer(path: Path, schema: Schema, form: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    if form == "csv":
        from pyarrow import csv

        return csv.CSVWriter(str(path), schema)
    from pyarrow import parquet, types

    # Texts are texts for whoever reads the file, however they were coded in memory. The least and the
    # greatest text of lists tell nobody anything and take a quarter of the time.
    said = [field.name for field in schema if not types.is_list(field.type)]
    options = {"compression": "zstd", "store_schema": False, "write_statistics": said}
    return parquet.ParquetWriter(str(path), schema, **options)


def _batch(columns: Columns, *, plain: bool) -> RecordBatch:
    arrow = pyarrow()
    arrays = [_array(arrow, column, plain=plain) for column in columns.values()]
    return arrow.RecordBatch.from_arrays(arrays, names=list(columns))


def _flat(rows: Table) -> Table:
    """Return rows as CSV can hold them: without codes and lists."""
    arrow = pyarrow()
    from pyarrow import compute

    flat = []
    for column in rows.columns:
        kind = column.type
        if arrow.types.is_dictionary(kind):
            flat.append(column.cast(kind.value_type))
        elif arrow.types.is_list(kind):
            flat.append(compute.binary_join(column.cast(arrow.list_(arrow.string())), ";"))
        else:
            flat.append(column)
    return type(rows).from_arrays(flat, names=rows.schema.names)


def _array(arrow: Arrow, column: Column, *, plain: bool) -> Array:
    unknown = None if column.known is None else ~column.known
    if column.terms is not None:
        codes = arrow.array(column.values, mask=unknown, type=arrow.int8())
        terms = arrow.DictionaryArray.from_arrays(codes, arrow.array(column.terms, type=arrow.string()))
        return terms.dictionary_decode() if plain else terms  # CSV has no codes
    if column.values.dtype.kind == "S":
        return arrow.array(column.values, mask=unknown).cast(arrow.string())
    return arrow.array(column.values, mask=unknown)
