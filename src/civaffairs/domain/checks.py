"""What a plan's own figures say against it. Each check is named for what is wrong.

A check reports; it never repairs and never hides. What a plan declares as a discrepancy is reported as
declared.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from civaffairs.domain.observations import Missing, amounts_of
from civaffairs.domain.progress import Outcome, follow_results
from civaffairs.domain.relations import Relation, final, relation
from civaffairs.domain.rules.depends import standards_of
from civaffairs.domain.rules.evaluate import NoFacts, Unknown, measure
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.sources import Clause
from civaffairs.domain.targets import Between, Bound, Measure, Nature, bounds_of
from civaffairs.domain.timeline import Since
from civaffairs.domain.units import Amount, exact
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from civaffairs.domain.indicators import Bounds
    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.rules.expr import LocalStandard
    from civaffairs.domain.standards import Standard
    from civaffairs.domain.targets import Target
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
    return _declared((plan,), (problem for find in CHECKS for problem in find(plan)))


def check_against(plan: Plan, above: Iterable[Plan]) -> tuple[Problem, ...]:
    """Return where a plan promises less than the plans above it, or less firmly; see `check`."""
    plans = [
        each
        for each in above
        if each.years.first_day <= plan.years.last_day and plan.years.first_day <= each.years.last_day
    ]
    return _declared((plan,), (*weaker_than_above(plan, plans), *less_firm_than_above(plan, plans)))


def check_standards(
    standards: Iterable[Standard], known: Iterable[Standard], plans: Iterable[Plan] = ()
) -> tuple[Problem, ...]:
    """Return every published amount that lies below its standard's own floor.

    Args:
        standards: those to check.
        known: the standards that floors refer to, the nearest jurisdiction's first.
        plans: plans that may declare what is found.
    """
    published = tuple(known)
    found = (problem for standard in standards for problem in below_floor(standard, published))
    return _declared(tuple(plans), found)


def _declared(plans: Sequence[Plan], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Mark what a plan declares as a discrepancy that names the place."""
    named = [side.clause for plan in plans for each in plan.discrepancies for side in each.sides]
    return tuple(
        evolve(problem, declared=any(_at(problem.clause, clause) for clause in named)) for problem in problems
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
    for seen in (*plan.baselines, *plan.results, *plan.situation, *plan.observations):
        if (
            seen.amount is None
            or not isinstance(seen.source, Clause)
            or seen.source.document != plan.document
        ):
            continue
        amount, clause = first.setdefault((seen.of.id, str(seen.period)), (seen.amount, seen.source))
        if not amount.same_size_as(seen.amount):
            yield Problem(message("two_values", one=amount, other=seen.amount, there=clause), seen.source)


def two_targets(plan: Plan) -> Iterator[Problem]:
    """The document promises two different things of one indicator for one year."""
    first: dict[tuple[str, int, Measure], Target] = {}
    for target in plan.targets:
        if isinstance(target.predicate, Missing):
            continue
        key = (target.indicator.id, target.by.last_day.year, target.measure)
        other = first.setdefault(key, target)
        if target.predicate != other.predicate:
            yield Problem(message("two_targets", one=other, there=other.clause, other=target), target.clause)


def does_not_add_up(plan: Plan) -> Iterator[Problem]:
    """A printed figure is not what the document's other figures give."""
    for each in plan.recomputations:
        if not each.agrees and each.clause is not None:
            yield Problem(
                message(
                    "does_not_add_up",
                    printed=each.amount,
                    working=each.working,
                    computed=each.computed,
                    tolerance=each.tolerance,
                ),
                each.clause,
            )


def promised_for_the_past(plan: Plan) -> Iterator[Problem]:
    """A current plan's document promises something for a date before it was issued."""
    promises = [
        *((target.by, target.clause) for target in plan.targets),
        *((commitment.by, commitment.clause) for commitment in plan.commitments),
    ]
    for by, clause in promises:
        issued = clause.document.issued
        if by is None or issued is None or plan.years.last_day < issued.first_day:
            continue
        if by.last_day < issued.first_day:
            yield Problem(message("promised_for_the_past", by=by, issued=issued), clause)


def weaker_than_above(plan: Plan, above: Sequence[Plan]) -> Iterator[Problem]:
    """A target promises less than the same target of a plan above."""
    for target, other in _met_above(plan, above):
        if relation(target, other) is Relation.WEAKER:
            yield Problem(
                message("weaker_than_above", target=target, other=other, there=other.clause), target.clause
            )


def less_firm_than_above(plan: Plan, above: Sequence[Plan]) -> Iterator[Problem]:
    """A target that a plan above makes binding is only expected here."""
    for target, other in _met_above(plan, above):
        if other.nature is Nature.BINDING and target.nature is Nature.EXPECTED:
            yield Problem(message("less_firm_than_above", there=other.clause), target.clause)


def below_floor(standard: Standard, known: Sequence[Standard]) -> Iterator[Problem]:
    """A published amount lies below what it must not fall below."""
    if standard.floor is None:
        return
    named = {each.id for each in standards_of(standard.floor.bound)}
    moments = {
        start.last_day for each in (standard, *known) if each.id in named for start in each.timeline.changes
    }
    moments |= {start.last_day for start in standard.timeline.changes}
    began = standard.floor.since
    if began is not None:  # what was published before goes on below it
        moments = {began.last_day, *(each for each in moments if each >= began.first_day)}
    told: set[Period] = set()
    for day in sorted(moments):
        entry = _certain(standard, day)
        bound = measure(standard.floor.bound, _Published(tuple(known), day))
        if entry is None or isinstance(bound, Unknown) or entry.start in told:
            continue
        if entry.value.size_in(bound.unit) < bound.number:
            told.add(entry.start)
            least = Amount(exact(round(bound.number, 2)), bound.unit)
            yield Problem(
                message("below_floor", amount=entry.value, least=least, there=standard.floor.clause),
                entry.clause,
            )


@frozen
class _Published(NoFacts):
    """The standards of one day; of several with one id the first is the nearest."""

    standards: tuple[Standard, ...]
    at: date

    def local(self, standard: LocalStandard) -> Amount | Message:
        found = (_certain(each, self.at) for each in self.standards if each.id == standard.id)
        entry = next((each for each in found if each is not None), None)
        return message("need_place", what=standard.label) if entry is None else entry.value


def _certain(standard: Standard, day: date) -> Since[Amount] | None:
    """The entry in force on a day; None where there is none or it is not certain which."""
    candidates = standard.timeline.candidates(day)
    only = candidates[0] if len(candidates) == 1 else None
    return only if isinstance(only, Since) else None


def _met_above(plan: Plan, above: Sequence[Plan]) -> Iterator[tuple[Target, Target]]:
    """Every final target of a plan with the nearest one above it on the same indicator."""
    nearest: dict[str, Target] = {}
    for each in above:
        for row in each.rows:
            target = final(row)
            if target is not None and not isinstance(target.predicate, Missing):
                nearest.setdefault(row.indicator.id, target)
    for row in plan.rows:
        target = final(row)
        if target is not None and row.indicator.id in nearest:
            yield target, nearest[row.indicator.id]


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
    two_targets,
    does_not_add_up,
    promised_for_the_past,
)
