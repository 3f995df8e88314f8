"""The definition of an indicator over registers: its totals and counts by one query for each register.

What stands above them in the tree, mostly one quotient, is computed from a handful of exact numbers, as the
evaluator does. Where a row cannot be told, the number is not known, and the rows that make it so are counted.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

import attrs
from attrs import field, frozen

from civaffairs.domain.rules.depends import fields_of
from civaffairs.domain.rules.dimension import unit_of
from civaffairs.domain.rules.evaluate import NoFacts, measure
from civaffairs.domain.rules.expr import (
    Case,
    Condition,
    Count,
    Field,
    Flag,
    IsOneOf,
    Quantity,
    Series,
    SeriesAt,
    Total,
)
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.walk import children
from civaffairs.domain.units import Amount
from civaffairs.engines.columns import Given, has_register
from civaffairs.engines.sql.dialects import DUCKDB, Dialect
from civaffairs.engines.sql.emit import Emitter
from civaffairs.engines.sql.flat import written_flat
from civaffairs.engines.sql.nested import written_nested
from civaffairs.engines.sql.relations import Relations
from civaffairs.engines.sql.said import NO, YES, chosen, every, opposite, some
from civaffairs.engines.sql.streaming import database, streamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Measured
    from civaffairs.engines.sql.query import Layout
    from civaffairs.engines.sql.relations import Gathering

Figure: TypeAlias = Total | Count
"""What one register gives: a total, or a count."""

FactNode: TypeAlias = Field | Flag | IsOneOf
"""A fact, as it stands in a tree."""

_NODES = (*get_args(Quantity), *get_args(Condition), Case)


@frozen
class Tally:
    """What a register says of a total or a count.

    Attributes:
        rows: how many things the register has.
        counted: how many of them surely count.
        size: what those come to, in the unit of the figure.
        unclear: how many cannot be told; with one of them the figure is not known.
        missing: the facts that are not known of these, and of how many of them.
    """

    rows: int
    counted: int
    size: Fraction
    unclear: int
    missing: Mapping[FactNode, int]

    @property
    def known(self) -> bool:
        """Whether the figure is known."""
        return not self.unclear


@frozen
class TallyQuery:
    """All figures of one register as a query that gives one row.

    Attributes:
        text: the query.
        outermost: the model of the relation that it reads; in the flat layout it reads `registers` besides.
        figures: what it computes, in the order of its columns.
        registers: the columns that are read, by the model of the things in each register.
        facts: for each figure the facts that it looks at.
        scales: for each figure how many of the whole numbers in its column make one unit.
    """

    text: str
    outermost: str
    figures: tuple[Figure, ...]
    registers: Mapping[str, tuple[str, ...]]
    facts: tuple[tuple[FactNode, ...], ...]
    scales: tuple[int, ...]

    def read(self, row: Sequence[Any]) -> dict[Figure, Tally]:
        """Return what the one row of the query says."""
        left = (int(cell) for cell in row)
        found: dict[Figure, Tally] = {}
        for figure, facts, scale in zip(self.figures, self.facts, self.scales, strict=True):
            rows, counted, size, unclear = (next(left) for _ in range(4))
            missing = {fact: many for fact in facts if (many := next(left))}
            found[figure] = Tally(rows, counted, Fraction(size, scale), unclear, missing)
        return found


def figures_in(definition: Quantity) -> tuple[Figure, ...]:
    """Return the totals and counts of a definition, each once, in reading order.

    Example:
        >>> from civaffairs.domain.models import CareInstitution
        >>> from civaffairs.domain.rules.expr import share
        >>> from civaffairs.domain.rules.vocabulary import field_of, total
        >>> nursing, beds = (total(field_of(CareInstitution, name)) for name in ("nursing_beds", "beds"))
        >>> figures_in(share(nursing, beds, places=2, rounding="half_up")) == (nursing, beds)
        True
    """
    return tuple(dict.fromkeys(_figures(definition)))


def _figures(tree: Any) -> Iterator[Figure]:  # noqa: ANN401 - a node
    if isinstance(tree, Total | Count):
        yield tree
    else:
        for child in children(tree):
            yield from _figures(child)


def model_of(figure: Figure) -> str:
    """Return the model of the things that a figure adds up or counts."""
    return figure.of.model if isinstance(figure, Total) else figure.model


def by_register(definitions: Iterable[Quantity]) -> dict[str, tuple[Figure, ...]]:
    """Return all figures of definitions, by the outermost model of the register that gives them.

    What is about persons is counted in households, which hold them.
    """
    found: dict[str, dict[Figure, None]] = {}
    for definition in definitions:
        for figure in figures_in(definition):
            found.setdefault(lineage(model_of(figure))[-1], {})[figure] = None
    return {model: tuple(figures) for model, figures in found.items()}


def tally_query(
    figures: Sequence[Figure],
    edition: Edition,
    on: date,
    *,
    given: Given,
    layout: Layout = "flat",
    dialect: Dialect = DUCKDB,
    sources: Mapping[str, str] | None = None,
) -> TallyQuery:
    """Return figures of one register as one query, so that the register is read once.

    Args:
        figures: totals and counts whose things are of one model, or held by things of one model.
        edition: what holds there and then, for conditions that refer to standards and rules.
        on: the day for which ages are counted.
        given: which columns the registers have.
        layout: whether persons have a register of their own, or stand in lists of their households.
        dialect: the words of the engine.
        sources: for each register the relation that it is, by default called as the model is.

    Raises:
        RuleRefused: where a condition cannot be computed in SQL.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> from civaffairs.domain.models import Township
        >>> from civaffairs.domain.rules.vocabulary import count, flag_of
        >>> day, rulebook = date(2025, 6, 30), load()["taoyuan"].rulebook
        >>> stations = count(Township, "township", flag_of(Township, "minors_station"))
        >>> given = Given({"Township": ["minors_station"]})
        >>> tally_query([stations], rulebook.on(day), day, given=given).registers
        {'Township': ('minors_station',)}
    """
    outermost = lineage(model_of(figures[0]))[-1]
    relations = Relations(dialect)
    relations.register(outermost)
    writer = _Writer(Emitter(edition, on, relations, given), outermost)
    facts = tuple(writer.add(position, figure) for position, figure in enumerate(figures))
    if layout == "flat":
        inside = written_flat(relations, {outermost: writer.columns}, (), sources or {})
    else:
        inside = written_nested(relations, {outermost: writer.columns}, (), (sources or {}).get(outermost))
    zero = dialect.number(0)
    summed = ", ".join(f"coalesce(sum({dialect.quoted(name)}), {zero})" for name in writer.columns)
    return TallyQuery(
        f"SELECT {summed} FROM (\n{inside}\n) AS things",
        outermost,
        tuple(figures),
        {model: (*register.facts, *register.lists) for model, register in relations.registers.items()},
        facts,
        tuple(writer.scale(figure) for figure in figures),
    )


@frozen(eq=False)
class _Writer:
    """Writes figures as columns of the outermost things, to be added up over all of them."""

    emitter: Emitter
    outermost: str
    columns: dict[str, str] = field(factory=dict)

    def add(self, position: int, figure: Figure) -> tuple[FactNode, ...]:
        """Write a figure; return the facts that it looks at."""
        model, emitter = model_of(figure), self.emitter
        yes, doubt, size = YES, NO, ""
        if figure.where is not None:
            which = emitter.truth(figure.where, model)
            yes, doubt = which.yes, which.doubtful
        if isinstance(figure, Total):
            said = emitter.number(figure.of, model)
            doubt = some([doubt, every([yes, opposite(said.known)])])
            yes, size = every([yes, said.known]), said.size
        # What is held in lists, as incomes are, is known or not as a whole; which of it is not, is not said.
        looked_at = {(each.model, each.name): each for each in fields_of(figure) if has_register(each.model)}
        facts = tuple(looked_at.values())
        self._count(f"{position}.rows", model, YES)
        self._count(f"{position}.counted", model, yes)
        if size:
            zero = emitter.relations.dialect.number(0)
            self._gather(f"{position}.size", model, chosen([(yes, size)], zero), "sum")
        else:
            self._count(f"{position}.size", model, yes)
        self._count(f"{position}.unclear", model, doubt)
        for fact in facts:
            unknown = self._unknown(fact, model)
            self._count(f"{position}.{fact.model}.{fact.name}", model, every([doubt, unknown]))
        return facts

    def scale(self, figure: Figure) -> int:
        """Return how many of the whole numbers of a figure make one unit."""
        return self.emitter.shaper.shape(figure.of).scale if isinstance(figure, Total) else 1

    def _unknown(self, fact: FactNode, model: str) -> str:
        """Write whether a fact is not known; of what a thing holds, whether it is not known of any."""
        emitter = self.emitter
        home = model if fact.model in lineage(model) else fact.model
        if isinstance(fact, Field):
            unknown = opposite(emitter.number(fact, home).known)
        else:
            unknown = emitter.truth(fact, home).doubtful
        for holder in lineage(home)[1:]:
            if home != model:
                unknown = emitter.relations.gathered(holder, home, unknown, "any")
                home = holder
        return unknown

    def _count(self, name: str, model: str, holds: str) -> None:
        if model == self.outermost:
            dialect = self.emitter.relations.dialect
            self.columns[name] = chosen([(holds, dialect.number(1))], dialect.number(0))
        else:
            self._gather(name, model, holds, "count")

    def _gather(self, name: str, model: str, expression: str, gathering: Gathering) -> None:
        """Gather an expression from the things of a model, through those that hold them, to the outermost."""
        for holder in lineage(model)[1:]:
            expression = self.emitter.relations.gathered(holder, model, expression, gathering)
            model, gathering = holder, "sum"
        self.columns[name] = expression


def tallied(asked: TallyQuery, registers: Mapping[str, object]) -> dict[Figure, Tally]:
    """Return what registers say of the figures of a query, by the embedded engine.

    Args:
        asked: the query, with its default sources.
        registers: what DuckDB can read for each register that the query reads, as an Arrow table.

    Raises:
        ExtraMissing: where DuckDB is not installed.
    """
    with database() as connection:
        for model, register in registers.items():
            connection.register(model, register)
        (row,) = connection.execute(asked.text).fetchall()
    return asked.read(row)


def tallied_on_the_way(asked: TallyQuery, schema: Any, parts: Iterator[Any]) -> dict[Figure, Tally]:  # noqa: ANN401
    """Return what one register says that comes in parts and is never held as a whole; see `tallied`.

    Args:
        asked: the query.
        schema: the columns of the parts.
        parts: record batches of Arrow.

    Raises:
        Exception: whatever the parts raise, as it is.
    """
    with database() as connection:
        (answer,) = streamed(connection, asked.text, asked.outermost, schema, parts)
    return asked.read([column[0].as_py() for column in answer.columns])


def computed(definition: Quantity, tallies: Mapping[Figure, Tally]) -> Measured:
    """Return the size of a definition whose figures are tallied; unknown where one that matters is.

    What is missing is told by the tallies; the answer only says which figures they are.

    Example:
        >>> from civaffairs.domain.models import Township
        >>> from civaffairs.domain.rules.expr import share
        >>> from civaffairs.domain.rules.vocabulary import count, flag_of
        >>> all_of_them = count(Township, "township")
        >>> some_of_them = count(Township, "township", flag_of(Township, "minors_station"))
        >>> coverage = share(some_of_them, all_of_them, places=1, rounding="half_up")
        >>> known = {
        ...     some_of_them: Tally(3, 2, Fraction(2), 0, {}),
        ...     all_of_them: Tally(3, 3, Fraction(3), 0, {}),
        ... }
        >>> computed(coverage, known).text("en")
        '66.7%'
    """
    named = {figure: _series(position, figure) for position, figure in enumerate(figures_in(definition))}
    amounts = {
        named[figure]: None if tally is None or not tally.known else Amount(tally.size, unit_of(figure))
        for figure in named
        for tally in (tallies.get(figure),)
    }
    return measure(_replaced(definition, named), _Figures(amounts))


@frozen
class _Figures(NoFacts):
    """The figures of a definition under the names that stand in their place."""

    amounts: Mapping[Series, Amount | None]

    def series(self, series: Series, years_before: int) -> Amount | None:  # noqa: ARG002 - of one day
        return self.amounts[series]


def _series(position: int, figure: Figure) -> Series:
    label = figure.of.label if isinstance(figure, Total) else figure.label
    return Series(f"figure_{position}", label, unit_of(figure))


def _replaced(part: Any, named: Mapping[Figure, Series]) -> Any:  # noqa: ANN401 - a node, or what stands in one
    """Return a tree with a name in the place of each figure."""
    if isinstance(part, Total | Count):
        return SeriesAt(named[part], 0)
    if isinstance(part, tuple):
        return tuple(_replaced(each, named) for each in part)
    if isinstance(part, _NODES):
        inside = {each.name: _replaced(getattr(part, each.name), named) for each in attrs.fields(type(part))}
        return attrs.evolve(part, **inside)
    return part
