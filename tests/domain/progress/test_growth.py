from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.progress.growth import readings
from civaffairs.domain.rules.expr import Literal, Series, growth
from civaffairs.domain.targets import Between, Bound, Qualitative
from civaffairs.domain.units import Amount

INCOME = Series("income", Label("人均收入", "income per head"), "元/人·年")
POSITIVE = st.decimals("0.01", 1000, places=2)
RATES = st.decimals(-50, 50, places=1)


def percent(number):
    return Literal(Amount(number, "%"))


def at_least(number):
    return Bound(">=", percent(number))


@given(st.integers(1, 1000), RATES, st.integers(1, 10))
def test_growth_by_just_the_rate_meets_it_and_a_hair_less_does_not(start, rate, years):
    factor = (1 + Fraction(rate) / 100) ** years
    begun = Amount(start, "元")
    just = Amount(start * factor, "元")
    less = Amount(start * factor - Fraction(1, 10**30), "元")
    (reading,) = readings(at_least(rate), begun, just, years)
    assert reading.met
    assert not reading.in_points
    (reading,) = readings(at_least(rate), begun, less, years)
    assert not reading.met
    (reading,) = readings(Bound(">", percent(rate)), begun, just, years)
    assert not reading.met


@given(st.integers(0, 100), st.decimals(-5, 5, places=1), st.integers(1, 10))
def test_points_are_added_every_year(start, rate, years):
    begun, ended = Amount(start, "%"), Amount((start + rate * years) / 100, "1")
    reading = readings(at_least(rate), begun, ended, years)[-1]
    assert (reading.in_points, reading.met, reading.growth.number) == (True, True, Fraction(rate))
    less = Amount(start + Fraction(rate) * years - Fraction(1, 10**30), "%")
    assert not readings(at_least(rate), begun, less, years)[-1].met
    assert not readings(Bound(">", percent(rate)), begun, ended, years)[-1].met


@given(POSITIVE, POSITIVE, st.integers(1, 10))
def test_a_share_has_two_readings_and_anything_else_one(start, seen, years):
    assert [
        each.in_points for each in readings(at_least(1), Amount(start, "%"), Amount(seen, "%"), years)
    ] == [
        False,
        True,
    ]
    assert [
        each.in_points for each in readings(at_least(1), Amount(start, "元"), Amount(seen, "元"), years)
    ] == [False]


def test_the_readings_can_differ():
    rate, points = readings(at_least(4), Amount(80, "%"), Amount(96, "%"), 5)
    assert (rate.met, points.met) == (False, False)
    rate, points = readings(at_least(3), Amount(80, "%"), Amount(96, "%"), 5)
    assert (rate.met, points.met) == (True, True)
    rate, points = readings(at_least("3.2"), Amount(80, "%"), Amount(96, "%"), 5)
    assert (rate.met, points.met) == (True, True)
    rate, points = readings(at_least(5), Amount(31, "%"), Amount(50, "%"), 5)
    assert (rate.met, points.met) == (True, False)


@pytest.mark.parametrize(("start", "rate"), [(0, False), (-1, False), ("0.01", True)])
def test_growth_from_zero_or_less_has_no_rate(start, rate):
    assert [each.in_points for each in readings(at_least(1), Amount(start, "%"), Amount(5, "%"), 5)] == (
        [False, True] if rate else [True]
    )
    assert len(readings(at_least(1), Amount(start, "元"), Amount(5, "元"), 5)) == int(rate)


def test_a_fall_to_zero_is_a_fall_of_all():
    (reading,) = readings(Bound("<=", percent(-10)), Amount(5, "元"), Amount(0, "元"), 5)
    assert (reading.growth.number, reading.met) == (-100, True)
    assert readings(at_least(1), Amount(5, "元"), Amount(-1, "元"), 5) == ()


@given(RATES, RATES, RATES)
def test_an_interval_of_rates_is_met_between_its_ends(one, other, seen):
    low, high = sorted((one, other))
    factor = (1 + Fraction(seen) / 100) ** 3
    (reading,) = readings(
        Between(percent(low), percent(high)), Amount(10, "元"), Amount(10 * factor, "元"), 3
    )
    assert reading.met is (low <= seen <= high)


@pytest.mark.parametrize(
    "predicate",
    [
        Bound(">=", growth(INCOME)),
        Between(percent(1), growth(INCOME)),
        Between(growth(INCOME), percent(1)),
        Qualitative(Label("甲", "a")),
    ],
)
def test_there_is_no_reading_against_a_bound_that_is_no_fixed_number(predicate):
    assert readings(predicate, Amount(1, "%"), Amount(2, "%"), 1) is None


def test_a_reading_is_told_as_what_it_is():
    rate, points = readings(at_least("4.7"), Amount("31.28", "%"), Amount(55, "%"), 5)
    assert (rate.text("zh"), rate.text("en")) == ("11.95%", "11.95%")
    assert (points.text("zh"), points.text("en")) == ("4.74个百分点", "4.74 percentage points")


def test_units_are_converted_before_growth_is_measured():
    (reading,) = readings(at_least(0), Amount(1, "万元"), Amount(20000, "元"), 1)
    assert reading.growth.number == 100
    rate, points = readings(at_least(0), Amount("0.5", "1"), Amount(60, "%"), 1)
    assert (rate.growth.number, points.growth.number) == (20, 10)
