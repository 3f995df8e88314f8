"""The same indicator in several jurisdictions, side by side, after saying whether the same thing is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing
from civaffairs.domain.relations import Relation, final, relation
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Plan, Row
    from civaffairs.domain.targets import Target
    from civaffairs.errors import Language, Message


@frozen
class Side:
    """One jurisdiction's row, target and relation to the first jurisdiction that has a target.

    Attributes:
        jurisdiction: whose it is.
        row: the row of its plans; None where none of them names the indicator.
        target: the final target of the row.
        relation: how the target stands to the first one.
        above: the nearest target above the jurisdiction on the same indicator; None where there is none.
        to_above: how the target stands to that one; None likewise.
    """

    jurisdiction: Jurisdiction
    row: Row | None
    target: Target | None
    relation: Relation
    above: Target | None = None
    to_above: Relation | None = None


@frozen
class Comparison:
    """One indicator in several jurisdictions.

    Attributes:
        indicator: the indicator.
        years: the plans' years.
        sides: one per jurisdiction, in the order asked for.
        remarks: what does not agree: headings, units, natures.
    """

    indicator: Indicator
    years: Period
    sides: tuple[Side, ...]
    remarks: tuple[Message, ...]


def compare(
    plans: Iterable[tuple[Jurisdiction, Plan]],
    *,
    above: Mapping[str, Sequence[Plan]] | None = None,
    shared_only: bool = True,
) -> tuple[Comparison, ...]:
    """Compare plans of the same years, indicator by indicator.

    Args:
        plans: plans with their jurisdictions; a jurisdiction can have several, of which the first that names
            an indicator counts. Plans of other years than the first one's are left out.
        above: the plans above each jurisdiction by its id, the nearest first.
        shared_only: leave out indicators that only one of the jurisdictions names.

    Example:
        >>> compare(())
        ()
    """
    pairs = list(plans)
    pairs = [(place, plan) for place, plan in pairs if plan.years == pairs[0][1].years]
    indicators = dict.fromkeys(indicator for _, plan in pairs for indicator in plan.indicators)
    places: dict[Jurisdiction, list[Plan]] = {}
    for place, plan in pairs:
        places.setdefault(place, []).append(plan)
    found = (_comparison(indicator, pairs[0][1].years, places, above or {}) for indicator in indicators)
    return tuple(
        each for each in found if not shared_only or sum(side.row is not None for side in each.sides) > 1
    )


def _comparison(
    indicator: Indicator,
    years: Period,
    places: Mapping[Jurisdiction, Sequence[Plan]],
    above: Mapping[str, Sequence[Plan]],
) -> Comparison:
    rows = [(place, _row(plans, indicator)) for place, plans in places.items()]
    targets = [final(row) for _, row in rows]
    first = next((target for target in targets if target and not isinstance(target.predicate, Missing)), None)
    sides = tuple(
        _side(place, row, target, first, _above(above.get(place.id, ()), indicator, years))
        for (place, row), target in zip(rows, targets, strict=True)
    )
    return Comparison(indicator, years, sides, tuple(_remarks(sides)))


def _side(
    place: Jurisdiction, row: Row | None, target: Target | None, first: Target | None, above: Target | None
) -> Side:
    to_first = relation(target, first)
    if target is None or above is None:
        return Side(place, row, target, to_first)
    return Side(place, row, target, to_first, above, relation(target, above))


def _row(plans: Iterable[Plan], indicator: Indicator) -> Row | None:
    return next((row for plan in plans for row in plan.rows if row.indicator == indicator), None)


def _above(plans: Iterable[Plan], indicator: Indicator, years: Period) -> Target | None:
    """The nearest target with a value in a plan above of the same years."""
    rows = (row for plan in plans if plan.years == years for row in plan.rows if row.indicator == indicator)
    targets = (target for target in map(final, rows) if target is not None)
    return next((target for target in targets if not isinstance(target.predicate, Missing)), None)


def _remarks(sides: tuple[Side, ...]) -> Iterator[Message]:
    rows = [(side.jurisdiction.label, side.row) for side in sides if side.row is not None]
    for code, what in (
        ("headings_differ", [(place, _bare(row.name)) for place, row in rows]),
        ("natures_differ", [(place, row.nature.label if row.nature else "—") for place, row in rows]),
    ):
        if len({said for _, said in what}) > 1:
            yield message(code, said=_Said(tuple(what)))


def _bare(name: str) -> str:
    """A heading without its unit and with half-width brackets, so that only real differences are reported."""
    plain = name.replace("（", "(").replace("）", ")")
    for unit in ("%", "个", "人", "张", "平方米", "万元", "亿元", "万张"):
        plain = plain.removesuffix(f"({unit})")
    return plain


@frozen
class _Said:
    """Who says what, for a remark."""

    pairs: tuple[tuple[Label, Label | str], ...]

    def text(self, lang: Language | None = None) -> str:
        words = [
            (place.text(lang), said if isinstance(said, str) else said.text(lang))
            for place, said in self.pairs
        ]
        return "; ".join(f"{place}: {said}" for place, said in words)
