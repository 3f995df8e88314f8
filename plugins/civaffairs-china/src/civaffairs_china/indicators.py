"""The indicators that plans of several places share: one meaning, one id.

A plan may print another heading or another unit of the same kind; its row says so. Where two plans mean different
things, there are two indicators.
"""

from typing import TypedDict

from civaffairs import RATIO, SHARE, Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import (
    AssistedPerson,
    CareInstitution,
    Community,
    CommunityCareFacility,
    CommunityFacility,
    LotteryOutlet,
    MarriageRegistry,
    SocialOrg,
    Township,
)
from civaffairs.domain.rules.expr import Quotient, share
from civaffairs.domain.rules.vocabulary import count, field_of, flag_of, total
from civaffairs.domain.units import Rounding


class _Printed(TypedDict):
    places: int
    rounding: Rounding


# The tables print up to two decimals; the sources do not say how they round, so halves go up (四舍五入).
PRINTED: _Printed = {"places": 2, "rounding": "half_up"}
IDENTIFIED = flag_of(AssistedPerson, "identity_known")
GRADED_3A = flag_of(SocialOrg, "assessed") & (field_of(SocialOrg, "grade") >= Amount(3, RATIO))


def _part(model: type, condition: str) -> Quotient:
    """The part of a register for which a yes-or-no fact holds, in percent."""
    return share(
        count(model, _COUNTED[model], flag_of(model, condition)), count(model, _COUNTED[model]), **PRINTED
    )


_COUNTED: dict[type, str] = {
    CareInstitution: "organisation",
    Township: "township",
    Community: "community",
    CommunityCareFacility: "place",
    CommunityFacility: "place",
    MarriageRegistry: "organisation",
}


def _rate(id: str, zh: str, en: str, topic: Topic) -> Indicator:
    """A part of a whole that plans promise in their text, and that no register here gives."""
    return Indicator(id, Label(zh, en), "%", Direction.UP, topic, SHARE)


def _number(id: str, zh: str, en: str, unit: str, topic: Topic) -> Indicator:
    """A number of things that plans promise in their text, and that no register here gives."""
    return Indicator(id, Label(zh, en), unit, Direction.UP, topic, Bounds(low=Amount(0, unit)))


# Social assistance 社会救助

