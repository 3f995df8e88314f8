"""A register of places, organisations or helpers, read batch by batch: sound rows out, every fault counted.

Values are read as those of households and persons are, in any form that is met in practice. Each row is held
against the checks of its model, so that a register is as sound as the things that are decided one by one. A
row with a fault does not come out; whoever reads says afterwards whether that will do.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from civaffairs.domain import models
from civaffairs.domain.models.fact import attributes, fact_of, value_faults
from civaffairs.engines.columns import key_column
from civaffairs.errors import InputInvalid, fault, message, raise_all
from civaffairs.exchange.delimited import read_delimited
from civaffairs.exchange.files import read_bytes
from civaffairs.exchange.registers.format import columns_of, headings_of, texts_of
from civaffairs.exchange.registers.mapping import Mapped, absent, reading
from civaffairs.exchange.registers.sources import pyarrow
from civaffairs.exchange.registers.values import (
    TOO_LARGE,
    TOO_SMALL,
    UNREADABLE,
    Reader,
)
from civaffairs.exchange.tabular import normalised, quoted
from civaffairs.exchange.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from civaffairs.errors import Fault, Message
    from civaffairs.exchange.registers.format import RegisterColumn
    from civaffairs.exchange.tabular import Table

_SHOWN = 5
"""So many of the rows that have a fault are named."""
_BATCH = 65536
_IDENTIFIED_BY = ("credit_code", "id")
"""The facts that no two things of a register share."""
_WRONG = {
    UNREADABLE: "column_unreadable",
    TOO_SMALL: "column_too_small",
    TOO_LARGE: "column_too_large",
}
_ROW = re.compile(r"\d+$")


class RowFaults:
    """The faults of the rows of one file: for each kind how many rows have it, and which come first."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[tuple[str, str], tuple[Message, list[int]]] = {}
        self._many: dict[tuple[str, str], int] = {}

    def add(self, where: str, what: Message, row: int) -> None:
        """Add a fault of a row."""
        key = (where, what.code)
        self._many[key] = self._many.get(key, 0) + 1
        rows = self._found.setdefault(key, (what, []))[1]
        if len(rows) < _SHOWN:
            rows.append(row)

    def __iter__(self) -> Iterator[Fault]:
        for (where, code), (what, rows) in self._found.items():
            many = self._many[where, code]
            named = ", ".join(map(str, rows)) + (" …" if many > len(rows) else "")
            place = f"{self._file}, {where}" if where else self._file
            yield fault("register_rows", place, many=many, rows=named, what=what)


