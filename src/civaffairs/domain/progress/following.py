"""Targets and observations in, progress out.

A target whose date has come is met or missed. Before that, an observation is compared with the path from the
baseline over the milestones to the target: linear unless another method is asked for. What cannot be told is said,
with what would settle it. Nothing is guessed and no missing figure is taken as zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing, Observation, Value
from civaffairs.domain.periods import Period
from civaffairs.domain.progress.growth import has_fixed_bounds, readings
from civaffairs.domain.progress.outcomes import Method, Outcome, PathPoint, Progress
from civaffairs.domain.progress.paths import expected_at, path_to
from civaffairs.domain.rules.depends import series_of
from civaffairs.domain.rules.evaluate import NoFacts, Size, Truth, Unknown, holds, size_of
from civaffairs.domain.targets import Measure, Predicate, condition_of
from civaffairs.domain.units import Amount, AmountRange
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Iterable
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

    Args:
        plan: the plan.
        observations: what was observed, of indicators and of the series that targets refer to. Of several for one
            target the last one up to its date counts.
        on: the day for which progress is said; later observations are left out.
        method: how the path runs before a target's date: `LINEAR` or `COMPOUND`.

    Example:
        >>> from datetime import date
        >>> from civaffairs.domain.plan import Plan
        >>> from civaffairs.domain.sources import Document
        >>> document = Document("d/1", Label("规划", "Plan"), "民政局", 2022)
        >>> follow(Plan("d/1", Label("规划", "Plan"), "d", "2021..2025", document), (), on=date(2023, 1, 1))
        ()
    """
    known = tuple(seen for seen in observations if seen.period.last_day <= on)
    return tuple(
        _Comparison(plan, row, target, known, on, method).progress()
        for row in plan.rows
        for target in row.targets
    )


def follow_results(plan: Plan) -> tuple[Progress, ...]:
    """Return the progress of a finished plan by the results that its own tables report."""
    return follow(plan, plan.results, on=plan.years.last_day)


@frozen
class _Facts(NoFacts):
    """The facts of one comparison: the figure, a person's yes or no, and the series of the years around it."""

    size: Size | None
    said: bool | None
    year: int
    known: tuple[Observation, ...]

    def observed(self) -> Size | None:
        return self.size

    def judged(self) -> bool | None:
        return self.said

    def series(self, series: Series, years_before: int) -> Amount | None:
        for seen in self.known:
            if seen.of.id == series.id and str(seen.period) == str(self.year - years_before):
                return seen.amount
        return None


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
        seen = self._latest(start)
        if seen is None:
            return evolve(blank, baseline=start, missing=(self._need(),))
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
        before = [
            seen
            for seen in self._of_indicator()
            if seen.amount is not None and seen.period.end <= self.plan.years.first[0]
        ]
        return max(before, key=_end, default=None)

    def _latest(self, start: Observation | None) -> Observation | None:
        after = self.plan.years.first[0] if start is None else start.period.end
        later = [seen for seen in self._of_indicator() if after < seen.period.end <= self.target.by.end]
        with_value = [seen for seen in later if not isinstance(seen.value, Missing)]
        return max(with_value or later, key=_end, default=None)

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
        series = {each.id for each in series_of(condition_of(predicate))}
        blank = evolve(blank, inputs=tuple(each for each in self.known if each.of.id in series))
        truth = self._truth(predicate, seen)
        if isinstance(truth, Unknown):
            undecided = message("interval_undecided", seen=_shown(seen.value), target=self.target)
            return evolve(blank, reason=(*truth.missing, undecided)[0], missing=truth.missing)
        facts = {"period": seen.period, "seen": _shown(seen.value), "target": self.target}
        if truth:
            reason = message("met_at_end" if self._at_end(seen) else "met_early", **facts)
            return evolve(blank, outcome=Outcome.MET, method=Method.DIRECT, reason=reason)
        if self._at_end(seen):
            reason = message("missed_at_end", **facts)
            return evolve(blank, outcome=Outcome.MISSED, method=Method.DIRECT, reason=reason)
        return self._by_path(blank, seen, start)

    def _truth(self, predicate: Predicate, seen: Observation) -> Truth:
        sizes: list[Size | None] = [None]
        if isinstance(seen.value, Amount):
            sizes = [size_of(seen.value)]
        elif isinstance(seen.value, AmountRange):
            sizes = [size_of(seen.value.low), size_of(seen.value.high)]
        said = seen.value if isinstance(seen.value, bool) else None
        truths = [
            holds(condition_of(predicate), _Facts(size, said, seen.period.year, self.known)) for size in sizes
        ]
        return truths[0] if all(truth == truths[0] for truth in truths) else Unknown(())

    def _by_path(self, blank: Progress, seen: Observation, start: Observation | None) -> Progress:
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
        keeps_up = gap >= 0 if path[-1].amount >= start.amount else gap <= 0
        return evolve(
            blank,
            outcome=Outcome.ON_COURSE if keeps_up else Outcome.BEHIND,
            method=self.method,
            path=path,
            expected=expected,
            reason=message(
                "on_path" if keeps_up else "behind_path", period=seen.period, seen=seen.amount, path=expected
            ),
        )

    def _by_growth(
        self, blank: Progress, predicate: Predicate, seen: Observation, start: Observation | None
    ) -> Progress:
        if start is None or start.amount is None:
            return evolve(blank, reason=message("need_baseline"), missing=(message("need_baseline"),))
        years = seen.period.end - start.period.end
        if seen.amount is None or years.denominator != 1 or not has_fixed_bounds(predicate):
            return evolve(blank, reason=message("growth_cannot_be_compared"))
        found = readings(predicate, start.amount, seen.amount, years.numerator)
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


def _end(seen: Observation) -> Fraction:
    return seen.period.end
