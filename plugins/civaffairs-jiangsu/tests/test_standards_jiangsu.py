"""Every figure of the cities' standards, from a list of its own, is among the facts; and gaps are said."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from civaffairs import Catalogue, load
from civaffairs.errors import DateUncertain, NotInForce
from civaffairs.exchange.facts import facts

PRINTED = Path(__file__).with_name("city_standards.csv")
ROWS = list(csv.DictReader(PRINTED.read_text("utf-8").splitlines()))
CITIES = ("nanjing", "wuxi", "suzhou", "nantong", "yangzhou", "taizhou-jiangsu", "suqian")
# The tekun standard of Suzhou in 2020 stands in a forum copy, although the list has the official page.
ANOTHER_SOURCE = {("suzhou", "2020-07-01", "tekun_basic")}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(only=("china", "jiangsu"), strict=True)


@pytest.fixture(scope="module")
def stated(catalogue: Catalogue) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Value, unit and trust by the facts' own names for place and figure, and by when it holds."""
    dossiers = [catalogue[name] for name in ("jiangsu", *CITIES)]
    found = facts(
        [plan for dossier in dossiers for plan in dossier.plans],
        [standard for dossier in dossiers for standard in dossier.standards],
        lang="en",
    )
    return {
        (fact.id.removesuffix("/achievement").rpartition("/")[0], fact.period): (
            fact.value,
            fact.unit,
            fact.note.rpartition("; ")[2] or "official",
        )
        for fact in found
    }


def names(row: dict[str, str]) -> list[str]:
    """Under which names a figure of the list can stand; one for town and country bears neither's."""
    place, standard, area = row["jurisdiction"], row["standard"], row["area"]
    if place == "jiangsu":
        averages = {
            "dibao": [f"{area}_dibao_average", "dibao_average"],
            "orphan_institutional": ["institutional_orphan_average"],
            "orphan_community": ["community_orphan_average"],
        }
        return [f"jiangsu/plan-14/{name}" for name in averages[standard]]
    if not area:
        return [f"{place}/{standard}"]
    return [f"{place}/{standard}_{area}", f"{place}/{standard}"]


def test_the_list_is_whole() -> None:
    assert len(ROWS) == 90
    assert {row["jurisdiction"] for row in ROWS} == {"jiangsu", *CITIES}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row.values()))
def test_each_figure_of_the_list_is_a_fact(
    row: dict[str, str], stated: dict[tuple[str, str], tuple[str, str, str]]
) -> None:
    found = [stated[name, row["effective"]] for name in names(row) if (name, row["effective"]) in stated]
    assert len(found) == 1
    value, unit, trust = found[0]
    assert (value, unit) == (row["value"], "元/人·月")
    if (row["jurisdiction"], row["effective"], row["standard"]) in ANOTHER_SOURCE:
        assert trust == "reprint"
    else:
        assert trust == row["trust"]


def test_no_standard_holds_more_than_the_list_but_care_and_suqian_s_yearly_figures(
    catalogue: Catalogue,
) -> None:
    listed = {(row["jurisdiction"], row["effective"], row["value"]) for row in ROWS}
    beyond = [
        (city, standard.id, str(entry.start), entry.value.text("en"))
        for city in CITIES
        for standard in catalogue[city].standards
        for entry in standard.timeline
        if (city, str(entry.start), str(entry.value.number)) not in listed
    ]
    assert beyond == [
        ("suzhou", "tekun_care_full", "2025", "1,494 yuan/person/month"),
        ("suzhou", "tekun_care_half", "2025", "747 yuan/person/month"),
        ("suzhou", "tekun_care_none", "2025", "249 yuan/person/month"),
        ("taizhou-jiangsu", "tekun_care_full", "2024", "640 yuan/person/month"),
        ("taizhou-jiangsu", "tekun_care_half", "2024", "320 yuan/person/month"),
        ("taizhou-jiangsu", "tekun_care_none", "2024", "110 yuan/person/month"),
        ("suqian", "tekun_basic_urban", "2020-12", "15,307 yuan/person/year"),
        ("suqian", "tekun_basic_rural", "2020-12", "9,061 yuan/person/year"),
    ]


def test_what_held_at_a_year_s_end_is_known_for_that_day_and_no_other(catalogue: Catalogue) -> None:
    rural = next(each for each in catalogue["suqian"].standards if each.id == "dibao_rural")
    assert rural.on(date(2015, 12, 31)).text("en") == "390 yuan/person/month"
    for day in (date(2015, 11, 30), date(2017, 1, 1), date(2021, 7, 1)):
        with pytest.raises(NotInForce):
            rural.on(day)
    with pytest.raises(DateUncertain):
        rural.on(date(2020, 12, 15))


def test_years_that_no_source_tells_are_gaps_and_not_the_old_figure(catalogue: Catalogue) -> None:
    urban = next(each for each in catalogue["suzhou"].standards if each.id == "dibao_urban")
    for day in (date(2017, 1, 1), date(2022, 1, 1)):
        with pytest.raises(NotInForce, match="each July"):
            urban.on(day)
    assert urban.on(date(2026, 1, 1)).text("en") == "1,208 yuan/person/month"


def test_a_start_known_to_the_year_is_uncertain_within_it(catalogue: Catalogue) -> None:
    urban = next(each for each in catalogue["wuxi"].standards if each.id == "dibao_urban")
    with pytest.raises(DateUncertain):
        urban.on(date(2023, 6, 1))
    assert urban.on(date(2024, 1, 1)).text("en") == "1,095 yuan/person/month"
