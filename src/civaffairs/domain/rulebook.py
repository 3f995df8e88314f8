"""The rulebook of a place: the rules, provisions and standards of its whole chain, and what holds on a day.

A rule that is referred to is found by its id, from the district up: a district that replaces a rule of its
city says `supersedes`, and every rule that rests on it, wherever it was written, rests on the district's from
then on. Before the district's first version, and in its gaps, the one above holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, frozen

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.provisions import Provision
from civaffairs.domain.rules.depends import rules_of, standards_of
from civaffairs.domain.rules.expr import AmountRule, Condition, ConditionRule, LocalStandard, Quantity
from civaffairs.domain.sources import Clause, Document, Trust
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, Message, UnknownName, fault, message, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.errors import Fault

L = TypeVar("L", AmountRule | ConditionRule, Standard, Provision)
V = TypeVar("V")

SUPPOSED = Document(
    "civaffairs/supposed",
    Label("设想的调整", "a change that is supposed"),
    "",
    None,
    Trust.UNCONFIRMED,
).at("-", Label("不是任何文件的规定，只用于测算", "laid down nowhere, only to be reckoned through"))
"""What is cited for a standard that somebody only supposes."""
_EVER = Period.parse("0001-01-01")
"""A change is supposed to have been in force on every day that there is."""


@frozen(eq=False, repr=False, slots=False)
class InForce(Value):
    """One version of a rule or a standard, as it holds in a place on a day.

    Attributes:
        of: the rule or standard.
        start: since when.
        value: the tree, or the amount.
        clause: where it is laid down.
        latest: whether nothing later is known.
    """

    of: AmountRule | ConditionRule | Standard
    start: Period
    value: Quantity | Condition | Amount
    clause: Clause
    latest: bool

    @property
    def label(self) -> Label:
        """What it is called."""
        return self.of.label


@frozen(eq=False, repr=False, slots=False)
class Edition:
    """What holds in a place on a day; every day until the next change has the same edition.

    Attributes:
        book: the rulebook that it belongs to.
        day: the first day of the edition.
        memo: what engines and analyses made of it, to be kept for as long as it lives.
    """

    book: Rulebook
    day: date
    memo: dict[str, object] = field(factory=dict)
    _found: dict[tuple[str, str], InForce | Message] = field(factory=dict)

    def __repr__(self) -> str:
        return f"Edition({self.book!r}, day={self.day.isoformat()!r})"

    def rule(self, rule: Rule) -> InForce | Message:
        """Return the version that holds of a rule, or why none does.

        Raises:
            DeclarationError: for a rule that nobody declares: the rulebook would not know when it changes.
        """
        if rule.id not in self.book.rules:
            raise DeclarationError(fault("rule_undeclared", rule=rule.id, place=self.book.jurisdiction.label))
        return self._version(("rule", rule.id), self.book.rules[rule.id])

    def standard(self, standard: LocalStandard) -> InForce | Message:
        """Return the version that holds of a standard, or why none does."""
        declared = self.book.standards.get(standard.id, ())
        if not declared:
            return message("standard_unknown", what=standard.label, place=self.book.jurisdiction.label)
        return self._version(("standard", standard.id), declared)

    def _version(
        self, key: tuple[str, str], declared: tuple[AmountRule | ConditionRule | Standard, ...]
    ) -> InForce | Message:
        if key not in self._found:
            self._found[key] = _version(declared, self.day)
        return self._found[key]


@frozen(eq=False, repr=False, slots=False)
class Rulebook:
    """The rules, provisions and standards of a place and of those above it.

    Attributes:
        jurisdiction: the place.
        chain: the place itself and those above it, up to the nation.
        rules: by id, the nearest first.
        provisions: by id, the nearest only.
        standards: by id, the nearest first.

    Raises:
        DeclarationError: where a rule or provision replaces one above without saying so.
    """

    jurisdiction: Jurisdiction
    chain: tuple[Jurisdiction, ...]
    rules: Mapping[str, tuple[Rule, ...]]
    provisions: Mapping[str, Provision]
    standards: Mapping[str, tuple[Standard, ...]]
    _changes: tuple[date, ...]
    _editions: dict[int, Edition] = field(factory=dict)

    def __repr__(self) -> str:
        held = {"rules": self.rules, "provisions": self.provisions, "standards": self.standards}
        counts = ", ".join(f"{name}={len(which)}" for name, which in held.items())
        return f"Rulebook({self.jurisdiction.id!r}, {counts})"

    @classmethod
    def of(
        cls,
        chain: tuple[Jurisdiction, ...],
        rules: Iterable[Rule],
        provisions: Iterable[Provision],
        standards: Iterable[Standard],
    ) -> Rulebook:
        """Return the rulebook of the first jurisdiction of a chain; what others declare is left out."""
        by_rule: dict[str, tuple[Rule, ...]] = _nearest_first(chain, rules)
        by_provision = _nearest_first(chain, provisions)
        by_standard = _nearest_first(chain, standards)
        raise_all(DeclarationError, [*_unsaid(by_rule), *_unsaid(by_provision)])
        nearest = {name: found[0] for name, found in by_provision.items()}
        return cls(chain[0], chain, by_rule, nearest, by_standard, _changes_of(by_rule, by_standard))

    def __reduce__(self) -> tuple[object, ...]:
        # The editions hold programs, which are compiled anew in another process.
        parts = (self.jurisdiction, self.chain, self.rules, self.provisions, self.standards, self._changes)
        return Rulebook, parts

    def on(self, day: date) -> Edition:
        """Return what holds on a day."""
        position = bisect_right(self._changes, day)
        if position not in self._editions:
            first = self._changes[position - 1] if position else day
            self._editions[position] = Edition(self, first)
        return self._editions[position]

    def days_of_change(self, trees: Iterable[Expr] | None = None) -> tuple[date, ...]:
        """Return the days on which something begins or ends to hold, the earliest first.

        Of a start that is only known to the month or year these are the first and the last possible day.

        Args:
            trees: only what these rest on, in every version that there ever was; by default everything.
        """
        if trees is None:
            return self._changes
        return tuple(sorted({day for start in self._starts(trees) for day in _edges(start)}))

    def _starts(self, trees: Iterable[Expr]) -> Iterator[Period]:
        left, seen = list(trees), set[str]()
        while left:
            tree = left.pop()
            for standard in standards_of(tree):
                for declared in self.standards.get(standard.id, ()):
                    yield from declared.timeline.changes
            for rule in rules_of(tree):
                if rule.id not in seen:
                    seen.add(rule.id)
                    for version in self.rules.get(rule.id, ()):
                        yield from version.timeline.changes
                        left += [entry.value for entry in version.timeline]

    def replaced(self, rule: Rule) -> tuple[Rule, ...]:
        """Return the rules above that a rule replaces, the nearest first."""
        declared = self.rules.get(rule.id, ())
        return declared[declared.index(rule) + 1 :] if rule in declared else ()

    @property
    def named_standards(self) -> Mapping[str, Standard | LocalStandard]:
        """Every standard that is declared here or that a rule asks for, by id."""
        asked = (
            standard
            for found in self.rules.values()
            for rule in found
            for entry in rule.timeline
            for standard in standards_of(entry.value)
        )
        found: dict[str, Standard | LocalStandard] = {each.id: each for each in asked}
        return found | {name: declared[0] for name, declared in self.standards.items()}

    def changed(
        self,
        standards: Mapping[str, Amount] | None = None,
        rules: Iterable[Rule] = (),
        *,
        clause: Clause = SUPPOSED,
    ) -> Rulebook:
        """Return this rulebook with other standards and rules, in force on every day that is asked about.

        Args:
            standards: amounts by the ids of standards, declared ones or such as a rule asks for and nobody
                declares.
            rules: rules that replace those of the same ids, or that those need; of each the latest version
                counts.
            clause: what is cited for the amounts.

        Raises:
            DeclarationError: with every standard that there is not, every amount in another kind of unit and
                every rule that is not of the same kind, model and unit as the one that it replaces.

        Example:
            >>> from datetime import date
            >>> from civaffairs import load
            >>> from civaffairs_china.local_standards import dibao_urban
            >>> taoyuan = load()["taoyuan"].rulebook
            >>> higher = taoyuan.changed({"dibao_urban": Amount(720, "元/人·月")})
            >>> higher.on(date(2024, 9, 1)).standard(dibao_urban).value.text("zh")
            '720元/人·月'
        """
        amounts, replacing = dict(standards or {}), tuple(rules)
        known = self.named_standards
        raise_all(DeclarationError, [*_unfit(amounts, known), *self._strangers(replacing)])
        by_rule, by_standard = dict(self.rules), dict(self.standards)
        mine = self.jurisdiction.id
        for name, amount in amounts.items():
            above = tuple(each for each in by_standard.get(name, ()) if each.jurisdiction != mine)
            by_standard[name] = (_supposed(known[name], amount, clause, mine), *above)
        for rule in replacing:
            above_rules = tuple(each for each in by_rule.get(rule.id, ()) if each.jurisdiction != mine)
            by_rule[rule.id] = (_in_force_always(rule, mine), *above_rules)
        changes = _changes_of(by_rule, by_standard)
        return Rulebook(self.jurisdiction, self.chain, by_rule, self.provisions, by_standard, changes)

    def _strangers(self, rules: Iterable[Rule]) -> Iterator[Fault]:
        for rule in rules:
            for replaced in self.rules.get(rule.id, ())[:1]:
                if _meaning(rule) != _meaning(replaced):
                    yield fault("supersedes_another", rule.id, other=replaced.id)

    def provision(self, name: str) -> Provision:
        """Return a provision by its id.

        Raises:
            UnknownName: with those whose names come closest.
        """
        if name not in self.provisions:
            raise UnknownName.among("provision", name, self.provisions)
        return self.provisions[name]

    def provisions_of(self, *models: str) -> tuple[Provision, ...]:
        """Return the provisions about things of these models, in the order in which they were declared."""
        return tuple(each for each in self.provisions.values() if each.of in models)


def versions_behind(rules: Iterable[Rule], edition: Edition) -> tuple[InForce, ...]:
    """Return the versions in force of some rules and of what they rest on, rules and standards, each once.

    Raises:
        DeclarationError: where a rule rests on itself.
    """
    found: dict[tuple[str, str], InForce | Message] = {}
    for rule in rules:
        _gather(edition, rule, found, ())
    return tuple(version for version in found.values() if isinstance(version, InForce))


def _gather(
    edition: Edition, rule: Rule, found: dict[tuple[str, str], InForce | Message], path: tuple[str, ...]
) -> None:
    if rule.id in path:
        circle = " → ".join((*path[path.index(rule.id) :], rule.id))
        raise DeclarationError(fault("rule_rests_on_itself", circle=circle))
    if ("rule", rule.id) in found:
        return
    version = found["rule", rule.id] = edition.rule(rule)
    if isinstance(version, InForce) and not isinstance(version.value, Amount):
        for standard in standards_of(version.value):
            found.setdefault(("standard", standard.id), edition.standard(standard))
        for below in rules_of(version.value):
            _gather(edition, below, found, (*path, rule.id))


def _nearest_first(chain: tuple[Jurisdiction, ...], declared: Iterable[L]) -> dict[str, tuple[L, ...]]:
    order = {jurisdiction.id: place for place, jurisdiction in enumerate(chain)}
    found: dict[str, list[L]] = defaultdict(list)
    for each in declared:
        if each.jurisdiction in order:
            found[each.id].append(each)
    return {
        name: tuple(sorted(several, key=lambda each: order[each.jurisdiction]))
        for name, several in found.items()
    }


def _unsaid(
    declared: Mapping[str, tuple[Rule, ...]] | Mapping[str, tuple[Provision, ...]],
) -> Iterator[Fault]:
    for name, found in declared.items():
        for one, above in pairwise(found):
            if one.supersedes != above.jurisdiction:
                yield fault("supersedes_unsaid", f"{one.jurisdiction}:{name}", above=above.jurisdiction)


def _changes_of(
    rules: Mapping[str, tuple[Rule, ...]], standards: Mapping[str, tuple[Standard, ...]]
) -> tuple[date, ...]:
    """Return every day on which something may begin or end to hold, the earliest first."""
    timelines: list[Timeline[object]] = [
        each.timeline for found in (*rules.values(), *standards.values()) for each in found
    ]
    edges = {edge for timeline in timelines for start in timeline.changes for edge in _edges(start)}
    return tuple(sorted(edges))


def _unfit(amounts: Mapping[str, Amount], known: Mapping[str, Standard | LocalStandard]) -> Iterator[Fault]:
    for name, amount in amounts.items():
        if name not in known:
            yield from UnknownName.among("standard", name, known).faults
        elif not amount.unit.goes_with(known[name].unit):
            yield fault("unit_clash", name, left=amount.unit, right=known[name].unit)


def _supposed(standard: Standard | LocalStandard, amount: Amount, clause: Clause, place: str) -> Standard:
    """Return a standard of a place that is as somebody supposes, with the floor of the one that it was."""
    timeline = _always(amount, clause)
    if isinstance(standard, Standard):
        return evolve(standard, jurisdiction=place, timeline=timeline)
    # Nobody declares it, so nobody says of which subject it is or what those below may do with it.
    return Standard(
        standard.id, place, standard.label, standard.unit, Topic.SOCIAL_ASSISTANCE, timeline, Freedom.SET
    )


def _in_force_always(rule: Rule, place: str) -> Rule:
    latest: Since[Any] = rule.timeline.latest
    timeline: Timeline[Any] = _always(latest.value, latest.clause)
    if isinstance(rule, AmountRule):
        return evolve(rule, jurisdiction=place, timeline=timeline)
    return evolve(rule, jurisdiction=place, timeline=timeline)


def _always(value: V, clause: Clause) -> Timeline[V]:
    never = Label("没有更早的日期", "there is no earlier day")
    return Timeline((NotModelled(never, before=_EVER), Since(_EVER, value, clause)))


def _meaning(rule: Rule) -> tuple[object, ...]:
    return type(rule), rule.of, rule.unit if isinstance(rule, AmountRule) else None


def _edges(start: Period) -> tuple[date, ...]:
    """The days on which the answer to 'what holds' may change: where a start is vague, there are two."""
    return (start.first_day, start.last_day)


def _version(declared: tuple[AmountRule | ConditionRule | Standard, ...], day: date) -> InForce | Message:
    """Return the version of the nearest declaration that has one on this day.

    Where a start is vague, every version that may hold is looked at: where all say the same, it does not
    matter which one it is.
    """
    nearest, *above = declared
    found = nearest.timeline.candidates(day)
    possible = [_possible(nearest, entry, tuple(above), day) for entry in found]
    last = possible[-1]
    if len(possible) == 1:
        return last
    certain = [each for each in possible if isinstance(each, InForce)]
    if (
        isinstance(last, InForce)
        and all(each.value == last.value for each in certain)
        and certain == possible
    ):
        return last
    starts = ", ".join(str(entry.start) for entry in found if isinstance(entry, Since))
    return message("version_uncertain", what=nearest.label, starts=starts)


def _possible(
    nearest: AmountRule | ConditionRule | Standard,
    entry: Since[Any] | NotModelled,
    above: tuple[AmountRule | ConditionRule | Standard, ...],
    day: date,
) -> InForce | Message:
    """Return what holds if this entry does: in a gap, what those above say, if they say anything."""
    if isinstance(entry, Since):
        return InForce(nearest, entry.start, entry.value, entry.clause, entry is nearest.timeline.latest)
    found = _version(above, day) if above else None
    return found if isinstance(found, InForce) else _gap(nearest, entry)


def _gap(each: AmountRule | ConditionRule | Standard, entry: NotModelled) -> Message:
    return message(
        "version_missing",
        what=each.label,
        since=entry.since or "…",
        before=entry.before or "…",
        why=entry.why,
    )
