"""Wuxi 无锡市: one set of standards for town and country. The figures of 2023 are those before the rise of 2024."""

from civaffairs import NotModelled, Trust
from civaffairs_jiangsu import wuxi
from civaffairs_jiangsu.cities.common import (
    LATER,
    dibao_rural,
    dibao_urban,
    monthly,
    notice,
    orphan_community,
    orphan_institutional,
    tekun_basic,
)

notice_2024 = notice(wuxi, 2024, 2024, Trust.PRESS)
before_2024 = notice_2024.at("调整前")
# 锡政发〔2025〕8号
notice_2025 = notice(
    wuxi,
    2025,
    2025,
    Trust.OFFICIAL,
    "无锡市人民政府",
    "锡政发〔2025〕8号",
    "http://www.wuxi.gov.cn/doc/2025/10/21/4669083.shtml",
)

urban = dibao_urban(
    wuxi,
    monthly(2023, 1095, before_2024.at("城市低保")),
    monthly("2024-07-01", 1115, notice_2024.at("城市低保")),
    monthly("2025-07-01", 1167, notice_2025.at("城市低保")),
)
rural = dibao_rural(
    wuxi,
    monthly(2023, 1095, before_2024.at("农村低保")),
    monthly("2024-07-01", 1115, notice_2024.at("农村低保")),
    monthly("2025-07-01", 1167, notice_2025.at("农村低保")),
)
tekun = tekun_basic(
    wuxi,
    monthly(2023, 1645, before_2024.at("特困人员")),
    monthly("2024-07-01", 1675, notice_2024.at("特困人员")),
    monthly("2025-07-01", 1751, notice_2025.at("特困人员")),
)
orphans_in_institutions = orphan_institutional(
    wuxi,
    monthly(2023, 2880, before_2024.at("集中供养孤儿")),
    monthly("2024-07-01", 2880, notice_2024.at("集中供养孤儿")),
    NotModelled(LATER, since="2025-07"),
)
orphans_in_community = orphan_community(
    wuxi,
    monthly(2023, 2670, before_2024.at("散居孤儿")),
    monthly("2024-07-01", 2700, notice_2024.at("散居孤儿")),
    NotModelled(LATER, since="2025-07"),
)

STANDARDS = (urban, rural, tekun, orphans_in_institutions, orphans_in_community)
