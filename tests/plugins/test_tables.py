"""The five tables, cell by cell, against a transcription that a script read off the pages.

`printed_cells.csv` holds every cell as printed: figures, dashes, blanks and attributes; `formula` stands for
a cell of words. Numbers with their comparators are compared as text, so that 0.3 is not 0.30 and ≥ is not >.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from civaffairs.exchange.facts import Fact, facts
from civaffairs.loading import load

CELLS = Path(__file__).with_name("printed_cells.csv")
NATURES = {"约束性": "binding", "预期性": "expected"}
ROWS = {
    "二(三) 主要指标体系表": 20,
    "第一章第一节 表1": 21,
    "第二章第三节 表2": 19,
    "第一章第一节 江津“十三五”时期民政事业发展主要目标完成情况": 15,
    "第一章第四节 专栏1": 16,
}


def printed() -> list[dict[str, str]]:
    with CELLS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def by_place() -> dict[tuple[str, str], Fact]:
    catalogue = load(strict=True)
    found = facts(catalogue.plans.values(), lang="zh")
    return {(fact.jurisdiction, fact.locator): fact for fact in found}


def places(cell: dict[str, str]) -> list[tuple[str, str]]:
    """The locators of a cell; one cell of Jiangjin's row 3 holds two figures."""
    rows = [cell["row"]]
    if cell["table"].endswith("主要目标完成情况") and cell["row"] == "3":
        rows = ["3(城市)", "3(农村)"]
    return [(cell["jurisdiction"], f"{cell['table']} 序号{row} {cell['column']}") for row in rows]


@pytest.mark.parametrize("cell", printed(), ids=lambda cell: "-".join(list(cell.values())[:4]))
def test_a_cell_of_the_page_is_a_fact(cell: dict[str, str], by_place: dict[tuple[str, str], Fact]) -> None:
    halves = cell["cell"].split("/") if len(places(cell)) > 1 and cell["cell"] != "/" else [cell["cell"]] * 2
    for place, text in zip(places(cell), halves, strict=False):
        fact = by_place[place]
        assert fact.nature == NATURES[cell["nature"]]
        assert fact.document
        check_value(text, fact)


def check_value(text: str, fact: Fact) -> None:
    word = re.search(r"\((完成)\)$", text)
    assert ("文件注明“完成”" in fact.note) == bool(word)
    text = text.removesuffix("(完成)").strip()
    if text == "formula":
        assert fact.value
        return
    if not any(sign.isdigit() for sign in text):
        assert fact.value == ""
        assert ("空白" in fact.note) if not text else (text in fact.note)
        return
    if re.fullmatch(r"[\d.]+-[\d.]+", text):
        assert fact.value == text.replace("-", "..")
        return
    if text.startswith("1："):
        assert fact.value == text
        return
    match = re.fullmatch(r"([≥>]?)([\d.]+)(%?)", text)
    assert match
    assert fact.value == match[2]
    assert fact.comparator in (match[1], "不低于" if "不低于" in fact.name_zh else match[1])
    if match[3]:
        assert fact.unit == "%"


def test_no_table_has_more_rows_or_fewer_than_the_page(by_place: dict[tuple[str, str], Fact]) -> None:
    seen: dict[str, set[str]] = {table: set() for table in ROWS}
    for _, locator in by_place:
        table, number, _ = re.fullmatch(r"(.*?)(?: 序号(\S+) (.*))?", locator).groups()  # type: ignore[union-attr]
        if number and table in seen:
            seen[table].add(number.replace("(城市)", "").replace("(农村)", ""))
    assert {table: len(numbers) for table, numbers in seen.items()} == ROWS


def test_every_fact_of_a_table_stands_on_the_page(by_place: dict[tuple[str, str], Fact]) -> None:
    expected = {place for cell in printed() for place in places(cell)}
    from_tables = {place for place in by_place if "序号" in place[1] and place[0] != "taoyuan"}
    assert from_tables == expected


def test_units_stand_as_the_page_prints_them(by_place: dict[tuple[str, str], Fact]) -> None:
    units = {
        ("jiangjin", "第一章第四节 专栏1 序号8 2025年"): "万元",
        ("jiangjin", "第一章第四节 专栏1 序号6 2025年"): "㎡",
        ("guichi", "第二章第三节 表2 序号12 2025年目标值"): "万人",
        ("guichi", "第二章第三节 表2 序号2 2025年目标值"): "元/月",
        ("guichi", "第一章第一节 表1 序号7② 2020实际"): "万张",
        ("guichi", "第一章第一节 表1 序号14 2020实际"): "亿元",
        ("shapingba", "二(三) 主要指标体系表 序号5 2020年现状"): "个",
        ("jiangjin", "第一章第一节 江津“十三五”时期民政事业发展主要目标完成情况 序号4 十二五时期"): "亿元",
    }
    assert {place: by_place[place].unit for place in units} == units


def test_a_blank_unit_cell_is_said_in_the_note(by_place: dict[tuple[str, str], Fact]) -> None:
    fact = by_place["guichi", "第二章第三节 表2 序号4 2025年目标值"]
    assert fact.unit == "%"
    assert "单位栏空白" in fact.note


def test_masked_figures_of_the_text_are_facts_without_a_value(by_place: dict[tuple[str, str], Fact]) -> None:
    masked = [
        fact for fact in facts(list(load().plans.values()), lang="zh")
        if fact.locator.startswith("第一章第一节(五)") and "遮盖" in fact.note
    ]  # fmt: skip
    assert len(masked) == 2
    assert all(fact.value == "" for fact in masked)
