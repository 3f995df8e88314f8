"""Where Jiangjin's sources are known not to conform, and why they stay as they are."""

from civaffairs import Exemption, Label
from civaffairs_jiangjin.documents import plan_14

plan_without_issuer = Exemption(
    "plan_without_issuer",
    "jiangjin",
    "provenance",
    "jiangjin/plan-14",
    Label(
        "所读文本没有写发布机关、日期和网址；正文自称是江津的规划",
        "the copy that was read gives neither issuer nor date nor address; it calls itself the plan of Jiangjin",
    ),
    plan_14.at("标题", Label("只有规划名称", "the name of the plan and no more")),
)

EXEMPTIONS = (plan_without_issuer,)
