from __future__ import annotations

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import Household, Person
from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    Case,
    Condition,
    Count,
    Field,
    Flag,
    Literal,
    Observed,
    Quantity,
    Quotient,
    Total,
    cases,
    greatest,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.rules.walk import children, nodes
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.units import Amount
from civaffairs.testing.strategies import conditions, quantities

BEDS = Field("CareInstitution", "beds", Label("床位", "beds"), "张")
RATED = Flag("CareInstitution", "rated", Label("评级", "rated"))
TREES = st.one_of(quantities(depth=1, opaque=True), conditions(depth=1, opaque=True))


def inside(tree):
    """Every tree that an attribute of this one holds, found without knowing its kind."""
    for attribute in fields(type(tree)):
        value = getattr(tree, attribute.name)
        for each in value if isinstance(value, tuple) else (value,):
            if is_tree(each):
                yield each
            elif isinstance(each, Case):
                yield from inside(each)


def is_tree(value):
    return isinstance(value, Quantity | Condition)


@given(TREES)
def test_the_nodes_below_are_all_that_a_node_holds_in_reading_order(tree):
    for node in nodes(tree):
        assert children(node) == tuple(inside(node))


@given(TREES)
def test_a_walk_begins_at_the_top_and_meets_every_node_before_those_below_it(tree):
    met = list(nodes(tree))
    assert met[0] is tree
    assert met[1:] == [node for child in children(tree) for node in nodes(child)]


@pytest.mark.parametrize("where", [None, RATED])
def test_a_total_and_a_count_have_their_condition_below_them_where_there_is_one(where):
    below = () if where is None else (where,)
    assert children(Total(BEDS, where)) == (BEDS, *below)
    assert children(Count("CareInstitution", Label("机构", "homes"), "个", where)) == below


def test_every_kind_of_node_has_its_parts_below_it():
    one, other = Literal(Amount(1, "张")), Observed("张")
    for leaf in (one, other, BEDS, RATED):
        assert children(leaf) == ()
    pairs = (one + other, one - other, greatest(one, other), least(one, other), one > other)
    for tree in (*pairs, Quotient(one, other, "1", places=0, rounding="down")):
        assert children(tree) == (one, other)
    assert children(BEDS * 2) == (BEDS,)
    assert children(~RATED) == (RATED,)
    assert children(RATED & ~RATED) == children(RATED | ~RATED) == (RATED, ~RATED)


@pytest.mark.parametrize("where", [None, person.employed])
def test_a_collection_has_what_is_asked_of_its_items_below_it(where):
    below = () if where is None else (where,)
    assert children(household.members.count(where)) == below
    assert children(household.members.total(person.age, where)) == (person.age, *below)
    assert children(person.incomes.any(income.monthly > Amount(0, "元/月"))) == (
        income.monthly > Amount(0, "元/月"),
    )


def test_cases_have_each_condition_before_its_quantity_and_the_last_one_at_the_end():
    one, other, last = (Literal(Amount(n, "元")) for n in (1, 2, 3))
    tree = cases((RATED, one), (~RATED, other), otherwise=last)
    assert children(tree) == (RATED, one, ~RATED, other, last)
    assert children(one.times(other)) == (one, other)


def test_a_named_rule_is_referred_to_and_not_walked_into():
    clause = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021).at("一")
    early = Label("更早的没有收录", "nothing earlier")
    age = amount_rule("a", "taoyuan", early, Person, "岁", dated(early, since(2021, person.age, clause)))
    old = condition_rule(
        "b", "taoyuan", early, Household, dated(early, since(2021, household.sudden_hardship, clause))
    )
    assert children(age) == children(old) == ()
    assert list(nodes(old & household.members.any(age > Amount(1, "岁"))))[1:3] == [
        old,
        household.members.any(age > Amount(1, "岁")),
    ]
