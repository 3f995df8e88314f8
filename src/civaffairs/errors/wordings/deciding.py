"""What is said when a case is decided."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

DECIDING: dict[str, Wording] = {
    "need_place": Wording("不知道在哪里适用“{what}”", "it is not known where to look up: {what}"),
    "standard_unknown": Wording("{place}的“{what}”未见于来源", "{what} of {place}: not among the sources"),
    "version_uncertain": Wording(
        "适用哪一版“{what}”无法确定，来源的起始时间只写到：{starts}",
        "which version of {what} applies cannot be told; the sources only say from when on: {starts}",
    ),
    "version_missing": Wording(
        "这一时期（{since}至{before}）的“{what}”没有收录：{why}",
        "{what} is not modelled for that time ({since} to {before}): {why}",
    ),
    "standard_age": Wording(
        "{what}自{start}起执行，是所知最新的一版，至决定之日已满{months}个月",
        "{what}, in force since {start}, is the last one known; it is {months} full months old on the day "
        "of the decision",
    ),
    "replay_answer": Wording("结论原为“{first}”，现为“{again}”", "the answer was {first} and is {again}"),
    "replay_amount": Wording("金额原为{first}，现为{again}", "the amount was {first} and is {again}"),
    "replay_version": Wording(
        "现在依据的是自{start}起的“{what}”", "it now rests on {what} in force since {start}"
    ),
    "replay_of": Wording("{provision}：{what}", "{provision}: {what}"),
    "replay_of_part": Wording("{provision}({about})：{what}", "{provision} ({about}): {what}"),
    "replay_gone": Wording("现在没有这一项", "it is not among the decisions any more"),
    "replay_same": Wording("重算 {number} 项，全部相同", "made again and the same: {number}"),
    "replay_of_another": Wording(
        "记录是{place}在 {day} 的",
        "the record is of {place} on {day}",
        "请按记录的地区和日期重算",
        "Decide for the place and the day of the record",
    ),
    "replay_version_gone": Wording(
        "不再依据自{start}起的“{what}”", "it no longer rests on {what} in force since {start}"
    ),
    "replay_facts": Wording("所读取的事实不同", "the facts that were read are others"),
    "born_after_decision": Wording(
        "出生日期晚于决定日期 {day}",
        "the date of birth is after the day of the decision, {day}",
        "请核对出生日期或 --on",
        "Look at the date of birth, or at the day",
    ),
    "provision_of_another": Wording(
        "“{provision}”不针对“{model}”",
        "{provision} is not about: {model}",
        "请换一项规定，或检查案件文件的类别",
        "Choose another provision, or look at the kind of case",
    ),
    "decided_within": Wording(
        "“{model}”不能单独决定",
        "not decided by itself: {model}",
        "请提交其所属的整个“{whole}”",
        "Give all of what it belongs to: {whole}",
    ),
    "trace_in_process": Wording(
        "决定的依据只在作出决定的进程中可读，不能用 pickle 保存",
        "what a decision rests on is read in the process that made it only, and cannot be pickled",
        "请保存案件和决定日期，需要时重新作出决定",
        "Keep the case and the day, and decide again where it is needed",
    ),
    "nothing_to_decide": Wording(
        "{place}没有针对“{model}”的规定",
        "{place} has no provision about: {model}",
        "请换一个辖区，或检查案件文件的类别；可用：{known}",
        "Choose another jurisdiction, or look at the kind of case; there are provisions about: {known}",
    ),
}
