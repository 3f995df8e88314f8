"""Units and sizes: figures that are possible at all, standards as rules expect them, rules within 64 bits.

That a figure has the kind of unit that its indicator or standard has is seen to where it is declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.invariants import Always, Moves
from civaffairs.domain.rules.depends import standards_of
from civaffairs.domain.rules.expr import AmountRule, Condition, Quantity
from civaffairs.domain.rules.named import shape_of_rule
from civaffairs.domain.rules.shape import LIMIT, Shaper
from civaffairs.errors import CivaffairsError, message
from civaffairs.testing.conformance.declared import invariants_of
from civaffairs.testing.conformance.figures import problems
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.rules.expr import Expr, LocalStandard
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.standards import Standard
    from civaffairs.testing.conformance.requirement import Subject


def units(subject: Subject) -> Iterator[Finding]:
    """Yield impossible figures, standards that do not fit the rules, and trees beyond 64 bits."""
    yield from problems(subject, "impossible_size")
    for standard in subject.dossier.standards:
        for wanted in _expected(subject).get(standard.id, ()):
            yield from _unfit(standard, wanted)
    for name, tree, clause in _trees(subject):
        yield from _too_large(name, tree, clause)


def _expected(subject: Subject) -> dict[str, list[LocalStandard]]:
    """Return how the rules and floors that apply here expect the standards to be, by their ids."""
    book = subject.dossier.rulebook
    rules = (rule for same in book.rules.values() for rule in same)
    floors = (standard.floor for same in book.standards.values() for standard in same)
    trees: list[Expr] = [entry.value for rule in rules for entry in rule.timeline]
    trees += [floor.bound for floor in floors if floor is not None]
    found: dict[str, list[LocalStandard]] = {}
    for each in dict.fromkeys(standard for tree in trees for standard in standards_of(tree)):
        found.setdefault(each.id, []).append(each)
    return found


def _unfit(standard: Standard, wanted: LocalStandard) -> Iterator[Finding]:
    for entry in standard.timeline:
        if not entry.value.unit.goes_with(wanted.unit):
            said = message("standard_of_another_unit", unit=standard.unit, wanted=wanted.unit)
        elif entry.value.size_in(wanted.unit) > wanted.most:
            said = message("standard_too_large", amount=entry.value, most=wanted.most, unit=wanted.unit)
        else:
            continue
        yield Finding(standard.id, said, entry.clause, entry.start.first_day)


def _trees(subject: Subject) -> Iterator[tuple[str, Expr, Clause]]:
    """Yield the trees that the jurisdiction declares itself, each with the id of what holds it."""
    for rule in subject.dossier.rules:
        if isinstance(rule, AmountRule):
            yield rule.id, rule, rule.timeline.latest.clause
        else:
            yield from ((rule.id, entry.value, entry.clause) for entry in rule.timeline)
    for invariant in invariants_of(subject):
        if isinstance(invariant.claim, Always | Moves):
            yield from ((invariant.id, tree, invariant.clause) for tree in invariant.claim.trees)


def _too_large(name: str, tree: Expr, clause: Clause) -> Iterator[Finding]:
    try:
        if isinstance(tree, AmountRule):
            # Each version may be small enough, and all of them in the unit of the rule too large.
            if shape_of_rule(tree).widest > LIMIT:
                yield Finding(name, message("rule_overflows", what=tree.label), clause)
        elif isinstance(tree, Condition):
            Shaper(shape_of_rule).about(tree)
        elif isinstance(tree, Quantity):
            Shaper(shape_of_rule).shape(tree)
    except CivaffairsError as error:
        yield from (Finding(name, each.what, clause) for each in error.faults)
