"""What people write in a cell is read as it is meant, and asked about where it may mean two things."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs import Period
from civaffairs.errors import InputInvalid
from civaffairs.exchange.figures import Figure, is_unit, read_period, read_written
from civaffairs.exchange.tabular import Cell


def read_or_code(reader, content):
    try:
        return reader(Cell("obs.csv, C2", content, heading="数值"))
    except InputInvalid:
        return code_of(reader, content)


def code_of(reader, content):
    with pytest.raises(InputInvalid) as caught:
        reader(Cell("obs.csv, C2", content, heading="数值"))
    (fault,) = caught.value.faults
    assert fault.where == "obs.csv, C2 数值"
    assert fault.text("zh")
    assert fault.text("en")
    return fault.code


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023", "2023"),
        (Decimal(2023), "2023"),
        ("2023年", "2023"),
        ("2023年度", "2023"),
        ("2023-06", "2023-06"),
        ("2023-6", "2023-06"),
        ("2023/6", "2023-06"),
        ("2023年6月", "2023-06"),
        ("２０２３年０６月", "2023-06"),
        ("2023-06-30", "2023-06-30"),
        ("2023/6/30", "2023-06-30"),
        ("2023年6月30日", "2023-06-30"),
        ("2021..2023", "2021..2023"),
        ("2021-2023年", "2021..2023"),
        ("2021年—2023年", "2021..2023"),
        ("2021至2023", "2021..2023"),
        ("2023-01~2023-06", "2023-01..2023-06"),
        (Period.parse("2023-06"), "2023-06"),
    ],
)
def test_a_period_is_as_precise_as_it_is_written(written, meant):
    assert str(read_period(Cell("B2", written))) == meant


@pytest.mark.parametrize(
    "written",
    [
        "2023.6",
        Decimal("2023.6"),
        "2023-13",
        "2023-02-30",
        "23",
        "20233",
        "0023",
        "2203x",
        "去年",
        "2023Q1",
        "45078",
        "2023..2021",
        "2021..2022..2023",
        "6月",
        "2023-06-30 12:00",
        True,
    ],
)
def test_what_is_no_period_is_refused(written):
    assert code_of(read_period, written) == "period_unreadable"


def test_no_period_is_refused():
    assert code_of(read_period, None) == "period_blank"
    assert code_of(read_period, "  ") == "period_blank"


@pytest.mark.parametrize(
    ("written", "numbers", "unit"),
    [
        ("90", "90", ""),
        ("９０．５", "90.5", ""),
        ("1,234", "1234", ""),
        ("1，234，567.80", "1234567.80", ""),
        ("-3.2", "-3.2", ""),
        ("−3.2", "-3.2", ""),
        ("90%", "90", "%"),
        ("90 ％", "90", "%"),
        ("12.06万人", "12.06", "万人"),
        ("600元/人·月", "600", "元/人·月"),
        ("45㎡", "45", "m2"),
        ("12 person-times", "12", "person-times"),
        ("100~300元", "100 300", "元"),
        ("100元至300元", "100 300", "元"),
        ("6..7", "6 7", ""),
        ("6-7人", "6 7", "人"),
        ("28.5-35", "28.5 35", ""),
        ("1,200-1,500", "1200 1500", ""),
        ("40-50", "40 50", ""),
    ],
)
def test_a_figure_is_its_numbers_and_the_unit_beside_them(written, numbers, unit):
    assert read_written(Cell("C2", written)) == Figure(tuple(Decimal(each) for each in numbers.split()), unit)


@pytest.mark.parametrize(
    "written",
    [
        "约90",
        ">=90",
        "九十",
        "1,23",
        "1,2345",
        "1 234",
        "90.",
        "1:0.8",
        "12x5",
        "√",
        "28%-35",
        "28元-35人",
        "1..2..3",
        "(5)",
        "1.23457E+11",
        "nan",
        "无",
        "#DIV/0!",
        "٣",
        "-5~7",
    ],
)
def test_what_is_no_figure_is_refused_or_left_to_the_unit(written):
    read = read_or_code(read_written, written)
    if isinstance(read, Figure):  # a number with something behind it: whether that is a unit is asked later
        assert read.unit
        assert not is_unit(read.unit)
    else:
        assert read == "value_unreadable"


@pytest.mark.parametrize("written", ["6-7", "12-31", "31-12", "1-2", "2023-06", "2021-2023"])
def test_a_range_that_may_be_a_date_is_asked_about(written):
    assert code_of(read_written, written) in ("range_or_date", "value_is_date")


@pytest.mark.parametrize(
    "written",
    [
        "2023-06-30",
        "2023/6/30",
        "6月7日",
        "6/7",
        "7-Jun",
        "Jun-23",
        "2023年6月",
        "2023年",
        Period.parse(date(2023, 6, 7)),
    ],
)
def test_a_date_is_no_figure(written):
    assert code_of(read_written, written) == "value_is_date"


@pytest.mark.parametrize(
    "number", [Decimal("1e999999"), Decimal("1e-999999"), Decimal("0e999999"), "9" * 30, "0." + "1" * 30]
)
def test_a_number_of_a_size_that_nothing_has_is_refused_before_it_fills_the_memory(number):
    assert code_of(read_written, number) == "number_absurd"


def test_a_percentage_cell_means_percent():
    assert read_written(Cell("C2", Decimal("0.55"), percent=True)) == Figure((Decimal(55),), "%")
    assert str(read_written(Cell("C2", Decimal("0.5"), percent=True)).numbers[0]) == "50"


@given(st.text())
def test_any_text_is_read_or_refused(text):
    assert read_or_code(read_period, text)
    assert read_or_code(read_written, text) is not None


@given(
    st.dates(date(1949, 10, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"])
)
def test_every_day_is_read_back(day, form):
    assert read_period(Cell("B2", day.strftime(form))).first_day == day


@given(st.integers(0, 400), st.integers(0, 400))
def test_two_numbers_with_a_hyphen_are_a_range_or_asked_about_and_never_turned_round(low, high):
    read = read_or_code(read_written, f"{low}-{high}")
    if read == "range_or_date":
        assert min(low, high) <= 12
        assert max(low, high) <= 31
    else:
        assert read == Figure((Decimal(low), Decimal(high)))


@pytest.mark.parametrize("written", ["5²", "1234①", "12 ¹", "²", "1,234.5③"])
def test_a_raised_or_ringed_digit_is_not_one_of_the_number(written):
    with pytest.raises(InputInvalid) as caught:
        read_written(Cell("C3", written))
    assert [each.code for each in caught.value.faults] == ["value_unreadable"]


@pytest.mark.parametrize("written", ["202³", "2023年①月", "2023②"])
def test_a_raised_or_ringed_digit_is_not_one_of_a_date(written):
    with pytest.raises(InputInvalid) as caught:
        read_period(Cell("B3", written))
    assert [each.code for each in caught.value.faults] == ["period_unreadable"]


def test_a_raised_digit_in_a_unit_says_what_it_should():
    assert read_written(Cell("C3", "55 m²")) == Figure((Decimal(55),), "m2")
