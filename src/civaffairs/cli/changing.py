"""`change`: what would make a case meet a provision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, day_of, output_option, put, strict_option
from civaffairs.errors import InputInvalid, fault, language, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.engines.changing import Changes

_PARTS = ("standards", "rules", "provisions")


@command("change")
@click.argument("jurisdiction")
@click.argument("case", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--provision", required=True, help=message("option_change_provision").text())
@click.option("--on", required=True, help=message("option_change_on").text())
@click.option("--member", type=click.IntRange(1), help=message("option_member").text())
@click.option(
    "--timeout",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help=message("option_timeout").text(),
)
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
@output_option
@strict_option
def change_command(
    *,
    jurisdiction: str,
    case: Path,
    provision: str,
    on: str,
    member: int | None,
    timeout: int,
    as_json: bool,
    output: Path | None,
    strict: bool | None,
) -> int:
    """Say what would make a case meet a provision."""
    from civaffairs.engines.changing import least_changes
    from civaffairs.exchange.cases import read_case

    day, thing = day_of(on), read_case(case)
    rulebook = catalogue(strict=strict, parts=_PARTS)[jurisdiction].rulebook
    positions = _positions(thing, rulebook.provision(provision).of, member)
    found = [
        least_changes(rulebook, thing, provision, day, member=position, seconds=timeout)
        for position in positions
    ]
    if as_json:
        put(json.dumps([_changes(each) for each in found], ensure_ascii=False, indent=1), output)
    else:
        put("".join(f"{line}\n" for each in found for line in _lines(each)), output)
    return 0


def _positions(case: object, of: str, member: int | None) -> range:
    """Return which members are looked at, counted from zero; only the first where it is not about members."""
    members = getattr(case, "members", ())
    if of != "Person" or not members:
        return range(1)
    if member is None:
        return range(len(members))
    if member > len(members):
        raise InputInvalid(fault("member_absent", "--member", member=member, members=len(members)))
    return range(member - 1, member)


def _lines(changes: Changes) -> Iterator[str]:
    about = f"{changes.about}: " if changes.about else ""
    yield f"{about}{changes.said.text()}"
    for number, change in enumerate(changes, start=1):
        for fact in change.facts:
            yield f"  {number}. {fact.text(language())}"


def _changes(changes: Changes) -> dict[str, object]:
    from civaffairs.exchange.cases import case_text

    return {
        "about": changes.about,
        "already": changes.already,
        "said_zh": changes.said.text("zh"),
        "said_en": changes.said.text("en"),
        "changes": [
            {
                "facts": [
                    {"where": fact.where, "zh": fact.text("zh"), "en": fact.text("en")}
                    for fact in change.facts
                ],
                "case": json.loads(case_text(change.case)),
            }
            for change in changes
        ],
    }
