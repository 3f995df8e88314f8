"""Each check finds what it is named for, and keeps quiet where nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from civaffairs.domain.checks import CHECKS, check
from civaffairs.domain.indicators import SHARE, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Verdict
from civaffairs.domain.plan import Claim, Discrepancy, Grade, Plan, Side
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import Column, Content, Table, baseline, cell, goal, result, yearly_growth
from civaffairs.domain.targets import Nature, at_least, at_most, between
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount

if TYPE_CHECKING:
    from civaffairs.domain.plan import Row

DOCUMENT = Document("d/plan", Label("规划", "Plan"), "民政局", 2022)
OTHER = Document("d/other", Label("通知", "Notice"), "民政局", 2023)
BEDS = Indicator(
    "nursing_bed_share", Label("护理型床位", "beds"), "%", Direction.UP, Topic.ELDERLY_CARE, SHARE
)
DONE = Verdict(reached=True, printed="完成")
COLUMNS = (baseline("2020年", 2020), goal("2023年", 2023), goal("2025年", 2025), result("实际", 2025))


def row(*cells: Content, columns: tuple[Column, ...] = COLUMNS, nature: Nature = Nature.BINDING) -> Row:
    return Table(DOCUMENT.at("表1"), columns).row("1", BEDS, "护理型床位", "%", *cells, nature=nature)


def plan(*rows: Row, years: str = "2021..2025", **more: object) -> Plan:
    return Plan("d/plan", Label("规划", "Plan"), "d", years, DOCUMENT, rows=rows, **more)  # type: ignore[arg-type]


def codes(of: Plan) -> list[str]:
    return [problem.code for problem in check(of)]


def test_a_sound_plan_has_no_problem() -> None:
    sound = row(38, 45, at_least(55), cell(60, verdict=DONE))
    assert codes(plan(sound, claim=Claim(DONE, DOCUMENT.at("一")))) == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("binding_without_value", plan(row(38, 45, "--", 60))),
        ("marked_reached_but_missed", plan(row(38, 45, at_least(55), cell(54, verdict=DONE)))),
        (
            "claimed_whole_but_missed",
            plan(row(38, 45, at_least(55), 54), claim=Claim(DONE, DOCUMENT.at("一"))),
        ),
        ("target_below_baseline", plan(row(38, "", at_least(37), 60))),
        ("milestone_turns_back", plan(row(38, 58, between(55, 65), 60))),
        ("impossible_size", plan(row(38, 45, at_least(55), 101))),
        ("impossible_size", plan(row(-1, 45, at_least(55), 60))),
        ("impossible_size", plan(row(38, 45, at_least(155), 60))),
        ("target_outside_plan", plan(row(38, 45, at_least(55), 60), years="2021..2024")),
        (
            "two_values",
            plan(
                row(38, 45, 55, 60),
                observations=[Observation(BEDS, 2020, Amount(39, "%"), DOCUMENT.at("一"))],
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_check_finds_what_it_is_named_for(code: str, wrong: Plan) -> None:
    assert code in codes(wrong)
    assert code in {find.__name__ for find in CHECKS}
    for problem in check(wrong):
        assert problem.what.text("zh")
        assert problem.what.text("en")


def test_an_empty_step_or_growth_an_expected_target_and_a_ceiling_are_no_problem() -> None:
    columns = (baseline("2020年", 2020), goal("2025年", 2025), yearly_growth("年均增长", 2025))
    assert codes(plan(row(38, at_least(55), "--", columns=columns))) == []
    assert codes(plan(row(38, "", "--", 60, nature=Nature.EXPECTED))) == []
    assert codes(plan(row(38, "", at_most(20), 10))) == []
    assert codes(plan(row("--", "", at_least(20), "--"))) == []


def test_growth_targets_are_no_levels() -> None:
    columns = (baseline("2020年", 2020), goal("2025年", 2025), yearly_growth("年均增长", 2025))
    assert codes(plan(row(38, at_least(55), at_least(170), columns=columns))) == []


def test_a_result_of_another_document_or_a_users_file_is_no_second_value() -> None:
    elsewhere = Observation(BEDS, 2020, Amount(39, "%"), OTHER.at("一"))
    own_file = Observation(BEDS, 2020, Amount(39, "%"), "obs.csv, C2")
    same = Observation(BEDS, 2020, Amount("0.38", "1"), DOCUMENT.at("一"))
    assert codes(plan(row(38, 45, 55, 60), observations=[elsewhere, own_file, same])) == []


def test_only_a_claim_that_all_was_reached_is_held_against_the_table() -> None:
    modest = Claim(Verdict(reached=False, printed="基本完成"), DOCUMENT.at("一"))
    assert codes(plan(row(38, 45, at_least(55), 54), claim=modest)) == []


def test_a_result_marked_as_not_reached_is_no_contradiction() -> None:
    honest = cell(54, verdict=Verdict(reached=False, printed="未完成"))
    assert codes(plan(row(38, 45, at_least(55), honest))) == []


def test_a_declared_problem_is_marked_and_a_neighbouring_row_is_not() -> None:
    wrong = plan(row(38, 45, "--", 60))
    clause = DOCUMENT.at("表1")
    sides = (
        Side(Label("空", "empty"), clause.at("序号1")),
        Side(Label("约束性", "binding"), clause.at("序号1").at("属性")),
    )
    word = Label("无", "none")
    declared = Discrepancy("empty", word, Grade.SCOPE, sides, word, word)
    assert [problem.declared for problem in check(evolve(wrong, discrepancies=[declared]))] == [True]
    elsewhere = evolve(
        declared,
        sides=(Side(word, clause.at("序号11")), Side(word, DOCUMENT.at("表")), Side(word, OTHER.at("表1"))),
    )
    assert [problem.declared for problem in check(evolve(wrong, discrepancies=[elsewhere]))] == [False]
