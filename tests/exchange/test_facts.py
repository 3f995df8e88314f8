"""The export of facts: as printed, complete, and readable again."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from civaffairs.domain.indicators import SHARE, Direction, Indicator
from civaffairs.domain.models import Household
from civaffairs.domain.names import Label
from civaffairs.domain.passages import NO_DATE, Passage
from civaffairs.domain.plan import Deed, Plan
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    LocalStandard,
    Series,
    all_of,
    greatest,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household
from civaffairs.domain.sources import Document, Trust
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.tables import span
from civaffairs.domain.targets import Nature, at_least, between, less_than, qualitative
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.exchange.facts import COLUMNS, Fact, facts, to_csv, to_json, topics_of
from civaffairs.loading import load
from civaffairs.testing.strategies import plans

if TYPE_CHECKING:
    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Row
    from civaffairs.domain.rules.expr import Condition, Quantity, Rule

NAME = Label("规划", "Plan")
DOCUMENT = Document("d/plan", NAME, "民政局", 2022)
TEXT = Passage(DOCUMENT.at("三"), Topic.ELDERLY_CARE, period=2020, by=2025)
BEDS = Indicator("beds", Label("护理型床位", "beds"), "%", Direction.UP, Topic.ELDERLY_CARE, SHARE)
DIBAO = LocalStandard("dibao_urban", Label("低保标准", "the Dibao standard"), "元/人·月")


def of_plan(*rows: Row, owner: str = "d", **parts: object) -> list[Fact]:
    plan = Plan(f"{owner}/plan", NAME, owner, "2021..2025", DOCUMENT, rows=rows, **parts)  # type: ignore[arg-type]
    return list(facts([plan], lang="en"))


def of_figure(seen: Observation) -> Fact:
    (fact,) = of_plan(observations=[seen])
    return fact


def printed(fact: Fact) -> tuple[str, str, str]:
    return fact.value, fact.unit, fact.comparator


@pytest.fixture(scope="module")
def taoyuan() -> dict[str, Fact]:
    dossier = load()["taoyuan"]
    return {fact.id: fact for fact in facts(dossier.plans, dossier.standards, dossier.rules, lang="zh")}


def test_the_columns_are_those_that_the_design_names() -> None:
    assert COLUMNS == (
        "id", "jurisdiction", "kind", "topic", "name_zh", "name_en", "value", "unit", "comparator", "period",
        "nature", "document", "locator", "note",
    )  # fmt: skip


def test_a_range_a_formula_a_yes_or_no_and_an_absence_are_written_as_the_design_says(
    taoyuan: dict[str, Fact],
) -> None:
    assert taoyuan["taoyuan/plan-14/dependent_resident_share/2025/target"].value == "55..70"
    assert taoyuan["taoyuan/plan-13/tekun_care_standard/2020/achievement"].value == "100..300"
    formula = taoyuan["taoyuan/plan-14/tekun_basic_standard/2025/target"]
    assert formula.value == "上年度城乡居民人均消费支出的60%与当年最低生活保障标准的1.3倍中的较高者"
    assert (formula.comparator, formula.unit) == ("不低于", "元/月")
    assert taoyuan["taoyuan/plan-14/marriage_reform_zone/2025/target"].value == "建成区级婚俗改革实验区"
    nothing = taoyuan["taoyuan/plan-14/county_burial_facility_coverage/2025/target"]
    assert (nothing.value, nothing.note) == ("", "来源标明无数据（--）; 虚构")


def test_kinds_tell_milestones_targets_growth_standards_projects_and_rules_apart(
    taoyuan: dict[str, Fact],
) -> None:
    kinds = {
        "taoyuan/plan-14/nursing_bed_share/2020/baseline": "baseline",
        "taoyuan/plan-14/nursing_bed_share/2023/milestone": "milestone",
        "taoyuan/plan-14/nursing_bed_share/2025/target": "target",
        "taoyuan/plan-14/nursing_bed_share/2025/annual_growth": "target",
        "taoyuan/plan-14/home_adaptation": "project",
        "taoyuan/plan-14/tekun_age": "rule",
        "taoyuan/dibao_urban/2023-07": "standard",
    }
    assert {name: taoyuan[name].kind for name in kinds} == kinds


def test_notes_speak_the_language_asked_for_and_figures_do_not_change() -> None:
    dossier = load()["taoyuan"]
    zh, en = (facts(dossier.plans, dossier.standards, dossier.rules, lang=lang) for lang in ("zh", "en"))
    assert [fact.value for fact in zh] == [fact.value for fact in en]
    assert any(fact.note != other.note for fact, other in zip(zh, en, strict=True))
    in_english = [re.sub("“[^”]*”", "", fact.note) for fact in en]  # a document's own word stays Chinese
    assert [note for note in in_english if re.search("[\u4e00-\u9fff]", note)] == []


def test_every_installed_fact_has_an_id_of_its_own() -> None:
    catalogue = load()
    found = facts(catalogue.plans.values(), catalogue.standards, catalogue.rules)
    assert len({fact.id for fact in found}) == len(found)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans())
def test_no_statement_of_a_plan_is_lost_and_csv_and_json_say_the_same(plan: Plan) -> None:
    found = facts([plan])
    observed = (*plan.baselines, *plan.results, *plan.situation, *plan.observations)
    printed = [seen for seen in observed if not seen.derived]
    assert len(found) == len(plan.targets) + len(printed) + len(plan.commitments)
    assert len({fact.id for fact in found}) == len(found)
    from_csv = [Fact(**row) for row in csv.DictReader(StringIO(to_csv(found), newline=""))]
    assert from_csv == [Fact(**row) for row in json.loads(to_json(found))] == list(found)


# Figures of the text


def test_a_figure_of_the_text_has_all_its_columns() -> None:
    seen = TEXT.figure(
        "homes", "养老机构", "care homes", 68, "所", said="余", note=Label("含在建", "with new ones")
    )
    assert of_figure(seen) == Fact(
        id="d/plan/homes/2020/achievement",
        jurisdiction="d",
        kind="achievement",
        topic="elderly_care",
        name_zh="养老机构",
        name_en="care homes",
        value="68",
        unit="所",
        comparator="余",
        period="2020",
        nature="",
        document="d/plan",
        locator="三",
        note="with new ones",
    )


@pytest.mark.parametrize(
    ("seen", "expected", "note"),
    [
        (TEXT.seen(BEDS, 100, "%", printed="全覆盖"), ("全覆盖", "", ""), "read as 100%"),
        (TEXT.figure("rank", "位次", "rank", 3, "名次", printed="第三"), ("第三", "", ""),
         "read as 3 in rank"),
        (TEXT.figure("fee", "收费", "fee", span(20, "35.5"), "元"), ("20..35.5", "元", ""), ""),
        (TEXT.figure("fee", "收费", "fee", span(20, 35), "元", printed="20-35"), ("20..35", "元", ""), ""),
        (TEXT.figure("paid", "发放", "paid", "2.830", "亿元"), ("2.830", "亿元", ""), ""),
        (TEXT.figure("ratio", "配比", "ratio", "0.8", "", printed="1：0.8"), ("1：0.8", "", ""), ""),
        (TEXT.figure("homes", "机构", "homes", 1200, "家", printed="1，200"), ("1200", "家", ""), ""),
        (TEXT.figure("masked", "遮盖", "masked", "***", "名"), ("", "名", ""),
         "the source masks the figure (***)"),
        (TEXT.figure("done", "建成", "set up", True, ""), ("是", "", ""), ""),
        (TEXT.figure("done", "建成", "set up", False, ""), ("否", "", ""), ""),
    ],
)  # fmt: skip
def test_a_figure_is_written_as_printed_and_a_word_with_its_reading(
    seen: Observation, expected: tuple[str, str, str], note: str
) -> None:
    fact = of_figure(seen)
    assert (printed(fact), fact.note) == (expected, note)


def test_a_series_has_no_topic_and_a_user_s_own_file_no_document() -> None:
    seen = TEXT.seen(Series("pay", Label("标准", "standard"), "元"), 7, "元")
    assert of_figure(seen).topic == ""
    own = of_figure(evolve(seen, source="obs.csv, C2"))
    assert (own.document, own.locator) == ("", "obs.csv, C2")


def test_how_things_stood_is_a_baseline_and_what_we_computed_is_no_fact() -> None:
    seen = TEXT.figure("homes", "机构", "homes", 68, "所")
    derived = evolve(seen, derived=True)
    assert [fact.kind for fact in of_plan(situation=[seen], observations=[seen])] == [
        "baseline",
        "achievement",
    ]
    assert of_plan(observations=[derived]) == []
    assert len(of_plan(observations=[derived, seen])) == 1


# Promises of the text


@pytest.mark.parametrize(
    ("row", "expected", "note"),
    [
        (TEXT.aims(BEDS, "占比", "%", 100, printed="全覆盖"), ("全覆盖", "", ""), "read as at least 100%"),
        (TEXT.aims(BEDS, "占比", "%", at_least(90, said="以上"), printed="九成"), ("九成", "", "以上"),
         "read as at least 90%"),
        (TEXT.aims(BEDS, "占比", "%", at_least(60, said="以上")), ("60", "%", "以上"), ""),
        (TEXT.aims(BEDS, "占比", "%", 60), ("60", "%", ""), "read as at least 60%"),
        (TEXT.aims(BEDS, "占比", "%", span(28, 35)), ("28..35", "%", ""), ""),
        (TEXT.aims(BEDS, "占比", "", 60), ("60", "%", ""), "read as at least 60%"),
        (TEXT.aims(BEDS, "占比", "%", qualitative("大幅提高", "much higher")), ("大幅提高", "%", ""), ""),
        (TEXT.aims(BEDS, "占比", "%", "--"), ("", "%", ""), "the source says that there is none (--)"),
    ],
)  # fmt: skip
def test_a_promise_is_written_as_printed_and_a_word_or_bare_number_with_its_reading(
    row: Row, expected: tuple[str, str, str], note: str
) -> None:
    (fact,) = of_plan(row)
    assert (printed(fact), fact.note) == (expected, note)


def test_a_promise_before_the_plans_end_is_a_milestone_and_its_nature_is_told() -> None:
    step = TEXT.aims(BEDS, "占比", "%", 50, by="2023-06", nature=Nature.EXPECTED)
    end = TEXT.aims(BEDS, "占比", "%", 60, nature=Nature.BINDING)
    told = [(fact.id, fact.kind, fact.period, fact.nature) for fact in of_plan(step, end)]
    assert told == [
        ("d/plan/beds/2023-06/milestone", "milestone", "2023-06", "expected"),
        ("d/plan/beds/2025/target", "target", "2025", "binding"),
    ]


@pytest.mark.parametrize(
    ("deed", "by", "kind"),
    [
        (Deed.BUILD, 2025, "project"),
        (Deed.BUILD, 2023, "project"),
        (Deed.SERVE, 2025, "project"),
        (Deed.INTRODUCE, 2025, "rule"),
        (Deed.REACH, 2025, "target"),
        (Deed.REACH, "2025-12", "target"),
        (Deed.REACH, "2025-11", "milestone"),
        (Deed.REACH, 2023, "milestone"),
        (Deed.REACH, 2030, "target"),
        (Deed.REACH, NO_DATE, "target"),
    ],
)
def test_the_deed_and_the_date_of_a_commitment_make_its_kind(deed: Deed, by: int, kind: str) -> None:
    made = evolve(TEXT.reaches("nurses", "培育护理员", "care workers trained", 700, "名", by=by), deed=deed)
    (fact,) = of_plan(commitments=[made])
    assert (fact.id, fact.kind, fact.topic) == ("d/plan/nurses", kind, "elderly_care")
    assert fact.period == ("" if by is NO_DATE else str(by))
    assert (fact.name_zh, fact.name_en, fact.locator) == ("培育护理员", "care workers trained", "三")


@pytest.mark.parametrize(
    ("promise", "unit", "word", "expected", "note"),
    [
        (700, "名", None, ("700", "名", ""), "read as at least 700 persons"),
        (at_least(50, said="不少于"), "张", None, ("50", "张", "不少于"), ""),
        (less_than(50), "家", None, ("50", "家", "<"), ""),
        (between(4, 6), "个", None, ("4..6", "个", ""), ""),
        (2, "", "翻一番", ("翻一番", "", ""), "read as at least 2"),
        (at_least(2, said="达"), "所", "两所", ("两所", "", "达"), "read as at least 2"),
        (qualitative("基本建成", "all but set up"), "", None, ("基本建成", "", ""), ""),
        (None, "", None, ("", "", ""), ""),
        (None, "", "全部", ("全部", "", ""), ""),
    ],
)
def test_how_much_is_promised_is_written_as_printed_or_left_empty(
    promise: int | None, unit: str, word: str | None, expected: tuple[str, str, str], note: str
) -> None:
    (fact,) = of_plan(commitments=[TEXT.builds("new", "新建", "new", promise, unit, printed=word)])
    assert (printed(fact), fact.note) == (expected, note)


# Ids


def test_a_second_statement_is_a_fact_of_its_own_and_the_first_keeps_its_id() -> None:
    table, text, box = (TEXT.at(place).aims(BEDS, "占比", "%", 60) for place in ("表", "文", "专栏"))
    alone = [fact.id for fact in of_plan(table)]
    twice = [(fact.id, fact.locator) for fact in of_plan(table, text, box)]
    assert alone == ["d/plan/beds/2025/target"]
    assert twice == [
        ("d/plan/beds/2025/target", "三 表"),
        ("d/plan/beds/2025/target#2", "三 文"),
        ("d/plan/beds/2025/target#3", "三 专栏"),
    ]


def test_a_fact_bears_the_slug_of_its_plugin_and_keeps_its_own_id() -> None:
    city = Plan("city/plan", NAME, "city", "2021..2025", DOCUMENT, rows=[TEXT.aims(BEDS, "占比", "%", 60)])
    town = evolve(city, id="town/plan", jurisdiction="town")
    found = facts([city, town], plugins={"city": "province"})
    assert [(fact.id.split("/")[0], fact.jurisdiction) for fact in found] == [
        ("city", "province"),
        ("town", "town"),
    ]


# Standards and rules


def test_a_standard_is_a_fact_for_each_entry_with_the_trust_of_its_source() -> None:
    press = evolve(DOCUMENT, trust=Trust.PRESS).at("五")
    timeline = Timeline(
        (
            NotModelled(NAME, before="2020-07"),
            since("2020-07", Amount("620.50", "元/人·月"), DOCUMENT.at("四")),
            since("2021-09-01", Amount(7632, "元/人·年"), press),
        )
    )
    pay = Standard("pay", "d", NAME, "元/人·月", Topic.SOCIAL_ASSISTANCE, timeline, Freedom.SET)
    told = [
        (fact.id, *printed(fact), fact.period, fact.locator, fact.note)
        for fact in facts((), [pay], lang="zh")
    ]
    assert told == [
        ("d/pay/2020-07", "620.50", "元/人·月", "", "2020-07", "四", ""),
        ("d/pay/2021-09-01", "7632", "元/人·年", "", "2021-09-01", "五", "党报或部门媒体"),
    ]


def amount(tree: Quantity, name: str = "pay") -> AmountRule:
    timeline = dated(Label("缺", "unknown"), since("2022-11", tree, DOCUMENT.at("九", NAME)))
    return amount_rule(name, "d", Label("补助", "grant"), Household, "元/人·月", timeline)


def condition(*trees: Condition, name: str = "poor") -> ConditionRule:
    starts = ("2022-11", "2023-07", "2024-01")
    entries = [since(start, tree, DOCUMENT.at(start)) for start, tree in zip(starts, trees, strict=False)]
    return condition_rule(
        name, "d", Label("困难", "poor"), Household, dated(Label("缺", "unknown"), *entries)
    )


def numbers_of(rule: Rule) -> list[tuple[str, str, str]]:
    return [printed(fact) for fact in facts((), (), [rule])]


asset_limit = LocalStandard("asset_limit", Label("财产限额", "the limit of assets"), "元")
assets, heads = household.assets, household.members.count()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (condition(assets <= Amount(600, "元")), [("600", "元", "≤")]),
        (condition(assets > Amount(0, "元")), [("家庭财产超过0元", "", "")]),
        (condition(all_of(assets < Amount(5, "万元"), heads >= Amount(3, "人"))),
         [("5", "万元", "<"), ("3", "人", "≥")]),
        (condition(heads >= Amount(1, "人")), [("1", "人", "≥")]),
        (amount(DIBAO * "1.3"), [("1.3", "倍", "")]),
        (amount(DIBAO * "0.6"), [("60", "%", "")]),
        (amount(DIBAO * 1), [("100", "%", "")]),
        (amount(greatest(DIBAO * 2, Amount(700, "元/人·月"))), [("2", "倍", ""), ("700", "元/人·月", "")]),
        (amount(greatest(DIBAO * 2, Amount(0, "元/人·月"))), [("2", "倍", "")]),
    ],
)  # fmt: skip
def test_the_numbers_of_a_rule_are_facts_with_the_sign_before_them(
    rule: Rule, expected: list[tuple[str, str, str]]
) -> None:
    assert numbers_of(rule) == expected


def test_a_rule_without_a_number_is_one_fact_in_words() -> None:
    poor = condition(assets <= asset_limit)
    (fact,) = facts((), (), [poor], lang="en")
    assert (fact.kind, fact.unit, fact.comparator) == ("rule", "", "")
    assert fact.value == facts((), (), [poor], lang="zh")[0].note
    assert fact.note
    assert re.search("[\u4e00-\u9fff]", fact.note) is None


def test_each_version_and_each_number_of_a_rule_is_a_fact_of_its_own() -> None:
    both = all_of(assets < Amount(5, "万元"), heads >= Amount(3, "人"))
    rule = condition(both, assets < Amount(6, "万元"), assets <= asset_limit)
    found = facts((), (), [rule])
    assert [(fact.id, fact.period, fact.locator) for fact in found] == [
        ("d/poor/2022-11", "2022-11", "2022-11"),
        ("d/poor/2022-11#2", "2022-11", "2022-11"),
        ("d/poor/2023-07", "2023-07", "2023-07"),
        ("d/poor/2024-01", "2024-01", "2024-01"),
    ]
    assert {(fact.kind, fact.name_zh, fact.name_en, fact.topic) for fact in found} == {
        ("rule", "困难", "poor", "")
    }


def test_a_rule_has_the_topic_of_the_provision_that_rests_on_it_however_deep() -> None:
    low = condition(assets < Amount(5, "万元"), name="low")
    middle = condition(all_of(low, heads >= Amount(3, "人")), name="middle")
    pay = amount(DIBAO * 2)
    grant = Provision(
        "grant", "d", NAME, Topic.SOCIAL_ASSISTANCE, ProvisionKind.CASH,
        condition(all_of(middle, assets > Amount(0, "元"))),
        amount=pay,
    )  # fmt: skip
    later = Provision("later", "d", NAME, Topic.FUNERALS, ProvisionKind.STATUS, condition(low, name="late"))
    assert topics_of([grant, later]) == {
        "poor": Topic.SOCIAL_ASSISTANCE,
        "pay": Topic.SOCIAL_ASSISTANCE,
        "middle": Topic.SOCIAL_ASSISTANCE,
        "low": Topic.SOCIAL_ASSISTANCE,  # the first provision that rests on it
        "late": Topic.FUNERALS,
    }
    (fact,) = facts((), (), [low], topics=topics_of([grant, later]))
    assert fact.topic == "social_assistance"
    assert topics_of(()) == {}
