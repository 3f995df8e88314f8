from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import SHARE, Bounds, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Absence, Missing, Printed, Verdict
from civaffairs.domain.rules.expr import Literal, Series
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import (
    Span,
    Table,
    baseline,
    cell,
    goal,
    promise_in,
    result,
    span,
    unit_in,
    value_in,
    yearly_growth,
)
from civaffairs.domain.targets import Between, Bound, Measure, Nature, at_least, at_most, between, reaching
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange, Unit
from civaffairs.errors import DeclarationError, UnitClash, UnknownName
from civaffairs.testing.strategies import amounts, missings, numbers, ranges, units

PLAN = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022)
START, STEP, END = baseline("2020年现状", 2020), goal("2023年目标", 2023), goal("2025年目标", 2025)
GROWTH, DONE = yearly_growth("年均增长(%)", 2025), result("2025年实际", 2025)


def indicator(unit="%", bounds=None, direction=Direction.UP):
    return Indicator("share", Label("占比", "share"), unit, direction, Topic.ELDERLY_CARE, bounds or Bounds())


SHARE_OF_BEDS = indicator(bounds=SHARE)


def row(columns, *contents, about=SHARE_OF_BEDS, unit="%", nature=Nature.BINDING, **more):
    return Table(PLAN.at("表1"), tuple(columns)).row(
        "3", about, "占比(%)", unit, *contents, nature=nature, **more
    )


def fault_of(call):
    with pytest.raises(DeclarationError) as caught:
        call()
    return [(each.code, each.where) for each in caught.value.faults]


def test_each_cell_becomes_what_its_column_holds_with_its_own_clause():
    full = row((START, STEP, END, GROWTH, DONE), 38, 50, at_least(65), "4.7", "66.2")
    assert (full.clause.locator, full.indicator, full.name) == ("表1 序号3", SHARE_OF_BEDS, "占比(%)")
    assert full.nature is Nature.BINDING
    assert [(str(each.period), each.value, each.source.locator) for each in full.baselines] == [
        ("2020", Amount(38, "%"), "表1 序号3 2020年现状")
    ]
    assert [(str(each.period), each.value, each.source.locator) for each in full.results] == [
        ("2025", Amount("66.2", "%"), "表1 序号3 2025年实际")
    ]
    assert [
        (str(each.by), each.predicate, each.measure, each.milestone, each.clause.locator, each.nature)
        for each in full.targets
    ] == [
        ("2023", bound(">=", 50), Measure.LEVEL, True, "表1 序号3 2023年目标", Nature.BINDING),
        ("2025", bound(">=", 65), Measure.LEVEL, False, "表1 序号3 2025年目标", Nature.BINDING),
        ("2025", bound(">=", "4.7"), Measure.ANNUAL_GROWTH, False, "表1 序号3 年均增长(%)", Nature.BINDING),
    ]


def bound(comparator, number, unit="%"):
    return Bound(comparator, Literal(Amount(number, unit)))


def test_only_a_target_before_the_last_promise_is_a_step_on_the_way():
    assert [each.milestone for each in row((STEP, END), 1, 2).targets] == [True, False]
    assert [each.milestone for each in row((STEP, DONE), 1, 2).targets] == [False]
    assert [each.milestone for each in row((STEP, GROWTH), 1, 2).targets] == [True, False]
    early = yearly_growth("前三年年均", 2023)
    assert [each.milestone for each in row((early, END), 1, 2).targets] == [False, False]


@pytest.mark.parametrize(
    ("direction", "comparator"), [(Direction.UP, ">="), (Direction.DOWN, "<="), (Direction.NEUTRAL, "=")]
)
def test_a_bare_number_among_the_targets_is_read_with_the_direction(direction, comparator):
    (target,) = row((END,), 65, about=indicator(direction=direction)).targets
    assert target.predicate == bound(comparator, 65)
    assert target.printed == Printed(None, "%", "")


@pytest.mark.parametrize(
    ("mark", "why"), [("——", Absence.NOT_AVAILABLE), ("", Absence.BLANK), ("***", Absence.MASKED)]
)
def test_a_dash_or_a_blank_is_missing_never_zero_and_never_nothing(mark, why):
    empty = row((START, END, GROWTH, DONE), mark, mark, mark, mark)
    assert [each.value for each in (*empty.baselines, *empty.results)] == [Missing(why, mark)] * 2
    assert [each.predicate for each in empty.targets] == [Missing(why, mark)] * 2
    assert [each.printed.comparator for each in empty.targets] == ["", ""]


@given(st.integers(0, 4), st.integers(1, 4))
def test_a_row_has_a_cell_for_each_column(cells, columns):
    def write():
        return row([goal(str(year), year) for year in range(2021, 2021 + columns)], *([1] * cells))

    if cells == columns:
        assert len(write().targets) == columns
    else:
        assert fault_of(write) == [("cells_and_columns", "3")]


def test_a_promise_among_results_and_baselines_is_refused_where_it_stands():
    assert fault_of(lambda: row((START,), at_least(1))) == [("promise_among_results", "表1 序号3 2020年现状")]
    assert fault_of(lambda: row((DONE,), at_most(1))) == [("promise_among_results", "表1 序号3 2025年实际")]


def test_a_truth_is_no_promise_and_is_an_observation():
    assert fault_of(lambda: row((END,), True)) == [("no_promise", "表1 序号3")]
    assert row((DONE,), True).results[0].value is True


