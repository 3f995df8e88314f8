"""The things that are drawn are sound, well formed, and of every kind that rules tell apart."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import civaffairs.testing
from civaffairs import Plan, Standard
from civaffairs.domain.models import (
    MODELS,
    CareInstitution,
    Cemetery,
    Community,
    Household,
    OrgKind,
    ParentState,
    Person,
    Sex,
    SocialOrg,
    credit_problems,
    identity_problems,
    notices,
)
from civaffairs.domain.models.identifiers import birth_in, sex_in
from civaffairs.domain.observations import Missing, Verdict
from civaffairs.domain.timeline import NotModelled, Since
from civaffairs.domain.units import AmountRange
from civaffairs.testing import strategies as some
from civaffairs.testing.strategies.days import around, years_before

DAY = date(2024, 9, 1)
# How soon something is drawn is chance, that it is drawn is not: drawing goes on until then.
quiet = settings(
    max_examples=20_000,
    database=None,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
brief = settings(quiet, max_examples=40)


def occurs(strategy, condition):
    return condition(find(strategy, condition, settings=quiet))


# Numbers


@pytest.mark.parametrize("sex", Sex)
def test_an_identity_number_is_well_formed_and_says_what_it_is_drawn_for(sex):
    born = date(1944, 2, 29)

    @brief
    @given(some.identity_numbers(born=born, sex=sex))
    def look(number):
        assert not [*identity_problems(number)]
        assert birth_in(number) == born
        assert sex_in(number) is sex
        assert number.startswith("110000")  # a county that nobody has: no such number was ever given

    look()


def test_an_identity_number_ends_in_a_digit_or_an_x():
    assert occurs(some.identity_numbers(), lambda number: number.endswith("X"))
    assert occurs(some.identity_numbers(), lambda number: number.endswith("0"))


@pytest.mark.parametrize("prefix", ["51", "52", "53"])
def test_a_credit_code_is_well_formed(prefix):
    @brief
    @given(some.credit_codes(prefix))
    def look(code):
        assert code.startswith(prefix)
        assert not [*credit_problems(code)]

    look()


# People


def test_people_are_who_their_number_says():
    @brief
    @given(some.people(until=DAY))
    def look(person):
        assert not [*notices(person)]
        assert person.born <= DAY

    look()


def test_elders_have_the_age_and_the_role_and_every_state_that_care_depends_on():
    elders = some.elders(on=DAY)

    @brief
    @given(elders)
    def look(person):
        assert person.age_on(DAY) >= 60
        assert person.elder is not None
        assert person.child is None

    look()
    assert occurs(elders, lambda person: person.age_on(DAY) >= 100)
    assert occurs(elders, lambda person: person.elder.lives_alone and not person.elder.left_behind)
    assert occurs(some.elders(on=DAY, least_age=80), lambda person: person.age_on(DAY) == 80)


@pytest.mark.parametrize("state", ParentState)
def test_children_have_parents_in_every_state(state):
    children = some.children(on=DAY, unknown=0)
    assert occurs(children, lambda person: state in {each.state for each in person.child.parents or ()})


@pytest.mark.parametrize("fact", ["orphan", "unattended", "left_behind"])
def test_children_are_of_every_group_and_below_the_age(fact):
    children = some.children(on=DAY)
    assert occurs(children, lambda person: getattr(person.child, fact) is True)
    assert occurs(children, lambda person: getattr(person.child, fact) is None)

    @brief
    @given(children)
    def look(person):
        assert person.age_on(DAY) < 18
        assert person.elder is None

    look()


def test_households_hold_one_and_several_elders_and_children_and_nobody_twice():
    homes = some.households(on=DAY)
    assert occurs(homes, lambda home: len(home.members) == 1)
    assert occurs(homes, lambda home: len(home.members) == 4)
    assert occurs(
        homes,
        lambda home: any(each.elder for each in home.members) and any(each.child for each in home.members),
    )


@pytest.mark.parametrize("age", [0, 15, 16, 17, 18, 60, 80, 100])
@pytest.mark.parametrize("day", [DAY, date(2024, 2, 29), date(2024, 3, 1), date(2023, 2, 28)])
def test_a_birth_is_drawn_that_gives_the_age(age, day):
    @settings(brief, max_examples=10)
    @given(some.births(age, on=day))
    def look(born):
        assert Person(born=born).age_on(day) == age

    look()
    first, last = years_before(day, age + 1), years_before(day, age)
    if age:
        assert Person(born=last).age_on(day) == age - 1
    assert Person(born=first).age_on(day) == age


# Organisations and places


@pytest.mark.parametrize("kind", OrgKind)
def test_organisations_of_every_kind_have_its_code(kind):
    @brief
    @given(some.organisations(kind=kind, until=DAY))
    def look(organisation):
        assert organisation.kind is kind
        assert organisation.credit_code.startswith({"association": "51", "service": "52"}.get(kind.id, "53"))

    look()


@pytest.mark.parametrize("state", ["assessed", "was_demoted", "was_revoked"])
def test_organisations_have_gained_and_lost_grades_with_and_without_a_date(state):
    when = {"assessed": "awarded", "was_demoted": "demoted", "was_revoked": "revoked"}[state]
    organisations = some.organisations(until=DAY)
    assert occurs(organisations, lambda each: getattr(each, state) and getattr(each, when) is not None)
    assert occurs(organisations, lambda each: getattr(each, state) and getattr(each, when) is None)
    assert occurs(organisations, lambda each: getattr(each, state) is False)


def test_cemeteries_are_full_empty_and_of_single_and_joint_plots_that_add_up():
    hills = some.cemeteries(plots=300)
    assert occurs(hills, lambda each: each.used_plots == 300)
    assert occurs(hills, lambda each: each.used_plots == 0)
    assert occurs(
        hills,
        lambda each: (
            None not in {each.single_plots, each.joint_plots} and each.single_plots + each.joint_plots == 300
        ),
    )
    assert occurs(hills, lambda each: each.ecological_plots is None)


def test_care_institutions_are_crowded_graded_and_of_nursing_beds_only():
    homes = some.care_institutions(beds=120)
    assert occurs(homes, lambda each: each.nursing_beds == 120)
    assert occurs(homes, lambda each: bool([*notices(each)]))
    assert occurs(homes, lambda each: each.rating == 5)
    assert occurs(homes, lambda each: each.dependent_residents == each.residents != 0)


@pytest.mark.parametrize("cls", [CareInstitution, Cemetery, SocialOrg, Community])
def test_a_register_holds_things_with_names_and_codes_of_their_own(cls):
    registers = some.registers(cls, until=DAY)

    @settings(brief, max_examples=20)
    @given(registers)
    def look(things):
        names = [each.name for each in things]
        codes = [each.credit_code for each in things if isinstance(each, SocialOrg)]
        assert len({*names}) == len(names)
        assert len({*codes}) == len(codes)

    look()
    assert occurs(registers, lambda things: len(things) > 2)


def test_the_figures_of_a_register_add_up_and_parts_stay_within_wholes():
    registers = some.registers(CareInstitution, adding_up={"beds": 900, "residents": 500})

    @brief
    @given(registers)
    def look(homes):
        assert sum(home.beds for home in homes) == 900
        assert sum(home.residents for home in homes) == 500
        assert all(home.nursing_beds <= home.beds for home in homes)

    look()
    assert occurs(registers, lambda homes: len(homes) == 1)
    assert occurs(registers, lambda homes: any(home.beds == 0 for home in homes))


# Timelines, observations, plans


def test_timelines_have_gaps_vague_starts_and_ends():
    timelines = some.timelines(st.integers())
    assert occurs(timelines, lambda each: any(isinstance(entry, NotModelled) for entry in each.entries[1:-1]))
    assert occurs(timelines, lambda each: isinstance(each.entries[-1], NotModelled))
    assert occurs(timelines, lambda each: any(not entry.start.is_day for entry in each))
    assert occurs(timelines, lambda each: all(isinstance(entry, Since) for entry in each.entries[2:]))


def test_days_around_a_timeline_are_its_edges_and_their_neighbours():
    @brief
    @given(some.timelines(st.integers()), st.data())
    def look(timeline, data):
        day = data.draw(some.days_around(timeline))
        edges = chain.from_iterable((each.first_day, each.last_day) for each in timeline.changes)
        assert day in around(edges)

    look()


@pytest.mark.parametrize("kind", [Missing, AmountRange, bool])
def test_observations_are_missing_ranges_and_plain_yes_or_no(kind):
    assert occurs(some.observations(), lambda each: type(each.value) is kind)


def test_observations_carry_verdicts_of_both_kinds():
    for reached in (True, False):
        assert occurs(
            some.observations(),
            lambda each, reached=reached: (
                isinstance(each.verdict, Verdict) and each.verdict.reached is reached
            ),
        )


def test_plans_have_rows_promises_claims_and_contradictions():
    seen = set()

    @settings(quiet, max_examples=25)
    @given(some.plans())
    def look(plan):
        parts = ("rows", "commitments", "discrepancies", "baselines", "targets", "claim")
        seen.update(part for part in parts if getattr(plan, part))

    look()
    assert seen == {"rows", "commitments", "discrepancies", "baselines", "targets", "claim"}


# Registered


@pytest.mark.parametrize("cls", [*MODELS, Plan, Standard], ids=lambda cls: cls.__name__)
def test_hypothesis_knows_how_each_type_is_drawn(cls):
    assert civaffairs.testing.register is not None

    @settings(brief, max_examples=2)
    @given(st.from_type(cls))
    def look(drawn):
        assert type(drawn) is cls

    look()


def test_households_can_be_built_around_registered_parts():
    @settings(brief, max_examples=5)
    @given(st.builds(Household, members=st.tuples(some.people())))
    def look(home):
        assert len(home.members) == 1

    look()
