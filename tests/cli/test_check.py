"""`check` as its users meet it: requirements, what is declared, what is recomputed, and the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOUND = """
from civaffairs import Amount, Direction, Discrepancy, Document, Freedom, Grade, Indicator, Jurisdiction
from civaffairs import Label, Level, NotModelled, Passage, Plan, Recomputation, SHARE, Side, Standard
from civaffairs import Exemption, Timeline, Topic, Trust, at_least, hookimpl, ratio_of, since, total_of
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.standards import Floor

CARE, WORD = Topic.ELDERLY_CARE, Label("李", "plum")
PAPER = Document("plum/plan-14", Label("李区规划", "Plum plan"), "李区民政局", 2021, Trust.FICTIONAL)
TEXT = Passage(PAPER.at("一"), CARE, period=2020, by=2025)
BEDS = Indicator("plum_beds", Label("李床", "plum beds"), "%", Direction.UP, CARE, SHARE)
PUBLIC = TEXT.figure("public", "公办", "public beds", 300, "张")
PRIVATE = TEXT.figure("private", "社会办", "private beds", 900, "张")
ALL = TEXT.figure("all", "床位", "beds", 1200, "张")
PART = TEXT.figure("part", "占比", "share of private beds", 75, "%")
SUM, SHARED = total_of(PUBLIC, PRIVATE), ratio_of(PRIVATE, ALL)
ADDED = [Recomputation("all", ALL, SUM), Recomputation("part", PART, SHARED)]
LIMIT = LocalStandard("plum_limit", Label("李限", "the plum limit"), "元/人·月")
FLOOR = Floor(LIMIT * "1.3", PAPER.at("二"))
ROWS = [TEXT.aims(BEDS, "李床", "%", at_least(60))]
CONTRADICTIONS = []
KNOWN = []


def standard(name, number, floor=None):
    entry = since(2021, Amount(number, "元/人·月"), PAPER.at("三"))
    paid = Timeline((NotModelled(WORD, before=2021), entry))
    return Standard(name, "plum", Label(f"李{name}", name), "元/人·月", CARE, paid, Freedom.SET, floor)


RAISED = 780


@hookimpl
def civaffairs_jurisdictions():
    town, city = Label("李区", "Plum"), Label("李市", "Plum City")
    return [Jurisdiction("plum", town, Level.DISTRICT, "990201", "plum-city", fictional=True),
            Jurisdiction("plum-city", city, Level.CITY, "990200", "plum-land", fictional=True),
            Jurisdiction("plum-land", Label("李国", "Plum Land"), Level.NATION, "100000", fictional=True)]

@hookimpl
def civaffairs_indicators():
    return [BEDS]

@hookimpl
def civaffairs_standards():
    return [standard("plum_limit", 600), standard("plum_raised", RAISED, FLOOR)]

@hookimpl
def civaffairs_exemptions():
    return KNOWN

@hookimpl
def civaffairs_plans():
    parts = {"rows": ROWS, "recomputations": ADDED, "discrepancies": CONTRADICTIONS}
    name = Label("李市规划", "Plum City plan")
    city = Document("plum-city/plan-14", name, "李市民政局", 2021, Trust.FICTIONAL)
    above = Passage(city.at("一"), CARE, period=2020, by=2025).aims(BEDS, "李床", "%", at_least(55))
    return [Plan("plum/plan-14", PAPER.label, "plum", "2021..2025", PAPER, **parts),
            Plan("plum-city/plan-14", city.label, "plum-city", "2021..2025", city, rows=[above])]
"""

DECLARED = """
SIDES = (Side(WORD, PAPER.at("一")), Side(WORD, PAPER.at("三")))
CONTRADICTIONS.append(Discrepancy("a", WORD, Grade.TWO_VALUES, SIDES, WORD, WORD))
"""

EXEMPTED = """
def exempt(requirement, of):
    why = Label("来源如此", "so say the sources")
    KNOWN.append(Exemption("known", "plum", requirement, of, why, PAPER.at("四")))

