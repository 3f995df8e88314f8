"""The page: one file, well formed, escaped, readable without colour, and nothing loaded from elsewhere."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from attrs import evolve

from civaffairs.domain.names import Label
from civaffairs.domain.progress import Method
from civaffairs.present import html
from civaffairs.present.palette import LOOKS
from civaffairs.present.view import ProgressView

VOID = {"meta", "br", "img", "link", "hr", "input"}
EVIL = '<script>alert("x")</script>&"\''


class Page(HTMLParser):
    """Reads a page and keeps what the tests ask for."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "svg"} & set(self.open):
            self.words += data


@pytest.fixture(scope="module")
def pages(running, finished):
    return {lang: html.page([running, finished], lang) for lang in ("zh", "en")}


def test_every_tag_is_closed_where_it_belongs(pages):
    for text in pages.values():
        assert Page(text).open == []


def test_every_id_is_unique_and_every_inner_link_leads_somewhere(pages):
    for text in pages.values():
        page = Page(text)
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_nothing_is_loaded_from_anywhere_and_nothing_runs(pages):
    for text in pages.values():
        tags = {tag for tag, _ in Page(text).tags}
        assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base"}
        assert "url(" not in text
        assert "@import" not in text
        assert "default-src 'none'" in text


def test_the_language_is_declared(pages):
    assert '<html lang="zh-Hans">' in pages["zh"]
    assert '<html lang="en">' in pages["en"]


def test_headings_of_the_table_say_what_they_head(pages):
    tags = Page(pages["zh"]).tags
    scopes = [found.get("scope") for tag, found in tags if tag == "th"]
    assert set(scopes) == {"col", "row"}
    assert len([tag for tag, _ in tags if tag == "caption"]) == 2


def test_headings_go_down_one_level_at_a_time(pages):
    levels = [int(tag[1]) for tag, _ in Page(pages["en"]).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_chart_has_a_text_in_its_place(pages, running, finished):
    charts = [found for tag, found in Page(pages["zh"]).tags if found.get("role") == "img"]
    assert len(charts) == sum(row.drawing is not None for view in (running, finished) for row in view.rows)
    assert all(found["aria-label"] for found in charts)
    assert any(
        "45%(2022年)" in found["aria-label"] and "落后于进度" in found["aria-label"] for found in charts
    )


def test_both_names_are_there_in_either_language(pages):
    for text in pages.values():
        words = Page(text).words
        assert "养老机构护理型床位占比(%)" in words
        assert "share of nursing beds" in words


def test_the_places_where_the_verdicts_differ_are_listed(pages):
    words = " ".join(Page(pages["zh"]).words.split())
    assert "文件与本库结论不同之处 4" in words
    assert "文件称 “完成” 本库结论 ✗ 未达到" in words
    assert "文件没有自己下结论。" in words


def test_what_is_not_known_is_shown_with_its_reason(pages):
    words = " ".join(Page(pages["zh"]).words.split())
    assert "— 来源此处遮盖（******）" in words
    assert "缺2023年的面向社会开放的床位数" in words


def test_data_cannot_become_markup(running):
    evil = evolve(
        running,
        plan=Label(EVIL, EVIL),
        document=evolve(running.document, label=Label(EVIL, EVIL), url="javascript:alert(1)", number=EVIL),
        rows=tuple(
            evolve(row, heading=EVIL, label=Label(EVIL, EVIL), number=EVIL, notes=(Label(EVIL, EVIL),))
            for row in running.rows
        ),
    )
    for lang in ("zh", "en"):
        text = html.page([evil], lang)
        page = Page(text)
        assert page.open == []
        assert "script" not in {tag for tag, _ in page.tags}
        assert "<script" not in text
        assert not [link for link in page.links if not link.startswith("#")]
        assert EVIL in page.words


def test_a_web_address_of_the_document_becomes_a_link(running):
    seen = evolve(running, document=evolve(running.document, url="https://example.org/plan?a=1&b=2"))
    assert "https://example.org/plan?a=1&b=2" in Page(html.page([seen], "zh")).links


def test_without_the_library_for_charts_the_page_says_so_and_has_all_the_rest(finished, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    text = html.page([finished], "en")
    assert "<svg" not in text
    assert "pip install &#39;civaffairs[charts]&#39;" in text
    assert "Where the document and the library differ" in text


def test_a_plan_without_targets_says_so(running):
    bare: ProgressView = evolve(running, rows=(), on=None, methods=())
    assert "There are no targets here." in html.page([bare], "en")


def test_the_colours_of_a_chart_are_those_of_the_page(pages):
    drawings = re.findall(r"<svg.*?</svg>", pages["zh"], re.DOTALL)
    assert drawings
    for drawing in drawings:
        assert not re.search(r'(?:fill|stroke)="#', drawing)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.slug)
def test_every_outcome_can_be_read_on_its_ground(look):
    assert contrast(look.light, look.tint) >= 4.5
    assert contrast(look.light, "#ffffff") >= 4.5
    assert contrast(look.dark, "#1a2029") >= 4.5


def test_the_legend_explains_every_method_and_only_those_that_were_used(running, finished):
    assert set(html._EXPLAINED) == set(Method)
    words = Page(html.page([finished], "en")).words
    assert "direct comparison with the target" in words
    assert "a straight line runs" not in words
    assert "a straight line runs" in Page(html.page([running], "en")).words
