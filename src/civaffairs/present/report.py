"""A report of tables with charts beside them: one view, shown as a page, a workbook, or on a terminal."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.errors import ExtraMissing, language, message
from civaffairs.present import charts, excel, html
from civaffairs.present.palette import LOOKS
from civaffairs.present.terminal import print_table, print_text
from civaffairs.present.words import NOT_KNOWN, Text

if TYPE_CHECKING:
    from markupsafe import Markup
    from rich.console import Console

    from civaffairs.errors import Language
    from civaffairs.present.bars import Drawable
    from civaffairs.present.view import TableView


@frozen
class Section:
    """A part of a report.

    Attributes:
        id: its name in addresses.
        tables: what stands in it.
        charts: what is drawn in it.
    """

    id: str
    tables: tuple[TableView, ...]
    charts: tuple[Drawable, ...] = ()


@frozen
class Report:
    """A report.

    Attributes:
        title: what it is about.
        kicker: which kind of report it is.
        notices: what a reader has to know before anything else.
        sections: its parts.
        notes: how it was made, and what it leaves out.
    """

    title: Text
    kicker: Text
    notices: tuple[Text, ...]
    sections: tuple[Section, ...]
    notes: tuple[Text, ...] = ()

    @property
    def tables(self) -> tuple[TableView, ...]:
        """Every table, in order."""
        return tuple(table for section in self.sections for table in section.tables)


def page(report: Report, lang: Language | None = None) -> str:
    """Return a report as one HTML file, complete in itself.

    Where the library for charts is not installed the page says so, and how to get it; all else is there.
    """
    chosen = lang or language()
    try:
        drawn = {section.id: _drawn(section, chosen) for section in report.sections}
        left_out = False
    except ExtraMissing:
        drawn, left_out = {}, True
    template = html.environment(chosen).get_template("tables.html")
    return template.render(
        report=report,
        lang=chosen,
        other="en" if chosen == "zh" else "zh",
        tags=html.TAGS,
        charts=drawn,
        charts_left_out=left_out,
        looks=LOOKS,
        unknown=NOT_KNOWN,
    )


def _drawn(section: Section, lang: Language) -> list[tuple[Text, Markup]]:
    return [(each.title, html.part_of_page(charts.drawn(each.spec(lang)))) for each in section.charts]


def content(report: Report, lang: Language | None = None) -> bytes:
    """Return a report as the file of a workbook: a sheet for each table, the notes on the first.

    Raises:
        ExtraMissing: where openpyxl is not installed.
    """
    held = BytesIO()
    workbook(report, lang).save(held)
    return held.getvalue()


def workbook(report: Report, lang: Language | None = None) -> Any:  # noqa: ANN401 - openpyxl loads late
    """Return a report as a workbook; raises as `content` does."""
    chosen = lang or language()
    about = (report.title, report.kicker, *report.notices, *report.notes)
    return excel.tables_workbook(message("sheet_about"), about, report.tables, chosen)


def print_report(report: Report, console: Console, lang: Language | None = None) -> None:
    """Print a report: its tables, and below them what a reader has to know."""
    chosen = lang or language()
    print_text(report.title, console, chosen, style="bold")
    for notice in report.notices:
        print_text(notice, console, chosen)
    for table in report.tables:
        console.out("")
        print_table(table, console, chosen)
    console.out("")
    for note in report.notes:
        print_text(note, console, chosen, style="dim")
