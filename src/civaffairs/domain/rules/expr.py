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

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf
from typing import NoReturn, TypeAlias, cast

from attrs import evolve, field, frozen
from attrs.validators import in_, instance_of, min_len

from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.rules.authors import refused
from civaffairs.domain.sources import Clause
from civaffairs.domain.timeline import Timeline
from civaffairs.domain.units import RATIO, ROUNDINGS, Amount, Number, Rounding, Unit, as_unit, exact
from civaffairs.domain.values import Value
from civaffairs.errors import CivaffairsError, fault

Comparator = OneOf[">=", ">", "=", "<", "<="]


class _Node(Value):
    """What all nodes share: a truth value that refuses to be taken."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise refused(fault("rule_has_no_truth_yet"))


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
        return Multiple(_ratio(ratio), _quantity(self))

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> NoReturn:
        raise refused(fault("division_without_rounding"))

    __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __truediv__

    def __radd__(self, other: Operand) -> Sum:
        return Sum((_quantity(other), _quantity(self)))

    def __rsub__(self, other: Operand) -> Difference:
        return Difference(_quantity(other), _quantity(self))

    def times(self, other: Operand) -> Product:
        """Build the product of two quantities; their units multiply, as 元/人·月 and 人 to 元/月."""
        return Product(_quantity(self), _quantity(other))

    def divided_by(self, other: Operand, unit: str | Unit, *, places: int, rounding: Rounding) -> Quotient:
        """Build the quotient of two quantities in `unit`, rounded as stated."""
        return Quotient(_quantity(self), _quantity(other), unit, places=places, rounding=rounding)

    def rounded(self, unit: str | Unit, *, places: int, rounding: Rounding) -> Quotient:
        """Build the same quantity rounded as stated: to the yuan with `places=0`, to the fen with 2."""
        return Quotient(_quantity(self), _ONE, unit, places=places, rounding=rounding)


class _Condition(_Node):
    """A node that holds, does not hold, or cannot be told."""

    __slots__ = ()

    def __and__(self, other: Condition) -> AllOf:
        return AllOf((_condition(self), _condition(other)))

    def __or__(self, other: Condition) -> AnyOf:
        return AnyOf((_condition(self), _condition(other)))

    def __invert__(self) -> Negation:
        return Negation(_condition(self))


class NamedRule(_Node):
    """A rule with a name: an `AmountRule` or a `ConditionRule`.

    Its hash is that of all the rules it rests on, and is computed once.
    """

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            object.__setattr__(self, "_hash", super().__hash__())  # a rule is frozen
            return self._hash

    def __getstate__(self) -> dict[str, object]:
        return vars(self)  # without the hash, which is another one in another process


@frozen(eq=False, repr=False, slots=False)
class Series(Value):
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


# Equality and repr come from `Value`; `order=False` is what attrs does anyhow, and mypy's plugin reads it.
@frozen(order=False, eq=False, repr=False, slots=False)
class Literal(_Quantity):
    """A fixed amount."""

    amount: Amount = field(validator=instance_of(Amount))


@frozen(order=False, eq=False, repr=False, slots=False)
class Observed(_Quantity):
    """The figure that a target is about."""

    unit: Unit = field(converter=as_unit)


@frozen(order=False, eq=False, repr=False, slots=False)
class _OfSeries(_Quantity):
    """What one year of a series gives."""

    series: Series
    years_before: int


class SeriesAt(_OfSeries):
    """A series in the year looked at, or some years before it."""


class Growth(_OfSeries):
    """By how many percent a series grew over the year before, exactly; from zero or less it has no growth."""

    @property
    def previous_year(self) -> Growth:
        """The growth in the year before (上年度增速)."""
        return evolve(self, years_before=self.years_before + 1)


@frozen(order=False, eq=False, repr=False, slots=False)
class Field(_Quantity):
    """A fact about one thing: `beds` of a care institution, `child.months` of a person.

    Attributes:
        model: the model of the thing.
        name: the fact; behind a dot where it stands in a part of the thing.
        label: what it is called.
        unit: its unit.
        least: nothing smaller is a fact; None where the model does not say.
        most: nothing larger is.
        places: decimals that it may have.
        follows_from: for what is derived on a day the fact without which it is not known.
    """

    model: str
    name: str
    label: Label
    unit: Unit = field(converter=as_unit)
    least: Decimal | None = None
    most: Decimal | None = None
    places: int = 0
    follows_from: str | None = None


@frozen(order=False, eq=False, repr=False, slots=False)
class Total(_Quantity):
    """The total of a field over all things of its register, or over those for which a condition holds."""

    of: Field
    where: Condition | None = None


@frozen(order=False, eq=False, repr=False, slots=False)
class Count(_Quantity):
    """How many things a register holds, or how many of them a condition holds for."""

    model: str
    label: Label
    unit: Unit = field(converter=as_unit)
    where: Condition | None = None


@frozen(order=False, eq=False, repr=False, slots=False)
class _OfTwo(_Quantity):
    """What two quantities make."""

    left: Quantity
    right: Quantity


class Difference(_OfTwo):
    """One quantity less another."""


class Product(_OfTwo):
    """One quantity times another."""


@frozen(order=False, eq=False, repr=False, slots=False)
class _OfSeveral(_Quantity):
    """What several quantities make."""

    terms: tuple[Quantity, ...] = field(validator=min_len(1))


class Sum(_OfSeveral):
    """Quantities added up."""


class Greatest(_OfSeveral):
    """The greatest of several quantities (就高)."""


class Least(_OfSeveral):
    """The least of several quantities."""


@frozen(order=False, eq=False, repr=False, slots=False)
class Multiple(_Quantity):
    """A quantity times an exact constant: 1.3 times, 60 %."""

    ratio: Decimal = field(converter=exact)
    term: Quantity


@frozen(order=False, eq=False, repr=False, slots=False)
class Quotient(_Quantity):
    """A quantity divided by another, in a stated unit and with stated rounding."""

    numerator: Quantity
    denominator: Quantity
    unit: Unit = field(converter=as_unit)
    places: int = field(kw_only=True)
    rounding: Rounding = field(kw_only=True, validator=in_(ROUNDINGS))


@frozen(order=False, eq=False, repr=False, slots=False)
class Flag(_Condition):
    """A yes-or-no fact about one thing of a register."""

    model: str
    name: str
    label: Label


@frozen(order=False, eq=False, repr=False, slots=False)
class Judged(_Condition):
    """A condition that only a person can judge, such as 'built' or 'introduced'; observed as yes or no."""

    label: Label


@frozen(order=False, eq=False, repr=False, slots=False)
class Compare(_Condition):
    """A comparison of two quantities. 以上 and 以下 include the number, 超过 and 低于 exclude it."""

    left: Quantity
    comparator: Comparator
    right: Quantity


@frozen(order=False, eq=False, repr=False, slots=False)
class _OfConditions(_Condition):
    """What several conditions make."""

    terms: tuple[Condition, ...]


class AllOf(_OfConditions):
    """Every one of the terms holds."""


class AnyOf(_OfConditions):
    """At least one of the terms holds."""


@frozen(order=False, eq=False, repr=False, slots=False)
class Negation(_Condition):
    """The term does not hold."""

    term: Condition


@frozen(order=False, eq=False, repr=False, slots=False)
class IsOneOf(_Condition):
    """A term of a thing is one of several; of a list of terms, at least one of them is."""

    model: str
    name: str
    label: Label
    terms: tuple[OneTerm, ...] = field(validator=min_len(1))


@frozen(eq=False, repr=False, slots=False)
class OneTerm(Value):
    """A value of a closed list, as rules write it down."""

    id: str
    label: Label


@frozen(eq=False, repr=False, slots=False)
class Items(Value):
    """The things that a thing holds several of: the members of a household, the incomes of a person.

    Attributes:
        model: what holds them.
        name: the fact in which it holds them.
        label: what they are called.
        of: the model that each of them is.
        unit: what they are counted in.
    """

    model: str
    name: str
    label: Label
    of: str
    unit: Unit = field(converter=as_unit)

    def count(self, where: Condition | None = None) -> ItemsCount:
        """Build the number of items, or of those for which a condition holds."""
        return ItemsCount(self, where)

    def total(self, of: Quantity, where: Condition | None = None) -> ItemsTotal:
        """Build the total of a quantity over the items, or over those for which a condition holds."""
        return ItemsTotal(self, _quantity(of), where)

    def any(self, where: Condition) -> AnyItem:
        """Build the condition that at least one item is such."""
        return AnyItem(self, _condition(where))

    def all(self, where: Condition) -> Negation:
        """Build the condition that no item is other than such; it holds where there is no item."""
        return Negation(AnyItem(self, Negation(_condition(where))))


@frozen(order=False, eq=False, repr=False, slots=False)
class ItemsCount(_Quantity):
    """How many items a thing holds, or how many of them a condition holds for."""

    items: Items
    where: Condition | None = None


@frozen(order=False, eq=False, repr=False, slots=False)
class ItemsTotal(_Quantity):
    """The total of a quantity over the items of a thing, or over those for which a condition holds."""

    items: Items
    of: Quantity
    where: Condition | None = None


@frozen(order=False, eq=False, repr=False, slots=False)
class AnyItem(_Condition):
    """At least one item of a thing is such."""

    items: Items
    where: Condition


@frozen(order=False, eq=False, repr=False, slots=False)
class LocalStandard(_Quantity):
    """The standard of this name that is in force where and when the case is decided.

    Attributes:
        id: the id of the `Standard` that jurisdictions declare.
        most: no standard of this name is larger; engines prove with it that nothing overflows.
    """

    id: str = field(validator=is_id)
    label: Label
    unit: Unit = field(converter=as_unit)
    most: Decimal = field(default=Decimal(1_000_000), converter=exact)


@frozen(eq=False, repr=False, slots=False)
class Case(Value):
    """One branch of `Cases`: where the condition holds, the quantity is the answer."""

    when: Condition
    then: Quantity


@frozen(order=False, eq=False, repr=False, slots=False)
class Cases(_Quantity):
    """The quantity of the first branch whose condition holds, or else `otherwise`."""

    branches: tuple[Case, ...] = field(validator=min_len(1))
    otherwise: Quantity


@frozen(order=False, eq=False, repr=False, slots=False)
class Opaque(_Quantity):
    """A quantity that no tree can say, computed by a function: the way out, to be used sparingly.

    Attributes:
        id: its name.
        model: the thing that the function looks at.
        unit: of what comes out.
        least: nothing smaller comes out.
        most: nothing larger comes out.
        places: decimals of what comes out.
        clause: where the computation is laid down.
        compute: from the thing and the day to a number, or None where it cannot be told.
    """

    id: str = field(validator=is_id)
    model: str
    label: Label
    unit: Unit = field(converter=as_unit)
    least: Decimal = field(converter=exact)
    most: Decimal = field(converter=exact)
    places: int
    clause: Clause
    compute: Callable[[object, date], Decimal | int | None]


@frozen(order=False, eq=False, repr=False, slots=False)
class AmountRule(_Quantity, NamedRule):
    """A named quantity of a thing: a column. Made by `amount_rule`, which checks it.

    Attributes:
        id: one meaning, one id, whoever lays it down.
        jurisdiction: the id of the jurisdiction that lays it down.
        label: what it is called.
        of: the model of the thing that has it.
        unit: its unit.
        timeline: the trees, each with its start and clause.
        supersedes: the jurisdiction above whose rule of the same id this one replaces.
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    of: str
    unit: Unit = field(converter=as_unit)
    timeline: Timeline[Quantity] = field(validator=instance_of(Timeline))
    supersedes: str | None = None


