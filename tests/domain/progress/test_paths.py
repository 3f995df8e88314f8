from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import Bounds, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import missing
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Row
from civaffairs.domain.progress.outcomes import Method, PathPoint
from civaffairs.domain.progress.paths import expected_at, path_to, power, side
from civaffairs.domain.rules.expr import Literal, Series, growth
from civaffairs.domain.sources import Document
from civaffairs.domain.targets import (
    Between,
    Bound,
    Measure,
    Qualitative,
    Target,
    at_least,
    at_most,
    between,
    exactly,
    less_than,
    more_than,
)
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Unit

PERCENT, RATIO = Unit.parse("%"), Unit.parse("1")
CLAUSE = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022).at("表1")
SHARE = Indicator("share", Label("占比", "share"), "%", Direction.UP, Topic.ELDERLY_CARE, Bounds())
INCOME = Series("income", Label("人均收入", "income per head"), "元/人·年")
NUMBERS = st.decimals(-1000, 1000, places=2)
POSITIVE = st.decimals("0.01", 1000, places=2)


def point(year, number, unit="%"):
    return PathPoint(Period.parse(year), Amount(number, unit))


def paths(numbers):
    """Paths of two to five points in different years."""
    years = st.sets(st.integers(2015, 2035), min_size=2, max_size=5).map(sorted)
    return years.flatmap(
        lambda when: st.tuples(*(numbers for _ in when)).map(lambda what: tuple(map(point, when, what)))
    )


def moments(path):
    """A moment between the first and the last point of a path."""
    return st.dates(path[0].period.last_day, path[-1].period.last_day).map(Period.parse)


# Expected at a moment


@given(paths(NUMBERS))
def test_the_linear_path_passes_exactly_through_its_points(path):
    for each in path:
        assert expected_at(path, each.period, PERCENT, Method.LINEAR).number == Fraction(each.amount.number)


@given(paths(POSITIVE))
def test_the_path_of_constant_growth_passes_exactly_through_its_points(path):
    for each in path[1:]:
        assert expected_at(path, each.period, PERCENT, Method.COMPOUND).number == Fraction(each.amount.number)


@given(paths(NUMBERS).flatmap(lambda path: st.tuples(st.just(path), moments(path))))
def test_between_two_points_the_linear_path_is_their_weighted_mean(drawn):
    path, at = drawn
    left = max((each for each in path if each.period.end <= at.end), key=lambda each: each.period.end)
    right = min((each for each in path if each.period.end >= at.end), key=lambda each: each.period.end)
    expected = expected_at(path, at, PERCENT, Method.LINEAR).number
    if left == right:
        assert expected == Fraction(left.amount.number)
    else:
        weight = (at.end - left.period.end) / (right.period.end - left.period.end)
        assert expected == (1 - weight) * Fraction(left.amount.number) + weight * Fraction(
            right.amount.number
        )


@given(
    POSITIVE,
    POSITIVE,
    st.sampled_from([Method.LINEAR, Method.COMPOUND]),
    st.lists(moments((point(2020, 1), point(2025, 1))), min_size=2, max_size=5),
)
def test_a_path_moves_one_way_from_its_start_to_its_end(first, last, method, at):
    path = (point(2020, first), point(2025, last))
    seen = [expected_at(path, each, PERCENT, method).number for each in sorted(at, key=lambda each: each.end)]
    assert seen == sorted(seen, reverse=last < first)
    assert all(min(first, last) <= each <= max(first, last) for each in seen)


@given(POSITIVE, POSITIVE, st.integers(2021, 2024))
def test_constant_growth_grows_by_the_same_factor_every_year(first, last, year):
    path = (point(2020, first), point(2025, last))
    expected = expected_at(path, Period.parse(year), PERCENT, Method.COMPOUND).number
    factor = (expected / Fraction(first)) ** 5
    assert factor == pytest.approx(float((Fraction(last) / Fraction(first)) ** (year - 2020)), rel=1e-6)


def test_constant_growth_doubles_and_doubles_again():
    path = (point(2020, 10), point(2024, 160))
    assert [
        expected_at(path, Period.parse(year), PERCENT, Method.COMPOUND).number for year in (2021, 2022, 2023)
    ] == [
        20,
        40,
        80,
    ]


@pytest.mark.parametrize(("first", "last"), [(0, 5), (5, 0), (-1, 5), (5, -1)])
def test_constant_growth_needs_sizes_above_zero(first, last):
    path = (point(2020, first), point(2025, last))
    assert expected_at(path, Period.parse(2022), PERCENT, Method.COMPOUND) is None
    assert expected_at(path, Period.parse(2022), PERCENT, Method.LINEAR) is not None


