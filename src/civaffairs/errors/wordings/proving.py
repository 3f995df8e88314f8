"""What is said when invariants are proved, cliffs are found, and the least change is looked for."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

PROVING: dict[str, Wording] = {
    "help_prove": Wording(
        "证明一个地区应当始终成立的规定，不成立的给出反例；有反例时以 1 退出。",
        "Prove what must always hold in a jurisdiction, or give a counterexample; exit with 1 where there is one.",
    ),
    "help_change": Wording(
        "一个案件最少改变哪些事实就会符合某项规定。",
        "Say which facts of a case would have to be other, and none more, for a provision to be met.",
    ),
    "option_proved_on": Wording(
        "按哪一天的规定证明；默认今天。", "Day by whose rules it is proved; by default today."
    ),
    "option_members": Wording("家庭至多多少人。", "The most members of a household."),
    "option_items": Wording(
        "每人的收入等至多多少项。", "The most items of other lists, such as the incomes of a person."
    ),
    "option_timeout": Wording("每一项至多算多少秒。", "How many seconds each may take."),
    "option_any_standards": Wording(
        "不限于当日的标准，而是对任何标准证明。",
        "Prove it for whatever the standards may be, not only those of the day.",
    ),
    "option_unknown_facts": Wording(
        "可以未知的事实也可以未知。",
        "Facts that may be unknown may be so, instead of everything being known.",
    ),
    "option_counterexamples": Wording(
        "把反例写成案件文件，放在这个目录。", "Write counterexamples as case files into this folder."
    ),
    "option_change_provision": Wording("哪一项规定(编号)。", "Which provision (its id)."),
    "option_change_on": Wording("按哪一天的规定，如 2024-03-01。", "Day by whose rules, as 2024-03-01."),
    "option_member": Wording(
        "针对个人的规定看第几名成员，从 1 数起；默认每一名。",
        "For provisions about persons, which member, counted from 1; by default each.",
    ),
    "option_disjoint": Wording(
        "所列规定或条件，任何两项不得同时符合。",
        "The names are provisions or conditions: no two of them at once.",
    ),
    "option_covered": Wording(
        "凡符合 NEED 的，应当至少符合所列规定或条件之一。",
        "Whoever meets NEED meets one of the names, provisions or conditions, at least.",
    ),
    "option_gaps": Wording(
        "没有家庭在所列规定(默认全部)中都被遗漏，而收入更高的反而符合。",
        "No household is left out by the named provisions (all by default) while one that earns more is not.",
    ),
    "option_cliffs": Wording(
        "所列规定(默认每一项)：多收入不到一元，到手最多减少多少。",
        "How much less somebody has who earns up to a yuan more, by the named provisions (each by default).",
    ),
    "title_invariants": Wording(
        "{place}应当始终成立的规定（{day}）", "What must always hold in {place} ({day})"
    ),
    "title_disjoint": Wording(
        "{place}互相排斥的规定（{day}）", "What excludes each other in {place} ({day})"
    ),
    "title_covered": Wording("{place}的覆盖情况（{day}）", "Who is covered in {place} ({day})"),
    "title_gaps": Wording("{place}各项规定之间的空档（{day}）", "Gaps between provisions in {place} ({day})"),
    "title_cliffs": Wording(
        "{place}：收入增加不超过一元，到手的最大减少额（{day}）",
        "Cliffs in {place}: the most that is lost by earning up to a yuan more ({day})",
    ),
    "not_both": Wording("“{one}”与“{other}”不同时符合", "not both: {one}; {other}"),
    "one_of_these": Wording(
        "符合“{need}”的，符合以下之一：{names}", "who meets {need} meets one of: {names}"
    ),
    "left_out": Wording(
        "没有家庭在以下各项中都被遗漏，而收入更高的反而符合：{names}",
        "none is left out while one that earns more is not: {names}",
    ),
    "left_out_by_all": Wording(
        "没有家庭在当日有规定的各项中都被遗漏，而收入更高的反而符合",
        "none is left out by all provisions of that day while one that earns more is not",
    ),
    "no_cliff": Wording("没有减少", "nothing is lost"),
    "as_said": Wording("{said}", "{said}"),
    "kind_condition": Wording("规定或条件", "provision or condition"),
    "one_at_a_time": Wording(
        "一次只能证明一种", "only one of these at a time", "请分开运行", "Run the command once for each"
    ),
    "names_missing": Wording(
        "至少要列出 {number} 项规定或条件",
        "at least {number} provisions or conditions have to be named",
        "把编号写在地区之后",
        "Write their ids behind the jurisdiction",
    ),
    "kind_invariant": Wording("应当始终成立的规定", "invariant"),
    "nothing_to_prove": Wording("{title}：没有声明。", "{title}: nothing is declared."),
    "counterexamples_with_output": Wording(
        "用 -o 目录 可以把反例写成案件文件。", "With -o DIR the counterexamples are written as case files."
    ),
    "proof_refused": Wording("不能证明：{fault}", "cannot be proved: {fault}"),
    "member_absent": Wording(
        "案件没有第 {member} 名成员",
        "the case has no member {member}",
        "成员从 1 数起，共 {members} 名",
        "Members are counted from 1, and there are {members}",
    ),
    "purpose_proving": Wording("证明", "proving"),
    "proved_up_to": Wording(
        "已证明：对不超过 {members} 人、每人收入等各不超过 {items} 项的家庭都成立",
        "proved for households of up to {members} members, with up to {items} incomes and the like each",
    ),
    "proved_for_all": Wording("已证明：对任何“{model}”都成立", "proved for every {model}"),
    "proved_date": Wording(
        "已证明：已公布的标准只在 {first} 一个日期变动，符合",
        "proved for what is published: true of the standards on {first}, the one date on which they change",
    ),
    "proved_dates": Wording(
        "已证明：已公布的标准在 {first} 至 {last} 的全部 {days} 个变动日都符合",
        "proved for what is published: true of the standards on each of the {days} dates on which they change, "
        "{first} to {last}",
    ),
    "proved_some_dates": Wording(
        "已证明：已公布的标准在 {first} 至 {last} 的 {days} 个变动日中，凡能判断的 {held} 个都符合",
        "proved for what is published: of {days} dates on which the standards change, {first} to {last}, true on "
        "each of the {held} on which all are known",
    ),
    "proved_but": Wording(
        "{said}；取决于未知各项的除外：{absent}",
        "{said}, but not where it rests on what is not known: {absent}",
    ),
    "proved_in_short": Wording("成立", "holds"),
    "proved_in_short_dates": Wording("成立（{held}/{days} 个日期）", "holds on {held} of {days} dates"),
    "scope_dates": Wording(
        "只涉及标准的，逐一核对了标准变动的每一个日期，对已公布的标准即为证明；有的日期标准未公布，不能判断",
        "What is about standards alone was looked at on every date on which one changes, which is a proof for "
        "what is published; on some dates a standard is not published, and it cannot be told",
    ),
    "only_tested": Wording(
        "只经测试：针对历年或规划中公布的数值，不用求解器",
        "only tested: about figures published over the years or in plans, of which no solver is asked",
    ),
    "exempted": Wording("{said}；已声明：{reason}", "{said}; declared: {reason}"),
    "limit_seconds": Wording("{seconds} 秒", "{seconds} seconds"),
    "limit_steps": Wording("{steps} 个求解步骤", "{steps} steps of the solver"),
    "refuted_by_case": Wording("不成立：有反例", "not so: there is a counterexample"),
    "refuted_with_standards": Wording(
        "不成立：有反例，其中 {standards}", "not so: there is a counterexample, with {standards}"
    ),
    "standard_is": Wording("{what}为{amount}", "{what} at {amount}"),
    "refuted_by_standards": Wording(
        "不成立：{days} 的标准不符合", "not so: the standards of {days} break it"
    ),
    "vacuous_premise": Wording(
        "空洞：前提从不成立（{premise}）", "says nothing: its premise never holds ({premise})"
    ),
    "vacuous_unmoved": Wording(
        "空洞：该数额从不随该事实变动", "says nothing: the quantity never moves with the fact"
    ),
    "unsettled_time": Wording("未决：{limit}内没有算完", "not settled: no end within {limit}"),
    "unsettled_time_members": Wording(
        "未决：{members} 人的家庭在 {limit}内没有算完",
        "not settled: no end within {limit} for households of {members} members",
    ),
    "unsettled_nonlinear": Wording(
        "未决：两个未定的数相乘，{limit}内没有算完",
        "not settled: open numbers are multiplied; no end within {limit}",
    ),
    "unsettled_nonlinear_members": Wording(
        "未决：两个未定的数相乘，{members} 人的家庭在 {limit}内没有算完",
        "not settled: open numbers are multiplied; no end within {limit} for households of {members} members",
    ),
    "unsettled_unknown": Wording("未决：{missing}", "not settled: {missing}"),
    "unsettled_premise": Wording(
        "未决：没有反例，但前提是否会成立未能在限定时间内确定",
        "not settled: there is no counterexample, but time ran out before it was known whether it ever applies",
    ),
    "unsettled_opaque": Wording(
        "未决：取决于函数所计算的“{what}”", "not settled: it depends on what a function computes ({what})"
    ),
    "unsettled_untried": Wording(
        "未决：求解器找到的情形未被判定程序证实，请报告这一错误",
        "not settled: what the solver found was not confirmed by the evaluation; please report it",
    ),
    "unsettled_refused": Wording(
        "未决：求解器找到的情形不能成立（{fault}），请报告这一错误",
        "not settled: what the solver found cannot be ({fault}); please report it",
    ),
    "cliff_largest": Wording("最大落差：{fall}", "the largest fall is {fall}"),
    "cliff_at_least": Wording(
        "落差至少 {fall}，限定时间内未能确定是否还有更大的",
        "a fall of {fall} at least; time ran out before it was known whether there is a larger one",
    ),
    "change_needless": Wording("已经符合，无需改变", "it is met already; nothing has to change"),
    "change_found": Wording(
        "最少改变 {facts} 项事实即可符合，有 {number} 种改法",
        "met if as few facts as these were other: {facts}; ways to do so: {number}",
    ),
    "change_impossible": Wording(
        "成员和收入等的项数不变时，改变事实也不能符合",
        "no change of facts would make it met, with as many members, incomes and the like as there are",
    ),
    "change_unknown_rule": Wording("没有找到改法，因为：{missing}", "no change was found, since: {missing}"),
    "change_opaque": Wording(
        "没有找到改法；函数所计算的“{what}”视为不变",
        "no change was found; what a function computes was taken as it is ({what})",
    ),
    "change_out_of_time": Wording("限定时间内没有算完", "time ran out"),
    "change_unknown": Wording("未知", "not known"),
    "change_nothing": Wording("没有", "none"),
    "pays_no_household": Wording(
        "“{provision}”没有给家庭或其成员的金额",
        "{provision} pays nothing to households or their members",
        "请选择给付金额的规定",
        "Choose a provision that pays an amount",
    ),
    "nothing_in_common": Wording(
        "“{one}”和“{other}”互不相关",
        "{one} and {other} have nothing in common",
        "请选择针对同一类事物的规定",
        "Choose provisions about the same kind of thing",
    ),
}
