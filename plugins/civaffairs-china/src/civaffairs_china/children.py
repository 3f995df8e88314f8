"""Children whom the state supports: orphans, de facto unattended children, children in difficulty."""

from __future__ import annotations

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import (
    Assistance,
    Guardianship,
    Parent,
    ParentState,
    Person,
    Placement,
    Schooling,
)
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import (
    AmountRule,
    ConditionRule,
    all_of,
    any_of,
    as_quantity,
    cases,
    greatest,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import child, parent, person
from civaffairs_china.law import (
    EARLIER,
    children_in_difficulty_opinion,
    education_grant_measures,
    education_grant_measures_2025,
    orphan_opinion,
    tomorrow_plan_measures,
    unattended_children_opinion,
)
from civaffairs_china.local_standards import orphan_community, orphan_institutional

ONE_PERSON = Amount(1, "人")


# Orphans (国办发〔2010〕54号)

minor = condition_rule(
    "minor",
    "china",
    Label("未满18周岁", "is under 18"),
    Person,
    dated(
        EARLIER,
        since(
            "2010-11",
            person.age < Amount(18, "岁"),
            orphan_opinion.at("一", Label("未成年人指未满18周岁", "minors are those under 18")),
        ),
    ),
)
orphan = condition_rule(
    "orphan",
    "china",
    Label("属于孤儿", "is an orphan under 18"),
    Person,
    dated(
        EARLIER,
        since(
            "2010-11",
            minor & child.orphan,
            orphan_opinion.at(
                "一",
                Label(
                    "失去父母或者查找不到生父母的未成年人",
                    "minors whose parents are lost or cannot be found",
                ),
            ),
        ),
    ),
)
orphan_allowance_amount = amount_rule(
    "orphan_allowance_amount",
    "china",
    Label("孤儿基本生活费", "basic living allowance of an orphan"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2010-11",
            cases(
                (
                    child.placement.is_one_of(Placement.INSTITUTION),
                    orphan_institutional.times(ONE_PERSON),
                ),
                otherwise=orphan_community.times(ONE_PERSON),
            ),
            orphan_opinion.at(
                "二(一)",
                Label(
                    "机构养育与社会散居分别定标准，由各省规定",
                    "one standard for institutions and one for the community, set by provinces",
                ),
            ),
        ),
    ),
)


# De facto unattended children (民发〔2019〕62号)

