"""Each check finds what it is named for, and keeps quiet where nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from civaffairs.domain.checks import CHECKS, check, check_against, check_standards
from civaffairs.domain.indicators import SHARE, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Verdict
from civaffairs.domain.passages import NO_DATE, Passage
from civaffairs.domain.plan import Claim, Discrepancy, Grade, Plan, Side
from civaffairs.domain.recomputations import Recomputation, total_of
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Floor, Freedom, Standard
from civaffairs.domain.tables import Column, Content, Table, baseline, cell, goal, result, yearly_growth
from civaffairs.domain.targets import Nature, at_least, at_most, between, more_than, qualitative
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount

if TYPE_CHECKING:
    from civaffairs.domain.plan import Row

DOCUMENT = Document("d/plan", Label("规划", "Plan"), "民政局", 2022)
OTHER = Document("d/other", Label("通知", "Notice"), "民政局", 2023)
BEDS = Indicator(
    "nursing_bed_share", Label("护理型床位", "beds"), "%", Direction.UP, Topic.ELDERLY_CARE, SHARE
)
OTHER_BEDS = Indicator("other_beds", Label("其他床位", "other beds"), "%", Direction.UP, BEDS.topic, SHARE)
HOMES = Statistic("homes", Label("机构", "homes"), "thing", Topic.ELDERLY_CARE)
DONE = Verdict(reached=True, printed="完成")
TEXT = Passage(DOCUMENT.at("三"), Topic.ELDERLY_CARE, period=2020, by=2025)
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
        ("two_values", plan(row(38, 45, 55, 60), situation=[TEXT.seen(BEDS, 39, "%")])),
        ("two_targets", plan(row(38, 45, 55, 60), TEXT.aims(BEDS, "护理型床位", "%", 60))),
        (
            "does_not_add_up",
            plan(
                recomputations=[
                    Recomputation(
                        "homes",
                        TEXT.figure("homes", "机构", "homes", 4, "家"),
                        total_of(Amount(1, "thing"), Amount(2, "thing")),
                    )
                ]
            ),
        ),
        ("promised_for_the_past", plan(TEXT.aims(BEDS, "护理型床位", "%", 60, by="2021"))),
        ("promised_for_the_past", plan(commitments=[TEXT.builds("home", "机构", "a home", by="2021-12")])),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_check_finds_what_it_is_named_for(code: str, wrong: Plan) -> None:
    assert code in codes(wrong)
    assert code in {find.__name__ for find in CHECKS}
    for problem in check(wrong):
        assert problem.what.text("zh")
        assert problem.what.text("en")


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (at_least(60), True),
        (more_than(55), True),
        (qualitative("基本全覆盖", "all but complete"), True),
        (at_least(55), False),
        ("***", False),
    ],
)
def test_a_second_promise_for_one_year_is_found_where_it_differs(other: Content, found: bool) -> None:
    spoken = TEXT.aims(BEDS, "护理型床位", "%", other, by="2025-12")  # type: ignore[arg-type]
    (problem,) = problems if (problems := check(plan(row(38, 45, at_least(55), 60), spoken))) else (None,)
    assert (problem is not None) == found
    if problem is not None:
        assert (problem.code, problem.clause) == ("two_targets", spoken.clause)
        assert "表1 序号1 2025年" in problem.what.text("zh")


def test_another_year_measure_or_indicator_is_no_second_promise() -> None:
    columns = (baseline("2020年", 2020), goal("2025年", 2025), yearly_growth("年均增长", 2025))
    first = row(38, at_least(55), 7, columns=columns)
    step = TEXT.aims(BEDS, "护理型床位", "%", 60, by=2024)
    assert codes(plan(first, step, TEXT.aims(OTHER_BEDS, "其他床位", "%", 60))) == []


def test_figures_of_things_that_no_indicator_measures_are_held_against_each_other_by_id_and_period() -> None:
    figures = [TEXT.seen(HOMES, 68, "家"), TEXT.seen(HOMES, 70, "家", period=2021)]
    assert codes(plan(observations=figures, situation=[TEXT.seen(HOMES, 68, "所")])) == []
    again = TEXT.at("二是").seen(HOMES, 69, "家")
    (problem,) = check(plan(observations=[*figures, again, TEXT.seen(HOMES, "***", "家")]))
    assert (problem.code, problem.clause) == ("two_values", again.source)


def test_what_adds_up_or_stands_in_no_document_is_no_problem() -> None:
    sum_of_two = total_of(Amount(1, "thing"), Amount(2, "thing"))
    own_file = Observation(HOMES, 2020, Amount(4, "thing"), "obs.csv, C2")
    sound = [
        Recomputation("right", TEXT.seen(HOMES, 3, "家"), sum_of_two),
        Recomputation("own", own_file, sum_of_two),
    ]
    assert codes(plan(recomputations=sound)) == []


@pytest.mark.parametrize(
    ("by", "issued", "years", "found"),
    [
        ("2021", "2022", "2021..2025", True),
        ("2022-02", "2022-03", "2021..2025", True),
        ("2022", "2022-03", "2021..2025", False),  # not over yet when it was issued
        ("2022-03", "2022-03", "2021..2025", False),
        ("2023", "2022", "2021..2025", False),
        ("2021", None, "2021..2025", False),
        ("2019", "2021-01", "2016..2020", False),  # a review of what was promised, after its years
        ("2019", "2020-12-31", "2016..2020", True),
        (NO_DATE, "2022", "2021..2025", False),
    ],
)
def test_a_promise_for_a_time_before_its_document_is_found_in_a_current_plan(
    by: str, issued: str | None, years: str, found: bool
) -> None:
    text = evolve(TEXT, clause=evolve(DOCUMENT, issued=issued).at("三"))
    promised = plan(commitments=[text.builds("home", "机构", "a home", by=by)], years=years)
    assert codes(promised) == ["promised_for_the_past"] * found


# Plans above


def above(*rows: Row, years: str = "2021..2025", name: str = "up") -> Plan:
    return Plan(f"{name}/plan", Label("上级", "Above"), name, years, OTHER, rows=rows)


def aim(promise: Content, nature: Nature | None = None, by: str = "2025", of: Indicator = BEDS) -> Row:
    return TEXT.aims(of, "护理型床位", "%", promise, by=by, nature=nature)  # type: ignore[arg-type]


def against(mine: Plan, *others: Plan) -> list[str]:
    return [problem.code for problem in check_against(mine, others)]


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (at_least(50), at_least(55), ["weaker_than_above"]),
        (at_least(55), more_than(55), ["weaker_than_above"]),
        (at_least(55), at_least(55), []),
        (at_least(60), at_least(55), []),
        (at_most(50), at_least(55), []),
        ("--", at_least(55), []),
        (at_least(50), "--", []),
    ],
)
def test_a_target_weaker_than_above_is_found(mine: Content, theirs: Content, found: list[str]) -> None:
    assert against(plan(aim(mine)), above(aim(theirs))) == found


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (Nature.EXPECTED, Nature.BINDING, True),
        (Nature.BINDING, Nature.BINDING, False),
        (Nature.BINDING, Nature.EXPECTED, False),
        (None, Nature.BINDING, False),
        (Nature.EXPECTED, None, False),
    ],
)
def test_a_target_less_firm_than_above_is_found(
    mine: Nature | None, theirs: Nature | None, found: bool
) -> None:
    assert against(plan(aim(55, mine)), above(aim(55, theirs))) == ["less_firm_than_above"] * found


def test_the_nearest_plan_above_that_gives_a_value_counts() -> None:
    mine = plan(aim(50))
    near, far = above(aim(45)), above(aim(55), name="top")
    assert against(mine, near, far) == []
    assert against(mine, above(aim("--")), far) == ["weaker_than_above"]
    assert against(mine, above(aim(55, of=OTHER_BEDS)), far) == ["weaker_than_above"]
    assert against(mine, above(aim(55, of=OTHER_BEDS))) == against(mine) == []


def test_only_plans_above_that_share_a_year_count() -> None:
    mine = plan(aim(50))
    assert against(mine, above(aim(55), years="2016..2020")) == []
    assert against(mine, above(aim(55), years="2026..2030")) == []
    assert against(mine, above(aim(55), years="2016..2021")) == ["weaker_than_above"]
    assert against(mine, above(aim(55), years="2025..2030")) == ["weaker_than_above"]


def test_a_step_on_the_way_is_not_held_against_a_final_target() -> None:
    assert against(plan(aim(50, by="2023")), above(aim(55))) == []
    assert against(plan(aim(50)), above(aim(55, by="2023"))) == []
    assert against(plan(row(38, 45, 60, 60)), above(aim(55))) == []
    assert against(plan(row(38, 45, 50, 60)), above(aim(55, by="2023"), aim(55))) == ["weaker_than_above"]


def test_a_weaker_target_that_the_plan_declares_is_marked() -> None:
    word = Label("无", "none")
    sides = (Side(word, DOCUMENT.at("三")), Side(word, OTHER.at("表1")))
    declared = plan(
        aim(50, Nature.EXPECTED), discrepancies=[Discrepancy("a", word, Grade.SCOPE, sides, word, word)]
    )
    problems = check_against(declared, [above(aim(55, Nature.BINDING))])
    assert [(each.code, each.declared) for each in problems] == [
        ("weaker_than_above", True),
        ("less_firm_than_above", True),
    ]
    assert all(each.what.text("zh") != each.what.text("en") for each in problems)


# Floors of standards

DIBAO = LocalStandard("dibao_urban", Label("低保", "Dibao"), "元/人·月")


def standard(
    name: str, *entries: tuple[str, int], floor: Floor | None = None, owner: str = "d", until: str = ""
) -> Standard:
    began = [since(start, Amount(number, "元/人·月"), DOCUMENT.at(start)) for start, number in entries]
    start = NotModelled(Label("缺", "unknown"), before=entries[0][0])
    end = [NotModelled(Label("缺", "unknown"), since=until)] if until else []
    timeline = Timeline((start, *began, *end))
    label, unit = Label(name, name), "元/人·月"
    return Standard(name, owner, label, unit, Topic.SOCIAL_ASSISTANCE, timeline, Freedom.SET, floor)


def floor(since: str | None = None) -> Floor:
    return Floor(DIBAO * "1.3", OTHER.at("五"), since)


def below(tekun: Standard, *known: Standard) -> list[str]:
    """The starts of the entries that lie below their floor."""
    problems = check_standards([tekun], [tekun, *known])
    assert {problem.code for problem in problems} <= {"below_floor"}
    return [problem.clause.locator for problem in problems]


def test_an_entry_below_its_floor_is_found_and_one_on_it_is_not() -> None:
    dibao = standard("dibao_urban", ("2020", 600), ("2022", 700))
    assert below(standard("tekun", ("2020", 780), ("2022", 910), floor=floor()), dibao) == []
    wrong = standard("tekun", ("2020", 779), ("2022", 909), floor=floor())
    assert below(wrong, dibao) == ["2020", "2022"]
    (first, _) = check_standards([wrong], [dibao])
    assert "779" in first.what.text("zh")
    assert "780" in first.what.text("en")
    assert below(standard("tekun", ("2020", 1)), dibao) == []


def test_a_rise_of_what_the_floor_is_made_of_is_told_once_where_the_amount_was_published() -> None:
    dibao = standard("dibao_urban", ("2020", 600), ("2022", 700), ("2023", 800))
    assert below(standard("tekun", ("2020", 780), floor=floor()), dibao) == ["2020"]
    assert below(standard("tekun", ("2020", 910), ("2023", 1040), floor=floor()), dibao) == []


def test_a_floor_holds_from_its_start_and_for_what_was_published_before_and_goes_on() -> None:
    dibao = standard("dibao_urban", ("2020", 600))
    tekun = standard("tekun", ("2020", 700), ("2021", 710), ("2023", 779), floor=floor("2022-06"))
    assert below(tekun, dibao) == ["2021", "2023"]
    assert below(standard("tekun", ("2020", 700), ("2022", 780), floor=floor("2022")), dibao) == []
    assert below(standard("tekun", ("2020", 700), ("2022-03", 779), floor=floor("2022")), dibao) == [
        "2022-03"
    ]


def test_what_was_published_in_the_floors_first_year_is_held_against_it_though_it_ended_within_it() -> None:
    dibao = standard("dibao_urban", ("2020", 600))
    raised = standard("tekun", ("2022-03", 779), ("2022-06", 780), floor=floor("2022"))
    assert below(raised, dibao) == ["2022-03"]


def test_while_it_is_not_certain_which_amount_is_paid_nothing_is_said() -> None:
    dibao = standard("dibao_urban", ("2020", 600), ("2022-06", 700))
    assert below(standard("tekun", ("2020", 780), ("2022", 910), floor=floor()), dibao) == []
    unsure = standard("dibao_urban", ("2020", 600), ("2022", 500))
    assert below(standard("tekun", ("2020", 780), ("2022-06", 650), floor=floor()), unsure) == []


def test_where_the_floor_or_the_amount_is_not_known_nothing_is_said() -> None:
    tekun = standard("tekun", ("2020", 1), floor=floor())
    assert below(tekun) == []
    assert below(tekun, standard("dibao_rural", ("2020", 600))) == []
    assert below(tekun, standard("dibao_urban", ("2018", 600), until="2019-06")) == []
    ended = standard("tekun", ("2020", 780), floor=floor(), until="2021")
    assert below(ended, standard("dibao_urban", ("2020", 600), ("2022", 700))) == []


def test_of_several_standards_of_one_name_the_nearest_that_is_known_counts() -> None:
    tekun = standard("tekun", ("2020", 780), ("2022", 780), floor=floor())
    near, far = standard("dibao_urban", ("2021", 600)), standard("dibao_urban", ("2020", 700), owner="up")
    assert below(tekun, near, far) == ["2020"]
    assert below(tekun, far, near) == ["2020", "2022"]


def test_a_standard_below_its_floor_that_a_plan_declares_is_marked() -> None:
    dibao, tekun = standard("dibao_urban", ("2020", 600)), standard("tekun", ("2020", 779), floor=floor())
    word = Label("无", "none")
    sides = (Side(word, DOCUMENT.at("2020")), Side(word, OTHER.at("五")))
    declaring = plan(discrepancies=[Discrepancy("a", word, Grade.SCOPE, sides, word, word)])
    assert [each.declared for each in check_standards([tekun], [dibao], [plan()])] == [False]
    assert [each.declared for each in check_standards([tekun], [dibao], [plan(), declaring])] == [True]


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
