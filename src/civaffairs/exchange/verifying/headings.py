"""The numbered headings of a document, its boxes, and how far each reaches.

一、 holds （一）, which holds 1.; a chapter holds sections. A heading reaches to the next one of its kind or
of a kind further out. A box (专栏) stands in the midst of them and counts its items anew.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum

from attrs import evolve, frozen

from civaffairs.exchange.verifying.numerals import SIGNS, number_of
from civaffairs.exchange.verifying.printed_tables import Line, PrintedTable

_N = f"[{SIGNS}]+"
_LONGEST_HEADING = 60
STOPS = "。;!?"
"""The marks that end a sentence, in folded text."""


class Kind(Enum):
    """What kind of heading begins a place; the order is that of what stands inside what."""

    NOTES = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    BIG = 4
    BRACKET = 5
    ITEM = 6
    PAREN = 7
    BOX = 8
    TABLE = 9


OUTER = frozenset([Kind.NOTES, Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.BIG, Kind.BRACKET])
"""Headings of the text itself, which no box and no table goes beyond."""
ITEMS = frozenset([Kind.ITEM, Kind.PAREN])
"""Numbered items, of the text or of a box."""

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.NOTES, re.compile(r"名\s*词(?:术\s*语)?(?:解|注)\s*释$")),
    (Kind.CHAPTER, re.compile(rf"第\s*({_N}|\d{{1,3}})\s*章")),
    (Kind.SECTION, re.compile(rf"第\s*({_N}|\d{{1,3}})\s*节")),
    (Kind.ARTICLE, re.compile(rf"第\s*({_N}|\d{{1,3}})\s*条(?!例)")),
    (Kind.BIG, re.compile(rf"({_N})\s*、")),
    (Kind.BRACKET, re.compile(rf"\(\s*({_N})\s*\)")),
    # `12.2025年` is item 12 and a year, `12.5` is a number.
    (Kind.ITEM, re.compile(r"(\d{1,3})\s*(?:、|\.(?!\d)|\.(?=\d{4}\s*年))")),
    (Kind.PAREN, re.compile(r"\(\s*(\d{1,3})\s*\)")),
    (Kind.BOX, re.compile(rf"专\s*栏\s*({_N}|\d{{1,3}})")),
    (Kind.TABLE, re.compile(rf"附?\s*表\s*({_N}|\d{{1,3}})")),
)
# A number, a space and a short heading, as newspapers print it.
_LOOSE_ITEM = re.compile(r"(\d{1,2})\s+(?=[\u4e00-\u9fff“])(?![年月])")


@frozen
class Heading:
    """A numbered heading and what stands under it.

    Attributes:
        kind: what kind of heading.
        number: its number.
        mark: the number as locators write it: `第一章`, `(五)`, `专栏2`.
        start: where it begins.
        end: where what stands under it ends.
        body: where the words after its number begin.
        line: the index of its line.
        box: the line of the box in which it stands; None outside of boxes.
    """

    kind: Kind
    number: int
    mark: str
    start: int
    end: int
    body: int
    line: int
    box: int | None = None


def is_short(text: str) -> bool:
    """Whether a line can be a heading: short, and no sentence."""
    return len(text) <= _LONGEST_HEADING and not any(stop in text for stop in STOPS)


def heading_on(line: Line, at: int) -> Heading | None:
    """Return the numbered heading on a line, so far without what stands under it.

    Args:
        line: the line.
        at: its index.
    """
    for kind, pattern in _PATTERNS:
        found = pattern.match(line.text)
        if found is None:
            continue
        # 表1 and 专栏2 at the beginning of a sentence only speak of them; a number alone is a cell.
        spoken_of = kind in (Kind.BOX, Kind.TABLE) and not is_short(line.text)
        if spoken_of or (kind is Kind.ITEM and len(line.text) == found.end()):
            return None
        numeral = found[1] if found.groups() else "1"
        return _heading(kind, numeral, line, found.end(), at)
    loose = _LOOSE_ITEM.match(line.text)
    return _heading(Kind.ITEM, loose[1], line, loose.end(), at) if loose and is_short(line.text) else None


def _heading(kind: Kind, numeral: str, line: Line, length: int, at: int) -> Heading:
    marks = {
        Kind.NOTES: "名词解释",
        Kind.CHAPTER: f"第{numeral}章",
        Kind.SECTION: f"第{numeral}节",
        Kind.ARTICLE: f"第{numeral}条",
        Kind.BRACKET: f"({numeral})",
        Kind.PAREN: f"({numeral})",
        Kind.BOX: f"专栏{numeral}",
        Kind.TABLE: f"表{numeral}",
    }
    mark = marks.get(kind, numeral)
    return Heading(kind, number_of(numeral), mark, line.start, line.end, line.start + length, at)


def nested(
    headings: Sequence[Heading], lines: Sequence[Line], tables: Sequence[PrintedTable]
) -> tuple[Heading, ...]:
    """Give each heading its end, and those in boxes their box.

    Args:
        headings: as they stand on their lines.
        lines: all lines of the document.
        tables: its tables.
    """
    size = lines[-1].end if lines else 0
    # Of several such headings the last one has the notes under it; a page may name them at its top, too.
    notes = [each for each in headings if each.kind is Kind.NOTES]
    left_out = {each.line for each in notes[:-1]}
    marks = sorted((each for each in headings if each.line not in left_out), key=lambda each: each.start)
    ends = _ends_of_boxes(marks, lines, size)
    boxes = [evolve(mark, end=ends[mark.line]) for mark in marks if mark.kind is Kind.BOX]
    homes = _homes(marks, boxes)
    starts_of_tables = [each.start for each in tables]
    following: dict[int | None, dict[Kind, int]] = {}
    found = list(boxes)
    # From the last to the first: what comes next is known before it is asked for.
    for mark in reversed(marks):
        home = homes.get(mark.line)
        after = following.setdefault(None if home is None else home.line, {})
        if mark.kind is not Kind.BOX:
            limit = size if home is None else home.end
            at = bisect_left(starts_of_tables, mark.end)
            end = min(limit, _end(mark, after, tables[at] if at < len(tables) else None, limit))
            found.append(evolve(mark, end=end, box=None if home is None else home.line))
        after[mark.kind] = mark.start
    return tuple(sorted(found, key=lambda each: each.start))


def _homes(marks: Sequence[Heading], boxes: Sequence[Heading]) -> dict[int, Heading]:
    """The innermost box of each heading that stands in one, by the line of the heading."""
    box_on = {each.line: each for each in boxes}
    homes: dict[int, Heading] = {}
    around: list[Heading] = []
    for mark in marks:
        while around and around[-1].end <= mark.start:
            around.pop()
        if around:
            homes[mark.line] = around[-1]
        if mark.line in box_on:
            around.append(box_on[mark.line])
    return homes


def _end(mark: Heading, after: Mapping[Kind, int], table: PrintedTable | None, limit: int) -> int:
    """Where a heading ends.

    Args:
        mark: the heading.
        after: where the next heading of each kind stands, among those of the same box.
        table: the first table below it.
        limit: where it ends at the latest.
    """
    if mark.kind is Kind.TABLE:
        following = min(after.values(), default=limit)
        return table.end if table is not None and table.start < following else following
    if mark.kind is Kind.NOTES:
        ends = [start for kind, start in after.items() if kind in OUTER]
    else:
        ends = [start for kind, start in after.items() if kind.value <= mark.kind.value]
    return min(ends, default=limit)


def _ends_of_boxes(marks: Sequence[Heading], lines: Sequence[Line], size: int) -> dict[int, int]:
    """Where each box ends, by its line."""
    numbered = {each.line for each in marks}
    return {
        mark.line: _end_of_indented(mark, numbered, lines, size)
        if _is_indented_below(mark, lines)
        else _end_of_box((marks[after] for after in range(at + 1, len(marks))), lines, size)
        for at, mark in enumerate(marks)
        if mark.kind is Kind.BOX
    }


def _is_indented_below(box: Heading, lines: Sequence[Line]) -> bool:
    below = box.line + 1
    return not lines[box.line].indented and below < len(lines) and lines[below].indented


def _end_of_indented(box: Heading, numbered: Collection[int], lines: Sequence[Line], size: int) -> int:
    """Where a box ends whose lines are indented: where they are no more."""
    first = lines[box.line + 1]
    for at in range(box.line + 1, len(lines)):
        line = lines[at]
        if not line.indented and (at in numbered or line.leaves(first)):
            return line.start
    return size


def _end_of_box(after: Iterable[Heading], lines: Sequence[Line], size: int) -> int:
    """Where a box ends whose lines are not indented: where its items are not counted on."""
    expected = 1
    titled: bool | None = None
    for each in after:
        if each.kind in OUTER or each.kind is Kind.BOX:
            return each.start
        if each.kind is Kind.ITEM:
            # The next heading of the text may be numbered as the next of the box, but looks otherwise.
            text = lines[each.line].text
            is_title = is_short(text) and ":" not in text
            if each.number != expected or titled not in (None, is_title):
                return each.start
            titled = is_title
            expected += 1
    return size
