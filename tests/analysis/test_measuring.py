"""What a folder of registers says of indicators, what it leaves open, and which of its rows are wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civaffairs import load
from civaffairs.analysis.measuring import measured, notes
from civaffairs.analysis.measuring.folder import register_name, registers_in
from civaffairs.domain.models import (
    MODELS,
    CareInstitution,
    Community,
    CommunityFacility,
    attributes,
    fact_of,
)
from civaffairs.domain.observations import Observation
from civaffairs.domain.rules.evaluate import Registers, Unknown, measure
from civaffairs.errors import InputInvalid
from civaffairs.testing.strategies.things import models

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("duckdb")

DAY = date(2025, 6, 30)
LOADED = load()
EDITION = LOADED["taoyuan"].rulebook.on(DAY)
INDICATORS = LOADED.indicators
NURSING = INDICATORS["nursing_bed_share"]
GRADED = INDICATORS["social_organisations_3a_share"]
AREA = INDICATORS["community_facility_area"]
HOMES = "name,beds,nursing_beds\n"


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def write(folder, name, text, encoding="utf-8"):
    Path(folder, name).write_text(text, encoding)


def ask(folder, *indicators, **options):
    return measured(indicators, Path(folder), EDITION, DAY, **options)


def one(folder, indicator, **options):
    (found,) = ask(folder, indicator, **options)
    return found


def codes_of(caught):
    """Each kind of fault with its place, its number of rows and the rows that are named."""
    return [
        (
            each.where,
            dict(each.what.args)["what"].code,
            dict(each.what.args)["many"],
            dict(each.what.args)["rows"],
        )
        for each in caught.value.faults
    ]


def test_a_share_comes_with_its_numerator_denominator_register_rows_and_day(folder):
    write(folder, "care_institutions.csv", HOMES + "a,120,72\nb,80,30\n")
    found = one(folder, NURSING)
    assert (found.value.text("en"), found.numerator.text("en"), found.denominator.text("en")) == (
        "51%",
        "102 beds",
        "200 beds",
    )
    seen = found.observation()
    assert (seen.of, str(seen.period), seen.value, seen.derived) == (NURSING, "2025-06-30", found.value, True)
    assert "care_institutions.csv" in seen.source
    assert "2" in seen.source
    for part in ("2025-06-30", "102", "200"):
        assert part in seen.note.zh
        assert part in seen.note.en


def test_an_indicator_may_need_two_registers_and_each_is_named(folder):
    write(folder, "communities.csv", "name,households\nx,100\ny,300\n")
    write(folder, "community_facilities.csv", "name,area\nx1,500.55\nx2,99.45\n")
    found = one(folder, AREA)
    assert found.value.text("en") == "150 m²/100 households"
    assert [each.file for each in found.registers] == ["community_facilities.csv", "communities.csv"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_headings_and_values_are_read_as_bureaus_write_them(folder, encoding):
    text = (
        "名称;床位数;护理型床位数;运营方式;服务基本质量达标\n"
        "一号院;１，２００;--;公办公营;是\n"
        "二号院;80;30;社会力量举办;否\n"
    )
    write(folder, "养老机构.csv", text, encoding)
    quality, nursing = ask(folder, INDICATORS["care_quality_compliance"], NURSING)
    assert quality.value.text("en") == "50%"
    assert (nursing.value, nursing.denominator.text("en")) == (None, "1,280 beds")


def test_a_workbook_and_a_parquet_file_say_the_same_as_text(folder):
    openpyxl = pytest.importorskip("openpyxl")
    rows = [("a", 120, 72), ("b", 80, None), ("c", 10, 0)]
    write(folder, "care_institutions.csv", HOMES + "a,120,72\nb,80,\nc,10,0\n")
    as_text = one(folder, NURSING)
    Path(folder, "care_institutions.csv").unlink()
    book = openpyxl.Workbook()
    for row in (("name", "beds", "nursing_beds"), *rows):
        book.active.append(row)
    book.save(Path(folder, "care_institutions.xlsx"))
    as_workbook = one(folder, NURSING)
    Path(folder, "care_institutions.xlsx").unlink()
    columns = dict(zip(("name", "beds", "nursing_beds"), zip(*rows, strict=True), strict=True))
    table = pyarrow.table(
        {**columns, "nursing_beds": pyarrow.array(columns["nursing_beds"], pyarrow.float64())}
    )
    parquet.write_table(table, Path(folder, "care_institutions.parquet"))
    as_parquet = one(folder, NURSING)
    for found in (as_text, as_workbook, as_parquet):
        assert (found.value, found.denominator.text("en")) == (None, "210 beds")
        assert [each.code for each in found.missing] == ["measure_unclear"]


def test_what_is_not_known_leaves_the_indicator_open_and_the_rows_are_counted(folder):
    write(folder, "care_institutions.csv", HOMES + "a,120,72\nb,80,\nc,,\n")
    found = one(folder, NURSING)
    assert (found.value, found.observation()) == (None, None)
    assert {(each.args) for each in found.missing} == {
        (("file", "care_institutions.csv"), ("label", label), ("many", many), ("rows", 3))
        for label, many in ((fact("nursing_beds"), 2), (fact("beds"), 1))
    }


def fact(name):
    return next(fact_of(each).label for each in attributes(CareInstitution) if each.name == name)


def test_a_column_that_is_missing_is_unknown_and_named(folder):
    write(folder, "care_institutions.csv", "name,beds\na,120\n")
    assert [each.code for each in one(folder, NURSING).missing] == ["measure_no_column"]


def test_a_register_that_is_missing_is_unknown_and_named(folder):
    write(folder, "care_institutions.csv", HOMES + "a,120,72\n")
    graded, nursing = ask(folder, GRADED, NURSING)
    assert [each.code for each in graded.missing] == ["measure_no_register"]
    assert "organisations" in graded.missing[0].text("en")
    assert nursing.value.text("en") == "60%"


def test_an_empty_register_gives_numbers_and_no_shares(folder):
    write(folder, "care_institutions.csv", HOMES)
    found = one(folder, NURSING)
    assert (found.numerator.number, found.denominator.number, found.value) == (0, 0, None)
    assert [each.code for each in found.missing] == ["nothing_to_divide_by"]


def test_an_indicator_that_registers_cannot_give_is_left_out(folder):
    write(folder, "care_institutions.csv", HOMES)
    assert ask(folder, INDICATORS["cremation_rate"]) == ()
    assert ask(folder) == ()


FAULTY = (
    HOMES
    + "a,120,72\n"  # row 2
    + "b,-5,0\n"
    + "c,many,0\n"
    + "d,10,11\n"
    + "e,1000000000000000,0\n"
    + "a,120,72\n"
    + ",10,5\n"
    + "f,10,12\n"
)


def test_every_kind_of_fault_is_counted_by_row_and_all_are_told_at_once(folder):
    write(folder, "care_institutions.csv", FAULTY)
    write(folder, "organisations.csv", "name,kind,credit_code\nx,association,123\n")
    with pytest.raises(InputInvalid) as caught:
        ask(folder, NURSING, GRADED)
    assert sorted(codes_of(caught)) == [
        ("care_institutions.csv", "row_repeated", 1, "7"),
        ("care_institutions.csv, beds", "column_too_large", 1, "6"),
        ("care_institutions.csv, beds", "column_too_small", 1, "3"),
        ("care_institutions.csv, beds", "column_unreadable", 1, "4"),
        ("care_institutions.csv, name", "fact_missing", 1, "8"),
        ("care_institutions.csv, nursing_beds", "part_exceeds_whole", 2, "5, 9"),
        ("organisations.csv, credit_code", "credit_length", 1, "2"),
    ]


def test_faulty_rows_are_set_aside_where_that_is_asked_and_the_observation_says_so(folder):
    write(folder, "care_institutions.csv", FAULTY)
    found = one(folder, NURSING, faulty="set-aside")
    assert found.value.text("en") == "60%"
    (register,) = found.registers
    assert (register.rows, register.left_out) == (1, 7)
    assert "7" in found.observation().source
    assert [each.code for each in notes([found])] == ["rows_left_out"]


def test_of_many_rows_with_one_fault_some_are_named_and_all_counted(folder):
    write(folder, "care_institutions.csv", HOMES + "".join(f"h{n},1,2\n" for n in range(500)))
    with pytest.raises(InputInvalid) as caught:
        ask(folder, NURSING)
    (fault,) = codes_of(caught)
    assert fault[1:] == ("part_exceeds_whole", 500, "2, 3, 4, 5, 6 …")


def test_things_with_a_number_are_one_where_the_number_is(folder):
    write(folder, "lottery_outlets.csv", "id,in_operation\n1,是\n2,是\n1,否\n")
    with pytest.raises(InputInvalid) as caught:
        ask(folder, INDICATORS["lottery_outlets"])
    assert codes_of(caught) == [("lottery_outlets.csv, id", "row_repeated", 1, "4")]


def test_a_large_file_is_read_in_parts_and_its_rows_are_numbered_through(folder, monkeypatch):
    monkeypatch.setattr("civaffairs.analysis.measuring.reading._BATCH", 2)
    beds = [5, 6, 5, 7, 8, -1]
    names = ["a", "b", "a", "c", "d", "e"]  # the same row, first in the first part and in the second
    table = pyarrow.table({"name": names, "beds": beds, "nursing_beds": [1] * 6})
    parquet.write_table(table, folder / "care_institutions.parquet")
    with pytest.raises(InputInvalid) as caught:
        ask(folder, NURSING)
    assert [each[1:] for each in codes_of(caught)] == [("row_repeated", 1, "3"), ("column_too_small", 1, "6")]
    found = one(folder, NURSING, faulty="set-aside")
    assert (found.numerator.number, found.denominator.number) == (4, 26)


def test_faults_of_people_never_show_what_stands_there(folder):
    write(
        folder,
        "assisted_persons.csv",
        "id,name,identity_known,returned\n桃救17,王小明,否,是\n桃救18,,maybe,\n",
    )
    with pytest.raises(InputInvalid) as caught:
        ask(folder, INDICATORS["vagrant_return_rate"])
    for lang in ("zh", "en"):
        said = caught.value.text(lang)
        assert not any(part in said for part in ("桃救", "王小明", "maybe"))


def test_columns_that_are_no_facts_are_named_and_not_read(folder):
    write(folder, "care_institutions.csv", "name,beds,nursing_beds,phone\na,10,5,1\n")
    found = one(folder, NURSING)
    assert found.registers[0].ignored == ("phone",)
    assert [each.code for each in notes([found])] == ["columns_ignored"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "registers_none"),
        ({"care_institutions.csv": HOMES, "养老机构.csv": HOMES}, "register_twice"),
        ({"care_institutions.csv": "a,b\n1,2\n"}, "register_without_heading"),
        ({"care_institutions.csv": "name,beds,床位数\nx,1,1\n"}, "column_twice"),
        ({"care_institutions.parquet": "no parquet"}, "parquet_broken"),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(folder, files, code):
    for name, text in files.items():
        write(folder, name, text)
    with pytest.raises(InputInvalid) as caught:
        ask(folder, NURSING)
    assert [each.code for each in caught.value.faults] == [code]


def test_a_folder_that_is_not_there_is_said(folder):
    with pytest.raises(InputInvalid) as caught:
        ask(folder / "none", NURSING)
    assert [each.code for each in caught.value.faults] == ["registers_absent"]


HOUSEHOLDS = "household_id,area\n1,urban\n2,农村\n3,rural\n"
PERSONS = (
    "household_id,person_id,born\n"
    "1,11,1950-01-01\n"
    "1,12,1990/5/1\n"
    "2,21,19650629\n"
    "3,31,1965年6月30日\n"
    "3,32,2020-1-1\n"
)
PER_ELDER = INDICATORS["beds_per_1000_elders"]


def test_persons_are_counted_by_their_ages_on_the_day(folder):
    write(folder, "care_institutions.csv", HOMES + "a,3,1\n")
    write(folder, "community_care_facilities.csv", "name,beds\nx,2\n")
    write(folder, "households.csv", HOUSEHOLDS)
    write(folder, "persons.csv", PERSONS)
    found = one(folder, PER_ELDER)
    # A year of age is full on the day after the birthday (周岁): 60 years ago today is not yet enough.
    assert (found.denominator.number, found.value.number) == (2, 2500)
    assert {(each.file, each.rows) for each in found.registers} == {
        ("care_institutions.csv", 1),
        ("community_care_facilities.csv", 1),
        ("persons.csv", 5),
    }


def test_a_register_of_persons_without_births_leaves_open_how_many_elders_there_are(folder):
    write(folder, "care_institutions.csv", HOMES + "a,3,1\n")
    write(folder, "community_care_facilities.csv", "name,beds\nx,2\n")
    write(folder, "households.csv", HOUSEHOLDS)
    write(folder, "persons.csv", PERSONS.replace("born", "note"))
    found = one(folder, PER_ELDER)
    assert found.value is None
    assert [(each.code, dict(each.args)["file"]) for each in found.missing] == [
        ("measure_no_column", "persons.csv")
    ]


def test_faults_of_people_are_told_with_those_of_places(folder):
    write(folder, "care_institutions.csv", HOMES + "a,-3,1\n")
    write(folder, "community_care_facilities.csv", "name,beds\nx,2\n")
    write(folder, "households.csv", HOUSEHOLDS)
    write(folder, "persons.csv", PERSONS + "9,91,1960-01-01\n")
    with pytest.raises(InputInvalid) as caught:
        ask(folder, PER_ELDER)
    assert {each.where.partition(",")[0] for each in caught.value.faults} == {
        "care_institutions.csv",
        "persons.csv",
    }
    found = one(folder, PER_ELDER, faulty="set-aside")
    assert (found.numerator.number, found.denominator.number) == (2, 2)
    assert {each.file: each.left_out for each in found.registers} == {
        "care_institutions.csv": 1,
        "community_care_facilities.csv": 0,
        "persons.csv": 1,
    }


def test_no_two_registers_are_called_alike():
    names = [register_name(each.__name__) for each in MODELS]
    assert len(set(names)) == len(names)
    assert {"households", "persons", "care_institutions", "organisations"} <= {*names}


def test_only_the_registers_that_are_needed_are_looked_for(folder):
    write(folder, "communities.csv", "nothing")
    write(folder, "care_institutions.csv", HOMES)
    assert list(registers_in(folder, ["CareInstitution"])) == ["CareInstitution"]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(models(Community, unknown=5), max_size=5, unique_by=repr),
    st.lists(models(CommunityFacility, unknown=7), max_size=5, unique_by=repr),
)
def test_a_file_says_what_the_evaluator_says_of_the_things_in_it(tmp_path_factory, communities, facilities):
    folder = tmp_path_factory.mktemp("registers")
    for model, things in ((Community, communities), (CommunityFacility, facilities)):
        columns = {
            each.name: [cell(getattr(thing, each.name)) for thing in things] for each in attributes(model)
        }
        table = pyarrow.table(
            {name: pyarrow.array(cells, pyarrow.string()) for name, cells in columns.items()}
        )
        parquet.write_table(table, folder / f"{register_name(model.__name__)}.parquet")
    registers = Registers({"Community": communities, "CommunityFacility": facilities})
    asked = [AREA, INDICATORS["volunteer_station_coverage"], INDICATORS["community_worker_certification"]]
    for found in ask(folder, *asked):
        reference = measure(found.indicator.definition, registers)
        if isinstance(reference, Unknown):
            assert found.value is None
        else:
            assert found.value.number == reference.number
            assert isinstance(found.observation(), Observation)


def cell(value):
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal | int):
        return str(value)
    return getattr(value, "id", value)
