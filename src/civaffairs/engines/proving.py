"""Invariants, proved for every household, or refuted by one that breaks them.

A proof is for a place on a day, for households of one up to so many members whose lists hold up to so many
items each; all figures are open, each within the range that its model declares, and everything is assumed
known that may be known, unless asked otherwise. A claim about standards alone is looked up instead, on every
date on which one of them changes. What comes out is one of five things, never mixed up:

- `Proved`: no case breaks it, and there are cases to which it applies;
- `Refuted`: here is a case that breaks it, built through the models and tried with the reference evaluation;
- `Vacuous`: no case breaks it, since it never applies;
- `Unsettled`: the solver did not come to an end in time, or what it found could not be tried; the reason says
  which;
- `OnlyTested`: it is about figures that are published over the years or in plans, and no solver is asked.

Example:
    >>> from datetime import date
    >>> from civaffairs import Amount, load
    >>> from civaffairs.domain.invariants import Always
    >>> from civaffairs_china.dibao import dibao_admission, dibao_amount
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> due = Always(~dibao_admission | (dibao_amount > Amount(0, "元/月")))
    >>> proof = prove_claim(due, Question(taoyuan, date(2024, 9, 1), "Household"))
    >>> print(proof.said.text("en"))
    proved for households of up to 4 members, with up to 2 incomes and the like each
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from civaffairs.domain import models
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.invariants import Always, Claim, Invariant, Moves, Way, premises
from civaffairs.domain.models.fact import label_of
from civaffairs.domain.rules.evaluate import Unknown, holds, measure
from civaffairs.domain.rules.expr import Condition
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.units import Size
from civaffairs.engines.asking import Asked, Change, Limits, Question, Several, Witness
from civaffairs.engines.formulas import Found, Nothing, Number
from civaffairs.engines.published import LookedUp, looked_up
from civaffairs.errors import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from civaffairs.domain.exemptions import Exemption
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.engines.formulas import Formula, Truth


@frozen(eq=False, repr=False, slots=False)
class Outcome:
    """What every outcome says.

    Attributes:
        question: about what the claim is.
        seconds: how long it took.
    """

    question: Question
    seconds: float


@frozen(eq=False, repr=False, slots=False)
class Proved(Outcome):
    """No case breaks the claim, and there are cases to which it applies.

    Attributes:
        absent: why rules and standards are unknown there and then: where they matter, nothing is proved.
        published: of a claim about standards alone, the dates on which they were looked at.
    """

    absent: Several | None = None
    published: LookedUp | None = None

    @property
    def said(self) -> Message:
        """What was proved, for a reader."""
        if self.absent is None:
            return self.scope
        return message("proved_but", said=self.scope, absent=self.absent)

    @property
    def scope(self) -> Message:
        """Over what it was proved, for a reader."""
        limits = self.question.limits
        if self.published is not None:
            return _said_of_dates(self.published)
        if self.question.sizes == (0,):
            return message("proved_for_all", model=label_of(getattr(models, self.question.of or "")))
        return message("proved_up_to", members=limits.members, items=limits.items)


@frozen(eq=False, repr=False, slots=False)
class Refuted(Outcome):
    """A case breaks the claim.

    Attributes:
        witness: the case; for `Moves` the case before and after; none where standards break it.
        published: of a claim about standards alone, the dates on which they were looked at.
    """

    witness: Witness
    published: LookedUp | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which it is broken."""
        return (self.question.on,) if self.published is None else self.published.broken

    @property
    def said(self) -> Message:
        """What was found, for a reader."""
        if self.published is not None:
            broken = ", ".join(day.isoformat() for day in self.published.broken)
            return message("refuted_by_standards", days=broken)
        if self.witness.standards:
            each = (
                message("standard_is", what=one.label, amount=size) for one, size in self.witness.standards
            )
            return message("refuted_with_standards", standards=Several(tuple(each)))
        return message("refuted_by_case")


@frozen(eq=False, repr=False, slots=False)
class Vacuous(Outcome):
    """No case breaks the claim, but it never applies to one.

    Attributes:
        premise: what never holds; None where the quantity never moves with the fact.
    """

    premise: Condition | None

    @property
    def said(self) -> Message:
        """Why it says nothing, for a reader."""
        if self.premise is None:
            return message("vacuous_unmoved")
        return message("vacuous_premise", premise=Rendered(self.premise))


