"""Why provisions do not hold or cannot be told: parts of their conditions, and the facts that are missing.

A condition that asks for several things at once falls into these, its conjuncts. One that is a named rule is
called by its id, another by the id of the condition and its place among them: `eligible.2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from civaffairs.domain.rules.expr import (
    AllOf,
    AmountRule,
    AnyItem,
    Condition,
    ConditionRule,
    Field,
    Flag,
    IsOneOf,
    ItemsCount,
    ItemsTotal,
)
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.walk import children
from civaffairs.engines.sql.columns import INCOME, is_stored
from civaffairs.engines.sql.dialects import text
from civaffairs.engines.sql.said import NO, YES, chosen, every, opposite, some
from civaffairs.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from civaffairs.domain.names import Label
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.domain.sources import Clause
    from civaffairs.engines.sql.dialects import Dialect
    from civaffairs.engines.sql.emit import Emitter
    from civaffairs.engines.sql.said import Truth

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
        ['dibao_admission.1', 'assets_eligible']
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
        >>> meanings["assets_eligible"].what.text("en")
        'assets are within the local limits'
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


@frozen(eq=False)
class Reasons:
    """Writes why provisions do not hold or cannot be told, and which facts are missing.

    What is not known of a thing is gathered into one list, and only where some provision cannot be told; each
    provision then picks from it what it looks at.

    Attributes:
        emitter: writes the conditions.
        provisions: all that are asked.
    """

    emitter: Emitter
    provisions: Sequence[Provision]
    _unknown: dict[str, dict[str, str]] = field(factory=dict)
    """By model for each fact, by its path, whether it is not known."""
    _looked_at: dict[Provision, dict[str, list[str]]] = field(factory=dict)
    """By provision for each part of its condition, by its code, the paths of the facts that it looks at."""

    def __attrs_post_init__(self) -> None:
        for provision in self.provisions:
            self._looked_at[provision] = {
                code: list(dict.fromkeys(self._paths(part, provision.of)))
                for code, part in conjuncts(provision, self.emitter.edition).items()
            }

    def why(self, provision: Provision) -> str:
        """Return the codes of what does not hold or cannot be told, as a list."""
        whole, dialect = self.emitter.condition(provision.when), self.emitter.relations.dialect
        # Where the whole does not hold, those are named that do not; where it cannot be told, none fails.
        reasons = {
            code: some([said.no, every([whole.doubtful, said.doubtful])])
            for code, said in self._said(provision).items()
        }
        if len(reasons) == 1:
            (code,) = reasons
            return chosen([(whole.yes, dialect.no_terms)], dialect.terms.format(text(code)))
        return _codes(reasons, dialect)

    def missing(self, provision: Provision) -> str:
        """Return the facts that are not known and that leave the condition open, as a list."""
        dialect = self.emitter.relations.dialect
        doubts = {code: said.doubtful for code, said in self._said(provision).items() if said.doubtful != NO}
        lists, around = [], ""
        for model in lineage(provision.of):
            paths = {
                code: [path for path in self._looked_at[provision][code] if path in self._own(model, around)]
                for code in doubts
            }
            picks = some(every([doubt, _among(paths[code], around)]) for code, doubt in doubts.items())
            if picks != NO:
                found = self._list(model)
                found = self.emitter.relations.brought(found, model, provision.of) if around else found
                lists.append(dialect.chosen_texts(found, picks, around))
            around += _around(model)
        found = dialect.joined.format(", ".join(lists)) if len(lists) > 1 else "".join(lists)
        doubtful = self.emitter.condition(provision.when).doubtful
        return chosen([(doubtful, found)], dialect.no_terms) if found else dialect.no_terms

    def _said(self, provision: Provision) -> dict[str, Truth]:
        parts = conjuncts(provision, self.emitter.edition)
        return {code: self.emitter.truth(part, provision.of) for code, part in parts.items()}

    def _own(self, model: str, around: str) -> set[str]:
        """Return the paths of the facts that a thing's own list names, as they are seen from within it."""
        return {f"{around}{path}" for path in self._unknown.get(model, ())}

    def _list(self, model: str) -> str:
        """Return the list of what is not known of a thing, where that matters to a provision."""
        relations = self.emitter.relations
        doubts = []
        for provision in self.provisions:
            doubt = self.emitter.condition(provision.when).doubtful
            if provision.of == model:
                doubts.append(doubt)
            elif model in lineage(provision.of) and doubt != NO:
                doubts.append(relations.gathered(model, provision.of, doubt, "any"))
        dialect = relations.dialect
        facts = dialect.texts_where(sorted(self._unknown[model].items()))
        return relations.column(model, chosen([(some(doubts), facts)], dialect.no_terms), f"unknown {model}")

    # --- the facts behind a condition ---

    def _paths(self, tree: Condition, of: str) -> Iterator[str]:
        """Yield the paths of the facts behind a condition that may be unknown; note how that is told."""
        around, prefixes, prefix = {}, {}, ""
        for model in lineage(of):
            around[model], prefixes[model] = _Place(model, model, ""), prefix
            prefix += _around(model)
        for place, name, known in self._facts(tree, around, set()):
            if known != YES:
                path = f"{place.path}{name}"
                unknown = self._unknown.setdefault(place.base, {})
                unknown[path] = some([unknown.get(path, NO), self._seen(place, opposite(known))])
                yield f"{prefixes[place.base]}{path}"

    def _seen(self, place: _Place, expression: str) -> str:
        """Return what is so of things in a place, seen from that which it is within."""
        while place.holder is not None:
            if expression != YES:
                expression = self.emitter.relations.gathered(
                    place.holder.model, place.model, expression, "any"
                )
            place = place.holder
        return expression

    def _facts(
        self, tree: Expr, around: Mapping[str, _Place], seen: set[tuple[str, _Place | None]]
    ) -> Iterator[tuple[_Place, str, str]]:
        """Yield each fact with its place and whether it is known there."""
        match tree:
            case Field() | Flag() | IsOneOf():
                if tree.model in around:  # a kind of income that has a column is known where all of them are
                    name = _stored(tree)
                    yield around[tree.model], name, self.emitter.known(tree.model, name)
            case ConditionRule() | AmountRule():
                yield from self._behind(tree, around, seen)
            case ItemsCount() | ItemsTotal() | AnyItem():
                items = tree.items
                holder = around[items.model]
                wide = items.of == INCOME and self.emitter.given.kinds_of_income
                lacking = wide and self.emitter.lacks_kinds(tree.where)
                yield holder, items.name, NO if lacking else self.emitter.list_known(items)
                within = {model: around[model] for model in lineage(items.model)}
                if not wide and self.emitter.given.has(items.model, items.name):
                    path = f"{holder.path}{items.name}."
                    within[items.of] = _Place(items.of, holder.base, path, holder)
                if wide or items.of in within:
                    for below in children(tree):
                        yield from self._facts(below, within, seen)
            case _:
                for below in children(tree):
                    yield from self._facts(below, around, seen)

    def _behind(
        self, rule: Rule, around: Mapping[str, _Place], seen: set[tuple[str, _Place | None]]
    ) -> Iterator[tuple[_Place, str, str]]:
        version = self.emitter.edition.rule(rule)
        key = rule.id, around.get(rule.of)
        if isinstance(version, Message) or key in seen:
            return
        seen.add(key)
        inside = {model: around[model] for model in lineage(rule.of) if model in around}
        yield from self._facts(cast("Expr", version.value), inside, seen)


