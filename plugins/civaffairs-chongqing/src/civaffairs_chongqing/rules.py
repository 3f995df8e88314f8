"""Chongqing's rules and provisions beyond the national ones, in the order of its documents.

They hold in every district. A district that adds something replaces the rule by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from civaffairs import Amount, Label, NotModelled, Topic, since
from civaffairs.domain.models import Assistance, Dependence, Household, Person, Schooling
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import Expr, LocalStandard, any_of, as_quantity, cases, greatest
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import person
from civaffairs_china import dibao as national
from civaffairs_china import local_standards as local
from civaffairs_china import procedures
from civaffairs_china.elders import aged_60
from civaffairs_chongqing.documents import outline_14, regulation, report_2018

if TYPE_CHECKING:
    from civaffairs import Clause, Timeline

EARLIER = Label("来源中没有更早的规定", "earlier rules are not among the sources")
ONE_PERSON = Amount(1, "人")
NOTHING = Amount(0, "元/人·月")

Tree = TypeVar("Tree", bound=Expr)

# 城乡居民最低生活保障条例, article 22: from when Dibao is paid.

dibao_start = amount_rule(
    "dibao_start",
    "chongqing",
    Label("低保金起发月数", "wait for the first Dibao payment"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2016-05-01",
            as_quantity(Amount(0, "月")),
            regulation.at("第二十二条", Label("自批准当月起发放", "paid from the month of approval itself")),
        ),
        # Two texts contradict each other. The later and national one is used; which of them ranks higher, a
        # regulation of the municipality or a notice of the ministry, is not for the model to say.
        NotModelled(
            Label(
                "2016年条例从批准当月起发放，2021年民政部办法从次月起发放，二者不一致，采用后者",
                "the regulation of 2016 pays from the month of approval, the ministry's measures of 2021 from "
                "the month after; the later text is used",
            ),
            since="2021-07-01",
        ),
    ),
    supersedes=national.dibao_start,
)


# 城乡居民最低生活保障条例, articles 11 and 12: whose income counts, and of which months.

clergy_years = amount_rule(
    "clergy_years",
    "chongqing",
    Label(
        "宗教教职人员不计入家庭成员的离家年数",
        "years after which clergy away from home do not count as members",
    ),
    Household,
    "年",
    dated(
        EARLIER,
        since(
            "2016-05-01",
            as_quantity(Amount(1, "年")),
            regulation.at("第十一条", Label("离家独立生活一年以上的不计入", "away for one year or more")),
        ),
        # The national measures of 2021 say three years; the later text is used, as for the start of payment.
        NotModelled(
            Label(
                "2016年条例写一年，2021年民政部办法写三年，采用后者",
                "the regulation of 2016 says one year, the ministry's measures of 2021 three; the later text is used",
            ),
            since="2021-07-01",
        ),
    ),
    supersedes=procedures.clergy_years,
)
urban_income_months = amount_rule(
    "urban_income_months",
    "chongqing",
    Label("核定城市家庭收入的月数", "months of which the income of an urban household is found"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2016-05-01",
            as_quantity(Amount(1, "月")),
            regulation.at(
                "第十二条", Label("提出申请前一个月的收入", "the income of the month before the application")
            ),
        ),
    ),
)
farm_income_months = amount_rule(
    "farm_income_months",
    "chongqing",
    Label("核定农业家庭收入的月数", "months of which the income of a farming household is found"),
    Household,
    "月",
    dated(
        EARLIER,
        since(
            "2016-05-01",
            as_quantity(Amount(12, "月")),
            regulation.at(
                "第十二条",
                Label(
                    "提出申请前十二个月的总收入除以十二个月",
                    "the income of the twelve months before the application, divided by twelve",
                ),
            ),
        ),
    ),
)


# 分类重点救助: what Dibao recipients receive on top of Dibao. The groups stand in article 21 of the regulation
# only as those that the municipal government names; the report of 2018 names them.

supplement_disabled = LocalStandard(
    "dibao_supplement_disabled",
    Label("残疾人员分类重点救助标准", "the supplement to Dibao for persons with disabilities"),
    "元/人·月",
)
supplement_hardship = LocalStandard(
    "dibao_supplement_hardship",
    Label(
        "重残、重病和70周岁以上人员分类重点救助标准",
        "the supplement to Dibao for the severely disabled, the seriously ill and those aged 70 or over",
    ),
    "元/人·月",
)
supplement_young = LocalStandard(
    "dibao_supplement_young",
    Label(
        "学龄前儿童和在校学生分类重点救助标准",
        "the supplement to Dibao for pre-school children, pupils and students",
    ),
    "元/人·月",
)
groups = report_2018.at("分类重点救助")


def _from_2018(tree: Tree, clause: Clause) -> Timeline[Tree]:
    return dated(EARLIER, since("2018-01-01", tree, clause))


dibao_recipient = condition_rule(
    "dibao_recipient",
    "chongqing",
    Label("属于低保对象", "is a Dibao recipient"),
    Person,
    _from_2018(
        person.assistance.is_one_of(Assistance.DIBAO) | national.dibao_admission,
        groups.at(
            "对象",
            Label(
                "家庭享受低保的本人；已认定的和本次符合条件的都算",
                "members of households in Dibao, those already found and those found now",
            ),
        ),
    ),
)
supplement_for_young = condition_rule(
    "dibao_supplement_for_young",
    "chongqing",
    Label("属于学龄前和在校人群", "is in the group of pre-school children and students"),
    Person,
    _from_2018(
        # Reading: before school age is below six (义务教育法 article 11), in kindergarten or not.
        any_of(
            person.age < Amount(6, "岁"),
            person.schooling.is_one_of(
                Schooling.PRESCHOOL,
                Schooling.COMPULSORY,
                Schooling.SENIOR_SECONDARY,
                Schooling.VOCATIONAL,
                Schooling.UNDERGRADUATE,
                Schooling.POSTGRADUATE,
            ),
        ),
        groups.at(
            "学龄前儿童和在校学生",
            Label(
                "学龄前读作未满6周岁或在读学前教育；在校学生不限学段",
                "pre-school is read as below six or in pre-school education; students of every stage",
            ),
        ),
    ),
)
supplement_for_hardship = condition_rule(
    "dibao_supplement_for_hardship",
    "chongqing",
    Label(
        "属于重残、重病和70周岁以上人群",
        "is in the group of the severely disabled, the seriously ill and those aged 70 or over",
    ),
    Person,
    _from_2018(
        any_of(
            person.disabled & (person.disability_grade <= Amount(2, "1")),
            person.seriously_ill,
            person.age >= Amount(70, "岁"),
        ),
        groups.at(
            "重残、重病、70岁以上",
            Label("一至二级残疾、重大疾病或年满70周岁", "grade 1 or 2, a serious illness, or 70 and older"),
        ),
    ),
)
supplement_by_group = amount_rule(
    "dibao_supplement_by_group",
    "chongqing",
    Label("所属人群的重点救助标准", "the supplement for one's group"),
    Person,
    "元/人·月",
    _from_2018(
        # The groups do not add up; that the higher amount is meant is our reading.
        greatest(
            cases((supplement_for_young, supplement_young), otherwise=NOTHING),
            cases((supplement_for_hardship, supplement_hardship), otherwise=NOTHING),
        ),
        groups.at(
            "不重复享受",
            Label(
                "五类人群不重复享受，同属多类的读作就高",
                "five groups that do not add up; who is in several is read to receive the higher",
            ),
        ),
    ),
)
supplement_for_disability = amount_rule(
    "dibao_supplement_for_disability",
    "chongqing",
    Label("因残疾另加的重点救助标准", "the supplement for a disability"),
    Person,
    "元/人·月",
    _from_2018(
        cases((person.disabled, supplement_disabled), otherwise=NOTHING),
        groups.at(
            "残疾人员",
            Label(
                "持证残疾人均可享受，与其他人群同时享受，一、二级也不例外",
                "for every certified disability, grades 1 and 2 too, beside the amount of the group",
            ),
        ),
    ),
)
dibao_supplement_amount = amount_rule(
    "dibao_supplement_amount",
    "chongqing",
    Label("低保分类重点救助金", "supplement to Dibao"),
    Person,
    "元/月",
    _from_2018(
        (supplement_by_group + supplement_for_disability).times(ONE_PERSON),
        groups.at(
            "同时享受",
            Label("人群金额加残疾金额", "the amount of the group and that for a disability together"),
        ),
    ),
)
dibao_supplement = condition_rule(
    "dibao_supplement",
    "chongqing",
    Label("符合低保分类重点救助条件", "meets the conditions of the supplement to Dibao"),
    Person,
    _from_2018(
        dibao_recipient & any_of(supplement_for_young, supplement_for_hardship, person.disabled),
        groups.at(
            "对象",
            Label(
                "低保对象中的残疾人员和五类人群",
                "Dibao recipients who have a disability or belong to one of five groups",
            ),
        ),
    ),
)


# 中国社会报 2021, on elders. The first year of which it reports is 2020.

ELDERS_UNKNOWN = Label("来源中没有2020年以前的规定", "the sources say nothing of the time before 2020")
ELDERS = "用心用情守护夕阳"


def _from_2020(tree: Tree, clause: Clause) -> Timeline[Tree]:
    return dated(ELDERS_UNKNOWN, since(2020, tree, clause))


very_old = condition_rule(
    "very_old",
    "chongqing",
    Label("属于高龄老年人", "is very old"),
    Person,
    _from_2020(
        person.age >= Amount(80, "岁"),
        outline_14.at(ELDERS, Label("高龄读作80周岁以上", "very old is read as 80 and older")),
    ),
)
dependent_elder = condition_rule(
    "dependent_elder",
    "chongqing",
    Label("属于失能老年人", "is a dependent elder"),
    Person,
    _from_2020(
        aged_60 & person.dependence.is_one_of(Dependence.FULLY_DEPENDENT),
        # The plans say 失能、半失能 where they mean both.
        outline_14.at(
            ELDERS,
            Label(
                "老年人为60周岁以上；失能读作完全失能，规划中半失能另行写明",
                "elders are 60 and older; dependent is read as fully dependent, since the plans name "
                "the partly dependent apart",
            ),
        ),
    ),
)
old_age_allowance = condition_rule(
    "old_age_allowance",
    "chongqing",
    Label("符合高龄津贴条件", "meets the condition of the old-age allowance"),
    Person,
    _from_2020(
        very_old,
        outline_14.at(ELDERS, Label("80周岁以上老年人享受", "elders of 80 and older receive it")),
    ),
)
old_age_allowance_amount = amount_rule(
    "old_age_allowance_amount",
    "chongqing",
    Label("高龄津贴", "old-age allowance"),
    Person,
    "元/月",
    _from_2020(
        cases(
            (person.age >= Amount(100, "岁"), local.old_age_allowance_100),
            otherwise=local.old_age_allowance_80,
        ).times(ONE_PERSON),
        outline_14.at(
            ELDERS,
            Label(
                "百岁老人覆盖到人人，80岁以上政策另行完善",
                "every elder of 100 is covered; the policy for those from 80 is spoken of apart",
            ),
        ),
    ),
)
dependent_elder_group = condition_rule(
    "dependent_elder_group",
    "chongqing",
    Label("属于经济困难的高龄或失能老年人", "is a very old or dependent elder in economic difficulty"),
    Person,
    _from_2020(
        person.economic_hardship & (very_old | dependent_elder),
        outline_14.at(
            ELDERS,
            Label(
                "文中以顿号并列高龄、失能，读作有其一即可",
                "the text lists the very old and the dependent: read as either of the two",
            ),
        ),
    ),
)
dependent_elder_allowance = condition_rule(
    "dependent_elder_allowance",
    "chongqing",
    Label(
        "符合经济困难的高龄失能老年人补贴条件",
        "meets the conditions of the allowance for very old and dependent elders",
    ),
    Person,
    _from_2020(
        dependent_elder_group,
        outline_14.at(
            ELDERS,
            Label("经济困难家庭高龄、失能老年人", "very old and dependent elders in poor families"),
        ),
    ),
)
dependent_elder_allowance_amount = amount_rule(
    "dependent_elder_allowance_amount",
    "chongqing",
    Label("经济困难的高龄失能老年人补贴", "allowance for very old and dependent elders"),
    Person,
    "元/月",
    _from_2020(
        local.dependent_elder_allowance.times(ONE_PERSON),
        outline_14.at(ELDERS, Label("未写明金额", "the amount is not given")),
    ),
)

RULES = (
    dibao_start,
    clergy_years,
    urban_income_months,
    farm_income_months,
    dibao_recipient,
    supplement_for_young,
    supplement_for_hardship,
    supplement_by_group,
    supplement_for_disability,
    dibao_supplement_amount,
    dibao_supplement,
    very_old,
    dependent_elder,
    old_age_allowance,
    old_age_allowance_amount,
    dependent_elder_group,
    dependent_elder_allowance,
    dependent_elder_allowance_amount,
)

PROVISIONS = (
    Provision(
        "dibao_supplement",
        "chongqing",
        Label("低保分类重点救助", "supplement to Dibao"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        dibao_supplement,
        amount=dibao_supplement_amount,
        not_modelled=(
            Label("病种目录和起止月份", "the list of illnesses, and the months of start and end"),
            Label("渐退期内是否继续发放", "whether it goes on during the gradual exit from Dibao"),
        ),
    ),
    Provision(
        "old_age_allowance",
        "chongqing",
        Label("高龄津贴", "old-age allowance"),
        Topic.ELDERLY_CARE,
        ProvisionKind.CASH,
        old_age_allowance,
        amount=old_age_allowance_amount,
        not_modelled=(
            Label("各年龄段的金额", "the amounts for each age"),
            Label("是否要求本市户籍", "whether a local household register is asked for"),
        ),
    ),
    Provision(
        "dependent_elder_allowance",
        "chongqing",
        Label("经济困难的高龄失能老年人补贴", "allowance for very old and dependent elders in difficulty"),
        Topic.ELDERLY_CARE,
        ProvisionKind.CASH,
        dependent_elder_allowance,
        amount=dependent_elder_allowance_amount,
        not_modelled=(
            Label("金额", "the amount"),
            Label("经济困难的认定标准", "how economic difficulty is determined"),
            Label("半失能老年人是否享受", "whether the partly dependent receive it"),
        ),
    ),
)
