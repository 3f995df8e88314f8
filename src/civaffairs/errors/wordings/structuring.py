"""What is said of data that is read as values of the domain: wrong types, keys, tags and JSON."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

STRUCTURING: dict[str, Wording] = {
    # Types.
    "data_type": Wording("应为{wanted}，不能是{seen}", "should be {wanted}, not {seen}", "{hint}", "{hint}"),
    "value_object": Wording("对象", "an object"),
    "value_list": Wording("列表", "a list"),
    "value_number": Wording("带小数点的数字", "a number with a point"),
    "value_fraction": Wording("分数", "a fraction"),
    "value_other_text": Wording("写成这样的文字", "text of this form"),
    "value_one_of": Wording("下列之一({known})", "one of {known}"),
    "hint_truth": Wording("请写 true 或 false，不加引号", "Write true or false without quotes"),
    "hint_whole": Wording(
        "请写不带引号、不带小数点的数字", "Write digits without quotes and without a point"
    ),
    "hint_text": Wording("请用引号括起来", "Put it in quotes"),
    "hint_exact": Wording('请写 717.50 或 "717.50" 这样的数', 'Write it as 717.50 or "717.50"'),
    "hint_fraction": Wording('请写 "2/3" 这样的分数', 'Write it as "2/3"'),
    "hint_date": Wording('请写 "1949-12-31" 这样的日期', 'Write it as "1949-12-31"'),
    "hint_unknown": Wording("不知道的请写 null", "Write null where it is not known"),
    "hint_without_unit": Wording(
        '请只写数字，不写单位：写 "1000.00"，不写 "1000元"',
        'Write the number without a unit: "1000.00", not "1000元"',
    ),
    "hint_without_commas": Wording(
        '请不要写千位分隔符：写 "1000.00"，不写 "1,000.00"',
        'Write it without separators: "1000.00", not "1,000.00"',
    ),
    "hint_plain_digits": Wording(
        '请用半角数字，前后不加空格：写 "1000"，不写 "１０００"',
        'Write plain digits without blanks around them: "1000", not "１０００"',
    ),
    "hint_date_form": Wording(
        '请写 "2010-03-01" 这样的日期：四位年、两位月、两位日，加引号，用短横线',
        'Write it as "2010-03-01": in quotes, with four, two and two digits and hyphens',
    ),
    "hint_date_serial": Wording(
        '这可能是 Excel 内部的日期序号，请写日期本身，如 "2010-03-01"',
        'This may be the number by which Excel keeps a date: write the date itself, as "2010-03-01"',
    ),
    "hint_object": Wording('请写成 {{"键"：值}}', 'Write it as {{"key": value}}'),
    "hint_list": Wording("请用方括号列出，如 [甲，乙]", "List it in square brackets, as in [one, two]"),
    "hint_nothing": Wording("请写 null", "Write null"),
    "hint_either": Wording("请改用其中一种", "Write one of these"),
    "either": Wording("{one}或{other}", "{one} or {other}"),
    "date_impossible": Wording(
        "没有这一天", "there is no such day", "请核对年、月、日", "Look at year, month and day again"
    ),
    "number_too_long": Wording(
        "数字过长", "the number is too long", "请核对数值", "Look at the figure again"
    ),
    "unit_too_high": Wording(
        "单位的指数过大", "a power in the unit is too high", "请核对单位", "Look at the unit again"
    ),
    "text_not_unicode": Wording(
        "文字中有无法存为 UTF-8 的字符",
        "the text has characters that UTF-8 cannot hold",
        "请重新输入该处文字",
        "Type the text again",
    ),
    # Keys and tags.
    "key_missing": Wording("缺少“{key}”", "{key} is missing", "请补上", "Add it"),
    "key_unknown": Wording(
        "没有“{key}”这个键",
        "there is no key {key}",
        "相近的有：{known}",
        "Known and close: {known}",
    ),
    "key_repeated": Wording(
        "同一个键写了两次", "the key stands here twice", "请只留一个", "Keep one of them"
    ),
    "member_unknown": Wording(
        "不在允许的取值之内", "this is none of the values allowed", "请用：{known}", "Use one of: {known}"
    ),
    "member_by_name": Wording(
        "这里要写代码，不写名称",
        "this is the name of a value, and its id is wanted",
        "请写 {id}",
        "Write {id}",
    ),
    "tag_missing": Wording(
        "没有写明种类“{tag}”", "{tag} does not say which kind it is", "请用：{known}", "Use one of: {known}"
    ),
    "tag_unknown": Wording(
        "这里不能用这一种类", "this kind cannot stand here", "请用：{known}", "Use one of: {known}"
    ),
    # Messages and values of any kind.
    "message_unknown": Wording(
        "没有这一消息代码",
        "there is no message of this code",
        "数据可能由较新的版本写出，请升级 civaffairs",
        "The data may come from a newer version: upgrade civaffairs",
    ),
    "message_incomplete": Wording(
        "消息缺少参数：{names}", "the message lacks: {names}", "请补上", "Add them"
    ),
    "not_writable": Wording(
        "{kind} 类型的值无法写成数据",
        "a value of the type {kind} cannot be written as data",
        "请改用本库的类型",
        "Use a type of this library",
    ),
    "function_unwritable": Wording(
        "“{what}”由函数计算，无法写成数据",
        "{what} is computed by a function, which cannot be written as data",
        "请用能写成算式的规则代替，或在插件里引用它",
        "Say it as a rule without a function, or refer to it in a plugin",
    ),
    "function_unreadable": Wording(
        "{node} 由函数计算，不能从数据读入",
        "{node} is computed by a function, which cannot be read from data",
        "请在插件里用 Python 声明",
        "Declare it in a plugin, in Python",
    ),
    # JSON as text.
    "json_not_a_number": Wording(
        "NaN 和 Infinity 不是数字",
        "NaN and Infinity are no numbers",
        "不知道的请不写",
        "Leave out what is not known",
    ),
    "json_not_utf8": Wording(
        "内容不是 UTF-8 编码", "the text is not in UTF-8", "请另存为 UTF-8 编码", "Save it as UTF-8"
    ),
    "json_other_encoding": Wording(
        "内容是 {encoding} 编码，不是 UTF-8",
        "the text is in {encoding}, not in UTF-8",
        "请用记事本、WPS 或其他编辑器另存为 UTF-8 编码",
        "Save it as UTF-8 in an editor",
    ),
    # Cases.
    "case_kind_missing": Wording(
        "没有写明案件的种类",
        "the case does not say of what kind it is",
        '请写成 {{"household": {{…}}}}；种类有：{known}',
        'Write it as {{"household": {{…}}}}; the kinds are: {known}',
    ),
    "case_kind_unknown": Wording(
        "没有“{kind}”这一种案件",
        "there is no kind of case {kind}",
        "请用下列之一：{known}",
        "Use one of: {known}",
    ),
    "case_kinds_several": Wording(
        "一个文件只能写一个案件，这里有：{kinds}",
        "a file holds one case, and here are: {kinds}",
        "请分成几个文件",
        "Write a file for each",
    ),
    "case_blank": Wording(
        "案件没有内容",
        "nothing is said of the case",
        "请填写；可用 --template 写出样本",
        "Fill it in; --template writes a sample",
    ),
    "nested_too_deep": Wording("嵌套过深", "it is nested too deep", "请减少层数", "Use fewer levels"),
}
