"""Every cited figure looked up again in its document, and every figure of the document that nobody cites.

`verify` follows the locator of each fact and looks for its digits, or its word, there. Each fact claims one
occurrence, those with the narrowest place first; what is left of the digits of the text is told apart by what
it is: a date, the number of a heading, or a figure that no fact states.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from itertools import chain

from attrs import field, frozen

from civaffairs.exchange.facts import Fact
from civaffairs.exchange.verifying.digit_runs import Class
from civaffairs.exchange.verifying.folding import key_of
from civaffairs.exchange.verifying.locators import Place, Unresolved, locator_of, whole_of
from civaffairs.exchange.verifying.reading import Reading, Wanted
from civaffairs.exchange.verifying.texts import SourceText

_CONTEXT = 12
_MOST_ELSEWHERE = 3
_DIGIT = re.compile(r"[0-9]")


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
        beside: what stands behind a figure of running text where its unit does not; empty where it does.
    """

    fact: Fact
    verdict: Verdict
    line: int | None = None
    missing: tuple[str, ...] = ()
    step: str = ""
    near: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    shared: bool = False
    beside: str = ""

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
    def other_units(self) -> tuple[Checked, ...]:
        """The facts beside whose figures another unit stands than theirs."""
        return tuple(each for each in self.checked if each.beside)

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
    r"""Look every fact up in the text of its document.

    Args:
        facts: the facts; those whose document has no text are left out.
        texts: by the id of the document. One text may hold several documents.

    Example:
        >>> from civaffairs.exchange.facts import COLUMNS
        >>> row = dict.fromkeys(COLUMNS, "") | {"document": "d/1", "locator": "一", "value": "32"}
        >>> text = SourceText.of("plan.txt", "一、现状\n养老床位32张，护理员7名。")
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
        tuple(
            _Verifier(Reading.of(text)).verified(tuple(documents[text]), cited)
            for text, cited in by_text.items()
        )
    )


@frozen
class _Verifier:
    """Looks facts up in a text and keeps book of the runs of digits that they claim."""

    reading: Reading
    claimed: set[int] = field(factory=set)

    def verified(self, documents: tuple[str, ...], facts: Sequence[Fact]) -> VerifiedText:
        """Look facts up, those with the narrowest place first."""
        places = [self.reading.place(fact.locator) for fact in facts]
        widths = [place.width if isinstance(place, Place) else 0 for place in places]
        checked: dict[int, Checked] = {}
        for at in sorted(range(len(facts)), key=lambda at: widths[at]):
            checked[at] = self._checked(facts[at], places[at])
        named = {run for fact, place in zip(facts, places, strict=True) for run in self._of_name(fact, place)}
        printed = tuple(self._printed(at, named) for at in range(len(self.reading.runs)))
        in_order = tuple(checked[at] for at in range(len(facts)))
        return VerifiedText(self.reading.text, documents, in_order, printed)

    def _checked(self, fact: Fact, place: Place | Unresolved) -> Checked:
        wanted = Wanted.of(fact)
        if isinstance(place, Unresolved):
            elsewhere = self._elsewhere(wanted, wanted.numbers, None)
            return Checked(fact, Verdict.PLACE_MISSING, step=place.step, near=place.near, elsewhere=elsewhere)
        line = self.reading.line(place.start)
        if wanted.numbers:
            return self._counted(fact, wanted, place)
        if not wanted.word:
            return Checked(fact, Verdict.PLACE_ONLY, line)
        at = self.reading.word(wanted.word, place)
        if at is None:
            elsewhere = self._elsewhere(wanted, (), place)
            return Checked(fact, Verdict.FIGURE_MISSING, line, (fact.value,), elsewhere=elsewhere)
        return Checked(fact, Verdict.FOUND, self.reading.line(at))

    def _counted(self, fact: Fact, wanted: Wanted, place: Place) -> Checked:
        """Look for the numbers of a fact at its place, and claim an occurrence of each."""
        mine: set[int] = set()
        starts: list[int] = []
        missing: list[Decimal] = []
        shared = False
        for number in wanted.numbers:
            free = self.reading.occurrence(number, wanted, place, self.claimed | mine)
            runs = free or self.reading.occurrence(number, wanted, place, mine)
            spelled = None if runs else self.reading.spelled(number, wanted, place)
            if runs:
                mine |= runs
                starts.append(self.reading.runs[min(runs)].start)
                shared = shared or free is None
            elif spelled is not None:
                starts.append(spelled)
            else:
                missing.append(number)
        self.claimed.update(mine)
        if missing:
            return Checked(
                fact,
                Verdict.FIGURE_MISSING,
                self.reading.line(place.start),
                tuple(str(number) for number in missing),
                elsewhere=self._elsewhere(wanted, missing, place),
            )
        line = self.reading.line(min(starts))
        return Checked(fact, Verdict.FOUND, line, shared=shared, beside=self._beside(wanted, place, mine))

    def _beside(self, wanted: Wanted, place: Place, mine: set[int]) -> str:
        """What stands behind the last number in running text, if it is not the unit.

        In a table the unit stands elsewhere; a formula and a rule count in units of their own.
        """
        if not mine or not wanted.unit or place.row is not None or wanted.in_formula or wanted.in_rule:
            return ""
        last = max(mine)
        if self.reading.has_unit(last, wanted.unit):
            return ""
        end = self.reading.runs[last].end
        return _one_line(self.reading.outline.text.text[end : end + _CONTEXT]) or " "

    def _elsewhere(self, wanted: Wanted, numbers: Sequence[Decimal], place: Place | None) -> tuple[str, ...]:
        """Where else in the document a number or a word stands."""
        outline, runs = self.reading.outline, self.reading.runs
        word = self.reading.word(wanted.word, whole_of(outline)) if wanted.word else None
        starts = (
            run.start
            for at, run in enumerate(runs)
            if (place is None or not place.holds(run.start))
            and any(self.reading.parts(number, at, wanted) for number in numbers)
        )
        found: dict[str, None] = {}
        for at in chain([] if word is None else [word], starts):
            found[locator_of(outline, at)] = None
            if len(found) == _MOST_ELSEWHERE:
                break
        return tuple(found)

    def _of_name(self, fact: Fact, place: Place | Unresolved) -> Iterator[int]:
        """The runs at the place of a fact that its name holds with the words after them: 60岁及以上人口."""
        name = key_of(fact.name_zh)
        if isinstance(place, Place) and _DIGIT.search(name):
            for at in self.reading.runs_of(place):
                run = self.reading.runs[at]
                opening = key_of(self.reading.outline.text.text[run.start : run.end + 4])
                if run.can_be_claimed and not _DIGIT.match(opening[-1]) and opening in name:
                    yield at

    def _printed(self, at: int, named: set[int]) -> Printed:
        run, outline = self.reading.runs[at], self.reading.outline
        text = outline.text.text
        kind = Class.FACT if at in self.claimed else Class.NAME if at in named else run.kind
        return Printed(
            text[run.start : run.end],
            kind,
            locator_of(outline, run.start),
            self.reading.line(run.start),
            _one_line(text[max(0, run.start - 3 * _CONTEXT) : run.start])[-_CONTEXT:],
            _one_line(text[run.end : run.end + 3 * _CONTEXT])[:_CONTEXT],
        )


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
