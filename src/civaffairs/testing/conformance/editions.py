"""Whether the rules that hold in a place fit together, on every date on which one of them changes.

A rule, its parts and its standards change on dates of their own, and a place has its own rules and those of
everybody above it. So what fits together in each document may not do so on some day in some place.
"""

from __future__ import annotations

from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from civaffairs.domain.provisions import Provision
from civaffairs.domain.rulebook import Edition, InForce, Rulebook
from civaffairs.domain.rules.depends import rules_of, standards_of
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.sources import Clause
from civaffairs.domain.timeline import NotModelled
from civaffairs.domain.units import Amount
from civaffairs.domain.values import Value
from civaffairs.engines.deciding import program_of
from civaffairs.errors import CivaffairsError, DeclarationError, Message, message
from civaffairs.testing.conformance.requirement import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.names import Label
    from civaffairs.domain.rules.expr import Rule

_ONE_DAY = timedelta(days=1)

Versions: TypeAlias = "dict[str, InForce | Message]"
"""By the id of a rule its version on a day, or why there is none."""


def editions(subject: Subject) -> Iterator[Finding]:
    """Yield what does not fit together in the rules that hold in a place.

    On each date on which anything changes, and on the day before the first: a rule or provision that rests on
    a rule that nobody declares or that has ended, rules that rest on each other, and provisions that cannot
    be compiled. What stays so for several dates is said once, for the first of them. Besides, what
    replaces something above without saying so, or says so of nothing.
    """
    try:
        book = subject.dossier.rulebook
    except DeclarationError as error:
        yield from _unsaid(subject, error)
        return
    yield from _replacing_nothing(subject)
    yield from _lasting(_Reading(book).problems())


def holes(subject: Subject) -> Iterator[Finding]:
    """Yield each standard that rules in force rest on and for which nobody from here up declares anything.

    A standard with a gap that is said is no hole: that it is not known is an answer.
    """
    book = subject.dossier.rulebook
    missing: dict[str, LocalStandard] = {}
    resting: dict[str, dict[str, InForce]] = {}
    for day in book.days_of_change():
        for version in _in_force(_versions(book.on(day))):
            for standard in _standards(version):
                if standard.id not in book.standards:
                    missing[standard.id] = standard
                    resting.setdefault(standard.id, {})[version.of.id] = version
    for name, standard in missing.items():
        first = next(iter(resting[name].values()))
        said = message("conform_hole", what=standard.label, rule=first.label, rules=len(resting[name]))
        yield Finding(name, said, first.clause)


# --- what is said besides --------------------------------------------------------------------------


def _declared(subject: Subject) -> tuple[Rule | Provision, ...]:
    """Return the rules and provisions of a place and of those above it, whether they hold there or not."""
    places = {place.id for place in subject.dossier.places}
    every: tuple[Rule | Provision, ...] = (*subject.catalogue.rules, *subject.catalogue.provisions)
    return tuple(each for each in every if each.jurisdiction in places)


def _laid_down(each: Rule | Provision) -> Clause:
    return (each.when if isinstance(each, Provision) else each).timeline.latest.clause


def _unsaid(subject: Subject, error: DeclarationError) -> Iterator[Finding]:
    """Yield what replaces something above without saying so, for which there is no rulebook."""
    declared = {f"{each.jurisdiction}:{each.id}": each for each in _declared(subject)}
    for each in error.faults:
        yield Finding(declared[each.where].id, each.what, _laid_down(declared[each.where]))


def _replacing_nothing(subject: Subject) -> Iterator[Finding]:
    """Yield what says that it replaces something of a jurisdiction above that has no such thing."""
    declared = _declared(subject)
    known = {(isinstance(each, Provision), each.id, each.jurisdiction) for each in declared}
    for each in declared:
        replaces = (isinstance(each, Provision), each.id, each.supersedes)
        if each.supersedes is not None and replaces not in known:
            said = message("conform_replaces_nothing", what=each.label, above=each.supersedes)
            yield Finding(each.id, said, _laid_down(each))


# --- one day after the other -----------------------------------------------------------------------


@frozen(eq=False, repr=False, slots=False)
class _Problem(Value):
    """Something that is wrong on a day. Two are the same where they say the same of the same."""

    of: str
    code: str
    args: tuple[tuple[str, object], ...]
    clause: Clause

    def finding(self, first: date, last: date, days: int) -> Finding:
        """Return it as a finding that says how long it lasts."""
        said = message(self.code, **dict(self.args), days=days, last=last.isoformat())
        return Finding(self.of, said, self.clause, first)


def _lasting(each_day: Iterable[tuple[date, tuple[_Problem, ...]]]) -> Iterator[Finding]:
    """Yield each problem once for the dates in a row on which there is one."""
    lasting: dict[_Problem, list[date]] = {}
    for day, problems in each_day:
        for ended in [each for each in lasting if each not in problems]:
            days = lasting.pop(ended)
            yield ended.finding(days[0], days[-1], len(days))
        for problem in problems:
            lasting.setdefault(problem, []).append(day)
    for problem, days in lasting.items():
        yield problem.finding(days[0], days[-1], len(days))


