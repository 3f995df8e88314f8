"""The plugin loads with its parents, holds what its two documents say, and declares what they contradict."""

from __future__ import annotations

import re

import pytest

from civaffairs import Clause, Plan, load
from civaffairs.domain.checks import check
from civaffairs.domain.targets import Bound
from civaffairs.exchange.facts import Fact, facts
from civaffairs_shapingba import goals
from civaffairs_shapingba.plan import plans

PLAN, POINTS = plans
STATED = facts(plans)


def the(locator: str, value: str) -> list[Fact]:
    """The facts that state a figure at a place."""
    return [fact for fact in STATED if fact.locator == locator and fact.value == value]


def test_the_plugin_loads_and_misses_nothing() -> None:
    reports = {report.name: report for report in load(strict=True).reports}
    assert reports["shapingba"].faults == ()


def test_every_row_of_the_table_is_there() -> None:
    table = f"{goals.table.clause.locator} "
    assert [row for row in PLAN.rows if row.clause.locator.startswith(table)] == list(goals.table_rows)
    assert len(goals.table_rows) == 20


def test_every_contradiction_that_the_checks_find_is_declared() -> None:
    found = [problem for plan in plans for problem in check(plan)]
    assert [problem.what.text("en") for problem in found if not problem.declared] == []


@pytest.mark.parametrize("recomputation", PLAN.recomputations, ids=lambda each: each.id)
def test_sums_and_shares_of_the_review_come_out_as_printed(recomputation: object) -> None:
    assert recomputation.agrees


@pytest.mark.parametrize(
    ("locator", "value", "stated"),
    [
        ("一(一) 社会救助体系更加完善", "22378.1", ("万元", "", "2016..2020", "achievement")),
        ("一(一) 社会救助体系更加完善", "79.18", ("万人次", "", "2016..2020", "achievement")),
        ("一(一) 社会救助体系更加完善", "1.01", ("万名", "", "2016..2020", "achievement")),
        ("一(一) 养老事业稳步发展", "6855", ("张", "", "2020", "achievement")),
        ("一(一) 养老事业稳步发展", "91.4", ("%", "", "2020", "achievement")),
        ("一(一) 儿童福利工作有序推进", "700", ("名", "余", "2020", "achievement")),
        ("一(一) 慈善事业稳健发展", "第三", ("", "", "2016..2020", "achievement")),
        ("一(一) 城乡基层治理探索深化", "2.99", ("倍", "", "2016..2020", "achievement")),
        ("一(一) 社会组织规范发展", "387", ("家", "", "2020", "achievement")),
        ("一(一) 殡葬事业长足发展", "3000", ("个", "约", "2016..2020", "achievement")),
        ("一(二)2 持续深化的人口老龄化趋势", "24.79", ("万人", "", "2020-11-01", "baseline")),
        ("二(三) 基本社会服务体系更加优化", "全体", ("", "", "2025", "target")),
        ("三(二)3 一是", "100", ("%", "", "2022", "milestone")),
        ("三(二)3 一是", "60", ("%", "以上", "2025", "target")),
        ("专栏二 1", "25", ("个", "", "2025", "project")),
        ("专栏二 2", "3..4", ("个", "", "", "project")),
        ("专栏四", "60", ("%", "以上", "2021", "milestone")),
        ("三(三)3 二是", "1", ("名", "至少", "", "project")),
        ("三(四)2 一是", "800", ("㎡", "以下", "", "project")),
        ("三(五)5 二是", "90", ("%", "超过", "2025", "target")),
        ("专栏七 3", "7613", ("平方米", "", "", "project")),
        ("专栏七 3", "100", ("万人", "余", "", "project")),
        ("二7", "5", ("所", "", "2025", "project")),
        ("七26", "2.6", ("亿元", "突破", "2025", "target")),
        ("九30", "30", ("万人", "余", "2025", "baseline")),
        ("九30", "2..3", ("次", "", "2025", "project")),
        ("十32", "60", ("%", "以上", "2025", "target")),
        ("十二40", "3", ("个", "", "2025", "rule")),
        ("十二42", "零伤亡", ("", "", "2025", "target")),
    ],
)
def test_figures_stand_as_their_document_prints_them(
    locator: str, value: str, stated: tuple[str, str, str, str]
) -> None:
    found = {(fact.unit, fact.comparator, fact.period, fact.kind) for fact in the(locator, value)}
    assert stated in found


def test_a_figure_that_stands_in_text_table_and_box_is_a_fact_of_each() -> None:
    shares = [fact.locator for fact in STATED if "/community_worker_certification/2025/" in fact.id]
    assert shares == ["二(三) 主要指标体系表 序号19 2025年目标", "三(五)5 二是", "专栏六 2"]


def test_the_table_is_followed_where_the_text_says_otherwise() -> None:
    predicate = PLAN.row("nursing_bed_share").targets[0].predicate
    assert isinstance(predicate, Bound)
    assert str(predicate.bound.amount.number) == "65"


def test_a_word_that_means_a_number_stays_and_is_explained() -> None:
    words = re.compile("全覆盖|全部|全体|均|零|无|第|三|每|一刻钟|半年")
    unexplained = [fact.id for fact in STATED if words.match(fact.value) and not fact.note]
    assert unexplained == []


def test_the_points_are_a_plan_of_their_own_year_and_document() -> None:
    assert (str(POINTS.years), POINTS.document.number) == ("2025", "沙民政发〔2025〕15号")
    assert {row.clause.document for row in POINTS.rows} == {POINTS.document}


@pytest.mark.parametrize("plan", plans, ids=lambda plan: plan.id)
def test_sides_of_a_contradiction_cite_what_is_declared(plan: Plan) -> None:
    declared = {(fact.document, fact.locator) for fact in STATED}
    places = {(clause.document.id, clause.locator) for clause in _clauses(plan)}
    strange = [
        place
        for place in places
        if place[0].startswith("shapingba/") and not any(_within(other, place) for other in declared)
    ]
    # These passages name something and promise nothing of it.
    assert {locator for _, locator in strange} <= {"六23", "十二38"}


def _clauses(plan: Plan) -> list[Clause]:
    return [side.clause for each in plan.discrepancies for side in each.sides]


def _within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    return inner[0] == outer[0] and f"{inner[1]} ".startswith(f"{outer[1]} ")
