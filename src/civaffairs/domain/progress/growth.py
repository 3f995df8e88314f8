"""Targets of average annual growth: 年均增长(%).

Tables with such a column do not say what the percentage of a share is: a rate of growth, or points. Both readings
are taken; where they agree there is an outcome, where they differ it cannot be told.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from civaffairs.domain.progress.paths import power
from civaffairs.domain.rules.evaluate import NoFacts, Size, holds, shown
from civaffairs.domain.rules.expr import Literal, Quantity
from civaffairs.domain.targets import Between, Bound, Predicate, Qualitative, condition_of
from civaffairs.domain.units import RATIO, Amount, Points, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

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
        amount = shown(self.growth)
        return Points(amount.number).text(lang) if self.in_points else amount.text(lang)


@frozen
class _Figure(NoFacts):
    size: Size

    def observed(self) -> Size | None:
        return self.size


def readings(predicate: Predicate, start: Amount, seen: Amount, years: int) -> tuple[Reading, ...]:
    """Return the readings of a growth from `start` to `seen` in whole `years`.

    The rate is compared exactly: not the root of the ratio with the bound, but the ratio with the bound's power.
    Empty where there is no reading: growth from zero, of an indicator that is no share.

    Example:
        >>> promise = Bound(">=", Literal(Amount("4.7", "%")))
        >>> [each.text("en") for each in readings(promise, Amount("31.28", "%"), Amount(55, "%"), 5)]
        ['11.95%', '4.74 percentage points']
    """
    found = []
    before, after = Fraction(start.number), seen.size_in(start.unit)
    if before > 0 and after > 0:
        rate = Size((power(after / before, Fraction(1, years)) - 1) * 100, _PERCENT)
        raised = _with_bounds(predicate, lambda bound: Amount((1 + bound.size_in(RATIO)) ** years, RATIO))
        found.append(Reading(rate, _holds(raised, Size(after / before, RATIO))))
    if start.unit.is_ratio:
        points = Size((seen.size_in(_PERCENT) - start.size_in(_PERCENT)) / years, _PERCENT)
        found.append(Reading(points, _holds(predicate, points), in_points=True))
    return tuple(found)


def has_fixed_bounds(predicate: Predicate) -> bool:
    """Whether every bound is a number, so that it can be raised to a power."""
    match predicate:
        case Bound(_, Literal()) | Between(Literal(), Literal()):
            return True
        case _:
            return False


def _with_bounds(predicate: Predicate, change: Callable[[Amount], Amount]) -> Predicate:
    def changed(bound: Quantity) -> Quantity:
        return Literal(change(bound.amount)) if isinstance(bound, Literal) else bound

    match predicate:
        case Bound(_, bound):
            return evolve(predicate, bound=changed(bound))
        case Between(low, high):
            return Between(changed(low), changed(high))
        case Qualitative():
            return predicate


def _holds(predicate: Predicate, size: Size) -> bool:
    return holds(condition_of(predicate), _Figure(size)) is True
