"""The rules of Jiangsu's cities, city by city: multiples of the Dibao standard, care, Dibao beyond 100 %, children.

Each replaces a rule of the province or the nation, or adds one. Most were read in copies, none in its own text.
"""

from __future__ import annotations

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Area, Assistance, Household, Person, TekunSupport
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    LocalStandard,
    all_of,
    any_of,
    cases,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.rules.views import tekun as recorded
from civaffairs_china import children, dibao, disability, elders, income, tekun
from civaffairs_china.local_standards import tekun_care_full, tekun_care_half, tekun_care_none
from civaffairs_jiangsu import rules as province
from civaffairs_jiangsu.cities import nantong, suzhou, taizhou, wuxi, yangzhou

EARLIER = Label("来源中没有更早的规定", "earlier rules are not among the sources")
ONE_PERSON = Amount(1, "人")
NOTHING = Amount(0, "元/月")
MONTHLY = "元/人·月"
FLOOR_OF_TEKUN = Label(
    "特困人员基本生活标准的下限", "the floor of the basic living standard of tekun persons"
)


# 苏州 Suzhou 2020: tekun at 140 % of Dibao

suzhou_tekun_floor = amount_rule(
    "tekun_basic_floor",
    "suzhou",
    FLOOR_OF_TEKUN,
    Household,
    MONTHLY,
    dated(
        EARLIER,
        since(
            2020,
            dibao.dibao_standard * "1.4",
            suzhou.rules_2020.at(
                "特困人员 140%",
                Label(
                    "低保标准的140%；后来公布的数额有高出的，读作下限",
                    "140 % of the Dibao standard; read as a floor, since later figures lie above it",
                ),
            ),
        ),
    ),
    supersedes=province.tekun_basic_floor,
)


# 苏州 Suzhou 2020: Dibao beyond 100 %

receives_dibao = condition_rule(
    "receives_dibao",
    "suzhou",
    Label("属于低保对象", "is a Dibao recipient"),
    Person,
    dated(
        EARLIER,
        since(
            2020,
            person.assistance.is_one_of(Assistance.DIBAO) | dibao.dibao_admission,
            suzhou.rules_2020.at(
                "低保对象",
                Label(
                    "已认定的和本次符合条件的都算",
                    "those already found and those found now",
                ),
            ),
        ),
    ),
)
seriously_ill_in_dibao = condition_rule(
    "dibao_in_full",
    "suzhou",
    Label("属于重病低保对象", "is a seriously ill Dibao recipient"),
    Person,
    dated(
        EARLIER,
        since(
            2020,
            receives_dibao & person.seriously_ill,
            suzhou.rules_2020.at(
                "重病低保对象 120%", Label("全额救助，不按差额", "paid in full, not as a difference")
            ),
        ),
    ),
)
dibao_in_full_amount = amount_rule(
    "dibao_in_full_amount",
    "suzhou",
    Label("重病低保对象全额低保金", "full Dibao payment of the seriously ill"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            2020,
            dibao.dibao_for_one * "1.2",
            suzhou.rules_2020.at("重病低保对象 120%", Label("低保标准的120%", "120 % of the Dibao standard")),
        ),
    ),
)
topped_up = condition_rule(
    "dibao_topped_up",
    "suzhou",
    Label("属于低保家庭中的老年人、未成年人或单身人员", "is an elder, a minor or alone in Dibao"),
    Person,
    dated(
        EARLIER,
        since(
            2020,
            all_of(
                receives_dibao,
                ~person.seriously_ill,
                any_of(
                    elders.aged_60,
                    children.minor,
                    household.members.count().equals(ONE_PERSON),
                ),
            ),
            suzhou.rules_2020.at(
                "老年人、未成年人、单身人员 120%",
                Label(
                    "老年人读作60周岁以上，单身人员读作一人户；重病的另按全额",
                    "elders are read as 60 and older, single persons as households of one; the seriously ill "
                    "are paid in full instead",
                ),
            ),
        ),
    ),
)
top_up_amount = amount_rule(
    "dibao_top_up_amount",
    "suzhou",
    Label("补足到120%的增发低保金", "what tops Dibao up to 120 %"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            2020,
            dibao.dibao_for_one * "1.2" - dibao.dibao_for_one,
            suzhou.rules_2020.at(
                "老年人、未成年人、单身人员 120%",
                Label(
                    "补足到低保标准的120%；差额发放已到标准，读作再加超出标准的部分",
                    "topped up to 120 % of the Dibao standard; Dibao reaches the standard, so what is beyond it is added",
                ),
            ),
        ),
    ),
)


