"""The embedded engine: cases become small registers, and one query answers for all of them.

DuckDB is loaded when it is used.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.sql.columns import HELD_IN, KEY, WITHIN, inside
from civaffairs.engines.sql.dialects import DUCKDB
from civaffairs.engines.sql.query import query
from civaffairs.errors import ExtraMissing, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Things
    from civaffairs.engines.sql.relations import Register

_TYPES = {
    "number": "BIGINT",
    "truth": "BOOLEAN",
    "term": "VARCHAR",
    "terms": "VARCHAR[]",
    "date": "DATE",
}


@frozen
class Row:
    """What a provision says of one thing.

    Attributes:
        holds: whether its condition holds; None where that cannot be told.
        amounts: how much, in the order of `provision.amounts`; None for one that cannot be told.
    """

    holds: bool | None
    amounts: tuple[Fraction | None, ...]


def rows(provision: Provision, edition: Edition, cases: Sequence[Things], on: date) -> list[Row]:
    """Return what a provision says of each of several cases, in their order.

    Raises:
        ExtraMissing: where DuckDB is not installed.
        RuleRefused: where a rule cannot be computed in SQL.
    """
    asked = query(provision, edition, on)
    registers = _Registers(asked.registers)
    keys = [registers.add(case, provision.of) for case in cases]
    cursor = _connection().cursor()
    try:
        for model, register in asked.registers.items():
            _fill(cursor, model, register, registers.rows[model])
        found = {row[0]: row[1:] for row in cursor.execute(asked.text).fetchall()}
    finally:
        cursor.close()
    return [_row(found[key], asked.scales) for key in keys]


def _row(found: tuple[Any, ...], scales: tuple[int, ...]) -> Row:
    yes, no, *amounts = found
    sizes = zip(amounts[::2], amounts[1::2], scales, strict=True)
    holds = True if yes else False if no else None
    return Row(holds, tuple(Fraction(size, scale) if known else None for size, known, scale in sizes))


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


@frozen(eq=False)
class _Registers:
    """The rows of each register, made of cases."""

    wanted: Mapping[str, Register]
    rows: dict[str, list[list[object]]] = field(factory=lambda: defaultdict(list))
    _keys: count[int] = field(factory=count)

    def add(self, case: Things, model: str) -> int:
        """Add the outermost thing of a case with all that is in it; return the key of the one of a model."""
        outermost, *_ = reversed(lineage(model))
        keys: dict[int, int] = {}
        self._add(outermost, case.by_model[outermost], None, keys)
        return keys[id(case.by_model[model])]

    def _add(self, model: str, thing: object, within: int | None, keys: dict[int, int]) -> None:
        key = next(self._keys)
        keys.setdefault(id(thing), key)
        if model in self.wanted:
            register = self.wanted[model]
            known = (inside(thing, name) is not None for name in register.lists)
            facts = (fact.read(thing) for fact in register.facts.values())
            self.rows[model].append([key, *([] if within is None else [within]), *facts, *known])
        for below, name in HELD_IN.items():
            if lineage(below)[1] == model:
                for item in inside(thing, name) or ():
                    self._add(below, item, key, keys)


def _fill(cursor: Any, model: str, register: Register, found: Iterable[list[object]]) -> None:  # noqa: ANN401
    """Make a register of rows, column by column, so that each column has its type even where it is empty."""
    types = {KEY: "BIGINT"}
    if len(lineage(model)) > 1:
        types[WITHIN] = "BIGINT"
    types |= {fact.name: _TYPES[fact.kind] for fact in register.facts.values()}
    types |= {f"{name}.known": "BOOLEAN" for name in register.lists}
    columns = list(zip(*found, strict=True)) or [()] * len(types)
    made = ", ".join(f"unnest(?::{kind}[]) AS {DUCKDB.quoted(name)}" for name, kind in types.items())
    name = DUCKDB.quoted(model)
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {made}", [list(each) for each in columns])
