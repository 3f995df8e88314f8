"""江津区 Jiangjin, Chongqing: the district, and what this plugin declares of it. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Exemption, Invariant, Plan, Term
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

jiangjin = Jurisdiction(
    "jiangjin", Label("江津区", "Jiangjin District"), Level.DISTRICT, "500116", "chongqing"
)


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the district."""
    return [jiangjin]


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the district's sources imply for everybody."""
    from civaffairs_jiangjin.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_exemptions() -> tuple[Exemption, ...]:
    """Declare where the sources are known not to conform."""
    from civaffairs_jiangjin.exemptions import EXEMPTIONS

    return EXEMPTIONS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the finished plan and the current one."""
    from civaffairs_jiangjin.plan import plans

    return plans


@hookimpl
def civaffairs_terms() -> tuple[Term, ...]:
    """Declare the words that the plan explains."""
    from civaffairs_jiangjin.glossary import TERMS

    return TERMS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the rules of the district."""
    from civaffairs_jiangjin.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the provisions of the district."""
    from civaffairs_jiangjin.rules import PROVISIONS

    return PROVISIONS
