"""Of two targets: stricter, weaker, the same, or not to be compared; and which target of a row is final."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.indicators import Bounds, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import missing
from civaffairs.domain.relations import Relation, final, relation
from civaffairs.domain.rules.expr import Series, growth
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import Table, goal, yearly_growth
from civaffairs.domain.targets import (
    Measure,
    Target,
    at_least,
    at_most,
    between,
    exactly,
    less_than,
    more_than,
    qualitative,
)
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Unit
from civaffairs.testing.strategies import numbers

PLAN = Document("d/plan", Label("规划", "Plan"), "民政局", 2022)
INCOME = Series("income", Label("收入", "income"), "元/人·年")


def indicator(unit="%"):
    return Indicator("share", Label("占比", "share"), unit, Direction.UP, Topic.ELDERLY_CARE, Bounds())


def target(promise, unit="%"):
    predicate = promise.predicate(Unit.parse(unit), Direction.UP)
    return Target(indicator(unit), 2025, predicate, None, PLAN.at("表1"))


@pytest.mark.parametrize(
    ("mine", "first", "expected"),
    [
        (at_least(65), at_least(55), Relation.STRICTER),
        (at_least(55), at_least(65), Relation.WEAKER),
        (more_than(65), at_least(55), Relation.STRICTER),
        (at_least(65), more_than(55), Relation.STRICTER),
        (more_than(30), at_least(30), Relation.STRICTER),
        (at_least(30), more_than(30), Relation.WEAKER),
        (at_most(20), at_most(24), Relation.STRICTER),
        (at_most(24), less_than(20), Relation.WEAKER),
        (less_than(20), at_most(20), Relation.STRICTER),
        (at_most(20), less_than(20), Relation.WEAKER),
        (at_least(55), at_least(55), Relation.SAME),
        (at_least("55.0"), at_least(55), Relation.SAME),
        (at_least(Amount("0.55", "1")), at_least(55), Relation.SAME),
        (more_than(Amount(550, "‰")), at_least(55), Relation.STRICTER),
        (exactly(55), exactly(55), Relation.SAME),
        (between(28, 35), between(28, 35), Relation.SAME),
        (exactly(55), at_least(55), Relation.UNLIKE),
        (at_most(20), at_least(20), Relation.UNLIKE),
        (between(28, 35), at_least(28), Relation.UNLIKE),
        (at_least(growth(INCOME).previous_year), at_least(5), Relation.UNLIKE),
        (qualitative("全覆盖", "all"), at_least(5), Relation.UNLIKE),
    ],
)
def test_how_one_target_stands_to_another(mine, first, expected):
    assert relation(target(mine), target(first)) is expected


BOUNDS = st.builds(
    lambda form, number: form(number), st.sampled_from([at_least, more_than, at_most, less_than]), numbers()
)


@given(BOUNDS, BOUNDS)
def test_what_is_stricter_one_way_is_weaker_the_other_way(one, other):
    forth, back = relation(target(one), target(other)), relation(target(other), target(one))
    turned = {Relation.STRICTER: Relation.WEAKER, Relation.WEAKER: Relation.STRICTER}
    assert back is turned.get(forth, forth)
    assert (forth is Relation.UNLIKE) == (one.form[0] != other.form[0])


def test_a_target_is_the_first_one_before_it_is_the_same():
    first = target(at_least(55))
    assert relation(first, first) is Relation.FIRST
    assert relation(evolve(first), first) is Relation.SAME


def test_without_a_value_there_is_no_target_and_nothing_to_compare_with():
    empty = Target(indicator(), 2025, missing("--"), None, PLAN.at("表1"))
    for first in (None, empty, target(at_least(5))):
        assert relation(None, first) is relation(empty, first) is Relation.ABSENT
    assert relation(target(at_least(5)), None) is Relation.UNLIKE
    assert relation(target(at_least(5)), empty) is Relation.UNLIKE


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("张", Relation.COUNT),
        ("万元", Relation.COUNT),
        ("张/千名老年人", Relation.STRICTER),
        ("‰", Relation.STRICTER),
        ("1", Relation.STRICTER),
    ],
)
def test_counts_are_not_compared_and_rates_are(unit, expected):
    assert relation(target(at_least(350), unit), target(at_least(150), unit)) is expected
    assert relation(target(at_least(350), unit), target(at_least(350), unit)) is Relation.SAME


def test_the_final_target_is_the_last_level_in_whatever_order_they_stand():
    columns = (goal("2025", 2025), goal("2023", 2023), yearly_growth("年均", 2025))
    row = Table(PLAN.at("表1"), columns).row("1", indicator(), "占比", "%", 60, 50, 5, nature=None)
    assert final(row) is row.targets[0]
    assert final(evolve(row, targets=row.targets[1:])) is None  # a step on the way alone
    assert row.targets[2].measure is Measure.ANNUAL_GROWTH
    assert final(evolve(row, targets=row.targets[2:])) is None
    assert final(None) is None


def test_every_relation_has_words_of_its_own():
    assert len({each.label.text("zh") for each in Relation}) == len(Relation)
