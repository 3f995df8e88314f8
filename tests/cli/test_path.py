"""`path` as its users meet it: real processes, exit codes, both languages, three formats."""

from __future__ import annotations

import json
import subprocess
import sys
from contextvars import copy_context
from types import SimpleNamespace

import pytest

from civaffairs.cli import main

pytest.importorskip("z3")

TAOYUAN = (
    "taoyuan",
    "--from",
    "2022",
    "--to",
    "2023",
    "--recipients",
    "dibao_urban=2000",
    "--recipients",
    "dibao_rural=5000",
    "--recipients",
    "tekun_basic=300",
)
ASSUMED = ("--assume", "urban_consumption=5%")


@pytest.fixture
def path(capsys):
    """The command in this process: code, output and error stream."""

    def run(*words, lang="en"):
        with pytest.raises(SystemExit) as left:
            # The language that it speaks stays in a context of its own.
            copy_context().run(main, ["--lang", lang, "path", *words])
        said = capsys.readouterr()
        return SimpleNamespace(returncode=left.value.code, stdout=said.out, stderr=said.err)

    return run


def test_the_table_has_the_path_what_holds_it_up_and_what_is_left_out():
    words = [sys.executable, "-m", "civaffairs", "--lang", "en", "path", *TAOYUAN, *ASSUMED]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert "the solver proved that none is cheaper" in done.stdout
    assert "672" in done.stdout
    assert "--standard winter_heating" in " ".join(done.stdout.split())
    assert "upper bound on payment" in " ".join(done.stdout.split())


def test_the_record_has_exact_numbers_and_clauses_and_names_what_was_assumed(path):
    done = path(*TAOYUAN, *ASSUMED, "--format", "json")
    record = json.loads(done.stdout)
    assert record["outcome"] == "cheapest"
    assert record["path"][0] == {
        "year": 2022,
        "standards": {"dibao_urban": "672", "dibao_rural": "520", "tekun_basic": "874"},
        "cost_yuan": str(12 * (2000 * 672 + 5000 * 520 + 300 * 874)),
    }
    assert all(each["assumed"] for each in record["figures"])
    assert all(floor["clauses"] for floor in record["floors"])
    assert {hold["standard"] for hold in record["holds"]} == {"dibao_urban", "dibao_rural", "tekun_basic"}


def test_the_page_is_complete_in_itself_and_written_whole(path, tmp_path):
    page = tmp_path / "path.html"
    done = path(*TAOYUAN, *ASSUMED, "--format", "html", "-o", str(page), lang="zh")
    assert done.returncode == 0
    text = page.read_text("utf-8")
    assert "最省的标准和费用" in text
    assert "<script" not in text


def test_where_floors_clash_the_exit_code_is_one_and_the_clash_is_named(path):
    # One heating standard is at most a tenth of the rural Dibao standard, and neither ever falls.
    capped = (
        *("taoyuan", "--from", "2022", "--to", "2022", "--format", "json"),
        *("--standard", "winter_heating", "--standard", "dibao_rural", "--standard", "dibao_urban"),
        *("--recipients", "winter_heating=10", "--recipients", "dibao_rural=10"),
        *("--recipients", "dibao_urban=10", "--start", "winter_heating=99999", *ASSUMED),
    )
    done = path(*capped)
    assert done.returncode == 1
    record = json.loads(done.stdout)
    assert record["outcome"] == "no_path"
    assert {each["floor"] for each in record["clash"]} == {
        "taoyuan:heating_never_falls",
        "taoyuan:heating_within_a_tenth",
    }
    shown = path(*[word for word in capped if word not in {"--format", "json"}])
    assert shown.returncode == 1
    assert "Floors that clash" in shown.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_wrong_is_said_at_once_and_nothing_is_written(path, tmp_path, lang):
    page = tmp_path / "path.json"
    done = path("taoyuan", "--from", "2020", "--to", "2023", "--assume", "x", "-o", str(page), lang=lang)
    assert done.returncode == 2
    assert not page.exists()
    lines = done.stderr.splitlines()
    assert len([line for line in lines if line.startswith("--recipients")]) == 3
    assert len([line for line in lines if line.startswith("--start")]) == 3
    assert any(line.startswith("--assume") for line in lines)
    pair = path("taoyuan", "--from", "2022", "--to", "2023", "--recipients", "dibao_urban", lang=lang)
    assert pair.returncode == 2
    assert "dibao_urban" in pair.stderr
