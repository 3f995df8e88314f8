"""The reference work on whole populations, in one run: ours, by hand and in other libraries.

Each implementation runs in a process of its own, one after the other and round after round, so that a machine
that is slower for a while is so for all of them. Ratios are taken within a round; of the rounds the median
counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import define, field
from populations import report
from populations.names import FIVE, FLAT_BY_HAND, IMPLEMENTATIONS, SEVEN, SIX, WORKS
from populations.registers import registers

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator, Sequence

BENCH = Path(__file__).parent.parent
FAILED = "failed"
DIFFERING = """
SELECT count(*) FILTER (
    ROW(one.in_dibao, one.marginal, coalesce(one.amount, 0), coalesce(one.singles, 0))
    IS DISTINCT FROM
    ROW(other.in_dibao, other.marginal, coalesce(other.amount, 0), coalesce(other.singles, 0))
) + count(*) - count(DISTINCT household_id)
FROM read_parquet($first) AS one FULL JOIN read_parquet($other) AS other USING (household_id)"""


@define
class Measured:
    """What came of one implementation at one size.

    Attributes:
        left_out: why there is nothing, where there is nothing.
        first: by work, the seconds of the first repetition of each round.
        warm: by work, the median of the others.
        peak: by work, the most bytes in each round.
        differing: how many rows are not those of the first implementation; None for that one itself.
        totals: by area.
    """

    left_out: str = ""
    first: dict[str, list[float]] = field(factory=lambda: defaultdict(list))
    warm: dict[str, list[float]] = field(factory=lambda: defaultdict(list))
    peak: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    differing: int | None = None
    totals: list[Any] | None = None

    def add(self, work: str, found: dict[str, Any]) -> None:
        first, *others = found["seconds"]
        self.first[work].append(first)
        self.warm[work].append(median(others or [first]))
        if found["peak"] is not None:
            self.peak[work].append(found["peak"])
        self.totals = found.get("totals", self.totals)


@define
class Size:
    """What was measured with so many households, by the names of implementations."""

    households: int
    measured: dict[str, Measured] = field(factory=dict)

    def ratio(self, name: str, work: str, beside: Iterable[str] = FLAT_BY_HAND) -> float | None:
        """Return the time of one divided by the best of others: within each round, then the median."""
        own = self.warm(name, work)
        others = [found for each in beside if (found := self.warm(each, work))]
        if not own or not others:
            return None
        # What takes minutes was measured in the first rounds only.
        return median(mine / min(theirs) for mine, *theirs in zip(own, *others, strict=False))

    def warm(self, name: str, work: str) -> list[float]:
        return self.measured[name].warm[work] if name in self.measured else []


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(float(each)) for each in text.split(",")],
        default=[FIVE, SIX, SEVEN],
        help="households, with commas between: 1e5,1e6",
    )
    parser.add_argument(
        "--names",
        type=lambda text: text.split(","),
        default=list(IMPLEMENTATIONS),
        help=f"what to measure, with commas between: {', '.join(IMPLEMENTATIONS)}",
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="what takes minutes is measured in every third, at least once"
    )
    parser.add_argument("--write", action="store_true", help="into docs/reference/speed.md")


def main(chosen: Namespace, command: str) -> None:
    unknown = set(chosen.names) - set(IMPLEMENTATIONS)
    if unknown:
        raise SystemExit(f"{', '.join(sorted(unknown))}: choose from {', '.join(IMPLEMENTATIONS)}")
    sizes = [_measured(households, chosen.names, chosen.rounds) for households in chosen.sizes]
    exact = {library: _exactness(library) for library in report.LIBRARIES}
    tables = list(report.tables(sizes, exact))
    report.to_terminal(tables)
    if chosen.write:
        report.to_page("populations", tables, command)
    if any(each.left_out == FAILED for size in sizes for each in size.measured.values()):
        raise SystemExit(1)


def said(chosen: Namespace) -> list[str]:
    """Return the words of the command line by which this was chosen."""
    sizes = ",".join(f"{each:g}".replace("e+0", "e") for each in chosen.sizes)
    names = [] if set(chosen.names) == set(IMPLEMENTATIONS) else ["--names", ",".join(chosen.names)]
    return ["--sizes", sizes, "--rounds", str(chosen.rounds), *names]


def _measured(households: int, names: Sequence[str], rounds: int) -> Size:
    folder = registers(households)
    _read_once(folder)
    fits = [name for name in IMPLEMENTATIONS if name in names and _fits(name, households)]
    size = Size(households, {name: Measured() for name in fits})
    repeats = 9 if households <= FIVE else 5 if households <= SIX else 3
    with tempfile.TemporaryDirectory() as scratch:
        rows = _Rows(Path(scratch))
        for number, name, work in _order(fits, households, rounds):
            measured = size.measured[name]
            if measured.left_out:
                continue
            file = rows.file(name) if (number, work) == (0, "rows") else None
            found = _worker(name, work, str(folder), str(repeats), *([str(file)] if file else []))
            if "left_out" in found:
                size.measured[name] = Measured(found["left_out"])  # the rest would be half of a comparison
                print(f"{households:>10,}  {name:<18} {found['left_out']}")
                continue
            measured.add(work, found)
            if file:
                measured.differing = rows.differing(file)
            said = f"{work:<7} round {number + 1}  {measured.warm[work][-1]:8.3f} s"
            print(f"{households:>10,}  {name:<18} {said}", flush=True)
    return size


def _fits(name: str, households: int) -> bool:
    return IMPLEMENTATIONS[name].least <= households <= IMPLEMENTATIONS[name].most


def _order(names: Sequence[str], households: int, rounds: int) -> Iterator[tuple[int, str, str]]:
    """The first round keeps the order, for its rows are compared; later ones begin elsewhere."""
    for number in range(rounds):
        start = number * len(names) // rounds
        for name in (*names[start:], *names[:start]):
            takes_minutes = households > SIX or IMPLEMENTATIONS[name].library == "pyspark"
            if number < max(1, rounds // 3) or not takes_minutes:
                for work in WORKS:
                    yield number, name, work


def _read_once(folder: Path) -> None:
    """Read the files, so that the first who is measured does not wait for the disk alone."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            while file.read(1 << 24):
                pass


class _Rows:
    """The rows of the first implementation, and by how many others differ from them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first: Path | None = None

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.parquet"

    def differing(self, file: Path) -> int | None:
        """Return how many rows differ, are too many or lacking; the file is no longer needed then."""
        if self.first is None:
            self.first = file
            return None
        import duckdb

        (row,) = duckdb.sql(DIFFERING, params={"first": str(self.first), "other": str(file)}).fetchall()
        file.unlink()
        return int(row[0])


def _worker(*words: str) -> dict[str, Any]:
    found: dict[str, Any] | None = _process("populations.worker", *words)
    return found or {"left_out": FAILED}


def _exactness(library: str) -> list[list[Any]] | None:
    found: list[list[Any]] | None = _process("populations.exactness", library)
    return found


def _process(module: str, *words: str) -> Any:
    """Return what a module says on its last line, run in a process of its own; None where it failed."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, *words],
        cwd=BENCH,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    if done.returncode:
        print(f"{module} {' '.join(words)}:\n{done.stderr}", file=sys.stderr)
        return None
    return json.loads(done.stdout.splitlines()[-1])
