"""`check`: what the conformance suite finds in a jurisdiction: in its plans, its rules and its plugin."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, strict_option
from civaffairs.cli.tables import console, table
from civaffairs.cli.tables import show as print_table
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civaffairs.domain.plan import Plan
    from civaffairs.present.view import Cell, TableView
    from civaffairs.testing.conformance import Report, Requirement, Result


@command("check")
@click.argument("jurisdiction")
@click.option("--only", multiple=True, metavar="REQUIREMENT", help=message("option_only").text())
@click.option(
    "--examples",
    type=click.IntRange(1),
    help=message("option_examples").text(),
)
@strict_option
def check_command(
    *, jurisdiction: str, only: tuple[str, ...], examples: int | None, strict: bool | None
) -> int:
    """Ask everything that the suite asks. Returns 1 where something required is not met."""
    from civaffairs.testing.conformance import EXAMPLES, conform

    loaded = catalogue(strict=strict)
    passed = True
    for place, dossier in enumerate(loaded.of_plugin(jurisdiction)):
        name = dossier.jurisdiction
        with _watched(name.label.text()) as say:
            report = conform(loaded, name.id, examples=examples or EXAMPLES, only=only, progress=say)
        _print(report, dossier.plans, first=not place)
        passed &= report.passes
    return int(not passed)


def _print(report: Report, plans: tuple[Plan, ...], *, first: bool) -> None:
    """Print a report; of any but the first only its last line, where there is nothing else to say."""
    from civaffairs.testing.conformance import State

    if first or any(result.state is not State.MET or result.notes for result in report.results):
        if not first:
            click.echo()
        print_table(_requirements(report))
        _print_findings(report)
        declared = [*_declared(report)]
        if declared:
            _below(table(message("title_declared"), ("what", "where", "declared"), declared))
        if any(result.requirement.id == "recomputations" for result in report.results):
            for plan in plans:
                if plan.recomputations:
                    _below(_recomputed(plan))
        click.echo()
    place = message("conclusion_of", place=report.jurisdiction.label, conclusion=report.last_line())
    _say(place.text())


def _below(view: TableView) -> None:
    """Print a table with a gap above it."""
    click.echo()
    print_table(view)


def _requirements(report: Report) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (
            result.requirement.id,
            result.requirement.label,
            message("requirement_required" if result.requirement.required else "requirement_recommended"),
            _state(result),
        )
        for result in report.results
    ]
    title = message("title_conformance", place=report.jurisdiction.label, suite=report.suite)
    return table(title, ("requirement", "what", "kind", "state"), rows)


def _state(result: Result) -> str:
    """The state in a word; where there is anything to count, its counts."""
    counts = " ".join(each.text() for each in result.counts)
    return f"{result.state.sign} {counts or result.state.label.text()}"


def _print_findings(report: Report) -> None:
    """Print what is declared nowhere, what was not asked and why, and what a reader should know besides."""
    from civaffairs.testing.conformance import State

    alone = len(report.results) == 1
    for result in report.results:
        lines = [*result.lines(most=None if alone else 10)]
        if len(lines) > 1:
            click.echo()
            for line in lines:
                _say(line)
    if any(result.state is State.NOT_MET for result in report.results):
        click.echo()
        _say(message("declare_exemption").text())


def _declared(report: Report) -> Iterator[tuple[Cell, ...]]:
    """Yield what does not meet a requirement and is declared: the finding, where it stands, and how."""
    for result in report.results:
        for finding in result.declared:
            where = None if finding.clause is None else finding.clause.text()
            yield finding.what, where, message("declared_problem")
        for finding, exemption in result.exempted:
            where = None if finding.clause is None else finding.clause.text()
            yield finding.what, where, message("exempted_problem", reason=exemption.reason)


def _say(line: str) -> None:
    """Print a line, broken where the terminal ends, with its indentation."""
    from civaffairs.present.prose import broken

    text = line.lstrip()
    indent = len(line) - len(text)
    for part in broken(text, max(20, console().width - indent)):
        click.echo(" " * indent + part)


def _recomputed(plan: Plan) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (
            each.label,
            each.amount,
            each.working.text(),
            each.computed,
            each.tolerance,
            message("yes" if each.agrees else "no"),
        )
        for each in plan.recomputations
    ]
    headings = ("what", "printed", "working", "computed", "tolerance", "agrees")
    return table(message("title_recomputations", plan=plan.label), headings, rows)


@contextmanager
def _watched(place: str) -> Iterator[Callable[[Requirement], None]]:
    """Say on the error stream what is being asked, where that is a terminal."""
    from rich.console import Console

    with Console(stderr=True).status(place) as status:
        yield lambda requirement: status.update(f"{place} {requirement.label.text()}")
