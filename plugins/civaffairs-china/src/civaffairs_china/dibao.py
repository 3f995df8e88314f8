"""Dibao 最低生活保障, its margin, one-person cases, the gradual exit, and families with rigid spending.

A household whose income per head is below the standard of the place and whose assets are within its limits receives
the difference. Below 1.5 times the standard it is Dibao-marginal, and members with severe disabilities or
illnesses may receive Dibao by themselves.
"""

from civaffairs import RATIO, Amount, Label, Topic, since
from civaffairs.domain.models import Assistance, DisabilityKind, Household, Person, Registration
from civaffairs.domain.models.terms import Area
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import all_of, as_quantity, cases, greatest
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs_china.disability import severely_disabled
from civaffairs_china.income import (
    NOTHING,
    countable_income,
    household_income,
    household_size,
    income_per_head,
    yearly_income_per_head,
)
from civaffairs_china.law import (
    EARLIER,
    assistance_decree,
    assistance_notice_2022,
    dibao_measures,
    rigid_spending_measures,
)
from civaffairs_china.local_standards import (
    dibao_rural,
    dibao_urban,
    disposable_income_previous_year,
    rigid_spending_line,
)

ONE_PERSON = Amount(1, "人")
MONTH_AFTER = as_quantity(Amount(1, "月"))


# What a household is measured by 家庭经济状况

dibao_standard = amount_rule(
    "dibao_standard",
    "china",
    Label("适用的低保标准", "the Dibao standard that applies"),
    Household,
    "元/人·月",
    dated(
        EARLIER,
        since(
            "2014-05-01",
            cases((household.area.is_one_of(Area.URBAN), dibao_urban), otherwise=dibao_rural),
            assistance_decree.at(
                "第十条",
                Label(
                    "省级或设区的市级政府按生活必需费用确定标准",
                    "provinces or prefectures set the standard by the cost of what is needed to live",
                ),
            ),
        ),
    ),
)
dibao_for_one = amount_rule(
    "dibao_for_one",
    "china",
    Label("单人户的低保标准", "the Dibao standard for one person"),
    Household,
    "元/月",
    dated(
        EARLIER,
        since(
            "2014-05-01",
            dibao_standard.times(ONE_PERSON),
            assistance_decree.at(
                "第十条", Label("标准按每人每月计", "the standard is one for each person and month")
            ),
        ),
    ),
)
assets_eligible = condition_rule(
    "assets_eligible",
    "china",
    Label("家庭财产状况符合当地规定", "assets are within the local limits"),
    Household,
    dated(
        EARLIER,
        since(
            "2014-05-01",
            household.assets_within_limits,
            assistance_decree.at(
                "第九条",
                Label(
                    "财产限额由各地规定，以审核结果为准",
                    "each place sets the limits; what the officer found counts",
                ),
            ),
        ),
    ),
)


# Dibao 最低生活保障

dibao_admission = condition_rule(
    "dibao_admission",
    "china",
    Label("符合低保条件", "meets the conditions of Dibao"),
    Household,
    dated(
        EARLIER,
        since(
            "2014-05-01",
            (income_per_head < dibao_standard) & assets_eligible,
            assistance_decree.at(
                "第九条",
                Label(
                    "人均收入低于标准，等于标准的不在其列，且财产符合规定",
                    "income per head below the standard, not equal to it, and assets within the limits",
                ),
            ),
        ),
    ),
)
dibao_amount = amount_rule(
    "dibao_amount",
    "china",
    Label("低保金", "Dibao payment"),
    Household,
    "元/月",
    dated(
        EARLIER,
        since(
            "2014-05-01",
            greatest(dibao_standard.times(household_size) - household_income, NOTHING),
            assistance_decree.at(
                "第十二条",
                Label(
                    "按家庭人均收入与标准的差额发放",
                    "the difference between income per head and the standard is paid",
                ),
            ),
        ),
    ),
)
# Chongqing's regulation of 2016 pays from the month of the approval: its own rule says so until this one.
dibao_start = amount_rule(
    "dibao_start",
    "china",
    Label("低保金起发月数", "wait for the first Dibao payment"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            MONTH_AFTER,
            dibao_measures.at(
                "第二十一条",
                Label("自作出确认决定的下月起发放", "paid from the month after the decision"),
            ),
        ),
    ),
)
dibao_review = amount_rule(
    "dibao_review",
    "china",
    Label("低保核查周期", "review interval for Dibao"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            # The article puts both with a mere 、 between them: either is read to be enough.
            cases(
                (
                    household.income_unstable | household.members.any(person.able_to_work),
                    Amount(6, "月"),
                ),
                otherwise=Amount(12, "月"),
            ),
            dibao_measures.at(
                "第三十一条",
                Label(
                    "一般每年核查一次，收入不固定或有成员有劳动能力的每半年一次",
                    "once a year; twice where income is unstable or a member is able to work",
                ),
            ),
        ),
    ),
)
may_apply_here = condition_rule(
    "may_apply_here",
    "china",
    Label("符合在本地申请低保的户籍要求", "qualifies to apply for Dibao here"),
    Household,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            household.members.any(person.registration.is_one_of(Registration.HOUSEHOLD_REGISTER)),
            dibao_measures.at(
                "第四条、第五条",
                Label(
                    "由一名成员向户籍所在地申请",
                    "a member applies where he or she is in the household register",
                ),
            ),
        ),
    ),
)


