"""Hold every engine's answer about every row of a large population against one decision at a time.

`nox -s agreement` draws a population with unknown facts among the others, decides each household alone, as
`decide` does, and all of them with each engine, and compares every row, to the fen. For the first difference
of each engine and provision the smallest case that shows it is printed, and the exit code is 1.
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

from civaffairs import load
from civaffairs.analysis.running.asking import asked_of
from civaffairs.analysis.sampling.people import population
from civaffairs.analysis.sampling.plan import planned
from civaffairs.exchange.registers import opened_registers, write_nested, written
from civaffairs.testing.populations import ArraysOfRegisters, FlatDuckDB, NestedDuckDB, differences

DAY = date(2025, 3, 1)
ENGINES = (ArraysOfRegisters(), NestedDuckDB(), FlatDuckDB())
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
        draw(said.place, folder, said.households, Fraction(said.unknown), said.seed)
        nest(folder)
        print(f"{said.households} households drawn in {perf_counter() - began:.0f} s")
        path = str(folder / "nested.arrow")
        asked = [(said.place, said.provisions, path, rank, said.processes) for rank in range(said.processes)]
        counted: Counter[str] = Counter()
        found: list[str] = []
        with ProcessPoolExecutor(said.processes) as pool:
            for rows, texts in pool.map(compared, asked):
                counted.update(rows)
                found += texts
    for provision, rows in counted.items():
        print(f"{provision}: {rows} answers of each engine compared with the scalar ones")
    print(f"{len(found)} differences, {perf_counter() - began:.0f} s")
    print("\n".join(found))
    return bool(found)


def draw(place: str, folder: Path, households: int, unknown: Fraction, seed: int) -> None:
    dossier = load()[place]
    sample = planned(dossier.jurisdiction, dossier.plans, households, seed=seed, on=DAY, unknown=unknown)
    with written(folder / "drawn", "parquet") as files:
        for homes, people in population(sample):
            files.add("households", homes)
            files.add("persons", people)


def nest(folder: Path) -> None:
    drawn = folder / "drawn"
    registers = opened_registers(drawn / "households.parquet", drawn / "persons.parquet", on=DAY)
    write_nested(registers, folder / "nested.arrow")


def compared(task: tuple[str, str, str, int, int]) -> tuple[Counter[str], list[str]]:
    """Compare every n-th part of the rows; return how many answers there were, and what differs."""
    place, provisions, path, rank, processes = task
    names = None if provisions == "all" else provisions.split(",")
    asked = asked_of(load()[place].rulebook, on=DAY, provisions=names)
    needed = {**asked.needed, "Person": asked.needed["Person"] | {"born"}}  # no person is without
    registers = opened_registers(Path(path), on=DAY, needed=needed)
    counted: Counter[str] = Counter()
    found: list[str] = []
    parts = (
        batch.slice(first, PART) for batch in registers.batches() for first in range(0, batch.num_rows, PART)
    )
    for part in islice(parts, rank, None, processes):
        persons = len(part.column("members").flatten())
        for each in asked.provisions:
            counted[each.id] += part.num_rows if each.of == "Household" else persons
        found += (each.text() for each in differences(asked, part, ENGINES))
    return counted, found


if __name__ == "__main__":
    sys.exit(main())
