"""The SQL of rules agrees with the reference evaluation: in every node, to the fen, unknowns included."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from civaffairs import load
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import (
    Area,
    Child,
    DisabilityKind,
    Household,
    Income,
    IncomeKind,
    Parent,
    ParentState,
    Person,
)
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things
from civaffairs.domain.rules.expr import (
    LocalStandard,
    Opaque,
    all_of,
    any_of,
    as_quantity,
    cases,
    greatest,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import child, household, income, parent, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import ROUNDINGS, Amount
from civaffairs.engines.cases import given_by_models
from civaffairs.engines.columns import Given
from civaffairs.engines.sql.dialects import SPARK
from civaffairs.engines.sql.query import query
from civaffairs.errors import InputInvalid, RuleRefused
from civaffairs.testing.engines import Answered, Arrays, DuckDB, agrees, disagreements, reference

pytest.importorskip("duckdb")

NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
SOURCE = Document("china/rules", Label("办法", "Rules"), "", 2019)
DAY = date(2024, 3, 1)
LABEL = Label("规则", "rule")
EVERYTHING = given_by_models("Household")
EARLIER = Label("更早的没有收录", "nothing earlier is modelled")
ALWAYS = person.age >= Amount(0, "岁")


def told(of, when=None, amount=None, unit="元/月"):
    """A provision that says just this of a household or a person, and the edition that it is in."""
    at_all = household.members.any(ALWAYS) if of is Household else ALWAYS
    condition = condition_rule("when", "china", LABEL, of, _since(at_all if when is None else when))
    rules = [condition]
    if amount is not None:
        rules.append(amount_rule("how_much", "china", LABEL, of, unit, _since(amount)))
    provision = Provision(
        "provision",
        "china",
        LABEL,
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        condition,
        amount=rules[1] if amount is not None else None,
    )
    return provision, Rulebook.of((NATION,), rules, [provision], []).on(DAY)


def _since(tree):
    return dated(EARLIER, since("2019-01-01", tree, SOURCE.at("1")))


def home(*members, **facts):
    return Household(area=Area.URBAN, members=members or (somebody(),), **facts)


def somebody(**facts):
    return Person(**{"born": date(1980, 5, 5), **facts})


def earning(*yuan):
    return somebody(incomes=tuple(Income(kind=IncomeKind.WAGES, monthly=Decimal(each)) for each in yuan))


def answers(provision, edition, *things, on=DAY):
    """What engines say of registers, after it was compared with what the reference evaluation says."""
    found = DuckDB().answers(provision, edition, [*things], on)
    assert found == DuckDB(layout="nested").answers(provision, edition, [*things], on)
    assert found == Arrays().answers(provision, edition, [*things], on)
    assert found == [reference(provision, edition, each, on) for each in things]
    return found


def text_of(provision, edition, on=DAY, given=None, layout="flat", **said):
    """The query over registers that have every fact, unless something else is said."""
    return query([provision], edition, on, given=given or EVERYTHING, layout=layout, **said).text


def of_homes(*homes, **said):
    provision, edition = told(Household, **said)
    return answers(provision, edition, *(Things({"Household": each}) for each in homes))


def of_members(one, **said):
    provision, edition = told(Person, **said)
    cases_ = (Things({"Household": one, "Person": each}) for each in one.members)
    return answers(provision, edition, *cases_)


def amounts(found):
    return [each.amounts[0] for each in found]


def truths(found):
    return [each.holds for each in found]


# --- everything that is drawn, and a real place ---------------------------------------------------

test_numpy_agrees = agrees(Arrays(), examples=30, opaque=False)
test_duckdb_agrees = agrees(DuckDB(), examples=12, opaque=False)
test_nested_duckdb_agrees = agrees(DuckDB(layout="nested"), examples=12, opaque=False)


@pytest.mark.parametrize("place", ["taoyuan", "jiangjin"])
def test_they_agree_in_a_place(place):
    engines = [Arrays(), DuckDB(), DuckDB("DuckDB nested", layout="nested")]
    assert list(disagreements(load()[place].rulebook, engines, examples=10)) == []


# --- numbers --------------------------------------------------------------------------------------

YUAN = as_quantity(Amount("0.01", "元/月"))
SPENT = household.members.total(person.work_cost)
OWED = household.members.total(person.other_benefits)


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_quotients_are_rounded_alike_on_both_sides_of_zero(rounding):
    gaps = [Decimal(each) for each in ("0", "0.01", "0.04", "0.05", "0.06", "0.10", "0.15", "0.99")]
    homes = [home(somebody(work_cost=one, other_benefits=other)) for one, other in product(gaps, gaps)]
    amount = (SPENT - OWED).rounded("元/月", places=1, rounding=rounding)
    assert min(amounts(of_homes(*homes, amount=amount))) < 0


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_quotients_of_what_is_not_constant_are_rounded_alike(rounding):
    owed = [Decimal(each) for each in ("0.01", "0.03", "0.07", "7")]
    homes = [home(somebody(work_cost=one, other_benefits=other)) for one, other in product(owed, owed)]
    ratio = SPENT.divided_by(YUAN - OWED, "1", places=0, rounding=rounding)
    of_homes(*homes, amount=YUAN.times(ratio).rounded("元/月", places=2, rounding="down"))


def test_nobody_is_divided_by():
    amount = SPENT.divided_by(OWED, "1", places=0, rounding="down").times(YUAN)
    paid = amount.rounded("元/月", places=2, rounding="down")
    none, one = (home(somebody(work_cost=Decimal(3), other_benefits=Decimal(each))) for each in (0, 1))
    assert amounts(of_homes(none, one, amount=paid)) == [None, Fraction(3, 100)]


def test_products_of_small_numbers_do_not_stay_in_32_bits():
    large = as_quantity(Amount(90_000, "元/月")) * "70000"
    assert amounts(of_homes(home(), amount=large)) == [6_300_000_000]
    most = Decimal("9999999999.99")
    rich = home(*(somebody(work_cost=most) for _ in range(100)))
    assert amounts(of_homes(rich, amount=SPENT * 3)) == [300 * Fraction(most)]


def test_units_and_decimals_are_brought_together():
    assets = cases((household.assets >= Amount(1, "万元"), Amount("0.005", "元/月")), otherwise=SPENT * "1.3")
    poor = somebody(work_cost=Decimal("0.01"))
    found = of_homes(
        home(poor, assets=Decimal("9999.99")),
        home(poor, assets=Decimal(10000)),
        home(poor),
        amount=greatest(least(assets, OWED + Amount(1, "元/月")), assets),
    )
    assert amounts(found) == [None, None, None]
    free = home(somebody(work_cost=Decimal("0.01"), other_benefits=Decimal(0)), assets=Decimal(0))
    assert amounts(of_homes(free, amount=greatest(least(assets, OWED), assets))) == [Fraction(13, 1000)]


# --- what is not known ----------------------------------------------------------------------------

KNOWN = (True, False, None)
ILL, WORKING = person.seriously_ill, person.employed


@pytest.mark.parametrize(
    "tree",
    [
        all_of(ILL, WORKING),
        any_of(ILL, WORKING),
        ~all_of(ILL, ~WORKING),
        ~any_of(ILL, WORKING) | ILL,
        all_of(ILL, any_of(WORKING, ~ILL)),
    ],
)
def test_truths_are_joined_as_the_reference_joins_them(tree):
    everybody = home(*(somebody(seriously_ill=ill, employed=work) for ill, work in product(KNOWN, KNOWN)))
    assert {*truths(of_members(everybody, when=tree))} == {True, False, None}


@pytest.mark.parametrize("ill", list(product(KNOWN, repeat=2)))
def test_what_is_unknown_of_one_member_may_not_matter(ill):
    one = home(*(somebody(seriously_ill=each) for each in ill))
    assert truths(of_homes(one, when=household.members.any(ILL))) == [
        True if True in ill else None if None in ill else False
    ]
    of_homes(one, when=household.members.all(ILL))
    # A count is unknown as soon as one of those who are counted is.
    assert truths(of_homes(one, when=household.members.count(ILL) > Amount(2, "人"))) == [
        None if None in ill else False
    ]


def test_totals_over_nothing_are_zero_and_over_what_is_unknown_unknown():
    everybody = home(earning(), somebody(), earning(1, 2))
    assert amounts(of_members(everybody, amount=person.incomes.total(income.monthly))) == [0, None, 3]
    assert truths(of_members(everybody, when=person.incomes.all(income.monthly > Amount(1, "元/月")))) == [
        True,
        None,
        False,
    ]


def test_only_chosen_items_have_to_be_known():
    one = home(somebody(seriously_ill=False), somebody(seriously_ill=True, work_cost=Decimal(5)))
    assert amounts(of_homes(one, amount=household.members.total(person.work_cost, ILL))) == [5]


def test_a_branch_that_is_not_taken_does_not_have_to_be_known():
    tree = cases((ILL, person.work_cost), (WORKING, Amount(1, "元/月")), otherwise=person.other_benefits)
    facts = product(KNOWN, KNOWN, (None, Decimal(7)), (None, Decimal(9)))
    everybody = home(
        *(
            somebody(seriously_ill=ill, employed=work, work_cost=cost, other_benefits=other)
            for ill, work, cost, other in facts
        )
    )
    assert {*amounts(of_members(everybody, amount=tree))} == {None, 1, 7, 9}


def test_a_standard_and_a_rule_that_are_not_in_force_are_unknown():
    nobody_says = LocalStandard("no_such_standard", LABEL, "元/月")
    assert amounts(of_homes(home(), amount=nobody_says)) == [None]
    provision, _ = told(Household, amount=nobody_says)
    book = told(Household, amount=YUAN)[1].book
    before = date(2018, 1, 1)
    asked = book.provisions["provision"]
    thing = Things({"Household": home()})
    assert answers(asked, book.on(before), thing, on=before) == [Answered(None)]
    assert provision.id == asked.id


# --- facts ----------------------------------------------------------------------------------------


def test_ages_are_those_of_the_law_on_every_day():
    born = [date(1940, 2, 28) + timedelta(days=each) for each in range(4)]
    provision, _ = told(Person, amount=cases((person.age >= Amount(80, "岁"), YUAN), otherwise=YUAN * 2))
    for on in (date(2020, 2, 28) + timedelta(days=each) for each in range(4)):
        one = home(*(somebody(born=each) for each in born))
        things = [Things({"Household": one, "Person": each}) for each in one.members]
        edition = told(Person, amount=cases((person.age >= Amount(80, "岁"), YUAN), otherwise=YUAN * 2))[1]
        answers(edition.book.provisions[provision.id], edition, *things, on=on)


def test_terms_and_lists_of_terms_are_compared_and_may_be_unknown():
    kinds = DisabilityKind.VISUAL, DisabilityKind.MENTAL
    everybody = home(
        somebody(disabled=True, disability_kinds=kinds),
        somebody(disabled=True, disability_kinds=kinds[:1]),
        somebody(),
    )
    mental = person.disability_kinds.is_one_of(DisabilityKind.MENTAL, DisabilityKind.SPEECH)
    assert truths(of_members(everybody, when=mental)) == [True, False, None]
    assert truths(of_members(everybody, when=household.area.is_one_of(Area.RURAL))) == [False] * 3


def test_facts_and_lists_of_parts_are_found():
    dead = Parent(state=ParentState.DEAD)
    everybody = home(somebody(), somebody(child=Child()), somebody(child=Child(orphan=True, parents=(dead,))))
    assert truths(of_members(everybody, when=child.orphan)) == [None, None, True]
    gone = child.parents.all(parent.state.is_one_of(ParentState.DEAD))
    assert truths(of_members(everybody, when=gone)) == [None, None, True]


# --- members and households -----------------------------------------------------------------------


def test_a_member_is_measured_against_the_household_and_the_others():
    everybody = home(earning(1), earning(2, 3), earning(), assets=Decimal(2))
    own = person.incomes.total(income.monthly)
    all_of_it = household.members.total(own)
    share = own - all_of_it.rounded("元/月", places=0, rounding="up") * "0.5"
    assert amounts(of_members(everybody, amount=share)) == [-2, 2, -3]
    above = household.members.count(own > all_of_it * "0.5")
    assert truths(of_members(everybody, when=above > Amount(0, "人"))) == [True] * 3


def test_things_around_an_item_are_seen_from_within():
    richer = household.members.any(
        person.incomes.any((income.monthly > OWED) & household.area.is_one_of(Area.URBAN))
    )
    ours = [somebody(incomes=earning(each).incomes, other_benefits=Decimal(5)) for each in (4, 6)]
    assert truths(of_homes(home(ours[0]), home(ours[1]), home(*ours), when=richer)) == [False, True, False]


def test_answers_stand_in_the_order_of_the_cases():
    homes = [home(somebody(work_cost=Decimal(each))) for each in (3, 1, 2, 1)]
    assert amounts(of_homes(*homes, amount=SPENT)) == [3, 1, 2, 1]
    assert DuckDB().answers(*told(Household, amount=SPENT), [], DAY) == []


# --- what is written ------------------------------------------------------------------------------


def test_what_no_sql_can_say_is_refused_and_named():
    computed = Opaque(
        "computed", "Person", LABEL, "元/月", 0, 9, 0, SOURCE.at("1"), lambda _thing, _day: None
    )
    with pytest.raises(RuleRefused, match=r"rule \(Opaque\) cannot be computed in bulk"):
        text_of(*told(Person, amount=computed))


def test_an_item_that_is_held_against_all_members_is_refused():
    more_than_anybody_spends = household.members.all(income.monthly > person.work_cost)
    with pytest.raises(RuleRefused, match="cannot be computed in bulk"):
        text_of(*told(Income, more_than_anybody_spends))


def test_what_can_be_gathered_at_once_is_grouped_once():
    cap = cases((household.area.is_one_of(Area.URBAN), Amount(5, "元/月")), otherwise=Amount(3, "元/月"))
    capped = household.members.total(least(person.work_cost, cap))
    amount = capped.divided_by(household.members.count(), "元/人·月", places=2, rounding="down")
    provision, edition = told(Household, amount=amount, unit="元/人·月")
    assert text_of(provision, edition).count("GROUP BY") == 1
    spending = [home(*(somebody(work_cost=Decimal(each)) for each in costs)) for costs in ((9, 1), (9,))]
    assert amounts(of_homes(*spending, amount=amount, unit="元/人·月")) == [3, 5]
    below = household.members.count(person.work_cost < capped)
    assert text_of(*told(Household, when=below > Amount(0, "人"))).count("GROUP BY") == 2


def test_registers_may_be_called_otherwise():
    provision, edition = told(Household, household.area.is_one_of(Area.RURAL))
    text = text_of(provision, edition, sources={"Household": "read_parquet('homes.parquet')"})
    assert "FROM read_parquet('homes.parquet'))" in text


def test_what_is_always_known_leaves_no_trace_of_doubt():
    provision, edition = told(Household, household.area.is_one_of(Area.RURAL))
    assert "known" not in text_of(provision, edition, reasons=False)


def test_what_is_missing_nowhere_is_not_asked_for():
    provision, edition = told(Household, all_of(household.members.all(ILL), household.sudden_hardship))
    there = {"Person": ["seriously_ill"], "Household": ["sudden_hardship"]}
    for layout in ("flat", "nested"):
        assert "NULL" in text_of(provision, edition, given=Given(there), layout=layout, reasons=False)
        text = text_of(provision, edition, given=Given(there, there), layout=layout, reasons=False)
        assert "known" not in text
        assert "NULL" not in text


def test_a_named_rule_is_written_once():
    book = load()["taoyuan"].rulebook
    text = text_of(book.provision("dibao"), book.on(DAY))
    assert text.count('AS "rule.countable_income"') == 1


def test_spark_divides_whole_numbers_with_its_own_word():
    provision, edition = told(Household, amount=SPENT.rounded("元/月", places=0, rounding="up"))
    text = text_of(provision, edition, dialect=SPARK, reasons=False)
    assert " div 100L)" in text
    assert "//" not in text
    assert "`work_cost`" in text


def test_the_least_of_the_same_fact_several_times_is_that_fact():
    own = person.disability_grade
    one = home(somebody(disabled=True, disability_grade=3))
    amount = cases((least(own, own, own) >= Amount(3, ""), YUAN), otherwise=YUAN * 2)
    assert amounts(of_members(one, amount=amount)) == [Fraction(1, 100)]


def test_provisions_of_things_that_have_no_register_in_common_are_refused():
    book = load()["jiangjin"].rulebook
    apart = [next(iter(book.provisions_of(model))) for model in ("Household", "SocialOrg")]
    for asked in (apart, []):
        with pytest.raises(InputInvalid, match="one kind of thing"):
            query(asked, book.on(DAY), DAY, given=EVERYTHING, layout="flat")
