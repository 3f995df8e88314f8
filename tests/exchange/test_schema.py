"""A schema and the converter agree: on what is written, and on what is refused for its keys and types."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from civaffairs.domain.models import MODELS, Household, fact_of
from civaffairs.domain.observations import Value
from civaffairs.domain.rules.expr import Expr
from civaffairs.domain.timeline import Timeline
from civaffairs.domain.units import Amount
from civaffairs.errors import InputInvalid, message
from civaffairs.exchange.converter import dumps, loads, to_data
from civaffairs.exchange.schema import DIALECT, SCHEMAS, schema_of
from civaffairs.exchange.shapes import NODES, keys_of
from civaffairs.testing import strategies as some

VALUES = {
    "plan": some.plans(),
    "observation": some.observations(),
    "indicator": some.indicators(),
    "standard": some.standards(),
    "jurisdiction": some.jurisdictions(),
    "rule": some.quantities() | some.conditions(),
    "progress": None,  # see the test of messages
    "case": None,  # see the tests of cases
    "decisions": None,  # see the tests of decisions
}
VALUES |= {name: some.models(cls) for name, cls in SCHEMAS.items() if cls in MODELS}
DRAWN = [name for name, values in VALUES.items() if values is not None]

# What a schema can see: types, closed lists, forms, and keys that are missing, unknown or say another class.
STRUCTURAL = {
    "data_type",
    "fact_missing",
    "key_missing",
    "key_unknown",
    "member_unknown",
    "tag_missing",
    "tag_unknown",
}

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def validator_of(cls):
    return Draft202012Validator(schema_of(cls))


def places_in(data, path=()):
    yield path
    if isinstance(data, dict | list):
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places_in(item, (*path, key))


def at(data, path):
    for key in path:
        data = data[key]
    return data


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_a_schema_that_json_can_hold(name):
    schema = schema_of(SCHEMAS[name])
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"] == DIALECT


def test_there_is_a_schema_for_every_model_and_value_that_is_drawn():
    assert set(VALUES) == set(SCHEMAS)
    assert {"household", "person", "social-org", "cemetery", "plan", "observation"} <= set(SCHEMAS)


@pytest.mark.parametrize("name", DRAWN)
@few
@given(data=st.data())
def test_whatever_is_written_is_valid(name, data):
    cls = SCHEMAS[name]
    validator_of(cls).validate(json.loads(dumps(data.draw(VALUES[name]), cls)))


@few
@given(some.values(), some.timelines(some.amounts()), some.timelines(some.predicates() | some.periods()))
def test_unions_and_timelines_are_valid(value, standards, anything):
    validator_of(Value).validate(to_data(value, Value))
    validator_of(Timeline[Amount]).validate(to_data(standards, Timeline[Amount]))
    validator_of(Timeline).validate(to_data(anything))


def test_a_message_is_valid():
    seen = message("figure_missing", why=Amount(1, "元"))
    validator_of(type(seen)).validate(to_data(seen))


@pytest.mark.parametrize("name", DRAWN)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_data_with_one_thing_spoilt_is_judged_alike(name, data):
    cls = SCHEMAS[name]
    spoilt = to_data(data.draw(VALUES[name]), cls)
    path = data.draw(st.sampled_from(list(places_in(spoilt))))
    place = at(spoilt, path)
    ways = ["replace"] if path else []
    ways += ["add", "drop"] if isinstance(place, dict) else []
    way = data.draw(st.sampled_from(ways or ["none"]))
    if way == "add":
        place["no_such_key"] = 1
    elif way == "drop" and place:
        del place[data.draw(st.sampled_from(sorted(place)))]
    elif way == "replace":
        other = st.sampled_from(
            [None, True, 7, Decimal("1.5"), "text", "", " ", [], {}, [1], {"type": "Label"}]
        )
        at(spoilt, path[:-1])[path[-1]] = data.draw(other)
    text = json.dumps(spoilt, default=float)
    codes = set()
    try:
        loads(text, cls)
    except InputInvalid as error:
        codes = {each.code for each in error.faults}
    valid = validator_of(cls).is_valid(json.loads(text))
    if codes & STRUCTURAL:
        assert not valid
    if not codes:
        assert valid


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.__name__)
def test_a_schema_says_what_the_class_says(model):
    schema = schema_of(model)["$defs"][model.__name__]
    assert schema["additionalProperties"] is False
    assert schema["description"]
    for key in keys_of(model):
        declared, said = fact_of(key.attribute), schema["properties"][key.name]
        assert (said["title"], said["x-title-zh"]) == (declared.label.en, declared.label.zh)
        assert said.get("x-unit") == (None if declared.unit is None else str(declared.unit))
        assert said.get("x-personal", False) is declared.personal
        assert said["description"], key.name
        assert (key.name in schema["required"]) is key.required


def test_a_closed_list_names_its_members_in_both_languages():
    area = schema_of(Household)["$defs"]["Area"]
    assert area["enum"] == ["urban", "rural"]
    assert area["x-terms"]["rural"] == {"zh": "农村", "en": "rural"}


def test_trees_refer_to_themselves():
    definitions = schema_of(Expr)["$defs"]
    assert {each.__name__ for each in NODES} <= set(definitions)
    terms = definitions["Greatest"]["properties"]["terms"]["items"]["anyOf"]
    assert {"$ref": "#/$defs/Greatest", "required": ["node"]} in terms


def test_a_fact_that_may_be_unknown_may_be_null_and_one_that_is_required_may_not():
    person = schema_of(Household)["$defs"]["Person"]["properties"]
    assert person["disabled"]["type"] == ["boolean", "null"]
    assert person["born"]["type"] == "string"
    assert person["disability_grade"] | {"minimum": 1, "maximum": 4} == person["disability_grade"]


def test_every_reference_leads_somewhere_and_nothing_is_defined_in_vain():
    for name in ("plan", "household", "progress"):
        schema = schema_of(SCHEMAS[name])
        used = {
            str(at(schema, path)).removeprefix("#/$defs/")
            for path in places_in(schema)
            if path[-1:] == ("$ref",)
        }
        assert used == set(schema["$defs"])
