"""The text of a document → its lines, headings, boxes, tables and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from attrs import evolve, field, frozen

from civaffairs.exchange.verifying.folding import Folded, key_of
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
from civaffairs.exchange.verifying.numerals import SIGNS, number_of
from civaffairs.exchange.verifying.openings import Opening, Openings
from civaffairs.exchange.verifying.printed_tables import Line, PrintedTable, Span, tables_in

# Dots or dashes that lead to the number of a page.
_LEADERS = re.compile(
    r"(?:…|(?<!\.)\.{4,}|(?<!·)·{3,}|(?<!-)-{6,}|(?<!_)_{4,}|(?<!\. )(?:\. ){3,})\s*(?:\d{1,3}\s*)?$"
)
_SENTENCE = re.compile(rf"(?:^|(?<=[{STOPS}:,”\s]))([{SIGNS}]+)是")
_SENTENCE_END = re.compile(rf"[{STOPS}]")
_BLANK = re.compile(r"\s*")
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


class _Stretch(Protocol):
    """What has a beginning and an end in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Stretch)
_Kept = tuple[Kind, int | None, int | None]


@frozen
class _Sorted(Generic[S]):
    """Stretches of text in its order, to be found by their places; none of them overlap."""

    values: tuple[S, ...]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [each.start for each in self.values]

    def number_from(self, at: int) -> int:
        """Return the number of the first that begins at a character or after it."""
        return bisect_left(self._starts, at)

    def first_from(self, at: int) -> S | None:
        """Return the first that begins at a character or after it."""
        found = self.number_from(at)
        return self.values[found] if found < len(self.values) else None

    def within(self, start: int, end: int) -> Iterator[S]:
        """Yield those that begin in a stretch of text."""
        for at in range(self.number_from(start), len(self.values)):
            if self.values[at].start >= end:
                return
            yield self.values[at]

    def around(self, at: int) -> S | None:
        """Return the one in which a character stands."""
        found = self.number_from(at + 1) - 1
        return self.values[found] if found >= 0 and at < self.values[found].end else None


