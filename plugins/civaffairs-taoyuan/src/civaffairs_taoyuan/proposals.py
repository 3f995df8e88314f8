"""What somebody proposes to Taoyuan and nobody has laid down: reckoned through by `civaffairs simulate`."""

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Person
from civaffairs.domain.proposals import Proposal
from civaffairs.domain.rules.expr import cases, least
from civaffairs.domain.rules.named import amount_rule, dated
from civaffairs.domain.rules.views import person
from civaffairs_china import dibao, income
from civaffairs_taoyuan.documents import letter_2024
from civaffairs_taoyuan.rules import EARLIER

# Standards alone: the floor of tekun support, 1.3 times the urban standard, is kept.
higher_standards = Proposal(
    "higher_standards",
    "taoyuan",
    Label("提高低保和特困标准", "higher standards of Dibao and tekun support"),
    Topic.SOCIAL_ASSISTANCE,
    letter_2024.at("第一条", Label("城市730元、农村650元", "730 yuan in town, 650 in the country")),
    standards={
        "dibao_urban": Amount(730, "元/人·月"),
        "dibao_rural": Amount(650, "元/人·月"),
        "tekun_basic": Amount(950, "元/人·月"),
    },
)

# A rule: who works keeps more of what the work pays.
employment_cost = amount_rule(
    "employment_cost",
    "taoyuan",
    Label("就业成本扣减额", "deduction for work"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2025-01-01",
            cases(
                (
                    (income.wages > Amount(0, "元/月")) & person.employed,
                    least(income.wages * "0.4", dibao.dibao_for_one).rounded(
                        "元/月", places=2, rounding="down"
                    ),
                ),
                otherwise=Amount(0, "元/月"),
            ),
            letter_2024.at(
                "第二条",
                Label(
                    "扣减工资五分之二，至多为低保标准",
                    "two fifths of the wages, at most the Dibao standard",
                ),
            ),
        ),
    ),
    supersedes=income.employment_cost,
)
work_pays = Proposal(
    "work_pays",
    "taoyuan",
    Label("提高就业成本扣减", "a higher deduction for work"),
    Topic.SOCIAL_ASSISTANCE,
    letter_2024.at("第二条", Label("让就业者多留一些收入", "who works shall keep more of it")),
    rules=(employment_cost,),
)

PROPOSALS = (higher_standards, work_pays)
