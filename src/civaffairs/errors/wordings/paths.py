"""What is said of paths of standards and their floors."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

PATHS: dict[str, Wording] = {
    # What cannot be told
    "path_about_cases": Wording(
        "说的不只是标准，还涉及家庭、机构或由人判断的事",
        "it speaks of more than standards: of cases, registers or what a person judges",
    ),
    "path_other_standard": Wording(
        "还涉及“{what}”，这里不设定它；要一并设定请加 --standard {id}",
        "it speaks of {what} too, which is not set here; to set it as well, add --standard {id}",
    ),
    "path_not_linear": Wording(
        "不能写成各年标准的线性不等式", "it is no linear inequality over the standards of the years"
    ),
    "path_need_level": Wording(
        "没有公布{series}；可用 --assume {id}.年份=… 假定",
        "{series} is not published; assume it with --assume {id}.YEAR=…",
    ),
    "path_need_growth": Wording(
        "没有公布{series}的增速；可用 --assume {id}.年份=5% 假定，或用 --assume {id}=5% 假定每年都如此",
        "the growth of {series} is not published; assume it with --assume {id}.YEAR=5%, or of every year with --assume {id}=5%",
    ),
    "path_lacking": Wording("{why}（缺{years}年）", "{why} (lacking: {years})"),
    # What floors are called
    "path_floor_of": Wording("{standard}不低于{bound}", "{standard}: at least {bound}"),
    "path_moves": Wording("{of}{way}", "{of} {way}"),
    "path_target": Wording("{by}目标：{indicator}{target}", "target for {by}: {indicator} {target}"),
    "path_assumed": Wording("假定", "assumed"),
    "path_used_growth": Wording(
        "{year}年{series}增长{size}（{source}）", "{series} grew by {size} in {year} ({source})"
    ),
    "path_used_level": Wording(
        "{year}年{series}为{size}（{source}）", "{series} in {year}: {size} ({source})"
    ),
    "path_set_above": Wording(
        "{standard}由{place}制定（{freedom}）", "{standard} is set by {place} ({freedom})"
    ),
    # Faults
    "path_assumption_malformed": Wording(
        "假定“{text}”读不懂",
        "the assumption {text} cannot be read",
        "请写成 urban_consumption=5%（每年增速）、urban_consumption.2022=6% 或 urban_consumption.2020=26464元/人·年",
        "Write urban_consumption=5% (growth of every year), urban_consumption.2022=6% or urban_consumption.2020=26464yuan/person/year",
    ),
    "path_years": Wording(
        "年份须是前后相连的一年或多年，至多 {most} 年",
        "the years are one or more, one after the other, and {most} at most",
        "请给出起止年份，如 --from 2021 --to 2025",
        "Give the first and the last, as --from 2021 --to 2025",
    ),
    "path_no_standard": Wording(
        "这项标准写了两次，或不是按人按月或按年计的金额（{unit}）",
        "the standard is named twice, or is no amount per person and month or year ({unit})",
        "请每项只写一次，只写这类标准",
        "Name each once, and only such standards",
    ),
    "path_nothing_to_set": Wording(
        "{place}没有低保或特困人员标准",
        "{place} has no standard of Dibao or of tekun persons",
        "请用 --standard 指明要设定的标准",
        "Name those to set with --standard",
    ),
    "path_not_among": Wording(
        "这项标准不在要设定的之中",
        "this standard is not among those that are set",
        "要设定的是：{known}",
        "Those are {known}",
    ),
    "path_step_malformed": Wording(
        "取整单位“{text}”不是大于零的金额",
        "the step {text} is no amount of money above zero",
        "请写成 1元、5元或 1角所合的 0.1元",
        "Write 1yuan, 5yuan or 0.1yuan",
    ),
    "path_start_malformed": Wording(
        "起点“{text}”不是大于零的标准",
        "the start {text} is no standard above zero",
        "请写成 620 或 620元/人·月",
        "Write 620 or 620yuan/person/month",
    ),
    "path_start_unknown": Wording(
        "{year}年末的标准未知：{why}",
        "the standard at the end of {year} is not known: {why}",
        "请用这个选项给出，如 =620，或改从更晚的年份开始",
        "Give it with this option, as =620, or begin in a later year",
    ),
    "path_recipients_unknown": Wording(
        "没有说“{standard}”发给多少人，无法计算费用",
        "it is not said for how many persons {standard} is paid, so there is no cost",
        "请写人数如 =30000，每年的人数如 =30000,31000,…，或已公布数字的名称如 =tekun_persons",
        "Give a number as =30000, one for each year as =30000,31000,…, or the id of a published figure as =tekun_persons",
    ),
    "path_recipients_malformed": Wording(
        "人数“{text}”不是一个或 {years} 个大于零的整数",
        "{text} is neither one nor {years} whole numbers above zero",
        "请写一个数，或每年一个，以逗号分开",
        "Write one number, or one for each year with commas between them",
    ),
    "path_figure_unknown": Wording(
        "当地及其上级的规划都没有公布名为“{name}”的人数",
        "no plan of the place or above it reports a number of persons called {name}",
        "civaffairs facts 列出已公布的数字；也可以直接写人数",
        "civaffairs facts lists what is published; or write the number itself",
    ),
    "path_paid_malformed": Wording(
        "平均发放比例“{text}”不在 0 到 100% 之间",
        "the average share that is paid, {text}, is not above 0 and up to 100 %",
        "请写成 65%",
        "Write it as 65%",
    ),
    "path_pair_malformed": Wording(
        "“{text}”不是 名称=值",
        "{text} is not NAME=VALUE",
        "请写成 dibao_urban=…",
        "Write dibao_urban=…",
    ),
    "kind_series": Wording("数列", "series"),
    # What was found
    "path_found": Wording(
        "最省的路径，求解器已证明没有更省的（问了 {searches} 次）",
        "the cheapest path; the solver proved that none is cheaper (asked {searches} times)",
    ),
    "path_none": Wording(
        "没有路径能守住全部底线：下面 {floors} 条不能同时做到，少任何一条就能",
        "no path keeps all floors: the following {floors} cannot be kept together, and without any one of them they can",
    ),
    "path_none_unsure": Wording(
        "没有路径能守住全部底线；下面 {floors} 条不能同时做到，是否还能更少没有查清",
        "no path keeps all floors; the following {floors} cannot be kept together, and whether fewer clash was not settled",
    ),
    "path_not_settled": Wording(
        "求解器在限定的步数内没有得出结论", "the solver came to no conclusion within its steps"
    ),
    "path_not_settled_least": Wording("任何路径都不少于{cost}", "no path costs less than {cost}"),
    # Tables
    "path_kicker": Wording("最省的标准路径", "The cheapest path of standards"),
    "title_path": Wording(
        "{place}：{first}至{last}年守住全部底线的最省标准",
        "{place}: the cheapest standards that keep all floors, {first} to {last}",
    ),
    "title_path_standards": Wording("最省的标准和费用", "The cheapest standards, and what they cost"),
    "title_path_binding": Wording(
        "卡住每项标准的底线：再低一步就违反（编号见下表）",
        "What holds each standard up: one step lower breaks it (numbers as below)",
    ),
    "title_path_clash": Wording("不能同时守住的底线", "Floors that clash"),
    "title_path_floors": Wording("底线", "Floors"),
    "title_path_published": Wording("已公布的标准", "The published standards"),
    "title_path_misses": Wording("已公布的标准未达到的底线", "Floors that the published standards miss"),
    "title_path_left_out": Wording("没有计入的底线", "Floors left out"),
    "head_path_year": Wording("年", "Year"),
    "head_path_number": Wording("编号", "No."),
    "head_path_cost": Wording("费用（元）", "Cost (yuan)"),
    "head_path_published_more": Wording("比最省的多（元）", "Above the cheapest (yuan)"),
    "head_path_floor": Wording("底线", "Floor"),
    "head_path_clauses": Wording("出处", "Clauses"),
    "head_path_saves": Wording("没有它可省（元）", "Cheaper without it by (yuan)"),
    "head_path_years": Wording("年份", "Years"),
    "head_path_missing_by": Wording("差", "Short by"),
    "head_path_why": Wording("原因", "Why"),
    "path_total": Wording("合计", "Total"),
    "path_in_unit": Wording("{standard}（{unit}）", "{standard} ({unit})"),
    "path_hold_of_year": Wording("{number}（{year}年的）", "{number} (of {year})"),
    "path_hold_at_least": Wording("{number}（至少{least}）", "{number} (at least {least})"),
    "path_unknown_published": Wording("未公布", "not published"),
    "path_unsettled_cell": Wording("没有查清", "not settled"),
    "path_short": Wording("{standard}差{by}，应至少{least}", "{standard} by {by}: at least {least}"),
    "path_not_one_number": Wording("不取决于单独一项标准", "not of one standard alone"),
    "path_note_cost": Wording(
        "费用是人数×标准×12个月：标准的总和，不是发放额；补差发放低于它。人数不变时，差额不改变哪条路径最省。年末的标准按全年计。",
        "Cost is recipients × standard × twelve months: a sum of standards and an upper bound on payment, since what recipients have themselves is taken off. While their number is fixed, that does not change which path is cheapest. What stands at the end of a year is taken for all of it.",
    ),
    "path_note_paid": Wording(
        "{standard}按平均发放标准的{share}计",
        "{standard} is counted at {share} of the standard, as paid on average",
    ),
    "path_note_recipients": Wording(
        "{standard}：按{persons}人计（{source}）", "{standard}: {persons} persons ({source})"
    ),
    "path_note_start": Wording(
        "{standard}：{year}年末为{amount}（{source}）", "{standard}: {amount} at the end of {year} ({source})"
    ),
    "path_note_step": Wording("标准取{step}的整倍数", "standards are multiples of {step}"),
    "path_given": Wording("自行给出", "as given"),
    "path_nature": Wording("{clause}（{nature}）", "{clause} ({nature})"),
    "path_chart_cheapest": Wording("最省", "cheapest"),
    "path_chart_published": Wording("已公布", "published"),
    # The command
    "help_path": Wording(
        "求守住全部底线的最省标准路径，逐年列出费用。",
        "Find the cheapest path of standards that keeps all floors, with its cost per year.",
    ),
    "option_path_from": Wording("第一年。", "First year."),
    "option_path_to": Wording("最后一年。", "Last year."),
    "option_path_standard": Wording(
        "要设定的标准，可重复；默认城市低保、农村低保和特困人员。",
        "A standard to set, may be repeated; by default those of Dibao and of tekun persons.",
    ),
    "option_path_recipients": Wording(
        "领取人数：标准=人数，或已公布数字的名称；可重复。",
        "Recipients, STANDARD=NUMBER or the id of a published figure; may be repeated.",
    ),
    "option_path_assume": Wording(
        "假定没有公布的数字，如 urban_consumption=5%；可重复。",
        "Assume a figure that is not published, as urban_consumption=5%; may be repeated.",
    ),
    "option_path_start": Wording(
        "第一年之前的标准，来源没有时给出；可重复。",
        "A standard before the first year, where no source has it; may be repeated.",
    ),
    "option_path_paid": Wording(
        "平均发放标准的多少，如 dibao_urban=65%；可重复。",
        "The part of a standard that is paid on average, as dibao_urban=65%; may be repeated.",
    ),
    "option_path_round": Wording("标准取它的整倍数。", "Standards are multiples of it."),
}
