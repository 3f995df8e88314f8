from __future__ import annotations

import pytest
from hypothesis import given

from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.names import Label
from civaffairs.errors import DeclarationError
from civaffairs.testing.strategies import jurisdictions

NAME = Label("桃源区", "Taoyuan District")


def declare(level, code, parent, *, fictional=False):
    return Jurisdiction("taoyuan", NAME, level, code, parent, fictional=fictional)


def faults_of(*arguments, **more):
    with pytest.raises(DeclarationError) as caught:
        declare(*arguments, **more)
    return [(each.code, each.where) for each in caught.value.faults]


@pytest.mark.parametrize(
    ("level", "code", "parent"),
    [
        (Level.NATION, NATION_CODE, None),
        (Level.PROVINCE, "500000", "china"),
        (Level.CITY, "341700", "anhui"),
        (Level.DISTRICT, "500106", "chongqing"),
    ],
)
def test_every_level_has_its_codes_and_its_parent(level, code, parent):
    assert declare(level, code, parent).code == code


@pytest.mark.parametrize(
    ("level", "code"), [(Level.PROVINCE, "500100"), (Level.PROVINCE, "510001"), (Level.CITY, "341702")]
)
def test_digits_below_the_level_must_be_zero_unless_the_place_is_fictional(level, code):
    assert faults_of(level, code, "china") == [("code_and_level", "code")]
    assert declare(level, code, "china", fictional=True).code == code


@pytest.mark.parametrize(
    "code", ["", "50010", "5001066", "05001a", "012345", "５００１０６", "5００１０６", 500106, None]
)
def test_a_code_is_six_digits_of_which_the_first_is_not_zero(code):
    assert faults_of(Level.DISTRICT, code, "chongqing") == [("code_malformed", "code")]


def test_the_nation_alone_has_no_parent_and_the_code_of_the_nation():
    assert faults_of(Level.NATION, NATION_CODE, "earth") == [("parent_and_level", "parent")]
    assert faults_of(Level.DISTRICT, "500106", None) == [("parent_and_level", "parent")]
    assert faults_of(Level.NATION, "110000", None) == [("nation_code", "code")]
    assert faults_of(Level.CITY, NATION_CODE, "china") == [("nation_code", "code")]


def test_everything_that_is_wrong_is_said_at_once():
    assert faults_of(Level.PROVINCE, "500106", None) == [
        ("parent_and_level", "parent"),
        ("code_and_level", "code"),
    ]
    assert faults_of(Level.NATION, "500106", "x") == [("parent_and_level", "parent"), ("nation_code", "code")]


def test_a_parent_is_a_slug():
    with pytest.raises(DeclarationError, match="重庆"):
        declare(Level.DISTRICT, "500106", "重庆")


@given(jurisdictions())
def test_everything_lies_in_itself_and_in_the_nation(place):
    nation = Jurisdiction("china", Label("中国", "China"), Level.NATION, NATION_CODE)
    assert place.lies_in(place)
    assert place.lies_in(nation)
    assert nation.lies_in(place) == (place.level is Level.NATION)


def test_a_place_lies_in_another_by_the_digits_of_the_others_level():
    chongqing = declare(Level.PROVINCE, "500000", "china")
    district = declare(Level.DISTRICT, "500106", "chongqing")
    chizhou = declare(Level.CITY, "341700", "anhui")
    guichi = declare(Level.DISTRICT, "341702", "chizhou")
    assert district.lies_in(chongqing)
    assert not chongqing.lies_in(district)
    assert guichi.lies_in(chizhou)
    assert not district.lies_in(chizhou)
    assert not declare(Level.DISTRICT, "341802", "x").lies_in(chizhou)
    assert not declare(Level.DISTRICT, "500107", "x").lies_in(district)


def test_every_level_has_a_label_of_its_own():
    assert len({level.label.zh for level in Level}) == len({level.label.en for level in Level}) == len(Level)
