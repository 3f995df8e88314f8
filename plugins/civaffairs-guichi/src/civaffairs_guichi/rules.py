"""Guichi's rules and provisions: what the plan for 2021-2025 adds to the national ones, chapter by chapter.

The plan names no day from which its rules hold; the month of the document is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Area, Household, Person
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    Expr,
    LocalStandard,
    all_of,
    as_quantity,
    cases,
    greatest,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs_anhui.documents import standards_2023
from civaffairs_china import dibao, disability, tekun, temporary
from civaffairs_china.local_standards import tekun_basic
from civaffairs_guichi.documents import plan_14

if TYPE_CHECKING:
    from civaffairs import Clause, Timeline

EARLIER = Label("贵池区更早的规定未收录", "earlier rules of Guichi are not modelled")
ONE_PERSON = Amount(1, "人")

Tree = TypeVar("Tree", bound=Expr)


def _by_plan(tree: Tree, clause: Clause) -> Timeline[Tree]:
    return dated(EARLIER, since("2022-10", tree, clause))


# 第二章第三节 表2: the floors of the two standards for tekun persons.

# Published by the statisticians, and by no source of ours.
resident_consumption_previous_year = LocalStandard(
    "resident_consumption_previous_year",
    Label(
        "当地上年度城乡居民人均消费支出",
        "the local consumption per head of all residents in the previous year",
    ),
    "元/人·年",
)
tekun_basic_floor = amount_rule(
    "tekun_basic_floor",
    "guichi",
    Label("特困人员基本生活标准的下限", "the floor of the basic living standard of tekun persons"),
    Household,
    "元/人·月",
    _by_plan(
        greatest(dibao.dibao_standard * "1.3", resident_consumption_previous_year * "0.6"),
        plan_14.at(
            "第二章第三节 表2 序号2",
            Label(
                "上年度人均消费支出的60%与低保标准的1.3倍就高；“城乡人均”读作城乡全体居民",
                "60 % of consumption per head or 1.3 times the Dibao standard, the higher; read as that of all "
                "residents, in town and country",
            ),
        ),
    ),
    supersedes=tekun.tekun_basic_floor,
)
tekun_care_floor = amount_rule(
    "tekun_care_floor",
    "guichi",
    Label("特困人员照料护理标准的下限", "the floor of the care standard of tekun persons"),
    Household,
    "元/人·月",
    _by_plan(
        tekun_basic * "0.1",
        plan_14.at(
            "第二章第三节 表2 序号3",
            Label("不低于基本生活标准的10%", "at least 10 % of the basic living standard"),
        ),
    ),
)


# 第三章第一节: basic living assistance.

tekun_age_of_minors = amount_rule(
    "tekun_age_of_minors",
    "guichi",
    Label("特困供养未成年人的年龄上限", "the age up to which minors have tekun support"),
    Person,
    "岁",
    _by_plan(
        as_quantity(Amount(18, "岁")),
        plan_14.at("第三章第一节 二是", Label("从16周岁延长至18周岁", "raised from 16 to 18")),
    ),
    supersedes=tekun.tekun_age_of_minors,
)
unable_to_earn = condition_rule(
    "low_income_unable_to_earn",
    "guichi",
    Label(
        "属于低收入家庭中丧失劳动能力的重残、重病人员",
        "is of a low-income family, severely disabled or seriously ill, and unable to work",
    ),
    Person,
    _by_plan(
        all_of(
            dibao.dibao_marginal,
            disability.severely_disabled | person.seriously_ill,
            ~person.able_to_work,
        ),
        plan_14.at(
            "第三章第一节 二是",
            Label(
                "低收入家庭中的重度残疾人、重病患者；低收入家庭读作低保边缘家庭",
                "the severely disabled and seriously ill of low-income families, read as Dibao-marginal ones",
            ),
        ),
    ),
)
# Published for the towns only: what is paid to tekun persons in the country is unknown.
tekun_basic_rural = LocalStandard(
    "tekun_basic_rural",
    Label("农村特困人员基本生活标准", "the basic living standard of rural tekun persons"),
    "元/人·月",
)
tekun_amount = amount_rule(
    "tekun_amount",
    "guichi",
    Label("特困人员基本生活费", "basic living payment of a tekun person"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            2023,
            cases(
                (household.area.is_one_of(Area.URBAN), tekun_basic.times(ONE_PERSON)),
                otherwise=tekun_basic_rural.times(ONE_PERSON),
            ),
            standards_2023.at(
                "城市特困人员基本生活标准",
                Label("只见到城市的标准", "only the standard for the towns was seen"),
            ),
        ),
    ),
    supersedes=tekun.tekun_amount,
)


# 第三章第三节: elders.

aged_65 = condition_rule(
    "aged_65",
    "guichi",
    Label("年满65周岁", "is 65 or older"),
    Person,
    _by_plan(
        person.age >= Amount(65, "岁"),
        plan_14.at(
            "第三章第三节 一是",
            Label(
                "为65周岁及以上老年人提供能力综合评估",
                "elders of 65 and over are offered a comprehensive assessment",
            ),
        ),
    ),
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    tekun_basic_floor,
    tekun_care_floor,
    tekun_age_of_minors,
    unable_to_earn,
    tekun_amount,
    aged_65,
)

PROVISIONS = (
    Provision(
        "low_income_protection",
        "guichi",
        Label(
            "低收入家庭重残、重病人员纳入基本生活保障",
            "basic living protection for the severely disabled and seriously ill of low-income families",
        ),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.STATUS,
        unable_to_earn,
        not_modelled=(
            Label(
                "规划要求逐步扩大，没有写明起始时间和待遇",
                "the plan widens it step by step and names neither start nor amount",
            ),
            Label(
                "部分丧失劳动能力且无法依靠就业帮扶的，由审核人员认定",
                "those partly able to work whom no employment support can help are for the officer to find",
            ),
        ),
    ),
    Provision(
        "temporary_assistance_emergency",
        "guichi",
        Label("急难型临时救助", "temporary assistance in emergencies"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        temporary.emergency_hardship,
        not_modelled=(
            temporary.AMOUNT_IS_LOCAL,
            Label(
                "镇(街道)可以小金额先行救助、事后补充说明，额度没有写明",
                "townships may give small amounts first and explain afterwards; how small is not said",
            ),
        ),
        supersedes="china",
    ),
    Provision(
        "ability_assessment",
        "guichi",
        Label("老年人能力综合评估", "comprehensive assessment of an elder's abilities"),
        Topic.ELDERLY_CARE,
        ProvisionKind.SERVICE,
        aged_65,
        not_modelled=(
            Label("评估标准对照省级标准另行制定", "the district's own standard follows the provincial one"),
        ),
        supersedes="china",
    ),
)
