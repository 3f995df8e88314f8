"""Chapter 1, section 1 of Jiangjin's plan: what 2016-2020 brought, in the text and in the table that follows it."""

from civaffairs import (
    RATIO,
    Amount,
    Claim,
    CommonFigure,
    Label,
    Nature,
    Passage,
    Recomputation,
    Table,
    Topic,
    Verdict,
    baseline,
    cell,
    entry,
    goal,
    growth_of,
    product_of,
    ratio_of,
    result,
    total_of,
)
from civaffairs_china import indicators as china
from civaffairs_chongqing.standards import dibao_rural, dibao_urban, tekun_basic
from civaffairs_jiangjin.documents import plan_14 as document

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED

# 第一章第一节 “十三五”时期发展成就
review = Passage(document.at("第一章第一节"), Topic.ADMINISTRATION, period="2016..2020", by=2020)

# The opening paragraph claims that every task was done.
claim = Claim(
    Verdict(reached=True, printed="圆满完成"),
    document.at(
        "第一章第一节 “十三五”期间",
        Label("“十三五”各项任务全部完成", "says that every task of the 13th five-year plan was completed"),
    ),
)

# 服务经济社会发展成效明显
economy = review.at("服务经济社会发展成效明显")
READ_AS_2020 = Label("未写年份，读作2020年", "no year is printed: read as 2020")
economy_figures = (
    economy.figure("poor_in_assistance", "纳入低保、特困保障的建卡贫困户人数", "registered poor brought into Dibao or tekun support",
                   5373, "名", topic=Topic.SOCIAL_ASSISTANCE),
    economy.figure("poverty_funds", "筹集支持脱贫资金", "funds raised for poverty relief",
                   "6587.55", "万元", topic=Topic.SOCIAL_ASSISTANCE),
    economy.figure("epidemic_helpers", "投身疫情防控的社区工作者、社工和志愿者", "community workers, social workers and volunteers against the epidemic",
                   7000, "名", said="余", period=2020, topic=Topic.SOCIAL_WORK, note=READ_AS_2020),
    economy.figure("epidemic_communities", "疫情防控坚守的城乡社区", "communities guarded against the epidemic",
                   300, "个", said="余", period=2020, topic=Topic.COMMUNITY, note=READ_AS_2020),
)  # fmt: skip

# 基本民生保障更加有力: the standards before and after, and by how much they grew
support = review.at("基本民生保障更加有力", topic=Topic.SOCIAL_ASSISTANCE)
children = review.at("基本民生保障更加有力", topic=Topic.CHILD_WELFARE)
SINCE_2016 = Label("写作2016年以来，读作2016年", "printed as since 2016: read as 2016")
support_figures = (
    urban_dibao_before := support.figure(
        "urban_dibao", "城市低保标准", "urban Dibao standard", 460, "元/人·月", period=2016, note=SINCE_2016),
    rural_dibao_before := support.figure(
        "rural_dibao", "农村低保标准", "rural Dibao standard", 300, "元/人·月", period=2016, note=SINCE_2016),
    urban_dibao := support.figure(
        "urban_dibao", "城市低保标准", "urban Dibao standard", 620, "元/人·月", period=2020),
    rural_dibao := support.figure(
        "rural_dibao", "农村低保标准", "rural Dibao standard", 496, "元/人·月", period=2020),
    urban_dibao_growth := support.figure(
        "urban_dibao_growth", "城市低保标准增长", "growth of the urban Dibao standard", "34.78", "%"),
    rural_dibao_growth := support.figure(
        "rural_dibao_growth", "农村低保标准增长", "growth of the rural Dibao standard", "65.33", "%"),
    tekun_before := support.figure(
        "tekun_standard", "特困人员供养标准", "standard of tekun persons", 600, "元/人·月", period=2016, note=SINCE_2016),
    tekun := support.figure(
        "tekun_standard", "特困人员供养标准", "standard of tekun persons", 806, "元/人·月", period=2020),
    tekun_growth := support.figure(
        "tekun_growth", "特困人员供养标准增长", "growth of the standard of tekun persons", "34.33", "%"),
    institutional_orphans_before := children.figure(
        "institutional_orphan_standard", "集中供养孤儿基本生活保障标准", "standard of orphans in institutions",
        1000, "元/月", period=2016, note=SINCE_2016),
    community_orphans_before := children.figure(
        "community_orphan_standard", "散居孤儿基本生活保障标准", "standard of orphans in the community",
        600, "元/月", period=2016, note=SINCE_2016),
    institutional_orphans := children.figure(
        "institutional_orphan_standard", "集中供养孤儿基本生活保障标准", "standard of orphans in institutions",
        1456, "元/月", period=2020),
    community_orphans := children.figure(
        "community_orphan_standard", "散居孤儿基本生活保障标准", "standard of orphans in the community",
        1256, "元/月", period=2020),
    institutional_orphans_growth := children.figure(
        "institutional_orphan_growth", "集中供养孤儿基本生活保障标准增长", "growth of the standard of orphans in institutions",
        "45.6", "%"),
    community_orphans_growth := children.figure(
        "community_orphan_growth", "散居孤儿基本生活保障标准增长", "growth of the standard of orphans in the community",
        "109.3", "%"),
    support.figure("assisted_each_year", "每年救助困难群众", "persons in difficulty assisted each year", "8.5", "万人",
                   note=Label("五年中每年", "in each of the five years")),
    support.figure("assistance_spending", "累计支出各类救助资金", "spending on assistance", "19.89", "亿元"),
)  # fmt: skip

