"""tree → SQL text, node by node, in whole numbers of the scales that the shapes of the tree say.

Every node is computed for the kind of thing that it is about: half of a standard once for a household and not
once for each member. What stands in a tree about another kind of thing is brought there by `Relations`. Named
rules and whatever would be written twice are columns, computed once.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, assert_never, cast

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
from civaffairs.domain.rules.shape import (
    LIMIT,
    Shape,
    Shaper,
    in_unit,
    quotient_factors,
)
from civaffairs.engines.columns import (
    INCOME,
    INCOME_MONTHLY,
    INCOMES,
    Given,
    fact_column,
    is_stored,
)
from civaffairs.engines.settling import (
    check_items,
    home_of,
    lacks_kinds,
    nearest_zero,
    refused,
)
from civaffairs.engines.shapes import shaper_of
from civaffairs.engines.sql.days import derived
from civaffairs.engines.sql.dialects import DUCKDB, SPARK, text
from civaffairs.engines.sql.relations import Relations
from civaffairs.engines.sql.said import NO, YES, Number, Truth, chosen, every, opposite, some
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr
    from civaffairs.domain.units import Rounding, Unit

_MARKS = {each.mark for each in (DUCKDB, SPARK)}
_SHORT = 60
"""What is no longer than this may be written twice."""


@frozen(eq=False)
class Emitter:
    """Writes the nodes of an edition's trees.

    Attributes:
        edition: what holds where and when the cases are decided.
        day: the day for which they are decided.
        relations: where columns are collected.
        given: which columns registers have.
        shaper: finds the shapes of the trees.
        kind: where incomes stand in columns of the person, the kind of income that is looked at.
    """

    edition: Edition
    day: date
    relations: Relations
    given: Given
    shaper: Shaper = field(default=Factory(lambda self: shaper_of(self.edition), takes_self=True))
    kind: str | None = None
    _numbers: dict[tuple[str, str | None, int], tuple[Expr, Number]] = field(factory=dict)
    _truths: dict[tuple[str, str | None, int], tuple[Expr, Truth]] = field(factory=dict)
    _rules: dict[tuple[str, str | None], Number | Truth] = field(factory=dict)

    # --- named rules ---

    def amount(self, rule: AmountRule) -> Number:
        """Write a named amount as columns of the things that it is about."""
        key = rule.id, self._kind_of(rule.of)
        if key not in self._rules:
            version = self.edition.rule(rule)
            if isinstance(version, Message):
                said = self._unknown(self.shaper.shape(rule))
            else:
                tree = cast("Quantity", version.value)
                factor = self.shaper.shape(tree).unit.factor_to(rule.unit).numerator
                said = self.multiplied(self.number(tree, rule.of), factor)
            self._rules[key] = self.relations.number(self._home_of(rule.of), said, _named(*key))
        return cast("Number", self._rules[key])

    def condition(self, rule: ConditionRule) -> Truth:
        """Write a named condition as columns of the things that it is about."""
        key = rule.id, self._kind_of(rule.of)
        if key not in self._rules:
            version = self.edition.rule(rule)
            if isinstance(version, Message):
                said = Truth(NO, NO)
            else:
                said = self.truth(cast("Condition", version.value), rule.of)
            self._rules[key] = self.relations.truth(self._home_of(rule.of), said, _named(*key))
        return cast("Truth", self._rules[key])

    # --- where a node is computed ---

    def number(self, tree: Quantity, model: str) -> Number:
        """Write a quantity for the things of a model.

        Raises:
            RuleRefused: where it cannot be computed in SQL.
        """
        if isinstance(tree, AmountRule):
            return self._number_brought(self.amount(tree), tree.of, model)
        # By identity: trees are deep, and their parts live as long as the edition.
        key = model, self._kind_of(model), id(tree)
        if key not in self._numbers:
            home = home_of(tree, self.shaper.shape(tree).about, model)
            if home == model:
                said = self._number(tree, model)
                if said.known == NO and said.constant is None:
                    said = self._unknown(self.shaper.shape(tree))
            else:
                said = self._number_brought(self.number(tree, home), home, model)
            self._numbers[key] = tree, said
        return self._numbers[key][1]

    def truth(self, tree: Condition, model: str) -> Truth:
        """Write a condition for the things of a model.

        Raises:
            RuleRefused: where it cannot be computed in SQL.
        """
        if isinstance(tree, ConditionRule):
            return self._truth_brought(self.condition(tree), tree.of, model)
        key = model, self._kind_of(model), id(tree)
        if key not in self._truths:
            home = home_of(tree, self.shaper.about(tree), model)
            if home == model:
                said = self._truth(tree, model)
            else:
                said = self._truth_brought(self.truth(tree, home), home, model)
            self._truths[key] = tree, said
        return self._truths[key][1]

    def _kind_of(self, model: str) -> str | None:
        """Return the kind of income that is looked at, where it matters."""
        return self.kind if model == INCOME else None

    def _home_of(self, model: str) -> str:
        """Return the things whose columns say what is about a model: one kind of income is the person's."""
        return model if self._kind_of(model) is None else "Person"

    def _number_brought(self, said: Number, source: str, model: str) -> Number:
        if self._home_of(source) == self._home_of(model):
            return said
        size = self._brought(said.size, source, model)
        return Number(size, self._brought(said.known, source, model), said.constant)

    def _truth_brought(self, said: Truth, source: str, model: str) -> Truth:
        if self._home_of(source) == self._home_of(model):
            return said
        yes = self._brought(said.yes, source, model)
        if said.no == opposite(said.yes):
            return Truth(yes, opposite(yes))
        return Truth(yes, self._brought(said.no, source, model))

    def _brought(self, expression: str, source: str, model: str) -> str:
        return self.relations.brought(expression, self._home_of(source), self._home_of(model))

    # --- quantities ---

    def _number(self, tree: Quantity, model: str) -> Number:
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
                return self._combined(tree, terms, model, _sum, " + ".join)
            case Greatest(terms):
                return self._combined(tree, terms, model, max, _function("greatest"))
            case Least(terms):
                return self._combined(tree, terms, model, min, _function("least"))
            case Difference(left, right):
                return self._combined(tree, (left, right), model, _difference, " - ".join)
            case Multiple(ratio, term):
                return self.multiplied(self.number(term, model), Fraction(ratio).numerator)
            case Product(left, right):
                return self._product(self.number(left, model), self.number(right, model))
            case Quotient():
                return self._quotient(tree, model)
            case Cases():
                return self._cases(tree, model)
            case ItemsCount() | ItemsTotal():
                return self._added(tree, model)
            case Opaque() | Observed() | SeriesAt() | Growth() | Total() | Count():
                raise refused(tree)
            case AmountRule():
                raise AssertionError(tree)  # written by `amount`
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _fixed(self, shape: Shape) -> Number:
        return Number(self._literal(shape.least), constant=shape.least)

    def _unknown(self, shape: Shape) -> Number:
        """Return a number that is not known; it is the one nearest to zero that it could be."""
        stand_in = nearest_zero(shape)
        return Number(self._literal(stand_in), NO, stand_in)

    def known(self, model: str, name: str) -> str:
        """Have a fact that is stored read where a register says it; return whether it is known."""
        if not self.given.has(model, name):
            return NO
        facts = self.relations.register(model).facts
        if name not in facts:
            facts[name] = evolve(fact_column(model, name), sure=self.given.is_complete(model, name))
        return YES if facts[name].sure else self.relations.quoted(f"{name}.known")

    def _field(self, tree: Field) -> Number:
        stored = is_stored(tree.model, tree.name)
        size = None if stored else derived(tree, self.day)
        if not stored and size is None:
            raise refused(tree)
        inside, dot, _ = tree.name.rpartition(".")
        name = tree.name if stored else f"{inside}{dot}{tree.follows_from}"
        model = tree.model
        if self._kind_of(model) is not None:  # what is earned; whether that is known is asked of all kinds
            return Number(self.relations.quoted(f"{INCOMES}.{self.kind}"))
        known = self.known(model, name)
        if known == NO:
            return self._unknown(self.shaper.shape(tree))
        said = Number(self.relations.quoted(name), known)
        if size is None:
            return said
        return self.relations.number(model, Number(size(said.size), known), f"{model}.{tree.name}")

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
        return self.multiplied(self.number(term, model), shape.factor_to(unit, scale))

    def multiplied(self, said: Number, factor: int) -> Number:
        """Return a number so many times as large."""
        if factor == 1:
            return said
        if said.constant is not None:
            value = said.constant * factor
            return Number(self._literal(value), said.known, value)
        return Number(f"({said.size} * {self._literal(factor)})", said.known)

    def _product(self, left: Number, right: Number) -> Number:
        known = every([left.known, right.known])
        if left.constant is not None:
            return evolve(self.multiplied(right, left.constant), known=known)
        if right.constant is not None:
            return evolve(self.multiplied(left, right.constant), known=known)
        return Number(f"({left.size} * {right.size})", known)

    def _quotient(self, tree: Quotient, model: str) -> Number:
        over, under = self.number(tree.numerator, model), self.number(tree.denominator, model)
        above, below = self.shaper.shape(tree.numerator), self.shaper.shape(tree.denominator)
        raised, lowered = quotient_factors(above, below, tree)
        known = every([over.known, under.known])
        if below.least <= 0 and not self._counts_members(tree.denominator):
            under = self._once(under, model)
            zero = f"({under.size} = {self._literal(0)})"
            known = every([known, opposite(zero)])
            # What is divided by then does not matter, for the quotient is not known.
            under = evolve(under, size=chosen([(zero, self._literal(1))], under.size), constant=None)
        over = self.multiplied(over, raised)
        under = self.multiplied(under, lowered)
        if under.constant == 1:
            return evolve(over, known=known)
        over, under = self._once(over, model), self._once(under, model)
        if tree.rounding == "down":
            return Number(self.relations.dialect.divided(over.size, under.size), known)
        room = LIMIT - above.widest * raised - below.widest * lowered
        write = self._away if below.least >= 0 and room >= 0 else self._stepped
        signed = above.least < 0 or below.least < 0
        return Number(write(over, under, tree.rounding, signed=signed), known)

    def _counts_members(self, tree: Quantity) -> bool:
        """Whether a quantity is the number of members of households that all have some."""
        if isinstance(tree, AmountRule):
            version = self.edition.rule(tree)
            return isinstance(version, InForce) and self._counts_members(cast("Quantity", version.value))
        is_count = isinstance(tree, ItemsCount) and tree.where is None and tree.items.of == "Person"
        return is_count and self.given.inhabited

    def _away(self, over: Number, under: Number, rounding: Rounding, *, signed: bool) -> str:
        """Write a quotient rounded up or half up: what is divided is first taken further from zero."""
        if under.constant is not None:
            further = under.constant - 1 if rounding == "up" else under.constant // 2
            more, less = self._literal(further), self._literal(-further)
        else:
            one, two = self._literal(1), self._literal(2)
            half = self.relations.dialect.divided(under.size, two)
            more = f"({under.size} - {one})" if rounding == "up" else half
            less = f"({one} - {under.size})" if rounding == "up" else f"(-{half})"
        if signed:
            more = chosen([(f"({over.size} < {self._literal(0)})", less)], more)
        return self.relations.dialect.divided(f"({over.size} + {more})", under.size)

    def _stepped(self, over: Number, under: Number, rounding: Rounding, *, signed: bool) -> str:
        """Write the same with a step after dividing: numbers may be large, or what divides below zero."""
        towards_zero = self.relations.dialect.divided(over.size, under.size)
        rest = f"abs({over.size} % {under.size})"
        further = f"{rest} <> 0" if rounding == "up" else f"{rest} >= abs({under.size}) - {rest}"
        step = self._literal(1)
        if signed:
            one, other = (f"({said.size} < {self._literal(0)})" for said in (over, under))
            step = f"CASE WHEN {one} <> {other} THEN {self._literal(-1)} ELSE {step} END"
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
                known = self._known_of_case(when, then.known, known)
        if size == last.size:
            return Number(size, known, last.constant)
        same = [each.constant for each in thens if each.size == size]
        return Number(size, known, same[0] if same else None)

    def _known_of_case(self, when: Truth, then: str, otherwise: str) -> str:
        """Return whether a quantity is known that depends on a condition."""
        if then in self.relations.columns:
            # What is gathered is only computed where it matters.
            return chosen([(when.yes, then), (when.no, otherwise)], NO)
        return some([every([when.yes, then]), every([when.no, otherwise])])

    def _once(self, said: Number, model: str) -> Number:
        """Return a number that may be written several times."""
        return said if len(said.size) <= _SHORT else self.relations.number(self._home_of(model), said)

    def _decided(self, said: Truth, model: str) -> Truth:
        """Return a truth that may be written several times."""
        return (
            said
            if len(said.yes) + len(said.no) <= _SHORT
            else self.relations.truth(self._home_of(model), said)
        )

    def _literal(self, value: int) -> str:
        return self.relations.dialect.number(value)

    # --- conditions ---

    def _truth(self, tree: Condition, model: str) -> Truth:
        match tree:
            case Flag():
                return self._flag(tree)
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
                raise refused(tree)
            case ConditionRule():
                raise AssertionError(tree)  # written by `condition`
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _flag(self, tree: Flag) -> Truth:
        known, name = self.known(tree.model, tree.name), self.relations.quoted(tree.name)
        if known == NO:
            return Truth(NO, NO)
        return Truth(name, opposite(name) if known == YES else self.relations.quoted(f"{tree.name}.no"))

    def _is_one_of(self, tree: IsOneOf) -> Truth:
        ids = [term.id for term in tree.terms]
        if self._kind_of(tree.model) is not None:
            holds = YES if self.kind in ids else NO
            return Truth(holds, opposite(holds))
        known = self.known(tree.model, tree.name)
        if known == NO:
            return Truth(NO, NO)
        name = self.relations.quoted(tree.name)
        if fact_column(tree.model, tree.name).kind == "terms":
            return _read(self.relations.dialect.has_one_of(name, ids), known)
        return _read(f"({name} IN ({', '.join(text(each) for each in ids)}))", known)

    def _compare(self, tree: Compare, model: str) -> Truth:
        one, other = self.shaper.shape(tree.left), self.shaper.shape(tree.right)
        scale = lcm(one.scale, in_unit(other, one.unit).scale)
        left = self._fitted(tree.left, one.unit, scale, model)
        right = self._fitted(tree.right, one.unit, scale, model)
        known = every([left.known, right.known])
        if left.constant is not None and right.constant is not None:
            return _told(_settled(left.constant, tree.comparator, right.constant), known)
        return _told(f"({left.size} {tree.comparator} {right.size})", known)

    # --- what a thing holds several of ---

    def _added(self, tree: ItemsCount | ItemsTotal, model: str) -> Number:
        items, where = tree.items, tree.where
        of = tree.of if isinstance(tree, ItemsTotal) else None
        check_items(tree, items, where, of, self.shaper)
        known = self.list_known(items)
        if known == NO:
            return Number(self._literal(0), NO, 0)
        if self._is_wide(items):
            return self._added_wide(items, where, of, known)
        which = Truth(YES, NO) if where is None else self._decided(self.truth(where, items.of), items.of)
        if of is None:
            one = Number(self._literal(1), constant=1)
            size = self.relations.gathered(model, items.of, which.yes, "count")
        else:
            one = self.number(of, items.of)
            chosen_ = chosen([(which.yes, one.size)], self._literal(0))
            size = self.relations.gathered(model, items.of, chosen_, "sum")
        sure = every([which.told, some([opposite(which.yes), one.known])])
        if sure != YES:
            known = every([known, self.relations.gathered(model, items.of, sure, "every")])
        return Number(size, known)

    def _any(self, items: Items, where: Condition, model: str) -> Truth:
        check_items(where, items, where, None, self.shaper)
        known = self.list_known(items)
        if known == NO:
            return Truth(NO, NO)
        if self._is_wide(items):
            return self._any_wide(items, where, known)
        which = self._decided(self.truth(where, items.of), items.of)
        yes, no = which.yes, which.no
        if yes != NO:
            yes = self.relations.gathered(model, items.of, yes, "any")
        if no != YES:
            no = opposite(yes) if which.sure else self.relations.gathered(model, items.of, no, "every")
        return Truth(every([known, yes]), every([known, no]))

    def list_known(self, items: Items) -> str:
        """Return whether it is known what a thing holds."""
        if self._is_wide(items):
            kinds = (self.known(items.model, f"{items.name}.{kind}") for kind in self.given.kinds_of_income)
            return self.relations.column(items.model, every(kinds), f"{items.name}.known")
        if not self.given.has(items.model, items.name):
            return NO
        if self.given.is_complete(items.model, items.name):
            return YES
        return self.relations.list_known(items.model, items.name)

    # --- incomes that stand in one column for each kind ---

    def _is_wide(self, items: Items) -> bool:
        return items.of == INCOME and bool(self.given.kinds_of_income)

    def _kinds(self, items: Items, where: Condition | None) -> Iterator[tuple[Emitter, str, Truth]]:
        """Yield for each kind that may be chosen who writes it, whether it is there, and whether chosen."""
        for kind in self.given.kinds_of_income:
            emitter = evolve(self, kind=kind)
            column = self.relations.quoted(f"{items.name}.{kind}")
            which = Truth(YES, NO)
            if where is not None:
                which = self._decided(emitter.truth(where, INCOME), items.model)
            if (which.yes, which.doubtful) != (NO, NO):
                yield emitter, f"({column} <> {self._literal(0)})", which

    def lacks_kinds(self, where: Condition | None) -> bool:
        """Whether a kind of income that may be chosen has no column: how much of it there is nobody knows."""

        def may_be(kind: str) -> bool:
            return evolve(self, kind=kind).truth(cast("Condition", where), INCOME).yes != NO

        return lacks_kinds(self.given, where, may_be)

    def _added_wide(self, items: Items, where: Condition | None, of: Quantity | None, known: str) -> Number:
        sizes, sure = [], [known]
        zero = self._literal(0)
        for emitter, there, which in self._kinds(items, where):
            one = Number(self._literal(1), constant=1) if of is None else emitter.number(of, INCOME)
            # Nothing is added where nothing is earned, unless something else than that is added up.
            when = which.yes if _is_earned(of) else every([there, which.yes])
            sizes.append(chosen([(when, one.size)], zero))
            told = every([which.told, some([opposite(which.yes), one.known])])
            sure.append(some([opposite(there), told]))
        sizes = [each for each in sizes if each != zero]
        known = NO if self.lacks_kinds(where) else every(sure)
        if not sizes:
            return Number(zero, known, 0)
        return Number(sizes[0] if len(sizes) == 1 else f"({' + '.join(sizes)})", known)

    def _any_wide(self, items: Items, where: Condition, known: str) -> Truth:
        kinds = list(self._kinds(items, where))
        yes = some(every([there, which.yes]) for _, there, which in kinds)
        no = every(some([opposite(there), which.no]) for _, there, which in kinds)
        if self.lacks_kinds(where):
            no = NO
        return Truth(every([known, yes]), every([known, no]))


def _named(rule: str, kind: str | None) -> str:
    return f"rule.{rule}" if kind is None else f"rule.{rule}.{kind}"


def _is_earned(of: Quantity | None) -> bool:
    return isinstance(of, Field) and (of.model, of.name) == (INCOME, INCOME_MONTHLY)


def _told(holds: str, known: str) -> Truth:
    return Truth(every([known, holds]), every([known, opposite(holds)]))


def _read(holds: str, known: str) -> Truth:
    """Return the truth of a fact; what stands in where it is not known makes it not hold."""
    return Truth(holds, every([known, opposite(holds)]))


def _all(parts: Sequence[Truth]) -> Truth:
    if all(each.sure for each in parts):
        yes = every(each.yes for each in parts)
        return Truth(yes, opposite(yes))
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
    def write(texts: Sequence[str]) -> str:
        first, *others = dict.fromkeys(texts)
        # DuckDB takes columns of one name, of a member and of the household, for one argument given twice.
        others = [f"({each} + 0)" if each[-1] in _MARKS else each for each in others]
        return f"{name}({', '.join([first, *others])})" if others else first

    return write