class PlaceRegister:
    """One register while it is read.

    Attributes:
        model: the model of its things.
        file: the name of its file.
        columns: the facts that it has a column for.
        ignored: the headings of columns that are none.
        rows: how many rows were read.
        left_out: how many of them have a fault and did not come out.
        faults: what is wrong with them.

    Raises:
        InputInvalid: where the file cannot be read, has no heading, one of its facts twice, or not what a
            mapping file says of it.
        ExtraMissing: where pyarrow is not installed, or openpyxl for an Excel file.
    """

    def __init__(self, model: str, path: Path, on: date, mapped: Mapped | None = None) -> None:
        arrow = pyarrow()
        self.model = model
        self.file = path.name
        self.rows = 0
        self.left_out = 0
        self.faults = RowFaults(path.name)
        self._class = cast("type", getattr(models, model))
        self._facts = {each.name: each for each in attributes(self._class)}
        self._mapped = mapped or Mapped()
        self._source = _Parquet(path) if path.suffix.lower() == ".parquet" else _Sheet(path, self._known)
        self._headings = self._understood(self._source.headings)
        self.columns = frozenset(self._headings.values())
        self.ignored = tuple(each for each in self._source.headings if each not in self._headings)
        self._readers = dict(self._read_by(on))
        self._arrow = arrow
        self._first: dict[int, int] = {}

    def _read_by(self, on: date) -> Iterator[tuple[str, Reader]]:
        """Yield what reads each fact that is no text."""
        columns = columns_of(self.model)
        for heading, name in self._headings.items():
            if name in columns:
                named = self._mapped.named.get(heading)
                unit = named.unit if named else "fen" if heading.casefold().endswith("_fen") else None
                values = named.values if named else {}
                yield name, Reader(reading(heading, columns[name], unit, values, self.file), on)

    # --- headings --------------------------------------------------------------------------------

    def _known(self, heading: str) -> bool:
        return self._meant(heading) is not None

    def _meant(self, heading: str) -> str | None:
        """Return the fact that a heading means."""
        if heading in self._mapped.named:
            return self._mapped.named[heading].fact
        word = normalised(heading).casefold()
        found = headings_of(self.model).get(word)
        if found is not None:
            return found
        for name in texts_of(self.model):
            label = fact_of(self._facts[name]).label
            if word in {name, label.zh, label.en.casefold()}:
                return name
        return None

    def _understood(self, headings: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        faults: list[Fault] = [*absent(self._mapped, headings)]
        for heading in headings:
            name = self._meant(heading)
            if name is None:
                continue
            other = next((each for each, fact in found.items() if fact == name), None)
            if other is None:
                found[heading] = name
            else:
                faults.append(
                    fault(
                        "column_twice", f"{self.file}, {quoted(heading)}", heading=name, place=quoted(other)
                    )
                )
        raise_all(InputInvalid, faults)
        if not found:
            raise InputInvalid(fault("register_without_columns", self.file, names=", ".join(self._facts)))
        return found

    # --- rows ------------------------------------------------------------------------------------

    def schema(self, wanted: Collection[str]) -> Any:  # noqa: ANN401 - of Arrow
        """Return the schema of `batches`."""
        types = {name: self._readers[name].type for name in wanted}
        return self._arrow.schema({key_column(self.model): self._arrow.int64(), **types})

    def batches(self, wanted: Collection[str]) -> Iterator[Any]:
        """Yield the sound rows, each with a key of its own, and the facts that are wanted, for engines."""
        schema = self.schema(wanted)
        key = 0
        for numbers, columns, wrong in self._source.batches(self._headings):
            facts = {
                self._headings[heading]: array
                for heading, array in columns.items()
                if heading in self._headings
            }
            values, sound = self._checked(numbers, facts, columns, wrong)
            self.rows += len(numbers)
            left = [at for at, good in enumerate(sound) if good]
            self.left_out += len(numbers) - len(left)
            keys = self._arrow.array(range(key, key + len(left)), self._arrow.int64())
            key += len(left)
            at = self._arrow.array(left, self._arrow.int64())
            taken = [values[name].take(at) for name in wanted]
            yield self._arrow.RecordBatch.from_arrays([keys, *taken], schema=schema)

    def _checked(
        self,
        numbers: Sequence[int],
        facts: Mapping[str, Any],
        columns: Mapping[str, Any],
        wrong: Iterable[tuple[int, str, Message]],
    ) -> tuple[dict[str, Any], list[bool]]:
        """Return the values of a batch of rows, and which rows are sound."""
        sound = [True] * len(numbers)

        def mark(at: int, where: str, what: Message) -> None:
            sound[at] = False
            self.faults.add(where, what, numbers[at])

        for at, heading, what in wrong:
            mark(at, self._headings[heading], what)
        values: dict[str, Any] = {}
        for name, array in facts.items():
            if name in self._readers:
                values[name] = self._read(name, array, mark)
        texts = {name: _texts(array) for name, array in facts.items() if name not in self._readers}
        for name, several in texts.items():
            self._check_texts(name, several, mark)
        self._check_rows({**values, **texts}, sound, mark)
        self._check_once(texts, columns, mark)
        return values, sound

    def _read(self, name: str, array: Any, mark: Callable[[int, str, Message], None]) -> Any:  # noqa: ANN401
        column = columns_of(self.model)[name]
        read, masks = self._readers[name].read(array)
        unreadable: set[int] = set()
        for code, mask in masks.items():
            bounds = {"least": _shown(column, column.least), "most": _shown(column, column.most)}
            what = message(_WRONG.get(code, "column_unreadable"), label=column.label, **bounds)
            for at in mask.nonzero()[0].tolist():
                unreadable.add(at)
                mark(at, name, what)
        if column.required and read.null_count:
            for at, known in enumerate(read.is_valid().to_pylist()):
                if not known and at not in unreadable:
                    mark(at, name, message("fact_missing", label=column.label))
        return read

    def _check_texts(
        self, name: str, several: list[str | None], mark: Callable[[int, str, Message], None]
    ) -> None:
        attribute = self._facts[name]
        for at, text in enumerate(several):
            value = attribute.converter(text) if attribute.converter and text is not None else text  # type: ignore[operator]
            for each in value_faults(attribute, value):
                mark(at, name, each.what)

    def _check_rows(
        self, values: Mapping[str, Any], sound: list[bool], mark: Callable[[int, str, Message], None]
    ) -> None:
        """Hold the facts of each row against each other, as its model does."""
        check = getattr(self._class, "check", None)
        if check is None:
            return
        lists = {name: self._as_facts(name, several) for name, several in values.items()}
        for at, good in enumerate(sound):
            if not good:
                continue
            thing: object = object.__new__(self._class)  # whole or not, it is only looked at by its own check
            for name in self._facts:
                object.__setattr__(thing, name, lists[name][at] if name in lists else None)
            for each in check(thing):
                mark(at, each.where, each.what)

    def _as_facts(self, name: str, values: Any) -> list[object]:  # noqa: ANN401 - of Arrow, or texts
        if name not in self._readers:
            return cast("list[object]", values)
        column = columns_of(self.model)[name]
        plain: list[Any] = values.to_pylist()
        if column.kind == "number" and column.scale > 1:
            return [None if each is None else Decimal(each) / column.scale for each in plain]
        if column.kind == "term":
            by_id = {each.id: each for each in column.terms}
            return [None if each is None else by_id[each] for each in plain]
        return plain

    def _check_once(
        self,
        texts: Mapping[str, list[str | None]],
        columns: Mapping[str, Any],
        mark: Callable[[int, str, Message], None],
    ) -> None:
        """Mark what stands there twice: by its number where things have one, else by the whole row."""
        name = next((each for each in _IDENTIFIED_BY if each in texts), "")
        keys: Iterable[object]
        if name:
            keys = (None if each is None else normalised(each).casefold() for each in texts[name])
        else:
            keys = zip(*(map(repr, each.to_pylist()) for each in columns.values()), strict=True)
        for at, key in enumerate(keys):
            if key is None:
                continue
            row = self.rows + at
            first = self._first.setdefault(hash(key), row)
            if first != row:
                mark(at, name, message("row_repeated"))


class _Parquet:
    """The rows of a Parquet file, numbered from 1."""

    def __init__(self, path: Path) -> None:
        from pyarrow import ArrowException, parquet

        try:
            self._file = parquet.ParquetFile(path)
        except (OSError, ArrowException) as error:
            code = "parquet_broken" if path.is_file() else "file_absent"
            raise InputInvalid(fault(code, path.name, path=path)) from error
        self.headings: list[str] = list(self._file.schema_arrow.names)

    def batches(
        self, headings: Collection[str]
    ) -> Iterator[tuple[Sequence[int], dict[str, Any], list[tuple[int, str, Message]]]]:
        del headings  # all columns tell whether two rows are one
        first = 1
        for batch in self._file.iter_batches(_BATCH):
            numbers = range(first, first + batch.num_rows)
            first += batch.num_rows
            yield numbers, dict(zip(batch.schema.names, batch.columns, strict=True)), []


class _Sheet:
    """The rows of a text file or a workbook, numbered as the lines of the file are."""

    def __init__(self, path: Path, is_heading: Callable[[str], bool]) -> None:
        content, suffix = read_bytes(path), path.suffix.lower()
        if suffix == ".xlsx":
            tables = read_workbook(content, path.name, is_heading)
        else:
            tables = read_delimited(content, path.name, suffix, is_heading)
        if len(tables) != 1:
            code = "register_without_heading" if not tables else "register_of_several"
            raise InputInvalid(fault(code, path.name, many=len(tables)))
        self._table: Table = tables[0]
        raise_all(InputInvalid, self._table.faults)
        self.headings = [each.text for each in self._table.headings]

    def batches(
        self, headings: Collection[str]
    ) -> Iterator[tuple[Sequence[int], dict[str, Any], list[tuple[int, str, Message]]]]:
        import pyarrow as arrow

        rows = self._table.rows
        numbers = [int(cast("re.Match[str]", _ROW.search(row[0].place))[0]) for row in rows]
        columns = {
            heading: arrow.array([row[at].text or None for row in rows], arrow.string())
            for at, heading in enumerate(self.headings)
        }
        wrong = [
            (number, heading, row[at].wrong)
            for at, heading in enumerate(self.headings)
            if heading in headings
            for number, row in enumerate(rows)
            if row[at].wrong is not None
        ]
        yield numbers, columns, cast("list[tuple[int, str, Message]]", wrong)


def _shown(column: RegisterColumn, bound: object) -> str:
    return str(Decimal(bound) / column.scale) if isinstance(bound, int) else str(bound)


def _texts(array: Any) -> list[str | None]:  # noqa: ANN401 - of Arrow
    return [None if each is None or not str(each).strip() else str(each) for each in array.to_pylist()]