# 基层社会治理创新推进
governance = review.at("基层社会治理创新推进", topic=Topic.COMMUNITY)
organisations = review.at("基层社会治理创新推进", topic=Topic.SOCIAL_ORGANISATIONS)
social_work = review.at("基层社会治理创新推进", topic=Topic.SOCIAL_WORK)
lottery = review.at("基层社会治理创新推进", topic=Topic.LOTTERY)
charity = review.at("基层社会治理创新推进", topic=Topic.CHARITY)
governance_figures = (
    governance.seen(china.community_facility_coverage, 100, "%", period=2020),
    organisations.seen(china.registered_social_organisations, 605, "个", period=2020),
    organisations.figure("organisation_assets", "社会组织资产总值", "assets of social organisations", 4478, "万元", period=2020),
    organisations.figure("organisation_jobs", "社会组织提供就业岗位", "jobs in social organisations", 5596, "个", period=2020),
    social_work.seen(china.social_work_agencies, 7, "家", period=2020,
                     note=Label("2025年的目标写作民办社工服务机构", "the target for 2025 speaks of private agencies")),
    social_work.seen(china.social_work_professionals, 2981, "人", period=2020),
    social_work.seen(china.registered_volunteers, "24.4", "万人", period=2020),
    social_work.figure("social_work_funds", "争取社工服务资金", "funds won for social work", "894.3", "万元"),
    social_work.figure("social_work_projects", "社会工作服务项目", "social work projects", 89, "个"),
    lottery.figure("lottery_sales_five_years", "五年发行福利彩票", "welfare lottery sales of five years", "7.35", "亿元"),
    lottery.figure("lottery_fund_five_years", "五年筹集彩票公益金", "welfare lottery fund raised in five years", "2.14", "亿元"),
    charity.figure("donations_five_years", "五年接受慈善捐助", "charitable donations of five years", "7001.73", "万元"),
    charity.figure("charity_assisted", "慈善救助困难群众", "assistance to persons in difficulty from charity", "22.7", "万人次"),
)  # fmt: skip

