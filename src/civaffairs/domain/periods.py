"""Dates as precise as the source has them: a day, a month, a year, or a span of them.

A source that says 2022年9月 does not say which day. `Period` keeps that: it knows the first and the last day
that the words allow and invents neither.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from attrs import field, frozen

from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, Language, fault, language

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTH_PARTS, _DAY_PARTS = 2, 3
_DECEMBER = 12
ONE_DAY = timedelta(days=1)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@frozen(eq=False, repr=False, slots=False)
class Period(Value):
    """A day, a month, a year, or everything from one of them to another, both included.

    Attributes:
        first: year, year and month, or year, month and day of the beginning.
        last: the same of the end; equal to `first` where the source names one moment.

    Example:
        >>> Period.parse("2022-09").first_day, Period.parse("2022-09").last_day
        (datetime.date(2022, 9, 1), datetime.date(2022, 9, 30))
        >>> str(Period.parse("2016..2020")), Period.parse("2016..2020").text("zh")
        ('2016..2020', '2016年至2020年')
    """

    first: tuple[int, ...] = field()
    last: tuple[int, ...] = field()

    def __attrs_post_init__(self) -> None:
        try:
            backwards = self.last_day < self.first_day
        except (ValueError, OverflowError):  # there is no such day, or no such year
            raise DeclarationError(fault("period_malformed", period=str(self))) from None
        if backwards:
            raise DeclarationError(fault("period_backwards", period=str(self)))

    @classmethod
    def parse(cls, text: Moment) -> Period:
        """Read `2025`, `2022-09`, `2021-09-01` or `2016..2020`; years may be given as integers.

        Raises:
            DeclarationError: where the text is none of these, or the date does not exist.
        """
        if isinstance(text, Period):
            return text
        if isinstance(text, date):
            day = (text.year, text.month, text.day)
            return cls(day, day)
        return _parsed(str(text))

    @property
    def first_day(self) -> date:
        """The earliest day that the words allow."""
        return _edge(self.first, last=False)

    @property
    def last_day(self) -> date:
        """The latest day that the words allow."""
        return _edge(self.last, last=True)

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.last[0]

    @property
    def is_day(self) -> bool:
        """Whether the period is one exactly known day."""
        return self.first == self.last and len(self.first) == _DAY_PARTS

    @property
    def end(self) -> Fraction:
        """Where the period ends on the line of years, exactly: the year 2020 ends at 2021.

        Example:
            >>> Period.parse("2020").end, Period.parse("2021-12-31").end
            (Fraction(2021, 1), Fraction(2022, 1))
        """
        day = self.last_day
        length = date(day.year, 12, 31).timetuple().tm_yday
        return day.year + Fraction(day.timetuple().tm_yday, length)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def years_before(self, years: int) -> Period:
        """Return the same period some years earlier; 29 February becomes 28 February.

        Raises:
            DeclarationError: where that is before the year 1, of which no calendar knows anything.

        Example:
            >>> str(Period.parse("2024-02-29").years_before(1))
            '2023-02-28'
        """
        return Period(_earlier(self.first, years), _earlier(self.last, years))

    def text(self, lang: Language | None = None) -> str:
        """Return the period as people write it."""
        chosen = lang or language()
        words = [_words(part, chosen) for part in dict.fromkeys((self.first, self.last))]
        return ("至" if chosen == "zh" else " to ").join(words)

    def __str__(self) -> str:
        return "..".join(_written(part) for part in dict.fromkeys((self.first, self.last)))


Moment = str | int | date | Period
"""What can be read as a period: `2025`, `"2022-09"`, a date, or a period itself."""


def as_period(text: Moment) -> Period:
    """Read a period (an attrs converter); see `Period.parse`."""
    return Period.parse(text)


def maybe_period(text: Moment | None) -> Period | None:
    """Read a period where there is one (an attrs converter)."""
    return None if text is None else Period.parse(text)


@lru_cache(maxsize=4096)  # a rulebook has hundreds of dates, and few different ones
def _parsed(text: str) -> Period:
    parts = tuple(_part(word) for word in text.split(".."))
    if len(parts) > 2 or None in parts:
        raise DeclarationError(fault("period_malformed", period=text))
    known = [part for part in parts if part is not None]
    return Period(known[0], known[-1])


def _part(word: str) -> tuple[int, ...] | None:
    match = _PART.fullmatch(word.strip())
    if match is None or not match[0].isascii():
        return None
    part = tuple(int(group) for group in match.groups() if group)
    try:
        _edge(part, last=False)
    except ValueError:
        return None
    return part


def _edge(part: tuple[int, ...], *, last: bool) -> date:
    year, month, day = (*part, *((12, 31) if last else (1, 1))[len(part) - 1 :])
    if last and len(part) == _MONTH_PARTS:
        return last_of_month(date(year, month, 1))
    return date(year, month, day)


def last_of_month(day: date) -> date:
    """Return the last day of the month in which a day lies."""
    if day.month == _DECEMBER:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - ONE_DAY


def _earlier(part: tuple[int, ...], years: int) -> tuple[int, ...]:
    year, *rest = part
    moved = (year - years, *rest)
    if moved[1:] == (2, 29):
        from calendar import isleap  # it brings what names days in every language, and is seldom needed

        return moved if isleap(moved[0]) else (moved[0], 2, 28)
    return moved


def _written(part: tuple[int, ...]) -> str:
    year, *rest = part
    return "-".join([f"{year:04d}", *(f"{number:02d}" for number in rest)])


def _words(part: tuple[int, ...], lang: Language) -> str:
    if lang == "zh":
        return "".join(f"{n}{unit}" for n, unit in zip(part, "年月日", strict=False))
    year, *rest = part
    names = [_MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*(str(day) for day in rest[1:]), *names, str(year)])
