"""Standards: dated amounts that benefits are paid by, such as the Dibao standard."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import instance_of, optional

from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.periods import Period, maybe_period
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.expr import Quantity, as_quantity
from civaffairs.domain.sources import Clause
from civaffairs.domain.timeline import Timeline
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Unit, as_unit
from civaffairs.domain.values import Value
from civaffairs.errors import UnitClash, fault, raise_all

if TYPE_CHECKING:
    from datetime import date


class Freedom(Enum):
    """What a jurisdiction below may do with a standard."""

    SET = Label("下级可自定", "set by those below")
    RAISE_ONLY = Label("下级只可提高", "raised only")
    FIXED = Label("下级不得变动", "not to be changed")

    @property
    def label(self) -> Label:
        """The freedom in both languages."""
        return self.value


@frozen(eq=False, repr=False, slots=False)
class Floor(Value):
    """What a standard must not fall below, as a tree over other standards: 1.3 times the Dibao standard.

    Attributes:
        bound: the tree.
        clause: where it is laid down.
        since: from when it holds; None where it is not known, and it is then held against every entry.
    """

    bound: Quantity = field(converter=as_quantity)
    clause: Clause = field(validator=instance_of(Clause))
    since: Period | None = field(default=None, converter=maybe_period)


@frozen(eq=False, repr=False, slots=False)
class Standard(Value):
    """A dated amount.

    Attributes:
        id: one meaning, one id: `dibao_urban`.
        jurisdiction: the id of the jurisdiction that sets it.
        label: what it is called.
        unit: the unit of every entry.
        topic: the subject it belongs to.
        timeline: the amounts, each with its start and clause.
        freedom: what a jurisdiction below may do with it.
        floor: what no entry may fall below; None where no source says one.

    Raises:
        UnitClash: with every entry of another kind, and for such a floor.
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    unit: Unit = field(converter=as_unit)
    topic: Topic = field(validator=instance_of(Topic))
    timeline: Timeline[Amount] = field(validator=instance_of(Timeline))
    freedom: Freedom = field(validator=instance_of(Freedom))
    floor: Floor | None = field(default=None, validator=optional(instance_of(Floor)))

    def __attrs_post_init__(self) -> None:
        if self.floor is not None:
            check_units(self.floor.bound)
            if not unit_of(self.floor.bound).goes_with(self.unit):
                raise UnitClash(fault("unit_clash", self.id, left=unit_of(self.floor.bound), right=self.unit))
        raise_all(
            UnitClash,
            (
                fault("unit_clash", f"{self.id}[{entry.start}]", left=entry.value.unit, right=self.unit)
                for entry in self.timeline
                if not entry.value.unit.goes_with(self.unit)
            ),
        )

    def on(self, day: date) -> Amount:
        """Return the amount in force on a day; raises as `Timeline.on` does."""
        return self.timeline.on(day)
