"""Strategies for indicators, observations, plans, standards and the places that have them."""

from __future__ import annotations

from functools import cache
from string import digits
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from civaffairs.domain.indicators import Bounds, Direction, Indicator, Statistic
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.observations import Absence, Missing, Observation, Printed, Value, Verdict
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Claim, Commitment, Deed, Discrepancy, Grade, Plan, Row, Side
from civaffairs.domain.recomputations import (
    Recomputation,
    Stated,
    difference_of,
    growth_of,
    product_of,
    ratio_of,
    total_of,
)
from civaffairs.domain.rules.expr import Count, Literal, Quantity, Series
from civaffairs.domain.standards import Floor, Freedom, Standard
from civaffairs.domain.targets import Between, Bound, Measure, Nature, Predicate, Qualitative, Target
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Unit
from civaffairs.testing.strategies.basics import (
    FIRST_YEAR,
    LAST_YEAR,
    PERCENT,
    amounts,
    clauses,
    documents,
    ids,
    labels,
    periods,
    ranges,
    slugs,
    texts,
    timelines,
    units,
)
from civaffairs.testing.strategies.trees import COMPARATORS, conditions, quantities, quotients, series

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")


@st.composite
def indicators(draw: DrawFn) -> Indicator:
    """Draw indicators, some with bounds and with a definition over registers."""
    unit = draw(units())
    counted = units().flatmap(lambda thing: st.tuples(_counts(thing), _counts(thing)))
    definition = None
    if unit.is_ratio and draw(st.booleans()):
        over, under = draw(counted)
        definition = draw(quotients(unit, st.just(over), st.just(under)))
    return Indicator(
        draw(ids()),
        draw(labels()),
        unit,
        draw(st.sampled_from(Direction)),
        draw(st.sampled_from(Topic)),
        draw(_bounds(unit)),
        definition,
        draw(st.none() | labels()),
    )


@cache
def _bounds(unit: Unit) -> SearchStrategy[Bounds]:
    return st.one_of(
        st.builds(Bounds, st.none() | amounts(unit)),
        st.builds(Bounds, st.none(), amounts(unit)),
        ranges(unit).map(lambda ends: Bounds(ends.low, ends.high)),
    )


@cache
def _counts(thing: Unit) -> SearchStrategy[Quantity]:
    return st.builds(Count, texts(), labels(), st.just(thing), st.none() | conditions(depth=1))


@cache
def predicates(unit: Unit | None = None) -> SearchStrategy[Predicate]:
    """Draw predicates whose bounds are in `unit`, where one is given."""
    if unit is None:
        return units().flatmap(predicates)
    bounds = quantities(unit, depth=1)
    return st.one_of(
        st.builds(Bound, st.sampled_from(COMPARATORS), bounds),
        st.tuples(bounds, bounds).map(_between),
        st.builds(Qualitative, labels()),
    )


def _between(ends: tuple[Quantity, Quantity]) -> Between:
    low, high = ends
    if isinstance(low, Literal) and isinstance(high, Literal) and low.amount > high.amount:
        return Between(high, low)
    return Between(low, high)


@cache
def missings() -> SearchStrategy[Missing]:
    """Draw absences of a value."""
    return st.builds(Missing, st.sampled_from(Absence), st.sampled_from(("", "——", "/", "******")))


@cache
def values(unit: Unit | None = None) -> SearchStrategy[Value]:
    """Draw what stands in a cell: an amount, an interval, yes or no, or nothing."""
    return st.one_of(amounts(unit), ranges(unit), st.booleans(), missings())


@cache
def printed() -> SearchStrategy[Printed]:
    """Draw how a source prints a figure."""
    cell = st.none() | st.just("") | texts()
    return st.builds(Printed, cell, cell, cell)


@cache
def verdicts() -> SearchStrategy[Verdict]:
    """Draw what a document says of a result."""
    return st.builds(Verdict, st.booleans(), texts())


@st.composite
def targets(draw: DrawFn, indicator: Indicator | None = None) -> Target:
    """Draw targets, of `indicator` where one is given; some plans give no value."""
    about = indicator or draw(indicators())
    measure = draw(st.sampled_from(Measure))
    unit = PERCENT if measure is Measure.ANNUAL_GROWTH else about.unit
    return Target(
        about,
        draw(periods()),
        draw(predicates(unit) | missings()),
        draw(st.none() | st.sampled_from(Nature)),
        draw(clauses()),
        measure,
        draw(st.booleans()),
        draw(printed()),
        draw(st.none() | labels()),
    )


@cache
def statistics(unit: Unit | None = None) -> SearchStrategy[Statistic]:
    """Draw statistics, in `unit` where one is given."""
    return st.builds(
        Statistic, ids(), labels(), units() if unit is None else st.just(unit), st.sampled_from(Topic)
    )


