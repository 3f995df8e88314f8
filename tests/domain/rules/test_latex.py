from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    Count,
    Field,
    Flag,
    IsOneOf,
    Items,
    Judged,
    Literal,
    LocalStandard,
    Observed,
    OneTerm,
    Series,
    Total,
    cases,
    greatest,
    growth,
    least,
    share,
)
from civaffairs.domain.rules.latex import escaped, latex
from civaffairs.domain.units import Amount
from civaffairs.errors import speak, speak_again

A, B, C = (Field("Household", each, Label(each.upper(), each), "元") for each in "abc")
years = Field("Person", "age_on", Label("年龄", "age"), "岁")
ILL = Flag("Person", "seriously_ill", Label("重病患者", "seriously ill"))
BUILT = Judged(Label("建成", "built"))
TOWN = IsOneOf("Household", "area", Label("城乡", "area"), (OneTerm("urban", Label("城市", "urban")),))
MEMBERS = Items("Household", "members", Label("成员", "members"), "Person", "人")
STANDARD = LocalStandard("dibao", Label("低保标准", "the Dibao standard"), "元/人·月")
INCOME = Series("income", Label("收入", "income"), "元/人·年")
HOMES = Label("机构", "institutions")


@pytest.mark.parametrize(
    ("tree", "formula"),
    [
        (Literal(Amount(1, "岁")), r"1\,\text{year}"),
        (Literal(Amount("52.5", "%")), r"52.5\%"),
        (Literal(Amount(2, "1")), "2"),
        (Observed("%"), r"\text{the figure}"),
        (INCOME.previous_year, r"\text{the previous year's income}"),
        (growth(INCOME), r"\text{this year's growth of income}"),
        (STANDARD, r"\text{the Dibao standard}"),
        (ILL, r"\text{seriously ill}"),
        (TOWN, r"\text{area} \in \left\{ \text{urban} \right\}"),
        (~TOWN, r"\text{area} \notin \left\{ \text{urban} \right\}"),
        (MEMBERS.count(), r"\left| \text{members} \right|"),
        (
            MEMBERS.count(ILL),
            r"\left| \left\{ \text{members} \mid \text{seriously ill} \right\} \right|",
        ),
        (Count("CareInstitution", HOMES, "个"), r"\left| \text{institutions} \right|"),
        (MEMBERS.total(A), r"\sum_{\text{members}} \text{a}"),
        (
            MEMBERS.total(A + B, ILL),
            r"\sum_{\text{members} \mid \text{seriously ill}} \left( \text{a} + \text{b} \right)",
        ),
        (Total(A), r"\sum \text{a}"),
        (Total(A, ILL), r"\sum_{\text{seriously ill}} \text{a}"),
        (MEMBERS.any(ILL), r"\exists\, \text{members} : \text{seriously ill}"),
        (~MEMBERS.any(ILL), r"\nexists\, \text{members} : \text{seriously ill}"),
        (MEMBERS.all(ILL), r"\forall\, \text{members} : \text{seriously ill}"),
        (
            MEMBERS.all(ILL) & TOWN,
            (
                r"\left( \forall\, \text{members} : \text{seriously ill} \right) \land "
                r"\text{area} \in \left\{ \text{urban} \right\}"
            ),
        ),
        (
            STANDARD.times(MEMBERS.count()),
            r"\text{the Dibao standard} \times \left| \text{members} \right|",
        ),
        ((A - B) * "0.6", r"0.6 \times \left( \text{a} - \text{b} \right)"),
        (A - (B - C), r"\text{a} - \left( \text{b} - \text{c} \right)"),
        (
            cases((ILL, A), otherwise=B),
            (
                r"\begin{cases} \text{a} & \text{if } \text{seriously ill} \\ "
                r"\text{b} & \text{otherwise} \end{cases}"
            ),
        ),
        (share(A, B, places=1, rounding="down"), r"\left\lfloor \frac{\text{a}}{\text{b}} \right\rfloor_{1}"),
        (A.rounded("元", places=0, rounding="up"), r"\left\lceil \text{a} \right\rceil_{0}"),
        (A.rounded("元", places=2, rounding="half_up"), r"\operatorname{round}_{2}\left( \text{a} \right)"),
        (greatest(A, B), r"\max\left( \text{a},\; \text{b} \right)"),
        (least(A, B), r"\min\left( \text{a},\; \text{b} \right)"),
        (A >= B, r"\text{a} \ge \text{b}"),
        (~(A >= B), r"\text{a} < \text{b}"),
        (~A.equals(B), r"\text{a} \ne \text{b}"),
        (
            ILL & (TOWN | BUILT),
            (
                r"\text{seriously ill} \land "
                r"\left( \text{area} \in \left\{ \text{urban} \right\} \lor \text{built} \right)"
            ),
        ),
        (~ILL, r"\lnot \text{seriously ill}"),
        (~(ILL & BUILT), r"\lnot \left( \text{seriously ill} \land \text{built} \right)"),
        (~~ILL, r"\text{seriously ill}"),
    ],
)
def test_a_tree_is_written_as_a_formula(tree, formula):
    assert latex(tree, "en") == formula


def test_a_formula_has_the_labels_of_the_language_asked_for_or_in_force():
    tree = cases((years >= Amount(80, "岁"), A), otherwise=Amount(0, "元"))
    first, rest = r"\text{A} & \text{若} \text{年龄} \ge 80\,\text{岁}", r"0\,\text{元} & \text{其他情形}"
    zh = rf"\begin{{cases}} {first} \\ {rest} \end{{cases}}"
    assert latex(tree, "zh") == zh
    token = speak("zh")
    assert latex(tree) == zh
    speak_again(token)


def test_what_latex_would_take_for_a_command_is_printed_as_it_stands():
    assert escaped(r"a\b{c}$d%e&f#g_h~i^j") == (
        r"a\textbackslash{}b\{c\}\$d\%e\&f\#g\_h\textasciitilde{}i\textasciicircum{}j"
    )


FIELDS = st.builds(
    lambda name: Field("Household", "a", Label(name, name), "元"),
    st.text(st.sampled_from("a甲\\{}$%&#_~^ "), min_size=1).filter(str.strip),
)
QUANTITIES = st.recursive(
    FIELDS,
    lambda inner: st.one_of(
        st.builds(lambda left, right: left + right, inner, inner),
        st.builds(lambda left, right: left - right, inner, inner),
        st.builds(lambda one: one * "0.5", inner),
        st.builds(greatest, inner, inner),
        st.builds(lambda left, right: share(left, right, places=1, rounding="down"), inner, inner),
        st.builds(lambda left, right: cases((left < right, left), otherwise=right), inner, inner),
        st.builds(lambda of: MEMBERS.total(of, ILL), inner),
    ),
    max_leaves=6,
)


@given(QUANTITIES, st.sampled_from(["zh", "en"]))
def test_whatever_the_labels_are_every_bracket_is_closed(tree, lang):
    said = latex(tree, lang)
    plainly = re.sub(r"\\[\\{}]", "", said)
    depth = 0
    for sign in plainly:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    for opened, closed in ((r"\left", r"\right"), (r"\begin{cases}", r"\end{cases}")):
        assert len(re.findall(re.escape(opened) + r"(?![a-z])", said)) == len(
            re.findall(re.escape(closed) + r"(?![a-z])", said)
        )
    assert not re.search(r"(?<!\\)[%#$]", said)
