"""Nested files: written from checked registers, read again as they were, refused where they do not fit."""

from __future__ import annotations

from datetime import date

import pytest

from civaffairs.domain.models.fact import MOST_ITEMS
from civaffairs.errors import InputInvalid
from civaffairs.exchange.registers import opened_registers, write_nested
from civaffairs.exchange.registers.format import columns_of

np = pytest.importorskip("numpy")
arrow = pytest.importorskip("pyarrow")
ipc = pytest.importorskip("pyarrow.ipc")
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
    path = tmp_path / "nested.arrow"
    told = []
    write_nested(registers(), path, advance=told.append)
    assert sum(told) == 3
    return path


def test_a_nested_file_holds_what_the_registers_held(path):
    nested = opened_registers(path, on=ON)
    assert all_rows(nested) == all_rows(registers())
    assert (nested.rows, nested.on, nested.kept) == (3, ON, ("township",))
    assert nested.columns == registers().columns
    assert nested.schema.names == registers().schema.names
    assert nested.complete == registers().complete
    assert nested.complete == {"Household": {"household_id", "area"}, "Person": {"person_id", "born"}}


def test_a_nested_file_is_known_by_what_is_in_it_whatever_it_is_called(path):
    renamed = path.rename(path.with_name("register.parquet"))
    assert opened_registers(renamed, on=ON).rows == 3


@pytest.fixture
def long(tmp_path):
    many = 150_000
    households = arrow.table(
        {
            "household_id": range(many),
            "area": ["urban", "rural"] * (many // 2),
            "township": [f"{each // 40_000} 镇" for each in range(many)],
        }
    )
    persons = arrow.table(
        {"household_id": range(many), "person_id": range(many), "sex": ["male", "女", None] * (many // 3)}
    )
    write_nested(opened_registers(households, persons, on=ON, keep=["township"]), tmp_path / "long.arrow")
    return opened_registers(tmp_path / "long.arrow", on=ON)


def test_a_long_nested_file_is_read_batch_by_batch(long):
    batches = list(long.batches())
    assert [batch.num_rows for batch in batches] == [81_920, 150_000 - 81_920]
    assert long.rows == 150_000
    assert batches[-1].to_pylist()[-1] == {
        "household_id": 149_999,
        "area": "rural",
        "township": "3 镇",
        "members": [{"person_id": 149_999, "sex": None}],
    }


def test_a_nested_file_has_all_terms_of_a_fact_behind_its_codes(tmp_path):
    parents = [[{"state": "missing"}] * (MOST_ITEMS + 1), [{"state": "dead"}], None]
    households = arrow.table({"household_id": [1, 2, 3], "area": ["urban", "rural", "rural"]})
    persons = arrow.table({"household_id": [1, 2, 3], "person_id": [1, 2, 3], "child.parents": parents})
    found = opened_registers(households, persons, on=ON, faulty="set_aside")
    write_nested(found, tmp_path / "n.arrow")
    with ipc.open_file(tmp_path / "n.arrow") as file:
        batch = file.get_batch(0)
    lists = batch.column("members").values.field("child.parents")
    assert lists.to_pylist() == [[{"state": "dead", "months": None}], None]
    items = {each.name: each for each in columns_of("Person")["child.parents"].items}
    for codes, column in (
        (batch.column("area"), columns_of("Household")["area"]),
        (lists.values.field("state"), items["state"]),
    ):
        assert codes.dictionary.to_pylist() == [term.id for term in column.terms]


def test_registers_without_anybody_make_a_nested_file_without_anybody(tmp_path):
    households = arrow.table({"household_id": [1], "area": ["town"]})
    persons = arrow.table({"household_id": [1], "person_id": [1]})
    write_nested(opened_registers(households, persons, on=ON, faulty="set_aside"), tmp_path / "n.arrow")
    nested = opened_registers(tmp_path / "n.arrow", on=ON)
    assert (nested.rows, all_rows(nested)) == (0, [])


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


def test_polars_and_pandas_read_a_nested_file_by_themselves(path):
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    rows = all_rows(registers())
    assert polars.read_ipc(path).to_dicts() == rows
    frame = pandas.read_feather(path)
    assert frame["area"].tolist() == ["urban", "rural", "urban"]
    assert [len(each) for each in frame["members"]] == [1, 2, 1]


def refused(*args, **more):
    with pytest.raises(InputInvalid) as caught:
        opened_registers(*args, **more)
    return [each.code for each in caught.value.faults]


def test_a_nested_file_is_refused_where_it_does_not_fit(path, tmp_path):
    persons = arrow.table({"household_id": [1], "person_id": [1]})
    assert refused(path, persons, columns=tmp_path / "columns.toml", on=ON) == [
        "register_persons_besides_nested",
        "register_columns_besides_nested",
    ]
    assert refused(path, on=date(2024, 8, 31)) == ["register_nested_earlier"]
    assert refused(path, on=ON, keep=["village"]) == ["unknown_name"]
    table = ipc.open_file(path).read_all()
    later = {**table.schema.metadata, b"civaffairs.layout": b"nested/3"}
    for metadata, code in ((later, "register_nested_version"), (None, "register_nested_foreign")):
        other = table.replace_schema_metadata(metadata)
        with ipc.new_file(tmp_path / "other.arrow", other.schema) as file:
            file.write_table(other)
        assert refused(tmp_path / "other.arrow", on=ON) == [code]


def test_nested_parquet_is_refused(path, tmp_path):
    table = ipc.open_file(path).read_all().select(["household_id"])
    members = arrow.array([[{"person_id": 11}], [{"person_id": 21}], [{"person_id": 31}]])
    parquet.write_table(table.append_column("members", members), tmp_path / "old.parquet")
    assert refused(tmp_path / "old.parquet", on=ON) == ["register_nested_foreign"]


@pytest.mark.parametrize("kept", [6, 100, -1])
def test_a_nested_file_that_ends_too_early_is_refused(path, kept):
    path.write_bytes(path.read_bytes()[:kept])
    assert refused(path, on=ON) == ["register_broken"]


def test_a_nested_file_whose_lists_lead_nowhere_is_refused(path):
    content = path.read_bytes()
    places, astray = (np.array(each, np.int32).tobytes() for each in ([0, 1, 3, 4], [0, 1, 10**6, 4]))
    assert content.count(places) == 1
    path.write_bytes(content.replace(places, astray))
    nested = opened_registers(path, on=ON)
    with pytest.raises(InputInvalid) as caught:
        all_rows(nested)
    assert [each.code for each in caught.value.faults] == ["register_broken"]


def test_faulty_registers_leave_no_nested_file(tmp_path):
    households = arrow.table({"household_id": [1, 2], "area": ["urban", "town"]})
    persons = arrow.table({"household_id": [1, 2], "person_id": [1, 2]})
    with pytest.raises(InputInvalid):
        write_nested(opened_registers(households, persons, on=ON), tmp_path / "n.arrow")
    assert list(tmp_path.iterdir()) == []
    kept = opened_registers(households, persons, on=ON, faulty="set_aside")
    write_nested(kept, tmp_path / "n.arrow")
    assert [row["household_id"] for row in all_rows(opened_registers(tmp_path / "n.arrow", on=ON))] == [1]
    assert dict(kept.set_aside) == {"households": 1, "persons": 1}


def test_a_file_that_is_there_is_left_alone(path):
    before = path.read_bytes()
    with pytest.raises(InputInvalid) as caught:
        write_nested(registers(), path)
    assert [each.code for each in caught.value.faults] == ["file_exists"]
    assert path.read_bytes() == before