@st.composite
def observations(draw: DrawFn, of: Indicator | Series | Statistic | None = None) -> Observation:
    """Draw observations, of `of` where it is given, otherwise of an indicator, a series or a statistic."""
    about = of or draw(indicators() | series() | statistics())
    return Observation(
        about,
        draw(periods()),
        draw(values(about.unit)),
        draw(clauses() | texts()),
        draw(st.none() | printed()),
        draw(st.none() | verdicts()),
        draw(st.none() | labels()),
        draw(st.booleans()),
    )


@st.composite
def rows(draw: DrawFn, indicator: Indicator | None = None) -> Row:
    """Draw rows of tables."""
    about = indicator or draw(indicators())
    seen = st.lists(observations(about), max_size=2).map(tuple)
    return Row(
        draw(clauses()),
        about,
        draw(texts()),
        draw(st.none() | st.sampled_from(Nature)),
        draw(seen),
        draw(st.lists(targets(about), max_size=2).map(tuple)),
        draw(seen),
    )


@cache
def commitments() -> SearchStrategy[Commitment]:
    """Draw commitments, some without date or quantity."""
    return st.builds(
        Commitment,
        ids(),
        labels(),
        st.sampled_from(Deed),
        st.none() | periods(),
        st.sampled_from(Topic),
        clauses(),
        st.none() | predicates(),
        printed(),
        st.none() | labels(),
    )


@st.composite
def recomputations(draw: DrawFn) -> Recomputation:
    """Draw figures with a working that comes out in their unit; few of them agree."""
    unit = draw(units())
    figure = st.builds(Stated, amounts(unit), labels(), clauses())
    seen = observations(draw(statistics(unit))).filter(lambda each: each.amount is not None)
    ratio = st.builds(Stated, amounts(PERCENT), labels(), clauses())
    above_zero = figure.filter(lambda each: each.amount.number > 0)
    printed_figure, working = draw(
        st.one_of(
            st.tuples(figure | seen, st.builds(total_of, figure, seen, amounts(unit))),
            st.tuples(figure | seen, st.builds(difference_of, figure, figure)),
            st.tuples(figure, st.builds(product_of, figure, st.sampled_from(["1.3", "12"]))),
            st.tuples(ratio, st.builds(ratio_of, figure, above_zero)),
            st.tuples(ratio, st.builds(growth_of, figure, above_zero)),
        )
    )
    return Recomputation(draw(ids()), printed_figure, working)


@cache
def discrepancies() -> SearchStrategy[Discrepancy]:
    """Draw contradictions of two or three sides."""
    sides = st.lists(st.builds(Side, labels(), clauses()), min_size=2, max_size=3).map(tuple)
    return st.builds(Discrepancy, ids(), labels(), st.sampled_from(Grade), sides, labels(), labels())


def _several(strategy: SearchStrategy[T], key: Callable[[T], Hashable]) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=2, unique_by=key).map(tuple)


@st.composite
def plans(draw: DrawFn) -> Plan:
    """Draw plans: a few rows with different locators, and now and then everything else."""
    first = draw(st.integers(FIRST_YEAR, LAST_YEAR - 5))
    table = draw(_several(rows(), lambda row: row.clause.locator))
    seen = draw(_several(observations(), lambda each: (each.of.id, each.period)))
    start = draw(_several(observations(), lambda each: (each.of.id, each.period)))
    promised = draw(_several(commitments(), lambda each: each.id))
    again = draw(_several(recomputations(), lambda each: each.id))
    contradictions = draw(_several(discrepancies(), lambda each: each.id))
    return Plan(
        draw(slugs()),
        draw(labels()),
        draw(slugs()),
        Period((first,), (first + draw(st.integers(0, 5)),)),
        draw(documents()),
        table,
        seen,
        start,
        promised,
        draw(st.none() | st.builds(Claim, verdicts(), clauses())),
        again,
        contradictions,
        draw(st.none() | periods()),
    )


@st.composite
def standards(draw: DrawFn) -> Standard:
    """Draw standards with their timelines."""
    unit = draw(units())
    return Standard(
        draw(ids()),
        draw(slugs()),
        draw(labels()),
        unit,
        draw(st.sampled_from(Topic)),
        draw(timelines(amounts(unit))),
        draw(st.sampled_from(Freedom)),
        draw(st.none() | st.builds(Floor, quantities(unit, depth=1), clauses(), st.none() | periods())),
    )


@st.composite
def jurisdictions(draw: DrawFn) -> Jurisdiction:
    """Draw jurisdictions whose code fits their level."""
    level = draw(st.sampled_from(Level))
    if level is Level.NATION:
        return Jurisdiction(draw(slugs()), draw(labels()), level, NATION_CODE)
    fixed = {Level.PROVINCE: 2, Level.CITY: 4, Level.DISTRICT: 6}[level]
    code = str(draw(st.integers(11, 82))) + "".join(
        draw(st.lists(st.sampled_from(digits), min_size=4, max_size=4))
    )
    return Jurisdiction(
        draw(slugs()),
        draw(labels()),
        level,
        code[:fixed].ljust(6, "0"),
        draw(slugs()),
        fictional=draw(st.booleans()),
    )
