"""Mutants of a rule: one thing changed at a time, in trees that still are rules, and said in words."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import get_args

import pytest

from civaffairs import Amount, Label, load
from civaffairs.analysis.mutation import Change, mutants
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyItem,
    AnyOf,
    Cases,
    Compare,
    Count,
    Difference,
    Expr,
    Field,
    Flag,
    Greatest,
    Growth,
    IsOneOf,
    Items,
    ItemsCount,
    ItemsTotal,
    Judged,
    Least,
    Literal,
    Multiple,
    Negation,
    OneTerm,
    Opaque,
    Product,
    Quantity,
    Quotient,
    Series,
    Sum,
    Total,
    cases,
)
from civaffairs.domain.sources import Document
from civaffairs.domain.units import Unit

age = Field("Person", "age_on", Label("年龄", "age"), "岁")
OLD = age >= Amount(80, "岁")
ILL, ALONE, POOR = (
    Flag("Person", name, Label(name, name.replace("_", " "))) for name in ("is_ill", "is_alone", "is_poor")
)
PAY, MORE = Literal(Amount(600, "元/月")), Literal(Amount("0.5", "元/月"))
MEMBERS = Items("Household", "members", Label("家庭成员", "members"), "Person", "人")
URBAN, RURAL = OneTerm("urban", Label("城市", "urban")), OneTerm("rural", Label("农村", "rural"))
AREA = IsOneOf("Household", "area", Label("城乡", "area"), (URBAN, RURAL))


def trees(tree: Expr, change: Change | None = None) -> list[Expr]:
    return [mutant.tree for mutant in mutants(tree) if change in (None, mutant.change)]


@pytest.mark.parametrize(
    ("comparator", "edge", "opposite"),
    [(">=", ">", "<"), (">", ">=", "<="), ("<", "<=", ">="), ("<=", "<", ">")],
)
def test_a_comparison_has_its_edge_moved_and_is_turned_round(comparator, edge, opposite):
    found = list(mutants(Compare(age, comparator, age)))
    assert [(each.change, each.tree) for each in found] == [
        (Change.EDGE, Compare(age, edge, age)),
        (Change.COMPARISON, Compare(age, opposite, age)),
    ]


def test_equal_becomes_at_least_at_most_and_other_than():
    same = Compare(age, "=", age)
    assert trees(same) == [Compare(age, ">=", age), Compare(age, "<=", age), Negation(same)]


def test_a_number_is_moved_by_one_step_of_the_decimals_in_which_it_is_written():
    assert [each.amount.number for each in trees(PAY)] == [599, 601]
    assert [each.amount.number for each in trees(MORE)] == [Decimal("0.4"), Decimal("0.6")]
    assert [each.ratio for each in trees(age * "1.30")] == [Decimal("1.29"), Decimal("1.31")]
    assert [each.ratio for each in trees(age * Decimal("1E+1"))] == [9, 11]


def test_and_becomes_or_and_each_term_is_left_out():
    assert trees(AllOf((ILL, ALONE, POOR)))[:4] == [
        AnyOf((ILL, ALONE, POOR)),
        AllOf((ALONE, POOR)),
        AllOf((ILL, POOR)),
        AllOf((ILL, ALONE)),
    ]
    assert trees(ILL | ALONE)[:3] == [ILL & ALONE, ALONE, ILL]


def test_what_is_so_becomes_not_so_and_is_not_denied_twice():
    assert trees(ILL) == [~ILL]
    assert trees(~ILL) == [ILL]
    assert trees(Judged(Label("建成", "built")))[0] == Negation(Judged(Label("建成", "built")))
    assert trees(AREA) == [
        ~AREA,
        IsOneOf(AREA.model, AREA.name, AREA.label, (RURAL,)),
        IsOneOf(AREA.model, AREA.name, AREA.label, (URBAN,)),
    ]


def test_some_becomes_all():
    assert trees(MEMBERS.any(ILL)) == [MEMBERS.all(ILL), ~MEMBERS.any(ILL), MEMBERS.any(~ILL)]


def test_less_becomes_and_the_higher_becomes_the_lower():
    assert trees(age - age) == [age + age, age]
    assert trees(Sum((PAY, age * 1)), Change.TERM) == [age * 1, PAY]
    assert trees(Greatest((age, age * 1)))[:3] == [Least((age, age * 1)), age * 1, age]
    assert trees(Least((age, age * 1)))[:3] == [Greatest((age, age * 1)), age * 1, age]


def test_the_rounding_goes_the_other_ways_and_to_another_place_and_what_only_rounds_keeps_its_one():
    rounded = age.rounded("岁", places=0, rounding="down")
    found = [(each.places, each.rounding) for each in trees(rounded)]
    assert found == [(0, "half_up"), (0, "up"), (1, "down")]
    assert {each.denominator for each in trees(rounded)} == {rounded.denominator}
    quotient = age.divided_by(PAY, "岁·月/元", places=1, rounding="up")
    assert {each.places for each in trees(quotient)} == {0, 1, 2}
    assert Amount(599, "元/月") in {each.denominator.amount for each in trees(quotient)}


def test_each_branch_is_left_out_and_what_is_in_it_changed():
    one = cases((ILL, PAY), otherwise=MORE)
    assert trees(one)[0] == MORE
    both = cases((ILL, PAY), (ALONE, MORE), otherwise=PAY)
    assert trees(both)[:2] == [
        cases((ALONE, MORE), otherwise=PAY),
        cases((ILL, PAY), otherwise=PAY),
    ]
    assert cases((ILL, PAY), (~ALONE, MORE), otherwise=PAY) in trees(both)
    assert cases((ILL, PAY), (ALONE, MORE), otherwise=Amount(601, "元/月")) in trees(both)


def test_what_is_counted_or_added_up_loses_its_condition():
    for build in (
        lambda where: ItemsCount(MEMBERS, where),
        lambda where: ItemsTotal(MEMBERS, age, where),
        lambda where: Total(age, where),
        lambda where: Count("Person", Label("人", "people"), "人", where),
    ):
        assert trees(build(ILL)) == [build(None), build(~ILL)]
        assert trees(build(None)) == []


def test_a_figure_of_the_year_before_becomes_one_of_two_years_before():
    series = Series("consumption", Label("消费支出", "consumption"), "元/年")
    assert trees(series.previous_year) == [type(series.previous_year)(series, 2)]
    assert trees(Growth(series, 0)) == [Growth(series, 1)]


def test_what_only_names_something_has_no_mutants():
    clause = Document("a/b", Label("办法", "Rules"), "", 2021).at("一")
    opaque = Opaque("other", "Person", Label("另算", "other"), "元", 0, 9, 0, clause, lambda *_: 7)
    for tree in (age, opaque, Product(age, age)):
        assert trees(tree) == []


def test_every_change_names_what_was_there_and_what_stands_there_now():
    said = [mutant.text("en") for mutant in mutants(OLD & ILL)]
    assert said[:2] == [
        "connective: “age is at least 80 years and is ill” becomes “age is at least 80 years or is ill”",
        "term: “age is at least 80 years” left out",
    ]
    share = Quotient(age, age, "%", places=0, rounding="up")
    assert next(mutants(share)).text("zh") == "取整方式：“向上取整”改为“向下取整”"


def test_every_mutant_of_every_installed_rule_is_another_tree_of_the_same_unit_and_says_so():
    found: Counter[Change] = Counter()
    for rule in load(parts=("rules",)).rules:
        for entry in rule.timeline:
            several = list(mutants(entry.value))
            assert len({each.tree for each in several} - {entry.value}) == len(several)
            for mutant in several:
                check_units(mutant.tree)
                if isinstance(mutant.tree, Quantity):
                    assert unit_of(mutant.tree).goes_with(Unit.parse(rule.unit))
                for lang in ("zh", "en"):
                    words = mutant.text(lang)
                    assert mutant.after is None or words.count("“") == 2
                    assert mutant.after is None or words.split("“")[1][:-3] != words.split("“")[2]
                found[mutant.change] += 1
    assert found[Change.EDGE] > 50
    assert set(Change) - set(found) <= {Change.YEAR}  # no rule refers to series; targets do


def test_every_node_that_has_parts_hands_them_on():
    """A change below any node is found above it, so no part is forgotten."""
    above = (
        Sum((PAY, PAY)), Difference(PAY, PAY), Multiple(2, PAY), Greatest((PAY,)), Least((PAY,)),
        Product(PAY, PAY), Cases(cases((ILL, PAY), otherwise=PAY).branches, PAY),
        Quotient(PAY, PAY, "%", places=0, rounding="up"), Compare(PAY, "=", PAY), ItemsTotal(MEMBERS, PAY),
    )  # fmt: skip
    for tree in above:
        assert Change.NUMBER in {mutant.change for mutant in mutants(tree)}, tree
    for tree in (
        AnyItem(MEMBERS, OLD),
        Negation(OLD),
        AllOf((OLD,)),
        AnyOf((OLD,)),
        ItemsCount(MEMBERS, OLD),
    ):
        assert Change.NUMBER in {mutant.change for mutant in mutants(tree)}, tree
    assert len(get_args(Expr)) == 29  # a new node is looked at here
