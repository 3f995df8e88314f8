from __future__ import annotations

import operator
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.rules.evaluate import (
    NoFacts,
    Registers,
    Size,
    Unknown,
    holds,
    measure,
    shown,
    size_of,
)
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyOf,
    Compare,
    Count,
    Field,
    Flag,
    Judged,
    Literal,
    Negation,
    Observed,
    Quotient,
    Series,
    Total,
    greatest,
    growth,
    least,
)
from civaffairs.domain.units import ROUNDINGS, Amount, Unit, rounded
from civaffairs.errors import DeclarationError, UnitClash, message

PERCENT, YUAN, YEARLY = (Unit.parse(text) for text in ("%", "元", "元/人·年"))
INCOME = Series("income", Label("收入", "income"), YEARLY)
AGE = Field("Person", "age", Label("年龄", "age"), "岁")
ALONE = Flag("Person", "lives_alone", Label("独居", "lives alone"))
OTHER = Flag("Person", "disabled", Label("残疾", "disabled"))
PEOPLE = Count("Person", Label("人数", "persons"), "人")
BUILT = Judged(Label("建成", "built"))
TRUTHS = (True, False, None)
SIZES = st.fractions(-1000, 1000, max_denominator=60)


@frozen
class Known(NoFacts):
    size: Size | None = None
    said: bool | None = None
    years: dict[int, Amount] = field(factory=dict)
    people: tuple[object, ...] | None = None

    def observed(self):
        return self.size

    def judged(self):
        return self.said

    def series(self, series, years_before):
        return self.years.get(years_before)

    def register(self, model):
        return self.people


def person(age=None, lives_alone=None, disabled=None):
    return SimpleNamespace(age=age, lives_alone=lives_alone, disabled=disabled)


def lacking(*codes):
    return lambda answer: isinstance(answer, Unknown) and tuple(each.code for each in answer.missing) == codes


def kleene(answer):
    return None if isinstance(answer, Unknown) else answer


# Three-valued logic


def strong_and(one, other):
    return False if False in (one, other) else None if None in (one, other) else True


def strong_or(one, other):
    return True if True in (one, other) else None if None in (one, other) else False


@pytest.mark.parametrize("one", TRUTHS)
@pytest.mark.parametrize("other", TRUTHS)
def test_and_or_and_not_follow_kleenes_tables(one, other):
    thing = person(lives_alone=one, disabled=other)
    assert kleene(holds(ALONE & OTHER, NoFacts(), thing)) is strong_and(one, other)
    assert kleene(holds(ALONE | OTHER, NoFacts(), thing)) is strong_or(one, other)
    assert kleene(holds(~ALONE, NoFacts(), thing)) is (None if one is None else not one)
    assert holds(~(ALONE & OTHER), NoFacts(), thing) == holds(~ALONE | ~OTHER, NoFacts(), thing)


def test_an_unknown_names_what_would_settle_it_each_once_and_only_that():
    lacks = [message("need_field", model="Person", field=each.label) for each in (ALONE, OTHER)]
    assert holds(ALONE & OTHER & ALONE, NoFacts(), person()) == Unknown(tuple(lacks))
    assert holds(ALONE | OTHER, NoFacts(), person()) == Unknown(tuple(lacks))
    assert holds(ALONE & OTHER, NoFacts(), person(disabled=True)) == Unknown((lacks[0],))
    assert holds(ALONE | OTHER, NoFacts(), person(lives_alone=False)) == Unknown((lacks[1],))


OLD = Compare(AGE, ">=", Literal(Amount(80, "岁")))
LEAVES = st.sampled_from([ALONE, OTHER, BUILT, OLD, Observed("%") > Amount(50, "%")])
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda terms: AllOf(tuple(terms)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda terms: AnyOf(tuple(terms)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(Negation, inner),
    ),
    max_leaves=6,
)
FACTS = st.fixed_dictionaries(
    {
        "lives_alone": st.sampled_from(TRUTHS),
        "disabled": st.sampled_from(TRUTHS),
        "age": st.sampled_from([None, 79, 80]),
        "said": st.sampled_from(TRUTHS),
        "percent": st.sampled_from([None, 50, 51]),
    }
)