# 苏州 Suzhou 2020: what counts as the cost of working

suzhou_employment_cost = amount_rule(
    "employment_cost",
    "suzhou",
    Label("扣减的就业成本", "deducted cost of working"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            2020,
            cases(
                (
                    (income.wages > NOTHING) & person.employed,
                    least(dibao.dibao_for_one * "0.3", income.wages),
                ),
                otherwise=NOTHING,
            ),
            suzhou.rules_2020.at(
                "就业成本 30%",
                Label(
                    "每名就业人员扣减低保标准的30%，依国家规定以工资性收入为限",
                    "30 % of the Dibao standard for each who works, at most the wages as the nation has it",
                ),
            ),
        ),
    ),
    supersedes=income.employment_cost,
)


# 无锡 Wuxi 2024: tekun at least 1.5 times Dibao

wuxi_tekun_floor = amount_rule(
    "tekun_basic_floor",
    "wuxi",
    FLOOR_OF_TEKUN,
    Household,
    MONTHLY,
    dated(
        EARLIER,
        since(
            2024,
            dibao.dibao_standard * "1.5",
            wuxi.notice_2024.at(
                "特困人员 1.5倍",
                Label("不低于低保标准的1.5倍", "at least 1.5 times the Dibao standard"),
            ),
        ),
    ),
    supersedes=province.tekun_basic_floor,
)


# 南通 Nantong: two standards of tekun persons, and care of those in dispersed support (2023)

tekun_basic_urban = LocalStandard(
    "tekun_basic_urban",
    Label("城市特困人员基本生活标准", "the basic living standard of urban tekun persons"),
    MONTHLY,
)
tekun_basic_rural = LocalStandard(
    "tekun_basic_rural",
    Label("农村特困人员基本生活标准", "the basic living standard of rural tekun persons"),
    MONTHLY,
)
nantong_tekun_amount = amount_rule(
    "tekun_amount",
    "nantong",
    Label("特困人员基本生活费", "basic living payment of a tekun person"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07",
            cases(
                (household.area.is_one_of(Area.URBAN), tekun_basic_urban.times(ONE_PERSON)),
                otherwise=tekun_basic_rural.times(ONE_PERSON),
            ),
            nantong.before_2022.at(
                "特困人员", Label("城市和农村分别定标准", "town and country have a standard each")
            ),
        ),
    ),
    supersedes=tekun.tekun_amount,
)
nantong_care_amount = amount_rule(
    "tekun_care_amount",
    "nantong",
    Label("特困人员照料护理费", "care payment of a tekun person"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            2023,
            cases(
                (
                    recorded.support.is_one_of(TekunSupport.DISPERSED),
                    cases(
                        (tekun.tekun_fully_dependent, dibao.dibao_for_one * "0.4"),
                        (tekun.tekun_partly_dependent, dibao.dibao_for_one * "0.2"),
                        otherwise=dibao.dibao_for_one * "0.1",
                    ),
                ),
                (tekun.tekun_fully_dependent, tekun_care_full.times(ONE_PERSON)),
                (tekun.tekun_partly_dependent, tekun_care_half.times(ONE_PERSON)),
                otherwise=tekun_care_none.times(ONE_PERSON),
            ),
            nantong.notice_2023.at(
                "分散供养照料护理",
                Label(
                    "分散供养的不低于低保标准的40%、20%、10%，取下限；集中供养的未见",
                    "in dispersed support at least 40, 20 and 10 % of the Dibao standard, the least is taken; for "
                    "institutions nothing was seen",
                ),
            ),
        ),
    ),
    supersedes=tekun.tekun_care_amount,
)


