"""Nantong 南通市: tekun persons in town and country have two standards. The figures of 2021 and 2022 are Qidong's."""

from civaffairs import Document, Label, NotModelled, Trust
from civaffairs_jiangsu import nantong
from civaffairs_jiangsu.cities.common import (
    LATER,
    dibao_rural,
    dibao_urban,
    monthly,
    notice,
    tekun_basic_rural,
    tekun_basic_urban,
)

# Qidong (启东) is a county-level city of Nantong; nothing of these years was seen of Nantong itself.
qidong_2022 = Document(
    "nantong/qidong-2022",
    Label("启东市2022年社会救助保障标准", "Social assistance standards of Qidong, 2022"),
    "",
    2022,
    Trust.UNCONFIRMED,
)
before_2022 = qidong_2022.at("调整前")
# 通政办发〔2023〕44号
notice_2023 = notice(nantong, 2023, 2023, Trust.REPRINT, "南通市人民政府办公室", "通政办发〔2023〕44号")
QIDONG = Label("启东市的数额", "the figure of Qidong")

urban = dibao_urban(
    nantong,
    monthly("2021-07", 750, before_2022.at("城市低保", QIDONG)),
    monthly("2022-07-01", 780, qidong_2022.at("城市低保", QIDONG)),
    monthly("2023-07-01", 820, notice_2023.at("城市低保")),
    NotModelled(LATER, since="2024-07"),
)
rural = dibao_rural(
    nantong,
    monthly("2021-07", 750, before_2022.at("农村低保", QIDONG)),
    monthly("2022-07-01", 780, qidong_2022.at("农村低保", QIDONG)),
    monthly("2023-07-01", 820, notice_2023.at("农村低保")),
    NotModelled(LATER, since="2024-07"),
)
tekun_urban = tekun_basic_urban(
    nantong,
    monthly("2021-07", 1945, before_2022.at("城市特困人员", QIDONG)),
    monthly("2022-07-01", 2025, qidong_2022.at("城市特困人员", QIDONG)),
    monthly("2023-07-01", 2025, notice_2023.at("城市特困人员")),
    NotModelled(LATER, since="2024-07"),
)
tekun_rural = tekun_basic_rural(
    nantong,
    monthly("2021-07", 1010, before_2022.at("农村特困人员", QIDONG)),
    monthly("2022-07-01", 1040, qidong_2022.at("农村特困人员", QIDONG)),
    monthly("2023-07-01", 1070, notice_2023.at("农村特困人员")),
    NotModelled(LATER, since="2024-07"),
)

STANDARDS = (urban, rural, tekun_urban, tekun_rural)
