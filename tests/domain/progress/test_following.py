from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import Bounds, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Verdict, missing
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Claim, Plan, Row
from civaffairs.domain.progress import Consequence, Method, Outcome, follow, follow_results
from civaffairs.domain.rules.expr import Literal, Series, growth
from civaffairs.domain.sources import Document
from civaffairs.domain.targets import (
    Between,
    Bound,
    Measure,
    Nature,
    Target,
    at_least,
    at_most,
    between,
    exactly,
    less_than,
    more_than,
    qualitative,
)
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange, Unit
from civaffairs.errors import DeclarationError

PERCENT = Unit.parse("%")
DOCUMENT = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022)
CLAUSE = DOCUMENT.at("表1")
SHARE = Indicator("share", Label("占比", "share"), "%", Direction.UP, Topic.ELDERLY_CARE, Bounds())
HOMES = Indicator("homes", Label("机构", "homes"), "个", Direction.UP, Topic.ELDERLY_CARE, Bounds())
INCOME = Series("income", Label("人均收入", "income per head"), "元/人·年")
AFTERWARDS, MIDWAY = date(2026, 3, 1), date(2024, 3, 1)

NUMBERS = st.decimals(-100, 200, places=1)
PROMISES = st.one_of(
    st.sampled_from([at_least, more_than, at_most, less_than, exactly]).flatmap(NUMBERS.map),
    st.lists(NUMBERS, min_size=2, max_size=2).map(lambda ends: between(*sorted(ends))),
)
UPWARD = st.sampled_from([at_least, more_than]).flatmap(NUMBERS.map)
METHODS = st.sampled_from([Method.LINEAR, Method.COMPOUND])


def seen(period, value, of=SHARE, source="a.csv, row 2", **more):
    if isinstance(value, int | str | Fraction | Decimal) and not isinstance(value, bool):
        value = Amount(value, of.unit)
    return Observation(of, period, value, source, **more)


def target(promise, by=2025, *, of=SHARE, nature=Nature.BINDING, measure=Measure.LEVEL, milestone=False):
    unit = PERCENT if measure is Measure.ANNUAL_GROWTH else of.unit
    predicate = promise.predicate(unit, of.direction) if hasattr(promise, "form") else promise
    return Target(of, by, predicate, nature, CLAUSE, measure, milestone)


def plan_of(*targets, start=38, of=SHARE, years="2021..2025", results=(), claim=None):
    """A plan with one row; `start` is its baseline of 2020, None for a plan without one."""
    baselines = () if start is None else (seen(2020, start, of),)
    row = Row(CLAUSE, of, "占比(%)", None, baselines, targets, tuple(results))
    return Plan("taoyuan/plan-14", Label("规划", "Plan"), "taoyuan", years, DOCUMENT, (row,), claim=claim)


def told(promise, *observations, on=AFTERWARDS, method=Method.LINEAR, steps=(), start=38, **more):
    """The progress of one target, last in its row."""
    aim = promise if isinstance(promise, Target) else target(promise, **more)
    return follow(plan_of(*steps, aim, start=start, of=aim.indicator), observations, on=on, method=method)[-1]


def said(progress):
    return progress.outcome, progress.reason.code


# When the date has come


@given(PROMISES, NUMBERS, st.none() | NUMBERS, st.lists(NUMBERS, max_size=3), METHODS)
def test_at_the_date_only_the_figure_counts_and_never_the_path(promise, number, start, steps, method):
    milestones = [target(at_least(each), 2021 + n, milestone=True) for n, each in enumerate(steps)]
    alone = told(promise, seen(2025, number), start=None)
    other = told(promise, seen(2025, number), seen(2023, 1), start=start, steps=milestones, method=method)
    assert alone.outcome in (Outcome.MET, Outcome.MISSED)
    assert (other.outcome, other.reason, other.method) == (alone.outcome, alone.reason, Method.DIRECT)
    assert (other.path, other.expected, other.missing) == ((), None, ())


