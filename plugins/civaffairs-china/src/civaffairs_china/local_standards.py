"""The amounts that each place sets for itself and national rules refer to.

What a place publishes is a `Standard` of the same id in its own plugin. Where nobody published an amount, a
decision that needs it cannot be made, and says which amount is missing.
"""

from civaffairs import Label
from civaffairs.domain.rules.expr import LocalStandard

MONTHLY = "元/人·月"
YEARLY = "元/人·年"


# Dibao 最低生活保障

dibao_urban = LocalStandard("dibao_urban", Label("城市低保标准", "the urban Dibao standard"), MONTHLY)
dibao_rural = LocalStandard("dibao_rural", Label("农村低保标准", "the rural Dibao standard"), MONTHLY)
basic_pension_counted = LocalStandard(
    "basic_pension_counted",
    Label(
        "中央基础养老金中计入家庭收入的金额",
        "the part of the central basic pension that counts as income",
    ),
    "元/月",
)


# Tekun persons 特困人员

tekun_basic = LocalStandard(
    "tekun_basic", Label("特困人员基本生活标准", "the basic living standard of tekun persons"), MONTHLY
)
tekun_care_full = LocalStandard(
    "tekun_care_full",
    Label("全失能特困人员照料护理标准", "the care standard of fully dependent tekun persons"),
    MONTHLY,
)
tekun_care_half = LocalStandard(
    "tekun_care_half",
    Label("半失能特困人员照料护理标准", "the care standard of partly dependent tekun persons"),
    MONTHLY,
)
tekun_care_none = LocalStandard(
    "tekun_care_none",
    Label("自理特困人员照料护理标准", "the care standard of tekun persons who care for themselves"),
    MONTHLY,
)


# Children 儿童

orphan_institutional = LocalStandard(
    "orphan_institutional",
    Label("集中供养孤儿基本生活标准", "the basic living standard of orphans in institutions"),
    MONTHLY,
)
orphan_community = LocalStandard(
    "orphan_community",
    Label("散居孤儿基本生活标准", "the basic living standard of orphans in the community"),
    MONTHLY,
)
unattended_child = LocalStandard(
    "unattended_child",
    Label("事实无人抚养儿童基本生活补贴标准", "standard of the allowance for de facto unattended children"),
    MONTHLY,
)


# Persons with disabilities 残疾人

disability_living = LocalStandard(
    "disability_living",
    Label("困难残疾人生活补贴标准", "the living subsidy for persons with disabilities in difficulty"),
    MONTHLY,
)
disability_nursing_1 = LocalStandard(
    "disability_nursing_1",
    Label("一级重度残疾人护理补贴标准", "the nursing subsidy for disability grade 1"),
    MONTHLY,
)
disability_nursing_2 = LocalStandard(
    "disability_nursing_2",
    Label("二级重度残疾人护理补贴标准", "the nursing subsidy for disability grade 2"),
    MONTHLY,
)


# Elders 老年人

old_age_allowance_80 = LocalStandard(
    "old_age_allowance_80",
    Label("80周岁以上高龄津贴标准", "the old-age allowance from the age of 80"),
    MONTHLY,
)
old_age_allowance_100 = LocalStandard(
    "old_age_allowance_100",
    Label("100周岁以上高龄津贴标准", "the old-age allowance from the age of 100"),
    MONTHLY,
)
dependent_elder_allowance = LocalStandard(
    "dependent_elder_allowance",
    Label(
        "经济困难的高龄失能老年人养老服务补贴标准",
        "the allowance for very old and dependent elders in economic difficulty",
    ),
    MONTHLY,
)


# Funerals 殡葬

ecological_burial_reward = LocalStandard(
    "ecological_burial_reward", Label("生态安葬奖补标准", "the reward standard for ecological burial"), "元"
)


# Figures of the year before, and lines drawn by places 上年度数据和地方比例

disposable_income_previous_year = LocalStandard(
    "disposable_income_previous_year",
    Label("当地上年度人均可支配收入", "the local disposable income per head of the previous year"),
    YEARLY,
)
urban_consumption_previous_year = LocalStandard(
    "urban_consumption_previous_year",
    Label(
        "当地城镇居民上年度人均消费支出",
        "the local consumption per head of urban residents in the previous year",
    ),
    YEARLY,
)
rural_consumption_previous_year = LocalStandard(
    "rural_consumption_previous_year",
    Label(
        "当地农村居民上年度人均消费支出",
        "the local consumption per head of rural residents in the previous year",
    ),
    YEARLY,
)
rigid_spending_line = LocalStandard(
    "rigid_spending_line",
    Label("当地规定的刚性支出占比", "the local line for the share of rigid spending in income"),
    "%",
    1000,
)
