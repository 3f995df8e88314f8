"""Child welfare and protection of minors 儿童福利和未成年人保护."""

from civaffairs import SHARE, Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import Township
from civaffairs_china.indicators.writing import part, rate

minors_protection_station_coverage = Indicator(
    "minors_protection_station_coverage",
    Label(
        "乡镇(街道)未成年人保护工作站覆盖率", "townships and sub-districts with a minors' protection station"
    ),
    "%",
    Direction.UP,
    Topic.CHILD_WELFARE,
    SHARE,
    part(Township, "minors_station"),
)
orphan_standard_growth = Indicator(
    "orphan_standard_growth",
    Label("孤儿养育标准年均增长", "average annual growth of the orphan standard"),
    "%",
    Direction.UP,
    Topic.CHILD_WELFARE,
    Bounds(),
)
vagrant_minors_beds = Indicator(
    "vagrant_minors_beds",
    Label("流浪未成年人保护中心床位", "beds in the protection centre for homeless minors"),
    "张",
    Direction.UP,
    Topic.CHILD_WELFARE,
    Bounds(low=Amount(0, "张")),
)
child_protection_rate = rate(
    "child_protection_rate",
    "孤儿和事实无人抚养儿童基本生活保障率",
    "orphans and de facto unattended children whose basic living is protected",
    Topic.CHILD_WELFARE,
)
medical_schooling_aid_coverage = rate(
    "medical_schooling_aid_coverage",
    "助医助学覆盖率",
    "coverage of aid for medical care and schooling",
    Topic.CHILD_WELFARE,
)
child_director_training_rate = rate(
    "child_director_training_rate",
    "儿童主任年参训率",
    "child directors trained each year",
    Topic.CHILD_WELFARE,
)
county_minors_institution_coverage = rate(
    "county_minors_institution_coverage",
    "县级未成年人救助保护机构覆盖率",
    "counties with an institution for the rescue and protection of minors",
    Topic.CHILD_WELFARE,
)

INDICATORS: tuple[Indicator, ...] = (
    minors_protection_station_coverage,
    orphan_standard_growth,
    vagrant_minors_beds,
    child_protection_rate,
    medical_schooling_aid_coverage,
    child_director_training_rate,
    county_minors_institution_coverage,
)
