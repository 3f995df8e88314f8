"""Chapter 1 of Shapingba's plan: what 2016-2020 brought, and how things stood at its end."""

from civaffairs import CommonFigure, Label, Passage, Recomputation, Statistic, Topic, ratio_of, total_of
from civaffairs_china import indicators as china
from civaffairs_shapingba.documents import plan_14 as document

ALL_IS_100 = Label("全覆盖读作100%", "full coverage is read as 100 %")
BUILT_BY_2020 = Label(
    "未写日期，读作2020年末的数", "no date is printed: read as the number at the end of 2020"
)
RANK = Label("第一即第1位", "rank among the districts and counties of Chongqing")

# 一(一) “十三五”沙坪坝区民政事业发展回顾
review = Passage(document.at("一(一)"), Topic.SOCIAL_ASSISTANCE, period="2016..2020", by=2020)

# 社会救助体系更加完善
assistance = review.at("社会救助体系更加完善")
subsidies = review.at("社会救助体系更加完善", topic=Topic.DISABILITY)
assistance_figures = (
    assistance.figure("dibao_paid", "累计发放低保金", "Dibao paid out", "22378.1", "万元"),
    assistance.figure("sorted_assistance_coverage", "困难群众分类救助覆盖面", "people in difficulty assisted by their kind of need",
                      100, "%", printed="全覆盖", note=ALL_IS_100),
    assistance.figure("assistance_funds", "投入城乡各类救助资金", "funds for urban and rural assistance", "2.83", "亿元"),
    assistance.figure("assistance_person_times", "救助群众", "times that people were assisted", "79.18", "万人次"),
    assistance.figure("homeless_assisted", "救助流浪乞讨人员", "times that the homeless were assisted", 7075, "人次"),
    subsidies.figure("living_subsidy_recipients", "残疾人生活补贴惠及人数", "persons with the living subsidy", 2456, "名"),
    subsidies.figure("nursing_subsidy_recipients", "残疾人护理补贴惠及人数", "persons with the nursing subsidy", 4533, "名"),
    assistance.figure("insured_in_difficulty", "获“惠民济困”商业补充保险的困难群众", "people in difficulty given supplementary insurance",
                      "1.01", "万名"),
)  # fmt: skip

# 养老事业稳步发展
care = review.at("养老事业稳步发展", topic=Topic.ELDERLY_CARE, period=2020)
care_institutions = care.seen(china.care_institutions, 68, "所")
care_beds = care.seen(china.care_beds, 7500, "张")
care_facilities = care.figure(
    "community_care_facilities", "社区居家养老服务设施", "facilities of care at home and in the community", 140, "个")  # fmt: skip
street_centres = care.figure(
    "street_care_centres", "街道养老服务中心", "care centres of sub-districts", 11, "个"
)
town_centres = care.figure("town_care_centres", "镇养老服务中心", "care centres of towns", 2, "个")
care_stations = care.figure(
    "community_care_stations", "社区养老服务站", "care stations of communities", 89, "个"
)
mutual_points = care.figure(
    "village_mutual_care_points", "村级互助养老点", "mutual care points of villages", 38, "个"
)
social_beds = care.figure(
    "social_care_beds",
    "社会办养老机构床位",
    "beds of socially run institutions",
    6855,
    "张",
    means=CommonFigure.PRIVATE_BEDS,
)
social_bed_share = care.seen(china.social_care_bed_share, "91.4", "%")
care_figures = (
    care_institutions,
    care_beds,
    care_facilities,
    street_centres,
    town_centres,
    care_stations,
    mutual_points,
    care.figure("social_capital", "社会资本投资养老机构", "private capital put into care institutions", 3, "亿元",
                period="2016..2020", said="余"),
    care.figure("social_care_institutions", "社会办养老机构", "socially run care institutions", 61, "所",
                means=CommonFigure.PRIVATE_INSTITUTIONS),
    social_beds,
    social_bed_share,
    care.figure("social_institutions_rank", "社会办养老机构数在全市的名次", "rank in Chongqing by socially run institutions",
                1, "名次", printed="第一", note=RANK),
    care.figure("social_beds_rank", "社会办床位占比在全市的名次", "rank in Chongqing by share of socially run beds",
                1, "名次", printed="第一", note=RANK),
)  # fmt: skip

