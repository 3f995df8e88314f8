"""Why a provision does not hold, or cannot be told: codes of the parts of its condition, and the facts that
are missing.

A condition that asks for several things at once falls into these, its conjuncts. One that is a named rule is
called by its id, another by the id of the condition and its place among them: `eligible.2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from civaffairs.domain.rules.expr import AllOf, AnyItem, Condition, ConditionRule, Field, Flag, IsOneOf
from civaffairs.domain.rules.expr import AmountRule, ItemsCount, ItemsTotal
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.walk import children
from civaffairs.engines.sql.columns import INCOME, is_stored
from civaffairs.engines.sql.dialects import text
from civaffairs.engines.sql.said import NO, YES, chosen, every, opposite, some
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.domain.names import Label
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Items, Rule
    from civaffairs.domain.sources import Clause
    from civaffairs.engines.sql.dialects import Dialect
    from civaffairs.engines.sql.emit import Emitter

_FEW = 4
"""Of so many codes every list is written, which is quicker than to gather them one by one."""


@frozen
class Meaning:
    """What a code stands for.

    Attributes:
        what: the condition that does not hold or cannot be told; for a rule that is not in force why not.
        clause: where it is laid down; None where it is not in force.
    """

    what: Label | Rendered | Message
    clause: Clause | None


def conjuncts(provision: Provision, edition: Edition) -> dict[str, Condition]:
    """Return the conditions that all have to hold for a provision, by their codes.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> book = load()["taoyuan"].rulebook
        >>> list(conjuncts(book.provision("dibao"), book.on(date(2024, 9, 1))))
        ['dibao_eligible.1', 'dibao_eligible.2']
    """
    version = edition.rule(provision.when)
    if isinstance(version, Message):
        return {provision.when.id: provision.when}
    parts = list(_flattened(cast("Condition", version.value)))
    return {_code(provision, part, number): part for number, part in enumerate(parts, start=1)}


def legend(provision: Provision, edition: Edition) -> dict[str, Meaning]:
    """Return what each code of a provision stands for.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> book = load()["taoyuan"].rulebook
        >>> meanings = legend(book.provision("dibao"), book.on(date(2024, 9, 1)))
        >>> meanings["dibao_eligible.2"].what.text("en")
        ''
    """
    return {code: _meaning(provision, part, edition) for code, part in conjuncts(provision, edition).items()}


def _meaning(provision: Provision, part: Condition, edition: Edition) -> Meaning:
    rule = part if isinstance(part, ConditionRule) else provision.when
    version = edition.rule(rule)
    if isinstance(version, Message):
        return Meaning(version, None)
    return Meaning(part.label if isinstance(part, ConditionRule) else Rendered(part), version.clause)


def _flattened(tree: Condition) -> Iterator[Condition]:
    if isinstance(tree, AllOf):
        for term in tree.terms:
            yield from _flattened(term)
    else:
        yield tree


def _code(provision: Provision, part: Condition, number: int) -> str:
    return part.id if isinstance(part, ConditionRule) else f"{provision.when.id}.{number}"


# --- in SQL -----------------------------------------------------------------------------------------


def why(provision: Provision, emitter: Emitter) -> tuple[str, str]:
    """Return the codes of what does not hold or cannot be told, and the facts that are missing, as lists."""
    whole = emitter.condition(provision.when)
    dialect = emitter.relations.dialect
    parts = conjuncts(provision, emitter.edition)
    said = {code: emitter.truth(part, provision.of) for code, part in parts.items()}
    # Where the whole does not hold, those are named that do not; where it cannot be told, none of them fails.
    reasons = {code: some([each.no, every([whole.doubtful, each.doubtful])]) for code, each in said.items()}
    doubtful = {code: each.doubtful for code, each in said.items() if each.doubtful != NO}
    looking = _Looking(emitter, provision.of)
    behind: dict[str, tuple[str, list[str]]] = {}
    for code, doubt in doubtful.items():
        for path, unknown in looking.unknown(parts[code]).items():
            behind.setdefault(path, (unknown, []))[1].append(doubt)
    missing = {path: every([unknown, some(doubts)]) for path, (unknown, doubts) in sorted(behind.items())}
    facts = dialect.texts_where(missing.items())
    facts = chosen([(whole.doubtful, facts)], dialect.no_terms)
    if len(reasons) == 1:
        (code,) = reasons
        return chosen([(whole.yes, dialect.no_terms)], dialect.terms.format(text(code))), facts
    return _codes(reasons, dialect), facts


def _codes(reasons: Mapping[str, str], dialect: Dialect) -> str:
    """Return the codes whose conditions hold: of few codes every list is written and one is picked."""
    left = {code: when for code, when in reasons.items() if when != NO}
    if len(left) > _FEW:
        return dialect.texts_where(left.items())
    lists = [
        dialect.terms.format(", ".join(text(code) for code in some_of_them)) if some_of_them else dialect.no_terms
        for some_of_them in _subsets(list(left))
    ]
    places = (chosen([(when, str(2**place))], "0") for place, when in enumerate(left.values()))
    return dialect.picked.format(dialect.terms.format(", ".join(lists)), " + ".join(["1", *places]))


def _subsets(codes: list[str]) -> list[list[str]]:
    """Return all subsets; the place of each says in binary digits which of the codes it has.

    Example:
        >>> _subsets(["a", "b"])
        [[], ['a'], ['b'], ['a', 'b']]
    """
    return [
        [code for place, code in enumerate(codes) if number >> place & 1] for number in range(2 ** len(codes))
    ]


@frozen
class _Place:
    """Where facts stand, seen from the thing that is asked about.

    Attributes:
        model: what the things are that have them.
        path: how one gets there.
        holder: for items that are looked through the place that holds them.
    """

    model: str
    path: str
    holder: _Place | None = None


@frozen(eq=False)
class _Looking:
    """Finds the facts behind conditions, and says whether one of them is not known."""

    emitter: Emitter
    of: str
    _texts: dict[tuple[_Place, str], str] = field(factory=dict)

    def unknown(self, tree: Condition) -> dict[str, str]:
        """Return by its path for each fact that may be unknown whether it is."""
        found: dict[str, str] = {}
        around: dict[str, _Place] = {}
        path = ""
        for model in lineage(self.of):
            around[model] = _Place(model, path)
            path = f"{lineage(model)[1].lower()}." + path if len(lineage(model)) > 1 else path
        for place, name, known in self._facts(tree, around, set()):
            if known != YES:
                found[f"{place.path}{name}"] = self._seen(place, opposite(known))
        return found

    def _seen(self, place: _Place, expression: str) -> str:
        """Return what is so of things in a place, seen from the thing that is asked about."""
        relations = self.emitter.relations
        while place.holder is not None:
            if expression != YES:
                expression = relations.gathered(place.holder.model, place.model, expression, "any")
            place = place.holder
        if place.model == self.of:
            return expression
        return relations.brought(expression, place.model, self.of)

    def _facts(
        self, tree: Expr, around: Mapping[str, _Place], seen: set[tuple[str, _Place]]
    ) -> Iterator[tuple[_Place, str, str]]:
        """Yield each fact with its place and whether it is known there."""
        match tree:
            case Field(model, name) | Flag(model, name) | IsOneOf(model, name):
                if model in around:  # a kind of income that has a column is known where all of them are
                    name = _stored(tree)
                    yield around[model], name, self.emitter.known(model, name)
            case ConditionRule() | AmountRule():
                yield from self._behind(tree, around, seen)
            case ItemsCount(items=items) | ItemsTotal(items=items) | AnyItem(items=items):
                holder = around[items.model]
                yield holder, items.name, self.emitter.list_known(items)
                within = {model: around[model] for model in lineage(items.model)}
                if not (items.of == INCOME and self.emitter.given.kinds_of_income):
                    within[items.of] = _Place(items.of, f"{holder.path}{items.name}.", holder)
                if self.emitter.given.has(items.model, items.name) or items.of not in within:
                    for below in children(tree):
                        yield from self._facts(below, within, seen)
            case _:
                for below in children(tree):
                    yield from self._facts(below, around, seen)

    def _behind(
        self, rule: Rule, around: Mapping[str, _Place], seen: set[tuple[str, _Place]]
    ) -> Iterator[tuple[_Place, str, str]]:
        version = self.emitter.edition.rule(rule)
        key = rule.id, around.get(rule.of)
        if isinstance(version, Message) or key in seen:
            return
        seen.add(key)
        inside = {model: around[model] for model in lineage(rule.of) if model in around}
        yield from self._facts(cast("Expr", version.value), inside, seen)


def _stored(tree: Field | Flag | IsOneOf) -> str:
    """Return the fact that is stored: that from which one follows that is derived."""
    if not isinstance(tree, Field) or is_stored(tree.model, tree.name):
        return tree.name
    inside, dot, _ = tree.name.rpartition(".")
    return f"{inside}{dot}{tree.follows_from}"
