"""What the conformance suite says of rules that are run, rendered and held against each other."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

CONFORMING_RULES: dict[str, Wording] = {
    # Editions
    "conform_rests_on_ended": Wording(
        "“{what}”有效时，所依据的“{rule}”已经失效({days} 个变动日，至 {last})：{why}",
        "{what} is in force and rests on {rule}, which has ended (on {days} of the dates of change, the last {last}): "
        "{why}",
        "请改“{what}”的依据，或写明它到哪一天为止",
        "Let {what} rest on something else, or say until when it holds",
    ),
    "conform_rests_on_undeclared": Wording(
        "“{what}”依据规则 {rule}，这里及其上级都没有声明它({days} 个变动日，至 {last})",
        "{what} rests on the rule {rule}, which nobody declares from here up (on {days} of the dates of change, the "
        "last {last})",
        "请由钩子 civaffairs_rules 一并返回",
        "Return it from the hook civaffairs_rules too",
    ),
    "conform_circle": Wording(
        "规则互相依赖：{circle}({days} 个变动日，至 {last})",
        "the rules rest on each other: {circle} (on {days} of the dates of change, the last {last})",
        "请拆开其中一条",
        "Take one of them apart",
    ),
    "conform_not_compiled": Wording(
        "“{what}”不能编译：{why}({days} 个变动日，至 {last})",
        "{what} cannot be compiled: {why} (on {days} of the dates of change, the last {last})",
        "请看它依据的规则和标准在那一天是否相合",
        "Look at whether the rules and standards that it rests on go together on that day",
    ),
    "conform_replaces_nothing": Wording(
        "“{what}”写明取代 {above} 的同名规定，但那里没有",
        "{what} is said to replace that of {above}, where there is none",
        "请删去 supersedes=，或由 {above} 的插件声明被取代的规定",
        "Leave out supersedes=, or let the plugin of {above} declare what is replaced",
    ),
    "conform_hole": Wording(
        "“{what}”没有任何人声明，依据它的规则({rules} 条，如“{rule}”)无从判断",
        "nobody declares {what}; what rests on it cannot be told ({rules} rules, such as {rule})",
        "请声明这一标准；只知道一部分的，以 NotModelled 写明其余为何没有",
        "Declare the standard; where only some of it is known, say with NotModelled why the rest is not",
    ),
    # Rendering
    "conform_part_words_zh": Wording("中文表述", "what is said in Chinese"),
    "conform_part_words_en": Wording("英文表述", "what is said in English"),
    "conform_part_formula_zh": Wording("中文公式", "the formula with Chinese labels"),
    "conform_part_formula_en": Wording("英文公式", "the formula with English labels"),
    "conform_part_mathml_zh": Wording("中文公式(MathML)", "the formula with Chinese labels (MathML)"),
    "conform_part_mathml_en": Wording("英文公式(MathML)", "the formula with English labels (MathML)"),
    "conform_not_said": Wording(
        "{part}写不出：{error}",
        "{part} cannot be written: {error}",
        "请看其中的名称和单位",
        "Look at the labels and units in it",
    ),
    "conform_said_empty": Wording(
        "{part}是空的", "{part} is empty", "请写上名称", "Give what it consists of a label"
    ),
    "conform_said_in_chinese": Wording(
        "{part}夹有汉字：{text}",
        "{part} holds Chinese characters: {text}",
        "请改其中名称的英文",
        "Write the English of the label in it",
    ),
    "conform_said_in_english": Wording(
        "{part}没有汉字：{text}",
        "{part} holds no Chinese characters: {text}",
        "请改其中名称的中文",
        "Write the Chinese of the label in it",
    ),
    "conform_said_id": Wording(
        "{part}夹有编号 {id}：{text}",
        "{part} holds the id {id}: {text}",
        "请把编号改为名称",
        "Write a name in place of the id",
    ),
    # Engines
    "engine_disagrees": Wording(
        "{engine} 对“{what}”({day})的回答是：{found}；应当是：{expected}；个案：{case}",
        "{engine} answers for {what} on {day}: {found}; it should be: {expected}; the case: {case}",
        "规则如无误，请把这个个案报告给引擎的作者",
        "If the rule is right, report the case to whoever wrote the engine",
    ),
    "engine_reference_raises": Wording(
        "“{what}”({day})不能判断：{error}；个案：{case}",
        "{what} cannot be decided for {day}: {error}; the case: {case}",
        "请看规则中由函数计算的部分",
        "Look at what a function computes in the rule",
    ),
    "engine_raised": Wording("出错 {error}", "error {error}"),
    "engine_cannot_tell": Wording("不能判断", "cannot tell"),
    "engine_holds": Wording("符合", "yes"),
    "engine_holds_not": Wording("不符合", "no"),
    # Masking
    "conform_shown": Wording(
        "{where}露出个人信息：{what}",
        "{where} shows personal data: {what}",
        "规则的函数不得把所读的事实写进错误、日志或输出",
        "A function in a rule must write none of the facts that it reads into an error, a log or an output",
    ),
    "conform_output_decision": Wording("判断结果", "the decision"),
    "conform_output_trace": Wording("计算记录", "the trace"),
    "conform_output_refusal": Wording("拒绝判断的说明", "a refusal to decide"),
    "conform_output_lines": Wording("理由", "the reasons"),
    "conform_output_notice": Wording("告知书", "the notice"),
    "conform_output_record": Wording("判断结果的文件", "the record"),
    "conform_output_error": Wording("错误信息", "an error"),
    "conform_output_log": Wording("日志或屏幕", "a log, a warning or the screen"),
    # Invariants
    "conform_invariant_broken": Wording(
        "“{name}”不成立：{how}",
        "broken: {name}. {how}",
        "请改正规则或标准；来源就是如此的，请作为例外声明并写明理由",
        "Correct the rule or the standard; where the sources are so, declare an exemption with the reason",
    ),
    "conform_invariant_broken_on": Wording(
        "{day} 的标准不符合“{name}”",
        "the standards of {day} break: {name}",
        "请核对标准；来源就是如此的，请作为例外声明并写明理由",
        "Look the standards up; where the sources are so, declare an exemption with the reason",
    ),
    "conform_invariant_untested": Wording("“{name}”：{why}", "{name}: {why}"),
}
