"""Chapter 3, sections 4 and 5 of Guichi's plan: grassroots governance, and social organisations."""

from civaffairs import NO_DATE, Label, Passage, Topic, qualitative
from civaffairs_china import indicators as china
from civaffairs_guichi.documents import plan_14 as document

# 第三章第四节 基层社会治理
section_4 = Passage(document.at("第三章第四节"), Topic.COMMUNITY, period=2020, by=2025)
self_rule = section_4.at("一是")
communities = section_4.at("二是")
social_work = section_4.at("三是", topic=Topic.SOCIAL_WORK)
charity = section_4.at("四是", topic=Topic.CHARITY)
section_4_rows = (
    social_work.aims(china.social_work_station_coverage, "镇(街道)社工站覆盖率", "%", 100, by=2023),
    social_work.aims(china.social_work_room_coverage, "村(居)社工室覆盖率", "%",
                     qualitative("基本覆盖", "largely covered"), printed="基本覆盖"),
)  # fmt: skip
section_4_commitments = (
    self_rule.reaches("secretary_as_director", "村(社区)党组织书记担任村(居)委会主任",
                      "Party secretaries who head the committees of villages and communities",
                      qualitative("推行", "promoted"), by=NO_DATE),
    self_rule.introduces("committee_filing", "基层群众性自治组织法人备案", "filing of self-governing bodies as legal persons",
                         by=NO_DATE),
    self_rule.introduces("charter_filing", "村规民约备案制度", "filing of village rules", by=NO_DATE),
    communities.builds("village_facilities", "村级综合服务设施提升工程", "better service facilities of villages", by=NO_DATE),
    communities.builds("model_communities", "“三治融合”社区示范点", "model communities of self-government, law and virtue together", by=NO_DATE),
    communities.introduces("community_services_bought", "政府购买社区服务机制", "community services bought by the government",
                           by=NO_DATE),
    communities.reaches("one_grid", "各类网格整合", "grids of every kind joined", qualitative("一张网", "one net"), by=NO_DATE),
    communities.introduces("community_seal", "“社区万能章”治理专项行动", "campaign against the all-purpose community stamp", by=NO_DATE),
    communities.builds("smart_estate", "秋浦街道远东国际智慧小区和智慧市场",
                       "smart estate and smart market in Qiupu sub-district", by=NO_DATE),
    communities.introduces("community_worker_posts", "社区专职工作者员额管理", "fixed posts for community workers", by=NO_DATE),
    social_work.introduces("social_work_posts", "社会工作专业人才配备和岗位开发", "posts for social work professionals", by=NO_DATE),
    social_work.introduces("volunteer_rules", "志愿者招募、注册、评价和星级认证制度",
                           "recruiting, registering, assessing and grading volunteers", by=NO_DATE),
    social_work.builds("volunteer_stations", "城乡社区和社会服务机构志愿服务站点",
                       "volunteer stations in communities and social service organisations", by=NO_DATE),
    social_work.builds("volunteer_platform", "志愿服务线上线下平台", "platform for volunteers", by=NO_DATE),
    charity.builds("charity_platform", "慈善信息平台", "information platform of charity", by=NO_DATE),
    charity.introduces("charity_matching", "救助需求与慈善项目对接机制", "needs matched with charity projects", by=NO_DATE),
    charity.introduces("charity_honours", "慈善表彰制度", "honours for charity", by=NO_DATE),
)  # fmt: skip

# 第三章第五节 社会组织
section_5 = Passage(document.at("第三章第五节"), Topic.SOCIAL_ORGANISATIONS, period=2020, by=2025)
party = section_5.at("一是")
ability = section_5.at("二是")
management = section_5.at("三是")
section_5_commitments = (
    party.introduces("three_in_step", "社会组织党建与登记、年检、评估“三同步”",
                     "Party building of social organisations in step with registration, annual check and assessment", by=NO_DATE),
    party.builds("joint_party_branches", "党员少的社会组织联合党组织", "joint Party branches of social organisations with few members",
                 by=NO_DATE),
    ability.builds("incubator", "社会组织培育孵化基地", "incubator of social organisations", by=NO_DATE),
    ability.reaches("community_federations", "社区建立社会组织联合会等枢纽型组织",
                    "communities with a federation or other hub of social organisations", 100, "%", printed="普遍",
                    note=Label("文中写作基本实现", "printed as basically so")),
    ability.builds("trade_organisations", "旅游、养老等行业社会组织", "social organisations of tourism, elderly care and other trades",
                   by=NO_DATE),
    ability.introduces("tasks_to_organisations", "业务评估、行业统计等事项交由社会组织",
                       "assessment, trade statistics and other tasks handed to social organisations",
                       qualitative("逐步", "step by step"), by=NO_DATE),
    ability.builds("rural_foundations", "农村社区发展基金会等新型社会组织", "rural community foundations and other new social organisations",
                   by=NO_DATE),
    management.introduces("joint_enforcement", "社会组织联合执法机制", "joint enforcement towards social organisations", by=NO_DATE),
    management.introduces("disclosure", "不同类型社会组织信息公开要求", "what social organisations of each type must disclose", by=NO_DATE),
    management.introduces("third_party_assessment", "社会组织第三方评估机制", "assessment of social organisations by third parties", by=NO_DATE),
    management.introduces("trade_fees", "规范行业协会商会涉企收费", "rules on what trade associations charge companies", by=NO_DATE),
    management.introduces("irregular_list", "社会组织异常名录制度", "list of irregular social organisations", by=NO_DATE),
)  # fmt: skip

rows = section_4_rows
commitments = (*section_4_commitments, *section_5_commitments)
