from __future__ import annotations

import operator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import (
    Area,
    Child,
    DisabilityKind,
    Household,
    Income,
    IncomeKind,
    Person,
    Schooling,
    replaced,
)
from civaffairs.domain.names import Label
from civaffairs.domain.rules.evaluate import NoFacts, Registers, Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Count,
    Field,
    Flag,
    Judged,
    Literal,
    LocalStandard,
    Negation,
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
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import child, household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.units import ROUNDINGS, Amount, Size, Unit, rounded
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


def somebody(age=None, lives_alone=None, disabled=None):
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
    thing = somebody(lives_alone=one, disabled=other)
    assert kleene(holds(ALONE & OTHER, NoFacts(), thing)) is strong_and(one, other)
    assert kleene(holds(ALONE | OTHER, NoFacts(), thing)) is strong_or(one, other)
    assert kleene(holds(~ALONE, NoFacts(), thing)) is (None if one is None else not one)
    assert holds(~(ALONE & OTHER), NoFacts(), thing) == holds(~ALONE | ~OTHER, NoFacts(), thing)


def test_an_unknown_names_what_would_settle_it_each_once_and_only_that():
    lacks = [message("need_field", model="Person", field=each.label) for each in (ALONE, OTHER)]
    assert holds(ALONE & OTHER & ALONE, NoFacts(), somebody()) == Unknown(tuple(lacks))
    assert holds(ALONE | OTHER, NoFacts(), somebody()) == Unknown(tuple(lacks))
    assert holds(ALONE & OTHER, NoFacts(), somebody(disabled=True)) == Unknown((lacks[0],))
    assert holds(ALONE | OTHER, NoFacts(), somebody(lives_alone=False)) == Unknown((lacks[1],))


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
    thing = somebody(facts["age"], facts["lives_alone"], facts["disabled"])
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
    amount = Size(number, PERCENT).shown()
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
    st.builds(somebody, st.sampled_from([None, 70, 80, Decimal("80.5")]), st.sampled_from(TRUTHS)), max_size=5
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
    assert measure(AGE, NoFacts(), somebody(age=80)) == Size(80, AGE.unit)


@pytest.mark.parametrize("value", [80.5, True])
def test_a_float_or_a_truth_value_is_no_figure(value):
    with pytest.raises(DeclarationError):
        measure(AGE, NoFacts(), somebody(age=value))


def test_a_misspelt_fact_is_an_error_and_not_unknown():
    with pytest.raises(AttributeError):
        measure(Field("Person", "agee", AGE.label, "岁"), NoFacts(), somebody())
    with pytest.raises(AttributeError):
        holds(Flag("Person", "alone", AGE.label), NoFacts(), somebody())


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
    assert Size.of(Amount("0.5", "%")) == Size(Fraction(1, 2), PERCENT)


# One case: items, cases, products, standards, named rules


class Book(NoFacts):
    """A day, a standard of 600 yuan, and rules as they stand in their last version."""

    day = date(2024, 3, 1)

    def local(self, standard):
        return (
            Amount("0.06", "万元/人·月")
            if standard.id == "dibao_urban"
            else message("need_place", what=standard.label)
        )

    def amount(self, rule):
        return rule.timeline.latest.value

    condition = amount


CASE = Book()
DIBAO, LOST = (
    LocalStandard(name, Label("低保标准", "standard"), "元/人·月") for name in ("dibao_urban", "lost")
)
CLAUSE = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021).at("一")


def member(*incomes, born=date(1980, 1, 1), **facts):
    found = tuple(Income(kind=kind, monthly=Decimal(number)) for kind, number in incomes)
    return Person(born=born, incomes=found, **facts)


WAGES, AWARD = IncomeKind.WAGES, IncomeKind.BRAVERY_AWARD
AT_WORK = member((WAGES, 100), (AWARD, 7), employed=True)
AT_HOME = member(employed=False, born=date(1940, 2, 29))
UNKNOWN = Person(born=date(2000, 1, 1))


def of(tree, *members, **facts):
    """What a tree about a household comes to: a number, a truth, or the codes of what is missing."""
    home = Household(area=Area.URBAN, members=members or (AT_WORK, AT_HOME), **facts)
    things = Things({"Household": home})
    found = holds(tree, CASE, things) if isinstance(tree, Condition) else measure(tree, CASE, things)
    if isinstance(found, Unknown):
        return [each.code for each in found.missing]
    return found if isinstance(found, bool) else found.number


