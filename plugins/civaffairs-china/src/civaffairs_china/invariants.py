"""What the national rules imply for everybody, for the standards that places set, and for the plans of places.

They are tested with drawn cases, on every date on which a standard changes and on every plan, and proved where a
solver can. A place that replaces a rule answers for them too: they are looked at with its own rules and standards.
"""

from __future__ import annotations

from civaffairs import RATIO, Always, Amount, Clause, Invariant, Label, LocalStandard, Moves, Topic, all_of
from civaffairs.domain import checks
from civaffairs.domain.invariants import Check, OfPlans, OverTime, Way, Within
from civaffairs.domain.models import Assistance, ParentState
from civaffairs.domain.rules.views import homeless, income, parent, person
from civaffairs_china import indicators
from civaffairs_china.children import (
    ONE_PERSON,
    orphan,
    parent_unable,
    unattended_child,
    unattended_child_amount,
    unattended_child_standard,
)
from civaffairs_china.dibao import (
    assisted_otherwise,
    dibao_admission,
    dibao_amount,
    dibao_marginal,
    dibao_standard,
    gradual_exit,
    rigid_spending_family,
    severely_disabled_out_of_work,
    single_person_dibao,
)
from civaffairs_china.disability import living_subsidy, nursing_subsidy
from civaffairs_china.elders import aged_60
from civaffairs_china.income import NOTHING, household_income, household_size, income_per_head
from civaffairs_china.law import (
    assistance_decree,
    assistance_notice_2022,
    dibao_measures,
    disability_subsidies_opinion,
    elders_law,
    homeless_opinion,
    orphan_opinion,
    plan_14,
    reform_opinion,
    rigid_spending_measures,
    tekun_measures,
    tekun_notice_2016,
    unattended_children_opinion,
)
from civaffairs_china.local_standards import (
    dibao_rural,
    dibao_urban,
    orphan_community,
    orphan_institutional,
    tekun_basic,
    tekun_care_full,
    tekun_care_half,
    tekun_care_none,
)
from civaffairs_china.tekun import is_tekun_already, tekun_minor_continues, tekun_without_labour
from civaffairs_china.temporary import long_stay_unidentified

ONE_YUAN_EACH = Amount(1, "元/人·月")


# Dibao: the top-up 低保金

dibao_not_negative = Invariant(
    "dibao_not_negative",
    "china",
    Label("低保金不为负", "the Dibao payment is never negative"),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(dibao_amount >= NOTHING),
    assistance_decree.at(
        "第十二条", Label("按差额发放，没有差额即不发放", "a difference is paid, or nothing")
    ),
)
dibao_within_standard = Invariant(
    "dibao_within_standard",
    "china",
    Label("低保金不超过全额标准", "the Dibao payment is never more than the standard itself"),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    # Where a place rounds up to the yuan, a standard that is not whole yuan is passed by less than a yuan.
    Always(dibao_amount < (dibao_standard + ONE_YUAN_EACH).times(household_size)),
    assistance_decree.at(
        "第十二条", Label("差额不超过标准", "a difference to the standard is at most the standard")
    ),
)
dibao_lifts_to_standard = Invariant(
    "dibao_lifts_to_standard",
    "china",
    Label(
        "收入加低保金不超过标准（进位到元以内）",
        "income and Dibao together are not above the standard, but for rounding to the yuan",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(
        ~dibao_admission
        | (household_income + dibao_amount < (dibao_standard + ONE_YUAN_EACH).times(household_size))
    ),
    assistance_decree.at(
        "第十二条", Label("补足到标准，不高于标准", "filled up to the standard, not beyond it")
    ),
)
dibao_falls_with_income = Invariant(
    "dibao_falls_with_income",
    "china",
    Label("收入增加时低保金不增加", "as an income grows, the Dibao payment never rises"),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Moves(dibao_amount, income.monthly, Way.NEVER_RISES),
    assistance_decree.at(
        "第十二条", Label("收入越高差额越小", "the more income, the smaller the difference")
    ),
)
dibao_ends_at_standard = Invariant(
    "dibao_ends_at_standard",
    "china",
    Label("人均收入等于标准的不是低保家庭", "whose income per head is exactly the standard is not in Dibao"),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~income_per_head.equals(dibao_standard) | ~dibao_admission),
    assistance_decree.at("第九条", Label("低于标准", "below the standard")),
)
dibao_and_marginal_exclusive = Invariant(
    "dibao_and_marginal_exclusive",
    "china",
    Label("同一家庭不同时为低保和低保边缘", "no household is both in Dibao and Dibao-marginal"),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~(dibao_admission & dibao_marginal)),
    dibao_measures.at("第八条第二款", Label("不符合低保条件的", "those who do not qualify for Dibao")),
)


