"""The nodes of a rule. A rule is a small immutable tree; an interpreter makes something of it.

There are two kinds of nodes: a `Quantity` has a size and a unit, a `Condition` holds or does not. They carry
the operators that build bigger trees and nothing else. Interpreters (`evaluate`, `render`, `dimension`,
`depends`) are functions with one `match` over the closed union `Expr`, ending in `assert_never`, so that a
new node without an interpreter is a type error.

`==` is not overloaded: trees are equal when they say the same, and hashable. `bool(tree)` raises and says
what to write instead.

Example:
    >>> from civaffairs.domain.names import Label
    >>> from civaffairs.domain.units import Amount
    >>> age = Field("Person", "age", Label("年龄", "age"), Unit.parse("年"))
    >>> old = (age >= Amount(80, "岁")) & ~(age >= Amount(100, "岁"))
    >>> old == (age >= Amount(80, "岁")) & ~(age >= Amount(100, "岁"))
    True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeAlias
from typing import Literal as OneOf

from attrs import evolve, field, frozen
from attrs.validators import in_, instance_of, min_len

from civaffairs.domain.names import Label, is_id
from civaffairs.domain.units import ROUNDINGS, Amount, Number, Rounding, Unit, as_unit, exact
from civaffairs.errors import RuleRefused, fault

if TYPE_CHECKING:
    from decimal import Decimal

Comparator = OneOf[">=", ">", "=", "<", "<="]


class _Node:
    """What all nodes share: a truth value that refuses to be taken."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise RuleRefused(fault("rule_has_no_truth_yet"))


class _Quantity(_Node):
    """A node with a size and a unit."""

    __slots__ = ()

    def __lt__(self, other: Operand) -> Compare:
        return Compare(_quantity(self), "<", _quantity(other))

    def __le__(self, other: Operand) -> Compare:
        return Compare(_quantity(self), "<=", _quantity(other))

    def __gt__(self, other: Operand) -> Compare:
        return Compare(_quantity(self), ">", _quantity(other))

    def __ge__(self, other: Operand) -> Compare:
        return Compare(_quantity(self), ">=", _quantity(other))

    def equals(self, other: Operand) -> Compare:
        """Build the condition that both are the same size."""
        return Compare(_quantity(self), "=", _quantity(other))

    def __add__(self, other: Operand) -> Sum:
        return Sum((_quantity(self), _quantity(other)))

    def __sub__(self, other: Operand) -> Difference:
        return Difference(_quantity(self), _quantity(other))

    def __mul__(self, ratio: Number) -> Multiple:
        return Multiple(exact(ratio), _quantity(self))

    __rmul__ = __mul__


class _Condition(_Node):
    """A node that holds, does not hold, or cannot be told."""

    __slots__ = ()

    def __and__(self, other: Condition) -> AllOf:
        return AllOf((_condition(self), _condition(other)))

    def __or__(self, other: Condition) -> AnyOf:
        return AnyOf((_condition(self), _condition(other)))

    def __invert__(self) -> Negation:
        return Negation(_condition(self))


