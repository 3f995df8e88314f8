"""桃源区 Taoyuan: a fictional district that uses every feature once. Copy it to begin a plugin of your own."""

from civaffairs import Indicator, Jurisdiction, Label, Level, Plan, Standard, hookimpl
from civaffairs_taoyuan import indicators, standards
from civaffairs_taoyuan.plan import plans

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
    return [indicators.dependent_residents, indicators.decision_days, indicators.reform_zone]


@hookimpl
def civaffairs_standards() -> list[Standard]:
    """Declare the district's standards."""
    return [standards.dibao, standards.orphan_community]


@hookimpl
def civaffairs_plans() -> list[Plan]:
    """Declare the finished plan and the current one."""
    return plans
