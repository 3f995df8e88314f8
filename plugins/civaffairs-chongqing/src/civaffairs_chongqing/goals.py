"""The second half of the article: the “1365” outline of 2021-2025: one goal, three systems, six tasks, five safeguards."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, exactly, qualitative
from civaffairs_china import indicators as china
from civaffairs_china.series import dibao_standard
from civaffairs_chongqing.documents import outline_14 as document

FULL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")

# 锁定1个目标
goal = Passage(document.at("锁定1个目标"), Topic.ADMINISTRATION, period=2020, by=2025)
goal_commitments = (
    goal.reaches("goals", "目标数", "goals", exactly(1, said=""), "个"),
    goal.reaches(
        "new_pattern",
        "现代民政事业发展新格局",
        "a modern pattern of civil affairs",
        qualitative("构建", "built"),
    ),
)

# 构建3大体系
systems = Passage(document.at("构建3大体系"), Topic.ADMINISTRATION, period=2020, by=2025)
support_system = systems.at("构建基本民生保障体系", topic=Topic.SOCIAL_ASSISTANCE)
governance_system = systems.at("构建基层社会治理体系", topic=Topic.COMMUNITY)
services_system = systems.at("构建基本社会服务体系")
systems_commitments = (
    systems.reaches("systems", "体系数", "systems", exactly(3, said=""), "个"),
    support_system.introduces("graded_assistance", "分层分类的救助制度体系", "assistance graded by degree and kind of hardship"),
    support_system.introduces("children_welfare_system", "儿童福利服务保障体系", "welfare services for children",
                              topic=Topic.CHILD_WELFARE),
    governance_system.introduces("governance_system", "基层社会治理体系", "system of grassroots governance"),
    services_system.introduces("services_system", "优质高效便捷的民政公共服务", "public services of good quality, efficient and near"),
)  # fmt: skip

# 推进6大重点任务
tasks = Passage(document.at("推进6大重点任务"), Topic.ADMINISTRATION, period=2020, by=2025)
assistance = tasks.at("改革完善社会救助制度", topic=Topic.SOCIAL_ASSISTANCE)
care = tasks.at("大力发展养老服务业", topic=Topic.ELDERLY_CARE)
minors = tasks.at("加强未成年人关爱服务", topic=Topic.CHILD_WELFARE)
governance = tasks.at("推进基层社会治理创新", topic=Topic.COMMUNITY)
funerals = tasks.at("持续优化殡葬服务管理", topic=Topic.FUNERALS)
smart = tasks.at("推进智慧民政建设工程")
tasks_rows = (
    assistance.aims(china.tekun_basic_standard, "特困人员救助供养标准", "",
                    at_least(dibao_standard.this_year * "1.3", said="不低于"),
                    note=Label("写作低保标准，未写城市或农村", "of the Dibao standard; urban or rural is not said")),
    assistance.aims(china.long_stay_settlement_rate, "长期滞留流浪乞讨人员落户安置率", "%", 100),
    assistance.aims(china.mental_rehabilitation_county_coverage, "开展精神障碍社区康复服务的区县", "%", at_least(80, said="以上")),
    care.aims(china.home_care_facility_coverage, "城乡社区居家养老服务设施", "%", 100, printed="全覆盖", note=FULL_IS_100),
    care.aims(china.medical_care_capacity, "医养服务能力", "%", 90),
    care.aims(china.dependent_tekun_centres, "区县失能特困人员集中照护中心", "所", 60),
    governance.aims(china.facility_standard_rate, "城乡社区综合服务设施达标率", "%", 90),
    governance.aims(china.urban_community_organisations, "城市社区平均拥有社区社会组织", "个", at_least(13, said="不少于")),
    governance.aims(china.rural_community_organisations, "农村社区平均拥有社区社会组织", "个", at_least(7, said="不少于")),
    governance.aims(china.charity_organisations_multiple, "慈善组织总数", "", 2, printed="翻一番",
                    note=Label("读作2020年总数的两倍", "doubled: read as twice the number of 2020")),
    funerals.aims(china.cremation_zone_rate, "火化区火化率", "%", 95),
    funerals.aims(china.ecological_burial_rate, "节地生态安葬率", "%", qualitative("稳步提高", "rises steadily"), printed="稳步提高"),
    funerals.aims(china.county_burial_facility_coverage, "公益性安葬服务设施县域覆盖率", "%", 100),
)  # fmt: skip
tasks_commitments = (
    tasks.reaches("tasks", "重点任务数", "main tasks", exactly(6, said=""), "项"),
    assistance.reaches("one_dibao_standard", "城乡低保标准统一", "one Dibao standard for town and country",
                       qualitative("逐步实现", "step by step"), by=NO_DATE),
    care.reaches("care_staff_added", "新增专业护理人才", "care professionals added", 3, "万人"),
    care.builds("township_centres", "乡镇养老服务中心", "township elderly-care centres", 800, "个"),
    care.builds("mutual_care_points", "村级互助养老点", "village points of mutual care for elders", 8000, "个"),
    minors.introduces("minors_network", "未成年人保护网络的级数", "levels of the network that protects minors", exactly(4, said=""), "级",
                      printed="四级", note=Label("市、县、乡镇、村四级", "municipality, county, township and village")),
    minors.reaches("minors_institutions_changed", "完成转型升级的救助保护机构级数",
                   "levels whose institutions for minors are reformed", exactly(2, said=""), "级", printed="两级",
                   note=Label("市、县两级全部完成", "all of the municipality's and the counties'")),
    minors.builds("regional_child_homes", "区域性儿童福利机构", "regional child welfare institutions"),
    smart.introduces("one_information_system", "全市民政信息系统整合", "information systems of civil affairs joined in one"),
    smart.builds("data_pool", "民政大数据资源池", "data pool of civil affairs"),
    smart.builds("information_platform", "民政社会服务综合信息平台", "information platform of civil affairs and social services"),
)  # fmt: skip

# 强化5项保障措施
safeguards = Passage(document.at("强化5项保障措施"), Topic.ADMINISTRATION, period=2020, by=2025)
funds = safeguards.at("强化资金投入保障", topic=Topic.FUNDING)
talents = safeguards.at("强化人才建设保障", topic=Topic.SOCIAL_WORK)
risks = safeguards.at("强化风险防范保障")
STRIVES = Label("写作力争", "the municipality strives for it")
safeguards_rows = (
    talents.aims(china.social_work_professionals, "社会工作专业人才", "万人", 8, note=STRIVES),
    talents.aims(china.verified_volunteers, "实名认证志愿者", "万人", 650, note=STRIVES),
)
safeguards_commitments = (
    safeguards.reaches("safeguards", "保障措施数", "safeguards", exactly(5, said=""), "项"),
    funds.reaches("support_funds", "困难群众基本生活投入", "government funds for the basic living of persons in difficulty",
                  qualitative("只增不减", "only rise"), printed="只增不减"),
    risks.introduces("emergency_plans", "修订应急预案", "revised emergency plans"),
)  # fmt: skip

rows = (*tasks_rows, *safeguards_rows)
commitments = (*goal_commitments, *systems_commitments, *tasks_commitments, *safeguards_commitments)
