"""An invariant is tested with cases, dates or plans; violations are found and small, and vacuity is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from civaffairs import (
    Always,
    Amount,
    Document,
    Invariant,
    Label,
    Moves,
    NotModelled,
    Passage,
    Plan,
    Statistic,
    Table,
    Topic,
    between,
    goal,
    load,
    since,
    yearly_growth,
)
from civaffairs.domain import checks
from civaffairs.domain.invariants import OfPlans, OverTime, Way, Within
from civaffairs.domain.models import (
    Area,
    Cemetery,
    CemeteryNature,
    Household,
    Income,
    IncomeKind,
    Person,
)
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things
from civaffairs.domain.rules.expr import growth
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.views import cemetery, elder, household, income, person
from civaffairs.errors import InputInvalid
from civaffairs.testing.invariants import Outcome, examine, examine_until_tested, holds_for, violations
from civaffairs_china.dibao import dibao_admission, dibao_marginal
from civaffairs_china.indicators import certified_social_workers, social_work_professionals
from civaffairs_china.local_standards import (
    dibao_rural,
    dibao_urban,
    orphan_community,
    orphan_institutional,
)
from civaffairs_china.series import urban_consumption
from civaffairs_taoyuan import rules, standards

DAY = date(2024, 9, 1)
BOOK = load(only=["china", "taoyuan"], strict=True)["taoyuan"].rulebook
CLAUSE = Document("t/1", Label("通知", "Notice"), "", 2020).at("一")
EARLIER = Label("更早没有", "nothing earlier")
NAME = Label("必须成立的事", "something that must hold")


def invariant(claim, of="Household"):
    return Invariant("made_up", "taoyuan", NAME, Topic.SOCIAL_ASSISTANCE, of, claim, CLAUSE)


def with_standard(declared, *entries) -> Rulebook:
    """Taoyuan's rulebook where a standard has other values."""
    changed = evolve(declared, timeline=dated(EARLIER, *entries))
    kept = [each for several in BOOK.standards.values() for each in several if each.id != declared.id]
    every = [each for several in BOOK.rules.values() for each in several]
    return Rulebook.of(BOOK.chain, every, BOOK.provisions.values(), [*kept, changed])


def yuan(start, number):
    return since(start, Amount(number, "元/人·月"), CLAUSE)


def earner(monthly, **known):
    wages = (Income(kind=IncomeKind.TRANSFER, monthly=Decimal(monthly)),)
    return Person(born=date(1980, 1, 1), incomes=wages, employed=False, **known)


def home(*members, **known):
    return Household(area=Area.URBAN, members=members, assets=Decimal(0), **known)


exclusive = invariant(Always(~(dibao_admission & dibao_marginal)))
pays_less = invariant(Moves(rules.dibao_amount, income.monthly, Way.NEVER_RISES))
grown_up = invariant(Always(person.age >= Amount(18, "岁")), "Person")
rural_within_urban = invariant(Always(dibao_rural <= dibao_urban), None)


# One thing


def test_a_condition_holds_is_broken_or_cannot_be_told_for_one_thing():
    adult, child = earner(0), Person(born=date(2020, 1, 1))
    assert holds_for(grown_up, BOOK, DAY, adult) is Outcome.HOLDS
    assert holds_for(grown_up, BOOK, DAY, child) is Outcome.BROKEN
    alone = invariant(Always(elder.lives_alone), "Person")
    assert holds_for(alone, BOOK, DAY, adult) is Outcome.CANNOT_TELL


def test_of_a_household_every_member_is_looked_at():
    assert holds_for(grown_up, BOOK, DAY, home(earner(0), earner(0))) is Outcome.HOLDS
    assert holds_for(grown_up, BOOK, DAY, home(earner(0), Person(born=date(2020, 1, 1)))) is Outcome.BROKEN


def test_where_it_is_not_known_what_there_is_it_cannot_be_told():
    small = invariant(Always(income.monthly <= Amount(100, "元/月")), "Income")
    unknown = Person(born=date(1980, 1, 1))
    assert holds_for(small, BOOK, DAY, unknown) is Outcome.CANNOT_TELL
    assert holds_for(small, BOOK, DAY, home(earner(99))) is Outcome.HOLDS
    assert holds_for(small, BOOK, DAY, home(earner(99), earner(101))) is Outcome.BROKEN
    grows = invariant(Moves(income.monthly, income.monthly, Way.NEVER_FALLS), "Income")
    assert holds_for(grows, BOOK, DAY, unknown) is Outcome.CANNOT_TELL


