"""Marriage, funerals, place names, funding 婚姻登记、殡葬服务、区划地名、经费保障."""

from civaffairs import SHARE, Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import MarriageRegistry, Township
from civaffairs_china.indicators.writing import part, rate

# Marriage registration 婚姻登记

cross_province_marriage_registration = Indicator(
    "cross_province_marriage_registration",
    Label(
        "婚姻登记“跨省通办”实施率", "marriage registration offices that serve couples from other provinces"
    ),
    "%",
    Direction.UP,
    Topic.MARRIAGE,
    SHARE,
    part(MarriageRegistry, "cross_province"),
)
online_marriage_registration = Indicator(
    "online_marriage_registration",
    Label("婚姻登记机构在线登记率", "marriage registration offices that register online"),
    "%",
    Direction.UP,
    Topic.MARRIAGE,
    SHARE,
    part(MarriageRegistry, "online"),
)

# Funerals 殡葬服务

burial_facility_coverage = Indicator(
    "burial_facility_coverage",
    Label(
        "城乡公益性安葬(放)设施覆盖率",
        "coverage of public-benefit burial and ash facilities in towns and villages",
    ),
    "%",
    Direction.UP,
    Topic.FUNERALS,
    SHARE,
    part(Township, "public_burial"),
)
county_burial_facility_coverage = Indicator(
    "county_burial_facility_coverage",
    Label("县级公益性安葬(放)设施覆盖率", "counties with a public-benefit burial or ash facility"),
    "%",
    Direction.UP,
    Topic.FUNERALS,
    SHARE,
)
township_ash_facility_coverage = Indicator(
    "township_ash_facility_coverage",
    Label(
        "公益性骨灰安放设施乡镇级行政区域覆盖率",
        "townships with a public-benefit ash facility, cemeteries included",
    ),
    "%",
    Direction.UP,
    Topic.FUNERALS,
    SHARE,
)
cremation_rate = Indicator(
    "cremation_rate",
    Label("年均遗体火化率", "average annual cremation rate"),
    "%",
    Direction.UP,
    Topic.FUNERALS,
    SHARE,
)
ecological_burial_rate = Indicator(
    "ecological_burial_rate",
    Label("节地生态安葬率", "land-saving ecological burials"),
    "%",
    Direction.UP,
    Topic.FUNERALS,
    SHARE,
)
basic_funeral_coverage = rate(
    "basic_funeral_coverage", "基本殡葬公共服务覆盖率", "coverage of basic funeral services", Topic.FUNERALS
)
cremation_zone_rate = rate(
    "cremation_zone_rate", "火化区火化率", "cremation in cremation zones", Topic.FUNERALS
)

# Place names 区划地名

place_sign_coverage = Indicator(
    "place_sign_coverage",
    Label("地名标志设置率", "places with a name sign"),
    "%",
    Direction.UP,
    Topic.PLACE_NAMES,
    SHARE,
)

# Funding 经费保障

civil_affairs_expenditure = Indicator(
    "civil_affairs_expenditure",
    Label("民政事业费支出金额", "expenditure on civil affairs"),
    "亿元",
    Direction.UP,
    Topic.FUNDING,
    Bounds(low=Amount(0, "元")),
)

INDICATORS: tuple[Indicator, ...] = (
    cross_province_marriage_registration,
    online_marriage_registration,
    burial_facility_coverage,
    county_burial_facility_coverage,
    township_ash_facility_coverage,
    cremation_rate,
    ecological_burial_rate,
    basic_funeral_coverage,
    cremation_zone_rate,
    place_sign_coverage,
    civil_affairs_expenditure,
)
