"""The glossary of all plugins: names that are unique, and labels that use its English for its Chinese."""

from __future__ import annotations

from collections import Counter

import pytest

from civaffairs import load
from civaffairs.testing.conformance import Subject
from civaffairs.testing.conformance.glossary import STRICT, glossary, terms_in

CATALOGUE = load()
TERMS = tuple(CATALOGUE.terms.values())

FOUND = [
    (dossier.jurisdiction.id, each) for dossier in CATALOGUE for each in glossary(Subject(CATALOGUE, dossier))
]


@pytest.mark.parametrize("name", STRICT)
def test_labels_say_a_term_in_english_as_the_glossary_does(name):
    term = CATALOGUE.terms[name]
    said = [
        f"{place}: {each.of}: {each.what.text('en')}"
        for place, each in FOUND
        if dict(each.what.args).get("term") == term.label.zh
    ]
    assert said == [], f"{term.handles} wanted"


def test_no_two_terms_share_a_chinese_name_or_an_english_handle():
    names = Counter(name for term in TERMS for name in term.names)
    handles = Counter(term.label.en.casefold() for term in TERMS)
    assert [name for name, count in (names + handles).items() if count > 1] == []


def test_a_meaning_is_one_line_and_says_more_than_the_name():
    for term in TERMS:
        assert "\n" not in term.meaning.zh + term.meaning.en, term.id
        assert len(term.meaning.zh) <= 60, term.id
        assert len(term.meaning.en) <= 120, term.id
        assert term.meaning.zh != term.label.zh, term.id
        assert term.meaning.en != term.label.en, term.id


def test_a_part_of_a_longer_term_is_no_term_of_its_own():
    found = [term.id for term in terms_in("失能特困人员集中照护中心和低保", TERMS)]
    assert found == ["dependent_tekun_centre", "dibao"]
