"""Why provisions do not hold or cannot be told, in SQL: codes of their conjuncts, and the facts missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.behind import Behind, path_around
from civaffairs.engines.conjuncts import conjuncts
from civaffairs.engines.sql.dialects import text
from civaffairs.engines.sql.said import NO, YES, chosen, every, opposite, some

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Condition
    from civaffairs.engines.behind import Place
    from civaffairs.engines.sql.dialects import Dialect
    from civaffairs.engines.sql.emit import Emitter
    from civaffairs.engines.sql.said import Truth

_FEW = 4
"""Of so many codes every list is written, which is quicker than to gather them one by one."""


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
            around += path_around(model)
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
        prefixes, prefix = {}, ""
        for model in lineage(of):
            prefixes[model] = prefix
            prefix += path_around(model)
        for fact in Behind(self.emitter).facts(tree, of):
            known = NO if fact.known is None else fact.known
            if known != YES:
                unknown = self._unknown.setdefault(fact.place.base, {})
                unknown[fact.path] = some(
                    [unknown.get(fact.path, NO), self._seen(fact.place, opposite(known))]
                )
                yield f"{prefixes[fact.place.base]}{fact.path}"

    def _seen(self, place: Place, expression: str) -> str:
        """Return what is so of things in a place, seen from that which it is within."""
        while place.holder is not None:
            if expression != YES:
                expression = self.emitter.relations.gathered(
                    place.holder.model, place.model, expression, "any"
                )
            place = place.holder
        return expression


def _among(paths: list[str], around: str) -> str:
    if not paths:
        return NO
    return f"(each IN ({', '.join(text(path.removeprefix(around)) for path in paths)}))"


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
