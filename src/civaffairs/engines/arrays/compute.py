"""tree → a function of a block of things: what the node is for each of them, as arrays.

Every node is computed for the kind of thing that it is about, and brought from there to those that these
hold. Named rules are computed once for each block, and so is what is brought. Which functions there are is
settled before the first block comes: a tree that cannot be computed is refused then.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never, cast

import numpy
from attrs import Factory, evolve, field, frozen

from civaffairs.domain.rulebook import InForce
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
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
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.shape import LIMIT, Shape, Shaper, in_unit, quotient_factors
from civaffairs.engines.arrays.days import derived
from civaffairs.engines.arrays.known import (
    UNTOLD,
    Number,
    Truth,
    both,
    chosen,
    chosen_mask,
    either,
    every,
    is_never,
    opposite,
    settled,
    told,
)
from civaffairs.engines.behind import stored_name
from civaffairs.engines.columns import INCOME, INCOME_MONTHLY, INCOMES, Given, is_stored
from civaffairs.engines.settling import (
    check_items,
    home_of,
    lacks_kinds,
    nearest_zero,
    refused,
)
from civaffairs.engines.shapes import shaper_of
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.units import Rounding, Unit
    from civaffairs.engines.arrays.known import Mask, Sizes
    from civaffairs.engines.arrays.things import Block

Sized: TypeAlias = "Callable[[Block], Number]"
"""Computes a quantity for every thing of a model in a block."""
Judge: TypeAlias = "Callable[[Block], Truth]"
"""Computes a condition for every thing of a model in a block."""
Masked: TypeAlias = "Callable[[Block], Mask]"

_COMPARED: dict[str, Callable[[Any, Any], Any]] = {">=": ge, ">": gt, "=": eq, "<": lt, "<=": le}


@frozen(eq=False)
class Computer:
    """Makes functions of the nodes of an edition's trees.

    Attributes:
        edition: what holds where and when the cases are decided.
        day: the day for which they are decided.
        given: which columns registers have.
        shaper: finds the shapes of the trees.
        kind: where incomes stand in columns of the person, the kind of income that is looked at.
    """

    edition: Edition
    day: date
    given: Given
    shaper: Shaper = field(default=Factory(lambda self: shaper_of(self.edition), takes_self=True))
    kind: str | None = None
    read: dict[str, dict[str, None]] = field(factory=dict)
    """The columns that are read, by model."""
    _made: dict[object, tuple[object, Any]] = field(factory=dict)
    """Functions by what they compute, with the tree, so that no other gets its identity."""

    def reads(self, model: str, *names: str) -> None:
        """Note that things of a model are looked at, and columns of their register."""
        self.read.setdefault(model, {}).update(dict.fromkeys(names))

    @property
    def kept(self) -> int:
        """How many functions there are whose results are kept while a block is computed."""
        return sum(isinstance(made, _Kept) for _, made in self._made.values())

    # --- named rules ---

    def amount(self, rule: AmountRule) -> Sized:
        """Return what computes a named amount of the things that it is about."""
        return cast("Sized", self._once((rule.id, self._kind_of(rule.of)), rule, lambda: self._amount(rule)))

    def condition(self, rule: ConditionRule) -> Judge:
        """Return what computes a named condition on the things that it is about."""
        key = rule.id, self._kind_of(rule.of)
        return cast("Judge", self._once(key, rule, lambda: self._condition(rule)))

    def _amount(self, rule: AmountRule) -> Sized:
        version = self.edition.rule(rule)
        if isinstance(version, Message):
            return self._unknown(self.shaper.shape(rule))
        tree = cast("Quantity", version.value)
        factor = self.shaper.shape(tree).unit.factor_to(rule.unit).numerator
        return _Kept(_times(self.number(tree, rule.of), factor))

    def _condition(self, rule: ConditionRule) -> Judge:
        version = self.edition.rule(rule)
        if isinstance(version, Message):
            return _untold
        return _Kept(self.truth(cast("Condition", version.value), rule.of))

    def _once(self, key: object, tree: object, make: Callable[[], object]) -> object:
        if key not in self._made:
            self._made[key] = tree, make()
        return self._made[key][1]

    # --- where a node is computed ---

    def number(self, tree: Quantity, model: str) -> Sized:
        """Return what computes a quantity for the things of a model.

        Raises:
            RuleRefused: where it cannot be computed for many at once.
        """
        if isinstance(tree, AmountRule):
            return self._brought_number(self.amount(tree), tree.of, model)
        key = model, self._kind_of(model), id(tree)
        return cast("Sized", self._once(key, tree, lambda: self._number_at(tree, model)))

    def truth(self, tree: Condition, model: str) -> Judge:
        """Return what computes a condition for the things of a model.

        Raises:
            RuleRefused: where it cannot be computed for many at once.
        """
        if isinstance(tree, ConditionRule):
            return self._brought_truth(self.condition(tree), tree.of, model)
        key = model, self._kind_of(model), id(tree)
        return cast("Judge", self._once(key, tree, lambda: self._truth_at(tree, model)))

    def shared(self, tree: Condition, model: str) -> Judge:
        """Return the same as `truth`, computed once for each block; to be asked for before others do."""
        if isinstance(tree, ConditionRule):
            return self.truth(tree, model)
        key = model, self._kind_of(model), id(tree)
        return cast("Judge", self._once(key, tree, lambda: _Kept(self._truth_at(tree, model))))

    def _number_at(self, tree: Quantity, model: str) -> Sized:
        home = home_of(tree, self.shaper.shape(tree).about, model)
        if home == model:
            return self._number(tree, model)
        return self._brought_number(self.number(tree, home), home, model)

    def _truth_at(self, tree: Condition, model: str) -> Judge:
        home = home_of(tree, self.shaper.about(tree), model)
        if home == model:
            return self._truth(tree, model)
        return self._brought_truth(self.truth(tree, home), home, model)

    def _kind_of(self, model: str) -> str | None:
        """Return the kind of income that is looked at, where it matters."""
        return self.kind if model == INCOME else None

    def _home_of(self, model: str) -> str:
        """Return the things whose columns say what is about a model: one kind of income is the person's."""
        return model if self._kind_of(model) is None else "Person"

    def _brought_number(self, compute: Sized, source: str, model: str) -> Sized:
        above, below = self._home_of(source), self._home_of(model)
        if above == below:
            return compute

        def brought(block: Block) -> Number:
            found = compute(block)
            return Number(block.brought(found.size, above, below), block.brought(found.known, above, below))

        return cast("Sized", self._once((below, compute), compute, lambda: _Kept(brought)))

    def _brought_truth(self, compute: Judge, source: str, model: str) -> Judge:
        above, below = self._home_of(source), self._home_of(model)
        if above == below:
            return compute

        def brought(block: Block) -> Truth:
            found = compute(block)
            no = None if found.no is None else block.brought(found.no, above, below)
            return Truth(block.brought(found.yes, above, below), no)

        return cast("Judge", self._once((below, compute), compute, lambda: _Kept(brought)))

    # --- quantities ---

    def _number(self, tree: Quantity, model: str) -> Sized:
        match tree:
            case Literal():
                return self._fixed(self.shaper.shape(tree))
            case LocalStandard():
                shape = self.shaper.shape(tree)
                in_force = isinstance(self.edition.standard(tree), InForce)
                return self._fixed(shape) if in_force else self._unknown(shape)
            case Field():
                return self._field(tree)
            case Sum(terms):
                return self._combined(tree, terms, model, _sum)
            case Greatest(terms):
                return self._combined(tree, terms, model, _greatest)
            case Least(terms):
                return self._combined(tree, terms, model, _least)
            case Difference(left, right):
                return self._combined(tree, (left, right), model, _difference)
            case Multiple(ratio, term):
                return _times(self.number(term, model), Fraction(ratio).numerator)
            case Product(left, right):
                return _together([self.number(left, model), self.number(right, model)], _product)
            case Quotient():
                return self._quotient(tree, model)
            case Cases():
                return self._cases(tree, model)
            case ItemsCount() | ItemsTotal():
                return self._added(tree)
            case Opaque() | Observed() | SeriesAt() | Growth() | Total() | Count():
                raise refused(tree)
            case AmountRule():
                raise AssertionError(tree)  # computed by `amount`
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _fixed(self, shape: Shape) -> Sized:
        return _always(Number(shape.least))

    def _unknown(self, shape: Shape) -> Sized:
        """Return that a number is not known; the nearest to zero that it could be stands in for it."""
        return _always(Number(nearest_zero(shape), known=False))

    def _field(self, tree: Field) -> Sized:
        stored = is_stored(tree.model, tree.name)
        count = None if stored else derived(tree, self.day)
        if not stored and count is None:
            raise refused(tree)
        model, name = tree.model, stored_name(tree)
        if self._kind_of(model) is not None:  # what is earned; whether that is known is asked of all kinds
            column = f"{INCOMES}.{self.kind}"
            self.reads("Person", column)
            return lambda block: Number(block.of("Person").number(column).size)
        if not self.given.has(model, name):
            return self._unknown(self.shaper.shape(tree))
        self.reads(model, name)
        if count is None:
            return lambda block: block.of(model).number(name)
        found, unknown = count, self._unknown(self.shaper.shape(tree))

        def since(block: Block) -> Number:
            said = block.of(model).number(name)
            if isinstance(said.size, int):  # nothing is known of anybody
                return unknown(block)
            return Number(found(said.size), said.known)

        # Two trees may name the same fact.
        return cast("Sized", self._once((model, tree.name), tree, lambda: _Kept(since)))

    def _combined(
        self, tree: Quantity, terms: Sequence[Quantity], model: str, fold: Callable[[list[Sizes]], Sizes]
    ) -> Sized:
        shape = self.shaper.shape(tree)
        return _together([self._fitted(term, shape.unit, shape.scale, model) for term in terms], fold)

    def _fitted(self, term: Quantity, unit: Unit, scale: int, model: str) -> Sized:
        """Compute a term in another unit and scale, which is a multiple of its own."""
        shape = self.shaper.shape(term)
        return _times(self.number(term, model), shape.factor_to(unit, scale))

    def _quotient(self, tree: Quotient, model: str) -> Sized:
        above, below = self.shaper.shape(tree.numerator), self.shaper.shape(tree.denominator)
        raised, lowered = quotient_factors(above, below, tree)
        over = _times(self.number(tree.numerator, model), raised)
        under = _times(self.number(tree.denominator, model), lowered)
        room = above.widest * raised + below.widest * lowered <= LIMIT
        signed = above.least < 0 or below.least < 0

        def divided(block: Block) -> Number:
            one, other = over(block), under(block)
            known, divisor = both(one.known, other.known), other.size
            if below.least <= 0:
                zero = settled(divisor == 0)
                known = both(known, opposite(zero))
                # What is divided by then does not matter, for the quotient is not known.
                divisor = divisor + zero if zero is not False else divisor
            size = one.size
            if below.least < 0:
                size, divisor = chosen(divisor < 0, -size, size), cast("Sizes", abs(divisor))
            return Number(_divided(size, divisor, tree.rounding, signed=signed, room=room), known)

        return divided

    def _cases(self, tree: Cases, model: str) -> Sized:
        shape = self.shaper.shape(tree)
        branches = [
            (self.truth(each.when, model), self._fitted(each.then, shape.unit, shape.scale, model))
            for each in tree.branches
        ]
        otherwise = self._fitted(tree.otherwise, shape.unit, shape.scale, model)

        def found(block: Block) -> Number:
            whens: list[tuple[Truth, Sized]] = []
            last = otherwise
            for when, then in branches:
                truth = when(block)
                yes, no = settled(truth.yes), settled(truth.fails)
                if yes is True:
                    last = then
                    break
                if no is not True:
                    whens.append((Truth(yes, None if truth.no is None else no), then))
            said = last(block)
            size, known = said.size, said.known
            for truth, then in reversed(whens):
                one = then(block)
                size = chosen(truth.yes, one.size, size)
                if truth.no is None:
                    known = chosen_mask(truth.yes, one.known, known)
                else:
                    known = either(both(truth.yes, one.known), both(truth.no, known))
            return Number(size, known)

        return found

    # --- conditions ---

    def _truth(self, tree: Condition, model: str) -> Judge:
        match tree:
            case Flag():
                return self._flag(tree)
            case IsOneOf():
                return self._is_one_of(tree)
            case Compare():
                return self._compare(tree, model)
            case AllOf(terms):
                return _all([self.truth(term, model) for term in terms])
            case AnyOf(terms):
                return _swapped(_all([_swapped(self.truth(term, model)) for term in terms]))
            case Negation(term):
                return _swapped(self.truth(term, model))
            case AnyItem(items, where):
                return self._any(items, where)
            case Judged():
                raise refused(tree)
            case ConditionRule():
                raise AssertionError(tree)  # computed by `condition`
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _flag(self, tree: Flag) -> Judge:
        model, name = tree.model, tree.name
        if not self.given.has(model, name):
            return _untold
        self.reads(model, name)
        return lambda block: block.of(model).truth(name)

    def _is_one_of(self, tree: IsOneOf) -> Judge:
        model, name, ids = tree.model, tree.name, [term.id for term in tree.terms]
        if self._kind_of(model) is not None:
            return _always(Truth(self.kind in ids))
        if not self.given.has(model, name):
            return _untold
        self.reads(model, name)
        return lambda block: block.of(model).one_of(name, ids)

    def _compare(self, tree: Compare, model: str) -> Judge:
        one, other = self.shaper.shape(tree.left), self.shaper.shape(tree.right)
        scale = lcm(one.scale, in_unit(other, one.unit).scale)
        left = self._fitted(tree.left, one.unit, scale, model)
        right = self._fitted(tree.right, one.unit, scale, model)
        compare = _COMPARED[tree.comparator]

        def compared(block: Block) -> Truth:
            first, second = left(block), right(block)
            known = both(first.known, second.known)
            return UNTOLD if known is False else told(compare(first.size, second.size), known)

        return compared

    # --- what is known ---

    def known(self, model: str, name: str) -> Masked:
        """Return what computes whether a fact that is stored is known."""
        if not self.given.has(model, name):
            return _never
        self.reads(model, name)
        key = "known", model, name
        return cast("Masked", self._once(key, None, lambda: lambda block: block.of(model).known(name)))

    def list_known(self, items: Items) -> Masked:
        """Return what computes whether it is known what a thing holds."""
        key = "known", items.model, items.name
        return cast("Masked", self._once(key, None, lambda: self._list_known(items)))

    def _list_known(self, items: Items) -> Masked:
        if self._is_wide(items):
            kinds = [self.known(items.model, f"{items.name}.{kind}") for kind in self.given.kinds_of_income]
            return _Kept(lambda block: every(kind(block) for kind in kinds))
        if not self.given.has(items.model, items.name):
            return _never
        if items.of != "Person":  # members are there where persons are
            self.reads(items.model, items.name)
        self.reads(items.of)
        return lambda block: block.of(items.of).listed

    # --- what a thing holds several of ---

    def _added(self, tree: ItemsCount | ItemsTotal) -> Sized:
        items, where = tree.items, tree.where
        of = tree.of if isinstance(tree, ItemsTotal) else None
        check_items(tree, items, where, of, self.shaper)
        known = self.list_known(items)
        if known is _never:
            return _always(Number(0, known=False))
        if self._is_wide(items):
            return self._added_wide(where, of, known)
        which = _surely if where is None else self.truth(where, items.of)
        size = _always(Number(1)) if of is None else self.number(of, items.of)

        def added(block: Block) -> Number:
            things, chosen_ = block.of(items.of), which(block)
            if of is None:
                return Number(
                    things.count(chosen_.yes), both(known(block), things.all(settled(chosen_.told)))
                )
            one = size(block)
            # Whatever does not count need not be known.
            sure = both(chosen_.told, either(opposite(chosen_.yes), one.known))
            total = things.total(chosen(chosen_.yes, one.size, 0))
            return Number(total, both(known(block), things.all(settled(sure))))

        return added

    def _any(self, items: Items, where: Condition) -> Judge:
        check_items(where, items, where, None, self.shaper)
        known = self.list_known(items)
        if known is _never:
            return _untold
        if self._is_wide(items):
            return self._any_wide(where, known)
        which = self.truth(where, items.of)

        def found(block: Block) -> Truth:
            things, chosen_, listed = block.of(items.of), which(block), known(block)
            yes = things.any(chosen_.yes)
            if chosen_.no is None:
                return told(yes, listed)
            return Truth(both(listed, yes), both(listed, things.all(chosen_.no)))

        return found

    def _is_wide(self, items: Items) -> bool:
        return items.of == INCOME and bool(self.given.kinds_of_income)

    def _of_kind(self, kind: str) -> Computer:
        return cast("Computer", self._once(("kind", kind), None, lambda: evolve(self, kind=kind)))

    def _kinds(self, where: Condition | None) -> Iterator[tuple[Computer, Judge, Judge]]:
        """Yield for each kind that may be chosen who computes it, whether it is there, and whether chosen."""
        for kind in self.given.kinds_of_income:
            computer = self._of_kind(kind)
            self.reads("Person", f"{INCOMES}.{kind}")
            which = _surely if where is None else computer.truth(where, INCOME)
            yield computer, _is_there(f"{INCOMES}.{kind}"), which

    def lacks_kinds(self, where: Condition | None) -> bool:
        """Whether a kind of income that may be chosen has no column: how much of it there is nobody knows."""
        # What is about the kind alone is the same for everybody, so that no block is looked at.
        nobody = cast("Block", None)

        def may_be(kind: str) -> bool:
            return self._of_kind(kind).truth(cast("Condition", where), INCOME)(nobody).yes is not False

        return lacks_kinds(self.given, where, may_be)

    def _added_wide(self, where: Condition | None, of: Quantity | None, known: Masked) -> Sized:
        kinds = [
            (_always(Number(1)) if of is None else computer.number(of, INCOME), there, which)
            for computer, there, which in self._kinds(where)
        ]
        lacking = self.lacks_kinds(where)
        # Nothing is added where nothing is earned, unless something else than that is added up.
        earned = isinstance(of, Field) and (of.model, of.name) == (INCOME, INCOME_MONTHLY)

        def added(block: Block) -> Number:
            sure, total = known(block), cast("Sizes", 0)
            for size, there, which in kinds:
                chosen_ = which(block)
                if chosen_.no is None and chosen_.yes is False:
                    continue
                one = size(block)
                when = chosen_.yes if earned else both(there(block).yes, chosen_.yes)
                part = chosen(when, one.size, 0)
                total = part if isinstance(total, int) and total == 0 else total + part
                if chosen_.no is not None or one.known is not True:
                    told_ = both(chosen_.told, either(opposite(chosen_.yes), one.known))
                    sure = both(sure, either(there(block).fails, told_))
            return Number(total, known=False if lacking else sure)

        return added

    def _any_wide(self, where: Condition, known: Masked) -> Judge:
        kinds = [(there, which) for _, there, which in self._kinds(where)]
        lacking = self.lacks_kinds(where)

        def found(block: Block) -> Truth:
            yes: Mask = False
            no: Mask = True
            for there, which in kinds:
                chosen_ = which(block)
                if chosen_.no is None and chosen_.yes is False:
                    continue
                present = there(block)
                yes = either(yes, both(present.yes, chosen_.yes))
                no = both(no, either(present.fails, chosen_.fails))
            listed = known(block)
            return Truth(both(listed, yes), no=False if lacking else both(listed, no))

        return found


