"""Guichi's dated standards, as far as its plan and two later documents give them.

The plan names a standard for 2016 and for 2020 and nothing of the years between or after; those years stay
unknown. Next year's value is one added line in each timeline.
"""

from __future__ import annotations

from civaffairs import Amount, Clause, Floor, Freedom, Label, NotModelled, Standard, Topic, since
from civaffairs.domain.rules.named import dated
from civaffairs.domain.timeline import Since
from civaffairs_anhui.documents import standards_2023
from civaffairs_china import local_standards
from civaffairs_guichi.documents import plan_14, standards_2022

EARLIER = Label("来源中没有更早的标准", "earlier standards are not among the sources")
BETWEEN = NotModelled(
    Label("规划只写2016年和2020年的标准", "the plan gives the standards of 2016 and of 2020 only"),
    since=2017,
    before=2020,
)
AFTER_2020 = Label("规划之后的标准未见", "no standard after that of the plan was seen")
UNTIL_2022 = NotModelled(AFTER_2020, since=2021, before="2022-07")
UNTIL_2023 = NotModelled(AFTER_2020, since=2021, before=2023)
SINCE_2021 = NotModelled(AFTER_2020, since=2021)

assistance = plan_14.at("第一章第一节(一) 全区救助水平稳步提高")
unified = assistance.document.at(
    assistance.locator,
    Label("城乡低保统一调整到这一标准", "the one standard for town and country after its adjustment"),
)
children = plan_14.at("第一章第一节(二)")
at_least = children.document.at(
    children.locator,
    Label("印作不低于，所给为下限", "printed as a least amount; what is paid may be more"),
)
# The plan's floors for 2025; the first has 60 % of consumption beside it, of which no figure is published here.
basic_floor = plan_14.at(
    "第二章第三节 表2 序号2", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")
)
care_floor = Floor(
    local_standards.tekun_basic * "0.1",
    plan_14.at(
        "第二章第三节 表2 序号3",
        Label("不低于基本生活标准的10%", "at least 10 % of the basic living standard"),
    ),
)
care_column = plan_14.at("第一章第一节 表1 序号2④").at("2020实际")


def _yuan(start: str | int, number: int, clause: Clause) -> Since[Amount]:
    return since(start, Amount(number, "元/人·月"), clause)


# 低保标准

dibao_urban = Standard(
    "dibao_urban",
    "guichi",
    Label("城市低保标准", "urban Dibao standard"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(
        EARLIER,
        _yuan(2016, 510, assistance),
        BETWEEN,
        _yuan(2020, 634, unified),
        UNTIL_2022,
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
        since(2016, Amount(3775, "元/人·年"), assistance),
        BETWEEN,
        _yuan(2020, 634, unified),
        UNTIL_2022,
        _yuan("2022-07", 708, standards_2022.at("农村低保")),
        _yuan(2023, 750, standards_2023.at("农村低保")),
    ),
    Freedom.FIXED,
)

# 特困人员标准

# Of 2023 only the urban figure was seen; `rules.tekun_amount` sees to it that nobody rural is paid by it.
tekun_basic = Standard(
    "tekun_basic",
    "guichi",
    Label("特困人员基本生活标准", "basic living standard of tekun persons"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(
        EARLIER,
        _yuan(2016, 290, assistance),
        BETWEEN,
        _yuan(2020, 709, assistance),
        UNTIL_2023,
        _yuan(
            2023,
            1137,
            standards_2023.at(
                "城市特困人员基本生活标准", Label("只见到城市的标准", "only the urban standard was seen")
            ),
        ),
    ),
    Freedom.FIXED,
    Floor(local_standards.dibao_urban * "1.3", basic_floor),
)
# The table prints the interval of the graded standards: its ends belong to the two outer grades, what the grade
# between them receives is not printed.
tekun_care_full = Standard(
    "tekun_care_full",
    "guichi",
    Label("全失能特困人员照料护理标准", "care standard of fully dependent tekun persons"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(
        EARLIER,
        _yuan(
            2020,
            300,
            care_column.document.at(
                care_column.locator,
                Label(
                    "区间的上端，读作全失能一档", "the upper end, read as the grade of the fully dependent"
                ),
            ),
        ),
        SINCE_2021,
    ),
    Freedom.FIXED,
    care_floor,
)
tekun_care_none = Standard(
    "tekun_care_none",
    "guichi",
    Label("自理特困人员照料护理标准", "care standard of tekun persons who care for themselves"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    dated(
        EARLIER,
        _yuan(
            2020,
            100,
            care_column.document.at(
                care_column.locator,
                Label(
                    "区间的下端，读作自理一档", "the lower end, read as the grade of those who need no care"
                ),
            ),
        ),
        SINCE_2021,
    ),
    Freedom.FIXED,
    care_floor,
)

# 孤儿标准

orphan_community = Standard(
    "orphan_community",
    "guichi",
    Label("孤儿分散供养标准", "basic living standard of orphans in the community"),
    "元/人·月",
    Topic.CHILD_WELFARE,
    dated(EARLIER, _yuan(2016, 790, children), BETWEEN, _yuan(2020, 1050, at_least), SINCE_2021),
    Freedom.FIXED,
)
orphan_institutional = Standard(
    "orphan_institutional",
    "guichi",
    Label("孤儿集中供养标准", "basic living standard of orphans in institutions"),
    "元/人·月",
    Topic.CHILD_WELFARE,
    dated(EARLIER, _yuan(2016, 1190, children), BETWEEN, _yuan(2020, 1450, at_least), SINCE_2021),
    Freedom.FIXED,
)

STANDARDS = (
    dibao_urban,
    dibao_rural,
    tekun_basic,
    tekun_care_full,
    tekun_care_none,
    orphan_community,
    orphan_institutional,
)
