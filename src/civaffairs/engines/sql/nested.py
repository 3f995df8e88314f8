"""Columns written over the nested layout: one row for each household, in which its members are a list.

Nothing is joined and nothing grouped: what is about members is written as lambdas over the list. A column of
a household is a step of the query; a household's column is simply seen from within a lambda. A column of
members that several others read is kept in the list, which is then made anew; any other is written where it
is read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.engines.columns import HELD_IN, key_column, lists_of
from civaffairs.engines.sql.relations import read_texts, selected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from civaffairs.engines.sql.relations import Gathering, Relations

_SHORT = 300
"""What is said of members and is no longer than this may be written several times: to compute it again costs
less than to make the list anew."""
_LAST = 10**6
"""A step after all others: that of what is selected."""

_GATHERED: dict[Gathering, str] = {
    "sum": "coalesce(CAST(list_sum(list_transform({}, lambda {}: {})) AS BIGINT), 0)",
    "count": "coalesce(len(list_filter({}, lambda {}: {})), 0)",
    "any": "coalesce(list_bool_or(list_transform({}, lambda {}: {})), FALSE)",
    "every": "coalesce(list_bool_and(list_transform({}, lambda {}: {})), TRUE)",
}


def written_nested(
    relations: Relations, outputs: Mapping[str, Mapping[str, str]], keep: Sequence[str], source: str | None
) -> str:
    """Return the query that selects columns over one relation in the nested layout; it is one for DuckDB.

    Args:
        relations: the columns.
        outputs: what is selected, by model, the outermost first: the expressions by the names that they shall
            have. What is within the outermost becomes lists.
        keep: other columns of the outermost things that pass through.
        source: the relation, by default called as the outermost model is.
    """
    outermost = next(iter(outputs))
    return _Nested(relations, outermost, outputs, keep, source or relations.quoted(outermost)).written()


@frozen(eq=False)
class _Nested:
    relations: Relations
    outermost: str
    outputs: Mapping[str, Mapping[str, str]]
    keep: Sequence[str]
    source: str
    texts: dict[str, str] = field(factory=dict)
    """What stands where a column is read that is not kept."""
    kept: dict[str, int] = field(factory=dict)
    """The columns that are kept, each with the step at which it is made."""
    steps: dict[str, int] = field(factory=dict)
    """For each column the step after which it can be read."""
    read: dict[str, Mapping[str, str]] = field(factory=dict)
    """What registers say, by model and quoted name."""
    needed: dict[tuple[str, str], int] = field(factory=dict)
    """By model and name the last step at which something is read from a list."""

    def written(self) -> str:
        for model, register in self.relations.registers.items():
            around = "" if model == self.outermost else f"{_lambda(model)}."
            self.read[model] = read_texts(register, self.relations.dialect, around)
        self._plan()
        self._look_ahead()
        parts = [("step_0", self._door())]
        for step in range(1, max(self.kept.values(), default=0) + 1):
            parts.append((f"step_{step}", self._step(step, parts[-1][0])))
        beginning = "WITH " + ",\n".join(f"{name} AS ({select})" for name, select in parts)
        return f"{beginning}\nSELECT {selected(self._chosen())} FROM {parts[-1][0]}"

    # --- what is kept, and when ---

    def _plan(self) -> None:
        """Decide for each column whether it is kept, those first on which others rest."""
        readers = Counter(name for uses in self.relations.uses.values() for name in uses)
        for expressions in self.outputs.values():
            for expression in expressions.values():
                readers.update(self.relations.names.findall(expression))
        seen_within = {
            each.expression
            for each in self.relations.columns.values()
            if each.source == self.outermost != each.model and not each.gathering
        }
        for name, column in self.relations.columns.items():
            step = max((self.steps.get(each, 0) for each in self.relations.uses[name]), default=0)
            self.texts[name] = written = self._whole(name)
            brought = column.model != column.source and not column.gathering
            # What a lambda sees of a household is computed once for it and not once for each member.
            several = readers[name] > 1 and (column.model == self.outermost or len(written) > _SHORT)
            if not brought and (several or name in seen_within):
                self.kept[name] = step = step + 1
                self.texts[name] = self._own(column.model, name)
            self.steps[name] = step

    def _whole(self, name: str) -> str:
        """Return what a column is, in words of what is around it."""
        column = self.relations.columns[name]
        expression = self._expanded(column.source, column.expression)
        if column.gathering is None:
            return expression
        items = self._own(column.model, self.relations.quoted(HELD_IN[column.source]))
        if column.gathering == "count" and expression == "TRUE":
            return f"coalesce(len({items}), 0)"
        return _GATHERED[column.gathering].format(items, _lambda(column.source), expression)

    def _expanded(self, model: str, expression: str) -> str:
        return self.relations.names.sub(lambda found: self._text(model, found[0]), expression)

    def _text(self, model: str, name: str) -> str:
        if name in self.texts:
            return self.texts[name]
        return name if model == self.outermost else self.read[model][name]

    def _own(self, model: str, name: str) -> str:
        return name if model == self.outermost else f"{_lambda(model)}.{name}"

    def _look_ahead(self) -> None:
        """Find for everything that stands in a list the last step at which it is read."""
        for name, step in self.kept.items():
            self._note(self.relations.columns[name].source, self.relations.uses[name], step)
            self._note_list(name, step)
        for model, expressions in self.outputs.items():
            for expression in expressions.values():
                self._note(model, self.relations.names.findall(expression), _LAST)

    def _note(self, model: str, names: Sequence[str], step: int) -> None:
        for name in names:
            key = model, name
            if self.needed.get(key, -1) >= step:
                continue
            self.needed[key] = step
            if name in self.relations.columns and name not in self.kept:
                self._note(self.relations.columns[name].source, self.relations.uses[name], step)
                self._note_list(name, step)

    def _note_list(self, name: str, step: int) -> None:
        column = self.relations.columns[name]
        if column.gathering:
            key = column.model, self.relations.quoted(HELD_IN[column.source])
            self.needed[key] = max(step, self.needed.get(key, -1))

    # --- writing ---

    def _door(self) -> str:
        register, quoted = self.relations.registers[self.outermost], self.relations.quoted
        columns = [(name, name) for name in [quoted(key_column(self.outermost))]]
        columns += [(quoted(f"keep.{name}"), quoted(name)) for name in self.keep]
        columns += self.read[register.model].items()
        columns += [(quoted(held), quoted(held)) for held, _ in self._lists(self.outermost)]
        return f"SELECT {selected(columns)} FROM {self.source}"

    def _step(self, step: int, before: str) -> str:
        made = [(name, self._whole(name)) for name in self._made(self.outermost, step)]
        widened = [
            (self.relations.quoted(held), self._widened(held, below, "", step))
            for held, below in self._lists(self.outermost)
            if self._changes(below, step)
        ]
        every = f"* REPLACE ({selected(widened)})" if widened else "*"
        return f"SELECT {', '.join([every, *([selected(made)] if made else [])])} FROM {before}"

    def _widened(self, held: str, model: str, around: str, step: int) -> str:
        """Return a list made anew: what is still needed of each item, and what is new."""
        quoted, own = self.relations.quoted, _lambda(model)
        fields = {}
        if model in self.outputs:
            fields[key_column(model)] = self._own(model, quoted(key_column(model)))
        register = self.relations.registers[model]
        for name in (*register.facts, *register.lists):
            read = max(
                self.needed.get((model, quoted(each)), -1) for each in (name, f"{name}.known", f"{name}.no")
            )
            if read > step:
                fields[name] = self._own(model, quoted(name))
        for name, made in self.kept.items():
            if self.relations.columns[name].model == model and self.needed.get((model, name), -1) > step:
                if made < step:
                    fields[name[1:-1]] = self._own(model, name)
                elif made == step:
                    fields[name[1:-1]] = self._whole(name)
        for inner, below in self._lists(model):
            if self._changes(below, step):
                fields[inner] = self._widened(inner, below, f"{own}.", step)
            elif self.needed.get((model, quoted(inner)), -1) > step:
                fields[inner] = self._own(model, quoted(inner))
        one = self.relations.dialect.structure(fields)
        return f"list_transform({around}{quoted(held)}, lambda {own}: {one})"

    def _made(self, model: str, step: int) -> Iterator[str]:
        for name, made in self.kept.items():
            if made == step and self.relations.columns[name].model == model:
                yield name

    def _changes(self, model: str, step: int) -> bool:
        """Whether columns of the items of a list are made at a step, or of what these hold."""
        return next(self._made(model, step), None) is not None or any(
            self._changes(below, step) for _, below in self._lists(model)
        )

    def _lists(self, model: str) -> Iterator[tuple[str, str]]:
        for held, below in lists_of(model).items():
            if below in self.relations.registers:
                yield held, below

    def _chosen(self) -> list[tuple[str, str]]:
        quoted = self.relations.quoted
        chosen = [(quoted(key_column(self.outermost)),) * 2]
        chosen += [(quoted(name), quoted(f"keep.{name}")) for name in self.keep]
        for model, expressions in self.outputs.items():
            written = {name: self._expanded(model, text) for name, text in expressions.items()}
            if model == self.outermost:
                chosen += [(quoted(name), text) for name, text in written.items()]
                continue
            own, held = _lambda(model), quoted(HELD_IN[model])
            key = {key_column(model): self._own(model, quoted(key_column(model)))}
            one = self.relations.dialect.structure({**key, **written})
            chosen.append((held, f"list_transform({held}, lambda {own}: {one})"))
        return chosen


def _lambda(model: str) -> str:
    """Return what an item of a list is called in a lambda."""
    return f"each_{model.lower()}"
