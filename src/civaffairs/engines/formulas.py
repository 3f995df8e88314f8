"""Truths and whole numbers, each perhaps unknown, as formulas of a solver. Only this module knows the solver.

What is settled when a formula is written stays a plain truth value or number of Python, so that a rule whose
facts are all fixed comes out as an answer and not as a question to the solver. A number carries its bounds:
with them a product or a quotient of two numbers becomes one case for each value, where one of them has few.

Importing this module raises `ExtraMissing` where z3 is not installed.

Example:
    >>> age = Number.between("age", 0, 150)
    >>> old = age.compared(">=", Number.fixed(80))
    >>> search = Search(seconds=5)
    >>> found = search.find(age.within, old.yes)
    >>> found.number(age.size) >= 80
    True
    >>> search.find(age.within, old.yes, old.no) is Nothing.THERE_IS_NONE
    True
"""

from __future__ import annotations

from enum import Enum
from functools import reduce
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from civaffairs.errors import ExtraMissing, fault, message

try:
    import z3
except ImportError as error:  # pragma: no cover - tried with a Python that lacks it
    raise ExtraMissing(
        fault("extra_missing", purpose=message("purpose_proving"), library="z3-solver", extra="prove")
    ) from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from civaffairs.domain.rules.expr import Comparator
    from civaffairs.domain.units import Rounding

Formula: TypeAlias = Any
"""A truth value, or a formula of the solver that comes to one."""
Whole: TypeAlias = Any
"""A whole number, or a formula of the solver that comes to one."""

FEW = 64
"""Up to so many values of a factor or a divisor, each value is a case of its own: that stays linear."""


# --- truth without unknowns --------------------------------------------------------------------------


def every(parts: Iterable[Formula]) -> Formula:
    """Return that all of several formulas hold.

    Example:
        >>> every([True, True]), every([])
        (True, True)
    """
    left = [part for part in parts if part is not True]
    if any(part is False for part in left):
        return False
    if len(left) > 1:
        return z3.And(left)
    return left[0] if left else True


def some(parts: Iterable[Formula]) -> Formula:
    """Return that one of several formulas holds at least."""
    left = [part for part in parts if part is not False]
    if any(part is True for part in left):
        return True
    if len(left) > 1:
        return z3.Or(left)
    return left[0] if left else False


def opposite(part: Formula) -> Formula:
    """Return that a formula does not hold."""
    return not part if isinstance(part, bool) else z3.Not(part)


def chosen(when: Formula, then: Any, otherwise: Any) -> Any:  # noqa: ANN401 - truths or numbers
    """Return the one where a formula holds, and otherwise the other."""
    if isinstance(when, bool):
        return then if when else otherwise
    if then is otherwise or (_is_plain(then) and _is_plain(otherwise) and then == otherwise):
        return then
    return z3.If(when, then, otherwise)


def variable(name: str) -> Formula:
    """Return a truth value that is open."""
    return z3.Bool(name)


def at_most(number: int, parts: Sequence[Formula]) -> Formula:
    """Return that no more than so many of several formulas hold."""
    open_ones = [part for part in parts if not isinstance(part, bool)]
    left = number - sum(part is True for part in parts)
    if left < 0:
        return False
    return True if left >= len(open_ones) else z3.PbLe([(part, 1) for part in open_ones], left)


def _is_plain(value: object) -> bool:
    return isinstance(value, bool | int)


# --- truth that may be unknown -----------------------------------------------------------------------


@frozen(eq=False)
class Truth:
    """Yes, no, or neither, which means that it cannot be told (Kleene's three-valued logic).

    Attributes:
        yes: where it is known to hold.
        no: where it is known not to hold; nothing is both.
    """

    yes: Formula
    no: Formula

    @classmethod
    def of(cls, holds: Formula, *, known: Formula = True) -> Truth:
        """Return the truth of a formula where it is known."""
        return cls(every([known, holds]), every([known, opposite(holds)]))

    @property
    def known(self) -> Formula:
        """Where it can be told."""
        return some([self.yes, self.no])

    def reversed(self) -> Truth:
        """Return that it is not so."""
        return Truth(self.no, self.yes)


def all_true(truths: Sequence[Truth]) -> Truth:
    """Return that all of several hold: one that does not settles it, whatever is unknown of the others."""
    return Truth(every(each.yes for each in truths), some(each.no for each in truths))


def any_true(truths: Sequence[Truth]) -> Truth:
    """Return that one of several holds."""
    return all_true([each.reversed() for each in truths]).reversed()


# --- numbers that may be unknown ---------------------------------------------------------------------


