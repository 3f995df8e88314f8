"""Where Guichi's plan contradicts itself, or later documents contradict it: both sides, and what the model uses."""

from civaffairs import Discrepancy, Grade, Label, Side
from civaffairs_anhui.documents import standards_2023
from civaffairs_china.law import plan_14 as national_plan
from civaffairs_china.law import tekun_measures
from civaffairs_guichi import basic_protection, elderly_care, goals, review, services, situation
from civaffairs_guichi.documents import plan_14 as document
from civaffairs_guichi.documents import standards_2022

results = review.table.clause
targets = goals.table.clause
nation = national_plan.at("约束性指标")

# Contradictions in and about the results of 2016-2020 (第一章第一节), in the order of the document.
of_plan_13 = (
    Discrepancy(
        "all_tasks_completed",
        Label("“十三五”任务是否全部完成", "whether every task of 2016-2020 was completed"),
        Grade.TWO_VALUES,
        (
            Side(Label("全面完成各项工作任务", "every task was completed"), review.claim.clause),
            Side(Label("民政事业费支出5.36亿元，目标8.64亿元", "expenditure 536 million yuan of 864 million"),
                 results.at("序号14")),
        ),
        Label("表中的数字", "the figures of the table"),
        Label("数字可以核对，概括性的话不能", "figures can be checked, a summary cannot"),
    ),
    Discrepancy(
        "dibao_unified",
        Label("城乡低保标准是否统一", "whether town and country have one Dibao standard"),
        Grade.TWO_VALUES,
        (
            Side(Label("2018年实行城乡统筹，2020年统一为634元", "one standard since 2018, 634 yuan in 2020"),
                 review.standards.clause),
            Side(Label("2022年7月城市725元，农村708元", "725 yuan in town and 708 in the country in July 2022"),
                 standards_2022.at("城市低保")),
            Side(Label("2023年城市787元，农村750元", "787 yuan in town and 750 in the country in 2023"),
                 standards_2023.at("城市低保")),
        ),
        Label("各年各自公布的标准", "the standard published for each year"),
        Label("2022年公布的两个标准不同；何时又分开，来源没有说明",
              "the two standards of 2022 differ; no source says when they parted again"),
    ),
    Discrepancy(
        "tekun_standard_name",
        Label("特困标准的名称", "what the standard of tekun persons is called"),
        Grade.NAME,
        (
            Side(Label("特困供养救助标准，每月709元", "standard of support, 709 yuan a month"),
                 review.standards.clause),
            Side(Label("特困人员基本生活标准，8508元", "basic living standard, 8508 yuan"),
                 results.at("序号2③").at("2020实际")),
        ),
        Label("同一标准，用部颁名称“特困人员基本生活标准”", "one standard, under the Ministry's name of basic living standard"),
        Label("709元乘以12个月为8508元", "709 yuan times 12 months is 8508"),
    ),
    Discrepancy(
        "standards_by_month_or_year",
        Label("低保和特困标准按月还是按年", "Dibao and tekun standards by month or by year"),
        Grade.SCOPE,
        (
            Side(Label("低保634元、特困709元，每月", "634 and 709 yuan, a month"), review.standards.clause),
            Side(Label("低保7608元，单位只写元", "7608 yuan for Dibao, without a period"), results.at("序号1②").at("2020实际")),
            Side(Label("特困8508元，未写单位", "8508 for tekun persons, without a unit"), results.at("序号2③").at("2020实际")),
        ),
        Label("表中读作每年", "the table is read by the year"),
        Label("每月标准乘以12正好是表中的数", "the monthly standards times 12 give the table's figures exactly"),
    ),
    Discrepancy(
        "tekun_below_multiple",
        Label("特困标准与低保标准1.3倍的下限", "the standard of tekun persons and its floor of 1.3 times Dibao"),
        Grade.SCOPE,
        (
            Side(Label("2016年290元，城市低保510元的1.3倍为663元，农村低保每月也有约315元",
                       "290 yuan in 2016; 1.3 times urban Dibao is 663, and rural Dibao alone is some 315 a month"),
                 review.standards.clause),
            Side(Label("2020年709元，低保634元的1.3倍为824.2元", "709 yuan in 2020; 1.3 times 634 is 824.2"),
                 review.standards.clause),
            Side(Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard"), targets.at("序号2")),
            Side(Label("2023年城市1137元，低保787元的1.3倍为1023.1元", "1137 yuan in town in 2023; 1.3 times 787 is 1023.1"),
                 standards_2023.at("城市特困人员基本生活标准")),
        ),
        Label("各年的数照录；下限自规划起适用", "the figures as they stand; the floor holds from the plan on"),
        Label("2020年的目标只写消费支出的60%；1.3倍是2025年的目标，2023年的标准已达到",
              "the target of 2020 names 60 % of consumption only; 1.3 times is that of 2025, which 2023 meets"),
    ),
    Discrepancy(
        "all_children_covered",
        Label("孤儿和事实无人抚养儿童是否全部保障", "whether all orphans and de facto unattended children are covered"),
        Grade.SCOPE,
        (
            Side(Label("全部纳入保障范围", "all are covered"), review.children.clause),
            Side(Label("“应保尽保”只写作基本实现", "cover for everyone eligible is only basically reached"), review.children.clause),
        ),
        Label("全部，读作100%", "all, read as 100 %"),
        Label("“基本”没有数，“全部”可以核对", "“basically” has no figure, “all” can be checked"),
    ),
    Discrepancy(
        "orphan_standard_or_floor",
        Label("2020年孤儿标准是定额还是下限", "whether the orphan standards of 2020 are amounts or floors"),
        Grade.SCOPE,
        (
            Side(Label("2016年为790元和1190元", "790 and 1190 yuan in 2016"), review.children.clause),
            Side(Label("2020年不低于1050元和1450元", "at least 1050 and 1450 yuan in 2020"), review.children.clause),
        ),
        Label("1050元和1450元，注明为下限", "1050 and 1450 yuan, said to be floors"),
        Label("来源没有给出实际发放的金额", "no source gives what was paid"),
    ),
    Discrepancy(
        "rural_care_systems",
        Label("农村老年人三项关爱制度与三项指标不对应", "three systems of care for rural elders, and three other rates"),
        Grade.NAME,
        (
            Side(Label("赡养协议、留守老年人联系登记、特殊群体探视走访三项制度",
                       "agreements, contacts of left-behind elders, visits to elders in special need"),
                 review.visits.clause),
            Side(Label("联系人登记、留守信息登记、赡养协议三项100%，没有探视走访",
                       "contacts, registration and agreements at 100 %, and none for visits"),
                 review.visits.clause),
        ),
        Label("三项比率照录，探视走访没有数", "the three rates as printed; visits have no figure"),
        Label("同一段中两处所指不同", "the two places of one paragraph name different things"),
    ),
    Discrepancy(
        "three_level_centres",
        Label("养老“三级中心”是否全覆盖", "whether elderly-care centres cover all three levels"),
        Grade.SCOPE,
        (
            Side(Label("“三级中心”建设全覆盖", "full coverage with centres on three levels"),
                 review.places.clause),
            Side(Label("建成服务站的村(社区)为33个", "33 villages and communities with a station"),
                 review.places.clause),
            Side(Label("村(农村社区)173个、城市社区35个", "173 villages and rural communities, 35 urban communities"),
                 review.communities.clause),
        ),
        Label("全覆盖读作100%，33个照录", "full coverage as 100 %, and 33 as printed"),
        Label("“三级”指哪三级，文中没有定义；33个只是208个的一部分",
              "which three levels is not said; 33 are a part of 208"),
    ),
    Discrepancy(
        "care_centres_and_institutions",
        Label("镇(街道)养老服务覆盖", "townships with elderly care"),
        Grade.SCOPE,
        (
            Side(Label("2020年20个镇(街道)全面建成居家养老服务中心", "20 townships with a home-care centre by 2020"),
                 review.places.clause),
            Side(Label("2025年具备综合功能的养老服务机构覆盖率60%，年均增长10",
                       "60 % with a comprehensive institution by 2025, growing by 10 a year"),
                 targets.at("序号8")),
        ),
        Label("两者分别记录", "both, as two things"),
        Label("居家养老服务中心不等于具备综合功能的机构", "a home-care centre is no comprehensive institution"),
    ),
    Discrepancy(
        "service_facility_name",
        Label("城乡社区服务场所的名称", "what the service places of communities are called"),
        Grade.NAME,
        (
            Side(Label("城乡社区综合服务中心100%", "service centres, 100 %"), review.communities.clause),
            Side(Label("城市社区服务站100%", "urban service stations, 100 %"), results.at("序号3")),
            Side(Label("农村社区服务站100%", "rural service stations, 100 %"), results.at("序号4")),
            Side(Label("城乡社区综合服务设施", "service facilities"), targets.at("序号10")),
        ),
        Label("中心读作综合服务设施，服务站另计", "centres are read as facilities, stations are counted apart"),
        Label("文中没有定义，数值也不矛盾", "the document defines none of them, and the figures do not clash"),
    ),
    Discrepancy(
        "four_level_grid",
        Label("网格治理体系的级数", "how many levels the grid has"),
        Grade.TWO_VALUES,
        (
            Side(Label("称四级网格治理体系", "said to have four levels"), review.workers.clause),
            Side(Label("只列镇(街道)、村(社区)、村民小组(小区、楼栋)三级",
                       "three levels listed: township, village, group or estate"),
                 review.workers.clause),
        ),
        Label("四级", "four"),
        Label("小组与小区、楼栋可以算作两级，四级是明写的数",
              "groups and buildings may count as two levels, and four is what is printed"),
    ),
    Discrepancy(
        "grids_and_keepers",
        Label("网格数与网格人员数", "grids and those who keep them"),
        Grade.SCOPE,
        (
            Side(Label("5293个网格", "5293 grids"), review.workers.clause),
            Side(Label("片长416人、楼栋长1411人、网格员3315人，合计5142人", "416, 1411 and 3315 keepers, 5142 in all"),
                 review.workers.clause),
        ),
        Label("四个数各自照录，不作合计", "the four figures as printed, without a sum"),
        Label("文中没有说一格一人", "the document does not say one keeper for each grid"),
    ),
    Discrepancy(
        "volunteers_masked",
        Label("注册志愿者人数被遮盖而比例写明", "registered volunteers are masked while their shares are printed"),
        Grade.SCOPE,
        (
            Side(Label("志愿者人数印作星号", "the counts are printed as stars"), review.volunteering.clause),
            Side(Label("占居民人口26%", "26 % of residents"), results.at("序号10").at("2020实际")),
        ),
        Label("人数作未知", "the counts are unknown"),
        Label("居民人口口径不明，不由比例反推", "whose share it is of is not defined, so nothing is worked back from it"),
    ),
    Discrepancy(
        "cemeteries_in_every_township",
        Label("2020年公益性公墓是否覆盖各镇(街道)", "whether every township had a public-benefit cemetery in 2020"),
        Grade.TWO_VALUES,
        (
            Side(Label("乡镇级覆盖率2020年实际100%", "every township covered in 2020"), results.at("序号12").at("2020实际")),
            Side(Label("建成3处，14个镇(街道)只完成前期工作", "3 built, and 14 townships with approvals only"),
                 review.cemeteries.clause),
            Side(Label("2021年才推进全覆盖", "full coverage was pursued in 2021"), services.funerals.clause),
        ),
        Label("表中100%照录", "100 % as the table has it"),
        Label("表中口径还含骨灰安放设施，文中没有其数量",
              "the table counts ash facilities as well, of which the text says nothing"),
    ),
    Discrepancy(
        "urban_dibao_share_2020",
        Label("城市低保标准占消费支出比率是否完成", "whether the urban Dibao share of consumption was reached"),
        Grade.TWO_VALUES,
        (
            Side(Label("目标为28-35", "the target is 28-35"), results.at("序号1①").at("2020目标")),
            Side(Label("实际为37，注明完成", "the result is 37, marked as reached"), results.at("序号1①").at("2020实际")),
        ),
        Label("37%,在目标区间之外", "37 %, outside the interval"),
        Label("两端含在区间内，37超出上限", "both ends belong to the interval, and 37 exceeds the upper one"),
    ),
    Discrepancy(
        "care_rate_without_figure",
        Label("不能自理特困人员集中供养率无法核对", "support in institutions for dependent tekun persons cannot be checked"),
        Grade.SCOPE,
        (
            Side(Label("目标按民政部标准，没有数", "the target is the Ministry's, without a figure"),
                 results.at("序号2②").at("2020目标")),
            Side(Label("50，注明完成", "50, marked as reached"), results.at("序号2②").at("2020实际")),
        ),
        Label("能否完成不作判断", "whether it was reached is not told"),
        Label("民政部的数不在来源中", "the Ministry's figure is not among the sources"),
    ),
    Discrepancy(
        "care_standard_interval",
        Label("照料护理标准以区间对下限", "an interval of care standards against a floor"),
        Grade.SCOPE,
        (
            Side(Label("目标不低于重残补贴标准，没有数", "at least the subsidy for the severely disabled, without a figure"),
                 results.at("序号2④").at("2020目标")),
            Side(Label("100-300，单位缺“元”，注明完成", "100-300, the yuan left out, marked as reached"),
                 results.at("序号2④").at("2020实际")),
        ),
        Label("区间照录，能否完成不作判断", "the interval as printed; whether it was reached is not told"),
        Label("要区间下端也不低于重残补贴才算完成，而补贴标准不在文中",
              "its lower end would have to reach the subsidy, which the document does not give"),
    ),
    Discrepancy(
        "organisations_per_10000",
        Label("每万人社会组织数", "social organisations per 10,000 persons"),
        Grade.TWO_VALUES,
        (
            Side(Label("7.6个", "7.6"), results.at("序号8").at("2020实际")),
            Side(Label("474家", "474 organisations"), review.registered.clause),
            Side(Label("由老年人口及其比重得常住人口61.5万", "615,000 residents by the elders and their share"),
                 situation.ageing.clause),
        ),
        Label("表中的7.6", "7.6 as the table has it"),
        Label("474家除以61.5万人为7.7；7.6可能按户籍人口或更早的家数",
              "474 over 615,000 is 7.7; 7.6 may be of registered population or an earlier count"),
    ),
)  # fmt: skip

# Contradictions in and about the plan for 2021-2025 (第二章第三节, 第三章).
of_plan_14 = (
    Discrepancy(
        "units_blank",
        Label("表2单位栏多为空白", "most cells of the column of units are blank"),
        Grade.SCOPE,
        (
            Side(Label("第8、9行印作%", "rows 8 and 9 print %"), targets.at("序号8")),
            Side(Label("其余比率没有单位", "the other shares have no unit"), targets.at("序号4")),
        ),
        Label("空白的比率读作%", "shares without a unit are read as %"),
        Label("同类指标在表1中都写%", "table 1 prints % for the same kind of indicator"),
    ),
    Discrepancy(
        "binding_without_value_vagrant_return_rate",
        Label("流浪乞讨受助人员接送返回率为约束性却无目标值", "homeless persons brought home: binding, and without a value"),
        Grade.SCOPE,
        (
            Side(Label("属性为约束性", "the nature is binding"), targets.at("序号5").at("属性")),
            Side(Label("目标值为“--”", "the target is printed “--”"), targets.at("序号5").at("2025年目标值")),
            Side(Label("国家为约束性，100%", "the nation: binding, 100 %"), nation),
        ),
        Label("区里没有目标值", "no target value of the district"),
        Label("文中别处也没有给出数值；国家的数见国家规划，不代为填入",
              "the document gives no figure elsewhere; that of the nation stands in its own plan and is not filled in"),
    ),
    Discrepancy(
        "binding_without_value_county_burial_facility_coverage",
        Label("县级公益性安葬(放)设施覆盖率为约束性却无目标值",
              "coverage of counties with public-benefit burial facilities: binding, and without a value"),
        Grade.SCOPE,
        (
            Side(Label("属性为约束性", "the nature is binding"), targets.at("序号16").at("属性")),
            Side(Label("目标值为“--”", "the target is printed “--”"), targets.at("序号16").at("2025年目标值")),
            Side(Label("国家为约束性，100%", "the nation: binding, 100 %"), nation),
        ),
        Label("区里没有目标值", "no target value of the district"),
        Label("文中别处也没有给出数值；国家的数见国家规划，不代为填入",
              "the document gives no figure elsewhere; that of the nation stands in its own plan and is not filled in"),
    ),
    Discrepancy(
        "urban_dibao_band",
        Label("城市低保占比目标低于已有水平", "the urban Dibao share is promised below where it stands"),
        Grade.TWO_VALUES,
        (
            Side(Label("2025年目标28-35", "28-35 for 2025"), targets.at("序号1").at("2025年目标值")),
            Side(Label("2020年实际37", "37 in 2020"), results.at("序号1①").at("2020实际")),
        ),
        Label("目标区间照录", "the interval as printed"),
        Label("目标没有优劣方向，37要降回区间才算完成", "neither end is better, and 37 must fall back into the interval"),
    ),
    Discrepancy(
        "growth_in_points",
        Label("年均增长(%)是比率还是百分点", "whether average annual growth is a rate or in points"),
        Grade.SCOPE,
        (
            Side(Label("护理型床位2025年不低于55，年均增长不低于4.7", "nursing beds 55 by 2025, growing by 4.7 a year"),
                 targets.at("序号7")),
            Side(Label("2020年为31.28", "31.28 in 2020"), results.at("序号7①").at("2020实际")),
        ),
        Label("两种读法都核对，相符才下结论", "both readings are followed, and told where they agree"),
        Label("31.28加五个4.7为54.78，按比率五年只到39.4，可见此行指百分点；其他行没有2020年的数",
              "31.28 and five times 4.7 is 54.78, at a rate of 4.7 % it is 39.4: here points are meant; no other row "
              "has a figure of 2020"),
    ),
    Discrepancy(
        "nursing_bed_scope",
        Label("护理型床位占比的分母", "of which beds nursing beds are a share"),
        Grade.SCOPE,
        (
            Side(Label("表1为每千名老年人床位中的护理型床位", "table 1: among the beds per 1,000 elders"), results.at("序号7①")),
            Side(Label("表2为养老机构护理型床位", "table 2: among beds of institutions"), targets.at("序号7")),
            Side(Label("正文为各类养老机构护理型床位", "text: among beds of institutions of all kinds"), elderly_care.facilities.clause),
        ),
        Label("同一指标：养老机构床位", "one indicator: beds of institutions"),
        Label("年均增长只有接着表1的数才算得通", "the yearly growth fits only with the figure of table 1"),
    ),
    Discrepancy(
        "social_work_professionals",
        Label("社会工作专业人才的目标低于已有水平", "social work professionals are promised below where they stand"),
        Grade.TWO_VALUES,
        (
            Side(Label("2020年占总人口1%", "1 % of the population in 2020"), results.at("序号9").at("2020实际")),
            Side(Label("2025年0.48万人，年均增长1", "4800 by 2025, growing by 1 a year"), targets.at("序号12")),
        ),
        Label("两个目标各自照录", "both as printed"),
        Label("61.5万人的1%约0.6万人，多于0.48万人；1%取整到个位，口径也可能不同",
              "1 % of 615,000 is some 6,000, more than 4800; 1 % is rounded, and its scope may differ"),
    ),
    Discrepancy(
        "dependent_tekun_care",
        Label("特困人员集中供养率的三种口径", "three scopes of tekun persons in concentrated care"),
        Grade.SCOPE,
        (
            Side(Label("失能、半失能2023年不低于60%", "partly and fully dependent, 60 % by 2023"), basic_protection.systems.clause),
            Side(Label("不能自理2020年50", "those who cannot care for themselves, 50 in 2020"),
                 results.at("序号2②").at("2020实际")),
            Side(Label("有集中供养意愿2025年100", "those who want it, 100 by 2025"), targets.at("序号4")),
        ),
        Label("前两种读作同一指标，有意愿的另计", "the first two are one indicator, those who want it another"),
        Label("不能自理包括失能和半失能", "who cannot care for himself is partly or fully dependent"),
    ),
    Discrepancy(
        "tekun_age_already_eighteen",
        Label("特困未成年人年龄何时延长至18周岁", "when minors had tekun support up to 18"),
        Grade.DATES,
        (
            Side(Label("2022年规划提出由16周岁延长", "the plan of 2022 is to raise it from 16"), basic_protection.basic.clause),
            Side(Label("国家2021年已定为18周岁", "the nation had set 18 in 2021"), tekun_measures.at("第二十四条")),
        ),
        Label("国家规定，自其施行起", "the national rule, from when it holds"),
        Label("上位规定在先，规划重述", "the rule above came first, and the plan repeats it"),
    ),
    Discrepancy(
        "minors_station_or_post",
        Label("镇(街道)未成年人保护工作站还是工作专干", "a minors' protection station or a staff member"),
        Grade.SCOPE,
        (
            Side(Label("工作站覆盖率100", "stations in all townships"), targets.at("序号6")),
            Side(Label("工作站或工作专干", "a station or a staff member"), basic_protection.minors.clause),
        ),
        Label("工作站覆盖率100%", "stations in all townships"),
        Label("表中指标更严，且有数", "the table is stricter and has a figure"),
    ),
    Discrepancy(
        "new_estates_and_communities",
        Label("养老服务设施配建达标的期限", "by when elderly-care facilities meet the building standard"),
        Grade.SCOPE,
        (
            Side(Label("新建城区和居住(小)区2022年100%", "new estates, 100 % by 2022"), elderly_care.facilities.clause),
            Side(Label("城市社区2025年100", "urban communities, 100 by 2025"), targets.at("序号9")),
        ),
        Label("两项指标", "two indicators"),
        Label("正文2022年只指新建，老旧和已建成的为2025年底", "the text means new ones by 2022, old and built ones by the end of 2025"),
    ),
    Discrepancy(
        "elder_canteens",
        Label("老年食堂覆盖率", "coverage with canteens for elders"),
        Grade.SCOPE,
        (
            Side(Label("镇(街道)、村(社区)2023年达30%，新增不少于22个",
                       "townships, villages and communities: 30 % by 2023, at least 22 added"),
                 elderly_care.facilities.clause),
            Side(Label("城市社区2025年全覆盖", "urban communities: all by 2025"), elderly_care.facilities.clause),
        ),
        Label("两项指标", "two indicators"),
        Label("范围不同：30%含农村；现有食堂数不在文中，22个与30%无法互算",
              "the scopes differ, 30 % counts the country in; how many there were is not printed, so 22 and 30 % cannot "
              "be checked against each other"),
    ),
    Discrepancy(
        "milestone_before_issue",
        Label("规划印发前的节点", "a milestone before the plan was issued"),
        Grade.DATES,
        (
            Side(Label("2021年公益性公墓镇(街道)全覆盖", "cemeteries in every township in 2021"), services.funerals.clause),
            Side(Label("规划印于2022年10月", "the plan is dated October 2022"), document.at("2022年10月")),
        ),
        Label("作2021年的节点记录", "recorded as a milestone of 2021"),
        Label("文中作为已有基础，没有说是否完成", "the text builds on it and does not say whether it was reached"),
    ),
    Discrepancy(
        "milestones_in_the_year_of_issue",
        Label("规划印发当年到期的节点", "milestones due in the year of issue"),
        Grade.DATES,
        (
            Side(Label("新建小区设施2022年达标", "facilities of new estates by 2022"), elderly_care.facilities.clause),
            Side(Label("婚姻登记“市内通办”2022年底前", "marriages anywhere in the city by the end of 2022"),
                 services.marriage.clause),
            Side(Label("规划印于2022年10月", "the plan is dated October 2022"), document.at("2022年10月")),
        ),
        Label("作2022年的节点记录", "recorded as milestones of 2022"),
        Label("印发时离到期不足三个月；2023年的节点不受影响",
              "less than three months were left; the milestones of 2023 are untouched"),
    ),
)  # fmt: skip