parent_unable = condition_rule(
    "parent_unable",
    "china",
    Label(
        "处于重残、重病、服刑在押、强制隔离戒毒、被限制人身自由或者失联状况",
        "is severely disabled, seriously ill, in prison, in detoxification, restrained or out of contact",
    ),
    Parent,
    dated(
        EARLIER,
        since(
            "2020-01-01",
            parent.state.is_one_of(ParentState.SEVERELY_DISABLED, ParentState.SERIOUSLY_ILL)
            | (
                parent.state.is_one_of(
                    ParentState.IMPRISONED,
                    ParentState.IN_DETOX,
                    ParentState.RESTRAINED,
                    ParentState.OUT_OF_CONTACT,
                )
                & (parent.months >= Amount(6, "月"))
            ),
            unattended_children_opinion.at(
                "一",
                Label(
                    "重残指一、二级残疾或三、四级精神、智力残疾；限制自由和失联须6个月以上",
                    "severe means grade 1-2, or 3-4 if mental or intellectual; "
                    "restraint and loss of contact count from six months",
                ),
            ),
        ),
    ),
)
parent_gone = condition_rule(
    "parent_gone",
    "china",
    Label("属于死亡或者被宣告失踪情形", "is dead or declared missing"),
    Parent,
    dated(
        EARLIER,
        since(
            "2020-01-01",
            parent.state.is_one_of(ParentState.DEAD, ParentState.MISSING),
            unattended_children_opinion.at(
                "一", Label("失踪指法院宣告失踪", "missing means declared missing by a court")
            ),
        ),
    ),
)
parent_remains = condition_rule(
    "parent_remains",
    "china",
    Label("能履行抚养义务", "is able to bring the child up"),
    Parent,
    dated(
        EARLIER,
        since(
            "2020-01-01",
            ~(parent_unable | parent_gone),
            unattended_children_opinion.at(
                "一", Label("不属于所列任何情形", "in none of the listed situations")
            ),
        ),
    ),
)
# The text speaks of both parents; a child with one parent by law is judged by that parent.
# Where both are dead or missing, the child is an orphan and not this.
unattended_child = condition_rule(
    "unattended_child",
    "china",
    Label("属于事实无人抚养儿童", "is a de facto unattended child"),
    Person,
    dated(
        EARLIER,
        since(
            "2020-01-01",
            all_of(
                minor,
                ~orphan,
                child.parents.any(parent_unable),
                ~child.parents.any(parent_remains),
            ),
            unattended_children_opinion.at(
                "一",
                Label(
                    "父母双方均有所列情形，或者一方死亡、失踪而另一方有所列情形",
                    "both parents are in a listed situation, or one is dead or missing and the other is",
                ),
            ),
        ),
    ),
)
# The text wants a standard in keeping with that of orphans; it is read as that of orphans in the community,
# which places may replace with a standard of their own.
unattended_child_standard = amount_rule(
    "unattended_child_standard",
    "china",
    Label("事实无人抚养儿童基本生活补贴标准", "standard of the allowance for de facto unattended children"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2020-01-01",
            orphan_community.times(ONE_PERSON),
            unattended_children_opinion.at(
                "三(一)",
                Label(
                    "与当地孤儿保障标准相衔接；模型取散居孤儿标准",
                    "in keeping with the local standard of orphans; read as that of orphans in the community",
                ),
            ),
        ),
    ),
)
unattended_child_amount = amount_rule(
    "unattended_child_amount",
    "china",
    Label("事实无人抚养儿童基本生活补贴", "allowance of a de facto unattended child"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2020-01-01",
            greatest(unattended_child_standard - person.other_benefits, Amount(0, "元/月")),
            unattended_children_opinion.at(
                "三(一)",
                Label(
                    "已领低保金、特困供养金或残疾人生活补贴的补足差额，其他全额",
                    "the difference to Dibao, tekun support or the living subsidy, otherwise in full",
                ),
            ),
        ),
    ),
)
unattended_child_start = amount_rule(
    "unattended_child_start",
    "china",
    Label("事实无人抚养儿童基本生活补贴起发月数", "wait for the allowance for de facto unattended children"),
    Person,
    "月",
    dated(
        EARLIER,
        since(
            "2020-01-01",
            as_quantity(Amount(1, "月")),
            unattended_children_opinion.at(
                "二(三)", Label("确认的次月起", "from the month after the confirmation")
            ),
        ),
    ),
)


# Children in difficulty (国发〔2016〕36号), in three groups

child_of_poor_family = condition_rule(
    "child_of_poor_family",
    "china",
    Label("因家庭贫困陷入困难", "is in difficulty through the poverty of the family"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-06",
            person.economic_hardship
            | person.assistance.is_one_of(
                Assistance.DIBAO, Assistance.TEKUN, Assistance.DIBAO_MARGINAL, Assistance.RIGID_SPENDING
            ),
            children_in_difficulty_opinion.at(
                "前言",
                Label(
                    "家庭贫困的；模型以救助对象身份或经济困难认定为准",
                    "family poverty; read as belonging to an assisted group or found to be in hardship",
                ),
            ),
        ),
    ),
)
disabled_child = condition_rule(
    "disabled_child",
    "china",
    Label("因自身残疾陷入困难", "is in difficulty through a disability"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-06",
            person.disabled,
            children_in_difficulty_opinion.at("前言", Label("自身残疾的", "the child's own disability")),
        ),
    ),
)
child_without_care = condition_rule(
    "child_without_care",
    "china",
    Label("因家庭监护缺失陷入困难", "is in difficulty for want of a guardian"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-06",
            child.guardianship.is_one_of(Guardianship.NONE) | orphan,
            children_in_difficulty_opinion.at(
                "前言、二(四)",
                Label("家庭监护缺失的，包括失去父母的", "no guardian in the family, orphans included"),
            ),
        ),
        since(
            "2020-01-01",
            any_of(child.guardianship.is_one_of(Guardianship.NONE), orphan, unattended_child),
            unattended_children_opinion.at(
                "前言",
                Label(
                    "事实无人抚养儿童保障是困境儿童保障的一部分",
                    "the protection of unattended children is part of that of children in difficulty",
                ),
            ),
        ),
    ),
)
child_in_difficulty = condition_rule(
    "child_in_difficulty",
    "china",
    Label("属于困境儿童", "is a child in difficulty"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-06",
            minor & any_of(child_of_poor_family, disabled_child, child_without_care),
            children_in_difficulty_opinion.at("前言", Label("三类困境儿童", "the three groups")),
        ),
    ),
)


