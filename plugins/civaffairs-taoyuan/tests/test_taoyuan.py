"""The plugin loads with its parents, holds every row of its tables, and declares what its figures contradict."""

from civaffairs import load
from civaffairs.domain.checks import check


def test_the_plugin_loads_and_misses_nothing() -> None:
    reports = {report.name: report for report in load(strict=True).reports}
    assert reports["taoyuan"].faults == ()


def test_every_row_of_the_tables_is_there() -> None:
    assert sum(len(plan.rows) for plan in load()["taoyuan"].plans) == 16


def test_every_contradiction_that_the_checks_find_is_declared() -> None:
    found = [problem for plan in load()["taoyuan"].plans for problem in check(plan)]
    assert [problem.what.text("en") for problem in found if not problem.declared] == []
