"""What is said of targets, observations and progress."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

FOLLOWING: dict[str, Wording] = {
    "need_observation": Wording("缺本指标的观测值", "the indicator's own figure is missing"),
    "need_observation_of": Wording("缺{period}的{indicator}", "{indicator} of {period} is missing"),
    "need_judgement": Wording("缺“是否{what}”的判断", "whether '{what}' is so is missing"),
    "need_series": Wording("缺{series}", "{series} is missing"),
    "need_field": Wording("{model} 缺“{field}”", "{model} lacks {field}"),
    "need_register": Wording("缺登记册 {model}", "the register {model} is missing"),
    "no_growth_from_zero": Wording(
        "{series}的起点不大于零，无法算增速", "{series} starts from zero or less, so it has no growth rate"
    ),
    "nothing_to_divide_by": Wording("分母为零", "the denominator is zero"),
    "plan_gives_no_value": Wording("规划没有给出目标值：{why}", "the plan gives no value: {why}"),
    "need_baseline": Wording("缺基期值，画不出进度线", "there is no baseline, so no path can be drawn"),
    "figure_missing": Wording("观测值缺失：{why}", "there is no figure: {why}"),
    "not_yet": Wording("尚未做到“{target}”，期限是{by}", "not yet {target}; the date is {by}"),
    "growth_cannot_be_compared": Wording(
        "年均增长要求整年数、单一观测值和固定目标，这里缺其一",
        "average growth needs whole years, one figure and a fixed target, and one of them is lacking here",
    ),
    "met_at_end": Wording("{period}为 {seen}，达到{target}", "{seen} in {period} meets the target, {target}"),
    "met_early": Wording(
        "{period}为 {seen}，提前达到{target}", "{seen} in {period} meets the target ahead of time, {target}"
    ),
    "missed_at_end": Wording(
        "{period}为 {seen}，没有达到{target}", "{seen} in {period} misses the target, {target}"
    ),
    "on_path": Wording(
        "{period}为 {seen}，不落后于进度线 {path}", "{seen} in {period} keeps up with the path, {path}"
    ),
    "behind_path": Wording(
        "{period}为 {seen}，落后于进度线 {path}", "{seen} in {period} lies behind the path, {path}"
    ),
    "beyond_target": Wording(
        "{period}为 {seen}，已越过{target}", "{seen} in {period} has gone beyond the target, {target}"
    ),
    "observations_differ": Wording(
        "{of}在{period}有 {count} 个不同的数",
        "there are {count} different figures of {of} in {period}",
        "请只保留一个",
        "Keep only one",
    ),
    "too_old": Wording(
        "期限已过，最近一次观测是{period}的 {seen}",
        "the date has passed; the last observation is {seen} in {period}",
    ),
    "growth_readings_differ": Wording(
        "年均增长可读作百分数或百分点，两种读法结论不同({rate}；{points})",
        "average growth can be read as percent or as points, and the two readings differ ({rate}; {points})",
    ),
    "growth_met": Wording(
        "年均增长 {rate}，达到{target}", "average growth of {rate} meets the target, {target}"
    ),
    "growth_missed": Wording(
        "年均增长 {rate}，没有达到{target}", "average growth of {rate} misses the target, {target}"
    ),
    "interval_undecided": Wording(
        "观测区间 {seen} 中的数不都是达到或都没有达到{target}",
        "some of the observed interval {seen} may meet the target, {target}, and some not",
    ),
    "method_is_no_path": Wording(
        "“{method}”不是进度线的画法",
        "{method} is no way to draw a path",
        "请用直线进度法(LINEAR)或等比进度法(COMPOUND)",
        "Use Method.LINEAR or Method.COMPOUND",
    ),
    "method_impossible": Wording(
        "基期值或目标值不为正，不能用等比法", "the constant-growth path needs a positive baseline and target"
    ),
    "document_says": Wording("文件注明“{word}”", "the document says “{word}”"),
    "read_as": Wording("读作{target}", "read as {target}"),
}
