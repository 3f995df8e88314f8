"""A plan → an empty file of observations, to be filled in and read back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.periods import Moment, Period
from civaffairs.domain.plan import Plan
from civaffairs.domain.rules.expr import Growth, Series, SeriesAt
from civaffairs.domain.rules.walk import nodes
from civaffairs.errors import InputInvalid, Language, fault, language
from civaffairs.exchange.files import write_bytes
from civaffairs.exchange.observations import HEADINGS
from civaffairs.exchange.tabular import normalised
from civaffairs.exchange.workbooks import load_openpyxl

_COLUMNS = ("indicator", "period", "value", "unit", "source", "note")
_WIDTHS = (44, 14, 16, 16, 30, 30)


def known_of(plan: Plan) -> dict[str, Indicator | Series]:
    """Return the indicators of a plan and the series that its targets refer to, by id.

    It is what `read_observations` wants to know for a file about this plan.
    """
    found: dict[str, Indicator | Series] = {each.id: each for each in plan.indicators}
    return found | {series.id: series for series, _ in _series(plan)}


def write_template(
    plan: Plan,
    path: str | Path,
    *,
    period: Moment | None = None,
    known: Mapping[str, Indicator | Series] | None = None,
    lang: Language | None = None,
    overwrite: bool = False,
) -> None:
    """Write an empty file of observations, with a row for each indicator of a plan.

    The series that targets refer to have a row for each year that is needed. Units are filled in, values are
    empty, and an empty value is read back as missing.

    Args:
        plan: the plan.
        path: a .csv file (with a mark, so that Excel opens it as UTF-8) or an .xlsx file.
        period: the period to be observed; without it the plan's last year.
        known: what the file will be read with, so that names which several have are written as ids; without
            it what `known_of` returns.
        lang: the language of headings, names and units; without it the language in force.
        overwrite: whether a file that is there already is replaced.

    Raises:
        InputInvalid: where the file is there already, is neither of the two, or cannot be written.
        ExtraMissing: for an .xlsx file where openpyxl is not installed.
    """
    file = Path(path)
    chosen = lang or language()
    observed = Period.parse(plan.years.year if period is None else period)
    lines = [
        _heading(chosen),
        *(
            row.line(chosen)
            for row in _rows(plan, observed, known_of(plan) if known is None else known, chosen)
        ),
    ]
    suffix = file.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise InputInvalid(fault("file_kind_unknown", file.name, suffix=suffix or "-", known=".csv .xlsx"))
    write_bytes(file, _workbook(lines) if suffix == ".xlsx" else _csv(lines), overwrite=overwrite)


@frozen
class _Row:
    """One row to be filled in."""

    of: Indicator | Series
    name: str
    period: Period

    def line(self, lang: Language) -> list[str]:
        return [self.name, str(self.period), "", self.of.unit.text(lang) or "1", "", ""]


def _heading(lang: Language) -> list[str]:
    return [HEADINGS[column][0 if lang == "zh" else 1] for column in _COLUMNS]


def _rows(plan: Plan, period: Period, known: Mapping[str, Indicator | Series], lang: Language) -> list[_Row]:
    asked: list[tuple[Indicator | Series, Period]] = [(each, period) for each in plan.indicators]
    years = {(series.id, before): series for series, before in _series(plan)}
    asked += [(series, Period.parse(period.year - before)) for (_, before), series in years.items()]
    shared = Counter(
        name
        for each in known.values()
        for name in {normalised(each.label.zh), normalised(each.label.en), each.id}
    )
    names = {each.id: each.label.text(lang) for each, _ in asked}
    return [
        _Row(each, names[each.id] if shared[normalised(names[each.id])] == 1 else each.id, when)
        for each, when in asked
    ]


def _series(plan: Plan) -> Iterator[tuple[Series, int]]:
    """Yield the series that targets refer to, with the years before the one looked at for which they do."""
    for target in plan.targets:
        for node in nodes(target.condition) if target.condition is not None else ():
            if isinstance(node, SeriesAt | Growth):
                yield node.series, node.years_before
            if isinstance(node, Growth):
                yield node.series, node.years_before + 1


def _csv(lines: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _workbook(lines: list[list[str]]) -> bytes:
    openpyxl = load_openpyxl()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "observations"
    sheet.freeze_panes = "A2"
    for line in lines:
        sheet.append([text or None for text in line])
    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
        for (cell,) in sheet[f"{column}1:{column}{len(lines)}"]:
            cell.number_format = "@"  # as text Excel turns 6-7 into no date and 2023-06 into no day
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
