"""Whether engines decide every row of a population as the reference evaluation does, to the fen.

Rows of the nested layout become households again. The reference evaluation walks the rules for each of them,
and what an engine says of the same rows is held against that, what cannot be told included. Where they
differ, the case is made as small as it can be while they still do.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast

from attrs import frozen

from civaffairs.analysis.running.asking import Asked
from civaffairs.analysis.running.outcomes import part_of
from civaffairs.analysis.sampling.plan import planned
from civaffairs.domain.models import Household, Income, IncomeKind, Person
from civaffairs.domain.models.fact import attributes, is_model, kind_of
from civaffairs.domain.models.terms import Term
from civaffairs.domain.rules.evaluate import Things
from civaffairs.engines.columns import Given
from civaffairs.engines.sql.query import query
from civaffairs.engines.sql.spark import decided, session
from civaffairs.engines.sql.streaming import database
from civaffairs.errors import CivaffairsError
from civaffairs.exchange.registers import opened_registers, written
from civaffairs.exchange.registers.format import columns_of
from civaffairs.testing.engines import Answered, Disagreement, Engine, reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from civaffairs.analysis.running.outcomes import Part
    from civaffairs.domain.provisions import Provision
    from civaffairs.engines.outputs import Bulk
    from civaffairs.engines.sql.query import Query
    from civaffairs.exchange.registers import Nested
    from civaffairs.loading.catalogue import Dossier

_MEMBERS = "members"
_KEYS = {"Household": "household_id", "Person": "person_id"}


# --- populations -----------------------------------------------------------------------------------


def drawn(
    place: Dossier, folder: Path, households: int, *, on: date, unknown: Fraction, seed: int = 0
) -> list[Path]:
    """Draw a population of a place, and return the files of its registers: of households, of persons.

    Args:
        place: whose figures it is calibrated to.
        folder: where the registers are written; nothing may be there yet.
        households: how many.
        on: the day that ages are counted on.
        unknown: the share of facts that are not known.
        seed: the same seed draws the same households.
    """
    from civaffairs.analysis.sampling.people import population

    sample = planned(place.jurisdiction, place.plans, households, seed=seed, on=on, unknown=unknown)
    with written(folder, "parquet") as files:
        for homes, people in population(sample):
            files.add("households", homes)
            files.add("persons", people)
    return [folder / f"{name}.parquet" for name in ("households", "persons")]


def opened(asked: Asked, *registers: Path) -> Nested:
    """Open registers with the facts that are looked at, and with births, without which nobody is a person."""
    needed = {**asked.needed, "Person": asked.needed["Person"] | {"born"}}
    return opened_registers(*registers, on=asked.on, needed=needed)


# --- rows as cases ---------------------------------------------------------------------------------


def household_of(row: Mapping[str, Any]) -> Household:
    """Return a row of the nested layout as a household.

    Raises:
        ModelInvalid: where the models refuse it.

    Example:
        >>> from datetime import date
        >>> member = {"born": date(1950, 3, 1), "incomes.wages": 31850, "child.orphan": None}
        >>> home = household_of({"area": "urban", "assets": None, "members": [member]})
        >>> home.area.id, home.assets is None, home.members[0].incomes[0].monthly, home.members[0].child
        ('urban', True, Decimal('318.5'), None)
    """
    return cast("Household", _thing(Household, "Household", row))


def _thing(cls: type, model: str, row: Mapping[str, Any], prefix: str = "") -> object:
    facts: dict[str, Any] = {}
    for fact, kind, several, made_of_facts in _facts(cls):
        name = f"{prefix}{fact}"
        if kind is Income:
            facts[fact] = _incomes(row, name)
        elif kind is Person:
            facts[fact] = tuple(_thing(Person, "Person", each) for each in row[_MEMBERS])
        elif made_of_facts and not several:
            # Where nothing is known of somebody as an elder, there is no elder.
            if any(value is not None for each, value in row.items() if each.startswith(f"{name}.")):
                facts[fact] = _thing(kind, model, row, f"{name}.")
        elif row.get(name) is None:
            continue
        elif made_of_facts:
            facts[fact] = tuple(_thing(kind, kind.__name__, each) for each in row[name])
        else:
            facts[fact] = _value(kind, model, name, row[name])
    return cls(**facts)


@cache
def _facts(cls: type) -> list[tuple[str, type, bool, bool]]:
    """The facts of a model: name, class, whether there are several, and whether the class is a model."""
    kinds = [(each.name, kind_of(each)) for each in attributes(cls)]
    return [(name, kind.of, kind.several, is_model(kind.of)) for name, kind in kinds]


def _value(kind: type, model: str, name: str, value: Any) -> object:  # noqa: ANN401 - whatever a column holds
    if issubclass(kind, Term):
        by_id = {each.id: each for each in cast("type[Any]", kind)}
        return tuple(by_id[each] for each in value) if isinstance(value, list) else by_id[value]
    return Decimal(value) / columns_of(model)[name].scale if kind is Decimal else value


def _incomes(row: Mapping[str, Any], name: str) -> tuple[Income, ...] | None:
    """A kind that is not known says that incomes are not known; zero says that there is none of it."""
    earned = {kind: row[column] for kind in IncomeKind if (column := f"{name}.{kind.id}") in row}
    if not earned or None in earned.values():
        return None
    return tuple(Income(kind=kind, monthly=Decimal(fen) / 100) for kind, fen in earned.items() if fen)


@frozen
class Rows:
    """Rows of a population.

    Attributes:
        batch: a record batch in the nested layout.
    """

    batch: Any

    @cached_property
    def homes(self) -> list[Household]:
        """The households that the rows are."""
        return [household_of(row) for row in self.batch.to_pylist()]


# --- engines ---------------------------------------------------------------------------------------


class BulkEngine(Protocol):
    """Something that decides the households of many rows at once."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    def answers(self, asked: Asked, rows: Rows) -> Mapping[str, Sequence[Answered]]:
        """Return what each provision says of the households of the rows, or of their members in order.

        Args:
            asked: the provisions and the day.
            rows: the households.
        """
        ...


