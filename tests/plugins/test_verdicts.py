"""The library's verdict beside the documents': where they differ, and why."""

from __future__ import annotations

import re
from datetime import date

import pytest

from civaffairs.domain.progress import Consequence, Outcome, follow, follow_results
from civaffairs.loading import Catalogue, load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(strict=True)


def outcomes(catalogue: Catalogue, plan: str) -> dict[str, Outcome]:
    progress = follow_results(catalogue.plans[plan])
    return {each.target.clause.locator.split("序号")[1].split()[0]: each.outcome for each in progress}


def differing(catalogue: Catalogue, plan: str) -> set[str]:
    return {
        each.target.clause.locator.split("序号")[1].split()[0]
        for each in follow_results(catalogue.plans[plan])
        if each.differs
    }


def test_guichi_misses_two_targets_and_seven_rows_cannot_be_told(catalogue: Catalogue) -> None:
    found = outcomes(catalogue, "guichi/plan-13")
    assert {row for row, outcome in found.items() if outcome is Outcome.MISSED} == {"1①", "14"}
    assert {row for row, outcome in found.items() if outcome is Outcome.CANNOT_TELL} == {
        "2②", "2③", "2④", "11", "13", "15",
    }  # fmt: skip
    assert len(found) == 21


def test_guichi_marks_as_done_what_lies_outside_its_interval_or_cannot_be_checked(
    catalogue: Catalogue,
) -> None:
    # 1①: 37 lies outside 28-35. 2②-2④: the documents that set the bound are not known. 14: half of the money.
    assert differing(catalogue, "guichi/plan-13") == {"1①", "2②", "2③", "2④", "14"}


def test_a_binding_interval_missed_is_a_failure_and_an_expected_sum_missed_a_deviation(
    catalogue: Catalogue,
) -> None:
    found = {each.target.indicator.id: each for each in follow_results(catalogue.plans["guichi/plan-13"])}
    assert found["urban_dibao_share_of_consumption"].consequence is Consequence.FAILURE
    assert found["civil_affairs_expenditure"].consequence is Consequence.DEVIATION


def test_jiangjin_claims_every_task_and_misses_four(catalogue: Catalogue) -> None:
    found = outcomes(catalogue, "jiangjin/plan-13")
    missed = {row for row, outcome in found.items() if outcome is Outcome.MISSED}
    assert missed == {"3(农村)", "4", "6", "9"}
    assert differing(catalogue, "jiangjin/plan-13") == missed
    assert all(outcome is Outcome.MET for row, outcome in found.items() if row not in missed)


def test_the_rural_dibao_share_of_2025_lies_below_both_districts_target(catalogue: Catalogue) -> None:
    for name in ("shapingba", "jiangjin"):
        plan = catalogue[name].plan
        found = {
            each.target.indicator.id: each for each in follow(plan, plan.observations, on=date(2026, 1, 1))
        }
        share = found["rural_dibao_share_of_urban"]
        assert share.outcome is Outcome.MISSED
        assert share.observation is not None
        assert share.observation.value.text("zh") == "81.82%"  # type: ignore[union-attr] - 630 of 770 yuan


def test_midway_the_share_was_behind_its_path(catalogue: Catalogue) -> None:
    plan = catalogue["jiangjin"].plan
    found = {each.target.indicator.id: each for each in follow(plan, plan.observations, on=date(2023, 1, 1))}
    share = found["rural_dibao_share_of_urban"]
    # 581 of 717 yuan is 81.03 %; the straight path from 80 to 85 stands at 82 % after two of five years.
    assert share.outcome is Outcome.BEHIND
    assert share.expected is not None
    assert share.expected.number == 82


def test_every_value_of_every_plugin_has_a_clause(catalogue: Catalogue) -> None:
    for dossier in catalogue:
        for plan in dossier.plans:
            assert all(target.clause.locator for target in plan.targets)
            assert all(
                not isinstance(seen.source, str)
                for seen in (*plan.baselines, *plan.results, *plan.observations)
            )
        for standard in dossier.standards:
            assert all(entry.clause.locator for entry in standard.timeline)


def test_one_id_per_meaning_where_two_districts_print_the_same_heading(catalogue: Catalogue) -> None:
    ids: dict[str, set[str]] = {}
    for plan in catalogue.plans.values():
        for row in plan.rows:
            heading = re.sub(
                r"\([%个人张元亿万平方米]+\)$", "", row.name.replace("（", "(").replace("）", ")")
            )
            if "/" not in row.name:
                ids.setdefault(heading, set()).add(row.indicator.id)
    assert {heading: found for heading, found in ids.items() if len(found) > 1} == {}


def test_codes_place_each_district_in_its_parent(catalogue: Catalogue) -> None:
    for dossier in catalogue:
        if dossier.chain and not dossier.jurisdiction.fictional:
            assert all(dossier.jurisdiction.lies_in(above) for above in dossier.chain)
    assert [each.id for each in catalogue["guichi"].chain] == ["chizhou", "anhui", "china"]
    assert [each.id for each in catalogue["shapingba"].chain] == ["chongqing", "china"]


def test_chongqing_sets_one_standard_more_half_a_yuan_short_of_its_own_floor(catalogue: Catalogue) -> None:
    standards = {standard.id: standard for standard in catalogue["chongqing"].standards}
    day = date(2024, 1, 1)
    floor = standards["dibao_urban"].on(day) * "1.3"
    assert floor.text("zh") == "955.5元/人·月"
    assert standards["tekun_basic"].on(day).text("zh") == "955元/人·月"
