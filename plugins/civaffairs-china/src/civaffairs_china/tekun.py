"""Tekun persons 特困人员: who they are, and how they are supported.

Three tests together: without labour, without income, without anybody able to support them. Support is the basic
living standard and, by how far the person depends on others, the care standard.
"""

from civaffairs import RATIO, Amount, Label, Topic, since
from civaffairs.domain.models import (
    Assistance,
    DisabilityKind,
    Household,
    IncomeKind,
    Person,
    Schooling,
    Supporter,
    TekunSupport,
)
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import all_of, any_of, as_quantity, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import income, person, supporter
from civaffairs.domain.rules.views import tekun as recorded
from civaffairs_china.dibao import MONTH_AFTER, ONE_PERSON, assets_eligible, dibao_for_one, dibao_standard
from civaffairs_china.law import (
    EARLIER,
    assistance_decree,
    dispersed_tekun_notice,
    reform_opinion,
    tekun_measures,
    tekun_notice_2016,
)
from civaffairs_china.local_standards import (
    tekun_basic,
    tekun_care_full,
    tekun_care_half,
    tekun_care_none,
)

is_tekun_already = person.assistance.is_one_of(Assistance.TEKUN)


# Without labour 无劳动能力

# Article 5 recognises minors below 16; article 24 lets those who are recognised stay to this age and, in school,
# beyond it.
tekun_age_of_minors = amount_rule(
    "tekun_age_of_minors",
    "china",
    Label("特困供养未成年人的年龄上限", "the age up to which minors have tekun support"),
    Person,
    "岁",
    dated(
        EARLIER,
        since(
            "2014-05-01",
            as_quantity(Amount(16, "岁")),
            assistance_decree.at("第十四条", Label("未满16周岁", "below 16")),
        ),
        since(
            "2020-08",
            as_quantity(Amount(18, "岁")),
            reform_opinion.at("二（二）5", Label("从16周岁延长至18周岁", "raised from 16 to 18")),
        ),
    ),
)
tekun_disability = condition_rule(
    "tekun_disability",
    "china",
    Label("属于无劳动能力的残疾", "has a disability that counts as inability to work"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            person.disabled
            & any_of(
                person.disability_kinds.is_one_of(DisabilityKind.INTELLECTUAL, DisabilityKind.MENTAL)
                & (person.disability_grade <= Amount(3, RATIO)),
                person.disability_kinds.is_one_of(DisabilityKind.PHYSICAL)
                & (person.disability_grade <= Amount(2, RATIO)),
                person.disability_kinds.is_one_of(DisabilityKind.VISUAL)
                & (person.disability_grade <= Amount(1, RATIO)),
            ),
            tekun_measures.at(
                "第五条第三项",
                Label(
                    "智力、精神残疾一至三级，肢体残疾一、二级，视力残疾一级",
                    "intellectual and mental disabilities of grades 1 to 3, physical of 1 and 2, visual of 1",
                ),
            ),
        ),
    ),
)
tekun_minor_continues = condition_rule(
    "tekun_minor_continues",
    "china",
    Label("属于可继续供养的未成年人或在校学生", "is a minor or pupil whose support goes on"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            is_tekun_already
            & any_of(
                person.age < tekun_age_of_minors,
                person.schooling.is_one_of(
                    Schooling.COMPULSORY, Schooling.SENIOR_SECONDARY, Schooling.VOCATIONAL
                ),
            ),
            tekun_measures.at(
                "第二十四条第二款",
                Label(
                    "已是特困人员的，供养至18周岁，此后仍在义务教育、普通高中或中等职业学校就读的继续",
                    "those who are tekun already stay to 18, and beyond it in compulsory, senior secondary or "
                    "vocational school",
                ),
            ),
        ),
    ),
)
tekun_without_labour = condition_rule(
    "tekun_without_labour",
    "china",
    Label("符合无劳动能力情形", "counts as unable to work"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            any_of(
                person.age >= Amount(60, "岁"),
                person.age < Amount(16, "岁"),
                tekun_minor_continues,
                tekun_disability,
            ),
            tekun_measures.at(
                "第五条、第二十四条第二款",
                Label(
                    "60周岁以上、未满16周岁或相应残疾，及可继续供养的未成年人和在校学生",
                    "60 and over, below 16, or disabled accordingly; and minors and pupils whose support goes on",
                ),
            ),
        ),
    ),
)


