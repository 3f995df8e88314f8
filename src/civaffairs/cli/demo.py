"""`demo`: the main job on the bundled real input."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from civaffairs.cli.common import catalogue, command, day_of, strict_option
from civaffairs.errors import InputInvalid, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.models import Household
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
    """Follow every real plan, on the terminal and as a page, and decide on a family as a sample."""
    from civaffairs.cli.tables import console
    from civaffairs.present.html import page
    from civaffairs.present.terminal import print_progress

    loaded, day = catalogue(strict=strict), day_of(on)
    views = _views(loaded, day)
    if not views:
        raise InputInvalid(fault("nothing_to_follow"))
    terminal = console()
    for view in views:
        print_progress(view, terminal)
        terminal.print()
    for text in _decisions(loaded, day):
        click.echo(text)
    from civaffairs.cli.common import put

    put(page(views), output)


SAMPLE = "dibao"
"""The provision of the sample decision."""


def _decisions(loaded: Catalogue, day: date) -> Iterator[str]:
    """Yield what the rules of each real district with a plan say of one made-up family."""
    from civaffairs.domain.jurisdictions import Level
    from civaffairs.engines.deciding import decide
    from civaffairs.present.decided import decisions_lines
    from civaffairs.present.decisions import decisions_view

    family = _family()
    for dossier in loaded:
        here = dossier.jurisdiction
        real = not here.fictional and here.level is Level.DISTRICT and bool(dossier.plans)
        if real and SAMPLE in dossier.rulebook.provisions:
            decided = decide(dossier.rulebook, family, on=day, provisions=[SAMPLE])
            yield decisions_lines(decisions_view(decided, family))


def _family() -> Household:
    """A made-up family: a mother in work, her own mother, who is disabled, and a child at school."""
    from decimal import Decimal

    from civaffairs.domain.models import (
        Area,
        DisabilityKind,
        Household,
        Income,
        IncomeKind,
        Person,
        Schooling,
    )

    known: dict[str, Any] = {"seriously_ill": False, "disabled": False, "schooling": Schooling.NONE}
    wages = Income(kind=IncomeKind.WAGES, monthly=Decimal(1200))
    mother = {"incomes": (wages,), "employed": True, "work_cost": Decimal(200), "able_to_work": True}
    disability = {"disabled": True, "disability_grade": 2, "disability_kinds": (DisabilityKind.PHYSICAL,)}
    idle = {"incomes": (), "employed": False, "able_to_work": False}
    return Household(
        area=Area.URBAN,
        assets_within_limits=True,
        members=(
            Person(born=date(1985, 5, 1), **{**known, **mother}),
            Person(born=date(1950, 5, 1), **{**known, **idle, **disability}),
            Person(born=date(2014, 5, 1), **{**known, **idle, "schooling": Schooling.COMPULSORY}),
        ),
    )


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
