"""What a plugin can declare. A hook takes no argument and returns values; a plugin implements any of them.

A new hook is one function here, one line in `PARTS`, and its place in the catalogue. The classes of what is
declared are imported when a part is loaded: who decides a case needs no plan, and does not wait for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pluggy import HookimplMarker, HookspecMarker

if TYPE_CHECKING:
    from civaffairs.domain.exemptions import Exemption
    from civaffairs.domain.glossary import Term
    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.proposals import Proposal
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import AmountRule, ConditionRule, Rule
    from civaffairs.domain.standards import Standard

    Declared: TypeAlias = (
        Jurisdiction
        | Indicator
        | Term
        | Standard
        | AmountRule
        | ConditionRule
        | Provision
        | Invariant
        | Exemption
        | Proposal
        | Plan
    )

PROJECT = "civaffairs"

hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook of the same name."""


class Part(NamedTuple):
    """One kind of thing that plugins declare.

    Attributes:
        home: the module of its class.
        kind: the name of its class.
        local: whether each jurisdiction may declare its own under one id, as each has its Dibao standard.
    """

    home: str
    kind: str
    local: bool = False

    @property
    def type(self) -> type[Declared]:
        """The class of the values."""
        found: type[Declared] = getattr(import_module(self.home), self.kind)
        return found


PARTS = {
    "jurisdictions": Part("civaffairs.domain.jurisdictions", "Jurisdiction"),
    "indicators": Part("civaffairs.domain.indicators", "Indicator"),
    "terms": Part("civaffairs.domain.glossary", "Term"),
    "standards": Part("civaffairs.domain.standards", "Standard", local=True),
    "rules": Part("civaffairs.domain.rules.expr", "NamedRule", local=True),
    "provisions": Part("civaffairs.domain.provisions", "Provision", local=True),
    "invariants": Part("civaffairs.domain.invariants", "Invariant", local=True),
    "exemptions": Part("civaffairs.domain.exemptions", "Exemption", local=True),
    "proposals": Part("civaffairs.domain.proposals", "Proposal", local=True),
    "plans": Part("civaffairs.domain.plan", "Plan"),
}
"""What the catalogue consists of. The hook of a part is called like it, behind `civaffairs_`."""


@hookspec
def civaffairs_jurisdictions() -> Iterable[Jurisdiction]:
    """Declare the jurisdictions that this plugin speaks for."""
    raise NotImplementedError


@hookspec
def civaffairs_indicators() -> Iterable[Indicator]:
    """Declare indicators, each meaning under one id shared by all plugins."""
    raise NotImplementedError


@hookspec
def civaffairs_terms() -> Iterable[Term]:
    """Declare the terms of the glossary, each meaning under one id shared by all plugins."""
    raise NotImplementedError


@hookspec
def civaffairs_standards() -> Iterable[Standard]:
    """Declare dated standards, each with the jurisdiction that sets it."""
    raise NotImplementedError


@hookspec
def civaffairs_rules() -> Iterable[Rule]:
    """Declare named rules, each with the jurisdiction that lays it down."""
    raise NotImplementedError


@hookspec
def civaffairs_provisions() -> Iterable[Provision]:
    """Declare what rules give, find or require, each with the jurisdiction that lays it down."""
    raise NotImplementedError


@hookspec
def civaffairs_invariants() -> Iterable[Invariant]:
    """Declare what must hold for everybody, each with the jurisdiction whose sources say or imply it."""
    raise NotImplementedError


@hookspec
def civaffairs_exemptions() -> Iterable[Exemption]:
    """Declare what is known not to conform, each with the jurisdiction that answers for it and its reason."""
    raise NotImplementedError


@hookspec
def civaffairs_proposals() -> Iterable[Proposal]:
    """Declare standards and rules as they might be, each with the jurisdiction and who proposes it."""
    raise NotImplementedError


@hookspec
def civaffairs_plans() -> Iterable[Plan]:
    """Declare plans, each with its document, tables, commitments and discrepancies."""
    raise NotImplementedError
