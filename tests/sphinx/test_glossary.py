"""The glossary page: what it says, and that every name of a term leads to it."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from docutils import nodes
from sphinx import addnodes

from civaffairs import Label
from civaffairs.sphinx.elements import Pen
from civaffairs.sphinx.glossary import glossary_page

GLOSSARY = "术语\n====\n\n.. civ:glossary::\n"


@pytest.fixture
def pages(pages):
    """A whole project with a glossary."""
    return {**pages, "glossary.rst": GLOSSARY, "index.rst": pages["index.rst"] + "   glossary\n"}


def page(catalogue, lang="en"):
    entered = {}

    def entering(place, names):
        entered.update(dict.fromkeys(names, place["ids"][0]))

    made = glossary_page(Pen(lang, lambda _: True), catalogue.terms.values(), entering)
    return nodes.container("", *made), entered


def test_terms_stand_under_their_topics_and_words_of_every_plan_come_last(catalogue):
    made, _ = page(catalogue)
    titles = [section.next_node(nodes.title).astext() for section in made.findall(nodes.section)]
    assert titles == ["社会救助 social assistance", "规划用语 words of plans"]
    assert len(list(made.findall(addnodes.glossary))) == 2


def test_a_term_shows_its_names_its_meaning_in_both_languages_and_its_clause(catalogue):
    made, entered = page(catalogue)
    item = next(made.findall(nodes.definition_list_item))
    assert item.next_node(nodes.term).astext() == "最低生活保障 Dibao"
    said = item.next_node(nodes.definition).astext()
    for part in ("把收入补到当地标准", "tops income up to the local standard", "低保", "《救助办法》 第九条"):
        assert part in said
    assert entered["最低生活保障"] == entered["低保"] == entered["Dibao"] == "term-dibao"


def test_a_term_without_other_names_and_clause_is_shown_without_them(catalogue):
    made, entered = page(catalogue)
    *_, item = made.findall(nodes.definition_list_item)
    assert not list(item.findall(nodes.field_list))
    assert entered["约束性"] == entered["binding"] == "term-binding"


def test_a_chinese_page_gives_the_english_handle_and_a_chinese_meaning_only(catalogue):
    said = page(catalogue, lang="zh")[0].astext()
    assert "最低生活保障 Dibao" in said
    assert "规划用语" in said
    for english in ("tops income up", "words of plans", "social assistance"):
        assert english not in said


def test_a_handle_that_is_the_chinese_name_itself_is_entered_once(catalogue):
    bare = evolve(catalogue.terms["binding"], label=Label("KPI", "KPI"))
    made, entered = page(evolve(catalogue, terms={bare.id: bare}))
    assert list(entered) == ["KPI"]
    assert len(next(made.findall(addnodes.index))["entries"]) == 1


def test_a_catalogue_without_terms_says_so(catalogue):
    assert page(evolve(catalogue, terms={}))[0].astext() == "No term is declared."


def test_every_name_is_a_target_of_the_role_term_in_any_language(write, build, pages):
    pages["china.rst"] += "\n:term:`低保`, :term:`最低生活保障`, :term:`Dibao`, :term:`the line <约束性>`\n"
    built = build(write("core", pages), strict=True, nitpicky=True)
    said = built.html("china")
    assert said.count('href="glossary.html#term-dibao"') == 3
    assert 'href="glossary.html#term-binding"' in said
    ids = re.findall(r'\bid="(term-[^"]+)"', built.html("glossary"))
    assert sorted(ids) == ["term-binding", "term-dibao"]


def test_every_name_stands_in_the_index(write, build, pages):
    built = build(write("core", pages), strict=True)
    index = built.html("genindex")
    for name in ("低保", "最低生活保障", "Dibao", "binding"):
        assert f"<strong>{name}</strong></a>" in index  # the main entry


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_builders_take_the_page(write, build, pages, builder):
    assert not build(write("core", pages), builder=builder, strict=True, nitpicky=True).warnings


def test_a_directive_given_twice_is_a_warning_and_a_second_build_gives_none(write, build, pages):
    folder = write("core", pages)
    assert not build(folder).warnings
    (folder / "glossary.rst").write_text(GLOSSARY + "\n.. civ:glossary::\n", "utf-8")
    assert build(folder).warnings.count("[civaffairs.twice]") == 1
    (folder / "glossary.rst").write_text(GLOSSARY, "utf-8")
    assert not build(folder).warnings


def test_a_page_is_read_again_when_a_meaning_changes(write, build, pages, catalogue, install):
    folder = write("core", pages)
    build(folder)
    other = evolve(catalogue.terms["binding"], meaning=Label("非完成不可", "there is no way around it"))
    install(evolve(catalogue, terms={**catalogue.terms, other.id: other}))
    assert "there is no way around it" in build(folder).html("glossary")
