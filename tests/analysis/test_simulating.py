"""A change over a drawn population comes to what the evaluation of single cases says of each household."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from functools import cache

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

from attrs import evolve

import civaffairs
from civaffairs.analysis.sampling.cases import households_of
from civaffairs.analysis.sampling.people import population
from civaffairs.analysis.simulating.changes import proposals_named, scenario
from civaffairs.analysis.simulating.drawn import sample_of, synthetic, write_sample
from civaffairs.analysis.simulating.record import record
from civaffairs.analysis.simulating.simulation import planned, simulated
from civaffairs.domain.rules.evaluate import Things
from civaffairs.engines.deciding import program_of
from civaffairs.errors import InputInvalid, RuleRefused
from civaffairs.exchange.registers import opened_registers
from civaffairs.testing.engines import Answered, reference

DAY = date(2024, 9, 1)
TAOYUAN = civaffairs.load()["taoyuan"]
HOMES = 300
ASKED = ("dibao", "dibao_single_person", "winter_heating", "home_visits")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A sample with unknown facts, as files."""
    sample = evolve(sample_of(TAOYUAN, HOMES, seed=7, on=DAY), unknown=Fraction(1, 20))
    return sample, write_sample(sample, tmp_path_factory.mktemp("sample") / "registers")


@cache
def simulate(drawn, *said, proposals=(), provisions=ASKED, by=("area", "township", "decile")):
    sample, files = drawn
    asked = scenario(TAOYUAN.rulebook, DAY, said, tuple(proposals_named(proposals, TAOYUAN.proposals)))
    plan = planned(asked, provisions)
    kept = [each for each in by if each != "decile"]

    def opened():
        return opened_registers(*files, on=DAY, needed=plan.needed, keep=kept)

    return simulated(plan, opened, by=by, invariants=TAOYUAN.invariants, synthetic=synthetic(sample))


@cache
def homes_of(sample):
    return [home for households, persons in population(sample) for home in households_of(households, persons)]


def answers(provision, home, edition):
    """What the evaluation of single cases says of a household or of each of its members.

    The swift program gives up where a fact is missing; then the reference evaluation is asked.
    """
    program = program_of(provision, edition)
    things = [(home,)] if provision.of == "Household" else [(home, each) for each in home.members]
    found = []
    for each in things:
        swift = program.swift(*each, on=DAY)
        if swift is None:
            case = Things(dict(zip(program.lineage, each, strict=True)))
            found.append(reference(provision, edition, case, DAY))
        else:
            amounts = (Fraction(size, scale) for size, scale in zip(swift[1], program.scales, strict=False))
            found.append(Answered(swift[0], tuple(amounts)))
    return found


def paid(answer):
    """How much is paid in the month; None where that cannot be told."""
    if answer.holds is None:
        return None
    return answer.amounts[0] if answer.holds else Fraction(0)


def in_loop(asked, homes, provisions):
    """Side by side what is reached and paid, and how the money of each household changes."""
    sides = {id: [defaultdict(Fraction), defaultdict(Fraction)] for id in provisions}
    changes = []
    for home in homes:
        whole = Fraction(0)
        for id in provisions:
            provision = asked.before.provision(id)
            both = [answers(provision, home, edition) for edition in asked.editions]
            for side, found in zip(sides[id], both, strict=True):
                held = sum(each.holds is True for each in found)
                side["households"] += bool(held)
                side["persons"] += held if provision.of == "Person" else held * len(home.members)
                side["doubtful"] += sum(each.holds is None for each in found)
                side["month"] += (
                    sum((paid(each) or 0 for each in found), Fraction(0))
                    if provision.amount is not None
                    else 0
                )
            if provision.kind.name == "CASH":
                sums = [None if None in (p := [paid(each) for each in found]) else sum(p) for found in both]
                whole = None if whole is None or None in sums else whole + sums[1] - sums[0]
        changes.append(whole)
    return sides, changes


def assert_same(asked, group, homes, provisions):
    sides, changes = in_loop(asked, homes, provisions)
    for effect in group.effects:
        for wanted, found in zip(sides[effect.provision.id], (effect.before, effect.after), strict=True):
            assert found.households == wanted["households"], effect.provision.id
            assert found.persons == wanted["persons"]
            assert found.doubtful == wanted["doubtful"]
            assert found.month == wanted["month"]
    assert group.moved.doubtful.households == sum(each is None for each in changes)
    known = [each for each in changes if each is not None]
    assert group.moved.gainers.total == sum((each for each in known if each > 0), Fraction(0))
    assert group.moved.losers.total == sum((each for each in known if each < 0), Fraction(0))
    assert group.moved.unchanged.households == known.count(0)


def test_every_figure_is_what_a_loop_with_the_reference_evaluation_comes_to(drawn):
    found = simulate(drawn, "dibao_urban=+8%", "dibao_rural=-30", provisions=ASKED)
    homes = homes_of(drawn[0])
    assert_same(found.scenario, found.whole, homes, ASKED)
    assert found.whole.moved.gainers.households
    assert found.whole.moved.losers.households
    (rural,) = (each for each in found.groups["area"] if each.name == "rural")
    assert_same(found.scenario, rural, [home for home in homes if home.area.id == "rural"], ASKED)


