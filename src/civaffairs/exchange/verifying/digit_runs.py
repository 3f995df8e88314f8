"""Every run of digits in a document, and what it is when no fact claims it.

A run is a number with its decimals; `28-35` are two, `22,378.1` is one. Each belongs to exactly one class: a
date, the number of a heading, of a page, of a row, of a document, a part of a name, or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from civaffairs.exchange.verifying.folding import key_of
from civaffairs.exchange.verifying.headings import Kind
from civaffairs.exchange.verifying.outline import Outline
from civaffairs.exchange.verifying.printed_tables import Span

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
_MONTH_AND_DAY = rf"{_MONTH}\s*月(?:\s*{_DAY}\s*日)?"
_TIME = r"(?:[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
_CODE = r"[0-9A-Za-z]{1,80}(?:[/-][0-9A-Za-z]{1,80}){0,20}"
# What stands earlier goes before what stands later. What begins with any number of characters of a kind
# begins where none of the kind stands before: else a long run would be tried from each of its characters on.
_PATTERNS: tuple[tuple[Class, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.MULTILINE))
    for kind, pattern in (
        (Class.PAGE, r"^[ \t]*-+[ \t]*[0-9]{1,4}[ \t]*-+[ \t]*$"),
        (Class.PAGE, r"第\s*[0-9]+\s*页(?:\s*/?\s*共\s*[0-9]+\s*页)?"),
        (Class.DOCUMENT_NUMBER, r"https?://[!-~]+|www\.[!-~]+|(?<![\w.])[\w.]+@[\w.]+"),
        (Class.DOCUMENT_NUMBER, rf"\[\s*{_YEAR}\s*\]\s*第?\s*[0-9]+\s*号?"),
        (Class.DOCUMENT_NUMBER, r"第\s*[0-9]+\s*(?:号|次(?=[\u4e00-\u9fff]{0,4}会))"),
        (Class.DOCUMENT_NUMBER, r"\b(?:GB|DB|MZ|JGJ|CJJ)[0-9]*(?:/[A-Z])?\s*[0-9.]+(?:-[0-9]+)?"),
        # The code of an index: letters, digits and strokes without a break, within bounds.
        (
            Class.DOCUMENT_NUMBER,
            rf"(?<![0-9A-Za-z])(?=[0-9][0-9/-]{{0,80}}[A-Za-z]|[A-Za-z]){_CODE}[0-9]{{4,}}(?![0-9A-Za-z])",
        ),
        (Class.DATE, rf"{_YEAR}\s*年?\s*[-~至到]\s*{_YEAR}(?:\s*年)?"),
        (Class.DATE, rf"{_YEAR}\s*年(?:\s*{_MONTH_AND_DAY})?"),
        (Class.DATE, rf"{_YEAR}\s*[-./]\s*{_MONTH}\s*[-./]\s*{_DAY}(?![0-9]){_TIME}"),
        (Class.DATE, rf"{_YEAR}\s*[-.]\s*{_MONTH}(?![0-9.])(?=\s*$)"),
        (Class.DATE, rf"(?<![0-9.每]){_MONTH_AND_DAY}(?:\s*[-~至到]\s*{_MONTH_AND_DAY})?"),
        (Class.HEADING, r"(?:专\s*栏|附\s*[表图件]|[表图件])\s*[0-9]+"),
        (Class.NAME, r"“[^“”。\n]{1,16}”"),
        (Class.NAME, r"\"[^\"。\n]{1,16}\""),
        (Class.NAME, r"《[^《》。\n]{1,60}》"),
        (Class.NAME, r"(?<![0-9])[0-9]+[A-Za-z]+|(?<![A-Za-z])[A-Za-z]+[0-9]+"),
    )
)
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
        for start, end in _apart(*match.span(), text, kinds):
            kind = kinds[start] or Class.UNUSED
            printed = text[start:end]
            if kind in _CLAIMED and _is_note(outline, notes, printed, start):
                kind = Class.HEADING
            found.append(Run(start, end, _number(printed), kind))
    return tuple(found)


def _apart(start: int, end: int, text: str, kinds: Sequence[Class | None]) -> Iterator[Span]:
    """What a run is made of: `12.2025年` is the number of an item and a year."""
    change = next((at for at in range(start + 1, end) if kinds[at] is not kinds[start]), end)
    if change < end and text[change - 1] == ".":
        yield start, change - 1
        yield change, end
    else:
        yield start, end


def _number(printed: str) -> Decimal:
    return Decimal(re.sub(r"[,\s]", "", printed))


def _of_headings(outline: Outline) -> Iterator[tuple[Class, Span]]:
    for heading in outline.headings:
        yield Class.HEADING, (heading.start, heading.body)


def _of_contents(outline: Outline) -> Iterator[tuple[Class, Span]]:
    """In a table of contents the last number is a page, and the others number headings."""
    for at in outline.contents:
        line = outline.lines[at]
        last = re.search(r"(?<![0-9])[0-9]+\s*$", line.text)
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


def _is_note(outline: Outline, notes: dict[int, str], printed: str, at: int) -> bool:
    """Whether a number behind a word is the mark of the note that explains it."""
    term = notes.get(int(printed)) if printed.isdigit() and len(printed) < 4 else None
    if not term:
        return False
    return key_of(outline.text.text[max(0, at - 2 * len(term) - 8) : at]).endswith(term)
