"""`run` and `nest`: whole registers decided, or made ready to be decided again and again."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from civaffairs.cli.common import catalogue, command, day_of_month, strict_option
from civaffairs.cli.totals import USUAL, show_totals, write_tables
from civaffairs.errors import InputInvalid, fault, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from civaffairs.analysis.running.asking import Asked
    from civaffairs.analysis.running.outcomes import Seen
    from civaffairs.analysis.running.tallies import Tallies
    from civaffairs.exchange.registers import Nested
    from civaffairs.exchange.registers.writing import Registers

F = TypeVar("F", bound="Callable[..., Any]")

_PARTS = ("standards", "rules", "provisions")
_MEMORY = re.compile(r"[1-9]\d*(MB|GB)")
_SMALLEST = 2


def registers_options(function: F) -> F:
    """Add the options that name registers and say what becomes of faulty rows."""
    path = click.Path(path_type=Path)
    for option in (
        click.option(
            "--faulty",
            type=click.Choice(["stop", "set-aside"]),
            default="stop",
            show_default=True,
            help=message("option_faulty").text(),
        ),
        click.option("--by", multiple=True, help=message("option_by").text()),
        click.option("--columns", type=path, help=message("option_columns").text()),
        click.option("--persons", type=path, help=message("option_persons_file").text()),
        click.option("--households", type=path, required=True, help=message("option_households_file").text()),
        click.option("--on", required=True, help=message("option_month").text()),
    ):
        function = option(function)
    return function


@command("run")
@click.argument("jurisdiction")
@registers_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help=message("option_run_output").text()
)
@click.option("--provisions", help=message("option_provisions").text())
@click.option("--least", type=click.IntRange(_SMALLEST), help=message("option_least").text())
@click.option(
    "--engine",
    type=click.Choice(["numpy", "duckdb", "spark"]),
    default="numpy",
    show_default=True,
    help=message("option_engine").text(),
)
@click.option("--memory", show_default="400MB", help=message("option_memory").text())
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv"]),
    default="parquet",
    show_default=True,
    help=message("option_run_form").text(),
)
@click.option("--json", "as_json", is_flag=True, help=message("option_run_json").text())
@strict_option
def run_command(
    *,
    jurisdiction: str,
    on: str,
    households: Path,
    persons: Path | None,
    columns: Path | None,
    faulty: str,
    output: Path,
    provisions: str | None,
    by: tuple[str, ...],
    least: int | None,
    engine: str,
    memory: str | None,
    form: str,
    as_json: bool,
    strict: bool | None,
) -> None:
    """Decide whole registers."""
    from civaffairs.analysis.running.asking import asked_of
    from civaffairs.analysis.running.memory import keep_memory
    from civaffairs.analysis.running.outcomes import Seen
    from civaffairs.exchange.registers import opened_registers

    if memory is not None:
        _refuse_memory(memory, engine)
    dossier = catalogue(strict=strict, parts=_PARTS)[jurisdiction]
    day = day_of_month(on)
    names = None if provisions is None else [each.strip() for each in provisions.split(",")]
    asked = asked_of(dossier.rulebook, on=day, provisions=names)
    if engine == "spark":
        from civaffairs.cli.running_on_spark import run_on_spark

        tallies, seen, faults = run_on_spark(
            asked, households, persons, output, by=by, least=least, faulty=faulty, form=form, columns=columns
        )
        _show(asked, tallies, seen, by, as_json=as_json)
        for each in faults:
            click.echo(each.text(), err=True)
        click.echo(message("written", path=output).text(), err=True)
        return
    keep_memory()
    aside = _Aside()
    registers = opened_registers(
        households,
        persons,
        columns=columns,
        on=day,
        faulty="set_aside" if faulty == "set-aside" else "stop",
        needed=_needed(asked, by),
        keep=_kept(by) if by else (),
        usual=() if by else _kept(by),
        aside=aside,
    )
    seen = Seen(numbered=registers.numbered)
    tallies = _run(
        asked,
        registers,
        output,
        by=_groups(registers, by),
        aside=aside,
        seen=seen,
        form=form,
        engine=engine,
        memory=memory,
        least=least,
    )
    _show(asked, tallies, seen, by, as_json=as_json)
    _notices(asked, registers)
    click.echo(message("written", path=output).text(), err=True)


@command("nest")
@registers_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=message("option_nest_output").text(),
)
def nest_command(
    *,
    on: str,
    households: Path,
    persons: Path | None,
    columns: Path | None,
    faulty: str,
    by: tuple[str, ...],
    output: Path,
) -> None:
    """Write registers in the nested layout."""
    from civaffairs.analysis.running.memory import keep_memory
    from civaffairs.exchange.registers import opened_registers, write_nested

    keep_memory()
    registers = opened_registers(
        households,
        persons,
        columns=columns,
        on=day_of_month(on),
        faulty="set_aside" if faulty == "set-aside" else "stop",
        keep=_kept(by) if by else (),
        usual=() if by else _kept(by),
    )
    with progress("nest_progress", registers.rows) as advance:
        write_nested(registers, output, advance=advance)
    _said_of_rows(registers)
    click.echo(message("written", path=output).text(), err=True)


class _Aside:
    """Takes the notes of rows that are set aside, and passes them on to the files once these are open."""

    def __init__(self) -> None:
        self.files: Registers | None = None

    def __call__(self, notes: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        if self.files is not None:
            self.files.add_table("set_aside", notes)


def _run(
    asked: Asked,
    registers: Nested,
    output: Path,
    *,
    by: Sequence[str],
    aside: _Aside,
    seen: Seen,
    form: str,
    engine: str,
    memory: str | None,
    least: int | None,
) -> Tallies:
    from civaffairs.analysis.running.outcomes import decided, given_in
    from civaffairs.analysis.running.tallies import Tallies
    from civaffairs.engines.sql.streaming import MEMORY
    from civaffairs.exchange.registers import written

    given = given_in(registers)
    bulk = asked.query(given, keep=by) if engine == "duckdb" else asked.steps(given, keep=by)
    tallies = Tallies(asked.counted(bulk), by)
    with written(output, form) as files, progress("run_progress", registers.rows) as advance:
        aside.files = files
        for part in decided(registers, bulk, memory=memory or MEMORY, seen=seen, tallies=tallies):
            for name, rows in (("households", part.households), ("persons", part.persons)):
                if rows is not None:
                    files.add_table(name, rows)
            advance(part.households.num_rows)
        write_tables(files, asked, tallies, seen, least)
    return tallies


def _refuse_memory(memory: str, engine: str) -> None:
    """Raise unless this is an amount of memory, and the engine one that keeps to it."""
    if engine != "duckdb":
        raise InputInvalid(fault("memory_of_duckdb", "--memory", engine=engine))
    if not _MEMORY.fullmatch(memory):
        raise InputInvalid(fault("memory_malformed", "--memory", text=memory))


def _needed(asked: Asked, by: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return the columns to be read: the facts that are looked at, and those by which totals are made."""
    return {**asked.needed, "Household": asked.needed["Household"] | {*(by or USUAL)}}


