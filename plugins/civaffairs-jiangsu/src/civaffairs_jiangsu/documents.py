"""The documents that Jiangsu's plans and rules cite. None was read on a government site; those of its cities stand with them."""

from civaffairs import Document, Label, Trust

# Its own table of indicators was not to be had: what it promises was read in the provincial press of 30 August 2021.
plan_14 = Document(
    "jiangsu/plan-14",
    Label("江苏省民政事业发展第十四个五年规划", "14th five-year plan for civil affairs of Jiangsu Province"),
    "江苏省民政厅、江苏省发展和改革委员会",
    "2021-07-06",
    Trust.PRESS,
    "苏民发〔2021〕7号",
)
# What the province undertook for a single year, in the news of 10 February 2022 and of 4 February 2024.
work_2022 = Document(
    "jiangsu/steps-2022",
    Label("江苏省2022年民政工作报道", "Report on Jiangsu's civil affairs work in 2022"),
    "",
    "2022-02-10",
    Trust.PRESS,
)
work_2024 = Document(
    "jiangsu/steps-2024",
    Label("江苏省2024年民政工作报道", "Report on Jiangsu's civil affairs work in 2024"),
    "",
    "2024-02-04",
    Trust.PRESS,
)
# Two copies were seen; the indicators of the plan that they name are six of its twelve.
community_14 = Document(
    "jiangsu/community-14",
    Label(
        "江苏省“十四五”城乡社区服务体系建设规划",
        "Plan of Jiangsu Province for urban and rural community services, 2021-2025",
    ),
    "江苏省人民政府办公厅",
    "2022-07-23",
    Trust.PRESS,
    "苏政办发〔2022〕60号",
)
# Averages over the cities, from several reports that are not told apart.
averages = Document(
    "jiangsu/dibao-averages",
    Label(
        "江苏省低保平均标准和保障人数的报道", "Reports on Jiangsu's average Dibao standard and its recipients"
    ),
    "",
    None,
    Trust.PRESS,
)
averages_2025 = Document(
    "jiangsu/averages-2025",
    Label("江苏省2025年社会救助平均标准", "Jiangsu's average standards of social assistance in 2025"),
    "",
    2025,
    Trust.REPRINT,
)
cemetery_measures = Document(
    "jiangsu/cemetery-measures",
    Label("江苏省公墓管理办法", "Measures of Jiangsu Province on the administration of cemeteries"),
    "江苏省人民政府",
    "2023-01-31",
    Trust.PRESS,
    "江苏省人民政府令第171号",
)
funeral_regulations = Document(
    "jiangsu/funeral-regulations",
    Label("江苏省殡葬管理条例", "Regulations of Jiangsu Province on funerals"),
    "",
    "2021-03-31",
    Trust.PRESS,
)
means_test_measures = Document(
    "jiangsu/means-test-measures",
    Label(
        "江苏省社会救助家庭经济状况核对办法",
        "Measures of Jiangsu Province on checking the means of households that ask for assistance",
    ),
    "",
    None,
    Trust.PRESS,
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
