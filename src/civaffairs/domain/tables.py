"""Tables as their documents print them: columns once, then a line for each row.

A plugin's table reads like the page. Each cell becomes a baseline, a target or a result with its clause; a
dash or a blank becomes `Missing`, never zero and never nothing.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import instance_of

from civaffairs.domain.indicators import Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing, Observation, Printed, Value, Verdict, missing
from civaffairs.domain.periods import Period, as_period
from civaffairs.domain.plan import Row
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.sources import Clause
from civaffairs.domain.targets import Measure, Nature, Promise, Target, between, reaching
from civaffairs.domain.units import CLASSIFIERS, Amount, AmountRange, Number, Unit
from civaffairs.errors import DeclarationError, fault


class Holds(Enum):
    """What the cells of a column are."""

    BASELINE = "baseline"
    TARGET = "target"
    GROWTH = "growth"
    RESULT = "result"


@frozen
class Column:
    """A column of a table.

    Attributes:
        heading: as the document prints it; it becomes the end of each cell's locator.
        holds: what its cells are.
        period: the year that its cells are about.
    """

    heading: str
    holds: Holds
    period: Period = field(converter=as_period)


def baseline(heading: str, period: str | int) -> Column:
    """Declare a column of starting values."""
    return Column(heading, Holds.BASELINE, period)


def goal(heading: str, period: str | int) -> Column:
    """Declare a column of targets."""
    return Column(heading, Holds.TARGET, period)


def yearly_growth(heading: str, period: str | int) -> Column:
    """Declare a column of average annual growth promised until a year, in percent."""
    return Column(heading, Holds.GROWTH, period)


def result(heading: str, period: str | int) -> Column:
    """Declare a column of results."""
    return Column(heading, Holds.RESULT, period)


@frozen
class Span:
    """An interval whose numbers wait for the unit of their place; written with `span`."""

    low: Number
    high: Number


def span(low: Number, high: Number) -> Span:
    """Write an interval that the source gives in place of one figure; both ends belong to it."""
    return Span(low, high)


@frozen
class Cell:
    """A cell that needs more words than a number: how it is printed, the document's verdict, our reading."""

    content: Number | Span | Value | Promise
    printed: str | None = None
    verdict: Verdict | None = None
    note: Label | None = None


def cell(
    content: Number | Span | Value | Promise,
    *,
    printed: str | None = None,
    verdict: Verdict | None = None,
    note: Label | None = None,
) -> Cell:
    """Write a cell that needs more words than a number."""
    return Cell(content, printed, verdict, note)


Content: TypeAlias = Number | Span | Value | Promise | Cell
"""What a plugin writes in a cell: a number, a dash (`"——"`), a blank (`""`), an interval, a
promise, or a `cell(…)`."""


@frozen
class Table:
    """A table of a plan.

    Attributes:
        clause: the table.
        columns: what its columns hold, from left to right.

    Example:
        >>> from civaffairs.domain.sources import Document
        >>> from civaffairs.domain.indicators import SHARE, Direction
        >>> from civaffairs.domain.topics import Topic
        >>> from civaffairs.domain.targets import at_least
        >>> beds = Indicator(
        ...     "nursing_bed_share",
        ...     Label("护理型床位占比", "nursing beds"),
        ...     "%",
        ...     Direction.UP,
        ...     Topic.ELDERLY_CARE,
        ...     SHARE,
        ... )
        >>> plan = Document("d/1", Label("规划", "Plan"), "民政局", 2022)
        >>> table = Table(plan.at("表1"), (baseline("2020年现状", 2020), goal("2025年目标", 2025)))
        >>> row = table.row("14", beds, "护理型床位占比(%)", "%", 38, at_least(65), nature=Nature.EXPECTED)
        >>> row.baseline.value.text("zh"), row.targets[0].text("zh"), row.targets[0].clause.locator
        ('38%', '不低于65%', '表1 序号14 2025年目标')
    """

    clause: Clause = field(validator=instance_of(Clause))
    columns: tuple[Column, ...]

    @property
    def _last(self) -> Fraction:
        """Where the last promise ends; a target before it is a step on the way."""
        promises = (column for column in self.columns if column.holds in (Holds.TARGET, Holds.GROWTH))
        return max((column.period.end for column in promises), default=Fraction(0))

    def row(
        self,
        number: str,
        indicator: Indicator,
        name: str,
        unit: str,
        *contents: Content,
        nature: Nature | None,
        read_as: str | None = None,
        note: Label | None = None,
    ) -> Row:
        """Declare a row.

        Args:
            number: the row's number as printed, which becomes part of each locator: `3`, `2③`.
            indicator: what the row is about.
            name: the heading as printed.
            unit: the unit as printed, in its own column or after the name; empty where it is not printed.
            *contents: a cell for each column.
            nature: binding or expected; None where the table has no such column.
            read_as: the unit of bare numbers, where the printed one does not say it all (元/月 per person).
            note: something a reader should know of every cell of this row.

        Raises:
            DeclarationError: where the number of cells is not that of the columns, or a cell cannot be read.
        """
        if len(contents) != len(self.columns):
            raise DeclarationError(
                fault("cells_and_columns", number, cells=len(contents), columns=len(self.columns))
            )
        clause = self.clause.at(f"序号{number}")
        write = _Writer(indicator, unit_in(indicator, unit, read_as), unit, nature, note, self._last)
        seen: dict[Holds, list[Observation]] = {Holds.BASELINE: [], Holds.RESULT: []}
        targets: list[Target] = []
        for column, content in zip(self.columns, contents, strict=True):
            whole = content if isinstance(content, Cell) else Cell(content)
            if column.holds in seen:
                seen[column.holds].append(write.observation(column, clause, whole))
            else:
                targets.append(write.target(column, clause, whole))
        return Row(
            clause,
            indicator,
            name,
            nature,
            tuple(seen[Holds.BASELINE]),
            tuple(targets),
            tuple(seen[Holds.RESULT]),
        )


