"""Nested files: written from checked registers, read again as they were, refused where they do not fit."""

from __future__ import annotations

from datetime import date

import pytest

from civaffairs.errors import InputInvalid
from civaffairs.exchange.registers import opened_registers, write_nested

pytest.importorskip("numpy")
arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ON = date(2024, 9, 1)


def registers(**more):
    households = arrow.table(
        {
            "household_id": [1, 2, 3],
            "area": ["urban", "rural", "urban"],
            "assets_fen": [500, None, 0],
            "township": ["甲", "乙", "甲"],
        }
    )
    persons = arrow.table(
        {
            "household_id": [1, 2, 2, 3],
            "person_id": [11, 21, 22, 31],
            "born": [date(1950, 3, 1), date(1960, 1, 1), date(1990, 1, 1), date(2015, 1, 1)],
            "incomes.wages_fen": [1, 2, None, 4],
            "child.orphan": [None, False, False, True],
            "child.parents": [None, None, None, [{"state": "dead", "months": None}] * 2],
        }
    )
    return opened_registers(households, persons, on=ON, keep=["township"], **more)


def all_rows(nested):
    return [row for batch in nested.batches() for row in batch.to_pylist()]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "nested.parquet"
    told = []
    write_nested(registers(), path, advance=told.append)
    assert told == [3] or sum(told) == 3
    return path


def test_a_nested_file_holds_what_the_registers_held(path):
    nested = opened_registers(path, on=ON)
    assert all_rows(nested) == all_rows(registers())
    assert (nested.path, nested.rows, nested.on, nested.kept) == (path, 3, ON, ("township",))
    assert nested.columns == registers().columns
    assert nested.schema.names == registers().schema.names
    assert nested.complete == {
        "Household": {"household_id", "area", "township"},
        "Person": {"person_id", "born"},
    }


def test_a_long_nested_file_is_read_batch_by_batch(tmp_path):
    many = 300_000
    households = arrow.table({"household_id": range(many), "area": ["urban", "rural"] * (many // 2)})
    persons = arrow.table(
        {"household_id": range(many), "person_id": range(many), "sex": ["male", "女", None] * (many // 3)}
    )
    write_nested(opened_registers(households, persons, on=ON), tmp_path / "long.parquet")
    batches = list(opened_registers(tmp_path / "long.parquet", on=ON).batches())
    assert sum(batch.num_rows for batch in batches) == many
    assert batches[-1].to_pylist()[-1] == {
        "household_id": many - 1,
        "area": "rural",
        "members": [{"person_id": many - 1, "sex": None}],
    }


def test_of_a_nested_file_only_what_is_needed_is_read(path):
    needed = {"Household": {"assets"}, "Person": {"incomes", "child.orphan"}}
    nested = opened_registers(path, on=date(2030, 1, 1), needed=needed, keep=["area"], usual=["village"])
    assert nested.columns == {
        "Household": {"household_id", "area", "assets", "township"},
        "Person": {"person_id", "incomes.wages", "child.orphan"},
    }
    assert all_rows(nested)[0] == {
        "household_id": 1,
        "area": "urban",
        "assets": 500,
        "township": "甲",
        "members": [{"person_id": 11, "incomes.wages": 1, "child.orphan": None}],
    }


def test_duckdb_reads_a_nested_file_by_itself_as_it_reads_the_batches(path):
    duckdb = pytest.importorskip("duckdb")
    query = """SELECT household_id, area, list_transform(members, lambda each: each."incomes.wages") AS wages,
        list_transform(members, lambda each: each."child.parents"[1].state) AS parents FROM {} ORDER BY 1"""
    connection = duckdb.connect()
    read = connection.sql(query.format(f"'{path}'")).fetchall()
    nested = registers()
    stream = arrow.RecordBatchReader.from_batches(nested.schema, nested.batches())
    connection.register("stream", stream)
    assert read == connection.sql(query.format("stream")).fetchall()
    assert read[1] == (2, "rural", [2, None], [None, None])


def refused(*args, **more):
    with pytest.raises(InputInvalid) as caught:
        opened_registers(*args, **more)
    return [each.code for each in caught.value.faults]


def test_a_nested_file_is_refused_where_it_does_not_fit(path, tmp_path):
    persons = arrow.table({"household_id": [1], "person_id": [1]})
    assert refused(path, persons, on=ON) == ["register_persons_besides_nested"]
    assert refused(path, on=date(2024, 8, 31)) == ["register_nested_earlier"]
    assert refused(path, on=ON, keep=["village"]) == ["unknown_name"]
    table = parquet.read_table(path)
    later = table.replace_schema_metadata({**table.schema.metadata, b"civaffairs.layout": b"nested/2"})
    parquet.write_table(later, tmp_path / "later.parquet")
    assert refused(tmp_path / "later.parquet", on=ON) == ["register_nested_version"]
    parquet.write_table(table.replace_schema_metadata(None), tmp_path / "foreign.parquet")
    assert refused(tmp_path / "foreign.parquet", on=ON) == ["register_nested_foreign"]


def test_faulty_registers_leave_no_nested_file(tmp_path):
    households = arrow.table({"household_id": [1, 2], "area": ["urban", "town"]})
    persons = arrow.table({"household_id": [1, 2], "person_id": [1, 2]})
    with pytest.raises(InputInvalid):
        write_nested(opened_registers(households, persons, on=ON), tmp_path / "n.parquet")
    assert list(tmp_path.iterdir()) == []
    kept = opened_registers(households, persons, on=ON, faulty="set_aside")
    write_nested(kept, tmp_path / "n.parquet")
    assert [row["household_id"] for row in all_rows(opened_registers(tmp_path / "n.parquet", on=ON))] == [1]
    assert dict(kept.set_aside) == {"households": 1, "persons": 1}


def test_a_file_that_is_there_is_left_alone(path):
    before = path.read_bytes()
    with pytest.raises(InputInvalid) as caught:
        write_nested(registers(), path)
    assert [each.code for each in caught.value.faults] == ["file_exists"]
    assert path.read_bytes() == before
