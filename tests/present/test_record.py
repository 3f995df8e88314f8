"""The report as plain data: stable keys, exact numbers, both languages."""

from __future__ import annotations

import json
from fractions import Fraction

from attrs import evolve

from civaffairs.domain.periods import Period
from civaffairs.domain.units import Size, Unit
from civaffairs.errors import message
from civaffairs.present.record import FORMAT, record, table_record
from civaffairs.present.view import Column, Figure, TableView
from civaffairs.present.words import NotKnown


def target(view, number):
    return next(each for each in record(view)["targets"] if each["number"] == number)


def test_it_is_json_without_floats(running, finished):
    for view in (running, finished):
        text = json.dumps(record(view), ensure_ascii=False)
        assert json.loads(text, parse_float=_refuse)["format"] == FORMAT


def _refuse(number):
    raise AssertionError(number)


def test_the_keys_are_those_of_the_documentation(running):
    import civaffairs.present.record as module

    found = record(running)
    for key in (*found, *found["targets"][0]):
        assert f"`{key}`" in module.__doc__


def test_numbers_are_exact_texts(running, finished):
    beds = target(running, "5①")
    assert beds["baseline"]["number"] == "35.5"
    assert beds["target"]["low"] == {"number": "42.5", "unit": "bed/thousand_elders"}
    interval = target(finished, "2")["observation"]
    assert (interval["low"]["number"], interval["high"]["number"]) == ("100", "300")


def test_a_size_without_end_is_a_fraction(running):
    size = Figure(Size(Fraction(146, 3), Unit.parse("%")), Period.parse(2022))
    found = record(evolve(running, rows=(evolve(running.rows[0], expected=size),)))
    assert found["targets"][0]["expected"]["number"] == "146/3"


def test_what_is_not_known_says_why_and_is_no_number(running):
    seen = target(running, "5②")["observation"]
    assert "number" not in seen
    assert seen["unknown"]["zh"] == "缺2023年的面向社会开放的床位数"


def test_texts_are_in_both_languages(finished):
    found = target(finished, "1①")
    assert found["outcome"] == {"id": "missed", "zh": "未达到", "en": "missed"}
    assert found["reason"]["code"] == "missed_at_end"
    assert found["judgement"] == {"reached": True, "printed": "完成", "of_all": None}


def test_a_table_keeps_its_keys_counts_and_unknowns():
    table = TableView("t", (Column("a", message("heading_unit")),), ((1,), (NotKnown("x"),), (None,)))
    found = table_record(table)
    assert found["columns"] == [{"key": "a", "zh": "单位", "en": "Unit"}]
    assert found["rows"] == [{"a": 1}, {"a": {"unknown": {"zh": "x", "en": "x"}}}, {"a": None}]
