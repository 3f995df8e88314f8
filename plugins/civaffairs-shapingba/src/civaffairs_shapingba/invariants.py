"""What Shapingba's plan implies for everybody, in the order of the plan: its edges, its floors, its extensions.

Its standards are the municipality's: they are held against the words of the district too.
"""

from __future__ import annotations

from civaffairs import Always, Amount, Invariant, Label, Topic, all_of, growth
from civaffairs.domain.invariants import OverTime, Way, Within
from civaffairs.domain.models import Assistance, TekunSupport
from civaffairs.domain.rules.views import facility, homeless, institution, person, tekun
from civaffairs_china.elders import aged_60
from civaffairs_china.local_standards import dibao_rural, dibao_urban, tekun_basic
from civaffairs_china.series import urban_consumption
from civaffairs_shapingba import review
from civaffairs_shapingba.documents import plan_14
from civaffairs_shapingba.rules import (
    adaptation_consent,
    adaptation_group,
    community_centre_upgrade,
    home_adaptation,
    homeless_long_stay,
    institution_staffing,
)

# 一(一): parts of the figures of 2020
private_among_all_organisations = Invariant(
    "private_among_all_organisations",
    "shapingba",
    Label("民办非企业单位不多于社会组织", "private units are not more than all social organisations"),
    Topic.SOCIAL_ORGANISATIONS,
    None,
    Within(review.private_units.of, review.organisations_total.of),
    plan_14.at("一(一) 社会组织规范发展", Label("其中民办非企业单位", "private units among them")),
)
social_beds_among_all_beds = Invariant(
    "social_beds_among_all_beds",
    "shapingba",
    Label("社会办养老床位不多于全部养老床位", "beds of socially run institutions are not more than all beds"),
    Topic.ELDERLY_CARE,
    None,
    Within(review.social_beds.of, review.care_beds.of),
    plan_14.at(
        "一(一) 养老事业稳步发展", Label("占全区总床位的一部分", "a part of all beds of the district")
    ),
)

# 二(三): the table of indicators. Consumption is for the statisticians to publish.
faster_than_consumption = plan_14.at(
    "二(三) 主要指标体系表 序号1",
    Label(
        "增速不低于上年度城镇居民人均消费支出增速(预期性)",
        "at least the growth of urban consumption per head in the year before (expected)",
    ),
)
urban_dibao_grows_with_consumption = Invariant(
    "urban_dibao_grows_with_consumption",
    "shapingba",
    Label(
        "城市低保标准每年增速不低于上年度消费支出增速",
        "each year the urban Dibao standard grows at least as consumption did in the year before",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(dibao_urban, Way.NEVER_FALLS, growth(urban_consumption).previous_year),
    faster_than_consumption,
)
rural_dibao_grows_with_consumption = Invariant(
    "rural_dibao_grows_with_consumption",
    "shapingba",
    Label(
        "农村低保标准每年增速不低于上年度消费支出增速",
        "each year the rural Dibao standard grows at least as consumption did in the year before",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(dibao_rural, Way.NEVER_FALLS, growth(urban_consumption).previous_year),
    faster_than_consumption,
)

# 三(一): social assistance
tekun_follows_dibao = Invariant(
    "tekun_follows_dibao",
    "shapingba",
    Label(
        "特困人员基本生活标准不低于城市低保标准的1.3倍，城乡相同",
        "the basic living standard of tekun persons is at least 1.3 times the urban Dibao standard, in villages too",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    Always(tekun_basic >= dibao_urban * "1.3"),
    plan_14.at("三(一)3 一是", Label("不低于城市低保标准的1.3倍", "at least 1.3 times the urban standard")),
)
stay_of_three_months_is_not_long = Invariant(
    "stay_of_three_months_is_not_long",
    "shapingba",
    Label("滞留恰为3个月(90天)的不落户安置", "a stay of exactly three months, 90 days, is no long stay"),
    Topic.SOCIAL_ASSISTANCE,
    "AssistedPerson",
    Always(~homeless.days_stayed.equals(Amount(90, "天")) | ~homeless_long_stay),
    plan_14.at("三(一)5 一是", Label("时间超过3个月", "more than three months")),
)

# 三(二): elders
adaptation_from_exactly_80 = Invariant(
    "adaptation_from_exactly_80",
    "shapingba",
    Label(
        "属于对象、同意改造且恰满80周岁的符合适老化改造条件",
        "who belongs to the group, has the consent and is exactly 80 meets the conditions of home adaptation",
    ),
    Topic.ELDERLY_CARE,
    "Person",
    Always(
        ~all_of(person.age.equals(Amount(80, "岁")), adaptation_group, adaptation_consent) | home_adaptation
    ),
    plan_14.at("专栏二 5", Label("高龄读作80周岁以上，含80周岁", "very old is 80 and over, 80 included")),
)
adaptation_extended_to_dibao = Invariant(
    "adaptation_extended_to_dibao",
    "shapingba",
    Label(
        "适老化改造扩大到低保后，分散供养特困老年人仍在其中",
        "home adaptation was extended to Dibao, and elders in dispersed tekun support stay in it",
    ),
    Topic.ELDERLY_CARE,
    "Person",
    Always(
        ~all_of(
            aged_60,
            person.assistance.is_one_of(Assistance.TEKUN),
            tekun.support.is_one_of(TekunSupport.DISPERSED),
        )
        | adaptation_group
    ),
    plan_14.at(
        "三(二)2 二是",
        Label(
            "由分散供养特困老年人扩大到低保老年人", "from elders in dispersed tekun support to those in Dibao"
        ),
    ),
)
hundred_beds_need_one_social_worker = Invariant(
    "hundred_beds_need_one_social_worker",
    "shapingba",
    Label(
        "恰100张床位有1名社会工作者即达标", "one social worker or more is enough for exactly a hundred beds"
    ),
    Topic.ELDERLY_CARE,
    "CareInstitution",
    Always(
        ~institution.beds.equals(Amount(100, "张"))
        | (institution.social_workers < Amount(1, "人"))
        | institution_staffing
    ),
    plan_14.at("三(二)5 一是", Label("每百张床位1名", "one for each hundred beds")),
)

# 三(四): community centres
office_of_exactly_800_is_upgraded = Invariant(
    "office_of_exactly_800_is_upgraded",
    "shapingba",
    Label(
        "办公用房恰为800平方米的也改造升级",
        "a community centre with offices of exactly 800 m² is upgraded too",
    ),
    Topic.COMMUNITY,
    "CommunityFacility",
    Always(~facility.office_area.equals(Amount(800, "平方米")) | community_centre_upgrade),
    plan_14.at("专栏五 1", Label("800平方米以下，含800平方米", "800 m² or less, 800 included")),
)

INVARIANTS = (
    private_among_all_organisations,
    social_beds_among_all_beds,
    urban_dibao_grows_with_consumption,
    rural_dibao_grows_with_consumption,
    tekun_follows_dibao,
    stay_of_three_months_is_not_long,
    adaptation_from_exactly_80,
    adaptation_extended_to_dibao,
    hundred_beds_need_one_social_worker,
    office_of_exactly_800_is_upgraded,
)
