"""Guichi's dated standards, as far as they were published; earlier figures stand in the plan's results.

Next year's value is one added line in each timeline.
"""

from __future__ import annotations

from civaffairs import Amount, Clause, Freedom, Label, Standard, Topic, since
from civaffairs.domain.rules.named import dated
from civaffairs.domain.timeline import Since
from civaffairs_guichi.documents import standards_2022, standards_2023

EARLIER = Label("来源中没有更早的标准", "earlier standards are not among the sources")


def _yuan(start: str | int, number: int, clause: Clause) -> Since[Amount]:
    return since(start, Amount(number, "元/人·月"), clause)


dibao_urban = Standard(
    "dibao_urban",
    "guichi",
    Label("城市低保标准", "urban Dibao standard"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(
        EARLIER,
        _yuan("2022-07", 725, standards_2022.at("城市低保")),
        _yuan(2023, 787, standards_2023.at("城市低保")),
    ),
    Freedom.FIXED,
)
dibao_rural = Standard(
    "dibao_rural",
    "guichi",
    Label("农村低保标准", "rural Dibao standard"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(
        EARLIER,
        _yuan("2022-07", 708, standards_2022.at("农村低保")),
        _yuan(2023, 750, standards_2023.at("农村低保")),
    ),
    Freedom.FIXED,
)
# Only the urban figure was seen; `rules.tekun_amount` sees to it that nobody rural is paid by it.
tekun_basic = Standard(
    "tekun_basic",
    "guichi",
    Label("城市特困人员基本生活标准", "basic living standard of urban tekun persons"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(EARLIER, _yuan(2023, 1137, standards_2023.at("城市特困人员基本生活标准"))),
    Freedom.FIXED,
)
STANDARDS = (dibao_urban, dibao_rural, tekun_basic)
