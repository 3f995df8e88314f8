"""Every node of a rule is read by every interpreter, and every interpreter is tried here."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

from civaffairs import engines
from civaffairs.domain import explain
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.decisions import Answer
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Person, replaced
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules import expr
from civaffairs.domain.rules.depends import fields_of, series_of
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.evaluate import NoFacts, Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import cases, greatest, least
from civaffairs.domain.rules.latex import latex
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated, shape_of_rule
from civaffairs.domain.rules.render import render
from civaffairs.domain.rules.shape import Shaper
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.rules.walk import children, nodes
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.engines.deciding import decide
from civaffairs.errors import LANGUAGES, RuleRefused

HOME = "CareInstitution"
PAY = Unit.parse("元/月")
SERIES = expr.Series("consumption", Label("人均消费支出", "consumption per head"), PAY)
FOUR = expr.Literal(Amount(4, "元/月"))
BEDS = expr.Field(HOME, "beds", Label("床位", "beds"), "张")
CERTIFIED = expr.Flag(HOME, "certified", Label("已备案", "certified"))
HIGHER = expr.Compare(FOUR, ">", expr.SeriesAt(SERIES, 1))

MEMBERS = expr.Items("Household", "members", Label("家庭成员", "members"), "Person", "人")
EMPLOYED = expr.Flag("Person", "employed", Label("就业", "employed"))
AGE = expr.Field("Person", "age_on", Label("年龄", "age"), "岁", Decimal(0), Decimal(150))
CLAUSE = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021).at("一")
EARLIER = Label("更早的没有收录", "nothing earlier is modelled")
DAY = date(2024, 3, 1)
TAOYUAN = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "city", fictional=True
)
HOME_OF_TWO = Household(
    area=Area.URBAN,
    members=(Person(born=date(1950, 1, 1), employed=True), Person(born=date(2000, 1, 1), employed=False)),
)


def rule(make, label, *unit, tree):
    return make("rule", "taoyuan", label, "Household", *unit, dated(EARLIER, since("2021", tree, CLAUSE)))


AMOUNT_RULE = rule(expr.AmountRule, Label("补贴", "allowance"), "元/月", tree=FOUR)
CONDITION_RULE = rule(expr.ConditionRule, Label("贫困", "poor"), tree=HIGHER)

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
    expr.LocalStandard("dibao_urban", Label("低保标准", "Dibao standard"), "元/人·月"),
    expr.Product(FOUR, expr.Literal(Amount(2, "月"))),
    expr.Cases((expr.Case(HIGHER, FOUR),), FOUR),
    expr.ItemsTotal(MEMBERS, AGE, EMPLOYED),
    expr.ItemsCount(MEMBERS, EMPLOYED),
    expr.AnyItem(MEMBERS, EMPLOYED),
    expr.IsOneOf(
        "Household", "area", Label("城乡", "area"), (expr.OneTerm("urban", Label("城市", "urban")),)
    ),
    expr.Opaque(
        "other",
        "Household",
        Label("另算的", "computed"),
        "元",
        Decimal(0),
        Decimal(9),
        0,
        CLAUSE,
        lambda *_: 7,
    ),
    AMOUNT_RULE,
    CONDITION_RULE,
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
    expr.Product,
)

KNOWN = Things({"CareInstitution": SimpleNamespace(beds=40, certified=True), "Household": HOME_OF_TWO})
BLANK = Things(
    {
        "CareInstitution": SimpleNamespace(beds=None, certified=None),
        "Household": SimpleNamespace(area=None, members=None),
    }
)
NOT_FOR_CASES = (expr.Observed, expr.SeriesAt, expr.Growth, expr.Total, expr.Count, expr.Judged)
FOLDERS = (Path(expr.__file__).parent, Path(engines.__file__).parent)
TRIED = {
    ("dimension", "unit_of"),
    ("dimension", "_clashes"),
    ("evaluate", "measure"),
    ("evaluate", "holds"),
    ("explain", "_because"),
    ("latex", "_formula"),
    ("render", "_chinese"),
    ("render", "_english"),
    ("shape", "_shape"),
    ("shape", "_about"),
    ("walk", "children"),
    ("python", "_quantity"),
    ("python", "_condition"),
    ("smt", "_quantity"),
    ("smt", "_condition"),
}


class Everything(NoFacts):
    """Knows whatever is asked."""

    def observed(self):
        return Size.of(Amount(5, PAY))

    def judged(self):
        return True

    def series(self, series, years_before):
        return Amount(3 - years_before, series.unit)

    def register(self, model):
        return [KNOWN.by_model[model], KNOWN.by_model[model]]

    def local(self, standard):
        return Amount(600, standard.unit)

    def amount(self, rule):
        return next(iter(rule.timeline)).value

    condition = amount
    day = DAY


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
    assert defined - {expr.NamedRule} == union


def test_every_interpreter_is_tried_here():
    """An interpreter is a function that ends in `assert_never`."""
    found = {
        (file.stem, function.name)
        for file in (*FOLDERS[0].glob("*.py"), *FOLDERS[1].glob("*.py"), Path(explain.__file__))
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and "assert_never(" in ast.unparse(function)
    }
    assert found == TRIED


@pytest.mark.parametrize("node", QUANTITIES, ids=called)
def test_a_quantity_has_a_unit_and_comes_out_in_it(node):
    found = measure(node, Everything(), KNOWN)
    assert isinstance(found, Size)
    assert found.unit == unit_of(node)


@pytest.mark.parametrize("node", CONDITIONS, ids=called)
def test_a_condition_is_decided_where_everything_is_known(node):
    assert holds(node, Everything(), KNOWN) in {True, False}


@pytest.mark.parametrize("node", ONE_OF_EACH, ids=called)
def test_where_nothing_is_known_a_node_says_what_is_missing_and_never_guesses(node):
    found = (measure if node in QUANTITIES else holds)(node, NoFacts(), BLANK)
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
    assert repr(SERIES) not in repr(node) or isinstance(node, expr.Rule) or series_of(node) == (SERIES,)
    if not isinstance(node, expr.Rule):
        facts = (
            BEDS,
            CERTIFIED,
            AGE,
            EMPLOYED,
            *(each for each in ONE_OF_EACH if isinstance(each, expr.IsOneOf)),
        )
        assert set(fields_of(node)) == {each for each in facts if repr(each) in repr(node)}


# Rules about cases: each node that they may hold is shaped, compiled, explained and written as a formula.

THREE, PEOPLE = expr.Literal(Amount(3, "元/月")), household.members.count()
URBAN = household.area.is_one_of(Area.URBAN)
ALLOWANCE = amount_rule(
    "allowance",
    "taoyuan",
    Label("补贴", "allowance"),
    Household,
    "元/月",
    dated(EARLIER, since("2021", FOUR, CLAUSE)),
)
POOR = condition_rule(
    "poor", "taoyuan", Label("贫困", "poor"), Household, dated(EARLIER, since("2021", THREE < FOUR, CLAUSE))
)
STANDARD = expr.LocalStandard("dibao_urban", Label("低保标准", "Dibao standard"), "元/人·月")
OTHER = expr.Opaque(
    "other", "Household", Label("另算的", "computed"), "元", Decimal(0), Decimal(9), 0, CLAUSE, lambda *_: 7
)
OF_CASES = (
    FOUR,
    household.assets,
    THREE + FOUR,
    THREE - FOUR,
    THREE * "1.3",
    THREE.divided_by(PEOPLE, "元/人·月", places=2, rounding="half_up"),
    greatest(THREE, FOUR),
    least(THREE, FOUR),
    STANDARD,
    STANDARD.times(PEOPLE),
    cases((POOR, THREE), otherwise=FOUR),
    household.members.total(person.age, where=person.employed),
    PEOPLE,
    OTHER,
    ALLOWANCE,
    household.assets_within_limits,
    THREE < FOUR,
    URBAN & POOR,
    URBAN | POOR,
    ~POOR,
    URBAN,
    household.members.any(person.employed),
    POOR,
)


def unfinished(node):
    """A condition about a node: the node itself, or what nobody would ask of a quantity."""
    return node if isinstance(node, expr.Condition) else least(node) <= node


def decided(node, case):
    when = condition_rule(
        "when",
        "taoyuan",
        Label("条件", "condition"),
        Household,
        dated(EARLIER, since("2021", unfinished(node), CLAUSE)),
    )
    provision = Provision(
        "help", "taoyuan", Label("救助", "help"), Topic.SOCIAL_ASSISTANCE, ProvisionKind.CASH, when
    )
    standard = Standard(
        "dibao_urban",
        "taoyuan",
        Label("低保标准", "Dibao standard"),
        "元/人·月",
        Topic.SOCIAL_ASSISTANCE,
        dated(EARLIER, since("2021", Amount(600, "元/人·月"), CLAUSE)),
        Freedom.SET,
    )
    book = Rulebook.of((TAOYUAN,), (ALLOWANCE, POOR, when), (provision,), (standard,))
    return decide(book, case, on=DAY)["help"]


def test_there_is_a_rule_about_cases_for_every_node_that_may_stand_in_one():
    assert {type(node) for node in OF_CASES} == {type(node) for node in ONE_OF_EACH} - {*NOT_FOR_CASES}


@pytest.mark.parametrize(
    "node", [each for each in ONE_OF_EACH if isinstance(each, NOT_FOR_CASES)], ids=called
)
def test_a_node_about_registers_or_plans_is_refused_in_a_rule_about_cases(node):
    with pytest.raises(RuleRefused) as caught:
        decided(node, HOME_OF_TWO)
    assert {each.code for each in caught.value.faults} == {"node_not_for_cases"}


@pytest.mark.parametrize("node", OF_CASES, ids=called)
def test_a_node_is_compiled_to_what_the_reference_says_and_explained(node):
    rich = replaced(HOME_OF_TWO, assets=Decimal(5), assets_within_limits=True)
    decision = decided(node, rich)
    facts = CaseFacts(decision.edition, DAY)
    assert decision.answer is not Answer.CANNOT_TELL
    assert (decision.answer is Answer.YES) is holds(unfinished(node), facts, Things({"Household": rich}))
    assert decision.reasons
    for reason in decision.reasons:
        assert reason.text("zh").strip() != reason.text("en").strip()
    if isinstance(node, expr.Quantity):
        shape = Shaper(shape_of_rule).shape(node)
        assert shape.unit == unit_of(node)
        size = measure(node, facts, Things({"Household": rich}))
        assert shape.least <= size.number * shape.scale <= shape.most


@pytest.mark.parametrize("node", [*ONE_OF_EACH, *OF_CASES], ids=called)
def test_a_node_is_written_as_a_formula(node):
    for lang in LANGUAGES:
        assert latex(node, lang).strip()
