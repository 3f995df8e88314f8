from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import SHARE, Bounds, CommonFigure, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import Count, Quotient, share
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Unit
from civaffairs.errors import DeclarationError, UnitClash, UnknownName
from civaffairs.testing.strategies import indicators, statistics, units

NAME = Label("护理型床位占比", "share of nursing beds")
BEDS = Count("CareInstitution", Label("床位", "beds"), "张")
HOMES = Count("CareInstitution", Label("机构", "institutions"), "个")


def declare(unit="%", bounds=SHARE, definition=None, **more):
    return Indicator(
        "nursing_bed_share", NAME, unit, Direction.UP, Topic.ELDERLY_CARE, bounds, definition, **more
    )


@given(st.integers(-300, 300), st.integers(-300, 300), st.integers(-300, 300))
def test_bounds_admit_their_ends_and_what_lies_between(low, high, number):
    low, high = sorted((low, high))
    bounds = Bounds(Amount(low, "%"), Amount(high, "%"))
    assert bounds.admit(Amount(number, "%")) == (low <= number <= high)
    assert bounds.admit(Amount(number * 10, "‰")) == (low <= number <= high)
    assert Bounds(low=Amount(low, "%")).admit(Amount(number, "%")) == (number >= low)
    assert Bounds(high=Amount(high, "%")).admit(Amount(number, "%")) == (number <= high)
    assert Bounds().admit(Amount(number, "%"))


def test_bounds_that_end_before_they_begin_are_refused():
    with pytest.raises(DeclarationError) as caught:
        Bounds(Amount(1, "1"), Amount(99, "%"))
    assert [each.code for each in caught.value.faults] == ["range_backwards"]
    assert Bounds(Amount(1, "1"), Amount(100, "%")).admit(Amount(100, "%"))


def test_bounds_are_written_as_an_interval():
    assert SHARE.text() == "0% … 100%"
    assert Bounds().text() == "-∞ … ∞"


@given(indicators())
def test_an_indicator_has_bounds_and_a_definition_of_its_own_kind(indicator):
    for bound in (indicator.bounds.low, indicator.bounds.high):
        assert bound is None or bound.unit.goes_with(indicator.unit)
    assert indicator.definition is None or indicator.definition.unit.goes_with(indicator.unit)


def test_a_bound_of_another_kind_is_refused():
    for bounds in (Bounds(low=Amount(0, "张")), Bounds(high=Amount(0, "张"))):
        with pytest.raises(UnitClash) as caught:
            declare(bounds=bounds)
        assert [(each.code, each.where) for each in caught.value.faults] == [
            ("unit_clash", "nursing_bed_share")
        ]


def test_a_definition_must_come_out_in_the_indicators_kind_of_unit():
    definition = share(BEDS, BEDS, places=1, rounding="half_up")
    assert declare(definition=definition).definition is definition
    assert declare("‰", definition=definition).definition is definition
    with pytest.raises(UnitClash) as caught:
        declare("张", Bounds(), definition)
    assert [(each.code, each.where) for each in caught.value.faults] == [("unit_clash", "nursing_bed_share")]


def test_the_units_inside_a_definition_must_agree():
    with pytest.raises(UnitClash) as caught:
        declare(definition=Quotient(BEDS, HOMES, "%", places=1, rounding="down"))
    assert [each.code for each in caught.value.faults] == ["quotient_unit"]


def test_a_definition_may_be_a_count():
    assert declare("万张", Bounds(), BEDS).definition is BEDS


def test_an_indicator_says_its_direction_there_is_no_default():
    with pytest.raises(TypeError):
        Indicator("a", NAME, "%", None, Topic.ELDERLY_CARE, SHARE)
    assert len({each.label.text("en") for each in Direction}) == len(Direction)


def test_a_statistic_says_what_is_counted_in_which_unit_and_has_no_direction():
    paid = Statistic("dibao_paid", NAME, "万元", Topic.SOCIAL_ASSISTANCE)
    assert (paid.id, paid.label, paid.unit, paid.topic) == (
        "dibao_paid",
        NAME,
        Unit.parse("万元"),
        Topic.SOCIAL_ASSISTANCE,
    )
    assert not hasattr(paid, "direction")
    assert paid != Statistic("dibao_paid", NAME, "元", Topic.SOCIAL_ASSISTANCE)


@given(st.data(), units())
def test_statistics_that_say_the_same_are_the_same(data, unit):
    one = data.draw(statistics(unit))
    again = Statistic(one.id, one.label, unit, one.topic)
    assert again == one
    assert len({one, again}) == 1


def test_a_statistic_without_a_name_a_label_a_unit_or_a_topic_is_refused():
    for error, parts in (
        (DeclarationError, ("Dibao paid", NAME, "万元", Topic.SOCIAL_ASSISTANCE)),
        (TypeError, ("paid", "发放", "万元", Topic.SOCIAL_ASSISTANCE)),
        (UnknownName, ("paid", NAME, "桃", Topic.SOCIAL_ASSISTANCE)),
        (TypeError, ("paid", NAME, "万元", "社会救助")),
    ):
        with pytest.raises(error):
            Statistic(*parts)


@pytest.mark.parametrize("meant", CommonFigure, ids=lambda each: each.id)
def test_a_figure_that_many_places_report_has_a_unit_of_its_own_kind_only(meant):
    statistic = Statistic("reported", NAME, meant.unit, Topic.ELDERLY_CARE, meant)
    assert statistic.means is meant
    with pytest.raises(UnitClash) as caught:
        Statistic("reported", NAME, "元", Topic.ELDERLY_CARE, meant)
    assert [(each.code, each.where) for each in caught.value.faults] == [("unit_clash", "reported")]


def test_an_indicator_may_say_which_common_figure_it_is():
    beds = Indicator(
        "beds",
        NAME,
        "万张",
        Direction.UP,
        Topic.ELDERLY_CARE,
        Bounds(),
        means=CommonFigure.CARE_BEDS,
    )
    assert beds.means is CommonFigure.CARE_BEDS
    with pytest.raises(UnitClash):
        Indicator("beds", NAME, "%", Direction.UP, Topic.ELDERLY_CARE, SHARE, means=CommonFigure.CARE_BEDS)
