"""Whole registers decided: the same as one case, whatever frame they come in, and absurd rows named."""

from __future__ import annotations

from datetime import date
from time import sleep

import pytest

from civaffairs import decide, load
from civaffairs.analysis.running.asking import asked_of
from civaffairs.analysis.running.frames import decide_registers
from civaffairs.analysis.running.threads import in_order
from civaffairs.domain.models import IncomeKind
from civaffairs.errors import InputInvalid, RuleRefused
from civaffairs.testing.populations import household_of

arrow = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

DAY = date(2024, 9, 1)
TAOYUAN = load()["taoyuan"].rulebook


def home(number, **facts):
    return {"household_id": number, "area": "urban", "assets_fen": 0, **facts}


def person(number, household, **facts):
    earned = {f"incomes.{kind.id}_fen": 0 for kind in IncomeKind}
    known = {"born": date(1950, 3, 1), **earned, "employed": False}
    return {"household_id": household, "person_id": number, **known, **facts}


def tables(homes, people):
    kinds = {"household_id": arrow.int64(), "person_id": arrow.int64(), "born": arrow.date32()}
    names = list(person(1, 1))
    schema = arrow.schema([(name, kinds.get(name, arrow.int64())) for name in names if name != "employed"])
    schema = schema.append(arrow.field("employed", arrow.bool_()))
    return arrow.Table.from_pylist(homes), arrow.Table.from_pylist(people, schema.empty_table().schema)


HOMES = [home(1), home(2, assets_fen=None), home(3, area="rural", assets_fen=99_000_000)]
PEOPLE = [
    person(11, 1),
    person(12, 1, born=date(2010, 5, 1)),
    person(21, 2),
    person(31, 3, **{"incomes.wages_fen": None}),
]


def test_registers_are_decided_as_each_household_is_alone():
    found = decide_registers(TAOYUAN, *tables(HOMES, PEOPLE), on=DAY).households.to_pylist()
    for row, given in zip(found, HOMES, strict=True):
        members = [
            {name.removesuffix("_fen"): value for name, value in each.items()}
            for each in PEOPLE
            if each["household_id"] == given["household_id"]
        ]
        alone = {name.removesuffix("_fen"): value for name, value in given.items()}
        decision = decide(TAOYUAN, household_of({**alone, "members": members}), on=DAY)["dibao"]
        assert {"yes": True, "no": False}.get(decision.answer.value) is row["dibao"]
        paid = None if row["dibao.amount"] is None else row["dibao.amount"]
        due = decision.amount if row["dibao"] else None
        assert paid == (None if due is None else due.number * 100)


def test_a_frame_of_any_kind_comes_back_as_the_same_kind():
    duckdb, pandas, polars = (pytest.importorskip(name) for name in ("duckdb", "pandas", "polars"))
    homes, people = tables(HOMES, PEOPLE)
    expected = decide_registers(TAOYUAN, homes, people, on=DAY, provisions=["dibao"]).households
    connection = duckdb.connect()
    for kind, made, read in (
        (pandas.DataFrame, lambda table: table.to_pandas(), arrow.Table.from_pandas),
        (polars.DataFrame, polars.from_arrow, lambda frame: frame.to_arrow()),
        (
            polars.LazyFrame,
            lambda table: polars.from_arrow(table).lazy(),
            lambda frame: frame.collect().to_arrow(),
        ),
        (duckdb.DuckDBPyRelation, connection.from_arrow, lambda found: found.to_arrow_table()),
    ):
        found = decide_registers(TAOYUAN, made(homes), made(people), on=DAY, provisions=["dibao"]).households
        assert isinstance(found, kind)
        assert read(found).column("dibao").to_pylist() == expected.column("dibao").to_pylist()


ABSURD = {
    "a negative income": (home(1), [person(1, 1, **{"incomes.wages_fen": -1})]),
    "ten to the fifteenth fen": (home(1, assets_fen=10**15), [person(1, 1)]),
    "a birth in the future": (home(1), [person(1, 1, born=date(2031, 1, 1))]),
    "a person twice": (home(1), [person(1, 1), person(1, 1)]),
    "a person without a household": (home(1), [person(1, 1), person(2, 5)]),
    "a household without persons": (home(1), []),
    "two hundred members": (home(1), [person(each, 1) for each in range(200)]),
}


