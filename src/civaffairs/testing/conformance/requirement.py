"""What a requirement is: a question to one jurisdiction, answered by what does not meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.names import Label
    from civaffairs.domain.sources import Clause
    from civaffairs.errors import Message
    from civaffairs.loading import Catalogue
    from civaffairs.loading.catalogue import Dossier

EXAMPLES = 30
"""How many cases are drawn where nobody says how many: a district is asked everything in under 20 seconds."""


@frozen
class Finding:
    """One thing that does not meet a requirement.

    Attributes:
        of: the id of what does not meet it: a rule, an invariant, a standard, a document.
        what: what is wrong, in words.
        clause: where it stands, if anywhere.
        day: the day on which it is so; None where it is so on every day.
        declared: whether the plan declares it as a discrepancy.
    """

    of: str
    what: Message
    clause: Clause | None = None
    day: date | None = None
    declared: bool = False


@frozen
class Subject:
    """What is asked: one jurisdiction among everything that is declared.

    Attributes:
        catalogue: everything that the plugins declare.
        dossier: what is declared of the jurisdiction, and what holds there.
        examples: how many cases are drawn for each question that needs drawn cases.
        seed: the same seed draws the same cases.
        memo: what was made of it, to be kept for as long as it lives.
    """

    catalogue: Catalogue
    dossier: Dossier
    examples: int = EXAMPLES
    seed: int = 0
    memo: dict[str, object] = field(factory=dict, repr=False, eq=False)


def nothing(subject: Subject) -> tuple[Message, ...]:  # noqa: ARG001 - the signature of notes
    """Return no notes."""
    return ()


@frozen
class Requirement:
    """Something that the suite asks of each jurisdiction.

    Attributes:
        id: its name in exemptions and in the names of tests.
        label: what must be so.
        ask: yields what is not so.
        required: whether a plugin passes only if nothing is found; an optional one is a recommendation.
        needs: the extra without which it cannot be asked; empty where the core is enough.
        notes: what a reader should know besides, such as what could not really be tested.
    """

    id: str
    label: Label
    ask: Callable[[Subject], Iterator[Finding]] = field(eq=False, repr=False)
    required: bool = True
    needs: str = ""
    notes: Callable[[Subject], tuple[Message, ...]] = field(default=nothing, eq=False, repr=False)
