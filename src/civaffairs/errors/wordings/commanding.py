"""What the command line says of itself."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

COMMANDING: dict[str, Wording] = {
    "help_civaffairs": Wording(
        "民政事业发展规划：查看、跟踪、比较，每个数字都有出处。",
        "China's district civil-affairs plans: read them, follow them, compare them, each figure with its source.",
    ),
    "help_demo": Wording(
        "用已安装插件的真实规划跑一遍：终端显示进度，并写出 HTML 报告。",
        "Follow every installed real plan: progress on the terminal and a report in HTML.",
    ),
    "help_list": Wording("列出已安装的地区和规划。", "List the installed jurisdictions and plans."),
    "help_doctor": Wording(
        "检查安装和插件，别的都坏了它也能用。",
        "Examine the installation and the plugins, even where all else is broken.",
    ),
    "help_show": Wording("显示一个地区声明的全部内容。", "Show everything that a jurisdiction declares."),
    "help_facts": Wording(
        "导出来源中的每一个数字，一行一个。", "Export every figure that the sources state, one row each."
    ),
    "help_discrepancies": Wording(
        "列出来源之间或来源内部的矛盾。", "List where sources contradict each other or themselves."
    ),
    "help_evaluate": Wording(
        "用观测值跟踪一个地区的规划。", "Follow a jurisdiction's plan with observations."
    ),
    "help_decide": Wording(
        "按一个地区的规定判断一个案件：符合、不符合还是无法判断，金额多少，依据哪些条款。",
        "Decide a case by a jurisdiction's provisions: entitled, not entitled or cannot tell, how much, and why.",
    ),
    "help_compare": Wording(
        "并排比较几个地区的同一指标。", "Show the same indicators of several jurisdictions side by side."
    ),
    "help_check": Wording(
        "对一个地区做符合性测试：出处、单位、目标、矛盾、规则等；必要要求不符合又未声明时以 1 退出。",
        "Ask all that the conformance suite asks: sources, units, targets, contradictions, rules; exit with 1 where something required is neither met nor declared.",
    ),
    "help_terms": Wording(
        "列出术语；带名称时只列这些，如 civaffairs terms 低保。",
        "List the terms of the glossary, or those named, as in civaffairs terms 低保.",
    ),
    "help_schema": Wording(
        "写出一种数据的 JSON Schema；不带名称时列出全部名称。",
        "Write the JSON Schema of a kind of data; without a name, list the names.",
    ),
    "option_lang": Wording(
        "语言：zh 中文，en 英文；默认按系统区域。", "Language: zh or en; by default the locale's."
    ),
    "option_strict": Wording(
        "有插件损坏就停止，而不是跳过它。", "Stop where a plugin is broken instead of leaving it out."
    ),
    "option_topic": Wording("只列这一领域的术语。", "Only the terms of this topic."),
    "option_version": Wording("显示版本并退出。", "Show the version and exit."),
    "option_help": Wording("显示本说明并退出。", "Show this message and exit."),
    "option_json": Wording("输出 JSON。", "Write JSON."),
    "option_output": Wording("写入这个文件。", "Write to this file."),
    "option_report": Wording("HTML 报告写入这个文件。", "Write the HTML report to this file."),
    "option_format": Wording("输出格式。", "Output format."),
    "option_observations": Wording(
        "观测值文件：CSV、JSON 或 Excel。", "File of observations: CSV, JSON or Excel."
    ),
    "option_plan": Wording("规划编号；默认最近的一个。", "Id of the plan; by default the latest."),
    "option_on": Wording("按哪一天判断；默认今天。", "Day for which progress is said; by default today."),
    "option_method": Wording(
        "期限之前的进度线：直线或等比。", "Path before the date: linear or of constant growth."
    ),
    "option_template": Wording(
        "不判断，而是写出一个待填写的观测值文件。",
        "Write an observation file to fill in, instead of following.",
    ),
    "option_fail_on": Wording(
        "有约束性目标未完成(failure)，或任何目标未达到(deviation)时，以 1 退出。",
        "Exit with 1 where a binding target (failure) or any target (deviation) is missed.",
    ),
    "option_decided_on": Wording(
        "按哪一天的规定判断，如 2024-03-01；必须写明。",
        "Day for which the case is decided, as 2024-03-01; there is no default.",
    ),
    "option_provision": Wording(
        "只判断这一项，可多次使用；编号见 civaffairs show。",
        "Decide this provision only, by its id; may be given several times. See civaffairs show.",
    ),
    "option_all_reasons": Wording(
        "不符合的事项也写出全部理由。", "Give all reasons for what is not met or not due, too."
    ),
    "option_bilingual": Wording("HTML 告知书用中英两种文字。", "Write the HTML notice in both languages."),
    "option_replay": Wording(
        "与以前的 JSON 记录核对：按记录的日期重算，不同则以 1 退出。",
        "Decide again for the day of a JSON record and compare; exit with 1 where it differs.",
    ),
    "option_case_template": Wording(
        "不判断，而是写出一个待填写的案件文件。", "Write a case file to fill in, instead of deciding."
    ),
    "option_case_kind": Wording("--template 写哪一种案件。", "Kind of case that --template writes."),
    "case_or_template": Wording(
        "要么写案件文件，要么用 --template",
        "either a case file or --template is needed, and not both",
        "请写 civaffairs decide 地区 案件.json --on 日期，或 civaffairs decide 地区 --template",
        "Write civaffairs decide J CASE.json --on DAY, or civaffairs decide J --template",
    ),
    "day_unsaid": Wording(
        "没有写明按哪一天的规定判断",
        "the day for which the case is decided is not said",
        "请加 --on 2024-03-01 这样的日期",
        "Add it as --on 2024-03-01",
    ),
    "option_all_indicators": Wording(
        "也列出只有一个地区有的指标。", "Include indicators that only one of them has."
    ),
    "option_overwrite": Wording("文件已存在时覆盖。", "Replace the file where it exists."),
    "written": Wording("已写入 {path}", "written: {path}"),
    "needs_output": Wording(
        "{format} 格式要写入文件", "the format {format} needs a file", "请加 -o 文件名", "Add -o FILE"
    ),
    "plugin_left_out": Wording(
        "插件 {name}({distribution} {version})未加载，详见 civaffairs doctor",
        "the plugin {name} ({distribution} {version}) was left out; see civaffairs doctor",
    ),
    "nothing_to_follow": Wording(
        "没有已安装的真实规划",
        "no real plan is installed",
        "请安装如 civaffairs-shapingba 的插件",
        "Install a plugin such as civaffairs-shapingba",
    ),
    "two_jurisdictions": Wording(
        "比较至少要两个地区", "a comparison needs two jurisdictions", "请再写一个", "Name another one"
    ),
    "no_common_years": Wording(
        "{names} 的规划期都不同，不能比较",
        "the plans of {names} are of different years and cannot be compared",
        "请选择规划期相同的地区",
        "Choose jurisdictions with plans of the same years",
    ),
    "day_malformed": Wording(
        "“{day}”不是日期", "{day!r} is no date", "请写成 2025-12-31", "Write it as 2025-12-31"
    ),
    "title_jurisdictions": Wording("地区与规划", "Jurisdictions and plans"),
    "title_discrepancies": Wording("来源中的矛盾", "Discrepancies"),
    "title_comparison": Wording("指标比较({years})", "Comparison of indicators ({years})"),
    "title_rows": Wording("{plan}：指标", "{plan}: indicators"),
    "title_terms": Wording("术语", "Glossary"),
    "title_standards": Wording("标准", "Standards"),
    "title_recomputations": Wording("{plan}：验算", "{plan}: recomputed"),
    "title_commitments": Wording("{plan}：承诺事项", "{plan}: commitments"),
    "title_rules": Wording("规则", "Rules"),
    "title_provisions": Wording("规定事项", "Provisions"),
    "title_documents": Wording("文件", "Documents"),
    "head_id": Wording("编号", "Id"),
    "head_name": Wording("名称", "Name"),
    "head_level": Wording("级别", "Level"),
    "head_code": Wording("区划代码", "Code"),
    "head_parent": Wording("上级", "Parent"),
    "head_plans": Wording("规划", "Plans"),
    "head_standards": Wording("标准数", "Standards"),
    "head_term": Wording("术语", "Term"),
    "head_english": Wording("英文", "English"),
    "head_meaning": Wording("含义", "Meaning"),
    "head_topic": Wording("领域", "Topic"),
    "head_no": Wording("序号", "No."),
    "head_indicator": Wording("指标", "Indicator"),
    "head_baseline": Wording("基期", "Baseline"),
    "head_target": Wording("目标", "Target"),
    "head_result": Wording("结果", "Result"),
    "head_nature": Wording("属性", "Nature"),
    "head_where": Wording("出处", "Source"),
    "head_since": Wording("起始", "Since"),
    "head_value": Wording("数值", "Value"),
    "head_by": Wording("期限", "By"),
    "head_what": Wording("内容", "What"),
    "head_of": Wording("对象", "Of"),
    "head_kind": Wording("性质", "Kind"),
    "head_condition": Wording("条件", "Condition"),
    "head_amount": Wording("金额", "Amount"),
    "head_grade": Wording("类别", "Grade"),
    "head_says": Wording("各处写法", "What stands where"),
    "head_uses": Wording("模型采用", "The model uses"),
    "head_why": Wording("理由", "Why"),
    "head_part": Wording("部件", "Part"),
    "head_version": Wording("版本", "Version"),
    "head_state": Wording("状态", "State"),
    "head_printed": Wording("文中数字", "Printed"),
    "head_working": Wording("算式", "Working"),
    "head_computed": Wording("算得", "Computed"),
    "head_tolerance": Wording("允许差", "Tolerance"),
    "head_agrees": Wording("相符", "Agrees"),
    "head_remark": Wording("说明", "Remark"),
    "head_title": Wording("标题", "Title"),
    "head_issuer": Wording("发布机构", "Issuer"),
    "head_issued": Wording("发布日期", "Issued"),
    "head_trust": Wording("可信度", "Trust"),
    "plain_name": Wording("{name}", "{name}"),
    "yes": Wording("是", "yes"),
    "no": Wording("否", "no"),
    "from_baseline": Wording("{baseline} → {target}", "{baseline} → {target}"),
    "fictional_mark": Wording("{name}（虚构）", "{name} (fictional)"),
    "against_first": Wording("{target}({relation})", "{target} ({relation})"),
    "against_first_natured": Wording("{target}，{nature}({relation})", "{target}, {nature} ({relation})"),
    "defined_as": Wording("{name}\n={definition}", "{name}\n= {definition}"),
    "against_above": Wording("{said}；上级{above}({relation})", "{said}; above: {above} ({relation})"),
    "no_such_row": Wording("规划没有这一指标", "not in the plan"),
}
