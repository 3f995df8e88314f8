"""The glossary of all terms: a native Sphinx glossary for each subject, with both languages.

Every name of a term, Chinese or English, is a target of the role `term` and stands in the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from docutils import nodes
from sphinx import addnodes

from civaffairs.domain.names import Label
from civaffairs.domain.topics import Topic
from civaffairs.errors import fault, message
from civaffairs.sphinx.directives import CivDirective
from civaffairs.sphinx.domain import civ
from civaffairs.sphinx.elements import Pen, chinese, link, paragraph
from civaffairs.sphinx.objects import of_clause

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.domains.std import StandardDomain

    from civaffairs.domain.glossary import Term
    from civaffairs.domain.sources import Clause


class Entering(Protocol):
    """Remembers the names by which the role `term` finds a place."""

    def __call__(self, place: nodes.term, names: Iterable[str], /) -> None:
        """Remember the names of a place."""
        ...


class GlossaryDirective(CivDirective):
    """Shows every term that the installed plugins declare, by topic: `civ:glossary`."""

    def run(self) -> list[nodes.Node]:
        """Return the page, or nothing and a warning where this page has it already."""
        terms = civ(self.env).catalogue.terms.values()
        standard = cast("StandardDomain", self.env.get_domain("std"))
        places = (standard.objects.get(("term", each.label.zh), ("", "")) for each in terms)
        if any(docname == self.env.docname for docname, _ in places):
            self.warn(fault("shown_twice", directive="civ:glossary", name="").text(), "twice")
            return []

        def entering(place: nodes.term, names: Iterable[str]) -> None:
            for name in names:
                standard.note_object("term", name, place["ids"][0], location=place)

        return glossary_page(self.pen(), terms, entering)


def glossary_page(pen: Pen, terms: Iterable[Term], entering: Entering) -> list[nodes.Node]:
    """Return the glossary, a section for each topic that has any term; words of every plan come last."""
    known = list(terms)
    page: list[nodes.Node] = []
    for topic in (*Topic, None):
        found = [each for each in known if each.topic is topic]
        if found:
            listed = nodes.definition_list(classes=["glossary", "civ-glossary"])
            listed.extend(_item(pen, each, entering) for each in found)
            title = _words_of_plans() if topic is None else topic.label
            slug = "every-plan" if topic is None else topic.slug.replace("_", "-")
            page.append(
                pen.section(pen.term(title), f"civ-terms-{slug}", addnodes.glossary("", listed, sorted=False))
            )
    return page or [paragraph(pen.says("page_no_terms"))]


def _words_of_plans() -> Label:
    words = message("page_words_of_plans")
    return Label(words.text("zh"), words.text("en"))


def _item(pen: Pen, term: Term, entering: Entering) -> nodes.definition_list_item:
    """A term with its names. The English one is shown on Chinese pages too: it is what is looked for here."""
    handle = nodes.inline(term.label.en, term.label.en, classes=["civ-en"])
    anchor = f"term-{term.id.replace('_', '-')}"
    place = nodes.term("", "", chinese(term.label.zh), nodes.Text(" "), handle, ids=[anchor])
    names = (*term.names, *([] if term.label.en in term.names else [term.label.en]))
    entering(place, names)
    place += addnodes.index(entries=[("single", name, anchor, "main", None) for name in names])
    body = nodes.definition("", paragraph(chinese(term.meaning.zh)))
    if pen.lang == "en":
        body += paragraph(term.meaning.en)
    fields = pen.fields(
        ("page_also", chinese("、".join(term.also)) if term.also else None),
        ("page_clause", None if term.clause is None else _cited(term.clause)),
    )
    if fields.children:
        body += fields
    return nodes.definition_list_item("", place, body)


def _cited(clause: Clause) -> nodes.Node:
    return link(of_clause(clause), chinese(clause.text("zh")))
