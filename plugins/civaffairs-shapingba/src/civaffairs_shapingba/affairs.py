"""Chapter 3, sections 6 to 8, and chapter 4 of Shapingba's plan: marriages, funerals, capacity, risks, safeguards."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, at_most, exactly, qualitative
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import plan_14 as document

ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
NONE_IS_ZERO = Label("“无”读作0", "none is read as 0")

# 三(六) 优化社会事务服务工作

# 三(六)1 提升婚姻领域服务水平
weddings = Passage(document.at("三(六)1"), Topic.MARRIAGE, period=2020, by=2025)
lawful = weddings.at("一是")
registration = weddings.at("三是")
counselling = weddings.at("四是")
customs = weddings.at("五是")
marriage_rows = (
    registration.aims(china.cross_province_marriage_registration, "婚姻登记“跨省通办”实施率", "%", 100),
)
marriage_commitments = (
    lawful.reaches("unlawful_registrations", "婚姻登记违法", "unlawful registrations of marriage",
                   at_most(0, said=""), "件", by=NO_DATE, printed="无违法", note=NONE_IS_ZERO),
    lawful.reaches("wrong_registrations", "婚姻登记错漏", "registrations of marriage with errors",
                   at_most(0, said=""), "件", by=NO_DATE, printed="无错漏", note=NONE_IS_ZERO),
    lawful.introduces("registration_sanctions", "婚姻登记严重失信联合惩戒", "joint sanctions for fraud at registration", by=NO_DATE),
    registration.reaches("citywide_registration", "婚姻登记“全市通办”实施率", "marriage registration anywhere in Chongqing",
                         100, "%", note=Label("与“跨省通办”共用一个数", "one figure for this and for couples from other provinces")),
    counselling.builds("counselling_centre", "婚姻家庭辅导中心(站)", "centre and stations of marriage counselling", by=NO_DATE),
    customs.reaches("new_weddings", "婚事新办成为风尚", "simple weddings are the custom", qualitative("成为风尚", "the custom"), by=2022),
    customs.reaches("bride_price", "天价彩礼", "excessive bride prices", qualitative("得到遏制", "held back"), by=2022),
    customs.reaches("lavish_feasts", "喜庆活动大操大办", "lavish feasts", qualitative("基本消除", "all but gone"), by=2022),
)  # fmt: skip

# 三(六)2 推进殡葬深化改革. The reward for ecological burial stands among the rules.
burials = Passage(document.at("三(六)2"), Topic.FUNERALS, period=2020, by=2025)
buildings = burials.at("一是")
management = burials.at("二是")
funeral_rows = (
    management.aims(china.cremation_rate, "火化率", "%", 100,
                    note=Label("“保持”，未写年份，读作规划期末", "kept at this; no year is printed: read as the end of the plan")),
    management.aims(china.basic_funeral_coverage, "基本殡葬公共服务覆盖城乡居民", "%", 100, printed="全体",
                    note=Label("覆盖全体居民读作100%", "that all residents are covered is read as 100 %")),
)  # fmt: skip
funeral_commitments = (
    buildings.builds("qingrun_cemetery", "青润陵园", "Qingrun cemetery", by=NO_DATE),
    buildings.builds("qingmu_home", "青木殡仪馆改扩建", "Qingmu funeral home rebuilt and extended", by=NO_DATE),
    buildings.builds("eastern_centre", "东部殡葬服务中心服务人口", "people whom the eastern funeral centre is to serve",
                     at_least(100, said="余"), "万人", by=NO_DATE),
    buildings.builds("ash_room", "覃家岗金竹山骨灰存放室改扩建", "ash room of Jinzhu Mountain rebuilt and extended", by=NO_DATE),
    buildings.builds("funeral_points", "镇街便民殡葬服务点", "funeral service points of townships", by=NO_DATE),
    management.builds("management_levels", "区、街镇、社区殡葬管理力量的级数", "levels of the management of funerals",
                      exactly(3, said=""), "级", by=NO_DATE, printed="三级", note=Label("区、街镇、社区", "district, townships, communities")),
    management.builds("funeral_platform", "全区殡葬信息服务平台", "information platform of funerals", by=NO_DATE),
    management.introduces("crematoria_public", "火葬殡仪馆由政府举办和管理", "crematoria and funeral homes founded and run by the government", by=NO_DATE),
    management.introduces("cemeteries_public", "城市公益性公墓政府投资、定价管理",
                          "urban public-benefit cemeteries paid by the government, at fixed prices", by=NO_DATE),
    management.introduces("cremation_reward", "火化奖补", "reward for cremation", by=NO_DATE),
    management.serves("basic_fees_waived", "免除城乡困难群众基本丧葬服务费", "basic funeral fees waived for residents in difficulty", by=NO_DATE),
    management.builds("network_levels", "殡葬公共服务网络的级数", "levels of the network of funeral services",
                      exactly(3, said=""), "级", printed="三级", note=Label("区、镇(街道)、村(社区)，“基本形成”", "district, townships, communities; largely in place")),
)  # fmt: skip

# 专栏七 殡葬服务提升工程
box_7 = Passage(document.at("专栏七"), Topic.FUNERALS, period=2020, by=2025)
eastern_centre = box_7.at("3")
box_7_commitments = (
    box_7.at("1").builds("qingrun_project", "青润陵园续建工程", "continued building of Qingrun cemetery", by=NO_DATE),
    box_7.at("2").builds("qingmu_project", "青木殡仪馆改扩建工程", "Qingmu funeral home rebuilt and extended", by=NO_DATE),
    eastern_centre.builds("eastern_centre_land", "东部殡葬服务中心用地面积", "land of the eastern funeral centre",
                          7613, "平方米", by=NO_DATE),
    eastern_centre.builds("eastern_centre_area", "东部殡葬服务中心建筑面积", "floor area of the eastern funeral centre",
                          2, "万平方米", by=NO_DATE),
    eastern_centre.builds("eastern_centre_halls", "治丧守灵厅", "halls for vigils", 21, "个", by=NO_DATE),
    eastern_centre.builds("eastern_centre_people", "东部殡葬服务中心服务人口", "people whom the eastern funeral centre is to serve",
                          at_least(100, said="余"), "万人", by=NO_DATE),
    box_7.at("4").builds("ash_room_project", "覃家岗金竹山骨灰存放室扩建工程", "ash room of Jinzhu Mountain extended", by=NO_DATE),
)  # fmt: skip

# 三(七) 加强现代民政能力建设
standardisation = Passage(document.at("三(七)1"), Topic.ADMINISTRATION, period=2020, by=2025)
platform = Passage(document.at("三(七)2"), Topic.ADMINISTRATION, period=2020, by=2025)
capacity_commitments = (
    standardisation.introduces("technical_standards", "民政工作技术性标准", "technical standards of civil affairs", by=NO_DATE),
    standardisation.serves("standards_models", "标准化试点示范", "pilots of standards", by=NO_DATE),
    platform.builds("service_platform", "民政全业务智慧型综合信息平台", "smart platform of all civil affairs", by=NO_DATE),
    platform.builds("smart_system_coverage", "智慧民政体系的业务覆盖面", "civil affairs on the smart system",
                    100, "%", by=NO_DATE, printed="全覆盖", note=ALL_IS_100),
    platform.builds("basic_database", "综合民政基础数据库", "database of civil affairs", by=NO_DATE),
)  # fmt: skip

# 专栏八 民政现代化能力提升工程
box_8 = Passage(document.at("专栏八"), Topic.ADMINISTRATION, period=2020, by=2025)
box_8_commitments = (
    box_8.at("1").builds("platform_project", "智慧型综合服务信息平台建设工程", "project of the smart platform", by=NO_DATE),
    box_8.at("1").builds("smart_system_coverage_box", "智慧民政体系的业务覆盖面", "civil affairs on the smart system",
                         100, "%", by=NO_DATE, printed="全覆盖", note=ALL_IS_100),
    box_8.at("2").builds("decision_system", "精准决策管理大数据系统", "data system for decisions", by=NO_DATE),
)  # fmt: skip

# 三(八) 防范化解民政领域重大风险
prevention = Passage(document.at("三(八)1"), Topic.ADMINISTRATION, period=2020, by=2025)
emergencies = Passage(document.at("三(八)2"), Topic.ADMINISTRATION, period=2020, by=2025)
risk_commitments = (
    prevention.introduces("risk_plans", "民政风险预防和处置预案", "plans to prevent and meet risks", by=NO_DATE),
    prevention.introduces("risk_points", "风险点排查制度", "search for points of risk", by=NO_DATE),
    prevention.introduces("officials_visits", "领导干部接访下访工作制度", "officials receive and visit petitioners", by=NO_DATE),
    emergencies.introduces("emergency_plans", "民政突发事件应急预案", "emergency plans of civil affairs", by=NO_DATE),
)  # fmt: skip

# 四 保障措施
leadership = Passage(document.at("四(一)"), Topic.ADMINISTRATION, period=2020, by=2025)
law = Passage(document.at("四(二)"), Topic.ADMINISTRATION, period=2020, by=2025)
funding = Passage(document.at("四(三)"), Topic.FUNDING, period=2020, by=2025)
equipment = Passage(document.at("四(四)"), Topic.ADMINISTRATION, period=2020, by=2025)
safeguard_commitments = (
    leadership.at("二是").introduces("joint_meetings", "民政与部门联席会议制度", "joint meetings with other departments", by=NO_DATE),
    law.at("三是").introduces("joint_enforcement", "部门联合执法机制", "joint enforcement with other departments", by=NO_DATE),
    funding.at("一是").introduces("standards_with_economy", "保障标准与经济社会发展相适应", "standards in step with economy and society", by=NO_DATE),
    equipment.at("二是").builds("accessibility", "信息无障碍为主的无障碍化改造工程", "accessibility works, of information above all", by=NO_DATE),
)  # fmt: skip

rows = (*marriage_rows, *funeral_rows)
commitments = (
    *marriage_commitments,
    *funeral_commitments,
    *box_7_commitments,
    *capacity_commitments,
    *box_8_commitments,
    *risk_commitments,
    *safeguard_commitments,
)
