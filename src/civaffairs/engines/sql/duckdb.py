"""The embedded engine: cases become small registers, and one query answers for all of them.

DuckDB is loaded when it is used.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.cases import answered, given_by_models
from civaffairs.engines.sql.query import query
from civaffairs.errors import ExtraMissing, fault, message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Things
    from civaffairs.engines.cases import Row
    from civaffairs.engines.columns import Given
    from civaffairs.engines.sql.query import Layout


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
    known = given_by_models(lineage(provision.of)[-1]) if given is None else given
    asked = query([provision], edition, on, given=known, layout=layout, keep=())
    return answered(provision, asked, cases, partial(_found, asked.text), nested=layout == "nested")


def _found(text: str, tables: Mapping[str, Any]) -> list[dict[str, Any]]:
    cursor = _connection().cursor()
    try:
        for name, table in tables.items():
            cursor.register(name, table)
        found: list[dict[str, Any]] = cursor.sql(text).to_arrow_table().to_pylist()
    finally:
        cursor.close()
    return found


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
