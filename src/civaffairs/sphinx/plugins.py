"""The installed plugins, loaded once when a build begins; what is wrong with one becomes a warning."""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING

from attrs import asdict
from sphinx.util import logging

from civaffairs import loading
from civaffairs.sphinx.domain import civ

if TYPE_CHECKING:
    from attrs import AttrsInstance
    from sphinx.application import Sphinx

    from civaffairs.loading import Catalogue

logger = logging.getLogger(__name__)


def load_plugins(app: Sphinx) -> None:
    """Give the domain its catalogue and warn of every fault; a handler of `builder-inited`.

    The others load, as everywhere. `sphinx-build -W` makes a fault an error; the loader's own strict switch
    is not asked.
    """
    domain = civ(app.env)
    domain.catalogue = loading.load(strict=False, only=app.config.civaffairs_plugins)
    domain.edition = edition_of(domain.catalogue)
    for report in domain.catalogue.reports:
        origin = f"{report.name} ({report.distribution} {report.version})"
        for each in report.faults:
            logger.warning(each.under(origin).text(), type="civaffairs", subtype="plugin")


def edition_of(catalogue: Catalogue) -> str:
    """Return a fingerprint of everything declared, which changes when a word or figure does."""
    declared: tuple[AttrsInstance, ...] = (
        *catalogue.jurisdictions.values(),
        *catalogue.indicators.values(),
        *catalogue.plans.values(),
        *catalogue.standards,
    )
    digest = blake2s(digest_size=8)
    for each in declared:
        digest.update(repr(asdict(each)).encode())
    return digest.hexdigest()
