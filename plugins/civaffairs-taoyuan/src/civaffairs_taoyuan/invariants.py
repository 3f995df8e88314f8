"""What Taoyuan's rules and standards imply for everybody: one invariant of each kind.

Those of the nation hold here too, with Taoyuan's rules and standards in place of what they replace.
"""

from civaffairs import Always, Amount, Invariant, Label, Moves, Topic, growth
from civaffairs.domain import checks
from civaffairs.domain.invariants import OfPlans, OverTime, Way, Within
from civaffairs.domain.rules.views import cemetery, household, income
from civaffairs_china.dibao import dibao_marginal, dibao_standard
from civaffairs_china.income import household_size, income_per_head
from civaffairs_china.local_standards import dibao_rural, dibao_urban
from civaffairs_china.series import urban_consumption
from civaffairs_taoyuan import plan
from civaffairs_taoyuan.documents import dibao_amendment, dibao_rules, notice_2021, plan_14, welfare_rules
from civaffairs_taoyuan.rules import (
    assets_limit,
    ecological_plots_enough,
    employment_cost,
    winter_heating_standard,
)

# A condition that holds for everybody. Its edge: an income of exactly 1.5 times the standard is not below it.
marginal_ends_at_one_and_a_half = Invariant(
    "marginal_ends_at_one_and_a_half",
    "taoyuan",
    Label(
        "人均收入恰为标准1.5倍的不是低保边缘家庭",
        "whose income per head is exactly 1.5 times the standard is not a Dibao-marginal family",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(~income_per_head.equals(dibao_standard * "1.5") | ~dibao_marginal),
    dibao_rules.at("第三十条", Label("低于1.5倍", "below 1.5 times")),
)
# What was raised covers all that it covered.
raised_assets_limit_covers_former = Invariant(
    "raised_assets_limit_covers_former",
    "taoyuan",
    Label(
        "财产不超过原限额的，限额提高后仍符合规定",
        "assets up to the former limit of 24 months are within the limit after it was raised",
    ),
    Topic.SOCIAL_ASSISTANCE,
    "Household",
    Always(
        ~(household.assets <= dibao_standard.times(household_size).times(Amount(24, "月")))
        | (household.assets <= assets_limit)
    ),
    dibao_amendment.at("第三条", Label("限额由24个月提高到36个月", "raised from 24 months to 36")),
)
# How an amount moves while one fact grows.
deduction_grows_with_wages = Invariant(
    "deduction_grows_with_wages",
    "taoyuan",
    Label("收入增加时就业成本扣减额不减少", "as an income grows, the deduction for work never falls"),
    Topic.SOCIAL_ASSISTANCE,
    "Person",
    Moves(employment_cost, income.monthly, Way.NEVER_FALLS),
    dibao_rules.at("第九条", Label("工资的五分之一，以上限为止", "a fifth of the wages, up to a cap")),
)
# Of other things than households.
three_tenths_are_enough = Invariant(
    "three_tenths_are_enough",
    "taoyuan",
    Label("节地生态墓位恰为三成即达标", "exactly three tenths of ecological plots are enough"),
    Topic.FUNERALS,
    "Cemetery",
    Always(~cemetery.ecological_plots.equals(cemetery.plots * "0.3") | ecological_plots_enough),
    welfare_rules.at("第二十条", Label("不少于三成，含三成", "at least three tenths, three tenths included")),
)
# Of standards alone: looked at on every date on which one of them changes.
heating_within_a_tenth = Invariant(
    "heating_within_a_tenth",
    "taoyuan",
    Label(
        "取暖补助标准不超过农村低保标准的一成",
        "the heating standard is at most a tenth of the rural Dibao standard",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    Always(winter_heating_standard <= dibao_rural * "0.1"),
    notice_2021.at("第六条", Label("以农村低保标准的一成为限", "up to a tenth of the rural Dibao standard")),
)
# How standards move as time goes on: from each notice to the next, or by how much from year to year.
heating_never_falls = Invariant(
    "heating_never_falls",
    "taoyuan",
    Label("取暖补助标准只增不减", "the heating standard never falls"),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(winter_heating_standard, Way.NEVER_FALLS),
    welfare_rules.at("第五条", Label("标准逐步提高", "the standard rises step by step")),
)
dibao_grows_with_consumption = Invariant(
    "dibao_grows_with_consumption",
    "taoyuan",
    Label(
        "城市低保标准每年增速不低于上年度消费支出增速",
        "each year the urban Dibao standard grows at least as consumption did in the year before",
    ),
    Topic.SOCIAL_ASSISTANCE,
    None,
    OverTime(dibao_urban, Way.NEVER_FALLS, growth(urban_consumption).previous_year),
    plan_14.at("二 表2 序号1", Label("不低于上年度消费支出增速", "at least as consumption grew")),
)
# Of figures that a plan reports: what they are figures of stands in the plan.
private_beds_among_all_beds = Invariant(
    "private_beds_among_all_beds",
    "taoyuan",
    Label("社会办养老床位不多于全部养老床位", "private beds are not more than all beds"),
    Topic.ELDERLY_CARE,
    None,
    Within(plan.private_beds.of, plan.beds.of),
    plan_14.at("一(一) 养老服务", Label("公办和社会办床位合计", "public and private beds together")),
)
# Of plans: one of the checks of plans finds nothing.
targets_within_the_plan = Invariant(
    "targets_within_the_plan",
    "taoyuan",
    Label("目标都在规划期内到期", "each target is due within the years of the plan"),
    Topic.ADMINISTRATION,
    None,
    OfPlans([checks.target_outside_plan]),
    plan_14.at("二", Label("规划期为2021至2025年", "the plan is for 2021 to 2025")),
)

INVARIANTS = (
    marginal_ends_at_one_and_a_half,
    raised_assets_limit_covers_former,
    deduction_grows_with_wages,
    three_tenths_are_enough,
    heating_within_a_tenth,
    heating_never_falls,
    dibao_grows_with_consumption,
    private_beds_among_all_beds,
    targets_within_the_plan,
)
