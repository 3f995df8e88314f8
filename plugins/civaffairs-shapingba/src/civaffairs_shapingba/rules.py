"""Shapingba's rules and provisions, in the order of its plan for 2021-2025.

What the plan only announces is no rule: it stands under `not_modelled`. A rule of the plan is in force from the day
on which the plan was issued, what its review of 2016-2020 reports since that period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import (
    Assistance,
    AssistedPerson,
    CareInstitution,
    CommunityFacility,
    Deceased,
    Household,
    Person,
    TekunSupport,
)
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import Expr, all_of, any_of
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import deceased, elder, facility, homeless, institution, person, tekun
from civaffairs_china import local_standards as local
from civaffairs_china import tekun as national_tekun
from civaffairs_china.elders import aged_60
from civaffairs_chongqing import rules as chongqing
from civaffairs_shapingba.documents import plan_14

if TYPE_CHECKING:
    from civaffairs import Clause, Timeline

EARLIER = Label("规划印发前的规定未收录", "rules from before the plan are not modelled")
NOT_YET_DUE = Label("规划要求2025年底达到", "the plan wants it by the end of 2025")

Tree = TypeVar("Tree", bound=Expr)


def _from_the_plan(tree: Tree, clause: Clause) -> Timeline[Tree]:
    return dated(EARLIER, since("2023-02-13", tree, clause))


# 一(一): the review of 2016-2020. Who pays nothing for a basic funeral.

funeral_waiver = condition_rule(
    "funeral_waiver",
    "shapingba",
    Label("符合免除基本丧葬服务费条件", "meets the conditions of the waiver of basic funeral fees"),
    Deceased,
    dated(
        EARLIER,
        since(
            "2016..2020",
            any_of(
                deceased.assistance.is_one_of(Assistance.DIBAO, Assistance.TEKUN),
                deceased.veteran_benefits,
                deceased.martyr,
            ),
            plan_14.at(
                "一(一) 殡葬事业长足发展",
                Label(
                    "低保对象、特困人员、重点优抚对象和烈士免费",
                    "free for Dibao recipients, tekun persons, members of the key entitled groups and martyrs",
                ),
            ),
        ),
    ),
)


# 三(一)3: the lower limit of the tekun standard.

tekun_basic_floor = amount_rule(
    "tekun_basic_floor",
    "shapingba",
    Label("特困人员基本生活标准的下限", "the floor of the basic living standard of tekun persons"),
    Household,
    "元/人·月",
    _from_the_plan(
        local.dibao_urban * "1.3",
        plan_14.at(
            "三(一)3 一是",
            Label(
                "不低于城市低保标准的1.3倍，城乡相同",
                "at least 1.3 times the urban standard, in villages too",
            ),
        ),
    ),
    supersedes=national_tekun.tekun_basic_floor,
)


# 三(一)5: the homeless who stay long.

homeless_long_stay = condition_rule(
    "homeless_long_stay",
    "shapingba",
    Label("属于长期滞留人员", "is a long-stay case"),
    AssistedPerson,
    _from_the_plan(
        homeless.days_stayed > Amount(90, "天"),
        # Unlike the national rule the plan does not ask that the identity be unknown.
        plan_14.at(
            "三(一)5 一是",
            Label(
                "滞留超过3个月，读作超过90天", "a stay of more than three months, read as more than 90 days"
            ),
        ),
    ),
)


# 三(二)2 and box 2: homes made fit for elders.

adaptation_group = condition_rule(
    "home_adaptation_group",
    "shapingba",
    Label("属于分散供养特困或低保老年人", "is an elder in Dibao or in dispersed tekun support"),
    Person,
    _from_the_plan(
        aged_60
        & any_of(
            person.assistance.is_one_of(Assistance.TEKUN) & tekun.support.is_one_of(TekunSupport.DISPERSED),
            person.assistance.is_one_of(Assistance.DIBAO),
        ),
        # The text says that elders in Dibao are to follow in time, the box already counts them in: the box is
        # used, since it says what is to be carried out in these five years.
        plan_14.at(
            "专栏二 5",
            Label(
                "特困供养和低保老年人家庭；正文三(二)2 二是称低保部分“适时”扩大，取专栏",
                "elders in tekun support and in Dibao; the text, 三(二)2 二是, adds those in Dibao only in time: "
                "the box is used",
            ),
        ),
    ),
)
adaptation_need = condition_rule(
    "home_adaptation_need",
    "shapingba",
    Label("属于高龄、失能、残疾老年人", "is in need through age, dependence or disability"),
    Person,
    _from_the_plan(
        any_of(chongqing.very_old, chongqing.dependent_elder, person.disabled),
        plan_14.at(
            "专栏二 5",
            Label("高龄、失能、残疾读作有其一即可", "very old, dependent, disabled: read as any one of them"),
        ),
    ),
)
adaptation_consent = condition_rule(
    "home_adaptation_consent",
    "shapingba",
    Label("已征得房屋产权人和相邻权人同意", "has the consent of owner and neighbours"),
    Person,
    _from_the_plan(
        elder.owner_consents & elder.neighbours_consent,
        plan_14.at(
            "专栏二 5",
            Label("须经房屋产权人及相邻权人双方同意", "both the owner and the neighbours must agree"),
        ),
    ),
)
home_adaptation = condition_rule(
    "home_adaptation",
    "shapingba",
    Label("符合居家适老化改造条件", "meets the conditions of home adaptation"),
    Person,
    _from_the_plan(
        all_of(adaptation_group, adaptation_need, adaptation_consent),
        plan_14.at(
            "专栏二 5",
            Label("对象、需要和同意三项齐备", "the group, the need and the consent, all three"),
        ),
    ),
)


# 三(二)5: social workers in care institutions.

social_workers_due = amount_rule(
    "social_workers_due",
    "shapingba",
    Label("按床位应配备的社会工作者数", "the number of social workers due for the beds"),
    CareInstitution,
    "人",
    dated(
        NOT_YET_DUE,
        since(
            "2025-12-31",
            institution.beds.divided_by(Amount(100, "张/人"), "人", places=0, rounding="up"),
            plan_14.at(
                "三(二)5 一是",
                Label(
                    "每百张床位1名，按机构逐个计算，不足百张的按1名计",
                    "one for each hundred beds, read of each institution, parts of a hundred made whole",
                ),
            ),
        ),
    ),
)
institution_staffing = condition_rule(
    "institution_staffing",
    "shapingba",
    Label("社会工作者配备达标", "has enough social workers"),
    CareInstitution,
    dated(
        NOT_YET_DUE,
        since(
            "2025-12-31",
            institution.social_workers >= social_workers_due,
            plan_14.at(
                "三(二)5 一是",
                Label("2025年底每百张床位有1名社会工作者", "one for each hundred beds by the end of 2025"),
            ),
        ),
    ),
)


# 三(三)1: elders. The assessment is the basis of what is paid to them.

dependent_elder_allowance = condition_rule(
    "dependent_elder_allowance",
    "shapingba",
    Label(
        "符合经济困难的高龄失能老年人补贴条件",
        "meets the conditions of the allowance for very old and dependent elders",
    ),
    Person,
    _from_the_plan(
        chongqing.dependent_elder_group & elder.ability_assessed,
        # 老年人补贴 is read of those that hang on dependence: the old-age allowance hangs on age alone.
        plan_14.at(
            "三(三)1 一是",
            Label(
                "能力评估结果是领取老年人补贴的依据，读作须先评估；高龄津贴只看年龄，不在其内",
                "the assessment is the basis of allowances to elders, read as a precondition; not of the "
                "old-age allowance, which goes by age alone",
            ),
        ),
    ),
    supersedes=chongqing.dependent_elder_allowance,
)
living_alone_plan = condition_rule(
    "living_alone_plan",
    "shapingba",
    Label("属于独居老年人", "is an elder who lives alone"),
    Person,
    _from_the_plan(
        aged_60 & elder.lives_alone,
        plan_14.at(
            "三(三)1 一是", Label("独居老年人一人一策", "a plan of one's own for each elder who lives alone")
        ),
    ),
)


# 三(四) and box 5: community centres to be upgraded.

community_centre_upgrade = condition_rule(
    "community_centre_upgrade",
    "shapingba",
    Label("属于应改造升级的社区综合服务设施", "is a community centre to be upgraded"),
    CommunityFacility,
    _from_the_plan(
        any_of(
            facility.office_area <= Amount(800, "平方米"),
            facility.scattered,
            facility.badly_sited,
        ),
        plan_14.at(
            "专栏五 1",
            Label(
                "面积800平方米以下(含)、分散、位置不合理，读作有其一即可",
                "800 m² or less, scattered, badly sited: read as any one of them",
            ),
        ),
    ),
)


# 三(六)2: funerals.

ecological_burial_reward = condition_rule(
    "ecological_burial_reward",
    "shapingba",
    Label("符合生态安葬奖补条件", "meets the condition of the reward for ecological burial"),
    Deceased,
    _from_the_plan(
        deceased.ecological_burial,
        plan_14.at("三(六)2 二是", Label("落实生态安葬奖补", "ecological burial is rewarded")),
    ),
)
ecological_burial_reward_amount = amount_rule(
    "ecological_burial_reward_amount",
    "shapingba",
    Label("生态安葬奖补金额", "reward for ecological burial"),
    Deceased,
    "元",
    _from_the_plan(
        local.ecological_burial_reward,
        plan_14.at("三(六)2 二是", Label("未写明金额", "the amount is not given")),
    ),
)

RULES = (
    funeral_waiver,
    tekun_basic_floor,
    homeless_long_stay,
    adaptation_group,
    adaptation_need,
    adaptation_consent,
    home_adaptation,
    social_workers_due,
    institution_staffing,
    dependent_elder_allowance,
    living_alone_plan,
    community_centre_upgrade,
    ecological_burial_reward,
    ecological_burial_reward_amount,
)

PROVISIONS = (
    Provision(
        "funeral_waiver",
        "shapingba",
        Label("免除基本丧葬服务费", "waiver of basic funeral fees"),
        Topic.FUNERALS,
        ProvisionKind.SERVICE,
        funeral_waiver,
        not_modelled=(
            Label("免除的项目和限额", "which fees are waived, and up to how much"),
            Label("是否要求本地户籍、火化", "whether a local register or cremation is asked for"),
            Label(
                "规划称将免除城乡困难群众的费用，扩大到哪些人尚未写明",
                "the plan wants to free all residents in difficulty, and does not say who they are",
            ),
        ),
    ),
    Provision(
        "homeless_settlement",
        "shapingba",
        Label("长期滞留流浪乞讨人员落户安置", "settlement of the homeless after a long stay"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.SERVICE,
        homeless_long_stay,
        not_modelled=(
            Label("落户后享受哪些社会保障", "which benefits those settled here receive"),
            Label(
                "身份已查明者是接送返回还是落户",
                "whether those of known identity are settled or escorted home",
            ),
        ),
        supersedes="china",
    ),
    Provision(
        "home_adaptation",
        "shapingba",
        Label("居家适老化改造", "home adaptation"),
        Topic.ELDERLY_CARE,
        ProvisionKind.SERVICE,
        home_adaptation,
        not_modelled=(
            Label("每户的改造项目和限额", "what is done in each home, and up to how much"),
            Label("半失能老年人是否包括在内", "whether the partly dependent are included"),
        ),
    ),
    Provision(
        "institution_staffing",
        "shapingba",
        Label("养老机构社会工作者配备", "social workers in care institutions"),
        Topic.ELDERLY_CARE,
        ProvisionKind.REQUIREMENT,
        institution_staffing,
        not_modelled=(
            Label("每千名老年人1名社会工作者，对象是全区", "one for each 1000 elders: it binds the district"),
            Label("护理人员持证上岗率90%是全区指标", "90% of caregivers certified: a target of the district"),
        ),
    ),
    Provision(
        "living_alone_plan",
        "shapingba",
        Label("独居老年人一人一策", "individual plan for elders who live alone"),
        Topic.ELDERLY_CARE,
        ProvisionKind.SERVICE,
        living_alone_plan,
        not_modelled=(Label("服务内容", "what the plan contains"),),
    ),
    Provision(
        "community_centre_upgrade",
        "shapingba",
        Label("社区综合服务设施改造升级", "upgrade of community centres"),
        Topic.COMMUNITY,
        ProvisionKind.SERVICE,
        community_centre_upgrade,
        not_modelled=(Label("改造次序和经费", "the order of works and their cost"),),
    ),
    Provision(
        "ecological_burial_reward",
        "shapingba",
        Label("生态安葬奖补", "reward for ecological burial"),
        Topic.FUNERALS,
        ProvisionKind.CASH,
        ecological_burial_reward,
        amount=ecological_burial_reward_amount,
        not_modelled=(
            Label("金额和安葬方式", "the amount, and which ways of burial count"),
            Label("火化奖补", "the reward for cremation"),
        ),
    ),
)
