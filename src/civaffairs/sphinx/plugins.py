"""The installed plugins, loaded once when a build begins; what is wrong with one becomes a warning."""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING

from attrs import asdict
from sphinx.util import logging

from civaffairs import loading
from civaffairs.domain.rules.depends import rules_of, standards_of
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.rules.latex import latex
from civaffairs.domain.rules.render import render
from civaffairs.domain.timeline import NotModelled
from civaffairs.errors import LANGUAGES
from civaffairs.sphinx.domain import civ
from civaffairs.sphinx.rules import opaque_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrs import AttrsInstance
    from sphinx.application import Sphinx

    from civaffairs.domain.rules.expr import Rule
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
    digest = blake2s(digest_size=8)
    for each in _written(catalogue):
        digest.update(each.encode())
    return digest.hexdigest()


def _written(catalogue: Catalogue) -> Iterator[str]:
    declared: tuple[AttrsInstance, ...] = (
        *catalogue.jurisdictions.values(),
        *catalogue.indicators.values(),
        *catalogue.terms.values(),
        *catalogue.plans.values(),
        *catalogue.standards,
    )
    yield from (repr(asdict(each)) for each in declared)
    for rule in catalogue.rules:
        yield from _rule(rule)
    for provision in catalogue.provisions:
        yield repr(asdict(provision, recurse=False, value_serializer=_by_name))


def _rule(rule: Rule) -> Iterator[str]:
    """What pages show of a rule. It refers to others, whose own trees would be written again and again."""
    yield repr(asdict(rule, recurse=False, filter=lambda attribute, _: attribute.name != "timeline"))
    for entry in rule.timeline.entries:
        if isinstance(entry, NotModelled):
            yield repr(entry)
            continue
        yield f"{entry.start} {entry.clause} {latex(entry.value, 'zh')}"
        yield from (render(entry.value, lang) for lang in LANGUAGES)
        yield repr([each.id for each in (*rules_of(entry.value), *standards_of(entry.value))])
    for opaque in opaque_of(rule):  # the function has an address, which is another one in each build
        yield repr(asdict(opaque, recurse=False, filter=lambda attribute, _: attribute.name != "compute"))


def _by_name(_provision: object, _attribute: object, value: object) -> object:
    return value.id if isinstance(value, AmountRule | ConditionRule) else value
