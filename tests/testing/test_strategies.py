"""What is drawn of models reaches the odd corners: nothing known, known to be none, and several."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, find, given, settings

from civaffairs.domain.models import MODELS, Cemetery, Child, Person
from civaffairs.domain.rules.expr import Expr, Opaque
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.units import Unit
from civaffairs.testing import strategies as some

_PERCENT = Unit.parse("%")  # only what is in percent may be a growth
few = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
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

    assert fits(find(some.models(Person), fits, settings=few))


def test_what_must_not_be_empty_is_never_drawn_empty():
    @settings(max_examples=30, deadline=None)
    @given(some.models(Child))
    def filled(child):
        assert child.parents != ()

    filled()


@pytest.mark.parametrize("unknown", [0, 2])
def test_how_much_is_unknown_is_chosen(unknown):
    @settings(max_examples=40)
    @given(some.models(Cemetery, unknown=unknown))
    def drawn(cemetery):
        seen.append(cemetery.stone_height is None)

    seen = []
    drawn()
    assert any(seen) == bool(unknown)


def test_nobody_is_born_after_the_last_day():
    @settings(max_examples=30)
    @given(some.models(Person, until=date(1990, 1, 1)))
    def drawn(person):
        assert person.born <= date(1990, 1, 1)
        assert all(each.born is None or each.born <= date(1990, 1, 1) for each in person.supporters or ())

    drawn()


def test_every_node_is_drawn():
    seen = set()

    @settings(max_examples=600, database=None, derandomize=True)
    @given(some.quantities(_PERCENT, depth=1, opaque=True), some.conditions(depth=1, opaque=True))
    def drawn(one, other):
        seen.update(type(node) for tree in (one, other) for node in nodes(tree))

    drawn()
    assert seen == set(get_args(Expr))


def test_a_tree_that_is_to_be_written_holds_no_function():
    @settings(max_examples=60)
    @given(some.quantities())
    def drawn(tree):
        assert not any(isinstance(node, Opaque) for node in nodes(tree))

    drawn()
