from __future__ import annotations

import operator
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import SHARE, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import missing
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.evaluate import NoFacts, Unknown, holds
from civaffairs.domain.rules.expr import AllOf, Literal, Observed, Series, growth
from civaffairs.domain.sources import Document
from civaffairs.domain.targets import (
    Between,
    Bound,
    Measure,
    Nature,
    Promise,
    Qualitative,
    Target,
    at_least,
    at_most,
    between,
    bounds_of,
    condition_of,
    exactly,
    less_than,
    more_than,
    qualitative,
    reaching,
    say,
)
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.errors import DeclarationError, RuleRefused, UnitClash, speak, speak_again

PERCENT = Unit.parse("%")
CLAUSE = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022).at("表1")
BEDS = Indicator(
    "nursing_bed_share", Label("护理型床位占比", "nursing beds"), "%", Direction.UP, Topic.ELDERLY_CARE, SHARE
)
INCOME = Series("income", Label("人均收入", "income per head"), "元/人·年")
ONE_SIDED = {
    at_least: operator.ge,
    more_than: operator.gt,
    at_most: operator.le,
    less_than: operator.lt,
    exactly: operator.eq,
}
NUMBERS = st.decimals(-1000, 1000, places=2)
STEP = Fraction(1, 10**9)


@frozen
class Seen(NoFacts):
    size: Size | None = None
    said: bool | None = None

    def observed(self):
        return self.size

    def judged(self):
        return self.said


def met(promise, number, unit="%", direction=Direction.UP):
    return holds(condition_of(promise.predicate(PERCENT, direction)), Seen(Size(number, Unit.parse(unit))))


def promised(promise, measure=Measure.LEVEL):
    unit = PERCENT if measure is Measure.ANNUAL_GROWTH else BEDS.unit
    predicate = promise.predicate(unit, BEDS.direction) if isinstance(promise, Promise) else promise
    return Target(BEDS, 2025, predicate, Nature.BINDING, CLAUSE, measure)


@pytest.mark.parametrize(("write", "plainly"), ONE_SIDED.items())
@given(bound=NUMBERS, other=NUMBERS)
def test_a_promise_is_met_just_when_a_plain_comparison_says_so(write, plainly, bound, other):
    at = Fraction(bound)
    for seen in (at, at - STEP, at + STEP, Fraction(other)):
        assert met(write(bound), seen) is plainly(seen, at)
        assert met(write(bound), seen / 100, "1") is plainly(seen, at)
        assert met(write(Amount(bound * 10, "‰")), seen) is plainly(seen, at)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_both_ends_of_an_interval_meet_it(one, other, third):
    low, high = sorted((one, other))
    for at in (Fraction(low), Fraction(high), Fraction(third)):
        for seen in (at, at - STEP, at + STEP):
            assert met(between(low, high), seen) is (low <= seen <= high)


@pytest.mark.parametrize(
    ("direction", "plainly"),
    [(Direction.UP, operator.ge), (Direction.DOWN, operator.le), (Direction.NEUTRAL, operator.eq)],
)
@given(bound=NUMBERS)
def test_a_bare_number_is_read_with_the_direction_of_its_indicator(direction, plainly, bound):
    at = Fraction(bound)
    for seen in (at, at - STEP, at + STEP):
        assert met(reaching(bound), seen, direction=direction) is plainly(seen, at)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("write", ONE_SIDED)
def test_a_promise_in_words_does_not_depend_on_the_direction(write, direction):
    assert write(85).predicate(PERCENT, direction) == write(85).predicate(PERCENT, Direction.UP)


def test_a_figure_that_is_not_known_leaves_the_promise_open():
    for promise in (at_least(85), between(1, 2)):
        assert isinstance(holds(condition_of(promise.predicate(PERCENT, Direction.UP)), Seen()), Unknown)


@pytest.mark.parametrize("said", [True, False])
def test_what_only_a_person_can_judge_is_as_the_person_says(said):
    predicate = qualitative("建成区级中心", "a district centre is built").predicate(PERCENT, Direction.UP)
    assert predicate == Qualitative(Label("建成区级中心", "a district centre is built"))
    assert holds(condition_of(predicate), Seen(said=said)) is said
    assert isinstance(holds(condition_of(predicate), Seen()), Unknown)


def test_a_bare_number_takes_the_unit_of_its_row_and_an_amount_keeps_its_own():
    assert at_least("85.5").predicate(PERCENT, Direction.UP) == Bound(">=", Literal(Amount("85.5", "%")))
    assert at_least(Decimal(85)).predicate(PERCENT, Direction.UP) == Bound(">=", Literal(Amount(85, "%")))
    assert more_than(Amount(5, "‰")).predicate(PERCENT, Direction.UP) == Bound(">", Literal(Amount(5, "‰")))
    assert less_than(growth(INCOME)).predicate(PERCENT, Direction.UP) == Bound("<", growth(INCOME))
    assert between(1, Amount(20, "‰")).predicate(PERCENT, Direction.UP) == Between(
        Literal(Amount(1, "%")), Literal(Amount(20, "‰"))
    )
    with pytest.raises(DeclarationError, match="float"):
        at_least(85.5).predicate(PERCENT, Direction.UP)


