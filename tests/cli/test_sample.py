"""`civaffairs sample`, as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")


def sample(*words: object, lang: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CIVAFFAIRS_LANG": lang, "COLUMNS": "240", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", "sample", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


def test_a_sample_is_a_folder_of_registers_with_a_report_that_names_its_sources(tmp_path):
    found = sample("shapingba", "--households", 5000, "-o", tmp_path / "out")
    assert found.returncode == 0, found.stderr
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "care_institutions.parquet",
        "households.parquet",
        "organisations.parquet",
        "persons.parquet",
        "report.json",
    ]
    assert "247900" in found.stdout
    assert "published" in found.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    drawn = {each["id"]: each for each in report["figures"]}
    assert drawn["households"]["drawn"] == 5000
    assert drawn["elders"]["origin"] == "published"


def test_the_same_seed_writes_the_same_bytes_and_another_does_not(tmp_path):
    texts = []
    for name, seed in (("one", 3), ("two", 3), ("three", 4)):
        done = sample(
            "guichi", "--households", 500, "-o", tmp_path / name, "--seed", seed, "--format", "csv", lang="zh"
        )
        assert done.returncode == 0, done.stderr
        assert "种子" in done.stdout
        texts.append((tmp_path / name / "persons.csv").read_bytes())
    assert texts[0] == texts[1] != texts[2]


def test_json_on_the_output_is_the_report_that_is_written(tmp_path):
    found = sample("jiangsu", "--households", 300, "-o", tmp_path / "out", "--json")
    assert json.loads(found.stdout) == json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--unknown", "2"), "between 0 and 1"),
        (("--unknown", "x"), "between 0 and 1"),
        (("--on", "2020"), "2020"),
    ],
)
def test_wrong_input_ends_in_two_and_nothing_is_written(tmp_path, words, said):
    found = sample("shapingba", "--households", 10, "-o", tmp_path / "out", *words)
    assert found.returncode == 2
    assert said in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    found = sample("shapingba", "--households", 10, "-o", tmp_path / "out")
    assert found.returncode == 2
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["mine.txt"]
