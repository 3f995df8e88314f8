"""An exemption covers what it names: one requirement, one thing, and the days that it gives."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs import Catalogue, Document, Exemption, Jurisdiction, Label, Level
from civaffairs.errors import DeclarationError, NotLoaded

CLAUSE = Document("peach-town/notice", Label("通知", "Notice"), "桃镇区民政局", 2021).at("一")
FIRST, SECOND = date(2022, 9, 1), date(2023, 9, 1)
KNOWN = Exemption(
    "peach_known",
    "peach-town",
    "invariants",
    "tekun_floor",
    Label("按公布的标准发放", "paid as published"),
    CLAUSE,
    (FIRST, SECOND),
)


@pytest.mark.parametrize(
    ("requirement", "of", "day", "covered"),
    [
        ("invariants", "tekun_floor", FIRST, True),
        ("invariants", "tekun_floor", SECOND, True),
        ("invariants", "tekun_floor", date(2024, 9, 1), False),
        ("invariants", "tekun_floor", None, False),
        ("units", "tekun_floor", FIRST, False),
        ("invariants", "dibao", FIRST, False),
    ],
)
def test_it_covers_its_requirement_its_thing_and_its_days(requirement, of, day, covered):
    assert KNOWN.covers(requirement, of, day) is covered


@pytest.mark.parametrize("day", [None, FIRST, date(1999, 1, 1)])
def test_without_days_it_covers_every_day(day):
    assert evolve(KNOWN, on=()).covers("invariants", "tekun_floor", day)


def test_days_can_be_given_in_any_collection_and_it_stays_a_value():
    same = evolve(KNOWN, on=[FIRST, SECOND])
    assert same == KNOWN
    assert hash(same) == hash(KNOWN)


@pytest.mark.parametrize("wrong", [{"id": "Peach"}, {"jurisdiction": "桃镇区"}, {"requirement": "no such"}])
def test_a_name_that_is_none_is_refused(wrong):
    with pytest.raises(DeclarationError):
        evolve(KNOWN, **wrong)


@pytest.mark.parametrize("wrong", [{"on": ["2022-09-01"]}, {"reason": "so"}, {"clause": "一"}, {"of": None}])
def test_what_is_of_another_kind_is_refused(wrong):
    with pytest.raises(TypeError):
        evolve(KNOWN, **wrong)


NATION = Jurisdiction("peach-nation", Label("桃国", "Peach"), Level.NATION, "100000", fictional=True)
TOWN = Jurisdiction(
    "peach-town", Label("桃镇区", "Peach Town"), Level.DISTRICT, "990101", NATION.id, fictional=True
)
PLUM = evolve(TOWN, id="plum-town", code="990102")


def catalogue(*exemptions, loaded=True):
    places = {each.id: each for each in (NATION, TOWN, PLUM)}
    known = tuple(exemptions) if loaded else None
    return Catalogue(places, {}, {}, {}, (), (), (), (), exemptions=known)


def test_a_dossier_has_those_of_its_place_and_those_above_the_nearest_first():
    national = evolve(KNOWN, jurisdiction=NATION.id)
    found = catalogue(national, KNOWN, evolve(KNOWN, jurisdiction=PLUM.id))
    assert found["peach-town"].exemptions == (KNOWN, national)
    assert found["peach-nation"].exemptions == (national,)


def test_what_was_not_loaded_is_not_taken_for_none():
    with pytest.raises(NotLoaded):
        _ = catalogue(loaded=False)["peach-town"].exemptions
