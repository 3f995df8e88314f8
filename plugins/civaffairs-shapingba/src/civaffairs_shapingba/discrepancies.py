"""Where Shapingba's plan and its work points for 2025 contradict themselves or each other. Each side stays as it is."""

from civaffairs import Discrepancy, Grade, Label, Side
from civaffairs_china.law import plan_14 as national_plan_14
from civaffairs_chongqing.documents import notice_2022, notice_2023
from civaffairs_shapingba import (
    affairs,
    assistance,
    elderly_care,
    goals,
    governance,
    review,
    welfare,
)
from civaffairs_shapingba import work_points as points

TWO_VALUES, SCOPE, NAME, DATES = Grade.TWO_VALUES, Grade.SCOPE, Grade.NAME, Grade.DATES

# What the model uses, and why, wherever the same answer holds.
THE_TABLE = Label("指标表", "the table of indicators")
TABLE_HAS_NATURE = Label(
    "指标表写明性质，是全规划的约定", "the table gives each target its nature and speaks for the whole plan"
)
THE_TEXT = Label("正文", "the text")
EACH_FOR_ITSELF = Label("各按原文，互不代替", "each as it is printed, neither in place of the other")

# 一(一) 发展回顾
of_the_review = (
    Discrepancy(
        "social_organisations_2020",
        Label("2020年社会组织数量", "number of social organisations in 2020"),
        TWO_VALUES,
        (
            Side(Label("514家", "514"), review.organisations.clause),
            Side(Label("516个", "516"), goals.table.clause.at("序号17").at("2020年现状")),
        ),
        Label("指标表的516个", "516, as the table of indicators has it"),
        Label(
            "目标以该表为基期；但514与民办非企业单位387、社会团体127之和相符",
            "the targets start from this table; 514 is the sum of 387 units and 127 associations, though",
        ),
    ),
    Discrepancy(
        "charity_donations_2020",
        Label("慈善募集额", "charitable donations"),
        SCOPE,
        (
            Side(
                Label("五年募集358.53万元，其中捐款278.03万元", "3.5853 million yuan in five years, 2.7803 of it money"),
                review.charity.clause,
            ),
            Side(
                Label("2020年现状200万元，目标400万元", "2 million in 2020, 4 million as the target"),
                goals.table.clause.at("序号8"),
            ),
        ),
        Label("200万元作2020年一年的数", "2 million as the sum of the year 2020"),
        Label(
            "表中未写是当年还是累计；作累计则低于五年已募集的数",
            "the table does not say whether of one year or in all; in all it would be less than was raised already",
        ),
    ),
    Discrepancy(
        "social_workers_certified",
        Label("2020年社会工作人才的口径", "who counts as a social work professional in 2020"),
        SCOPE,
        (
            Side(Label("持证社工721人", "721 certified social workers"), review.organisations.clause),
            Side(
                Label("社会工作专业人才721人", "721 social work professionals"),
                goals.table.clause.at("序号7").at("2020年现状"),
            ),
        ),
        Label("两项指标各记721人", "721 for each of the two indicators"),
        Label(
            "社会工作专业人才一般多于持证者，同数说明口径未分",
            "professionals are as a rule more than those with a certificate: one figure for both says they were not told apart",
        ),
    ),
    Discrepancy(
        "living_subsidy_name",
        Label("残疾人生活补贴的名称", "the name of the living subsidy"),
        NAME,
        (
            Side(Label("贫困残疾人生活补贴", "for poor persons with disabilities (贫困)"), review.assistance.clause),
            Side(Label("困难残疾人生活补贴", "for persons with disabilities in difficulty (困难)"), welfare.disabled.clause),
        ),
        Label("困难残疾人生活补贴", "困难残疾人生活补贴"),
        Label("国务院文件用此名，指标表同", "the State Council and the table of indicators have this name"),
    ),
    Discrepancy(
        "brand_name",
        Label("社区治理品牌的名称", "the name of a brand of community governance"),
        NAME,
        (
            Side(Label("社区能人坊", "社区能人坊, the able"), review.communities.clause),
            Side(Label("社区贤人坊", "社区贤人坊, the worthy"), governance.brands.clause),
        ),
        Label("两名并存，不作统一", "both names as they stand"),
        Label("文中没有哪一处可作依据", "nothing in the plan says which is right"),
    ),
    Discrepancy(
        "funeral_home_name",
        Label("殡仪馆的名称", "the name of the funeral home"),
        NAME,
        (
            Side(Label("青木关殡仪馆", "Qingmuguan funeral home"), review.funerals.clause),
            Side(Label("青木殡仪馆", "Qingmu funeral home"), affairs.buildings.clause),
            Side(Label("青木殡仪馆", "Qingmu funeral home"), affairs.box_7.clause.at("2")),
        ),
        Label("作同一殡仪馆", "one and the same funeral home"),
        Label("青木关是所在镇名，两处所述相合", "Qingmuguan is the town where it stands, and the passages agree"),
    ),
)  # fmt: skip