@pytest.mark.parametrize(
    ("number", "outcome", "code"),
    [("64.99", Outcome.MISSED, "missed_at_end"), (65, Outcome.MET, "met_at_end")],
)
@pytest.mark.parametrize(
    ("nature", "consequence"),
    [
        (Nature.BINDING, Consequence.FAILURE),
        (Nature.EXPECTED, Consequence.DEVIATION),
        (None, Consequence.UNSAID),
    ],
)
def test_a_missed_target_means_what_its_nature_says(number, outcome, code, nature, consequence):
    progress = told(at_least(65), seen("2025-12-31", number), nature=nature)
    assert said(progress) == (outcome, code)
    assert progress.consequence is (consequence if outcome is Outcome.MISSED else Consequence.NONE)
    assert progress.name == "占比(%)"
    assert progress.on == AFTERWARDS


@pytest.mark.parametrize("on", [date(2025, 12, 31), AFTERWARDS])
def test_when_the_date_has_come_an_older_figure_tells_nothing(on):
    progress = told(at_least(65), seen("2025-11", 99), on=on)
    assert said(progress) == (Outcome.CANNOT_TELL, "too_old")
    assert [each.text("zh") for each in progress.missing] == ["缺2025年的占比"]
    assert progress.observation.amount == Amount(99, "%")


def test_the_day_before_the_date_it_is_early():
    assert said(told(at_least(65), seen("2025-11", 99), on=date(2025, 12, 30))) == (Outcome.MET, "met_early")


def test_the_last_day_of_the_date_is_the_end():
    assert said(told(at_least(65), seen("2025-12-31", 60), on=date(2025, 12, 31))) == (
        Outcome.MISSED,
        "missed_at_end",
    )
    assert (
        said(told(at_least(65, said=""), seen("2025-12-30", 60), on=date(2025, 12, 30)))[0] is Outcome.BEHIND
    )


# Before the date


@given(PROMISES, NUMBERS, NUMBERS, METHODS)
def test_before_the_date_a_target_is_met_on_course_or_behind_and_never_missed(promise, number, start, method):
    progress = told(promise, seen(2023, number), start=start, on=MIDWAY, method=method)
    assert progress.outcome is not Outcome.MISSED
    assert (progress.outcome is Outcome.MET) == (told(promise, seen(2025, number)).outcome is Outcome.MET)
    if progress.outcome is Outcome.CANNOT_TELL:
        assert progress.reason.code == "method_impossible"
        assert method is Method.COMPOUND
    elif progress.outcome is Outcome.MET:
        assert (progress.method, progress.reason.code) == (Method.DIRECT, "met_early")
    else:
        assert progress.method is method
        assert progress.path[0].amount == Amount(start, "%")


def test_from_nothing_there_is_no_constant_growth():
    progress = told(at_least(65), seen(2023, 40), start=0, on=MIDWAY, method=Method.COMPOUND)
    assert said(progress) == (Outcome.CANNOT_TELL, "method_impossible")
    assert progress.path[0].amount == Amount(0, "%")


RANK = {Outcome.BEHIND: 0, Outcome.MISSED: 0, Outcome.ON_COURSE: 1, Outcome.MET: 2}


@given(UPWARD, NUMBERS, NUMBERS, NUMBERS, st.booleans())
def test_raising_a_figure_never_worsens_the_outcome_of_an_upward_target(promise, one, other, start, ended):
    period, on = (2025, AFTERWARDS) if ended else (2023, MIDWAY)
    low, high = (
        told(promise, seen(period, number), start=start, on=on).outcome for number in sorted((one, other))
    )
    assert RANK[low] <= RANK[high]


@given(UPWARD, NUMBERS, NUMBERS, NUMBERS)
def test_a_downward_target_is_an_upward_one_in_the_mirror(promise, number, start, step):
    turn = {">=": at_most, ">": less_than}[promise.form]
    mirrored = turn(-promise.bounds[0])
    up = told(
        promise,
        seen(2022, number),
        start=start,
        on=MIDWAY,
        steps=[target(at_least(step), 2023, milestone=True)],
    )
    down = told(
        mirrored,
        seen(2022, -number),
        start=-start,
        on=MIDWAY,
        steps=[target(at_most(-step), 2023, milestone=True)],
    )
    assert up.outcome is down.outcome
    assert up.reason.code == down.reason.code


