"""Units, periods, figures and names that anybody may have written: read and said again, or refused."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from civaffairs import Amount
from civaffairs.domain.periods import Period
from civaffairs.domain.units import Unit, exact
from civaffairs.exchange.figures import Figure, read_period, read_written
from civaffairs.exchange.tabular import Cell

PIECES = (
    *(
        "元",
        "人",
        "月",
        "%",
        "‰",
        "万",
        "亿",
        "/",
        "·",
        "*",
        "^",
        "每",
        "1",
        "9",
        "99999999",
        "²",
        "٣",
        "-",
        " ",
    ),
    *("2023", "年", "06", "..", "至", "—", "~", ",", ".", "１", "％", "yuan", "person", "e", "E", "+", "_"),
    *("\x00", "\u200b", "\u202e", "个", "张", "是", "否", "null", "NaN", "inf"),
)
words = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=8).map("".join)


@given(text=words)
def test_a_unit_is_read_and_written_again_as_the_same_or_refused(attempt, text):
    unit = attempt(Unit.parse, text, foreign=False)
    if unit is not None:
        assert Unit.parse(str(unit)) == unit
        assert (
            Unit.parse(unit.text("zh")) == unit or unit.text("zh").startswith("个") or "个" in unit.text("zh")
        )
        attempt(unit.factor_to, Unit.parse("1"), foreign=False)
        attempt(unit.goes_with, unit.times(Unit.parse("元")))


@given(text=words)
def test_a_period_is_read_and_written_again_as_the_same_or_refused(text, attempt):
    period = attempt(Period.parse, text, foreign=False)
    if period is not None:
        assert Period.parse(str(period)) == period
        assert period.first_day <= period.last_day


@given(text=words)
def test_a_number_is_taken_exactly_or_refused(text, attempt):
    number = attempt(exact, text, foreign=False)
    if number is not None:
        assert Fraction(text) == Fraction(number)
        assert attempt(lambda: Amount(number, "元").text("zh"))


@given(text=words)
def test_a_cell_is_read_as_a_period_or_refused(text, attempt):
    period = attempt(read_period, Cell("C2", text))
    assert period is None or str(period.first[0]) in Cell("C2", text).text


@given(text=words)
def test_a_cell_is_read_as_a_figure_whose_digits_all_stand_there_or_refused(text, attempt):
    written = attempt(read_written, Cell("C2", text))
    if isinstance(written, Figure):
        plain = Cell("C2", text).text.replace(",", "")
        for number in written.numbers:
            assert str(abs(number)) in plain
