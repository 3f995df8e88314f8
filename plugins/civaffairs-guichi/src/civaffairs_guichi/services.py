"""Chapter 3, section 6, and chapter 4 of Guichi's plan: special social affairs, and how the plan is secured."""

from civaffairs import NO_DATE, Label, Passage, Topic, exactly, qualitative
from civaffairs_china import indicators as china
from civaffairs_guichi.documents import plan_14 as document

# 第三章第六节 专项社会事务
section_6 = Passage(document.at("第三章第六节"), Topic.MARRIAGE, period=2020, by=2025)
marriage = section_6.at("一是")
disability = section_6.at("二是", topic=Topic.DISABILITY)
funerals = section_6.at("三是", topic=Topic.FUNERALS)
place_names = section_6.at("四是", topic=Topic.PLACE_NAMES)
rows = (
    funerals.aims(china.township_ash_facility_coverage, "公益性公墓镇(街道)覆盖率", "%", 100, by=2021, printed="全覆盖",
                  note=Label("文中作为已推进的基础", "the text builds on it as under way")),
    place_names.aims(china.place_sign_coverage, "城乡地名设标覆盖率", "%", 100, printed="全覆盖",
                     note=Label("未写期限，读作规划期末", "no date is printed: read as the end of the plan")),
)  # fmt: skip
section_6_commitments = (
    # 一是 婚姻登记
    marriage.introduces("marriage_in_the_city", "内地居民婚姻登记“市内通办”", "marriages registered anywhere in the city",
                        by="2022-12"),
    marriage.introduces("marriage_across_provinces", "婚姻登记“跨省通办”", "marriages registered across provinces", by="2025-12"),
    marriage.introduces("marriage_archives", "婚姻登记档案电子化", "electronic archives of marriages", by=NO_DATE),
    marriage.introduces("foreign_marriages", "承接市内涉外婚姻登记", "registration of the city's marriages with foreigners",
                        by=NO_DATE),
    marriage.serves("marriage_counselling", "免费婚姻法律咨询、心理疏导", "legal and psychological advice on marriage without charge",
                    exactly(0, said=""), "元", by=NO_DATE, printed="免费"),
    # 二是 助残服务
    disability.introduces("subsidy_adjustment", "残疾人两项补贴标准动态调整机制",
                          "regular adjustment of the two subsidies for persons with disabilities", by=NO_DATE),
    disability.serves("care_of_severely_disabled", "贫困重度残疾人集中或社会化照护",
                      "care for poor and severely disabled persons, in institutions or by others", by=NO_DATE),
    disability.serves("assistive_devices", "康复辅助器具社区租赁", "assistive devices for hire in communities", by=NO_DATE),
    disability.reaches("disability_associations", "村(社区)残疾人协会覆盖率",
                       "villages and communities with an association of persons with disabilities",
                       100, "%", by=NO_DATE, printed="全覆盖"),
    # 三是 殡葬
    funerals.builds("model_cemeteries", "农村公益性公墓和示范性公墓", "public-benefit and model cemeteries in the country",
                    by=NO_DATE),
    # 四是 区划地名
    place_names.introduces("place_name_procedure", "地名评估论证、征求意见和政务公开制度",
                           "assessment, consultation and publicity before naming places", by=NO_DATE),
    place_names.introduces("place_sign_patrols", "地名标志巡检制度", "inspection of place-name signs", by=NO_DATE),
    place_names.serves("place_name_heritage", "“千年古镇”“千年古村落”等地名文化遗产认定",
                       "recognition of old towns and villages as heritage of place names", by=NO_DATE),
    place_names.introduces("boundary_disputes", "行政区域界线纠纷应急处理机制", "handling of boundary disputes", by=NO_DATE),
)  # fmt: skip

# 第四章 保障措施
law = Passage(document.at("第四章第二节"), Topic.ADMINISTRATION, period=2020, by=2025)
information = Passage(document.at("第四章第三节"), Topic.ADMINISTRATION, period=2020, by=2025)
funding = Passage(document.at("第四章第四节"), Topic.FUNDING, period=2020, by=2025)
chapter_4_commitments = (
    law.introduces("powers_list", "政府权责清单制度", "list of the government's powers and duties",
                   qualitative("全面实行", "carried out fully"), by=NO_DATE),
    law.introduces("enforcement_rules", "行政执法公示、记录和法制审核制度",
                   "enforcement made public, recorded and legally reviewed", qualitative("全面推行", "carried out fully"),
                   by=NO_DATE),
    information.builds("services_platform", "民政综合业务及公共服务信息平台", "platform of civil-affairs work and services", by=NO_DATE),
    information.builds("new_platform", "省、市、区、镇(街道)、村(社区)协同新平台", "platform shared from the province to the village",
                       by=NO_DATE),
    funding.introduces("funding_sources", "多渠道民政事业资金筹措机制", "funding of civil affairs from several sources", by=NO_DATE),
    funding.introduces("funding_review", "重大民政项目资金监督和第三方评估", "review of large civil affairs projects, by third parties too",
                       by=NO_DATE),
)  # fmt: skip

commitments = (*section_6_commitments, *chapter_4_commitments)
