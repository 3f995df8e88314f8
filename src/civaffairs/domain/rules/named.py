"""Named rules: how an author declares one, and everything that is checked there and then."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING, TypeVar

from civaffairs.domain.names import Label
from civaffairs.domain.rules.authors import refused
from civaffairs.domain.rules.expr import AmountRule, Condition, ConditionRule, Quantity
from civaffairs.domain.rules.shape import LIMIT, Shape, Shaper, in_one_scale, in_unit, lineage
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.units import Amount
from civaffairs.errors import CivaffairsError, Fault, RuleRefused, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.units import Unit

V = TypeVar("V")


def dated(why_not_before: Label, *entries: Since[V] | NotModelled) -> Timeline[V]:
    """Return a timeline that begins with its first entry and says why there is nothing before.

    Args:
        why_not_before: the reason, for whoever asks for an earlier date.
        entries: `since(…)` for each version, `NotModelled` for gaps between them or at the end.
    """
    first = entries[0]
    start = first.start if isinstance(first, Since) else first.since
    return Timeline((NotModelled(why_not_before, before=start), *entries))


def amount_rule(  # noqa: PLR0917 - read from left to right like a line of a table
    id: str,
    jurisdiction: str,
    label: Label,
    of: type,
    unit: str | Unit,
    timeline: Timeline[Quantity],
    *,
    supersedes: AmountRule | None = None,
) -> AmountRule:
    """Declare a named quantity of a thing.

    Args:
        id: one meaning, one id.
        jurisdiction: the id of the jurisdiction that lays it down.
        label: what it is called, as it reads inside a sentence.
        of: the model of the thing that has it.
        unit: its unit.
        timeline: the trees, each with its start and clause; see `dated`.
        supersedes: the rule of a jurisdiction above that this one replaces.

    Raises:
        RuleRefused: at the author's line, with everything that is wrong: units that do not go together, facts
            of things that are out of sight, numbers beyond 64 bits.
    """
    rule = AmountRule(id, jurisdiction, label, of.__name__, unit, timeline, _jurisdiction(supersedes))
    faults = [*_supersession(rule, supersedes), *_faults(rule)]
    if faults:
        raise refused(*faults)
    return rule


def condition_rule(
    id: str,
    jurisdiction: str,
    label: Label,
    of: type,
    timeline: Timeline[Condition],
    *,
    supersedes: ConditionRule | None = None,
) -> ConditionRule:
    """Declare a named condition on a thing; arguments and errors are those of `amount_rule`."""
    rule = ConditionRule(id, jurisdiction, label, of.__name__, timeline, _jurisdiction(supersedes))
    faults = [*_supersession(rule, supersedes), *_faults(rule)]
    if faults:
        raise refused(*faults)
    return rule


_known: dict[int, tuple[AmountRule, Shape]] = {}
"""The shape of each rule, found once; the rule is kept, so that no other gets its id."""


def shape_of_rule(rule: AmountRule) -> Shape:
    """Return the shape that fits every version of a rule.

    Raises:
        RuleRefused: where a version has none.
        UnitClash: where units do not go together.
    """
    return _shape(rule, Shaper(shape_of_rule))


def _shape(rule: AmountRule, shaper: Shaper) -> Shape:
    if id(rule) not in _known:
        shapes = [in_unit(shaper.shape(entry.value), rule.unit) for entry in rule.timeline]
        _known[id(rule)] = rule, joined(rule, shapes)
    return _known[id(rule)][1]


def joined(rule: AmountRule, shapes: list[Shape]) -> Shape:
    """Return the shape of a rule whose versions have these shapes."""
    parts = in_one_scale(shapes)
    return Shape(
        rule.unit,
        lcm(*(part.scale for part in parts)),
        min((part.least for part in parts), default=0),
        max((part.most for part in parts), default=0),
        frozenset([rule.of]),
    )


def _jurisdiction(rule: AmountRule | ConditionRule | None) -> str | None:
    return None if rule is None else rule.jurisdiction


def _faults(rule: AmountRule | ConditionRule) -> list[Fault]:
    """Return what is wrong with the trees of a rule."""
    shaper = Shaper(shape_of_rule)
    found: list[Fault] = []
    for entry in rule.timeline:
        place = f"{rule.id}[{entry.start}]"
        try:
            about = _about(rule, entry.value, shaper)
        except CivaffairsError as error:
            found += (each.under(place) for each in error.faults)
        else:
            strangers = sorted(about - {*lineage(rule.of)})
            found += (fault("fact_out_of_sight", place, model=model, of=rule.of) for model in strangers)
    # Each version may be small enough by itself, and all of them in the unit of the rule too large.
    if not found and isinstance(rule, AmountRule) and _shape(rule, shaper).widest > LIMIT:
        found.append(fault("rule_overflows", rule.id, what=rule.label))
    return found


def _about(rule: AmountRule | ConditionRule, tree: object, shaper: Shaper) -> frozenset[str]:
    """Return the models whose facts a tree needs, after checking everything in it."""
    if isinstance(tree, Amount):
        raise RuleRefused(fault("amount_without_node", value=str(tree)))
    if isinstance(rule, ConditionRule):
        if not isinstance(tree, Condition):
            raise RuleRefused(fault("not_a_condition", value=repr(tree)))
        return shaper.about(tree)
    if not isinstance(tree, Quantity):
        raise RuleRefused(fault("not_a_quantity", value=repr(tree)))
    return in_unit(shaper.shape(tree), rule.unit).about


def _supersession(
    rule: AmountRule | ConditionRule, above: AmountRule | ConditionRule | None
) -> Iterator[Fault]:
    if above is not None and _meaning(above) != _meaning(rule):
        yield fault("supersedes_another", rule.id, other=above.id)
    if above is not None and above.jurisdiction == rule.jurisdiction:
        yield fault("supersedes_itself", rule.id)


def _meaning(rule: AmountRule | ConditionRule) -> tuple[object, ...]:
    """What a rule shares with the one that it replaces: whatever rests on one can then rest on the other."""
    return type(rule), rule.id, rule.of, rule.unit if isinstance(rule, AmountRule) else None
