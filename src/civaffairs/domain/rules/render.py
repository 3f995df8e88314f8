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
    Comparator,
    Compare,
    Condition,
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
from civaffairs.domain.rules.phrases import are, is_not_en, is_not_zh, is_so_zh, listed, rounding, said
from civaffairs.domain.units import RATIO, Amount, exact, plain
from civaffairs.domain.values import Value
from civaffairs.errors import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from civaffairs.errors import Language

COMPARATORS_ZH = {">=": "不低于", ">": "超过", "=": "等于", "<": "低于", "<=": "不超过"}
COMPARATORS_EN = {">=": "at least", ">": "more than", "=": "exactly", "<": "less than", "<=": "at most"}
OPPOSITES: dict[Comparator, Comparator] = {">=": "<", ">": "<=", "<": ">=", "<=": ">"}
"""What a comparison says where it does not hold; of `=` there is no such word."""

# Inside a bigger sentence these need brackets: what is 60% of "a less b"?
_COMPOUND = (AllOf, AnyOf, Sum, Difference, Quotient, Greatest, Least, Product, Cases, AnyItem)
_SEVERAL = 2
_ONE_PERSON = Literal(Amount(1, "人"))


@frozen(eq=False, repr=False, slots=False)
class Rendered(Value):
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


def is_rounding(tree: Quotient) -> bool:
    """Whether a quotient only rounds: it divides by the plain number 1."""
    under = tree.denominator
    return isinstance(under, Literal) and under.amount == Amount(1, RATIO)


def _chinese(tree: Expr) -> str:
    match tree:
        case Literal(amount):
            return said(amount, "zh")
        case Observed():
            return "本指标数值"
        case SeriesAt(series, years_before):
            return in_year(series.label, years_before).zh
        case Growth(series, years_before):
            return in_year(_growth(series), years_before).zh
        case Field(label=label) | Judged(label=label) | LocalStandard(label=label):
            return label.zh
        case Opaque(label=label) | AmountRule(label=label):
            return label.zh
        case Flag(label=label) | ConditionRule(label=label):
            return is_so_zh(label.zh)
        case IsOneOf(label=label):
            return f"{label.zh}为{_terms_zh(tree)}"
        case ItemsCount(items, where):
            what = f"{items.unit.text('zh')}数"
            return f"{items.label.zh}数" if where is None else f"{items.label.zh}中{_part_zh(where)}的{what}"
        case ItemsTotal(items, of, where):
            which = f"{items.label.zh}的" if where is None else f"{items.label.zh}中{_part_zh(where)}的"
            return f"{which}{_part_zh(of)}合计"
        case AnyItem(items, where):
            return f"有{items.label.zh}{_fulfils_zh(where)}"
        case Product(left, right):
            if right == _ONE_PERSON:
                return f"按1人计的{_part_zh(left)}"
            return f"{_part_zh(left)}乘以{_part_zh(right)}"
        case Cases(branches, otherwise):
            cases = "；".join(f"{_chinese(branch.when)}的，为{_chinese(branch.then)}" for branch in branches)
            return f"{cases}；其他情形，为{_chinese(otherwise)}"
        case Total(of, where):
            return f"{_which_zh(where)}{of.label.zh}合计"
        case Count(label=label, where=where):
            return f"{_which_zh(where)}{label.zh}总数"
        case Sum():
            return f"{listed([*map(_part_zh, _flat(tree))], 'zh', word='与')}之和"
        case Difference(left, right):
            return f"{_part_zh(left)}减去{_part_zh(right)}"
        case Multiple(ratio, term):
            times = f"{plain(ratio)}倍" if ratio > 1 else f"{plain(exact(Fraction(ratio) * 100))}%"
            return f"{_part_zh(term)}的{times}"
        case Quotient(numerator, denominator, unit):
            if is_rounding(tree):
                return f"{_chinese(numerator)}，{rounding(tree, 'zh')}"
            if unit.is_ratio:
                return f"{_part_zh(numerator)}与{_part_zh(denominator)}之比"
            return f"{_part_zh(numerator)}除以{_part_zh(denominator)}，{rounding(tree, 'zh')}"
        case Greatest(terms):
            return f"{listed([*map(_part_zh, terms)], 'zh', word='与')}中的{_extreme_zh(terms)}高者"
        case Least(terms):
            return f"{listed([*map(_part_zh, terms)], 'zh', word='与')}中的{_extreme_zh(terms)}低者"
        case Compare(left, comparator, right):
            return f"{_side_zh(left)}{COMPARATORS_ZH[comparator]}{_side_zh(right)}"
        case AllOf():
            return "且".join(map(_part_zh, _flat(tree)))
        case AnyOf():
            return "或".join(map(_part_zh, _flat(tree)))
        case Negation(condition):
            return _denied_zh(condition)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _denied_zh(tree: Condition) -> str:
    match tree:
        case Compare(left, comparator, right):
            word = COMPARATORS_ZH[OPPOSITES[comparator]] if comparator in OPPOSITES else "不等于"
            return f"{_side_zh(left)}{word}{_side_zh(right)}"
        case Flag(label=label) | ConditionRule(label=label):
            return is_not_zh(label.zh)
        case IsOneOf(label=label):
            return f"{label.zh}不是{_terms_zh(tree)}"
        case AnyItem(items, Negation(every)):
            return f"所有{items.label.zh}{_all_zh(every)}"
        case AnyItem(items, where):
            return f"没有{items.label.zh}{_fulfils_zh(where)}"
        case Negation(condition):
            return _chinese(condition)
        case _:
            return f"并非{_part_zh(tree)}"


