"""Chapter 2 of Jiangjin's plan: social assistance, child welfare, persons with disabilities.

What decides who receives what stands in `rules`; here is what the chapter promises beside that.
"""

from civaffairs import (
    NO_DATE,
    Label,
    Passage,
    Topic,
    at_most,
    between,
    qualitative,
)
from civaffairs_china import indicators as china
from civaffairs_jiangjin.documents import plan_14 as document

# 第二章第一节 巩固拓展脱贫攻坚兜底保障成果
section_1 = Passage(document.at("第二章第一节"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
rural_revival = section_1.at("实现巩固拓展脱贫攻坚兜底保障成果同乡村振兴有效衔接")
rural_services = section_1.at("提升农村地区民政公共服务水平")
section_1_rows = (
    rural_revival.aims(china.dependent_tekun_willing_care_rate, "有意愿的失能特困人员集中供养率", "%", 100),
    rural_revival.aims(
        china.dependent_tekun_agreement_rate, "分散供养失能特困人员委托照料服务协议签订率", "%", 100
    ),
)
section_1_commitments = (
    rural_revival.builds("low_income_monitoring", "低收入人口动态监测信息平台", "platform that watches the low-income population",
                         by=NO_DATE),
    rural_revival.serves("assistance_for_all_eligible", "农村低保和特困供养应保尽保",
                         "everyone eligible is taken into rural Dibao or tekun support",
                         qualitative("应保尽保", "everyone eligible"), by=NO_DATE),
    rural_revival.serves("temporary_assistance_former_poor", "突发困难的脱贫人口及时给予临时救助",
                         "timely temporary assistance to former poor persons in sudden difficulty", by=NO_DATE),
    rural_services.serves("orphans_cross_province", "孤儿、事实无人抚养儿童“跨省通办”",
                          "cross-province service for orphans and de facto unattended children",
                          by="2021-12", topic=Topic.CHILD_WELFARE,
                          note=Label("原文写作2021年底已实现", "the text says that it was reached by the end of 2021")),
)  # fmt: skip

# 第二章第二节 健全优化社会救助体系
section_2 = Passage(document.at("第二章第二节"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
framework = section_2.at("构建综合社会救助格局")
working = section_2.at("完善社会救助工作机制")
methods = section_2.at("创新社会救助服务方式")
delegation = section_2.at("深化社会救助“放管服”改革")
homeless = section_2.at("完善流浪乞讨人员救助")
# How things stood: the age that the rule of this section replaces.
situation = (
    framework.figure("tekun_age_before", "原特困供养未成年人年龄上限", "age of minors in tekun support so far", 16, "周岁"),
)  # fmt: skip
section_2_rows = (
    homeless.aims(china.long_stay_settlement_rate, "长期滞留流浪乞讨人员落户安置率", "%", 100,
                  note=Label("力争达到", "the district strives for it")),
)  # fmt: skip
section_2_commitments = (
    framework.serves("temporary_assistance_grades", "急难型和支出型临时救助分类分档",
                     "temporary assistance graded by kind and degree, for emergencies and for heavy spending", by=NO_DATE),
    framework.introduces("dibao_procedure", "低保审核确认办法", "procedure of finding and confirming Dibao recipients", by=NO_DATE),
    framework.introduces("case_by_case_approval", "区级“一事一议”审批", "case-by-case approval by the district", by=NO_DATE),
    framework.introduces("township_reserve", "镇(街道)临时救助备用金", "reserve of each township for temporary assistance",
                         by=NO_DATE),
    framework.introduces("emergency_response", "“救急难”快速响应和个案会商机制",
                         "quick response and case conferences in emergencies", by=NO_DATE),
    working.introduces("dibao_in_grades", "低保金分档发放", "Dibao paid in grades", by=NO_DATE,
                       note=Label("在补差发放基础上探索", "tried out beside payment of the gap")),
    working.introduces("price_link", "救助和保障标准与物价上涨挂钩联动", "assistance and standards that follow prices",
                       by=NO_DATE),
    working.introduces("dibao_means", "低保家庭收入财产认定办法", "how income and assets of Dibao families are determined", by=NO_DATE),
    working.introduces("active_discovery", "主动发现、主动救助机制", "active discovery and help without an application",
                       by=NO_DATE),
    methods.builds("smart_assistance_framework", "智慧救助平台和公众号升级", "smart assistance: platform and account upgraded",
                   by=NO_DATE),
    methods.serves("dispersed_tekun_care", "购买服务委托第三方照料散居特困人员",
                   "care for tekun persons at home, bought from third parties", by=NO_DATE),
    delegation.introduces("one_door", "社会救助“一门受理、协同办理”", "one desk, joint handling for all social assistance", by=NO_DATE),
    delegation.introduces("recognition_by_townships", "低保和特困认定权限下放",
                          "recognition of Dibao and tekun support by townships", by=NO_DATE),
    homeless.builds("homeless_register", "易走失人员信息库和返乡台账",
                    "register of persons apt to go missing, and of those who went home", by=NO_DATE),
    homeless.serves("identity_search", "疑难人员DNA采集和人像比对", "DNA and portraits compared for persons of unknown identity",
                    by=NO_DATE),
    homeless.builds("rescue_station", "选址新建救助管理站", "new rescue station", by=NO_DATE),
    homeless.builds("rescue_station_beds", "新建救助管理站新增床位", "beds added by the new rescue station", 50, "张",
                    by=NO_DATE),
    homeless.reaches("minors_in_streets", "街面流浪未成年人", "minors living in the streets", at_most(0, said="基本无"), "名",
                     by=NO_DATE, printed="基本无", topic=Topic.CHILD_WELFARE,
                     note=Label("基本无读作零", "almost none is read as none")),
)  # fmt: skip

# 专栏2 社会救助能力提升工程
smart_box = Passage(document.at("专栏2 1"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
local_box = Passage(document.at("专栏2 2"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
box_2_commitments = (
    smart_box.builds("smart_assistance_account", "智慧救助:公众号公示、提交、转办和移动端办理",
                     "smart assistance: publication, application and handling by telephone", by=NO_DATE),
    smart_box.builds("assistance_database", "社会救助综合信息资源库", "database of all assistance", by=NO_DATE),
    local_box.serves("village_assistants", "村级社会救助协理员", "a social assistance aide in each village", by=NO_DATE),
    local_box.builds("assistance_points", "困难群众较多村(社区)的救助服务站点",
                     "assistance points in villages and communities with many people in difficulty", by=NO_DATE),
    local_box.serves("assistance_bought", "政府购买社会救助服务", "assistance services bought by the government", by=NO_DATE),
)  # fmt: skip

# 第二章第三节 深入推进儿童福利发展
section_3 = Passage(document.at("第二章第三节"), Topic.CHILD_WELFARE, period=2020, by=2025)
orphans = section_3.at("健全孤儿和事实无人抚养儿童保障制度")
difficulty = section_3.at("加强困境儿童分类保障")
institutions = section_3.at("推进区域性儿童福利机构优化提质")
adoption = section_3.at("强化儿童收养登记管理")
section_3_rows = (
    orphans.aims(china.child_protection_rate, "孤儿和事实无人抚养儿童基本生活保障率", "%", 100,
                 note=Label("写作保持", "printed as staying so")),
    orphans.aims(china.medical_schooling_aid_coverage, "助医助学覆盖率", "%", 100, printed="全覆盖",
                 note=Label("全覆盖读作100%；原文未写期限，读作规划期末",
                            "full coverage is read as 100 %; no date is printed: read as the end of the plan")),
)  # fmt: skip
section_3_commitments = (
    orphans.introduces("natural_growth", "孤儿等基本生活保障标准自然增长机制",
                       "standards of orphans and de facto unattended children that grow by rule", by=NO_DATE),
    difficulty.serves("difficulty_files", "困境儿童一人一档", "a file for each child in difficulty", 1, "个", by=NO_DATE,
                      printed="一人一档", note=Label("每人一份", "one for each child")),
    institutions.reaches("institution_standard", "儿童福利机构的定点康复标准",
                         "the child welfare institution meets the standard of a rehabilitation institution",
                         qualitative("达到", "met")),
    institutions.reaches("disabled_children_schooling", "残疾儿童就学和学籍",
                         "disabled children able to attend school are taught and enrolled", 100, "%", printed="全部",
                         note=Label("全部读作100%", "all is read as 100 %")),
    institutions.introduces("grown_orphans_settlement", "机构孤儿成年后安置机制",
                            "settlement of orphans in institutions once they are grown", by=NO_DATE),
    institutions.introduces("group_upbringing", "符合条件的事实无人抚养等儿童集中养育",
                            "upbringing in institutions of eligible children whom nobody looks after", by=NO_DATE),
    adoption.introduces("adoption_assessment", "收养评估制度", "adoption assessment",
                        qualitative("全面推行", "for every adoption"), by=NO_DATE),
    adoption.introduces("adoption_support", "收养病残儿童家庭支持政策", "support for families that adopt ill or disabled children",
                        by=NO_DATE),
)  # fmt: skip

# 专栏3 儿童福利服务提升工程
difficulty_box = Passage(document.at("专栏3 1"), Topic.CHILD_WELFARE, period=2020, by=2025)
institution_box = Passage(document.at("专栏3 2"), Topic.CHILD_WELFARE, period=2020, by=2025)
ability_box = Passage(document.at("专栏3 3"), Topic.CHILD_WELFARE, period=2020, by=2025)
box_3_commitments = (
    difficulty_box.introduces("natural_growth_box", "孤儿等基本生活保障标准自然增长机制",
                              "standards of orphans and de facto unattended children that grow by rule", by=NO_DATE),
    difficulty_box.reaches("orphans_insured", "孤儿等纳入城乡居民合作医疗保险",
                           "orphans and de facto unattended children in the medical insurance of residents",
                           100, "%", printed="全部", by=NO_DATE, note=Label("全部读作100%", "all is read as 100 %")),
    difficulty_box.serves("tomorrow_plan", "医疗康复“明天计划”", "Tomorrow Plan of surgery and rehabilitation", by=NO_DATE),
    difficulty_box.serves("education_grant", "“福彩圆梦·助学”工程", "education grants to orphans from the lottery fund",
                          by=NO_DATE),
    difficulty_box.serves("legal_aid", "孤儿等法律服务和法律援助", "legal services and aid to orphans and unattended children",
                          by=NO_DATE),
    institution_box.builds("integrated_institution", "养育、康复、教育、医疗、社工一体的儿童福利机构",
                           "child welfare institution with care, rehabilitation, schooling, medicine and social work",
                           by=NO_DATE),
    ability_box.introduces("child_care_training", "孤残儿童护理员和院长入职、定期培训",
                           "first and regular training of carers and heads of children's homes", by=NO_DATE),
    ability_box.introduces("child_services_bought", "儿童福利服务纳入政府购买目录",
                           "child welfare in the list of services that the government buys", by=NO_DATE),
)  # fmt: skip

# 第二章第四节 提升残疾人福利保障水平
section_4 = Passage(document.at("第二章第四节"), Topic.DISABILITY, period=2020, by=2025)
subsidies = section_4.at("完善残疾人“两项补贴”")
rehabilitation = section_4.at("加快精神障碍社区康复服务发展")
IN_BOX_BY_2025 = Label(
    "同句以2021年起头；专栏4写作2025年底", "the sentence begins with 2021; box 4 has the end of 2025"
)
section_4_commitments = (
    subsidies.introduces("subsidy_adjustment", "残疾人“两项补贴”标准动态调整",
                         "regular adjustment of the two subsidies for persons with disabilities", by=NO_DATE),
    subsidies.serves("subsidies_cross_province", "残疾人“两项补贴”跨省通办",
                     "two disability subsidies: cross-province service", by=NO_DATE),
    rehabilitation.serves("rehabilitation_pilot", "圣泉街道陡石村精神障碍社区康复试点",
                          "pilot of community rehabilitation for mental disorders in Doushi village", by=2021),
    rehabilitation.builds("rehabilitation_centre", "科学城江津园区社区康复综合机构",
                          "comprehensive community rehabilitation institution in the science park", 1, "个",
                          by=NO_DATE, note=IN_BOX_BY_2025),
)  # fmt: skip

# 专栏4 精神障碍社区康复服务工程
rehabilitation_box = Passage(document.at("专栏4"), Topic.DISABILITY, period=2020, by=2025)
box_4_commitments = (
    rehabilitation_box.serves("rehabilitation_pilot_done", "完成陡石村精神障碍社区康复试点",
                              "pilot of community rehabilitation in Doushi village finished"),
    rehabilitation_box.builds("rehabilitation_institutions", "新增精神障碍社区康复机构",
                              "community rehabilitation institutions for mental disorders added", between(3, 4), "个",
                              printed="3至4"),
    rehabilitation_box.builds("rehabilitation_centre_box", "新增精神障碍社区康复综合机构",
                              "comprehensive community rehabilitation institutions added", 1, "个"),
)  # fmt: skip

rows = (*section_1_rows, *section_2_rows, *section_3_rows)
commitments = (
    *section_1_commitments,
    *section_2_commitments,
    *box_2_commitments,
    *section_3_commitments,
    *box_3_commitments,
    *section_4_commitments,
    *box_4_commitments,
)
