"""Hold every engine's answer about every row of a large population against the reference evaluation.

`nox -s agreement` draws a population with unknown facts among the others, walks the rules for each household
alone, and has all of them decided by each engine: by the Python that `decide` compiles, over arrays, by
DuckDB and by Spark. Every row is compared, to the fen. For the first difference of each engine and provision
the smallest case that shows it is printed, and the exit code is 1. Where Spark cannot run, it says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from fractions import Fraction
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from civaffairs import load
from civaffairs.analysis.running.asking import asked_of
from civaffairs.engines.sql import spark
from civaffairs.errors import CivaffairsError
from civaffairs.exchange.registers import opened_registers, write_nested
from civaffairs.testing.engines import SwiftPython, TracedPython
from civaffairs.testing.populations import (
    ArraysOfRegisters,
    FlatDuckDB,
    FlatSpark,
    NestedDuckDB,
    OfCases,
    differences,
    drawn,
    opened,
)

if TYPE_CHECKING:
    from civaffairs.testing.populations import BulkEngine

DAY = date(2025, 3, 1)
ENGINES = (
    OfCases(SwiftPython()),
    OfCases(TracedPython()),
    ArraysOfRegisters(),
    NestedDuckDB(),
    FlatDuckDB(),
)
OF_ONE_PROCESS = {"spark.master": "local[1]", "spark.sql.shuffle.partitions": "1"}
PART = 16_384


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=1_000_000)
    parser.add_argument("--place", default="taoyuan")
    parser.add_argument("--provisions", default="dibao")
    parser.add_argument("--unknown", default="0.05")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    said = parser.parse_args()
    began = perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        unknown = Fraction(said.unknown)
        files = drawn(
            load()[said.place], folder / "drawn", said.households, on=DAY, unknown=unknown, seed=said.seed
        )
        path = folder / "nested.arrow"
        write_nested(opened_registers(*files, on=DAY), path)
        print(f"{said.households} households drawn in {perf_counter() - began:.0f} s")
        asked = [(said.place, said.provisions, path, rank, said.processes) for rank in range(said.processes)]
        counted: Counter[tuple[str, str]] = Counter()
        found: list[str] = []
        with ProcessPoolExecutor(said.processes) as pool:
            for rows, texts in pool.map(compared, asked):
                counted.update(rows)
                found += texts
    for (engine, provision), rows in counted.items():
        print(f"{engine}: {rows} answers about {provision} compared with the reference evaluation")
    print(f"{len(found)} differences, {perf_counter() - began:.0f} s")
    print("\n".join(found))
    return bool(found)


def compared(task: tuple[str, str, Path, int, int]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Compare every n-th part of the rows; return how many answers there were, and what differs."""
    place, provisions, path, rank, processes = task
    names = None if provisions == "all" else provisions.split(",")
    asked = asked_of(load()[place].rulebook, on=DAY, provisions=names)
    engines = (*ENGINES, *distributed())
    counted: Counter[tuple[str, str]] = Counter()
    found: list[str] = []
    batches = opened(asked, path).batches()
    parts = (batch.slice(first, PART) for batch in batches for first in range(0, batch.num_rows, PART))
    for part in islice(parts, rank, None, processes):
        persons = len(part.column("members").flatten())
        for each in asked.provisions:
            rows = part.num_rows if each.of == "Household" else persons
            counted.update({(engine.name, each.id): rows for engine in engines})
        found += (each.text() for each in differences(asked, part, engines))
    return counted, found


def distributed() -> list[BulkEngine]:
    """Spark, where it can run."""
    spark.SETTINGS.update(OF_ONE_PROCESS)
    try:
        spark.session()
    except CivaffairsError as error:
        print(f"without Spark: {error}", flush=True)
        return []
    return [FlatSpark()]


if __name__ == "__main__":
    sys.exit(main())
