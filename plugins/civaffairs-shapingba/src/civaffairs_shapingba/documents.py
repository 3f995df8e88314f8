"""The documents that the rules and the plans of Shapingba cite."""

from civaffairs import Document, Label

plan_14 = Document(
    "shapingba/plan-14",
    Label(
        "重庆市沙坪坝区民政事业发展“十四五”规划",
        "14th five-year plan for civil affairs of Shapingba District, Chongqing",
    ),
    "重庆市沙坪坝区人民政府办公室",
    "2023-02-13",
    url="http://www.cqspb.gov.cn/zwgk_235/zfxxgkpt/zcwj0617/bm0617/202302/t20230215_11606540.html",
)
# Published three days after it was issued, on 17 March.
points_2025 = Document(
    "shapingba/points-2025",
    Label("沙坪坝区2025年民政工作要点", "Civil affairs work points of Shapingba District for 2025"),
    "重庆市沙坪坝区民政局",
    "2025-03-14",
    number="沙民政发〔2025〕15号",
)
