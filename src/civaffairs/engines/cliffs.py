"""Cliffs: where somebody who earns a little more ends up with less, because what they receive falls by more.

The solver is asked again and again whether there is a larger fall than the largest one found, until there is
none: asking for the greatest at once takes it now a moment, now for ever.

Example:
    >>> from datetime import date
    >>> from civaffairs import Amount, load
    >>> from civaffairs.domain.rules.views import income
    >>> from civaffairs.engines.asking import Limits, Question
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> question = Question(taoyuan, date(2024, 9, 1), "Household", Limits(members=2))
    >>> heating = received(taoyuan, "winter_heating")
    >>> found = cliff(heating, income.monthly, Amount(1, "元/月"), question)
    >>> found.fall.text("en"), found.exact
    ('119.99 yuan/month', True)
"""

from __future__ import annotations

from fractions import Fraction
from time import monotonic
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.rules.evaluate import measure
from civaffairs.domain.rules.expr import Quantity, Sum, as_quantity, cases
from civaffairs.domain.rules.views import household
from civaffairs.domain.units import Amount, Size, exact
from civaffairs.engines.asking import Asked, Change, Question, Several, Witness
from civaffairs.engines.formulas import Found, Nothing, Number, added
from civaffairs.engines.proving import Outcome, Proved, Unsettled, Vacuous
from civaffairs.engines.smt import Reader
from civaffairs.errors import InputInvalid, Message, fault, message

if TYPE_CHECKING:
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Condition, Field


@frozen(eq=False, repr=False, slots=False)
class Cliff(Outcome):
    """Somebody ends up with less although they earn more.

    Attributes:
        fall: how much less.
        exact: whether no fall is larger, for the cases that were looked at; otherwise time ran out.
        witness: the case before and after.
    """

    fall: Amount
    exact: bool
    witness: Witness

    @property
    def said(self) -> Message:
        """What was found, for a reader."""
        return message("cliff_largest" if self.exact else "cliff_at_least", fall=self.fall)


def received(rulebook: Rulebook, *names: str) -> Quantity:
    """Return what a household receives by several provisions together, its members included.

    Raises:
        UnknownName: where there is no such provision.
        InputInvalid: for one that pays nothing, or is not about households or their members.
    """
    return Sum(tuple(_paid(rulebook.provision(name)) for name in names))


def _paid(provision: Provision) -> Quantity:
    if provision.amount is None or provision.of not in ("Household", "Person"):
        raise InputInvalid(fault("pays_no_household", provision=provision.label))
    paid = cases((provision.when, provision.amount), otherwise=as_quantity(Amount(0, provision.amount.unit)))
    return paid if provision.of == "Household" else household.members.total(paid)


def cliff(
    quantity: Quantity, fact: Field, step: Amount, question: Question
) -> Cliff | Proved | Vacuous | Unsettled:
    """Find the largest fall of a fact and a quantity together, while the fact grows by a step at most.

    `Proved` says that there is none, and that something is received by somebody; where nothing ever is, it is
    `Vacuous`, or `Unsettled` where that is for lack of a standard or a rule.

    Args:
        quantity: what somebody receives; see `received`.
        fact: what somebody earns, such as `income.monthly`.
        step: by how much it grows at most: one yuan, or one fen.
        question: about what, where and when.

    Raises:
        RuleRefused: where something has no place in a rule about cases, or is out of sight.
        UnitClash: where the units do not go together.
    """
    begun = monotonic()
    best: tuple[Fraction, Witness] | None = None
    slope: _Slope | None = None
    paid: bool | Message = False
    absent: Several | None = None
    for size in question.sizes:
        asked = Asked.of(question, size, begun + question.limits.seconds - monotonic())
        slope = _Slope.of(quantity, fact, step, asked)
        paid, absent = paid is True or slope.is_paid(), asked.absent
        least, most, gap = slope.whole(best[0] if best else Fraction(0)), slope.fall.most, 1
        while least < most:
            found = asked.search.find(slope.fall.compared(">=", Number.fixed(least + gap)).yes)
            if isinstance(found, Found):
                witness = slope.change.witness(found)
                if isinstance(witness, Message):
                    return Unsettled(question, monotonic() - begun, witness)
                lost = slope.lost(found, witness)
                if lost is None or slope.whole(lost) < least + gap:
                    return Unsettled(question, monotonic() - begun, asked.untried())
                best, least = (lost, witness), slope.whole(lost)
                gap = min(gap * 4, max(most - least, 1))
            elif found is Nothing.THERE_IS_NONE:
                most = least + gap - 1
                gap = (most - least + 1) // 2
            else:
                taken = monotonic() - begun
                if best is None:
                    return Unsettled(question, taken, asked.why_not())
                return Cliff(question, taken, slope.amount(best[0]), False, best[1])
    taken = monotonic() - begun
    if best is not None and slope is not None:
        return Cliff(question, taken, slope.amount(best[0]), True, best[1])
    if isinstance(paid, Message):
        return Unsettled(question, taken, paid)
    return (
        Proved(question, taken, absent) if paid else Vacuous(question, taken, _something(quantity, question))
    )