@given(NUMBERS, NUMBERS, st.integers(2021, 2024))
def test_what_lies_on_the_path_keeps_up_and_a_hair_on_the_wrong_side_does_not(start, aim, year):
    on_path = Fraction(start) + (Fraction(aim) - Fraction(start)) * Fraction(year - 2020, 5)
    hair = Fraction(1, 10**20)
    for write, wrong in ((more_than, -hair), (less_than, hair)):
        for off, outcome in ((0, Outcome.ON_COURSE), (wrong, Outcome.BEHIND)):
            progress = told(write(aim), seen(year, on_path + off), start=start, on=date(2025, 6, 1))
            if progress.outcome is not Outcome.MET:
                assert progress.outcome is outcome
                assert progress.expected.number == on_path
                assert progress.reason.code == ("behind_path" if off else "on_path")


@pytest.mark.parametrize(
    ("promise", "start", "number", "expected"),
    [
        (at_least(85), 90, 80, (Outcome.BEHIND, "behind_path")),
        (at_most(10), 5, 20, (Outcome.BEHIND, "behind_path")),
        (exactly(30), 20, 24, (Outcome.BEHIND, "behind_path")),
        (exactly(30), 20, 27, (Outcome.ON_COURSE, "on_path")),
        (exactly(30), 20, 40, (Outcome.BEHIND, "beyond_target")),
        (exactly(30), 40, 20, (Outcome.BEHIND, "beyond_target")),
        (exactly(30), 40, 33, (Outcome.ON_COURSE, "on_path")),
        (exactly(30), 30, 31, (Outcome.BEHIND, "behind_path")),
        (exactly(30), 30, 29, (Outcome.BEHIND, "behind_path")),
        (between(28, 35), 20, 26, (Outcome.ON_COURSE, "on_path")),
        (between(28, 35), 20, 36, (Outcome.BEHIND, "beyond_target")),
        (between(28, 35), 50, 40, (Outcome.ON_COURSE, "on_path")),
        (between(28, 35), 30, 27, (Outcome.BEHIND, "behind_path")),
        (between(28, 35), 30, 36, (Outcome.BEHIND, "behind_path")),
    ],
)
def test_what_is_beyond_the_target_or_moves_away_from_it_is_not_on_course(promise, start, number, expected):
    assert said(told(promise, seen(2023, number), start=start, on=MIDWAY)) == expected


def test_milestones_bend_the_path():
    steps = [target(at_least(60), 2022, milestone=True)]
    assert told(at_least(65), seen(2022, 55), on=MIDWAY).outcome is Outcome.ON_COURSE
    bent = told(at_least(65), seen(2022, 55), on=MIDWAY, steps=steps)
    assert bent.outcome is Outcome.BEHIND
    assert [point.amount.number for point in bent.path] == [38, 60, 65]


def test_the_path_of_constant_growth_runs_below_the_line():
    linear = told(at_least(160), seen(2022, 35), start=10, on=MIDWAY, by=2024)
    compound = told(at_least(160), seen(2022, 40), start=10, on=MIDWAY, by=2024, method=Method.COMPOUND)
    assert (linear.outcome, linear.expected.number, linear.method) == (Outcome.BEHIND, 85, Method.LINEAR)
    assert (compound.outcome, compound.expected.number, compound.method) == (
        Outcome.ON_COURSE,
        40,
        Method.COMPOUND,
    )


@pytest.mark.parametrize("method", [Method.DIRECT, Method.GROWTH])
def test_a_method_that_draws_no_path_is_refused(method):
    with pytest.raises(DeclarationError) as caught:
        told(at_least(65), method=method)
    assert [each.code for each in caught.value.faults] == ["method_is_no_path"]


def test_without_a_baseline_there_is_no_path_and_the_baseline_is_what_is_missing():
    progress = told(at_least(65), seen(2023, 50), start=None, on=MIDWAY)
    assert said(progress) == (Outcome.CANNOT_TELL, "need_baseline")
    assert [each.code for each in progress.missing] == ["need_baseline"]


# Which observation counts


