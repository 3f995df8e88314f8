"""Taoyuan's plan for 2021-2025 and its results of 2016-2020, in the order of the (fictional) document."""

from civaffairs import (
    Amount,
    AmountRange,
    Claim,
    Commitment,
    Deed,
    Discrepancy,
    Grade,
    Label,
    Nature,
    Observation,
    Plan,
    Side,
    Table,
    Topic,
    Verdict,
    at_least,
    at_most,
    baseline,
    between,
    cell,
    exactly,
    goal,
    greatest,
    growth,
    less_than,
    missing,
    more_than,
    qualitative,
    result,
    yearly_growth,
)
from civaffairs_china import indicators as china
from civaffairs_china.series import dibao_standard, resident_consumption, urban_consumption
from civaffairs_taoyuan import indicators
from civaffairs_taoyuan.documents import plan_14

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED

# 一 发展基础: what was reached by 2020, and what the text says of it.
claim = Claim(
    Verdict(reached=True, printed="全面完成"),
    plan_14.at("一", Label("上一规划期任务全部完成", "says that every task was completed")),
)
results = Table(plan_14.at("一 表1"), (goal("2020目标", 2020), result("2020实际", 2020)))
finished = (
    results.row("1", china.nursing_bed_share, "护理型床位占比(%)", "%", 30, 32, nature=EXPECTED),
    results.row("2", china.beds_per_1000_elders, "每千名老年人床位数(张)", "张",
                35, cell("34.2", verdict=Verdict(reached=True, printed="完成")),
                nature=EXPECTED, read_as="张/千名老年人"),
    results.row("3", china.tekun_care_standard, "特困人员照料护理标准(元/月)", "元/月",
                at_least(150), cell(AmountRange(Amount(100, "元/人·月"), Amount(300, "元/人·月")), printed="100-300"),
                nature=BINDING, read_as="元/人·月"),
)  # fmt: skip

# 二 主要指标. Columns: where the plan starts, a step on the way, the target, and average annual growth.
table = Table(
    plan_14.at("二 表2", Label("主要指标", "main indicators")),
    (
        baseline("2020年", 2020),
        goal("2023年", 2023),
        goal("2025年", 2025),
        yearly_growth("年均增长(%)", 2025),
    ),
)
rows = (
    table.row("1", china.dibao_standard_growth, "低保标准年度增速(%)", "%",
              "--", "", at_least(growth(urban_consumption).previous_year, said="不低于"), "", nature=EXPECTED),
    table.row("2", china.tekun_basic_standard, "特困人员基本生活标准(元/月)", "元/月",
              832, "", at_least(greatest(resident_consumption.previous_year * "0.6", dibao_standard.this_year * "1.3"),
                                said="不低于"),
              "", nature=BINDING, read_as="元/人·月"),
    table.row("3", china.nursing_bed_share, "养老机构护理型床位占比(%)", "%",
              32, 45, at_least(60), at_least("5.6"), nature=BINDING),
    table.row("4", indicators.dependent_residents, "养老机构入住失能老年人占比(%)", "%",
              48, "", between(55, 70), "", nature=EXPECTED),
    table.row("5", indicators.decision_days, "低保审核确认平均用时(日)", "日",
              28, at_most(24), less_than(20), "", nature=EXPECTED),
    table.row("6", china.community_facility_area, "每百户社区综合服务设施面积(平方米)", "平方米",
              "24.5", "", more_than(30), "", nature=EXPECTED, read_as="平方米/百户"),
    table.row("7", china.registered_social_organisations, "登记类社会组织数量(个)", "个",
              210, "", 260, "4.4", nature=EXPECTED),
    table.row("8", indicators.reform_zone, "婚俗改革实验区", "",
              "/", "", qualitative("建成区级婚俗改革实验区", "a district zone of marriage-custom reform is set up"), "",
              nature=EXPECTED),
    table.row("9", china.vagrant_minors_beds, "未成年人救助床位(张)", "张",
              12, "", exactly(12), "", nature=EXPECTED),
    table.row("10", china.county_burial_facility_coverage, "县级公益性安葬(放)设施覆盖率(%)", "%",
              "——", "", "--", "", nature=BINDING),
)  # fmt: skip

# 三 to 五: what is promised outside the table, figures of the text, and where it contradicts itself.
commitments = (
    Commitment(
        "home_adaptation",
        Label("特殊困难老年人家庭适老化改造300户", "adapt the homes of 300 elders in special need"),
        Deed.SERVE,
        2023,
        Topic.ELDERLY_CARE,
        plan_14.at("三(二)"),
        Amount(300, "户"),
    ),
    Commitment(
        "tekun_age",
        Label("特困供养的未成年人年龄延长至18周岁", "tekun support for minors up to the age of 18"),
        Deed.INTRODUCE,
        None,
        Topic.SOCIAL_ASSISTANCE,
        plan_14.at("三(一)"),
        Amount(18, "年"),
    ),
)
volunteers = Observation(
    china.registered_volunteers,
    2020,
    missing("*****"),
    plan_14.at("一(四)", Label("志愿者人数", "volunteers")),
)
discrepancies = (
    Discrepancy(
        "care_beds_2020",
        Label("每千名老年人床位数", "beds per 1,000 elders"),
        Grade.TWO_VALUES,
        (
            Side(Label("目标35张", "the target is 35"), results.clause.at("序号2").at("2020目标")),
            Side(Label("实际34.2张，注明完成", "the result is 34.2, marked as reached"),
                 results.clause.at("序号2").at("2020实际")),
            Side(Label("全面完成", "every task was completed"), claim.clause),
        ),
        Label("34.2张，未达到", "34.2, not reached"),
        Label("数字可以核对", "figures can be checked"),
    ),
)  # fmt: skip

empty_target = Discrepancy(
    "binding_without_value",
    Label(
        "县级公益性安葬设施覆盖率为约束性却无目标值",
        "the county's burial facilities: binding, and without a value",
    ),
    Grade.SCOPE,
    (
        Side(Label("属性为约束性", "the nature is binding"), table.clause.at("序号10").at("属性")),
        Side(Label("目标值为“--”", "the target is printed “--”"), table.clause.at("序号10").at("2025年")),
    ),
    Label("没有目标值", "no target value"),
    Label("文中别处也没有给出数值", "the document gives no figure elsewhere"),
)

plans = [
    Plan(
        "taoyuan/plan-13",
        Label("桃源区“十三五”民政事业发展指标", "Taoyuan civil affairs, 13th five-year plan"),
        "taoyuan",
        "2016..2020",
        plan_14,
        rows=finished,
        observations=[volunteers],
        claim=claim,
        discrepancies=discrepancies,
    ),
    Plan(
        "taoyuan/plan-14",
        Label("桃源区民政事业发展“十四五”规划", "Taoyuan civil affairs, 14th five-year plan"),
        "taoyuan",
        "2021..2025",
        plan_14,
        rows=rows,
        commitments=commitments,
        discrepancies=[empty_target],
        outlook=2035,
    ),
]
