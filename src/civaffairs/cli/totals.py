"""The totals of a run: printed, and written beside its results."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from civaffairs.analysis.running.asking import Asked
    from civaffairs.analysis.running.outcomes import Seen
    from civaffairs.analysis.running.publishing import Line
    from civaffairs.analysis.running.tallies import Tallies
    from civaffairs.exchange.registers.writing import Registers
    from civaffairs.present.view import Cell

USUAL = ("area", "township")
"""The columns by which totals are made where nobody asks for others."""


def write_tables(files: Registers, asked: Asked, tallies: Tallies, seen: Seen, least: int | None) -> None:
    """Write the totals, the reasons and the report beside the results."""
    from civaffairs.analysis.running.publishing import lines
    from civaffairs.analysis.running.report import (
        PUBLISHED,
        REASONS,
        TOTALS,
        published_row,
        reason_rows,
        record,
        totals_row,
    )

    files.note("totals.csv", _csv(TOTALS, map(totals_row, lines(tallies))))
    files.note("reasons.csv", _csv(REASONS, reason_rows(asked, tallies)))
    if least is not None:
        files.note("published.csv", _csv(PUBLISHED, map(published_row, lines(tallies, least=least))))
    files.note("report.json", json.dumps(record(asked, tallies, seen), ensure_ascii=False, indent=1) + "\n")


def show_totals(asked: Asked, tallies: Tallies, seen: Seen, by: Sequence[str]) -> None:
    """Print the totals; those of groups stand in a file, and here too where groups were asked for."""
    from civaffairs.analysis.running.publishing import lines
    from civaffairs.cli.tables import show, table

    rows = [_cells(line) for line in lines(tallies) if by or line.column is None]
    place = asked.edition.book.jurisdiction
    title = message("title_run", name=place.label, households=seen.households, persons=seen.persons)
    headings = ("provision", "group", "things", "yes", "refused", "doubtful", "total", "unsized")
    show(table(title, headings, rows, message("run_for_day", day=asked.on.isoformat())))


def _cells(line: Line) -> tuple[Cell, ...]:
    from civaffairs.domain.units import Amount, exact

    rule, tally = line.counted.provision.amount, line.tally
    group = message("said_everybody") if line.column is None else line.group or message("said_group_unknown")
    amount = None if rule is None or line.amount is None else Amount(exact(line.amount), rule.unit)
    unsized = None if rule is None else tally.unsized
    return (
        line.counted.provision.label,
        group,
        tally.things,
        tally.yes,
        tally.no,
        tally.doubtful,
        amount,
        unsized,
    )


def _csv(names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return a table as CSV, with a mark so that Excel reads it as UTF-8; what is None is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return f"\ufeff{text.getvalue()}"
