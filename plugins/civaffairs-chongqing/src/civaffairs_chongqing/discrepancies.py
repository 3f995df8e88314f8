"""Where Chongqing's sources contradict each other, the nation or a district: both sides, what the model uses, and why."""

from civaffairs import Discrepancy, Grade, Label, Side, entry
from civaffairs_china.law import dibao_measures
from civaffairs_china.law import plan_14 as national_plan_14
from civaffairs_chongqing import goals, review
from civaffairs_chongqing.documents import jiangjin_plan_14, outline_14, regulation, shapingba_plan_14
from civaffairs_chongqing.standards import dibao_rural, orphan_community, orphan_institutional, tekun_basic

TWO_VALUES, SCOPE, NAME, DATES = Grade.TWO_VALUES, Grade.SCOPE, Grade.NAME, Grade.DATES
BOTH_KEPT = Label("两者均照录", "both are kept as they stand")
EACH_ITS_OWN = Label("各按其规划", "each for its own plan")
shapingba_table = shapingba_plan_14.at("二(三) 主要指标体系表")
jiangjin_table = jiangjin_plan_14.at("第一章第四节 专栏1")
jiangjin_results = jiangjin_plan_14.at("第一章第一节 江津“十三五”时期民政事业发展主要目标完成情况")

# The standards, and the rules behind them
of_standards = (
    Discrepancy(
        "tekun_below_floor",
        Label("特困标准低于低保标准的1.3倍", "tekun standard below 1.3 times Dibao"),
        TWO_VALUES,
        (
            Side(
                Label(
                    "2022年932元，717元的1.3倍为932.1元", "2022: 932 yuan, while 1.3 times 717 is 932.1 yuan"
                ),
                entry(tekun_basic, "2022-09").clause,
            ),
            Side(
                Label(
                    "2023年955元，735元的1.3倍为955.5元", "2023: 955 yuan, while 1.3 times 735 is 955.5 yuan"
                ),
                entry(tekun_basic, "2023-09").clause,
            ),
            Side(
                Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard"),
                goals.assistance.clause,
            ),
        ),
        Label("公布的932元和955元", "932 and 955 yuan, as published"),
        Label(
            "发放按公布的标准；少0.1元和0.5元，应是舍去尾数",
            "payments follow what is published; 0.1 and 0.5 yuan are missing, likely rounded down",
        ),
    ),
    Discrepancy(
        "tekun_multiple_of_what",
        Label("1.3倍以哪一低保标准为基数", "of which Dibao standard it is 1.3 times"),
        SCOPE,
        (
            Side(
                Label("低保标准，未写城乡", "the Dibao standard: urban or rural is not said"),
                goals.assistance.clause,
            ),
            Side(Label("城市低保标准", "the urban Dibao standard"), shapingba_plan_14.at("三(一)3 一是")),
        ),
        Label("城市低保标准", "the urban Dibao standard"),
        Label(
            "历年公布的标准都以城市低保推出", "the published standards follow from urban Dibao in every year"
        ),
    ),
    Discrepancy(
        "orphans_2024",
        Label("2024年孤儿标准的跳升", "the leap of the orphan standards in 2024"),
        SCOPE,
        (
            Side(
                Label("2023年1605元，比上年高23元", "2023: 1605 yuan, 23 above the year before"),
                entry(orphan_institutional, "2023-09").clause,
            ),
            Side(
                Label("2024年1825元，比上年高220元", "2024: 1825 yuan, 220 above the year before"),
                entry(orphan_institutional, "2024-09").clause,
            ),
            Side(
                Label("散居孤儿同样由1405元到1625元", "in the community likewise from 1405 to 1625 yuan"),
                entry(orphan_community, "2024-09").clause,
            ),
            Side(
                Label("同年特困标准只高20元", "the tekun standard rose by 20 yuan only"),
                entry(tekun_basic, "2024-09").clause,
            ),
        ),
        Label("公布的1825元和1625元", "1825 and 1625 yuan, as published"),
        Label(
            "其他年份孤儿与特困标准提高同样金额；2025年的通知以这两个数为调整前标准",
            "in other years both rose by one amount; the notice of 2025 names these two as what it replaces",
        ),
    ),
    Discrepancy(
        "orphans_2020",
        Label("2020年孤儿标准", "the orphan standards of 2020"),
        SCOPE,
        (
            Side(
                Label(
                    "江津：2020年集中供养1456元、散居1256元",
                    "Jiangjin: 1456 yuan in institutions and 1256 in the community in 2020",
                ),
                jiangjin_plan_14.at("第一章第一节 基本民生保障更加有力"),
            ),
            Side(
                Label(
                    "2019年1404元、1204元，页面无日期", "2019: 1404 and 1204 yuan, on a page without a date"
                ),
                entry(orphan_institutional, "2019").clause,
            ),
            Side(
                Label("2021年1477元、1277元", "2021: 1477 and 1277 yuan"),
                entry(orphan_institutional, "2021-09-01").clause,
            ),
            Side(
                Label(
                    "2020年的回顾只写提高，不写金额", "the review of 2020 says that they rose, and no amounts"
                ),
                review.children.clause,
            ),
        ),
        Label("全市2020年的标准记为未知", "what the municipality set for 2020 is left unknown"),
        Label(
            "江津的数字与特困标准同步（比2019年高52元，比2021年低21元），但市级来源未见",
            "Jiangjin's figures move with the tekun standard (52 above 2019, 21 below 2021), yet no source of the "
            "municipality has them",
        ),
    ),
    Discrepancy(
        "dibao_start",
        Label("低保金从哪个月起发", "from which month Dibao is paid"),
        DATES,
        (
            Side(Label("批准的当月", "the month of approval"), regulation.at("第二十二条")),
            Side(Label("确认同意的下月", "the month after the decision"), dibao_measures.at("第二十一条")),
        ),
        Label("2021年7月起用下月", "the month after, from July 2021"),
        Label(
            "全国办法在后；条例与部门办法谁优先，模型不作判断",
            "the national measures are later; which of the two ranks higher is not for the model to say",
        ),
    ),
    Discrepancy(
        "clergy_years",
        Label(
            "宗教教职人员离家几年不计入家庭", "after how many years clergy are no members of the household"
        ),
        TWO_VALUES,
        (
            Side(Label("一年以上", "one year or more"), regulation.at("第十一条")),
            Side(Label("连续三年以上", "three years or more in a row"), dibao_measures.at("第七条")),
        ),
        Label("2021年7月起用三年", "three years, from July 2021"),
        Label("与起发月份同理，用在后的全国办法", "as for the start of payment: the later national measures"),
    ),
)

