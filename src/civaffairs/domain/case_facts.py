"""Rules and standards for the reference evaluation of one case: those in force where it is decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from attrs import frozen

from civaffairs.domain.rulebook import Edition, InForce
from civaffairs.domain.rules.evaluate import NoFacts
from civaffairs.domain.units import Amount
from civaffairs.errors import Message

if TYPE_CHECKING:
    from civaffairs.domain.rules.expr import AmountRule, Condition, ConditionRule, LocalStandard, Quantity


@frozen(eq=False, repr=False, slots=False)
class CaseFacts(NoFacts):
    """Where the reference evaluation of one case finds rules, standards and published figures.

    Attributes:
        edition: what holds where and when the case is decided.
        on: the day for which it is decided.
    """

    edition: Edition
    on: date

    @property
    def day(self) -> date:
        """The day for which it is decided."""
        return self.on

    def local(self, standard: LocalStandard) -> Amount | Message:
        """Return the standard in force, or why there is none."""
        found = self.edition.standard(standard)
        return found if isinstance(found, Message) else _as_amount(found)

    def amount(self, rule: AmountRule) -> Quantity | Message:
        """Return what the rule says, or why nothing does."""
        found = self.edition.rule(rule)
        return found if isinstance(found, Message) else cast("Quantity", found.value)

    def condition(self, rule: ConditionRule) -> Condition | Message:
        """Return what the rule says, or why nothing does."""
        found = self.edition.rule(rule)
        return found if isinstance(found, Message) else cast("Condition", found.value)


def _as_amount(found: InForce) -> Amount:
    assert isinstance(found.value, Amount)  # noqa: S101 - standards hold amounts, and only they are asked
    return found.value
