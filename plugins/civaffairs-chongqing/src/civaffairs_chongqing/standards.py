"""Chongqing's standards: one set for the whole municipality, so for every district too.

Next year's value is one added line in each timeline.
"""

from civaffairs import Amount, Document, Floor, Freedom, Label, NotModelled, Standard, Timeline, Topic, since
from civaffairs.domain.timeline import Since
from civaffairs_china import local_standards as local
from civaffairs_chongqing.documents import (
    care_report,
    disability_notice_2026,
    notice_2017,
    notice_2018,
    notice_2019,
    notice_2021,
    notice_2022,
    notice_2023,
    notice_2024,
    notice_2025,
    outline_14,
    report_2018,
)

EARLIER = Label("来源中没有更早的标准", "earlier standards are not among the sources")
ONLY_IN_JIANGJIN = Label(
    "2020年的标准只见于江津区的规划", "the standard of 2020 stands in Jiangjin's plan only"
)
AMOUNTS_UNKNOWN = Label(
    "2021年的通知(渝民发〔2021〕15号)定有两项补贴，此前的金额不在来源之中",
    "a notice of 2021 lays down both subsidies; what was paid before is not among the sources",
)
REVIEW_OF_2020 = "精准帮扶兜牢底线"


def _yuan(start: str | int, number: int, document: Document, locator: str) -> Since[Amount]:
    return since(start, Amount(number, "元/人·月"), document.at(locator))


dibao_urban = Standard(
    "dibao_urban",
    "chongqing",
    Label("城市低保标准", "urban Dibao standard"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2017-04-01"),
            _yuan("2017-04-01", 500, notice_2017, "城市低保"),
            _yuan("2018-01-01", 546, notice_2018, "城市低保"),
            _yuan("2019", 580, notice_2019, "城市低保"),
            _yuan("2020", 620, outline_14, REVIEW_OF_2020),
            _yuan("2021-09-01", 636, notice_2021, "城市低保"),
            _yuan("2022-09", 717, notice_2022, "城市低保"),
            _yuan("2023-09", 735, notice_2023, "城市低保"),
            _yuan("2024-09", 750, notice_2024, "城市低保"),
            _yuan("2025-07-01", 770, notice_2025, "城市低保"),
        )
    ),
    Freedom.FIXED,
)
dibao_rural = Standard(
    "dibao_rural",
    "chongqing",
    Label("农村低保标准", "rural Dibao standard"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2017-04-01"),
            _yuan("2017-04-01", 350, notice_2017, "农村低保"),
            _yuan("2018-01-01", 410, notice_2018, "农村低保"),
            _yuan("2019", 440, notice_2019, "农村低保"),
            _yuan("2020", 496, outline_14, REVIEW_OF_2020),
            _yuan("2021-09-01", 515, notice_2021, "农村低保"),
            _yuan("2022-09", 581, notice_2022, "农村低保"),
            _yuan("2023-09", 600, notice_2023, "农村低保"),
            _yuan("2024-09", 610, notice_2024, "农村低保"),
            _yuan("2025-07-01", 630, notice_2025, "农村低保"),
        )
    ),
    Freedom.FIXED,
)
tekun_basic = Standard(
    "tekun_basic",
    "chongqing",
    Label("特困人员基本生活标准", "basic living standard of tekun persons"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2017-04-01"),
            _yuan("2017-04-01", 650, notice_2017, "特困人员"),
            _yuan("2018-01-01", 710, notice_2018, "特困人员"),
            _yuan("2019", 754, notice_2019, "特困人员"),
            _yuan("2020", 806, outline_14, REVIEW_OF_2020),
            _yuan("2021-09-01", 827, notice_2021, "特困人员"),
            _yuan("2022-09", 932, notice_2022, "特困人员"),
            _yuan("2023-09", 955, notice_2023, "特困人员"),
            _yuan("2024-09", 975, notice_2024, "特困人员"),
            _yuan("2025-07-01", 1001, notice_2025, "特困人员"),
        )
    ),
    Freedom.FIXED,
    # Which Dibao standard it is the outline does not say; the published standards follow from the urban one.
    Floor(
        local.dibao_urban * "1.3",
        outline_14.at(
            "推进6大重点任务 改革完善社会救助制度",
            Label(
                "不低于低保标准的1.3倍，读作城市低保",
                "at least 1.3 times the Dibao standard, read as the urban one",
            ),
        ),
    ),
)
orphan_institutional = Standard(
    "orphan_institutional",
    "chongqing",
    Label("集中供养孤儿基本生活标准", "basic living standard of orphans in institutions"),
    "元/人·月",
    Topic.CHILD_WELFARE,
    Timeline(
        (
            NotModelled(EARLIER, before="2019"),
            _yuan("2019", 1404, notice_2019, "集中供养孤儿"),
            NotModelled(ONLY_IN_JIANGJIN, since="2020", before="2021-09-01"),
            _yuan("2021-09-01", 1477, notice_2021, "集中供养孤儿"),
            _yuan("2022-09", 1582, notice_2022, "集中供养孤儿"),
            _yuan("2023-09", 1605, notice_2023, "集中供养孤儿"),
            _yuan("2024-09", 1825, notice_2024, "集中供养孤儿"),
            _yuan("2025-07-01", 1851, notice_2025, "集中供养孤儿"),
        )
    ),
    Freedom.FIXED,
)
orphan_community = Standard(
    "orphan_community",
    "chongqing",
    Label("散居孤儿基本生活标准", "basic living standard of orphans in the community"),
    "元/人·月",
    Topic.CHILD_WELFARE,
    Timeline(
        (
            NotModelled(EARLIER, before="2019"),
            _yuan("2019", 1204, notice_2019, "散居孤儿"),
            NotModelled(ONLY_IN_JIANGJIN, since="2020", before="2021-09-01"),
            _yuan("2021-09-01", 1277, notice_2021, "散居孤儿"),
            _yuan("2022-09", 1382, notice_2022, "散居孤儿"),
            # Seen only as what the article of 2024 says that it replaces.
            _yuan("2023-09", 1405, notice_2024, "散居孤儿 调整前"),
            _yuan("2024-09", 1625, notice_2024, "散居孤儿"),
            _yuan("2025-07-01", 1651, notice_2025, "散居孤儿"),
        )
    ),
    Freedom.FIXED,
)