def answer(condition, facts):
    size = None if facts["percent"] is None else Size(facts["percent"], PERCENT)
    thing = person(facts["age"], facts["lives_alone"], facts["disabled"])
    return holds(condition, Known(size, facts["said"]), thing)


@given(CONDITIONS, FACTS, FACTS)
def test_knowing_more_never_changes_what_was_known(condition, some, more):
    together = {name: more[name] if value is None else value for name, value in some.items()}
    before, after = answer(condition, some), answer(condition, together)
    if isinstance(before, bool):
        assert after is before
    elif isinstance(after, Unknown):
        assert set(after.missing) <= set(before.missing)


@given(CONDITIONS, FACTS)
def test_what_is_wholly_known_has_an_answer(condition, facts):
    known = {
        name: facts[name] if facts[name] is not None else True for name in ("lives_alone", "disabled", "said")
    }
    known |= {"age": facts["age"] or 0, "percent": facts["percent"] or 0}
    assert isinstance(answer(condition, known), bool)


def test_nothing_asked_of_all_holds_and_of_any_does_not():
    assert holds(AllOf(()), NoFacts()) is True
    assert holds(AnyOf(()), NoFacts()) is False


# Comparing


@pytest.mark.parametrize(
    ("comparator", "plainly"),
    [(">=", operator.ge), (">", operator.gt), ("=", operator.eq), ("<", operator.lt), ("<=", operator.le)],
)
@given(one=st.integers(-3, 3), other=st.integers(-3, 3))
def test_a_comparison_is_that_of_the_sizes_whatever_the_units(comparator, plainly, one, other):
    left, right = Literal(Amount(one, "元")), Literal(Amount(other * 100, "分"))
    assert holds(Compare(left, comparator, right), NoFacts()) is plainly(one, other)
    assert holds(Compare(right, comparator, left), NoFacts()) is plainly(other, one)


def test_a_comparison_with_something_unknown_is_unknown_on_both_sides():
    unknown, known = Observed("%"), Literal(Amount(1, "%"))
    assert lacking("need_observation")(holds(unknown > known, NoFacts()))
    assert lacking("need_observation")(holds(known > unknown, NoFacts()))
    assert lacking("need_observation", "need_series")(
        holds(unknown > growth(INCOME).previous_year, Known(years={2: Amount(1, YEARLY)}))
    )


# Sizes


@given(SIZES, st.sampled_from(["%", "‰", "1"]), st.sampled_from(["%", "‰", "1"]))
def test_a_size_keeps_its_size_in_every_unit(number, have, want):
    size = Size(number, Unit.parse(have))
    assert size.in_unit(Unit.parse(want)) == number * Unit.parse(have).factor_to(Unit.parse(want))
    assert measure(Observed(want), Known(size)) == Size(size.in_unit(Unit.parse(want)), Unit.parse(want))


@given(SIZES)
def test_a_size_is_shown_with_at_most_two_places_halves_up(number):
    amount = shown(Size(number, PERCENT))
    assert amount.number == rounded(number, 2, "half_up")
    places = -amount.number.as_tuple().exponent
    assert places in (0, 1, 2)
    assert not places or amount.number.as_tuple().digits[-1], "no zero that says nothing"
    assert Size(number, PERCENT).text("zh") == amount.text("zh")


def test_a_size_is_shown_without_needless_zeros():
    assert Size(Fraction(12), PERCENT).text("en") == "12%"
    assert Size(Fraction(25, 2), PERCENT).text("en") == "12.5%"
    assert Size(Fraction(-1, 300), PERCENT).text("en") == "0%"
    assert Size(Fraction(1, 200), PERCENT).text("en") == "0.01%"
    assert Size(10**40 + Fraction(1, 8), PERCENT).text("zh") == "1" + "0" * 40 + ".13%"


