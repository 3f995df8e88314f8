"""The command line as its users meet it: real processes, real files, exit codes, both languages."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "指标,年份,数值,单位\n"


def civaffairs(
    *words: str, cwd: Path, lang: str = "en", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={
            **os.environ,
            "CIVAFFAIRS_LANG": lang,
            "PYTHONIOENCODING": "ascii",
            "COLUMNS": "140",
            **environment,
        },
    )


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_demo_follows_the_real_plans_and_writes_the_report(tmp_path: Path) -> None:
    done = civaffairs("demo", "--on", "2026-01-01", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for district in ("Shapingba", "Jiangjin", "Guichi"):
        assert district in done.stdout
    assert "Taoyuan" not in done.stdout
    # 770 yuan for each of three persons, less the 1,000 that the made-up family has.
    assert done.stdout.count("1,310.00 yuan/month") == 2
    assert "not an administrative decision" in done.stdout
    page = (tmp_path / "civaffairs-report.html").read_text("utf-8")
    assert "贵池区" in page
    assert page.count("<svg") > 20


def test_list_names_each_jurisdiction_and_json_holds_the_same(tmp_path: Path) -> None:
    table = civaffairs("list", cwd=tmp_path).stdout
    records = json.loads(civaffairs("list", "--json", cwd=tmp_path).stdout)
    assert {record["id"] for record in records} >= {
        "china",
        "chongqing",
        "shapingba",
        "jiangjin",
        "guichi",
        "taoyuan",
    }
    assert all(record["id"] in table for record in records)


def test_show_takes_an_id_a_name_or_a_code(tmp_path: Path) -> None:
    shown = {civaffairs("show", name, cwd=tmp_path).stdout for name in ("shapingba", "沙坪坝区", "500106")}
    assert len(shown) == 1
    assert "养老机构护理型床位占比" in shown.pop()
    whole = json.loads(civaffairs("show", "shapingba", "--json", cwd=tmp_path).stdout)
    places = [row["clause"]["locator"] for row in whole["plans"][0]["rows"]]
    table = [place for place in places if "主要指标体系表" in place]
    assert places[:20] == table  # the table stands before what the text says of the same indicators
    assert len(places) > 50


def test_facts_as_csv_and_json_go_to_the_terminal_or_to_a_file(tmp_path: Path) -> None:
    text = civaffairs("facts", "guichi", cwd=tmp_path).stdout
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert len(rows) > 80
    assert {row["jurisdiction"] for row in rows} == {"guichi"}
    done = civaffairs("facts", "guichi", "--format", "json", "-o", "out.json", cwd=tmp_path)
    assert done.stdout == ""
    assert json.loads((tmp_path / "out.json").read_text("utf-8")) == rows


def test_facts_without_a_name_leave_the_fictional_district_out(tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(civaffairs("facts", cwd=tmp_path).stdout, newline="")))
    real = {"chongqing", "guichi", "jiangjin", "shapingba", "china", "jiangsu"}
    assert {row["jurisdiction"] for row in rows} - {"anhui"} == real


def test_facts_of_a_province_hold_its_cities_under_the_slug_of_its_plugin(tmp_path: Path) -> None:
    text = civaffairs("facts", "jiangsu", cwd=tmp_path).stdout
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert {row["jurisdiction"] for row in rows} == {"jiangsu"}
    owners = {row["id"].partition("/")[0] for row in rows}
    assert {"jiangsu", "nanjing", "suzhou", "taizhou-jiangsu"} <= owners
    (of_suzhou,) = (row for row in rows if row["id"] == "suzhou/dibao_urban/2025-07-01")
    assert (of_suzhou["kind"], of_suzhou["value"], of_suzhou["unit"]) == ("standard", "1208", "元/人·月")
    city = civaffairs("facts", "suzhou", cwd=tmp_path).stdout
    assert set(city.splitlines()[1:]) == {line for line in text.splitlines() if line.startswith("suzhou/")}


def test_evaluate_reads_observations_and_says_met_on_course_and_behind(tmp_path: Path) -> None:
    (tmp_path / "obs.csv").write_text(
        HEADER
        + "养老机构护理型床位占比,2023,45,%\n福利彩票销售网点数,2023,340,个\n"
        + "养老机构服务基本质量达标率,2023,100,%\n",
        "utf-8-sig",
    )
    words = ("evaluate", "shapingba", "--observations", "obs.csv", "--on", "2024-01-01", "--format", "json")
    done = civaffairs(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (report,) = json.loads(done.stdout)
    found = {row["indicator"]: row["outcome"]["id"] for row in report["targets"]}
    assert found["nursing_bed_share"] == "behind"
    assert found["lottery_outlets"] == "on_course"
    assert found["care_quality_compliance"] == "met"
    assert found["burial_facility_coverage"] == "cannot_tell"


@pytest.mark.parametrize("form", ["html", "xlsx", "json", "table"])
def test_evaluate_writes_each_form_to_a_file(form: str, tmp_path: Path) -> None:
    done = civaffairs(
        "evaluate", "guichi", "--plan", "plan-13", "--format", form, "-o", f"out.{form}", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"out.{form}").stat().st_size > 1000
    assert files(tmp_path) == [f"out.{form}"]


def test_a_binding_target_missed_fails_where_that_was_asked_for(tmp_path: Path) -> None:
    words = ("evaluate", "guichi", "--plan", "plan-13")
    assert civaffairs(*words, cwd=tmp_path).returncode == 0
    assert civaffairs(*words, "--fail-on", "failure", cwd=tmp_path).returncode == 1
    words = ("evaluate", "jiangjin", "--plan", "plan-13")  # its four missed targets are expected ones
    assert civaffairs(*words, "--fail-on", "failure", cwd=tmp_path).returncode == 0
    assert civaffairs(*words, "--fail-on", "deviation", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_bad_file_gets_all_its_faults_at_once_and_nothing_is_written(lang: str, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(
        HEADER
        + "护理床位占比,2023,45,%\n福利彩票销售网点数,2023年13月,340,个\n养老机构护理型床位占比,2023,450,%\n",
        "utf-8",
    )
    words = ("evaluate", "shapingba", "--observations", "bad.csv", "--format", "html", "-o", "out.html")
    done = civaffairs(*words, cwd=tmp_path, lang=lang)
    assert done.returncode == 2
    assert files(tmp_path) == ["bad.csv"]
    assert len(done.stderr.strip().splitlines()) == 3
    for row in ("2", "3", "4"):
        assert any("bad.csv" in line and row in line for line in done.stderr.splitlines())
    assert ("请" in done.stderr) == (lang == "zh")


def test_a_template_filled_in_is_read_back(tmp_path: Path) -> None:
    assert (
        civaffairs("evaluate", "shapingba", "--template", "fill.csv", cwd=tmp_path, lang="zh").returncode == 0
    )
    again = civaffairs("evaluate", "shapingba", "--template", "fill.csv", cwd=tmp_path)
    assert again.returncode == 2
    done = civaffairs(
        "evaluate", "shapingba", "--observations", "fill.csv", "--on", "2026-01-01", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr


def test_compare_shows_who_is_stricter(tmp_path: Path) -> None:
    records = json.loads(
        civaffairs("compare", "shapingba", "jiangjin", "guichi", "--json", cwd=tmp_path).stdout
    )
    beds = next(record for record in records if record["indicator"] == "nursing_bed_share")
    assert [side["relation"] for side in beds["sides"]] == ["first", "weaker", "weaker"]
    assert [side["nature"] for side in beds["sides"]] == ["expected", "binding", "binding"]
    table = civaffairs("compare", "shapingba", "jiangjin", "guichi", cwd=tmp_path, lang="zh").stdout
    assert "属性不同" in table


def test_compare_shows_what_stands_above_each_and_who_is_weaker(tmp_path: Path) -> None:
    words = ("compare", "shapingba", "jiangjin", "guichi", "jiangsu")
    records = {
        each["indicator"]: each for each in json.loads(civaffairs(*words, "--json", cwd=tmp_path).stdout)
    }
    beds = records["nursing_bed_share"]["sides"]
    assert [side["jurisdiction"] for side in beds] == ["shapingba", "jiangjin", "guichi", "jiangsu"]
    assert {side["above"]["en"] for side in beds} == {"at least 55%"}
    assert [side["relation_to_above"] for side in beds] == ["stricter", "stricter", "same", "stricter"]
    assert [side["relation"] for side in beds] == ["first", "weaker", "weaker", "stricter"]
    share = records["rural_dibao_share_of_urban"]["sides"]
    assert [(side["above"], side["relation_to_above"]) for side in share] == [(None, None)] * 4
    table = " ".join(civaffairs(*words, cwd=tmp_path, COLUMNS="240").stdout.split())
    assert "above: at least 55%" in table


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "shapinba"), "shapingba"),
        (("compare", "shapingba"), "two jurisdictions"),
        (("evaluate", "guichi", "--plan", "plan-12"), "plan-13"),
        (("evaluate", "guichi", "--on", "tomorrow"), "2025-12-31"),
        (("evaluate", "guichi", "--format", "xlsx"), "-o"),
        (("evaluate", "guichi", "--observations", "nowhere.csv"), "nowhere.csv"),
        (("schema", "hosehold"), "household"),
        (("evaluate", "anhui"), "plan"),
        (("facts", "-o", "nowhere/facts.csv"), "facts.csv"),
        (("demo", "-o", "nowhere/report.html"), "report.html"),
        (("evaluate", "guichi", "--format", "xlsx", "-o", "nowhere/x.xlsx"), "x.xlsx"),
    ],
)
def test_wrong_input_exits_with_2_and_says_how_to_mend_it(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = civaffairs(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == "" or words[0] == "demo"  # which has shown its tables by then
    assert files(tmp_path) == []


def test_help_speaks_both_languages_wherever_the_option_stands(tmp_path: Path) -> None:
    for words in (
        ("--lang", "zh", "--help"),
        ("--lang=zh", "evaluate", "--help"),
        ("evaluate", "--help", "--lang", "zh"),
    ):
        assert "规划" in civaffairs(*words, cwd=tmp_path).stdout
    assert "plan" in civaffairs("--help", cwd=tmp_path).stdout


def test_schema_lists_names_and_writes_one(tmp_path: Path) -> None:
    names = civaffairs("schema", cwd=tmp_path).stdout.split()
    assert {"household", "person", "plan"} <= set(names)
    schema = json.loads(civaffairs("schema", "household", cwd=tmp_path).stdout)
    assert schema["$schema"].endswith("2020-12/schema")


def test_doctor_finds_a_sound_installation_sound(tmp_path: Path) -> None:
    done = civaffairs("doctor", "--json", cwd=tmp_path)
    assert done.returncode == 0
    assert {plugin["name"] for plugin in json.loads(done.stdout)["plugins"]} >= {
        "shapingba",
        "jiangjin",
        "guichi",
    }


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "civaffairs", "facts"]
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"id,jurisdiction")
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
