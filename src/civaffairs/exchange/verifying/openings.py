"""What begins with some words: paragraphs and sentences, found without reading them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from civaffairs.exchange.verifying.folding import Folded, key_of

_MOST = 16
"""So many characters are kept in order; the words of a locator are seldom more."""
_LAST = "\U0010ffff"


@frozen(order=True)
class Opening:
    """One place where something begins.

    They are in the order in which they are looked at: those outside of boxes go first.

    Attributes:
        boxed: whether it stands in a box.
        paragraph: the number of its paragraph.
        start: where it begins.
        end: where the paragraph ends.
    """

    boxed: bool
    paragraph: int
    start: int
    end: int


@frozen
class Openings:
    r"""Places of a text in the order of the words with which they begin.

    Example:
        >>> text = Folded.of("养老床位32张\n养老服务")
        >>> openings = Openings.of(text, [Opening(False, 0, 0, 7), Opening(False, 1, 8, 12)])
        >>> [each.paragraph for each in openings.with_words("养老")]
        [0, 1]
    """

    text: Folded = field(repr=False)
    _keys: Sequence[str] = field(repr=False)
    _places: Sequence[Opening] = field(repr=False)
    _asked: dict[str, Sequence[Opening]] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, text: Folded, places: Iterable[Opening]) -> Openings:
        """Put places in order."""
        keyed = sorted((text.key_between(each.start, each.end, _MOST), each) for each in places)
        return cls(text, [key for key, _ in keyed], [each for _, each in keyed])

    def with_words(self, words: str) -> Sequence[Opening]:
        """Return the places that begin with some words, whatever spaces and quotation marks stand there."""
        key = key_of(words)
        if key not in self._asked:
            short = key[:_MOST]
            first, last = bisect_left(self._keys, short), bisect_left(self._keys, short + _LAST)
            there = self._places[first:last]
            if len(key) > _MOST:
                there = [
                    each for each in there if self.text.key_between(each.start, each.end, len(key)) == key
                ]
            self._asked[key] = sorted(there)
        return self._asked[key]
