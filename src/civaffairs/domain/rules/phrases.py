"""How labels and amounts read inside a sentence: as a predicate, denied, with an article, rounded.

A label is a noun phrase (重病患者, `monthly income`) or a predicate (符合低保条件, `is a Dibao recipient`).
What is not recognised as either is left as it is, and denied from outside: 并非独居, `not seriously ill`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.units import Unit, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civaffairs.domain.rules.expr import Quotient
    from civaffairs.domain.units import Amount
    from civaffairs.errors import Language

_MONTH = Unit.parse("月")

_NOUN_ENDS = ("人", "者", "儿", "童", "士", "人员", "组织", "对象", "家庭", "机构", "学生")
_VERBS_ZH = ("属于", "符合", "有", "为", "是")
"""Where one of these is in a label, it is a predicate, whatever it ends with."""
_DENIED_ZH = {
    "属于": "不属于",
    "符合": "不符合",
    "具有": "不具有",
    "具备": "不具备",
    "持有": "未持有",
    "设有": "未设有",
    "需要": "不需要",
    "满足": "不满足",
    "达到": "未达到",
    "超过": "不超过",
    "低于": "不低于",
    "接受": "未接受",
    "享受": "未享受",
    "遭遇": "未遭遇",
    "领取": "未领取",
    "处于": "不处于",
    "年满": "未满",
    "未满": "已满",
    "就业": "未就业",
    "可以": "不可以",
    "可": "不可",
    "是": "不是",
    "为": "不是",
    "有": "没有",
    "已": "未",
    "能": "不能",
    "被": "未被",
}
_DENIED_INSIDE_ZH = {
    "符合": "不符合",
    "低于": "不低于",
    "超过": "不超过",
    "达标": "未达标",
    "同意": "不同意",
    "曾": "未曾",
}
_SEVERAL_CLAUSES_ZH = ("且", "，", "；", "并")

_VERBS_EN = frozenset(
    (
        *("belongs", "counts", "earns", "exceeds", "falls", "has", "holds", "is", "lacks", "lies", "lives"),
        *("keeps", "may", "meets", "needs", "owns", "passes", "qualifies", "receives", "takes", "wants"),
        *("was", "wishes", "works"),
    )
)
_STAND_ALONE_EN = {"is": "is not", "was": "was not", "may": "may not", "has": "does not have"}
_NOT_PLURAL = ("ss", "us", "is")
_HEAD_ENDS = (" as ", " of ", " that ", " who ", " for ", " from ", " in ", " on ", " to ", " within ")


def is_so_zh(label: str) -> str:
    """Return a Chinese label as a predicate.

    Example:
        >>> is_so_zh("重病患者"), is_so_zh("独居"), is_so_zh("属于特困人员")
        ('为重病患者', '独居', '属于特困人员')
    """
    if label.endswith(_NOUN_ENDS) and not any(verb in label for verb in _VERBS_ZH):
        return f"为{label}"
    return label


def is_not_zh(label: str) -> str:
    """Return a Chinese label denied.

    Example:
        >>> is_not_zh("重病患者"), is_not_zh("有劳动能力"), is_not_zh("家庭财产符合规定")
        ('不是重病患者', '没有劳动能力', '家庭财产不符合规定')
    """
    said = is_so_zh(label)
    if any(each in said for each in _SEVERAL_CLAUSES_ZH):
        return f"并非{said}"
    for verb, denied in _DENIED_ZH.items():
        if said.startswith(verb) and said.count(verb) == 1:
            return denied + said.removeprefix(verb)
    for verb, denied in _DENIED_INSIDE_ZH.items():
        if said.count(verb) == 1:
            return said.replace(verb, denied)
    return f"并非{said}"


def whether_zh(label: str) -> str:
    """Return a Chinese label as a question.

    Example:
        >>> whether_zh("重病患者"), whether_zh("独居"), whether_zh("家庭财产符合规定")
        ('是否为重病患者', '是否独居', '家庭财产是否符合规定')
    """
    said = is_so_zh(label)
    if not said.startswith(tuple(_DENIED_ZH)):
        for verb in _DENIED_INSIDE_ZH:
            if said.count(verb) == 1:
                return said.replace(verb, f"是否{verb}")
    return f"是否{said}"


def is_predicate_en(label: str) -> bool:
    """Whether an English label says by itself that something is so.

    Example:
        >>> is_predicate_en("meets the conditions"), is_predicate_en("seriously ill")
        (True, False)
    """
    return begins_with_verb(label) or " is " in label or " are " in label


def begins_with_verb(label: str) -> bool:
    """Whether an English label goes on from its subject: `is a Dibao recipient`."""
    return label.partition(" ")[0] in _VERBS_EN


def is_not_en(label: str) -> str:
    """Return an English label denied.

    Example:
        >>> is_not_en("meets the conditions"), is_not_en("assets are small"), is_not_en("seriously ill")
        ('does not meet the conditions', 'assets are not small', 'not seriously ill')
    """
    verb, gap, rest = label.partition(" ")
    several = any(f" {word} {each} " in label for word in ("and", "or") for each in _VERBS_EN)
    if several or rest.startswith("no "):
        return f"not ({label})"
    if verb in _VERBS_EN and rest.startswith("not "):
        return f"{verb} {rest.removeprefix('not ')}"
    if verb in _VERBS_EN:
        return f"{_STAND_ALONE_EN.get(verb, f'does not {_base(verb)}')}{gap}{rest}"
    for inside in (" is ", " are "):
        if inside in label:
            return label.replace(inside, f"{inside}not ", 1)
    return f"not {label}"


def the(label: str) -> str:
    """Return an English noun phrase with its article.

    Example:
        >>> the("monthly income"), the("the urban standard"), the("this year's income")
        ('the monthly income', 'the urban standard', "this year's income")
    """
    first = label.partition(" ")[0]
    return label if first in {"the", "a", "an", "this"} or first[0].isdigit() else f"the {label}"


def are(label: str) -> str:
    """Return `are` for an English noun phrase in the plural, otherwise `is`.

    Example:
        >>> are("monthly wages"), are("kinds of disability"), are("limit on assets"), are("illness")
        ('are', 'are', 'is', 'is')
    """
    ends = [at for at in (label.find(end) for end in _HEAD_ENDS) if at > 0]
    head = label[: min(ends)] if ends else label
    return "are" if head.endswith("s") and not head.endswith(_NOT_PLURAL) else "is"


def said(amount: Amount, lang: Language) -> str:
    """Return an amount inside a sentence: 12个月 is a time, where 12月 is December."""
    if lang == "zh" and amount.unit == _MONTH:
        return f"{plain(amount.number)}个月"
    return amount.text(lang)


def listed(parts: Sequence[str], lang: Language, *, word: str) -> str:
    """Return several things in a row.

    Example:
        >>> listed(["a", "b", "c"], "en", word="and"), listed(["甲", "乙", "丙"], "zh", word="与")
        ('a, b and c', '甲、乙与丙')
    """
    *first, last = parts
    if not first:
        return last
    between, gap = ("、", "") if lang == "zh" else (", ", " ")
    return f"{between.join(first)}{gap}{word}{gap}{last}"


def rounding(tree: Quotient, lang: Language) -> str:
    """Return how a quotient is rounded.

    Example:
        >>> from civaffairs.domain.rules.expr import Literal
        >>> from civaffairs.domain.units import Amount
        >>> fen = Literal(Amount(1, "元")).rounded("元", places=2, rounding="down")
        >>> rounding(fen, "zh"), rounding(fen, "en")
        ('保留2位小数，舍去尾数', 'rounded down to 2 decimals')
    """
    places, how = tree.places, tree.rounding
    if lang == "zh":
        if not places:
            return {"down": "向下取整", "up": "向上取整", "half_up": "四舍五入取整"}[how]
        tail = {"down": "舍去尾数", "up": "尾数进一", "half_up": "四舍五入"}[how]
        return f"保留{places}位小数，{tail}"
    way = {"down": "down ", "up": "up ", "half_up": ""}[how]
    to = f"{places} decimal{'' if places == 1 else 's'}" if places else "a whole number"
    return f"rounded {way}to {to}" + (", halves up" if how == "half_up" else "")


def _base(verb: str) -> str:
    """The base form of a verb: meets → meet, qualifies → qualify, passes → pass."""
    if verb.endswith("ies") and len(verb) > len("lies"):
        return verb.removesuffix("ies") + "y"
    return verb.removesuffix("es") if verb.endswith(("sses", "shes")) else verb.removesuffix("s")