# Without income 无生活来源

# Article 6 leaves out the central basic pension (without a term, unlike the rules for Dibao), social insurance,
# benefits of entitled groups and old-age allowances. Assistance and awards it does not name: they are read as in
# the rules for Dibao, so that the four kinds count and nothing else.
tekun_income = amount_rule(
    "tekun_income",
    "china",
    Label("认定特困人员时计入的收入", "income that counts for tekun persons"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            person.incomes.total(
                income.monthly,
                where=income.kind.is_one_of(
                    IncomeKind.WAGES, IncomeKind.BUSINESS, IncomeKind.PROPERTY, IncomeKind.TRANSFER
                ),
            ),
            tekun_measures.at(
                "第六条第二款",
                Label(
                    "四类收入计入；中央基础养老金、社会保险、优抚和高龄津贴不计入",
                    "four kinds of income count; the central basic pension, social insurance, benefits of entitled "
                    "groups and old-age allowances do not",
                ),
            ),
        ),
    ),
)
tekun_without_income = condition_rule(
    "tekun_without_income",
    "china",
    Label("符合无生活来源情形", "counts as without income"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            # Nothing is recorded of the person's own assets: those of the household are looked at.
            (tekun_income < dibao_for_one) & assets_eligible,
            tekun_measures.at(
                "第六条第一款",
                Label(
                    "收入低于低保标准，等于标准的不在其列，且财产符合规定",
                    "income below the Dibao standard, not equal to it, and assets within the limits",
                ),
            ),
        ),
    ),
)


# Nobody able to support 无履行义务能力的义务人

supporter_poor = condition_rule(
    "supporter_poor",
    "china",
    Label("符合收入和财产限度条件", "is within the limits on income and assets"),
    Supporter,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            supporter.income_below_average & supporter.assets_within_limits,
            tekun_measures.at(
                "第八条第三项",
                Label(
                    "本人收入低于当地上年人均可支配收入，财产符合低收入家庭规定",
                    "own income below the local disposable income per head of the year before, assets within limits",
                ),
            ),
        ),
    ),
)
supporter_severely_disabled = condition_rule(
    "supporter_severely_disabled",
    "china",
    Label(
        "属于重度残疾人(含三级智力、精神残疾人)",
        "is severely disabled (intellectual and mental disability of grade 3 included)",
    ),
    Supporter,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            supporter.disabled
            & (
                (supporter.disability_grade <= Amount(2, RATIO))
                | (
                    (supporter.disability_grade <= Amount(3, RATIO))
                    & supporter.disability_kinds.is_one_of(DisabilityKind.INTELLECTUAL, DisabilityKind.MENTAL)
                )
            ),
            tekun_measures.at(
                "第八条第四项",
                Label(
                    "一级、二级，以及三级的智力、精神残疾",
                    "grades 1 and 2, and grade 3 of an intellectual or mental disability",
                ),
            ),
        ),
    ),
)
supporter_cannot_act = condition_rule(
    "supporter_cannot_act",
    "china",
    Label(
        "属于无民事行为能力、被宣告失踪或在监狱服刑的人员",
        "is without legal capacity, declared missing or in prison",
    ),
    Supporter,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            any_of(supporter.without_capacity, supporter.missing, supporter.imprisoned),
            tekun_measures.at(
                "第八条第五项",
                Label("三种情形之一", "one of the three"),
            ),
        ),
    ),
)
supporter_unable = condition_rule(
    "supporter_unable",
    "china",
    Label("符合无履行义务能力情形", "counts as unable to give support"),
    Supporter,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            any_of(
                supporter.assistance.is_one_of(Assistance.TEKUN),
                (supporter.age >= Amount(60, "岁")) & supporter.assistance.is_one_of(Assistance.DIBAO),
                (supporter.age >= Amount(70, "岁")) & supporter_poor,
                supporter_severely_disabled & supporter_poor,
                supporter_cannot_act & supporter.assets_within_limits,
            ),
            tekun_measures.at(
                "第八条",
                Label(
                    "特困人员、60周岁以上低保对象、收入财产较低的70周岁以上老人和重残人员、财产符合规定的不能行为者",
                    "tekun persons, Dibao recipients of 60 and over, poor elders of 70 and over, the poor severely "
                    "disabled, and those who cannot act and own little",
                ),
            ),
        ),
    ),
)
supporter_able = condition_rule(
    "supporter_able",
    "china",
    Label("有履行义务能力", "is able to give support"),
    Supporter,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            ~supporter_unable,
            tekun_measures.at(
                "第四条第三项",
                Label(
                    "不属于无履行义务能力的，视为有能力", "whoever is not found unable is taken to be able"
                ),
            ),
        ),
    ),
)
tekun_without_supporter = condition_rule(
    "tekun_without_supporter",
    "china",
    Label("符合无法定义务人或其无履行义务能力情形", "lacks an able supporter"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            ~person.supporters.any(supporter_able),
            tekun_measures.at(
                "第四条第三项",
                Label(
                    "没有法定义务人，或每一名义务人都无能力",
                    "nobody has the duty, or each who has it is unable",
                ),
            ),
        ),
    ),
)
tekun = condition_rule(
    "tekun",
    "china",
    Label("符合特困人员三项条件", "meets the three conditions of tekun persons"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            all_of(tekun_without_labour, tekun_without_income, tekun_without_supporter),
            tekun_measures.at(
                "第四条",
                Label(
                    "无劳动能力、无生活来源、无有能力的法定义务人，三项同时具备",
                    "without labour, without income and without anybody able to support, all three",
                ),
            ),
        ),
    ),
)


