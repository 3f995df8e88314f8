from __future__ import annotations

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyOf,
    Compare,
    Count,
    Difference,
    Field,
    Flag,
    Greatest,
    Growth,
    Judged,
    Least,
    Literal,
    Multiple,
    Negation,
    Observed,
    Quotient,
    Series,
    SeriesAt,
    Sum,
    Total,
    as_quantity,
    greatest,
    growth,
    least,
    share,
)
from civaffairs.domain.units import Amount
from civaffairs.errors import DeclarationError, RuleRefused

INCOME = Series("income", Label("人均收入", "income per head"), "元/人·年")


def age():
    return Field("Person", "age", Label("年龄", "age"), "岁")


def living_alone():
    return Flag("Person", "lives_alone", Label("独居", "lives alone"))


OLD = Amount(80, "岁")
# Every node, made anew on each call: two calls make trees that say the same and share nothing.
MAKERS = (
    lambda: Literal(Amount("1.0", "元")),
    lambda: Observed("%"),
    lambda: INCOME.this_year,
    lambda: INCOME.previous_year,
    lambda: growth(INCOME),
    lambda: growth(INCOME).previous_year,
    age,
    lambda: Total(age(), living_alone()),
    lambda: Count("Person", Label("人数", "persons"), "人", living_alone()),
    lambda: age() + OLD,
    lambda: age() - OLD,
    lambda: age() * "1.3",
    lambda: share(age(), age(), places=1, rounding="half_up"),
    lambda: greatest(age(), OLD),
    lambda: least(age(), OLD),
    living_alone,
    lambda: Judged(Label("建成", "built")),
    lambda: age() >= OLD,
    lambda: age() > OLD,
    lambda: age().equals(OLD),
    lambda: living_alone() & (age() < OLD),
    lambda: living_alone() | (age() <= OLD),
    lambda: ~living_alone(),
)
TREES = st.sampled_from(range(len(MAKERS)))
QUANTITIES = MAKERS[:15]
CONDITIONS = MAKERS[15:]


@given(TREES, TREES)
def test_trees_are_equal_and_hash_alike_just_when_they_say_the_same(one, other):
    left, right = MAKERS[one](), MAKERS[other]()
    assert (left == right) is (one == other)
    assert len({left, right}) == (1 if one == other else 2)


@pytest.mark.parametrize("make", MAKERS)
def test_a_tree_has_no_truth_and_the_message_says_what_to_write(make):
    tree = make()
    for use in (
        lambda: bool(tree),
        lambda: not tree,
        lambda: tree and tree,
        lambda: tree or tree,
        lambda: 1 if tree else 0,
        lambda: [each for each in [1] if tree],
    ):
        with pytest.raises(RuleRefused) as caught:
            use()
        for lang in ("zh", "en"):
            said = caught.value.text(lang)
            assert "&" in said
            assert "|" in said
            assert "~" in said
            assert "(a <= x) & (x <= b)" in said


@pytest.mark.parametrize("make", QUANTITIES)
def test_a_chained_comparison_is_refused(make):
    tree, other = make(), age()
    with pytest.raises(RuleRefused):
        _ = OLD <= tree <= OLD
    with pytest.raises(RuleRefused):
        _ = other < tree < other


def test_comparisons_build_conditions_from_either_side():
    literal = Literal(OLD)
    assert (age() < OLD) == Compare(age(), "<", literal)
    assert (age() <= OLD) == Compare(age(), "<=", literal)
    assert (age() > OLD) == Compare(age(), ">", literal)
    assert (age() >= OLD) == Compare(age(), ">=", literal)
    assert age().equals(OLD) == Compare(age(), "=", literal)
    assert (age() < age()) == Compare(age(), "<", age())


def test_an_amount_may_stand_on_the_left_of_a_comparison():
    eighty = OLD
    assert [eighty <= age(), eighty < age(), eighty >= age(), eighty > age()] == [
        age() >= OLD,
        age() > OLD,
        age() <= OLD,
        age() < OLD,
    ]


