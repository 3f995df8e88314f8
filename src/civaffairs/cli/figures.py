"""`facts` and `discrepancies`: every stated figure, and where the sources contradict each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, output_option, put, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.errors import message

if TYPE_CHECKING:
    from pathlib import Path

    from civaffairs.domain.plan import Discrepancy, Plan
    from civaffairs.exchange.facts import Fact
    from civaffairs.loading import Catalogue, Dossier


def chosen(loaded: Catalogue, names: tuple[str, ...]) -> list[Dossier]:
    """Return the jurisdictions named with what their plugins declare beneath them, or every real one."""
    if names:
        return list(dict.fromkeys(dossier for name in names for dossier in loaded.of_plugin(name)))
    return [dossier for dossier in loaded if not dossier.jurisdiction.fictional]


def stated(loaded: Catalogue, names: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return a fact for everything that the chosen jurisdictions state."""
    from civaffairs.exchange.facts import facts, topics_of

    dossiers = chosen(loaded, names)
    return facts(
        [plan for dossier in dossiers for plan in dossier.plans],
        [standard for dossier in dossiers for standard in dossier.standards],
        [rule for dossier in dossiers for rule in dossier.rules],
        topics=topics_of(loaded.provisions),
        plugins=loaded.plugins,
    )


@command("facts")
@click.argument("jurisdictions", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json"]),
    default="csv",
    help=message("option_format").text(),
)
@output_option
@strict_option
def facts_command(
    *, jurisdictions: tuple[str, ...], form: str, output: Path | None, strict: bool | None
) -> None:
    """Export every stated figure."""
    from civaffairs.exchange.facts import to_csv, to_json

    rows = stated(catalogue(strict=strict), jurisdictions)
    put(to_csv(rows) if form == "csv" else to_json(rows), output)


@command("discrepancies")
@click.argument("jurisdictions", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help=message("option_format").text(),
)
@output_option
@strict_option
def discrepancies_command(
    *, jurisdictions: tuple[str, ...], form: str, output: Path | None, strict: bool | None
) -> None:
    """List the declared contradictions."""
    dossiers = chosen(catalogue(strict=strict), jurisdictions)
    found = [(plan, each) for dossier in dossiers for plan in dossier.plans for each in plan.discrepancies]
    if form == "json" or output is not None:
        put(json.dumps([_record(*pair) for pair in found], ensure_ascii=False, indent=1) + "\n", output)
        return
    rows = [
        (
            f"{plan.id}: {each.label.text()}",
            each.grade.label,
            "\n".join(f"{side.clause.locator}: {side.says.text()}" for side in each.sides),
            each.uses,
            each.why,
        )
        for plan, each in found
    ]
    print_table(table(message("title_discrepancies"), ("what", "grade", "says", "uses", "why"), rows))


def _record(plan: Plan, each: Discrepancy) -> dict[str, object]:
    return {
        "id": f"{plan.id}/{each.id}",
        "jurisdiction": plan.jurisdiction,
        "zh": each.label.zh,
        "en": each.label.en,
        "grade": each.grade.name.lower(),
        "sides": [
            {
                "zh": side.says.zh,
                "en": side.says.en,
                "document": side.clause.document.id,
                "locator": side.clause.locator,
            }
            for side in each.sides
        ],
        "uses": {"zh": each.uses.zh, "en": each.uses.en},
        "why": {"zh": each.why.zh, "en": each.why.en},
    }
