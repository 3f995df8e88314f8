"""重庆市 Chongqing: the municipality, and the standards that it sets for all its districts."""

from civaffairs import Jurisdiction, Label, Level, Standard, hookimpl
from civaffairs_chongqing.standards import STANDARDS

chongqing = Jurisdiction(
    "chongqing", Label("重庆市", "Chongqing Municipality"), Level.PROVINCE, "500000", "china"
)


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the municipality."""
    return [chongqing]


@hookimpl
def civaffairs_standards() -> tuple[Standard, ...]:
    """Declare its standards."""
    return STANDARDS
