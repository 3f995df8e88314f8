"""tree → formula of a solver, for a case whose facts are open.

A condition becomes a `Truth`, a quantity a whole number in the scale of its shape, so that every rounding is
as exact as in the engines. What is unknown is part of the meaning: a quotient by zero, a standard that is not
published, a rule that is not modelled. Nodes that have no place in rules about cases are refused, with the
reason, before anything is asked.

What a function computes (`Opaque`) is any number that it declares: what is proved holds whatever it
computes, and what is found has to be tried.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, TypeVar, assert_never, cast

from attrs import field, frozen

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
from civaffairs.domain.rules.shape import (
    Shape,
    Shaper,
    in_unit,
    lineage,
    quotient_factors,
)
from civaffairs.engines.formulas import (
    Number,
    Truth,
    added,
    all_true,
    any_true,
    divided,
    every,
    first_of,
    greatest,
    least,
    multiplied,
    opposite,
    some,
    subtracted,
    variable,
)
from civaffairs.engines.open_cases import Moved, Thing, guaranteed
from civaffairs.engines.shapes import shaper_of
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.domain.units import Unit
    from civaffairs.engines.formulas import Formula

T = TypeVar("T", Number, Truth)


@frozen(eq=False)
class Reader:
    """Reads trees about an open case.

    Attributes:
        edition: what holds where and when the case is decided.
        any_standards: whether local standards are open too, each within its own bounds; otherwise they are
            what they are in the edition.
        moved: the number that is another than in the case, where the case is looked at after a change.
        standards: the local standards that were read, where they are open.
        computed: what functions compute, as far as it was read: the node, the thing and the open number.
        absent: why rules and standards that were read are unknown there and then.
    """

    edition: Edition
    any_standards: bool = False
    moved: Moved | None = None
    standards: dict[str, tuple[LocalStandard, Number]] = field(factory=dict, repr=False)
    computed: dict[str, tuple[Opaque, Thing, Number]] = field(factory=dict, repr=False)
    absent: dict[str, Message] = field(factory=dict, repr=False)
    _known: dict[tuple[object, ...], tuple[Expr, Any]] = field(factory=dict, repr=False)
    _shaper: list[Shaper] = field(factory=list, repr=False)

    @property
    def shaper(self) -> Shaper:
        """What finds the shapes of trees here."""
        if not self._shaper:
            self._shaper.append(shaper_of(self.edition, any_standards=self.any_standards))
        return self._shaper[0]

    @property
    def linear(self) -> bool:
        """Whether no two open numbers were multiplied in what was read."""
        return all(each.linear for _, each in self._known.values() if isinstance(each, Number))

    def assumed(self, case: Thing) -> Iterator[Formula]:
        """Yield what models and declarations guarantee of a case, once its trees were read."""
        yield from guaranteed(case, self.moved)
        yield from (number.within for _, number in self.standards.values())
        yield from (number.within for *_, number in self.computed.values())

    # --- conditions ---

    def condition(self, tree: Condition, things: Mapping[str, Thing]) -> Truth:
        """Return a condition as a formula.

        Args:
            tree: the condition.
            things: the things that it is about, by model, the outermost first.

        Raises:
            RuleRefused: where something in it has no place in a rule about cases.
        """
        if isinstance(tree, ConditionRule):
            return self._rule(tree, things, self._condition_of)
        return self._once(tree, things, self._condition)

    def _condition(self, tree: Condition, things: Mapping[str, Thing]) -> Truth:
        match tree:
            case Flag(model, name):
                return things[model].flag(name)
            case IsOneOf(model, name, _, terms):
                return things[model].is_one_of(name, (term.id for term in terms))
            case Compare(left, comparator, right):
                one, other = self._fitted_alike((left, right), things)
                return one.compared(comparator, other)
            case AllOf(terms):
                return all_true([self.condition(term, things) for term in terms])
            case AnyOf(terms):
                return any_true([self.condition(term, things) for term in terms])
            case Negation(term):
                return self.condition(term, things).reversed()
            case AnyItem(items, where):
                return self._any_item(items, where, things)
            case Judged() | ConditionRule():  # refused above, and read as a rule
                self.shaper.about(tree)
                raise AssertionError(tree)
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _condition_of(self, rule: Rule, value: object, things: Mapping[str, Thing]) -> Truth:
        del rule
        return Truth(False, False) if value is None else self.condition(cast("Condition", value), things)

    def _any_item(self, items: Items, where: Condition, things: Mapping[str, Thing]) -> Truth:
        listed, inside = self._items(items, things)
        found = [(item, self.condition(where, around)) for item, around in inside]
        such = some(every([item.present, truth.yes]) for item, truth in found)
        none = every(some([opposite(item.present), truth.no]) for item, truth in found)
        return Truth(every([listed, such]), every([listed, none]))

    # --- quantities ---

    def quantity(self, tree: Quantity, things: Mapping[str, Thing]) -> Number:
        """Return a quantity as a number in the scale of its shape; see `condition`."""
        if isinstance(tree, AmountRule):
            return self._rule(tree, things, self._amount_of)
        return self._once(tree, things, self._quantity)

    def _quantity(self, tree: Quantity, things: Mapping[str, Thing]) -> Number:
        shape = self.shaper.shape(tree)
        match tree:
            case Literal():
                return Number.fixed(shape.least)
            case Field(model=model):
                return things[model].number(tree, self.moved)
            case LocalStandard():
                return self._standard(tree, shape)
            case Opaque():
                return self._opaque(tree, shape, things)
            case Sum(terms):
                return added(self._fitted(terms, shape, things))
            case Difference(left, right):
                return subtracted(*self._fitted((left, right), shape, things))
            case Greatest(terms):
                return greatest(self._fitted(terms, shape, things))
            case Least(terms):
                return least(self._fitted(terms, shape, things))
            case Multiple(ratio, term):
                return self.quantity(term, things).times(Fraction(ratio).numerator)
            case Product(left, right):
                return multiplied(self.quantity(left, things), self.quantity(right, things))
            case Quotient(numerator, denominator, rounding=rounding):
                raised, lowered = quotient_factors(
                    self.shaper.shape(numerator), self.shaper.shape(denominator), tree
                )
                over, under = self.quantity(numerator, things), self.quantity(denominator, things)
                return divided(over, raised, under, lowered, rounding)
            case Cases(branches, otherwise):
                conditions = [self.condition(branch.when, things) for branch in branches]
                *numbers, last = self._fitted(
                    (*(branch.then for branch in branches), otherwise), shape, things
                )
                return first_of(list(zip(conditions, numbers, strict=True)), last)
            case ItemsCount(items, where):
                return self._added(items, where, None, things)
            case ItemsTotal(items, of, where):
                return self._added(items, where, of, things)
            case AmountRule() | Observed() | SeriesAt() | Growth() | Total() | Count():
                raise AssertionError(tree)  # a rule is read by `_rule`, the others have no shape
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _amount_of(self, rule: Rule, value: object, things: Mapping[str, Thing]) -> Number:
        if value is None:
            return Number.unknown()
        tree = cast("Quantity", value)
        factor = self.shaper.shape(tree).unit.factor_to(cast("AmountRule", rule).unit)
        return self.quantity(tree, things).times(factor.numerator)

    def _added(
        self, items: Items, where: Condition | None, of: Quantity | None, things: Mapping[str, Thing]
    ) -> Number:
        """Add up the items that are there and for which a condition holds; all of it has to be known."""
        listed, inside = self._items(items, things)
        numbers: list[Number] = []
        for item, around in inside:
            when = Truth(True, False) if where is None else self.condition(where, around)
            size = Number.fixed(1) if of is None else self.quantity(of, around)
            counted = size.where(every([item.present, when.yes]))
            numbers.append(counted.but_known(some([opposite(item.present), when.known])))
        return added(numbers).but_known(listed)

    def _items(
        self, items: Items, things: Mapping[str, Thing]
    ) -> tuple[Formula, list[tuple[Thing, Mapping[str, Thing]]]]:
        listed = things[items.model].listed(items.name)
        return listed.known, [(item, {**things, items.of: item}) for item in listed.items]

    def _standard(self, tree: LocalStandard, shape: Shape) -> Number:
        if not self.any_standards:
            found = self.edition.standard(tree)
            if isinstance(found, Message):
                self.absent[tree.id] = found
                return Number.unknown()
            return Number.fixed(shape.least)
        if tree.id not in self.standards:
            self.standards[tree.id] = tree, Number.between(f"standard {tree.id}", 0, shape.most)
        return self.standards[tree.id][1]

    def _opaque(self, tree: Opaque, shape: Shape, things: Mapping[str, Thing]) -> Number:
        thing = things[tree.model]
        # After a change it may compute another number.
        name = f"{'after ' if self.moved else ''}{tree.id} {thing.path}"
        if name not in self.computed:
            number = Number.between(name, shape.least, shape.most, known=variable(f"{name}?"))
            self.computed[name] = tree, thing, number
        return self.computed[name][2]

    # --- the small change ---

    def _fitted(
        self, terms: tuple[Quantity, ...], wanted: Shape, things: Mapping[str, Thing]
    ) -> list[Number]:
        """Return terms in the unit and scale of a shape, which is a multiple of theirs."""
        return [self._in_scale(term, wanted.unit, wanted.scale, things) for term in terms]

    def _fitted_alike(self, terms: tuple[Quantity, ...], things: Mapping[str, Thing]) -> list[Number]:
        """Return terms in one unit and scale."""
        shapes = [self.shaper.shape(term) for term in terms]
        unit = shapes[0].unit
        scale = lcm(*(in_unit(shape, unit).scale for shape in shapes))
        return [self._in_scale(term, unit, scale, things) for term in terms]

    def _in_scale(self, term: Quantity, unit: Unit, scale: int, things: Mapping[str, Thing]) -> Number:
        factor = self.shaper.shape(term).factor_to(unit, scale)
        return self.quantity(term, things).times(factor)

    def _once(
        self,
        tree: Any,  # noqa: ANN401 - whatever `read` takes
        things: Mapping[str, Thing],
        read: Callable[[Any, Mapping[str, Thing]], T],
    ) -> T:
        # All of them, not only the innermost: within one income another member may be looked at.
        key = (id(tree), *(thing.path for thing in things.values()))
        if key not in self._known:
            self._known[key] = tree, read(tree, things)  # the tree is kept, so that no other gets its id
        return cast("T", self._known[key][1])

    def _rule(
        self,
        rule: Rule,
        things: Mapping[str, Thing],
        read: Callable[[Rule, object, Mapping[str, Thing]], T],
    ) -> T:
        """Read what a named rule says of its thing, once."""
        home = {model: things[model] for model in reversed(lineage(rule.of)) if model in things}
        key = (rule.id, things[rule.of].path)
        if key not in self._known:
            version = self.edition.rule(rule)
            if isinstance(version, Message):
                self.absent[rule.id] = version
            value = None if isinstance(version, Message) else version.value
            self._known[key] = rule, read(rule, value, home)
        return cast("T", self._known[key][1])
