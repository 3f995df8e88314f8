"""A synthetic population: the same rows for one seed, the published totals, people whom the models admit."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs import CommonFigure, Jurisdiction, Label, Passage, Plan, Topic, load
from civaffairs.analysis.sampling import cells, defaults, figures
from civaffairs.analysis.sampling.cases import households_of
from civaffairs.analysis.sampling.counting import Count, record, rounded
from civaffairs.analysis.sampling.numbers import credit_codes
from civaffairs.analysis.sampling.people import BLOCK, population
from civaffairs.analysis.sampling.places import care_institutions, organisations
from civaffairs.analysis.sampling.plan import planned
from civaffairs.analysis.sampling.townships import townships_of
from civaffairs.domain.decisions import Answer
from civaffairs.domain.jurisdictions import Level
from civaffairs.domain.models import (
    Assistance,
    CareInstitution,
    IncomeKind,
    Operator,
    OrgKind,
    SocialOrg,
    sex_in,
)
from civaffairs.domain.sources import Document
from civaffairs.engines.columns import fact_column
from civaffairs.engines.deciding import decide
from civaffairs.exchange.columns import joined, rows_of
from civaffairs.exchange.registers import opened_registers, written

PLACE = Jurisdiction("peach", Label("桃源区", "Taoyuan"), Level.DISTRICT, "500199", "river")
DOCUMENT = Document("peach/plan-14", Label("规划", "Plan"), "民政局", 2022)
TEXT = Passage(DOCUMENT.at("一"), Topic.ELDERLY_CARE, period=2020, by=2025)


def plan(*observations):
    return Plan(
        "peach/plan-14", Label("规划", "Plan"), "peach", "2021..2025", DOCUMENT, situation=observations
    )


def figure(means, number, unit):
    return TEXT.figure(means.id, "数", "a number", number, unit, means=means)


PUBLISHED = plan(
    figure(CommonFigure.ELDERS, "24.79", "万人"),
    figure(CommonFigure.ELDER_SHARE, "16.78", "%"),
    figure(CommonFigure.DIBAO_PERSONS, 20000, "人"),
    figure(CommonFigure.CARE_BEDS, 7500, "张"),
    figure(CommonFigure.PRIVATE_BEDS, 6855, "张"),
)


def sample(households=2000, **options):
    return planned(PLACE, [PUBLISHED], households, **options)


def rows(drawn, chunk):
    parts = list(population(drawn, chunk=chunk))
    return (
        [row for households, _ in parts for row in rows_of(households)],
        [row for _, persons in parts for row in rows_of(persons)],
    )


def written_out(drawn, chunk):
    """All rows as bytes, which is quicker to compare than as values."""
    parts = list(population(drawn, chunk=chunk))
    return [
        (name, column.terms, column.values.tobytes(), column.known is not None and column.known.tobytes())
        for register in zip(*parts, strict=True)
        for name, column in joined(list(register)).items()
    ]


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
    assert written_out(drawn, chunk) == written_out(drawn, BLOCK + extra)


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
        [plan(figure(CommonFigure.ELDERS, elders, "人"), figure(CommonFigure.DIBAO_PERSONS, dibao, "人"))],
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
        assert (person.child is not None) <= (age < 25)
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
        total[row["household_id"]] += row["incomes.wages_fen"] + row["incomes.transfer_fen"]
        size[row["household_id"]] += 1
        assisted[row["household_id"]] = row["assistance"] != "none"
    for home, income in total.items():
        below = income < size[home] * (70_000 if area[home] == "urban" else 60_000)
        assert below == assisted[home]


def test_columns_are_called_as_the_facts_of_the_models_are():
    households, persons = next(population(sample(50, identity_numbers=True)))
    for model, columns, others in (
        ("Household", households, {"household_id", "township"}),
        (
            "Person",
            persons,
            {"household_id", "person_id", *(f"incomes.{each.id}_fen" for each in IncomeKind)},
        ),
    ):
        for name in set(columns) - others:
            fact = fact_column(model, name.removesuffix("_fen"))
            assert name.endswith("_fen") == (fact.scale == 100), name
            assert (columns[name].terms is not None) == (fact.kind in {"term", "terms"}), name


def test_facts_that_follow_from_one_another_do():
    drawn = sample(4000)
    _, persons = rows(drawn, 10**6)
    for row in persons:
        at_school = row["schooling"] != "none"
        age = drawn.on.year - row["born"].year - (row["born"].replace(year=2000) > date(2000, 12, 31))
        assert not (row["employed"] and (at_school or row["dependence"] == "fully_dependent"))
        assert row["able_to_work"] or not row["employed"]
        assert row["employed"] or row["incomes.wages_fen"] == 0
        assert row["work_cost_fen"] == row["incomes.wages_fen"] // 10
        assert (row["tasks_unable"] == 0) == (row["dependence"] == "self_caring") != row["long_term_care"]
        assert (row["tekun.support"] is not None) == (row["assistance"] == "tekun")
        assert row["schooling"] == "compulsory" or not 6 <= age < 15
        assert (row["elder.lives_alone"] is not None) == (age >= 60)
        assert (row["child.orphan"] is not None) == (age < 18 or at_school)
        assert (row["child.unattended"] is not None) == (age < 18)
    assert {row["schooling"] for row in persons} >= {"preschool", "vocational", "undergraduate"}


def test_facts_that_are_left_unknown_change_no_other():
    whole, gaps = rows(sample(600), 10**6), rows(sample(600, unknown=Fraction(1, 3)), 10**6)
    missing = 0
    for register, other in zip(whole, gaps, strict=True):
        for row, same in zip(register, other, strict=True):
            assert {name: value for name, value in same.items() if value is not None}.items() <= row.items()
            missing += sum(same[name] is None and row[name] is not None for name in row)
    assert missing > 3000


def test_urban_households_live_in_sub_districts_of_which_none_is_empty():
    drawn = sample(5000)
    households, _ = rows(drawn, 10**6)
    lived = Counter(row["township"] for row in households)
    assert len(lived) == sum(townships_of(drawn))
    assert {(row["area"], row["township"][:2]) for row in households} == {
        ("urban", "街道"),
        ("rural", "乡镇"),
    }
    assert max(lived.values()) > min(lived.values()) + 10


def test_a_small_place_has_two_townships_and_a_large_one_no_more_than_a_hundred():
    assert townships_of(planned(PLACE, [], 10, residents=5000)) == (1, 1)
    assert townships_of(planned(PLACE, [], 10, residents=10**9)) == (60, 40)


def test_every_household_of_a_sample_is_decided_by_the_rules_of_a_district():
    district = load()["shapingba"]
    drawn = planned(district.jurisdiction, district.plans, 150, seed=5, unknown=Fraction(1, 10))
    found = Counter()
    for part in population(drawn):
        for household in households_of(*part):
            for decision in decide(district.rulebook, household, on=date(2024, 7, 1)):
                found[decision.provision.id, decision.answer] += 1
    assert all(found["dibao", answer] for answer in Answer)
    entitled = {id for id, answer in found if answer is Answer.YES}
    assert len(entitled) > 12


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_registers_of_a_sample_are_read_as_they_are_and_without_a_fault(tmp_path, form):
    drawn = sample(700, unknown=Fraction(1, 10))
    with written(tmp_path / "out", form) as registers:
        for households, persons in population(drawn):
            registers.add("households", households)
            registers.add("persons", persons)
    files = (tmp_path / "out" / f"{name}.{form}" for name in ("households", "persons"))
    nested = opened_registers(*files, on=date(2024, 7, 1), keep=("township",))
    found = [row for batch in nested.batches() for row in batch.to_pylist()]
    assert not nested.faults
    for model, register in (("Household", households), ("Person", persons)):
        facts = {name.removesuffix("_fen") for name in register} - {"household_id", "person_id"}
        assert facts <= nested.columns[model] | {"township"}
    homes, people = rows(drawn, 10**6)
    assert [row["township"] for row in found] == [row["township"] for row in homes]
    members = [member for row in found for member in row["members"]]
    for name, other in (("incomes.transfer", "incomes.transfer_fen"), ("tasks_unable", "tasks_unable")):
        assert [each[name] for each in members] == [each[other] for each in people]


def test_everything_that_is_assumed_is_named_in_the_report():
    with_a_figure = {
        *("THOUSAND", "MEMBERS", "RESIDENTS", "ELDERS", "ELDERS_65", "DIBAO", "TEKUN", "DIBAO_FEN"),
        *("CHILDREN_IN_DIFFICULTY", "BEDS", "BEDS_IN_PRIVATE", "BEDS_AN_INSTITUTION", "NURSING_BEDS"),
        *("ORGANISATIONS", "ASSOCIATIONS", "FOUNDATIONS", "GRADED_3A", "ASSUMED"),
    }
    constants = {name for name in vars(defaults) if name.isupper() and name != "TYPE_CHECKING"}
    assert constants == with_a_figure | set(defaults.ASSUMED)
    said = record(sample(), ())["assumed"]
    assert {each["id"].upper() for each in said} == set(defaults.ASSUMED)
    assert json.loads(json.dumps(said)) == said


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
    earlier = TEXT.figure("people", "人口", "residents", 100, "人", period=2015, means=CommonFigure.RESIDENTS)
    later = TEXT.figure("people", "人口", "residents", 200, "人", period=2020, means=CommonFigure.RESIDENTS)
    for order in ([earlier, later], [later, earlier]):
        assert figures.figures_of([plan(*order)])[0].number == 200


def test_what_a_plan_calls_a_figure_does_not_matter_but_what_it_means_does():
    named_alike = TEXT.figure("residents", "人口", "residents", 100, "人")
    found = figures.figures_of([plan(named_alike)])[0]
    assert found.number == defaults.RESIDENTS
    nearly = {
        each.id: each for each in figures.figures_of([plan(figure(CommonFigure.REGISTERED_ELDERS, 50, "人"))])
    }["elders"]
    assert (nearly.number, nearly.origin) == (50, figures.Origin.DERIVED)


def test_the_figures_that_plugins_declare_are_the_ones_that_their_samples_are_calibrated_to():
    for place, published in (
        (
            "shapingba",
            {"elders", "children_in_difficulty", "care_institutions", "care_beds", "organisations"},
        ),
        ("jiangjin", {"private_institutions", "care_beds"}),
        ("guichi", {"elders", "elders_65", "associations", "service_organisations"}),
        ("jiangsu", {"dibao_persons", "tekun_persons"}),
        ("chongqing", {"dibao_persons", "tekun_persons", "private_beds", "private_institutions"}),
        ("taoyuan", {"care_beds", "private_beds"}),
    ):
        found = {each.id: each.origin for each in figures.figures_of(load()[place].plans)}
        assert {id for id in published if found[id] is not figures.Origin.PUBLISHED} == set(), place


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
    crowded = plan(figure(CommonFigure.RESIDENTS, 1000, "人"), figure(CommonFigure.TEKUN_PERSONS, 900, "人"))
    found = counted(planned(PLACE, [crowded], 1000))["tekun_persons"]
    assert found.drawn < found.exactly
    assert found.distance == found.drawn - found.exactly


@pytest.mark.parametrize(
    ("means", "number", "unit", "share"),
    [
        (CommonFigure.ELDERS, 1900, "人", defaults.ELDERS),
        (CommonFigure.DIBAO_PERSONS, 250, "人", defaults.DIBAO),
        (CommonFigure.ORGANISATIONS, 5, "organisation", defaults.ORGANISATIONS),
    ],
)
def test_residents_who_are_not_published_follow_from_what_is_by_a_share_that_is_called_a_default(
    means, number, unit, share
):
    residents = figures.figures_of([plan(figure(means, number, unit))])[0]
    assert residents.number == number / share
    assert residents.origin is figures.Origin.DEFAULT
    assert [each.of.means for each in residents.sources] == [means]
