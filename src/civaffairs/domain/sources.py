"""Where a fact comes from: documents, and clauses within them.

A clause is a citation and our own one-line paraphrase. No sentence of a document is kept.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from attrs.validators import instance_of

from civaffairs.domain.names import Label, is_slug
from civaffairs.domain.periods import Period, maybe_period
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, Language, fault, language

if TYPE_CHECKING:
    from attrs import Attribute


class Trust(Enum):
    """How far a source can be relied on; the mark travels with every value that cites it."""

    OFFICIAL = Label("政府网站", "official")
    PRESS = Label("党报或部门媒体", "press")
    REPRINT = Label("转载", "reprint")
    DERIVED = Label("由公布数据推算", "derived")
    UNCONFIRMED = Label("未经证实", "unconfirmed")
    FICTIONAL = Label("虚构", "fictional")

    @property
    def label(self) -> Label:
        """The mark in both languages."""
        return self.value

    def text(self, lang: Language | None = None) -> str:
        """Return the mark in words."""
        return self.value.text(lang)


def _has_locator(_instance: object, _attribute: Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise DeclarationError(fault("locator_missing", "locator"))


@frozen(eq=False, repr=False, slots=False)
class Document(Value):
    """A published document.

    Attributes:
        id: `jurisdiction/name`, unique among all plugins.
        label: official title and English rendering.
        issuer: who published it, in Chinese; empty where it is not known.
        issued: when, as precise as it is known; None where it is not known.
        trust: how far the copy that was read can be relied on.
        number: the official number (文号), empty where there is none.
        url: where it was read, empty where only a paper or a copy was seen.

    Example:
        >>> plan = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")
        >>> plan.at("表1").text("zh")
        '《桃源区规划》 表1'
    """

    id: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    issuer: str = field(validator=instance_of(str))
    issued: Period | None = field(converter=maybe_period)
    trust: Trust = field(default=Trust.OFFICIAL, validator=instance_of(Trust))
    number: str = ""
    url: str = ""

    def at(self, locator: str, gloss: Label | None = None) -> Clause:
        """Cite a place in this document, with our own paraphrase of what stands there."""
        return Clause(self, locator, gloss)


@frozen(eq=False, repr=False, slots=False)
class Clause(Value):
    """A citation: a document, the place in it, and our own one-line paraphrase.

    Attributes:
        locator: chapter, section, table and row as the document numbers them.
        gloss: what stands there, in our own words; None where the value itself says it (a table cell).
    """

    document: Document = field(validator=instance_of(Document))
    locator: str = field(validator=_has_locator)
    gloss: Label | None = None

    def at(self, locator: str, gloss: Label | None = None) -> Clause:
        """Cite a place inside this one: a row of a table, a cell of a row.

        Example:
            >>> table = Document("d/1", Label("规划", "Plan"), "局", 2022).at("表1")
            >>> table.at("序号3").at("2020实际").locator
            '表1 序号3 2020实际'
        """
        return evolve(self, locator=f"{self.locator} {locator}", gloss=gloss or self.gloss)

    @property
    def trust(self) -> Trust:
        """The trust mark of the document."""
        return self.document.trust

    def text(self, lang: Language | None = None) -> str:
        """Return the citation as people write it."""
        chosen = lang or language()
        title = self.document.label.text(chosen)
        if chosen == "zh":
            inner = title.replace("《", "〈").replace("》", "〉")  # a title inside a title
            return f"《{inner}》 {self.locator}"
        return f"{title}, {self.locator}"
