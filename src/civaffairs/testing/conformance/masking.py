"""Whether deciding shows whom it is about: in decisions, explanations, notices, records, logs or errors.

Cases are drawn, and names and numbers that nothing else contains are planted in them. Then every provision is
decided, everything that is said of it in either language is written out, and none of what was planted may
stand there, nor anybody's date of birth. Of a mask the first character of a name and the ends of a number may
be seen.
"""

from __future__ import annotations

import logging
import traceback
import warnings
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.domain.models import Sex, identity_check
from civaffairs.domain.models.fact import attributes, fact_of, is_model, kind_of, replaced
from civaffairs.domain.models.identifiers import identity_problems
from civaffairs.domain.rulebook import InForce
from civaffairs.engines.deciding import decide
from civaffairs.errors import LANGUAGES, CivaffairsError, InputInvalid, message
from civaffairs.testing.conformance.requirement import Finding, Subject

if TYPE_CHECKING:
    from civaffairs.domain.decisions import Decisions
    from civaffairs.domain.names import Label
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Rulebook

_SHARE = 10
"""One case in so many of those that are asked for is enough: what is said of one shows how it is said."""
_LEAST = 2
"""So many cases of each kind are drawn at least, and so many are written out in every form that there is."""
_RARE, _FIRST_NUMERAL = "龘靐齉", 0x9FA5
"""Characters that no name, term or clause contains, and the last of a row of such."""
_LONG_AGO = date(1850, 1, 1)


def masking(subject: Subject) -> Iterator[Finding]:
    """Yield where deciding shows whom it is about: each provision, output and kind of fact once."""
    from civaffairs.testing.drawing import dated_cases, drawn, provisions_by_kind

    book = subject.dossier.rulebook
    # On these days anybody may be born: they are said for other reasons.
    said = {*book.days_of_change(), _LONG_AGO}
    seen: set[tuple[str, str, Label]] = set()
    for provisions in provisions_by_kind(book).values():
        share = subject.examples * len(provisions) // len(book.provisions) // _SHARE
        cases = dated_cases(provisions, book)
        found = drawn(cases, examples=max(_LEAST, share), seed=subject.seed)
        for position, (day, thing) in enumerate(found):
            case, planted = plant(thing, {*said, day})
            asked = _Asked(book, case, day, planted, written=position < _LEAST)
            for provision, output, what in asked.shown(provisions):
                if (provision.id, output, what) not in seen:
                    seen.add((provision.id, output, what))
                    yield _finding(book, provision, output, what, day)


def _finding(book: Rulebook, provision: Provision, output: str, what: Label, day: date) -> Finding:
    when = book.on(day).rule(provision.when)
    clause = when.clause if isinstance(when, InForce) else None
    said = message("conform_shown", what=what, where=message(f"conform_output_{output}"))
    return Finding(provision.id, said, clause)


# --- what is planted -------------------------------------------------------------------------------


@frozen
class Planted:
    """Something that must not be seen.

    Attributes:
        what: the fact that it is.
        pieces: the pieces of text that would show it.
    """

    what: Label
    pieces: tuple[str, ...]


def plant(case: object, said: Collection[date] = ()) -> tuple[Any, tuple[Planted, ...]]:
    """Return a case with a name and number for everybody in it, and what must not be seen of it.

    Whatever the models call personal is covered that is text or a date of birth; the figures that decide are
    what reasons are about.

    Args:
        case: a thing of a model.
        said: dates that are said for other reasons, so that a birth on one of them may be seen.

    Example:
        >>> from civaffairs import Person
        >>> person, planted = plant(Person(born=date(1950, 3, 1)))
        >>> [each.what.en for each in planted]
        ['date of birth', 'name', 'resident identity number']
        >>> person.identity_number[6:14]
        '19500301'
    """
    found: list[Planted] = []
    return _plant(case, said, found), tuple(found)


def _plant(thing: Any, said: Collection[date], found: list[Planted]) -> Any:  # noqa: ANN401 - any model
    changed: dict[str, object] = {}
    for attribute in attributes(type(thing)):
        value, declared = getattr(thing, attribute.name), fact_of(attribute)
        if is_model(type(value)):
            changed[attribute.name] = _plant(value, said, found)
        elif isinstance(value, tuple) and value and is_model(type(value[0])):
            changed[attribute.name] = tuple(_plant(each, said, found) for each in value)
        elif declared.personal and type(value) is date and value not in said:
            found.append(Planted(declared.label, _spelt(value)))
        elif declared.personal and kind_of(attribute).of is str:
            number = len(found)
            text = _number(thing, number) if declared.check is identity_problems else _name(number)
            # Of a number the first four characters are shown, and those at the end; of a name the first.
            pieces = (text[4:-4],) if declared.check is identity_problems else (text[1:],)
            found.append(Planted(declared.label, pieces))
            changed[attribute.name] = text
    return replaced(thing, **changed)


