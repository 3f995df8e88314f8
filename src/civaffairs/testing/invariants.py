"""Looking for what breaks an invariant: drawn cases, every date on which a standard changes, and plans.

What was looked for and not found is tested, not proved: the result says with how many cases and on which
dates, and whether anything was tested at all. An implication whose premise never held in what was drawn says
nothing, and neither does an amount that never moved.

Example:
    >>> from civaffairs import load
    >>> taoyuan = load()["taoyuan"]
    >>> (marginal,) = (each for each in taoyuan.invariants if each.id == "dibao_and_marginal_exclusive")
    >>> violations(marginal, taoyuan.rulebook, examples=30) is None
    True
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import chain, combinations, islice
from random import Random
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from civaffairs.domain import models
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.invariants import Always, Invariant, Moves, OfPlans, OverTime, Way, Within, premises
from civaffairs.domain.models.fact import attributes, is_model, label_of, replaced
from civaffairs.domain.names import Label
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.depends import rules_of, standards_of
from civaffairs.domain.rules.evaluate import Facts, Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.timeline import Since
from civaffairs.domain.units import Size
from civaffairs.errors import InputInvalid, Message, ModelInvalid, fault, language, message
from civaffairs.testing.around import Thresholds, holders, thresholds
from civaffairs.testing.meeting import parts
from civaffairs.testing.published import Plans, of_plans, over_time, within
from civaffairs.testing.strategies.days import years_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hypothesis.strategies import SearchStrategy

    from civaffairs.domain.checks import Problem
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.rules.expr import Condition, Field
    from civaffairs.domain.units import Amount
    from civaffairs.errors import Language
    from civaffairs.testing.published import Looked

_NEAREST = 3
"""Of the thresholds above a fact so many are looked at when it grows, and the last one."""
_MOST_VAGUE = 4
"""Of so many vague starts at a time every order is looked at."""


class Outcome(Enum):
    """What an invariant comes to for one thing, or for the standards on one date."""

    HOLDS = Label("成立", "holds")
    BROKEN = Label("不成立", "broken")
    CANNOT_TELL = Label("不能判断", "cannot tell")

    @property
    def label(self) -> Label:
        """The outcome in both languages."""
        return self.value


@frozen
class Violation:
    """Something that breaks an invariant.

    Attributes:
        invariant: what is broken.
        jurisdiction: where.
        day: when; None where figures or plans break it.
        thing: by what, a household or another case; None where something published breaks it.
        grown: where something moves the wrong way, the same thing with one fact that has grown.
        before: how much it was before.
        after: how much it is after.
        problem: what is wrong with a figure or a plan; None where it is none of them.
    """

    invariant: Invariant
    jurisdiction: Jurisdiction
    day: date | None = None
    thing: object = None
    grown: object = None
    before: Size | None = None
    after: Size | None = None
    problem: Problem | None = None

    def text(self, lang: Language | None = None) -> str:
        """Return what breaks it, for a reader; personal data is masked."""
        if self.problem is not None:
            where = self.problem.clause
            return message("invariant_broken_plan", what=self.problem.what, where=where).text(lang)
        day = "" if self.day is None else self.day.isoformat()
        if self.thing is None and self.after is not None:
            return message("invariant_broken_step", day=day, before=self.before, after=self.after).text(lang)
        if self.thing is None:
            return message("invariant_broken_dates", day=day).text(lang)
        if not isinstance(self.invariant.claim, Moves):
            return message("invariant_broken_case", day=day, thing=repr(self.thing)).text(lang)
        said = message(
            "invariant_broken_move",
            day=day,
            fact=self.invariant.claim.fact.label,
            before=self.before,
            after=self.after,
            thing=repr(self.thing),
        )
        return said.text(lang)


@frozen
class Examination:
    """What was looked at to break an invariant, and what did.

    Attributes:
        invariant: what was tested.
        jurisdiction: where.
        days: the dates that were looked at, the earliest first; none for figures and plans.
        cases: how many cases were looked at; None where it was something published.
        undecided: how many cases, or dates, for which it cannot be told.
        premises: each premise with how many cases, or dates, it held in; empty where there is none.
        moved: for what says how an amount moves, in how many cases it moved at all; None otherwise.
        broken_on: for standards, every date that breaks it.
        violation: what breaks it; None where nothing was found.
        compared: for what moves over time, and for figures and plans, how many steps, pairs or plans were
            looked at; None otherwise.
        problems: for figures and plans, everything that breaks it.
    """

    invariant: Invariant
    jurisdiction: Jurisdiction
    days: tuple[date, ...]
    cases: int | None
    undecided: int
    premises: tuple[tuple[Condition, int], ...] = ()
    moved: int | None = None
    broken_on: tuple[date, ...] = ()
    violation: Violation | None = None
    compared: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def vacuous(self) -> bool:
        """Whether nothing was really tested."""
        if self.compared is not None:
            return self.violation is None and self.compared == 0
        looked_at = len(self.days) if self.cases is None else self.cases
        untouched = self.undecided == looked_at or any(not count for _, count in self.premises)
        return self.violation is None and (untouched or self.moved == 0)

    @property
    def outcome(self) -> Outcome:
        """Broken, or else whether it held wherever it was tested; cannot tell where nothing really was."""
        if self.violation is not None:
            return Outcome.BROKEN
        return Outcome.CANNOT_TELL if self.vacuous else Outcome.HOLDS

    def text(self, lang: Language | None = None) -> str:
        """Return what was tested and what came of it, for a reader."""
        if self.violation is not None:
            return self.violation.text(lang)
        chosen = lang or language()
        return ("；" if chosen == "zh" else "; ").join(said.text(chosen) for said in self._said())

    def _said(self) -> Iterator[Message]:
        claim = self.invariant.claim
        if self.compared is not None and not (isinstance(claim, OverTime) and claim.reported is None):
            kind = "invariant_tried_plans" if isinstance(claim, OfPlans) else "invariant_tried_figures"
            yield message(kind, count=self.compared) if self.compared else message("invariant_tried_no_plan")
            return
        if not self.days:
            yield message("invariant_tried_nowhere")
            return
        if self.cases is None:
            first, last = self.days[0].isoformat(), self.days[-1].isoformat()
            yield message("invariant_tried_dates", days=len(self.days), first=first, last=last)
        else:
            yield message("invariant_tried_cases", cases=self.cases, days=len(self.days))
        if self.undecided:
            yield message("invariant_undecided", count=self.undecided)
        for premise, count in self.premises:
            yield message("invariant_premise", premise=Rendered(premise), count=count)
        if self.moved is not None:
            yield message("invariant_moved", count=self.moved)
        if self.vacuous:
            yield message("invariant_vacuous")


def holds_for(invariant: Invariant, rulebook: Rulebook, day: date, thing: object = None) -> Outcome:
    """Return whether an invariant holds for one thing, or for the standards, on a day.

    Of a household every member is looked at where the invariant is about persons. How an amount moves is
    looked at for each fact that may grow: by its smallest step, by one, and up to the next thresholds.

    Args:
        invariant: what should hold.
        rulebook: that of the place.
        day: the day for which it is asked.
        thing: a case or a part of one; None for an invariant about standards alone.

    Raises:
        InputInvalid: for a thing that the invariant is not about, and for an invariant about more than a day.
    """
    if not isinstance(invariant.claim, Always | Moves):
        raise InputInvalid(fault("invariant_of_more_than_a_day", name=invariant.label))
    if invariant.of is None:
        return _of_standards(invariant, rulebook, day)
    return _Trial(invariant, _thresholds(invariant, rulebook, day)).of(thing).outcome


def violations(
    invariant: Invariant,
    rulebook: Rulebook,
    days: Iterable[date] | None = None,
    examples: int = 200,
    *,
    seed: int = 0,
    plans: Iterable[Plan] = (),
) -> Violation | None:
    """Look for what breaks an invariant; the arguments are those of `examine`, which tells more."""
    return examine(invariant, rulebook, days, examples, seed=seed, plans=plans).violation


def examine(
    invariant: Invariant,
    rulebook: Rulebook,
    days: Iterable[date] | None = None,
    examples: int = 200,
    *,
    seed: int = 0,
    plans: Iterable[Plan] = (),
) -> Examination:
    """Look for what breaks an invariant, and say what was looked at.

    Args:
        invariant: what should hold.
        rulebook: that of the place.
        days: the dates to look at; by default those on which anything that it rests on changes, as far as all
            of its rules are in force.
        examples: how many cases are drawn at most; an invariant about what is published needs none.
        seed: the same seed draws the same cases.
        plans: for an invariant about plans or their figures, the plans of the place and of those above it;
            others may be among them, and are left out.
    """
    claim = invariant.claim
    if isinstance(claim, OverTime | Within | OfPlans):
        chosen = Plans.of(rulebook, plans)
        match claim:
            case OverTime():
                return _published(invariant, rulebook, over_time(claim, rulebook, days, chosen))
            case Within():
                return _published(invariant, rulebook, within(claim, chosen))
            case OfPlans():
                return _published(invariant, rulebook, of_plans(claim, chosen))
    wanted = _days_in_force(invariant, rulebook) if days is None else tuple(days)
    if invariant.of is None:
        return _on_dates(invariant, rulebook, tuple(sorted(wanted)))
    if not wanted:
        return Examination(
            invariant, rulebook.jurisdiction, (), 0, 0, tuple((each, 0) for each in _premises(invariant))
        )
    return _in_cases(invariant, rulebook, wanted, examples, seed)


def examine_until_tested(
    invariant: Invariant,
    rulebook: Rulebook,
    days: Iterable[date] | None = None,
    *,
    most: int = 20_000,
    plans: Iterable[Plan] = (),
) -> Examination:
    """Examine with ever more cases until the invariant was really tested, or so many were drawn.

    How soon a premise holds is chance; that it ever does is not. The other arguments are those of `examine`.
    """
    wanted = None if days is None else tuple(days)
    examples = 60
    while True:
        found = examine(invariant, rulebook, wanted, min(examples, most), plans=plans)
        if not found.vacuous or examples >= most:
            return found
        examples *= 8


def _days_in_force(invariant: Invariant, rulebook: Rulebook) -> tuple[date, ...]:
    """Return the days on which anything changes and all of the rules are in force, the latest first.

    What rests on facts alone is looked at on the day on which anything at all changed last.
    """
    rules = [rule for tree in invariant.claim.trees for rule in rules_of(tree)]
    if not rules and not any(standards_of(tree) for tree in invariant.claim.trees):
        every = [rule for several in rulebook.rules.values() for rule in several]
        return rulebook.days_of_change(every)[-1:]
    return tuple(
        day
        for day in reversed(rulebook.days_of_change(invariant.claim.trees))
        if not any(isinstance(rulebook.on(day).rule(rule), Message) for rule in rules)
    )


# --- figures, plans, and what moves over time ----------------------------------------------------------


def _published(invariant: Invariant, rulebook: Rulebook, looked: Looked) -> Examination:
    place = rulebook.jurisdiction
    violation = None
    if looked.problems:
        violation = Violation(invariant, place, problem=looked.problems[0])
    elif looked.steps:
        first = looked.steps[0]
        violation = Violation(invariant, place, first.day, before=first.before, after=first.after)
    return Examination(
        invariant,
        place,
        looked.days,
        None,
        looked.undecided,
        broken_on=tuple(step.day for step in looked.steps),
        violation=violation,
        compared=looked.compared,
        problems=looked.problems,
    )


# --- standards -------------------------------------------------------------------------------------


def _on_dates(invariant: Invariant, rulebook: Rulebook, days: tuple[date, ...]) -> Examination:
    outcomes = {day: _of_standards(invariant, rulebook, day) for day in days}
    broken = tuple(day for day, outcome in outcomes.items() if outcome is Outcome.BROKEN)
    premises = tuple(
        (each, sum(holds(each, CaseFacts(rulebook.on(day), day)) is True for day in days))
        for each in _premises(invariant)
    )
    place = rulebook.jurisdiction
    return Examination(
        invariant,
        place,
        days,
        None,
        sum(outcome is Outcome.CANNOT_TELL for outcome in outcomes.values()),
        premises,
        broken_on=broken,
        violation=Violation(invariant, place, broken[0]) if broken else None,
    )


def _of_standards(invariant: Invariant, rulebook: Rulebook, day: date) -> Outcome:
    """Return what standards come to on a day.

    Where starts are vague, every order in which they may have come is looked at: what breaks the invariant
    in each of them breaks it, what only some of them break cannot be told.
    """
    condition = cast("Always", invariant.claim).condition
    facts = CaseFacts(rulebook.on(day), day)
    vague = sorted(_vague_starts(standards_of(condition), rulebook, day), key=str)[:_MOST_VAGUE]
    begun = chain.from_iterable(combinations(vague, size) for size in range(len(vague) + 1))
    truths = [holds(condition, _Supposed(facts.edition, day, frozenset(each))) for each in begun]
    if all(truth is True for truth in truths):
        return Outcome.HOLDS
    return Outcome.BROKEN if all(truth is False for truth in truths) else Outcome.CANNOT_TELL


def _vague_starts(standards: Iterable[LocalStandard], rulebook: Rulebook, day: date) -> set[Period]:
    return {
        start
        for standard in standards
        for declared in rulebook.standards.get(standard.id, ())
        for start in declared.timeline.changes
        if start.first_day <= day < start.last_day
    }


@frozen
class _Supposed(CaseFacts):
    """Facts of a place where some vague starts are supposed to have come and the others not yet."""

    begun: frozenset[Period]

    def local(self, standard: LocalStandard) -> Amount | Message:
        """Return the standard in force, or why there is none."""
        for declared in self.edition.book.standards.get(standard.id, ()):
            certain, *possible = declared.timeline.candidates(self.on)
            entry = [certain, *(each for each in possible if _start(each) in self.begun)][-1]
            if isinstance(entry, Since):
                return entry.value
        return CaseFacts.local(self, standard)


def _start(entry: Any) -> Period | None:  # noqa: ANN401 - a value or a gap
    return cast("Period | None", entry.start if isinstance(entry, Since) else entry.since)


# --- cases -----------------------------------------------------------------------------------------


def _in_cases(
    invariant: Invariant, rulebook: Rulebook, days: Sequence[date], examples: int, seed: int
) -> Examination:
    place = rulebook.jurisdiction
    trials = {day: _Trial(invariant, _thresholds(invariant, rulebook, day)) for day in days}
    drawn = {day: _drawn(invariant, trial.found) for day, trial in trials.items()}
    # Half of the cases are of the latest day: the others are what was.
    cases = (st.just(days[0]) | st.sampled_from(days)).flatmap(
        lambda day: st.tuples(st.just(day), drawn[day])
    )
    counts: Counter[object] = Counter()
    seen: set[date] = set()

    def breaks(case: tuple[date, object]) -> bool:
        day, thing = case
        result = trials[day].of(thing)
        if not counts[Outcome.BROKEN]:  # what follows the first is the search for the simplest
            counts.update(["cases", result.outcome, *result.premises, *(["moved"] if result.moved else [])])
            seen.add(day)
        return result.outcome is Outcome.BROKEN

    violation = None
    try:
        day, thing = find(cases, breaks, settings=_quiet(examples), random=Random(seed))
        violation = trials[day].of(thing).violation
    except NoSuchExample:
        pass
    return Examination(
        invariant,
        place,
        tuple(sorted(seen)),
        counts["cases"],
        counts[Outcome.CANNOT_TELL],
        tuple((each, counts[each]) for each in _premises(invariant)),
        counts["moved"] if isinstance(invariant.claim, Moves) else None,
        violation=violation,
    )


def _thresholds(invariant: Invariant, rulebook: Rulebook, day: date) -> Thresholds:
    """Return where a claim turns: where it compares itself, and where the rules do that it names."""
    trees = invariant.claim.trees
    return thresholds([*trees, *(rule for tree in trees for rule in rules_of(tree))], rulebook, day)


def _drawn(invariant: Invariant, found: Thresholds) -> SearchStrategy[Any]:
    if isinstance(invariant.claim, Moves):
        found.look_at(invariant.claim.fact)
    return found.cases(cast("str", invariant.of), others=False)


def _quiet(examples: int) -> settings:
    return settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )


@frozen
class _Result:
    """What came of one case."""

    outcome: Outcome
    premises: tuple[Condition, ...] = ()
    moved: bool = False
    violation: Violation | None = None


@frozen
class _Trial:
    """An invariant on one day, with the thresholds of what it rests on."""

    invariant: Invariant
    found: Thresholds
    facts: Facts = field(init=False)

    @facts.default
    def _facts_of_the_day(self) -> Facts:
        return CaseFacts(self.found.edition, self.found.on)

    def of(self, thing: object) -> _Result:
        """Return what the invariant comes to for a case."""
        claim = self.invariant.claim
        return (
            self._moves(thing, claim)
            if isinstance(claim, Moves)
            else self._always(thing, cast("Always", claim))
        )

    def _always(self, thing: object, claim: Always) -> _Result:
        about = self._about(thing)
        if about is None:
            return _Result(Outcome.CANNOT_TELL)
        truths = [holds(claim.condition, self.facts, each) for each in about]
        met = [
            premise
            for premise in _premises(self.invariant)
            if any(holds(premise, self.facts, each) is True for each in about)
        ]
        if any(truth is False for truth in truths):
            found = Violation(self.invariant, self._place, self.found.on, thing)
            return _Result(Outcome.BROKEN, tuple(met), violation=found)
        doubtful = any(isinstance(truth, Unknown) for truth in truths)
        return _Result(Outcome.CANNOT_TELL if doubtful else Outcome.HOLDS, tuple(met))

    def _moves(self, thing: object, claim: Moves) -> _Result:
        about = self._about(thing)
        if about is None:
            return _Result(Outcome.CANNOT_TELL)
        before = [measure(claim.quantity, self.facts, each) for each in about]
        doubtful, moved = any(isinstance(each, Unknown) for each in before), False
        for grown in _grown(thing, claim.fact, self._further):
            for one, each in zip(before, self._about(grown) or (), strict=False):
                other = measure(claim.quantity, self.facts, each)
                if isinstance(one, Unknown) or isinstance(other, Unknown):
                    doubtful = True
                    continue
                rise = other.number - one.number
                moved = moved or rise != 0
                if rise > 0 if claim.way is Way.NEVER_RISES else rise < 0:
                    broken = Violation(self.invariant, self._place, self.found.on, thing, grown, one, other)
                    return _Result(Outcome.BROKEN, moved=True, violation=broken)
        return _Result(Outcome.CANNOT_TELL if doubtful else Outcome.HOLDS, moved=moved)

    def _about(self, thing: object) -> list[Things] | None:
        things = thing if isinstance(thing, Things) else Things({type(thing).__name__: thing})
        of = cast("str", self.invariant.of)
        if not things.by_model.keys() & {*lineage(of)}:
            raise InputInvalid(
                fault(
                    "invariant_of_another",
                    name=self.invariant.label,
                    of=label_of(getattr(models, of)),
                    thing=label_of(type(thing)) if is_model(type(thing)) else type(thing).__name__,
                    whole=label_of(getattr(models, lineage(of)[-1])),
                )
            )
        return parts(things, of, holders())

    def _further(self, number: Any) -> Iterator[Any]:  # noqa: ANN401 - a number or a date
        """Yield where a fact grows to: one step, one, the next thresholds and the last."""
        claim = cast("Moves", self.invariant.claim)
        if isinstance(number, date):  # an age grows as the birth moves back
            yield from (number - timedelta(days=1), years_before(number, 1), years_before(number, 10))
            return
        kind = type(number)
        yield kind(number + Decimal(1).scaleb(-claim.fact.places))
        yield kind(number + 1)
        above = [kind(each) for each in self.found.around(claim.fact) if each > number]
        yield from dict.fromkeys((*islice(above, _NEAREST), *above[-1:]))

    @property
    def _place(self) -> Jurisdiction:
        return self.found.edition.book.jurisdiction


def _grown(thing: Any, fact: Field, further: Any) -> Iterator[Any]:  # noqa: ANN401 - any model
    """Yield a thing with one fact of one thing in it grown; what could not be true is left out."""
    if isinstance(thing, Things):
        for model, each in thing.by_model.items():
            yield from (thing.with_one(model, other) for other in _grown(each, fact, further))
        return
    inside, _, last = fact.name.rpartition(".")
    name = fact.follows_from or last
    for attribute in attributes(type(thing)):
        value = getattr(thing, attribute.name)
        others: Iterator[Any] = iter(())
        if type(thing).__name__ == fact.model and attribute.name == (inside or name):
            if inside and value is not None:
                number = getattr(value, name)
                others = (_with(value, name, each) for each in (() if number is None else further(number)))
            elif not inside and value is not None:
                others = iter(further(value))
        elif is_model(type(value)):
            others = _grown(value, fact, further)
        elif isinstance(value, tuple) and value and is_model(type(value[0])):
            others = (
                (*value[:position], other, *value[position + 1 :])
                for position, each in enumerate(value)
                for other in _grown(each, fact, further)
            )
        for other in others:
            grown = None if other is None else _with(thing, attribute.name, other)
            if grown is not None:
                yield grown


def _with(thing: Any, name: str, value: Any) -> Any:  # noqa: ANN401 - any model
    try:
        return replaced(thing, **{name: value})
    except ModelInvalid:
        return None


def _premises(invariant: Invariant) -> tuple[Condition, ...]:
    claim = invariant.claim
    return premises(claim.condition) if isinstance(claim, Always) else ()
