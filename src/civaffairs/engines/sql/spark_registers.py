"""Flat registers of households and persons as frames of Spark: what they say, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from civaffairs.domain.models import IncomeKind
from civaffairs.engines.columns import (
    INCOMES,
    Given,
    all_facts,
    fact_column,
    has_register,
    income_kind,
    lists_of,
)
from civaffairs.errors import fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.engines.columns import Kind
    from civaffairs.errors import Fault

KEYS = {"Household": ("household_id",), "Person": ("person_id", "household_id")}
"""The columns that every row of a register needs, by the model of the things in it."""
_TYPES: dict[Kind, str] = {
    "number": "BIGINT",
    "truth": "BOOLEAN",
    "term": "STRING",
    "terms": "ARRAY<STRING>",
    "date": "DATE",
}
_NARROWER = {"INT", "SMALLINT", "TINYINT"}
_NOTHING = "VOID"
_KEY = re.compile(r"BIGINT|INT|SMALLINT|TINYINT|DECIMAL\(\d+,0\)|STRING|(VAR)?CHAR\(\d+\)")
_KINDS = {kind.id for kind in IncomeKind}


def given_in(schemas: Mapping[str, Any]) -> Given:
    """Return which facts registers say, and which of these of everybody.

    Args:
        schemas: the schema of each register, or of the items of a list, by the model of the things in it.
    """
    columns: dict[str, list[str]] = {}
    complete: dict[str, list[str]] = {}
    for model, schema in _all(schemas):
        wanted = _wanted(model)
        # Of somebody of whom only the keys are there it is known that there is somebody.
        names = {*wanted, *KEYS.get(model, ())}
        columns[model] = [each.name for each in schema.fields if each.name in names]
        complete[model] = [each.name for each in schema.fields if each.name in wanted and not each.nullable]
    return Given(columns, complete)


def faults(schemas: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with registers: keys that are not there, other types, unheard-of incomes.

    Args:
        schemas: the schema of each register, by the model of the things in it.
    """
    for model, schema in schemas.items():
        absent = [name for name in KEYS[model] if name not in schema.names]
        yield from (fault("spark_key_absent", name, column=name) for name in absent)
        kinds = {each.name: _type(each) for each in schema.fields if each.name in KEYS[model]}
        strange = (name for name, found in kinds.items() if not _KEY.fullmatch(found))
        yield from (
            fault("spark_column_type", name, column=name, found=kinds[name], wanted="BIGINT, STRING")
            for name in strange
        )
        yield from _mistyped(model, schema, "")


def _all(schemas: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every register and every list that is a column of one, by the model of the things in it."""
    for model, schema in schemas.items():
        yield model, schema
        yield from _all(_lists(model, schema))


def _lists(model: str, schema: Any) -> dict[str, Any]:  # noqa: ANN401 - PySpark is not imported for types
    held = {name: below for name, below in lists_of(model).items() if not has_register(below)}
    return {below: schema[name].dataType.elementType for name, below in held.items() if name in schema.names}


def _wanted(model: str) -> dict[str, str]:
    """Return the columns that say something, with their types; a list has one of its own kind."""
    wanted = {name: _TYPES[fact_column(model, name).kind] for name in all_facts(model)}
    wanted |= {name: "ARRAY<STRUCT>" for name, below in lists_of(model).items() if not has_register(below)}
    if INCOMES in wanted:
        wanted |= {f"{INCOMES}.{kind}": _TYPES["number"] for kind in _KINDS}
    return wanted


def _mistyped(model: str, schema: Any, within: str) -> Iterator[Fault]:  # noqa: ANN401
    wanted = _wanted(model)
    for each in schema.fields:
        name, found = f"{within}{each.name}", _type(each)
        kind = income_kind(model, each.name)
        if kind is not None and kind not in _KINDS:
            yield fault("spark_income_unknown", name, column=name, known=", ".join(sorted(_KINDS)))
        elif each.name in wanted and not _fits(found, wanted[each.name]):
            yield fault("spark_column_type", name, column=name, found=found, wanted=wanted[each.name])
        elif wanted.get(each.name) == "ARRAY<STRUCT>":
            below = lists_of(model)[each.name]
            yield from _mistyped(below, each.dataType.elementType, f"{name}.")


def _type(field: Any) -> str:  # noqa: ANN401 - PySpark is not imported for types
    return str(field.dataType.simpleString()).upper()


def _fits(found: str, wanted: str) -> bool:
    if wanted == "ARRAY<STRUCT>":
        return found.startswith("ARRAY<STRUCT<")
    return found in {wanted, _NOTHING} or (wanted == _TYPES["number"] and found in _NARROWER)
