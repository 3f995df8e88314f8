"""tree → what its numbers look like: unit, decimals, range, and the things it is about.

Engines compute with whole numbers: a quantity of shape (yuan/month, scale 100) is a number of fen. A scale is
known when the tree is built, since every division states its rounding and every constant ratio is exact. From
the ranges that facts declare it follows that no number leaves 64 bits; a tree for which it does not follow is
refused.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, lcm
from typing import TYPE_CHECKING, assert_never

from attrs import evolve, frozen

from civaffairs.domain.models.fact import MOST_ITEMS
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
    Expr,
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
from civaffairs.domain.units import Unit
from civaffairs.domain.values import Value
from civaffairs.errors import RuleRefused, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

LIMIT = 2**63 - 1
"""The largest number of 64 bits; every step of every rule stays within it on both sides."""

_WITHIN = {
    "Person": "Household",
    "Income": "Person",
    "Supporter": "Person",
    "Parent": "Person",
    "AnnualCheck": "SocialOrg",
}


@frozen(eq=False, repr=False, slots=False)
class Shape(Value):
    """What the numbers of a quantity look like.

    Attributes:
        unit: the unit that they are in.
        scale: how many of them make one unit: 100 where they are fen.
        least: the smallest of them that can occur.
        most: the largest.
        about: the models whose facts are needed.
    """

    unit: Unit
    scale: int
    least: int
    most: int
    about: frozenset[str]

    @property
    def widest(self) -> int:
        """The largest number that can occur, on either side of zero."""
        return max(-self.least, self.most)

    def factor_to(self, unit: Unit, scale: int) -> int:
        """Return what its numbers are multiplied by to be in another unit and a scale that holds them."""
        factor = self.unit.factor_to(unit)
        over, under = factor.numerator * scale, factor.denominator * self.scale
        assert over % under == 0, self  # noqa: S101 - the scale that is wanted joins those of all terms
        return over // under

    def scaled(self, scale: int) -> Shape:
        """Return the same quantity in numbers of a scale that is a multiple of its own."""
        if scale == self.scale:
            return self
        factor = scale // self.scale
        return evolve(self, scale=scale, least=self.least * factor, most=self.most * factor)


def lineage(model: str) -> tuple[str, ...]:
    """Return a model and those within which it is looked at.

    Example:
        >>> lineage("Income")
        ('Income', 'Person', 'Household')
    """
    return (model, *lineage(_WITHIN[model])) if model in _WITHIN else (model,)


def any_standard(standard: LocalStandard) -> Shape:
    """Return the shape of a standard whatever it is: with two decimals, up to the most that it can be."""
    return Shape(standard.unit, 100, 0, floor(Fraction(standard.most) * 100), frozenset())


class Shaper:
    """Finds the shape of every node; rules are looked up by the caller, once each.

    Attributes:
        of_rule: the shape of a named amount.
        of_standard: the shape of a local standard where it is known; by default what the node itself says.
    """

    def __init__(
        self,
        of_rule: Callable[[AmountRule], Shape],
        of_standard: Callable[[LocalStandard], Shape] = any_standard,
    ) -> None:
        self.of_rule, self.of_standard = of_rule, of_standard
        self._known: dict[int, tuple[Expr, Shape]] = {}
        self._checked: dict[int, tuple[Expr, frozenset[str]]] = {}

    def shape(self, tree: Quantity) -> Shape:
        """Return the shape of a quantity.

        Raises:
            UnitClash: where units do not go together.
            RuleRefused: where 64 bits are left, or a node has no place in a rule about cases.
        """
        found = self._known.get(id(tree))
        if found is not None:
            return found[1]
        shape = self._shape(tree)
        if shape.widest > LIMIT:
            raise _overflowing(tree)
        self._known[id(tree)] = (tree, shape)  # the tree is kept, so that no other gets its id
        return shape

    def about(self, tree: Condition) -> frozenset[str]:
        """Return the models whose facts a condition needs, after checking everything in it."""
        found = self._checked.get(id(tree))
        if found is None:
            found = self._checked[id(tree)] = tree, self._about(tree)
        return found[1]

    def _about(self, tree: Condition) -> frozenset[str]:
        match tree:
            case Flag(model=model) | IsOneOf(model=model):
                return frozenset([model])
            case Compare():
                return self._compared(tree)
            case AllOf(terms) | AnyOf(terms):
                return frozenset().union(*(self.about(term) for term in terms))
            case Negation(term):
                return self.about(term)
            case AnyItem(items, where):
                return self._outside(items, self.about(where))
            case ConditionRule():
                return frozenset([tree.of])
            case Judged():
                raise RuleRefused(fault("node_not_for_cases", node=type(tree).__name__))
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _shape(self, tree: Quantity) -> Shape:
        match tree:
            case Literal(amount):
                return fixed(Fraction(amount.number), amount.unit)
            case Field():
                if tree.least is None or tree.most is None:
                    raise RuleRefused(fault("field_without_range", field=tree.label))
                return _between(tree.least, tree.most, tree)
            case LocalStandard():
                return self.of_standard(tree)
            case Opaque():
                return _between(tree.least, tree.most, tree)
            case AmountRule():
                return self.of_rule(tree)
            case Sum(terms):
                parts = self._alike(tree, terms)
                return _joined(parts, sum(p.least for p in parts), sum(p.most for p in parts))
            case Greatest(terms):
                parts = self._alike(tree, terms)
                return _joined(parts, max(p.least for p in parts), max(p.most for p in parts))
            case Least(terms):
                parts = self._alike(tree, terms)
                return _joined(parts, min(p.least for p in parts), min(p.most for p in parts))
            case Difference(left, right):
                one, other = parts = self._alike(tree, (left, right))
                return _joined(parts, one.least - other.most, one.most - other.least)
            case Multiple(ratio, term):
                return _times(self.shape(term), Fraction(ratio))
            case Product(left, right):
                return _product(self.shape(left), self.shape(right))
            case Quotient():
                return self._quotient(tree)
            case Cases(branches, otherwise):
                conditions = [self.about(branch.when) for branch in branches]
                parts = self._alike(tree, (*(branch.then for branch in branches), otherwise))
                joined = _joined(parts, min(p.least for p in parts), max(p.most for p in parts))
                return evolve(joined, about=joined.about.union(*conditions))
            case ItemsCount(items, where):
                about = frozenset() if where is None else self.about(where)
                return Shape(items.unit, 1, 0, MOST_ITEMS, self._outside(items, about))
            case ItemsTotal(items, of, where):
                one = self.shape(of)
                about = one.about if where is None else one.about | self.about(where)
                least, most = min(one.least, 0), max(one.most, 0)
                return evolve(
                    one, least=least * MOST_ITEMS, most=most * MOST_ITEMS, about=self._outside(items, about)
                )
            case Observed() | SeriesAt() | Growth() | Total() | Count():
                raise RuleRefused(fault("node_not_for_cases", node=type(tree).__name__))
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _compared(self, tree: Compare) -> frozenset[str]:
        left, right = self._alike(tree, (tree.left, tree.right))
        return left.about | right.about

    def _alike(self, tree: Expr, terms: Iterable[Quantity]) -> tuple[Shape, ...]:
        """Return the shapes of the terms of a tree in the unit of the first and in one scale."""
        first, *others = (self.shape(term) for term in terms)
        parts = in_one_scale((first, *(in_unit(other, first.unit) for other in others)))
        # Engines bring the terms to one scale and add them one by one, so all of them together have to fit.
        if sum(part.widest for part in parts) > LIMIT:
            raise _overflowing(tree)
        return parts

    def _quotient(self, tree: Quotient) -> Shape:
        over, under = self.shape(tree.numerator), self.shape(tree.denominator)
        quotient = over.unit.times(under.unit, -1)
        if not quotient.goes_with(tree.unit):
            raise RuleRefused(fault("quotient_unit", unit=tree.unit, left=over.unit, right=under.unit))
        raised, lowered = quotient_factors(over, under, tree)
        # Nothing that is divided by is smaller than one step of its own scale.
        bound = -(-over.widest * raised // (max(under.least, 1) * lowered))
        least = 0 if over.least >= 0 and under.least >= 0 else -bound
        if over.widest * raised > LIMIT or under.widest * lowered > LIMIT:
            raise _overflowing(tree)
        return Shape(tree.unit, 10**tree.places, least, bound, over.about | under.about)

    def _outside(self, items: Items, about: frozenset[str]) -> frozenset[str]:
        return (about - {items.of}) | {items.model}


def quotient_factors(over: Shape, under: Shape, tree: Quotient) -> tuple[int, int]:
    """Return by what numerator and denominator are multiplied, for a quotient in the scale of the result."""
    factor = over.unit.times(under.unit, -1).factor_to(tree.unit) * under.scale * 10**tree.places
    factor /= over.scale
    return factor.numerator, factor.denominator


def in_unit(shape: Shape, unit: Unit) -> Shape:
    """Return a shape in another unit of its kind.

    Raises:
        UnitClash: where it is none of its kind.
    """
    if shape.unit == unit:
        return shape
    return evolve(_times(shape, shape.unit.factor_to(unit)), unit=unit)


def in_one_scale(parts: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return shapes of one unit in the smallest scale that holds the numbers of all."""
    several = tuple(parts)
    scale = lcm(*(part.scale for part in several))
    return tuple(part.scaled(scale) for part in several)