# 基本社会服务不断优化
services = review.at("基本社会服务不断优化", topic=Topic.FUNERALS)
marriage = review.at("基本社会服务不断优化", topic=Topic.MARRIAGE)
services_figures = (
    marriage.figure("registration_fee", "婚姻、收养登记收费", "fee for registering a marriage or an adoption", 0, "元",
                    printed="取消", period=2020, note=Label("取消收费读作零元", "abolished is read as nothing to pay")),
    services.figure("public_cemeteries_built", "建成镇(村)级公益性公墓", "public-benefit cemeteries built", 4, "个"),
    services.figure("funeral_stations_built", "建成殡仪服务站", "funeral service stations built", 2, "个"),
    services.figure("furnace_spending", "火化炉尾气环保改造投入", "spending on cleaner cremation furnaces", "280.14", "万元"),
    services.figure("funeral_fees_waived_persons", "免除基本丧葬费的困难群众", "persons in difficulty whose basic funeral fees were waived",
                    1792, "名"),
    services.figure("funeral_fees_waived", "免除基本丧葬费", "basic funeral fees waived", "251.85", "万元"),
)  # fmt: skip

# 养老服务水平显著提升
care = review.at("养老服务水平显著提升", topic=Topic.ELDERLY_CARE)
care_figures = (
    care.figure("street_centres_added", "新增街道养老服务中心", "sub-district elderly-care centres added", 5, "个"),
    care.figure("community_care_stations", "社区养老服务站", "community elderly-care stations", 107, "个", period=2020),
    care.seen(china.urban_community_care_coverage, 100, "%", printed="基本实现全覆盖", period=2020,
              note=Label("基本实现全覆盖读作100%，表中也写100", "almost full coverage is read as 100 %, as the table has it")),
    care.figure("private_homes_added", "新增社会办养老机构", "privately run care institutions added", 20, "所"),
    care.figure("homes_run_privately", "公建民营敬老院", "publicly built homes for the aged run by private operators", 4, "所", period=2020),
    care.seen(china.care_institutions, 64, "所", period=2020),
    care.seen(china.care_beds, 5936, "张", period=2020),
    care.figure("private_homes", "社会办养老机构", "privately run care institutions", 24, "所", period=2020,
                means=CommonFigure.PRIVATE_INSTITUTIONS),
    care.figure("government_bed_share", "政府运营床位占比", "beds run by the government", "48.9", "%", period=2020,
                means=CommonFigure.PUBLIC_BED_SHARE),
    care.seen(china.nursing_bed_share, "34.77", "%", period=2020),
    care.figure("medical_care_homes", "医养融合机构", "institutions with medical and elderly care", 2, "家", period=2020),
    care.figure("old_age_allowance_persons", "领取高龄补贴的老年人", "elders with the old-age allowance", "2.1", "万名"),
    care.figure("old_age_allowance_paid", "发放高龄补贴", "old-age allowance paid", "7882.8", "万元"),
    care.figure("dependent_elder_allowance_persons", "领取经济困难高龄失能养老服务补贴的老人",
                "elders with the allowance for the very old and dependent in difficulty", "0.5", "万名"),
    care.figure("dependent_elder_allowance_paid", "发放经济困难高龄失能养老服务补贴",
                "allowance for the very old and dependent in difficulty paid", 5221, "万元"),
)  # fmt: skip

observations = (
    *economy_figures,
    *support_figures,
    *governance_figures,
    *services_figures,
    *care_figures,
)