def test_a_thing_may_be_given_with_what_is_around_it():
    member = earner(0)
    around = Things({"Household": home(member), "Person": member})
    assert holds_for(grown_up, BOOK, DAY, around) is Outcome.HOLDS
    assert holds_for(pays_less, BOOK, DAY, Things({"Household": home(member)})) is Outcome.HOLDS


def test_an_amount_that_moves_the_wrong_way_is_broken_and_one_that_moves_the_right_way_holds():
    case = home(earner(100), assets_within_limits=True)
    assert holds_for(pays_less, BOOK, DAY, case) is Outcome.HOLDS
    rises = invariant(Moves(rules.dibao_amount, income.monthly, Way.NEVER_FALLS))
    assert holds_for(rises, BOOK, DAY, case) is Outcome.BROKEN


def test_an_amount_that_jumps_at_a_threshold_far_away_is_found_for_one_thing():
    jumps = rules.cases(
        (rules.income.income_per_head >= rules.dibao.dibao_standard, Amount(5, "元/月")),
        otherwise=Amount(0, "元/月"),
    )
    never = invariant(Moves(jumps, income.monthly, Way.NEVER_RISES))
    assert holds_for(never, BOOK, DAY, home(earner(100))) is Outcome.BROKEN
    assert holds_for(never, BOOK, DAY, home(earner(701))) is Outcome.HOLDS


def test_an_age_grows_as_the_birth_moves_back():
    older = invariant(Moves(person.age, person.age, Way.NEVER_RISES), "Person")
    assert holds_for(older, BOOK, DAY, earner(0)) is Outcome.BROKEN
    assert (
        holds_for(evolve(older, claim=Moves(person.age, person.age, Way.NEVER_FALLS)), BOOK, DAY, earner(0))
        is Outcome.HOLDS
    )


def test_what_could_not_be_true_is_not_held_against_an_invariant():
    """More used plots than plots cannot be, so a cemetery that is full does not grow in them."""
    hill = Cemetery(name="山", nature=CemeteryNature.COMMERCIAL, plots=10, ecological_plots=10)
    free = cemetery.plots - cemetery.ecological_plots
    shrinks = invariant(Moves(free, cemetery.ecological_plots, Way.NEVER_FALLS), "Cemetery")
    assert holds_for(shrinks, BOOK, DAY, hill) is Outcome.HOLDS
    assert holds_for(shrinks, BOOK, DAY, evolve(hill, plots=11)) is Outcome.BROKEN


def test_a_thing_that_an_invariant_is_not_about_is_refused():
    hill = Cemetery(name="山", nature=CemeteryNature.COMMERCIAL)
    with pytest.raises(InputInvalid, match="household"):
        holds_for(exclusive, BOOK, DAY, hill)


# Drawn cases


def test_what_holds_is_tested_with_so_many_cases_and_its_premises_are_counted():
    found = examine_until_tested(exclusive, BOOK)
    assert found.outcome is Outcome.HOLDS
    assert found.violation is None
    assert [count > 0 for _, count in found.premises] == [True, True]
    assert f"{found.cases} cases" in found.text("en")
    assert "proved" not in found.text("en")
    assert f"{found.cases} 个个案" in found.text("zh")
    assert examine(exclusive, BOOK, examples=7).cases == 7
    assert examine_until_tested(invariant(Always(~nobody() | dibao_admission)), BOOK, most=9).cases == 9


def nobody():
    return household.assets < Amount(0, "元")


def test_the_same_seed_draws_the_same_cases():
    one, other = (examine(exclusive, BOOK, examples=25, seed=7) for _ in range(2))
    assert one == other


