"""Yangzhou 扬州市: Dibao of two years."""

from civaffairs import NotModelled, Trust
from civaffairs_jiangsu import yangzhou
from civaffairs_jiangsu.cities.common import LATER, dibao_rural, dibao_urban, monthly, notice

notice_2023 = notice(
    yangzhou,
    2023,
    "2023-06",
    Trust.OFFICIAL,
    url="http://mzt.jiangsu.gov.cn/art/2023/6/28/art_54981_10950375.html",
)
before_2023 = notice_2023.at("调整前")

urban = dibao_urban(
    yangzhou,
    monthly("2022-07", 770, before_2023.at("城市低保")),
    monthly("2023-07-01", 800, notice_2023.at("城市低保")),
    NotModelled(LATER, since="2024-07"),
)
rural = dibao_rural(
    yangzhou,
    monthly("2022-07", 770, before_2023.at("农村低保")),
    monthly("2023-07-01", 800, notice_2023.at("农村低保")),
    NotModelled(LATER, since="2024-07"),
)

STANDARDS = (urban, rural)
