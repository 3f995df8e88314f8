"""江苏省 Jiangsu: the province and seven of its cities, and what this plugin declares of them. Each part is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Jurisdiction, Label, Level, hookimpl

if TYPE_CHECKING:
    from civaffairs import Exemption, Indicator, Invariant, Plan, Standard
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule

jiangsu = Jurisdiction("jiangsu", Label("江苏省", "Jiangsu Province"), Level.PROVINCE, "320000", "china")
nanjing = Jurisdiction("nanjing", Label("南京市", "Nanjing"), Level.CITY, "320100", "jiangsu")
wuxi = Jurisdiction("wuxi", Label("无锡市", "Wuxi"), Level.CITY, "320200", "jiangsu")
suzhou = Jurisdiction("suzhou", Label("苏州市", "Suzhou"), Level.CITY, "320500", "jiangsu")
nantong = Jurisdiction("nantong", Label("南通市", "Nantong"), Level.CITY, "320600", "jiangsu")
yangzhou = Jurisdiction("yangzhou", Label("扬州市", "Yangzhou"), Level.CITY, "321000", "jiangsu")
# 台州 in Zhejiang is written the same in letters.
taizhou = Jurisdiction(
    "taizhou-jiangsu", Label("泰州市", "Taizhou (Jiangsu)"), Level.CITY, "321200", "jiangsu"
)
suqian = Jurisdiction("suqian", Label("宿迁市", "Suqian"), Level.CITY, "321300", "jiangsu")


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the province and those of its cities whose standards are known."""
    return [jiangsu, nanjing, wuxi, suzhou, nantong, yangzhou, taizhou, suqian]


@hookimpl
def civaffairs_indicators() -> tuple[Indicator, ...]:
    """Declare the indicators that only this province's plans name."""
    from civaffairs_jiangsu.indicators import INDICATORS

    return INDICATORS


@hookimpl
def civaffairs_standards() -> tuple[Standard, ...]:
    """Declare the standards of the cities; the province sets none itself."""
    from civaffairs_jiangsu.standards import STANDARDS

    return STANDARDS


@hookimpl
def civaffairs_rules() -> tuple[Rule, ...]:
    """Declare the rules of the province and of its cities."""
    from civaffairs_jiangsu import city_rules, rules

    return (*rules.RULES, *city_rules.RULES)


@hookimpl
def civaffairs_provisions() -> tuple[Provision, ...]:
    """Declare the provisions of the province and of its cities."""
    from civaffairs_jiangsu import city_rules, rules

    return (*rules.PROVISIONS, *city_rules.PROVISIONS)


@hookimpl
def civaffairs_invariants() -> tuple[Invariant, ...]:
    """Declare what the province's and the cities' sources imply for everybody."""
    from civaffairs_jiangsu.invariants import INVARIANTS

    return INVARIANTS


@hookimpl
def civaffairs_exemptions() -> tuple[Exemption, ...]:
    """Declare where published standards are known to break what must hold."""
    from civaffairs_jiangsu.exemptions import EXEMPTIONS

    return EXEMPTIONS


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the plan for civil affairs and the plan for community services."""
    from civaffairs_jiangsu.plan import plans

    return plans