# What Dibao recipients receive on top of Dibao (分类重点救助).
dibao_supplement_disabled = Standard(
    "dibao_supplement_disabled",
    "chongqing",
    Label("残疾人员分类重点救助标准", "supplement to Dibao for persons with disabilities"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2018-01-01"),
            _yuan("2018-01-01", 40, report_2018, "分类重点救助"),
        )
    ),
    Freedom.FIXED,
)
dibao_supplement_hardship = Standard(
    "dibao_supplement_hardship",
    "chongqing",
    Label(
        "重残、重病和70周岁以上人员分类重点救助标准",
        "supplement to Dibao for the severely disabled, the seriously ill and those aged 70 or over",
    ),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2018-01-01"),
            _yuan("2018-01-01", 60, report_2018, "分类重点救助"),
        )
    ),
    Freedom.FIXED,
)
dibao_supplement_young = Standard(
    "dibao_supplement_young",
    "chongqing",
    Label(
        "学龄前儿童和在校学生分类重点救助标准",
        "supplement to Dibao for pre-school children, pupils and students",
    ),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2018-01-01"),
            _yuan("2018-01-01", 100, report_2018, "分类重点救助"),
        )
    ),
    Freedom.FIXED,
)

# The care of tekun persons (照料护理).
tekun_care_full = Standard(
    "tekun_care_full",
    "chongqing",
    Label("全失能特困人员照料护理标准", "care standard of fully dependent tekun persons"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2018-01-01"),
            _yuan("2018-01-01", 300, report_2018, "照料护理补贴 全护理"),
        )
    ),
    Freedom.FIXED,
)
tekun_care_half = Standard(
    "tekun_care_half",
    "chongqing",
    Label("半失能特困人员照料护理标准", "care standard of partly dependent tekun persons"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2018-01-01"),
            _yuan("2018-01-01", 200, report_2018, "照料护理补贴 半护理"),
        )
    ),
    Freedom.FIXED,
)
# The report of 2018 does not name it, and who names it gives no date: at the latest it held at the end of 2025.
tekun_care_none = Standard(
    "tekun_care_none",
    "chongqing",
    Label("自理特困人员照料护理标准", "care standard of tekun persons who care for themselves"),
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
    Timeline(
        (
            NotModelled(EARLIER, before="2018..2025"),
            _yuan("2018..2025", 50, care_report, "自理"),
        )
    ),
    Freedom.FIXED,
)

# The two subsidies for persons with disabilities (残疾人两项补贴).
disability_living = Standard(
    "disability_living",
    "chongqing",
    Label("困难残疾人生活补贴标准", "living subsidy for persons with disabilities in difficulty"),
    "元/人·月",
    Topic.DISABILITY,
    Timeline(
        (
            NotModelled(AMOUNTS_UNKNOWN, before="2026-01-01"),
            _yuan("2026-01-01", 100, disability_notice_2026, "困难残疾人生活补贴"),
        )
    ),
    Freedom.FIXED,
)
disability_nursing_1 = Standard(
    "disability_nursing_1",
    "chongqing",
    Label("一级重度残疾人护理补贴标准", "nursing subsidy for disability grade 1"),
    "元/人·月",
    Topic.DISABILITY,
    Timeline(
        (
            NotModelled(AMOUNTS_UNKNOWN, before="2026-01-01"),
            _yuan("2026-01-01", 110, disability_notice_2026, "重度残疾人护理补贴 一级"),
        )
    ),
    Freedom.FIXED,
)
disability_nursing_2 = Standard(
    "disability_nursing_2",
    "chongqing",
    Label("二级重度残疾人护理补贴标准", "nursing subsidy for disability grade 2"),
    "元/人·月",
    Topic.DISABILITY,
    Timeline(
        (
            NotModelled(AMOUNTS_UNKNOWN, before="2026-01-01"),
            _yuan("2026-01-01", 100, disability_notice_2026, "重度残疾人护理补贴 二级"),
        )
    ),
    Freedom.FIXED,
)

STANDARDS = (
    dibao_urban,
    dibao_rural,
    tekun_basic,
    orphan_institutional,
    orphan_community,
    dibao_supplement_disabled,
    dibao_supplement_hardship,
    dibao_supplement_young,
    tekun_care_full,
    tekun_care_half,
    tekun_care_none,
    disability_living,
    disability_nursing_1,
    disability_nursing_2,
)
