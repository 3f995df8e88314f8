"""A provision in one edition as one query over registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.rulebook import versions_behind
from civaffairs.engines.sql.dialects import DUCKDB, Dialect
from civaffairs.engines.sql.emit import Emitter
from civaffairs.engines.sql.relations import Register, Relations

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition

HOLDS = "holds"
"""The column that says whether the condition holds."""
HOLDS_NOT = "holds not"
"""The column that says whether it does not; where neither is so, it cannot be told."""


@frozen
class Query:
    """A provision as a query, with one row for each thing that it is about.

    Attributes:
        text: the query; its columns are `key`, `holds`, `holds not`, and for each amount two: the id of its
            rule, and the same with `.known`.
        of: the model of the things that there is a row for.
        registers: what is read, by the model of the things in each register.
        scales: for each amount of the provision how many of the whole numbers make one unit.
    """

    text: str
    of: str
    registers: Mapping[str, Register]
    scales: tuple[int, ...]


def query(
    provision: Provision,
    edition: Edition,
    on: date,
    *,
    dialect: Dialect = DUCKDB,
    sources: Mapping[str, str] | None = None,
    complete: Mapping[str, Collection[str]] | None = None,
) -> Query:
    """Return a provision as a query.

    Args:
        provision: what is asked.
        edition: what holds there and then.
        on: the day for which it is asked.
        dialect: the words of the engine.
        sources: for each kind of thing the relation that is its register, by default called as it is.
        complete: for each kind of thing the columns of its register in which nothing is missing: of what they
            hold nothing has to be told apart.

    Raises:
        RuleRefused: where a rule cannot be computed in SQL.
        DeclarationError: where a rule rests on itself.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> taoyuan, day = load()["taoyuan"].rulebook, date(2024, 9, 1)
        >>> sorted(query(taoyuan.provision("dibao"), taoyuan.on(day), day).registers)
        ['Household', 'Income', 'Person']
    """
    versions_behind(provision.rules, edition)  # refuses a circle, which has no query
    relations = Relations(dialect)
    emitter = Emitter(edition, on, relations, complete or {})
    when = emitter.condition(provision.when)
    columns = {HOLDS: when.yes, HOLDS_NOT: when.no}
    for rule in provision.amounts:
        said = emitter.amount(rule)
        columns |= {rule.id: said.size, f"{rule.id}.known": said.known}
    scales = tuple(emitter.shaper.shape(rule).scale for rule in provision.amounts)
    text = relations.written(provision.of, columns, sources or {})
    return Query(text, provision.of, relations.registers, scales)
