"""Which of the two languages a message is written in.

A message is a code with arguments until somebody reads it; only then is it put into words. The language
is the one set by `speak` (the command line does that for `--lang`), otherwise the user's locale.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from contextvars import Token

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")

_chosen: ContextVar[Language | None] = ContextVar("civaffairs_language", default=None)


def language() -> Language:
    """Return the language in force: the chosen one, otherwise the locale's, otherwise English.

    Example:
        >>> token = speak("zh")
        >>> language()
        'zh'
        >>> speak_again(token)
    """
    chosen = _chosen.get()
    if chosen is not None:
        return chosen
    for variable in ("CIVAFFAIRS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def speak(lang: Language) -> Token[Language | None]:
    """Choose the language for this context and return a token for `speak_again`."""
    return _chosen.set(lang)


def speak_again(token: Token[Language | None]) -> None:
    """Go back to the language that was in force before `speak`."""
    _chosen.reset(token)
