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
notice_2024 = Document(
    "taoyuan/standards-2024",
    Label("关于公布2024年社会救助标准的通知", "Notice on the social assistance standards of 2024"),
    "桃源区民政局",
    "2024-06-12",
    Trust.FICTIONAL,
    "桃民发〔2024〕3号",
)
dibao_rules = Document(
    "taoyuan/dibao-rules",
    Label("桃源区最低生活保障实施细则", "Detailed rules on Dibao in Taoyuan District"),
    "桃源区民政局",
    "2023-06-15",
    Trust.FICTIONAL,
    "桃民规〔2023〕1号",
)
dibao_amendment = Document(
    "taoyuan/dibao-rules-2024",
    Label(
        "关于修改《桃源区最低生活保障实施细则》的决定",
        "Decision to amend the detailed rules on Dibao in Taoyuan District",
    ),
    "桃源区民政局",
    "2024-06-05",
    Trust.FICTIONAL,
    "桃民规〔2024〕1号",
)
welfare_rules = Document(
    "taoyuan/welfare-rules",
    Label("桃源区基本民生服务办法", "Measures on basic welfare services in Taoyuan District"),
    "桃源区人民政府",
    "2022-09",
    Trust.FICTIONAL,
    "桃政规〔2022〕6号",
)
letter_2024 = Document(
    "taoyuan/letter-2024",
    Label("关于完善社会救助制度的建议", "A letter on improving social assistance"),
    "桃源区社会救助研究会",
    "2024-10",
    Trust.FICTIONAL,
)
