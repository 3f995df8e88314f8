"""The words of Guichi's plan that no other plan uses."""

from civaffairs import Label, Term, Topic
from civaffairs_guichi.documents import plan_14

TERMS = (
    Term("six_steps_of_consultation", Label("“六事”协商机制", "six steps of consultation"),
         Label("百姓点题、两委定题、居民商议、会议决定、多方去办、公众评议", "residents name a matter, committees choose it, residents discuss, a meeting decides, many act, all assess"),
         Topic.COMMUNITY, plan_14.at("第一章第一节(四) 建立完善社区多元共治机制"), ("六事",), ("six steps",)),
    Term("area_head", Label("城市社区片长", "area head"),
         Label("城市社区网格中管一片的人，其下有楼栋长", "looks after an area of an urban community's grid, with heads of buildings below"),
         Topic.COMMUNITY, plan_14.at("第一章第一节(四) 充实基层治理力量"), ("片长",), ("heads of areas", "area heads")),
    Term("small_sums_first", Label("小金额先行救助", "small sums first"),
         Label("镇(街道)可以先给小额救助，事后补充说明", "townships give small sums at once and explain afterwards"),
         Topic.SOCIAL_ASSISTANCE, plan_14.at("第三章第一节 三是"), also_en=("small sums",)),
    Term("eight_kinds_of_help", Label("“八助”服务", "eight kinds of help"),
         Label("由助餐扩展的八类居家帮助，规划没有逐项列出", "help for elders at home, meals and seven more; the plan does not list them"),
         Topic.ELDERLY_CARE, plan_14.at("第三章第三节 三是"), ("八助",)),
)  # fmt: skip
