"""Measure against the bars, each time beside something else in the same run: `nox -s bench`.

Whole populations take most of the time: `nox -s bench -- populations --sizes 1e5,1e6` measures them alone and
smaller, `nox -s bench -- deciding cold` leaves them out, `--write` puts the tables into the documentation.

Machines differ and drift, so the ratios count, not the seconds. No test asserts a time.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import peer_openfisca
import reference
from attrs import frozen
from populations import measuring, report

from civaffairs import Amount, Document, Label, NotModelled, Timeline, follow, load, since
from civaffairs.domain.units.definitions import registry
from civaffairs.engines.deciding import decide
from civaffairs.engines.proving import OnlyTested, Vacuous, prove
from civaffairs.engines.python import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUNDS = 9
HERE = Path(__file__).parent
ALONE = "the interpreter alone"


@frozen
class Line:
    """What was measured, beside something else.

    Attributes:
        what: what it is.
        ours: how many seconds it takes.
        beside: what stands beside it.
        theirs: how many seconds that takes.
        unit: in which unit both are shown, `ms` or `µs`.
        most: the bar, in that unit: the most that it may take; None where there is none.
        beyond: whether the bar counts what it takes beyond the other.
        where: how much the other took where the bar was set, in that unit.
    """

    what: str
    ours: float
    beside: str
    theirs: float
    unit: str
    most: float | None = None
    beyond: bool = False
    where: float | None = None

    def __str__(self) -> str:
        return (
            f"{self.what:<34} {self._in_unit(self.ours):>12}   "
            f"{self.beside:<24} {self._in_unit(self.theirs):>12}   {self.ours / self.theirs:8.2f} x"
        )

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the row of a table."""
        ratio = self.ours / self.theirs
        return (
            *(self.what, self._in_unit(self.ours), self.beside, self._in_unit(self.theirs)),
            *(f"{ratio:.2g}" if ratio < 10 else f"{ratio:.0f}", *self._bar(ratio)),
        )

    def _bar(self, ratio: float) -> tuple[str, str, str]:
        """Return the bar, whether it holds as it is, and whether it does in proportion to the other."""
        if self.most is None:
            return "–", "–", "–"
        own = (self.ours - self.theirs if self.beyond else self.ours) * _SCALES[self.unit]
        said = f"at most {self.most} {self.unit}{' beyond it' if self.beyond else ''}"
        in_proportion = "–" if self.where is None else _yes(holds=ratio <= self.most / self.where)
        return said, _yes(holds=own <= self.most), in_proportion

    def _in_unit(self, seconds: float) -> str:
        return f"{seconds * _SCALES[self.unit]:.2f} {self.unit}"


_SCALES = {"ms": 1e3, "µs": 1e6}
OPENFISCA_US, OPENFISCA_COLD_MS = 730, 186
"""What OpenFisca-core took for the same household, warm and cold, where the bars were set."""
BARE_MS, ATTRS_COLD_MS = 12, 40
"""What it took there to start Python, and to do the same by hand, nearly all of it for importing attrs."""
HEADING = ("one case", "civaffairs", "beside", "that takes", "ratio", "bar", "holds", "in proportion")


def _yes(*, holds: bool) -> str:
    return "yes" if holds else "**no**"


def seconds(run: Callable[[], object], times: int) -> float:
    """The median time of one call, over several rounds of `times` calls."""
    found = []
    for _ in range(ROUNDS):
        began = perf_counter()
        for _ in range(times):
            run()
        found.append((perf_counter() - began) / times)
    return median(found)


