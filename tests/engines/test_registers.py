"""What registers have and lack, several provisions at once, and the reasons that come with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given as drawing
from hypothesis import settings
from hypothesis import strategies as st

from civaffairs import load
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Income, IncomeKind, Person
from civaffairs.domain.models.fact import replaced
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook, versions_behind
from civaffairs.domain.rules.depends import opaque_of
from civaffairs.domain.rules.evaluate import Things, Unknown, holds
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.arrays.rows import rows as array_rows
from civaffairs.engines.arrays.steps import steps
from civaffairs.engines.cases import CaseRegisters, given_by_models
from civaffairs.engines.columns import HELD_IN, Given, all_facts, fact_column, inside
from civaffairs.engines.conjuncts import conjuncts, legend
from civaffairs.engines.sql.duckdb import rows as duckdb_rows
from civaffairs.engines.sql.query import query
from civaffairs.testing.cases import days, households, rulebooks
from civaffairs.testing.engines import Arrays, DuckDB, reference

pytest.importorskip("duckdb")

DAY = date(2024, 9, 1)
LABEL = Label("规则", "rule")
LAYOUTS = ("flat", "nested")
WAYS = (*LAYOUTS, "arrays")
"""The two layouts of the query that DuckDB answers, and the steps over arrays."""
TAOYUAN = load()["taoyuan"].rulebook
WIDE = given_by_models("Household", wide=True)


def cases_of(provision, homes):
    for home in homes:
        for member in home.members if provision.of == "Person" else [None]:
            things = Things({"Household": home})
            yield things if member is None else things.with_one("Person", member)


def changed(home, **of_members):
    """The household, and each member with some facts made anew."""
    members = tuple(
        replaced(each, **{name: make(each) for name, make in of_members.items()}) for each in home.members
    )
    return replaced(home, members=members)


def one_of_each_kind(one):
    """The incomes of a person as columns can say them: one of each kind, and none of nothing."""
    if one.incomes is None:
        return None
    by_kind = {each.kind: each for each in one.incomes if each.monthly}
    return tuple(by_kind.values())


def rows(provision, edition, cases, day, *, way="nested", given=None):
    if way == "arrays":
        return array_rows(provision, edition, cases, day, given=given)
    return duckdb_rows(provision, edition, cases, day, layout=way, given=given)


def agree(rulebook, day, homes, given):
    edition = rulebook.on(day)
    for provision in rulebook.provisions.values():
        cases = list(cases_of(provision, homes))
        expected = [reference(provision, edition, each, day) for each in cases]
        for engine in (*(DuckDB(layout=each, given=given) for each in LAYOUTS), Arrays(given=given)):
            assert engine.answers(provision, edition, cases, day) == expected


# --- incomes in columns ---------------------------------------------------------------------------


@settings(max_examples=8, deadline=None)
@drawing(rulebooks(opaque=False), st.lists(households(), min_size=1, max_size=3), days())
def test_incomes_in_columns_say_the_same_as_a_list_of_them(rulebook, homes, day):
    agree(rulebook, day, [changed(each, incomes=one_of_each_kind) for each in homes], WIDE)


def earning(**yuan):
    found = tuple(
        Income(kind=IncomeKind[kind.upper()], monthly=Decimal(monthly)) for kind, monthly in yuan.items()
    )
    return Person(born=date(1980, 5, 5), incomes=found)


def told(when):
    """A provision of households that says just this, and the edition that it is in."""
    source = Document("china/rules", LABEL, "", 2019)
    rule = condition_rule(
        "when", "china", LABEL, Household, dated(LABEL, since("2019-01-01", when, source.at("1")))
    )
    provision = Provision("told", "china", LABEL, Topic.SOCIAL_ASSISTANCE, ProvisionKind.STATUS, rule)
    nation = Jurisdiction("china", LABEL, Level.NATION, NATION_CODE)
    return provision, Rulebook.of((nation,), [rule], [provision], []).on(DAY)


def answers(when, *homes, given=WIDE, way="nested"):
    provision, edition = told(when)
    found = rows(provision, edition, list(cases_of(provision, homes)), DAY, way=way, given=given)
    return [each.holds for each in found]


def home(*members, **facts):
    return Household(area=Area.URBAN, members=members, **facts)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_earned_is_no_income_of_that_kind(way):
    kinds = household.members.count(person.incomes.any(income.monthly < Amount(5, "元/月"))) > Amount(0, "人")
    poor, rich, nothing = (home(earning(wages=each)) for each in (4, 5, 0))
    assert answers(kinds, poor, rich, nothing, way=way) == [True, False, False]


@pytest.mark.parametrize("way", WAYS)
def test_one_kind_that_is_not_known_leaves_all_incomes_unknown(way):
    earned = person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES))
    much = household.members.any(earned > Amount(5, "元/月"))
    nobody_knows = Person(born=date(1980, 5, 5))
    assert answers(much, home(earning(wages=6)), home(nobody_knows), way=way) == [True, None]
    assert answers(much, home(earning(wages=6), nobody_knows), way=way) == [True]


def test_only_the_kinds_that_are_asked_for_are_added_up():
    earned = person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES))
    provision, edition = told(household.members.any(earned > Amount(5, "元/月")))
    text = query([provision], edition, DAY, given=Given(WIDE_COLUMNS, WIDE_COLUMNS), layout="nested").text
    assert '"incomes.wages"' in text
    assert '"incomes.transfer"' not in text


WIDE_COLUMNS = {"Household": ["area"], "Person": [f"incomes.{kind.id}" for kind in IncomeKind]}


# --- columns that are not there, and columns in which nothing is missing --------------------------

PERSON = [name for name in all_facts("Person") if "." not in name and not fact_column("Person", name).sure]
HOUSEHOLD = [name for name in all_facts("Household") if not fact_column("Household", name).sure]


@settings(max_examples=8, deadline=None)
@drawing(
    rulebooks(opaque=False),
    st.lists(households(), min_size=1, max_size=2),
    days(),
    st.sets(st.sampled_from(PERSON)),
    st.sets(st.sampled_from(HOUSEHOLD)),
    st.booleans(),
)
def test_a_fact_without_a_column_is_unknown_of_everybody(  # noqa: PLR0917 - drawn
    rulebook, homes, day, of_person, of_home, lists
):
    without = {"disability_grade", "disability_kinds"} if "disabled" in of_person else set()
    lost = dict.fromkeys(of_person | without | ({"incomes", "supporters"} if lists else set()))
    stripped = [
        replaced(changed(each, **dict.fromkeys(lost, lambda _: None)), **dict.fromkeys(of_home))
        for each in homes
    ]
    everything = given_by_models("Household")
    left = [
        (model, name)
        for model, name in everything.columns
        if name not in (lost if model == "Person" else of_home)
    ]
    there = {model: [name for of, name in left if of == model] for model, _ in left}
    agree(rulebook, day, stripped, Given(there, everything_in(there, everything)))


def everything_in(there, given):
    return {
        model: [name for name in names if given.is_complete(model, name)] for model, names in there.items()
    }


@settings(max_examples=8, deadline=None)
@drawing(rulebooks(opaque=False), st.lists(households(), min_size=1, max_size=2), days())
def test_columns_in_which_nothing_is_missing_say_the_same(rulebook, homes, day):
    homes = [changed(each, incomes=one_of_each_kind) for each in homes]
    everybody = [member for each in homes for member in each.members]
    complete = {
        model: [name for name in all_facts(model) if all(inside(each, name) is not None for each in things)]
        for model, things in (("Household", homes), ("Person", everybody))
    }
    if all(each.incomes is not None for each in everybody):
        complete["Person"] += [f"incomes.{kind.id}" for kind in IncomeKind]
    columns = {}
    for model, name in WIDE.columns:
        columns.setdefault(model, []).append(name)
    agree(rulebook, day, homes, Given(columns, complete))


@pytest.mark.parametrize("way", WAYS)
def test_without_a_register_of_persons_nothing_is_known_of_members(way):
    someone = household.members.count() > Amount(0, "人")
    given = Given({"Household": ["area"]})
    assert answers(someone, home(earning()), given=given, way=way) == [None]
    assert answers(household.area.is_one_of(Area.URBAN), home(earning()), given=given, way=way) == [True]


# --- several provisions at once -------------------------------------------------------------------


def table(asked, homes, layout):
    """The rows of a query over registers that are made of households."""
    import duckdb

    registers = CaseRegisters("Household", asked.registers, nested=layout == "nested")
    for each in homes:
        registers.add(Things({"Household": each}), "Household")
    connection = duckdb.connect()
    for model, rows_ in registers.tables().items():
        connection.register(model, rows_)
    return connection.sql(asked.text).to_arrow_table()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_provisions_of_households_and_of_members_come_from_one_query(layout):
    edition = TAOYUAN.on(DAY)
    provisions = [
        each
        for each in TAOYUAN.provisions_of("Household", "Person")
        if not any(
            opaque_of(version.value)
            for version in versions_behind(each.rules, edition)
            if isinstance(version.of, AmountRule | ConditionRule)
        )
    ]
    assert {each.of for each in provisions} == {"Household", "Person"}
    old = replaced(earning(transfer=90), born=date(1930, 1, 1), disabled=True, disability_grade=1)
    homes = [home(earning(wages=5000), old, assets=Decimal(0)), home(old), home(earning(wages=7))]
    asked = query(provisions, edition, DAY, given=given_by_models("Household"), layout=layout, keep=())
    found = sorted(table(asked, homes, layout).to_pylist(), key=lambda row: row["household_id"])
    for provision in provisions:
        cases = list(cases_of(provision, homes))
        alone = [each.holds for each in rows(provision, edition, cases, DAY, way=layout)]
        if provision.of == "Household":
            assert [row[provision.id] for row in found] == alone
        else:
            members = [sorted(row["members"], key=lambda each: each["person_id"]) for row in found]
            assert [each[provision.id] for several in members for each in several] == alone


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_comes_out_is_called_and_typed_as_it_is_said(layout):
    provision = TAOYUAN.provision("dibao")
    asked = query(
        [provision], TAOYUAN.on(DAY), DAY, given=given_by_models("Household"), layout=layout, keep=()
    )
    found = table(asked, [home(earning(wages=7))], layout)
    assert [each.name for each in asked.outputs["Household"]] == found.column_names[1:]
    types = {each.what: str(found.schema.field(each.name).type) for each in asked.outputs["Household"]}
    assert {"holds": "bool", "amount": "int64", "why": "list<element: string>"}.items() <= {
        what: kind.replace("item", "element").replace("l: ", "element: ") for what, kind in types.items()
    }.items()
    (amount,) = (each for each in asked.outputs["Household"] if each.what == "amount")
    assert (amount.scale, amount.unit) == (100, provision.amount.unit)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_columns_pass_through_as_they_are(layout):
    import duckdb
    import pyarrow as pa

    provision = TAOYUAN.provision("dibao")
    given = Given({"Household": ["area"]})
    asked = query([provision], TAOYUAN.on(DAY), DAY, given=given, layout=layout, keep=("township", "area"))
    connection = duckdb.connect()
    homes = pa.table({"household_id": ["a", "b"], "township": ["甲", None], "area": ["urban", None]})
    connection.register("Household", homes)
    found = connection.sql(asked.text).fetchall()
    assert sorted(row[:3] for row in found) == [("a", "甲", "urban"), ("b", None, None)]


def test_steps_are_made_once():
    asked = [[TAOYUAN.provision("dibao")], TAOYUAN.on(DAY), DAY]
    one = steps(*asked, given=WIDE)
    assert steps(*asked, given=WIDE) is one
    assert steps(*asked, given=WIDE, reasons=False) is not one


def test_a_query_is_written_once():
    asked = [[TAOYUAN.provision("dibao")], TAOYUAN.on(DAY), DAY]
    one = query(*asked, given=WIDE, layout="nested")
    assert query(*asked, given=WIDE, layout="nested") is one
    assert query(*asked, given=WIDE, layout="flat") is not one
    assert query(*asked, given=WIDE, layout="nested", reasons=False) is not one


# --- reasons --------------------------------------------------------------------------------------


def expected_why(provision, edition, case):
    facts = CaseFacts(edition, DAY)
    whole = holds(provision.when, facts, case)
    if whole is True:
        return ()
    truths = {code: holds(part, facts, case) for code, part in conjuncts(provision, edition).items()}
    doubtful = isinstance(whole, Unknown)
    return tuple(
        code for code, truth in truths.items() if isinstance(truth, Unknown) == doubtful and truth is not True
    )


@settings(max_examples=10, deadline=None)
@drawing(rulebooks(opaque=False), st.lists(households(), min_size=1, max_size=2))
def test_reasons_are_the_parts_that_fail_or_cannot_be_told(rulebook, homes):
    edition = rulebook.on(DAY)
    for provision in rulebook.provisions.values():
        cases = list(cases_of(provision, homes))
        for way in WAYS:
            for case, row in zip(cases, rows(provision, edition, cases, DAY, way=way), strict=True):
                assert row.why == expected_why(provision, edition, case)
                assert {*row.why} <= {*legend(provision, edition)}


@settings(max_examples=10, deadline=None)
@drawing(rulebooks(opaque=False), st.lists(households(), min_size=1, max_size=2))
def test_every_fact_that_the_evaluation_misses_is_named(rulebook, homes):
    edition = rulebook.on(DAY)
    for provision in rulebook.provisions.values():
        cases = list(cases_of(provision, homes))
        found = rows(provision, edition, cases, DAY)
        assert [each.missing for each in rows(provision, edition, cases, DAY, way="arrays")] == [
            each.missing for each in found
        ]
        for case, row in zip(cases, found, strict=True):
            truth = holds(provision.when, CaseFacts(edition, DAY), case)
            if not isinstance(truth, Unknown):
                assert row.missing == ()
                continue
            wanted = {dict(each.args)["field"] for each in truth.missing if each.code == "need_field"}
            assert len(row.missing) >= len(wanted)
            for path in row.missing:
                assert any(value is None for value in reached(case.by_model[provision.of], case, path))


def reached(thing, case, path):
    """The values at the end of a path."""
    if path.startswith("household."):
        return reached(case.by_model["Household"], case, path.removeprefix("household."))
    for name in HELD_IN.values():
        if path.startswith(f"{name}."):
            held = inside(thing, name) or ()
            return [value for each in held for value in reached(each, case, path.removeprefix(f"{name}."))]
    return [inside(thing, path)]


def test_conjuncts_are_called_by_their_rules_or_counted():
    provision = TAOYUAN.provision("dibao")
    codes = legend(provision, TAOYUAN.on(DAY))
    assert all(meaning.clause is not None and meaning.what.text("zh") for meaning in codes.values())
    before = TAOYUAN.on(date(1900, 1, 1))
    (meaning,) = legend(provision, before).values()
    assert meaning.clause is None


def test_missing_facts_say_where_they_are():
    provision = TAOYUAN.provision("dibao")
    (row,) = rows(provision, TAOYUAN.on(DAY), [Things({"Household": home(Person(born=DAY))})], DAY)
    assert row.holds is None
    assert "members.incomes" in row.missing


def test_reasons_are_left_out_where_nobody_asks_for_them():
    asked = query(
        [TAOYUAN.provision("dibao")], TAOYUAN.on(DAY), DAY, given=WIDE, layout="nested", reasons=False
    )
    assert {each.what for each in asked.outputs["Household"]} & {"why", "missing"} == set()
