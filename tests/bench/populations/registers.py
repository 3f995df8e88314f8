"""The registers of the reference work: seeded, of any size, made once and read by every implementation.

`persons.parquet` and `households.parquet` are flat and sorted by household; `nested.arrow` is what
`civaffairs nest` makes of them, with the members inside their household, and `nested_by_hand.parquet` holds
the same for who writes queries by hand. Everybody in them is invented. One household in fifty lies at an edge
of the rule, on it or one fen over, because that is where implementations differ.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import reference

from civaffairs.exchange.registers import opened_registers, write_nested

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 4
SEED = 20260101
ROWS_IN_A_GROUP = 262_144
STANDARDS = {True: 62_000, False: 49_600}
"""Fen a head and month in urban and in rural areas, as everywhere in this benchmark."""
FIRST_ID, STEP_OF_IDS = 1000, 7  # an id is not a position
MOST_MEMBERS = 8


def registers(households: int) -> Path:
    """Return the folder with the registers of so many households, made now if it is not there yet."""
    base = Path(tempfile.gettempdir()) / "civaffairs-bench"
    folder = base / f"version-{VERSION}-seed-{SEED}-households-{households}"
    if not folder.is_dir():
        base.mkdir(exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=base))
        try:
            _write(households, unfinished)
            unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _write(households: int, folder: Path) -> None:
    writers: dict[str, _Writer] = {}
    for start in range(0, households, ROWS_IN_A_GROUP):
        many = min(ROWS_IN_A_GROUP, households - start)
        for name, table in _chunk(start, many):
            if name not in writers:
                writers[name] = _Writer(folder / f"{name}.parquet", table.schema)
            writers[name].add(table)
    for writer in writers.values():
        writer.close()
    flat = [folder / f"{name}.parquet" for name in ("households", "persons")]
    with opened_registers(*flat, on=reference.DAY) as opened:
        write_nested(opened, folder / "nested.arrow")
    with opened_registers(folder / "nested.arrow", on=reference.DAY) as opened:
        by_hand = _Writer(folder / "nested_by_hand.parquet", opened.schema)
        for batch in opened.batches():
            by_hand.add(pa.Table.from_batches([batch]))
        by_hand.close()


class _Writer:
    """A Parquet file whose row groups are all of one size, whatever is added at a time."""

    def __init__(self, path: Path, schema: Any) -> None:
        self.file = pq.ParquetWriter(path, schema, compression="zstd")
        self.waiting = schema.empty_table()

    def add(self, table: Any) -> None:
        self.waiting = pa.concat_tables([self.waiting, table])
        while self.waiting.num_rows >= ROWS_IN_A_GROUP:
            self.file.write_table(self.waiting.slice(0, ROWS_IN_A_GROUP), ROWS_IN_A_GROUP)
            self.waiting = self.waiting.slice(ROWS_IN_A_GROUP).combine_chunks()

    def close(self) -> None:
        if self.waiting.num_rows:
            self.file.write_table(self.waiting, ROWS_IN_A_GROUP)
        self.file.close()


def _chunk(start: int, many: int) -> Iterator[tuple[str, Any]]:
    random = np.random.default_rng([SEED, start])
    size = np.minimum(1 + random.poisson(1.2, many), MOST_MEMBERS)
    urban = random.random(many) < 0.6
    standard = np.where(urban, STANDARDS[True], STANDARDS[False]).astype(np.int64)
    keys = FIRST_ID + STEP_OF_IDS * np.arange(start, start + many, dtype=np.int64)
    areas = pa.array(np.where(urban, "urban", "rural"))
    assets = pa.array(_assets(random, standard * size))
    yield "households", pa.table({"household_id": keys, "area": areas, "assets_fen": assets})

    within = np.repeat(keys, size)
    before = np.repeat(np.cumsum(size) - size, size)  # how many persons the households before have
    person = within * MOST_MEMBERS + np.arange(len(within)) - before
    facts = _members(random, standard, size)
    yield "persons", pa.table({"household_id": within, "person_id": person, **facts})


def _assets(random: Any, standard_of_all: Any) -> Any:
    many = len(standard_of_all)
    some = np.exp(random.normal(14.5, 1.6, many)).astype(np.int64)
    assets = np.where(random.random(many) < 0.3, 0, some)
    edge = random.random(many) < 0.01
    limit = 18 * standard_of_all * random.integers(2, 4, many)  # 36 standards for Dibao, 54 beside it
    return np.where(edge, limit + random.integers(0, 2, many), assets)


def _members(random: Any, standard: Any, size: Any) -> dict[str, Any]:
    households, persons = len(size), int(size.sum())
    edge = random.random(households) < 0.01
    at_edge = standard * random.integers(2, 4, households) // 2 - random.integers(0, 2, households)
    edge, at_edge = np.repeat(edge, size), np.repeat(at_edge, size)
    urban = np.repeat(standard == STANDARDS[True], size)

    age = random.integers(0, 95, persons)
    employed = (age >= 16) & (age < 65) & (random.random(persons) < 0.6) & ~edge
    wages = np.exp(random.normal(12.2, 0.8, persons))
    other = np.where(random.random(persons) < 0.5, 0, np.exp(random.normal(10.6, 0.9, persons)))
    income = (np.where(employed, wages, other) * np.where(urban, 1.0, 0.7)).astype(np.int64)
    disabled = random.random(persons) < 0.06
    days = (age * 365.25 + random.integers(0, 365, persons)).astype("timedelta64[D]")
    return {
        "incomes.wages_fen": pa.array(np.where(edge, at_edge, income)),
        "born": pa.array(np.datetime64(reference.DAY) - days),
        "employed": pa.array(employed),
        "disabled": pa.array(disabled),
        "disability_grade": pa.array(random.integers(1, 5, persons), mask=~disabled),
        "seriously_ill": pa.array(random.random(persons) < 0.02),
    }