@frozen(eq=False)
class Number:
    """A whole number that may be unknown.

    Attributes:
        known: where it is known.
        size: what it is there; elsewhere it means nothing.
        least: nothing smaller occurs where it is known.
        most: nothing larger does.
        linear: whether no two open numbers are multiplied in it, which solvers are good at.
    """

    known: Formula
    size: Whole
    least: int
    most: int
    linear: bool = True

    @classmethod
    def fixed(cls, number: int) -> Number:
        """Return a number that is what it is."""
        return cls(True, number, number, number)

    @classmethod
    def unknown(cls) -> Number:
        """Return a number of which nothing is known."""
        return cls(False, 0, 0, 0)

    @classmethod
    def between(cls, name: str, least: int, most: int, *, known: Formula = True) -> Number:
        """Return a number that is open; that it lies within its bounds is for the caller to assume."""
        return cls(known, least if least == most else z3.Int(name), least, most)

    @property
    def within(self) -> Formula:
        """That it lies within its bounds."""
        if isinstance(self.size, int):
            return self.least <= self.size <= self.most
        return z3.And(self.size >= self.least, self.size <= self.most)

    def compared(self, comparator: Comparator, other: Number) -> Truth:
        """Return how it compares with another."""
        return Truth.of(_compared(self, comparator, other), known=every([self.known, other.known]))

    def times(self, factor: int) -> Number:
        """Return so many times as much."""
        edges = sorted((self.least * factor, self.most * factor))
        size = self.size if factor == 1 else self.size * factor if factor else 0
        return Number(self.known, size, edges[0], edges[1], self.linear)

    def where(self, when: Formula) -> Number:
        """Return the number where a formula holds, and otherwise nothing at all: zero."""
        known = some([opposite(when), self.known])
        size = chosen(when, self.size, 0)
        return Number(known, size, min(self.least, 0), max(self.most, 0), self.linear)

    def but_known(self, known: Formula) -> Number:
        """Return the same number, known only where a formula holds too."""
        return Number(every([self.known, known]), self.size, self.least, self.most, self.linear)


def _compared(one: Number, comparator: Comparator, other: Number) -> Formula:
    # The bounds settle many a comparison: an income is never negative.
    match comparator:
        case "=":
            apart = one.most < other.least or other.most < one.least
            return False if apart else one.size == other.size
        case "<":
            return _below(one, other)
        case ">":
            return _below(other, one)
        case "<=":
            return opposite(_below(other, one))
        case ">=":
            return opposite(_below(one, other))


def _below(one: Number, other: Number) -> Formula:
    if one.most < other.least:
        return True
    if one.least >= other.most:
        return False
    return one.size < other.size


def added(numbers: Sequence[Number]) -> Number:
    """Return several numbers added up."""
    fixed = sum(each.size for each in numbers if isinstance(each.size, int))
    terms = [each.size for each in numbers if not isinstance(each.size, int)]
    if len(terms) > 1 or (terms and fixed):
        terms = [z3.Sum([*terms, fixed] if fixed else terms)]
    return Number(
        every(each.known for each in numbers),
        terms[0] if terms else fixed,
        sum(each.least for each in numbers),
        sum(each.most for each in numbers),
        all(each.linear for each in numbers),
    )


def subtracted(one: Number, other: Number) -> Number:
    """Return one number less another."""
    return added([one, other.times(-1)])


def greatest(numbers: Sequence[Number]) -> Number:
    """Return the greatest of several numbers."""
    return reduce(lambda one, other: _picked(one, other, _below(one, other), max), numbers)


def least(numbers: Sequence[Number]) -> Number:
    """Return the least of several numbers."""
    return reduce(lambda one, other: _picked(one, other, _below(other, one), min), numbers)


def _picked(one: Number, other: Number, takes_other: Formula, best: Callable[[int, int], int]) -> Number:
    return Number(
        every([one.known, other.known]),
        chosen(takes_other, other.size, one.size),
        best(one.least, other.least),
        best(one.most, other.most),
        one.linear and other.linear,
    )


def first_of(branches: Sequence[tuple[Truth, Number]], otherwise: Number) -> Number:
    """Return the number of the first branch that holds; unknown where a branch before it cannot be told."""
    found = otherwise
    for when, then in reversed(branches):
        known = some([every([when.yes, then.known]), every([when.no, found.known])])
        # A branch that is never taken does not widen the bounds.
        reachable = [each for each, way in ((then, when.yes), (found, when.no)) if way is not False]
        found = Number(
            known,
            chosen(when.yes, then.size, found.size),
            min((each.least for each in reachable), default=0),
            max((each.most for each in reachable), default=0),
            then.linear and found.linear,
        )
    return found


def multiplied(one: Number, other: Number) -> Number:
    """Return the product of two numbers."""
    few, many = sorted((one, other), key=lambda each: each.most - each.least)
    edges = [a * b for a in (one.least, one.most) for b in (other.least, other.most)]
    known, bounds = every([one.known, other.known]), (min(edges), max(edges))
    if few.most - few.least > FEW:
        return Number(known, one.size * other.size, *bounds, linear=False)
    size = _by_value(few, lambda value: many.size * value if value else 0)
    return Number(known, size, *bounds, linear=one.linear and other.linear)