# Inside the article
of_article = (
    Discrepancy(
        "public_beds",
        Label("养老床位共计与社会办床位", "all care beds against private ones"),
        SCOPE,
        (
            Side(
                Label("养老床位共计超过4万张", "more than 40 thousand care beds in all"), review.care.clause
            ),
            Side(
                Label("社会办养老机构床位超过7万张", "more than 70 thousand in private ones"),
                review.care.clause,
            ),
        ),
        Label("4万张读作公办机构的床位", "the 40 thousand are read as beds of public institutions"),
        Label(
            "一部分不能大于总数，该句写的是公办机构",
            "a part cannot exceed its whole, and the sentence is on public institutions",
        ),
    ),
    Discrepancy(
        "this_year",
        Label("“今年”是哪一年", "which year is this year"),
        DATES,
        (
            Side(Label("今年已培训5330人次", "5330 trained this year"), review.care.clause),
            Side(Label("全段回顾2020年", "the review is of 2020"), outline_14.at("2020年")),
        ),
        Label("2020年", "2020"),
        Label(
            "文章2021年7月发表，回顾部分成文在前",
            "the article appeared in July 2021, its review was written before",
        ),
    ),
    Discrepancy(
        "full_care_coverage",
        Label("社区居家养老是否已全覆盖", "whether care in the community and at home is complete"),
        SCOPE,
        (
            Side(
                Label("2020年推进服务全覆盖", "2020: full coverage of services is advanced to"),
                review.care.clause,
            ),
            Side(
                Label("“十四五”推进设施全覆盖", "2021-2025: full coverage of facilities"), goals.care.clause
            ),
        ),
        Label("目标为2025年设施覆盖率100%", "the target is facilities in 100% of communities by 2025"),
        Label(
            "前者写服务，且写推进而不写实现", "the former is on services, and says advanced to, not reached"
        ),
    ),
    Discrepancy(
        "mutual_points_name",
        Label("村级养老互助点的名称", "the name of the village points of mutual care"),
        NAME,
        (
            Side(Label("村级养老互助点5670个", "村级养老互助点: 5670"), review.care.clause),
            Side(Label("村级互助养老点8000个", "村级互助养老点: 8000"), goals.care.clause),
        ),
        Label("读作同一类，8000个为到2025年的总数", "read as the same; the 8000 are all of them by 2025"),
        Label("写作建成8000个，未写新增", "the outline says built, not added"),
    ),
    Discrepancy(
        "dependent_care_name",
        Label("失能照护机构的名称和范围", "the institutions of concentrated care and what they cover"),
        SCOPE,
        (
            Side(
                Label("2020年新增失能集中照护机构47家", "47 institutions for the dependent added in 2020"),
                review.care.clause,
            ),
            Side(
                Label(
                    "建设失能特困人员集中照护中心60所", "60 centres for dependent tekun persons to be built"
                ),
                goals.care.clause,
            ),
        ),
        Label("分作两件事", "two things"),
        Label(
            "前者未写特困人员，也未写已有总数",
            "the former does not speak of tekun persons, nor of all there are",
        ),
    ),
    Discrepancy(
        "volunteers_name",
        Label("志愿者的名称", "the name of the volunteers"),
        NAME,
        (
            Side(Label("注册志愿者629万人", "6.29 million registered volunteers"), review.governance.clause),
            Side(Label("实名认证志愿者650万人", "6.5 million verified volunteers"), goals.talents.clause),
        ),
        Label("注册与认证分作两个指标", "registered and verified are two indicators"),
        Label("认证是否与注册相同，文中未写", "the text does not say that they are the same"),
    ),
    Discrepancy(
        "facility_measure",
        Label("社区综合服务设施的两个口径", "two measures of community facilities"),
        SCOPE,
        (
            Side(Label("2020年覆盖率100%", "2020: coverage 100%"), review.governance.clause),
            Side(Label("目标达标率90%", "target: 90% meet the standard"), goals.governance.clause),
        ),
        Label("分作覆盖率和达标率两个指标", "coverage and compliance are two indicators"),
        Label("有设施不等于达标", "to have a facility is not to meet the standard"),
    ),
)

