"""`civaffairs run` and `nest`, as their users meet them."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from civaffairs.domain.models import IncomeKind

arrow = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")
from pyarrow import parquet  # noqa: E402

ENVIRONMENT = {**os.environ, "CIVAFFAIRS_LANG": "en", "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}


def civaffairs(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=ENVIRONMENT,
    )


def write(folder, households, persons):
    parquet.write_table(arrow.Table.from_pylist(households), folder / "households.parquet")
    parquet.write_table(arrow.Table.from_pylist(persons), folder / "persons.parquet")
    return ("--households", folder / "households.parquet", "--persons", folder / "persons.parquet")


def home(number: int, **facts: object) -> dict[str, object]:
    return {"household_id": number, "area": "urban", "assets_fen": 0, "township": "桃花镇", **facts}


def person(number: int, household: int, **facts: object) -> dict[str, object]:
    earned = {f"incomes.{kind.id}_fen": 0 for kind in IncomeKind}
    known = {"born": date(1950, 3, 1), **earned, "employed": False}
    return {"household_id": household, "person_id": number, **known, **facts}


@pytest.fixture(scope="module")
def population(tmp_path_factory):
    folder = tmp_path_factory.mktemp("population") / "drawn"
    done = civaffairs("sample", "taoyuan", "--households", 1500, "--unknown", "0.03", "-o", folder)
    assert done.returncode == 0, done.stderr
    return ("--households", folder / "households.parquet", "--persons", folder / "persons.parquet")


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_decides_every_row_and_its_totals_add_up(population, tmp_path):
    done = civaffairs("run", "taoyuan", *population, "--on", "2024-09", "-o", tmp_path / "out", "--least", 10)
    assert done.returncode == 0, done.stderr
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        *("households.parquet", "persons.parquet", "totals.csv", "published.csv", "reasons.csv"),
        "report.json",
    }
    decided = parquet.read_table(tmp_path / "out" / "households.parquet")
    assert decided.num_rows == 1500
    totals = rows(tmp_path / "out" / "totals.csv")
    dibao = [each for each in totals if each["provision"] == "dibao"]
    whole = next(each for each in dibao if not each["column"])
    holds = decided.column("dibao").to_pylist()
    assert (int(whole["yes"]), int(whole["no"]), int(whole["cannot_tell"])) == (
        holds.count(True),
        holds.count(False),
        holds.count(None),
    )
    assert int(whole["yes"]) > 0
    paid = sum(each or 0 for each in decided.column("dibao.amount").to_pylist())
    assert round(float(whole["amount"]) * 100) == paid
    for column in ("area", "township"):
        parts = [each for each in dibao if each["column"] == column]
        assert sum(int(each["yes"]) for each in parts) == int(whole["yes"])
    published = rows(tmp_path / "out" / "published.csv")
    assert all(not each["yes"] or not 0 < int(each["yes"]) < 10 for each in published)
    assert "2024-09-30" in done.stdout


def test_flat_registers_and_a_nested_file_come_to_the_same_on_every_engine(population, tmp_path):
    nested = tmp_path / "nested.arrow"
    done = civaffairs("nest", *population, "--on", "2024-09", "-o", nested)
    assert done.returncode == 0, done.stderr
    ways = {
        "flat": population,
        "nested": ("--households", nested),
        "queried": (*population, "--engine", "duckdb", "--memory", "200MB"),
    }
    for name, words in ways.items():
        done = civaffairs("run", "taoyuan", *words, "--on", "2024-09", "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
    for file in ("households.parquet", "persons.parquet"):
        first, *others = (parquet.read_table(tmp_path / name / file) for name in ways)
        assert all(each.schema.names == first.schema.names for each in others)
        assert all(each.to_pydict() == first.to_pydict() for each in others)
    for file in ("totals.csv", "reasons.csv", "report.json"):
        assert len({(tmp_path / name / file).read_bytes() for name in ways}) == 1


def test_registers_of_a_bureau_are_read_by_a_file_of_columns(tmp_path):
    (tmp_path / "hu.csv").write_bytes(
        '户号,城乡,存款（元）,街道\n１,1,"1,200.00",桃花街道\n2,2,--,桃花街道\n'.encode("gb18030")
    )
    (tmp_path / "ren.csv").write_bytes(
        "\ufeff人员号,户号,出生日期,月工资,经营,财产,转移,就业\n7,1,1950/3/1,0元,0,0,0,否\n8,2,1950年3月1日,0,0,0,0,否\n".encode()
    )
    (tmp_path / "columns.toml").write_text(
        '[households]\nkeep = ["township"]\n"街道" = "township"\n'
        '"户号" = "household_id"\n"存款（元）" = "assets"\n'
        '"城乡" = { fact = "area", values = { "1" = "urban", "2" = "rural" } }\n'
        '[persons]\n"人员号" = "person_id"\n"户号" = "household_id"\n"出生日期" = "born"\n'
        '"月工资" = { fact = "incomes.wages", unit = "元" }\n"经营" = "incomes.business"\n'
        '"财产" = "incomes.property"\n"转移" = "incomes.transfer"\n"就业" = "employed"\n',
        encoding="utf-8",
    )
    done = civaffairs(
        *("run", "taoyuan", "--households", tmp_path / "hu.csv", "--persons", tmp_path / "ren.csv"),
        *("--columns", tmp_path / "columns.toml", "--on", "2024-09-01", "--provisions", "dibao"),
        *("-o", tmp_path / "out", "--by", "township"),
    )
    assert done.returncode == 0, done.stderr
    found = parquet.read_table(tmp_path / "out" / "households.parquet").to_pylist()
    assert [each["dibao"] for each in found] == [True, None]
    assert found[0]["dibao.amount"] > 0
    assert found[1]["dibao.missing"] == ["assets"]
    assert "桃花街道" in done.stdout


def test_persons_without_numbers_are_decided_and_that_nobody_saw_doubles_is_said(tmp_path):
    words = write(tmp_path, [home(1), home(2)], [person(7, 1), person(7, 2)])
    (tmp_path / "columns.toml").write_text("[persons]\nnumbered = false", encoding="utf-8")
    common = ("--columns", tmp_path / "columns.toml", "--on", "2024-09")
    nested = tmp_path / "nested.arrow"
    said = "nobody sees whether somebody is there twice"
    done = civaffairs("nest", *words, *common, "-o", nested)
    assert (done.returncode, said in done.stderr) == (0, True), done.stderr
    ways = {"flat": (*words, *common), "nested": ("--households", nested, "--on", "2024-09")}
    for name, way in ways.items():
        done = civaffairs("run", "taoyuan", *way, "-o", tmp_path / name)
        assert (done.returncode, said in done.stderr) == (0, True), done.stderr
        report = json.loads((tmp_path / name / "report.json").read_text(encoding="utf-8"))
        assert (report["persons"], report["persons_numbered"]) == (2, False)
        found = parquet.read_table(tmp_path / name / "persons.parquet")
        assert found.column("person_id").to_pylist() == [1, 2]
    source = ("--nested", nested, "--set", "dibao_urban=800")
    done = civaffairs("simulate", "taoyuan", *source, "--on", "2024-09-30")
    assert done.returncode == 0, done.stderr
    assert "Persons have no numbers" in done.stdout
    done = civaffairs("run", "taoyuan", *words, "--on", "2024-09", "-o", tmp_path / "numbered")
    assert (done.returncode, "rows: 2 (1, 2)" in done.stderr) == (2, True), done.stderr


def test_every_fault_of_the_registers_is_said_at_once_and_nothing_is_written(tmp_path):
    homes = [home(1, assets_fen=10**15), home(2), home(3), home(3), home(9)]
    people = [
        person(1, 1, **{"incomes.wages_fen": -123456}),
        person(2, 2, born=date(2031, 1, 1)),
        person(3, 3),
        person(3, 5),
        person(9, 9),
    ]
    words = write(tmp_path, homes, people)
    done = civaffairs("run", "taoyuan", *words, "--on", "2024-09", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) >= 5
    assert "123456" not in done.stderr + done.stdout
    assert "1234.56" not in done.stderr + done.stdout
    assert {each.name for each in tmp_path.iterdir()} == {"households.parquet", "persons.parquet"}
    out = tmp_path / "out"
    done = civaffairs("run", "taoyuan", *words, "--on", "2024-09", "-o", out, "--faulty", "set-aside")
    assert done.returncode == 0, done.stderr
    assert parquet.read_table(out / "households.parquet").column("household_id").to_pylist() == [9]
    aside = parquet.read_table(out / "set_aside.parquet").to_pylist()
    assert all(each["code"] for each in aside)
    assert "set aside" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--on", "2024-13"), "month"),
        (("--on", "2024-09", "--engine", "duckdb", "--memory", "much"), "400MB"),
        (("--on", "2024-09", "--memory", "400MB"), "--engine duckdb"),
        (("--on", "2024-09", "--by", "village"), "village"),
        (("--on", "2024-09", "--provisions", "infant_nutrition"), "in bulk"),
    ],
)
def test_wrong_words_say_how_to_mend_them_and_nothing_is_written(population, tmp_path, words, said):
    done = civaffairs("run", "taoyuan", *population, "-o", tmp_path / "out", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_nothing_under_the_final_name(tmp_path, how):
    folder = tmp_path / "drawn"
    done = civaffairs("sample", "taoyuan", "--households", 60_000, "-o", folder)
    assert done.returncode == 0, done.stderr
    words = ("--households", folder / "households.parquet", "--persons", folder / "persons.parquet")
    out = tmp_path / "out"
    running = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "civaffairs",
            "run",
            "taoyuan",
            *map(str, words),
            "--on",
            "2024-09",
            "-o",
            str(out),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    while running.poll() is None and not list(tmp_path.glob(".out*/households.parquet")):
        time.sleep(0.01)
    running.send_signal(how)
    assert running.wait(60) != 0
    assert not out.exists()
    small = write(tmp_path, [home(1)], [person(1, 1)])
    done = civaffairs("run", "taoyuan", *small, "--on", "2024-09", "-o", out)
    assert done.returncode == 0, done.stderr
    assert json.loads((out / "report.json").read_text("utf-8"))["households"] == 1
    assert not list(tmp_path.glob(".out*"))  # what was left by the one that was killed is gone
