"""Folders of registers: there as a whole or not at all."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import textwrap
from datetime import date

import pytest

from civaffairs.errors import InputInvalid
from civaffairs.exchange.columns import Column, joined, rows_of
from civaffairs.exchange.registers import written
from civaffairs.exchange.registers.writing import in_place

numpy = pytest.importorskip("numpy")
pytest.importorskip("pyarrow")


def columns():
    return {
        "id": Column(numpy.array([1, 2, 3])),
        "area": Column(numpy.array([0, 1, 0], dtype=numpy.int8), terms=("urban", "rural")),
        "born": Column(numpy.array(["1950-03-01", "1960-01-01", "1970-01-01"], dtype="datetime64[D]")),
        "ill": Column(numpy.array([True, False, True]), numpy.array([True, True, False])),
        "code": Column(numpy.array([b"51", b"52", b"53"]), numpy.array([True, False, True])),
    }


ROWS = [
    {"id": 1, "area": "urban", "born": date(1950, 3, 1), "ill": True, "code": "51"},
    {"id": 2, "area": "rural", "born": date(1960, 1, 1), "ill": False, "code": None},
    {"id": 3, "area": "urban", "born": date(1970, 1, 1), "ill": None, "code": "53"},
]


def test_columns_are_rows_with_none_where_a_value_is_unknown():
    assert rows_of(columns()) == ROWS
    parts = [{name: column.part(*ends) for name, column in columns().items()} for ends in ((0, 1), (1, 3))]
    assert rows_of(joined(parts)) == ROWS


def test_what_is_written_chunk_by_chunk_is_read_back_from_parquet(tmp_path):
    from pyarrow import parquet

    with written(tmp_path / "out", "parquet") as registers:
        registers.add("persons", columns())
        registers.add("persons", columns())
    assert parquet.read_table(tmp_path / "out" / "persons.parquet").to_pylist() == ROWS * 2


def test_csv_holds_the_same_with_empty_cells_where_unknown(tmp_path):
    with written(tmp_path / "out", "csv") as registers:
        registers.add("persons", columns())
        registers.note("report.json", "{}")
    with (tmp_path / "out" / "persons.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found[1] == {"id": "2", "area": "rural", "born": "1960-01-01", "ill": "false", "code": ""}
    assert found[2]["ill"] == ""
    assert (tmp_path / "out" / "report.json").read_text("utf-8") == "{}"


def test_batches_and_tables_of_arrow_are_written_and_flat_in_csv(tmp_path):
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table(
        {
            "area": pyarrow.array(["urban", None]).dictionary_encode(),
            "dibao": [True, None],
            "dibao.why": pyarrow.array([["a", "b"], None]),
        }
    )
    for form in ("csv", "parquet"):
        with written(tmp_path / form, form) as registers:
            registers.add_table("households", table)
            registers.add_table("households", table.to_batches()[0])
    rows = parquet.read_table(tmp_path / "parquet" / "households.parquet").to_pylist()
    assert rows == table.to_pylist() * 2
    with (tmp_path / "csv" / "households.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found[2] == {"area": "urban", "dibao": "true", "dibao.why": "a;b"}
    assert found[3] == {"area": "", "dibao": "", "dibao.why": ""}


def test_a_file_has_its_final_name_only_when_it_is_whole(tmp_path):
    with pytest.raises(RuntimeError), in_place(tmp_path / "a.txt") as path:  # noqa: PT012
        path.write_text("half", "utf-8")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    with in_place(tmp_path / "a.txt") as path:
        path.write_text("whole", "utf-8")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_text("utf-8") == "whole"
    with pytest.raises(InputInvalid), in_place(tmp_path / "a.txt"):
        pass


@pytest.mark.skipif(os.name != "posix", reason="elsewhere it cannot be asked whether a process runs")
def test_what_a_process_that_runs_is_writing_is_left_alone(tmp_path):
    with written(tmp_path / "out", "csv") as one:
        one.add("persons", columns())
        with written(tmp_path / "other", "csv") as other:
            other.add("persons", columns())
        stranger = tmp_path / ".out.some-machine.1"
        stranger.mkdir()
        with in_place(tmp_path / "out.txt") as path:
            path.write_text("", "utf-8")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".out.some-machine.1",
        "other",
        "out",
        "out.txt",
    ]


def test_an_error_inside_leaves_nothing(tmp_path):
    with pytest.raises(RuntimeError), written(tmp_path / "out", "csv") as registers:  # noqa: PT012
        registers.add("persons", columns())
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "out").mkdir()
    with written(tmp_path / "out", "csv") as registers:  # an empty one may be there
        registers.add("persons", columns())
    with pytest.raises(InputInvalid) as caught, written(tmp_path / "out", "csv"):
        pass
    assert [each.code for each in caught.value.faults] == ["folder_taken"]
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_process_that_is_stopped_leaves_nothing_under_the_final_name(tmp_path, how):
    program = """
        import sys
        from pathlib import Path
        import numpy
        from civaffairs.exchange.columns import Column
        from civaffairs.exchange.registers import written

        with written(Path(sys.argv[1]), "parquet") as registers:
            while True:
                registers.add("persons", {"id": Column(numpy.arange(1000))})
                print("written", flush=True)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert process.stdout.readline() == b"written\n"
        process.send_signal(how)
        process.stdout.read()
        assert process.wait(timeout=60) != 0
    finally:
        process.kill()
        process.stdout.close()
        process.wait()
    assert not (tmp_path / "out").exists()
    left = [each.name for each in tmp_path.iterdir()]
    assert len(left) == (how == signal.SIGKILL)  # which leaves no time to tidy up
    with written(tmp_path / "out", "csv") as registers:
        registers.add("persons", columns())
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
