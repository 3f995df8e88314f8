from __future__ import annotations

import decimal
import operator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from civaffairs.domain.units import (
    RATIO,
    ROUNDINGS,
    Amount,
    AmountRange,
    Points,
    Unit,
    exact,
    plain,
    rounded,
)
from civaffairs.errors import DeclarationError, UnitClash, UnknownName, speak, speak_again

MONEY = ("元", "分", "万元", "亿元")
SHARES = ("%", "‰", "1")
KINDS = (
    MONEY,
    SHARES,
    ("人", "万人", "百人"),
    ("平方米", "公顷"),
    ("张", "万张"),
    ("元/人·月", "分/百人·月"),
)


def digits(most):
    """Decimals of up to `most` digits, which no context of 28 digits could hold."""
    whole = st.integers(-(10**most), 10**most)
    return st.builds(lambda number, places: Decimal(f"{number}E-{places}"), whole, st.integers(0, most))


@st.composite
def amounts(draw, kind=None, most=60):
    return Amount(draw(digits(most)), draw(st.sampled_from(kind or draw(st.sampled_from(KINDS)))))


@st.composite
def alike(draw, count=2):
    """Amounts of one kind in different units."""
    kind = draw(st.sampled_from(KINDS))
    return [draw(amounts(kind)) for _ in range(count)]


# What is a number


@given(digits(60))
def test_a_number_says_the_same_however_it_is_given(number):
    assert exact(number) == exact(str(number)) == exact(Fraction(number)) == exact(plain(number)) == number
    assert Fraction(exact(Fraction(number))) == Fraction(number)


@given(st.integers())
def test_whole_numbers_are_exact(number):
    assert exact(number) == exact(str(number)) == exact(Fraction(number)) == number


@given(st.integers(-(10**80), 10**80), st.integers(0, 300), st.integers(0, 300))
def test_a_fraction_of_twos_and_fives_is_written_in_full_whatever_its_length(number, twos, fives):
    value = Fraction(number, 2**twos * 5**fives)
    written = exact(value)
    assert Fraction(written) == value
    places = -written.as_tuple().exponent
    assert places == 0 or (value * 10 ** (places - 1)).denominator > 1, "no place more than it takes"


@given(st.integers().filter(lambda number: number % 3), st.integers(1, 20))
def test_a_fraction_without_end_is_refused(number, threes):
    with pytest.raises(DeclarationError) as caught:
        exact(Fraction(number, 3**threes))
    assert [each.code for each in caught.value.faults] == ["no_end"]
    assert str(Fraction(number, 3**threes)) in caught.value.text("en")


