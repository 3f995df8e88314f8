"""tree → Chinese and English."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Cases,
    Compare,
    ConditionRule,
    Count,
    Difference,
    Expr,
    Field,
    Flag,
    Greatest,
    Growth,
    IsOneOf,
    ItemsCount,
    ItemsTotal,
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Observed,
    Opaque,
    Product,
    Quotient,
    Series,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.units import exact, plain
from civaffairs.errors import language

if TYPE_CHECKING:
    from civaffairs.errors import Language

COMPARATORS_ZH = {">=": "不低于", ">": "超过", "=": "等于", "<": "低于", "<=": "不超过"}
COMPARATORS_EN = {">=": "at least", ">": "more than", "=": "exactly", "<": "less than", "<=": "at most"}

# Inside a bigger sentence these need brackets: what is 60% of "a less b"?
_COMPOUND = (AllOf, AnyOf, Sum, Difference, Quotient, Greatest, Least, Product, Cases)


@frozen
class Rendered:
    """A tree as an argument of a message: it says itself in the reader's language."""

    tree: Expr

    def text(self, lang: Language | None = None) -> str:
        """Return what the tree says, in words."""
        return render(self.tree, lang)


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
            return in_year(series.label, years_before).zh
        case Growth(series, years_before):
            return in_year(_growth(series), years_before).zh
        case Field(label=label) | Flag(label=label) | Judged(label=label):
            return label.zh
        case LocalStandard(label=label) | Opaque(label=label) | AmountRule(label=label) | ConditionRule(label=label):
            return label.zh
        case IsOneOf(label=label, terms=terms):
            return f"{label.zh}为{'或'.join(term.label.zh for term in terms)}"
        case ItemsCount(items, where):
            return f"{_which_zh(where)}{items.label.zh}数"
        case ItemsTotal(items, of, where):
            return f"{_which_zh(where)}{items.label.zh}的{_part_zh(of)}合计"
        case AnyItem(items, where):
            return f"有{items.label.zh}为{_part_zh(where)}"
        case Product(left, right):
            return f"{_part_zh(left)}乘以{_part_zh(right)}"
        case Cases(branches, otherwise):
            said = "；".join(f"{_chinese(branch.when)}的，为{_chinese(branch.then)}" for branch in branches)
            return f"{said}；其他情形，为{_chinese(otherwise)}"
        case Total(of, where):
            return f"{_which_zh(where)}{of.label.zh}合计"
        case Count(label=label, where=where):
            return f"{_which_zh(where)}{label.zh}总数"
        case Sum(terms):
            return "与".join(map(_part_zh, terms)) + "之和"
        case Difference(left, right):
            return f"{_part_zh(left)}减去{_part_zh(right)}"
        case Multiple(ratio, term):
            said = f"{plain(ratio)}倍" if ratio > 1 else f"{plain(exact(Fraction(ratio) * 100))}%"
            return f"{_part_zh(term)}的{said}"
        case Quotient(numerator, denominator):
            return f"{_part_zh(numerator)}与{_part_zh(denominator)}之比"
        case Greatest(terms):
            return f"{'与'.join(map(_part_zh, terms))}中的较高者"
        case Least(terms):
            return f"{'与'.join(map(_part_zh, terms))}中的较低者"
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
            return in_year(series.label, years_before).en
        case Growth(series, years_before):
            return in_year(_growth(series), years_before).en
        case Field(label=label) | Flag(label=label) | Judged(label=label):
            return label.en
        case LocalStandard(label=label) | Opaque(label=label) | AmountRule(label=label) | ConditionRule(label=label):
            return label.en
        case IsOneOf(label=label, terms=terms):
            return f"{label.en} is {' or '.join(term.label.en for term in terms)}"
        case ItemsCount(items, where):
            return f"number of {items.label.en}{_which_en(where)}"
        case ItemsTotal(items, of, where):
            return f"total {_part_en(of)} of {items.label.en}{_which_en(where)}"
        case AnyItem(items, where):
            return f"one of the {items.label.en}: {_part_en(where)}"
        case Product(left, right):
            return f"{_part_en(left)} times {_part_en(right)}"
        case Cases(branches, otherwise):
            said = "; ".join(f"{_english(branch.then)} where {_english(branch.when)}" for branch in branches)
            return f"{said}; otherwise {_english(otherwise)}"
        case Total(of, where):
            return f"total {of.label.en}{_which_en(where)}"
        case Count(label=label, where=where):
            return f"number of {label.en}{_which_en(where)}"
        case Sum(terms):
            return "the sum of " + " and ".join(map(_part_en, terms))
        case Difference(left, right):
            return f"{_part_en(left)} less {_part_en(right)}"
        case Multiple(ratio, term):
            said = f"{plain(ratio)} times" if ratio > 1 else f"{plain(exact(Fraction(ratio) * 100))}% of"
            return f"{said} {_part_en(term)}"
        case Quotient(numerator, denominator):
            return f"{_part_en(numerator)} over {_part_en(denominator)}"
        case Greatest(terms):
            return "the higher of " + " and ".join(map(_part_en, terms))
        case Least(terms):
            return "the lower of " + " and ".join(map(_part_en, terms))
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


def in_year(what: Label, before: int) -> Label:
    """Return what a figure is called in the year looked at, or some years before it.

    Example:
        >>> in_year(Label("人均消费支出", "consumption per head"), 2).text("en")
        'consumption per head 2 years earlier'
    """
    if before > 1:
        return Label(f"{before}年前的{what.zh}", f"{what.en} {before} years earlier")
    return Label(
        ("上年度" if before else "当年") + what.zh,
        ("the previous year's " if before else "this year's ") + what.en,
    )


def _growth(series: Series) -> Label:
    return Label(f"{series.label.zh}增速", f"growth of {series.label.en}")


def _which_zh(where: Expr | None) -> str:
    return "" if where is None else f"{_part_zh(where)}的"


def _which_en(where: Expr | None) -> str:
    return "" if where is None else f" where {_english(where)}"


def _part_zh(tree: Expr) -> str:
    return f"({_chinese(tree)})" if isinstance(tree, _COMPOUND) else _chinese(tree)


def _part_en(tree: Expr) -> str:
    return f"({_english(tree)})" if isinstance(tree, _COMPOUND) else _english(tree)
