"""The embedded engine: cases become small registers, and one query answers for all of them.

DuckDB is loaded when it is used.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.sql.cases import CaseRegisters, given_by_models
from civaffairs.engines.sql.columns import HELD_IN, key_column
from civaffairs.engines.sql.query import query
from civaffairs.errors import ExtraMissing, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Things
    from civaffairs.engines.sql.columns import Given
    from civaffairs.engines.sql.query import Layout, Query


@frozen
class Row:
    """What a provision says of one thing.

    Attributes:
        holds: whether its condition holds; None where that cannot be told.
        amounts: how much, in the order of `provision.amounts`; None for one that cannot be told, and where
            the condition does not hold.
        why: the codes of what does not hold, or cannot be told.
        missing: the facts that are not known.
    """

    holds: bool | None
    amounts: tuple[Fraction | None, ...]
    why: tuple[str, ...]
    missing: tuple[str, ...]


def rows(
    provision: Provision,
    edition: Edition,
    cases: Sequence[Things],
    on: date,
    *,
    layout: Layout = "flat",
    given: Given | None = None,
) -> list[Row]:
    """Return what a provision says of each of several cases, in their order.

    Args:
        provision: what is asked.
        edition: what holds there and then.
        cases: for each the thing that the provision is about, with the things around it.
        on: the day for which it is asked.
        layout: in which layout they are asked about.
        given: the facts that are looked at; by default all, with incomes as a list.

    Raises:
        ExtraMissing: where DuckDB is not installed.
        RuleRefused: where a rule cannot be computed in SQL.
    """
    outermost = lineage(provision.of)[-1]
    known = given_by_models(outermost) if given is None else given
    asked = query([provision], edition, on, given=known, layout=layout, keep=())
    registers = CaseRegisters(outermost, asked.registers, nested=layout == "nested")
    keys = [registers.add(case, provision.of) for case in cases]
    cursor = _connection().cursor()
    try:
        for model, table in registers.tables().items():
            cursor.register(model, table)
        found = cursor.sql(asked.text).to_arrow_table().to_pylist()
    finally:
        cursor.close()
    answers = dict(_answers(provision, asked, outermost, found))
    return [answers[key] for _, key in keys]


def _answers(
    provision: Provision, asked: Query, outermost: str, found: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[int, Row]]:
    key = key_column(provision.of)
    for row in found:
        for each in [row] if provision.of == outermost else row[HELD_IN[provision.of]] or ():
            values = {output: each[output.name] for output in asked.outputs[provision.of]}
            amounts = (
                None if value is None else Fraction(value, output.scale)
                for output, value in values.items()
                if output.unit is not None
            )
            lists = {output.what: tuple(value) for output, value in values.items() if type(value) is list}
            yield each[key], Row(each[provision.id], tuple(amounts), lists["why"], lists["missing"])


@cache
def _connection() -> Any:  # noqa: ANN401 - DuckDB is not imported for types
    """Open a database in memory, once."""
    try:
        import duckdb
    except ImportError as error:  # pragma: no cover - tried with a Python that lacks it
        raise ExtraMissing(
            fault(
                "extra_missing", purpose=message("purpose_populations"), library="duckdb", extra="populations"
            )
        ) from error
    return duckdb.connect(":memory:", config={"threads": 1})
