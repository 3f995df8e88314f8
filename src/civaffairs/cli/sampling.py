"""`sample`: a synthetic population and its registers, calibrated to the published figures."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, day_of, strict_option
from civaffairs.errors import CivaffairsError, InputInvalid, fault, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civaffairs.analysis.sampling.counting import Measured
    from civaffairs.analysis.sampling.plan import Sample
    from civaffairs.loading import Catalogue, Dossier

_MOST = 100_000_000
_PARTS = ("plans", "standards", "rules", "provisions")


@command("sample")
@click.argument("jurisdiction")
@click.option(
    "--households", type=click.IntRange(1, _MOST), required=True, help=message("option_households").text()
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help=message("option_sample_output").text(),
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help=message("option_seed").text())
@click.option("--on", help=message("option_sample_on").text())
@click.option("--residents", type=click.IntRange(1), help=message("option_residents").text())
@click.option("--unknown", default="0", help=message("option_unknown").text())
@click.option("--identity-numbers", is_flag=True, help=message("option_identity_numbers").text())
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv"]),
    default="parquet",
    help=message("option_sample_form").text(),
)
@click.option("--json", "as_json", is_flag=True, help=message("option_sample_json").text())
@strict_option
def sample_command(
    *,
    jurisdiction: str,
    households: int,
    output: Path,
    seed: int,
    on: str | None,
    residents: int | None,
    unknown: str,
    identity_numbers: bool,
    form: str,
    as_json: bool,
    strict: bool | None,
) -> None:
    """Draw a synthetic population."""
    from civaffairs.analysis.sampling.counting import record_text
    from civaffairs.analysis.sampling.plan import planned

    loaded = catalogue(strict=strict, parts=_PARTS)
    dossier = loaded[jurisdiction]
    day = None if on is None else day_of(on)
    plan = planned(
        dossier.jurisdiction,
        dossier.plans,
        households,
        seed=seed,
        on=day,
        residents=residents,
        unknown=_share(unknown),
        identity_numbers=identity_numbers,
        **_standards(loaded, dossier, day),
    )
    measured = _write(plan, output, form)
    if as_json:
        click.echo(record_text(plan, measured), nl=False)
    else:
        _show(dossier, plan, measured)
    click.echo(message("written", path=output).text(), err=True)


def _share(text: str) -> Fraction:
    try:
        share = Fraction(text)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        raise InputInvalid(fault("sample_wrong_share", "--unknown", text=text))
    return share


def _standards(loaded: Catalogue, dossier: Dossier, day: date | None) -> dict[str, int]:
    """The Dibao standards in force, in fen, or the latest; left out where none is known."""
    found: dict[str, int] = {}
    for name, area in (("dibao_urban", "urban_fen"), ("dibao_rural", "rural_fen")):
        for place in dossier.places:
            standard = next((each for each in loaded[place.id].standards if each.id == name), None)
            if standard is None:
                continue
            try:
                amount = standard.timeline.latest.value if day is None else standard.on(day)
                found[area] = int(amount.to("元/人·月").number * 100)
            except CivaffairsError:  # not known for the day: what the jurisdiction above sets may be
                continue
            break
    return found


def _write(plan: Sample, output: Path, form: str) -> tuple[Measured, ...]:
    from civaffairs.analysis.sampling.counting import Count, record_text
    from civaffairs.analysis.sampling.people import population
    from civaffairs.analysis.sampling.places import care_institutions, organisations
    from civaffairs.exchange.registers import written

    count = Count(plan)
    with written(output, form) as registers, _progress(plan.households) as advance:
        homes, societies = care_institutions(plan), organisations(plan)
        registers.add("care_institutions", homes)
        registers.add("organisations", societies)
        count.institutions(homes)
        count.organisations(societies)
        for households, persons in population(plan):
            registers.add("households", households)
            registers.add("persons", persons)
            count.people(households, persons)
            advance(len(households["household_id"]))
        measured = count.measured()
        registers.note("report.json", record_text(plan, measured))
    return measured


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream of a terminal, and nothing in a pipe."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(message("sample_drawing").text(), total=total)
        yield lambda many: bar.advance(task, many)


def _show(dossier: Dossier, plan: Sample, measured: tuple[Measured, ...]) -> None:
    from civaffairs.analysis.sampling.counting import rounded
    from civaffairs.cli.tables import show, table

    rows = [
        (
            each.figure.label,
            rounded(each.figure.number, 2),
            rounded(each.exactly, 2),
            str(each.drawn),
            rounded(each.distance, 2),
            each.source(),
        )
        for each in measured
    ]
    title = message(
        "title_sample", name=dossier.jurisdiction.label, households=plan.households, seed=plan.seed
    )
    headings = ("figure", "place", "wanted", "drawn", "distance", "origin")
    show(table(title, headings, rows, message("sample_is_synthetic")))
