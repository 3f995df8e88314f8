"""What follows from a date on the day of the decision, over arrays: ages and other full years."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy

from civaffairs.domain.models import AnnualCheck, Person, SocialOrg, Supporter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from numpy.typing import NDArray

    from civaffairs.domain.rules.expr import Field

    Whole = NDArray[numpy.int64]

_EARLIEST = numpy.datetime64("1850-01-01", "D")
"""From here on full years are looked up in a table, which is several times as quick as to count them."""
_EPOCH = 1970


def derived(fact: Field, day: date) -> Callable[[Whole], Whole] | None:
    """Return how a fact is computed from what it follows from; None where that is not known here.

    Dates are days since 1970, as Arrow keeps them.

    Example:
        >>> from datetime import date
        >>> from civaffairs.domain.rules.views import person
        >>> born = numpy.array(["1944-03-01", "1944-02-28"], "datetime64[D]").astype("int64")
        >>> derived(person.age, date(2024, 3, 1))(born).tolist()
        [79, 80]
    """
    count = _COUNTED.get((fact.model, fact.name.rpartition(".")[2]))
    return None if count is None else lambda values: count(values, day)


def _full_years(days: Whole, day: date) -> Whole:
    """Count as `full_years` does: a year is full at the end of the corresponding day."""
    first, table = _table(day)
    places = days - first
    if not len(days) or (places.min() >= 0 and places.max() < len(table)):
        return table[places]
    return _counted(days, day)


@lru_cache(maxsize=8)
def _table(day: date) -> tuple[int, Whole]:
    first = int(_EARLIEST.astype("int64"))
    return first, _counted(numpy.arange(first, int(numpy.datetime64(day, "D").astype("int64")) + 1), day)


def _counted(days: Whole, day: date) -> Whole:
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    of_month = (dates - months.astype("datetime64[D]")).astype("int64") + 1
    month = months.astype("int64")
    corresponding = (month % 12 + 1) * 100 + of_month
    not_yet = corresponding >= day.month * 100 + day.day
    years: Whole = numpy.maximum(0, day.year - (month // 12 + _EPOCH) - not_yet)
    return years


def _years_ago(years: Whole, day: date) -> Whole:
    return day.year - years


_COUNTED: dict[tuple[str, str], Callable[[Whole, date], Whole]] = {
    ("Person", Person.age_on.__name__): _full_years,
    ("Supporter", Supporter.age_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_registered_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_since_award_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_since_demotion_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_since_revocation_on.__name__): _full_years,
    ("AnnualCheck", AnnualCheck.years_ago_on.__name__): _years_ago,
}
