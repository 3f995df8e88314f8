"""Texts that wait for their language, and the one way to put them into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import frozen

from civaffairs.errors import language, message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civaffairs.errors import Language


class Speaks(Protocol):
    """Whatever has words in both languages: a label, a message, an amount, a period, a clause, a target."""

    def text(self, lang: Language | None = None) -> str:
        """Return its words in `lang`, by default in the language in force."""
        ...


Text: TypeAlias = Speaks | str
"""Something to read: with words in both languages, or as a source prints it."""

NOT_KNOWN = "—"


@frozen
class NotKnown:
    """What is not known, with the reason. It is shown as a dash and never as zero.

    Example:
        >>> NotKnown("masked").text("en")
        '— (masked)'
    """

    why: Text

    def text(self, lang: Language | None = None) -> str:
        """Return the dash and the reason."""
        return message("cell_not_known", why=self.why).text(lang)


def words(text: Text, lang: Language | None = None) -> str:
    """Return the words of a text in a language.

    Example:
        >>> words(message("heading_unit"), "en"), words("3", "en")
        ('Unit', '3')
    """
    return text if isinstance(text, str) else text.text(lang)


def joined(texts: Iterable[Text], lang: Language | None = None) -> str:
    """Return several texts as one, with semicolons of the language between them."""
    between = "；" if (lang or language()) == "zh" else "; "
    return between.join(words(text, lang) for text in texts)
