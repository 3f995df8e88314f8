"""The places of a document are found as its locators name them, however the copy is laid out."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.exchange.verifying.locators import Place, Unresolved, locator_of, resolve
from civaffairs.exchange.verifying.numerals import number_of, numeral_of
from civaffairs.exchange.verifying.outline import Outline

CHAPTERS = Outline.of(
    dedent(
        """\
        目 录
        第一章 溪边的日子…………………1
        第一节 船与桥…………………2
        第二章 山上的日子…………………3

        第一章 溪边的日子
        这里有许多渡口。
        第一节 船与桥
        （一）船
        一是造船。每年造船 3 条。二是修船。
        修船要快。
        修得快的有奖。
        （二）桥
        1．木桥。共有 5 座，
        都不算旧。
        2．石桥。共有 6 座。
        第二节 路
        ——山路先修。先修 7 里。
        ——水路后修。
        后修 8 里。
        第二章　山上的日子
        种树。栽下 9 棵；浇水要勤。施肥 10 担。
        第三节 迟到的一节
        没有第二节。
        """
    )
)


def said(outline: Outline, locator: str) -> str:
    place = resolve(outline, locator)
    assert isinstance(place, Place), (locator, place)
    return "\n".join(outline.text.text[start:end] for start, end in place.spans)


@pytest.mark.parametrize(
    ("locator", "begins", "ends"),
    [
        ("第一章", "第一章 溪边的日子\n这里", "后修 8 里。"),
        ("第1章", "第一章 溪边的日子\n这里", "后修 8 里。"),
        ("第一章第一节", "第一节 船与桥\n(一)", "共有 6 座。"),
        ("第一章 第一节", "第一节 船与桥\n(一)", "共有 6 座。"),
        ("第一章第一节(一)", "(一)船", "修得快的有奖。"),
        ("第一章第一节（一）", "(一)船", "修得快的有奖。"),
        ("第一章第一节(一) 一是", "一是造船", "3 条。"),
        ("第一章第一节(一) 二是", "二是修船", "二是修船。"),
        ("第一章第一节(一) 修得快", "修得快的有奖", "修得快的有奖。"),
        ("第一章第一节(二)1", "1.木桥", "都不算旧。"),
        ("第一章第一节(二) 2", "2.石桥", "6 座。"),
        ("第一章第一节(二) 石桥", "2.石桥", "6 座。"),
        ("第一章第二节 山路先修", "--山路", "7 里。"),
        ("第一章第二节 ——山路先修", "--山路", "7 里。"),
        ("第二章 种树", "种树", "10 担。"),
        ("第二章 施肥", "施肥", "10 担。"),
        ("第二章第三节", "第三节", "没有第二节。"),
        ("全文", "目 录", "没有第二节。\n"),
        ("前言", "目 录", "第二章 山上的日子…………………3\n\n"),
    ],
)
def test_a_locator_leads_to_its_place(locator: str, begins: str, ends: str):
    place = (
        said(CHAPTERS, locator).removesuffix("\n")
        if locator not in {"全文", "前言"}
        else said(CHAPTERS, locator)
    )
    assert place.startswith(begins)
    assert place.endswith(ends)


@pytest.mark.parametrize(
    ("locator", "step", "near"),
    [
        ("第三章", "第三章", ("第一章", "第二章")),
        ("第一章第一节(三)", "(三)", ("(一)", "(二)")),
        ("第一章第一节(一) 三是", "三是", ("一是", "二是")),
        ("第一章第一节(二)7", "7", ("1", "2")),
        ("第二章 种草", "种草", ("种树",)),
        ("第二章 专栏1", "专栏1", ()),
        ("第二章 序号1", "序号1", ()),
        ("第二章 名词解释", "名词解释", ()),
        ("第二章 “”", "“”", ()),
        ("第二章 施", "施", None),
    ],
)
def test_the_first_step_that_leads_nowhere_is_named_with_what_is_near(locator, step, near):
    found = resolve(CHAPTERS, locator)
    if near is None:
        assert isinstance(found, Place)  # a single word opens a sentence, too
        return
    assert found == Unresolved(step, near)


BOXES = Outline.of(
    dedent(
        """\
        一、任务
        1. 第一件事
        事情要做好。
        专栏一　好事
        1. 种花：种花 11 盆。
        2. 养鱼：养鱼 12 尾。
        2. 第二件事
        说好的事，件件要做 13 次。
        专栏二　善事
        扶老：扶老 14 回。
        3. 第三件事
        一句话。
        二、后来
        专栏3
        \t1．甲：15 天。
        \t2．乙：16 天。
        3．这不在专栏里，有 17 天。
        名词解释
        1．好事：让人高兴的事，第 18 种。
        2．善事：不求回报的事。
        """
    )
)


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        ("一1", "事情要做好"),
        ("一2", "13 次"),
        ("一3", "一句话"),
        ("专栏一 1", "种花 11 盆"),
        ("一 专栏1 2", "养鱼 12 尾"),
        ("专栏一 养鱼", "养鱼 12 尾"),
        ("专栏二", "扶老 14 回"),
        ("专栏二 扶老", "扶老 14 回"),
        ("专栏3 2", "16 天"),
        ("名词解释 1", "第 18 种"),
    ],
)
def test_a_box_counts_its_items_for_itself(locator: str, text: str):
    assert text in said(BOXES, locator)


def test_a_box_ends_where_the_text_goes_on():
    assert said(BOXES, "专栏一").rstrip().endswith("12 尾。")
    assert said(BOXES, "专栏二").rstrip().endswith("14 回。")
    assert said(BOXES, "专栏3").rstrip().endswith("16 天。")
    assert isinstance(resolve(BOXES, "专栏3 3"), Unresolved)


def test_a_heading_of_notes_at_the_top_of_a_page_is_none():
    outline = Outline.of("名词解释\n规划\n一、现状\n好。\n名词解释\n1．好：不坏。")
    assert said(outline, "名词解释 1") == "1.好:不坏。"


NEWS = Outline.of(
    "开头的话，说了 1 遍。\n\n迎难而上\n\n修路 2 里。\n\n修桥 3 座。\n\n路边的小花。\n\n"
    "继往开来\n再说“好”格局\n大家听了 4 遍。\n1 锁定 1 个目标\n目标不变。\n6 推进 6 件事\n第一件要办 5 次。\n"
)


@pytest.mark.parametrize(
    ("locator", "begins", "ends"),
    [
        ("迎难而上", "迎难而上", "路边的小花。"),
        ("迎难而上 修桥", "修桥", "3 座。"),
        ("继往开来", "继往开来", "5 次。"),
        ("再说“好”格局", "再说", "5 次。"),
        ("再说好格局 6", "6 推进", "5 次。"),
        ("推进6件事", "6 推进", "5 次。"),
        ("6 第一件", "第一件", "5 次。"),
        ("开头的话", "开头", "1 遍。"),
    ],
)
def test_headings_without_numbers_hold_what_stands_under_them(locator: str, begins: str, ends: str):
    place = said(NEWS, locator).strip()
    assert place.startswith(begins)
    assert place.endswith(ends)


LAW = Outline.of(
    "第一章 总则\n第一条 为了过好日子，\n制定本办法。\n"
    "第二条 年满十六周岁的算大人。\n"
    "不满十六周岁的算小孩：\n（一）会跑的；\n（二）会跳的。\n第三款不算条。\n"
    "第三条 按照第二条例外的规定办。\n"
)


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        ("第一条", "第一条 为了过好日子,\n制定本办法。\n"),
        ("第二条第一款", "第二条 年满十六周岁的算大人。\n"),
        ("第二条第二款", "不满十六周岁的算小孩:\n(一)会跑的;\n(二)会跳的。\n"),
        ("第一章第二条第二项", "(二)会跳的。\n第三款不算条。\n"),
        ("第三条", "第三条 按照第二条例外的规定办。"),
    ],
)
def test_articles_have_parts_and_items(locator: str, text: str):
    assert said(LAW, locator) == text


def test_a_part_that_an_article_does_not_have_is_named():
    assert resolve(LAW, "第二条第五款") == Unresolved("第五款", ("第一款", "第二款", "第三款"))


ONE_CELL_A_LINE = """\
表1 收成

