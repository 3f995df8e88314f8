"""`check`: what a jurisdiction's own figures say against its plans."""

from __future__ import annotations

import click

from civaffairs.cli.common import catalogue, command, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.errors import message


@command("check")
@click.argument("jurisdiction")
@strict_option
def check_command(*, jurisdiction: str, strict: bool | None) -> int:
    """Check every plan. Returns 1 where something is found that the plan does not declare."""
    from civaffairs.domain.checks import check

    dossier = catalogue(strict=strict)[jurisdiction]
    undeclared = 0
    for plan in dossier.plans:
        problems = check(plan)
        undeclared += sum(not problem.declared for problem in problems)
        if not problems:
            click.echo(message("no_problems", plan=plan.label).text())
            continue
        rows = [
            (
                problem.what,
                problem.clause.locator,
                message("declared_problem" if problem.declared else "undeclared_problem"),
            )
            for problem in problems
        ]
        print_table(table(plan.label, ("what", "where", "state"), rows))
    return int(undeclared > 0)
