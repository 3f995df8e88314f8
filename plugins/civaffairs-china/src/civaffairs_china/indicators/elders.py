"""Elderly care 养老服务."""

from civaffairs import SHARE, Amount, Bounds, CommonFigure, Direction, Indicator, Label, Topic
from civaffairs.domain.models import (
    Area,
    CareInstitution,
    CareInstitutionKind,
    Community,
    CommunityCareFacility,
    Operator,
    Person,
    Township,
)
from civaffairs.domain.rules.expr import Condition, Quotient, share
from civaffairs.domain.rules.vocabulary import count, derived, field_of, flag_of, term, total
from civaffairs_china.indicators.writing import PRINTED, number, part, rate

BEDS = field_of(CareInstitution, "beds")
ALL_BEDS = total(BEDS) + total(field_of(CommunityCareFacility, "beds"))
ELDERS = count(Person, "人", derived(Person.age_on) >= Amount(60, "岁"))


def beds_run_by(*operators: Operator) -> Quotient:
    """The part of the beds in institutions that is run so, in percent."""
    run_so = total(BEDS, term(CareInstitution.operator).is_one_of(*operators))
    return share(run_so, total(BEDS), **PRINTED)


def communities_cared_for(area: Area) -> Quotient:
    """The part of the urban or rural communities that has a facility for elderly care, in percent."""
    such: Condition = term(Community.area).is_one_of(area)
    with_one = count(Community, "community", such & flag_of(Community, "care_facility"))
    return share(with_one, count(Community, "community", such), **PRINTED)


