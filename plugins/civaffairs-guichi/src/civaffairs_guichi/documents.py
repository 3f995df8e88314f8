"""The documents that the plan, the standards and the rules of Guichi cite; those of Chizhou stand in `civaffairs_anhui`."""

from civaffairs import Document, Label, Trust

plan_14 = Document(
    "guichi/plan-14",
    Label(
        "池州市贵池区“十四五”民政事业发展规划",
        "14th five-year plan for civil affairs of Guichi District, Chizhou",
    ),
    "",  # the copy read names no issuer
    "2022-10",
    Trust.REPRINT,
)
# A page of the district government; it names neither number nor issuer.
standards_2022 = Document(
    "guichi/standards-2022",
    Label("贵池区2022年城乡低保标准", "Dibao standards of Guichi in 2022"),
    "",
    "2022-07",
    url="https://www.ahgc.gov.cn/OpennessContent/show/1272313.html",
)