def _all_zh(every: Condition) -> str:
    """What all are: 均 stands before the verb."""
    match every:
        case Compare(left, comparator, right):
            return f"的{_side_zh(left)}均{COMPARATORS_ZH[comparator]}{_side_zh(right)}"
        case IsOneOf(label=label):
            return f"的{label.zh}均为{_terms_zh(every)}"
        case _:
            return f"均{_fulfils_zh(every)}"


def _fulfils_zh(where: Condition) -> str:
    """What an item is, behind its name: 的 stands before what is said of one of its facts."""
    if _is_compound(where):
        return f"满足{_part_zh(where)}"
    bare = where.term if isinstance(where, Negation) else where
    return f"的{_chinese(where)}" if isinstance(bare, Compare | IsOneOf) else _chinese(where)


def _english(tree: Expr) -> str:
    match tree:
        case Literal(amount):
            return said(amount, "en")
        case Observed():
            return "the figure"
        case SeriesAt(series, years_before):
            return in_year(series.label, years_before).en
        case Growth(series, years_before):
            return in_year(_growth(series), years_before).en
        case Field(label=label) | Judged(label=label) | LocalStandard(label=label):
            return label.en
        case Opaque(label=label) | AmountRule(label=label) | Flag(label=label) | ConditionRule(label=label):
            return label.en
        case IsOneOf(label=label):
            verb = "is" if are(label.en) == "is" else "include"
            return f"{label.en} {verb} {listed(_terms_en(tree), 'en', word='or')}"
        case ItemsCount(items, where):
            return f"number of {items.label.en}{_which_en(where)}"
        case ItemsTotal(items, of, where):
            return f"total {_part_en(of)} of {items.label.en}{_which_en(where)}"
        case AnyItem(items, where):
            return f"at least one of the {items.label.en}: {_english(where)}"
        case Product(left, right):
            return f"{_part_en(left)} {'for' if right == _ONE_PERSON else 'times'} {_part_en(right)}"
        case Cases(branches, otherwise):
            cases = "; ".join(f"{_english(branch.then)} where {_english(branch.when)}" for branch in branches)
            return f"{cases}; otherwise {_english(otherwise)}"
        case Total(of, where):
            return f"total {of.label.en}{_which_en(where)}"
        case Count(label=label, where=where):
            return f"number of {label.en}{_which_en(where)}"
        case Sum():
            return f"the sum of {listed([*map(_part_en, _flat(tree))], 'en', word='and')}"
        case Difference(left, right):
            return f"{_part_en(left)} less {_part_en(right)}"
        case Multiple(ratio, term):
            times = f"{plain(ratio)} times" if ratio > 1 else f"{plain(exact(Fraction(ratio) * 100))}% of"
            return f"{times} {_part_en(term)}"
        case Quotient(numerator, denominator, unit):
            if is_rounding(tree):
                return f"{_english(numerator)}, {rounding(tree, 'en')}"
            if unit.is_ratio:
                return f"{_part_en(numerator)} over {_part_en(denominator)}"
            return f"{_part_en(numerator)} divided by {_part_en(denominator)}, {rounding(tree, 'en')}"
        case Greatest(terms):
            return f"the high{_extreme_en(terms)} of {listed([*map(_part_en, terms)], 'en', word='and')}"
        case Least(terms):
            return f"the low{_extreme_en(terms)} of {listed([*map(_part_en, terms)], 'en', word='and')}"
        case Compare(left, comparator, right):
            return f"{_side_en(left)} {_be(left)} {COMPARATORS_EN[comparator]} {_side_en(right)}"
        case AllOf():
            return " and ".join(map(_part_en, _flat(tree)))
        case AnyOf():
            return " or ".join(map(_part_en, _flat(tree)))
        case Negation(condition):
            return _denied_en(condition)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _denied_en(tree: Condition) -> str:
    match tree:
        case Compare(left, comparator, right):
            word = COMPARATORS_EN[OPPOSITES[comparator]] if comparator in OPPOSITES else "other than"
            return f"{_side_en(left)} {_be(left)} {word} {_side_en(right)}"
        case Flag(label=label) | ConditionRule(label=label):
            return is_not_en(label.en)
        case IsOneOf(label=label):
            verb = "is not" if are(label.en) == "is" else "do not include"
            return f"{label.en} {verb} {listed(_terms_en(tree), 'en', word='or')}"
        case AnyItem(items, Negation(every)):
            return f"each of the {items.label.en}: {_english(every)}"
        case AnyItem(items, where):
            return f"none of the {items.label.en}: {_english(where)}"
        case Negation(condition):
            return _english(condition)
        case _:
            return f"not {_part_en(tree)}"


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