nursing_bed_share = Indicator(
    "nursing_bed_share",
    Label("养老机构护理型床位占比", "nursing beds as a share of beds in elderly-care institutions"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    share(total(field_of(CareInstitution, "nursing_beds")), total(BEDS), **PRINTED),
    means=CommonFigure.NURSING_BED_SHARE,
)
beds_per_1000_elders = Indicator(
    "beds_per_1000_elders",
    Label("每千名老年人拥有养老床位数", "elderly-care beds per 1,000 elders"),
    "张/千名老年人",
    Direction.UP,
    Topic.ELDERLY_CARE,
    Bounds(low=Amount(0, "张/千名老年人")),
    Quotient(ALL_BEDS, ELDERS, "张/千名老年人", **PRINTED),
    means=CommonFigure.BEDS_PER_ELDER,
)
open_beds = Indicator(
    "open_beds",
    Label("面向社会开放的养老床位数", "elderly-care beds open to the public"),
    "张",
    Direction.UP,
    Topic.ELDERLY_CARE,
    Bounds(low=Amount(0, "张")),
)
care_quality_compliance = Indicator(
    "care_quality_compliance",
    Label("养老机构服务基本质量达标率", "elderly-care institutions that meet the basic quality standard"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    part(CareInstitution, "meets_quality_standard"),
)
township_care_institution_coverage = Indicator(
    "township_care_institution_coverage",
    Label(
        "乡镇(街道)范围具备综合功能的养老服务机构覆盖率",
        "townships and sub-districts with a comprehensive elderly-care institution",
    ),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    part(Township, "comprehensive_care"),
)
home_care_facility_coverage = Indicator(
    "home_care_facility_coverage",
    Label(
        "社区居家养老服务设施覆盖率",
        "communities with facilities for elderly care at home and in the community",
    ),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    part(Community, "care_facility"),
)
urban_community_care_coverage = Indicator(
    "urban_community_care_coverage",
    Label("城市社区养老服务设施覆盖率", "urban communities with elderly-care facilities"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    definition=communities_cared_for(Area.URBAN),
)
rural_community_care_coverage = Indicator(
    "rural_community_care_coverage",
    Label("农村社区养老服务设施覆盖率", "rural communities with elderly-care facilities"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    definition=communities_cared_for(Area.RURAL),
)
urban_care_facility_compliance = Indicator(
    "urban_care_facility_compliance",
    Label(
        "城市社区配套建设养老服务设施达标率",
        "urban communities whose elderly-care facilities meet the building standard",
    ),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    part(CommunityCareFacility, "meets_standard"),
)
care_institutions = number(
    "care_institutions",
    "养老机构数量",
    "elderly-care institutions",
    "thing",
    Topic.ELDERLY_CARE,
    means=CommonFigure.CARE_INSTITUTIONS,
    definition=count(CareInstitution, "thing"),
)
care_beds = number(
    "care_beds",
    "养老床位总数",
    "elderly-care beds",
    "张",
    Topic.ELDERLY_CARE,
    means=CommonFigure.CARE_BEDS,
    definition=ALL_BEDS,
    scope=Label(
        "养老机构和社区养老服务设施的床位",
        "beds in elderly-care institutions and in community care facilities",
    ),
)
social_care_bed_share = rate(
    "social_care_bed_share",
    "社会办养老床位占比",
    "share of beds in institutions run by society",
    Topic.ELDERLY_CARE,
    means=CommonFigure.PRIVATE_BED_SHARE,
    definition=beds_run_by(Operator.SOCIAL),
)
socially_operated_bed_share = rate(
    "socially_operated_bed_share",
    "社会化运营床位比例",
    "share of beds operated by society",
    Topic.ELDERLY_CARE,
    definition=beds_run_by(Operator.SOCIAL, Operator.PUBLIC_BUILT_PRIVATE_RUN),
)
inclusive_bed_share = rate(
    "inclusive_bed_share", "普惠性床位占比", "share of affordable beds", Topic.ELDERLY_CARE
)
family_care_beds = number("family_care_beds", "家庭养老床位", "family care beds", "张", Topic.ELDERLY_CARE)
basic_care_coverage = rate(
    "basic_care_coverage", "基本养老服务覆盖率", "coverage of basic elderly care", Topic.ELDERLY_CARE
)
care_service_coverage = rate(
    "care_service_coverage", "社区养老服务覆盖率", "coverage of community elderly care", Topic.ELDERLY_CARE
)
urban_care_centre_coverage = rate(
    "urban_care_centre_coverage",
    "城市街道综合性养老服务中心覆盖率",
    "urban sub-districts with a comprehensive elderly-care centre",
    Topic.ELDERLY_CARE,
)
new_estate_facility_compliance = rate(
    "new_estate_facility_compliance",
    "新建城区居住区配建养老设施达标率",
    "new housing estates with the elderly-care facilities required",
    Topic.ELDERLY_CARE,
)
dependent_tekun_centres = number(
    "dependent_tekun_centres",
    "失能特困人员集中照护中心",
    "centres of concentrated care for dependent tekun persons",
    "thing",
    Topic.ELDERLY_CARE,
    definition=count(
        CareInstitution, "thing", term(CareInstitution.kind).is_one_of(CareInstitutionKind.TEKUN_CARE_CENTRE)
    ),
)
elder_canteen_coverage = rate(
    "elder_canteen_coverage",
    "镇街村居老年食堂覆盖率",
    "townships and villages with an elders' canteen",
    Topic.ELDERLY_CARE,
)
urban_elder_canteen_coverage = rate(
    "urban_elder_canteen_coverage",
    "城市社区老年食堂覆盖率",
    "urban communities with an elders' canteen",
    Topic.ELDERLY_CARE,
)
day_care_coverage = rate(
    "day_care_coverage", "城市日间照料中心覆盖率", "coverage of urban day-care centres", Topic.ELDERLY_CARE
)
special_elder_visit_rate = rate(
    "special_elder_visit_rate",
    "特殊困难老年人探访率",
    "elders in special difficulty who are visited",
    Topic.ELDERLY_CARE,
)
home_service_share = rate(
    "home_service_share",
    "居家老年人接受上门服务的比例",
    "elders at home who receive services there",
    Topic.ELDERLY_CARE,
)
needy_elder_service_coverage = rate(
    "needy_elder_service_coverage",
    "经济困难等老年人养老服务覆盖率",
    "elderly care for elders in economic need, solitary and empty-nest elders",
    Topic.ELDERLY_CARE,
)
care_worker_certification = rate(
    "care_worker_certification",
    "养老护理人员持证上岗率",
    "care workers who hold a certificate",
    Topic.ELDERLY_CARE,
    definition=share(
        total(field_of(CareInstitution, "certified_caregivers")),
        total(field_of(CareInstitution, "caregivers")),
        **PRINTED,
    ),
)
social_workers_per_1000_elders = number(
    "social_workers_per_1000_elders",
    "每千名老年人拥有社会工作者",
    "social workers per 1,000 elders",
    "人/千名老年人",
    Topic.ELDERLY_CARE,
)
social_workers_per_100_beds = number(
    "social_workers_per_100_beds",
    "每百张养老机构床位拥有社会工作者",
    "social workers per 100 beds in elderly-care institutions",
    "人/百张",
    Topic.ELDERLY_CARE,
    definition=Quotient(
        total(field_of(CareInstitution, "social_workers")), total(BEDS), "人/百张", **PRINTED
    ),
)
medical_care_capacity = rate(
    "medical_care_capacity",
    "养老服务设施具备医养服务能力的比率",
    "elderly-care facilities able to give medical care",
    Topic.ELDERLY_CARE,
)
referral_channel_coverage = rate(
    "referral_channel_coverage",
    "养老机构双向转介绿色通道覆盖率",
    "elderly-care institutions with two-way referral",
    Topic.ELDERLY_CARE,
)

INDICATORS: tuple[Indicator, ...] = (
    nursing_bed_share,
    beds_per_1000_elders,
    open_beds,
    care_quality_compliance,
    township_care_institution_coverage,
    home_care_facility_coverage,
    urban_community_care_coverage,
    rural_community_care_coverage,
    urban_care_facility_compliance,
    care_institutions,
    care_beds,
    social_care_bed_share,
    socially_operated_bed_share,
    inclusive_bed_share,
    family_care_beds,
    basic_care_coverage,
    care_service_coverage,
    urban_care_centre_coverage,
    new_estate_facility_compliance,
    dependent_tekun_centres,
    elder_canteen_coverage,
    urban_elder_canteen_coverage,
    day_care_coverage,
    special_elder_visit_rate,
    home_service_share,
    needy_elder_service_coverage,
    care_worker_certification,
    social_workers_per_1000_elders,
    social_workers_per_100_beds,
    medical_care_capacity,
    referral_channel_coverage,
)