# 二(三) 主要指标体系: the table against the text and the boxes.
of_the_table = (
    Discrepancy(
        "certified_community_workers",
        Label("社区工作者持证率目标", "target of community workers with a certificate"),
        TWO_VALUES,
        (
            Side(Label("指标表：>80%", "above 80% in the table"), goals.table.clause.at("序号19").at("2025年目标")),
            Side(Label("正文：超过90%", "above 90% in the text"), governance.talents.clause),
            Side(Label("专栏六：达到90%", "90% reached in box 6"), governance.box_6.clause.at("2")),
        ),
        Label("指标表的>80%", "above 80%, as the table has it"),
        TABLE_HAS_NATURE,
    ),
    Discrepancy(
        "certified_community_workers_name",
        Label("持证率的名称", "the name of the share with a certificate"),
        NAME,
        (
            Side(Label("社区工作人员社工证持证率", "of community staff (工作人员)"), goals.table.clause.at("序号19")),
            Side(Label("社区工作者社工证持有率", "of community workers (工作者)"), governance.talents.clause),
        ),
        Label("作同一指标", "one indicator"),
        Label("两处都以社工证计，对象无从区分", "both count the certificate, and the plan draws no line between the two"),
    ),
    Discrepancy(
        "nursing_beds",
        Label("护理型床位占比目标", "target of nursing beds"),
        TWO_VALUES,
        (
            Side(Label("指标表：≥65", "at least 65% in the table"), goals.table.clause.at("序号14").at("2025年目标")),
            Side(Label("正文：60%以上", "60% or more in the text"), elderly_care.medical.clause),
        ),
        Label("指标表的≥65%", "at least 65%, as the table has it"),
        TABLE_HAS_NATURE,
    ),
    Discrepancy(
        "nursing_beds_nature",
        Label("护理型床位占比的性质", "the nature of the target of nursing beds"),
        SCOPE,
        (
            Side(Label("本规划：预期性，≥65", "this plan: expected, at least 65%"), goals.table.clause.at("序号14").at("2025年目标")),
            Side(Label("国家规划：约束性，≥55", "the nation's plan: binding, at least 55%"), national_plan_14.at("约束性指标")),
        ),
        Label("预期性，如本规划所列", "expected, as this plan has it"),
        Label("区的目标已高于国家的约束值", "the district aims above what binds the nation"),
    ),
    Discrepancy(
        "home_care_facilities",
        Label("社区居家养老服务设施覆盖率目标", "target of facilities for care at home and in the community"),
        TWO_VALUES,
        (
            Side(Label("指标表：>95%", "above 95% in the table"), goals.table.clause.at("序号20").at("2025年目标")),
            Side(Label("正文：达到95%，又写全覆盖", "95% reached in the text, which speaks of full coverage too"), elderly_care.centres.clause),
            Side(Label("专栏二：基本全覆盖", "all but complete in box 2"), elderly_care.new_facilities.clause),
        ),
        Label("指标表的>95%", "above 95%, as the table has it"),
        TABLE_HAS_NATURE,
    ),
    Discrepancy(
        "care_service_or_facility",
        Label("养老服务覆盖率的口径", "what the coverage of elderly care counts"),
        SCOPE,
        (
            Side(Label("服务设施覆盖率95%", "95% with facilities"), elderly_care.centres.clause),
            Side(Label("养老服务覆盖率100%", "100% with services"), elderly_care.contents.clause),
        ),
        Label("作两项指标：设施和服务", "two indicators: facilities and services"),
        Label("没有设施的社区也可由附近设施服务", "a community without a facility can be served from the next one"),
    ),
    Discrepancy(
        "facility_area",
        Label("每百户设施面积目标", "target of facility area for 100 households"),
        TWO_VALUES,
        (
            Side(Label("指标表：>30", "above 30 m² in the table"), goals.table.clause.at("序号6").at("2025年目标")),
            Side(Label("正文：不低于30平方米", "not below 30 m² in the text"), governance.facilities.clause),
            Side(Label("专栏五：不低于30平方米", "not below 30 m² in box 5"), governance.box_5.clause.at("1")),
        ),
        Label("指标表的>30", "above 30 m², as the table has it"),
        Label("差别只在恰为30平方米时", "they differ at 30 m² itself only"),
    ),
)  # fmt: skip