# Tekun persons, elders, children, persons with disabilities

tekun_from_exactly_60 = Invariant(
    "tekun_from_exactly_60",
    "china",
    Label("恰满60周岁即视为无劳动能力", "who is exactly 60 counts as unable to work"),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Always(~person.age.equals(Amount(60, "岁")) | tekun_without_labour),
    tekun_measures.at("第五条第一项", Label("60周岁以上，含60周岁", "60 and over, 60 included")),
)
raised_age_covers_former = Invariant(
    "raised_age_covers_former",
    "china",
    Label(
        "按原年龄上限可继续供养的，提高后仍可",
        "whoever stays in tekun support below the former age limit stays below the raised one",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Always(~all_of(is_tekun_already, person.age < Amount(16, "岁")) | tekun_minor_continues),
    reform_opinion.at(
        "二（二）5", Label("年龄上限从16周岁延长至18周岁", "the limit is raised from 16 to 18")
    ),
)
elders_from_exactly_60 = Invariant(
    "elders_from_exactly_60",
    "china",
    Label("恰满60周岁即为老年人", "who is exactly 60 is an elder"),
    Topic.ELDERLY_CARE,
    "Person",
    Always(~person.age.equals(Amount(60, "岁")) | aged_60),
    elders_law.at("第二条", Label("60周岁以上，含60周岁", "60 and over, 60 included")),
)
parent_unable_from_six_months = Invariant(
    "parent_unable_from_six_months",
    "china",
    Label(
        "父母一方失联或限制自由恰满6个月即属于无力抚养",
        "a parent out of contact or restrained for exactly six months counts as unable",
    ),
    Topic.CHILD_WELFARE,
    "Parent",
    Always(
        ~all_of(
            parent.state.is_one_of(
                ParentState.IMPRISONED,
                ParentState.IN_DETOX,
                ParentState.RESTRAINED,
                ParentState.OUT_OF_CONTACT,
            ),
            parent.months.equals(Amount(6, "月")),
        )
        | parent_unable
    ),
    unattended_children_opinion.at("一", Label("6个月以上，含6个月", "six months or more, six included")),
)
nursing_not_beside_tekun = Invariant(
    "nursing_not_beside_tekun",
    "china",
    Label(
        "已是特困人员的不另领护理补贴",
        "who is a tekun person already receives no nursing subsidy beside the care payment",
    ),
    Topic.DISABILITY,
    "Person",
    Always(~(nursing_subsidy & person.assistance.is_one_of(Assistance.TEKUN))),
    disability_subsidies_opinion.at("二(四)", Label("特困人员除外", "not tekun persons")),
)
severe_grades_include_second = Invariant(
    "severe_grades_include_second",
    "china",
    Label(
        "二级残疾、需长期照护且非特困的可领护理补贴",
        "who has a disability of exactly grade 2, needs long-term care and is no tekun person has the nursing subsidy",
    ),
    Topic.DISABILITY,
    "Person",
    Always(
        ~all_of(
            person.disabled,
            person.disability_grade.equals(Amount(2, RATIO)),
            person.long_term_care,
            ~person.assistance.is_one_of(Assistance.TEKUN),
        )
        | nursing_subsidy
    ),
    disability_subsidies_opinion.at("二(一)", Label("一级、二级", "grades 1 and 2")),
)


# No need is paid for twice


exit_not_beside_dibao = Invariant(
    "exit_not_beside_dibao",
    "china",
    Label(
        "同一家庭不同时符合低保和低保渐退", "no household is both in Dibao and in the gradual exit from it"
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~(gradual_exit & dibao_admission)),
    dibao_measures.at(
        "第三十三条", Label("收入超过标准的才渐退", "only whose income has passed the standard")
    ),
)
single_not_beside_family = Invariant(
    "single_not_beside_family",
    "china",
    Label(
        "全家符合低保的，成员不另按单人户享受", "no member of a household in Dibao receives it alone as well"
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Always(~(single_person_dibao & dibao_admission)),
    dibao_measures.at(
        "第八条", Label("单人户用于不符合低保的家庭", "alone is for those whose family is not in Dibao")
    ),
)
rigid_spending_not_beside_others = Invariant(
    "rigid_spending_not_beside_others",
    "china",
    Label(
        "已是低保、特困或低保边缘的，不另认定为刚性支出困难家庭",
        "who is in Dibao, tekun or Dibao-marginal already is no family of rigid spending beside it",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~(assisted_otherwise & rigid_spending_family)),
    rigid_spending_measures.at("第四条第一项", Label("未纳入其他救助", "not assisted otherwise")),
)
orphan_or_unattended = Invariant(
    "orphan_or_unattended",
    "china",
    Label(
        "同一儿童不同时为孤儿和事实无人抚养儿童", "no child is both an orphan and a de facto unattended child"
    ),
    Topic.CHILD_WELFARE,
    "Person",
    Always(~(orphan & unattended_child)),
    unattended_children_opinion.at(
        "一", Label("父母双亡、失踪的是孤儿", "whose parents are both gone is an orphan")
    ),
)
living_not_beside_orphan_allowance = Invariant(
    "living_not_beside_orphan_allowance",
    "china",
    Label(
        "领孤儿基本生活费的不另领残疾人生活补贴",
        "an orphan with the orphan's allowance receives no living subsidy beside it",
    ),
    Topic.DISABILITY,
    "Person",
    Always(~(orphan & living_subsidy)),
    disability_subsidies_opinion.at("二(四)", Label("孤儿不重复享受", "not twice for orphans")),
)
unattended_fills_up = Invariant(
    "unattended_fills_up",
    "china",
    Label(
        "事实无人抚养儿童补贴不为负，与低保等合计不超过标准",
        "the allowance for de facto unattended children is never negative, and with Dibao and the like it is within "
        "the standard",
    ),
    Topic.CHILD_WELFARE,
    "Person",
    Always(
        (unattended_child_amount >= NOTHING)
        & (
            ~(person.other_benefits <= unattended_child_standard)
            | (unattended_child_amount + person.other_benefits <= unattended_child_standard)
        )
    ),
    unattended_children_opinion.at("三(一)", Label("补足差额", "only the difference is paid")),
)
unattended_falls_with_benefits = Invariant(
    "unattended_falls_with_benefits",
    "china",
    Label(
        "已领的低保等增加时，事实无人抚养儿童补贴不增加",
        "as Dibao and other benefits grow, the allowance for de facto unattended children never rises",
    ),
    Topic.CHILD_WELFARE,
    "Person",
    Moves(unattended_child_amount, person.other_benefits, Way.NEVER_RISES),
    unattended_children_opinion.at("三(一)", Label("补足差额", "only the difference is paid")),
)
unattended_treated_as_orphans = Invariant(
    "unattended_treated_as_orphans",
    "china",
    Label(
        "事实无人抚养儿童补贴标准不低于散居孤儿标准",
        "the standard for de facto unattended children is not below that of orphans in the community",
    ),
    Topic.CHILD_WELFARE,
    "Person",
    Always(unattended_child_standard >= orphan_community.times(ONE_PERSON)),
    unattended_children_opinion.at(
        "三(一)", Label("与孤儿保障标准相衔接", "in keeping with the standard of orphans")
    ),
)


# What a place makes of a rule covers everybody whom the nation's rule covers: coverage counts the larger group


marginal_not_narrowed = Invariant(
    "marginal_not_narrowed",
    "china",
    Label(
        "各地的低保边缘范围不窄于全国的1.5倍",
        "a place's Dibao-marginal families include those of the nation's 1.5 times",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~dibao_marginal.timeline.latest.value | dibao_marginal),
    dibao_measures.at("第八条第二款", Label("各地可以高于1.5倍", "places may go beyond 1.5 times")),
)
out_of_work_not_narrowed = Invariant(
    "out_of_work_not_narrowed",
    "china",
    Label(
        "各地的成年无业重残范围不窄于全国",
        "a place's severely disabled adults out of work include the nation's",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Always(~severely_disabled_out_of_work.timeline.latest.value | severely_disabled_out_of_work),
    assistance_notice_2022.at(
        "一（一）", Label("扩大到成年无业重度残疾人", "extended to adults out of work")
    ),
)
living_subsidy_not_narrowed = Invariant(
    "living_subsidy_not_narrowed",
    "china",
    Label(
        "生活补贴扩面后，原对象仍在其中，覆盖率按扩大后的对象计",
        "where the living subsidy is extended, all former recipients stay in it, and coverage counts the larger group",
    ),
    Topic.DISABILITY,
    "Person",
    Always(~living_subsidy.timeline.latest.value | living_subsidy),
    disability_subsidies_opinion.at(
        "二(一)", Label("各地可扩大到低收入和其他困难残疾人", "places may extend it, not narrow it")
    ),
)
nursing_subsidy_not_narrowed = Invariant(
    "nursing_subsidy_not_narrowed",
    "china",
    Label(
        "护理补贴扩面后，原对象仍在其中，覆盖率按扩大后的对象计",
        "where the nursing subsidy is extended, all former recipients stay in it, and coverage counts the larger group",
    ),
    Topic.DISABILITY,
    "Person",
    Always(~nursing_subsidy.timeline.latest.value | nursing_subsidy),
    disability_subsidies_opinion.at(
        "二(一)", Label("各地可扩大到三、四级智力和精神残疾人", "places may extend it to grades 3 and 4")
    ),
)
unattended_not_narrowed = Invariant(
    "unattended_not_narrowed",
    "china",
    Label(
        "各地的事实无人抚养儿童范围不窄于全国",
        "a place's de facto unattended children include the nation's",
    ),
    Topic.CHILD_WELFARE,
    "Person",
    Always(~unattended_child.timeline.latest.value | unattended_child),
    unattended_children_opinion.at("一", Label("所列情形都应保障", "everybody in the listed situations")),
)


# An edge


three_months_are_not_a_long_stay = Invariant(
    "three_months_are_not_a_long_stay",
    "china",
    Label(
        "恰为3个月(90天)的不属于长期滞留",
        "a stay of exactly three months, 90 days, is no long stay",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "AssistedPerson",
    Always(~homeless.days_stayed.equals(Amount(90, "天")) | ~long_stay_unidentified),
    homeless_opinion.at("滞留人员照料安置", Label("超过3个月", "more than three months")),
)


# Standards that places set


def _standards(id: str, label: Label, topic: Topic, claim: Always, clause: Clause) -> Invariant:
    return Invariant(id, "china", label, topic, None, claim, clause)


def _at_least(higher: LocalStandard, lower: LocalStandard) -> Always:
    return Always(higher >= lower)


rural_within_urban = _standards(
    "rural_within_urban",
    Label("农村低保标准不高于城市低保标准", "the rural Dibao standard is not above the urban one"),
    Topic.SOCIAL_ASSISTANCE,
    _at_least(dibao_urban, dibao_rural),
    assistance_decree.at(
        "第十条",
        Label(
            "标准按生活必需费用确定，城乡逐步统一",
            "by the cost of what is needed to live, the two growing closer",
        ),
    ),
)
tekun_follows_dibao = _standards(
    "tekun_follows_dibao",
    Label(
        "特困人员基本生活标准不低于低保标准的1.3倍",
        "the basic living standard of tekun persons is at least 1.3 times the Dibao standard",
    ),
    Topic.SOCIAL_ASSISTANCE,
    # A place with one standard for town and country answers for the higher of the two.
    Always(tekun_basic >= dibao_urban * "1.3"),
    tekun_notice_2016.at(
        "救助供养标准", Label("不低于1.3倍；原文未见", "at least 1.3 times; the text was not read")
    ),
)
care_rises_with_dependence = _standards(
    "care_rises_with_dependence",
    Label(
        "照料护理标准随失能程度不降低",
        "the care standard of tekun persons is not lower for those who depend more on care",
    ),
    Topic.SOCIAL_ASSISTANCE,
    Always((tekun_care_full >= tekun_care_half) & (tekun_care_half >= tekun_care_none)),
    tekun_measures.at(
        "第二十条", Label("按生活自理能力分档", "in tiers, by how far a person depends on care")
    ),
)
institution_not_below_community = _standards(
    "institution_not_below_community",
    Label(
        "集中供养孤儿标准不低于散居孤儿标准",
        "the standard of orphans in institutions is not below that of orphans in the community",
    ),
    Topic.CHILD_WELFARE,
    _at_least(orphan_institutional, orphan_community),
    orphan_opinion.at(
        "二(一)",
        Label("机构养育与社会散居分别定标准", "one standard for institutions and one for the community"),
    ),
)


# Standards do not fall


def _never_falls(id: str, label: Label, topic: Topic, standard: LocalStandard, clause: Clause) -> Invariant:
    return Invariant(id, "china", label, topic, None, OverTime(standard, Way.NEVER_FALLS), clause)


# No national text that was read says so in these words: it follows from them, and the plans of places say it.
adjusted = assistance_decree.at(
    "第十条",
    Label(
        "标准按生活必需费用确定；不降低是由此得出的，各地规划称稳步提高",
        "by the cost of what is needed to live; that it does not fall follows, and plans say that it rises steadily",
    ),
)
natural_growth = orphan_opinion.at(
    "二(一)",
    Label(
        "标准由各省规定；自然增长见于重庆、沙坪坝和江津的文件，国家原文未见",
        "set by provinces; that it grows by itself stands in texts of Chongqing, Shapingba and Jiangjin, and was not "
        "read in the national one",
    ),
)
urban_dibao_never_falls = _never_falls(
    "urban_dibao_never_falls",
    Label("城市低保标准不降低", "the urban Dibao standard never falls"),
    Topic.SOCIAL_ASSISTANCE,
    dibao_urban,
    adjusted,
)
rural_dibao_never_falls = _never_falls(
    "rural_dibao_never_falls",
    Label("农村低保标准不降低", "the rural Dibao standard never falls"),
    Topic.SOCIAL_ASSISTANCE,
    dibao_rural,
    adjusted,
)
tekun_basic_never_falls = _never_falls(
    "tekun_basic_never_falls",
    Label("特困人员基本生活标准不降低", "the basic living standard of tekun persons never falls"),
    Topic.SOCIAL_ASSISTANCE,
    tekun_basic,
    adjusted,
)
institutional_orphans_never_fall = _never_falls(
    "institutional_orphans_never_fall",
    Label("集中供养孤儿标准不降低", "the standard of orphans in institutions never falls"),
    Topic.CHILD_WELFARE,
    orphan_institutional,
    natural_growth,
)
community_orphans_never_fall = _never_falls(
    "community_orphans_never_fall",
    Label("散居孤儿标准不降低", "the standard of orphans in the community never falls"),
    Topic.CHILD_WELFARE,
    orphan_community,
    natural_growth,
)


# Plans


def _of_plans(id: str, label: Label, check: Check, clause: Clause) -> Invariant:
    return Invariant(id, "china", label, Topic.ADMINISTRATION, None, OfPlans([check]), clause)


# The plan itself was not read; that all of its five binding targets have a value is what the press says of them.
binding = plan_14.at(
    "约束性指标",
    Label(
        "五项约束性指标各有数值，地方应当完成",
        "five binding targets, each with a value that places have to reach",
    ),
)
main_targets = plan_14.at(
    "主要指标",
    Label(
        "指标是要达到的水平；由此得出，原文未见", "what is to be reached; it follows, the text was not read"
    ),
)
binding_has_value = _of_plans(
    "binding_has_value",
    Label("约束性指标都有数值", "each binding target has a value"),
    checks.binding_without_value,
    binding,
)
target_not_below_baseline = _of_plans(
    "target_not_below_baseline",
    Label("目标不低于现状，保持100%的不下降", "no target is below what there was; a coverage of 100 % stays"),
    checks.target_below_baseline,
    main_targets,
)
milestones_lead_on = _of_plans(
    "milestones_lead_on",
    Label("后一节点不低于前一节点", "no milestone is below the one before it"),
    checks.milestone_turns_back,
    main_targets,
)
shares_within_whole = _of_plans(
    "shares_within_whole",
    Label("比率在0至100%之间，数量不为负", "shares lie between 0 and 100 %, and numbers are not negative"),
    checks.impossible_size,
    main_targets,
)
parts_add_up = _of_plans(
    "parts_add_up",
    Label("总数、比率与各部分相符", "totals and shares are what their parts give"),
    checks.does_not_add_up,
    main_targets,
)
whole_above_is_whole_below = _of_plans(
    "whole_above_is_whole_below",
    Label(
        "下级目标不低于上级；上级100%的，每个区也是100%",
        "no target is weaker than the one above: what is 100 % of a city is 100 % of each district",
    ),
    checks.weaker_than_above,
    binding,
)
binding_above_is_binding_below = _of_plans(
    "binding_above_is_binding_below",
    Label("上级的约束性指标在下级也是约束性", "what binds above is binding below"),
    checks.less_firm_than_above,
    binding,
)
certified_among_social_workers = Invariant(
    "certified_among_social_workers",
    "china",
    Label(
        "持证社会工作专业人才不多于社会工作专业人才",
        "certified social work professionals are not more than all social work professionals",
    ),
    Topic.SOCIAL_WORK,
    None,
    Within(indicators.certified_social_workers, indicators.social_work_professionals),
    main_targets,
)

INVARIANTS = (
    dibao_not_negative,
    dibao_within_standard,
    dibao_lifts_to_standard,
    dibao_falls_with_income,
    dibao_ends_at_standard,
    dibao_and_marginal_exclusive,
    tekun_from_exactly_60,
    raised_age_covers_former,
    elders_from_exactly_60,
    parent_unable_from_six_months,
    nursing_not_beside_tekun,
    severe_grades_include_second,
    exit_not_beside_dibao,
    single_not_beside_family,
    rigid_spending_not_beside_others,
    orphan_or_unattended,
    living_not_beside_orphan_allowance,
    unattended_fills_up,
    unattended_falls_with_benefits,
    unattended_treated_as_orphans,
    marginal_not_narrowed,
    out_of_work_not_narrowed,
    living_subsidy_not_narrowed,
    nursing_subsidy_not_narrowed,
    unattended_not_narrowed,
    three_months_are_not_a_long_stay,
    rural_within_urban,
    tekun_follows_dibao,
    care_rises_with_dependence,
    institution_not_below_community,
    urban_dibao_never_falls,
    rural_dibao_never_falls,
    tekun_basic_never_falls,
    institutional_orphans_never_fall,
    community_orphans_never_fall,
    binding_has_value,
    target_not_below_baseline,
    milestones_lead_on,
    shares_within_whole,
    parts_add_up,
    whole_above_is_whole_below,
    binding_above_is_binding_below,
    certified_among_social_workers,
)
