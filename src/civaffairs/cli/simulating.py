"""`simulate`: what a change of standards or rules would cost, who gains and who loses."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import (
    catalogue,
    command,
    day_of_month,
    output_option,
    put,
    put_file,
    strict_option,
)
from civaffairs.errors import InputInvalid, fault, message, raise_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from civaffairs.analysis.simulating.along_income import Along
    from civaffairs.analysis.simulating.changes import Scenario
    from civaffairs.analysis.simulating.effects import Simulation, Synthetic
    from civaffairs.analysis.simulating.household_types import HouseholdType
    from civaffairs.analysis.simulating.simulation import Planned
    from civaffairs.exchange.registers import Nested
    from civaffairs.loading import Dossier

_PARTS = ("plans", "standards", "rules", "provisions", "invariants", "proposals")
_MOST = 10_000_000
_DECILE = "decile"


@command("simulate")
@click.argument("jurisdiction")
@click.option("--on", required=True, help=message("option_simulate_on").text())
@click.option("--set", "said", multiple=True, metavar="STANDARD=VALUE", help=message("option_set").text())
@click.option("--proposal", "proposals", multiple=True, help=message("option_proposal").text())
@click.option("--households", type=click.Path(path_type=Path), help=message("option_households_file").text())
@click.option("--persons", type=click.Path(path_type=Path), help=message("option_persons_file").text())
@click.option("--nested", type=click.Path(path_type=Path), help=message("option_nested").text())
@click.option("--columns", type=click.Path(path_type=Path), help=message("option_columns").text())
@click.option(
    "--faulty",
    type=click.Choice(["stop", "set-aside"]),
    default="stop",
    show_default=True,
    help=message("option_faulty").text(),
)
@click.option("--sample", type=click.IntRange(1, _MOST), help=message("option_simulate_sample").text())
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help=message("option_seed").text())
@click.option("--provisions", help=message("option_simulate_provisions").text())
@click.option("--by", default=f"area,{_DECILE}", show_default=True, help=message("option_simulate_by").text())
@click.option(
    "--household-type",
    "types",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=message("option_household_type").text(),
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
@strict_option
def simulate_command(
    *,
    jurisdiction: str,
    on: str,
    said: tuple[str, ...],
    proposals: tuple[str, ...],
    households: Path | None,
    persons: Path | None,
    nested: Path | None,
    columns: Path | None,
    faulty: str,
    sample: int | None,
    seed: int,
    provisions: str | None,
    by: str,
    types: tuple[Path, ...],
    form: str,
    output: Path | None,
    strict: bool | None,
) -> None:
    """Reckon a change through."""
    from civaffairs.analysis.simulating.along_income import along
    from civaffairs.analysis.simulating.changes import proposals_named, scenario
    from civaffairs.analysis.simulating.simulation import planned

    if form == "xlsx" and output is None:
        raise InputInvalid(fault("needs_output", "--format", format=form))
    _one_source(households, nested, sample, {"--persons": persons, "--columns": columns})
    day = day_of_month(on)
    dossier = catalogue(strict=strict, parts=_PARTS)[jurisdiction]
    asked = scenario(dossier.rulebook, day, said, tuple(proposals_named(proposals, dossier.proposals)))
    plan = planned(asked, _names(provisions) if provisions else None)
    courses = [along(each, asked) for each in _types(types, asked)]
    registers = _Registers(households or nested, persons, columns, faulty.replace("-", "_"), _names(by))
    found = _simulated(dossier, plan, registers, sample, seed)
    _put(found, courses, form, output)


class _Registers:
    """The registers that are named in the line, opened as often as they are read."""

    def __init__(
        self,
        households: Path | None,
        persons: Path | None,
        columns: Path | None,
        faulty: str,
        by: tuple[str, ...],
    ) -> None:
        self.households, self.persons = households, persons
        self.columns, self.faulty, self.by = columns, faulty, by

    def opener(self, plan: Planned) -> Callable[[], Nested]:
        """Return what opens them."""
        from civaffairs.exchange.registers import opened_registers

        kept = [each for each in self.by if each != _DECILE]

        def opened() -> Nested:
            return opened_registers(
                self.households,
                self.persons,
                columns=self.columns,
                on=plan.scenario.on,
                faulty=self.faulty,  # type: ignore[arg-type] # one of the two that click admits
                needed=plan.needed,
                keep=kept,
            )

        return opened


def _simulated(
    dossier: Dossier, plan: Planned, registers: _Registers, sample: int | None, seed: int
) -> Simulation:
    from civaffairs.analysis.running.memory import keep_memory
    from civaffairs.analysis.simulating.simulation import simulated
    from civaffairs.cli.running import progress

    keep_memory()
    with TemporaryDirectory(prefix="civaffairs-") as folder:
        drawn: Synthetic | None = None
        if sample is not None:
            from civaffairs.analysis.simulating.drawn import sample_of, synthetic, write_sample

            population = sample_of(dossier, sample, seed=seed, on=plan.scenario.on)
            with progress("sample_drawing", sample) as advance:
                files = write_sample(population, Path(folder) / "sample", advance)
            registers.households, registers.persons = files
            drawn = synthetic(population)
        with progress("simulate_progress", None) as advance:
            return simulated(
                plan,
                registers.opener(plan),
                by=registers.by,
                invariants=dossier.invariants,
                synthetic=drawn,
                advance=advance,
            )


def _one_source(
    households: Path | None, nested: Path | None, sample: int | None, besides: Mapping[str, Path | None]
) -> None:
    given = [each for each in (households, nested, sample) if each is not None]
    faults = [fault("simulate_source", "--households")] if len(given) != 1 else []
    if sample is not None:
        faults += [fault("simulate_sample_besides", option) for option, path in besides.items() if path]
    raise_all(InputInvalid, faults)


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))


def _types(paths: Sequence[Path], asked: Scenario) -> tuple[HouseholdType, ...]:
    """Return the households that are looked at while they earn more: those in files, or three of our own."""
    from civaffairs.analysis.simulating.household_types import HouseholdType, household_types
    from civaffairs.domain.models import Household
    from civaffairs.domain.names import Label
    from civaffairs.exchange.cases import read_case

    if not paths:
        return household_types(asked.on)
    found = [(path, read_case(path)) for path in paths]
    raise_all(
        InputInvalid,
        (fault("type_no_household", str(path)) for path, case in found if not isinstance(case, Household)),
    )
    return tuple(
        HouseholdType(Label(path.stem, path.stem), case)
        for path, case in found
        if isinstance(case, Household)
    )


def _put(found: Simulation, courses: Sequence[Along], form: str, output: Path | None) -> None:
    if form == "json":
        from civaffairs.analysis.simulating.record import record

        put(json.dumps(record(found, courses), ensure_ascii=False, indent=1) + "\n", output)
        return
    from civaffairs.analysis.simulating.shown import report
    from civaffairs.present import report as reports

    shown = report(found, courses)
    if form == "html":
        put(reports.page(shown), output)
    elif form == "xlsx" and output is not None:
        put_file(reports.content(shown), output)
    elif output is None:
        from civaffairs.cli.tables import console

        reports.print_report(shown, console())
    else:
        from io import StringIO

        from rich.console import Console

        text = StringIO()
        reports.print_report(shown, Console(file=text, width=120))
        put(text.getvalue(), output)