@st.composite
def observed(draw, least=2016, most=2027):
    """Observations of several years, some of one year, some without value, some of other things."""
    values = st.one_of(
        st.integers(0, 3).map(lambda number: Amount(number * 30, "%")),
        st.integers(0, 3).map(lambda number: Amount(number * 300, "‰")),
        st.just(missing("——")),
        st.just(AmountRange(Amount(10, "%"), Amount(70, "%"))),
        st.booleans(),
    )
    shares = st.builds(
        lambda year, value, source: seen(year, value, source=source),
        st.integers(least, most),
        values,
        st.sampled_from(["a", "b"]),
    )
    incomes = st.builds(
        lambda year, number: seen(year, number, INCOME),
        st.integers(least, most),
        st.sampled_from([100, 105, 110]),
    )
    others = st.builds(lambda year: seen(year, 7, HOMES), st.integers(least, most))
    return draw(st.lists(st.one_of(shares, incomes, others), max_size=8))


TARGETS = st.sampled_from(
    [
        target(at_least(60)),
        target(between(20, 40)),
        target(at_least(growth(INCOME).previous_year)),
        target(at_least(5), measure=Measure.ANNUAL_GROWTH),
        target(qualitative("建成", "it is built")),
    ]
)
DATES = st.sampled_from([date(2020, 6, 1), MIDWAY, date(2025, 12, 31), AFTERWARDS])
STARTS = st.sampled_from([None, 0, 38])


@given(TARGETS, observed(), DATES, STARTS, st.randoms(use_true_random=False))
def test_the_order_of_observations_never_matters(aim, observations, on, start, random):
    shuffled = random.sample(observations, len(observations))
    assert told(aim, *observations, on=on, start=start) == told(aim, *shuffled, on=on, start=start)


@given(TARGETS, observed(), observed(2020, 2030), DATES, STARTS)
def test_observations_after_the_day_never_matter(aim, observations, more, on, start):
    later = [each for each in more if each.period.last_day > on]
    assert told(aim, *observations, *later, on=on, start=start) == told(
        aim, *observations, on=on, start=start
    )


@given(TARGETS, observed(), DATES, STARTS)
def test_saying_the_same_again_never_matters(aim, observations, on, start):
    assert told(aim, *observations, *observations, on=on, start=start) == told(
        aim, *observations, on=on, start=start
    )


@given(TARGETS, observed(), DATES, STARTS)
def test_an_outcome_rests_on_a_known_figure_and_what_cannot_be_told_says_why(aim, observations, on, start):
    progress = told(aim, *observations, on=on, start=start)
    if progress.outcome is Outcome.CANNOT_TELL:
        assert progress.method is None
        assert progress.reason.text("zh")
    else:
        assert progress.method is not None
        assert progress.observation in observations
        assert not isinstance(progress.observation.value, type(missing("")))
        assert progress.observation.period.last_day <= on
        assert progress.observation.period.end <= aim.by.end
        assert progress.missing == ()


def test_an_observation_of_the_last_day_counts_and_one_of_the_next_does_not():
    day = date(2024, 12, 31)
    for period in (2024, "2024-12", "2024-12-31"):
        assert told(at_least(65), seen(period, 99), on=day).outcome is Outcome.MET
        assert said(told(at_least(65), seen(period, 99), on=day - timedelta(days=1)))[1] == "need_observation"


def test_the_last_observation_up_to_the_targets_date_counts():
    progress = told(at_least(65), seen(2023, 1), seen(2024, 70), seen(2022, 2), on=date(2025, 6, 1))
    assert progress.observation.amount == Amount(70, "%")
    after = told(at_least(65), seen(2025, 60), seen(2026, 70), on=date(2027, 1, 1))
    assert said(after) == (Outcome.MISSED, "missed_at_end")


def test_a_figure_goes_before_a_later_blank():
    progress = told(at_least(65), seen(2023, 70), seen(2024, missing("——")), on=date(2025, 6, 1))
    assert progress.observation.amount == Amount(70, "%")
    blank = told(at_least(65), seen(2023, missing("")), seen(2024, missing("——")), on=date(2025, 6, 1))
    assert said(blank) == (Outcome.CANNOT_TELL, "figure_missing")
    assert [each.text("en") for each in blank.missing] == ["share of 2025 is missing"]
    assert "——" in blank.reason.text("zh")


