"""Taoyuan's rules and provisions, in the order of its (fictional) documents. Every feature of rules is used once.

The rules on Dibao are the reference set with which the library is measured and proved.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from civaffairs import RATIO, Amount, Clause, Label, NotModelled, Timeline, Topic, since
from civaffairs.domain.models import (
    Area,
    Cemetery,
    Dependence,
    DisabilityKind,
    Household,
    Person,
)
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    LocalStandard,
    Opaque,
    all_of,
    as_quantity,
    cases,
    greatest,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import cemetery, elder, household, person
from civaffairs_china import dibao, income
from civaffairs_taoyuan.documents import dibao_amendment, dibao_rules, notice_2024, welfare_rules

V = TypeVar("V")

EARLIER = Label("来源中没有更早的规定", "earlier rules are not among the sources")


def _from_2022(tree: V, clause: Clause) -> Timeline[V]:
    return dated(EARLIER, since("2022-11-01", tree, clause))


def _from_2023(tree: V, clause: Clause) -> Timeline[V]:
    return dated(EARLIER, since("2023-07-01", tree, clause))


# 桃源区最低生活保障实施细则: what is deducted from wages.

employment_cost_cap = amount_rule(
    "employment_cost_cap",
    "taoyuan",
    Label("就业成本扣减上限", "the cap on the deduction for work"),
    Person,
    "元/月",
    _from_2023(
        dibao.dibao_for_one * "0.5",
        dibao_rules.at("第九条第二款", Label("至多为低保标准的一半", "at most half the Dibao standard")),
    ),
)
employment_cost = amount_rule(
    "employment_cost",
    "taoyuan",
    Label("就业成本扣减额", "deduction for work"),
    Person,
    "元/月",
    _from_2023(
        # Whoever has no wages need not be asked about work.
        cases(
            (
                (income.wages > Amount(0, "元/月")) & person.employed,
                least(income.wages * "0.2", employment_cost_cap).rounded("元/月", places=2, rounding="down"),
            ),
            otherwise=Amount(0, "元/月"),
        ),
        dibao_rules.at(
            "第九条第一款",
            Label(
                "就业的扣减工资五分之一，不足一分舍去",
                "a fifth of the wages of those in work, rounded down to the fen",
            ),
        ),
    ),
    supersedes=income.employment_cost,
)


# The assets that a household may own. The limit was raised by half in the middle of 2024.

assets_limit = amount_rule(
    "assets_limit",
    "taoyuan",
    Label("家庭财产限额", "the limit on assets"),
    Household,
    "元",
    dated(
        EARLIER,
        since(
            "2023-07-01",
            dibao.dibao_standard.times(income.household_size).times(Amount(24, "月")),
            dibao_rules.at(
                "第十二条", Label("每人24个月的低保标准", "24 months of the standard for each member")
            ),
        ),
        since(
            "2024-07-01",
            dibao.dibao_standard.times(income.household_size).times(Amount(36, "月")),
            dibao_amendment.at(
                "第三条", Label("每人36个月的低保标准", "36 months of the standard for each member")
            ),
        ),
    ),
)
assets_eligible = condition_rule(
    "assets_eligible",
    "taoyuan",
    Label("家庭财产符合规定", "assets are within the limits"),
    Household,
    _from_2023(
        household.assets <= assets_limit,
        dibao_rules.at("第十一条", Label("财产不超过限额", "assets up to the limit")),
    ),
    supersedes=dibao.assets_eligible,
)


# What Dibao pays, and who is just above it.

dibao_amount = amount_rule(
    "dibao_amount",
    "taoyuan",
    Label("低保金", "Dibao payment"),
    Household,
    "元/月",
    _from_2023(
        greatest(dibao.dibao_standard - income.income_per_head, Amount(0, "元/人·月"))
        .times(income.household_size)
        .rounded("元/月", places=0, rounding="up"),
        dibao_rules.at(
            "第二十条",
            Label("按人均差额补足，不足一元按一元计", "the gap of each member, rounded up to the yuan"),
        ),
    ),
    supersedes=dibao.dibao_amount,
)
dibao_marginal = condition_rule(
    "dibao_marginal",
    "taoyuan",
    Label("符合低保边缘家庭条件", "meets the conditions of a Dibao-marginal family"),
    Household,
    _from_2023(
        all_of(
            ~dibao.dibao_admission,
            income.income_per_head < dibao.dibao_standard * "1.5",
            household.assets <= assets_limit * "1.5",
        ),
        dibao_rules.at(
            "第三十条",
            Label(
                "人均收入低于标准的1.5倍，财产不超过限额的1.5倍",
                "income per head below 1.5 times the standard, assets up to 1.5 times the limit",
            ),
        ),
    ),
    supersedes=dibao.dibao_marginal,
)


# 桃源区基本民生服务办法, chapter 2: heating in winter. Nothing is known of one winter: a gap that is said.

winter_heating_standard = LocalStandard(
    "winter_heating", Label("取暖补助标准", "the heating standard"), "元/人·月"
)
winter_heating_rate = amount_rule(
    "winter_heating_rate",
    "taoyuan",
    Label("每人取暖补助额", "the heating subsidy for each member"),
    Household,
    "元/人·月",
    dated(
        EARLIER,
        since(
            "2022-11-01",
            winter_heating_standard,
            welfare_rules.at("第五条", Label("城乡同一标准", "one standard for town and country")),
        ),
        NotModelled(
            Label("来源中没有2023年冬季的通知", "the notice for the winter of 2023 is not among the sources"),
            since="2023-04-01",
            before="2024-07-01",
        ),
        since(
            "2024-07-01",
            cases(
                (household.area.is_one_of(Area.URBAN), winter_heating_standard),
                otherwise=winter_heating_standard * "0.8",
            ),
            notice_2024.at("第四条", Label("农村家庭按八成发放", "rural households receive four fifths")),
        ),
    ),
)
winter_heating_eligible = condition_rule(
    "winter_heating_eligible",
    "taoyuan",
    Label("符合取暖补助条件", "meets the conditions of the heating subsidy"),
    Household,
    _from_2022(
        dibao.dibao_admission | household.members.all(person.age >= Amount(70, "岁")),
        welfare_rules.at(
            "第四条", Label("低保家庭，或成员均年满70周岁", "in Dibao, or every member is 70 or older")
        ),
    ),
)
winter_heating_amount = amount_rule(
    "winter_heating_amount",
    "taoyuan",
    Label("取暖补助金", "heating subsidy"),
    Household,
    "元/月",
    _from_2022(
        winter_heating_rate.times(income.household_size),
        welfare_rules.at("第五条", Label("按人计算", "reckoned for each member")),
    ),
)
winter_heating_start = amount_rule(
    "winter_heating_start",
    "taoyuan",
    Label("取暖补助起发月数", "wait for the heating subsidy"),
    Household,
    "月",
    _from_2022(
        as_quantity(Amount(0, "月")),
        welfare_rules.at("第六条", Label("确认当月起发", "paid from the month of the decision")),
    ),
)
winter_heating_months = amount_rule(
    "winter_heating_months",
    "taoyuan",
    Label("取暖补助发放期", "length of the heating subsidy"),
    Household,
    "月",
    _from_2022(
        as_quantity(Amount(4, "月")),
        welfare_rules.at("第六条", Label("发放四个月", "paid for four months")),
    ),
)


# Chapter 3: visits to elders who live alone.

needs_help = condition_rule(
    "needs_help",
    "taoyuan",
    Label("需要日常生活帮助", "needs help in daily life"),
    Person,
    _from_2022(
        person.dependence.is_one_of(Dependence.PARTLY_DEPENDENT, Dependence.FULLY_DEPENDENT)
        | all_of(
            person.disabled,
            person.disability_grade <= Amount(2, RATIO),
            person.disability_kinds.is_one_of(DisabilityKind.INTELLECTUAL, DisabilityKind.MENTAL),
        ),
        welfare_rules.at(
            "第八条",
            Label(
                "失能，或智力、精神残疾一、二级",
                "dependent, or intellectual or mental disability of grade 1 or 2",
            ),
        ),
    ),
)
home_visits_eligible = condition_rule(
    "home_visits_eligible",
    "taoyuan",
    Label("符合上门探访条件", "meets the conditions of home visits"),
    Person,
    _from_2022(
        all_of(person.age >= Amount(65, "岁"), elder.lives_alone, needs_help),
        welfare_rules.at(
            "第七条",
            Label("65周岁以上、独居且需要帮助", "65 or older, living alone and in need of help"),
        ),
    ),
)
home_visits_review = amount_rule(
    "home_visits_review",
    "taoyuan",
    Label("上门探访复核周期", "review interval for home visits"),
    Person,
    "月",
    _from_2022(
        cases(
            (person.dependence.is_one_of(Dependence.FULLY_DEPENDENT), Amount(6, "月")),
            otherwise=Amount(12, "月"),
        ),
        welfare_rules.at(
            "第九条", Label("完全失能每半年、其他每年复核", "half-yearly where fully dependent, else yearly")
        ),
    ),
)


# Chapter 4: families with children. Months of age are what no tree can say: an opaque computation.


def months_of_age(someone: object, day: date) -> int | None:
    """Return the full months of age on a day, counted as years of age are; None for nobody."""
    if not isinstance(someone, Person):
        return None
    months = (day.year - someone.born.year) * 12 + day.month - someone.born.month
    return max(0, months - (day.day <= someone.born.day))


age_in_months = Opaque(
    "age_in_months",
    "Person",
    Label("月龄", "age in months"),
    "月",
    least=0,
    most=1800,
    places=0,
    clause=welfare_rules.at("第十一条第二款", Label("月龄按足月计算", "age is counted in full months")),
    compute=months_of_age,
)
infant = condition_rule(
    "infant",
    "taoyuan",
    Label("未满36个月的婴幼儿", "is an infant of less than 36 months"),
    Person,
    _from_2022(
        age_in_months < Amount(36, "月"),
        welfare_rules.at("第十一条第一款", Label("不满36个月的婴幼儿", "infants of less than 36 months")),
    ),
)
infant_nutrition_each = amount_rule(
    "infant_nutrition_each",
    "taoyuan",
    Label("婴幼儿营养补助额", "nutrition subsidy for one infant"),
    Person,
    "元/月",
    _from_2022(
        Amount(200, "元/月") + cases((person.disabled, Amount(100, "元/月")), otherwise=Amount(0, "元/月")),
        welfare_rules.at(
            "第十二条",
            Label(
                "每月200元，残疾的加100元", "200 yuan a month, and 100 more for an infant with a disability"
            ),
        ),
    ),
)
infant_nutrition_eligible = condition_rule(
    "infant_nutrition_eligible",
    "taoyuan",
    Label("符合婴幼儿营养补助条件", "meets the conditions of the nutrition subsidy"),
    Household,
    _from_2022(
        (dibao.dibao_admission | dibao.dibao_marginal) & household.members.any(infant),
        welfare_rules.at(
            "第十条",
            Label("有婴幼儿的低保和低保边缘家庭", "Dibao and Dibao-marginal families with infants"),
        ),
    ),
)
infant_nutrition_amount = amount_rule(
    "infant_nutrition_amount",
    "taoyuan",
    Label("婴幼儿营养补助金", "nutrition subsidy"),
    Household,
    "元/月",
    _from_2022(
        household.members.total(infant_nutrition_each, where=infant),
        welfare_rules.at("第十二条", Label("按婴幼儿人数计算", "reckoned for each infant")),
    ),
)
minors = amount_rule(
    "minors",
    "taoyuan",
    Label("家庭未成年人数", "number of minors in the household"),
    Household,
    "人",
    _from_2022(
        household.members.count(person.age < Amount(18, "岁")),
        welfare_rules.at("第十三条第二款", Label("不满18周岁的成员", "members under the age of 18")),
    ),
)
large_family_found = condition_rule(
    "large_family_found",
    "taoyuan",
    Label("属于多子女家庭", "is a family with many children"),
    Household,
    _from_2022(
        (minors >= Amount(3, "人"))
        | ((minors >= Amount(2, "人")) & household.members.any(person.seriously_ill)),
        welfare_rules.at(
            "第十三条",
            Label(
                "有三个以上未成年人，或有两个并有重病患者",
                "three minors or more, or two where a member is seriously ill",
            ),
        ),
    ),
)
large_family_months = amount_rule(
    "large_family_months",
    "taoyuan",
    Label("多子女家庭认定有效期", "time for which a family with many children is recognised"),
    Household,
    "月",
    _from_2022(
        as_quantity(Amount(24, "月")),
        welfare_rules.at("第十四条", Label("有效期两年", "valid for two years")),
    ),
)


# Chapter 5: what is required of cemeteries.

ecological_plots_enough = condition_rule(
    "ecological_plots_enough",
    "taoyuan",
    Label("节地生态墓位比例达标", "has enough plots for ecological burial"),
    Cemetery,
    _from_2022(
        cemetery.ecological_plots >= cemetery.plots * "0.3",
        welfare_rules.at("第二十条", Label("不少于墓位总数的三成", "at least three tenths of all plots")),
    ),
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    employment_cost_cap,
    employment_cost,
    assets_limit,
    assets_eligible,
    dibao_amount,
    dibao_marginal,
    winter_heating_rate,
    winter_heating_eligible,
    winter_heating_amount,
    winter_heating_start,
    winter_heating_months,
    needs_help,
    home_visits_eligible,
    home_visits_review,
    infant,
    infant_nutrition_each,
    infant_nutrition_eligible,
    infant_nutrition_amount,
    minors,
    large_family_found,
    large_family_months,
    ecological_plots_enough,
)

# One provision of each kind. Dibao itself is the nation's: what is replaced above changes what it finds here.
PROVISIONS = (
    Provision(
        "winter_heating",
        "taoyuan",
        Label("冬季取暖补助", "winter heating subsidy"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        winter_heating_eligible,
        amount=winter_heating_amount,
        starts_after=winter_heating_start,
        lasts=winter_heating_months,
        not_modelled=(
            Label(
                "采暖期以外的申请顺延到下一采暖期",
                "applications outside the heating season wait for the next one",
            ),
        ),
    ),
    Provision(
        "infant_nutrition",
        "taoyuan",
        Label("婴幼儿营养补助", "nutrition subsidy for infants"),
        Topic.CHILD_WELFARE,
        ProvisionKind.CASH,
        infant_nutrition_eligible,
        amount=infant_nutrition_amount,
    ),
    Provision(
        "home_visits",
        "taoyuan",
        Label("独居老年人上门探访", "visits to elders who live alone"),
        Topic.ELDERLY_CARE,
        ProvisionKind.SERVICE,
        home_visits_eligible,
        review_after=home_visits_review,
    ),
    Provision(
        "large_family",
        "taoyuan",
        Label("多子女家庭认定", "recognition as a family with many children"),
        Topic.CHILD_WELFARE,
        ProvisionKind.STATUS,
        large_family_found,
        lasts=large_family_months,
    ),
    Provision(
        "ecological_plots",
        "taoyuan",
        Label("节地生态墓位比例要求", "required share of plots for ecological burial"),
        Topic.FUNERALS,
        ProvisionKind.REQUIREMENT,
        ecological_plots_enough,
    ),
)
