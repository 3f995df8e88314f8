"""How one target stands to another one on the same indicator: stricter, weaker, or not to be compared."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.targets import Bound, Measure

if TYPE_CHECKING:
    from civaffairs.domain.plan import Row
    from civaffairs.domain.targets import Target
    from civaffairs.domain.units import Unit


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


def final(row: Row | None) -> Target | None:
    """Return the last target of a row for the level of its indicator; None where it has none.

    A passage of the text can hold a step on the way alone; that is no final target.
    """
    targets = row.targets if row else ()
    levels = [target for target in targets if target.measure is Measure.LEVEL and not target.milestone]
    return max(levels, key=lambda target: target.by.end, default=None)
