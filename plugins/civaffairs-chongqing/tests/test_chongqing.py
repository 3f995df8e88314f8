"""Chongqing's standards by date: exact days, months and years as the sources have them, and a gap that is said."""

from datetime import date

import pytest

from civaffairs import load
from civaffairs.domain.standards import Standard
from civaffairs.errors import DateUncertain, NotInForce


@pytest.fixture(scope="module")
def standards() -> dict[str, Standard]:
    catalogue = load(strict=True, only=["china", "chongqing"])
    return {standard.id: standard for standard in catalogue["chongqing"].standards}


def test_a_standard_changes_on_the_day_of_the_notice(standards: dict[str, Standard]) -> None:
    assert standards["dibao_urban"].on(date(2021, 9, 1)).text("zh") == "636元/人·月"
    assert standards["dibao_urban"].on(date(2025, 7, 1)).text("zh") == "770元/人·月"
    assert standards["dibao_rural"].on(date(2025, 6, 30)).text("zh") == "610元/人·月"


def test_a_day_inside_a_month_or_year_of_change_is_not_guessed(standards: dict[str, Standard]) -> None:
    for day in (date(2022, 9, 15), date(2020, 6, 1)):
        with pytest.raises(DateUncertain):
            standards["dibao_urban"].on(day)


def test_before_the_first_source_and_in_the_gap_of_2020_nothing_is_made_up(
    standards: dict[str, Standard],
) -> None:
    with pytest.raises(NotInForce):
        standards["dibao_urban"].on(date(2017, 3, 31))
    with pytest.raises(NotInForce):
        standards["orphan_community"].on(date(2021, 8, 31))
