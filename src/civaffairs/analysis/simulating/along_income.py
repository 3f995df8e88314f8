"""One household while an income in it grows: what it has in all, before and after, and where that falls.

Decided with the compiled Python that decides single cases. Where what a household has falls by more than a
yuan as one fen more is earned, that income is found by halving, to the fen; what falls by less is rounding.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, frozen

from civaffairs.domain.models import Area, Household, Income, IncomeKind
from civaffairs.domain.models.fact import replaced
from civaffairs.domain.provisions import ProvisionKind
from civaffairs.domain.rulebook import InForce
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.units import Amount, Unit
from civaffairs.engines.python import compiled
from civaffairs.errors import InputInvalid, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.analysis.simulating.changes import Scenario
    from civaffairs.analysis.simulating.household_types import HouseholdType
    from civaffairs.domain.models import Person
    from civaffairs.domain.names import Label
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.engines.python import Program

_FLOW = Unit.parse("元/月")
_FEN = 100
_YUAN = 100
"""A fall of a yuan or less as one fen more is earned is one of rounding."""
_TEN_YUAN = 1000
_STEPS = 120
_TIMES = 3
_ADULT = 16
_ORDINARY = 3000

Received: TypeAlias = tuple[tuple[object, ...], Fraction]
"""Which provisions hold, and how many fen a month they come to."""


@frozen
class Fall:
    """Where a household has less as it earns one fen more.

    Attributes:
        income: the income from which on it has less, in yuan a month.
        lost: by how much less, in yuan a month.
    """

    income: Fraction
    lost: Fraction


@frozen
class Course:
    """What a household has while an income of it grows, by one rulebook.

    Attributes:
        net: what it has for each of the incomes: all its incomes and all monthly cash benefits, in yuan.
        falls: where that falls, the largest first.
        rate: how much of a further yuan is taken away at most, over a step without a fall; None where every
            step has one.
    """

    net: tuple[Fraction, ...]
    falls: tuple[Fall, ...]
    rate: Fraction | None


@frozen
class Along:
    """What a household has while an income of it grows, before and after a change.

    Attributes:
        label: which household.
        incomes: the incomes that are looked at, in yuan a month.
        before: as things are.
        after: after the change.
        left_out: cash benefits that are not in it: they cannot be told for such a household, or nobody says
            how much they are.
    """

    label: Label
    incomes: tuple[Fraction, ...]
    before: Course
    after: Course
    left_out: tuple[Provision, ...]


def along(kind: HouseholdType, scenario: Scenario) -> Along:
    """Return what a household has while the first income of its first earner grows from nothing.

    It grows to three times the Dibao standard of the place for each member, where there is one.

    Raises:
        InputInvalid: for a household in which nobody is old enough to earn.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> from civaffairs.analysis.simulating.changes import scenario
        >>> from civaffairs.analysis.simulating.household_types import household_types
        >>> day = date(2024, 9, 1)
        >>> asked = scenario(load()["taoyuan"].rulebook, day, ["winter_heating=600"])
        >>> alone = along(household_types(day)[0], asked)
        >>> [course.falls[0].lost if course.falls else 0 for course in (alone.before, alone.after)]
        [0, 0]
    """
    home = kind.household
    earning = _earning(home, scenario)
    others = sum((income.monthly for each in home.members for income in each.incomes or ()), Decimal(0))
    others -= earning.monthly
    highest = _highest(home, scenario)
    step = -(-highest // (_STEPS * _TEN_YUAN)) * _TEN_YUAN
    incomes = range(0, highest + step, step)
    homes = cache(earning.with_income)
    sides = tuple(_Side.of(scenario, edition, homes) for edition in scenario.editions)
    left_out = {each.id: each for side in sides for each in side.untold(incomes)}
    before, after = (_course(side.receiving(left_out), incomes, Fraction(others) * _FEN) for side in sides)
    return Along(
        kind.label,
        tuple(Fraction(each, _FEN) for each in incomes),
        before,
        after,
        tuple(left_out.values()),
    )


@frozen(eq=False)
class _Earning:
    """An income of a household that is to vary."""

    home: Household
    member: int
    kind: IncomeKind
    monthly: Decimal

    def with_income(self, fen: int) -> Household:
        """Return the household with another income in its place."""
        someone: Person = self.home.members[self.member]
        varied = Income(kind=self.kind, monthly=Decimal(fen) / _FEN)
        other = replaced(someone, incomes=(varied, *(someone.incomes or ())[1:]))
        members = (*self.home.members[: self.member], other, *self.home.members[self.member + 1 :])
        return replaced(self.home, members=members)


def _earning(home: Household, scenario: Scenario) -> _Earning:
    for place, each in enumerate(home.members):
        if each.incomes:
            return _Earning(home, place, each.incomes[0].kind, each.incomes[0].monthly)
    for place, each in enumerate(home.members):
        if each.age_on(scenario.on) >= _ADULT:
            return _Earning(home, place, IncomeKind.WAGES, Decimal(0))
    raise InputInvalid(fault("nobody_earns", "--household-type", age=_ADULT))


def _highest(home: Household, scenario: Scenario) -> int:
    """Return up to which income is looked, in fen."""
    name = "dibao_urban" if home.area is Area.URBAN else "dibao_rural"
    declared = scenario.before.named_standards.get(name)
    monthly = Fraction(_ORDINARY)
    if declared is not None:
        per_head = Unit.parse("元/人·月")
        for edition in scenario.editions:
            found = edition.standard(LocalStandard(declared.id, declared.label, declared.unit))
            if isinstance(found, InForce) and isinstance(found.value, Amount):
                monthly = _TIMES * len(home.members) * found.value.size_in(per_head)
    return int(monthly * _FEN)


@frozen(eq=False)
class _Side:
    """The monthly cash benefits of a place for a household with any income."""

    scenario: Scenario
    home: Callable[[int], Household]
    programs: dict[str, Program]

    @classmethod
    def of(cls, scenario: Scenario, edition: Edition, home: Callable[[int], Household]) -> _Side:
        paying = (
            each
            for each in edition.book.provisions_of("Household", "Person")
            if each.kind is ProvisionKind.CASH and (each.amount is None or each.amount.unit.goes_with(_FLOW))
        )
        # When payment starts and ends is not asked, so that it need not be known.
        asked = (evolve(each, starts_after=None, review_after=None, lasts=None) for each in paying)
        programs = {each.id: compiled(each, edition) for each in asked}
        return cls(scenario, home, programs)

    def untold(self, incomes: range) -> Iterator[Provision]:
        """Yield the benefits that cannot be told at some income, or are due and of no known amount."""
        for each in self.programs.values():
            if any(self._of(each, self.home(income)) is None for income in incomes):
                yield each.provision

    def receiving(self, left_out: dict[str, Provision]) -> Callable[[int], Received]:
        """Return what a household receives for an income; each is decided once."""
        counted = [each for id, each in self.programs.items() if id not in left_out]
        known: dict[int, Received] = {}

        def received(income: int) -> Received:
            if income not in known:
                home = self.home(income)
                found = [self._of(each, home) or ((), Fraction(0)) for each in counted]
                known[income] = (
                    tuple(each[0] for each in found),
                    sum((each[1] for each in found), Fraction(0)),
                )
            return known[income]

        return received

    def _of(self, program: Program, home: Household) -> Received | None:
        """Return for whom a benefit holds and how many fen a month it is; None where it cannot be told."""
        provision = program.provision
        things: list[tuple[Any, ...]] = (
            [(home,)] if provision.of == "Household" else [(home, each) for each in home.members]
        )
        held: list[object] = []
        paid = Fraction(0)
        for each in things:
            found = program.swift(*each, on=self.scenario.on)
            if found is None:
                return None
            held.append(found[0])
            if found[0]:
                if provision.amount is None:
                    return None
                factor = provision.amount.unit.factor_to(_FLOW) * _FEN
                paid += Fraction(found[1][0], program.scales[0]) * factor
        return tuple(held), paid


def _course(received: Callable[[int], Received], incomes: range, others: Fraction) -> Course:
    net = [income + others + received(income)[1] for income in incomes]
    falls: list[Fall] = []
    rates: list[Fraction] = []
    for one, other in pairwise(incomes):
        found = list(_falls(received, one, other))
        falls += found
        if not found:
            rates.append((received(one)[1] - received(other)[1]) / (other - one))
    falls.sort(key=lambda each: (-each.lost, each.income))
    return Course(tuple(each / _FEN for each in net), tuple(falls), max(rates, default=None))


def _falls(received: Callable[[int], Received], low: int, high: int) -> Iterator[Fall]:
    """Yield where what a household has falls between two incomes, found by halving."""
    before, after = received(low), received(high)
    lost = before[1] - after[1] - (high - low)
    if high - low == 1:
        if lost > _YUAN:
            yield Fall(Fraction(high, _FEN), lost / _FEN)
        return
    if before[0] == after[0] and lost <= _YUAN:
        return
    middle = (low + high) // 2
    yield from _falls(received, low, middle)
    yield from _falls(received, middle, high)
