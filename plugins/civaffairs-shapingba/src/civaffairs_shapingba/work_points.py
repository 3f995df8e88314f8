"""Shapingba's work points for 2025, in the order of the document: everything is for that year.

What the points only call for, without a date, a number, a thing or a rule, is left out; so is Party building, but
for what it promises in numbers.
"""

from civaffairs import Label, Passage, Topic, at_least, at_most, between, exactly, more_than, qualitative
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import points_2025 as document

ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
ONE_FIGURE = Label("镇街和村(社区)共用一个数", "one figure for townships and communities")

# The opening paragraph: what the points are ordered by.
opening = Passage(document.at("2025年全区民政工作要坚持"), Topic.ADMINISTRATION, period=2025, by=2025)
opening_commitments = (
    opening.serves("nine_actions", "“九项行动”", "actions", exactly(9, said=""), "项", printed="九项",
                   note=Label("第三至十一章各一项", "one for each of chapters 3 to 11")),
    opening.serves("seven_projects", "“七大工程”", "projects", exactly(7, said=""), "项", printed="七大",
                   note=Label("第十二章七条", "the seven points of chapter 12")),
)  # fmt: skip

# 一 坚持“党建统领”,深入推进全面从严治党
party_organs = Passage(document.at("一1"), Topic.ADMINISTRATION, period=2025, by=2025)
discipline = Passage(document.at("一5"), Topic.ADMINISTRATION, period=2025, by=2025)
party_commitments = (
    party_organs.serves("party_reports", "每年党建述职会", "meetings on Party building in a year", 1, "次", printed="每年",
                        note=Label("每年读作每年1次", "each year is read as once a year")),
    party_organs.serves("ideology_reports", "每年意识形态工作报告", "reports on ideology in a year", 2, "次", printed="半年一次",
                        note=Label("半年一次读作每年2次", "every half-year is read as twice a year")),
    discipline.introduces("financial_rules", "财务管理制度", "rules on finances"),
)  # fmt: skip

# 二 落实积极应对人口老龄化国家战略,加强老年友好型社会建设
ageing_office = Passage(document.at("二6"), Topic.ELDERLY_CARE, period=2025, by=2025)
elder_friendly = Passage(document.at("二7"), Topic.ELDERLY_CARE, period=2025, by=2025)
taking_part = Passage(document.at("二8"), Topic.ELDERLY_CARE, period=2025, by=2025)
ageing_commitments = (
    ageing_office.serves("ageing_plenary", "区老龄委全体会议", "full meeting of the committee on ageing"),
    ageing_office.introduces("ageing_points", "区老龄委2025年工作要点", "work points of the committee on ageing for 2025"),
    ageing_office.introduces("ageing_rules", "区老龄委工作规则和成员职责", "rules of the committee on ageing, duties of its members"),
    ageing_office.serves("ageing_monitoring", "老龄事业监测评价和统计调查", "monitoring and statistics of ageing"),
    ageing_office.introduces("ageing_experts", "全区老龄工作专家委员会", "committee of experts on ageing"),
    elder_friendly.introduces("elders_rights", "维护老年人合法权益工作机制", "protection of the rights of elders"),
    elder_friendly.introduces("ageing_education", "人口老龄化国情教育具体举措", "measures of education about ageing"),
    elder_friendly.builds("elders_universities", "老年大学", "universities for elders", 5, "所"),
    taking_part.introduces("time_savings", "养老服务时间储蓄管理制度", "rules on time saved in elderly care"),
)  # fmt: skip