# The basic living standard 基本生活标准

tekun_amount = amount_rule(
    "tekun_amount",
    "china",
    Label("特困人员基本生活费", "basic living payment of a tekun person"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2014-05-01",
            tekun_basic.times(ONE_PERSON),
            assistance_decree.at(
                "第十五条第二款",
                Label("供养标准由省级或设区的市级政府确定", "provinces or prefectures set the standard"),
            ),
        ),
    ),
)
tekun_basic_floor = amount_rule(
    "tekun_basic_floor",
    "china",
    Label("特困人员基本生活标准的下限", "the floor of the basic living standard of tekun persons"),
    Household,
    "元/人·月",
    dated(
        EARLIER,
        since(
            2016,
            dibao_standard * "1.3",
            tekun_notice_2016.at(
                "救助供养标准",
                Label(
                    "不低于当地低保标准的1.3倍；原文未见，重庆、贵池和江苏的规划所述相同",
                    "at least 1.3 times the local Dibao standard; the text was not read, the plans of Chongqing, "
                    "Guichi and Jiangsu say the same",
                ),
            ),
        ),
    ),
)
tekun_start = amount_rule(
    "tekun_start",
    "china",
    Label("特困供养起始月数", "wait for tekun support"),
    Person,
    "月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            MONTH_AFTER,
            tekun_measures.at(
                "第十七条", Label("从确认的下月起供养", "from the month after the recognition")
            ),
        ),
    ),
)
tekun_review = amount_rule(
    "tekun_review",
    "china",
    Label("特困人员核查周期", "review interval for tekun persons"),
    Person,
    "月",
    dated(
        EARLIER,
        since(
            "2020-08",
            as_quantity(Amount(12, "月")),
            reform_opinion.at("二（二）7", Label("每年核查一次", "once a year")),
        ),
    ),
)


# Care 照料护理

tekun_fully_dependent = condition_rule(
    "tekun_fully_dependent",
    "china",
    Label("属于完全丧失生活自理能力人员", "is fully dependent on care"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            person.tasks_unable >= Amount(4, "项"),
            tekun_measures.at(
                "第二十一条、第二十二条",
                Label("六项指标中四项以上不能达到", "four or more of the six tasks cannot be done"),
            ),
        ),
    ),
)
tekun_partly_dependent = condition_rule(
    "tekun_partly_dependent",
    "china",
    Label("属于部分丧失生活自理能力人员", "is partly dependent on care"),
    Person,
    dated(
        EARLIER,
        since(
            "2021-07-01",
            (person.tasks_unable >= Amount(1, "项")) & (person.tasks_unable <= Amount(3, "项")),
            tekun_measures.at(
                "第二十一条、第二十二条",
                Label("六项指标中一至三项不能达到", "one to three of the six tasks cannot be done"),
            ),
        ),
    ),
)
tekun_care_amount = amount_rule(
    "tekun_care_amount",
    "china",
    Label("特困人员照料护理费", "care payment of a tekun person"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2021-07-01",
            cases(
                (tekun_fully_dependent, tekun_care_full.times(ONE_PERSON)),
                (tekun_partly_dependent, tekun_care_half.times(ONE_PERSON)),
                otherwise=tekun_care_none.times(ONE_PERSON),
            ),
            tekun_measures.at(
                "第二十条",
                Label("按生活自理能力评估结果分档", "by how far the person can care for himself or herself"),
            ),
        ),
    ),
)


