"""The way from a baseline over milestones to a target, and where it stands at a moment."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from civaffairs.domain.observations import Missing
from civaffairs.domain.progress.outcomes import Method, PathPoint
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.targets import Between, Bound, Measure, Predicate
from civaffairs.domain.units import Amount, Size, Unit, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Row
    from civaffairs.domain.targets import Target

_WIDE = Context(prec=60)
_PLACES = 12


def path_to(row: Row, target: Target, start: PathPoint) -> tuple[PathPoint, ...]:
    """Return the points of the way to a target; empty where the target is no fixed number."""
    end = _aim(target.predicate, start.amount)
    if end is None:
        return ()
    steps = [
        PathPoint(step.by, aim)
        for step in row.targets
        if step.milestone
        and step.measure is Measure.LEVEL
        and start.period.end < step.by.end < target.by.end
        and (aim := _aim(step.predicate, start.amount)) is not None
    ]
    return (start, *sorted(steps, key=lambda step: step.period.end), PathPoint(target.by, end))


def expected_at(path: Sequence[PathPoint], period: Period, unit: Unit, method: Method) -> Size | None:
    """Return where a path stands at the end of a period.

    The linear path is exact. The path of constant growth is exact at whole powers and otherwise rounded to 12
    places, halves up. None where the method cannot be used: constant growth needs sizes above zero.

    Args:
        path: two or more points in order of time.
        period: the period at whose end it is asked; not before the first point.
        unit: the unit of the answer.
        method: `LINEAR` or `COMPOUND`.

    Example:
        >>> from civaffairs.domain.periods import Period
        >>> path = (
        ...     PathPoint(Period.parse(2020), Amount(38, "%")),
        ...     PathPoint(Period.parse(2025), Amount(65, "%")),
        ... )
        >>> expected_at(path, Period.parse(2022), Unit.parse("%"), Method.LINEAR).number
        Fraction(244, 5)
    """
    left, right = _leg(path, period.end)
    low, high = left.amount.size_in(unit), right.amount.size_in(unit)
    part = (period.end - left.period.end) / (right.period.end - left.period.end)
    if method is not Method.COMPOUND:
        return Size(low + (high - low) * part, unit)
    if low <= 0 or high <= 0:
        return None
    return Size(low * power(high / low, part), unit)


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return a power of a base that is not negative: exact for whole exponents, otherwise to 12 places.

    Example:
        >>> power(Fraction(9), Fraction(1, 2)), power(Fraction(3, 2), Fraction(2))
        (Fraction(3, 1), Fraction(9, 4))
    """
    if exponent.denominator == 1:
        return base**exponent.numerator
    number = _WIDE.divide(Decimal(base.numerator), Decimal(base.denominator))
    raised = _WIDE.divide(Decimal(exponent.numerator), Decimal(exponent.denominator))
    return Fraction(rounded(Fraction(_WIDE.power(number, raised)), _PLACES, "half_up"))


def side(predicate: Predicate, amount: Amount) -> int:
    """Return on which side of fixed bounds an amount lies: -1 for below, so that it must rise, 1 for above.

    0 is for an amount that lies at the bound of `exactly` or within those of `between`. What `at_least` and
    `more_than` promise can only be missed from below, what `at_most` and `less_than` promise only from above.

    Example:
        >>> side(Bound(">", Literal(Amount(30, "%"))), Amount(30, "%"))
        -1
    """
    match predicate:
        case Bound(">=" | ">"):
            return -1
        case Bound("<=" | "<"):
            return 1
        case Bound(_, Literal(bound)):
            return (amount > bound) - (amount < bound)
        case Between(Literal(low), Literal(high)):
            return (amount > high) - (amount < low)
        case _:
            return 0


def _leg(path: Sequence[PathPoint], moment: Fraction) -> tuple[PathPoint, PathPoint]:
    legs = list(pairwise(path))
    return next((leg for leg in legs if moment <= leg[1].period.end), legs[-1])


def _aim(predicate: Predicate | Missing, start: Amount) -> Amount | None:
    """The amount that a path runs to: the bound, or what lies nearest to the start between two bounds."""
    match predicate:
        case Bound(_, Literal(bound)):
            return bound
        case Between(Literal(low), Literal(high)):
            return max(low, min(start, high))
        case _:
            return None