# 三 推进“渝悦养老”行动,深化养老服务改革发展
care_system = Passage(document.at("三9"), Topic.ELDERLY_CARE, period=2025, by=2025)
care_circle = Passage(document.at("三10"), Topic.ELDERLY_CARE, period=2025, by=2025)
supervision = Passage(document.at("三11"), Topic.ELDERLY_CARE, period=2025, by=2025)
industry = Passage(document.at("三12"), Topic.ELDERLY_CARE, period=2025, by=2025)
care_commitments = (
    care_system.builds("care_network", "养老服务网络的级数", "levels of the elderly-care network", exactly(3, said=""), "级", printed="三级",
                       note=Label("区县、街镇、村(社区)", "district, townships, communities")),
    care_system.introduces("old_and_young", "“一老一幼”服务方案", "scheme of services to the old and the very young"),
    care_system.builds("mutual_points", "农村互助养老点", "mutual care points in villages"),
    care_system.serves("homes_run_privately", "乡镇敬老院公建民营改革", "homes for the aged of townships run privately"),
    care_system.serves("poor_dependent_elders", "经济困难失能老年人集中照护", "concentrated care of dependent elders in economic difficulty"),
    care_circle.builds("life_circle", "养老生活圈", "circle of elderly life", at_most(15, said=""), "分钟"),
    care_circle.introduces("service_circle", "养老服务圈实施方案", "scheme of the circle of care", at_most(15, said=""), "分钟"),
    care_circle.introduces("circle_lists", "服务圈建设标准、服务清单、购买清单", "standards and lists of the circle of care"),
    care_circle.introduces("four_together", "新建居住区养老设施“四同步”", "care facilities of new estates planned, built, accepted and handed over together",
                           exactly(4, said=""), "项", printed="四同步", note=Label("规划、建设、验收、交付", "planning, building, acceptance, handing over")),
    care_circle.serves("adaptation", "困难老年人家庭适老化改造", "homes of elders in difficulty adapted"),
    care_circle.serves("bath_pilots", "助浴、助洁服务试点", "pilots of help with baths and cleaning"),
    supervision.introduces("contracts_online", "养老服务制式合同网签", "standard elderly-care contracts signed online"),
    supervision.introduces("prepayments", "养老机构预收费专户存储", "prepayments kept in special accounts"),
    supervision.introduces("notarised_deposits", "“提存公证”", "notarised deposits"),
    supervision.introduces("care_talents", "加强养老服务人才队伍建设实施方案", "scheme to strengthen the elderly-care workforce"),
    supervision.serves("care_skills", "养老服务人才技能专项培训", "training in the skills of elderly care"),
    industry.introduces("institutions_by_kind", "养老机构分类管理", "care institutions managed by kind"),
    industry.builds("yide_centre", "宜德养老服务中心", "Yide care centre in operation"),
)  # fmt: skip

# 四 推进“精准保障”行动,探索建设西部地区促进共同富裕先行区
layers = Passage(document.at("四13"), Topic.SOCIAL_ASSISTANCE, period=2025, by=2025)
joint_assistance = Passage(document.at("四14"), Topic.SOCIAL_ASSISTANCE, period=2025, by=2025)
subsidies = Passage(document.at("四15"), Topic.DISABILITY, period=2025, by=2025)
homeless = Passage(document.at("四16"), Topic.SOCIAL_ASSISTANCE, period=2025, by=2025)
assistance_commitments = (
    layers.introduces("two_policies", "“两项政策”衔接并轨试点", "pilot of joining the two policies"),
    layers.serves("rigid_spending", "刚性支出困难家庭认定", "families in difficulty from rigid spending determined"),
    layers.serves("dibao_marginal", "低保边缘家庭认定", "Dibao-marginal families determined"),
    layers.introduces("dibao_with_consumption", "低保标准与上年居民人均消费支出挂钩",
                      "the Dibao standard follows last year's consumption per head"),
    layers.serves("service_assistance", "服务类社会救助试点", "pilots of assistance by services"),
    layers.introduces("charity_and_assistance", "联合救助和社区慈善帮扶服务机制", "joint assistance and help by community charity"),
    layers.serves("help_into_work", "低收入群体就业援助", "help into work for those of low income"),
    joint_assistance.introduces("assistance_in_one", "“社会救助一件事”改革", "every application for assistance in one"),
    subsidies.introduces("subsidy_precision", "两项补贴精准管理实施意见", "precise management of the two subsidies"),
    subsidies.serves("subsidies_anywhere", "补贴“跨省通办”“全程网办”", "the subsidies applied for in other provinces and online"),
    homeless.builds("regional_centre", "市级区域中心站试点", "pilot of a regional rescue centre of Chongqing"),
)  # fmt: skip