"""

# What is wrong: the code that makes it so, and the requirement and thing by which it is exempted.
WRONG = {
    "two_targets": (
        'ROWS.append(TEXT.at("二是").aims(BEDS, "李床", "%", at_least(65)))',
        ("discrepancies", "plum/plan-14#一 二是"),
    ),
    "wrong_sum": (
        'ADDED[0] = Recomputation("all", TEXT.figure("all", "床位", "beds", 1201, "张"), SUM)',
        ("recomputations", "plum/plan-14#一"),
    ),
    "weaker": ('ROWS[0] = TEXT.aims(BEDS, "李床", "%", at_least(50))', ("targets", "plum/plan-14#一")),
    "below_floor": ("RAISED = 779", ("discrepancies", "plum_raised")),
}


CHECK = [sys.executable, "-m", "civaffairs", "check", "--strict", "--examples", "3"]


@pytest.fixture
def check(tmp_path: Path):
    """Install a plugin of this code and check what it declares."""

    def run(code: str, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        site = tmp_path / "site"
        about = site / "civaffairs_plum-1.0.dist-info"
        about.mkdir(parents=True)
        (site / "civaffairs_plum.py").write_text(f'"""Plum."""\n{code}', "utf-8")
        metadata = "Metadata-Version: 2.1\nName: civaffairs-plum\nVersion: 1.0\nSummary: Plum\n\nPlum.\n"
        (about / "METADATA").write_text(metadata, "utf-8")
        entry = "[civaffairs.plugins]\nplum = civaffairs_plum\n"
        (about / "entry_points.txt").write_text(entry, "utf-8")
        path = os.pathsep.join((str(site), os.environ.get("PYTHONPATH", ""))).rstrip(os.pathsep)
        return subprocess.run(
            [*CHECK, *(words or ("plum",))],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={
                **os.environ,
                "PYTHONPATH": path,
                "CIVAFFAIRS_LANG": "en",
                "CIVAFFAIRS_LOAD_PLUGINS": "plum",
                "PYTHONIOENCODING": "utf-8",
                "COLUMNS": "200",
                **settings,
            },
        )

    return run


def with_wrong(wrong: str, *more: str) -> str:
    """The sound plugin with something wrong in it, and perhaps a declaration of that."""
    where = SOUND.index("@hookimpl")
    return f"{SOUND[:where]}{WRONG[wrong][0]}\n{''.join(more)}\n{SOUND[where:]}"


def lines(text: str) -> list[str]:
    """The lines as they read, without what lines columns up."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_where_nothing_is_wrong_it_says_so_shows_what_it_recomputed_and_ends_with_0(check):
    done = check(SOUND)
    assert done.returncode == 0, done.stdout + done.stderr
    said = lines(done.stdout)
    assert "Plum: conformance suite 1.0" in said
    assert "discrepancies contradictions are declared required ✓ met" in said
    assert "documentation what readers need is explained optional ✓ met" in said
    assert "Plum plan: recomputed" in said
    assert "beds 1,200 beds 300 beds + 900 beds 1,200 beds 0 beds yes" in said
    assert "share of private beds 75% 900 beds ÷ 1,200 beds 75% 0.5% yes" in said
    assert "Plum: passes suite 1.0" in said
    assert not done.stderr


def test_a_name_of_its_plugin_checks_every_place_that_the_plugin_declares(check):
    said = lines(check(SOUND).stdout)
    assert "Plum City: passes suite 1.0" in said  # nothing was found there, and nothing more is said
    assert "Plum Land: passes suite 1.0" in said
    assert "Plum City: conformance suite 1.0" not in said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("two_targets", "two targets for one indicator and year"),
        ("wrong_sum", "printed 1,201 beds; 300 beds + 900 beds gives 1,200 beds"),
        ("weaker", "is weaker than at least 55% above"),
        ("below_floor", "779 yuan/person/month lies below its floor of 780 yuan/person/month"),
    ],
)
def test_what_is_declared_nowhere_is_shown_with_its_place_and_ends_with_1(wrong, said, check):
    undeclared = check(with_wrong(wrong))
    assert undeclared.returncode == 1, undeclared.stdout + undeclared.stderr
    requirement, of = WRONG[wrong][1]
    text = " ".join(lines(undeclared.stdout))
    assert said in text
    assert of in text
    assert "✗ 1 not declared" in text
    assert f"✗ {requirement}" in text
    assert "civaffairs_exemptions" in text
    assert "Plum: does not pass suite 1.0, 1 requirement not met" in text


