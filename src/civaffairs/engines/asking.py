"""A question put to the solver: an open case of one size, the trees read about it, and what came back.

What the solver finds is a witness only once it is a case: built through the models, and looked at with the
reference evaluation.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.rulebook import Edition, Rulebook
from civaffairs.domain.rules.evaluate import Things
from civaffairs.domain.rules.expr import Field, LocalStandard
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.units import Amount
from civaffairs.domain.values import Value
from civaffairs.engines.formulas import Number, Search
from civaffairs.engines.open_cases import Moved, Thing, list_of, made, open_case
from civaffairs.engines.smt import Reader
from civaffairs.errors import CivaffairsError, Message, RuleRefused, fault, language, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civaffairs.domain.names import Label
    from civaffairs.domain.rules.expr import Condition, Quantity
    from civaffairs.engines.formulas import Found, Truth
    from civaffairs.errors import Language


@frozen(eq=False, repr=False, slots=False)
class Limits(Value):
    """Over which cases a proof goes, and how long it may take.

    Attributes:
        members: the most members of a household; every number from one up is looked at.
        items: the most items of any other list: incomes of a person, parents of a child, checks of a year.
        seconds: how long the whole proof may take.
        steps: how many steps of the solver each of its searches may take, instead of seconds: every machine
            comes to the same answer with them.
        complete: whether everything is known that may be; otherwise any fact that may be unknown is open in
            that, too.
        any_standards: whether local standards may be whatever they can be, and not only what they are there
            and then.
    """

    members: int = 4
    items: int = 2
    seconds: float = 10
    complete: bool = True
    any_standards: bool = False
    steps: int | None = None

    @property
    def said(self) -> Message:
        """How long it may take, for a reader."""
        if self.steps is None:
            return message("limit_seconds", seconds=self.seconds)
        return message("limit_steps", steps=f"{self.steps:,}")


@frozen(eq=False, repr=False, slots=False)
class Question:
    """About what a claim is: the things of a model, in a place on a day.

    Attributes:
        rulebook: that of the place.
        on: the day.
        of: the name of the model; None for standards alone.
        limits: over which cases the proof goes.
    """

    rulebook: Rulebook
    on: date
    of: str | None
    limits: Limits = field(factory=Limits)

    @property
    def edition(self) -> Edition:
        """What holds there and then."""
        return self.rulebook.on(self.on)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many members the households have that are looked at; one zero where there is no household."""
        households = self.of is not None and lineage(self.of)[-1] == "Household"
        return tuple(range(1, self.limits.members + 1)) if households else (0,)


@frozen(eq=False, repr=False, slots=False)
class Witness:
    """Cases that show something, built through their models and tried with the reference evaluation.

    Attributes:
        cases: one case, or the same before and after a change.
        standards: the local standards for which they show it, where these were open.
    """

    cases: tuple[object, ...]
    standards: tuple[tuple[LocalStandard, Amount], ...] = ()