# 五 推进“渝童守护”行动,打造全国儿童福利机构高质量发展实践基地
children_living = Passage(document.at("五17"), Topic.CHILD_WELFARE, period=2025, by=2025)
children_care = Passage(document.at("五18"), Topic.CHILD_WELFARE, period=2025, by=2025)
children_ability = Passage(document.at("五19"), Topic.CHILD_WELFARE, period=2025, by=2025)
children_commitments = (
    children_living.serves("basic_living", "孤儿和事实无人抚养儿童基本保障", "basic protection of orphans and de facto unattended children"),
    children_living.introduces("natural_growth", "基本生活保障标准自然增长机制", "growth of the standards by rule"),
    children_living.serves("schooling_aid", "福彩圆梦助学项目", "schooling aid from lottery funds"),
    children_living.serves("medical_insurance", "医疗保险资助和医疗救助", "aid to medical insurance, medical assistance"),
    children_living.serves("tomorrow_plan", "“明天计划”", "Tomorrow Plan: medical rehabilitation"),
    children_living.introduces("adoption_standard", "儿童收养登记服务规范", "standard of services in registering adoptions"),
    children_care.serves("childrens_minds", "“童心相伴”心理健康关爱", "care for the minds of children in difficulty and left-behind children"),
    children_care.serves("mobile_children_pilot", "流动、留守儿童关爱体系市级试点", "municipal pilot of care for migrant and left-behind children"),
    children_ability.serves("director_skills", "儿童主任赋能增效行动", "training of child-welfare directors"),
)  # fmt: skip

# 六 推进“渝社有为”行动,引导社会组织在现代化新重庆建设中建功立业
party_in_organisations = Passage(document.at("六20"), Topic.SOCIAL_ORGANISATIONS, period=2025, by=2025)
orderly = Passage(document.at("六21"), Topic.SOCIAL_ORGANISATIONS, period=2025, by=2025)
registering = Passage(document.at("六22"), Topic.SOCIAL_ORGANISATIONS, period=2025, by=2025)
playing_a_part = Passage(document.at("六23"), Topic.SOCIAL_ORGANISATIONS, period=2025, by=2025)
organisation_commitments = (
    party_in_organisations.reaches("party_coverage", "党的组织和工作覆盖面", "social organisations with Party organisation and work",
                                   100, "%", printed="全覆盖", note=ALL_IS_100),
    orderly.serves("annual_check", "社会组织2024年度年检", "annual check of social organisations for 2024"),
    orderly.serves("standardising", "社会组织规范化建设专项行动", "campaign for orderly social organisations"),
    registering.introduces("registration_in_one", "社会组织成立“一件事”", "founding a social organisation in one step"),
    registering.introduces("simple_closing", "社会组织简易注销", "simple closing of social organisations"),
    playing_a_part.serves("graduates_plan", "毕业季红岩社工计划", "social work plan for graduates", topic=Topic.SOCIAL_WORK),
)  # fmt: skip

# 七 推进“善满山城”行动,建设西部慈善事业发展高地
charity = Passage(document.at("七24"), Topic.CHARITY, period=2025, by=2025)
charity_supervision = Passage(document.at("七25"), Topic.CHARITY, period=2025, by=2025)
lottery = Passage(document.at("七26"), Topic.LOTTERY, period=2025, by=2025)
charity_rows = (
    lottery.aims(china.lottery_sales, "福彩销售", "亿元", more_than("2.6", said="突破"),
                 note=Label("“力争”；当年销量，不同于规划所记五年15.53亿元", "to be striven for; of the year, where the plan gives 15.53 for five years")),
)  # fmt: skip
charity_commitments = (
    charity.introduces("community_charity_rules", "社区慈善促进办法", "rules on community charity"),
    charity.introduces("charity_finance_rules", "慈善组织财务管理规范", "rules on the finances of charities"),
    charity.introduces("online_giving_rules", "互联网募捐活动规范", "rules on giving online"),
    charity.introduces("medical_charity_rules", "涉医类慈善救助活动规范", "rules on medical charity"),
    charity.reaches("community_funds", "镇街社区慈善基金覆盖面", "townships with community charity funds",
                    100, "%", printed="全覆盖", note=ALL_IS_100),
    charity_supervision.reaches("charity_faults", "慈善组织问题整改", "faults of charities put right",
                                100, "%", printed="全面", note=Label("全面完成读作100%", "fully done is read as 100 %")),
)  # fmt: skip

# 八 推进“逝有所安”行动,促进殡葬服务管理水平全面提升
funeral_order = Passage(document.at("八27"), Topic.FUNERALS, period=2025, by=2025)
funeral_reform = Passage(document.at("八28"), Topic.FUNERALS, period=2025, by=2025)
funeral_commitments = (
    funeral_order.introduces("funeral_fees", "殡葬服务收费管理暂行办法修订", "provisional rules on funeral fees revised"),
    funeral_order.introduces("funeral_prices", "殡葬收费定价和动态调整机制", "how funeral fees are set and adjusted"),
    funeral_reform.introduces("funeral_supervision", "殡葬跨部门综合监管制度", "joint supervision of funerals"),
    funeral_reform.serves("funeral_relief", "扩大基本殡葬服务减免范围", "relief from basic funeral fees widened"),
)  # fmt: skip

