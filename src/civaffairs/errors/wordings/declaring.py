"""What is said when a value is declared wrongly."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

DECLARING: dict[str, Wording] = {
    "text_missing": Wording("{of} 缺少文字", "{of} lacks its text", "请填写", "Write it"),
    "id_malformed": Wording(
        "编号“{id}”不合规则",
        "the id {id!r} is not snake_case",
        "只用小写英文字母、数字和下划线，如 nursing_bed_share",
        "Use lower-case English words with underscores, as in nursing_bed_share",
    ),
    "slug_malformed": Wording(
        "标识“{id}”不合规则",
        "the slug {id!r} is not lower-case words with hyphens",
        "只用小写英文字母、数字和连字符，如 shapingba/plan-14",
        "Use lower-case words with hyphens, as in shapingba/plan-14",
    ),
    "document_nameless": Wording(
        "文件 {id} 没有名称",
        "document {id} has no title",
        "请在 zh= 填写正式名称",
        "Give the official title as zh=",
    ),
    "locator_missing": Wording(
        "引用没有写明位置",
        "the citation does not say where",
        "请写明章节、表号、序号，如“表1 序号3”",
        "Name the chapter, table and row, as in 表1 序号3",
    ),
    "period_malformed": Wording(
        "“{period}”不是日期或期间",
        "{period!r} is no date or period",
        "请写成 2025、2022-09、2021-09-01 或 2016..2020",
        "Write 2025, 2022-09, 2021-09-01 or 2016..2020",
    ),
    "period_backwards": Wording(
        "期间 {period} 的终点早于起点", "the period {period} ends before it begins", "请对调", "Swap the ends"
    ),
    "timeline_empty": Wording(
        "时间线上没有任何取值",
        "the timeline holds no value",
        "请至少写一个 since(…)",
        "Add at least one since(…)",
    ),
    "beginning_unsaid": Wording(
        "没有说明第一个取值之前的情况",
        "nothing is said of the time before the first value",
        "请以 NotModelled(原因, before=…) 开头",
        "Begin with NotModelled(why, before=…)",
    ),
    "entry_without_start": Wording(
        "中间的空缺没有起点",
        "a gap inside the timeline has no beginning",
        "请写 NotModelled(原因, since=…, before=…)",
        "Write NotModelled(why, since=…, before=…)",
    ),
    "timeline_out_of_order": Wording(
        "起点 {start} 不晚于前一条的 {earlier}",
        "the start {start} is not after the one before, {earlier}",
        "请按时间先后排列，每个起点只写一次",
        "Put the entries in order of time and name each start once",
    ),
    "gap_does_not_close": Wording(
        "空缺到 {before} 为止，下一条却从 {start} 开始",
        "the gap lasts until {before}, but the next entry begins at {start}",
        "请使两者一致",
        "Make the two agree",
    ),
    "unit_clash": Wording(
        "单位“{left}”与“{right}”不能比较或相加",
        "the units {left} and {right} do not go together",
        "请改用同类单位",
        "Use units of one kind",
    ),
    "no_such_entry": Wording(
        "时间线上没有从 {start} 起的标准",
        "no entry of the timeline starts at {start}",
        "请照时间线上的起始日期来写",
        "Write the start as the timeline has it",
    ),
    "operand_without_amount": Wording(
        "{figure} 不是单一数值，不能参与验算",
        "{figure} is not one amount and cannot be recomputed with",
        "请改用有数值的数据",
        "Take a figure that has an amount",
    ),
    "not_exact": Wording(
        "{number} 不是精确的数",
        "{number} is not an exact number",
        "请用整数、Decimal 或文字（如 '0.48'），不要用浮点数",
        "Use an int, a Decimal or text such as '0.48', not a float",
    ),
    "no_end": Wording(
        "{value} 化成小数除不尽",
        "{value} has no end as a decimal number",
        "请写明保留位数和取舍方式(places=、rounding=)",
        "State places= and rounding=",
    ),
    "rounding_unsaid": Wording(
        "{value} 的保留位数和取舍方式没有写全或写错",
        "the rounding of {value} is not fully stated, or is none that there is",
        "请同时写明 places= 和 rounding=（{known} 之一）",
        "State both places= and rounding=, one of {known}",
    ),
    "division_by_zero": Wording(
        "{dividend} 不能除以零", "{dividend} cannot be divided by zero", "请检查除数", "Look at the divisor"
    ),
    "points_without_share": Wording(
        "百分点不能加到单位为“{unit}”的数上",
        "percentage points cannot be added to an amount in {unit}",
        "百分点只用于 % 和 ‰",
        "Points go with % and ‰ only",
    ),
    "range_backwards": Wording(
        "区间下限 {low} 大于上限 {high}",
        "the range begins at {low} and ends at {high}",
        "请对调",
        "Swap the ends",
    ),
}
DECLARING |= {
    "code_malformed": Wording(
        "区划代码“{code}”不是六位数字",
        "the division code {code!r} is not six digits",
        "请用 GB/T 2260 代码",
        "Use GB/T 2260",
    ),
    "parent_and_level": Wording(
        "“{level}”的上级填写不对",
        "a jurisdiction at the level of {level} has the wrong kind of parent",
        "国家没有上级，其他各级必须写 parent=",
        "The nation has no parent, every other level needs parent=",
    ),
    "nation_code": Wording(
        "代码 {code} 与级别不符",
        "the code {code} does not fit the level",
        "100000 专用于国家",
        "100000 is the nation's alone",
    ),
    "code_and_level": Wording(
        "代码 {code} 不是{level}代码",
        "the code {code} is not one of a {level}",
        "级别以下的位数应为 0",
        "Digits below the level must be 0",
    ),
    "mark_unknown": Wording(
        "不认识的标记“{mark}”",
        "the mark {mark!r} is not known",
        '数字照写，无数据写“--”，空白写 ""，遮盖写“***”',
        "Write a number, '--' for none, '' for a blank, '***' for a masked figure",
    ),
    "discrepancy_one_sided": Wording(
        "矛盾只写了一方", "a discrepancy has only one side", "请写出两处以上", "Name at least two places"
    ),
    "plan_years": Wording(
        "规划期 {years} 不是年份区间",
        "the plan's period {years} is no span of years",
        "请写成 2021..2025",
        "Write 2021..2025",
    ),
    "proposal_empty": Wording(
        "建议没有改变任何标准或规则",
        "the proposal changes no standard and no rule",
        "请写 standards= 或 rules=",
        "Give standards= or rules=",
    ),
    "proposal_amount": Wording(
        "建议中“{name}”的值是 {got}，不是数额",
        "what is proposed for {name} is a {got} and no amount",
        "请写 Amount(数, 单位)",
        "Write Amount(number, unit)",
    ),
    "proposal_rule": Wording(
        "建议中的规则是 {got}，不是具名规则",
        "what is proposed as a rule is a {got} and no named rule",
        "请用 amount_rule 或 condition_rule 声明",
        "Declare it with amount_rule or condition_rule",
    ),
    "declared_twice": Wording(
        "“{name}”重复声明", "{name} is declared twice", "请删去或改名", "Remove or rename one"
    ),
    "cells_and_columns": Wording(
        "有 {cells} 个单元格，表有 {columns} 列",
        "the row has {cells} cells, the table {columns} columns",
        '每列写一格，空白写 ""',
        "Write a cell for each column, '' for a blank",
    ),
    "promise_among_results": Wording(
        "结果或基期一栏写了目标",
        "a promise stands in a column of results or baselines",
        "请写数值",
        "Write a figure there",
    ),
    "no_promise": Wording(
        "目标一栏既不是数也不是目标",
        "a cell of targets holds neither a number nor a promise",
        "请写数、at_least(…)、between(…) 等",
        "Write a number, at_least(…), between(…) or the like",
    ),
    "rule_has_no_truth_yet": Wording(
        "规则在声明时没有真假，不能用 if、and、or、not，也不能连写比较",
        "a rule has no truth value while it is declared, so if, and, or, not and chained comparisons do not work",
        "请用 &、|、~，并把 a <= x <= b 写成 (a <= x) & (x <= b)",
        "Write &, |, ~, and (a <= x) & (x <= b) for a <= x <= b",
    ),
    "division_without_rounding": Wording(
        "规则中的除法没有写明取舍方式，不能用 /、//、%",
        "a division in a rule has to state its rounding, so /, // and % do not work",
        "请写 a.divided_by(b, 单位, places=…, rounding=…)",
        "Write a.divided_by(b, unit, places=…, rounding=…)",
    ),
    "rule_overflows": Wording(
        "“{what}”可能超出64位整数的范围",
        "{what} may be beyond 64 bits",
        "请缩小事实声明的上限(most=)，或减少相乘的项和小数位数",
        "Lower the bounds that the facts declare (most=), or multiply fewer terms and decimals",
    ),
    "node_not_for_cases": Wording(
        "{node} 不能用于个案规则",
        "{node} has no place in a rule about cases",
        "请改用个案的事实；公布的数据请声明为 Standard，以 LocalStandard 引用",
        "Use facts of the case; declare a published figure as a Standard and refer to it as LocalStandard",
    ),
    "field_without_range": Wording(
        "“{field}”没有声明取值范围",
        "{field} declares no range",
        "请在模型中为该事实写明 least= 和 most=",
        "Give the fact least= and most= in its model",
    ),
    "fact_out_of_sight": Wording(
        "规则针对 {of}，却用到 {model} 的事实",
        "the rule is about {of} and uses facts of {model}",
        "请通过集合引用，如 household.members.any(…)，或把规则声明为针对 {model}",
        "Reach it through a collection, as in household.members.any(…), or declare the rule for {model}",
    ),
    "supersedes_another": Wording(
        "所取代的规则 {other} 编号、对象、单位或类别不同",
        "the rule {other} that it supersedes has another id, model, unit or kind",
        "取代者与被取代者须同编号、同对象、同单位，且同为条件或同为数量",
        "Give both the same id, model and unit, and make both conditions or both amounts",
    ),
    "supersedes_itself": Wording(
        "规则不能取代本辖区自己的规则",
        "a rule cannot supersede a rule of its own jurisdiction",
        "请在原规则的时间线上加一条 since(…)",
        "Add a since(…) to the timeline of that rule",
    ),
    "supersedes_unsaid": Wording(
        "与上级（{above}）的同名规则重复，却没有写明取代它",
        "{above} above has the same, and it is not said that this one replaces it",
        "请写 supersedes=，或换一个编号",
        "Say supersedes=, or choose another id",
    ),
    "rule_rests_on_itself": Wording(
        "规则互相依赖：{circle}",
        "the rules rest on each other: {circle}",
        "请拆开其中一条",
        "Take one of them apart",
    ),
    "opaque_beyond": Wording(
        "“{what}”算出的数超出所声明的范围或小数位数",
        "what was computed for {what} is beyond the range or the decimals that are declared",
        "请检查函数，或改 least=、most=、places=",
        "Look at the function, or change least=, most= or places=",
    ),
    "not_a_term": Wording(
        "“{field}”不会是 {value}",
        "{field} is never {value}",
        "请至少写一项，可用：{known}",
        "Write at least one of: {known}",
    ),
    "amount_without_node": Wording(
        "{value} 独自构成一条规则时须先转换",
        "{value} alone makes no rule",
        "请写 as_quantity(Amount(数, 单位))",
        "Write as_quantity(Amount(number, unit))",
    ),
    "rule_undeclared": Wording(
        "规则 {rule} 被引用，却没有在{place}及其上级声明",
        "the rule {rule} is referred to and neither {place} nor those above declare it",
        "请由钩子 civaffairs_rules 一并返回",
        "Return it from the hook civaffairs_rules too",
    ),
    "provision_term": Wording(
        "期限规则 {rule} 不是整月数",
        "the rule {rule} for a term is not in whole months",
        "请以“月”为单位，除法写 places=0",
        "Give it the unit 月, and divide with places=0",
    ),
    "provision_amount_endless": Wording(
        "金额规则 {rule} 可能除不尽",
        "the amount of the rule {rule} may have no end as a decimal number",
        "请用 .rounded(单位, places=…, rounding=…) 写明取舍",
        "State the rounding with .rounded(unit, places=…, rounding=…)",
    ),
    "provision_of_two": Wording(
        "条件针对 {one}，金额或期限却针对 {other}",
        "the condition is about {one}, an amount or a term about {other}",
        "请使两者针对同一模型",
        "Make them about one model",
    ),
    "not_a_quantity": Wording(
        "{value} 不是带单位的数量",
        "{value} is no quantity with a unit",
        "请写 Amount(数, 单位)",
        "Write Amount(number, unit)",
    ),
    "not_a_condition": Wording(
        "{value} 不是条件",
        "{value} is no condition",
        "请写比较式或是否事实",
        "Write a comparison or a yes-or-no fact",
    ),
    "quotient_unit": Wording(
        "“{left}”除以“{right}”得不到“{unit}”",
        "{left} over {right} does not come out in {unit}",
        "请改单位",
        "Change the unit",
    ),
}