# The Tomorrow Plan and the education grant, both for orphans and paid from the welfare lottery

grown_orphan = condition_rule(
    "grown_orphan",
    "china",
    Label("属于年满18周岁的孤儿", "is an orphan who has turned 18"),
    Person,
    dated(
        EARLIER,
        since(
            "2019-03-01",
            (person.age >= Amount(18, "岁")) & child.orphan,
            tomorrow_plan_measures.at(
                "报道", Label("年满18周岁后的孤儿", "orphans after they have turned 18")
            ),
        ),
    ),
)
orphan_at_school = condition_rule(
    "orphan_at_school",
    "china",
    Label("属于成年后仍在校就读的孤儿", "is a grown orphan still at school"),
    Person,
    dated(
        EARLIER,
        since(
            "2019-03-01",
            grown_orphan
            & person.schooling.is_one_of(
                Schooling.COMPULSORY,
                Schooling.SENIOR_SECONDARY,
                Schooling.VOCATIONAL,
                Schooling.UNDERGRADUATE,
                Schooling.POSTGRADUATE,
            ),
            tomorrow_plan_measures.at(
                "报道", Label("年满18周岁后仍在校就读的", "those still at school after 18")
            ),
        ),
    ),
)
tomorrow_plan_eligible = condition_rule(
    "tomorrow_plan_eligible",
    "china",
    Label("符合明天计划手术资助条件", "meets the conditions of surgery under the Tomorrow Plan"),
    Person,
    dated(
        EARLIER,
        since(
            "2016-06",
            orphan & child.surgery_indicated,
            children_in_difficulty_opinion.at(
                "二(五)",
                Label(
                    "社会散居孤儿也纳入；手术适应症见地方规划的解释",
                    "orphans in the community included; that surgery must be indicated is from district plans",
                ),
            ),
        ),
        since(
            "2019-03-01",
            (orphan | orphan_at_school) & child.surgery_indicated,
            tomorrow_plan_measures.at(
                "报道",
                Label("扩大到成年后仍在校就读的孤儿", "extended to orphans who are still at school after 18"),
            ),
        ),
    ),
)
education_grant_eligible = condition_rule(
    "education_grant_eligible",
    "china",
    Label("符合孤儿助学条件", "meets the conditions of the education grant for orphans"),
    Person,
    dated(
        EARLIER,
        since(
            "2019-07",
            grown_orphan
            & person.schooling.is_one_of(
                Schooling.VOCATIONAL, Schooling.UNDERGRADUATE, Schooling.POSTGRADUATE
            ),
            education_grant_measures.at(
                "项目主要内容",
                Label(
                    "中等职业学校、高等学校的中专、专科、本科和研究生",
                    "vocational schools, colleges, undergraduate and postgraduate study",
                ),
            ),
        ),
        since(
            "2025-04",
            grown_orphan
            & person.schooling.is_one_of(
                Schooling.SENIOR_SECONDARY,
                Schooling.VOCATIONAL,
                Schooling.UNDERGRADUATE,
                Schooling.POSTGRADUATE,
            ),
            education_grant_measures_2025.at(
                "报道", Label("增加普通高中", "ordinary senior secondary schools added")
            ),
        ),
    ),
)
education_grant_amount = amount_rule(
    "education_grant_amount",
    "china",
    Label("孤儿助学金", "education grant of an orphan"),
    Person,
    "元/年",
    dated(
        EARLIER,
        since(
            "2019-07",
            as_quantity(Amount(10000, "元/年")),
            education_grant_measures.at(
                "项目主要内容", Label("每人每学年1万元", "10 000 yuan for each school year")
            ),
        ),
    ),
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    minor,
    orphan,
    orphan_allowance_amount,
    parent_unable,
    parent_gone,
    parent_remains,
    unattended_child,
    unattended_child_standard,
    unattended_child_amount,
    unattended_child_start,
    child_of_poor_family,
    disabled_child,
    child_without_care,
    child_in_difficulty,
    grown_orphan,
    orphan_at_school,
    tomorrow_plan_eligible,
    education_grant_eligible,
    education_grant_amount,
)

