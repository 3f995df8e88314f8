from __future__ import annotations

import pytest

from civaffairs.domain.indicators import Bounds, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, missing
from civaffairs.domain.plan import Commitment, Deed, Discrepancy, Grade, Plan, Row, Side
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import Table, baseline, goal, result
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import DeclarationError, UnknownName

NAME = Label("规划", "Plan")
DOCUMENT = Document("taoyuan/plan-14", NAME, "桃源区民政局", 2022)
TABLE = Table(DOCUMENT.at("表1"), (baseline("2020", 2020), goal("2025", 2025), result("完成", 2025)))


def indicator(name, zh):
    return Indicator(name, Label(zh, name), "%", Direction.UP, Topic.ELDERLY_CARE, Bounds())


BEDS, STAFF = indicator("beds", "床位"), indicator("staff", "人员")
ROWS = (
    TABLE.row("1", BEDS, "床位占比", "%", 1, 2, 3, nature=None),
    TABLE.row("2", STAFF, "持证率", "%", 4, 5, 6, nature=None),
    TABLE.row("2①", BEDS, "其中:床位", "%", 7, 8, 9, nature=None),
)


def plan(rows=(), years="2021..2025", **more):
    return Plan("taoyuan/plan-14", NAME, "taoyuan", years, DOCUMENT, rows, **more)


def commitment(name):
    return Commitment(name, NAME, Deed.BUILD, None, Topic.FUNERALS, DOCUMENT.at("三"))


def discrepancy(name, sides=2):
    return Discrepancy(name, NAME, Grade.SCOPE, (Side(NAME, DOCUMENT.at("四")),) * sides, NAME, NAME)


def faults_of(call):
    with pytest.raises(DeclarationError) as caught:
        call()
    return [(each.code, each.where) for each in caught.value.faults]


def test_a_plan_gives_its_parts_in_the_order_of_the_document():
    whole = plan(iter(ROWS))
    assert whole.rows == ROWS
    assert [each.value.number for each in whole.baselines] == [1, 4, 7]
    assert [each.value.number for each in whole.results] == [3, 6, 9]
    assert [each.clause.locator for each in whole.targets] == [
        "表1 序号1 2025",
        "表1 序号2 2025",
        "表1 序号2① 2025",
    ]
    assert whole.indicators == (BEDS, STAFF)


def test_a_row_is_found_by_id_by_label_by_heading_and_by_its_indicator():
    whole = plan(ROWS)
    for name in ("beds", "床位", "床位占比", BEDS):
        assert whole.row(name) is ROWS[0]
    assert whole.row("其中:床位") is ROWS[2]
    with pytest.raises(UnknownName, match="staff"):
        whole.row("staf")


def test_the_baseline_is_the_last_one_with_an_amount():
    seen = [
        Observation(BEDS, period, value, "x")
        for period, value in (
            (2015, Amount(1, "%")),
            (2019, Amount(2, "%")),
            (2018, Amount(3, "%")),
            (2020, missing("——")),
        )
    ]
    assert Row(DOCUMENT.at("表1"), BEDS, "床位", None, tuple(seen)).baseline is seen[1]
    assert Row(DOCUMENT.at("表1"), BEDS, "床位", None, tuple(seen[3:])).baseline is None
    assert Row(DOCUMENT.at("表1"), BEDS, "床位", None).baseline is None


@pytest.mark.parametrize("years", ["2021-01..2025", "2021..2025-12", "2021-09-01"])
def test_a_plan_is_for_whole_years(years):
    assert faults_of(lambda: plan(years=years)) == [("plan_years", "years")]


def test_a_plan_may_be_for_one_year():
    assert plan(years=2025).years.year == 2025


def test_whatever_is_declared_twice_is_named_once_each_and_all_at_once():
    assert faults_of(
        lambda: plan(
            (*ROWS, ROWS[0], ROWS[0], ROWS[1]),
            "2021-01",
            commitments=[commitment("a"), commitment("b"), commitment("a")],
            discrepancies=[discrepancy("c"), discrepancy("c")],
        )
    ) == [
        ("plan_years", "years"),
        ("declared_twice", "rows"),
        ("declared_twice", "rows"),
        ("declared_twice", "commitments"),
        ("declared_twice", "discrepancies"),
    ]


def test_a_contradiction_has_two_sides():
    assert len(discrepancy("a", 2).sides) == 2
    assert faults_of(lambda: discrepancy("a", 1)) == [("discrepancy_one_sided", "a")]


def test_the_parts_of_a_plan_are_of_their_types():
    for part in ("rows", "observations", "commitments", "discrepancies"):
        with pytest.raises(TypeError):
            Plan("taoyuan/plan-14", NAME, "taoyuan", 2021, DOCUMENT, **{part: [BEDS]})


def test_deeds_and_grades_have_words_of_their_own():
    for kind in (Deed, Grade):
        assert len({each.label.text("zh") for each in kind}) == len(kind)
