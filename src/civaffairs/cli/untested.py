"""`untested`: what a district's cases leave untested in its rules."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, day_of, output_option, put, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.errors import InputInvalid, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.analysis.untested import Exercise, Exercised
    from civaffairs.domain.names import Label
    from civaffairs.present.view import Cell


@command("untested")
@click.argument("jurisdiction")
@click.option(
    "--cases",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help=message("option_cases").text(),
)
@click.option("--on", "days", multiple=True, help=message("option_untested_on").text())
@click.option("--above", is_flag=True, help=message("option_above").text())
@click.option(
    "--at-least", "wanted", type=click.IntRange(0, 100), default=0, help=message("option_at_least").text()
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help=message("option_format").text(),
)
@output_option
@strict_option
def untested_command(
    *,
    jurisdiction: str,
    cases: Path,
    days: tuple[str, ...],
    above: bool,
    wanted: int,
    form: str,
    output: Path | None,
    strict: bool | None,
) -> int:
    """List what no decision shows. Returns 1 where the cases tell apart less than asked for."""
    from civaffairs.analysis.untested import untested

    if not days:
        raise InputInvalid(fault("day_unsaid", "--on"))
    on = [day_of(each) for each in dict.fromkeys(days)]
    things = _read(cases)
    rulebook = catalogue(strict=strict, parts=("standards", "rules", "provisions"))[jurisdiction].rulebook
    found = untested(rulebook, things, on, above=above)
    if form == "json" or output is not None:
        put(_json(found, len(things)), output)
    else:
        _print(rulebook.jurisdiction.label, found, len(things))
    return int(found.share * 100 < wanted)


def _read(folder: Path) -> list[object]:
    """Read every case in a folder.

    Raises:
        InputInvalid: where there is none, or one cannot be read.
    """
    from civaffairs.exchange.cases import read_case

    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputInvalid(fault("no_cases", "--cases", path=folder))
    return [read_case(path) for path in paths]


def _print(name: Label, found: Exercise, cases: int) -> None:
    rows: list[tuple[Cell, ...]] = [
        (each.version.label, each.version.clause.text(), said)
        for each in found.versions
        for said in _changes(each)
    ]
    share = f"{Decimal(int(found.share * 1000)) / 10}%"
    note = message("told_apart", cases=cases, told=found.told, all=found.all, share=share)
    print_table(table(message("title_untested", name=name), ("rule", "where", "change"), rows, note))


def _changes(each: Exercised) -> Iterator[str]:
    """Yield what no decision shows of a version; in one line where that is all of it."""
    if each.is_idle:
        yield message("untested_whole", number=len(each.mutants)).text()
    else:
        yield from (mutant.text() for mutant in each.untested)


def _json(found: Exercise, cases: int) -> str:
    whole = {
        "cases": cases,
        "changes": found.all,
        "told_apart": found.told,
        "rules": [
            {
                "id": each.version.of.id,
                "jurisdiction": each.version.of.jurisdiction,
                "since": str(each.version.start),
                "zh": each.version.label.zh,
                "en": each.version.label.en,
                "document": each.version.clause.document.id,
                "locator": each.version.clause.locator,
                "changes": len(each.mutants),
                "untested": [
                    {"change": mutant.change.value, "zh": mutant.text("zh"), "en": mutant.text("en")}
                    for mutant in each.untested
                ],
            }
            for each in found.versions
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
