"""Declared trees about standards → linear inequalities over the standards of each year.

A floor, an invariant or a target says something of standards, and of standards alone it can be written as a
sum: `tekun_basic - 1.3 × dibao_urban ≥ 0`. A rounded share that is held against a number is such a sum too.
What cannot be written so is refused with the reason, and the caller says it: what is about cases, or rests on
a standard that is not set here, or on a figure that nobody published.

Example:
    >>> from fractions import Fraction
    >>> tekun = Line.of_standard(("tekun_basic", 2022), Unit.parse("元/人·月"))
    >>> dibao = Line.of_standard(("dibao_urban", 2022), Unit.parse("元/人·月"))
    >>> floor = Inequality(tekun.plus(dibao.times(Fraction(-13, 10))))
    >>> floor.holds({("tekun_basic", 2022): Fraction(932), ("dibao_urban", 2022): Fraction(717)})
    False
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, TypeAlias, assert_never, cast

from attrs import evolve, field, frozen

from civaffairs.analysis.paths.figures import Figures, Untold
from civaffairs.domain.invariants import Way
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Cases,
    Comparator,
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
from civaffairs.domain.units import Rounding, Unit, rounded
from civaffairs.domain.values import Value
from civaffairs.errors import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civaffairs.domain.rulebook import Edition

Point: TypeAlias = tuple[str, int]
"""A standard at the end of a year: its id and the year."""
Amounts: TypeAlias = "Mapping[Point, Fraction]"
"""How much each standard is at the end of each year, in the unit of the standard."""


# --- what comes out --------------------------------------------------------------------------------------


@frozen(eq=False, repr=False, slots=False)
class Line(Value):
    """Standards of some years, each so many times, and a number, added up.

    Attributes:
        terms: the standards with their factors, none of which is zero.
        number: what is added to them.
        unit: of what comes out.
    """

    terms: tuple[tuple[Point, Fraction], ...]
    number: Fraction
    unit: Unit

    @classmethod
    def fixed(cls, number: Fraction, unit: Unit) -> Line:
        """Return a number."""
        return cls((), number, unit)

    @classmethod
    def of_standard(cls, point: Point, unit: Unit) -> Line:
        """Return one standard."""
        return cls(((point, Fraction(1)),), Fraction(0), unit)

    @property
    def is_fixed(self) -> bool:
        """Whether no standard is in it."""
        return not self.terms

    def times(self, factor: Fraction) -> Line:
        """Return so many times as much."""
        terms = tuple((point, each * factor) for point, each in self.terms) if factor else ()
        return evolve(self, terms=terms, number=self.number * factor)

    def to(self, unit: Unit) -> Line:
        """Return the same in another unit."""
        return self if unit == self.unit else evolve(self.times(self.unit.factor_to(unit)), unit=unit)

    def plus(self, other: Line) -> Line:
        """Return both added up, in the unit of this one."""
        mine, more = dict(self.terms), other.to(self.unit)
        for point, factor in more.terms:
            mine[point] = mine.get(point, Fraction(0)) + factor
        terms = tuple(sorted((point, factor) for point, factor in mine.items() if factor))
        return Line(terms, self.number + more.number, self.unit)

    def minus(self, other: Line) -> Line:
        """Return this less the other."""
        return self.plus(other.times(Fraction(-1)))

    def at(self, amounts: Amounts) -> Fraction:
        """Return how much it is where the standards are so much."""
        return sum((factor * amounts[point] for point, factor in self.terms), self.number)


@frozen(eq=False, repr=False, slots=False)
class Inequality(Value):
    """That a line is not below zero; above zero where it is strict."""

    line: Line
    strict: bool = False

    @property
    def points(self) -> frozenset[Point]:
        """The standards that it speaks of."""
        return frozenset(point for point, _ in self.line.terms)

    def holds(self, amounts: Amounts) -> bool:
        """Whether it holds where the standards are so much."""
        found = self.line.at(amounts)
        return found > 0 if self.strict else found >= 0

    def reversed(self) -> Inequality:
        """Return that it does not hold."""
        return Inequality(self.line.times(Fraction(-1)), not self.strict)

    def least(self, point: Point, amounts: Amounts) -> Fraction | None:
        """Return what a standard must not fall below (or reach) with the others as they are.

        None where it does not hold this standard up.
        """
        factor = dict(self.line.terms).get(point, Fraction(0))
        return amounts[point] - self.line.at(amounts) / factor if factor > 0 else None


Clause: TypeAlias = tuple[Inequality, ...]
"""Inequalities of which one holds at least; mostly there is only one."""


@frozen(eq=False, repr=False, slots=False)
class Ratio(Value):
    """One line over another, rounded as stated.

    Attributes:
        over: what is divided, already in such a unit that the number comes out in that of the ratio.
        under: what it is divided by, always above zero.
        places: decimals of what comes out.
        rounding: how it is rounded.
    """

    over: Line
    under: Line
    places: int
    rounding: Rounding

    @property
    def points(self) -> frozenset[Point]:
        """The standards that it speaks of."""
        return frozenset(point for line in (self.over, self.under) for point, _ in line.terms)

    def at(self, amounts: Amounts) -> Fraction:
        """Return how much it is where the standards are so much."""
        return Fraction(rounded(self.over.at(amounts) / self.under.at(amounts), self.places, self.rounding))

    def at_least(self, number: Fraction, *, strict: bool = False) -> Inequality:
        """Return the inequality that says that it comes to a number at least, or to more.

        Example:
            >>> rural, urban = (
            ...     Line.of_standard((name, 2025), Unit.parse("元/人·月")) for name in ("rural", "urban")
            ... )
            >>> share = Ratio(rural.times(Fraction(100)), urban, 2, "half_up")
            >>> least = share.at_least(Fraction(85))
            >>> [
            ...     least.holds({("rural", 2025): Fraction(each), ("urban", 2025): Fraction(20000)})
            ...     for each in (16998, 16999)
            ... ]
            [False, True]
        """
        step = Fraction(1, 10**self.places)
        steps = number / step
        reached = (steps.numerator // steps.denominator + 1 if strict else -(-steps // 1)) * step
        # From which quotient on rounding comes to it; up is the one way in which the edge itself does not.
        edge = {"down": reached, "half_up": reached - step / 2, "up": reached - step}[self.rounding]
        return Inequality(
            _without_unit(self.over).minus(_without_unit(self.under).times(edge)), self.rounding == "up"
        )


def _without_unit(line: Line) -> Line:
    return evolve(line, unit=_NUMBER)


_NUMBER = Unit.parse("1")


@frozen(eq=False, repr=False, slots=False)
class Keeps(Value):
    """That a rounded share does not move the wrong way from one year to the next.

    It is not linear, as both shares are open. Held against any one number it is: either the later share
    reaches the number, or the earlier one did not.

    Attributes:
        before: the share of the year before.
        after: that of the year.
        way: how it may move.
        start: how much it is before the first year of the path.
    """

    before: Ratio
    after: Ratio
    way: Way
    start: Fraction

    @property
    def points(self) -> frozenset[Point]:
        """The standards that it speaks of."""
        return self.before.points | self.after.points

    def holds(self, amounts: Amounts) -> bool:
        """Whether it holds where the standards are so much."""
        before, after = self.before.at(amounts), self.after.at(amounts)
        return after >= before if self.way is Way.NEVER_FALLS else after <= before

    def at(self, number: Fraction) -> Clause:
        """Return what it says of one number: true of all paths that keep the share."""
        before, after = (self._kept(each, number) for each in (self.before, self.after))
        return (after, before.reversed())

    def beside_start(self) -> Inequality:
        """Return how the later share stands to that before the first year, where it was kept all the time."""
        return self._kept(self.after, self.start)

    def _kept(self, ratio: Ratio, number: Fraction) -> Inequality:
        if self.way is Way.NEVER_FALLS:
            return ratio.at_least(number)
        return ratio.at_least(number, strict=True).reversed()


# --- reading trees ---------------------------------------------------------------------------------------


@frozen
class Setting:
    """One standard that a path sets.

    Attributes:
        unit: in which its amounts are counted.
        start: how much it is before the first year.
    """

    unit: Unit
    start: Fraction


@frozen
class When:
    """The year that a tree is read for.

    Attributes:
        year: the year; standards and figures are those of its end.
        first: the first year of the path; before it the standards are what they were.
        standards: those that the path sets, by id.
        edition: the rules in force at the end of the year.
        figures: what is published or assumed beside standards.
        observed: what the figure is that a target is about.
    """

    year: int
    first: int
    standards: Mapping[str, Setting]
    edition: Edition
    figures: Figures
    observed: Quantity | None = field(default=None)


def line_of(tree: Quantity, when: When) -> Line:
    """Return a quantity as a line.

    Raises:
        Untold: with the reason why it cannot be written so.
    """
    match tree:
        case Literal(amount):
            return Line.fixed(Fraction(amount.number), amount.unit)
        case LocalStandard():
            return _standard(tree, when)
        case SeriesAt(series, years_before):
            return Line.fixed(when.figures.level(series, when.year - years_before), series.unit)
        case Growth(series, years_before):
            return Line.fixed(when.figures.growth(series, when.year - years_before), _PERCENT)
        case Observed():
            return line_of(_observed(when), when)
        case AmountRule():
            return line_of(_version(tree, when), when).to(tree.unit)
        case Sum(terms):
            first, *others = (line_of(term, when) for term in terms)
            return _sum(first, others)
        case Difference(left, right):
            return line_of(left, when).minus(line_of(right, when))
        case Multiple(ratio, term):
            return line_of(term, when).times(Fraction(ratio))
        case Product(left, right):
            return _product(line_of(left, when), line_of(right, when))
        case Greatest(terms) | Least(terms):
            return _extreme(tree, [line_of(term, when) for term in terms])
        case Quotient():
            return _quotient(tree, when)
        case Field() | Total() | Count() | Cases() | ItemsCount() | ItemsTotal() | Opaque():
            raise Untold(message("path_about_cases"))
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


_PERCENT = Unit.parse("%")


def _standard(tree: LocalStandard, when: When) -> Line:
    setting = when.standards.get(tree.id)
    if setting is None:
        return Line.fixed(_assumed(tree, when), tree.unit)
    if when.year < when.first:
        return Line.fixed(setting.start, setting.unit).to(tree.unit)
    return Line.of_standard((tree.id, when.year), setting.unit).to(tree.unit)


def _assumed(tree: LocalStandard, when: When) -> Fraction:
    """What the user assumes of a standard that is not set."""
    found = when.figures.assumed(tree, when.year)
    if found is not None:
        return found
    if tree.id in when.edition.book.standards:
        raise Untold(message("path_other_standard", what=tree.label, id=tree.id))
    raise Untold(message("path_need_level", series=tree.label, id=tree.id), when.year)


def _observed(when: When) -> Quantity:
    if when.observed is None:
        raise Untold(message("path_about_cases"))
    return when.observed


def _version(rule: AmountRule, when: When) -> Quantity:
    found = when.edition.rule(rule)
    if isinstance(found, Message):
        raise Untold(found)
    return cast("Quantity", found.value)


def _sum(first: Line, others: Iterable[Line]) -> Line:
    for each in others:
        first = first.plus(each)
    return first


def _product(left: Line, right: Line) -> Line:
    open_one, fixed = (left, right) if right.is_fixed else (right, left)
    if not fixed.is_fixed:
        raise Untold(message("path_not_linear"))
    return evolve(open_one.times(fixed.number), unit=left.unit.times(right.unit))


def _extreme(tree: Greatest | Least, lines: list[Line]) -> Line:
    if not all(line.is_fixed for line in lines):
        raise Untold(message("path_not_linear"))
    pick = max if isinstance(tree, Greatest) else min
    return pick((line.to(lines[0].unit) for line in lines), key=lambda line: line.number)


def _quotient(tree: Quotient, when: When) -> Line:
    ratio = ratio_of(tree, when)
    if ratio.points:
        raise Untold(message("path_not_linear"))
    return Line.fixed(ratio.at({}), tree.unit)


def ratio_of(tree: Quotient, when: When) -> Ratio:
    """Return a quotient as a ratio of two lines.

    Raises:
        Untold: where one of them is no line, or the divisor is not always above zero.
    """
    over, under = line_of(tree.numerator, when), line_of(tree.denominator, when)
    parts = [*(factor for line in (over, under) for _, factor in line.terms), over.number, under.number]
    if min(parts) < 0 or not (under.terms or under.number):
        raise Untold(message("path_not_linear"))
    factor = over.unit.times(under.unit, -1).factor_to(tree.unit)
    return Ratio(over.times(factor), under, tree.places, tree.rounding)


# --- conditions ------------------------------------------------------------------------------------------


def clauses_of(condition: Condition, when: When) -> tuple[Clause, ...]:
    """Return the inequalities that together say the same as a condition.

    Raises:
        Untold: with the reason why it cannot be written so.
    """
    match condition:
        case Compare(left, comparator, right):
            return _compared(_resolved(left, when), comparator, _resolved(right, when), when)
        case AllOf(terms):
            return tuple(clause for term in terms for clause in clauses_of(term, when))
        case AnyOf(terms):
            ways = [clauses_of(term, when) for term in terms]
            return tuple(tuple(each for clause in chosen for each in clause) for chosen in product(*ways))
        case Negation(term):
            return _negated(clauses_of(term, when))
        case ConditionRule():
            found = when.edition.rule(condition)
            if isinstance(found, Message):
                raise Untold(found)
            return clauses_of(cast("Condition", found.value), when)
        case Flag() | Judged() | IsOneOf() | AnyItem():
            raise Untold(message("path_about_cases"))
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(condition)


def _negated(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Not all of these: of one of them, nothing holds."""
    return tuple(tuple(each.reversed() for each in chosen) for chosen in product(*clauses))