def test_what_was_observed_up_to_the_baseline_is_no_progress():
    assert said(told(at_least(65), seen(2020, 99), seen(2019, 99), on=MIDWAY))[1] == "need_observation"
    assert said(told(at_least(65), seen("2021-01-01", 99), on=MIDWAY))[1] == "met_early"
    assert said(told(at_least(65), seen(2020, 99), start=None, on=MIDWAY))[1] == "need_observation"


def test_without_its_own_baseline_a_plan_starts_from_the_last_figure_before_its_first_year():
    before = (seen(2018, 10), seen(2020, 40), seen(2019, 70), seen("2020-12-31", missing("——")))
    progress = told(at_least(65), *before, seen(2022, 50), start=None, on=MIDWAY)
    assert (progress.baseline.amount, progress.outcome) == (Amount(40, "%"), Outcome.ON_COURSE)
    own = told(at_least(65), *before, seen(2022, 50), start=45, on=MIDWAY)
    assert (own.baseline.amount, own.outcome) == (Amount(45, "%"), Outcome.BEHIND)
    late = told(at_least(65), seen("2021-01", 10), start=None, on=MIDWAY)
    assert late.baseline is None
    two = told(at_least(65), seen(2020, 40), seen(2020, 41), seen(2022, 50), start=None, on=MIDWAY)
    assert said(two) == (Outcome.CANNOT_TELL, "need_baseline")


def test_without_an_observation_the_one_that_is_due_is_named():
    assert [each.text("en") for each in told(at_least(65)).missing] == ["share of 2025 is missing"]
    early = told(at_least(65), on=MIDWAY)
    assert said(early) == (Outcome.CANNOT_TELL, "need_observation")
    assert [each.text("en") for each in early.missing] == ["share of 2024 is missing"]
    assert [each.text("en") for each in told(at_least(65), on=date(2025, 12, 31)).missing] == [
        "share of 2025 is missing"
    ]
    month = told(at_least(65), by="2025-06", on=date(2025, 6, 30))
    assert [each.text("en") for each in month.missing] == ["share of June 2025 is missing"]


# Where two observations differ


def test_of_two_figures_for_one_time_neither_is_preferred():
    progress = told(at_least(65), seen(2025, 70), seen("2025-12", 60))
    assert said(progress) == (Outcome.CANNOT_TELL, "observations_differ")
    assert progress.missing == (progress.reason,)
    assert progress.observation is None
    assert progress.reason.text("en") == "there are 2 different figures of share in December 2025"
    assert progress.reason.text("zh") == "占比在2025年12月有 2 个不同的数"


def test_one_figure_said_twice_is_one_figure():
    progress = told(at_least(65), seen(2025, 70, source="b"), seen(2025, Amount(700, "‰"), source="a"))
    assert said(progress) == (Outcome.MET, "met_at_end")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (True, False),
        (True, Amount(1, "%")),
        (AmountRange(Amount(1, "%"), Amount(2, "%")), AmountRange(Amount(1, "%"), Amount(3, "%"))),
        (AmountRange(Amount(1, "%"), Amount(3, "%")), AmountRange(Amount(2, "%"), Amount(3, "%"))),
        (Amount(1, "%"), AmountRange(Amount(1, "%"), Amount(2, "%"))),
    ],
)
def test_values_differ_in_kind_and_at_either_end(one, other):
    assert said(told(at_least(65), seen(2025, one), seen(2025, other)))[1] == "observations_differ"


# Targets that refer to a series


AT_LEAST_INCOME_GROWTH = target(at_least(growth(INCOME).previous_year))


@given(st.integers(90, 120), st.integers(90, 120), st.integers(0, 20))
def test_a_bound_that_is_a_series_is_looked_up_in_the_years_before_the_observation(now, before, number):
    figures = (
        seen(2024, now, INCOME),
        seen(2023, before, INCOME),
        seen(2022, 1, INCOME),
        seen(2025, 1, INCOME),
    )
    progress = told(AT_LEAST_INCOME_GROWTH, seen(2025, number), *figures)
    assert (progress.outcome is Outcome.MET) == (number >= Fraction(now - before, before) * 100)
    assert progress.outcome in (Outcome.MET, Outcome.MISSED)
    assert progress.inputs == figures[:2]