@given(SIZES, SIZES, SIZES)
def test_arithmetic_is_that_of_fractions_in_the_unit_of_the_first_term(one, other, third):
    facts = Known(Size(one, YUAN))
    seen, cents = Observed("元"), Observed("分")

    def literal(number, unit="元"):
        return Literal(Amount(rounded(number, 6, "down"), unit))

    second, last = (Fraction(literal(each).amount.number) for each in (other, third))
    assert measure(seen + cents, facts) == Size(2 * one, YUAN)
    assert measure(cents + seen, facts) == Size(200 * one, Unit.parse("分"))
    assert measure(seen - literal(other), facts) == Size(one - second, YUAN)
    assert measure(literal(other) - seen, facts) == Size(second - one, YUAN)
    assert measure(seen * "1.3", facts) == Size(one * Fraction(13, 10), YUAN)
    three = (seen, literal(other), literal(third))
    assert measure(greatest(*three), facts) == Size(max(one, second, last), YUAN)
    assert measure(least(*three), facts) == Size(min(one, second, last), YUAN)


@given(SIZES, SIZES.filter(bool), st.integers(0, 4), st.sampled_from(ROUNDINGS))
def test_a_quotient_is_rounded_as_it_states_and_nowhere_else(over, under, places, rounding):
    tree = Quotient(Observed("万元"), Literal(Amount(7, "人")), "元/人", places=places, rounding=rounding)
    assert measure(tree, Known(Size(over, Unit.parse("万元")))) == Size(
        Fraction(rounded(over * 10000 / 7, places, rounding)), Unit.parse("元/人")
    )
    down = Quotient(Literal(Amount(7, "人")), Observed("户"), "人/户", places=places, rounding=rounding)
    assert measure(down, Known(Size(under, Unit.parse("户")))) == Size(
        Fraction(rounded(7 / under, places, rounding)), Unit.parse("人/户")
    )


def test_there_is_no_quotient_by_zero_and_none_of_what_is_not_known():
    tree = Quotient(Literal(Amount(7, "人")), Observed("户"), "人/户", places=1, rounding="down")
    turned = Quotient(Observed("户"), Literal(Amount(7, "人")), "户/人", places=1, rounding="down")
    assert lacking("nothing_to_divide_by")(measure(tree, Known(Size(0, Unit.parse("户")))))
    assert lacking("need_observation")(measure(tree, NoFacts()))
    assert lacking("need_observation")(measure(turned, NoFacts()))


@pytest.mark.parametrize(
    "tree",
    [
        Observed("%") + Amount(1, "%"),
        Literal(Amount(1, "%")) + Observed("%"),
        Observed("%") - Amount(1, "%"),
        Literal(Amount(1, "%")) - Observed("%"),
        Observed("%") * 2,
        greatest(Amount(1, "%"), Observed("%")),
        least(Observed("%"), Amount(1, "%")),
    ],
)
def test_what_rests_on_something_unknown_is_unknown_and_never_zero(tree):
    assert lacking("need_observation")(measure(tree, NoFacts()))


def test_units_of_different_kinds_never_mix_in_silence():
    for tree in (
        Observed("%") + Amount(1, "元"),
        Observed("%") - Amount(1, "元"),
        Observed("%") > Amount(1, "元"),
    ):
        with pytest.raises(UnitClash):
            (holds if isinstance(tree, Compare) else measure)(tree, Known(Size(1, PERCENT)))


# Series


def test_a_series_is_read_in_its_own_unit_in_the_year_that_is_asked_for():
    facts = Known(years={0: Amount(3, "万元/人·年"), 1: Amount(2000, "元/人·月")})
    assert measure(INCOME.this_year, facts) == Size(30000, YEARLY)
    assert measure(INCOME.previous_year, facts) == Size(24000, YEARLY)
    assert measure(growth(INCOME), facts) == Size(25, PERCENT)


def test_a_figure_of_a_series_that_is_missing_is_named_with_its_year():
    answer = measure(growth(INCOME).previous_year, NoFacts())
    assert [each.text("zh") for each in answer.missing] == ["缺上年度收入", "缺2年前的收入"]
    assert [each.text("en") for each in answer.missing] == [
        "the previous year's income is missing",
        "income 2 years earlier is missing",
    ]
    half = Known(years={0: Amount(1, YEARLY)})
    assert [each.text("en") for each in measure(growth(INCOME), half).missing] == [
        "the previous year's income is missing"
    ]
    other = Known(years={1: Amount(1, YEARLY)})
    assert [each.text("en") for each in measure(growth(INCOME), other).missing] == [
        "this year's income is missing"
    ]


