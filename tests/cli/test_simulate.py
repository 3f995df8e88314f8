"""`simulate`: a table, a page, a workbook and data, from a sample or from registers; wrong lines say why."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

from civaffairs.cli import main

ASKED = (
    "simulate",
    "taoyuan",
    "--on",
    "2024-09-01",
    "--set",
    "dibao_urban=+5%",
    "--provisions",
    "dibao,winter_heating",
)
SAMPLE = ("--sample", "300", "--seed", "3")


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    """So that no sentence is broken in two."""
    monkeypatch.setenv("COLUMNS", "240")


def run(capsys, *words):
    """Run the command in this process: exit code, output, errors."""
    with pytest.raises(SystemExit) as ended:
        main([*words])
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


def test_a_sample_is_drawn_reckoned_and_shown(capsys):
    code, out, _ = run(capsys, *ASKED, *SAMPLE, "--lang", "en")
    assert code == 0
    for wanted in (
        "synthetic sample (300 households, seed 3)",
        "735 yuan/person/month",
        "below its floor of 955.5 yuan/person/month",
        "What it costs (yuan)",
        "Who gains and who loses",
        "By tenths by income per head",
        "Where earning more leaves less",
        "A year is 12 months",
    ):
        assert wanted in " ".join(out.split()), wanted


def test_the_same_in_chinese(capsys):
    code, out, _ = run(capsys, *ASKED, *SAMPLE, "--lang", "zh")
    assert code == 0
    assert "合成样本（300 户，种子 3）" in "".join(out.split("\n"))
    assert "最低生活保障" in out
    assert "households" not in out


def test_data_is_exact_and_adds_up(capsys):
    code, out, _ = run(capsys, *ASKED, *SAMPLE, "--format", "json", "--by", "area,township,decile")
    data = json.loads(out)
    assert code == 0
    assert data["whole"]["households"] == 300
    assert [each["id"] for each in data["whole"]["provisions"]] == ["dibao", "winter_heating"]
    for groups in data["groups"].values():
        assert sum(each["persons"] for each in groups) == data["whole"]["persons"]
    assert set(data["groups"]) == {"area", "township", "decile"}
    assert "/" in data["factor"] or data["factor"].isdigit() or "." in data["factor"]
    assert [each["already"] for each in data["broken"]] == [False, False]
    assert len(data["household_types"]) == 3


def test_registers_in_files_are_reckoned_as_the_sample_is(capsys, tmp_path):
    folder = tmp_path / "registers"
    drawn = run(capsys, "sample", "taoyuan", "--households", "200", "--on", "2024-09-01", "-o", str(folder))
    assert drawn[0] == 0
    files = ("--households", str(folder / "households.parquet"), "--persons", str(folder / "persons.parquet"))
    code, out, _ = run(capsys, *ASKED, *files, "--format", "json", "--by", "area")
    data = json.loads(out)
    assert code == 0
    assert (data["synthetic"], data["factor"]) == (False, "1")
    assert data["whole"]["households"] == 200
    nested = tmp_path / "nested.arrow"
    assert run(capsys, "nest", *files, "--on", "2024-09-01", "-o", str(nested))[0] == 0
    again = run(capsys, *ASKED, "--nested", str(nested), "--format", "json", "--by", "area")
    assert json.loads(again[1])["whole"] == data["whole"]
    for words, said in (
        (("--columns", "columns.toml"), "nested.arrow: the columns of this file have our names already"),
        (("--persons", files[3]), "nested.arrow: this file holds the persons already"),
    ):
        code, out, err = run(capsys, *ASKED, "--nested", str(nested), *words, "--lang", "en")
        assert (code, out) == (2, "")
        assert said in err


def test_a_month_is_its_last_day(capsys):
    asked = [word if word != "2024-09-01" else "2024-09" for word in ASKED]
    code, out, _ = run(capsys, *asked, *SAMPLE, "--format", "json", "--by", "area")
    assert (code, json.loads(out)["on"]) == (0, "2024-09-30")


class _Page(HTMLParser):
    """What a page refers to, and how many charts it has."""

    def __init__(self):
        super().__init__()
        self.charts, self.addresses = 0, []

    def handle_starttag(self, tag, attrs):
        self.charts += tag == "svg"
        self.addresses += [value for name, value in attrs if name in {"src", "href"}]


def test_a_page_is_complete_in_itself(capsys, tmp_path):
    pytest.importorskip("vl_convert")
    file = tmp_path / "report.html"
    code, _, err = run(capsys, *ASKED, *SAMPLE, "--format", "html", "-o", str(file), "--lang", "en")
    assert (code, str(file) in err) == (0, True)
    page = _Page()
    page.feed(file.read_text("utf-8"))
    assert page.charts == 5
    assert [each for each in page.addresses if not each.startswith("#")] == []


def test_a_workbook_has_a_sheet_for_each_table(capsys, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    file = tmp_path / "report.xlsx"
    code, *_ = run(capsys, *ASKED, *SAMPLE, "--format", "xlsx", "-o", str(file), "--lang", "en")
    assert code == 0
    book = openpyxl.load_workbook(file)
    assert book.sheetnames[0] == "About"
    assert "What it costs (yuan)" in book.sheetnames
    assert len(book.sheetnames) > 8


def test_households_of_ones_own_are_looked_at_along_their_income(capsys, tmp_path):
    case = {
        "household": {
            "area": "urban",
            "assets": "0",
            "members": [
                {"born": "1980-01-01", "employed": True, "incomes": [{"kind": "wages", "monthly": "0"}]}
            ],
        }
    }
    file = tmp_path / "myself.json"
    file.write_text(json.dumps(case), "utf-8")
    words = (*ASKED, *SAMPLE, "--household-type", str(file), "--format", "json")
    (found,) = json.loads(run(capsys, *words)[1])["household_types"]
    assert found["zh"] == "myself"
    assert "dibao" not in found["left_out"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "a population is needed"),
        ((*SAMPLE, "--nested", "x.parquet"), "a population is needed"),
        ((*SAMPLE, "--persons", "p.csv", "--columns", "c.toml"), "--columns: a sample reads no registers"),
        ((*SAMPLE, "--format", "xlsx"), "-o"),
        ((*SAMPLE, "--set", "dibau=1"), "dibao_urban"),
        ((*SAMPLE, "--proposal", "work_pay"), "work_pays"),
        ((*SAMPLE, "--provisions", "dibau"), "dibao"),
    ],
)
def test_a_wrong_line_says_what_is_wrong_and_how_to_mend_it(capsys, words, said):
    code, out, err = run(capsys, *ASKED, *words, "--lang", "en")
    assert (code, out) == (2, "")
    assert said in err


def test_a_column_that_is_not_there_is_refused(capsys, tmp_path):
    folder = tmp_path / "registers"
    run(capsys, "sample", "taoyuan", "--households", "50", "--on", "2024-09-01", "-o", str(folder))
    files = ("--households", str(folder / "households.parquet"), "--persons", str(folder / "persons.parquet"))
    code, out, err = run(capsys, *ASKED, *files, "--by", "townshp", "--lang", "en")
    assert (code, out) == (2, "")
    assert "township" in err


def test_a_real_process_says_the_same_and_nothing_else():
    words = [sys.executable, "-m", "civaffairs", *ASKED, *SAMPLE, "--format", "json", "--by", "area"]
    done = subprocess.run(words, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    sample = json.loads(done.stdout)["sample"]
    assert (sample["households"], sample["seed"]) == (300, 3)