def test_a_violation_is_found_at_its_edge_and_is_small():
    wrong = invariant(
        Always(~rules.income.income_per_head.equals(rules.dibao.dibao_standard) | dibao_admission)
    )
    found = violations(wrong, BOOK, days=[DAY], examples=20_000)
    assert found.day == DAY
    assert len(found.thing.members) <= 2  # one income of twice the standard for two is as simple
    (only,) = (each for member in found.thing.members for each in member.incomes)
    assert only.monthly in {Decimal(each) * len(found.thing.members) for each in (700, 601)}
    assert holds_for(wrong, BOOK, found.day, found.thing) is Outcome.BROKEN
    assert "born=***" in found.text("en")


def test_a_move_that_goes_wrong_shows_both_sides():
    wrong = invariant(Moves(rules.dibao_amount, income.monthly, Way.NEVER_FALLS))
    found = violations(wrong, BOOK, days=[DAY], examples=20_000)
    assert found.after.number < found.before.number
    assert found.grown != found.thing
    assert "monthly income grows" in found.text("en")


def test_a_premise_that_never_holds_is_said_to_test_nothing():
    empty = examine(invariant(Always(~nobody() | dibao_admission)), BOOK, examples=20)
    assert empty.violation is None
    assert empty.vacuous
    assert empty.outcome is Outcome.CANNOT_TELL
    assert "not really tested" in empty.text("en")


def test_several_premises_of_one_implication_must_hold_together():
    wet, dry = household.income_unstable, household.sudden_hardship
    both = examine(invariant(Always((wet & dry) | ~wet | ~dry)), BOOK, examples=300)
    ((premise, count),) = both.premises
    assert premise == rules.dibao.all_of(wet, dry)
    assert 0 < count < 300


def test_what_is_no_implication_has_no_premise():
    assert examine(grown_up, BOOK, days=[DAY], examples=1).premises == ()
    assert examine(invariant(Always(~dibao_admission)), BOOK, days=[DAY], examples=1).premises == ()


def test_an_amount_that_never_moves_is_said_to_test_nothing():
    still = examine(invariant(Moves(rules.minors, income.monthly, Way.NEVER_RISES)), BOOK, examples=20)
    assert still.moved == 0
    assert still.outcome is Outcome.CANNOT_TELL


def test_where_the_rules_were_never_in_force_together_there_is_no_date_to_be_tested_on():
    paid, ended = rules.minors, NotModelled(EARLIER, since="2011")
    former = evolve(
        paid, id="former", timeline=dated(EARLIER, since("2010", paid.timeline.latest.value, CLAUSE), ended)
    )
    every = [each for several in BOOK.rules.values() for each in several]
    book = Rulebook.of(BOOK.chain, [*every, former], BOOK.provisions.values(), [])
    found = examine(invariant(Always(paid >= former)), book, examples=5)
    assert found.days == ()
    assert found.vacuous
    assert "no date" in found.text("en")


# Standards


def test_standards_are_looked_at_on_every_date_on_which_one_changes():
    found = examine(rural_within_urban, BOOK)
    assert found.outcome is Outcome.HOLDS
    assert found.days == (date(2021, 9, 1), date(2023, 7, 1), date(2023, 7, 31))
    assert found.cases is None
    assert "3 dates" in found.text("en")
    assert "2021-09-01" in found.text("zh")


def test_a_standard_that_breaks_an_invariant_is_named_with_every_date():
    book = with_standard(
        standards.dibao_rural, yuan("2021-09-01", 650), yuan("2022-01-01", 500), yuan("2023-01-01", 641)
    )
    found = examine(rural_within_urban, book)
    assert found.outcome is Outcome.BROKEN
    assert found.broken_on == (date(2021, 9, 1), date(2023, 1, 1))
    assert found.violation.day == date(2021, 9, 1)
    assert "2021-09-01" in found.text("en")
    assert violations(rural_within_urban, book) == found.violation


def test_standards_that_begin_together_in_an_unknown_day_are_not_mixed():
    """On 1 July 2023 either both are old or both are new: one notice changes them in the same month."""
    book = with_standard(standards.dibao_rural, yuan("2021-09-01", 640), yuan("2023-07", 700))
    assert holds_for(rural_within_urban, book, date(2023, 7, 1)) is Outcome.HOLDS


def test_what_only_some_orders_of_vague_starts_break_cannot_be_told():
    book = with_standard(standards.dibao_rural, yuan("2021-09-01", 520), yuan("2023-07-10", 660))
    assert holds_for(rural_within_urban, book, date(2023, 7, 9)) is Outcome.HOLDS
    assert holds_for(rural_within_urban, book, date(2023, 7, 10)) is Outcome.CANNOT_TELL
    assert holds_for(rural_within_urban, book, date(2023, 7, 31)) is Outcome.HOLDS


