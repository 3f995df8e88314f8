"""Amounts: an exact number and a unit, and the difference of two shares in percentage points.

No float comes in, nothing is rounded unless the caller says how.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Literal, get_args

from attrs import field, frozen

from civaffairs.domain.units.unit import RATIO, Unit, as_unit
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, Language, UnitClash, fault, language

Number = int | str | Decimal | Fraction
Rounding = Literal["down", "half_up", "up"]
"""How to round: towards zero, halves away from zero (四舍五入), away from zero."""

ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)
_WIDEST = 1000  # powers of ten that text may name; an exponent may stand for more zeros than there is memory


def exact(number: Number) -> Decimal:
    """Return `number` as a Decimal that says exactly the same.

    Raises:
        DeclarationError: for a float, a truth value, text that is no finite number or one of more than a
            thousand digits, or an endless fraction.

    Example:
        >>> exact("0.48"), exact(Fraction(1, 8))
        (Decimal('0.48'), Decimal('0.125'))
    """
    if isinstance(number, Decimal) and number.is_finite():
        return number
    if isinstance(number, int) and not isinstance(number, bool):
        return Decimal(number)
    if isinstance(number, Fraction):
        return _terminating(number)
    if isinstance(number, str):
        try:
            read = Decimal(number)
        except InvalidOperation:
            read = Decimal("NaN")
        if read.is_finite() and number.isascii() and "_" not in number and abs(read.adjusted()) <= _WIDEST:
            return read
    raise DeclarationError(fault("not_exact", number=repr(number)))


@frozen(eq=False, repr=False, slots=False)
class Amount(Value):
    """A number with its unit.

    Attributes:
        number: exact; floats are refused.
        unit: by name, in English or Chinese.

    Two amounts are equal when they say the same; `1 万元` and `10000 元` compare as equal in size with
    `same_size_as`, and `<`, `<=`, `>`, `>=` convert.

    Example:
        >>> total = Amount(600, "元/人·月") * Amount(12, "月") * Amount(1234, "人")
        >>> total.to("万元").text("zh")
        '888.48万元'
        >>> Amount(1, "万元") > Amount(9999, "元")
        True
    """

    number: Decimal = field(converter=exact)
    unit: Unit = field(converter=as_unit)

    def to(self, unit: str | Unit, *, places: int | None = None, rounding: Rounding | None = None) -> Amount:
        """Return the same amount in another unit.

        Args:
            unit: the unit wanted.
            places: decimal places; without them the result must be exact.
            rounding: how to round to `places`; required with them.

        Raises:
            UnitClash: where the dimensions differ.
            DeclarationError: where the result has no end and no rounding was stated.

        Example:
            >>> Amount(1, "亩").to("㎡", places=2, rounding="half_up").text("zh")
            '666.67平方米'
        """
        wanted = Unit.parse(unit)
        return Amount(rounded(self.size_in(wanted), places, rounding), wanted)

    def size_in(self, unit: Unit) -> Fraction:
        """Return the number of `unit` in this amount as an exact fraction."""
        return Fraction(self.number) * self.unit.factor_to(unit)

    def same_size_as(self, other: Amount) -> bool:
        """Whether both are the same size, in whatever units they are written."""
        return other.size_in(self.unit) == Fraction(self.number)

    def divided_by(self, other: Amount, unit: str | Unit, *, places: int, rounding: Rounding) -> Amount:
        """Return the quotient in `unit`, rounded as stated.

        Raises:
            DeclarationError: for a divisor of zero.
            UnitClash: where the quotient does not come out in `unit`.

        Example:
            >>> share = Amount(2, "张").divided_by(Amount(3, "张"), "%", places=1, rounding="half_up")
            >>> share.text("zh")
            '66.7%'
        """
        if not other.number:
            raise DeclarationError(fault("division_by_zero", dividend=self))
        wanted = Unit.parse(unit)
        quotient = Fraction(self.number) / Fraction(other.number)
        return Amount(
            rounded(quotient * self.unit.times(other.unit, -1).factor_to(wanted), places, rounding), wanted
        )

    def __add__(self, other: Amount | Points) -> Amount:
        if isinstance(other, Points):
            return Amount(Fraction(self.number) + other.share_in(self.unit), self.unit)
        if not isinstance(other, Amount):
            return NotImplemented  # so that `Amount(200, "元/月") + supplement` builds a sum
        return Amount(Fraction(self.number) + other.size_in(self.unit), self.unit)

    def minus(self, other: Amount | Points) -> Amount:
        """Return this amount less the other, in this unit. For shares see `points_above`."""
        if isinstance(other, Points):
            return self + Points(other.number.copy_negate())
        return self + Amount(other.number.copy_negate(), other.unit)

    def points_above(self, other: Amount) -> Points:
        """Return by how many percentage points this share exceeds the other one.

        Raises:
            UnitClash: where one of them is not a share.

        Example:
            >>> Amount(55, "%").points_above(Amount("31.28", "%")).text("zh")
            '23.72个百分点'
        """
        percent = Unit.parse("%")
        return Points(exact(self.size_in(percent) - other.size_in(percent)))

    def __mul__(self, other: Amount | Number) -> Amount:
        if isinstance(other, Amount):
            return Amount(Fraction(self.number) * Fraction(other.number), self.unit.times(other.unit))
        return Amount(Fraction(self.number) * Fraction(exact(other)), self.unit)

    def __lt__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented  # so that `Amount(80, "岁") <= age` builds a condition
        return Fraction(self.number) < other.size_in(self.unit)

    def __le__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented  # so that `Amount(80, "岁") <= age` builds a condition
        return Fraction(self.number) <= other.size_in(self.unit)

    def __gt__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented  # so that `Amount(80, "岁") <= age` builds a condition
        return Fraction(self.number) > other.size_in(self.unit)

    def __ge__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented  # so that `Amount(80, "岁") <= age` builds a condition
        return Fraction(self.number) >= other.size_in(self.unit)

    def text(self, lang: Language | None = None) -> str:
        """Return number and unit as people write them: `600元/人·月`, `600 yuan/person/month`."""
        chosen = lang or language()
        symbol = self.unit.text(chosen, one=self.number.copy_abs() == 1)
        if chosen == "zh":
            return plain(self.number) + symbol
        gap = "" if symbol in ("", "%", "‰") else " "
        return f"{plain(self.number, grouped=True)}{gap}{symbol}"

    def __str__(self) -> str:
        return f"{plain(self.number)} {self.unit}"


@frozen(eq=False, repr=False, slots=False)
class Points(Value):
    """A difference of two shares, in percentage points. It is no share itself: 4 个百分点 is not 4 %.

    Example:
        >>> (Amount(80, "%") + Points(5)).text("en")
        '85%'
    """

    number: Decimal = field(converter=exact)

    def __lt__(self, other: Points) -> bool:
        if not isinstance(other, Points):
            return NotImplemented
        return self.number < other.number

    def __le__(self, other: Points) -> bool:
        if not isinstance(other, Points):
            return NotImplemented
        return self.number <= other.number

    def share_in(self, unit: Unit) -> Fraction:
        """Return what these points add to a share written in `unit`."""
        if not unit.is_ratio:
            raise UnitClash(fault("points_without_share", unit=unit))
        return Fraction(self.number) * Unit.parse("%").factor_to(unit)

    def text(self, lang: Language | None = None) -> str:
        """Return the points as people write them."""
        if (lang or language()) == "zh":
            return f"{plain(self.number)}个百分点"
        return f"{plain(self.number)} percentage point{'' if self.number.copy_abs() == 1 else 's'}"


@frozen(eq=False, repr=False, slots=False)
class AmountRange(Value):
    """An interval that the source gives instead of one figure; both ends belong to it.

    Example:
        >>> AmountRange(Amount(100, "元/人·月"), Amount(300, "元/人·月")).text("zh")
        '100–300元/人·月'
    """

    low: Amount
    high: Amount

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise DeclarationError(fault("range_backwards", low=self.low, high=self.high))

    def text(self, lang: Language | None = None) -> str:
        """Return the interval as people write it."""
        if self.low.unit != self.high.unit:
            return f"{self.low.text(lang)}–{self.high.text(lang)}"
        low = Amount(self.low.number, RATIO).text(lang)  # the unit stands once, after the high end
        return f"{low}–{self.high.text(lang)}"


def plain(number: Decimal, *, grouped: bool = False) -> str:
    """Return a number without exponent: as many places as it has, and thousands commas where `grouped`."""
    return f"{number:,f}" if grouped else f"{number:f}"


def rounded(value: Fraction, places: int | None, rounding: Rounding | None) -> Decimal:
    """Return `value` with `places` decimals; exactly where no places are given.

    Raises:
        DeclarationError: where it has no end and no rounding was stated, or only one of both was, or the
            rounding is none that there is.
    """
    if places is None and rounding is None:
        return exact(value)
    if places is None or rounding not in ROUNDINGS:
        raise DeclarationError(fault("rounding_unsaid", value=str(value), known=", ".join(ROUNDINGS)))
    over, under = abs(value.numerator) * 10 ** max(places, 0), value.denominator * 10 ** max(-places, 0)
    whole, rest = divmod(over, under)
    if (rounding == "up" and rest) or (rounding == "half_up" and 2 * rest >= under):
        whole += 1
    return _decimal(-whole if value < 0 else whole, places)


def _terminating(value: Fraction) -> Decimal:
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        raise DeclarationError(fault("no_end", value=str(value)))
    places = max(twos, fives)
    return _decimal(value.numerator * 10**places // value.denominator, places)


def _decimal(number: int, places: int) -> Decimal:
    """Return `number` with its point moved by `places`, exactly: Decimal's operators round to a context."""
    sign, digits, _ = Decimal(number).as_tuple()
    return Decimal((sign, digits, -places))