序号
指 标
2020目 标
2020实
际
属 性
1
稻谷
①早稻占比
28-35
37(完成)
约束性
②晚稻占比
按老规矩
50
(完成)
约束性
2
每千户水车（张）
45
45
预期性
其中:①大水车(%)
30
31.28
预期性
3
镇街城乡谷仓(放)设
施覆盖率(%)
100
预期性
4
12月前收割的比例
--
≥4
预期性
下面是正文，说的是别的事情。
"""
TWO_HEADING_ROWS = """\
目标完成情况
\t指标名称
\t十二五

时期
\t十三五时期
\t指标

属性
\t
\t规划指标
\t实现情况
\t
\t1．城里与乡下之比
\t1：0.55
\t1：0.8
\t1：0.9
\t预期性
\t2．水车（张）
\t/
\t24
\t35.5
\t预期性
第二节 后来
"""
WITH_UNITS = """\
序号
主要指标
单位
2025年
目标值
年均增长
(%)
属 性
一、吃饭
1
稻谷占全部粮食的比率
%
60
10
预期性
二、穿衣
2
每户有几件蓑衣
件
不少于去年的 60%，且不少于邻村的1.3倍，就高不就低。
--
约束性
3
斗笠
100
预期性
"""
MARKDOWN = """\
| 序号 | 指标 | 2020年 | 2025年 |
|---|---|---|---|
| 1 | 稻谷 | 80 | ≥85 |
| 2 | 小麦 | — | 30 |
"""


@pytest.mark.parametrize(
    ("table", "locator", "cells"),
    [
        (ONE_CELL_A_LINE, "表1 序号1① 2020目标", ["28-35"]),
        (ONE_CELL_A_LINE, "表1 序号1① 2020实际", ["37(完成)"]),
        (ONE_CELL_A_LINE, "表1 序号1② 2020目标", ["按老规矩"]),
        (ONE_CELL_A_LINE, "表1 序号1② 2020实际", ["50\n(完成)"]),
        (ONE_CELL_A_LINE, "表1 序号1② 属性", ["约束性"]),
        (ONE_CELL_A_LINE, "收成 序号2 2020实际", ["45"]),
        (ONE_CELL_A_LINE, "收成表 序号2① 2020实际", ["31.28"]),
        (ONE_CELL_A_LINE, "表1 序号3 2020目标", ["100"]),  # one cell for two columns: either may be meant
        (ONE_CELL_A_LINE, "表1 序号3 2020实际", ["100"]),
        (ONE_CELL_A_LINE, "表1 序号4 2020实际", ["≥4"]),
        (TWO_HEADING_ROWS, "目标完成情况 序号1 十二五时期", ["1:0.55"]),
        (TWO_HEADING_ROWS, "目标完成情况 序号1 规划指标", ["1:0.8"]),
        (TWO_HEADING_ROWS, "目标完成情况表 序号2(水车) 实现情况", ["35.5"]),
        (TWO_HEADING_ROWS, "序号2 十三五时期", ["/", "24", "35.5"]),  # a heading that spans two columns
        (WITH_UNITS, "序号1 2025年目标值", ["60"]),
        (WITH_UNITS, "序号1 单位", ["%"]),
        (WITH_UNITS, "序号2 2025年目标值", ["不少于去年的 60%,且不少于邻村的1.3倍,就高不就低。"]),
        (WITH_UNITS, "序号2 年均增长(%)", ["--"]),
        (WITH_UNITS, "序号3 年均增长(%)", ["100"]),
        (MARKDOWN, "序号1 2025年", ["≥85"]),
        (MARKDOWN, "序号2 2020年", ["-"]),
    ],
)
def test_a_cell_is_found_under_its_column(table: str, locator: str, cells: list[str]):
    outline = Outline.of(table)
    place = resolve(outline, locator)
    assert isinstance(place, Place), place
    assert [outline.text.text[start:end] for start, end in place.spans] == cells


def test_a_row_or_a_column_that_is_not_there_is_named():
    outline = Outline.of(ONE_CELL_A_LINE)
    assert resolve(outline, "表1 序号9 2020目标") == Unresolved(
        "序号9", ("序号2", "序号2①", "序号3", "序号4")
    )
    assert resolve(outline, "表1 序号2 2025目标") == Unresolved("2025目标", ("2020目标", "2020实际"))


def test_the_text_after_a_table_is_no_part_of_it():
    outline = Outline.of(ONE_CELL_A_LINE)
    assert [row.number for row in outline.tables[0].rows] == ["1", "1①", "1②", "2", "2①", "3", "4"]
    assert "正文" in said(outline, "下面是正文")
    assert Outline.of("序号\n指标\n没有一行\n").tables == ()


@pytest.mark.parametrize("outline", [CHAPTERS, BOXES, NEWS, LAW])
def test_the_locator_of_a_place_leads_back_to_it(outline: Outline):
    for at, sign in enumerate(outline.text.text):
        if sign.isdigit():
            place = resolve(outline, locator_of(outline, at))
            assert isinstance(place, Place)
            assert place.holds(at)


@pytest.mark.parametrize("table", [ONE_CELL_A_LINE, TWO_HEADING_ROWS, WITH_UNITS, MARKDOWN])
def test_the_locator_of_a_cell_leads_back_to_it(table: str):
    outline = Outline.of(table)
    for row in outline.tables[0].rows:
        for start, _ in row.values:
            place = resolve(outline, locator_of(outline, start))
            assert isinstance(place, Place)
            assert place.holds(start)
            assert f"序号{row.number}" in locator_of(outline, start)


NUMBERED = "第一章 第三节 第二条 一、 （二） 1． 2. 专栏1 表2 序号 指标 约束性 名词解释 一是 ①"
PIECES = st.sampled_from(
    [*NUMBERED.split(), *"—|。“》好", "28-35", "……12", "2025年", "〔2025〕15号"]
) | st.sampled_from("\r\n\t \ufeff")


@given(st.lists(PIECES | st.text(max_size=3), max_size=40), st.lists(PIECES, max_size=4))
def test_no_text_and_no_locator_breaks_it(pieces: list[str], steps: list[str]):
    outline = Outline.of("".join(pieces))
    resolve(outline, " ".join(steps))
    for at, sign in enumerate(outline.text.text):
        if sign.isdigit():
            place = resolve(outline, locator_of(outline, at))
            assert isinstance(place, Place)
            assert place.holds(at)


@given(st.integers(0, 999))
def test_a_numeral_means_the_number_that_it_was_made_of(number: int):
    assert number_of(numeral_of(number)) == number
    assert number_of(str(number)) == number


@pytest.mark.parametrize("mark", ["专栏٣1 指标", "第٣章 现状", "٣. 床位", "表٣ 指标", "(٣) 床位"])
def test_digits_of_another_script_are_digits(mark: str):
    plan = Outline.of(f"{mark}\n床位32张。")
    assert [heading.number for heading in plan.headings] == [31 if "专栏" in mark else 3]