# The margin, and members by themselves 低保边缘和单人户

dibao_marginal = condition_rule(
    "dibao_marginal",
    "china",
    Label("符合低保边缘家庭条件", "meets the conditions of a Dibao-marginal family"),
    Household,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            all_of(~dibao_admission, income_per_head < dibao_standard * "1.5", assets_eligible),
            dibao_measures.at(
                "第八条第二款",
                Label(
                    "不符合低保条件，人均收入低于标准的1.5倍，财产符合规定",
                    "not eligible for Dibao, income per head below 1.5 times the standard, assets within limits",
                ),
            ),
        ),
    ),
)
disabled_for_single_dibao = condition_rule(
    "disabled_for_single_dibao",
    "china",
    Label(
        "属于重度残疾人(含三级智力、精神残疾人)",
        "is severely disabled (intellectual and mental disability of grade 3 included)",
    ),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            severely_disabled
            | all_of(
                person.disabled,
                person.disability_grade.equals(Amount(3, RATIO)),
                person.disability_kinds.is_one_of(DisabilityKind.INTELLECTUAL, DisabilityKind.MENTAL),
            ),
            dibao_measures.at(
                "第八条第一款第一项",
                Label(
                    "一级、二级，以及三级的智力、精神残疾",
                    "grades 1 and 2, and grade 3 of an intellectual or mental disability",
                ),
            ),
        ),
    ),
)
severely_disabled_out_of_work = condition_rule(
    "severely_disabled_out_of_work",
    "china",
    Label("属于成年无业重度残疾人", "is a severely disabled adult out of work"),
    Person,
    dated(
        EARLIER,
        since(
            "2022-10-20",
            all_of(person.age >= Amount(18, "岁"), ~person.employed, severely_disabled),
            assistance_notice_2022.at(
                "一（一）",
                Label("年满18周岁、未就业、残疾等级为一、二级", "aged 18 or over, not in work, grade 1 or 2"),
            ),
        ),
    ),
)
may_apply_alone = condition_rule(
    "may_apply_alone",
    "china",
    Label("符合单独申请低保的情形", "qualifies to apply for Dibao alone"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            dibao_marginal & (disabled_for_single_dibao | person.seriously_ill),
            dibao_measures.at(
                "第八条第一款第一项、第二项",
                Label(
                    "低保边缘家庭中的重残人员和重病患者",
                    "members of Dibao-marginal families who are severely disabled or seriously ill",
                ),
            ),
        ),
        since(
            "2022-10-20",
            (dibao_marginal & (disabled_for_single_dibao | person.seriously_ill))
            # Of the person's own assets nothing is recorded: those of the household are looked at.
            | all_of(severely_disabled_out_of_work, ~dibao_admission, assets_eligible),
            assistance_notice_2022.at(
                "一（一）、（四）",
                Label(
                    "另加成年无业重度残疾人，不限于低保边缘家庭",
                    "also adults with severe disabilities who are out of work, in families of any income",
                ),
            ),
        ),
    ),
)
single_person_dibao = condition_rule(
    "single_person_dibao",
    "china",
    Label("符合单人户低保条件", "meets the conditions of Dibao as a household of one"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            # The texts let the person apply as a household of one and say no more: the test of income is read to
            # be that of such a household, with the person's own income.
            may_apply_alone & (countable_income < dibao_for_one),
            dibao_measures.at(
                "第八条第一款",
                Label(
                    "按单人户衡量，本人收入低于标准",
                    "as a household of one, with an own income below the standard",
                ),
            ),
        ),
    ),
)
single_person_dibao_amount = amount_rule(
    "single_person_dibao_amount",
    "china",
    Label("单人户低保金", "Dibao payment to one person"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            greatest(dibao_for_one - countable_income, NOTHING),
            dibao_measures.at(
                "第二十三条",
                Label(
                    "按单人户计算标准与本人收入的差额",
                    "as for a household of one: the standard less the person's own income",
                ),
            ),
        ),
    ),
)
single_person_dibao_start = amount_rule(
    "single_person_dibao_start",
    "china",
    Label("单人户低保金起发月数", "wait for the first Dibao payment to one person"),
    Person,
    "月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            dibao_start,
            dibao_measures.at("第二十一条", Label("与家庭低保金相同", "as for the Dibao of households")),
        ),
    ),
)


