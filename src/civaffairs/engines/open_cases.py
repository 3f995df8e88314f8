"""A case whose facts are open: whatever a household, an organisation or a cemetery may be.

A fact becomes an open number or truth when a rule asks for it, within the range that its model declares. What
the models refuse is assumed not to be: `guaranteed` says it once more, as formulas, and tests hold it against
the models. An age, and whatever else follows from a date on the day, is open itself; a date that gives it is
looked for only when a case is made of what the solver found.

Lists are of bounded length: a household has as many members as is said, and each other list at most so many
items as is said.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attrs import NOTHING, field, frozen

from civaffairs.domain import models
from civaffairs.domain.models.fact import (
    attributes,
    fact_of,
    fact_of_derived,
    is_model,
    is_term,
    kind_of,
    not_empty,
)
from civaffairs.domain.models.identifiers import credit_check, credit_problems
from civaffairs.domain.models.organisations import OrgKind
from civaffairs.domain.models.people import Assistance
from civaffairs.domain.models.roles import Guardianship, ParentState
from civaffairs.domain.models.years import full_years
from civaffairs.domain.units import exact
from civaffairs.engines.formulas import (
    Formula,
    Number,
    Truth,
    added,
    at_most,
    every,
    opposite,
    some,
    variable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute

    from civaffairs.domain.models.terms import Term
    from civaffairs.domain.rules.expr import Field
    from civaffairs.engines.formulas import Found

Lengths: TypeAlias = Callable[[str], tuple[int, int]]
"""How many items a list holds at least and at most, by its path, as `members` or `members[0].incomes`."""

PARTICULARS = {
    "Person": {"disability_grade": "disabled", "disability_kinds": "disabled"},
    "Supporter": {"disability_grade": "disabled", "disability_kinds": "disabled"},
    "SocialOrg": {
        "grade": "assessed",
        "awarded": "assessed",
        "demoted": "was_demoted",
        "revoked": "was_revoked",
        "public_fundraising": "charitable",
    },
    "CareInstitution": {"rating": "rated"},
    "AssistedPerson": {"returned": "identity_known"},
    "SocialWorker": {"level": "qualified"},
}
"""Facts that are given, or hold, only where another one does: by model, with that other one."""

_PARTS = {
    "Cemetery": (
        ("plots", "single_plots", "joint_plots"),
        ("plots", "ecological_plots"),
        ("plots", "used_plots"),
        ("niches", "used_niches"),
    ),
    "CareInstitution": (
        ("beds", "nursing_beds"),
        ("beds", "dementia_beds"),
        ("residents", "dependent_residents"),
        ("caregivers", "certified_caregivers"),
    ),
    "CommunityFacility": (("area", "office_area"),),
    "Community": (("workers", "certified_workers"),),
    # Whatever happened after the registration, happened no more years ago than it.
    "SocialOrg": tuple(
        ("years_registered_on", later)
        for later in ("years_since_award_on", "years_since_demotion_on", "years_since_revocation_on")
    ),
}
"""Wholes, each with parts that together are not more."""

_EXCLUSIVE = {
    "Person": (("elder", "child"),),
    "Child": (("orphan", "unattended"), ("orphan", "left_behind")),
}
"""Facts, or roles, of which only one can be."""

_DISTINCT = {"SocialOrg": (("annual_checks", "years_ago_on"),)}
"""Lists no two items of which share a number."""


@frozen(eq=False)
class Moved:
    """A number of one thing that is another than in the case: the case as it is after a change.

    Attributes:
        path: the thing.
        name: the fact.
        number: what it is after the change.
    """

    path: str
    name: str
    number: Number


@frozen(eq=False)
class Terms:
    """Which of the terms of a closed list a fact is, or which are in it."""

    known: Formula
    several: bool
    kind: type[Term]
    is_one: dict[str, Formula] = field(factory=dict)


@frozen(eq=False)
class Listed:
    """The items of a list; those that are not there are marked so."""

    known: Formula
    items: tuple[Thing, ...]


Fact: TypeAlias = Number | Truth | Terms | Listed


@frozen(eq=False)
class Thing:
    """One thing whose facts are open.

    Attributes:
        model: the name of its model.
        path: where it stands in the case: `members[0].incomes[1]`, empty for the case itself.
        present: whether it is there at all.
        day: the day for which is asked.
        lengths: how long lists are.
        complete: whether everything is known that may be.
        facts: those that were asked for, by name.
        parts: the roles that were asked for, by name.
    """

    model: str
    path: str
    present: Formula
    day: date
    lengths: Lengths = field(repr=False)
    complete: bool
    facts: dict[str, Fact] = field(factory=dict, repr=False)
    parts: dict[str, Thing] = field(factory=dict, repr=False)

    def number(self, tree: Field, moved: Moved | None = None) -> Number:
        """Return a number of this thing, or of a part of it."""
        thing, name = self.holder(tree.name)
        if moved is not None and (moved.path, moved.name) == (thing.path, name):
            return moved.number.but_known(thing.in_whole())
        return thing.own_number(name).but_known(thing.in_whole())

    def own_number(self, name: str) -> Number:
        """Return a number of this very thing; one that is there only with it is not looked at."""

        def make() -> Number:
            declared, source = self.declared(name)
            scale = 10 ** (declared.places or 0)
            least, most = (
                int(Fraction(exact(cast("Decimal", bound))) * scale)
                for bound in (declared.least, declared.most)
            )
            if source is not None:
                least, most = self._follows(source, least, most)
            known = self._knowable(source or self.attribute(name))
            return Number.between(self._name(name), least, most, known=known)

        return cast("Number", self._fact(name, make))

    def flag(self, name: str) -> Truth:
        """Return a yes or no of this thing, or of a part of it."""
        thing, name = self.holder(name)
        truth = thing.own_flag(name)
        inside = thing.in_whole()
        return Truth(every([inside, truth.yes]), every([inside, truth.no]))

    def is_one_of(self, name: str, terms: Iterable[str]) -> Truth:
        """Return whether a term of this thing, or of a part of it, is one of several."""
        thing, name = self.holder(name)
        found = thing.own_terms(name)
        return Truth.of(
            some(thing.is_term(name, term) for term in terms), known=every([thing.in_whole(), found.known])
        )

    def listed(self, name: str) -> Listed:
        """Return the items of a list of this thing, or of a part of it."""
        thing, name = self.holder(name)
        found = thing.own_list(name)
        return Listed(every([thing.in_whole(), found.known]), found.items)

    # --- what is made when it is first asked for ---

    def own_flag(self, name: str) -> Truth:
        """Return a yes or no of this very thing, as `own_number` does a number."""

        def make() -> Truth:
            holds = variable(self._name(name))
            only_where = PARTICULARS.get(self.model, {}).get(name)
            if only_where is not None:  # not so is allowed anywhere
                holds = every([holds, self.own_flag(only_where).yes])
            known = True if self.complete else variable(f"{self._name(name)}?")
            return Truth.of(holds, known=known)

        return cast("Truth", self._fact(name, make))

    def own_terms(self, name: str) -> Terms:
        """Return a term, or a list of terms, of this very thing."""

        def make() -> Terms:
            attribute = self.attribute(name)
            kind = kind_of(attribute)
            return Terms(self._knowable(attribute), kind.several, kind.of)

        return cast("Terms", self._fact(name, make))

    def is_term(self, name: str, term: str) -> Formula:
        """Return that a term of this very thing is the one with this id, or that it is in the list."""
        return self.own_terms(name).is_one.setdefault(term, variable(f"{self._name(name)}={term}"))

    def own_list(self, name: str) -> Listed:
        """Return the items of a list of this very thing."""

        def make() -> Listed:
            attribute = self.attribute(name)
            model = kind_of(attribute).of
            least, most = self.lengths(self._name(name))
            if fact_of(attribute).check is not_empty:
                least, most = max(least, 1), max(most, 1)
            known = self._knowable(attribute)
            items = tuple(
                self._inner(
                    model.__name__,
                    f"{self._name(name)}[{position}]",
                    every(
                        [
                            self.present,
                            known,
                            True if position < least else variable(f"{self._name(name)}[{position}]"),
                        ]
                    ),
                )
                for position in range(most)
            )
            return Listed(known, items)

        return cast("Listed", self._fact(name, make))

    def part(self, name: str) -> Thing:
        """Return a role of this thing, such as the person as a child; it may not be there."""
        if name not in self.parts:
            model = kind_of(self.attribute(name)).of
            self.parts[name] = self._inner(
                model.__name__, self._name(name), every([self.present, variable(self._name(name))])
            )
        return self.parts[name]

    def holder(self, name: str) -> tuple[Thing, str]:
        """Return the part of this thing in which a fact stands, and what it is called there."""
        *parts, last = name.split(".")
        thing = self
        for each in parts:
            thing = thing.part(each)
        return thing, last

    def in_whole(self) -> Formula:
        """Return, of a part, that it is there. Items are looked at only where they are."""
        return self.present if self.path and not self.path.endswith("]") else True

    def _inner(self, model: str, path: str, present: Formula) -> Thing:
        return Thing(model, path, present, self.day, self.lengths, self.complete)

    def _fact(self, name: str, make: Callable[[], Fact]) -> Fact:
        if name not in self.facts:
            made = make()
            self.facts[name] = made
        return self.facts[name]

    def _name(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _knowable(self, attribute: Attribute[object]) -> Formula:
        """Return where a fact is known: where it may be, and, unless all is, where somebody asked."""
        if not kind_of(attribute).optional:
            return True
        asked = True if self.complete else variable(f"{self._name(attribute.name)}?")
        only_where = PARTICULARS.get(self.model, {}).get(attribute.name)
        return asked if only_where is None else every([asked, self.own_flag(only_where).yes])

    def attribute(self, name: str) -> Attribute[object]:
        """Return what stands in its model under a name."""
        return next(each for each in attributes(self.type) if each.name == name)

    def declared(self, name: str) -> tuple[Any, Attribute[object] | None]:
        """Return what a number is declared to be, and the fact from which it follows where it does."""
        method = getattr(self.type, name)
        if not callable(method):
            return fact_of(self.attribute(name)), None
        declared = fact_of_derived(method)
        return declared, self.attribute(cast("str", declared.follows_from))

    def _follows(self, source: Attribute[object], least: int, most: int) -> tuple[int, int]:
        """Return the bounds of years counted back from the day, by those of the fact they follow from."""
        earliest, latest = fact_of(source).least, fact_of(source).most
        if isinstance(earliest, date):
            most = min(most, full_years(earliest, self.day))
        if isinstance(earliest, int) and isinstance(latest, int):
            least, most = max(least, self.day.year - latest), min(most, self.day.year - earliest)
        return least, most

    @property
    def type(self) -> type:
        """Its model."""
        found: type = getattr(models, self.model)
        return found

    def things(self) -> Iterator[Thing]:
        """Yield it and all things within it that were asked for."""
        yield self
        for part in self.parts.values():
            yield from part.things()
        for fact in self.facts.values():
            if isinstance(fact, Listed):
                for item in fact.items:
                    yield from item.things()


def open_case(model: str, day: date, lengths: Lengths, *, complete: bool = True) -> Thing:
    """Return a case of which nothing is fixed.

    Args:
        model: the name of its model.
        day: the day for which is asked.
        lengths: how many items each list holds at least and at most.
        complete: whether everything is known that may be; otherwise any fact may be unknown too.
    """
    return Thing(model, "", True, day, lengths, complete)


def list_of(model: type, item: str) -> str:
    """Return in which list of a model, or of a part of it, the things of another stand.

    Example:
        >>> list_of(models.Household, "Person"), list_of(models.Person, "Parent")
        ('members', 'child.parents')
    """
    for attribute in attributes(model):
        kind = kind_of(attribute)
        if kind.several and kind.of.__name__ == item:
            return attribute.name
        if not kind.several and is_model(kind.of) and (within := list_of(kind.of, item)):
            return f"{attribute.name}.{within}"
    return ""


# --- what is assumed -----------------------------------------------------------------------------------


def guaranteed(case: Thing, moved: Moved | None = None) -> Iterator[Formula]:
    """Yield what the models guarantee of a case, as far as its facts were asked for."""
    for thing in case.things():
        for formula in _of_thing(thing, moved):
            yield some([opposite(thing.present), formula])


def _of_thing(thing: Thing, moved: Moved | None) -> Iterator[Formula]:
    # These name terms that no rule may have asked for, so they come before what is said of all terms.
    if "tekun" in thing.parts and isinstance(assistance := thing.facts.get("assistance"), Terms):
        tekun = thing.is_term("assistance", Assistance.TEKUN.id)
        yield some([opposite(thing.parts["tekun"].present), opposite(assistance.known), tekun])
    if isinstance(orphan := thing.facts.get("orphan"), Truth):
        yield from _orphan(thing, orphan)
    for fact in thing.facts.values():
        match fact:
            case Number():
                yield fact.within
            case Terms():
                yield _consistent(fact)
            case Listed(items=items):
                # Items stand at the beginning of their list: which ones are missing makes no difference.
                yield from (
                    some([opposite(later.present), earlier.present]) for earlier, later in pairwise(items)
                )
    for whole, *parts in _PARTS.get(thing.model, ()):
        yield _within(thing, whole, [each for each in parts if each in thing.facts], moved)
    for one, other in _EXCLUSIVE.get(thing.model, ()):
        yield some([opposite(_holds(thing, one)), opposite(_holds(thing, other))])
    for name, number in _DISTINCT.get(thing.model, ()):
        yield from _distinct(thing, name, number, moved)


def _consistent(terms: Terms) -> Formula:
    """Return that a fact is only one of its terms, and at least one of them where all were asked for.

    A list of terms may hold several; none that is known is empty.
    """
    among = list(terms.is_one.values())
    only_one = True if terms.several else at_most(1, among)
    at_least_one = some(among) if len(among) == len(list(terms.kind)) else True
    return some([opposite(terms.known), every([only_one, at_least_one])])


def _within(thing: Thing, whole: str, parts: list[str], moved: Moved | None) -> Formula:
    """Return that parts are not more than their whole, as far as they are known."""
    if whole not in thing.facts or not parts:
        return True
    limit = _seen(thing, whole, moved)
    sizes = [_seen(thing, each, moved) for each in parts]
    together = added([each.where(each.known) for each in sizes])
    return some([opposite(limit.known), together.compared("<=", limit).yes])


def _seen(thing: Thing, name: str, moved: Moved | None) -> Number:
    if moved is not None and (moved.path, moved.name) == (thing.path, name):
        return moved.number
    return cast("Number", thing.facts[name])


def _holds(thing: Thing, name: str) -> Formula:
    """Return that a yes-or-no fact holds, or that a role is there; what nobody asked for is left out."""
    if name in thing.parts:
        return thing.parts[name].present
    fact = thing.facts.get(name)
    return fact.yes if isinstance(fact, Truth) else False


def _distinct(thing: Thing, name: str, number: str, moved: Moved | None) -> Iterator[Formula]:
    listed = thing.facts.get(name)
    items = listed.items if isinstance(listed, Listed) else ()
    asked = [each for each in items if number in each.facts]
    for position, later in enumerate(asked):
        for earlier in asked[:position]:
            same = _seen(earlier, number, moved).compared("=", _seen(later, number, moved))
            yield some([opposite(later.present), opposite(same.yes)])


def _orphan(child: Thing, orphan: Truth) -> Iterator[Formula]:
    """Yield that an orphan has no parent who is guardian, or could be."""
    not_orphan = opposite(orphan.yes)
    guardianship, parents = child.facts.get("guardianship"), child.facts.get("parents")
    if isinstance(guardianship, Terms):
        theirs = child.is_term("guardianship", Guardianship.PARENTS.id)
        yield some([not_orphan, opposite(guardianship.known), opposite(theirs)])
    for parent in parents.items if isinstance(parents, Listed) else ():
        if "state" in parent.facts:
            capable = parent.is_term("state", ParentState.CAPABLE.id)
            yield some([not_orphan, opposite(parent.present), opposite(capable)])


# --- a case made of what was found ---------------------------------------------------------------------


def made(case: Thing, found: Found, moved: Moved | None = None) -> object:
    """Return the case that the solver found, built through its models.

    Facts that nobody asked for are left unknown, or are anything where they are required.

    Raises:
        ModelInvalid: where the models refuse it after all.
    """
    facts: dict[str, object] = {}
    for name, part in case.parts.items():
        facts[name] = made(part, found, moved) if found.truth(part.present) else None
    facts.update(given(case, name, found, moved) for name in case.facts)
    return case.type(**{**_required(case, facts), **facts})


def given(thing: Thing, name: str, found: Found, moved: Moved | None = None) -> tuple[str, object]:
    """Return how a fact that was found is given to the model: of an age, that is a date of birth."""
    fact = thing.facts[name]
    known = _seen(thing, name, moved).known if isinstance(fact, Number) else fact.known
    if not found.truth(known):
        source = thing.declared(name)[1] if isinstance(fact, Number) else None
        return (name if source is None else source.name), None
    match fact:
        case Number():
            return _number(thing, name, found.number(_seen(thing, name, moved).size))
        case Truth():
            return name, found.truth(fact.yes)
        case Terms():
            return name, _terms(fact, found)
        case Listed(items=items):
            return name, tuple(made(each, found, moved) for each in items if found.truth(each.present))


def _number(thing: Thing, name: str, size: int) -> tuple[str, object]:
    """Return the fact that gives a number, and what it is: of an age, that is a date of birth."""
    declared, source = thing.declared(name)
    if source is None:
        value = Decimal(size).scaleb(-(declared.places or 0))
        return name, value if kind_of(thing.attribute(name)).of is Decimal else size
    if kind_of(source).of is not date:
        return source.name, thing.day.year - size
    # The years are full since yesterday.
    last = thing.day - timedelta(days=1)
    leap_day = (last.month, last.day) == (2, 29)
    return source.name, last.replace(year=last.year - size, day=28 if leap_day else last.day)


def _terms(terms: Terms, found: Found) -> object:
    """Return what was found of a term or of a list of terms; where none that was asked for, another one."""
    members = {each.id: each for each in terms.kind}
    are = tuple(members[name] for name, is_one in terms.is_one.items() if found.truth(is_one))
    others = tuple(each for name, each in members.items() if name not in terms.is_one)
    several = are or others[:1]
    return several if terms.several else several[0]


_ANYTHING: dict[str, object] = {
    "born": date(1980, 1, 1),
    "name": "某",
    "id": "1",
    "state": ParentState.DEAD,  # which fits an orphan, too
    "members": (),
}
"""What stands for required facts that nobody asked for, by name."""


def _required(thing: Thing, facts: dict[str, object]) -> dict[str, object]:
    """Return the facts that a thing cannot be without and nobody asked for."""
    wanted = [each for each in attributes(thing.type) if each.default is NOTHING and each.name not in facts]
    return {each.name: _anything(each, thing, facts) for each in wanted}


def _anything(attribute: Attribute[object], thing: Thing, facts: dict[str, object]) -> object:
    kind = kind_of(attribute).of
    if fact_of(attribute).check is credit_problems:
        # The second digit of a credit code says of which kind the organisation is.
        kinds = list(OrgKind)
        first = f"5{kinds.index(cast('OrgKind', facts.get('kind', kinds[0]))) + 1}100000000000000"
        return f"{first}{credit_check(first)}"
    if attribute.name in _ANYTHING:
        return _ANYTHING[attribute.name]
    if is_term(kind):
        return next(iter(cast("type[Term]", kind)))
    # The years of annual checks differ.
    position = int(thing.path.rpartition("[")[2].rstrip("]") or 0) if thing.path else 0
    return thing.day.year - 1 - position if attribute.name == "year" else kind(0)


# --- a case that somebody has --------------------------------------------------------------------------


@frozen(eq=False)
class Same:
    """That a fact of an open case is what it is in a case that somebody has.

    Attributes:
        thing: what has the fact.
        name: what it is called.
        holds: that it is the same.
        original: the thing that somebody has; None where it is not there.
        value: what the fact is in it; None where it is not known.
    """

    thing: Thing
    name: str
    holds: Formula
    original: object
    value: object

    @property
    def was_known(self) -> bool:
        """Whether the case that somebody has knows it."""
        return self.value is not None

    @property
    def was(self) -> int | None:
        """Of a number, what it is in that case, as a whole number in the scale of the fact."""
        fact = self.thing.facts.get(self.name)
        return _in_scale(self.thing, self.name, self.value) if isinstance(fact, Number) else None


def as_in(thing: Thing, original: object) -> Iterator[Same]:
    """Yield for each fact that was asked for that it is what it is in a case that somebody has.

    Args:
        thing: the open case, with lists as long as those of the original.
        original: a household or another thing; None for a role that is not there.
    """
    for name, part in thing.parts.items():
        role = None if original is None else getattr(original, name)
        there = opposite(part.present) if role is None else part.present
        yield Same(thing, name, there, original, role)
        yield from as_in(part, role)
    for name, fact in thing.facts.items():
        value = None if original is None else getattr(original, name)
        if callable(value):
            value = value(thing.day)
        yield Same(thing, name, _is_value(thing, name, fact, value), original, value)
        if isinstance(fact, Listed):
            for item, one in zip(fact.items, value or (), strict=False):
                yield from as_in(item, one)


def _is_value(thing: Thing, name: str, fact: Fact, value: Any) -> Formula:  # noqa: ANN401 - whatever the fact is
    match fact:
        case Truth():
            return opposite(fact.known) if value is None else fact.yes if value else fact.no
        case Number() if value is not None:
            return fact.compared("=", Number.fixed(_in_scale(thing, name, value) or 0)).yes
        case Terms() if value is not None:
            ids = {each.id for each in (value if fact.several else (value,))}
            said = (is_one if term in ids else opposite(is_one) for term, is_one in fact.is_one.items())
            return every([fact.known, *said])
        case Listed() if value is not None:
            there = (
                item.present if position < len(value) else opposite(item.present)
                for position, item in enumerate(fact.items)
            )
            return every([fact.known, *there])
        case _:
            return opposite(fact.known)


def _in_scale(thing: Thing, name: str, value: Any) -> int | None:  # noqa: ANN401 - a Decimal or an int
    if value is None:
        return None
    return (Fraction(exact(value)) * 10 ** (thing.declared(name)[0].places or 0)).numerator
