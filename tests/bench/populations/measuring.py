"""The reference work on whole populations, in one run: ours, by hand and in other libraries.

Each implementation runs in a process of its own, and they take turns: each does the work once, then each does
it again. A machine that is slower for some seconds, or lends a core to somebody else, is so for all of them.
Ratios are taken within a turn; of all turns the median counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import suppress
from itertools import product
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import define, field
from populations import report
from populations.names import FIVE, FLAT_BY_HAND, IMPLEMENTATIONS, SEVEN, SIX, WORKS
from populations.registers import registers
from populations.worker import ANSWER

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
        warm: by work, the seconds of all others.
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
        self.warm[work] += others or [first]
        if found["peak"] is not None:
            self.peak[work].append(found["peak"])
        self.totals = found.get("totals", self.totals)


@define
class Size:
    """What was measured with so many households, by the names of implementations."""

    households: int
    measured: dict[str, Measured] = field(factory=dict)

    def ratio(self, name: str, work: str, beside: Iterable[str] = FLAT_BY_HAND) -> float | None:
        """Return the time of one divided by the best of others: within each turn, then the median."""
        own = self.warm(name, work)
        others = [found for each in beside if (found := self.warm(each, work))]
        if not own or not others:
            return None
        # What takes minutes has fewer turns.
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
    with tempfile.TemporaryDirectory() as scratch:
        rows = _Rows(Path(scratch))
        for number, group, work in product(range(rounds), _groups(fits, households), WORKS):
            taking_part = [name for name in group if not size.measured[name].left_out]
            rare = _takes_minutes(group[0], households)
            if not taking_part or (rare and number >= max(1, rounds // 3)):
                continue
            file = rows.file if (number, work) == (0, "rows") else None
            for name, found in _in_turns(taking_part, work, folder, households, file):
                measured = size.measured[name]
                if "left_out" in found:
                    measured = size.measured[name] = Measured(found["left_out"])  # not half of a comparison
                    print(f"{households:>10,}  {name:<24} {measured.left_out}")
                    continue
                measured.add(work, found)
                if file:
                    measured.differing = rows.differing(file(name))
                said = f"{work:<7} round {number + 1}  {median(found['seconds'][1:]):8.3f} s"
                print(f"{households:>10,}  {name:<24} {said}", flush=True)
    return size


def _fits(name: str, households: int) -> bool:
    return IMPLEMENTATIONS[name].least <= households <= IMPLEMENTATIONS[name].most


def _takes_minutes(name: str, households: int) -> bool:
    return households > SIX or IMPLEMENTATIONS[name].library == "pyspark"


def _groups(names: Sequence[str], households: int) -> list[list[str]]:
    """Return who takes turns: ten million households do not fit into memory several times."""
    if households > SIX:
        return [[name] for name in names]
    quick = [name for name in names if not _takes_minutes(name, households)]
    return [group for group in (quick, [name for name in names if name not in quick]) if group]


def _in_turns(
    names: Sequence[str], work: str, folder: Path, households: int, file: Callable[[str], Path] | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what each implementation found, after all have done a work several times, one after the other."""
    words = {name: [name, work, str(folder), *([str(file(name))] if file else [])] for name in names}
    workers = {name: _Worker(words[name]) for name in names}
    turns = 3 if households > SIX else 5 if _takes_minutes(names[0], households) else 9
    for number in range(turns):
        start = number * len(names) // turns
        for name in (*names[start:], *names[:start]):
            workers[name].work()
    for name, worker in workers.items():
        yield name, worker.end()


class _Worker:
    """A process that does a work of one implementation, as often as it is told to."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.seconds: list[float] = []
        self.said = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - open as long as it runs
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "populations.worker", *words],
            cwd=BENCH,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.said,
            text=True,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )
        self.answer = self._answer()  # what it needs is imported, or is not there

    def work(self) -> None:
        if self.answer is None or "left_out" in self.answer:
            return
        self._tell("again\n")
        self.answer = self._answer()
        if self.answer is not None:
            self.seconds.append(self.answer["seconds"])

    def end(self) -> dict[str, Any]:
        """Return the seconds of each turn, the most memory and the totals; or why there is nothing."""
        if self.answer is not None and "left_out" not in self.answer:
            self._tell("done\n")
            self.answer = self._answer()
        self.process.communicate()
        with self.said:
            if self.process.returncode or self.answer is None:
                self.said.seek(0)
                print(f"{' '.join(self.words)}:\n{self.said.read()}", file=sys.stderr)
                return {"left_out": FAILED}
        return {**self.answer, "seconds": self.seconds}

    def _tell(self, word: str) -> None:
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # then it has ended, and does not answer
            self.process.stdin.write(word)
            self.process.stdin.flush()

    def _answer(self) -> dict[str, Any] | None:
        """Return what it says next; a library may have said something before."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith(ANSWER):
                found: dict[str, Any] = json.loads(line.removeprefix(ANSWER))
                return found
        return None


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


def _exactness(library: str) -> list[list[Any]] | None:
    """Return what a library says of cases on the edge; None where it cannot be asked."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "populations.exactness", library],
        cwd=BENCH,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    if done.returncode:
        print(f"{library}:\n{done.stderr}", file=sys.stderr)
        return None
    found: list[list[Any]] = json.loads(done.stdout.splitlines()[-1])
    return found
