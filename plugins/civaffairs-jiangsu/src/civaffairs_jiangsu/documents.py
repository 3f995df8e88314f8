"""The documents that Jiangsu's rules cite. None was read on a government site."""

from civaffairs import Document, Label, Trust

plan_14 = Document(
    "jiangsu/plan-14",
    Label("江苏省民政事业发展第十四个五年规划", "14th five-year plan for civil affairs of Jiangsu Province"),
    "江苏省民政厅、江苏省发展和改革委员会",
    "2021-07-06",
    Trust.PRESS,
    "苏民发〔2021〕7号",
)
cemetery_measures = Document(
    "jiangsu/cemetery-measures",
    Label("江苏省公墓管理办法", "Measures of Jiangsu Province on the administration of cemeteries"),
    "江苏省人民政府",
    "2023-01-31",
    Trust.PRESS,
    "江苏省人民政府令第171号",
)
# Neither title nor issuer of the notice is known; the press told what it says.
dibao_notice = Document(
    "jiangsu/dibao-notice-2023",
    Label("江苏省2023年8月低保工作通知", "Notice on Dibao in Jiangsu, August 2023"),
    "",
    "2023-08",
    Trust.PRESS,
)
# The title is not known; the number is. Seen in a third party's summary only.
disability_notice = Document(
    "jiangsu/disability-subsidies",
    Label(
        "江苏省残疾人两项补贴文件(苏民规〔2022〕4号)",
        "Jiangsu's document on the two subsidies for persons with disabilities",
    ),
    "",
    "2022",
    Trust.UNCONFIRMED,
    "苏民规〔2022〕4号",
)
