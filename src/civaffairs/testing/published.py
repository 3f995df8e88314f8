"""Looking at what is published: how standards and figures move, parts and wholes, and checks of plans.

Nothing is drawn here: what is published is finite, and all of it is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.checks import Problem, check, check_against
from civaffairs.domain.invariants import OfPlans, OverTime, Way, Within
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Unknown, measure
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.sources import Clause
from civaffairs.domain.targets import Between, Bound, Measure
from civaffairs.domain.units import RATIO, Size
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from civaffairs.domain.invariants import Reported
    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.rules.expr import Quantity, Series
    from civaffairs.domain.targets import Target
    from civaffairs.domain.units import Amount

_LEAP = timedelta(days=3)
"""Months and years are not all of one length; periods that differ by no more are of one kind."""


@frozen
class Plans:
    """The plans of a place, and those of the places above it, the nearest first."""

    own: tuple[Plan, ...]
    above: tuple[Plan, ...]

    @classmethod
    def of(cls, rulebook: Rulebook, plans: Iterable[Plan]) -> Plans:
        """Return those plans, among any, that are of the place of a rulebook or above it."""
        by_place: dict[str, list[Plan]] = defaultdict(list)
        for plan in plans:
            by_place[plan.jurisdiction].append(plan)
        own, *above = (by_place[place.id] for place in rulebook.chain)
        return cls(tuple(own), tuple(plan for several in above for plan in several))


@frozen
class Step:
    """How something moved from one time to the next.

    Attributes:
        before: how much it was.
        after: how much it is.
        day: since when it is so; for a figure, the last day of its period.
        wrong: whether it moved as it must not; None where that cannot be told.
        clause: where the later figure stands; None for standards.
    """

    before: Size
    after: Size
    day: date
    wrong: bool | None
    clause: Clause | None = None


@frozen
class Looked:
    """What was looked at, and what was found.

    Attributes:
        compared: how many steps, pairs or plans could be looked at.
        days: for standards, the dates that were looked at.
        undecided: of the dates or steps, how many cannot be told.
        steps: those that are wrong.
        problems: what is wrong with figures and plans.
    """

    compared: int
    days: tuple[date, ...] = ()
    undecided: int = 0
    steps: tuple[Step, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- over time -------------------------------------------------------------------------------------


@frozen
class _Point:
    """How much something was, and when."""

    day: date
    size: Size
    lasted: timedelta = timedelta(0)
    clause: Clause | None = None


def over_time(claim: OverTime, rulebook: Rulebook, days: Iterable[date] | None, plans: Plans) -> Looked:
    """Look at how standards, or a reported figure, moved."""
    if claim.reported is not None:
        steps = list(_steps(claim, _reported(claim.reported, plans.own), rulebook, plans))
        problems = tuple(_moved_wrong(claim, step) for step in steps if step.wrong)
        return Looked(len(steps), undecided=_in_doubt(steps), problems=problems)
    quantity = cast("Quantity", claim.of)
    wanted = sorted(_dates(claim, quantity, rulebook) if days is None else days)
    measured = [(day, measure(quantity, CaseFacts(rulebook.on(day), day))) for day in wanted]
    known = [_Point(day, size) for day, size in measured if isinstance(size, Size)]
    steps = list(_steps(claim, known, rulebook, plans))
    return Looked(
        len(steps) - _in_doubt(steps),
        tuple(wanted),
        len(wanted) - len(known) + _in_doubt(steps),
        tuple(step for step in steps if step.wrong),
    )


def _in_doubt(steps: Iterable[Step]) -> int:
    return sum(step.wrong is None for step in steps)


def _dates(claim: OverTime, quantity: Quantity, rulebook: Rulebook) -> Iterable[date]:
    """Return the dates on which standards change, or the ends of years where they have to grow yearly."""
    changes = rulebook.days_of_change([quantity])
    if claim.at_least is None or not changes:
        return changes
    return (date(year, 12, 31) for year in range(min(changes).year, max(changes).year + 1))


def _reported(of: Reported, plans: Iterable[Plan]) -> list[_Point]:
    """Return the reported figures of one thing, the earliest first."""
    points = (
        _Point(
            each.period.last_day,
            Size.of(each.amount),
            each.period.last_day - each.period.first_day,
            each.source,
        )
        for plan in plans
        for each in _observations(plan)
        if each.of.id == of.id and each.amount is not None and isinstance(each.source, Clause)
    )
    return sorted(points, key=lambda point: point.day)


def _observations(plan: Plan) -> tuple[Observation, ...]:
    return (*plan.baselines, *plan.results, *plan.situation, *plan.observations)


def _steps(claim: OverTime, points: Sequence[_Point], rulebook: Rulebook, plans: Plans) -> Iterator[Step]:
    for before, after in pairwise(points):
        # Two figures for one day are a contradiction, and what adds up over years is not beside a single one.
        if before.day < after.day - after.lasted and abs(before.lasted - after.lasted) <= _LEAP:
            wrong = _wrong(claim, before, after, rulebook, plans)
            yield Step(before.size, after.size, after.day, wrong, after.clause)


def _wrong(claim: OverTime, before: _Point, after: _Point, rulebook: Rulebook, plans: Plans) -> bool | None:
    """Whether a step goes the wrong way, or not far enough; None where that cannot be told."""
    earlier, later = before.size.in_unit(after.size.unit), after.size.number
    if later > earlier if claim.way is Way.NEVER_RISES else later < earlier:
        return True
    if claim.at_least is None:
        return False
    if after.day.year != before.day.year + 1:
        return None
    least = _least_growth(claim.at_least, after.day, rulebook, plans)
    return None if least is None else later < earlier * (1 + least)


def _least_growth(at_least: Quantity, day: date, rulebook: Rulebook, plans: Plans) -> Fraction | None:
    facts = _Reported(rulebook.on(day), day, (*plans.own, *plans.above))
    growth = measure(at_least, facts)
    return None if isinstance(growth, Unknown) else growth.in_unit(RATIO)


@frozen
class _Reported(CaseFacts):
    """Facts of a place, with the figures of series that plans report, those of the nearest place first."""

    plans: tuple[Plan, ...] = field(default=())

    def series(self, series: Series, years_before: int) -> Amount | None:
        """Return what a series was in a whole year; None where nobody reports it or two figures differ."""
        year = (self.on.year - years_before,)
        for plan in self.plans:
            amounts = [
                each.amount
                for each in _observations(plan)
                if each.of.id == series.id and each.period.first == each.period.last == year
                if each.amount is not None
            ]
            if amounts:
                first, *others = amounts
                return first if all(first.same_size_as(other) for other in others) else None
        return None


def _moved_wrong(claim: OverTime, step: Step) -> Problem:
    what = message(
        "figure_moves_wrong",
        of=cast("Reported", claim.reported).label,
        way=claim.way.label,
        before=step.before,
        after=step.after,
        day=step.day.isoformat(),
    )
    return Problem(what, cast("Clause", step.clause))


# --- parts and wholes ------------------------------------------------------------------------------


@frozen
class _Figure:
    """A figure of a plan: for when, how much, and where it stands."""

    when: tuple[str, str]
    amount: Amount
    clause: Clause


def within(claim: Within, plans: Plans) -> Looked:
    """Hold each part that a plan reports or promises against its whole of the same date."""
    compared, problems = 0, []
    for plan in plans.own:
        wholes: dict[tuple[str, str], Amount] = {}
        for figure in _figures(plan, claim.whole):
            known = wholes.get(figure.when)
            # Where a plan gives two figures for the whole, the part may be that of either.
            wholes[figure.when] = figure.amount if known is None else max(known, figure.amount)
        for figure in _figures(plan, claim.part):
            if figure.when not in wholes:
                continue
            compared += 1
            whole = wholes[figure.when]
            if figure.amount > whole:
                words = {"part": claim.part.label, "whole": claim.whole.label}
                what = message("part_above_whole", amount=figure.amount, total=whole, **words)
                problems.append(Problem(what, figure.clause))
    return Looked(compared, problems=tuple(problems))


def _figures(plan: Plan, of: Reported) -> Iterator[_Figure]:
    for seen in _observations(plan):
        if seen.of.id == of.id and seen.amount is not None and isinstance(seen.source, Clause):
            yield _Figure(("reported", str(seen.period)), seen.amount, seen.source)
    for target in plan.targets:
        promised = _promised(target) if target.indicator.id == of.id else None
        if promised is not None:
            yield _Figure(("promised", str(target.by)), promised, target.clause)


def _promised(target: Target) -> Amount | None:
    """The number that a target names; of an interval its high end."""
    if target.measure is not Measure.LEVEL:
        return None
    match target.predicate:
        case Bound(_, Literal(amount)) | Between(_, Literal(amount)):
            return amount
        case _:
            return None


# --- checks of plans -------------------------------------------------------------------------------


def of_plans(claim: OfPlans, plans: Plans) -> Looked:
    """Run checks on the plans of a place, and beside those above it."""
    names = {each.__name__ for each in claim.checks}
    found = (problem for plan in plans.own for problem in (*check(plan), *check_against(plan, plans.above)))
    return Looked(len(plans.own), problems=tuple(each for each in found if each.code in names))
