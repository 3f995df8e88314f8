"""What is drawn for a rule lies at its thresholds and beside them, is sound, and shrinks to what matters."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings

from civaffairs import Amount, load
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import Assistance, IncomeKind, Person
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import holds, measure
from civaffairs.domain.rules.expr import ConditionRule
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.rules.views import person
from civaffairs.domain.timeline import Timeline, since
from civaffairs.domain.units import Size
from civaffairs.engines.deciding import decide
from civaffairs.errors import DeclarationError, Message
from civaffairs.testing.around import cases_around, days_around_changes, thresholds
from civaffairs_china.dibao import dibao_admission
from civaffairs_china.income import income_per_head
from civaffairs_taoyuan import rules

DAY = date(2024, 9, 1)
URBAN, RURAL = 700, 601
CATALOGUE = load(only=["china", "taoyuan"], strict=True)
BOOK = CATALOGUE["taoyuan"].rulebook
FACTS = CaseFacts(BOOK.on(DAY), DAY)
# How soon something is drawn is chance, that it is drawn is not: drawing goes on until then.
quiet = settings(
    max_examples=20_000,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
brief = settings(quiet, max_examples=60, phases=(Phase.generate,))


def drawn(strategy, condition):
    """Something that is drawn and such; an error where nothing is."""
    return find(strategy, condition, settings=settings(quiet, phases=(Phase.generate,)))


def per_head(home):
    size = measure(income_per_head, FACTS, home)
    return size.number if isinstance(size, Size) else None


around_dibao = cases_around(dibao_admission, rulebook=BOOK, on=DAY, others=False)


@pytest.mark.parametrize("beside", [0, 1, -1])
@pytest.mark.parametrize("line", [URBAN, RURAL])
def test_an_income_is_drawn_at_a_standard_and_one_fen_beside_it(line, beside):
    wanted = line + Decimal(beside) / 100
    assert drawn(around_dibao, lambda home: per_head(home) == wanted)


def test_several_members_with_incomes_of_their_own_meet_a_threshold_together():
    def met(home):
        earning = [each for each in home.members if any(item.monthly for item in each.incomes or ())]
        return len(earning) > 1 and per_head(home) in {URBAN, RURAL}

    assert drawn(around_dibao, met)


def test_a_multiple_of_a_standard_is_a_threshold():
    marginal = cases_around(rules.dibao_marginal, rulebook=BOOK, on=DAY, others=False)
    assert drawn(marginal, lambda home: per_head(home) == Decimal(URBAN) * Decimal("1.5"))


def test_assets_are_drawn_at_a_limit_that_rests_on_the_size_of_the_household():
    assets = cases_around(rules.assets_eligible, rulebook=BOOK, on=DAY, others=False)

    def met(home):
        return len(home.members) == 2 and home.assets == 2 * 36 * URBAN

    assert drawn(assets, met)


@pytest.mark.parametrize(("days_from_birthday", "age"), [(1, 65), (0, 64), (2, 65)])
def test_an_age_is_drawn_on_the_day_and_one_day_around_it(days_from_birthday, age):
    visits = cases_around(BOOK.provision("home_visits"), rulebook=BOOK, on=DAY, others=False)
    born = date(DAY.year - 65, DAY.month, DAY.day) - timedelta(days=days_from_birthday)
    case = drawn(visits, lambda home: home.members[0].born == born)
    assert case.members[0].age_on(DAY) == age


def test_a_fact_is_drawn_at_its_share_of_another():
    plots = cases_around(BOOK.provision("ecological_plots"), rulebook=BOOK, on=DAY, others=False)

    def met(each):
        return bool(each.plots and each.ecological_plots) and each.ecological_plots * 10 == each.plots * 3

    assert drawn(plots, met)


def test_terms_that_a_rule_names_and_others_are_drawn():
    seen = set()

    @brief
    @given(around_dibao)
    def look(home):
        seen.update(item.kind for each in home.members for item in each.incomes or ())

    look()
    assert {IncomeKind.WAGES, IncomeKind.SCHOLARSHIP} <= seen


@pytest.mark.parametrize("name", sorted(BOOK.provisions))
def test_of_every_provision_cases_are_drawn_that_it_can_decide(name):
    provision, answers = BOOK.provision(name), set()

    @settings(brief, max_examples=20)
    @given(cases_around(provision, rulebook=BOOK, on=DAY, others=False))
    def look(case):
        answers.update(each.answer.name for each in decide(BOOK, case, on=DAY, provisions=[name]))

    look()
    in_force = not isinstance(BOOK.on(DAY).rule(provision.when), Message)
    assert answers & {"YES", "NO"} if in_force else answers == {"CANNOT_TELL"}


def test_everything_that_a_rule_looks_at_is_known_unless_it_is_asked_for_otherwise():
    @brief
    @given(around_dibao)
    def known(home):
        assert all(each.incomes is not None and each.employed is not None for each in home.members)

    known()
    some_missing = cases_around(dibao_admission, rulebook=BOOK, on=DAY, unknown=3)
    assert drawn(some_missing, lambda home: home.assets is None)
    assert drawn(some_missing, lambda home: home.members[0].incomes is None)


def test_what_a_rule_never_looks_at_is_drawn_or_left_out_as_one_likes():
    everything = cases_around(dibao_admission, rulebook=BOOK, on=DAY)
    assert drawn(everything, lambda home: home.members[0].name is not None)

    @brief
    @given(around_dibao)
    def left_out(home):
        assert all(each.name is None and each.dependence is None for each in home.members)

    left_out()


def test_elders_and_children_are_drawn_for_a_rule_that_looks_at_both():
    both = condition_rule(
        "both",
        "taoyuan",
        rules.infant.label,
        Person,
        rules._from_2022(person.age >= Amount(1, "岁"), rules.welfare_rules.at("一")),
    )
    book = with_rules(evolve(both, timeline=only(rules.elder.lives_alone | rules_child().orphan)))
    strategy = cases_around(book.rules["both"][0], rulebook=book, on=DAY, others=False)
    assert drawn(strategy, lambda home: home.members[0].elder)
    assert drawn(strategy, lambda home: home.members[0].child)


def rules_child():
    from civaffairs.domain.rules.views import child

    return child


def only(tree) -> Timeline:
    return dated(rules.EARLIER, since("2010-01-01", tree, rules.welfare_rules.at("一")))


def with_rules(*replaced: ConditionRule) -> Rulebook:
    """Taoyuan's rulebook with some rules replaced by others of the same id, or added."""
    ids = {(each.id, each.jurisdiction) for each in replaced}
    kept = [
        each for several in BOOK.rules.values() for each in several if (each.id, each.jurisdiction) not in ids
    ]
    standards = [each for several in BOOK.standards.values() for each in several]
    return Rulebook.of(BOOK.chain, [*kept, *replaced], BOOK.provisions.values(), standards)