@frozen
class _Place:
    """Where facts stand.

    Attributes:
        model: what the things are that have them.
        base: the thing in whose list of unknown facts they are named.
        path: how one gets from there to them.
        holder: for items that are looked through the place that holds them.
    """

    model: str
    base: str
    path: str
    holder: _Place | None = None


def _around(model: str) -> str:
    """Return how the thing around one is called in paths."""
    return "".join(f"{holder.lower()}." for holder in lineage(model)[1:2])


def _among(paths: list[str], around: str) -> str:
    if not paths:
        return NO
    return f"(each IN ({', '.join(text(path.removeprefix(around)) for path in paths)}))"


def _stored(tree: Field | Flag | IsOneOf) -> str:
    """Return the fact that is stored: that from which one follows that is derived."""
    if not isinstance(tree, Field) or is_stored(tree.model, tree.name):
        return tree.name
    inside, dot, _ = tree.name.rpartition(".")
    return f"{inside}{dot}{tree.follows_from}"


def _codes(reasons: Mapping[str, str], dialect: Dialect) -> str:
    """Return the codes whose conditions hold: of few codes every list is written and one is picked."""
    left = {code: when for code, when in reasons.items() if when != NO}
    if len(left) > _FEW:
        return dialect.texts_where(left.items())
    lists = [
        dialect.terms.format(", ".join(text(code) for code in codes)) if codes else dialect.no_terms
        for codes in _subsets(list(left))
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
