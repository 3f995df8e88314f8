"""What of a run's totals may be published: nobody is to be found in a small count, nor by taking differences.

A count from one up to a limit is withheld. The counts that are withheld together are the difference of the
others from the total, so the next smallest ones are withheld with them until they are several and reach the
limit. With a count goes its amount. Totals are published by one column at a time and never crossed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.analysis.running.tallies import Counted, Group, Tallies, Tally

LEAST = 10
"""Counts below this are withheld where nobody asks for another limit."""


@frozen
class Line:
    """A line of a table of totals.

    Attributes:
        counted: the provision.
        column: by what it is grouped; None for the total.
        group: what stands in the column; None where that is not known.
        tally: what it comes to.
        withheld: whether count and amount are not to be published.
    """

    counted: Counted
    column: str | None
    group: str | None
    tally: Tally
    withheld: bool = False

    @property
    def amount(self) -> Fraction | None:
        """How much, in the unit of the provision's amount; None where it has none."""
        return self.counted.amount(self.tally)


def lines(tallies: Tallies, *, least: int = 0) -> Iterator[Line]:
    """Yield the totals of each provision, then those by each column.

    Args:
        tallies: what a run comes to.
        least: counts from one up to but not including this are withheld; by default none.
    """
    for counted in tallies.counted:
        id = counted.provision.id
        every = tallies.groups(id)
        yield from _lines(counted, None, every, _small(every, least))
        for column in tallies.by:
            groups = tallies.groups(id, column)
            yield from _lines(counted, column, groups, withheld(groups, least))


def withheld(groups: Mapping[Group, Tally], least: int) -> set[Group]:
    """Return the groups whose counts are not to be published beside their total.

    Example:
        >>> from civaffairs.analysis.running.tallies import Tally
        >>> towns = {("a",): Tally(90, 3), ("b",): Tally(80, 40), ("c",): Tally(90, 12), ("d",): Tally(9, 0)}
        >>> sorted(withheld(towns, least=10))
        [('a',), ('c',)]
    """
    small = _small(groups, least)
    others = sorted(
        (each for each in groups if each not in small and groups[each].yes),
        key=lambda each: (groups[each].yes, each[0] is None, each[0] or ""),
        reverse=True,
    )
    while small and others and (len(small) == 1 or sum(groups[each].yes for each in small) < least):
        small.add(others.pop())
    return small


def _small(groups: Mapping[Group, Tally], least: int) -> set[Group]:
    return {each for each, tally in groups.items() if 0 < tally.yes < least}


def _lines(
    counted: Counted, column: str | None, groups: Mapping[Group, Tally], hidden: set[Group]
) -> Iterator[Line]:
    for group, tally in groups.items():
        yield Line(counted, column, group[0] if column else None, tally, withheld=group in hidden)
