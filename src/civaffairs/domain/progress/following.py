"""Targets and observations in, progress out.

A target whose date has come is met or missed. Before that, an observation is compared with the path from the
baseline over the milestones to the target: linear unless another method is asked for. What cannot be told is
said, with what would settle it. Nothing is guessed and no missing figure is taken as zero. Where two
observations of one thing and time differ, neither is preferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing, Observation, Value, amounts_of
from civaffairs.domain.periods import Period
from civaffairs.domain.progress.growth import readings
from civaffairs.domain.progress.outcomes import Method, Outcome, PathPoint, Progress
from civaffairs.domain.progress.paths import expected_at, path_to, side
from civaffairs.domain.rules.depends import figures_of
from civaffairs.domain.rules.evaluate import NoFacts, Truth, Unknown, holds, measure
from civaffairs.domain.targets import Measure, Predicate, bounds_of, condition_of
from civaffairs.domain.units import Amount, AmountRange, Size
from civaffairs.errors import DeclarationError, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from civaffairs.domain.plan import Plan, Row
    from civaffairs.domain.rules.expr import Series
    from civaffairs.domain.targets import Target
    from civaffairs.errors import Message

_YES, _NO = Label("是", "yes"), Label("否", "no")


def follow(
    plan: Plan, observations: Iterable[Observation], *, on: date, method: Method = Method.LINEAR
) -> tuple[Progress, ...]:
    """Return the progress of every target of a plan, in the order of the document.

    A plan can state one target in several places: in its table, in the text, in a box. What the text says
    again is not followed a second time.

    Args:
        plan: the plan.
        observations: what was observed, of indicators and of the series that targets refer to, in any
            order. Of several for one target the last one up to its date counts.
        on: the day for which progress is said; later observations are left out.
        method: how the path runs before a target's date: `LINEAR` or `COMPOUND`.

    Raises:
        DeclarationError: for a method that draws no path.

    Example:
        >>> from datetime import date
        >>> from civaffairs.domain.plan import Plan
        >>> from civaffairs.domain.sources import Document
        >>> document = Document("d/1", Label("规划", "Plan"), "民政局", 2022)
        >>> follow(Plan("d/1", Label("规划", "Plan"), "d", "2021..2025", document), (), on=date(2023, 1, 1))
        ()
    """
    if method not in (Method.LINEAR, Method.COMPOUND):
        raise DeclarationError(fault("method_is_no_path", method=method.label))
    known = tuple(seen for seen in observations if seen.period.last_day <= on)
    return tuple(
        _Comparison(plan, row, target, known, on, method).progress()
        for row, target in _stated_first(plan)
        if _is_promise(target)
    )


def _stated_first(plan: Plan) -> Iterator[tuple[Row, Target]]:
    """Every target with its row, without what a passage only says again of the same thing and time.

    Rows of tables are all followed: one can name a bound and another one the growth of the same thing.
    """
    said: set[tuple[str, Fraction, Measure]] = set()
    for row in plan.rows:
        for target in row.targets:
            key = (target.indicator.id, target.by.end, target.measure)
            if key not in said or target.clause != row.clause:  # a cell of a table has a clause of its own
                yield row, target
            said.add(key)


def _is_promise(target: Target) -> bool:
    """Leave out an empty cell in a column of steps or growth; an empty target itself is worth saying."""
    level = target.measure is Measure.LEVEL and not target.milestone
    return level or not isinstance(target.predicate, Missing)


def follow_results(plan: Plan) -> tuple[Progress, ...]:
    """Return the progress of a finished plan by the results that its own tables report."""
    return follow(plan, plan.results, on=plan.years.last_day)


@frozen
class _Facts(NoFacts):
    """The facts of one comparison: the figure, a yes or no, and figures of series by years before."""

    size: Size | None
    said: bool | None
    figures: Mapping[tuple[Series, int], Amount]

    def observed(self) -> Size | None:
        return self.size

    def judged(self) -> bool | None:
        return self.said

    def series(self, series: Series, years_before: int) -> Amount | None:
        return self.figures.get((series, years_before))


@frozen
class _Comparison:
    """One target of one row against what is known on a day."""

    plan: Plan
    row: Row
    target: Target
    known: tuple[Observation, ...]
    on: date
    method: Method

    def progress(self) -> Progress:
        blank = Progress(
            self.target,
            self.row.name,
            self.on,
            Outcome.CANNOT_TELL,
            message("need_observation"),
            claim=self.plan.claim,
        )
        predicate = self.target.predicate
        if isinstance(predicate, Missing):
            return evolve(blank, reason=message("plan_gives_no_value", why=predicate))
        start = self._baseline()
        last = self._last(start)
        if not last:
            return evolve(blank, baseline=start, missing=(self._need(),))
        if len(last) > 1:
            reason = _differ(last)
            return evolve(blank, baseline=start, reason=reason, missing=(reason,))
        (seen,) = last
        blank = evolve(blank, observation=seen, baseline=start, verdict=seen.verdict)
        if isinstance(seen.value, Missing):
            return evolve(blank, reason=message("figure_missing", why=seen.value), missing=(self._need(),))
        if self.on >= self.target.by.last_day and not self._at_end(seen):
            reason = message("too_old", period=seen.period, seen=_shown(seen.value))
            return evolve(blank, reason=reason, missing=(self._need(),))
        if self.target.measure is Measure.ANNUAL_GROWTH:
            return self._by_growth(blank, predicate, seen, start)
        return self._by_level(blank, predicate, seen, start)

    def _baseline(self) -> Observation | None:
        """The plan's own baseline; where it gives none, an observation from before its first year."""
        if self.row.baseline is not None:
            return self.row.baseline
        before = [seen for seen in self._of_indicator() if seen.period.end <= self.plan.years.first[0]]
        last = _latest(seen for seen in before if seen.amount is not None)
        return last[0] if len(last) == 1 else None

    def _last(self, start: Observation | None) -> tuple[Observation, ...]:
        """The last observation between the baseline and the target's date; several where they differ."""
        after = self.plan.years.first[0] if start is None else start.period.end
        later = [seen for seen in self._of_indicator() if after < seen.period.end <= self.target.by.end]
        return _latest([seen for seen in later if not isinstance(seen.value, Missing)] or later)

    def _of_indicator(self) -> list[Observation]:
        return [seen for seen in self.known if seen.of.id == self.target.indicator.id]

    def _at_end(self, seen: Observation) -> bool:
        return seen.period.end == self.target.by.end

    def _need(self) -> Message:
        due = self.target.by if self.target.by.last_day <= self.on else Period.parse(self.on.year)
        return message("need_observation_of", indicator=self.target.indicator.label, period=due)

    def _by_level(
        self, blank: Progress, predicate: Predicate, seen: Observation, start: Observation | None
    ) -> Progress:
        figures: dict[tuple[Series, int], Observation] = {}
        for series, years_before in figures_of(condition_of(predicate)):
            found = _latest(self._figures(series, seen.period.year - years_before))
            if len(found) > 1:
                reason = _differ(found)
                return evolve(blank, reason=reason, missing=(reason,))
            figures.update(((series, years_before), each) for each in found)
        blank = evolve(blank, inputs=tuple(figures.values()))
        known = {key: each.amount for key, each in figures.items() if each.amount is not None}
        truth = _truth(predicate, seen.value, known)
        if isinstance(truth, Unknown):
            undecided = message("interval_undecided", seen=_shown(seen.value), target=self.target)
            return evolve(
                blank, reason=(*truth.missing, undecided)[0], missing=truth.missing or (self._need(),)
            )
        facts = {"period": seen.period, "seen": _shown(seen.value), "target": self.target}
        if truth:
            reason = message("met_at_end" if self._at_end(seen) else "met_early", **facts)
            return evolve(blank, outcome=Outcome.MET, method=Method.DIRECT, reason=reason)
        if self._at_end(seen):
            reason = message("missed_at_end", **facts)
            return evolve(blank, outcome=Outcome.MISSED, method=Method.DIRECT, reason=reason)
        return self._by_path(blank, predicate, seen, start)

    def _figures(self, series: Series, year: int) -> list[Observation]:
        """The observations of a series for a whole year that give an amount."""
        return [
            seen
            for seen in self.known
            if seen.of.id == series.id
            and seen.period.first == seen.period.last == (year,)
            and seen.amount is not None
        ]

    def _by_path(
        self, blank: Progress, predicate: Predicate, seen: Observation, start: Observation | None
    ) -> Progress:
        if seen.amount is None:
            return evolve(blank, reason=message("not_yet", by=self.target.by, target=self.target))
        if start is None or start.amount is None:
            return evolve(blank, reason=message("need_baseline"), missing=(message("need_baseline"),))
        path = path_to(self.row, self.target, PathPoint(start.period, start.amount))
        if not path:
            return evolve(blank, reason=message("not_yet", by=self.target.by, target=self.target))
        expected = expected_at(path, seen.period, self.target.indicator.unit, self.method)
        if expected is None:
            return evolve(blank, path=path, reason=message("method_impossible"))
        gap = seen.amount.size_in(expected.unit) - expected.number
        lies = side(predicate, seen.amount)
        keeps_up = gap * lies <= 0
        beyond = lies == -side(predicate, start.amount)
        code = "on_path" if keeps_up else "beyond_target" if beyond else "behind_path"
        return evolve(
            blank,
            outcome=Outcome.ON_COURSE if keeps_up else Outcome.BEHIND,
            method=self.method,
            path=path,
            expected=expected,
            reason=message(code, period=seen.period, seen=seen.amount, path=expected, target=self.target),
        )

    def _by_growth(
        self, blank: Progress, predicate: Predicate, seen: Observation, start: Observation | None
    ) -> Progress:
        if start is None or start.amount is None:
            return evolve(blank, reason=message("need_baseline"), missing=(message("need_baseline"),))
        years = seen.period.end - start.period.end
        found = None
        if seen.amount is not None and years.denominator == 1:
            found = readings(predicate, start.amount, seen.amount, years.numerator)
        if found is None:
            return evolve(blank, reason=message("growth_cannot_be_compared"))
        if not found:
            return evolve(blank, reason=message("no_growth_from_zero", series=self.target.indicator.label))
        if found[0].met != found[-1].met:
            return evolve(blank, reason=message("growth_readings_differ", rate=found[0], points=found[-1]))
        ended = self._at_end(seen)
        met, missed = (Outcome.MET, Outcome.MISSED) if ended else (Outcome.ON_COURSE, Outcome.BEHIND)
        reason = message("growth_met" if found[0].met else "growth_missed", rate=found[0], target=self.target)
        return evolve(blank, outcome=met if found[0].met else missed, method=Method.GROWTH, reason=reason)