# The gradual exit 渐退

gradual_exit = condition_rule(
    "gradual_exit",
    "china",
    Label("符合低保渐退条件", "meets the conditions of the gradual exit from Dibao"),
    Household,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            all_of(
                household.members.any(person.assistance.is_one_of(Assistance.DIBAO)),
                household.rising_through_work,
                income_per_head > dibao_standard,
            ),
            dibao_measures.at(
                "第三十三条",
                Label(
                    "低保家庭因就业人均收入超过标准，等于标准的不在其列",
                    "a household on Dibao whose income per head has passed the standard through work; equal to it "
                    "is not past it",
                ),
            ),
        ),
    ),
)
gradual_exit_months = amount_rule(
    "gradual_exit_months",
    "china",
    Label("低保渐退期", "length of the gradual exit from Dibao"),
    Household,
    "月",
    dated(
        Label("2022年以前只规定“一定时间”", "before 2022 the rules only say: a certain time"),
        since(
            "2022-10-20",
            as_quantity(Amount(6, "月")),
            assistance_notice_2022.at(
                "一（三）", Label("原则上不超过6个月", "in principle not more than six months")
            ),
        ),
    ),
)


# Families in difficulty from rigid spending 刚性支出困难家庭

assisted_otherwise = condition_rule(
    "assisted_otherwise",
    "china",
    Label(
        "已纳入低保、特困或低保边缘范围",
        "is already recorded as Dibao, tekun or Dibao-marginal",
    ),
    Household,
    dated(
        EARLIER,
        since(
            "2025-01-01",
            household.members.any(
                person.assistance.is_one_of(Assistance.DIBAO, Assistance.TEKUN, Assistance.DIBAO_MARGINAL)
            ),
            rigid_spending_measures.at(
                "第四条第一项",
                Label(
                    "以已作出的认定为准，一名成员属于即视为已纳入",
                    "what was found before counts; one member is read to be enough",
                ),
            ),
        ),
    ),
)
rigid_spending_exceeds_line = condition_rule(
    "rigid_spending_exceeds_line",
    "china",
    Label("刚性支出占家庭总收入比例超出当地规定", "rigid spending is over the local line"),
    Household,
    dated(
        EARLIER,
        since(
            "2025-01-01",
            # As a product: a household without any income has no share, but it is over every line.
            household.rigid_spending > household.yearly_income.times(rigid_spending_line),
            rigid_spending_measures.at(
                "第四条第四项",
                Label(
                    "申请前12个月刚性支出占总收入比例超出当地规定，等于的不在其列",
                    "spending of the last twelve months over income is more than the local line, not equal to it",
                ),
            ),
        ),
    ),
)
rigid_spending_family = condition_rule(
    "rigid_spending_family",
    "china",
    Label("符合刚性支出困难家庭条件", "meets the conditions of a family in difficulty from rigid spending"),
    Household,
    dated(
        EARLIER,
        since(
            "2025-01-01",
            all_of(
                ~assisted_otherwise,
                yearly_income_per_head < disposable_income_previous_year,
                assets_eligible,
                rigid_spending_exceeds_line,
            ),
            rigid_spending_measures.at(
                "第四条",
                Label(
                    "未纳入其他救助、人均收入低于当地上年度水平、财产符合规定、支出占比超出规定",
                    "not assisted otherwise, income per head below the local one of the year before, assets within "
                    "limits, spending over the line",
                ),
            ),
        ),
    ),
)
rigid_spending_months = amount_rule(
    "rigid_spending_months",
    "china",
    Label("刚性支出困难家庭认定有效期", "time for which the finding holds"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2025-01-01",
            as_quantity(Amount(12, "月")),
            rigid_spending_measures.at(
                "第十条", Label("一般不超过12个月", "as a rule not more than twelve months")
            ),
        ),
    ),
)


