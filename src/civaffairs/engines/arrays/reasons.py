"""Why provisions do not hold or cannot be told, over arrays: codes of their conjuncts, facts missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
from attrs import frozen

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.arrays.known import both, either, is_never, opposite, some
from civaffairs.engines.arrays.lists import lists_where
from civaffairs.engines.behind import Behind, path_around
from civaffairs.engines.conjuncts import conjuncts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from civaffairs.domain.provisions import Provision
    from civaffairs.engines.arrays.compute import Computer, Judge, Masked
    from civaffairs.engines.arrays.known import Mask
    from civaffairs.engines.arrays.things import Block
    from civaffairs.engines.behind import Place


@frozen
class Reasons:
    """Says why a provision does not hold or cannot be told.

    Attributes:
        of: the model of the things that the provision is about.
        whole: computes its condition.
        parts: compute the conditions that all have to hold, by their codes.
        unknown: compute whether facts behind them are not known, by their paths.
        behind: for each of these paths the codes of the conditions that look at the fact.
    """

    of: str
    whole: Judge
    parts: Mapping[str, Judge]
    unknown: Mapping[str, Masked]
    behind: Mapping[str, Sequence[str]]

    def why(self, block: Block) -> Any:  # noqa: ANN401 - pyarrow has no types
        """Return the codes of what does not hold or cannot be told, as lists."""
        doubtful = self.whole(block).doubtful
        # Where the whole does not hold, those are named that do not; where it cannot be told, none fails.
        masks = {code: _failing(part, block, doubtful) for code, part in self.parts.items()}
        return lists_where(masks, block.of(self.of).many)

    def missing(self, block: Block) -> Any:  # noqa: ANN401 - pyarrow has no types
        """Return the facts that are not known and that leave the condition open, as lists."""
        doubtful, many = self.whole(block).doubtful, block.of(self.of).many
        if is_never(doubtful):
            return lists_where({}, many)
        rows = numpy.flatnonzero(numpy.broadcast_to(doubtful, many))
        doubts = {code: _at(part(block).doubtful, rows) for code, part in self.parts.items()}
        masks = {
            path: both(_at(unknown(block), rows), some(doubts[code] for code in self.behind[path]))
            for path, unknown in self.unknown.items()
        }
        return lists_where(masks, many, rows)


def reasons_of(provision: Provision, computer: Computer) -> Reasons:
    """Return what says why a provision does not hold or cannot be told.

    It is to be asked for before the provision's condition is, whose parts are computed once for both.
    """
    of = provision.of
    trees = conjuncts(provision, computer.edition)
    parts = {code: computer.shared(tree, of) for code, tree in trees.items()}
    unknown: dict[str, dict[str, list[Masked]]] = {model: {} for model in lineage(of)}
    behind: dict[tuple[str, str], dict[str, None]] = {}
    for code, tree in trees.items():
        for fact in Behind(computer).facts(tree, of):
            found = unknown[fact.place.base].setdefault(fact.path, [])
            found.append(_seen(fact.place, _unless(fact.known)))
            behind.setdefault((fact.place.base, fact.path), {})[code] = None
    paths: dict[str, Masked] = {}
    codes: dict[str, Sequence[str]] = {}
    around = ""
    for model in lineage(of):
        for path, masks in sorted(unknown[model].items()):
            paths[f"{around}{path}"] = _brought(masks, model, of)
            codes[f"{around}{path}"] = tuple(behind[model, path])
        around += path_around(model)
    return Reasons(of, computer.condition(provision.when), parts, paths, codes)


def _failing(part: Judge, block: Block, doubtful: Mask) -> Mask:
    said = part(block)
    return said.fails if said.no is None else either(said.fails, both(doubtful, said.doubtful))


def _at(mask: Mask, rows: Any) -> Mask:  # noqa: ANN401 - places
    return mask if isinstance(mask, bool) else mask[rows]


def _unless(known: Masked | None) -> Masked:
    return (lambda _: True) if known is None else (lambda block: opposite(known(block)))


def _seen(place: Place, unknown: Masked) -> Masked:
    """Return what is so of things in a place, seen from that which it is within."""
    if place.holder is None:
        return unknown
    return _seen(place.holder, lambda block: block.of(place.model).any(unknown(block)))


def _brought(masks: Sequence[Masked], source: str, model: str) -> Callable[[Block], Mask]:
    return lambda block: block.brought(some(mask(block) for mask in masks), source, model)