# 儿童福利工作有序推进
children = review.at("儿童福利工作有序推进", topic=Topic.CHILD_WELFARE, period=2020)
children_figures = (
    children.figure("child_supervisors", "儿童督导员", "child-welfare supervisors of townships", 22, "名", note=BUILT_BY_2020),
    children.figure("child_directors", "儿童主任", "child-welfare directors of communities", 160, "名", note=BUILT_BY_2020),
    children.figure("child_supervisor_coverage", "儿童督导员镇街覆盖面", "townships with a child-welfare supervisor",
                    100, "%", printed="全覆盖", note=ALL_IS_100),
    children.figure("child_director_coverage", "儿童主任村(社区)覆盖面", "communities with a child-welfare director",
                    100, "%", printed="全覆盖", note=ALL_IS_100),
    children.figure("children_files", "建立电子档案的困境儿童", "children in difficulty with an electronic file",
                    700, "名", said="余", note=BUILT_BY_2020, means=CommonFigure.CHILDREN_IN_DIFFICULTY),
)  # fmt: skip

# 慈善事业稳健发展, which speaks of the welfare lottery too
charity = review.at("慈善事业稳健发展", topic=Topic.CHARITY)
lottery = review.at("慈善事业稳健发展", topic=Topic.LOTTERY)
charity_raised = charity.figure("charity_raised", "募集慈善资金", "charitable funds raised", "358.53", "万元")
money_given = charity.figure("charity_money", "捐款", "money given", "278.03", "万元")
goods_given = charity.figure("charity_goods", "捐赠物资折合", "worth of goods given", "80.5", "万元")
charity_figures = (
    charity_raised,
    money_given,
    goods_given,
    charity.figure("students_aided", "获爱心助学款的学生", "students of families in difficulty given aid", 41, "名"),
    charity.figure("student_aid", "发放爱心助学款", "aid to students", "10.65", "万元"),
    charity.figure("ill_students_aided", "获资助的重病学生", "seriously ill students given aid", 73, "名"),
    charity.figure("ill_student_aid", "发放重病学生资助金", "aid to seriously ill students", "39.3", "万元"),
    charity.figure("sunshine_fund", "石碾盘社区“阳光基金”", "fund of Shinianpan community", 50, "万元"),
    lottery.seen(china.lottery_outlets, 307, "个", period=2020),
    lottery.figure("lottery_outlets_added", "福彩销售站点净增", "net growth of lottery outlets", 59, "个"),
    lottery.figure("large_lottery_sales", "即开票大卖场", "large sales events of instant tickets", 19, "场次"),
    lottery.figure("small_lottery_sales", "即开票小卖场", "small sales events of instant tickets", 53, "场次"),
    lottery.figure("lottery_sales_total", "福彩总销量", "lottery sales of the five years", "15.53", "亿元"),
    lottery.figure("lottery_sales_rank", "福彩销量在全市各区县的名次", "rank in Chongqing by lottery sales",
                   3, "名次", printed="第三", note=Label("第三即第3位", "rank among the districts and counties of Chongqing")),
    lottery.figure("instant_ticket_sales", "区域即开票销售", "sales of instant tickets", "1.05", "亿元"),
    lottery.figure("instant_ticket_rank", "即开票销售在全市各区县的名次", "rank in Chongqing by sales of instant tickets",
                   1, "名次", printed="第一", note=RANK),
)  # fmt: skip

# 城乡基层治理探索深化
communities = review.at("城乡基层治理探索深化", topic=Topic.COMMUNITY)
community_figures = (
    communities.figure("communities_fewer", "调减村(社区)", "villages and communities fewer after the rearrangement", 30, "个"),
    communities.figure("office_funds", "投入村(社区)办公条件改善", "funds for offices of communities", "1.6", "亿元"),
    communities.figure("urban_office_area", "城市社区办公用房平均面积", "average office area of urban communities",
                       1000, "平方米", period=2020),
    communities.figure("rural_office_area", "农村社区办公用房平均面积", "average office area of rural communities",
                       "925.24", "平方米", period=2020),
    communities.figure("urban_office_growth", "城市社区办公用房面积增长", "growth of the office area of urban communities",
                       "2.99", "倍"),
    communities.figure("rural_office_growth", "农村社区办公用房面积增长", "growth of the office area of rural communities",
                       "1.27", "倍"),
    communities.figure("credit_code_certificates", "自治组织信用代码证书办理率", "self-governing organisations with a credit code certificate",
                       100, "%", period=2020, printed="全部", note=Label("全部读作100%", "all is read as 100 %")),
)  # fmt: skip

