"""What is drawn of models reaches the odd corners: nothing known, known to be none, and several."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from civaffairs.domain.models import MODELS, Cemetery, Child, Person
from civaffairs.domain.rules.expr import Expr, Opaque
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.units import Unit
from civaffairs.testing import strategies as some

_PERCENT = Unit.parse("%")  # only what is in percent may be a growth
# How soon something has been drawn is chance, that it is drawn is not: drawing goes on until then.
until_seen = settings(
    max_examples=5000,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_every_model_can_be_drawn(cls):
    @settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(some.models(cls))
    def drawn(instance):
        assert type(instance) is cls

    drawn()


@pytest.mark.parametrize("name", ["incomes", "supporters"])
@pytest.mark.parametrize("count", [None, 0, 2])
def test_a_list_is_drawn_unknown_empty_and_with_several(name, count):
    def fits(person):
        held = getattr(person, name)
        return (None if held is None else len(held)) == count

    assert fits(find(some.models(Person), fits, settings=until_seen))


def test_what_must_not_be_empty_is_never_drawn_empty():
    @settings(max_examples=30, deadline=None)
    @given(some.models(Child))
    def filled(child):
        assert child.parents != ()

    filled()


def test_how_much_is_unknown_is_chosen():
    @settings(max_examples=40)
    @given(some.models(Cemetery, unknown=0))
    def nothing_is_unknown(cemetery):
        assert cemetery.stone_height is not None

    nothing_is_unknown()
    assert find(
        some.models(Cemetery, unknown=2),
        lambda cemetery: cemetery.stone_height is None,
        settings=until_seen,
    )


def test_nobody_is_born_after_the_last_day():
    @settings(max_examples=30)
    @given(some.models(Person, until=date(1990, 1, 1)))
    def drawn(person):
        assert person.born <= date(1990, 1, 1)
        assert all(each.born is None or each.born <= date(1990, 1, 1) for each in person.supporters or ())

    drawn()


def test_every_node_is_drawn():
    seen = set()

    def all_seen(trees):
        seen.update(type(node) for tree in trees for node in nodes(tree))
        assert seen <= set(get_args(Expr))
        return seen == set(get_args(Expr))

    two = st.tuples(some.quantities(_PERCENT, depth=1, opaque=True), some.conditions(depth=1, opaque=True))
    assert find(two.map(all_seen), bool, settings=until_seen)


def test_a_tree_that_is_to_be_written_holds_no_function():
    @settings(max_examples=60)
    @given(some.quantities())
    def drawn(tree):
        assert not any(isinstance(node, Opaque) for node in nodes(tree))

    drawn()
