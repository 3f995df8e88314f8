"""Words of the welfare of persons with disabilities 残疾人福利."""

from civaffairs import Label, Term, Topic
from civaffairs_china.glossary.statutes import accessibility_law, disability_law, mental_health_law
from civaffairs_china.law import disability_subsidies_opinion

TOPIC = Topic.DISABILITY

TERMS = (
    Term("persons_with_disabilities", Label("残疾人", "persons with disabilities"),
         Label("因身体或精神功能受损而部分或完全不能以通常方式活动的人", "those whom an impairment of body or mind keeps from doing things in the usual way"),
         TOPIC, disability_law.at("第二条"), also_en=("disability", "disabilities", "disabled")),
    Term("severe_disability", Label("重度残疾", "severe disability"),
         Label("残疾等级为一级、二级", "a disability of grade 1 or 2"),
         TOPIC, also=("重残",), also_en=("severely disabled", "severe disabilities", "severe", "grade 1 or 2")),
    Term("two_disability_subsidies", Label("残疾人两项补贴", "two disability subsidies"),
         Label("困难残疾人生活补贴和重度残疾人护理补贴的合称", "the living subsidy and the nursing subsidy together"),
         TOPIC, disability_subsidies_opinion.at("二(一)"), ("两项补贴",), ("two subsidies", "disability subsidies", "both subsidies")),
    Term("living_subsidy", Label("困难残疾人生活补贴", "living subsidy for persons with disabilities in difficulty"),
         Label("补贴困难残疾人因残疾增加的生活支出，主要给低保家庭中的残疾人", "for what a disability adds to the cost of living, mainly in Dibao households"),
         TOPIC, disability_subsidies_opinion.at("二(一)"), ("贫困残疾人生活补贴",), ("living subsidy",)),
    Term("nursing_subsidy", Label("重度残疾人护理补贴", "nursing subsidy for persons with severe disabilities"),
         Label("补贴需要长期照护的一级、二级残疾人的护理支出", "for those of grade 1 or 2 who need care for long"),
         TOPIC, disability_subsidies_opinion.at("二(一)"), also_en=("nursing subsidy",)),
    Term("mental_rehabilitation", Label("精神障碍社区康复", "community rehabilitation for mental disorders"),
         Label("在社区训练精神障碍患者的生活和社会适应能力", "those with a mental disorder practise daily and social life in the community"),
         TOPIC, mental_health_law.at("第五十四条"), ("精康",), ("mental", "community rehabilitation", "rehabilitation in the community")),
    Term("rehabilitation_campaign", Label("精康融合行动", "mental rehabilitation campaign"),
         Label("推广精神障碍社区康复服务的全国行动", "the national campaign for rehabilitation in the community"),
         TOPIC),
    Term("assistive_devices", Label("康复辅助器具", "assistive devices"),
         Label("帮助残疾人和老年人活动、改善功能的器具", "what helps persons with disabilities and elders to move and do"),
         TOPIC, also=("康复辅具", "辅具"), also_en=("assistive device", "rehabilitation aids")),
    Term("fukang_project", Label("福康工程", "Fukang Project"),
         Label("为困难残疾人配置辅具、做矫治手术的福彩项目", "lottery money gives poor persons with disabilities devices and surgery"),
         TOPIC),
    Term("accessible_environment", Label("无障碍环境", "accessible environment"),
         Label("残疾人、老年人能自主通行、使用设施和获得信息的环境", "where persons with disabilities and elders can move, use things and be informed by themselves"),
         TOPIC, accessibility_law.at("第二条"), ("无障碍",), ("accessible", "accessibility", "barrier free")),
)  # fmt: skip
