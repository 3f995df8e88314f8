"""tree → value for one case, exactly; the reference meaning of every node.

Unknown is a value. A missing fact is never zero and never 'no': a condition that it could settle is unknown,
and says which facts are missing (Kleene's three-valued logic).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, assert_never

from attrs import frozen

from civaffairs.domain.rules.dimension import unit_of
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Case,
    Cases,
    Compare,
    Condition,
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
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Observed,
    Opaque,
    Product,
    Quantity,
    Quotient,
    Series,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.render import in_year
from civaffairs.domain.units import Amount, Size, Unit, exact, rounded
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, Message, fault, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal


@frozen(eq=False, repr=False, slots=False)
class Unknown(Value):
    """The answer 'cannot tell', with what would settle it."""

    missing: tuple[Message, ...]


Measured: TypeAlias = Size | Unknown
Truth: TypeAlias = bool | Unknown


class Facts(Protocol):
    """Where an evaluation finds its facts. None means: not known."""

    def observed(self) -> Size | None:
        """Return the figure that a target is about."""
        ...

    def judged(self) -> bool | None:
        """Return what a person said of a condition that only a person can judge."""
        ...

    def series(self, series: Series, years_before: int) -> Amount | None:
        """Return a series in the year looked at, or some years before."""
        ...

    def register(self, model: str) -> Sequence[object] | None:
        """Return the things of a register; None where there is no such register (an empty one is empty)."""
        ...

    def local(self, standard: LocalStandard) -> Amount | Message:
        """Return a standard where and when the case is decided, or why there is none."""
        ...

    def amount(self, rule: AmountRule) -> Quantity | Message:
        """Return what a named rule says where and when the case is decided, or why nothing does."""
        ...

    def condition(self, rule: ConditionRule) -> Condition | Message:
        """Return what a named rule says where and when the case is decided, or why nothing does."""
        ...

    @property
    def day(self) -> date | None:
        """The day for which is asked; what follows from facts on a day is unknown without it."""
        ...


@frozen(eq=False, repr=False, slots=False)
class Things(Value):
    """The things that a tree is about, each under its model: an income, its person, the household."""

    by_model: Mapping[str, object]

    def with_one(self, model: str, thing: object) -> Things:
        """Return the same with one thing more, or another one in its place."""
        return Things({**self.by_model, model: thing})


@frozen(eq=False, repr=False, slots=False)
class NoFacts(Value):
    """Knows nothing. The base for facts that know one kind of thing."""

    def observed(self) -> Size | None:
        """Return None."""
        return None

    def judged(self) -> bool | None:
        """Return None."""
        return None

    def series(self, series: Series, years_before: int) -> Amount | None:  # noqa: ARG002 - knows nothing
        """Return None."""
        return None

    def register(self, model: str) -> Sequence[object] | None:  # noqa: ARG002 - knows nothing
        """Return None."""
        return None

    def local(self, standard: LocalStandard) -> Amount | Message:
        """Say that no place is known."""
        return message("need_place", what=standard.label)

    def amount(self, rule: AmountRule) -> Quantity | Message:
        """Say that no place is known."""
        return message("need_place", what=rule.label)

    def condition(self, rule: ConditionRule) -> Condition | Message:
        """Say that no place is known."""
        return message("need_place", what=rule.label)

    @property
    def day(self) -> date | None:
        """None."""
        return None


@frozen(eq=False, repr=False, slots=False)
class Registers(NoFacts):
    """Facts from registers: a name of a model and its things.

    Example:
        >>> Registers({"CareInstitution": []}).register("CareInstitution")
        []
    """

    by_model: dict[str, Sequence[object]]

    def register(self, model: str) -> Sequence[object] | None:
        """Return the things of a register."""
        return self.by_model.get(model)


def measure(tree: Quantity, facts: Facts, thing: object = None) -> Measured:
    """Return the size of a quantity, or `Unknown`.

    Args:
        tree: the quantity.
        facts: where facts are found.
        thing: the one thing that facts are read from, or `Things`.

    Example:
        >>> measure(Literal(Amount(600, "元/月")) * "1.3", NoFacts()).number
        Fraction(780, 1)
    """
    match tree:
        case Literal(amount):
            return Size.of(amount)
        case Observed(unit):
            seen = facts.observed()
            return Unknown((message("need_observation"),)) if seen is None else Size(seen.in_unit(unit), unit)
        case SeriesAt(series, years_before):
            return _series(series, years_before, facts)
        case Growth(series, years_before):
            return _growth(series, years_before, facts)
        case Field():
            return _field(tree, facts, thing)
        case LocalStandard():
            standard = facts.local(tree)
            return Unknown((standard,)) if isinstance(standard, Message) else _in(standard, tree.unit)
        case AmountRule():
            said = facts.amount(tree)
            if isinstance(said, Message):
                return Unknown((said,))
            size = measure(said, facts, thing)
            return size if isinstance(size, Unknown) else Size(size.in_unit(tree.unit), tree.unit)
        case Opaque():
            return _opaque(tree, facts, thing)
        case ItemsCount(items, where):
            chosen = _chosen(items, facts, thing, where)
            return chosen if isinstance(chosen, Unknown) else Size(Fraction(len(chosen)), items.unit)
        case ItemsTotal():
            return _items_total(tree, facts, thing)
        case Product(left, right):
            return _product(measure(left, facts, thing), measure(right, facts, thing))
        case Cases():
            return _cases(tree, facts, thing)
        case Total(of, where):
            return _total(of, where, facts)
        case Count():
            return _count(tree, facts)
        case Sum(terms) | Greatest(terms) | Least(terms):
            return _combined(tree, terms, facts, thing)
        case Difference(left, right):
            return _difference(measure(left, facts, thing), measure(right, facts, thing))
        case Multiple(ratio, term):
            inner = measure(term, facts, thing)
            return inner if isinstance(inner, Unknown) else Size(inner.number * Fraction(ratio), inner.unit)
        case Quotient():
            return _quotient(tree, facts, thing)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def holds(tree: Condition, facts: Facts, thing: object = None) -> Truth:
    """Return whether a condition holds: True, False or `Unknown`.

    Example:
        >>> holds(Literal(Amount(3, "月")) > Amount(3, "月"), NoFacts())
        False
    """
    match tree:
        case Flag(model, name, label):
            value = _read(model, name, facts, thing)
            return (
                Unknown((message("need_field", model=model, field=label),)) if value is None else bool(value)
            )
        case IsOneOf(model, name, label, terms):
            found = _read(model, name, facts, thing)
            if found is None:
                return Unknown((message("need_field", model=model, field=label),))
            ids = {term.id for term in terms}
            several: tuple[Any, ...] = found if isinstance(found, tuple) else (found,)
            return any(each.id in ids for each in several)
        case AnyItem(items, where):
            return _any_item(items, where, facts, thing)
        case ConditionRule():
            rule = facts.condition(tree)
            return Unknown((rule,)) if isinstance(rule, Message) else holds(rule, facts, thing)
        case Judged(label):
            said = facts.judged()
            return Unknown((message("need_judgement", what=label),)) if said is None else said
        case Compare(left, comparator, right):
            return _compare(measure(left, facts, thing), comparator, measure(right, facts, thing))
        case AllOf(terms):
            return _all([holds(term, facts, thing) for term in terms])
        case AnyOf(terms):
            return _opposite(_all([_opposite(holds(term, facts, thing)) for term in terms]))
        case Negation(term):
            return _opposite(holds(term, facts, thing))
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _series(series: Series, years_before: int, facts: Facts) -> Measured:
    found = facts.series(series, years_before)
    if found is None:
        return Unknown((message("need_series", series=in_year(series.label, years_before)),))
    return Size(found.size_in(series.unit), series.unit)


def _growth(series: Series, years_before: int, facts: Facts) -> Measured:
    now = _series(series, years_before, facts)
    before = _series(series, years_before + 1, facts)
    if isinstance(now, Unknown) or isinstance(before, Unknown):
        return _unknown(now, before)
    if before.number <= 0:
        return Unknown((message("no_growth_from_zero", series=series.label),))
    return Size((now.number - before.number) / before.number * 100, Unit.parse("%"))


def _in(amount: Amount, unit: Unit) -> Size:
    return Size(amount.size_in(unit), unit)


def _read(model: str, name: str, facts: Facts, thing: object) -> Any:  # noqa: ANN401 - whatever the fact is
    """Return a fact of a thing, through the parts that its name leads through; None where it is not known."""
    found = thing.by_model.get(model) if isinstance(thing, Things) else thing
    for step in name.split("."):
        found = None if found is None else getattr(found, step)
    if callable(found):  # what follows from the facts on a day
        return None if facts.day is None else found(facts.day)
    return found


def _field(tree: Field, facts: Facts, thing: object) -> Measured:
    value = _read(tree.model, tree.name, facts, thing)
    if value is None:
        return Unknown((message("need_field", model=tree.model, field=tree.label),))
    return Size(Fraction(exact(value)), tree.unit)


def _opaque(tree: Opaque, facts: Facts, thing: object) -> Measured:
    found = thing.by_model.get(tree.model) if isinstance(thing, Things) else thing
    value = None if found is None or facts.day is None else computed(tree, found, facts.day)
    if value is None:
        return Unknown((message("need_field", model=tree.model, field=tree.label),))
    return Size(Fraction(value), tree.unit)


def computed(tree: Opaque, thing: object, day: date) -> Decimal | None:
    """Return what the function of an opaque quantity makes of a thing; None where it cannot be told.

    Raises:
        DeclarationError: for a number that is not exact or is none of those that the node declares.
    """
    found = tree.compute(thing, day)
    if found is None:
        return None
    number = exact(found)
    whole = (Fraction(number) * 10**tree.places).denominator == 1
    if not (whole and tree.least <= number <= tree.most):
        raise DeclarationError(fault("opaque_beyond", tree.id, what=tree.label))
    return number


def _items(items: Items, facts: Facts, thing: object) -> list[Things] | Unknown:
    """Return each item together with the things around it."""
    found = _read(items.model, items.name, facts, thing)
    if found is None:
        return Unknown((message("need_field", model=items.model, field=items.label),))
    around = thing if isinstance(thing, Things) else Things({items.model: thing})
    return [around.with_one(items.of, each) for each in found]


def _chosen(items: Items, facts: Facts, thing: object, where: Condition | None) -> list[Things] | Unknown:
    found = _items(items, facts, thing)
    if where is None or isinstance(found, Unknown):
        return found
    truths = [holds(where, facts, each) for each in found]
    if any(isinstance(truth, Unknown) for truth in truths):
        return _unknown(*truths)
    return [each for each, truth in zip(found, truths, strict=True) if truth is True]


def _items_total(tree: ItemsTotal, facts: Facts, thing: object) -> Measured:
    chosen = _chosen(tree.items, facts, thing, tree.where)
    if isinstance(chosen, Unknown):
        return chosen
    sizes = [measure(tree.of, facts, each) for each in chosen]
    known = [size.number for size in sizes if isinstance(size, Size)]
    return Size(sum(known, Fraction(0)), unit_of(tree.of)) if len(known) == len(sizes) else _unknown(*sizes)


def _any_item(items: Items, where: Condition, facts: Facts, thing: object) -> Truth:
    found = _items(items, facts, thing)
    if isinstance(found, Unknown):
        return found
    return _opposite(_all([_opposite(holds(where, facts, each)) for each in found]))


def _product(left: Measured, right: Measured) -> Measured:
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _unknown(left, right)
    return Size(left.number * right.number, left.unit.times(right.unit))


def _cases(tree: Cases, facts: Facts, thing: object) -> Measured:
    unit = unit_of(tree)
    chosen = _branch(tree.branches, tree.otherwise, lambda when: holds(when, facts, thing))
    size = chosen if isinstance(chosen, Unknown) else measure(chosen, facts, thing)
    return size if isinstance(size, Unknown) else Size(size.in_unit(unit), unit)


def _branch(
    branches: tuple[Case, ...], otherwise: Quantity, truth_of: Callable[[Condition], Truth]
) -> Quantity | Unknown:
    for branch in branches:
        truth = truth_of(branch.when)
        if isinstance(truth, Unknown):
            return truth
        if truth:
            return branch.then
    return otherwise


def _things(model: str, facts: Facts, where: Condition | None) -> Unknown | list[object]:
    register = facts.register(model)
    if register is None:
        return Unknown((message("need_register", model=model),))
    if where is None:
        return list(register)
    chosen: list[object] = []
    doubts: list[Unknown] = []
    for thing in register:
        truth = holds(where, facts, thing)
        if isinstance(truth, Unknown):
            doubts.append(truth)
        elif truth:
            chosen.append(thing)
    return _unknown(*doubts) if doubts else chosen


def _total(of: Field, where: Condition | None, facts: Facts) -> Measured:
    things = _things(of.model, facts, where)
    if isinstance(things, Unknown):
        return things
    sizes = [_field(of, facts, thing) for thing in things]
    known = [size.number for size in sizes if isinstance(size, Size)]
    return Size(sum(known, Fraction(0)), of.unit) if len(known) == len(sizes) else _unknown(*sizes)


def _count(tree: Count, facts: Facts) -> Measured:
    things = _things(tree.model, facts, tree.where)
    return things if isinstance(things, Unknown) else Size(Fraction(len(things)), tree.unit)


def _combined(
    tree: Sum | Greatest | Least, terms: Sequence[Quantity], facts: Facts, thing: object
) -> Measured:
    unit = unit_of(terms[0])
    sizes = [measure(term, facts, thing) for term in terms]
    known = [size.in_unit(unit) for size in sizes if isinstance(size, Size)]
    if len(known) < len(sizes):
        return _unknown(*sizes)
    if isinstance(tree, Sum):
        return Size(sum(known, Fraction(0)), unit)
    return Size(max(known) if isinstance(tree, Greatest) else min(known), unit)


def _difference(left: Measured, right: Measured) -> Measured:
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _unknown(left, right)
    return Size(left.number - right.in_unit(left.unit), left.unit)


def _quotient(tree: Quotient, facts: Facts, thing: object) -> Measured:
    over, under = measure(tree.numerator, facts, thing), measure(tree.denominator, facts, thing)
    if isinstance(over, Unknown) or isinstance(under, Unknown):
        return _unknown(over, under)
    if not under.number:
        return Unknown((message("nothing_to_divide_by"),))
    factor = over.unit.times(under.unit, -1).factor_to(tree.unit)
    return Size(Fraction(rounded(over.number / under.number * factor, tree.places, tree.rounding)), tree.unit)


def _compare(left: Measured, comparator: str, right: Measured) -> Truth:
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _unknown(left, right)
    gap = left.number - right.in_unit(left.unit)
    return {">=": gap >= 0, ">": gap > 0, "=": gap == 0, "<": gap < 0, "<=": gap <= 0}[comparator]


def _all(truths: Sequence[Truth]) -> Truth:
    if any(truth is False for truth in truths):
        return False
    doubts = [truth for truth in truths if isinstance(truth, Unknown)]
    return _unknown(*doubts) if doubts else True


def _opposite(truth: Truth) -> Truth:
    return truth if isinstance(truth, Unknown) else not truth


def _unknown(*parts: object) -> Unknown:
    missing: Iterable[Message] = (
        each for part in parts if isinstance(part, Unknown) for each in part.missing
    )
    return Unknown(tuple(dict.fromkeys(missing)))
