"""The first half of the article: what Chongqing's civil affairs brought in 2020.

The standards of Dibao and of tekun persons that it states stand among the standards.
"""

from civaffairs import CommonFigure, Label, Passage, Topic
from civaffairs_china import indicators as china
from civaffairs_chongqing.documents import outline_14 as document

FULL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")

# 迎难而上决战脱贫
poverty = Passage(document.at("迎难而上决战脱贫"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
campaign = Passage(document.at("迎难而上决战脱贫"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
poverty_figures = (
    poverty.figure("poor_in_dibao", "纳入低保的贫困群众", "poor persons brought into Dibao", "24.87", "万名"),
    poverty.figure("poor_in_tekun", "纳入特困救助供养的贫困群众", "poor persons brought into tekun support", "1.26", "万名"),
    poverty.figure("marginal_in_support", "兜底保障的边缘困难群众", "persons in difficulty at the margin under basic support",
                   "1.47", "万人"),
    campaign.figure("poverty_projects", "社会组织重点扶贫项目", "main projects of social organisations against poverty", 882, "个"),
    campaign.figure("poverty_funds", "筹集扶贫款物", "money and goods raised against poverty", "4.94", "亿元"),
    campaign.figure("poverty_helped", "社会扶贫惠及群众", "persons reached by social poverty relief", "48.3", "万人次"),
)  # fmt: skip

# 精准帮扶兜牢底线
assistance = Passage(document.at("精准帮扶兜牢底线"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
disability = Passage(document.at("精准帮扶兜牢底线"), Topic.DISABILITY, period=2020, by=2025)
assistance_figures = (
    assistance.figure("reform_measures", "社会救助改革重点举措", "main measures of the reform of social assistance", 37, "条"),
    assistance.figure("dibao_persons", "城乡低保惠及人数", "persons in urban and rural Dibao", "88.72", "万人",
                      means=CommonFigure.DIBAO_PERSONS),
    assistance.figure("tekun_persons", "特困救助供养惠及人数", "persons in tekun support", "18.45", "万人",
                      means=CommonFigure.TEKUN_PERSONS),
    assistance.figure("temporary_paid", "支出临时救助资金", "spending on temporary assistance", "3.81", "亿元"),
    assistance.figure("temporary_helped", "临时救助惠及人次", "cases of temporary assistance", "14.82", "万人次"),
    assistance.figure("epidemic_in_support", "疫情期间纳入兜底保障", "persons brought into basic support in the epidemic",
                      "9.5", "万人"),
    assistance.figure("epidemic_temporary", "疫情期间临时救助", "cases of temporary assistance in the epidemic", "12.36", "万人次"),
    assistance.figure("price_subsidies_paid", "发放价格临时补贴", "temporary price subsidies paid", "5.29", "亿元"),
    disability.figure("disability_subsidies_paid", "发放残疾人两项补贴", "disability subsidies paid", "4.22", "亿元"),
    disability.figure("disability_subsidies_persons", "残疾人两项补贴惠及人数", "persons who receive disability subsidies",
                      "52.46", "万人"),
)  # fmt: skip

# 以爱护航儿童成长
children = Passage(document.at("以爱护航儿童成长"), Topic.CHILD_WELFARE, period=2020, by=2025)
children_figures = (
    children.figure("left_behind_projects", "留守儿童关爱保护社工项目", "social work projects for left-behind children",
                    200, "个", said="余"),
    children.figure("children_guarded", "得到有效监护的儿童", "children brought under effective guardianship", "1.2", "万名"),
    children.figure("children_back_at_school", "返校复学的留守儿童", "left-behind children back at school", 500, "名", said="余"),
    children.figure("children_registered", "登记落户的无户籍儿童", "children entered in the household register", 7000, "名", said="余"),
)  # fmt: skip

# 用心用情守护夕阳
care = Passage(document.at("用心用情守护夕阳"), Topic.ELDERLY_CARE, period=2020, by=2025)
care_figures = (
    care.figure("public_beds_added", "公办养老机构新(改、扩)建床位", "beds built, rebuilt or added in public care institutions",
                6000, "张"),
    care.figure("public_beds", "公办养老机构床位", "beds in public care institutions", 4, "万张", said="超过",
                means=CommonFigure.PUBLIC_BEDS,
                note=Label("写作养老床位共计，读作公办机构的床位", "printed as all care beds: read as those of public institutions")),
    care.figure("private_institutions_added", "新增社会办养老机构", "private care institutions added", 47, "家"),
    care.figure("private_institutions", "社会办养老机构", "private care institutions", 545, "家",
                means=CommonFigure.PRIVATE_INSTITUTIONS),
    care.figure("private_beds", "社会办养老机构床位", "beds in private care institutions", 7, "万张", said="超过",
                means=CommonFigure.PRIVATE_BEDS),
    care.figure("care_for_all", "社区居家养老服务全覆盖", "full coverage of care in the community and at home", 100, "%",
                printed="全覆盖",
                note=Label("写作推进，不作已达到的结果", "being advanced to: not taken for a result that was reached")),
    care.figure("street_centres_added", "新增街道养老服务中心", "sub-district elderly-care centres added", 220, "个"),
    care.figure("community_stations_added", "新增社区养老服务站", "community elderly-care stations added", 2912, "个"),
    care.figure("embedded_beds_added", "新增社区嵌入式床位", "beds added within communities", 7000, "张", said="余"),
    care.figure("canteens", "老年助餐点和老年食堂", "meal points and canteens for elders", 1091, "个"),
    care.figure("bath_houses", "社区老年澡堂", "community bath houses for elders", 497, "个"),
    care.figure("allowance_100_coverage", "百岁老人高龄津贴覆盖率", "coverage of the old-age allowance from the age of 100",
                100, "%", printed="全覆盖", note=FULL_IS_100),
    care.figure("dependent_care_institutions_added", "新增失能集中照护机构", "institutions of concentrated care for the dependent added",
                47, "家"),
    care.figure("nursing_beds_added", "新增护理型床位", "nursing beds added", 3758, "张"),
    care.figure("township_homes_improved", "改造乡镇敬老院", "township homes for the aged improved", 398, "家"),
    care.figure("rural_dependent_tekun_care", "农村失能特困人员照护率", "rural dependent tekun persons in care", 100, "%",
                printed="应护尽护", note=Label("应护尽护读作100%", "care for all who need it is read as 100 %")),
    care.figure("mutual_care_points", "村级养老互助点", "village points of mutual care for elders", 5670, "个"),
    care.figure("care_staff_trained", "培训养老从业人员", "training of people who work in elderly care", 5330, "人次",
                note=Label("写作今年，文章发表于2021年，读作2020年",
                           "printed as this year in an article of 2021: read as 2020")),
    care.figure("medical_care_institutions", "医养结合机构", "institutions with medical and elderly care", 155, "家"),
)  # fmt: skip

# 提升效能服务民生
services = Passage(document.at("提升效能服务民生"), Topic.FUNERALS, period=2020, by=2025)
services_figures = (
    services.figure("funeral_fees_waived", "免除基本丧葬服务费", "basic funeral fees waived", 1029, "万元"),
    services.figure("homeless_helped", "救助流浪乞讨人员", "assistance to the homeless", "1.38", "万人次",
                    topic=Topic.SOCIAL_ASSISTANCE),
    services.figure("homeless_settled", "落户安置流浪乞讨人员", "homeless persons settled with a household register", 599, "人",
                    topic=Topic.SOCIAL_ASSISTANCE),
    services.figure("towns_made_streets", "撤镇设街道和增设街道", "towns made sub-districts, and sub-districts added", 11, "个",
                    topic=Topic.PLACE_NAMES),
    services.figure("townships_made_towns", "撤乡设镇", "townships made towns", 1, "个", topic=Topic.PLACE_NAMES),
    services.figure("names_corrected", "清理整治不规范地名", "irregular place names corrected", 571, "个", topic=Topic.PLACE_NAMES),
    services.figure("historic_names", "第一批市级历史地名", "historic place names first listed for protection", 115, "条",
                    topic=Topic.PLACE_NAMES),
)  # fmt: skip

# 强化治理增添活力
governance = Passage(document.at("强化治理增添活力"), Topic.COMMUNITY, period=2020, by=2025)
governance_figures = (
    governance.figure("village_pacts_coverage", "村规民约覆盖率", "villages with a residents' pact", 100, "%", printed="全覆盖",
                      note=FULL_IS_100),
    governance.seen(china.registered_social_organisations, "1.8", "万家"),
    governance.seen(china.social_work_professionals, "6.3", "万名"),
    governance.figure("party_coverage", "社会组织党的组织和工作覆盖率", "social organisations with Party organisation and Party work",
                      100, "%", printed="两个全覆盖", note=FULL_IS_100, topic=Topic.SOCIAL_ORGANISATIONS),
    # One printed figure for two things.
    governance.seen(china.community_facility_coverage, 100, "%"),
    governance.figure("platform_coverage", "城乡社区公共服务综合信息平台覆盖率",
                      "urban and rural communities on the public-service information platform", 100, "%"),
    governance.figure("registered_volunteers", "注册志愿者", "registered volunteers", 629, "万人", topic=Topic.SOCIAL_WORK,
                      means=CommonFigure.VOLUNTEERS),
)  # fmt: skip

observations = (
    *poverty_figures,
    *assistance_figures,
    *children_figures,
    *care_figures,
    *services_figures,
    *governance_figures,
)