def _kept(by: Sequence[str]) -> list[str]:
    """Return the columns that are no facts and are carried along: those asked for, or the usual ones."""
    from civaffairs.exchange.registers.format import columns_of

    return [name for name in by or USUAL if name not in columns_of("Household")]


def _groups(registers: Nested, by: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns by which totals are made: those asked for, or those that are usual and there."""
    known = sorted({*registers.columns["Household"], *registers.kept})
    if not by:
        return tuple(name for name in USUAL if name in known)
    unknown = [name for name in by if name not in known]
    if unknown:
        raise InputInvalid(
            *(fault("run_column_unknown", "--by", column=name, known=", ".join(known)) for name in unknown)
        )
    return tuple(dict.fromkeys(by))


def _show(asked: Asked, tallies: Tallies, seen: Seen, by: Sequence[str], *, as_json: bool) -> None:
    from civaffairs.analysis.running.report import record

    if as_json:
        click.echo(json.dumps(record(asked, tallies, seen), ensure_ascii=False, indent=1))
    else:
        show_totals(asked, tallies, seen, by)


def _notices(asked: Asked, registers: Nested) -> None:
    absent = [
        name
        for model, names in sorted(asked.needed.items())
        for name in sorted(names)
        if not any(each == name or each.startswith(f"{name}.") for each in registers.columns[model])
    ]
    if absent:
        click.echo(message("run_facts_absent", columns=", ".join(absent)).text(), err=True)
    for each in asked.unsettled:
        click.echo(message("run_unsettled", why=each).text(), err=True)
    if asked.left_out:
        which = ", ".join(dict.fromkeys(each.where.partition(".")[0] for each in asked.left_out))
        said = message("run_left_out", number=len(asked.left_out), which=which)
        click.echo(said.text(), err=True)
    _said_of_rows(registers)


def _said_of_rows(registers: Nested) -> None:
    """Say what could not be seen in the rows, which were left out, and why."""
    if not registers.numbered:
        click.echo(message("persons_unnumbered").text(), err=True)
    if any(registers.set_aside.values()):
        for each in registers.faults.faults:
            click.echo(each.text(), err=True)
        click.echo(message("run_set_aside", **registers.set_aside).text(), err=True)


@contextmanager
def progress(code: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar on the error stream of a terminal, and nothing in a pipe."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(message(code).text(), total=total)
        yield lambda many: bar.advance(task, many)
