"""Chapter 2 of Shapingba's plan, part 3: what it wants to be by 2025 and 2035, and its table of indicators."""

from civaffairs import (
    NO_DATE,
    Label,
    Nature,
    Passage,
    Table,
    Topic,
    at_least,
    baseline,
    cell,
    goal,
    growth,
    more_than,
    qualitative,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import urban_consumption
from civaffairs_shapingba.documents import plan_14 as document

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED
ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")

# 二(三) 发展定位与目标
goals = Passage(document.at("二(三)"), Topic.ADMINISTRATION, period=2020, by=2025)
standing = goals.at("“十四五”期间")

# 基本民生保障体系更加完善
livelihood = goals.at("基本民生保障体系更加完善", topic=Topic.SOCIAL_ASSISTANCE)

# 基层治理体系更加健全
governance = goals.at("基层治理体系更加健全", topic=Topic.COMMUNITY)

# 基本社会服务体系更加优化
services = goals.at("基本社会服务体系更加优化")

# 民政服务更加智慧化
smart = goals.at("民政服务更加智慧化")

# 到2035年
outlook = goals.at("到2035年", by=2035)

text_rows = (
    governance.aims(china.community_facility_coverage, "社区综合服务设施", "%", 100, printed="全覆盖",
                    note=Label("全覆盖读作100%；此句未写年份，读作规划期末", "full coverage is read as 100 %; the sentence has no year: read as the end of the plan")),
    services.aims(china.basic_care_coverage, "区内常住老年人享有基本公共养老服务", "%", 100, printed="均",
                  note=Label("均能享有读作100%", "that all have it is read as 100 %")),
    services.aims(china.county_minors_institution_coverage, "区县未成年人救助保护机构", "%", 100, printed="全覆盖", note=ALL_IS_100),
    services.aims(china.basic_funeral_coverage, "基本殡葬服务覆盖城乡居民", "%", 100, printed="全体",
                  note=Label("覆盖全体居民读作100%", "that all residents are covered is read as 100 %")),
)  # fmt: skip

commitments = (
    standing.reaches("governance_pioneer", "现代化社区治理先行区", "pioneer of modern community governance", by=NO_DATE),
    standing.reaches("welfare_trial", "普惠型社会福利制度试验区", "trial zone of inclusive social welfare", by=NO_DATE),
    standing.reaches("coordination_model", "民政工作协调发展示范区", "model zone of coordinated civil affairs", by=NO_DATE),
    livelihood.reaches("assistance_for_all", "社会救助体系覆盖面", "coverage of the social assistance system",
                       100, "%", by=NO_DATE, printed="全覆盖", note=ALL_IS_100),
    livelihood.reaches("care_for_elders_and_children", "老年人、儿童关爱服务城乡覆盖面", "coverage of care for elders and children in town and country",
                       100, "%", by=NO_DATE, printed="全覆盖", note=ALL_IS_100),
    livelihood.reaches("layered_assistance", "分层分类社会救助体系", "social assistance by layers and kinds of need",
                       qualitative("形成", "in place")),
    governance.reaches("governance_modern", "社会治理体系更加完善", "a more complete system of social governance",
                       qualitative("显著增强", "markedly stronger")),
    services.reaches("basic_services", "普惠均等的基本社会服务体系", "basic social services for all alike",
                     qualitative("基本建成", "largely built")),
    smart.reaches("smart_services", "智能化民政基本公共服务体系", "smart basic services of civil affairs",
                  qualitative("基本形成", "largely in place")),
    outlook.reaches("coordinated_2035", "民政与经济社会协调发展", "civil affairs in step with economy and society",
                    qualitative("基本实现", "largely so")),
    outlook.reaches("livelihood_2035", "基本民生保障体系", "system of basic livelihood protection",
                    qualitative("全面建立", "fully in place")),
    outlook.reaches("governance_2035", "现代基层治理格局", "modern governance at the grassroots",
                    qualitative("基本形成", "largely in place"), topic=Topic.COMMUNITY),
    outlook.reaches("services_2035", "基本社会服务均等化", "equal basic social services",
                    qualitative("基本实现", "largely so")),
    outlook.reaches("model_2035", "成为全国民政工作典范", "a national model of civil affairs"),
)  # fmt: skip

# 二(三) 主要指标体系: the main indicators. Units stand in parentheses after the names.
table = Table(
    document.at(
        "二(三) 主要指标体系表", Label("十四五主要指标", "main indicators of the 14th five-year plan")
    ),
    (baseline("2020年现状", 2020), goal("2025年目标", 2025)),
)
table_rows = (
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
