"""Chapter 4 of Jiangjin's plan: minors, those left behind, marriage, funerals, place names."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, qualitative
from civaffairs_china import indicators as china
from civaffairs_jiangjin.documents import plan_14 as document

BEGUN = Label("写明启动年份，未写完成日期", "the year of the start is printed, that of the end is not")
ALL_IS_100 = Label("全部读作100%", "all is read as 100 %")

# 第四章第一节 强化未成年人保护体系建设
section_1 = Passage(document.at("第四章第一节"), Topic.CHILD_WELFARE, period=2020, by=2025)
model = section_1.at("积极创建全国未成年人保护示范区")
policy = section_1.at("健全未成年人保护配套政策")
mechanism = section_1.at("建立健全未成年人保护工作体制机制")
guardianship = section_1.at("提升未成年人监护能力")
section_1_commitments = (
    model.reaches("model_district", "创建全国未成年人保护示范区", "national model district of minors' protection", by=NO_DATE),
    policy.introduces("state_guardianship", "民政部门长期和临时监护措施", "long-term and temporary guardianship by civil affairs",
                      by=NO_DATE),
    policy.introduces("protection_response", "未成年人保护联动响应机制", "joint response for the protection of minors", by=NO_DATE),
    mechanism.introduces("protection_leading_group", "区未成年人保护工作领导小组", "leading group for minors' protection", by=NO_DATE),
    mechanism.builds("protection_stations", "镇(街道)未成年人保护工作站", "minors' protection stations of townships", by=NO_DATE),
    mechanism.serves("protection_posts", "村(居)委会未成年人事务专人专岗", "a post for minors in each residents' committee",
                     by=NO_DATE),
    mechanism.reaches("protection_mechanism", "未成年人保护工作体制机制", "working system of minors' protection",
                      qualitative("基本形成", "largely in place")),
    guardianship.introduces("guardianship_assessment", "监护评估机制", "assessment of guardianship", by=NO_DATE),
    guardianship.builds("minors_centre", "启动新建未成年人保护中心", "start of a new minors' protection centre", by=2022, note=BEGUN),
    guardianship.builds("minors_centre_beds", "未成年人保护中心计划床位", "planned beds of the minors' protection centre",
                        100, "张", by=NO_DATE, note=BEGUN),
    guardianship.introduces("joint_sanctions", "对弃养或失信监护人的联合惩戒", "joint sanctions against guardians who abandon children",
                            by=NO_DATE),
)  # fmt: skip

# 专栏7 未成年人保护能力提升工程
minors_box = Passage(document.at("专栏7"), Topic.CHILD_WELFARE, period=2020, by=2025)
box_7_rows = (
    minors_box.aims(china.minors_protection_station_coverage, "镇（街）未成年人保护工作站覆盖率", "%", 50,
                    note=Label("指标表为100%", "the table of indicators has 100 %")),
    minors_box.aims(china.child_director_training_rate, "村（居）儿童主任年参训率", "%", 100,
                    note=Label("每年；原文未写期限，读作规划期末", "each year; no date is printed: read as the end of the plan")),
)  # fmt: skip
box_7_commitments = (
    minors_box.builds("minors_centre_box", "启动新建未成年人保护中心", "start of a new minors' protection centre", by=2022, note=BEGUN),
    minors_box.builds("minors_centre_beds_box", "未成年人保护中心计划床位", "planned beds of the minors' protection centre",
                      100, "张", by=NO_DATE, note=BEGUN),
    minors_box.builds("protection_stations_begun", "逐步设立未成年人保护工作站", "minors' protection stations begun", by=2022,
                      note=Label("2022年起", "from 2022 on")),
)  # fmt: skip

# 第四章第二节 加强农村留守儿童、留守妇女关爱保护
section_2 = Passage(document.at("第四章第二节"), Topic.CHILD_WELFARE, period=2020, by=2025)
left_behind = section_2.at("持续推进农村留守儿童关爱保护工作")
women = section_2.at("深入开展农村留守妇女关爱行动", topic=Topic.SOCIAL_ASSISTANCE)
section_2_commitments = (
    left_behind.introduces("parental_guidance", "农村留守儿童家庭监护指导制度", "guidance of those who care for left-behind children",
                           by=NO_DATE),
    left_behind.serves("two_lists_two_papers", "指导签订“两单两书”", "two lists and two papers signed with guidance", by=NO_DATE),
    left_behind.reaches("left_behind_awareness", "全社会参与留守儿童关爱服务", "care for left-behind children by all society",
                        qualitative("明显形成", "clearly visible")),
    women.serves("women_with_cancer", "低收入“两癌”留守妇女救助", "assistance to left-behind women of low income with cancer",
                 by=NO_DATE),
)  # fmt: skip

# 专栏8 “渝童成长”关爱服务工程
growth_box = Passage(document.at("专栏8"), Topic.CHILD_WELFARE, period=2020, by=2025)
box_8_commitments = (
    growth_box.serves(
        "children_growth",
        "“渝童成长”关爱服务工程",
        "Growing up in Chongqing, a care project for left-behind children",
        by=NO_DATE,
    ),
)

# 第四章第三节 完善婚姻服务体系
section_3 = Passage(document.at("第四章第三节"), Topic.MARRIAGE, period=2020, by=2025)
registration = section_3.at("加强婚姻登记规范化建设")
families = section_3.at("深化婚姻家庭辅导服务")
section_3_commitments = (
    registration.serves("registration_pilots", "婚姻登记“跨省通办”“全市通办”试点",
                        "pilots of marriage registration for couples from other provinces, and city-wide service", by=NO_DATE),
    registration.introduces("registration_at_once", "结婚登记一件事一次办", "marriage registration in one visit", by=NO_DATE),
    registration.introduces("registration_sanctions", "婚姻登记严重失信联合惩戒", "joint sanctions for fraud at marriage registration",
                            by=NO_DATE),
    families.serves("family_harmony", "“家庭和谐计划”", "Family Harmony Plan", by=NO_DATE),
)  # fmt: skip

# 第四章第四节 完善殡葬公共服务网络
section_4 = Passage(document.at("第四章第四节"), Topic.FUNERALS, period=2020, by=2025)
guarantee = section_4.at("完善基本殡葬服务保障制度")
facilities = section_4.at("补齐殡葬公共服务设施短板")
order = section_4.at("提高殡葬服务领域治理水平")
section_4_commitments = (
    guarantee.introduces("free_funerals", "困难群众优先免费享有基本殡葬服务", "basic funeral services free for those in difficulty first",
                         by=NO_DATE),
    guarantee.introduces("funeral_relief", "遗体接运等惠民殡葬减免补贴", "fees waived or subsidised, from transport to ecological burial",
                         by=NO_DATE),
    facilities.builds("furnaces", "改造火化炉", "cremation furnaces rebuilt", 3, "台"),
    facilities.reaches("furnace_emissions", "火化炉尾气达到国家要求", "furnaces that meet the national emission standard",
                       100, "%", printed="全部", note=ALL_IS_100),
    facilities.builds("urban_public_cemetery", "新建城市公益性公墓", "public-benefit cemetery for the town", 1, "个"),
    facilities.builds("commercial_cemetery", "新建经营性公墓", "commercial cemetery", 1, "个"),
    facilities.builds("township_public_cemeteries", "新建镇(村)级公益性公墓", "public-benefit cemeteries of townships and villages",
                      at_least(16, said="以上"), "个"),
    facilities.builds("funeral_stations", "新建殡仪服务站", "funeral service stations", at_least(9, said="以上"), "个"),
    facilities.builds("funeral_station_rebuilt", "改扩建(或迁建)殡仪服务站", "funeral service station rebuilt or moved", 1, "个"),
    order.serves("burial_zones", "调整火葬区和土葬改革区", "cremation zones and burial reform zones adjusted", by=NO_DATE),
)  # fmt: skip

# 专栏9 殡葬服务设施建设工程
funeral_box = Passage(document.at("专栏9"), Topic.FUNERALS, period=2020, by=2025)
FROM_2022 = Label("从2022年开始启动", "begun from 2022 on")
EIGHT_NAMED = Label("列出八处地名：双福、德感、广兴、支坪、珞璜、贾嗣、龙华、李市", "eight places are named")
SEVEN_NAMED = Label("列出七处地名：双福、珞璜、圣泉、德感、先锋、杜市、支坪", "seven places are named")
box_9_commitments = (
    funeral_box.builds("furnaces_box", "改造火化炉", "cremation furnaces rebuilt", 3, "台", by=NO_DATE),
    funeral_box.reaches("furnace_emissions_box", "火化炉尾气达到国家要求", "furnaces that meet the national emission standard",
                        100, "%", by=NO_DATE, printed="全部", note=ALL_IS_100),
    funeral_box.builds("urban_public_cemetery_box", "启动建设城市公益性公墓", "public-benefit cemetery for the town begun", 1, "个",
                       by=NO_DATE, note=FROM_2022),
    funeral_box.builds("named_public_cemeteries", "启动建设双福等地公益性公墓", "public-benefit cemeteries begun in named places",
                       by=NO_DATE, note=EIGHT_NAMED),
    funeral_box.builds("commercial_cemetery_box", "启动建设经营性公墓", "commercial cemetery begun", 1, "个", by=NO_DATE,
                       note=FROM_2022),
    funeral_box.builds("named_funeral_stations", "双福等地殡仪服务站", "funeral service stations in named places", by=NO_DATE,
                       note=SEVEN_NAMED),
    funeral_box.builds("funeral_station_dingshan", "改扩建(或迁建)鼎山柑园殡仪服务站", "funeral service station of Dingshan rebuilt or moved",
                       by=NO_DATE),
)  # fmt: skip

# 第四章第五节 强化地名公共服务
section_5 = Passage(document.at("第四章第五节"), Topic.PLACE_NAMES, period=2020, by=2025)
naming = section_5.at("健全地名管理体制机制")
information = section_5.at("推进地名信息化工程")
heritage = section_5.at("加强地名文化保护")
section_5_commitments = (
    naming.introduces("generic_names", "执行重庆市地名通名使用规范", "the municipality's rules on generic place names applied", by=NO_DATE),
    information.builds("name_platform", "地名公共服务平台", "public platform of place names", by=NO_DATE),
    heritage.introduces("heritage_list", "历史地名保护名录", "list of protected historic place names", by=NO_DATE),
    heritage.builds("name_books", "标准地名图录典志和江津地名故事", "atlas and dictionary of standard place names, stories of Jiangjin's place names",
                    by=NO_DATE),
)  # fmt: skip

# 专栏10 地名服务推广使用工程
names_box = Passage(document.at("专栏10"), Topic.PLACE_NAMES, period=2020, by=2025)
box_10_commitments = (
    names_box.introduces(
        "heritage_list_box",
        "市、区两级历史地名保护名录",
        "lists of protected historic place names at both levels",
        by=NO_DATE,
    ),
    names_box.builds(
        "name_platform_box", "地名信息应用服务平台升级", "platform of place names improved", by=NO_DATE
    ),
)

rows = box_7_rows
commitments = (
    *section_1_commitments,
    *box_7_commitments,
    *section_2_commitments,
    *box_8_commitments,
    *section_3_commitments,
    *section_4_commitments,
    *box_9_commitments,
    *section_5_commitments,
    *box_10_commitments,
)