def _name(number: int) -> str:
    return f"{_RARE}{chr(_FIRST_NUMERAL - number)}"


def _number(person: Any, number: int) -> str:  # noqa: ANN401 - a person
    """Return an identity number that says the birth and sex of a person; its county is nobody's."""
    order = 2 * (number % 500) + (person.sex is Sex.MALE)
    first = f"110000{person.born:%Y%m%d}{order:03d}"
    return f"{first}{identity_check(first)}"


def _spelt(born: date) -> tuple[str, ...]:
    return (
        born.isoformat(),
        f"{born:%Y%m%d}",
        f"{born.year}年{born.month}月{born.day}日",
        f"{born.year}, {born.month}, {born.day}",  # the repr of a date
    )


# --- what is shown ---------------------------------------------------------------------------------


@frozen
class _Asked:
    """A case, when it is decided, what must not be seen of it, and whether everything is written of it."""

    book: Rulebook
    case: object
    day: date
    planted: tuple[Planted, ...]
    written: bool

    def shown(self, provisions: tuple[Provision, ...]) -> Iterator[tuple[Provision, str, Label]]:
        """Yield each provision with every output and every fact that it shows."""
        outputs = self._outputs(provisions)
        if "error" not in outputs and not any(self._seen(text) for text in outputs.values()):
            return
        for provision in provisions:  # it is one of them; where one raises, the others were not looked at
            for output, text in self._outputs((provision,)).items():
                for what in self._seen(text):
                    yield provision, output, what

    def _seen(self, text: str) -> tuple[Label, ...]:
        return tuple(each.what for each in self.planted if any(piece in text for piece in each.pieces))

    def _outputs(self, provisions: tuple[Provision, ...]) -> dict[str, str]:
        """Return everything that is said on the way of deciding the case, by what says it."""
        names = [provision.id for provision in provisions]
        found: dict[str, str] = {}
        with _listening() as heard:
            try:
                decisions = decide(self.book, self.case, on=self.day, provisions=names)
                found = _told(decisions)
                if self.written:
                    found |= _written(decisions, self.case)
            except Exception as error:  # noqa: BLE001 - a function of a rule may raise anything
                found["error"] = _told_of(error)
            # For a day before anybody was born it is refused, in words that must not say when that was.
            try:
                decide(self.book, self.case, on=_LONG_AGO, provisions=names)
            except InputInvalid as error:
                found["refusal"] = _told_of(error)
            except Exception as error:  # noqa: BLE001 - as above
                found["error"] = "\n".join((found.get("error", ""), _told_of(error)))
        return {**found, "log": heard.text}


def _told(decisions: Decisions) -> dict[str, str]:
    """Return what decisions show of themselves, by what shows it."""
    return {
        "decision": "\n".join(f"{each!r} {each}" for each in (decisions, *decisions)),
        "trace": "\n".join(repr((each.trace.noted, each.trace.paths)) for each in decisions),
    }


def _written(decisions: Decisions, case: object) -> dict[str, str]:
    """Return everything that is written of decisions, their reasons included, by what it is."""
    from civaffairs.exchange.decisions import decisions_text
    from civaffairs.present.decided import decisions_lines
    from civaffairs.present.decisions import decisions_view
    from civaffairs.present.notice import notice

    view = decisions_view(decisions, case)
    return {
        "lines": "\n".join(decisions_lines(view, lang, everything=True) for lang in LANGUAGES),
        "notice": notice(view, LANGUAGES),
        "record": decisions_text(decisions),
    }


def _told_of(error: Exception) -> str:
    """Return everything that an error says, with those that led to it."""
    texts = [error.text(lang) for lang in LANGUAGES] if isinstance(error, CivaffairsError) else [str(error)]
    return "\n".join((repr(error), *texts, *traceback.format_exception(error)))


class _Heard(logging.Handler):
    """What is logged, printed or warned of meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.printed = StringIO()
        self.warned: list[warnings.WarningMessage] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is logged, with the traceback where there is one."""
        self.printed.write(self.format(record))

    @property
    def text(self) -> str:
        """Everything that was heard."""
        return "\n".join((self.printed.getvalue(), *(str(each.message) for each in self.warned)))


@contextmanager
def _listening() -> Iterator[_Heard]:
    """Listen to what is printed, logged and warned of, and let none of it through."""
    heard, root = _Heard(), logging.getLogger()
    with ExitStack() as stack:
        stack.enter_context(redirect_stdout(heard.printed))
        stack.enter_context(redirect_stderr(heard.printed))
        heard.warned = stack.enter_context(warnings.catch_warnings(record=True, action="always"))
        root.addHandler(heard)
        stack.callback(root.removeHandler, heard)
        yield heard
