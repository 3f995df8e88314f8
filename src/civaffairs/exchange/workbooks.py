"""Excel workbooks → cells under headings. Openpyxl is loaded when a workbook is read."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve

from civaffairs.domain.periods import Period
from civaffairs.errors import CivaffairsError, ExtraMissing, InputInvalid, Message, fault, message
from civaffairs.exchange.tabular import (
    HEADER_WITHIN,
    Cell,
    Content,
    IsHeading,
    Table,
    is_header,
    letter,
    quoted,
    sheet_place,
    table_of,
)

if TYPE_CHECKING:
    from types import ModuleType

MAX_UNPACKED = 128 * 2**20
"""The most bytes to which a workbook may unpack; it is asked before anything is unpacked."""

_MAX_COLUMNS = 256  # no heading stands further to the right
_LAST_ROW = 2**20  # of any Excel sheet
_DIGITS = 15  # what Excel itself keeps of a number that is typed
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAID = re.compile(r'"[^"]*"|[\\!].|\[[^\]]*\]|_.')  # the parts of a number format that only decorate
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
# Chinese Excel stores its own date formats by number alone (ECMA-376, 18.8.30), unknown to openpyxl.
_CHINESE_MONTHS = frozenset({27, 36, 50, 52, 57})
_CHINESE_DATES = frozenset({*range(27, 32), 36, *range(50, 55), 57, 58})


def load_openpyxl() -> ModuleType:
    """Return openpyxl.

    Raises:
        ExtraMissing: where it is not installed.
    """
    try:
        import openpyxl  # a quarter of a second that other files do not need
    except ImportError as error:
        missing = fault("extra_missing", purpose=message("purpose_excel"), library="openpyxl", extra="excel")
        raise ExtraMissing(missing) from error
    return openpyxl


def read_workbook(content: bytes, name: str, is_heading: IsHeading) -> tuple[Table, ...]:
    """Return the tables of a workbook: one for every sheet with a heading.

    Raises:
        InputInvalid: where it is protected, broken, of another kind, or unpacks to more than `MAX_UNPACKED`.
        ExtraMissing: where openpyxl is not installed.
    """
    openpyxl = load_openpyxl()
    try:
        _check_container(content, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures and rules for input, which nobody asks for here
            formulas, values = (
                openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
                for data_only in (False, True)
            )
            with closing(formulas), closing(values):
                pairs = zip(formulas.worksheets, values.worksheets, strict=True)
                tables = [_table(formula, value, name, is_heading) for formula, value in pairs]
    except CivaffairsError:
        raise
    except Exception as error:  # openpyxl says of a broken file whatever it stumbles over
        raise InputInvalid(fault("workbook_broken", name)) from error
    return tuple(table for table in tables if table is not None)


def _check_container(content: bytes, name: str) -> None:
    if content.startswith(_COMPOUND):
        code = "workbook_protected" if _ENCRYPTED in content else "workbook_old"
        raise InputInvalid(fault(code, name))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise InputInvalid(fault("workbook_inflated", name, most=MAX_UNPACKED // 2**20))


def _table(formulas: Any, values: Any, name: str, is_heading: IsHeading) -> Table | None:  # noqa: ANN401
    """Read one sheet from two views of it: with the formulas, and with the values stored beside them."""
    beginning = sheet_place(name, values.title)
    for view in (formulas, values):
        view.reset_dimensions()  # what a file says of its own size is not always true
    grid = list(_grid(formulas, values, beginning))
    heading = next(
        (number for number, cells in grid[:HEADER_WITHIN] if is_header(cells, is_heading)), _LAST_ROW
    )
    merged = [area for area in _merged(values) if area.last_row > heading]
    faults = tuple(
        fault("cells_merged", f"{beginning}{area.reference}", cells=area.reference) for area in merged
    )
    # A merged cell says nothing, but what stands beside it is read, so that its faults are told as well.
    marked = (
        (number, _marked(number, cells, merged) if number > heading else cells) for number, cells in grid
    )
    table = table_of(marked, is_heading, name)
    return None if table is None else evolve(table, faults=faults)


def _marked(number: int, cells: list[Cell], merged: Sequence[_Area]) -> list[Cell]:
    for area in merged:
        if area.first_row <= number <= area.last_row:
            wrong = message("cells_merged", cells=area.reference)
            part = slice(area.first_column - 1, area.last_column)
            cells = [
                *cells[: part.start],
                *(evolve(cell, wrong=wrong) for cell in cells[part]),
                *cells[part.stop :],
            ]
    return cells


def _grid(formulas: Any, values: Any, beginning: str) -> Iterator[tuple[int, list[Cell]]]:  # noqa: ANN401
    pairs = zip(*(view.iter_rows(max_col=_MAX_COLUMNS) for view in (formulas, values)), strict=False)
    blank: object = None
    for number, (asked, stored) in enumerate(islice(pairs, _LAST_ROW), start=1):
        if (
            asked is blank
        ):  # openpyxl fills a gap with one and the same row, and a gap may be a million rows long
            continue
        last = max((at for at, cell in enumerate(asked, start=1) if cell.value is not None), default=0)
        blank = blank if last else asked
        if last:
            yield (
                number,
                [
                    _cell(f"{beginning}{letter(at)}{number}", asked[at - 1].data_type == "f", stored[at - 1])
                    for at in range(1, last + 1)
                ],
            )


def _cell(place: str, is_formula: bool, stored: Any) -> Cell:  # noqa: ANN401, FBT001
    content: Content = None
    wrong: Message | None = None
    percent = False
    value = stored.value
    if value is None:
        wrong = message("formula_unsaved") if is_formula else None
    elif stored.data_type == "e":
        wrong = message("cell_error", error=value)
    elif isinstance(value, bool):
        content = value
    elif isinstance(value, date):
        content, wrong = _period(value, _shape(stored.number_format))
    elif isinstance(value, int | float):
        number_format = stored.style_array.numFmtId
        if number_format in _CHINESE_DATES:
            content, wrong = _serial(value, stored, number_format)
        else:
            shape = _shape(stored.number_format)
            percent = "%" in shape
            content, wrong = _number(value, shape)
    elif isinstance(value, str):
        content = value
    else:  # a time of day or a length of time
        wrong = message("value_is_time", value=str(value))
    return Cell(place, content, percent, wrong)


def _shape(number_format: str) -> str:
    """Return what a number format does to a positive number, without what it only adds as decoration."""
    return _SAID.sub("", number_format).partition(";")[0].lower()


def _number(value: float, shape: str) -> tuple[Content, Message | None]:
    if not isfinite(value):
        return None, message("number_not_finite")
    number = Decimal(int(value)) if value == int(value) else Decimal(repr(value))
    if len(number.normalize().as_tuple().digits) > _DIGITS:
        return None, message("number_unrounded", number=f"{number:.6g}…")
    if _SCALED.search(shape):
        return None, message("number_scaled", number=quoted(str(number)))
    return number, None


def _period(value: date, shape: str) -> tuple[Content, Message | None]:
    """Return a date as precise as the cell shows it: Excel turns 2023年6月 into the first of June."""
    if isinstance(value, datetime) and value.time() != time():
        return None, message("value_is_time", value=value.isoformat(" "))
    parts: tuple[int, ...] = (value.year, value.month, value.day)
    if "d" not in shape:
        parts = parts[:2] if "m" in shape else parts[:1]
    return Period(parts, parts), None


def _serial(value: float, stored: Any, number_format: int) -> tuple[Content, Message | None]:  # noqa: ANN401
    from openpyxl.utils.datetime import from_excel

    day = from_excel(value, stored.parent.parent.epoch)
    if not isinstance(day, date):
        return None, message("value_is_time", value=str(day))
    return _period(day, "yyyym" if number_format in _CHINESE_MONTHS else "yyyymd")


class _Area(NamedTuple):
    """Merged cells."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int
    reference: str


def _merged(view: Any) -> Iterator[_Area]:  # noqa: ANN401
    """Yield the merged cells of a sheet; openpyxl passes over them when it streams."""
    from openpyxl.utils.cell import range_boundaries
    from openpyxl.xml.functions import iterparse

    with view._get_source() as source:  # noqa: SLF001 - the only way to the sheet's own text
        for _, element in iterparse(source):
            if element.tag.rpartition("}")[2] == "mergeCell":
                reference = element.get("ref", "")
                left, first, right, last = range_boundaries(reference)
                # Whole columns are written without rows, whole rows without columns.
                yield _Area(left or 1, first or 1, right or _MAX_COLUMNS, last or _LAST_ROW, reference)
            element.clear()