def test_operators_build_bigger_trees_in_the_order_they_are_written():
    assert age() + OLD == Sum((age(), Literal(OLD)))
    assert age() - OLD == Difference(age(), Literal(OLD))
    assert age() * "1.3" == "1.3" * age() == Multiple("1.3", age())
    assert age() * Fraction(1, 8) == Multiple("0.125", age())
    assert living_alone() & (age() > OLD) == AllOf((living_alone(), age() > OLD))
    assert living_alone() | (age() > OLD) == AnyOf((living_alone(), age() > OLD))
    assert ~living_alone() == Negation(living_alone())
    assert greatest(age(), OLD) == Greatest((age(), Literal(OLD)))
    assert least(age(), OLD) == Least((age(), Literal(OLD)))
    assert share(age(), age(), places=1, rounding="down") == Quotient(
        age(), age(), "%", places=1, rounding="down"
    )
    assert as_quantity(OLD) == Literal(OLD)


@pytest.mark.parametrize("bare", [80, "80", None, True, living_alone()])
def test_what_has_no_unit_is_no_quantity(bare):
    for use in (
        lambda: age() < bare,
        lambda: age() <= bare,
        lambda: age() > bare,
        lambda: age() >= bare,
        lambda: age().equals(bare),
        lambda: age() + bare,
        lambda: age() - bare,
        lambda: greatest(age(), bare),
        lambda: least(bare),
        lambda: as_quantity(bare),
    ):
        with pytest.raises(RuleRefused) as caught:
            use()
        assert [each.code for each in caught.value.faults] == ["not_a_quantity"]
        assert repr(bare) in caught.value.text("zh")


@pytest.mark.parametrize("other", [True, 1, None, age()])
def test_what_does_not_hold_or_fail_is_no_condition(other):
    for use in (lambda: living_alone() & other, lambda: living_alone() | other):
        with pytest.raises(RuleRefused) as caught:
            use()
        assert [each.code for each in caught.value.faults] == ["not_a_condition"]
        assert repr(other) in caught.value.text("zh")


def test_a_ratio_is_exact():
    for ratio in (1.3, True, Fraction(1, 3)):
        with pytest.raises(DeclarationError):
            _ = age() * ratio
    with pytest.raises(TypeError):
        Literal(5)


def test_the_greatest_of_nothing_is_refused():
    for use in (greatest, least, lambda: Sum(())):
        with pytest.raises(ValueError, match="terms"):
            use()


def test_the_greatest_of_one_is_that_one():
    assert greatest(age()).terms == least(age()).terms == Sum((age(),)).terms == (age(),)


@pytest.mark.parametrize("make", CONDITIONS)
def test_conditions_have_no_order(make):
    for use in (operator.lt, operator.le, operator.gt, operator.ge):
        with pytest.raises(TypeError):
            use(make(), make())


def test_a_quotient_states_a_rounding_that_there_is():
    with pytest.raises(ValueError, match="rounding"):
        share(age(), age(), places=1, rounding="half_even")
    for rounding in ((), (1, "down")):
        with pytest.raises(TypeError):
            Quotient(age(), age(), "%", *rounding)
    for rounding in ({"places": 1}, {"rounding": "down"}):
        with pytest.raises(TypeError):
            Quotient(age(), age(), "%", **rounding)
    for places, rounding in ((1, {"rounding": "down"}), ("down", {"places": 1})):
        with pytest.raises(TypeError):
            Quotient(age(), age(), "%", places, **rounding)


def test_a_series_is_looked_up_in_this_year_or_years_before():
    assert INCOME.this_year == SeriesAt(INCOME, 0)
    assert INCOME.previous_year == SeriesAt(INCOME, 1)
    assert growth(INCOME) == Growth(INCOME, 0)
    assert growth(INCOME).previous_year.previous_year == Growth(INCOME, 2)
    assert repr(INCOME) == "Series(id='income', ...)"
    with pytest.raises(DeclarationError):
        Series("Income", INCOME.label, "元")
