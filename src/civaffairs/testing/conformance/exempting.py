"""Exemptions: what each one covers, and whether it still covers anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.errors import message
from civaffairs.testing.conformance.asking import asked
from civaffairs.testing.conformance.declared import exemptions_of
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.exemptions import Exemption
    from civaffairs.testing.conformance.requirement import Requirement, Subject

ITSELF = "exemptions"
"""The requirement about exemptions, from which nothing is exempt."""


def exemption_for(finding: Finding, requirement: Requirement, subject: Subject) -> Exemption | None:
    """Return the exemption that covers a finding, the nearest jurisdiction's first; None where none does."""
    if requirement.id == ITSELF:
        return None
    known = subject.dossier.exemptions
    return next((each for each in known if each.covers(requirement.id, finding.of, finding.day)), None)


def exemptions(requirements: Iterable[Requirement], subject: Subject) -> Iterator[Finding]:
    """Yield each exemption of the jurisdiction that covers nothing there: mended since, or miswritten."""
    by_id = {each.id: each for each in requirements}
    known = ", ".join(by_id)
    for exemption in exemptions_of(subject):
        if exemption.requirement not in by_id:
            said = message("exemption_from_nothing", requirement=exemption.requirement, known=known)
            yield Finding(exemption.id, said, exemption.clause)
            continue
        answer = asked(by_id[exemption.requirement], subject)
        if answer.unasked is None:  # of what was not asked it cannot be told whether it is needed
            yield from _stale(exemption, answer.found)


def _stale(exemption: Exemption, found: tuple[Finding, ...]) -> Iterator[Finding]:
    if not any(exemption.covers(exemption.requirement, each.of, each.day) for each in found):
        of = ", ".join(dict.fromkeys(each.of for each in found)) or "-"
        said = message("exemption_idle", requirement=exemption.requirement, of=exemption.of, found=of)
        yield Finding(exemption.id, said, exemption.clause)
        return
    days = {each.day for each in found if each.of == exemption.of}
    for day in exemption.on:
        if day not in days:
            said = message(
                "exemption_idle_on",
                requirement=exemption.requirement,
                of=exemption.of,
                day=day.isoformat(),
                found=", ".join(sorted(str(each) for each in days)),
            )
            yield Finding(exemption.id, said, exemption.clause, day)
