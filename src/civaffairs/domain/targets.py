"""What a plan promises of an indicator: a typed predicate over its value, dated and cited."""

from __future__ import annotations

from enum import Enum
from typing import Literal as OneOf
from typing import TypeAlias, assert_never

from attrs import field, frozen
from attrs.validators import instance_of

from civaffairs.domain.indicators import Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing, Printed
from civaffairs.domain.periods import Period, as_period
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.expr import (
    AllOf,
    Comparator,
    Compare,
    Condition,
    Judged,
    Literal,
    Observed,
    Quantity,
    as_quantity,
)
from civaffairs.domain.rules.render import COMPARATORS_EN, COMPARATORS_ZH, render
from civaffairs.domain.sources import Clause
from civaffairs.domain.units import Amount, AmountRange, Number, Unit
from civaffairs.errors import Language, UnitClash, fault, language

PRINTED = {">=": "≥", ">": ">", "=": "", "<": "<", "<=": "≤"}


class Nature(Enum):
    """How firm a target is. A binding target missed is a failure, an expected one a deviation."""

    BINDING = Label("约束性", "binding")
    EXPECTED = Label("预期性", "expected")

    @property
    def label(self) -> Label:
        """The nature in both languages."""
        return self.value


class Measure(Enum):
    """What of the indicator a target is about."""

    LEVEL = Label("数值", "level")
    ANNUAL_GROWTH = Label("年均增长", "average annual growth")

    @property
    def label(self) -> Label:
        """The measure in both languages."""
        return self.value


@frozen
class Bound:
    """The value stands in a relation to a bound: at least 85 %, not below last year's growth of income."""

    comparator: Comparator
    bound: Quantity = field(converter=as_quantity)


@frozen
class Between:
    """The value lies between two bounds, both included."""

    low: Quantity = field(converter=as_quantity)
    high: Quantity = field(converter=as_quantity)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.low, Literal) and isinstance(self.high, Literal):
            AmountRange(self.low.amount, self.high.amount)  # refuses an interval that ends before it begins


@frozen
class Qualitative:
    """Something is to be so, and a person says whether it is."""

    label: Label = field(validator=instance_of(Label))


Predicate: TypeAlias = Bound | Between | Qualitative

Bare: TypeAlias = Number | Amount | Quantity
"""How a bound can be written. A bare number takes the unit of the row in which it stands."""


@frozen
class Promise:
    """A predicate whose bare numbers wait for the unit of their row. Written with `at_least` and its like.

    Attributes:
        form: the relation; `reaching` is a bare number, read with the indicator's direction; for
            `qualitative` what is to be so.
        bounds: one bound, two for `between`, none for `qualitative`.
        said: the comparator as the source prints it.
    """

    form: Comparator | OneOf["between", "reaching"] | Label
    bounds: tuple[Bare, ...]
    said: str

    def predicate(self, unit: Unit, direction: Direction) -> Predicate:
        """Return the predicate, with `unit` for bare numbers."""
        bounds = [_bound(each, unit) for each in self.bounds]
        match self.form:
            case Label() as label:
                return Qualitative(label)
            case "between":
                return Between(*bounds)
            case "reaching":
                return Bound(_BY_DIRECTION[direction], *bounds)
            case comparator:
                return Bound(comparator, *bounds)


_BY_DIRECTION: dict[Direction, Comparator] = {
    Direction.UP: ">=",
    Direction.DOWN: "<=",
    Direction.NEUTRAL: "=",
}


def _bound(bound: Bare, unit: Unit) -> Quantity:
    return as_quantity(bound if isinstance(bound, Amount | Quantity) else Amount(bound, unit))


def at_least(bound: Bare, *, said: str = "≥") -> Promise:
    """Promise a value not below the bound.

    Example:
        >>> at_least(85).predicate(Unit.parse("%"), Direction.UP).comparator
        '>='
    """
    return Promise(">=", (bound,), said)


def more_than(bound: Bare, *, said: str = ">") -> Promise:
    """Promise a value above the bound."""
    return Promise(">", (bound,), said)


def at_most(bound: Bare, *, said: str = "≤") -> Promise:
    """Promise a value not above the bound."""
    return Promise("<=", (bound,), said)


def less_than(bound: Bare, *, said: str = "<") -> Promise:
    """Promise a value below the bound."""
    return Promise("<", (bound,), said)


