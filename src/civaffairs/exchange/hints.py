"""How to write what somebody meant: the hint for a value in a form that is met in practice and not read.

People write `1000元`, full-width digits, `2010/3/1`, or the number by which Excel keeps a date. None of them
is guessed at; the hint says how to write it. No hint shows the value itself.
"""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import normalize

from civaffairs.errors import Message, message

_UNKNOWN = frozenset(
    [
        "",
        "-",
        "--",
        "—",
        "/",
        "?",
        "？",
        "无",
        "不详",
        "不明",
        "未知",
        "na",
        "n/a",
        "nan",
        "none",
        "null",
        "unknown",
    ]
)
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_GROUPED = re.compile(r"[-+]?\d{1,4}([, _]\d{3,4})+(\.\d+)?")
_WITH_UNIT = re.compile(r"\D{0,3}\s*[-+]?[\d,]+(\.\d+)?\s*\D{1,12}|\D{1,3}\s*[-+]?[\d,]+(\.\d+)?")
_DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8}")
_FIRST_DAY, _LAST_DAY = 1, 80_000
"""Between these numbers Excel keeps the dates from 1900 to 2119."""


def hint(kind: str, data: object) -> Message:
    """Return how to write a value of a kind.

    Args:
        kind: what is wanted: `exact`, `whole`, `date`, `truth`, or another kind with a hint of its own.
        data: what stands there.

    Example:
        >>> hint("date", 40238).text("en")
        'This may be the number by which Excel keeps a date: write the date itself, as "2010-03-01"'
        >>> hint("exact", "1000元").code
        'hint_without_unit'
    """
    code = _code(kind, data)
    return message(code or f"hint_{kind}")


def _code(kind: str, data: object) -> str | None:
    if isinstance(data, str) and kind in {"exact", "whole", "date", "truth"}:
        text = normalize("NFKC", data).strip()
        if text.lower() in _UNKNOWN:
            return "hint_unknown"
        if kind == "exact":
            return _of_number(text, same=text == data)
        if kind == "date" and _DAY.fullmatch(text):
            return "hint_date_form"
    if kind == "date" and isinstance(data, int | Decimal) and not isinstance(data, bool):
        serial = _FIRST_DAY <= data <= _LAST_DAY
        return "hint_date_serial" if serial else "hint_date_form" if _DAY.fullmatch(str(data)) else None
    return None


def _of_number(text: str, *, same: bool) -> str | None:
    if _NUMBER.fullmatch(text):
        return None if same else "hint_plain_digits"
    if _GROUPED.fullmatch(text):
        return "hint_without_commas"
    return "hint_without_unit" if _WITH_UNIT.fullmatch(text) else None
