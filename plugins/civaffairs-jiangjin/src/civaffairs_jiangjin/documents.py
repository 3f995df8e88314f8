"""The documents that the rules and the plan of Jiangjin cite."""

from civaffairs import Document, Label

plan_14 = Document(
    "jiangjin/plan-14",
    Label("江津民政事业发展“十四五”规划", "14th five-year plan for civil affairs of Jiangjin"),
    "",  # the copy read names neither issuer nor date
    None,
)
