"""The parts that pages are made of: docutils nodes, never markup as text.

Chinese words carry their language, so that a screen reader pronounces them; a table has a caption, a head and
a head for each row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import frozen
from docutils import nodes
from sphinx import addnodes

from civaffairs.errors import Language, message
from civaffairs.sphinx.objects import ROLES, Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from civaffairs.domain.names import Label

Inline: TypeAlias = "str | nodes.Node | Sequence[nodes.Node]"
"""What can stand in a line: words of the page's language, a node, or several nodes."""

_WIDE = 40
_BODIES = (nodes.bullet_list, nodes.container, nodes.paragraph)
_AS_IT_IS = {"support_smartquotes": False}
"""Keeps Sphinx from making a dash of the two hyphens that a source prints."""


class Noting(Protocol):
    """Remembers that something is described here, and answers whether this is its first place on the page."""

    def __call__(self, thing: Named, /) -> bool:
        """Remember a thing."""
        ...


@frozen
class Pen:
    """Writes the nodes of one page.

    Attributes:
        lang: the language of the prose. Under English each official term comes first in Chinese.
        noting: remembers what the page describes.
    """

    lang: Language
    noting: Noting

    def says(self, code: str, /, **args: object) -> str:
        """Return a wording in the page's language."""
        return message(code, **args).text(self.lang)

    def term(self, label: Label) -> list[nodes.Node]:
        """Return a name: the Chinese term, and on an English page its English handle in a line with it."""
        if self.lang == "zh" or label.zh == label.en:
            return [chinese(label.zh)]
        return [chinese(label.zh), nodes.Text(" "), nodes.inline(label.en, label.en, classes=["civ-en"])]

    def anchor(self, element: nodes.Element, *things: Named) -> None:
        """Make an element the place of some things, unless they have an earlier one on this page."""
        element["ids"].extend(thing.anchor for thing in things if self.noting(thing))

    def section(self, title: Inline, anchor: str, *parts: nodes.Node | Iterable[nodes.Node]) -> nodes.section:
        """Return a section; parts are nodes or rows of nodes."""
        section = nodes.section("", nodes.title("", "", *inline(title)), ids=[anchor])
        for part in parts:
            section.extend([part] if isinstance(part, nodes.Node) else part)
        return section

    def fields(self, *pairs: tuple[str, Inline | nodes.Element | None]) -> nodes.field_list:
        """Return names with what stands behind them; a pair without content is left out."""
        result = nodes.field_list("", classes=["civ-fields"], **_AS_IT_IS)
        for code, content in pairs:
            if content is None or content in ("", []):
                continue
            body = content if isinstance(content, _BODIES) else paragraph(content)
            name = self.says(code)
            result += nodes.field("", nodes.field_name(name, name), nodes.field_body("", body))
        return result


def chinese(words: str) -> nodes.inline:
    """Return words that are marked as Chinese."""
    return nodes.inline(words, words, classes=["language-zh"], **_AS_IT_IS)


def colon(lang: Language) -> str:
    """Return the colon of a language."""
    return ":" if lang == "zh" else ": "


def inline(content: Inline) -> list[nodes.Node]:
    """Return what stands in a line as nodes."""
    if isinstance(content, str):
        return [nodes.Text(content)]
    return [content] if isinstance(content, nodes.Node) else list(content)


def paragraph(*contents: Inline) -> nodes.paragraph:
    """Return a paragraph."""
    return nodes.paragraph("", "", *(node for content in contents for node in inline(content)))


def bullets(items: Iterable[Inline]) -> nodes.bullet_list:
    """Return a list."""
    return nodes.bullet_list("", *(nodes.list_item("", paragraph(item)) for item in items))


def note(words: str) -> nodes.paragraph:
    """Return a remark in small print."""
    return nodes.paragraph("", "", nodes.Text(words), classes=["civ-note"])


def link(thing: Named, content: Inline | None = None) -> addnodes.pending_xref:
    """Return a reference that a page makes by itself; showing the thing's own name unless told otherwise."""
    shown = nodes.inline("", "", *inline(chinese(thing.label.zh) if content is None else content))
    return addnodes.pending_xref(
        "",
        shown,
        refdomain="civ",
        reftype=ROLES[thing.kind],
        reftarget=thing.name,
        refexplicit=content is not None,
        refwarn=False,
        civ_generated=True,
    )


def entry(*contents: Inline | nodes.paragraph) -> nodes.entry:
    """Return a cell of a table, each content a paragraph of its own."""
    parts = (each if isinstance(each, nodes.paragraph) else paragraph(each) for each in contents if each)
    return nodes.entry("", *parts)


def table(
    caption: Inline,
    headings: Sequence[str],
    rows: Iterable[Sequence[nodes.entry]],
    widths: Sequence[int] | None = None,
) -> nodes.table:
    """Return a table with a caption, a head, and its first column as the heads of the rows.

    Args:
        caption: what the table shows.
        headings: a heading for each column.
        rows: a cell for each column.
        widths: how wide the columns are in relation to one another; by default the first is wide.
    """
    chosen = widths or (_WIDE, *(15 for _ in headings[1:]))
    group = nodes.tgroup(cols=len(headings))
    for position, width in enumerate(chosen):
        column = nodes.colspec(colwidth=width)
        if position == 0:
            column["stub"] = 1
        group += column
    group += nodes.thead("", nodes.row("", *(entry(heading) for heading in headings)))
    group += nodes.tbody("", *(nodes.row("", *cells) for cells in rows))
    title = nodes.title("", "", *inline(caption))
    return nodes.table("", title, group, classes=["civ-table", "colwidths-auto"], **_AS_IT_IS)