@frozen
class Sentence:
    """A sentence that is counted: 一是.

    Attributes:
        number: its number.
        numeral: the number as printed.
        start: where it begins.
        end: where its number ends.
        box: the line of the box in which it stands; None outside of boxes.
    """

    number: int
    numeral: str
    start: int
    end: int
    box: int | None


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
    _meant: dict[object, Heading | None] = field(factory=dict, repr=False, eq=False)

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

    # What is asked of a place is looked up in sequences that are in the order of the text, so that a text of
    # twice the length takes twice the time: it is asked for every number that is printed.

    @cached_property
    def _headings_by_number(self) -> Mapping[_Kept, _Sorted[Heading]]:
        """The headings by their kind, the line of their box, and their number; None for any number."""
        found: dict[_Kept, list[Heading]] = {}
        for each in self.headings:
            found.setdefault((each.kind, each.box, each.number), []).append(each)
            found.setdefault((each.kind, each.box, None), []).append(each)
        return {key: _Sorted(tuple(each)) for key, each in found.items()}

    def headings_in(
        self, spans: Sequence[Span], kind: Kind, box: int | None, number: int | None = None
    ) -> list[Heading]:
        """Return the headings of a kind that begin in some stretches of text, there or in a box."""
        alike = self._headings_by_number.get((kind, box, number))
        return [] if alike is None else [each for start, end in spans for each in alike.within(start, end)]

    def heading_in(
        self, spans: tuple[Span, ...], kind: Kind, box: int | None, number: int | None
    ) -> Heading | None:
        """Return the heading that a number means in some stretches of text.

        A table of contents has the same headings with nothing under them; of items, the first are meant.
        """
        asked = (spans, kind, box, number)
        if asked not in self._meant:
            found = self.headings_in(spans, kind, box, number)
            longest = max(found, key=lambda each: each.end - each.start, default=None)
            self._meant[asked] = found[0] if found and kind in ITEMS else longest
        return self._meant[asked]

    @cached_property
    def _above(self) -> tuple[Sequence[int], Sequence[tuple[Heading, ...]]]:
        """Where headings begin or end, and those under which the text stands from there on."""
        begins = {each.start: each for each in self.headings}
        ends: dict[int, list[Heading]] = {}
        for each in self.headings:
            ends.setdefault(each.end, []).append(each)
        edges = sorted({*begins, *ends})
        there: list[tuple[Heading, ...]] = []
        now: tuple[Heading, ...] = ()
        for edge in edges:
            now = tuple(each for each in now if each.end > edge)
            if edge in begins and begins[edge].end > edge:
                now = (*now, begins[edge])
            there.append(now)
        return edges, there

    def headings_above(self, at: int) -> tuple[Heading, ...]:
        """Return the headings under which a character stands, in the order of the text."""
        edges, there = self._above
        found = bisect_right(edges, at) - 1
        return there[found] if found >= 0 else ()

    @cached_property
    def _boxes(self) -> _Sorted[Heading]:
        """The boxes, each without what stands in one that began before it."""
        found: list[Heading] = []
        until = 0
        for each in self.headings:
            if each.kind is Kind.BOX and each.end > until:
                found.append(evolve(each, start=max(each.start, until)))
                until = each.end
        return _Sorted(tuple(found))

    @cached_property
    def _tables_by_place(self) -> _Sorted[PrintedTable]:
        return _Sorted(self.tables)

    @cached_property
    def _paragraphs_by_place(self) -> _Sorted[Paragraph]:
        return _Sorted(self.paragraphs)

    def box_of(self, at: int) -> int | None:
        """Return the line of the box in which a character stands; None outside of boxes."""
        box = self._boxes.around(at)
        return None if box is None else box.line

    def table_at(self, at: int) -> PrintedTable | None:
        """Return the table in which a character stands."""
        return self._tables_by_place.around(at)

    def table_under(self, heading: Heading) -> PrintedTable | None:
        """Return the table under a heading."""
        return next(iter(self._tables_by_place.within(heading.start, heading.end)), None)

    def tables_in(self, spans: Sequence[Span]) -> list[PrintedTable]:
        """Return the tables that begin in some stretches of text."""
        return [each for start, end in spans for each in self._tables_by_place.within(start, end)]

    def table_right_below(self, paragraph: Paragraph) -> PrintedTable | None:
        """Return the table that follows a paragraph with nothing between them."""
        table = self._tables_by_place.first_from(paragraph.end)
        if table is None or not _BLANK.fullmatch(self.text.text, paragraph.end, table.start):
            return None
        return table

    def paragraph_at(self, at: int) -> Paragraph | None:
        """Return the paragraph in which a character stands."""
        return self._paragraphs_by_place.around(at)

    def paragraph_before(self, at: int) -> Paragraph | None:
        """Return the last paragraph that begins before a character."""
        found = self._paragraphs_by_place.number_from(at) - 1
        return self.paragraphs[found] if found >= 0 else None

    def numbers_in(self, start: int, end: int) -> range:
        """Return the numbers of the paragraphs of a stretch of text."""
        first = max(0, self._paragraphs_by_place.number_from(start + 1) - 1)
        if first < len(self.paragraphs) and self.paragraphs[first].end <= start:
            first += 1
        return range(first, max(first, self._paragraphs_by_place.number_from(end)))

    def paragraphs_in(self, spans: Sequence[Span]) -> list[Paragraph]:
        """Return the paragraphs of some stretches of text."""
        return [self.paragraphs[at] for start, end in spans for at in self.numbers_in(start, end)]

    def opened_by(self, words: str) -> Sequence[Opening]:
        """Return where some words begin a paragraph, or what stands after its number."""
        return self._opened.with_words(words)

    @cached_property
    def _opened(self) -> Openings:
        return Openings.of(
            self.text,
            (
                Opening(self.box_of(each.start) is not None, number, at, each.end)
                for number, each in enumerate(self.paragraphs)
                for at in self.openings(each)
            ),
        )

    def begun_by(self, words: str) -> Sequence[Opening]:
        """Return where some words begin a sentence within a paragraph."""
        return self._begun.with_words(words)

    @cached_property
    def _begun(self) -> Openings:
        return Openings.of(
            self.text,
            (
                Opening(self.box_of(each.start) is not None, number, stop.end(), each.end)
                for number, each in enumerate(self.paragraphs)
                for stop in _SENTENCE_END.finditer(self.text.text, each.start, each.end)
            ),
        )

    @cached_property
    def _titles_of_tables(self) -> tuple[str, Sequence[tuple[str, Paragraph, PrintedTable]]]:
        """The tables with the paragraphs above them and what these say, and all that they say."""
        said: dict[int, str] = {}
        titled: list[tuple[str, Paragraph, PrintedTable]] = []
        for table in self.tables:
            above = self.paragraph_before(table.start)
            if above is not None:
                if above.start not in said:
                    said[above.start] = key_of(self.said(above))
                titled.append((said[above.start], above, table))
        return "\n".join(said.values()), titled

    def tables_titled(self, title: str) -> Iterator[tuple[Paragraph, PrintedTable]]:
        """Yield the tables below a paragraph in which a title stands."""
        everything, titled = self._titles_of_tables
        if title in everything:
            yield from ((above, table) for key, above, table in titled if title in key)

    @cached_property
    def _sentences(self) -> _Sorted[Sentence]:
        marks = _SENTENCE.finditer(self.text.text)
        return _Sorted(
            tuple(
                Sentence(number_of(mark[1]), mark[1], mark.start(), mark.end(), self.box_of(mark.start()))
                for mark in marks
            )
        )

    @cached_property
    def _sentences_by_number(self) -> Mapping[tuple[int | None, int | None], _Sorted[Sentence]]:
        """The sentences that are counted, by the line of their box and their number; None for any number."""
        found: dict[tuple[int | None, int | None], list[Sentence]] = {}
        for each in self._sentences.values:
            found.setdefault((each.box, each.number), []).append(each)
            found.setdefault((each.box, None), []).append(each)
        return {key: _Sorted(tuple(each)) for key, each in found.items()}

    def sentences_in(
        self, spans: Sequence[Span], box: int | None, number: int | None = None
    ) -> Iterator[Sentence]:
        """Yield the sentences that are counted in some stretches of text, outside of boxes or in one."""
        alike = self._sentences_by_number.get((box, number))
        if alike is not None:
            for start, end in spans:
                yield from (each for each in alike.within(start, end) if each.end <= end)

    def sentence_at(self, at: int, paragraph: Paragraph) -> Sentence | None:
        """Return the last sentence that is counted and begins in a paragraph up to a character."""
        found = self._sentences.number_from(at + 1) - 1
        sentence = self._sentences.values[found] if found >= 0 else None
        return sentence if sentence is not None and sentence.start >= paragraph.start else None

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

    def last_title_in(self, start: int, end: int) -> Paragraph | None:
        """Return the last heading without a number of a stretch of text."""
        numbers = self.numbers_in(start, end)
        last = self._last_title[numbers[-1]] if numbers else None
        return self.paragraphs[last] if last is not None and last in numbers else None

    @cached_property
    def _last_title(self) -> Sequence[int | None]:
        """For each paragraph, the number of the last heading without a number up to it."""
        found: list[int | None] = []
        last: int | None = None
        for at, each in enumerate(self.paragraphs):
            last = at if self.is_title(each) else last
            found.append(last)
        return found

    def end_of_title(self, title: Paragraph, end: int) -> int:
        """Return where what stands under a heading without a number ends, at the latest at `end`."""
        return min(end, self._ends_of_titles[self._paragraphs_by_place.number_from(title.start)])

    @cached_property
    def _ends_of_titles(self) -> Sequence[int]:
        """For each paragraph, where what stands under it would end if it were a heading without a number.

        One such heading right below another, with nothing between them, stands under it.
        """
        whole = len(self.text.text)
        ends: list[int] = []
        # From the last to the first: where the next numbered heading begins, where the next one without a
        # number begins, and where the first of those begins that something else precedes.
        numbered = title = title_below = whole
        for each in reversed(self.paragraphs):
            ends.append(min(numbered, title_below))
            heading = self.heading_at.get(each.line)
            if heading is not None and heading.kind not in ITEMS:
                numbered = each.start
            if self.is_title(each):
                title = each.start
            else:
                title_below = title
        return ends[::-1]

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
