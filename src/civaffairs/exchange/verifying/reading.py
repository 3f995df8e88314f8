"""A text that is ready for looking figures up in it.

A number is found however it is printed: in full width, with spaces, as a Chinese numeral before its unit, and
in a rule in another unit. A word that stands for a number is found as a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cached_property

from attrs import field, frozen

from civaffairs.exchange.facts import Fact
from civaffairs.exchange.verifying.digit_runs import Class, Run, numbers_in, runs_in
from civaffairs.exchange.verifying.folding import folded, key_of
from civaffairs.exchange.verifying.locators import Place, Unresolved, resolve
from civaffairs.exchange.verifying.numerals import SIGNS, spellings_of
from civaffairs.exchange.verifying.outline import Outline
from civaffairs.exchange.verifying.texts import SourceText

_LONGEST_WORD = 12
_YES_OR_NO = frozenset(["是", "否"])
_CONVERTED = (("日", "个月", 30), ("个月", "年", 12), ("月", "年", 12), ("", "万", 10_000))
"""A rule counts in one unit where the text prints another: its unit, the printed one, how many of it."""
_TO = re.compile(r"[^0-9。,;\n]{0,6}[-~至到、]")
_ABOUT = re.compile(r"[余多]")
_MOST_PARTS = 8
_PLAIN = re.compile(r"[0-9.,%\s~-]*")


@frozen
class Wanted:
    """What has to stand at the place of a fact: numbers, or a word, or nothing.

    Attributes:
        numbers: the numbers.
        word: the word.
        unit: the unit as the fact has it.
        in_formula: whether the numbers are those of a formula, whose words are ours.
        in_rule: whether a rule counts in them, in units of its own.
    """

    numbers: tuple[Decimal, ...] = ()
    word: str = ""
    unit: str = ""
    in_formula: bool = False
    in_rule: bool = False

    @classmethod
    def of(cls, fact: Fact) -> Wanted:
        """Read the value of a fact."""
        value = folded(fact.value).replace("..", " ")
        if fact.kind == "rule" and not _PLAIN.fullmatch(value):
            return cls()  # a condition without a number of its own, in our wording
        numbers = numbers_in(value)
        if numbers:
            plain = bool(_PLAIN.fullmatch(value))
            return cls(numbers, unit=key_of(fact.unit), in_formula=not plain, in_rule=fact.kind == "rule")
        word = key_of(value)
        # Yes and no are our reading, and a long text is our wording.
        ours = word in _YES_OR_NO or len(word) > _LONGEST_WORD
        return cls(word="" if ours else word)


@frozen
class Reading:
    """A text, its places and its numbers.

    Attributes:
        text: the text.
        outline: its places.
        runs: its runs of digits.
    """

    text: SourceText
    outline: Outline = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)
    _places: dict[str, Place | Unresolved] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, text: SourceText) -> Reading:
        """Read the places and the numbers of a text."""
        outline = Outline.of(text.content)
        return cls(text, outline, runs_in(outline))

    def place(self, locator: str) -> Place | Unresolved:
        """Return where a locator leads."""
        if locator not in self._places:
            self._places[locator] = resolve(self.outline, locator)
        return self._places[locator]

    def line(self, at: int) -> int:
        """Return the line of the file where a character of the text stands."""
        return self.text.line_of(self.outline.text.origin(at))

    def runs_of(self, place: Place) -> Iterator[int]:
        """Yield the indices of the runs of digits of a place."""
        for start, end in place.spans:
            yield from range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def word(self, word: str, place: Place) -> int | None:
        """Return where a word stands at a place."""
        found = (self.outline.text.find(word, start, end) for start, end in place.spans)
        return next((at for at in found if at is not None), None)

    def occurrence(
        self, number: Decimal, wanted: Wanted, place: Place, taken: AbstractSet[int] = frozenset()
    ) -> frozenset[int] | None:
        """Return the runs of the likeliest occurrence of a number at a place; None where it stands nowhere.

        Args:
            number: one of the numbers that are wanted.
            wanted: what else is known of it.
            place: where it should stand.
            taken: the runs that stand for other numbers.
        """
        found: list[tuple[tuple[bool, bool, bool, int], frozenset[int]]] = []
        for at in self.runs_of(place):
            parts = self.parts(number, at, wanted) if at not in taken else None
            if parts is None or parts & taken or not place.holds(self.runs[max(parts)].start):
                continue
            run = self.runs[at]
            outside = place.box is None and self.outline.box_of(run.start) is not None
            begins_pair = len(wanted.numbers) == 2 and number == wanted.numbers[0] and not wanted.in_formula
            likely = self._leads_on(max(parts)) if begins_pair else self.has_unit(max(parts), wanted.unit)
            found.append(((outside, run.kind is Class.NAME, not likely, at), parts))
        return min(found, key=lambda each: each[0])[1] if found else None

    def parts(self, number: Decimal, at: int, wanted: Wanted) -> frozenset[int] | None:
        """Return the run, or the runs into which spaces break it, if they print a number."""
        run = self.runs[at]
        if not run.can_be_claimed:
            return None
        if run.number == number or self._is_converted(number, run, wanted):
            return frozenset([at])
        if run.number > number:
            return None
        text = self.outline.text.text
        digits = text[run.start : run.end]
        for last in range(at + 1, min(at + _MOST_PARTS, len(self.runs))):
            before, after = self.runs[last - 1], self.runs[last]
            between = text[before.end : after.start]
            if between.strip(" ") or not between or not after.can_be_claimed:
                return None
            digits += text[after.start : after.end]
            if digits.count(".") > 1:
                return None
            joined = Decimal(re.sub(r"[\s,]", "", digits))
            if joined == number:
                return frozenset(range(at, last + 1))
            if joined > number:  # more digits do not make it smaller
                return None
        return None

    def _is_converted(self, number: Decimal, run: Run, wanted: Wanted) -> bool:
        """Whether the text prints in percent, in months or in 万 what a formula or a rule has otherwise."""
        after = self.outline.text.text[run.end : run.end + 4].strip()
        if wanted.in_formula and after.startswith("%"):
            return run.number == number * 100
        return wanted.in_rule and any(
            wanted.unit.startswith(unit) and after.startswith(printed) and run.number * times == number
            for unit, printed, times in _CONVERTED
        )

    def has_unit(self, at: int, unit: str) -> bool:
        """Whether the unit, or the thing that it counts per person or month, stands behind a run."""
        end = self.runs[at].end
        after = key_of(self.outline.text.text[end : end + 8])
        first = re.split(r"[/·]", unit, maxsplit=1)[0]
        if first == "万人":
            first = "万"  # 12.06万, 100余万群众: whom it counts is said elsewhere
        return bool(first) and (after.startswith(first) or _ABOUT.sub("", after).startswith(first))

    def _leads_on(self, at: int) -> bool:
        """Whether a run is the lower end of a range."""
        return bool(_TO.match(self.outline.text.text, self.runs[at].end))

    def spelled(self, number: Decimal, wanted: Wanted, place: Place) -> int | None:
        """Return where a number stands as a Chinese numeral with its unit, as in 十六周岁 or 三、四级."""
        counted = re.escape(re.split(r"[/·]", wanted.unit, maxsplit=1)[0])
        whole = [int(each) for each in wanted.numbers if each == int(each)]
        if number < 0 or number != int(number) or not (counted or len(whole) > 1):
            return None
        between = "[、至到或-]"
        for spelling in spellings_of(int(number)):
            pattern = rf"(?<![{SIGNS}]){spelling}(?:{between}[{SIGNS}]{{1,8}}){{0,8}}\s*{counted}"
            if wanted.unit == "%":
                pattern = rf"百分之{spelling}"
            elif not counted:
                # Without a unit only a pair can be told from the numerals of which words are made.
                pattern = between.join(f"(?:{'|'.join(spellings_of(each))})" for each in whole)
            for start, end in place.spans:
                found = re.compile(pattern).search(self.outline.text.text, start, end)
                if found:
                    return found.start()
        return None

    def share_found(self, facts: Iterable[Fact]) -> tuple[int, float]:
        """Return how many different numbers of facts stand at their places, and which share of all.

        A fact that cites most of the text at once says nothing of whether this is its document.
        """
        numbers: set[tuple[str, Decimal]] = set()
        found: set[tuple[str, Decimal]] = set()
        for fact in facts:
            wanted, place = Wanted.of(fact), self.place(fact.locator)
            if isinstance(place, Place) and 2 * place.width > len(self.outline.text.text):
                continue
            for number in wanted.numbers:
                numbers.add((fact.locator, number))
                if isinstance(place, Place) and self.occurrence(number, wanted, place) is not None:
                    found.add((fact.locator, number))
        return len(found), len(found) / len(numbers) if numbers else 0.0

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]
