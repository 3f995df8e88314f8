"""Chapter 5 of Jiangjin's plan: elderly care."""

from civaffairs import (
    NO_DATE,
    Amount,
    Label,
    Passage,
    Recomputation,
    Topic,
    at_least,
    between,
    qualitative,
    total_of,
)
from civaffairs.domain.recomputations import Stated
from civaffairs_china import indicators as china
from civaffairs_jiangjin.documents import plan_14 as document

FULL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
STRIVES = Label("写作力争", "the district strives for it")
IN_EACH_VILLAGE = Label("写作力争，每个村", "the district strives for it, in each village")

# 第五章: the opening paragraph
chapter = Passage(document.at("第五章"), Topic.ELDERLY_CARE, period=2020, by=2025)
opening_commitments = (
    chapter.at("深入贯彻积极应对人口老龄化国家战略").reaches(
        "care_for_everyone", "人人享有基本养老服务", "basic elderly care for everyone", qualitative("人人享有", "everyone")),
)  # fmt: skip

# 第五章第一节 健全基本养老服务机制
section_1 = Passage(document.at("第五章第一节"), Topic.ELDERLY_CARE, period=2020, by=2025)
basic_care = section_1.at("推进基本养老服务")
safety_net = section_1.at("完善兜底性养老服务制度")
long_term_care = section_1.at("推动长期护理保障制度实施")
section_1_rows = (
    basic_care.aims(
        china.basic_care_coverage, "基本养老服务覆盖率", "%", 100, printed="全覆盖", note=FULL_IS_100
    ),
)
section_1_commitments = (
    basic_care.introduces("basic_care_list", "基本养老服务清单", "list of basic elderly-care services", by=NO_DATE),
    basic_care.introduces("allowances_merged", "整合高龄津贴、高龄失能养老服务补贴等", "old-age allowance and that for very old and dependent elders brought together",
                          by=NO_DATE),
    safety_net.introduces("regular_visits", "特殊困难老年人定期探访制度", "regular visits to elders in special difficulty", by=NO_DATE),
    safety_net.introduces("left_behind_elders", "农村留守老年人关爱服务制度", "care for elders left behind in villages", by=NO_DATE),
    safety_net.introduces("elder_means", "老年人家庭经济状况评估办法", "assessment of the means of elders' families", by=NO_DATE),
    safety_net.serves("long_term_care_poor", "特困、低保、低收入老年人兜底性长期照护",
                      "long-term care for elders in tekun support, in Dibao and of low income", by=NO_DATE),
    safety_net.serves("visits_bought", "购买服务探访照料救助家庭不能自理老年人",
                      "visits and care, bought for dependent elders of assisted families", by=NO_DATE),
    long_term_care.introduces("care_insurance", "多层次长期护理保险制度", "long-term care insurance of several levels",
                              qualitative("基本建立", "largely in place"), by=NO_DATE),
)  # fmt: skip

