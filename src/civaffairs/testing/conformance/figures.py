"""What the checks of `civaffairs.domain.checks` find, sorted by requirement; they know what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from civaffairs.domain.checks import check, check_against, check_standards
from civaffairs.testing.conformance.declared import place
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from civaffairs.domain.checks import Problem
    from civaffairs.domain.standards import Standard
    from civaffairs.testing.conformance.requirement import Subject

_OF_TARGETS = (
    "binding_without_value",
    "target_below_baseline",
    "milestone_turns_back",
    "weaker_than_above",
    "less_firm_than_above",
)
_OF_DISCREPANCIES = (
    "marked_reached_but_missed",
    "claimed_whole_but_missed",
    "two_values",
    "two_targets",
    "below_floor",
)


def targets(subject: Subject) -> Iterator[Finding]:
    """Yield targets without a value, weaker than where they start, or weaker than those above."""
    yield from problems(subject, *_OF_TARGETS)


def discrepancies(subject: Subject) -> Iterator[Finding]:
    """Yield what the figures and words of a source say against each other."""
    yield from problems(subject, *_OF_DISCREPANCIES)


def recomputations(subject: Subject) -> Iterator[Finding]:
    """Yield printed figures that others do not give."""
    yield from problems(subject, "does_not_add_up")


def problems(subject: Subject, *codes: str) -> Iterator[Finding]:
    """Yield what the checks with these names find in the plans and standards of the jurisdiction."""
    if "problems" not in subject.memo:
        subject.memo["problems"] = tuple(_problems(subject))
    found = cast("tuple[Finding, ...]", subject.memo["problems"])
    yield from (each for each in found if each.what.code in codes)


def _problems(subject: Subject) -> Iterator[Finding]:
    dossier = subject.dossier
    places = [subject.catalogue[above.id] for above in dossier.chain]
    plans_above = [plan for above in places for plan in above.plans]
    for plan in dossier.plans:
        for problem in (*check(plan), *check_against(plan, plans_above)):
            yield Finding(place(problem.clause), problem.what, problem.clause, declared=problem.declared)
    known = (*dossier.standards, *(each for above in places for each in above.standards))
    for standard in dossier.standards:
        for problem in check_standards([standard], known, dossier.plans):
            day = _day(standard, problem)
            yield Finding(standard.id, problem.what, problem.clause, day, declared=problem.declared)


def _day(standard: Standard, problem: Problem) -> date | None:
    """Return the first day of the entry that a problem is about."""
    amount = dict(problem.what.args)["amount"]
    about = (entry for entry in standard.timeline if (entry.value, entry.clause) == (amount, problem.clause))
    return next((entry.start.first_day for entry in about), None)
