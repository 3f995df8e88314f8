"""Every run of digits in a document, and what it is when no fact claims it.

A run is a number with its decimals; `28-35` are two, `22,378.1` is one. Each belongs to exactly one class: a
date, the number of a heading, of a page, of a row, of a document, a part of a name, or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from attrs import frozen

from civaffairs.exchange.folding import key_of
from civaffairs.exchange.outline import Kind, Outline
from civaffairs.exchange.printed_tables import Span

RUN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\s?\.\s?(?=[0-9])[0-9]+)?")
"""A number as it is printed, in folded text."""


class Class(Enum):
    """What a run of digits is."""

    FACT = "fact"
    DATE = "date"
    HEADING = "heading"
    PAGE = "page"
    ROW = "row"
    DOCUMENT_NUMBER = "document_number"
    NAME = "name"
    UNUSED = "unused"


_CLAIMED = frozenset([Class.UNUSED, Class.NAME])
"""What a fact may claim: figures, and digits in names that say a quantity (“15分钟”养老服务圈)."""

_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_PATTERNS: tuple[tuple[Class, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.MULTILINE))
    for kind, pattern in (
        # A page number stands alone between dashes or is called one.
        (Class.PAGE, r"^[ \t]*-+[ \t]*[0-9]{1,4}[ \t]*-+[ \t]*$"),
        (Class.PAGE, r"第\s*[0-9]+\s*页(?:\s*/?\s*共\s*[0-9]+\s*页)?"),
        (Class.DOCUMENT_NUMBER, r"https?://[!-~]+|www\.[!-~]+|[\w.]+@[\w.]+"),
        (Class.DOCUMENT_NUMBER, rf"\[\s*{_YEAR}\s*\]\s*第?\s*[0-9]+\s*号?"),
        (Class.DOCUMENT_NUMBER, r"第\s*[0-9]+\s*(?:号|次(?=[\u4e00-\u9fff]{0,4}会))"),
        (Class.DOCUMENT_NUMBER, r"\b(?:GB|DB|MZ|JGJ|CJJ)[0-9]*(?:/[A-Z])?\s*[0-9.]+(?:-[0-9]+)?"),
        # An index code: letters, digits and strokes without a break.
        (Class.DOCUMENT_NUMBER, r"(?<![0-9A-Za-z])(?=[0-9/-]*[A-Za-z])[0-9A-Za-z]+(?:[/-][0-9A-Za-z]+)*[0-9]{4,}(?![0-9A-Za-z])"),
        (Class.DATE, rf"{_YEAR}\s*年?\s*[-~至到]\s*{_YEAR}(?:\s*年)?"),
        (Class.DATE, rf"{_YEAR}\s*年(?:\s*{_MONTH}\s*月(?:\s*{_DAY}\s*日)?)?"),
        (Class.DATE, rf"{_YEAR}\s*[-./]\s*{_MONTH}\s*[-./]\s*{_DAY}(?![0-9])(?:[ T]+[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?"),
        (Class.DATE, rf"{_YEAR}\s*[-.]\s*{_MONTH}(?![0-9.])(?=\s*$)"),
        (Class.DATE, rf"(?<![0-9.])(?<!每)(?<!个){_MONTH}\s*月(?:\s*{_DAY}\s*日)?(?:\s*[-~至到]\s*{_MONTH}\s*月(?:\s*{_DAY}\s*日)?)?"),
        (Class.HEADING, r"(?:专\s*栏|附?\s*[表图件]|附\s*[表件])\s*[0-9]+"),
        (Class.NAME, r"“[^“”。\n]{1,16}”"),
        (Class.NAME, r"\"[^\"。\n]{1,16}\""),
        (Class.NAME, r"《[^《》。\n]{1,60}》"),
        (Class.NAME, r"[0-9]+[A-Za-z]+|[A-Za-z]+[0-9]+"),
    )
)  # fmt: skip
_BARE_YEAR = re.compile(_YEAR)


@frozen
class Run:
    """A run of digits.

    Attributes:
        start: where it begins in the folded text.
        end: where it ends.
        number: what it says.
        kind: what it is when no fact claims it.
    """

    start: int
    end: int
    number: Decimal
    kind: Class

    @property
    def can_be_claimed(self) -> bool:
        """Whether it can be the figure of a fact."""
        return self.kind in _CLAIMED


def numbers_in(text: str) -> tuple[Decimal, ...]:
    """Return the numbers of a folded text.

    Example:
        >>> [str(number) for number in numbers_in("28..35, 22,378.1万元, 34.78%")]
        ['28', '35', '22378.1', '34.78']
    """
    return tuple(_number(found[0]) for found in RUN.finditer(text))


def runs_in(outline: Outline) -> tuple[Run, ...]:
    """Return every run of digits of a document with its class, in the order of the text."""
    text = outline.text.text
    marked: list[tuple[Class, Span]] = [*_of_headings(outline), *_of_contents(outline), *_of_tables(outline)]
    marked += [(kind, found.span()) for kind, pattern in _PATTERNS for found in pattern.finditer(text)]
    kinds: list[Class | None] = [None] * (len(text) + 1)
    for kind, (start, end) in marked:
        for at in range(start, end):
            if kinds[at] is None:
                kinds[at] = kind
    notes = _notes(outline)
    found: list[Run] = []
    for match in RUN.finditer(text):
        start, end = match.span()
        bounds = [at for at in range(start + 1, end) if kinds[at] is not kinds[start]]
        if bounds and text[bounds[0] - 1] == ".":
            # `12.2025年`: the number of an item and a year.
            for part in RUN.finditer(text, start, bounds[0] - 1):
                found.append(Run(*part.span(), _number(part[0]), kinds[start] or Class.UNUSED))
            for part in RUN.finditer(text, bounds[0], end):
                found.append(Run(*part.span(), _number(part[0]), kinds[bounds[0]] or Class.UNUSED))
            continue
        kind = kinds[start] or Class.UNUSED
        if kind in _CLAIMED and match[0].isdigit() and len(match[0]) < 4 and _is_note(outline, notes, int(match[0]), start):
            kind = Class.HEADING
        found.append(Run(start, end, _number(match[0]), kind))
    return tuple(found)


def _number(printed: str) -> Decimal:
    return Decimal(re.sub(r"[,\s]", "", printed))


def _of_headings(outline: Outline) -> Iterator[tuple[Class, Span]]:
    for heading in outline.headings:
        yield Class.HEADING, (heading.start, heading.body)


def _of_contents(outline: Outline) -> Iterator[tuple[Class, Span]]:
    """In a table of contents the last number is a page, and the others number headings."""
    for at in outline.contents:
        line = outline.lines[at]
        last = re.search(r"[0-9]+\s*$", line.text)
        if last:
            yield Class.PAGE, (line.start + last.start(), line.end)
        yield Class.HEADING, (line.start, line.end)


def _of_tables(outline: Outline) -> Iterator[tuple[Class, Span]]:
    for table in outline.tables:
        for found in _BARE_YEAR.finditer(outline.text.text, *table.header):
            yield Class.DATE, found.span()
        for row in table.rows:
            yield Class.ROW, row.head


def _notes(outline: Outline) -> dict[int, str]:
    """What the notes at the end explain, by their numbers, which stand in the text behind the words."""
    sections = [each for each in outline.headings if each.kind is Kind.NOTES]
    notes: dict[int, str] = {}
    for each in outline.headings:
        if each.kind is Kind.ITEM and any(one.start < each.start < one.end for one in sections):
            opening = outline.text.text[each.body : each.end]
            notes[each.number] = key_of(re.split(r":|是指|指", opening, maxsplit=1)[0])
    return notes


def _is_note(outline: Outline, notes: dict[int, str], number: int, at: int) -> bool:
    """Whether a number behind a word is the mark of the note that explains it."""
    term = notes.get(number)
    if not term:
        return False
    return key_of(outline.text.text[max(0, at - 2 * len(term) - 8) : at]).endswith(term)
