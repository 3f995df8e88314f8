"""Registers in, decisions out: part by part, in the order of the registers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from attrs import define, frozen

from civaffairs.analysis.running.threads import in_order
from civaffairs.engines.columns import Given
from civaffairs.engines.sql.query import Query
from civaffairs.engines.sql.streaming import MEMORY, database, streamed
from civaffairs.exchange.registers.names import RecordBatch, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from civaffairs.analysis.running.tallies import Tallies
    from civaffairs.engines.arrays.steps import Steps
    from civaffairs.exchange.registers import Nested

MEMBERS = "members"
"""The column of the members of a household, in registers and in results."""
_HOUSEHOLD, _PERSON = "Household", "Person"


@frozen
class Part:
    """The decisions about some households and their members.

    Attributes:
        households: a table with a row for each household: its key, the columns that were kept, and for each
            provision `dibao`, `dibao.amount`, `dibao.why`, `dibao.missing`.
        persons: the same of each person, with the key of the household and the columns kept of it; None where
            no provision is about persons.
    """

    households: Table
    persons: Table = None


def given_in(nested: Nested) -> Given:
    """Return which columns registers have; a household without persons has been refused."""
    return Given(nested.columns, nested.complete, inhabited=True)


@define
class Seen:
    """How much of registers was decided.

    Attributes:
        households: how many households.
        persons: how many members they have.
        numbered: whether persons have numbers of their own, of which each was seen to be there once.
    """

    households: int = 0
    persons: int = 0
    numbered: bool = True

    def add(self, batch: RecordBatch) -> None:
        """Count the households of a nested batch and their members."""
        self.households += batch.num_rows
        self.persons += len(batch.column(MEMBERS).flatten())

    def of(self, batches: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
        """Count nested batches as they pass."""
        for batch in batches:
            self.add(batch)
            yield batch


def decided(
    nested: Nested,
    asked: Query | Steps,
    *,
    memory: str = MEMORY,
    seen: Seen | None = None,
    tallies: Tallies | None = None,
) -> Iterator[Part]:
    """Yield what is said of the households of registers.

    Args:
        nested: the registers.
        asked: steps over arrays, or a query over the nested layout, which DuckDB answers.
        memory: how much DuckDB may hold.
        seen: counts what is decided.
        tallies: adds it up.

    Raises:
        InputInvalid: where the registers have faults, and that is to stop it.
    """
    counted = seen or Seen()
    if isinstance(asked, Query):
        for part in _queried(nested, asked, memory, counted):
            _add(tallies, part)
            yield part
        return
    # Who decides a part adds it up, too, so that several do so at once.
    for (part,) in outcomes(nested, [asked], seen=counted, then=lambda parts: _add(tallies, *parts)):
        yield part


def _add(tallies: Tallies | None, *parts: Part) -> None:
    if tallies is None:
        return
    for part in parts:
        tallies.add(_HOUSEHOLD, part.households)
        if part.persons is not None:
            tallies.add(_PERSON, part.persons)


def outcomes(
    nested: Nested,
    asked: Sequence[Steps],
    *,
    seen: Seen | None = None,
    then: Callable[[tuple[Part, ...]], None] = lambda _: None,
) -> Iterator[tuple[Part, ...]]:
    """Yield what is said of the same households several times, part by part, their rows in one order.

    Args:
        nested: the registers.
        asked: what is asked of them.
        seen: counts what is decided.
        then: is given each part by whichever thread has decided it, in any order.

    Raises:
        InputInvalid: where the registers have faults, and that is to stop it.
    """
    rows = min(each.rows for each in asked)

    def decide(batch: RecordBatch) -> tuple[Part, ...]:
        found = (each.decide(batch) for each in asked)
        parts = tuple(Part(each[_HOUSEHOLD], each.get(_PERSON)) for each in found)
        then(parts)  # while lists of reasons are still a few that many share
        return tuple(Part(_spelled(each.households), _spelled(each.persons)) for each in parts)

    batches = (seen or Seen()).of(nested.batches())
    yield from in_order(decide, (part for batch in batches for part in _slices(batch, rows)))


def _slices(batch: RecordBatch, rows: int) -> Iterator[RecordBatch]:
    """Yield a batch in as many parts as it takes, each as long as the others: short ones are slow."""
    parts = max(1, ceil(batch.num_rows / rows))
    size = max(1, ceil(batch.num_rows / parts))
    for begin in range(0, batch.num_rows, size) or [0]:
        yield batch.slice(begin, size)


def _spelled(table: Table) -> Table:
    """Return a table in which each thing has lists of its own."""
    import pyarrow as arrow

    for place, field in enumerate(() if table is None else table.schema):
        if arrow.types.is_dictionary(field.type) and arrow.types.is_list(field.type.value_type):
            coded = table.column(place).combine_chunks()
            table = table.set_column(place, field.name, coded.dictionary.take(coded.indices))
    return table


def plain(table: Table) -> Table:
    """Return a table in which texts are texts, however they are coded.

    Example:
        >>> import pyarrow
        >>> plain(pyarrow.table({"area": pyarrow.array(["urban"]).dictionary_encode()})).schema.types
        [DataType(string)]
    """
    import pyarrow as arrow

    for place, field in enumerate(table.schema):
        kind = field.type
        if arrow.types.is_dictionary(kind):
            kind = kind.value_type
        elif arrow.types.is_list(kind):
            kind = arrow.list_(arrow.string())
        if kind != field.type:
            table = table.set_column(place, field.name, table.column(place).cast(kind))
    return table


def _queried(nested: Nested, asked: Query, memory: str, seen: Seen) -> Iterator[Part]:
    with database(memory) as connection:
        batches = seen.of(nested.batches())
        for batch in streamed(connection, asked.text, _HOUSEHOLD, nested.schema, batches):
            yield part_of(batch, asked)


def part_of(rows: Table, asked: Query) -> Part:
    """Return what a query says, as tables: a record batch or a table of its rows."""
    import pyarrow as arrow

    table = arrow.Table.from_batches([rows]) if isinstance(rows, arrow.RecordBatch) else rows
    if MEMBERS not in table.column_names:
        return Part(table)
    of_provisions = {each.name for each in asked.outputs.get(_HOUSEHOLD, ())}
    passed = [name for name in table.column_names if name not in {MEMBERS, *of_provisions}]
    return Part(table.drop_columns([MEMBERS]), _persons(table, passed))


def _persons(table: Table, passed: Sequence[str]) -> Table:
    """Return the members of households as rows, each with what its household passes on."""
    import pyarrow as arrow
    import pyarrow.compute as calculate

    members = table.column(MEMBERS).combine_chunks()
    home = calculate.list_parent_indices(members)
    each = calculate.list_flatten(members)
    names = [field.name for field in each.type]
    columns = {name: calculate.take(table.column(name), home) for name in passed if name not in names}
    columns |= {name: calculate.struct_field(each, name) for name in names}
    return arrow.table(columns)
