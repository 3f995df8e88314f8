"""What pages say of provisions and rules, looked at as nodes and as pages."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from docutils import nodes

from civaffairs import Label
from civaffairs.domain.rules.latex import latex
from civaffairs.domain.rules.render import render
from civaffairs.sphinx.elements import Pen
from civaffairs.sphinx.jurisdictions import jurisdiction_page
from civaffairs.sphinx.plugins import edition_of

MATHML = '\nhtml_math_renderer = "civ_mathml"\n'


def page(catalogue, name="taoyuan", lang="en"):
    placed = set()

    def noting(thing):
        new = (thing.kind, thing.name) not in placed
        placed.add((thing.kind, thing.name))
        return new

    return nodes.container("", *jurisdiction_page(Pen(lang, noting), catalogue[name], catalogue))


def place(page, anchor):
    """The section or the item that is the place of something."""
    (found,) = [each for each in page.findall(nodes.Element) if anchor in each.get("ids", ())]
    return found.parent if isinstance(found, nodes.term) else found


def fields(element):
    """What stands behind each name, the outermost names first."""
    found = {}
    for field in element.findall(nodes.field):
        name, body = field.children
        found.setdefault(name.astext(), body)
    return found


def rule(catalogue, name):
    (found,) = [each for each in catalogue.rules if f"{each.jurisdiction}/{each.id}" == name]
    return found


def test_a_provision_says_what_it_gives_to_whom_and_what_is_left_open(catalogue):
    found = fields(place(page(catalogue), "civ-provision-taoyuan-dibao"))
    assert found["Kind"].astext() == "cash benefit"
    assert found["About"].astext() == "household"
    assert found["Topic"].astext() == "social assistance"
    assert found["Not modelled"].astext() == "the office tells it"
    assert "1 month" in found["Starts, counted from the month of the decision"].astext()
    assert "Ends, counted from the month of the decision" not in found


@pytest.mark.parametrize("name", ["taoyuan/dibao_amount", "china/income_per_head"])
def test_an_amount_is_a_sentence_in_both_languages_and_a_formula(catalogue, name):
    amount = rule(catalogue, name)
    shown = place(
        page(catalogue, amount.jurisdiction), f"civ-rule-{name.replace('/', '-').replace('_', '-')}"
    )
    said = shown.astext()
    first = next(iter(amount.timeline))
    assert render(first.value, "zh") in said
    assert render(first.value, "en") in said
    assert latex(first.value, "en") in [each.astext() for each in shown.findall(nodes.math_block)]


def test_an_amount_that_is_one_figure_needs_no_formula(catalogue):
    shown = place(page(catalogue), "civ-rule-taoyuan-dibao-amount")
    own, *_ = shown.findall(nodes.bullet_list)
    assert "500 yuan/month" in own.astext()
    assert len(list(own.findall(nodes.math_block))) == 1


def test_a_condition_is_a_sentence_with_its_date_and_clause(catalogue):
    shown = fields(place(page(catalogue), "civ-provision-taoyuan-dibao"))["Condition"].astext()
    assert "since 1 May 2014 · 《救助办法》 第十条: below the standard" in shown
    assert "人均收入低于城市低保标准" in shown
    assert "income per head is less than the urban Dibao standard" in shown


def test_every_version_and_every_gap_of_a_rule_is_said_and_the_beginning_last(catalogue):
    shown = place(page(catalogue), "civ-rule-taoyuan-dibao-amount")
    own, *_ = shown.findall(nodes.bullet_list)
    heads = [item.astext().partition("\n")[0] for item in own.findall(nodes.list_item)]
    assert heads == [
        "since 1 September 2021 · 《标准通知》 第二条",
        "from 1 January 2022, before 1 January 2023: not modelled: the notice is missing",
        "since 1 January 2023 · 《标准通知》 第三条",
        "before 1 September 2021: not modelled: earlier rules are not among the sources",
    ]


def test_what_replaces_something_above_shows_both_with_their_places(catalogue):
    whole = page(catalogue)
    amount = fields(place(whole, "civ-rule-taoyuan-dibao-amount"))["Replaces"].astext()
    assert "中国 China" in amount
    assert "《救助办法》 第十二条" in amount
    assert render(next(iter(rule(catalogue, "china/dibao_amount").timeline)).value, "en") in amount
    replaced = [
        field.children[1].astext()
        for field in place(whole, "civ-provision-taoyuan-dibao").findall(nodes.field)
        if field.children[0].astext() == "Replaces"
    ]
    assert any("最低生活保障 Dibao · 中国 China" in each and "Dibao payment" in each for each in replaced)


def test_what_no_tree_can_say_is_marked_as_opaque(catalogue):
    shown = place(page(catalogue), "civ-rule-taoyuan-infant")
    (mark,) = [each for each in shown.findall(nodes.paragraph) if "civ-opaque" in each["classes"]]
    for part in ("age in months", "0", "1800", "months", "Notice on standards, 第四条"):
        assert part in mark.astext()
    assert not [each for each in page(catalogue, "china").findall() if "civ-opaque" in str(each)]


def test_provisions_from_above_are_listed_but_not_those_that_are_replaced(catalogue):
    above = place(page(catalogue), "civ-jurisdiction-taoyuan-provisions-above")
    assert [each.astext() for each in above.findall(nodes.list_item)] == [
        "受灾人员救助 aid after disasters · 中国 China"
    ]
    assert "Provisions from above" not in page(catalogue, "china").astext()


@pytest.mark.parametrize("name", ["china", "taoyuan"])
def test_each_rule_of_a_place_is_described_once_on_its_page(catalogue, name):
    whole = page(catalogue, name)
    for each in catalogue[name].rules:
        place(whole, f"civ-rule-{each.jurisdiction}-{each.id.replace('_', '-')}")


def test_what_a_rule_rests_on_are_links_to_what_holds_here(write, build, pages):
    html = build(write("core", pages)).html("taoyuan")
    provision = html[html.index('id="civ-provision-taoyuan-dibao"') :]
    condition = provision[provision.index("Rests on rules") :]
    assert 'href="china.html#civ-rule-china-income-per-head"' in condition
    assert 'href="#civ-standard-taoyuan-dibao-urban"' in condition


def test_a_chinese_page_says_provisions_in_chinese_only(catalogue):
    said = page(catalogue, lang="zh").astext()
    assert "由窗口另行告知" in said
    assert "人均收入低于城市低保标准" in said
    assert r"\text{人均收入}" in said
    for english in ("income per head", "the office tells it", "Dibao", "since "):
        assert english not in said


def test_formulas_are_mathml_where_a_project_asks_for_it_and_nothing_is_fetched(write, build, pages):
    built = build(write("core", pages, MATHML), strict=True, nitpicky=True)
    html = built.html("taoyuan")
    assert "<math" in html
    assert "income per head" in html[html.index("<math") : html.index("</math>")]
    assert "mathjax" not in html.lower()
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//', html)


def test_a_project_that_does_not_ask_keeps_the_renderer_of_sphinx(write, build, pages):
    assert build(write("core", pages)).app.builder.math_renderer_name == "mathjax"


def test_a_formula_that_cannot_be_mathml_is_a_warning_and_stays_as_it_is_written(write, build):
    text = "x\n=\n\n:math:`\\unheard{x}`\n\n.. math::\n\n   \\unheard{y}\n"
    built = build(write("core", {"index.rst": text}, MATHML))
    assert built.warnings.count("[civaffairs.formula]") == 2
    assert "<code>\\unheard{x}</code>" in built.html("index")
    assert "\\unheard{y}" in built.html("index")


def test_rules_that_do_not_go_together_are_a_warning_and_other_pages_are_built(
    write, build, pages, catalogue, install
):
    unsaid = tuple(evolve(each, supersedes=None) for each in catalogue.rules)
    install(evolve(catalogue, rules=unsaid, rulebooks={}))
    built = build(write("core", pages))
    assert "taoyuan.rst:4" in built.warnings
    assert "taoyuan:dibao_amount" in built.warnings
    assert "civ-rule-china-poor" in built.html("china")


def test_the_fingerprint_of_the_rules_is_that_of_what_they_say(catalogue, declare):
    before = edition_of(catalogue)
    assert edition_of(declare()) == before  # the function of an opaque rule is another object
    first, *rest = catalogue.rules
    renamed = evolve(first, label=Label("收入", "income"))
    assert edition_of(evolve(catalogue, rules=(renamed, *rest))) != before
    assert edition_of(evolve(catalogue, rules=tuple(rest))) != before
    *others, last = catalogue.provisions
    assert (
        edition_of(evolve(catalogue, provisions=(*others, evolve(last, not_modelled=(Label("甲", "a"),)))))
        != before
    )
