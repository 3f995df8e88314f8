"""`check` as its users meet it: what is declared, what is not, what is recomputed, and the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOUND = """
from civaffairs import Amount, Direction, Discrepancy, Document, Freedom, Grade, Indicator, Jurisdiction
from civaffairs import Label, Level, NotModelled, Passage, Plan, Recomputation, SHARE, Side, Standard
from civaffairs import Timeline, Topic, at_least, hookimpl, ratio_of, since, total_of
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.standards import Floor

CARE, WORD = Topic.ELDERLY_CARE, Label("李", "plum")
PAPER = Document("plum/plan-14", Label("李区规划", "Plum plan"), "李区民政局", 2021)
TEXT = Passage(PAPER.at("一"), CARE, period=2020, by=2025)
BEDS = Indicator("plum_beds", Label("李床", "plum beds"), "%", Direction.UP, CARE, SHARE)
PUBLIC = TEXT.figure("public", "公办", "public beds", 300, "张")
PRIVATE = TEXT.figure("private", "社会办", "private beds", 900, "张")
ALL = TEXT.figure("all", "床位", "beds", 1200, "张")
PART = TEXT.figure("part", "占比", "share of private beds", 75, "%")
SUM, SHARED = total_of(PUBLIC, PRIVATE), ratio_of(PRIVATE, ALL)
ADDED = [Recomputation("all", ALL, SUM), Recomputation("part", PART, SHARED)]
DIBAO = LocalStandard("plum_dibao", Label("李保", "plum Dibao"), "元/人·月")
FLOOR = Floor(DIBAO * "1.3", PAPER.at("二"))
ROWS = [TEXT.aims(BEDS, "李床", "%", at_least(60))]
CONTRADICTIONS = []


def standard(name, number, floor=None):
    entry = since(2021, Amount(number, "元/人·月"), PAPER.at("三"))
    paid = Timeline((NotModelled(WORD, before=2021), entry))
    return Standard(name, "plum", Label(name, name), "元/人·月", CARE, paid, Freedom.SET, floor)


TEKUN = 780


@hookimpl
def civaffairs_jurisdictions():
    town, city = Label("李区", "Plum"), Label("李市", "Plum City")
    return [Jurisdiction("plum", town, Level.DISTRICT, "990201", "plum-city", fictional=True),
            Jurisdiction("plum-city", city, Level.CITY, "990200", "china", fictional=True)]

@hookimpl
def civaffairs_indicators():
    return [BEDS]

@hookimpl
def civaffairs_standards():
    return [standard("plum_dibao", 600), standard("plum_tekun", TEKUN, FLOOR)]

@hookimpl
def civaffairs_plans():
    parts = {"rows": ROWS, "recomputations": ADDED, "discrepancies": CONTRADICTIONS}
    city = Document("plum-city/plan-14", Label("李市规划", "Plum City plan"), "李市民政局", 2021)
    above = Passage(city.at("一"), CARE, period=2020, by=2025).aims(BEDS, "李床", "%", at_least(55))
    return [Plan("plum/plan-14", PAPER.label, "plum", "2021..2025", PAPER, **parts),
            Plan("plum-city/plan-14", city.label, "plum-city", "2021..2025", city, rows=[above])]
"""

DECLARED = """
SIDES = (Side(WORD, PAPER.at("一")), Side(WORD, PAPER.at("三")))
CONTRADICTIONS.append(Discrepancy("a", WORD, Grade.TWO_VALUES, SIDES, WORD, WORD))
"""

WRONG = {
    "two_targets": """
ROWS.append(TEXT.at("二是").aims(BEDS, "李床", "%", at_least(65)))
""",
    "wrong_sum": """
ADDED[0] = Recomputation("all", TEXT.figure("all", "床位", "beds", 1201, "张"), total_of(PUBLIC, PRIVATE))
""",
    "weaker": """
ROWS[0] = TEXT.aims(BEDS, "李床", "%", at_least(50))
""",
    "below_floor": """
