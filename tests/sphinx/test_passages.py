"""What pages say of the running text of a plan's document, looked at as nodes."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from docutils import nodes

from civaffairs import (
    NO_DATE,
    SHARE,
    Amount,
    Bounds,
    Direction,
    Document,
    Indicator,
    Label,
    Nature,
    Observation,
    Passage,
    Plan,
    Recomputation,
    Series,
    Statistic,
    Topic,
    Trust,
    at_least,
    between,
    difference_of,
    entry,
    growth,
    missing,
    qualitative,
    ratio_of,
    span,
    total_of,
)
from civaffairs.sphinx.elements import Pen
from civaffairs.sphinx.plans import plan_section

DOCUMENT = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")
CARE = Passage(DOCUMENT.at("二"), Topic.ELDERLY_CARE, period=2020, by=2025)
AID = Passage(DOCUMENT.at("一"), Topic.SOCIAL_ASSISTANCE, period="2016..2020", by=2025)
BEDS = Indicator(
    "nursing_bed_share",
    Label("护理型床位占比", "share of nursing beds"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
)
VOLUNTEERS = Indicator(
    "volunteers", Label("志愿者人数", "volunteers"), "人", Direction.UP, Topic.SOCIAL_WORK, Bounds()
)


def plan(**parts: object) -> Plan:
    label = Label("桃源区“十四五”规划", "Taoyuan, 14th plan")
    return Plan("taoyuan/plan-14", label, "taoyuan", "2021..2025", DOCUMENT, **parts)


def section(made: Plan, lang="en") -> nodes.section:
    placed = set()

    def noting(thing):
        key = (thing.kind, thing.name)
        new = key not in placed
        placed.add(key)
        return new

    return plan_section(Pen(lang, noting), made)


def titles(page: nodes.section) -> list[str]:
    return [each.next_node(nodes.title).astext() for each in page.children if isinstance(each, nodes.section)]


def rows(page: nodes.Node, caption: str) -> list[list[list[str]]]:
    """The paragraphs of each cell of each row below the head, of the table with this caption."""
    (found,) = [each for each in page.findall(nodes.table) if caption in each.next_node(nodes.title).astext()]
    return [
        [[part.astext() for part in cell.children] for cell in row.findall(nodes.entry)]
        for row in found.next_node(nodes.tbody).children
    ]


def figure(seen: Observation, lang="en") -> list[str]:
    """What stands in the cell of a figure."""
    page = section(plan(observations=[seen]), lang)
    (table,) = page.findall(nodes.table)
    (row,) = table.next_node(nodes.tbody).children
    return [part.astext() for part in row.children[1].children]


def promise(made, lang="en") -> list[str]:
    """What stands in the cell of the quantity of a commitment."""
    ((_, cell, *_),) = rows(section(plan(commitments=[made]), lang), "·")
    return cell


def test_a_plan_shows_only_the_parts_that_it_has():
    assert titles(section(plan())) == []
    assert titles(section(plan(situation=[AID.figure("poor", "困难群众", "the poor", 7, "名")]))) == [
        "Where it sets out from"
    ]
    assert titles(section(plan(rows=[CARE.aims(BEDS, "护理型床位占比", "%", 60)]))) == ["Targets of the text"]
    assert titles(section(plan(commitments=[CARE.builds("centre", "养老中心", "a centre", 1, "个")]))) == [
        "Commitments"
    ]


def test_figures_stand_by_topic_in_the_order_of_the_document_with_a_way_to_each():
    seen = [
        CARE.figure("homes", "养老机构", "care homes", 68, "所"),
        AID.figure("paid", "发放低保金", "Dibao paid out", "22378.1", "万元"),
        CARE.figure("beds", "养老床位", "beds", 1200, "张"),
    ]
    page = section(plan(observations=seen))
    captions = [table.next_node(nodes.title).astext() for table in page.findall(nodes.table)]
    assert captions == ["养老服务 elderly care · 2", "社会救助 social assistance · 1"]
    (ways,) = [each for each in page.findall(nodes.paragraph) if "civ-ways" in each["classes"]]
    said = ways.astext().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "养老服务 elderly care (2) · 社会救助 social assistance (1)"
    places = {each["ids"][0] for each in page.findall(nodes.table)}
    assert {each["refid"] for each in ways.findall(nodes.reference)} == places


def test_a_figure_has_its_name_both_ways_its_period_and_its_place():
    seen = AID.at("救助").figure(
        "paid",
        "发放低保金",
        "Dibao paid out",
        "22378.1",
        "万元",
        note=Label("含补贴", "subsidies included"),
    )
    (row,) = rows(section(plan(observations=[seen])), "social assistance")
    assert row == [
        ["发放低保金", "Dibao paid out", "subsidies included"],
        ["22378.1万元", "22,378.1 × 10,000 yuan"],
        ["2016 to 2020"],
        ["一 救助"],
    ]
    (row,) = rows(section(plan(observations=[seen]), "zh"), "社会救助")
    assert row == [["发放低保金", "含补贴"], ["22378.1万元"], ["2016年至2020年"], ["一 救助"]]


@pytest.mark.parametrize(
    ("value", "unit", "words", "english", "chinese"),
    [
        (700, "名", {"said": "余"}, ["700余名", "over 700 persons"], ["700余名"]),
        (3, "万人", {"said": "余"}, ["3万余人", "over 3 × 10,000 persons"], ["3万余人"]),
        (90, "%", {"said": "以上"}, ["90%以上", "at least 90%"], ["90%以上"]),
        (90, "%", {"said": "不低于"}, ["不低于90%", "at least 90%"], ["不低于90%"]),
        (5, "万元", {"said": "约"}, ["约5万元", "about 5 × 10,000 yuan"], ["约5万元"]),
        (5, "所", {"said": "近"}, ["近5所", "nearly 5"], ["近5所"]),
        (68, "所", {}, ["68所"], ["68所"]),
        (1200, "家", {}, ["1200家"], ["1200家"]),
        (100, "%", {"printed": "全覆盖"}, ["全覆盖", "read as 100%"], ["全覆盖", "读作100%"]),
        (3, "名次", {"printed": "第三"}, ["第三", "read as 3 in rank"], ["第三", "读作3名次"]),
        (0, "元", {"printed": "取消"}, ["取消", "read as 0 yuan"], ["取消", "读作0元"]),
        (span(20, 35), "元", {}, ["20-35元", "20–35 yuan"], ["20-35元"]),
        (span(4, 6), "所", {"printed": "4－6"}, ["4－6所"], ["4－6所"]),
        ("***", "人", {}, ["***", "the source masks the figure"], ["***", "来源此处遮盖"]),
    ],
)
def test_a_figure_stands_as_printed_with_its_reading(value, unit, words, english, chinese):
    seen = CARE.figure("a_figure", "某数", "a figure", value, unit, **words)
    assert figure(seen) == english
    assert figure(seen, "zh") == chinese


def test_yes_and_no_are_said_in_words():
    zone = Indicator("zone", Label("实验区", "zone"), "", Direction.UP, Topic.MARRIAGE, Bounds())
    assert figure(Observation(zone, 2020, value=True, source=DOCUMENT.at("一"))) == ["yes"]
    assert figure(Observation(zone, 2020, missing(""), DOCUMENT.at("一")), "zh") == [
        "（空白）",
        "来源此处空白",
    ]


def test_what_we_computed_is_marked_as_such():
    share = Statistic("share", Label("比例", "share"), "%", Topic.SOCIAL_ASSISTANCE)
    seen = Observation(share, 2020, Amount("80.97", "%"), DOCUMENT.at("一"), derived=True)
    assert figure(seen) == ["80.97%", "computed here, printed in no source"]
    assert figure(seen, "zh") == ["80.97%", "本库推算，来源未印"]


def test_a_figure_of_a_shared_indicator_leads_to_it_and_a_series_has_no_topic():
    consumption = Series("consumption", Label("人均消费支出", "consumption per head"), "元/人·年")
    seen = [
        CARE.seen(BEDS, 38, "%"),
        Observation(consumption, 2020, Amount(24000, "元/人·年"), DOCUMENT.at("三")),
    ]
    page = section(plan(observations=seen))
    assert rows(page, "Other figures")[0][1] == ["24000元/人·年", "24,000 yuan/person/year"]
    (table, _) = page.findall(nodes.table)
    assert any(each.get("reftarget") == "nursing_bed_share" for each in table.findall(nodes.Element))


def test_a_place_in_another_document_names_it_with_its_trust():
    press = Document("taoyuan/news", Label("新闻", "news"), "报", 2021, Trust.PRESS)
    law = Document("taoyuan/law", Label("办法", "measures"), "局", 2021)
    of_press = Passage(press.at("第二段"), Topic.CHARITY, 2020, 2025).figure("a", "甲", "a", 1, "家")
    of_law = Passage(law.at("第一条"), Topic.CHARITY, 2020, 2025).figure("b", "乙", "b", 1, "家")
    first, second = rows(section(plan(observations=[of_press, of_law])), "charity")
    assert first[3] == ["《新闻》 第二段", "press"]
    assert second[3] == ["《办法》 第一条"]
    aside = Observation(BEDS, 2020, Amount(38, "%"), "observations.csv:3")
    ((*_, place),) = rows(section(plan(observations=[aside])), "elderly care")
    assert place == ["observations.csv:3"]


def test_the_first_figure_of_a_place_is_what_references_to_the_place_lead_to():
    seen = [
        CARE.figure("homes", "养老机构", "care homes", 68, "所"),
        CARE.figure("beds", "养老床位", "beds", 1200, "张"),
        CARE.at("一是", gloss=Label("助餐", "meals")).figure("meals", "助餐点", "meal points", 40, "个"),
    ]
    page = section(plan(observations=seen))
    first, second, third = (row.children[3] for row in page.next_node(nodes.tbody).children)
    assert len(first["ids"]) == 1
    assert not second["ids"]
    assert not third["ids"]  # the list of documents has it, with its paraphrase
    assert any(each.get("reftarget") == "taoyuan/plan-14#二_一是" for each in third.findall(nodes.Element))


def test_promises_of_the_text_stand_beside_the_tables():
    stated = [
        CARE.aims(BEDS, "护理型床位", "%", at_least(60, said="以上")),
        CARE.aims(
            BEDS, "床位", "%", 100, by=2023, printed="全覆盖", note=Label("原文无年份", "no year is printed")
        ),
        CARE.aims(BEDS, "床位占比", "%", "", by=2022),
    ]
    page = section(plan(rows=stated))
    assert rows(page, "elderly care") == [
        [["护理型床位", "share of nursing beds"], ["60%以上", "at least 60%"], ["2025"], ["二"]],
        [
            ["床位", "share of nursing beds", "no year is printed"],
            ["全覆盖", "read as at least 100%"],
            ["2023"],
            ["二"],
        ],
        [
            ["床位占比", "share of nursing beds"],
            ["(blank)", "the source leaves the place blank"],
            ["2022"],
            ["二"],
        ],
    ]
    chinese = rows(section(plan(rows=stated), "zh"), "养老服务")
    assert [row[1] for row in chinese][:2] == [["60%以上"], ["全覆盖", "读作不低于100%"]]


def test_the_nature_of_a_promise_is_shown_where_the_text_says_one():
    stated = [
        CARE.aims(BEDS, "护理型床位", "%", 60, nature=Nature.BINDING),
        CARE.aims(BEDS, "床位", "%", 50, by=2023),
    ]
    assert [row[3] for row in rows(section(plan(rows=stated)), "elderly care")] == [["binding"], []]


@pytest.mark.parametrize(
    ("promised", "unit", "printed", "english", "chinese"),
    [
        (50, "张", None, ["50张", "at least 50 beds"], ["50张", "读作不低于50张"]),
        (
            at_least(375, said="不少于"),
            "户",
            None,
            ["不少于375户", "at least 375 households"],
            ["不少于375户"],
        ),
        (between(4, 6), "个", None, ["4-6个"], ["4-6个"]),
        (2, "倍", "翻一番", ["翻一番", "read as at least 2 times"], ["翻一番", "读作不低于2倍"]),
        (qualitative("建成", "is set up"), "", None, ["建成", "is set up"], ["建成"]),
        (
            qualitative("比率上升", "the rate rises"),
            "",
            "稳步提高",
            ["稳步提高", "the rate rises"],
            ["稳步提高", "比率上升"],
        ),
        (None, "", "三同步", ["三同步"], ["三同步"]),
        (None, "", None, [], []),
    ],
)
def test_a_commitment_stands_as_printed_with_its_reading(promised, unit, printed, english, chinese):
    made = CARE.reaches("a_promise", "某事", "something", promised, unit, printed=printed)
    assert promise(made) == english
    assert promise(made, "zh") == chinese


def test_a_promised_formula_is_said_in_words():
    consumption = Series("consumption", Label("人均消费支出", "consumption per head"), "元/人·年")
    made = CARE.reaches("a_promise", "增速", "growth", at_least(growth(consumption).previous_year), "%")
    words, reading = promise(made)
    assert "人均消费支出" in words
    assert "consumption per head" in reading


def test_a_commitment_has_its_date_kind_and_place_and_what_was_read():
    made = [
        CARE.serves(
            "homes", "适老化改造", "homes adapted", 375, "户", by=2023, note=Label("三年", "three years")
        ),
        AID.introduces("rules", "救助办法", "rules on assistance", by=NO_DATE),
    ]
    page = section(plan(commitments=made))
    assert rows(page, "elderly care") == [
        [
            ["适老化改造", "homes adapted", "three years"],
            ["375户", "at least 375 households"],
            ["2023"],
            ["provide"],
            ["二"],
        ]
    ]
    assert rows(page, "social assistance") == [
        [["救助办法", "rules on assistance"], [], [], ["introduce"], ["一"]]
    ]


def test_a_recomputation_shows_what_is_printed_what_the_others_give_and_whether_they_agree(catalogue):
    public = CARE.figure("public", "公办床位", "public beds", 300, "张")
    private = CARE.figure("private", "社会办床位", "private beds", 900, "张")
    beds = CARE.figure("beds", "养老床位", "beds", 1250, "张")
    share = CARE.figure("share", "社会办占比", "private share", 72, "%")
    (dibao,) = catalogue.standards
    left = Observation(share.of, 2021, Amount(0, "%"), "observations.csv:3")
    again = [
        Recomputation("beds", beds, total_of(public, private)),
        Recomputation("share", share, ratio_of(private, beds)),
        Recomputation("dibao", entry(dibao, "2021-09-01"), total_of(entry(dibao, "2021-09-01"))),
        Recomputation("left", left, difference_of(share, share)),
    ]
    page = section(plan(observations=[public, private, beds, share], recomputations=again))
    wrong, right, standard, aside = rows(page, "3 of 4 agree")
    assert wrong == [
        ["养老床位", "beds"],
        ["1,250 beds"],
        ["300 beds + 900 beds = 1,200 beds"],
        ["does not agree", "tolerance ±0 beds"],
        ["二"],
    ]
    assert right[2:4] == [["900 beds ÷ 1,250 beds = 72%"], ["agrees", "tolerance ±0.5%"]]
    assert standard[4] == ["《标准通知》 第一条"]
    assert aside[4] == []
    said = section(plan(recomputations=again), "zh").astext()
    assert "4项中3项相符" in said
    assert "beds" not in said


def test_every_row_of_a_list_can_stand_by_itself_on_a_narrow_screen():
    page = section(plan(observations=[CARE.figure("homes", "养老机构", "care homes", 68, "所")]))
    for table in page.findall(nodes.table):
        assert "civ-list" in table["classes"]
        for row in table.next_node(nodes.tbody).children:
            classes = {name for cell in row.children for name in cell["classes"]}
            assert {"civ-figure", "civ-place"} <= classes


def test_a_page_with_running_text_is_built_without_a_warning(write, build, pages, catalogue, install):
    text = plan(
        rows=[CARE.aims(BEDS, "护理型床位", "%", 60)],
        situation=[AID.figure("poor", "困难群众", "the poor", 7, "名")],
        observations=[
            CARE.figure("homes", "养老机构", "care homes", 68, "所"),
            AID.seen(VOLUNTEERS, 5, "人"),
        ],
        commitments=[CARE.builds("centre", "养老中心", "a centre", 1, "个")],
    )
    install(evolve(catalogue, plans={text.id: text}))
    built = build(write("core", pages), strict=True, nitpicky=True)
    page = built.html("taoyuan")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(civ-[^"]+)"', page)) <= set(ids)
    for address, _ in built.objects.values():
        where, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in built.html(where.removesuffix(".html")), address
