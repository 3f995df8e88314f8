"""Jiangsu's rules and provisions: means test, cemeteries, Dibao, tekun persons, subsidies for disabilities.

Each replaces a national rule or a part of it. The texts themselves were not read, so the citations name the
subject and no article.
"""

from __future__ import annotations

from civaffairs import Amount, Label, NotModelled, Topic, since
from civaffairs.domain.models import (
    Area,
    Assistance,
    Cemetery,
    CemeteryNature,
    DisabilityKind,
    Household,
    Income,
    IncomeKind,
    Person,
)
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    all_of,
    any_of,
    as_quantity,
    cases,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import cemetery, household, income, person, supporter
from civaffairs_china import dibao, disability, funerals, tekun
from civaffairs_china.children import orphan
from civaffairs_china.income import income_per_head
from civaffairs_jiangsu.documents import (
    cemetery_measures,
    dibao_notice,
    disability_notice,
    means_test_measures,
    plan_14,
)

EARLIER = Label("江苏省更早的规定未收录", "earlier rules of Jiangsu are not modelled")
PLOT = "平方米/个墓位"


# 江苏省社会救助家庭经济状况核对办法: what is looked at as income. Property is, too; no limits are known.

income_checked = condition_rule(
    "income_checked",
    "jiangsu",
    Label("属于核对的家庭收入", "is income that the means test looks at"),
    Income,
    dated(
        EARLIER,
        since(
            "2019-02-01",
            income.kind.is_one_of(
                IncomeKind.WAGES, IncomeKind.BUSINESS, IncomeKind.PROPERTY, IncomeKind.TRANSFER
            ),
            means_test_measures.at(
                "家庭收入",
                Label(
                    "工资、经营净收入、财产净收入和转移净收入",
                    "wages, and net income from business, property and transfers",
                ),
            ),
        ),
    ),
)


# 江苏省公墓管理办法: plots. What a cemetery has to keep within is the nation's rule; these are its numbers here.

single_plot_limit = amount_rule(
    "single_plot_limit",
    "jiangsu",
    Label("单人骨灰墓位占地上限", "the largest area of a single plot for ashes"),
    Cemetery,
    PLOT,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            as_quantity(Amount("0.5", PLOT)),
            cemetery_measures.at("墓位面积", Label("单人墓位0.5平方米以内", "at most 0.5 m² for one")),
        ),
    ),
    supersedes=funerals.single_plot_limit,
)
joint_plot_limit = amount_rule(
    "joint_plot_limit",
    "jiangsu",
    Label("双人骨灰墓位占地上限", "the largest area of a joint plot for ashes"),
    Cemetery,
    PLOT,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            as_quantity(Amount("0.8", PLOT)),
            cemetery_measures.at("墓位面积", Label("双人墓位0.8平方米以内", "at most 0.8 m² for two")),
        ),
    ),
    supersedes=funerals.joint_plot_limit,
)


# The same: stones. The kind of the cemetery decides which of the two limits applies.

stone_height = condition_rule(
    "stone_height",
    "jiangsu",
    Label("墓碑高度和样式符合规定", "meets the rules on the height and kind of stones"),
    Cemetery,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            (cemetery.nature.is_one_of(CemeteryNature.PUBLIC_BENEFIT) & cemetery.flat_stones)
            | (
                cemetery.nature.is_one_of(CemeteryNature.COMMERCIAL)
                & (cemetery.stone_height <= Amount(1, "米"))
            ),
            cemetery_measures.at(
                "墓碑",
                Label(
                    "公益性公墓用平碑，经营性公墓竖碑高出地面1米以内",
                    "flat stones in public-benefit cemeteries, upright ones of at most 1 m in commercial ones",
                ),
            ),
        ),
    ),
    supersedes=funerals.stone_height,
)


# Notice on Dibao of August 2023: who may claim alone, and how long the gradual exit lasts.

severely_disabled_out_of_work = condition_rule(
    "severely_disabled_out_of_work",
    "jiangsu",
    Label("属于成年无业重残人员", "is a severely disabled adult out of work"),
    Person,
    dated(
        EARLIER,
        since(
            "2023-08",
            all_of(person.age >= Amount(18, "岁"), ~person.employed, dibao.disabled_for_single_dibao),
            dibao_notice.at(
                "单人户",
                Label(
                    "一、二级残疾和三级智力、精神残疾的成年无业人员",
                    "unemployed adults of grade 1 or 2, or grade 3 intellectual or mental",
                ),
            ),
        ),
    ),
    supersedes=dibao.severely_disabled_out_of_work,
)
gradual_exit_months = amount_rule(
    "gradual_exit_months",
    "jiangsu",
    Label("低保渐退期", "length of the gradual exit from Dibao"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2023-08",
            as_quantity(Amount(6, "月")),
            dibao_notice.at("渐退", Label("原则上不超过6个月", "in principle not more than six months")),
        ),
    ),
    supersedes=dibao.gradual_exit_months,
)


