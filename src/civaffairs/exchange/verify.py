"""Every cited figure looked up again in the text of its document, and every figure of the text that nobody cites.

`verify` follows the locator of each fact and looks for its digits, or its word, there. Each fact claims one
occurrence, those with the narrowest place first; what is left of the digits of the text is told apart by what
it is: a date, the number of a heading, or a figure that no fact states.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from civaffairs.exchange.digit_runs import Class, Run, numbers_in, runs_in
from civaffairs.exchange.facts import Fact
from civaffairs.exchange.folding import folded, key_of
from civaffairs.exchange.numerals import SIGNS, spellings_of
from civaffairs.exchange.outline import Outline, Place, Unresolved
from civaffairs.exchange.texts import SourceText

_CONTEXT = 12
_LONGEST_WORD = 12
_YES_OR_NO = frozenset(["是", "否"])
_CONVERTED = (("日", "个月", 30), ("个月", "年", 12), ("月", "年", 12), ("", "万", 10_000))
"""A rule counts in one unit where the text prints another: its unit, the printed one, how many of it."""
_DIGIT = re.compile(r"[0-9]")
_PLAIN = re.compile(r"[0-9.,%\s~-]*")


class Verdict(Enum):
    """What became of a fact."""

    FOUND = "found"
    PLACE_ONLY = "place_only"
    PLACE_MISSING = "place_missing"
    FIGURE_MISSING = "figure_missing"


@frozen
class Checked:
    """A fact and what became of it.

    Attributes:
        fact: the fact.
        verdict: whether its figure stands at its place; `PLACE_ONLY` where it has no figure to look for.
        line: the line of the file where the figure, or else the place, begins; None where there is no place.
        missing: the numbers or the word that do not stand there.
        step: the first step of the locator that leads nowhere; empty where all lead somewhere.
        near: what the text has in place of that step.
        elsewhere: where else in the document what is missing stands.
        shared: whether another fact has claimed the same printed figure.
    """

    fact: Fact
    verdict: Verdict
    line: int | None = None
    missing: tuple[str, ...] = ()
    step: str = ""
    near: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    shared: bool = False

    @property
    def is_found(self) -> bool:
        """Whether the text bears the fact out."""
        return self.verdict in (Verdict.FOUND, Verdict.PLACE_ONLY)


@frozen
class Printed:
    """A run of digits of the text.

    Attributes:
        digits: as printed.
        kind: what it is.
        locator: where it stands.
        line: the line of the file.
        before: the text before it.
        after: the text after it.
    """

    digits: str
    kind: Class
    locator: str
    line: int
    before: str
    after: str


@frozen
class VerifiedText:
    """A text and what became of the facts that cite it.

    Attributes:
        text: the text.
        documents: the ids of the documents that it holds.
        checked: the facts, in their order.
        printed: every run of digits, in the order of the text.
    """

    text: SourceText
    documents: tuple[str, ...]
    checked: tuple[Checked, ...]
    printed: tuple[Printed, ...]

    @property
    def verdicts(self) -> Mapping[Verdict, int]:
        """How many facts have each verdict."""
        return Counter(each.verdict for each in self.checked)

    @property
    def classes(self) -> Mapping[Class, int]:
        """How many runs of digits are of each class."""
        return Counter(each.kind for each in self.printed)

    @property
    def not_found(self) -> tuple[Checked, ...]:
        """The facts that the text does not bear out."""
        return tuple(each for each in self.checked if not each.is_found)

    @property
    def unused(self) -> tuple[Printed, ...]:
        """The figures of the text that no fact states."""
        return tuple(each for each in self.printed if each.kind is Class.UNUSED)


@frozen
class Verification:
    """What became of all facts.

    Attributes:
        texts: the texts, each with its facts.
    """

    texts: tuple[VerifiedText, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every fact was found."""
        return not any(each.not_found for each in self.texts)


def verify(facts: Iterable[Fact], texts: Mapping[str, SourceText]) -> Verification:
    """Look every fact up in the text of its document.

    Args:
        facts: the facts; those whose document has no text are left out.
        texts: by the id of the document. One text may hold several documents.

    Example:
        >>> from civaffairs.exchange.facts import COLUMNS
        >>> row = dict.fromkeys(COLUMNS, "") | {"document": "d/1", "locator": "一", "value": "32"}
        >>> text = SourceText.of("plan.txt", "一、现状\\n养老床位32张，护理员7名。")
        >>> found = verify([Fact(**row)], {"d/1": text})
        >>> found.is_sound, [each.digits for each in found.texts[0].unused]
        (True, ['7'])
    """
    by_text: dict[SourceText, list[Fact]] = {}
    documents: dict[SourceText, list[str]] = {}
    for document, text in texts.items():
        documents.setdefault(text, []).append(document)
        by_text.setdefault(text, [])
    for fact in facts:
        if fact.document in texts:
            by_text[texts[fact.document]].append(fact)
    return Verification(
        tuple(Reading.of(text).verified(tuple(documents[text]), cited) for text, cited in by_text.items())
    )


