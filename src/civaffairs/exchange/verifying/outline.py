"""The text of a document → its lines, headings, boxes, tables and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from civaffairs.exchange.verifying.folding import Folded
from civaffairs.exchange.verifying.headings import (
    ITEMS,
    OUTER,
    STOPS,
    Heading,
    Kind,
    heading_on,
    is_short,
    nested,
)
from civaffairs.exchange.verifying.numerals import SIGNS
from civaffairs.exchange.verifying.printed_tables import Line, PrintedTable, Span, tables_in

# Dots or dashes that lead to the number of a page.
_LEADERS = re.compile(r"(?:…|\.{4,}|·{3,}|-{6,}|_{4,}|(?:\. ){3,})\s*(\d{1,3})?\s*$")
_PREFIX = re.compile(rf"-+|(?:[{SIGNS}]+)是(?:要)?|[①-⑳]")
_ENDS = (*STOPS, ":", ")", "]", "”", "》")
_LONGEST_OPENING = 16
_LONGEST_LINE = 60


@frozen
class Paragraph:
    """A paragraph.

    Attributes:
        start: where it begins.
        end: where it ends.
        line: the index of its first line.
        titled: whether it can be a heading without a number.
    """

    start: int
    end: int
    line: int
    titled: bool


@frozen
class Outline:
    """The places of a document.

    Attributes:
        text: the text.
        lines: its lines, and the cells of lines that hold several.
        contents: the indices of the lines of its table of contents.
        headings: the numbered headings, in the order of the text.
        tables: the tables.
        paragraphs: the paragraphs outside of tables.
    """

    text: Folded = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)
    contents: frozenset[int] = field(repr=False)
    headings: tuple[Heading, ...]
    tables: tuple[PrintedTable, ...]
    paragraphs: tuple[Paragraph, ...] = field(repr=False)

    @classmethod
    def of(cls, original: str) -> Outline:
        r"""Read the places of a text.

        Example:
            >>> plan = Outline.of("一、现状\n养老稳步发展。\n（一）床位\n床位32张。\n二、任务")
            >>> [heading.mark for heading in plan.headings]
            ['一', '(一)', '二']
        """
        text = Folded.of(original)
        lines = tuple(_lines(text.text))
        contents = frozenset(at for at, line in enumerate(lines) if _LEADERS.search(line.text))
        marks = {
            at: found
            for at, line in enumerate(lines)
            if at not in contents and (found := heading_on(line, at)) is not None
        }
        beyond = [at in contents or (at in marks and marks[at].kind not in ITEMS) for at in range(len(lines))]
        tables = tables_in(lines, beyond)
        inside = {at for table in tables for at in range(table.first, table.last)}
        headings = nested([mark for at, mark in marks.items() if at not in inside], lines, tables)
        paragraphs = tuple(_paragraphs(lines, inside | contents, {each.line for each in headings}))
        return cls(text, lines, contents, headings, tables, paragraphs)

    @cached_property
    def heading_at(self) -> Mapping[int, Heading]:
        """The headings by the line on which they stand."""
        return {each.line: each for each in self.headings}

    @cached_property
    def alike(self) -> Mapping[tuple[Kind, int | None], Sequence[Heading]]:
        """The headings by their kind and the line of the box in which they stand."""
        found: dict[tuple[Kind, int | None], list[Heading]] = {}
        for each in self.headings:
            found.setdefault((each.kind, each.box), []).append(each)
        return found

    @cached_property
    def _boxes(self) -> tuple[Heading, ...]:
        return tuple(each for each in self.headings if each.kind is Kind.BOX)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.paragraphs]

    def box_of(self, at: int) -> int | None:
        """Return the line of the box in which a character stands; None outside of boxes."""
        return next((each.line for each in self._boxes if each.start <= at < each.end), None)

    def table_at(self, at: int) -> PrintedTable | None:
        """Return the table in which a character stands."""
        return next((each for each in self.tables if each.start <= at < each.end), None)

    def table_under(self, heading: Heading) -> PrintedTable | None:
        """Return the table under a heading."""
        return next((each for each in self.tables if heading.start <= each.start < heading.end), None)

    def paragraph_at(self, at: int) -> Paragraph | None:
        """Return the paragraph in which a character stands."""
        found = self.paragraphs[max(0, bisect_right(self._starts, at) - 1) :][:1]
        return found[0] if found and found[0].start <= at < found[0].end else None

    def paragraph_before(self, at: int) -> Paragraph | None:
        """Return the last paragraph that begins before a character."""
        found = bisect_left(self._starts, at) - 1
        return self.paragraphs[found] if found >= 0 else None

    def paragraphs_in(self, spans: Sequence[Span]) -> list[Paragraph]:
        """Return the paragraphs of some stretches of text."""
        found: list[Paragraph] = []
        for start, end in spans:
            first = max(0, bisect_right(self._starts, start) - 1)
            last = bisect_left(self._starts, end)
            found += [each for each in self.paragraphs[first:last] if start < each.end]
        return found

    def said(self, paragraph: Paragraph) -> str:
        """Return the text of a paragraph."""
        return self.text.text[paragraph.start : paragraph.end]

    def openings(self, paragraph: Paragraph) -> Iterator[int]:
        """Where the words of a paragraph may be said to begin: at once, after its number, after 一是."""
        yield paragraph.start
        heading = self.heading_at.get(paragraph.line)
        start = paragraph.start if heading is None else heading.body
        if heading is not None:
            yield start
        prefix = _PREFIX.match(self.text.text, start, paragraph.end)
        if prefix:
            yield prefix.end()

    def opening(self, paragraph: Paragraph) -> str:
        """Return the first words of a paragraph up to a mark, as a locator would give them."""
        *_, start = self.openings(paragraph)
        words = self.text.text[start : min(paragraph.end, start + 3 * _LONGEST_OPENING)]
        first = re.split(r"[。;,:、!?(\n]", words.strip(), maxsplit=1)[0]
        return re.sub(r"\s", "", first)[:_LONGEST_OPENING]

    def is_title(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a heading without a number."""
        return paragraph.titled and paragraph.line not in self.heading_at

    def end_of_title(self, title: Paragraph, end: int) -> int:
        """Return where what stands under a heading without a number ends, at the latest at `end`."""
        begun = False
        for each in self.paragraphs_in([(title.end, end)]):
            heading = self.heading_at.get(each.line)
            if heading is not None and heading.kind not in ITEMS:
                return each.start
            # One such heading right below another, with nothing between them, stands under it.
            if self.is_title(each) and begun:
                return each.start
            begun = begun or not self.is_title(each)
        return end

    @cached_property
    def start_of_text(self) -> int:
        """Where the first heading of the text begins."""
        whole = len(self.text.text)
        return min((each.start for each in self.headings if each.kind in OUTER), default=whole)


