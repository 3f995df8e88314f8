"""Mutants of a rule: the same tree with one thing in it changed, as an author may get it wrong.

A comparison is turned round or its edge moved, a number moved by its smallest step, 'and' made 'or', a term
left out, the rounding changed. Cases that decide the same by the rule and by a mutant of it do not show which
of the two is meant: what the mutant changed is something that they leave untested.

Example:
    >>> from civaffairs.domain.names import Label
    >>> from civaffairs.domain.rules.expr import Field
    >>> from civaffairs.domain.units import Amount
    >>> age = Field("Person", "age_on", Label("年龄", "age"), "岁")
    >>> for mutant in mutants(age >= Amount(80, "岁")):
    ...     print(mutant.text("en"))
    edge: “age is at least 80 years” becomes “age is more than 80 years”
    comparison: “age is at least 80 years” becomes “age is less than 80 years”
    number: “80 years” becomes “79 years”
    number: “80 years” becomes “81 years”
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, assert_never, cast

from attrs import evolve, frozen

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
    Quantity,
    Quotient,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.phrases import rounding
from civaffairs.domain.rules.render import OPPOSITES, Rendered, is_rounding
from civaffairs.domain.units import ROUNDINGS, Amount
from civaffairs.domain.values import Value
from civaffairs.errors import language, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civaffairs.errors import Language


class Change(Enum):
    """What a mutant changes."""

    EDGE = "edge"
    COMPARISON = "comparison"
    NUMBER = "number"
    CONNECTIVE = "connective"
    OPPOSITE = "opposite"
    TERM = "term"
    SIGN = "sign"
    ROUNDING = "rounding"
    BRANCH = "branch"
    YEAR = "year"


@frozen(eq=False, repr=False, slots=False)
class Mutant(Value):
    """A tree with one thing in it changed.

    Attributes:
        change: what was changed.
        before: the node that was changed, or left out.
        after: what stands in its place; None where it was left out.
        tree: the whole tree with the change in it.
    """

    change: Change
    before: Expr
    after: Expr | None
    tree: Expr

    def text(self, lang: Language | None = None) -> str:
        """Return in words what was changed."""
        change, before = message(f"mutant_{self.change.value}"), self._said(self.before)
        if self.after is None:
            return message("mutant_left_out", change=change, before=before).text(lang)
        return message("mutant", change=change, before=before, after=self._said(self.after)).text(lang)

    def _said(self, node: Expr) -> _Rounded | Rendered:
        # A share does not say how it is rounded.
        return _Rounded(node) if self.change is Change.ROUNDING else Rendered(node)


@frozen(eq=False, repr=False, slots=False)
class _Rounded(Value):
    """How a quotient is rounded, as an argument of a message."""

    tree: Expr

    def text(self, lang: Language | None = None) -> str:
        """Return the rounding in words."""
        return rounding(cast("Quotient", self.tree), lang or language())


def mutants(tree: Expr) -> Iterator[Mutant]:
    """Yield the mutants of a tree, each tree once, those of a node before those of the nodes below it."""
    seen = {tree}
    for mutant in _mutants(tree, lambda changed: changed):
        if mutant.tree not in seen:
            seen.add(mutant.tree)
            yield mutant


def _mutants(node: Expr, whole: Callable[[Expr], Expr]) -> Iterator[Mutant]:
    for step in _changed(node):
        before, after = (node, step.after) if step.left_out is None else (step.left_out, None)
        yield Mutant(step.change, before, after, whole(step.after))
    for part, replaced in _parts(node):

        def put(changed: Expr, replaced: Callable[[Expr], Expr] = replaced) -> Expr:
            return whole(replaced(changed))

        yield from _mutants(part, put)


# --- what may be wrong in one node -----------------------------------------------------------------

_EDGES: dict[Comparator, Comparator] = {">=": ">", ">": ">=", "<": "<=", "<=": "<"}


@frozen
class _Step:
    """What may stand in place of a node.

    Attributes:
        change: what was changed.
        after: what stands in its place.
        left_out: the part that was left out, where that is what was done.
    """

    change: Change
    after: Expr
    left_out: Expr | None = None


def _changed(tree: Expr) -> Iterator[_Step]:
    """Yield what may stand in place of a node, its parts as they are."""
    return _changed_quantity(tree) if isinstance(tree, Quantity) else _changed_condition(tree)


def _changed_quantity(tree: Quantity) -> Iterator[_Step]:
    match tree:
        case Literal(amount):
            yield from (
                _Step(Change.NUMBER, Literal(Amount(each, amount.unit))) for each in _near(amount.number)
            )
        case SeriesAt(years_before=years) | Growth(years_before=years):
            yield _Step(Change.YEAR, evolve(tree, years_before=years + 1))
        case Sum(terms):
            yield from _without_one(tree, terms)
        case Difference(left, right):
            yield _Step(Change.SIGN, Sum((left, right)))
            yield _Step(Change.TERM, left, right)
        case Multiple(ratio, _):
            yield from (_Step(Change.NUMBER, evolve(tree, ratio=each)) for each in _near(ratio))
        case Quotient():
            ways = (each for each in ROUNDINGS if each != tree.rounding)
            yield from (_Step(Change.ROUNDING, evolve(tree, rounding=each)) for each in ways)
            near = (tree.places - 1, tree.places + 1)
            yield from (_Step(Change.ROUNDING, evolve(tree, places=each)) for each in near if each >= 0)
        case Greatest(terms):
            yield _Step(Change.CONNECTIVE, Least(terms))
            yield from _without_one(tree, terms)
        case Least(terms):
            yield _Step(Change.CONNECTIVE, Greatest(terms))
            yield from _without_one(tree, terms)
        case Cases(branches, otherwise):
            for position in range(len(branches)):
                others = branches[:position] + branches[position + 1 :]
                left = evolve(tree, branches=others) if others else otherwise
                yield _Step(Change.BRANCH, left, branches[position].when)
        case ItemsCount(where=where) | ItemsTotal(where=where) | Total(where=where) | Count(where=where):
            if where is not None:
                yield _Step(Change.TERM, evolve(tree, where=None), where)
        case Observed() | Field() | LocalStandard() | Opaque() | AmountRule() | Product():
            return
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _changed_condition(tree: Condition) -> Iterator[_Step]:
    match tree:
        case Compare(left, "=", right):
            yield _Step(Change.EDGE, Compare(left, ">=", right))
            yield _Step(Change.EDGE, Compare(left, "<=", right))
            yield _Step(Change.OPPOSITE, Negation(tree))
        case Compare(left, comparator, right):
            yield _Step(Change.EDGE, Compare(left, _EDGES[comparator], right))
            yield _Step(Change.COMPARISON, Compare(left, OPPOSITES[comparator], right))
        case AllOf(terms):
            yield _Step(Change.CONNECTIVE, AnyOf(terms))
            yield from _without_one(tree, terms)
        case AnyOf(terms):
            yield _Step(Change.CONNECTIVE, AllOf(terms))
            yield from _without_one(tree, terms)
        case Negation(term):
            yield _Step(Change.OPPOSITE, term)
        case IsOneOf(terms=terms):
            yield _Step(Change.OPPOSITE, Negation(tree))
            for position in range(len(terms) if len(terms) > 1 else 0):
                others = terms[:position] + terms[position + 1 :]
                yield _Step(Change.TERM, evolve(tree, terms=others), evolve(tree, terms=(terms[position],)))
        case Flag() | Judged() | ConditionRule():
            yield _Step(Change.OPPOSITE, Negation(tree))
        case AnyItem(items, where):
            yield _Step(Change.CONNECTIVE, items.all(where))
            yield _Step(Change.OPPOSITE, Negation(tree))
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _near(number: Decimal) -> tuple[Decimal, Decimal]:
    """Return the numbers one step below and above, in the decimals in which a number is written."""
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(min(cast("int", exponent), 0))
    return number - step, number + step


def _without_one(tree: Sum | Greatest | Least | AllOf | AnyOf, terms: tuple[Any, ...]) -> Iterator[_Step]:
    """Yield a node with one of its terms left out, each in turn."""
    if len(terms) == 1:
        return
    for position in range(len(terms)):
        others = terms[:position] + terms[position + 1 :]
        left = _with(tree, terms=others) if len(others) > 1 else others[0]
        yield _Step(Change.TERM, left, terms[position])


# --- the parts of a node, and the node with another part -------------------------------------------


def _parts(tree: Expr) -> Iterator[tuple[Expr, Callable[[Expr], Expr]]]:
    """Yield the nodes directly below, each with what puts another one in its place."""
    match tree:
        case Sum() | Greatest() | Least() | AllOf() | AnyOf():
            for position, term in enumerate(tree.terms):

                def put_term(new: Expr, at: int = position) -> Expr:
                    return _with(tree, terms=_put(tree.terms, at, new))

                yield term, put_term
        case Difference(left, right) | Product(left, right) | Compare(left, _, right):
            yield left, lambda new: _with(tree, left=new)
            yield right, lambda new: _with(tree, right=new)
        case Quotient(numerator, denominator):
            yield numerator, lambda new: _with(tree, numerator=new)
            if not is_rounding(tree):
                yield denominator, lambda new: _with(tree, denominator=new)
        case Multiple(_, term):
            yield term, lambda new: _with(tree, term=new)
        case Negation(term):
            # What is denied twice is said once: that mutant is there already.
            yield term, lambda new: new.term if isinstance(new, Negation) else _with(tree, term=new)
        case Cases(branches, otherwise):
            for position, branch in enumerate(branches):
                for name in ("when", "then"):

                    def put_branch(new: Expr, at: int = position, name: str = name) -> Expr:
                        return _with(
                            tree,
                            branches=_put(branches, at, evolve(cast("Any", branches[at]), **{name: new})),
                        )

                    yield getattr(branch, name), put_branch
            yield otherwise, lambda new: _with(tree, otherwise=new)
        case ItemsTotal(_, of, where):
            yield of, lambda new: _with(tree, of=new)
            if where is not None:
                yield where, lambda new: _with(tree, where=new)
        case AnyItem(where=where):
            yield where, lambda new: _with(tree, where=new)
        case ItemsCount(where=where) | Total(where=where) | Count(where=where):
            if where is not None:
                yield where, lambda new: _with(tree, where=new)
        case Literal() | Observed() | SeriesAt() | Growth() | Field() | LocalStandard() | Opaque():
            return
        case Flag() | Judged() | IsOneOf() | AmountRule() | ConditionRule():
            return
        case _:  # pragma: no cover - the union is closed; mypy proves it
            assert_never(tree)


def _put(terms: tuple[Any, ...], position: int, new: object) -> tuple[Any, ...]:
    return (*terms[:position], new, *terms[position + 1 :])


def _with(node: Expr, **parts: object) -> Expr:
    """Return a node with other parts; the type checker cannot see which of them a node has."""
    changed: Expr = evolve(cast("Any", node), **parts)
    return changed