@pytest.mark.parametrize(
    ("promise", "said"),
    [
        *((at_least(1), "≥"), (more_than(1), ">"), (at_most(1), "≤"), (less_than(1), "<"), (exactly(1), "=")),
        *((between(1, 2), ""), (reaching(1), ""), (qualitative("甲", "a"), "")),
        *(
            (at_least(1, said="不低于"), "不低于"),
            (between(1, 2, said="~"), "~"),
            (exactly(1, said="为"), "为"),
        ),
        *(
            (more_than(1, said="高于"), "高于"),
            (at_most(1, said="以内"), "以内"),
            (less_than(1, said="低于"), "低于"),
        ),
    ],
)
def test_a_promise_keeps_how_the_source_prints_its_comparator(promise, said):
    assert promise.said == said


@given(NUMBERS, NUMBERS)
def test_an_interval_that_ends_before_it_begins_is_refused(one, other):
    low, high = sorted((one, other))
    between(low, high).predicate(PERCENT, Direction.UP)
    if low < high:
        with pytest.raises(DeclarationError) as caught:
            between(high, low).predicate(PERCENT, Direction.UP)
        assert [each.code for each in caught.value.faults] == ["range_backwards"]


def test_bounds_are_one_two_or_none():
    one, two = Literal(Amount(1, "%")), Literal(Amount(2, "%"))
    assert bounds_of(Bound(">", one)) == (one,)
    assert bounds_of(Between(one, two)) == (one, two)
    assert bounds_of(Qualitative(Label("甲", "a"))) == bounds_of(missing("——")) == ()


# Targets


def test_a_target_is_of_the_level_and_no_step_unless_it_says_so():
    target = promised(at_least(85))
    assert (target.measure, target.milestone, target.by) == (Measure.LEVEL, False, Period.parse(2025))
    assert (target.printed.value, target.printed.unit, target.printed.comparator) == (None, None, None)


@pytest.mark.parametrize("unit", ["张", "元/人·月"])
def test_a_bound_of_another_kind_than_the_indicator_is_refused(unit):
    for promise in (at_least(Amount(1, unit)), between(Amount(1, unit), Amount(2, unit))):
        with pytest.raises(UnitClash) as caught:
            promised(promise)
        assert [(each.code, each.where) for each in caught.value.faults] == [
            ("unit_clash", "nursing_bed_share")
        ]


def test_a_bound_may_be_in_another_unit_of_the_same_kind():
    assert promised(at_least(Amount(850, "‰"))).text("zh") == "不低于850‰"


def test_growth_is_promised_in_percent_whatever_the_indicators_unit():
    plots = Indicator(
        "plots", Label("墓位", "plots"), "个墓位", Direction.DOWN, Topic.FUNERALS, SHARE.__class__()
    )
    predicate = at_least(5).predicate(PERCENT, Direction.UP)
    assert Target(plots, 2025, predicate, None, CLAUSE, Measure.ANNUAL_GROWTH).condition is not None
    with pytest.raises(UnitClash):
        Target(plots, 2025, predicate, None, CLAUSE)
    with pytest.raises(UnitClash):
        Target(plots, 2025, Bound(">=", Literal(Amount(5, "个墓位"))), None, CLAUSE, Measure.ANNUAL_GROWTH)


def test_units_inside_a_bound_must_agree():
    with pytest.raises(UnitClash):
        promised(at_least(Literal(Amount(1, "%")) + Amount(1, "张")))


def test_a_promise_that_has_not_met_its_unit_yet_is_no_predicate():
    with pytest.raises(TypeError):
        Target(BEDS, 2025, at_least(85), Nature.BINDING, CLAUSE)
    with pytest.raises(RuleRefused):
        Target(BEDS, 2025, Bound(">=", 85), Nature.BINDING, CLAUSE)


def test_a_plan_that_gives_no_value_has_no_condition_and_says_so():
    target = promised(missing("——"))
    assert target.condition is None
    assert target.text("zh") == "来源标明无数据（——）"


def test_the_condition_is_about_the_figure_in_the_unit_of_the_bound():
    seen = Observed(Unit.parse("‰"))
    low, high = Literal(Amount(1, "‰")), Literal(Amount(1, "%"))
    assert promised(Bound("<", low)).condition == (seen < low)
    assert promised(Between(low, high)).condition == AllOf((seen >= low, seen <= high))


# Words


@pytest.mark.parametrize(
    ("promise", "zh", "en"),
    [
        (at_least(85), "不低于85%", "at least 85%"),
        (more_than(85), "超过85%", "more than 85%"),
        (exactly(85), "等于85%", "exactly 85%"),
        (less_than(85), "低于85%", "less than 85%"),
        (at_most(85), "不超过85%", "at most 85%"),
        (between(28, 35), "28–35%", "28–35%"),
        (between(Amount(5, "‰"), 1), "5‰–1%", "5‰–1%"),
        (between(1000, 2000), "1000–2000%", "1,000–2,000%"),
        (between(growth(INCOME), 9), "当年人均收入增速至9%", "this year's growth of income per head to 9%"),
        (qualitative("建成中心", "a centre is built"), "建成中心", "a centre is built"),
    ],
)
def test_a_promise_is_said_in_words(promise, zh, en):
    predicate = promise.predicate(PERCENT, Direction.UP)
    assert (say(predicate, "zh"), say(predicate, "en")) == (zh, en)
    assert (promised(promise).text("zh"), promised(promise).text("en")) == (zh, en)
    token = speak("zh")
    assert say(predicate) == promised(promise).text() == zh
    speak_again(token)


def test_natures_and_measures_have_words_of_their_own():
    for kind in (Nature, Measure):
        assert len({each.label.text("zh") for each in kind}) == len(kind)
