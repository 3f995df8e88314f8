from __future__ import annotations

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    Condition,
    Count,
    Field,
    Flag,
    Literal,
    Observed,
    Quantity,
    Quotient,
    Total,
    greatest,
    least,
)
from civaffairs.domain.rules.walk import children, nodes
from civaffairs.domain.units import Amount
from civaffairs.testing.strategies import conditions, quantities

BEDS = Field("CareInstitution", "beds", Label("床位", "beds"), "张")
RATED = Flag("CareInstitution", "rated", Label("评级", "rated"))
TREES = st.one_of(quantities(depth=1), conditions(depth=1))


def inside(tree):
    """Every tree that an attribute of this one holds, found without knowing its kind."""
    for attribute in fields(type(tree)):
        value = getattr(tree, attribute.name)
        yield from (each for each in (value if isinstance(value, tuple) else (value,)) if is_tree(each))


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
