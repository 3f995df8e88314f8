from __future__ import annotations

from civaffairs.domain.names import Label
from civaffairs.domain.rules.depends import fields_of, figures_of, series_of
from civaffairs.domain.rules.expr import Field, Flag, Quotient, Series, Total, greatest, growth

INCOME = Series("income", Label("收入", "income"), "元/人·年")
SPENDING = Series("spending", Label("支出", "spending"), "元/人·年")
BEDS = Field("CareInstitution", "beds", Label("床位", "beds"), "张")
NURSING = Field("CareInstitution", "nursing_beds", Label("护理型床位", "nursing beds"), "张")
RATED = Flag("CareInstitution", "rated", Label("评级", "rated"))


def test_what_a_tree_rests_on_is_named_once_in_reading_order():
    tree = greatest(SPENDING.previous_year * "0.6", INCOME.this_year, SPENDING.previous_year)
    assert series_of(tree) == (SPENDING, INCOME)
    assert figures_of(tree) == ((SPENDING, 1), (INCOME, 0))
    definition = Quotient(Total(NURSING, RATED), Total(BEDS, RATED), "%", places=1, rounding="down")
    assert fields_of(definition) == (NURSING, RATED, BEDS)
    assert series_of(definition) == figures_of(definition) == fields_of(tree) == ()


def test_growth_rests_on_two_years():
    assert figures_of(growth(INCOME)) == ((INCOME, 0), (INCOME, 1))
    assert figures_of(growth(INCOME).previous_year) == ((INCOME, 1), (INCOME, 2))
    assert series_of(growth(INCOME)) == (INCOME,)
