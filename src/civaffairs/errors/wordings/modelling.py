"""What is said of people, households, organisations and cemeteries that break their own rules."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

MODELLING: dict[str, Wording] = {
    # How a model is declared.
    "fact_undeclared": Wording(
        "该字段没有声明为事实，或其类型不受支持",
        "this field is not declared as a fact, or its type is not supported",
        "请用 fact、amount 或 count 声明，类型用 bool、int、str、Decimal、date、Term、模型或其元组",
        "Declare it with fact, amount or count, as bool, int, str, Decimal, date, a Term, a model or a tuple of these",
    ),
    "fact_underived": Wording(
        "该方法没有声明为推算的事实",
        "this method is not declared as a fact that follows from others",
        "请用 derived 声明",
        "Declare it with derived",
    ),
    # One fact on its own.
    "fact_missing": Wording("缺少“{label}”", "the {label} is missing", "请填写", "Write it"),
    "fact_blank": Wording(
        "“{label}”是空白",
        "the {label} is blank",
        "请填写；不知道的可以不写",
        "Write it, or leave it out where it is not known",
    ),
    "fact_type": Wording(
        "“{label}”应为{wanted}，不能是{seen}", "{label} should be {wanted}, not {seen}", "{hint}", "{hint}"
    ),
    "not_finite": Wording(
        "“{label}”不是有限的数",
        "{label} is not a finite number",
        "不知道的请不写",
        "Leave out what is not known",
    ),
    "fact_too_small": Wording(
        "“{label}”不能是 {value}，最小为 {least}",
        "{label} cannot be {value}, the least is {least}",
        "请核对数值",
        "Look at the figure again",
    ),
    "fact_too_large": Wording(
        "“{label}”不能是 {value}，最大为 {most}",
        "{label} cannot be {value}, the most is {most}",
        "请核对数值和单位",
        "Look at the figure and its unit again",
    ),
    "too_many_places": Wording(
        "“{label}”{value} 的小数超过 {places} 位",
        "{label} {value} has more than {places} decimals",
        "请按规定先取舍",
        "Round it first, as the rules say",
    ),
    "too_many_items": Wording(
        "{label}超过{most}项",
        "{label} has more than {most} entries",
        "请核对是否重复或误并",
        "Look whether entries are repeated, or several records were joined",
    ),
    "items_missing": Wording("一项也没有", "nothing is listed", "请至少写一项", "List at least one"),
    "value_truth": Wording("是或否", "a truth value"),
    "value_whole": Wording("整数", "a whole number"),
    "value_text": Wording("文字", "text"),
    "value_exact": Wording("精确小数", "an exact number"),
    "value_date": Wording("日期", "a date"),
    "value_float": Wording("浮点数", "a floating-point number"),
    "value_nothing": Wording("空值", "nothing"),
    "value_tuple": Wording("元组", "a tuple"),
    "value_term": Wording("下列之一({terms})", "one of {terms}"),
    "value_model": Wording("“{model}”", "a record of {model}"),
    "mend_truth": Wording(
        "请写 True 或 False；不知道的不写", "Write True or False, and nothing where it is not known"
    ),
    "mend_whole": Wording(
        "请写不带引号、不带小数点的数字", "Write digits without quotes and without a point"
    ),
    "mend_text": Wording("请用引号括起来", "Put it in quotes"),
    "mend_exact": Wording("请写 Decimal('717.50') 这样的数", "Write it as Decimal('717.50')"),
    "mend_date": Wording("请写 date(1949, 12, 31) 这样的日期", "Write it as date(1949, 12, 31)"),
    "mend_tuple": Wording("请用圆括号列出，如 (甲, 乙)", "List them in round brackets, as in (one, two)"),
    "mend_term": Wording("请用 {name} 的成员", "Use a member of {name}"),
    "mend_model": Wording("请用 {name}(…) 构造", "Make one with {name}(…)"),
    # Facts against each other.
    "part_exceeds_whole": Wording(
        "“{part}”({is_part})大于“{whole}”({is_whole})",
        "{part} ({is_part}) are more than {whole} ({is_whole})",
        "请核对两个数",
        "Look at both figures again",
    ),
    "particular_alone": Wording(
        "写了“{particular}”，但“{truth}”没有写为是",
        "“{particular}” is given although “{truth}” is not said to be true",
        "请把“{truth}”写为 True，或去掉“{particular}”",
        "Set “{truth}” to True, or leave out “{particular}”",
    ),
    "facts_exclude": Wording(
        "“{one}”与“{other}”不能并存",
        "“{one}” and “{other}” exclude each other",
        "请去掉其一",
        "Leave out one of them",
    ),
    "dates_reversed": Wording(
        "“{later}”早于“{earlier}”",
        "the {later} is before the {earlier}",
        "请核对两个日期",
        "Look at both dates again",
    ),
    "item_repeated": Wording(
        "“{label}”中有重复的一项", "this item of {label} is there already", "请去掉重复", "Leave it out"
    ),
    "tekun_not_assisted": Wording(
        "写了特困人员供养信息，但救助对象类别不是特困人员",
        "there are facts as a tekun person, but the assistance is another",
        "请改正救助对象类别，或去掉供养信息",
        "Correct the assistance, or leave these facts out",
    ),
    "orphan_in_parents_care": Wording(
        "孤儿的监护人不能是父母",
        "an orphan cannot be in the parents' care",
        "请核对监护情况",
        "Look at both again",
    ),
    "orphan_of_capable_parent": Wording(
        "孤儿的父母不能是能履行抚养义务的",
        "a parent of an orphan cannot be able to bring the child up",
        "请核对是否孤儿和父母情况",
        "Look at both again",
    ),
    # Numbers.
    "identity_length": Wording(
        "居民身份证号应为 18 位，得到 {length} 位",
        "a resident identity number has 18 characters, not {length}",
        "请核对证件",
        "Look at the card again",
    ),
    "identity_withdrawn": Wording(
        "15 位的居民身份证号已经停用",
        "resident identity numbers of 15 digits have been withdrawn",
        "请填写第二代证件上的 18 位号码",
        "Write the 18 characters of the present card",
    ),
    "identity_malformed": Wording(
        "居民身份证号 {number} 含有不允许的字符",
        "the resident identity number {number} has characters that do not belong there",
        "前 17 位是数字，最后一位是数字或 X",
        "The first 17 are digits, the last is a digit or X",
    ),
    "identity_province": Wording(
        "居民身份证号 {number} 的前两位不是省级行政区划代码",
        "the resident identity number {number} does not begin with the code of a province",
        "请核对前两位",
        "Look at the first two digits again",
    ),
    "identity_date": Wording(
        "居民身份证号 {number} 的第 7 至 14 位不是 {earliest} 年以来的日期",
        "characters 7 to 14 of the resident identity number {number} are no date since {earliest}",
        "请核对第 7 至 14 位",
        "Look at characters 7 to 14 again",
    ),
    "identity_check": Wording(
        "居民身份证号 {number} 的校验码不符",
        "the check character of the resident identity number {number} does not fit",
        "很可能有一位写错，请核对证件",
        "One character is probably wrong: look at the card again",
    ),
    "credit_length": Wording(
        "统一社会信用代码应为 18 位，得到 {length} 位",
        "a unified social credit code has 18 characters, not {length}",
        "请核对登记证书",
        "Look at the certificate again",
    ),
    "credit_malformed": Wording(
        "统一社会信用代码“{code}”含有不允许的字符",
        "the unified social credit code {code} has characters that do not belong there",
        "第 3 至 8 位是数字，其余是数字或除 I、O、S、V、Z 外的字母",
        "Characters 3 to 8 are digits, the others digits or letters other than I, O, S, V, Z",
    ),
    "credit_check": Wording(
        "统一社会信用代码“{code}”的校验码不符",
        "the check character of the unified social credit code {code} does not fit",
        "很可能有一位写错，请核对登记证书",
        "One character is probably wrong: look at the certificate again",
    ),
    "credit_of_another_kind": Wording(
        "{kind}的统一社会信用代码以 {prefix} 开头，不是 {code}",
        "the unified social credit code of a {kind} begins with {prefix}, not with {code}",
        "请核对类型和代码",
        "Look at the kind and at the code again",
    ),
    "not_yet_born": Wording(
        "{day} 早于出生日期",
        "{day} is before the date of birth",
        "请换用出生以后的日期",
        "Ask for a later date",
    ),
    "not_yet_so": Wording(
        "{day} 早于“{label}”({begin})",
        "{day} is before the {label} ({begin})",
        "请换用其后的日期，或按当日的情况填写",
        "Ask for a later date, or write what was so on that day",
    ),
    # Notices: worth a look, and yet possible.
    "number_says_other_birth": Wording(
        "出生日期与居民身份证号中的日期不同",
        "the date of birth differs from the one in the resident identity number",
        "号码中可能是登记日期，请核对户口簿",
        "The number may carry the date of registration: look at the household register",
    ),
    "number_says_other_sex": Wording(
        "性别与居民身份证号不同",
        "the sex differs from what the resident identity number says",
        "请核对户口簿",
        "Look at the household register",
    ),
    "more_residents_than_beds": Wording(
        "入住 {residents} 人，床位只有 {beds} 张",
        "{residents} residents live there with {beds} beds",
        "请核对两个数",
        "Look at both figures again",
    ),
}
