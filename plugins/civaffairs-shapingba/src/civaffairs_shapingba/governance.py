"""Chapter 3, sections 4 and 5 of Shapingba's plan: communities, place names, social organisations, social work."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, at_most, exactly, more_than
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import plan_14 as document

ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
THREE_BELTS = Label("磁器口、中梁山、土主", "Ciqikou, Zhongliangshan, Tuzhu")

# 三(四) 加快推动基层治理与服务体系建设

# 三(四)1 健全基层治理体系
self_rule = Passage(document.at("三(四)1"), Topic.COMMUNITY, period=2020, by=2025)
self_government = self_rule.at("一是")
participation = self_rule.at("二是")
townships = self_rule.at("三是")
brands = self_rule.at("四是")
governance_rows = (
    participation.aims(china.community_charter_coverage, "城乡社区制定自治章程和公约", "%", 100, printed="全部",
                       note=Label("全部读作100%", "all is read as 100 %")),
    townships.aims(china.one_stop_service_coverage, "镇(街道)一站式服务中心等", "%", 100, printed="全覆盖", note=ALL_IS_100),
)  # fmt: skip
governance_commitments = (
    self_government.introduces("joint_vetting", "村(居)委会成员资格联审机制", "joint vetting of members of residents' committees", by=NO_DATE),
    self_government.introduces("certificates_issued", "基层自治组织出具证明工作制度", "rules on certificates issued by self-governing organisations",
                               by=NO_DATE),
    self_government.introduces("village_committees", "村委会设妇女和儿童工作等委员会", "village committees for women and children", by=NO_DATE),
    self_government.introduces("community_committees", "居委会设环境和物业管理等委员会", "community committees for environment and property",
                               by=NO_DATE),
    participation.introduces("joint_consultation", "镇(街道)与城乡社区协商联动机制", "joint consultation of townships and communities", by=NO_DATE),
    townships.introduces("service_reviews", "镇(街道)政务服务“好差评”", "reviews of the services of townships", by=NO_DATE),
    townships.introduces("integrated_window", "无差别综合窗口", "integrated windows for every service", by=NO_DATE),
    brands.builds("model_belts", "“一区三带”基层治理示范带", "model belts of community governance",
                  exactly(3, said=""), "个", by=NO_DATE, printed="三个", note=THREE_BELTS),
)  # fmt: skip

# 三(四)2 提高城乡社区服务水平. Which centres are upgraded stands among the rules, by the box.
quality = Passage(document.at("三(四)2"), Topic.COMMUNITY, period=2020, by=2025)
facilities = quality.at("一是")
workers = quality.at("三是")
smart_community = quality.at("四是")
service_rows = (
    facilities.aims(china.community_facility_area, "每百户居民拥有综合服务设施面积", "平方米", at_least(30, said="不低于"),
                    read_as="平方米/百户"),
)  # fmt: skip
service_commitments = (
    facilities.builds("small_offices", "应改造的办公用房面积", "office area of the centres to be upgraded",
                      at_most(800, said="以下"), "㎡", by=NO_DATE, note=Label("以下读作含800㎡", "800 m² itself is read as included")),
    workers.builds("reserve_workers", "社区专职工作者后备人选库", "reserve list of community workers", by=NO_DATE),
    workers.introduces("workers_recruited", "从优秀村(社区)干部招录的制度", "recruitment of officials from good community workers", by=NO_DATE),
    smart_community.builds("smart_community", "智慧社区一体化管理服务平台", "platform of smart communities", by=NO_DATE),
)  # fmt: skip

# 三(四)3 深入推进区划地名管理和发展
place_names = Passage(document.at("三(四)3"), Topic.PLACE_NAMES, period=2020, by=2025)
boundaries = place_names.at("二是")
names = place_names.at("三是")
heritage = place_names.at("四是")
place_commitments = (
    boundaries.introduces("boundary_markers", "界线界桩管理责任", "responsibility for boundary markers", by=NO_DATE),
    names.introduces("names_online", "地名网上审批", "approval of place names online", by=NO_DATE),
    heritage.introduces("historic_names", "区级历史地名保护名录", "list of protected historic place names", by=NO_DATE),
    heritage.builds("name_atlas", "标准地名图录典志", "atlas and dictionary of standard place names", by=NO_DATE),
    heritage.builds("name_stories", "沙坪坝地名故事", "stories of Shapingba's place names", by=NO_DATE),
)  # fmt: skip

# 专栏五 社区服务与社区治理提升工程
box_5 = Passage(document.at("专栏五"), Topic.COMMUNITY, period=2020, by=2025)
box_5_rows = (
    box_5.at("1").aims(china.community_facility_area, "每百户居民拥有综合服务设施面积", "平方米", at_least(30, said="不低于"),
                       read_as="平方米/百户"),
    box_5.at("2").aims(china.smart_community_platform_coverage, "城乡社区智慧服务平台覆盖率", "%", 100),
)  # fmt: skip
box_5_commitments = (
    box_5.at("1").builds("facilities_project", "社区综合服务设施提质达标工程", "project of better community facilities"),
    box_5.at("2").builds("smart_cloud", "智慧社区云平台", "cloud platform of smart communities"),
    box_5.at("3").builds("model_belts_box", "“一区三带”基层社区治理示范带", "model belts of community governance",
                         exactly(3, said=""), "个", by=NO_DATE, printed="三个", note=THREE_BELTS),
)  # fmt: skip

# 三(五) 建立健全现代社会组织发展体系

# 三(五)1 大力推进社会组织党建工作
party_work = Passage(document.at("三(五)1"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
party = party_work.at("一是")
party_commitments = (
    party.introduces("party_with_registration", "党建与登记、年检、评估同步", "Party building together with registration, annual check and grading",
                     exactly(3, said=""), "项", by=NO_DATE, printed="三同步", note=Label("登记、年检(年报)、评估", "registration, annual check or report, grading")),
    party.reaches("party_coverage", "党的组织和工作覆盖面", "social organisations with Party organisation and work",
                  100, "%", by=NO_DATE, printed="全覆盖", note=ALL_IS_100),
    party.introduces("joint_building", "社社、党社、属地共建机制", "ways of building together",
                     exactly(3, said=""), "项", by=NO_DATE, printed="三大", note=Label("列出三项", "three are named")),
)  # fmt: skip

# 三(五)2 优化社会组织发展环境
conditions = Passage(document.at("三(五)2"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
environment = conditions.at("三是")
environment_commitments = (
    environment.introduces("quality_standards", "社会组织高质量发展标准", "standards of high-quality development", by=NO_DATE),
    environment.introduces("sorted_management", "社会组织分类管理办法", "management of social organisations by kind", by=NO_DATE),
)  # fmt: skip

# 三(五)3 加快培育社会组织,激发社会组织活力
cultivation = Passage(document.at("三(五)3"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
preference = cultivation.at("二是")
bases = cultivation.at("三是")
growth_commitments = (
    preference.introduces("organisations_first", "优先发展行业协会商会、科技、公益慈善、社区服务类",
                          "chambers of commerce, science, charity and community services come first", by=NO_DATE),
    bases.builds("incubator", "社会组织孵化基地", "incubator of social organisations", by=NO_DATE),
    bases.builds("innovation_centre", "社会工作与社会服务创新中心", "centre of social work and social services", by=NO_DATE,
                 topic=Topic.SOCIAL_WORK),
    bases.builds("social_work_stations", "镇(街)社会工作站", "social work stations of townships", by=NO_DATE, topic=Topic.SOCIAL_WORK),
    bases.builds("social_work_rooms", "村(社区)社会工作室", "social work rooms of communities", by=NO_DATE, topic=Topic.SOCIAL_WORK),
)  # fmt: skip

# 三(五)4 打造有影响力的社会工作品牌
brand = Passage(document.at("三(五)4"), Topic.SOCIAL_WORK, period=2020, by=2025)
brand_commitments = (
    brand.serves("social_work_brand", "“你在哪里”系列社工品牌", "series of social work brands", by=NO_DATE),
    brand.builds("model_posts", "示范性社会工作岗位", "model posts of social work", by=NO_DATE),
)  # fmt: skip

# 三(五)5 推动社会工作职业化发展
profession = Passage(document.at("三(五)5"), Topic.SOCIAL_WORK, period=2020, by=2025)
posts = profession.at("一是")
talents = profession.at("二是")
profession_rows = (
    talents.aims(china.community_worker_certification, "社区工作者社工证持有率", "%", more_than(90, said="超过"),
                 note=Label("“十四五”末即2025年末", "the end of the plan is that of 2025")),
)  # fmt: skip
profession_commitments = (
    posts.builds("professional_posts", "机关、事业单位、城乡社区的专业社工岗位", "posts of social workers in offices, institutions and communities",
                 by=NO_DATE),
    talents.introduces("talents_plan", "社会工作专业人才引育计划", "plan to win and train social work professionals", by=NO_DATE),
)  # fmt: skip

# 三(五)6 加强志愿服务体系建设
volunteering = Passage(document.at("三(五)6"), Topic.SOCIAL_WORK, period=2020, by=2025)
volunteers = volunteering.at("三是")
volunteer_commitments = (
    volunteers.introduces("volunteer_points", "志愿积分激励机制", "points as a reward of volunteers", by=NO_DATE),
    volunteers.serves("volunteer_pilot", "民政志愿服务试点", "pilot of volunteering in civil affairs", by=NO_DATE),
    volunteers.introduces("joint_rewards", "优秀志愿者联合激励", "joint rewards of good volunteers", by=NO_DATE),
)  # fmt: skip

# 专栏六 社区组织与社会工作提升工程
box_6 = Passage(document.at("专栏六"), Topic.SOCIAL_WORK, period=2020, by=2025)
box_6_rows = (box_6.at("2").aims(china.community_worker_certification, "社区工作者社工证持有率", "%", 90),)
box_6_commitments = (
    box_6.at("1").serves(
        "social_work_brand_box", "社会工作品牌打造工程", "project of social work brands", by=NO_DATE
    ),
)

rows = (*governance_rows, *service_rows, *box_5_rows, *profession_rows, *box_6_rows)
commitments = (
    *governance_commitments,
    *service_commitments,
    *place_commitments,
    *box_5_commitments,
    *party_commitments,
    *environment_commitments,
    *growth_commitments,
    *brand_commitments,
    *profession_commitments,
    *volunteer_commitments,
    *box_6_commitments,
)