# 扬州 Yangzhou 2023: tekun at least 1.3 times Dibao

yangzhou_tekun_floor = amount_rule(
    "tekun_basic_floor",
    "yangzhou",
    FLOOR_OF_TEKUN,
    Household,
    MONTHLY,
    dated(
        EARLIER,
        since(
            "2023-07-01",
            dibao.dibao_standard * "1.3",
            yangzhou.notice_2023.at(
                "特困人员", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")
            ),
        ),
    ),
    supersedes=province.tekun_basic_floor,
)


# 泰州 Taizhou 2024: tekun at least 1.3 times Dibao

taizhou_tekun_floor = amount_rule(
    "tekun_basic_floor",
    "taizhou-jiangsu",
    FLOOR_OF_TEKUN,
    Household,
    MONTHLY,
    dated(
        EARLIER,
        since(
            "2024-07-01",
            dibao.dibao_standard * "1.3",
            taizhou.notice_2024.at(
                "特困人员", Label("不低于低保标准的1.3倍", "at least 1.3 times the Dibao standard")
            ),
        ),
    ),
    supersedes=province.tekun_basic_floor,
)


# 泰州 Taizhou 2024: children, all reckoned from the floor of the orphans' standard

orphan_floor = amount_rule(
    "orphan_community_floor",
    "taizhou-jiangsu",
    Label("散居孤儿基本生活标准的下限", "the floor of the standard of orphans in the community"),
    Household,
    MONTHLY,
    dated(
        EARLIER,
        since(
            "2024-07-01",
            dibao.dibao_standard * "2.4",
            taizhou.notice_2024.at(
                "散居孤儿", Label("不低于低保标准的2.4倍", "at least 2.4 times the Dibao standard")
            ),
        ),
    ),
)
unattended_standard = amount_rule(
    "unattended_child_standard",
    "taizhou-jiangsu",
    Label("事实无人抚养儿童基本生活补贴标准", "standard of the allowance for de facto unattended children"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2024-07-01",
            orphan_floor.times(ONE_PERSON) * "1",  # the 100 % that the source says
            taizhou.notice_2024.at(
                "事实无人抚养儿童",
                Label(
                    "散居孤儿标准的100%；该标准只见下限，取下限",
                    "100 % of the standard of orphans in the community, of which only the floor is known: it is taken",
                ),
            ),
        ),
    ),
    supersedes=children.unattended_child_standard,
)
child_of_dibao_family = condition_rule(
    "child_of_dibao_family",
    "taizhou-jiangsu",
    Label("属于低保家庭儿童", "is a child of a Dibao family"),
    Person,
    dated(
        EARLIER,
        since(
            "2024-07-01",
            person.assistance.is_one_of(Assistance.DIBAO),
            taizhou.notice_2024.at("困境儿童", Label("已认定的低保对象", "found to be in Dibao before")),
        ),
    ),
)
child_of_low_income_family = condition_rule(
    "child_of_low_income_family",
    "taizhou-jiangsu",
    Label("属于低收入家庭儿童", "is a child of a low-income family"),
    Person,
    dated(
        EARLIER,
        since(
            "2024-07-01",
            person.assistance.is_one_of(Assistance.DIBAO_MARGINAL),
            taizhou.notice_2024.at(
                "困境儿童",
                Label("低收入家庭读作低保边缘家庭", "low-income families are read as Dibao-marginal ones"),
            ),
        ),
    ),
)
ill_or_disabled_child = condition_rule(
    "ill_or_disabled_child",
    "taizhou-jiangsu",
    Label("属于重病或重残儿童", "is a seriously ill or severely disabled child"),
    Person,
    dated(
        EARLIER,
        since(
            "2024-07-01",
            person.seriously_ill | disability.severely_disabled,
            taizhou.notice_2024.at(
                "困境儿童", Label("重残读作一、二级残疾", "severe is read as grade 1 or 2")
            ),
        ),
    ),
)
child_allowance = condition_rule(
    "child_in_difficulty_allowance",
    "taizhou-jiangsu",
    Label("符合困境儿童生活补贴条件", "meets the conditions of the allowance for children in difficulty"),
    Person,
    dated(
        EARLIER,
        since(
            "2024-07-01",
            all_of(
                children.minor,
                ~children.orphan,
                ~children.unattended_child,
                any_of(ill_or_disabled_child, child_of_dibao_family, child_of_low_income_family),
            ),
            taizhou.notice_2024.at(
                "困境儿童",
                Label(
                    "重病、重残儿童，和低保、低收入家庭的其他儿童；孤儿和事实无人抚养儿童另有标准",
                    "seriously ill and severely disabled children, and the other children of Dibao and low-income "
                    "families; orphans and unattended children have standards of their own",
                ),
            ),
        ),
    ),
)
child_allowance_amount = amount_rule(
    "child_in_difficulty_allowance_amount",
    "taizhou-jiangsu",
    Label("困境儿童生活补贴最低额", "minimum allowance for children in difficulty"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2024-07-01",
            cases(
                (
                    ill_or_disabled_child & (child_of_dibao_family | child_of_low_income_family),
                    orphan_floor.times(ONE_PERSON) * "0.6",
                ),
                (ill_or_disabled_child, orphan_floor.times(ONE_PERSON) * "0.5"),
                (child_of_dibao_family, orphan_floor.times(ONE_PERSON) * "0.5"),
                otherwise=dibao.dibao_for_one * "0.5",
            ),
            taizhou.notice_2024.at(
                "困境儿童",
                Label(
                    "低保和低收入家庭重病、重残儿童60%，其他家庭的50%，低保家庭其他儿童50%，均按散居孤儿标准；低收入家庭其他儿童为低保标准的50%",
                    "ill or disabled children of Dibao and low-income families 60 %, of others 50 %, other children "
                    "of Dibao families 50 % of the orphans' standard; other children of low-income families 50 % of "
                    "the Dibao standard",
                ),
            ),
        ),
    ),
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    suzhou_tekun_floor,
    receives_dibao,
    seriously_ill_in_dibao,
    dibao_in_full_amount,
    topped_up,
    top_up_amount,
    suzhou_employment_cost,
    wuxi_tekun_floor,
    nantong_tekun_amount,
    nantong_care_amount,
    yangzhou_tekun_floor,
    taizhou_tekun_floor,
    orphan_floor,
    unattended_standard,
    child_of_dibao_family,
    child_of_low_income_family,
    ill_or_disabled_child,
    child_allowance,
    child_allowance_amount,
)

