"""The rules of Jiangsu's cities decide made-up cases with the published standards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from civaffairs import Answer, Catalogue, decide, load
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.decisions import Decision
from civaffairs.domain.models import (
    Area,
    Assistance,
    Child,
    Guardianship,
    Household,
    Income,
    IncomeKind,
    Parent,
    ParentState,
    Person,
    Placement,
    Supporter,
    Tekun,
    TekunSupport,
)
from civaffairs.domain.rules.evaluate import Things, measure
from civaffairs.domain.sources import Trust
from civaffairs.domain.units import Size
from civaffairs_china import children, tekun
from civaffairs_jiangsu import city_rules, taizhou


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(only=("china", "jiangsu"), strict=True)


def person(born: int = 1990, **known: Any) -> Person:
    base: dict[str, Any] = {
        "employed": False,
        "incomes": (),
        "seriously_ill": False,
        "disabled": False,
        "assistance": Assistance.NONE,
        "other_benefits": Decimal(0),
        "supporters": (),
    }
    return Person(born=date(born, 1, 1), **{**base, **known})


def home(*members: Person, area: Area = Area.URBAN) -> Household:
    return Household(area=area, members=members, assets_within_limits=True)


def decided(catalogue: Catalogue, place: str, provision: str, family: Household, day: date) -> list[Decision]:
    return [
        each
        for each in decide(catalogue[place].rulebook, family, on=day)
        if each.provision.id == provision and each.answer is Answer.YES
    ]


def floor(catalogue: Catalogue, place: str, day: date, rule: Any = tekun.tekun_basic_floor) -> object:
    family = home(person())
    facts = CaseFacts(catalogue[place].rulebook.on(day), day)
    found = measure(rule, facts, Things({"Household": family}))
    return found.number if isinstance(found, Size) else None


@pytest.mark.parametrize(
    ("place", "day", "yuan"),
    [
        ("suzhou", date(2021, 1, 1), Decimal(1463)),
        ("suzhou", date(2025, 8, 1), Decimal("1691.2")),
        ("wuxi", date(2025, 8, 1), Decimal("1750.5")),
        ("yangzhou", date(2023, 8, 1), Decimal(1040)),
        ("taizhou-jiangsu", date(2024, 8, 1), Decimal(1079)),
        ("nantong", date(2023, 8, 1), Decimal(1066)),  # by the province's own 1.3
    ],
)
def test_each_city_multiplies_its_dibao_standard(
    catalogue: Catalogue, place: str, day: date, yuan: Decimal
) -> None:
    assert floor(catalogue, place, day) == yuan


def test_in_taizhou_orphans_receive_at_least_2_4_times_dibao(catalogue: Catalogue) -> None:
    assert floor(catalogue, taizhou.id, date(2024, 8, 1), city_rules.orphan_floor) == 1992


def test_suzhou_pays_the_seriously_ill_in_full_and_tops_up_elders_minors_and_the_single(
    catalogue: Catalogue,
) -> None:
    day = date(2025, 8, 1)
    family = home(
        person(1980, seriously_ill=True),
        person(1982),
        person(2010),
        person(1950),
        person(1945, seriously_ill=True),
    )
    full = decided(catalogue, "suzhou", "dibao_in_full", family, day)
    more = decided(catalogue, "suzhou", "dibao_top_up", family, day)
    assert [each.amount.text("en") for each in full if each.amount] == ["1,449.6 yuan/month"] * 2
    assert [each.amount.text("en") for each in more if each.amount] == ["241.6 yuan/month"] * 2
    alone = decided(catalogue, "suzhou", "dibao_top_up", home(person(1982)), day)
    assert len(alone) == 1


def test_suzhou_deducts_three_tenths_of_the_dibao_standard_from_wages(catalogue: Catalogue) -> None:
    earner = person(employed=True, incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(1300)),))
    # No standard from July 2021 to 2023 is known, so nothing is decided in those years.
    assert decided(catalogue, "suzhou", "dibao", home(earner), date(2021, 8, 1)) == []
    (dibao,) = decided(catalogue, "suzhou", "dibao", home(earner), date(2025, 8, 1))
    # 1300 less 362.40 is 937.60; 1208 less that is 270.40.
    assert dibao.amount is not None
    assert dibao.amount.text("en") == "270.4 yuan/month"


@pytest.mark.parametrize(("area", "yuan"), [(Area.URBAN, "2,025"), (Area.RURAL, "1,070")])
def test_nantong_has_one_tekun_standard_for_town_and_one_for_country(
    catalogue: Catalogue, area: Area, yuan: str
) -> None:
    alone = person(1950)
    (support,) = decided(catalogue, "nantong", "tekun", home(alone, area=area), date(2023, 9, 1))
    assert support.amount is not None
    assert support.amount.text("en") == f"{yuan} yuan/month"


@pytest.mark.parametrize(("unable", "yuan"), [(6, "328"), (2, "164"), (0, "82")])
def test_nantong_pays_for_care_at_home_by_shares_of_dibao(
    catalogue: Catalogue, unable: int, yuan: str
) -> None:
    at_home = Tekun(support=TekunSupport.DISPERSED)
    alone = person(1950, tasks_unable=unable, assistance=Assistance.TEKUN, tekun=at_home)
    (care,) = decided(catalogue, "nantong", "tekun_care", home(alone), date(2024, 1, 1))
    assert care.amount is not None
    assert care.amount.text("en") == f"{yuan} yuan/month"
    assert any(version.clause.trust is Trust.REPRINT for version in care.used)


def test_nothing_is_known_of_care_in_nantong_s_institutions(catalogue: Catalogue) -> None:
    inside = Tekun(support=TekunSupport.INSTITUTION)
    alone = person(1950, tasks_unable=6, assistance=Assistance.TEKUN, tekun=inside)
    found = decide(catalogue["nantong"].rulebook, home(alone), on=date(2024, 1, 1))
    (care,) = (each for each in found if each.provision.id == "tekun_care")
    assert care.amount is None


def test_suzhou_and_taizhou_pay_for_care_by_their_minimum_standards(catalogue: Catalogue) -> None:
    alone = person(1950, tasks_unable=2)
    (care,) = decided(catalogue, "suzhou", "tekun_care", home(alone), date(2026, 1, 5))
    assert care.amount is not None
    assert care.amount.text("en") == "747 yuan/month"
    (care,) = decided(catalogue, "taizhou-jiangsu", "tekun_care", home(alone), date(2025, 2, 1))
    assert care.amount is not None
    assert care.amount.text("en") == "320 yuan/month"


ILL = {"seriously_ill": True}
OF_DIBAO = {"assistance": Assistance.DIBAO}
OF_LOW_INCOME = {"assistance": Assistance.DIBAO_MARGINAL}


@pytest.mark.parametrize(
    ("known", "yuan"),
    [
        (ILL | OF_DIBAO, "1,195.2"),
        (ILL | OF_LOW_INCOME, "1,195.2"),
        (ILL, "996"),
        (OF_DIBAO, "996"),
        (OF_LOW_INCOME, "415"),
        ({}, None),
    ],
)
def test_taizhou_pays_children_in_difficulty_by_illness_and_family(
    catalogue: Catalogue, known: dict[str, Any], yuan: str | None
) -> None:
    with_parents = Child(orphan=False, parents=(Parent(state=ParentState.CAPABLE),))
    family = home(person(2012, child=with_parents, **known))
    found = decided(catalogue, "taizhou-jiangsu", "child_in_difficulty_allowance", family, date(2024, 9, 1))
    assert [each.amount.text("en") for each in found if each.amount] == (
        [f"{yuan} yuan/month"] if yuan else []
    )


def test_an_unattended_child_of_taizhou_receives_what_an_orphan_does_and_nothing_beside(
    catalogue: Catalogue,
) -> None:
    gone = Parent(state=ParentState.DEAD), Parent(state=ParentState.IMPRISONED, months=30)
    role = Child(
        orphan=False, parents=gone, guardianship=Guardianship.RELATIVES, placement=Placement.COMMUNITY
    )
    family = home(person(2012, child=role, seriously_ill=True), person(1950, supporters=(Supporter(),)))
    day = date(2024, 9, 1)
    (allowance,) = decided(catalogue, "taizhou-jiangsu", "unattended_child_allowance", family, day)
    assert allowance.amount is not None
    assert allowance.amount.text("en") == "1,992 yuan/month"
    assert decided(catalogue, "taizhou-jiangsu", "child_in_difficulty_allowance", family, day) == []
    assert city_rules.unattended_standard.supersedes == children.unattended_child_standard.jurisdiction


def test_every_clause_says_what_stands_there() -> None:
    assert all(entry.clause.gloss for rule in city_rules.RULES for entry in rule.timeline)
