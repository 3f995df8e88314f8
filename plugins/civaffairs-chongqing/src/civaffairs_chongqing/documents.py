"""The documents that Chongqing's standards, rules and outline cite."""

from civaffairs import Document, Label, Trust

BUREAU = "重庆市民政局"  # the numbers of its notices name it; where there is none, the issuer is not known


# 重庆市社会救助保障标准: the standards of each year


def _notice(
    year: int, issued: str | int, trust: Trust, number: str = "", url: str = "", *, issuer: str = ""
) -> Document:
    zh, en = f"重庆市社会救助保障标准({year}年)", f"Chongqing social assistance standards of {year}"
    return Document(f"chongqing/standards-{year}", Label(zh, en), issuer, issued, trust, number, url)


notice_2017 = _notice(2017, 2017, Trust.PRESS)
notice_2018 = _notice(2018, 2018, Trust.PRESS)
notice_2019 = _notice(
    2019, 2019, Trust.REPRINT
)  # the page has no date; the year is inferred from its figures
notice_2021 = _notice(
    2021,
    2021,
    Trust.OFFICIAL,
    "渝民〔2021〕143号",
    "http://psx.gov.cn/zfjz/hjjdbsc_83352/zwgk_73112/fdzdgknr_73114/zdmsxx_73121/shjz_73125/202108/t20210830_9637063.html",
    issuer=BUREAU,
)
notice_2022 = _notice(2022, 2022, Trust.REPRINT)  # the notice of 2023 states the same as what it replaces
notice_2023 = _notice(
    2023,
    "2023-09",  # its standards are read to hold from the month in which it was issued
    Trust.OFFICIAL,
    "渝民发〔2023〕10号",
    "https://www.cqstl.gov.cn/bm/qmzj_71103/zwgk_70831/fdzdgknr_70834/qtgknr/lwlb/202309/t20230914_12336292.html",
    issuer=BUREAU,
)
# Chongqing Daily; the notice of 2025 states the same as what it replaces.
notice_2024 = _notice(2024, 2024, Trust.REPRINT)
notice_2025 = _notice(
    2025,
    2025,
    Trust.OFFICIAL,
    "渝民规〔2025〕6号",
    "http://www.dazu.gov.cn/qzfbm/qmzj/zwgk_53321/fdzdgknr_53323/lzyj_100471/qtgw_100473/202508/t20250826_14938749.html",
    issuer=BUREAU,
)


# On top of the standards: supplements, care, subsidies

# It says too that the supplements to Dibao stay as they were.
report_2018 = Document(
    "chongqing/standards-report-2018",
    Label("重庆提高城乡低保和特困供养标准", "Chongqing raises Dibao and tekun standards"),
    "新华网",
    "2018-08-29",
    Trust.PRESS,
)
# The press gives the care standards without a date.
care_report = Document(
    "chongqing/tekun-care",
    Label("重庆市特困人员照料护理标准", "Chongqing care standards of tekun persons"),
    "",
    None,
    Trust.PRESS,
)
# Neither number nor page is known of the notice that sets the subsidies of 2026.
disability_notice_2026 = Document(
    "chongqing/disability-subsidies-2026",
    Label("重庆市残疾人两项补贴标准(2026年)", "Chongqing subsidies for persons with disabilities, 2026"),
    "",
    None,
    Trust.UNCONFIRMED,
)


# The regulation on Dibao, and the outline of 2021

regulation = Document(
    "chongqing/dibao-regulation",
    Label("重庆市城乡居民最低生活保障条例", "Regulation of Chongqing on Dibao for Urban and Rural Residents"),
    "重庆市人民代表大会常务委员会",
    "2016-03-31",
    Trust.REPRINT,
    url="https://github.com/LawRefBook/Laws",
)
outline_14 = Document(
    "chongqing/outline-14",
    Label(
        "重庆民政“1365”格局(中国社会报2021年7月1日)",
        "Chongqing civil affairs and its outline to 2025 (China Society News, 1 July 2021)",
    ),
    "中国社会报",
    "2021-07-01",
    Trust.PRESS,
)


# Plans of districts, where the outline says otherwise. They are declared by the plugins of the districts, which
# this one does not need; a test holds the two against each other.

shapingba_plan_14 = Document(
    "shapingba/plan-14",
    Label(
        "重庆市沙坪坝区民政事业发展“十四五”规划",
        "14th five-year plan for civil affairs of Shapingba District, Chongqing",
    ),
    "重庆市沙坪坝区人民政府办公室",
    "2023-02-13",
    url="http://www.cqspb.gov.cn/zwgk_235/zfxxgkpt/zcwj0617/bm0617/202302/t20230215_11606540.html",
)
jiangjin_plan_14 = Document(
    "jiangjin/plan-14",
    Label("江津民政事业发展“十四五”规划", "14th five-year plan for civil affairs of Jiangjin"),
    "",  # the copy read names neither issuer nor date
    None,
)