@frozen
class _Writer:
    """Turns the cells of one row into observations and targets."""

    indicator: Indicator
    unit: Unit
    printed_unit: str
    nature: Nature | None
    note: Label | None
    last: Fraction

    def observation(self, column: Column, row: Clause, whole: Cell) -> Observation:
        if isinstance(whole.content, Promise):
            raise DeclarationError(fault("promise_among_results", f"{row.locator} {column.heading}"))
        return Observation(
            self.indicator,
            column.period,
            value_in(whole.content, self.unit),
            row.at(column.heading),
            Printed(whole.printed, self.printed_unit),
            whole.verdict,
            whole.note or self.note,
        )

    def target(self, column: Column, row: Clause, whole: Cell) -> Target:
        growth = column.holds is Holds.GROWTH
        unit = Unit.parse("%") if growth else self.unit
        content = whole.content
        promise = promise_in(content, unit, row)
        return Target(
            self.indicator,
            column.period,
            promise if isinstance(promise, Missing) else promise.predicate(unit, self.indicator.direction),
            self.nature,
            row.at(column.heading),
            Measure.ANNUAL_GROWTH if growth else Measure.LEVEL,
            milestone=not growth and column.period.end < self.last,
            printed=Printed(
                whole.printed,
                "%" if growth else self.printed_unit,
                promise.said if isinstance(promise, Promise) else "",
            ),
            note=whole.note or self.note,
        )


def value_in(content: Number | Span | Value, unit: Unit) -> Value:
    """Read what a plugin writes for a figure: a number of `unit`, an interval, a dash, or a typed value."""
    if isinstance(content, Amount | AmountRange | Missing | bool):
        return content
    if isinstance(content, Span):
        return AmountRange(Amount(content.low, unit), Amount(content.high, unit))
    if isinstance(content, str) and not any(sign.isdigit() for sign in content):
        return missing(content)
    return Amount(content, unit)


def promise_in(content: Number | Span | Value | Promise, unit: Unit, where: Clause) -> Promise | Missing:
    """Read what a plugin writes for a promise: a bare number, a promise, or a dash.

    Raises:
        DeclarationError: for a value that promises nothing.
    """
    if isinstance(content, Promise):
        return content
    value = value_in(content, unit)
    if isinstance(value, Missing):
        return value
    if isinstance(value, Amount):
        return reaching(value)
    if isinstance(value, AmountRange):
        return between(value.low, value.high)
    raise DeclarationError(fault("no_promise", where.locator))


def unit_in(of: Indicator | Series | Statistic, printed: str, read_as: str | None = None) -> Unit:
    """Return the unit of a bare number about something whose unit is known."""
    if read_as is not None:
        return Unit.parse(read_as)
    if not printed:
        return of.unit
    if printed not in CLASSIFIERS:
        return Unit.parse(printed)
    # 张 in a row of beds is a bed; in a row of beds per thousand elders it only says that beds are counted.
    counted = Unit.counting(printed)
    return counted if counted is not None and counted.goes_with(of.unit) else of.unit
