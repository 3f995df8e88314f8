from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models.years import full_years

DATES = st.dates(date(1880, 1, 1), date(2090, 12, 31))


@given(DATES, st.integers(0, 40000), st.integers(0, 40000))
def test_years_never_become_fewer(begin, one, other):
    early, late = sorted((one, other))
    assert full_years(begin, begin + timedelta(early)) <= full_years(begin, begin + timedelta(late))


@given(DATES, st.integers(1, 90))
def test_a_number_of_years_is_full_the_day_after_the_corresponding_day(begin, years):
    leap_day = (begin.month, begin.day) == (2, 29)
    last = (
        date(begin.year + years, 3, 1) - timedelta(1) if leap_day else begin.replace(year=begin.year + years)
    )
    assert full_years(begin, last + timedelta(1)) == years
    if not (leap_day and last.day == 29):
        assert full_years(begin, last - timedelta(1)) == years - 1


def test_no_year_has_passed_on_the_first_day():
    assert full_years(date(2020, 2, 29), date(2020, 2, 29)) == 0
