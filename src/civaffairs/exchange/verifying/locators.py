"""What a locator means in a document, and how a place of a document is written as a locator.

A locator names a place from the outside in, its steps separated by spaces: `第一章第一节(五)`,
`三(二)2 三是`, `专栏二 5`, `表1 序号7① 2020实际`, `名词解释 2`, `一(一) 养老事业稳步发展`. Every step is
looked for inside what the step before it found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from attrs import evolve, field, frozen

from civaffairs.exchange.verifying.folding import folded, key_of
from civaffairs.exchange.verifying.headings import ITEMS, Heading, Kind
from civaffairs.exchange.verifying.numerals import SIGNS, number_of, numeral_of
from civaffairs.exchange.verifying.openings import Opening
from civaffairs.exchange.verifying.outline import Outline, Paragraph
from civaffairs.exchange.verifying.printed_tables import PrintedRow, PrintedTable, Span

_N = f"[{SIGNS}]+"
_STEP = re.compile(
    rf"第(?P<ordinal>{_N}|\d{{1,3}})(?P<unit>[章节条款项])"
    rf"|专栏\s*(?P<box>{_N}|\d{{1,3}})|附?表\s*(?P<table>{_N}|\d{{1,3}})"
    rf"|\((?P<bracket>{_N})\)|\((?P<paren>\d{{1,3}})\)"
    rf"|(?P<sentence>{_N})是|(?P<big>{_N})|(?P<item>\d{{1,3}})(?!\d)|(?P<word>名词解释|全文|前言)"
)
_KINDS = {
    "box": Kind.BOX,
    "table": Kind.TABLE,
    "bracket": Kind.BRACKET,
    "paren": Kind.PAREN,
    "big": Kind.BIG,
    "item": Kind.ITEM,
}
_UNITS = {"章": Kind.CHAPTER, "节": Kind.SECTION, "条": Kind.ARTICLE, "项": Kind.BRACKET}
_ROW = re.compile(r"序号(\d{1,3}[①-⑳]?)(?:\(.*\))?")
_MOST_NEAR = 12
_ALIKE = 0.3


@frozen
class Place:
    """Where a locator leads.

    Attributes:
        spans: the stretches of text that it means.
        box: the line of the box in which it lies; None outside of boxes.
        table: the table in which it lies; None outside of tables.
        row: the row in which it lies.
    """

    spans: tuple[Span, ...]
    box: int | None = None
    table: PrintedTable | None = field(default=None, repr=False)
    row: PrintedRow | None = field(default=None, repr=False)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1][1]

    @property
    def width(self) -> int:
        """How much text it holds."""
        return sum(end - start for start, end in self.spans)

    def holds(self, at: int) -> bool:
        """Whether a character stands in it."""
        return any(start <= at < end for start, end in self.spans)


@frozen
class Unresolved:
    """A locator that leads nowhere.

    Attributes:
        step: the first step that is not found.
        near: what the text has instead.
    """

    step: str
    near: tuple[str, ...]


def whole_of(outline: Outline) -> Place:
    """Return the place that is the whole document."""
    return Place(((0, len(outline.text.text)),))


def resolve(outline: Outline, locator: str) -> Place | Unresolved:
    r"""Return the place that a locator means, or the first of its steps that the text does not have.

    Example:
        >>> plan = Outline.of("一、现状\n养老稳步发展。床位32张。\n二、任务\n增加床位50张。")
        >>> place = resolve(plan, "一 养老稳步发展")
        >>> plan.text.text[place.start : place.end]
        '养老稳步发展。床位32张。'
        >>> resolve(plan, "三").near
        ('一', '二')
    """
    steps = folded(locator).split()
    place = whole_of(outline)
    at = 0
    while at < len(steps):
        taken, found = _Walk(outline, place).step(steps[at:])
        if isinstance(found, Unresolved):
            return found
        place = found
        at += taken
    return place


def locator_of(outline: Outline, at: int) -> str:
    r"""Return the place of a character in the form of a locator, which leads back to it.

    Example:
        >>> plan = Outline.of("一、现状\n养老稳步发展。床位32张。")
        >>> locator_of(plan, 13)
        '一 养老稳步发展'
    """
    locator = " ".join(filter(None, _steps(outline, at)))
    # Opening words may be those of another paragraph, too; then the place around them is named.
    while locator:
        place = resolve(outline, locator)
        if isinstance(place, Place) and place.holds(at):
            return locator
        locator = locator.rpartition(" ")[0]
    return "全文"


@frozen
class _Walk:
    """Follows the steps of a locator from a place."""

    outline: Outline
    place: Place

    def step(self, steps: Sequence[str]) -> tuple[int, Place | Unresolved]:
        """Follow the first of the steps; return how many were taken, and where they lead."""
        row = _ROW.fullmatch(steps[0])
        if row:
            return 1, self._row(steps[0], row[1])
        if self.place.row is not None and self.place.table is not None:
            return len(steps), self._column("".join(steps), self.place.table, self.place.row)
        parts = _parts_of(steps[0])
        if parts is None:
            return self._words(steps)
        place = self.place
        for part in parts:
            found = _Walk(self.outline, place)._numbered(part)  # noqa: SLF001 - its own kind
            if isinstance(found, Unresolved):
                return 1, found
            place = found
        return 1, place

    def _row(self, step: str, number: str) -> Place | Unresolved:
        tables = self.outline.tables_in(self.place.spans)
        for table in tables:
            row = table.row(number)
            if row is not None:
                return Place(((row.start, row.end),), self.place.box, table, row)
        return Unresolved(step, tuple(f"序号{row.number}" for table in tables for row in table.rows)[-4:])

    def _column(self, heading: str, table: PrintedTable, row: PrintedRow) -> Place | Unresolved:
        spans = table.cells(row, heading)
        if spans is None:
            return Unresolved(heading, table.columns or table.headings)
        return evolve(self.place, spans=spans)

    def _numbered(self, part: re.Match[str]) -> Place | Unresolved:
        kind, numeral = part.lastgroup or "", part[part.lastgroup or 0]
        if kind == "sentence":
            return self._sentence(part[0], number_of(numeral))
        if numeral == "全文":
            return whole_of(self.outline)
        if numeral == "前言":
            return evolve(self.place, spans=((self.place.start, self.outline.start_of_text),))
        if kind == "word":
            return self._under(part[0], Kind.NOTES, None)
        if numeral == "款":
            return self._part_of_article(part[0], number_of(part["ordinal"]))
        if kind == "unit":
            return self._under(part[0], _UNITS[numeral], number_of(part["ordinal"]))
        return self._under(part[0], _KINDS[kind], number_of(numeral))

    def _under(self, step: str, kind: Kind, number: int | None) -> Place | Unresolved:
        found = self.outline.heading_in(self.place.spans, kind, self.place.box, number)
        if found is None:
            there = self.outline.headings_in(self.place.spans, kind, self.place.box)
            return Unresolved(step, tuple(dict.fromkeys(each.mark for each in there))[:_MOST_NEAR])
        return self._of_heading(found)

    def _of_heading(self, heading: Heading) -> Place:
        return Place(
            ((heading.start, min(heading.end, self.place.end)),),
            heading.line if heading.kind is Kind.BOX else self.place.box,
            self.outline.table_under(heading) if heading.kind is Kind.TABLE else None,
        )

    def _sentence(self, step: str, number: int) -> Place | Unresolved:
        outline, spans, box = self.outline, self.place.spans, self.place.box
        found = next(outline.sentences_in(spans, box, number), None)
        if found is None:
            marks = (f"{numeral_of(each.number)}是" for each in outline.sentences_in(spans, box))
            return Unresolved(step, tuple(marks)[:_MOST_NEAR])
        below = [(max(start, found.end), end) for start, end in spans if end > found.end]
        following = next(outline.sentences_in(below, box), None)
        if following is not None and following.number == number + 1:
            return evolve(self.place, spans=((found.start, following.start),))
        paragraph = outline.paragraph_at(found.start)
        end = self.place.end if paragraph is None else min(self.place.end, paragraph.end)
        return evolve(self.place, spans=((found.start, end),))

    def _part_of_article(self, step: str, number: int) -> Place | Unresolved:
        heading_at = self.outline.heading_at
        parts = [
            each
            for each in self._paragraphs()
            if each.line not in heading_at or heading_at[each.line].kind is Kind.ARTICLE
        ]
        if not 0 < number <= len(parts):
            return Unresolved(step, tuple(f"第{numeral_of(at + 1)}款" for at in range(len(parts))))
        end = parts[number].start if number < len(parts) else self.place.end
        return evolve(self.place, spans=((parts[number - 1].start, end),))

    def _words(self, steps: Sequence[str]) -> tuple[int, Place | Unresolved]:
        """Look for opening words; as many steps as fit are words of one opening."""
        for count in range(len(steps), 0, -1):
            found = self._opens("".join(steps[:count]))
            if found is not None:
                return count, found
        return 1, Unresolved(steps[0], self._nearest(steps[0]))

    def _opens(self, words: str) -> Place | None:
        """The paragraph, else the table, else the sentence that some words open."""
        words = words.lstrip("-")
        title = key_of(words).removesuffix("表")
        if not title:
            return None
        # The line of a heading that the step before has found is meant only where nothing else is.
        opened = self._first(self.outline.opened_by(words), own_last=True)
        if opened is not None:
            return self._from(self.outline.paragraphs[opened.paragraph])
        for above, table in self.outline.tables_titled(title):
            if self._overlaps(above) and self.place.holds(table.start):
                return Place(((above.start, table.end),), self.place.box, table)
        begun = self._first(self.outline.begun_by(words), own_last=False)
        return None if begun is None else evolve(self.place, spans=((begun.start, begun.end),))

    def _first(self, openings: Sequence[Opening], *, own_last: bool) -> Opening | None:
        """The first of some openings in the place, those of its own first paragraph perhaps last."""
        own: Opening | None = None
        for each in self._in_place(openings):
            if not own_last or self.outline.paragraphs[each.paragraph].start != self.place.start:
                return each
            own = own or each
        return own

    def _in_place(self, openings: Sequence[Opening]) -> Iterator[Opening]:
        for boxed in (False, True):
            for start, end in self.place.spans:
                numbers = self.outline.numbers_in(start, end)
                first = bisect_left(openings, Opening(boxed, numbers.start, 0, 0))
                last = bisect_left(openings, Opening(boxed, numbers.stop, 0, 0))
                yield from (openings[at] for at in range(first, last))

    def _overlaps(self, paragraph: Paragraph) -> bool:
        return any(start < paragraph.end and paragraph.start < end for start, end in self.place.spans)

    def _from(self, paragraph: Paragraph) -> Place:
        """What stands under opening words: the paragraph, or all that is below a heading."""
        outline = self.outline
        heading = outline.heading_at.get(paragraph.line)
        is_item = heading is not None and heading.kind is Kind.ITEM
        if heading is not None and not (is_item and not paragraph.titled and self.place.box is None):
            return self._of_heading(heading)
        if not paragraph.titled:
            return evolve(self.place, spans=((paragraph.start, paragraph.end),))
        table = outline.table_right_below(paragraph)
        if table is not None:
            return Place(((paragraph.start, table.end),), self.place.box, table)
        end = outline.end_of_title(paragraph, self.place.end)
        return evolve(self.place, spans=((paragraph.start, end),))

    def _paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the place; those in boxes come last, unless it lies in one itself."""
        there = self.outline.paragraphs_in(self.place.spans)
        if self.place.box is not None:
            return there
        return sorted(there, key=lambda each: self.outline.box_of(each.start) is not None)

    def _nearest(self, words: str) -> tuple[str, ...]:
        """The opening words in the place that are most like some words."""
        key = key_of(words)
        matcher = SequenceMatcher(autojunk=False, b=key)
        rated = []
        for opening in dict.fromkeys(self.outline.opening(each) for each in self._paragraphs()):
            matcher.set_seq1(key_of(opening)[: len(key) + 4])
            rated.append((matcher.ratio(), opening))
        rated.sort(key=lambda pair: -pair[0])
        return tuple(opening for ratio, opening in rated[:3] if ratio > _ALIKE)


