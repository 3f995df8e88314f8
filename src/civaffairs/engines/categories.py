"""Provisions among each other: whether two exclude each other, and whether somebody falls between all.

Each is put to the prover as a claim, so each answer is one of its outcomes. A name is that of a provision, or
of a condition that rules rest on.

Example:
    >>> from datetime import date
    >>> from civaffairs import load
    >>> from civaffairs.engines.asking import Limits
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> day, two = date(2024, 9, 1), Limits(members=2)
    >>> found = disjoint(["dibao", "dibao_marginal"], taoyuan, day, two)
    >>> type(found["dibao", "dibao_marginal"]).__name__
    'Proved'
    >>> type(covered_by("assets_eligible", ["dibao", "dibao_marginal"], taoyuan, day, two)).__name__
    'Refuted'
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from civaffairs.domain import models
from civaffairs.domain.invariants import Always, Moves, Way
from civaffairs.domain.models.fact import label_of
from civaffairs.domain.rules.expr import ConditionRule, all_of, any_of, as_quantity, cases
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.views import household, income
from civaffairs.domain.units import RATIO, Amount
from civaffairs.engines.asking import Limits, Question
from civaffairs.engines.proving import prove_claim
from civaffairs.errors import InputInvalid, UnknownName, fault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Condition, Field
    from civaffairs.engines.proving import Proof


def condition_called(name: str, rulebook: Rulebook) -> ConditionRule:
    """Return the condition of a provision, or the named condition itself.

    Raises:
        UnknownName: where there is neither.
    """
    if name in rulebook.provisions:
        return rulebook.provisions[name].when
    conditions = {
        each: found[0] for each, found in rulebook.rules.items() if isinstance(found[0], ConditionRule)
    }
    if name not in conditions:
        raise UnknownName.among("condition", name, {**rulebook.provisions, **conditions})
    return conditions[name]


def disjoint(
    names: Iterable[str], rulebook: Rulebook, on: date, limits: Limits | None = None
) -> dict[tuple[str, str], Proof]:
    """Prove for each two of several provisions that no case meets the conditions of both.

    Raises:
        UnknownName: where there is no such provision or condition.
        InputInvalid: for provisions that have nothing in common.
    """
    found = {name: condition_called(name, rulebook) for name in names}
    return {
        (one, other): prove_claim(
            Always(~all_of(found[one], found[other])),
            Question(rulebook, on, _inner([found[one].of, found[other].of]), limits or Limits()),
        )
        for one, other in combinations(found, 2)
    }


def covered(
    need: Condition,
    of: type,
    names: Iterable[str],
    rulebook: Rulebook,
    on: date,
    *,
    limits: Limits | None = None,
) -> Proof:
    """Prove that whoever is in need meets the condition of one of several provisions at least.

    Where that is refuted, the witness falls into the gap between them.

    Args:
        need: what makes a case one that should be covered.
        of: the model that it is about.
        names: the ids of the provisions.
        rulebook: that of the place.
        on: the day.
        limits: over which cases the proof goes.

    Raises:
        UnknownName: where there is no such provision or condition.
        InputInvalid: for provisions about something else.
    """
    found = [condition_called(name, rulebook) for name in names]
    model = _inner([of.__name__, *(each.of for each in found)])
    return prove_claim(Always(any_of(~need, *found)), Question(rulebook, on, model, limits or Limits()))


def covered_by(
    need: str, names: Iterable[str], rulebook: Rulebook, on: date, limits: Limits | None = None
) -> Proof:
    """Prove that whoever meets one named condition meets one of several others; see `covered`."""
    condition = condition_called(need, rulebook)
    return covered(condition, getattr(models, condition.of), names, rulebook, on, limits=limits)


def none_left_out(
    names: Iterable[str],
    rulebook: Rulebook,
    on: date,
    limits: Limits | None = None,
    *,
    fact: Field = income.monthly,
) -> Proof:
    """Prove that no household to which several provisions give nothing would be given something with more.

    Where that is refuted, the witness is such a household before and after: it falls between programmes, as
    one that differs in nothing but in having more does not. A provision about persons counts for a household
    where one of its members meets it.

    Args:
        names: the ids of provisions, or of conditions.
        rulebook: that of the place.
        on: the day.
        limits: over which cases the proof goes.
        fact: what a household has more of.

    Raises:
        UnknownName: where there is no such provision or condition.
        InputInvalid: for one that is not about households or their members.
    """
    met = any_of(*(_of_households(condition_called(name, rulebook)) for name in names))
    given = cases((met, Amount(1, RATIO)), otherwise=as_quantity(Amount(0, RATIO)))
    question = Question(rulebook, on, "Household", limits or Limits())
    return prove_claim(Moves(given, fact, Way.NEVER_RISES), question)


def _of_households(condition: ConditionRule) -> Condition:
    match condition.of:
        case "Household":
            return condition
        case "Person":
            return household.members.any(condition)
        case other:
            one = label_of(models.Household)
            raise InputInvalid(fault("nothing_in_common", one=one, other=label_of(getattr(models, other))))


def _inner(names: list[str]) -> str:
    """Return the innermost of several models, each of which is within the next."""
    inner = max(names, key=lambda name: len(lineage(name)))
    strangers = [name for name in names if name not in lineage(inner)]
    if strangers:
        one, other = (label_of(getattr(models, name)) for name in (inner, strangers[0]))
        raise InputInvalid(fault("nothing_in_common", one=one, other=other))
    return inner
