"""桃源区 Taoyuan: a fictional district that uses every feature once. Copy it to begin a plugin of your own.

Each part is imported when it is asked for: who decides a case does not wait for the plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Exemption, Indicator, Invariant, Plan, Standard, Term
    from civaffairs.domain.proposals import Proposal
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

taoyuan = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan District"), Level.DISTRICT, "990101", "china", fictional=True
)


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the district."""
    return [taoyuan]


@hookimpl
def civaffairs_indicators() -> list[Indicator]:
    """Declare the indicators that only this district has."""
    from civaffairs_taoyuan import indicators

    return [indicators.dependent_residents, indicators.decision_days, indicators.reform_zone]


@hookimpl
def civaffairs_terms() -> tuple[Term, ...]:
    """Declare the words that only this district uses."""
    from civaffairs_taoyuan.glossary import TERMS

    return TERMS


@hookimpl
def civaffairs_standards() -> tuple[Standard, ...]:
    """Declare the district's standards."""
    from civaffairs_taoyuan.standards import STANDARDS

    return STANDARDS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the district's rules."""
    from civaffairs_taoyuan.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the district's provisions."""
    from civaffairs_taoyuan.rules import PROVISIONS

    return PROVISIONS


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the district's rules imply for everybody."""
    from civaffairs_taoyuan.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_exemptions() -> tuple[Exemption, ...]:
    """Declare what is known not to conform, with the reason."""
    from civaffairs_taoyuan.exemptions import EXEMPTIONS

    return EXEMPTIONS


@hookimpl
def civaffairs_proposals() -> tuple[Proposal, ...]:
    """Declare what somebody proposes and nobody has laid down."""
    from civaffairs_taoyuan.proposals import PROPOSALS

    return PROPOSALS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the finished plan and the current one."""
    from civaffairs_taoyuan.plan import plans

    return plans