@frozen
class ArraysOfRegisters:
    """The steps over arrays, which read the rows as `run` reads them."""

    name: str = "numpy (registers)"

    def answers(self, asked: Asked, rows: Rows) -> dict[str, list[Answered]]:
        """Return what the steps find."""
        steps = asked.steps(_given(rows.batch), reasons=False)
        return _read_in_order(asked, steps.decide(rows.batch), steps)


@frozen
class NestedDuckDB:
    """The SQL of the nested layout, read from the rows as `run` reads them."""

    name: str = "DuckDB (nested registers)"

    def answers(self, asked: Asked, rows: Rows) -> dict[str, list[Answered]]:
        """Return what the query finds."""
        text = asked.query(_given(rows.batch), reasons=False)
        with database() as connection:
            connection.register("Household", rows.batch)
            part = part_of(connection.sql(text.text).to_arrow_table(), text)
        return _read_in_order(asked, {"Household": part.households, "Person": part.persons}, text)


@frozen
class FlatDuckDB:
    """The SQL of flat registers, read from the rows taken apart."""

    name: str = "DuckDB (flat registers)"

    def answers(self, asked: Asked, rows: Rows) -> dict[str, list[Answered]]:
        """Return what the query finds; it says so in any order."""
        text, registers = _flat(asked, rows)
        with database() as connection:
            for name, register in registers.items():
                connection.register(name, register)
            part = part_of(connection.sql(text.text).to_arrow_table(), text)
        return _read_by_key(asked, part, registers, text)


@frozen
class FlatSpark:
    """The SQL of flat registers, run by Spark over the rows taken apart."""

    name: str = "Spark (flat registers)"

    def answers(self, asked: Asked, rows: Rows) -> dict[str, list[Answered]]:
        """Return what the query finds; it says so in any order."""
        text, registers = _flat(asked, rows)
        spark = session()
        homes, persons = (spark.createDataFrame(registers[model]) for model in _KEYS)
        frame = decided(asked.provisions, asked.edition, asked.on, homes, persons, reasons=False)
        return _read_by_key(asked, part_of(frame.toArrow(), text), registers, text)


