"""Community services and governance 社区服务与治理."""

from civaffairs import SHARE, Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import Community, CommunityFacility
from civaffairs.domain.rules.expr import Quotient
from civaffairs.domain.rules.vocabulary import field_of, total
from civaffairs_china.indicators.writing import PRINTED, number, part, rate

community_facility_area = Indicator(
    "community_facility_area",
    Label(
        "每百户居民拥有的城乡社区综合服务设施面积", "area of community service facilities per 100 households"
    ),
    "平方米/百户",
    Direction.UP,
    Topic.COMMUNITY,
    Bounds(low=Amount(0, "平方米/百户")),
    Quotient(
        total(field_of(CommunityFacility, "area")),
        total(field_of(Community, "households")),
        "平方米/百户",
        **PRINTED,
    ),
)
community_facility_coverage = Indicator(
    "community_facility_coverage",
    Label("城乡社区综合服务设施覆盖率", "communities with a comprehensive service facility"),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
    part(Community, "service_facility"),
)
urban_service_station_coverage = Indicator(
    "urban_service_station_coverage",
    Label("城市社区服务站覆盖率", "urban communities with a service station"),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)
rural_service_station_coverage = Indicator(
    "rural_service_station_coverage",
    Label("农村社区服务站覆盖率", "rural communities with a service station"),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)
urban_platform_coverage = Indicator(
    "urban_platform_coverage",
    Label(
        "城市社区公共服务综合信息平台覆盖率", "urban communities on the public-service information platform"
    ),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)
rural_platform_coverage = Indicator(
    "rural_platform_coverage",
    Label(
        "农村社区公共服务综合信息平台覆盖率", "rural communities on the public-service information platform"
    ),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)
rural_community_building_coverage = Indicator(
    "rural_community_building_coverage",
    Label("农村社区建设推广面", "villages reached by rural community building"),
    "%",
    Direction.UP,
    Topic.COMMUNITY,
    SHARE,
)
facility_standard_rate = rate(
    "facility_standard_rate",
    "城乡社区综合服务设施达标率",
    "community service facilities that reach the standard",
    Topic.COMMUNITY,
)
smart_community_platform_coverage = rate(
    "smart_community_platform_coverage",
    "城乡社区智慧服务平台覆盖率",
    "communities with a smart service platform",
    Topic.COMMUNITY,
)
one_stop_service_coverage = rate(
    "one_stop_service_coverage",
    "镇(街道)一站式服务覆盖率",
    "townships with one-stop service",
    Topic.COMMUNITY,
)
community_charter_coverage = rate(
    "community_charter_coverage",
    "城乡社区自治章程和公约制定率",
    "communities with a self-governance charter and residents' pact",
    Topic.COMMUNITY,
)
community_workers_per_10000 = number(
    "community_workers_per_10000",
    "每万城镇常住人口社区工作者",
    "community workers per 10,000 urban residents",
    "人/万人",
    Topic.COMMUNITY,
)

INDICATORS: tuple[Indicator, ...] = (
    community_facility_area,
    community_facility_coverage,
    urban_service_station_coverage,
    rural_service_station_coverage,
    urban_platform_coverage,
    rural_platform_coverage,
    rural_community_building_coverage,
    facility_standard_rate,
    smart_community_platform_coverage,
    one_stop_service_coverage,
    community_charter_coverage,
    community_workers_per_10000,
)
