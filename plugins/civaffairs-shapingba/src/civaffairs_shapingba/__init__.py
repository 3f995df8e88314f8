"""沙坪坝区 Shapingba, Chongqing: the district, and what this plugin declares of it. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Invariant, Plan, Term
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

shapingba = Jurisdiction(
    "shapingba", Label("沙坪坝区", "Shapingba District"), Level.DISTRICT, "500106", "chongqing"
)


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the district."""
    return [shapingba]


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the district's sources imply for everybody."""
    from civaffairs_shapingba.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the plans."""
    from civaffairs_shapingba.plan import plans

    return plans


@hookimpl
def civaffairs_terms() -> tuple[Term, ...]:
    """Declare the words of the district."""
    from civaffairs_shapingba.glossary import TERMS

    return TERMS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the rules of the district."""
    from civaffairs_shapingba.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the provisions of the district."""
    from civaffairs_shapingba.rules import PROVISIONS

    return PROVISIONS