@pytest.mark.parametrize("wrong", ["two_targets", "below_floor"])
def test_what_the_plan_declares_is_shown_as_declared_and_ends_with_0(wrong, check):
    declared = check(with_wrong(wrong, DECLARED))
    assert declared.returncode == 0, declared.stdout + declared.stderr
    said = lines(declared.stdout)
    assert "Plum: passes suite 1.0, 1 declared discrepancy" in said
    assert "Declared" in said
    assert "not declared" not in " ".join(said)


@pytest.mark.parametrize("wrong", ["wrong_sum", "weaker"])
def test_what_is_exempted_is_shown_with_its_reason_and_ends_with_0(wrong, check):
    done = check(with_wrong(wrong, EXEMPTED, f"exempt{WRONG[wrong][1]!r}\n"))
    assert done.returncode == 0, done.stdout + done.stderr
    said = lines(done.stdout)
    assert "Plum: passes suite 1.0, 1 declared exception" in said
    assert any(line.endswith("exception: so say the sources") for line in said)


def test_an_exemption_from_what_is_not_found_ends_with_1(check):
    where = SOUND.index("@hookimpl")
    stale = f'{EXEMPTED}exempt("units", "plum_limit")\n'
    done = check(SOUND[:where] + stale + SOUND[where:])
    assert done.returncode == 1, done.stdout + done.stderr
    assert "nothing that is found here against units is of 'plum_limit'" in " ".join(lines(done.stdout))


def test_it_speaks_chinese_and_marks_a_figure_that_does_not_add_up_in_the_table(check):
    done = check(with_wrong("wrong_sum"), CIVAFFAIRS_LANG="zh")
    said = lines(done.stdout)
    assert "床位 1201张 300张 + 900张 1200张 0张 否" in said
    assert "李区规划：验算" in said
    assert "recomputations 合计与占比算得出 必要 ✗ 1 处未声明" in said
    assert "李区：未通过符合性测试 1.0，1 项必要要求不符合" in said


def test_one_requirement_can_be_asked_alone_and_the_last_line_says_that_the_others_were_not(check):
    done = check(with_wrong("wrong_sum"), "plum", "--only", "targets", "--only", "dates")
    assert done.returncode == 0, done.stdout + done.stderr
    said = lines(done.stdout)
    assert "Plum: passes what was asked of suite 1.0: 2 of 17 requirements" in said
    assert "recomputed" not in done.stdout


def test_a_requirement_that_does_not_exist_ends_with_2_and_what_comes_close(check):
    done = check(SOUND, "plum", "--only", "unit")
    assert done.returncode == 2
    assert "there is no requirement called 'unit'. Known and close: units" in done.stderr
    assert not done.stdout


def test_nothing_is_wider_than_the_terminal(check):
    done = check(with_wrong("two_targets"), COLUMNS="80")
    assert max(map(len, done.stdout.splitlines())) <= 80


WITHOUT_HYPOTHESIS = """
import sys
from importlib import util

find = util.find_spec
util.find_spec = lambda name, *more: None if name == "hypothesis" else find(name, *more)
sys.modules["hypothesis"] = None
"""


def test_without_the_extra_testing_it_says_what_it_could_not_ask_and_how_to_install_it(check, tmp_path):
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(WITHOUT_HYPOTHESIS, "utf-8")
    path = os.pathsep.join((str(hidden), os.environ.get("PYTHONPATH", ""))).rstrip(os.pathsep)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", path)
        done = check(SOUND)
    assert done.returncode == 0, done.stdout + done.stderr
    said = " ".join(lines(done.stdout))
    assert "pip install 'civaffairs[testing]'" in said
    passed = "Plum: passes what was asked of suite 1.0: 14 of 17 requirements"
    assert f"{passed}, 3 requirements not asked" in said


@pytest.mark.parametrize("name", ["shapingba", "chongqing", "taoyuan"])
def test_every_real_plan_declares_what_is_found_in_it(name, check):
    asked = ("--only", "discrepancies", "--only", "recomputations", "--only", "targets")
    done = check(SOUND, name, *asked, CIVAFFAIRS_LOAD_PLUGINS="china,chongqing,shapingba,taoyuan,plum")
    assert done.returncode == 0, done.stdout
    assert "recomputed" in done.stdout
