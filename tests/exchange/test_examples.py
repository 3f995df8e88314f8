"""The observation files under examples/ say what they are and can be followed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from civaffairs import Observation, Plan, follow, load
from civaffairs.exchange.observations import read_observations
from civaffairs.exchange.templates import known_of

FILES = sorted((Path(__file__).parents[2] / "examples" / "observations").glob("taoyuan_2024.*"))


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load()["taoyuan"].plan


@pytest.fixture(params=FILES, ids=lambda file: file.suffix)
def seen(request, plan) -> tuple[Observation, ...]:
    return read_observations(request.param, known_of(plan))


def test_there_is_one_to_open_in_any_program_and_one_for_excel():
    assert [file.suffix for file in FILES] == [".csv", ".xlsx"]


def test_every_figure_says_that_it_is_fictional(seen):
    assert all(each.note is not None and "虚构" in each.note.zh for each in seen)


def test_every_indicator_and_series_of_the_plan_is_observed(seen, plan):
    assert {each.of.id for each in seen} == set(known_of(plan))


def test_the_files_show_targets_that_are_reached_on_course_behind_and_unknown(seen, plan):
    outcomes = {each.outcome.name for each in follow(plan, seen, on=date(2025, 3, 1))}
    assert {"MET", "ON_COURSE", "BEHIND", "CANNOT_TELL"} <= outcomes


def test_both_files_say_the_same(plan):
    first, second = (
        [(each.of, each.period, each.value) for each in read_observations(file, known_of(plan))]
        for file in FILES
    )
    assert first == second


def test_both_files_are_read_with_everything_that_is_installed():
    loaded = load()
    for file in FILES:
        assert read_observations(file, {**loaded.series, **loaded.indicators})
