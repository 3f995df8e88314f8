"""中国 China: the nation, and what this plugin declares of it. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Indicator, Invariant, Plan, Term
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

china = Jurisdiction("china", Label("中国", "China"), Level.NATION, "100000")


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the nation."""
    return [china]


@hookimpl
def civaffairs_indicators() -> tuple[Indicator, ...]:
    """Declare the indicators that plans share."""
    from civaffairs_china.indicators import INDICATORS

    return INDICATORS


@hookimpl
def civaffairs_terms() -> tuple[Term, ...]:
    """Declare the words that plans and rules share."""
    from civaffairs_china.glossary import TERMS

    return TERMS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the national rules."""
    from civaffairs_china.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the national provisions."""
    from civaffairs_china.rules import PROVISIONS

    return PROVISIONS


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the national rules imply for everybody."""
    from civaffairs_china.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the national plans."""
    from civaffairs_china.plan import plans

    return plans
