"""Identity numbers and credit codes: no wrong check character is ever taken, and no text breaks the check."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from civaffairs.domain.models.identifiers import (
    birth_in,
    credit_check,
    credit_problems,
    identity_check,
    identity_problems,
    sex_in,
)
from civaffairs.errors import InputInvalid

CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
born = st.dates(date(1900, 1, 1), date(2025, 12, 31))


@st.composite
def identities(draw):
    province = draw(st.sampled_from(("11", "34", "50", "32", "81")))
    first = f"{province}{draw(st.integers(0, 9999)):04}{draw(born):%Y%m%d}{draw(st.integers(0, 999)):03}"
    return first + identity_check(first)


@st.composite
def codes(draw):
    first = draw(st.sampled_from(("51", "52", "53", "13"))) + f"{draw(st.integers(110000, 659999))}"
    first += draw(st.text(CREDIT, min_size=9, max_size=9))
    return first + credit_check(first)


@st.composite
def misspelt(draw, sound):
    """A number with one character changed, or two neighbours exchanged."""
    number = draw(sound)
    at = draw(st.integers(0, 17))
    if draw(st.booleans()):
        other = draw(st.sampled_from([each for each in CREDIT if each != number[at]]))
        return number[:at] + other + number[at + 1 :]
    at = min(at, 16)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


@given(identities())
def test_a_sound_identity_number_is_taken_and_read(number):
    assert list(identity_problems(number)) == []
    assert f"{birth_in(number):%Y%m%d}" == number[6:14]
    assert sex_in(number).name == ("MALE" if int(number[16]) % 2 else "FEMALE")


@given(codes())
def test_a_sound_credit_code_is_taken(code):
    assert list(credit_problems(code)) == []
    assert uscc.is_valid(code)


@given(misspelt(identities()))
def test_an_identity_number_with_a_slip_of_the_pen_is_never_taken(slip):
    if not ric_sound(slip):
        assert list(identity_problems(slip)) != []
        with pytest.raises(InputInvalid):
            birth_in(slip)


def ric_sound(number: str) -> bool:
    """Whether the last character fits, reckoned by another library."""
    try:
        return ric.calc_check_digit(number) == number[-1]
    except ValueError:
        return False


@given(misspelt(codes()))
def test_a_credit_code_with_a_slip_of_the_pen_is_never_taken(code):
    try:
        sound = uscc.calc_check_digit(code[:-1]) == code[-1]
    except ValueError:
        sound = False
    if not sound:
        assert list(credit_problems(code)) != []


numbers = st.text(max_size=20) | st.text("0123456789Xx１２Ⅹ٣²", min_size=15, max_size=18)


@given(numbers, st.sampled_from((identity_problems, credit_problems)))
def test_any_text_has_problems_that_can_be_said_and_do_not_show_it(text, problems):
    for each in problems(text):
        for lang in ("zh", "en"):
            said = each.text(lang)
            assert said
            assert len(text) < 15 or text not in said


@given(numbers)
def test_what_is_taken_has_the_check_character_of_another_library(text):
    if not list(identity_problems(text)):
        plain = "".join(str(int(each)) if each.isdecimal() else "X" for each in text.strip())
        assert ric_sound(plain)
