"""tree → SQL text, node by node, in whole numbers of the scales that the shapes of the tree say.

Every node is computed for the kind of thing that it is about: half of a standard once for a household and not
once for each member. What stands in a tree about another kind of thing is brought there by `Relations`. Named
rules and whatever would be written twice are columns, computed once.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import lcm
from typing import TYPE_CHECKING, assert_never, cast

from attrs import evolve, field, frozen

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
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.rules.shape import Shape, Shaper, any_standard, in_unit, lineage, quotient_factors
from civaffairs.engines.sql.columns import FactColumn, fact_column, is_list_sure, is_stored
from civaffairs.engines.sql.days import derived
from civaffairs.engines.sql.dialects import text
from civaffairs.engines.sql.relations import Relations
from civaffairs.engines.sql.said import NO, YES, Number, Truth, chosen, every, opposite, some
from civaffairs.errors import Message, RuleRefused, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr
    from civaffairs.domain.units import Amount, Rounding, Unit

_SHORT = 60
"""What is no longer than this may be written twice."""


@frozen(eq=False)
class Emitter:
    """Writes the nodes of an edition's trees.

    Attributes:
        edition: what holds where and when the cases are decided.
        day: the day for which they are decided.
        relations: where columns are collected.
        complete: by model the columns in which nothing is missing, although something may be by the model.
    """

    edition: Edition
    day: date
    relations: Relations
    complete: Mapping[str, Collection[str]] = field(factory=dict)
    shaper: Shaper = field(init=False)
    _numbers: dict[tuple[str, Expr], Number] = field(factory=dict, init=False)
    _truths: dict[tuple[str, Expr], Truth] = field(factory=dict, init=False)
    _rules: dict[str, Number | Truth] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "shaper", shaper_of(self.edition))

    # --- named rules ---

    def amount(self, rule: AmountRule) -> Number:
        """Write a named amount as columns of the things that it is about."""
        if rule.id not in self._rules:
            version = self.edition.rule(rule)
            if isinstance(version, Message):
                said = Number(self._literal(0), NO, constant=0)
            else:
                tree = cast("Quantity", version.value)
                shape = self.shaper.shape(tree)
                factor = shape.unit.factor_to(rule.unit).numerator
                said = self._multiplied(self.number(tree, rule.of), factor)
            self._rules[rule.id] = self.relations.number(rule.of, said, f"rule.{rule.id}")
        return cast("Number", self._rules[rule.id])

    def condition(self, rule: ConditionRule) -> Truth:
        """Write a named condition as columns of the things that it is about."""
        if rule.id not in self._rules:
            version = self.edition.rule(rule)
            if isinstance(version, Message):
                said = Truth(NO, NO)
            else:
                said = self.truth(cast("Condition", version.value), rule.of)
            self._rules[rule.id] = self.relations.truth(rule.of, said, f"rule.{rule.id}")
        return cast("Truth", self._rules[rule.id])

    # --- where a node is computed ---

    def number(self, tree: Quantity, model: str) -> Number:
        """Write a quantity for the things of a model.

        Raises:
            RuleRefused: where it cannot be computed in SQL.
        """
        if isinstance(tree, AmountRule):
            return self._number_brought(self.amount(tree), tree.of, model)
        if (model, tree) not in self._numbers:
            home = self._home(tree, self.shaper.shape(tree).about, model)
            if home == model:
                said = self._number(tree, model)
            else:
                said = self._number_brought(self.number(tree, home), home, model)
            self._numbers[model, tree] = said
        return self._numbers[model, tree]

    def truth(self, tree: Condition, model: str) -> Truth:
        """Write a condition for the things of a model.

        Raises:
            RuleRefused: where it cannot be computed in SQL.
        """
        if isinstance(tree, ConditionRule):
            return self._truth_brought(self.condition(tree), tree.of, model)
        if (model, tree) not in self._truths:
            home = self._home(tree, self.shaper.about(tree), model)
            if home == model:
                said = self._truth(tree, model)
            else:
                said = self._truth_brought(self.truth(tree, home), home, model)
            self._truths[model, tree] = said
        return self._truths[model, tree]

    def _home(self, tree: Expr, about: frozenset[str], model: str) -> str:
        """Return the model of the things for which a node is computed: the innermost that it is about."""
        if not about:
            return model
        home = next((each for each in lineage(model) if each in about), None)
        if home is None or not about <= {*lineage(home)}:
            raise _refused(tree)  # about one item of a list that is looked through anew
        return home

    def _number_brought(self, said: Number, source: str, model: str) -> Number:
        if source == model:
            return said
        said = self.relations.number(source, said)
        size = self.relations.brought(said.size, source, model)
        return evolve(said, size=size, known=self.relations.brought(said.known, source, model))

    def _truth_brought(self, said: Truth, source: str, model: str) -> Truth:
        if source == model:
            return said
        said = self.relations.truth(source, said)
        yes = self.relations.brought(said.yes, source, model)
        if said.no == opposite(said.yes):
            return Truth(yes, opposite(yes))
        return Truth(yes, self.relations.brought(said.no, source, model))

    # --- quantities ---

    def _number(self, tree: Quantity, model: str) -> Number:
        match tree:
            case Literal():
                return self._fixed(self.shaper.shape(tree))
            case LocalStandard():
                if isinstance(self.edition.standard(tree), InForce):
                    return self._fixed(self.shaper.shape(tree))
                return Number(self._literal(0), NO, constant=0)
            case Field():
                return self._field(tree)
            case Sum(terms):
                return self._combined(tree, terms, model, _sum, " + ".join)
            case Greatest(terms):
                return self._combined(tree, terms, model, max, _function("greatest"))
            case Least(terms):
                return self._combined(tree, terms, model, min, _function("least"))
            case Difference(left, right):
                return self._combined(tree, (left, right), model, _difference, " - ".join)
            case Multiple(ratio, term):
                return self._multiplied(self.number(term, model), Fraction(ratio).numerator)
            case Product(left, right):
                return self._product(self.number(left, model), self.number(right, model))
            case Quotient():
                return self._quotient(tree, model)
            case Cases():
                return self._cases(tree, model)
            case ItemsCount() | ItemsTotal():
                return self._added(tree, model)
            case Opaque() | Observed() | SeriesAt() | Growth() | Total() | Count():
                raise _refused(tree)
            case AmountRule():
                raise AssertionError(tree)  # written by `amount`
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _fixed(self, shape: Shape) -> Number:
        value = shape.least * shape.scale
        assert value.denominator == 1  # noqa: S101 - the scale is that of the number
        return Number(self._literal(value.numerator), constant=value.numerator)

    def _column(self, model: str, name: str) -> FactColumn:
        column = fact_column(model, name)
        sure = column.sure or name in self.complete.get(model, ())
        return self.relations.fact(model, evolve(column, sure=sure))

    def _field(self, tree: Field) -> Number:
        quoted = self.relations.quoted
        if is_stored(tree.model, tree.name):
            column = self._column(tree.model, tree.name)
            return Number(quoted(column.name), YES if column.sure else quoted(f"{column.name}.known"))
        size = derived(tree, self.day)
        if size is None:
            raise _refused(tree)
        inside, dot, _ = tree.name.rpartition(".")
        column = self._column(tree.model, f"{inside}{dot}{tree.follows_from}")
        known = YES if column.sure else quoted(f"{column.name}.known")
        said = Number(size(quoted(column.name)), known)
        return self.relations.number(tree.model, said, f"{tree.model}.{tree.name}")

    def _combined(
        self,
        tree: Quantity,
        terms: Sequence[Quantity],
        model: str,
        fold: Callable[[Iterable[int]], int],
        write: Callable[[Sequence[str]], str],
    ) -> Number:
        shape = self.shaper.shape(tree)
        said = [self._fitted(term, shape.unit, shape.scale, model) for term in terms]
        return said[0] if len(said) == 1 else self._joined(said, fold, write)

    def _joined(
        self,
        said: Sequence[Number],
        fold: Callable[[Iterable[int]], int],
        write: Callable[[Sequence[str]], str],
    ) -> Number:
        known = every(each.known for each in said)
        constants = [each.constant for each in said if each.constant is not None]
        if len(constants) == len(said):
            value = fold(constants)
            return Number(self._literal(value), known, value)
        return Number(f"({write([each.size for each in said])})", known)

    def _fitted(self, term: Quantity, unit: Unit, scale: int, model: str) -> Number:
        """Write a term in another unit and scale, which is a multiple of its own."""
        shape = self.shaper.shape(term)
        factor = shape.unit.factor_to(unit) * scale / shape.scale
        assert factor.denominator == 1  # noqa: S101 - the scale that is wanted joins those of all terms
        return self._multiplied(self.number(term, model), factor.numerator)

    def _multiplied(self, said: Number, factor: int) -> Number:
        if factor == 1:
            return said
        if said.constant is not None:
            value = said.constant * factor
            return evolve(said, size=self._literal(value), constant=value)
        return evolve(said, size=f"({said.size} * {self._literal(factor)})")

    def _product(self, left: Number, right: Number) -> Number:
        known = every([left.known, right.known])
        if left.constant is not None:
            return evolve(self._multiplied(right, left.constant), known=known)
        if right.constant is not None:
            return evolve(self._multiplied(left, right.constant), known=known)
        return Number(f"({left.size} * {right.size})", known)

    def _quotient(self, tree: Quotient, model: str) -> Number:
        over, under = self.number(tree.numerator, model), self.number(tree.denominator, model)
        above, below = self.shaper.shape(tree.numerator), self.shaper.shape(tree.denominator)
        raised, lowered = quotient_factors(above, below, tree)
        known = every([over.known, under.known])
        if below.least <= 0:
            under = self._once(under, model)
            zero = f"({under.size} = {self._literal(0)})"
            known = every([known, opposite(zero)])
            # What is divided by then does not matter, for the quotient is not known.
            under = evolve(under, size=chosen([(zero, self._literal(1))], under.size), constant=None)
        over = self._multiplied(over, raised)
        under = self._multiplied(under, lowered)
        if under.constant == 1:
            return evolve(over, known=known)
        over, under = self._once(over, model), self._once(under, model)
        step = self._literal(1)
        if above.least < 0 or below.least < 0:
            one, other = (f"({said.size} < {self._literal(0)})" for said in (over, under))
            opposed = one if below.least >= 0 else f"{one} <> {other}"
            step = f"CASE WHEN {opposed} THEN {self._literal(-1)} ELSE {step} END"
        size = self._divided(over.size, under.size, tree.rounding, step)
        return Number(size, known)

    def _divided(self, over: str, under: str, rounding: Rounding, step: str) -> str:
        """Write a quotient rounded towards zero, and then a step further where the rounding says so."""
        towards_zero = self.relations.dialect.divided(over, under)
        if rounding == "down":
            return towards_zero
        rest = f"abs({over} % {under})"
        further = f"{rest} <> 0" if rounding == "up" else f"{rest} >= abs({under}) - {rest}"
        return f"({towards_zero} + CASE WHEN {further} THEN {step} ELSE {self._literal(0)} END)"

    def _cases(self, tree: Cases, model: str) -> Number:
        shape = self.shaper.shape(tree)
        whens = [self._decided(self.truth(branch.when, model), model) for branch in tree.branches]
        thens = [self._fitted(branch.then, shape.unit, shape.scale, model) for branch in tree.branches]
        last = self._fitted(tree.otherwise, shape.unit, shape.scale, model)
        size, known = last.size, last.known
        for when, then in reversed(list(zip(whens, thens, strict=True))):
            size = chosen([(when.yes, then.size)], size)
            if not (when.sure and then.known == known):
                known = some([every([when.yes, then.known]), every([when.no, known])])
        if size == last.size:
            return Number(size, known, last.constant)
        same = [each.constant for each in thens if each.size == size]
        return Number(size, known, same[0] if same else None)

    def _once(self, said: Number, model: str) -> Number:
        """Return a number that may be written several times."""
        return said if len(said.size) <= _SHORT else self.relations.number(model, said)

    def _decided(self, said: Truth, model: str) -> Truth:
        """Return a truth that may be written several times."""
        return said if len(said.yes) + len(said.no) <= _SHORT else self.relations.truth(model, said)

    def _literal(self, value: int) -> str:
        return self.relations.dialect.number(value)

    # --- conditions ---

    def _truth(self, tree: Condition, model: str) -> Truth:
        match tree:
            case Flag():
                column = self._column(tree.model, tree.name)
                name = self.relations.quoted(column.name)
                return self._told(name, self._known(column.name, sure=column.sure))
            case IsOneOf():
                return self._is_one_of(tree)
            case Compare():
                return self._compare(tree, model)
            case AllOf(terms):
                parts = [self._decided(self.truth(term, model), model) for term in terms]
                return _all(parts)
            case AnyOf(terms):
                parts = [self._decided(self.truth(term, model), model) for term in terms]
                return _swapped(_all([_swapped(each) for each in parts]))
            case Negation(term):
                return _swapped(self.truth(term, model))
            case AnyItem(items, where):
                return self._any(items, where, model)
            case Judged():
                raise _refused(tree)
            case ConditionRule():
                raise AssertionError(tree)  # written by `condition`
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _known(self, name: str, *, sure: bool) -> str:
        return YES if sure else self.relations.quoted(f"{name}.known")

    def _told(self, holds: str, known: str) -> Truth:
        return Truth(every([known, holds]), every([known, opposite(holds)]))

    def _is_one_of(self, tree: IsOneOf) -> Truth:
        column = self._column(tree.model, tree.name)
        name, ids = self.relations.quoted(column.name), [term.id for term in tree.terms]
        if column.kind == "terms":
            found = self.relations.dialect.has_one_of(name, ids)
        else:
            found = f"({name} IN ({', '.join(text(each) for each in ids)}))"
        return self._told(found, self._known(column.name, sure=column.sure))

    def _compare(self, tree: Compare, model: str) -> Truth:
        one, other = self.shaper.shape(tree.left), self.shaper.shape(tree.right)
        scale = lcm(one.scale, in_unit(other, one.unit).scale)
        left = self._fitted(tree.left, one.unit, scale, model)
        right = self._fitted(tree.right, one.unit, scale, model)
        known = every([left.known, right.known])
        if left.constant is not None and right.constant is not None:
            return self._told(_settled(left.constant, tree.comparator, right.constant), known)
        return self._told(f"({left.size} {tree.comparator} {right.size})", known)

    # --- what a thing holds several of ---

    def _added(self, tree: ItemsCount | ItemsTotal, model: str) -> Number:
        items, where = tree.items, tree.where
        which = Truth(YES, NO) if where is None else self._decided(self._inside(where, items), items.of)
        if isinstance(tree, ItemsTotal):
            self._check(tree, items, self.shaper.shape(tree.of).about)
            one = self.number(tree.of, items.of)
        else:
            one = Number(self._literal(1), constant=1)
        gather = partial(self.relations.gathered, model, items.of)
        zero = self._literal(0)
        size = gather(f"CAST(sum({chosen([(which.yes, one.size)], zero)}) AS BIGINT)", zero)
        doubt = some([which.doubtful, every([which.yes, opposite(one.known)])])
        known = self._list_known(items)
        if doubt != NO:
            sure = gather(f"bool_and({opposite(doubt)})", YES)
            known = every([known, sure])
        return Number(size, known)

    def _any(self, items: Items, where: Condition, model: str) -> Truth:
        which = self._decided(self._inside(where, items), items.of)
        yes = self.relations.gathered(model, items.of, f"bool_or({which.yes})", NO)
        no = self.relations.gathered(model, items.of, f"bool_and({which.no})", YES)
        known = self._list_known(items)
        return Truth(every([known, yes]), every([known, no]))

    def _inside(self, where: Condition, items: Items) -> Truth:
        self._check(where, items, self.shaper.about(where))
        return self.truth(where, items.of)

    def _check(self, tree: Expr, items: Items, about: frozenset[str]) -> None:
        if not about <= {*lineage(items.of)}:
            raise _refused(tree)

    def _list_known(self, items: Items) -> str:
        complete = f"{items.name}.known" in self.complete.get(items.model, ())
        if complete or is_list_sure(items.model, items.name):
            return YES
        return self.relations.list_known(items.model, items.name)


def shaper_of(edition: Edition) -> Shaper:
    """Return what finds the shapes of an edition, in which every standard is the number that it is."""

    def of_rule(rule: AmountRule) -> Shape:
        version = edition.rule(rule)
        if isinstance(version, Message):
            return Shape(rule.unit, 1, Fraction(0), Fraction(0), frozenset([rule.of]))
        shape = in_unit(shaper.shape(cast("Quantity", version.value)), rule.unit)
        return evolve(shape, about=frozenset([rule.of]))

    def of_standard(standard: LocalStandard) -> Shape:
        found = edition.standard(standard)
        if isinstance(found, Message):
            return any_standard(standard)
        number = cast("Amount", found.value).size_in(standard.unit)
        return Shape(standard.unit, number.denominator, number, number, frozenset())

    shaper = Shaper(of_rule, of_standard)
    return shaper


def _refused(tree: Expr) -> RuleRefused:
    return RuleRefused(fault("not_in_sql", what=Rendered(tree), node=type(tree).__name__))


def _all(parts: Sequence[Truth]) -> Truth:
    return Truth(every(each.yes for each in parts), some(each.no for each in parts))


def _swapped(said: Truth) -> Truth:
    return Truth(said.no, said.yes)


def _settled(left: int, comparator: str, right: int) -> str:
    holds = {
        ">=": left >= right,
        ">": left > right,
        "=": left == right,
        "<": left < right,
        "<=": left <= right,
    }[comparator]
    return YES if holds else NO


def _sum(values: Iterable[int]) -> int:
    return sum(values)


def _difference(values: Iterable[int]) -> int:
    left, right = values
    return left - right


def _function(name: str) -> Callable[[Sequence[str]], str]:
    return lambda texts: f"{name}({', '.join(texts)})"
