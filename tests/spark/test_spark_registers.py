"""Registers that are frames of Spark: checked, decided, and written as every run is."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from datetime import date
from fractions import Fraction

import pytest

from civaffairs import decide_registers, load
from civaffairs.analysis.running.asking import asked_of
from civaffairs.cli import main
from civaffairs.domain.models import IncomeKind
from civaffairs.errors import InputInvalid
from civaffairs.testing.populations import FlatSpark, differences, drawn, opened

pytestmark = pytest.mark.usefixtures("spark")

DAY = date(2024, 9, 30)
TAOYUAN = load()["taoyuan"].rulebook
EARNED = [f"incomes.{kind.id}_fen" for kind in IncomeKind]
HOMES = "household_id BIGINT, area STRING, assets_fen BIGINT, township STRING"
PEOPLE = ", ".join(
    [
        "household_id BIGINT, person_id BIGINT, born DATE, employed BOOLEAN",
        *(f"`{each}` BIGINT" for each in EARNED),
    ]
)


def home(number, assets=0):
    return (number, "urban", assets, "桃花镇")


def person(number, household, born=date(1950, 3, 1), wages=0):
    return (household, number, born, False, *(wages if "wages" in each else 0 for each in EARNED))


def frames(spark, homes, people):
    return spark.createDataFrame(homes, HOMES), spark.createDataFrame(people, PEOPLE)


def tables(homes, people):
    return homes.toArrow(), people.toArrow()


def counted(error):
    """What is said of faults and in how many rows they are, without which."""
    return sorted(each.text("en").split(" (")[0] for each in error.faults)


def test_frames_of_spark_come_back_as_such_and_say_what_the_embedded_engine_says(spark):
    given = frames(
        spark,
        [home(1), home(2, None), home(3, 99_000_000)],
        [person(1, 1), person(2, 1, date(2010, 5, 1)), person(3, 2), person(4, 3, wages=None)],
    )
    asked = ["dibao", "winter_heating", "home_visits"]
    found = decide_registers(TAOYUAN, *given, on=DAY, provisions=asked, keep=["township"])
    other = decide_registers(TAOYUAN, *tables(*given), on=DAY, provisions=asked, keep=["township"])
    assert type(found.households).__module__.startswith("pyspark.")
    for one, two, key in (
        (found.households, other.households, "household_id"),
        (found.persons, other.persons, "person_id"),
    ):
        rows = sorted(one.toArrow().to_pylist(), key=lambda row: row[key])
        assert rows == [
            {name: row[name] for name in rows[0]} for row in sorted(two.to_pylist(), key=lambda row: row[key])
        ]


def test_money_without_fen_in_its_name_is_yuan_as_in_every_register(spark):
    homes, people = frames(spark, [home(1, 2_000_000), home(2, 99_000_000)], [person(1, 1), person(2, 2)])
    expected = decide_registers(TAOYUAN, homes, people, on=DAY, provisions=["dibao"]).households
    for kind in ("BIGINT", "DECIMAL(14,2)"):
        yuan = homes.selectExpr("* EXCEPT (assets_fen)", f"CAST(assets_fen / 100 AS {kind}) AS assets")
        found = decide_registers(TAOYUAN, yuan, people, on=DAY, provisions=["dibao"]).households
        assert [each.dibao for each in found.orderBy("household_id").collect()] == [
            each.dibao for each in expected.orderBy("household_id").collect()
        ]
    exactly = homes.selectExpr("* EXCEPT (assets_fen)", "CAST(assets_fen / 100 AS DOUBLE) AS assets")
    with pytest.raises(InputInvalid, match="assets"):
        decide_registers(TAOYUAN, exactly, people, on=DAY, provisions=["dibao"])


def test_absurd_rows_are_counted_with_their_households_or_left_out_with_them(spark):
    homes = [home(1, 10**15), home(2), home(3), home(3), home(4), home(8), home(9)]
    people = [
        person(1, 1, wages=-1),
        person(2, 2, date(2031, 1, 1)),
        person(3, 3),
        person(4, 5),
        person(8, 8),
        person(8, 8),
        person(9, 9),
    ]
    given = frames(spark, homes, people)
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, *given, on=DAY, provisions=["dibao", "winter_heating"])
    assert sorted(each.code for each in error.value.faults) == [
        "register_household_twice",
        "register_not_born",
        "register_person_twice",
        "register_too_large",
        "register_too_small",
        "register_without_household",
        "register_without_persons",
    ]
    assert "household_id 3" in error.value.text("en")
    with pytest.raises(InputInvalid) as embedded:
        decide_registers(TAOYUAN, *tables(*given), on=DAY, provisions=["dibao", "winter_heating"])
    assert counted(error.value) == counted(embedded.value)
    found = decide_registers(
        TAOYUAN, *given, on=DAY, provisions=["dibao", "winter_heating"], faulty="set_aside"
    )
    assert [row["household_id"] for row in found.households.collect()] == [9]
    assert {each.code for each in found.faults} == {each.code for each in error.value.faults}


def test_what_contradicts_itself_or_is_unheard_of_is_refused_as_the_embedded_engine_refuses_it(spark):
    facts = {
        "disabled": "BOOLEAN",
        "disability_grade": "INT",
        "disability_kinds": "ARRAY<STRING>",
        "child.orphan": "BOOLEAN",
        "child.guardianship": "STRING",
        "assistance": "STRING",
        "tekun.support": "STRING",
        "supporters": "ARRAY<STRUCT<disability_grade: INT, disability_kinds: ARRAY<STRING>>>",
        "child.parents": "ARRAY<STRUCT<state: STRING, months: INT>>",
    }
    absurd = [
        {"disability_grade": 1},
        {"disability_kinds": ["visual"], "disabled": False},
        {"disability_kinds": ["visual", "visionary"], "disabled": True},
        {"disability_kinds": ["visual", "visual"], "disabled": True},
        {"disability_kinds": [], "disabled": True},
        {"child.orphan": True, "child.guardianship": "parents"},
        {"assistance": "dibao", "tekun.support": "dispersed"},
        {"supporters": [(2, None), (5, ["visual"])]},
        {"supporters": [(1, ["none"])]},
        {"supporters": [(1, None)] * 201},
        {"child.parents": []},
        {"child.parents": [(None, 3)]},
        {"child.parents": [("dead", -1)]},
    ]
    sound = {
        "disabled": True,
        "disability_grade": 1,
        "disability_kinds": ["visual"],
        "assistance": "tekun",
        "tekun.support": "dispersed",
        "supporters": [(4, None)],
        "child.parents": [("dead", None)],
    }
    rows = [
        (number, number, date(2012, 5, 1), *(row.get(name) for name in facts))
        for number, row in enumerate([*absurd, sound, {}])
    ]
    columns = ", ".join(f"`{name}` {kind}" for name, kind in facts.items())
    people = spark.createDataFrame(rows, f"household_id BIGINT, person_id BIGINT, born DATE, {columns}")
    homes = spark.createDataFrame([home(number) for number in range(len(rows))], HOMES)
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, homes, people, on=DAY)
    with pytest.raises(InputInvalid) as embedded:
        decide_registers(TAOYUAN, *tables(homes, people), on=DAY)
    assert counted(error.value) == counted(embedded.value)
    found = decide_registers(TAOYUAN, homes, people, on=DAY, faulty="set_aside")
    assert sorted(row["household_id"] for row in found.households.collect()) == [13, 14]


def test_an_empty_cell_says_nothing(spark):
    homes = spark.createDataFrame([home(1), home(2)], HOMES)
    people = spark.createDataFrame(
        [(1, 1, date(1980, 5, 1), "", " "), (2, 2, date(1980, 5, 1), "visual;hearing", "self_caring")],
        "household_id BIGINT, person_id BIGINT, born DATE, disability_kinds STRING, dependence STRING",
    ).selectExpr("*", "household_id = 2 AS disabled")
    asked = ["disability_nursing_subsidy", "care_severely_disabled", "home_visits"]
    found = decide_registers(TAOYUAN, homes, people, on=DAY, provisions=asked)
    other = decide_registers(TAOYUAN, *tables(homes, people), on=DAY, provisions=asked)
    rows = sorted(found.persons.toArrow().to_pylist(), key=lambda row: row["person_id"])
    assert rows == [{name: row[name] for name in rows[0]} for row in other.persons.to_pylist()]


def test_columns_of_other_types_are_named_before_rows_are_looked_at(spark):
    homes, people = frames(spark, [home(1)], [person(1, 1)])
    texts = people.selectExpr("* EXCEPT (born)", "'long ago' AS born", "'x' AS disability_grade")
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, homes, texts.drop("person_id"), on=DAY)
    assert {each.where for each in error.value.faults} == {"person_id", "born", "disability_grade"}


def test_keys_that_are_texts_are_read_as_in_every_register(spark):
    keys = ["1", " 1", "２", "", "　", "x"]
    homes = spark.createDataFrame([(key, *home(0)[1:]) for key in keys], HOMES.replace("BIGINT", "STRING", 1))
    people = spark.createDataFrame(
        [(key, f"p{number}", date(1950, 3, 1)) for number, key in enumerate([*keys, "2"])],
        "household_id STRING, person_id STRING, born DATE",
    )
    homes = homes.withColumn("assets_fen", homes.assets_fen.cast("bigint"))
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, homes, people, on=DAY, provisions=["dibao"])
    with pytest.raises(InputInvalid) as embedded:
        decide_registers(TAOYUAN, *tables(homes, people), on=DAY, provisions=["dibao"])
    assert counted(error.value) == counted(embedded.value)
    found = decide_registers(TAOYUAN, homes, people, on=DAY, provisions=["dibao"], faulty="set_aside")
    assert sorted(row["household_id"] for row in found.households.collect()) == ["2", "x"]


def test_keys_of_other_types_are_refused(spark):
    homes, people = frames(spark, [home(1)], [person(1, 1)])
    doubles = homes.selectExpr("* EXCEPT (household_id)", "1.0D AS household_id")
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, doubles, people, on=DAY, provisions=["dibao"])
    assert [each.where for each in error.value.faults] == ["household_id"]


def test_members_of_whom_only_the_keys_are_known_are_members(spark):
    homes = spark.createDataFrame([home(1)], HOMES)
    people = spark.createDataFrame([(1, 1), (1, 2)], "household_id BIGINT, person_id BIGINT")
    people = people.selectExpr("*", "NULL AS supporters", "NULL AS `child.parents`")
    found = decide_registers(TAOYUAN, homes, people, on=DAY).households.toArrow().to_pylist()
    other = decide_registers(TAOYUAN, *tables(homes, people), on=DAY).households.to_pylist()
    assert found == [{name: row[name] for name in found[0]} for row in other]


def test_a_column_that_is_there_twice_is_said_and_capitals_make_no_difference(spark):
    homes, people = frames(spark, [home(1)], [person(1, 1)])
    expected = decide_registers(TAOYUAN, homes, people, on=DAY, provisions=["dibao"]).households.collect()
    capital = homes.withColumnsRenamed({"household_id": "Household_ID", "assets_fen": "ASSETS_FEN"})
    found = decide_registers(TAOYUAN, capital, people, on=DAY, provisions=["dibao"]).households.collect()
    assert found == expected
    both = homes.selectExpr("*", "0 AS assets", "area AS AREA")
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, both, people, on=DAY, provisions=["dibao"])
    assert [each.code for each in error.value.faults] == ["register_column_twice"] * 2
    assert "assets_fen, assets" in error.value.text("en")


def test_keys_that_are_text_in_one_register_are_compared_as_text(spark):
    homes, people = frames(spark, [home(1), home(2), home(3)], [person(1, 1), person(2, 2), person(3, 3)])
    texts = people.selectExpr(
        "CASE household_id WHEN 1 THEN '01' WHEN 2 THEN 'x' ELSE '3' END AS household_id",
        *(f"`{name}`" for name in people.columns[1:]),
    )
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, homes, texts, on=DAY, provisions=["dibao"])
    assert [each.code for each in error.value.faults] == [
        "register_without_persons",
        "register_without_household",
    ]
    with pytest.raises(InputInvalid) as embedded:
        decide_registers(TAOYUAN, *tables(homes, texts), on=DAY, provisions=["dibao"])
    assert [each.code for each in embedded.value.faults] == [each.code for each in error.value.faults]
    assert "household_id 01, x" in error.value.text("en")
    found = decide_registers(TAOYUAN, homes, texts, on=DAY, provisions=["dibao"], faulty="set_aside")
    assert [row["household_id"] for row in found.households.collect()] == ["3"]


def test_a_file_of_columns_is_refused(spark, tmp_path):
    given = frames(spark, [home(1)], [person(1, 1)])
    with pytest.raises(InputInvalid) as error:
        decide_registers(TAOYUAN, *given, on=DAY, columns=tmp_path / "columns.toml")
    assert [each.code for each in error.value.faults] == ["run_spark_needs"]


def test_a_run_on_spark_writes_the_totals_of_any_run(spark, tmp_path, capsys):
    given = frames(spark, [home(1), home(2, None)], [person(1, 1), person(2, 2)])
    paths = [tmp_path / "households.parquet", tmp_path / "persons.parquet"]
    for path, frame in zip(paths, given, strict=True):
        frame.coalesce(1).write.parquet(path.as_uri())
    words = ["run", "taoyuan", "--households", str(paths[0]), "--persons", str(paths[1]), "--on", "2024-09"]
    with pytest.raises(SystemExit) as ended:
        main([*words, "--provisions", "dibao", "--engine", "spark", "--json", "-o", str(tmp_path / "out")])
    assert ended.value.code == 0
    assert json.loads(capsys.readouterr().out) == json.loads(
        (tmp_path / "out" / "report.json").read_text("utf-8")
    )
    names = {each.name for each in (tmp_path / "out").iterdir()}
    assert names == {"households.parquet", "totals.csv", "reasons.csv", "report.json"}
    totals = (tmp_path / "out" / "totals.csv").read_text("utf-8-sig").splitlines()
    assert "dibao,最低生活保障,Dibao,Household,,,2,1,0,1,700,元/月,0" in totals


def test_every_row_of_a_population_has_the_outcome_of_the_reference_evaluation(tmp_path):
    asked = asked_of(TAOYUAN, on=DAY)
    files = drawn(load()["taoyuan"], tmp_path / "drawn", 300, on=DAY, unknown=Fraction(1, 20))
    (batch,) = opened(asked, *files).batches()
    assert batch.num_rows == 300
    assert not list(differences(asked, batch, [FlatSpark()]))


def test_a_run_on_spark_that_is_stopped_leaves_nothing_and_shows_no_pages_of_java(tmp_path):
    files = drawn(load()["taoyuan"], tmp_path / "drawn", 20_000, on=DAY, unknown=Fraction(0))
    words = [
        "--households",
        str(files[0]),
        "--persons",
        str(files[1]),
        "--on",
        "2024-09",
        "--engine",
        "spark",
    ]
    running = subprocess.Popen(
        [sys.executable, "-m", "civaffairs", "run", "taoyuan", *words, "-o", str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while running.poll() is None and not list(tmp_path.glob(".out*/households.parquet")):
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    said, _ = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "Traceback" not in said
    assert [each.name for each in tmp_path.iterdir()] == ["drawn"]