TEKUN = 779
""",
}


@pytest.fixture
def check(tmp_path: Path):
    """Install a plugin of this code beside the others and check what it declares."""

    def run(code: str, *words: str, lang: str = "en") -> subprocess.CompletedProcess[str]:
        site = tmp_path / "site"
        about = site / "civaffairs_plum-1.0.dist-info"
        about.mkdir(parents=True)
        (site / "civaffairs_plum.py").write_text(code, "utf-8")
        (about / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: civaffairs-plum\nVersion: 1.0\n", "utf-8"
        )
        entry = "[civaffairs.plugins]\nplum = civaffairs_plum\n"
        (about / "entry_points.txt").write_text(entry, "utf-8")
        return subprocess.run(
            [sys.executable, "-m", "civaffairs", "check", "--strict", *(words or ("plum",))],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(site), os.environ.get("PYTHONPATH", ""))).rstrip(
                    os.pathsep
                ),
                "CIVAFFAIRS_LANG": lang,
                "PYTHONIOENCODING": "utf-8",
                "COLUMNS": "200",
            },
        )

    return run


def flat(text: str) -> str:
    """A printed table in one line, without the breaks inside its cells."""
    return " ".join(text.split())


def test_where_nothing_is_wrong_it_says_so_shows_what_it_recomputed_and_ends_with_0(check):
    done = check(SOUND)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [flat(line) for line in done.stdout.splitlines()]
    assert "Plum plan: nothing found" in lines
    assert "Standards: nothing found" in lines
    assert "Plum plan: recomputed" in lines
    assert "beds 1,200 beds 300 beds + 900 beds 1,200 beds 0 beds yes" in lines
    assert "share of private beds 75% 900 beds ÷ 1,200 beds 75% 0.5% yes" in lines


def test_a_name_of_its_plugin_checks_every_place_that_the_plugin_declares(check):
    done = check(SOUND, "plum")
    assert "Plum City plan: nothing found" in done.stdout
    assert done.stdout.count("Standards: nothing found") == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("two_targets", "two targets for one indicator and year"),
        ("wrong_sum", "printed 1,201 beds; 300 beds + 900 beds gives 1,200 beds"),
        ("weaker", "is weaker than at least 55% above"),
        ("below_floor", "779 yuan/person/month lies below its floor of 780 yuan/person/month"),
    ],
)
def test_what_the_plan_does_not_declare_is_shown_and_ends_with_1(wrong, said, check):
    where = SOUND.index("@hookimpl")
    undeclared = check(SOUND[:where] + WRONG[wrong] + SOUND[where:])
    assert undeclared.returncode == 1, undeclared.stdout + undeclared.stderr
    assert said in flat(undeclared.stdout)
    assert "not declared" in flat(undeclared.stdout)


@pytest.mark.parametrize("wrong", WRONG)
def test_what_the_plan_declares_is_shown_as_declared_and_ends_with_0(wrong, check):
    where = SOUND.index("@hookimpl")
    declared = check(SOUND[:where] + WRONG[wrong] + DECLARED + SOUND[where:])
    assert declared.returncode == 0, declared.stdout + declared.stderr
    assert "declared" in declared.stdout
    assert "not declared" not in flat(declared.stdout)


def test_a_figure_that_does_not_add_up_is_marked_in_the_table_of_recomputations(check):
    where = SOUND.index("@hookimpl")
    done = check(SOUND[:where] + WRONG["wrong_sum"] + SOUND[where:], lang="zh")
    assert "床位 1201张 300张 + 900张 1200张 0张 否" in [flat(line) for line in done.stdout.splitlines()]
    assert "李区规划：验算" in done.stdout


@pytest.mark.parametrize("name", ["shapingba", "chongqing", "jiangsu", "taoyuan"])
def test_every_real_plan_declares_what_is_found_in_it(name, check):
    done = check(SOUND, name)
    assert done.returncode == 0, done.stdout
    assert "recomputed" in done.stdout
