"""The reference work as a plain loop over objects: the slowest, and the easiest to see to be right."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STANDARDS = {"urban": 62000, "rural": 49600}


@define
class Person:
    income: int
    employed: bool
    grade: int | None
    seriously_ill: bool


@define
class Household:
    key: int
    area: str
    assets: int
    members: list[Person] = field(factory=list)


def _households(folder: Path) -> Iterator[Household]:
    """Read both registers side by side; they are sorted by household."""
    persons = _read(
        folder,
        "persons",
        "household_id",
        "incomes.wages_fen",
        "employed",
        "disability_grade",
        "seriously_ill",
    )
    person = next(persons, None)
    for key, area, assets in _read(folder, "households", "household_id", "area", "assets_fen"):
        home = Household(key, area, assets)
        while person is not None and person[0] == key:
            home.members.append(Person(*person[1:]))
            person = next(persons, None)
        yield home


def _read(folder: Path, register: str, *columns: str) -> Iterator[Any]:
    for batch in pq.ParquetFile(folder / f"{register}.parquet").iter_batches(columns=columns):
        yield from zip(*(batch[name].to_pylist() for name in columns), strict=True)


def _decided(home: Household) -> tuple[bool, bool, int, int]:
    standard = STANDARDS[home.area]
    heads = len(home.members)
    counted = candidates = 0
    for member in home.members:
        deduction = min(member.income // 5, standard // 2) if member.employed else 0
        counted += member.income - deduction
        candidates += member.seriously_ill or (member.grade is not None and member.grade <= 2)
    per_head = counted // heads
    most = 36 * standard * heads
    if per_head < standard and home.assets <= most:
        return True, False, -(-(standard - per_head) * heads // 100) * 100, 0
    if 2 * per_head < 3 * standard and 2 * home.assets <= 3 * most:
        return False, True, 0, candidates * standard
    return False, False, 0, 0


def loop(folder: Path) -> Any:
    rows = [(home.key, *_decided(home)) for home in _households(folder)]
    names = ("household_id", "in_dibao", "marginal", "amount", "singles")
    return pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))


def loop_totals(folder: Path) -> Any:
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for home in _households(folder):
        in_dibao, marginal, amount, singles = _decided(home)
        for place, number in enumerate((1, in_dibao, amount, marginal, singles)):
            totals[home.area][place] += number
    return [(area, *numbers) for area, numbers in sorted(totals.items())]
