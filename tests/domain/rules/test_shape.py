"""From the bounds of facts and standards follow those of everything else, and where 64 bits do not do."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import Household, Person
from civaffairs.domain.models.fact import MOST_ITEMS
from civaffairs.domain.names import Label
from civaffairs.domain.rules.evaluate import NoFacts, measure
from civaffairs.domain.rules.expr import (
    Field,
    Flag,
    Literal,
    LocalStandard,
    Opaque,
    Quotient,
    all_of,
    any_of,
    as_quantity,
    cases,
    greatest,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated, shape_of_rule
from civaffairs.domain.rules.shape import (
    LIMIT,
    Shape,
    Shaper,
    any_standard,
    in_unit,
    lineage,
    quotient_factors,
)
from civaffairs.domain.rules.views import child, household, income, organisation, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.units import ROUNDINGS, Amount, Unit
from civaffairs.errors import RuleRefused, UnitClash

LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
YUAN = Unit.parse("元")
STANDARD = LocalStandard("dibao_urban", LABEL, "元/人·月", most=5000)


def shape(tree):
    return Shaper(shape_of_rule).shape(tree)


def about(tree):
    return Shaper(shape_of_rule).about(tree)


def yuan(number):
    return Literal(Amount(number, "元"))


def rule(tree, unit="元", of=Household, start=2021):
    return amount_rule("rule", "taoyuan", LABEL, of, unit, dated(LABEL, since(start, tree, CLAUSE)))


def bounds(tree):
    found = shape(tree)
    least, most = (Fraction(end, found.scale) for end in (found.least, found.most))
    return str(found.unit), found.scale, least, most, set(found.about)


MEMBERS, MOST = 100, Decimal("9999999999.99")


@pytest.mark.parametrize(
    ("tree", "unit", "scale", "ends", "models"),
    [
        (yuan("0.25"), "yuan", 4, ("0.25", "0.25"), set()),
        (yuan(-3), "yuan", 1, (-3, -3), set()),
        (person.age, "year_of_age", 1, (0, 150), {"Person"}),
        (income.monthly, "yuan/month", 100, (0, MOST), {"Income"}),
        (STANDARD, "yuan/person/month", 100, (0, 5000), set()),
        (yuan("0.5") + yuan("0.25"), "yuan", 4, ("0.75", "0.75"), set()),
        (yuan(1) + Literal(Amount(5, "分")), "yuan", 100, ("1.05", "1.05"), set()),
        (yuan(1) - household.assets, "yuan", 100, (1 - MOST, 1), {"Household"}),
        (household.assets - yuan(1), "yuan", 100, (-1, MOST - 1), {"Household"}),
        (greatest(yuan(5), household.assets), "yuan", 100, (5, MOST), {"Household"}),
        (least(yuan(5), household.assets), "yuan", 100, (0, 5), {"Household"}),
        (person.age * "1.3", "year_of_age", 10, (0, 195), {"Person"}),
        (person.age * "-0.5", "year_of_age", 2, (-75, 0), {"Person"}),
        (STANDARD.times(household.members.count()), "yuan/month", 100, (0, 500000), {"Household"}),
        (yuan(-2).times(person.age), "year_of_age*yuan", 1, (-300, 0), {"Person"}),
        (household.members.count(), "person", 1, (0, MEMBERS), {"Household"}),
        (household.members.count(person.employed), "person", 1, (0, MEMBERS), {"Household"}),
        (household.members.total(person.age), "year_of_age", 1, (0, 15000), {"Household"}),
        (household.members.total(person.age * -1), "year_of_age", 1, (-15000, 0), {"Household"}),
        (
            household.members.total(household.assets, person.employed),
            "yuan",
            100,
            (0, MOST * 100),
            {"Household"},
        ),
        (child.parents.count(), "person", 1, (0, MEMBERS), {"Person"}),
        (
            cases((household.assets_within_limits, yuan(3)), otherwise=yuan("-0.5")),
            "yuan",
            2,
            ("-0.5", 3),
            {"Household"},
        ),
        (
            cases((person.employed, yuan(3)), otherwise=household.assets),
            "yuan",
            100,
            (0, MOST),
            {"Household", "Person"},
        ),
        (
            person.work_cost.divided_by(person.age, "元/月·岁", places=1, rounding="up"),
            "yuan/month/year_of_age",
            10,
            (0, MOST + Decimal("0.01")),
            {"Person"},
        ),
        (
            (person.age - Literal(Amount(9, "岁"))).rounded("年", places=0, rounding="down"),
            "year",
            1,
            (-141, 141),
            {"Person"},
        ),
        (yuan(7).divided_by(yuan(2), "1", places=0, rounding="half_up"), "1", 1, (0, 4), set()),
        (yuan(-1).divided_by(yuan(1), "1", places=0, rounding="down"), "1", 1, (-1, 1), set()),
        (yuan(1).divided_by(yuan(-1), "1", places=0, rounding="down"), "1", 1, (-1, 1), set()),
        (
            Field("Person", "age", LABEL, "岁", least=Decimal("0.5"), most=Decimal("2.5")),
            "year_of_age",
            1,
            (1, 2),  # a fact without decimals is neither half a year nor two and a half
            {"Person"},
        ),
        (
            LocalStandard("dibao_urban", LABEL, "元/人·月", most=Decimal("0.015")),
            "yuan/person/month",
            100,
            (0, "0.01"),
            set(),
        ),
    ],
)
def test_a_node_has_the_unit_the_decimals_the_range_and_the_models_of_what_it_is_made_of(
    tree, unit, scale, ends, models
):
    least, most = (Fraction(str(end)) for end in ends)
    assert bounds(tree) == (unit, scale, least, most, models)


def test_a_rule_is_about_its_own_thing_and_has_its_own_unit():
    monthly = rule(household.yearly_income, "元/月")
    assert bounds(monthly) == ("yuan/month", 1200, 0, Fraction(str(MOST)) / 12, {"Household"})
    assert bounds(household.members.total(rule(person.work_cost, "元/月", Person)))[4] == {"Household"}


def test_the_versions_of_a_rule_share_one_shape():
    later = dated(LABEL, since(2021, yuan("0.5"), CLAUSE), since(2022, yuan("-0.25") * 3, CLAUSE))
    both = amount_rule("rule", "taoyuan", LABEL, Household, "元", later)
    assert bounds(both) == ("yuan", 4, Fraction(-3, 4), Fraction(1, 2), {"Household"})
    assert shape_of_rule(both) is shape_of_rule(both)


@pytest.mark.parametrize(
    ("tree", "models"),
    [
        (person.employed, {"Person"}),
        (organisation.charitable, {"SocialOrg"}),
        (person.employed & household.sudden_hardship, {"Person", "Household"}),
        (person.employed | ~income.monthly.equals(Amount(1, "元/月")), {"Person", "Income"}),
        (household.members.any(person.employed), {"Household"}),
        (household.members.any(household.sudden_hardship), {"Household"}),
        (
            household.members.all(
                person.incomes.any(income.monthly > STANDARD.times(household.members.count()))
            ),
            {"Household"},
        ),
        (person.age > household.members.total(person.age), {"Person", "Household"}),
        (all_of(), set()),
        (any_of(), set()),
    ],
)
def test_a_condition_is_about_the_things_whose_facts_it_reads(tree, models):
    assert about(tree) == models


def test_a_condition_rule_is_about_its_own_thing():
    poor = condition_rule(
        "poor", "taoyuan", LABEL, Person, dated(LABEL, since(2021, person.employed, CLAUSE))
    )
    assert about(~poor) == {"Person"}
    assert about(household.members.any(poor)) == {"Household"}


def test_things_are_seen_within_those_that_hold_them():
    assert lineage("Household") == ("Household",)
    assert lineage("Parent") == ("Parent", "Person", "Household")
    assert lineage("AnnualCheck") == ("AnnualCheck", "SocialOrg")


# Numbers beyond 64 bits

HUGE = yuan(LIMIT)


@pytest.mark.parametrize(
    "tree",
    [
        HUGE,
        HUGE * -1,
        greatest(HUGE),
        STANDARD * 10**11,
        Literal(Amount(LIMIT // 100, "元")) - Literal(Amount(0, "分")) - yuan(1) * 0,
    ],
)
def test_what_just_fits_is_let_through(tree):
    assert shape(tree).widest <= LIMIT


@pytest.mark.parametrize(
    "tree",
    [
        yuan(LIMIT + 1),
        HUGE * 2,
        HUGE + yuan(1),
        HUGE - yuan(-1),
        HUGE - HUGE,  # the difference is small, but SQL adds term by term
        HUGE + yuan(1) + HUGE * -1,
        greatest(HUGE, yuan("0.5")),  # both are brought to half yuan
        least(yuan(0), HUGE + yuan(1)),
        cases((household.assets_within_limits, HUGE), otherwise=yuan("0.01")),
        HUGE.times(yuan(2)),
        household.members.total(HUGE),
        HUGE.rounded("元", places=1, rounding="down"),
        household.assets.times(household.assets).times(household.assets),
    ],
)
def test_what_may_be_beyond_64_bits_is_refused(tree):
    with pytest.raises(RuleRefused) as caught:
        shape(tree)
    assert [each.code for each in caught.value.faults] == ["rule_overflows"]


def test_a_comparison_brings_both_sides_to_one_scale_and_has_to_fit_too():
    assert about(yuan(0) < HUGE) == set()
    with pytest.raises(RuleRefused) as caught:
        about(yuan("0.5") < HUGE)
    assert [each.code for each in caught.value.faults] == ["rule_overflows"]


def test_a_quotient_whose_denominator_is_brought_to_too_fine_a_scale_is_refused():
    tree = yuan("0.01").divided_by(yuan(10**17), "1", places=0, rounding="down")
    assert shape(yuan(1).divided_by(yuan(10**17), "1", places=0, rounding="down")).most == 1
    with pytest.raises(RuleRefused) as caught:
        shape(tree)
    assert [each.code for each in caught.value.faults] == ["rule_overflows"]


def test_a_fact_without_bounds_is_refused():
    for field in (
        Field("Person", "age", LABEL, "岁"),
        Field("Person", "age", LABEL, "岁", least=Decimal(0)),
        Field("Person", "age", LABEL, "岁", most=Decimal(0)),
    ):
        with pytest.raises(RuleRefused) as caught:
            shape(field)
        assert [each.code for each in caught.value.faults] == ["field_without_range"]


def test_an_opaque_quantity_says_its_bounds_itself():
    tree = Opaque("other", "Person", LABEL, "元", -1, "2.5", 1, CLAUSE, lambda *_: None)
    assert bounds(tree) == ("yuan", 10, -1, Fraction(5, 2), {"Person"})


# Conversions

SHAPES = st.builds(
    lambda ends, scale: Shape(YUAN, scale, min(ends), max(ends), frozenset()),
    st.tuples(st.integers(-100000, 100000), st.integers(-100000, 100000)),
    st.sampled_from((1, 100, 12)),
)


@given(SHAPES)
def test_a_shape_keeps_its_size_in_every_unit_and_whole_numbers_stay_whole(one):
    for unit in ("分", "万元", "元"):
        wanted = Unit.parse(unit)
        moved = in_unit(one, wanted)
        factor = YUAN.factor_to(wanted)
        assert moved.unit == wanted
        for end, was in ((moved.least, one.least), (moved.most, one.most)):
            assert Fraction(end, moved.scale) == Fraction(was, one.scale) * factor
            assert end == was * one.factor_to(wanted, moved.scale)
    with pytest.raises(UnitClash):
        in_unit(one, Unit.parse("人"))


@given(SHAPES)
def test_the_widest_number_bounds_both_ends(one):
    assert one.widest == max(abs(one.least), abs(one.most))


@given(SHAPES, st.integers(1, 1000))
def test_a_finer_scale_says_the_same(one, finer):
    again = one.scaled(one.scale * finer)
    assert (again.least, again.most) == (one.least * finer, one.most * finer)
    assert (again.unit, again.about) == (one.unit, one.about)
    assert Fraction(again.widest, again.scale) == Fraction(one.widest, one.scale)


def test_a_scale_that_does_not_hold_the_numbers_is_no_scale_for_them():
    with pytest.raises(AssertionError):
        Shape(YUAN, 100, 0, 5, frozenset()).factor_to(YUAN, 10)


NUMBERS = st.decimals(-999, 999, places=2) | st.integers(-9, 9).map(Decimal)


@given(NUMBERS, NUMBERS.filter(bool), st.sampled_from(ROUNDINGS), st.integers(0, 3))
def test_a_quotient_lies_within_its_shape_and_its_factors_give_its_scale(over, under, rounding, places):
    tree = Quotient(yuan(over), Literal(Amount(under, "人")), "分/人", places=places, rounding=rounding)
    found, size = shape(tree), measure(tree, NoFacts())
    assert found.least <= size.number * found.scale <= found.most
    one, other = shape(tree.numerator), shape(tree.denominator)
    raised, lowered = quotient_factors(one, other, tree)
    exact = Fraction(over) / Fraction(under) * 100 * 10**places
    assert Fraction(int(over * one.scale) * raised) / (int(under * other.scale) * lowered) == exact


def test_of_a_standard_nothing_is_known_but_its_bounds():
    assert any_standard(STANDARD) == Shape(STANDARD.unit, 100, 0, 500000, frozenset())
    assert Shaper(shape_of_rule, any_standard).shape(STANDARD) == any_standard(STANDARD)


def test_a_shape_is_found_once_for_each_node():
    asked = []

    def of_rule(each):
        asked.append(each)
        return shape_of_rule(each)

    shaper, once = Shaper(of_rule), rule(yuan(1))
    assert shaper.shape(once + once) == shaper.shape(as_quantity(once) + once)
    assert asked == [once]


def test_a_yes_or_no_of_any_model_is_about_that_model():
    assert about(Flag("Nobody", "known", LABEL)) == {"Nobody"}


def test_the_scale_of_an_opaque_number_is_that_of_its_decimals():
    tree = Opaque("other", "Household", LABEL, "元", 0, 9, 3, CLAUSE, lambda *_: 7)
    assert shape(tree).scale == 1000


def test_the_total_over_nobody_is_nothing_and_what_chooses_the_items_is_needed_too():
    several = person.incomes.total(yuan(5), where=household.sudden_hardship)
    found = shape(several)
    assert found.least == 0
    assert found.most == 5 * MOST_ITEMS
    assert found.about == {"Person", "Household"}
    assert shape(person.incomes.total(yuan(-5))).most == 0


def test_a_quotient_reaches_the_limit_and_not_beyond():
    one = Literal(Amount(1, "1"))
    assert shape(yuan(LIMIT).divided_by(one, "元", places=0, rounding="down")).most == LIMIT
    assert shape(yuan(1).divided_by(Literal(Amount(LIMIT, "1")), "元", places=0, rounding="up")).scale == 1
    with pytest.raises(RuleRefused):
        shape(yuan(10**17).divided_by(one, "元", places=2, rounding="down"))
