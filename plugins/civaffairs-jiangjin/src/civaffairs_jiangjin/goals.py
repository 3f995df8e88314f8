"""The preamble of Jiangjin's plan and chapter 1, section 4: the goals for 2025 and their table, the outlook to 2035."""

from civaffairs import (
    NO_DATE,
    Label,
    Nature,
    Passage,
    Table,
    Topic,
    at_least,
    baseline,
    goal,
    growth,
    qualitative,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import urban_consumption
from civaffairs_jiangjin.documents import plan_14 as document

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED

# 第一章第四节1: what is to be so in 2025
goals = Passage(document.at("第一章第四节1"), Topic.ADMINISTRATION, period=2020, by=2025)
support = goals.at("——基本民生保障体系建设获得新进展", topic=Topic.SOCIAL_ASSISTANCE)
governance = goals.at("——基层治理体系建设实现新突破", topic=Topic.COMMUNITY)
services = goals.at("——基本社会服务体系建设取得新成就")
care = goals.at("——城乡养老服务体系建设得到新提高", topic=Topic.ELDERLY_CARE)
chengdu_chongqing = goals.at("——健全成渝双城经济圈民政合作新机制")
text_rows = (
    governance.aims(china.community_facility_coverage, "城乡社区综合服务设施覆盖率", "%", 100, printed="所有",
                    note=Label("覆盖所有社区读作100%", "every community is read as 100 %")),
    care.aims(china.care_service_coverage, "社区居家养老服务覆盖率", "%", 100, printed="全面覆盖",
              note=Label("全面覆盖读作100%", "full coverage is read as 100 %")),
)  # fmt: skip
goal_commitments = (
    goals.reaches("front_rank", "全区民政工作水平", "standing of the district's civil affairs",
                  qualitative("跨入全市乃至全国前列", "among the first of the municipality and even of the nation")),
    support.reaches("graded_assistance", "分层分类的社会救助体系", "assistance graded by degree and kind of hardship",
                    qualitative("全面形成", "fully in place")),
    governance.reaches("governance_system", "现代化基层治理体系", "modern system of grassroots governance",
                       qualitative("加快构建", "being built faster")),
    services.reaches("services_for_all", "基本社会服务覆盖全体城乡居民", "basic social services for every resident",
                     qualitative("全体", "all"), printed="全体"),
    care.reaches("care_for_all_elders", "全体老年人享有基本养老服务", "basic elderly care for every elder",
                 qualitative("逐步享有", "step by step")),
    chengdu_chongqing.introduces("neighbour_agreement", "泸永江融合发展示范区民政合作框架协议",
                                 "framework agreement on civil affairs with Luzhou and Yongchuan", by=NO_DATE),
    chengdu_chongqing.serves("two_province_services", "民政政务服务“川渝通办”",
                             "civil affairs services for residents of both Sichuan and Chongqing", by=NO_DATE),
)  # fmt: skip

# 第一章第四节 专栏1: the main indicators, with a column of units.
table = Table(
    document.at(
        "第一章第四节 专栏1", Label("十四五主要发展指标", "main indicators of the 14th five-year plan")
    ),
    (baseline("2020年", 2020), goal("2025年", 2025)),
)
table_rows = (
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

# 第一章第四节2: the outlook to 2035
outlook = Passage(document.at("第一章第四节2"), Topic.ADMINISTRATION, period=2020, by=2035)
outlook_commitments = (
    outlook.reaches("law_technology_staff_2035", "民政法规制度、技术支撑和人才队伍体系",
                    "systems of law, technology and staff for civil affairs", qualitative("全面形成", "fully in place")),
    outlook.reaches("basic_support_2035", "基本民生保障覆盖全部目标群体", "basic support for every group that it is for",
                    qualitative("全部", "all"), printed="全部", topic=Topic.SOCIAL_ASSISTANCE),
    outlook.reaches("governance_2035", "基层治理能力现代化", "modern grassroots governance",
                    qualitative("基本实现", "largely reached"), topic=Topic.COMMUNITY),
    outlook.reaches("services_2035", "更高层次、高水平的基本社会服务", "basic social services of a higher level",
                    qualitative("实现", "reached")),
)  # fmt: skip

commitments = (*goal_commitments, *outlook_commitments)
