"""Decisions as lines to read: for a terminal, a pipe, or a text file.

What somebody is entitled to and what cannot be told stands with all its reasons; what somebody is not
entitled to is one line with the first reason, unless everything is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.decisions import Answer
from civaffairs.errors import language, message
from civaffairs.present.palette import ANSWERS
from civaffairs.present.prose import broken
from civaffairs.present.words import joined, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.errors import Language
    from civaffairs.present.decisions import DecisionsView, DecisionView, Sentence, SubjectView
    from civaffairs.present.words import Text

SHORT_DIGEST = 12
"""How many digits of a digest are shown: enough to find a record by."""

_UNBROKEN = 10**6
_STEP = 2


def decisions_lines(
    view: DecisionsView, lang: Language | None = None, *, width: int | None = None, everything: bool = False
) -> str:
    """Return decisions as text.

    Args:
        view: the decisions.
        lang: the language; by default the one in force.
        width: how many columns a line may have; by default as many as it needs, as in a pipe.
        everything: whether all reasons are said of what somebody is not entitled to, too.
    """
    writer = _Writer(lang or language(), width or _UNBROKEN, everything)
    return "\n".join(writer.lines(view)) + "\n"


@frozen
class _Writer:
    lang: Language
    width: int
    everything: bool

    def lines(self, view: DecisionsView) -> Iterator[str]:
        place = message("fictional_mark" if view.place.fictional else "plain_name", name=view.place.label)
        yield from self._say(0, message("decision_head", place=place, on=view.on.isoformat(), case=view.case))
        counts = [
            message("outcome_count", outcome=message(f"answer_{answer.value}"), number=number)
            for answer, number in view.counts
        ]
        yield from self._say(0, joined(counts, self.lang))
        yield from self._say(0, message("decision_remark"))
        for subject in view.subjects:
            yield ""
            yield from self._subject(subject)
        if view.notices:
            yield ""
            yield from self._say(0, message("decision_notices"))
            for notice in view.notices:
                yield from self._item(1, notice)

    def _subject(self, subject: SubjectView) -> Iterator[str]:
        yield from self._say(0, message("decision_subject", name=subject.name))
        for decision in subject.decisions:
            if decision.answer is Answer.NO and not self.everything:
                yield from self._line(decision)
            else:
                yield from self._whole(decision)

    def _line(self, decision: DecisionView) -> Iterator[str]:
        """Say in one line that it is not so, and the first reason."""
        head = self._headed(decision)
        if decision.short is not None:
            head = message("decision_because", what=head, why=self._sentence(decision.short)).text(self.lang)
        yield from self._say(1, f"{ANSWERS[decision.answer].symbol} {head}", hang=1)

    def _whole(self, decision: DecisionView) -> Iterator[str]:
        yield from self._say(1, f"{ANSWERS[decision.answer].symbol} {self._headed(decision)}", hang=1)
        if decision.amount is not None:
            yield from self._say(2, message("decision_amount", amount=decision.amount))
        if decision.terms:
            yield from self._say(2, joined(decision.terms, self.lang))
        if decision.missing:
            yield from self._say(2, message("decision_missing"))
            for missing in decision.missing:
                yield from self._item(3, missing)
        if decision.sentences:
            yield from self._say(2, message("decision_reasons"))
            for sentence in decision.sentences:
                yield from self._item(3 + sentence.depth, self._sentence(sentence))
        if decision.not_modelled:
            yield from self._say(2, message("decision_not_modelled"))
            for label in decision.not_modelled:
                yield from self._item(3, label)
        yield from self._say(2, message("decision_digest", digest=decision.digest[:SHORT_DIGEST]))

    def _headed(self, decision: DecisionView) -> str:
        return message("decision_of", provision=decision.provision, outcome=decision.outcome).text(self.lang)

    def _sentence(self, sentence: Sentence) -> str:
        said = sentence.text.text(self.lang)
        if sentence.clause is not None:
            said = message("decision_cited", what=said, clause=sentence.clause).text(self.lang)
        if sentence.repeated:
            said = message("decision_above", what=said).text(self.lang)
        return said

    def _item(self, depth: int, text: Text) -> Iterator[str]:
        yield from self._say(depth, f"- {words(text, self.lang)}", hang=1)

    def _say(self, depth: int, text: Text, *, hang: int = 0) -> Iterator[str]:
        """Yield the lines of a text; those after the first are indented by `hang` steps more."""
        indent, later = " " * _STEP * depth, " " * _STEP * (depth + hang)
        first, *others = broken(words(text, self.lang), max(self.width - len(later), 20))
        yield f"{indent}{first}".rstrip()
        yield from (f"{later}{line}".rstrip() for line in others)