@pytest.mark.parametrize(
    ("known", "named"),
    [
        (
            (),
            ["the previous year's income per head is missing", "income per head 2 years earlier is missing"],
        ),
        ((seen(2024, 105, INCOME),), ["income per head 2 years earlier is missing"]),
        (
            (seen(2023, 100, INCOME), seen("2024-06", 105, INCOME)),
            ["the previous year's income per head is missing"],
        ),
        (
            (seen(2023, 100, INCOME), seen("2024-01..2024-12", 105, INCOME)),
            ["the previous year's income per head is missing"],
        ),
        (
            (seen(2023, missing("——"), INCOME), seen(2024, 105, INCOME)),
            ["income per head 2 years earlier is missing"],
        ),
    ],
)
def test_a_series_that_is_missing_is_named_and_nothing_is_told(known, named):
    progress = told(AT_LEAST_INCOME_GROWTH, seen(2025, 99), *known)
    assert progress.outcome is Outcome.CANNOT_TELL
    assert [each.text("en") for each in progress.missing] == named
    assert progress.reason == progress.missing[0]
    assert set(progress.inputs) <= set(known)


def test_two_figures_of_a_series_for_one_year_leave_it_open():
    progress = told(
        AT_LEAST_INCOME_GROWTH,
        seen(2025, 99),
        seen(2023, 100, INCOME),
        seen(2024, 1, INCOME),
        seen(2024, 2, INCOME),
    )
    assert said(progress) == (Outcome.CANNOT_TELL, "observations_differ")
    assert "income per head" in progress.reason.text("en")
    assert progress.missing == (progress.reason,)


def test_before_the_date_a_bound_that_moves_has_no_path():
    figures = (seen(2022, 105, INCOME), seen(2021, 100, INCOME))
    assert said(told(AT_LEAST_INCOME_GROWTH, seen(2023, 5), *figures, on=MIDWAY)) == (
        Outcome.MET,
        "met_early",
    )
    assert said(told(AT_LEAST_INCOME_GROWTH, seen(2023, 4), *figures, on=MIDWAY)) == (
        Outcome.CANNOT_TELL,
        "not_yet",
    )


# Intervals and judgements


@given(PROMISES, NUMBERS, NUMBERS, st.data())
def test_an_interval_meets_or_misses_only_where_all_of_it_does(promise, one, other, data):
    low, high = sorted((one, other))
    progress = told(promise, seen(2025, AmountRange(Amount(low, "%"), Amount(high, "%"))))
    inside = data.draw(st.decimals(low, high, places=1))
    if progress.outcome is not Outcome.CANNOT_TELL:
        assert told(promise, seen(2025, inside)).outcome is progress.outcome
    else:
        assert progress.reason.code == "interval_undecided"
        assert [each.code for each in progress.missing] == ["need_observation_of"]
        bounds = [Fraction(bound) for bound in promise.bounds]
        probes = [low, high, *(bound for bound in bounds if low <= bound <= high)]
        assert {told(promise, seen(2025, probe)).outcome for probe in probes} == {Outcome.MET, Outcome.MISSED}


def test_an_interval_around_a_target_is_undecided_though_both_its_ends_miss():
    wide = AmountRange(Amount(200, "‰"), Amount(40, "%"))
    assert said(told(between(28, 35), seen(2025, wide)))[1] == "interval_undecided"
    assert said(told(exactly(30), seen(2025, wide)))[1] == "interval_undecided"
    assert said(told(exactly(20), seen(2025, wide)))[1] == "interval_undecided"
    assert said(told(between(41, 50), seen(2025, wide))) == (Outcome.MISSED, "missed_at_end")
    assert said(told(between(20, 40), seen(2025, wide))) == (Outcome.MET, "met_at_end")


def test_an_interval_before_the_date_has_no_place_on_a_path():
    low = AmountRange(Amount(1, "%"), Amount(2, "%"))
    assert said(told(at_least(65), seen(2023, low), on=MIDWAY)) == (Outcome.CANNOT_TELL, "not_yet")


def test_an_interval_against_a_bound_that_is_partly_unknown_names_what_is_missing():
    promise = target(Between(Literal(Amount(10, "%")), growth(INCOME)))
    for high in (10, 40):
        wide = AmountRange(Amount(5, "%"), Amount(high, "%"))
        progress = told(promise, seen(2025, wide), seen(2025, 100, INCOME))
        assert progress.outcome is Outcome.CANNOT_TELL
        assert [each.text("en") for each in progress.missing] == [
            "the previous year's income per head is missing"
        ]


