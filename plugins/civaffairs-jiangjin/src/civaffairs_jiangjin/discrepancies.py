"""Where Jiangjin's plan contradicts itself, in the order of the document: both sides, what the model uses, and why."""

from civaffairs import Discrepancy, Grade, Label, Side
from civaffairs_jiangjin import basic_protection, elderly_care, goals, governance, review, services
from civaffairs_jiangjin.documents import municipal_plan_14
from civaffairs_jiangjin.documents import plan_14 as document

TWO_VALUES, SCOPE, NAME, DATES = Grade.TWO_VALUES, Grade.SCOPE, Grade.NAME, Grade.DATES
TABLE_IS_FOLLOWED = Label(
    "指标表写有年份、单位和指标属性", "the table of indicators gives year, unit and nature"
)
BOTH_KEPT = Label("两者均照录", "both are kept as they stand")

# The results of 2016-2020, chapter 1, section 1.
of_plan_13 = (
    Discrepancy(
        "all_tasks_completed",
        Label("“十三五”任务是否全部完成", "whether every task of 2016-2020 was completed"),
        TWO_VALUES,
        (
            Side(Label("圆满完成各项任务", "every task was completed"), review.claim.clause),
            Side(
                Label(
                    "福利彩票发行额1.14亿元，规划2亿元",
                    "lottery sales 114 million yuan of 200 million planned",
                ),
                review.table.clause.at("序号4"),
            ),
            Side(
                Label("流浪未成年人保护中心床位10张，规划30张", "10 beds for homeless minors of 30 planned"),
                review.table.clause.at("序号6"),
            ),
            Side(
                Label(
                    "每万人社会组织4.05个，规划6个",
                    "4.05 social organisations per 10,000 persons of 6 planned",
                ),
                review.table.clause.at("序号9"),
            ),
            Side(
                Label("农村社区养老设施覆盖33.7%，规划60%", "rural care facilities at 33.7% of 60% planned"),
                review.table.clause.at("序号3(农村)"),
            ),
        ),
        Label("表中的数字", "the figures of the table"),
        Label("数字可以核对，概括性的话不能", "figures can be checked, a summary cannot"),
    ),
    Discrepancy(
        "dibao_ratio_to_begin_with",
        Label("期初农村与城市低保之比", "rural over urban Dibao to begin with"),
        DATES,
        (
            Side(Label("300元比460元，为0.65", "300 to 460 yuan, which is 0.65"), review.support.clause),
            Side(
                Label("十二五时期1：0.55", "1 : 0.55 in the 12th five-year plan"),
                review.table.clause.at("序号1"),
            ),
        ),
        Label("各按其年份：表为2015年，正文为2016年", "each for its year: the table 2015, the text 2016"),
        Label(
            "正文写2016年以来，已含当年调标",
            "the text counts from 2016, after that year's rise of the standards",
        ),
    ),
    Discrepancy(
        "orphan_standard_growth",
        Label("孤儿保障标准的年均增长", "average annual growth of the orphan standard"),
        TWO_VALUES,
        (
            Side(Label("年均增长14%", "14% a year"), review.table.clause.at("序号5 实现情况")),
            Side(
                Label(
                    "五年增长45.6%(集中)、109.3%(散居)，合年均约7.8%、15.9%",
                    "45.6% (institutions) and 109.3% (community) over five years, some 7.8% and 15.9% a year",
                ),
                review.children.clause,
            ),
        ),
        Label("目标按表中14%评价，金额按正文", "14% for the target, the text for the amounts"),
        Label(
            "表中未写是哪一类标准、如何平均",
            "the table does not say which standard it means, or which average",
        ),
    ),
    Discrepancy(
        "orphan_standard_name",
        Label("孤儿标准的名称", "the name of the orphan standard"),
        NAME,
        (
            Side(Label("孤儿养育标准", "standard of bringing up orphans"), review.table.clause.at("序号5")),
            Side(Label("孤儿基本生活保障标准", "basic living standard of orphans"), review.children.clause),
        ),
        Label("孤儿基本生活保障标准", "basic living standard of orphans"),
        Label("市级文件用此名", "the municipality's notices have this name"),
    ),
    Discrepancy(
        "care_facilities_heading",
        Label("养老服务设施的写法", "the heading of the row on elderly-care facilities"),
        NAME,
        (
            Side(
                Label("印作“养老服务实施”", "printed 实施, implementation"),
                review.table.clause.at("序号3(城市)"),
            ),
            Side(Label("正文写“养老服务设施”", "the text has 设施, facilities"), review.care.clause),
        ),
        Label("养老服务设施", "care facilities"),
        Label("表头是误排", "the heading is a misprint"),
    ),
    Discrepancy(
        "urban_care_coverage",
        Label("城市社区养老设施是否全覆盖", "whether urban care facilities reach every community"),
        SCOPE,
        (
            Side(Label("基本实现全覆盖", "almost every community"), review.care.clause),
            Side(Label("100%", "100%"), review.table.clause.at("序号3(城市) 实现情况")),
        ),
        Label("表中的100%", "100%, as the table has it"),
        Label("正文留有余地而不给数", "the text leaves room and gives no figure"),
    ),
    Discrepancy(
        "beds_and_elders",
        Label("每千名老人床位与床位总数", "beds per 1,000 elders against all beds"),
        SCOPE,
        (
            Side(
                Label("每千名老人35.5张", "35.5 beds per 1,000 elders"),
                review.table.clause.at("序号2 实现情况"),
            ),
            Side(
                Label(
                    "养老机构床位5936张，合老人约16.7万",
                    "5936 beds in institutions, which makes some 167 thousand elders",
                ),
                review.care.clause,
            ),
        ),
        BOTH_KEPT,
        Label(
            "约为由社会组织密度推算的总人口的11%，表中可能另计床位或只计部分老人",
            "that is some 11% of the population that the density of organisations implies: the table may count "
            "other beds too, or some elders only",
        ),
    ),
    Discrepancy(
        "volunteers_and_population",
        Label("志愿者和社会组织所依人口", "the population behind volunteers and social organisations"),
        SCOPE,
        (
            Side(Label("实名注册志愿者24.4万人", "244 thousand volunteers"), review.social_work.clause),
            Side(
                Label("占居民人口16.49%，合148.0万人", "16.49% of residents, which makes 1.480 million"),
                review.table.clause.at("序号15 实现情况"),
            ),
            Side(Label("登记社会组织605个", "605 social organisations"), review.organisations.clause),
            Side(
                Label("每万人4.05个，合149.4万人", "4.05 per 10,000 persons, which makes 1.494 million"),
                review.table.clause.at("序号9 实现情况"),
            ),
            Side(
                Label("2025年目标22%按常住人口", "the target of 22% is of permanent residents"),
                governance.volunteers.clause,
            ),
        ),
        BOTH_KEPT,
        Label(
            "未写人口数和人口口径，两个比率不能互换",
            "the population and its kind are not printed, so the two shares cannot stand for each other",
        ),
    ),
    Discrepancy(
        "volunteers_name",
        Label("志愿者的名称", "the name of the volunteers"),
        NAME,
        (
            Side(Label("实名注册志愿者", "registered under their names"), review.social_work.clause),
            Side(Label("注册志愿者", "registered"), review.table.clause.at("序号15")),
            Side(Label("实名认证志愿者", "verified under their names"), governance.volunteers.clause),
        ),
        Label("注册与认证分作两个指标", "registered and verified are two indicators"),
        Label("认证是否与注册相同，文中未写", "the text does not say that they are the same"),
    ),
    Discrepancy(
        "social_work_professionals_leap",
        Label("社会工作专业人才的口径", "who counts as a social work professional"),
        SCOPE,
        (
            Side(Label("规划265人", "265 planned"), review.table.clause.at("序号14 规划指标")),
            Side(Label("实现2981人", "2981 reached"), review.table.clause.at("序号14 实现情况")),
            Side(Label("其中持证2025年1300人", "1300 of them certified by 2025"), governance.talents.clause),
        ),
        Label("2981人，目标4000人以此为基期", "2981, from which the target of 4000 starts"),
        Label(
            "实现为规划的十一倍，口径应已改变；文中未写",
            "eleven times the plan: the definition must have changed, which the text does not say",
        ),
    ),
    Discrepancy(
        "agencies_name",
        Label("社会工作服务机构的名称", "the name of the social work agencies"),
        NAME,
        (
            Side(Label("社会工作服务机构7家", "7 social work agencies"), review.social_work.clause),
            Side(
                Label("民办社工服务机构增至12家以上", "private social work agencies to become 12 or more"),
                governance.agencies.clause,
            ),
        ),
        Label("读作同一类机构", "read as the same agencies"),
        Label("写作增加至，以现有机构为基数", "they are to become more, so those of today are meant"),
    ),
    Discrepancy(
        "lottery_years",
        Label("福利彩票的年份口径", "the years that lottery figures cover"),
        SCOPE,
        (
            Side(Label("五年7.35亿元", "735 million yuan in five years"), review.lottery.clause),
            Side(
                Label("当年规划2亿元，实现1.14亿元", "in the year 200 million planned, 114 million reached"),
                review.table.clause.at("序号4"),
            ),
            Side(Label("“十四五”五年7.5亿元", "750 million yuan in 2021-2025"), governance.operation.clause),
        ),
        Label("年度额评价2020年目标，五年额另录", "the year's sales for the target, five years' apart"),
        Label(
            "五年年均1.47亿元，高于2020年而低于规划",
            "147 million a year on average: above 2020, below the plan",
        ),
    ),
    Discrepancy(
        "donations",
        Label("慈善捐赠额的口径", "what the figures of donations cover"),
        SCOPE,
        (
            Side(Label("五年接受捐助7001.73万元", "70.0 million yuan in five years"), review.charity.clause),
            Side(
                Label("2020年慈善组织接受2350万元", "23.5 million in 2020"),
                goals.table.clause.at("序号8 2020年"),
            ),
            Side(Label("2025年3000万元", "30 million in 2025"), goals.table.clause.at("序号8 2025年")),
            Side(
                Label("“十四五”款物1.2亿元", "120 million in money and kind in 2021-2025"),
                governance.charity_rules.clause,
            ),
        ),
        Label("年度额用表，五年额另录", "the table for a year, five years' figures apart"),
        Label(
            "年度与五年、捐款与款物、慈善组织与全区，口径不一",
            "a year or five, money or kind too, organisations or the whole district: not the same thing",
        ),
    ),
    Discrepancy(
        "elder_allowance_names",
        Label("老年人补贴的名称", "the names of the allowances to elders"),
        NAME,
        (
            Side(
                Label("高龄补贴；经济困难高龄失能养老服务补贴", "高龄补贴 and 经济困难高龄失能养老服务补贴"),
                review.care.clause,
            ),
            Side(
                Label("高龄津贴；高龄失能养老服务补贴", "高龄津贴 and 高龄失能养老服务补贴"),
                elderly_care.basic_care.clause,
            ),
        ),
        Label(
            "高龄津贴；经济困难的高龄失能老年人补贴",
            "old-age allowance; allowance for very old and dependent elders",
        ),
        Label("读作同一制度，用市级名称", "read as the same allowances, under the municipality's names"),
    ),
)

