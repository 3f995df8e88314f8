"""The suite as a test of pytest, in a process of its own, with two plugins and a class that inherits it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = '''
"""NAME, a fictional district under a nation of its own."""

from civaffairs import Amount, Direction, Document, Indicator, Jurisdiction, Label, Level, Passage, Plan
from civaffairs import SHARE, Topic, Trust, at_least, hookimpl

PAPER = Document("NAME/plan-14", Label("区规划", "Plan of NAME"), "区民政局", 2021, Trust.FICTIONAL)
TEXT = Passage(PAPER.at("一"), Topic.ELDERLY_CARE, period=2020, by=2025)
BEDS = Indicator("NAME_beds", Label("床", "NAME beds"), "%", Direction.UP, TEXT.topic, SHARE)
ROWS = [TEXT.aims(BEDS, "床", "%", at_least(60))]


@hookimpl
def civaffairs_jurisdictions():
    with open("loaded.txt", "a") as file:
        file.write("NAME ")
    nation = Label("NAME国", "Land of NAME")
    yield Jurisdiction("NAME", Label("NAME区", "NAME"), Level.DISTRICT, "CODE01", "NAME-land", fictional=True)
    yield Jurisdiction("NAME-land", nation, Level.NATION, "100000", fictional=True)


@hookimpl
def civaffairs_indicators():
    return [BEDS]


@hookimpl
def civaffairs_plans():
    return [Plan("NAME/plan-14", PAPER.label, "NAME", "2021..2025", PAPER, rows=ROWS)]
'''
TWO_TARGETS = 'ROWS.append(TEXT.at("二").aims(BEDS, "床", "%", at_least(65)))'
ABOUT = "Metadata-Version: 2.1\nName: civaffairs-NAME\nVersion: 1.0\nSummary: NAME\n\nWhat NAME declares.\n"

TESTS = """
from civaffairs.testing.conformance import conformance

test_conformance = conformance("plum", examples=2)


class TestPear:
    test_all = conformance("pear", examples=2)


class TestPearAgain(TestPear):
    pass
"""


class Site:
    """A folder with plugins and tests, and what pytest says there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, code: str, about: str = ABOUT) -> None:
        (self.folder / f"civaffairs_{name}.py").write_text(
            PLUGIN.replace("NAME", name).replace("CODE", code), "utf-8"
        )
        info = self.folder / f"civaffairs_{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(about.replace("NAME", name), "utf-8")
        entry = f"[civaffairs.plugins]\n{name} = civaffairs_{name}\n"
        (info / "entry_points.txt").write_text(entry, "utf-8")

    def append(self, name: str, line: str) -> None:
        with (self.folder / f"civaffairs_{name}.py").open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    def run(self, tests: str, *options: str) -> tuple[int, str]:
        (self.folder / "test_them.py").write_text(tests, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-rA", "-W", "error", "-p", "no:cacheprovider", *options, "."],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(self.folder), os.environ.get("PYTHONPATH", ""))),
                "PYTHONIOENCODING": "utf-8",
                "CIVAFFAIRS_LOAD_PLUGINS": "plum,pear",
                "CIVAFFAIRS_LANG": "en",
                "COLUMNS": "200",
            },
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Two plugins in which nothing is wrong."""
    found = Site(tmp_path)
    found.install("plum", "9901")
    found.install("pear", "9902")
    return found


def test_two_plugins_and_a_class_that_inherits_the_test_pass_and_are_loaded_once(site):
    code, said = site.run(TESTS)
    assert code == 0, said
    asked = [line.split()[1] for line in said.splitlines() if line.startswith("PASSED")]
    assert "test_them.py::test_conformance[plum-names]" in asked
    assert "test_them.py::test_conformance[plum-land-names]" in asked  # declared by the same plugin
    assert "test_them.py::TestPear::test_all[pear-masking]" in asked
    assert "test_them.py::TestPearAgain::test_all[pear-land-invariants]" in asked
    assert len(set(asked)) == len(asked) == 6 * 17
    assert sorted((site.folder / "loaded.txt").read_text().split()) == ["pear", "plum"]


def test_what_is_not_met_fails_with_the_findings_and_a_recommendation_is_an_expected_failure(site):
    site.append("pear", TWO_TARGETS)
    about = site.folder / "civaffairs_pear-1.0.dist-info" / "METADATA"
    about.write_text("Metadata-Version: 2.1\nName: civaffairs-pear\nVersion: 1.0\n", "utf-8")
    code, said = site.run(TESTS, "-k", "discrepancies or names or documentation")
    assert code == 1
    failed = [line.split()[1] for line in said.splitlines() if line.startswith("FAILED")]
    assert sorted(failed) == [
        "test_them.py::TestPear::test_all[pear-discrepancies]",
        "test_them.py::TestPearAgain::test_all[pear-discrepancies]",
    ]
    assert "pear/plan-14#一 二: two targets for one indicator and year" in said
    assert "Traceback" not in said
    assert "XFAIL test_them.py::TestPear::test_all[pear-documentation]" in said
    assert "civaffairs-pear has no summary" in said


def test_what_needs_an_extra_that_is_not_installed_is_skipped_with_the_reason(site):
    without = "import civaffairs.testing.conformance.asking as asking\nasking.find_spec = lambda name: None\n"
    code, said = site.run(without + TESTS, "-k", "masking or names")
    assert code == 0, said
    assert said.count("PASSED") == 6
    skipped = [line for line in said.splitlines() if line.startswith("SKIPPED")]
    assert skipped
    assert "pip install 'civaffairs[testing]'" in said


def test_a_jurisdiction_that_does_not_exist_is_said_when_tests_are_collected(site):
    code, said = site.run(TESTS.replace('"pear"', '"paer"'))
    assert code == 2
    assert "there is no jurisdiction called 'paer'" in said
    assert "pear" in said
