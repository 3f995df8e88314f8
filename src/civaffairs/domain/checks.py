"""What a plan's own figures say against it. Each check is named for what is wrong.

A check reports; it never repairs and never hides. What a plan declares as a discrepancy is reported as
declared.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from civaffairs.domain.observations import Missing, amounts_of
from civaffairs.domain.progress import Outcome, follow_results
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.sources import Clause
from civaffairs.domain.targets import Between, Bound, Measure, Nature, bounds_of
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civaffairs.domain.indicators import Bounds
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.targets import Target
    from civaffairs.domain.units import Amount
    from civaffairs.errors import Message


@frozen
class Problem:
    """Something in a plan that does not fit.

    Attributes:
        what: what does not fit, in words.
        clause: where it stands.
        declared: whether the plan declares it as a discrepancy that names this place.
    """

    what: Message
    clause: Clause
    declared: bool = False

    @property
    def code(self) -> str:
        """The name of the check that found it."""
        return self.what.code


def check(plan: Plan) -> tuple[Problem, ...]:
    """Return every problem that the checks find in a plan, those it declares marked as declared.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> from civaffairs.domain.plan import Plan
        >>> from civaffairs.domain.sources import Document
        >>> document = Document("d/1", Label("规划", "Plan"), "民政局", 2022)
        >>> check(Plan("d/1", Label("规划", "Plan"), "d", "2021..2025", document))
        ()
    """
    named = [side.clause for each in plan.discrepancies for side in each.sides]
    return tuple(
        evolve(problem, declared=any(_at(problem.clause, clause) for clause in named))
        for find in CHECKS
        for problem in find(plan)
    )


def _at(place: Clause, declared: Clause) -> bool:
    """Whether a declaration names the place itself or something that the place is part of."""
    same = place.document == declared.document
    return same and f"{place.locator} ".startswith(f"{declared.locator} ")


def binding_without_value(plan: Plan) -> Iterator[Problem]:
    """A binding target names an indicator and gives no value."""
    for target in plan.targets:
        level = target.measure is Measure.LEVEL and not target.milestone
        if level and target.nature is Nature.BINDING and isinstance(target.predicate, Missing):
            yield Problem(message("binding_without_value", indicator=target.indicator.label), target.clause)


def marked_reached_but_missed(plan: Plan) -> Iterator[Problem]:
    """The document marks a result as reached that misses its target."""
    for progress in follow_results(plan):
        seen = progress.observation
        if seen is None or not isinstance(seen.source, Clause) or progress.outcome is not Outcome.MISSED:
            continue
        if seen.verdict is not None and seen.verdict.reached:
            word = seen.verdict.printed
            yield Problem(
                message("marked_reached_but_missed", word=word, reason=progress.reason), seen.source
            )


def claimed_whole_but_missed(plan: Plan) -> Iterator[Problem]:
    """The document claims all its results as reached, and some miss their targets."""
    if plan.claim is None or not plan.claim.verdict.reached:
        return
    missed = [each for each in follow_results(plan) if each.outcome is Outcome.MISSED]
    if missed:
        word = plan.claim.verdict.printed
        yield Problem(message("claimed_whole_but_missed", word=word, missed=len(missed)), plan.claim.clause)


def target_below_baseline(plan: Plan) -> Iterator[Problem]:
    """A target promises less than there was to begin with."""
    for row in plan.rows:
        start = row.baseline
        for target in row.targets:
            aim = _floor(target)
            if start is not None and start.amount is not None and aim is not None and aim < start.amount:
                yield Problem(
                    message("target_below_baseline", target=aim, baseline=start.amount), target.clause
                )


def milestone_turns_back(plan: Plan) -> Iterator[Problem]:
    """A later target promises less than an earlier one of the same row."""
    for row in plan.rows:
        aims = [(target, aim) for target in row.targets if (aim := _floor(target)) is not None]
        aims.sort(key=lambda pair: pair[0].by.end)
        for (_, earlier), (target, later) in pairwise(aims):
            if later < earlier:
                yield Problem(message("milestone_turns_back", earlier=earlier, later=later), target.clause)


def target_outside_plan(plan: Plan) -> Iterator[Problem]:
    """A target's date lies outside the years of the plan."""
    for target in plan.targets:
        if not plan.years.first_day <= target.by.last_day <= plan.years.last_day:
            yield Problem(message("target_outside_plan", by=target.by, years=plan.years), target.clause)


def impossible_size(plan: Plan) -> Iterator[Problem]:
    """A figure lies outside the sizes that its indicator can have at all."""
    for row in plan.rows:
        for seen in (*row.baselines, *row.results):
            for amount in amounts_of(seen.value):
                if not row.indicator.bounds.admit(amount) and isinstance(seen.source, Clause):
                    yield Problem(_impossible(amount, row.indicator.bounds), seen.source)
        for target in row.targets:
            for bound in bounds_of(target.predicate) if target.measure is Measure.LEVEL else ():
                if isinstance(bound, Literal) and not row.indicator.bounds.admit(bound.amount):
                    yield Problem(_impossible(bound.amount, row.indicator.bounds), target.clause)


def two_values(plan: Plan) -> Iterator[Problem]:
    """The document gives two values for one indicator and one period."""
    first: dict[tuple[str, str], tuple[Amount, Clause]] = {}
    for seen in (*plan.baselines, *plan.results, *plan.observations):
        if (
            seen.amount is None
            or not isinstance(seen.source, Clause)
            or seen.source.document != plan.document
        ):
            continue
        amount, clause = first.setdefault((seen.of.id, str(seen.period)), (seen.amount, seen.source))
        if not amount.same_size_as(seen.amount):
            yield Problem(message("two_values", one=amount, other=seen.amount, there=clause), seen.source)


def _impossible(amount: Amount, bounds: Bounds) -> Message:
    return message("impossible_size", amount=amount, bounds=bounds)


def _floor(target: Target) -> Amount | None:
    """The number that a target promises at least; None where it promises no such thing."""
    if target.measure is not Measure.LEVEL:
        return None
    match target.predicate:
        case Bound((">=" | ">"), Literal(amount)) | Between(Literal(amount), _):
            return amount
        case _:
            return None


CHECKS: tuple[Callable[[Plan], Iterator[Problem]], ...] = (
    binding_without_value,
    marked_reached_but_missed,
    claimed_whole_but_missed,
    target_below_baseline,
    milestone_turns_back,
    target_outside_plan,
    impossible_size,
    two_values,
)
