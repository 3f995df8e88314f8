"""The words of the field: what a term is called in Chinese and English, and what it means.

Plugins declare the terms: the nation those that everybody shares, a district its own.
"""

from __future__ import annotations

from collections import Counter

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of, optional

from civaffairs.domain.names import Label, is_id
from civaffairs.domain.sources import Clause
from civaffairs.domain.topics import Topic
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, fault, raise_all

_WORDS = deep_iterable(instance_of(str), instance_of(tuple))


@frozen(eq=False, repr=False, slots=False)
class Term(Value):
    """A term of the field.

    Attributes:
        id: one meaning, one id, in all plugins.
        label: the official term and its English handle, as the Ministry, the World Bank or the ADB write it.
        meaning: what it means, in a line of our own words.
        topic: the subject it belongs to; None for a word of every plan, such as 约束性.
        clause: where it is defined; None where no source that was read defines it.
        also: other official spellings and abbreviations, such as 低保.
        also_en: other words by which labels may say it in English, such as a singular; no names of the term.

    Raises:
        DeclarationError: where one name is empty or given twice.

    Example:
        >>> dibao = Term(
        ...     "dibao",
        ...     Label("最低生活保障", "Dibao"),
        ...     Label("补足到当地标准", "tops income up to the local standard"),
        ...     Topic.SOCIAL_ASSISTANCE,
        ...     also=("低保",),
        ... )
        >>> dibao.names
        ('最低生活保障', '低保')
        >>> dibao.is_called_so_in("urban Dibao standard")
        True
    """

    id: str = field(validator=is_id)
    label: Label = field(validator=instance_of(Label))
    meaning: Label = field(validator=instance_of(Label))
    topic: Topic | None = field(validator=optional(instance_of(Topic)))
    clause: Clause | None = field(default=None, validator=optional(instance_of(Clause)))
    also: tuple[str, ...] = field(default=(), validator=_WORDS)
    also_en: tuple[str, ...] = field(default=(), validator=_WORDS)

    def __attrs_post_init__(self) -> None:
        words = (*self.names, *self.handles)
        if not all(word.strip() for word in words):
            raise DeclarationError(fault("text_missing", self.id, of=type(self).__name__))
        times = Counter((*self.names, *map(_plain, self.handles)))
        raise_all(
            DeclarationError,
            (fault("declared_twice", self.id, name=word) for word, count in times.items() if count > 1),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called in Chinese, the official term first."""
        return (self.label.zh, *self.also)

    @property
    def handles(self) -> tuple[str, ...]:
        """Every way to say it in English, the usual handle first."""
        return (self.label.en, *self.also_en)

    def is_called_so_in(self, english: str) -> bool:
        """Whether English words use one of its handles; capitals and hyphens make no difference."""
        said = _plain(english)
        return any(_plain(handle) in said for handle in self.handles)


def _plain(words: str) -> str:
    return words.casefold().replace("-", " ")
