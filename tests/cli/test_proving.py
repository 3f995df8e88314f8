"""`prove` and `change` as their users meet them: real processes and files, exit codes, both languages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from civaffairs.exchange.cases import case_from, read_case

CASES = Path(__file__).parents[2] / "examples" / "cases"
ELDER = str(CASES / "taoyuan_elder.json")
FAMILY = str(CASES / "jiangjin_family.json")
DAY = ("--on", "2024-09-01")
BROKEN = '''
"""A plugin that promises what its rules do not keep."""
from civaffairs import Amount, Jurisdiction, Label, Level, Topic, hookimpl, since
from civaffairs.domain.invariants import Always, Invariant, Moves, Way
from civaffairs.domain.models import Household
from civaffairs.domain.rules.named import amount_rule, dated
from civaffairs.domain.rules.views import cemetery, household, income, person
from civaffairs.domain.sources import Document

PLACE = Label("西园区", "Xiyuan")
HERE = Jurisdiction("xiyuan", PLACE, Level.DISTRICT, "990199", "taoyuan", fictional=True)
CLAUSE = Document("xiyuan/rules", Label("办法", "Rules"), "", 2021).at("一")
EARNED = household.members.total(person.incomes.total(income.monthly))
REST = amount_rule(
    "rest", "xiyuan", Label("结余", "rest"), Household, "元/月",
    dated(
        Label("无", "none"),
        since("2021", Amount(500, "元/月") - EARNED, CLAUSE),
    ),
)


def invariant(name, claim):
    label = Label(f"不变{name}", name)
    return Invariant(name, "xiyuan", label, Topic.SOCIAL_ASSISTANCE, "Household", claim, CLAUSE)


@hookimpl
def civaffairs_jurisdictions():
    return [HERE]


@hookimpl
def civaffairs_rules():
    return [REST]


@hookimpl
def civaffairs_invariants():
    return [
        invariant("never_negative", Always(REST >= Amount(0, "元/月"))),
        invariant("never_falls", Moves(REST, income.monthly, Way.NEVER_FALLS)),
        invariant("never_rises", Moves(REST, income.monthly, Way.NEVER_RISES)),
        invariant("of_another", Always(cemetery.flat_stones)),
    ]
'''


def civaffairs(
    *words: str, cwd: Path, lang: str = "en", beside: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CIVAFFAIRS_LANG": lang, "PYTHONIOENCODING": "ascii", "COLUMNS": "100"}
    if beside is not None:
        paths = (str(beside), os.environ.get("PYTHONPATH", ""))
        environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return subprocess.run(
        [sys.executable, "-m", "civaffairs", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


def broken_plugin(folder: Path) -> Path:
    """A plugin as if it was installed: a module, and beside it what says that it is one."""
    (folder / "civaffairs_xiyuan.py").write_text(BROKEN, "utf-8")
    info = folder / "civaffairs_xiyuan-0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: civaffairs-xiyuan\nVersion: 0.1\n", "utf-8")
    (info / "entry_points.txt").write_text("[civaffairs.plugins]\nxiyuan = civaffairs_xiyuan\n", "utf-8")
    return folder


def test_what_a_district_promises_is_proved_and_it_is_said_for_whom(tmp_path: Path) -> None:
    done = civaffairs("prove", "taoyuan", *DAY, "--members", "2", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert "households of up to 2 members" in said
    assert "on every date on which one changes" in said
    assert "only tested" in said
    assert "counterexample" not in said


def test_one_invariant_is_proved_alone_and_in_chinese(tmp_path: Path) -> None:
    words = ("prove", "taoyuan", "three_tenths_are_enough", *DAY)
    done = civaffairs(*words, cwd=tmp_path, lang="zh")
    assert done.returncode == 0, done.stderr
    assert "已证明" in done.stdout
    assert "公墓" in done.stdout
    (record,) = json.loads(civaffairs(*words, "--json", cwd=tmp_path).stdout)
    assert (record["invariant"], record["outcome"]) == ("three_tenths_are_enough", "proved")
    assert "cases" not in record
    wrong = civaffairs("prove", "taoyuan", "three_tenths", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "three_tenths_are_enough" in wrong.stderr


def test_what_does_not_hold_is_written_as_case_files_and_ends_with_one(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    broken_plugin(beside)
    names = ("never_negative", "never_falls", "never_rises", "of_another")
    words = ("prove", "xiyuan", *names, *DAY, "--members", "1")
    done = civaffairs(*words, "-o", "found/here", cwd=tmp_path, beside=beside)
    assert done.returncode == 1, done.stderr
    written = sorted(each.name for each in (tmp_path / "found" / "here").iterdir())
    assert written == [
        "xiyuan-never_falls-after.json",
        "xiyuan-never_falls-before.json",
        "xiyuan-never_negative.json",
    ]
    home = read_case(tmp_path / "found" / "here" / "xiyuan-never_negative.json")
    assert sum(each.monthly for each in home.members[0].incomes) > 500
    records = json.loads(civaffairs(*words, "--json", cwd=tmp_path, beside=beside).stdout)
    outcomes = {each["invariant"]: each["outcome"] for each in records}
    assert outcomes == {
        "never_negative": "refuted",
        "never_falls": "refuted",
        "never_rises": "proved",
        "of_another": "refused",
    }
    before, after = (case_from(json.dumps(case)) for case in records[1]["cases"])
    assert before != after
    hinted = civaffairs(*words, cwd=tmp_path, beside=beside)
    assert "-o DIR" in hinted.stdout


def test_what_a_district_declares_that_it_breaks_is_no_failure(tmp_path: Path) -> None:
    words = ("prove", "chongqing", "tekun_follows_dibao", "--on", "2023-01-01")
    done = civaffairs(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "declared" in done.stdout
    records = json.loads(civaffairs(*words, "--json", cwd=tmp_path).stdout)
    assert [each["jurisdiction"] for each in records] == ["chongqing", "china"]  # each in its own words
    assert {each["outcome"] for each in records} == {"refuted"}
    assert all(each["exemption"] for each in records)


def test_provisions_that_overlap_are_told_and_written(tmp_path: Path) -> None:
    words = ("prove", "taoyuan", "--disjoint", "dibao", "dibao_marginal", "tekun", *DAY, "--members", "2")
    done = civaffairs(*words, "-o", "found", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    said = " ".join(done.stdout.split())
    assert "not both: Dibao; Dibao-marginal family holds" in said
    assert (tmp_path / "found" / "dibao-and-tekun.json").exists()
    assert not (tmp_path / "found" / "dibao-and-dibao_marginal.json").exists()
    decided = civaffairs(
        "decide", "taoyuan", "found/dibao-and-tekun.json", *DAY, "--format", "json", cwd=tmp_path
    )
    answers = {(each["provision"], each["answer"]) for each in json.loads(decided.stdout)["decisions"]}
    assert {("dibao", "yes"), ("tekun", "yes")} <= answers


def test_who_is_in_need_and_not_covered_is_told_in_chinese(tmp_path: Path) -> None:
    words = ("prove", "taoyuan", "--covered", "assets_eligible", "dibao", *DAY, "--members", "1")
    done = civaffairs(*words, "-o", "found", cwd=tmp_path, lang="zh")
    assert done.returncode == 1, done.stderr
    assert "符合以下之一" in "".join(done.stdout.split())
    assert (tmp_path / "found" / "assets_eligible-not-covered.json").exists()


def test_a_household_left_out_while_one_that_earns_more_is_not_is_two_cases(tmp_path: Path) -> None:
    words = ("prove", "taoyuan", "--gaps", *DAY, "--members", "1")
    done = civaffairs(*words, "-o", "found", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert {each.name for each in (tmp_path / "found").iterdir()} == {
        "left-out-before.json",
        "left-out-after.json",
    }
    named = civaffairs("prove", "taoyuan", "--gaps", "dibao", "dibao_marginal", *DAY, cwd=tmp_path)
    assert named.returncode == 0, named.stderr


def test_cliffs_are_told_and_are_no_failure(tmp_path: Path) -> None:
    words = ("prove", "taoyuan", "--cliffs", "winter_heating", "dibao", *DAY, "--members", "1")
    done = civaffairs(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "winter heating subsidy the largest fall is 59.99 yuan/month" in " ".join(done.stdout.split())
    records = json.loads(civaffairs(*words, "--json", cwd=tmp_path).stdout)
    assert [each["name"] for each in records] == ["winter_heating", "dibao", "winter_heating-and-dibao"]
    assert [len(each["cases"]) for each in records] == [2, 2, 2]


def test_what_is_asked_wrongly_is_refused_with_what_to_write(tmp_path: Path) -> None:
    wrong = civaffairs("prove", "taoyuan", "--disjoint", "dibao", *DAY, cwd=tmp_path)
    assert wrong.returncode == 2
    assert "at least 2" in wrong.stderr
    wrong = civaffairs("prove", "taoyuan", "--gaps", "--cliffs", *DAY, cwd=tmp_path, lang="zh")
    assert wrong.returncode == 2
    assert "一次只能" in wrong.stderr
    wrong = civaffairs("prove", "taoyuan", "--covered", "assets_eligble", "dibao", *DAY, cwd=tmp_path)
    assert wrong.returncode == 2
    assert "assets_eligible" in wrong.stderr


def test_the_least_change_is_told_and_made_a_case(tmp_path: Path) -> None:
    words = ("change", "taoyuan", ELDER, *DAY, "--provision")
    done = civaffairs(*words, "dibao_marginal", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.search(r"assets: 8,000 yuan → [\d,.]+ yuan", done.stdout)
    assert "已经符合" in civaffairs(*words, "dibao", cwd=tmp_path, lang="zh").stdout
    records = json.loads(civaffairs(*words, "dibao_marginal", "--json", cwd=tmp_path).stdout)
    (record,) = records
    for change in record["changes"][:1]:
        (tmp_path / "changed.json").write_text(json.dumps(change["case"]), "utf-8")
        decided = civaffairs(
            "decide",
            "taoyuan",
            "changed.json",
            *DAY,
            "--provision",
            "dibao_marginal",
            "--format",
            "json",
            cwd=tmp_path,
        )
        assert json.loads(decided.stdout)["decisions"][0]["answer"] == "yes"


def test_a_provision_about_persons_is_looked_at_for_each_member_or_for_one(tmp_path: Path) -> None:
    words = ("change", "jiangjin", FAMILY, "--on", "2024-03-01", "--provision", "old_age_allowance")
    lines = civaffairs(*words, cwd=tmp_path).stdout.splitlines()
    assert [line.partition(":")[0] for line in lines if not line.startswith(" ")] == [
        f"members[{position}]" for position in range(3)
    ]
    one = civaffairs(*words, "--member", "1", "-o", "told.txt", cwd=tmp_path)
    assert one.returncode == 0, one.stderr
    assert "80" in (tmp_path / "told.txt").read_text("utf-8")
    wrong = civaffairs(*words, "--member", "9", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "--member" in wrong.stderr


def test_a_provision_about_something_else_is_refused(tmp_path: Path) -> None:
    words = ("change", "taoyuan", ELDER, *DAY, "--provision")
    assert civaffairs(*words, "ecological_plots", cwd=tmp_path).returncode == 2
    assert civaffairs(*words, "no_such_provision", cwd=tmp_path).returncode == 2


def test_without_the_solver_it_says_how_to_install_it(tmp_path: Path) -> None:
    (tmp_path / "z3.py").write_text("raise ImportError('none here')\n", "utf-8")
    done = civaffairs("prove", "taoyuan", *DAY, cwd=tmp_path, beside=tmp_path)
    assert done.returncode == 2
    assert "civaffairs[prove]" in done.stderr
