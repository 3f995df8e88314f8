"""Every error of the library, drawn as a tree.

CivaffairsError                 carries one or more faults: what, where, how to mend
  · DeclarationError            a value was declared wrongly (also a ValueError)
      + UnitClash               two units do not go together
      + RuleRefused             a rule uses a construct that no interpreter could read
  · InputInvalid                foreign input cannot be used; nothing was written (also a ValueError)
      + ModelInvalid            a household, organisation … breaks its own rules
  · NotInForce                  a date lies where nothing is known (also a LookupError)
      + DateUncertain           the source gives only a month or a year, and the date lies inside it
  · UnknownName                 no such jurisdiction, indicator … (also a LookupError)
  · NotLoaded                   a part of the catalogue that was not loaded (also a LookupError)
  · PluginFault                 a plugin is broken and the strict switch is on
  · ExtraMissing                an optional library is not installed (also an ImportError)

This room imports the standard library only. Words are found late, in the reader's language; see
`civaffairs.errors.messages`.

Example:
    >>> error = DeclarationError(fault("document_nameless", "documents[2]", id="d/1"))
    >>> error.faults[0].where
    'documents[2]'
    >>> print(error.text("zh"))
    documents[2]：文件 d/1 没有名称。请在 zh= 填写正式名称
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.errors.language import LANGUAGES, Language, language, speak, speak_again
from civaffairs.errors.messages import Fault, Message, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "LANGUAGES",
    "CivaffairsError",
    "DateUncertain",
    "DeclarationError",
    "ExtraMissing",
    "Fault",
    "InputInvalid",
    "Language",
    "Message",
    "ModelInvalid",
    "NotInForce",
    "NotLoaded",
    "PluginFault",
    "RuleRefused",
    "UnitClash",
    "UnknownName",
    "fault",
    "language",
    "message",
    "raise_all",
    "speak",
    "speak_again",
]


class CivaffairsError(Exception):
    """The root of all errors of the library. It holds every fault that was found, not only the first."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = faults

    def text(self, lang: Language | None = None) -> str:
        """Return every fault on a line of its own, in `lang` or the language in force."""
        return "\n".join(each.text(lang) for each in self.faults)

    def __str__(self) -> str:
        return self.text()


class DeclarationError(CivaffairsError, ValueError):
    """A value was declared wrongly, in a plugin or in a program."""


class UnitClash(DeclarationError):
    """Two units do not go together, or a unit is not known."""


class RuleRefused(DeclarationError):
    """A rule uses a construct that no interpreter could read, such as a Python `if`."""


class InputInvalid(CivaffairsError, ValueError):
    """Foreign input cannot be used; the faults say where, and nothing was written."""


class ModelInvalid(InputInvalid):
    """A person, household, organisation or cemetery breaks its own rules."""


class NotInForce(CivaffairsError, LookupError):
    """A date lies where nothing is known; the fault says what is known."""


class DateUncertain(NotInForce):
    """The source gives only a month or a year, and the date asked for lies inside it."""


class UnknownName(CivaffairsError, LookupError):
    """There is no such jurisdiction, plan, indicator or document."""

    @classmethod
    def among(cls, kind: str, name: str, known: Iterable[str]) -> UnknownName:
        """Build the error for `name`, with the closest of the `known` names as a suggestion.

        `kind` is the code of a kind in the wordings: jurisdiction, indicator, plan, document, unit, column.
        """
        from difflib import get_close_matches

        names = sorted(known)
        close: Sequence[str] = get_close_matches(name, names, n=3, cutoff=0.5) or names[:12]
        return cls(
            fault("unknown_name", kind=message(f"kind_{kind}"), name=name, known=", ".join(close) or "-")
        )


class NotLoaded(CivaffairsError, LookupError):
    """A part of the catalogue is asked for that was left out when it was loaded."""


class PluginFault(CivaffairsError):
    """A plugin is broken, and the caller asked that nothing broken be passed over."""


class ExtraMissing(CivaffairsError, ImportError):
    """An optional library is not installed; the fault names the command that installs it."""


def raise_all(error: type[CivaffairsError], faults: Iterable[Fault]) -> None:
    """Raise `error` with all `faults`, or do nothing where there are none."""
    found = tuple(faults)
    if found:
        raise error(*found)
