"""A workbook: a sheet with the counts of every plan, and a sheet for each plan with a row for each target.

Numbers are numbers, exactly as they were stated, and their unit stands in a column of its own. What comes
from a plan or an observation is never taken as a formula.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from civaffairs.domain.progress import Consequence, Outcome
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.errors import DeclarationError, ExtraMissing, fault, language, message
from civaffairs.present.palette import DIFFERS, LOOKS
from civaffairs.present.words import NotKnown, Text, joined, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from civaffairs.errors import Language
    from civaffairs.present.view import Figure, ProgressView, RowView, TableView

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_NAME = 31
_NARROW, _BROAD, _PAGE = 18, 36, 110
"""Widths of columns: for figures, for texts, and for a page of text."""

Content: TypeAlias = Amount | int | Text | None
"""What a cell holds: a number with its unit elsewhere, a count, a text, or nothing."""


@frozen
class _Column:
    """A column: the code of its heading, and its width in columns of digits."""

    code: str
    width: int


_PLAN = (
    _Column("heading_number", 8),
    _Column("heading_heading", 34),
    _Column("heading_indicator_name", 30),
    _Column("heading_nature", 10),
    _Column("heading_unit", 15),
    _Column("heading_baseline", 12),
    _Column("heading_baseline_period", 12),
    _Column("heading_target", 26),
    _Column("heading_target_low", 11),
    _Column("heading_target_high", 11),
    _Column("heading_due", 12),
    _Column("heading_observation", 13),
    _Column("heading_observation_period", 13),
    _Column("heading_expected", 11),
    _Column("heading_outcome", 15),
    _Column("heading_consequence", 18),
    _Column("heading_method", 18),
    _Column("heading_reason", 44),
    _Column("heading_missing", 34),
    _Column("heading_inputs", 34),
    _Column("heading_verdict", 26),
    _Column("heading_differs", 12),
    _Column("heading_notes", 34),
    _Column("heading_clause", 40),
    _Column("heading_baseline_source", 40),
    _Column("heading_source", 40),
)
_OUTCOME = [column.code for column in _PLAN].index("heading_outcome")
_SUMMARY = (
    _Column("heading_jurisdiction", 18),
    _Column("heading_plan", 40),
    _Column("heading_years", 20),
    _Column("heading_document", 46),
    _Column("heading_issuer", 26),
    _Column("heading_issued", 16),
    _Column("heading_trust", 16),
    _Column("heading_on", 14),
    _Column("heading_total", 10),
)


def content(views: Sequence[ProgressView], lang: Language | None = None) -> bytes:
    """Return the file of the workbook of one or several plans; raises as `workbook` does."""
    held = BytesIO()
    workbook(views, lang).save(held)
    return held.getvalue()


def workbook(views: Sequence[ProgressView], lang: Language | None = None) -> Workbook:
    """Return the workbook of one or several plans.

    Raises:
        ExtraMissing: where openpyxl is not installed.
    """
    book, chosen = _empty(), lang or language()
    names = [message("sheet_summary").text(chosen)]
    _Sheet(book.create_sheet(names[0]), chosen).summary(views)
    for view in views:
        names.append(
            _sheet_name(f"{words(view.jurisdiction.label, chosen)} {view.id.rpartition('/')[2]}", names)
        )
        _Sheet(book.create_sheet(names[-1]), chosen).plan(view)
    return book


def tables_workbook(
    about: Text, said: Sequence[Text], tables: Sequence[TableView], lang: Language | None = None
) -> Workbook:
    """Return a workbook with a sheet for each table, after one that says what they are about.

    Args:
        about: the name of the first sheet.
        said: what stands on it, line by line.
        tables: the tables, a sheet each.
        lang: the language.

    Raises:
        ExtraMissing: where openpyxl is not installed.
    """
    book, chosen = _empty(), lang or language()
    names = [_sheet_name(words(about, chosen), ())]
    first = _Sheet(book.create_sheet(names[0]), chosen)
    first.lines(said)
    for table in tables:
        names.append(_sheet_name(words(table.title, chosen), names))
        _Sheet(book.create_sheet(names[-1]), chosen).table(table)
    return book


def _empty() -> Workbook:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        purpose = message("purpose_excel")
        raise ExtraMissing(
            fault("extra_missing", purpose=purpose, library="openpyxl", extra="excel")
        ) from error
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name that Excel admits: up to 31 characters, without signs of its own, and not used yet."""
    clean = _NOT_IN_NAMES.sub("-", _UNWRITABLE.sub("", wanted))
    used = {name.casefold() for name in taken}
    tails = ("", *(f" ({again})" for again in range(2, len(taken) + 2)))
    names = (clean[: _LONGEST_NAME - len(tail)] + tail for tail in tails)
    return next(name for name in names if name.casefold() not in used)


@frozen
class _AsText:
    """An amount that stands in a cell as a text, with its own unit."""

    amount: Amount

    def text(self, lang: Language | None = None) -> str:
        return self.amount.text(lang)


