"""Jiangjin's plan for 2021-2025 and its results of 2016-2020, as the document has them."""

from civaffairs import (
    RATIO,
    Amount,
    Claim,
    Discrepancy,
    Grade,
    Label,
    Nature,
    Plan,
    Side,
    Table,
    Verdict,
    at_least,
    baseline,
    cell,
    goal,
    growth,
    result,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import urban_consumption
from civaffairs_chongqing.observations import rural_dibao_shares
from civaffairs_jiangjin.documents import plan_14 as document

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED

# 第一章第一节: the results of the 13th five-year plan. The document claims in its text that every task was done.
claim = Claim(
    Verdict(reached=True, printed="圆满完成"),
    document.at(
        "第一章第一节",
        Label("“十三五”各项任务全部完成", "says that every task of the 13th five-year plan was completed"),
    ),
)
# The columns name five-year periods; most rows are levels, so each is read as the last year of its period.
results_table = Table(
    document.at(
        "第一章第一节 “十三五”主要目标完成情况表",
        Label("“十三五”主要目标及实现情况", "main targets of 2016-2020 and what was reached"),
    ),
    (baseline("十二五时期", 2015), goal("十三五规划指标", 2020), result("十三五实现情况", 2020)),
)
ratio_note = Label(
    "表中写作城市与农村之比，模型读作农村占城市的比例",
    "printed as a ratio of urban to rural; read as rural over urban",
)
split_note = Label("表中一格写城市/农村两个数", "the table has two figures in one cell, urban and rural")
misprint_note = Label(
    "表头印作“养老服务实施”，读作“养老服务设施”",
    "the heading prints 实施 (implementation) for 设施 (facilities)",
)
results_rows = (
    results_table.row("1", china.rural_dibao_share_of_urban, "城市与农村最低生活保障标准比", "",
                      cell(Amount("0.55", RATIO), printed="1：0.55"), cell(Amount("0.8", RATIO), printed="1：0.8"),
                      cell(Amount("0.8", RATIO), printed="1：0.8"), nature=EXPECTED, note=ratio_note),
    results_table.row("2", china.beds_per_1000_elders, "每千名老人拥有养老床位数(张)", "张",
                      24, 35, "35.5", nature=EXPECTED, read_as="张/千名老年人"),
    results_table.row("3(城市)", china.urban_community_care_coverage, "城市/农村社区养老服务实施覆盖率(%)", "%",
                      "/", 80, 100, nature=EXPECTED, note=split_note),
    results_table.row("3(农村)", china.rural_community_care_coverage, "城市/农村社区养老服务实施覆盖率(%)", "%",
                      "/", 60, "33.7", nature=EXPECTED, note=misprint_note),
    results_table.row("4", china.lottery_sales, "福利彩票当年发行额(亿元)", "亿元",
                      "1.455", 2, "1.14", nature=EXPECTED),
    results_table.row("5", china.orphan_standard_growth, "孤儿养育标准年均增长(%)", "%",
                      "/", 10, 14, nature=EXPECTED),
    results_table.row("6", china.vagrant_minors_beds, "流浪未成年人保护中心床位(张)", "张",
                      10, 30, 10, nature=EXPECTED),
    results_table.row("7", china.cremation_rate, "死亡人口平均火化率(%)", "%",
                      30, 35, 35, nature=BINDING),
    results_table.row("8", china.online_marriage_registration, "婚姻登记机构在线登记率(%)", "%",
                      100, 100, 100, nature=EXPECTED),
    results_table.row("9", china.social_organisations_per_10000, "每万人拥有社会组织(个)", "个",
                      "3.7", 6, "4.05", nature=EXPECTED),
    results_table.row("10", china.community_facility_coverage, "城乡社区综合服务设施覆盖面(%)", "%",
                      95, 100, 100, nature=EXPECTED),
    results_table.row("11", china.urban_platform_coverage, "城市社区公共服务综合信息平台覆盖率(%)", "%",
                      "/", 100, 100, nature=EXPECTED),
    results_table.row("12", china.rural_platform_coverage, "农村社区公共服务综合信息平台覆盖率(%)", "%",
                      "/", 100, 100, nature=EXPECTED),
    results_table.row("13", china.rural_community_building_coverage, "农村社区建设推广面(%)", "%",
                      "/", 40, 100, nature=EXPECTED),
    results_table.row("14", china.social_work_professionals, "社会工作专业人才(人)", "人",
                      140, 265, 2981, nature=EXPECTED),
    results_table.row("15", china.registered_volunteer_share, "注册志愿者人数占居民人口的比例(%)", "%",
                      8, 14, "16.49", nature=EXPECTED),
)  # fmt: skip

# 第一章第四节: the main indicators of the 14th five-year plan, with a column of units.
table = Table(
    document.at(
        "第一章第四节 专栏1", Label("十四五主要发展指标", "main indicators of the 14th five-year plan")
    ),
    (baseline("2020年", 2020), goal("2025年", 2025)),
)
rows = (
    table.row("1", china.dibao_standard_growth, "城乡低保标准年度增速", "%",
              "—", at_least(growth(urban_consumption).previous_year, said="不低于"), nature=EXPECTED),
    table.row("2", china.rural_dibao_share_of_urban, "农村低保标准占城市低保标准比例", "%",
              80, at_least(85), nature=EXPECTED),
    table.row("3", china.disability_living_subsidy_coverage, "困难残疾人生活补贴覆盖率", "%",
              100, 100, nature=BINDING),
    table.row("4", china.disability_nursing_subsidy_coverage, "重度残疾人护理补贴覆盖率", "%",
              100, 100, nature=BINDING),
    table.row("5", china.lottery_outlets, "福利彩票销售网点数", "个",
              142, at_least(150), nature=EXPECTED),
    table.row("6", china.community_facility_area, "每百户居民拥有的城乡社区综合服务设施面积", "㎡",
              "—", at_least(30), nature=EXPECTED, read_as="㎡/百户"),
    table.row("7", china.social_work_professionals, "社会工作专业人才数", "人",
              2981, 4000, nature=EXPECTED),
    table.row("8", china.charity_donations, "慈善组织接受社会捐赠总额", "万元",
              2350, 3000, nature=EXPECTED),
    table.row("9", china.volunteer_station_coverage, "志愿服务站点在社区综合服务设施中的覆盖率", "%",
              90, 100, nature=EXPECTED),
    table.row("10", china.cross_province_marriage_registration, "婚姻登记“跨省通办”实施率", "%",
              "—", 100, nature=BINDING),
    table.row("11", china.minors_protection_station_coverage, "镇街未成年人保护工作站覆盖率", "%",
              "—", 100, nature=EXPECTED),
    table.row("12", china.vagrant_return_rate, "查明身份信息流浪乞讨受助人员接送返回率", "%",
              100, 100, nature=BINDING),
    table.row("13", china.burial_facility_coverage, "城乡公益性安葬（放）设施覆盖率", "%",
              41, 100, nature=EXPECTED),
    table.row("14", china.nursing_bed_share, "养老机构护理型床位占比", "%",
              "34.77", at_least(60), nature=BINDING),
    table.row("15", china.care_quality_compliance, "养老机构服务基本质量达标率", "%",
              70, 100, nature=EXPECTED),
    table.row("16", china.township_care_institution_coverage, "镇（街道）具备综合功能的养老服务机构覆盖率", "%",
              "16.6", at_least(90), nature=EXPECTED),
)  # fmt: skip

discrepancies = (
    Discrepancy(
        "all_tasks_completed",
        Label("“十三五”任务是否全部完成", "whether every task of 2016-2020 was completed"),
        Grade.TWO_VALUES,
        (
            Side(Label("圆满完成各项任务", "every task was completed"), claim.clause),
            Side(
                Label(
                    "福利彩票发行额1.14亿元，规划2亿元",
                    "lottery sales 114 million yuan of 200 million planned",
                ),
                results_table.clause.at("序号4"),
            ),
            Side(
                Label("流浪未成年人保护中心床位10张，规划30张", "10 beds for homeless minors of 30 planned"),
                results_table.clause.at("序号6"),
            ),
            Side(
                Label(
                    "每万人社会组织4.05个，规划6个",
                    "4.05 social organisations per 10,000 persons of 6 planned",
                ),
                results_table.clause.at("序号9"),
            ),
            Side(
                Label("农村社区养老设施覆盖33.7%,规划60%", "rural care facilities at 33.7% of 60% planned"),
                results_table.clause.at("序号3(农村)"),
            ),
        ),
        Label("表中的数字", "the figures of the table"),
        Label("数字可以核对，概括性的话不能", "figures can be checked, a summary cannot"),
    ),
    Discrepancy(
        "care_facilities_heading",
        Label("养老服务设施的写法", "the heading of the row on care facilities"),
        Grade.NAME,
        (
            Side(
                Label("印作“养老服务实施”", "printed 实施, implementation"),
                results_table.clause.at("序号3(城市)"),
            ),
            Side(
                Label("正文写“养老服务设施”", "the text has 设施, facilities"),
                document.at("第一章第一节 养老服务水平显著提升"),
            ),
        ),
        Label("养老服务设施", "care facilities"),
        Label("表头是误排", "the heading is a misprint"),
    ),
)

plans = [
    Plan(
        "jiangjin/plan-13",
        Label("江津区“十三五”民政事业发展目标", "Jiangjin civil affairs, targets of the 13th five-year plan"),
        "jiangjin",
        "2016..2020",
        document,
        rows=results_rows,
        claim=claim,
        discrepancies=discrepancies,
    ),
    Plan(
        "jiangjin/plan-14",
        Label("江津民政事业发展“十四五”规划", "Jiangjin civil affairs, 14th five-year plan"),
        "jiangjin",
        "2021..2025",
        document,
        rows=rows,
        observations=rural_dibao_shares,
        outlook=2035,
    ),
]
