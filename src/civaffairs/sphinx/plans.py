"""The part of a page that shows one plan: its tables with their clauses, its text, results, discrepancies."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from civaffairs.domain.observations import Missing
from civaffairs.domain.progress import follow_results
from civaffairs.domain.targets import Measure
from civaffairs.sphinx.elements import (
    Inline,
    Pen,
    bullets,
    chinese,
    colon,
    entry,
    inline,
    link,
    note,
    paragraph,
    table,
)
from civaffairs.sphinx.figures import cited, named, shown_value
from civaffairs.sphinx.objects import of_clause, of_document, of_indicator, of_plan, of_target
from civaffairs.sphinx.passages import commitments, figures, in_running_text, promises, recomputations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from civaffairs.domain.observations import Observation, Printed
    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Plan, Row
    from civaffairs.domain.progress import Progress
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.targets import Target


def plan_section(pen: Pen, plan: Plan) -> nodes.section:
    """Return everything that one plan declares."""
    start = of_plan(plan).anchor
    tabled = [row for row in plan.rows if not in_running_text(row)]
    promised = [row for row in tabled if not row.results]
    reported = [row for row in tabled if row.results]
    stated = [row for row in plan.rows if in_running_text(row)]
    section = pen.section(
        pen.term(plan.label),
        start,
        pen.fields(
            ("page_plan_years", plan.years.text(pen.lang)),
            ("page_outlook", plan.outlook.text(pen.lang) if plan.outlook else None),
            ("page_document", link(of_document(plan.document))),
        ),
    )
    pen.noting(of_plan(plan))
    parts = (
        ("page_situation", "situation", figures(pen, plan, plan.situation, f"{start}-situation")),
        ("page_tables", "tables", _tables(pen, plan, promised)),
        ("page_promises", "promises", promises(pen, plan, stated, f"{start}-promises")),
        ("page_results", "results", _results(pen, plan, reported)),
        ("page_figures", "figures", figures(pen, plan, plan.observations, f"{start}-figures")),
        ("page_commitments", "commitments", commitments(pen, plan, f"{start}-commitments")),
        ("page_recomputations", "recomputations", recomputations(pen, plan)),
        ("page_discrepancies", "discrepancies", _discrepancies(pen, plan)),
    )
    for code, tail, content in parts:
        made = list(content)
        if made:
            section += pen.section(pen.says(code), f"{start}-{tail}", made)
    return section


def _say(pen: Pen, *codes: str) -> list[str]:
    return [pen.says(code) for code in codes]


def _by_table(rows: Iterable[Row]) -> Iterator[tuple[Clause, list[Row]]]:
    """Rows under the table in which they stand: the locator of a row is that of its table and its number."""
    for _, group in groupby(rows, key=lambda row: (row.clause.document.id, _split(row.clause)[0])):
        found = list(group)
        yield found[0].clause, found


def _split(clause: Clause) -> tuple[str, str]:
    table_locator, _, number = clause.locator.rpartition(" ")
    return table_locator, number


def _caption(clause: Clause, pen: Pen) -> list[nodes.Node]:
    locator, _ = _split(clause)
    gloss = [] if clause.gloss is None else [nodes.Text(" "), *pen.term(clause.gloss)]
    return [chinese(locator), *gloss]


def _tables(pen: Pen, plan: Plan, rows: Sequence[Row]) -> Iterator[nodes.Node]:
    for clause, found in _by_table(rows):
        columns = _Columns(pen, plan, found)
        yield table(
            _caption(clause, pen),
            [pen.says("page_indicator"), *columns.headings(), *_say(pen, "page_nature", "page_clause")],
            (_promised_row(pen, row, columns) for row in found),
        )


def _promised_row(pen: Pen, row: Row, columns: _Columns) -> list[nodes.entry]:
    nature = "" if row.nature is None else row.nature.label.text(pen.lang)
    return [_indicator(pen, row), *columns.cells(row), entry(nature), _number(pen, row)]


class _Columns:
    """One column for each year of baselines and for each date of targets that some row of a table has."""

    def __init__(self, pen: Pen, plan: Plan, rows: Sequence[Row]) -> None:
        self.pen = pen
        self.plan = plan
        self.baselines = sorted({seen.period for row in rows for seen in row.baselines}, key=str)
        self.targets = sorted(
            {(target.by, target.measure) for row in rows for target in row.targets},
            key=lambda key: (key[0].end, key[1].value.en != Measure.LEVEL.value.en),
        )

    def headings(self) -> Iterator[str]:
        for period in self.baselines:
            yield self.pen.says("page_baseline", period=period)
        for period, measure in self.targets:
            code = "page_growth" if measure is Measure.ANNUAL_GROWTH else "page_target"
            yield self.pen.says(code, period=period)

    def cells(self, row: Row) -> Iterator[nodes.entry]:
        for period in self.baselines:
            yield _observed(self.pen, [seen for seen in row.baselines if seen.period == period])
        for key in self.targets:
            yield self._promised([target for target in row.targets if (target.by, target.measure) == key])

    def _promised(self, targets: Sequence[Target]) -> nodes.entry:
        cell = entry(*(_target(self.pen, target) for target in targets))
        for target in targets:
            self.pen.anchor(cell, of_target(self.plan, target), of_clause(target.clause))
        return cell


def _target(pen: Pen, target: Target) -> Inline:
    if isinstance(target.predicate, Missing):
        return shown_value(pen, target.predicate)
    return [nodes.Text(target.text(pen.lang)), *_printed(pen, target.printed, target.text("zh"))]


def _printed(pen: Pen, printed: Printed | None, said: str) -> list[nodes.Node]:
    """How the source prints a figure, where that is not what the typed value says."""
    if printed is None or printed.value in (None, said):
        return []
    return [nodes.Text(" ("), *inline(pen.says("page_printed", printed=printed.value)), nodes.Text(")")]


def _seen(pen: Pen, seen: Observation) -> Inline:
    said = seen.value.text("zh") if not isinstance(seen.value, bool) else ""
    return [nodes.Text(shown_value(pen, seen.value)), *_printed(pen, seen.printed, said)]


def _observed(pen: Pen, seen: Sequence[Observation]) -> nodes.entry:
    cell = entry(*(_seen(pen, each) for each in seen))
    for each in seen:
        if not isinstance(each.source, str):
            pen.anchor(cell, of_clause(each.source))
    return cell


def _indicator(pen: Pen, row: Row) -> nodes.entry:
    """The heading as printed, leading to the indicator; below it the English handle and the row's notes."""
    notes = [
        *(seen.note for seen in (*row.baselines, *row.results)),
        *(target.note for target in row.targets),
    ]
    return named(pen, link(of_indicator(row.indicator), chinese(row.name)), row.indicator.label, notes)