@frozen
class _Sheet:
    """One sheet in one language."""

    sheet: Worksheet
    lang: Language

    def summary(self, views: Sequence[ProgressView]) -> None:
        outcomes = [words(outcome.label, self.lang) for outcome in Outcome]
        more = [words(each.label, self.lang) for each in (Consequence.FAILURE, Consequence.DEVIATION)]
        differs = message("heading_differences").text(self.lang)
        headings = [message(column.code).text(self.lang) for column in _SUMMARY]
        self._head(
            [*headings, *outcomes, *more, differs], [*(column.width for column in _SUMMARY), *[14] * 8], "C2"
        )
        for place, view in enumerate(views, start=2):
            counts = [number for _, number in view.counts]
            self._row(place, [*_about(view), *counts, view.failures, view.deviations, len(view.differences)])

    def plan(self, view: ProgressView) -> None:
        headings = [message(column.code).text(self.lang) for column in _PLAN]
        self._head(headings, [column.width for column in _PLAN], "C2")
        for place, row in enumerate(view.rows, start=2):
            cells = self._row(place, list(self._contents(row)))
            self._colour(cells[_OUTCOME], row.outcome)
        if view.rows:
            self.sheet.auto_filter.ref = self.sheet.dimensions

    def table(self, table: TableView) -> None:
        """Write a table, with its footnotes below it."""
        headings = [words(column.heading, self.lang) for column in table.columns]
        self._head(headings, [_NARROW if column.numeric else _BROAD for column in table.columns], "B2")
        for place, row in enumerate(table.rows, start=2):
            self._row(place, row)
        for place, note in enumerate(table.footnotes, start=len(table.rows) + 3):
            self._write(place, 1, note)

    def lines(self, said: Iterable[Text]) -> None:
        """Write texts one below the other."""
        self.sheet.column_dimensions["A"].width = _PAGE
        for place, text in enumerate(said, start=1):
            self._write(place, 1, text)

    def _contents(self, row: RowView) -> Iterator[Content]:
        unit = _unit(row)
        look = LOOKS[row.outcome]
        yield from (row.number, row.heading, row.label, row.nature, unit)
        yield from (_figure(row.baseline, unit), _period(row.baseline))
        yield from (row.target, _number(row.low, unit), _number(row.high, unit), row.due)
        yield from (_figure(row.observation, unit), _period(row.observation))
        yield None if row.expected is None else _figure(row.expected, unit)
        yield f"{look.symbol} {words(row.outcome.label, self.lang)}"
        yield None if row.consequence is Consequence.NONE else row.consequence.label
        yield None if row.method is None else row.method.label
        yield from (row.reason, joined(row.missing, self.lang), joined(row.inputs, self.lang))
        yield row.judgement
        yield f"{DIFFERS} {message('said_yes').text(self.lang)}" if row.differs else None
        yield joined(row.notes, self.lang)
        yield from (row.clause, row.baseline.source, row.observation.source)

    def _head(self, headings: Sequence[str], widths: Sequence[int], freeze: str) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties

        for place, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
            cell = self._write(1, place, heading)
            cell.font = Font(bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor="2B4D7E")
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            cell.border = Border(bottom=Side("thin", color="2B4D7E"))
            self.sheet.column_dimensions[get_column_letter(place)].width = width
        self.sheet.row_dimensions[1].height = 32
        self.sheet.freeze_panes = freeze
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.sheet.print_title_rows = "1:1"

    def _row(self, place: int, contents: Sequence[Content]) -> list[Cell | MergedCell]:
        return [self._write(place, column, content) for column, content in enumerate(contents, start=1)]

    def _write(self, row: int, column: int, content: Content) -> Cell | MergedCell:
        """Write a cell: a number with the places that it was stated with, or a text that is no formula."""
        from openpyxl.styles import Alignment

        cell = self.sheet.cell(row, column)
        if isinstance(content, Amount):
            cell.value = content.number
            places = max(0, -int(content.number.as_tuple().exponent))
            cell.number_format = "#,##0" + ("." + "0" * places if places else "")
            cell.alignment = Alignment(vertical="top")
        elif isinstance(content, int):
            cell.value = content
            cell.alignment = Alignment(vertical="top")
        elif content is not None and content != "":
            said = _UNWRITABLE.sub("\ufffd", words(content, self.lang))
            cell.value = said
            cell.data_type = "s"
            cell.quotePrefix = said.startswith(_FORMULA)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        return cell

    def _colour(self, cell: Cell | MergedCell, outcome: Outcome) -> None:
        from openpyxl.styles import Font, PatternFill

        look = LOOKS[outcome]
        cell.font = Font(bold=True, color=look.light.removeprefix("#").upper())
        cell.fill = PatternFill("solid", fgColor=look.tint.removeprefix("#").upper())


def _about(view: ProgressView) -> list[Content]:
    document = view.document
    return [
        view.jurisdiction.label,
        view.plan,
        view.years,
        document.label,
        document.issuer or NotKnown(message("nothing_declared")),
        document.issued or NotKnown(message("nothing_declared")),
        document.trust,
        None if view.on is None else view.on.isoformat(),
        len(view.rows),
    ]


def _unit(row: RowView) -> Unit | None:
    """The unit of a row: of its target, else of its observation or baseline; None where it has no number."""
    amounts = [row.low, row.high, *(figure.value for figure in (row.observation, row.baseline))]
    return next((each.unit for each in amounts if isinstance(each, Amount)), None)


def _figure(figure: Figure, unit: Unit | None) -> Content:
    if isinstance(figure.value, Size):
        return _number(figure.value.shown(), unit)
    return _number(figure.value, unit) if isinstance(figure.value, Amount) else figure.value


def _number(amount: Amount | None, unit: Unit | None) -> Content:
    """The number in the row's unit, exactly; where that has no end, a text with its own unit."""
    if amount is None or unit is None or amount.unit == unit:
        return amount
    try:
        return amount.to(unit)
    except DeclarationError:
        return _AsText(amount)


def _period(figure: Figure) -> Content:
    return None if isinstance(figure.value, NotKnown) else figure.period
