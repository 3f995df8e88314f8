"""Figures worked out again: what rounding allows always agrees, what goes beyond it never does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, missing
from civaffairs.domain.recomputations import (
    Recomputation,
    Stated,
    Way,
    Working,
    difference_of,
    entry,
    growth_of,
    product_of,
    ratio_of,
    total_of,
)
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import RATIO, Amount, AmountRange, rounded
from civaffairs.errors import DeclarationError, UnitClash
from civaffairs.testing.strategies import recomputations

PLAN = Document("d/plan", Label("规划", "Plan"), "民政局", 2022)
NAME = Label("床位", "beds")


def stated(number, unit="张", where="一"):
    return Stated(Amount(number, unit), NAME, PLAN.at(where))


def seen(value, unit="张", source=None):
    return Observation(
        Statistic("beds", NAME, unit, Topic.ELDERLY_CARE), 2020, value, source or PLAN.at("二")
    )


def again(printed, working):
    return Recomputation("beds", printed, working)


def codes(call):
    with pytest.raises((DeclarationError, UnitClash)) as caught:
        call()
    return [(each.code, each.where) for each in caught.value.faults]


# What a recomputation says of itself


def test_a_recomputation_is_called_and_cited_as_its_printed_figure_is():
    one = again(stated(3), total_of(stated(1), stated(2)))
    assert (one.label, one.clause, one.amount) == (NAME, PLAN.at("一"), Amount(3, "张"))
    other = again(seen(Amount(3, "张")), total_of(stated(1), stated(2)))
    assert (other.label, other.clause, other.amount) == (NAME, PLAN.at("二"), Amount(3, "张"))
    assert again(seen(Amount(3, "张"), source="obs.csv, C2"), total_of(stated(3))).clause is None


@pytest.mark.parametrize(
    ("working", "words"),
    [
        (total_of(stated(1), seen(Amount(2, "张")), Amount(3, "张")), "1张 + 2张 + 3张"),
        (difference_of(stated(5), stated(2)), "5张 - 2张"),
        (product_of(stated(620, "元/人·月"), "1.3", 12), "620元/人·月 × 1.3 × 12"),
        (ratio_of(stated(1), stated(2, "人")), "1张 ÷ 2人"),
        (growth_of(stated(5), stated(4)), "(5张 - 4张) ÷ 4张"),
    ],
)
def test_a_working_is_written_as_people_write_it(working, words):
    assert working.text("zh") == words
    assert working.text("en") != words
    assert len({way.label.text("en") for way in Way}) == len(Way)


def test_an_entry_of_a_standard_is_named_by_its_start():
    standard = Standard(
        "dibao_urban",
        "d",
        NAME,
        "元/人·月",
        Topic.SOCIAL_ASSISTANCE,
        Timeline(
            (
                NotModelled(NAME, before=2020),
                since(2020, Amount(620, "元/人·月"), PLAN.at("三")),
                since("2021-09-01", Amount(636, "元/人·月"), PLAN.at("四")),
            )
        ),
        Freedom.SET,
    )
    assert entry(standard, "2020") == Stated(Amount(620, "元/人·月"), NAME, PLAN.at("三"))
    assert entry(standard, date(2021, 9, 1)).clause == PLAN.at("四")
    for start in ("2021-09", "2019"):
        assert codes(lambda start=start: entry(standard, start)) == [("no_such_entry", "dibao_urban")]


# What is refused


@pytest.mark.parametrize("value", [missing("***"), True, AmountRange(Amount(1, "张"), Amount(2, "张"))])
def test_what_is_not_one_amount_is_neither_recomputed_nor_recomputed_with(value):
    for write in (
        lambda: again(seen(value), total_of(stated(1))),
        lambda: total_of(stated(1), seen(value)),
    ):
        assert [code for code, _ in codes(write)] == ["operand_without_amount"]


@pytest.mark.parametrize(
    ("printed", "working"),
    [
        (stated(3, "人"), total_of(stated(1), stated(2))),
        (stated(3), product_of(stated(1), stated(2))),
        (stated(3), ratio_of(stated(1), stated(2))),
        (stated(3), growth_of(stated(1), stated(2))),
        (stated(3), total_of(stated(1), stated(2), stated(1, "人"))),
        (stated(3), difference_of(stated(1), stated(2, "人"))),
        (stated(3, "%"), growth_of(stated(1), stated(2, "人"))),
    ],
)
def test_figures_of_different_kinds_are_refused_where_they_are_declared(printed, working):
    assert codes(lambda: again(printed, working)) == [("unit_clash", "beds")]


def test_every_figure_of_another_kind_is_named():
    mixed = total_of(stated(1), stated(1, "人"), stated(1), stated(1, "元"))
    assert codes(lambda: again(stated(3), mixed)) == [("unit_clash", "beds")] * 2


def test_only_figures_are_worked_with():
    with pytest.raises(TypeError):
        Working(Way.TOTAL, (1, 2))
    with pytest.raises(TypeError):
        Recomputation("beds", Amount(1, "张"), total_of(stated(1)))
    with pytest.raises(TypeError):
        total_of()


@pytest.mark.parametrize("whole", [stated(0), stated("0.0", "%"), stated("0.04", "%")])
def test_nothing_is_divided_by_what_may_be_zero(whole):
    again(stated(1, RATIO), ratio_of(whole, whole))  # refused when it is worked out, not where it is written
    if whole.amount.number:
        assert again(stated(1, RATIO), ratio_of(whole, whole)).agrees
    else:
        assert codes(lambda: again(stated(1, RATIO), ratio_of(whole, whole)).agrees) == [
            ("division_by_zero", "")
        ]


# What comes out


@pytest.mark.parametrize(
    ("printed", "working", "computed", "tolerance"),
    [
        (stated(3), total_of(stated(1), stated(2)), "3", "0"),
        (stated(3), difference_of(stated(10), stated(2)), "8", "0"),
        (stated("0.3", "万元"), total_of(stated(1000, "元"), stated(2000, "元")), "0.300", "0.050"),
        (stated(806, "元/人·月"), product_of(stated(620, "元/人·月"), "1.3"), "806.00", "0.50"),
        (stated("91.4", "%"), ratio_of(stated(6855), stated(7500)), "91.400", "0.050"),
        (stated("34.78", "%"), growth_of(stated(620, "元"), stated(460, "元")), "34.7826", "0.0050"),
        (stated("-25.8", "%"), growth_of(stated(460, "元"), stated(620, "元")), "-25.806", "0.050"),
        (stated("1.33", RATIO), ratio_of(stated(4), stated(3)), "1.3333", "0.0050"),
        # 12.06 and 61.5 are rounded themselves: ±0.005 and ±0.05 of 万人, on top of the ±0.005 of the share
        (
            stated("19.61", "%"),
            ratio_of(stated("12.06", "万人"), stated("61.5", "万人")),
            "19.6098",
            "0.0291",
        ),
        # 3 is a whole number of 万, which can be rounded, and 30001 is a count, which cannot
        (stated(30001, "人"), total_of(stated(3, "万人"), stated(1, "人")), "30001.00", "5000.00"),
        (stated(100, "%"), total_of(stated(33, "%"), stated(67, "%")), "100.00", "1.50"),
    ],
)
def test_the_computed_figure_and_what_rounding_allows_are_told_in_the_printed_unit(
    printed, working, computed, tolerance
):
    found = again(printed, working)
    unit = printed.amount.unit
    assert (found.computed, found.tolerance) == (Amount(computed, unit), Amount(tolerance, unit))
    off = abs(found.computed.number - printed.amount.number)
    assert found.agrees == (off <= found.tolerance.number)


@pytest.mark.parametrize(
    ("printed", "working", "agrees"),
    [
        # a count that is one off does not agree, a count in 万 agrees as far as its half
        (stated(4), total_of(stated(1), stated(2)), False),
        (stated(1, "万人"), total_of(stated(14999, "人"), stated(1, "人")), True),
        (stated(1, "万人"), total_of(stated(15000, "人"), stated(1, "人")), False),
        (stated(1, "亿元"), total_of(stated(5, "万元"), stated(4995, "万元")), True),
        # a plain sum of yuan is exact, one with a decimal is not
        (stated(10, "元"), total_of(stated(5, "元"), stated("5.1", "元")), False),
        (stated(10, "元"), total_of(stated(5, "元"), stated("5.0", "元")), True),
        # of two rounded figures the one may be rounded up and the other down
        (stated("5.1", "万人"), difference_of(stated("10.0", "万人"), stated("5.0", "万人")), True),
        (stated("4.9", "万人"), difference_of(stated("10.0", "万人"), stated("5.0", "万人")), True),
        (stated("5.2", "万人"), difference_of(stated("10.0", "万人"), stated("5.0", "万人")), False),
        # half a unit of the last place still rounds to it; beyond it nothing does
        (stated("66.6", "%"), ratio_of(stated(2), stated(3)), False),
        (stated("66.7", "%"), ratio_of(stated(2), stated(3)), True),
        (stated("12.5", "%"), ratio_of(stated(1), stated(8)), True),
        (stated(13, "%"), ratio_of(stated(1), stated(8)), True),
        (stated(12, "%"), ratio_of(stated(1), stated(8)), True),
        (stated(14, "%"), ratio_of(stated(1), stated(8)), False),
        # what is printed as a quotient is rounded, even in a whole number of yuan
        (stated(932, "元/人·月"), product_of(stated(717, "元/人·月"), "1.3"), True),
        (stated(931, "元/人·月"), product_of(stated(717, "元/人·月"), "1.3"), False),
        # a constant is exact, however few places it is written with
        (stated(200), product_of(stated(100), 2), True),
        (stated(201), product_of(stated(100), 2), False),
        (stated(201), product_of(stated(100), stated(2, RATIO)), True),
        (stated(4, "元"), difference_of(Amount(10, "元"), Amount("5.5", "元")), False),
    ],
)
def test_a_printed_figure_agrees_as_far_as_rounding_goes_and_no_further(printed, working, agrees):
    assert again(printed, working).agrees is agrees


COUNTS = st.integers(1, 10**7)
PLACES = st.integers(0, 4)


@given(st.lists(COUNTS, min_size=1, max_size=6), st.integers(1, 50), st.booleans())
def test_a_total_of_counts_agrees_with_its_parts_and_with_nothing_else(parts, off, above):
    total = total_of(*map(stated, parts))
    assert again(stated(sum(parts)), total).agrees
    assert not again(stated(sum(parts) + (off if above else -off)), total).agrees
    assert again(stated(parts[0]), difference_of(stated(sum(parts)), stated(sum(parts[1:])))).agrees


@given(st.lists(st.fractions(0, 10**6, max_denominator=10**6), min_size=1, max_size=6), PLACES)
def test_parts_and_total_rounded_for_print_agree(parts, places):
    """Whatever the figures behind the print were, rounding alone never makes a contradiction."""
    printed = [stated(rounded(each, places, "half_up"), "万元") for each in parts]
    assert again(stated(rounded(sum(parts), places, "half_up"), "万元"), total_of(*printed)).agrees


@given(COUNTS, COUNTS, PLACES, st.integers(1, 1000))
def test_a_share_growth_or_multiple_of_counts_agrees_when_rounded_and_not_a_step_further(
    part, whole, places, off
):
    percent, step = Fraction(part, whole) * 100, Decimal(1).scaleb(-places)
    share = rounded(percent, places, "half_up")
    growth = rounded(percent - 100, places, "half_up")
    for printed, working in (
        (share, ratio_of(stated(part), stated(whole))),
        (growth, growth_of(stated(part), stated(whole))),
    ):
        assert again(stated(printed, "%"), working).agrees
        # One step of the last place can be the other way to round a half; two steps never are.
        assert not again(stated(printed + (off + 1) * step, "%"), working).agrees
        assert not again(stated(printed - (off + 1) * step, "%"), working).agrees
    product = rounded(Fraction(part) * Fraction("1.3"), places, "half_up")
    assert again(stated(product), product_of(stated(part), "1.3")).agrees
    assert not again(stated(product + 2 * step), product_of(stated(part), "1.3")).agrees


@given(
    st.fractions(1, 10**4, max_denominator=10**4),
    st.fractions(1, 10**4, max_denominator=10**4),
    PLACES,
    PLACES,
)
def test_rounded_figures_give_a_share_that_agrees_with_the_share_of_what_was_rounded(
    part, whole, places, printed_places
):
    printed = [stated(rounded(each, places, "half_up"), "万元") for each in (part, whole)]
    share = stated(rounded(part / whole * 100, printed_places, "half_up"), "%")
    assert again(share, ratio_of(*printed)).agrees
    growth = stated(rounded((part / whole - 1) * 100, printed_places, "half_up"), "%")
    assert again(growth, growth_of(*printed)).agrees


@given(recomputations())
def test_what_agrees_lies_within_the_tolerance_and_what_lies_far_beyond_it_never_agrees(one):
    off = abs(one.computed.number - one.amount.number)
    assert one.computed.unit == one.tolerance.unit == one.amount.unit
    assert one.tolerance.number >= 0
    if one.working.way in (Way.TOTAL, Way.DIFFERENCE):
        # The interval of a sum lies evenly about its middle, so the two questions are one; the shown figures
        # are rounded at two places beyond those printed.
        shown = Decimal(1).scaleb(min(0, one.amount.number.as_tuple().exponent) - 2)
        assert one.agrees or off >= one.tolerance.number - 2 * shown
        assert not one.agrees or off <= one.tolerance.number + 2 * shown
    # The interval of a quotient is not even about its middle, but twice the tolerance holds all of it.
    for away in (4 * one.tolerance.number + 1, -4 * one.tolerance.number - 1):
        moved = Stated(Amount(one.computed.number + away, one.amount.unit), NAME, PLAN.at("一"))
        assert not again(moved, one.working).agrees
