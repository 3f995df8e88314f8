"""Nanjing 南京市: Dibao of two years, and its old-age allowance, on which the sources disagree."""

from civaffairs import Document, Label, NotModelled, Trust
from civaffairs_jiangsu import nanjing
from civaffairs_jiangsu.cities.common import LATER, dibao_rural, dibao_urban, monthly, notice

# 宁民救〔2020〕95号
notice_2020 = notice(nanjing, 2020, 2020, Trust.REPRINT, "南京市民政局", "宁民救〔2020〕95号")
notice_2021 = notice(nanjing, 2021, 2021, Trust.REPRINT)
# Several pages that name neither a document nor a date, and not the same amounts.
old_age_accounts = Document(
    "nanjing/old-age-allowance",
    Label("关于南京市尊老金标准的几种说法", "accounts of Nanjing's old-age allowance"),
    "",
    None,
    Trust.UNCONFIRMED,
)

urban = dibao_urban(
    nanjing,
    monthly("2020-07-01", 945, notice_2020.at("城市低保")),
    monthly("2021-07-01", 985, notice_2021.at("城市低保")),
    NotModelled(LATER, since="2022-07"),
)
rural = dibao_rural(
    nanjing,
    monthly("2020-07-01", 945, notice_2020.at("农村低保")),
    monthly("2021-07-01", 985, notice_2021.at("农村低保")),
    NotModelled(LATER, since="2022-07"),
)

STANDARDS = (urban, rural)
