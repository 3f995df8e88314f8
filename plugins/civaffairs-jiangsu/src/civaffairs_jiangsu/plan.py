"""Jiangsu's plan for 2021-2025 by its subjects, the steps of single years, and figures that came later.

The plan names its targets without saying which are binding; the press gives no chapter numbers, so clauses name
subjects.
"""

from civaffairs import NO_DATE, CommonFigure, Label, Passage, Plan, Topic, at_least, at_most, between, exactly
from civaffairs_china import indicators as china
from civaffairs_china.series import dibao_standard
from civaffairs_jiangsu import community
from civaffairs_jiangsu.cities import nanjing as nanjing_city
from civaffairs_jiangsu.cities import nantong as nantong_city
from civaffairs_jiangsu.discrepancies import discrepancies, recomputations
from civaffairs_jiangsu.documents import (
    averages,
    averages_2025,
    cemetery_measures,
    disability_notice,
    funeral_regulations,
    means_test_measures,
    plan_14,
    work_2022,
    work_2024,
)

EACH_YEAR = Label("每年都应符合，列在期末", "to hold in each year; listed at the end of the plan")

# 社会救助 Social assistance
assistance = Passage(plan_14.at("社会救助"), Topic.SOCIAL_ASSISTANCE, period="2021", by=2025)
assistance_rows = (
    assistance.aims(china.dibao_share_of_consumption, "低保标准占上年度全体居民人均消费支出比例", "%",
                    between(30, 40), note=EACH_YEAR),
    assistance.aims(china.tekun_basic_standard, "特困人员基本生活标准", "元/人·月",
                    at_least(dibao_standard.this_year * "1.3", said="不低于"), note=EACH_YEAR),
)  # fmt: skip
assistance_situation = (
    assistance.figure("tekun_age_before", "原特困供养未成年人年龄上限", "age limit of minors in tekun support so far", 16, "周岁"),
)  # fmt: skip
assistance_commitments = (
    assistance.introduces("tekun_age", "特困供养未成年人年龄上限", "age limit of minors in tekun support",
                          exactly(18, said=""), "周岁", note=Label("由16周岁提高", "raised from 16")),
    assistance.introduces("single_person_dibao", "重残、重病人员单人保",
                          "Dibao as a household of one for the severely disabled and the seriously ill"),
    assistance.introduces("employment_cost_deduction", "就业人员就业成本扣减", "deduction of the cost of working"),
    assistance.introduces("earnings_disregard", "就业人员收入豁免", "earnings that are left out of account"),
    assistance.introduces("delayed_exit", "就业人员缓退渐退", "delayed or gradual exit of those who find work"),
)  # fmt: skip

# 养老服务 Elderly care
care = Passage(plan_14.at("养老服务"), Topic.ELDERLY_CARE, period="2021", by=2025)
care_rows = (
    care.aims(china.needy_elder_service_coverage, "经济困难、独居、空巢和特殊家庭老年人服务覆盖率", "%", 100),
    care.aims(china.urban_care_centre_coverage, "城市街道综合性养老服务中心覆盖率", "%", 100),
    care.aims(china.nursing_bed_share, "养老机构护理型床位占比", "%", at_least(70, said="不低于")),
)  # fmt: skip
care_commitments = (
    care.serves("home_adaptation", "新增居家适老化改造家庭", "homes newly adapted for elders",
                100000, "户", by="2021..2025"),
    care.reaches("care_workers_certified", "新增养老护理员技能等级认定", "elderly-care workers newly certified by skill level",
                 at_least(100000, said="不少于"), "人", by="2021..2025"),
    care.serves("care_workers_trained", "养老护理员培训", "training of elderly-care workers",
                at_least(200000, said="不少于"), "人次", by="2021..2025"),
    care.builds("model_care_enterprises", "省级养老服务示范企业", "provincial model enterprises of elderly care",
                at_least(65, said="不少于"), "家"),
)  # fmt: skip

# 未成年人保护 Protection of minors
minors = Passage(plan_14.at("未成年人保护"), Topic.CHILD_WELFARE, period="2021", by=2025)
minors_rows = (
    minors.aims(china.county_minors_institution_coverage, "县级未成年人救助保护机构覆盖率", "%", 100),
    minors.aims(china.minors_protection_station_coverage, "乡镇(街道)未成年人保护工作站覆盖率", "%",
                at_least(90, said="不低于")),
)  # fmt: skip

