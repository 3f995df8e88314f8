"""The relations of a query: for each kind of thing one, which gains columns step by step.

A column rests on columns that were there before. Within one kind of thing that is a SELECT around the last
one. From a household to its members a column is brought down by a join, and from the members up it is
gathered by grouping them. All that can be brought or gathered at one turn goes through one join.
"""

from __future__ import annotations

from collections import defaultdict
from re import findall
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.sql.columns import KEY, WITHIN, FactColumn
from civaffairs.engines.sql.dialects import Dialect
from civaffairs.engines.sql.said import Number, Truth, opposite

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Stage: TypeAlias = tuple[int, int]
"""When a column is made: after how many turns from one kind of thing to another, and how many steps after."""

_NO_TERM = "''"
_NO_DATE = "DATE '2000-01-01'"


@frozen(eq=False)
class Register:
    """What a query reads of the register of one kind of thing.

    Attributes:
        model: what the things are.
        facts: the columns of facts that are read, by name.
        lists: what things hold several of and may not be known: the columns that say whether it is.
    """

    model: str
    facts: dict[str, FactColumn] = field(factory=dict)
    lists: dict[str, None] = field(factory=dict)


@frozen
class _Column:
    """A column that is made.

    Attributes:
        model: the kind of thing that has it.
        source: the kind of thing that it comes from: the same, the one around it, or the one within it.
        expression: what it is, in words of the source.
        where_none: what it is where it is gathered and there is nothing to gather.
    """

    model: str
    source: str
    expression: str
    where_none: str = ""


