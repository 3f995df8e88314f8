"""The same indicator in several jurisdictions, side by side, after saying whether the same thing is meant."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.targets import Bound, Measure
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Plan, Row
    from civaffairs.domain.targets import Target
    from civaffairs.domain.units import Unit
    from civaffairs.errors import Language, Message


class Relation(Enum):
    """How one target stands to the first one that is compared."""

    FIRST = Label("基准", "reference")
    SAME = Label("相同", "the same")
    STRICTER = Label("更严", "stricter")
    WEAKER = Label("更宽", "weaker")
    UNLIKE = Label("不可比", "not comparable")
    COUNT = Label("绝对数不比宽严", "a count, not compared")
    ABSENT = Label("没有目标", "no target")

    @property
    def label(self) -> Label:
        """The relation in both languages."""
        return self.value


@frozen
class Side:
    """One jurisdiction's row, target and relation to the first jurisdiction that has a target.

    Attributes:
        jurisdiction: whose it is.
        row: the row of its plan; None where its plan does not name the indicator.
        target: the final target of the row.
        relation: how the target stands to the first one.
    """

    jurisdiction: Jurisdiction
    row: Row | None
    target: Target | None
    relation: Relation


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
    plans: Iterable[tuple[Jurisdiction, Plan]], *, shared_only: bool = True
) -> tuple[Comparison, ...]:
    """Compare plans of the same years, indicator by indicator.

    Args:
        plans: plans with their jurisdictions; plans of other years than the first one's are left out.
        shared_only: leave out indicators that only one of the plans names.

    Example:
        >>> compare(())
        ()
    """
    pairs = list(plans)
    pairs = [(place, plan) for place, plan in pairs if plan.years == pairs[0][1].years]
    indicators = dict.fromkeys(indicator for _, plan in pairs for indicator in plan.indicators)
    found = (_comparison(indicator, pairs) for indicator in indicators)
    return tuple(
        each for each in found if not shared_only or sum(side.row is not None for side in each.sides) > 1
    )


def relation(target: Target | None, first: Target | None) -> Relation:
    """Return how a target stands to another one on the same indicator.

    Only bounds that are numbers and point the same way can be compared: at least 65 % is stricter than at
    least 55 %, more than 30 is stricter than at least 30. Counts are not compared: a large district has more
    of everything.
    """
    if target is None or isinstance(target.predicate, Missing):
        return Relation.ABSENT
    if first is None or isinstance(first.predicate, Missing):
        return Relation.UNLIKE
    if target is first:
        return Relation.FIRST
    if target.predicate == first.predicate:
        return Relation.SAME
    if not _is_rate(target.indicator.unit):
        return Relation.COUNT
    match target.predicate, first.predicate:
        case (
            Bound((">=" | ">" | "<=" | "<") as mine, Literal(here)),
            Bound((">=" | ">" | "<=" | "<") as theirs, Literal(there)),
        ) if mine[0] == theirs[0]:
            if here.same_size_as(there):
                return Relation.SAME if mine == theirs else _strictness(stricter="=" not in mine)
            return _strictness(stricter=(here > there) == (mine[0] == ">"))
        case _:
            return Relation.UNLIKE


def _is_rate(unit: Unit) -> bool:
    return unit.is_ratio or any(power < 0 for _, power in unit.powers)


def _strictness(*, stricter: bool) -> Relation:
    return Relation.STRICTER if stricter else Relation.WEAKER


def _comparison(indicator: Indicator, pairs: list[tuple[Jurisdiction, Plan]]) -> Comparison:
    rows = [(place, _row(plan, indicator)) for place, plan in pairs]
    targets = [_final(row) for _, row in rows]
    first = next((target for target in targets if target and not isinstance(target.predicate, Missing)), None)
    sides = tuple(
        Side(place, row, target, relation(target, first))
        for (place, row), target in zip(rows, targets, strict=True)
    )
    return Comparison(indicator, pairs[0][1].years, sides, tuple(_remarks(sides)))


def _row(plan: Plan, indicator: Indicator) -> Row | None:
    return next((row for row in plan.rows if row.indicator == indicator), None)


def _final(row: Row | None) -> Target | None:
    levels = [target for target in row.targets if target.measure is Measure.LEVEL] if row else []
    return max(levels, key=lambda target: target.by.end, default=None)


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
