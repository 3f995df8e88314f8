"""Text as it is printed → text in which the same thing is written the same way, with the way back.

Full-width digits and letters, brackets, dashes, spaces and dots have many shapes in documents. Each becomes
one here, and every character knows where it stood. What means something else stays: ㎡ is not m2, ① is not 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from attrs import field, frozen

_SHAPES = {
    " ": "\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\x0b\x0c\x85\u2028\u2029\r",
    "-": "‐‑‒–—―−─━﹣－",
    "~": "～〜∼",
    "·": "•‧∙⋅▪・･●",
    "[": "〔【［〖",
    "]": "〕】］〗",
    "“": "「『„‟〝",
    "”": "」』〞",
    "/": "∕⁄",
    "≥": "≧⩾",
    "≤": "≦⩽",
    "。": "｡",
}
_NOT_PRINTED = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_TABLE: dict[int, str | None] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE |= {ord(shape): plain for plain, shapes in _SHAPES.items() for shape in shapes}
_TABLE |= dict.fromkeys(map(ord, _NOT_PRINTED))
_LEFT_OUT_OF_KEYS = frozenset(" \t\n“”‘’\"'《》〈〉")


def folded(text: str) -> str:
    """Return a text in which the same thing is written the same way.

    Example:
        >>> folded("（２０２１－２０２５年）　①㎡")
        '(2021-2025年) ①㎡'
    """
    return text.translate(_TABLE)


def key_of(text: str) -> str:
    """Return what two writings of the same words have in common: no space, no quotation mark, one width.

    Example:
        >>> key_of("《桃源区民政事业发展　“十四五”规划》") == key_of("桃源区民政事业发展十四五规划")
        True
    """
    return "".join(sign for sign in folded(text) if sign not in _LEFT_OUT_OF_KEYS)


@frozen
class Folded:
    """A text in one writing, and where each of its characters stands in the original.

    Attributes:
        text: what is read.
        offsets: for each character of `text`, its place in the original.
    """

    text: str
    offsets: Sequence[int] = field(repr=False)

    @classmethod
    def of(cls, original: str) -> Folded:
        """Fold a text."""
        text = folded(original)
        if len(text) == len(original):  # nothing is left out, so that everything stands where it stood
            return cls(text, range(len(text)))
        return cls(text, tuple(at for at, sign in enumerate(original) if sign not in _NOT_PRINTED))

    def origin(self, at: int) -> int:
        """Return where a character of `text` stands in the original."""
        if not self.offsets:
            return 0
        return self.offsets[min(at, len(self.offsets) - 1)]

    @cached_property
    def _squeezed(self) -> tuple[str, tuple[int, ...]]:
        kept = tuple(at for at, sign in enumerate(self.text) if sign not in _LEFT_OUT_OF_KEYS)
        return "".join(self.text[at] for at in kept), kept

    def find(self, words: str, start: int, end: int) -> int | None:
        """Return where words stand between two places, whatever spaces and quotation marks are among them."""
        squeezed, places = self._squeezed
        found = squeezed.find(key_of(words), bisect_left(places, start), bisect_left(places, end))
        return None if found < 0 else places[found]

    def key_between(self, start: int, end: int, most: int) -> str:
        """Return the key of what stands between two places, and of that only so many characters."""
        squeezed, places = self._squeezed
        first = bisect_left(places, start)
        return squeezed[first : min(first + most, bisect_left(places, end))]