# 2022年工作 What was to be done in 2022. The home services lead to the target of the plan for community services.
year_2022 = Passage(work_2022.at("2022年工作"), Topic.ELDERLY_CARE, period=2022, by=2025)
steps_2022 = (
    year_2022.aims(china.home_service_share, "接受上门服务的居家老年人比例", "%", at_least(16, said="不低于"), by=2022),
    year_2022.aims(china.urban_care_centre_coverage, "建有标准化综合性养老服务中心的城市街道比例", "%", 70, by=2022),
)  # fmt: skip
commitments_2022 = (
    year_2022.serves("home_adaptation_2022", "居家适老化改造家庭", "homes adapted for elders", 30000, "户", by=2022),
    year_2022.builds("rural_centres_2022", "改造提升农村区域性养老服务中心", "rural regional elderly-care centres upgraded",
                     110, "个", by=2022),
)  # fmt: skip

# 2024年工作 What was to be done in 2024, and how many elders there were before.
year_2024 = Passage(work_2024.at("2024年工作"), Topic.ELDERLY_CARE, period=2024, by=2025)
steps_2024 = (
    year_2024.aims(china.nursing_bed_share, "养老机构护理型床位占比", "%", 69, by=2024),
)  # fmt: skip
commitments_2024 = (
    year_2024.builds("meal_points_2024", "改造提升社区助餐点", "community meal points for elders upgraded",
                     500, "个", by=2024),
    year_2024.builds("mutual_help_2024", "改造提升农村互助养老睦邻点", "rural points of mutual help for elders upgraded",
                     1000, "个", by=2024),
    year_2024.builds("minors_stations_2024", "提升未成年人保护工作站", "minors' protection stations upgraded",
                     120, "个", by=2024, topic=Topic.CHILD_WELFARE),
)  # fmt: skip
later_situation = (
    year_2024.figure("registered_elders", "60周岁以上户籍老年人口", "registered population aged 60 or older",
                     2000, "万人", period="2023-12", said="超过", means=CommonFigure.REGISTERED_ELDERS,
                     note=Label("2023年末", "at the end of 2023")),
)  # fmt: skip

# 低保平均标准 Averages over the cities. A figure given once for both stands for town and country alike.
mean = Passage(averages.at("平均标准"), Topic.SOCIAL_ASSISTANCE, period=2024, by=2025)
recipients = Passage(averages.at("保障人数"), Topic.SOCIAL_ASSISTANCE, period=2024, by=2025)
mean_2025 = Passage(averages_2025.at("平均标准"), Topic.SOCIAL_ASSISTANCE, period=2025, by=2025)
orphans_2025 = mean_2025.at("孤儿", topic=Topic.CHILD_WELFARE)
END_OF_2015 = Label("2015年末", "at the end of 2015")
ONE_FIGURE = Label("城乡同一个数值", "one figure for town and country")
average_figures = (
    mean.figure("urban_dibao_average", "城市低保平均标准", "average urban Dibao standard",
                583, "元/人·月", period="2015-12", note=END_OF_2015),
    mean.figure("rural_dibao_average", "农村低保平均标准", "average rural Dibao standard",
                518, "元/人·月", period="2015-12", note=END_OF_2015),
    mean.figure("urban_dibao_average", "城市低保平均标准", "average urban Dibao standard", 721, "元/人·月", period="2019-07"),
    mean.figure("rural_dibao_average", "农村低保平均标准", "average rural Dibao standard", 720, "元/人·月", period="2019-07"),
    mean.figure("dibao_average", "城乡低保平均标准", "average Dibao standard", 873, "元/人·月", note=ONE_FIGURE),
    recipients.figure("dibao_recipients", "低保对象", "Dibao recipients", 645000, "人", means=CommonFigure.DIBAO_PERSONS),
    recipients.figure("tekun_recipients", "特困人员", "tekun persons supported", 200000, "人", means=CommonFigure.TEKUN_PERSONS),
    mean_2025.figure("dibao_average", "城乡低保平均标准", "average Dibao standard", 919, "元/人·月", note=ONE_FIGURE),
    mean_2025.figure("urban_tekun_multiple", "城市特困基本生活标准与低保标准之比", "urban tekun standard over the Dibao standard",
                     "1.9", "倍"),
    mean_2025.figure("rural_tekun_multiple", "农村特困基本生活标准与低保标准之比", "rural tekun standard over the Dibao standard",
                     "1.3", "倍"),
    orphans_2025.figure("institutional_orphan_average", "集中供养孤儿平均标准", "average standard of orphans in institutions",
                        2904, "元/人·月"),
    orphans_2025.figure("community_orphan_average", "散居孤儿平均标准", "average standard of orphans in the community",
                        2337, "元/人·月"),
)  # fmt: skip