# What is promised for 2021-2025, from the preamble to the end notes.
of_plan_14 = (
    Discrepancy(
        "municipal_plan_title",
        Label("市级规划的名称", "the title of the municipality's plan"),
        NAME,
        (
            Side(
                Label("“规划”二字前后重复", "the word for plan stands twice"),
                document.at("依据《重庆市民政事业发展规划"),
            ),
            Side(Label("只在末尾写“规划”", "it stands once, at the end"), municipal_plan_14.at("标题")),
        ),
        Label("重庆市民政事业发展“十四五”规划", "14th five-year plan for civil affairs of Chongqing"),
        Label("其他区县的规划如此引用", "the plans of other districts cite it so"),
    ),
    Discrepancy(
        "undated_document",
        Label("规划的发布日期", "when the plan was issued"),
        DATES,
        (
            Side(
                Label("2021年底已实现跨省通办", "reached by the end of 2021"),
                basic_protection.rural_services.clause,
            ),
            Side(
                Label("2021年开展试点", "a pilot to be held in 2021"), basic_protection.rehabilitation.clause
            ),
            Side(
                Label("2021年启动两所机构", "two institutions begun in 2021"), elderly_care.tekun_box.clause
            ),
            Side(Label("2022年9月前轮训", "training before September 2022"), governance.training_box.clause),
        ),
        Label("发布日期记为不详", "the date of issue is left unknown"),
        Label(
            "文本无日期；一处已在2021年底之后，其余仍作打算",
            "the copy has no date; one place looks back on 2021, the others look forward to it",
        ),
    ),
    Discrepancy(
        "twin_city_outline_title",
        Label("成渝规划纲要的名称", "the title of the outline for Chengdu and Chongqing"),
        NAME,
        (
            Side(Label("成渝…发展规划纲要", "outline of development"), goals.chengdu_chongqing.clause),
            Side(
                Label("同句又作建设规划纲要", "in the same sentence, outline of construction"),
                goals.chengdu_chongqing.clause,
            ),
        ),
        Label(
            "成渝地区双城经济圈建设规划纲要", "outline of the construction of the twin-city economic circle"
        ),
        Label("联合实施方案的名称引用此名", "the joint plan cites it under this title"),
    ),
    Discrepancy(
        "minors_station_coverage",
        Label("2025年未成年人保护工作站覆盖率", "coverage of minors' protection stations in 2025"),
        TWO_VALUES,
        (
            Side(Label("100%", "100%"), goals.table.clause.at("序号11 2025年")),
            Side(Label("50%", "50%"), services.minors_box.clause),
        ),
        Label("指标表的100%", "100%, as the table of indicators has it"),
        TABLE_IS_FOLLOWED,
    ),
    Discrepancy(
        "minors_centre_name",
        Label("保护中心的名称和床位", "the protection centre and its beds"),
        NAME,
        (
            Side(
                Label(
                    "流浪未成年人保护中心，10张，规划30张",
                    "centre for homeless minors: 10 beds of 30 planned",
                ),
                review.table.clause.at("序号6"),
            ),
            Side(
                Label("未成年人保护中心新建，100张", "new minors' protection centre: 100 beds"),
                services.guardianship.clause,
            ),
        ),
        Label("分作两件事", "two things"),
        Label(
            "新中心面向全部未成年人，是否取代旧中心未写",
            "the new one is for all minors; whether it replaces the old is not said",
        ),
    ),
    Discrepancy(
        "rehabilitation_centre_date",
        Label("社区康复综合机构的期限", "by when the rehabilitation institution is built"),
        DATES,
        (
            Side(
                Label("句首写2021年", "the sentence begins with 2021"), basic_protection.rehabilitation.clause
            ),
            Side(Label("2025年底", "by the end of 2025"), basic_protection.rehabilitation_box.clause),
        ),
        Label("2025年底", "the end of 2025"),
        Label("2021年读作只指试点", "2021 is read of the pilot alone"),
    ),
    Discrepancy(
        "residents_insurance_name",
        Label("居民医保的名称", "the name of the residents' medical insurance"),
        NAME,
        (
            Side(
                Label("城乡居民基本医疗保险", "basic medical insurance"), basic_protection.difficulty.clause
            ),
            Side(
                Label("城乡居民合作医疗保险", "cooperative medical insurance"),
                basic_protection.difficulty_box.clause,
            ),
        ),
        Label("城乡居民基本医疗保险", "basic medical insurance of residents"),
        Label("国家制度的现名", "the present name of the national scheme"),
    ),
    Discrepancy(
        "education_grant_name",
        Label("助学工程的名称", "the name of the education grants"),
        NAME,
        (
            Side(Label("福彩圆梦·助学", "without the word orphan"), basic_protection.orphans.clause),
            Side(Label("福彩圆梦·孤儿助学工程", "with the word orphan"), document.at("名词解释 2")),
        ),
        Label("福彩圆梦·孤儿助学工程", "with the word orphan"),
        Label("民政部文件用此名", "the ministry's documents have it so"),
    ),
    Discrepancy(
        "cemeteries_named",
        Label("镇(村)级公益性公墓的数量", "how many public-benefit cemeteries of townships and villages"),
        SCOPE,
        (
            Side(Label("16个以上", "16 or more"), services.facilities.clause),
            Side(Label("只列出8处地名", "only eight places are named"), services.funeral_box.clause),
        ),
        Label("16个以上", "16 or more"),
        Label("专栏列的是从2022年起先启动的", "the box names those that are begun from 2022 on"),
    ),
    Discrepancy(
        "funeral_stations_named",
        Label("新建殡仪服务站的数量", "how many new funeral service stations"),
        SCOPE,
        (
            Side(Label("9个以上", "9 or more"), services.facilities.clause),
            Side(Label("只列出7处地名", "only seven places are named"), services.funeral_box.clause),
        ),
        Label("9个以上", "9 or more"),
        Label("专栏未称其为全部", "the box does not say that these are all"),
    ),
    Discrepancy(
        "township_institution_coverage",
        Label("2025年镇(街道)综合养老机构覆盖", "coverage of comprehensive care institutions in 2025"),
        TWO_VALUES,
        (
            Side(Label("≥90%", "at least 90%"), goals.table.clause.at("序号16 2025年")),
            Side(Label("所有的镇(街道)", "every township and sub-district"), elderly_care.network.clause),
        ),
        Label("指标表的≥90%", "at least 90%, as the table of indicators has it"),
        TABLE_IS_FOLLOWED,
    ),
    Discrepancy(
        "rural_care_coverage_year",
        Label("农村社区养老服务全覆盖的年份", "by when elderly care covers all rural communities"),
        DATES,
        (
            Side(Label("2020年33.7%", "33.7% in 2020"), review.table.clause.at("序号3(农村) 实现情况")),
            Side(Label("2022年全覆盖", "full coverage by 2022"), elderly_care.inclusive_box.clause),
            Side(
                Label("2025年社区居家养老全面覆盖", "full coverage of communities by 2025"), goals.care.clause
            ),
            Side(Label("全覆盖，未写期限", "full coverage, no date"), elderly_care.community_care.clause),
        ),
        Label("农村为2022年，全区为2025年", "2022 for villages, 2025 for the whole district"),
        Label("农村一项最具体", "what is said of villages is the most precise"),
    ),
    Discrepancy(
        "care_centres_number",
        Label("失能特困人员集中照护机构的数量", "how many care institutions for dependent tekun persons"),
        SCOPE,
        (
            Side(Label("建成4－6所", "4 to 6 in all"), elderly_care.network.clause),
            Side(Label("2022年2所", "2 by 2022"), elderly_care.inclusive_box.clause),
            Side(
                Label(
                    "建设4－6所，2021年启动2所、2023年启动4所，又作新增4－6所",
                    "4 to 6 to be built, 2 begun in 2021 and 4 in 2023, then again 4 to 6 added",
                ),
                elderly_care.tekun_box.clause,
            ),
        ),
        Label("2025年4－6所，2022年2所为阶段目标", "4 to 6 by 2025, with 2 by 2022 on the way"),
        Label(
            "启动数合计6所，在区间内；新增读作建成",
            "those begun make 6, within the range; added is read as built",
        ),
    ),
    Discrepancy(
        "care_centres_name",
        Label("集中照护机构的名称", "the name of these institutions"),
        NAME,
        (
            Side(
                Label("失能特困人员集中照护中心", "centre for dependent tekun persons"),
                elderly_care.network.clause,
            ),
            Side(
                Label("区级失能特困人员集中照护中心", "the same, of the district"),
                elderly_care.inclusive_box.clause,
            ),
            Side(
                Label(
                    "失能特困人员集中照护机构；特困人员集中照护机构",
                    "institution for dependent tekun persons; institution for tekun persons",
                ),
                elderly_care.tekun_box.clause,
            ),
        ),
        Label("失能特困人员集中照护中心", "care centre for dependent tekun persons"),
        Label("读作同一类机构", "read as the same institutions"),
    ),
    Discrepancy(
        "home_beds_name",
        Label("家庭床位的名称", "the name of care beds at home"),
        NAME,
        (
            Side(Label("家庭照护床位", "nursing beds at home"), elderly_care.network.clause),
            Side(
                Label("家庭养老床位；家庭养老服务床位", "elderly-care beds at home"),
                elderly_care.home_care.clause,
            ),
        ),
        Label("家庭养老床位", "elderly-care beds at home"),
        Label("数字与此名相连", "the figure goes with this name"),
    ),
    Discrepancy(
        "care_staff_parts",
        Label("专业护理人才与其各类之和", "care professionals against their kinds"),
        TWO_VALUES,
        (
            Side(
                Label("新增专业护理人才1000人", "1000 care professionals added"),
                elderly_care.staff_box.clause,
            ),
            Side(
                Label(
                    "院长100名、主管100名、护理员700名，合计900名",
                    "100 heads, 100 supervisors and 700 care workers, 900 in all",
                ),
                elderly_care.staff_box.clause,
            ),
        ),
        BOTH_KEPT,
        Label(
            "未写1000人由三类组成，其余100人未说明",
            "the box does not say that the three kinds make the 1000; 100 stay unexplained",
        ),
    ),
)
