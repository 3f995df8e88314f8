"""The words that Jiangjin's plan explains itself, in the order of its end notes 名词解释.

Names are as printed there. What the whole country means by the Tomorrow Plan, the education grant and the two
subsidies is in the national glossary.
"""

from civaffairs import Label, Term, Topic
from civaffairs_jiangjin.documents import plan_14

NOTES = plan_14.at("名词解释")

TERMS = (
    Term("jiangjin_tomorrow_plan", Label("医疗康复“明天计划”", "Tomorrow Plan in Jiangjin"),
         Label("为18周岁以下、适合手术的孤儿支付治疗和康复费用，只出钱，不对疗效负责", "pays for surgery and rehabilitation of orphans up to 18; it answers for the cost and not for the outcome"),
         Topic.CHILD_WELFARE, NOTES.at("1"), also_en=("Tomorrow Plan",)),
    Term("jiangjin_education_grant", Label("“福彩圆梦·助学”工程", "education grant in Jiangjin"),
         Label("每年资助年满18周岁仍在中等职业学校或高校读书的孤儿，直到研究生", "yearly money for orphans over 18 at vocational schools, colleges and universities, graduate studies included"),
         Topic.CHILD_WELFARE, NOTES.at("2"), also_en=("education grant",)),
    Term("jiangjin_two_subsidies", Label("残疾人“两项补贴”", "two disability subsidies in Jiangjin"),
         Label("困难残疾人生活补贴和重度残疾人护理补贴", "the living subsidy and the nursing subsidy"),
         Topic.DISABILITY, NOTES.at("3"), ("“两项补贴”",), ("two disability subsidies", "two subsidies", "disability subsidies")),
    Term("sorting_of_three_matters", Label("三事分流", "sorting of three matters"),
         Label("居民的诉求分成大事、小事、私事，分别由政府、社区组织和本人去办", "what residents ask for is sorted into great, small and private matters, for government, community and the person"),
         Topic.COMMUNITY, NOTES.at("4"), also_en=("three matters",)),
    Term("smart_community", Label("智慧社区", "smart community"),
         Label("用智能技术把社区的政务、生活、教育、医护等服务合到一起", "technology brings together what a community offers: offices, shops, schooling, care, mutual help"),
         Topic.COMMUNITY, NOTES.at("5"), also_en=("smart communities", "smart")),
    Term("two_lists_two_papers", Label("两单两书", "two lists and two papers"),
         Label("农村留守儿童监护人的责任清单、负面清单、承诺书和委托监护协议", "what guardians of left-behind children must do and must not do, their pledge, and the agreement with whoever stands in"),
         Topic.CHILD_WELFARE, NOTES.at("6"), also_en=("two lists",)),
    Term("growing_up_in_chongqing", Label("渝童成长", "Growing up in Chongqing"),
         Label("购买社会工作服务，为农村留守儿童提供心理疏导、探访和个案帮助", "social work, bought by government, for left-behind children: counselling, visits, help one by one"),
         Topic.CHILD_WELFARE, NOTES.at("7"), ("“渝童成长”关爱服务工程",)),
    Term("institution_centre_station_family", Label("机构建中心带站点进家庭", "institution, centre, stations, homes"),
         Label("养老机构承建镇街中心，中心带动社区站点，站点上门到家", "a care institution runs the centre of the township, the centre its stations, the stations visit homes"),
         Topic.ELDERLY_CARE, NOTES.at("8"), ("中心带站点进家庭",), ("stations", "centre, station")),
    Term("random_checks_made_public", Label("双随机、一公开", "random checks, results made public"),
         Label("随机抽取检查对象、随机选派检查人员，结果及时公布", "whom to check and who checks are drawn by lot, and the findings are published"),
         Topic.ADMINISTRATION, NOTES.at("9"), ("“双随机、一公开”监管机制",), ("random checks", "drawn by lot")),
)  # fmt: skip
