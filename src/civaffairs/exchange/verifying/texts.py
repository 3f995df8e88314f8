"""A folder of documents → their texts, whatever encoding they are kept in.

What cannot be read is passed over and said by name, all at once; one file never keeps the others from being
read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path

from attrs import field, frozen

from civaffairs.errors import Fault, InputInvalid, fault
from civaffairs.exchange.delimited import decoded
from civaffairs.exchange.files import read_bytes

MAX_CHARACTERS = 3_000_000
"""The longest text that is read: some hundred times the longest plan."""

_PAGES = frozenset([".html", ".htm"])
_END_OF_COMMENT = re.compile(r"--!?\s*>")
_TAG = re.compile(r"<[A-Za-z/!?]")
_KINDS = frozenset([".txt", ".md", *_PAGES])


@frozen(cache_hash=True)  # it is looked up by its text for every fact
class SourceText:
    """The text of a file.

    Attributes:
        name: the name of the file.
        content: what stands in it; of a page, what a browser shows.
        lines: where in the content the lines of the file begin, each with its number in the file.
    """

    name: str
    content: str = field(repr=False)
    lines: tuple[tuple[int, int], ...] = field(repr=False, default=())

    @classmethod
    def of(cls, name: str, content: str) -> SourceText:
        r"""Build the text of a file without markup.

        Example:
            >>> SourceText.of("plan.txt", "一、现状\n养老床位32张").line_of(5)
            2
        """
        plain = content.replace("\r\n", "\n").replace("\r", "\n")
        lengths = [len(line) + 1 for line in plain.split("\n")]
        starts = accumulate(lengths, initial=0)
        return cls(name, plain, tuple(zip(starts, range(1, len(lengths) + 1), strict=False)))

    @classmethod
    def of_page(cls, name: str, markup: str) -> SourceText:
        """Build the text of an HTML page: each block, row and cell on a line of its own."""
        reader = _PageReader()
        reader.feed(_closed(markup))
        reader.close()
        return cls(name, "".join(reader.parts), tuple(reader.lines))

    def line_of(self, at: int) -> int:
        """Return the line of the file where a character of the content stands."""
        found = bisect_right(self.lines, (at, 2**31)) - 1
        return self.lines[found][1] if found >= 0 else 1


@frozen
class Texts:
    """What was read in a folder.

    Attributes:
        found: the texts, by name of file.
        passed_over: what could not be read, with how to mend it.
    """

    found: tuple[SourceText, ...]
    passed_over: tuple[Fault, ...]


def read_texts(folder: Path) -> Texts:
    """Read every text of a folder, not of the folders in it.

    Raises:
        InputInvalid: where there is no such folder, or it cannot be listed.
    """
    if not folder.is_dir():
        raise InputInvalid(fault("folder_absent", "--documents", path=folder))
    try:
        paths = sorted(each for each in folder.iterdir() if not each.name.startswith("."))
    except OSError as error:
        raise InputInvalid(fault("folder_unreadable", "--documents", path=folder)) from error
    found: list[SourceText] = []
    passed_over: list[Fault] = []
    for path in paths:
        if path.is_dir():
            continue
        try:
            found.append(read_text(path))
        except InputInvalid as error:
            passed_over.extend(error.faults)
    return Texts(tuple(found), tuple(passed_over))


def read_text(path: Path) -> SourceText:
    """Read the text of a file: .txt, .md, .html or .htm, in UTF-8, UTF-16 with its mark, or GB18030.

    Raises:
        InputInvalid: where it is of another kind, empty, too large, or no text.
    """
    if path.suffix.lower() not in _KINDS:
        raise InputInvalid(fault("text_kind_unknown", path.name, suffix=path.suffix or path.name))
    text = _decoded(read_bytes(path), path.name)
    page = path.suffix.lower() in _PAGES
    read = SourceText.of_page(path.name, text) if page else SourceText.of(path.name, text)
    if not read.content.strip("\ufeff \t\r\n"):
        raise InputInvalid(fault("text_blank", path.name))
    if len(read.content) > MAX_CHARACTERS:
        raise InputInvalid(fault("text_too_long", path.name, most=MAX_CHARACTERS // 10_000))
    return read


def _decoded(content: bytes, name: str) -> str:
    try:
        return decoded(content, name)
    except InputInvalid as error:
        raise InputInvalid(fault("text_undecodable", name)) from error


def _closed(markup: str) -> str:
    """A page up to a comment or a tag that is never closed, of which a browser shows nothing.

    The parser of the standard library would read to the end from each such beginning, over and over.
    """
    last = 0
    for last_comment in _END_OF_COMMENT.finditer(markup):
        last = last_comment.end()
    comment = markup.find("<!--", last)
    shown = markup if comment < 0 else markup[:comment]
    unclosed = _TAG.search(shown, shown.rfind(">") + 1)
    return shown if unclosed is None else shown[: unclosed.start()]


class _PageReader(HTMLParser):
    """Reads what a browser shows of a page."""

    _UNSEEN = frozenset(["head", "noscript", "script", "style", "template"])
    _IN_LINE = frozenset(
        re.findall(
            r"\w+",
            "a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strong "
            "sub sup time u var wbr",
        )
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lines: list[tuple[int, int]] = []
        self._length = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "body":  # a head that was never closed
            self._unseen = 0
        if tag in self._UNSEEN:
            self._unseen += 1
        elif tag not in self._IN_LINE:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in self._IN_LINE:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        first = self.getpos()[0]
        for number, line in enumerate(data.split("\n")):
            self.lines.append((self._length, first + number))
            # In a page a line break is only a space.
            self._add(line if number == 0 else f" {line.lstrip()}")

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
