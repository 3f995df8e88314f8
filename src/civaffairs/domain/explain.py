"""tree and what was noted → the reasons, as sentences, each with its clause; and what would settle it.

A reason says how things are: 'the income per head is 620 yuan, at least the Dibao standard'. Only what bears
on the answer is said: of several conditions that all have to hold and do not, the ones that fail; of several
cases, the one that is given. A rule is explained where it is first met, and afterwards only named with its
value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never, cast

from attrs import evolve, field, frozen

from civaffairs.domain.names import Label
from civaffairs.domain.reach import CALLED_BY_LABEL, given, rests_on, taken, truth_of
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
from civaffairs.domain.rules.phrases import (
    are,
    begins_with_verb,
    is_not_en,
    is_predicate_en,
    listed,
    rounding,
    said,
    the,
    whether_zh,
)
from civaffairs.domain.rules.render import COMPARATORS_EN, COMPARATORS_ZH, OPPOSITES, is_rounding, render
from civaffairs.domain.rules.walk import children
from civaffairs.domain.units import Amount, Size, exact, plain, rounded
from civaffairs.domain.values import Value
from civaffairs.errors import Message, language, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Items, Quantity, Rule
    from civaffairs.domain.rules.trace import Trace
    from civaffairs.domain.sources import Clause
    from civaffairs.errors import Language

    Statement: TypeAlias = Flag | IsOneOf | Judged | ConditionRule | AnyItem

_SHOWN_PLACES = 4
_DASH = " – "
_SEVERAL = 2


@frozen(eq=False, repr=False, slots=False)
class Missing(Value):
    """A fact, a standard or a rule that is not known, and would settle the answer.

    Attributes:
        where: the place in the case: `members[1].incomes`; empty for a standard or a rule.
        what: what it is called, or why it is not known.
    """

    where: str
    what: Label | Message

    def text(self, lang: Language | None = None) -> str:
        """Return it for a reader."""
        name = self.what.text(lang)
        if not self.where:
            return name
        return f"{name}（{self.where}）" if (lang or language()) == "zh" else f"{name} ({self.where})"


@frozen(eq=False, repr=False, slots=False)
class Reason(Value):
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
    """Explains what an edition says of one case, each rule and standard once. Take a new one each time.

    Attributes:
        edition: what holds where and when the case is decided.
    """

    edition: Edition
    _told: set[tuple[str, str, str]] = field(factory=set, init=False, repr=False)

    def why(self, rule: ConditionRule, trace: Trace) -> tuple[Reason, ...]:
        """Return the reasons why a condition holds, does not hold, or cannot be told."""
        version = self.edition.rule(rule)
        if isinstance(version, Message):
            return (_unknown(version),)
        self._first_told(rule, trace)
        return tuple(self._because(cast("Condition", version.value), trace, version.clause))

    def how(self, rule: AmountRule, trace: Trace) -> Reason:
        """Return how an amount comes about."""
        version = self.edition.rule(rule)
        if isinstance(version, Message):
            return _unknown(version)
        tree = cast("Quantity", version.value)
        parts = tuple(self._supports([tree], trace)) if self._first_told(rule, trace) else ()
        zh, en = (self._amounts_to(rule, tree, trace, lang) for lang in ("zh", "en"))
        return Reason(zh, en, None, version.clause, parts)

    def lacking(self, rule: ConditionRule | AmountRule, trace: Trace) -> tuple[Missing, ...]:
        """Return what would settle a rule that cannot be told, each once."""
        return tuple(dict.fromkeys(self._lacking(rule, trace)))

    def _first_told(self, node: Rule | LocalStandard, trace: Trace) -> bool:
        """Note that something is told, and return whether it is so for the first time."""
        if isinstance(node, LocalStandard):
            key = ("standard", node.id, "")
        else:
            key = ("rule", node.id, trace.paths[node.of])
        first = key not in self._told
        self._told.add(key)
        return first

    # --- conditions ---

    def _because(
        self, tree: Condition, trace: Trace, clause: Clause | None, *, asked: bool = True
    ) -> Iterator[Reason]:
        """Yield why a condition is what it is; `asked` is False where the rule asks for its opposite."""
        truth = truth_of(tree, trace)
        holds = None if truth is None else truth is asked
        match tree:
            case AllOf(terms) | AnyOf(terms):
                # All bear on a conjunction that holds; otherwise only those that are as the whole is.
                everything = truth is isinstance(tree, AllOf)
                for term in terms:
                    if everything or truth_of(term, trace) is truth:
                        yield from self._because(term, trace, clause, asked=asked)
            case Negation(term):
                yield from self._because(term, trace, clause, asked=not asked)
            case Compare(left, _, right):
                zh, en = self._comparison_zh(tree, truth, trace), self._comparison_en(tree, truth, trace)
                behind = [side for side in (left, right) if self._is_behind(side, truth, trace)]
                yield Reason(zh, en, holds, clause, tuple(self._supports(behind, trace)))
            case Flag() | IsOneOf() | Judged():
                zh, en = _stated_zh(tree, truth), _stated_en(tree, truth)
                yield Reason(zh, en, holds, clause)
            case ConditionRule():
                version = self.edition.rule(tree)
                if isinstance(version, Message):
                    yield _unknown(version)
                    return
                below: tuple[Reason, ...] = ()
                if self._first_told(tree, trace):
                    value = cast("Condition", version.value)
                    below = tuple(self._because(value, trace, version.clause, asked=asked))
                zh, en = _stated_zh(tree, truth), _stated_en(tree, truth)
                yield Reason(zh, en, holds, version.clause, below)
            case AnyItem():
                zh, en = _stated_zh(tree, truth), _stated_en(tree, truth)
                yield Reason(zh, en, holds, clause, tuple(self._of_items(tree, trace, asked=asked)))
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _of_items(self, tree: AnyItem, trace: Trace, *, asked: bool) -> Iterator[Reason]:
        """Yield which items are such, or may be; where none is, the sentence above has said it."""
        whole = truth_of(tree, trace)
        rows = trace.items(tree)
        if rows is None:
            yield _not_known(tree.items)
        elif whole is not False:
            for row in rows:
                if truth_of(tree.where, row) is whole:
                    who = _who(tree.items, row)
                    yield from (_of(who, each) for each in self._because(tree.where, row, None, asked=asked))

    def _is_behind(self, side: Quantity, truth: bool | None, trace: Trace) -> bool:  # noqa: FBT001 - it is a value
        """Whether a side of a comparison is to be explained; in doubt only what is not known."""
        if isinstance(side, Field | Opaque):
            return False
        return truth is not None or self._value(side, trace) is None

    def _comparison_zh(self, tree: Compare, truth: bool | None, trace: Trace) -> str:  # noqa: FBT001 - it is a value
        left, right = self._is_zh(tree.left, trace), self._with_value(tree.right, trace, "zh")
        if truth is None:
            return f"{left}，无法判断是否{COMPARATORS_ZH[tree.comparator]}{right}"
        if truth:
            return f"{left}，{COMPARATORS_ZH[tree.comparator]}{right}"
        opposite = OPPOSITES.get(tree.comparator)
        return f"{left}，{COMPARATORS_ZH[opposite] if opposite else '不等于'}{right}"

    def _comparison_en(self, tree: Compare, truth: bool | None, trace: Trace) -> str:  # noqa: FBT001 - it is a value
        left, right = self._is_en(tree.left, trace), self._with_value(tree.right, trace, "en", article=True)
        if truth is None:
            return f"{left}; whether that is {COMPARATORS_EN[tree.comparator]} {right} cannot be told"
        if truth:
            return f"{left}, {COMPARATORS_EN[tree.comparator]} {right}"
        opposite = OPPOSITES.get(tree.comparator)
        return f"{left}, {COMPARATORS_EN[opposite] if opposite else 'other than'} {right}"

    # --- quantities ---

    def _supports(self, trees: Sequence[Quantity], trace: Trace) -> Iterator[Reason]:
        """Yield what quantities rest on, with its clauses; of one that is not known only what makes it so."""
        for tree in trees:
            doubtful = self._value(tree, trace) is None
            for node in rests_on(tree, trace):
                yield from self._support(node, trace, doubtful=doubtful)

    def _support(self, node: Expr, trace: Trace, *, doubtful: bool) -> Iterator[Reason]:
        if isinstance(node, Condition):
            truth = truth_of(node, trace)
            if truth is None or not doubtful:
                yield from self._because(node, trace, None, asked=truth is not False)
            return
        known = self._value(node, trace) is not None
        if known and doubtful:
            return
        if isinstance(node, AmountRule):
            if ("rule", node.id, trace.paths[node.of]) not in self._told:
                yield self.how(node, trace)
        elif isinstance(node, LocalStandard):
            if self._first_told(node, trace):
                yield self._standard(node)
        elif isinstance(node, ItemsTotal | ItemsCount):
            yield from self._rows(node, trace, doubtful=doubtful)
        elif not known:
            yield Reason(self._is_zh(node, trace), self._is_en(node, trace), None)

    def _standard(self, node: LocalStandard) -> Reason:
        found = self.edition.standard(node)
        if isinstance(found, Message):
            return _unknown(found)
        amount, label = cast("Amount", found.value), found.label
        return Reason(
            f"{label.zh}为{said(amount, 'zh')}，自{found.start.text('zh')}起执行",
            f"{the(label.en)} {are(label.en)} {said(amount, 'en')}, in force since {found.start.text('en')}",
            None,
            found.clause,
        )

    def _rows(self, node: ItemsTotal | ItemsCount, trace: Trace, *, doubtful: bool) -> Iterator[Reason]:
        """Yield what each item adds; those that add nothing, or are not counted, in one line."""
        rows = trace.items(node)
        if rows is None:
            if doubtful:
                yield _not_known(node.items)
            return
        if isinstance(node, ItemsTotal) and (whole := self._value(node, trace)) and not whole.number:
            return
        nothing, left_out, counted = [], [], []
        for row in rows:
            who = _who(node.items, row)
            truth = True if node.where is None else truth_of(node.where, row)
            if truth is None and node.where is not None:
                yield from (_of(who, each) for each in self._because(node.where, row, None))
            elif not truth:
                left_out.append(who)
            elif isinstance(node, ItemsCount):
                counted.append(who)
            elif (value := self._value(node.of, row)) is None or (value.number and not doubtful):
                yield _of(who, self._row(node.of, row))
            elif not value.number:
                nothing.append((who, row))
        if doubtful:
            return
        if counted:
            yield _together(counted, Label("计入", "counted"))
        if nothing and isinstance(node, ItemsTotal):
            row = nothing[0][1]
            adds = Label(self._is_zh(node.of, row), self._is_en(node.of, row))
            yield _together([who for who, _ in nothing], adds)
        if left_out and isinstance(node, ItemsTotal):
            yield _together(left_out, Label("不计入", "not counted"))

    def _row(self, of: Quantity, row: Trace) -> Reason:
        if isinstance(of, AmountRule):
            return self.how(of, row)
        parts = tuple(self._supports([of], row)) if not isinstance(of, Field | Opaque) else ()
        return Reason(self._is_zh(of, row), self._is_en(of, row), None, None, parts)

    def _amounts_to(self, rule: AmountRule, tree: Quantity, trace: Trace, lang: Language) -> str:
        """Return what a rule amounts to, and the calculation, where there is one."""
        is_ = self._is_zh(rule, trace) if lang == "zh" else self._is_en(rule, trace)
        if self._value(rule, trace) is None:
            return is_
        calculation = self._calculation(tree, trace, lang)
        if not calculation:
            return is_
        return f"{is_}，即{calculation}" if lang == "zh" else f"{is_}: {calculation}"

    def _calculation(self, tree: Quantity, trace: Trace, lang: Language) -> str:
        """Return a calculation with its figures; empty where there is nothing to calculate."""
        tree = given(tree, trace)
        if isinstance(tree, Literal):
            return ""
        if isinstance(tree, ItemsCount) and tree.where is None:
            return ""
        # A single thing has the value of the whole, which was said.
        if isinstance(tree, (*CALLED_BY_LABEL, ItemsTotal, ItemsCount)):
            return _name(tree, lang, article=lang == "en")
        return self._formula(tree, trace, lang)

    def _formula(self, tree: Quantity, trace: Trace, lang: Language) -> str:
        tree = given(tree, trace)
        match tree:
            case Sum(terms):
                return _joined([self._inside(term, trace, lang) for term in terms], "+", lang)
            case Difference(left, right):
                return _joined([self._inside(each, trace, lang) for each in (left, right)], "−", lang)
            case Multiple(ratio, term):
                return _joined([self._inside(term, trace, lang), plain(ratio)], "×", lang)
            case Product(left, right):
                return _joined([self._inside(each, trace, lang) for each in (left, right)], "×", lang)
            case Quotient(numerator, denominator):
                if is_rounding(tree):
                    over = self._formula(numerator, trace, lang)
                else:
                    parts = [self._inside(each, trace, lang) for each in (numerator, denominator)]
                    over = _joined(parts, "÷", lang)
                return f"{over}{'，' if lang == 'zh' else ', '}{rounding(tree, lang)}"
            case Greatest(terms) | Least(terms):
                parts = [self._inside(term, trace, lang) for term in terms]
                return _extreme(parts, lang, greatest=isinstance(tree, Greatest))
            case _:
                return self._with_value(tree, trace, lang)

    def _inside(self, tree: Quantity, trace: Trace, lang: Language) -> str:
        """Return a part of a calculation, in brackets where it could be read otherwise."""
        formula = self._formula(tree, trace, lang)
        if isinstance(given(tree, trace), Sum | Difference | Quotient | Greatest | Least):
            return f"（{formula}）" if lang == "zh" else f"({formula})"
        return formula

    def _is_zh(self, tree: Quantity, trace: Trace) -> str:
        value = self._value(tree, trace)
        if isinstance(tree, Literal):
            return _shown(value, "zh")
        return f"{_name(tree, 'zh')}不明" if value is None else f"{_name(tree, 'zh')}为{_shown(value, 'zh')}"

    def _is_en(self, tree: Quantity, trace: Trace) -> str:
        value = self._value(tree, trace)
        if isinstance(tree, Literal):
            return _shown(value, "en")
        name = _name(tree, "en", article=True)
        be = are(name) if isinstance(tree, CALLED_BY_LABEL) else "is"
        return f"{name} {be} {'not known' if value is None else _shown(value, 'en')}"

    def _with_value(self, tree: Quantity, trace: Trace, lang: Language, *, article: bool = False) -> str:
        """Return what a quantity is called, with its value behind it."""
        value = _shown(self._value(tree, trace), lang)
        if isinstance(tree, Literal):
            return value
        name = _name(tree, lang, article=article)
        return f"{name}（{value}）" if lang == "zh" else f"{name} ({value})"

    def _value(self, tree: Quantity, trace: Trace) -> Size | None:
        if isinstance(tree, Literal):
            return Size.of(tree.amount)
        if isinstance(tree, LocalStandard):
            found = self.edition.standard(tree)
            return None if isinstance(found, Message) else Size.of(cast("Amount", found.value))
        return cast("Size | None", trace.value(tree))

    # --- what is missing ---

    def _lacking(self, tree: Expr, trace: Trace) -> Iterator[Missing]:
        """Yield what makes a node that cannot be told so."""
        if isinstance(tree, LocalStandard):
            found = self.edition.standard(tree)
            if isinstance(found, Message):
                yield Missing("", found)
            return
        if isinstance(tree, Literal) or trace.value(tree) is not None:
            return
        match tree:
            case Field(model, name, label):
                yield Missing(trace.path(model, tree.follows_from or name), label)
            case Flag(model, name, label) | IsOneOf(model, name, label):
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
            case Cases():
                looked_at, then = taken(tree, trace)
                yield from self._lacking(looked_at[-1] if then is None else then, trace)
            case _:
                lacking = [each for child in children(tree) for each in self._lacking(child, trace)]
                yield from lacking or [Missing("", message("nothing_to_divide_by"))]

    def _lacking_in(self, tree: AnyItem | ItemsTotal | ItemsCount, trace: Trace) -> Iterator[Missing]:
        rows = trace.items(tree)
        if rows is None:
            yield Missing(trace.path(tree.items.model, tree.items.name), tree.items.label)
            return
        for row in rows:
            if tree.where is not None:
                yield from self._lacking(tree.where, row)
            if isinstance(tree, ItemsTotal) and (tree.where is None or truth_of(tree.where, row)):
                yield from self._lacking(tree.of, row)


_EXTREMES: dict[bool, dict[bool, Label]] = {
    True: {False: Label("较高者", "the higher"), True: Label("最高者", "the highest")},
    False: {False: Label("较低者", "the lower"), True: Label("最低者", "the lowest")},
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


def _who(items: Items, row: Trace) -> Label:
    return called(items.of, row.paths[items.of])


def _of(who: Label, reason: Reason) -> Reason:
    """Return a reason as one about an item."""
    between = " " if begins_with_verb(reason.en) else _DASH
    return evolve(reason, zh=f"{who.zh}：{reason.zh}", en=f"{who.en}{between}{reason.en}")


def _together(who: list[Label], what: Label) -> Reason:
    return Reason(
        f"{'、'.join(each.zh for each in who)}：{what.zh}",
        f"{', '.join(each.en for each in who)}{_DASH}{what.en}",
        None,
    )


def _not_known(items: Items) -> Reason:
    return Reason(f"{items.label.zh}不明", f"{the(items.label.en)} {are(items.label.en)} not known", None)


def _unknown(why: Message) -> Reason:
    return Reason(why.text("zh"), why.text("en"), None)


def _stated_zh(tree: Statement, truth: bool | None) -> str:  # noqa: FBT001 - it is a value
    if truth is not None:
        return render(tree if truth else Negation(tree), "zh")
    if isinstance(tree, AnyItem):
        return f"是否{render(tree, 'zh')}，无法判断"
    if isinstance(tree, IsOneOf):
        return f"{tree.label.zh}不明"
    unknown = "，无法判断" if isinstance(tree, ConditionRule) else "不明"
    return f"{whether_zh(tree.label.zh)}{unknown}"


def _stated_en(tree: Statement, truth: bool | None) -> str:  # noqa: FBT001 - it is a value
    if isinstance(tree, IsOneOf | AnyItem):
        if truth is not None:
            return render(tree if truth else Negation(tree), "en")
        if isinstance(tree, IsOneOf):
            return f"{the(tree.label.en)} {are(tree.label.en)} not known"
        one, _, what = render(tree, "en").partition(": ")
        return f"whether {one} is so cannot be told: {what}"
    if truth is None:
        return f"{tree.label.en}: {'cannot tell' if isinstance(tree, ConditionRule) else 'not known'}"
    if is_predicate_en(tree.label.en):
        return tree.label.en if truth else is_not_en(tree.label.en)
    return f"{tree.label.en}: {'yes' if truth else 'no'}"


def _name(tree: Quantity, lang: Language, *, article: bool = False) -> str:
    """Return what a quantity is called; with the article where a sentence needs one."""
    name = render(tree, lang)
    return the(name) if article and isinstance(tree, (*CALLED_BY_LABEL, ItemsTotal, ItemsCount)) else name


def _joined(parts: list[str], sign: str, lang: Language) -> str:
    return (sign if lang == "zh" else f" {sign} ").join(parts)


def _extreme(parts: list[str], lang: Language, *, greatest: bool) -> str:
    word = _EXTREMES[greatest][len(parts) > _SEVERAL].text(lang)
    if lang == "zh":
        return f"{listed(parts, 'zh', word='与')}中的{word}"
    return f"{word} of {listed(parts, 'en', word='and')}"


def _shown(value: Size | None, lang: Language) -> str:
    if value is None:
        return "不明" if lang == "zh" else "not known"
    number = exact(rounded(value.number, _SHOWN_PLACES, "half_up").normalize())
    return said(Amount(number, value.unit), lang)
