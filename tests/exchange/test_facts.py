"""The export of facts: as printed, complete, and readable again."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings

from civaffairs.domain.plan import Plan
from civaffairs.exchange.facts import COLUMNS, Fact, facts, to_csv, to_json
from civaffairs.loading import load
from civaffairs.testing.strategies import plans


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
    stated = len(plan.targets) + len(plan.baselines) + len(plan.results) + len(plan.situation)
    printed = [seen for seen in plan.observations if not seen.derived]
    assert len(found) == stated + len(printed) + len(plan.commitments)
    assert len({fact.id for fact in found}) == len(found)
    from_csv = [Fact(**row) for row in csv.DictReader(StringIO(to_csv(found), newline=""))]
    assert from_csv == [Fact(**row) for row in json.loads(to_json(found))] == list(found)
