from __future__ import annotations

import pytest
from hypothesis import given

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.sources import Clause, Document, Trust
from civaffairs.errors import DeclarationError, speak, speak_again
from civaffairs.testing.strategies import clauses, labels, texts

PLAN = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")


def test_a_document_is_official_and_without_number_and_address_unless_it_is_said():
    assert (PLAN.trust, PLAN.number, PLAN.url, PLAN.issued) == (
        Trust.OFFICIAL,
        "",
        "",
        Period.parse("2022-03"),
    )
    assert Document("d/1", PLAN.label, "局", None).issued is None


@pytest.mark.parametrize("document_id", ["Taoyuan", "", "a/b/c"])
def test_a_document_needs_a_slug(document_id):
    with pytest.raises(DeclarationError, match="hyphens"):
        Document(document_id, PLAN.label, "局", 2022)


def test_a_document_needs_a_label_an_issuer_and_a_trust_of_their_types():
    for arguments in (
        (PLAN.id, "规划", "局", 2022),
        (PLAN.id, PLAN.label, None, 2022),
        (PLAN.id, PLAN.label, "局", 2022, 1),
    ):
        with pytest.raises(TypeError):
            Document(*arguments)


@pytest.mark.parametrize("locator", ["", "  ", None])
def test_a_citation_that_does_not_say_where_is_refused(locator):
    with pytest.raises(DeclarationError) as caught:
        PLAN.at(locator)
    assert [(each.code, each.where) for each in caught.value.faults] == [("locator_missing", "locator")]


def test_a_citation_needs_a_document():
    with pytest.raises(TypeError):
        Clause("taoyuan/plan-14", "表1")


@given(clauses(), texts(), labels())
def test_a_place_inside_a_place_stands_in_the_same_document_and_keeps_the_gloss_unless_it_has_its_own(
    clause, locator, gloss
):
    inside = clause.at(locator)
    assert inside == Clause(clause.document, f"{clause.locator} {locator}", clause.gloss)
    assert clause.at(locator, gloss).gloss == gloss


@given(clauses())
def test_a_citation_can_be_relied_on_as_far_as_its_document(clause):
    assert clause.trust is clause.document.trust


def test_a_citation_is_written_in_the_language_asked_for():
    clause = PLAN.at("表1", Label("指标表", "table of indicators"))
    assert clause.text("zh") == "《桃源区规划》 表1"
    assert clause.text("en") == "Taoyuan plan, 表1"
    token = speak("zh")
    assert clause.text() == clause.text("zh")
    speak_again(token)


def test_every_mark_of_trust_has_words_of_its_own():
    for lang in ("zh", "en"):
        assert len({mark.text(lang) for mark in Trust}) == len(Trust)
        assert all(mark.text(lang) == mark.label.text(lang) for mark in Trust)
