"""What is to be other, read from words, and which floors that breaks."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

import civaffairs
from civaffairs.analysis.simulating.changes import proposals_named, scenario
from civaffairs.analysis.simulating.floors import broken
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.names import Label
from civaffairs.domain.rules.named import dated
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import InputInvalid, Message

DAY = date(2024, 9, 1)
LABEL = Label("标准", "standard")
CLAUSE = Document("china/notice", LABEL, "", 2020).at("一")
AT_LEAST = dated(LABEL, since("2020-01-01", Amount(650, "元/人·月"), CLAUSE))
CATALOGUE = civaffairs.load()
TAOYUAN = CATALOGUE["taoyuan"]


def read(*said, place=TAOYUAN, day=DAY):
    return scenario(place.rulebook, day, said)


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("dibao_urban=720", "720元/人·月"),
        ("dibao_urban==720元/人·月", "720元/人·月"),
        ("dibao_urban=8,640 元/人·年", "8640元/人·年"),
        ("dibao_urban=+5%", "735元/人·月"),
        ("dibao_urban=-5%", "665元/人·月"),
        ("dibao_urban=120%", "840元/人·月"),
        ("dibao_urban=-20", "680元/人·月"),
        ("dibao_urban=+20.5元/人·月", "720.5元/人·月"),
        ("dibao_urban=0", "0元/人·月"),
        ("dibao.urban＝７２０", "720元/人·月"),
        ("城市低保标准=＋５％", "735元/人·月"),
        ("dibao_rural=+5%", "631.05元/人·月"),
        ("rigid_spending_line=65%", "65%"),
        ("rigid_spending_line=65", "65%"),
    ],
)
def test_a_change_is_read_as_it_is_written(said, after):
    said = said.replace("＝", "=", 1)
    (change,) = read(said).standards
    assert change.after.text("zh") == after


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("dibao_urban", "change_unreadable"),
        ("dibao_urban=", "change_unreadable"),
        ("dibao_urban=more", "change_unreadable"),
        ("dibao_urban=+-5", "change_unreadable"),
        ("dibau_urban=700", "unknown_name"),
        ("dibao_urban=5斤", "unknown_name"),
        ("dibao_urban=700元", "unit_clash"),
        ("dibao_urban=-701", "change_below_zero"),
        ("rigid_spending_line=+5%", "change_of_share"),
        ("disability_nursing_1=+5%", "change_of_nothing"),
    ],
)
def test_what_cannot_be_read_is_refused(said, code):
    with pytest.raises(InputInvalid) as error:
        read(said)
    assert [each.code for each in error.value.faults] == [code]
    assert error.value.text("zh") != error.value.text("en")


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(InputInvalid) as error:
        read("dibau_urban=1", "dibao_rural=1元", "tekun_basic=700", "tekun.basic=800")
    assert [each.code for each in error.value.faults] == ["unknown_name", "unit_clash", "simulated_twice"]


def test_nothing_to_change_is_refused():
    with pytest.raises(InputInvalid) as error:
        read()
    assert [each.code for each in error.value.faults] == ["nothing_simulated"]


def test_a_standard_that_nobody_publishes_can_be_set_though_not_raised():
    (change,) = read("disability_nursing_1=80").standards
    assert isinstance(change.before, Message)
    assert change.after.text("zh") == "80元/人·月"


def test_only_what_rests_on_the_change_is_touched():
    assert [each.id for each in read("winter_heating=50").touched()] == ["winter_heating"]
    touched = {each.id for each in read("dibao_urban=+5%").touched()}
    assert {"dibao", "dibao_marginal", "winter_heating", "infant_nutrition"} <= touched
    assert not {"orphan_allowance", "disability_living_subsidy", "home_visits"} & touched


@pytest.mark.parametrize("place", ["taoyuan", "shapingba"])
def test_what_is_not_touched_rests_on_the_same_versions_before_and_after(place):
    asked = read("dibao_urban=+5%", place=CATALOGUE[place], day=date(2024, 3, 1))
    (before, after), changed = asked.editions, {"dibao_urban"}
    from civaffairs.domain.rulebook import versions_behind

    for each in asked.before.provisions_of("Household", "Person"):
        versions = [{v.of.id: v.value for v in versions_behind(each.rules, side)} for side in (before, after)]
        assert (versions[0] == versions[1]) is not asked.touches(each)
        assert {name for name in versions[1] if versions[0].get(name) != versions[1][name]} <= changed


def test_proposals_are_found_by_their_ids():
    (found,) = proposals_named(["work_pays"], TAOYUAN.proposals)
    assert [each.id for each in scenario(TAOYUAN.rulebook, DAY, (), [found]).rules] == ["employment_cost"]
    with pytest.raises(InputInvalid) as error:
        list(proposals_named(["work_pay", "other", "work_pays"], TAOYUAN.proposals))
    assert [each.code for each in error.value.faults] == ["unknown_name"] * 2
    assert "work_pays" in error.value.text("en")


def test_a_proposal_and_a_change_of_the_same_standard_do_not_go_together():
    found = tuple(proposals_named(["higher_standards"], TAOYUAN.proposals))
    with pytest.raises(InputInvalid) as error:
        scenario(TAOYUAN.rulebook, DAY, ["dibao_urban=720"], found)
    assert [each.code for each in error.value.faults] == ["simulated_twice"]


def codes(*said, place=TAOYUAN, day=DAY):
    return [each.what.code for each in broken(read(*said, place=place, day=day), place.invariants)]


def test_a_floor_that_breaks_is_said_with_its_clause():
    (floor, invariant) = broken(read("dibao_urban=720"), TAOYUAN.invariants)
    assert floor.what.text("en").endswith("910 yuan/person/month, below its floor of 936 yuan/person/month")
    assert floor.clause.locator == "二 表2 序号2"
    assert not floor.already
    assert invariant.what.code == "breaks_invariant"


@pytest.mark.parametrize(
    "said", [("dibao_urban=700",), ("tekun_basic=+1",), ("dibao_urban=720", "tekun_basic=936")]
)
def test_what_keeps_every_floor_breaks_nothing(said):
    assert codes(*said) == []


def test_a_standard_below_its_floor_already_is_said_to_be_so():
    first = read("tekun_basic=900")
    again = scenario(first.after, DAY, ["tekun_basic=901"])
    assert [each.already for each in broken(first, TAOYUAN.invariants)][:1] == [False]
    assert [each.already for each in broken(again, TAOYUAN.invariants)][:1] == [True]


def test_a_standard_that_falls_breaks_the_rule_that_it_never_does():
    assert "breaks_way" in codes("dibao_rural=-1")
    assert "breaks_way" not in codes("dibao_rural=+1")


def test_what_those_above_fix_or_only_let_be_raised_is_said():
    shapingba = CATALOGUE["shapingba"]
    assert "breaks_fixed" in codes("dibao_urban=+1", place=shapingba, day=date(2024, 3, 1))
    assert "breaks_fixed" not in codes("dibao_urban=+1")
    above = Standard(
        "dibao_urban", "china", LABEL, "元/人·月", Topic.SOCIAL_ASSISTANCE, AT_LEAST, Freedom.RAISE_ONLY
    )
    rulebook = TAOYUAN.rulebook
    standards = {**rulebook.standards, "dibao_urban": (*rulebook.standards["dibao_urban"], above)}
    asked = scenario(evolve(rulebook, standards=standards), DAY, ["dibao_urban=649"])
    assert "breaks_raise_only" in [each.what.code for each in broken(asked, ())]
    asked = scenario(evolve(rulebook, standards=standards), DAY, ["dibao_urban=650"])
    assert [each.what.code for each in broken(asked, ())] == []


def test_a_change_is_what_the_rules_then_say():
    asked = read("dibao_urban=+5%")
    from civaffairs.domain.rules.evaluate import measure
    from civaffairs_china.local_standards import dibao_urban

    sizes = [measure(dibao_urban, CaseFacts(edition, DAY)).number for edition in asked.editions]
    assert sizes == [700, 735]
