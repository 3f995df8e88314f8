"""Claims about standards alone, decided by looking at every date on which one of them changes.

On each date every standard is one number, and between two dates nothing changes. So to look at all of them is
a proof for what is published; of standards that nobody published yet it says nothing.

Example:
    >>> from civaffairs import load
    >>> from civaffairs_china.local_standards import dibao_rural, dibao_urban
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> looked = looked_up(dibao_rural <= dibao_urban, taoyuan)
    >>> looked.broken, len(looked.held) > 1
    ((), True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.rules.evaluate import Unknown, holds

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Condition
    from civaffairs.errors import Message


@frozen
class LookedUp:
    """What a condition comes to on every date on which anything that it rests on changes.

    Attributes:
        held: the dates on which it holds.
        broken: those on which it does not.
        undecided: those on which it cannot be told, as where one of the standards is not published yet.
        missing: why it cannot be told on the last of them.
    """

    held: tuple[date, ...]
    broken: tuple[date, ...]
    undecided: tuple[date, ...]
    missing: tuple[Message, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """All dates that were looked at, the earliest first."""
        return tuple(sorted((*self.held, *self.broken, *self.undecided)))


def looked_up(condition: Condition, rulebook: Rulebook) -> LookedUp:
    """Return what a condition about standards comes to on every date on which one of them changes."""
    truths = {
        day: holds(condition, CaseFacts(rulebook.on(day), day))
        for day in rulebook.days_of_change([condition])
    }
    unknown = {day: truth for day, truth in truths.items() if isinstance(truth, Unknown)}
    return LookedUp(
        tuple(day for day, truth in truths.items() if truth is True),
        tuple(day for day, truth in truths.items() if truth is False),
        tuple(unknown),
        next(reversed(unknown.values())).missing if unknown else (),
    )
