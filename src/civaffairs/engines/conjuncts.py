"""The conditions that all have to hold for a provision: what the codes of reasons stand for.

A condition that asks for several things at once falls into these, its conjuncts. One that is a named rule is
called by its id, another by the id of the condition and its place among them: `eligible.2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import frozen

from civaffairs.domain.rules.expr import AllOf, Condition, ConditionRule
from civaffairs.domain.rules.render import Rendered
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.names import Label
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.sources import Clause


@frozen
class Meaning:
    """What a code stands for.

    Attributes:
        what: the condition that does not hold or cannot be told; for a rule that is not in force why not.
        clause: where it is laid down; None where it is not in force.
    """

    what: Label | Rendered | Message
    clause: Clause | None


def conjuncts(provision: Provision, edition: Edition) -> dict[str, Condition]:
    """Return the conditions that all have to hold for a provision, by their codes.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> book = load()["taoyuan"].rulebook
        >>> list(conjuncts(book.provision("dibao"), book.on(date(2024, 9, 1))))
        ['dibao_admission.1', 'assets_eligible']
    """
    version = edition.rule(provision.when)
    if isinstance(version, Message):
        return {provision.when.id: provision.when}
    parts = list(_flattened(cast("Condition", version.value)))
    return {_code(provision, part, number): part for number, part in enumerate(parts, start=1)}


def legend(provision: Provision, edition: Edition) -> dict[str, Meaning]:
    """Return what each code of a provision stands for.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> book = load()["taoyuan"].rulebook
        >>> meanings = legend(book.provision("dibao"), book.on(date(2024, 9, 1)))
        >>> meanings["assets_eligible"].what.text("en")
        'assets are within the local limits'
    """
    return {code: _meaning(provision, part, edition) for code, part in conjuncts(provision, edition).items()}


def _meaning(provision: Provision, part: Condition, edition: Edition) -> Meaning:
    rule = part if isinstance(part, ConditionRule) else provision.when
    version = edition.rule(rule)
    if isinstance(version, Message):
        return Meaning(version, None)
    return Meaning(part.label if isinstance(part, ConditionRule) else Rendered(part), version.clause)


def _flattened(tree: Condition) -> Iterator[Condition]:
    if isinstance(tree, AllOf):
        for term in tree.terms:
            yield from _flattened(term)
    else:
        yield tree


def _code(provision: Provision, part: Condition, number: int) -> str:
    return part.id if isinstance(part, ConditionRule) else f"{provision.when.id}.{number}"
