"""Taoyuan's dated standards. Next year's value is one added line.

What rules need and Taoyuan does not publish, such as the nursing subsidies, stays unknown: a decision that needs
it says so.
"""

from civaffairs import Amount, Clause, Floor, Freedom, Label, NotModelled, Standard, Topic, since
from civaffairs.domain.rules.named import dated
from civaffairs.domain.timeline import Since
from civaffairs_china import local_standards
from civaffairs_taoyuan.documents import notice_2021, notice_2023, notice_2024, plan_14

EARLIER = Label("来源中没有更早的标准", "earlier standards are not among the sources")


def _yuan(start: str, number: int, clause: Clause) -> Since[Amount]:
    return since(start, Amount(number, "元/人·月"), clause)


def _monthly(
    id: str, label: Label, topic: Topic, *entries: Since[Amount] | NotModelled, floor: Floor | None = None
) -> Standard:
    return Standard(id, "taoyuan", label, "元/人·月", topic, dated(EARLIER, *entries), Freedom.SET, floor)


dibao_urban = _monthly(
    "dibao_urban",
    Label("城市低保标准", "urban Dibao standard"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 640, notice_2021.at("第一条")),
    # The notice names the month only; a day inside it has two possible answers.
    _yuan("2023-07", 700, notice_2023.at("第一条")),
)
dibao_rural = _monthly(
    "dibao_rural",
    Label("农村低保标准", "rural Dibao standard"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 520, notice_2021.at("第一条")),
    _yuan("2023-07", 601, notice_2023.at("第一条")),
)
tekun_basic = _monthly(
    "tekun_basic",
    Label("特困人员基本生活标准", "basic living standard of tekun persons"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 832, notice_2021.at("第三条")),
    _yuan("2023-07", 910, notice_2023.at("第三条")),
    floor=Floor(
        local_standards.dibao_urban * "1.3",
        plan_14.at("二 表2 序号2", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
    ),
)
tekun_care_full = _monthly(
    "tekun_care_full",
    Label("全失能特困人员照料护理标准", "care standard of fully dependent tekun persons"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 300, notice_2021.at("第四条")),
)
tekun_care_half = _monthly(
    "tekun_care_half",
    Label("半失能特困人员照料护理标准", "care standard of partly dependent tekun persons"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 200, notice_2021.at("第四条")),
)
tekun_care_none = _monthly(
    "tekun_care_none",
    Label("自理特困人员照料护理标准", "care standard of tekun persons who care for themselves"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 100, notice_2021.at("第四条")),
)
disability_living = _monthly(
    "disability_living",
    Label("困难残疾人生活补贴标准", "living subsidy for persons with disabilities in difficulty"),
    Topic.DISABILITY,
    _yuan("2021-09-01", 80, notice_2021.at("第五条")),
)
winter_heating = _monthly(
    "winter_heating",
    Label("取暖补助标准", "winter heating standard"),
    Topic.SOCIAL_ASSISTANCE,
    _yuan("2021-09-01", 45, notice_2021.at("第六条")),
    _yuan("2024-07-01", 60, notice_2024.at("第一条")),
)

orphan_community = Standard(
    "orphan_community",
    "taoyuan",
    Label("散居孤儿基本生活标准", "basic living standard of orphans in the community"),
    "元/人·月",
    Topic.CHILD_WELFARE,
    dated(
        EARLIER,
        _yuan("2021-09-01", 1300, notice_2021.at("第二条")),
        NotModelled(
            Label("来源中没有2022年的通知", "the notice of 2022 is not among the sources"),
            since="2022-07-01",
            before="2023-07",
        ),
        _yuan("2023-07", 1420, notice_2023.at("第二条")),
    ),
    Freedom.RAISE_ONLY,
)

# Published by the statisticians, and a line that Taoyuan draws itself.
disposable_income_previous_year = Standard(
    "disposable_income_previous_year",
    "taoyuan",
    Label("上年度人均可支配收入", "disposable income per head of the previous year"),
    "元/人·年",
    Topic.SOCIAL_ASSISTANCE,
    dated(EARLIER, since("2024-07-01", Amount(28400, "元/人·年"), notice_2024.at("第二条"))),
    Freedom.SET,
)
rigid_spending_line = Standard(
    "rigid_spending_line",
    "taoyuan",
    Label("刚性支出占家庭收入比例", "share of rigid spending in household income"),
    "%",
    Topic.SOCIAL_ASSISTANCE,
    dated(EARLIER, since("2024-07-01", Amount(60, "%"), notice_2024.at("第三条"))),
    Freedom.SET,
)

STANDARDS = (
    dibao_urban,
    dibao_rural,
    tekun_basic,
    tekun_care_full,
    tekun_care_half,
    tekun_care_none,
    disability_living,
    winter_heating,
    orphan_community,
    disposable_income_previous_year,
    rigid_spending_line,
)
