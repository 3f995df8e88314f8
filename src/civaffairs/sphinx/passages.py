"""What the running text of a plan's document states: figures, promises, and figures that others give.

Everything is sorted by subject, in the order in which the document comes to it, since a plan may state
hundreds of figures. On a narrow screen each row becomes a block of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.rules.expr import Series
from civaffairs.sphinx.elements import Inline, Pen, chinese, entry, link, note, paragraph, table
from civaffairs.sphinx.figures import named, place, promised, reported
from civaffairs.sphinx.objects import of_indicator, of_target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Commitment, Plan, Row
    from civaffairs.domain.recomputations import Recomputation
    from civaffairs.domain.targets import Target
    from civaffairs.domain.topics import Topic

T = TypeVar("T")


def in_running_text(row: Row) -> bool:
    """Whether a row stands in running text, where its promises have no places of their own as cells have."""
    return bool(row.targets) and all(target.clause == row.clause for target in row.targets)


def figures(pen: Pen, plan: Plan, seen: Sequence[Observation], anchor: str) -> Iterator[nodes.Node]:
    """Show reported figures."""
    yield from _by_topic(
        pen,
        seen,
        _topic_of,
        headings=("page_figure_of", "page_figure", "page_period", "page_clause"),
        row=lambda each: _figure_row(pen, plan, each),
        anchor=anchor,
    )


def promises(pen: Pen, plan: Plan, rows: Sequence[Row], anchor: str) -> Iterator[nodes.Node]:
    """Show promises of the text about shared indicators; their nature, if the text says one at all."""
    natured = any(row.nature is not None for row in rows)
    nature = ("page_nature",) if natured else ()
    yield from _by_topic(
        pen,
        [(row, target) for row in rows for target in row.targets],
        lambda pair: pair[0].indicator.topic,
        headings=("page_indicator", "page_promised", "page_by", *nature, "page_clause"),
        row=lambda pair: _promise_row(pen, plan, *pair, natured=natured),
        anchor=anchor,
    )


def commitments(pen: Pen, plan: Plan, anchor: str) -> Iterator[nodes.Node]:
    """Show what a plan promises besides."""
    if plan.commitments:
        yield paragraph(pen.says("page_commitments_intro"))
    yield from _by_topic(
        pen,
        plan.commitments,
        lambda each: each.topic,
        headings=("page_promise", "page_quantity", "page_by", "page_deed", "page_clause"),
        row=lambda each: _commitment_row(pen, plan, each),
        anchor=anchor,
    )


def recomputations(pen: Pen, plan: Plan) -> Iterator[nodes.Node]:
    """Show the figures that others give, each beside what the others give."""
    if not plan.recomputations:
        return
    yield paragraph(pen.says("page_recomputations_intro"))
    codes = ("page_figure_of", "page_as_printed", "page_computed", "page_agrees", "page_clause")
    agreeing = sum(each.agrees for each in plan.recomputations)
    caption = pen.says("page_agreeing", agreeing=agreeing, all=len(plan.recomputations))
    rows = (_recomputed_row(pen, plan, each) for each in plan.recomputations)
    yield _listed(caption, [pen.says(code) for code in codes], rows)


def _by_topic(
    pen: Pen,
    things: Iterable[T],
    topic_of: Callable[[T], Topic | None],
    *,
    headings: Sequence[str],
    row: Callable[[T], list[nodes.entry]],
    anchor: str,
) -> Iterator[nodes.Node]:
    """A table for each topic, in the order of the document; where there are several, first links to them."""
    found: dict[Topic | None, list[T]] = {}
    for thing in things:
        found.setdefault(topic_of(thing), []).append(thing)
    if len(found) > 1:
        ways = paragraph(_ways(pen, found, anchor))
        ways["classes"].append("civ-ways")
        yield ways
    for topic, those in found.items():
        caption = [*_topic(pen, topic), nodes.Text(f" · {len(those)}")]
        made = _listed(caption, [pen.says(code) for code in headings], map(row, those))
        made["ids"].append(_anchor(anchor, topic))
        yield made


def _ways(pen: Pen, found: dict[Topic | None, list[T]], anchor: str) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for topic, those in found.items():
        if shown:
            shown.append(nodes.Text(" · "))
        to = nodes.reference("", "", *_topic(pen, topic), internal=True, refid=_anchor(anchor, topic))
        shown.extend((to, nodes.Text(f"\N{NO-BREAK SPACE}({len(those)})")))
    return shown


def _topic(pen: Pen, topic: Topic | None) -> list[nodes.Node]:
    return [nodes.Text(pen.says("page_other_figures"))] if topic is None else pen.term(topic.label)


def _anchor(start: str, topic: Topic | None) -> str:
    return f"{start}-{'other' if topic is None else topic.slug.replace('_', '-')}"


def _listed(caption: Inline, headings: Sequence[str], rows: Iterable[Sequence[nodes.entry]]) -> nodes.table:
    """A table of which each row can stand by itself."""
    made = table(caption, headings, rows)
    made["classes"].append("civ-list")
    return made


def _classed(cell: nodes.entry, name: str) -> nodes.entry:
    cell["classes"].append(name)
    return cell


def _topic_of(seen: Observation) -> Topic | None:
    return None if isinstance(seen.of, Series) else seen.of.topic


def _figure_row(pen: Pen, plan: Plan, seen: Observation) -> list[nodes.entry]:
    name = chinese(seen.of.label.zh)
    what = link(of_indicator(seen.of), name) if isinstance(seen.of, Indicator) else name
    return [
        named(pen, what, seen.of.label, [seen.note]),
        _classed(reported(pen, seen), "civ-figure"),
        entry(seen.period.text(pen.lang)),
        _classed(place(pen, seen.source, plan), "civ-place"),
    ]


def _promise_row(pen: Pen, plan: Plan, row: Row, target: Target, *, natured: bool) -> list[nodes.entry]:
    amount = _classed(promised(pen, target.predicate, target.printed), "civ-figure")
    pen.anchor(amount, of_target(plan, target))
    return [
        named(pen, link(of_indicator(row.indicator), chinese(row.name)), row.indicator.label, [target.note]),
        amount,
        entry(target.by.text(pen.lang)),
        *([entry("" if row.nature is None else row.nature.label.text(pen.lang))] if natured else ()),
        _classed(place(pen, row.clause, plan), "civ-place"),
    ]


def _commitment_row(pen: Pen, plan: Plan, commitment: Commitment) -> list[nodes.entry]:
    return [
        named(pen, chinese(commitment.label.zh), commitment.label, [commitment.note]),
        _classed(promised(pen, commitment.predicate, commitment.printed), "civ-figure"),
        entry("" if commitment.by is None else commitment.by.text(pen.lang)),
        entry(commitment.deed.label.text(pen.lang)),
        _classed(place(pen, commitment.clause, plan), "civ-place"),
    ]


def _recomputed_row(pen: Pen, plan: Plan, each: Recomputation) -> list[nodes.entry]:
    agrees = pen.says("page_agreed" if each.agrees else "page_disagreed")
    colour = "civ-met" if each.agrees else "civ-missed"
    return [
        named(pen, chinese(each.label.zh), each.label),
        _classed(entry(each.amount.text(pen.lang)), "civ-figure"),
        _classed(entry(f"{each.working.text(pen.lang)} = {each.computed.text(pen.lang)}"), "civ-working"),
        entry(
            nodes.inline(agrees, agrees, classes=["civ-outcome", colour]),
            note(pen.says("page_tolerance", amount=each.tolerance)),
        ),
        _classed(entry() if each.clause is None else place(pen, each.clause, plan), "civ-place"),
    ]
