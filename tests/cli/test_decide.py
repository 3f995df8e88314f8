"""`decide` as its users meet it: real processes and files, exit codes, both languages, and nobody's name."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

CASES = Path(__file__).parents[2] / "examples" / "cases"
FAMILY = str(CASES / "jiangjin_family.json")
ELDER = str(CASES / "taoyuan_elder.json")
DAY = ("--on", "2024-03-01")


def civaffairs(*words: str, cwd: Path, lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "CIVAFFAIRS_LANG": lang, "PYTHONIOENCODING": "ascii", "COLUMNS": "100"},
    )


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def json_of(*words: str, cwd: Path) -> dict[str, object]:
    done = civaffairs(*words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("lang", "dibao", "remark"),
    [
        ("zh", "✓ 最低生活保障：符合条件", "不作为行政决定"),
        ("en", "✓ Dibao: entitled", "not an administrative decision"),
    ],
)
def test_a_family_of_jiangjin_is_decided_with_amount_start_and_clause(
    lang: str, dibao: str, remark: str, tmp_path: Path
) -> None:
    done = civaffairs("decide", "jiangjin", FAMILY, *DAY, cwd=tmp_path, lang=lang)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    place = next(number for number, line in enumerate(lines) if line.strip() == dibao)
    assert "700.00" in lines[place + 1]
    assert "2024" in lines[place + 2]
    assert "第九条" in done.stdout
    assert remark in done.stdout
    assert re.search(r"[0-9a-f]{12}$", done.stdout, re.MULTILINE)
    assert done.stderr == ""


def test_names_are_masked_and_births_are_not_shown_in_any_form(tmp_path: Path) -> None:
    for form in ("text", "json", "html"):
        done = civaffairs("decide", "jiangjin", FAMILY, *DAY, "--format", form, cwd=tmp_path, lang="zh")
        for secret in ("甲某", "乙某", "1981-05-20", "1940-11-02"):
            assert secret not in done.stdout, form
    assert "甲*" in done.stdout


def test_what_is_not_met_is_one_line_unless_everything_is_asked_for(tmp_path: Path) -> None:
    words = ("decide", "jiangjin", FAMILY, *DAY, "--provision", "orphan_allowance")
    short = civaffairs(*words, cwd=tmp_path).stdout
    whole = civaffairs(*words, "--all", cwd=tmp_path).stdout
    assert short.count("✗") == whole.count("✗") == 3
    assert "Reasons:" not in short
    assert whole.count("Reasons:") == 3


def test_what_cannot_be_told_says_which_facts_would_settle_it(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(
        '{"household": {"area": "urban", "members": [{"born": "1950-03-01"}]}}', "utf-8"
    )
    done = civaffairs("decide", "taoyuan", "case.json", "--on", "2024-09-01", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "? Dibao: cannot tell" in done.stdout
    assert "(members[0].incomes)" in done.stdout


def test_json_fits_the_schema_that_the_command_line_publishes(tmp_path: Path) -> None:
    record = json_of("decide", "taoyuan", ELDER, "--on", "2024-09-01", "--format", "json", cwd=tmp_path)
    schema = json_of("schema", "decisions", cwd=tmp_path)
    Draft202012Validator(schema).validate(record)
    assert {each["provision"] for each in record["decisions"]} >= {"dibao", "home_visits"}
    assert json.loads(Path(ELDER).read_text("utf-8")) is not None


@pytest.mark.parametrize("case", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_fits_the_published_schema_and_is_decided(case: Path, tmp_path: Path) -> None:
    Draft202012Validator(json_of("schema", "case", cwd=tmp_path)).validate(
        json.loads(case.read_text("utf-8"))
    )
    place = case.stem.partition("_")[0]
    assert civaffairs("decide", place, str(case), "--on", "2024-09-01", cwd=tmp_path).returncode == 0


def test_a_decision_needs_a_day(tmp_path: Path) -> None:
    done = civaffairs("decide", "jiangjin", FAMILY, cwd=tmp_path)
    assert done.returncode == 2
    assert "--on" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_bad_case_gets_all_its_faults_at_once(lang: str, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(
        '{"household": {"area": "城市",'
        ' "members": [{"born": "1950/3/1", "work_cost": "1000元", "illnes_": 1}]}}',
        "utf-8",
    )
    words = ("decide", "jiangjin", "bad.json", *DAY, "--format", "html", "-o", "out.html")
    done = civaffairs(*words, cwd=tmp_path, lang=lang)
    assert done.returncode == 2
    assert files(tmp_path) == ["bad.json"]
    assert len(done.stderr.strip().splitlines()) == 4
    assert all(line.startswith("bad.json, household.") for line in done.stderr.splitlines())
    assert ("请" in done.stderr) == (lang == "zh")


@pytest.mark.parametrize(
    "words",
    [
        ("jiangjin", "gbk.json", *DAY),
        ("jiangjin", "none.json", *DAY),
        ("jiangjin", FAMILY, "--on", "1 March"),
        ("jiangjin", FAMILY, *DAY, "--provision", "dibaoo"),
        ("nowhere", FAMILY, *DAY),
        ("jiangjin",),
        ("jiangjin", FAMILY, "--template"),
        ("jiangjin", FAMILY, "--on", "2011-01-01"),
        ("jiangjin", str(CASES / "taoyuan_cemetery.json"), "--replay", "gbk.json"),
        ("jiangjin", "--template", "--kind", "care_institution"),
    ],
)
def test_wrong_input_ends_with_2_and_says_how_to_mend_it(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "gbk.json").write_bytes('{"household": {"id": "桃源"}}'.encode("gbk"))
    done = civaffairs("decide", *words, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_template_is_a_case_that_loads_and_says_what_is_missing(tmp_path: Path) -> None:
    done = civaffairs("decide", "jiangjin", "--template", "-o", "case.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    Draft202012Validator(json_of("schema", "case", cwd=tmp_path)).validate(
        json.loads((tmp_path / "case.json").read_text("utf-8"))
    )
    decided = json_of("decide", "jiangjin", "case.json", *DAY, "--format", "json", cwd=tmp_path)
    answers = {each["answer"] for each in decided["decisions"]}
    assert "cannot_tell" in answers
    assert all(each["missing"] for each in decided["decisions"] if each["answer"] == "cannot_tell")


def test_a_template_does_not_replace_what_somebody_filled_in(tmp_path: Path) -> None:
    words = ("decide", "jiangjin", "--template", "--kind", "social_org", "-o", "case.json")
    assert civaffairs(*words, cwd=tmp_path).returncode == 0
    assert civaffairs(*words, cwd=tmp_path).returncode == 2
    assert civaffairs(*words, "--overwrite", cwd=tmp_path).returncode == 0


def test_a_replay_agrees_with_its_record_and_says_what_differs_where_it_does_not(tmp_path: Path) -> None:
    words = ("decide", "jiangjin", FAMILY)
    civaffairs(*words, *DAY, "--format", "json", "-o", "record.json", cwd=tmp_path)
    same = civaffairs(*words, "--replay", "record.json", cwd=tmp_path)
    assert same.returncode == 0, same.stderr
    changed = json.loads(Path(FAMILY).read_text("utf-8"))
    changed["household"]["members"][0]["incomes"][0]["monthly"] = "1200.00"
    (tmp_path / "changed.json").write_text(json.dumps(changed), "utf-8")
    other = civaffairs("decide", "jiangjin", "changed.json", "--replay", "record.json", cwd=tmp_path)
    assert other.returncode == 1
    assert "700" in other.stdout
    assert "600" in other.stdout
    elsewhere = civaffairs("decide", "taoyuan", FAMILY, "--replay", "record.json", cwd=tmp_path)
    another_day = civaffairs(*words, "--replay", "record.json", "--on", "2024-03-02", cwd=tmp_path)
    assert (elsewhere.returncode, another_day.returncode) == (2, 2)


def test_a_notice_is_one_page_in_one_language_or_both(tmp_path: Path) -> None:
    words = ("decide", "taoyuan", ELDER, "--on", "2024-09-01", "--format", "html", "-o")
    civaffairs(*words, "zh.html", cwd=tmp_path, lang="zh")
    civaffairs(*words, "both.html", "--bilingual", cwd=tmp_path, lang="zh")
    chinese, both = ((tmp_path / name).read_text("utf-8") for name in ("zh.html", "both.html"))
    assert "政策测算告知书" in chinese
    assert "Notice of a policy computation" not in chinese
    assert "Notice of a policy computation" in both


def test_show_lists_rules_and_provisions_with_their_clauses(tmp_path: Path) -> None:
    shown = civaffairs("show", "taoyuan", cwd=tmp_path, lang="zh").stdout
    assert "规定事项" in shown
    whole = json_of("show", "taoyuan", "--json", cwd=tmp_path)
    visits = next(each for each in whole["provisions"] if each["id"] == "home_visits")
    assert visits["when"]["versions"][0]["locator"] == "第七条"
    assert visits["review_after"]["unit"] == "month"
    limit = next(each for each in whole["rules"] if each["id"] == "assets_limit")
    assert [each["since"] for each in limit["versions"]] == ["2023-07-01", "2024-07-01"]
    assert limit["versions"][0]["zh"] != limit["versions"][0]["en"]
