"""Every provision of every plugin: without one fact, a decision stays or says that it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from civaffairs import Answer, Area, Household, Income, IncomeKind, Person, decide, load
from civaffairs.domain.decisions import Decision
from civaffairs.domain.models import (
    Assistance,
    Child,
    Dependence,
    DisabilityKind,
    Elder,
    Guardianship,
    Parent,
    ParentState,
    Placement,
    Registration,
    Schooling,
    Supporter,
    Tekun,
    TekunSupport,
    attributes,
    is_model,
    replaced,
)

DAY = date(2025, 12, 1)
CATALOGUE = load()
PLACES = [place.jurisdiction.id for place in CATALOGUE]


def income(kind: IncomeKind, yuan: int) -> Income:
    return Income(kind=kind, monthly=Decimal(yuan))


def person(born: date, *incomes: Income, **facts: Any) -> Person:
    """Somebody of whom everything is known that rules ask."""
    known: dict[str, Any] = {
        "registration": Registration.HOUSEHOLD_REGISTER,
        "assistance": Assistance.DIBAO,
        "other_benefits": Decimal(0),
        "economic_hardship": True,
        "work_cost": Decimal(100),
        "employed": bool(incomes),
        "able_to_work": bool(incomes),
        "schooling": Schooling.NONE,
        "seriously_ill": False,
        "disabled": False,
        "dependence": Dependence.SELF_CARING,
        "tasks_unable": 0,
        "long_term_care": False,
        "supporters": (),
    }
    return Person(born=born, incomes=incomes, **{**known, **facts})


def home(*members: Person) -> Household:
    return Household(
        area=Area.URBAN,
        members=members,
        assets=Decimal(1000),
        assets_within_limits=True,
        yearly_income=Decimal(9000),
        rising_through_work=False,
        income_unstable=False,
        sudden_hardship=False,
        hardship_from_spending=False,
        rigid_spending=Decimal(4000),
    )


ELDER = Elder(
    lives_alone=True,
    ability_assessed=True,
    in_special_difficulty=True,
    owner_consents=True,
    neighbours_consent=True,
)
OLD = person(
    date(1938, 2, 3),
    income(IncomeKind.TRANSFER, 200),
    elder=ELDER,
    disabled=True,
    disability_grade=2,
    disability_kinds=(DisabilityKind.PHYSICAL,),
    dependence=Dependence.FULLY_DEPENDENT,
    tasks_unable=5,
    long_term_care=True,
)
EARNER = person(date(1984, 3, 9), income(IncomeKind.WAGES, 900), income(IncomeKind.SCHOLARSHIP, 50))
CHILD = Child(
    guardianship=Guardianship.RELATIVES,
    orphan=False,
    parents=(Parent(state=ParentState.DEAD), Parent(state=ParentState.IMPRISONED, months=30)),
    surgery_indicated=False,
    placement=Placement.COMMUNITY,
)
PUPIL = person(date(2015, 4, 4), schooling=Schooling.COMPULSORY, child=CHILD)
ALONE = person(
    date(1950, 6, 6),
    assistance=Assistance.TEKUN,
    tekun=Tekun(support=TekunSupport.DISPERSED, wants_institution=True, care_agreement=True),
    supporters=(Supporter(born=date(1975, 1, 1), missing=True, assets_within_limits=True),),
    tasks_unable=2,
    dependence=Dependence.PARTLY_DEPENDENT,
)
HOMES = {"three generations": home(OLD, EARNER, PUPIL), "a tekun person": home(ALONE)}


def poorer(thing: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a thing without one of its known facts, for each of them, with where that fact stands."""
    for attribute in attributes(type(thing)):
        value = getattr(thing, attribute.name)
        path = f"{place}{attribute.name}"
        if value is not None and attribute.default is None:
            lacking = {attribute.name: None}
            if attribute.name == "disabled":  # its particulars cannot stand alone
                lacking |= {"disability_grade": None, "disability_kinds": None}
            yield path, replaced(thing, **lacking)
        if is_model(type(value)):
            for where, part in poorer(value, f"{path}."):
                yield where, replaced(thing, **{attribute.name: part})
        if isinstance(value, tuple):
            for position, item in enumerate(value):
                for where, part in poorer(item, f"{path}[{position}].") if is_model(type(item)) else ():
                    several = (*value[:position], part, *value[position + 1 :])
                    yield where, replaced(thing, **{attribute.name: several})


def said(decision: Decision) -> object:
    return decision.answer, decision.amount, decision.starts, decision.review, decision.ends


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("family", HOMES)
def test_without_one_fact_a_decision_stays_or_says_that_it_is_missing(place: str, family: str) -> None:
    book = CATALOGUE[place].rulebook
    whole = {(each.provision.id, each.about): each for each in decide(book, HOMES[family], on=DAY)}
    settled = {key for key, each in whole.items() if each.answer is not Answer.CANNOT_TELL}
    assert len(settled) > len(whole) / 2  # or there would be little to see
    for path, lacking in poorer(HOMES[family]):
        for again in decide(book, lacking, on=DAY):
            key = (again.provision.id, again.about)
            if key not in settled or said(again) == said(whole[key]):
                continue
            named = [each.where for each in again.missing]
            # Where a whole part is not known, the facts in it are what is missed.
            assert any(f"{where}.".startswith(f"{path}.") for where in named), (key, path, named)
            assert again.answer is Answer.CANNOT_TELL or again.answer is whole[key].answer, (key, path)
