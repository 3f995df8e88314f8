"""Resident identity numbers (居民身份证号) and credit codes (统一社会信用代码): form and check digit.

Only what a number itself can show is checked. The county in an identity number is not: counties are renamed
and abolished while people keep their numbers, so only the province must exist (81, 82 and 83 are the
residence permits of people from Hong Kong, Macao and Taiwan). Nor is a birth date compared with today: the
domain has no clock.

Full-width characters and a lower-case x are the same number written differently; `tidied` brings them to one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from civaffairs.domain.models.masking import mask, without_long_numbers
from civaffairs.domain.models.terms import Sex
from civaffairs.errors import Fault, InputInvalid, Message, message, raise_all

EARLIEST_BIRTH = date(1880, 1, 1)
"""Nobody who was born earlier is alive; a number that says so is wrong."""

_LENGTH = 18
_WITHDRAWN_LENGTH = 15
# Compiled when the first number is looked at: most cases that are decided have none.
_IDENTITY = r"[0-9]{17}[0-9X]"
_PROVINCE = r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]"
_IDENTITY_CHECKS = "10X98765432"  # by the remainder of the weighted sum, ISO 7064 MOD 11-2
# GB 32100 leaves out the letters that are taken for digits or for one another.
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT = rf"[{_CREDIT_ALPHABET}]{{2}}[0-9]{{6}}[{_CREDIT_ALPHABET}]{{10}}"


def tidied(text: object) -> object:
    """Return a number in its usual spelling: plain characters, upper case, nothing around it.

    Anything but text is returned as it is, for the check of types to find (an attrs converter).

    Example:
        >>> tidied(" １１００００１９４９１２３１００９ｘ ")
        '11000019491231009X'
    """
    return unicodedata.normalize("NFKC", text).strip().upper() if isinstance(text, str) else text


def identity_check(first: str) -> str:
    """Return the check character for the first 17 digits of a resident identity number (ISO 7064 MOD 11-2).

    Example:
        >>> identity_check("11000019491231009")
        'X'
    """
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first))
    return _IDENTITY_CHECKS[total % 11]


def credit_check(first: str) -> str:
    """Return the check character for the first 17 characters of a credit code (GB 32100, modulo 31).

    Example:
        >>> credit_check("51100000000000001")
        'H'
    """
    total = sum(
        _CREDIT_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(first)
    )
    return _CREDIT_ALPHABET[-total % 31]


def identity_problems(text: str) -> Iterator[Message]:
    """Yield everything that is wrong with a resident identity number (a check for `fact`).

    The number is masked in every message.

    Example:
        >>> [each.text("en") for each in identity_problems("110000194912310091")]
        ['the check character of the resident identity number 1100**********0091 does not fit']
    """
    number = str(tidied(text))
    if len(number) == _WITHDRAWN_LENGTH and number.isdecimal():
        yield message("identity_withdrawn")
    elif len(number) != _LENGTH:
        yield message("identity_length", length=len(number))
    elif not re.fullmatch(_IDENTITY, number):
        yield message("identity_malformed", number=mask(number))
    else:
        if not re.match(_PROVINCE, number):
            yield message("identity_province", number=mask(number))
        if _birth(number) is None:
            yield message("identity_date", number=mask(number), earliest=EARLIEST_BIRTH.year)
        if identity_check(number[:-1]) != number[-1]:
            yield message("identity_check", number=mask(number))


def credit_problems(text: str) -> Iterator[Message]:
    """Yield everything that is wrong with a unified social credit code (a check for `fact`).

    Example:
        >>> list(credit_problems("51100000000000001H")), [each.code for each in credit_problems("5110")]
        ([], ['credit_length'])
    """
    code = str(tidied(text))
    if len(code) != _LENGTH:
        yield message("credit_length", length=len(code))
    elif not re.fullmatch(_CREDIT, code):
        yield message("credit_malformed", code=without_long_numbers(code))
    elif credit_check(code[:-1]) != code[-1]:
        yield message("credit_check", code=without_long_numbers(code))


def birth_in(number: str) -> date:
    """Return the birth date in a resident identity number. In some numbers it is the date of registration.

    Raises:
        InputInvalid: with everything that is wrong with the number.

    Example:
        >>> birth_in("11000019491231009X")
        datetime.date(1949, 12, 31)
    """
    plain = _sound(number)
    return date(int(plain[6:10]), int(plain[10:12]), int(plain[12:14]))


def sex_in(number: str) -> Sex:
    """Return the sex in a resident identity number: the last digit before the check character is odd for men.

    Raises:
        InputInvalid: with everything that is wrong with the number.

    Example:
        >>> sex_in("11000019491231009X")
        Sex.MALE
    """
    return Sex.MALE if int(_sound(number)[-2]) % 2 else Sex.FEMALE


def _sound(number: str) -> str:
    raise_all(InputInvalid, (Fault("", each) for each in identity_problems(number)))
    return str(tidied(number))


def _birth(number: str) -> date | None:
    try:
        day = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return day if day >= EARLIEST_BIRTH else None
