"""Chapter 3, section 3 of Guichi's plan: elderly care."""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, qualitative
from civaffairs_china import indicators as china
from civaffairs_guichi.documents import plan_14 as document

# 第三章第三节 养老服务业
section = Passage(document.at("第三章第三节"), Topic.ELDERLY_CARE, period=2020, by=2025)
systems = section.at("一是")
facilities = section.at("二是")
quality = section.at("三是")
industry = section.at("四是")
rows = (
    facilities.aims(china.new_estate_facility_compliance, "新建城区和居住(小)区养老服务设施配建达标率", "%", 100, by=2022),
    facilities.aims(china.elder_canteen_coverage, "镇(街道)、村(社区)老年食堂(老年助餐点)覆盖率", "%", 30, by=2023),
    facilities.aims(china.urban_elder_canteen_coverage, "城市社区老年食堂(老年助餐点)覆盖率", "%", 100, printed="全覆盖"),
    facilities.aims(china.day_care_coverage, "城市日间照料中心覆盖率", "%", at_least(90, said="不低于")),
    facilities.aims(china.nursing_bed_share, "护理型床位占比", "%", at_least(55, said="不低于")),
    quality.aims(china.socially_operated_bed_share, "社会化运营床位比例", "%", at_least(50, said="不低于")),
    quality.aims(china.special_elder_visit_rate, "特殊困难老年人社区探访率", "%", 100,
                 note=Label("未写期限，读作规划期末", "no date is printed: read as the end of the plan")),
)  # fmt: skip
commitments = (
    # 一是 基本养老服务制度
    systems.introduces("basic_care_framework", "基本养老服务制度框架", "framework of basic elderly care", by=NO_DATE),
    systems.introduces("assessment_system", "统一的老年人能力和需求评估体系",
                       "one system for assessing the abilities and needs of elders", by=NO_DATE),
    systems.introduces("basic_care_list", "基本养老服务项目清单和补贴", "list of basic elderly-care services, and allowances",
                       by=NO_DATE),
    systems.introduces("special_elder_visits", "特殊困难老年人定期探访制度", "regular visits to elders in special difficulty",
                       by=NO_DATE),
    systems.introduces("left_behind_elders", "农村留守老年人关爱服务制度", "care for rural left-behind elders", by=NO_DATE),
    systems.introduces("care_staff_plan", "养老服务人才队伍建设计划", "plan for the staff of elderly care", by=NO_DATE),
    # 二是 基本养老服务设施
    facilities.reaches("old_estates", "老旧城区、已建成居住(小)区养老服务设施", "elderly-care facilities of old and built estates",
                       qualitative("按标准补足补齐", "made up to the standard"), by="2025-12"),
    facilities.reaches("centres_on_three_levels", "区、镇(街道)、社区养老服务中心(站)", "elderly-care centres on all levels",
                       3, "个", by=NO_DATE, printed="三级"),
    facilities.reaches("tekun_homes_standard", "特困供养机构(敬老院)标准化建设", "care homes for tekun persons built to the standard",
                       qualitative("达标", "meet the standard"), by=NO_DATE),
    facilities.builds("elder_canteens_2023", "新增老年食堂(老年助餐点)", "canteens and meal points for elders added",
                      at_least(22, said="不少于"), "个", by=2023),
    facilities.builds("rural_mutual_care", "农村互助养老服务设施", "facilities of mutual-help elderly care in the country", by=NO_DATE),
    facilities.serves("homes_adapted_2023", "新增特殊困难老年人居家适老化改造", "homes adapted for elders in special difficulty",
                      375, "户", by=2023),
    facilities.builds("family_care_beds_2023", "新增家庭养老床位", "care beds at home added", 70, "张", by=2023),
    # 三是 基本养老服务质量
    quality.serves("eight_services", "助餐工程向“八助”服务拓展", "meals for elders widened to eight kinds of help", by=NO_DATE),
    quality.serves("care_at_home", "社区居家养老服务网络", "network of home and community elderly care", by=NO_DATE),
    quality.serves("family_carer_training", "失能老年人家庭照护技能培训", "training for families that care for dependent elders",
                   by=NO_DATE),
    quality.introduces("care_supervision", "养老服务综合监管机制", "joint supervision of elderly care", by=NO_DATE),
    quality.introduces("institutional_care_widened", "集中供养扩大至其他困难老年人",
                       "care in institutions widened to elders who are poor, very old, alone or disabled, not tekun persons only",
                       qualitative("逐步", "step by step"), by=NO_DATE),
    # 四是 养老产业
    industry.builds("delta_care_base", "长三角区域健康养老养生基地", "base of healthy ageing for the Yangtze delta", by=NO_DATE),
    industry.reaches("delta_integration", "康养基础设施、大数据、人才和机制融入长三角",
                     "health-care facilities, data, staff and rules joined with the Yangtze delta",
                     qualitative("全面融入", "fully joined")),
)  # fmt: skip
