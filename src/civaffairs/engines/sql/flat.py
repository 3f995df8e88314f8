"""Columns written over flat registers: for each kind of thing one relation, which gains columns step by step.

Within one kind of thing that is a SELECT around the last one. From a household to its members a column is
brought down by a join, and from the members up it is gathered by grouping them. All that can be brought or
gathered at one turn goes through one join.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.columns import HELD_IN, has_register, key_column
from civaffairs.engines.sql.relations import read_texts, selected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from civaffairs.engines.sql.relations import Column, Gathering, Register, Relations

Stage: TypeAlias = tuple[int, int]
"""When a column is made: after how many turns from one kind of thing to another, and how many steps after."""

_KEY, _WITHIN = "key", "within"
_GATHERED: dict[Gathering, str] = {
    "sum": "CAST(sum({}) AS BIGINT)",
    "count": "CAST(sum(CASE WHEN {} THEN 1 ELSE 0 END) AS BIGINT)",
    "any": "bool_or({})",
    "every": "bool_and({})",
}
_OF_NOTHING: dict[Gathering, str] = {"sum": "0", "count": "0", "any": "FALSE", "every": "TRUE"}


def written_flat(
    relations: Relations,
    outputs: Mapping[str, Mapping[str, str]],
    keep: Sequence[str],
    sources: Mapping[str, str],
) -> str:
    """Return the query that selects columns over a relation of households and one of persons.

    Args:
        relations: the columns.
        outputs: what is selected, by model, the outermost first: the expressions by the names that they shall
            have. What is within the outermost becomes lists.
        keep: other columns of the outermost register that pass through.
        sources: for each kind of thing the relation that is its register, by default called as it is.
    """
    return _Flat(relations, keep, sources).written(outputs)


@frozen(eq=False)
class _Flat:
    relations: Relations
    keep: Sequence[str]
    sources: Mapping[str, str]
    parts: list[tuple[str, str]] = field(factory=list)
    last: dict[str, str] = field(factory=dict)

    def written(self, outputs: Mapping[str, Mapping[str, str]]) -> str:
        outermost, *within = outputs
        self._make()
        key, quoted = self.relations.quoted(key_column(outermost)), self.relations.quoted
        chosen = [(key, f"here.{_KEY}")]
        chosen += [(quoted(name), f"here.{quoted(f'keep.{name}')}") for name in self.keep]
        chosen += [(quoted(name), text) for name, text in outputs[outermost].items()]
        joins = [f"{self.last[outermost]} AS here"]
        for model in within:
            fields = {key_column(model): _KEY, **outputs[model]}
            held = quoted(HELD_IN[model])
            one = self.relations.dialect.structure(fields)
            listed = self.relations.dialect.collected.format(one)
            chosen.append((held, f"listed.{held}"))
            joins.append(
                f"LEFT JOIN (SELECT {_WITHIN}, {listed} AS {held} FROM {self.last[model]} "
                f"GROUP BY {_WITHIN}) AS listed ON here.{_KEY} = listed.{_WITHIN}"
            )
        beginning = "WITH " + ",\n".join(f"{name} AS ({select})" for name, select in self.parts)
        return f"{beginning}\nSELECT {selected(chosen)} FROM {' '.join(joins)}"

    # --- when each column can be made ---

    def _stages(self) -> dict[str, Stage]:
        """Return when each column is made; what is gathered of one kind of thing, together where possible."""
        not_before: dict[str, int] = {}
        stages = self._scheduled(not_before)
        gathered: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, column in self.relations.columns.items():
            if column.gathering:
                gathered[column.model, column.source].append(name)
        for left in gathered.values():
            while left:  # the last ones, with all that they do not rest on; then the last of the others
                last = max(left, key=lambda name: stages[name])
                behind = self._behind(last) if len(left) > 1 else set[str]()
                not_before |= {name: stages[last][0] for name in left if name not in behind}
                left = [name for name in left if name in behind]  # noqa: PLW2901 - what is left of them
        return self._scheduled(not_before) if not_before else stages

    def _scheduled(self, not_before: Mapping[str, int]) -> dict[str, Stage]:
        stages: dict[str, Stage] = {}
        for name, column in self.relations.columns.items():  # a column is made after those that it rests on
            turn, step = max((stages[each] for each in self._rests_on(name)), default=(0, 0))
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
            below = [each for each in self._rests_on(left.pop()) if each not in found]
            found.update(below)
            left += below
        return found

    def _rests_on(self, name: str) -> list[str]:
        return [each for each in self.relations.uses[name] if each in self.relations.columns]

    # --- writing ---

    def _make(self) -> None:
        made: dict[tuple[str, Stage], dict[str, Column]] = defaultdict(dict)
        for name, stage in self._stages().items():
            column = self.relations.columns[name]
            made[column.model, stage][name] = column
        for turn in range(1 + max((stage[0] for _, stage in made), default=0)):
            before = dict(self.last)
            for model, register in self.relations.registers.items():
                name = f"{model}_{turn}"
                moved = made.get((model, (turn, 0)), {})
                if turn == 0:
                    self._add(model, name, self._door(register))
                elif moved:
                    self._add(model, name, self._joined(model, moved, before))
                steps = (each for kind, each in made if kind == model and each[0] == turn and each[1])
                for stage in sorted(steps):
                    columns = ((own, each.expression) for own, each in made[model, stage].items())
                    select = f"SELECT *, {selected(columns)} FROM {self.last[model]}"
                    self._add(model, f"{name}_{stage[1]}", select)

    def _add(self, model: str, name: str, select: str) -> None:
        self.parts.append((name, select))
        self.last[model] = name

    def _source(self, model: str) -> str:
        return self.sources.get(model, self.relations.quoted(model))

    def _door(self, register: Register) -> str:
        """Return the columns that are read; what has no register is unfolded from lists."""
        model, quoted = register.model, self.relations.quoted
        holder = lineage(model)[1] if len(lineage(model)) > 1 else None
        columns = [(_WITHIN, quoted(key_column(holder)))] if holder else []
        if holder and not has_register(model):
            unfolded = self.relations.dialect.unfolded.format(quoted(HELD_IN[model]))
            source = f"(SELECT {quoted(key_column(holder))}, {unfolded} AS item FROM {self._source(holder)})"
            texts = read_texts(register, self.relations.dialect, "item.")
        else:
            columns.append((_KEY, quoted(key_column(model))))
            columns += [(quoted(f"keep.{name}"), quoted(name)) for name in self.keep if not holder]
            source = self._source(model)
            texts = read_texts(register, self.relations.dialect)
        return f"SELECT {selected([*columns, *texts.items()])} FROM {source}"

    def _joined(self, model: str, moved: Mapping[str, Column], before: Mapping[str, str]) -> str:
        columns, joins = ["here.*"], [f"{before[model]} AS here"]
        by_source: dict[str, dict[str, Column]] = defaultdict(dict)
        for name, column in moved.items():
            by_source[column.source][name] = column
        for source, found in by_source.items():
            if source in lineage(model):
                columns += (f"above.{column.expression} AS {name}" for name, column in found.items())
                joins.append(f"JOIN {before[source]} AS above ON here.{_WITHIN} = above.{_KEY}")
                continue
            below = f"below_{source}"
            made = []
            for name, column in found.items():
                assert column.gathering is not None  # noqa: S101 - what comes from within is gathered
                made.append((name, _GATHERED[column.gathering].format(column.expression)))
                columns.append(f"coalesce({below}.{name}, {_OF_NOTHING[column.gathering]}) AS {name}")
            joins.append(
                f"LEFT JOIN (SELECT {_WITHIN}, {selected(made)} FROM {before[source]} GROUP BY {_WITHIN}) "
                f"AS {below} ON here.{_KEY} = {below}.{_WITHIN}"
            )
        return f"SELECT {', '.join(columns)} FROM {' '.join(joins)}"
