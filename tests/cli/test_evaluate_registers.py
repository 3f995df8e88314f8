"""`civaffairs evaluate J --registers`, as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

HOMES = "名称,床位数,护理型床位数\n"
SOUND = HOMES + "一号院,120,72\n二号院,80,30\n"
FAULTY = SOUND + "三号院,10,11\n四号院,-1,\n"


def evaluate(folder: Path, *words: object, lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", "evaluate", "shapingba", *map(str, words)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "CIVAFFAIRS_LANG": lang, "PYTHONIOENCODING": "ascii", "COLUMNS": "140"},
    )


@pytest.fixture
def registers(tmp_path):
    folder = tmp_path / "registers"
    folder.mkdir()
    return folder


def observed(done, indicator="nursing_bed_share"):
    """What the report says of one indicator of the plan's table."""
    (report,) = json.loads(done.stdout)
    return next(row for row in report["targets"] if row["indicator"] == indicator)


def test_what_registers_say_is_followed_with_its_origin(registers):
    (registers / "养老机构.csv").write_text(SOUND, "utf-8")
    done = evaluate(registers.parent, "--registers", "registers", "--on", "2025-12-31", "--format", "json")
    assert done.returncode == 0, done.stderr
    row = observed(done)
    assert row["observation"]["number"] == "51"
    assert row["observation"]["period"] == "2025-12-31"
    assert "养老机构.csv (2 rows)" in row["observation"]["source"]
    assert row["outcome"]["id"] == "missed"
    assert [note["en"] for note in row["notes"]] == [
        "computed from registers as of 2025-12-31: total nursing beds 102 beds ÷ total beds 200 beds"
    ]


@pytest.mark.parametrize(("lang", "word"), [("en", "not in the folder"), ("zh", "因此无法计算")])
def test_what_registers_leave_open_is_said_and_stays_open(registers, lang, word):
    (registers / "care_institutions.csv").write_text(SOUND, "utf-8")
    done = evaluate(
        registers.parent, "--registers", "registers", "--on", "2025-06-30", "--format", "json", lang=lang
    )
    assert done.returncode == 0
    assert word in done.stderr
    assert "care_institutions.csv" in done.stderr  # which has no column for the quality of services
    assert "unknown" in observed(done, "care_quality_compliance")["observation"]


def test_faults_of_the_registers_stop_everything_before_anything_is_printed(registers):
    (registers / "care_institutions.csv").write_text(FAULTY, "utf-8")
    (registers / "organisations.csv").write_text("name,kind,credit_code\nx,association,1\n", "utf-8")
    done = evaluate(registers.parent, "--registers", "registers", "--on", "2025-06-30", "-o", "report.txt")
    assert (done.returncode, done.stdout) == (2, "")
    for part in ("nursing_beds", "row 4", "beds", "row 5", "organisations.csv", "set-aside"):
        assert part in done.stderr
    assert sorted(each.name for each in registers.parent.iterdir()) == ["registers"]


def test_faulty_rows_can_be_set_aside_and_are_told(registers):
    (registers / "care_institutions.csv").write_text(FAULTY, "utf-8")
    done = evaluate(
        registers.parent,
        *("--registers", "registers", "--on", "2025-06-30", "--faulty", "set-aside", "--format", "json"),
    )
    assert done.returncode == 0, done.stderr
    assert "2 of 4 rows are wrong and left out" in done.stderr
    assert observed(done)["observation"]["number"] == "51"
    assert "2 faulty ones left out" in observed(done)["observation"]["source"]


def test_a_file_of_observations_goes_with_registers_and_contradictions_are_told(registers):
    (registers / "care_institutions.csv").write_text(SOUND, "utf-8")
    mine = registers.parent / "mine.csv"
    mine.write_text("指标,年份,数值,单位\n养老机构护理型床位占比,2025-12-31,60,%\n", "utf-8")
    done = evaluate(
        registers.parent,
        *("--registers", "registers", "--observations", "mine.csv", "--on", "2025-12-31", "--format", "json"),
    )
    assert done.returncode == 0, done.stderr
    row = observed(done)
    assert (row["outcome"]["id"], row["reason"]["code"]) == ("cannot_tell", "observations_differ")


@pytest.mark.parametrize("folder", ["none", "registers"])
def test_a_folder_without_registers_is_an_error_that_says_how_they_are_called(registers, folder):
    done = evaluate(registers.parent, "--registers", folder)
    assert done.returncode == 2
    if folder == "registers":
        assert "care_institutions" in done.stderr


COLUMNS = """
[care_institutions]
"机构全称" = "name"
"总床位" = "beds"
"护理床" = "nursing_beds"
"性质" = {fact = "kind", values = {"公" = "elderly_home", "私" = "nursing_home"}}
"""
OTHERS = "机构全称,总床位,护理床,性质\n一号院,120,72,公\n二号院,80,30,私\n"


def test_registers_that_are_headed_otherwise_are_read_by_a_file_of_columns(registers):
    (registers / "care_institutions.csv").write_text(OTHERS, "gb18030")
    (registers.parent / "columns.toml").write_text(COLUMNS, "utf-8-sig")
    words = ("--registers", "registers", "--on", "2025-12-31", "--format", "json")
    done = evaluate(registers.parent, *words, "--columns", "columns.toml")
    assert done.returncode == 0, done.stderr
    assert observed(done)["observation"]["number"] == "51"
    assert evaluate(registers.parent, *words).returncode == 2


def test_everything_that_is_wrong_in_a_file_of_columns_is_said(registers):
    (registers / "care_institutions.csv").write_text(OTHERS, "utf-8")
    columns = registers.parent / "columns.toml"
    wrong = COLUMNS.replace('"beds"', '"bedds"').replace('"name"', '{fact = "name", unit = "fen"}')
    columns.write_text(f"{wrong}[homes]\n", "utf-8")
    words = ("--registers", "registers", "--on", "2025-12-31", "--columns", "columns.toml")
    done = evaluate(registers.parent, *words)
    assert (done.returncode, done.stdout) == (2, "")
    for part in ("homes", "care_institutions", "bedds", "beds", "[care_institutions], 机构全称"):
        assert part in done.stderr
    columns.write_text(COLUMNS.replace("总床位", "床"), "utf-8")
    done = evaluate(registers.parent, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "columns.toml, [care_institutions]" in done.stderr
    columns.write_text(COLUMNS.replace('"nursing_beds"', '{fact = "nursing_beds", unit = "元"}'), "utf-8")
    done = evaluate(registers.parent, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "columns.toml, [care_institutions], 护理床" in done.stderr


def test_a_file_of_columns_without_registers_is_refused(tmp_path):
    done = evaluate(tmp_path, "--columns", "columns.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--registers" in done.stderr
