"""Documentation: what readers of a jurisdiction's page and of its plugin need to find their way.

A clause of a rule or of an invariant says in our own words what stands there; a plugin says what it is.
"""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.metadata import PackageNotFoundError, metadata
from importlib.util import find_spec
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from civaffairs.domain.rules.depends import opaque_of
from civaffairs.errors import message
from civaffairs.loading.installed import installed
from civaffairs.testing.conformance.declared import invariants_of
from civaffairs.testing.conformance.requirement import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.machinery import ModuleSpec

    from civaffairs.testing.conformance.requirement import Subject


def documentation(subject: Subject) -> Iterator[Finding]:
    """Yield clauses without a word of what stands there, and what a plugin leaves unexplained."""
    for rule in subject.dossier.rules:
        silent = [entry.clause for entry in rule.timeline if entry.clause.gloss is None]
        if silent:
            yield Finding(rule.id, message("rule_clause_without_gloss", rule=rule.label), silent[0])
        for entry in rule.timeline:
            for opaque in opaque_of(entry.value):
                if opaque.clause.gloss is None:
                    said = message("rule_clause_without_gloss", rule=opaque.label)
                    yield Finding(rule.id, said, opaque.clause)
    for invariant in invariants_of(subject):
        if invariant.clause.gloss is None:
            said = message("invariant_clause_without_gloss", invariant=invariant.label)
            yield Finding(invariant.id, said, invariant.clause)
    yield from _of_plugin(subject)


def _of_plugin(subject: Subject) -> Iterator[Finding]:
    """Yield what the plugin called after the jurisdiction leaves unexplained, where it is installed."""
    name = subject.dossier.jurisdiction.id
    for plugin in installed():
        if plugin.name == name == subject.catalogue.plugins.get(name):
            yield from _of_distribution(plugin.distribution)
            yield from _of_modules(plugin.target.partition(":")[0].strip())


def _of_distribution(name: str) -> Iterator[Finding]:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return
    if "Summary" not in about:
        yield Finding(name, message("distribution_without_summary", name=name))
    if "Description" not in about:
        yield Finding(name, message("distribution_without_readme", name=name))


def _of_modules(package: str) -> Iterator[Finding]:
    top = import_module(package)
    inside = walk_packages(getattr(top, "__path__", ()), f"{package}.")
    for name in (package, *(each.name for each in inside)):
        source = _source(find_spec(name))
        if source is not None and not ast.get_docstring(ast.parse(source)):
            yield Finding(name, message("module_without_docstring", name=name))


def _source(spec: ModuleSpec | None) -> str | None:
    """Return the text of a module; None where it has none, as a compiled one."""
    read = getattr(spec and spec.loader, "get_source", None)
    return None if spec is None or read is None else read(spec.name)