def beside(*commands: Sequence[str]) -> list[float]:
    """The median times of whole processes, with what they import compiled before, as on a user's machine.

    They take turns, so that a machine that is slower for a while is so for all of them.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found: list[list[float]] = [[] for _ in commands]
    for counts in [False] + [True] * ROUNDS:
        for times, words in zip(found, commands, strict=True):
            began = perf_counter()
            subprocess.run([sys.executable, *words], check=True, capture_output=True, env=environment)
            if counts:
                times.append(perf_counter() - began)
    return [median(times) for times in found]


def processes() -> Iterator[Line]:
    """What a user waits for before anything happens."""
    every = "import civaffairs; [getattr(civaffairs, name) for name in civaffairs.__all__]"
    bare, alone, names, pint, helped, loaded = beside(
        ("-c", "pass"),
        ("-c", "import civaffairs"),
        ("-c", every),
        ("-c", "import pint"),
        ("-m", "civaffairs", "--help"),
        ("-c", "import civaffairs; civaffairs.load()"),
    )
    yield Line("import civaffairs", alone, ALONE, bare, "ms", 60, beyond=True)
    yield Line("every name of the front door", names, "import pint", pint, "ms")
    yield Line("civaffairs --help", helped, ALONE, bare, "ms", 150, beyond=True)
    yield Line("civaffairs.load()", loaded, ALONE, bare, "ms")


def amounts() -> Iterator[Line]:
    """Exact amounts beside plain decimals and pint quantities."""
    one, other = Amount("600.5", "元/人·月"), Amount("35.25", "元/人·月")
    quantity = registry().Quantity
    pint_one, pint_other = (
        quantity(Decimal("600.5"), "yuan/person/month"),
        quantity(Decimal("35.25"), "yuan/person/month"),
    )
    added = seconds(lambda: one + other, 5000), seconds(lambda: pint_one + pint_other, 5000)
    compared = seconds(lambda: one < other, 5000), seconds(lambda: pint_one < pint_other, 5000)
    for what, (ours, theirs) in (("Amount + Amount", added), ("Amount < Amount", compared)):
        yield Line(what, ours, "pint", theirs, "µs")


def timelines() -> Iterator[Line]:
    """A look-up in ten years of standards beside a bisection by hand."""
    document = Document("bench/standards", Label("标准", "Standards"), "民政局", 2011)
    days = [date(2010 + year, 9, 1) for year in range(1, 16)]
    entries = [NotModelled(Label("缺", "before"), before=str(days[0]))]
    timeline = Timeline(
        (*entries, *(since(str(day), number, document.at("一")) for number, day in enumerate(days)))
    )
    asked = [days[0] + timedelta(days=37 * step) for step in range(130)]
    ours = seconds(lambda: [timeline.on(day) for day in asked], 5) / len(asked)
    by_hand = seconds(lambda: [bisect_right(days, day) - 1 for day in asked], 50) / len(asked)
    yield Line("Timeline.on, 15 entries", ours, "bisect by hand", by_hand, "µs")


def following() -> Iterator[Line]:
    """All installed plans beside a loop that only compares numbers."""
    catalogue = load()
    plans = list(catalogue.plans.values())
    targets = sum(len(plan.targets) for plan in plans)
    day = date(2026, 1, 1)
    ours = (
        seconds(lambda: [follow(plan, (*plan.results, *plan.observations), on=day) for plan in plans], 3)
        / targets
    )
    numbers = [(Decimal(60), Decimal(55 + step)) for step in range(targets)]
    by_hand = (
        seconds(lambda: ["met" if seen >= bound else "missed" for seen, bound in numbers], 200) / targets
    )
    yield Line(f"follow, per target of {targets}", ours, "bare comparison", by_hand, "µs")


def deciding() -> Iterator[Line]:
    """One household and one provision, beside a plain function over the same models and OpenFisca-core."""
    home, day, book = reference.HOME, reference.DAY, reference.BOOK
    edition = book.on(day)
    program = compiled(reference.DIBAO, edition)
    country = peer_openfisca.country()
    inside, amount, _ = reference.by_hand(home)
    assert program.swift(home, on=day) == (inside, (amount * program.scales[0] // 100,))
    assert peer_openfisca.decided(country)[:2] == (inside, amount)

    def explained() -> object:
        (decision,) = decide(book, home, on=day)
        return decision.answer, decision.amount

    def with_sentences() -> object:
        (decision,) = decide(book, home, on=day)
        return decision.reasons

    by_hand = seconds(lambda: reference.by_hand(home), 2000)
    peer = seconds(lambda: peer_openfisca.decided(country), 20)
    ways: list[tuple[str, Callable[[], object], int, float | None]] = [
        ("decided", lambda: program.swift(home, on=day), 2000, 5),
        ("every step noted", lambda: program.traced(home, on=day), 2000, None),
        ("a record with every step", explained, 500, 50),
        ("the same with its sentences", with_sentences, 50, None),
    ]
    for what, run, times, most in ways:
        ours = seconds(run, times)
        yield Line(what, ours, "a plain function", by_hand, "µs")
        yield Line(what, ours, "OpenFisca-core", peer, "µs", most, where=most and OPENFISCA_US)
    compiling = seconds(lambda: compiled(reference.DIBAO, edition), 5)
    yield Line("compiling the rule", compiling, "one OpenFisca run", peer, "ms", 5, where=OPENFISCA_US / 1000)


def proving() -> Iterator[Line]:
    """What holds in Jiangjin, proved for households of up to four members, the longest and the usual."""
    loaded, day = load(), date(2024, 9, 1)
    place = loaded["jiangjin"]
    (solver,) = beside(("-c", "import z3"))
    took = []
    for invariant in place.invariants:
        began = perf_counter()
        found = prove(invariant, place.rulebook, day)
        if not isinstance(found, OnlyTested):
            took.append(perf_counter() - began)
        assert not isinstance(found, Vacuous), invariant.id
    of = f"of {len(took)} proofs, none vacuous"
    yield Line(f"the longest {of}", max(took), "import z3", solver, "ms", 1000)
    yield Line(f"the median {of}", median(took), "import z3", solver, "ms", 1000)


def cold() -> Iterator[Line]:
    """From the start of a process to the first answer."""
    bare, attrs, peer, same, ours = beside(
        ("-c", "pass"),
        ("-c", "import attrs"),
        *((str(HERE / name),) for name in ("peer_openfisca.py", "reference.py", "cold.py")),
    )
    yield Line("cold: the same rule", same, ALONE, bare, "ms", 100, where=BARE_MS)
    yield Line("cold: the same rule", same, "import attrs", attrs, "ms", 100, where=ATTRS_COLD_MS)
    yield Line("cold: the same rule", same, "OpenFisca-core", peer, "ms", 100, where=OPENFISCA_COLD_MS)
    for what, theirs in ((ALONE, bare), ("OpenFisca-core", peer)):
        yield Line("cold: Jiangjin's Dibao", ours, what, theirs, "ms")


MEASURES = {
    each.__name__: each for each in (processes, amounts, timelines, following, deciding, proving, cold)
}


def main() -> None:
    every = [*MEASURES, "populations"]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"{', '.join(every)}; all without it")
    measuring.arguments(parser)
    chosen = parser.parse_args()
    if unknown := set(chosen.what) - set(every):
        parser.error(f"{', '.join(sorted(unknown))}: choose from {', '.join(every)}")
    populations = not chosen.what or "populations" in chosen.what
    words = [*chosen.what, *(measuring.said(chosen) if populations else ())]
    command = shlex.join(["nox", "-s", "bench", "--", *words, "--write"])
    lines: list[Line] = []
    for name in chosen.what or every:
        if name == "populations":
            measuring.main(chosen, command)
        else:
            for line in MEASURES[name]():
                print(line, flush=True)
                lines.append(line)
    if chosen.write and lines:
        table = report.Table("One case", HEADING, tuple(each.cells for each in lines))
        report.to_page("one case", [table], command)


if __name__ == "__main__":
    main()
