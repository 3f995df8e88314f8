"""Every node of a rule is read by every interpreter, and every interpreter of the room is tried here."""

from __future__ import annotations

import ast
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

from civaffairs.domain.names import Label
from civaffairs.domain.rules import expr
from civaffairs.domain.rules.depends import fields_of, series_of
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.evaluate import NoFacts, Size, Unknown, holds, measure, size_of
from civaffairs.domain.rules.render import render
from civaffairs.domain.rules.walk import children, nodes
from civaffairs.domain.units import Amount, Unit
from civaffairs.errors import LANGUAGES

HOME = "CareInstitution"
PAY = Unit.parse("元/月")
SERIES = expr.Series("consumption", Label("人均消费支出", "consumption per head"), PAY)
FOUR = expr.Literal(Amount(4, "元/月"))
BEDS = expr.Field(HOME, "beds", Label("床位", "beds"), "张")
CERTIFIED = expr.Flag(HOME, "certified", Label("已备案", "certified"))
HIGHER = expr.Compare(FOUR, ">", expr.SeriesAt(SERIES, 1))

ONE_OF_EACH = (
    FOUR,
    expr.Observed(PAY),
    expr.SeriesAt(SERIES, 1),
    expr.Growth(SERIES, 0),
    BEDS,
    expr.Total(BEDS, CERTIFIED),
    expr.Count(HOME, Label("养老机构", "care homes"), "个", CERTIFIED),
    expr.Sum((FOUR, FOUR)),
    expr.Difference(FOUR, FOUR),
    expr.Multiple(Decimal("1.3"), FOUR),
    expr.Quotient(FOUR, FOUR, "%", places=1, rounding="half_up"),
    expr.Greatest((FOUR, FOUR)),
    expr.Least((FOUR, FOUR)),
    CERTIFIED,
    expr.Judged(Label("建成", "built")),
    HIGHER,
    expr.AllOf((HIGHER, CERTIFIED)),
    expr.AnyOf((HIGHER, CERTIFIED)),
    expr.Negation(HIGHER),
)
QUANTITIES = [node for node in ONE_OF_EACH if isinstance(node, expr.Quantity)]
CONDITIONS = [node for node in ONE_OF_EACH if isinstance(node, expr.Condition)]
SELF_SUFFICIENT = (
    expr.Literal,
    expr.Sum,
    expr.Difference,
    expr.Multiple,
    expr.Quotient,
    expr.Greatest,
    expr.Least,
)

HOME_OF_FORTY = SimpleNamespace(beds=40, certified=True)
TRIED = {"measure", "holds", "unit_of", "_clashes", "_chinese", "_english", "children"}


class Everything(NoFacts):
    """Knows whatever is asked."""

    def observed(self):
        return size_of(Amount(5, PAY))

    def judged(self):
        return True

    def series(self, series, years_before):
        return Amount(3 - years_before, series.unit)

    def register(self, model):
        return [HOME_OF_FORTY, HOME_OF_FORTY]


def called(node):
    return type(node).__name__


def test_there_is_one_of_each_and_the_union_is_closed():
    union = set(get_args(expr.Expr))
    assert {type(node) for node in ONE_OF_EACH} == union
    defined = {
        value
        for name, value in vars(expr).items()
        if isinstance(value, type) and issubclass(value, expr._Node) and not name.startswith("_")
    }
    assert defined == union


def test_every_interpreter_of_the_room_is_tried_here():
    """An interpreter is a function that ends in `assert_never`."""
    found = {
        function.name
        for file in Path(expr.__file__).parent.glob("*.py")
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and "assert_never(" in ast.unparse(function)
    }
    assert found == TRIED


@pytest.mark.parametrize("node", QUANTITIES, ids=called)
def test_a_quantity_has_a_unit_and_comes_out_in_it(node):
    found = measure(node, Everything(), HOME_OF_FORTY)
    assert isinstance(found, Size)
    assert found.unit == unit_of(node)


@pytest.mark.parametrize("node", CONDITIONS, ids=called)
def test_a_condition_is_decided_where_everything_is_known(node):
    assert holds(node, Everything(), HOME_OF_FORTY) in {True, False}


@pytest.mark.parametrize("node", ONE_OF_EACH, ids=called)
def test_where_nothing_is_known_a_node_says_what_is_missing_and_never_guesses(node):
    blank = SimpleNamespace(beds=None, certified=None)
    found = (measure if node in QUANTITIES else holds)(node, NoFacts(), blank)
    assert isinstance(found, Unknown) != isinstance(node, SELF_SUFFICIENT)
    if isinstance(found, Unknown):
        assert found.missing
        assert all(each.text("zh") != each.text("en") for each in found.missing)


@pytest.mark.parametrize("node", ONE_OF_EACH, ids=called)
def test_the_units_of_a_node_are_checked(node):
    check_units(node)


@pytest.mark.parametrize("node", ONE_OF_EACH, ids=called)
def test_a_node_is_said_in_both_languages_and_never_as_a_program_prints_it(node):
    zh, en = (render(node, lang) for lang in LANGUAGES)
    assert zh != en
    assert all(said.strip() for said in (zh, en))
    assert not any(sign in said for said in (zh, en) for sign in ("=", "None", called(node) + "("))


@pytest.mark.parametrize("node", ONE_OF_EACH, ids=called)
def test_the_walk_reaches_everything_that_a_node_holds(node):
    below = {each for child in children(node) for each in nodes(child)}
    assert set(nodes(node)) == {node, *below}
    assert repr(SERIES) not in repr(node) or series_of(node) == (SERIES,)
    assert set(fields_of(node)) == {each for each in (BEDS, CERTIFIED) if repr(each) in repr(node)}