def exactly(bound: Bare, *, said: str = "=") -> Promise:
    """Promise just this value."""
    return Promise("=", (bound,), said)


def between(low: Bare, high: Bare, *, said: str = "") -> Promise:
    """Promise a value between two bounds, both included."""
    return Promise("between", (low, high), said)


def reaching(bound: Bare) -> Promise:
    """Promise what a bare number in a table promises: at least, where more is better; at most, where less is.

    Example:
        >>> reaching(100).predicate(Unit.parse("%"), Direction.UP).comparator
        '>='
        >>> reaching(100).predicate(Unit.parse("%"), Direction.NEUTRAL).comparator
        '='
    """
    return Promise("reaching", (bound,), "")


def qualitative(zh: str, en: str) -> Promise:
    """Promise something that a person judges."""
    return Promise(Label(zh, en), (), "")


@frozen
class Target:
    """One promise of a plan.

    Attributes:
        indicator: what it is about.
        by: the date or year by which it is to be so.
        predicate: what is promised; `Missing` where the plan names the indicator and gives no value.
        nature: binding or expected; None where the source does not say.
        clause: where it stands.
        measure: the level of the indicator, or its average annual growth.
        milestone: whether it is a step on the way to a later target.
        printed: how the source prints it.
        note: the reading that the model takes, where the words leave a choice.

    Raises:
        UnitClash: where the predicate is of another kind than the indicator.
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    by: Period = field(converter=as_period)
    predicate: Predicate | Missing = field(validator=instance_of((Bound, Between, Qualitative, Missing)))
    nature: Nature | None
    clause: Clause = field(validator=instance_of(Clause))
    measure: Measure = field(default=Measure.LEVEL, validator=instance_of(Measure))
    milestone: bool = False
    printed: Printed = field(factory=Printed)
    note: Label | None = None

    def __attrs_post_init__(self) -> None:
        condition = self.condition
        if condition is None:
            return
        check_units(condition)
        wanted = _PERCENT if self.measure is Measure.ANNUAL_GROWTH else self.indicator.unit
        for bound in bounds_of(self.predicate):
            if not unit_of(bound).goes_with(wanted):
                raise UnitClash(fault("unit_clash", self.indicator.id, left=unit_of(bound), right=wanted))

    @property
    def condition(self) -> Condition | None:
        """The predicate as a tree over the observed value; None where the plan gives no value."""
        return None if isinstance(self.predicate, Missing) else condition_of(self.predicate)

    def text(self, lang: Language | None = None) -> str:
        """Return what is promised, in words.

        Example:
            >>> from civaffairs.domain.targets import at_least
            >>> say(at_least(85).predicate(Unit.parse("%"), Direction.UP), "en")
            'at least 85%'
        """
        if isinstance(self.predicate, Missing):
            return self.predicate.text(lang)
        return say(self.predicate, lang)


_PERCENT = Unit.parse("%")


def condition_of(predicate: Predicate) -> Condition:
    """Return the predicate as a tree over the observed value."""
    match predicate:
        case Bound(comparator, bound):
            return Compare(Observed(unit_of(bound)), comparator, bound)
        case Between(low, high):
            seen = Observed(unit_of(low))
            return AllOf((Compare(seen, ">=", low), Compare(seen, "<=", high)))
        case Qualitative(label):
            return Judged(label)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(predicate)


def bounds_of(predicate: Predicate | Missing) -> tuple[Quantity, ...]:
    """Return the bounds of a predicate: one, two, or none."""
    match predicate:
        case Bound(_, bound):
            return (bound,)
        case Between(low, high):
            return (low, high)
        case Qualitative() | Missing():
            return ()
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(predicate)


def say(predicate: Predicate, lang: Language | None = None) -> str:
    """Return a predicate in words."""
    chosen = lang or language()
    match predicate:
        case Bound(comparator, bound):
            words = COMPARATORS_ZH if chosen == "zh" else COMPARATORS_EN
            gap = "" if chosen == "zh" else " "
            return f"{words[comparator]}{gap}{render(bound, chosen)}"
        case Between(low, high):
            if isinstance(low, Literal) and isinstance(high, Literal):
                return AmountRange(low.amount, high.amount).text(chosen)
            joint = "至" if chosen == "zh" else " to "
            return f"{render(low, chosen)}{joint}{render(high, chosen)}"
        case Qualitative(label):
            return label.text(chosen)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(predicate)
