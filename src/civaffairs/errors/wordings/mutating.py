"""What is said of mutants of rules, and of what cases leave untested."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

MUTATING: dict[str, Wording] = {
    "mutant": Wording("{change}：“{before}”改为“{after}”", "{change}: “{before}” becomes “{after}”"),
    "mutant_left_out": Wording("{change}：漏掉“{before}”", "{change}: “{before}” left out"),
    "mutant_edge": Wording("界限", "edge"),
    "mutant_comparison": Wording("比较", "comparison"),
    "mutant_number": Wording("数值", "number"),
    "mutant_connective": Wording("连接词", "connective"),
    "mutant_opposite": Wording("肯定与否定", "opposite"),
    "mutant_term": Wording("要件", "term"),
    "mutant_sign": Wording("加与减", "sign"),
    "mutant_rounding": Wording("取整方式", "rounding"),
    "mutant_branch": Wording("情形", "branch"),
    "mutant_year": Wording("年份", "year"),
    "help_untested": Wording(
        "列出一个地区的规则中案件没有触及的条款：改动规则，而所有案件的判断都不变。",
        "List what the cases leave untested in a jurisdiction's rules: changes that no decision shows.",
    ),
    "option_cases": Wording("案件文件(JSON)所在的目录。", "Folder with the case files (JSON)."),
    "option_untested_on": Wording(
        "按哪一天的规定判断，如 2024-03-01；可多次使用，必须写明。",
        "Day for which the cases are decided, as 2024-03-01; may be given several times; no default.",
    ),
    "option_above": Wording(
        "也列出上级的规则。", "Include the rules of the jurisdictions above, which hold here too."
    ),
    "option_at_least": Wording(
        "案件分辨出的改动少于这个百分比时，以 1 退出。",
        "Exit with 1 where the cases tell apart fewer than this percentage of the changes.",
    ),
    "no_cases": Wording(
        "“{path}”中没有案件文件",
        "there is no case file in {path}",
        "请放入 JSON 案件文件；civaffairs decide 地区 --template 可写出一个空白的",
        "Put case files in JSON there; civaffairs decide J --template writes a blank one",
    ),
    "title_untested": Wording("{name}：案件没有触及的内容", "{name}: what the cases leave untested"),
    "head_rule": Wording("规则", "Rule"),
    "head_change": Wording("改动", "Change"),
    "untested_whole": Wording(
        "没有案件取决于这一条(共 {number} 处改动)", "no decision depends on it ({number} changes)"
    ),
    "told_apart": Wording(
        "{cases} 个案件分辨出 {all} 处改动中的 {told} 处({share})",
        "{cases} cases tell {told} of {all} changes apart ({share})",
    ),
}
