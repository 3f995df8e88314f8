"""Chapter 3, sections 1 and 2 of Guichi's plan: social assistance, and children and minors.

What decides who receives what stands in `rules`; here is what the sections promise beside that.
"""

from civaffairs import NO_DATE, Label, Passage, Topic, at_least, qualitative
from civaffairs_china import indicators as china
from civaffairs_guichi.documents import plan_14 as document

# 第三章第一节 社会救助体系
assistance = Passage(document.at("第三章第一节"), Topic.SOCIAL_ASSISTANCE, period=2020, by=2025)
systems = assistance.at("一是")
basic = assistance.at("二是")
temporary = assistance.at("三是")
society = assistance.at("四是")
network = assistance.at("五是")
# How things stood: the age that the rule of this section replaces.
situation = (
    basic.figure("tekun_age_before", "原特困供养未成年人年龄上限", "age of minors in tekun support so far", 16, "周岁"),
)  # fmt: skip
assistance_rows = (
    systems.aims(china.dependent_tekun_concentrated_care_rate, "城市和农村失能、半失能特困人员集中供养率", "%",
                 at_least(60, said="不低于"), by=2023,
                 note=Label("城市、农村分别达到", "in towns and in the country, each by itself")),
)  # fmt: skip
assistance_commitments = (
    systems.introduces("rural_revival_link", "兜底保障与乡村振兴衔接办法", "how the safety net joins rural revitalisation", by=NO_DATE),
    systems.introduces("special_groups", "重残、重病、贫困老年人和未成年人的救助措施",
                       "assistance to the severely disabled, the seriously ill, and elders and minors in poverty", by=NO_DATE),
    basic.serves("rural_migrants", "救助帮扶符合条件的农村转移人口", "assistance to eligible migrants from the country", by=NO_DATE),
    basic.introduces("dibao_adjustment", "低保标准动态调整机制", "regular adjustment of the Dibao standard", by=NO_DATE),
    basic.introduces("price_link", "救助和保障标准与物价上涨挂钩机制", "assistance and standards that follow prices", by=NO_DATE),
    temporary.introduces("temporary_assistance_grades", "临时救助分类分档", "temporary assistance graded by kind and degree",
                         by=NO_DATE),
    temporary.introduces("assistance_first", "急难型对象先行救助、事后补充说明",
                         "emergencies are assisted first and explained afterwards", by=NO_DATE),
    temporary.introduces("small_sums_by_townships", "镇(街道)“小金额先行救助”权",
                         "right of townships to give small sums first", by=NO_DATE),
    temporary.introduces("assistance_in_stages", "支出型家庭一次审批、分阶段救助",
                         "families with heavy spending approved once and assisted in stages", by=NO_DATE),
    temporary.introduces("township_reserve", "镇(街道)临时救助备用金和更高审批额度",
                         "reserve of each township for temporary assistance, and higher sums approved there", by=NO_DATE),
    temporary.introduces("emergency_procedure", "突发公共事件紧急救助政策和程序",
                         "policy and procedure of assistance after public emergencies", by=NO_DATE),
    society.introduces("assistance_bought", "政府购买社会救助服务措施", "assistance services bought by the government", by=NO_DATE),
    network.builds("assistance_network", "区、镇(街道)、村(居)社会救助信息网络", "information network of assistance on all levels",
                   3, "个", by=NO_DATE, printed="三级"),
    network.builds("means_check", "申请家庭经济状况核对信息系统", "system for the means check of applicants", by=NO_DATE),
    network.serves("assistance_on_the_telephone", "救助事项“掌上办”", "assistance applied for on the telephone", by=NO_DATE),
)  # fmt: skip

# 第三章第二节 儿童和未成年人
protection = Passage(document.at("第三章第二节"), Topic.CHILD_WELFARE, period=2020, by=2025)
homes = protection.at("一是")
welfare = protection.at("二是")
difficulty = protection.at("三是")
minors = protection.at("四是")
children_commitments = (
    homes.builds("child_welfare_home", "贵池区儿童福利院改扩建", "extension of the district's children's home", by=NO_DATE),
    homes.builds("regional_institution", "区域性儿童福利机构", "children's home that serves the region", by=NO_DATE),
    homes.builds("smart_children_home", "智慧化儿童福利院和机构信息平台", "smart children's home and platform of institutions",
                 by=NO_DATE),
    welfare.serves("tomorrow_plan", "“明天计划”", "Tomorrow Plan of surgery and rehabilitation", by=NO_DATE),
    welfare.serves("education_grant", "福彩圆梦孤儿助学", "education grants to orphans from the lottery fund", by=NO_DATE),
    welfare.introduces("grown_orphans", "帮助成年孤儿回归社会", "return of grown orphans to society", by=NO_DATE),
    welfare.introduces("adoption_assessment", "收养评估制度", "adoption assessment",
                       qualitative("全面落实", "for every adoption"), by=NO_DATE),
    welfare.introduces("adoption_visits", "收养状况探访监督制度", "visits to adoptive families", by=NO_DATE),
    welfare.introduces("adoption_in_one", "收养“一件事”联办", "adoption handled as one matter by all authorities", by=NO_DATE),
    difficulty.introduces("difficulty_standard_growth", "困境儿童基本生活费标准自然增长机制",
                          "standards of children in difficulty that grow by rule", by=NO_DATE),
    difficulty.serves("children_in_emergencies", "突发困难的儿童及其家庭及时给予临时救助",
                      "timely temporary assistance to children and their families in sudden difficulty", by=NO_DATE),
    difficulty.serves("guardianship_of_last_resort", "事实无人监护困境儿童由民政部门兜底监护",
                      "children in difficulty without a guardian are in the care of civil affairs", by=NO_DATE),
    # The shared indicator is of yearly training; this is the training of those new to the post.
    difficulty.reaches("child_director_training", "儿童督导员、儿童主任新任职培训覆盖率",
                       "coverage of the training of new child supervisors and child directors", 100, "%", by=NO_DATE, printed="全覆盖"),
    difficulty.serves("left_behind_children", "农村留守儿童关爱保护工程", "protection of rural left-behind children", by=NO_DATE),
    minors.introduces("protection_coordination", "未成年人保护工作协调机制", "coordination of minors' protection", by=NO_DATE),
    minors.builds("township_protection", "镇(街道)未成年人保护工作站或工作专干",
                  "minors' protection station or staff member in each township", by=NO_DATE),
    minors.builds("community_protection_posts", "社区(村)未成年人保护岗位",
                  "post for minors' protection in each community and village", by=NO_DATE),
    minors.reaches("child_friendly_city", "儿童友好社区和儿童友好城市", "child-friendly communities and city",
                   qualitative("创建", "created"), by=NO_DATE),
    minors.serves("guardianship_by_civil_affairs", "民政部门长期监护和临时监护",
                  "long-term guardianship and temporary guardianship by civil affairs", by=NO_DATE),
    minors.serves("minors_without_care", "因突发事件监护缺失的未成年人救助保护",
                  "protection of minors left without care by an emergency", by=NO_DATE),
)  # fmt: skip

rows = assistance_rows
commitments = (*assistance_commitments, *children_commitments)
