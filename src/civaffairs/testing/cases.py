"""Hypothesis strategies for deciding: rulebooks whose rules make no sense but can be decided, and households.

The rules are well typed: units go together, facts are in sight, nothing leaves 64 bits. They use every
node that a rule about cases may hold, and named rules, versions, gaps, vague starts, superseding and
standards that nobody declared.

Example:
    >>> from datetime import date
    >>> from hypothesis import given, settings
    >>> from civaffairs.engines.deciding import decide
    >>> @settings(max_examples=5, deadline=None)
    ... @given(rulebooks(), households())
    ... def is_decided(rulebook, household):
    ...     assert len(decide(rulebook, household, on=date(2024, 3, 1)))
    >>> is_decided()
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NoReturn, TypeAlias, TypeVar, cast

from attrs import frozen
from hypothesis import reject
from hypothesis import strategies as st

from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import Household, Person, Term
from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules import views
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    Field,
    Flag,
    Items,
    Literal,
    LocalStandard,
    Opaque,
    all_of,
    any_of,
    as_quantity,
    cases,
    greatest,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.vocabulary import TermFact
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import ROUNDINGS, Amount, Unit
from civaffairs.engines.deciding import program_of
from civaffairs.errors import RuleRefused
from civaffairs.testing import strategies as some

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from civaffairs.domain.rules.expr import Condition, Operand, Quantity, Rule

V = TypeVar("V")
Named: TypeAlias = "tuple[Rule, ...]"

EARLIEST = date(2019, 1, 1)
"""The first day of `days`; nobody who is drawn is born after it."""
LATEST = date(2026, 12, 31)
"""The last day of `days`; no rule changes after it."""

_SOURCE = Document("china/rules", Label("办法", "Rules"), "", 2019)
_EARLIER = Label("更早的没有收录", "nothing earlier is modelled")
_GAP = Label("当时没有规定", "there was no rule then")
_FIRST = "2010"
_STARTS = ("2019-01-01", "2020-07", "2022", "2023-03-15", "2025-01-01")
_UNITS = tuple(
    Unit.parse(each) for each in ("元/月", "元/人·月", "元", "元/年", "人", "项", "岁", "月", "年", "1", "%")
)
_PERSONS, _RATIO, _MONEY, _PER_HEAD, _MONTHS = (
    Unit.parse(each) for each in ("人", "1", "元/月", "元/人·月", "月")
)
_DEPTHS = st.sampled_from((1, 2, 2, 3))
_NODES = [node for view in (getattr(views, name) for name in views.__all__) for node in vars(view).values()]
_MODELS: dict[str, type] = {"Household": Household, "Person": Person}
_NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
_CITY = Jurisdiction("city", Label("某市", "a city"), Level.PROVINCE, "990000", "china", fictional=True)
_DISTRICT = Jurisdiction(
    "district", Label("某区", "a district"), Level.DISTRICT, "990101", "city", fictional=True
)


def days() -> SearchStrategy[date]:
    """Draw days on which a case may be decided: before the first rule, on the days of changes and between."""
    return st.dates(EARLIEST, LATEST) | st.sampled_from([Period.parse(start).first_day for start in _STARTS])


def households(*, until: date = EARLIEST) -> SearchStrategy[Household]:
    """Draw households of which everything, most or half is known; nobody in them is born after `until`."""
    return st.sampled_from((0, 0, 20, 2)).flatmap(
        lambda unknown: some.models(Household, unknown=unknown, until=until)
    )


@st.composite
def rulebooks(draw: DrawFn, *, opaque: bool = True) -> Rulebook:
    """Draw a rulebook of a district within a city: named rules that rest on one another, and two provisions.

    Args:
        draw: given by hypothesis.
        opaque: whether functions are drawn too, which look at any facts they like.
    """
    rules: Named = ()
    for number in range(draw(st.integers(0, 4))):
        rules += _rules(draw, f"rule_{number}", draw(st.sampled_from(tuple(_MODELS))), rules, opaque=opaque)
    provisions: list[Provision] = []
    for model in _MODELS:
        name = model.lower()
        when = _conditions(draw, f"{name}_when", model, rules, opaque=opaque)
        amount = _amounts(draw, f"{name}_amount", model, _unit(draw), rules, opaque=opaque, paid=True)
        starts = _term(draw, f"{name}_starts", model)
        rules += (*when, *amount, starts)
        provisions.append(
            Provision(
                f"{name}_provision",
                "china",
                Label("规定", "provision"),
                Topic.SOCIAL_ASSISTANCE,
                draw(st.sampled_from(ProvisionKind)),
                when[0],
                amount=amount[0],
                starts_after=starts,
            )
        )
    book = Rulebook.of((_DISTRICT, _CITY, _NATION), rules, provisions, _standards(draw))
    if any(len(several) > 1 for several in book.rules.values()):
        _within_bounds(book)
    return book


def _within_bounds(book: Rulebook) -> None:
    """Give up where a rule that replaces another leads those that rest on it beyond 64 bits."""
    for day in (EARLIEST, *book.days_of_change()):
        for provision in book.provisions.values():
            try:
                program_of(provision, book.on(day))
            except RuleRefused as refusal:
                _only_overflow(refusal)


# --- named rules -----------------------------------------------------------------------------------


def _rules(draw: DrawFn, name: str, model: str, rules: Named, *, opaque: bool) -> Named:
    if draw(st.booleans()):
        return _conditions(draw, name, model, rules, opaque=opaque)
    return _amounts(draw, name, model, _unit(draw), rules, opaque=opaque)


def _conditions(
    draw: DrawFn, name: str, model: str, rules: Named, *, opaque: bool
) -> tuple[ConditionRule, ...]:
    """Draw a condition of the nation, and now and then one of the district that replaces it."""
    maker = _Maker(draw, rules, opaque=opaque)
    found: tuple[ConditionRule, ...] = ()
    for place in _places(draw):
        above = found[-1] if found else None
        timeline = _timeline(draw, lambda: maker.condition(model, draw(_DEPTHS)))
        try:
            rule = condition_rule(name, place, _label(name), _MODELS[model], timeline, supersedes=above)
        except RuleRefused as refusal:
            _only_overflow(refusal)
        found = (*found, rule)
    return found


def _amounts(
    draw: DrawFn, name: str, model: str, unit: Unit, rules: Named, *, opaque: bool, paid: bool = False
) -> tuple[AmountRule, ...]:
    """Draw an amount, as `_conditions` does a condition; what is paid is rounded."""
    maker = _Maker(draw, rules, opaque=opaque)

    def tree() -> Quantity:
        found = maker.quantity(model, unit, draw(_DEPTHS))
        return found.rounded(unit, places=draw(st.integers(0, 2)), rounding="down") if paid else found

    found: tuple[AmountRule, ...] = ()
    for place in _places(draw):
        above = found[-1] if found else None
        timeline = _timeline(draw, tree)
        try:
            rule = amount_rule(name, place, _label(name), _MODELS[model], unit, timeline, supersedes=above)
        except RuleRefused as refusal:
            _only_overflow(refusal)
        found = (*found, rule)
    return found


def _term(draw: DrawFn, name: str, model: str) -> AmountRule:
    """Draw how many months something takes."""
    months = as_quantity(Amount(draw(st.integers(0, 12)), _MONTHS))
    timeline = dated(_EARLIER, Since(Period.parse(_FIRST), months, _SOURCE.at(name)))
    return amount_rule(name, "china", _label(name), _MODELS[model], _MONTHS, timeline)


def _places(draw: DrawFn) -> tuple[str, ...]:
    return draw(
        st.sampled_from((("china",), ("china",), ("china", "district"), ("china", "city", "district")))
    )


def _only_overflow(refusal: RuleRefused) -> NoReturn:
    """Give up the example where numbers grew beyond 64 bits; any other refusal is a fault of this module."""
    assert {each.code for each in refusal.faults} == {"rule_overflows"}, refusal
    reject()


def _timeline(draw: DrawFn, value: Callable[[], V]) -> Timeline[V]:
    later = draw(st.lists(st.sampled_from(_STARTS), max_size=2, unique=True).map(sorted))
    starts = later if later and not draw(st.integers(0, 3)) else [_FIRST, *later]
    entries: list[Since[V] | NotModelled] = [
        Since(Period.parse(start), value(), _SOURCE.at(start)) for start in starts
    ]
    if len(starts) > 1 and draw(st.integers(0, 3)) == 3:
        entries[-1] = NotModelled(_GAP, since=starts[-1])
    return dated(_EARLIER, *entries)


def _standards(draw: DrawFn) -> list[Standard]:
    """Draw some of the standards that rules refer to; of the others nothing is known."""
    return [
        Standard(
            _standard_of(unit, number).id,
            draw(st.sampled_from(("china", "district"))),
            _label("standard"),
            unit,
            Topic.SOCIAL_ASSISTANCE,
            _timeline(draw, lambda unit=unit: Amount(draw(_numbers(0)), unit)),  # type: ignore[misc]
            Freedom.SET,
        )
        for unit in _UNITS
        for number in (0, 1)
        if draw(st.integers(0, 9))
    ]


def _standard_of(unit: Unit, number: int) -> LocalStandard:
    name = f"standard_{_UNITS.index(unit)}_{number}"
    return LocalStandard(name, _label(name), unit, most=10_000)


def _label(name: str) -> Label:
    return Label(f"规则{name}", name.replace("_", " "))


def _unit(draw: DrawFn) -> Unit:
    return draw(st.sampled_from(_UNITS))


def _numbers(least: int = -50) -> SearchStrategy[Decimal]:
    """Draw numbers that facts come near to, most of them whole."""
    return st.integers(least, 150).map(Decimal) | st.decimals(least, 9999, places=2)


# --- trees -----------------------------------------------------------------------------------------


@frozen
class _Maker:
    """Draws well-typed trees about the things of a model, of which some may refer to named rules."""

    draw: DrawFn
    rules: Named
    opaque: bool

    def quantity(self, model: str, unit: Unit, depth: int) -> Quantity:
        """Draw a quantity whose unit goes with `unit`."""
        seen = lineage(model)
        leaves: list[Callable[[], Operand]] = [lambda: Amount(self.draw(_numbers()), unit)]
        nodes: list[Quantity] = [
            *(each for each in _NODES if isinstance(each, Field)),
            *(each for each in self.rules if isinstance(each, AmountRule)),
            *((_standard_of(unit, 0), _standard_of(unit, 1)) if unit in _UNITS else ()),
            *(_opaque(each, unit) for each in seen if self.opaque and each in _MODELS),
        ]
        fitting = [each for each in nodes if _about(each) in (*seen, None) and _unit_of(each).goes_with(unit)]
        if fitting:
            leaves += [lambda: self.draw(st.sampled_from(fitting))] * 3
        if not depth:
            return as_quantity(self._one_of(leaves)())
        return as_quantity(self._one_of([*leaves, *self._bigger(model, unit, depth - 1)])())

    def _bigger(self, model: str, unit: Unit, depth: int) -> list[Callable[[], Operand]]:
        draw = self.draw

        def part() -> Quantity:
            return self.quantity(model, unit, depth)

        def parts() -> list[Quantity]:
            return [part() for _ in range(draw(st.integers(1, 3)))]

        def rounding(over: Quantity, under: Quantity) -> Quantity:
            return over.divided_by(
                under, unit, places=draw(st.integers(0, 3)), rounding=draw(st.sampled_from(ROUNDINGS))
            )

        def ratio() -> Quantity:
            return self.quantity(model, _RATIO, min(depth, 1))

        made: list[Callable[[], Operand]] = [
            lambda: greatest(*parts()),
            lambda: least(*parts()),
            lambda: part() + part(),
            lambda: part() - part(),
            lambda: part() * draw(st.sampled_from(("0.6", "1.3", "3", "0", "-0.25"))),
            lambda: cases(
                *((self.condition(model, depth), part()) for _ in range(draw(st.integers(1, 2)))),
                otherwise=part(),
            ),
            lambda: rounding(part(), Literal(Amount(1, _RATIO))),
            lambda: rounding(part(), ratio()),
            lambda: rounding(part().times(part()), part()),
            lambda: ratio().times(part()),
        ]
        if unit == _PER_HEAD:
            made += [
                lambda: rounding(self.quantity(model, _MONEY, depth), self.quantity(model, _PERSONS, depth))
            ] * 3
        if unit == _MONEY:
            made += [
                lambda: self.quantity(model, _PER_HEAD, depth).times(self.quantity(model, _PERSONS, depth))
            ]
        collections = self._collections(model)
        if collections:
            made += [lambda: self._total(draw(st.sampled_from(collections)), unit, depth)] * 3
        counted = [each for each in collections if each.unit.goes_with(unit)]
        if counted:
            made += [lambda: self._count(draw(st.sampled_from(counted)), depth)] * 4
        return made

    def condition(self, model: str, depth: int) -> Condition:
        """Draw a condition."""
        seen = lineage(model)
        nodes = [
            *(each for each in _NODES if isinstance(each, Flag | TermFact)),
            *(each for each in self.rules if isinstance(each, ConditionRule)),
        ]
        fitting = [each for each in nodes if _about(each) in seen]
        leaves: list[Callable[[], Condition]] = [lambda: self._stated(self.draw(st.sampled_from(fitting)))]
        if not depth:
            return self._one_of(leaves)()
        draw, inside = self.draw, depth - 1

        def part() -> Condition:
            return self.condition(model, inside)

        def compared() -> Condition:
            unit = _unit(draw)
            one, other = self.quantity(model, unit, inside), self.quantity(model, unit, inside)
            kinds = (one.__lt__, one.__le__, one.__gt__, one.__ge__, one.equals)
            return draw(st.sampled_from(kinds))(other)

        made: list[Callable[[], Condition]] = [
            *leaves,
            *([compared] * 3),
            lambda: all_of(*(part() for _ in range(draw(st.integers(1, 3))))),
            lambda: any_of(*(part() for _ in range(draw(st.integers(1, 3))))),
            lambda: ~part(),
        ]
        collections = self._collections(model)
        if collections:
            made += [lambda: self._any(draw(st.sampled_from(collections)), inside)] * 2
        return self._one_of(made)()

    def _total(self, items: Items, unit: Unit, depth: int) -> Quantity:
        of = self.quantity(items.of, unit, depth)
        return items.total(of, where=self._where(items, depth))

    def _count(self, items: Items, depth: int) -> Quantity:
        return items.count(where=self._where(items, depth))

    def _where(self, items: Items, depth: int) -> Condition | None:
        return self.condition(items.of, depth) if self.draw(st.booleans()) else None

    def _any(self, items: Items, depth: int) -> Condition:
        inside = self.condition(items.of, depth)
        return items.any(inside) if self.draw(st.booleans()) else items.all(inside)

    def _stated(self, node: Flag | TermFact[Term] | ConditionRule) -> Condition:
        if not isinstance(node, TermFact):
            return node
        terms = st.lists(st.sampled_from(node.known), min_size=1, max_size=3, unique=True)
        return node.is_one_of(*self.draw(terms))

    def _collections(self, model: str) -> list[Items]:
        return [each for each in _NODES if isinstance(each, Items) and each.model in lineage(model)]

    def _one_of(self, made: Sequence[V]) -> V:
        return self.draw(st.sampled_from(made))


def _about(node: object) -> str | None:
    """The model that a leaf looks at; None where it looks at no thing."""
    if isinstance(node, AmountRule | ConditionRule):
        return node.of
    return None if isinstance(node, LocalStandard) else cast("Field", node).model


def _unit_of(node: Quantity) -> Unit:
    return cast("Field", node).unit


def _opaque(model: str, unit: Unit) -> Opaque:
    compute = _of_household if model == "Household" else _of_person
    return Opaque(
        "opaque",
        model,
        Label("另算", "computed"),
        unit,
        Decimal(-2),
        Decimal(100),
        2,
        _SOURCE.at("x"),
        compute,
    )


def _of_household(thing: object, day: date) -> Decimal | int | None:
    household = cast("Household", thing)
    return None if household.id is None else len(household.members) - day.month % 3


def _of_person(thing: object, day: date) -> Decimal | int | None:
    person = cast("Person", thing)
    return None if person.sex is None else Decimal(person.born.month) / 4 - day.month % 2