@frozen(eq=False)
class _Day:
    """What holds on a day: of each rule the version, or why there is none."""

    day: date
    edition: Edition
    versions: Versions

    @property
    def in_force(self) -> dict[str, InForce]:
        """The versions in force, by the id of the rule."""
        return {version.of.id: version for version in _in_force(self.versions)}

    def ended(self, rule: Rule) -> Label | None:
        """Return why a rule holds no longer; None where it does, or begins later.

        A gap that is said before a version, as where the sources have nothing earlier, is an answer.
        """
        entry = self.edition.book.rules[rule.id][0].timeline.candidates(self.day)[-1]
        if not isinstance(entry, NotModelled) or entry.before is not None:
            return None
        return (
            entry.why if isinstance(self.versions[rule.id], Message) else None
        )  # one above may hold instead


@frozen(eq=False)
class _Reading:
    """Goes through the editions of a rulebook; what is the same in two of them is looked at once."""

    book: Rulebook
    _compiled: dict[tuple[str, frozenset[tuple[str, int]]], tuple[Message, ...]] = field(factory=dict)

    def problems(self) -> Iterator[tuple[date, tuple[_Problem, ...]]]:
        """Yield each date with what is wrong on it, and before them the day before the first."""
        days = self.book.days_of_change()
        for day in (*(first - _ONE_DAY for first in days[:1]), *days):
            edition = self.book.on(day)
            yield day, tuple(dict.fromkeys(self._on(_Day(day, edition, _versions(edition)))))

    def _on(self, today: _Day) -> Iterator[_Problem]:
        in_force = today.in_force
        for name, version in in_force.items():
            yield from _resting(name, version.label, version.clause, _rules(version), today)
        circle = _circle(in_force)
        if circle:
            yield _problem(circle[0], in_force[circle[0]].clause, "conform_circle", circle=" → ".join(circle))
        for provision in self.book.provisions.values():
            label, clause = provision.label, _laid_down(provision)
            if provision.when.id not in today.versions:
                yield from _resting(provision.id, label, clause, [provision.when], today)
            elif provision.when.id in in_force:
                clause = in_force[provision.when.id].clause
                yield from _resting(provision.id, label, clause, provision.amounts, today)
                for why in () if circle else self._refused(provision, today):
                    yield _problem(provision.id, clause, "conform_not_compiled", what=label, why=why)

    def _refused(self, provision: Provision, today: _Day) -> tuple[Message, ...]:
        """Return why a provision cannot be compiled; nothing where it can."""
        key = provision.id, _versions_behind(provision, today)
        if key not in self._compiled:
            self._compiled[key] = ()
            try:
                program_of(provision, today.edition)
            except CivaffairsError as error:
                # That a rule is declared nowhere was said where it is referred to.
                found = (each.what for each in error.faults if each.code != "rule_undeclared")
                self._compiled[key] = tuple(found)
        return self._compiled[key]


def _resting(
    name: str, label: Label, clause: Clause, below: Iterable[Rule], today: _Day
) -> Iterator[_Problem]:
    """Yield on what something in force rests that nobody declares or that has ended."""
    for rule in below:
        if rule.id not in today.versions:
            yield _problem(name, clause, "conform_rests_on_undeclared", what=label, rule=rule.id)
        elif (why := today.ended(rule)) is not None:
            yield _problem(name, clause, "conform_rests_on_ended", what=label, rule=rule.label, why=why)


def _problem(of: str, clause: Clause, code: str, **args: object) -> _Problem:
    return _Problem(of, code, tuple(sorted(args.items())), clause)


def _versions(edition: Edition) -> Versions:
    return {name: edition.rule(found[0]) for name, found in edition.book.rules.items()}


def _in_force(versions: Versions) -> Iterator[InForce]:
    return (version for version in versions.values() if isinstance(version, InForce))


def _rules(version: InForce) -> tuple[Rule, ...]:
    return () if isinstance(version.value, Amount) else rules_of(version.value)


def _standards(version: InForce) -> tuple[LocalStandard, ...]:
    return () if isinstance(version.value, Amount) else standards_of(version.value)


def _circle(in_force: dict[str, InForce]) -> tuple[str, ...]:
    """Return the ids of rules that rest on each other, the first one at the end again; none where none do."""
    below = {name: [rule.id for rule in _rules(version)] for name, version in in_force.items()}
    try:
        TopologicalSorter(below).prepare()
    except CycleError as error:
        _, *found = reversed(error.args[1])  # each before the one that it rests on
        start = found.index(min(found))
        return (*found[start:], *found[:start], found[start])
    return ()


def _versions_behind(provision: Provision, today: _Day) -> frozenset[tuple[str, int]]:
    """Return which versions of rules and standards a provision rests on: all that its program is made of."""
    found: dict[str, int] = {}
    left = [rule.id for rule in provision.rules]
    while left:
        version = today.versions.get(name := left.pop())
        if name not in found and isinstance(version, InForce):
            found[name] = id(version.value)
            left += (rule.id for rule in _rules(version))
            for standard in _standards(version):
                known = today.edition.standard(standard)
                if isinstance(known, InForce):
                    found[f"standard {standard.id}"] = id(known.value)
    return frozenset(found.items())