@pytest.mark.parametrize("content", [span(1, 2), AmountRange(Amount(1, "%"), Amount(2, "%"))])
def test_an_interval_is_a_promise_between_its_ends_and_an_observation(content):
    interval = AmountRange(Amount(1, "%"), Amount(2, "%"))
    assert row((END,), content).targets[0].predicate == Between(interval.low, interval.high)
    assert row((DONE,), content).results[0].value == interval


@given(numbers(), numbers(), units())
def test_an_interval_takes_the_unit_of_its_place_and_keeps_its_ends_in_order(one, other, unit):
    low, high = sorted((one, other))
    assert span(low, high) == Span(low, high)
    assert value_in(span(low, high), unit) == AmountRange(Amount(low, unit), Amount(high, unit))
    assert promise_in(span(low, high), unit, PLAN.at("一")) == between(Amount(low, unit), Amount(high, unit))
    if low < high:
        with pytest.raises(DeclarationError) as caught:
            value_in(span(high, low), unit)
        assert [each.code for each in caught.value.faults] == ["range_backwards"]


def test_a_cell_with_an_interval_keeps_how_it_is_printed():
    (seen,) = row((DONE,), cell(span(28, 35), printed="28-35")).results
    assert (seen.value, seen.printed.value) == (AmountRange(Amount(28, "%"), Amount(35, "%")), "28-35")


@given(st.one_of(amounts(), ranges(), missings(), st.booleans()), units())
def test_a_typed_value_is_taken_as_it_is(value, unit):
    assert value_in(value, unit) is value


@given(numbers(), units())
def test_a_number_is_promised_as_a_bare_number_and_a_promise_as_it_is(number, unit):
    where = PLAN.at("一")
    assert (
        promise_in(number, unit, where)
        == promise_in(str(number), unit, where)
        == reaching(Amount(number, unit))
    )
    assert promise_in(at_least(number), unit, where) == at_least(number)
    assert promise_in("——", unit, where) == Missing(Absence.NOT_AVAILABLE, "——")
    with pytest.raises(DeclarationError) as caught:
        promise_in(False, unit, where)
    assert [(each.code, each.where) for each in caught.value.faults] == [("no_promise", "一")]


@pytest.mark.parametrize(
    ("of", "printed", "expected"),
    [
        (Series("pay", Label("标准", "standard"), "元/人·月"), "", "元/人·月"),
        (Statistic("homes", Label("机构", "homes"), "thing", Topic.ELDERLY_CARE), "家", "thing"),
        (Statistic("homes", Label("机构", "homes"), "thing", Topic.ELDERLY_CARE), "万个", "wan_thing"),
        (Statistic("beds", Label("床位", "beds"), "万张", Topic.ELDERLY_CARE), "张", "bed"),
    ],
)
def test_the_unit_of_a_series_or_statistic_is_read_as_that_of_an_indicator(of, printed, expected):
    assert unit_in(of, printed) == Unit.parse(expected)


@pytest.mark.parametrize("content", [38.5, "约38", "３８", "38%"])
def test_a_cell_that_is_no_exact_number_is_refused(content):
    assert [code for code, _ in fault_of(lambda: row((START,), content))] == ["not_exact"]


def test_a_cell_says_more_than_a_number_where_it_must():
    verdict, note, of_row = Verdict(reached=True, printed="完成"), Label("甲", "a"), Label("乙", "b")
    said = row(
        (START, END, DONE),
        cell(38, note=note),
        cell(at_least(65, said="不低于"), printed="65"),
        cell("——", printed="—", verdict=verdict),
        note=of_row,
    )
    assert said.baselines[0].note == note
    assert said.baselines[0].printed == Printed(None, "%")
    assert (said.targets[0].printed, said.targets[0].note) == (Printed("65", "%", "不低于"), of_row)
    assert (said.results[0].verdict, said.results[0].printed) == (verdict, Printed("—", "%"))
    assert row((END,), cell(1, note=note), note=of_row).targets[0].note == note


def test_growth_is_in_percent_whatever_the_row_is_in():
    homes = row((START, GROWTH), 12, 5, about=indicator("个"), unit="家")
    assert homes.baselines[0].value == Amount(12, "个")
    assert homes.baselines[0].printed == Printed(None, "家")
    assert homes.targets[0].predicate == bound(">=", 5)
    assert homes.targets[0].printed.unit == "%"


@pytest.mark.parametrize(
    ("of", "printed", "read_as", "expected"),
    [
        ("%", "%", None, "%"),
        ("%", "‰", None, "‰"),
        ("%", "", None, "%"),
        ("万元", "元", None, "元"),
        ("元/人·月", "元/月", "元/人·月", "元/人·月"),
        ("个", "家", None, "个"),
        ("个", "个", None, "个"),
        ("个墓位", "个", None, "个墓位"),
        ("万张", "张", None, "张"),
        ("万人", "名", None, "人"),
        ("张/千名老年人", "张", None, "张/千名老年人"),
        ("张/千名老年人", "张/千名老人", None, "张/千名老年人"),
    ],
)
def test_bare_numbers_are_in_the_printed_unit_and_a_counting_word_counts_what_the_indicator_counts(
    of, printed, read_as, expected
):
    (seen,) = row((START,), 7, about=indicator(of), unit=printed, read_as=read_as).baselines
    assert seen.value == Amount(7, expected)
    assert seen.value.unit == Unit.parse(expected)
    assert seen.printed.unit == printed


def test_a_unit_that_is_unknown_or_of_another_kind_is_refused():
    with pytest.raises(UnknownName):
        row((START,), 1, unit="元元")
    with pytest.raises(UnitClash):
        row((START,), 1, unit="元")


def test_a_table_needs_a_clause():
    with pytest.raises(TypeError):
        Table("表1", (START,))
