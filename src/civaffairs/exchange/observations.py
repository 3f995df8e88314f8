"""Files of observations → `Observation`, or every fault at once.

A file has one observation a row, under these headings in any order:

| heading | holds |
|---|---|
| 指标, indicator | id, Chinese or English name of an indicator or series |
| 时间, 年份, 期间, period | 2023, 2023年6月, 2023-06-30, 2021..2023 |
| 数值, value | a number, a range, 是 or 否; a dash or nothing where there is no figure |
| 单位, unit | the unit, unless it stands beside the number or in the heading: 数值(%) |
| 来源, source; 备注, note; 序号, no. | optional |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Value
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.expr import Series
from civaffairs.errors import Fault, InputInvalid, Message, UnknownName, fault, raise_all
from civaffairs.exchange.delimited import read_delimited
from civaffairs.exchange.figures import Figure, amount_of, is_unit, read_period, read_written, unit_for
from civaffairs.exchange.files import read_bytes
from civaffairs.exchange.objects import read_objects
from civaffairs.exchange.tabular import HEADER_WITHIN, Cell, Table, normalised, quoted
from civaffairs.exchange.workbooks import read_workbook

HEADINGS: dict[str, tuple[str, ...]] = {
    "indicator": ("指标", "indicator", "指标名称"),
    "period": ("时间", "period", "年份", "期间", "年度"),
    "value": ("数值", "value"),
    "unit": ("单位", "unit", "计量单位"),
    "source": ("来源", "source", "数据来源"),
    "note": ("备注", "note"),
    "number": ("序号", "no."),
}
"""What each column may be called; the first two names are those of a template, in Chinese and in English."""

_REQUIRED = ("indicator", "period", "value")
_COLUMN_OF = {name: column for column, names in HEADINGS.items() for name in names}
_WITH_UNIT = re.compile(r"(?P<name>[^()]+?) ?\((?P<unit>.+)\)")
_TEXTS = (".csv", ".tsv", ".txt")
_KINDS = (*_TEXTS, ".json", ".xlsx")
_OTHER_TABLES = (".xls", ".xlsm", ".xlsb", ".ods", ".et", ".numbers")


def read_observations(path: str | Path, known: Mapping[str, Indicator | Series]) -> tuple[Observation, ...]:
    r"""Read a file of observations: .csv, .tsv, .txt, .json or .xlsx.

    Args:
        path: the file.
        known: the indicators and series that it may speak of, by id.

    Returns:
        The observations in the order of the file; the source of each is the cell of its value.

    Raises:
        InputInvalid: with every fault of the file, its place and how to mend it.
        ExtraMissing: for an Excel file where openpyxl is not installed.

    Example:
        >>> import tempfile
        >>> consumption = Series("urban_consumption", Label("消费支出", "consumption"), "元/人·年")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "obs.csv")
        ...     _ = file.write_text("指标,年份,数值,单位\n消费支出,2023,25012,元/人·年\n", "utf-8")
        ...     (seen,) = read_observations(file, {consumption.id: consumption})
        >>> seen.value.text("zh"), str(seen.period), seen.source
        ('25012元/人·年', '2023', 'obs.csv, C2')
    """
    file = Path(path)
    tables = _tables(file)
    if not tables:
        raise InputInvalid(fault("header_absent", file.name, rows=HEADER_WITHIN))
    names = Names(known)
    faults: list[Fault] = []
    seen: list[Observation] = []
    first: dict[tuple[str, str], Cell] = {}
    for table in tables:
        faults.extend(table.faults)
        columns = Columns.under(table, faults)
        if columns is None:
            continue
        for row in table.rows:
            with _Collected(faults):
                observation = _observation(columns, row, names)
                if observation is not None:
                    seen.append(observation)
                    _check_once(observation, columns.cell("value", row), first)
    if not seen and not faults:
        raise InputInvalid(fault("nothing_observed", file.name))
    raise_all(InputInvalid, faults)
    return tuple(seen)


def _tables(file: Path) -> tuple[Table, ...]:
    suffix = file.suffix.lower()
    if suffix in _OTHER_TABLES:
        raise InputInvalid(fault("file_of_other_program", file.name, suffix=suffix))
    if suffix not in _KINDS:
        raise InputInvalid(
            fault("file_kind_unknown", file.name, suffix=suffix or "-", known=" ".join(_KINDS))
        )
    content = read_bytes(file)
    if suffix == ".xlsx":
        return read_workbook(content, file.name, is_heading)
    if suffix == ".json":
        return read_objects(content, file.name)
    return read_delimited(content, file.name, suffix, is_heading)


@frozen
class _Collected:
    """Keeps the faults of one step, so that the next one is taken all the same."""

    faults: list[Fault]

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> bool:
        if isinstance(error, InputInvalid):
            # Merged cells are told once, with the table.
            self.faults.extend(each for each in error.faults if each.code != "cells_merged")
        return isinstance(error, InputInvalid)


def is_heading(text: str) -> bool:
    """Whether a text is the heading of a column that is known, with or without a unit."""
    return column_of(text)[0] is not None


def column_of(text: str) -> tuple[str | None, str]:
    """Return the column that a heading names, and the unit that stands in it.

    Example:
        >>> column_of("数值(万元)"), column_of("Unit"), column_of("甲")
        (('value', '万元'), ('unit', ''), (None, ''))
    """
    word = normalised(text)
    named = _WITH_UNIT.fullmatch(word)
    if named and _COLUMN_OF.get(named["name"].casefold()) == "value":
        return "value", named["unit"]
    return _COLUMN_OF.get(word.casefold()), ""


@frozen
class Columns:
    """Where the columns of a table stand.

    Attributes:
        at: position by column.
        unit: the heading cell and the unit in the heading of the values, where there is one.
    """

    at: Mapping[str, int]
    unit: tuple[Cell, str] | None

    @classmethod
    def under(cls, table: Table, faults: list[Fault]) -> Columns | None:
        """Read the headings of a table; None where its rows cannot be read under them.

        What is missing, unknown, there twice, or not empty and without heading is added to `faults`.
        """
        at: dict[str, int] = {}
        unit: tuple[Cell, str] | None = None
        readable = True
        for position, head in enumerate(table.headings):
            column, said = column_of(head.text)
            if column is None:
                faults.extend(_not_known(table, position))
            elif column in at:
                first = table.headings[at[column]]
                faults.append(fault("column_twice", head.place, heading=quoted(head.text), place=first.place))
            else:
                at[column] = position
            if said and is_unit(said):
                unit = (head, said)
            elif said:
                faults.append(fault("heading_unit_unknown", head.place, unit=quoted(said)))
                readable = False
        for column in _REQUIRED:
            if column not in at:
                names = ", ".join(HEADINGS[column])
                faults.append(fault("column_missing", table.place, column=_column(column), names=names))
                readable = False
        faults.extend(_beyond_headings(table))
        return cls(at, unit) if readable else None

    def cell(self, column: str, row: tuple[Cell, ...]) -> Cell:
        """Return the cell of a column in a row; an empty one where the table has no such column."""
        return row[self.at[column]] if column in self.at else Cell("")


def _column(column: str) -> Label:
    zh, en, *_ = HEADINGS[column]
    return Label(zh, en)


def _not_known(table: Table, position: int) -> Iterator[Fault]:
    head = table.headings[position]
    if head.text:
        yield Fault(head.place, UnknownName.among("column", quoted(head.text), _COLUMN_OF).faults[0].what)
        return
    for row in table.rows:
        if not row[position].blank:
            yield fault("cell_without_heading", row[position].place)
            return


def _beyond_headings(table: Table) -> Iterator[Fault]:
    for row in table.rows:
        beyond = next((cell for cell in row[len(table.headings) :] if not cell.blank), None)
        if beyond is not None:
            yield fault("cell_without_heading", beyond.place)


class Names:
    """The indicators and series that a file may speak of, by every name that they have."""

    def __init__(self, known: Mapping[str, Indicator | Series]) -> None:
        self._found: dict[str, dict[str, Indicator | Series]] = {}
        self._unknown: dict[str, Message] = {}
        for key, each in known.items():
            for name in (key, each.id, each.label.zh, each.label.en):
                self._found.setdefault(normalised(name), {})[each.id] = each

    def find(self, cell: Cell) -> Indicator | Series:
        """Return what a cell names.

        Raises:
            InputInvalid: where it is blank, names nothing that is known, or two things.
        """
        if cell.wrong is not None:
            raise InputInvalid(Fault(cell.where, cell.wrong))
        name = cell.text
        if not name:
            raise cell.fault("indicator_blank")
        found = self._found.get(name, {})
        if len(found) > 1:
            raise cell.fault("name_of_several", name=quoted(name), ids=", ".join(sorted(found)))
        if not found:
            raise InputInvalid(Fault(cell.where, self._suggestion(name)))
        return next(iter(found.values()))

    def _suggestion(self, name: str) -> Message:
        if name not in self._unknown:  # looking for what is close takes longest where every row is wrong
            self._unknown[name] = UnknownName.among("indicator", quoted(name), self._found).faults[0].what
        return self._unknown[name]


def _observation(columns: Columns, row: tuple[Cell, ...], names: Names) -> Observation | None:
    """Read one row; None where it says nothing of anything.

    Raises:
        InputInvalid: with every fault of the row.
    """
    told = {column: columns.cell(column, row) for column in HEADINGS}
    if all(told[column].blank for column in (*_REQUIRED, "unit")):
        return None
    faults: list[Fault] = []
    of: Indicator | Series | None = None
    period: Period | None = None
    value: Value | None = None
    with _Collected(faults):
        of = names.find(told["indicator"])
    with _Collected(faults):
        period = read_period(told["period"])
    with _Collected(faults):
        value = _value(told["value"], told["unit"], columns.unit, of)
    note, stated = (_words(told[column], faults) for column in ("note", "source"))
    raise_all(InputInvalid, faults)
    if of is None or period is None or value is None:  # pragma: no cover - then there was a fault
        return None
    source = f"{told['value'].place} ({stated})" if stated else told["value"].place
    return Observation(of, period, value, source, note=Label(note, note) if note else None)


def _words(cell: Cell, faults: list[Fault]) -> str:
    if cell.wrong is not None:
        faults.append(Fault(cell.where, cell.wrong))
    return cell.text


def _value(
    cell: Cell, unit: Cell, heading: tuple[Cell, str] | None, of: Indicator | Series | None
) -> Value | None:
    """Read the value of a row; None where the figure can be read but not whose it is."""
    if unit.wrong is not None:
        raise InputInvalid(Fault(unit.where, unit.wrong))
    written = read_written(cell)
    if of is None:
        return None
    units = [(unit, unit.text)] if unit.text else []
    units += [heading] if heading is not None else []
    if isinstance(written, Figure):
        return amount_of(written, of, cell, units)
    for place, text in units:  # the unit of a figure that is still to come is checked all the same
        unit_for(of, text, place)
    return written


def _check_once(seen: Observation, cell: Cell, first: dict[tuple[str, str], Cell]) -> None:
    before = first.setdefault((seen.of.id, str(seen.period)), cell)
    if before is not cell:
        raise cell.fault("observed_twice", name=seen.of.label, period=seen.period, place=before.place)
