"""What follows from a date on the day of the decision, in SQL: ages and other full years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.models import AnnualCheck, Person, SocialOrg, Supporter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from civaffairs.domain.rules.expr import Field


def derived(fact: Field, day: date) -> Callable[[str], str] | None:
    """Return how a fact is computed from the column that it follows from; None where that is not known here.

    Example:
        >>> from datetime import date
        >>> from civaffairs.domain.rules.views import person
        >>> derived(person.age, date(2024, 3, 1))("born")
        'greatest(0, 2024 - year(born) - CASE WHEN month(born) * 100 + day(born) >= 301 THEN 1 ELSE 0 END)'
    """
    write = _WRITTEN.get((fact.model, fact.name.rpartition(".")[2]))
    return None if write is None else lambda column: write(column, day)


def _full_years(column: str, day: date) -> str:
    """Count as `full_years` does: a year is full at the end of the corresponding day."""
    not_yet = f"month({column}) * 100 + day({column}) >= {day.month * 100 + day.day}"
    return f"greatest(0, {day.year} - year({column}) - CASE WHEN {not_yet} THEN 1 ELSE 0 END)"


def _years_ago(column: str, day: date) -> str:
    return f"({day.year} - {column})"


_WRITTEN: dict[tuple[str, str], Callable[[str, date], str]] = {
    ("Person", Person.age_on.__name__): _full_years,
    ("Supporter", Supporter.age_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_registered_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_since_award_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_since_demotion_on.__name__): _full_years,
    ("SocialOrg", SocialOrg.years_since_revocation_on.__name__): _full_years,
    ("AnnualCheck", AnnualCheck.years_ago_on.__name__): _years_ago,
}
