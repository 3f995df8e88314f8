"""How many years have passed, as the law counts them."""

from __future__ import annotations

from datetime import date


def full_years(begin: date, day: date) -> int:
    """Return how many full years lie between a date and a day that is not before it.

    A year is full at the end of the corresponding day, so the count rises on the day after. That is how the
    Civil Code counts a period of years (articles 201 and 202: its first day is left out, it ends with the
    corresponding day, and where the month has none, with the last day of the month).

    Example:
        >>> full_years(date(2019, 5, 5), date(2021, 5, 5)), full_years(date(2019, 5, 5), date(2021, 5, 6))
        (1, 2)
    """
    full = (day.month, day.day) > (begin.month, begin.day)
    return max(0, day.year - begin.year - (not full))
