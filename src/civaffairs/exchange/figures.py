"""What people write in a cell: periods, amounts, ranges, yes or no, and that there is nothing.

Nothing is guessed. A bare number has no unit until somebody says one; `6-7` may be a date and is asked about;
a dash is a missing figure and never zero.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.observations import Absence, Missing, missing
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.units import CLASSIFIERS, Amount, AmountRange, Unit, exact
from civaffairs.domain.units.definitions import dimension
from civaffairs.errors import DeclarationError, Fault, InputInvalid, UnknownName, fault, raise_all
from civaffairs.exchange.tabular import Cell, quoted

_YES = frozenset(["是", "yes", "true", "已建成"])
_NO = frozenset(["否", "no", "false", "未建成"])
_NONE_SAID = frozenset({"无数据", "n/a"})
_MARKS = re.compile(r"[-—–/]+|\*+")

_MULTIPLES = {"万": 10**4, "亿": 10**8}
# 人, 名, 户, 对 and 张 each count one kind of thing and are its unit; the others count whatever is meant.
_COUNTS_ANYTHING = CLASSIFIERS - set("人名户对张")
_WIDEST = 20

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = r"[^\d\s.,~〜–—至-](?:[^.,~〜–—至-]|-(?=[a-z]))*?"  # a hyphen only inside a word: person-times
_SINGLE = re.compile(rf"(?P<sign>[-−]?)(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})?", re.ASCII)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER}) ?(?P<low_unit>{_UNIT})? ?(?P<joint>-|–|—+|~|〜|\.\.|至) ?"
    rf"(?P<high>{_NUMBER}) ?(?P<unit>{_UNIT})?",
    re.ASCII,
)
_DATE = re.compile(
    r"\d{4}[-/年]\d{1,2}(?:[-/月]\d{1,2}日?|月)?|(?:19|20)\d{2}年度?|\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}(?:/\d{2,4})?"
    r"|\d{1,2}-[A-Za-z]{3}(?:-\d{2,4})?|[A-Za-z]{3}-\d{2,4}",
    re.ASCII,
)

_YEAR = r"(?:19|20|21)\d{2}"
_MOMENT = rf"{_YEAR}(?:年度?)?|{_YEAR}[-/年]\d{{1,2}}月?|{_YEAR}[-/年]\d{{1,2}}[-/月]\d{{1,2}}日?"
_SPAN = re.compile(rf"({_MOMENT}) ?(?:\.\.|~|〜|—+|–|至) ?({_MOMENT})", re.ASCII)
_YEARS = re.compile(rf"({_YEAR})年?-({_YEAR})年?", re.ASCII)


def read_period(cell: Cell) -> Period:
    """Read a date or period, as precise as it is written.

    Raises:
        InputInvalid: where the cell is blank or holds something else.

    Example:
        >>> [
        ...     str(read_period(Cell("A1", text)))
        ...     for text in ("2023年", "2023/6", "２０２３年６月３０日", "2021—2023年")
        ... ]
        ['2023', '2023-06', '2023-06-30', '2021..2023']
    """
    _usable(cell)
    if isinstance(cell.content, Period):
        return cell.content
    text = cell.text
    if not text:
        raise cell.fault("period_blank")
    if _has_mark(cell.content, anywhere=True):
        raise cell.fault("period_unreadable", period=quoted(text))
    span = _SPAN.fullmatch(text) or _YEARS.fullmatch(text)
    words = span.groups() if span else (text,)
    if all(re.fullmatch(_MOMENT, word, re.ASCII) for word in words):
        try:
            return Period.parse("..".join(_digits(word) for word in words))
        except DeclarationError:  # a date that does not exist, or a span that ends before it begins
            pass
    raise cell.fault("period_unreadable", period=quoted(text))


def _digits(moment: str) -> str:
    year, *rest = re.findall(r"\d+", moment)
    return "-".join([year, *(part.zfill(2) for part in rest)])


@frozen
class Figure:
    """One number, or the two ends of a range, with the unit that stands beside them.

    Attributes:
        numbers: one or two, exact.
        unit: as written in the cell; empty where only the number stands there.
    """

    numbers: tuple[Decimal, ...]
    unit: str = ""


Written: TypeAlias = Figure | bool | Missing
"""What a cell says by itself, before anybody asks of which indicator."""


def read_written(cell: Cell) -> Written:
    """Read what a value cell says.

    Raises:
        InputInvalid: where it cannot be used, may be a date, or says nothing that is known.

    Example:
        >>> read_written(Cell("C3", "１，２３４．５ 万元"))
        Figure(numbers=(Decimal('1234.5'),), unit='万元')
        >>> read_written(Cell("C3", "已建成")), read_written(Cell("C3", "——")).why.name
        (True, 'NOT_AVAILABLE')
        >>> read_written(Cell("C3", "28-35%")).numbers
        (Decimal('28'), Decimal('35'))
    """
    _usable(cell)
    content = cell.content
    if isinstance(content, bool):
        return content
    if isinstance(content, Period):
        raise cell.fault("value_is_date", value=str(content))
    if isinstance(content, Decimal):
        number = _sized(cell, content)
        return Figure((exact(Fraction(number) * 100),), "%") if cell.percent else Figure((number,))
    if _has_mark(content):
        raise cell.fault("value_unreadable", value=quoted(cell.text))
    return _read_text(cell, cell.text)


def _has_mark(content: object, *, anywhere: bool = False) -> bool:
    """Whether a raised or ringed digit stands where it would be read as one of the number's own.

    5² is not 52, and the ① behind 1234 leads to a note. In a unit, as in m², it says what it should.
    """
    if not isinstance(content, str):
        return False
    behind = "0"  # what begins with such a mark is no number either
    for sign in content:
        if unicodedata.category(sign) == "No" and (anywhere or behind.isdecimal() or behind in ".,，．"):
            return True
        behind = behind if sign.isspace() else sign
    return False


def _read_text(cell: Cell, text: str) -> Written:
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    if word in _NONE_SAID:
        return Missing(Absence.NOT_AVAILABLE, text)
    if not text or _MARKS.fullmatch(text):
        return missing(text)
    if _DATE.fullmatch(text):
        raise cell.fault("value_is_date", value=text)
    if found := _SINGLE.fullmatch(text):
        sign = "-" if found["sign"] else ""
        return _figure(cell, (sign + found["number"],), found["unit"])
    found = _RANGE.fullmatch(text)
    if found is None or found["low_unit"] not in (None, found["unit"]):
        raise cell.fault("value_unreadable", value=quoted(text))
    if (
        found["joint"] not in ("..", "~", "〜", "至")
        and not found["unit"]
        and _may_be_date(found["low"], found["high"])
    ):
        raise cell.fault("range_or_date", value=text, low=found["low"], high=found["high"])
    return _figure(cell, (found["low"], found["high"]), found["unit"])


def _figure(cell: Cell, numbers: Iterable[str], unit: str | None) -> Figure:
    return Figure(
        tuple(_sized(cell, Decimal(number.replace(",", ""))) for number in numbers), (unit or "").strip()
    )


def _sized(cell: Cell, number: Decimal) -> Decimal:
    """Refuse a number of a size or precision that nothing has, before anything multiplies it out."""
    exponent = number.as_tuple().exponent
    if abs(number.adjusted()) > _WIDEST or not isinstance(exponent, int) or exponent < -_WIDEST:
        raise cell.fault("number_absurd", number=quoted(str(number)))
    return number


def _may_be_date(low: str, high: str) -> bool:
    """Whether two numbers with a hyphen between them may be a date or a span of years."""
    if not (low.isdecimal() and high.isdecimal()):
        return False
    first, second = int(low), int(high)
    if len(low) == len("2023"):
        return 1900 <= first <= 2199 and (1 <= second <= 12 or 1900 <= second <= 2199)
    return (1 <= first <= 12 and 1 <= second <= 31) or (1 <= first <= 31 and 1 <= second <= 12)


def amount_of(
    figure: Figure, of: Indicator | Series, cell: Cell, units: Iterable[tuple[Cell, str]]
) -> Amount | AmountRange:
    """Return a figure of an indicator or series with its unit, which somebody must have said.

    Args:
        figure: the figure.
        of: what it is a figure of.
        cell: where it stands.
        units: the units that stand elsewhere for it, with their cells: in a column of units, in the heading.

    Raises:
        InputInvalid: where no unit is said, one is not known or of another kind than the indicator's, two of
            them contradict each other, or the amount cannot be.
    """
    factor, beside = _multiple(figure.unit)
    said = [(place, text) for place, text in ((cell, beside), *units) if text]
    if not said:
        raise cell.fault("unit_unsaid", name=of.label, unit=_name(of.unit))
    found = [(place, text, unit_for(of, text, place)) for place, text in said]
    first, *others = found
    for place, text, unit in others:
        if unit != first[2]:
            raise place.fault("units_differ", unit=quoted(text), first=quoted(first[1]), place=first[0].where)
    numbers = (
        figure.numbers
        if factor == 1
        else tuple(exact(Fraction(number) * factor) for number in figure.numbers)
    )
    amounts = tuple(Amount(number, first[2]) for number in numbers)
    raise_all(InputInvalid, (each for amount in amounts for each in _beyond(amount, of, cell)))
    if len(amounts) == 1:
        return amounts[0]
    try:
        return AmountRange(*amounts)
    except DeclarationError as error:
        raise InputInvalid(*(each.under(cell.where) for each in error.faults)) from error


def unit_for(of: Indicator | Series, text: str, cell: Cell) -> Unit:
    """Return the unit that a text means for an indicator: 个 of an indicator that counts places is a place.

    Raises:
        InputInvalid: for a unit that is not known or of another kind.
    """
    if text in _COUNTS_ANYTHING and _is_count(of.unit):
        return of.unit
    try:
        unit = Unit.parse(text)
    except UnknownName as error:
        raise cell.fault("unit_unknown", unit=quoted(text), name=of.label, wanted=_name(of.unit)) from error
    if not unit.goes_with(of.unit):
        raise cell.fault("unit_of_another", unit=quoted(text), name=of.label, wanted=_name(of.unit))
    return unit


def is_unit(text: str) -> bool:
    """Whether a text is a unit, or a word that counts things."""
    try:
        Unit.parse(text)
    except UnknownName:
        return text in CLASSIFIERS
    return bool(text)


def _multiple(text: str) -> tuple[int, str]:
    """Split 万 or 亿 off a unit that is none by itself: 1.2万个, 3万 under a heading 数值(人).

    万个 is a unit of mere things where a text counts them; here 个 is whatever the indicator counts.
    """
    if text[:1] in _MULTIPLES and (text[1:] in _COUNTS_ANYTHING or not is_unit(text)):
        return _MULTIPLES[text[0]], text[1:]
    return 1, text


def _is_count(unit: Unit) -> bool:
    # A counted thing is a dimension of its own, named after itself; 万人 is ten thousand of one, and no 个.
    names = [name for name, power in unit.powers if power == 1 and name != "day"]
    return len(unit.powers) == len(names) == 1 and dimension(unit.powers) == ((f"[{names[0]}]", 1),)


def _beyond(amount: Amount, of: Indicator | Series, cell: Cell) -> Iterator[Fault]:
    if not isinstance(of, Indicator):
        return
    low, high = of.bounds.low, of.bounds.high
    if low is not None and amount < low:
        yield fault("value_too_small", cell.where, value=amount, least=low, name=of.label)
    if high is not None and amount > high:
        yield fault("value_too_large", cell.where, value=amount, most=high, name=of.label)


def _name(unit: Unit) -> Unit | str:
    return unit if unit.powers else "1"


def _usable(cell: Cell) -> None:
    if cell.wrong is not None:
        raise InputInvalid(Fault(cell.where, cell.wrong))
