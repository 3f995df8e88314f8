"""Persons with disabilities: the two subsidies, and care for those who are poor and severely disabled."""

from __future__ import annotations

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Assistance, Person
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import AmountRule, ConditionRule, all_of, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import person
from civaffairs.domain.units import RATIO
from civaffairs_china.children import ONE_PERSON, orphan
from civaffairs_china.law import EARLIER, disability_care_notice, disability_subsidies_opinion
from civaffairs_china.local_standards import disability_living, disability_nursing_1, disability_nursing_2

severely_disabled = condition_rule(
    "severely_disabled",
    "china",
    Label("属于一、二级重度残疾人", "has a disability of grade 1 or 2"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-01-01",
            person.disabled & (person.disability_grade <= Amount(2, RATIO)),
            disability_subsidies_opinion.at(
                "二(一)", Label("残疾等级为一级、二级", "of disability grade 1 or 2")
            ),
        ),
    ),
)
living_subsidy = condition_rule(
    "living_subsidy",
    "china",
    Label("符合困难残疾人生活补贴条件", "meets the conditions of the living subsidy"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-01-01",
            all_of(person.disabled, person.assistance.is_one_of(Assistance.DIBAO), ~orphan),
            disability_subsidies_opinion.at(
                "二(一)、二(四)",
                Label(
                    "低保家庭中的残疾人；孤儿不重复享受",
                    "persons with disabilities in Dibao households; orphans are provided for otherwise",
                ),
            ),
        ),
    ),
)
living_subsidy_amount = amount_rule(
    "living_subsidy_amount",
    "china",
    Label("困难残疾人生活补贴", "living subsidy"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2016-01-01",
            disability_living.times(ONE_PERSON),
            disability_subsidies_opinion.at("二(二)", Label("标准由各省规定", "provinces set the amount")),
        ),
    ),
)
nursing_subsidy = condition_rule(
    "nursing_subsidy",
    "china",
    Label("符合重度残疾人护理补贴条件", "meets the conditions of the nursing subsidy"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-01-01",
            all_of(
                severely_disabled,
                person.long_term_care,
                ~person.assistance.is_one_of(Assistance.TEKUN),
            ),
            disability_subsidies_opinion.at(
                "二(一)、二(四)",
                Label(
                    "一、二级且需长期照护(特殊照护支出持续6个月以上)；特困人员除外",
                    "grade 1 or 2 and in need of care for six months or longer; not tekun persons",
                ),
            ),
        ),
    ),
)
nursing_subsidy_amount = amount_rule(
    "nursing_subsidy_amount",
    "china",
    Label("重度残疾人护理补贴", "nursing subsidy"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2016-01-01",
            cases(
                (person.disability_grade.equals(Amount(1, RATIO)), disability_nursing_1.times(ONE_PERSON)),
                otherwise=disability_nursing_2.times(ONE_PERSON),
            ),
            disability_subsidies_opinion.at(
                "二(二)",
                Label("标准由各省规定，可以分级", "provinces set the amounts, by grade if they wish"),
            ),
        ),
    ),
)
# Who counts as poor the report does not say; Dibao recipients and tekun persons always do.
care_severely_disabled = condition_rule(
    "care_severely_disabled",
    "china",
    Label("属于贫困重度残疾人", "is poor and severely disabled"),
    Person,
    dated(
        EARLIER,
        since(
            "2019-04",
            severely_disabled & person.assistance.is_one_of(Assistance.DIBAO, Assistance.TEKUN),
            disability_care_notice.at(
                "报道",
                Label(
                    "贫困重度残疾人；模型取低保对象和特困人员中的一、二级残疾人",
                    "the poor and severely disabled; read as Dibao and tekun persons of grade 1 or 2",
                ),
            ),
        ),
    ),
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    severely_disabled,
    living_subsidy,
    living_subsidy_amount,
    nursing_subsidy,
    nursing_subsidy_amount,
    care_severely_disabled,
)

FROM_APPLICATION = Label(
    "自递交申请当月计发，与认定月份无关", "reckoned from the month of the application, whenever it is decided"
)
BETTER_OF_TWO = Label(
    "与因公致残、离休等福利性补贴择高申领，工伤护理费领取者除外",
    "whoever is entitled to a like subsidy chooses the higher; not with nursing fees for work injuries",
)

PROVISIONS = (
    Provision(
        "disability_living_subsidy",
        "china",
        Label("困难残疾人生活补贴", "living subsidy for persons with disabilities in difficulty"),
        Topic.DISABILITY,
        ProvisionKind.CASH,
        living_subsidy,
        amount=living_subsidy_amount,
        not_modelled=(
            FROM_APPLICATION,
            BETTER_OF_TWO,
            Label(
                "扩大到低收入和其他困难残疾人由各地决定",
                "places may extend it to those of low income and others in difficulty",
            ),
            Label(
                "全额领取事实无人抚养儿童补贴的儿童不享受",
                "not for children who draw the allowance for unattended children in full",
            ),
        ),
    ),
    Provision(
        "disability_nursing_subsidy",
        "china",
        Label("重度残疾人护理补贴", "nursing subsidy for persons with severe disabilities"),
        Topic.DISABILITY,
        ProvisionKind.CASH,
        nursing_subsidy,
        amount=nursing_subsidy_amount,
        not_modelled=(
            FROM_APPLICATION,
            BETTER_OF_TWO,
            Label(
                "扩大到三、四级智力、精神残疾人由各地决定",
                "places may extend it to intellectual and mental disabilities of grades 3 and 4",
            ),
        ),
    ),
    Provision(
        "care_severely_disabled",
        "china",
        Label("贫困重度残疾人照护服务", "care for poor persons with severe disabilities"),
        Topic.DISABILITY,
        ProvisionKind.SERVICE,
        care_severely_disabled,
        not_modelled=(
            Label(
                "集中或社会化照护的方式由各地决定",
                "places decide on care in institutions or in the community",
            ),
        ),
    ),
)
