"""A sample before it is drawn: everything that decides its rows, as a value."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.figures import Figure, Origin, figures_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.plan import Plan

MOST_HOUSEHOLDS = 100_000_000
"""Numpy draws without replacement from fewer than 10^9 persons."""
_LARGEST_SEED = 2**63 - 1


@frozen
class Sample:
    """What is to be drawn. Equal samples give equal rows, whatever the size of the chunks.

    Attributes:
        jurisdiction: the id of the jurisdiction.
        code: its division code; identity numbers and credit codes begin with its province.
        households: how many.
        seed: any whole number from zero.
        on: the day that ages are counted on.
        figures: what it is calibrated to, one for each of `LABELS`.
        urban_fen: the urban Dibao standard, in fen a month, that incomes turn on.
        rural_fen: the rural one.
        unknown: the share of the facts that are not calibrated which the registers leave unknown.
        identity_numbers: whether persons have one, of a county that was never given out.
    """

    jurisdiction: str
    code: str
    households: int = field(validator=[instance_of(int), ge(1), le(MOST_HOUSEHOLDS)])
    seed: int = field(validator=[instance_of(int), ge(0), le(_LARGEST_SEED)])
    on: date
    figures: tuple[Figure, ...]
    urban_fen: int = defaults.DIBAO_FEN
    rural_fen: int = defaults.DIBAO_FEN
    unknown: Fraction = field(default=Fraction(0), validator=[ge(Fraction(0)), le(Fraction(1))])
    identity_numbers: bool = False

    def figure(self, id: str) -> Figure:
        """Return the figure of the place itself."""
        return next(each for each in self.figures if each.id == id)

    @property
    def factor(self) -> Fraction:
        """How many households are drawn for each one of the place."""
        return self.households / self.figure("households").number

    def exactly(self, id: str) -> Fraction:
        """Return how many a sample of this size should have, before rounding."""
        return self.figure(id).number * self.factor

    def wanted(self, id: str) -> int:
        """Return how many a sample of this size should have, halves rounded up."""
        return int(self.exactly(id) + Fraction(1, 2))

    @property
    def province(self) -> str:
        """The two digits that numbers of the place begin with."""
        return self.code[:2]


def planned(
    jurisdiction: Jurisdiction,
    plans: Iterable[Plan],
    households: int,
    *,
    seed: int = 0,
    on: date | None = None,
    residents: int | None = None,
    urban_fen: int = defaults.DIBAO_FEN,
    rural_fen: int = defaults.DIBAO_FEN,
    unknown: Fraction = Fraction(0),
    identity_numbers: bool = False,
) -> Sample:
    """Return the sample of a jurisdiction, calibrated to what its plans report.

    Args:
        jurisdiction: whose it is.
        plans: its plans.
        households: how many households are wanted.
        seed: any whole number from zero.
        on: the day that ages are counted on; by default the last day of the latest period that the figures
            are about, or of 2020 where none is published.
        residents: how many residents the place has, where the user knows it.
        urban_fen: the urban Dibao standard in fen a month.
        rural_fen: the rural one.
        unknown: the share of facts that are left unknown.
        identity_numbers: whether persons have one.
    """
    figures = figures_of(plans, residents=residents)
    days = [
        source.period.last_day
        for figure in figures
        if figure.origin is Origin.PUBLISHED
        for source in figure.sources
    ]
    return Sample(
        jurisdiction.id,
        jurisdiction.code,
        households,
        seed,
        on or max(days, default=date(2020, 12, 31)),
        figures,
        urban_fen,
        rural_fen,
        unknown,
        identity_numbers,
    )
