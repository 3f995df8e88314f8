"""Provenance: every figure names a clause, and every document that is cited is known and marked as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.sources import Trust
from civaffairs.errors import message
from civaffairs.testing.conformance.declared import clauses_of
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.sources import Clause, Document
    from civaffairs.errors import Message
    from civaffairs.testing.conformance.requirement import Subject


def provenance(subject: Subject) -> Iterator[Finding]:
    """Yield each figure without a clause, and each document that cannot be relied on as it is marked.

    That timelines, targets and rules have clauses at all is seen to where they are declared.
    """
    for plan in subject.dossier.plans:
        for seen in (*plan.baselines, *plan.results, *plan.situation, *plan.observations):
            if isinstance(seen.source, str):
                said = message("figure_without_clause", figure=seen.of.label, source=seen.source or "-")
                yield Finding(f"{plan.id}/{seen.of.id}", said)
    known = _documents(subject)
    differing = {id for id, several in known.items() if len(several) > 1}
    cited: dict[Document, Clause | None] = {plan.document: None for plan in subject.dossier.plans}
    cited |= {clause.document: clause for clause in reversed(clauses_of(subject))}
    for document, clause in cited.items():
        publisher = subject.catalogue.jurisdictions.get(document.id.partition("/")[0])
        if publisher is not None and not publisher.fictional and _answers(subject, publisher, document):
            continue
        for said in _faults(subject.dossier.jurisdiction, publisher, document):
            yield Finding(document.id, said, clause)
        if document.id in differing:
            differing.remove(document.id)
            yield Finding(document.id, message("document_differs", id=document.id), clause)


def of_nobody(subject: Subject) -> tuple[Message, ...]:
    """Return which documents are cited of places that no installed plugin declares.

    A city may cite its districts, whose plugins need not be installed beside its own; or the id is wrong.
    """
    documents = dict.fromkeys(clause.document for clause in clauses_of(subject))
    places = {document: document.id.partition("/")[0] for document in documents}
    return tuple(
        message("document_of_nobody", title=document.label, place=place)
        for document, place in places.items()
        if place not in subject.catalogue.jurisdictions
    )


def _answers(subject: Subject, publisher: Jurisdiction, document: Document) -> bool:
    """Whether another jurisdiction answers for a document, since it cites its own."""
    if publisher == subject.dossier.jurisdiction:
        return False
    return document in subject.catalogue[publisher.id].documents


def _documents(subject: Subject) -> dict[str, set[Document]]:
    """Return what stands behind each id, wherever a plugin cites it."""
    found: dict[str, set[Document]] = {}
    plans = (plan.document for plan in subject.catalogue.plans.values())
    cited = (document for dossier in subject.catalogue for document in dossier.documents)
    mine = (clause.document for clause in clauses_of(subject))
    for document in (*plans, *cited, *mine):
        found.setdefault(document.id, set()).add(document)
    return found


def _faults(place: Jurisdiction, publisher: Jurisdiction | None, document: Document) -> Iterator[Message]:
    title = document.label
    if publisher is None:  # its own plugin answers for it, and is not installed; see `of_nobody`
        return
    if publisher.fictional != (document.trust is Trust.FICTIONAL):
        code = "document_of_fiction_unmarked" if publisher.fictional else "document_real_marked_fictional"
        yield message(code, title=title)
    elif publisher.fictional and not place.fictional:
        yield message("fiction_cited", title=title)
    if document.trust is Trust.OFFICIAL and not document.issuer and not document.url:
        yield message("official_without_issuer", title=title)
