"""The invariants of Jiangsu and its cities hold but for what is declared, and each is seen red."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs import Amount, Label, Rulebook, load, since
from civaffairs.domain.models import Cemetery
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import cemetery
from civaffairs.testing.invariants import Outcome, examine, examine_until_tested
from civaffairs_china import funerals
from civaffairs_jiangsu.cities import suqian, suzhou, taizhou, wuxi
from civaffairs_jiangsu.cities.common import orphan_community
from civaffairs_jiangsu.documents import plan_14
from civaffairs_jiangsu.invariants import INVARIANTS

DAY = date(2026, 3, 1)
CATALOGUE = load(only=["china", "jiangsu"], strict=True)
PLACES = [each.jurisdiction.id for each in CATALOGUE.of_plugin("jiangsu")]
EARLIER = Label("更早没有", "nothing earlier")
CLAUSE = plan_14.at("一")
BY_ID = {each.id: each for each in INVARIANTS}


def with_standards(place, *declared):
    """A city's rulebook with some standards in place of its own."""
    book = CATALOGUE[place].rulebook
    ids = {each.id for each in declared}
    amounts = [each for several in book.standards.values() for each in several if each.id not in ids]
    every = [each for several in book.rules.values() for each in several]
    return Rulebook.of(book.chain, every, book.provisions.values(), [*amounts, *declared])


def sets(standard, *numbers):
    entries = (
        since(f"{2026 + year}-01-01", Amount(each, "元/人·月"), CLAUSE) for year, each in enumerate(numbers)
    )
    return evolve(standard, timeline=dated(EARLIER, *entries), unit="元/人·月")


def orphans(number):
    from civaffairs_jiangsu import taizhou as city

    return orphan_community(city, since("2026-01-01", Amount(number, "元/人·月"), CLAUSE))


# The city, the standards as they may be, and as they may not be.
STANDARDS = {
    "tekun_follows_dibao": ("wuxi", [sets(wuxi.urban, 1000), sets(wuxi.tekun, 1300)], sets(wuxi.tekun, 1299)),
    "urban_tekun_follows_dibao": (
        "suqian",
        [sets(suqian.urban, 1000), sets(suqian.tekun_urban, 1300)],
        sets(suqian.tekun_urban, 1299),
    ),
    "rural_tekun_follows_dibao": (
        "suqian",
        [sets(suqian.rural, 1000), sets(suqian.tekun_rural, 1300)],
        sets(suqian.tekun_rural, 1299),
    ),
    "tekun_at_least_1_4_times_dibao": (
        "suzhou",
        [sets(suzhou.urban, 1000), sets(suzhou.tekun, 1400)],
        sets(suzhou.tekun, 1399),
    ),
    "tekun_at_least_1_5_times_dibao": (
        "wuxi",
        [sets(wuxi.urban, 1000), sets(wuxi.tekun, 1500)],
        sets(wuxi.tekun, 1499),
    ),
    "orphans_at_least_2_4_times_dibao": (
        "taizhou-jiangsu",
        [sets(taizhou.urban, 1000), orphans(2400)],
        orphans(2399),
    ),
}
PLOTS = {
    "single_plot_of_exactly_the_limit": (
        funerals.single_plot_area,
        cemetery.single_plot_area < Amount("0.5", funerals.PLOT),
    ),
    "joint_plot_of_exactly_the_limit": (
        funerals.joint_plot_area,
        cemetery.joint_plot_area < Amount("0.8", funerals.PLOT),
    ),
}


def test_every_invariant_has_its_mutant():
    assert sorted(BY_ID) == sorted([*STANDARDS, *PLOTS, "rural_share_never_falls"])


@pytest.mark.parametrize("place", PLACES)
def test_what_the_published_standards_break_is_declared_with_every_date_and_nothing_else_is(place):
    dossier = CATALOGUE[place]
    published = [each for each in dossier.invariants if each.of is None]
    broken = {(each.id, day) for each in published for day in examine(each, dossier.rulebook).broken_on}
    assert broken == {(each.of, day) for each in dossier.exemptions for day in each.on}


@pytest.mark.parametrize("name", sorted(STANDARDS))
def test_an_invariant_of_standards_holds_and_is_broken_by_wrong_ones(name):
    place, sound, wrong = STANDARDS[name]
    assert examine(BY_ID[name], with_standards(place, *sound), days=[DAY]).outcome is Outcome.HOLDS
    book = with_standards(place, *(each for each in sound if each.id != wrong.id), wrong)
    assert examine(BY_ID[name], book, days=[DAY]).outcome is Outcome.BROKEN


@pytest.mark.parametrize("name", sorted(PLOTS))
def test_a_plot_of_exactly_the_largest_area_is_within_it(name):
    rule, tree = PLOTS[name]
    book = CATALOGUE["jiangsu"].rulebook
    assert BY_ID[name].of == Cemetery.__name__
    assert examine_until_tested(BY_ID[name], book, [DAY]).outcome is Outcome.HOLDS
    other = evolve(rule, timeline=dated(EARLIER, since("2010-01-01", tree, CLAUSE)))
    every = [other if each is rule else each for several in book.rules.values() for each in several]
    wrong = Rulebook.of(book.chain, every, book.provisions.values(), [])
    assert examine(BY_ID[name], wrong, days=[DAY], examples=20_000).outcome is Outcome.BROKEN


def test_the_share_of_the_rural_standard_falls_where_the_urban_one_rises_alone():
    book = with_standards("wuxi", sets(wuxi.urban, 1000, 1001), sets(wuxi.rural, 1000))
    found = examine(BY_ID["rural_share_never_falls"], book)
    assert found.broken_on == (date(2027, 1, 1),)
