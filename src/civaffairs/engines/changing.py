"""The least change of a case that would make it meet the condition of a provision.

Least means: of the fewest facts, and each number by the smallest step that does. Several such changes may be
possible, each of other facts; some of them are found. What is not known may come to be known, which counts as
a change too; what is known stays known. Lists stay as long as they are, an age and whatever else follows from
a date only grows, and what says of which kind a thing is (urban or rural, wages or a pension) stays.

What a function computes (`Opaque`) is taken as it is: a change that would alter it is not looked for.

Example:
    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from civaffairs import Area, Household, Person, load
    >>> elder = Person(born=date(1961, 3, 1), incomes=())
    >>> home = Household(area=Area.URBAN, members=(elder,), assets=Decimal(90000))
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> found = least_changes(taoyuan, home, "winter_heating", date(2024, 9, 1))
    >>> [each.text("en") for change in found for each in change.facts]
    ['assets: 90,000 yuan → 25,200 yuan', 'members[0] age: 63 years → 70 years']
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attrs import frozen

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models.fact import fact_of, kind_of, label_of, replaced
from civaffairs.domain.models.people import Household
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision
from civaffairs.domain.rulebook import Edition
from civaffairs.domain.rules.evaluate import Things, computed, holds
from civaffairs.domain.units import RATIO, Amount, exact
from civaffairs.domain.values import Value
from civaffairs.engines.asking import Several
from civaffairs.engines.formulas import (
    Found,
    Nothing,
    Number,
    Search,
    at_most,
    every,
    opposite,
    some,
    subtracted,
)
from civaffairs.engines.open_cases import Listed, Same, Terms, Thing, as_in, given, made, open_case
from civaffairs.engines.smt import Reader
from civaffairs.errors import CivaffairsError, InputInvalid, Message, NotInForce, fault, language, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.engines.formulas import Formula
    from civaffairs.engines.open_cases import Lengths
    from civaffairs.errors import Language

Seen: TypeAlias = Amount | Term | bool | tuple[Term, ...] | None
"""A fact as a reader sees it; None where it is not known."""
ALTERNATIVES = 5
"""So many changes are looked for, each of other facts."""


@frozen(eq=False, repr=False, slots=False)
class FactChange(Value):
    """One fact that would be another.

    Attributes:
        where: the thing that has it: `members[0].incomes[1]`; empty for the case itself.
        label: what it is called.
        before: what it is; None where it is not known.
        after: what it would be.
    """

    where: str
    label: Label
    before: Seen
    after: Seen

    def text(self, lang: Language | None = None) -> str:
        """Return the change for a reader."""
        chosen = lang or language()
        whose = f"{self.where} " if self.where else ""
        colon = "：" if chosen == "zh" else ": "
        before, after = (_said(each, chosen) for each in (self.before, self.after))
        return f"{whose}{self.label.text(chosen)}{colon}{before} → {after}"


@frozen(eq=False, repr=False, slots=False)
class LeastChange(Value):
    """Facts that together would make a case meet a condition, and none fewer.

    Attributes:
        facts: what would be other.
        case: the case as it would be, built through its models and tried with the reference evaluation.
    """

    facts: tuple[FactChange, ...]
    case: object


@frozen(eq=False, repr=False, slots=False)
class Changes(Value):
    """What was found.

    Attributes:
        about: where in the case the thing stands that the provision is about; empty for the case itself.
        found: changes, each of as few facts as there are; none where no change was found.
        already: whether the condition is met as the case is.
        why: why nothing more is said: time ran out, something found could not be tried, or the rules rest on
            what nobody knows.
    """

    about: str
    found: tuple[LeastChange, ...]
    already: bool = False
    why: Message | None = None

    def __iter__(self) -> Iterator[LeastChange]:
        return iter(self.found)

    @property
    def said(self) -> Message:
        """What was found, for a reader."""
        if self.already:
            return message("change_needless")
        if self.found:
            return message("change_found", number=len(self.found), facts=len(self.found[0].facts))
        return self.why or message("change_impossible")


def least_changes(
    rulebook: Rulebook, case: object, name: str, on: date, *, member: int = 0, seconds: float = 10
) -> Changes:
    """Find the least changes that would make a case meet the condition of a provision.

    Args:
        rulebook: that of the place.
        case: a household, a social organisation, a cemetery or the like.
        name: the id of the provision.
        on: the day for which it is decided.
        member: for a provision about persons, which member of the household is meant, counted from zero.
        seconds: how long it may take.

    Raises:
        UnknownName: where there is no such provision.
        InputInvalid: where it is about something else, or something in the case is dated after that day.
    """
    provision = rulebook.provision(name)
    tried = _Tried(provision, rulebook.on(on), on, member)
    about = f"members[{member}]" if provision.of == "Person" else ""
    if tried.meets(case):
        return Changes(about, (), already=True)
    opened = open_case(type(case).__name__, on, _lengths_of(case), complete=False)
    things = {opened.model: opened}
    if provision.of == "Person":
        things["Person"] = opened.listed("members").items[member]
    reader, search = Reader(tried.edition), Search(seconds)
    wanted = reader.condition(provision.when, things)
    asked = tuple(as_in(opened, case))
    search.assume(*reader.assumed(opened), wanted.yes, *_as_computed(reader, case, on))
    search.assume(*(formula for same in asked for formula in _kept(same)))
    changeable = tuple(same for same in asked if same.name in same.thing.facts)
    found, why = _alternatives(_Open(search, opened, case, changeable), tried)
    return Changes(about, found, why=why or (None if found else _reservation(reader)))


def _reservation(reader: Reader) -> Message | None:
    """Return why it may be possible after all, although no change was found; None where it is not."""
    if reader.absent:
        return message("change_unknown_rule", missing=Several(tuple(reader.absent.values())))
    opaque = next(iter(reader.computed.values()), None)
    return None if opaque is None else message("change_opaque", what=opaque[0].label)


@frozen
class _Tried:
    """The reference evaluation of what a provision asks of a case."""

    provision: Provision
    edition: Edition
    on: date
    member: int

    def meets(self, case: Any) -> bool:  # noqa: ANN401 - a thing of any model
        """Return whether a case meets the condition.

        Raises:
            InputInvalid: where the provision is about something else.
        """
        things = {type(case).__name__: case}
        if self.provision.of == "Person" and isinstance(case, Household) and self.member < len(case.members):
            things["Person"] = case.members[self.member]
        if self.provision.of not in things:
            labels = {"provision": self.provision.label, "model": label_of(type(case))}
            raise InputInvalid(fault("provision_of_another", **labels))
        try:
            return holds(self.provision.when, CaseFacts(self.edition, self.on), Things(things)) is True
        except NotInForce as error:  # somebody is born after that day
            raise InputInvalid(*error.faults) from None


@frozen(eq=False)
class _Open:
    """A case that may change.

    Attributes:
        search: the solver; it assumes that the condition is met.
        opened: the open case.
        case: the case as it is.
        facts: for each fact that it is as it is in the case.
    """

    search: Search
    opened: Thing
    case: object
    facts: tuple[Same, ...]

    def changed(self, found: Found) -> tuple[Same, ...]:
        """Return the facts that would be others."""
        return tuple(same for same in self.facts if not found.truth(same.holds))

    def tightened(self, changed: tuple[Same, ...], found: Found) -> Found:
        """Return a change of the same facts in which each number changes by as little as it can."""
        assumed = [same.holds for same in self.facts if same not in changed]
        for same in changed:
            number = same.thing.facts[same.name]
            if not isinstance(number, Number) or same.was is None:
                continue
            was = Number.fixed(same.was)
            least, most = 0, abs(found.number(number.size) - same.was)
            while most - least > 1:
                middle = (least + most) // 2
                better = self.search.find(*assumed, *_near(number, was, middle))
                if isinstance(better, Found):
                    found, most = better, abs(better.number(number.size) - same.was)
                elif better is Nothing.THERE_IS_NONE:
                    least = middle
                else:
                    return found
            assumed += _near(number, was, most)
        return found


def _alternatives(open_one: _Open, tried: _Tried) -> tuple[tuple[LeastChange, ...], Message | None]:
    """Return changes of as few facts as there are, each of other facts; and why there are no more."""
    search, others = open_one.search, [opposite(same.holds) for same in open_one.facts]
    found: list[LeastChange] = []
    fewest = 1
    while fewest <= len(others) and len(found) < ALTERNATIVES:
        one = search.find(at_most(fewest, others))
        if one is Nothing.NOT_SETTLED:
            return tuple(found), message("change_out_of_time")
        if isinstance(one, Found):
            changed = open_one.changed(one)
            one = open_one.tightened(changed, one)
            try:
                case = _remade(open_one.opened, open_one.case, one, changed)
            except CivaffairsError as error:
                return tuple(found), message("unsettled_refused", fault=error.faults[0])
            if not tried.meets(case):
                return tuple(found), message("unsettled_untried")
            facts = sorted((_described(each, one) for each in changed), key=_place)
            found.append(LeastChange(tuple(facts), case))
            search.assume(some(same.holds for same in changed))
        elif found:
            break
        else:
            fewest += 1
    return tuple(sorted(found, key=lambda change: [_place(each) for each in change.facts])), None


def _place(change: FactChange) -> tuple[str, str]:
    return change.where, change.label.en


def _near(number: Number, was: Number, most: int) -> tuple[Formula, ...]:
    """Return that a number is known and no farther than so much from what it was."""
    apart = subtracted(number, was)
    limit = Number.fixed(most)
    return (apart.compared("<=", limit).yes, apart.times(-1).compared("<=", limit).yes)


def _kept(same: Same) -> Iterator[Formula]:
    """Yield what does not change: known stays known, kinds stay, ages grow, lists stay as they are."""
    thing, name = same.thing, same.name
    if not same.was_known:
        return
    fact = thing.facts.get(name)
    stored = fact is not None and not callable(getattr(thing.type, name))
    required = stored and not kind_of(thing.attribute(name)).optional
    if fact is None or isinstance(fact, Listed) or (isinstance(fact, Terms) and required):
        yield same.holds
    elif isinstance(fact, Number) and same.was is not None and callable(getattr(thing.type, name)):
        yield fact.compared(">=", Number.fixed(same.was)).yes
    else:
        yield fact.known


def _as_computed(reader: Reader, case: object, on: date) -> Iterator[Formula]:
    """Yield that what functions compute is what they compute of the case as it is."""
    for tree, thing, number in reader.computed.values():
        value = computed(tree, _at(case, thing.path), on)
        if value is None:
            yield opposite(number.known)
        else:
            size = Fraction(value) * 10**tree.places
            yield every([number.known, number.compared("=", Number.fixed(size.numerator)).yes])


def _lengths_of(case: object) -> Lengths:
    """Return lists as long as those of a case; one of which nothing is known may come out empty."""

    def lengths(path: str) -> tuple[int, int]:
        found = _at(case, path)
        size = 0 if found is None else len(cast("tuple[object, ...]", found))
        return size, size

    return lengths


def _at(case: object, path: str) -> object:
    """Return what stands at a path of a case; None where something on the way is not known."""
    found: Any = case
    for step in path.replace("]", "").replace("[", ".").split(".") if path else ():
        if found is not None:
            found = found[int(step)] if step.isdecimal() else getattr(found, step)
    return cast("object", found)


def _remade(thing: Thing, original: Any, found: Found, changed: tuple[Same, ...]) -> object:  # noqa: ANN401 - of any model
    """Return a thing with the facts changed that would be others, and everything else as it is."""
    facts: dict[str, object] = {}
    for name, part in thing.parts.items():
        role = getattr(original, name)
        if found.truth(part.present):
            facts[name] = made(part, found) if role is None else _remade(part, role, found, changed)
    for name, fact in thing.facts.items():
        if isinstance(fact, Listed) and getattr(original, name) is not None:
            pairs = zip(fact.items, getattr(original, name), strict=True)
            facts[name] = tuple(_remade(item, one, found, changed) for item, one in pairs)
    facts.update(given(each.thing, each.name, found) for each in changed if each.thing is thing)
    return replaced(original, **facts) if facts else original


def _described(same: Same, found: Found) -> FactChange:
    thing, fact = same.thing, same.thing.facts[same.name]
    if not isinstance(fact, Number):
        before = None if not same.was_known else getattr(same.original, same.name)
        label = fact_of(thing.attribute(same.name)).label
        return FactChange(thing.path, label, before, cast("Any", given(thing, same.name, found)[1]))
    declared, _ = thing.declared(same.name)
    places, unit = declared.places or 0, declared.unit or RATIO
    sizes = (same.was, found.number(fact.size))
    before, after = (None if size is None else Amount(_decimal(size, places), unit) for size in sizes)
    return FactChange(thing.path, declared.label, before, after)


def _decimal(size: int, places: int) -> Decimal:
    return exact(Fraction(size, 10**places))


def _said(value: Seen, lang: Language) -> str:
    match value:
        case None:
            return message("change_unknown").text(lang)
        case bool():
            return message("yes" if value else "no").text(lang)
        case tuple():
            return ", ".join(each.text(lang) for each in value) or message("change_nothing").text(lang)
        case _:
            return value.text(lang)
