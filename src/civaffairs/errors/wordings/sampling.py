"""What is said of synthetic populations and registers."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

SAMPLING: dict[str, Wording] = {
    "purpose_sampling": Wording("生成样本", "drawing a sample"),
    "purpose_registers": Wording("读写 Parquet 和 CSV 登记册", "registers in Parquet and CSV"),
    "folder_taken": Wording(
        "“{path}”已经存在，且不是空目录",
        "{path} is there already and is no empty folder",
        "请换一个名称，或先把它移走",
        "Give another name, or move it away first",
    ),
    "sample_is_synthetic": Wording(
        "全部为随机生成的虚构数据，不涉及任何真实的人或机构；标为“默认值”的数和报告所列的其他假定不是任何地方的统计",
        "everything here is made up at random and about nobody; figures marked as default are no statistics, nor is what else the report lists as assumed",
    ),
    "sample_origin": Wording("{origin}：{said}", "{origin}: {said}"),
    "sample_default_share": Wording("默认比例，基数来自 {said}", "a default share of what stands in {said}"),
    "sample_institution": Wording("样本养老机构{number}", "Sample institution {number}"),
    "sample_organisation": Wording("样本社会组织{number}", "Sample organisation {number}"),
    "sample_subdistrict": Wording("街道{number}", "Sub-district {number}"),
    "sample_township": Wording("乡镇{number}", "Township {number}"),
    "sample_drawing": Wording("生成家庭", "drawing households"),
    "sample_wrong_share": Wording(
        "未知事实的比例“{text}”不在 0 到 1 之间",
        "the share of unknown facts, {text}, is not between 0 and 1",
        "请写成小数，如 0.02",
        "Write a decimal, as 0.02",
    ),
    "title_sample": Wording(
        "{name}：{households} 户的合成样本，种子 {seed}",
        "{name}: a sample of {households} households, seed {seed}",
    ),
    "head_figure": Wording("指标", "Figure"),
    "head_place": Wording("当地", "Place"),
    "head_wanted": Wording("应有", "Wanted"),
    "head_drawn": Wording("样本", "Drawn"),
    "head_distance": Wording("差", "Distance"),
    "head_origin": Wording("来源", "Source"),
    "help_sample": Wording(
        "按公布的数字生成合成的人口和登记册(Parquet 或 CSV)。",
        "Draw a synthetic population and its registers, calibrated to the published figures.",
    ),
    "option_households": Wording("家庭数。", "How many households."),
    "option_sample_output": Wording(
        "写入的目录；不得已有内容。", "Folder to write; nothing may be there yet."
    ),
    "option_seed": Wording("随机种子；相同的种子给出相同的行。", "Seed; the same seed gives the same rows."),
    "option_residents": Wording(
        "当地常住人口；未公布时可自行给出。", "Residents of the place, where you know them."
    ),
    "option_unknown": Wording("未知事实的比例，如 0.02。", "Share of facts left unknown, as 0.02."),
    "option_identity_numbers": Wording(
        "为每个人生成形式正确、从未颁发的身份证号。",
        "Give each person a well-formed identity number that was never given out.",
    ),
    "option_sample_on": Wording(
        "计算年龄的日期，如 2020-12-31。", "Day that ages are counted on, as 2020-12-31."
    ),
    "option_sample_form": Wording("文件格式。", "Kind of file."),
    "option_sample_json": Wording("以 JSON 输出报告。", "Print the report as JSON."),
}
