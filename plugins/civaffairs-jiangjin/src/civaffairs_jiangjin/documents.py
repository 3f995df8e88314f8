"""The documents that the rules and the plan of Jiangjin cite."""

from civaffairs import Document, Label, Trust

plan_14 = Document(
    "jiangjin/plan-14",
    Label("江津民政事业发展“十四五”规划", "14th five-year plan for civil affairs of Jiangjin"),
    "",  # the copy read names neither issuer nor date
    None,
)
# Not read itself: its title is known from the plans of other districts that cite it.
municipal_plan_14 = Document(
    "chongqing/plan-14",
    Label("重庆市民政事业发展“十四五”规划", "14th five-year plan for civil affairs of Chongqing"),
    "",
    None,
    Trust.UNCONFIRMED,
)
