"""贵池区 Guichi, Chizhou, Anhui: the district, and what this plugin declares of it. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Exemption, Invariant, Plan, Standard, Term
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

guichi = Jurisdiction("guichi", Label("贵池区", "Guichi District"), Level.DISTRICT, "341702", "chizhou")


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the district."""
    return [guichi]


@hookimpl
def civaffairs_terms() -> tuple[Term, ...]:
    """Declare the words of the district."""
    from civaffairs_guichi.glossary import TERMS

    return TERMS


@hookimpl
def civaffairs_standards() -> tuple[Standard, ...]:
    """Declare the district's standards."""
    from civaffairs_guichi.standards import STANDARDS

    return STANDARDS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare what the district's plan adds to the rules of those above."""
    from civaffairs_guichi.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the provisions of the district."""
    from civaffairs_guichi.rules import PROVISIONS

    return PROVISIONS


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the district's sources imply for everybody."""
    from civaffairs_guichi.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_exemptions() -> tuple[Exemption, ...]:
    """Declare where published standards are known to break what must hold."""
    from civaffairs_guichi.exemptions import EXEMPTIONS

    return EXEMPTIONS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the finished plan and the current one."""
    from civaffairs_guichi.plan import plans

    return plans
