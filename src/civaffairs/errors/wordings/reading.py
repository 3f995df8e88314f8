"""What is said of files with observations."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

_FILES: dict[str, Wording] = {
    "file_absent": Wording(
        "没有这个文件：{path}",
        "there is no such file: {path}",
        "请核对文件名和所在文件夹",
        "Look at the name and the folder again",
    ),
    "file_is_folder": Wording(
        "{path} 是文件夹", "{path} is a folder", "请写文件夹里的文件", "Name a file in it"
    ),
    "file_unreadable": Wording(
        "无法读取 {path}",
        "{path} cannot be read",
        "请查看文件权限，并关闭占用它的程序",
        "Look at its permissions, and close the program that holds it",
    ),
    "file_empty": Wording("文件是空的", "the file is empty", "请填写后再读", "Fill it in first"),
    "file_too_large": Wording(
        "文件超过 {most} MB",
        "the file is larger than {most} MB",
        "请只保留观测数据，或拆成几个文件",
        "Leave only the observations in it, or split it",
    ),
    "file_exists": Wording(
        "文件已存在：{path}",
        "the file is there already: {path}",
        "请换一个文件名，或写明允许覆盖(overwrite=True)",
        "Choose another name, or allow it to be replaced (overwrite=True)",
    ),
    "file_not_written": Wording(
        "无法写入 {path}",
        "{path} cannot be written",
        "请确认文件夹存在、可写，并关闭占用该文件的程序",
        "Make sure that the folder exists and can be written to, and close the program that holds the file",
    ),
    "file_kind_unknown": Wording(
        "不支持后缀为 {suffix} 的文件",
        "files ending in {suffix} are not supported",
        "请用下列后缀之一：{known}",
        "Use one of these: {known}",
    ),
    "file_of_other_program": Wording(
        "不能直接读取 {suffix} 文件",
        "{suffix} files are not read directly",
        "请用 Excel 或 WPS 打开后另存为 .xlsx",
        "Open it in Excel or LibreOffice and save it as .xlsx",
    ),
    "file_no_text": Wording(
        "文件内容不是可识别的文本",
        "the file holds no text in a known encoding",
        "请另存为 UTF-8 编码的 CSV;Excel 文件请用后缀 .xlsx",
        "Save it as CSV in UTF-8; a workbook must be named .xlsx",
    ),
    "quotes_unclosed": Wording(
        "引号没有配对，或单元格过长",
        "the quotes do not pair, or a cell is too long",
        "请补上引号；引号内的引号写两个",
        "Close them, and write a quote inside quotes twice",
    ),
    "json_syntax": Wording(
        "JSON 在第 {line} 行第 {column} 列有语法错误",
        "the JSON is broken at line {line}, column {column}",
        "请检查该处的逗号、引号和括号",
        "Look at the commas, quotes and brackets there",
    ),
    "json_shape": Wording(
        "JSON 不是对象的列表",
        "the JSON is no list of objects",
        '请写成 [{{"指标": "…", "时间": 2023, "数值": "85%"}}]',
        'Write [{{"indicator": "…", "period": 2023, "value": "85%"}}]',
    ),
    "json_item_shape": Wording(
        "这一项不是对象",
        "this item is no object",
        '请写成 {{"指标": "…", "时间": 2023, "数值": "85%"}}',
        'Write {{"indicator": "…", "period": 2023, "value": "85%"}}',
    ),
    "json_key_twice": Wording(
        "键“{key}”重复出现", "the key {key!r} is there twice", "请删去其中一个", "Remove one of them"
    ),
    "workbook_broken": Wording(
        "不是完好的 Excel 工作簿(.xlsx)",
        "this is no sound Excel workbook (.xlsx)",
        "请用 Excel 或 WPS 打开后重新另存为 .xlsx",
        "Open it in Excel or LibreOffice and save it as .xlsx again",
    ),
    "workbook_protected": Wording(
        "工作簿有打开密码",
        "the workbook needs a password to be opened",
        "请在 Excel 中取消密码后另存",
        "Remove the password in Excel and save it",
    ),
    "workbook_old": Wording(
        "这是旧格式(.xls)的工作簿，只是后缀改成了 .xlsx",
        "this is a workbook of the old kind (.xls) that is only named .xlsx",
        "请用 Excel 或 WPS 打开后另存为 .xlsx",
        "Open it in Excel or LibreOffice and save it as .xlsx",
    ),
    "workbook_inflated": Wording(
        "工作簿解压后超过 {most} MB，没有打开",
        "the workbook would unpack to more than {most} MB and was not opened",
        "请新建工作簿，只粘贴观测数据",
        "Paste only the observations into a new workbook",
    ),
}

_TABLES: dict[str, Wording] = {
    "header_absent": Wording(
        "前 {rows} 行里没有表头",
        "none of the first {rows} rows is a heading",
        "请写一行表头：指标、时间、数值、单位",
        "Write a row with the headings indicator, period, value, unit",
    ),
    "nothing_observed": Wording(
        "文件里没有一行数据",
        "the file has no row of data",
        "请填写观测数据",
        "Fill in observations",
    ),
    "column_missing": Wording(
        "缺少“{column}”列",
        "the column {column!s} is missing",
        "请加上这一列，表头可用：{names}",
        "Add it; it may be called {names}",
    ),
    "column_twice": Wording(
        "“{heading}”列与 {place} 重复",
        "the column {heading!r} is the same as the one at {place}",
        "请只保留一列",
        "Keep one of them",
    ),
    "heading_unit_unknown": Wording(
        "表头中的单位“{unit}”无法识别",
        "the unit {unit!r} in the heading is not known",
        "请写成“数值(%)”“数值（万元）”这样，年份等另列",
        "Write it as in value (%) or value (万元), and put years and the like into columns of their own",
    ),
    "cell_without_heading": Wording(
        "这一格没有表头",
        "this cell has no heading above it",
        "请给该列加表头或清空；CSV 中数值里的逗号要去掉或用引号括起来",
        "Give its column a heading or clear it; in CSV remove commas inside numbers, or quote them",
    ),
    "too_many_rows": Wording(
        "数据超过 {most} 行", "there are more than {most} rows", "请拆成几个文件", "Split the file"
    ),
    "cells_merged": Wording(
        "数据区有合并单元格 {cells}",
        "the cells {cells} are merged inside the data",
        "请取消合并，并在每一格填写",
        "Unmerge them and fill in each cell",
    ),
    "observed_twice": Wording(
        "“{name}”{period} 的数值已在 {place} 出现",
        "{name} of {period} is there already, at {place}",
        "请只保留一行",
        "Keep one of the two rows",
    ),
}

_CELLS: dict[str, Wording] = {
    "indicator_blank": Wording(
        "没有写是哪个指标", "no indicator is named", "请填写指标的编号或名称", "Write its id or its name"
    ),
    "name_of_several": Wording(
        "“{name}”对应不止一个指标",
        "{name!r} is the name of several indicators",
        "请改写编号：{ids}",
        "Write its id: {ids}",
    ),
    "period_blank": Wording(
        "没有写时间", "no period is given", "请填写，如 2023 或 2023-06", "Write it, as in 2023 or 2023-06"
    ),
    "period_unreadable": Wording(
        "“{period}”不是日期或期间",
        "{period!r} is no date or period",
        "请写成 2023、2023-06、2023年6月、2023-06-30 或 2021..2023",
        "Write 2023, 2023-06, 2023-06-30 or 2021..2023",
    ),
    "value_unreadable": Wording(
        "“{value}”不是可识别的数值",
        "{value!r} is no figure",
        "请只写数、区间(28..35)、是或否，无数据写“--”，说明写在备注里",
        "Write only a number, a range (28..35), yes or no, -- for none; explanations belong in the note",
    ),
    "value_is_date": Wording(
        "数值一格里是日期 {value}，可能被 Excel 自动转换过",
        "the date {value} stands where a figure should; Excel may have made it out of one",
        "请先把单元格格式改为“文本”，再重新填写数值；区间写成 6..7",
        "Format the cell as text and type the figure again, a range as 6..7",
    ),
    "value_is_time": Wording(
        "这一格是时刻或时长 {value}，可能被 Excel 自动转换过",
        "the time {value} stands here; Excel may have made it out of something else",
        "请先把单元格格式改为“文本”再重新填写",
        "Format the cell as text and type it again",
    ),
    "range_or_date": Wording(
        "“{value}”可能是区间，也可能是日期",
        "{value!r} may be a range or a date",
        "区间请写成 {low}..{high}",
        "Write a range as {low}..{high}",
    ),
    "number_absurd": Wording(
        "{number} 的位数多得不可能",
        "{number} has more digits than any figure",
        "请核对数值",
        "Look at the figure again",
    ),
    "number_not_finite": Wording(
        "这不是有限的数",
        "this is no finite number",
        "没有数据请留空或写“--”",
        "Leave it empty or write -- where there is no figure",
    ),
    "number_unrounded": Wording(
        "{number} 超过 15 位有效数字，是浮点计算的尾差或没有取舍的商",
        "{number} has more than 15 digits: a rest of floating-point arithmetic, or a quotient that nobody rounded",
        "请在 Excel 中用 =ROUND(…, 位数) 取舍后再存",
        "Round it in Excel with =ROUND(…, places) and save",
    ),
    "number_scaled": Wording(
        "单元格格式按千位缩小显示，实际存的是 {number}",
        "the cell's format shows thousands, but what it holds is {number}",
        "请把格式改为“常规”，核对数值和单位",
        "Set its format to General, and look at figure and unit again",
    ),
    "formula_unsaved": Wording(
        "公式没有保存计算结果",
        "the formula has no stored result",
        "请在 Excel 中打开并保存，或粘贴为数值",
        "Open the file in Excel and save it, or paste the values",
    ),
    "cell_error": Wording(
        "单元格是错误值 {error}",
        "the cell holds the error {error}",
        "请改正公式；没有数据写“--”",
        "Correct the formula, or write -- where there is no figure",
    ),
    "cell_nested": Wording(
        "这里是列表或对象",
        "a list or an object stands here",
        "请写一个数、文字、true、false 或 null",
        "Write a number, text, true, false or null",
    ),
    "unit_unsaid": Wording(
        "“{name}”的数值没有单位",
        "the figure of {name} has no unit",
        "请在单位列填写“{unit}”，或写在数值后面",
        "Write {unit} in the column of units, or after the number",
    ),
    "unit_unknown": Wording(
        "单位“{unit}”无法识别",
        "the unit {unit!r} is not known",
        "“{name}”的单位是“{wanted}”",
        "The unit of {name} is {wanted}",
    ),
    "unit_of_another": Wording(
        "单位“{unit}”不能用于“{name}”",
        "{unit!r} is no unit for {name}",
        "请用“{wanted}”或同类单位",
        "Use {wanted}, or another unit of that kind",
    ),
    "units_differ": Wording(
        "单位“{unit}”与 {place} 的“{first}”不一致",
        "the unit {unit!r} contradicts {first!r} at {place}",
        "请核对数值，只写一种单位",
        "Look at the figure, and write one unit only",
    ),
    "value_too_small": Wording(
        "“{name}”不可能是 {value}，最小为 {least}",
        "{name} cannot be {value}, the least is {least}",
        "请核对数值和单位",
        "Look at the figure and its unit again",
    ),
    "value_too_large": Wording(
        "“{name}”不可能是 {value}，最大为 {most}",
        "{name} cannot be {value}, the most is {most}",
        "请核对数值和单位",
        "Look at the figure and its unit again",
    ),
}

READING: dict[str, Wording] = {**_FILES, **_TABLES, **_CELLS}