EARNED = person.incomes.total(income.monthly)
PAID = person.incomes.total(income.monthly, where=income.kind.is_one_of(WAGES))


def test_items_are_counted_and_added_up_wholly_or_in_part():
    assert of(household.members.count()) == 2
    assert of(household.members.count(person.employed)) == 1
    assert of(household.members.total(EARNED)) == 107
    assert of(household.members.total(PAID)) == 100
    assert of(household.members.total(EARNED, where=~person.employed)) == 0
    assert of(household.members.total(person.incomes.count())) == 2
    assert of(household.members.total(person.age)) == 44 + 84


def test_one_unknown_item_makes_a_count_and_a_total_unknown_and_settles_nothing():
    everybody = (AT_WORK, UNKNOWN)
    assert of(household.members.count(), *everybody) == 2
    assert of(household.members.count(person.employed), *everybody) == ["need_field"]
    assert of(household.members.total(EARNED), *everybody) == ["need_field"]
    assert of(household.members.total(EARNED, where=person.employed), *everybody) == ["need_field"]


def test_a_total_does_not_ask_what_the_items_that_are_left_out_would_add():
    known_idle = replaced(UNKNOWN, employed=False)
    assert of(household.members.total(EARNED, where=person.employed), AT_WORK, known_idle) == 107


def test_one_item_that_is_such_settles_any_and_one_that_is_not_settles_all():
    employed = household.members.any(person.employed), household.members.all(person.employed)
    assert [of(each, AT_WORK, UNKNOWN) for each in employed] == [True, ["need_field"]]
    assert [of(each, AT_HOME, UNKNOWN) for each in employed] == [["need_field"], False]
    assert [of(each, AT_WORK, AT_HOME) for each in employed] == [True, False]


def test_items_of_which_nothing_is_known_are_unknown_and_none_are_none():
    rich = income.monthly > Amount(1000, "元/月")
    for tree in (person.incomes.count(), EARNED, PAID):
        assert of(household.members.total(tree), UNKNOWN) == ["need_field"]
        assert of(household.members.total(tree), AT_HOME) == 0
    assert of(household.members.any(person.incomes.any(rich)), UNKNOWN) == ["need_field"]
    assert of(household.members.any(person.incomes.all(rich)), AT_HOME) is True


def test_an_item_sees_its_own_facts_and_those_of_what_is_around_it():
    above = income.monthly > household.rigid_spending.divided_by(
        Amount(12, "月/年"), "元/月", places=0, rounding="down"
    )
    tree = household.members.any(person.employed & person.incomes.any(above))
    assert of(tree, rigid_spending=Decimal(1199)) is True
    assert of(tree, rigid_spending=Decimal(1200)) is False
    assert of(tree) == ["need_field"]


def test_the_first_case_that_holds_is_given_and_later_ones_are_not_asked():
    def tree(*whens):
        return cases(
            *((when, Amount(n, "元/月")) for n, when in enumerate(whens, start=1)),
            otherwise=Amount(9, "元/月"),
        )

    yes, no = (household.area.is_one_of(area) for area in (Area.URBAN, Area.RURAL))
    unknown = household.sudden_hardship
    assert of(tree(yes, unknown)) == 1
    assert of(tree(no, yes)) == 2
    assert of(tree(no, no)) == 9
    assert of(tree(unknown, yes)) == of(tree(no, unknown)) == ["need_field"]


def test_cases_do_not_ask_what_the_cases_not_given_come_to_and_come_out_in_the_first_unit():
    urban = household.area.is_one_of(Area.URBAN)
    assert of(cases((urban, Amount(3, "元")), otherwise=household.assets)) == 3
    assert of(cases((~urban, Amount(3, "元")), otherwise=household.assets)) == ["need_field"]
    assert of(cases((~urban, Amount(3, "元")), otherwise=Amount(7, "分"))) == Fraction(7, 100)


def test_a_product_multiplies_sizes_and_units():
    found = measure(DIBAO.times(Amount(3, "人")), CASE)
    assert found == Size(1800, Unit.parse("元/月"))
    assert lacking("need_field")(
        measure(DIBAO.times(household.assets), CASE, Household(area=Area.URBAN, members=(AT_HOME,)))
    )
    assert lacking("need_place")(measure(LOST.times(Amount(3, "人")), CASE))


