"""`check`: what a jurisdiction's own figures say against its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.errors import message

if TYPE_CHECKING:
    from civaffairs.domain.checks import Problem
    from civaffairs.domain.names import Label
    from civaffairs.domain.plan import Plan
    from civaffairs.errors import Message
    from civaffairs.present.view import Cell, TableView


@command("check")
@click.argument("jurisdiction")
@strict_option
def check_command(*, jurisdiction: str, strict: bool | None) -> int:
    """Check every plan. Returns 1 where something is found that the plan does not declare."""
    from civaffairs.domain.checks import check, check_against, check_standards

    loaded = catalogue(strict=strict)
    undeclared = 0
    for dossier in loaded.of_plugin(jurisdiction):
        above = [plan for place in dossier.chain for plan in loaded[place.id].plans]
        known = [
            *dossier.standards,
            *(each for place in dossier.chain for each in loaded[place.id].standards),
        ]
        found: list[tuple[Label | Message, tuple[Problem, ...]]] = [
            (plan.label, (*check(plan), *check_against(plan, above))) for plan in dossier.plans
        ]
        found.append((message("title_standards"), check_standards(dossier.standards, known, dossier.plans)))
        for title, problems in found:
            undeclared += sum(not problem.declared for problem in problems)
            _print(title, problems)
        for plan in dossier.plans:
            if plan.recomputations:
                print_table(_recomputed(plan))
    return int(undeclared > 0)


def _print(title: Label | Message, problems: tuple[Problem, ...]) -> None:
    if not problems:
        click.echo(message("no_problems", plan=title).text())
        return
    rows = [
        (
            problem.what,
            problem.clause.text(),
            message("declared_problem" if problem.declared else "undeclared_problem"),
        )
        for problem in problems
    ]
    print_table(table(title, ("what", "where", "state"), rows))


def _recomputed(plan: Plan) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (
            each.label,
            each.amount,
            each.working.text(),
            each.computed,
            each.tolerance,
            message("yes" if each.agrees else "no"),
        )
        for each in plan.recomputations
    ]
    headings = ("what", "printed", "working", "computed", "tolerance", "agrees")
    return table(message("title_recomputations", plan=plan.label), headings, rows)
