"""`evaluate`: follow a jurisdiction's plan with observations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, day_of, output_option, put, put_file, strict_option
from civaffairs.errors import InputInvalid, fault, message

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.analysis.measuring import Faulty
    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.progress.outcomes import Progress
    from civaffairs.loading import Catalogue, Dossier
    from civaffairs.present.view import ProgressView


@command("evaluate")
@click.argument("jurisdiction")
@click.option(
    "--observations",
    type=click.Path(path_type=Path, dir_okay=False),
    help=message("option_observations").text(),
)
@click.option(
    "--registers",
    type=click.Path(path_type=Path, file_okay=False),
    help=message("option_registers").text(),
)
@click.option(
    "--faulty",
    type=click.Choice(["stop", "set-aside"]),
    default="stop",
    show_default=True,
    help=message("option_faulty_rows").text(),
)
@click.option(
    "--columns", type=click.Path(path_type=Path, dir_okay=False), help=message("option_columns").text()
)
@click.option("--plan", "plan_id", help=message("option_plan").text())
@click.option("--on", help=message("option_on").text())
@click.option(
    "--method",
    type=click.Choice(["linear", "compound"]),
    default="linear",
    show_default=True,
    help=message("option_method").text(),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html", "xlsx"]),
    default="table",
    show_default=True,
    help=message("option_format").text(),
)
@output_option
@click.option(
    "--template", type=click.Path(path_type=Path, dir_okay=False), help=message("option_template").text()
)
@click.option("--overwrite", is_flag=True, help=message("option_overwrite").text())
@click.option("--fail-on", type=click.Choice(["failure", "deviation"]), help=message("option_fail_on").text())
@strict_option
def evaluate_command(
    *,
    jurisdiction: str,
    observations: Path | None,
    registers: Path | None,
    faulty: Faulty,
    columns: Path | None,
    plan_id: str | None,
    on: str | None,
    method: str,
    form: str,
    output: Path | None,
    template: Path | None,
    overwrite: bool,
    fail_on: str | None,
    strict: bool | None,
) -> int:
    """Follow a plan. Returns the exit code."""
    from civaffairs.domain.progress import Method, follow
    from civaffairs.present.view import progress_view

    loaded = catalogue(strict=strict)
    dossier = loaded[jurisdiction]
    plan = _plan(dossier, plan_id)
    if template is not None:
        from civaffairs.exchange.templates import write_template

        write_template(plan, template, known={**loaded.series, **loaded.indicators}, overwrite=overwrite)
        click.echo(message("written", path=template).text(), err=True)
        return 0
    if form == "xlsx" and output is None:
        raise InputInvalid(fault("needs_output", "--format", format=form))
    if columns is not None and registers is None:
        raise InputInvalid(fault("columns_without_registers", "--columns"))
    day = day_of(on)
    computed = _measured(dossier, plan, registers, day, faulty=faulty, columns=columns)
    known = (*_observed(loaded, observations), *computed, *plan.results, *plan.observations)
    progress = follow(plan, known, on=day, method=Method[method.upper()])
    put_report([progress_view(dossier.jurisdiction, plan, progress)], form, output)
    return _code(progress, fail_on)


def put_report(views: list[ProgressView], form: str, output: Path | None) -> None:
    """Write a report in the form asked for, to a file or to the terminal."""
    if form == "html":
        from civaffairs.present.html import page

        put(page(views), output)
    elif form == "json":
        from civaffairs.present.record import record

        put(json.dumps([record(view) for view in views], ensure_ascii=False, indent=1) + "\n", output)
    elif form == "xlsx" and output is not None:
        from civaffairs.present.excel import content

        put_file(content(views), output)
    else:
        _print_tables(views, output)


def _print_tables(views: list[ProgressView], output: Path | None) -> None:
    from io import StringIO

    from rich.console import Console

    from civaffairs.cli.tables import console
    from civaffairs.present.terminal import print_progress

    if output is None:
        for view in views:
            print_progress(view, console())
        return
    text = StringIO()
    for view in views:
        print_progress(view, Console(file=text, width=120))
    put(text.getvalue(), output)


def _plan(dossier: Dossier, plan_id: str | None) -> Plan:
    from civaffairs.errors import UnknownName

    if plan_id is None:
        return dossier.plan
    for plan in dossier.plans:
        if plan_id in (plan.id, plan.id.partition("/")[2]):
            return plan
    raise UnknownName.among("plan", plan_id, (plan.id for plan in dossier.plans))


def _observed(loaded: Catalogue, path: Path | None) -> tuple[Observation, ...]:
    if path is None:
        return ()
    from civaffairs.exchange.observations import read_observations

    return read_observations(path, {**loaded.series, **loaded.indicators})


def _measured(
    dossier: Dossier, plan: Plan, folder: Path | None, day: date, *, faulty: Faulty, columns: Path | None
) -> tuple[Observation, ...]:
    """What registers say of the plan's indicators; what they leave open is said on the error stream."""
    if folder is None:
        return ()
    from civaffairs.analysis.measuring import measured, notes

    promised = {target.indicator.id: target.indicator for row in plan.rows for target in row.targets}
    found = measured(promised.values(), folder, dossier.rulebook.on(day), day, faulty=faulty, columns=columns)
    seen = tuple(each for each in (every.observation() for every in found) if each is not None)
    for said in (*notes(found), message("measured_so_many", many=len(seen))):
        click.echo(said.text(), err=True)
    return seen


def _code(progress: tuple[Progress, ...], fail_on: str | None) -> int:
    """1 where a missed target is as grave as was asked for: a binding one, or any."""
    from civaffairs.domain.progress import Consequence

    grave = {
        None: set(),
        "failure": {Consequence.FAILURE},
        "deviation": {Consequence.FAILURE, Consequence.DEVIATION, Consequence.UNSAID},
    }[fail_on]
    return int(any(each.consequence in grave for each in progress))
