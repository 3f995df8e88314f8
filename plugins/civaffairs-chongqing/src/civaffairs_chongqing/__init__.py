"""重庆市 Chongqing: the municipality, and what this plugin declares of it. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Exemption, Invariant, Plan, Standard, Term
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

chongqing = Jurisdiction(
    "chongqing", Label("重庆市", "Chongqing Municipality"), Level.PROVINCE, "500000", "china"
)


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the municipality."""
    return [chongqing]


@hookimpl
def civaffairs_standards() -> tuple[Standard, ...]:
    """Declare the standards that it sets for all its districts."""
    from civaffairs_chongqing.standards import STANDARDS

    return STANDARDS


@hookimpl
def civaffairs_terms() -> tuple[Term, ...]:
    """Declare the words of the municipality's outline."""
    from civaffairs_chongqing.glossary import TERMS

    return TERMS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the rules of the municipality."""
    from civaffairs_chongqing.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the provisions of the municipality."""
    from civaffairs_chongqing.rules import PROVISIONS

    return PROVISIONS


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the municipality's sources imply for everybody."""
    from civaffairs_chongqing.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_exemptions() -> tuple[Exemption, ...]:
    """Declare where published standards are known to break what must hold."""
    from civaffairs_chongqing.exemptions import EXEMPTIONS

    return EXEMPTIONS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the outline of the municipality."""
    from civaffairs_chongqing.plan import plans

    return plans
