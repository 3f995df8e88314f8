"""The cheapest path, found and proved by a solver; or the floors that clash.

The solver (z3, extra `prove`) is asked for whole numbers of steps: is there a path that keeps every floor and
costs no more than so much? What a found path costs comes down and what no path can cost less than goes up,
until the two meet: then the solver has itself said that nothing is cheaper. Nothing is rounded on the way.

Asked like this, with bounds drawn from the floors beforehand, it answers in less than a second where its own
minimiser needs most of a minute.

A share that must not fall is not linear. It is held against one number after the other: whenever a path
that is found breaks it, what it says of that number is added, which all right paths keep, and the question is
asked again.

Example:
    >>> from civaffairs import load
    >>> from civaffairs.analysis.paths.question import StandardPath
    >>> catalogue = load()
    >>> question = StandardPath.of(
    ...     catalogue["taoyuan"],
    ...     catalogue.plans.values(),
    ...     range(2022, 2025),
    ...     recipients={"dibao_urban": "2000", "dibao_rural": "5000", "tekun_basic": "300"},
    ...     assume=["urban_consumption=5%"],
    ... )
    >>> found = cheapest(question)
    >>> [int(found.amounts["dibao_urban", year]) for year in question.years]
    [672, 706, 742]
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from civaffairs.analysis.paths.floors import Demand, Part, PathFloor
from civaffairs.analysis.paths.lines import Clause, Inequality, Keeps, Line
from civaffairs.errors import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from civaffairs.analysis.paths.lines import Amounts, Point
    from civaffairs.analysis.paths.question import StandardPath
    from civaffairs.engines.formulas import Formula, Nothing, Number
    from civaffairs.errors import Message

STEPS = 50_000_000
"""So many steps of the solver one search may take; some seconds. No clock is looked at."""
MOST = 100_000
"""No standard is so many yuan: a bound for the solver, far beyond any that there was."""
CUTS = 500
"""So often a share may be held against another number within one search."""
MOST_ROUNDS = 200
"""Bounds that still move after so many rounds are left to the solver."""


@frozen
class Hold:
    """What keeps a standard of a year from being one step lower, all else as it is.

    Attributes:
        point: the standard and the year.
        floor: the floor that would be broken.
        year: the year in which it would be.
        least: what the standard must not fall below for it; None where that is no one number.
    """

    point: Point
    floor: PathFloor
    year: int
    least: Fraction | None


@frozen
class Cheapest:
    """A path that keeps every floor, and none is cheaper.

    Attributes:
        question: what was asked.
        amounts: how much each standard is at the end of each year, in its unit.
        searches: how often the solver was asked.
    """

    question: StandardPath
    amounts: Mapping[Point, Fraction]
    searches: int

    @property
    def total(self) -> Fraction:
        """What all years cost together, in yuan."""
        return sum(self.costs.values(), Fraction(0))

    @property
    def costs(self) -> dict[int, Fraction]:
        """What each year costs, in yuan."""
        return costs(self.question, self.amounts)

    @property
    def holds(self) -> tuple[Hold, ...]:
        """What holds each standard of each year up: each year's binding floors."""
        return tuple(hold for point in self.question.points for hold in _holds(self, point))

    @property
    def said(self) -> Message:
        """What was found, for a reader."""
        return message("path_found", searches=self.searches)


@frozen
class NoPath:
    """No path keeps all floors.

    Attributes:
        question: what was asked.
        clash: floors with the years in which they cannot all be kept; without any of them they can.
        minimal: whether that was settled of each of them.
    """

    question: StandardPath
    clash: tuple[tuple[PathFloor, tuple[int, ...]], ...]
    minimal: bool

    @property
    def said(self) -> Message:
        """What was found, for a reader."""
        return message("path_none" if self.minimal else "path_none_unsure", floors=len(self.clash))


@frozen
class NotSettled:
    """The solver took more steps than it may.

    Attributes:
        question: what was asked.
        at_least: no path costs less, in yuan.
        best: the cheapest path found so far; None where none was found.
    """

    question: StandardPath
    at_least: Fraction
    best: Mapping[Point, Fraction] | None

    @property
    def said(self) -> Message:
        """What was found, for a reader."""
        return message("path_not_settled")


Answer: TypeAlias = Cheapest | NoPath | NotSettled


