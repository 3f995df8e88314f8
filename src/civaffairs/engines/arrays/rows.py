"""Cases decided over arrays: they become small registers, and steps answer for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.cases import answered, given_by_models
from civaffairs.engines.columns import HELD_IN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Things
    from civaffairs.engines.cases import Row
    from civaffairs.engines.columns import Given


def rows(
    provision: Provision,
    edition: Edition,
    cases: Sequence[Things],
    on: date,
    *,
    given: Given | None = None,
) -> list[Row]:
    """Return what a provision says of each of several cases, in their order.

    Args:
        provision: what is asked.
        edition: what holds there and then.
        cases: for each the thing that the provision is about, with the things around it.
        on: the day for which it is asked.
        given: the facts that are looked at; by default all, with incomes as a list.

    Raises:
        RuleRefused: where a rule cannot be computed for many at once.
    """
    from civaffairs.engines.arrays.steps import steps

    outermost = lineage(provision.of)[-1]
    known = given_by_models(outermost) if given is None else given
    asked = steps([provision], edition, on, given=known)

    def find(tables: Mapping[str, Any]) -> list[dict[str, Any]]:
        (batch,) = tables[outermost].combine_chunks().to_batches()
        found: list[dict[str, Any]] = asked.decide(batch)[provision.of].to_pylist()
        return found if provision.of == outermost else [{HELD_IN[provision.of]: found}]

    return answered(provision, asked, cases, find, nested=True)
