"""中国 China: the nation as a jurisdiction, and the indicators that plans share."""

from civaffairs import Indicator, Jurisdiction, Label, Level, hookimpl
from civaffairs_china.indicators import INDICATORS

china = Jurisdiction("china", Label("中国", "China"), Level.NATION, "100000")


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the nation."""
    return [china]


@hookimpl
def civaffairs_indicators() -> tuple[Indicator, ...]:
    """Declare the shared indicators."""
    return INDICATORS
