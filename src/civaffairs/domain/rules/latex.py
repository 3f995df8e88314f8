r"""tree → LaTeX for the documentation: formulas with labels as text, for mathematics mode with amsmath."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Cases,
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
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.render import OPPOSITES, is_rounding, render
from civaffairs.domain.units import plain
from civaffairs.errors import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civaffairs.domain.units import Amount
    from civaffairs.errors import Language

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_SIGNS = {">=": r"\ge", ">": ">", "=": "=", "<": "<", "<=": r"\le"}
_OTHERWISE = {"zh": "其他情形", "en": "otherwise"}
_IF = {"zh": "若", "en": "if "}
_ROUNDED = {"down": (r"\left\lfloor", r"\right\rfloor"), "up": (r"\left\lceil", r"\right\rceil")}


def latex(tree: Expr, lang: Language | None = None) -> str:
    r"""Return a tree as a formula for mathematics mode; it needs amsmath.

    Args:
        tree: what is to be written.
        lang: the language of the labels; by default the one in force.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> from civaffairs.domain.units import Amount
        >>> age = Field("Person", "age_on", Label("年龄", "age"), "岁")
        >>> print(latex(age >= Amount(80, "岁"), "zh"))
        \text{年龄} \ge 80\,\text{岁}
    """
    return _formula(tree, lang or language())


def escaped(text: str) -> str:
    r"""Return text whose special characters LaTeX prints as they are.

    Example:
        >>> print(escaped("60% of A&B"))
        60\% of A\&B
    """
    return text.translate(_ESCAPES)


def _formula(tree: Expr, lang: Language) -> str:
    match tree:
        case Literal(amount):
            return _amount(amount, lang)
        case Observed() | SeriesAt() | Growth() | Field() | Flag() | Judged() | Opaque():
            return _text(render(tree, lang))
        case LocalStandard() | AmountRule() | ConditionRule():
            return _text(render(tree, lang))
        case IsOneOf(label=label, terms=terms):
            values = ", ".join(_text(term.label.text(lang)) for term in terms)
            return rf"{_text(label.text(lang))} \in \left\{{ {values} \right\}}"
        case ItemsCount(items, where):
            return rf"\left| {_set(items.label.text(lang), where, lang)} \right|"
        case Count(label=label, where=where):
            return rf"\left| {_set(label.text(lang), where, lang)} \right|"
        case ItemsTotal(items, of, where):
            return rf"\sum_{{{_such(items.label.text(lang), where, lang)}}} {_factor(of, lang)}"
        case Total(of, where):
            over = "" if where is None else f"_{{{_formula(where, lang)}}}"
            return rf"\sum{over} {_formula(of, lang)}"
        case AnyItem(items, where):
            return rf"\exists\, {_text(items.label.text(lang))} : {_term(where, lang)}"
        case Product(left, right):
            return rf"{_factor(left, lang)} \times {_factor(right, lang)}"
        case Multiple(ratio, term):
            return rf"{plain(ratio)} \times {_factor(term, lang)}"
        case Cases(branches, otherwise):
            rows = [
                rf"{_formula(branch.then, lang)} & \text{{{_IF[lang]}}} {_formula(branch.when, lang)}"
                for branch in branches
            ]
            rows.append(rf"{_formula(otherwise, lang)} & \text{{{_OTHERWISE[lang]}}}")
            said = r" \\ ".join(rows)
            return rf"\begin{{cases}} {said} \end{{cases}}"
        case Sum(terms):
            return " + ".join(_formula(term, lang) for term in terms)
        case Difference(left, right):
            return f"{_formula(left, lang)} - {_factor(right, lang)}"
        case Quotient():
            return _quotient(tree, lang)
        case Greatest(terms):
            return rf"\max\left( {_row(terms, lang)} \right)"
        case Least(terms):
            return rf"\min\left( {_row(terms, lang)} \right)"
        case Compare(left, comparator, right):
            return f"{_formula(left, lang)} {_SIGNS[comparator]} {_formula(right, lang)}"
        case AllOf(terms):
            return r" \land ".join(_term(term, lang) for term in terms)
        case AnyOf(terms):
            return r" \lor ".join(_term(term, lang) for term in terms)
        case Negation(term):
            return _denied(term, lang)
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _denied(tree: Condition, lang: Language) -> str:
    match tree:
        case Compare(left, comparator, right):
            sign = _SIGNS[OPPOSITES[comparator]] if comparator in OPPOSITES else r"\ne"
            return f"{_formula(left, lang)} {sign} {_formula(right, lang)}"
        case IsOneOf():
            return _formula(tree, lang).replace(r" \in ", r" \notin ", 1)
        case AnyItem(items, Negation(every)):
            return rf"\forall\, {_text(items.label.text(lang))} : {_term(every, lang)}"
        case AnyItem(items, where):
            return rf"\nexists\, {_text(items.label.text(lang))} : {_term(where, lang)}"
        case Negation(term):
            return _formula(term, lang)
        case _:
            return rf"\lnot {_term(tree, lang)}"


def _quotient(tree: Quotient, lang: Language) -> str:
    over = _formula(tree.numerator, lang)
    inner = over if is_rounding(tree) else rf"\frac{{{over}}}{{{_formula(tree.denominator, lang)}}}"
    places = f"_{{{tree.places}}}"
    if tree.rounding == "half_up":
        return rf"\operatorname{{round}}{places}\left( {inner} \right)"
    left, right = _ROUNDED[tree.rounding]
    return f"{left} {inner} {right}{places}"


def _amount(amount: Amount, lang: Language) -> str:
    unit = amount.unit.text(lang, one=amount.number.copy_abs() == 1)
    number = plain(amount.number)
    if unit in {"", "%", "‰"}:
        return number + escaped(unit)
    return rf"{number}\,{_text(unit)}"


def _set(label: str, where: Condition | None, lang: Language) -> str:
    return _text(label) if where is None else rf"\left\{{ {_such(label, where, lang)} \right\}}"


def _such(label: str, where: Condition | None, lang: Language) -> str:
    return _text(label) if where is None else rf"{_text(label)} \mid {_formula(where, lang)}"


def _row(terms: Iterable[Expr], lang: Language) -> str:
    return r",\; ".join(_formula(term, lang) for term in terms)


def _factor(tree: Expr, lang: Language) -> str:
    """Return a part of a product; sums and what ends open need brackets."""
    said = _formula(tree, lang)
    return _bracketed(said) if isinstance(tree, Sum | Difference | Total | ItemsTotal | Cases) else said


def _term(tree: Expr, lang: Language) -> str:
    """Return a part of a logical formula; what ends open needs brackets."""
    said = _formula(tree, lang)
    plainly = tree.term if isinstance(tree, Negation) else tree
    return _bracketed(said) if isinstance(plainly, AllOf | AnyOf | AnyItem) else said


def _bracketed(said: str) -> str:
    return rf"\left( {said} \right)"


def _text(words: str) -> str:
    return rf"\text{{{escaped(words)}}}"