# Provisions 规定

WHO_IS_A_MEMBER = Label(
    "谁是共同生活的家庭成员由审核人员认定", "who counts as a member is for the officer to find"
)
SPENDING_DEDUCTION = Label(
    "因残疾、重病增加的刚性支出可适当扣减，扣减办法由各地规定",
    "rigid spending on disability or illness may be deducted; how is left to each place",
)

dibao = Provision(
    "dibao",
    "china",
    Label("最低生活保障", "Dibao"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    dibao_admission,
    amount=dibao_amount,
    starts_after=dibao_start,
    review_after=dibao_review,
    not_modelled=(
        WHO_IS_A_MEMBER,
        SPENDING_DEDUCTION,
        Label(
            "可以分档发放的地方，档次由各地规定",
            "places may pay by tiers instead of the difference; the tiers are theirs",
        ),
        Label(
            "无正当理由连续三次拒绝介绍的工作，减发或停发其本人低保金",
            "whoever refuses suitable work three times in a row without reason has their own payment cut or stopped",
        ),
        Label("成员死亡后三个月内核查调整", "after the death of a member, a review within three months"),
    ),
)
dibao_application = Provision(
    "dibao_application",
    "china",
    Label("在本地申请最低生活保障", "application for Dibao here"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.STATUS,
    may_apply_here,
    not_modelled=(
        Label(
            "有条件的地方可以受理持居住证人员的申请",
            "places that can may take applications of those with a residence permit",
        ),
        Label(
            "成员户籍不在一处时由哪一处受理",
            "which place decides where members are registered in several",
        ),
    ),
)
dibao_marginal_family = Provision(
    "dibao_marginal",
    "china",
    Label("最低生活保障边缘家庭", "Dibao-marginal family"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.STATUS,
    dibao_marginal,
    not_modelled=(
        WHO_IS_A_MEMBER,
        SPENDING_DEDUCTION,
        Label(
            "各地可以定高于1.5倍的标准，有的地方定为2倍",
            "places may draw the line above 1.5 times; some draw it at twice the standard",
        ),
    ),
)
dibao_single_person = Provision(
    "dibao_single_person",
    "china",
    Label("单人户低保", "Dibao as a household of one"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    single_person_dibao,
    amount=single_person_dibao_amount,
    starts_after=single_person_dibao_start,
    not_modelled=(
        Label(
            "在宗教场所居住三年以上的生活困难教职人员，和各地规定的其他人员",
            "clergy in difficulty who have lived in a place of worship for three years, and others whom places name",
        ),
        Label(
            "兄弟姐妹或60周岁以上老年人给付的供养费用可视情豁免",
            "what brothers, sisters or elders of 60 and over pay for the person may be left out",
        ),
    ),
)
dibao_gradual_exit = Provision(
    "dibao_gradual_exit",
    "china",
    Label("低保渐退", "gradual exit from Dibao"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    gradual_exit,
    lasts=gradual_exit_months,
    not_modelled=(
        Label("渐退期内的金额由各地规定", "how much is paid meanwhile is for each place to say"),
        Label(
            "是否给予渐退期、给予多久，可在上限内决定",
            "whether and how long, up to the limit, is discretionary",
        ),
    ),
)
rigid_spending = Provision(
    "rigid_spending_family",
    "china",
    Label("刚性支出困难家庭", "family in difficulty from rigid spending"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.STATUS,
    rigid_spending_family,
    lasts=rigid_spending_months,
    not_modelled=(
        Label(
            "财产条件可以比照低保边缘家庭或适当放宽",
            "the limits on assets may be those of Dibao-marginal families or wider",
        ),
        Label("各地可以规定其他条件", "places may set further conditions"),
    ),
)

RULES = (
    dibao_standard,
    dibao_for_one,
    assets_eligible,
    dibao_admission,
    dibao_amount,
    dibao_start,
    dibao_review,
    may_apply_here,
    dibao_marginal,
    disabled_for_single_dibao,
    severely_disabled_out_of_work,
    may_apply_alone,
    single_person_dibao,
    single_person_dibao_amount,
    single_person_dibao_start,
    gradual_exit,
    gradual_exit_months,
    assisted_otherwise,
    rigid_spending_exceeds_line,
    rigid_spending_family,
    rigid_spending_months,
)
PROVISIONS = (
    dibao,
    dibao_application,
    dibao_marginal_family,
    dibao_single_person,
    dibao_gradual_exit,
    rigid_spending,
)
