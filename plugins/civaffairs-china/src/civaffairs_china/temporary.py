"""Temporary assistance 临时救助 and assistance to the homeless 流浪乞讨人员救助.

Amounts of temporary assistance are set by each place, by kind and degree of hardship; none is modelled.
"""

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Assistance, AssistedPerson, Household, Person
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import all_of
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.rules.views import homeless, household, person
from civaffairs_china.dibao import assets_eligible
from civaffairs_china.income import NOTHING, gross_income, yearly_income_per_head
from civaffairs_china.law import (
    EARLIER,
    assistance_decree,
    assistance_notice_2022,
    homeless_opinion,
    temporary_assistance_opinion,
)
from civaffairs_china.local_standards import disposable_income_previous_year

AMOUNT_IS_LOCAL = Label(
    "救助金额由各地按类型、程度、人口和持续时间确定",
    "each place sets the amount by kind and degree of hardship, members and duration",
)


# Temporary assistance 临时救助

emergency_hardship = condition_rule(
    "emergency_hardship",
    "china",
    Label("属于急难型困难家庭", "is in an emergency"),
    Household,
    dated(
        EARLIER,
        since(
            "2018-01-23",
            household.sudden_hardship,
            temporary_assistance_opinion.at(
                "二（一）",
                Label(
                    "因意外事件、突发重大疾病或其他特殊困难，基本生活暂时严重困难",
                    "an accident, a sudden serious illness or another special hardship puts basic living at risk",
                ),
            ),
        ),
    ),
)
spending_hardship = condition_rule(
    "spending_hardship",
    "china",
    Label("属于支出型困难家庭", "is in need because of spending"),
    Household,
    dated(
        EARLIER,
        since(
            "2018-01-23",
            all_of(
                household.hardship_from_spending,
                yearly_income_per_head < disposable_income_previous_year,
                assets_eligible,
            ),
            temporary_assistance_opinion.at(
                "二（一）",
                Label(
                    "必需支出超出承受能力，原则上人均可支配收入低于当地上年度水平，财产符合规定",
                    "necessary spending is beyond the household's means; in principle disposable income per head "
                    "is below the local one of the year before, and assets are within the limits",
                ),
            ),
        ),
    ),
)
unemployed_without_income = condition_rule(
    "unemployed_without_income",
    "china",
    Label("属于无业、无收入的生活困难人员", "is out of work, without income and in difficulty"),
    Person,
    dated(
        EARLIER,
        since(
            "2022-10-20",
            all_of(
                ~person.employed,
                gross_income.equals(NOTHING),
                person.economic_hardship,
                ~person.assistance.is_one_of(Assistance.DIBAO),
            ),
            assistance_notice_2022.at(
                "二（一）",
                Label(
                    "失业、无收入来源、生活困难且未纳入低保",
                    "out of work, without income, in difficulty and not on Dibao",
                ),
            ),
        ),
    ),
)


# The homeless 流浪乞讨人员

identity_known = condition_rule(
    "homeless_identity_known",
    "china",
    Label("已查明身份", "is of known identity"),
    AssistedPerson,
    dated(
        EARLIER,
        since(
            "2014-05-01",
            homeless.identity_known,
            assistance_decree.at(
                "第五十条",
                Label(
                    "对生活无着的流浪、乞讨人员协助返回；身份查明后方能返回",
                    "the homeless are helped to return, which takes knowing who they are",
                ),
            ),
        ),
    ),
)
long_stay_unidentified = condition_rule(
    "homeless_long_stay_unidentified",
    "china",
    Label("属于长期滞留的身份不明人员", "is of unknown identity after a long stay"),
    AssistedPerson,
    dated(
        EARLIER,
        since(
            "2015-08-20",
            # The sources count three months; stays are counted in days, and 90 are read to be three months.
            (homeless.days_stayed > Amount(90, "天")) & ~homeless.identity_known,
            homeless_opinion.at(
                "滞留人员照料安置",
                Label(
                    "超过3个月仍未查明身份的落户安置；期限见于各地的规定",
                    "settled where still unknown after more than three months; the term stands in local texts",
                ),
            ),
        ),
    ),
)


# Provisions 规定

temporary_assistance_emergency = Provision(
    "temporary_assistance_emergency",
    "china",
    Label("急难型临时救助", "temporary assistance in emergencies"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    emergency_hardship,
    not_modelled=(
        AMOUNT_IS_LOCAL,
        Label("可以先行救助、事后补办手续", "help may come first and the papers afterwards"),
    ),
)
temporary_assistance_spending = Provision(
    "temporary_assistance_spending",
    "china",
    Label("支出型临时救助", "temporary assistance for spending"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    spending_hardship,
    not_modelled=(
        AMOUNT_IS_LOCAL,
        Label("哪些支出属于生活必需支出由各地规定", "which spending is necessary is for each place to say"),
    ),
)
temporary_assistance_unemployed = Provision(
    "temporary_assistance_unemployed",
    "china",
    Label("未参保失业人员临时救助", "temporary assistance to the uninsured out of work"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    unemployed_without_income,
    not_modelled=(
        AMOUNT_IS_LOCAL,
        Label(
            "是否连续三个月无收入、是否受失业保险保障、是否因疫情失业，须另行核实",
            "whether income was missing for three months in a row, unemployment insurance does not cover the "
            "person and the epidemic is the cause has to be checked apart",
        ),
    ),
)
homeless_return = Provision(
    "homeless_return",
    "china",
    Label("流浪乞讨人员接送返回", "return of the homeless"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.SERVICE,
    identity_known,
)
homeless_settlement = Provision(
    "homeless_settlement",
    "china",
    Label("长期滞留流浪乞讨人员落户安置", "settlement of the homeless after a long stay"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.SERVICE,
    long_stay_unidentified,
)

RULES = (
    emergency_hardship,
    spending_hardship,
    unemployed_without_income,
    identity_known,
    long_stay_unidentified,
)
PROVISIONS = (
    temporary_assistance_emergency,
    temporary_assistance_spending,
    temporary_assistance_unemployed,
    homeless_return,
    homeless_settlement,
)