# 三 重点任务: the text against its boxes, and against itself.
of_the_tasks = (
    Discrepancy(
        "assistance_levels",
        Label("社会救助的三级", "the three levels of social assistance"),
        SCOPE,
        (
            Side(Label("区、镇街、村(社区)", "district, townships, villages and communities"), assistance.finding.clause),
            Side(Label("区、街道、社区，未提镇和村", "district, sub-districts, communities: no towns, no villages"), assistance.checking.clause),
        ),
        Label("区、镇街、村(社区)", "district, townships, villages and communities"),
        Label("同节其余各处都含镇和村", "the rest of the section has towns and villages too"),
    ),
    Discrepancy(
        "home_adaptation_scope",
        Label("低保老年人家庭适老化改造的范围", "whether home adaptation covers elders in Dibao"),
        SCOPE,
        (
            Side(
                Label("适时扩大到低保老年人家庭", "extended to elders in Dibao when the time comes"),
                elderly_care.adaptation.clause,
            ),
            Side(
                Label("改造对象已含低保老年人家庭", "elders in Dibao are among those whose homes are adapted"),
                elderly_care.box_2.clause.at("5"),
            ),
        ),
        Label("含低保老年人家庭", "elders in Dibao are covered"),
        Label("专栏写明规划期内要完成的工程", "the box says what is to be carried out in the years of the plan"),
    ),
    Discrepancy(
        "care_circle_name",
        Label("养老服务圈的写法", "how the circle of care is written"),
        NAME,
        (
            Side(Label("15分钟", "15 minutes"), elderly_care.centres.clause),
            Side(Label("一刻钟", "a quarter of an hour"), elderly_care.contents.clause),
        ),
        Label("15分钟", "15 minutes"),
        Label("同一时长", "they are the same"),
    ),
    Discrepancy(
        "smart_care_platform_name",
        Label("智慧养老平台的名称", "the name of the platform of smart care"),
        NAME,
        (
            Side(Label("智慧养老服务平台", "platform of smart elderly care"), elderly_care.business.clause),
            Side(Label("区智慧养老云平台", "cloud platform of smart care"), elderly_care.smart.clause),
        ),
        Label("各作一项承诺", "a commitment for each"),
        Label("文中未写是否同一平台", "the plan does not say whether they are one"),
    ),
    Discrepancy(
        "mental_rehabilitation_coverage",
        Label("镇街精神障碍社区康复的覆盖", "townships with mental rehabilitation"),
        TWO_VALUES,
        (
            Side(Label("正文：2025年全覆盖", "full coverage by 2025 in the text"), welfare.rehabilitation.clause),
            Side(Label("专栏四：2022年全面推开，2025年广泛开展", "opened everywhere in 2022 and widely offered by 2025 in box 4"), welfare.box_4.clause),
        ),
        Label("正文的全覆盖，读作100%", "full coverage, read as 100%, as the text has it"),
        Label("“广泛”弱于此前的“全面”，也无从计量", "widely is less than everywhere, three years before, and cannot be measured"),
    ),
    Discrepancy(
        "smart_community_platform_name",
        Label("智慧社区平台的名称", "the name of the platform of smart communities"),
        NAME,
        (
            Side(Label("智慧社区一体化管理服务平台", "integrated platform of smart communities"), governance.smart_community.clause),
            Side(Label("城乡社区智慧服务平台，又称智慧社区云平台", "platform of smart services, also cloud platform"), governance.box_5.clause.at("2")),
        ),
        Label("各作一项承诺", "a commitment for each"),
        Label("文中未写是否同一平台", "the plan does not say whether they are one"),
    ),
    Discrepancy(
        "model_belts",
        Label("基层治理示范带的东西方位", "which model belt lies east and which west"),
        TWO_VALUES,
        (
            Side(Label("东(磁器口)、西(土主)", "Ciqikou east, Tuzhu west"), governance.brands.clause),
            Side(Label("东(土主)、西(磁器口)", "Tuzhu east, Ciqikou west"), governance.box_5.clause.at("3")),
        ),
        Label("正文：磁器口在东，土主在西", "the text: Ciqikou east, Tuzhu west"),
        Label("与地图相符", "it agrees with the map"),
    ),
    Discrepancy(
        "ash_room",
        Label("金竹山骨灰存放室的工程", "the works on the ash room of Jinzhu Mountain"),
        SCOPE,
        (
            Side(Label("改扩建", "rebuilt and extended"), affairs.buildings.clause),
            Side(Label("扩建", "extended"), affairs.box_7.clause.at("4")),
        ),
        Label("改扩建", "rebuilt and extended"),
        Label("正文含专栏所写", "the text includes what the box says"),
    ),
    Discrepancy(
        "steps_before_the_plan",
        Label("印发前已到期的步骤", "steps that were due before the plan was issued"),
        DATES,
        (
            Side(Label("2022年医养服务能力100%", "medical care in all facilities by 2022"), elderly_care.medical.clause),
            Side(Label("2021年试点参与率60%以上，2022年全面推开", "pilots of 2021 at 60%, everywhere in 2022"), welfare.box_4.clause),
            Side(Label("2022年底婚俗改革目标", "new customs at weddings by the end of 2022"), affairs.customs.clause),
        ),
        Label("按原文年份，作规划的步骤", "the years as printed, as steps of the plan"),
        Label("规划2023年2月才印发，期限却从2021年起", "the plan was issued in February 2023 for the years from 2021 on"),
    ),
    # Found when the standards are held against the rule; Chongqing rounds to whole yuan.
    Discrepancy(
        "tekun_standard_below_floor",
        Label("特困人员基本生活标准低于下限", "the tekun standard misses its floor"),
        TWO_VALUES,
        (
            Side(
                Label("不低于城市低保标准的1.3倍：717元时932.1元，735元时955.5元", "at least 1.3 times the urban Dibao standard: 932.1 yuan for 717, 955.5 for 735"),
                assistance.safety_net.clause,
            ),
            Side(Label("2022年公布932元", "932 yuan published in 2022"), notice_2022.at("特困人员")),
            Side(Label("2023年公布955元", "955 yuan published in 2023"), notice_2023.at("特困人员")),
        ),
        Label("公布的932元和955元", "the 932 and 955 yuan that were published"),
        Label("标准由市里公布，相差不到1元，似为取整", "the municipality sets it; less than a yuan short looks like rounding"),
    ),
)  # fmt: skip

