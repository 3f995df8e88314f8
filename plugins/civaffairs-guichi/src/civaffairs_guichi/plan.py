"""Guichi's plan for 2021-2025 and its results of 2016-2020, as the document has them."""

from civaffairs import (
    Amount,
    AmountRange,
    Claim,
    Discrepancy,
    Grade,
    Label,
    Nature,
    Observation,
    Plan,
    Side,
    Table,
    Verdict,
    at_least,
    between,
    cell,
    goal,
    greatest,
    missing,
    result,
    yearly_growth,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import (
    dibao_standard,
    ministry_care_rate,
    resident_consumption,
    severe_disability_subsidy,
    tekun_basic,
)
from civaffairs_guichi.documents import plan_14 as document
from civaffairs_guichi.documents import standards_2023

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED
DONE = Verdict(reached=True, printed="完成")

# 第一章第一节: the results of the 13th five-year plan, and what the text claims of them.
claim = Claim(
    Verdict(reached=True, printed="全面完成"),
    document.at(
        "第一章第一节",
        Label(
            "“十三五”各项工作任务全部完成", "says that every task of the 13th five-year plan was completed"
        ),
    ),
)
results_table = Table(
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
results_rows = (
    results_table.row("1①", china.urban_dibao_share_of_consumption, "城市低保标准占当地城镇居民上年度人均消费支出比率(%)", "%",
                      between(28, 35), cell(37, verdict=DONE), nature=BINDING),
    results_table.row("1②", china.rural_dibao_standard, "农村低保标准不低于省扶贫标准(元)", "元",
                      cell(at_least(4200, said="不低于"), printed="4200"), cell(7608, verdict=DONE), nature=BINDING,
                      read_as="元/人·年", note=yearly_note),
    results_table.row("2①", china.tekun_institution_capacity, "特困人员救助供养服务机构集中供养能力(%)", "%",
                      70, cell(70, verdict=DONE), nature=BINDING),
    results_table.row("2②", china.dependent_tekun_concentrated_care_rate, "特困人员中不能自理人员集中供养率(%)", "%",
                      cell(at_least(ministry_care_rate.this_year, said="按"), printed="按民政部标准",
                           note=Label("民政部标准的数值不在文中", "the Ministry's figure is not in the document")),
                      cell(50, verdict=DONE), nature=BINDING),
    results_table.row("2③", china.tekun_basic_standard, "特困人员基本生活标准", "",
                      cell(at_least(resident_consumption.previous_year * "0.6"), printed="消费性支出60%", note=floor_note),
                      cell(8508, verdict=DONE, note=yearly_note), nature=BINDING, read_as="元/人·年"),
    results_table.row("2④", china.tekun_care_standard, "特困人员照料护理标准", "元/人·月",
                      cell(at_least(severe_disability_subsidy.this_year), printed="重残补贴标准"),
                      cell(AmountRange(Amount(100, "元/人·月"), Amount(300, "元/人·月")), printed="100-300", verdict=DONE,
                           note=Label("按自理程度分档，表中只给区间；单位印作“/人·月”，读作元", "graded by dependence, only the interval given; the unit is printed “/人·月”, read as yuan")),
                      nature=BINDING),
    results_table.row("3", china.urban_service_station_coverage, "城市社区服务站覆盖率(%)", "%",
                      100, cell(100, verdict=DONE), nature=BINDING),
    results_table.row("4", china.rural_service_station_coverage, "农村社区服务站覆盖率(%)", "%",
                      90, cell(100, verdict=DONE), nature=BINDING),
    results_table.row("5", china.urban_platform_coverage, "城市社区公共服务综合信息平台覆盖率(%)", "%",
                      100, cell(100, verdict=DONE), nature=BINDING),
    results_table.row("6", china.rural_platform_coverage, "农村社区公共服务综合信息平台覆盖率(%)", "%",
                      30, cell(30, verdict=DONE), nature=BINDING),
    results_table.row("7", china.beds_per_1000_elders, "每千名老年人拥有床位数", "",
                      45, 45, nature=EXPECTED),
    results_table.row("7①", china.nursing_bed_share, "护理型床位比例(%)", "%",
                      30, "31.28", nature=EXPECTED),
    results_table.row("7②", china.open_beds, "面向社会开放的床位数(万张)", "万张",
                      "0.3", "0.3", nature=EXPECTED),
    results_table.row("8", china.social_organisations_per_10000, "每万人拥有社会组织数(个)", "个",
                      "7.6", "7.6", nature=EXPECTED),
    results_table.row("9", china.social_work_professional_share, "社会工作专业人才占总人口比例(%)", "%",
                      1, 1, nature=EXPECTED),
    results_table.row("10", china.registered_volunteer_share, "注册志愿者人数占居民人口的比例(%)", "%",
                      13, 26, nature=EXPECTED),
    results_table.row("11", china.cremation_rate, "年均遗体火化率(%)", "%",
                      "--", "--", nature=EXPECTED),
    results_table.row("12", china.township_ash_facility_coverage, "公益性骨灰安放设施(含公益性公墓)乡镇级行政区域覆盖率(%)", "%",
                      100, 100, nature=EXPECTED),
    results_table.row("13", china.ecological_burial_rate, "节地生态安葬率(%)", "%",
                      "--", "--", nature=EXPECTED),
    results_table.row("14", china.civil_affairs_expenditure, "民政事业费支出金额(亿元)", "亿元",
                      "8.64", cell("5.36", note=Label("文件注明因机构改革职能划转减少",
                                                      "the document says: less because functions were transferred")),
                      nature=EXPECTED),
    results_table.row("15", china.lottery_sales, "福利彩票销售量(亿元)", "亿元",
                      "--", "--", nature=EXPECTED),
)  # fmt: skip

# 第一章第一节(五): figures that the published copy masks.
volunteers = document.at("第一章第一节(五)", Label("实名注册志愿者", "registered volunteers"))
masked = (
    Observation(china.registered_volunteers, 2020, missing("******"), volunteers),
    Observation(china.volunteers_with_hours, 2020, missing("*****"), volunteers),
)

# 第二章第三节: the main indicators of the 14th five-year plan, with a column of units that is blank in most rows.
table = Table(
    document.at("第二章第三节 表2", Label("“十四五”主要指标", "main indicators of the 14th five-year plan")),
    (goal("2025年目标值", 2025), yearly_growth("年均增长(%)", 2025)),
)
blank_unit = Label("单位栏空白，读作%", "the cell of the unit is blank; read as %")
rows = (
    table.row("1", china.urban_dibao_share_of_consumption, "城市低保标准占当地城镇居民上年度人均消费支出比率", "",
              between(28, 35), "--", nature=BINDING, note=blank_unit),
    table.row("2", china.tekun_basic_standard, "城乡特困人员基本生活标准", "元/月",
              at_least(greatest(resident_consumption.previous_year * "0.6", dibao_standard.this_year * "1.3"),
                       said="不低于"),
              "--", nature=BINDING, read_as="元/人·月"),
    table.row("3", china.tekun_care_standard, "特困人员照料护理标准", "元/月",
              at_least(tekun_basic.this_year * "0.1", said="不低于"), "--", nature=BINDING, read_as="元/人·月"),
    table.row("4", china.tekun_concentrated_care_rate, "有集中供养意愿的特困人员集中供养率", "",
              100, 4, nature=EXPECTED, note=blank_unit),
    table.row("5", china.vagrant_return_rate, "查明身份信息流浪乞讨受助人员接送返回率", "",
              "--", "--", nature=BINDING, note=blank_unit),
    table.row("6", china.minors_protection_station_coverage, "乡镇(街道)未成年人保护工作站覆盖率", "",
              100, 12, nature=EXPECTED, note=blank_unit),
    table.row("7", china.nursing_bed_share, "养老机构护理型床位占比", "",
              at_least(55), at_least("4.7"), nature=BINDING, note=blank_unit),
    table.row("8", china.township_care_institution_coverage, "乡镇(街道)范围具备综合功能的养老服务机构覆盖率", "%",
              60, 10, nature=EXPECTED),
    table.row("9", china.urban_care_facility_compliance, "城市社区配套建设养老服务设施达标率", "%",
              100, 8, nature=BINDING),
    table.row("10", china.community_facility_area, "每百户居民拥有的城乡社区综合服务设施建筑面积", "平方米",
              35, "3.3", nature=EXPECTED, read_as="平方米/百户"),
    table.row("11", china.social_organisation_staff, "社会组织专职工作人员数量", "万人",
              "0.4", 15, nature=EXPECTED),
    table.row("12", china.social_work_professionals, "社会工作专业人才总量", "万人",
              "0.48", 1, nature=EXPECTED),
    table.row("13", china.volunteer_station_coverage, "志愿服务站点在社区综合服务设施中的覆盖率", "",
              80, 6, nature=EXPECTED, note=blank_unit),
    table.row("14", china.lottery_outlets, "福利彩票销售网点数", "",
              "--", "--", nature=EXPECTED),
    table.row("15", china.cross_province_marriage_registration, "婚姻登记“跨省通办”实施率", "",
              100, "", nature=EXPECTED, note=blank_unit),
    table.row("16", china.county_burial_facility_coverage, "县级公益性安葬(放)设施覆盖率", "",
              "--", "", nature=BINDING, note=blank_unit),
    table.row("17", china.disability_living_subsidy_coverage, "困难残疾人生活补贴覆盖率", "",
              100, "", nature=BINDING, note=blank_unit),
    table.row("18", china.disability_nursing_subsidy_coverage, "重度残疾人护理补贴覆盖率", "",
              100, "", nature=BINDING, note=blank_unit),
    table.row("19", china.place_sign_coverage, "地名标志设置率", "",
              100, "", nature=EXPECTED, note=blank_unit),
)  # fmt: skip

# Figures published after the plan.
later = (
    Observation(
        china.tekun_basic_standard, 2023, Amount(1137, "元/人·月"), standards_2023.at("特困供养标准")
    ),
    Observation(dibao_standard, 2023, Amount(787, "元/人·月"), standards_2023.at("城市低保标准")),
)

discrepancies = (
    Discrepancy(
        "urban_dibao_share_2020",
        Label("城市低保标准占消费支出比率是否完成", "whether the urban Dibao share of consumption was reached"),
        Grade.TWO_VALUES,
        (
            Side(Label("目标为28-35", "the target is 28-35"), results_table.clause.at("序号1①").at("2020目标")),
            Side(Label("实际为37，注明完成", "the result is 37, marked as reached"),
                 results_table.clause.at("序号1①").at("2020实际")),
        ),
        Label("37%,在目标区间之外", "37 %, outside the interval"),
        Label("两端含在区间内，37超出上限", "both ends belong to the interval, and 37 exceeds the upper one"),
    ),
    Discrepancy(
        "all_tasks_completed",
        Label("“十三五”任务是否全部完成", "whether every task of 2016-2020 was completed"),
        Grade.TWO_VALUES,
        (
            Side(Label("全面完成各项工作任务", "every task was completed"), claim.clause),
            Side(Label("民政事业费支出5.36亿元，目标8.64亿元", "expenditure 536 million yuan of 864 million"),
                 results_table.clause.at("序号14")),
        ),
        Label("表中的数字", "the figures of the table"),
        Label("数字可以核对，概括性的话不能", "figures can be checked, a summary cannot"),
    ),
)  # fmt: skip

empty_targets = tuple(
    Discrepancy(
        f"binding_without_value_{indicator.id}",
        Label(f"{indicator.label.zh}为约束性却无目标值", f"{indicator.label.en}: binding, and without a value"),
        Grade.SCOPE,
        (
            Side(Label("属性为约束性", "the nature is binding"), table.clause.at(f"序号{number}").at("属性")),
            Side(Label("目标值为“--”", "the target is printed “--”"), table.clause.at(f"序号{number}").at("2025年目标值")),
        ),
        Label("没有目标值", "no target value"),
        Label("文中别处也没有给出数值", "the document gives no figure elsewhere"),
    )
    for number, indicator in (("5", china.vagrant_return_rate), ("16", china.county_burial_facility_coverage))
)  # fmt: skip

plans = [
    Plan(
        "guichi/plan-13",
        Label(
            "贵池区“十三五”民政事业发展规划指标",
            "Guichi civil affairs, targets of the 13th five-year plan",
        ),
        "guichi",
        "2016..2020",
        document,
        rows=results_rows,
        observations=masked,
        claim=claim,
        discrepancies=discrepancies,
    ),
    Plan(
        "guichi/plan-14",
        Label("贵池区“十四五”民政事业发展规划", "Guichi civil affairs, 14th five-year plan"),
        "guichi",
        "2021..2025",
        document,
        rows=rows,
        observations=later,
        discrepancies=empty_targets,
    ),
]
