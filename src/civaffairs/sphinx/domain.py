"""The Sphinx domain `civ`: what pages describe, what roles refer to, and what goes into `objects.inv`.

One thing may be described on several pages, as a city's document is on the pages of its districts. All are
kept; references go to the page that is at home in it, otherwise to the first in order of page names. So the
answer does not depend on the order in which pages are read, and parallel builds agree with serial ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from civaffairs.errors import Language, UnknownName, fault
from civaffairs.sphinx.objects import KINDS, ROLES, Named, spaceless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from civaffairs.loading import Catalogue

logger = logging.getLogger(__name__)


class Place(NamedTuple):
    """Where something is described, and what it is called.

    Attributes:
        docname: the page.
        anchor: the id on the page.
        zh: its Chinese name.
        en: its English name.
        home: whether this page is at home in it.
    """

    docname: str
    anchor: str
    zh: str
    en: str
    home: bool


class CivRole(XRefRole):
    """A reference to something of the domain. Blanks in a clause's name may be written as such."""

    def process_link(
        self,
        env: BuildEnvironment,  # noqa: ARG002 - the same
        refnode: nodes.Element,  # noqa: ARG002 - the same
        has_explicit_title: bool,  # noqa: ARG002, FBT001 - the same
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Return what is shown and what is looked up."""
        return title, spaceless(target)


class CivDomain(Domain):
    """Jurisdictions, documents, clauses, indicators, targets, plans, standards, provisions and rules."""

    name = "civ"
    label = "Civil affairs"
    object_types = {kind: ObjType(kind, role) for kind, role in ROLES.items()}  # noqa: RUF012 - as Sphinx declares it
    roles = {role: CivRole(innernodeclass=nodes.inline) for role in ROLES.values()}  # noqa: RUF012 - the same
    initial_data = {"places": {}, "editions": {}}  # noqa: RUF012 - the same
    data_version = 1

    catalogue: Catalogue
    """What the installed plugins declare; set once when a build begins, and never pickled."""
    edition: str
    """A fingerprint of what is declared, so that pages are read again when plugins change."""

    @property
    def places(self) -> dict[tuple[str, str], dict[str, Place]]:
        """Every place by kind and name, and then by page."""
        return cast("dict[tuple[str, str], dict[str, Place]]", self.data["places"])

    @property
    def editions(self) -> dict[str, str]:
        """The fingerprint from which each page was made."""
        return cast("dict[str, str]", self.data["editions"])

    def note(self, thing: Named, docname: str, jurisdiction: str) -> None:
        """Remember that a page, of a jurisdiction or of none, describes something."""
        home = thing.home in ("", jurisdiction)
        place = Place(docname, thing.anchor, thing.label.zh, thing.label.en, home)
        self.places.setdefault((thing.kind, thing.name), {})[docname] = place

    def find(self, kind: str, name: str) -> Place | None:
        """Return the place that references to something go to."""
        places = self.places.get((kind, name), {})
        return min(places.values(), key=lambda place: (not place.home, place.docname), default=None)

    def clear_doc(self, docname: str) -> None:
        """Forget what a page describes."""
        self.editions.pop(docname, None)
        for key, places in list(self.places.items()):
            places.pop(docname, None)
            if not places:
                del self.places[key]

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, object]) -> None:
        """Take over what another process read of some pages."""
        theirs = cast("dict[tuple[str, str], dict[str, Place]]", otherdata["places"])
        for key, places in theirs.items():
            mine = {docname: place for docname, place in places.items() if docname in docnames}
            if mine:
                self.places.setdefault(key, {}).update(mine)
        editions = cast("dict[str, str]", otherdata["editions"])
        self.editions.update({docname: editions[docname] for docname in docnames if docname in editions})

    def check_consistency(self) -> None:
        """Warn of jurisdictions and indicators that two pages describe."""
        for (kind, name), places in sorted(self.places.items()):
            if kind in ("jurisdiction", "indicator") and len(places) > 1:
                twice = fault("described_twice", name=name, pages=", ".join(sorted(places)))
                logger.warning(twice.text(), type="civaffairs", subtype="twice", location=max(places))

    def resolve_xref(  # noqa: PLR0917 - Sphinx's own signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return the link for a role, showing the thing's own name where the author gave no other."""
        place = self.find(KINDS[typ], target)
        if place is None:
            return None
        named = shown_name(place, env.config.civaffairs_language)
        shown = contnode if node.get("refexplicit") else named
        return make_refnode(builder, fromdocname, place.docname, place.anchor, shown)

    def resolve_any_xref(  # noqa: PLR0917 - Sphinx's own signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return the links of every kind that has this name, for the role `any`."""
        found = []
        for role in ROLES.values():
            link = self.resolve_xref(env, fromdocname, builder, role, spaceless(target), node, contnode)
            if link is not None:
                found.append((f"civ:{role}", link))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield everything that can be referred to, with its Chinese name as the one to display."""
        for kind, name in sorted(self.places):
            place = self.find(kind, name)
            if place is not None:
                yield name, place.zh, kind, place.docname, place.anchor, _PRIORITIES.get(kind, 1)


_PRIORITIES = {"clause": 2, "rule": 2, "target": 2}  # there are hundreds of them; a search shows them last


def shown_name(place: Place, lang: Language) -> nodes.inline:
    """Return a name as readers see it: the Chinese term, and in English text its English handle behind it."""
    chinese = nodes.inline(place.zh, place.zh, classes=["language-zh"])
    return nodes.inline("", "", chinese, *([] if lang == "zh" else [nodes.Text(f" ({place.en})")]))


def warn_of_unknown(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Say which names come closest to an unknown one; a handler of `warn-missing-reference`.

    References that pages make by themselves may lead nowhere, as where a project shows one district only.
    """
    if not isinstance(domain, CivDomain):
        return None
    if not node.get("civ_generated"):
        kind = KINDS[node["reftype"]]
        known = (name for each, name in domain.places if each == kind)
        unknown = UnknownName.among(kind, node["reftarget"], known)
        logger.warning(unknown.text(), type="ref", subtype=node["reftype"], location=node)
    return True


def pages_to_read_again(_app: Sphinx, env: BuildEnvironment, *_known: AbstractSet[str]) -> list[str]:
    """Return the pages made from plugins that have changed since; a handler of `env-get-outdated`."""
    domain = civ(env)
    return sorted(docname for docname, edition in domain.editions.items() if edition != domain.edition)


def civ(env: BuildEnvironment) -> CivDomain:
    """Return the domain of a build."""
    return cast("CivDomain", env.get_domain("civ"))