@frozen(order=False, eq=False, repr=False, slots=False)
class ConditionRule(_Condition, NamedRule):
    """A named condition on a thing: a column. Made by `condition_rule`, which checks it.

    The attributes are those of `AmountRule`, but for the unit.
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    of: str
    timeline: Timeline[Condition] = field(validator=instance_of(Timeline))
    supersedes: str | None = None


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
    | Product
    | Cases
    | ItemsCount
    | ItemsTotal
    | LocalStandard
    | Opaque
    | AmountRule
)
Condition: TypeAlias = Flag | Judged | Compare | AllOf | AnyOf | Negation | IsOneOf | AnyItem | ConditionRule
Expr: TypeAlias = Quantity | Condition
Rule: TypeAlias = AmountRule | ConditionRule
Operand: TypeAlias = Quantity | Amount

_ONE = Literal(Amount(1, RATIO))


def _quantity(value: object) -> Quantity:
    if isinstance(value, Amount):
        return Literal(value)
    # The union itself would be asked class by class, and rules are built at every start.
    if isinstance(value, _Quantity):
        return cast("Quantity", value)
    raise refused(fault("not_a_quantity", value=repr(value)))


def _condition(value: object) -> Condition:
    if isinstance(value, _Condition):
        return cast("Condition", value)
    raise refused(fault("not_a_condition", value=repr(value)))


def _ratio(number: Number) -> Decimal:
    try:
        return exact(number)
    except CivaffairsError as error:
        raise refused(*error.faults) from None


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


def all_of(*terms: Condition) -> AllOf:
    """Return the condition that every one of several holds."""
    return AllOf(tuple(_condition(term) for term in terms))


def any_of(*terms: Condition) -> AnyOf:
    """Return the condition that at least one of several holds."""
    return AnyOf(tuple(_condition(term) for term in terms))


def cases(*branches: tuple[Condition, Operand], otherwise: Operand) -> Cases:
    """Return the quantity of the first branch whose condition holds, or else `otherwise`.

    Example:
        >>> age = Field("Person", "age_on", Label("年龄", "age"), "岁")
        >>> old = age >= Amount(100, "岁")
        >>> cases((old, Amount(500, "元/月")), otherwise=Amount(0, "元/月")).otherwise.amount.text("zh")
        '0元/月'
    """
    return Cases(
        tuple(Case(_condition(when), _quantity(then)) for when, then in branches), _quantity(otherwise)
    )


def as_quantity(value: Operand) -> Quantity:
    """Return the node for an amount or a quantity.

    Raises:
        RuleRefused: for anything else, such as a bare number whose unit nobody said.
    """
    return _quantity(value)