@frozen(eq=False, repr=False, slots=False)
class Unsettled(Outcome):
    """It is not known whether a case breaks the claim.

    Attributes:
        said: why not, for a reader.
    """

    said: Message


@frozen(eq=False, repr=False, slots=False)
class OnlyTested(Outcome):
    """No solver is asked: the claim is about figures that are published over the years, or in plans."""

    @property
    def said(self) -> Message:
        """Why it is not proved, for a reader."""
        return message("only_tested")


Proof: TypeAlias = Proved | Refuted | Vacuous | Unsettled | OnlyTested


def prove(invariant: Invariant, rulebook: Rulebook, on: date, limits: Limits | None = None) -> Proof:
    """Prove or refute an invariant as it holds in a place on a day.

    Raises:
        RuleRefused: where something in it has no place in a rule about cases, or is out of sight.
        DeclarationError: where it rests on a rule that nobody declares.
    """
    return prove_claim(invariant.claim, Question(rulebook, on, invariant.of, limits or Limits()))


def prove_claim(claim: Claim, question: Question) -> Proof:
    """Prove or refute a claim; raises as `prove` does."""
    if isinstance(claim, Moves):
        return _moves(claim, question)
    if isinstance(claim, Always):
        return (_always if question.of else _about_standards)(claim.condition, question)
    return OnlyTested(question, 0)


def exemption_of(proof: Proof, name: str, declared: Iterable[Exemption]) -> Exemption | None:
    """Return what declares that an invariant of this name is known to be broken, on each day on which it is.

    Only what is refuted needs one. None where a day is left that nobody declares.
    """
    if not isinstance(proof, Refuted):
        return None
    exemptions = tuple(declared)
    found = [next((x for x in exemptions if x.covers("invariants", name, day)), None) for day in proof.days]
    return None if None in found else found[0]


# --- standards alone -----------------------------------------------------------------------------------


def _about_standards(condition: Condition, question: Question) -> Proof:
    """Decide a condition in which nothing is open: on one day every standard is one number."""
    begun = monotonic()
    found = looked_up(condition, question.rulebook)
    never = next((each for each in premises(condition) if not _holds_once(each, found, question)), None)
    taken = monotonic() - begun
    if found.broken:
        return Refuted(question, taken, Witness(()), found)
    if not found.held:
        missing = found.missing or _unknown_here(condition, question)
        return Unsettled(question, taken, message("unsettled_unknown", missing=Several(missing)))
    return Proved(question, taken, published=found) if never is None else Vacuous(question, taken, never)


def _holds_once(premise: Condition, found: LookedUp, question: Question) -> bool:
    """Whether a premise holds on one of the dates that were looked at."""
    return any(holds(premise, CaseFacts(question.rulebook.on(day), day)) is True for day in found.days)


def _unknown_here(condition: Condition, question: Question) -> tuple[Message, ...]:
    """Return why a condition about standards cannot be told where nobody publishes any of them."""
    truth = holds(condition, CaseFacts(question.edition, question.on))
    return truth.missing if isinstance(truth, Unknown) else ()


def _said_of_dates(found: LookedUp) -> Message:
    days = found.days
    first, last = days[0].isoformat(), days[-1].isoformat()
    if found.undecided:
        return message("proved_some_dates", held=len(found.held), days=len(days), first=first, last=last)
    if len(days) == 1:
        return message("proved_date", first=first)
    return message("proved_dates", days=len(days), first=first, last=last)


# --- conditions that always hold -------------------------------------------------------------------------


def _always(condition: Condition, question: Question) -> Proof:
    begun = monotonic()
    wanted = list(premises(condition)) or [condition]
    doubts: list[Message] = []
    absent: Several | None = None
    for size in question.sizes:
        asked = Asked.of(question, size, begun + question.limits.seconds - monotonic())
        truth = asked.condition(condition)
        applies = [(each, asked.condition(each)) for each in wanted]
        asked.assume()
        absent = asked.absent
        found = asked.search.find(truth.no)
        if isinstance(found, Found):
            return _refuted(asked, found, condition, begun)
        if found is Nothing.NOT_SETTLED:
            return Unsettled(question, monotonic() - begun, asked.why_not())
        for premise, formal in applies:
            reached = _reached(asked, premise, formal)
            if reached is True:
                wanted.remove(premise)
            else:
                doubts += (each for each in (reached or asked.lacking(),) if isinstance(each, Message))
    taken = monotonic() - begun
    if not wanted:
        return Proved(question, taken, absent)
    return Unsettled(question, taken, doubts[0]) if doubts else Vacuous(question, taken, wanted[0])


