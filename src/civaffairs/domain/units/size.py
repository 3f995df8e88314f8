"""Exact sizes: what a rule computes, which may have no end as a decimal number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.domain.units.amount import Amount, rounded
from civaffairs.domain.units.unit import Unit
from civaffairs.domain.values import Value

if TYPE_CHECKING:
    from civaffairs.errors import Language


@frozen(eq=False, repr=False, slots=False)
class Size(Value):
    """An exact size: a fraction and a unit. Unlike an `Amount` it may have no end as a decimal number."""

    number: Fraction = field(converter=Fraction)
    unit: Unit

    @classmethod
    def of(cls, amount: Amount) -> Size:
        """Return the size that an amount is."""
        return cls(Fraction(amount.number), amount.unit)

    def in_unit(self, unit: Unit) -> Fraction:
        """Return the number of `unit` in this size."""
        return self.number * self.unit.factor_to(unit)

    def shown(self) -> Amount:
        """Return the amount for a reader: rounded to two decimal places, halves up.

        Example:
            >>> Size(Fraction(2, 3), Unit.parse("%")).shown().text("en")
            '0.67%'
            >>> Size(Fraction(105, 2), Unit.parse("%")).shown().text("en")
            '52.5%'
        """
        number = f"{rounded(self.number, 2, 'half_up'):f}"
        return Amount(number.rstrip("0").rstrip("."), self.unit)

    def text(self, lang: Language | None = None) -> str:
        """Return the size for a reader: at most two decimal places, halves up."""
        return self.shown().text(lang)