def test_a_proposed_rule_is_reckoned_as_the_reference_evaluation_does(drawn):
    found = simulate(drawn, proposals=("work_pays",), provisions=("dibao", "winter_heating"))
    assert_same(found.scenario, found.whole, homes_of(drawn[0]), ("dibao", "winter_heating"))
    assert [each.id for each in found.scenario.rules] == ["employment_cost"]
    assert found.whole.effects[0].newly_in
    assert found.whole.moved.losers.households == 0


def test_changing_nothing_makes_nobody_gain_or_lose(drawn):
    found = simulate(drawn, "dibao_urban=+0%", "dibao_rural=601", provisions=None)
    assert len(found.whole.effects) > 5
    for group in (found.whole, *(each for groups in found.groups.values() for each in groups)):
        assert (group.moved.gainers.households, group.moved.losers.households) == (0, 0)
        assert [each.before for each in group.effects] == [each.after for each in group.effects]


def test_raising_a_standard_lowers_no_payment_of_dibao(drawn):
    found = simulate(drawn, "dibao_urban=+10%", "dibao_rural=+50", provisions=("dibao",))
    moved = found.whole.effects[0].moved
    assert moved.gainers.households
    assert moved.losers.households == 0
    assert found.whole.effects[0].newly_out == 0


def test_groups_add_up_to_the_whole(drawn):
    found = simulate(drawn, "dibao_urban=+5%")
    assert sorted(found.groups) == ["area", "decile", "township"]
    for groups in found.groups.values():
        for name in ("households", "persons"):
            assert sum(getattr(each, name) for each in groups) == getattr(found.whole, name)
        for place, whole in enumerate(found.whole.effects):
            for side in ("before", "after"):
                parts = [getattr(each.effects[place], side) for each in groups]
                for name in ("households", "persons", "doubtful", "unsized", "month", "year"):
                    assert sum(getattr(each, name) for each in parts) == getattr(getattr(whole, side), name)
        for way in ("gainers", "losers", "unchanged", "doubtful"):
            parts = [getattr(each.moved, way) for each in groups]
            assert sum(each.households for each in parts) == getattr(found.whole.moved, way).households
            assert sum(each.total for each in parts) == getattr(found.whole.moved, way).total
    assert found.whole.households == HOMES


def test_tenths_have_as_many_persons_each_as_their_last_households_allow(drawn):
    groups = simulate(drawn, "dibao_urban=+5%").groups["decile"]
    tenths = [each for each in groups if each.name is not None]
    assert [each.name for each in tenths] == list(range(1, 11))
    whole = sum(each.persons for each in tenths)
    largest = max(len(home.members) for home in homes_of(drawn[0]))
    assert all(abs(each.persons - Fraction(whole, 10)) <= largest for each in tenths)


def test_a_year_is_twelve_months_or_as_many_as_a_benefit_lasts(drawn):
    dibao, _, heating, *_ = simulate(drawn, "dibao_urban=+5%").whole.effects
    assert dibao.before.year == 12 * dibao.before.month > 0
    assert heating.before.year == 4 * heating.before.month > 0


def test_what_rests_on_nothing_that_changes_is_not_asked_again_and_is_named(drawn):
    found = simulate(drawn, "winter_heating=50", provisions=None)
    assert [each.provision.id for each in found.whole.effects] == ["winter_heating"]
    assert "dibao" in [each.id for each in found.untouched]
    beside = simulate(drawn, "winter_heating=50", provisions=("dibao", "winter_heating"))
    assert [each.touched for each in beside.whole.effects] == [False, True]
    assert beside.whole.effects[0].before == beside.whole.effects[0].after
    assert beside.whole.effects[0].before.month > 0


def test_what_cannot_be_computed_in_bulk_is_left_out_and_said(drawn):
    found = simulate(drawn, "dibao_urban=+5%", provisions=None)
    assert [each.where for each in found.left_out] == ["infant_nutrition"]
    asked = scenario(TAOYUAN.rulebook, DAY, ["dibao_urban=+5%"])
    with pytest.raises(RuleRefused):
        planned(asked, ["infant_nutrition"])


def test_a_change_on_which_nothing_rests_is_refused():
    empty = evolve(TAOYUAN.rulebook, provisions={})
    with pytest.raises(InputInvalid) as error:
        planned(scenario(empty, DAY, ["dibao_urban=720"]))
    assert [each.code for each in error.value.faults] == ["change_touches_nothing"]


def test_a_sample_says_how_it_stands_for_the_place_and_data_is_not_scaled(drawn):
    found = simulate(drawn, "dibao_urban=+5%")
    data = record(found)
    assert data["synthetic"]
    assert Fraction(data["factor"]) == found.factor == 1 / drawn[0].factor
    assert data["whole"]["households"] == HOMES
    assert data["sample"] == {"households": HOMES, "seed": 7}