@pytest.mark.parametrize("what", ABSURD)
def test_absurd_rows_stop_it_or_are_set_aside_with_their_households(what):
    spoilt, members = ABSURD[what]
    registers = tables([spoilt, home(9)], [*members, person(900, 9)])
    asked = ["dibao", "winter_heating"]
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, *registers, on=DAY, provisions=asked)
    assert error.value.faults
    found = decide_registers(TAOYUAN, *registers, on=DAY, provisions=asked, faulty="set_aside")
    # Whom no household lacks is set aside alone.
    assert found.households.column("household_id").to_pylist() == (
        [1, 9] if "without a household" in what else [9]
    )
    assert {each.code for each in found.faults} == {each.code for each in error.value.faults}


@pytest.mark.parametrize(
    "columns", [["incomes.property_fen"], [f"incomes.{kind.id}_fen" for kind in IncomeKind]]
)
def test_a_column_that_is_not_there_is_unknown_for_everybody(columns):
    homes, people = tables(HOMES[:1], PEOPLE[:1])
    found = decide_registers(TAOYUAN, homes, people.drop_columns(columns), on=DAY, provisions=["dibao"])
    assert found.households.column("dibao").to_pylist() == [None]
    assert found.households.column("dibao.missing").to_pylist() == [["members.incomes"]]


def test_a_kind_of_income_that_no_rule_counts_need_not_be_there():
    homes, people = tables(HOMES[:1], PEOPLE[:1])
    fewer = people.drop_columns(["incomes.scholarship_fen", "incomes.bravery_award_fen"])
    found = decide_registers(TAOYUAN, homes, fewer, on=DAY, provisions=["dibao"])
    assert found.households.column("dibao").to_pylist() == [True]


def test_registers_without_anybody_are_decided_and_have_no_rows():
    homes, people = (each.slice(0, 0) for each in tables(HOMES, PEOPLE))
    found = decide_registers(TAOYUAN, homes, people, on=DAY, provisions=["dibao", "home_visits"])
    assert (found.households.num_rows, found.persons.num_rows) == (0, 0)
    assert (found.numbered, found.faults) == (True, ())
    assert {"household_id", "dibao", "dibao.amount"} <= {*found.households.column_names}
    assert {"person_id", "home_visits"} <= {*found.persons.column_names}


def test_parts_come_in_order_however_long_each_takes():
    def slow(number):
        sleep(0.02 if number % 2 else 0)
        return number

    assert list(in_order(slow, range(7))) == list(range(7))


def test_what_goes_wrong_in_a_part_is_raised_as_it_is_and_nothing_hangs():
    begun = []

    def failing(number):
        begun.append(number)
        if number == 2:
            raise KeyError(number)
        return number

    found = in_order(failing, range(10_000))
    assert [next(found), next(found)] == [0, 1]
    with pytest.raises(KeyError):
        next(found)
    assert len(begun) < 50


def test_what_rests_on_a_function_is_left_out_and_named_or_refused_where_it_is_asked_for():
    asked = asked_of(TAOYUAN, on=DAY)
    assert [each.where for each in asked.left_out] == ["infant_nutrition"]
    assert "infant_nutrition" not in {each.id for each in asked.provisions}
    with pytest.raises(RuleRefused, match="in bulk"):
        asked_of(TAOYUAN, on=DAY, provisions=["dibao", "infant_nutrition"])
    with pytest.raises(InputInvalid):
        asked_of(TAOYUAN, on=DAY, provisions=["dibao", "ecological_plots"])


def test_why_a_standard_is_not_known_is_said():
    assert not asked_of(TAOYUAN, on=DAY, provisions=["dibao"]).unsettled
    said = [
        each.text("en") for each in asked_of(TAOYUAN, on=date(2015, 1, 1), provisions=["dibao"]).unsettled
    ]
    assert any("urban Dibao standard is not modelled" in each for each in said)
    why, *_ = asked_of(TAOYUAN, on=date(1990, 1, 1), provisions=["dibao"]).unsettled
    assert "conditions of Dibao" in why.text("en")
