from __future__ import annotations

from datetime import date

import pytest

from civaffairs.domain.indicators import Bounds, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Printed, missing
from civaffairs.domain.passages import Passage
from civaffairs.domain.plan import Commitment, Deed, Discrepancy, Grade, Plan, Row, Side
from civaffairs.domain.progress import Outcome, follow, follow_results
from civaffairs.domain.recomputations import Recomputation, total_of
from civaffairs.domain.rules.expr import Literal, Sum
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import Table, baseline, goal, result, yearly_growth
from civaffairs.domain.targets import Between, Bound, Qualitative
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import DeclarationError, UnitClash, UnknownName

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


TEXT = Passage(DOCUMENT.at("三"), Topic.ELDERLY_CARE, period=2020, by=2025)


def commitment(name, predicate=None, **more):
    return Commitment(name, NAME, Deed.BUILD, None, Topic.FUNERALS, DOCUMENT.at("三"), predicate, **more)


def recomputation(name):
    seen = TEXT.figure("homes", "机构", "homes", 3, "家")
    return Recomputation(name, seen, total_of(Amount(1, "thing"), Amount(2, "thing")))


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
            recomputations=[recomputation("d"), recomputation("e"), recomputation("d")],
            discrepancies=[discrepancy("c"), discrepancy("c")],
        )
    ) == [
        ("plan_years", "years"),
        ("declared_twice", "rows"),
        ("declared_twice", "rows"),
        ("declared_twice", "commitments"),
        ("declared_twice", "recomputations"),
        ("declared_twice", "discrepancies"),
    ]


def test_a_passage_can_promise_of_several_indicators_and_for_several_dates_but_each_only_once():
    first, step, other = (
        TEXT.aims(of, "占比", "%", 60, by=by) for of, by in ((BEDS, 2025), (BEDS, 2023), (STAFF, 2025))
    )
    elsewhere = TEXT.at("二是").aims(BEDS, "占比", "%", 60)
    assert plan((first, step, other, elsewhere)).rows == (first, step, other, elsewhere)
    again = TEXT.aims(BEDS, "床位占比", "%", 65)
    assert faults_of(lambda: plan((first, step, again))) == [("declared_twice", "rows")]


def test_what_a_plan_sets_out_from_is_kept_apart_from_what_it_reports():
    elders = TEXT.figure("elders", "老年人", "elders", "8.4", "万人")
    again = recomputation("sum")
    whole = plan(situation=iter([elders]), recomputations=iter([again]))
    assert (whole.situation, whole.observations, whole.recomputations) == ((elders,), (), (again,))


def test_a_commitment_says_how_much_in_words_or_says_nothing():
    bound = Bound(">=", Amount(50, "张"))
    assert commitment("beds", bound).text("zh") == "不低于50张"
    assert commitment("beds", Qualitative(NAME)).text("en") == "Plan"
    assert commitment("beds").text("zh") == commitment("beds").text("en") == ""
    assert (commitment("beds").printed, commitment("beds").note) == (Printed(), None)
    full = commitment("beds", Between(Amount(4, "张"), Amount(6, "张")), printed=Printed("4-6"), note=NAME)
    assert (full.text("zh"), full.printed.value, full.note) == ("4–6张", "4-6", NAME)


def test_a_commitment_of_which_the_parts_do_not_go_together_is_refused():
    for wrong in (
        Between(Literal(Amount(4, "张")), Sum((Literal(Amount(5, "户")),))),
        Bound(">=", Sum((Literal(Amount(4, "张")), Literal(Amount(4, "户"))))),
    ):
        with pytest.raises(UnitClash):
            commitment("beds", wrong)
    for wrong in ("50", Amount(50, "张"), missing("***")):
        with pytest.raises(TypeError):
            commitment("beds", wrong)


def test_what_the_text_says_again_of_a_target_is_not_followed_a_second_time():
    table, text = (
        TABLE.row("1", BEDS, "床位占比", "%", 1, 50, 55, nature=None),
        TEXT.aims(BEDS, "占比", "%", 60),
    )
    assert [each.outcome for each in follow_results(plan((table, text)))] == [Outcome.MET]
    both = [each.outcome for each in follow_results(plan((text, table)))]
    assert both == [Outcome.MISSED, Outcome.MET]  # a row of a table is followed wherever it stands
    step, other = TEXT.aims(BEDS, "占比", "%", 60, by=2023), TEXT.aims(STAFF, "持证率", "%", 60)
    assert [each.target for each in follow_results(plan((table, text, step, other)))] == [
        table.targets[0],
        step.targets[0],
        other.targets[0],
    ]
    assert plan((table, text)).targets == (*table.targets, *text.targets)


def test_growth_and_level_are_two_targets_and_a_row_keeps_both_of_its_own():
    columns = (baseline("2020", 2020), goal("2025", 2025), yearly_growth("年均", 2025), goal("2025下", 2025))
    row = Table(DOCUMENT.at("表1"), columns).row("1", BEDS, "床位占比", "%", 1, 2, 3, 4, nature=None)
    followed = follow(plan((row, TEXT.aims(BEDS, "占比", "%", 9))), (), on=date(2024, 1, 1))
    assert [each.target for each in followed] == list(row.targets)
    level, speed = (
        Table(DOCUMENT.at("表2"), (column,)).row(number, BEDS, "床位占比", "%", 3, nature=None)
        for number, column in (("1", columns[1]), ("2", columns[2]))
    )
    followed = follow(plan((level, speed)), (), on=date(2024, 1, 1))
    assert [each.target for each in followed] == [*level.targets, *speed.targets]


def test_a_contradiction_has_two_sides():
    assert len(discrepancy("a", 2).sides) == 2
    assert faults_of(lambda: discrepancy("a", 1)) == [("discrepancy_one_sided", "a")]


def test_the_parts_of_a_plan_are_of_their_types():
    for part in ("rows", "observations", "situation", "commitments", "recomputations", "discrepancies"):
        with pytest.raises(TypeError):
            Plan("taoyuan/plan-14", NAME, "taoyuan", 2021, DOCUMENT, **{part: [BEDS]})


def test_deeds_and_grades_have_words_of_their_own():
    for kind in (Deed, Grade):
        assert len({each.label.text("zh") for each in kind}) == len(kind)


@pytest.mark.parametrize(
    ("zh", "unit", "refused"),
    [("养老机构", "张", False), ("养老床位", "张", True), ("养老机构", "元", True)],
)
def test_one_id_means_one_statistic(zh, unit, refused):
    def count(label, each, year):
        statistic = Statistic("homes", Label(label, "homes"), each, Topic.ELDERLY_CARE)
        return Observation(statistic, year, Amount(1, each), DOCUMENT.at("一"))

    counts = [count("养老机构", "张", 2019), count(zh, unit, 2020)]

    def declare():
        return Plan("d/1", Label("规划", "Plan"), "d", "2021..2025", DOCUMENT, observations=counts)

    if not refused:
        assert len(declare().observations) == 2
        return
    with pytest.raises(DeclarationError) as refusal:
        declare()
    assert [fault.code for fault in refusal.value.faults] == ["declared_twice"]