def _refuted(asked: Asked, found: Found, condition: Condition, begun: float) -> Proof:
    witness = asked.witness(found)
    if isinstance(witness, Witness) and holds(condition, *asked.tried(witness, 0)) is False:
        return Refuted(asked.question, monotonic() - begun, witness)
    why = witness if isinstance(witness, Message) else asked.untried()
    return Unsettled(asked.question, monotonic() - begun, why)


def _reached(asked: Asked, premise: Condition, formal: Truth) -> bool | Message:
    """Return whether a premise holds for some case; a message where that is not known."""
    found = asked.search.find(formal.yes)
    if found is Nothing.THERE_IS_NONE:
        return False
    if not isinstance(found, Found):
        return message("unsettled_premise")
    witness = asked.witness(found)
    if isinstance(witness, Message):
        return witness
    return holds(premise, *asked.tried(witness, 0)) is True or asked.untried()


# --- how a quantity moves --------------------------------------------------------------------------------


def _moves(claim: Moves, question: Question) -> Proof:
    begun = monotonic()
    applies = False
    doubt: Message | None = None
    absent: Several | None = None
    for change in _changes(claim, question, begun):
        asked = change.asked
        absent = asked.absent
        rises = change.before.compared("<", change.after).yes
        falls = change.before.compared(">", change.after).yes
        wrong, right = (rises, falls) if claim.way is Way.NEVER_RISES else (falls, rises)
        found = asked.search.find(wrong)
        if isinstance(found, Found):
            witness = change.witness(found)
            if isinstance(witness, Witness) and _moved(claim, asked, witness) is False:
                return Refuted(question, monotonic() - begun, witness)
            why = witness if isinstance(witness, Message) else asked.untried()
            return Unsettled(question, monotonic() - begun, why)
        if found is Nothing.NOT_SETTLED:
            return Unsettled(question, monotonic() - begun, asked.why_not())
        if not applies:
            reached = _moves_at_all(claim, change, right)
            applies = reached is True
            if not isinstance(reached, bool):
                doubt = reached
            elif not reached:
                doubt = asked.lacking() or doubt
    taken = monotonic() - begun
    if applies:
        return Proved(question, taken, absent)
    return Unsettled(question, taken, doubt) if doubt else Vacuous(question, taken, None)


def _changes(claim: Moves, question: Question, begun: float) -> Iterator[Change]:
    """Yield the change of each thing whose fact may grow: for every size, of each sort one."""
    for size in question.sizes:
        position, sorts = 0, 1
        while position < sorts:
            asked = Asked.of(question, size, begun + question.limits.seconds - monotonic())
            things = asked.ones_of(claim.fact.model)
            position, sorts = position + 1, len(things)
            if things:
                change = Change.of(claim.quantity, claim.fact, things[position - 1], asked)
                asked.search.assume(change.rise.compared(">", Number.fixed(0)).yes)
                yield change


def _moved(claim: Moves, asked: Asked, witness: Witness) -> bool | None:
    """Return whether the quantity of a case moves as it may; None where it does not move, or is unknown."""
    before, after = (measure(claim.quantity, *asked.tried(witness, position)) for position in (0, 1))
    if not (isinstance(before, Size) and isinstance(after, Size)) or before == after:
        return None
    return (before.number > after.number) is (claim.way is Way.NEVER_RISES)


def _moves_at_all(claim: Moves, change: Change, right: Formula) -> bool | Message:
    """Return whether the quantity of some case moves; a message where that is not known."""
    found = change.asked.search.find(right)
    if found is Nothing.THERE_IS_NONE:
        return False
    if not isinstance(found, Found):
        return message("unsettled_premise")
    witness = change.witness(found)
    if isinstance(witness, Message):
        return witness
    return _moved(claim, change.asked, witness) is True or change.asked.untried()