# 社会组织规范发展
organisations = review.at("社会组织规范发展", topic=Topic.SOCIAL_ORGANISATIONS)
social_work = review.at("社会组织规范发展", topic=Topic.SOCIAL_WORK)
organisations_total = organisations.seen(china.registered_social_organisations, 514, "家", period=2020)
private_units = organisations.seen(
    Statistic("private_units", Label("民办非企业单位", "private non-enterprise units"), "organisation", Topic.SOCIAL_ORGANISATIONS,
              CommonFigure.SERVICE_ORGANISATIONS),
    387, "家", period=2020)  # fmt: skip
associations = organisations.seen(
    Statistic("associations", Label("社会团体", "associations"), "organisation", Topic.SOCIAL_ORGANISATIONS,
              CommonFigure.ASSOCIATIONS),
    127, "家", period=2020)  # fmt: skip
organisation_figures = (
    organisations_total,
    private_units,
    associations,
    organisations.figure("project_funds", "社会组织项目投入资金", "funds for projects of social organisations", 2101, "万元"),
    organisations.figure("projects_funded", "补助支持项目", "projects supported", 174, "个"),
    social_work.seen(china.certified_social_workers, 721, "人", period=2020),
)  # fmt: skip

# 婚登服务质量稳步提升
registration = review.at("婚登服务质量稳步提升", topic=Topic.MARRIAGE)
registration_figures = (
    registration.figure("marriage_registrations", "婚姻登记", "registrations of marriage", 98023, "对"),
    registration.figure("adoptions", "办理收养业务", "adoptions dealt with", 21, "件"),
)

# 殡葬事业长足发展
funerals = review.at("殡葬事业长足发展", topic=Topic.FUNERALS)
funeral_figures = (
    funerals.figure("funeral_points", "临时治丧点", "places for funeral vigils", 3, "个"),
    funerals.figure("traditional_plots", "青润陵园传统墓位", "traditional plots of Qingrun cemetery", 2100, "个", said="约"),
    funerals.figure("ecological_plots", "青润陵园生态墓位", "ecological plots of Qingrun cemetery", 3000, "个", said="约"),
)  # fmt: skip

observations = (
    *assistance_figures,
    *care_figures,
    *children_figures,
    *charity_figures,
    *community_figures,
    *organisation_figures,
    *registration_figures,
    *funeral_figures,
)

# 一(二) “十四五”沙坪坝区民政事业面临形势: the census of 2020
ageing = Passage(
    document.at("一(二)2 持续深化的人口老龄化趋势"), Topic.ELDERLY_CARE, period="2020-11-01", by=2025
)
situation = (
    ageing.figure("census_elder_age", "普查所计老年人的年龄", "age from which the census counts elders", 60, "岁", said="及以上"),
    ageing.figure("residents_60", "常住老年人口", "residents aged 60 or over", "24.79", "万人", means=CommonFigure.ELDERS),
    ageing.figure("residents_60_share", "老年人口占常住人口", "share of residents aged 60 or over", "16.78", "%",
                  means=CommonFigure.ELDER_SHARE),
)  # fmt: skip

# What the figures of the review give of each other.
recomputations = (
    Recomputation("social_care_bed_share", social_bed_share, ratio_of(social_beds, care_beds)),
    Recomputation(
        "community_care_facilities",
        care_facilities,
        total_of(street_centres, town_centres, care_stations, mutual_points),
    ),
    Recomputation("charity_raised", charity_raised, total_of(money_given, goods_given)),
    Recomputation("social_organisations", organisations_total, total_of(private_units, associations)),
)