# 九 推进“幸福婚登”行动,促进“婚登+”融合发展
registration = Passage(document.at("九29"), Topic.MARRIAGE, period=2025, by=2025)
guidance = Passage(document.at("九30"), Topic.MARRIAGE, period=2025, by=2025)
festivities = Passage(document.at("九31"), Topic.MARRIAGE, period=2025, by=2025)
universities = guidance.figure("universities", "高校", "universities", 16, "所")
students = guidance.figure("students", "在校大学生", "students", 30, "万人", said="余")
marriage_commitments = (
    registration.serves("registration_pilots", "“跨省能办”“全市能办”试点",
                        "pilots of registration for couples from other provinces and all Chongqing"),
    registration.introduces("marriage_and_register", "“结婚落户一件事”", "marriage and household register in one"),
    registration.introduces("filled_in_once", "结婚落户填报次数", "times that the forms are filled in", at_most(1, said=""), "次", printed="一次",
                            note=Label("一次填报读作不多于1次", "filled in once is read as not more than once")),
    guidance.serves("university_classes", "每年婚恋课堂进高校", "classes on marriage at universities in a year", 1, "次",
                    note=Label("未写明是每所1次还是共1次", "whether once at each university or once in all is not said")),
    guidance.serves("law_lectures", "每年婚姻法讲座", "lectures on marriage law in a year", between(2, 3), "次", printed="2-3"),
    festivities.builds("registration_sites", "磁器口婚登场所和户外颁证点", "registration office of Ciqikou and places to marry outdoors"),
    festivities.builds("couples_sights", "情侣打卡景点", "sights for couples", 12, "个", printed="十二",
                       note=Label("十二读作12", "twelve")),
    festivities.serves("group_weddings", "集体颁证、集体婚礼和金婚典礼", "weddings of many couples, golden weddings"),
)  # fmt: skip

# 十 推进“精康融合”行动,提升精神障碍社区康复服务水平
rehabilitation = Passage(document.at("十32"), Topic.DISABILITY, period=2025, by=2025)
recovery_aids = Passage(document.at("十33"), Topic.DISABILITY, period=2025, by=2025)
rehabilitation_rows = (
    rehabilitation.aims(china.mental_rehabilitation_township_coverage, "镇街开展精康服务", "%", 100, note=ONE_FIGURE),
    rehabilitation.aims(china.mental_rehabilitation_service_rate, "登记康复对象接受规范服务率", "%", at_least(60, said="以上")),
)  # fmt: skip
rehabilitation_commitments = (
    rehabilitation.reaches("communities_with_rehabilitation", "村(社区)开展精康服务", "communities with mental rehabilitation",
                           100, "%", note=ONE_FIGURE),
    rehabilitation.reaches("lasting_mechanism", "“长效机制建设年”目标任务", "the tasks of the year of lasting mechanisms",
                           qualitative("完成", "done")),
    recovery_aids.serves("prostheses", "“福康工程”假肢、矫形器等配置", "artificial limbs, braces and other aids"),
    recovery_aids.serves("limb_surgery", "肢体畸形矫治手术，脊柱除外", "surgery on deformed limbs, not on spines"),
)  # fmt: skip

# 十一 推进“乡村著名”行动,助力乡村振兴提质增效
divisions = Passage(document.at("十一34"), Topic.PLACE_NAMES, period=2025, by=2025)
names = Passage(document.at("十一35"), Topic.PLACE_NAMES, period=2025, by=2025)
boundaries = Passage(document.at("十一36"), Topic.PLACE_NAMES, period=2025, by=2025)
place_commitments = (
    divisions.builds("divisions_history", "行政区划沿革数据", "data on the history of divisions"),
    names.reaches("names_filed", "地名备案公告及时准确率", "place names filed and announced in time and without error", 100, "%"),
    boundaries.serves("boundary_inspection", "“沙坪坝渝北线”联合检查", "joint inspection of the boundary with Yubei"),
)  # fmt: skip

