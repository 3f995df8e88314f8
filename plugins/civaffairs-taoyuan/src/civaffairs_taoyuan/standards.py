"""Taoyuan's dated standards. Next year's value is one added line."""

from civaffairs import Amount, Freedom, Label, NotModelled, Standard, Timeline, Topic, since
from civaffairs_taoyuan.documents import notice_2021, notice_2023

EARLIER = Label("来源中没有更早的标准", "earlier standards are not among the sources")

dibao = Standard(
    "dibao_urban",
    "taoyuan",
    Label("城市低保标准", "urban Dibao standard"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2021-09-01"),
            since("2021-09-01", Amount(640, "元/人·月"), notice_2021.at("第一条")),
            # The notice names the month only; a day inside it has two possible answers.
            since("2023-07", Amount(700, "元/人·月"), notice_2023.at("第一条")),
        )
    ),
    Freedom.SET,
)

orphan_community = Standard(
    "orphan_community",
    "taoyuan",
    Label("散居孤儿基本生活标准", "basic living standard of orphans in the community"),
    "元/人·月",
    Topic.CHILD_WELFARE,
    Timeline(
        (
            NotModelled(EARLIER, before="2021-09-01"),
            since("2021-09-01", Amount(1300, "元/人·月"), notice_2021.at("第二条")),
            NotModelled(
                Label("来源中没有2022年的通知", "the notice of 2022 is not among the sources"),
                since="2022-07-01",
                before="2023-07",
            ),
            since("2023-07", Amount(1420, "元/人·月"), notice_2023.at("第二条")),
        )
    ),
    Freedom.RAISE_ONLY,
)
