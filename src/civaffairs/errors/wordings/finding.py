"""What is said when a name is not known, a date lies outside, or an optional library is missing."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

FINDING: dict[str, Wording] = {
    "unknown_name": Wording(
        "没有名为“{name}”的{kind}",
        "there is no {kind} called {name!r}",
        "相近的有：{known}",
        "Known and close: {known}",
    ),
    "kind_jurisdiction": Wording("地区", "jurisdiction"),
    "kind_indicator": Wording("指标", "indicator"),
    "kind_term": Wording("术语", "term"),
    "kind_plan": Wording("规划", "plan"),
    "kind_document": Wording("文件", "document"),
    "kind_standard": Wording("标准", "standard"),
    "kind_rule": Wording("规则", "rule"),
    "kind_provision": Wording("规定", "provision"),
    "kind_field": Wording("字段", "field"),
    "kind_unit": Wording("单位", "unit"),
    "kind_column": Wording("列", "column"),
    "kind_model": Wording("模型", "model"),
    "not_in_force": Wording(
        "{day} 没有已知的取值：{why}",
        "nothing is known for {day}: {why}",
        "已知的期间是 {known}",
        "Known is {known}",
    ),
    "date_uncertain": Wording(
        "来源只写到月或年({starts}),{day} 落在其中，无法确定取值",
        "the source gives only a month or a year ({starts}), and {day} lies inside it",
        "请换用该期间之外的日期，或用 candidates() 取全部可能的值",
        "Ask for a date outside it, or take all possible values with candidates()",
    ),
    "extra_missing": Wording(
        "{purpose}需要可选库 {library}，但没有安装",
        "{purpose} needs the optional library {library}, which is not installed",
        "请运行：pip install 'civaffairs[{extra}]'",
        "Run: pip install 'civaffairs[{extra}]'",
    ),
    "purpose_excel": Wording("读写 Excel 文件", "reading and writing Excel files"),
    "purpose_charts": Wording("绘图", "drawing charts"),
}