COPY = Label("只见于论坛转载", "seen in a copy on a forum only")

PROVISIONS = (
    Provision(
        "dibao_in_full",
        "suzhou",
        Label("重病低保对象全额救助", "Dibao in full for the seriously ill"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        seriously_ill_in_dibao,
        amount=dibao_in_full_amount,
        not_modelled=(
            COPY,
            Label(
                "代替本人在家庭低保金中的份额，如何相抵没有写明",
                "it takes the place of the person's part in the Dibao of the household; how the two are set off is "
                "not said",
            ),
        ),
    ),
    Provision(
        "dibao_top_up",
        "suzhou",
        Label(
            "低保家庭老年人、未成年人和单身人员增发", "Dibao topped up for elders, minors and single persons"
        ),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        topped_up,
        amount=top_up_amount,
        not_modelled=(COPY,),
    ),
    Provision(
        "child_in_difficulty_allowance",
        "taizhou-jiangsu",
        Label("困境儿童生活补贴", "allowance for children in difficulty"),
        Topic.CHILD_WELFARE,
        ProvisionKind.CASH,
        child_allowance,
        amount=child_allowance_amount,
        not_modelled=(
            Label(
                "散居孤儿标准只见下限，金额是最低额",
                "of the orphans' standard only the floor is known: the amount is the least",
            ),
            Label(
                "与低保金、残疾人补贴能否同领没有写明",
                "whether it is paid beside Dibao and the subsidies for disability is not said",
            ),
        ),
    ),
)
