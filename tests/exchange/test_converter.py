"""Whatever the converter writes, it reads back; whatever else it is given, it refuses with our own errors."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, find, given, reject, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from civaffairs.domain.indicators import SHARE, Direction, Indicator
from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.models import MODELS, Area, Household, IncomeKind, Person, SocialOrg
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Absence, Missing, Observation, Value
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Plan
from civaffairs.domain.progress import Method, Progress, follow
from civaffairs.domain.progress.growth import Reading
from civaffairs.domain.rules.expr import (
    Condition,
    Expr,
    Greatest,
    Literal,
    LocalStandard,
    Opaque,
    Quantity,
    Sum,
    cases,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.sources import Clause, Document
from civaffairs.domain.standards import Standard
from civaffairs.domain.targets import Predicate, Target
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange, Points, Size, Unit
from civaffairs.errors import (
    CivaffairsError,
    DeclarationError,
    InputInvalid,
    Message,
    ModelInvalid,
    UnitClash,
    message,
)
from civaffairs.exchange.converter import dumps, from_data, loads, to_data
from civaffairs.exchange.schema import schema_of
from civaffairs.exchange.shapes import NODES, by_name, is_record, keys_of
from civaffairs.testing import strategies as some

DOMAIN = {
    "labels": some.labels(),
    "documents": some.documents(),
    "clauses": some.clauses(),
    "periods": some.periods(),
    "units": some.units(),
    "amounts": some.amounts(),
    "ranges": some.ranges(),
    "points": some.points(),
    "sizes": some.sizes(),
    "series": some.series(),
    "quantities": some.quantities(),
    "conditions": some.conditions(),
    "predicates": some.predicates(),
    "missings": some.missings(),
    "indicators": some.indicators(),
    "targets": some.targets(),
    "observations": some.observations(),
    "rows": some.rows(),
    "commitments": some.commitments(),
    "discrepancies": some.discrepancies(),
    "standards": some.standards(),
    "jurisdictions": some.jurisdictions(),
    "plans": some.plans(),
}
LABEL = Label("护理型床位占比", "share of nursing beds")
DOCUMENT = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")
BEDS = Indicator("nursing_bed_share", LABEL, "%", Direction.UP, Topic.ELDERLY_CARE, SHARE)

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def comes_back(value, cls=None):
    data = to_data(value, cls)
    again = from_data(json.loads(json.dumps(data)), cls or type(value))
    assert again == value
    # Equal is not enough: 1.0 and 1 are equal numbers, and one says more than the other.
    assert json.dumps(to_data(again, cls)) == json.dumps(data)
    assert loads(dumps(value, cls), cls or type(value)) == value


def speaks(error):
    assert error.faults
    assert error.text("zh")
    assert error.text("en")


def faults_of(data, cls):
    with pytest.raises(InputInvalid) as caught:
        from_data(data, cls)
    return [(each.where, each.code) for each in caught.value.faults]


# --- there and back ---


@pytest.mark.parametrize("name", DOMAIN)
@few
@given(data=st.data())
def test_every_value_of_the_domain_comes_back_as_it_was(name, data):
    comes_back(data.draw(DOMAIN[name]))


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.__name__)
@few
@given(data=st.data())
def test_every_model_comes_back_as_it_was(model, data):
    comes_back(data.draw(some.models(model)))


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (Value, some.values()),
        (Predicate, some.predicates()),
        (Predicate | Missing, some.predicates() | some.missings()),
        (Quantity, some.quantities()),
        (Condition, some.conditions()),
        (Expr, some.quantities() | some.conditions()),
        (Timeline[Amount], some.timelines(some.amounts())),
        (Timeline[Quantity], some.timelines(some.quantities(depth=1))),
        (Timeline[Predicate], some.timelines(some.predicates())),
    ],
    ids=str,
)
@few
@given(data=st.data())
def test_a_value_of_one_of_several_types_comes_back_as_it_was(cls, values, data):
    comes_back(data.draw(values), cls)


@few
@given(
    some.timelines(
        st.one_of(
            some.amounts(),
            some.conditions(depth=1),
            some.periods(),
            some.units(),
            st.integers(-9, 9),
            st.booleans(),
            st.none(),
            some.texts(),
            st.sampled_from(Topic),
            st.decimals(-9, 9, places=2),
            st.fractions(max_denominator=9),
            st.dates(),
        )
    )
)
def test_a_timeline_of_anything_comes_back_as_it_was(timeline):
    comes_back(timeline)


@few
@given(
    some.plans(),
    st.dates(date(1950, 1, 1), date(2110, 12, 31)),
    st.sampled_from([Method.LINEAR, Method.COMPOUND]),
)
def test_progress_comes_back_with_its_reasons(plan, day, method):
    seen = (*plan.observations, *plan.results)
    try:
        followed = list(follow(plan, seen, on=day, method=method))
    except UnitClash:  # two indicators were drawn that share an id and not a unit
        reject()
    for progress in followed:
        comes_back(progress)
        again = from_data(to_data(progress), Progress)
        assert again.reason.text("zh") == progress.reason.text("zh")
        assert again.reason.text("en") == progress.reason.text("en")


def test_a_message_keeps_whatever_is_filled_in():
    growth = Reading(Size(Fraction(2, 3), Unit.parse("%")), met=False, in_points=True)
    comes_back(message("growth_missed", rate=growth, target=LABEL))
    comes_back(message("need_series", series=LABEL, years=2))
    comes_back(message("figure_missing", why=Missing(Absence.BLANK)))
    comes_back(
        message(
            "met_at_end", period=Period.parse("2022-09"), seen=Points("1.0"), target=message("need_baseline")
        )
    )


def test_an_amount_is_written_with_the_digits_that_it_was_given():
    assert to_data(Amount("1.0", "元/人·月")) == {"value": "1.0", "unit": "yuan/person/month"}
    assert to_data(Amount(600, "元/人·月")) == {"value": "600", "unit": "yuan/person/month"}


def test_a_node_of_a_rule_is_told_by_its_node_and_another_class_by_its_type():
    condition = Literal(Amount(80, "岁")) >= Amount(60, "岁")
    assert to_data(condition) == {
        "node": "Compare",
        "left": {"node": "Literal", "amount": {"value": "80", "unit": "year_of_age"}},
        "comparator": ">=",
        "right": {"node": "Literal", "amount": {"value": "60", "unit": "year_of_age"}},
    }
    assert to_data(Amount(80, "岁"), Value) == {"type": "Amount", "value": "80", "unit": "year_of_age"}
    assert to_data(False, Value) is False


def test_what_is_not_known_of_a_model_is_left_out_and_false_is_not():
    assert to_data(Person(born=date(1941, 3, 8), disabled=False)) == {"born": "1941-03-08", "disabled": False}


def test_the_tags_are_no_keys_of_any_class():
    for cls in by_name().values():
        if is_record(cls) and cls is not Message:
            assert not {"type", "node"} & {key.name for key in keys_of(cls)}


@few
@given(some.models(Household))
def test_json_is_readable_stable_and_holds_no_escapes(household):
    text = dumps(household)
    assert text == dumps(loads(text, Household))
    assert text.encode("utf-8").decode("utf-8") == text
    parsed = json.loads(text)
    assert list(parsed) == sorted(parsed)
    if any(member.name == "护理型床位占比" for member in household.members):
        assert "护理型床位占比" in text


@pytest.mark.parametrize("value", [1.5, pytest.param(object(), id="object"), {1, 2}, Label], ids=str)
def test_a_value_that_is_not_of_the_domain_is_not_written(value):
    with pytest.raises(DeclarationError):
        to_data(value, Value)


def test_a_field_that_holds_another_type_than_it_says_is_not_written():
    wrong = Clause(DOCUMENT, "表1", "a gloss that is no label")
    with pytest.raises(DeclarationError, match="type str"):
        to_data(wrong)


# --- faults ---


def test_every_fault_of_a_household_is_found_at_once_with_its_path():
    data = {
        "area": "suburban",
        "asets": 5,
        "rigid_spending": 12.5,
        "members": [
            {
                "born": "1941-13-08",
                "disabled": "yes",
                "disability_grade": 5,
                "incomes": [{"kind": "wages", "monthly": "-1"}],
                "work_cost": "-1",
                "disability_kinds": ["visual", "bad"],
            },
            {"name": 7, "child": {"orphan": True, "left_behind": True}},
            [],
        ],
    }
    with pytest.raises(ModelInvalid) as caught:
        from_data(data, Household)
    assert [(each.where, each.code) for each in caught.value.faults] == [
        ("asets", "key_unknown"),
        ("area", "member_unknown"),
        ("members[0].born", "date_impossible"),
        ("members[0].incomes[0].monthly", "fact_too_small"),
        ("members[0].disabled", "data_type"),
        ("members[0].disability_kinds[1]", "member_unknown"),
        ("members[0].work_cost", "fact_too_small"),
        ("members[0].disability_grade", "fact_too_large"),
        ("members[1].name", "data_type"),
        ("members[1].child.left_behind", "facts_exclude"),
        ("members[1].born", "fact_missing"),
        ("members[2]", "data_type"),
        ("rigid_spending", "data_type"),
    ]


def test_facts_that_contradict_each_other_are_found_beside_what_cannot_be_read():
    data = {
        "name": "桃源区棋类协会",
        "kind": "association",
        "credit_code": "52100000000000001",
        "grade": 3,
        "donations": True,
    }
    assert faults_of(data, SocialOrg) == [
        ("donations", "data_type"),
        ("credit_code", "credit_length"),
        ("grade", "particular_alone"),
    ]


def test_every_field_is_asked_before_the_first_error_is_raised():
    data = {
        "id": "Taoyuan",
        "label": {"zh": " ", "en": ""},
        "level": "district",
        "code": "5",
        "parent": "x y",
    }
    assert faults_of(data, Jurisdiction) == [
        ("id", "slug_malformed"),
        ("label.zh", "text_missing"),
        ("label.en", "text_missing"),
        ("code", "code_malformed"),
        ("parent", "slug_malformed"),
    ]


def test_what_a_class_refuses_stands_under_its_path():
    clause = to_data(DOCUMENT.at("表1"))
    entries = [
        {"type": "Since", "start": "2021", "value": {"value": "636", "unit": "yuan"}, "clause": clause},
        {"type": "Since", "start": "2020", "value": {"value": "636", "unit": "yuan"}, "clause": clause},
    ]
    data = {
        "id": "dibao_urban",
        "jurisdiction": "taoyuan",
        "label": {"zh": "低保", "en": "Dibao"},
        "unit": "yuan/person/month",
        "topic": "social_assistance",
        "timeline": entries,
        "freedom": "fixed",
    }
    assert faults_of(data, Standard) == [
        ("timeline[0]", "beginning_unsaid"),
        ("timeline[1]", "timeline_out_of_order"),
    ]


def test_a_target_in_a_unit_of_another_kind_is_refused():
    target = {
        "indicator": to_data(BEDS),
        "by": "2025",
        "predicate": {
            "type": "Bound",
            "comparator": ">=",
            "bound": {"node": "Literal", "amount": {"value": "55", "unit": "yuan"}},
        },
        "nature": None,
        "clause": to_data(DOCUMENT.at("表1")),
    }
    assert faults_of([target], tuple[Target, ...]) == [("[0].nursing_bed_share", "unit_clash")]


@pytest.mark.parametrize(
    ("data", "cls"),
    [
        ("5", int),
        (True, int),
        (5.0, int),
        (Decimal(5), int),
        (7, str),
        (None, str),
        (1, bool),
        ("true", bool),
        (1.5, Decimal),
        (True, Decimal),
        ("1,5", Decimal),
        (" 15", Decimal),
        ("１５", Decimal),
        ("1_5", Decimal),
        ("NaN", Decimal),
        ("0.5", Fraction),
        ("1/0", Fraction),
        (2, Fraction),
        ("20200101", date),
        (20200101, date),
        (2022, Period),
        (["bed"], Unit),
        ({}, tuple[Label, ...]),
        ([], Label),
        (1, Area),
        ({"value": 5.0, "unit": "yuan"}, Amount),
        (0, Value),
        (5, Clause | str),
        (5, Label | None),
        (5, str | None),
    ],
    ids=str,
)
def test_one_type_is_never_taken_for_another(data, cls):
    with pytest.raises(InputInvalid) as caught:
        from_data(data, cls)
    assert {each.code for each in caught.value.faults} == {"data_type"}
    for lang in ("zh", "en"):
        assert caught.value.text(lang)


def test_a_number_is_read_exactly_from_text_and_from_a_json_number():
    assert str(loads('"1.0"', Decimal)) == "1.0"
    assert str(loads("1.0", Decimal)) == "1.0"
    assert loads("3", Decimal) == 3
    assert loads("0.1", Decimal) == Decimal("0.1")


@pytest.mark.parametrize(
    ("data", "cls", "code"),
    [
        ({"zh": "低保"}, Label, "key_missing"),
        ({"zh": "低保", "en": "Dibao", "type": "Amount"}, Label, "tag_unknown"),
        ({"value": "1", "unit": "yuan"}, Value, "tag_missing"),
        ({"type": "Label", "value": "1", "unit": "yuan"}, Value, "tag_unknown"),
        ({"type": ["Amount"]}, Value, "tag_unknown"),
        ({"node": "Literals"}, Expr, "tag_unknown"),
        ({"value": "1", "unit": "yuna"}, Amount, "unknown_name"),
        ({"value": "1", "unit": "yuan^10"}, Amount, "unit_too_high"),
        ({"value": "1", "unit": "yuan*" * 99}, Amount, "unit_too_high"),
        ({"value": "1E+100", "unit": "yuan"}, Amount, "data_type"),
        ({"value": 10**30, "unit": "yuan"}, Amount, "number_too_long"),
        (10**30, int, "number_too_long"),
        ("2022-13", Period, "period_malformed"),
        ("2022-02-30", date, "date_impossible"),
        ("\ud800", str, "text_not_unicode"),
        ({"code": "no_such_code", "args": {}}, Message, "message_unknown"),
        ({"code": "need_series", "args": {"years": 1}}, Message, "message_incomplete"),
        ({"node": "Sum", "terms": []}, Sum, "items_missing"),
    ],
    ids=str,
)
def test_other_faults_are_told_apart(data, cls, code):
    assert [each for _, each in faults_of(data, cls)] == [code]


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ('{"zh": "低保", "en": "Dibao", "zh": "低保"}', "zh", "key_repeated"),
        ('{"zh": "低保", "en": NaN}', "en", "json_not_a_number"),
        ('{"zh": "低保", "en": -Infinity}', "en", "json_not_a_number"),
        ('{"zh": "低保", "en": 1e99999999999999999999}', "en", "number_too_long"),
        ('{"zh": "低保", "en": ' + "9" * 5000 + "}", "en", "number_too_long"),
        ('{"zh": "低保", "en" "Dibao"}', "", "json_syntax"),
        ("", "", "json_syntax"),
        ("[" * 100_000, "", "nested_too_deep"),
        (b'{"zh": "\xb5\xcd\xb1\xa3", "en": "Dibao"}', "", "json_not_utf8"),
    ],
    ids=range(9),
)
def test_text_that_is_no_sound_json_is_refused(text, where, code):
    with pytest.raises(InputInvalid) as caught:
        loads(text, Label)
    assert [(each.where, each.code) for each in caught.value.faults] == [(where, code)]


def test_utf8_is_read_with_and_without_a_mark():
    for encoding in ("utf-8", "utf-8-sig"):
        assert loads('{"zh": "低保", "en": "Dibao"}'.encode(encoding), Label) == Label("低保", "Dibao")


def test_a_tree_nested_too_deep_is_refused_both_ways():
    deep = Literal(Amount(1, "元"))
    for _ in range(2000):
        deep = Greatest((deep,))
    with pytest.raises(DeclarationError, match="too deep"):
        to_data(deep)
    data = {"node": "Literal", "amount": {"value": "1", "unit": "yuan"}}
    for _ in range(2000):
        data = {"node": "Greatest", "terms": [data]}
    assert faults_of(data, Quantity) == [("", "nested_too_deep")]


# --- personal data ---


NUMBER = "110000194912310091"  # its check digit is wrong


@pytest.mark.parametrize(
    "member",
    [
        {"born": "1949-12-31", "identity_number": NUMBER},
        {"born": NUMBER},
        {"born": "1949-12-31", "assistance": NUMBER},
        {"born": "1949-12-31", "incomes": [{"kind": "wages", "monthly": NUMBER}]},
        {"born": "1949-12-31", "incomes": [{"kind": NUMBER, "monthly": int(NUMBER)}]},
        {"born": "1949-12-31", "name": [NUMBER]},
        {"born": "1949-12-31", NUMBER: 1},
        {"born": "1949-12-31", "disability_kinds": [NUMBER]},
    ],
    ids=range(8),
)
def test_no_message_shows_personal_data(member):
    with pytest.raises(ModelInvalid) as caught:
        from_data({"area": "urban", "members": [member]}, Household)
    for lang in ("zh", "en"):
        assert NUMBER not in caught.value.text(lang)
        assert NUMBER[4:14] not in caught.value.text(lang)
    # Nor does a traceback, which would show the error that was raised first.
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_name_in_the_place_of_a_key_is_masked():
    with pytest.raises(InputInvalid) as caught:
        from_data({"zh": "低保", "en": "Dibao", "张小甲": 1}, Label)
    assert [each.where for each in caught.value.faults] == [""]
    assert "张**" in caught.value.text("zh")
    assert "小甲" not in caught.value.text("zh")


def test_a_long_number_in_the_wrong_field_of_a_plan_is_masked():
    with pytest.raises(InputInvalid) as caught:
        from_data({"value": "1", "unit": NUMBER}, Amount)
    assert NUMBER not in caught.value.text("en")


# --- whatever comes ---

_JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False),
        st.text(max_size=8),
        st.sampled_from(["type", "node", "Amount", "Literal", "yuan", "1", "2022-09", "elderly_care"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.text(max_size=6) | st.sampled_from(["type", "node", "value", "unit", "id"]), inner, max_size=5
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(
    _JSON, st.sampled_from([Plan, Observation, Progress, Standard, Household, Value, Expr, Timeline, Message])
)
def test_arbitrary_json_never_raises_anything_but_our_errors(data, cls):
    try:
        from_data(data, cls)
    except CivaffairsError as error:
        speaks(error)


def places_in(data, path=()):
    yield path
    if isinstance(data, dict | list):
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places_in(item, (*path, key))


def replaced(data, path, new):
    if not path:
        return new
    key, *rest = path
    if isinstance(data, dict):
        return {**data, key: replaced(data[key], rest, new)}
    return [*data[:key], replaced(data[key], rest, new), *data[key + 1 :]]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        some.plans(), some.standards(), some.models(Household), some.models(SocialOrg), some.quantities()
    ),
    _JSON,
    st.data(),
)
def test_data_with_one_place_changed_never_raises_anything_but_our_errors(value, new, data):
    written = to_data(value)
    path = data.draw(st.sampled_from(list(places_in(written))))
    changed = replaced(written, path, new)
    try:
        again = from_data(changed, type(value))
    except CivaffairsError as error:
        speaks(error)
    else:
        comes_back(again)


@settings(max_examples=60, deadline=None)
@given(st.text() | st.binary())
def test_arbitrary_text_never_raises_anything_but_our_errors(text):
    try:
        loads(text, Value)
    except CivaffairsError as error:
        speaks(error)


def test_trees_of_every_node_are_drawn():
    # The tests above are worth what their strategies draw. How soon that happens is chance, so they draw
    # until it does.
    seen = set()

    def all_seen(trees):
        seen.update(type(node) for tree in trees for node in nodes(tree))
        assert seen <= set(NODES)
        return seen == set(NODES)

    until_seen = settings(
        max_examples=5000,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    two = st.tuples(some.quantities(Unit.parse("%")), some.conditions())
    assert find(two.map(all_seen), bool, settings=until_seen)


def test_an_interval_keeps_both_ends():
    comes_back(AmountRange(Amount(100, "元/人·月"), Amount("300.0", "元/人·月")), Value)


# --- rules about cases ---


def a_rule_of_each_node():
    earlier = Label("没有更早的规定", "there are no earlier rules")
    clause = Document("d/1", LABEL, "", 2022).at("第一条")
    urban = LocalStandard("dibao_urban", LABEL, "元/人·月", most=Decimal(5000))
    wages = amount_rule(
        "wages",
        "d",
        LABEL,
        Person,
        "元/月",
        dated(
            earlier,
            since(
                "2022-01",
                person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES)),
                clause,
            ),
        ),
    )
    line = cases((household.area.is_one_of(Area.URBAN), urban), otherwise=urban * "0.5")
    need = line.times(household.members.count(person.age < Amount(18, "岁")))
    return condition_rule(
        "poor",
        "d",
        LABEL,
        Household,
        dated(
            earlier,
            since(
                "2022-01",
                (household.members.total(wages) < need) & household.members.any(person.disabled),
                clause,
            ),
            NotModelled(earlier, since="2024-01"),
        ),
        supersedes=None,
    )


def test_a_named_rule_comes_back_with_every_rule_that_it_names():
    rule = a_rule_of_each_node()
    comes_back(rule)
    data = to_data(rule)
    assert data["node"] == "ConditionRule"
    assert from_data(data, Expr) == rule
    written = json.dumps(data)
    for node in (
        "AmountRule",
        "Cases",
        "Product",
        "ItemsTotal",
        "ItemsCount",
        "AnyItem",
        "IsOneOf",
        "LocalStandard",
    ):
        assert f'"{node}"' in written
    Draft202012Validator(schema_of(Expr)).validate(data)


def test_a_function_is_written_nowhere_and_read_from_nowhere():
    clause = Document("d/1", LABEL, "", 2022).at("第一条")
    opaque = Opaque("months", "Person", LABEL, "月", 0, 1800, 0, clause, lambda _thing, _day: 1)
    for value in (opaque, opaque < Amount(36, "月"), opaque + opaque):
        with pytest.raises(DeclarationError) as caught:
            to_data(value)
        assert caught.value.faults[0].code == "function_unwritable"
    written = to_data(Literal(Amount(3, "月")) < Amount(36, "月"))
    written["left"] = {"node": "Opaque", "id": "months", "compute": "__import__('os')"}
    for data, cls in ((written, Expr), (written["left"], Expr), (written["left"], Opaque)):
        with pytest.raises(InputInvalid) as caught:
            from_data(data, cls)
        assert [each.code for each in caught.value.faults] == ["function_unreadable"]
    assert "Opaque" not in schema_of(Expr)["$defs"]