def test_what_every_order_of_vague_starts_breaks_is_broken():
    book = with_standard(standards.dibao_rural, yuan("2021-09-01", 520), yuan("2023-07-10", 701))
    assert holds_for(rural_within_urban, book, date(2023, 7, 10)) is Outcome.BROKEN


def test_a_gap_in_a_standard_cannot_be_told():
    within = invariant(Always(orphan_community >= dibao_urban), None)
    assert holds_for(within, BOOK, date(2022, 8, 1)) is Outcome.CANNOT_TELL
    assert holds_for(within, BOOK, DAY) is Outcome.HOLDS


def test_the_premise_of_standards_is_counted_in_dates():
    rich = invariant(
        Always(~(dibao_urban >= Amount(700, "元/人·月")) | (dibao_rural >= Amount(600, "元/人·月"))), None
    )
    ((_, count),) = examine(rich, BOOK).premises
    assert count == 1  # the last day of July; on the first it is not certain


def test_the_days_can_be_chosen():
    assert examine(rural_within_urban, BOOK, days=[DAY]).days == (DAY,)
    assert examine(exclusive, BOOK, days=[DAY], examples=5).days == (DAY,)


# What moves as time goes on


def over_time(of, way=Way.NEVER_FALLS, at_least=None):
    return invariant(OverTime(of, way, at_least), None)


def test_standards_are_compared_from_each_date_on_which_they_are_certain_to_the_next():
    """On the first of July 2023 it is not certain which standard holds: that date is said, and left out."""
    found = examine(over_time(dibao_urban), BOOK)
    assert found.outcome is Outcome.HOLDS
    assert found.days == (date(2021, 9, 1), date(2023, 7, 1), date(2023, 7, 31))
    assert (found.compared, found.undecided) == (1, 1)
    assert "3 dates" in found.text("en")


def test_a_standard_that_falls_is_found_with_what_it_was_and_is():
    book = with_standard(
        standards.dibao_rural, yuan("2021-09-01", 640), yuan("2022-01-01", 639), yuan("2023-01-01", 638)
    )
    found = examine(over_time(dibao_rural), book)
    assert found.outcome is Outcome.BROKEN
    assert found.broken_on == (date(2022, 1, 1), date(2023, 1, 1))
    assert (found.violation.before.number, found.violation.after.number) == (640, 639)
    assert "640" in found.text("en")
    assert "639" in found.text("zh")
    assert examine(over_time(dibao_rural, Way.NEVER_RISES), book).outcome is Outcome.HOLDS


def test_a_gap_in_what_is_known_does_not_hide_that_a_standard_fell():
    gap = NotModelled(EARLIER, since="2022-01-01", before="2023-01-01")
    book = with_standard(standards.dibao_rural, yuan("2021-09-01", 640), gap, yuan("2023-01-01", 639))
    assert examine(over_time(dibao_rural), book).broken_on == (date(2023, 1, 1),)


def test_the_distance_of_two_standards_may_be_what_never_grows():
    distance = dibao_urban - dibao_rural
    assert examine(over_time(distance, Way.NEVER_RISES), BOOK).outcome is Outcome.HOLDS
    wider = with_standard(standards.dibao_rural, yuan("2021-09-01", 520), yuan("2023-07", 579))
    assert examine(over_time(distance, Way.NEVER_RISES), wider).broken_on == (date(2023, 7, 31),)


def test_one_date_alone_tests_nothing():
    found = examine(over_time(dibao_urban), BOOK, days=[DAY])
    assert found.vacuous
    assert found.compared == 0
    assert "not really tested" in found.text("en")


def test_a_standard_that_nobody_publishes_tests_nothing():
    found = examine(over_time(orphan_institutional), BOOK)
    assert found.vacuous
    assert "no date to test it on" in found.text("en")