@given(SIZES.filter(lambda number: number > 0), SIZES)
def test_growth_is_exact(before, now):
    facts = Known(years={0: amount(now), 1: amount(before + 1)})
    start, end = (Fraction(facts.years[year].number) for year in (1, 0))
    assert measure(growth(INCOME), facts) == Size((end - start) / start * 100, PERCENT)


def amount(number):
    return Amount(rounded(number, 4, "down"), YEARLY)


def test_there_is_growth_from_the_least_above_zero():
    facts = Known(years={0: Amount("0.3", YEARLY), 1: Amount("0.1", YEARLY)})
    assert measure(growth(INCOME), facts) == Size(200, PERCENT)


@pytest.mark.parametrize("before", [0, -1])
def test_there_is_no_growth_from_zero_or_less(before):
    facts = Known(years={0: Amount(5, YEARLY), 1: Amount(before, YEARLY)})
    assert lacking("no_growth_from_zero")(measure(growth(INCOME), facts))


# Registers


PERSONS = st.lists(
    st.builds(person, st.sampled_from([None, 70, 80, Decimal("80.5")]), st.sampled_from(TRUTHS)), max_size=5
)


@given(PERSONS)
def test_a_total_counts_only_where_every_fact_that_it_needs_is_known(people):
    facts = Registers({"Person": people})
    total, where = measure(Total(AGE), facts), measure(Total(AGE, ALONE), facts)
    if all(each.age is not None for each in people):
        assert total == Size(sum(Fraction(each.age) for each in people), AGE.unit)
    else:
        assert lacking("need_field")(total)
    if all(each.lives_alone is not None for each in people):
        alone = [each for each in people if each.lives_alone]
        if all(each.age is not None for each in alone):
            assert where == Size(sum(Fraction(each.age) for each in alone), AGE.unit)
        else:
            assert where.missing == (message("need_field", model="Person", field=AGE.label),)
    else:
        assert where.missing == (message("need_field", model="Person", field=ALONE.label),)


@given(PERSONS)
def test_a_count_counts_things_and_with_a_condition_only_where_it_is_known_of_each(people):
    facts = Registers({"Person": people})
    assert measure(PEOPLE, facts) == Size(len(people), Unit.parse("人"))
    counted = measure(Count("Person", PEOPLE.label, "人", ALONE), facts)
    if any(each.lives_alone is None for each in people):
        assert lacking("need_field")(counted)
    else:
        assert counted == Size(sum(each.lives_alone for each in people), Unit.parse("人"))


def test_an_empty_register_is_empty_and_one_that_is_not_there_is_unknown():
    for tree in (PEOPLE, Total(AGE), Total(AGE, ALONE)):
        assert measure(tree, Registers({"Person": []})).number == 0
        assert lacking("need_register")(measure(tree, Registers({"Household": []})))
        assert lacking("need_register")(measure(tree, NoFacts()))


def test_a_fact_of_a_thing_that_is_not_there_is_unknown():
    assert lacking("need_field")(measure(AGE, NoFacts()))
    assert lacking("need_field")(holds(ALONE, NoFacts()))
    assert measure(AGE, NoFacts(), person(age=80)) == Size(80, AGE.unit)


@pytest.mark.parametrize("value", [80.5, True])
def test_a_float_or_a_truth_value_is_no_figure(value):
    with pytest.raises(DeclarationError):
        measure(AGE, NoFacts(), person(age=value))


def test_a_misspelt_fact_is_an_error_and_not_unknown():
    with pytest.raises(AttributeError):
        measure(Field("Person", "agee", AGE.label, "岁"), NoFacts(), person())
    with pytest.raises(AttributeError):
        holds(Flag("Person", "alone", AGE.label), NoFacts(), person())


def test_who_knows_nothing_knows_nothing():
    nothing = NoFacts()
    assert (
        nothing.observed()
        is nothing.judged()
        is nothing.series(INCOME, 0)
        is nothing.register("Person")
        is None
    )
    assert lacking("need_judgement")(holds(BUILT, nothing))
    assert holds(BUILT, Known(said=False)) is False
    assert size_of(Amount("0.5", "%")) == Size(Fraction(1, 2), PERCENT)