# 十二 实施“七大工程”,强化民政基础保障
cooperation = Passage(document.at("十二37"), Topic.ADMINISTRATION, period=2025, by=2025)
reform = Passage(document.at("十二38"), Topic.ADMINISTRATION, period=2025, by=2025)
digital = Passage(document.at("十二39"), Topic.ADMINISTRATION, period=2025, by=2025)
policies = Passage(document.at("十二40"), Topic.ADMINISTRATION, period=2025, by=2025)
society = Passage(document.at("十二41"), Topic.ELDERLY_CARE, period=2025, by=2025)
peace = Passage(document.at("十二42"), Topic.ADMINISTRATION, period=2025, by=2025)
culture = Passage(document.at("十二43"), Topic.ADMINISTRATION, period=2025, by=2025)
project_commitments = (
    cooperation.introduces("cooperation_list", "年度川渝重点合作任务清单", "list of joint tasks with Sichuan for the year"),
    reform.introduces("reform_scheme", "进一步深化民政领域改革实施方案", "scheme of further reform"),
    reform.introduces("reform_list", "2025年民政改革重点任务清单", "list of the main tasks of reform in 2025"),
    digital.builds("digital_tracks", "养老服务等子跑道", "elderly care and other tracks of the digital platform", 6, "个"),
    policies.introduces("care_regulations", "《重庆市养老服务条例》纳入市人大审议", "Chongqing regulations on elderly care before the congress",
                        topic=Topic.ELDERLY_CARE),
    policies.serves("funeral_regulations", "《重庆市殡葬管理条例》立法调研", "studies for the Chongqing regulations on funerals", topic=Topic.FUNERALS),
    policies.introduces("deepened_reform", "全面深化民政改革实施方案", "scheme of deeper reform for high-quality development"),
    policies.introduces("care_reform", "深化养老服务改革发展实施方案", "scheme of reform of elderly care", topic=Topic.ELDERLY_CARE),
    policies.introduces("village_care", "加快发展农村养老服务实施方案", "scheme of elderly care in villages", topic=Topic.ELDERLY_CARE),
    policies.introduces("next_plans", "“十五五”规划", "15th five-year plans", 3, "个",
                        note=Label("民政、老龄和养老、儿童福利各一个", "civil affairs, ageing and care, child welfare")),
    policies.introduces("inclusive_homes_rules", "普惠型养老机构认定与管理办法", "rules on inclusive care institutions", topic=Topic.ELDERLY_CARE),
    policies.introduces("rigid_spending_rules", "刚性支出困难家庭认定办法", "rules on families in difficulty from rigid spending",
                        topic=Topic.SOCIAL_ASSISTANCE),
    policies.introduces("children_in_difficulty_rules", "困境儿童福利保障工作实施意见", "opinions on the welfare of children in difficulty",
                        topic=Topic.CHILD_WELFARE),
    society.introduces("time_savings_again", "养老服务时间储蓄管理制度", "rules on time saved in elderly care"),
    peace.reaches("accidents", "安全事故", "accidents", at_most(0, said=""), "起", printed="零发生", note=Label("零读作0", "none")),
    peace.reaches("casualties", "人员伤亡", "casualties", at_most(0, said=""), "人", printed="零伤亡", note=Label("零读作0", "none")),
    peace.reaches("petitions_rebound", "信访反弹", "petitions that rise again", at_most(0, said=""), "起", printed="零反弹",
                  note=Label("零读作0", "none")),
    peace.reaches("opinion_spread", "舆情扩散", "outcries that spread", at_most(0, said=""), "起", printed="零扩散", note=Label("零读作0", "none")),
    peace.introduces("daily_search", "安全隐患“日排查”", "search for hazards in a day", 1, "次", printed="日排查",
                     note=Label("日读作每日1次", "daily is read as once a day")),
    culture.serves("charity_days", "2025年“中华慈善日”“重庆慈善周”宣传", "the China Charity Day and Chongqing's charity week of 2025",
                   topic=Topic.CHARITY),
)  # fmt: skip

rows = (*charity_rows, *rehabilitation_rows)
situation = (universities, students)
commitments = (
    *opening_commitments,
    *party_commitments,
    *ageing_commitments,
    *care_commitments,
    *assistance_commitments,
    *children_commitments,
    *organisation_commitments,
    *charity_commitments,
    *funeral_commitments,
    *marriage_commitments,
    *rehabilitation_commitments,
    *place_commitments,
    *project_commitments,
)