def test_a_judgement_is_met_or_missed_at_the_date_and_not_yet_before():
    built = qualitative("建成中心", "a centre is built")
    assert said(told(built, seen(2025, True))) == (Outcome.MET, "met_at_end")
    assert said(told(built, seen(2025, False))) == (Outcome.MISSED, "missed_at_end")
    assert said(told(built, seen(2023, True), on=MIDWAY)) == (Outcome.MET, "met_early")
    assert said(told(built, seen(2023, False), on=MIDWAY)) == (Outcome.CANNOT_TELL, "not_yet")
    assert told(built, seen(2025, True)).reason.text("zh") == "2025年为 是，达到建成中心"
    assert (
        told(built, seen(2025, False)).reason.text("en") == "no in 2025 misses the target, a centre is built"
    )
    unsaid = told(built, seen(2025, 5))
    assert said(unsaid) == (Outcome.CANNOT_TELL, "need_judgement")


def test_a_yes_is_no_figure():
    progress = told(at_least(65), seen(2025, True))
    assert said(progress) == (Outcome.CANNOT_TELL, "need_observation")


# Average annual growth


def grows(rate, *observations, **more):
    return told(
        target(at_least(rate), of=more.pop("of", SHARE), measure=Measure.ANNUAL_GROWTH), *observations, **more
    )


@pytest.mark.parametrize(
    ("start", "end", "rate", "expected"),
    [
        ("31.28", 55, "4.7", (Outcome.MET, "growth_met")),
        ("31.28", 55, "12", (Outcome.MISSED, "growth_missed")),
        ("31.28", 55, "10", (Outcome.CANNOT_TELL, "growth_readings_differ")),
        (0, 20, 4, (Outcome.MET, "growth_met")),
        (0, 20, 5, (Outcome.MISSED, "growth_missed")),
    ],
)
def test_growth_of_a_share_is_told_only_where_both_readings_agree(start, end, rate, expected):
    progress = grows(rate, seen(2025, end), start=start)
    assert said(progress) == expected
    assert progress.method is (None if expected[0] is Outcome.CANNOT_TELL else Method.GROWTH)


def test_readings_that_differ_are_both_told():
    progress = grows(10, seen(2025, 55), start="31.28")
    assert progress.reason.text("zh").endswith("(11.95%；4.74个百分点)")


@pytest.mark.parametrize(
    ("number", "on", "zh", "en"),
    [
        (70, AFTERWARDS, "2025年为 70%，达到不低于65%", "70% in 2025 meets the target, at least 65%"),
        (60, AFTERWARDS, "2025年为 60%，没有达到不低于65%", "60% in 2025 misses the target, at least 65%"),
        (50, MIDWAY, "2023年为 50%，落后于进度线 54.2%", "50% in 2023 lies behind the path, 54.2%"),
        (55, MIDWAY, "2023年为 55%，不落后于进度线 54.2%", "55% in 2023 keeps up with the path, 54.2%"),
    ],
)
def test_the_reason_names_the_figure_the_time_and_what_it_is_compared_with(number, on, zh, en):
    progress = told(at_least(65), seen(2025 if on == AFTERWARDS else 2023, number), on=on)
    assert (progress.reason.text("zh"), progress.reason.text("en")) == (zh, en)


def test_growth_before_the_date_is_on_course_or_behind():
    for rate, expected in (
        (10, (Outcome.ON_COURSE, "growth_met")),
        ("10.1", (Outcome.BEHIND, "growth_missed")),
    ):
        assert said(grows(rate, seen(2022, 121, HOMES), start=100, of=HOMES, on=MIDWAY)) == expected
    for rate, expected in ((10, (Outcome.MET, "growth_met")), ("10.1", (Outcome.MISSED, "growth_missed"))):
        assert said(grows(rate, seen(2025, "161.051", HOMES), start=100, of=HOMES)) == expected