def test_the_counterexample_of_a_broken_rule_is_small():
    """The broken rule lets an income of exactly the standard pass; nothing but that is in what is found."""
    broken = evolve(
        dibao_admission,
        timeline=only((income_per_head <= rules.dibao.dibao_standard) & rules.dibao.assets_eligible),
    )
    book = with_rules(broken)
    facts = CaseFacts(book.on(DAY), DAY)

    def differs(home):
        return holds(broken, facts, home) != holds(dibao_admission, FACTS, home)

    case = find(cases_around(broken, rulebook=book, on=DAY, others=False), differs, settings=quiet)
    (member,) = case.members
    assert [each.monthly for each in member.incomes] in ([Decimal(URBAN)], [Decimal(RURAL)])
    assert member.assistance is None


def test_a_rule_that_the_rulebook_does_not_hold_is_refused():
    stranger = evolve(dibao_admission, id="stranger")
    with pytest.raises(DeclarationError, match="stranger"):
        cases_around(stranger, rulebook=BOOK, on=DAY)


def test_days_around_changes_reach_the_day_before_the_day_and_the_day_after():
    strategy = days_around_changes(BOOK.provision("winter_heating"), rulebook=BOOK)
    for day in (date(2024, 6, 30), date(2024, 7, 1), date(2024, 7, 2)):
        assert drawn(strategy, lambda found, day=day: found == day) == day


def test_the_numbers_around_a_fact_are_in_order_and_within_its_bounds():
    found = thresholds([rules.dibao_marginal], BOOK, DAY)
    numbers = found.around(rules.income.wages.timeline.latest.value.of)
    assert list(numbers) == sorted(numbers)
    assert {Decimal(1049) + Decimal("0.99"), Decimal(1050), Decimal("1050.01")} <= set(numbers)
    assert min(numbers) >= 0


def test_the_recorded_group_is_drawn_among_those_that_a_rule_names():
    nursing = cases_around(BOOK.provision("disability_nursing_subsidy"), rulebook=BOOK, on=DAY, others=False)
    assert drawn(nursing, lambda home: home.members[0].assistance is Assistance.TEKUN)