# --- functions made of functions --------------------------------------------------------------------


class _Kept:
    """Computes something once for each block."""

    __slots__ = ("_compute",)

    def __init__(self, compute: Callable[[Block], Any]) -> None:
        self._compute = compute

    def __call__(self, block: Block) -> Any:  # noqa: ANN401 - a number, a truth or a mask
        return block.once(self, self._compute)


def _always(said: Any) -> Callable[[Block], Any]:  # noqa: ANN401 - a number or a truth
    return lambda _: said


_untold: Judge = _always(UNTOLD)
_surely: Judge = _always(Truth(yes=True))
_never: Masked = _always(said=False)


def _is_there(column: str) -> Judge:
    """Compute whether there is an income of a kind; whether that is known is asked of all kinds together."""

    def there(block: Block) -> Truth:
        size = block.of("Person").number(column).size
        return Truth(settled(size != 0))

    return _Kept(there)


def _times(compute: Sized, factor: int) -> Sized:
    """Compute a number so many times as large."""
    if factor == 1:
        return compute

    def multiplied(block: Block) -> Number:
        said = compute(block)
        return Number(said.size * factor, said.known)

    return multiplied


def _together(parts: Sequence[Sized], fold: Callable[[list[Sizes]], Sizes]) -> Sized:
    """Compute what is made of several numbers, which is known where all of them are."""
    if len(parts) == 1:
        return parts[0]

    def joined(block: Block) -> Number:
        said = [part(block) for part in parts]
        return Number(fold([each.size for each in said]), every(each.known for each in said))

    return joined


