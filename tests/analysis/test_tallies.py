"""What a run comes to, and what of it may be published."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs import load
from civaffairs.analysis.running.publishing import lines, withheld
from civaffairs.analysis.running.tallies import Counted, Tallies, Tally

arrow = pytest.importorskip("pyarrow")

TAOYUAN = load()["taoyuan"].rulebook
DIBAO = TAOYUAN.provision("dibao")
AREAS, TOWNS = ("urban", "rural", None), ("甲镇", "乙镇")

rows = st.lists(
    st.tuples(
        st.sampled_from(AREAS),
        st.sampled_from(TOWNS),
        st.sampled_from([True, False, None]),
        st.none() | st.integers(0, 10**12),
    ),
    max_size=30,
)


def table(drawn):
    columns = {
        "area": arrow.array([each[0] for each in drawn], arrow.string()),
        "township": arrow.array([each[1] for each in drawn], arrow.string()),
        "dibao": arrow.array([each[2] for each in drawn], arrow.bool_()),
        "dibao.amount": arrow.array([each[3] if each[2] else None for each in drawn], arrow.int64()),
        "dibao.why": arrow.array(
            [[] if each[2] else ["poor"] for each in drawn], arrow.list_(arrow.string())
        ),
        "dibao.missing": arrow.array(
            [["assets"] if each[2] is None else [] for each in drawn], arrow.list_(arrow.string())
        ),
    }
    return arrow.table(columns)


def tallied(*parts):
    tallies = Tallies([Counted(DIBAO, 100)], ["area", "township"])
    for part in parts:
        tallies.add("Household", table(part))
    return tallies


@given(rows, rows)
def test_what_is_added_part_by_part_is_what_counting_the_rows_gives(one, other):
    every, tallies = [*one, *other], tallied(one, other)
    said = Counter(each[2] for each in every)
    whole = tallies.of("dibao")
    assert (whole.things, whole.yes, whole.no, whole.doubtful) == (
        len(every),
        said[True],
        said[False],
        said[None],
    )
    assert whole.total == sum(each[3] or 0 for each in every if each[2])
    assert whole.unsized == sum(each[2] is True and each[3] is None for each in every)
    assert tallies.why["dibao", False]["poor"] == said[False]
    assert tallies.why["dibao", True]["poor"] == said[None]
    assert tallies.missing["dibao"]["assets"] == said[None]
    for name, values, place in (("area", AREAS, 0), ("township", TOWNS, 1)):
        groups = tallies.groups("dibao", name)
        for value in values:
            found = groups.get((value,), Tally())
            assert found.things == sum(each[place] == value for each in every)


@given(rows, st.integers(0, 8))
def test_no_count_below_the_limit_can_be_read_or_found_by_subtraction(drawn, least):
    tallies = tallied(drawn)
    for name in tallies.by:
        groups = tallies.groups("dibao", name)
        hidden = withheld(groups, least)
        assert all(not 0 < tally.yes < least for group, tally in groups.items() if group not in hidden)
        left = [tally.yes for group, tally in groups.items() if group not in hidden and tally.yes]
        difference = tallies.of("dibao").yes - sum(left)
        assert not hidden or not left or (difference >= least and len(hidden) > 1)


def test_a_withheld_line_keeps_its_place_and_a_count_of_nobody_is_published():
    drawn = (
        [("urban", "甲镇", True, 100)] * 3
        + [("rural", "甲镇", True, 100)] * 20
        + [(None, "乙镇", False, None)]
    )
    found = {(each.column, each.group): each.withheld for each in lines(tallied(drawn), least=10)}
    assert found == {
        (None, None): False,
        ("area", "rural"): True,
        ("area", "urban"): True,
        ("area", None): False,
        ("township", "乙镇"): False,
        ("township", "甲镇"): False,
    }


def test_an_amount_is_said_in_the_unit_of_the_provision():
    line = next(lines(tallied([("urban", "甲镇", True, 12345)])))
    assert line.amount is not None
    assert str(line.amount) == "2469/20"