def divided(over: Number, raised: int, under: Number, lowered: int, rounding: Rounding) -> Number:
    """Return the quotient of two numbers, each first multiplied by a constant; by zero it is unknown."""
    above = over.times(raised)
    known = every([over.known, under.known, opposite(_compared(under, "=", Number.fixed(0)))])
    bound = _bound(above, under, lowered)
    positive = above.least >= 0 and under.least >= 0
    bounds = (0 if positive else -bound, bound)
    if under.most - under.least > FEW and not isinstance(under.size, int):
        down = _rounded(above.size, under.size * lowered, rounding, under)
        return Number(known, down, *bounds, linear=False)

    def by(value: int) -> Whole:
        return _quotient(above, value * lowered, rounding) if value else 0

    return Number(known, _by_value(under, by), *bounds, linear=over.linear and under.linear)


def _bound(above: Number, under: Number, lowered: int) -> int:
    """Return what no quotient is larger than: nothing that is divided by is nearer to zero than one."""
    nearest = under.least if under.least > 0 else -under.most if under.most < 0 else 1
    return -(-max(abs(above.least), abs(above.most)) // max(nearest * lowered, 1))


def _by_value(number: Number, of: Callable[[int], Whole]) -> Whole:
    """Return what comes out of a number with few values, one case for each."""
    if isinstance(number.size, int):
        return of(number.size)
    found = of(number.most)
    for value in range(number.most - 1, number.least - 1, -1):
        found = chosen(number.size == value, of(value), found)
    return found


def _quotient(above: Number, under: int, rounding: Rounding) -> Whole:
    """Divide by a constant that is not zero."""
    if under < 0:
        return _quotient(above.times(-1), -under, rounding)
    if above.least >= 0:
        return _upwards(above.size, under, rounding)
    if above.most <= 0:
        return -_upwards(-above.size, under, rounding)
    return chosen(
        above.size >= 0, _upwards(above.size, under, rounding), -_upwards(-above.size, under, rounding)
    )


def _rounded(above: Whole, under: Whole, rounding: Rounding, divisor: Number) -> Whole:
    """Divide two open numbers; the signs are taken away first, as all roundings are about sizes."""
    size = _upwards(_absolute(above), _absolute(under), rounding)
    same = (above >= 0) == (under >= 0) if divisor.least < 0 else above >= 0
    return chosen(same, size, -size)


def _absolute(size: Whole) -> Whole:
    return abs(size) if isinstance(size, int) else z3.If(size >= 0, size, -size)


def _upwards(above: Whole, under: Whole, rounding: Rounding) -> Whole:
    """Divide two sizes of which neither is negative, by floor division: that of the solver is one here."""
    over, below = above, under
    if rounding == "up":
        over = above + under - 1
    elif rounding == "half_up":
        over, below = above * 2 + under, under * 2
    if isinstance(below, int) and below == 1:
        return over
    return over // below if isinstance(over, int) and isinstance(below, int) else over / below


# --- asking the solver -------------------------------------------------------------------------------


class Nothing(Enum):
    """Why nothing was found."""

    THERE_IS_NONE = "there is none"
    NOT_SETTLED = "not settled"


@frozen(eq=False)
class Found:
    """Values for everything that is open, such that all that was asked for holds."""

    _model: Any

    def truth(self, formula: Formula) -> bool:
        """Return whether a formula holds."""
        if isinstance(formula, bool):
            return formula
        return bool(z3.is_true(self._model.eval(formula, model_completion=True)))

    def number(self, size: Whole) -> int:
        """Return what a number is."""
        return size if isinstance(size, int) else int(self._model.eval(size, model_completion=True).as_long())


@frozen(eq=False)
class Search:
    """A solver with what was assumed so far, and a limit to the time or the work that it takes.

    Attributes:
        seconds: how long all its searches together may take.
        steps: how many steps of the solver one search may take; where this is said, no clock is looked at, so
            that every machine comes to the same answer.
    """

    seconds: float
    steps: int | None = None
    _solver: Any = field(factory=z3.Solver, repr=False)
    _begun: float = field(factory=monotonic, repr=False)

    @property
    def taken(self) -> float:
        """The seconds since it was made."""
        return monotonic() - self._begun

    def assume(self, *formulas: Formula) -> None:
        """Assume formulas from now on."""
        self._solver.add(*formulas)

    def find(self, *formulas: Formula) -> Found | Nothing:
        """Return values for which formulas hold, beside what was assumed; or why there is nothing."""
        left = int((self.seconds - self.taken) * 1000)
        if self.steps is None and left <= 0:
            return Nothing.NOT_SETTLED
        if any(formula is False for formula in formulas):
            return Nothing.THERE_IS_NONE
        self._solver.push()
        try:
            if self.steps is None:
                self._solver.set("timeout", left)
            else:
                self._solver.set("rlimit", self.steps)
            self._solver.add(*formulas)
            answer = self._solver.check()
            if answer == z3.sat:
                return Found(self._solver.model())
            return Nothing.THERE_IS_NONE if answer == z3.unsat else Nothing.NOT_SETTLED
        finally:
            self._solver.pop()
