"""Chinese and English text broken into lines for a terminal, where a Chinese character is two columns wide.

Lines end between words and between Chinese characters, never inside a number or a word that fits on a line,
and no line begins with a closing sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen
from rich.cells import cell_len
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

_WIDE = "\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING = "([{“‘《〈「『【〔〖\uff08\uff3b\uff5b"
_CLOSING = ",.;:?!)]}%。、”’》〉」』】〕〗‰…·/\uff0c\uff0e\uff1b\uff1a\uff1f\uff01\uff09\uff3d\uff5d\uff05"
_COUNTED = "年月日元人张个万亿项户处家名"  # what stays with the number before it
_PIECE = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*"
    rf"(?:[^\s{_WIDE}{re.escape(_OPENING)}]*\d[{_COUNTED}]|[{_WIDE}]|[^\s{_WIDE}{re.escape(_OPENING)}]+)"
    rf"[{re.escape(_CLOSING)}]*|."
)

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # what a terminal would obey


def broken(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than `width` columns.

    Example:
        >>> broken("护理型床位占比不低于65%。", 14)
        ['护理型床位占比', '不低于65%。']
    """
    plain = _CONTROL.sub("\ufffd", text.expandtabs(4))
    return [line for paragraph in plain.split("\n") for line in _lines(paragraph, max(width, 2))]


def _lines(paragraph: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECE.findall(paragraph):
        if cell_len(line + piece.rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            yield line.rstrip()
        line = piece.lstrip()
        while cell_len(line) > width:  # a word that fits on no line
            end = max(n for n in range(1, len(line) + 1) if cell_len(line[:n]) <= width)
            yield line[:end]
            line = line[end:]
    yield line.rstrip()


@frozen
class Prose:
    """A text that breaks its lines well, for a cell of a table or a paragraph.

    Attributes:
        text: what to read.
        style: a style of rich.
    """

    text: str
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in broken(self.text, options.max_width):
            yield Text(line, style=self.style, no_wrap=True, overflow="crop", end="")
            yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        pieces = [cell_len(piece.strip()) for piece in _PIECE.findall(self.text)]
        whole = max(map(cell_len, self.text.split("\n")), default=0)
        return Measurement(min(max(pieces, default=0), 12), max(whole, 1)).clamp(1, options.max_width)
