"""Each view says of its facts what the model says, and every one of them can be read."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain import models
from civaffairs.domain.models.fact import attributes, fact_of, fact_of_derived
from civaffairs.domain.rules import views
from civaffairs.domain.rules.evaluate import NoFacts, Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import Field, Flag, Items
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.vocabulary import TermFact
from civaffairs.testing.strategies import models as things

DAY = date(2101, 1, 1)
VIEWS = [getattr(views, name) for name in views.__all__]
NODES = [
    (view.__name__, name, node)
    for view in VIEWS
    for name, node in vars(view).items()
    if hasattr(node, "label")
]
CALLED = [f"{view}.{name}" for view, name, _ in NODES]
# A property is read on things of each model; facts of a part lie in the thing that holds the part.
READ = sorted({node.model for _, _, node in NODES})


class OnADay(NoFacts):
    day = DAY


def declared(node):
    """What the model declares of the fact that a node names."""
    cls = getattr(models, node.model)
    *parts, last = node.name.split(".")
    for part in parts:
        kind = next(each.type for each in attributes(cls) if each.name == part)
        cls = next(each for each in kind.__args__ if each is not type(None))
    found = [fact_of(each) for each in attributes(cls) if each.name == last]
    return found[0] if found else fact_of_derived(getattr(cls, last))


def test_every_view_has_a_home_and_type_checkers_see_the_same():
    source = Path(views.__file__)
    imported = {
        name.name: str(node.module).rpartition(".")[2]
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(views.__name__)
        for name in node.names
    }
    assert imported == views._HOME_OF == {view.__name__: view.__module__.rpartition(".")[2] for view in VIEWS}
    defined = {
        node.name
        for file in source.parent.glob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert defined == set(views.__all__)


def test_a_misspelt_view_is_an_error_where_it_is_written():
    with pytest.raises(AttributeError, match="houshold"):
        _ = views.houshold


def test_views_hold_nothing_but_facts():
    for view in VIEWS:
        for name, node in vars(view).items():
            assert name.startswith("__") or isinstance(node, Field | Flag | Items | TermFact)


@pytest.mark.parametrize(("view", "name", "node"), NODES, ids=CALLED)
def test_a_fact_is_called_as_the_model_calls_it(view, name, node):
    assert node.label == declared(node).label
    # The attribute of the view is the name of the fact; what is counted on a day drops the day.
    assert name == node.name.split(".")[-1].removesuffix("_on")


@pytest.mark.parametrize(("view", "name", "node"), NODES, ids=CALLED)
def test_a_number_has_the_unit_and_the_bounds_of_the_model_and_both_ends(view, name, node):
    if isinstance(node, Field):
        fact = declared(node)
        assert node.unit == (fact.unit or node.unit)
        assert (node.least, node.most) == (fact.least, fact.most)
        assert node.least <= node.most
        assert node.places == (fact.places or 0)


@pytest.mark.parametrize(("view", "name", "node"), NODES, ids=CALLED)
def test_items_are_of_a_model_that_is_seen_within_the_one_that_holds_them(view, name, node):
    if isinstance(node, Items):
        assert lineage(node.of)[1] == node.model


@pytest.mark.parametrize("model", READ)
def test_every_fact_of_a_view_is_read_as_the_model_holds_it(model):
    nodes = [node for _, _, node in NODES if node.model == model]

    @settings(max_examples=8)
    @given(things(getattr(models, model), unknown=4), st.just(OnADay()))
    def read(thing, facts):
        for node in nodes:
            held = thing
            for step in node.name.split("."):
                held = None if held is None else getattr(held, step)
            expected = held(DAY) if callable(held) else held
            found = answer(node, facts, Things({model: thing}))
            assert isinstance(found, Unknown) == (expected is None)
            if isinstance(node, Field) and expected is not None:
                assert found.number == expected
            if isinstance(node, Flag) and expected is not None:
                assert found is expected
            if isinstance(node, Items) and expected is not None:
                assert found.number == len(expected)
            if isinstance(node, TermFact) and expected is not None:
                assert found is True

    read()


def answer(node, facts, about):
    if isinstance(node, Items):
        return measure(node.count(), facts, about)
    if isinstance(node, TermFact):
        return holds(node.is_one_of(*node.known), facts, about)
    return (measure if isinstance(node, Field) else holds)(node, facts, about)
