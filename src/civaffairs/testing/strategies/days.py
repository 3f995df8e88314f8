"""Strategies for days: around the changes of a timeline, and of births that give an age."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

    from civaffairs.domain.periods import Period
    from civaffairs.domain.timeline import Timeline

_ONE_DAY = timedelta(days=1)


def days_around(*timelines: Timeline[Any]) -> SearchStrategy[date]:
    """Draw days on which something begins, and those before and after; the latest of them is the simplest.

    Of a start that is only known to the month or year, both the first and the last possible day are edges.

    Example:
        >>> from civaffairs import Document, Label, since
        >>> from civaffairs.domain.rules.named import dated
        >>> order = Document("d/1", Label("通知", "Notice"), "民政局", 2021)
        >>> dibao = dated(Label("更早没有", "nothing earlier"), since("2021-09", 636, order.at("一")))
        >>> from hypothesis import find
        >>> find(days_around(dibao), lambda day: day.month < 9)
        datetime.date(2021, 8, 31)
    """
    return st.sampled_from(around(edge for each in timelines for edge in edges(each.changes)))


def edges(starts: Iterable[Period]) -> tuple[date, ...]:
    """Return the days on which something certainly or possibly begins, the latest first."""
    found = {day for start in starts for day in (start.first_day, start.last_day)}
    return tuple(sorted(found, reverse=True))


def around(days: Iterable[date]) -> tuple[date, ...]:
    """Return days with their neighbours, each once, the latest first."""
    near = {each for day in days for each in (day - _ONE_DAY, day, day + _ONE_DAY)}
    return tuple(sorted(near, reverse=True))


def births(age: int, *, on: date) -> SearchStrategy[date]:
    """Draw dates of birth of somebody who is so many full years old on a day.

    Example:
        >>> from hypothesis import find
        >>> find(births(80, on=date(2024, 9, 1)), lambda born: born.year == 1944)
        datetime.date(1944, 1, 1)
        >>> find(births(80, on=date(2024, 9, 1)), lambda born: born >= date(1944, 8, 31))
        datetime.date(1944, 8, 31)
    """
    return st.dates(years_before(on, age + 1), years_before(on, age) - _ONE_DAY)


def years_before(day: date, years: int) -> date:
    """Return the corresponding day some years earlier: who was born the day before is just that old.

    A year has passed the day after the corresponding day; where there is no 29 February, 1 March stands in.

    Example:
        >>> years_before(date(2024, 2, 29), 1)
        datetime.date(2023, 3, 1)
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
