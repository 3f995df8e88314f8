"""Strategies for what everything else is made of: names, dates, sources, units and amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.sources import Clause, Document, Trust
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.units import Amount, AmountRange, Points, Size, Unit

if TYPE_CHECKING:
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
PERCENT = Unit.parse("%")
FIRST_YEAR, LAST_YEAR = 1949, 2100
LAST_DAY = date(LAST_YEAR, 12, 31)


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
    moments = st.integers(FIRST_YEAR, LAST_YEAR).flatmap(_moments)
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
        st.lists(st.integers(FIRST_YEAR, LAST_YEAR), min_size=1, max_size=5, unique=True).map(sorted)
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
