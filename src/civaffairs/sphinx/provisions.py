"""The part of a page that shows provisions: what each gives or requires, when, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from civaffairs.domain import models
from civaffairs.domain.models import label_of
from civaffairs.sphinx.elements import Pen, bullets, link, paragraph
from civaffairs.sphinx.objects import of_provision, of_rule
from civaffairs.sphinx.rules import named_rule, nearest, rules_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.loading import Catalogue, Dossier


def provisions_sections(
    pen: Pen, dossier: Dossier, book: Rulebook, catalogue: Catalogue, anchor: str
) -> Iterator[nodes.section]:
    """Yield the section of provisions and that of the rules that none of them shows, if there are any."""
    above = [each for each in book.provisions.values() if each.jurisdiction != dossier.jurisdiction.id]
    if dossier.provisions or above:
        section = pen.section(pen.says("page_provisions"), f"{anchor}-provisions")
        section.extend(_provision(pen, book, catalogue, each) for each in dossier.provisions)
        if above:
            section += _above(pen, book, above, f"{anchor}-provisions-above")
        yield section
    shown = {of_rule(nearest(book, rule)) for each in dossier.provisions for rule in each.rules}
    rest = [each for each in dossier.rules if of_rule(each) not in shown]
    if rest:
        intro = paragraph(pen.says("page_rules_intro"))
        yield pen.section(pen.says("page_rules"), f"{anchor}-rules", intro, rules_list(pen, book, rest))


def _provision(pen: Pen, book: Rulebook, catalogue: Catalogue, provision: Provision) -> nodes.section:
    named = of_provision(provision)
    pen.noting(named)
    rules = (
        ("page_condition", provision.when),
        ("page_amount", provision.amount),
        ("page_starts", provision.starts_after),
        ("page_review", provision.review_after),
        ("page_ends", provision.lasts),
    )
    return pen.section(
        [*pen.term(provision.label), nodes.Text(" "), nodes.literal(provision.id, provision.id)],
        named.anchor,
        pen.fields(
            ("page_kind", provision.kind.label.text(pen.lang)),
            ("page_about", label_of(getattr(models, provision.of)).text(pen.lang)),
            ("page_topic", provision.topic.label.text(pen.lang)),
            *((code, named_rule(pen, book, nearest(book, rule))) for code, rule in rules if rule is not None),
            ("page_not_modelled", _left_open(pen, provision)),
            ("page_replaces", _replaced(pen, book, catalogue, provision)),
        ),
    )


def _left_open(pen: Pen, provision: Provision) -> nodes.bullet_list | None:
    said = [each.text(pen.lang) for each in provision.not_modelled]
    return bullets(said) if said else None


def _replaced(pen: Pen, book: Rulebook, catalogue: Catalogue, provision: Provision) -> nodes.container | None:
    """The provision above that this one replaces, with its condition and its amount."""
    for place in book.chain:
        for each in catalogue.provisions:
            if (provision.supersedes, each.id, each.jurisdiction) == (place.id, provision.id, place.id):
                replaced = nodes.container("", _linked(pen, each, place))
                for code, rule in (("page_condition", each.when), ("page_amount", each.amount)):
                    if rule is not None:
                        replaced += pen.fields((code, link(of_rule(rule), pen.term(rule.label))))
                return replaced
    return None


def _linked(pen: Pen, provision: Provision, place: Jurisdiction) -> nodes.paragraph:
    name = link(of_provision(provision), pen.term(provision.label))
    return paragraph(name, nodes.Text(" · "), *pen.term(place.label))


def _above(pen: Pen, book: Rulebook, above: list[Provision], anchor: str) -> nodes.section:
    """Links to what holds here without being laid down here."""
    places = {each.id: each for each in book.chain}
    items = (nodes.list_item("", _linked(pen, each, places[each.jurisdiction])) for each in above)
    listed = nodes.bullet_list("", *items)
    return pen.section(pen.says("page_provisions_above"), anchor, listed)
