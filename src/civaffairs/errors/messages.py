"""Messages as values: a code, its arguments, and words found late in one of two languages.

Every code stands in one of the tables of `civaffairs.errors.wordings`, with what is wrong (or what is the
case) and, for faults, how to mend it, in Chinese and in English. `tests/errors` checks that both languages
use the same arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civaffairs.errors.language import language

if TYPE_CHECKING:
    from civaffairs.errors.language import Language
    from civaffairs.errors.wordings import Wording


class Message(NamedTuple):
    """Something to tell a reader, in either language.

    Attributes:
        code: the entry in the table of wordings.
        args: what is filled in; a value with a method `text(lang)` is asked for its own words.

    Example:
        >>> message("document_nameless", id="d/1").text("en")
        'document d/1 has no title'
    """

    code: str
    args: tuple[tuple[str, object], ...] = ()

    def text(self, lang: Language | None = None) -> str:
        """Return the words of this message in `lang`, by default in the language in force."""
        chosen = lang or language()
        wording = _wording(self.code)
        return _fill(wording.zh if chosen == "zh" else wording.en, self.args, chosen)

    def mend(self, lang: Language | None = None) -> str:
        """Return how to mend it; empty where nothing has to be mended."""
        chosen = lang or language()
        wording = _wording(self.code)
        return _fill(wording.mend_zh if chosen == "zh" else wording.mend_en, self.args, chosen)


def message(code: str, /, **args: object) -> Message:
    """Build a message; an unknown code is a `KeyError` here, not when somebody reads it."""
    _wording(code)
    return Message(code, tuple(sorted(args.items())))


class Fault(NamedTuple):
    """One thing that is wrong: what, where, and how to mend it.

    Attributes:
        where: a path or a place, such as `members[0].age` or `a.xlsx, sheet 1, row 3, column C`.
        what: the message.

    Example:
        >>> print(fault("document_nameless", "documents[2]", id="d/1").text("en"))
        documents[2]: document d/1 has no title. Give the official title as zh=
    """

    where: str
    what: Message

    @property
    def code(self) -> str:
        """The code of the message, for programs that tell faults apart."""
        return self.what.code

    def text(self, lang: Language | None = None) -> str:
        """Return place, fault and mend as one line."""
        chosen = lang or language()
        mend = self.what.mend(chosen)
        colon, stop = ("：", "。") if chosen == "zh" else (": ", ". ")
        place = f"{self.where}{colon}" if self.where else ""
        return f"{place}{self.what.text(chosen)}{stop + mend if mend else ''}"

    def under(self, path: str) -> Fault:
        """Return the same fault seen from further out: `age` under `members[0]` is `members[0].age`."""
        if not self.where or not path:
            return Fault(path or self.where, self.what)
        dot = "" if self.where.startswith("[") else "."
        return Fault(f"{path}{dot}{self.where}", self.what)


def fault(code: str, where: str = "", /, **args: object) -> Fault:
    """Build a fault at a place."""
    return Fault(where, message(code, **args))


def _wording(code: str) -> Wording:
    from civaffairs.errors.wordings import WORDINGS  # many sentences, and where all is well none is said

    return WORDINGS[code]


def _fill(pattern: str, args: tuple[tuple[str, object], ...], lang: Language) -> str:
    words: dict[str, object] = {}
    for name, value in args:
        say = getattr(value, "text", None)
        words[name] = say(lang) if callable(say) else value
    return pattern.format(**words)
