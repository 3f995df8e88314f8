"""What a change comes to, as values. Money is in yuan, exactly; what is not known is counted, never zero."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from civaffairs.analysis.simulating.changes import Scenario
    from civaffairs.analysis.simulating.floors import Broken
    from civaffairs.domain.provisions import Provision
    from civaffairs.errors import Fault, Message

_NONE = Fraction(0)


@frozen
class Side:
    """Whom a provision reaches, and what it costs, before or after a change.

    Attributes:
        households: how many households are reached: those entitled, or with a member who is.
        persons: how many persons: those entitled, or the members of the households that are.
        doubtful: of how many things, households or persons, it cannot be told.
        unsized: how many are entitled to an amount that cannot be told.
        month: what is paid in the month, as far as is known.
        year: what is paid in a year of such months.
    """

    households: int = 0
    persons: int = 0
    doubtful: int = 0
    unsized: int = 0
    month: Fraction = _NONE
    year: Fraction = _NONE

    @property
    def is_least(self) -> bool:
        """Whether the spending is a lower bound, since some of it cannot be told."""
        return bool(self.doubtful or self.unsized)


@frozen
class Changed:
    """Households whose money changes one way.

    Attributes:
        households: how many.
        persons: how many members they have.
        total: by how much together, in yuan a month; negative where they lose.
        largest: the largest change of one household; None where there is none.
        median: the median change; None where there is none.
    """

    households: int = 0
    persons: int = 0
    total: Fraction = _NONE
    largest: Fraction | None = None
    median: Fraction | None = None


@frozen
class Moved:
    """How the money of households changes.

    Attributes:
        gainers: those who have more after.
        losers: those who have less.
        unchanged: those for whom nothing changes.
        doubtful: those of whom it cannot be told, before or after.
    """

    gainers: Changed = field(factory=Changed)
    losers: Changed = field(factory=Changed)
    unchanged: Changed = field(factory=Changed)
    doubtful: Changed = field(factory=Changed)


@frozen
class Effect:
    """What a change does to one provision in one group.

    Attributes:
        provision: the provision.
        before: as things are.
        after: after the change.
        newly_in: how many things, households or persons, are entitled after and were known not to be.
        newly_out: how many were entitled and are known not to be after.
        moved: how it changes the money of households; None for a provision that pays nothing, and in groups.
        pays: whether it is a cash benefit.
        touched: whether it rests on what is to be other.
    """

    provision: Provision
    before: Side
    after: Side
    newly_in: int = 0
    newly_out: int = 0
    moved: Moved | None = None
    pays: bool = True
    touched: bool = True


@frozen
class Group:
    """A part of the population, or all of it.

    Attributes:
        name: what the column of the group holds; a number for a decile, None where it is not known.
        households: how many households there are.
        persons: how many persons.
        effects: one for each provision.
        moved: how all cash benefits together change the money of households.
    """

    name: str | int | None
    households: int
    persons: int
    effects: tuple[Effect, ...]
    moved: Moved

    @property
    def before(self) -> Side:
        """The spending of all cash benefits together as things are; those reached are not added up."""
        return _together(each.before for each in self.effects if each.pays)

    @property
    def after(self) -> Side:
        """The spending of all cash benefits together after the change."""
        return _together(each.after for each in self.effects if each.pays)

    def reached(self, side: Side, *, persons: bool = False) -> Fraction | None:
        """Return which share of the group a provision reaches; None in a group without anybody.

        Example:
            >>> Group("east", 4, 9, (), Moved()).reached(Side(households=1))
            Fraction(1, 4)
        """
        number, whole = (side.persons, self.persons) if persons else (side.households, self.households)
        return Fraction(number, whole) if whole else None


def _together(sides: Iterable[Side]) -> Side:
    found = list(sides)
    return Side(
        doubtful=sum(each.doubtful for each in found),
        unsized=sum(each.unsized for each in found),
        month=sum((each.month for each in found), _NONE),
        year=sum((each.year for each in found), _NONE),
    )


@frozen
class Synthetic:
    """That the registers are a sample that was drawn.

    Attributes:
        households: how many households were drawn.
        seed: the seed.
        factor: how many households of the place each of them stands for.
        published: whether it is published how many residents the place has; otherwise that is a default, and
            so is the factor.
    """

    households: int
    seed: int
    factor: Fraction
    published: bool = True


@frozen(eq=False)
class Simulation:
    """What a change comes to.

    Attributes:
        scenario: what was asked.
        whole: the whole population.
        groups: by column, the groups that it makes; `decile` are tenths of the persons by income per head.
        broken: declared floors and invariants that the change breaks.
        income: which income the deciles are made by.
        untouched: the cash benefits that rest on nothing that changes, and were not asked for.
        left_out: why provisions that it touches could not be computed in bulk.
        absent: the facts that the registers do not have.
        set_aside: how many households were left out for faults in the registers.
        numbered: whether the persons of the registers have numbers of their own.
        synthetic: where it is a sample, how it stands for the place; None for registers.
    """

    scenario: Scenario
    whole: Group
    groups: Mapping[str, tuple[Group, ...]]
    broken: tuple[Broken, ...]
    income: Message
    untouched: tuple[Provision, ...] = ()
    left_out: tuple[Fault, ...] = ()
    absent: tuple[str, ...] = ()
    set_aside: int = 0
    numbered: bool = True
    synthetic: Synthetic | None = None

    @property
    def factor(self) -> Fraction:
        """How many households of the place each household stands for."""
        return Fraction(1) if self.synthetic is None else self.synthetic.factor

    @property
    def on(self) -> date:
        """The day for which it is reckoned."""
        return self.scenario.on
