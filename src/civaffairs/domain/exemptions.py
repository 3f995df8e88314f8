"""Exemptions: where a jurisdiction is known not to conform, and why that stays so.

What the sources say is kept even where it breaks what must hold: a published standard below its own floor is
what people were paid. Such a place is declared here, once, with its reason; nothing else is let through.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.sources import Clause
from civaffairs.domain.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable


def _days(values: Iterable[date]) -> tuple[date, ...]:
    return tuple(values)


@frozen(eq=False, repr=False, slots=False)
class Exemption(Value):
    """One thing that does not conform, declared by the jurisdiction that answers for it.

    Attributes:
        id: unique within the jurisdiction.
        jurisdiction: the id of the jurisdiction that declares it; it holds there and below.
        requirement: the requirement of the conformance suite that is not met: `invariants`.
        of: the id of what does not meet it: an invariant, a rule, a standard.
        reason: why it stays as it is.
        clause: where what does not conform stands.
        on: the days for which it holds; none for every day.
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    requirement: str = field(validator=is_id)
    of: str = field(validator=instance_of(str))
    reason: Label = field(validator=instance_of(Label))
    clause: Clause = field(validator=instance_of(Clause))
    on: tuple[date, ...] = field(
        default=(), converter=_days, validator=deep_iterable(member_validator=instance_of(date))
    )

    def covers(self, requirement: str, of: str, day: date | None) -> bool:
        """Whether it is declared for this: the requirement, what does not meet it, and the day."""
        same = (self.requirement, self.of) == (requirement, of)
        return same and (not self.on or day in self.on)
