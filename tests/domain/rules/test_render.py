from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import example, given, settings
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
    IsOneOf,
    Items,
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Observed,
    OneTerm,
    Opaque,
    Quotient,
    Series,
    Sum,
    Total,
    cases,
    greatest,
    growth,
    least,
)
from civaffairs.domain.rules.render import COMPARATORS_EN, COMPARATORS_ZH, Rendered, in_year, render
from civaffairs.domain.sources import Document
from civaffairs.domain.units import Amount
from civaffairs.errors import speak, speak_again

INCOME = Series("income", Label("收入", "income"), "元/人·年")
A, B, C = (Field("Household", each, Label(each.upper(), each), "元") for each in "abc")
ALONE = Flag("Person", "alone", Label("独居", "lives alone"))
OLD = Flag("Person", "old", Label("高龄", "is very old"))
BUILT = Judged(Label("建成", "it is built"))
BEDS = Field("CareInstitution", "beds", Label("床位", "beds"), "张")
TOWN = IsOneOf("Household", "area", Label("城乡", "area"), (OneTerm("urban", Label("城市", "urban")),))
KINDS = IsOneOf(
    "Person",
    "disability_kinds",
    Label("残疾类别", "kinds of disability"),
    (OneTerm("i", Label("智力残疾", "intellectual")), OneTerm("m", Label("精神残疾", "mental"))),
)
ILL = Flag("Person", "seriously_ill", Label("重病患者", "seriously ill"))
years = Field("Person", "age_on", Label("年龄", "age"), "岁")
MEMBERS = Items("Household", "members", Label("家庭成员", "members"), "Person", "人")
STANDARD = LocalStandard("dibao_urban", Label("低保标准", "the Dibao standard"), "元/人·月")
CLAUSE = Document("d/1", Label("办法", "Rules"), "", 2021).at("第一条")
MONTHS_OLD = Opaque(
    "months_old", "Person", Label("月龄", "age in months"), "月", 0, 1800, 0, CLAUSE, lambda *_: None
)
NOT_OF_THE_KINDS = (
    "有家庭成员的残疾类别不是智力残疾或精神残疾",
    "at least one of the members: kinds of disability do not include intellectual or mental",
)
DIVIDED = ("A除以B，保留2位小数，舍去尾数", "a divided by b, rounded down to 2 decimals")
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
        (
            Total(BEDS, ALONE & OLD),
            "（独居且高龄）的床位合计",
            "total beds where lives alone and is very old",
        ),
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
        (~ALONE, "并非独居", "does not live alone"),
        ((A - B) * "0.6", "（A减去B）的60%", "60% of (a less b)"),
        (A - B * "0.6", "A减去B的60%", "a less 60% of b"),
        (A - (B - C), "A减去（B减去C）", "a less (b less c)"),
        ((A + B) - C, "（A与B之和）减去C", "(the sum of a and b) less c"),
        (
            greatest(A, least(B, C)),
            "A与（B与C中的较低者）中的较高者",
            "the higher of a and (the lower of b and c)",
        ),
        (ALONE & (OLD | BUILT), "独居且（高龄或建成）", "lives alone and (is very old or it is built)"),
        ((ALONE & OLD) | BUILT, "（独居且高龄）或建成", "(lives alone and is very old) or it is built"),
        (~(ALONE & OLD), "并非（独居且高龄）", "not (lives alone and is very old)"),
        # Rules about cases.
        (TOWN, "城乡为城市", "area is urban"),
        (~TOWN, "城乡不是城市", "area is not urban"),
        (KINDS, "残疾类别为智力残疾或精神残疾", "kinds of disability include intellectual or mental"),
        (
            ~KINDS,
            "残疾类别不是智力残疾或精神残疾",
            "kinds of disability do not include intellectual or mental",
        ),
        (~(A >= B), "A低于B", "a is less than b"),
        (~A.equals(B), "A不等于B", "a is other than b"),
        (~~ALONE, "独居", "lives alone"),
        (~ILL, "不是重病患者", "not seriously ill"),
        (ALONE & OLD & BUILT, "独居且高龄且建成", "lives alone and is very old and it is built"),
        (A + B + C, "A、B与C之和", "the sum of a, b and c"),
        (greatest(A, B, C), "A、B与C中的最高者", "the highest of a, b and c"),
        (least(A, B, C), "A、B与C中的最低者", "the lowest of a, b and c"),
        (MEMBERS.count(), "家庭成员数", "number of members"),
        (
            MEMBERS.count(years < Amount(18, "岁")),
            "家庭成员中年龄低于18岁的人数",
            "number of members where age is less than 18 years",
        ),
        (MEMBERS.total(A), "家庭成员的A合计", "total a of members"),
        (MEMBERS.total(A, ILL), "家庭成员中为重病患者的A合计", "total a of members where seriously ill"),
        (MEMBERS.any(ILL), "有家庭成员为重病患者", "at least one of the members: seriously ill"),
        (~MEMBERS.any(ILL), "没有家庭成员为重病患者", "none of the members: seriously ill"),
        (
            MEMBERS.any(years < Amount(18, "岁")),
            "有家庭成员的年龄低于18岁",
            "at least one of the members: age is less than 18 years",
        ),
        (MEMBERS.any(~KINDS), *NOT_OF_THE_KINDS),
        (
            MEMBERS.any(ILL & ALONE),
            "有家庭成员满足（为重病患者且独居）",
            "at least one of the members: seriously ill and lives alone",
        ),
        (
            MEMBERS.all(years >= Amount(70, "岁")),
            "所有家庭成员的年龄均不低于70岁",
            "each of the members: age is at least 70 years",
        ),
        (
            MEMBERS.all(KINDS),
            "所有家庭成员的残疾类别均为智力残疾或精神残疾",
            "each of the members: kinds of disability include intellectual or mental",
        ),
        (MEMBERS.all(ILL), "所有家庭成员均为重病患者", "each of the members: seriously ill"),
        (
            MEMBERS.all(ILL) & TOWN,
            "（所有家庭成员均为重病患者）且城乡为城市",
            "(each of the members: seriously ill) and area is urban",
        ),
        (STANDARD.times(Amount(1, "人")), "按1人计的低保标准", "the Dibao standard for 1 person"),
        (STANDARD.times(Amount(6, "月")), "低保标准乘以6个月", "the Dibao standard times 6 months"),
        (A.divided_by(B, "元/人", places=2, rounding="down"), *DIVIDED),
        (
            (A - B).rounded("元", places=0, rounding="up"),
            "A减去B，向上取整",
            "a less b, rounded up to a whole number",
        ),
        (
            A.rounded("元", places=0, rounding="up") >= B,
            "（A，向上取整）不低于B",
            "(a, rounded up to a whole number) is at least b",
        ),
        (
            cases((TOWN, A), (ILL, B), otherwise=Amount(0, "元")),
            "城乡为城市的，为A；为重病患者的，为B；其他情形，为0元",
            "a where area is urban; b where seriously ill; otherwise 0 yuan",
        ),
        (Field("Person", "wages", Label("工资", "wages"), "元") > A, "工资超过A", "wages are more than a"),
        (MONTHS_OLD, "月龄", "age in months"),
    ],
)
def test_a_tree_is_said_in_both_languages(tree, zh, en):
    assert (render(tree, "zh"), render(tree, "en")) == (zh, en)
    token = speak("zh")
    assert render(tree) == Rendered(tree).text() == zh
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
    st.sampled_from([ALONE, OLD, BUILT, A >= B, A < B, TOWN]),
    lambda inner: st.one_of(
        st.builds(lambda left, right: left & right, inner, inner),
        st.builds(lambda left, right: left | right, inner, inner),
        st.builds(lambda term: ~term, inner),
    ),
    max_leaves=4,
)


