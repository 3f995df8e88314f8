"""Comparing plans: same, stricter, weaker, and when it must not be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.analysis.comparison import compare
from civaffairs.domain.indicators import Bounds, Direction, Indicator
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.names import Label
from civaffairs.domain.observations import missing
from civaffairs.domain.plan import Plan
from civaffairs.domain.relations import Relation, relation
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import Table, baseline, goal
from civaffairs.domain.targets import Nature, Promise, Target, at_least, at_most, between, more_than
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from civaffairs.analysis.comparison import Side

DOCUMENT = Document("d/plan", Label("规划", "Plan"), "民政局", 2022)


def indicator(unit: str = "%", name: str = "share") -> Indicator:
    return Indicator(name, Label("占比", "share"), unit, Direction.UP, Topic.ELDERLY_CARE, Bounds())


def target(promise: Promise, unit: str = "%") -> Target:
    measured = indicator(unit)
    predicate = promise.predicate(Unit.parse(unit), measured.direction)
    return Target(measured, 2025, predicate, Nature.EXPECTED, DOCUMENT.at("表1"))


@pytest.mark.parametrize(
    ("mine", "first", "expected"),
    [
        (at_least(65), at_least(55), Relation.STRICTER),
        (at_least(55), at_least(65), Relation.WEAKER),
        (at_least(55), at_least(55), Relation.SAME),
        (more_than(30), at_least(30), Relation.STRICTER),
        (at_least(30), more_than(30), Relation.WEAKER),
        (at_most(20), at_most(24), Relation.STRICTER),
        (at_most(24), at_most(20), Relation.WEAKER),
        (at_most(20), at_least(20), Relation.UNLIKE),
        (between(28, 35), at_least(28), Relation.UNLIKE),
    ],
)
def test_how_one_target_stands_to_another(mine: Promise, first: Promise, expected: Relation) -> None:
    assert relation(target(mine), target(first)) is expected


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_of_two_floors_the_higher_is_stricter_and_never_both(one: int, other: int) -> None:
    forth, back = (
        relation(target(at_least(a)), target(at_least(b))) for a, b in ((one, other), (other, one))
    )
    if one == other:
        assert forth is back is Relation.SAME
    else:
        assert {forth, back} == {Relation.STRICTER, Relation.WEAKER}
        assert (forth is Relation.STRICTER) == (one > other)


def test_counts_are_not_compared_since_large_districts_have_more_of_everything() -> None:
    assert relation(target(at_least(350), "处"), target(at_least(150), "处")) is Relation.COUNT


def test_a_plan_that_names_an_indicator_without_a_value_has_no_target() -> None:
    empty = Target(indicator(), 2025, missing("--"), Nature.BINDING, DOCUMENT.at("表1"))
    assert relation(empty, target(at_least(5))) is Relation.ABSENT
    assert relation(None, target(at_least(5))) is Relation.ABSENT


def place(name: str, code: str) -> Jurisdiction:
    return Jurisdiction(name, Label(name, name), Level.DISTRICT, code, "city")


def plan(  # noqa: PLR0917 - a plan of one row in one line
    owner: str, years: str, heading: str, promise: Promise, nature: Nature, shared: str = "share"
) -> Plan:
    table = Table(DOCUMENT.at("表1"), (baseline("2020年", 2020), goal("2025年", 2025)))
    rows = [table.row("1", indicator(name=shared), heading, "%", 40, promise, nature=nature)]
    return Plan(f"{owner}/plan", Label("规划", "Plan"), owner, years, DOCUMENT, rows=rows)


def test_different_headings_and_natures_are_said_and_brackets_alone_are_not() -> None:
    here = (
        place("here", "500106"),
        plan("here", "2021..2025", "床位(张)占比（镇）(%)", at_least(55), Nature.BINDING),
    )
    there = (
        place("there", "500116"),
        plan("there", "2021..2025", "床位(张)占比(镇)", at_least(65), Nature.EXPECTED),
    )
    (found,) = compare([here, there])
    assert [side.relation for side in found.sides] == [Relation.FIRST, Relation.STRICTER]
    assert [remark.code for remark in found.remarks] == ["natures_differ"]
    assert "here: binding" in found.remarks[0].text("en")


def test_plans_of_other_years_and_indicators_of_one_plan_only_are_left_out() -> None:
    here = (place("here", "500106"), plan("here", "2021..2025", "占比", at_least(55), Nature.BINDING))
    old = (place("old", "500116"), plan("old", "2016..2020", "占比", at_least(55), Nature.BINDING))
    alone = (
        place("alone", "500117"),
        plan("alone", "2021..2025", "占比", at_least(5), Nature.BINDING, "other"),
    )
    assert compare([here, old, alone]) == ()
    everything = compare([here, old, alone], shared_only=False)
    assert [each.indicator.id for each in everything] == ["share", "other"]
    assert [side.relation for side in everything[0].sides] == [Relation.FIRST, Relation.ABSENT]


def one(
    owner: str,
    promise: Promise,
    shared: str = "share",
    heading: str = "占比",
    nature: Nature = Nature.EXPECTED,
) -> Plan:
    return plan(owner, "2021..2025", heading, promise, nature, shared)


def sides(
    *plans: tuple[Jurisdiction, Plan], above: Mapping[str, Sequence[Plan]] | None = None
) -> dict[str, tuple[Side, ...]]:
    found = compare(plans, above=above, shared_only=False)
    return {each.indicator.id: each.sides for each in found}


HERE, THERE = place("here", "500106"), place("there", "500116")


def test_of_several_plans_of_one_place_the_first_that_names_an_indicator_counts() -> None:
    first, second = one("here", at_least(55)), evolve(one("here", at_least(70)), id="here/points")
    third = evolve(one("here", at_least(5), "other"), id="here/third")
    found = sides((HERE, first), (THERE, one("there", at_least(60))), (HERE, second), (HERE, third))
    assert [(side.jurisdiction.id, side.target) for side in found["share"]] == [
        ("here", first.targets[0]),
        ("there", found["share"][1].target),
    ]
    assert [side.relation for side in found["share"]] == [Relation.FIRST, Relation.STRICTER]
    assert [side.target for side in found["other"]] == [third.targets[0], None]
    assert [side.row for side in found["other"]] == [third.rows[0], None]


def test_the_first_place_that_gives_a_value_is_what_the_others_are_compared_with() -> None:
    empty = Target(indicator(), 2025, missing("--"), None, DOCUMENT.at("表1"))
    silent = one("here", at_least(55))
    silent = evolve(silent, rows=[evolve(silent.rows[0], targets=(empty,))])
    found = sides((HERE, silent), (THERE, one("there", at_least(60))))
    assert [side.relation for side in found["share"]] == [Relation.ABSENT, Relation.FIRST]


def test_each_place_stands_to_the_nearest_plan_above_it_that_names_the_indicator() -> None:
    near, far, other = one("city", at_least(60)), one("nation", at_least(50)), one("c", at_least(1), "other")
    above = {"here": [other, near, far], "there": [far], "nobody": [near]}
    found = sides((HERE, one("here", at_least(55))), (THERE, one("there", at_least(55))), above=above)
    mine, theirs = found["share"]
    assert (mine.above, mine.to_above) == (near.targets[0], Relation.WEAKER)
    assert (theirs.above, theirs.to_above) == (far.targets[0], Relation.STRICTER)
    assert (mine.relation, theirs.relation) == (Relation.FIRST, Relation.SAME)


def test_where_nothing_stands_above_or_the_place_has_no_target_nothing_is_said_of_it() -> None:
    above = {"here": [one("city", at_least(60))]}
    other = (HERE, one("here", at_least(55), "other"))
    mine, theirs = sides(other, (THERE, one("there", at_least(55))), above=above)["share"]
    assert (mine.target, mine.above, mine.to_above) == (None, None, None)
    assert (theirs.above, theirs.to_above) == (None, None)
    assert all(side.to_above is None for side in sides((HERE, one("here", at_least(55))))["share"])


def test_a_different_heading_is_said_with_who_says_what() -> None:
    other = one("there", at_least(55), heading="床位占比(%)")
    found = compare(((HERE, one("here", at_least(55))), (THERE, other)))
    (remark,) = found[0].remarks
    assert remark.code == "headings_differ"
    assert "here: 占比; there: 床位占比" in remark.text("zh")