PROVISIONS = (
    Provision(
        "orphan_allowance",
        "china",
        Label("孤儿基本生活费", "basic living allowance for orphans"),
        Topic.CHILD_WELFARE,
        ProvisionKind.CASH,
        orphan,
        amount=orphan_allowance_amount,
        not_modelled=(
            Label(
                "起发时间和18周岁后的延续由各地规定",
                "places say when it starts and whether it goes on after 18",
            ),
        ),
    ),
    Provision(
        "unattended_child_allowance",
        "china",
        Label("事实无人抚养儿童基本生活补贴", "allowance of a de facto unattended child"),
        Topic.CHILD_WELFARE,
        ProvisionKind.CASH,
        unattended_child,
        amount=unattended_child_amount,
        starts_after=unattended_child_start,
        not_modelled=(
            Label("重病的范围由各地规定", "places say which illnesses are serious"),
            Label(
                "乡镇查验和县级确认各15个工作日",
                "15 working days each for the township's check and the county's confirmation",
            ),
            Label(
                "父母双方死亡或者失踪的，按孤儿办理",
                "a child whose parents are both dead or missing is treated as an orphan",
            ),
        ),
    ),
    Provision(
        "child_in_difficulty",
        "china",
        Label("困境儿童", "child in difficulty"),
        Topic.CHILD_WELFARE,
        ProvisionKind.STATUS,
        child_in_difficulty,
        not_modelled=(
            Label(
                "监护不当致虐待、遗弃、意外伤害、不法侵害的，须由人判断",
                "abuse, abandonment, injury and crime through improper guardianship are for people to judge",
            ),
            Label(
                "其他困境儿童的基本生活保障由各地规定",
                "places decide on the living protection of other children in difficulty",
            ),
        ),
    ),
    Provision(
        "tomorrow_plan",
        "china",
        Label("孤儿医疗康复明天计划(手术)", "Tomorrow Plan for orphans: surgery"),
        Topic.CHILD_WELFARE,
        ProvisionKind.SERVICE,
        tomorrow_plan_eligible,
        not_modelled=(
            Label(
                "2019年起也资助手术以外的医疗康复和体检",
                "since 2019 other treatment and check-ups are paid for too",
            ),
            Label("疗效不确定的先由专家评估", "experts first assess treatment of doubtful effect"),
        ),
    ),
    Provision(
        "education_grant",
        "china",
        Label("福彩圆梦·孤儿助学金", "education grant for orphans"),
        Topic.CHILD_WELFARE,
        ProvisionKind.CASH,
        education_grant_eligible,
        amount=education_grant_amount,
        not_modelled=(
            Label(
                "金额按学年计，按月或按季发放", "the amount is for a school year, paid monthly or quarterly"
            ),
            Label(
                "全国办法只列硕士研究生，重庆和江津另列博士；模型不分",
                "the national rules name master's study only, Chongqing and Jiangjin doctoral study too; "
                "the model does not tell them apart",
            ),
            Label(
                "2025年起被收养的须为残疾孤儿；收养情况未收录",
                "since 2025 those adopted must be disabled; adoption is not recorded",
            ),
        ),
    ),
)