# 江津“十三五”时期民政事业发展主要目标完成情况
# The columns name five-year periods; most rows are levels, so each is read as the last year of its period.
table = Table(
    document.at(
        "第一章第一节 江津“十三五”时期民政事业发展主要目标完成情况",
        Label("“十三五”主要目标及实现情况", "main targets of 2016-2020 and what was reached"),
    ),
    (baseline("十二五时期", 2015), goal("规划指标", 2020), result("实现情况", 2020)),
)
ratio_note = Label(
    "表中写作城市与农村之比，模型读作农村占城市的比例",
    "printed as a ratio of urban to rural; read as rural over urban",
)
split_note = Label(
    "表中一格写城市/农村两个数；表头印作“养老服务实施”，读作“养老服务设施”",
    "the table has two figures in one cell, urban and rural; the heading prints 实施 (implementation) for "
    "设施 (facilities)",
)
rural_over_urban = cell(Amount("0.8", RATIO), printed="1：0.8")
rows = (
    table.row("1", china.rural_dibao_share_of_urban, "城市与农村最低生活保障标准比", "",
              cell(Amount("0.55", RATIO), printed="1：0.55"), rural_over_urban, rural_over_urban,
              nature=EXPECTED, note=ratio_note),
    table.row("2", china.beds_per_1000_elders, "每千名老人拥有养老床位数(张)", "张",
              24, 35, "35.5", nature=EXPECTED, read_as="张/千名老年人"),
    table.row("3(城市)", china.urban_community_care_coverage, "城市/农村社区养老服务实施覆盖率(%)", "%",
              "/", 80, 100, nature=EXPECTED, note=split_note),
    table.row("3(农村)", china.rural_community_care_coverage, "城市/农村社区养老服务实施覆盖率(%)", "%",
              "/", 60, "33.7", nature=EXPECTED, note=split_note),
    table.row("4", china.lottery_sales, "福利彩票当年发行额(亿元)", "亿元",
              "1.455", 2, "1.14", nature=EXPECTED),
    table.row("5", china.orphan_standard_growth, "孤儿养育标准年均增长(%)", "%",
              "/", 10, 14, nature=EXPECTED),
    table.row("6", china.vagrant_minors_beds, "流浪未成年人保护中心床位(张)", "张",
              10, 30, 10, nature=EXPECTED),
    table.row("7", china.cremation_rate, "死亡人口平均火化率(%)", "%",
              30, 35, 35, nature=BINDING),
    table.row("8", china.online_marriage_registration, "婚姻登记机构在线登记率(%)", "%",
              100, 100, 100, nature=EXPECTED),
    table.row("9", china.social_organisations_per_10000, "每万人拥有社会组织(个)", "个",
              "3.7", 6, "4.05", nature=EXPECTED),
    table.row("10", china.community_facility_coverage, "城乡社区综合服务设施覆盖面(%)", "%",
              95, 100, 100, nature=EXPECTED),
    table.row("11", china.urban_platform_coverage, "城市社区公共服务综合信息平台覆盖率(%)", "%",
              "/", 100, 100, nature=EXPECTED),
    table.row("12", china.rural_platform_coverage, "农村社区公共服务综合信息平台覆盖率(%)", "%",
              "/", 100, 100, nature=EXPECTED),
    table.row("13", china.rural_community_building_coverage, "农村社区建设推广面(%)", "%",
              "/", 40, 100, nature=EXPECTED),
    table.row("14", china.social_work_professionals, "社会工作专业人才(人)", "人",
              140, 265, 2981, nature=EXPECTED),
    table.row("15", china.registered_volunteer_share, "注册志愿者人数占居民人口的比例(%)", "%",
              8, 14, "16.49", nature=EXPECTED),
)  # fmt: skip

# What the figures of the text and the table give when they are computed from each other.
recomputations = (
    Recomputation("urban_dibao_growth", urban_dibao_growth, growth_of(urban_dibao, urban_dibao_before)),
    Recomputation("rural_dibao_growth", rural_dibao_growth, growth_of(rural_dibao, rural_dibao_before)),
    Recomputation("tekun_growth", tekun_growth, growth_of(tekun, tekun_before)),
    Recomputation(
        "institutional_orphan_growth",
        institutional_orphans_growth,
        growth_of(institutional_orphans, institutional_orphans_before),
    ),
    Recomputation(
        "community_orphan_growth",
        community_orphans_growth,
        growth_of(community_orphans, community_orphans_before),
    ),
    # The municipality sets the standard of tekun persons at 1.3 times urban Dibao.
    Recomputation("tekun_multiple", tekun, product_of(urban_dibao, "1.3")),
    # The municipality sets the standards of Dibao and tekun support; those of 2020 are known from its later notices.
    Recomputation("urban_dibao_of_municipality", urban_dibao, total_of(entry(dibao_urban, "2020"))),
    Recomputation("rural_dibao_of_municipality", rural_dibao, total_of(entry(dibao_rural, "2020"))),
    Recomputation("tekun_of_municipality", tekun, total_of(entry(tekun_basic, "2020"))),
    Recomputation("rural_dibao_share", rows[0].results[0], ratio_of(rural_dibao, urban_dibao)),
)
