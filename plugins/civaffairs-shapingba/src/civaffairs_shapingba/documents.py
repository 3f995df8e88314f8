"""The documents that the rules and the plan of Shapingba cite."""

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