def _resolved(tree: Quantity, when: When) -> Quantity:
    """Return what stands behind the figure of a target, or behind the name of a rule."""
    if isinstance(tree, Observed):
        return _resolved(_observed(when), when)
    return _resolved(_version(tree, when), when) if isinstance(tree, AmountRule) else tree


def _compared(left: Quantity, comparator: Comparator, right: Quantity, when: When) -> tuple[Clause, ...]:
    match comparator:
        case "=":
            return (*_above(left, right, when, strict=False), *_above(right, left, when, strict=False))
        case ">=" | ">":
            return _above(left, right, when, strict=comparator == ">")
        case "<=" | "<":
            return _above(right, left, when, strict=comparator == "<")


def _above(higher: Quantity, lower: Quantity, when: When, *, strict: bool) -> tuple[Clause, ...]:
    """Return that one quantity is not below another, or above it."""
    if isinstance(higher, Greatest | Least):
        each_one = [_above(term, lower, when, strict=strict) for term in higher.terms]
        return _together(each_one, every=isinstance(higher, Least))
    if isinstance(lower, Greatest | Least):
        each_one = [_above(higher, term, when, strict=strict) for term in lower.terms]
        return _together(each_one, every=isinstance(lower, Greatest))
    if isinstance(higher, Quotient) and (ratio := ratio_of(higher, when)).points:
        return ((ratio.at_least(_number(lower, when, higher.unit), strict=strict),),)
    if isinstance(lower, Quotient) and (ratio := ratio_of(lower, when)).points:
        reached = ratio.at_least(_number(higher, when, lower.unit), strict=not strict)
        return ((reached.reversed(),),)
    return ((Inequality(line_of(higher, when).minus(line_of(lower, when)), strict),),)


def _together(each_one: list[tuple[Clause, ...]], *, every: bool) -> tuple[Clause, ...]:
    if every:
        return tuple(clause for clauses in each_one for clause in clauses)
    return tuple(tuple(one for clause in chosen for one in clause) for chosen in product(*each_one))


def _number(tree: Quantity, when: When, unit: Unit) -> Fraction:
    line = line_of(tree, when).to(unit)
    if not line.is_fixed:
        raise Untold(message("path_not_linear"))
    return line.number
