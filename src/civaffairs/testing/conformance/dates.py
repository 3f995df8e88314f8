"""Dates: nothing is reported before it happened, nothing promised for a day that was past or beyond the plan.

That timelines are in order is seen to where they are declared. When a standard began and when the document
was issued that states it say nothing about each other: plans state the standards of years before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.observations import Missing
from civaffairs.errors import message
from civaffairs.testing.conformance.figures import problems
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.testing.conformance.requirement import Subject


def dates(subject: Subject) -> Iterator[Finding]:
    """Yield what is reported of a time after its document, and promises for an impossible day."""
    for plan in subject.dossier.plans:
        for seen in (*plan.baselines, *plan.results, *plan.situation, *plan.observations):
            if isinstance(seen.value, Missing) or isinstance(seen.source, str):
                continue
            issued = seen.source.document.issued
            if issued is not None and seen.period.first_day > issued.last_day:
                said = message("reported_too_early", figure=seen.of.label, period=seen.period, issued=issued)
                yield Finding(f"{plan.id}/{seen.of.id}", said, seen.source)
    yield from problems(subject, "target_outside_plan", "promised_for_the_past")
