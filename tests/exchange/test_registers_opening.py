"""Registers in whatever form become the same nested batches, and every absurd row is counted."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.errors import InputInvalid
from civaffairs.exchange.registers import opened_registers, rows, sources

pytest.importorskip("numpy")
pytest.importorskip("duckdb")
arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ON = date(2024, 9, 1)
AREAS = {"urban": "城市", "rural": "农村"}
SEXES = {"female": "女", "male": "男"}


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(rows, "_SIZES", {"households": 5, "persons": 7})


def population(many, seed=0):
    """Households and persons as rows of facts, some of them unknown; amounts in yuan."""
    draw = random.Random(seed)
    maybe = lambda value: None if draw.random() < 0.2 else value  # noqa: E731 - short
    households, persons = [], []
    for home in range(many):
        households.append(
            {
                "household_id": home * 3 + 1,
                "area": draw.choice(list(AREAS)),
                "assets": maybe(Decimal(draw.randrange(10**8)) / 100),
                "township": maybe(f"街道{draw.randrange(3)}"),
            }
        )
        for _ in range(draw.choice([1, 1, 2, 3, 9])):
            disabled = maybe(draw.random() < 0.5)
            persons.append(
                {
                    "household_id": home * 3 + 1,
                    "person_id": len(persons) + 100,
                    "born": ON - timedelta(days=draw.randrange(30000)),
                    "sex": maybe(draw.choice(list(SEXES))),
                    "disabled": disabled,
                    "disability_grade": maybe(draw.randrange(1, 5)) if disabled else None,
                    "incomes.wages": maybe(Decimal(draw.randrange(10**6)) / 100),
                    "elder.lives_alone": maybe(draw.random() < 0.5),
                }
            )
    return households, persons


TYPES = {
    "household_id": arrow.int64(),
    "person_id": arrow.int32(),
    "area": arrow.dictionary(arrow.int8(), arrow.string()),
    "sex": arrow.string(),
    "township": arrow.string(),
    "assets": arrow.decimal128(14, 2),
    "incomes.wages": arrow.decimal128(20, 3),
    "born": arrow.date32(),
    "disability_grade": arrow.int16(),
    "disabled": arrow.bool_(),
    "elder.lives_alone": arrow.bool_(),
}


def typed(rows):
    return arrow.table({name: arrow.array([row[name] for row in rows], type=TYPES[name]) for name in rows[0]})


def cells(row):
    """A row as people write it in a spreadsheet, under Chinese headings."""
    said = {
        "household_id": ("户编号", str),
        "person_id": ("人员编号", str),
        "area": ("城乡类别", AREAS.get),
        "sex": ("性别", SEXES.get),
        "township": ("乡镇", str),
        "assets": ("家庭财产（万元）", lambda yuan: str(yuan / 10000)),
        "incomes.wages": ("工资性收入", lambda yuan: f"{yuan:,}元"),
        "born": ("出生日期", lambda day: f"{day.year}/{day.month}/{day.day}"),
        "disability_grade": ("残疾等级", str),
        "disabled": ("残疾人", lambda truth: "是" if truth else "否"),
        "elder.lives_alone": ("独居", lambda truth: "Y" if truth else "N"),
    }
    return {said[name][0]: "--" if value is None else said[name][1](value) for name, value in row.items()}


def as_csv(path, rows, separator, encoding):
    lines = [cells(row) for row in rows]
    quoted = [[f'"{cell}"' for cell in row.values()] for row in lines]
    text = "\n".join([separator.join(lines[0]), *map(separator.join, quoted)]) + "\n"
    path.write_bytes(text.encode(encoding))
    return path


def pandas_frame(rows):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(rows)
    for name in ("assets", "incomes.wages"):
        if name in frame:
            frame[name] = frame[name].astype(float)
    if "born" in frame:
        frame["born"] = pandas.to_datetime(frame["born"])
    return frame


def polars_frame(rows):
    polars = pytest.importorskip("polars")
    return polars.DataFrame(rows, infer_schema_length=None)


def relation(rows, tmp_path):
    import duckdb

    table = typed(rows)
    connection = duckdb.connect()
    connection.register("given", table)
    return connection.sql("SELECT * FROM given")


def parquet_file(rows, tmp_path):
    path = tmp_path / f"{len(rows[0])}.parquet"
    parquet.write_table(typed(rows), path, row_group_size=6)
    return path


MAPPING = """
[households]
"乡镇" = "township"
keep = ["township"]
"""

FORMS = {
    "a table of pyarrow": lambda rows, _: typed(rows),
    "a stream of pyarrow": lambda rows, _: typed(rows).to_reader(),
    "a Parquet file": parquet_file,
    "CSV in UTF-8": lambda rows, path: as_csv(path / f"{len(rows[0])}.csv", rows, ",", "utf-8-sig"),
    "CSV in GB18030": lambda rows, path: as_csv(path / f"{len(rows[0])}.csv", rows, ";", "gb18030"),
    "pandas": lambda rows, _: pandas_frame(rows),
    "polars": lambda rows, _: polars_frame(rows),
    "polars that is not run yet": lambda rows, _: polars_frame(rows).lazy(),
    "a relation of DuckDB": relation,
}


def expected(households, persons):
    fen = lambda yuan: None if yuan is None else int(yuan * 100)  # noqa: E731 - short
    found = []
    for home in households:
        members = [
            {
                **{name: value for name, value in person.items() if name != "household_id"},
                "incomes.wages": fen(person["incomes.wages"]),
            }
            for person in persons
            if person["household_id"] == home["household_id"]
        ]
        found.append({**home, "assets": fen(home["assets"]), "members": members})
    return found


def nested_rows(registers):
    """The rows of all batches, the members in the order of their numbers."""
    found = [row for batch in registers.batches() for row in batch.to_pylist()]
    return [{**row, "members": sorted(row["members"], key=lambda each: each["person_id"])} for row in found]


@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_whatever_form_registers_come_in_the_nested_batches_are_equal(form, shuffled, tmp_path):
    households, persons = population(23)
    wanted = expected(households, persons)
    if shuffled:
        random.Random(1).shuffle(households)
        random.Random(2).shuffle(persons)
    extra = {"keep": ["township"]}
    if form.startswith("CSV"):
        columns = tmp_path / "columns.toml"
        columns.write_text(MAPPING, "utf-8")
        extra = {"columns": columns}
    registers = opened_registers(
        FORMS[form](households, tmp_path), FORMS[form](persons, tmp_path), on=ON, **extra
    )
    found = nested_rows(registers)
    assert found == wanted
    assert registers.rows == 23
    assert registers.kept == ("township",)
    assert found[0].keys() == set(registers.schema.names)
    assert {each["household_id"] for each in found} == {row["household_id"] for row in households}


@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize(
    ("form", "first"), [("a table of pyarrow", 1), ("a Parquet file", 1), ("CSV in UTF-8", 2)]
)
def test_the_numbers_of_their_rows_stand_for_persons_without_numbers(form, first, shuffled, tmp_path):
    households, persons = population(23)
    if shuffled:
        random.Random(2).shuffle(persons)
    rows_of_persons = [{**person, "person_id": row} for row, person in enumerate(persons, first)]
    for person in persons:
        del person["person_id"]
    columns = tmp_path / "columns.toml"
    keeping = MAPPING if form.startswith("CSV") else '[households]\nkeep = ["township"]'
    columns.write_text(f"{keeping}\n[persons]\nnumbered = false", "utf-8")
    given = FORMS[form](households, tmp_path), FORMS[form](persons, tmp_path)
    registers = opened_registers(*given, on=ON, columns=columns)
    assert nested_rows(registers) == expected(households, rows_of_persons)
    assert not registers.numbered
    assert opened_registers(*map(typed, population(3)), on=ON).numbered


def test_persons_without_numbers_are_set_aside_by_the_numbers_of_their_rows(tmp_path):
    households, persons = population(9)
    for person in persons:
        del person["person_id"]
    persons[4]["born"] = ON + timedelta(days=1)
    gone = persons[4]["household_id"]
    columns = tmp_path / "columns.toml"
    columns.write_text("[persons]\nnumbered = false", "utf-8")
    notes = []
    given = typed(households), typed(persons)
    registers = opened_registers(
        *given, on=ON, columns=columns, faulty="set_aside", aside=lambda note: notes.extend(note.to_pylist())
    )
    left = [{**person, "person_id": row} for row, person in enumerate(persons, 1)]
    homes = [home for home in households if home["household_id"] != gone]
    wanted = expected(homes, left)
    assert [each["members"] for each in nested_rows(registers)] == [each["members"] for each in wanted]
    assert [(each["row"], each["person_id"]) for each in notes if each["code"] == "register_not_born"] == [
        (5, "5")
    ]


def test_batches_are_as_the_schema_says_and_can_be_asked_for_again():
    registers = opened_registers(*map(typed, population(23)), on=ON, keep=["township"])
    first, second = list(registers.batches()), list(registers.batches())
    assert {batch.schema for batch in first} == {registers.schema}
    assert len(first) > 4
    assert first == second


def test_only_what_is_needed_is_read_and_checked():
    households, persons = population(9)
    persons[0]["born"] = ON + timedelta(days=9)
    needed = {"Person": {"incomes"}, "Household": {"area"}}
    registers = opened_registers(typed(households), typed(persons), on=ON, needed=needed)
    assert registers.columns == {
        "Household": {"household_id", "area"},
        "Person": {"person_id", "incomes.wages"},
    }
    assert len(nested_rows(registers)) == 9


def test_columns_are_complete_where_nothing_can_be_missing(tmp_path):
    households, persons = population(30)
    registers = opened_registers(parquet_file(households, tmp_path), parquet_file(persons, tmp_path), on=ON)
    assert registers.complete == {"Household": {"household_id", "area"}, "Person": {"person_id", "born"}}
    for person in persons:
        person["disabled"] = True
        person["sex"] = "male"
    registers = opened_registers(typed(households), typed(persons), on=ON)
    assert registers.complete["Person"] == {"person_id", "born", "disabled"}  # texts may be blank


def test_a_column_that_means_nothing_is_named_and_not_read():
    households, persons = map(typed, population(4))
    persons = persons.append_column("电话", arrow.array(["1"] * len(persons)))
    registers = opened_registers(households, persons, on=ON)
    assert registers.unread == {"households": ("township",), "persons": ("电话",)}
    assert "电话" not in registers.schema.field("members").type.value_type.names


# --- keys ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("homes", "theirs", "kind"),
    [
        (["1", "2", "10"], [1, 2, 10], "int64"),  # texts of whole numbers beside whole numbers
        (["A1", "A10", "A2"], ["A1", "A10", "A2"], "string"),
        (["007", "07", "7"], ["007", "07", "7"], "string"),  # three households
        ([7, 8, 9], ["7", "8", " 9 "], "int64"),
        ([7, 8, 10], ["7", "8", "10"], "int64"),
        ([1.0, 2.0, 3.0], [1, 2, 3], "int64"),  # as pandas has them where some are missing
        (["甲", "乙", "x"], ["x", "甲", "乙"], "string"),
    ],
)
def test_keys_are_whole_numbers_where_all_are_and_texts_otherwise(homes, theirs, kind):
    households = arrow.table({"household_id": homes, "area": ["urban"] * 3})
    persons = arrow.table({"household_id": theirs, "person_id": ["p1", "p2", "p3"]})
    registers = opened_registers(households, persons, on=ON)
    assert str(registers.schema.field("household_id").type) == kind
    found = nested_rows(registers)
    assert [row["household_id"] for row in found] == sorted(row["household_id"] for row in found)
    assert {str(row["household_id"]) for row in found} == {
        str(each).strip().removesuffix(".0") for each in theirs
    }
    assert all(len(row["members"]) == 1 for row in found)


# --- what is wrong -------------------------------------------------------------------------------


def with_text(rows, name):
    """The rows typed, but one column as texts, as registers of mixed things come."""
    table = typed([{**row, name: None} for row in rows])
    at = table.column_names.index(name)
    texts = [None if row[name] is None else str(row[name]) for row in rows]
    return table.set_column(at, name, arrow.array(texts))


def everything(**changed):
    households, persons = population(12, seed=5)
    for person in persons:
        person["incomes.wages"] = Decimal(5)
    return households, persons


def absurd(name):
    """Registers with something absurd in them, and the count of it."""
    households, persons = everything()
    if name == "negative income":
        for at in (1, 4, 9):
            persons[at]["incomes.wages"] = Decimal(-1)
        return typed(households), typed(persons), {"register_too_small": (3, (2, 5, 10))}
    if name == "10^15 fen":
        persons[3]["incomes.wages"] = Decimal(10) ** 13
        return typed(households), typed(persons), {"register_too_large": (1, (4,))}
    if name == "a birth in the future":
        for at in range(8):
            persons[at]["born"] = ON + timedelta(days=1)
        return typed(households), typed(persons), {"register_not_born": (8, (1, 2, 3, 4, 5))}
    if name == "a birth long ago":
        persons[2]["born"] = date(1879, 12, 31)
        return typed(households), typed(persons), {"register_born_early": (1, (3,))}
    if name == "no birth":
        persons[2]["born"] = None
        return typed(households), typed(persons), {"register_fact_missing": (1, (3,))}
    if name == "a person twice":
        persons[1]["person_id"] = persons[9]["person_id"]
        return typed(households), typed(persons), {"register_person_twice": (2, (2, 10))}
    if name == "a person without household":
        gone = households.pop(4)["household_id"]
        at = [n for n, person in enumerate(persons, start=1) if person["household_id"] == gone]
        return typed(households), typed(persons), {"register_without_household": (len(at), tuple(at[:5]))}
    if name == "a household without persons":
        persons = [each for each in persons if each["household_id"] not in {1, 7}]
        return typed(households), typed(persons), {"register_without_persons": (2, (1, 3))}
    if name == "a household twice":
        households.insert(3, dict(households[2]))
        return typed(households), typed(persons), {"register_household_twice": (2, (3, 4))}
    if name == "200 members":
        some = dict(persons[-1])
        persons += [{**some, "person_id": 10**6 + n} for n in range(200)]
        return typed(households), typed(persons), {"register_too_many_members": (1, (12,))}
    if name == "mixed types":
        for at, value in enumerate(["lots", "12.345", "true", "１２元", "--"]):
            persons[at]["incomes.wages"] = value
        return (
            typed(households),
            with_text(persons, "incomes.wages"),
            {"register_unreadable": (3, (1, 2, 3))},
        )
    if name == "no key":
        persons[5]["household_id"] = None
        return typed(households), typed(persons), {"register_key_missing": (1, (6,))}
    if name == "a grade without disability":
        persons[5] |= {"disabled": None, "disability_grade": 1}
        return typed(households), typed(persons), {"register_particular_alone": (1, (6,))}
    households[1]["area"] = None
    return typed(households), typed(persons), {"register_fact_missing": (1, (2,))}


ABSURD = [
    "negative income",
    "10^15 fen",
    "a birth in the future",
    "a birth long ago",
    "no birth",
    "a person twice",
    "a person without household",
    "a household without persons",
    "a household twice",
    "200 members",
    "mixed types",
    "no key",
    "a grade without disability",
    "no area",
]


@pytest.mark.parametrize("name", ABSURD)
def test_what_is_absurd_is_counted_with_its_rows_and_stops(name):
    households, persons, wanted = absurd(name)
    registers = opened_registers(households, persons, on=ON)
    with pytest.raises(InputInvalid) as caught:
        list(registers.batches())
    found = {kind.code: counted for kind, counted in registers.faults.counted.items()}
    wanted_codes = set(wanted)
    if name == "no key":  # nobody may be left in that household
        found.pop("register_without_persons", None)
    assert {code: found[code] for code in wanted_codes} == wanted
    assert set(found) == wanted_codes
    assert {each.code for each in caught.value.faults} >= wanted_codes
    text = caught.value.text("zh")
    assert all(f"{count} 行" in text for count, _ in wanted.values())


@pytest.mark.parametrize("name", ABSURD)
def test_what_is_absurd_is_set_aside_with_its_whole_household(name):
    households, persons, wanted = absurd(name)
    notes = []
    registers = opened_registers(
        households, persons, on=ON, faulty="set_aside", aside=lambda batch: notes.extend(batch.to_pylist())
    )
    kept = [row for batch in registers.batches() for row in batch.to_pylist()]
    assert_nothing_lost(households, persons, kept, notes, registers)
    for code, (count, _) in wanted.items():
        assert sum(note["code"] == code for note in notes) == count


def assert_nothing_lost(households, persons, kept, notes, registers):
    """Every row is either kept or set aside, and no household is kept in part."""
    theirs = {
        name: {note["row"] for note in notes if note["register"] == name} for name in registers.set_aside
    }
    tables = {"households": households, "persons": persons}
    people = [member["person_id"] for row in kept for member in row["members"]]
    assert {name: len(found) for name, found in theirs.items()} == dict(registers.set_aside)
    assert len(kept) + len(theirs["households"]) == len(households)
    assert len(people) + len(theirs["persons"]) == len(persons)
    for name, table in tables.items():
        key = "household_id" if name == "households" else "person_id"
        left = [
            id for row, id in enumerate(table.column(key).to_pylist(), start=1) if row not in theirs[name]
        ]
        shown = [row["household_id"] for row in kept] if name == "households" else people
        assert Counter(left) == Counter(shown)
    homes = {row["household_id"]: len(row["members"]) for row in kept}
    counted = Counter(persons.column("household_id").to_pylist())
    assert all(counted[home] == many for home, many in homes.items())


SPOILS = {
    "born": [None, date(2030, 1, 1), date(1700, 1, 1)],
    "incomes.wages": [Decimal(-1), Decimal(10) ** 14],
    "household_id": [None, 10**9, 1],
    "person_id": [None, 100, 101],
}


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 10**6),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(sorted(SPOILS)), st.integers(0, 2)), max_size=6),
    st.lists(st.integers(0, 9), max_size=3),
    st.booleans(),
)
def test_what_is_kept_and_what_is_set_aside_are_everything(seed, spoilt, again, shuffled):
    households, persons = population(10, seed)
    for at, name, which in spoilt:
        values = SPOILS[name]
        persons[at % len(persons)][name] = values[which % len(values)]
    households += [dict(households[at]) for at in again]
    if shuffled:
        random.Random(seed).shuffle(persons)
        random.Random(seed).shuffle(households)
    tables = typed(households), typed(persons)
    notes = []
    registers = opened_registers(
        *tables, on=ON, faulty="set_aside", aside=lambda batch: notes.extend(batch.to_pylist())
    )
    kept = [row for batch in registers.batches() for row in batch.to_pylist()]
    assert_nothing_lost(*tables, kept, notes, registers)
    stopping = opened_registers(*tables, on=ON)
    if notes:
        with pytest.raises(InputInvalid):
            list(stopping.batches())
    else:
        assert len(nested_rows(stopping)) == len(kept)
    assert stopping.faults.counted == registers.faults.counted


def test_what_is_read_twice_is_counted_once():
    households, persons, wanted = absurd("negative income")
    registers = opened_registers(households, persons, on=ON, faulty="set_aside")
    once = len(nested_rows(registers)), dict(registers.set_aside)
    assert (len(nested_rows(registers)), dict(registers.set_aside)) == once
    assert list(registers.faults.counted.values()) == list(wanted.values())


def test_no_value_of_anybody_stands_in_a_fault(tmp_path):
    households, persons = population(6)
    table = with_text([{**row, "sex": "13800138000"} for row in persons], "sex")
    path = as_csv(tmp_path / "p.csv", persons, ",", "utf-8")
    path.write_text(path.read_text("utf-8").replace("/", "谁"), "utf-8")
    for source in (table, path):
        with pytest.raises(InputInvalid) as caught:
            list(opened_registers(typed(households), source, on=ON).batches())
        assert "13800138000" not in str(caught.value)
        assert "谁" not in str(caught.value)


def test_rows_of_a_csv_file_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    households, persons = population(6)
    persons[2]["born"] = ON + timedelta(days=400)
    path = as_csv(tmp_path / "p.csv", persons, ",", "utf-8")
    for faulty in (path, as_csv(tmp_path / "q.csv", persons[::-1], ",", "utf-8")):
        registers = opened_registers(typed(households), faulty, on=ON)
        with pytest.raises(InputInvalid):
            list(registers.batches())
        lines = faulty.read_text("utf-8").splitlines()
        (number,) = (number for number, line in enumerate(lines, 1) if f'"{persons[2]["person_id"]}"' in line)
        assert [first for _, first in registers.faults.counted.values()] == [(number,)]


# --- files of several parts, of which not every key is looked at beforehand -----------------------


def in_parts(path, table, groups):
    with parquet.ParquetWriter(path, table.schema) as writer:
        for first, last in groups:
            writer.write_table(table.slice(first, last - first))
    return path


def large(tmp_path, change=lambda persons: persons):
    persons = [{"household_id": n // 2, "person_id": n, "disabled": None} for n in range(40)]
    households = typed([{"household_id": n, "area": "urban"} for n in range(20)])
    groups = [(at, at + 8) for at in range(0, 40, 8)]
    return households, in_parts(tmp_path / "p.parquet", typed(change(persons)), groups)


def test_a_file_of_several_parts_in_order_is_read_as_it_stands(tmp_path):
    registers = opened_registers(*large(tmp_path), on=ON)
    assert [len(row["members"]) for row in nested_rows(registers)] == [2] * 20


def test_a_part_that_nobody_looked_at_and_is_out_of_order_is_refused_or_sorted(tmp_path):
    def swapped(persons):
        persons[10:14] = [persons[12], persons[13], persons[10], persons[11]]
        return persons

    source = large(tmp_path, swapped)
    with pytest.raises(InputInvalid) as caught:
        list(opened_registers(*source, on=ON).batches())
    assert [each.code for each in caught.value.faults] == ["register_out_of_order"]
    registers = opened_registers(*source, on=ON, faulty="set_aside")
    assert [len(row["members"]) for row in nested_rows(registers)] == [2] * 20


@pytest.mark.parametrize("faulty", ["stop", "set_aside"])
def test_a_person_twice_in_the_middle_of_a_file_is_counted_all_the_same(tmp_path, faulty):
    def doubled(persons):
        persons[20]["person_id"] = 19
        return persons

    registers = opened_registers(*large(tmp_path, doubled), on=ON, faulty=faulty)
    if faulty == "stop":
        with pytest.raises(InputInvalid):
            list(registers.batches())
    else:
        assert len(nested_rows(registers)) == 18
    assert list(registers.faults.counted.values()) == [(2, (20, 21))]


@pytest.mark.parametrize("twice", [False, True])
def test_persons_whose_numbers_climb_from_part_to_part_only_are_read_all_the_same(tmp_path, twice):
    def turned(persons):
        for at in range(0, 40, 2):  # within each household the greater number first
            persons[at]["person_id"], persons[at + 1]["person_id"] = at + 1, at
        if twice:
            persons[21]["person_id"] = 18
        return persons

    registers = opened_registers(*large(tmp_path, turned), on=ON)
    if not twice:
        assert [len(row["members"]) for row in nested_rows(registers)] == [2] * 20
        return
    with pytest.raises(InputInvalid):
        list(registers.batches())
    assert list(registers.faults.counted.values()) == [(2, (20, 22))]


def test_a_part_that_is_out_of_order_behind_its_first_rows_is_refused_or_sorted(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "_GLANCE", 4)

    def swapped(persons):
        persons[20:24] = [persons[22], persons[23], persons[20], persons[21]]
        return persons

    source = large(tmp_path, swapped)
    with pytest.raises(InputInvalid) as caught:
        list(opened_registers(*source, on=ON).batches())
    assert [each.code for each in caught.value.faults] == ["register_out_of_order"]
    registers = opened_registers(*source, on=ON, faulty="set_aside")
    assert [len(row["members"]) for row in nested_rows(registers)] == [2] * 20


def test_parts_in_another_order_are_sorted(tmp_path):
    households, persons = large(tmp_path, lambda persons: [*persons[24:], *persons[:24]])
    registers = opened_registers(households, persons, on=ON)
    assert [len(row["members"]) for row in nested_rows(registers)] == [2] * 20


@pytest.mark.parametrize("shuffled", [False, True])
def test_a_file_that_says_nothing_of_its_parts_is_read_all_the_same(tmp_path, shuffled):
    households, persons = population(23)
    wanted = expected(households, persons)
    if shuffled:
        random.Random(3).shuffle(persons)
    path = tmp_path / "p.parquet"
    parquet.write_table(typed(persons), path, row_group_size=6, write_statistics=False)
    registers = opened_registers(typed(households), path, on=ON, keep=["township"])
    assert nested_rows(registers) == wanted
    assert registers.complete["Person"] == {"household_id", "person_id", "born"} & registers.columns["Person"]


@pytest.mark.parametrize("statistics", [False, True])
def test_a_value_beyond_its_bounds_in_one_part_is_found(tmp_path, statistics):
    households = typed([{"household_id": n, "area": "urban"} for n in range(40)])
    rows = [{"household_id": n, "person_id": n, "disability_grade": None} for n in range(40)]
    rows[21]["disability_grade"] = 9
    path = tmp_path / "p.parquet"
    parquet.write_table(typed(rows), path, row_group_size=8, write_statistics=statistics)
    registers = opened_registers(households, path, on=ON)
    with pytest.raises(InputInvalid):
        list(registers.batches())
    assert list(registers.faults.counted.values()) == [(1, (22,))]


# --- where batches end ---------------------------------------------------------------------------


def test_a_batch_that_ends_with_a_household_is_not_divided():
    households = typed([{"household_id": n, "area": "urban"} for n in range(10)])
    persons = typed([{"household_id": n, "person_id": n, "disabled": True} for n in range(10)])
    registers = opened_registers(households, persons, on=ON)
    assert [batch.num_rows for batch in registers.batches()] == [7, 3]


def test_a_household_whose_members_go_on_in_the_next_batch_has_them_all():
    households = typed([{"household_id": n, "area": "urban"} for n in range(10)])
    persons = typed([{"household_id": n // 4, "person_id": n, "disabled": True} for n in range(40)])
    registers = opened_registers(households, persons, on=ON)
    batches = list(registers.batches())
    assert [len(row["members"]) for batch in batches for row in batch.to_pylist()] == [4] * 10
    assert 1 in [batch.num_rows for batch in batches]


def test_a_household_twice_at_the_end_of_a_batch_is_counted_with_its_rows():
    households = typed([{"household_id": n - (n > 4), "area": "urban"} for n in range(10)])
    persons = typed([{"household_id": n, "person_id": n, "disabled": True} for n in range(9)])
    registers = opened_registers(households, persons, on=ON, faulty="set_aside")
    assert [row["household_id"] for row in nested_rows(registers)] == [0, 1, 2, 3, 5, 6, 7, 8]
    assert list(registers.faults.counted.values()) == [(2, (5, 6))]


# --- files that are none -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("p.parquet", b"PAR1 and nothing more", "register_broken"),
        ("p.csv", b"", "file_empty"),
        ("p.csv", b"household_id,person_id\n1,2\n3\n4,5,6\n", "register_rows_broken"),
        ("p.csv", b"household_id,person_id,person_id\n1,2,3\n", "register_heading_twice"),
        ("p.csv", "household_id,person_id\n1,2\n".encode("utf-16"), "file_no_text"),
        ("p.xlsx", b"PK", "file_kind_unknown"),
        ("p.csv", b"household_id,name\n1,2\n", "register_numbers_missing"),
    ],
)
def test_a_file_that_is_no_register_is_refused_kindly(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    households = arrow.table({"household_id": [1], "area": ["urban"]})
    with pytest.raises(InputInvalid) as caught:
        opened_registers(households, tmp_path / name, on=ON)
    assert [each.code for each in caught.value.faults] == [code]
    if code == "register_rows_broken":
        assert "(3, 4)" in caught.value.text("en")


def test_what_is_no_frame_and_no_file_is_refused_kindly(tmp_path):
    households = arrow.table({"household_id": [1], "area": ["urban"]})
    for persons, code in (
        ([1, 2], "register_of_no_kind"),
        (tmp_path / "no.csv", "file_absent"),
        (tmp_path, "file_is_folder"),
        (None, "register_persons_absent"),
    ):
        with pytest.raises(InputInvalid) as caught:
            opened_registers(households, persons, on=ON)
        assert [each.code for each in caught.value.faults] == [code]


def test_temporary_files_go_away_with_the_registers(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    households, persons = population(8)
    source = parquet_file(persons[::-1], tmp_path)
    registers = opened_registers(typed(households), source, on=ON)
    assert len(list((tmp_path / "temporary").iterdir())) == 1
    assert len(nested_rows(registers)) == 8
    registers.close()
    assert list((tmp_path / "temporary").iterdir()) == []
    registers = opened_registers(typed(households), source, on=ON)
    assert registers.rows == 8
    del registers
    assert list((tmp_path / "temporary").iterdir()) == []
