"""What is proposed to Taoyuan can be tried, keeps the floors that the district declares, and pays more to who works."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from civaffairs import Area, Household, Income, IncomeKind, Person, decide, load
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.rules.evaluate import measure
from civaffairs_china.local_standards import dibao_urban, tekun_basic
from civaffairs_taoyuan.proposals import PROPOSALS, higher_standards, work_pays

DAY = date(2025, 2, 1)
BOOK = load()["taoyuan"].rulebook


def dibao(rulebook, wages):
    someone = Person(
        born=date(1985, 1, 1),
        employed=True,
        incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(wages)),),
    )
    home = Household(area=Area.URBAN, members=(someone,), assets=Decimal(0))
    amount = decide(rulebook, home, on=DAY, provisions=["dibao"])["dibao"].amount
    return None if amount is None else amount.number


def test_the_catalogue_has_every_proposal():
    assert load()["taoyuan"].proposals == PROPOSALS


@pytest.mark.parametrize("proposal", PROPOSALS, ids=lambda each: each.id)
def test_every_proposal_can_be_tried(proposal):
    assert proposal.in_(BOOK).on(DAY).day <= DAY


def test_the_higher_standards_keep_the_floor_of_tekun_support():
    facts = CaseFacts(higher_standards.in_(BOOK).on(DAY), DAY)
    assert measure(tekun_basic, facts).number >= measure(dibao_urban, facts).number * Fraction("1.3")


@pytest.mark.parametrize(
    ("wages", "now", "then"), [(500, 300, 400), (850, 20, 190), (1100, None, 40), (1300, None, None)]
)
def test_who_works_keeps_more_of_the_wages(wages, now, then):
    assert (dibao(BOOK, wages), dibao(work_pays.in_(BOOK), wages)) == (now, then)
