from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from civaffairs.domain.periods import Period, as_period, maybe_period
from civaffairs.errors import DeclarationError, speak, speak_again
from civaffairs.testing.strategies import periods

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(periods())
def test_a_period_survives_being_written_and_read(period):
    assert Period.parse(str(period)) == period


@given(DAYS)
def test_every_day_month_and_year_that_exists_survives_being_written_and_read(day):
    year, month = f"{day.year:04d}", f"{day.year:04d}-{day.month:02d}"
    assert [str(Period.parse(text)) for text in (year, month, day.isoformat())] == [
        year,
        month,
        day.isoformat(),
    ]


@given(DAYS)
def test_words_allow_the_days_from_their_first_to_their_last(day):
    days_in_month = monthrange(day.year, day.month)[1]
    exact, month, year = (
        Period.parse(day.isoformat()),
        Period.parse(day.isoformat()[:7]),
        Period.parse(day.isoformat()[:4]),
    )
    assert (exact.first_day, exact.last_day) == (day, day)
    assert (month.first_day, month.last_day) == (day.replace(day=1), day.replace(day=days_in_month))
    assert (year.first_day, year.last_day) == (date(day.year, 1, 1), date(day.year, 12, 31))
    assert (exact.is_day, month.is_day, year.is_day) == (True, False, False)


@given(periods(), st.integers(-500, 500))
def test_a_day_lies_in_a_period_just_when_it_is_neither_before_its_first_nor_after_its_last(period, shift):
    day = period.first_day + timedelta(days=shift)
    assert (day in period) == (period.first_day <= day <= period.last_day)
    assert period.first_day in period
    assert period.last_day in period
    assert period.last_day + timedelta(days=1) not in period


def test_a_span_runs_from_the_beginning_of_its_first_to_the_end_of_its_last():
    span = Period.parse("2016..2020-06")
    assert (span.first_day, span.last_day, span.year) == (date(2016, 1, 1), date(2020, 6, 30), 2020)
    assert not span.is_day
    assert not Period.parse("2020-01-01..2020-01-02").is_day


@pytest.mark.parametrize("moment", [2020, "2020", " 2020 ", "2020..2020", Period.parse(2020)])
def test_one_moment_can_be_written_in_several_ways(moment):
    assert Period.parse(moment) == as_period(moment) == maybe_period(moment) == Period((2020,), (2020,))
    assert str(Period.parse(moment)) == "2020"


@pytest.mark.parametrize("moment", [date(2021, 9, 1), datetime(2021, 9, 1, 23, 59), "2021-09-01"])  # noqa: DTZ001
def test_a_date_is_read_as_its_day(moment):
    assert Period.parse(moment) == Period((2021, 9, 1), (2021, 9, 1))


def test_no_moment_stays_no_moment():
    assert maybe_period(None) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "20", "20201", "2020-1", "2020-13", "2020-00", "2021-02-29", "2021-01-32", "0000"),
        *(
            "2020/01",
            "2020-01-01-01",
            "二〇二〇",
            "２０２０",
            "2020-０１",
            "2020-01-０１",
            "2020...2021",
            "2020..",
            "2020..2021..2022",
        ),
        *(True, 22, 2020.0, None),
    ],
)
def test_what_is_no_moment_is_refused_and_shown(text):
    with pytest.raises(DeclarationError) as caught:
        Period.parse(text)
    (fault,) = caught.value.faults
    assert fault.code == "period_malformed"
    assert str(text) in fault.text("zh")


@pytest.mark.parametrize(
    "text", ["2021..2020", "2021-02..2021-01", "2021-01-02..2021-01-01", "2021-02..2021-01-31"]
)
def test_a_span_that_ends_before_it_begins_is_refused(text):
    with pytest.raises(DeclarationError) as caught:
        Period.parse(text)
    assert [each.code for each in caught.value.faults] == ["period_backwards"]
    assert text in str(caught.value)


@given(DAYS, DAYS)
def test_the_end_of_a_later_day_is_later(one, other):
    first, second = Period.parse(one), Period.parse(other)
    assert (first.end < second.end) == (one < other)
    assert (first.end == second.end) == (one == other)


@given(DAYS)
def test_the_end_counts_the_days_of_the_year_that_are_over(day):
    days_in_year = (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1
    passed = (day - date(day.year, 1, 1)).days + 1
    assert Period.parse(day).end == day.year + Fraction(passed, days_in_year)


@given(periods())
def test_a_year_ends_where_the_next_begins_and_every_period_where_its_last_day_does(period):
    assert Period.parse(period.year).end == period.year + 1
    assert period.end == Period.parse(period.last_day).end
    assert period.year < period.end <= period.year + 1


@given(periods(), st.integers(0, 200))
def test_some_years_before_only_the_year_differs_and_29_february_becomes_the_28th(period, years):
    earlier = period.years_before(years)
    for moved, part in ((earlier.first, period.first), (earlier.last, period.last)):
        assert moved[0] == part[0] - years
        assert moved[1:] == part[1:] or (part[1:] == (2, 29) and moved[1:] == (2, 28))


@given(periods(), st.integers(0, 100))
def test_years_before_and_after_come_back_where_no_leap_day_is_in_the_way(period, years):
    assume((2, 29) not in {period.first[1:], period.last[1:]})
    assert period.years_before(years).years_before(-years) == period


@pytest.mark.parametrize(
    ("years", "expected"), [(1, "2023-02-28"), (4, "2020-02-29"), (124, "1900-02-28"), (24, "2000-02-29")]
)
def test_a_leap_day_stays_where_there_is_one(years, expected):
    assert str(Period.parse("2024-02-29").years_before(years)) == expected


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2025", "2025年", "2025"),
        ("2022-09", "2022年9月", "September 2022"),
        ("2021-12-01", "2021年12月1日", "1 December 2021"),
        ("2021-01..2022", "2021年1月至2022年", "January 2021 to 2022"),
    ],
)
def test_a_period_is_said_as_people_write_it(text, zh, en):
    period = Period.parse(text)
    assert (period.text("zh"), period.text("en")) == (zh, en)
    token = speak("zh")
    assert period.text() == zh
    speak_again(token)


@pytest.mark.parametrize(
    ("period", "years"),
    [("2024", 2024), ("0001-06", 1), ("0004-02-29", 4), ("9999", -1), ("2024", -(10**12))],
)
def test_there_is_no_period_before_the_first_year_or_after_the_last(period, years):
    with pytest.raises(DeclarationError) as caught:
        Period.parse(period).years_before(years)
    assert [each.code for each in caught.value.faults] == ["period_malformed"]
    assert caught.value.text("zh")


@pytest.mark.parametrize("part", [(2024, 13), (2024, 2, 30), (0,), (2024, 0), (10**12, 1, 1)])
def test_a_period_of_days_that_do_not_exist_is_refused(part):
    with pytest.raises(DeclarationError):
        Period(part, part)
