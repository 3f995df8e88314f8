"""The columns of a query, each about one kind of thing, as they are collected before they are written.

A column rests on columns that were there before. From a household it is brought down to its members, and
from the members up it is gathered. An expression says other columns of its kind of thing by their quoted
names; what a register says is called as the fact is, whether it is known the same with `.known`, and that
something is known not to be so with `.no`.
"""

from __future__ import annotations

from re import compile as pattern
from typing import TYPE_CHECKING, TypeAlias
from typing import Literal as OneOf

from attrs import field, frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.columns import FactColumn
from civaffairs.engines.sql.dialects import Dialect
from civaffairs.engines.sql.said import Number, Truth, opposite

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from re import Pattern

Gathering: TypeAlias = OneOf["sum", "count", "any", "every"]
"""What is made of an expression over several things: its total, how often it holds, whether it ever or always
does."""


@frozen(eq=False)
class Register:
    """What a query reads of the register of one kind of thing.

    Attributes:
        model: what the things are.
        facts: the columns of facts that are read, by name; each says whether it is always known.
        lists: the columns that hold several things each, and may say that it is not known which.
    """

    model: str
    facts: dict[str, FactColumn] = field(factory=dict)
    lists: dict[str, None] = field(factory=dict)


@frozen
class Column:
    """A column that is made.

    Attributes:
        model: the kind of thing that has it.
        source: the kind of thing that it comes from: the same, the one around it, or one that it holds.
        expression: what it is, in words of the source.
        gathering: what is made of it where it is gathered.
    """

    model: str
    source: str
    expression: str
    gathering: Gathering | None = None


@frozen(eq=False)
class Relations:
    """Collects columns.

    Attributes:
        dialect: the words of the engine.
        registers: what is read, by kind of thing.
        columns: what is made, by quoted name, each after those that it rests on.
        uses: the quoted names in the expression of each, as often as they stand in it.
    """

    dialect: Dialect
    registers: dict[str, Register] = field(factory=dict)
    columns: dict[str, Column] = field(factory=dict)
    uses: dict[str, list[str]] = field(factory=dict)
    names: Pattern[str] = field(init=False)
    _known: dict[Column, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        mark = self.dialect.mark
        object.__setattr__(self, "names", pattern(f"{mark}[^{mark}]+{mark}"))

    # --- facts ---

    def list_known(self, model: str, name: str) -> str:
        """Have it read whether it is known what a thing holds."""
        self.register(model).lists[name] = None
        return self.quoted(f"{name}.known")

    def register(self, model: str) -> Register:
        """Return what is read of a kind of thing, and have the things themselves read."""
        if model not in self.registers:
            self.registers[model] = Register(model)
        return self.registers[model]

    def quoted(self, name: str) -> str:
        """Return a name as it is written."""
        return self.dialect.quoted(name)

    # --- columns ---

    def column(self, model: str, expression: str, name: str | None = None) -> str:
        """Make an expression a column of its own, unless it is one or is settled; return it."""
        return (
            expression if self._is_simple(expression) else self._made(Column(model, model, expression), name)
        )

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

    def brought(self, expression: str, source: str, model: str) -> str:
        """Bring a column of a thing down to the things that it holds, and to those that these hold."""
        name = self.column(source, expression)
        if not self.dialect.is_name(name):
            return name
        path = list(reversed(lineage(model)))
        for below in path[path.index(source) + 1 :]:
            name, source = self._made(Column(below, source, name)), below
        return name

    def gathered(self, model: str, below: str, expression: str, gathering: Gathering) -> str:
        """Gather an expression over the things that a thing holds."""
        return self._made(Column(model, below, expression, gathering))

    def _made(self, column: Column, name: str | None = None) -> str:
        if column not in self._known:
            for model in (column.model, column.source):
                self.register(model)
            # Names that are made here are unique among all kinds of things; those of rules are, too.
            own = self.quoted(name or f"_{len(self._known)}")
            self._known[column], self.columns[own] = own, column
            self.uses[own] = self.names.findall(column.expression)
        return self._known[column]

    def _is_simple(self, expression: str) -> bool:
        words = expression.replace("::BIGINT", "").strip("()-L")
        return self.dialect.is_name(expression) or expression in {"TRUE", "FALSE"} or words.isdecimal()


def read_texts(register: Register, dialect: Dialect, around: str = "") -> Mapping[str, str]:
    """Return what a register says, by quoted name: from here on nothing is NULL.

    Args:
        register: what is read.
        dialect: the words of the engine.
        around: what the things are called where the columns stand in them, with a dot.

    Example:
        >>> from civaffairs.engines.columns import fact_column
        >>> from civaffairs.engines.sql.dialects import DUCKDB
        >>> ill = Register("Person", {"seriously_ill": fact_column("Person", "seriously_ill")})
        >>> for name, text in read_texts(ill, DUCKDB, "person.").items():
        ...     print(name, text)
        "seriously_ill" coalesce(person."seriously_ill", FALSE)
        "seriously_ill.known" (person."seriously_ill" IS NOT NULL)
        "seriously_ill.no" (NOT coalesce(person."seriously_ill", TRUE))
    """
    found: dict[str, str] = {}
    for fact in register.facts.values():
        name = dialect.quoted(fact.name)
        stand_in = {
            "number": dialect.number(fact.stand_in),
            "truth": "FALSE",
            "term": "''",
            "terms": dialect.no_terms,
            "date": "DATE '2000-01-01'",
        }[fact.kind]
        value = f"CAST({around}{name} AS BIGINT)" if fact.kind == "number" else f"{around}{name}"
        found[name] = value if fact.sure else f"coalesce({value}, {stand_in})"
        if not fact.sure:
            found[dialect.quoted(f"{fact.name}.known")] = f"({around}{name} IS NOT NULL)"
        if fact.kind == "truth" and not fact.sure:
            found[dialect.quoted(f"{fact.name}.no")] = f"(NOT coalesce({around}{name}, TRUE))"
    for held in register.lists:
        found[dialect.quoted(f"{held}.known")] = f"({around}{dialect.quoted(held)} IS NOT NULL)"
    return found


def selected(columns: Iterable[tuple[str, str]]) -> str:
    """Return expressions with the names that they shall have, as they stand behind SELECT."""
    return ", ".join(text if text == name else f"{text} AS {name}" for name, text in columns)
