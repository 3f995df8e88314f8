from __future__ import annotations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from civaffairs.domain.glossary import Term
from civaffairs.domain.names import Label
from civaffairs.domain.sources import Document
from civaffairs.domain.topics import Topic
from civaffairs.errors import DeclarationError

LAW = Document("peach/law", Label("桃法", "Peach Law"), "桃国", 2020)
CARE = Term(
    "blossom_care",
    Label("桃花照护", "blossom care"),
    Label("桃树下的照护", "care under peach trees"),
    Topic.ELDERLY_CARE,
    LAW.at("第一条"),
    also=("花护",),
    also_en=("peach-tree care",),
)


def test_a_term_is_called_by_its_official_name_first_and_then_by_the_others():
    assert CARE.names == ("桃花照护", "花护")
    assert CARE.handles == ("blossom care", "peach-tree care")


@pytest.mark.parametrize(
    ("english", "so"),
    [
        ("blossom care", True),
        ("Blossom-care homes", True),
        ("the standard of peach tree care", True),
        ("care", False),
        ("", False),
    ],
)
def test_english_words_use_a_term_by_any_handle_in_capitals_or_with_hyphens(english, so):
    assert CARE.is_called_so_in(english) is so


def test_a_word_of_every_plan_has_no_topic_and_a_term_needs_no_clause():
    word = Term("bloom", Label("花期", "bloom"), Label("桃花开放", "when peaches bloom"), None)
    assert word.topic is None
    assert word.clause is None
    assert word.names == ("花期",)


@pytest.mark.parametrize(
    ("part", "value", "twice"),
    [
        ("also", ("桃花照护",), "桃花照护"),
        ("also", ("花护", "花护"), "花护"),
        ("also_en", ("Blossom-Care",), "blossom care"),
        ("also_en", ("peach", "PEACH"), "peach"),
    ],
)
def test_a_name_that_is_given_twice_is_refused_with_its_place(part, value, twice):
    with pytest.raises(DeclarationError) as caught:
        evolve(CARE, **{part: value})
    (only,) = caught.value.faults
    assert only.where == "blossom_care"
    assert only.code == "declared_twice"
    assert twice in only.text("zh")


@pytest.mark.parametrize("part", ["also", "also_en"])
def test_an_empty_name_is_refused(part):
    with pytest.raises(DeclarationError) as caught:
        evolve(CARE, **{part: (" ",)})
    assert caught.value.faults[0].code == "text_missing"
    assert caught.value.faults[0].where == "blossom_care"


@pytest.mark.parametrize("part", ["also", "also_en"])
def test_one_name_that_is_not_in_a_tuple_is_refused(part):
    with pytest.raises(TypeError):
        evolve(CARE, **{part: "花护"})


def test_a_malformed_id_is_refused():
    with pytest.raises(DeclarationError):
        evolve(CARE, id="Blossom Care")


@pytest.mark.parametrize("part", ["label", "meaning", "topic", "clause"])
def test_what_is_no_label_topic_or_clause_is_refused(part):
    with pytest.raises(TypeError):
        evolve(CARE, **{part: "桃"})


def test_a_term_is_a_value_that_nobody_can_change():
    assert evolve(CARE) == CARE
    assert len({CARE, evolve(CARE)}) == 1
    assert evolve(CARE, also=()) != CARE
    with pytest.raises(FrozenInstanceError):
        CARE.also = ()
