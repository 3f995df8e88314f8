"""An invariant is a value: it says what must hold and of what kind the claim is, and refuses nonsense."""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve

from civaffairs import Amount, Document, Label, LocalStandard, Statistic, Topic
from civaffairs.domain import checks
from civaffairs.domain.invariants import Always, Invariant, Moves, OfPlans, OverTime, Way, Within, premises
from civaffairs.domain.rules.expr import Series, all_of, any_of, as_quantity, growth
from civaffairs.domain.rules.views import household, income, person
from civaffairs.errors import CivaffairsError, UnitClash

CLAUSE = Document("t/1", Label("通知", "Notice"), "", 2020).at("一")
DIBAO = LocalStandard("dibao_urban", Label("城市低保标准", "urban Dibao standard"), "元/人·月")
CONSUMPTION = Series("urban_consumption", Label("消费支出", "consumption"), "元/人·年")
BEDS = Statistic("beds", Label("床位", "beds"), "张", Topic.ELDERLY_CARE)
PRIVATE_BEDS = Statistic("private_beds", Label("社会办床位", "private beds"), "张", Topic.ELDERLY_CARE)
SPENT = Statistic("spent", Label("支出", "spending"), "亿元", Topic.FUNDING)

CLAIMS = [
    Always(household.income_unstable),
    Moves(household.assets, income.monthly, Way.NEVER_FALLS),
    OverTime(DIBAO, Way.NEVER_FALLS),
    OverTime(DIBAO, Way.NEVER_FALLS, growth(CONSUMPTION).previous_year),
    OverTime(SPENT, Way.NEVER_RISES),
    OverTime(CONSUMPTION, Way.NEVER_FALLS),
    Within(PRIVATE_BEDS, BEDS),
    OfPlans([checks.binding_without_value, checks.weaker_than_above]),
]


def invariant(claim, of=None):
    return Invariant("made_up", "d", Label("必须成立", "must hold"), Topic.FUNDING, of, claim, CLAUSE)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: type(claim).__name__)
def test_an_invariant_is_a_value_whatever_it_claims(claim):
    one, other = invariant(claim), invariant(evolve(claim))
    assert one == other
    assert hash(one) == hash(other)
    assert one != invariant(CLAIMS[0] if claim != CLAIMS[0] else CLAIMS[1])
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own


def test_a_claim_says_on_which_trees_it_rests():
    assert [len(claim.trees) for claim in CLAIMS] == [1, 1, 1, 2, 0, 0, 0, 0]
    assert CLAIMS[3].trees == (DIBAO, growth(CONSUMPTION).previous_year)


def test_what_moves_over_time_is_a_quantity_of_standards_or_something_that_plans_report():
    assert CLAIMS[2].reported is None
    assert CLAIMS[4].reported is SPENT
    assert CLAIMS[5].reported is CONSUMPTION
    assert OverTime(Amount(1, "元"), Way.NEVER_FALLS).trees == (as_quantity(Amount(1, "元")),)


@pytest.mark.parametrize("way", Way)
def test_each_way_has_a_name_in_both_languages(way):
    assert way.label.zh
    assert way.label.en.startswith("never")


def test_a_growth_that_is_no_percentage_is_refused():
    with pytest.raises(UnitClash, match="at_least"):
        OverTime(DIBAO, Way.NEVER_FALLS, Amount(5, "元/人·月"))


def test_a_part_of_another_kind_than_its_whole_is_refused():
    with pytest.raises(UnitClash, match="private_beds"):
        Within(PRIVATE_BEDS, SPENT)


def test_units_that_do_not_go_together_are_refused_when_the_invariant_is_declared():
    claim = Always(household.assets <= Amount(1, "人"))
    with pytest.raises(CivaffairsError):
        invariant(claim)


@pytest.mark.parametrize("wrong", [[], ["binding_without_value"]])
def test_a_claim_about_plans_names_at_least_one_check_and_names_it_by_reference(wrong):
    with pytest.raises((ValueError, TypeError)):
        OfPlans(wrong)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (~person.disabled | person.employed, (person.disabled,)),
        (any_of(~person.disabled, ~person.employed), (person.disabled, person.employed)),
        (
            ~person.disabled | (~person.employed | person.able_to_work),
            (all_of(person.disabled, person.employed),),
        ),
        (~(person.disabled & person.employed), (person.disabled, person.employed)),
        ((~person.disabled | person.employed) & person.able_to_work, (person.disabled,)),
        (person.disabled | person.employed, ()),
        (person.disabled, ()),
    ],
)
def test_the_premise_is_what_is_denied(condition, found):
    assert premises(condition) == found
