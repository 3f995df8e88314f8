"""Bring a drawn case exactly to where a comparison turns, or one step beside it.

One number in the case is changed until both sides of the comparison are equal, by straight lines through what
the reference evaluation measures. Rules are made of straight pieces, so a few lines are enough; where they
are not, the case stays where they led and is a case like any other.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.domain.models.fact import attributes, fact_of, is_model, replaced
from civaffairs.domain.rules.evaluate import Facts, Things, measure
from civaffairs.domain.units import Size
from civaffairs.errors import ModelInvalid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from attrs import Attribute

    from civaffairs.domain.rules.expr import Compare

_LINES = 4
_FAR = 100
"""How far the second point of a line lies: far enough that roundings do not hide where it leads."""


@frozen
class Number:
    """Where a number stands in a case: the steps that lead to it, and the fact that it is."""

    steps: tuple[str | int, ...]
    attribute: Attribute[Any]


def numbers_in(thing: object, facts: Collection[tuple[str, str]]) -> Iterator[Number]:
    """Yield every number in a thing that is one of these facts, by model and name."""
    yield from _numbers(thing, type(thing).__name__, "", (), facts)


def _numbers(
    thing: object, model: str, inside: str, steps: tuple[str | int, ...], facts: Collection[tuple[str, str]]
) -> Iterator[Number]:
    for attribute in attributes(type(thing)):
        value = getattr(thing, attribute.name)
        here = (*steps, attribute.name)
        if type(value) in {int, Decimal} and (model, f"{inside}{attribute.name}") in facts:
            yield Number(here, attribute)
        elif is_model(type(value)):
            yield from _numbers(value, model, f"{inside}{attribute.name}.", here, facts)
        elif isinstance(value, tuple):
            for place, each in enumerate(value):
                if is_model(type(each)):
                    yield from _numbers(each, type(each).__name__, "", (*here, place), facts)


def parts(things: Things, of: str, holders: Mapping[str, tuple[str, str]]) -> list[Things] | None:
    """Return each thing of a model with the things around it; None where it is not known what there is.

    Args:
        things: what there is: a household.
        of: the model: a person.
        holders: by model, the fact of another model that holds several of it.
    """
    if of in things.by_model:
        return [things]
    model, name = holders[of]
    around = parts(things, model, holders)
    if around is None:
        return None
    found: list[Things] = []
    for each in around:
        held: Any = each.by_model[model]
        for step in name.split("."):
            held = None if held is None else getattr(held, step)
        if held is None:
            return None
        found += [each.with_one(of, item) for item in held]
    return found


def met(thing: Any, numbers: Iterable[Number], gap: Gap, *, beside: int) -> Any:  # noqa: ANN401 - any model
    """Return a thing with a number changed so that a comparison just turns, or some steps beside that.

    The first of the numbers is taken with which it can be met; where it is with none, the thing stays.
    """
    for number in numbers:
        slide = _Slide(thing, number)
        size = slide.size
        for _ in range(_LINES):
            here, there = gap.of(slide.at(size)), gap.of(slide.at(size + _FAR))
            if here is None or there is None or here in {0, there}:
                break
            size -= here * _FAR / (there - here)
        if gap.of(slide.at(size)) == 0:
            return slide.at(size + beside * slide.step) or thing
    return thing


class _Slide:
    """One number of a thing, to be moved."""

    def __init__(self, thing: object, number: Number) -> None:
        declared = fact_of(number.attribute)
        self.thing, self.steps = thing, number.steps
        self.kind = int if declared.places is None else Decimal
        self.places = declared.places or 0
        self.step = Fraction(1, 10**self.places)
        self.size = Fraction(_at(thing, number.steps))
        self.least = Fraction(declared.least) if isinstance(declared.least, int | Decimal) else Fraction(0)
        self.most = Fraction(declared.most) if isinstance(declared.most, int | Decimal) else None

    def at(self, size: Fraction) -> Any:  # noqa: ANN401 - any model
        """Return the thing with another number; None where its facts would no longer agree."""
        within = max(self.least, size if self.most is None else min(size, self.most))
        exact = Decimal(floor(within / self.step)).scaleb(-self.places)
        return _with(self.thing, self.steps, self.kind(exact))


@frozen
class Gap:
    """By how much one side of a comparison is more than the other, for one of the things that it is about."""

    tree: Compare
    of_model: str
    which: int
    facts: Facts
    holders: Mapping[str, tuple[str, str]]

    def of(self, thing: object) -> Fraction | None:
        """Return the gap; None where it cannot be told."""
        if thing is None:
            return None
        about = parts(Things({type(thing).__name__: thing}), self.of_model, self.holders)
        if not about:
            return None
        one = about[self.which % len(about)]
        left, right = measure(self.tree.left, self.facts, one), measure(self.tree.right, self.facts, one)
        if not isinstance(left, Size) or not isinstance(right, Size):
            return None
        return left.number - right.in_unit(left.unit)


def _at(thing: Any, steps: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - any model
    for step in steps:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return thing


def _with(thing: Any, steps: tuple[str | int, ...], value: object) -> Any:  # noqa: ANN401 - any model
    """Return a thing with something in it replaced; None where the facts would no longer agree."""
    if not steps:
        return value
    step, *further = steps
    if isinstance(step, int):
        inner = _with(thing[step], tuple(further), value)
        return None if inner is None else (*thing[:step], inner, *thing[step + 1 :])
    inner = _with(getattr(thing, step), tuple(further), value)
    try:
        return None if inner is None else replaced(thing, **{step: inner})
    except ModelInvalid:
        return None
