"""Frames in, frames of the same kind out: a population decided within a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from typing import Literal as OneOf

from attrs import frozen

from civaffairs.analysis.running.asking import asked_of
from civaffairs.analysis.running.outcomes import decided, given_in, plain
from civaffairs.errors import InputInvalid, fault
from civaffairs.exchange.registers import opened_registers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.errors import Fault


@frozen
class DecidedRegisters:
    """What provisions say of the households and persons of registers, as frames.

    Attributes:
        households: a row for each household, in the order of their keys: the key, the columns that were kept,
            and for each provision `dibao` (true, false, or missing where it cannot be told), `dibao.amount`
            in whole numbers (fen for yuan), `dibao.why` and `dibao.missing`.
        persons: the same of each person; None where no provision is about persons.
        left_out: the provisions that were not asked, for they cannot be computed in bulk.
        numbered: whether persons have numbers of their own; where not, nobody saw who is there twice.
        faults: what was wrong in the rows of households that were left out.
    """

    households: Any
    persons: Any
    left_out: tuple[str, ...]
    numbered: bool
    faults: tuple[Fault, ...]


def decide_registers(
    rulebook: Rulebook,
    households: Any,  # noqa: ANN401 - any frame
    persons: Any,  # noqa: ANN401 - any frame
    *,
    on: date,
    provisions: Iterable[str] | None = None,
    columns: Path | None = None,
    faulty: OneOf["stop", "set_aside"] = "stop",
    reasons: bool = True,
    keep: Sequence[str] = (),
) -> DecidedRegisters:
    """Decide a population that stands in frames, and return frames of the same kind.

    A frame is one of pandas, polars (eager or lazy), pyarrow, DuckDB or Spark; or the path of a file, for
    which tables of pyarrow are returned. What is returned is held in memory, unless it is of Spark, which
    computes on as many machines as it has; `civaffairs run` is for what memory does not hold.

    Args:
        rulebook: that of the place, `catalogue["jiangjin"].rulebook`.
        households: the register of households.
        persons: the register of persons.
        on: the day for which they are decided.
        provisions: the ids of those that are asked; by default all about households and persons that can be
            computed in bulk.
        columns: a file that says what the columns of the registers are, where they are called otherwise; not
            for frames of Spark.
        faulty: whether faulty rows stop it, or their households are left out.
        reasons: whether it says why not, and which facts are missing.
        keep: columns of households that pass through to the results.

    Raises:
        InputInvalid: with every kind of fault in the registers, and how many rows have it.
        UnknownName: for a provision that there is not.

    Example:
        >>> from datetime import date
        >>> import pyarrow
        >>> from civaffairs import load
        >>> homes = pyarrow.table({"household_id": [1], "area": ["urban"], "assets_fen": [0]})
        >>> people = pyarrow.table({"person_id": [7], "household_id": [1], "born": [date(1950, 3, 1)]})
        >>> found = decide_registers(
        ...     load()["taoyuan"].rulebook, homes, people, on=date(2024, 9, 1), provisions=["dibao"]
        ... )
        >>> found.households.column("dibao").to_pylist(), found.households.column("dibao.missing").to_pylist()
        ([None], [['members.employed', 'members.incomes']])
    """
    import pyarrow as arrow

    asked = asked_of(rulebook, on=on, provisions=provisions)
    left_out = tuple(dict.fromkeys(each.where.partition(".")[0] for each in asked.left_out))
    if type(households).__module__.startswith("pyspark."):
        from civaffairs.analysis.running.on_spark import decide_frames

        if columns is not None:
            raise InputInvalid(fault("run_spark_needs", "columns", what="columns="))
        found = decide_frames(asked, households, persons, faulty=faulty, reasons=reasons, keep=keep)
        return DecidedRegisters(found.households, found.persons, left_out, numbered=True, faults=found.faults)
    registers = opened_registers(
        households, persons, columns=columns, on=on, faulty=faulty, needed=asked.needed, keep=keep
    )
    steps = asked.steps(given_in(registers), reasons=reasons, keep=keep)
    parts = list(decided(registers, steps))
    of_persons = [plain(part.persons) for part in parts if part.persons is not None]
    return DecidedRegisters(
        _like(arrow.concat_tables([plain(part.households) for part in parts]), households),
        _like(arrow.concat_tables(of_persons), households) if of_persons else None,
        left_out,
        numbered=registers.numbered,
        faults=registers.faults.faults,
    )


def _like(table: Any, frame: Any) -> Any:  # noqa: ANN401 - any frame
    """Return a table of pyarrow as a frame of the kind of another one."""
    import narwhals

    known = narwhals.from_native(frame, pass_through=True)
    if isinstance(known, narwhals.DataFrame):
        return narwhals.from_arrow(table, backend=known.implementation).to_native()
    if not isinstance(known, narwhals.LazyFrame):  # a path
        return table
    if known.implementation.is_duckdb():
        import duckdb

        return duckdb.from_arrow(table)
    return narwhals.from_arrow(table, backend=known.implementation).lazy().to_native()
