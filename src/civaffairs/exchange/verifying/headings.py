"""The numbered headings of a document, its boxes, and how far each reaches.

一、 holds （一）, which holds 1.; a chapter holds sections. A heading reaches to the next one of its kind or
of a kind further out. A box (专栏) stands in the midst of them and counts its items anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    marks = sorted((each for each in headings if each not in notes[:-1]), key=lambda each: each.start)
    boxes: list[Heading] = []
    for at, mark in enumerate(marks):
        if mark.kind is Kind.BOX:
            boxes.append(evolve(mark, end=_end_of_box(mark, marks[at + 1 :], lines, size)))
    homes = {mark.line: box for mark in marks for box in boxes if box.start < mark.start < box.end}
    found = list(boxes)
    for mark in marks:
        if mark.kind is Kind.BOX:
            continue
        box = homes.get(mark.line)
        after = [each for each in marks if each.start > mark.start and homes.get(each.line) is box]
        limit = size if box is None else box.end
        end = min(limit, _end(mark, after, tables, limit))
        found.append(evolve(mark, end=end, box=None if box is None else box.line))
    return tuple(sorted(found, key=lambda each: each.start))


def _end(mark: Heading, after: Sequence[Heading], tables: Sequence[PrintedTable], limit: int) -> int:
    if mark.kind is Kind.TABLE:
        table = next((each for each in tables if each.start >= mark.end), None)
        following = after[0].start if after else limit
        return table.end if table is not None and table.start < following else following
    if mark.kind is Kind.NOTES:
        ends = (each.start for each in after if each.kind in OUTER)
    else:
        ends = (each.start for each in after if each.kind.value <= mark.kind.value)
    return next(ends, limit)


def _end_of_box(box: Heading, after: Sequence[Heading], lines: Sequence[Line], size: int) -> int:
    """Where a box ends: where its lines are indented no more, or its items are not counted on."""
    below = lines[box.line + 1 :]
    if not lines[box.line].indented and below and below[0].indented:
        numbered = {each.line for each in after}
        for at, line in enumerate(below, start=box.line + 1):
            if not line.indented and (at in numbered or line.leaves(below[0])):
                return line.start
        return size
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