def test_a_standard_is_read_in_the_unit_of_the_rule():
    assert measure(DIBAO, CASE) == Size(600, Unit.parse("元/人·月"))
    assert lacking("need_place")(measure(LOST, CASE))
    assert lacking("need_place")(measure(DIBAO, NoFacts()))


def test_a_term_is_one_of_several_and_of_a_list_one_is_enough():
    blind, deaf = DisabilityKind.VISUAL, DisabilityKind.HEARING
    both = member(disabled=True, disability_kinds=(blind, deaf))

    def found(*kinds):
        return of(household.members.any(person.disability_kinds.is_one_of(*kinds)), both)

    assert (found(blind), found(deaf, DisabilityKind.MENTAL), found(DisabilityKind.MENTAL)) == (
        True,
        True,
        False,
    )
    assert of(household.members.any(person.disability_kinds.is_one_of(blind)), AT_HOME) == ["need_field"]
    assert of(household.members.any(person.schooling.is_one_of(Schooling.NONE)), AT_HOME) == ["need_field"]


def test_a_fact_of_a_part_is_unknown_where_the_part_is():
    orphan = household.members.any(child.orphan)
    assert of(orphan, AT_HOME) == ["need_field"]
    assert of(orphan, member(child=Child())) == ["need_field"]
    assert of(orphan, member(child=Child(orphan=False))) is False
    parents = household.members.total(child.parents.count())
    assert of(parents, AT_HOME) == ["need_field"]


def test_what_follows_on_a_day_is_unknown_without_a_day():
    things = Things({"Person": AT_HOME})
    assert measure(person.age, CASE, things) == Size(84, Unit.parse("岁"))
    assert lacking("need_field")(measure(person.age, NoFacts(), things))


def test_a_named_rule_is_what_it_says_there_and_then_in_its_own_unit():
    label = Label("规则", "rule")
    yearly = amount_rule(
        "yearly",
        "taoyuan",
        label,
        Household,
        "元/年",
        dated(label, since(2021, household.members.total(EARNED), CLAUSE)),
    )
    struck = condition_rule(
        "struck", "taoyuan", label, Household, dated(label, since(2021, household.sudden_hardship, CLAUSE))
    )
    assert of(yearly) == 107 * 12
    assert of(struck, sudden_hardship=True) is True
    assert of(struck) == of(yearly, UNKNOWN) == ["need_field"]


def opaque(compute, places=1):
    return Opaque("other", "Household", Label("另算的", "computed"), "元", -1, 10, places, CLAUSE, compute)


def test_an_opaque_quantity_is_what_its_function_says_of_the_thing_and_the_day():
    assert of(opaque(lambda home, day: len(home.members) + day.month)) == 5
    assert of(opaque(lambda home, day: None)) == ["need_field"]
    assert lacking("need_field")(
        measure(opaque(lambda home, day: 1), NoFacts(), Things({"Household": AT_HOME}))
    )
    assert lacking("need_field")(measure(opaque(lambda home, day: 1), CASE, Things({})))


@pytest.mark.parametrize("value", ["-1.1", "10.1", "0.25", 11, -2])
def test_an_opaque_quantity_keeps_to_what_it_declares(value):
    with pytest.raises(DeclarationError) as caught:
        of(opaque(lambda home, day: Decimal(value)))
    assert [(each.where, each.code) for each in caught.value.faults] == [("other", "opaque_beyond")]


@pytest.mark.parametrize("value", [0.5, True, "x"])
def test_an_opaque_quantity_is_exact(value):
    with pytest.raises(DeclarationError) as caught:
        of(opaque(lambda home, day: value))
    assert [each.code for each in caught.value.faults] == ["not_exact"]


@pytest.mark.parametrize("value", [-1, 10, Decimal("0.5"), Decimal("0.50"), 0])
def test_an_opaque_quantity_may_be_at_the_ends_of_its_range(value):
    assert of(opaque(lambda home, day: value)) == value


def test_an_opaque_number_may_have_as_many_decimals_as_it_declares():
    clause = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021).at("一")

    def found(number):
        label = Label("另算", "computed")
        tree = Opaque("other", "Household", label, "元", 0, 9, 2, clause, lambda *_: Decimal(number))
        facts = SimpleNamespace(day=date(2024, 3, 1))
        return measure(tree, facts, Things({"Household": object()}))

    assert found("0.01") == Size(Fraction(1, 100), Unit.parse("元"))
    with pytest.raises(DeclarationError):
        found("0.001")