TEXT = Passage(CLAUSE, Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
SPENT = Statistic("spent", Label("支出", "spending"), "亿元", Topic.FUNDING)
FIVE_PERCENT = Amount(5, "%")


def reports(*seen, place="taoyuan", rows=()):
    name = Label("规划", "Plan")
    return Plan(f"{place}/a", name, place, "2021..2025", CLAUSE.document, rows=rows, observations=seen)


def spent(period, number):
    return TEXT.seen(SPENT, number, "亿元", period=period)


def consumed(year, number):
    return TEXT.seen(urban_consumption, number, "元/人·年", period=year)


def yearly(*numbers):
    """Taoyuan with an urban standard that is set anew at the beginning of each year from 2021 on."""
    return with_standard(
        standards.dibao_urban,
        *(yuan(f"{2021 + year}-01-01", number) for year, number in enumerate(numbers)),
    )


def test_a_standard_may_have_to_grow_by_a_fixed_percentage_from_year_to_year():
    grows = over_time(dibao_urban, at_least=FIVE_PERCENT)
    found = examine(grows, yearly(1000, 1050, "1102.5"))
    assert (found.outcome, found.compared) == (Outcome.HOLDS, 2)
    assert found.days == (date(2021, 12, 31), date(2022, 12, 31), date(2023, 12, 31))
    assert examine(grows, yearly(1000, "1049.99", 1200)).broken_on == (date(2022, 12, 31),)
    assert examine(grows, yearly(1000, 999, 1200)).broken_on == (date(2022, 12, 31),)


def test_days_that_are_no_two_ends_of_years_in_a_row_do_not_say_how_a_standard_grew():
    grows = over_time(dibao_urban, at_least=FIVE_PERCENT)
    found = examine(grows, yearly(1000, 1050, 1200), days=[date(2021, 12, 31), date(2023, 12, 31)])
    assert found.violation is None
    assert found.vacuous


def test_how_much_it_has_to_grow_may_be_the_growth_of_a_figure_that_plans_report():
    grows = over_time(dibao_urban, at_least=growth(urban_consumption).previous_year)
    published = reports(consumed(2020, 20000), consumed(2021, 21000))
    assert examine(grows, yearly(1000, 1050), plans=[published]).outcome is Outcome.HOLDS
    assert examine(grows, yearly(1000, 1049), plans=[published]).outcome is Outcome.BROKEN
    above = reports(consumed(2020, 20000), consumed(2021, 21000), place="china")
    assert examine(grows, yearly(1000, 1049), plans=[above]).outcome is Outcome.BROKEN


def test_what_is_not_published_or_published_twice_does_not_say_how_much_it_has_to_grow():
    grows = over_time(dibao_urban, at_least=growth(urban_consumption).previous_year)
    contradiction = reports(consumed(2020, 20000), consumed(2021, 21000), consumed(2021, 20500))
    for plans in ([], [reports(consumed(2021, 21000))], [contradiction]):
        found = examine(grows, yearly(1000, 1001), plans=plans)
        assert found.violation is None
        assert found.vacuous
    said_again = reports(consumed(2020, 20000), consumed(2021, 21000), consumed(2021, 21000))
    assert examine(grows, yearly(1000, 1050), plans=[said_again]).outcome is Outcome.HOLDS


def test_that_it_falls_is_wrong_however_little_it_has_to_grow():
    grows = over_time(dibao_urban, at_least=growth(urban_consumption).previous_year)
    assert examine(grows, yearly(1000, 999)).outcome is Outcome.BROKEN


def test_a_figure_that_plans_report_is_compared_from_one_report_to_the_next():
    rises = over_time(SPENT)
    found = examine(rises, BOOK, plans=[reports(spent(2022, 3)), reports(spent(2021, 2), spent(2020, 2))])
    assert (found.outcome, found.compared, found.cases) == (Outcome.HOLDS, 2, None)
    assert "comparisons of published figures: 2" in found.text("en")
    found = examine(rises, BOOK, plans=[reports(spent(2020, 2), spent(2021, "1.9"))])
    assert found.outcome is Outcome.BROKEN
    (problem,) = found.problems
    assert problem.clause == CLAUSE
    assert "spending" in found.violation.text("en")
    assert "1.9" in found.text("zh")


def test_a_total_of_several_years_is_not_held_against_a_single_one_and_neither_are_two_figures_of_one():
    rises = over_time(SPENT)
    for seen in (
        [spent("2016..2020", 9), spent(2021, 2)],
        [spent(2021, 2), spent(2021, 1)],
        [spent(2021, 2)],
    ):
        found = examine(rises, BOOK, plans=[reports(*seen)])
        assert found.vacuous
        assert "nothing to test it on" in found.text("en")


def test_the_figures_of_another_place_are_left_out():
    fallen = [spent(2020, 2), spent(2021, 1)]
    assert examine(over_time(SPENT), BOOK, plans=[reports(*fallen, place="china")]).vacuous
    assert examine(over_time(SPENT), BOOK, plans=[reports(*fallen, place="elsewhere")]).vacuous


# Parts and wholes, and checks of plans

WITHIN = invariant(Within(certified_social_workers, social_work_professionals), None)


def certified(number, **when):
    return TEXT.seen(certified_social_workers, number, "人", **when)


def every(number, **when):
    return TEXT.seen(social_work_professionals, number, "人", **when)


@pytest.mark.parametrize(
    ("seen", "compared", "wrong"),
    [
        ([certified(5), every(5)], 1, 0),
        ([certified(6), every(5)], 1, 1),
        ([certified(6, period=2021), every(5)], 0, 0),
        ([certified(6), every(5), every(7)], 1, 0),
        ([certified(8), every(7), every(5)], 1, 1),
        ([certified("***"), every(5)], 0, 0),
    ],
)
def test_a_part_is_held_against_its_whole_of_the_same_date(seen, compared, wrong):
    found = examine(WITHIN, BOOK, plans=[reports(*seen)])
    assert (found.compared, len(found.problems)) == (compared, wrong)
    assert found.vacuous == (compared == 0)


def test_a_promised_part_is_held_against_the_promised_whole():
    rows = [
        TEXT.aims(certified_social_workers, "持证", "人", 1300),
        TEXT.aims(social_work_professionals, "人才", "人", 1299),
    ]
    found = examine(WITHIN, BOOK, plans=[reports(rows=rows)])
    assert found.outcome is Outcome.BROKEN
    assert "1,300" in found.text("en")
    assert "部分大于总体" in found.text("zh")
    later = [rows[0], TEXT.aims(social_work_professionals, "人才", "人", 1299, by=2023)]
    assert examine(WITHIN, BOOK, plans=[reports(rows=later)]).vacuous


def test_of_a_promised_interval_the_high_end_counts_and_a_promised_growth_does_not():
    whole = TEXT.aims(social_work_professionals, "人才", "人", between(1000, 1300))
    part = TEXT.aims(certified_social_workers, "持证", "人", 1300)
    assert examine(WITHIN, BOOK, plans=[reports(rows=[part, whole])]).outcome is Outcome.HOLDS
    columns = (goal("2025年", 2025), yearly_growth("年均增长", 2025))
    grown = Table(CLAUSE, columns).row("1", certified_social_workers, "持证", "人", "--", 9999, nature=None)
    assert examine(WITHIN, BOOK, plans=[reports(rows=[grown, whole])]).vacuous


def test_what_a_check_of_plans_finds_breaks_the_invariant_and_is_marked_where_the_plan_declares_it():
    taoyuan = load(only=["china", "taoyuan"], strict=True)["taoyuan"]
    binding = invariant(OfPlans([checks.binding_without_value]), None)
    found = examine(binding, BOOK, plans=taoyuan.plans)
    assert (found.outcome, found.compared) == (Outcome.BROKEN, 2)
    assert [problem.declared for problem in found.problems] == [True]
    assert found.violation.day is None
    in_time = invariant(OfPlans([checks.target_outside_plan]), None)
    found = examine(in_time, BOOK, plans=taoyuan.plans)
    assert found.outcome is Outcome.HOLDS
    assert "plans checked: 2" in found.text("en")


def test_without_a_plan_nothing_is_tested():
    found = examine(invariant(OfPlans([checks.binding_without_value]), None), BOOK)
    assert found.vacuous
    assert found.outcome is Outcome.CANNOT_TELL


def test_what_is_about_more_than_one_day_is_not_asked_for_one():
    for each in (WITHIN, over_time(dibao_urban), invariant(OfPlans([checks.two_values]), None)):
        with pytest.raises(InputInvalid, match="examine"):
            holds_for(each, BOOK, DAY)