def _all(parts: Sequence[Judge]) -> Judge:
    def all_of(block: Block) -> Truth:
        yes: Mask = True
        no: Mask | None = None
        for part in parts:
            said = part(block)
            if said.no is not None or no is not None:
                no = either(opposite(yes) if no is None else no, said.fails)
            yes = both(yes, said.yes)
            # Nothing that comes can change what fails for everything.
            if is_never(yes) and (no is None or settled(no) is True):
                return Truth(yes=False)
        return Truth(yes, no)

    return all_of


def _swapped(compute: Judge) -> Judge:
    return lambda block: compute(block).opposite


def _sum(sizes: list[Sizes]) -> Sizes:
    return reduce(lambda one, other: one + other, sizes)


def _difference(sizes: list[Sizes]) -> Sizes:
    left, right = sizes
    return left - right


def _product(sizes: list[Sizes]) -> Sizes:
    left, right = sizes
    return left * right


def _greatest(sizes: list[Sizes]) -> Sizes:
    return reduce(lambda one, other: _either_of(numpy.maximum, max, one, other), sizes)


def _least(sizes: list[Sizes]) -> Sizes:
    return reduce(lambda one, other: _either_of(numpy.minimum, min, one, other), sizes)


def _either_of(
    of_arrays: Callable[..., Any], of_numbers: Callable[..., Any], one: Sizes, other: Sizes
) -> Sizes:
    plain = isinstance(one, int) and isinstance(other, int)
    return cast("Sizes", of_numbers(one, other) if plain else of_arrays(one, other))


