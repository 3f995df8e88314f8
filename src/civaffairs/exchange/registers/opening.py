"""Open registers: whatever they come as, they go out checked and nested."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Literal

from civaffairs.errors import Fault, InputInvalid, fault, raise_all
from civaffairs.exchange.registers.beside import Aside, SideBySide
from civaffairs.exchange.registers.faults import Faults
from civaffairs.exchange.registers.format import HOUSEHOLD_ID, KEYS, PERSON_ID, REGISTERS
from civaffairs.exchange.registers.keys import KeyColumn, in_order, looked_at, twice
from civaffairs.exchange.registers.mapping import Layout, Mapped, laid_out, read_mapping
from civaffairs.exchange.registers.names import RecordBatch
from civaffairs.exchange.registers.nested import (
    Nested,
    Temporary,
    is_nested,
    looks_nested,
    read_nested,
)
from civaffairs.exchange.registers.rows import Rows
from civaffairs.exchange.registers.sources import Opened, Source, opened


def opened_registers(
    households: Source,
    persons: Source | None = None,
    *,
    columns: Path | Mapping[str, Mapped] | None = None,
    on: date,
    faulty: Literal["stop", "set_aside"] = "stop",
    needed: Mapping[str, Collection[str]] | None = None,
    keep: Sequence[str] = (),
    usual: Sequence[str] = (),
    aside: Callable[[RecordBatch], object] | None = None,
) -> Nested:
    """Open the registers of households and persons.

    Only columns that are needed are read, and only what is read is checked.

    Args:
        households: the path of a Parquet or CSV file, a frame of pandas, polars or pyarrow, a relation of
            DuckDB; or a nested file, and then without persons.
        persons: the same for the persons.
        columns: a file of column mappings, see `mapping`, or what it says; none with a nested file, whose
            columns are ours.
        on: the day of decision; nobody may be born after it.
        faulty: `stop`, to read everything and then raise all faults at once, or `set_aside`, to leave out the
            whole household of each faulty row.
        needed: for `Household` and `Person` the facts to be read; every one that is there where it is None.
        keep: columns of households that are carried along, whether they are facts or not.
        usual: the same, where they are there.
        aside: gets batches of notes of the rows that are set aside: register, row, keys, and the code of what
            is wrong. It is called while the batches are read.

    Raises:
        InputInvalid: where they cannot be opened, or columns are wrong. What is wrong in rows is found while
            they are read.
        ExtraMissing: where a library is not installed.

    Example:
        >>> import pyarrow
        >>> households = pyarrow.table({"household_id": [1], "area": ["urban"], "assets": [600]})
        >>> persons = pyarrow.table({"household_id": [1], "person_id": [11], "disabled": ["是"]})
        >>> registers = opened_registers(households, persons, on=date(2024, 1, 1))
        >>> [row for batch in registers.batches() for row in batch.to_pylist()]
        [{'household_id': 1, 'area': 'urban', 'assets': 60000, 'members': [{'person_id': 11, 'disabled': True}]}]
    """  # noqa: E501 - what is printed stands on one line
    if is_nested(households):
        besides = {"register_persons_besides_nested": persons, "register_columns_besides_nested": columns}
        place = Path(households).name
        raise_all(InputInvalid, (fault(code, place) for code, given in besides.items() if given is not None))
        return read_nested(Path(households), on, needed=needed, keep=keep, usual=usual)
    folder = Temporary()
    first = opened(households, "households", folder)
    if persons is None:
        code = "register_nested_foreign" if looks_nested(first) else "register_persons_absent"
        raise InputInvalid(fault(code, first.place))
    registers = {"households": first, "persons": opened(persons, "persons", folder)}
    layouts = _layouts(registers, columns, needed, keep, usual)
    # Rows that are set aside must be known at once, whereas faults that stop everything may be found late.
    keys, whole = _keys(registers, layouts, wholly=faulty == "set_aside")
    faults = Faults({name: register.place for name, register in registers.items()})
    setting_aside = Aside(aside) if faulty == "set_aside" else None
    doubled = None
    sampled = {name: _is_sampled(found, whole=whole[HOUSEHOLD_ID]) for name, found in keys.items()}
    persons_key = keys["persons"].get(PERSON_ID)
    if persons_key is not None and (
        not persons_key.climbs or (persons_key.sampled and not sampled["persons"])
    ):
        key = layouts["persons"].keys[PERSON_ID]
        doubled = twice(registers["persons"], key, folder, whole=whole[PERSON_ID])
    full = _full(registers, layouts)
    rows = {
        name: Rows(
            _sorted(registers[name], layouts[name], keys[name], folder, whole=whole[HOUSEHOLD_ID]),
            layouts[name],
            whole,
            on,
            faults,
            folder,
            doubled if name == "persons" else None,
            sampled=sampled[name],
            noting=setting_aside is not None and aside is not None,
        )
        for name in registers
    }
    beside = SideBySide(rows["households"], rows["persons"], faults, setting_aside)
    return Nested(
        beside.schema(),
        beside.batches,
        on=on,
        complete=full,
        kept=tuple(layouts["households"].kept),
        unread={name: layout.unread for name, layout in layouts.items()},
        rows=first.rows,
        numbered=persons_key is not None,
        faults=faults,
        aside=setting_aside,
        folder=folder,
    )


def _layouts(
    registers: Mapping[str, Opened],
    columns: Path | Mapping[str, Mapped] | None,
    needed: Mapping[str, Collection[str]] | None,
    keep: Sequence[str],
    usual: Sequence[str],
) -> dict[str, Layout]:
    mapped = read_mapping(columns) if isinstance(columns, Path) else columns or {}
    found: dict[str, Layout] = {}
    faults: list[Fault] = []
    for name, register in registers.items():
        try:
            found[name] = laid_out(
                name,
                register.place,
                register.headings,
                mapped.get(name),
                keep=keep if name == "households" else (),
                usual=usual if name == "households" else (),
                needed=None if needed is None else needed.get(REGISTERS[name], ()),
            )
        except InputInvalid as error:
            faults += error.faults
    raise_all(InputInvalid, faults)
    return found


def _keys(
    registers: Mapping[str, Opened], layouts: Mapping[str, Layout], *, wholly: bool
) -> tuple[dict[str, dict[str, KeyColumn]], dict[str, bool]]:
    """Look at the keys of both registers; return what was found, and which keys are whole numbers."""
    with ThreadPoolExecutor(len(registers)) as pool:
        looks = {
            name: pool.submit(looked_at, register, layouts[name].keys, wholly=wholly)
            for name, register in registers.items()
        }
        keys = {name: look.result() for name, look in looks.items()}
    return keys, {
        HOUSEHOLD_ID: all(found[HOUSEHOLD_ID].whole for found in keys.values()),
        PERSON_ID: PERSON_ID not in keys["persons"] or keys["persons"][PERSON_ID].whole,
    }


def _sorted(
    register: Opened, layout: Layout, keys: Mapping[str, KeyColumn], folder: Temporary, *, whole: bool
) -> Opened:
    key = keys[HOUSEHOLD_ID]
    if key.ascends if whole else key.ascends_as_text:
        return register
    return in_order(register, layout.headings, layout.keys[HOUSEHOLD_ID], folder, whole=whole)


def _is_sampled(keys: Mapping[str, KeyColumn], *, whole: bool) -> bool:
    """Whether a register is read as it stands although not each of its keys was looked at."""
    key = keys[HOUSEHOLD_ID]
    return key.sampled and whole and key.ascends


def _full(registers: Mapping[str, Opened], layouts: Mapping[str, Layout]) -> dict[str, set[str]]:
    """Return the facts that are known in every row: those that always are, and those whose types say so."""
    found: dict[str, set[str]] = {}
    for name, register in registers.items():
        full = register.full()
        found[REGISTERS[name]] = {*KEYS[name]} | {
            each.column.name
            for each in layouts[name].readings
            if each.column.required or (each.heading in full and _is_exact(register, each.heading))
        }
    return found


def _is_exact(register: Opened, heading: str) -> bool:
    """Whether what stands in a column is known where anything does: not so for texts and doubles."""
    import pyarrow as arrow

    kind = register.schema.field(heading).type
    types = arrow.types
    return bool(
        types.is_integer(kind) or types.is_boolean(kind) or types.is_decimal(kind) or types.is_date32(kind)
    )
