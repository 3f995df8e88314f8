"""`civaffairs untested`, as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

CASE = {"household": {"area": "urban", "members": [{"born": "1950-03-01", "incomes": [], "employed": False}]}}


@pytest.fixture
def cases(tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "alone.json").write_text(json.dumps(CASE), encoding="utf-8")
    return folder


def untested(*words: object, lang: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CIVAFFAIRS_LANG": lang, "COLUMNS": "200", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", "untested", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


def test_each_change_that_no_case_shows_is_named_by_rule_clause_and_words(cases):
    found = untested("guichi", "--cases", cases, "--on", "2024-09-01")
    assert found.returncode == 0
    assert "is 65 or older" in found.stdout
    assert "number: “65 years” becomes “66 years”" in found.stdout
    assert "第三章第三节" in found.stdout
    assert "1 cases tell " in found.stdout
    chinese = untested("guichi", "--cases", cases, "--on", "2024-09-01", lang="zh").stdout
    assert "数值：“65岁”改为“66岁”" in chinese
    assert "没有案件取决于这一条" in chinese


def test_the_json_holds_the_same_for_a_program_and_goes_into_a_file(cases, tmp_path):
    output = tmp_path / "untested.json"
    assert untested("guichi", "--cases", cases, "--on", "2024-09-01", "-o", output).stdout == ""
    found = json.loads(output.read_text("utf-8"))
    assert found["changes"] == sum(rule["changes"] for rule in found["rules"])
    left = sum(len(rule["untested"]) for rule in found["rules"])
    assert found["told_apart"] == found["changes"] - left
    assert {rule["jurisdiction"] for rule in found["rules"]} == {"guichi"}


def test_too_few_told_apart_ends_in_one_where_that_was_asked_for(cases):
    asked = ("guichi", "--cases", cases, "--on", "2024-09-01", "--at-least")
    assert untested(*asked, 100).returncode == 1
    assert untested(*asked, 1).returncode == 0


def test_without_a_day_or_a_case_nothing_is_done(cases, tmp_path):
    found = untested("guichi", "--cases", cases)
    assert (found.returncode, found.stdout) == (2, "")
    assert "--on" in found.stderr
    empty = tmp_path / "empty"
    empty.mkdir()
    found = untested("guichi", "--cases", empty, "--on", "2024-09-01")
    assert (found.returncode, found.stdout) == (2, "")
    assert "no case file" in found.stderr


def test_a_broken_case_is_refused_by_its_name(cases):
    (cases / "broken.json").write_text('{"household": {"area": "elsewhere"}}', encoding="utf-8")
    found = untested("guichi", "--cases", cases, "--on", "2024-09-01")
    assert found.returncode == 2
    assert "broken.json, household.area" in found.stderr
