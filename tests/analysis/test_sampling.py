"""A synthetic population: the same rows for one seed, the published totals, people whom the models admit."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

pytest.importorskip("numpy")

from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs import Jurisdiction, Label, Passage, Plan, Topic
from civaffairs.analysis.sampling import cells, defaults, figures
from civaffairs.analysis.sampling.cases import households_of
from civaffairs.analysis.sampling.counting import Count, record, rounded
from civaffairs.analysis.sampling.numbers import credit_codes
from civaffairs.analysis.sampling.people import BLOCK, population
from civaffairs.analysis.sampling.places import care_institutions, organisations
from civaffairs.analysis.sampling.plan import planned
from civaffairs.domain.jurisdictions import Level
from civaffairs.domain.models import Assistance, CareInstitution, Operator, OrgKind, SocialOrg, sex_in
from civaffairs.domain.sources import Document
from civaffairs.exchange.columns import rows_of

PLACE = Jurisdiction("peach", Label("桃源区", "Taoyuan"), Level.DISTRICT, "500199", "river")
DOCUMENT = Document("peach/plan-14", Label("规划", "Plan"), "民政局", 2022)
TEXT = Passage(DOCUMENT.at("一"), Topic.ELDERLY_CARE, period=2020, by=2025)


def plan(*observations):
    return Plan(
        "peach/plan-14", Label("规划", "Plan"), "peach", "2021..2025", DOCUMENT, situation=observations
    )


def figure(id, number, unit):
    return TEXT.figure(id, id, id.replace("_", " "), number, unit)


PUBLISHED = plan(
    figure("residents_60", "24.79", "万人"),
    figure("residents_60_share", "16.78", "%"),
    figure("dibao_persons", 20000, "人"),
    figure("care_beds", 7500, "张"),
    figure("social_care_beds", 6855, "张"),
)


def sample(households=2000, **options):
    return planned(PLACE, [PUBLISHED], households, **options)


def rows(drawn, chunk):
    parts = list(population(drawn, chunk=chunk))
    return (
        [row for households, _ in parts for row in rows_of(households)],
        [row for _, persons in parts for row in rows_of(persons)],
    )


def counted(drawn):
    count = Count(drawn)
    count.institutions(care_institutions(drawn))
    count.organisations(organisations(drawn))
    for households, persons in population(drawn):
        count.people(households, persons)
    return {each.figure.id: each for each in count.measured()}


@settings(max_examples=6)
@given(
    seed=st.integers(0, 2**63 - 1),
    extra=st.integers(1, 3000),
    chunk=st.one_of(st.integers(900, 2 * BLOCK), st.just(BLOCK), st.just(10**9)),
)
def test_the_same_seed_gives_the_same_rows_whatever_the_chunks(seed, extra, chunk):
    drawn = sample(BLOCK + extra, seed=seed, unknown=Fraction(1, 20))
    assert rows(drawn, chunk) == rows(drawn, BLOCK + extra)


def test_each_chunk_holds_as_many_households_as_asked_and_the_persons_of_just_these():
    parts = list(population(sample(BLOCK + 10), chunk=7000))
    assert [len(households["household_id"]) for households, _ in parts] == [7000, 7000, 2394]
    for households, persons in parts:
        assert set(persons["household_id"].plain()) == set(households["household_id"].plain())


def test_another_seed_gives_other_rows_and_the_same_totals():
    one, other = sample(seed=1), sample(seed=2)
    assert rows(one, 10**6) != rows(other, 10**6)
    assert {id: each.drawn for id, each in counted(one).items()} == {
        id: each.drawn for id, each in counted(other).items()
    }


@settings(max_examples=10)
@given(households=st.integers(500, 30_000), seed=st.integers(0, 10))
def test_every_total_is_met_to_the_nearest_whole_number(households, seed):
    found = counted(sample(households, seed=seed))
    for id in set(found) - {"residents", "organisations", "care_institutions", "private_institutions"}:
        assert abs(found[id].distance) <= Fraction(1, 2), id
    # Sizes are whole households; the three kinds of organisation are rounded one by one.
    assert abs(found["residents"].distance) <= 5
    assert abs(found["organisations"].distance) <= 2
    # Beds stand somewhere, in however small a sample.
    assert abs(found["care_institutions"].distance) <= 2


@settings(max_examples=30)
@given(
    households=st.integers(1, 5000),
    elders=st.integers(0, 1500),
    dibao=st.integers(0, 3000),
)
def test_cells_hold_every_household_once_and_no_fewer_than_none(households, elders, dibao):
    drawn = planned(
        PLACE,
        [plan(figure("elders", elders, "人"), figure("dibao_persons", dibao, "人"))],
        households,
        residents=2550,
    )
    found = cells.cells_of(drawn)
    assert sum(cell.households for cell in found) == households
    assert all(cell.households > 0 for cell in found)
    in_dibao = sum(cell.members * cell.households for cell in found if cell.assistance is Assistance.DIBAO)
    assert in_dibao <= drawn.wanted("dibao_persons")


def test_shares_that_make_up_a_whole_are_apportioned_without_a_rest():
    assert cells.apportioned(7, (3, 3, 1)) == [3, 3, 1]
    assert sum(cells.apportioned(101, tuple(defaults.SIZES.values()))) == 101


@pytest.mark.parametrize("unknown", [Fraction(0), Fraction(1, 5), Fraction(1)])
def test_every_row_is_a_household_that_the_models_admit(unknown):
    drawn = sample(400, seed=7, unknown=unknown, identity_numbers=True)
    found = [each for part in population(drawn) for each in households_of(*part)]
    assert len(found) == 400
    people = [member for household in found for member in household.members]
    for person in people:
        age = person.age_on(drawn.on)
        assert 0 <= age < 100
        assert (person.child is not None) <= (age < 18)
        assert (person.elder is not None) <= (age >= 60)
        assert sex_in(person.identity_number) is person.sex
    assert len({person.identity_number for person in people}) == len(people)
    unsaid = sum(person.incomes is None for person in people)
    assert (unsaid == 0) if unknown == 0 else (unsaid == len(people)) if unknown == 1 else unsaid > 0


def test_identity_numbers_are_of_a_county_that_was_never_given_out_and_come_only_when_asked_for():
    _, persons = rows(sample(300, identity_numbers=True), 10**6)
    assert {row["identity_number"][:4] for row in persons} == {"5000"}
    _, without = rows(sample(300), 10**6)
    assert all("identity_number" not in row for row in without)


def test_assisted_households_are_below_the_standard_and_the_others_are_not():
    drawn = sample(3000, urban_fen=70_000, rural_fen=60_000)
    households, persons = rows(drawn, 10**6)
    area = {row["household_id"]: row["area"] for row in households}
    total, size, assisted = Counter(), Counter(), {}
    for row in persons:
        total[row["household_id"]] += row["income_fen"]
        size[row["household_id"]] += 1
        assisted[row["household_id"]] = row["assistance"] != "none"
    for home, income in total.items():
        below = income < size[home] * (70_000 if area[home] == "urban" else 60_000)
        assert below == assisted[home]


def test_institutions_and_organisations_are_ones_that_the_models_admit():
    drawn = sample(100_000)
    homes = [
        CareInstitution(**{**row, "operator": Operator[row["operator"].upper()]})
        for row in rows_of(care_institutions(drawn))
    ]
    assert {home.operator for home in homes} == {Operator.PUBLIC, Operator.SOCIAL}
    societies = [
        SocialOrg(**{**row, "kind": OrgKind[row["kind"].upper()]}) for row in rows_of(organisations(drawn))
    ]
    assert {each.kind for each in societies} == set(OrgKind)
    assert len({each.credit_code for each in societies}) == len(societies)


def test_credit_codes_begin_with_the_kind_and_a_district_of_no_city():
    assert [code[:8] for code in credit_codes("52", "50", 2)] == ["52500000"] * 2


def test_a_figure_says_whether_it_is_published_derived_or_a_default():
    found = {each.id: each for each in figures.figures_of([PUBLISHED])}
    assert found["elders"].origin is figures.Origin.PUBLISHED
    assert found["elders"].number == 247_900
    assert found["residents"].origin is figures.Origin.DERIVED
    assert found["residents"].number == Fraction(247_900 * 10_000, 1678)
    assert len(found["residents"].sources) == 2
    assert found["tekun_persons"].origin is figures.Origin.DEFAULT
    given = {each.id: each for each in figures.figures_of([PUBLISHED], residents=10**6)}
    assert given["residents"].origin is figures.Origin.GIVEN


def test_of_several_observations_the_latest_counts():
    earlier = TEXT.figure("residents", "人口", "residents", 100, "人", period=2015)
    later = TEXT.figure("residents", "人口", "residents", 200, "人", period=2020)
    for order in ([earlier, later], [later, earlier]):
        assert figures.figures_of([plan(*order)])[0].number == 200


def test_ages_are_counted_on_the_last_day_that_the_figures_are_about():
    assert sample().on == date(2020, 12, 31)
    assert sample(on=date(2023, 2, 28)).on == date(2023, 2, 28)


def test_the_report_names_figure_source_and_distance_in_both_languages():
    drawn = sample()
    said = record(drawn, tuple(counted(drawn).values()))
    elders = next(each for each in said["figures"] if each["id"] == "elders")
    assert elders["place"] == "247900"
    assert elders["origin"] == "published"
    assert "一" in elders["source_zh"]
    assert Fraction(elders["distance"]) == pytest.approx(elders["drawn"] - Fraction(elders["wanted"]))
    assert "made up" in said["about"]["en"]


def test_fractions_are_rounded_and_written_without_a_float():
    assert [rounded(Fraction(each), 2) for each in ("1/3", "-1/3", "0.005", "7", "-1/1000")] == [
        "0.33",
        "-0.33",
        "0.01",
        "7",
        "0",
    ]


def test_what_no_household_can_hold_shows_as_a_distance():
    crowded = plan(figure("residents", 1000, "人"), figure("tekun_persons", 900, "人"))
    found = counted(planned(PLACE, [crowded], 1000))["tekun_persons"]
    assert found.drawn < found.exactly
    assert found.distance == found.drawn - found.exactly


@pytest.mark.parametrize(
    ("id", "number", "unit", "share"),
    [
        ("elders", 1900, "人", defaults.ELDERS),
        ("dibao_recipients", 250, "人", defaults.DIBAO),
        ("registered_social_organisations", 5, "organisation", defaults.ORGANISATIONS),
    ],
)
def test_residents_who_are_not_published_follow_from_what_is_by_a_share_that_is_called_a_default(
    id, number, unit, share
):
    residents = figures.figures_of([plan(figure(id, number, unit))])[0]
    assert residents.number == number / share
    assert residents.origin is figures.Origin.DEFAULT
    assert [each.of.id for each in residents.sources] == [id]
