"""Registers in, decisions out: part by part, in the order of the registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, frozen

from civaffairs.engines.columns import Given
from civaffairs.engines.sql.streaming import MEMORY, answered, database, streamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civaffairs.engines.sql.query import Query
    from civaffairs.exchange.registers import Nested

MEMBERS = "members"
"""The column of the members of a household, in registers and in results."""
_HOUSEHOLD = "Household"


@frozen
class Part:
    """The decisions about some households and their members.

    Attributes:
        households: a table with a row for each household: its key, the columns that were kept, and for each
            provision `dibao`, `dibao.amount`, `dibao.why`, `dibao.missing`.
        persons: the same of each person, with the key of the household and the columns kept of it; None where
            no provision is about persons.
    """

    households: Any
    persons: Any = None


def given_in(nested: Nested) -> Given:
    """Return which columns registers have; a household without persons has been refused."""
    return Given(nested.columns, nested.complete, inhabited=True)


@define
class Seen:
    """How much of registers was decided.

    Attributes:
        households: how many households.
        persons: how many members they have.
    """

    households: int = 0
    persons: int = 0

    def of(self, batches: Iterator[Any]) -> Iterator[Any]:
        """Count nested batches as they pass."""
        for batch in batches:
            self.households += batch.num_rows
            self.persons += len(batch.column(MEMBERS).flatten())
            yield batch


def decided(
    nested: Nested, asked: Query, *, memory: str = MEMORY, seen: Seen | None = None
) -> Iterator[Part]:
    """Yield what a query says of registers.

    Args:
        nested: the registers.
        asked: a query over the nested layout.
        memory: how much the database may hold.
        seen: counts what is decided.

    Raises:
        InputInvalid: where the registers have faults, and that is to stop it.
    """
    counted = seen or Seen()
    with database(memory) as connection:
        batches = counted.of(nested.batches())
        for batch in streamed(connection, asked.text, _HOUSEHOLD, nested.schema, batches):
            yield part_of(batch, asked)


def outcomes(nested: Nested, asked: Sequence[Query], *, memory: str = MEMORY) -> Iterator[tuple[Part, ...]]:
    """Yield what each of several queries says of the same households, part by part, their rows in one order.

    Raises:
        InputInvalid: where the registers have faults, and that is to stop it.
    """
    texts = [each.text for each in asked]
    with database(memory) as connection:
        for batch in nested.batches():
            found = answered(connection, texts, _HOUSEHOLD, batch)
            yield tuple(part_of(each, query) for each, query in zip(found, asked, strict=True))


def part_of(rows: Any, asked: Query) -> Part:  # noqa: ANN401 - pyarrow has no types
    """Return what a query says, as tables: a record batch or a table of its rows."""
    import pyarrow as arrow  # noqa: ICN001 - names are not shortened here

    table = arrow.Table.from_batches([rows]) if isinstance(rows, arrow.RecordBatch) else rows
    if MEMBERS not in table.column_names:
        return Part(table)
    of_provisions = {each.name for each in asked.outputs.get(_HOUSEHOLD, ())}
    passed = [name for name in table.column_names if name not in {MEMBERS, *of_provisions}]
    return Part(table.drop_columns([MEMBERS]), _persons(table, passed))


def _persons(table: Any, passed: Sequence[str]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the members of households as rows, each with what its household passes on."""
    import pyarrow as arrow  # noqa: ICN001 - names are not shortened here
    import pyarrow.compute as calculate

    members = table.column(MEMBERS).combine_chunks()
    home = calculate.list_parent_indices(members)
    each = calculate.list_flatten(members)
    names = [field.name for field in each.type]
    columns = {name: calculate.take(table.column(name), home) for name in passed if name not in names}
    columns |= {name: calculate.struct_field(each, name) for name in names}
    return arrow.table(columns)
