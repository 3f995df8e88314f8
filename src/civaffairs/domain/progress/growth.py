"""Targets of average annual growth: 年均增长(%).

Tables with such a column do not say what the percentage of a share is: a rate of growth, or points. Both
readings are taken; where they agree there is an outcome, where they differ it cannot be told.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.progress.paths import power
from civaffairs.domain.rules.evaluate import NoFacts, holds
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.targets import Between, Bound, Predicate, condition_of
from civaffairs.domain.units import RATIO, Amount, Points, Size, Unit

if TYPE_CHECKING:
    from civaffairs.errors import Language

_PERCENT = Unit.parse("%")


@frozen
class Reading:
    """One reading of an average annual growth: how much it was, and whether that meets the target."""

    growth: Size
    met: bool
    in_points: bool = False

    def text(self, lang: Language | None = None) -> str:
        """Return the growth for a reader, rounded to two places, halves up."""
        amount = self.growth.shown()
        return Points(amount.number).text(lang) if self.in_points else amount.text(lang)


@frozen
class _Figure(NoFacts):
    size: Size

    def observed(self) -> Size | None:
        return self.size


def readings(predicate: Predicate, start: Amount, seen: Amount, years: int) -> tuple[Reading, ...] | None:
    """Return the readings of a growth from `start` to `seen` in whole `years`.

    The rate is compared exactly: not the root of the ratio with the bound, but the ratio with the bound's
    power.
    Empty where there is no reading: growth from zero or less, of an indicator that is no share. None where a
    bound is no fixed number, so that it cannot be raised to a power.

    Example:
        >>> promise = Bound(">=", Literal(Amount("4.7", "%")))
        >>> [each.text("en") for each in readings(promise, Amount("31.28", "%"), Amount(55, "%"), 5)]
        ['11.95%', '4.74 percentage points']
    """
    raised = _raised(predicate, years)
    if raised is None:
        return None
    found = []
    before, after = Fraction(start.number), seen.size_in(start.unit)
    if before > 0 and after >= 0:
        rate = Size((power(after / before, Fraction(1, years)) - 1) * 100, _PERCENT)
        found.append(Reading(rate, _holds(raised, Size(after / before, RATIO))))
    if start.unit.is_ratio:
        points = Size((seen.size_in(_PERCENT) - start.size_in(_PERCENT)) / years, _PERCENT)
        found.append(Reading(points, _holds(predicate, points), in_points=True))
    return tuple(found)


def _raised(predicate: Predicate, years: int) -> Predicate | None:
    """What the ratio of the last figure to the first must satisfy for the growth to satisfy the predicate."""

    def raised(growth: Amount) -> Literal:
        return Literal(Amount((1 + growth.size_in(RATIO)) ** years, RATIO))

    match predicate:
        case Bound(comparator, Literal(growth)):
            return Bound(comparator, raised(growth))
        case Between(Literal(low), Literal(high)):
            return Between(raised(low), raised(high))
        case _:
            return None


def _holds(predicate: Predicate, size: Size) -> bool:
    return holds(condition_of(predicate), _Figure(size)) is True
