"""Suqian 宿迁市: what held at the end of 2015 and at the end of 2020, and nothing between or after."""

from civaffairs import Amount, Document, Label, NotModelled, Trust, since
from civaffairs_jiangsu import suqian
from civaffairs_jiangsu.cities.common import (
    ONE_POINT,
    dibao_rural,
    dibao_urban,
    monthly,
    tekun_basic_rural,
    tekun_basic_urban,
)

report = Document(
    "suqian/standards-2020",
    Label(
        "宿迁市“十二五”末和2020年末低保、特困标准",
        "Dibao and tekun standards of Suqian at the end of 2015 and of 2020",
    ),
    "",
    "2022-05",
    Trust.OFFICIAL,
    url="http://www.suqian.gov.cn/cnsq/qtzc/202205/1a31b789526b4b27bff4fbe33e5ec4da.shtml",
)
end_of_2015 = report.at("“十二五”末")
end_of_2020 = report.at("2020年末")

urban = dibao_urban(
    suqian,
    monthly("2015-12", 490, end_of_2015.at("城市低保")),
    NotModelled(ONE_POINT, since="2016-01", before="2020-12"),
    monthly("2020-12", 610, end_of_2020.at("城市低保")),
    NotModelled(ONE_POINT, since="2021-01"),
)
rural = dibao_rural(
    suqian,
    monthly("2015-12", 390, end_of_2015.at("农村低保")),
    NotModelled(ONE_POINT, since="2016-01", before="2020-12"),
    monthly("2020-12", 610, end_of_2020.at("农村低保")),
    NotModelled(ONE_POINT, since="2021-01"),
)
# Published for the year, not for the month.
YEARLY = "元/人·年"
tekun_urban = tekun_basic_urban(
    suqian,
    since("2020-12", Amount(15307, YEARLY), end_of_2020.at("城市特困人员")),
    NotModelled(ONE_POINT, since="2021-01"),
    unit=YEARLY,
)
tekun_rural = tekun_basic_rural(
    suqian,
    since("2020-12", Amount(9061, YEARLY), end_of_2020.at("农村特困人员")),
    NotModelled(ONE_POINT, since="2021-01"),
    unit=YEARLY,
)

STANDARDS = (urban, rural, tekun_urban, tekun_rural)
