"""Shapingba's rules decide made-up cases: funerals, homes of elders, staff of institutions, community centres."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    Area,
    Assistance,
    AssistedPerson,
    CareInstitution,
    CommunityFacility,
    Deceased,
    Dependence,
    Elder,
    Household,
    Person,
    Tekun,
    TekunSupport,
)
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.units import Size
from civaffairs_china import china, dibao, elders, income, tekun, temporary
from civaffairs_chongqing import chongqing
from civaffairs_chongqing import rules as municipal
from civaffairs_chongqing.standards import STANDARDS, tekun_basic
from civaffairs_shapingba import rules, shapingba

NATIONAL = (income, dibao, tekun, temporary, elders)
BOOK = Rulebook.of(
    (shapingba, chongqing, china),
    (*(rule for part in NATIONAL for rule in part.RULES), *municipal.RULES, *rules.RULES),
    (*(each for part in NATIONAL for each in part.PROVISIONS), *municipal.PROVISIONS, *rules.PROVISIONS),
    STANDARDS,
)
DAY = date(2025, 6, 1)


def size(rule: AmountRule, *things: object, day: date = DAY) -> Fraction | Unknown:
    facts = CaseFacts(BOOK.on(day), day)
    found = measure(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return found.number if isinstance(found, Size) else found


def truth(rule: ConditionRule, *things: object, day: date = DAY) -> bool | None:
    facts = CaseFacts(BOOK.on(day), day)
    found = holds(rule, facts, Things({type(thing).__name__: thing for thing in things}))
    return None if isinstance(found, Unknown) else found


@pytest.mark.parametrize(
    ("facts", "free"),
    [
        ({"assistance": Assistance.DIBAO}, True),
        ({"assistance": Assistance.TEKUN}, True),
        ({"assistance": Assistance.DIBAO_MARGINAL, "veteran_benefits": False, "martyr": False}, False),
        ({"veteran_benefits": True}, True),
        ({"martyr": True}, True),
        ({"assistance": Assistance.NONE, "veteran_benefits": False}, None),
    ],
)
def test_four_groups_pay_nothing_for_a_basic_funeral(facts: dict[str, object], free: bool | None) -> None:
    assert truth(rules.funeral_waiver, Deceased(id="沙殡2025-001", **facts)) is free


def test_the_floor_of_tekun_support_is_the_urban_one_in_villages_too() -> None:
    village = Household(area=Area.RURAL, members=(Person(born=date(1980, 1, 1)),))
    assert size(tekun.tekun_basic_floor, village) == 975  # 1.3 × 750
    assert size(tekun.tekun_basic_floor, village, day=date(2023, 1, 1)) == Fraction(
        "755.3"
    )  # 1.3 × 581: the nation's


def test_the_published_standard_of_2023_misses_its_floor_by_half_a_yuan() -> None:
    town = Household(area=Area.URBAN, members=(Person(born=date(1980, 1, 1)),))
    floor = size(tekun.tekun_basic_floor, town, day=date(2024, 1, 1))
    assert floor == Fraction("955.5")
    assert floor - Fraction(tekun_basic.on(date(2024, 1, 1)).number) == Fraction("0.5")


@pytest.mark.parametrize(("days", "settled"), [(90, False), (91, True), (None, None)])
def test_the_homeless_are_settled_after_more_than_three_months(
    days: int | None, settled: bool | None
) -> None:
    provision = BOOK.provisions["homeless_settlement"]
    assert truth(provision.when, AssistedPerson(id="沙救2025-001", days_stayed=days)) is settled


AGREED = Elder(owner_consents=True, neighbours_consent=True)
AT_HOME = Person(
    born=date(1960, 1, 1),
    assistance=Assistance.DIBAO,
    dependence=Dependence.FULLY_DEPENDENT,
    disabled=False,
    elder=AGREED,
)


@pytest.mark.parametrize(
    ("changes", "adapted"),
    [
        ({}, True),
        ({"assistance": Assistance.TEKUN, "tekun": Tekun(support=TekunSupport.DISPERSED)}, True),
        ({"assistance": Assistance.TEKUN, "tekun": Tekun(support=TekunSupport.INSTITUTION)}, False),
        ({"assistance": Assistance.TEKUN}, None),
        ({"assistance": Assistance.DIBAO_MARGINAL}, False),
        ({"dependence": Dependence.PARTLY_DEPENDENT}, False),
        ({"dependence": Dependence.PARTLY_DEPENDENT, "disabled": True}, True),
        ({"dependence": Dependence.SELF_CARING, "born": date(1945, 5, 31)}, True),  # 80 since yesterday
        ({"dependence": Dependence.SELF_CARING, "born": date(1945, 6, 1)}, False),
        ({"born": date(1965, 6, 1)}, False),  # 60 tomorrow
        ({"elder": Elder(owner_consents=True, neighbours_consent=False)}, False),
        ({"elder": Elder(owner_consents=False, neighbours_consent=True)}, False),
        ({"elder": Elder(owner_consents=True)}, None),
    ],
)
def test_homes_are_adapted_for_elders_in_need_where_owner_and_neighbours_agree(
    changes: dict[str, object], adapted: bool | None
) -> None:
    assert truth(rules.home_adaptation, evolve(AT_HOME, **changes)) is adapted


@pytest.mark.parametrize(
    ("beds", "workers", "enough"),
    [
        (100, 1, True),
        (101, 1, False),
        (101, 2, True),
        (40, 0, False),
        (40, 1, True),
        (0, 0, True),
        (40, None, None),
    ],
)
def test_each_hundred_beds_need_a_social_worker(beds: int, workers: int | None, enough: bool | None) -> None:
    home = CareInstitution(name="一号院", beds=beds, social_workers=workers)
    assert truth(rules.institution_staffing, home, day=date(2025, 12, 31)) is enough
    assert truth(rules.institution_staffing, home, day=date(2025, 12, 30)) is None


@pytest.mark.parametrize(
    ("born", "alone", "planned"),
    [
        (date(1965, 5, 31), True, True),
        (date(1965, 6, 1), True, False),
        (date(1950, 1, 1), False, False),
        (date(1950, 1, 1), None, None),
    ],
)
def test_each_elder_who_lives_alone_has_a_plan(born: date, alone: bool | None, planned: bool | None) -> None:
    assert truth(rules.living_alone_plan, Person(born=born, elder=Elder(lives_alone=alone))) is planned


@pytest.mark.parametrize(
    ("area", "scattered", "sited", "upgraded"),
    [
        ("800", False, False, True),
        ("800.01", False, False, False),
        ("1200", True, False, True),
        ("1200", False, True, True),
        ("1200", False, None, None),
    ],
)
def test_centres_are_upgraded_that_are_small_scattered_or_badly_sited(
    area: str, scattered: bool, sited: bool | None, upgraded: bool | None
) -> None:
    centre = CommunityFacility(
        name="一号中心", office_area=Decimal(area), scattered=scattered, badly_sited=sited
    )
    assert truth(rules.community_centre_upgrade, centre) is upgraded


def test_the_reward_for_ecological_burial_is_due_and_nobody_published_how_much() -> None:
    dead = Deceased(id="沙殡2025-002", ecological_burial=True)
    assert truth(rules.ecological_burial_reward, dead) is True
    found = size(rules.ecological_burial_reward_amount, dead)
    assert isinstance(found, Unknown)
    assert "生态安葬奖补标准" in found.missing[0].text("zh")


def test_the_allowance_of_poor_elders_waits_for_the_assessment() -> None:
    elder = Person(born=date(1940, 1, 1), economic_hardship=True, elder=Elder(ability_assessed=False))
    assert truth(municipal.dependent_elder_allowance, elder) is False
    assert truth(municipal.dependent_elder_allowance, elder, day=date(2023, 2, 12)) is True
