"""Chapter 3, section 1 of Shapingba's plan: social assistance."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_most, exactly, more_than
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import plan_14 as document

ALL_IS_100 = Label("全部读作100%", "all is read as 100 %")

# 三(一) 完善综合性社会救助体系

# 三(一)1 健全社会救助体系
system = Passage(document.at("三(一)1"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
ways = system.at("二是")
town_and_country = system.at("三是")
system_commitments = (
    ways.introduces("goods_and_services", "“物质+服务”的救助方式", "assistance by goods and services", by=NO_DATE),
    town_and_country.serves("assistance_of_residents", "社会救助覆盖常住人口", "assistance to all who live here, wherever registered",
                            by=NO_DATE),
    town_and_country.serves("relative_poverty", "相对贫困救助帮扶", "help for those in relative poverty", by=NO_DATE),
)  # fmt: skip

# 三(一)2 优化社会救助工作机制
mechanism = Passage(document.at("三(一)2"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
finding = mechanism.at("一是")
checking = mechanism.at("二是")
coordination = mechanism.at("三是")
one_door = mechanism.at("四是")
mechanism_commitments = (
    finding.builds("finding_levels", "区、镇街、村(社区)三级甄别体系", "levels on which those in need are found",
                   exactly(3, said=""), "级", by=NO_DATE, printed="三级", note=Label("区、镇街、村(社区)", "district, townships, communities")),
    checking.serves("recipients_checked", "定期核查救助对象", "regular check of recipients", by=NO_DATE),
    checking.introduces("assistance_reports", "救助信息定期通报制度", "regular reports on assistance", by=NO_DATE),
    checking.serves("levels_informed", "救助信息三级同步推送", "levels informed at once of those assisted",
                    exactly(3, said=""), "级", by=NO_DATE, printed="三级", note=Label("区、街道、社区", "district, sub-districts, communities")),
    coordination.introduces("assistance_leading_group", "区社会救助工作领导小组", "leading group for social assistance", by=NO_DATE),
    one_door.introduces("one_door", "社会救助“一门受理、协同办理”", "one door for every application for assistance", by=NO_DATE),
)  # fmt: skip

# 专栏一 社会救助提升工程
box_1 = Passage(document.at("专栏一"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
box_1_commitments = (
    box_1.at("1").builds(
        "smart_assistance_box", "“智慧救助”建设工程", "project of smart social assistance", by=NO_DATE
    ),
)

# 三(一)3 不断提升社会救助水平. What the tekun standard is at least stands among the rules.
level = Passage(document.at("三(一)3"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
safety_net = level.at("一是")
temporary = level.at("二是")
level_rows = (
    safety_net.aims(china.dependent_tekun_willing_care_rate, "有意愿的失能特困人员集中供养率", "%", 100),
    safety_net.aims(china.dependent_tekun_agreement_rate, "分散供养失能特困人员委托照料服务协议签订率", "%", 100),
)  # fmt: skip
level_commitments = (
    safety_net.serves("dibao_for_all_entitled", "符合条件的特殊困难人员纳入低保", "entitled people in special difficulty brought into Dibao",
                      100, "%", by=NO_DATE, printed="全部", note=ALL_IS_100),
    safety_net.introduces("dibao_fading", "低保渐退政策", "Dibao withdrawn step by step", by=NO_DATE),
    safety_net.serves("concentrated_care", "特困人员和困难家庭高龄失能老年人集中照料",
                      "concentrated care of tekun persons and of very old and dependent elders in difficulty", by=NO_DATE),
    temporary.introduces("standby_fund", "临时救助备用金制度", "standby fund for temporary assistance", by=NO_DATE),
    temporary.serves("temporary_assistance_by_need", "按困难类型、程度和自救能力给予临时救助",
                     "temporary assistance by kind and depth of difficulty and by what people can do for themselves", by=NO_DATE),
)  # fmt: skip

# 三(一)4 持续增强社会救助能力
capability = Passage(document.at("三(一)4"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
ability = capability.at("一是")
supervision = capability.at("二是")
smart = capability.at("四是")
ability_commitments = (
    ability.builds("assistance_helpers", "村(社区)社会救助协理员", "a helper for social assistance in each community", by=NO_DATE),
    ability.builds("assistance_stations", "困难群众较多村(社区)的社会救助服务站(点)",
                   "assistance stations in communities with many people in difficulty", by=NO_DATE),
    supervision.serves("assistance_inspections", "社会救助专项检查", "special inspections of social assistance", by=NO_DATE),
    smart.builds("smart_assistance", "智慧救助建设", "smart social assistance", by=NO_DATE),
)  # fmt: skip

# 三(一)5 提升流浪乞讨人员救助质量. Who is a long-stay case stands among the rules.
homelessness = Passage(document.at("三(一)5"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
homeless = homelessness.at("一是")
homeless_data = homelessness.at("二是")
homeless_sources = homelessness.at("三是")
homeless_minors = homelessness.at("四是")
homeless_families = homelessness.at("五是")
homeless_rows = (homeless.aims(china.long_stay_settlement_rate, "长期滞留流浪乞讨人员落户安置率", "%", 100),)
homeless_commitments = (
    homeless.introduces("settled_after", "长期滞留、集中落户安置的时间", "stay after which the homeless are settled together",
                        more_than(3, said="超过"), "月", by=NO_DATE, note=Label("规则中读作超过90天", "the rule reads this as more than 90 days")),
    homeless.introduces("homeless_joint_mechanism", "区级部门救助联动工作机制", "joint work of the district's departments for the homeless",
                        by=NO_DATE),
    homeless.serves("homeless_social_security", "落户人员社会保障", "social security of the homeless who are settled", by=NO_DATE),
    homeless_data.introduces("homeless_register", "流浪乞讨人员信息台账", "register of the homeless", by=NO_DATE),
    homeless_sources.serves("homeless_visits", "返乡人员定期回访", "regular visits to those brought home", by=NO_DATE),
    homeless_minors.reaches("minors_on_streets", "城市街面流浪未成年人", "homeless minors in the streets",
                            at_most(0, said=""), "名", by=NO_DATE, printed="基本无",
                            note=Label("基本无读作0，容许个别情形", "all but none is read as 0, a single case allowed for")),
    homeless_families.introduces("family_search", "流浪乞讨人员身份查询和寻亲制度", "finding out who the homeless are and where their families live",
                                 by=NO_DATE),
)  # fmt: skip

rows = (*level_rows, *homeless_rows)
commitments = (
    *system_commitments,
    *mechanism_commitments,
    *box_1_commitments,
    *level_commitments,
    *ability_commitments,
    *homeless_commitments,
)