def costs(question: StandardPath, amounts: Amounts) -> dict[int, Fraction]:
    """Return what each year of a path costs, in yuan: recipients × standard × twelve months."""
    each = question.cost_of
    return {
        year: sum((each[id, year] * amounts[id, year] for id in _ids(question)), Fraction(0))
        for year in question.years
    }


def _ids(question: StandardPath) -> tuple[str, ...]:
    return tuple(each.id for each in question.standards)


def cheapest(question: StandardPath, *, steps: int = STEPS) -> Answer:
    """Return the cheapest path that keeps all floors, or the floors that clash.

    Args:
        question: what is asked.
        steps: how many steps of the solver one search may take.

    Raises:
        ExtraMissing: where the solver is not installed.
    """
    from civaffairs.engines.formulas import Nothing

    search = _Search.among(question, question.floors, steps)
    found = search.first() if search is not None else Nothing.THERE_IS_NONE
    if search is None or found is Nothing.THERE_IS_NONE:
        return _clash(question, steps)
    return _lowered(question, search, found)


def _lowered(question: StandardPath, search: _Search, found: Counts | Nothing) -> Cheapest | NotSettled:
    """Ask for cheaper paths than the one found, until there is none."""
    from civaffairs.engines.formulas import Nothing

    halving = False
    while isinstance(found, dict) and search.low < search.cost_of(found):
        # What is found is often the best already, so every other question is whether anything is cheaper.
        most = (search.low + search.cost_of(found)) // 2 if halving else search.cost_of(found) - 1
        better, halving = search.within(most), not halving
        if better is Nothing.THERE_IS_NONE:
            search.low = most + 1
        elif isinstance(better, dict):
            found = better
        else:
            return NotSettled(question, search.in_yuan(search.low), search.amounts(found))
    if not isinstance(found, dict):
        return NotSettled(question, search.in_yuan(search.low), None)
    return Cheapest(question, search.amounts(found), search.asked)


def price_of(found: Cheapest, floor: PathFloor, *, steps: int = STEPS) -> Fraction | None:
    """Return how many yuan less the cheapest path would cost without a floor; None where not settled."""
    from civaffairs.engines.formulas import Nothing

    others = tuple(each for each in found.question.floors if each.id != floor.id)
    question = evolve(found.question, floors=others)
    search = _Search.among(question, others, steps)
    assert search is not None  # noqa: S101 - the path that keeps all floors keeps these
    known = search.counts(found.amounts)
    if search.within(search.cost_of(known) - 1) is Nothing.THERE_IS_NONE:
        return Fraction(0)
    without = _lowered(question, search, search.first())
    return found.total - without.total if isinstance(without, Cheapest) else None


# --- what holds a standard up --------------------------------------------------------------------------


def _holds(found: Cheapest, point: Point) -> Iterator[Hold]:
    question, (id, _) = found.question, point
    lower = {**found.amounts, point: found.amounts[point] - question.called(id).step}
    for each in question.floors:
        for demand in each.demands:
            # A standard of zero is none: nothing is divided by it.
            broken = demand.broken(lower) if point in demand.points and lower[point] > 0 else ()
            if broken:
                yield Hold(point, each, demand.year, _least(broken, point, found.amounts))


def _least(broken: Iterable[Part], point: Point, amounts: Amounts) -> Fraction | None:
    """What a standard must not fall below, of several the most; None where one of them is no one number."""
    found = [
        part[0].least(point, amounts) if not isinstance(part, Keeps) and len(part) == 1 else None
        for part in broken
    ]
    known = [each for each in found if each is not None]
    return max(known) if known and len(known) == len(found) else None


# --- the floors that clash -----------------------------------------------------------------------------


def _clash(question: StandardPath, steps: int) -> NoPath:
    """Leave out floors, then years of what is left, for as long as the rest still cannot be kept."""
    settled = True

    def impossible(floors: Sequence[PathFloor]) -> bool:
        nonlocal settled
        possible = _possible(question, floors, steps)
        settled = settled and possible is not None
        return possible is False

    floors = list(question.floors)
    for each in tuple(floors):
        rest = [other for other in floors if other is not each]
        if impossible(rest):
            floors = rest
    for each in tuple(floors):
        for demand in each.demands:
            position = next(at for at, other in enumerate(floors) if other.id == each.id)
            fewer = _without(floors[position], demand)
            rest = [*floors[:position], fewer, *floors[position + 1 :]]
            if impossible(rest):
                floors = rest
    clash = tuple((each, tuple(demand.year for demand in each.demands)) for each in floors)
    return NoPath(question, clash, settled)


