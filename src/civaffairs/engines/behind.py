"""The facts behind a condition: which facts of which things it looks at, and by which path they are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from attrs import frozen

from civaffairs.domain.rules.expr import (
    AmountRule,
    AnyItem,
    Condition,
    ConditionRule,
    Field,
    Flag,
    IsOneOf,
    Items,
    ItemsCount,
    ItemsTotal,
)
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.walk import children
from civaffairs.engines.columns import INCOME, is_stored
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.engines.columns import Given

K = TypeVar("K")
K_co = TypeVar("K_co", covariant=True)


@frozen
class Place:
    """Where facts stand.

    Attributes:
        model: what the things are that have them.
        base: the thing in whose list of unknown facts they are named.
        path: how one gets from there to them.
        holder: for items that are looked through the place that holds them.
    """

    model: str
    base: str
    path: str = ""
    holder: Place | None = None


class Knowing(Protocol[K_co]):
    """What an engine says about what is known."""

    @property
    def edition(self) -> Edition:
        """What holds where and when the cases are decided."""
        ...

    @property
    def given(self) -> Given:
        """Which columns registers have."""
        ...

    def known(self, model: str, name: str) -> K_co:
        """Return whether a fact that is stored is known."""
        ...

    def list_known(self, items: Items) -> K_co:
        """Return whether it is known what a thing holds."""
        ...

    def lacks_kinds(self, where: Condition | None) -> bool:
        """Whether a kind of income that may be chosen has no column."""
        ...


@frozen
class Seen(Generic[K]):
    """A fact behind a condition.

    Attributes:
        place: where it stands.
        name: what it is called there.
        known: whether it is known; None where it never is.
    """

    place: Place
    name: str
    known: K | None

    @property
    def path(self) -> str:
        """How one gets to it from the thing in whose list of unknown facts it is named."""
        return f"{self.place.path}{self.name}"


@frozen
class Behind(Generic[K]):
    """Finds the facts behind conditions.

    Attributes:
        engine: says what is known.
    """

    engine: Knowing[K]

    def facts(self, tree: Condition, of: str) -> Iterator[Seen[K]]:
        """Yield the facts behind a condition about the things of a model, some of them several times."""
        yield from self._facts(tree, {model: Place(model, model) for model in lineage(of)}, set())

    def _facts(
        self, tree: Expr, around: Mapping[str, Place], seen: set[tuple[str, Place | None]]
    ) -> Iterator[Seen[K]]:
        match tree:
            case Field() | Flag() | IsOneOf():
                if tree.model in around:  # a kind of income that has a column is known where all of them are
                    name = stored_name(tree)
                    yield Seen(around[tree.model], name, self.engine.known(tree.model, name))
            case ConditionRule() | AmountRule():
                yield from self._behind(tree, around, seen)
            case ItemsCount() | ItemsTotal() | AnyItem():
                items = tree.items
                holder = around[items.model]
                wide = items.of == INCOME and self.engine.given.kinds_of_income
                lacking = wide and self.engine.lacks_kinds(tree.where)
                yield Seen(holder, items.name, None if lacking else self.engine.list_known(items))
                within = {model: around[model] for model in lineage(items.model)}
                if not wide and self.engine.given.has(items.model, items.name):
                    path = f"{holder.path}{items.name}."
                    within[items.of] = Place(items.of, holder.base, path, holder)
                if wide or items.of in within:
                    for below in children(tree):
                        yield from self._facts(below, within, seen)
            case _:
                for below in children(tree):
                    yield from self._facts(below, around, seen)

    def _behind(
        self, rule: Rule, around: Mapping[str, Place], seen: set[tuple[str, Place | None]]
    ) -> Iterator[Seen[K]]:
        version = self.engine.edition.rule(rule)
        key = rule.id, around.get(rule.of)
        if isinstance(version, Message) or key in seen:
            return
        seen.add(key)
        inside = {model: around[model] for model in lineage(rule.of) if model in around}
        yield from self._facts(cast("Expr", version.value), inside, seen)


def path_around(model: str) -> str:
    """Return how the thing around one is called in paths.

    Example:
        >>> path_around("Person"), path_around("Household")
        ('household.', '')
    """
    return "".join(f"{holder.lower()}." for holder in lineage(model)[1:2])


def stored_name(tree: Field | Flag | IsOneOf) -> str:
    """Return the fact that is stored: that from which one follows that is derived.

    Example:
        >>> from civaffairs.domain.rules.views import person
        >>> stored_name(person.age)
        'born'
    """
    if not isinstance(tree, Field) or is_stored(tree.model, tree.name):
        return tree.name
    inside, dot, _ = tree.name.rpartition(".")
    return f"{inside}{dot}{tree.follows_from}"
