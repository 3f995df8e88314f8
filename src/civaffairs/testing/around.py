"""Cases for a given rule: at each of its thresholds and beside them.

Thresholds are read from the tree. Every comparison, and every greatest or least of several, has two sides:
what one side can come to where nothing but constants and local standards is in it, is what the other side is
aimed at, down to the facts that it is made of. So `income_per_head < dibao_standard * "1.5"` aims the monthly
income of a member at 1.5 times the urban and the rural standard, times one, two and three members. A fact is
then drawn at its threshold, one step below, one step above, or anywhere else; an age as a birth on the day
and one day around it; a term among those that the rule names, and others.

Example:
    >>> from datetime import date
    >>> from hypothesis import find
    >>> from civaffairs import load
    >>> from civaffairs.engines.deciding import decide
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> day = date(2024, 9, 1)
    >>> visits = taoyuan.provision("home_visits")
    >>> case = find(
    ...     cases_around(visits, rulebook=taoyuan, on=day, others=False),
    ...     lambda case: any(
    ...         each.answer.name == "YES"
    ...         for each in decide(taoyuan, case, on=day, provisions=["home_visits"])
    ...     ),
    ... )
    >>> [member.age_on(day) >= 65 for member in case.members]
    [True]
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import permutations, product
from math import ceil, floor
from typing import TYPE_CHECKING, Any, assert_never, cast

from attrs import field, frozen
from hypothesis import strategies as st

from civaffairs.domain import models
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models.fact import (
    attribute_of,
    attributes,
    fact_of,
    is_model,
    is_term,
    kind_of,
    not_empty,
)
from civaffairs.domain.provisions import Provision
from civaffairs.domain.rulebook import Edition, InForce, Rulebook, versions_behind
from civaffairs.domain.rules import views
from civaffairs.domain.rules.depends import rules_of
from civaffairs.domain.rules.expr import (
    AmountRule,
    AnyItem,
    Cases,
    Compare,
    ConditionRule,
    Count,
    Difference,
    Field,
    Flag,
    Greatest,
    Growth,
    IsOneOf,
    Items,
    ItemsCount,
    ItemsTotal,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Observed,
    Opaque,
    Product,
    Quantity,
    Quotient,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.named import shape_of_rule
from civaffairs.domain.rules.shape import Shaper, lineage
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.units import Amount, Size
from civaffairs.errors import Message, UnitClash
from civaffairs.testing.meeting import Gap, met, numbers_in
from civaffairs.testing.strategies.days import around, births, years_before
from civaffairs.testing.strategies.things import fact_values, perhaps, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute
    from hypothesis.strategies import DrawFn, SearchStrategy

    from civaffairs.domain.models import Term
    from civaffairs.domain.rules.expr import Expr, Rule

_MOST = 24
"""Of so many sizes that a quantity can come to each is looked at; beyond, the first ones."""
_ROUND = 1000
"""What a fact is taken to be where a rule compares it with another fact, as ecological plots with plots."""
_SIZES = (1, 2, 3)
_MOST_ITEMS = 6
_ORDINARY = 10_000
_OLD = 105
_EXCLUDE_EACH_OTHER = ("elder", "child")


# --- cases -----------------------------------------------------------------------------------------


def cases_around(
    *what: Rule | Provision, rulebook: Rulebook, on: date, unknown: int = 0, others: bool = True
) -> SearchStrategy[Any]:
    """Draw cases around the thresholds of rules or provisions, as they stand in a place on a day.

    A rule about persons is given households, since that is how cases are decided. What is drawn is sound.

    Args:
        what: rules or provisions, all about one case.
        rulebook: that of the place.
        on: the day for which cases are decided; nothing in them is dated after it.
        unknown: one in how many of the facts that may be unknown is; 0 for none of them.
        others: whether facts that the rules never look at are drawn too, or stay unknown.

    Raises:
        DeclarationError: for a rule that the rulebook does not hold.
    """
    rules = [rule for each in what for rule in (each.rules if isinstance(each, Provision) else (each,))]
    found = thresholds(rules, rulebook, on)
    return found.cases(rules[0].of, unknown=unknown, others=others)


def days_around_changes(*what: Rule | Provision, rulebook: Rulebook) -> SearchStrategy[date]:
    """Draw the days on which rules and whatever they rest on change, and those before and after."""
    rules = [rule for each in what for rule in (each.rules if isinstance(each, Provision) else (each,))]
    return st.sampled_from(around(rulebook.days_of_change(rules)))


# --- thresholds ------------------------------------------------------------------------------------


def thresholds(trees: Iterable[Expr], rulebook: Rulebook, on: date) -> Thresholds:
    """Return what trees look at and where their thresholds lie, as rules and standards stand on a day.

    Raises:
        DeclarationError: for a rule that the rulebook does not hold.
    """
    edition = rulebook.on(on)
    found = Thresholds(edition, on)
    whole = list(trees)
    rules = [rule for tree in whole for rule in rules_of(tree)]
    versions = [each.value for each in versions_behind(rules, edition) if not isinstance(each.value, Amount)]
    tops = [*whole, *(each.value for each in map(edition.rule, _rules(whole)) if isinstance(each, InForce))]
    for tree in (*whole, *versions):
        for node in nodes(tree):
            found.look_at(node)
            if isinstance(node, Compare):
                (found.own if tree in tops else found.behind).append(node)
    return found


def _rules(trees: Iterable[Expr]) -> Iterator[Rule]:
    """Yield the trees that are rules themselves: what is asked for is what they say."""
    yield from (tree for tree in trees if isinstance(tree, AmountRule | ConditionRule))


@frozen(eq=False)
class Thresholds:
    """The facts that rules look at, by model and name, with the values that their thresholds ask for.

    Attributes:
        edition: what holds where and when.
        on: the day.
        own: the comparisons in the trees themselves.
        behind: those in the rules that they rest on.
        facts: every fact that is looked at.
        numbers: of a fact, the numbers at which something may change.
        sizes: of a list, the numbers of things in it.
        terms: of a fact, the ids of the terms that are named.
    """

    edition: Edition
    on: date
    own: list[Compare] = field(factory=list)
    behind: list[Compare] = field(factory=list)
    facts: set[tuple[str, str]] = field(factory=set)
    numbers: dict[tuple[str, str], set[Fraction]] = field(factory=lambda: defaultdict(set))
    sizes: dict[tuple[str, str], set[int]] = field(factory=lambda: defaultdict(set))
    terms: dict[tuple[str, str], set[str]] = field(factory=lambda: defaultdict(set))

    def look_at(self, node: Expr) -> None:
        """Note what one node of a tree looks at, and the thresholds that it sets."""
        match node:
            case Field():
                self._note(node.model, _stored(node))
            case Flag(model, name):
                self._note(model, name)
            case IsOneOf(model, name, _, terms):
                self._note(model, name)
                self.terms[model, name] |= {term.id for term in terms}
            case ItemsCount(items) | ItemsTotal(items) | AnyItem(items):
                self._note(items.model, items.name)
            case Opaque(model=model):
                # What a function looks at is not known: at everything, it may be.
                for attribute in attributes(getattr(models, model)):
                    self._note(model, attribute.name)
            case Compare(left, _, right):
                self._aim(left, self._possible(right))
                self._aim(right, self._possible(left))
            case Greatest(terms) | Least(terms):
                for one, other in permutations(terms, 2):
                    self._aim(one, self._possible(other))
            case _:
                pass

    def cases(self, model: str, *, unknown: int = 0, others: bool = True) -> SearchStrategy[Any]:
        """Draw things of a model, or wholes that hold them; the arguments are those of `cases_around`."""
        *within, whole = lineage(model)
        for each in within:
            self._note(*holders()[each])
        things = _Drawing(self, unknown, others).things(getattr(models, whole), whole)
        return _at_thresholds(self, things) if self.own or self.behind else things

    def around(self, fact: Field) -> tuple[Decimal, ...]:
        """Return the numbers at the thresholds of a fact and one step beside them, the smallest first."""
        declared = fact_of(_attribute(fact.model, fact.name))
        return self._beside((fact.model, fact.name), declared.least, declared.most, fact.places)

    def _beside(self, key: tuple[str, str], least: object, most: object, places: int) -> tuple[Decimal, ...]:
        near: set[Decimal] = set()
        step = Decimal(1).scaleb(-places)
        for number in self.numbers.get(key, ()):
            for rounded in (floor, ceil):
                at = rounded(number * 10**places) * step
                near |= {at - step, at, at + step}
        low = Decimal(least) if isinstance(least, int | Decimal) else Decimal(0)
        high = Decimal(most) if isinstance(most, int | Decimal) else Decimal(10**9)
        return tuple(sorted(each for each in near if low <= each <= high))

    def _note(self, model: str, name: str) -> None:
        """Note a fact, and the parts in which it stands."""
        steps = name.split(".")
        self.facts.update((model, ".".join(steps[: end + 1])) for end in range(len(steps)))

    def _possible(self, tree: Quantity) -> tuple[Size, ...]:
        """Return what a quantity can come to, as far as constants and local standards say it."""
        match tree:
            case Literal(amount):
                return (Size.of(amount),)
            case LocalStandard():
                found = CaseFacts(self.edition, self.on).local(tree)
                return () if isinstance(found, Message) else (Size(found.size_in(tree.unit), tree.unit),)
            case Field():
                most = tree.most if tree.most is not None else Decimal(_ROUND)
                size = Size(Fraction(min(Decimal(_ROUND), most)), tree.unit)
                self._aim(tree, (size,))
                return (size,)
            case AmountRule():
                version = self.edition.rule(tree)
                return () if isinstance(version, Message) else self._possible(cast("Quantity", version.value))
            case ItemsCount(items):
                return tuple(Size(Fraction(size), items.unit) for size in _SIZES)
            case ItemsTotal(of=of):
                return self._possible(of)
            case Cases(branches, otherwise):
                each = [branch.then for branch in branches]
                return _few(size for then in (*each, otherwise) for size in self._possible(then))
            case Greatest(terms) | Least(terms):
                return _few(size for term in terms for size in self._possible(term))
            case Sum(terms):
                every = product(*(self._possible(term) for term in terms))
                return _few(size for several in every for size in _total(several))
            case Difference(left, right):
                return _few(
                    size
                    for one, other in product(self._possible(left), self._possible(right))
                    for size in _total((one, _times(other, -1)))
                )
            case Multiple(ratio, term):
                return tuple(_times(size, ratio) for size in self._possible(term))
            case Product(left, right):
                pairs = product(self._possible(left), self._possible(right))
                return _few(_product(*pair) for pair in pairs)
            case Quotient(over, under):
                return _few(
                    _quotient(one, other)
                    for one, other in product(self._possible(over), self._possible(under))
                    if other.number
                )
            case Observed() | SeriesAt() | Growth() | Total() | Count() | Opaque():
                return ()
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _aim(self, tree: Quantity, sizes: tuple[Size, ...]) -> None:
        """Note what the facts of a quantity would have to be for it to come to one of these sizes."""
        if not sizes:
            return
        match tree:
            case Field(model=model, unit=unit):
                self.numbers[model, _stored(tree)] |= {
                    size.in_unit(unit) for size in sizes if size.unit.goes_with(unit)
                }
            case AmountRule():
                version = self.edition.rule(tree)
                if not isinstance(version, Message):
                    self._aim(cast("Quantity", version.value), sizes)
            case ItemsCount(items):
                counts = {ceil(size.number) + beside for size in sizes for beside in (-1, 0, 1)}
                self.sizes[items.model, items.name] |= {each for each in counts if 0 <= each <= _MOST_ITEMS}
            case ItemsTotal(of=of):
                self._aim(of, sizes)  # one item, or the others nothing
            case Cases(branches, otherwise):
                for then in (*(branch.then for branch in branches), otherwise):
                    self._aim(then, sizes)
            case Greatest(terms) | Least(terms) | Sum(terms):
                for term in terms:
                    self._aim(term, sizes)  # of a sum, the others nothing
            case Difference(left, right):
                less, more = self._possible(right), self._possible(left)
                self._aim(left, (*sizes, *_few(s for pair in product(sizes, less) for s in _total(pair))))
                self._aim(
                    right,
                    _few(s for one, other in product(more, sizes) for s in _total((one, _times(other, -1)))),
                )
            case Multiple(ratio, term):
                if ratio:
                    self._aim(term, tuple(_times(size, 1 / Fraction(ratio)) for size in sizes))
            case Product(left, right):
                for one, other in ((left, right), (right, left)):
                    factors = [each for each in self._possible(other) if each.number]
                    self._aim(one, _few(_quotient(*pair) for pair in product(sizes, factors)))
            case Quotient(over, under):
                self._aim(over, _few(_product(*pair) for pair in product(sizes, self._possible(under))))
            case Literal() | LocalStandard() | Opaque():
                pass
            case Observed() | SeriesAt() | Growth() | Total() | Count():
                pass
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)


@cache
def holders() -> dict[str, tuple[str, str]]:
    """By what a thing is, the fact that holds several of it: the members of a household."""
    every = (node for name in views.__all__ for node in vars(getattr(views, name)).values())
    return {each.of: (each.model, each.name) for each in every if isinstance(each, Items)}


def _stored(fact: Field) -> str:
    """The name of the fact that is stored: of an age, the birth from which it follows."""
    inside, dot, _ = fact.name.rpartition(".")
    return f"{inside}{dot}{fact.follows_from}" if fact.follows_from else fact.name


def _attribute(model: str, name: str) -> Attribute[Any]:
    """Return an attribute of a model, through the parts that its name leads through."""
    return attribute_of(getattr(models, model), name)


def _few(sizes: Iterable[Size]) -> tuple[Size, ...]:
    return tuple(dict.fromkeys(sizes))[:_MOST]


def _times(size: Size, ratio: Decimal | Fraction | int) -> Size:
    return Size(size.number * Fraction(ratio), size.unit)


def _total(sizes: Iterable[Size]) -> Iterator[Size]:
    """Yield the total of sizes, or nothing where their units do not go together."""
    first, *others = sizes
    try:
        yield Size(first.number + sum(each.in_unit(first.unit) for each in others), first.unit)
    except UnitClash:
        return


def _product(one: Size, other: Size) -> Size:
    return Size(one.number * other.number, one.unit.times(other.unit))


def _quotient(one: Size, other: Size) -> Size:
    return Size(one.number / other.number, one.unit.times(other.unit, -1))


@st.composite
def _at_thresholds(draw: DrawFn, found: Thresholds, things: SearchStrategy[Any]) -> object:
    """Draw things, every other one as it comes, the others brought to where a comparison turns."""
    thing = draw(things)
    if not draw(st.booleans()):
        return thing
    tree = draw(st.one_of([st.sampled_from(each) for each in (found.own, found.behind) if each]))
    numbers = list(numbers_in(thing, found.numbers))
    about = _about(tree)
    if not numbers or about is None:
        return thing
    gap = Gap(tree, about, draw(st.integers(0, 2)), CaseFacts(found.edition, found.on), holders())
    first, beside = draw(st.integers(0, len(numbers) - 1)), draw(st.sampled_from((0, 0, 1, -1)))
    return met(thing, [*numbers[first:], *numbers[:first]], gap, beside=beside)


def _about(tree: Compare) -> str | None:
    """Return the innermost model that a comparison is about; None where it looks at no thing."""
    about = Shaper(shape_of_rule).about(tree)
    return max(about, key=lambda model: len(lineage(model)), default=None)


# --- drawing ---------------------------------------------------------------------------------------


@frozen
class _Drawing:
    """What is drawn where: a thing of a model with its parts, and the things that it holds.

    Attributes:
        found: the thresholds.
        unknown: one in how many facts is unknown.
        others: whether facts that nothing looks at are drawn too.
    """

    found: Thresholds
    unknown: int
    others: bool

    def things(self, cls: type, model: str, inside: str = "") -> SearchStrategy[Any]:
        """Draw a thing of a model, or the part of one whose facts have names that begin with `inside`."""
        facts = {
            each.name: strategy
            for each in attributes(cls)
            if (strategy := self._values(each, (model, f"{inside}{each.name}"))) is not None
        }
        if not all((model, f"{inside}{role}") in self.found.facts for role in _EXCLUDE_EACH_OTHER):
            return sound(cls, facts)
        return st.sampled_from(_EXCLUDE_EACH_OTHER).flatmap(
            lambda left_out: sound(cls, {**facts, left_out: st.none()})
        )

    def _values(self, attribute: Attribute[Any], key: tuple[str, str]) -> SearchStrategy[Any] | None:
        """Return a strategy for one fact; None where it stays unknown."""
        optional = attribute.default is None
        if key in self.found.facts:
            known = self._known(attribute, key)
            return perhaps(known, self.unknown) if optional else known
        if self.others or not (optional or is_model(kind_of(attribute).of)):
            return fact_values(attribute, self.unknown, self.found.on)
        return None if optional else self._known(attribute, key)

    def _known(self, attribute: Attribute[Any], key: tuple[str, str]) -> SearchStrategy[Any]:
        kind, declared = kind_of(attribute).of, fact_of(attribute)
        if kind_of(attribute).several:
            items = self.things(kind, kind.__name__) if is_model(kind) else _terms(self.found, kind, key)
            most = max((2, *self.found.sizes.get(key, ())))
            unique = None if is_model(kind) else _id
            least = int(declared.check is not_empty)
            return st.lists(items, min_size=least, max_size=most, unique_by=unique).map(tuple)
        if is_model(kind):
            model, name = key
            return self.things(kind, model, f"{name}.")
        if is_term(kind):
            return _terms(self.found, kind, key)
        if kind is date:
            return _dates(self.found, key)
        if kind in {int, Decimal}:
            return _numbers(self.found, attribute, key)
        return fact_values(attribute, 0, self.found.on)


def _id(term: Term) -> str:
    return term.id


def _terms(found: Thresholds, kind: Any, key: tuple[str, str]) -> SearchStrategy[Any]:  # noqa: ANN401
    named = [term for term in kind if term.id in found.terms.get(key, ())]
    anything = st.sampled_from(kind)
    return st.sampled_from(named) | anything if named else anything


def _dates(found: Thresholds, key: tuple[str, str]) -> SearchStrategy[date]:
    """Draw dates; of a birth, those at and one day around each age, and any other."""
    on = found.on
    ages = sorted({floor(number) for number in found.numbers.get(key, ()) if 0 <= number <= _OLD})
    anything = st.integers(0, _OLD).flatmap(lambda age: births(age, on=on))
    if not ages:
        return anything
    eves = [years_before(on, age).toordinal() - 1 for age in ages]
    near = [date.fromordinal(eve + beside) for eve in eves for beside in (0, 1, -1)]
    return st.sampled_from([each for each in near if each <= on]) | anything


def _numbers(found: Thresholds, attribute: Attribute[Any], key: tuple[str, str]) -> SearchStrategy[Any]:
    declared = fact_of(attribute)
    kind: Any = kind_of(attribute).of
    if attribute.name == "year":  # the year of an annual check, from which follows how long ago it was
        ago = {floor(number) + beside for number in found.numbers.get(key, ()) for beside in (-1, 0, 1)}
        years = sorted({found.on.year - max(0, each) for each in (*ago, 0, 1, 2)}, reverse=True)
        return st.sampled_from(years)
    near = found._beside(key, declared.least, declared.most, declared.places or 0)  # noqa: SLF001 - one class
    least = int(cast("int", declared.least or 0))
    most = int(cast("int", declared.most if declared.most is not None else _ORDINARY))
    ordinary = st.integers(least, min(most, max(least, _ORDINARY))).map(kind)
    anything = st.integers(least, most).map(kind)
    if not near:
        return ordinary | anything
    at = st.sampled_from([kind(each) for each in near])
    return ordinary | at | at | anything
