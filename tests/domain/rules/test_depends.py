from __future__ import annotations

from civaffairs.domain.models import Area, Household, Person
from civaffairs.domain.names import Label
from civaffairs.domain.rules.depends import (
    fields_of,
    figures_of,
    items_of,
    opaque_of,
    rules_of,
    series_of,
    standards_of,
)
from civaffairs.domain.rules.expr import (
    Field,
    Flag,
    LocalStandard,
    Opaque,
    Quotient,
    Series,
    Total,
    cases,
    greatest,
    growth,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since

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


LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
URBAN, RURAL = (LocalStandard(name, LABEL, "元/人·月") for name in ("urban", "rural"))
EARNED = amount_rule(
    "earned",
    "taoyuan",
    LABEL,
    Person,
    "元/月",
    dated(LABEL, since(2021, person.incomes.total(income.monthly), CLAUSE)),
)
STRUCK = condition_rule(
    "struck", "taoyuan", LABEL, Household, dated(LABEL, since(2021, household.sudden_hardship, CLAUSE))
)


def test_the_facts_the_collections_the_standards_and_the_rules_of_a_tree_are_named_once_in_reading_order():
    area = household.area.is_one_of(Area.URBAN)
    line = cases((area & STRUCK, URBAN), (area, RURAL), otherwise=URBAN)
    tree = (household.members.total(EARNED, where=person.employed) + household.members.total(EARNED)) > line
    assert fields_of(tree) == (person.employed, area)
    assert items_of(tree) == (household.members,)
    assert standards_of(tree) == (URBAN, RURAL)
    assert rules_of(tree) == (EARNED, STRUCK)


def test_what_stands_behind_a_rule_belongs_to_the_rule():
    assert rules_of(EARNED) == (EARNED,)
    assert fields_of(EARNED) == items_of(EARNED) == standards_of(EARNED) == ()


def test_every_kind_of_collection_is_found():
    for tree in (
        person.incomes.count(),
        person.incomes.any(income.monthly > EARNED),
        ~person.incomes.all(STRUCK),
    ):
        assert items_of(tree) == (person.incomes,)


def test_functions_are_counted_each_time_they_stand_in_a_tree():
    other = Opaque("other", "Household", LABEL, "元", 0, 1, 0, CLAUSE, lambda *_: 0)
    assert opaque_of(other + other) == (other, other)
    assert opaque_of(EARNED) == opaque_of(URBAN * 2) == ()
