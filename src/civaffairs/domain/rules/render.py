"""tree → Chinese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyOf,
    Compare,
    Count,
    Difference,
    Expr,
    Field,
    Flag,
    Greatest,
    Growth,
    Judged,
    Least,
    Literal,
    Multiple,
    Negation,
    Observed,
    Quotient,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.units import plain
from civaffairs.errors import language

if TYPE_CHECKING:
    from civaffairs.errors import Language

COMPARATORS_ZH = {">=": "不低于", ">": "超过", "=": "等于", "<": "低于", "<=": "不超过"}
COMPARATORS_EN = {">=": "at least", ">": "more than", "=": "exactly", "<": "less than", "<=": "at most"}


def render(tree: Expr, lang: Language | None = None) -> str:
    """Return what a tree says, in words.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> from civaffairs.domain.rules.expr import Series, greatest
        >>> consumption = Series("consumption", Label("人均消费支出", "consumption per head"), "元/人·年")
        >>> render(consumption.previous_year * "0.6", "zh")
        '上年度人均消费支出的60%'
        >>> render(consumption.previous_year * "0.6", "en")
        "60% of the previous year's consumption per head"
    """
    return _chinese(tree) if (lang or language()) == "zh" else _english(tree)


def _chinese(tree: Expr) -> str:
    match tree:
        case Literal(amount):
            return amount.text("zh")
        case Observed():
            return "本指标数值"
        case SeriesAt(series, years_before):
            return years_words(years_before).zh + series.label.zh
        case Growth(series, years_before):
            return f"{years_words(years_before).zh}{series.label.zh}增速"
        case Field(label=label) | Flag(label=label) | Judged(label=label):
            return label.zh
        case Total(of, where):
            return f"{_which_zh(where)}{of.label.zh}合计"
        case Count(label=label, where=where):
            return f"{_which_zh(where)}{label.zh}总数"
        case Sum(terms):
            return "与".join(map(_chinese, terms)) + "之和"
        case Difference(left, right):
            return f"{_chinese(left)}减去{_chinese(right)}"
        case Multiple(ratio, term):
            said = f"{plain(ratio)}倍" if ratio > 1 else f"{plain((ratio * 100).normalize())}%"
            return f"{_chinese(term)}的{said}"
        case Quotient(numerator, denominator):
            return f"{_chinese(numerator)}与{_chinese(denominator)}之比"
        case Greatest(terms):
            return f"{'与'.join(map(_chinese, terms))}中的较高者"
        case Least(terms):
            return f"{'与'.join(map(_chinese, terms))}中的较低者"
        case Compare(left, comparator, right):
            return f"{_chinese(left)}{COMPARATORS_ZH[comparator]}{_chinese(right)}"
        case AllOf(conditions):
            return "且".join(map(_part_zh, conditions))
        case AnyOf(conditions):
            return "或".join(map(_part_zh, conditions))
        case Negation(condition):
            return f"并非{_part_zh(condition)}"
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _english(tree: Expr) -> str:
    match tree:
        case Literal(amount):
            return amount.text("en")
        case Observed():
            return "the figure"
        case SeriesAt(series, years_before):
            return f"{years_words(years_before).en} {series.label.en}"
        case Growth(series, years_before):
            return f"{years_words(years_before).en} growth of {series.label.en}"
        case Field(label=label) | Flag(label=label) | Judged(label=label):
            return label.en
        case Total(of, where):
            return f"total {of.label.en}{_which_en(where)}"
        case Count(label=label, where=where):
            return f"number of {label.en}{_which_en(where)}"
        case Sum(terms):
            return "the sum of " + " and ".join(map(_english, terms))
        case Difference(left, right):
            return f"{_english(left)} less {_english(right)}"
        case Multiple(ratio, term):
            said = f"{plain(ratio)} times" if ratio > 1 else f"{plain((ratio * 100).normalize())}% of"
            return f"{said} {_english(term)}"
        case Quotient(numerator, denominator):
            return f"{_english(numerator)} over {_english(denominator)}"
        case Greatest(terms):
            return "the higher of " + " and ".join(map(_english, terms))
        case Least(terms):
            return "the lower of " + " and ".join(map(_english, terms))
        case Compare(left, comparator, right):
            return f"{_english(left)} is {COMPARATORS_EN[comparator]} {_english(right)}"
        case AllOf(conditions):
            return " and ".join(map(_part_en, conditions))
        case AnyOf(conditions):
            return " or ".join(map(_part_en, conditions))
        case Negation(condition):
            return f"not {_part_en(condition)}"
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def years_words(before: int) -> Label:
    """Return how a year is named from the one looked at: this year's, the previous year's."""
    named = {0: Label("当年", "this year's"), 1: Label("上年度", "the previous year's")}
    return named.get(before) or Label(f"{before}年前的", f"that of {before} years earlier:")


def _which_zh(where: Expr | None) -> str:
    return "" if where is None else f"符合“{_chinese(where)}”的"


def _which_en(where: Expr | None) -> str:
    return "" if where is None else f" where {_english(where)}"


def _part_zh(tree: Expr) -> str:
    return f"({_chinese(tree)})" if isinstance(tree, AllOf | AnyOf) else _chinese(tree)


def _part_en(tree: Expr) -> str:
    return f"({_english(tree)})" if isinstance(tree, AllOf | AnyOf) else _english(tree)
