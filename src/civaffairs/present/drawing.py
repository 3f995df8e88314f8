"""What a chart of one target shows, as exact points: baseline, path, observation, and target or band.

Nothing is drawn here. All sizes of one drawing are in one unit, and all moments are years on one line, where
a period stands at its end: the year 2020 at 2021.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.observations import amounts_of
from civaffairs.domain.periods import Period
from civaffairs.domain.progress import Method, PathPoint
from civaffairs.domain.progress.paths import expected_at, path_to
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.targets import PRINTED, Bound, Measure, bounds_of
from civaffairs.domain.units import Unit

if TYPE_CHECKING:
    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Row
    from civaffairs.domain.progress import Progress
    from civaffairs.domain.targets import Target
    from civaffairs.domain.units import Amount


@frozen
class Point:
    """A size at a moment.

    Attributes:
        at: the moment in years.
        size: in the unit of the drawing.
        period: the period that ends at the moment.
    """

    at: Fraction
    size: Fraction
    period: Period


@frozen
class Drawing:
    """The points of a chart.

    Attributes:
        unit: of every size.
        baseline: where the path begins; None where it is not known.
        path: the way over the milestones to the target, from the baseline on; empty where there is none.
        seen: the observation: one point, the two ends of an interval, or nothing.
        expected: where the path stood at the observation; None where that was not asked.
        target: one bound, the two ends of a band, or nothing where the target is no fixed number.
        comparator: the sign before a single bound: `≥`; empty for a band and for just this value.
    """

    unit: Unit
    baseline: Point | None
    path: tuple[Point, ...]
    seen: tuple[Point, ...]
    expected: Point | None
    target: tuple[Point, ...]
    comparator: str


def drawing(progress: Progress, row: Row | None) -> Drawing | None:
    """Return what the chart of a target shows; None where fewer than two things could be drawn.

    Args:
        progress: what was found of the target.
        row: the row of the plan that holds it, for the milestones on its way.
    """
    target = progress.target
    bounds = _fixed_bounds(target)
    seen = () if progress.observation is None else amounts_of(progress.observation.value)
    start = progress.baseline.amount if progress.baseline is not None else None
    amounts = (*bounds, *seen, *(() if start is None else (start,)))
    if bool(bounds) + bool(seen) + (start is not None) < 2:
        return None
    unit = amounts[0].unit
    return Drawing(
        unit,
        None if progress.baseline is None or start is None else _point(progress.baseline.period, start, unit),
        _path(progress, row, unit),
        ()
        if progress.observation is None
        else tuple(_point(progress.observation.period, each, unit) for each in seen),
        _expected(progress, progress.observation, unit),
        tuple(_point(target.by, each, unit) for each in bounds),
        PRINTED[target.predicate.comparator] if isinstance(target.predicate, Bound) else "",
    )


def _point(period: Period, amount: Amount, unit: Unit) -> Point:
    return Point(period.end, amount.size_in(unit), period)


def _fixed_bounds(target: Target) -> tuple[Amount, ...]:
    if target.measure is not Measure.LEVEL:
        return ()
    bounds = bounds_of(target.predicate)
    fixed = tuple(bound.amount for bound in bounds if isinstance(bound, Literal))
    return fixed if len(fixed) == len(bounds) else ()


def _path(progress: Progress, row: Row | None, unit: Unit) -> tuple[Point, ...]:
    """The path that was compared with; where none was needed, the way that the plan itself sets out."""
    start, target = progress.baseline, progress.target
    legs = progress.path
    if (
        not legs
        and row is not None
        and start is not None
        and start.amount is not None
        and _fixed_bounds(target)
    ):
        if start.period.end >= target.by.end:
            return ()
        legs = path_to(row, target, PathPoint(start.period, start.amount))
    points = tuple(_point(leg.period, leg.amount, unit) for leg in legs)
    return _bent(legs, points, unit) if progress.method is Method.COMPOUND else points


def _bent(legs: tuple[PathPoint, ...], points: tuple[Point, ...], unit: Unit) -> tuple[Point, ...]:
    """A path of constant growth is a curve: it is given by a point at the end of every year."""
    found = {point.at: point for point in points}
    for year in range(legs[0].period.year + 1, legs[-1].period.year):
        period = Period.parse(year)
        size = expected_at(legs, period, unit, Method.COMPOUND)
        if size is not None:
            found.setdefault(period.end, Point(period.end, size.number, period))
    return tuple(found[at] for at in sorted(found))


def _expected(progress: Progress, seen: Observation | None, unit: Unit) -> Point | None:
    if progress.expected is None or seen is None:
        return None
    return Point(seen.period.end, progress.expected.in_unit(unit), seen.period)
