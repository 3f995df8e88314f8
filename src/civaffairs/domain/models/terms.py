"""Terms: the closed lists of values that the field uses, each with its Chinese and its English name."""

from __future__ import annotations

from enum import Enum

from civaffairs.domain.names import Label
from civaffairs.errors import Language


class Term(Enum):
    """One value of a closed list; its member name in lower case is its id in data files.

    Example:
        >>> Area.RURAL.text("zh"), Area.RURAL.id
        ('农村', 'rural')
    """

    _value_: Label

    @property
    def id(self) -> str:
        """The id in data files: English snake_case."""
        return self.name.lower()

    @property
    def label(self) -> Label:
        """The term in both languages."""
        return self._value_

    def text(self, lang: Language | None = None) -> str:
        """Return the term in `lang`, by default in the language in force."""
        return self._value_.text(lang)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Area(Term):
    """Whether the urban or the rural standards apply."""

    URBAN = Label("城市", "urban")
    RURAL = Label("农村", "rural")


class Sex(Term):
    """The sex that the household register records."""

    FEMALE = Label("女", "female")
    MALE = Label("男", "male")
