"""江苏省 Jiangsu: the province, and its rules that replace national ones or add to them. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

jiangsu = Jurisdiction("jiangsu", Label("江苏省", "Jiangsu Province"), Level.PROVINCE, "320000", "china")


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the province."""
    return [jiangsu]


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the rules of the province."""
    from civaffairs_jiangsu.rules import RULES

    return RULES


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the provisions of the province."""
    from civaffairs_jiangsu.rules import PROVISIONS

    return PROVISIONS