@frozen(eq=False)
class Asked:
    """An open case of one size, with the solver that is asked about it.

    Attributes:
        question: what is asked about.
        size: how many members the household has; zero where there is no household.
        case: the open case.
        things: the things that trees are about, by model, the outermost first; of lists the first item.
        reader: what reads trees about it.
        search: the solver.
    """

    question: Question
    size: int
    case: Thing
    things: Mapping[str, Thing]
    reader: Reader
    search: Search

    @classmethod
    def of(cls, question: Question, size: int, seconds: float) -> Asked:
        """Return what is asked of households of one size, or of another thing, for so many seconds."""
        limits, outermost_first = question.limits, lineage(question.of or "")[::-1]

        def lengths(path: str) -> tuple[int, int]:
            return (size, size) if path == "members" else (0, limits.items)

        case = open_case(outermost_first[0], question.on, lengths, complete=limits.complete)
        things = {case.model: case}
        for model in outermost_first[1:]:
            things[model] = _first(next(reversed(things.values())), model)
        reader = Reader(question.edition, limits.any_standards)
        return cls(question, size, case, things, reader, Search(seconds, limits.steps))

    def condition(self, tree: Condition) -> Truth:
        """Read a condition about the things.

        Raises:
            RuleRefused: where something in it is out of sight, or has no place in a rule about cases.
        """
        self._in_sight(self.reader.shaper.about(tree))
        return self.reader.condition(tree, self.things)

    def quantity(self, tree: Quantity) -> Number:
        """Read a quantity; see `condition`."""
        self._in_sight(self.reader.shaper.shape(tree).about)
        return self.reader.quantity(tree, self.things)

    def _in_sight(self, about: frozenset[str]) -> None:
        strangers = sorted(about - self.things.keys())
        if strangers:
            raise RuleRefused(
                *(fault("fact_out_of_sight", model=each, of=self.question.of or "-") for each in strangers)
            )

    def ones_of(self, model: str) -> tuple[Thing, ...]:
        """Return one thing of a model of each sort: the one in sight, or the first within it; and another.

        Where a person is in sight, an income is theirs or that of another member. Which of several others it
        is makes no difference: no rule tells them apart.

        Raises:
            RuleRefused: where there is none.
        """
        if model not in self.things and self.question.of not in lineage(model):
            raise RuleRefused(fault("fact_out_of_sight", model=model, of=self.question.of or "-"))
        found = [self.case]
        for each in lineage(model)[-2::-1]:
            found = [item for thing in found for item in self._sorts(thing, each)]
        return tuple(found)

    def _sorts(self, thing: Thing, model: str) -> tuple[Thing, ...]:
        """Return the first of the items of a thing; where that is the one in sight, another one too."""
        items = thing.listed(list_of(thing.type, model)).items
        return items[:2] if items and items[0] is self.things.get(model) else items[:1]

    def assume(self) -> None:
        """Assume what is guaranteed of the case, once all trees were read."""
        self.search.assume(*self.reader.assumed(self.case), *(each.present for each in self.things.values()))

    def witness(self, found: Found, moved: Moved | None = None) -> Witness | Message:
        """Return the case that was found, or why it is none."""
        standards = tuple(
            (standard, Amount(Decimal(found.number(number.size)).scaleb(-2), standard.unit))
            for standard, number in self.reader.standards.values()
        )
        try:
            return Witness((made(self.case, found, moved),), standards)
        except CivaffairsError as error:
            return message("unsettled_refused", fault=error.faults[0])

    def tried(self, witness: Witness, position: int) -> tuple[CaseFacts, Things]:
        """Return the facts and things with which the reference evaluation looks at a witness."""
        case: Any = witness.cases[position]
        things = {self.case.model: case}
        for model in [*self.things][1:]:
            (name,) = (list_of(type(case), model),)
            for step in name.split("."):
                case = getattr(case, step)
            things[model] = case = case[0]
        amounts = {standard.id: amount for standard, amount in witness.standards}
        return _WithStandards(self.question.edition, self.question.on, amounts), Things(things)

    def untried(self) -> Message:
        """Why what was found is no witness: a function computes something else, or this library is wrong."""
        opaque = next(iter(self.reader.computed.values()), None)
        return message("unsettled_opaque", what=opaque[0].label) if opaque else message("unsettled_untried")

    @property
    def absent(self) -> Several | None:
        """Why rules and standards that were read are unknown there and then; None where none is."""
        reasons = tuple(dict.fromkeys(self.reader.absent.values()))
        return Several(reasons) if reasons else None

    def lacking(self) -> Message | None:
        """That it rests on rules or standards that are unknown there and then; None where none is."""
        return None if self.absent is None else message("unsettled_unknown", missing=self.absent)

    def why_not(self) -> Message:
        """Why the solver did not come to an end."""
        limit = self.question.limits.said
        if not self.size:
            return message("unsettled_time" if self.reader.linear else "unsettled_nonlinear", limit=limit)
        code = "unsettled_time_members" if self.reader.linear else "unsettled_nonlinear_members"
        return message(code, limit=limit, members=self.size)


@frozen
class Several:
    """Several messages or names in one place of a sentence."""

    parts: tuple[Message | Label, ...]

    def text(self, lang: Language | None = None) -> str:
        """Return them one after the other."""
        chosen = lang or language()
        return ("；" if chosen == "zh" else "; ").join(part.text(chosen) for part in self.parts)


def _first(thing: Thing, model: str) -> Thing:
    return thing.listed(list_of(thing.type, model)).items[0]


@frozen
class _WithStandards(CaseFacts):
    """Facts with other standards than those that are in force."""

    amounts: Mapping[str, Amount] = field(factory=dict)

    def local(self, standard: LocalStandard) -> Amount | Message:
        """Return the standard for which something was found."""
        return self.amounts[standard.id] if standard.id in self.amounts else super().local(standard)


@frozen(eq=False)
class Change:
    """A quantity of a case before and after one number of one thing in it has grown.

    Attributes:
        asked: the case, with the solver that is asked about it.
        moved: the number after the change.
        before: the quantity before it.
        after: the quantity after it.
        rise: by how much the number has grown; that it has is for the caller to assume.
    """

    asked: Asked
    moved: Moved
    before: Number
    after: Number
    rise: Number

    @classmethod
    def of(cls, quantity: Quantity, fact: Field, thing: Thing, asked: Asked) -> Change:
        """Read a quantity before and after a fact has grown, and assume what is guaranteed of both.

        Raises:
            RuleRefused: where something in it is out of sight, or has no place in a rule about cases.
        """
        number = thing.number(fact)
        holder, name = thing.holder(fact.name)
        grown = Number.between("after the change", number.least, number.most, known=number.known)
        moved = Moved(holder.path, name, grown)
        later = evolve(asked.reader, moved=moved, known={})
        before = asked.quantity(quantity)
        after = later.quantity(quantity, asked.things)
        asked.assume()
        asked.search.assume(thing.present, grown.within, *later.assumed(asked.case))
        rise = Number(
            number.known, grown.size - number.size, number.least - number.most, number.most - number.least
        )
        return cls(asked, moved, before, after, rise)

    def witness(self, found: Found) -> Witness | Message:
        """Return the case that was found, before and after."""
        first = self.asked.witness(found)
        second = self.asked.witness(found, self.moved)
        if isinstance(first, Message):
            return first
        return second if isinstance(second, Message) else evolve(first, cases=first.cases + second.cases)
