"""Chinese numerals as headings and rules write them: 一, 十二, 二十三, 一百零五, and back."""

from __future__ import annotations

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
SIGNS = "零〇一二两三四五六七八九十百千"


def number_of(numeral: str) -> int:
    """Return the number that the digits of any script or a Chinese numeral mean.

    Example:
        >>> number_of("十二"), number_of("一百零五"), number_of("7")
        (12, 105, 7)
    """
    if numeral.isdecimal():
        return int(numeral)
    total, digit = 0, 0
    for sign in numeral:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def numeral_of(number: int) -> str:
    """Return the Chinese numeral of a number below a thousand.

    Example:
        >>> numeral_of(12), numeral_of(20), numeral_of(105), numeral_of(110)
        ('十二', '二十', '一百零五', '一百一十')
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = f"{_of(hundreds)}百" if hundreds else ""
    if tens:
        written += ("" if tens == 1 and not hundreds else _of(tens)) + "十"
    elif hundreds and ones:
        written += "零"
    return written + (_of(ones) if ones or not number else "")


def spellings_of(number: int) -> tuple[str, ...]:
    """Return the ways in which text spells a number before a unit: 每百张 means each hundred.

    Example:
        >>> spellings_of(2), spellings_of(100), spellings_of(10_000)
        (('二', '两'), ('一百', '百'), ('万',))
    """
    if number >= 1000:
        return {1000: ("一千", "千"), 10_000: ("万",)}.get(number, ())
    numeral = numeral_of(number)
    return (numeral, *{2: ("两",), 100: ("百",)}.get(number, ()))


def _of(digit: int) -> str:
    return "零一二三四五六七八九"[digit]
