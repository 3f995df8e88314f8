"""The two ways anything is called: an id for programs, a label in two languages for people.

The Chinese term is canonical, character for character as the official text has it; the English handle
follows the usage of the Ministry, the World Bank and the ADB.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, Language, fault, language

if TYPE_CHECKING:
    from attrs import Attribute

_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")


def _present(instance: object, attribute: Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise DeclarationError(fault("text_missing", attribute.name, of=type(instance).__name__))


def is_id(_instance: object, attribute: Attribute[str], value: object) -> None:
    """Refuse an id that is not English snake_case, as in `nursing_bed_share` (an attrs validator)."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise DeclarationError(fault("id_malformed", attribute.name, id=value))


def is_slug(_instance: object, attribute: Attribute[str], value: object) -> None:
    """Refuse a slug that is not lower-case words with hyphens, as in `d/plan-14` (an attrs validator)."""
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise DeclarationError(fault("slug_malformed", attribute.name, id=value))


@frozen(eq=False, repr=False, slots=False)
class Label(Value):
    """What something is called, in both languages.

    Attributes:
        zh: the official Chinese term.
        en: the term of the field in English.

    Raises:
        DeclarationError: where one of the two is missing.

    Example:
        >>> Label("最低生活保障", "Dibao").text("zh")
        '最低生活保障'
    """

    zh: str = field(validator=_present)
    en: str = field(validator=_present)

    def text(self, lang: Language | None = None) -> str:
        """Return the label in `lang`, by default in the language in force."""
        return self.zh if (lang or language()) == "zh" else self.en