OPPOSITES = {">=": "<", "<": ">=", ">": "<=", "<=": ">"}


def meant(tree):
    """The tree without what changes no meaning: chains are flat, not not is nothing, not below at least."""
    match tree:
        case Negation(Negation(term)):
            return meant(term)
        case Negation(Compare(left, comparator, right)) if comparator in OPPOSITES:
            return Compare(meant(left), OPPOSITES[comparator], meant(right))
        case Negation(term):
            return Negation(meant(term))
        case AllOf(terms) | AnyOf(terms) | Sum(terms):
            each = [meant(term) for term in terms]
            same = [part.terms if type(part) is type(tree) else (part,) for part in each]
            return type(tree)(tuple(term for terms in same for term in terms))
        case Greatest(terms) | Least(terms):
            return type(tree)(tuple(map(meant, terms)))
        case Difference(left, right) | Compare(left, _, right):
            return evolve(tree, left=meant(left), right=meant(right))
        case Quotient(over, under):
            return evolve(tree, numerator=meant(over), denominator=meant(under))
        case Multiple(_, term):
            return evolve(tree, term=meant(term))
    return tree


@settings(max_examples=200)
@given(st.one_of(st.tuples(QUANTITIES, QUANTITIES), st.tuples(CONDITIONS, CONDITIONS)))
@example((A >= B, ~(A < B)))
@example((~(A >= B), A < B))
@example((~~(A < B), ~(A < B)))
def test_trees_that_say_different_things_are_said_differently(pair):
    one, other = pair
    for lang in ("zh", "en"):
        assert (render(one, lang) == render(other, lang)) is (meant(one) == meant(other))


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