@frozen
class _Wanted:
    """What has to stand at the place of a fact: numbers, or a word."""

    numbers: tuple[Decimal, ...] = ()
    word: str = ""
    unit: str = ""
    in_formula: bool = False
    in_rule: bool = False

    @classmethod
    def of(cls, fact: Fact) -> _Wanted:
        value = folded(fact.value).replace("..", " ")
        if fact.kind == "rule" and not _PLAIN.fullmatch(value):
            return cls()  # a condition without a number of its own, in our wording
        numbers = numbers_in(value)
        if numbers:
            plain = bool(_PLAIN.fullmatch(value))
            return cls(
                numbers, unit=key_of(fact.unit), in_formula=not plain, in_rule=fact.kind == "rule"
            )
        word = key_of(value)
        # Yes and no are our reading, and a long text is our wording.
        ours = word in _YES_OR_NO or len(word) > _LONGEST_WORD
        return cls(word="" if ours else word)


@frozen
class Reading:
    """A text that is ready for looking things up in it.

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
            self._places[locator] = self.outline.resolve(locator)
        return self._places[locator]

    def verified(self, documents: tuple[str, ...], facts: Sequence[Fact]) -> VerifiedText:
        """Look facts up, those with the narrowest place first."""
        placed = [(at, fact, self.place(fact.locator)) for at, fact in enumerate(facts)]
        placed.sort(key=lambda each: each[2].width if isinstance(each[2], Place) else 0)
        claimed: set[int] = set()
        checked = [(at, self._checked(fact, place, claimed)) for at, fact, place in placed]
        checked.sort(key=lambda pair: pair[0])
        named = {at for _, fact, place in placed for at in self._of_name(fact, place)}
        printed = tuple(self._printed(at, run, claimed, named) for at, run in enumerate(self.runs))
        return VerifiedText(self.text, documents, tuple(each for _, each in checked), printed)

    def share_found(self, facts: Iterable[Fact]) -> float:
        """Return how many of the facts with a number have it at their places; 0 where none has a number."""
        wanted = [(_Wanted.of(fact), self.place(fact.locator)) for fact in facts]
        counted = [(each, place) for each, place in wanted if each.numbers]
        found = sum(
            isinstance(place, Place)
            and all(self._occurrence(number, each, place, set()) is not None for number in each.numbers)
            for each, place in counted
        )
        return found / len(counted) if counted else 0.0

    def _checked(self, fact: Fact, place: Place | Unresolved, claimed: set[int]) -> Checked:
        wanted = _Wanted.of(fact)
        if isinstance(place, Unresolved):
            return Checked(
                fact,
                Verdict.PLACE_MISSING,
                step=place.step,
                near=place.near,
                elsewhere=self._elsewhere(wanted, wanted.numbers, None),
            )
        if wanted.word:
            at = self._word(wanted.word, place)
            if at is None:
                return Checked(
                    fact,
                    Verdict.FIGURE_MISSING,
                    self._line(place.start),
                    (fact.value,),
                    elsewhere=self._elsewhere(wanted, (), place),
                )
            return Checked(fact, Verdict.FOUND, self._line(at))
        if not wanted.numbers:
            return Checked(fact, Verdict.PLACE_ONLY, self._line(place.start))
        return self._counted(fact, wanted, place, claimed)

    def _counted(self, fact: Fact, wanted: _Wanted, place: Place, claimed: set[int]) -> Checked:
        """Look for the numbers of a fact at its place, and claim an occurrence of each."""
        mine: set[int] = set()
        missing: list[Decimal] = []
        starts: list[int] = []
        shared = False
        for number in wanted.numbers:
            taken = self._occurrence(number, wanted, place, claimed | mine)
            if taken is not None:
                mine |= taken
                starts.append(self.runs[min(taken)].start)
                continue
            again = self._occurrence(number, wanted, place, mine)
            if again is not None:
                shared = True
                mine |= again
                starts.append(self.runs[min(again)].start)
                continue
            spelled = self._spelled(number, wanted, place)
            if spelled is not None:
                starts.append(spelled)
            else:
                missing.append(number)
        claimed |= mine
        if missing:
            return Checked(
                fact,
                Verdict.FIGURE_MISSING,
                self._line(place.start),
                tuple(str(number) for number in missing),
                elsewhere=self._elsewhere(wanted, missing, place),
            )
        return Checked(fact, Verdict.FOUND, self._line(min(starts)), shared=shared)

    def _occurrence(
        self, number: Decimal, wanted: _Wanted, place: Place, taken: set[int]
    ) -> set[int] | None:
        """The runs that print a number at a place, the likeliest occurrence of it; None where it does not stand there."""
        found: list[tuple[tuple[bool, bool, bool, int], set[int]]] = []
        for at in self._runs_of(place):
            run = self.runs[at]
            if at in taken or not run.can_be_claimed:
                continue
            parts = self._parts(number, at, wanted, place)
            if parts is None or parts & taken:
                continue
            outside = place.box is None and self.outline.in_box(run.start)
            rank = (outside, run.kind is Class.NAME, not self._has_unit(max(parts), wanted.unit), at)
            found.append((rank, parts))
        return min(found, key=lambda each: each[0])[1] if found else None

    def _parts(self, number: Decimal, at: int, wanted: _Wanted, place: Place) -> set[int] | None:
        """The run, or the runs that a space breaks it into, if they print the number."""
        run = self.runs[at]
        if run.number == number:
            return {at}
        text = self.outline.text.text
        if wanted.in_formula and run.number == number * 100 and text[run.end : run.end + 2].strip()[:1] == "%":
            return {at}
        if wanted.in_rule and any(
            wanted.unit.startswith(unit)
            and run.number * times == number
            and text[run.end : run.end + 4].strip().startswith(printed)
            for unit, printed, times in _CONVERTED
        ):
            return {at}
        digits = text[run.start : run.end]
        parts = {at}
        for following in range(at + 1, min(at + 8, len(self.runs))):
            before, after = self.runs[following - 1], self.runs[following]
            between = text[before.end : after.start]
            if between.strip(" ") or not between or not place.holds(after.start) or not after.can_be_claimed:
                return None
            digits += text[after.start : after.end]
            parts.add(following)
            if digits.count(".") <= 1 and Decimal(digits.replace(" ", "").replace(",", "")) == number:
                return parts
        return None

    def _has_unit(self, at: int, unit: str) -> bool:
        end = self.runs[at].end
        after = key_of(self.outline.text.text[end : end + 6]).removeprefix("余").removeprefix("多")
        first = re.split(r"[/·]", unit, maxsplit=1)[0]
        return bool(first) and after.startswith(first)

    def _runs_of(self, place: Place) -> Iterator[int]:
        for start, end in place.spans:
            at = bisect_left(self._starts, start)
            while at < len(self.runs) and self.runs[at].start < end:
                yield at
                at += 1

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def _word(self, word: str, place: Place) -> int | None:
        for start, end in place.spans:
            at = self.outline.text.find(word, start, end)
            if at is not None:
                return at
        return None

    def _spelled(self, number: Decimal, wanted: _Wanted, place: Place) -> int | None:
        """Where a number stands as a Chinese numeral with its unit, as laws print it: 十六周岁, 三、四级."""
        counted = re.escape(re.split(r"[/·]", wanted.unit, maxsplit=1)[0])
        whole = [int(each) for each in wanted.numbers if each == int(each)]
        if number < 0 or number != int(number) or not (counted or len(whole) > 1):
            return None
        between = "[、至到或-]"
        for spelling in spellings_of(int(number)):
            pattern = rf"(?<![{SIGNS}]){spelling}(?:{between}[{SIGNS}]+)*\s*{counted}"
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

    def _elsewhere(
        self, wanted: _Wanted, numbers: Sequence[Decimal], place: Place | None
    ) -> tuple[str, ...]:
        """Where else in the document a number or a word stands."""
        starts: list[int] = []
        if wanted.word:
            at = self._word(wanted.word, self.outline.whole)
            starts = [] if at is None else [at]
        for at, run in enumerate(self.runs):
            if place is not None and place.holds(run.start):
                continue
            whole = self.outline.whole
            if run.can_be_claimed and any(self._parts(number, at, wanted, whole) for number in numbers):
                starts.append(run.start)
        return tuple(dict.fromkeys(self.outline.locator_of(at) for at in starts))[:3]

    def _of_name(self, fact: Fact, place: Place | Unresolved) -> Iterator[int]:
        """The runs at the place of a fact that its own name holds, with the words after them: 60岁及以上人口."""
        name = key_of(fact.name_zh)
        if isinstance(place, Place) and _DIGIT.search(name):
            for at in self._runs_of(place):
                run = self.runs[at]
                opening = key_of(self.outline.text.text[run.start : run.end + 4])
                if run.can_be_claimed and not opening[-1].isdigit() and opening in name:
                    yield at

    def _printed(self, at: int, run: Run, claimed: set[int], named: set[int]) -> Printed:
        text = self.outline.text.text
        kind = Class.NAME if at in named else run.kind
        return Printed(
            text[run.start : run.end],
            Class.FACT if at in claimed else kind,
            self.outline.locator_of(run.start),
            self._line(run.start),
            _one_line(text[max(0, run.start - 3 * _CONTEXT) : run.start])[-_CONTEXT:],
            _one_line(text[run.end : run.end + 3 * _CONTEXT])[:_CONTEXT],
        )

    def _line(self, at: int) -> int:
        return self.text.line_of(self.outline.text.origin(at))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
