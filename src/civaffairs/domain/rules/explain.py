"""tree and what was noted → the reasons, as sentences, each with its clause; and what would settle it.

A reason says how things are: 'income per head is 620 yuan, at least the Dibao standard of 600'. Only what bears on
the answer is said: of several conditions that all have to hold and do not, the ones that fail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never, cast

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.rulebook import InForce
from civaffairs.domain.rules.evaluate import Size, size_of
from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    AnyOf,
    Cases,
    Compare,
    Condition,
    ConditionRule,
    Difference,
    Field,
    Flag,
    Greatest,
    IsOneOf,
    ItemsCount,
    ItemsTotal,
    Judged,
    Least,
    Literal,
    LocalStandard,
    Multiple,
    Negation,
    Opaque,
    Product,
    Quotient,
    Sum,
)
from civaffairs.domain.rules.render import COMPARATORS_EN, COMPARATORS_ZH, render
from civaffairs.domain.rules.walk import children
from civaffairs.domain.units import Amount, exact, plain, rounded
from civaffairs.errors import Message, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Quantity
    from civaffairs.domain.rules.trace import Trace
    from civaffairs.domain.sources import Clause
    from civaffairs.errors import Language

_OPPOSITE = {">=": "<", ">": "<=", "<": ">=", "<=": ">"}
_SHOWN_PLACES = 4


@frozen
class Missing:
    """A fact, a standard or a rule that is not known, and would settle the answer.

    Attributes:
        where: the place in the case: `members[1].incomes`; empty for a standard or a rule.
        what: what it is called, or why it is not known.
    """

    where: str
    what: Label | Message

    def text(self, lang: Language | None = None) -> str:
        """Return it for a reader."""
        said = self.what.text(lang)
        if not self.where:
            return said
        return f"{said}（{self.where}）" if (lang or language()) == "zh" else f"{said} ({self.where})"


@frozen
class Reason:
    """One reason: how a thing is, where that is laid down, and what it rests on.

    Attributes:
        zh: the sentence in Chinese.
        en: the sentence in English.
        holds: whether what the rule asks for is so; None where it cannot be told, or where it is an amount.
        clause: where the rule or the standard is laid down; None where the sentence is a fact of the case.
        parts: what the reason rests on.
    """

    zh: str
    en: str
    holds: bool | None
    clause: Clause | None = None
    parts: tuple[Reason, ...] = ()

    def text(self, lang: Language | None = None) -> str:
        """Return the sentence in `lang`."""
        return self.zh if (lang or language()) == "zh" else self.en


@frozen(eq=False)
class Explainer:
    """Explains what an edition says of one case.

    Attributes:
        edition: what holds where and when the case is decided.
    """

    edition: Edition

    def why(self, rule: ConditionRule, trace: Trace) -> tuple[Reason, ...]:
        """Return the reasons why a condition holds, does not hold, or cannot be told."""
        version = self.edition.rule(rule)
        if isinstance(version, Message):
            return (Reason(version.text("zh"), version.text("en"), None),)
        return tuple(self._because(cast("Condition", version.value), trace, version.clause))

    def how(self, rule: AmountRule, trace: Trace) -> Reason:
        """Return how an amount comes about."""
        version = self.edition.rule(rule)
        if isinstance(version, Message):
            return Reason(version.text("zh"), version.text("en"), None)
        tree = cast("Quantity", version.value)
        said = {lang: self._calculation(rule, tree, trace, lang) for lang in ("zh", "en")}
        return Reason(said["zh"], said["en"], None, version.clause, tuple(self._supports([tree], trace)))

    def lacking(self, rule: ConditionRule | AmountRule, trace: Trace) -> tuple[Missing, ...]:
        """Return what would settle a rule that cannot be told, each once."""
        return tuple(dict.fromkeys(self._lacking(rule, trace)))

    # --- conditions ---

    def _because(self, tree: Condition, trace: Trace, clause: Clause | None) -> Iterator[Reason]:
        match tree:
            case AllOf(terms) | AnyOf(terms):
                for term in self._deciding(tree, terms, trace):
                    yield from self._because(term, trace, clause)
            case Negation(term):
                yield from self._because(term, trace, clause)
            case Compare():
                said = {lang: self._comparison(tree, trace, lang) for lang in ("zh", "en")}
                parts = tuple(self._supports([tree.left, tree.right], trace))
                yield Reason(said["zh"], said["en"], self._truth(tree, trace), clause, parts)
            case Flag() | IsOneOf() | Judged():
                yield self._stated(tree, trace, clause)
            case ConditionRule():
                version = self.edition.rule(tree)
                if isinstance(version, Message):
                    yield Reason(version.text("zh"), version.text("en"), None)
                else:
                    below = tuple(self._because(cast("Condition", version.value), trace, version.clause))
                    yield self._stated(tree, trace, version.clause, below)
            case AnyItem():
                yield self._stated(tree, trace, clause, tuple(self._of_items(tree, trace)))
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _deciding(
        self, tree: AllOf | AnyOf, terms: tuple[Condition, ...], trace: Trace
    ) -> Iterator[Condition]:
        """Yield the terms that make the whole what it is."""
        whole = self._truth(tree, trace)
        everything = whole is (isinstance(tree, AllOf))
        for term in terms:
            if everything or self._truth(term, trace) is whole:
                yield term

    def _of_items(self, tree: AnyItem, trace: Trace) -> Iterator[Reason]:
        whole = self._truth(tree, trace)
        for item in trace.items(tree) or ():
            if self._truth(tree.where, item) is whole:
                who = item.paths[tree.items.of]
                for reason in self._because(tree.where, item, None):
                    yield Reason(
                        f"{called(tree.items.of, who).zh}：{reason.zh}",
                        f"{called(tree.items.of, who).en}: {reason.en}",
                        reason.holds,
                        reason.clause,
                        reason.parts,
                    )

    def _stated(
        self, tree: Condition, trace: Trace, clause: Clause | None, parts: tuple[Reason, ...] = ()
    ) -> Reason:
        holds = self._truth(tree, trace)
        zh = {True: "是", False: "否", None: "无法判断"}[holds]
        en = {True: "yes", False: "no", None: "cannot tell"}[holds]
        return Reason(f"{render(tree, 'zh')}：{zh}", f"{render(tree, 'en')}: {en}", holds, clause, parts)

    def _comparison(self, tree: Compare, trace: Trace, lang: Language) -> str:
        holds = self._truth(tree, trace)
        left, right = self._named(tree.left, trace, lang), self._named(tree.right, trace, lang)
        comparator = tree.comparator if holds is not False else _OPPOSITE.get(tree.comparator, "≠")
        if lang == "zh":
            word = {**COMPARATORS_ZH, "≠": "不等于"}[comparator]
            said = f"{left}，{word}{right}"
            return said if holds is not None else f"{left}，是否{word}{right}，无法判断"
        word = {**COMPARATORS_EN, "≠": "other than"}[comparator]
        said = f"{left}, {word} {right}"
        return said if holds is not None else f"{left}; whether it is {word} {right} cannot be told"

    def _truth(self, tree: Condition, trace: Trace) -> bool | None:
        return cast("bool | None", trace.value(tree))

    # --- quantities ---

    def _supports(self, trees: Sequence[Expr], trace: Trace) -> Iterator[Reason]:
        """Yield the rules, standards and collections that quantities rest on, each once, with their clauses."""
        seen: set[object] = set()
        for tree in trees:
            for node in _named_below(tree):
                key = node.id if isinstance(node, AmountRule | LocalStandard) else id(node)
                if key not in seen:
                    seen.add(key)
                    yield from self._support(node, trace)

    def _support(self, node: Expr, trace: Trace) -> Iterator[Reason]:
        match node:
            case AmountRule():
                yield self.how(node, trace)
            case LocalStandard():
                yield self._standard(node)
            case ItemsTotal() | ItemsCount():
                yield from self._rows(node, trace)
            case ConditionRule():
                yield from self._because(node, trace, None)
            case _:
                return

    def _rows(self, node: ItemsTotal | ItemsCount, trace: Trace) -> Iterator[Reason]:
        """Yield what each item of a collection adds."""
        for item in trace.items(node) or ():
            if node.where is not None and self._truth(node.where, item) is False:
                continue
            label = called(node.items.of, item.paths[node.items.of])
            if isinstance(node, ItemsTotal):
                zh, en = (self._named(node.of, item, lang) for lang in ("zh", "en"))
                parts = tuple(self._supports([node.of], item))
            else:
                zh, en, parts = "计入", "counted", ()
            yield Reason(f"{label.zh}：{zh}", f"{label.en}: {en}", None, None, parts)

    def _standard(self, node: LocalStandard) -> Reason:
        found = self.edition.standard(node)
        if isinstance(found, Message):
            return Reason(found.text("zh"), found.text("en"), None)
        amount = cast("Amount", found.value)
        return Reason(
            f"{found.label.zh}：{amount.text('zh')}，自{found.start.text('zh')}起执行",
            f"{found.label.en}: {amount.text('en')}, in force since {found.start.text('en')}",
            None,
            found.clause,
        )

    def _calculation(self, rule: AmountRule, tree: Quantity, trace: Trace, lang: Language) -> str:
        value = _said(trace.value(rule), lang)
        sum_ = self._formula(tree, trace, lang)
        equals = "：" if lang == "zh" else ": "
        return f"{rule.label.text(lang)}{equals}{value}" + (f" = {sum_}" if sum_ else "")

    def _formula(self, tree: Quantity, trace: Trace, lang: Language, *, inner: bool = False) -> str:
        """Return a calculation with its figures; empty where there is nothing to calculate."""
        match tree:
            case Sum(terms):
                return _bracketed(" + ".join(self._term(term, trace, lang) for term in terms), inner=inner)
            case Difference(left, right):
                pair = (self._term(left, trace, lang), self._term(right, trace, lang))
                return _bracketed(" − ".join(pair), inner=inner)
            case Multiple(ratio, term):
                return f"{self._term(term, trace, lang)} × {plain(ratio)}"
            case Product(left, right):
                return f"{self._term(left, trace, lang)} × {self._term(right, trace, lang)}"
            case Quotient(numerator, denominator):
                over, under = (self._term(each, trace, lang) for each in (numerator, denominator))
                is_rounding = isinstance(denominator, Literal) and denominator.amount.number == 1
                said = over if is_rounding else f"{over} ÷ {under}"
                return f"{said}{_rounding(tree, lang)}"
            case Greatest(terms) | Least(terms):
                word = _EXTREMES[lang][isinstance(tree, Greatest)]
                between = "、" if lang == "zh" else ", "
                return f"{word}({between.join(self._term(term, trace, lang) for term in terms)})"
            case Cases(branches, otherwise):
                for branch in branches:
                    truth = self._truth(branch.when, trace)
                    if truth is None:
                        return ""
                    if truth:
                        return self._term(branch.then, trace, lang)
                return self._term(otherwise, trace, lang)
            case ItemsTotal() | ItemsCount():
                return render(tree, lang)
            case _:
                return ""

    def _term(self, tree: Quantity, trace: Trace, lang: Language) -> str:
        formula = "" if isinstance(tree, AmountRule) else self._formula(tree, trace, lang, inner=True)
        if formula and not isinstance(tree, ItemsTotal | ItemsCount):
            return formula
        return self._named(tree, trace, lang)

    def _named(self, tree: Quantity, trace: Trace, lang: Language) -> str:
        """Return what a quantity is called, with its value."""
        value = _said(self._value(tree, trace), lang)
        if isinstance(tree, Literal):
            return value
        name = render(tree, lang)
        return f"{name}{value}" if lang == "zh" else f"{name} {value}"

    def _value(self, tree: Quantity, trace: Trace) -> Size | None:
        if isinstance(tree, Literal):
            return size_of(tree.amount)
        if isinstance(tree, LocalStandard):
            found = self.edition.standard(tree)
            return None if isinstance(found, Message) else size_of(cast("Amount", found.value))
        return cast("Size | None", trace.value(tree))

    # --- what is missing ---

    def _lacking(self, tree: Expr, trace: Trace) -> Iterator[Missing]:
        """Yield what makes a node that cannot be told so."""
        if isinstance(tree, Literal):
            return
        if isinstance(tree, LocalStandard):
            found = self.edition.standard(tree)
            if isinstance(found, Message):
                yield Missing("", found)
            return
        if trace.value(tree) is not None:
            return
        match tree:
            case Field(model, name, label) | Flag(model, name, label) | IsOneOf(model, name, label):
                yield Missing(trace.path(model, name), label)
            case Opaque():
                yield Missing(trace.path(tree.model, tree.id), tree.label)
            case AmountRule() | ConditionRule():
                version = self.edition.rule(tree)
                if isinstance(version, Message):
                    yield Missing("", version)
                else:
                    yield from self._lacking(cast("Quantity", version.value), trace)
            case AnyItem() | ItemsTotal() | ItemsCount():
                yield from self._lacking_in(tree, trace)
            case Cases(branches, otherwise):
                for branch in branches:
                    truth = self._truth(branch.when, trace)
                    if truth is None:
                        yield from self._lacking(branch.when, trace)
                        return
                    if truth:
                        yield from self._lacking(branch.then, trace)
                        return
                yield from self._lacking(otherwise, trace)
            case _:
                for child in children(tree):
                    yield from self._lacking(child, trace)

    def _lacking_in(self, tree: AnyItem | ItemsTotal | ItemsCount, trace: Trace) -> Iterator[Missing]:
        rows = trace.items(tree)
        if rows is None:
            yield Missing(trace.path(tree.items.model, tree.items.name), tree.items.label)
            return
        for item in rows:
            if tree.where is not None:
                yield from self._lacking(tree.where, item)
            if isinstance(tree, ItemsTotal) and (tree.where is None or self._truth(tree.where, item)):
                yield from self._lacking(tree.of, item)


_EXTREMES: dict[str, dict[bool, str]] = {
    "zh": {True: "取较高者", False: "取较低者"},
    "en": {True: "the higher of ", False: "the lower of "},
}
_ROUNDINGS: dict[str, Label] = {
    "down": Label("舍去尾数", "rounded down"),
    "up": Label("进一", "rounded up"),
    "half_up": Label("四舍五入", "halves rounded up"),
}
_CALLED: dict[str, Label] = {
    "Person": Label("成员", "member "),
    "Income": Label("收入", "income "),
    "Supporter": Label("义务人", "supporter "),
    "Parent": Label("父母", "parent "),
    "AnnualCheck": Label("年检", "annual check "),
}


def called(model: str, path: str) -> Label:
    """Return what an item is called, counted from one: the second of `members` is 成员2.

    Example:
        >>> called("Person", "members[1]").text("en")
        'member 2'
    """
    number = int(path.rpartition("[")[2].rstrip("]")) + 1
    word = _CALLED[model]
    return Label(f"{word.zh}{number}", f"{word.en}{number}")


def _named_below(tree: Expr) -> Iterator[Expr]:
    """Yield the nodes below a quantity that have a name of their own, not what is behind them."""
    if isinstance(tree, AmountRule | ConditionRule | LocalStandard | ItemsTotal | ItemsCount):
        yield tree
        return
    for child in children(tree):
        yield from _named_below(child)


def _rounding(tree: Quotient, lang: Language) -> str:
    how = _ROUNDINGS[tree.rounding].text(lang)
    if lang == "zh":
        return f"（保留{tree.places}位小数，{how}）"
    return f" ({tree.places} decimals, {how})"


def _bracketed(text: str, *, inner: bool) -> str:
    return f"({text})" if inner else text


def _said(value: bool | Size | None, lang: Language) -> str:  # noqa: FBT001 - it is a value
    if value is None:
        return "不明" if lang == "zh" else "(not known)"
    assert isinstance(value, Size)  # noqa: S101 - quantities have sizes
    return Amount(exact(rounded(value.number, _SHOWN_PLACES, "half_up").normalize()), value.unit).text(lang)