def _parts_of(step: str) -> list[re.Match[str]] | None:
    """The numbered steps that are run together in one, or None where it is made of words."""
    found: list[re.Match[str]] = []
    at = 0
    while at < len(step):
        part = _STEP.match(step, at)
        if part is None:
            return None
        found.append(part)
        at = part.end()
    return found


def _steps(outline: Outline, at: int) -> Iterator[str]:
    """The steps to a character, some of them empty."""
    box = outline.box_of(at)
    above = outline.headings_above(at)
    numbered = [each for each in above if each.kind not in (Kind.BOX, Kind.TABLE)]
    yield "".join(
        f"{each.mark} " if each.kind is Kind.NOTES else each.mark
        for each in numbered
        # A box belongs to the section; that it follows one of its items says nothing.
        if each.box is None and (box is None or each.kind not in ITEMS)
    ).strip()
    yield from (each.mark for each in above if each.kind is Kind.BOX)
    yield from (each.mark for each in numbered if each.box is not None)
    table = outline.table_at(at)
    if table is None:
        yield from _steps_in_text(outline, at, max((each.start for each in above), default=0))
        return
    yield from _steps_to_table(outline, table, [each for each in above if each.kind is Kind.TABLE])
    row = table.row_at(at)
    if row is not None:
        yield f"序号{row.number}"
        if len(row.values) == len(table.columns):
            cells = zip(table.columns, row.values, strict=True)
            yield from (column for column, (start, end) in cells if start <= at < end)


