"""The figures of Chongqing's measures on which no case depends."""

from __future__ import annotations

from datetime import date

import pytest

from civaffairs import load
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.rules.evaluate import Things, measure
from civaffairs.domain.units import Size

RULEBOOK = load(parts=("standards", "rules", "provisions"))["chongqing"].rulebook
FIGURES = [
    ("clergy_years", "2016-05-01", "1年"),
    ("urban_income_months", "2016-05-01", "1月"),
    ("farm_income_months", "2016-05-01", "12月"),
]


@pytest.mark.parametrize(("rule", "day", "figure"), FIGURES)
def test_each_figure_is_the_one_of_its_source(rule: str, day: str, figure: str) -> None:
    (found, *_) = RULEBOOK.rules[rule]
    on = date.fromisoformat(day)
    size = measure(found, CaseFacts(RULEBOOK.on(on), on), Things({}))  # type: ignore[arg-type]
    assert isinstance(size, Size)
    assert size.text("zh") == figure