# The plan for 2021-2025: the floor of the tekun standard.

tekun_basic_floor = amount_rule(
    "tekun_basic_floor",
    "jiangsu",
    Label("特困人员基本生活标准的下限", "the floor of the basic living standard of tekun persons"),
    Household,
    "元/人·月",
    dated(
        EARLIER,
        since(
            "2021-07-06",
            dibao.dibao_standard * "1.3",
            plan_14.at("社会救助", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")),
        ),
    ),
    supersedes=tekun.tekun_basic_floor,
)


# 苏民规〔2022〕4号: the two subsidies. Unconfirmed; in force for five years.

AFTER_FIVE_YEARS = NotModelled(
    Label("文件有效期五年，此后的规定未见", "the document holds for five years; nothing later was seen"),
    since="2028-04-01",
)

in_dibao = condition_rule(
    "dibao_recipient",
    "jiangsu",
    Label("属于低保对象", "is a Dibao recipient"),
    Person,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            person.assistance.is_one_of(Assistance.DIBAO),
            disability_notice.at("生活补贴", Label("已认定的低保对象", "found to be in Dibao before")),
        ),
        AFTER_FIVE_YEARS,
    ),
)

stable_income = condition_rule(
    "stable_income",
    "jiangsu",
    Label("属于工资、养老金等固定收入", "is a stable income such as wages and pensions"),
    Income,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            income.kind.is_one_of(IncomeKind.WAGES, IncomeKind.TRANSFER),
            disability_notice.at(
                "生活补贴",
                Label(
                    "何为固定收入没有写明；读作工资和养老金等转移收入",
                    "what is stable is not said; read as wages and transfers such as a pension",
                ),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
)
without_stable_income = condition_rule(
    "without_stable_income",
    "jiangsu",
    Label("属于无固定收入人员", "is without a stable income"),
    Person,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            ~person.incomes.any(stable_income),
            disability_notice.at("生活补贴", Label("无固定收入", "without a stable income")),
        ),
        AFTER_FIVE_YEARS,
    ),
)
severe_without_stable_income = condition_rule(
    "severe_without_stable_income",
    "jiangsu",
    Label(
        "属于低保以外无固定收入的重度残疾人",
        "is a severely disabled person outside Dibao without a stable income",
    ),
    Person,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            all_of(
                ~in_dibao,
                without_stable_income,
                disability.severely_disabled,
                person.disability_kinds.is_one_of(
                    DisabilityKind.INTELLECTUAL,
                    DisabilityKind.PHYSICAL,
                    DisabilityKind.MENTAL,
                    DisabilityKind.VISUAL,
                ),
            ),
            disability_notice.at(
                "生活补贴",
                Label(
                    "重度智力、肢体、精神、视力残疾；重度读作一、二级",
                    "severe intellectual, physical, mental or visual disability; severe is read as grade 1 or 2",
                ),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
)
several_or_old_parents = condition_rule(
    "several_disabled_or_old_parents",
    "jiangsu",
    Label(
        "属于一户多残、依老养残人员", "is in a doubly burdened family (several disabled, or aged supporters)"
    ),
    Person,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            (household.members.count(person.disabled) >= Amount(2, "人"))
            | person.supporters.any(supporter.age >= Amount(60, "岁")),
            disability_notice.at(
                "生活补贴",
                Label(
                    "一户多残、依老养残；读作有两名以上残疾人，或有年满60周岁的义务人",
                    "several disabled or supported by old parents; read as two or more, or a supporter of 60 or older",
                ),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
)
disabled_near_dibao = condition_rule(
    "disabled_near_dibao",
    "jiangsu",
    Label(
        "属于低保以外的一户多残、依老养残人员",
        "is outside Dibao, of low income and in a doubly burdened family",
    ),
    Person,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            all_of(~in_dibao, several_or_old_parents, income_per_head <= dibao.dibao_standard * 2),
            disability_notice.at(
                "生活补贴",
                Label(
                    "家庭人均收入在低保标准2倍以内；读作对两种情形都适用",
                    "income per head within twice the Dibao standard; read as said of both",
                ),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
)
living_subsidy = condition_rule(
    "living_subsidy",
    "jiangsu",
    Label("符合困难残疾人生活补贴条件", "meets the conditions of the living subsidy"),
    Person,
    dated(
        EARLIER,
        since(
            "2023-04-01",
            all_of(
                person.disabled,
                ~orphan,
                any_of(in_dibao, severe_without_stable_income, disabled_near_dibao),
            ),
            disability_notice.at(
                "生活补贴",
                Label(
                    "低保家庭和三类困难家庭中的残疾人；孤儿除外依国家规定",
                    "in Dibao and in three other situations; that orphans are left out is the nation's rule",
                ),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
    supersedes=disability.living_subsidy,
)
living_subsidy_amount = amount_rule(
    "living_subsidy_amount",
    "jiangsu",
    Label("困难残疾人生活补贴最低额", "minimum living subsidy"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2023-04-01",
            cases(
                (in_dibao & disability.severely_disabled, dibao.dibao_for_one * "0.3"),
                (in_dibao, dibao.dibao_for_one * "0.25"),
                (severe_without_stable_income, dibao.dibao_for_one * "1"),  # the 100 % that the document says
                otherwise=dibao.dibao_for_one * "0.6",
            ),
            disability_notice.at(
                "生活补贴",
                Label(
                    "低保标准的30%至40%(取下限)、25%、100%和不低于60%",
                    "30 to 40 % of the Dibao standard (the least is taken), 25 %, 100 % and at least 60 %",
                ),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
    supersedes=disability.living_subsidy_amount,
)
nursing_subsidy_amount = amount_rule(
    "nursing_subsidy_amount",
    "jiangsu",
    Label("重度残疾人护理补贴最低额", "minimum nursing subsidy"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2023-04-01",
            cases(
                (household.area.is_one_of(Area.URBAN), Amount(130, "元/月")), otherwise=Amount(90, "元/月")
            ),
            disability_notice.at(
                "护理补贴",
                Label("城镇不低于130元，农村不低于90元", "at least 130 yuan in towns, 90 in the country"),
            ),
        ),
        AFTER_FIVE_YEARS,
    ),
    supersedes=disability.nursing_subsidy_amount,
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    income_checked,
    single_plot_limit,
    joint_plot_limit,
    stone_height,
    severely_disabled_out_of_work,
    gradual_exit_months,
    tekun_basic_floor,
    in_dibao,
    stable_income,
    without_stable_income,
    severe_without_stable_income,
    several_or_old_parents,
    disabled_near_dibao,
    living_subsidy,
    living_subsidy_amount,
    nursing_subsidy_amount,
)

AT_LEAST = Label(
    "金额是省定最低额，各市可以提高，各市的数额未收录",
    "the amount is the least that the province asks for; cities may pay more, and their figures are not here",
)
UNCONFIRMED = Label("只见于第三方摘要，未经证实", "seen in one third-party summary only, and not confirmed")

PROVISIONS = (
    Provision(
        "stone_height",
        "jiangsu",
        Label("墓碑高度和样式", "height and kind of stones"),
        Topic.FUNERALS,
        ProvisionKind.REQUIREMENT,
        stone_height,
        supersedes="china",
    ),
    Provision(
        "dibao_gradual_exit",
        "jiangsu",
        Label("低保渐退", "gradual exit from Dibao"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        dibao.gradual_exit,
        lasts=gradual_exit_months,
        not_modelled=(
            Label(
                "有重残、重病成员的可以超过6个月，延长多久没有写明",
                "longer than six months where a member is severely disabled or seriously ill; how long is not said",
            ),
            Label("渐退期内的金额由各地规定", "how much is paid meanwhile is for each place to say"),
        ),
        supersedes="china",
    ),
    Provision(
        "disability_living_subsidy",
        "jiangsu",
        Label("困难残疾人生活补贴", "living subsidy for persons with disabilities in difficulty"),
        Topic.DISABILITY,
        ProvisionKind.CASH,
        living_subsidy,
        amount=living_subsidy_amount,
        not_modelled=(
            UNCONFIRMED,
            AT_LEAST,
            Label(
                "低保家庭重度残疾人为30%至40%，按30%计",
                "30 to 40 % for the severely disabled in Dibao; 30 % is reckoned",
            ),
        ),
        supersedes="china",
    ),
    Provision(
        "disability_nursing_subsidy",
        "jiangsu",
        Label("重度残疾人护理补贴", "nursing subsidy for persons with severe disabilities"),
        Topic.DISABILITY,
        ProvisionKind.CASH,
        disability.nursing_subsidy,
        amount=nursing_subsidy_amount,
        not_modelled=(UNCONFIRMED, AT_LEAST),
        supersedes="china",
    ),
)
