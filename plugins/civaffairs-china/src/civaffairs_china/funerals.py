"""Cemeteries: how large a plot and how tall a stone may be. Provinces may set less."""

from __future__ import annotations

from civaffairs import Amount, Label, Topic, since
from civaffairs.domain.models import Cemetery
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rules.expr import AmountRule, ConditionRule, as_quantity
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import cemetery
from civaffairs.domain.rules.vocabulary import quantity
from civaffairs_china.law import EARLIER, grave_answers, grave_interpretation

PLOT = "平方米/个墓位"
# The page on stones has no date: nothing is said of the time before it was read.
YEAR_READ = 2025
UNDATED = Label(
    "来源没有日期，只知读到时的情况", "the source has no date; known is only what it said when read"
)

single_plot_limit = amount_rule(
    "single_plot_limit",
    "china",
    Label("单人骨灰墓位占地上限", "the largest area of a single plot for ashes"),
    Cemetery,
    PLOT,
    dated(
        EARLIER,
        since(
            "1998-09-16",
            as_quantity(Amount(1, PLOT)),
            grave_interpretation.at(
                "四", Label("骨灰单人墓1平方米以内", "at most 1 m² for one person's ashes")
            ),
        ),
    ),
)
joint_plot_limit = amount_rule(
    "joint_plot_limit",
    "china",
    Label("双人骨灰墓位占地上限", "the largest area of a joint plot for ashes"),
    Cemetery,
    PLOT,
    dated(
        EARLIER,
        since(
            "1998-09-16",
            as_quantity(Amount(1, PLOT)),
            grave_interpretation.at(
                "四", Label("骨灰双人合葬墓也在1平方米以内", "at most 1 m² for two persons' ashes too")
            ),
        ),
    ),
)
single_plot_area = condition_rule(
    "single_plot_area",
    "china",
    Label("单人墓位占地符合规定", "keeps single plots within the largest area"),
    Cemetery,
    dated(
        EARLIER,
        since(
            "1998-09-16",
            quantity(Cemetery.single_plots).equals(Amount(0, "个墓位"))
            | (cemetery.single_plot_area <= single_plot_limit),
            grave_interpretation.at(
                "四", Label("最大的单人墓位不超过上限", "the largest single plot is within the limit")
            ),
        ),
    ),
)
joint_plot_area = condition_rule(
    "joint_plot_area",
    "china",
    Label("双人墓位占地符合规定", "keeps joint plots within the largest area"),
    Cemetery,
    dated(
        EARLIER,
        since(
            "1998-09-16",
            quantity(Cemetery.joint_plots).equals(Amount(0, "个墓位"))
            | (cemetery.joint_plot_area <= joint_plot_limit),
            grave_interpretation.at(
                "四", Label("最大的双人墓位不超过上限", "the largest joint plot is within the limit")
            ),
        ),
    ),
)
plot_area = condition_rule(
    "plot_area",
    "china",
    Label("墓位占地符合规定", "keeps plots within the largest area"),
    Cemetery,
    dated(
        EARLIER,
        since(
            "1998-09-16",
            single_plot_area & joint_plot_area,
            grave_interpretation.at(
                "四", Label("单人、双人墓位均不超过上限", "single and joint plots are within the limits")
            ),
        ),
    ),
)
stone_height_limit = amount_rule(
    "stone_height_limit",
    "china",
    Label("墓碑高度上限", "the greatest height of a stone"),
    Cemetery,
    "米",
    dated(
        UNDATED,
        since(
            YEAR_READ,
            as_quantity(Amount(1, "米")),
            grave_answers.at("墓碑高度", Label("地面以上1米以内", "at most 1 m above ground")),
        ),
    ),
)
stone_height = condition_rule(
    "stone_height",
    "china",
    Label("墓碑高度符合规定", "keeps stones within the greatest height"),
    Cemetery,
    dated(
        UNDATED,
        since(
            YEAR_READ,
            cemetery.stone_height <= stone_height_limit,
            grave_answers.at(
                "墓碑高度", Label("最高的墓碑不超过上限", "the tallest stone is within the limit")
            ),
        ),
    ),
)


RULES: tuple[AmountRule | ConditionRule, ...] = (
    single_plot_limit,
    joint_plot_limit,
    single_plot_area,
    joint_plot_area,
    plot_area,
    stone_height_limit,
    stone_height,
)

PROVISIONS = (
    Provision(
        "plot_area",
        "china",
        Label("墓位占地面积", "area of plots"),
        Topic.FUNERALS,
        ProvisionKind.REQUIREMENT,
        plot_area,
        not_modelled=(
            Label(
                "遗体墓的上限不在此判断：事实不分骨灰和遗体",
                "the limits for bodies are not tested here: the facts do not tell them from ashes",
            ),
            Label(
                "占地面积和使用年限由省级规定(殡葬管理条例第十一条)，可以小于全国的上限",
                "provinces set areas and terms (article 11 of the regulations) and may set less than the nation",
            ),
        ),
    ),
    Provision(
        "stone_height",
        "china",
        Label("墓碑高度", "height of stones"),
        Topic.FUNERALS,
        ProvisionKind.REQUIREMENT,
        stone_height,
        not_modelled=(
            Label(
                "来源是一个县级市的问答，并以经营性公墓为语境；全国性文件未查到",
                "the source is one county-level city's page on commercial cemeteries; no national text was found",
            ),
        ),
    ),
)