# 第五章第二节 完善居家社区机构养老服务网络
section_2 = Passage(document.at("第五章第二节"), Topic.ELDERLY_CARE, period=2020, by=2025)
network = section_2.at("健全养老服务网络")
home_care = section_2.at("完善居家养老服务支持措施")
community_care = section_2.at("夯实社区养老服务")
supply = section_2.at("优化养老机构供给结构")
rural_care = section_2.at("加快农村养老服务发展")
inclusive_care = section_2.at("完善普惠性养老服务制度")
section_2_rows = (
    network.aims(china.township_care_institution_coverage, "镇（街道）建有综合养老机构（中心）的比例", "%", 100, printed="所有",
                 note=Label("所有读作100%；指标表为≥90", "all is read as 100 %; the table of indicators has ≥90")),
    network.aims(china.dependent_tekun_centres, "失能特困人员集中照护中心", "所", between(4, 6, said="力争"), printed="4－6"),
    home_care.aims(china.family_care_beds, "家庭养老服务床位", "张", 1000, note=STRIVES),
    community_care.aims(china.care_service_coverage, "社区养老服务覆盖率", "%", 100, printed="全覆盖",
                        note=Label("全覆盖读作100%；原文未写期限，读作规划期末",
                                   "full coverage is read as 100 %; no date is printed: read as the end of the plan")),
    supply.aims(china.nursing_bed_share, "养老机构护理型床位占比", "%", at_least(60, said="不低于")),
    supply.aims(china.inclusive_bed_share, "普惠性床位占比", "%", at_least(80, said="不低于")),
    supply.aims(china.care_quality_compliance, "养老机构服务基本质量达标率", "%", 100),
)  # fmt: skip
section_2_commitments = (
    network.introduces("facility_plan", "养老服务设施布点规划", "plan of where elderly-care facilities stand", by=NO_DATE),
    network.builds("care_centre_each", "每个镇(街道)建综合养老机构(中心)", "comprehensive care institution in each township", 1, "所",
                   note=Label("所有的镇(街道)各一所", "one in each township")),
    home_care.introduces("home_care_guide", "居家养老服务指引和标准体系", "guide and standards of home care", by=NO_DATE),
    home_care.introduces("home_care_subsidy", "居家养老设施运营补贴", "subsidy for running facilities of care at home", by=NO_DATE),
    home_care.serves("home_care_bought", "政府购买助餐、助浴、助医", "meals, baths and medical help at home, bought by the government",
                     by=NO_DATE),
    home_care.serves("home_adaptation", "特殊困难老年人居家适老化改造", "homes adapted for elders in special difficulty", by=NO_DATE),
    home_care.introduces("care_leave", "子女护理假", "leave for children whose parents are in hospital", by=NO_DATE),
    home_care.serves("respite_care", "试点照护者“喘息服务”", "pilot of respite for those who care at home", by=NO_DATE),
    home_care.introduces("home_bed_standard", "家庭养老床位设置标准", "standard for care beds at home", by=NO_DATE),
    community_care.introduces("community_care_list", "社区养老设施基本服务清单", "list of services of community care facilities",
                              by=NO_DATE),
    community_care.builds("estate_facilities", "新建居住(小)区配建养老设施", "care facilities in new housing estates", by=NO_DATE),
    community_care.builds("face_recognition", "养老设施人脸识别系统", "face recognition in care facilities", by=NO_DATE),
    supply.introduces("public_home_queue", "试点公办养老机构入住轮候", "pilot of waiting lists for public care institutions", by=NO_DATE),
    supply.introduces("private_operation_rules", "公建民营机构财务和人员管理办法",
                      "rules on money and staff of publicly built, privately run institutions", by=NO_DATE),
    rural_care.builds("joint_upgrade", "镇敬老院和镇养老服务中心联建提升工程", "homes for the aged and elderly-care centres upgraded together",
                      by=NO_DATE),
    rural_care.builds("weak_homes_upgrade", "农村薄弱养老机构提质改造工程", "weak rural care institutions improved", by=NO_DATE),
    rural_care.builds("village_points_project", "村级互助养老点建设工程", "points of mutual care in villages", by=NO_DATE),
    rural_care.introduces("rural_posts", "试点农村养老服务专职岗位", "pilot of full-time posts in rural elderly care", by=NO_DATE),
    rural_care.serves("village_care_staff", "每村专兼职养老服务人员", "elderly-care staff in each village", at_least(1, said="至少"), "名",
                      note=IN_EACH_VILLAGE),
    rural_care.serves("village_volunteers", "每村志愿服务队伍", "team of volunteers in each village", at_least(1, said="至少"), "支",
                      note=IN_EACH_VILLAGE),
    rural_care.serves("mutual_help_groups", "每个村民小组互助服务小组", "mutual-help group in each group of villagers",
                      at_least(1, said="至少"), "个", note=Label("写作力争，每个村民小组", "the district strives for it, in each group")),
    inclusive_care.builds("inclusive_beds", "新增普惠养老床位", "affordable care beds added", 1000, "张", note=STRIVES),
    inclusive_care.serves("city_enterprise_action", "“城企联动”普惠养老行动", "cities and enterprises together for affordable care",
                          by=NO_DATE),
    inclusive_care.introduces("inclusive_subsidy", "普惠性养老服务补贴", "subsidy for affordable elderly care", by=NO_DATE),
)  # fmt: skip