def _shown(value: Value) -> Label | Amount | AmountRange | Missing:
    if isinstance(value, bool):
        return _YES if value else _NO
    return value


def _latest(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The observation with the latest end; several where they differ, whatever order they come in."""
    found = sorted(observations, key=repr)
    end = max((seen.period.end for seen in found), default=None)
    return tuple({_figure(seen): seen for seen in found if seen.period.end == end}.values())


def _figure(seen: Observation) -> tuple[Fraction | bool, ...]:
    if isinstance(seen.value, bool):
        return (seen.value,)
    amounts = amounts_of(seen.value)
    return tuple(amount.size_in(seen.of.unit) for amount in (*amounts[:1], *amounts[-1:]))


def _differ(found: Sequence[Observation]) -> Message:
    return message("observations_differ", of=found[0].of.label, period=found[0].period, count=len(found))


def _truth(predicate: Predicate, value: Value, figures: Mapping[tuple[Series, int], Amount]) -> Truth:
    """Whether a value meets a predicate; of an interval, whether all of it does."""
    said = value if isinstance(value, bool) else None
    sizes: list[Size | None] = [Size.of(amount) for amount in amounts_of(value)] or [None]
    if isinstance(value, AmountRange):  # between its ends only a bound can change the answer
        bounds = [measure(bound, _Facts(None, None, figures)) for bound in bounds_of(predicate)]
        sizes += [bound for bound in bounds if isinstance(bound, Size) and _within(bound, value)]
    truths = [holds(condition_of(predicate), _Facts(size, said, figures)) for size in sizes]
    if all(truth == truths[0] for truth in truths):
        return truths[0]
    doubts = [truth.missing for truth in truths if isinstance(truth, Unknown)]
    return Unknown(doubts[0] if doubts else ())


def _within(size: Size, value: AmountRange) -> bool:
    return value.low.size_in(size.unit) < size.number < value.high.size_in(size.unit)