def _divided(over: Sizes, under: Sizes, rounding: Rounding, *, signed: bool, room: bool) -> Sizes:
    """Divide by what is above zero, rounded as stated: up is away from zero, down is towards it.

    Args:
        over: what is divided.
        under: what it is divided by.
        rounding: the rounding.
        signed: whether what is divided may be below zero.
        room: whether both together stay within 64 bits.
    """
    if isinstance(under, int) and under == 1:
        return over
    if not room:
        return _stepped(over, under, rounding)
    # What may be below zero seldom is, and to look takes less time than to allow for it.
    signed = signed and bool(numpy.min(over, initial=0) < 0)
    # `//` leaves out what lies below, on either side of zero; what has to lie elsewhere is added before.
    half = under // 2
    more: Any
    match rounding:
        case "down":
            more = (over < 0) * (under - 1) if signed else 0
        case "up":
            more = (over > 0) * (under - 1) if signed else under - 1
        case _:
            more = half + (over < 0) * (under - 1 - 2 * half) if signed else half
    if isinstance(more, int) and more == 0:
        return cast("Sizes", over // under)
    return cast("Sizes", (over + more) // under)


def _stepped(over: Sizes, under: Sizes, rounding: Rounding) -> Sizes:
    """Divide likewise with a step after dividing, for numbers as large as there are."""
    size = cast("Sizes", abs(over))
    whole = size // under
    rest = size - whole * under
    if rounding != "down":
        whole = whole + (rest > 0 if rounding == "up" else rest >= under - rest)
    return chosen(over < 0, -whole, whole)