@frozen
class OfCases:
    """An engine that takes cases, asked about the cases that the rows are."""

    engine: Engine

    @property
    def name(self) -> str:
        """What it is called."""
        return self.engine.name

    def answers(self, asked: Asked, rows: Rows) -> dict[str, Sequence[Answered]]:
        """Return what the engine says of the cases."""
        return {
            each.id: self.engine.answers(each, asked.edition, _cases(each, rows.homes), asked.on)
            for each in asked.provisions
        }


def _flat(asked: Asked, rows: Rows) -> tuple[Query, dict[str, Any]]:
    """Return the query over flat registers, and the registers, by the model of the things in each."""
    import pyarrow as arrow

    text = query(
        asked.provisions,
        asked.edition,
        asked.on,
        given=_given(rows.batch),
        layout="flat",
        reasons=False,
        keep=(),
    )
    homes, persons = rows.batch.drop_columns([_MEMBERS]), _members(rows.batch)
    return text, {"Household": arrow.Table.from_batches([homes]), "Person": persons}


def _read_by_key(
    asked: Asked, part: Part, registers: Mapping[str, Any], text: Query
) -> dict[str, list[Answered]]:
    """Read answers that come in any order, in the order of the registers."""
    tables = {"Household": part.households, "Person": part.persons}
    ordered = {
        model: _ordered(tables[model], key, registers[model].column(key))
        for model, key in _KEYS.items()
        if tables[model] is not None
    }
    return _read_in_order(asked, ordered, text)


def _ordered(table: Any, key: str, keys: Any) -> Any:  # noqa: ANN401 - no types
    """Return the rows of a table in the order of keys; one that is lost is a KeyError."""
    places = {one: place for place, one in enumerate(table.column(key).to_pylist())}
    return table.take([places[one] for one in keys.to_pylist()])


def _read_in_order(asked: Asked, tables: Mapping[str, Any], bulk: Bulk) -> dict[str, list[Answered]]:
    scales = {each.name: each.scale for outputs in bulk.outputs.values() for each in outputs}
    return {each.id: _read(each, tables[each.of], scales) for each in asked.provisions}


def _read(
    provision: Provision,
    table: Any,  # noqa: ANN401 - no types
    scales: Mapping[str, int],
) -> list[Answered]:
    names = _amount_columns(provision)
    columns = [table.column(name).to_pylist() for name in names]
    found = []
    for holds, *sizes in zip(table.column(provision.id).to_pylist(), *columns, strict=True):
        amounts = (
            None if size is None else Fraction(size, scales[name])
            for name, size in zip(names, sizes, strict=True)
        )
        found.append(Answered(holds, tuple(amounts) if holds else ()))
    return found


def _amount_columns(provision: Provision) -> list[str]:
    """The columns of the amounts of a provision, in the order of `provision.amounts`."""
    kinds = ("amount", "starts_after", "review_after", "lasts")
    return [f"{provision.id}.{kind}" for kind in kinds if getattr(provision, kind) is not None]


def _members(batch: Any) -> Any:  # noqa: ANN401 - no types
    """Return the members of households as the register of persons."""
    import pyarrow as arrow
    from pyarrow import compute

    members = batch.column(_MEMBERS)
    homes = batch.column(_KEYS["Household"]).take(compute.list_parent_indices(members))
    each = compute.list_flatten(members)
    columns = {field.name: compute.struct_field(each, field.name) for field in each.type}
    return arrow.table({_KEYS["Household"]: homes, **columns})


def _given(batch: Any) -> Given:  # noqa: ANN401 - no types
    """Return the columns of a batch, taken for such in which something may be missing."""
    from pyarrow import compute

    members = batch.schema.field(_MEMBERS).type.value_type
    columns = {
        "Household": frozenset(batch.schema.names) - {_MEMBERS},
        "Person": frozenset(each.name for each in members),
    }
    lengths = compute.list_value_length(batch.column(_MEMBERS))
    return Given(columns, {}, inhabited=bool(compute.all(compute.greater(lengths, 0)).as_py()))


# --- differences -----------------------------------------------------------------------------------


