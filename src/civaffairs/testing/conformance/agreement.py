"""Whether all engines that are installed agree with the reference evaluation on the rules of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.rulebook import InForce
from civaffairs.testing.conformance.requirement import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def engines(subject: Subject) -> Iterator[Finding]:
    """Yield the simplest case found for each provision and engine on which they do not agree.

    A rule that raises where it should answer is found here too, whichever engine is asked.
    """
    from civaffairs.testing.engines import disagreements

    book = subject.dossier.rulebook
    for found in disagreements(book, examples=subject.examples, seed=subject.seed):
        when = book.on(found.day).rule(found.provision.when)
        clause = when.clause if isinstance(when, InForce) else None
        yield Finding(found.provision.id, found.message, clause, found.day)
