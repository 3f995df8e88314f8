"""Chapter 1, section 1 of Guichi's plan: what 2016-2020 brought, in the text and in table 1 that ends it."""

from civaffairs import (
    Amount,
    AmountRange,
    Claim,
    CommonFigure,
    Label,
    Nature,
    Passage,
    Recomputation,
    Statistic,
    Table,
    Topic,
    Verdict,
    at_least,
    between,
    cell,
    goal,
    product_of,
    ratio_of,
    result,
    total_of,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import ministry_care_rate, resident_consumption, severe_disability_subsidy
from civaffairs_guichi.documents import plan_14 as document
from civaffairs_guichi.situation import residents

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED
DONE = Verdict(reached=True, printed="完成")
# The chapter reports the five years to 2020, and is dated by them where a line names no year.
READ_AS_2020 = Label("未写年份，读作2020年", "no year is printed: read as 2020")
UNTIL_2020 = Label("只写起点，读作至2020年", "only the start is printed: read as up to 2020")

# 第一章第一节 发展基础: the opening paragraph claims that every task was done.
claim = Claim(
    Verdict(reached=True, printed="全面完成"),
    document.at(
        "第一章第一节 “十三五”期间",
        Label(
            "“十三五”各项工作任务全部完成", "says that every task of the 13th five-year plan was completed"
        ),
    ),
)

# (一) 社会救助
assistance = Passage(document.at("第一章第一节(一)"), Topic.SOCIAL_ASSISTANCE, period="2016..2020", by=2020)
systems = assistance.at("建立完善")
standards = assistance.at("全区救助水平稳步提高")
temporary = assistance.at("认真制定贵池区临时救助实施方案")
dibao_2020 = standards.figure(
    "dibao_standard", "城乡低保标准", "urban and rural Dibao standard", 634, "元/人·月", period=2020,
    note=Label("印作每人634元/月", "printed as 634 yuan a month for each"))  # fmt: skip
tekun_2020 = standards.seen(
    china.tekun_basic_standard, 709, "元/人/月", period=2020,
    note=Label("文中称特困供养救助标准", "the text calls it the standard of support"))  # fmt: skip
assistance_figures = (
    systems.figure("eligible_covered", "符合条件困难群众纳入救助", "eligible persons in difficulty taken into assistance",
                   100, "%", printed="全部", period=2020),
    standards.figure("urban_dibao_standard", "城市低保标准", "urban Dibao standard", 510, "元/月/人", period=2016),
    standards.seen(china.rural_dibao_standard, 3775, "元/年/人", period=2016),
    standards.seen(china.rural_dibao_share_of_urban, 100, "%", printed="城乡统筹", period=2018,
                   note=Label("城乡统筹读作农村与城市标准相同", "one standard for town and country is read as equal standards")),
    dibao_2020,
    standards.seen(china.tekun_basic_standard, 290, "元/人/月", period=2016,
                   note=Label("文中称特困供养救助标准", "the text calls it the standard of support")),
    tekun_2020,
    standards.figure("rural_dibao_paid", "发放农村低保资金", "rural Dibao paid out", "3.57", "亿元", period="2017-10..2020",
                     note=Label("写作党的十九大以来，读作2017年10月至2020年",
                                "printed as since the 19th Party congress: read as October 2017 to 2020")),
    standards.figure("tekun_paid", "发放特困供养经费", "spent on support of tekun persons", "1.19", "亿元", period="2017-10..2020",
                     note=Label("写作党的十九大以来，读作2017年10月至2020年",
                                "printed as since the 19th Party congress: read as October 2017 to 2020")),
    temporary.figure("temporary_assistance_reserve", "每年下拨临时救助备用金", "reserve for temporary assistance handed down each year",
                     60, "万元", said="余", period="2019..2020", note=Label("2019年起每年", "in each year since 2019")),
    temporary.figure("temporary_assistance_given", "临时救助人次", "temporary assistance given", 4636, "人次",
                     period="2017..2020", note=UNTIL_2020),
    temporary.figure("temporary_assistance_paid", "发放临时救助金", "temporary assistance paid out", "1244.98", "万元",
                     period="2017..2020", note=UNTIL_2020),
)  # fmt: skip

# (二) 儿童福利
children = Passage(document.at("第一章第一节(二)"), Topic.CHILD_WELFARE, period="2016..2020", by=2020)
children_figures = (
    children.seen(china.child_protection_rate, 100, "%", printed="全部", period=2020),
    children.figure("community_orphan_standard", "孤儿分散供养标准", "standard of orphans in the community",
                    790, "元/月/人", period=2016),
    children.figure("institutional_orphan_standard", "孤儿集中供养标准", "standard of orphans in institutions",
                    1190, "元/月/人", period=2016),
    children.figure("community_orphan_standard", "孤儿分散供养标准", "standard of orphans in the community",
                    1050, "元/月/人", said="不低于", period=2020),
    children.figure("institutional_orphan_standard", "孤儿集中供养标准", "standard of orphans in institutions",
                    1450, "元/月/人", said="不低于", period=2020),
    children.figure("orphans_assisted", "救助孤儿人次", "assistance given to orphans", 7164, "人次",
                    period="2018..2020", note=UNTIL_2020),
    children.figure("orphans_paid", "发放孤儿生活救助资金", "living assistance paid to orphans", "805.8", "万元",
                    period="2018..2020", note=UNTIL_2020),
)  # fmt: skip

# (三) 养老服务
care = Passage(document.at("第一章第一节(三)"), Topic.ELDERLY_CARE, period="2016..2020", by=2020)
visits = care.at("建立农村老年人赡养协议签订")
places = care.at("整合利用农村特困供养机构")
EACH = Label("三项各为100%", "each of the three is 100 %")
stations = places.figure(
    "care_stations_running", "实际运营养老服务站点", "elderly-care stations in operation", 53, "家", period=2020,
    note=READ_AS_2020)  # fmt: skip
township_centres = places.figure(
    "township_home_care_centres", "建成标准化居家养老服务中心的镇(街道)", "townships and sub-districts with a standard home-care centre",
    20, "个", period=2020)  # fmt: skip
community_stations = places.figure(
    "community_home_care_stations", "建成标准化居家养老服务站的村(社区)", "villages and communities with a standard home-care station",
    33, "个", period=2020)  # fmt: skip
care_figures = (
    visits.figure("rural_care_systems", "农村老年人关爱服务制度", "systems of care for rural elders", 3, "项", printed="三项"),
    visits.figure("rural_elder_contacts", "农村老年人联系人登记覆盖率", "coverage of registered contacts of rural elders",
                  100, "%", period=2020, note=EACH),
    visits.figure("left_behind_elders_registered", "农村留守老年人信息登记覆盖率", "coverage of the register of rural left-behind elders",
                  100, "%", period=2020, note=EACH),
    visits.figure("support_agreements", "农村老年人赡养协议签订率", "rural elders with a support agreement",
                  100, "%", period=2020, note=EACH),
    places.figure("three_level_centres", "“三级中心”建设覆盖率", "coverage with centres on all three levels", 100, "%", printed="全覆盖",
                  period=2020),
    stations,
    places.figure("homes_improved", "改造提升敬老院", "homes for the aged improved", 20, "所"),
    places.figure("dementia_centre", "区级失能失智照护中心", "district centre for dependent elders and dementia", 1, "所"),
    places.figure("homes_adapted", "特殊困难老年人家庭适老化改造", "homes adapted for elders in special difficulty",
                  30, "户", period=2020),
    township_centres,
    community_stations,
)  # fmt: skip

# (四) 基层自治
governance = Passage(document.at("第一章第一节(四)"), Topic.COMMUNITY, period="2016..2020", by=2020)
communities = governance.at("认真落实池州市")
consultation = governance.at("建立完善社区多元共治机制")
workers = governance.at("充实基层治理力量")
governance_figures = (
    communities.figure("rural_community_pilots_2016", "农村社区建设试点村", "villages that tried rural community building",
                       70, "个", period=2016),
    communities.figure("rural_community_pilots_2018", "农村社区建设试点社区", "rural communities that joined the trial",
                       31, "个", period=2018),
    communities.figure("villages_elected", "换届选举的村(农村社区)", "villages and rural communities that elected their committees",
                       173, "个", period=2018),
    communities.figure("urban_communities_elected", "换届选举的城市社区", "urban communities that elected their committees",
                       35, "个", period=2018),
    communities.seen(china.community_facility_coverage, 100, "%", period=2020,
                     note=Label("文中称城乡社区综合服务中心", "the text calls the facilities service centres")),
    consultation.figure("consultations", "社区协商案例", "consultations held in communities", 270, "件", said="多"),
    consultation.figure("consultations_agreed", "社区协商成功率", "consultations that came to an agreement", 95, "%"),
    consultation.figure("village_charters", "制定或修订村规民约的村", "villages that made or revised their village rules",
                        100, "%", printed="普遍", period="2019-12"),
    workers.figure("community_workers_hired", "招聘社区工作者", "community workers hired", 162, "名"),
    workers.figure("grid_levels", "网格治理体系层级", "levels of the grid", 4, "个", printed="四级", period=2020),
    workers.figure("grids", "网格", "grids", 5293, "个", period=2020, note=READ_AS_2020),
    workers.figure("urban_area_heads", "城市社区片长", "heads of areas of urban communities", 416, "人",
                   period=2020, note=READ_AS_2020),
    workers.figure("building_heads", "楼栋长", "heads of buildings", 1411, "人", period=2020, note=READ_AS_2020),
    workers.figure("rural_grid_keepers", "农村社区网格员", "grid keepers of rural communities", 3315, "人",
                   period=2020, note=READ_AS_2020),
)  # fmt: skip

# (五) 社会组织和志愿服务; the published copy masks two counts of volunteers.
social = Passage(document.at("第一章第一节(五)"), Topic.SOCIAL_ORGANISATIONS, period="2016..2020", by=2020)
registered = social.at("着力推进社会性")
volunteering = social.at("加强社区服务供给能力", topic=Topic.SOCIAL_WORK)
social_associations = Statistic(
    "social_associations", Label("社会团体", "social associations"), "organisation", Topic.SOCIAL_ORGANISATIONS,
    CommonFigure.ASSOCIATIONS)  # fmt: skip
service_organisations = Statistic(
    "service_organisations", Label("社会服务机构", "social service organisations"), "organisation", Topic.SOCIAL_ORGANISATIONS,
    CommonFigure.SERVICE_ORGANISATIONS)  # fmt: skip
organisations = registered.seen(
    china.registered_social_organisations, 474, "家", period=2020, note=READ_AS_2020)  # fmt: skip
associations = registered.seen(social_associations, 270, "家", period=2020, note=READ_AS_2020)
services = registered.seen(service_organisations, 204, "家", period=2020, note=READ_AS_2020)
social_figures = (
    organisations,
    associations,
    services,
    volunteering.seen(china.registered_volunteers, "******", "人", period=2020, note=READ_AS_2020),
    volunteering.seen(china.volunteers_with_hours, "*****", "人", period=2020, note=READ_AS_2020),
    volunteering.seen(china.registered_volunteer_share, 26, "%", period=2020),
    volunteering.figure("volunteers_with_hours_share", "有服务时间记录的志愿者占注册志愿者比例",
                        "registered volunteers with recorded hours", 50, "%", period=2020, note=READ_AS_2020),
    volunteering.figure("volunteer_teams", "志愿服务队伍", "volunteer teams", 882, "支", period=2020, note=READ_AS_2020),
)  # fmt: skip

# (六) 社会事务
affairs = Passage(document.at("第一章第一节(六)"), Topic.FUNERALS, period="2016..2020", by=2020)
cemeteries = affairs.at("积极推进殡葬改革")
cemetery_figures = (
    cemeteries.figure("public_cemeteries_built", "建成公益性公墓", "public-benefit cemeteries built", 3, "处"),
    cemeteries.figure("public_cemeteries_prepared", "完成公益性公墓前期工作的镇(街道)",
                      "townships and sub-districts with approvals for a public-benefit cemetery", 14, "个"),
)  # fmt: skip

# (七) 作风建设和疫情防控
epidemic = Passage(document.at("第一章第一节(七)"), Topic.ADMINISTRATION, period="2016..2020", by=2020)
epidemic_figures = (
    epidemic.figure("institutions_closed_off", "疫情期间封闭管理的养老和儿童福利机构",
                    "elderly-care and child-welfare institutions closed off in the epidemic", 100, "%", printed="全部",
                    period=2020),
)  # fmt: skip

observations = (
    *assistance_figures,
    *children_figures,
    *care_figures,
    *governance_figures,
    *social_figures,
    *cemetery_figures,
    *epidemic_figures,
)

# 表1: the main indicators of the 13th five-year plan.
table = Table(
    document.at(
        "第一章第一节 表1",
        Label("“十三五”主要指标完成情况", "main indicators of 2016-2020 and what was reached"),
    ),
    (goal("2020目标", 2020), result("2020实际", 2020)),
)
yearly_note = Label(
    "表中未写时间单位；与正文每月标准乘以12相符，读作每年",
    "the table names no period; read as a year, since the text's monthly standard times 12 gives this figure",
)
floor_note = Label(
    "表中未写哪一年、哪类居民的消费支出；读作上年度城乡居民人均消费支出",
    "the table does not say whose consumption of which year; read as that of all residents in the year before",
)
poverty_note = Label(
    "省扶贫标准只见于指标名称，目标值印作4200；未写时间单位，读作每年",
    "the provincial poverty line stands in the name only, the target is printed as 4200; no period is printed: read "
    "as a year",
)
# The rows that are computed again below; then the whole table.
rural_dibao = table.row("1②", china.rural_dibao_standard, "农村低保标准不低于省扶贫标准(元)", "元",
    cell(at_least(4200, said="不低于"), printed="4200", note=poverty_note), cell(7608, verdict=DONE),
    nature=BINDING, read_as="元/人·年", note=yearly_note)  # fmt: skip
tekun_standard = table.row("2③", china.tekun_basic_standard, "特困人员基本生活标准", "",
    cell(at_least(resident_consumption.previous_year * "0.6"), printed="消费性支出60%", note=floor_note),
    cell(8508, verdict=DONE, note=yearly_note), nature=BINDING, read_as="元/人·年")  # fmt: skip
nursing_beds = table.row("7①", china.nursing_bed_share, "护理型床位比例(%)", "%",
    30, "31.28", nature=EXPECTED)  # fmt: skip
organisations_per_10000 = table.row("8", china.social_organisations_per_10000, "每万人拥有社会组织数(个)", "个",
    "7.6", "7.6", nature=EXPECTED)  # fmt: skip
rows = (
    table.row("1①", china.urban_dibao_share_of_consumption, "城市低保标准占当地城镇居民上年度人均消费支出比率(%)", "%",
              between(28, 35), cell(37, verdict=DONE), nature=BINDING),
    rural_dibao,
    table.row("2①", china.tekun_institution_capacity, "特困人员救助供养服务机构集中供养能力(%)", "%",
              70, cell(70, verdict=DONE), nature=BINDING),
    table.row("2②", china.dependent_tekun_concentrated_care_rate, "特困人员中不能自理人员集中供养率(%)", "%",
              cell(at_least(ministry_care_rate.this_year, said="按"), printed="按民政部标准",
                   note=Label("民政部标准的数值不在文中", "the Ministry's figure is not in the document")),
              cell(50, verdict=DONE), nature=BINDING),
    tekun_standard,
    table.row("2④", china.tekun_care_standard, "特困人员照料护理标准", "元/人·月",
              cell(at_least(severe_disability_subsidy.this_year), printed="重残补贴标准"),
              cell(AmountRange(Amount(100, "元/人·月"), Amount(300, "元/人·月")), printed="100-300", verdict=DONE,
                   note=Label("按自理程度分档，表中只给区间；单位印作“/人·月”，读作元",
                              "graded by dependence, only the interval given; the unit is printed “/人·月”, read as yuan")),
              nature=BINDING),
    table.row("3", china.urban_service_station_coverage, "城市社区服务站覆盖率(%)", "%",
              100, cell(100, verdict=DONE), nature=BINDING),
    table.row("4", china.rural_service_station_coverage, "农村社区服务站覆盖率(%)", "%",
              90, cell(100, verdict=DONE), nature=BINDING),
    table.row("5", china.urban_platform_coverage, "城市社区公共服务综合信息平台覆盖率(%)", "%",
              100, cell(100, verdict=DONE), nature=BINDING),
    table.row("6", china.rural_platform_coverage, "农村社区公共服务综合信息平台覆盖率(%)", "%",
              30, cell(30, verdict=DONE), nature=BINDING),
    table.row("7", china.beds_per_1000_elders, "每千名老年人拥有床位数", "",
              45, 45, nature=EXPECTED),
    nursing_beds,
    table.row("7②", china.open_beds, "面向社会开放的床位数(万张)", "万张",
              "0.3", "0.3", nature=EXPECTED),
    organisations_per_10000,
    table.row("9", china.social_work_professional_share, "社会工作专业人才占总人口比例(%)", "%",
              1, 1, nature=EXPECTED),
    table.row("10", china.registered_volunteer_share, "注册志愿者人数占居民人口的比例(%)", "%",
              13, 26, nature=EXPECTED),
    table.row("11", china.cremation_rate, "年均遗体火化率(%)", "%",
              "--", "--", nature=EXPECTED),
    table.row("12", china.township_ash_facility_coverage, "公益性骨灰安放设施(含公益性公墓)乡镇级行政区域覆盖率(%)", "%",
              100, 100, nature=EXPECTED),
    table.row("13", china.ecological_burial_rate, "节地生态安葬率(%)", "%",
              "--", "--", nature=EXPECTED),
    table.row("14", china.civil_affairs_expenditure, "民政事业费支出金额(亿元)", "亿元",
              "8.64", cell("5.36", note=Label("文件注明因机构改革职能划转减少",
                                              "the document says: less because functions were transferred")),
              nature=EXPECTED),
    table.row("15", china.lottery_sales, "福利彩票销售量(亿元)", "亿元",
              "--", "--", nature=EXPECTED),
)  # fmt: skip

# What the figures of the text and of table 1 give when they are computed from each other.
MONTHS = Amount(12, "月/年")
recomputations = (
    Recomputation("social_organisations", organisations, total_of(associations, services)),
    Recomputation("care_stations", stations, total_of(township_centres, community_stations)),
    Recomputation("rural_dibao_by_year", rural_dibao.results[0], product_of(dibao_2020, MONTHS)),
    Recomputation("tekun_by_year", tekun_standard.results[0], product_of(tekun_2020, MONTHS)),
    # Against the residents of the census it does not come out; see the discrepancies.
    Recomputation(
        "organisations_per_10000", organisations_per_10000.results[0], ratio_of(organisations, residents)
    ),
)
