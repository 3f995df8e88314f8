"""Figures that a document's other figures give: sums, shares, growth, multiples, each worked out again.

The tolerance is not chosen, it follows from print. A count and a plain sum of yuan are exact; `91.4%` or
`2.83亿元` stands for everything that rounds to it, half a unit of the last printed place to either side. What
those intervals give is an interval again, and the printed figure agrees where the two meet.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias, assert_never

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from civaffairs.domain.names import Label, is_id
from civaffairs.domain.observations import Observation
from civaffairs.domain.sources import Clause
from civaffairs.domain.units import RATIO, Amount, Number, Unit, exact
from civaffairs.errors import DeclarationError, Language, UnitClash, fault, language, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from civaffairs.domain.standards import Standard
    from civaffairs.errors import Fault

Interval: TypeAlias = tuple[Fraction, Fraction]


@frozen
class Stated:
    """A figure with its clause, from wherever it is declared."""

    amount: Amount
    label: Label
    clause: Clause


def entry(standard: Standard, start: date | str) -> Stated:
    """Return an entry of a standard's timeline, named by its start as the timeline has it.

    Raises:
        DeclarationError: where no entry starts then.
    """
    for each in standard.timeline:
        if str(each.start) == str(start):
            return Stated(each.value, standard.label, each.clause)
    raise DeclarationError(fault("no_such_entry", standard.id, start=str(start)))


Operand: TypeAlias = Observation | Stated | Amount
"""A figure of a document, or a constant."""


class Way(Enum):
    """How figures give another."""

    TOTAL = Label("合计", "total")
    DIFFERENCE = Label("相减", "difference")
    PRODUCT = Label("相乘", "product")
    RATIO = Label("相除", "quotient")
    GROWTH = Label("增长率", "growth")

    @property
    def label(self) -> Label:
        """The way in both languages."""
        return self.value


_SIGNS = {Way.TOTAL: " + ", Way.DIFFERENCE: " - ", Way.PRODUCT: " × ", Way.RATIO: " ÷ "}


def _has_amount(_instance: object, _attribute: object, value: object) -> None:
    if isinstance(value, Observation) and value.amount is None:
        raise DeclarationError(fault("operand_without_amount", figure=value.of.id))


@frozen
class Working:
    """A small sum over figures of a document; built with `total_of`, `ratio_of` and their like.

    Attributes:
        way: how the figures are put together.
        operands: the figures, in their order.
    """

    way: Way
    operands: tuple[Operand, ...] = field(
        validator=deep_iterable([instance_of((Observation, Stated, Amount)), _has_amount])
    )

    def text(self, lang: Language | None = None) -> str:
        """Return the sum as people write it.

        Example:
            >>> product_of(Amount(620, "元/人·月"), "1.3").text("zh")
            '620元/人·月 × 1.3'
        """
        chosen = lang or language()
        words = [_amount(each).text(chosen) for each in self.operands]
        if self.way is Way.GROWTH:
            return f"({words[0]} - {words[1]}) ÷ {words[1]}"
        return _SIGNS[self.way].join(words)


def total_of(first: Operand, *others: Operand) -> Working:
    """Add figures up."""
    return Working(Way.TOTAL, (first, *others))


def difference_of(whole: Operand, part: Operand) -> Working:
    """Take one figure from another."""
    return Working(Way.DIFFERENCE, (whole, part))


def product_of(*factors: Operand | Number) -> Working:
    """Multiply figures, and constants written as text: `product_of(dibao, "1.3")`."""
    constants = (each if isinstance(each, Operand) else Amount(each, RATIO) for each in factors)
    return Working(Way.PRODUCT, tuple(constants))


def ratio_of(part: Operand, whole: Operand) -> Working:
    """Divide one figure by another: a share, a multiple, so many per person."""
    return Working(Way.RATIO, (part, whole))


def growth_of(later: Operand, earlier: Operand) -> Working:
    """By how much a figure grew over an earlier one, as a share of the earlier one."""
    return Working(Way.GROWTH, (later, earlier))


@frozen
class Recomputation:
    """A printed figure, and how other figures give it.

    Attributes:
        id: unique within the plan.
        printed: the figure as the document has it.
        working: how the others give it.

    Raises:
        UnitClash: where the working comes out in another kind of unit than the printed figure, or adds up or
            compares figures of different kinds.
        DeclarationError: for a figure without an amount.

    Example:
        >>> from civaffairs.domain.sources import Document
        >>> place = Document("d/1", Label("规划", "Plan"), "局", 2022).at("一")
        >>> share = Stated(Amount("91.4", "%"), Label("床位占比", "share of beds"), place)
        >>> again = Recomputation("bed_share", share, ratio_of(Amount(6855, "张"), Amount(7500, "张")))
        >>> again.computed.text("en"), again.tolerance.text("en"), again.agrees
        ('91.4%', '0.05%', True)
    """

    id: str = field(validator=is_id)
    printed: Observation | Stated = field(validator=[instance_of((Observation, Stated)), _has_amount])
    working: Working = field(validator=instance_of(Working))

    def __attrs_post_init__(self) -> None:
        raise_all(UnitClash, self._unlike())
        unit = _unit(self.working)
        if not unit.goes_with(_amount(self.printed).unit):
            raise UnitClash(fault("unit_clash", self.id, left=unit, right=_amount(self.printed).unit))

    def _unlike(self) -> Iterator[Fault]:
        """Every figure of another kind than the first, which a sum, a difference or a growth cannot take."""
        if self.working.way in (Way.PRODUCT, Way.RATIO):
            return
        first, *others = (_amount(each).unit for each in self.working.operands)
        for other in others:
            if not other.goes_with(first):
                yield fault("unit_clash", self.id, left=other, right=first)

    @property
    def label(self) -> Label:
        """What the figure is called."""
        return self.printed.label if isinstance(self.printed, Stated) else self.printed.of.label

    @property
    def clause(self) -> Clause | None:
        """Where the figure is printed."""
        source = self.printed.clause if isinstance(self.printed, Stated) else self.printed.source
        return source if isinstance(source, Clause) else None

    @property
    def amount(self) -> Amount:
        """The figure as printed."""
        return _amount(self.printed)

    @property
    def computed(self) -> Amount:
        """What the others give, in the printed unit, with two places more than are printed."""
        middle, _ = _worked(self.working, _exactly)
        shown = self.amount.unit
        size = middle * _unit(self.working).factor_to(shown)
        step = Fraction(10) ** -(_places(self.amount) + 2)
        return Amount(round(size / step) * step, shown)

    @property
    def tolerance(self) -> Amount:
        """How far the two may lie apart for rounding alone, in the printed unit."""
        low, high = _worked(self.working, _as_printed)
        own_low, own_high = self._own
        spread = (high - low) * _unit(self.working).factor_to(self.amount.unit)
        allowed = (spread + own_high - own_low) / 2
        step = Fraction(10) ** -(_places(self.amount) + 2)
        return Amount(-(-allowed // step) * step, self.amount.unit)

    @property
    def agrees(self) -> bool:
        """Whether some figures that round to those printed give one that rounds to the printed one."""
        factor = _unit(self.working).factor_to(self.amount.unit)
        low, high = (end * factor for end in _worked(self.working, _as_printed))
        own_low, own_high = self._own
        return low <= own_high and own_low <= high

    @property
    def _own(self) -> Interval:
        """What the printed figure stands for: a sum is printed whole, a quotient or product is rounded."""
        if self.working.way in (Way.TOTAL, Way.DIFFERENCE):
            return _as_printed(self.amount)
        number, half = Fraction(self.amount.number), Fraction(10) ** -_places(self.amount) / 2
        return number - half, number + half


def _amount(operand: Operand) -> Amount:
    match operand:
        case Amount():
            return operand
        case Stated(amount):
            return amount
        case _ if operand.amount is not None:
            return operand.amount
    raise DeclarationError(
        fault("operand_without_amount", figure=operand.of.id)
    )  # pragma: no cover - validated


def _unit(working: Working) -> Unit:
    units = [_amount(each).unit for each in working.operands]
    match working.way:
        case Way.TOTAL | Way.DIFFERENCE:
            return units[0]
        case Way.PRODUCT:
            return reduce(Unit.times, units, RATIO)
        case Way.RATIO:
            return units[0].times(units[1], -1)
        case Way.GROWTH:
            return RATIO
        case _:  # pragma: no cover - the enumeration is closed; mypy proves it
            assert_never(working.way)


def _worked(working: Working, read: Callable[[Amount], Interval]) -> Interval:
    """What the figures give, at least and at most, in the unit of the working."""
    amounts = [_amount(each) for each in working.operands]
    ends = [
        _exactly(amount) if isinstance(operand, Amount) else read(amount)
        for operand, amount in zip(working.operands, amounts, strict=True)
    ]
    match working.way:
        case Way.PRODUCT:
            return reduce(_times, ends, (Fraction(1), Fraction(1)))
        case Way.RATIO:
            return _times(ends[0], _inverse(ends[1]))
    # The others compare like with like: all in the unit of the first figure.
    same = [
        (low * amount.unit.factor_to(amounts[0].unit), high * amount.unit.factor_to(amounts[0].unit))
        for (low, high), amount in zip(ends, amounts, strict=True)
    ]
    if working.way is Way.TOTAL:
        return sum((low for low, _ in same), Fraction()), sum((high for _, high in same), Fraction())
    if working.way is Way.DIFFERENCE:
        return same[0][0] - same[1][1], same[0][1] - same[1][0]
    low, high = _times(same[0], _inverse(same[1]))
    return low - 1, high - 1


def _times(one: Interval, other: Interval) -> Interval:
    corners = [left * right for left in one for right in other]
    return min(corners), max(corners)


def _inverse(interval: Interval) -> Interval:
    low, high = interval
    if low <= 0:
        raise DeclarationError(fault("division_by_zero", dividend=str(high)))
    return 1 / high, 1 / low


def _exactly(amount: Amount) -> Interval:
    return Fraction(amount.number), Fraction(amount.number)


def _as_printed(amount: Amount) -> Interval:
    """Every figure that rounds to the printed one."""
    number, half = Fraction(amount.number), _rounded_by(amount)
    return number - half, number + half


def _rounded_by(amount: Amount) -> Fraction:
    whole = _places(amount) == 0 and not amount.unit.is_ratio
    return Fraction() if whole and not _in_myriads(amount.unit) else Fraction(10) ** -_places(amount) / 2


def _in_myriads(unit: Unit) -> bool:
    """Whether the unit counts in 万 or 亿, so that a whole number of it can be rounded."""
    return any(name.startswith(("wan_", "yi_")) for name, _ in unit.powers)


def _places(amount: Amount) -> int:
    exponent = exact(amount.number).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
