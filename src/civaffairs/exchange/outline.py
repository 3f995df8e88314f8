"""The text of a document → its places: chapters, boxes, tables, paragraphs, and what a locator means.

A locator names a place from the outside in, its steps separated by spaces: `第一章第一节(五)`, `三(二)2 三是`,
`专栏二 5`, `表1 序号7① 2020实际`, `名词解释 2`, `一(一) 养老事业稳步发展`. Every step is looked for inside what the
step before it found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property

from attrs import evolve, field, frozen

from civaffairs.exchange.folding import Folded, folded, key_of
from civaffairs.exchange.numerals import SIGNS, number_of, numeral_of
from civaffairs.exchange.printed_tables import Line, PrintedRow, PrintedTable, Span, tables_in

_N = f"[{SIGNS}]+"
_LONGEST_HEADING = 60


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


_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.NOTES, re.compile(r"(?:名\s*词|名词术语)(?:解\s*释|注\s*释)$")),
    (Kind.CHAPTER, re.compile(rf"第\s*({_N}|\d{{1,3}})\s*章")),
    (Kind.SECTION, re.compile(rf"第\s*({_N}|\d{{1,3}})\s*节")),
    (Kind.ARTICLE, re.compile(rf"第\s*({_N}|\d{{1,3}})\s*条(?!例)")),
    (Kind.BIG, re.compile(rf"({_N})\s*、")),
    (Kind.BRACKET, re.compile(rf"\(\s*({_N})\s*\)")),
    (Kind.ITEM, re.compile(r"(\d{1,3})\s*(?:[、]|\.(?!\d)|\.(?=\d{4}\s*年))")),
    (Kind.PAREN, re.compile(r"\(\s*(\d{1,3})\s*\)")),
    (Kind.BOX, re.compile(rf"专\s*栏\s*({_N}|\d{{1,3}})")),
    (Kind.TABLE, re.compile(rf"附?\s*表\s*({_N}|\d{{1,3}})")),
)
# A number, a space and a short heading, as newspapers print it.
_LOOSE_ITEM = re.compile(r"(\d{1,2})\s+(?=[\u4e00-\u9fff“])")
_BOUND = frozenset([Kind.NOTES, Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.BIG, Kind.BRACKET])
_MAIN = (*_BOUND, Kind.ITEM, Kind.PAREN)
_LEADERS = re.compile(r"(?:…|\.{4,}|·{3,}|-{6,}|_{4,}|(?:\. ){3,})\s*(\d{1,3})?\s*$")
_STOP = "。;!?"
_SENTENCE = re.compile(rf"(?:^|(?<=[{_STOP}:,”\s]))({_N})是")
_SENTENCE_END = re.compile(rf"[{_STOP}]")
_DASHES = re.compile(r"-{1,2}\s*")
_PREFIX = re.compile(rf"-+|(?:{_N})是(?:要)?|[①-⑳]")
_STEP = re.compile(
    rf"第({_N}|\d{{1,3}})([章节条款项])|(专栏|附?表)\s*({_N}|\d{{1,3}})|\(({_N})\)|\((\d{{1,3}})\)"
    rf"|({_N})是|({_N})|(\d{{1,3}})(?!\d)|(名词解释|全文|前言)"
)
_ROW_STEP = re.compile(r"序号(\d{1,3}[①-⑳]?)(?:\(.*\))?")


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


@frozen
class Paragraph:
    """A paragraph.

    Attributes:
        start: where it begins.
        end: where it ends.
        line: the index of its first line.
        titled: whether it is a heading without a number.
    """

    start: int
    end: int
    line: int
    titled: bool


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
    table: PrintedTable | None = None
    row: PrintedRow | None = None

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
        """Read the places of a text.

        Example:
            >>> plan = Outline.of("一、现状\\n养老稳步发展。床位32张。\\n二、任务\\n养老增加床位50张。")
            >>> place = plan.resolve("一 养老稳步发展")
            >>> plan.text.text[place.start : place.end]
            '养老稳步发展。床位32张。'
            >>> plan.resolve("三").near
            ('一', '二')
        """
        text = Folded.of(original)
        lines = tuple(_lines(text.text))
        contents = frozenset(at for at, line in enumerate(lines) if _LEADERS.search(line.text))
        marks = {at: found for at, line in enumerate(lines) if (found := _heading(line, at)) is not None}
        for at in contents:
            marks.pop(at, None)
        outside = [
            at in contents or (at in marks and marks[at].kind in (*_BOUND, Kind.BOX, Kind.TABLE))
            for at in range(len(lines))
        ]
        tables = tables_in(lines, outside)
        inside = {at for table in tables for at in range(table.first, table.last)}
        headings = _nested([mark for at, mark in marks.items() if at not in inside], lines, tables)
        numbered = {heading.line for heading in headings}
        paragraphs = tuple(_paragraphs(lines, inside | contents, numbered))
        return cls(text, lines, contents, headings, tables, paragraphs)

    @property
    def whole(self) -> Place:
        """The whole document."""
        return Place(((0, len(self.text.text)),))

    def words(self, place: Place) -> str:
        """Return the text of a place."""
        return "\n".join(self.text.text[start:end] for start, end in place.spans)

    def resolve(self, locator: str) -> Place | Unresolved:
        """Return the place that a locator means, or the first of its steps that the text does not have."""
        steps = folded(locator).split()
        place = self.whole
        at = 0
        while at < len(steps):
            taken, found = self._step(steps[at:], place)
            if isinstance(found, Unresolved):
                return found
            place = found
            at += taken
        return place

    def _step(self, steps: Sequence[str], place: Place) -> tuple[int, Place | Unresolved]:
        """Follow the first of the steps; return how many were taken, and where they lead."""
        first = steps[0]
        numbered = _ROW_STEP.fullmatch(first)
        if numbered:
            return 1, self._row(first, numbered[1], place)
        if place.row is not None and place.table is not None:
            heading = "".join(steps)
            spans = place.table.cells(place.row, heading)
            if spans is None:
                return 1, Unresolved(heading, place.table.columns or place.table.headings)
            return len(steps), evolve(place, spans=spans)
        parts = _parts_of(first)
        if parts is None:
            return self._opening(steps, place)
        for part in parts:
            found = self._numbered(part, place)
            if isinstance(found, Unresolved):
                return 1, found
            place = found
        return 1, place

    def _row(self, step: str, number: str, place: Place) -> Place | Unresolved:
        tables = [table for table in self.tables if place.holds(table.start)]
        for table in tables:
            row = table.row(number)
            if row is not None:
                return Place(((row.start, row.end),), place.box, table, row)
        return Unresolved(step, tuple(row.number for table in tables for row in table.rows)[-4:])

    def _numbered(self, part: re.Match[str], place: Place) -> Place | Unresolved:
        ordinal, unit, named, named_number, bracket, paren, sentence, big, item, word = part.groups()
        if sentence:
            return self._sentence(part[0], number_of(sentence), place)
        if word == "全文":
            return self.whole
        if word == "前言":
            end = min((each.start for each in self.headings if each.kind in _BOUND), default=place.end)
            return evolve(place, spans=((place.start, end),))
        if unit == "款":
            return self._part_of_article(part[0], number_of(ordinal), place)
        if word:
            return self._under(part[0], Kind.NOTES, None, place)
        kinds = {"章": Kind.CHAPTER, "节": Kind.SECTION, "条": Kind.ARTICLE, "项": Kind.BRACKET}
        if unit:
            return self._under(part[0], kinds[unit], number_of(ordinal), place)
        if named:
            kind = Kind.BOX if named == "专栏" else Kind.TABLE
            return self._under(part[0], kind, number_of(named_number), place)
        for numeral, kind in (
            (bracket, Kind.BRACKET), (paren, Kind.PAREN), (big, Kind.BIG), (item, Kind.ITEM),
        ):  # fmt: skip
            if numeral:
                return self._under(part[0], kind, number_of(numeral), place)
        return Unresolved(part[0], ())

    def _under(self, step: str, kind: Kind, number: int | None, place: Place) -> Place | Unresolved:
        there = [each for each in self._alike.get((kind, place.box), ()) if place.holds(each.start)]
        found = [each for each in there if number is None or each.number == number]
        if not found:
            return Unresolved(step, tuple(dict.fromkeys(each.mark for each in there))[:12])
        # A table of contents has the same headings with nothing under them; of items, the first ones are meant.
        heading = found[0] if kind in (Kind.ITEM, Kind.PAREN) else max(found, key=lambda h: h.end - h.start)
        return Place(
            ((heading.start, heading.end),),
            heading.line if kind is Kind.BOX else place.box,
            self._table_at(heading) if kind is Kind.TABLE else None,
        )

    def _table_at(self, heading: Heading) -> PrintedTable | None:
        return next((each for each in self.tables if heading.start <= each.start < heading.end), None)

    def _sentence(self, step: str, number: int, place: Place) -> Place | Unresolved:
        marks = [
            (number_of(mark[1]), mark.start(1))
            for start, end in place.spans
            for mark in _SENTENCE.finditer(self.text.text, start, end)
            if self._box_of(mark.start(1)) == place.box
        ]
        for at, (found, start) in enumerate(marks):
            if found != number:
                continue
            following, next_start = marks[at + 1] if at + 1 < len(marks) else (None, place.end)
            end = next_start if following == number + 1 else self._paragraph_end(start, place.end)
            return evolve(place, spans=((start, end),))
        return Unresolved(step, tuple(f"{numeral_of(found)}是" for found, _ in marks)[:12])

    def _part_of_article(self, step: str, number: int, place: Place) -> Place | Unresolved:
        bracketed = {each.line for each in self.headings if each.kind in (Kind.BRACKET, Kind.PAREN)}
        parts = [each for each in self._within(place) if each.line not in bracketed]
        if number > len(parts):
            return Unresolved(step, tuple(f"第{numeral_of(at + 1)}款" for at in range(len(parts))))
        end = parts[number].start if number < len(parts) else place.end
        return evolve(place, spans=((parts[number - 1].start, end),))

    def _opening(self, steps: Sequence[str], place: Place) -> tuple[int, Place | Unresolved]:
        """Look for opening words; as many steps as fit are words of one opening."""
        for count in range(len(steps), 0, -1):
            found = self._opens("".join(steps[:count]), place)
            if found is not None:
                return count, found
        return 1, Unresolved(steps[0], self._nearest(steps[0], place))

    def _opens(self, words: str, place: Place) -> Place | None:
        words = _DASHES.sub("", words, count=1) if words.startswith("-") else words
        # The line of a heading that the step before has found is meant only where nothing else is.
        there = sorted(self._within(place), key=lambda each: each.start == place.start)
        for each in there:
            if any(self.text.begins(words, at, each.end) for at in self._openings(each)):
                return self._from(each, place)
        title = key_of(words).removesuffix("表")
        there.sort(key=lambda each: each.start)
        for table in self.tables:
            above = next((each for each in reversed(there) if each.end <= table.start), None)
            if above is not None and place.holds(table.start) and title in key_of(self._said(above)):
                return Place(((above.start, table.end),), place.box, table)
        for each in there:
            for stop in _SENTENCE_END.finditer(self.text.text, each.start, each.end):
                if self.text.begins(words, stop.end(), each.end):
                    return evolve(place, spans=((stop.end(), each.end),))
        return None

    def _from(self, paragraph: Paragraph, place: Place) -> Place:
        """What stands under the opening words of a paragraph: the paragraph, or all below a heading."""
        numbered = self._heading_at.get(paragraph.line)
        if numbered is not None and (numbered.kind is not Kind.ITEM or paragraph.titled or place.box):
            return Place(
                ((numbered.start, min(numbered.end, place.end)),),
                numbered.line if numbered.kind is Kind.BOX else place.box,
                self._table_at(numbered) if numbered.kind is Kind.TABLE else None,
            )
        if not paragraph.titled:
            return evolve(place, spans=((paragraph.start, paragraph.end),))
        table = next((each for each in self.tables if self._follows(paragraph, each)), None)
        if table is not None:
            return Place(((paragraph.start, table.end),), place.box, table)
        return evolve(place, spans=((paragraph.start, self._end_of_title(paragraph, place.end)),))

    def _follows(self, title: Paragraph, table: PrintedTable) -> bool:
        """Whether a table comes directly after its title."""
        return title.end <= table.start and not self.text.text[title.end : table.start].strip()

    def _end_of_title(self, title: Paragraph, end: int) -> int:
        below = [each for each in self.paragraphs if title.end <= each.start < end]
        begun = False
        for each in below:
            heading = self._heading_at.get(each.line)
            if heading is not None and heading.kind not in (Kind.ITEM, Kind.PAREN):
                return each.start
            if each.titled and heading is None:
                if begun:
                    return each.start
            else:
                begun = True
        return end

    def _openings(self, paragraph: Paragraph) -> Iterator[int]:
        """Where the words of a paragraph may be said to begin: at once, after its number, after 一是."""
        yield paragraph.start
        heading = self._heading_at.get(paragraph.line)
        start = heading.body if heading is not None else paragraph.start
        if heading is not None:
            yield start
        prefix = _PREFIX.match(self.text.text, start, paragraph.end)
        if prefix:
            yield prefix.end()

    def _within(self, place: Place) -> list[Paragraph]:
        """The paragraphs of a place; those in boxes come last, unless it lies in one itself."""
        there: list[Paragraph] = []
        for start, end in place.spans:
            first = max(0, bisect_right(self._paragraph_starts, start) - 1)
            last = bisect_left(self._paragraph_starts, end)
            there += [each for each in self.paragraphs[first:last] if start < each.end]
        return sorted(there, key=lambda each: place.box is None and self._box_of(each.start) is not None)

    def _said(self, paragraph: Paragraph) -> str:
        return self.text.text[paragraph.start : paragraph.end]

    def _nearest(self, words: str, place: Place) -> tuple[str, ...]:
        key = key_of(words)
        openings = [self.opening(each) for each in self._within(place)]
        matcher = SequenceMatcher(autojunk=False, b=key)
        rated = []
        for opening in dict.fromkeys(openings):
            matcher.set_seq1(key_of(opening)[: len(key) + 4])
            rated.append((matcher.ratio(), opening))
        rated.sort(key=lambda pair: -pair[0])
        return tuple(opening for ratio, opening in rated[:3] if ratio > 0.3)

    def _paragraph_end(self, at: int, end: int) -> int:
        paragraph = self._paragraph_at(at)
        return end if paragraph is None else min(end, paragraph.end)

    def _paragraph_at(self, at: int) -> Paragraph | None:
        found = bisect_right(self._paragraph_starts, at) - 1
        if found < 0 or at >= self.paragraphs[found].end:
            return None
        return self.paragraphs[found]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [each.start for each in self.paragraphs]

    @cached_property
    def _heading_at(self) -> Mapping[int, Heading]:
        """The headings by the line on which they stand."""
        return {each.line: each for each in self.headings}

    @cached_property
    def _alike(self) -> Mapping[tuple[Kind, int | None], Sequence[Heading]]:
        """The headings of a kind that stand in the same box, or outside of all."""
        found: dict[tuple[Kind, int | None], list[Heading]] = {}
        for each in self.headings:
            found.setdefault((each.kind, each.box), []).append(each)
        return found

    @cached_property
    def _boxes(self) -> tuple[Heading, ...]:
        return tuple(each for each in self.headings if each.kind is Kind.BOX)

    def _box_of(self, at: int) -> int | None:
        return next((each.line for each in self._boxes if each.start <= at < each.end), None)

    def in_box(self, at: int) -> bool:
        """Whether a character stands in a box."""
        return self._box_of(at) is not None

    def table_at(self, at: int) -> PrintedTable | None:
        """Return the table in which a character stands."""
        return next((each for each in self.tables if each.start <= at < each.end), None)

    def opening(self, paragraph: Paragraph) -> str:
        """Return the first words of a paragraph up to a mark, as a locator would give them."""
        *_, start = self._openings(paragraph)
        words = self.text.text[start : min(paragraph.end, start + 40)]
        first = re.split(r"[。;,:、!?(\n]", words.strip(), maxsplit=1)[0]
        return re.sub(r"\s", "", first)[:16]

    def locator_of(self, at: int) -> str:
        """Return the place of a character in the form of a locator, which leads back to it."""
        box = self._box_of(at)
        above = [each for each in self.headings if each.start <= at < each.end]
        outer = [each for each in above if each.kind in _MAIN and each.box is None]
        if box is not None:
            outer = [each for each in outer if each.kind not in (Kind.ITEM, Kind.PAREN)]
        steps = ["".join("名词解释 " if each.kind is Kind.NOTES else each.mark for each in outer).strip()]
        steps += [each.mark for each in above if each.kind is Kind.BOX and each.line == box]
        steps += [each.mark for each in above if box is not None and each.kind in _MAIN and each.box == box]
        table = self.table_at(at)
        if table is not None:
            return " ".join(filter(None, [*steps, *self._steps_in(table, at, box)]))
        steps += self._steps_to(at, min((each.start for each in above), default=0))
        locator = " ".join(filter(None, steps)) or "全文"
        # Opening words may be those of another paragraph, too; then the place around them is named.
        while not self._leads_to(locator, at):
            *shorter, _ = locator.split(" ")
            if not shorter:
                return "全文"
            locator = " ".join(shorter)
        return locator

    def _leads_to(self, locator: str, at: int) -> bool:
        place = self.resolve(locator)
        return isinstance(place, Place) and place.holds(at)

    def _steps_to(self, at: int, start: int) -> Iterator[str]:
        """The steps from a numbered heading to a character: unnumbered heading, opening words, 一是."""
        paragraph = self._paragraph_at(at)
        if paragraph is None:
            return
        title = next(
            (
                each
                for each in reversed(self.paragraphs)
                if start <= each.start < paragraph.start and each.titled and each.line not in self._heading_at
            ),
            None,
        )
        if title is not None and self._end_of_title(title, paragraph.end) > at and self._box_of(at) is None:
            yield self._opening_step(title)
        marks = [*_SENTENCE.finditer(self.text.text, paragraph.start, paragraph.end)]
        sentence = next((mark for mark in reversed(marks) if mark.start() <= at), None)
        begins_counted = bool(_PREFIX.match(self.text.text, paragraph.start)) and sentence is not None
        if paragraph.line not in self._heading_at and not begins_counted:
            yield self._opening_step(paragraph)
        if sentence is not None:
            yield f"{sentence[1]}是"

    def _opening_step(self, paragraph: Paragraph) -> str:
        """The opening words as a step; none where they would be read as a number."""
        words = self.opening(paragraph)
        return "" if _parts_of(words) is not None else words

    def _steps_in(self, table: PrintedTable, at: int, box: int | None) -> Iterator[str]:
        headed = [
            each.mark
            for each in self.headings
            if each.kind is Kind.TABLE and each.start <= at < each.end and each.box == box
        ]
        title = self._title_of(table)
        if headed:
            yield headed[0]
        elif title and box is None:
            yield title
        row = next((each for each in table.rows if each.start <= at < each.end or each.head[0] <= at < each.head[1]), None)
        if row is None:
            return
        yield f"序号{row.number}"
        for column, span in zip(table.columns, row.values, strict=False):
            if len(row.values) == len(table.columns) and span[0] <= at < span[1]:
                yield column

    def _title_of(self, table: PrintedTable) -> str:
        above = bisect_right(self._paragraph_starts, table.start) - 1
        if above < 0 or not self.paragraphs[above].titled:
            return ""
        return re.sub(r"\s", "", self._said(self.paragraphs[above]))


def _lines(text: str) -> Iterator[Line]:
    """The lines of a text; a line with tabs or bars between words holds several cells."""
    start = 0
    for whole in text.split("\n"):
        barred = whole.count("|") > 1
        if not (barred and re.fullmatch(r"[\s|:-]+", whole) and "---" in whole):
            begin = 0
            for part in re.split(r"\t+|\|" if barred else r"\t+", whole):
                stripped = part.strip()
                if stripped:
                    at = start + whole.index(part, begin)
                    at += len(part) - len(part.lstrip())
                    yield Line(at, at + len(stripped), stripped, whole.startswith("\t"))
                begin += len(part)
        start += len(whole) + 1


def _heading(line: Line, at: int) -> Heading | None:
    for kind, pattern in _HEADINGS:
        found = pattern.match(line.text)
        if found is None:
            continue
        if kind in (Kind.BOX, Kind.TABLE) and not _is_short(line.text):
            return None
        numeral = found[1] if found.groups() else "1"
        if kind is Kind.ITEM and len(line.text) == found.end():
            return None  # a number alone is a cell
        number = number_of(numeral)
        return Heading(
            kind, number, _mark(kind, numeral), line.start, line.end, line.start + found.end(), at
        )
    loose = _LOOSE_ITEM.match(line.text)
    if loose and _is_short(line.text) and not line.text.startswith(("年", "月"), loose.end()):
        return Heading(
            Kind.ITEM, int(loose[1]), loose[1], line.start, line.end, line.start + loose.end(), at
        )
    return None


def _mark(kind: Kind, numeral: str) -> str:
    forms = {
        Kind.NOTES: "名词解释", Kind.CHAPTER: f"第{numeral}章", Kind.SECTION: f"第{numeral}节",
        Kind.ARTICLE: f"第{numeral}条", Kind.BRACKET: f"({numeral})", Kind.PAREN: f"({numeral})",
        Kind.BOX: f"专栏{numeral}", Kind.TABLE: f"表{numeral}",
    }  # fmt: skip
    return forms.get(kind, numeral)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not any(stop in text for stop in _STOP)


def _nested(
    marks: Sequence[Heading], lines: Sequence[Line], tables: Sequence[PrintedTable]
) -> tuple[Heading, ...]:
    """Give each heading its end, and what stands in a box to its box."""
    size = lines[-1].end if lines else 0
    marks = sorted(marks, key=lambda each: each.start)
    # Of several such headings the last one has the notes under it; a page may name them at its top, too.
    notes = [each for each in marks if each.kind is Kind.NOTES]
    marks = [each for each in marks if each not in notes[:-1]]
    boxes: list[Heading] = []
    for at, mark in enumerate(marks):
        if mark.kind is Kind.BOX and (not boxes or mark.start >= boxes[-1].end):
            boxes.append(evolve(mark, end=_box_end(mark, marks[at + 1 :], lines, size)))
    in_box = {
        mark.line: box.line for mark in marks for box in boxes if box.start < mark.start < box.end
    }
    found: list[Heading] = []
    for mark in marks:
        home = in_box.get(mark.line)
        if mark.kind is Kind.BOX:
            found.extend(box for box in boxes if box.line == mark.line)
            continue
        limit = next((box.end for box in boxes if box.line == home), size)
        if mark.kind is Kind.TABLE:
            table = next((each for each in tables if 0 <= each.start - mark.end < 200), None)
            following = (each.start for each in marks if each.start > mark.start)
            end = table.end if table is not None else next(following, limit)
        else:
            end = min(
                (
                    each.start
                    for each in marks
                    if each.start > mark.start
                    and in_box.get(each.line) == home
                    and (each.kind in _BOUND if mark.kind is Kind.NOTES else each.kind.value <= mark.kind.value)
                ),
                default=limit,
            )
        found.append(evolve(mark, end=min(end, limit), box=home))
    return tuple(found)


def _box_end(box: Heading, after: Sequence[Heading], lines: Sequence[Line], size: int) -> int:
    """Where a box ends: its lines are indented, or else its items stop being counted on or look alike."""
    following = lines[box.line + 1 :]
    if not lines[box.line].indented and following and following[0].indented:
        heads = {mark.line for mark in after}
        beyond = (
            line.start
            for at, line in enumerate(following, start=box.line + 1)
            if not line.indented and (at in heads or line.leaves(following[0]))
        )
        return next(beyond, size)
    expected = 1
    style: bool | None = None
    for mark in after:
        if mark.kind in _BOUND or mark.kind is Kind.BOX:
            return mark.start
        if mark.kind is Kind.ITEM:
            short = _is_short(lines[mark.line].text) and ":" not in lines[mark.line].text
            if mark.number != expected or style not in (None, short):
                return mark.start
            style = short
            expected += 1
    return size


def _paragraphs(lines: Sequence[Line], inside: set[int] | frozenset[int], numbered: set[int]) -> Iterator[Paragraph]:
    at = 0
    while at < len(lines):
        first = at
        at += 1
        if first in inside:
            continue
        while (
            at < len(lines)
            and at not in inside
            and at not in numbered
            and _is_broken(lines[at - 1].text)
            and not lines[at].text.startswith("--")
        ):
            at += 1
        text = lines[first].text
        titled = at == first + 1 and len(text) <= _LONGEST_HEADING and not any(stop in text for stop in _STOP)
        yield Paragraph(lines[first].start, lines[at - 1].end, first, titled and not text.endswith((",", ":")))


def _is_broken(text: str) -> bool:
    """Whether a line ends in the middle of a sentence."""
    if text.endswith((*_STOP, ":", ")", "]", "”", "》")):
        return False
    return text.endswith((",", "、")) or any(stop in text for stop in _STOP) or len(text) > _LONGEST_HEADING


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
