"""Figures that floors look at beside standards, such as consumption per head: published, or assumed.

What plans report comes first. An assumption of the user fills in what nobody published, and is named as one.
What is neither is not known: the floor that needs it is left out, and said to be.

Example:
    >>> from civaffairs.domain.names import Label
    >>> consumption = Series("urban_consumption", Label("消费支出", "consumption"), "元/人·年")
    >>> figures = Figures((), (assumption("urban_consumption=5%"), assumption("urban_consumption.2022=6%")))
    >>> figures.growth(consumption, 2021), figures.growth(consumption, 2022)
    (Fraction(5, 1), Fraction(6, 1))
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.domain.rules.expr import LocalStandard, Series
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.errors import CivaffairsError, InputInvalid, Message, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civaffairs.domain.observations import Observation
    from civaffairs.domain.sources import Clause
    from civaffairs.errors import Language

_PERCENT = Unit.parse("%")
_WRITTEN = re.compile(r"(?P<series>[a-z][a-z0-9_]*)(?:\.(?P<year>\d{4}))?=(?P<value>.+)")


class Untold(Exception):
    """What cannot be told here, with the reason: a floor that rests on it is left out."""

    def __init__(self, why: Message, year: int | None = None) -> None:
        super().__init__(why, year)
        self.why, self.year = why, year


@frozen
class Assumption:
    """What the user assumes of a series.

    Attributes:
        series: the id of the series.
        year: the year that it is about; None for every year.
        amount: the growth over the year before, in percent; or how much it was in the year, in its unit.
        growth: whether it is the growth.
    """

    series: str
    year: int | None
    amount: Amount
    growth: bool


def assumption(text: str) -> Assumption:
    """Read what is assumed of a series: its growth in every year or in one, or how much it was in one.

    Example:
        >>> each = assumption("urban_consumption.2020=26464元/人·年")
        >>> each.year, each.growth
        (2020, False)

    Raises:
        InputInvalid: where it is none of these.
    """
    match = _WRITTEN.fullmatch(text.replace(" ", ""))
    if match is None:
        raise InputInvalid(fault("path_assumption_malformed", "--assume", text=text))
    year = None if match["year"] is None else int(match["year"])
    amount = amount_in(match["value"])
    growth = amount is not None and amount.unit == _PERCENT
    if amount is None or (year is None and not growth):
        raise InputInvalid(fault("path_assumption_malformed", "--assume", text=text))
    return Assumption(match["series"], year, amount, growth)


def amount_in(text: str, unit: str | Unit | None = None) -> Amount | None:
    """Read a number with its unit, `5%` or `26464元/人·年`; None where it is none.

    Args:
        text: what is written.
        unit: the unit of a bare number; without it a bare number is none.
    """
    match = re.fullmatch(r"([+-]?[\d.,]*\d)\s*(.*)", text.strip())
    if match is None or not (match[2] or unit):
        return None
    try:
        return Amount(match[1].replace(",", ""), match[2] or unit or "")
    except CivaffairsError:
        return None


@frozen
class UsedFigure:
    """A figure that a floor looks at.

    Attributes:
        series: of what.
        year: of which year.
        size: how much it was; in percent where it is the growth.
        growth: whether it is the growth over the year before.
        clause: who published it; None where it was assumed.
    """

    series: Series | LocalStandard
    year: int
    size: Size
    growth: bool
    clause: Clause | None

    def text(self, lang: Language | None = None) -> str:
        """Return the figure for a reader."""
        return self.said.text(lang)

    @property
    def said(self) -> Message:
        """The figure in words."""
        source = message("path_assumed") if self.clause is None else self.clause
        code = "path_used_growth" if self.growth else "path_used_level"
        return message(code, series=self.series.label, year=self.year, size=self.size, source=source)


@frozen
class Figures:
    """What is known beside standards.

    Attributes:
        observations: what plans report, those of the nearest place first.
        assumptions: what the user assumes where nothing is reported.
        used: what was looked up and found.
    """

    observations: tuple[Observation, ...]
    assumptions: tuple[Assumption, ...]
    used: dict[tuple[str, int, bool], UsedFigure] = field(factory=dict, repr=False)

    def level(self, series: Series, year: int) -> Fraction:
        """Return how much a series was in a year, in its unit.

        Raises:
            Untold: where nobody published it and nothing is assumed.
        """
        found = self._level(series, year)
        if found is None:
            raise Untold(message("path_need_level", series=series.label, id=series.id), year)
        number, clause = found
        self._use(UsedFigure(series, year, Size(number, series.unit), growth=False, clause=clause))
        return number

    def growth(self, series: Series, year: int) -> Fraction:
        """Return by how many percent a series grew in a year.

        Raises:
            Untold: where nobody published it and nothing is assumed.
        """
        now, before = self._given(series, year), self._given(series, year - 1)
        if now is not None and before is not None and before[0] > 0:
            grown = (now[0] - before[0]) / before[0] * 100
            clause = None if now[1] is None or before[1] is None else now[1]
            return self._use(UsedFigure(series, year, Size(grown, _PERCENT), growth=True, clause=clause))
        assumed = self._assumed(series, year)
        if assumed is None:
            raise Untold(message("path_need_growth", series=series.label, id=series.id), year)
        return self._use(UsedFigure(series, year, Size(assumed, _PERCENT), growth=True, clause=None))

    def assumed(self, standard: LocalStandard, year: int) -> Fraction | None:
        """Return what is assumed of a standard that is not set, such as last year's consumption."""
        found = self._assumed_level(standard.id, standard.unit, year)
        if found is None:
            return None
        return self._use(UsedFigure(standard, year, Size(found, standard.unit), growth=False, clause=None))

    def _use(self, figure: UsedFigure) -> Fraction:
        self.used[figure.series.id, figure.year, figure.growth] = figure
        return figure.size.number

    def _assumed(self, series: Series, year: int) -> Fraction | None:
        """The assumed growth: that of the year, or else that of every year."""
        for wanted in (year, None):
            for each in self.assumptions:
                if each.growth and each.series == series.id and each.year == wanted:
                    return Fraction(each.amount.number)
        return None

    def _level(self, series: Series, year: int) -> tuple[Fraction, Clause | None] | None:
        """How much it was: as given, or grown from the last year of which it is given as is assumed."""
        given = self._given(series, year)
        earlier = [known for known in self._years(series) if known < year]
        if given is not None or not earlier:
            return given
        number = (self._given(series, max(earlier)) or (Fraction(0), None))[0]
        for each in range(max(earlier) + 1, year + 1):
            grown = self._assumed(series, each)
            if grown is None:
                return None
            number *= 1 + grown / 100
        return number, None

    def _years(self, series: Series) -> Iterable[int]:
        reported = {
            each.period.year
            for each in self.observations
            if each.of.id == series.id and self._reported(series, each.period.year) is not None
        }
        assumed = {
            each.year
            for each in self.assumptions
            if each.series == series.id and not each.growth and each.year is not None
        }
        return reported | assumed

    def _given(self, series: Series, year: int) -> tuple[Fraction, Clause | None] | None:
        """The figure of a year as it was published, or else as it is assumed."""
        reported = self._reported(series, year)
        if reported is not None:
            return reported
        assumed = self._assumed_level(series.id, series.unit, year)
        return None if assumed is None else (assumed, None)

    def _assumed_level(self, id: str, unit: Unit, year: int) -> Fraction | None:
        for each in self.assumptions:
            if not each.growth and (each.series, each.year) == (id, year):
                return each.amount.size_in(unit)
        return None

    def _reported(self, series: Series, year: int) -> tuple[Fraction, Clause | None] | None:
        """The published figure of a whole year; None where there is none, or two that differ."""
        found = {
            each.amount.size_in(series.unit): each.source
            for each in self.observations
            if each.of.id == series.id and each.period.first == each.period.last == (year,)
            if each.amount is not None
        }
        if len(found) != 1:
            return None
        ((number, source),) = found.items()
        return number, None if isinstance(source, str) else source