@frozen
class Series:
    """A published figure that rules refer to and that is not ours to compute, such as consumption per head.

    Attributes:
        id: its name in observation files.
        label: what it is called.
        unit: its unit.

    Example:
        >>> consumption = Series(
        ...     "urban_consumption", Label("城镇居民人均消费支出", "urban consumption per head"), "元/人·年"
        ... )
        >>> consumption.previous_year
        SeriesAt(series=Series(id='urban_consumption', ...), years_before=1)
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    unit: Unit = field(converter=as_unit, repr=str)

    @property
    def this_year(self) -> SeriesAt:
        """The figure of the year that is looked at."""
        return SeriesAt(self, 0)

    @property
    def previous_year(self) -> SeriesAt:
        """The figure of the year before (上年度)."""
        return SeriesAt(self, 1)

    def __repr__(self) -> str:
        return f"Series(id={self.id!r}, ...)"


# `order=False` is what attrs does anyhow; mypy's plugin wants to read it.
@frozen(order=False)
class Literal(_Quantity):
    """A fixed amount."""

    amount: Amount = field(validator=instance_of(Amount))


@frozen(order=False)
class Observed(_Quantity):
    """The figure that a target is about."""

    unit: Unit = field(converter=as_unit)


@frozen(order=False)
class SeriesAt(_Quantity):
    """A series in the year looked at, or some years before it."""

    series: Series
    years_before: int


@frozen(order=False)
class Growth(_Quantity):
    """By how many percent a series grew over the year before, exactly; from zero or less it has no growth."""

    series: Series
    years_before: int

    @property
    def previous_year(self) -> Growth:
        """The growth in the year before (上年度增速)."""
        return evolve(self, years_before=self.years_before + 1)


@frozen(order=False)
class Field(_Quantity):
    """A fact about one thing of a register: `beds` of a care institution."""

    model: str
    name: str
    label: Label
    unit: Unit = field(converter=as_unit)


@frozen(order=False)
class Total(_Quantity):
    """The total of a field over all things of its register, or over those for which a condition holds."""

    of: Field
    where: Condition | None = None


@frozen(order=False)
class Count(_Quantity):
    """How many things a register holds, or how many of them a condition holds for."""

    model: str
    label: Label
    unit: Unit = field(converter=as_unit)
    where: Condition | None = None


@frozen(order=False)
class Sum(_Quantity):
    """Quantities added up."""

    terms: tuple[Quantity, ...] = field(validator=min_len(1))


@frozen(order=False)
class Difference(_Quantity):
    """One quantity less another."""

    left: Quantity
    right: Quantity


@frozen(order=False)
class Multiple(_Quantity):
    """A quantity times an exact constant: 1.3 times, 60 %."""

    ratio: Decimal = field(converter=exact)
    term: Quantity


@frozen(order=False)
class Quotient(_Quantity):
    """A quantity divided by another, in a stated unit and with stated rounding."""

    numerator: Quantity
    denominator: Quantity
    unit: Unit = field(converter=as_unit)
    places: int = field(kw_only=True)
    rounding: Rounding = field(kw_only=True, validator=in_(ROUNDINGS))


@frozen(order=False)
class Greatest(_Quantity):
    """The greatest of several quantities (就高)."""

    terms: tuple[Quantity, ...] = field(validator=min_len(1))


@frozen(order=False)
class Least(_Quantity):
    """The least of several quantities."""

    terms: tuple[Quantity, ...] = field(validator=min_len(1))


@frozen(order=False)
class Flag(_Condition):
    """A yes-or-no fact about one thing of a register."""

    model: str
    name: str
    label: Label


@frozen(order=False)
class Judged(_Condition):
    """A condition that only a person can judge, such as 'built' or 'introduced'; observed as yes or no."""

    label: Label


@frozen(order=False)
class Compare(_Condition):
    """A comparison of two quantities. 以上 and 以下 include the number, 超过 and 低于 exclude it."""

    left: Quantity
    comparator: Comparator
    right: Quantity


@frozen(order=False)
class AllOf(_Condition):
    """Every one of the terms holds."""

    terms: tuple[Condition, ...]


@frozen(order=False)
class AnyOf(_Condition):
    """At least one of the terms holds."""

    terms: tuple[Condition, ...]


@frozen(order=False)
class Negation(_Condition):
    """The term does not hold."""

    term: Condition


Quantity: TypeAlias = (
    Literal
    | Observed
    | SeriesAt
    | Growth
    | Field
    | Total
    | Count
    | Sum
    | Difference
    | Multiple
    | Quotient
    | Greatest
    | Least
)
Condition: TypeAlias = Flag | Judged | Compare | AllOf | AnyOf | Negation
Expr: TypeAlias = Quantity | Condition
Operand: TypeAlias = Quantity | Amount


def _quantity(value: _Quantity | Amount) -> Quantity:
    if isinstance(value, Amount):
        return Literal(value)
    if isinstance(value, Quantity):
        return value
    raise RuleRefused(fault("not_a_quantity", value=repr(value)))


def _condition(value: object) -> Condition:
    if isinstance(value, Condition):
        return value
    raise RuleRefused(fault("not_a_condition", value=repr(value)))


def growth(series: Series) -> Growth:
    """Return the growth of a series over the year before, in percent.

    Example:
        >>> consumption = Series("urban_consumption", Label("消费支出", "consumption"), "元/人·年")
        >>> growth(consumption).previous_year.years_before
        1
    """
    return Growth(series, 0)


def greatest(*terms: Operand) -> Greatest:
    """Return the greatest of several quantities (就高不就低)."""
    return Greatest(tuple(_quantity(term) for term in terms))


def least(*terms: Operand) -> Least:
    """Return the least of several quantities."""
    return Least(tuple(_quantity(term) for term in terms))


def share(numerator: Quantity, denominator: Quantity, *, places: int, rounding: Rounding) -> Quotient:
    """Return numerator over denominator in percent, rounded as stated."""
    return Quotient(numerator, denominator, "%", places=places, rounding=rounding)


def as_quantity(value: Operand) -> Quantity:
    """Return the node for an amount or a quantity.

    Raises:
        RuleRefused: for anything else, such as a bare number whose unit nobody said.
    """
    return _quantity(value)