def fixed(number: Fraction, unit: Unit) -> Shape:
    """Return the shape of a quantity that is always the same, in the smallest scale that holds it."""
    return Shape(unit, number.denominator, number.numerator, number.numerator, frozenset())


def _between(least: Decimal, most: Decimal, tree: Field | Opaque) -> Shape:
    scale = 10**tree.places
    ends = ceil(Fraction(least) * scale), floor(Fraction(most) * scale)
    return Shape(tree.unit, scale, *ends, frozenset([tree.model]))


def _times(shape: Shape, ratio: Fraction) -> Shape:
    edges = sorted((shape.least * ratio.numerator, shape.most * ratio.numerator))
    # In lowest terms: 200 half-fen are 100 fen, but nothing is divided where it need not be.
    return evolve(shape, scale=shape.scale * ratio.denominator, least=edges[0], most=edges[1])


def _product(one: Shape, other: Shape) -> Shape:
    edges = [a * b for a in (one.least, one.most) for b in (other.least, other.most)]
    return Shape(
        one.unit.times(other.unit),
        one.scale * other.scale,
        min(edges),
        max(edges),
        one.about | other.about,
    )


def _joined(parts: tuple[Shape, ...], least: int, most: int) -> Shape:
    about = frozenset().union(*(part.about for part in parts))
    return Shape(parts[0].unit, parts[0].scale, least, most, about)


def _overflowing(tree: Expr) -> RuleRefused:
    from civaffairs.domain.rules.render import Rendered  # nothing is put into words unless it is refused

    return RuleRefused(fault("rule_overflows", what=Rendered(tree)))