@frozen(eq=False)
class Relations:
    """Collects columns, and writes the relations that have them."""

    dialect: Dialect
    _registers: dict[str, Register] = field(factory=dict)
    _columns: dict[str, _Column] = field(factory=dict)
    _known: dict[_Column, str] = field(factory=dict)

    # --- facts ---

    def fact(self, model: str, column: FactColumn) -> FactColumn:
        """Have a fact read from the register of a kind of thing."""
        self._register(model).facts[column.name] = column
        return column

    def list_known(self, model: str, name: str) -> str:
        """Have it read whether it is known what a thing holds."""
        self._register(model).lists[name] = None
        return self.dialect.quoted(f"{name}.known")

    def quoted(self, name: str) -> str:
        """Return a name as it is written."""
        return self.dialect.quoted(name)

    # --- columns ---

    def column(self, model: str, expression: str, name: str | None = None) -> str:
        """Make an expression a column of its own, unless it is one or is settled; return it."""
        if self._is_simple(expression):
            return expression
        return self._made(_Column(model, model, expression), name)

    def number(self, model: str, said: Number, name: str | None = None) -> Number:
        """Make both expressions of a number columns."""
        size = self.column(model, said.size, name)
        return Number(size, self.column(model, said.known, name and f"{name}.known"), said.constant)

    def truth(self, model: str, said: Truth, name: str | None = None) -> Truth:
        """Make both expressions of a truth columns."""
        yes = self.column(model, said.yes, name)
        if said.no == opposite(said.yes):
            return Truth(yes, opposite(yes))
        return Truth(yes, self.column(model, said.no, name and f"{name}.no"))

    def brought(self, name: str, source: str, model: str) -> str:
        """Bring a column of a thing down to the things that it holds, and to those that these hold."""
        if not self.dialect.is_name(name):
            return name
        path = list(reversed(lineage(model)))
        for below in path[path.index(source) + 1 :]:
            name, source = self._made(_Column(below, source, name)), below
        return name

    def gathered(self, model: str, below: str, expression: str, where_none: str) -> str:
        """Gather an expression over the things that a thing holds."""
        return self._made(_Column(model, below, expression, where_none))

    def _made(self, column: _Column, name: str | None = None) -> str:
        if column not in self._known:
            for model in (column.model, column.source):
                self._register(model)
            # Names that are made here are unique among all kinds of things; those of rules are, too.
            own = self.quoted(name or f"_{len(self._known)}")
            self._known[column], self._columns[own] = own, column
        return self._known[column]

    def _is_simple(self, expression: str) -> bool:
        words = expression.replace("::BIGINT", "").strip("()-L")
        return self.dialect.is_name(expression) or expression in {"TRUE", "FALSE"} or words.isdecimal()

    def _register(self, model: str) -> Register:
        return self._registers.setdefault(model, Register(model))

    # --- when each column can be made ---

    def _stages(self) -> dict[str, Stage]:
        """Return when each column is made; what is gathered of one kind of thing, together where possible."""
        not_before: dict[str, int] = {}
        stages = self._scheduled(not_before)
        gathered: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, column in self._columns.items():
            if column.where_none:
                gathered[column.model, column.source].append(name)
        for names in gathered.values():
            left = names
            while left:  # the last ones, with all that they do not rest on; then the last of the others
                last = max(left, key=lambda name: stages[name])
                behind = self._behind(last)
                not_before |= {name: stages[last][0] for name in left if name not in behind}
                left = [name for name in left if name in behind]
        return self._scheduled(not_before) if not_before else stages

    def _scheduled(self, not_before: Mapping[str, int]) -> dict[str, Stage]:
        stages: dict[str, Stage] = {}
        for name, column in self._columns.items():  # a column is made after those that it rests on
            turn, step = max((stages[each] for each in self._rests_on(column)), default=(0, 0))
            if column.model == column.source:
                stages[name] = turn, step + 1
            else:
                stages[name] = max(turn + 1, not_before.get(name, 0)), 0
        return stages

    def _behind(self, name: str) -> set[str]:
        """Return everything that a column rests on."""
        found: set[str] = set()
        left = [name]
        while left:
            below = [each for each in self._rests_on(self._columns[left.pop()]) if each not in found]
            found.update(below)
            left += below
        return found

    def _rests_on(self, column: _Column) -> list[str]:
        mark = self.dialect.mark
        names = findall(f"{mark}[^{mark}]+{mark}", column.expression)
        return [each for each in names if each in self._columns]

    # --- writing ---

    @property
    def registers(self) -> Mapping[str, Register]:
        """What is read, by kind of thing."""
        return self._registers

    def written(self, model: str, columns: Mapping[str, str], sources: Mapping[str, str]) -> str:
        """Return the query that selects columns of the things of one kind.

        Args:
            model: what the things are.
            columns: the expressions by the names that they shall have.
            sources: for each kind of thing the relation that is its register, by default called as it is.
        """
        self._register(model)
        parts, last = self._parts(sources)
        chosen = ", ".join(f"{expression} AS {self.quoted(name)}" for name, expression in columns.items())
        beginning = "WITH " + ",\n".join(f"{name} AS ({select})" for name, select in parts)
        return f"{beginning}\nSELECT {self.quoted(KEY)}, {chosen} FROM {last[model]}"

    def _parts(self, sources: Mapping[str, str]) -> tuple[list[tuple[str, str]], dict[str, str]]:
        made: dict[tuple[str, Stage], dict[str, _Column]] = defaultdict(dict)
        for name, stage in self._stages().items():
            column = self._columns[name]
            made[column.model, stage][name] = column
        parts: list[tuple[str, str]] = []
        last: dict[str, str] = {}
        for turn in range(1 + max((stage[0] for _, stage in made), default=0)):
            before = dict(last)
            for model, register in self._registers.items():
                name = f"{model}_{turn}"
                moved = made.get((model, (turn, 0)), {})
                if turn == 0:
                    source = sources.get(model, self.quoted(model))
                    parts.append((name, self._door(register, source)))
                    last[model] = name
                elif moved:
                    parts.append((name, self._joined(model, moved, before)))
                    last[model] = name
                steps = (each for kind, each in made if kind == model and each[0] == turn and each[1])
                for stage in sorted(steps):
                    columns = made[model, stage].items()
                    added = ", ".join(f"{each.expression} AS {own}" for own, each in columns)
                    parts.append((f"{name}_{stage[1]}", f"SELECT *, {added} FROM {last[model]}"))
                    last[model] = f"{name}_{stage[1]}"
        return parts, last

    def _door(self, register: Register, source: str) -> str:
        """Return the columns that are read; from here on nothing is NULL."""
        held = len(lineage(register.model)) > 1
        columns = [self.quoted(KEY), *([self.quoted(WITHIN)] if held else [])]
        for fact in register.facts.values():
            columns += self._read(fact)
        for name in register.lists:
            known = self.quoted(f"{name}.known")
            columns.append(f"coalesce({known}, FALSE) AS {known}")
        return f"SELECT {', '.join(columns)} FROM {source}"

    def _read(self, fact: FactColumn) -> Iterator[str]:
        name = self.quoted(fact.name)
        if fact.sure and fact.kind != "number":
            yield name
            return
        stand_in = {
            "number": self.dialect.number(fact.stand_in),
            "truth": "FALSE",
            "term": _NO_TERM,
            "terms": self.dialect.no_terms,
            "date": _NO_DATE,
        }[fact.kind]
        value = f"CAST({name} AS BIGINT)" if fact.kind == "number" else name
        yield f"{value if fact.sure else f'coalesce({value}, {stand_in})'} AS {name}"
        if not fact.sure:
            yield f"{name} IS NOT NULL AS {self.quoted(f'{fact.name}.known')}"

    def _joined(self, model: str, moved: Mapping[str, _Column], before: Mapping[str, str]) -> str:
        key, within = self.quoted(KEY), self.quoted(WITHIN)
        columns, joins = ["here.*"], [f"{before[model]} AS here"]
        by_source: dict[str, dict[str, _Column]] = defaultdict(dict)
        for name, column in moved.items():
            by_source[column.source][name] = column
        for source, found in by_source.items():
            if source in lineage(model):
                columns += (f"above.{column.expression} AS {name}" for name, column in found.items())
                joins.append(f"JOIN {before[source]} AS above ON here.{within} = above.{key}")
                continue
            below = f"below_{source}"
            made = ", ".join(f"{column.expression} AS {name}" for name, column in found.items())
            for name, column in found.items():
                columns.append(f"coalesce({below}.{name}, {column.where_none}) AS {name}")
            joins.append(
                f"LEFT JOIN (SELECT {within}, {made} FROM {before[source]} GROUP BY {within}) AS {below} "
                f"ON here.{key} = {below}.{within}"
            )
        return f"SELECT {', '.join(columns)} FROM {' '.join(joins)}"
