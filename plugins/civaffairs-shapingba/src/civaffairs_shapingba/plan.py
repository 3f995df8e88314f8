"""Shapingba's plan for 2021-2025, in the order of the document."""

from civaffairs import (
    Amount,
    Discrepancy,
    Grade,
    Label,
    Nature,
    Observation,
    Plan,
    Side,
    Table,
    at_least,
    baseline,
    cell,
    goal,
    growth,
    more_than,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import urban_consumption
from civaffairs_chongqing.observations import rural_dibao_shares
from civaffairs_shapingba.documents import plan_14 as document

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED

# 二(三) 发展定位与目标: the main indicators. Units stand in parentheses after the names.
table = Table(
    document.at(
        "二(三) 主要指标体系表", Label("十四五主要指标", "main indicators of the 14th five-year plan")
    ),
    (baseline("2020年现状", 2020), goal("2025年目标", 2025)),
)
rows = (
    table.row("1", china.dibao_standard_growth, "城乡低保标准年度增速", "",
              "——", at_least(growth(urban_consumption).previous_year, said="不低于"), nature=EXPECTED),
    table.row("2", china.rural_dibao_share_of_urban, "农村低保标准占城市低保标准比例(%)", "%",
              80, at_least(85), nature=EXPECTED),
    table.row("3", china.disability_living_subsidy_coverage, "困难残疾人生活补贴覆盖率(%)", "%",
              100, 100, nature=BINDING),
    table.row("4", china.disability_nursing_subsidy_coverage, "重度残疾人护理补贴覆盖率(%)", "%",
              100, 100, nature=BINDING),
    table.row("5", china.lottery_outlets, "福利彩票销售网点数(个)", "个",
              307, at_least(350), nature=EXPECTED),
    table.row("6", china.community_facility_area, "每百户居民拥有的城乡社区综合服务设施面积(平方米)", "平方米",
              "——", more_than(30), nature=EXPECTED, read_as="平方米/百户"),
    table.row("7", china.social_work_professionals, "社会工作专业人才数(人)", "人",
              721, 1500, nature=EXPECTED),
    table.row("8", china.charity_donations, "慈善组织接受社会捐赠总额(万元)", "万元",
              200, 400, nature=EXPECTED),
    table.row("9", china.volunteer_station_coverage, "志愿服务站点在社区综合服务设施中的覆盖率(%)", "%",
              "——", at_least(80), nature=EXPECTED),
    table.row("10", china.cross_province_marriage_registration, "婚姻登记“跨省通办”实施率(%)", "%",
              "——", 100, nature=BINDING),
    table.row("11", china.minors_protection_station_coverage, "镇(街道)未成年人保护工作站覆盖率(%)", "%",
              "——", 100, nature=EXPECTED),
    table.row("12", china.vagrant_return_rate, "查明身份信息流浪乞讨受助人员接送返回率(%)", "%",
              "——", 100, nature=BINDING),
    table.row("13", china.burial_facility_coverage, "镇街城乡公益性安葬(放)设施覆盖率(%)", "%",
              "", 100, nature=EXPECTED),
    table.row("14", china.nursing_bed_share, "养老机构护理型床位占比(%)", "%",
              38, at_least(65), nature=EXPECTED),
    table.row("15", china.care_quality_compliance, "养老机构服务基本质量达标率(%)", "%",
              "——", 100, nature=EXPECTED),
    table.row("16", china.township_care_institution_coverage, "镇(街道)具备综合功能的养老服务机构覆盖率(%)", "%",
              "——", cell(at_least(90), printed="≥90%"), nature=EXPECTED),
    table.row("17", china.registered_social_organisations, "登记类社会组织数量(个)", "个",
              516, 600, nature=EXPECTED),
    table.row("18", china.social_organisations_3a_share, "登记类社会组织3A级及以上占比(%)", "%",
              cell(1, printed="1%"), cell(5, printed="5%"), nature=EXPECTED),
    table.row("19", china.community_worker_certification, "社区工作人员社工证持证率(%)", "%",
              cell(36, printed="36%"), cell(more_than(80), printed=">80%"), nature=EXPECTED),
    table.row("20", china.home_care_facility_coverage, "社区居家养老服务设施覆盖率(%)", "%",
              cell("91.96", printed="91.96%"), cell(more_than(95), printed=">95%"), nature=EXPECTED),
)  # fmt: skip

# 一(一) 发展回顾: figures of the text that the table gives otherwise.
review = document.at("一(一) 社会组织规范发展", Label("全区社会组织数量", "number of social organisations"))
organisations_in_text = Observation(
    china.registered_social_organisations, 2020, Amount(514, "organisation"), review
)

discrepancies = (
    Discrepancy(
        "social_organisations_2020",
        Label("2020年社会组织数量", "number of social organisations in 2020"),
        Grade.TWO_VALUES,
        (
            Side(Label("514家", "514"), review),
            Side(Label("516个", "516"), table.clause.at("序号17").at("2020年现状")),
        ),
        Label("指标表的516个", "516, as the table of indicators has it"),
        Label("目标以该表为基期", "the targets start from this table"),
    ),
    Discrepancy(
        "home_adaptation_scope",
        Label("低保老年人家庭适老化改造的范围", "whether home adaptation covers elders in Dibao"),
        Grade.SCOPE,
        (
            Side(
                Label("适时扩大到低保老年人家庭", "extended to elders in Dibao when the time comes"),
                document.at("三(二)2"),
            ),
            Side(
                Label(
                    "改造对象已含低保老年人家庭", "elders in Dibao are among those whose homes are adapted"
                ),
                document.at("专栏二 5"),
            ),
        ),
        Label("含低保老年人家庭", "elders in Dibao are covered"),
        Label(
            "专栏写明规划期内要完成的工程", "the box says what is to be carried out in the years of the plan"
        ),
    ),
)

plans = [
    Plan(
        "shapingba/plan-14",
        Label("沙坪坝区民政事业发展“十四五”规划", "Shapingba civil affairs, 14th five-year plan"),
        "shapingba",
        "2021..2025",
        document,
        rows=rows,
        observations=(organisations_in_text, *rural_dibao_shares),
        discrepancies=discrepancies,
        outlook=2035,
    )
]