# 第五章第三节 发展繁荣养老服务产业
section_3 = Passage(document.at("第五章第三节"), Topic.ELDERLY_CARE, period=2020, by=2025)
medical = section_3.at("推进医养康养融合发展")
products = section_3.at("促进老年产品应用推广")
section_3_commitments = (
    medical.builds("forest_bases", "四面山等地康养小镇、森林康养基地试点", "pilot health towns and forest health bases in the mountains",
                   by=NO_DATE),
    products.serves("technology_for_elders", "科技助老示范工程", "model project of technology for elders", by=NO_DATE),
    products.serves("aids_bought", "购买服务为失能重残老年人配辅具", "assistive devices for dependent and severely disabled elders, bought by townships",
                    by=NO_DATE),
)  # fmt: skip

# 第五章第四节 加强养老服务综合监管
section_4 = Passage(document.at("第五章第四节"), Topic.ELDERLY_CARE, period=2020, by=2025)
supervision = section_4.at("加强养老服务综合监管")
risks = section_4.at("加强风险监测和防控")
section_4_commitments = (
    supervision.introduces("supervision_across_departments", "跨部门综合监管", "supervision across departments", by=NO_DATE),
    supervision.introduces("staff_qualification", "医护、康复、消防等专业人员须具备资质",
                           "qualification asked of medical, rehabilitation and fire staff", by=NO_DATE),
    supervision.serves("deposit_campaign", "养老机构押金、保证金专项治理", "campaign on deposits at care institutions", by=NO_DATE),
    supervision.introduces("care_credit", "“养老服务+信用”机制", "credit records in elderly care", by=NO_DATE),
    supervision.introduces("exit_rules", "养老服务市场主体退出机制", "rules for operators that leave the elderly-care market", by=NO_DATE),
    risks.introduces("risk_grades", "安全风险分级管控和隐患排查", "graded control of risks and search for hazards", by=NO_DATE),
    risks.introduces("illegal_funding", "涉非法集资养老机构列入失信惩戒", "care institutions suspected of illegal fund-raising are sanctioned",
                     by=NO_DATE),
)  # fmt: skip

# 第五章第五节 壮大养老服务人才队伍
section_5 = Passage(document.at("第五章第五节"), Topic.ELDERLY_CARE, period=2020, by=2025)
training = section_5.at("健全人才教育培训体系")
quality = section_5.at("加强养老服务人员质量管理")
incentives = section_5.at("完善养老服务人才激励机制")
section_5_commitments = (
    training.serves("care_training", "康养人才培养计划", "training of care staff", by=NO_DATE),
    quality.introduces("skill_grades", "养老护理员技能等级认定", "recognition of the skill grades of care workers", by=NO_DATE),
    quality.introduces("staff_filing", "养老服务从业人员年度备案", "yearly filing of elderly-care staff", by=NO_DATE),
    quality.introduces("professional_managers", "养老服务业职业经理人机制", "professional managers in elderly care", by=NO_DATE),
    incentives.introduces("pay_by_grade", "技能等级与薪酬挂钩", "pay by skill grade", by=NO_DATE),
    incentives.introduces("staff_subsidies", "入职、工龄和特殊岗位补贴", "subsidies on entry, for years of work and for special posts",
                          by=NO_DATE),
)  # fmt: skip

