"""The page on which scores and proofs stand: each command writes its own section between two marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "assurance.md"


@dataclass(frozen=True)
class Row:
    """How many of how many mutants were found, and how many others change nothing."""

    found: int = 0
    all: int = 0
    same: int = 0

    def __add__(self, other: Row) -> Row:
        return Row(self.found + other.found, self.all + other.all, self.same + other.same)

    @property
    def score(self) -> str:
        """The share in percent, rounded down to one decimal."""
        return f"{self.found * 1000 // self.all / 10:.1f} %" if self.all else "-"

    def __str__(self) -> str:
        return f"{self.found:5} of {self.all:5}  {self.score:>7}"


def write_section(name: str, what: str, rows: Mapping[str, Row]) -> None:
    """Write the scores between the marks of a section."""
    whole = sum(rows.values(), Row())
    lines = [f"| {what} | mutants | found | score | change nothing |", "| --- | ---: | ---: | ---: | ---: |"]
    for each, row in (*rows.items(), ("together", whole)):
        lines.append(f"| {each} | {row.all} | {row.found} | {row.score} | {row.same} |")
    write_between("mutation", name, lines)


def write_between(session: str, name: str, lines: Iterable[str]) -> None:
    """Write lines between the marks of a section that a session of nox writes."""
    mark, end = f"<!-- {session} {name}: written by nox -s {session} -->", f"<!-- end of {session} {name} -->"
    table = "\n".join((mark, "", *lines, "", end))
    text, times = re.subn(
        f"{re.escape(mark)}.*?{re.escape(end)}", lambda _: table, PAGE.read_text("utf-8"), flags=re.DOTALL
    )
    if times != 1:
        raise SystemExit(f"{PAGE.name} has no marks for {name}")
    PAGE.write_text(text, encoding="utf-8")
