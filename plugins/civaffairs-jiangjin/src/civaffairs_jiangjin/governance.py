"""Chapter 3 of Jiangjin's plan: governance, communities, organisations, social work, lottery, charity, boundaries."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, qualitative
from civaffairs_china import indicators as china
from civaffairs_jiangjin.documents import plan_14 as document

FULL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
ALL_IS_100 = Label("全部读作100%", "all is read as 100 %")
STRIVES = Label("写作力争", "the district strives for it")

# 第三章第一节 健全基层治理体系
section_1 = Passage(document.at("第三章第一节"), Topic.COMMUNITY, period=2020, by=2025)
self_government = section_1.at("深化党领导的基层群众自治制度")
participation = section_1.at("拓展群众参与基层治理的渠道")
townships = section_1.at("增强镇（街道）服务能力和管理创新")
section_1_rows = (
    participation.aims(china.community_charter_coverage, "城乡社区章程和公约制定率", "%", 100, printed="全部", note=ALL_IS_100),
    townships.aims(china.one_stop_service_coverage, "镇（街道）一站式服务和在线平台覆盖率", "%", 100, printed="全覆盖",
                   note=FULL_IS_100),
)  # fmt: skip
section_1_commitments = (
    self_government.introduces("candidates_reviewed", "村(居)委会成员资格联审",
                               "joint review of who may sit on a residents' committee",
                               qualitative("全面推行", "for every member"), by=NO_DATE),
    self_government.introduces("committee_documents", "自治组织出具证明制度",
                               "rules on the certificates that residents' committees give", by=NO_DATE),
    self_government.introduces("open_affairs", "村(居)务公开", "disclosure of village and community affairs", by=NO_DATE),
    self_government.introduces("village_subcommittees", "村委会下设妇女和儿童等委员会",
                               "committee for women and children in each village", by=NO_DATE),
    self_government.introduces("community_subcommittees", "居委会下设环境和物业等委员会",
                               "committee for environment and property management in each community", by=NO_DATE),
    participation.introduces("consultation", "城乡社区协商制度和镇(街道)联动", "consultation in communities, linked with townships",
                             by=NO_DATE),
    townships.introduces("township_rating", "镇(街道)政务服务“好差评”", "rating of township services by users", by=NO_DATE),
    townships.serves("one_window", "有条件镇(街道)无差别综合窗口", "one window for every matter where a township can", by=NO_DATE),
)  # fmt: skip

# 第三章第二节 提高城乡社区服务水平
section_2 = Passage(document.at("第三章第二节"), Topic.COMMUNITY, period=2020, by=2025)
facilities = section_2.at("聚力城乡社区综合服务设施规划建设")
supply = section_2.at("扩大城乡社区服务有效供给")
workers = section_2.at("加强城乡社区工作者队伍建设")
section_2_commitments = (
    facilities.builds("child_friendly_communities", "试点儿童友好社区", "pilot child-friendly communities", by=NO_DATE),
    supply.builds("quarter_hour_circle", "城市一刻钟便民生活圈", "quarter-hour convenience circle in town", 15, "分钟",
                  by=NO_DATE, printed="一刻钟", note=Label("一刻钟读作15分钟", "a quarter of an hour is read as 15 minutes")),
    supply.serves("new_life_campaign", "“新时代新社区新生活”服务质量行动", "campaign for better community services", by=NO_DATE),
    workers.introduces("worker_grades", "社区工作者岗位等级序列", "grades of community workers", by=NO_DATE),
    workers.introduces("worker_training", "社区工作者分级培训", "training of community workers by level", by=NO_DATE),
    workers.introduces("certificate_pay", "社工职业资格津贴", "extra pay for community workers with a social work qualification",
                       by=NO_DATE, topic=Topic.SOCIAL_WORK),
)  # fmt: skip

# 专栏5 城乡社区服务提升工程
facilities_box = Passage(document.at("专栏5 1"), Topic.COMMUNITY, period=2020, by=2025)
smart_box = Passage(document.at("专栏5 2"), Topic.COMMUNITY, period=2020, by=2025)
training_box = Passage(document.at("专栏5 3"), Topic.COMMUNITY, period=2020, by=2025)
box_5_rows = (
    facilities_box.aims(china.community_facility_area, "每百户居民拥有综合服务设施面积", "平方米/百户",
                        at_least(30, said="不低于")),
    smart_box.aims(china.smart_community_platform_coverage, "城乡社区智慧服务平台覆盖率", "%", 100),
)  # fmt: skip
box_5_commitments = (
    facilities_box.builds("community_complexes", "社区服务综合体", "community service complexes", by=NO_DATE),
    smart_box.builds("smart_community_cloud", "智慧社区云平台启用", "cloud platform of smart communities in use"),
    training_box.serves("officers_trained", "全区城乡社区干部轮训", "community officers of the whole district trained",
                        qualitative("全区", "the whole district"), by="2022-08",
                        note=Label("写作2022年9月前，读作8月底", "printed as before September 2022: read as the end of August")),
    training_box.reaches("worker_degrees", "社区工作者大专以上学历占比和社工师通过率",
                         "community workers with a college degree or higher, and those who pass as social workers",
                         qualitative("提高", "raised"), by=NO_DATE),
)  # fmt: skip

# 第三章第三节 聚合社会组织力量
section_3 = Passage(document.at("第三章第三节"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
reform = section_3.at("深化社会组织领域改革")
supervision = section_3.at("强化社会组织监管执法")
section_3_commitments = (
    reform.builds("organisation_platform", "社会组织管理信息平台", "information platform of social organisations", by=NO_DATE),
    reform.introduces("third_party_grading", "社会组织第三方等级评估", "assessment of social organisations by third parties",
                      by=NO_DATE),
    supervision.introduces("leaders_sanctioned", "社会组织负责人违法惩戒", "sanctions against leaders of social organisations who break the law", by=NO_DATE),
)  # fmt: skip

# 第三章第四节 完善现代社会工作体制
section_4 = Passage(document.at("第三章第四节"), Topic.SOCIAL_WORK, period=2020, by=2025)
three_levels = section_4.at("建立社会工作三级服务体系")
talents = section_4.at("建设一流社会工作人才队伍")
agencies = section_4.at("加强社会工作服务机构建设")
section_4_rows = (
    three_levels.aims(china.social_work_station_coverage, "镇（街道）社会工作站覆盖率", "%", 100, printed="全覆盖",
                      note=FULL_IS_100),
    three_levels.aims(china.social_work_room_coverage, "村（社区）社会工作室覆盖率", "%", 100, printed="全覆盖",
                      note=FULL_IS_100),
    talents.aims(china.social_work_professionals, "社会工作专业人才", "人", 4000),
    talents.aims(china.certified_social_workers, "持证社会工作专业人才", "人", 1300),
    agencies.aims(china.social_work_agencies, "民办社工服务机构", "家", at_least(12, said="以上")),
)  # fmt: skip
section_4_commitments = (
    three_levels.reaches("three_levels_complete", "社会工作三级服务体系", "social work at three levels",
                         qualitative("全面建成", "complete")),
    three_levels.serves("social_worker_everywhere", "村(社区)都有社会工作者", "a social worker for every village and community",
                        qualitative("都有", "every one"), printed="都有"),
)  # fmt: skip

# 第三章第五节 引导福利彩票事业规范发展
section_5 = Passage(document.at("第三章第五节"), Topic.LOTTERY, period=2020, by="2021..2025")
operation = section_5.at("健全福利彩票运行机制")
fund = section_5.at("强化福彩公益金使用管理")
section_5_commitments = (
    operation.reaches("lottery_sales_five_years", "“十四五”福利彩票销售", "welfare lottery sales of 2021-2025", "7.5", "亿元",
                      note=STRIVES),
    fund.reaches("lottery_fund_five_years", "“十四五”筹集三级福彩公益金", "welfare lottery fund of three levels raised in 2021-2025",
                 "2.3", "亿元", note=STRIVES),
    fund.introduces("lottery_fund_review", "福彩公益金申报、评审制度", "application and review for the lottery fund", by=NO_DATE),
    fund.introduces("lottery_fund_disclosure", "福彩公益金公开和检查监督制度", "disclosure and inspection of the lottery fund",
                    by=NO_DATE),
)  # fmt: skip

# 第三章第六节 做强慈善事业品牌
section_6 = Passage(document.at("第三章第六节"), Topic.CHARITY, period=2020, by=2025)
charity_rules = section_6.at("强化慈善领域制度建设")
brand = section_6.at("建立“慈善江津”品牌")
charity_control = section_6.at("加强慈善组织培育监管")
section_6_rows = (
    charity_rules.aims(china.charity_organisations_multiple, "慈善组织总数与2020年之比", "倍", 2, printed="翻一番",
                       note=Label("翻一番读作2020年的两倍；2020年总数未写",
                                  "doubling is read as twice the number of 2020, which is not printed")),
)  # fmt: skip
section_6_commitments = (
    charity_rules.introduces("charity_plan", "推进慈善事业高质量发展的实施方案", "plan for the development of charity", by=NO_DATE),
    charity_rules.introduces("charity_coordination", "慈善事业部门协调机制", "coordination of departments in charity", by=NO_DATE),
    charity_rules.reaches("donations_five_years", "“十四五”慈善捐赠款物", "donations in money and kind of 2021-2025", "1.2", "亿元",
                          by="2021..2025", note=STRIVES),
    brand.introduces("charity_evaluation", "区域慈善综合评价体系", "evaluation of charity in the district", by=NO_DATE),
    charity_control.introduces("charity_credit", "慈善信用记录", "credit records in charity", by=NO_DATE),
)  # fmt: skip

# 专栏6 社会组织、社会工作和慈善事业发展工程
organisations_box = Passage(document.at("专栏6 1"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
talents_box = Passage(document.at("专栏6 2"), Topic.SOCIAL_WORK, period=2020, by=2025)
charity_box = Passage(document.at("专栏6 3"), Topic.CHARITY, period=2020, by=2025)
box_6_rows = (
    talents_box.aims(china.social_work_professionals, "社会工作专业人才", "人", 4000),
    talents_box.aims(china.certified_social_workers, "持证社会工作专业人才", "人", 1300),
)
box_6_commitments = (
    organisations_box.builds("organisation_incubator", "社会组织孵化基地建设", "incubator of social organisations", by=NO_DATE),
    talents_box.reaches("three_levels_box", "社会工作三级服务体系", "social work at three levels",
                        qualitative("建立完善", "set up and complete")),
    charity_box.serves("charity_brand", "“慈善江津”品牌提升", "the charity brand of the district", by=NO_DATE),
)  # fmt: skip

# 第三章第七节 发展志愿服务事业
section_7 = Passage(document.at("第三章第七节"), Topic.SOCIAL_WORK, period=2020, by=2025)
volunteers = section_7.at("不断扩大志愿服务参与主体")
volunteer_rules = section_7.at("全面完善志愿服务政策制度体系")
section_7_rows = (
    volunteers.aims(china.volunteer_participation, "志愿服务参与率", "%", 30, note=STRIVES),
    volunteers.aims(china.verified_volunteer_share, "实名认证志愿者占常住人口比例", "%", 22, note=STRIVES),
)
section_7_commitments = (
    volunteers.reaches("volunteer_system", "志愿服务组织体系", "system of volunteer organisations",
                       qualitative("基本建成", "largely in place")),
    volunteers.reaches("volunteer_organisations", "标识志愿服务组织", "organisations marked as volunteer organisations",
                       at_least(50, said="以上"), "家", note=STRIVES),
    volunteer_rules.introduces("volunteer_systems", "志愿者招募、培训、记录和激励制度",
                               "recruiting, training, recording and rewarding of volunteers", by=NO_DATE),
    volunteer_rules.introduces("volunteer_emergencies", "志愿服务应急响应联动", "volunteers in emergencies", by=NO_DATE),
    volunteer_rules.serves("volunteer_ability", "志愿者能力提升计划", "plan for the skills of volunteers", by=NO_DATE),
    volunteer_rules.serves("volunteer_brands", "志愿服务品牌示范工程", "model projects of volunteering", by=NO_DATE),
)  # fmt: skip

# 第三章第八节 优化行政区划和界线管理
section_8 = Passage(document.at("第三章第八节"), Topic.PLACE_NAMES, period=2020, by=2025)
divisions = section_8.at("健全完善行政区划管理工作机制")
boundaries = section_8.at("扎实有序开展界线管理工作")
section_8_commitments = (
    divisions.introduces("division_procedure", "行政区划变更工作制度", "procedure for changing administrative divisions", by=NO_DATE),
    divisions.introduces("division_committee", "区划变更提交上一级党委全会讨论",
                         "changes of divisions go before the Party committee one level up", by=NO_DATE),
    boundaries.serves("provincial_boundaries", "省级界线联检", "joint inspection of provincial boundaries", 2, "条", by=NO_DATE),
    boundaries.serves("county_boundaries", "县级界线联检", "joint inspection of county boundaries", 6, "条", by=NO_DATE),
    boundaries.serves("boundary_stones", "界桩联检", "joint inspection of boundary stones", 24, "个", by=NO_DATE),
    boundaries.serves("township_boundaries", "镇(街道)界线勘定", "survey of township boundaries",
                      qualitative("全区", "the whole district"), by=NO_DATE),
)  # fmt: skip

rows = (*section_1_rows, *box_5_rows, *section_4_rows, *section_6_rows, *box_6_rows, *section_7_rows)
commitments = (
    *section_1_commitments,
    *section_2_commitments,
    *box_5_commitments,
    *section_3_commitments,
    *section_4_commitments,
    *section_5_commitments,
    *section_6_commitments,
    *box_6_commitments,
    *section_7_commitments,
    *section_8_commitments,
)