def _steps_to_table(outline: Outline, table: PrintedTable, headings: Sequence[Heading]) -> Iterator[str]:
    title = outline.paragraph_before(table.start)
    if headings:
        yield headings[-1].mark
    elif title is not None and outline.is_title(title):
        yield re.sub(r"\s", "", outline.said(title))


def _steps_in_text(outline: Outline, at: int, start: int) -> Iterator[str]:
    """The steps from a numbered heading to a character: a heading without a number, opening words, 一是."""
    paragraph = outline.paragraph_at(at)
    if paragraph is None:
        return
    if outline.box_of(at) is None:
        title = outline.last_title_in(start, paragraph.start)
        if title is not None and outline.end_of_title(title, paragraph.end) > at:
            yield _opening_step(outline, title)
    sentence = outline.sentence_at(at, paragraph)
    begins = sentence is not None and outline.sentence_at(paragraph.start, paragraph) is not None
    if paragraph.line not in outline.heading_at and not begins:
        yield _opening_step(outline, paragraph)
    if sentence is not None:
        yield f"{sentence.numeral}是"


def _opening_step(outline: Outline, paragraph: Paragraph) -> str:
    """The opening words as a step; none where they would be read as a number."""
    words = outline.opening(paragraph)
    return "" if _parts_of(words) is not None else words
