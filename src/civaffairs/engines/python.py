"""tree → Python, for one case.

A provision becomes the source of two functions. `swift` answers only: it reads facts as they are, and gives
up with `Unsettled` where it meets one that is not known. `traced` notes the value of every node on its way,
knows 'cannot tell', and never gives up. Both compute with whole numbers, in the scales that the shapes of the
tree say, so they agree with the reference evaluation to the fen.

The source is put together from a closed set of nodes, never from text that came from outside: names in it are
made here, and constants are numbers. Named rules are computed once each.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, partial
from itertools import count
from math import lcm
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never, cast

from attrs import evolve, frozen

from civaffairs.domain import models
from civaffairs.domain.models.fact import attribute_of, kind_of
from civaffairs.domain.rulebook import InForce
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
    Opaque,
    Product,
    Quantity,
    Quotient,
    SeriesAt,
    Sum,
    Total,
)
from civaffairs.domain.rules.shape import Shape, Shaper, in_unit, lineage, quotient_factors
from civaffairs.domain.rules.trace import Layout
from civaffairs.domain.units import Unit
from civaffairs.domain.values import Value
from civaffairs.engines.shapes import shaper_of
from civaffairs.errors import Message

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.models.terms import Term
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.domain.rules.trace import Noted

Function: TypeAlias = Callable[..., Any]


class Unsettled(Exception):
    """A fact that is not known was met on the swift way."""


def unsettled() -> Any:  # noqa: ANN401 - it never returns
    """Give up, inside an expression."""
    raise Unsettled


@frozen(eq=False, repr=False, slots=False)
class Program:
    """A provision in one edition, compiled.

    Attributes:
        provision: what was compiled.
        edition: what holds there and then.
        lineage: the models of the things it takes, the outermost first, as in `(household, person, day)`.
        layout: what stands where in what `traced` returns.
        scales: for each amount of the provision the scale in which `swift` returns it.
        source: the source of `traced`.
    """

    provision: Provision
    edition: Edition
    lineage: tuple[str, ...]
    layout: Layout
    scales: tuple[int, ...]
    source: str
    _traced: Function
    _shaper: Shaper

    def swift(self, *things: object, on: date) -> tuple[bool, tuple[int, ...]] | None:
        """Return whether the provision holds and its amounts; None where a fact is missing on the way.

        The amounts are whole numbers in `scales`, in the order of `provision.amounts`; none where the
        condition does not hold.
        """
        try:
            found: tuple[bool, tuple[int, ...]] = self._swift(*things, on)
        except (Unsettled, TypeError, ZeroDivisionError):  # None in a sum, or no one to divide by
            return None
        return found

    def traced(self, *things: object, on: date) -> Noted:
        """Return the value of every node, as `layout` says; this never fails for want of a fact."""
        noted: Noted = self._traced(*things, on)
        return noted

    @cached_property
    def _swift(self) -> Function:
        emitter = _Emitter(self.edition, self._shaper, noting=False)
        scope = emitter.root(self.lineage)
        when = emitter.rule(self.provision.when, scope)
        scope.line(f"if not {when.text}: return False, ()")
        amounts = "".join(f"{emitter.rule(rule, scope).text}, " for rule in self.provision.amounts)
        scope.line(f"return True, ({amounts})")
        return emitter.function(self.provision.id, self.lineage, scope)[0]


def compiled(provision: Provision, edition: Edition) -> Program:
    """Compile a provision as it holds in an edition.

    Raises:
        RuleRefused: where a version in force leads beyond 64 bits.
    """
    outermost_first = tuple(reversed(lineage(provision.of)))
    shaper = shaper_of(edition)
    emitter = _Emitter(edition, shaper, noting=True)
    scope = emitter.root(outermost_first)
    for rule in provision.rules:
        emitter.rule(rule, scope)
    scope.line(f"return ({''.join(f'{name}, ' for name in scope.noted)})")
    function, source = emitter.function(provision.id, outermost_first, scope)
    scales = tuple(shaper.shape(rule).scale for rule in provision.amounts)
    return Program(provision, edition, outermost_first, scope.layout, scales, source, function, shaper)


@frozen(eq=False, repr=False, slots=False)
class _Said(Value):
    """An expression in Python, and whether it can be None, which means that it cannot be told."""

    text: str
    unsure: bool = False


class _Scope:
    """The things in sight at one place of the source: those of the case, or those of one turn of a loop."""

    def __init__(self, things: dict[str, str], depth: int, around: _Scope | None = None) -> None:
        self.things, self.depth, self.around = things, depth, around
        self.layout = Layout()
        self.lines: list[str] = []
        self.noted: list[str] = []
        self.known: dict[int | str, _Said] = {}

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def holder(self, model: str) -> _Scope:
        """Return the scope in which the thing of a model came into sight."""
        scope = self
        while model not in scope.things:
            assert scope.around is not None  # noqa: S101 - what is out of sight was refused when declared
            scope = scope.around
        return scope


class _Emitter:
    """Writes the source, either noting every value or not."""

    def __init__(self, edition: Edition, shaper: Shaper, *, noting: bool) -> None:
        self.edition, self.shaper, self.noting = edition, shaper, noting
        self._names: dict[str, object] = {
            "unsettled": unsettled,
            "down": _down,
            "half_up": _half_up,
            "up": _up,
        }
        self._numbers = count()

    def root(self, outermost_first: tuple[str, ...]) -> _Scope:
        return _Scope({model: f"t_{model}" for model in outermost_first}, 1)

    def function(self, name: str, outermost_first: tuple[str, ...], scope: _Scope) -> tuple[Function, str]:
        """Return the function that was written, and its source."""
        arguments = ", ".join((*(f"t_{model}" for model in outermost_first), "day"))
        source = "\n".join([f"def decided({arguments}):", *scope.lines])
        exec(compile(source, f"<civaffairs {name}>", "exec"), self._names)  # noqa: S102 - see the module's text
        return cast("Function", self._names["decided"]), source

    # --- named rules ---

    def rule(self, rule: Rule, scope: _Scope) -> _Said:
        """Write a named rule once for its thing, and return where its value is."""
        home = scope.holder(rule.of)
        if rule.id not in home.known:
            version = self.edition.rule(rule)
            if isinstance(version, Message):
                said = _Said("None", unsure=True) if self.noting else _Said("unsettled()")
            elif isinstance(rule, AmountRule):
                tree = cast("Quantity", version.value)
                said = self._converted(self.quantity(tree, home), self.shaper.shape(tree), rule.unit)
            else:
                said = self.condition(cast("Condition", version.value), home)
            home.known[rule.id] = said if said.text.isidentifier() else self._assigned(said, home)
            self._note(rule.id, rule, home.known[rule.id], home)
        return home.known[rule.id]

    # --- quantities ---

    def quantity(self, tree: Quantity, scope: _Scope) -> _Said:
        """Write a quantity and return the whole number that it is, in the scale of its shape."""
        if isinstance(tree, AmountRule):
            return self.rule(tree, scope)
        if isinstance(tree, Field | Opaque):
            scope = scope.holder(tree.model)
        if id(tree) not in scope.known:
            said = self._quantity(tree, scope)
            if self.noting and not isinstance(tree, Literal | LocalStandard):
                said = self._assigned(said, scope)
                self._note(id(tree), tree, said, scope)
            scope.known[id(tree)] = said
        return scope.known[id(tree)]

    def _quantity(self, tree: Quantity, scope: _Scope) -> _Said:
        match tree:
            case Literal():
                shape = self.shaper.shape(tree)
                return _Said(_whole(shape.least))
            case LocalStandard():
                if not isinstance(self.edition.standard(tree), InForce):
                    return _Said("None", unsure=True) if self.noting else _Said("unsettled()")
                shape = self.shaper.shape(tree)
                return _Said(_whole(shape.least))
            case Field(places=places):
                fact = self._fact(tree.model, tree.name, scope)
                return self._scaled(fact, 10**places)
            case Opaque():
                from civaffairs.domain.rules.evaluate import computed  # few rules have need of it

                name = self._constant(partial(computed, tree))
                value = f"{name}({scope.holder(tree.model).things[tree.model]}, day)"
                # A function may return a Decimal for a whole number, too.
                return self._scaled(self._settled(value), 10**tree.places, exact=True)
            case Sum(terms):
                return self._joined(tree, terms, scope, " + ")
            case Difference(left, right):
                return self._joined(tree, (left, right), scope, " - ")
            case Greatest(terms):
                return self._joined(tree, terms, scope, ", ", "max")
            case Least(terms):
                return self._joined(tree, terms, scope, ", ", "min")
            case Multiple(ratio, term):
                one = self.quantity(term, scope)
                return self._guarded([one], _times(one.text, Fraction(ratio).numerator))
            case Product(left, right):
                both = [self.quantity(left, scope), self.quantity(right, scope)]
                return self._guarded(both, f"{both[0].text} * {both[1].text}")
            case Quotient():
                return self._quotient(tree, scope)
            case Cases():
                return self._cases(tree, scope)
            case ItemsCount():
                return self._count_of(tree, scope)
            case ItemsTotal():
                return self._total_of(tree, scope)
            case AmountRule() | Observed() | SeriesAt() | Growth() | Total() | Count():
                raise AssertionError(
                    tree
                )  # a rule is written by `rule`, the others were refused when declared
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _joined(
        self, tree: Quantity, terms: tuple[Quantity, ...], scope: _Scope, between: str, function: str = ""
    ) -> _Said:
        shape = self.shaper.shape(tree)
        said = [self._fitted(term, shape, scope) for term in terms]
        if len(said) == 1:
            return said[0]  # max and min of one number take it for a list
        return self._guarded(said, f"{function}({between.join(each.text for each in said)})")

    def _fitted(self, term: Quantity, wanted: Shape, scope: _Scope) -> _Said:
        """Return a term in the unit and scale of another shape, which is a multiple of its own."""
        shape = self.shaper.shape(term)
        factor = shape.factor_to(wanted.unit, wanted.scale)
        said = self.quantity(term, scope)
        return self._guarded([said], _times(said.text, factor)) if factor != 1 else said

    def _converted(self, said: _Said, shape: Shape, unit: Unit) -> _Said:
        factor = shape.unit.factor_to(unit)
        return said if factor.numerator == 1 else self._guarded([said], _times(said.text, factor.numerator))

    def _quotient(self, tree: Quotient, scope: _Scope) -> _Said:
        over, under = self.quantity(tree.numerator, scope), self.quantity(tree.denominator, scope)
        raised, lowered = quotient_factors(
            self.shaper.shape(tree.numerator), self.shaper.shape(tree.denominator), tree
        )
        above, below = _times(over.text, raised), _times(under.text, lowered)
        said = [over, under]
        if self.noting and self.shaper.shape(tree.denominator).least <= 0:
            zero = f"{under.text} is None or not {under.text}" if under.unsure else f"not {under.text}"
            doubt = f"{over.text} is None or {zero}" if over.unsure else zero
            return _Said(f"(None if {doubt} else {tree.rounding}({above}, {below}))", unsure=True)
        if tree.rounding == "down" and self.shaper.shape(tree).least >= 0:
            return self._guarded(said, f"{above} // {_bracketed(below)}")
        return self._guarded(said, f"{tree.rounding}({above}, {below})")

    def _cases(self, tree: Cases, scope: _Scope) -> _Said:
        shape = self.shaper.shape(tree)
        parts: list[tuple[_Said, _Said]] = [
            (self.condition(branch.when, scope), self._fitted(branch.then, shape, scope))
            for branch in tree.branches
        ]
        last = self._fitted(tree.otherwise, shape, scope)
        text, unsure = last.text, last.unsure
        for when, then in reversed(parts):
            unsure = unsure or when.unsure or then.unsure
            text = f"({then.text} if {when.text} else {text})"
            if when.unsure:
                text = f"(None if {when.text} is None else {text})"
        return _Said(text, unsure)

    # --- conditions ---

    def condition(self, tree: Condition, scope: _Scope) -> _Said:
        """Write a condition and return the truth that it is."""
        if isinstance(tree, ConditionRule):
            return self.rule(tree, scope)
        if isinstance(tree, Flag | IsOneOf):
            scope = scope.holder(tree.model)
        if id(tree) not in scope.known:
            said = self._condition(tree, scope)
            if self.noting:
                said = self._assigned(said, scope)
                self._note(id(tree), tree, said, scope)
            scope.known[id(tree)] = said
        return scope.known[id(tree)]

    def _condition(self, tree: Condition, scope: _Scope) -> _Said:
        match tree:
            case Flag(model, name):
                return self._fact(model, name, scope)
            case IsOneOf():
                return self._is_one_of(tree, scope)
            case Compare(left, comparator, right):
                return self._compare(left, comparator, right, scope)
            case AllOf(terms):
                return self._all([self.condition(term, scope) for term in terms], "and", "False", "True")
            case AnyOf(terms):
                return self._all([self.condition(term, scope) for term in terms], "or", "True", "False")
            case Negation(term):
                one = self.condition(term, scope)
                return self._guarded([one], f"not {one.text}")
            case AnyItem():
                return self._any_of(tree, scope)
            case ConditionRule() | Judged():
                raise AssertionError(tree)  # as for quantities
            case _:  # pragma: no cover - the union is closed; mypy proves it
                assert_never(tree)

    def _compare(self, left: Quantity, comparator: str, right: Quantity, scope: _Scope) -> _Said:
        one, other = self.shaper.shape(left), self.shaper.shape(right)
        moved = in_unit(other, one.unit)
        common = evolve(one, scale=lcm(one.scale, moved.scale))
        said = [self._fitted(left, common, scope), self._fitted(right, common, scope)]
        sign = "==" if comparator == "=" else comparator
        return self._guarded(said, f"{said[0].text} {sign} {said[1].text}")

    def _all(self, said: list[_Said], word: str, decisive: str, other: str) -> _Said:
        if not said:
            return _Said(other)
        if not self.noting:
            return _Said(f"({f' {word} '.join(each.text for each in said)})")
        unsure = [each for each in said if each.unsure]
        if not unsure:
            return _Said(f"({f' {word} '.join(each.text for each in said)})")
        decided = " or ".join(f"{each.text} is {decisive}" for each in said)
        doubt = " or ".join(f"{each.text} is None" for each in unsure)
        return _Said(f"({decisive} if {decided} else None if {doubt} else {other})", unsure=True)

    def _is_one_of(self, tree: IsOneOf, scope: _Scope) -> _Said:
        kind = kind_of(attribute_of(getattr(models, tree.model), tree.name))
        members = {each.id: each for each in cast("type[Term]", kind.of)}
        wanted = [self._constant(members[term.id]) for term in tree.terms]
        path = self._path(tree.model, tree.name, scope)
        if kind.several:
            is_one = " or ".join(f"each is {name}" for name in wanted)
            answer = f"any({is_one} for each in v)"
        else:
            answer = "(" + " or ".join(f"v is {name}" for name in wanted) + ")"
        if self.noting:
            return _Said(f"(None if (v := {path}) is None else {answer})", unsure=True)
        return _Said(f"({answer} if (v := {path}) is not None else unsettled())")

    # --- facts ---

    def _fact(self, model: str, name: str, scope: _Scope) -> _Said:
        return self._settled(self._path(model, name, scope))

    def _path(self, model: str, name: str, scope: _Scope) -> str:
        """Return how a fact of a thing is read, through the parts that its name leads through."""
        *parts, last = name.split(".")
        value = scope.holder(model).things[model]
        for part in parts:
            value = f"(None if (part := {value}.{part}) is None else part"
        value += f".{last}" + ")" * len(parts)
        if callable(getattr(_class_of(model, tuple(parts)), last, None)):
            value += "(day)"
        return value

    def _settled(self, value: str) -> _Said:
        if self.noting:
            return _Said(value, unsure=True)
        return _Said(f"(v if (v := {value}) is not None else unsettled())")

    def _scaled(self, said: _Said, scale: int, *, exact: bool = False) -> _Said:
        if scale == 1 and not exact:
            return said
        times = f"x{scale}"
        self._names[times] = Decimal(scale)  # a plain number would become one anew each time
        if self.noting:
            return _Said(f"(None if (v := {said.text}) is None else int(v * {times}))", unsure=True)
        return _Said(f"int({said.text} * {times})")

    # --- collections ---

    def _loop(self, tree: AnyItem | ItemsCount | ItemsTotal, scope: _Scope) -> tuple[_Scope, str]:
        """Begin a loop over the items of a collection and return the scope of one turn."""
        items: Items = tree.items
        one = self._name("m")
        inside = _Scope({items.of: one}, scope.depth + (2 if self.noting else 1), scope)
        return inside, self._items(items, scope)

    def _items(self, items: Items, scope: _Scope) -> str:
        return self._fact(items.model, items.name, scope).text

    def _count_of(self, tree: ItemsCount, scope: _Scope) -> _Said:
        if tree.where is None:
            found = self._items(tree.items, scope)
            if self.noting:
                return _Said(f"(None if (v := {found}) is None else len(v))", unsure=True)
            return _Said(f"len({found})")
        return self._added(tree, tree.where, None, scope)

    def _total_of(self, tree: ItemsTotal, scope: _Scope) -> _Said:
        return self._added(tree, tree.where, tree.of, scope)

    def _added(
        self, tree: ItemsCount | ItemsTotal, where: Condition | None, of: Quantity | None, scope: _Scope
    ) -> _Said:
        """Write a loop that adds up the items for which a condition holds."""
        inside, found = self._loop(tree, scope)
        when = _Said("True") if where is None else self.condition(where, inside)
        size = _Said("1") if of is None else self.quantity(of, inside)
        total = self._name("s")
        (one,) = inside.things.values()
        if not self.noting:
            scope.line(f"{total} = 0")
            scope.line(f"for {one} in {found}:")
            if where is not None:
                inside.line(f"if {when.text}: {total} += {size.text}")
            else:
                inside.line(f"{total} += {size.text}")
            scope.lines.extend(inside.lines)
            return _Said(total)
        adds = f"{total} += {size.text}"
        if size.unsure:
            adds = f"if {size.text} is None: {total}_doubt = True\n{'    ' * inside.depth}else: {adds}"
        if where is None:
            inside.line(adds)
        else:
            inside.line(f"if {when.text} is None: {total}_doubt = True")
            inside.line(f"elif {when.text}:")
            for line in adds.split("\n"):
                inside.lines.append("    " * (inside.depth + 1) + line.strip())
        return self._walked(tree, scope, inside, found, f"{total} = 0", total)

    def _any_of(self, tree: AnyItem, scope: _Scope) -> _Said:
        inside, found = self._loop(tree, scope)
        when = self.condition(tree.where, inside)
        truth = self._name("s")
        (one,) = inside.things.values()
        if not self.noting:
            scope.line(f"{truth} = False")
            scope.line(f"for {one} in {found}:")
            inside.line(f"if {when.text}: {truth} = True; break")
            scope.lines.extend(inside.lines)
            return _Said(truth)
        inside.line(f"if {when.text} is None: {truth}_doubt = True")
        inside.line(f"elif {when.text}: {truth} = True")
        return self._walked(tree, scope, inside, found, f"{truth} = False", truth, settles=True)

    def _walked(  # noqa: PLR0917 - the parts of a loop
        self,
        tree: AnyItem | ItemsCount | ItemsTotal,
        scope: _Scope,
        inside: _Scope,
        found: str,
        begin: str,
        result: str,
        *,
        settles: bool = False,
    ) -> _Said:
        """Write a loop that notes each turn; what is unknown inside makes the result unknown."""
        rows = self._name("r")
        (one,) = inside.things.values()
        scope.line(f"{rows} = {found}")
        scope.line(f"{begin}; {result}_doubt = {rows} is None")
        scope.line(f"if {rows} is not None:")
        scope.line(f"    noted, {rows} = {rows}, []")
        scope.line(f"    for {one} in noted:")
        inside.line(f"{rows}.append(({''.join(f'{name}, ' for name in inside.noted)}))")
        scope.lines.extend(inside.lines)
        doubt = f"{result}_doubt and not {result}" if settles else f"{result}_doubt"
        scope.line(f"if {doubt}: {result} = None")
        scope.layout.rows[id(tree)] = len(scope.noted)
        scope.layout.items[id(tree)] = inside.layout
        scope.noted.append(rows)
        return _Said(result, unsure=True)

    # --- the small change ---

    def _guarded(self, said: list[_Said], text: str) -> _Said:
        unsure = [each.text for each in said if each.unsure]
        if not unsure or not self.noting:
            return _Said(f"({text})")
        doubt = " or ".join(f"{each} is None" for each in dict.fromkeys(unsure))
        return _Said(f"(None if {doubt} else {text})", unsure=True)

    def _assigned(self, said: _Said, scope: _Scope) -> _Said:
        name = self._name("v")
        scope.line(f"{name} = {said.text}")
        return _Said(name, said.unsure)

    def _note(self, key: int | str, node: Expr, said: _Said, scope: _Scope) -> None:
        if not self.noting:
            return
        scope.layout.places[key] = len(scope.noted)
        scope.layout.nodes.append(node)
        if isinstance(node, Quantity):
            scope.layout.shapes[key] = self.shaper.shape(node)
        scope.noted.append(said.text)

    def _constant(self, value: object) -> str:
        name = self._name("k")
        self._names[name] = value
        return name

    def _name(self, letter: str) -> str:
        return f"{letter}{next(self._numbers)}"


def _whole(number: int) -> str:
    return str(number) if number >= 0 else f"({number})"


def _times(text: str, factor: int) -> str:
    return text if factor == 1 else f"{_bracketed(text)} * {factor}"


def _bracketed(text: str) -> str:
    return text if text.isidentifier() or text.isdecimal() else f"({text})"


def _class_of(model: str, parts: tuple[str, ...]) -> type:
    """Return the class of a thing, or of the part of it that a path leads to."""
    cls: type = getattr(models, model)
    for part in parts:
        cls = kind_of(attribute_of(cls, part)).of
    return cls


def _down(over: int, under: int) -> int:
    """Divide and round towards zero."""
    size = abs(over) // abs(under)
    return size if (over < 0) == (under < 0) else -size


def _up(over: int, under: int) -> int:
    """Divide and round away from zero."""
    size = -(-abs(over) // abs(under))
    return size if (over < 0) == (under < 0) else -size


def _half_up(over: int, under: int) -> int:
    """Divide and round halves away from zero."""
    size = (2 * abs(over) + abs(under)) // (2 * abs(under))
    return size if (over < 0) == (under < 0) else -size