# Between the outline and other plans
of_plans = (
    Discrepancy(
        "one_dibao_standard",
        Label("城乡低保标准统一到什么程度", "how far urban and rural Dibao become one"),
        SCOPE,
        (
            Side(Label("逐步实现统一", "one standard, step by step"), goals.assistance.clause),
            Side(
                Label("沙坪坝：农村占城市≥85%", "Shapingba: rural at least 85% of urban"),
                shapingba_table.at("序号2 2025年目标"),
            ),
            Side(
                Label("江津：农村占城市≥85%", "Jiangjin: rural at least 85% of urban"),
                jiangjin_table.at("序号2 2025年"),
            ),
            Side(
                Label("2025年630元比770元，为81.82%", "2025: 630 of 770 yuan, which is 81.82%"),
                entry(dibao_rural, "2025-07-01").clause,
            ),
        ),
        Label("区的目标按85%评价，统一不设期限", "the districts' targets at 85%; one standard has no date"),
        Label(
            "标准由市里制定，区里不能自行达到85%",
            "the municipality sets the standards: a district cannot reach 85% by itself",
        ),
    ),
    Discrepancy(
        "home_care_coverage",
        Label(
            "2025年社区居家养老设施覆盖率",
            "coverage of facilities for care at home and in the community in 2025",
        ),
        TWO_VALUES,
        (
            Side(Label("全覆盖", "full coverage"), goals.care.clause),
            Side(Label("沙坪坝：>95%", "Shapingba: more than 95%"), shapingba_table.at("序号20 2025年目标")),
        ),
        EACH_ITS_OWN,
        Label("区的目标低于市的目标", "the district promises less than the municipality"),
    ),
    Discrepancy(
        "medical_care",
        Label("医养服务能力", "ability to give medical care"),
        SCOPE,
        (
            Side(Label("2025年90%", "90% by 2025"), goals.care.clause),
            Side(
                Label("沙坪坝：社区养老设施2022年100%", "Shapingba: 100% of community facilities by 2022"),
                shapingba_plan_14.at("三(二)3 一是"),
            ),
        ),
        EACH_ITS_OWN,
        Label(
            "市里未写是哪些机构，区里只写社区设施",
            "the outline does not say of what, the district says of community facilities",
        ),
    ),
    Discrepancy(
        "mental_rehabilitation",
        Label("精神障碍社区康复的覆盖", "coverage of community rehabilitation for mental disorders"),
        SCOPE,
        (
            Side(Label("80%以上区县", "80% or more of the counties"), goals.assistance.clause),
            Side(
                Label("沙坪坝：镇街全覆盖", "Shapingba: every township and sub-district"),
                shapingba_plan_14.at("三(三)4"),
            ),
        ),
        Label("区县和镇街分作两个指标", "counties and townships are two indicators"),
        Label("分母不同", "they are shares of different things"),
    ),
    Discrepancy(
        "cremation",
        Label("火化率", "the cremation rate"),
        SCOPE,
        (
            Side(Label("2025年火化区火化率95%", "95% in cremation zones by 2025"), goals.funerals.clause),
            Side(
                Label("江津：2020年死亡人口平均火化率35%", "Jiangjin: 35% of all deaths on average in 2020"),
                jiangjin_results.at("序号7 实现情况"),
            ),
        ),
        Label("分作两个指标", "two indicators"),
        Label(
            "前者只算火化区，后者算全部死亡人口", "the one counts cremation zones only, the other every death"
        ),
    ),
    Discrepancy(
        "burial_coverage",
        Label("公益性安葬设施覆盖率", "coverage of public-benefit burial facilities"),
        SCOPE,
        (
            Side(Label("县域覆盖率100%", "100% of counties"), goals.funerals.clause),
            Side(Label("全国：县级100%", "nation: 100% of counties"), national_plan_14.at("约束性指标")),
            Side(
                Label("沙坪坝：镇街城乡100%", "Shapingba: 100% of townships and sub-districts"),
                shapingba_table.at("序号13 2025年目标"),
            ),
            Side(
                Label("江津：城乡由41%到100%", "Jiangjin: towns and villages, from 41% to 100%"),
                jiangjin_table.at("序号13 2025年"),
            ),
        ),
        Label("县级与城乡分作两个指标", "counties, and towns and villages, are two indicators"),
        Label(
            "县域覆盖只需每个区县一处，区的目标更严",
            "a county is covered by one facility; what the districts promise is more",
        ),
    ),
)

discrepancies = (*of_standards, *of_article, *of_plans)
