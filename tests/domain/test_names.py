from __future__ import annotations

import pytest
from attrs import field, frozen
from hypothesis import given

from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.errors import DeclarationError, speak, speak_again
from civaffairs.testing.strategies import ids, slugs


@frozen
class Named:
    id: str = field(validator=is_id)


@frozen
class Slugged:
    id: str = field(validator=is_slug)


def test_a_label_speaks_the_language_that_is_asked_for_and_otherwise_the_one_in_force():
    label = Label("最低生活保障", "Dibao")
    assert (label.text("zh"), label.text("en")) == ("最低生活保障", "Dibao")
    for lang in ("zh", "en"):
        token = speak(lang)
        assert label.text() == label.text(lang)
        speak_again(token)


@pytest.mark.parametrize(("zh", "en", "where"), [("", "a", "zh"), ("甲", "  ", "en"), ("甲", None, "en")])
def test_a_label_with_a_language_missing_is_refused_and_says_which(zh, en, where):
    with pytest.raises(DeclarationError) as caught:
        Label(zh, en)
    assert [(each.code, each.where) for each in caught.value.faults] == [("text_missing", where)]
    assert "Label" in caught.value.text("en")


@given(ids())
def test_english_words_with_underscores_are_an_id(name):
    assert Named(name).id == name


@pytest.mark.parametrize("name", ["", "Beds", "1st", "a-b", "a__b", "_a", "a_", "床位", "a b", "a\n", 7])
def test_anything_else_is_no_id(name):
    with pytest.raises(DeclarationError) as caught:
        Named(name)
    assert [(each.code, each.where) for each in caught.value.faults] == [("id_malformed", "id")]


@given(slugs())
def test_lower_case_words_with_hyphens_of_one_or_two_parts_are_a_slug(name):
    assert Slugged(name).id == name


@pytest.mark.parametrize("name", ["", "A", "a/b/c", "a/", "/a", "a_b", "a--b", "-a", "1a", "区", "a\n", None])
def test_anything_else_is_no_slug(name):
    with pytest.raises(DeclarationError) as caught:
        Slugged(name)
    assert [(each.code, each.where) for each in caught.value.faults] == [("slug_malformed", "id")]
