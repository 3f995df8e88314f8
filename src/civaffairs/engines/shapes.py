"""The shapes of what an edition holds: rules as they stand in it, standards as the numbers that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import evolve

from civaffairs.domain.rules.shape import Shape, Shaper, any_standard, fixed, in_unit
from civaffairs.errors import Message

if TYPE_CHECKING:
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import AmountRule, LocalStandard, Quantity
    from civaffairs.domain.units import Amount


def shaper_of(edition: Edition, *, any_standards: bool = False) -> Shaper:
    """Return what finds the shapes of an edition.

    Args:
        edition: what holds where and when.
        any_standards: whether a standard is taken for any that there may be, and not for the one in force.
    """

    def of_rule(rule: AmountRule) -> Shape:
        version = edition.rule(rule)
        if isinstance(version, Message):
            return Shape(rule.unit, 1, 0, 0, frozenset([rule.of]))
        shape = in_unit(shaper.shape(cast("Quantity", version.value)), rule.unit)
        return evolve(shape, about=frozenset([rule.of]))

    def of_standard(standard: LocalStandard) -> Shape:
        found = edition.standard(standard)
        if any_standards or isinstance(found, Message):
            return any_standard(standard)
        return fixed(cast("Amount", found.value).size_in(standard.unit), standard.unit)

    shaper = Shaper(of_rule, of_standard)
    return shaper
