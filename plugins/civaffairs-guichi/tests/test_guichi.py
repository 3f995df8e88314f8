"""The plugin loads with its parents, holds what its document says, and declares what its figures contradict."""

from __future__ import annotations

from collections import Counter

import pytest

from civaffairs import Plan, load
from civaffairs.domain.checks import check
from civaffairs.exchange.facts import Fact, facts

CATALOGUE = load()
GUICHI = CATALOGUE["guichi"]
FINISHED, CURRENT = (CATALOGUE.plans[name] for name in ("guichi/plan-13", "guichi/plan-14"))
FACTS = facts(GUICHI.plans, GUICHI.standards, lang="zh")


def at(locator: str) -> list[Fact]:
    return [fact for fact in FACTS if fact.locator == locator and fact.kind != "standard"]


def test_the_plugin_loads_and_misses_nothing() -> None:
    reports = {report.name: report for report in load(strict=True).reports}
    assert reports["guichi"].faults == ()


def test_every_row_of_the_tables_is_there() -> None:
    in_tables = [row for plan in GUICHI.plans for row in plan.rows if " 表" in row.clause.locator]
    assert len(in_tables) == 40


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        ("第一章第一节(一) 建立完善", {"全部"}),
        (
            "第一章第一节(一) 全区救助水平稳步提高",
            {"510 元/月/人", "3775 元/年/人", "城乡统筹", "634 元/人·月", "290 元/人/月", "709 元/人/月", "3.57 亿元", "1.19 亿元"},
        ),
        ("第一章第一节(一) 认真制定贵池区临时救助实施方案", {"余60 万元", "4636 人次", "1244.98 万元"}),
        (
            "第一章第一节(二)",
            {"全部", "790 元/月/人", "1190 元/月/人", "不低于1050 元/月/人", "不低于1450 元/月/人", "7164 人次", "805.8 万元"},
        ),
        ("第一章第一节(三) 建立农村老年人赡养协议签订", {"三项", "100 %"}),
        (
            "第一章第一节(三) 整合利用农村特困供养机构",
            {"全覆盖", "53 家", "20 所", "1 所", "30 户", "20 个", "33 个"},
        ),
        ("第一章第一节(四) 认真落实池州市", {"70 个", "31 个", "173 个", "35 个", "100 %"}),
        ("第一章第一节(四) 建立完善社区多元共治机制", {"多270 件", "95 %", "普遍"}),
        ("第一章第一节(四) 充实基层治理力量", {"162 名", "四级", "5293 个", "416 人", "1411 人", "3315 人"}),
        ("第一章第一节(五) 着力推进社会性", {"474 家", "270 家", "204 家"}),
        ("第一章第一节(五) 加强社区服务供给能力", {" 人", "26 %", "50 %", "882 支"}),
        ("第一章第一节(六) 积极推进殡葬改革", {"3 处", "14 个"}),
        ("第一章第一节(七)", {"全部"}),
        (
            "第一章第二节(二) 二是",
            {"12.06 万人", "19.61 %", "9.32 万人", "15.16 %", "5.19 个百分点", "5.57 个百分点"},
        ),
    ],
)  # fmt: skip
def test_the_text_states_these_figures(locator: str, found: set[str]) -> None:
    assert {f"{fact.comparator}{fact.value} {fact.unit}".rstrip() for fact in at(locator)} == {
        each.rstrip() for each in found
    }


@pytest.mark.parametrize(
    ("locator", "promised"),
    [
        ("第三章第一节 一是", {("不低于60", "%", "2023", "milestone")}),
        ("第三章第一节 五是", {("三级", "", "", "project")}),
        ("第三章第二节 三是", {("全覆盖", "", "", "target")}),
        (
            "第三章第三节 二是",
            {
                ("100", "%", "2022", "milestone"),
                ("30", "%", "2023", "milestone"),
                ("全覆盖", "", "2025", "target"),
                ("不低于90", "%", "2025", "target"),
                ("不低于55", "%", "2025", "target"),
                ("按标准补足补齐", "", "2025-12", "target"),
                ("三级", "", "", "target"),
                ("达标", "", "", "target"),
                ("不少于22", "个", "2023", "project"),
                ("375", "户", "2023", "project"),
                ("70", "张", "2023", "project"),
            },
        ),
        (
            "第三章第三节 三是",
            {("不低于50", "%", "2025", "target"), ("100", "%", "2025", "target"), ("逐步", "", "", "rule")},
        ),
        ("第三章第四节 三是", {("100", "%", "2023", "milestone"), ("基本覆盖", "", "2025", "target")}),
        ("第三章第六节 三是", {("全覆盖", "", "2021", "milestone")}),
    ],
)
def test_the_text_promises_these_figures(locator: str, promised: set[tuple[str, str, str, str]]) -> None:
    found = {
        (f"{fact.comparator}{fact.value}", fact.unit, fact.period, fact.kind)
        for fact in at(locator)
        if fact.value
    }
    assert found == promised


def test_what_is_due_in_the_years_of_issue_has_its_date() -> None:
    due = {each.id: str(each.by) for each in CURRENT.commitments if each.by is not None}
    assert due["marriage_in_the_city"] == "2022-12"
    assert due["marriage_across_provinces"] == "2025-12"


def test_masked_figures_are_unknown() -> None:
    masked = [fact for fact in FACTS if "遮盖" in fact.note]
    assert [(fact.value, fact.unit) for fact in masked] == [("", "人"), ("", "人")]


def test_figures_give_each_other_but_for_the_organisations_per_10000() -> None:
    found = {each.id: each.agrees for plan in GUICHI.plans for each in plan.recomputations}
    assert len(found) == 8
    assert [name for name, agrees in found.items() if not agrees] == ["organisations_per_10000"]


@pytest.mark.parametrize("plan", [FINISHED, CURRENT], ids=lambda plan: plan.id)
def test_every_contradiction_that_the_checks_find_is_declared(plan: Plan) -> None:
    assert [problem.what.text("en") for problem in check(plan) if not problem.declared] == []


def test_both_binding_targets_without_a_value_and_the_milestone_of_the_past_are_found_and_declared() -> None:
    found = Counter(problem.code for problem in check(CURRENT))
    assert found == {"binding_without_value": 2, "promised_for_the_past": 1}


def test_each_contradiction_names_both_places() -> None:
    declared = [each for plan in GUICHI.plans for each in plan.discrepancies]
    assert len(declared) == 33
    assert all(len({side.says for side in each.sides}) == len(each.sides) for each in declared)


def test_the_population_worked_out_from_the_elders_is_no_fact() -> None:
    assert [fact for fact in FACTS if fact.value == "61.5"] == []
