"""The directives `civ:jurisdiction` and `civ:indicators`: the catalogue of the build onto a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from civaffairs.errors import DeclarationError, UnknownName, fault
from civaffairs.sphinx.domain import civ
from civaffairs.sphinx.elements import Pen
from civaffairs.sphinx.indicators import indicators_page
from civaffairs.sphinx.jurisdictions import jurisdiction_page

if TYPE_CHECKING:
    from docutils import nodes

    from civaffairs.sphinx.objects import Named

logger = logging.getLogger(__name__)


class CivDirective(SphinxDirective):
    """What the directives share: the domain, and a pen that notes what the page describes."""

    def pen(self, jurisdiction: str = "") -> Pen:
        """Return a pen for this page, which is at home in a jurisdiction or, without one, in everything."""
        domain, docname = civ(self.env), self.env.docname
        domain.editions[docname] = domain.edition

        def noting(thing: Named) -> bool:
            known = docname in domain.places.get((thing.kind, thing.name), {})
            if not known:
                domain.note(thing, docname, jurisdiction)
            return not known

        return Pen(self.config.civaffairs_language, noting)

    def warn(self, words: str, subtype: str) -> None:
        """Warn at the place where the directive stands."""
        logger.warning(words, type="civaffairs", subtype=subtype, location=self.get_location())


class JurisdictionDirective(CivDirective):
    """Shows everything that one installed jurisdiction declares: `civ:jurisdiction` with its slug or name."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the page, or nothing and a warning where there is no such jurisdiction."""
        domain = civ(self.env)
        try:
            dossier = domain.catalogue[self.arguments[0]]
            dossier.rulebook  # noqa: B018 - asked for here, so that what is wrong with it is told here
        except (UnknownName, DeclarationError) as error:
            # Its plugin may be there, or mended, for the next build.
            domain.editions[self.env.docname] = domain.edition
            self.warn(error.text(), "jurisdiction")
            return []
        name = dossier.jurisdiction.id
        if self.env.docname in domain.places.get(("jurisdiction", name), {}):
            self.warn(fault("shown_twice", directive="civ:jurisdiction", name=name).text(), "twice")
            return []
        return jurisdiction_page(self.pen(name), dossier, domain.catalogue)


class IndicatorsDirective(CivDirective):
    """Shows every indicator that the installed plugins declare, by topic: `civ:indicators`."""

    def run(self) -> list[nodes.Node]:
        """Return the page."""
        domain = civ(self.env)
        here = self.env.docname
        if any(here in places for (kind, _), places in domain.places.items() if kind == "indicator"):
            self.warn(fault("shown_twice", directive="civ:indicators", name="").text(), "twice")
            return []
        return indicators_page(self.pen(), domain.catalogue)
