"""Proved, refuted, vacuous or unsettled: never mixed up, and every witness is confirmed by the evaluation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import event, given, settings

import civaffairs
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.checks import binding_without_value
from civaffairs.domain.exemptions import Exemption
from civaffairs.domain.invariants import Always, Invariant, Moves, OfPlans, OverTime, Way
from civaffairs.domain.models import (
    Area,
    Assistance,
    Cemetery,
    CemeteryNature,
    Household,
    Income,
    IncomeKind,
    Person,
    SocialOrg,
)
from civaffairs.domain.names import Label
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, holds, measure
from civaffairs.domain.rules.expr import LocalStandard, Opaque, as_quantity, greatest
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import cemetery, child, elder, household, income, organisation, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.asking import Limits, Question
from civaffairs.engines.categories import covered, covered_by, disjoint, none_left_out
from civaffairs.engines.changing import least_changes
from civaffairs.engines.cliffs import Cliff, cliff, received
from civaffairs.engines.deciding import decide
from civaffairs.engines.proving import (
    OnlyTested,
    Proved,
    Refuted,
    Unsettled,
    Vacuous,
    exemption_of,
    prove,
    prove_claim,
)
from civaffairs.errors import InputInvalid, RuleRefused, UnknownName
from civaffairs.testing.cases import days, households, rulebooks
from civaffairs_china.dibao import dibao_admission, dibao_amount, dibao_marginal, dibao_standard
from civaffairs_china.income import household_income, household_size, income_per_head

DAY = date(2024, 9, 1)
NOTHING, YUAN = Amount(0, "元/月"), Amount(1, "元/月")
LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
FAST = Limits(members=2, seconds=60)
EARNED = person.incomes.total(income.monthly)


@pytest.fixture(scope="session")
def taoyuan():
    return civaffairs.load()["taoyuan"].rulebook


@pytest.fixture(scope="session")
def jiangjin():
    return civaffairs.load()["jiangjin"].rulebook


def about(rulebook, of="Household", day=DAY, **limits):
    return Question(rulebook, day, of, evolve(FAST, **limits))


def with_rule(rulebook, rule, tree):
    """The same rulebook, in which the nearest version of a rule says something else."""
    nearest = rulebook.rules[rule.id][0]
    changed = evolve(nearest, timeline=dated(LABEL, since(2014, tree, CLAUSE)))
    rules = [each for found in rulebook.rules.values() for each in found if each is not nearest]
    standards = [each for found in rulebook.standards.values() for each in found]
    return Rulebook.of(rulebook.chain, [*rules, changed], rulebook.provisions.values(), standards)


# --- the reference rules on Dibao ----------------------------------------------------------------------

NEVER_NEGATIVE = Always(~dibao_admission | (dibao_amount >= NOTHING))
NEVER_NOTHING = Always(~dibao_admission | (dibao_amount > NOTHING))
NEVER_ABOVE = Always(~dibao_admission | (dibao_amount <= dibao_standard.times(household_size)))
NOT_BOTH = Always(~(dibao_admission & dibao_marginal))
FALLS = Moves(dibao_amount, income.monthly, Way.NEVER_RISES)


@pytest.mark.parametrize("claim", [NEVER_NEGATIVE, NEVER_NOTHING, NEVER_ABOVE, NOT_BOTH, FALLS])
@pytest.mark.parametrize("complete", [True, False])
def test_what_the_rules_on_dibao_imply_is_proved_for_up_to_four_members(claim, complete, taoyuan):
    proof = prove_claim(claim, about(taoyuan, members=4, complete=complete))
    assert isinstance(proof, Proved), proof.said.text("en")
    assert "4" in proof.said.text("en")


@pytest.mark.parametrize("claim", [NEVER_NEGATIVE, NEVER_ABOVE, NOT_BOTH, FALLS])
def test_so_it_is_by_the_real_rules_of_a_district(claim, jiangjin):
    assert isinstance(prove_claim(claim, about(jiangjin, day=date(2024, 3, 1))), Proved)


@pytest.mark.parametrize("claim", [NEVER_NEGATIVE, NOT_BOTH, FALLS])
def test_it_is_proved_for_whatever_the_standards_may_be(claim, taoyuan):
    assert isinstance(prove_claim(claim, about(taoyuan, any_standards=True)), Proved)


MUTANTS = [
    (NEVER_NOTHING, dibao_admission, (income_per_head <= dibao_standard) & household.assets_within_limits),
    (NEVER_NEGATIVE, dibao_amount, as_quantity(Amount(5, "元/月")) - household_income),
    (NEVER_ABOVE, dibao_amount, dibao_standard.times(household_size) * "1.01"),
    (NEVER_ABOVE, dibao_amount, greatest(dibao_standard.times(household_size), household_income + YUAN)),
    (NOT_BOTH, dibao_marginal, income_per_head < dibao_standard * "1.5"),
    (FALLS, dibao_amount, dibao_standard.times(household_size) + household_income),
    (
        FALLS,
        dibao_amount,
        greatest(dibao_standard.times(household_size) - household_income, Amount(-1, "元/月")) * "-1",
    ),
]


@pytest.mark.parametrize(("claim", "rule", "tree"), MUTANTS)
def test_a_mutant_of_a_rule_is_refuted_by_a_case_that_breaks_the_claim(claim, rule, tree, taoyuan):
    book = with_rule(taoyuan, rule, tree)
    proof = prove_claim(claim, about(book))
    assert isinstance(proof, Refuted), proof.said.text("en")
    facts = CaseFacts(book.on(DAY), DAY)
    seen = [Things({"Household": case}) for case in proof.witness.cases]
    if isinstance(claim, Always):
        assert holds(claim.condition, facts, *seen) is False
    else:
        before, after = (measure(claim.quantity, facts, each) for each in seen)
        assert after.number > before.number
        assert sum(incomes(proof.witness.cases[1])) > sum(incomes(proof.witness.cases[0]))


def incomes(home):
    return [each.monthly for member in home.members for each in member.incomes or ()]


def test_a_counterexample_is_a_household_that_can_be_decided(taoyuan):
    claim = Always(~dibao_admission | (dibao_amount >= Amount(100, "元/月")))
    proof = prove_claim(claim, about(taoyuan))
    assert isinstance(proof, Refuted)
    (home,) = proof.witness.cases
    decision = decide(taoyuan, home, on=DAY)["dibao"]
    assert decision.answer.value == "yes"
    assert decision.amount < Amount(100, "元/月")


def test_before_and_after_differ_in_one_fact_of_one_thing(taoyuan):
    proof = prove_claim(Moves(dibao_amount, income.monthly, Way.NEVER_FALLS), about(taoyuan))
    assert isinstance(proof, Refuted)
    before, after = proof.witness.cases
    changed = [
        (one.monthly, other.monthly)
        for mine, theirs in zip(before.members, after.members, strict=True)
        for one, other in zip(mine.incomes or (), theirs.incomes or (), strict=True)
        if one != other
    ]
    assert len(changed) == 1
    assert changed[0][0] < changed[0][1]


def test_of_a_person_the_income_of_another_member_may_grow_as_well(taoyuan):
    # Their own income leaves it as it is.
    others = household.members.total(EARNED) - EARNED
    proof = prove_claim(Moves(others, income.monthly, Way.NEVER_RISES), about(taoyuan, "Person"))
    assert isinstance(proof, Refuted)
    before, after = proof.witness.cases
    assert before.members[0] == after.members[0]
    assert isinstance(
        prove_claim(Moves(others, income.monthly, Way.NEVER_RISES), about(taoyuan, "Person", members=1)),
        Vacuous,
    )


def test_where_standards_are_open_a_counterexample_names_those_that_it_needs(taoyuan):
    claim = Always(~dibao_admission | (household.assets <= Amount(30_000, "元")))
    proof = prove_claim(claim, about(taoyuan, any_standards=True))
    assert isinstance(proof, Refuted)
    said = proof.said.text("en")
    for standard, amount in proof.witness.standards:
        assert f"{standard.label.en} at {amount.text('en')}" in said


def test_a_declared_invariant_is_proved_as_its_claim_is(taoyuan):
    invariant = Invariant(
        "never_negative", "china", LABEL, Topic.SOCIAL_ASSISTANCE, "Household", NEVER_NEGATIVE, CLAUSE
    )
    assert isinstance(prove(invariant, taoyuan, DAY, FAST), Proved)


# --- never vacuous -------------------------------------------------------------------------------------


def test_an_implication_whose_premise_never_holds_is_vacuous_and_says_which(taoyuan):
    never = (person.age > Amount(30, "岁")) & (person.age < Amount(20, "岁"))
    proof = prove_claim(Always(~never | person.employed), about(taoyuan, "Person"))
    assert isinstance(proof, Vacuous)
    assert "30" in proof.said.text("en")


def test_a_premise_that_needs_three_members_holds_once_there_are_three(taoyuan):
    claim = Always(
        ~(household.members.count() >= Amount(3, "人")) | (household.members.count() > Amount(2, "人"))
    )
    assert isinstance(prove_claim(claim, about(taoyuan, members=2)), Vacuous)
    assert isinstance(prove_claim(claim, about(taoyuan, members=3)), Proved)


def test_of_two_that_never_meet_each_has_to_occur(taoyuan):
    young, unborn = person.age < Amount(18, "岁"), person.age > Amount(149, "岁")
    assert isinstance(
        prove_claim(Always(~(young & unborn)), about(taoyuan, "Person")), Vacuous
    )  # born before 1880


def test_a_quantity_that_never_moves_with_a_fact_says_nothing(taoyuan):
    proof = prove_claim(Moves(dibao_amount, person.age, Way.NEVER_RISES), about(taoyuan))
    assert isinstance(proof, Vacuous)
    assert proof.premise is None


# --- unsettled ------------------------------------------------------------------------------------------


def test_where_time_runs_out_nothing_is_said_to_be_proved(taoyuan):
    proof = prove_claim(FALLS, about(taoyuan, seconds=0))
    assert isinstance(proof, Unsettled)
    assert proof.said.code == "unsettled_time_members"
    assert "0 seconds" in proof.said.text("en")


def test_where_steps_run_out_no_clock_is_looked_at_and_the_answer_is_always_the_same(taoyuan):
    few, many = about(taoyuan, steps=10, seconds=0), about(taoyuan, steps=3_000_000, seconds=0)
    proof = prove_claim(FALLS, few)
    assert isinstance(proof, Unsettled)
    assert "10 steps" in proof.said.text("en")
    assert isinstance(prove_claim(FALLS, many), Proved)


def test_open_numbers_that_are_multiplied_are_said_to_be_the_reason(taoyuan):
    squares = cemetery.plots.times(cemetery.plots), cemetery.joint_plots.times(cemetery.plots)
    claim = Always(~squares[0].equals(squares[1]) | cemetery.flat_stones)
    proof = prove_claim(claim, about(taoyuan, "Cemetery", seconds=0))
    assert proof.said.code == "unsettled_nonlinear"
    assert "members" not in proof.said.text("en")


def test_what_depends_on_a_function_is_proved_or_not_settled_but_never_refuted_untried(taoyuan):
    always_five = Opaque("five", "Person", LABEL, "月", 0, 9, 0, CLAUSE, lambda *_: 5)
    within = Always(always_five <= Amount(9, "月"))
    assert isinstance(prove_claim(within, about(taoyuan, "Person")), Proved)
    is_five = Always(always_five.equals(Amount(5, "月")))
    proof = prove_claim(is_five, about(taoyuan, "Person"))
    assert isinstance(proof, Unsettled)
    assert proof.said.code == "unsettled_opaque"
    not_five = Always(~always_five.equals(Amount(5, "月")) | person.employed)
    assert isinstance(prove_claim(not_five, about(taoyuan, "Person")), Refuted)  # tried, and it is so


def test_where_a_standard_is_not_known_that_is_said_instead_of_vacuous(taoyuan):
    unknown = LocalStandard("nowhere", Label("没有的标准", "a standard that nobody set"), "元")
    proof = prove_claim(Always(~(household.assets <= unknown) | household.sudden_hardship), about(taoyuan))
    assert isinstance(proof, Unsettled)
    assert "a standard that nobody set" in proof.said.text("en")


# --- standards alone ------------------------------------------------------------------------------------

URBAN, RURAL = (LocalStandard(f"dibao_{area}", LABEL, "元/人·月") for area in ("urban", "rural"))


def test_standards_alone_are_held_against_each_other_on_every_date_on_which_one_changes(taoyuan):
    question = about(taoyuan, None, day=date(1990, 1, 1))  # which day is asked about makes no difference
    proof = prove_claim(Always(RURAL <= URBAN), question)
    assert isinstance(proof, Proved)
    assert proof.said.text("en").startswith("proved for what is published")
    assert proof.published.held
    assert not proof.published.broken
    refuted = prove_claim(Always(RURAL > URBAN), question)
    assert isinstance(refuted, Refuted)
    assert refuted.witness.cases == ()
    assert refuted.days == proof.published.held
    assert refuted.days[0].isoformat() in refuted.said.text("en")
    assert isinstance(prove_claim(Always(~(RURAL > URBAN) | (URBAN > RURAL)), question), Vacuous)


def test_one_date_on_which_standards_break_it_is_enough_and_is_named(taoyuan):
    first, *_, last = prove_claim(Always(RURAL <= URBAN), about(taoyuan, None)).published.held
    facts = CaseFacts(taoyuan.on(last), last)
    highest = facts.local(URBAN)
    assert facts.local(URBAN) != CaseFacts(taoyuan.on(first), first).local(URBAN)
    below = URBAN < highest  # noqa: SIM300 - the standard is no constant
    proof = prove_claim(Always(below), about(taoyuan, None, day=first))
    assert isinstance(proof, Refuted)
    assert proof.days == (last,)


def test_of_a_standard_that_nobody_publishes_nothing_is_said_to_be_proved(taoyuan):
    unknown = LocalStandard("nowhere", Label("没有的标准", "a standard that nobody set"), "元/人·月")
    proof = prove_claim(Always(unknown <= URBAN), about(taoyuan, None))
    assert isinstance(proof, Unsettled)
    assert "a standard that nobody set" in proof.said.text("en")


@pytest.mark.parametrize(("days", "exempt"), [((), True), ((DAY,), True), ((date(2020, 1, 1),), False)])
def test_what_is_refuted_may_be_declared_for_the_days_on_which_it_is(taoyuan, days, exempt):
    declared = Exemption("known", "taoyuan", "invariants", "falls", LABEL, CLAUSE, days)
    claim = Moves(dibao_amount, income.monthly, Way.NEVER_FALLS)
    proof = prove_claim(claim, about(taoyuan))
    assert (exemption_of(proof, "falls", [declared]) == declared) is exempt
    assert exemption_of(proof, "another", [declared]) is None
    assert exemption_of(prove_claim(NOT_BOTH, about(taoyuan)), "falls", [declared]) is None


# --- published figures ----------------------------------------------------------------------------------


def test_of_what_goes_over_the_years_or_over_plans_no_solver_is_asked(taoyuan):
    for claim in (OverTime(URBAN, Way.NEVER_FALLS), OfPlans([binding_without_value])):
        proof = prove_claim(claim, about(taoyuan, None))
        assert isinstance(proof, OnlyTested)
        assert proof.said.text("en").startswith("only tested")


# --- other things, and what is refused ------------------------------------------------------------------


def test_a_cemetery_has_no_more_plots_of_a_kind_than_plots(taoyuan):
    question = about(taoyuan, "Cemetery")
    proof = prove_claim(Always(cemetery.ecological_plots <= cemetery.plots), question)
    assert isinstance(proof, Proved)
    assert proof.said.code == "proved_for_all"
    both = cemetery.single_plots + cemetery.ecological_plots
    refuted = prove_claim(Always(both <= cemetery.plots), question)  # they overlap
    assert isinstance(refuted, Refuted)
    assert isinstance(refuted.witness.cases[0], Cemetery)


def test_an_organisation_is_made_up_with_a_code_that_fits_its_kind(taoyuan):
    proof = prove_claim(
        Always(organisation.years_registered <= Amount(30, "年")), about(taoyuan, "SocialOrg")
    )
    assert isinstance(proof, Refuted)
    (found,) = proof.witness.cases
    assert isinstance(found, SocialOrg)
    assert found.years_registered_on(DAY) > 30


def test_who_is_an_elder_by_role_is_no_child(taoyuan):
    claim = Always(~(elder.lives_alone & child.orphan))
    assert isinstance(prove_claim(claim, about(taoyuan, "Person")), Proved)


def test_within_an_income_each_member_is_looked_at_anew(taoyuan):
    mixed = household.members.any(person.employed) & household.members.any(~person.employed)
    claim = Always(~household.members.any(person.incomes.any(mixed)))
    assert isinstance(prove_claim(claim, about(taoyuan)), Refuted)


@pytest.mark.parametrize(
    ("claim", "of"),
    [
        (Always(cemetery.flat_stones), "Household"),
        (Always(person.employed), "Household"),
        (Moves(household.assets, cemetery.plots, Way.NEVER_RISES), "Household"),
    ],
)
def test_what_is_out_of_sight_is_refused(claim, of, taoyuan):
    with pytest.raises(RuleRefused) as caught:
        prove_claim(claim, about(taoyuan, of))
    assert {each.code for each in caught.value.faults} == {"fact_out_of_sight"}


# --- provisions among each other --------------------------------------------------------------------------


def test_dibao_and_its_margin_are_disjoint_and_support_of_tekun_is_not_by_its_conditions_alone(taoyuan):
    found = disjoint(["dibao", "dibao_marginal", "tekun"], taoyuan, DAY, FAST)
    assert isinstance(found["dibao", "dibao_marginal"], Proved)
    both = found["dibao", "tekun"]
    assert isinstance(both, Refuted)
    decided = decide(taoyuan, both.witness.cases[0], on=DAY)
    assert decided["dibao"].answer.value == "yes"
    assert "yes" in {each.answer.value for each in decided.of("tekun")}


def test_a_household_between_all_programmes_is_found(taoyuan):
    poor = income_per_head < dibao_standard * "2"
    gap = covered(poor, Household, ["dibao", "dibao_marginal"], taoyuan, DAY, limits=FAST)
    assert isinstance(gap, Refuted)
    decided = decide(taoyuan, gap.witness.cases[0], on=DAY)
    assert {decided[name].answer.value for name in ("dibao", "dibao_marginal")} == {"no"}
    without_assets = (income_per_head < dibao_standard * "1.5") & (household.assets <= Amount(0, "元"))
    assert isinstance(
        covered(without_assets, Household, ["dibao", "dibao_marginal"], taoyuan, DAY, limits=FAST), Proved
    )


def test_need_and_categories_may_be_named_by_the_conditions_that_rules_rest_on(taoyuan):
    assert isinstance(covered_by("dibao", ["dibao_admission"], taoyuan, DAY, FAST), Proved)
    found = disjoint(["tekun_fully_dependent", "tekun_partly_dependent"], taoyuan, DAY, FAST)
    assert {type(proof) for proof in found.values()} == {Proved}
    with pytest.raises(UnknownName, match=r"provision or condition|规定或条件"):
        covered_by("nowhere", ["dibao"], taoyuan, DAY)


def test_a_household_that_would_get_something_if_it_earned_more_falls_between_programmes(taoyuan):
    both = ["dibao", "dibao_marginal"]
    assert isinstance(none_left_out(both, taoyuan, DAY, FAST), Proved)
    gap = (income_per_head > dibao_standard * "1.2") & (income_per_head < dibao_standard * "1.5")
    later = with_rule(taoyuan, dibao_marginal, gap & ~dibao_admission & household.assets_within_limits)
    proof = none_left_out(both, later, DAY, FAST)
    assert isinstance(proof, Refuted)
    poorer, richer = (
        {decide(later, case, on=DAY)[name].answer.value for name in both} for case in proof.witness.cases
    )
    assert poorer == {"no"}
    assert richer == {"no", "yes"}


def test_what_one_member_gets_counts_for_the_household(taoyuan):
    proof = none_left_out(["tekun"], taoyuan, DAY, FAST)
    assert isinstance(proof, Proved), proof.said.text("en")
    with pytest.raises(InputInvalid, match=r"nothing in common|互不相关"):
        none_left_out(["ecological_plots"], taoyuan, DAY)


def test_provisions_about_different_things_have_nothing_in_common(taoyuan):
    with pytest.raises(InputInvalid, match=r"nothing in common|互不相关"):
        disjoint(["dibao", "ecological_plots"], taoyuan, DAY)
    with pytest.raises(UnknownName):
        disjoint(["dibao", "no_such_provision"], taoyuan, DAY)


# --- cliffs -----------------------------------------------------------------------------------------------


def test_dibao_itself_has_no_cliff_but_for_what_is_rounded(taoyuan):
    found = cliff(received(taoyuan, "dibao"), income.monthly, YUAN, about(taoyuan))
    assert isinstance(found, Cliff)
    assert found.exact
    assert found.fall == Amount("0.99", "元/月")


def test_the_heating_subsidy_ends_in_a_cliff_of_its_whole_amount(taoyuan):
    heating = received(taoyuan, "winter_heating")
    found = cliff(heating, income.monthly, YUAN, about(taoyuan))
    assert found.exact
    before, after = (
        decide(taoyuan, case, on=DAY, provisions=["winter_heating"])["winter_heating"].amount
        for case in found.witness.cases
    )
    assert after is None
    assert before == Amount(120, "元/月")
    gained = sum(incomes(found.witness.cases[1])) - sum(incomes(found.witness.cases[0]))
    assert found.fall == Amount(120 - gained, "元/月")


def test_where_there_is_no_cliff_that_is_proved(jiangjin):
    question = about(jiangjin, day=date(2024, 3, 1))
    assert isinstance(cliff(received(jiangjin, "dibao"), income.monthly, YUAN, question), Proved)
    with pytest.raises(InputInvalid):
        received(jiangjin, "dibao_marginal")


def test_where_nobody_is_paid_nothing_is_said_of_cliffs(taoyuan):
    # The nation sets no standard, so nobody knows what is paid.
    china = civaffairs.load()["china"].rulebook
    unknown = cliff(received(china, "dibao"), income.monthly, YUAN, about(china))
    assert isinstance(unknown, Unsettled)
    assert unknown.said.code == "unsettled_unknown"
    never = with_rule(taoyuan, dibao_amount, as_quantity(NOTHING))
    idle = cliff(received(never, "dibao"), income.monthly, YUAN, about(never))
    assert isinstance(idle, Vacuous)


def test_where_only_some_standards_are_known_it_is_said_for_what_nothing_is_proved(taoyuan):
    # That of orphans in the community is known, that of orphans in institutions is not.
    found = cliff(received(taoyuan, "orphan_allowance"), income.monthly, YUAN, about(taoyuan, members=1))
    assert isinstance(found, Proved)
    assert "not where it rests on what is not known" in found.said.text("en")
    proof = prove_claim(NOT_BOTH, about(taoyuan, members=1))
    assert proof.absent is None


def test_a_cliff_for_which_there_is_no_time_is_not_settled(taoyuan):
    assert isinstance(
        cliff(received(taoyuan, "dibao"), income.monthly, YUAN, about(taoyuan, seconds=0)), Unsettled
    )


# --- the least change ---------------------------------------------------------------------------------------

HOME = Household(
    area=Area.URBAN,
    members=(
        Person(
            born=date(1961, 3, 1),
            incomes=(Income(kind=IncomeKind.PROPERTY, monthly=Decimal(900)),),
            employed=False,
            assistance=Assistance.NONE,
        ),
    ),
    assets=Decimal(90_000),
    id="桃-17",
)


def changes(rulebook, case, name, **options):
    found = least_changes(rulebook, case, name, DAY, **options)
    return [[each.text("en") for each in change.facts] for change in found], found


def test_the_least_change_is_of_the_fewest_facts_and_by_the_smallest_step(taoyuan):
    texts, found = changes(taoyuan, HOME, "dibao")
    assert texts == [
        [
            "assets: 90,000 yuan → 25,200 yuan",
            "members[0].incomes[0] monthly income: 900 yuan/month → 699.99 yuan/month",
        ]
    ]
    (change,) = found
    assert decide(taoyuan, change.case, on=DAY)["dibao"].answer.value == "yes"
    assert change.case.id == HOME.id
    assert change.case.members[0].born == HOME.members[0].born
    one_fen_less = evolve_assets(change.case, Decimal("25200.01"))
    assert decide(taoyuan, one_fen_less, on=DAY)["dibao"].answer.value == "no"


def evolve_assets(home, assets):
    return civaffairs.domain.models.replaced(home, assets=assets)


def test_several_ways_are_found_and_an_age_only_grows(taoyuan):
    old = Household(area=Area.URBAN, members=(Person(born=date(1950, 1, 1), incomes=()),), assets=Decimal(0))
    assert least_changes(taoyuan, old, "winter_heating", DAY).already
    young = civaffairs.domain.models.replaced(HOME, assets=Decimal(0))
    texts, _ = changes(taoyuan, young, "winter_heating")
    assert texts == [
        ["members[0] age: 63 years → 70 years"],
        ["members[0].incomes[0] monthly income: 900 yuan/month → 699.99 yuan/month"],
    ]
    minors, _ = changes(taoyuan, HOME, "large_family")
    assert minors == []


def test_what_is_not_known_may_come_to_be_known_and_what_is_known_stays_so(taoyuan):
    blank = Household(area=Area.RURAL, members=(Person(born=date(1961, 3, 1)),))
    texts, found = changes(taoyuan, blank, "dibao")
    assert [len(each) for each in texts] == [2]
    assert "members[0] incomes: not known → none" in texts[0]
    assert decide(taoyuan, next(iter(found)).case, on=DAY)["dibao"].answer.value == "yes"


def test_for_a_provision_about_persons_a_member_is_named(taoyuan):
    two = civaffairs.domain.models.replaced(HOME, members=(HOME.members[0], Person(born=date(1990, 1, 1))))
    texts, found = changes(taoyuan, two, "home_visits", member=1)
    assert found.about == "members[1]"
    assert all(text.startswith("members[1]") for text in texts[0])


def test_where_no_change_helps_it_says_why(taoyuan):
    _, found = changes(taoyuan, HOME, "infant_nutrition")
    assert found.said.code == "change_opaque"
    _, found = changes(taoyuan, HOME, "large_family")
    assert found.said.code == "change_impossible"
    _, found = changes(taoyuan, HOME, "dibao", seconds=0)
    assert found.said.code == "change_out_of_time"
    with pytest.raises(InputInvalid):
        changes(taoyuan, Cemetery(name="桃源陵园", nature=CemeteryNature.COMMERCIAL), "dibao")


# --- whatever the rules are ------------------------------------------------------------------------------


@settings(max_examples=15)
@given(rulebooks(), households(), days())
def test_what_is_proved_no_case_that_is_drawn_breaks_and_what_is_refuted_is_confirmed(rulebook, home, day):
    limits = Limits(members=2, items=2, seconds=5, complete=False)
    when = rulebook.provisions["household_provision"].when
    other = rulebook.provisions["person_provision"].when
    claim = Always(~household.members.any(other) | when)
    proof = prove_claim(claim, Question(rulebook, day, "Household", limits))
    event(type(proof).__name__)
    facts = CaseFacts(rulebook.on(day), day)
    if isinstance(proof, Proved | Vacuous) and len(home.members) <= limits.members:
        assert holds(claim.condition, facts, Things({"Household": home})) is not False
    if isinstance(proof, Refuted):
        assert holds(claim.condition, facts, Things({"Household": proof.witness.cases[0]})) is False
    if isinstance(proof, Unsettled):
        event(proof.said.code)
        assert proof.said.code not in {"unsettled_untried", "unsettled_refused"}
