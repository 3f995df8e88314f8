"""Hypothesis strategies for the values of the domain. What they draw is valid, odd and synthetic.

Each name is the plural of what it draws: `labels()`, `plans()`. Where the domain asks for units of one kind
(a target and its indicator), the strategies respect that, and they respect nothing that it does not ask for.

Example:
    >>> from hypothesis import given
    >>> @given(labels())
    ... def has_words(label):
    ...     assert label.text("zh").strip()
    >>> has_words()
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

from hypothesis import strategies as st

from civaffairs.domain.indicators import Bounds, Direction, Indicator, Statistic
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import (
    Term,
    attributes,
    credit_check,
    credit_problems,
    fact_of,
    identity_check,
    identity_problems,
    is_model,
)
from civaffairs.domain.models.fact import not_empty
from civaffairs.domain.names import Label
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
from civaffairs.domain.rules.evaluate import Size
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Case,
    Cases,
    Compare,
    Condition,
    ConditionRule,
    Count,
    Difference,
    Field,
    Flag,
    Greatest,
    Growth,
    IsOneOf,
    Items,
    ItemsCount,
    ItemsTotal,
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Observed,
    OneTerm,
    Opaque,
    Product,
    Quantity,
    Quotient,
    Series,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.sources import Clause, Document, Trust
from civaffairs.domain.standards import Floor, Freedom, Standard
from civaffairs.domain.targets import Between, Bound, Measure, Nature, Predicate, Qualitative, Target
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import RATIO, Amount, AmountRange, Points, Unit
from civaffairs.errors import ModelInvalid

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from attrs import Attribute
    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")

_UNITS = [
    *(
        "1",
        "%",
        "‰",
        "元",
        "分",
        "万元",
        "亿元",
        "元/人·月",
        "元/户·年",
        "万元/年",
        "人",
        "万人",
        "百人",
        "人次",
    ),
    *(
        "对",
        "户",
        "张",
        "万张",
        "张/千名老年人",
        "个",
        "处",
        "个社区",
        "个镇街",
        "个墓位",
        "项",
        "月",
        "年",
        "小时",
    ),
    *("平方米", "平方米/个墓位", "公顷", "亩", "元/平方米^2", "1/月"),
]
_PERCENT = Unit.parse("%")
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_LAST_DAY = date(_LAST_YEAR, 12, 31)
_COMPARATORS = (">=", ">", "=", "<", "<=")
_ROUNDINGS = ("down", "half_up", "up")


@cache
def texts() -> SearchStrategy[str]:
    """Draw text that is not blank: Chinese, English, and whatever else UTF-8 can hold."""
    odd = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
    return st.one_of(st.sampled_from(("护理型床位占比", "表1 序号3", "beds")), odd).filter(str.strip)


@cache
def ids() -> SearchStrategy[str]:
    """Draw ids in snake_case."""
    return st.lists(_words(), min_size=1, max_size=3).map("_".join)


@cache
def slugs() -> SearchStrategy[str]:
    """Draw slugs, some of them of two parts: `taoyuan/plan-14`."""
    part = st.lists(_words(), min_size=1, max_size=2).map("-".join)
    return st.lists(part, min_size=1, max_size=2).map("/".join)


@cache
def _words() -> SearchStrategy[str]:
    return st.builds(
        str.__add__, st.sampled_from(ascii_lowercase), st.text(ascii_lowercase + digits, max_size=5)
    )


@cache
def labels() -> SearchStrategy[Label]:
    """Draw labels in two languages."""
    return st.builds(Label, texts(), texts())


@cache
def periods() -> SearchStrategy[Period]:
    """Draw days, months, years, and spans from one of them to another."""
    moments = st.integers(_FIRST_YEAR, _LAST_YEAR).flatmap(_moments)
    spans = st.tuples(moments, moments).map(_span)
    return st.one_of(moments, moments, spans)


@cache
def _moments(year: int) -> SearchStrategy[Period]:
    months = st.integers(1, 12).map(lambda month: (year, month))
    days = st.dates(date(year, 1, 1), date(year, 12, 31)).map(lambda day: (day.year, day.month, day.day))
    parts: SearchStrategy[tuple[int, ...]] = st.one_of(st.just((year,)), months, days)
    return parts.map(lambda part: Period(part, part))


def _span(ends: tuple[Period, Period]) -> Period:
    earlier, later = sorted(ends, key=lambda end: (end.first_day, end.last_day))
    return Period(earlier.first, later.last) if earlier.first_day <= later.last_day else earlier


@cache
def documents() -> SearchStrategy[Document]:
    """Draw documents, some without date, number or address."""
    return st.builds(
        Document,
        slugs(),
        labels(),
        texts(),
        st.none() | periods(),
        st.sampled_from(Trust),
        number=st.just("") | texts(),
        url=st.sampled_from(("", "https://example.org/plan.html")),
    )


@cache
def clauses() -> SearchStrategy[Clause]:
    """Draw citations."""
    return st.builds(Clause, documents(), texts(), st.none() | labels())


@cache
def units() -> SearchStrategy[Unit]:
    """Draw units of the field."""
    return st.sampled_from(_UNITS).map(Unit.parse)


@cache
def numbers(least: Decimal | int = -(10**12), most: Decimal | int = 10**12) -> SearchStrategy[Decimal]:
    """Draw finite decimals of up to four places; trailing zeros are kept, as in `1.0`."""
    return st.decimals(least, most, allow_nan=False, allow_infinity=False, places=None).flatmap(
        lambda number: st.integers(0, 4).map(
            lambda places: _within(round(number, places), Decimal(least), Decimal(most))
        )
    )


def _within(number: Decimal, least: Decimal, most: Decimal) -> Decimal:
    return min(max(number, least), most)


@cache
def amounts(unit: Unit | None = None) -> SearchStrategy[Amount]:
    """Draw amounts, in `unit` where one is given."""
    return st.builds(Amount, numbers(), units() if unit is None else st.just(unit))


@cache
def ranges(unit: Unit | None = None) -> SearchStrategy[AmountRange]:
    """Draw intervals whose ends are in order."""
    if unit is None:
        return units().flatmap(ranges)
    return st.lists(amounts(unit), min_size=2, max_size=2).map(
        lambda ends: AmountRange(*sorted(ends, key=lambda end: end.number))
    )


@cache
def points() -> SearchStrategy[Points]:
    """Draw differences in percentage points."""
    return st.builds(Points, numbers())


@cache
def sizes() -> SearchStrategy[Size]:
    """Draw exact sizes, most of them without end as a decimal number."""
    return st.builds(Size, st.fractions(max_denominator=1000), units())


@st.composite
def timelines(draw: DrawFn, values: SearchStrategy[T]) -> Timeline[T]:
    """Draw timelines of `values`: a beginning that is said, entries in order, some with gaps and an end."""
    years = draw(
        st.lists(st.integers(_FIRST_YEAR, _LAST_YEAR), min_size=1, max_size=5, unique=True).map(sorted)
    )
    starts = [draw(_moments(year)) for year in years]
    # The first start begins a value; of the others each begins a value or a gap, and two gaps may follow.
    holds = [True, *(draw(st.booleans()) for _ in starts[1:])]
    entries: list[Since[T] | NotModelled] = [NotModelled(draw(labels()), before=starts[0])]
    for position, (start, value) in enumerate(zip(starts, holds, strict=True)):
        if value:
            entries.append(Since(start, draw(values), draw(clauses())))
        else:
            following = starts[position + 1] if position + 1 < len(starts) else None
            entries.append(NotModelled(draw(labels()), since=start, before=following))
    return Timeline(tuple(entries))


@cache
def series(unit: Unit | None = None) -> SearchStrategy[Series]:
    """Draw series, in `unit` where one is given."""
    return st.builds(Series, ids(), labels(), units() if unit is None else st.just(unit))


@st.composite
def quantities(draw: DrawFn, unit: Unit | None = None, *, depth: int = 2, opaque: bool = False) -> Quantity:
    """Draw trees with a size, of units that go together; the size is in `unit` where one is given.

    Every node is drawn that there is. What the trees say makes no sense; `civaffairs.testing.cases` draws
    rules that can be decided.

    Args:
        draw: given by hypothesis.
        unit: the unit in which the tree comes out.
        depth: how many nodes may stand below one another.
        opaque: whether `Opaque` is drawn too, whose function cannot be written to a file.
    """
    return draw(_quantities(unit or draw(units()), depth, opaque=opaque))


@cache
def _quantities(unit: Unit, depth: int, *, opaque: bool) -> SearchStrategy[Quantity]:
    same, years = st.just(unit), st.integers(0, 3)
    fields = st.builds(Field, texts(), ids(), labels(), same)
    kinds: list[SearchStrategy[Quantity]] = [
        st.builds(Literal, amounts(unit)),
        st.builds(Observed, same),
        st.builds(SeriesAt, series(unit), years),
        fields,
        st.builds(Count, texts(), labels(), same),
        st.builds(LocalStandard, ids(), labels(), same, numbers(0)),
    ]
    if unit == _PERCENT:
        kinds.append(st.builds(Growth, series(), years))
    if opaque:
        kinds.append(_opaques(unit))
    if depth:
        inner = quantities(unit, depth=depth - 1, opaque=opaque)
        which = conditions(depth=depth - 1, opaque=opaque)
        where = st.none() | which
        terms = st.lists(inner, min_size=1, max_size=3).map(tuple)
        branches = st.lists(st.builds(Case, which, inner), min_size=1, max_size=2).map(tuple)
        kinds += [
            st.builds(Total, fields, where),
            st.builds(Count, texts(), labels(), same, where),
            st.builds(Sum, terms),
            st.builds(Greatest, terms),
            st.builds(Least, terms),
            st.builds(Difference, inner, inner),
            st.builds(Multiple, numbers(-100, 100), inner),
            _quotients(unit, inner, quantities(RATIO, depth=0)),
            st.builds(Product, inner, quantities(RATIO, depth=0)),
            st.builds(Cases, branches, inner),
            st.builds(ItemsCount, _items(same), where),
            st.builds(ItemsTotal, _items(units()), inner, where),
            st.builds(
                AmountRule, ids(), slugs(), labels(), texts(), same, _versions(inner), st.none() | slugs()
            ),
        ]
    return st.one_of(kinds)


@cache
def _items(counted_in: SearchStrategy[Unit]) -> SearchStrategy[Items]:
    return st.builds(Items, texts(), ids(), labels(), texts(), counted_in)


@cache
def _opaques(unit: Unit) -> SearchStrategy[Opaque]:
    bounds = st.lists(numbers(), min_size=2, max_size=2).map(sorted)
    return bounds.flatmap(
        lambda ends: st.builds(
            Opaque,
            ids(),
            texts(),
            labels(),
            st.just(unit),
            st.just(ends[0]),
            st.just(ends[1]),
            st.integers(0, 4),
            clauses(),
            st.just(_nothing_known),
        )
    )


def _nothing_known(thing: object, day: date) -> None:
    """Compute nothing, as where a fact is not known."""


def _versions(values: SearchStrategy[T]) -> SearchStrategy[Timeline[T]]:
    """Draw timelines of one version: what rules say is drawn elsewhere, and this keeps them small."""
    return st.builds(_since, labels(), periods(), values, clauses())


def _since(earlier: Label, start: Period, value: T, clause: Clause) -> Timeline[T]:
    return Timeline((NotModelled(earlier, before=start), Since(start, value, clause)))


def _quotients(
    unit: Unit, numerators: SearchStrategy[Quantity], denominators: SearchStrategy[Quantity]
) -> SearchStrategy[Quotient]:
    return st.builds(
        Quotient,
        numerators,
        denominators,
        st.just(unit),
        places=st.integers(0, 6),
        rounding=st.sampled_from(_ROUNDINGS),
    )


@st.composite
def conditions(draw: DrawFn, *, depth: int = 2, opaque: bool = False) -> Condition:
    """Draw trees that hold or do not hold, of units that go together; see `quantities`."""
    return draw(_conditions(depth, opaque=opaque))


@cache
def _conditions(depth: int, *, opaque: bool) -> SearchStrategy[Condition]:
    one_term = st.builds(OneTerm, ids(), labels())
    kinds: list[SearchStrategy[Condition]] = [
        st.builds(Flag, texts(), ids(), labels()),
        st.builds(IsOneOf, texts(), ids(), labels(), st.lists(one_term, min_size=1, max_size=2).map(tuple)),
        st.builds(Judged, labels()),
    ]
    if depth:
        inner = conditions(depth=depth - 1, opaque=opaque)
        terms = st.lists(inner, min_size=1, max_size=3).map(tuple)
        kinds += [
            units().flatmap(lambda unit: _comparisons(unit, depth - 1, opaque=opaque)),
            st.builds(AllOf, terms),
            st.builds(AnyOf, terms),
            st.builds(Negation, inner),
            st.builds(AnyItem, _items(units()), inner),
            st.builds(
                ConditionRule, ids(), slugs(), labels(), texts(), _versions(inner), st.none() | slugs()
            ),
        ]
    return st.one_of(kinds)


@cache
def _comparisons(unit: Unit, depth: int, *, opaque: bool) -> SearchStrategy[Compare]:
    sides = quantities(unit, depth=depth, opaque=opaque)
    return st.builds(Compare, sides, st.sampled_from(_COMPARATORS), sides)


@st.composite
def indicators(draw: DrawFn) -> Indicator:
    """Draw indicators, some with bounds and with a definition over registers."""
    unit = draw(units())
    counted = units().flatmap(lambda thing: st.tuples(_counts(thing), _counts(thing)))
    definition = None
    if unit.is_ratio and draw(st.booleans()):
        over, under = draw(counted)
        definition = draw(_quotients(unit, st.just(over), st.just(under)))
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
        st.builds(Bound, st.sampled_from(_COMPARATORS), bounds),
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
    unit = _PERCENT if measure is Measure.ANNUAL_GROWTH else about.unit
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
    ratio = st.builds(Stated, amounts(_PERCENT), labels(), clauses())
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
    first = draw(st.integers(_FIRST_YEAR, _LAST_YEAR - 5))
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


@cache
def identity_numbers() -> SearchStrategy[str]:
    """Draw resident identity numbers that pass every check and belong to a county code that nobody has."""
    return st.builds(
        lambda born, order: _with_check(f"110000{born:%Y%m%d}{order:03d}", identity_check),
        st.dates(date(1900, 1, 1), date(2030, 12, 31)),
        st.integers(0, 999),
    )


@cache
def credit_codes(prefix: str = "51") -> SearchStrategy[str]:
    """Draw unified social credit codes that pass every check."""
    return st.integers(0, 10**9 - 1).map(lambda n: _with_check(f"{prefix}100000{n:09d}", credit_check))


def _with_check(first: str, check: Any) -> str:  # noqa: ANN401 - one of two functions of a text
    return f"{first}{check(first)}"


@st.composite
def models(draw: DrawFn, cls: type[T], *, unknown: int = 2, until: date = _LAST_DAY) -> T:
    """Draw instances of a model: every fact within its bounds or unknown.

    Facts that cannot be true together are made unknown again.

    Args:
        draw: given by hypothesis.
        cls: the model.
        unknown: one in how many of the facts that may be unknown is; 0 for none of them. A role, such as
            `Person.child`, always may be.
        until: the last date that is drawn.
    """
    strategies = _facts(cast("Hashable", cls), unknown, until)
    facts = {name: draw(each) for name, each in strategies.items()}
    while True:
        try:
            return cls(**facts)
        except ModelInvalid as error:
            wrong = {each.where.partition("[")[0].partition(".")[0] for each in error.faults}
            optional = {each.name for each in attributes(cls) if each.default is None}
            if wrong & optional:
                facts.update(dict.fromkeys(wrong & optional))
                continue
            facts.update({name: draw(each) for name, each in strategies.items() if name in wrong})


@cache
def _facts(cls: Hashable, unknown: int, until: date) -> dict[str, SearchStrategy[object]]:
    return {each.name: _values_of(each, unknown, until) for each in attributes(cast("type", cls))}


def _values_of(attribute: Attribute[object], unknown: int, until: date) -> SearchStrategy[object]:
    declared = fact_of(attribute)
    annotation = attribute.type
    optional = type(None) in get_args(annotation)
    inner = next(each for each in get_args(annotation) if each is not type(None)) if optional else annotation
    if declared.check is identity_problems:
        known: SearchStrategy[Any] = identity_numbers()
    elif declared.check is credit_problems:
        known = st.sampled_from(("51", "52", "53")).flatmap(credit_codes)
    elif get_origin(inner) is tuple:
        items = _of(get_args(inner)[0], declared.least, declared.most, unknown, until)
        known = st.lists(items, min_size=int(declared.check is not_empty), max_size=2).map(tuple)
    else:
        known = _of(inner, declared.least, declared.most, unknown, until)
    if not optional:
        return known
    if is_model(inner):
        return st.none() | known
    return st.integers(1, unknown).flatmap(lambda n: st.none() if n == 1 else known) if unknown else known


def _of(
    kind: Any,  # noqa: ANN401 - read from annotations
    least: Any,  # noqa: ANN401 - a number or a date
    most: Any,  # noqa: ANN401 - as least
    unknown: int,
    until: date,
) -> SearchStrategy[Any]:
    if is_model(kind):
        return models(kind, unknown=unknown, until=until)
    if issubclass(kind, Term):
        return st.sampled_from(cast("type[Term]", kind))
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(least, most)
    if kind is Decimal:
        return st.decimals(least, most, places=2) | st.integers(least, int(most)).map(Decimal)
    if kind is date:
        return st.dates(least or date(1900, 1, 1), min(most or until, until))
    return texts()