# 南京市尊老金 What the sources say of Nanjing's old-age allowance, which no standard can hold before they agree.
nanjing = Passage(
    nanjing_city.old_age_accounts.at("尊老金"), Topic.ELDERLY_CARE, period="2021..2025", by=2025
)
NO_YEAR = Label(
    "各种说法均无日期，读作规划期内；市定最低额",
    "no account names a date: read as the years of the plan; the city's minimum",
)
nanjing_figures = (
    nanjing.at("80至89周岁 一说").figure("nanjing_allowance_80", "南京市80至89周岁尊老金", "Nanjing's allowance at 80 to 89",
                                         50, "元/人·月", note=NO_YEAR),
    nanjing.at("80至89周岁 又一说").figure("nanjing_allowance_80", "南京市80至89周岁尊老金", "Nanjing's allowance at 80 to 89",
                                           60, "元/人·月", note=NO_YEAR),
    nanjing.at("90至99周岁").figure("nanjing_allowance_90", "南京市90至99周岁尊老金", "Nanjing's allowance at 90 to 99",
                                    100, "元/人·月", note=NO_YEAR),
    nanjing.at("100周岁以上 一说").figure("nanjing_allowance_100", "南京市100周岁以上尊老金", "Nanjing's allowance from 100 on",
                                          300, "元/人·月", note=NO_YEAR),
    nanjing.at("100周岁以上 又一说").figure("nanjing_allowance_100", "南京市100周岁以上尊老金", "Nanjing's allowance from 100 on",
                                            600, "元/人·月", note=NO_YEAR),
)  # fmt: skip

# 通政办发〔2023〕44号 What holds in three of Nantong's counties in place of the city's own figure.
nantong = Passage(
    nantong_city.notice_2023.at("特困人员"), Topic.SOCIAL_ASSISTANCE, period="2023-07-01", by=2025
)
nantong_figures = (
    nantong.figure("nantong_counties_tekun", "海安、如皋、如东特困人员基本生活标准",
                   "basic living standard of tekun persons in Hai'an, Rugao and Rudong", 1900, "元/人·月",
                   note=Label("未写明城市还是农村，与城市标准相近，读作城市标准",
                              "whether urban or rural is not said; being close to the urban figure it is read as that")),
)  # fmt: skip

# Rules of other provincial documents that no tree holds: they ask for no fact that is recorded.
graves = Passage(cemetery_measures.at("墓位价格"), Topic.FUNERALS, period=2023, by="2023-04-01")
funerals = Passage(funeral_regulations.at("墓葬"), Topic.FUNERALS, period=2021, by=2025)
means_test = Passage(means_test_measures.at("家庭财产"), Topic.SOCIAL_ASSISTANCE, period=2019, by=2025)
subsidies = Passage(disability_notice.at("生活补贴"), Topic.DISABILITY, period=2023, by=2025)
standing_rules = (
    graves.introduces("public_grave_fees", "公益性公墓墓位实行政府定价或指导价",
                      "grave fees of public-benefit cemeteries are set or guided by government"),
    graves.introduces("commercial_grave_fees", "经营性公墓墓位实行市场调节价", "grave fees of commercial cemeteries are left to the market"),
    funerals.introduces("graves_in_cemeteries", "公墓以外不得建坟", "no graves outside cemeteries", by=NO_DATE),
    funerals.introduces("no_clan_cemeteries", "不得建立、恢复宗族墓地", "no clan cemeteries built or restored", by=NO_DATE),
    means_test.introduces("property_checked", "家庭财产核对住房、车船、存款、有价证券和商业保险",
                          "property is housing, vehicles, vessels, deposits, securities and commercial insurance", by=NO_DATE,
                          note=Label("2019年2月1日起施行；限额未见", "in force since 1 February 2019; no limits are known")),
    subsidies.introduces("living_subsidy_range", "低保家庭重度残疾人生活补贴占低保标准比例的上限",
                         "highest share of the Dibao standard for the severely disabled in Dibao",
                         at_most(40, said=""), "%", by=NO_DATE,
                         note=Label("写作30%至40%；规则按下限计", "printed as 30 to 40 %; the rule reckons with the lower end")),
    subsidies.introduces("subsidies_term", "两项补贴文件有效期", "term of the document on the two subsidies",
                         exactly(5, said=""), "年", by=NO_DATE, note=Label("2023年4月1日起", "from 1 April 2023")),
)  # fmt: skip

# Of plans of the same years the first one is the plan of the province: what is followed and compared by itself.
plans = [
    Plan(
        "jiangsu/plan-14",
        Label("江苏省“十四五”民政事业发展规划", "Jiangsu civil affairs, 14th five-year plan"),
        "jiangsu",
        "2021..2025",
        plan_14,
        rows=(*assistance_rows, *care_rows, *minors_rows, *steps_2022, *steps_2024),
        observations=(*average_figures, *nanjing_figures, *nantong_figures),
        situation=(*assistance_situation, *later_situation),
        commitments=(
            *assistance_commitments,
            *care_commitments,
            *commitments_2022,
            *commitments_2024,
            *standing_rules,
        ),
        recomputations=recomputations,
        discrepancies=discrepancies,
    ),
    community.plan,
]