# The plan against the work points, which follow it two years later. Declared with the points.
of_the_points = (
    Discrepancy(
        "care_circle_of_points",
        Label("15分钟圈的名称", "the name of the 15-minute circle"),
        NAME,
        (
            Side(Label("标题：15分钟养老生活圈", "heading: circle of elderly life"), points.care_circle.clause),
            Side(Label("正文：15分钟养老服务圈", "text: circle of care"), points.care_circle.clause),
            Side(Label("规划：社区居家养老服务圈", "plan: circle of care at home and in the community"), elderly_care.centres.clause),
        ),
        Label("作同一服务圈", "one and the same circle"),
        Label("三处时长相同", "all three have 15 minutes"),
    ),
    Discrepancy(
        "time_bank_name",
        Label("时间银行的名称", "the name of the time bank"),
        NAME,
        (
            Side(Label("规划：时间银行", "plan: time bank"), elderly_care.models.clause),
            Side(Label("要点：养老服务时间储蓄管理制度", "points: rules on time saved in elderly care"), points.taking_part.clause),
        ),
        EACH_FOR_ITSELF,
        Label("一为服务，一为制度", "one is a service, the other the rules on it"),
    ),
    Discrepancy(
        "old_and_young",
        Label("一老一幼与一老一小", "the old and the very young, the old and the small"),
        NAME,
        (
            Side(Label("一老一幼", "一老一幼"), points.care_system.clause),
            Side(Label("一老一小", "一老一小"), points.playing_a_part.clause),
            Side(Label("一老一小", "一老一小"), points.reform.clause),
        ),
        Label("各按原文", "each as it is printed"),
        Label("方案名称用“幼”，指托育；其余泛指儿童", "the scheme is about nurseries, the others about all children"),
    ),
    Discrepancy(
        "dibao_and_consumption",
        Label("低保标准与哪项支出挂钩", "which consumption the Dibao standard follows"),
        SCOPE,
        (
            Side(Label("规划：上年城镇居民人均消费支出增速", "plan: growth of urban residents' consumption"), goals.table.clause.at("序号1").at("2025年目标")),
            Side(Label("要点：上年全市居民人均消费支出", "points: consumption of all residents of Chongqing"), points.layers.clause),
        ),
        Label("目标按规划评价", "the plan's target is followed"),
        Label("要点所写是调标机制，不是目标", "the points speak of how the standard is set, not of a target"),
    ),
    Discrepancy(
        "lottery_sales_periods",
        Label("福彩销量的年份", "the years of lottery sales"),
        SCOPE,
        (
            Side(Label("规划：五年15.53亿元", "plan: 1,553 million yuan in five years"), review.lottery.clause),
            Side(Label("要点：2025年突破2.6亿元", "points: above 260 million in 2025"), points.lottery.clause),
        ),
        EACH_FOR_ITSELF,
        Label(
            "一为五年累计，一为当年；当年目标低于前五年的平均",
            "one is of five years, one of a year; the target is below the mean of those years",
        ),
    ),
    Discrepancy(
        "registration_anywhere_name",
        Label("跨省办理婚姻登记的名称", "the name of marriage registration across provinces"),
        NAME,
        (
            Side(Label("规划：跨省通办、全市通办", "plan: 跨省通办, 全市通办"), affairs.registration.clause),
            Side(Label("要点：跨省能办、全市能办", "points: 跨省能办, 全市能办"), points.registration.clause),
        ),
        Label("跨省通办", "跨省通办"),
        Label("民政部文件用“通办”", "the Ministry's documents say 通办"),
    ),
    Discrepancy(
        "rehabilitation_measure",
        Label("精神障碍社区康复的指标", "what is measured of mental rehabilitation"),
        SCOPE,
        (
            Side(Label("规划：居家患者参与率80%以上", "plan: 80% of patients at home take part"), welfare.rehabilitation.clause),
            Side(
                Label("要点：登记对象接受规范服务率60%以上，镇街、村(社区)100%", "points: 60% of the registered served to standard, in 100% of townships and communities"),
                points.rehabilitation.clause,
            ),
        ),
        Label("作两项指标，各自评价", "two indicators, each followed by itself"),
        Label("分母不同：居家患者与登记康复对象；要点又多出村(社区)", "patients at home are not the registered; and the points add communities"),
    ),
    Discrepancy(
        "assistance_app_name",
        Label("渝悦救助应用的写法", "how the assistance application is written"),
        NAME,
        (
            Side(Label("渝悦救助通", "渝悦救助通"), points.joint_assistance.clause),
            Side(Label("渝悦▪救助通", "渝悦▪救助通"), points.digital.clause),
        ),
        Label("渝悦救助通", "渝悦救助通"),
        Label("间隔号不改变所指", "the dot changes nothing"),
    ),
)  # fmt: skip

of_plan_14 = (*of_the_review, *of_the_table, *of_the_tasks)
