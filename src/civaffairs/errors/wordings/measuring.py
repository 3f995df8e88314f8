"""What is said where indicators are computed from registers."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

MEASURING: dict[str, Wording] = {
    "registers_absent": Wording(
        "没有这个文件夹：{path}",
        "there is no such folder: {path}",
        "请写登记册所在的文件夹",
        "Name the folder that holds the registers",
    ),
    "registers_none": Wording(
        "{path} 里没有所需的登记册",
        "{path} holds none of the registers that are needed",
        "请按这些名称存放，扩展名用 .parquet、.csv 或 .xlsx：{names}",
        "Call them so, with .parquet, .csv or .xlsx behind: {names}",
    ),
    "columns_without_registers": Wording(
        "没有登记册，列名对照文件用不上",
        "there are no registers whose columns the file could name",
        "请写 --registers，或去掉 --columns",
        "Give --registers, or leave --columns out",
    ),
    "register_twice": Wording(
        "同一登记册有几个文件：{files}",
        "there are several files for one register: {files}",
        "请只留一个",
        "Keep one of them",
    ),
    "register_without_columns": Wording(
        "没有一列的表头认得出",
        "no heading is that of a known fact",
        "表头可用的名称：{names}，或其中文名称",
        "Headings may be {names}, or their Chinese terms",
    ),
    "register_without_heading": Wording(
        "前十行里找不到表头",
        "none of the first ten rows is a heading",
        "请在第一行写列名，至少有两列认得出，如 name、beds",
        "Write the names of the columns in the first row, with at least two known ones, as name, beds",
    ),
    "register_of_several": Wording(
        "有 {many} 个工作表看起来都是登记册",
        "{many} sheets look like the register",
        "请只留一个工作表",
        "Keep one of the sheets",
    ),
    "parquet_broken": Wording(
        "{path} 不是可读的 Parquet 文件",
        "{path} is no Parquet file that can be read",
        "请重新导出",
        "Export it again",
    ),
    "register_rows": Wording(
        "{many} 行有误(第 {rows} 行)：{what}",
        "{many} rows are wrong (row {rows}): {what}",
        "请改正这些行，或用 --faulty set-aside 把它们排除在外",
        "Mend these rows, or leave them out with --faulty set-aside",
    ),
    "column_unreadable": Wording("“{label}”无法读取", "the {label} cannot be read"),
    "column_too_small": Wording("“{label}”小于 {least}", "the {label} is below {least}"),
    "column_too_large": Wording("“{label}”大于 {most}", "the {label} is above {most}"),
    "row_repeated": Wording("与前面的一行重复", "the row stands there a second time"),
    "rows_left_out": Wording(
        "{file}：{rows} 行中有 {many} 行有误，已排除在外",
        "{file}: {many} of {rows} rows are wrong and left out",
    ),
    "columns_ignored": Wording("{file}：未读取的列：{names}", "{file}: columns that were not read: {names}"),
    "measure_no_register": Wording(
        "文件夹里没有“{label}”登记册({name})", "the register of {label} ({name}) is not in the folder"
    ),
    "measure_no_column": Wording("{file} 没有“{label}”一列", "{file} has no column for {label}"),
    "measure_unclear": Wording(
        "{file} 的 {rows} 行中有 {many} 行不知道“{label}”",
        "{label} is not known in {many} of the {rows} rows of {file}",
    ),
    "measure_impossible": Wording(
        "算得 {value}，超出可能范围 {bounds}：登记册与指标口径不一致，或有误",
        "it comes to {value}, which cannot be ({bounds}): the registers are wrong, or of another scope",
    ),
    "measured_from": Wording("由登记册计算：{files}", "computed from registers: {files}"),
    "measured_file": Wording("{file}({rows} 行)", "{file} ({rows} rows)"),
    "measured_file_without": Wording(
        "{file}({rows} 行，另有 {many} 行有误未计)", "{file} ({rows} rows, and {many} faulty ones left out)"
    ),
    "measured_share": Wording(
        "{on} 按登记册计算：{over} {over_size} ÷ {under} {under_size}",
        "computed from registers as of {on}: {over} {over_size} ÷ {under} {under_size}",
    ),
    "measured_size": Wording("{on} 按登记册计算：{what}", "computed from registers as of {on}: {what}"),
    "measured_so_many": Wording(
        "由登记册算出的指标：{many} 项", "indicators computed from registers: {many}"
    ),
    "not_measured": Wording("{why}，因此无法计算：{indicators}", "{why}, so it cannot be told: {indicators}"),
    "option_registers": Wording(
        "登记册所在的文件夹，如 care_institutions.csv；由它们计算的指标作为当日的观测值。",
        "Folder of registers, as care_institutions.csv; what they give is observed on the day of --on.",
    ),
    "option_faulty_rows": Wording(
        "登记册中有误的行：stop 停止并全部列出，set-aside 排除在外。",
        "Faulty rows of registers: stop and list them all, or set-aside to leave them out.",
    ),
}