def _number(pen: Pen, row: Row) -> nodes.entry:
    cell = entry(chinese(_split(row.clause)[1]))
    pen.anchor(cell, of_clause(row.clause))
    return cell


def _results(pen: Pen, plan: Plan, rows: Sequence[Row]) -> Iterator[nodes.Node]:
    if not rows:
        return
    yield paragraph(pen.says("page_results_intro"))
    if plan.claim is not None:
        clause = plan.claim.clause
        yield paragraph(pen.says("page_claim", printed=plan.claim.verdict.printed, clause=clause))
    followed = {id(progress.target): progress for progress in follow_results(plan)}
    for clause, found in _by_table(rows):
        columns = _Columns(pen, plan, found)
        periods = sorted({seen.period for row in found for seen in row.results}, key=str)
        headings = (
            pen.says("page_indicator"),
            *columns.headings(),
            *(pen.says("page_result", period=period) for period in periods),
            pen.says("page_document_says"),
            pen.says("page_library_says"),
            pen.says("page_clause"),
        )
        yield table(
            _caption(clause, pen),
            headings,
            (
                _reported_row(
                    pen,
                    row,
                    columns,
                    periods,
                    [followed[id(target)] for target in row.targets if id(target) in followed],
                )
                for row in found
            ),
        )


def _reported_row(
    pen: Pen, row: Row, columns: _Columns, periods: Sequence[Period], followed: Sequence[Progress]
) -> list[nodes.entry]:
    said = dict.fromkeys(
        progress.printed_verdict.printed for progress in followed if progress.printed_verdict is not None
    )
    return [
        _indicator(pen, row),
        *columns.cells(row),
        *(_observed(pen, [seen for seen in row.results if seen.period == period]) for period in periods),
        entry(*(chinese(words) for words in said)),
        entry(*(part for progress in followed for part in _verdict(pen, progress))),
        _number(pen, row),
    ]


def _verdict(pen: Pen, progress: Progress) -> Iterator[Inline | nodes.paragraph]:
    """What the library finds, whether that differs from the document, and why."""
    outcome = progress.outcome.label.text(pen.lang)
    css = f"civ-{progress.outcome.name.lower().replace('_', '-')}"
    differs = [nodes.Text(" · "), nodes.strong("", pen.says("page_differs"))] if progress.differs else []
    yield [nodes.inline(outcome, outcome, classes=["civ-outcome", css]), *differs]
    yield note(progress.reason.text(pen.lang))


def _discrepancies(pen: Pen, plan: Plan) -> Iterator[nodes.Node]:
    if not plan.discrepancies:
        return
    yield paragraph(pen.says("page_discrepancies_intro"))
    items = nodes.definition_list(classes=["civ-discrepancies"])
    for each in plan.discrepancies:
        sides = bullets(
            [cited(side.clause, plan), nodes.Text(colon(pen.lang) + side.says.text(pen.lang))]
            for side in each.sides
        )
        body = pen.fields(
            ("page_grade", each.grade.label.text(pen.lang)),
            ("page_sides", sides),
            ("page_uses", each.uses.text(pen.lang)),
            ("page_why", each.why.text(pen.lang)),
        )
        term = nodes.term("", "", *pen.term(each.label))
        items += nodes.definition_list_item("", term, nodes.definition("", body))
    yield items
