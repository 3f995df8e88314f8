"""Taoyuan's plan for 2021-2025 and its results of 2016-2020, in the order of the (fictional) document."""

from civaffairs import (
    NO_DATE,
    Amount,
    AmountRange,
    Claim,
    CommonFigure,
    Discrepancy,
    Grade,
    Label,
    Nature,
    Observation,
    Passage,
    Plan,
    Recomputation,
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
    ratio_of,
    result,
    span,
    total_of,
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

# 一 发展基础, its text: the figures that it reports, place by place.
text = Passage(plan_14.at("一(一)"), Topic.SOCIAL_ASSISTANCE, period="2016..2020", by=2025)
dibao_paid = text.figure("dibao_paid", "累计发放低保金", "Dibao paid out", "1203.5", "万元")
care = text.at("养老服务", topic=Topic.ELDERLY_CARE, period=2020)
public_beds = care.figure(
    "public_beds", "公办养老床位", "public beds", 300, "张", means=CommonFigure.PUBLIC_BEDS
)
private_beds = care.figure(
    "private_beds", "社会办养老床位", "private beds", 900, "张", means=CommonFigure.PRIVATE_BEDS
)
beds = care.seen(china.care_beds, 1200, "张")
private_share = care.seen(china.social_care_bed_share, 75, "%")
rank = care.figure("care_rank", "每千名老年人床位数居全市", "rank in the city by beds per 1,000 elders", 3, "名次",
                   printed="第三")  # fmt: skip
meals = care.figure("meal_points", "老年助餐点", "meal points for elders", 40, "个", said="余")
fees = care.figure("day_care_fee", "日间照料收费", "fee for day care", span(20, 35), "元")
volunteers = Observation(
    china.registered_volunteers,
    2020,
    missing("*****"),
    plan_14.at("一(四)", Label("志愿者人数", "volunteers")),
)
elders = Passage(plan_14.at("一(五)"), Topic.ELDERLY_CARE, period="2020-11-01", by=2025).figure(
    "elders", "60岁及以上常住人口", "residents aged 60 and over", "8.4", "万人"
)

# 三 主要任务: what the text promises, of shared indicators first.
assistance = Passage(plan_14.at("三(一)"), Topic.SOCIAL_ASSISTANCE, period=2021, by=2025)
tasks = assistance.at("养老服务", topic=Topic.ELDERLY_CARE)
text_rows = (
    tasks.aims(china.nursing_bed_share, "护理型床位占比", "%", at_least(55, said="以上")),
    tasks.aims(china.basic_care_coverage, "基本养老服务", "%", 100, printed="全覆盖", nature=None),
    tasks.aims(
        china.home_service_share, "居家老年人接受上门服务的比例", "%", at_least(12, said="不低于"), by=2023
    ),
)
commitments = (
    assistance.introduces("tekun_age", "特困供养的未成年人年龄上限", "the age up to which minors are in tekun support",
                          18, "周岁", by=NO_DATE),
    tasks.serves("home_adaptation", "特殊困难老年人家庭适老化改造", "homes adapted for elders in special need",
                 300, "户", by=2023),
    tasks.builds("care_centres", "镇养老服务中心", "township elderly-care centres", between(4, 6), "个"),
    tasks.reaches("care_network", "居家社区机构相协调的养老服务网络基本建成", "a network of elderly care at home, in communities and in institutions"),
)  # fmt: skip
# Figures that other figures of the document give.
recomputations = (
    Recomputation("beds", beds, total_of(public_beds, private_beds)),
    Recomputation("private_share", private_share, ratio_of(private_beds, beds)),
)
# Where the document contradicts itself.
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

nursing_beds = Discrepancy(
    "nursing_bed_share_2025",
    Label("2025年护理型床位占比的目标", "the target for nursing beds in 2025"),
    Grade.TWO_VALUES,
    (
        Side(Label("表中不低于60%", "at least 60 % in the table"), table.clause.at("序号3").at("2025年")),
        Side(Label("正文55%以上", "at least 55 % in the text"), tasks.clause),
    ),
    Label("表中的60%", "60 %, as the table has it"),
    Label("表是规划的考核依据", "the plan is measured by its table"),
)

plans = [
    Plan(
        "taoyuan/plan-13",
        Label("桃源区“十三五”民政事业发展指标", "Taoyuan civil affairs, 13th five-year plan"),
        "taoyuan",
        "2016..2020",
        plan_14,
        rows=finished,
        observations=[
            dibao_paid,
            public_beds,
            private_beds,
            beds,
            private_share,
            rank,
            meals,
            fees,
            volunteers,
        ],
        recomputations=recomputations,
        claim=claim,
        discrepancies=discrepancies,
    ),
    Plan(
        "taoyuan/plan-14",
        Label("桃源区民政事业发展“十四五”规划", "Taoyuan civil affairs, 14th five-year plan"),
        "taoyuan",
        "2021..2025",
        plan_14,
        rows=(*rows, *text_rows),
        situation=[elders],
        commitments=commitments,
        discrepancies=[empty_target, nursing_beds],
        outlook=2035,
    ),
]
