"""Chapter 3, section 3 of Shapingba's plan: elders, children, persons with disabilities, charity, the lottery."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, between, exactly, qualitative
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import plan_14 as document

ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
UNDATED = Label(
    "全覆盖读作100%；未写年份，读作规划期末",
    "full coverage is read as 100 %; no year is printed: read as the end of the plan",
)
PARTICIPATION = "居家患者在社区参与康复率"

# 三(三) 构建普惠性社会福利体系

# 三(三)1 推进多层次社会福利体系建设
layers = Passage(document.at("三(三)1"), Topic.CHILD_WELFARE, period=2020, by=2025)
elders = layers.at("一是", topic=Topic.ELDERLY_CARE)
sorted_children = layers.at("二是")
disabled = layers.at("三是", topic=Topic.DISABILITY)
welfare_rows = (
    disabled.aims(china.disability_living_subsidy_coverage, "困难残疾人生活补贴覆盖率", "%", 100),
    disabled.aims(china.disability_nursing_subsidy_coverage, "重度残疾人护理补贴覆盖率", "%", 100),
)  # fmt: skip
welfare_commitments = (
    elders.introduces("basic_care_list", "基本养老服务清单", "list of basic care services", by=NO_DATE),
    elders.introduces("elders_means", "老年人家庭经济状况评估办法", "assessment of the means of elders' families", by=NO_DATE),
    elders.serves("long_term_care", "特困、低保、低收入等困难老年人长期照护", "long-term care of elders in tekun support, in Dibao or of low income",
                  by=NO_DATE),
    elders.introduces("assessment_as_basis", "能力评估作为补贴、基本养老服务和长期护理保险的依据",
                      "the assessment as the basis of allowances, basic care and long-term care insurance", by=NO_DATE),
    elders.introduces("elders_first", "困境、特殊老年人优先优待优惠举措", "precedence and preferences for elders in difficulty", by=NO_DATE),
    sorted_children.introduces("children_by_kind", "困境儿童分类保障制度", "protection of children in difficulty by kind", by=NO_DATE),
    sorted_children.reaches("child_friendly_community", "全国儿童友好社区", "a national child-friendly community", by=NO_DATE),
    disabled.serves("living_subsidy_extended", "生活补贴扩大到低收入家庭和其他困难残疾人",
                    "the living subsidy extended to low-income families and others in difficulty", by=NO_DATE),
    disabled.serves("nursing_subsidy_extended", "护理补贴扩大到智力和精神残疾人的等级",
                    "grades of intellectual and mental disability to which the nursing subsidy is extended",
                    between(3, 4), "级", by=NO_DATE, printed="三、四级",
                    note=Label("“适时”扩大，未定日期，不作规则", "when the time comes: no date, so it is no rule yet")),
    disabled.serves("subsidies_anywhere", "“两项补贴”全市通办、跨省通办", "the two subsidies applied for anywhere in Chongqing and in other provinces",
                    by=NO_DATE),
    disabled.serves("severely_disabled_care", "贫困重度残疾人集中或社会化照护", "care for poor persons with severe disabilities", by=NO_DATE),
    disabled.serves("recovery_aids", "“福康工程”康复辅具和手术矫治", "aids and corrective surgery for people in special difficulty", by=NO_DATE),
)  # fmt: skip

# 三(三)2 全面发展儿童福利
child_welfare = Passage(document.at("三(三)2"), Topic.CHILD_WELFARE, period=2020, by=2025)
living = child_welfare.at("一是")
aid = child_welfare.at("二是")
safety = child_welfare.at("三是")
integration = child_welfare.at("四是")
protection = child_welfare.at("五是")
children_rows = (
    living.aims(china.child_protection_rate, "孤儿和事实无人抚养儿童基本生活保障率", "%", 100),
    aid.aims(china.medical_schooling_aid_coverage, "助医助学", "%", 100, printed="全覆盖", note=UNDATED),
)  # fmt: skip
children_commitments = (
    living.serves("child_standards", "适时调整孤儿养育标准和事实无人抚养儿童补贴", "standards of orphans and de facto unattended children adjusted in time",
                  by=NO_DATE),
    living.serves("children_into_assistance", "符合条件困境儿童纳入低保、特困供养等救助",
                  "entitled children in difficulty brought into Dibao, tekun support and other assistance", by=NO_DATE),
    aid.serves("tomorrow_plan", "医疗康复“明天计划”", "Tomorrow Plan: medical rehabilitation", by=NO_DATE),
    aid.serves("schooling_aid", "“福彩圆梦·助学”工程", "schooling aid from lottery funds", by=NO_DATE),
    safety.introduces("guardianship", "未成年人临时监护和长期监护制度", "temporary and long-term guardianship of minors", by=NO_DATE),
    safety.introduces("joint_response", "未成年人保护联动响应机制", "joint response for the protection of minors", by=NO_DATE),
    safety.introduces("grave_cases", "重大报告制度", "duty to report grave cases", by=NO_DATE),
    integration.serves("grown_orphans", "机构成年孤儿安置", "grown orphans of institutions settled", by=NO_DATE),
    integration.serves("adoption_of_ill_children", "收养机构内病残儿童的支持政策", "support for families who adopt ill and disabled children",
                       by=NO_DATE),
    integration.introduces("adoption_rules", "收养登记、家庭评估和回访规范", "rules of registering, assessing and visiting adoptive families",
                           by=NO_DATE),
    protection.builds("minors_centre", "救助站转型为未成年人保护中心", "the rescue station turned into a minors' protection centre", by=NO_DATE),
)  # fmt: skip

# 专栏三 儿童福利提升工程
box_3 = Passage(document.at("专栏三"), Topic.CHILD_WELFARE, period=2020, by=2025)
box_3_rows = (
    box_3.at("2").aims(china.medical_schooling_aid_coverage, "助医助学项目困境儿童", "%", 100, printed="全覆盖", note=UNDATED),
)  # fmt: skip
box_3_commitments = (
    box_3.at("1").builds("minors_centre_box", "未成年人保护中心建设工程", "project of the minors' protection centre", by=NO_DATE),
    box_3.at("1").builds("child_institution", "“养治教康+社会工作”儿童福利机构", "a child-welfare institution of care, treatment, schooling and social work",
                         by=NO_DATE),
    box_3.at("2").serves("left_behind_children", "困境和农村留守儿童关爱服务工程", "care for children in difficulty and left-behind children", by=NO_DATE),
)  # fmt: skip

# 三(三)3 强化儿童关爱服务力量
child_services = Passage(document.at("三(三)3"), Topic.CHILD_WELFARE, period=2020, by=2025)
office = child_services.at("一是")
stations = child_services.at("二是")
directors = child_services.at("三是")
experts = child_services.at("五是")
strength_rows = (
    stations.aims(china.minors_protection_station_coverage, "镇(街道)未成年人保护工作站覆盖率", "%", 100),
    directors.aims(china.child_director_training_rate, "培训儿童主任", "%", 100, printed="全覆盖", note=UNDATED),
)  # fmt: skip
strength_commitments = (
    office.builds("coordination_office", "未成年人保护协调办公室", "coordinating office for the protection of minors", by=NO_DATE),
    stations.builds("protection_levels", "未成年人保护工作网络的级数", "levels of the network for the protection of minors",
                    exactly(3, said=""), "级", by=NO_DATE, printed="三级", note=Label("区县、镇(街道)、村(居)", "district, townships, communities")),
    stations.builds("station_supervisors", "每个工作站的“儿童督导员”", "child-welfare supervisors of each station",
                    at_least(1, said="至少"), "名", by=NO_DATE),
    stations.builds("community_directors", "每个村(居)委会的“儿童主任”", "child-welfare directors of each community", 1, "名", by=NO_DATE),
    stations.introduces("minors_files", "留守和困境未成年人信息档案", "files on left-behind minors and minors in difficulty", by=NO_DATE),
    directors.introduces("director_rating", "儿童主任考评细则", "rules on rating child-welfare directors", by=NO_DATE),
    experts.introduces("expert_team", "未成年人保护工作专家团队", "team of experts on the protection of minors", by=NO_DATE),
    experts.serves("expert_guidance", "每年对儿童工作者专业指导", "expert guidance of child-welfare workers in a year",
                   2, "次", by=NO_DATE, printed="每半年", note=Label("每半年读作每年2次", "each half-year is read as twice a year")),
    experts.serves("expert_assessment", "每年对儿童工作专业评估", "expert assessment of child-welfare work in a year",
                   1, "次", by=NO_DATE, printed="每年", note=Label("每年读作每年1次", "each year is read as once a year")),
)  # fmt: skip

# 三(三)4 推进精神障碍社区康复事业
rehabilitation = Passage(document.at("三(三)4"), Topic.DISABILITY, period=2020, by=2025)
rehabilitation_rows = (
    rehabilitation.aims(china.mental_rehabilitation_township_coverage, "镇街开展精神障碍社区康复服务", "%", 100,
                        printed="全覆盖", note=ALL_IS_100),
    rehabilitation.aims(china.mental_rehabilitation_participation, PARTICIPATION, "%", at_least(80, said="以上")),
)  # fmt: skip
rehabilitation_commitments = (
    rehabilitation.reaches("relapse", "复发率、致残率", "relapses and disabling", qualitative("显著降低", "markedly lower")),
    rehabilitation.reaches("self_care", "自理率、就业率", "self-care and employment", qualitative("不断提高", "ever higher")),
)  # fmt: skip

# 专栏四 残疾人福利提升工程, printed without numbers
box_4 = Passage(document.at("专栏四"), Topic.DISABILITY, period=2020, by=2025)
box_4_rows = (
    box_4.aims(china.mental_rehabilitation_participation, PARTICIPATION, "%", at_least(60, said="以上"), by=2021,
               note=Label("从2021年开始的试点", "in the pilots that begin in 2021")),
    box_4.aims(china.mental_rehabilitation_township_coverage, "镇街全面推开精神障碍社区康复服务", "%", 100, by=2022,
               printed="全面推开", note=Label("全面推开读作100%", "opened everywhere is read as 100 %")),
    box_4.aims(china.mental_rehabilitation_township_coverage, "镇街广泛开展精神障碍社区康复服务", "%",
               qualitative("广泛开展", "widely offered"), printed="广泛开展",
               note=Label("“广泛”不成比例，由人判断", "widely is no share: a person judges it")),
    box_4.aims(china.mental_rehabilitation_participation, PARTICIPATION, "%", at_least(80, said="以上")),
)  # fmt: skip
box_4_commitments = (
    box_4.builds("rehabilitation_project", "精神障碍社区康复工程", "project of mental rehabilitation in communities"),
    box_4.reaches("relapse_box", "复发率、致残率", "relapses and disabling", qualitative("显著降低", "markedly lower")),
    box_4.reaches("self_care_box", "自理率、就业率", "self-care and employment", qualitative("不断提高", "ever higher")),
)  # fmt: skip

# 三(三)5 推动慈善和福彩事业发展
giving = Passage(document.at("三(三)5"), Topic.CHILD_WELFARE, period=2020, by=2025)
charity_platform = giving.at("推动慈善事业发展 一是", topic=Topic.CHARITY)
charity_projects = giving.at("推动慈善事业发展 二是", topic=Topic.CHARITY)
lottery_outlets = giving.at("大力发展福彩事业 二是", topic=Topic.LOTTERY)
charity_commitments = (
    charity_platform.builds("charity_platform", "“慈善+社工+志愿”综合平台", "platform of charity, social work and volunteering", by=NO_DATE),
    charity_platform.introduces("six_charity_plans", "六慈计划", "charity plans", exactly(6, said=""), "项", by=NO_DATE, printed="六慈",
                                note=Label("列出慈名人、慈沙龙、慈产业、慈救助、慈基金、慈关爱", "six plans are named")),
    charity_projects.serves("students_dream", "“慈善助学、学子圆梦”", "aid to students by charity", by=NO_DATE),
    charity_projects.serves("ill_students_fund", "中小学生重大疾病救助基金", "fund for seriously ill pupils", by=NO_DATE),
    charity_projects.serves("sunshine_fund", "社区“阳光基金”", "sunshine funds of communities", by=NO_DATE),
    lottery_outlets.builds("lottery_stations", "“福彩公益驿站”", "outlets renewed as lottery and charity stations", by=NO_DATE),
)  # fmt: skip

rows = (
    *welfare_rows,
    *children_rows,
    *box_3_rows,
    *strength_rows,
    *rehabilitation_rows,
    *box_4_rows,
)
commitments = (
    *welfare_commitments,
    *children_commitments,
    *box_3_commitments,
    *strength_commitments,
    *rehabilitation_commitments,
    *box_4_commitments,
    *charity_commitments,
)
