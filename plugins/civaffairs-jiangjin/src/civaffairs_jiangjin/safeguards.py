"""Chapter 6 of Jiangjin's plan, on carrying it out, and the explanations of terms at its end."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, between
from civaffairs_jiangjin.documents import plan_14 as document

# 第六章第二节 强化资金投入保障, 第三节 强化人才队伍建设
funding = Passage(document.at("第六章第二节"), Topic.FUNDING, period=2020, by=2025)
staff = Passage(document.at("第六章第三节"), Topic.ADMINISTRATION, period=2020, by=2025)
# 第六章第四节 强化民政能力提升, 第五节 强化风险防范保障
ability = Passage(document.at("第六章第四节"), Topic.ADMINISTRATION, period=2020, by=2025)
risks = Passage(document.at("第六章第五节"), Topic.ADMINISTRATION, period=2020, by=2025)
chapter_commitments = (
    funding.introduces("budget_evaluation", "民政经费预算、评审和绩效机制", "budgeting, review and evaluation of civil affairs funds",
                       by=NO_DATE),
    staff.serves("officer_training", "民政干部能力提升工程", "training of civil affairs officers", by=NO_DATE),
    ability.introduces("law_plan", "民政“八五”普法规划", "eighth five-year plan of legal education for civil affairs", by=NO_DATE),
    ability.builds("systems_merged", "民政信息系统整合", "information systems of civil affairs merged", by=NO_DATE),
    risks.introduces("emergency_plans", "民政突发应急预案修订", "emergency plans of civil affairs revised", by=NO_DATE),
    risks.introduces("duty_list", "民政系统安全责任清单", "list of duties for safety in civil affairs", by=NO_DATE),
    risks.introduces("daily_checks", "安全日排查日报告日整改", "daily checks, reports and repairs", by=NO_DATE),
)  # fmt: skip

# 名词解释: who is meant by two programmes that the nation pays for; its rules decide.
tomorrow_plan = Passage(document.at("名词解释 1"), Topic.CHILD_WELFARE, period=2020, by=2025)
education_grant = Passage(document.at("名词解释 2"), Topic.CHILD_WELFARE, period=2020, by=2025)
note_commitments = (
    tomorrow_plan.introduces("tomorrow_plan_ages", "明天计划资助的年龄", "ages that the Tomorrow Plan covers", between(0, 18), "周岁",
                             by=NO_DATE, printed="0－18",
                             note=Label("有手术适应症的机构孤儿和散居孤儿；2019年起国家扩大到成年后在校孤儿",
                                        "orphans for whom surgery is indicated; since 2019 the nation adds those "
                                        "still at school after 18")),
    tomorrow_plan.introduces("tomorrow_plan_costs", "明天计划只资助医疗和康复费用", "the Tomorrow Plan pays for treatment and rehabilitation only",
                             by=NO_DATE,
                             note=Label("手段或预后较差的治疗先经专家评估", "experts assess treatments of doubtful success first")),
    education_grant.introduces("education_grant_age", "助学工程资助的起始年龄", "age from which the education grant is paid",
                               at_least(18, said="年满"), "周岁", by=NO_DATE,
                               note=Label("已认定的孤儿，在中职和高校就读", "recognised orphans in vocational and higher education")),
)  # fmt: skip

commitments = (*chapter_commitments, *note_commitments)
