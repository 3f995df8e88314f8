"""Asking: the answer of one jurisdiction to one requirement, whatever the plugin's own code does."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from attrs import frozen

from civaffairs.errors import CivaffairsError, ExtraMissing, Fault, fault, message
from civaffairs.loading.said import said
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.errors import Message
    from civaffairs.testing.conformance.requirement import Requirement, Subject

_LIBRARIES = {"testing": "hypothesis"}
"""The library by which one sees whether an extra is installed."""


@frozen
class Answer:
    """What came of asking a requirement.

    Attributes:
        found: what does not meet it.
        notes: what a reader should know besides.
        unasked: why it was not asked; None where it was.
    """

    found: tuple[Finding, ...] = ()
    notes: tuple[Message, ...] = ()
    unasked: Fault | None = None


def asked(requirement: Requirement, subject: Subject) -> Answer:
    """Ask a requirement once; a second time the same answer is given.

    What a plugin's code raises is a finding like any other, and leaves the other requirements alone.
    """
    key = f"answer:{requirement.id}"
    if key not in subject.memo:
        subject.memo[key] = _asked(requirement, subject)
    return cast("Answer", subject.memo[key])


def _asked(requirement: Requirement, subject: Subject) -> Answer:
    library = _LIBRARIES.get(requirement.needs)
    if library is not None and find_spec(library) is None:
        purpose = message("purpose_conformance", requirement=requirement.id)
        return Answer(
            unasked=fault("extra_missing", purpose=purpose, library=library, extra=requirement.needs)
        )
    found: list[Finding] = []
    notes: tuple[Message, ...] = ()
    try:
        found.extend(requirement.ask(subject))
        notes = requirement.notes(subject)
    except ExtraMissing as error:
        return Answer(unasked=error.faults[0])
    except Exception as error:  # noqa: BLE001 - a plugin's own functions may raise anything
        found.extend(_raised(subject, error))
    return Answer(tuple(found), notes)


def _raised(subject: Subject, error: Exception) -> Iterator[Finding]:
    name = subject.dossier.jurisdiction.id
    if isinstance(error, CivaffairsError):
        yield from (Finding(each.where or name, each.what) for each in error.faults)
    else:
        yield Finding(name, message("requirement_raised", error=said(error)))
