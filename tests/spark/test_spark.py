"""Rules on a real Spark say what the reference evaluation says, whatever a session is set to.

Every query takes a second, so there are few, each about many cases.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from civaffairs import (
    Amount,
    Area,
    Document,
    Household,
    Income,
    IncomeKind,
    Label,
    Person,
    Topic,
    load,
    since,
)
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import DisabilityKind, Supporter
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things
from civaffairs.domain.rules.expr import all_of, any_of, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person, supporter
from civaffairs.domain.units import ROUNDINGS
from civaffairs.engines.sql.spark import decided
from civaffairs.errors import InputInvalid
from civaffairs.testing.engines import Spark, agrees, disagreements, reference

pytestmark = pytest.mark.usefixtures("spark")

NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
SOURCE = Document("china/rules", Label("办法", "Rules"), "", 2019)
DAY = date(2024, 3, 1)
LABEL = Label("规则", "rule")
EARLIER = Label("更早的没有收录", "nothing earlier is modelled")


def told(of, when, amount=None, name="provision"):
    """A provision that says just this of a household or a person, and the edition that it is in."""
    rules = [condition_rule(f"{name}_when", "china", LABEL, of, _since(when))]
    if amount is not None:
        rules.append(amount_rule(f"{name}_size", "china", LABEL, of, "元/月", _since(amount)))
    paid = rules[1] if amount is not None else None
    kind = ProvisionKind.CASH
    made = Provision(name, "china", LABEL, Topic.SOCIAL_ASSISTANCE, kind, rules[0], amount=paid)
    return made, Rulebook.of((NATION,), rules, [made], []).on(DAY)


def _since(tree):
    return dated(EARLIER, since("2019-01-01", tree, SOURCE.at("1")))


def home(*members, **facts):
    return Household(**{"area": Area.URBAN, "members": members or (somebody(),), **facts})


def somebody(**facts):
    return Person(**{"born": date(1980, 5, 5), **facts})


def compared(provision, edition, things):
    """What Spark says, after it was compared with what the reference evaluation says."""
    found = Spark().answers(provision, edition, things, DAY)
    assert found == [reference(provision, edition, each, DAY) for each in things]
    return found


def of_members(one, when, amount=None):
    things = [Things({"Household": one, "Person": each}) for each in one.members]
    return compared(*told(Person, when, amount), things)


# --- everything that is drawn, and real places ----------------------------------------------------

test_spark_agrees = agrees(Spark(), examples=8, opaque=False)


@pytest.mark.parametrize(
    ("place", "provisions"),
    [("taoyuan", ("dibao", "tekun_care", "org_assessment", "plot_area")), ("jiangjin", ("dibao",))],
)
def test_spark_agrees_in_real_places(place, provisions):
    book = load()[place].rulebook
    rules = [each for several in book.rules.values() for each in several]
    standards = [each for several in book.standards.values() for each in several]
    few = Rulebook.of(book.chain, rules, [book.provisions[each] for each in provisions], standards)
    assert list(disagreements(few, [Spark()], examples=60, days=[date(2024, 9, 1)])) == []


# --- where Spark differs silently -----------------------------------------------------------------

YUAN = Amount("0.01", "元/月")
GAPS = [Decimal(each) for each in ("0", "0.01", "0.04", "0.05", "0.06", "0.10", "0.15", "0.99")]


def test_quotients_are_rounded_alike_on_both_sides_of_zero_beyond_what_a_double_holds():
    spent, owed = person.work_cost * 4000, person.other_benefits * 4000
    large = [each + Decimal(9999999999) for each in GAPS[1:3]]
    pairs = [*product(GAPS, GAPS), *product(large, GAPS)]
    everybody = home(*(somebody(work_cost=one, other_benefits=other) for one, other in pairs))
    parts = [(spent - owed).rounded("元/月", places=1, rounding=each) for each in ROUNDINGS]
    halves = [(each * "0.003").rounded("元/月", places=2, rounding="half_up") for each in parts]
    found = of_members(everybody, person.age >= Amount(0, "岁"), sum(parts[1:], parts[0]) + halves[0])
    sizes = [each.amounts[0] for each in found]
    assert min(sizes) < 0
    assert max(sizes) * 100 > 2**53


def test_what_is_not_known_and_lists_of_terms_are_told_apart():
    ill, mental = person.seriously_ill, person.disability_kinds.is_one_of(DisabilityKind.MENTAL)
    known = (True, False, None)
    kinds = (None, (), (DisabilityKind.VISUAL,), (DisabilityKind.VISUAL, DisabilityKind.MENTAL))
    members = (
        somebody(seriously_ill=sick, disabled=True if kind else None, disability_kinds=kind or None)
        for sick, kind in product(known, kinds)
    )
    tree = any_of(all_of(ill, mental), all_of(~ill, ~mental))
    found = of_members(home(*members), tree, cases((mental, person.work_cost), otherwise=YUAN))
    assert {each.holds for each in found} == {True, False, None}


def test_ages_are_those_of_the_law_around_a_leap_day():
    born = (date(year, 2, 27) + timedelta(days=each) for year in (1944, 1943) for each in range(5))
    everybody = home(*(somebody(born=each) for each in born))
    found = of_members(everybody, person.age >= Amount(80, "岁"))
    assert {each.holds for each in found} == {True, False}


def test_nobody_is_divided_by():
    owed = household.members.total(person.other_benefits)
    share = household.members.total(person.work_cost).divided_by(owed, "1", places=0, rounding="down")
    paid = share.times(YUAN).rounded("元/月", places=2, rounding="down")
    homes = [home(somebody(work_cost=Decimal(3), other_benefits=Decimal(each))) for each in (0, 1)]
    urban = household.area.is_one_of(Area.URBAN)
    things = [Things({"Household": each}) for each in homes]
    assert [each.amounts[0] for each in compared(*told(Household, urban, paid), things)] == [
        None,
        Decimal("0.03"),
    ]


@pytest.mark.parametrize(("ansi", "exact_case"), [("false", "true"), ("true", "false")])
def test_no_setting_of_a_session_changes_an_answer(setting, ansi, exact_case):
    setting("spark.sql.ansi.enabled", ansi)
    setting("spark.sql.caseSensitive", exact_case)
    book, day = load()["taoyuan"].rulebook, date(2024, 9, 1)
    wages = (Income(kind=IncomeKind.WAGES, monthly=Decimal(1)),)
    poor = Things({"Household": home(somebody(incomes=wages, employed=False), assets=Decimal(0))})
    dibao, edition = book.provision("dibao"), book.on(day)
    (answer,) = Spark().answers(dibao, edition, [poor], day)
    assert answer == reference(dibao, edition, poor, day)
    assert answer.amounts[0]


# --- registers ------------------------------------------------------------------------------------

WAGES = person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES))
POOR, POOR_BOOK = told(
    Household, household.members.total(WAGES) < Amount(10, "元/月"), household.members.total(person.work_cost)
)
PERSONS = (
    "person_id STRING, household_id BIGINT, `incomes.wages` INT, `incomes.transfer` BIGINT, work_cost BIGINT"
)


def registers(spark):
    homes = spark.createDataFrame(
        [(1, "桃李镇"), (2, "梅溪镇"), (3, None), (4, "")], "household_id BIGINT, township STRING"
    )
    persons = [
        *[("a", 1, 900, 0, 5), ("b", 1, 99, 7, 6)],
        *[("c", 2, 900, 0, 1), ("d", 2, 100, 0, 2)],
        *[("e", 3, 0, None, 3), ("f", 3, 0, 0, None)],
    ]
    return homes, spark.createDataFrame(persons, PERSONS)


def test_registers_are_decided_with_reasons_and_what_is_missing(spark):
    frame = decided([POOR], POOR_BOOK, DAY, *registers(spark), keep=["township"])
    shown = [each.asDict() for each in frame.orderBy("household_id").collect()]
    assert [each["provision"] for each in shown] == [True, False, None, True]
    assert [each["provision.amount"] for each in shown] == [11, None, None, 0]
    assert [each["township"] for each in shown] == ["桃李镇", "梅溪镇", None, ""]
    assert [each["provision.why"] for each in shown] == [[], ["provision_when.1"], ["provision_when.1"], []]
    assert [each["provision.missing"] for each in shown] == [[], [], ["members.incomes"], []]


def test_persons_stand_in_a_list_of_their_household(spark):
    helped, edition = told(
        Person, person.supporters.any(supporter.disabled) & household.area.is_one_of(Area.URBAN)
    )
    homes = spark.createDataFrame([(1, "urban")], "household_id INT, area STRING")
    several = [("a", 1, [(True,)]), ("b", 1, [(None,), (False,)]), ("c", 1, None), ("d", 1, [])]
    lists = "person_id STRING, household_id INT, supporters ARRAY<STRUCT<disabled: BOOLEAN>>"
    frame = decided([helped], edition, DAY, homes, spark.createDataFrame(several, lists), reasons=False)
    listed = frame.selectExpr("inline(members)").orderBy("person_id").collect()
    lists_of_people = (held and tuple(Supporter(disabled=each) for (each,) in held) for _, _, held in several)
    people = (somebody(supporters=None if each is None else tuple(each)) for each in lists_of_people)
    cases_ = (Things({"Household": home(), "Person": each}) for each in people)
    expected = [reference(helped, edition, each, DAY).holds for each in cases_]
    assert [each["provision"] for each in listed] == expected == [True, None, None, False]


def test_a_column_that_is_not_there_is_not_known_of_anybody(spark):
    homes, persons = registers(spark)
    fewer = persons.drop("incomes.wages", "incomes.transfer")
    found = decided([POOR], POOR_BOOK, DAY, homes, fewer).orderBy("household_id").collect()
    assert [each["provision"] for each in found] == [None, None, None, True]


def test_everything_that_is_wrong_with_columns_is_said_at_once(spark):
    homes, persons = registers(spark)
    broken = persons.selectExpr(
        "household_id",
        "CAST(work_cost AS DECIMAL(10, 2)) AS work_cost",
        "'2001-01-01' AS born",
        "1L AS `incomes.wage`",
        "array(named_struct('disabled', 'no')) AS supporters",
    )
    with pytest.raises(InputInvalid) as raised:
        decided([POOR], POOR_BOOK, DAY, homes.withColumnRenamed("household_id", "id"), broken)
    assert [each.where for each in raised.value.faults] == [
        "household_id",
        "person_id",
        "work_cost",
        "born",
        "incomes.wage",
        "supporters.disabled",
    ]


def test_what_the_registers_are_not_about_is_said(spark):
    plots = load()["taoyuan"].rulebook
    with pytest.raises(InputInvalid, match="is not about households or persons"):
        decided([plots.provision("plot_area")], plots.on(DAY), DAY, *registers(spark))


def test_a_number_that_leaves_64_bits_is_an_error_in_a_session_that_would_pass_over_it(spark, setting):
    setting("spark.sql.ansi.enabled", "false")
    homes, persons = registers(spark)
    rich = persons.withColumnRenamed("work_cost", "was").selectExpr("*", f"{2**63 - 1}L AS work_cost")
    frame = decided([POOR], POOR_BOOK, DAY, homes, rich)
    assert spark.conf.get("spark.sql.ansi.enabled") == "false"
    with pytest.raises(Exception, match="OVERFLOW"):
        frame.collect()