def _lines(text: str) -> Iterator[Line]:
    """The lines of a text; a line with tabs or bars between words holds several cells."""
    start = 0
    for whole in text.split("\n"):
        barred = whole.count("|") > 1
        # The line of a Markdown table between its heading and its rows says nothing.
        if not (barred and "---" in whole and re.fullmatch(r"[\s|:-]+", whole)):
            for cell in re.finditer(r"[^\t|]+" if barred else r"[^\t]+", whole):
                words = cell[0].strip()
                if words:
                    at = start + cell.start() + len(cell[0]) - len(cell[0].lstrip())
                    yield Line(at, at + len(words), words, whole.startswith("\t"))
        start += len(whole) + 1


def _paragraphs(
    lines: Sequence[Line], inside: Collection[int], numbered: Collection[int]
) -> Iterator[Paragraph]:
    """The lines put together where one breaks off in the middle of a sentence."""
    at = 0
    while at < len(lines):
        first = at
        at += 1
        if first in inside:
            continue
        while at < len(lines) and at not in inside and at not in numbered and _goes_on(lines, at):
            at += 1
        text = lines[first].text
        titled = at == first + 1 and is_short(text) and not text.endswith((",", ":"))
        yield Paragraph(lines[first].start, lines[at - 1].end, first, titled)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    before = lines[at - 1].text
    if before.endswith(_ENDS) or lines[at].text.startswith("--"):
        return False
    return (
        before.endswith((",", "、")) or len(before) > _LONGEST_LINE or any(stop in before for stop in STOPS)
    )
