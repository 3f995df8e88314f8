"""Which declared floors and invariants a change breaks. It is done all the same, and said.

Looked at is what is about standards: the floor of a standard, what those above leave to the place, a
condition on standards, and that a standard never falls. What must hold for every household is for the prover.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.invariants import Always, OverTime, Way
from civaffairs.domain.rules.evaluate import holds, measure
from civaffairs.domain.rules.expr import LocalStandard, Quantity
from civaffairs.domain.standards import Freedom
from civaffairs.domain.timeline import Since
from civaffairs.domain.units import Size
from civaffairs.errors import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.analysis.simulating.changes import Scenario
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.standards import Floor, Standard


@frozen
class Broken:
    """A floor or an invariant that does not hold after the change.

    Attributes:
        what: what does not hold.
        clause: where it is laid down.
        already: whether it does not hold as things are either.
    """

    what: Message
    clause: Clause
    already: bool


def broken(scenario: Scenario, invariants: Iterable[Invariant]) -> tuple[Broken, ...]:
    """Return what does not hold after a change, in the order floors, freedom, invariants.

    Args:
        scenario: what is changed.
        invariants: those that hold in the place: `dossier.invariants`.
    """
    mine = (each for one in invariants for each in _of_invariant(one, scenario))
    return (*_below_floors(scenario), *_beyond_freedom(scenario), *mine)


def _facts(scenario: Scenario) -> tuple[CaseFacts, CaseFacts]:
    before, after = scenario.editions
    return CaseFacts(before, scenario.on), CaseFacts(after, scenario.on)


def _below_floors(scenario: Scenario) -> Iterator[Broken]:
    for declared in scenario.after.standards.values():
        # A place that sets the amount itself may leave the floor to the place above that declares it.
        floor = next((each.floor for each in declared if each.floor is not None), None)
        if floor is None or (floor.since is not None and floor.since.first_day > scenario.on):
            continue
        was, is_ = (_shortfall(declared[0], floor, facts) for facts in _facts(scenario))
        if is_ is not None:
            amount, bound = is_
            what = message("breaks_floor", standard=declared[0].label, amount=amount, least=bound)
            yield Broken(what, floor.clause, was is not None)


def _shortfall(standard: Standard, floor: Floor, facts: CaseFacts) -> tuple[Size, Size] | None:
    """Return a standard and the floor that it is below; None where it is not, or that cannot be told."""
    amount = measure(LocalStandard(standard.id, standard.label, standard.unit), facts)
    bound = measure(floor.bound, facts)
    if not (isinstance(amount, Size) and isinstance(bound, Size)):
        return None
    return (amount, bound) if amount.in_unit(bound.unit) < bound.number else None


def _beyond_freedom(scenario: Scenario) -> Iterator[Broken]:
    mine = scenario.before.jurisdiction.id
    for change in scenario.standards:
        for declared in scenario.before.standards.get(change.id, ()):
            if declared.jurisdiction == mine or declared.freedom is Freedom.SET:
                continue
            last = declared.timeline.candidates(scenario.on)[-1]
            if not isinstance(last, Since):
                continue
            said = {"standard": change.label, "above": last.value, "amount": change.after}
            if declared.freedom is Freedom.FIXED and not change.after.same_size_as(last.value):
                yield Broken(message("breaks_fixed", **said), last.clause, already=False)
            elif declared.freedom is Freedom.RAISE_ONLY and change.after < last.value:
                yield Broken(message("breaks_raise_only", **said), last.clause, already=False)


def _of_invariant(invariant: Invariant, scenario: Scenario) -> Iterator[Broken]:
    if invariant.of is not None:
        return
    before, after = _facts(scenario)
    claim = invariant.claim
    if isinstance(claim, Always) and holds(claim.condition, after) is False:
        already = holds(claim.condition, before) is False
        yield Broken(message("breaks_invariant", what=invariant.label), invariant.clause, already)
    elif isinstance(claim, OverTime) and isinstance(claim.of, Quantity):
        one, other = (measure(claim.of, facts) for facts in (before, after))
        if isinstance(one, Size) and isinstance(other, Size):
            step = other.number - one.in_unit(other.unit)
            if step > 0 if claim.way is Way.NEVER_RISES else step < 0:
                what = message("breaks_way", what=invariant.label, before=one, after=other)
                yield Broken(what, invariant.clause, already=False)
