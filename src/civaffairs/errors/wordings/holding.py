"""What is said of invariants: in how many cases and on which dates they were tried, and what breaks them."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

HOLDING: dict[str, Wording] = {
    "invariant_of_another": Wording(
        "“{name}”说的是{of}，不是{thing}",
        "“{name}” is about a {of}, not a {thing}",
        "请给出{whole}",
        "Give a {whole}",
    ),
    "invariant_of_more_than_a_day": Wording(
        "“{name}”说的不是某一天的事",
        "“{name}” is not about one day",
        "请用 examine()，需要时给出规划(plans=)",
        "Use examine(), with the plans where they are needed (plans=)",
    ),
    "invariant_tried_cases": Wording(
        "测试了 {cases} 个个案({days} 个日期)，没有反例",
        "tested with {cases} cases on {days} dates, none breaks it",
    ),
    "invariant_tried_dates": Wording(
        "测试了标准变动的 {days} 个日期({first} 至 {last})，没有反例",
        "tested on the {days} dates on which a standard changes, {first} to {last}; it holds on each that can be told",
    ),
    "invariant_tried_nowhere": Wording(
        "没有可测试的日期：所涉及的规定和标准都没有生效的版本",
        "there is no date to test it on: nothing that it rests on is in force here",
    ),
    "invariant_tried_plans": Wording(
        "检查了 {count} 个规划，没有发现问题", "plans checked: {count}, and nothing was found"
    ),
    "invariant_tried_figures": Wording(
        "已公布的数字比较 {count} 次，没有反例",
        "comparisons of published figures: {count}, none breaks it",
    ),
    "invariant_tried_no_plan": Wording(
        "没有可测试的：没有规划，或规划中没有可比较的数字",
        "there is nothing to test it on: no plan, or no figures in plans that can be compared",
    ),
    "invariant_undecided": Wording(
        "其中 {count} 个因标准或事实不明而不能判断",
        "of these, {count} cannot be told for want of a standard or a fact",
    ),
    "invariant_premise": Wording(
        "前提“{premise}”在 {count} 个中成立", "its premise ({premise}) held in {count}"
    ),
    "invariant_moved": Wording("所说的数额在 {count} 个中发生变动", "what it speaks of moved in {count}"),
    "invariant_vacuous": Wording(
        "没有真正测试到：前提从未成立、数额从未变动或始终不能判断",
        "not really tested: its premise never held, nothing moved, or it could never be told",
    ),
    "invariant_broken_dates": Wording("{day} 的标准不符合", "the standards of {day} break it"),
    "invariant_broken_step": Wording(
        "{day} 的标准不符合：由 {before} 变为 {after}",
        "the standards of {day} break it: {before} becomes {after}",
    ),
    "invariant_broken_plan": Wording("{where}：{what}", "{where}: {what}"),
    "figure_moves_wrong": Wording(
        "“{of}”应当{way}，到 {day} 却由 {before} 变为 {after}",
        "“{of}” {way}, but by {day} {before} becomes {after}",
    ),
    "part_above_whole": Wording(
        "部分大于总体：{part} {amount}，{whole} {total}",
        "a part larger than its whole: {part}, {amount}; {whole}, {total}",
    ),
    "invariant_broken_case": Wording("{day} 的反例：{thing}", "a case of {day} breaks it: {thing}"),
    "invariant_broken_move": Wording(
        "{day} 的反例：{fact}增加时，数额由 {before} 变为 {after}：{thing}",
        "a case of {day} breaks it: as {fact} grows, {before} becomes {after}: {thing}",
    ),
}
