"""Indicators that only Jiangsu's plan for community services names. Shared ones come from the national plugin."""

from civaffairs import SHARE, Direction, Indicator, Label, Topic

all_round_service_coverage = Indicator(
    "all_round_service_coverage",
    Label("全科服务模式社区覆盖率", "communities with the all-round service model"),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)
visiting_mechanism_coverage = Indicator(
    "visiting_mechanism_coverage",
    Label("困难群众探访发现机制覆盖率", "communities that visit and find people in difficulty"),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)

INDICATORS = (all_round_service_coverage, visiting_mechanism_coverage)
