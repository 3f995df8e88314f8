"""What is said when plans are compared or checked."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

COMPARING: dict[str, Wording] = {
    "headings_differ": Wording("名称写法不同({said})", "the headings differ ({said})"),
    "natures_differ": Wording("属性不同({said})", "the natures differ ({said})"),
    "binding_without_value": Wording(
        "“{indicator}”是约束性指标，却没有目标值", "{indicator} is binding and has no target value"
    ),
    "marked_reached_but_missed": Wording(
        "文件注明“{word}”，但{reason}", "the document says “{word}”, but {reason}"
    ),
    "claimed_whole_but_missed": Wording(
        "文件称“{word}”各项任务，但表中有 {missed} 项未达到",
        "the document says “{word}” of all its tasks, but its table has {missed} missed",
    ),
    "target_below_baseline": Wording(
        "目标 {target} 低于基期 {baseline}", "the target of {target} lies below the baseline of {baseline}"
    ),
    "milestone_turns_back": Wording(
        "后面的目标 {later} 低于前面的 {earlier}",
        "the later target of {later} lies below the earlier {earlier}",
    ),
    "target_outside_plan": Wording(
        "期限{by}在规划期{years}之外", "the date, {by}, lies outside the plan's years, {years}"
    ),
    "impossible_size": Wording(
        "{amount} 超出该指标可能的范围 {bounds}", "{amount} lies outside what the indicator can be, {bounds}"
    ),
    "two_values": Wording(
        "同一指标同一时期有两个数：{one}({there})和 {other}",
        "two values for one indicator and period: {one} ({there}) and {other}",
    ),
    "two_targets": Wording(
        "同一指标同一年份有两个目标：{one}({there})和{other}",
        "two targets for one indicator and year: {one} ({there}) and {other}",
    ),
    "does_not_add_up": Wording(
        "印作{printed}，按{working}算得{computed}，超出四舍五入允许的差{tolerance}",
        "printed {printed}; {working} gives {computed}, further off than rounding allows ({tolerance})",
    ),
    "promised_for_the_past": Wording(
        "期限{by}早于文件印发日期{issued}", "the date, {by}, was past when the document was issued, {issued}"
    ),
    "weaker_than_above": Wording(
        "目标{target}低于上级规划的{other}({there})",
        "the target, {target}, is weaker than {other} above ({there})",
    ),
    "less_firm_than_above": Wording(
        "此处为预期性，上级规划为约束性({there})", "expected here, and binding above ({there})"
    ),
    "below_floor": Wording(
        "{amount}低于应有的下限{least}({there})", "{amount} lies below its floor of {least} ({there})"
    ),
    "declared_problem": Wording("已声明", "declared"),
}