# 专栏11 养老服务工程
guarantee_box = Passage(document.at("专栏11 1"), Topic.ELDERLY_CARE, period=2020, by=2025)
inclusive_box = Passage(document.at("专栏11 2"), Topic.ELDERLY_CARE, period=2020, by=2025)
staff_box = Passage(document.at("专栏11 3"), Topic.ELDERLY_CARE, period=2020, by=2025)
adaptation_box = Passage(document.at("专栏11 4"), Topic.ELDERLY_CARE, period=2020, by=2025)
tekun_box = Passage(document.at("专栏11 5"), Topic.ELDERLY_CARE, period=2020, by=2025)
box_11_rows = (
    inclusive_box.aims(china.dependent_tekun_centres, "区级失能特困人员集中照护中心", "所", 2, by=2022),
    inclusive_box.aims(china.rural_community_care_coverage, "农村社区养老服务覆盖率", "%", 100, by=2022, printed="全覆盖",
                       note=FULL_IS_100),
    staff_box.aims(china.care_worker_certification, "持证上岗率", "%", at_least(90, said="以上")),
    staff_box.aims(china.social_workers_per_1000_elders, "每千名老年人拥有社会工作者", "名", 1,
                   note=Label("写作基本实现；一个数兼指每千名老年人和每百张床位",
                              "printed as largely reached; one figure for 1,000 elders and for 100 beds")),
    staff_box.aims(china.social_workers_per_100_beds, "每百名养老机构床位拥有社会工作者", "名", 1,
                   note=Label("写作基本实现；床位的量词印作名", "printed as largely reached; beds are counted as persons")),
    tekun_box.aims(china.dependent_tekun_centres, "失能特困人员集中照护机构", "所", between(4, 6), printed="4－6"),
)  # fmt: skip
box_11_commitments = (
    guarantee_box.introduces("basic_care_list_box", "基本养老服务清单", "list of basic elderly-care services", by=NO_DATE),
    guarantee_box.introduces("priority_elders", "经济困难的孤寡、失能、高龄等老年人重点保障",
                             "poor elders without family, dependent or very old come first", by=NO_DATE),
    guarantee_box.builds("care_database", "基本养老服务对象数据库", "database of those who receive basic elderly care", by=NO_DATE),
    inclusive_box.builds("homes_upgraded", "升级改造敬老院", "homes for the aged upgraded", 16, "所", by=2022),
    inclusive_box.builds("township_centres", "建成镇养老服务中心", "elderly-care centres of towns", 25, "个", by=2022),
    inclusive_box.builds("village_points", "设置村级互助养老点", "points of mutual elderly care in villages", 173, "个", by=2022),
    staff_box.reaches("care_professionals", "新增专业护理人才", "professional care staff added", 1000, "人"),
    staff_box.reaches("home_heads", "培育养老院院长", "heads of care homes trained", 100, "名"),
    staff_box.reaches("care_supervisors", "培育护理主管", "care supervisors trained", 100, "名"),
    staff_box.reaches("care_workers", "培育护理员", "care workers trained", 700, "名"),
    adaptation_box.serves("home_adaptation_box", "困难家庭居家适老化改造", "homes adapted for elders in difficulty", by=NO_DATE),
    tekun_box.builds("baisha_dushi", "启动白沙、杜市失能特困照护机构", "care institutions for dependent tekun persons of Baisha and Dushi begun", by=2021),
    tekun_box.builds("centres_begun", "启动特困人员集中照护机构", "care institutions for tekun persons begun", 4, "所", by=2023),
    tekun_box.builds("centres_added", "新增特困人员集中照护机构", "care institutions for tekun persons added", between(4, 6), "所",
                     printed="4－6", note=STRIVES),
    tekun_box.builds("tekun_beds_added", "新增失能特困人员集中照护床位", "beds for dependent tekun persons added", 1000, "张",
                     note=STRIVES),
)  # fmt: skip

# The box does not say that the heads, supervisors and carers make up the thousand; they come to 900.
recomputations = (
    Recomputation(
        "care_staff",
        Stated(
            Amount(1000, "名"), Label("新增专业护理人才", "professional care staff added"), staff_box.clause
        ),
        total_of(Amount(100, "名"), Amount(100, "名"), Amount(700, "名")),
    ),
)

rows = (*section_1_rows, *section_2_rows, *box_11_rows)
commitments = (
    *opening_commitments,
    *section_1_commitments,
    *section_2_commitments,
    *section_3_commitments,
    *section_4_commitments,
    *section_5_commitments,
    *box_11_commitments,
)
