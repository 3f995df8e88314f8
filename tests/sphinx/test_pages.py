"""What pages say, looked at as nodes."""

from __future__ import annotations

from attrs import evolve
from docutils import nodes

from civaffairs import Label
from civaffairs.domain.progress import follow_results
from civaffairs.sphinx.elements import Pen
from civaffairs.sphinx.indicators import indicators_page
from civaffairs.sphinx.jurisdictions import jurisdiction_page


def pen(lang="en"):
    placed = set()

    def noting(thing):
        key = (thing.kind, thing.name)
        new = key not in placed
        placed.add(key)
        return new

    return Pen(lang, noting)


def page(catalogue, name="taoyuan", lang="en"):
    return nodes.container("", *jurisdiction_page(pen(lang), catalogue[name], catalogue))


def tables(page, title):
    """The rows, heading first, of the table whose caption holds a word."""
    (found,) = [each for each in page.findall(nodes.table) if title in each.next_node(nodes.title).astext()]
    return [[cell.astext() for cell in row.findall(nodes.entry)] for row in found.findall(nodes.row)]


def words(parts):
    return "\n".join(part.astext() for part in parts)


def test_a_table_has_a_caption_a_head_and_a_head_for_each_row(catalogue):
    for table in page(catalogue).findall(nodes.table):
        assert table.next_node(nodes.title).astext()
        assert table.next_node(nodes.thead) is not None
        assert table.next_node(nodes.colspec)["stub"] == 1


def test_a_plan_shows_its_rows_with_baseline_target_nature_and_clause(catalogue):
    heading, row = tables(page(catalogue), "二 表2")
    assert heading == ["Indicator", "Baseline 2020", "Target 2025", "Nature", "Clause"]
    assert row[0].split("\n\n") == [
        "养老机构护理型床位占比(%)",
        "share of nursing beds",
        "the cell of the unit is blank",
    ]
    assert row[1:] == ["38% (printed as 38％)", "at least 65%", "expected", "序号1"]


def test_a_result_stands_beside_what_the_document_and_what_the_library_say(catalogue):
    heading, beds, volunteers = tables(page(catalogue), "一 表1")
    assert heading == [
        "Indicator",
        "Target 2020",
        "Result 2020",
        "The document says",
        "The library finds",
        "Clause",
    ]
    progress, _ = follow_results(catalogue.plans["taoyuan/plan-13"])
    assert beds[1:4] == ["at least 40%", "38%", "全面完成"]
    assert beds[4] == f"missed · differs from the document\n\n{progress.reason.text('en')}"
    assert volunteers[1:3] == ["--", "******"]
    assert volunteers[4].startswith("cannot tell")


def test_a_printed_mark_stays_as_the_source_has_it(write, build, pages):
    assert "<p>--</p>" in build(write("core", pages)).html("taoyuan")


def test_what_stands_outside_the_tables_is_shown(catalogue):
    whole = page(catalogue)
    assert tables(whole, "elderly care")[1][1:] == [
        "300户\n\nexactly 300 households",
        "2023",
        "provide",
        "四",
    ]
    assert tables(whole, "social work")[1][1:] == [
        "--\n\nthe source says that there is none",
        "2020",
        "三",
    ]
    assert "the document says 全面完成" in words([whole])


def test_a_discrepancy_shows_every_side_and_what_is_used(catalogue):
    (item,) = [
        each
        for each in page(catalogue).findall(nodes.definition_list_item)
        if "nursing beds in 2020" in each.astext()
    ]
    said = item.astext()
    for part in (
        "two values for one thing",
        "二 表2 序号1 2020年: 38%",
        "一(二): 37%",
        "38%, as in the table",
    ):
        assert part in said


def test_a_standard_shows_its_amounts_and_its_gaps(catalogue):
    rows = tables(page(catalogue), "城市低保标准")
    assert rows[1] == ["before 1 September 2021", "not modelled: not among the sources", ""]
    assert rows[2] == ["1 September 2021", "640 yuan/person/month", "《标准通知》 第一条"]


def test_documents_list_the_clauses_that_stand_nowhere_else_on_the_page(catalogue):
    (item,) = [
        each
        for each in page(catalogue).findall(nodes.definition_list_item)
        if each.next_node(nodes.term).astext().startswith("桃源区民政规划")
    ]
    listed = [each.astext() for each in item.findall(nodes.list_item)]
    assert listed == ["一: all was done", "一(二)"]
    assert "桃民〔2022〕1号" in item.astext()
    assert "fictional" in item.astext()


def test_a_jurisdiction_without_plan_says_so(catalogue):
    assert "No plan is declared." in page(catalogue, "china").astext()


def test_a_parent_whose_plugin_is_not_installed_is_named(catalogue):
    alone = evolve(catalogue, jurisdictions={"taoyuan": catalogue.jurisdictions["taoyuan"]})
    assert "china (its plugin is not installed)" in page(alone).astext()


def test_the_catalogue_of_indicators_gives_each_definition_in_both_languages(catalogue):
    said = words(indicators_page(pen(), catalogue))
    assert "养老服务 elderly care" in said
    assert "之比" in said
    assert " over " in said
    assert "桃源区“十三五”指标; 桃源区“十四五”规划" in said


def test_a_chinese_page_has_no_english_handles(catalogue):
    said = page(catalogue, lang="zh").astext() + words(indicators_page(pen("zh"), catalogue))
    assert "护理型床位占比" in said
    for english in ("share of nursing beds", " over ", "Taoyuan", "elderly care"):
        assert english not in said


def test_an_indicator_that_no_plan_uses_says_so(catalogue):
    assert "no installed plan" in words(indicators_page(pen(), evolve(catalogue, plans={})))


def test_a_catalogue_without_indicators_says_so(catalogue):
    assert words(indicators_page(pen(), evolve(catalogue, indicators={}))) == "No indicator is declared."


def test_a_page_changes_when_a_word_of_a_declaration_does(write, build, pages, catalogue, install):
    folder = write("core", pages)
    build(folder)
    beds = evolve(catalogue.indicators["nursing_bed_share"], label=Label("床位", "beds of another name"))
    install(evolve(catalogue, indicators={**catalogue.indicators, beds.id: beds}))
    assert "beds of another name" in build(folder).html("indicators")
