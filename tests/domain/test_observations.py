from __future__ import annotations

import pytest
from hypothesis import given

from civaffairs.domain.indicators import SHARE, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import (
    Absence,
    Missing,
    Observation,
    Printed,
    Verdict,
    amounts_of,
    missing,
)
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange
from civaffairs.errors import DeclarationError, UnitClash
from civaffairs.testing.strategies import amounts, units

BEDS = Indicator(
    "nursing_bed_share", Label("护理型床位占比", "nursing beds"), "%", Direction.UP, Topic.ELDERLY_CARE, SHARE
)
INCOME = Series("income", Label("人均收入", "income per head"), "元/人·年")
HOMES = Statistic("homes", Label("机构", "homes"), "thing", Topic.ELDERLY_CARE)


@pytest.mark.parametrize(
    ("mark", "why", "printed"),
    [
        *((mark, Absence.NOT_AVAILABLE, mark) for mark in ("-", "--", "—", "——", "–", "－", "/", "／")),
        *((mark, Absence.BLANK, "") for mark in ("", " ", "\u3000", "\n")),
        *((mark, Absence.MASKED, mark) for mark in ("*", "******", "＊＊", "×××", "xx")),
        (" —— ", Absence.NOT_AVAILABLE, "——"),
    ],
)
def test_a_mark_says_why_there_is_no_value(mark, why, printed):
    assert missing(mark) == Missing(why, printed)


@pytest.mark.parametrize("mark", ["无", "0", "-5", "n/a", "*-", "?"])
def test_a_mark_whose_meaning_is_not_known_is_refused(mark):
    with pytest.raises(DeclarationError) as caught:
        missing(mark)
    assert [each.code for each in caught.value.faults] == ["mark_unknown"]
    assert mark in caught.value.text("zh")


def test_an_absence_is_told_with_what_the_source_prints():
    assert missing("——").text("zh") == "来源标明无数据（——）"
    assert missing("").text("en") == "the source leaves the place blank"
    assert len({each.label.text("zh") for each in Absence}) == len(Absence)


@given(amounts(), units())
def test_an_observation_takes_amounts_of_its_own_kind_only(amount, unit):
    series = Series("income", Label("人均收入", "income per head"), unit)
    if amount.unit.goes_with(unit):
        assert Observation(series, 2020, amount, "a.csv, row 2").amount == amount
    else:
        with pytest.raises(UnitClash):
            Observation(series, 2020, amount, "a.csv, row 2")


@pytest.mark.parametrize("value", [True, missing("——"), AmountRange(Amount(1, "%"), Amount(2, "%"))])
def test_what_is_not_one_amount_has_no_amount(value):
    assert Observation(BEDS, 2020, value, "a.csv, row 2").amount is None


def test_amounts_are_one_or_two_or_none():
    low, high = Amount(1, "%"), Amount(2, "%")
    assert amounts_of(low) == (low,)
    assert amounts_of(AmountRange(low, high)) == (low, high)
    assert amounts_of(True) == amounts_of(missing("")) == ()


@pytest.mark.parametrize("of", [BEDS, INCOME, HOMES])
def test_a_value_of_another_kind_is_refused_with_every_end(of):
    with pytest.raises(UnitClash) as caught:
        Observation(of, 2020, AmountRange(Amount(1, "张"), Amount(2, "张")), "a.csv, row 2")
    assert [(each.code, each.where) for each in caught.value.faults] == [("unit_clash", of.id)] * 2


@pytest.mark.parametrize("value", [38, 38.5, "38", None])
def test_a_bare_number_is_no_value(value):
    with pytest.raises(TypeError):
        Observation(BEDS, 2020, value, "a.csv, row 2")


def test_an_observation_needs_something_observed_and_a_source():
    with pytest.raises(TypeError):
        Observation("nursing_bed_share", 2020, Amount(1, "%"), "a.csv, row 2")
    with pytest.raises(TypeError):
        Observation(BEDS, 2020, Amount(1, "%"), None)


def test_an_observation_keeps_its_period_as_precise_as_it_is():
    assert Observation(INCOME, "2022-09", Amount(1, "万元/人·年"), "x").period == Period.parse("2022-09")
    assert Printed() == Printed(None, None, None)
    assert Verdict(reached=True, printed="完成").reached


def test_an_observation_is_printed_somewhere_unless_it_is_said_to_be_derived():
    printed = Observation(HOMES, 2020, Amount(3, "thing"), "x")
    assert not printed.derived
    derived = Observation(HOMES, 2020, Amount(3, "thing"), "x", derived=True)
    assert derived.derived
    assert derived != printed
