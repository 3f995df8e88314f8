"""What is measured. One id for one meaning, shared by all jurisdictions."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen
from attrs.validators import instance_of

from civaffairs.domain.names import Label, is_id
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.expr import Quantity
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange, Unit, as_unit
from civaffairs.errors import Language, UnitClash, fault


class Direction(Enum):
    """Which way is better. There is no default: the worst wrong verdicts come from a guessed direction."""

    UP = Label("越高越好", "more is better")
    DOWN = Label("越低越好", "less is better")
    NEUTRAL = Label("无优劣方向", "neither is better")

    @property
    def label(self) -> Label:
        """The direction in both languages."""
        return self.value


@frozen
class Bounds:
    """The sizes that an indicator can have at all: a coverage lies between 0 and 100 %.

    Example:
        >>> Bounds(Amount(0, "%"), Amount(100, "%")).admit(Amount("1.01", "1"))
        False
    """

    low: Amount | None = None
    high: Amount | None = None

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None:
            AmountRange(self.low, self.high)  # refuses an interval that ends before it begins

    def admit(self, amount: Amount) -> bool:
        """Whether an amount is possible."""
        return (self.low is None or amount >= self.low) and (self.high is None or amount <= self.high)

    def text(self, lang: Language | None = None) -> str:
        """Return the bounds as an interval."""
        low, high = (bound.text(lang) if bound else "∞" for bound in (self.low, self.high))
        return f"{low} … {high}" if self.low else f"-{low} … {high}"


SHARE = Bounds(Amount(0, "%"), Amount(100, "%"))
"""A part of a whole."""


@frozen
class Indicator:
    """What is measured, with its unit and the direction in which it improves.

    Attributes:
        id: one meaning, one id, in every jurisdiction.
        label: the official term and the term of the field.
        unit: the unit of the definition; a plan may print another of the same kind.
        direction: which way is better.
        topic: the subject it belongs to.
        bounds: sizes that it can have at all; `Bounds()` where there is no limit.
        definition: how registers give it, mostly numerator over denominator; None where they cannot.
        scope: what is counted and what is not, where the sources say.

    Raises:
        UnitClash: where the definition or a bound is in another kind of unit.

    Example:
        >>> Indicator(
        ...     "nursing_bed_share",
        ...     Label("护理型床位占比", "share of nursing beds"),
        ...     "%",
        ...     Direction.UP,
        ...     Topic.ELDERLY_CARE,
        ...     SHARE,
        ... ).unit.text("en")
        '%'
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    unit: Unit = field(converter=as_unit)
    direction: Direction = field(validator=instance_of(Direction))
    topic: Topic = field(validator=instance_of(Topic))
    bounds: Bounds = field(validator=instance_of(Bounds))
    definition: Quantity | None = None
    scope: Label | None = None

    def __attrs_post_init__(self) -> None:
        if self.definition is not None:
            check_units(self.definition)
            if not unit_of(self.definition).goes_with(self.unit):
                raise UnitClash(fault("unit_clash", self.id, left=unit_of(self.definition), right=self.unit))
        for bound in (self.bounds.low, self.bounds.high):
            if bound is not None and not bound.unit.goes_with(self.unit):
                raise UnitClash(fault("unit_clash", self.id, left=bound.unit, right=self.unit))


@frozen
class Statistic:
    """Something that a document counts or adds up and that no shared indicator measures.

    It has no better direction and no limits: it is reported, and neither followed nor compared.

    Attributes:
        id: unique within the plan that reports it.
        label: what is counted, and its English rendering.
        unit: the unit of its figures.
        topic: the subject it belongs to.

    Example:
        >>> Statistic(
        ...     "dibao_paid", Label("累计发放低保金", "Dibao paid out"), "万元", Topic.SOCIAL_ASSISTANCE
        ... ).unit
        Unit(powers=(('wan_yuan', 1),))
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    unit: Unit = field(converter=as_unit)
    topic: Topic = field(validator=instance_of(Topic))
