"""The page of one jurisdiction: its plans, standards, provisions and rules, and the documents behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from civaffairs.domain.rules.render import render
from civaffairs.domain.sources import Trust
from civaffairs.domain.timeline import NotModelled, Since
from civaffairs.sphinx.elements import Inline, Pen, chinese, colon, entry, link, note, paragraph, table
from civaffairs.sphinx.objects import of_clause, of_document, of_jurisdiction, of_standard
from civaffairs.sphinx.plans import plan_section
from civaffairs.sphinx.provisions import provisions_sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civaffairs.domain.sources import Clause, Document
    from civaffairs.domain.standards import Floor, Standard
    from civaffairs.domain.units import Amount
    from civaffairs.loading import Catalogue, Dossier


def jurisdiction_page(pen: Pen, dossier: Dossier, catalogue: Catalogue) -> list[nodes.Node]:
    """Return the page of a jurisdiction, without its title.

    Raises:
        DeclarationError: where its rules and those above do not go together.
    """
    book = dossier.rulebook
    head = _head(pen, dossier)
    pen.anchor(head, of_jurisdiction(dossier.jurisdiction))
    page: list[nodes.Node] = [head]
    if dossier.jurisdiction.fictional:
        words = pen.says("page_fictional")
        page.append(nodes.note("", nodes.paragraph(words, words)))
    page.extend(plan_section(pen, plan) for plan in dossier.plans)
    if not dossier.plans:
        page.append(paragraph(pen.says("page_no_plan")))
    anchor = of_jurisdiction(dossier.jurisdiction).anchor
    if dossier.standards:
        page.append(
            pen.section(pen.says("page_standards"), f"{anchor}-standards", _standards(pen, dossier.standards))
        )
    page.extend(provisions_sections(pen, dossier, book, catalogue, anchor))
    if dossier.documents:
        page.append(pen.section(pen.says("page_documents"), f"{anchor}-documents", _documents(pen, dossier)))
    return page


def _head(pen: Pen, dossier: Dossier) -> nodes.field_list:
    here = dossier.jurisdiction
    return pen.fields(
        ("page_part_of", list(_chain(pen, dossier))),
        ("page_level", here.level.label.text(pen.lang)),
        ("page_code", here.code),
    )


def _chain(pen: Pen, dossier: Dossier) -> Iterator[nodes.Node]:
    """The jurisdictions above, the nation first; the first one that is missing is said by its slug."""
    missing = (dossier.chain[-1] if dossier.chain else dossier.jurisdiction).parent
    if missing is not None:
        yield nodes.Text(pen.says("page_not_installed", name=missing))
        if dossier.chain:
            yield nodes.Text(" › ")
    for position, above in enumerate(reversed(dossier.chain)):
        if position:
            yield nodes.Text(" › ")
        yield link(of_jurisdiction(above), pen.term(above.label))


def _standards(pen: Pen, standards: Sequence[Standard]) -> Iterator[nodes.Element]:
    for standard in standards:
        caption: list[nodes.Node] = [
            *pen.term(standard.label),
            nodes.Text(f" · {pen.says('page_freedom')}: {standard.freedom.label.text(pen.lang)}"),
        ]
        headings = [pen.says(code) for code in ("page_from", "page_amount", "page_clause")]
        made = table(
            caption, headings, (_standard_row(pen, each) for each in standard.timeline.entries), (20, 20, 60)
        )
        pen.anchor(made, of_standard(standard))
        yield made
        if standard.floor is not None:
            yield paragraph(*_floor(pen, standard.floor))


def _floor(pen: Pen, floor: Floor) -> Iterator[Inline]:
    """What a standard must not fall below, where that is laid down, and since when."""
    bound = render(floor.bound, pen.lang)
    yield pen.says("page_floor", bound=bound)
    yield [nodes.Text(" ("), link(of_clause(floor.clause), chinese(floor.clause.text("zh"))), nodes.Text(")")]
    if floor.since is not None:
        yield colon(pen.lang) + pen.says("page_since", period=floor.since)


def _standard_row(pen: Pen, each: Since[Amount] | NotModelled) -> list[nodes.entry]:
    if isinstance(each, NotModelled):
        before = "" if each.before is None else pen.says("page_before", period=each.before)
        start = before if each.since is None else each.since.text(pen.lang)
        return [entry(start), entry(pen.says("page_gap", why=each.why)), entry()]
    cited = link(of_clause(each.clause), chinese(each.clause.text("zh")))
    trust = each.clause.trust
    marked = [] if trust in (Trust.OFFICIAL, Trust.FICTIONAL) else [note(trust.text(pen.lang))]
    return [entry(each.start.text(pen.lang)), entry(each.value.text(pen.lang)), entry(cited, *marked)]


def _documents(pen: Pen, dossier: Dossier) -> Iterator[nodes.definition_list]:
    """Each document with the clauses cited; those that stand in a table above are counted, not said again."""
    items = nodes.definition_list(classes=["civ-documents"])
    for document in dossier.documents:
        clauses = {of_clause(each).name: each for each in dossier.clauses if each.document == document}
        term = nodes.term("", "", *pen.term(document.label))
        pen.anchor(term, of_document(document))
        listed = nodes.bullet_list()
        for clause in clauses.values():
            item = nodes.list_item("", *_clause(pen, clause))
            pen.anchor(item, of_clause(clause))
            if item["ids"]:
                listed += item
        body = _about(pen, document, listed if len(listed) else None)
        items += nodes.definition_list_item("", term, nodes.definition("", body))
    yield items


def _clause(pen: Pen, clause: Clause) -> Iterator[nodes.paragraph]:
    parts: list[Inline] = [chinese(clause.locator)]
    if clause.gloss is not None:
        parts.append(colon(pen.lang) + clause.gloss.text(pen.lang))
    yield paragraph(*parts)


def _about(pen: Pen, document: Document, clauses: nodes.bullet_list | None) -> nodes.field_list:
    issued = pen.says("page_issued_unknown") if document.issued is None else document.issued.text(pen.lang)
    address = nodes.reference(document.url, document.url, refuri=document.url) if document.url else None
    return pen.fields(
        ("page_issuer", chinese(document.issuer) if document.issuer else None),
        ("page_issued", issued),
        ("page_number", chinese(document.number) if document.number else None),
        ("page_trust", document.trust.text(pen.lang)),
        ("page_url", address),
        ("page_cited", clauses),
    )
