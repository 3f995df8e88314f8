"""The tables of the benchmark, on the terminal and in docs/reference/speed.md."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import frozen
from populations.exactness import CASES
from populations.names import FLAT_BY_HAND, IMPLEMENTATIONS, PEERS, SEVEN, SIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from populations.measuring import Measured, Size

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "speed.md"
LIBRARIES = {
    "civaffairs": "civaffairs",
    "openfisca_core": "OpenFisca-core",
    "policyengine_core": "policyengine-core",
}
VERSIONS = ("duckdb", "polars", "pyarrow", "numpy", "pyspark", "openfisca-core", "policyengine-core")


@frozen
class Table:
    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Bar:
    """A bar: ours may take so many times what the best of others takes.

    Attributes:
        what: what is compared with what.
        households: at which size.
        ours: what is measured.
        beside: the others.
        at_most: the most that our time may be, divided by theirs; beside a peer the reciprocal is shown.
        megabytes: the most memory, when only totals are asked for.
    """

    what: str
    households: int
    ours: str
    beside: tuple[str, ...]
    at_most: float
    megabytes: int | None = None

    def said(self, ratio: float) -> str:
        return f"{1 / ratio:.2f} times as fast" if self.beside[0] in PEERS else f"{ratio:.2f} × its time"

    @property
    def asked(self) -> str:
        said = f"at {'least' if self.beside[0] in PEERS else 'most'} {self.said(self.at_most)}"
        return f"{said}, under {self.megabytes} MB" if self.megabytes else said


_FLAT = {"flat": "civaffairs-flat", "flat, persons numbered": "civaffairs-numbered"}
"""Bars are set for the work itself; what an ordinary run adds to it is held against them, too."""
BARS = (
    *(
        Bar(f"{what} beside {beside}", households, ours, others, at_most, megabytes)
        for beside, households, others, at_most, megabytes in (
            ("DuckDB SQL by hand", SIX, ("duckdb-n", "duckdb-b"), 1.1, None),
            ("the best by hand", SEVEN, FLAT_BY_HAND, 1.0, 500),
            ("OpenFisca-core", SIX, ("openfisca",), 1 / 2.9, None),
            ("policyengine-core", SIX, ("policyengine",), 1 / 1.7, None),
        )
        for what, ours in _FLAT.items()
    ),
    Bar("nested beside the best flat by hand", SEVEN, "civaffairs-nested", FLAT_BY_HAND, 0.55, 250),
    Bar("nested beside OpenFisca-core", SIX, "civaffairs-nested", ("openfisca",), 1 / 5.8),
    Bar("nested beside policyengine-core", SIX, "civaffairs-nested", ("policyengine",), 1 / 3.4),
)


def tables(sizes: Sequence[Size], exact: Mapping[str, list[list[Any]] | None]) -> Iterator[Table]:
    """Return a table for each size, one of the bars, and one of what is exact."""
    for size in sizes:
        yield _of_size(size)
    yield _of_bars({size.households: size for size in sizes})
    yield _of_exactness(exact)


def _of_size(size: Size) -> Table:
    first = next((each.totals for each in size.measured.values() if each.totals), None)
    heading = (
        f"{size.households:,} households",
        "rows: first, s",
        "warm, s",
        "÷ best flat by hand",
        "peak MB",
        "rows that differ",
        "totals: first, s",
        "warm, s",
        "÷ best flat by hand",
        "peak MB",
        "equal",
    )
    rows = []
    for name, measured in size.measured.items():
        label = IMPLEMENTATIONS[name].label
        if measured.left_out:
            rows.append((f"{label}: {measured.left_out}", *("–" for _ in heading[1:])))
            continue
        differing = "(the first)" if measured.differing is None else f"{measured.differing:,}"
        equal = "yes" if measured.totals == first else "**no**"
        rows.append((label, *_times(size, name, "rows"), differing, *_times(size, name, "totals"), equal))
    return Table(f"{size.households:,} households", heading, tuple(rows))


def _times(size: Size, name: str, work: str) -> tuple[str, ...]:
    measured = size.measured[name]
    ratio = size.ratio(name, work)
    return (
        f"{median(measured.first[work]):.3f}",
        f"{median(measured.warm[work]):.3f}",
        "–" if ratio is None else f"{ratio:.2f}",
        _peak(measured, work),
    )


def _peak(measured: Measured, work: str) -> str:
    return f"{max(measured.peak[work]) / 1e6:.0f}" if measured.peak[work] else "–"


def _of_bars(sizes: Mapping[int, Size]) -> Table:
    heading = ("civaffairs", "households", "bar", "rows", "totals", "peak MB of totals", "holds")
    rows = []
    for bar in BARS:
        size = sizes.get(bar.households)
        ratios = [size and size.ratio(bar.ours, work, bar.beside) for work in ("rows", "totals")]
        peaks = size.measured[bar.ours].peak["totals"] if size and bar.ours in size.measured else []
        peak = max(peaks) / 1e6 if peaks else None
        shown = ["not measured" if each is None else bar.said(each) for each in ratios]
        memory = "–" if peak is None else f"{peak:.0f}"
        rows.append((bar.what, f"{bar.households:,}", bar.asked, *shown, memory, _holds(bar, ratios, peak)))
    return Table("The bars", heading, tuple(rows))


def _holds(bar: Bar, ratios: Sequence[float | None], peak: float | None) -> str:
    known = [each for each in ratios if each is not None]
    if not known or (bar.megabytes and peak is None):
        return "–"
    small = not bar.megabytes or (peak is not None and peak < bar.megabytes)
    return "yes" if max(known) <= bar.at_most and small else "**no**"


def _of_exactness(exact: Mapping[str, list[list[Any]] | None]) -> Table:
    heading = ("neither is entitled", *LIBRARIES.values())
    rows = []
    for number, case in enumerate(CASES):
        cells = []
        for library in LIBRARIES:
            found = exact[library]
            cells.append("not measured" if not found else _said(*found[number]))
        rows.append((case.label, *cells))
    return Table("Exactness", heading, tuple(rows))


def _said(inside: bool, fen: int) -> str:
    return f"**in Dibao, paid {fen / 100:,.2f} yuan**" if inside else "not in Dibao"


def to_terminal(found: Sequence[Table]) -> None:
    print(f"\n{_machine()}")
    for table in found:
        lines = [[cell.replace("**", "") for cell in row] for row in (table.heading, *table.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        print()
        for line in lines:
            first, *others = (
                cell.ljust(width) if place == 0 else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
            print("  ".join((first, *others)))


def to_page(what: str, found: Sequence[Table], command: str) -> None:
    """Write the tables between the marks of the page that name what they show."""
    mark, end = f"<!-- bench {what}: written by nox -s bench -->", f"<!-- end of bench {what} -->"
    lines = [mark, "", _machine(), "", "```console", f"$ {command}", "```"]
    for table in found:
        lines += ["", f"## {table.title}", "", _markdown(table.heading)]
        lines.append("| --- |" + " ---: |" * (len(table.heading) - 1))
        lines += map(_markdown, table.rows)
    written = "\n".join((*lines, "", end))
    text, times = re.subn(
        f"{re.escape(mark)}.*?{re.escape(end)}", lambda _: written, PAGE.read_text("utf-8"), flags=re.DOTALL
    )
    if times != 1:
        raise SystemExit(f"{PAGE.name} has no marks for these tables")
    PAGE.write_text(text, encoding="utf-8")


def _markdown(cells: Sequence[str]) -> str:
    together = (re.sub(r"(?<=[0-9]) (?=(s|ms|µs|MB|×)( |$))", "\N{NO-BREAK SPACE}", cell) for cell in cells)
    return f"| {' | '.join(together)} |"


def _machine() -> str:
    """Describe the machine by what matters, and by nothing that would name it."""
    installed = ", ".join(f"{name} {found}" for name in VERSIONS if (found := _version(name)))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}, {installed}."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
