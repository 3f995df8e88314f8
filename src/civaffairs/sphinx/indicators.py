"""The page of all indicators: by topic, with definitions in both languages and the plans that use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from civaffairs.domain.rules.render import render
from civaffairs.domain.topics import Topic
from civaffairs.errors import LANGUAGES
from civaffairs.sphinx.elements import Inline, Pen, bullets, chinese, link, paragraph
from civaffairs.sphinx.objects import of_indicator, of_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.indicators import Bounds, Indicator
    from civaffairs.loading import Catalogue


def indicators_page(pen: Pen, catalogue: Catalogue) -> list[nodes.Node]:
    """Return the catalogue of indicators, a section for each topic that has any."""
    page: list[nodes.Node] = []
    for topic in Topic:
        found = [each for each in catalogue.indicators.values() if each.topic is topic]
        if found:
            items = nodes.definition_list(classes=["civ-indicators"])
            items.extend(_item(pen, indicator, catalogue) for indicator in found)
            page.append(
                pen.section(pen.term(topic.label), f"civ-topic-{topic.slug.replace('_', '-')}", items)
            )
    return page or [paragraph(pen.says("page_no_indicators"))]


def _item(pen: Pen, indicator: Indicator, catalogue: Catalogue) -> nodes.definition_list_item:
    name = nodes.literal(indicator.id, indicator.id)
    term = nodes.term("", "", *pen.term(indicator.label), nodes.Text(" "), name)
    pen.anchor(term, of_indicator(indicator))
    body = pen.fields(
        ("page_unit", indicator.unit.text(pen.lang) or "1"),
        ("page_direction", indicator.direction.label.text(pen.lang)),
        ("page_bounds", _bounds(pen, indicator.bounds)),
        ("page_definition", _definition(pen, indicator)),
        ("page_scope", None if indicator.scope is None else pen.term(indicator.scope)),
        ("page_used_in", list(_used_in(pen, indicator, catalogue))),
    )
    return nodes.definition_list_item("", term, nodes.definition("", body))


def _bounds(pen: Pen, bounds: Bounds) -> str | None:
    if bounds.low is None and bounds.high is None:
        return None
    low, high = (None if bound is None else bound.text(pen.lang) for bound in (bounds.low, bounds.high))
    if low is None or high is None:
        return f"≥ {low}" if high is None else f"≤ {high}"
    return f"{low} – {high}"


def _definition(pen: Pen, indicator: Indicator) -> nodes.bullet_list | None:
    """The tree in words, the Chinese ones first."""
    if indicator.definition is None:
        return None
    said: list[Inline] = [
        chinese(render(indicator.definition, lang)) if lang == "zh" else render(indicator.definition, lang)
        for lang in LANGUAGES
        if lang == "zh" or pen.lang == "en"
    ]
    return bullets(said)


def _used_in(pen: Pen, indicator: Indicator, catalogue: Catalogue) -> Iterator[nodes.Node]:
    plans = [plan for plan in catalogue.plans.values() if indicator in plan.indicators]
    for position, plan in enumerate(plans):
        if position:
            yield nodes.Text("、" if pen.lang == "zh" else "; ")
        yield link(of_plan(plan), chinese(plan.label.zh))
    if not plans:
        yield nodes.Text(pen.says("page_used_nowhere"))
