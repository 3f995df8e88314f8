"""What is drawn of models reaches the odd corners: nothing known, known to be none, and several."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, find, given, settings

from civaffairs.domain.models import MODELS, Child, Person
from civaffairs.testing import strategies as some

few = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)


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
    @settings(max_examples=60, deadline=None)
    @given(some.models(Child))
    def filled(child):
        assert child.parents != ()

    filled()
