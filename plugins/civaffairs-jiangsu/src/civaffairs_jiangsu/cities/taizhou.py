"""Taizhou 泰州市: Dibao of three years, and the least that is paid for the care of tekun persons."""

from civaffairs import NotModelled, Trust
from civaffairs_jiangsu import taizhou
from civaffairs_jiangsu.cities.common import (
    LATER,
    dibao_rural,
    dibao_urban,
    monthly,
    notice,
    tekun_care_full,
    tekun_care_half,
    tekun_care_none,
)

# 泰政办发〔2023〕19号
notice_2023 = notice(taizhou, 2023, 2023, Trust.REPRINT, "泰州市人民政府办公室", "泰政办发〔2023〕19号")
before_2023 = notice_2023.at("调整前")
notice_2024 = notice(taizhou, 2024, 2024, Trust.REPRINT)

urban = dibao_urban(
    taizhou,
    monthly("2022-07", 770, before_2023.at("城市低保")),
    monthly("2023-07-01", 800, notice_2023.at("城市低保")),
    monthly("2024-07-01", 830, notice_2024.at("城市低保")),
    NotModelled(LATER, since="2025-07"),
)
rural = dibao_rural(
    taizhou,
    monthly("2022-07", 770, before_2023.at("农村低保")),
    monthly("2023-07-01", 800, notice_2023.at("农村低保")),
    monthly("2024-07-01", 830, notice_2024.at("农村低保")),
    NotModelled(LATER, since="2025-07"),
)
# Of the care standards only the year is known.
care_full = tekun_care_full(
    taizhou,
    monthly(2024, 640, notice_2024.at("照料护理 全失能")),
    NotModelled(LATER, since="2025-07"),
)
care_half = tekun_care_half(
    taizhou,
    monthly(2024, 320, notice_2024.at("照料护理 半失能")),
    NotModelled(LATER, since="2025-07"),
)
care_none = tekun_care_none(
    taizhou,
    monthly(2024, 110, notice_2024.at("照料护理 自理")),
    NotModelled(LATER, since="2025-07"),
)

STANDARDS = (urban, rural, care_full, care_half, care_none)
