"""The plugin loads with its parent and speaks for the province."""

from civaffairs import load


def test_the_plugin_loads_and_misses_nothing() -> None:
    reports = {report.name: report for report in load(strict=True).reports}
    assert reports["jiangsu"].faults == ()


def test_the_province_stands_directly_below_the_nation() -> None:
    assert [each.id for each in load()["jiangsu"].chain] == ["china"]
