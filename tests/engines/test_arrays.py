"""Steps over arrays: parts of registers, lists of names, and what cannot be computed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given as drawing
from hypothesis import strategies as st

from civaffairs import load
from civaffairs.domain.models import Person, SocialOrg
from civaffairs.domain.models.years import full_years
from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import Field, Opaque
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.units import ROUNDINGS
from civaffairs.engines.arrays import days
from civaffairs.engines.arrays.compute import Computer, _divided
from civaffairs.engines.arrays.known import both, chosen, chosen_mask, either, opposite
from civaffairs.engines.arrays.lists import lists_where
from civaffairs.engines.arrays.steps import steps
from civaffairs.engines.arrays.things import Block, Things
from civaffairs.engines.columns import Given
from civaffairs.engines.sql import days as in_sql
from civaffairs.errors import InputInvalid, RuleRefused

DAY = date(2024, 9, 1)
TAOYUAN = load()["taoyuan"].rulebook
NAMES = st.sampled_from("abcdefghijklm")


# --- masks and numbers ----------------------------------------------------------------------------

MASKS = st.one_of(st.booleans(), st.lists(st.booleans(), min_size=3, max_size=3).map(np.array))
SIZES = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.lists(st.integers(-(2**63), 2**63 - 1), min_size=3, max_size=3).map(
        lambda each: np.array(each, dtype=np.int64)
    ),
)


def spelled(one, kind=bool):
    return [kind(each) for each in np.broadcast_to(one, 3)]


@drawing(MASKS, MASKS)
def test_masks_are_joined_thing_by_thing(one, other):
    pairs = list(zip(spelled(one), spelled(other), strict=True))
    assert spelled(both(one, other)) == [first and second for first, second in pairs]
    assert spelled(either(one, other)) == [first or second for first, second in pairs]
    assert spelled(opposite(one)) == [not first for first, _ in pairs]


@drawing(MASKS, SIZES, SIZES)
def test_what_is_chosen_is_right_to_the_last_of_64_bits(when, then, otherwise):
    expected = [
        one if truth else other
        for truth, one, other in zip(spelled(when), spelled(then, int), spelled(otherwise, int), strict=True)
    ]
    assert spelled(chosen(when, then, otherwise), int) == expected


@drawing(MASKS, MASKS, MASKS)
def test_masks_are_chosen_thing_by_thing(when, then, otherwise):
    expected = [
        one if truth else other
        for truth, one, other in zip(spelled(when), spelled(then), spelled(otherwise), strict=True)
    ]
    assert spelled(chosen_mask(when, then, otherwise)) == expected


@drawing(
    st.integers(-10_000, 10_000),
    st.integers(1, 60),
    st.sampled_from(ROUNDINGS),
    st.booleans(),
    st.booleans(),
    st.sampled_from([1, 2**49]),
)
def test_quotients_are_rounded_as_stated_on_both_sides_of_zero(  # noqa: PLR0917 - drawn
    over, under, rounding, room, one, times
):
    over, under = over * times, under * times
    exact = Fraction(over, under)
    size = {
        "down": floor(abs(exact)),
        "up": ceil(abs(exact)),
        "half_up": floor(abs(exact) + Fraction(1, 2)),
    }[rounding]
    expected = size if over >= 0 else -size
    said = {"signed": True, "room": room}
    by = under if one else np.array([under, under])
    assert _divided(np.array([over, over]), by, rounding, **said).tolist() == [expected] * 2
    assert _divided(over, under, rounding, **said) == expected
    if over >= 0:
        said["signed"] = False
        assert _divided(np.array([over]), under, rounding, **said).tolist() == [expected]


# --- lists of names -------------------------------------------------------------------------------


@drawing(st.lists(st.sets(NAMES), max_size=20))
def test_every_thing_gets_the_names_that_apply_to_it(wanted):
    names = sorted({*"abcdefghijklm"} if any(len(each) > 8 for each in wanted) else {*"abc"})
    masks = {name: np.array([name in each for each in wanted], dtype=bool) for name in names}
    found = lists_where(masks, len(wanted))
    assert found.dictionary.values.dictionary.to_pylist() == names
    assert found.to_pylist() == [[name for name in names if name in each] for each in wanted]


@pytest.mark.parametrize("many", [0, 1, 3])
def test_names_that_apply_to_all_or_none_need_no_arrays(many):
    assert lists_where({"a": True, "b": False}, many).to_pylist() == [["a"]] * many
    assert lists_where({}, many).to_pylist() == [[]] * many
    mixed = lists_where({"a": True, "b": np.zeros(many, dtype=bool)}, many)
    assert mixed.to_pylist() == [["a"]] * many


def test_lists_of_a_few_things_are_spread_over_all():
    masks = {"a": np.array([True, False, False]), "b": np.array([True, False, True])}
    found = lists_where(masks, 6, np.array([1, 3, 4]))
    assert found.to_pylist() == [[], ["a", "b"], [], [], ["b"], []]


# --- things ---------------------------------------------------------------------------------------


def test_totals_of_those_who_hold_nothing_are_zero():
    things = Things("Person", 3, lambda _: None, np.array([0, 0, 2, 2, 3, 3], dtype=np.intp))
    assert things.total(np.array([2**62, 2**62 - 1, 7])).tolist() == [0, 2**63 - 1, 0, 7, 0]
    assert things.total(5).tolist() == [0, 10, 0, 5, 0]
    assert things.count(np.array([True, False, True])).tolist() == [0, 1, 0, 1, 0]
    assert things.any(np.array([False, True, False])).tolist() == [False, True, False, False, False]
    assert things.any(mask=True).tolist() == [False, True, False, True, False]
    assert things.any(np.zeros(3, dtype=bool)) is False
    assert things.all(np.array([False, True, True])).tolist() == [True, False, True, True, True]


def members(*rows):
    kind = pa.list_(pa.struct([("person_id", pa.int64()), ("born", pa.date32()), ("disabled", pa.bool_())]))
    people = iter(range(1, 100))
    return pa.array(
        [
            None
            if row is None
            else [{"person_id": next(people), "born": None, "disabled": each} for each in row]
            for row in rows
        ],
        kind,
    )


@pytest.mark.parametrize("begin", [0, 1, 2, 3])
def test_a_slice_of_a_register_is_read_like_a_register_of_its_own(begin):
    rows = [[True], [None, False], None, [], [False, True, None]]
    whole = pa.RecordBatch.from_arrays([pa.array(range(5)), members(*rows)], ["household_id", "members"])
    found = Block("Household", whole.slice(begin)).of("Person")
    flat = [each for row in rows[begin:] for each in row or ()]
    said = found.truth("disabled")
    assert spelled_out(said.yes, len(flat)) == [each is True for each in flat]
    assert spelled_out(said.fails, len(flat)) == [each is False for each in flat]
    assert spelled_out(said.doubtful, len(flat)) == [each is None for each in flat]
    assert found.counts.tolist() == [len(row or ()) for row in rows[begin:]]
    assert spelled_out(found.listed, len(rows) - begin) == [row is not None for row in rows[begin:]]


def spelled_out(mask, many):
    return np.broadcast_to(mask, many).tolist()


def test_terms_are_the_same_as_texts_and_as_codes():
    texts = pa.array(["urban", None, "rural", "urban"])
    for array in (texts, texts.dictionary_encode(), texts.slice(1), texts.dictionary_encode().slice(1)):
        things = Things("Household", len(array), {"area": array}.__getitem__)
        said, expected = things.one_of("area", ["urban"]), array.to_pylist()
        assert spelled_out(said.yes, len(array)) == [each == "urban" for each in expected]
        assert spelled_out(said.doubtful, len(array)) == [each is None for each in expected]


# --- days -----------------------------------------------------------------------------------------


@drawing(st.dates(date(1700, 1, 1), DAY), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_full_years_are_those_of_the_law_on_every_day(born, day):
    age = Field("Person", Person.age_on.__name__, Label("年龄", "age"), "岁")
    count = days.derived(age, day)
    if born <= day:
        number = (born - date(1970, 1, 1)) // timedelta(days=1)
        assert count(np.array([number])).tolist() == [full_years(born, day)]


def test_the_same_facts_are_derived_as_in_sql():
    assert {*days._COUNTED} == {*in_sql._WRITTEN}


# --- steps ----------------------------------------------------------------------------------------


def batch_of(many):
    return pa.RecordBatch.from_arrays(
        [
            pa.array(range(many)),
            pa.array(["urban", "rural", None] * (many // 3 + 1)).slice(0, many),
            members(*([True, None] for _ in range(many))) if many < 40 else None,
        ],
        ["household_id", "township", "members"],
    )


def test_a_part_of_a_register_is_decided_as_it_is_within_the_whole():
    given = Given({"Household": [], "Person": ["disabled", "born"]})
    wanted = [TAOYUAN.provision("home_visits"), TAOYUAN.provision("dibao")]
    asked = steps(wanted, TAOYUAN.on(DAY), DAY, given=given, keep=["township"])
    batch = batch_of(20)
    whole = asked.decide(batch)
    parts = [asked.decide(batch.slice(begin, 7)) for begin in range(0, 20, 7)]
    for model, table in whole.items():
        assert pa.concat_tables([each[model] for each in parts]).to_pylist() == table.to_pylist()
        assert all(each[model].schema == table.schema for each in parts)
    assert whole["Household"].column("household_id").to_pylist() == list(range(20))
    rows = whole["Person"].to_pylist()
    assert [row["person_id"] for row in rows] == list(range(1, 41))
    assert [row["township"] for row in rows[:4]] == ["urban", "urban", "rural", "rural"]


def test_no_rows_have_the_columns_of_any():
    given = Given({"Household": [], "Person": ["disabled", "born"]})
    wanted = [TAOYUAN.provision("home_visits"), TAOYUAN.provision("dibao")]
    asked = steps(wanted, TAOYUAN.on(DAY), DAY, given=given, keep=["township"])
    none, some = asked.decide(batch_of(3).slice(3)), asked.decide(batch_of(3))
    for model, table in some.items():
        assert none[model].num_rows == 0
        assert none[model].schema == table.schema


def test_what_cannot_be_computed_is_refused_before_anything_comes():
    computer = Computer(TAOYUAN.on(DAY), DAY, Given({}))
    label = Label("规则", "rule")
    clause = Document("china/rules", label, "", 2019).at("1")
    opaque = Opaque("computed", "Person", label, "元/月", 0, 9, 0, clause, lambda _thing, _day: None)
    with pytest.raises(RuleRefused, match=r"\(Opaque\) cannot be computed in bulk"):
        computer.number(opaque, "Person")
    each_against_all = household.members.all(income.monthly > person.work_cost)
    with pytest.raises(RuleRefused, match="cannot be computed in bulk"):
        computer.truth(each_against_all, "Income")


def test_provisions_of_things_that_have_no_register_in_common_are_refused():
    organisation = next(each for each in TAOYUAN.provisions_of(SocialOrg.__name__))
    with pytest.raises(InputInvalid, match="Household, SocialOrg"):
        steps([TAOYUAN.provision("dibao"), organisation], TAOYUAN.on(DAY), DAY, given=Given({}))


def test_a_kind_that_nobody_gave_is_not_added_up():
    total = person.incomes.total(income.monthly)
    computer = Computer(TAOYUAN.on(DAY), DAY, Given({"Person": ["incomes.wages"]}))
    wages = pa.array([5, None])
    batch = pa.RecordBatch.from_arrays([wages], ["incomes.wages"])
    block = Block("Person", batch)
    assert computer.number(total, "Person")(block).known is False
