"""Cases as small registers of Arrow, so that engines of registers can be asked about them; their answers."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen

from civaffairs.domain.models import IncomeKind
from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.columns import (
    HELD_IN,
    INCOME,
    INCOME_KIND,
    INCOME_MONTHLY,
    INCOMES,
    Given,
    all_facts,
    fact_column,
    has_register,
    income_kind,
    inside,
    key_column,
    lists_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.evaluate import Things
    from civaffairs.engines.outputs import Bulk


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


@cache
def given_by_models(outermost: str, *, wide: bool = False) -> Given:
    """Return that registers have every fact that a model and what is within it have.

    Args:
        outermost: the model, as "Household".
        wide: whether incomes stand in one column for each kind.

    Example:
        >>> given = given_by_models("Household", wide=True)
        >>> given.has("Supporter", "disabled"), given.has("Person", "incomes"), len(given.kinds_of_income)
        (True, False, 12)
    """
    columns: dict[str, list[str]] = {}
    left = [outermost]
    while left:
        model = left.pop()
        held = lists_of(model)
        if wide:
            held.pop(INCOMES, None)
        columns[model] = [*all_facts(model), *held]
        if wide and model == "Person":
            columns[model] += [f"{INCOMES}.{kind.id}" for kind in IncomeKind]
        left += held.values()
    required = {
        model: [name for name in names if name in all_facts(model) and fact_column(model, name).sure]
        for model, names in columns.items()
    }
    return Given(columns, required)


@frozen(eq=False)
class CaseRegisters:
    """Registers that are made of cases.

    Attributes:
        outermost: what the outermost thing of each case is.
        read: the columns that they have, by model, as `Query.registers` says them.
        nested: whether members are a list of their household, or have a register of their own.
        rows: the rows of each register.
    """

    outermost: str
    read: Mapping[str, Sequence[str]]
    nested: bool
    rows: dict[str, list[dict[str, object]]] = field(factory=dict)
    _keys: list[int] = field(factory=list)

    def add(self, case: Things, model: str) -> tuple[int, int]:
        """Add the outermost thing of a case with all that is in it.

        Returns:
            Its key, and the key of the one of a model that the case is about.
        """
        keys: dict[int, int] = {}
        outermost = case.by_model[self.outermost]
        row = self._row(self.outermost, outermost, keys)
        self.rows.setdefault(self.outermost, []).append(row)
        return keys[id(outermost)], keys[id(case.by_model[model])]

    def tables(self) -> dict[str, Any]:
        """Return each register as a table of Arrow."""
        import pyarrow as pa

        names = [model for model in self.read if model == self.outermost or self._is_flat(model)]
        return {
            model: pa.Table.from_pylist(self.rows.get(model, []), schema=pa.schema(list(self._fields(model))))
            for model in names
        }

    def _is_flat(self, model: str) -> bool:
        return not self.nested and has_register(model)

    def _row(self, model: str, thing: object, keys: dict[int, int]) -> dict[str, object]:
        row: dict[str, object] = {}
        if has_register(model):
            row[key_column(model)] = keys.setdefault(id(thing), len(self._keys))
            self._keys.append(0)
        lists = lists_of(model)
        for name in self.read.get(model, ()):
            if name not in lists:
                row[name] = _value(thing, model, name)
        for name, below in lists.items():
            if below in self.read or name in self.read.get(model, ()):
                held = inside(thing, name)
                items = None if held is None else [self._row(below, each, keys) for each in held]
                if not self._is_flat(below):
                    row[name] = items
                    continue
                around = {key_column(model): row[key_column(model)]}
                self.rows.setdefault(below, []).extend({**around, **each} for each in items or ())
        return row

    def _fields(self, model: str) -> Iterator[tuple[str, Any]]:
        import pyarrow as pa

        if has_register(model):
            yield key_column(model), pa.int64()
        if self._is_flat(model) and model != self.outermost:
            yield key_column(lineage(model)[1]), pa.int64()
        lists = lists_of(model)
        for name in self.read.get(model, ()):
            if name not in lists:
                yield name, _type(fact_column(model, name).kind)
        for name, below in lists.items():
            if (below in self.read or name in self.read.get(model, ())) and not self._is_flat(below):
                yield (
                    name,
                    pa.list_(pa.struct(list(self._fields(below)) or [("nothing", pa.int64())])),
                )


def _type(kind: str) -> Any:  # noqa: ANN401 - pyarrow is not imported for types
    import pyarrow as pa

    return {
        "number": pa.int64(),
        "truth": pa.bool_(),
        "term": pa.string(),
        "terms": pa.list_(pa.string()),
        "date": pa.date32(),
    }[kind]


def _value(thing: object, model: str, name: str) -> object:
    kind = income_kind(model, name)
    if kind is None:
        return fact_column(model, name).read(thing)
    incomes = inside(thing, INCOMES)
    if incomes is None:
        return None
    column = fact_column(INCOME, INCOME_MONTHLY)
    return sum(cast("int", column.read(each)) for each in incomes if inside(each, INCOME_KIND).id == kind)


# --- what is answered ------------------------------------------------------------------------------


def answered(
    provision: Provision,
    asked: Bulk,
    cases: Sequence[Things],
    find: Callable[[Mapping[str, Any]], Sequence[Mapping[str, Any]]],
    *,
    nested: bool,
) -> list[Row]:
    """Return what a provision says of each of several cases, in their order.

    Args:
        provision: what is asked.
        asked: the query about it.
        cases: for each the thing that the provision is about, with the things around it.
        find: returns the rows of the query over registers, which are tables of Arrow by their names.
        nested: whether members are a list of their household, or have a register of their own.
    """
    outermost = lineage(provision.of)[-1]
    registers = CaseRegisters(outermost, asked.registers, nested=nested)
    keys = [registers.add(case, provision.of) for case in cases]
    answers = dict(_answers(provision, asked, outermost, find(registers.tables())))
    return [answers[key] for _, key in keys]


def _answers(
    provision: Provision, asked: Bulk, outermost: str, found: Sequence[Mapping[str, Any]]
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
