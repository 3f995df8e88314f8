"""`demo`: the main job on the bundled real input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, day_of, strict_option
from civaffairs.errors import InputInvalid, fault, message

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.loading import Catalogue
    from civaffairs.present.view import ProgressView


@command("demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("civaffairs-report.html"),
    show_default=True,
    help=message("option_report").text(),
)
@click.option("--on", help=message("option_on").text())
@strict_option
def demo_command(*, output: Path, on: str | None, strict: bool | None) -> None:
    """Follow every real plan, on the terminal and as a page."""
    from civaffairs.cli.tables import console
    from civaffairs.present.html import page
    from civaffairs.present.terminal import print_progress

    views = _views(catalogue(strict=strict), day_of(on))
    if not views:
        raise InputInvalid(fault("nothing_to_follow"))
    terminal = console()
    for view in views:
        print_progress(view, terminal)
        terminal.print()
    from civaffairs.cli.common import put

    put(page(views), output)


def _views(loaded: Catalogue, day: date) -> list[ProgressView]:
    """Every plan of every real jurisdiction, followed by its own results and what is known since."""
    from civaffairs.domain.progress import follow
    from civaffairs.present.view import progress_view

    return [
        progress_view(dossier.jurisdiction, plan, follow(plan, (*plan.results, *plan.observations), on=day))
        for dossier in loaded
        if not dossier.jurisdiction.fictional
        for plan in dossier.plans
    ]