def test_growth_needs_a_baseline_whole_years_one_figure_and_a_fixed_bound():
    assert said(grows(5, seen(2025, 60), start=None)) == (Outcome.CANNOT_TELL, "need_baseline")
    assert [each.code for each in grows(5, seen(2025, 60), start=None).missing] == ["need_baseline"]
    for observation in (
        seen("2023-06", 60),
        seen(2023, AmountRange(Amount(50, "%"), Amount(60, "%"))),
        seen(2023, True),
    ):
        assert said(grows(5, observation, on=MIDWAY)) == (Outcome.CANNOT_TELL, "growth_cannot_be_compared")
    moving = target(Bound(">=", growth(INCOME)), measure=Measure.ANNUAL_GROWTH)
    assert said(told(moving, seen(2025, 60))) == (Outcome.CANNOT_TELL, "growth_cannot_be_compared")
    assert said(grows(5, seen(2025, 60, HOMES), start=0, of=HOMES)) == (
        Outcome.CANNOT_TELL,
        "no_growth_from_zero",
    )


# Plans


def test_an_empty_target_is_told_and_an_empty_step_or_growth_is_left_out():
    empty = missing("——")
    whole = plan_of(
        target(empty, 2023, milestone=True),
        target(empty),
        target(empty, measure=Measure.ANNUAL_GROWTH),
        target(at_least(65), 2022, milestone=True),
    )
    told_of = follow(whole, (seen(2025, 99),), on=AFTERWARDS)
    assert [(each.target, *said(each)) for each in told_of] == [
        (whole.targets[1], Outcome.CANNOT_TELL, "plan_gives_no_value"),
        (whole.targets[3], Outcome.CANNOT_TELL, "need_observation"),
    ]
    assert told_of[0].observation is None


def test_targets_come_in_the_order_of_the_document():
    whole = plan_of(target(at_least(2), 2025), target(at_least(1), 2023, milestone=True))
    order = [str(each.target.by) for each in follow(whole, (), on=MIDWAY)]
    assert order == ["2025", "2023"]


def test_what_the_text_says_again_is_not_followed_a_second_time():
    whole = plan_of(target(at_least(2), 2025), target(at_least(1), 2023, milestone=True))
    place = DOCUMENT.at("三(一)")
    said = (target(at_least(3), 2025), target(at_least(1), 2024, milestone=True))
    again = evolve(
        whole.rows[0], clause=place, name="again", targets=tuple(evolve(each, clause=place) for each in said)
    )
    followed = follow(evolve(whole, rows=(whole.rows[0], again)), (), on=MIDWAY)
    assert [(each.name, str(each.target.by)) for each in followed] == [
        ("占比(%)", "2025"), ("占比(%)", "2023"), ("again", "2024"),
    ]  # fmt: skip


def test_two_rows_of_a_table_on_one_thing_are_both_followed():
    whole = plan_of(target(at_least(2), 2025))
    band = evolve(whole.rows[0], clause=DOCUMENT.at("表1 序号9"), name="band")
    followed = follow(evolve(whole, rows=(whole.rows[0], band)), (), on=MIDWAY)
    assert [each.name for each in followed] == ["占比(%)", "band"]


def test_a_finished_plan_is_followed_by_the_results_of_its_own_tables():
    verdict, claim = (
        Verdict(reached=True, printed="完成"),
        Claim(Verdict(reached=True, printed="全部完成"), CLAUSE),
    )
    done = (seen(2025, 60, verdict=verdict),)
    (progress,) = follow_results(plan_of(target(at_least(65)), results=done, claim=claim))
    assert (progress.outcome, progress.on, progress.differs) == (Outcome.MISSED, date(2025, 12, 31), True)
    assert (progress.verdict, progress.claim, progress.observation) == (verdict, claim, done[0])
    assert progress.baseline == plan_of(start=38).baselines[0]
    (unreported,) = follow_results(plan_of(target(at_least(65)), claim=claim))
    assert said(unreported) == (Outcome.CANNOT_TELL, "need_observation")
    assert not unreported.differs


def test_an_observation_of_a_month_is_compared_with_the_path_at_the_end_of_the_month():
    progress = told(at_least(63), seen("2021-03", 1), start=38, on=MIDWAY)
    weight = (Period.parse("2021-03").end - 2021) / 5
    assert progress.expected.number == 38 + 25 * weight
