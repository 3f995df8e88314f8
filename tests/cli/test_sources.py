"""`civaffairs sources verify` as its users meet it: processes, files, exit codes, both languages."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

PLAN = Path(__file__).parents[1] / "data" / "sources" / "taoyuan-plan-14.txt"


def verify(*words: str, cwd: Path, lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", "sources", "verify", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "CIVAFFAIRS_LANG": lang, "PYTHONIOENCODING": "ascii", "COLUMNS": "140"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the text of the plan under another name, and one that is something else."""
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(PLAN, texts / "规划.txt")
    (texts / "notes.md").write_text("买菜，2斤。\n", "utf-8")
    return texts


def test_where_every_figure_is_found_it_says_so_and_ends_with_0(folder: Path, tmp_path: Path):
    done = verify("taoyuan", "--documents", str(folder), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "规划.txt: taoyuan/plan-14 (by its title)" in done.stdout
    counts = {
        line.rsplit(maxsplit=1)[0]: line.rsplit(maxsplit=1)[-1] for line in done.stdout.splitlines() if line
    }
    assert counts["place not found"] == counts["figure not at its place"] == counts["unused"] == "0"
    assert int(counts["found"]) > 30
    assert "taoyuan/standards-2023" in done.stdout  # a document without a text
    assert "notes.md" in done.stdout  # a text without a document
    assert done.stderr == ""


def test_where_one_is_not_found_it_says_where_and_ends_with_1(folder: Path, tmp_path: Path):
    text = (folder / "规划.txt").read_text("utf-8")
    (folder / "规划.txt").write_text(
        text.replace("8.4万人", "9.1万人").replace("（四）志愿", "（七）志愿"), "utf-8"
    )
    done = verify("taoyuan", "--documents", str(folder), cwd=tmp_path)
    assert done.returncode == 1
    flat = " ".join(done.stdout.split())
    assert "8.4 does not stand there" in flat
    assert "there is no (四)" in flat
    assert "▸9.1◂" in done.stdout


def test_it_speaks_chinese(folder: Path, tmp_path: Path):
    (folder / "扫描.pdf").write_bytes(b"%PDF")
    done = verify("taoyuan", "--documents", str(folder), cwd=tmp_path, lang="zh")
    assert done.returncode == 0
    assert "按标题对应" in done.stdout
    assert "没有对应文本的文件" in done.stdout
    assert "扫描.pdf：不读取后缀为 .pdf 的文件。" in done.stderr
    assert "扫描.pdf" in done.stdout


def test_json_holds_everything(folder: Path, tmp_path: Path):
    (folder / "empty.txt").write_bytes(b"")
    done = verify("taoyuan", "--documents", str(folder), "--format", "json", cwd=tmp_path)
    whole = json.loads(done.stdout)
    assert whole["sound"] is True
    (text,) = whole["texts"]
    assert text["file"] == "规划.txt"
    assert text["documents"] == [{"id": "taoyuan/plan-14", "matched_by": "title"}]
    assert sum(text["verdicts"].values()) == len(text["facts"])
    assert sum(text["classes"].values()) == len(text["digits"])
    assert "unused" not in text["classes"]
    assert {each["verdict"] for each in text["facts"]} == {"found", "place_only"}
    assert whole["files_without_document"] == ["notes.md"]
    assert whole["files_not_read"] == [{"file": "empty.txt", "code": "file_empty"}]
    assert "taoyuan/standards-2021" in {each["id"] for each in whole["documents_without_file"]}


def test_csv_has_a_row_for_each_fact_and_each_number(folder: Path, tmp_path: Path):
    (folder / "scan.pdf").write_bytes(b"%PDF")
    done = verify("taoyuan", "--documents", str(folder), "--format", "csv", "-o", "out.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    rows = list(csv.DictReader(StringIO((tmp_path / "out.csv").read_text("utf-8"))))
    assert {row["record"] for row in rows} == {"fact", "digits", "document", "file"}
    assert {row["outcome"] for row in rows if row["record"] == "file"} == {"without_document", "not_read"}
    target = next(row for row in rows if row["locator"] == "二 表2 序号3 2025年" and row["record"] == "fact")
    assert (target["outcome"], target["value"], target["file"]) == ("found", "60", "规划.txt")
    line = (folder / "规划.txt").read_text("utf-8").splitlines()[int(target["line"]) - 1]
    assert "≥60" in line


def test_the_tables_can_be_written_to_a_file(folder: Path, tmp_path: Path):
    done = verify("taoyuan", "--documents", str(folder), "-o", "out.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "taoyuan/plan-14" in (tmp_path / "out.txt").read_text("utf-8")


def test_a_file_can_be_said_to_hold_a_document(folder: Path, tmp_path: Path):
    text = (folder / "规划.txt").read_text("utf-8")
    (folder / "copy.txt").write_text(text, "utf-8")
    asked = verify("taoyuan", "--documents", str(folder), "--as", "taoyuan/plan-14=copy.txt", cwd=tmp_path)
    assert "copy.txt: taoyuan/plan-14 (as asked)" in asked.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--documents", "none"], "there is no such folder"),
        (["--documents", "empty"], "holds no text that can be read"),
        (["--documents", "texts", "--as", "taoyuan/plan-14"], "ID=FILE"),
        (["--documents", "texts", "--as", "d/1=a.txt", "--as", "d/1=b.txt"], "given two files"),
        (["--documents", "texts", "--as", "taoyuan/plan-41=规划.txt"], "taoyuan/plan-14"),
        (["--documents", "texts", "--as", "taoyuan/plan-14=none.txt"], "规划.txt"),
        ([], "--documents"),
    ],
)
def test_bad_input_ends_with_2_and_says_how_to_mend_it(
    folder: Path, tmp_path: Path, words: list[str], says: str
):
    (tmp_path / "empty").mkdir()
    done = verify("taoyuan", *words, "-o", "out.json", cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (tmp_path / "out.json").exists()


def test_the_help_lists_the_command(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "civaffairs", "--lang", "zh", "sources", "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "verify" in done.stdout
    assert "逐条查找" in done.stdout