def _without(floor: PathFloor, demand: Demand) -> PathFloor:
    return evolve(floor, demands=tuple(each for each in floor.demands if each is not demand))


def _possible(question: StandardPath, floors: Sequence[PathFloor], steps: int) -> bool | None:
    """Whether some path keeps these floors; None where that is not settled."""
    from civaffairs.engines.formulas import Nothing

    search = _Search.among(question, floors, steps)
    found = search.first() if search is not None else Nothing.THERE_IS_NONE
    if isinstance(found, dict):
        return True
    return False if found is Nothing.THERE_IS_NONE else None


# --- asking the solver ---------------------------------------------------------------------------------

Counts: TypeAlias = "dict[Point, int]"
"""How many steps each standard of each year is."""


@frozen(eq=False)
class _Bounds:
    """Between which whole numbers of steps each standard lies, as the floors leave it."""

    low: dict[Point, int]
    high: dict[Point, int]


class _Search:
    """A solver that knows the floors, and the bounds that follow from them.

    Attributes:
        low: no path costs less, in the units of the solver.
        asked: how often the solver was asked.
    """

    def __init__(
        self, question: StandardPath, clauses: list[Clause], keeps: list[Keeps], bounds: _Bounds, steps: int
    ) -> None:
        from civaffairs.engines.formulas import Number, Search

        self._steps_of = {point: question.called(point[0]).step for point in question.points}
        self._keeps = keeps
        self._solver = Search(seconds=0, steps=steps)
        self._numbers = {
            point: Number.between(f"{point[0]}@{point[1]}", bounds.low[point], bounds.high[point])
            for point in question.points
        }
        self._solver.assume(*(number.within for number in self._numbers.values()))
        self._solver.assume(*(self._formula(clause) for clause in clauses))
        per_step = {point: cost * self._steps_of[point] for point, cost in question.cost_of.items()}
        # The smaller the numbers, the easier for the solver.
        whole = lcm(*(cost.denominator for cost in per_step.values()))
        self._scale = Fraction(whole, gcd(*(int(cost * whole) for cost in per_step.values())))
        self._weights = {point: int(cost * self._scale) for point, cost in per_step.items()}
        self._cost = _total(self._numbers[point].times(weight) for point, weight in self._weights.items())
        self.low, self._high = self._cost.least, self._cost.most
        self.asked = 0

    @classmethod
    def among(cls, question: StandardPath, floors: Iterable[PathFloor], steps: int) -> _Search | None:
        """Return a solver that knows these floors; None where no path can keep them."""
        kept = tuple(floors)
        parts = [part for each in kept for demand in each.demands for part in demand.parts]
        keeps = [part for part in parts if isinstance(part, Keeps)]
        clauses = [part for part in parts if not isinstance(part, Keeps)]
        clauses += [(each,) for floor in kept for each in _beside_start(question, floor)]
        bounds = _bounds(question, clauses)
        return None if bounds is None else cls(question, clauses, keeps, bounds, steps)

    def first(self) -> Counts | Nothing:
        """Return a path that is not much dearer than the bounds allow, or why there is none."""
        from civaffairs.engines.formulas import Nothing

        some = self._find()
        if not isinstance(some, dict):
            return some
        room = max(self.low // 2000, 1)
        while True:
            found = self.within(min(self.low + room, self._high))
            if found is not Nothing.THERE_IS_NONE or self.low + room >= self._high:
                return found
            room *= 4

    def within(self, cost: int) -> Counts | Nothing:
        """Return a path that keeps every floor and costs no more, or why there is none."""
        from civaffairs.engines.formulas import Nothing, Number

        cheap = self._cost.compared("<=", Number.fixed(cost)).yes
        for _ in range(CUTS):
            found = self._find(cheap)
            if not isinstance(found, dict):
                return found
            amounts = self.amounts(found)
            broken = [each for each in self._keeps if not each.holds(amounts)]
            if not broken:
                return found
            for number in {each.before.at(amounts) for each in broken}:
                self._solver.assume(*(self._formula(each.at(number)) for each in self._keeps))
        return Nothing.NOT_SETTLED

    def _find(self, *formulas: Formula) -> Counts | Nothing:
        """Return steps that keep what the solver knows so far, or why there are none."""
        from civaffairs.engines.formulas import Found

        self.asked += 1
        found = self._solver.find(*formulas)
        if not isinstance(found, Found):
            return found
        return {point: found.number(number.size) for point, number in self._numbers.items()}

    def cost_of(self, counts: Counts) -> int:
        """Return what a path costs, in the units of the solver."""
        return sum(self._weights[point] * count for point, count in counts.items())

    def in_yuan(self, cost: int) -> Fraction:
        """Return a cost in yuan."""
        return cost / self._scale

    def amounts(self, counts: Counts) -> dict[Point, Fraction]:
        """Return how much each standard is."""
        return {point: count * self._steps_of[point] for point, count in counts.items()}

    def counts(self, amounts: Amounts) -> Counts:
        """Return how many steps each standard is."""
        return {point: int(amounts[point] / step) for point, step in self._steps_of.items()}

    def _formula(self, clause: Clause) -> Formula:
        from civaffairs.engines.formulas import Number, some

        zero = Number.fixed(0)
        return some(self._line(each.line).compared(">" if each.strict else ">=", zero).yes for each in clause)

    def _line(self, line: Line) -> Number:
        """A line, so many times as much that every factor is whole: whether it is above zero stays."""
        from civaffairs.engines.formulas import Number

        factors, number = _whole(line, self._steps_of)
        return _total(
            [*(self._numbers[point].times(factor) for point, factor in factors.items()), Number.fixed(number)]
        )


def _beside_start(question: StandardPath, floor: PathFloor) -> Iterator[Inequality]:
    """What never falls is never below where it began: linear, implied, and a great help to the solver."""
    for year, demand in zip(question.years, floor.demands, strict=False):
        if demand.year != year:
            return  # in a year before, nothing is demanded
        yield from (part.beside_start() for part in demand.parts if isinstance(part, Keeps))


def _total(numbers: Iterable[Number]) -> Number:
    from civaffairs.engines.formulas import added

    return added(tuple(numbers))


def _whole(line: Line, step_of: Mapping[Point, Fraction]) -> tuple[dict[Point, int], int]:
    """Return the factors of a line over steps, and its number, all multiplied until they are whole."""
    factors = {point: factor * step_of[point] for point, factor in line.terms}
    scale = lcm(line.number.denominator, *(factor.denominator for factor in factors.values()))
    return {point: int(factor * scale) for point, factor in factors.items()}, int(line.number * scale)


def _bounds(question: StandardPath, clauses: Iterable[Clause]) -> _Bounds | None:
    """Return the bounds that follow from single inequalities; None where they leave nothing.

    Each inequality bounds every standard in it by the bounds of the others, over and over until nothing more
    moves.
    """
    steps = {point: question.called(point[0]).step for point in question.points}
    bounds = _Bounds(dict.fromkeys(steps, 1), {point: int(MOST / step) for point, step in steps.items()})
    lines = [
        (*_whole(each.line, steps), each.strict) for clause in clauses if len(clause) == 1 for each in clause
    ]
    moved, rounds = True, 0
    while moved and rounds < MOST_ROUNDS:
        moved, rounds = False, rounds + 1
        for factors, number, strict in lines:
            moved = _narrowed(bounds, factors, number - strict) or moved
        if any(bounds.low[point] > bounds.high[point] for point in steps):
            return None
    if any(not factors and number - strict < 0 for factors, number, strict in lines):
        return None
    return bounds


def _narrowed(bounds: _Bounds, factors: Mapping[Point, int], number: int) -> bool:
    """Narrow the bounds by one inequality, whose factors and number add up to zero at least."""
    moved = False
    reach = {
        point: factor * (bounds.high[point] if factor > 0 else bounds.low[point])
        for point, factor in factors.items()
    }
    most = number + sum(reach.values())
    for point, factor in factors.items():
        others = most - reach[point]
        if factor > 0:
            low = ceil(Fraction(-others, factor))
            if low > bounds.low[point]:
                bounds.low[point], moved = low, True
        else:
            high = floor(Fraction(others, -factor))
            if high < bounds.high[point]:
                bounds.high[point], moved = high, True
    return moved
