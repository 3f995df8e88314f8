"""What is shown of personal data in a repr, a log and an error: enough to find a record, not to know it.

| what | shown |
|---|---|
| a number of 18 characters | `1100**********009X`: the first and the last four |
| other text, such as a name | `张**`: the first character |
| everything else: dates, money, health, care | `***` |

Whatever is not personal is shown as it is, but a run of eleven digits or more is masked there too: columns
get mixed up, and a telephone or identity number in the wrong column is still one.
"""

from __future__ import annotations

import re

STARS = "***"

# Compiled when something is masked for the first time.
_NUMBER = r"[0-9A-Za-z]{18}"
_LONG_NUMBER = r"\d{11,}[0-9A-Za-z]*"
_END = 4
_LONGEST = 60


def mask(text: str) -> str:
    """Return text with all but its beginning covered; of a number of 18 characters the end is left too.

    Example:
        >>> mask("张小甲"), mask("11000019491231009X")
        ('张**', '1100**********009X')
    """
    if re.fullmatch(_NUMBER, text):
        return text[:_END] + "*" * (len(text) - 2 * _END) + text[-_END:]
    return text[:1] + "*" * (len(text) - 1) if len(text) > 1 else "*"


def without_long_numbers(text: str) -> str:
    """Return text in which every run of eleven digits or more is masked.

    Example:
        >>> without_long_numbers("电话 13800000000,床位 120")
        '电话 1**********,床位 120'
    """
    return re.sub(_LONG_NUMBER, lambda found: mask(found[0]), text)


def shown(value: object, *, personal: bool) -> str:
    """Return how a value appears in a repr or an error.

    Example:
        >>> shown("张小甲", personal=True), shown(3, personal=True), shown(3, personal=False)
        ("'张**'", '***', '3')
    """
    if personal:
        return repr(mask(value)) if isinstance(value, str) else STARS
    plain = without_long_numbers(repr(value))
    return f"{plain[:_LONGEST]}…'" if isinstance(value, str) and len(plain) > _LONGEST else plain
