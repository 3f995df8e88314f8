"""What cases leave untested in the rules: the changes of a rule that none of their decisions shows.

Every rule in force is changed in one place at a time (see `mutation`), and every case decided again. Where
all decisions stay what they were, no case shows that the rule means what it says and not what the change
says.

Example:
    >>> from datetime import date
    >>> from civaffairs import Area, Household, Person, load
    >>> rulebook = load()["taoyuan"].rulebook
    >>> home = Household(area=Area.URBAN, members=(Person(born=date(1940, 3, 1)),))
    >>> found = untested(rulebook, [home], [date(2024, 9, 1)], above=False)
    >>> len(found.versions) > 5, 0 < found.told < found.all
    (True, True)
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attrs import evolve, field, frozen

from civaffairs.analysis.mutation import Mutant, mutants
from civaffairs.domain.rulebook import InForce, Rulebook, versions_behind
from civaffairs.domain.rules.trace import Trace
from civaffairs.domain.standards import Standard
from civaffairs.domain.timeline import Since, Timeline
from civaffairs.engines.deciding import decide, program_of
from civaffairs.errors import RuleRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.periods import Period
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.domain.units import Size

_Things: TypeAlias = "tuple[object, ...]"
_Answer: TypeAlias = "tuple[bool | Size | None, ...]"


@frozen
class Exercised:
    """One version of a rule, and how much of it the cases exercise.

    Attributes:
        version: the version.
        mutants: every change of it that leaves a rule at all.
        untested: those that no decision shows.
    """

    version: InForce
    mutants: tuple[Mutant, ...]
    untested: tuple[Mutant, ...]

    @property
    def is_idle(self) -> bool:
        """Whether nothing of it shows: no decision depends on it."""
        return len(self.untested) == len(self.mutants)


@frozen
class Exercise:
    """How much of the rules some cases exercise.

    Attributes:
        versions: each version of a rule in force on one of the days, in the order of the rulebook; without
            those in which there is nothing to change.
    """

    versions: tuple[Exercised, ...]

    @property
    def all(self) -> int:
        """How many changes there are."""
        return sum(len(each.mutants) for each in self.versions)

    @property
    def told(self) -> int:
        """How many of them the cases tell apart from the rules."""
        return self.all - sum(len(each.untested) for each in self.versions)

    @property
    def share(self) -> Fraction:
        """The share of changes that the cases tell apart; all, where there is nothing to change."""
        return Fraction(self.told, self.all) if self.all else Fraction(1)


def untested(rulebook: Rulebook, cases: Sequence[object], days: Iterable[date], *, above: bool) -> Exercise:
    """Return what cases leave untested in the rules on which the provisions of a place rest.

    Args:
        rulebook: that of the place.
        cases: households and other things that provisions are about.
        days: the days for which each case is decided.
        above: whether the rules of the jurisdictions above are asked about too.

    Raises:
        InputInvalid: where a case cannot be decided on one of the days.
    """
    questions = [_Questions.of(rulebook, cases, day) for day in days]
    asked: dict[InForce, list[_Questions]] = defaultdict(list)
    for each in questions:
        for version in each.resting:
            if above or version.of.jurisdiction == rulebook.jurisdiction.id:
                asked[version].append(each)
    order = {name: position for position, name in enumerate(rulebook.rules)}
    versions = sorted(asked, key=lambda version: (order[version.of.id], version.start.first_day))
    found = (_exercised(rulebook, version, asked[version]) for version in versions)
    return Exercise(tuple(each for each in found if each.mutants))


def with_tree(rule: Rule, start: Period, tree: Expr) -> Rule:
    """Return a rule that says something else from one of its starts on."""
    entries: Any = rule.timeline.entries
    changed: Timeline[Any] = Timeline(
        evolve(entry, value=tree) if isinstance(entry, Since) and entry.start == start else entry
        for entry in entries
    )
    replaced: Rule = evolve(cast("Any", rule), timeline=changed)
    return replaced


def with_rule(rulebook: Rulebook, old: Rule, new: Rule) -> Rulebook:
    """Return a rulebook in which one rule stands in place of another of the same id."""
    declared = tuple(new if each is old else each for each in rulebook.rules[old.id])
    return evolve(rulebook, rules={**rulebook.rules, old.id: declared}, editions={})


@frozen(eq=False)
class _Questions:
    """What is asked on one day: each provision of each thing that it is about, and what the rules answer.

    Attributes:
        day: the day.
        things: what each provision is about.
        resting: the provisions that rest on each version of a rule.
        answers: what the rules as they are say, for each provision in the order of its things.
    """

    day: date
    things: Mapping[str, list[_Things]]
    resting: Mapping[InForce, list[Provision]]
    answers: dict[str, list[_Answer]] = field(factory=dict)

    @classmethod
    def of(cls, rulebook: Rulebook, cases: Sequence[object], day: date) -> _Questions:
        edition = rulebook.on(day)
        things: dict[str, list[_Things]] = defaultdict(list)
        for case in cases:
            decide(rulebook, case, on=day, provisions=())  # refuses what cannot be decided on this day
            things[type(case).__name__].append((case,))
            for member in getattr(case, "members", None) or ():
                things["Person"].append((case, member))
        resting: dict[InForce, list[Provision]] = defaultdict(list)
        found = cls(day, things, resting)
        for provision in rulebook.provisions.values():
            for version in versions_behind(provision.rules, edition):
                if not isinstance(version.of, Standard):
                    resting[version].append(provision)
            found.answers[provision.id] = list(found.answered(provision, edition))
        return found

    def answered(self, provision: Provision, edition: Edition) -> Iterable[_Answer]:
        """Yield what a provision says of each thing: whether it holds, and what it gives where it does."""
        things = self.things.get(provision.of, ())
        if not things:
            return
        program = program_of(provision, edition)
        for each in things:
            trace = Trace(program.layout, program.traced(*each, on=self.day), {})
            holds = trace.value(provision.when)
            yield (holds, *(trace.value(rule) for rule in provision.amounts if holds))

    def tell(self, changed: Rulebook, provisions: Iterable[Provision]) -> bool:
        """Whether one of the provisions answers otherwise by changed rules."""
        edition = changed.on(self.day)
        return any(
            now != before
            for provision in provisions
            for now, before in zip(self.answered(provision, edition), self.answers[provision.id], strict=True)
        )


def _exercised(rulebook: Rulebook, version: InForce, asked: Sequence[_Questions]) -> Exercised:
    rule = cast("Rule", version.of)
    every: list[Mutant] = []
    left: list[Mutant] = []
    for mutant in mutants(cast("Expr", version.value)):
        changed = with_rule(rulebook, rule, with_tree(rule, version.start, mutant.tree))
        try:
            told = any(each.tell(changed, each.resting[version]) for each in asked)
        except RuleRefused:  # no author can write it: its numbers leave 64 bits
            continue
        every.append(mutant)
        if not told:
            left.append(mutant)
    return Exercised(version, tuple(every), tuple(left))
