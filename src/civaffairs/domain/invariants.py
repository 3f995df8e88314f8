"""Invariants: what the sources say must hold for everybody, as values that are tested and proved.

What an invariant claims is one of five things:

- `Always`: a condition holds for every thing (household, person, organisation), or for the standards on every
  date on which one of them changes;
- `Moves`: how one quantity of a thing moves while one fact of it grows;
- `OverTime`: how standards, or a figure that plans report, move as time goes on;
- `Within`: of the figures of a plan, a part is not more than its whole;
- `OfPlans`: a check of plans finds nothing.

Testing draws cases and looks at dates and plans for one that breaks it; the prover asks a solver about things
and standards. Nothing here does either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of, is_callable, min_len, optional

from civaffairs.domain.indicators import Indicator, Statistic
from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.rules.dimension import check_units, unit_of
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyOf,
    Condition,
    Field,
    Negation,
    Operand,
    Quantity,
    Series,
    all_of,
    as_quantity,
)
from civaffairs.domain.sources import Clause
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Unit
from civaffairs.domain.values import Value
from civaffairs.errors import UnitClash, fault

if TYPE_CHECKING:
    from civaffairs.domain.checks import Problem
    from civaffairs.domain.rules.expr import Expr

_PERCENT = Unit.parse("%")

Reported: TypeAlias = Indicator | Series | Statistic
"""What a plan reports figures of."""


class Way(Enum):
    """How a quantity may move while one fact grows and all else stays, or while time goes on."""

    NEVER_RISES = Label("不增加", "never rises")
    NEVER_FALLS = Label("不减少", "never falls")

    @property
    def label(self) -> Label:
        """The way in both languages."""
        return self.value


@frozen(eq=False, repr=False, slots=False)
class Always(Value):
    """A condition that holds for every thing, or for the standards on every date."""

    condition: Condition

    @property
    def trees(self) -> tuple[Expr, ...]:
        """What it rests on."""
        return (self.condition,)


@frozen(eq=False, repr=False, slots=False)
class Moves(Value):
    """How a quantity moves while one fact of one thing grows.

    Attributes:
        quantity: the quantity of the thing that the invariant is about.
        fact: the fact that grows: of the thing itself, or of one of its members, incomes or the like.
        way: how the quantity may move.
    """

    quantity: Quantity = field(converter=as_quantity)
    fact: Field = field(validator=instance_of(Field))
    way: Way = field(validator=instance_of(Way))

    @property
    def trees(self) -> tuple[Expr, ...]:
        """What it rests on."""
        return (self.quantity,)


def _followed(of: Operand | Reported) -> Quantity | Reported:
    return of if isinstance(of, Reported) else as_quantity(of)


def _maybe_quantity(value: Operand | None) -> Quantity | None:
    return None if value is None else as_quantity(value)


@frozen(eq=False, repr=False, slots=False)
class OverTime(Value):
    """How something published moves as time goes on.

    Standards are looked at on each date on which one of them changes, beside the date before it on which they
    were known. A figure that plans report is looked at from one report to the next.

    Attributes:
        of: a quantity of standards; or that whose reported figures are looked at.
        way: how it may move.
        at_least: by how many percent it has to grow from the end of each year to that of the next; None where
            it only must not move the other way.

    Raises:
        UnitClash: where the growth is no percentage.

    Example:
        >>> from civaffairs.domain.rules.expr import LocalStandard
        >>> dibao = LocalStandard("dibao_urban", Label("城市低保标准", "urban Dibao standard"), "元/人·月")
        >>> OverTime(dibao, Way.NEVER_FALLS).trees == (dibao,)
        True
    """

    of: Quantity | Reported = field(converter=_followed)
    way: Way = field(validator=instance_of(Way))
    at_least: Quantity | None = field(default=None, converter=_maybe_quantity)

    def __attrs_post_init__(self) -> None:
        if self.at_least is not None and not unit_of(self.at_least).goes_with(_PERCENT):
            raise UnitClash(fault("unit_clash", "at_least", left=unit_of(self.at_least), right=_PERCENT))

    @property
    def reported(self) -> Reported | None:
        """What it is about the reported figures of; None where it is about standards."""
        return self.of if isinstance(self.of, Reported) else None

    @property
    def trees(self) -> tuple[Expr, ...]:
        """What it rests on."""
        standards = () if self.reported is not None else (cast("Quantity", self.of),)
        return standards if self.at_least is None else (*standards, self.at_least)


@frozen(eq=False, repr=False, slots=False)
class Within(Value):
    """Of the figures that a plan reports or promises for one date, a part is not more than its whole.

    Attributes:
        part: what the part is a figure of.
        whole: what the whole is a figure of.

    Raises:
        UnitClash: where the two are of different kinds.
    """

    part: Reported = field(validator=instance_of((Indicator, Series, Statistic)))
    whole: Reported = field(validator=instance_of((Indicator, Series, Statistic)))

    def __attrs_post_init__(self) -> None:
        if not self.part.unit.goes_with(self.whole.unit):
            raise UnitClash(fault("unit_clash", self.part.id, left=self.part.unit, right=self.whole.unit))

    @property
    def trees(self) -> tuple[Expr, ...]:
        """Nothing: it is about figures."""
        return ()


Check: TypeAlias = Callable[..., Iterable["Problem"]]
"""One of `domain.checks`: from a plan, or a plan and those above it, to what is wrong."""


def _checks(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


@frozen(eq=False, repr=False, slots=False)
class OfPlans(Value):
    """Checks that find nothing wrong, neither in a plan itself nor beside the plans above it.

    Attributes:
        checks: functions of `domain.checks`; each names what is wrong.

    Example:
        >>> from civaffairs.domain.checks import binding_without_value
        >>> [check.__name__ for check in OfPlans([binding_without_value]).checks]
        ['binding_without_value']
    """

    checks: tuple[Callable[..., Iterable[Problem]], ...] = field(
        converter=_checks, validator=[min_len(1), deep_iterable(member_validator=is_callable())]
    )

    @property
    def trees(self) -> tuple[Expr, ...]:
        """Nothing: it is about plans."""
        return ()


Claim: TypeAlias = Always | Moves | OverTime | Within | OfPlans


@frozen(eq=False, repr=False, slots=False)
class Invariant(Value):
    """Something that must hold, with the clause that states or implies it.

    Attributes:
        id: one meaning, one id, whoever lays it down.
        jurisdiction: the id of the jurisdiction that lays it down; it holds there and below.
        label: what must hold.
        topic: the subject it belongs to.
        of: the name of the model that it is about; None for what is published: standards, figures and plans.
        claim: what must hold.
        clause: what states or implies it.
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    topic: Topic = field(validator=instance_of(Topic))
    of: str | None = field(validator=optional(instance_of(str)))
    claim: Claim = field(validator=instance_of((Always, Moves, OverTime, Within, OfPlans)))
    clause: Clause = field(validator=instance_of(Clause))

    def __attrs_post_init__(self) -> None:
        for tree in self.claim.trees:
            check_units(tree)


def premises(condition: Condition) -> tuple[Condition, ...]:
    """Return what has to hold somewhere for a condition to say anything: of 'a implies b' that is a.

    Example:
        >>> from civaffairs.domain.rules.views import person
        >>> premises(~person.disabled | person.employed) == (person.disabled,)
        True
        >>> premises(~(person.disabled & person.employed)) == (person.disabled, person.employed)
        True
    """
    match condition:
        case AllOf(terms):
            return tuple(dict.fromkeys(each for term in terms for each in premises(term)))
        case Negation(AllOf(terms)):
            return terms
        case AnyOf(terms):
            denied = tuple(term.term for term in _flat(terms) if isinstance(term, Negation))
            if len(denied) == len(_flat(terms)):
                return denied
            return (all_of(*denied),) if len(denied) > 1 else denied
        case _:
            return ()


def _flat(terms: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return the terms of 'one of these', those of such a term among them as well."""
    return tuple(
        each for term in terms for each in (_flat(term.terms) if isinstance(term, AnyOf) else (term,))
    )