@pytest.mark.parametrize(
    "number",
    [
        *(
            0.5,
            1.0,
            True,
            False,
            None,
            "",
            "a",
            "1,000",
            "1_000",
            "１",
            "NaN",
            "Infinity",
            "-Infinity",
            "1/2",
        ),
        *(Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN"), float("nan"), 1j, [1]),
    ],
)
def test_floats_truth_values_and_text_that_is_no_number_are_refused_and_shown(number):
    for use in (exact, lambda value: Amount(value, "元"), lambda value: Amount(1, "元") * value, Points):
        with pytest.raises(DeclarationError) as caught:
            use(number)
        assert [each.code for each in caught.value.faults] == ["not_exact"]
        assert repr(number) in caught.value.text("zh")


# Arithmetic is that of fractions


@given(alike())
def test_adding_and_subtracting_are_exact_in_the_unit_of_the_first(pair):
    left, right = pair
    there = Fraction(right.number) * right.unit.factor_to(left.unit)
    assert (left + right).unit == left.minus(right).unit == left.unit
    assert Fraction((left + right).number) == Fraction(left.number) + there
    assert Fraction(left.minus(right).number) == Fraction(left.number) - there
    assert (left + right).minus(right) == left
    assert (left + right).same_size_as(right + left)


@given(amounts(), amounts())
def test_multiplying_is_exact_and_multiplies_the_units(left, right):
    product = left * right
    assert Fraction(product.number) == Fraction(left.number) * Fraction(right.number)
    assert product.unit == left.unit.times(right.unit)


@given(amounts(), digits(60))
def test_multiplying_by_a_number_keeps_the_unit(amount, number):
    assert amount * number == Amount(Fraction(amount.number) * Fraction(number), amount.unit)
    assert amount * plain(number) == amount * Fraction(number) == amount * number


def test_no_context_of_the_caller_changes_a_result():
    number, other = "123456789012345678901234567890.123456789012345678901234567891", "0." + "9" * 60
    with decimal.localcontext(decimal.Context(prec=3)):
        total = Amount(number, "元") + Amount(other, "元")
        product = Amount(number, "元") * other
        tiny = rounded(Fraction(number), 25, "down")
    assert Fraction(total.number) == Fraction(number) + Fraction(other)
    assert Fraction(product.number) == Fraction(number) * Fraction(other)
    assert str(tiny) == "123456789012345678901234567890.1234567890123456789012345"


# Units


@given(alike())
def test_converting_forth_and_back_changes_nothing(pair):
    amount, unit = pair[0], pair[1].unit
    there = Fraction(amount.number) * amount.unit.factor_to(unit)
    assert amount.size_in(unit) == there
    assert Fraction(amount.to(unit).number) == there
    assert amount.to(unit).to(amount.unit) == amount
    assert amount.to(unit).same_size_as(amount)


@given(amounts(), amounts())
def test_amounts_of_different_kinds_do_not_mix(left, right):
    assume(not left.unit.goes_with(right.unit))
    for use in (
        lambda: left + right,
        lambda: left.minus(right),
        lambda: left.to(right.unit),
        lambda: left.size_in(right.unit),
        lambda: left.same_size_as(right),
        lambda: left < right,
        lambda: left <= right,
        lambda: left > right,
        lambda: left >= right,
        lambda: AmountRange(left, right),
    ):
        with pytest.raises(UnitClash) as caught:
            use()
        assert [each.code for each in caught.value.faults] == ["unit_clash"]


def test_a_conversion_without_end_needs_a_stated_rounding():
    with pytest.raises(DeclarationError) as caught:
        Amount(1, "亩").to("平方米")
    assert [each.code for each in caught.value.faults] == ["no_end"]
    assert Amount(1, "亩").to("平方米", places=1, rounding="up").text("zh") == "666.7平方米"
    assert Amount(3, "亩").to("平方米") == Amount(2000, "平方米")


def test_an_unknown_unit_is_refused():
    with pytest.raises(UnknownName, match="元元"):
        Amount(1, "元元")


# Comparing


@given(alike(3))
def test_amounts_of_one_kind_are_in_one_total_order_whatever_their_units(three):
    one, other, third = three
    size, its = one.size_in(third.unit), other.size_in(third.unit)
    assert (one < other, one <= other, one > other, one >= other) == (
        size < its,
        size <= its,
        size > its,
        size >= its,
    )
    assert one.same_size_as(other) == (size == its)
    assert (one < other) + one.same_size_as(other) + (one > other) == 1


@given(alike())
def test_the_same_size_in_another_unit_is_neither_more_nor_less(pair):
    amount, again = pair[0], pair[0].to(pair[1].unit)
    assert amount <= again
    assert amount >= again
    assert not amount < again
    assert not amount > again


def test_equal_means_saying_the_same():
    assert Amount("1.0", "元") == Amount(1, "yuan")
    assert hash(Amount("1.0", "元")) == hash(Amount(1, "yuan"))
    assert Amount(1, "万元") != Amount(10000, "元")
    assert Amount(1, "万元").same_size_as(Amount(10000, "元"))


@pytest.mark.parametrize("other", [1, Decimal(1), "1", None])
def test_an_amount_is_not_compared_with_what_has_no_unit(other):
    amount = Amount(1, "元")
    for use in (
        lambda: amount < other,
        lambda: amount <= other,
        lambda: amount > other,
        lambda: amount >= other,
    ):
        with pytest.raises(TypeError):
            use()


# Rounding


@given(st.fractions(), st.integers(0, 12), st.sampled_from(ROUNDINGS))
def test_rounding_is_what_decimal_calls_by_the_same_name(value, places, rounding):
    with decimal.localcontext(decimal.Context(prec=400)):
        # Beyond 200 digits only the sign of what is left over matters, and one more digit stands for it.
        far = Decimal(abs(value.numerator)) * 10**200 // value.denominator
        left_over = Decimal("0.1") if abs(value) * 10**200 % 1 else Decimal(0)
        number = (far + left_over).scaleb(-200)
        expected = number.quantize(Decimal(1).scaleb(-places), getattr(decimal, f"ROUND_{rounding.upper()}"))
    assert rounded(value, places, rounding) == (expected.copy_negate() if value < 0 else expected)
    assert rounded(value, places, rounding).as_tuple().exponent == -places


@given(st.fractions(), st.integers(-6, 12))
def test_rounding_up_and_down_enclose_the_value_and_half_up_is_nearest(value, places):
    step = Fraction(10) ** -places
    down, up, half = (abs(Fraction(rounded(value, places, mode))) for mode in ("down", "up", "half_up"))
    assert down <= abs(value) <= up
    assert up - down in (0, step)
    assert (up == down) == (abs(value) % step == 0)
    assert abs(half - abs(value)) <= step / 2
    assert half == up or abs(value) - down < step / 2


@pytest.mark.parametrize(
    ("value", "down", "half_up", "up"),
    [
        ("0.5", 0, 1, 1),
        ("-0.5", 0, -1, -1),
        ("2.5", 2, 3, 3),
        ("0.49", 0, 0, 1),
        ("-1.5", -1, -2, -2),
        ("3", 3, 3, 3),
    ],
)
def test_halves_go_away_from_zero(value, down, half_up, up):
    assert [rounded(Fraction(value), 0, mode) for mode in ROUNDINGS] == [down, half_up, up]


def test_rounding_can_be_to_hundreds():
    assert plain(rounded(Fraction(1250), -2, "half_up")) == "1300"
    assert plain(rounded(Fraction(1249), -2, "half_up")) == "1200"


@pytest.mark.parametrize(("places", "rounding"), [(2, None), (None, "down"), (2, "half_even"), (0, None)])
def test_a_rounding_must_be_stated_in_full_and_exist(places, rounding):
    with pytest.raises(DeclarationError) as caught:
        rounded(Fraction(1, 3), places, rounding)
    assert [each.code for each in caught.value.faults] == ["rounding_unsaid"]
    assert "down, half_up, up" in caught.value.text("en")


# Dividing


@given(amounts(MONEY), amounts(("人", "百人")), st.integers(0, 6), st.sampled_from(ROUNDINGS))
def test_a_quotient_is_exact_but_for_its_stated_rounding(money, people, places, rounding):
    assume(people.number)
    quotient = money.divided_by(people, "元/人", places=places, rounding=rounding)
    value = money.size_in(Unit.parse("元")) / people.size_in(Unit.parse("人"))
    assert quotient == Amount(rounded(value, places, rounding), "元/人")


def test_a_quotient_needs_a_divisor_and_a_unit_that_it_comes_out_in():
    with pytest.raises(DeclarationError) as caught:
        Amount(5, "元").divided_by(Amount("0.00", "人"), "元/人", places=2, rounding="down")
    assert [each.code for each in caught.value.faults] == ["division_by_zero"]
    assert "5 yuan" in caught.value.text("en")
    with pytest.raises(UnitClash):
        Amount(5, "元").divided_by(Amount(2, "人"), "元", places=2, rounding="down")


# Percentage points


@given(amounts(SHARES), amounts(SHARES))
def test_points_are_the_difference_of_two_shares_in_percent(one, other):
    points = one.points_above(other)
    assert Fraction(points.number) == one.size_in(Unit.parse("%")) - other.size_in(Unit.parse("%"))
    assert (other + points).same_size_as(one)
    assert one.minus(points).same_size_as(other)
    assert (other + points).unit == other.unit


def test_points_go_with_shares_only():
    for use in (lambda: Amount(1, "元") + Points(1), lambda: Amount(1, "元").minus(Points(1))):
        with pytest.raises(UnitClash) as caught:
            use()
        assert [each.code for each in caught.value.faults] == ["points_without_share"]
    with pytest.raises(UnitClash):
        Amount(1, "元").points_above(Amount(1, "元"))


def test_points_are_ordered_and_are_no_amount():
    assert Points(4) < Points("4.1")
    assert Points(4) <= Points("4.0")
    assert not Points(4) < Points(4)
    assert Points("4.1") >= Points(4)
    assert Points(4) != Amount(4, "%")
    for compare in (operator.lt, operator.le):
        with pytest.raises(TypeError):
            compare(Points(4), 5)


# Intervals


@given(alike())
def test_an_interval_begins_at_its_lower_end(pair):
    low, high = sorted(pair, key=lambda each: each.size_in(pair[0].unit))
    assert (AmountRange(low, high).low, AmountRange(low, high).high) == (low, high)
    if not low.same_size_as(high):
        with pytest.raises(DeclarationError) as caught:
            AmountRange(high, low)
        assert [each.code for each in caught.value.faults] == ["range_backwards"]


# Words


@pytest.mark.parametrize(
    ("number", "unit", "zh", "en"),
    [
        ("600", "元/人·月", "600元/人·月", "600 yuan/person/month"),
        ("1234567.80", "元", "1234567.80元", "1,234,567.80 yuan"),
        ("38", "%", "38%", "38%"),
        ("5", "‰", "5‰", "5‰"),
        ("0.8", "1", "0.8", "0.8"),
        ("1E+3", "元", "1000元", "1,000 yuan"),
        ("-0.05", "%", "-0.05%", "-0.05%"),
    ],
)
def test_an_amount_is_said_as_people_write_it(number, unit, zh, en):
    amount = Amount(number, unit)
    assert (amount.text("zh"), amount.text("en")) == (zh, en)
    token = speak("zh")
    assert amount.text() == zh
    speak_again(token)


def test_an_amount_is_written_for_programs_with_the_name_of_its_unit():
    assert str(Amount("1E+3", "元/人·月")) == "1000 yuan/person/month"
    assert str(Amount("0.8", RATIO)) == "0.8 1"


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (1, "1个百分点", "1 percentage point"),
        (-1, "-1个百分点", "-1 percentage point"),
        ("1.5", "1.5个百分点", "1.5 percentage points"),
        (0, "0个百分点", "0 percentage points"),
    ],
)
def test_points_are_said_as_people_say_them(number, zh, en):
    assert (Points(number).text("zh"), Points(number).text("en")) == (zh, en)
    token = speak("zh")
    assert Points(number).text() == zh
    speak_again(token)


def test_an_interval_names_its_unit_once_unless_it_has_two():
    same = AmountRange(Amount(1000, "元"), Amount(2000, "元"))
    assert (same.text("zh"), same.text("en")) == ("1000–2000元", "1,000–2,000 yuan")
    mixed = AmountRange(Amount(9000, "元"), Amount(1, "万元"))
    assert (mixed.text("zh"), mixed.text("en")) == ("9000元–1万元", "9,000 yuan–1 × 10,000 yuan")
