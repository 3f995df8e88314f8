"""Decided registers, before and after, added up part by part: exactly, and in bounded memory.

Each part becomes one row for each household in a small database, is added up by group, and forgotten. What is
kept of single households are the changes of their money, and their income per head while tenths are made.
All money is whole numbers of one scale; sums are of 128 bits and raise where they do not fit.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import groupby
from math import lcm
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define, field, frozen

from civaffairs.analysis.simulating.effects import Changed, Effect, Group, Moved, Side
from civaffairs.domain.provisions import ProvisionKind
from civaffairs.domain.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from civaffairs.domain.provisions import Provision

DECILE = "decile"
"""The grouping by tenths of the persons, the poorest first."""
_TENTHS = 10
_FLOW, _ONCE, _MONTH = Unit.parse("元/月"), Unit.parse("元"), Unit.parse("月")
_KEY = "household_id"

Name: TypeAlias = str | int | None
Bound: TypeAlias = tuple[int, int, object]
"""A tenth from 1 to 10, the income per head with which it begins, and the key of its first household."""


@frozen
class Watched:
    """A provision whose effects are counted.

    Attributes:
        provision: the provision.
        touched: whether it has columns of its own after the change; otherwise those before hold for both.
        scales: how many of the whole numbers in its column of amounts make one unit, before and after.
    """

    provision: Provision
    touched: bool = True
    scales: tuple[int, int] = (1, 1)

    @property
    def pays(self) -> bool:
        """Whether it is a cash benefit, of whatever amount."""
        return self.provision.kind is ProvisionKind.CASH and (
            self.provision.amount is None or self.lasting is not None
        )

    @property
    def lasting(self) -> bool | None:
        """Whether its amount is paid month after month; False where once, None where it is no money."""
        rule = self.provision.amount
        if rule is None:
            return None
        if rule.unit.goes_with(_FLOW):
            return True
        return False if rule.unit.goes_with(_ONCE) else None

    def month(self, side: int) -> Fraction:
        """Return how many yuan in the month one of the whole numbers is."""
        rule = self.provision.amount
        if rule is None or self.lasting is None:
            return Fraction(0)
        scale = self.scales[side if self.touched else 0]
        return rule.unit.factor_to(_FLOW if self.lasting else _ONCE) / scale


@frozen
class Decided:
    """A part of the registers, decided before and after: tables with their rows in the same order.

    Attributes:
        households: the households before, and after where anything is asked of them again.
        persons: the same of persons; None where no provision is about persons.
    """

    households: tuple[Any, Any]
    persons: tuple[Any, Any] = (None, None)


@define
class _Sums:
    """What one group comes to, in whole numbers."""

    households: int = 0
    persons: int = 0
    rest: list[int] = field(factory=list)

    def add(self, households: int, persons: int, rest: Sequence[int]) -> None:
        self.households += households
        self.persons += persons
        self.rest = (
            [one + other for one, other in zip(self.rest, rest, strict=True)] if self.rest else [*rest]
        )


_SUMS = ("reached", "people", "doubtful", "unsized", "month", "year")
_ACROSS = ("newly_in", "newly_out")


class Counting:
    """Adds up what changes; see `add` and `group`."""

    def __init__(
        self,
        connection: Any,  # noqa: ANN401 - DuckDB has no types
        watched: Sequence[Watched],
        by: Sequence[str] = (),
        *,
        size: str,
        income: str,
        tenths: Sequence[Bound] = (),
    ) -> None:
        """Begin with nothing.

        Args:
            connection: a database of its own; see `engines.sql.streaming.database`.
            watched: the provisions.
            by: the columns of households by which groups are made.
            size: the column of the number of members.
            income: the column of the income per head.
            tenths: where the tenths begin; see `tenths_of`.
        """
        self.watched = tuple(watched)
        self.by = tuple(by)
        self._connection = connection
        self._size, self._income, self._tenths = size, income, tuple(tenths)
        steps = (each.month(side).denominator for each in self.watched for side in (0, 1))
        self.scale = lcm(*steps)
        self._sums: dict[tuple[str, Name], _Sums] = defaultdict(_Sums)
        self._connection.execute(
            "CREATE TABLE moves (grouping VARCHAR, name VARCHAR, which INTEGER, change HUGEINT, "
            "households BIGINT, persons HUGEINT)"
        )

    # --- adding ---

    def add(self, part: Decided) -> None:
        """Add the next households."""
        con = self._connection
        con.register("homes", _side_by_side(part.households))
        people = part.persons[0] is not None
        if people:
            con.register("people", _side_by_side(part.persons))
        con.execute(f"CREATE OR REPLACE TEMP TABLE part AS {self._rows(people=people)}")
        for name in ("homes", "people") if people else ("homes",):
            con.unregister(name)
        sums = ", ".join(
            f"sum({name}{place})" for place in range(len(self.watched)) for name in self._columns()
        )
        for grouping, column in self._groupings():
            found = con.execute(
                f"SELECT {column}, count(*), sum(size){', ' + sums if sums else ''} FROM part GROUP BY 1"
            ).fetchall()
            for name, households, persons, *rest in found:
                key = grouping, None if name is None else name if grouping == DECILE else str(name)
                self._sums[key].add(households, int(persons), [int(each) for each in rest])
            self._keep_changes(grouping, column, -1)
        for place, each in enumerate(self.watched):
            if each.pays:
                self._keep_changes("", "NULL", place)

    def _keep_changes(self, grouping: str, column: str, which: int) -> None:
        change = "change" if which < 0 else f"change{which}"
        self._connection.execute(
            f"INSERT INTO moves SELECT ?, CAST({column} AS VARCHAR), ?, {change}, count(*), sum(size) "
            "FROM part GROUP BY 2, 4",
            [grouping, which],
        )

    def _groupings(self) -> Iterator[tuple[str, str]]:
        yield "", "NULL"
        yield from ((name, f"by{place}") for place, name in enumerate(self.by))
        if self._tenths:
            yield DECILE, DECILE

    @staticmethod
    def _columns() -> tuple[str, ...]:
        return (*(f"{name}_{side}_" for side in "ba" for name in _SUMS), *(f"{name}_" for name in _ACROSS))

    def _rows(self, *, people: bool) -> str:
        """Return the query for one row of a household: what each provision does for it, before and after."""
        columns = [f"h.{_quoted('b', self._size)} AS size"]
        columns += (f"h.{_quoted('b', name)} AS by{place}" for place, name in enumerate(self.by))
        if self._tenths:
            columns.append(f"{self._tenth()} AS {DECILE}")
        inside: list[str] = []
        for place, each in enumerate(self.watched):
            if each.provision.of == "Household":
                columns += (f"{said} AS {name}" for name, said in self._of_home(place, each))
            else:
                inside += (f"{said} AS {name}" for name, said in self._of_people(place, each))
                columns += (f"coalesce(p.{name}, 0) AS {name}" for name, _ in self._of_people(place, each))
        joined = ""
        if people:
            key = _quoted("b", _KEY)
            joined = (
                f" LEFT JOIN (SELECT {key} AS home, {', '.join(inside)} FROM people GROUP BY 1) AS p "
                f"ON p.home = h.{key}"
            )
        paying = [place for place, each in enumerate(self.watched) if each.pays]
        changes = [
            f"CASE WHEN {_doubts(place)} = 0 THEN month_a_{place} - month_b_{place} END AS change{place}"
            for place in paying
        ]
        whole = " + ".join(f"change{place}" for place in paying) or "CAST(0 AS HUGEINT)"
        inner = f"SELECT {', '.join(columns)} FROM homes AS h{joined}"
        return f"SELECT *, {whole} AS change FROM (SELECT {', '.join(['*', *changes])} FROM ({inner}))"

    def _tenth(self) -> str:
        income, key = f"h.{_quoted('b', self._income)}", f"h.{_quoted('b', _KEY)}"
        branches = " ".join(
            f"WHEN {income} > {bound} OR ({income} = {bound} AND {key} >= {_literal(first)}) THEN {tenth}"
            for tenth, bound, first in reversed(self._tenths)
        )
        return f"CASE WHEN {income} IS NULL THEN NULL {branches} END"

    def _of_home(self, place: int, watched: Watched) -> Iterator[tuple[str, str]]:
        for side, said in zip("ba", self._sides("h", watched), strict=True):
            holds, doubtful, unsized, month, year = said
            members = f"h.{_quoted('b', self._size)}"
            values = (
                f"CASE WHEN {holds} THEN 1 ELSE 0 END",
                f"CASE WHEN {holds} THEN {members} ELSE 0 END",
                f"CASE WHEN {doubtful} THEN 1 ELSE 0 END",
                f"CASE WHEN {unsized} THEN 1 ELSE 0 END",
                f"coalesce({month}, 0)",
                f"coalesce({year}, 0)",
            )
            yield from zip((f"{name}_{side}_{place}" for name in _SUMS), values, strict=True)
        for name, crossed in zip(_ACROSS, self._crossings("h", watched), strict=True):
            yield f"{name}_{place}", f"CASE WHEN {crossed} THEN 1 ELSE 0 END"

    def _of_people(self, place: int, watched: Watched) -> Iterator[tuple[str, str]]:
        for side, said in zip("ba", self._sides("people", watched), strict=True):
            holds, doubtful, unsized, month, year = said
            values = (
                f"CAST(bool_or({holds}) AS INTEGER)",
                f"CAST(count_if({holds}) AS INTEGER)",
                f"CAST(count_if({doubtful}) AS INTEGER)",
                f"CAST(count_if({unsized}) AS INTEGER)",
                f"coalesce(sum({month}), 0)",
                f"coalesce(sum({year}), 0)",
            )
            yield from zip((f"{name}_{side}_{place}" for name in _SUMS), values, strict=True)
        for name, crossed in zip(_ACROSS, self._crossings("people", watched), strict=True):
            yield f"{name}_{place}", f"CAST(count_if({crossed}) AS INTEGER)"

    def _sides(self, of: str, watched: Watched) -> Iterator[tuple[str, str, str, str, str]]:
        """Yield for before and after: who is reached, in doubt, of unknown amount, and what is paid."""
        id, rule = watched.provision.id, watched.provision.amount
        for side, mark in enumerate(("b", "a" if watched.touched else "b")):
            truth = f"{of}.{_quoted(mark, id)}"
            holds = f"coalesce({truth}, FALSE)"
            if not watched.pays:
                yield holds, f"{truth} IS NULL", "FALSE", "CAST(0 AS HUGEINT)", "CAST(0 AS HUGEINT)"
                continue
            if rule is None:
                yield holds, f"{truth} IS NULL", holds, "CAST(0 AS HUGEINT)", "CAST(0 AS HUGEINT)"
                continue
            amount = f"{of}.{_quoted(mark, f'{id}.amount')}"
            each = int(watched.month(side) * self.scale)
            paid = f"CASE WHEN {holds} THEN CAST({amount} AS HUGEINT) * {each} END"
            months, unsized = "1", f"{holds} AND {amount} IS NULL"
            if watched.lasting:
                months = "12"
                if watched.provision.lasts is not None:
                    lasts = f"{of}.{_quoted(mark, f'{id}.lasts')}"
                    # `least` passes over what is NULL, which here would make a year of what is not known.
                    months = f"CASE WHEN {lasts} IS NOT NULL THEN least(12, {lasts}) END"
                    unsized = f"{holds} AND ({amount} IS NULL OR {lasts} IS NULL)"
            yield holds, f"{truth} IS NULL", unsized, paid, f"({paid}) * {months}"

    @staticmethod
    def _crossings(of: str, watched: Watched) -> tuple[str, str]:
        if not watched.touched:
            return "FALSE", "FALSE"
        before, after = (f"{of}.{_quoted(mark, watched.provision.id)}" for mark in "ba")
        return f"NOT {before} AND {after}", f"{before} AND NOT {after}"

    # --- what came out ---

    def whole(self) -> Group:
        """Return what the whole population comes to."""
        return self._group(("", None), self._moved(""))

    def groups(self, grouping: str) -> tuple[Group, ...]:
        """Return what each group of a column comes to, those of which it is not known last."""
        moved = self._moved(grouping)
        keys = [key for key in self._sums if key[0] == grouping]
        in_order = sorted(keys, key=lambda key: (key[1] is None, key[1] if key[1] is not None else 0))
        return tuple(self._group(key, moved) for key in in_order)

    def _group(self, key: tuple[str, Name], moved: dict[tuple[Name, int], Moved]) -> Group:
        sums = self._sums.get(key, _Sums())
        width = len(self._columns())
        rest = sums.rest or [0] * (width * len(self.watched))
        effects = tuple(
            self._effect(each, rest[place * width : (place + 1) * width], moved.get((key[1], place)))
            for place, each in enumerate(self.watched)
        )
        return Group(key[1], sums.households, sums.persons, effects, moved.get((key[1], -1), Moved()))

    def _effect(self, watched: Watched, values: list[int], moved: Moved | None) -> Effect:
        before, after = self._side(values[: len(_SUMS)]), self._side(values[len(_SUMS) : 2 * len(_SUMS)])
        newly_in, newly_out = values[2 * len(_SUMS) :]
        return Effect(
            watched.provision, before, after, newly_in, newly_out, moved, watched.pays, watched.touched
        )

    def _side(self, values: list[int]) -> Side:
        households, persons, doubtful, unsized, month, year = values
        return Side(
            households, persons, doubtful, unsized, Fraction(month, self.scale), Fraction(year, self.scale)
        )

    def _moved(self, grouping: str) -> dict[tuple[Name, int], Moved]:
        rows = self._connection.execute(
            "SELECT name, which, sign(change), change, sum(households), sum(persons) FROM moves "
            "WHERE grouping = ? GROUP BY ALL ORDER BY 1, 2, 3, 4",
            [grouping],
        )
        found: dict[tuple[Name, int], dict[int | None, Changed]] = defaultdict(dict)
        for (name, which, sign), several in groupby(_streamed(rows), key=lambda row: row[:3]):
            said = name if grouping != DECILE or name is None else int(name)
            found[said, which][sign] = self._changed(several, known=sign is not None)
        none = Changed()
        return {
            key: Moved(each.get(1, none), each.get(-1, none), each.get(0, none), each.get(None, none))
            for key, each in found.items()
        }

    def _changed(self, rows: Iterable[tuple[Any, ...]], *, known: bool) -> Changed:
        """Return what households come to whose changes are given with how many have each, in order."""
        counts = [(row[3], int(row[4]), int(row[5])) for row in rows]
        households, persons = (sum(each[place] for each in counts) for place in (1, 2))
        if not known:
            return Changed(households, persons)
        middle = [_nth(counts, place) for place in ((households - 1) // 2, households // 2)]
        return Changed(
            households,
            persons,
            Fraction(sum(change * number for change, number, _ in counts), self.scale),
            Fraction(max((change for change, _, _ in counts), key=abs), self.scale),
            Fraction(sum(middle), 2 * self.scale),
        )


def tenths_of(connection: Any, incomes: Iterable[Any]) -> tuple[Bound, ...]:  # noqa: ANN401 - DuckDB has no types
    """Return where the tenths of the persons begin, the poorest first; those that have nobody are left out.

    A household belongs to the tenth in which the first of its members falls when all whose income is known
    are lined up by income per head, those of one income by the key of their household.

    Args:
        connection: a database of its own.
        incomes: tables with the columns `home`, `income` and `size` of each household, part by part.
    """
    con = connection
    made = False
    for table in incomes:
        con.register("incomes_part", table)
        if not made:
            con.execute("CREATE TABLE incomes AS SELECT * FROM incomes_part LIMIT 0")
            made = True
        con.execute("INSERT INTO incomes SELECT * FROM incomes_part WHERE income IS NOT NULL")
        con.unregister("incomes_part")
    if not made:
        return ()
    rows = con.execute(
        f"SELECT tenth, min(income), arg_min(home, (income, home)) FROM ("
        f"SELECT home, income, (({_TENTHS} * (sum(size) OVER line - size)) // sum(size) OVER ()) AS tenth "
        "FROM incomes WINDOW line AS (ORDER BY income, home ROWS UNBOUNDED PRECEDING)) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    con.execute("DROP TABLE incomes")
    return tuple((int(tenth) + 1, int(income), home) for tenth, income, home in rows)


def _nth(counts: Sequence[tuple[int, int, int]], place: int) -> int:
    for change, number, _ in counts:
        if place < number:
            return change
        place -= number
    raise IndexError(place)


def _doubts(place: int) -> str:
    return " + ".join(f"{name}_{side}_{place}" for side in "ba" for name in ("doubtful", "unsized"))


def _side_by_side(tables: tuple[Any, Any]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return two tables as one, the columns of each behind a letter of its own."""
    import pyarrow as arrow

    columns = {
        f"{mark}:{name}": table.column(name)
        for mark, table in zip("ba", tables, strict=True)
        if table is not None
        for name in table.column_names
    }
    return arrow.table(columns)


def _quoted(mark: str, name: str) -> str:
    return '"' + f"{mark}:{name}".replace('"', '""') + '"'


def _literal(value: object) -> str:
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def _streamed(rows: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - DuckDB has no types
    while found := rows.fetchmany(10_000):
        yield from found
