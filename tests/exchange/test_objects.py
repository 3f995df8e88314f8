"""JSON is read exactly, and every fault names its item."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from civaffairs import Amount

ITEM = {"指标": "护理型床位占比", "时间": 2023, "数值": 55, "单位": "%"}


def test_an_object_becomes_an_observation(read):
    (seen,) = read(json.dumps([ITEM]), "obs.json")
    assert seen.value == Amount(55, "%")
    assert seen.source == "obs.json, $[0].数值"


def test_a_number_with_a_point_is_exact(read):
    (seen,) = read(
        '[{"indicator": "nursing_bed_share", "period": "2023", "value": 0.30000000000000004, "unit": "%"}]',
        "a.json",
    )
    assert seen.value.number == Decimal("0.30000000000000004")


def test_keys_may_differ_from_object_to_object(read):
    seen = read(json.dumps([ITEM, {"时间": "2024", "指标": "护理型床位占比", "数值": "--"}]), "obs.json")
    assert [each.amount is None for each in seen] == [False, True]


def test_nothing_in_a_value_is_missing_and_truth_is_truth(read):
    seen = read(
        json.dumps([ITEM | {"数值": None}, {"指标": "婚俗改革实验区", "时间": 2023, "数值": True}]),
        "obs.json",
    )
    assert seen[0].amount is None
    assert seen[1].value is True


@pytest.mark.parametrize(
    "text", ["{}", '"x"', "3", "null", json.dumps({"data": [ITEM]}), "[" * 100_000 + "]" * 100_000]
)
def test_what_is_no_list_of_objects_is_refused(refused, text):
    (fault,) = refused(text, "obs.json")
    assert fault.code == "json_shape"
    assert '{"' in fault.what.mend("zh")


def test_an_empty_list_says_so(refused):
    assert [each.code for each in refused("[]", "obs.json")] == ["nothing_observed"]


def test_items_that_are_no_objects_are_all_named(refused):
    faults = refused(json.dumps([ITEM, 5, [ITEM]]), "obs.json")
    assert [(each.code, each.where) for each in faults] == [
        ("json_item_shape", "obs.json, $[1]"),
        ("json_item_shape", "obs.json, $[2]"),
    ]


def test_a_key_that_is_there_twice_is_refused(refused):
    (fault,) = refused('[{"指标": "护理型床位占比", "时间": 2023, "数值": "5%", "数值": "6%"}]', "obs.json")
    assert (fault.code, fault.where) == ("json_key_twice", "obs.json, $[0]")
    assert "数值" in fault.text("en")


def test_two_names_of_one_column_are_refused(refused):
    (fault,) = refused(json.dumps([ITEM | {"value": 6}]), "obs.json")
    assert fault.code == "column_twice"


def test_a_syntax_error_is_found_by_line_and_column(refused):
    (fault,) = refused('[{"指标": 1},\n {"指标" 2}]', "obs.json")
    assert fault.code == "json_syntax"
    assert fault.where == "obs.json, 2:8"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e99999999999999999999"])
def test_a_number_that_is_none_is_refused(refused, value):
    (fault,) = refused(
        f'[{{"指标": "护理型床位占比", "时间": 2023, "数值": {value}, "单位": "%"}}]', "obs.json"
    )
    assert (fault.code, fault.where) == ("number_not_finite", "obs.json, $[0].数值")


@pytest.mark.parametrize("value", [[], {}, [5], {"a": 1}])
def test_a_value_inside_a_value_is_refused(refused, value):
    (fault,) = refused(json.dumps([ITEM | {"数值": value}]), "obs.json")
    assert fault.code == "cell_nested"


def test_half_a_surrogate_pair_does_no_harm(refused):
    (fault,) = refused('[{"指标": "\\ud800", "时间": 2023, "数值": "5%"}]', "obs.json")
    assert fault.code == "unknown_name"
    assert fault.text("zh").encode()


def test_a_number_with_a_huge_exponent_does_not_fill_the_memory(refused):
    (fault,) = refused('[{"指标": "护理型床位占比", "时间": 1e9999, "数值": "5%"}]', "obs.json")
    assert fault.code == "period_unreadable"


def test_more_items_than_allowed_are_refused(refused, monkeypatch):
    monkeypatch.setattr("civaffairs.exchange.objects.MAX_ROWS", 1)
    (fault,) = refused(json.dumps([ITEM, ITEM]), "obs.json")
    assert fault.code == "too_many_rows"
