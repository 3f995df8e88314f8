"""What is said on the documentation pages of jurisdictions, indicators and terms, and when they are built."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

DOCUMENTING: dict[str, Wording] = {
    "kind_clause": Wording("条款", "clause"),
    "kind_target": Wording("目标", "target"),
    "described_twice": Wording(
        "“{name}”在两页上重复出现：{pages}",
        "{name} is described on more than one page: {pages}",
        "请只保留一处指令",
        "Keep the directive on one of them",
    ),
    "shown_twice": Wording(
        "本页已经有过 {directive} {name}",
        "this page has {directive} {name} already",
        "请删去重复的指令",
        "Remove one of the two",
    ),
    "formula_unknown": Wording(
        "公式无法转换为 MathML：{why}",
        "the formula cannot be written as MathML: {why}",
        "请改写公式，或者换用其他 html_math_renderer",
        "Write it with other commands, or choose another html_math_renderer",
    ),
    # The head of a jurisdiction's page.
    "page_level": Wording("级别", "Level"),
    "page_code": Wording("区划代码", "Division code"),
    "page_part_of": Wording("上级", "Part of"),
    "page_not_installed": Wording("{name}（插件未安装）", "{name} (its plugin is not installed)"),
    "page_fictional": Wording(
        "虚构地区，文件和数字都是编造的。", "A fictional place; its documents and figures are invented."
    ),
    "page_no_plan": Wording("没有声明规划。", "No plan is declared."),
    # A plan.
    "page_plan_years": Wording("规划期", "Years"),
    "page_outlook": Wording("展望到", "Outlook to"),
    "page_document": Wording("文件", "Document"),
    "page_tables": Wording("指标与目标", "Indicators and targets"),
    "page_results": Wording("完成情况", "Results"),
    "page_results_intro": Wording(
        "“文件结论”是文件自己的说法，“核对结论”由本库按表中数字得出，两者并列。",
        "What the document says of a result stands beside what the library finds from the table's own figures.",
    ),
    "page_claim": Wording(
        "文件对全部任务的说法是“{printed}”({clause})。",
        "Of all its tasks together the document says {printed} ({clause}).",
    ),
    "page_figures": Wording("表外数字", "Figures outside the tables"),
    "page_commitments": Wording("承诺", "Commitments"),
    "page_discrepancies": Wording("矛盾之处", "Discrepancies"),
    "page_discrepancies_intro": Wording(
        "来源之间或来源内部不一致的地方，各方说法都保留。",
        "Where sources contradict each other or themselves, every side is kept.",
    ),
    "page_standards": Wording("标准", "Standards"),
    "page_provisions": Wording("规定", "Provisions"),
    "page_provisions_above": Wording("上级的规定", "Provisions from above"),
    "page_rules": Wording("其他规则", "Other rules"),
    "page_rules_intro": Wording(
        "供本地或者上下级的规定引用的规则。",
        "Rules on which provisions rest, those of this place or of those above and below.",
    ),
    "page_documents": Wording("文件与条款", "Documents and clauses"),
    # Columns.
    "page_indicator": Wording("指标", "Indicator"),
    "page_unit": Wording("单位", "Unit"),
    "page_baseline": Wording("{period}基期", "Baseline {period}"),
    "page_target": Wording("{period}目标", "Target {period}"),
    "page_growth": Wording("到{period}年均增长", "Annual growth to {period}"),
    "page_result": Wording("{period}结果", "Result {period}"),
    "page_nature": Wording("属性", "Nature"),
    "page_clause": Wording("条款", "Clause"),
    "page_document_says": Wording("文件结论", "The document says"),
    "page_library_says": Wording("核对结论", "The library finds"),
    "page_differs": Wording("与文件不一致", "differs from the document"),
    "page_blank": Wording("（空白）", "(blank)"),
    "page_yes": Wording("是", "yes"),
    "page_no": Wording("否", "no"),
    "page_period": Wording("时间", "Period"),
    "page_figure": Wording("数字", "Figure"),
    "page_promise": Wording("事项", "Promise"),
    "page_deed": Wording("类型", "Kind"),
    "page_quantity": Wording("数量", "Quantity"),
    "page_by": Wording("期限", "By"),
    "page_topic": Wording("领域", "Topic"),
    "page_from": Wording("自", "From"),
    "page_before": Wording("{period}之前", "before {period}"),
    "page_amount": Wording("金额", "Amount"),
    "page_gap": Wording("未建模：{why}", "not modelled: {why}"),
    "page_freedom": Wording("下级权限", "For jurisdictions below"),
    "page_printed": Wording("原文“{printed}”", "printed as {printed}"),
    # A discrepancy.
    "page_grade": Wording("类型", "Kind"),
    "page_sides": Wording("各方", "Sides"),
    "page_uses": Wording("采用", "Used here"),
    "page_why": Wording("理由", "Why"),
    # A provision and a rule.
    "page_kind": Wording("类型", "Kind"),
    "page_about": Wording("对象", "About"),
    "page_condition": Wording("条件", "Condition"),
    "page_starts": Wording("起始（决定当月之后）", "Starts, counted from the month of the decision"),
    "page_review": Wording("复核（决定当月之后）", "Reviewed, counted from the month of the decision"),
    "page_ends": Wording("期满（决定当月之后）", "Ends, counted from the month of the decision"),
    "page_not_modelled": Wording("未建模", "Not modelled"),
    "page_replaces": Wording("替代", "Replaces"),
    "page_since": Wording("自{period}起", "since {period}"),
    "page_gap_from": Wording("自{since}至{before}之前", "from {since}, before {before}"),
    "page_rests_on_rules": Wording("依据的规则", "Rests on rules"),
    "page_rests_on_standards": Wording("依据的标准", "Rests on standards"),
    "page_rests_on_facts": Wording("依据的事实", "Rests on facts"),
    "page_opaque": Wording(
        "“{what}”由程序计算，不能用式子表示，结果在{least}至{most}{unit}之间（{clause}）。",
        "A function computes {what}, which no tree can say; what comes out lies between {least} and {most} {unit} "
        "({clause}).",
    ),
    # A document.
    "page_issuer": Wording("发布单位", "Issued by"),
    "page_issued": Wording("发布时间", "Issued"),
    "page_issued_unknown": Wording("不详", "not known"),
    "page_number": Wording("文号", "Number"),
    "page_trust": Wording("来源", "Source"),
    "page_url": Wording("网址", "Address"),
    "page_cited": Wording("引用的条款", "Clauses cited"),
    # The catalogue of indicators.
    "page_direction": Wording("方向", "Direction"),
    "page_bounds": Wording("取值范围", "Range"),
    "page_definition": Wording("计算方法", "Definition"),
    "page_scope": Wording("口径", "Scope"),
    "page_used_in": Wording("使用的规划", "Used in"),
    "page_used_nowhere": Wording("无", "no installed plan"),
    "page_no_indicators": Wording("没有声明指标。", "No indicator is declared."),
    # The glossary.
    "page_words_of_plans": Wording("规划用语", "words of plans"),
    "page_also": Wording("又称", "Also"),
    "page_no_terms": Wording("没有声明术语。", "No term is declared."),
}
