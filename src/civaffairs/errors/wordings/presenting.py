"""What tables, pages, workbooks and charts are labelled with."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

PRESENTING: dict[str, Wording] = {
    # What is not there, and says so.
    "cell_not_known": Wording("—（{why}）", "— ({why})"),
    "nothing_declared": Wording("来源没有写明", "the source does not say"),
    "baseline_not_given": Wording("规划没有给出基期值", "the plan gives no baseline"),
    "observation_not_given": Wording("没有观测值", "there is no observation"),
    "growth_target": Wording("年均增长{target}", "average annual growth {target}"),
    "milestone_target": Wording("{target}（阶段目标）", "{target} (milestone)"),
    # Headings of columns.
    "heading_number": Wording("序号", "No."),
    "heading_indicator": Wording("指标", "Indicator"),
    "heading_indicator_name": Wording("指标（规范名称）", "Indicator (common name)"),
    "heading_heading": Wording("指标（原文）", "Indicator (as printed)"),
    "heading_nature": Wording("性质", "Nature"),
    "heading_baseline": Wording("基期值", "Baseline"),
    "heading_baseline_period": Wording("基期", "Baseline of"),
    "heading_target": Wording("目标", "Target"),
    "heading_target_low": Wording("目标下限", "Target from"),
    "heading_target_high": Wording("目标上限", "Target to"),
    "heading_due": Wording("期限", "Due"),
    "heading_observation": Wording("观测值", "Observed"),
    "heading_observation_period": Wording("观测期", "Observed in"),
    "heading_expected": Wording("进度线", "Path"),
    "heading_unit": Wording("单位", "Unit"),
    "heading_outcome": Wording("结论", "Outcome"),
    "heading_consequence": Wording("后果", "Consequence"),
    "heading_method": Wording("方法", "Method"),
    "heading_reason": Wording("理由", "Reason"),
    "heading_missing": Wording("还缺什么", "What is missing"),
    "heading_verdict": Wording("文件自己的结论", "What the document says"),
    "heading_differs": Wording("与文件是否不同", "Differs from the document"),
    "heading_differences": Wording("与文件结论不同", "Differing from the document"),
    "heading_notes": Wording("读法和说明", "Reading and notes"),
    "heading_clause": Wording("目标出处", "Source of the target"),
    "heading_baseline_source": Wording("基期值来源", "Source of the baseline"),
    "heading_source": Wording("观测值来源", "Source of the observation"),
    "heading_inputs": Wording("所依据的其他数据", "Other figures used"),
    "heading_plan": Wording("规划", "Plan"),
    "heading_jurisdiction": Wording("地区", "Jurisdiction"),
    "heading_years": Wording("规划期", "Years"),
    "heading_document": Wording("来源文件", "Document"),
    "heading_issuer": Wording("发文机关", "Issued by"),
    "heading_issued": Wording("发文日期", "Issued"),
    "heading_trust": Wording("来源可靠程度", "Kind of source"),
    "heading_on": Wording("评估日", "As of"),
    "heading_total": Wording("目标数", "Targets"),
    # Values.
    "said_yes": Wording("是", "yes"),
    "said_no": Wording("否", "no"),
    "verdict_reached": Wording("“{printed}”（称已达到）", "“{printed}” (says reached)"),
    "verdict_not_reached": Wording("“{printed}”（称未达到）", "“{printed}” (says not reached)"),
    "verdict_of_all": Wording(
        "{verdict}，对全部任务一并而言，见{clause}", "{verdict}, of all its tasks together: {clause}"
    ),
    "input_figure": Wording("{series} {period}：{value}", "{series}, {period}: {value}"),
    "figure_in": Wording("{value}({period})", "{value} ({period})"),
    "outcome_count": Wording("{outcome} {number}", "{number} {outcome}"),
    # The parts of a report.
    "report_title": Wording("规划进展报告", "Progress report"),
    "report_of": Wording("{jurisdiction}：{plan}", "{jurisdiction}: {plan}"),
    "report_as_of": Wording("评估日 {on}", "as of {on}"),
    "report_counts": Wording("共 {total} 项目标", "{total} targets"),
    "report_counts_one": Wording("共 {total} 项目标", "{total} target"),
    "report_no_targets": Wording("这里没有目标。", "There are no targets here."),
    "report_skip": Wording("跳到正文", "Skip to the content"),
    "report_contents": Wording("规划", "Plans"),
    "report_summary": Wording("概况", "Summary"),
    "report_summary_of": Wording("各类结论的目标数", "Number of targets per outcome"),
    "report_table": Wording("全部目标", "All targets"),
    "report_no_baselines": Wording(
        "规划没有给出任何目标的基期值。", "The plan gives no baseline for any target."
    ),
    "report_details": Wording("逐项理由", "Target by target"),
    "report_differences": Wording("文件与本库结论不同之处", "Where the document and the library differ"),
    "report_no_differences": Wording(
        "凡文件自己下了结论的目标，本库结论都与之相同。",
        "Wherever the document itself gives a verdict, the library comes to the same.",
    ),
    "report_no_verdicts": Wording("文件没有自己下结论。", "The document gives no verdicts of its own."),
    "report_claim": Wording("文件总的说法：{claim}。", "Of all results the document says {claim}."),
    "report_charts": Wording("图", "Charts"),
    "report_document_says": Wording("文件称", "The document says"),
    "report_library_finds": Wording("本库结论", "The library finds"),
    "quoted": Wording("“{text}”", "“{text}”"),
    "list_target": Wording(":{target}", ": {target}"),
    "difference_sides": Wording(
        "文件称“{says}”，本库结论“{finds}”：{why}",
        "The document says “{says}”, the library finds “{finds}”: {why}",
    ),
    "report_reasons": Wording(
        "未达到、落后或无法判断的理由", "Why targets are missed, behind or cannot be told"
    ),
    "report_methods": Wording("方法说明", "Methods"),
    "report_fictional": Wording(
        "虚构示例：以下地区、文件和数据均为虚构。",
        "A fictional example: the place, the document and all figures are made up.",
    ),
    "report_binding_missed": Wording(
        "{number} 项约束性目标未完成", "binding targets missed (failures): {number}"
    ),
    "report_expected_missed": Wording(
        "{number} 项预期性目标有偏差", "expected targets missed (deviations): {number}"
    ),
    "report_charts_left_out": Wording(
        "没有绘图，因为未安装可选库。请运行：pip install 'civaffairs[charts]'",
        "Charts are left out, because an optional library is not installed. Run: pip install 'civaffairs[charts]'",
    ),
    "report_footer": Wording(
        "由 civaffairs 生成。数字按来源原样保存和比较，不经浮点换算；缺失的数据显示为“—”，不当作零。",
        "Made by civaffairs. Figures are kept and compared exactly as their sources give them; what is missing is shown as “—” and never taken as zero.",
    ),
    "report_to_top": Wording("回到顶部", "Back to top"),
    # Methods, in a sentence each.
    "method_direct": Wording(
        "期限已到，或数值已达目标：把观测值与目标直接比较。",
        "The date has come, or the figure is there already: the observation is compared with the target itself.",
    ),
    "method_linear": Wording(
        "期限未到：从基期值经阶段目标到目标值连成直线，看观测值是否不落后于线上同期的值。",
        "Before the date: a straight line runs from the baseline over the milestones to the target, and the observation is compared with where the line stands at that moment.",
    ),
    "method_compound": Wording(
        "期限未到：按每年相同的增长率从基期值走到目标值，看观测值是否不落后于同期的值。",
        "Before the date: the same rate of growth every year leads from the baseline to the target, and the observation is compared with where it stands at that moment.",
    ),
    "method_growth": Wording(
        "目标是年均增长：用观测值与基期值之比同目标增速的乘方比较；比率类指标再按百分点比较一次，两种读法不同则无法判断。",
        "The target is average annual growth: the ratio of observation to baseline is compared with the power of the promised rate. A share is also compared in percentage points, and where the two readings differ it cannot be told.",
    ),
    # Charts.
    "chart_baseline": Wording("基期 {value}", "Baseline {value}"),
    "chart_target": Wording("目标 {value}", "Target {value}"),
    "chart_observed": Wording("{period} {value}", "{period}: {value}"),
    "chart_unit": Wording("单位：{unit}", "{unit}"),
    "chart_caption": Wording(
        "圆圈为基期值，虚线为目标，灰线为进度线，实心点为观测值。",
        "Circle: baseline. Dashes: target. Grey line: path. Dot: observation.",
    ),
    "chart_text": Wording(
        "图：{heading}。基期值 {baseline}；目标 {target}，期限{due}；观测值 {seen}；结论：{outcome}。",
        "Chart of {heading}. Baseline: {baseline}. Target: {target} by {due}. Observed: {seen}. Outcome: {outcome}.",
    ),
    # Workbooks.
    "sheet_summary": Wording("概况", "Summary"),
    # Decisions.
    "answer_yes": Wording("符合", "entitled or met"),
    "answer_cannot_tell": Wording("无法判断", "cannot tell"),
    "answer_no": Wording("不符合", "not entitled or not met"),
    "subject_named": Wording("{whom}（{name}）", "{whom} ({name})"),
    "decision_head": Wording("{place}  {on}  {case}", "{place}, {on}, {case}"),
    "decision_remark": Wording(
        "估算结果，仅供参考，不作为行政决定。",
        "A computation for information, not an administrative decision.",
    ),
    "decision_subject": Wording("【{name}】", "[{name}]"),
    "decision_of": Wording("{provision}：{outcome}", "{provision}: {outcome}"),
    "decision_because": Wording("{what}——{why}", "{what} – {why}"),
    "decision_cited": Wording("{what} [{clause}]", "{what} [{clause}]"),
    "decision_above": Wording("{what}（详见上文）", "{what} (see above)"),
    "decision_amount": Wording("金额：{amount}", "Amount: {amount}"),
    "decision_amount_unknown": Wording("所知不足以算出金额", "too little is known to compute it"),
    "decision_starts": Wording("自{month}起", "from {month}"),
    "decision_review": Wording("至迟{month}复核", "reviewed in {month} at the latest"),
    "decision_ends": Wording("至迟{month}期满", "ends in {month} at the latest"),
    "decision_missing": Wording("还需弄清：", "What would settle it:"),
    "decision_reasons": Wording("理由：", "Reasons:"),
    "decision_not_modelled": Wording(
        "来源没有写明，未作计算：", "Left open by the sources, and not computed:"
    ),
    "decision_notices": Wording("请注意：", "Please note:"),
    "decision_digest": Wording("核验码 {digest}", "digest {digest}"),
    "notice_title": Wording("政策测算告知书", "Notice of a policy computation"),
    "notice_place": Wording("测算地区", "Place"),
    "notice_on": Wording("测算日期", "Day"),
    "notice_whom": Wording("测算对象", "For"),
    "notice_household": Wording("{case}，共{number}人", "{case}, {number} members"),
    "notice_household_one": Wording("{case}，共{number}人", "{case}, {number} member"),
    "notice_summary": Wording("结论", "Results"),
    "notice_reasons": Wording("理由和依据", "Reasons and where they are laid down"),
    "notice_missing": Wording("还需弄清", "What would settle it"),
    "notice_not_modelled": Wording("来源没有写明，未作计算", "Left open by the sources, and not computed"),
    "notice_notices": Wording("请注意", "Please note"),
    "notice_digest": Wording("核验码", "Digest"),
    "notice_provision": Wording("事项", "Provision"),
    "notice_outcome": Wording("结论", "Result"),
    "notice_why": Wording("主要理由", "Main reason"),
    "notice_above": Wording("（详见上文）", "(see above)"),
    "notice_others": Wording("不符合的事项", "Not entitled or not met"),
    "notice_footer": Wording(
        "由 civaffairs 按所列规定和所填事实算出。姓名已遮盖，不含证件号码和出生日期。",
        "Computed by civaffairs from the rules cited and the facts given. Names are masked; there are no identity numbers and no dates of birth.",
    ),
}
