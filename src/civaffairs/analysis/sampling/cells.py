"""How many households of each kind a sample has, to the household.

A kind is a cell: composition, area and recorded assistance. The counts are whole numbers that meet the
calibrated totals before anything is drawn; drawing without replacement then keeps them exactly.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.analysis.sampling import defaults
from civaffairs.domain.models import Area, Assistance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from civaffairs.analysis.sampling.plan import Sample

AREAS = (Area.URBAN, Area.RURAL)
ASSISTED = (Assistance.NONE, Assistance.DIBAO, Assistance.TEKUN)
_ELDER_ALONE = (1, 0, 0)
_ADULT_ALONE = (0, 1, 0)

Composition = tuple[int, int, int]


@frozen
class Cell:
    """Households of one kind.

    Attributes:
        elders: members of 60 or older.
        adults: members from 18 to 59.
        children: members below 18.
        area: where they live.
        assistance: the group of assisted people that all of them were found to belong to.
        households: how many there are.
    """

    elders: int
    adults: int
    children: int
    area: Area
    assistance: Assistance
    households: int

    @property
    def members(self) -> int:
        """How many members each has."""
        return self.elders + self.adults + self.children


def apportioned(total: int, shares: Sequence[int | Fraction]) -> list[int]:
    """Return whole numbers that make up `total`, in proportion to the shares: largest remainders first.

    Example:
        >>> apportioned(10, (1, 1, 1)), apportioned(3, (0, 0))
        ([4, 3, 3], [0, 0])
    """
    whole = sum(shares)
    if not whole:
        return [0] * len(shares)
    exact = [Fraction(total * share) / whole for share in shares]
    found = [int(each) for each in exact]
    left = sorted(range(len(shares)), key=lambda place: found[place] - exact[place])
    for place in left[: total - sum(found)]:
        found[place] += 1
    return found


def cells_of(sample: Sample) -> tuple[Cell, ...]:
    """Return the cells of a sample; cells without households are left out.

    The totals of households, elders, Dibao and tekun persons are met exactly as far as there are enough
    households to do so; what is missing shows in the report of what was drawn.
    """
    counts = _by_composition(sample)
    left: dict[tuple[Composition, Area], int] = {}
    for composition, number in counts.items():
        urban = apportioned(number, (defaults.URBAN, 1 - defaults.URBAN))
        left |= {(composition, area): many for area, many in zip(AREAS, urban, strict=True)}
    tekun = _taken(
        left, [(_ELDER_ALONE, Area.RURAL), (_ELDER_ALONE, Area.URBAN)], sample.wanted("tekun_persons")
    )
    dibao = _dibao(left, sample.wanted("dibao_persons"))
    return tuple(
        Cell(*composition, area, assistance, many)
        for assistance, taken in zip(ASSISTED, (left, dibao, tekun), strict=True)
        for (composition, area), many in taken.items()
        if many
    )


def _by_composition(sample: Sample) -> dict[Composition, int]:
    """The households by composition, so that the elders are as many as wanted."""
    wanted = sample.wanted("elders")
    share = Fraction(wanted, sample.households) / _most_elders()
    counts: dict[Composition, int] = {}
    for size, households in zip(
        defaults.SIZES, apportioned(sample.households, tuple(defaults.SIZES.values())), strict=True
    ):
        with_elders = min(households, int(households * share))
        _add(counts, defaults.WITH_ELDERS[size], with_elders)
        _add(counts, defaults.WITHOUT_ELDERS[size], households - with_elders)
    # People who live alone make up the rest: an elder for an adult changes nothing else.
    missing = wanted - sum(composition[0] * many for composition, many in counts.items())
    alone = counts[_ELDER_ALONE] + counts[_ADULT_ALONE]
    counts[_ELDER_ALONE] = min(alone, max(0, counts[_ELDER_ALONE] + missing))
    counts[_ADULT_ALONE] = alone - counts[_ELDER_ALONE]
    return counts


def _most_elders() -> Fraction:
    """Elders a household, if every household had elders."""
    return sum(
        (
            Fraction(share * part * composition[0], defaults.THOUSAND**2)
            for size, share in defaults.SIZES.items()
            for composition, part in defaults.WITH_ELDERS[size].items()
        ),
        Fraction(0),
    )


def _add(counts: dict[Composition, int], shares: Mapping[Composition, int], households: int) -> None:
    for composition, many in zip(shares, apportioned(households, tuple(shares.values())), strict=True):
        counts[composition] = counts.get(composition, 0) + many


def _dibao(left: dict[tuple[Composition, Area], int], persons: int) -> dict[tuple[Composition, Area], int]:
    """Take households for Dibao in proportion, then people who live alone for the rest."""
    everybody = sum(sum(composition) * many for (composition, _), many in left.items())
    taken: dict[tuple[Composition, Area], int] = {}
    for kind, many in list(left.items()):
        taken |= _taken(left, [kind], many * persons // everybody * sum(kind[0]) if everybody else 0)
    missing = persons - sum(sum(composition) * many for (composition, _), many in taken.items())
    # The smallest households come last, so that what is missing can be met to the person.
    for kind in sorted(left, key=lambda each: -sum(each[0])):
        more = _taken(left, [kind], missing if sum(kind[0]) == 1 else 0)
        for each, many in more.items():
            taken[each] = taken.get(each, 0) + many
            missing -= many * sum(each[0])
    return taken


def _taken(
    left: dict[tuple[Composition, Area], int], kinds: Sequence[tuple[Composition, Area]], persons: int
) -> dict[tuple[Composition, Area], int]:
    """Take as many households of these kinds, in their order, as hold this many persons at most."""
    taken = {}
    for kind in kinds:
        size = sum(kind[0])
        many = min(left.get(kind, 0), max(0, persons) // size)
        if many:
            left[kind] -= many
            taken[kind] = many
            persons -= many * size
    return taken
