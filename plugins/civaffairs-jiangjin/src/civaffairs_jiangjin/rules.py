"""Jiangjin's rules and provisions, in the order of its plan for 2021-2025.

The copy of the plan has no date: its rules are taken to hold from 2021, its first year, which is no day. Whether
they go on after 2025 is not known; nothing has been found that ends them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from civaffairs import Amount, Label, NotModelled, Topic, since
from civaffairs.domain.models import Area, Assistance, Household, Person, Registration
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import Expr, all_of, as_quantity
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import elder, household, person
from civaffairs_china import dibao as national
from civaffairs_china import income as national_income
from civaffairs_china import tekun as national_tekun
from civaffairs_chongqing import rules as chongqing
from civaffairs_jiangjin.documents import plan_14

if TYPE_CHECKING:
    from civaffairs import Clause, Timeline

EARLIER = Label("规划期以前的规定未收录", "rules from before the plan are not modelled")

Tree = TypeVar("Tree", bound=Expr)


def _from_2021(tree: Tree, clause: Clause) -> Timeline[Tree]:
    return dated(EARLIER, since(2021, tree, clause))


# 第二章第一节: people in families just above Dibao, and those who take up work.

may_apply_alone = condition_rule(
    "may_apply_alone",
    "jiangjin",
    Label("可单独申请低保", "may apply for Dibao alone"),
    Person,
    dated(
        EARLIER,
        since(
            2021,
            all_of(
                national.dibao_marginal,
                ~person.assistance.is_one_of(Assistance.TEKUN),
                national.disabled_for_single_dibao | person.seriously_ill,
            ),
            # What 重残 means the plan does not say: it is read as the national measures of 2021 have it. Who already
            # is in Dibao by this very rule is not shut out at the next review.
            plan_14.at(
                "第二章第一节 实现巩固拓展脱贫攻坚兜底保障成果同乡村振兴有效衔接",
                Label(
                    "低保边缘家庭中未纳入特困的重病、重残人员参照单人户；重残的含义依国家办法",
                    "the seriously ill and severely disabled of Dibao-marginal families who are not in tekun "
                    "support; severely disabled as the national measures have it",
                ),
            ),
        ),
        NotModelled(
            Label(
                "2022年10月20日起国家通知的范围更宽，依国家规定",
                "from 20 October 2022 the national notice admits more people, and holds",
            ),
            since="2022-10-20",
        ),
    ),
    supersedes=national.may_apply_alone,
)
employment_cost_deduction = condition_rule(
    "employment_cost_deduction",
    "jiangjin",
    Label("属于应扣减就业成本的农村低保对象", "is a rural Dibao recipient whose cost of working is deducted"),
    Person,
    _from_2021(
        all_of(
            household.area.is_one_of(Area.RURAL),
            chongqing.dibao_recipient,
            person.able_to_work,
            person.employed,
        ),
        # The national rule on the amount stays: it deducts for everybody in work, and the plan does not narrow it.
        plan_14.at(
            "第二章第一节 实现巩固拓展脱贫攻坚兜底保障成果同乡村振兴有效衔接",
            Label(
                "有劳动能力的农村低保对象就业的，核算收入时扣减必要的就业成本；不读作对其他人取消扣减",
                "for rural recipients who are able to work and take up work the necessary cost is deducted; "
                "not read as ending the deduction for others",
            ),
        ),
    ),
)


# 第二章第二节: whose income rises above the standard, minors in tekun support, residence permits.

may_apply_here = condition_rule(
    "may_apply_here",
    "jiangjin",
    Label("可在本地申请低保", "may apply for Dibao here"),
    Household,
    _from_2021(
        household.members.any(
            person.registration.is_one_of(Registration.HOUSEHOLD_REGISTER, Registration.RESIDENCE_PERMIT)
        ),
        plan_14.at(
            "第二章第二节 构建综合社会救助格局",
            Label(
                "推行持居住证在居住地申请，读作已可申请",
                "applications with a residence permit are promoted, read as: they are taken",
            ),
        ),
    ),
    supersedes=national.may_apply_here,
)
dibao_household = condition_rule(
    "dibao_household",
    "jiangjin",
    Label("属于原低保家庭", "is a household in Dibao so far"),
    Household,
    _from_2021(
        household.members.all(person.assistance.is_one_of(Assistance.DIBAO)),
        # In a Dibao-marginal family one member may be in Dibao alone: that is no Dibao household.
        plan_14.at(
            "第二章第二节 构建综合社会救助格局",
            Label("读作成员均为低保对象", "read as: every member is in Dibao"),
        ),
    ),
)
gradual_exit = condition_rule(
    "gradual_exit",
    "jiangjin",
    Label("符合低保渐退条件", "meets the conditions of the gradual exit from Dibao"),
    Household,
    _from_2021(
        all_of(
            dibao_household,
            national_income.income_per_head > national.dibao_standard,
            national_income.income_per_head < national.dibao_standard * "1.5",
        ),
        plan_14.at(
            "第二章第二节 构建综合社会救助格局",
            Label(
                "原低保家庭收入变化，人均超过标准而低于1.5倍的；不限于就业增收，恰等于标准的未提及",
                "a Dibao household whose income per head passes the standard and stays below 1.5 times it, for "
                "whatever reason; exactly the standard is not spoken of",
            ),
        ),
    ),
    supersedes=national.gradual_exit,
)
gradual_exit_months = amount_rule(
    "gradual_exit_months",
    "jiangjin",
    Label("低保渐退期", "length of the gradual exit from Dibao"),
    Household,
    "月",
    _from_2021(
        as_quantity(Amount(6, "月")),
        plan_14.at("第二章第二节 构建综合社会救助格局", Label("渐退期6个月", "six months")),
    ),
    supersedes=national.gradual_exit_months,
)
tekun_age_of_minors = amount_rule(
    "tekun_age_of_minors",
    "jiangjin",
    Label("特困供养未成年人的年龄上限", "the age up to which minors have tekun support"),
    Person,
    "岁",
    _from_2021(
        as_quantity(Amount(18, "岁")),
        plan_14.at(
            "第二章第二节 构建综合社会救助格局", Label("从16周岁延长至18周岁", "raised from 16 to 18")
        ),
    ),
    supersedes=national_tekun.tekun_age_of_minors,
)


# 第五章第一节: allowances to elders go by the assessment of their abilities.

dependent_elder_allowance = condition_rule(
    "dependent_elder_allowance",
    "jiangjin",
    Label(
        "符合经济困难的高龄失能老年人补贴条件",
        "meets the conditions of the allowance for very old and dependent elders",
    ),
    Person,
    _from_2021(
        chongqing.dependent_elder_group & elder.ability_assessed,
        # The plan writes 高龄失能 without a comma; the municipality's list of two groups is kept. 老年人补贴 is read
        # of allowances that hang on dependence: the old-age allowance hangs on age alone.
        plan_14.at(
            "第五章第一节 推进基本养老服务",
            Label(
                "能力评估结果是领取老年人补贴的依据，读作须先评估；高龄津贴只看年龄，不在其内",
                "the assessment is the basis of allowances to elders, read as a precondition; not of the "
                "old-age allowance, which goes by age alone",
            ),
        ),
    ),
    supersedes=chongqing.dependent_elder_allowance,
)

RULES = (
    may_apply_alone,
    employment_cost_deduction,
    may_apply_here,
    dibao_household,
    gradual_exit,
    gradual_exit_months,
    tekun_age_of_minors,
    dependent_elder_allowance,
)

PROVISIONS = (
    Provision(
        "dibao_application",
        "jiangjin",
        Label("在本地申请最低生活保障", "application for Dibao here"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.STATUS,
        may_apply_here,
        not_modelled=(
            Label(
                "持居住证申请的居住年限和起始时间",
                "how long one must have lived here, and since when it holds",
            ),
        ),
        supersedes="china",
    ),
    Provision(
        "employment_cost_deduction",
        "jiangjin",
        Label("农村低保对象就业成本扣减", "deduction of the cost of working for rural Dibao recipients"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.STATUS,
        employment_cost_deduction,
        amount=national_income.employment_cost,
        not_modelled=(Label("就业成本的核定办法", "how the cost of working is determined"),),
    ),
    Provision(
        "dibao_gradual_exit",
        "jiangjin",
        Label("低保渐退", "gradual exit from Dibao"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        gradual_exit,
        lasts=gradual_exit_months,
        not_modelled=(
            Label("渐退期内的金额", "how much is paid meanwhile"),
            Label("人均收入恰等于低保标准的家庭", "households whose income per head is exactly the standard"),
            Label("规划期满后是否延续", "whether it goes on after the years of the plan"),
        ),
        supersedes="china",
    ),
)
