"""Cited figures are looked up at their places, and what nobody cites is reported."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civaffairs import Document, Label
from civaffairs.errors import InputInvalid, UnknownName
from civaffairs.exchange.facts import COLUMNS, Fact, facts
from civaffairs.exchange.verifying.digit_runs import Class, runs_in
from civaffairs.exchange.verifying.matching import Way, matched
from civaffairs.exchange.verifying.numerals import numeral_of
from civaffairs.exchange.verifying.outline import Outline
from civaffairs.exchange.verifying.texts import SourceText, read_text
from civaffairs.exchange.verifying.verify import Checked, Verdict, VerifiedText, verify
from civaffairs.loading import load

SOURCES = Path(__file__).parents[1] / "data" / "sources"


def fact(locator: str, value: str, **others: str) -> Fact:
    return Fact(
        **{**dict.fromkeys(COLUMNS, ""), "document": "d/1", "locator": locator, "value": value, **others}
    )


def verified(text: str, *cited: Fact) -> VerifiedText:
    return verify(cited, {"d/1": SourceText.of("plan.txt", text)}).texts[0]


def checked(text: str, locator: str, value: str, **others: str) -> Checked:
    return verified(text, fact(locator, value, **others)).checked[0]


TEXT = """\
一、现状
养老床位32张，其中护理型占34.78%；补贴每月620元、496元。基本养老服务全覆盖，居全市第三。
二、任务
一是到2025年新增床位1 203.5万张。二是慈善组织翻一番，补贴覆盖至三、四级残疾人，每百张床位配一名社工。
三是不低于低保标准的1.3倍，且不低于消费支出的60%。流浪超过3个月的安置，十六周岁算大人，支出45万元。
"""


@pytest.mark.parametrize(
    ("locator", "value", "others"),
    [
        ("一 养老床位", "32", {}),
        ("一", "34.78", {"unit": "%"}),
        ("一", "034.780", {}),
        ("一", "620", {}),
        ("一", "全覆盖", {}),
        ("一", "第三", {}),
        ("二 一是", "1203.5", {}),
        ("二 一是", "1,203.5", {}),
        ("二 二是", "翻一番", {}),
        ("二 二是", "3..4", {}),
        ("二 二是", "1", {"unit": "名"}),
        ("二 二是", "100", {"unit": "张/人"}),
        ("二 三是", "消费支出的0.6与低保标准的1.3倍中的较高者", {}),
        ("二 三是", "90", {"unit": "日", "kind": "rule"}),
        ("二 三是", "450000", {"unit": "元", "kind": "rule"}),
        ("二 三是", "16", {"unit": "周岁", "kind": "rule"}),
    ],
)
def test_a_figure_is_found_however_it_is_printed(locator: str, value: str, others: dict[str, str]):
    found = checked(TEXT, locator, value, **others)
    assert found.verdict is Verdict.FOUND, found


@pytest.mark.parametrize(
    ("locator", "value", "others", "elsewhere"),
    [
        ("一", "33", {}, ()),
        ("一", "3", {}, ("二 三是",)),
        ("二 二是", "60", {}, ("二 三是",)),
        ("二 一是", "2025", {}, ()),  # a date is no figure
        ("二 二是", "2", {"unit": "名"}, ()),
        ("一", "翻一番", {}, ("二 二是",)),
        ("一", "翻两番", {}, ()),
        ("一", "620..500", {}, ()),
        (
            "二 三是",
            "450000",
            {"unit": "元"},
            (),
        ),  # a figure is kept as printed; only rules count in other units
        ("二 三是", "90", {"unit": "日"}, ()),
    ],
)
def test_a_figure_that_is_not_at_its_place_is_reported(locator, value, others, elsewhere):
    found = checked(TEXT, locator, value, **others)
    assert found.verdict is Verdict.FIGURE_MISSING
    assert found.elsewhere == elsewhere
    assert found.missing


def test_a_place_that_is_not_there_is_reported_with_what_is_near():
    found = checked(TEXT, "二 四是", "60")
    assert found.verdict is Verdict.PLACE_MISSING
    assert (found.step, found.near, found.elsewhere) == ("四是", ("一是", "二是", "三是"), ("二 三是",))


@pytest.mark.parametrize(
    ("value", "others"),
    [
        ("", {}),
        ("是", {}),
        ("年满60周岁且独居", {"kind": "rule"}),
        ("某某标准", {"kind": "rule"}),
        ("我们自己写的一段很长很长的话", {}),
    ],
)
def test_what_is_not_printed_needs_only_its_place(value: str, others: dict[str, str]):
    assert checked(TEXT, "一", value, **others).verdict is Verdict.PLACE_ONLY


def test_each_fact_claims_one_occurrence_and_the_narrowest_place_goes_first():
    text = "一、现状\n城里5所学校。\n乡下5所学校。\n"
    wide, narrow = fact("一", "5", unit="所"), fact("一 城里", "5", unit="所")
    both = verified(text, wide, narrow)
    assert [each.line for each in both.checked] == [3, 2]
    assert not both.unused
    assert not any(each.shared for each in both.checked)
    one = verified(text, wide)
    assert len(one.unused) == 1
    three = verified(text, wide, narrow, narrow)
    assert all(each.verdict is Verdict.FOUND for each in three.checked)
    assert sum(each.shared for each in three.checked) == 1


def test_the_occurrence_with_the_unit_is_claimed():
    found = verified(
        "一、现状\n第5名得5张床位，另有5余所学校。\n", fact("一", "5", unit="张"), fact("一", "5", unit="所")
    )
    assert [each.after[:2] for each in found.unused] == ["名得"]


def test_a_range_claims_its_two_ends_and_leaves_the_single_figure():
    text = "一、现状\n启动4所，建成4－6所，力争新增3至4所。\n"
    cited = [fact("一", "4..6", unit="所"), fact("一", "4", unit="所"), fact("一", "3..4", unit="所")]
    found = verified(text, *cited)
    assert not found.unused
    assert not found.other_units
    assert found.classes == {Class.FACT: 5}


def test_a_figure_with_another_unit_behind_it_is_named():
    text = "一、现状\n学校5所，学生3亿余元，床位7\n"
    cited = [
        fact("一", "5", unit="张"),
        fact("一", "3", unit="亿元"),
        fact("一", "7", unit="张"),
        fact("一", "5"),
    ]
    found = verified(text, *cited)
    assert [(each.fact.value, each.beside) for each in found.other_units] == [
        ("5", "所,学生3亿余元,床位7"),
        ("7", " "),
    ]


def test_a_box_is_looked_through_last():
    text = "一、现状\n（一）床\n专栏1 好事\n1．床：32张。\n（二）车\n另有32张。\n"
    found = verified(text, fact("一", "32"))
    assert [each.locator for each in found.unused] == ["一(一) 专栏1 1"]


def test_a_digit_in_the_name_of_a_figure_belongs_to_the_name():
    text = "一、现状\n60岁及以上人口12.06万，65岁及以上人口9.32万。\n"
    cited = [
        fact("一", "12.06", unit="万人", name_zh="60岁及以上人口"),
        fact("一", "9.32", unit="万人", name_zh="65岁及以上人口"),
    ]
    found = verified(text, *cited)
    assert found.classes == {Class.NAME: 2, Class.FACT: 2}


CLASSES = {
    "发布日期：2023-02-13 08:30": "DDDDD",
    "2023/2/13": "DDD",
    "2022.10": "D",
    "2021—2025年，2021年至2023年，（2020-2025）": "DDDDDD",
    "截至2020年11月1日，到2025 年底，2022年9月前，3月至5月": "DDDDDDDD",
    "用时3个月，每3月一次": "UU",
    "桃民发〔2025〕15号，令第753号，第30次常务会，第30次": "NNNNU",
    "索引号：11500106009290497H/2025-00061": "NNN",
    "见 https://example.org/a1/2b.html 和 MZ/T 039-2013": "NNNN",
    "第 3 页 共 12 页": "PP",
    "- 12 -": "P",
    "第一章 溪边的日子…………12": "P",
    "1.3 节的内容………… 7": "HP",
    "专栏3的内容，见表 2和附件1": "HHH",
    "12.2025年要办的事": "HD",
    "3．2次": "U",
    "“15分钟”圈，“1+6+N”，5G，3A级，《2035年纲要》": "AAAAAD",
    "“每百户居民拥有综合服务设施面积不低于30平方米”": "U",
    "“没有收尾的30个": "U",
    "①㎡ 28-35、1：0.8、80/60、22,378.1、3..4": "UUUUUUUUU",
}
LETTERS = {
    "D": Class.DATE, "H": Class.HEADING, "P": Class.PAGE, "R": Class.ROW,
    "N": Class.DOCUMENT_NUMBER, "A": Class.NAME, "U": Class.UNUSED,
}  # fmt: skip


@pytest.mark.parametrize(("line", "classes"), CLASSES.items())
def test_digits_are_told_apart_by_what_they_are(line: str, classes: str):
    runs = runs_in(Outline.of(f"好。\n{line}\n好。"))
    assert [(str(run.number), run.kind) for run in runs] == [
        (str(run.number), LETTERS[letter]) for run, letter in zip(runs, classes, strict=False)
    ]
    assert len(runs) == len(classes)


def test_the_marks_of_notes_are_item_numbers_and_figures_are_not():
    outline = Outline.of(
        "一、现状\n医养结合1有2处，“明天计划”2好，好事2件。\n名词解释\n1．医养结合：看病和养老。\n2．“明天计划”是指治病。\n"
    )
    kinds = [run.kind for run in runs_in(outline)]
    assert kinds == [Class.HEADING, Class.UNUSED, Class.HEADING, Class.UNUSED, Class.HEADING, Class.HEADING]


# --- a generated document ------------------------------------------------------------------------

WORDS = st.text("山水花鸟鱼虫风云雨雪春夏秋冬江河湖海松竹梅兰菊", min_size=4, max_size=8)
UNITS = st.sampled_from(["张", "所", "万元", "%", "人次", "平方米"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[str], list[Fact]]:
    """The lines of a document, and a fact for each figure that stands in it; no number stands in it twice."""
    numbers = draw(
        st.lists(
            st.decimals(1, 999_999, places=2).filter(lambda each: not 1900 <= each <= 2100),
            min_size=1,
            max_size=12,
            unique=True,
        )
    )
    openings = draw(st.lists(WORDS, min_size=len(numbers), max_size=len(numbers), unique=True))
    # No opening is the beginning of another one.
    openings = [
        f"{opening}第{sign}处" for opening, sign in zip(openings, "甲乙丙丁戊己庚辛壬癸子丑", strict=False)
    ]
    lines: list[str] = []
    cited: list[Fact] = []
    chapter, section = 0, 0
    for number, opening in zip(numbers, openings, strict=True):
        if not lines or (chapter < 10 and draw(st.booleans())):
            chapter, section = chapter + 1, 0
            lines.append(f"{numeral_of(chapter)}、{draw(WORDS)}")
        if draw(st.booleans()) and section < 9:
            section += 1
            lines.append(f"（{numeral_of(section)}）{draw(WORDS)}")
        printed = f"{number.normalize():f}"
        unit = draw(UNITS)
        lines.append(f"{opening}，{draw(WORDS)}{printed}{unit}，{draw(WORDS)}。")
        place = numeral_of(chapter) + (f"({numeral_of(section)})" if section else "")
        cited.append(fact(f"{place} {opening}", printed, unit=unit, id=opening))
    return lines, cited


@given(documents())
def test_every_figure_of_a_document_is_found_and_nothing_is_left(document: tuple[list[str], list[Fact]]):
    lines, cited = document
    found = verified("\n".join(lines), *cited)
    assert [each.verdict for each in found.checked] == [Verdict.FOUND] * len(cited)
    assert found.unused == ()
    assert found.classes[Class.FACT] == len(cited)


@given(documents(), st.data())
def test_a_changed_digit_is_reported(document: tuple[list[str], list[Fact]], data: st.DataObject):
    lines, cited = document
    wrong = data.draw(st.sampled_from(cited))
    digit = data.draw(st.integers(0, len(wrong.value) - 1).filter(lambda at: wrong.value[at].isdigit()))
    other = "0123456789"[(int(wrong.value[digit]) + data.draw(st.integers(1, 9))) % 10]
    changed = wrong.value[:digit] + other + wrong.value[digit + 1 :]
    found = verified(
        "\n".join(lines), *(evolve(each, value=changed) if each is wrong else each for each in cited)
    )
    assert [each.fact.id for each in found.not_found] == [wrong.id]
    assert found.not_found[0].verdict is Verdict.FIGURE_MISSING
    assert len(found.unused) == 1


@given(documents(), st.data())
def test_a_figure_that_nobody_cites_is_reported(document: tuple[list[str], list[Fact]], data: st.DataObject):
    lines, cited = document
    left_out = data.draw(st.sampled_from(cited))
    found = verified("\n".join(lines), *(each for each in cited if each is not left_out))
    assert [each.digits for each in found.unused] == [left_out.value]
    assert found.unused[0].locator == left_out.locator
    assert not found.not_found


WIDE = str.maketrans("0123456789.%()", "０１２３４５６７８９．％（）")


@given(documents(), st.data())
def test_width_spaces_and_marks_change_nothing(document: tuple[list[str], list[Fact]], data: st.DataObject):
    lines, cited = document
    text = "\n".join(lines)
    plain = verified(text, *cited)
    how = data.draw(st.sampled_from(["wide", "mark", "spaces", "lines", "unseen"]))
    if how == "wide":
        text = text.translate(WIDE)
    elif how == "mark":
        text = "\ufeff" + text
    elif how == "spaces":
        text = text.replace("，", "，\u3000").replace("第", " 第\u00a0").replace("、", " 、 ")
    elif how == "lines":
        text = text.replace("\n", " \r\n\r\n\u3000\u3000")
    else:
        text = "\u200b".join(text)
    found = verified(text, *cited)
    assert [each.verdict for each in found.checked] == [each.verdict for each in plain.checked]
    assert found.classes == plain.classes


@given(documents(), st.data())
def test_a_space_inside_a_number_changes_nothing(document: tuple[list[str], list[Fact]], data: st.DataObject):
    lines, cited = document
    broken = data.draw(st.sampled_from(cited))
    at = data.draw(st.integers(1, len(broken.value))) % len(broken.value)
    printed = f"{broken.value[:at]} {broken.value[at:]}".strip()
    found = verified(
        "\n".join(lines).replace(f"{broken.value}{broken.unit}", f"{printed}{broken.unit}"), *cited
    )
    assert found.not_found == ()
    assert found.unused == ()


# --- the fictional district ----------------------------------------------------------------------


def of_taoyuan() -> list[Fact]:
    dossier = load()["taoyuan"]
    return [
        each
        for each in facts(dossier.plans, dossier.standards, dossier.rules)
        if each.document == "taoyuan/plan-14"
    ]


def test_every_fact_of_the_plan_of_taoyuan_stands_in_its_text_and_no_figure_is_left():
    cited = of_taoyuan()
    found = verify(cited, {"taoyuan/plan-14": read_text(SOURCES / "taoyuan-plan-14.txt")}).texts[0]
    assert len(cited) > 50
    assert [(each.fact.id, each.step, each.missing) for each in found.not_found] == []
    assert [(each.line, each.locator, each.digits) for each in found.unused] == []
    assert found.classes[Class.FACT] > 40


def test_a_wrong_cell_of_the_plan_of_taoyuan_is_found_out():
    text = read_text(SOURCES / "taoyuan-plan-14.txt")
    wrong = SourceText.of(text.name, text.content.replace("≥60", "≥65"))
    found = verify(of_taoyuan(), {"taoyuan/plan-14": wrong})
    assert not found.is_sound
    assert [(each.fact.locator, each.missing) for each in found.texts[0].not_found] == [
        ("二 表2 序号3 2025年", ("60",))
    ]
    assert [each.digits for each in found.texts[0].unused] == ["65"]


# --- which file is which document ----------------------------------------------------------------

PLAN = Document("taoyuan/plan-14", Label("桃源区民政事业发展“十四五”规划", "Plan"), "局", 2022)
NOTICE = Document("taoyuan/notice", Label("关于提高社会救助标准的通知", "Notice"), "局", 2023)

Named = Callable[[str], str]


def text_named(name: str, content: str = "别的话。") -> SourceText:
    return SourceText.of(name, content)


@pytest.mark.parametrize("name", ["taoyuan-plan-14.txt", "Taoyuan_Plan-14.md", "taoyuan.plan-14.html"])
def test_a_file_is_matched_by_its_name(name: str):
    found = matched([NOTICE, PLAN], [text_named("a.txt"), text_named(name)])
    assert [(each.document, each.text.name, each.way) for each in found.matches] == [(PLAN, name, Way.NAME)]
    assert found.without_file == (NOTICE,)
    assert [each.name for each in found.without_document] == ["a.txt"]
    assert set(found.texts) == {"taoyuan/plan-14"}


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("桃源区民政事业发展“十四五”规划", Way.TITLE),
        ("《桃源区民政事业发展　十四五规划》", Way.TITLE),
        ("桃源区人民政府办公室关于印发《桃源区民政事业发展“十四五”规划》的通知", Way.TITLE),
        ("依据《桃源区民政事业发展“十四五”规划》，制定本通知。", None),
        ("桃源区“十四五”规划", None),
        ("花果山桃源区民政事业发展“十四五”规划", None),  # a plan whose title ends in this one
        ("桃源区民政事业发展“十四五”规划解读", None),
        ("《桃源区民政事业发展“十四五”规划》（2021—2025年）", Way.TITLE),
        ("名称： | 关于印发《桃源区民政事业发展“十四五”规划》的通知 | |", Way.TITLE),
    ],
)
def test_a_file_is_matched_by_the_title_on_a_line_of_its_own(line: str, way: Way | None):
    found = matched([PLAN], [text_named("a.txt", f"通知\n{line}\n一、现状\n好。")])
    assert [each.way for each in found.matches] == ([way] if way else [])


def test_of_two_titles_the_one_that_fills_the_line_is_that_of_the_file():
    change = Document("d/2", Label("关于修改《关于提高社会救助标准的通知》的决定", "Decision"), "局", 2024)
    texts = [
        text_named("a.txt", "关于修改《关于提高社会救助标准的通知》的决定\n好。"),
        text_named("b.txt", "关于提高社会救助标准的通知\n好。"),
    ]
    found = matched([NOTICE, change], texts)
    assert {each.text.name: each.document for each in found.matches} == {"a.txt": change, "b.txt": NOTICE}


def test_a_file_is_matched_by_what_it_holds_where_that_is_clear():
    text = read_text(SOURCES / "taoyuan-plan-14.txt")
    nameless = SourceText.of("x.txt", text.content.split("（桃源区是虚构的地方")[1].replace("桃源区", "某区"))
    cited = of_taoyuan()
    found = matched([PLAN, NOTICE], [text_named("y.txt"), nameless], cited)
    assert [(each.document, each.text.name, each.way) for each in found.matches] == [
        (PLAN, "x.txt", Way.CONTENT)
    ]
    twice = [nameless, SourceText.of("z.txt", nameless.content)]
    assert matched([PLAN], twice, cited).matches == ()
    assert matched([PLAN], [nameless], cited[:2]).matches == ()
    assert matched([PLAN], [nameless]).matches == ()


def test_what_is_asked_goes_first_and_one_file_may_hold_two_documents():
    named = text_named("taoyuan-plan-14.txt")
    other = text_named("b.txt")
    found = matched([PLAN, NOTICE], [named, other], asked={PLAN.id: "b.txt", NOTICE.id: "b.txt"})
    assert [(each.text.name, each.way) for each in found.matches] == [("b.txt", Way.ASKED)] * 2
    assert found.without_document == (named,)
    both = verify(
        [fact("全文", "1"), evolve(fact("全文", "1"), document="d/2")], dict.fromkeys(["d/1", "d/2"], other)
    )
    assert [each.documents for each in both.texts] == [("d/1", "d/2")]
    assert len(both.texts[0].checked) == 2


def test_what_is_asked_must_be_there():
    with pytest.raises(UnknownName):
        matched([PLAN], [text_named("a.txt")], asked={"taoyuan/plan-41": "a.txt"})
    with pytest.raises(InputInvalid) as caught:
        matched([PLAN], [text_named("a.txt")], asked={PLAN.id: "b.txt"})
    assert caught.value.faults[0].code == "text_not_among"


def test_a_fact_whose_document_has_no_text_is_left_out():
    assert verify([fact("一", "1")], {}).texts == ()
    assert verify([], {"d/1": text_named("a.txt", " ")}).is_sound


@given(
    st.text(st.characters(codec="utf-8"), max_size=80)
    | st.text("一二第章节、（）1234567890.，。“”年月\n\t表专栏序号", max_size=80)
)
def test_no_text_breaks_it(text: str):
    cited = [
        fact(locator, value)
        for locator in ("一", "第一章 好", "表1 序号1 2025年")
        for value in ("1", "全覆盖", "")
    ]
    found = verified(text, *cited)
    assert len(found.checked) == len(cited)
    assert sum(found.classes.values()) == len(found.printed)


LONG = {
    "short lines": "养老{n}张\n",
    "items": "1. 床位{n}张\n",
    "boxes": "专栏1 床位\n1. 床位{n}张\n",
    "tables": "第{n}项指标表\n序号\n指标\n2025年\n1\n养老床位\n{n}\n以上由各部门按年度考核落实。\n",
    "headings": "一、床位{n}张\n（一）床位{n}张\n",
    "counted sentences": "一是养老床位{n}张，二是建设{n}个。\n",
    "one paragraph": "养老床位{n}张，",
    "spaces": " " * 40,
    "dashes": "-" * 40,
    "strokes": "a-1/",
    "numerals": "一、",
}


@pytest.mark.parametrize("shape", LONG)
def test_a_text_of_twice_the_length_takes_no_more_than_about_twice_the_calls(shape):
    """Counted and not timed: what is called for each character, or for each pair of them."""

    def calls(length: int) -> int:
        times = length // len(LONG[shape])
        text = SourceText.of("long.txt", "".join(LONG[shape].format(n=n + 100) for n in range(times)))
        counted = cProfile.Profile(builtins=False)
        counted.runcall(verify, [fact("一 养老", "7777777"), fact("全文", "8888888")], {"d/1": text})
        return sum(each.callcount for each in counted.getstats())

    assert calls(12_000) < 2.6 * calls(6_000)
