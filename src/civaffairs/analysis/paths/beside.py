"""The path that was really published, beside the cheapest: what it costs and which floors it misses.

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
    >>> [(miss.year, miss.floor.id.partition(":")[2]) for miss in published(question).misses]
    [(2022, 'dibao_grows_with_consumption'), (2024, 'dibao_grows_with_consumption')]
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.analysis.paths.lines import Inequality, Keeps
from civaffairs.analysis.paths.question import as_tree
from civaffairs.domain.units import Amount
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.analysis.paths.floors import Demand, Part, PathFloor
    from civaffairs.analysis.paths.lines import Amounts, Point
    from civaffairs.analysis.paths.question import StandardPath
    from civaffairs.domain.sources import Clause


@frozen
class Shortfall:
    """By how much a standard is too low for a floor.

    Attributes:
        point: the standard and the year.
        least: what it must not fall below.
        by: how much is missing, in the unit of the standard.
    """

    point: Point
    least: Fraction
    by: Fraction


@frozen
class Miss:
    """A floor that the published standards miss in a year.

    Attributes:
        floor: the floor.
        year: the year.
        shortfall: by how much, where one standard alone is too low for it; None otherwise.
    """

    floor: PathFloor
    year: int
    shortfall: Shortfall | None


@frozen
class PublishedPath:
    """What was published for the end of each year.

    Attributes:
        question: what was asked.
        amounts: how much each standard is; what nobody published is not in it.
        clauses: where each of them is laid down.
        misses: the floors that they miss, as far as that can be told.
    """

    question: StandardPath
    amounts: Mapping[Point, Fraction]
    clauses: Mapping[Point, Clause]
    misses: tuple[Miss, ...]

    @property
    def costs(self) -> dict[int, Fraction | None]:
        """What each year costs, in yuan; None where a standard of the year is not published.

        As for the cheapest path, what stands at the end of a year is taken for all of it.
        """
        each = self.question.cost_of
        return {
            year: (
                sum((each[id, year] * self.amounts[id, year] for id in ids), Fraction(0))
                if all((id, year) in self.amounts for id in ids)
                else None
            )
            for ids in [[standing.id for standing in self.question.standards]]
            for year in self.question.years
        }

    @property
    def total(self) -> Fraction | None:
        """What all years cost together; None where one of them is not known."""
        known = [cost for cost in self.costs.values() if cost is not None]
        return sum(known, Fraction(0)) if len(known) == len(self.question.years) else None


def published(question: StandardPath) -> PublishedPath:
    """Return the path that was published, and the floors of a question that it misses."""
    found = {
        (standing.id, year): version
        for standing in question.standards
        for year in question.years
        for version in [question.rulebook.on(date(year, 12, 31)).standard(as_tree(standing.standard))]
    }
    amounts: dict[Point, Fraction] = {}
    clauses: dict[Point, Clause] = {}
    for point, version in found.items():
        if not isinstance(version, Message) and isinstance(version.value, Amount):
            amounts[point] = version.value.size_in(question.called(point[0]).unit)
            clauses[point] = version.clause
    misses = tuple(
        miss for each in question.floors for demand in each.demands for miss in _misses(each, demand, amounts)
    )
    return PublishedPath(question, amounts, clauses, misses)


def _misses(floor: PathFloor, demand: Demand, amounts: Amounts) -> Iterator[Miss]:
    if not demand.points <= amounts.keys():
        return
    broken = demand.broken(amounts)
    if broken:
        yield Miss(floor, demand.year, _shortfall(broken, amounts))


def _shortfall(broken: tuple[Part, ...], amounts: Amounts) -> Shortfall | None:
    """By how much the one standard that would have to rise is too low."""
    linear = [part[0] for part in broken if not isinstance(part, Keeps) and len(part) == 1]
    if len(linear) < len(broken):
        return None
    lacks = [(point, least) for each in linear for point, least in _raised(each, amounts)]
    if len({point for point, _ in lacks}) != 1:
        return None
    point, least = max(lacks, key=lambda each: each[1])
    return Shortfall(point, least, least - amounts[point])


def _raised(inequality: Inequality, amounts: Amounts) -> Iterator[tuple[Point, Fraction]]:
    for point in inequality.points:
        least = inequality.least(point, amounts)
        if least is not None:
            yield point, least
