"""The documents that Taoyuan cites. The district is fictional, and so are they."""

from civaffairs import Document, Label, Trust

plan_14 = Document(
    "taoyuan/plan-14",
    Label("桃源区民政事业发展“十四五”规划", "14th five-year plan for civil affairs of Taoyuan District"),
    "桃源区民政局",
    "2022-03",
    Trust.FICTIONAL,
)
notice_2021 = Document(
    "taoyuan/standards-2021",
    Label("关于调整社会救助标准的通知", "Notice on social assistance standards"),
    "桃源区民政局",
    "2021-08-20",
    Trust.FICTIONAL,
    "桃民发〔2021〕9号",
)
notice_2023 = Document(
    "taoyuan/standards-2023",
    Label("关于提高社会救助标准的通知", "Notice on higher social assistance standards"),
    "桃源区民政局",
    "2023-06",
    Trust.FICTIONAL,
    "桃民发〔2023〕4号",
)
