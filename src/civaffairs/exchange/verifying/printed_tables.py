"""Tables of a document → rows and cells, from text with a cell on each line.

Copies of documents lose the lines of their tables. What is left is one cell after another: the heading of
each column, then row after row, each begun by its number. Cells may be broken over several lines, and an
empty one is gone altogether; where it cannot be told in which column a cell stands, the place is all the
cells of the row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import mode

from attrs import frozen

from civaffairs.exchange.verifying.folding import key_of

Span = tuple[int, int]

_LONGEST_CELL = 80
_LONGEST_HEADER = 24
_LONGEST_TAIL = 2
_WORDS_OF_NAME = 4
_FIRST_HEADING = re.compile(r"(序\s*号|编\s*号|(主要|具体)?指\s*标(名称)?|项\s*目(名称)?)$")
_NAME_HEADING = re.compile(r"(主要|具体)?指标(名称)?|项目(名称)?|名称|内容")
_NATURE_HEADING = re.compile(r"(指标)?(属性|性质|类型)")
_NATURE = re.compile(r"(约束|预期|引导)性?(指标)?")
_ROW_NUMBER = re.compile(r"(\d+)\s*[.、]?")
_NAMED_ROW = re.compile(r"(\d+)\s*[.、]\s*\D")
_RING = re.compile(r"(?:其\s*中\s*[:,]?\s*)?([①-⑳])")
_VALUE = re.compile(
    r"[\d≥≤><=±*~约/-]|不低于|不少于|不高于|不超过|高于|低于"
    r"|大于|小于|超过|达到|按|全覆盖|[是否无零]$"
)
_REMARK = re.compile(r"\(.*\)")
_WORDS = re.compile(r"[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_YEAR = re.compile(r"(20\d\d年?|十[一二三四五六]五)")
_OPEN = re.compile(r"(20\d\d年|十[一二三四五六]五|年均增长)")
_COLUMN_TAIL = re.compile(r"\(|时期|值")


@frozen
class Line:
    """A line of a document, or a cell that stands in a line with others.

    Attributes:
        start: where it begins.
        end: where it ends.
        text: what stands there.
        indented: whether it begins with a tab, as the cells of a table or the lines of a box may.
    """

    start: int
    end: int
    text: str
    indented: bool

    @property
    def key(self) -> str:
        """The words without spaces and quotation marks."""
        return key_of(self.text)

    def leaves(self, first: Line) -> bool:
        """Whether it stands outside of what an indented line began; the rest of a broken cell does not."""
        if self.indented or not first.indented:
            return False
        return len(self.text) > _LONGEST_HEADER or any(stop in self.text for stop in "。;")


@frozen
class PrintedRow:
    """A row of a table, or a part of it that has a number of its own.

    Attributes:
        number: as printed: `3`, `2③`.
        start: where it begins.
        end: where it ends.
        values: the cells under the columns of values.
        unit: the cell with the unit, if there is one.
        nature: the cell with the nature, if there is one.
        head: where its number stands.
    """

    number: str
    start: int
    end: int
    values: tuple[Span, ...]
    unit: tuple[Span, ...]
    nature: tuple[Span, ...]
    head: Span


@frozen
class PrintedTable:
    """A table of a document.

    Attributes:
        start: where its heading row begins.
        end: where its last row ends.
        header: where its heading row stands.
        first: the index of its first line.
        last: the index of the line after it.
        headings: the fragments of its heading row.
        columns: the headings of the columns that hold values, where they can be told apart.
        rows: its rows, and the parts of them.
    """

    start: int
    end: int
    header: Span
    first: int
    last: int
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[PrintedRow, ...]

    @cached_property
    def _by_number(self) -> Mapping[str, PrintedRow]:
        return {row.number: row for row in reversed(self.rows)}

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [row.start for row in self.rows]

    def row(self, number: str) -> PrintedRow | None:
        """Return the row with a number as printed."""
        return self._by_number.get(number)

    def row_at(self, at: int) -> PrintedRow | None:
        """Return the row, or the part of one, in which a character stands."""
        found = bisect_right(self._starts, at) - 1
        return self.rows[found] if found >= 0 and at < self.rows[found].end else None

    def cells(self, row: PrintedRow, heading: str) -> tuple[Span, ...] | None:
        """Return where a column stands in a row; None where the table has no such column."""
        key = key_of(heading)
        if key in self.columns:
            place = self.columns.index(key)
            if len(row.values) == len(self.columns):
                return (row.values[place],)
            return row.values or ((row.start, row.end),)
        if _NATURE_HEADING.fullmatch(key):
            return row.nature or ((row.start, row.end),)
        if key == "单位":
            return row.unit or ((row.start, row.end),)
        joined = {"".join(self.headings[i:j]) for i, j in _stretches(len(self.headings))}
        return row.values or ((row.start, row.end),) if key in joined else None


def tables_in(lines: Sequence[Line], is_outside: Sequence[bool]) -> tuple[PrintedTable, ...]:
    """Find the tables among the lines of a document.

    Args:
        lines: the lines.
        is_outside: for each line, whether it is a heading that no table goes beyond.
    """
    found: list[PrintedTable] = []
    at = 0
    while at < len(lines):
        table = None
        if _FIRST_HEADING.fullmatch(lines[at].text):
            table = _table(lines, is_outside, at)
        if table is not None:
            found.append(table)
        at = table.last if table is not None else at + 1
    return tuple(found)


def _table(lines: Sequence[Line], is_outside: Sequence[bool], first: int) -> PrintedTable | None:
    starts = _row_starts(lines, is_outside, first)
    if not starts:
        return None
    last = _end(lines, is_outside, first, starts)
    header = [*_kept(lines, is_outside, first, starts[0])]
    headings = tuple(line.key for line in header)
    parts: list[tuple[str, Span, Sequence[Line]]] = []
    for number, (start, following) in enumerate(zip(starts, [*starts[1:], last], strict=True), start=1):
        parts.extend(_parts(number, [*_kept(lines, is_outside, start, following)]))
    has_unit = "单位" in headings
    rows = [_row(number, head, cells, has_unit=has_unit) for number, head, cells in parts]
    counts = [len(row.values) for row in rows if row.values]
    columns = _columns(headings, mode(counts)) if counts else ()
    end = lines[last - 1].end
    return PrintedTable(
        lines[first].start,
        end,
        (lines[first].start, header[-1].end),
        first,
        last,
        headings,
        columns,
        tuple(rows),
    )


def _row_starts(lines: Sequence[Line], is_outside: Sequence[bool], first: int) -> list[int]:
    """The indices of the lines that begin a row: its number, and after it a name."""
    starts: list[int] = []
    at = first + 1
    since = 0
    while at < len(lines) and since < 40:
        line = lines[at]
        expected = str(len(starts) + 1)
        outside = is_outside[at] or len(line.text) > _LONGEST_CELL or line.leaves(lines[first])
        if outside and not _goes_on(lines, at, expected):
            break
        if _begins_row(lines, at, expected):
            starts.append(at)
            since = 0
        elif not starts and (since > 15 or len(line.text) > _LONGEST_HEADER):
            break
        at += 1
        since += 1
    return starts


def _goes_on(lines: Sequence[Line], at: int, expected: str) -> bool:
    """Whether a line that looks like a heading only groups the rows of the table."""
    return any(
        lines[following].text.strip() == expected and _begins_row(lines, following, expected)
        for following in range(at + 1, min(at + 3, len(lines)))
    )


def _begins_row(lines: Sequence[Line], at: int, expected: str) -> bool:
    text = lines[at].text
    if (alone := _ROW_NUMBER.fullmatch(text)) and alone[1] == expected:
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        return bool(_WORDS.search(following)) and not (_NATURE.fullmatch(following) or _is_value(following))
    named = _NAMED_ROW.match(text)
    return bool(named and named[1] == expected and _WORDS.search(text))


def _is_value(text: str) -> bool:
    """Whether a cell holds a value; a name may begin with digits, too: 65岁以上老年人."""
    words = len(re.findall(r"[\u4e00-\u9fff]", re.sub(r"\(.*?\)", "", text)))
    return bool(_VALUE.match(text)) and not (text[0].isdecimal() and words >= _WORDS_OF_NAME)


def _end(lines: Sequence[Line], is_outside: Sequence[bool], first: int, starts: Sequence[int]) -> int:
    """The index of the line after the last row; no row is much longer than the others."""
    lengths = [following - start for start, following in pairwise(starts)]
    longest = max(lengths, default=8) + 2
    last = starts[-1] + 1
    while last < min(len(lines), starts[-1] + longest):
        line = lines[last]
        if is_outside[last] or len(line.text) > _LONGEST_CELL or line.leaves(lines[first]):
            break
        last += 1
        if _NATURE.fullmatch(line.text) and any(_NATURE.fullmatch(each.text) for each in lines[first:last]):
            rest = lines[last].text if last < len(lines) else ""
            if not _RING.match(rest):
                break
    return last


def _kept(lines: Sequence[Line], is_outside: Sequence[bool], start: int, end: int) -> Iterator[Line]:
    """The lines of a row without a heading that groups the rows after it."""
    for at in range(start, end):
        if not is_outside[at]:
            yield lines[at]


def _parts(number: int, lines: list[Line]) -> Iterator[tuple[str, Span, Sequence[Line]]]:
    """A row, and below it its parts ①, ②, …"""
    first = lines[0]
    digits = re.match(r"\d+", first.text)
    head = (first.start, first.start + (digits.end() if digits else 0))
    begins = [at for at, line in enumerate(lines) if at and _RING.match(line.text)]
    body = lines[1:] if _ROW_NUMBER.fullmatch(first.text) else lines
    own = lines[: begins[0]] if begins else lines
    yield str(number), head, own[len(lines) - len(body) :]
    for begin, following in zip(begins, [*begins[1:], len(lines)], strict=False):
        ring = _RING.match(lines[begin].text)
        if ring is not None:
            yield f"{number}{ring[1]}", head, lines[begin:following]


def _row(number: str, head: Span, lines: Sequence[Line], *, has_unit: bool) -> PrintedRow:
    rest = list(lines)
    names = 0
    while names < len(rest) and not _ends_name(rest[names], names, has_unit=has_unit):
        names += 1
    cells = rest[names:]
    unit: tuple[Span, ...] = ()
    if has_unit and cells and not _VALUE.match(cells[0].text) and not _NATURE.fullmatch(cells[0].text):
        unit = ((cells[0].start, cells[0].end),)
        cells = cells[1:]
    nature = tuple((line.start, line.end) for line in cells if _NATURE.fullmatch(line.text))
    values: list[Span] = []
    for line in cells:
        if _NATURE.fullmatch(line.text):
            continue
        if values and _REMARK.fullmatch(line.text):
            values[-1] = (values[-1][0], line.end)
        else:
            values.append((line.start, line.end))
    start = lines[0].start if lines and not number.isdecimal() else head[0]
    end = lines[-1].end if lines else head[1]
    return PrintedRow(number, start, end, tuple(values), unit, nature, head)


def _ends_name(line: Line, at: int, *, has_unit: bool) -> bool:
    if _NATURE.fullmatch(line.text) or (at > 0 and _VALUE.match(line.text)):
        return True
    return has_unit and at > 0 and len(line.text) <= 6


def _columns(headings: Sequence[str], count: int) -> tuple[str, ...]:
    """The headings of the columns that hold values, put together from fragments; none if not so many."""
    whole: list[str] = []
    for heading in headings:
        before = whole[-1] if whole else ""
        broken = bool(_OPEN.fullmatch(before)) and not heading[:1].isdecimal()
        of_its_own = heading in ("指标", "单位") or _NATURE_HEADING.fullmatch(heading)
        if (before == "指标" and heading in ("属性", "性质")) or (
            whole and not of_its_own and (_COLUMN_TAIL.match(heading) or broken)
        ):
            whole[-1] += heading
        else:
            whole.append(heading)
    values = [each for each in whole if each not in ("序号", "编号", "单位")]
    if values and _NAME_HEADING.fullmatch(values[0]):
        values = values[1:]
    natures = [at for at, each in enumerate(values) if _NATURE_HEADING.fullmatch(each)]
    if natures and natures[0] + 1 < len(values):
        # What follows the last heading stands under the one before it, which spans those columns.
        values = [*values[: max(0, natures[0] - 1)], *values[natures[0] + 1 :]]
    values = [each for each in values if not _NATURE_HEADING.fullmatch(each)]
    tails = [at for at, each in enumerate(values) if at and len(each) <= _LONGEST_TAIL]
    for at in reversed(tails):
        if len(values) > count:  # the end of a word that is broken in two
            values[at - 1 : at + 1] = [values[at - 1] + values[at]]
    return tuple(values) if len(values) == count else ()


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    for start in range(count):
        for end in range(start + 1, min(count, start + 4) + 1):
            yield start, end
