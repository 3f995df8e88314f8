"""What every kind of file becomes: cells under headings, each with its place, whatever they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from attrs import evolve, frozen

from civaffairs.domain.models.masking import without_long_numbers
from civaffairs.domain.periods import Period
from civaffairs.domain.units import plain
from civaffairs.errors import Fault, InputInvalid, Message, fault

MAX_ROWS = 100_000
"""The most rows of data that a table may have."""

HEADER_WITHIN = 10
"""The heading stands in one of so many first rows; titles may stand above it."""

_LONGEST = 60
_WORD = re.compile(r"\w+")
_SPACE_BESIDE_CHINESE = re.compile(r"(?<=[\u2e80-\u9fff]) | (?=[\u2e80-\u9fff])")

Content: TypeAlias = str | Decimal | bool | Period | None
"""What a cell can hold. A `Period` is what Excel keeps as a date."""

IsHeading: TypeAlias = Callable[[str], bool]
"""Whether a text is the heading of a column that the reader knows."""


@frozen
class Cell:
    """One cell of a file.

    Attributes:
        place: file, sheet and cell, as a spreadsheet writes it: `obs.xlsx, 指标!C3`, `obs.json, $[2].数值`.
        content: what it holds.
        percent: whether Excel shows the number as a percentage, so that 0.55 means 55 %.
        wrong: why it cannot be used, where the file itself says so: an error, a formula without value.
        heading: the heading of its column, where the place does not name it.
    """

    place: str
    content: Content = None
    percent: bool = False
    wrong: Message | None = None
    heading: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands here."""
        return self.wrong is None and not self.text

    @property
    def text(self) -> str:
        """What stands here, as normalised text; empty for nothing."""
        return "" if self.content is None else normalised(shown(self.content))

    @property
    def where(self) -> str:
        """The place with the heading, for a fault."""
        return f"{self.place} {self.heading}" if self.heading else self.place

    def fault(self, code: str, /, **args: object) -> InputInvalid:
        """Return an error about this cell, to be raised."""
        return InputInvalid(fault(code, self.where, **args))


@frozen
class Table:
    """Cells under headings.

    Attributes:
        place: where the heading stands.
        headings: the cells of the heading, from left to right.
        rows: the rows that are not blank. A row may be longer than the heading, never shorter.
        faults: what is wrong with the table as such; rows that it concerns are left out of `rows`.
    """

    place: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    faults: tuple[Fault, ...] = ()


def table_of(grid: Iterable[tuple[int, Sequence[Cell]]], is_heading: IsHeading, name: str) -> Table | None:
    """Find the heading in numbered rows; None where none of the first rows is one.

    Raises:
        InputInvalid: for more than `MAX_ROWS` rows.
    """
    headings: tuple[Cell, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    for number, cells in grid:
        if headings:
            if any(not cell.blank for cell in cells):
                rows.append(_under(headings, cells, number))
            if len(rows) > MAX_ROWS:
                raise InputInvalid(fault("too_many_rows", name, most=MAX_ROWS))
        elif number > HEADER_WITHIN:
            break
        elif is_header(cells, is_heading):
            headings = tuple(cells)
    return Table(headings[0].place, headings, tuple(rows)) if headings else None


def is_header(cells: Sequence[Cell], is_heading: IsHeading) -> bool:
    """Whether a row is a heading: two cells or more are headings that the reader knows."""
    return sum(is_heading(cell.text) for cell in cells) >= 2


def _under(headings: tuple[Cell, ...], cells: Sequence[Cell], number: int) -> tuple[Cell, ...]:
    named = [evolve(cell, heading=head.text) for cell, head in zip(cells, headings, strict=False)]
    # A place ends in the cell's address, so that of a cell which is left out follows from its heading.
    left_out = [
        Cell(f"{head.place.rstrip('0123456789')}{number}", heading=head.text)
        for head in headings[len(cells) :]
    ]
    return (*named, *left_out, *cells[len(headings) :])


@lru_cache(maxsize=4096)
def normalised(text: str) -> str:
    r"""Return text as it is compared: full width as half width, nothing invisible, no idle spaces.

    Example:
        >>> normalised(" 护理型床位\n占比（％） "), normalised("１，２３４ beds")
        ('护理型床位占比(%)', '1,234 beds')
    """
    if text.isascii() and text.isalnum():  # most cells, and nothing to do
        return text
    compatible = unicodedata.normalize("NFKC", text)
    visible = "".join(sign for sign in compatible if unicodedata.category(sign) != "Cf")
    return _SPACE_BESIDE_CHINESE.sub("", " ".join(visible.split()))


def shown(content: Content) -> str:
    """Return what a cell holds as text."""
    if isinstance(content, bool):
        return "TRUE" if content else "FALSE"
    if isinstance(content, Decimal):
        # An exponent may stand for more zeros than there is memory.
        return plain(content) if abs(content.adjusted()) < _LONGEST else str(content)
    return "" if content is None else str(content)


def quoted(text: str) -> str:
    """Return text as an error may repeat it: cut off, with long numbers masked, since columns get mixed up.

    Example:
        >>> quoted("11000019491231009X")
        '1100**********009X'
    """
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return without_long_numbers(short)


def letter(column: int) -> str:
    """Return the letters of a column as spreadsheets count them.

    Example:
        >>> letter(1), letter(27)
        ('A', 'AA')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def sheet_place(file: str, sheet: str = "") -> str:
    """Return file and sheet as the beginning of a place, in the way of spreadsheet formulas.

    Example:
        >>> (
        ...     sheet_place("obs.xlsx", "指标") + "C3",
        ...     sheet_place("obs.xlsx", "Sheet 1") + "C3",
        ...     sheet_place("obs.csv") + "C3",
        ... )
        ('obs.xlsx, 指标!C3', "obs.xlsx, 'Sheet 1'!C3", 'obs.csv, C3')
    """
    if not sheet:
        return f"{file}, "
    return f"{file}, {sheet if _WORD.fullmatch(sheet) else repr(sheet)}!"