def test_the_answer_is_in_the_unit_that_is_asked_for():
    path = (point(2020, 20), point(2025, "0.3", "1"))
    for method in (Method.LINEAR, Method.COMPOUND):
        assert expected_at(path, Period.parse(2025), PERCENT, method).number == 30
        assert expected_at(path, Period.parse(2025), RATIO, method).number == Fraction(3, 10)
    assert expected_at(path, Period.parse(2020), RATIO, Method.LINEAR).number == Fraction(1, 5)
    assert expected_at(path, Period.parse(2022), PERCENT, Method.LINEAR).unit == PERCENT


def test_the_last_leg_goes_on_after_the_end():
    path = (point(2020, 0), point(2022, 10), point(2025, 40))
    assert expected_at(path, Period.parse(2026), PERCENT, Method.LINEAR).number == 50
    assert expected_at(path, Period.parse(2021), PERCENT, Method.LINEAR).number == 5


# Powers


@given(POSITIVE, st.integers(-5, 20))
def test_whole_powers_are_exact(base, exponent):
    assert power(Fraction(base), Fraction(exponent)) == Fraction(base) ** exponent


@given(st.fractions("1/100", 100, max_denominator=1000), st.integers(2, 10))
def test_a_root_raised_again_comes_back_within_its_rounding(base, degree):
    root = power(base, Fraction(1, degree))
    step = Fraction(1, 2 * 10**12)
    assert (root - step) ** degree <= base <= (root + step) ** degree
    assert (root * 10**12).denominator == 1


def test_zero_stays_zero():
    assert power(Fraction(0), Fraction(1, 5)) == power(Fraction(0), Fraction(5)) == 0


# The way to a target


def target(promise, year=2025, *, milestone=False, measure=Measure.LEVEL):
    predicate = promise.predicate(PERCENT, Direction.UP) if hasattr(promise, "form") else promise
    return Target(SHARE, year, predicate, None, CLAUSE, measure, milestone)


def row(*targets):
    return Row(CLAUSE, SHARE, "占比", None, (), targets)


def test_a_path_runs_over_its_milestones_in_order_of_time():
    end = target(at_least(65))
    steps = [target(at_least(number), year, milestone=True) for year, number in ((2024, 60), (2022, 45))]
    assert path_to(row(steps[0], end, steps[1]), end, point(2020, 38)) == (
        point(2020, 38),
        point(2022, 45),
        point(2024, 60),
        point(2025, 65),
    )


def test_only_steps_between_start_and_end_belong_to_the_path():
    end = target(at_least(65), 2024)
    others = (
        target(at_least(1), 2020, milestone=True),
        target(at_least(2), 2019, milestone=True),
        target(at_least(3), 2024, milestone=True),
        target(at_least(4), 2025, milestone=True),
        target(at_least(5), 2022),
        target(at_least(6), 2022, milestone=True, measure=Measure.ANNUAL_GROWTH),
        target(missing("——"), 2022, milestone=True),
        target(Qualitative(Label("甲", "a")), 2022, milestone=True),
        target(at_least(growth(INCOME)), 2022, milestone=True),
    )
    assert path_to(row(*others, end), end, point(2020, 38)) == (point(2020, 38), point(2024, 65))


@pytest.mark.parametrize(
    "promise",
    [
        Qualitative(Label("甲", "a")),
        at_least(growth(INCOME)),
        between(growth(INCOME), 5),
        between(5, growth(INCOME)),
        missing("——"),
    ],
)
def test_there_is_no_path_to_what_is_no_fixed_number(promise):
    aim = target(promise)
    assert path_to(row(aim), aim, point(2020, 38)) == ()


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_path_runs_to_the_bound_and_between_two_to_what_is_nearest(start, one, other):
    low, high = sorted((one, other))
    for write in (at_least, more_than, at_most, less_than, exactly):
        aim = target(write(low))
        assert path_to(row(aim), aim, point(2020, start))[-1] == point(2025, low)
    aim = target(between(low, high))
    assert path_to(row(aim), aim, point(2020, start))[-1] == point(2025, sorted((low, start, high))[1])


# On which side


@given(NUMBERS, NUMBERS)
def test_what_is_promised_from_one_side_can_only_be_missed_from_that_side(bound, number):
    for comparator, expected in ((">=", -1), (">", -1), ("<=", 1), ("<", 1)):
        assert side(Bound(comparator, Literal(Amount(bound, "%"))), Amount(number, "%")) == expected


@given(NUMBERS, NUMBERS, NUMBERS)
def test_what_is_promised_from_both_sides_is_missed_below_or_above(one, other, number):
    low, high = sorted((one, other))
    at = Amount(number / 100, "1")
    assert side(Bound("=", Literal(Amount(low, "%"))), at) == (number > low) - (number < low)
    interval = Between(Literal(Amount(low, "%")), Literal(Amount(high, "%")))
    assert side(interval, at) == (number > high) - (number < low)


def test_where_there_is_no_fixed_bound_there_is_no_side():
    assert side(Qualitative(Label("甲", "a")), Amount(1, "%")) == 0
    assert side(Bound("=", growth(INCOME)), Amount(1, "%")) == 0