def _something(quantity: Quantity, question: Question) -> Condition:
    """Return that a quantity is more than nothing."""
    unit = Reader(question.edition).shaper.shape(quantity).unit
    return quantity > Amount(0, unit)


@frozen(eq=False)
class _Slope:
    """How much somebody has less after a change, as a number in one scale.

    Attributes:
        quantity: what they receive.
        change: the case before and after.
        fall: how much less they have, what they earn included.
        scale: how many of it make one unit of the quantity.
        rising: how many of it one step of the fact is.
    """

    quantity: Quantity
    change: Change
    fall: Number
    scale: int
    rising: int

    @classmethod
    def of(cls, quantity: Quantity, fact: Field, step: Amount, asked: Asked) -> _Slope:
        change = Change.of(quantity, fact, asked.ones_of(fact.model)[0], asked)
        paid, earned = asked.reader.shaper.shape(quantity), asked.reader.shaper.shape(fact)
        one = fact.unit.factor_to(paid.unit) / earned.scale
        scale = paid.scale * (one * paid.scale).denominator
        rising = int(one * scale)
        factor = scale // paid.scale
        fall = added([change.before.times(factor), change.after.times(-factor), change.rise.times(-rising)])
        most = int(step.size_in(fact.unit) * earned.scale)
        asked.search.assume(
            change.rise.compared(">", Number.fixed(0)).yes,
            change.rise.compared("<=", Number.fixed(most)).yes,
        )
        return cls(quantity, change, fall, scale, rising)

    def is_paid(self) -> bool | Message:
        """Return whether anybody receives anything; why that is not known where it is not."""
        asked = self.change.asked
        found = asked.search.find(self.change.before.compared(">", Number.fixed(0)).yes)
        if found is Nothing.NOT_SETTLED:
            return message("unsettled_premise")
        return isinstance(found, Found) or asked.lacking() or False

    def whole(self, size: Fraction) -> int:
        """Return a size of the quantity as a number in the scale."""
        return int(size * self.scale)

    def amount(self, size: Fraction) -> Amount:
        """Return a size of the quantity as an amount."""
        return Amount(exact(size), self.change.asked.reader.shaper.shape(self.quantity).unit)

    def lost(self, found: Found, witness: Witness) -> Fraction | None:
        """Return how much less there is by the reference evaluation; None where it cannot tell."""
        asked = self.change.asked
        before, after = (measure(self.quantity, *asked.tried(witness, position)) for position in (0, 1))
        if not (isinstance(before, Size) and isinstance(after, Size)):
            return None
        unit = asked.reader.shaper.shape(self.quantity).unit
        rise = Fraction(found.number(self.change.rise.size) * self.rising, self.scale)
        return before.in_unit(unit) - after.in_unit(unit) - rise
