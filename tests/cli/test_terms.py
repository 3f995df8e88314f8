"""`civaffairs terms`, as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys


def terms(*words: str, lang: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CIVAFFAIRS_LANG": lang, "COLUMNS": "140", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", "terms", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


def test_a_word_is_looked_up_by_any_of_its_names():
    told = {terms(name).stdout for name in ("低保", "最低生活保障", "Dibao", "dibao")}
    assert len(told) == 1
    said = told.pop()
    assert "最低生活保障、低保" in said
    assert "social assistance" in said
    assert "Meaning" in said


def test_the_meaning_is_in_the_language_asked_for():
    assert "含义" in terms("低保", lang="zh").stdout
    assert "按月" in terms("低保", lang="zh").stdout


def test_a_topic_leaves_the_other_words_out():
    records = json.loads(terms("--topic", "lottery", "--json").stdout)
    assert {record["topic"] for record in records} == {"lottery"}
    assert "welfare_lottery" in {record["id"] for record in records}


def test_json_holds_everything_that_is_declared():
    records = {record["id"]: record for record in json.loads(terms("--json").stdout)}
    dibao, binding = records["dibao"], records["binding"]
    assert dibao["zh"] == "最低生活保障"
    assert dibao["also"] == ["低保"]
    assert (dibao["document"], dibao["locator"]) == ("china/social-assistance-decree", "第九条")
    assert dibao["meaning_zh"]
    assert dibao["meaning_en"]
    assert binding["topic"] is None
    assert binding["document"] is None


def test_an_unknown_word_is_an_error_with_the_closest_ones():
    done = terms("特困人")
    assert done.returncode == 2
    assert "特困人员" in done.stderr
    assert not done.stdout