dibao_standard_growth = Indicator(
    "dibao_standard_growth",
    Label("城乡低保标准年度增速", "annual growth of the urban and rural Dibao standards"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(),
)
rural_dibao_share_of_urban = Indicator(
    "rural_dibao_share_of_urban",
    Label("农村低保标准占城市低保标准比例", "rural Dibao standard as a share of the urban one"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
urban_dibao_share_of_consumption = Indicator(
    "urban_dibao_share_of_consumption",
    Label(
        "城市低保标准占当地城镇居民上年度人均消费支出比率",
        "urban Dibao standard as a share of local urban consumption per head in the previous year",
    ),
    "%",
    Direction.NEUTRAL,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
rural_dibao_standard = Indicator(
    "rural_dibao_standard",
    Label("农村低保标准", "rural Dibao standard"),
    "元/人·年",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "元/人·年")),
)
tekun_basic_standard = Indicator(
    "tekun_basic_standard",
    Label("特困人员基本生活标准", "basic living standard of tekun persons"),
    "元/人·月",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "元/人·月")),
)
tekun_care_standard = Indicator(
    "tekun_care_standard",
    Label("特困人员照料护理标准", "care standard of tekun persons"),
    "元/人·月",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "元/人·月")),
)
tekun_concentrated_care_rate = Indicator(
    "tekun_concentrated_care_rate",
    Label("有集中供养意愿的特困人员集中供养率", "tekun persons in concentrated care among those who want it"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
tekun_institution_capacity = Indicator(
    "tekun_institution_capacity",
    Label(
        "特困人员救助供养服务机构集中供养能力",
        "capacity of institutions for concentrated care of tekun persons",
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
dependent_tekun_concentrated_care_rate = Indicator(
    "dependent_tekun_concentrated_care_rate",
    Label(
        "特困人员中不能自理人员集中供养率",
        "concentrated care among tekun persons who cannot care for themselves",
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
vagrant_return_rate = Indicator(
    "vagrant_return_rate",
    Label(
        "查明身份信息流浪乞讨受助人员接送返回率",
        "assisted homeless persons of known identity who were brought home",
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
    share(
        count(AssistedPerson, "人", IDENTIFIED & flag_of(AssistedPerson, "returned")),
        count(AssistedPerson, "人", IDENTIFIED),
        **PRINTED,
    ),
)
dependent_tekun_willing_care_rate = _rate(
    "dependent_tekun_willing_care_rate",
    "有意愿的失能特困人员集中供养率",
    "dependent tekun persons in concentrated care among those who want it",
    Topic.SOCIAL_ASSISTANCE,
)
dependent_tekun_agreement_rate = _rate(
    "dependent_tekun_agreement_rate",
    "分散供养失能特困人员委托照料服务协议签订率",
    "dispersed dependent tekun persons with a care agreement",
    Topic.SOCIAL_ASSISTANCE,
)
long_stay_settlement_rate = _rate(
    "long_stay_settlement_rate",
    "长期滞留流浪乞讨人员落户安置率",
    "long-staying homeless persons settled with a household register",
    Topic.SOCIAL_ASSISTANCE,
)
dibao_share_of_consumption = _rate(
    "dibao_share_of_consumption",
    "低保标准占居民人均消费支出比例",
    "Dibao standard as a share of consumption per head of all residents",
    Topic.SOCIAL_ASSISTANCE,
)

# Elderly care 养老服务

nursing_bed_share = Indicator(
    "nursing_bed_share",
    Label("养老机构护理型床位占比", "nursing beds as a share of beds in elderly-care institutions"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
    share(
        total(field_of(CareInstitution, "nursing_beds")), total(field_of(CareInstitution, "beds")), **PRINTED
    ),
)
beds_per_1000_elders = Indicator(
    "beds_per_1000_elders",
    Label("每千名老年人拥有养老床位数", "elderly-care beds per 1,000 elders"),
    "张/千名老年人",
    Direction.UP,
    Topic.ELDERLY_CARE,
    Bounds(low=Amount(0, "张/千名老年人")),
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
    _part(CareInstitution, "meets_quality_standard"),
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
    _part(Township, "comprehensive_care"),
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
    _part(Community, "care_facility"),
)
urban_community_care_coverage = Indicator(
    "urban_community_care_coverage",
    Label("城市社区养老服务设施覆盖率", "urban communities with elderly-care facilities"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
)
rural_community_care_coverage = Indicator(
    "rural_community_care_coverage",
    Label("农村社区养老服务设施覆盖率", "rural communities with elderly-care facilities"),
    "%",
    Direction.UP,
    Topic.ELDERLY_CARE,
    SHARE,
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
    _part(CommunityCareFacility, "meets_standard"),
)
care_institutions = _number(
    "care_institutions", "养老机构数量", "elderly-care institutions", "thing", Topic.ELDERLY_CARE
)
care_beds = _number("care_beds", "养老床位总数", "elderly-care beds", "张", Topic.ELDERLY_CARE)
social_care_bed_share = _rate(
    "social_care_bed_share",
    "社会办养老床位占比",
    "share of beds in institutions run by society",
    Topic.ELDERLY_CARE,
)
socially_operated_bed_share = _rate(
    "socially_operated_bed_share",
    "社会化运营床位比例",
    "share of beds operated by society",
    Topic.ELDERLY_CARE,
)
inclusive_bed_share = _rate(
    "inclusive_bed_share", "普惠性床位占比", "share of affordable beds", Topic.ELDERLY_CARE
)
family_care_beds = _number("family_care_beds", "家庭养老床位", "family care beds", "张", Topic.ELDERLY_CARE)
basic_care_coverage = _rate(
    "basic_care_coverage", "基本养老服务覆盖率", "coverage of basic elderly care", Topic.ELDERLY_CARE
)
care_service_coverage = _rate(
    "care_service_coverage", "社区养老服务覆盖率", "coverage of community elderly care", Topic.ELDERLY_CARE
)
urban_care_centre_coverage = _rate(
    "urban_care_centre_coverage",
    "城市街道综合性养老服务中心覆盖率",
    "urban sub-districts with a comprehensive elderly-care centre",
    Topic.ELDERLY_CARE,
)
new_estate_facility_compliance = _rate(
    "new_estate_facility_compliance",
    "新建城区居住区配建养老设施达标率",
    "new housing estates with the elderly-care facilities required",
    Topic.ELDERLY_CARE,
)
dependent_tekun_centres = _number(
    "dependent_tekun_centres",
    "失能特困人员集中照护中心",
    "centres of concentrated care for dependent tekun persons",
    "thing",
    Topic.ELDERLY_CARE,
)
elder_canteen_coverage = _rate(
    "elder_canteen_coverage",
    "镇街村居老年食堂覆盖率",
    "townships and villages with an elders' canteen",
    Topic.ELDERLY_CARE,
)
urban_elder_canteen_coverage = _rate(
    "urban_elder_canteen_coverage",
    "城市社区老年食堂覆盖率",
    "urban communities with an elders' canteen",
    Topic.ELDERLY_CARE,
)
day_care_coverage = _rate(
    "day_care_coverage", "城市日间照料中心覆盖率", "coverage of urban day-care centres", Topic.ELDERLY_CARE
)
special_elder_visit_rate = _rate(
    "special_elder_visit_rate",
    "特殊困难老年人探访率",
    "elders in special difficulty who are visited",
    Topic.ELDERLY_CARE,
)
home_service_share = _rate(
    "home_service_share",
    "居家老年人接受上门服务的比例",
    "elders at home who receive services there",
    Topic.ELDERLY_CARE,
)
needy_elder_service_coverage = _rate(
    "needy_elder_service_coverage",
    "经济困难等老年人养老服务覆盖率",
    "elderly care for elders in economic need, solitary and empty-nest elders",
    Topic.ELDERLY_CARE,
)
care_worker_certification = _rate(
    "care_worker_certification",
    "养老护理人员持证上岗率",
    "care workers who hold a certificate",
    Topic.ELDERLY_CARE,
)
social_workers_per_1000_elders = _number(
    "social_workers_per_1000_elders",
    "每千名老年人拥有社会工作者",
    "social workers per 1,000 elders",
    "人/千名老年人",
    Topic.ELDERLY_CARE,
)
social_workers_per_100_beds = _number(
    "social_workers_per_100_beds",
    "每百张养老机构床位拥有社会工作者",
    "social workers per 100 beds in elderly-care institutions",
    "人/百张",
    Topic.ELDERLY_CARE,
)
medical_care_capacity = _rate(
    "medical_care_capacity",
    "养老服务设施具备医养服务能力的比率",
    "elderly-care facilities able to give medical care",
    Topic.ELDERLY_CARE,
)
referral_channel_coverage = _rate(
    "referral_channel_coverage",
    "养老机构双向转介绿色通道覆盖率",
    "elderly-care institutions with two-way referral",
    Topic.ELDERLY_CARE,
)

# Child welfare and protection of minors 儿童福利和未成年人保护

minors_protection_station_coverage = Indicator(
    "minors_protection_station_coverage",
    Label(
        "乡镇(街道)未成年人保护工作站覆盖率", "townships and sub-districts with a minors' protection station"
    ),
    "%",
    Direction.UP,
    Topic.CHILD_WELFARE,
    SHARE,
    _part(Township, "minors_station"),
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
child_protection_rate = _rate(
    "child_protection_rate",
    "孤儿和事实无人抚养儿童基本生活保障率",
    "orphans and de facto unattended children whose basic living is protected",
    Topic.CHILD_WELFARE,
)
medical_schooling_aid_coverage = _rate(
    "medical_schooling_aid_coverage",
    "助医助学覆盖率",
    "coverage of aid for medical care and schooling",
    Topic.CHILD_WELFARE,
)
child_director_training_rate = _rate(
    "child_director_training_rate",
    "儿童主任年参训率",
    "child directors trained each year",
    Topic.CHILD_WELFARE,
)
county_minors_institution_coverage = _rate(
    "county_minors_institution_coverage",
    "县级未成年人救助保护机构覆盖率",
    "counties with an institution for the rescue and protection of minors",
    Topic.CHILD_WELFARE,
)

# Persons with disabilities 残疾人福利

disability_living_subsidy_coverage = Indicator(
    "disability_living_subsidy_coverage",
    Label("困难残疾人生活补贴覆盖率", "coverage of the living subsidy for persons with disabilities in need"),
    "%",
    Direction.UP,
    Topic.DISABILITY,
    SHARE,
)
disability_nursing_subsidy_coverage = Indicator(
    "disability_nursing_subsidy_coverage",
    Label("重度残疾人护理补贴覆盖率", "coverage of the nursing subsidy for persons with severe disabilities"),
    "%",
    Direction.UP,
    Topic.DISABILITY,
    SHARE,
)
mental_rehabilitation_township_coverage = _rate(
    "mental_rehabilitation_township_coverage",
    "开展精神障碍社区康复服务的镇街比例",
    "townships with community rehabilitation for mental disorders",
    Topic.DISABILITY,
)
mental_rehabilitation_county_coverage = _rate(
    "mental_rehabilitation_county_coverage",
    "开展精神障碍社区康复服务的区县比例",
    "counties with community rehabilitation for mental disorders",
    Topic.DISABILITY,
)
mental_rehabilitation_participation = _rate(
    "mental_rehabilitation_participation",
    "居家患者社区参与康复率",
    "patients at home who take part in community rehabilitation",
    Topic.DISABILITY,
)
mental_rehabilitation_service_rate = _rate(
    "mental_rehabilitation_service_rate",
    "登记康复对象接受规范服务率",
    "registered patients who receive rehabilitation to standard",
    Topic.DISABILITY,
)

# Community services and governance 社区服务与治理

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
    _part(Community, "service_facility"),
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
facility_standard_rate = _rate(
    "facility_standard_rate",
    "城乡社区综合服务设施达标率",
    "community service facilities that reach the standard",
    Topic.COMMUNITY,
)
smart_community_platform_coverage = _rate(
    "smart_community_platform_coverage",
    "城乡社区智慧服务平台覆盖率",
    "communities with a smart service platform",
    Topic.COMMUNITY,
)
one_stop_service_coverage = _rate(
    "one_stop_service_coverage",
    "镇(街道)一站式服务覆盖率",
    "townships with one-stop service",
    Topic.COMMUNITY,
)
community_charter_coverage = _rate(
    "community_charter_coverage",
    "城乡社区自治章程和公约制定率",
    "communities with a self-governance charter and residents' pact",
    Topic.COMMUNITY,
)
community_workers_per_10000 = _number(
    "community_workers_per_10000",
    "每万城镇常住人口社区工作者",
    "community workers per 10,000 urban residents",
    "人/万人",
    Topic.COMMUNITY,
)

# Social organisations 社会组织

registered_social_organisations = Indicator(
    "registered_social_organisations",
    Label("登记类社会组织数量", "registered social organisations"),
    "organisation",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    Bounds(low=Amount(0, "organisation")),
    count(SocialOrg, "organisation"),
)
social_organisations_3a_share = Indicator(
    "social_organisations_3a_share",
    Label("登记类社会组织3A级及以上占比", "registered social organisations graded 3A or above"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    SHARE,
    share(
        count(SocialOrg, "organisation", GRADED_3A),
        count(SocialOrg, "organisation"),
        **PRINTED,
    ),
)
social_organisations_per_10000 = Indicator(
    "social_organisations_per_10000",
    Label("每万人拥有社会组织数", "social organisations per 10,000 persons"),
    "organisation/wan_person",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    Bounds(low=Amount(0, "organisation/wan_person")),
)
social_organisation_staff = Indicator(
    "social_organisation_staff",
    Label("社会组织专职工作人员数量", "full-time staff of social organisations"),
    "人",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    Bounds(low=Amount(0, "人")),
)
urban_community_organisations = _number(
    "urban_community_organisations",
    "城市社区平均拥有社区社会组织",
    "community social organisations per urban community",
    "organisation/community",
    Topic.SOCIAL_ORGANISATIONS,
)
rural_community_organisations = _number(
    "rural_community_organisations",
    "农村社区平均拥有社区社会组织",
    "community social organisations per rural community",
    "organisation/community",
    Topic.SOCIAL_ORGANISATIONS,
)

# Social work and volunteering 社会工作和志愿服务

social_work_professionals = Indicator(
    "social_work_professionals",
    Label("社会工作专业人才数", "social work professionals"),
    "人",
    Direction.UP,
    Topic.SOCIAL_WORK,
    Bounds(low=Amount(0, "人")),
)
social_work_professional_share = Indicator(
    "social_work_professional_share",
    Label("社会工作专业人才占总人口比例", "social work professionals as a share of the population"),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
)
community_worker_certification = Indicator(
    "community_worker_certification",
    Label("社区工作人员社工证持证率", "community workers who hold a social work certificate"),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
    share(total(field_of(Community, "certified_workers")), total(field_of(Community, "workers")), **PRINTED),
)
volunteer_station_coverage = Indicator(
    "volunteer_station_coverage",
    Label(
        "志愿服务站点在社区综合服务设施中的覆盖率", "community service facilities with a volunteer station"
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
    _part(CommunityFacility, "volunteer_station"),
)
registered_volunteer_share = Indicator(
    "registered_volunteer_share",
    Label("注册志愿者人数占居民人口的比例", "registered volunteers as a share of residents"),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
)

registered_volunteers = Indicator(
    "registered_volunteers",
    Label("实名注册志愿者人数", "registered volunteers"),
    "人",
    Direction.UP,
    Topic.SOCIAL_WORK,
    Bounds(low=Amount(0, "人")),
)
volunteers_with_hours = Indicator(
    "volunteers_with_hours",
    Label("有志愿服务时间记录的志愿者人数", "volunteers with recorded hours of service"),
    "人",
    Direction.UP,
    Topic.SOCIAL_WORK,
    Bounds(low=Amount(0, "人")),
)
social_work_station_coverage = _rate(
    "social_work_station_coverage",
    "镇(街道)社会工作站覆盖率",
    "townships with a social work station",
    Topic.SOCIAL_WORK,
)
social_work_room_coverage = _rate(
    "social_work_room_coverage",
    "村(社区)社会工作室覆盖率",
    "villages and communities with a social work room",
    Topic.SOCIAL_WORK,
)
certified_social_workers = _number(
    "certified_social_workers", "持证社会工作专业人才", "certified social workers", "人", Topic.SOCIAL_WORK
)
social_work_agencies = _number(
    "social_work_agencies",
    "民办社工服务机构",
    "private social work agencies",
    "organisation",
    Topic.SOCIAL_WORK,
)
volunteer_participation = _rate(
    "volunteer_participation", "志愿服务参与率", "residents who take part in volunteering", Topic.SOCIAL_WORK
)
verified_volunteer_share = _rate(
    "verified_volunteer_share",
    "实名认证志愿者占常住人口比例",
    "verified volunteers as a share of residents",
    Topic.SOCIAL_WORK,
)
verified_volunteers = _number(
    "verified_volunteers", "实名认证志愿者", "verified volunteers", "人", Topic.SOCIAL_WORK
)

# Charity and welfare lottery 慈善事业和福利彩票

charity_donations = Indicator(
    "charity_donations",
    Label("慈善组织接受社会捐赠总额", "donations received by charitable organisations"),
    "万元",
    Direction.UP,
    Topic.CHARITY,
    Bounds(low=Amount(0, "元")),
)

lottery_outlets = Indicator(
    "lottery_outlets",
    Label("福利彩票销售网点数", "welfare lottery outlets"),
    "处",
    Direction.UP,
    Topic.LOTTERY,
    Bounds(low=Amount(0, "处")),
    count(LotteryOutlet, "处", flag_of(LotteryOutlet, "in_operation")),
)
lottery_sales = Indicator(
    "lottery_sales",
    Label("福利彩票当年销售量", "welfare lottery sales of the year"),
    "亿元",
    Direction.UP,
    Topic.LOTTERY,
    Bounds(low=Amount(0, "元")),
)
charity_organisations_multiple = _number(
    "charity_organisations_multiple",
    "慈善组织总数与2020年之比",
    "charity organisations as a multiple of those in 2020",
    "倍",
    Topic.CHARITY,
)

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
    _part(MarriageRegistry, "cross_province"),
)
online_marriage_registration = Indicator(
    "online_marriage_registration",
    Label("婚姻登记机构在线登记率", "marriage registration offices that register online"),
    "%",
    Direction.UP,
    Topic.MARRIAGE,
    SHARE,
    _part(MarriageRegistry, "online"),
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
    _part(Township, "public_burial"),
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
basic_funeral_coverage = _rate(
    "basic_funeral_coverage", "基本殡葬公共服务覆盖率", "coverage of basic funeral services", Topic.FUNERALS
)
cremation_zone_rate = _rate(
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

INDICATORS = (
    dibao_standard_growth,
    rural_dibao_share_of_urban,
    urban_dibao_share_of_consumption,
    rural_dibao_standard,
    tekun_basic_standard,
    tekun_care_standard,
    tekun_concentrated_care_rate,
    tekun_institution_capacity,
    dependent_tekun_concentrated_care_rate,
    vagrant_return_rate,
    nursing_bed_share,
    beds_per_1000_elders,
    open_beds,
    care_quality_compliance,
    township_care_institution_coverage,
    home_care_facility_coverage,
    urban_community_care_coverage,
    rural_community_care_coverage,
    urban_care_facility_compliance,
    minors_protection_station_coverage,
    orphan_standard_growth,
    vagrant_minors_beds,
    disability_living_subsidy_coverage,
    disability_nursing_subsidy_coverage,
    community_facility_area,
    community_facility_coverage,
    urban_service_station_coverage,
    rural_service_station_coverage,
    urban_platform_coverage,
    rural_platform_coverage,
    rural_community_building_coverage,
    registered_social_organisations,
    social_organisations_3a_share,
    social_organisations_per_10000,
    social_organisation_staff,
    social_work_professionals,
    social_work_professional_share,
    community_worker_certification,
    volunteer_station_coverage,
    registered_volunteer_share,
    registered_volunteers,
    volunteers_with_hours,
    charity_donations,
    lottery_outlets,
    lottery_sales,
    cross_province_marriage_registration,
    online_marriage_registration,
    burial_facility_coverage,
    county_burial_facility_coverage,
    township_ash_facility_coverage,
    cremation_rate,
    ecological_burial_rate,
    place_sign_coverage,
    civil_affairs_expenditure,
    dependent_tekun_willing_care_rate,
    dependent_tekun_agreement_rate,
    long_stay_settlement_rate,
    dibao_share_of_consumption,
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
    child_protection_rate,
    medical_schooling_aid_coverage,
    child_director_training_rate,
    county_minors_institution_coverage,
    mental_rehabilitation_township_coverage,
    mental_rehabilitation_county_coverage,
    mental_rehabilitation_participation,
    mental_rehabilitation_service_rate,
    facility_standard_rate,
    smart_community_platform_coverage,
    one_stop_service_coverage,
    community_charter_coverage,
    community_workers_per_10000,
    urban_community_organisations,
    rural_community_organisations,
    social_work_station_coverage,
    social_work_room_coverage,
    certified_social_workers,
    social_work_agencies,
    volunteer_participation,
    verified_volunteer_share,
    verified_volunteers,
    charity_organisations_multiple,
    basic_funeral_coverage,
    cremation_zone_rate,
)
