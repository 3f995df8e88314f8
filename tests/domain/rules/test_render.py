from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    Compare,
    Count,
    Field,
    Flag,
    Judged,
    Literal,
    Observed,
    Quotient,
    Series,
    Total,
    greatest,
    growth,
    least,
)
from civaffairs.domain.rules.render import COMPARATORS_EN, COMPARATORS_ZH, in_year, render
from civaffairs.domain.units import Amount
from civaffairs.errors import speak, speak_again

INCOME = Series("income", Label("收入", "income"), "元/人·年")
A, B, C = (Field("Household", each, Label(each.upper(), each), "元") for each in "abc")
ALONE = Flag("Person", "alone", Label("独居", "lives alone"))
OLD = Flag("Person", "old", Label("高龄", "is very old"))
BUILT = Judged(Label("建成", "it is built"))
BEDS = Field("CareInstitution", "beds", Label("床位", "beds"), "张")
HOMES = Count("CareInstitution", Label("机构", "institutions"), "个")


@pytest.mark.parametrize(
    ("tree", "zh", "en"),
    [
        (Literal(Amount(600, "元")), "600元", "600 yuan"),
        (Observed("%"), "本指标数值", "the figure"),
        (INCOME.this_year, "当年收入", "this year's income"),
        (INCOME.previous_year, "上年度收入", "the previous year's income"),
        (growth(INCOME), "当年收入增速", "this year's growth of income"),
        (growth(INCOME).previous_year, "上年度收入增速", "the previous year's growth of income"),
        (growth(INCOME).previous_year.previous_year, "2年前的收入增速", "growth of income 2 years earlier"),
        (ALONE, "独居", "lives alone"),
        (BUILT, "建成", "it is built"),
        (Total(BEDS), "床位合计", "total beds"),
        (Total(BEDS, ALONE), "独居的床位合计", "total beds where lives alone"),
        (HOMES, "机构总数", "number of institutions"),
        (
            Count("CareInstitution", HOMES.label, "个", ALONE),
            "独居的机构总数",
            "number of institutions where lives alone",
        ),
        (Total(BEDS, ALONE & OLD), "(独居且高龄)的床位合计", "total beds where lives alone and is very old"),
        (A + B, "A与B之和", "the sum of a and b"),
        (A - B, "A减去B", "a less b"),
        (A * "1.3", "A的1.3倍", "1.3 times a"),
        (A * 1, "A的100%", "100% of a"),
        (A * "0.6", "A的60%", "60% of a"),
        (A * "0.125", "A的12.5%", "12.5% of a"),
        (A * ("0." + "3" * 40), f"A的33.{'3' * 38}%", f"33.{'3' * 38}% of a"),
        (Quotient(A, B, "%", places=1, rounding="down"), "A与B之比", "a over b"),
        (greatest(A, B), "A与B中的较高者", "the higher of a and b"),
        (least(A, B), "A与B中的较低者", "the lower of a and b"),
        (A >= B, "A不低于B", "a is at least b"),
        (ALONE & OLD, "独居且高龄", "lives alone and is very old"),
        (ALONE | OLD, "独居或高龄", "lives alone or is very old"),
        (~ALONE, "并非独居", "not lives alone"),
        ((A - B) * "0.6", "(A减去B)的60%", "60% of (a less b)"),
        (A - B * "0.6", "A减去B的60%", "a less 60% of b"),
        (A - (B - C), "A减去(B减去C)", "a less (b less c)"),
        ((A + B) - C, "(A与B之和)减去C", "(the sum of a and b) less c"),
        (
            greatest(A, least(B, C)),
            "A与(B与C中的较低者)中的较高者",
            "the higher of a and (the lower of b and c)",
        ),
        (ALONE & (OLD | BUILT), "独居且(高龄或建成)", "lives alone and (is very old or it is built)"),
        ((ALONE & OLD) | BUILT, "(独居且高龄)或建成", "(lives alone and is very old) or it is built"),
        (~(ALONE & OLD), "并非(独居且高龄)", "not (lives alone and is very old)"),
    ],
)
def test_a_tree_is_said_in_both_languages(tree, zh, en):
    assert (render(tree, "zh"), render(tree, "en")) == (zh, en)
    token = speak("zh")
    assert render(tree) == zh
    speak_again(token)


@pytest.mark.parametrize("comparator", COMPARATORS_ZH)
def test_every_comparison_has_words_of_its_own(comparator):
    tree = Compare(A, comparator, B)
    assert render(tree, "zh") == f"A{COMPARATORS_ZH[comparator]}B"
    assert render(tree, "en") == f"a is {COMPARATORS_EN[comparator]} b"
    assert len(set(COMPARATORS_EN.values())) == len(set(COMPARATORS_ZH.values())) == 5


LEAVES = st.sampled_from([A, B, C])
QUANTITIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda left, right: left + right, inner, inner),
        st.builds(lambda left, right: left - right, inner, inner),
        st.builds(lambda term: term * "0.6", inner),
        st.builds(greatest, inner, inner),
        st.builds(least, inner, inner),
        st.builds(lambda left, right: Quotient(left, right, "%", places=1, rounding="down"), inner, inner),
    ),
    max_leaves=4,
)
CONDITIONS = st.recursive(
    st.sampled_from([ALONE, OLD, BUILT]),
    lambda inner: st.one_of(
        st.builds(lambda left, right: left & right, inner, inner),
        st.builds(lambda left, right: left | right, inner, inner),
        st.builds(lambda term: ~term, inner),
    ),
    max_leaves=4,
)


@settings(max_examples=200)
@given(st.one_of(st.tuples(QUANTITIES, QUANTITIES), st.tuples(CONDITIONS, CONDITIONS)))
def test_trees_that_say_different_things_are_said_differently(pair):
    one, other = pair
    for lang in ("zh", "en"):
        assert (render(one, lang) == render(other, lang)) is (one == other)


@pytest.mark.parametrize(
    ("before", "zh", "en"),
    [
        (0, "当年收入", "this year's income"),
        (1, "上年度收入", "the previous year's income"),
        (2, "2年前的收入", "income 2 years earlier"),
        (10, "10年前的收入", "income 10 years earlier"),
    ],
)
def test_a_year_is_named_from_the_one_looked_at(before, zh, en):
    assert in_year(INCOME.label, before) == Label(zh, en)
