"""Whether what must hold does hold: every invariant tested, with drawn cases or on every date."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from civaffairs.domain.rulebook import InForce
from civaffairs.domain.rules.depends import standards_of
from civaffairs.errors import Message, message
from civaffairs.testing.conformance.requirement import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.sources import Clause
    from civaffairs.testing.invariants import Examination

_MEMO = "invariants examined"


def invariants(subject: Subject) -> Iterator[Finding]:
    """Yield what breaks an invariant that holds in a place.

    Of an invariant about standards each date that breaks it is a finding of its own, with the clause of the
    standard that changed last; of one about plans each problem; of any other the simplest case.
    """
    for found in examined(subject):
        invariant = found.invariant
        for day in found.broken_on:
            said = message("conform_invariant_broken_on", name=invariant.label, day=day.isoformat())
            yield Finding(invariant.id, said, _clause_on(subject, invariant, day), day)
        for problem in found.problems:
            said = message("conform_invariant_broken", name=invariant.label, how=problem.what)
            yield Finding(invariant.id, said, problem.clause, declared=problem.declared)
        if found.violation is not None and not found.broken_on and not found.problems:
            said = message("conform_invariant_broken", name=invariant.label, how=found.violation)
            yield Finding(invariant.id, said, invariant.clause, found.violation.day)


def untested(subject: Subject) -> tuple[Message, ...]:
    """Return what is said of each invariant that could not really be tested: it was not found to hold."""
    return tuple(
        message("conform_invariant_untested", name=found.invariant.label, why=found)
        for found in examined(subject)
        if found.vacuous
    )


def examined(subject: Subject) -> tuple[Examination, ...]:
    """Return what was looked at to break each invariant, and what did; it is looked at once."""
    from civaffairs.testing.invariants import examine

    if _MEMO not in subject.memo:
        book, plans = subject.dossier.rulebook, subject.catalogue.plans.values()
        subject.memo[_MEMO] = tuple(
            examine(each, book, examples=subject.examples, seed=subject.seed, plans=plans)
            for each in subject.dossier.invariants
        )
    return cast("tuple[Examination, ...]", subject.memo[_MEMO])


def _clause_on(subject: Subject, invariant: Invariant, day: date) -> Clause:
    """Return where the standard that began last is laid down, or else what states the invariant."""
    edition = subject.dossier.rulebook.on(day)
    nodes = dict.fromkeys(node for tree in invariant.claim.trees for node in standards_of(tree))
    known = [found for found in map(edition.standard, nodes) if isinstance(found, InForce)]
    latest = max(known, key=lambda found: found.start.first_day, default=None)
    return invariant.clause if latest is None else latest.clause
