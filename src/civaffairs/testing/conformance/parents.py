"""Parents: the chain of a jurisdiction leads up to a nation, step by step, and its plugin asks for them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, requires
from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from civaffairs.domain.jurisdictions import Level
from civaffairs.errors import message
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.testing.conformance.requirement import Subject

_LEVELS = tuple(Level)


def parents(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the chain, with the division code, and with the plugin's requirements."""
    place, chain = subject.dossier.jurisdiction, subject.dossier.chain
    top = (place, *chain)[-1]
    if top.level is not Level.NATION:
        yield Finding(place.id, message("chain_without_nation", top=top.label, parent=top.parent))
    for other in subject.catalogue.jurisdictions.values():
        # Every nation has one and the same code, and a made-up one may stand beside the real one.
        if other != place and other.code == place.code and place.level is not Level.NATION:
            yield Finding(place.id, message("code_twice", code=place.code, other=other.label))
    if chain:
        yield from _of_parent(place, chain[0])
        yield from _of_plugins(subject, place, chain[0])


def _of_parent(place: Jurisdiction, parent: Jurisdiction) -> Iterator[Finding]:
    if _LEVELS.index(parent.level) >= _LEVELS.index(place.level):
        said = message("parent_not_higher", parent=parent.label, level=parent.level.label)
        yield Finding(place.id, said)
    if parent.fictional and not place.fictional:
        yield Finding(place.id, message("parent_fictional", parent=parent.label))
    if not parent.fictional and not place.fictional and not place.lies_in(parent):
        said = message("code_not_of_parent", code=place.code, parent=parent.label, above=parent.code)
        yield Finding(place.id, said)


def _of_plugins(subject: Subject, place: Jurisdiction, parent: Jurisdiction) -> Iterator[Finding]:
    """Yield where a plugin does not require that of the parent; what is not installed has no requirements."""
    plugins = subject.catalogue.plugins
    distributions = {report.name: report.distribution for report in subject.catalogue.reports}
    mine = distributions.get(plugins.get(place.id, ""))
    wanted = distributions.get(plugins.get(parent.id, ""))
    if mine is None or wanted is None or mine == wanted:
        return
    try:
        asked_for = {_name(each) for each in requires(mine) or ()}
    except PackageNotFoundError:
        return
    if canonicalize_name(wanted) not in asked_for:
        yield Finding(place.id, message("parent_not_required", mine=mine, wanted=wanted))


def _name(requirement: str) -> str:
    try:
        return canonicalize_name(Requirement(requirement).name)
    except InvalidRequirement:
        return ""