# Where support is given 供养形式

tekun_wants_institution = condition_rule(
    "tekun_wants_institution",
    "china",
    Label("属于选择集中供养的特困人员", "is a tekun person who chooses an institution"),
    Person,
    dated(
        EARLIER,
        since(
            "2014-05-01",
            is_tekun_already & recorded.wants_institution,
            assistance_decree.at(
                "第十九条",
                Label("供养形式由本人选择", "the person chooses the kind of support"),
            ),
        ),
    ),
)
tekun_dispersed = condition_rule(
    "tekun_dispersed",
    "china",
    Label("属于分散供养的特困人员", "is a tekun person in dispersed support"),
    Person,
    dated(
        EARLIER,
        since(
            2019,
            is_tekun_already & recorded.support.is_one_of(TekunSupport.DISPERSED),
            dispersed_tekun_notice.at(
                "委托照料服务协议",
                Label(
                    "分散供养的特困人员都应签订；原文未见，沙坪坝和江津的规划要求失能的全部签订",
                    "for each tekun person in dispersed support; the text was not read, the plans of Shapingba and "
                    "Jiangjin ask it for all who are dependent",
                ),
            ),
        ),
    ),
)


# Provisions 规定

tekun_support = Provision(
    "tekun",
    "china",
    Label("特困人员救助供养", "support of tekun persons"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    tekun,
    amount=tekun_amount,
    starts_after=tekun_start,
    review_after=tekun_review,
    not_modelled=(
        Label(
            "省级规定的其他无劳动能力和无履行义务能力情形",
            "further cases of inability to work or to give support, which provinces may name",
        ),
        Label(
            "未成年人选择纳入孤儿或事实无人抚养儿童保障的，不再认定",
            "a minor who chooses the support of orphans or de facto unattended children is not recognised",
        ),
        Label("特困人员的财产标准可与低保不同", "the limits on assets may differ from those for Dibao"),
        Label("医疗和丧葬", "medical treatment and burial"),
    ),
)
tekun_care = Provision(
    "tekun_care",
    "china",
    Label("特困人员照料护理", "care of tekun persons"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    tekun,
    amount=tekun_care_amount,
    starts_after=tekun_start,
    not_modelled=(
        Label("照料护理费支付给谁由各地规定", "to whom the payment goes is for each place to say"),
        Label("自理能力变化后10个工作日内复核", "a change is assessed anew within ten working days"),
    ),
)
tekun_institution = Provision(
    "tekun_institution",
    "china",
    Label("特困人员集中供养", "support of tekun persons in institutions"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.SERVICE,
    tekun_wants_institution,
)
tekun_care_agreement = Provision(
    "tekun_care_agreement",
    "china",
    Label("分散供养特困人员委托照料", "agreement on care for tekun persons in dispersed support"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.SERVICE,
    tekun_dispersed,
)

RULES = (
    tekun_age_of_minors,
    tekun_disability,
    tekun_minor_continues,
    tekun_without_labour,
    tekun_income,
    tekun_without_income,
    supporter_poor,
    supporter_severely_disabled,
    supporter_cannot_act,
    supporter_unable,
    supporter_able,
    tekun_without_supporter,
    tekun,
    tekun_amount,
    tekun_basic_floor,
    tekun_start,
    tekun_review,
    tekun_fully_dependent,
    tekun_partly_dependent,
    tekun_care_amount,
    tekun_wants_institution,
    tekun_dispersed,
)
PROVISIONS = (tekun_support, tekun_care, tekun_institution, tekun_care_agreement)
