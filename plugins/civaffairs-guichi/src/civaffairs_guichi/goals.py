"""Chapter 2, section 3 of Guichi's plan: the goals for 2025, in the text and in table 2 that ends it."""

from civaffairs import (
    Label,
    Nature,
    Passage,
    Recomputation,
    Table,
    Topic,
    at_least,
    between,
    goal,
    greatest,
    qualitative,
    total_of,
    yearly_growth,
)
from civaffairs.domain.recomputations import Stated
from civaffairs.domain.units import Amount
from civaffairs_china import indicators as china
from civaffairs_china.series import dibao_standard, resident_consumption, tekun_basic
from civaffairs_guichi import review
from civaffairs_guichi.documents import plan_14 as document

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED

# 第二章第三节 发展目标
goals = Passage(document.at("第二章第三节"), Topic.ADMINISTRATION, period=2020, by=2025)
support = goals.at("一是", topic=Topic.SOCIAL_ASSISTANCE)
care = goals.at("二是", topic=Topic.ELDERLY_CARE)
governance = goals.at("三是", topic=Topic.COMMUNITY)
commitments = (
    support.reaches("graded_assistance", "分层分类的社会救助制度", "assistance graded by degree and kind of hardship",
                    qualitative("建立健全", "in place")),
    care.reaches("basic_care_system", "基本养老服务制度", "system of basic elderly care", qualitative("得到建立", "in place")),
    care.reaches("care_service_system", "居家、社区、机构协调的养老服务体系",
                 "elderly care that joins home, community and institution",
                 qualitative("基本建成", "largely built")),
    governance.reaches("governance_system", "“三治融合”的基层治理体系",
                       "grassroots governance by self-government, law and virtue together", qualitative("逐步建立", "built step by step")),
    governance.reaches("organisation_management", "社会组织管理体制",
                       "management of social organisations", qualitative("建立健全", "in place"),
                       topic=Topic.SOCIAL_ORGANISATIONS),
)  # fmt: skip

# 表2: the main indicators of the 14th five-year plan, with a column of units that is blank in most rows.
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

# Of nursing beds alone a figure of 2020 is printed: it shows that the yearly growth of a share counts points.
nursing_bed_growth = Stated(
    Amount("4.7", "%"), china.nursing_bed_share.label, table.clause.at("序号7").at("年均增长(%)")
)
recomputations = (
    Recomputation(
        "nursing_beds_in_points",
        Stated(Amount(55, "%"), china.nursing_bed_share.label, table.clause.at("序号7").at("2025年目标值")),
        total_of(
            review.nursing_beds.results[0],
            nursing_bed_growth,
            nursing_bed_growth,
            nursing_bed_growth,
            nursing_bed_growth,
            nursing_bed_growth,
        ),
    ),
)
