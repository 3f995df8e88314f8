from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import Household
from civaffairs.domain.names import Label
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.evaluate import NoFacts, measure
from civaffairs.domain.rules.expr import (
    Count,
    Difference,
    Field,
    Flag,
    Literal,
    LocalStandard,
    Observed,
    Opaque,
    Quotient,
    Series,
    Total,
    cases,
    greatest,
    growth,
    least,
)
from civaffairs.domain.rules.named import amount_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.errors import UnitClash
from civaffairs.testing.strategies import conditions, quantities, units

YUAN, FEN, BEDS = (Literal(Amount(1, unit)) for unit in ("元", "分", "张"))
INCOME = Series("income", Label("收入", "income"), "元/人·年")
FIELD = Field("CareInstitution", "beds", Label("床位", "beds"), "张")
FLAG = Flag("CareInstitution", "rated", Label("评级", "rated"))
LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
PAY = amount_rule(
    "pay", "taoyuan", LABEL, Household, "元", dated(LABEL, since(2021, household.assets * "0.5", CLAUSE))
)


@given(st.one_of(quantities(depth=1, opaque=True), conditions(depth=1, opaque=True)))
def test_trees_whose_units_agree_pass(tree):
    check_units(tree)


@given(units().flatmap(lambda unit: st.tuples(st.just(unit), quantities(unit, depth=1, opaque=True))))
def test_the_unit_said_beforehand_is_the_unit_of_the_size(drawn):
    unit, tree = drawn
    assert unit_of(tree) == unit
    size = measure(tree, NoFacts())
    assert not isinstance(size, Size) or size.unit == unit


@pytest.mark.parametrize(
    ("tree", "unit"),
    [
        (YUAN, "元"),
        (Observed("%"), "%"),
        (INCOME.this_year, "元/人·年"),
        (growth(INCOME), "%"),
        (FIELD, "张"),
        (Total(FIELD), "张"),
        (Count("CareInstitution", Label("机构", "homes"), "个"), "个"),
        (YUAN + FEN, "元"),
        (FEN - YUAN, "分"),
        (YUAN * 3, "元"),
        (greatest(FEN, YUAN), "分"),
        (least(YUAN, FEN), "元"),
        (Quotient(YUAN, BEDS, "分/张", places=0, rounding="down"), "分/张"),
        (LocalStandard("dibao", LABEL, "元/人·月"), "元/人·月"),
        (Opaque("other", "Household", LABEL, "元", 0, 1, 0, CLAUSE, lambda *_: 0), "元"),
        (PAY, "元"),
        (household.members.count(), "人"),
        (household.members.total(person.work_cost), "元/月"),
        (YUAN.times(BEDS), "元*张"),
        (cases((FLAG, FEN), otherwise=YUAN), "分"),
    ],
)
def test_a_quantity_comes_out_in_the_unit_of_its_first_term(tree, unit):
    assert unit_of(tree) == Unit.parse(unit)
    check_units(tree)


@pytest.mark.parametrize(
    ("tree", "places"),
    [
        (YUAN + BEDS, ["Sum"]),
        (YUAN - BEDS, ["Difference"]),
        (greatest(YUAN, FEN, BEDS), ["Greatest"]),
        (least(BEDS, YUAN, FEN), ["Least", "Least"]),
        (YUAN > BEDS, ["Compare"]),
        (FLAG & ~(YUAN < BEDS), ["Compare"]),
        ((YUAN < BEDS) | (BEDS.equals(YUAN)), ["Compare", "Compare"]),
        (Total(FIELD, FIELD < YUAN), ["Compare"]),
        (Count("CareInstitution", Label("机构", "homes"), "个", FIELD < YUAN), ["Compare"]),
        (Difference(YUAN + BEDS, BEDS) * 2, ["Difference", "Sum"]),
        (cases((FLAG, YUAN), (YUAN < BEDS, BEDS), otherwise=BEDS), ["Cases", "Cases", "Compare"]),
        (household.members.total(YUAN + BEDS, where=YUAN < BEDS), ["Sum", "Compare"]),
        (household.members.any(YUAN < BEDS), ["Compare"]),
        (YUAN.times(BEDS) > YUAN, ["Compare"]),
        (PAY + BEDS, ["Sum"]),
    ],
)
def test_every_place_where_units_disagree_is_named(tree, places):
    with pytest.raises(UnitClash) as caught:
        check_units(tree)
    assert [each.where for each in caught.value.faults] == places
    assert {each.code for each in caught.value.faults} == {"unit_clash"}


@pytest.mark.parametrize("unit", ["元", "张", "张/元", "%", "元*张"])
def test_a_quotient_comes_out_in_numerator_over_denominator(unit):
    with pytest.raises(UnitClash) as caught:
        check_units(Quotient(YUAN, BEDS, unit, places=2, rounding="down"))
    assert [each.code for each in caught.value.faults] == ["quotient_unit"]


def test_of_several_cases_the_first_gives_the_unit():
    tree = cases((FLAG, Amount(1, "万元")), (FLAG, Amount(1, "元")), otherwise=Amount(1, "元"))
    assert unit_of(tree) == Unit.parse("万元")