def differences(
    asked: Asked,
    batch: Any,  # noqa: ANN401 - no types
    engines: Sequence[BulkEngine],
) -> Iterator[Disagreement]:
    """Yield for each engine and provision the smallest case that it decides otherwise than one by one.

    Args:
        asked: the provisions and the day.
        batch: a record batch in the nested layout.
        engines: those that are tried.
    """
    rows = Rows(batch)
    expected = {each.id: _expected(each, asked, rows.homes) for each in asked.provisions}
    owners = [place for place, home in enumerate(rows.homes) for _ in home.members]
    for engine in engines:
        found = engine.answers(asked, rows)
        for provision in asked.provisions:
            pairs = zip(expected[provision.id], found[provision.id], strict=True)
            place = next((place for place, (one, other) in enumerate(pairs) if one != other), None)
            if place is not None:
                (row,) = batch.slice(place if provision.of == "Household" else owners[place], 1).to_pylist()
                yield _smallest(asked, provision, engine, batch.schema, row)


def _expected(provision: Provision, asked: Asked, homes: Sequence[Household]) -> list[Answered]:
    return [reference(provision, asked.edition, each, asked.on) for each in _cases(provision, homes)]


def _cases(provision: Provision, homes: Sequence[Household]) -> list[Things]:
    if provision.of == "Household":
        return [Things({"Household": home}) for home in homes]
    return [Things({"Household": home, "Person": each}) for home in homes for each in home.members]


def _smallest(
    asked: Asked,
    provision: Provision,
    engine: BulkEngine,
    schema: Any,  # noqa: ANN401 - no types
    row: dict[str, Any],
) -> Disagreement:
    import pyarrow as arrow

    alone = Asked(asked.edition, asked.on, (provision,))

    def differing(row: dict[str, Any]) -> Disagreement | None:
        try:
            rows = Rows(arrow.RecordBatch.from_pylist([row], schema))
            expected = _expected(provision, alone, rows.homes)
        except CivaffairsError:  # it is no case any more
            return None
        found = engine.answers(alone, rows)[provision.id]
        for case, one, other in zip(_cases(provision, rows.homes), expected, found, strict=True):
            if one != other:
                return Disagreement(provision, asked.on, engine.name, case, one, other)
        return None

    smallest = reduced(row, lambda each: differing(each) is not None)
    return cast("Disagreement", differing(smallest))


def reduced(row: dict[str, Any], still: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Return a row with as few members and facts, and numbers as small, as it can have and still be so.

    Example:
        >>> reduced(
        ...     {"a": 9, "members": [{"b": 1}, {"b": 70}]},
        ...     lambda row: any((m["b"] or 0) > 5 for m in row["members"]),
        ... )
        {'a': None, 'members': [{'b': 6}]}
    """
    before = None
    while row != before:
        before = row
        for place in reversed(range(len(row[_MEMBERS]))):
            without = [each for at, each in enumerate(row[_MEMBERS]) if at != place]
            row = _kept(row, [{**row, _MEMBERS: without}], still)
        for name in row:
            if name != _MEMBERS:
                row = _kept(
                    row, [{**row, name: each} for each in _simpler("Household", name, row[name])], still
                )
        for place, member in enumerate(row[_MEMBERS]):
            for name in member:
                row = _kept(row, _with_simpler_member(row, place, name), still)
    return row


def _kept(
    row: dict[str, Any], smaller: Iterable[dict[str, Any]], still: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Return the first of smaller rows that still is so, or else the row itself."""
    return next((each for each in smaller if still(each)), row)


def _with_simpler_member(row: dict[str, Any], place: int, name: str) -> Iterator[dict[str, Any]]:
    members = row[_MEMBERS]
    for value in _simpler("Person", name, members[place][name]):
        one = {**members[place], name: value}
        yield {**row, _MEMBERS: [*members[:place], one, *members[place + 1 :]]}


def _simpler(model: str, name: str, value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever a column holds
    column = columns_of(model).get(name)
    if value is None or (column is not None and column.required):
        return
    yield None
    if isinstance(value, int) and not isinstance(value, bool) and value:
        step = value
        while step:  # nothing of it, half of it, three quarters … and one less
            yield value - step
            step //= 2
