"""What is said of registers of households and persons: their columns, their rows, and files of them."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

_ROWS_ZH, _ROWS_EN = "{count} 行(第 {rows} 行)", "rows: {count} ({rows})"

_MAPPINGS: dict[str, Wording] = {
    "kind_fact": Wording("事实", "fact"),
    "mapping_no_toml": Wording(
        "列对照文件不是完好的 TOML：{said}",
        "the file of column mappings is no sound TOML: {said}",
        '每行写成 "表头" = "事实"，文件用 UTF-8 编码',
        'Write lines like "heading" = "fact", in UTF-8',
    ),
    "mapping_register_unknown": Wording(
        "没有名为“{name}”的登记册", "there is no register {name!r}", "请用：{known}", "Use one of: {known}"
    ),
    "mapping_keep_no_list": Wording(
        "keep 应是列名的列表",
        "keep should be a list of columns",
        '如 keep = ["township"]',
        'As keep = ["township"]',
    ),
    "mapping_keep_persons": Wording(
        "只有户登记册可以保留其他列",
        "only households can carry other columns along",
        "请把 keep 移到 [households]",
        "Move keep to [households]",
    ),
    "mapping_numbered": Wording(
        "numbered 只能写在 [persons]，值为 true 或 false",
        "numbered stands only under [persons], and is true or false",
        "人员没有编号时写 numbered = false，否则去掉这一行",
        "Write numbered = false where persons have no numbers, and else leave the line out",
    ),
    "mapping_numbered_and_not": Wording(
        "既写了 numbered = false，又指定了“{label}”列",
        "says numbered = false, and also which column is the {label!s}",
        "请去掉其中一项",
        "Leave one of them out",
    ),
    "register_numbers_missing": Wording(
        "缺少“{column}”列",
        "the column {column!s} is missing",
        "请加上这一列，表头可用：{names}；如果人员确实没有编号，请在列对照文件的 [persons] 中写 numbered = false",
        "Add it; it may be called {names}. Where persons have no numbers, write numbered = false under [persons] in a file of columns",
    ),
    "persons_unnumbered": Wording(
        "人员没有编号：以所在行的行号代替，有人重复登记也看不出来",
        "persons have no numbers: those of their rows stand for them, and nobody sees whether somebody is there twice",
    ),
    "mapping_entry_shape": Wording(
        "这一项应是事实名，或含 fact、unit、values 的表",
        "this should be the name of a fact, or a table of fact, unit and values",
        '如 "月工资" = {{fact = "incomes.wages", unit = "fen"}}',
        'As "wages" = {{fact = "incomes.wages", unit = "fen"}}',
    ),
    "mapping_key_plain": Wording(
        "“{name}”没有单位和取值",
        "{name!r} has no unit and no values",
        "请只写名称",
        "Write its name only",
    ),
    "mapping_unit_unknown": Wording(
        "单位“{unit}”不能用于“{label}”", "{unit!r} is no unit for {label}", "请用：{known}", "Use: {known}"
    ),
    "mapping_value_unreadable": Wording(
        "“{text}”对应的“{said}”不是“{label}”的取值",
        "{said!r}, for which {text!r} stands, is no value of {label}",
        "可用：{known}",
        "It may be: {known}",
    ),
    "register_column_twice": Wording(
        "有不止一列是“{label}”：{headings}",
        "more than one column holds {label}: {headings}",
        "请只保留一列，或在列对照文件中写明",
        "Keep one of them, or say in the file of column mappings which one",
    ),
}

_FILES: dict[str, Wording] = {
    "register_heading_twice": Wording(
        "表头“{heading}”重复出现",
        "the heading {heading!r} is there twice",
        "请给其中一列改名",
        "Rename one of the columns",
    ),
    "register_broken": Wording(
        "不是完好的 {form} 文件",
        "this is no sound {form} file",
        "请重新导出",
        "Export it again",
    ),
    "register_rows_broken": Wording(
        "{count} 行的格数与表头不同(第 {rows} 行)",
        "more or fewer cells than the heading has, rows: {count} ({rows})",
        "数值里的分隔符要去掉或用引号括起来",
        "Remove separators inside values, or quote them",
    ),
    "register_of_no_kind": Wording(
        "{kind} 不能作为登记册",
        "{kind} cannot be used as a register",
        "请给 Parquet 或 CSV 文件，或 pandas、polars、pyarrow、DuckDB 的表",
        "Give a Parquet or CSV file, or a table of pandas, polars, pyarrow or DuckDB",
    ),
    "register_persons_absent": Wording(
        "没有人员登记册",
        "there is no register of persons",
        "请同时给出人员登记册，或给 civaffairs nest 写成的文件",
        "Give one too, or a file that civaffairs nest wrote",
    ),
    "register_persons_besides_nested": Wording(
        "这个文件已包含人员",
        "this file holds the persons already",
        "请不要再给人员登记册",
        "Leave the register of persons out",
    ),
    "register_columns_besides_nested": Wording(
        "这个文件的列已是标准名称，不需要列对照文件",
        "the columns of this file have our names already, and a file of columns says nothing of them",
        "请去掉列对照文件；它在 civaffairs nest 时用",
        "Leave the file of columns out; it belongs to civaffairs nest",
    ),
    "register_nested_foreign": Wording(
        "这个文件不是现在的 civaffairs nest 写成的",
        "this is no file as civaffairs nest writes it",
        "请用 civaffairs nest 由户登记册和人员登记册生成",
        "Make it with civaffairs nest from the registers of households and persons",
    ),
    "register_nested_version": Wording(
        "这个文件的格式是第 {seen} 版，这里读第 {version} 版",
        "this file is of version {seen} of the layout, and here version {version} is read",
        "请用 civaffairs nest 重新生成",
        "Write it again with civaffairs nest",
    ),
    "register_nested_earlier": Wording(
        "这个文件是按 {checked} 核对出生日期的，不能用于更早的 {day}",
        "births in this file were checked for {checked}; it cannot be used for {day}, which is earlier",
        "请用 civaffairs nest 为该日期重新生成",
        "Write it again with civaffairs nest for that day",
    ),
}

_ROWS: dict[str, Wording] = {
    "register_key_missing": Wording(
        f"{_ROWS_ZH}没有“{{label}}”", f"{{label}} is missing, {_ROWS_EN}", "请填写", "Fill it in"
    ),
    "register_key_unreadable": Wording(
        f"{_ROWS_ZH}的“{{label}}”不是整数或文字",
        f"{{label}} is neither a whole number nor text, {_ROWS_EN}",
        "请核对这一列",
        "Look at this column",
    ),
    "register_fact_missing": Wording(
        f"{_ROWS_ZH}没有“{{label}}”，而它必须填写",
        f"{{label}} is missing, which is required, {_ROWS_EN}",
        "请填写",
        "Fill it in",
    ),
    "register_unreadable": Wording(
        f"{_ROWS_ZH}的“{{label}}”无法读取",
        f"{{label}} cannot be read, {_ROWS_EN}",
        "请核对写法；不知道的留空，代码的含义写在列对照文件的 values 中",
        "Look how it is written; leave empty what is not known, and say what codes mean under values in the file of column mappings",
    ),
    "register_too_small": Wording(
        f"{_ROWS_ZH}的“{{label}}”小于允许的最小值",
        f"{{label}} is below the least that is possible, {_ROWS_EN}",
        "请核对数值",
        "Look at the figures again",
    ),
    "register_too_large": Wording(
        f"{_ROWS_ZH}的“{{label}}”大于允许的最大值",
        f"{{label}} is above the most that is possible, {_ROWS_EN}",
        "请核对数值和单位(元、分、万元)",
        "Look at the figures and their unit again (yuan, fen, 万元)",
    ),
    "register_too_many_items": Wording(
        f"{_ROWS_ZH}的“{{label}}”项数过多",
        f"{{label}} has too many entries, {_ROWS_EN}",
        "请核对是否重复",
        "Look whether entries are repeated",
    ),
    "register_born_early": Wording(
        f"{_ROWS_ZH}的“{{label}}”早于 1880 年",
        f"{{label}} is before 1880, {_ROWS_EN}",
        "请核对日期",
        "Look at the dates again",
    ),
    "register_not_born": Wording(
        f"{_ROWS_ZH}的“{{label}}”晚于判定日期",
        f"{{label}} is after the day of decision, {_ROWS_EN}",
        "请核对出生日期，或换用以后的日期",
        "Look at the births again, or decide for a later day",
    ),
    "register_particular_alone": Wording(
        f"{_ROWS_ZH}写了“{{label}}”，但没有写明是残疾人",
        f"{{label}} is given although the person is not said to be disabled, {_ROWS_EN}",
        "请补上“残疾人”，或去掉它",
        "Say that the person is disabled, or leave it out",
    ),
    "register_facts_exclude": Wording(
        f"{_ROWS_ZH}的“{{label}}”与“孤儿”不能并存",
        f"“{{label}}” and “an orphan” exclude each other, {_ROWS_EN}",
        "请去掉其一",
        "Leave out one of them",
    ),
    "register_tekun_not_assisted": Wording(
        f"{_ROWS_ZH}写了“{{label}}”，但救助对象类别不是特困人员",
        f"{{label}} is given although the assistance is another than tekun support, {_ROWS_EN}",
        "请改正救助对象类别，或去掉它",
        "Correct the assistance, or leave it out",
    ),
    "register_without_household": Wording(
        f"{_ROWS_ZH}的户不在户登记册中",
        f"the household is not in the register of households, {_ROWS_EN}",
        "请补上这些户，或核对户编号",
        "Add the households, or look at their numbers again",
    ),
    "register_without_persons": Wording(
        f"{_ROWS_ZH}的户没有人员",
        f"the household has no persons, {_ROWS_EN}",
        "请补上人员，或去掉这些户",
        "Add the persons, or remove the households",
    ),
    "register_household_twice": Wording(
        f"{_ROWS_ZH}的户编号重复",
        f"the household number is there more than once, {_ROWS_EN}",
        "请合并或改正",
        "Join or correct them",
    ),
    "register_person_twice": Wording(
        f"{_ROWS_ZH}的人员编号重复",
        f"the person number is there more than once, {_ROWS_EN}",
        "请去掉重复的人员，或改正编号",
        "Remove whoever is there twice, or correct the numbers",
    ),
    "register_too_many_members": Wording(
        f"{_ROWS_ZH}的户成员过多(超过 100 人)",
        f"the household has more than 100 members, {_ROWS_EN}",
        "请核对是否多户误用同一编号",
        "Look whether several households share one number",
    ),
    "register_out_of_order": Wording(
        "从第 {row} 行起，户编号不再按顺序排列，而文件的其余部分是按顺序的",
        "from row {row} on the households are not in order, although the rest of the file is",
        "请按户编号排序后再读",
        "Sort it by household number first",
    ),
    "register_with_household": Wording("同户另有错误", "another row of the household is faulty"),
}

REGISTERS: dict[str, Wording] = {**_MAPPINGS, **_FILES, **_ROWS}
