"""Tables for a terminal, in colour where it has colours; plain columns in a pipe.

An outcome is marked by symbol, word and colour, so that none of them is needed. Where the document says
something else than the library finds, a list of its own says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from civaffairs.domain.progress import Outcome
from civaffairs.errors import language, message
from civaffairs.present.palette import DIFFERS, LOOKS
from civaffairs.present.prose import Prose
from civaffairs.present.words import NOT_KNOWN, NotKnown, Text, joined, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, JustifyMethod, RenderableType

    from civaffairs.domain.periods import Period
    from civaffairs.errors import Language
    from civaffairs.present.view import Cell, ProgressView, RowView, TableView

WIDE = 120
"""From so many columns on, the reasons stand in the table; below, they follow it."""


def print_progress(view: ProgressView, console: Console, lang: Language | None = None) -> None:
    """Print the progress of a plan: counts, table, reasons, and where document and library differ."""
    _Report(view, console, lang or language()).print()


def print_table(table: TableView, console: Console, lang: Language | None = None) -> None:
    """Print any table with its footnotes."""
    chosen = lang or language()
    _print(console, Prose(words(table.title, chosen), "bold"))
    grid = _grid(console)
    for column in table.columns:
        justify: JustifyMethod = "right" if column.numeric else "left"
        grid.add_column(Prose(words(column.heading, chosen), "bold"), justify=justify)
    for row in table.rows:
        grid.add_row(*(_cell(cell, chosen) for cell in row))
    _print(console, grid)
    for note in table.footnotes:
        _print(console, Prose(words(note, chosen), "dim"))


def print_text(text: Text, console: Console, lang: Language | None = None, *, style: str = "") -> None:
    """Print a paragraph; a blank line where the text is empty."""
    _print(console, Padding(Prose(words(text, lang), style), 0, expand=False))


def _cell(cell: Cell, lang: Language) -> Prose:
    if isinstance(cell, NotKnown):
        return Prose(cell.text(lang), "dim")
    return Prose("" if cell is None else str(cell) if isinstance(cell, int) else words(cell, lang))


def _grid(console: Console) -> Table:
    """A table with a line under its head; in a pipe without one, and without anything drawn."""
    box = SIMPLE_HEAD if console.is_terminal else None
    return Table(box=box, padding=(0, 1), pad_edge=False, header_style="bold", show_edge=False)


def _print(console: Console, *things: RenderableType) -> None:
    """Print; in a pipe without the blanks that fill lines up."""
    if console.is_terminal:
        console.print(*things)
        return
    with console.capture() as held:
        console.print(*things)
    for line in held.get().splitlines():
        console.out(line.rstrip(), highlight=False)


class _Report:
    def __init__(self, view: ProgressView, console: Console, lang: Language) -> None:
        self.view, self.console, self.lang = view, console, lang
        self.has_room = console.width >= WIDE

    def print(self) -> None:
        self._head()
        if not self.view.rows:
            self._say(self._tell("report_no_targets"))
            return
        self._table()
        if not self.has_room:
            self._reasons()
        self._differences()

    def _tell(self, code: str, **args: object) -> str:
        return message(code, **args).text(self.lang)

    def _say(self, text: str, style: str = "", indent: int = 0) -> None:
        _print(self.console, Padding(Prose(text, style), (0, 0, 0, indent), expand=False))

    def _gap(self) -> None:
        self.console.out("")

    def _head(self) -> None:
        view = self.view
        self._say(view.title.text(self.lang), "bold")
        on = () if view.on is None else (message("report_as_of", on=view.on.isoformat()),)
        self._say(joined((view.document.label, view.years, *on), self.lang), "dim")
        if view.jurisdiction.fictional:
            self._say(self._tell("report_fictional"), "dim")
        if not view.rows:
            return
        total = self._tell(
            "report_counts" if len(view.rows) > 1 else "report_counts_one", total=len(view.rows)
        )
        line = RichText(total)
        for outcome, number in view.counts:
            if number:
                said = self._tell("outcome_count", outcome=outcome.label, number=number)
                line.append("   ").append(f"{LOOKS[outcome].symbol} {said}", style=LOOKS[outcome].terminal)
        _print(self.console, line)
        for code, number in (
            ("report_binding_missed", view.failures),
            ("report_expected_missed", view.deviations),
        ):
            if number:
                self._say(self._tell(code, number=number))
        self._gap()

    def _table(self) -> None:
        rows = self.view.rows
        started = _common(row.baseline.period for row in rows if not isinstance(row.baseline.value, NotKnown))
        due = _common(row.due for row in rows)
        seen = _common(
            row.observation.period for row in rows if not isinstance(row.observation.value, NotKnown)
        )
        outcomes = [self._outcome(row) for row in rows]
        grid = _grid(self.console)
        grid.add_column(self._heading("heading_number"), no_wrap=True)
        grid.add_column(self._heading("heading_indicator"))
        room = self.console.width  # figures take a share of it, so that names and reasons have the rest
        if self.view.has_baselines:
            grid.add_column(self._heading("heading_baseline", started), max_width=room // 7)
        grid.add_column(self._heading("heading_target", due), max_width=room // 5)
        grid.add_column(self._heading("heading_observation", seen), max_width=room // 7)
        wide = max(cell_len(each.text) for each in outcomes)
        grid.add_column(self._heading("heading_outcome"), width=wide)
        if self.has_room:
            grid.add_column(self._heading("heading_reason"))
        for row, outcome in zip(rows, outcomes, strict=True):
            cells = [
                Prose(row.number, "dim"),
                Prose(self._name(row)),
                *self._baseline(row, started),
                self._figure(row.target, None if due else row.due),
                self._figure(row.observation.value, None if seen else row.observation.period),
                outcome,
            ]
            grid.add_row(*cells, *((Prose(self._why(row)),) if self.has_room else ()))
        _print(self.console, grid)
        if not self.view.has_baselines:
            self._say(self._tell("report_no_baselines"), "dim")

    def _baseline(self, row: RowView, common: Period | None) -> tuple[Prose, ...]:
        if not self.view.has_baselines:
            return ()
        return (self._figure(row.baseline.value, None if common else row.baseline.period),)

    def _heading(self, code: str, period: Period | None = None) -> Prose:
        """The heading of a column, with the period where all its figures share one."""
        said = message(code)
        return Prose(
            (said if period is None else message("figure_in", value=said, period=period)).text(self.lang),
            "bold",
        )

    def _name(self, row: RowView) -> str:
        return row.heading if self.lang == "zh" else row.label.en

    def _figure(self, value: Text, period: Period | None) -> Prose:
        """The figure; where there is none a dash, of which the reason follows below."""
        if isinstance(value, NotKnown):
            return Prose(NOT_KNOWN, "dim")
        return Prose(
            words(value if period is None else message("figure_in", value=value, period=period), self.lang)
        )

    def _outcome(self, row: RowView) -> Prose:
        look = LOOKS[row.outcome]
        mark = f" {DIFFERS}" if row.differs else ""
        return Prose(f"{look.symbol} {row.outcome.label.text(self.lang)}{mark}", look.terminal)

    def _why(self, row: RowView) -> str:
        """The reason, and what would settle it where that says more."""
        reason = row.reason.text(self.lang)
        needs: list[Text] = [need for need in row.missing if need.text(self.lang) != reason]
        if needs and row.reason.code == "need_observation":
            return joined(needs, self.lang)
        if row.consequence.name != "NONE":
            needs = [row.consequence.label, *needs]
        return joined((reason, *needs), self.lang)

    def _reasons(self) -> None:
        told = [row for row in self.view.rows if row.outcome not in (Outcome.MET, Outcome.ON_COURSE)]
        if not told:
            return
        self._gap()
        self._say(self._tell("report_reasons"), "bold")
        self._list((row, self._why(row)) for row in told)

    def _differences(self) -> None:
        if not self.view.differences:
            return
        self._gap()
        self._say(f"{DIFFERS} {self._tell('report_differences')}", "bold")
        if self.view.claim is not None:
            self._say(self._tell("report_claim", claim=self.view.claim), "dim")
        self._list((row, self._sides(row)) for row in self.view.differences)

    def _sides(self, row: RowView) -> str:
        says = "" if row.judgement is None else row.judgement.verdict.printed
        return self._tell("difference_sides", says=says, finds=row.outcome.label, why=row.reason)

    def _list(self, entries: Iterable[tuple[RowView, str]]) -> None:
        """Entries under each other: symbol, number, name, and below what there is to say."""
        for row, text in entries:
            look = LOOKS[row.outcome]
            self._say(f"{look.symbol} {row.number} {self._name(row)}{self._aim(row)}", look.terminal)
            self._say(text, indent=4)

    def _aim(self, row: RowView) -> str:
        if isinstance(row.target, NotKnown):
            return ""
        return self._tell("list_target", target=message("figure_in", value=row.target, period=row.due))


def _common(periods: Iterable[Period | None]) -> Period | None:
    """The one period that all figures share, which then stands in the heading; otherwise None."""
    found = set(periods)
    return found.pop() if len(found) == 1 else None
