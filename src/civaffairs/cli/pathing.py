"""`path`: the cheapest path of standards that keeps every floor of a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, output_option, put, strict_option
from civaffairs.errors import InputInvalid, fault, message, raise_all

if TYPE_CHECKING:
    from civaffairs.analysis.paths.sheet import Sheet

_PARTS = ("plans", "standards", "rules", "provisions", "invariants")


@command("path")
@click.argument("jurisdiction")
@click.option("--from", "first", type=int, required=True, help=message("option_path_from").text())
@click.option("--to", "last", type=int, required=True, help=message("option_path_to").text())
@click.option(
    "--standard", "standards", multiple=True, metavar="ID", help=message("option_path_standard").text()
)
@click.option(
    "--recipients", multiple=True, metavar="ID=NUMBER", help=message("option_path_recipients").text()
)
@click.option("--assume", multiple=True, metavar="FIGURE=VALUE", help=message("option_path_assume").text())
@click.option("--start", multiple=True, metavar="ID=AMOUNT", help=message("option_path_start").text())
@click.option("--paid", multiple=True, metavar="ID=SHARE", help=message("option_path_paid").text())
@click.option("--round", "step", default="1元", show_default=True, help=message("option_path_round").text())
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
    help=message("option_format").text(),
)
@output_option
@strict_option
def path_command(
    *,
    jurisdiction: str,
    first: int,
    last: int,
    standards: tuple[str, ...],
    recipients: tuple[str, ...],
    assume: tuple[str, ...],
    start: tuple[str, ...],
    paid: tuple[str, ...],
    step: str,
    form: str,
    output: Path | None,
    strict: bool | None,
) -> int:
    """Find the path. Returns 1 where no path keeps all floors, or that was not settled."""
    from civaffairs.analysis.paths.question import StandardPath
    from civaffairs.analysis.paths.sheet import Sheet
    from civaffairs.analysis.paths.solving import Cheapest, cheapest

    loaded = catalogue(strict=strict, parts=_PARTS)
    question = StandardPath.of(
        loaded[jurisdiction],
        loaded.plans.values(),
        range(first, last + 1),
        standards=standards,
        recipients=_pairs("--recipients", recipients),
        start=_pairs("--start", start),
        paid=_pairs("--paid", paid),
        assume=assume,
        step=step,
    )
    answer = cheapest(question)
    _put(Sheet.of(answer), form, output)
    return 0 if isinstance(answer, Cheapest) else 1


def _pairs(option: str, texts: tuple[str, ...]) -> dict[str, str]:
    """Read `NAME=VALUE` words."""
    parts = [text.partition("=") for text in texts]
    raise_all(
        InputInvalid,
        (
            fault("path_pair_malformed", option, text=text)
            for text, (name, sign, value) in zip(texts, parts, strict=True)
            if not (name.strip() and sign and value.strip())
        ),
    )
    return {name.strip(): value.strip() for name, _, value in parts}


def _put(sheet: Sheet, form: str, output: Path | None) -> None:
    from civaffairs.present.report import page, print_report

    if form == "json":
        put(json.dumps(sheet.record(), ensure_ascii=False, indent=1) + "\n", output)
    elif form == "html":
        put(page(sheet.report()), output)
    elif output is None:
        from civaffairs.cli.tables import console

        print_report(sheet.report(), console())
    else:
        from io import StringIO

        from rich.console import Console

        text = StringIO()
        print_report(sheet.report(), Console(file=text, width=120))
        put(text.getvalue(), output)