def _flat(tree: AllOf | AnyOf | Sum) -> Iterator[Expr]:
    """Yield the terms of a chain: `a & b & c` is one sentence."""
    for term in tree.terms:
        if isinstance(term, AllOf | AnyOf | Sum) and type(term) is type(tree):
            yield from _flat(term)
        else:
            yield term


def _terms_zh(tree: IsOneOf) -> str:
    return listed([term.label.zh for term in tree.terms], "zh", word="或")


def _terms_en(tree: IsOneOf) -> list[str]:
    return [term.label.en for term in tree.terms]


def _extreme_zh(terms: Sized) -> str:
    return "较" if len(terms) <= _SEVERAL else "最"


def _extreme_en(terms: Sized) -> str:
    return "er" if len(terms) <= _SEVERAL else "est"


def _be(tree: Expr) -> str:
    return are(tree.label.en) if isinstance(tree, Field | AmountRule | LocalStandard | Opaque) else "is"


def _which_zh(where: Expr | None) -> str:
    return "" if where is None else f"{_part_zh(where)}的"


def _which_en(where: Expr | None) -> str:
    return "" if where is None else f" where {_english(where)}"


def _part_zh(tree: Expr) -> str:
    return f"（{_chinese(tree)}）" if _is_compound(tree) else _chinese(tree)


def _part_en(tree: Expr) -> str:
    return f"({_english(tree)})" if _is_compound(tree) else _english(tree)


def _side_zh(tree: Expr) -> str:
    return _part_zh(tree) if isinstance(tree, Quotient | Cases) else _chinese(tree)


def _side_en(tree: Expr) -> str:
    return _part_en(tree) if isinstance(tree, Quotient | Cases) else _english(tree)


def _is_compound(tree: Expr) -> bool:
    return isinstance(tree, _COMPOUND) or (isinstance(tree, Negation) and isinstance(tree.term, AnyItem))
