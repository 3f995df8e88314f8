"""The plugin loads with its parent and speaks for the province and its cities."""

import pytest

from civaffairs import Catalogue, load
from civaffairs.domain.checks import check


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(only=("china", "jiangsu"), strict=True)


def test_the_plugin_loads_and_misses_nothing(catalogue: Catalogue) -> None:
    reports = {report.name: report for report in catalogue.reports}
    assert reports["jiangsu"].faults == ()


def test_the_province_stands_directly_below_the_nation(catalogue: Catalogue) -> None:
    assert [each.id for each in catalogue["jiangsu"].chain] == ["china"]


def test_seven_cities_lie_in_the_province(catalogue: Catalogue) -> None:
    cities = [each for each in catalogue.jurisdictions.values() if each.parent == "jiangsu"]
    assert len(cities) == 7
    assert all(city.lies_in(catalogue.jurisdiction("jiangsu")) for city in cities)


def test_the_plan_for_civil_affairs_is_the_one_that_is_followed(catalogue: Catalogue) -> None:
    assert [plan.id for plan in catalogue["jiangsu"].plans] == ["jiangsu/plan-14", "jiangsu/community-14"]
    assert catalogue["jiangsu"].plan.id == "jiangsu/plan-14"


def test_nothing_says_which_targets_are_binding(catalogue: Catalogue) -> None:
    targets = [target for plan in catalogue["jiangsu"].plans for target in plan.targets]
    assert len(targets) == 16
    assert {target.nature for target in targets} == {None}


def test_the_steps_of_single_years_are_milestones(catalogue: Catalogue) -> None:
    steps = [
        (target.indicator.id, str(target.by), target.text("en"))
        for target in catalogue["jiangsu"].plan.targets
        if target.milestone
    ]
    assert steps == [
        ("home_service_share", "2022", "at least 16%"),
        ("urban_care_centre_coverage", "2022", "at least 70%"),
        ("nursing_bed_share", "2024", "at least 69%"),
    ]


def test_six_of_the_twelve_community_indicators_are_known_and_the_plan_says_so(catalogue: Catalogue) -> None:
    plan = catalogue.plans["jiangsu/community-14"]
    assert len(plan.indicators) == 6
    (count,) = plan.observations
    assert count.amount is not None
    assert count.amount.text("en") == "12 items"
    assert count.note is not None
    assert "six" in count.note.en


def test_every_contradiction_that_the_checks_find_is_declared(catalogue: Catalogue) -> None:
    found = [problem for plan in catalogue["jiangsu"].plans for problem in check(plan)]
    assert [problem.what.text("en") for problem in found if not problem.declared] == []


def test_four_of_nine_multiples_come_out_and_the_others_are_declared(catalogue: Catalogue) -> None:
    plan = catalogue["jiangsu"].plan
    agree = {each.id: each.agrees for each in plan.recomputations}
    assert [name for name, right in agree.items() if right] == [
        "suzhou_tekun_2018",
        "suzhou_tekun_2019",
        "suzhou_tekun_2020",
        "wuxi_tekun_2025",  # half a yuan is rounding
    ]
    declared = {side.clause for each in plan.discrepancies for side in each.sides}
    assert all(each.clause in declared for each in plan.recomputations if not each.agrees)


def test_a_multiple_is_worked_out_to_the_fen(catalogue: Catalogue) -> None:
    computed = {each.id: each.computed.number for each in catalogue["jiangsu"].plan.recomputations}
    assert computed["suzhou_tekun_2023"] == 1561
    assert str(computed["suzhou_tekun_2025"].normalize()) == "1691.2"
    assert str(computed["wuxi_tekun_2025"].normalize()) == "1750.5"


def test_nanjing_has_two_accounts_of_its_allowance_and_no_standard(catalogue: Catalogue) -> None:
    said = [
        (seen.of.id, seen.amount.text("en"))
        for seen in catalogue["jiangsu"].plan.observations
        if seen.amount is not None and seen.of.id.startswith("nanjing")
    ]
    assert said == [
        ("nanjing_allowance_80", "50 yuan/person/month"),
        ("nanjing_allowance_80", "60 yuan/person/month"),
        ("nanjing_allowance_90", "100 yuan/person/month"),
        ("nanjing_allowance_100", "300 yuan/person/month"),
        ("nanjing_allowance_100", "600 yuan/person/month"),
    ]
    assert {standard.id for standard in catalogue["nanjing"].standards} == {"dibao_urban", "dibao_rural"}


def test_promises_of_the_plan_keep_their_words_and_dates(catalogue: Catalogue) -> None:
    made = {each.id: (each.text("en"), str(each.by or "")) for each in catalogue["jiangsu"].plan.commitments}
    assert made["home_adaptation"] == ("at least 100,000 households", "2021..2025")
    assert made["home_adaptation_2022"] == ("at least 30,000 households", "2022")
    assert made["tekun_age"] == ("exactly 18 years", "2025")
    assert made["model_care_enterprises"] == ("at least 65", "2025")
    assert made["minors_stations_2024"] == ("at least 120", "2024")
    assert made["graves_in_cemeteries"] == ("", "")
