from __future__ import annotations

import copy
import pickle
from typing import Any

from attrs import evolve, field, frozen
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.values import Value


@frozen
class Generated:
    """What attrs itself writes."""

    number: Any
    text: Any = field(default="", kw_only=True)


@frozen(eq=False, repr=False, slots=False)
class Shared(Value):
    """The same with what values share."""

    number: Any
    text: Any = field(default="", kw_only=True)


@frozen(eq=False, repr=False, slots=False)
class Other(Value):
    number: Any
    text: Any = ""


@frozen(eq=False, repr=False, slots=False)
class Alone(Value):
    number: Any


@frozen(eq=False, repr=False, slots=False)
class Empty(Value):
    pass


ANY = st.one_of(st.integers(-2, 2), st.text(max_size=1), st.booleans(), st.just(1.0))


@given(ANY, ANY, ANY, ANY)
def test_values_are_equal_where_attrs_would_have_them_equal_and_then_have_one_hash(a, b, c, d):
    left, right = Shared(a, text=b), Shared(c, text=d)
    assert (left == right) is (Generated(a, text=b) == Generated(c, text=d))
    assert (left != right) is not (left == right)
    if left == right:
        assert hash(left) == hash(right)


@given(ANY, ANY)
def test_a_value_is_written_as_attrs_writes_it(a, b):
    assert repr(Shared(a, text=b)) == repr(Generated(a, text=b)).replace("Generated", "Shared")


def test_values_of_different_classes_differ_whatever_they_hold():
    assert Shared(1) != Other(1)
    assert Shared(1) != (1, "")
    assert Alone(1) != 1
    assert len({Shared(1), Other(1), Alone(1), Empty(), Empty()}) == 4


def test_a_lone_attribute_and_none_at_all_count_as_well():
    assert Alone((1, 2)) == Alone((1, 2)) != Alone((1, 3))
    assert Empty() == Empty()
    assert repr(Empty()) == "Empty()"
    assert hash(Alone((1, 2))) == hash(Alone((1, 2)))


def test_a_value_comes_back_from_copies_and_pickles_and_changes_by_evolving():
    value = Shared(1, text="a")
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301
        assert again == value
    assert evolve(value, text="b") == Shared(1, text="b") != value
