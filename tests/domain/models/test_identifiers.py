from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from civaffairs.domain.models import (
    Sex,
    birth_in,
    credit_check,
    credit_problems,
    identity_check,
    identity_problems,
    sex_in,
    tidied,
)
from civaffairs.errors import InputInvalid

PROVINCES = [*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)]
PROVINCES += [71, 81, 82, 83]
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def complete(first):
    return first + identity_check(first)


@st.composite
def identity_numbers(draw):
    # County 00 does not exist, so no real person has one of these.
    born = draw(st.dates(date(1880, 1, 1), date(2099, 12, 31)))
    order = draw(st.integers(0, 999))
    return complete(f"{draw(st.sampled_from(PROVINCES))}0000{born:%Y%m%d}{order:03}")


@st.composite
def credit_codes(draw):
    region = draw(st.integers(0, 999999))
    body = draw(st.text(ALPHABET, min_size=9, max_size=9))
    first = f"{draw(st.text(ALPHABET, min_size=2, max_size=2))}{region:06}{body}"
    return first + credit_check(first)


def codes(problems):
    return [each.code for each in problems]


@given(identity_numbers())
def test_the_check_character_agrees_with_stdnum(number):
    assert ric.calc_check_digit(number) == number[-1]
    assert codes(identity_problems(number)) == []
    assert birth_in(number) == ric.get_birth_date(number)


@given(identity_numbers(), st.integers(0, 16), st.integers(1, 9))
def test_every_change_of_one_digit_is_caught(number, place, step):
    changed = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert "identity_check" in codes(identity_problems(changed))


@given(identity_numbers(), st.integers(0, 15))
def test_every_swap_of_neighbours_is_caught(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or codes(identity_problems(swapped))


@given(identity_numbers())
def test_full_width_and_lower_case_are_the_same_number(number):
    wide = "".join(chr(ord(character) + 0xFEE0) for character in number.lower())
    assert tidied(f" {wide}\n") == number
    assert codes(identity_problems(wide)) == []


@given(identity_numbers())
def test_the_last_digit_before_the_check_tells_the_sex(number):
    assert sex_in(number) == (Sex.MALE if number[16] in "13579" else Sex.FEMALE)


@given(st.text(max_size=30))
def test_no_text_whatever_breaks_the_checks(text):
    assert codes(identity_problems(text)) != [""]
    assert codes(credit_problems(text)) != [""]


@given(identity_numbers(), st.integers(0, 17))
def test_no_message_shows_the_number(number, place):
    broken = number[:place] + "?" + number[place + 1 :]
    digits = number[6:14]
    for each in [*identity_problems(broken), *identity_problems(number[:-1]), *credit_problems(number)]:
        assert digits not in each.text("zh") + each.text("en")


@pytest.mark.parametrize("county", ["110223", "310224", "330106"])
def test_a_county_that_was_abolished_is_no_fault(county):
    assert codes(identity_problems(complete(f"{county}19480101001"))) == []


def test_a_number_of_15_digits_is_said_to_be_withdrawn():
    (problem,) = identity_problems("110000491231001")
    assert (problem.code, "18" in problem.mend("en")) == ("identity_withdrawn", True)


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("", ["identity_length"]),
        ("11000019491231009", ["identity_length"]),
        ("1100001949123100A9", ["identity_malformed"]),
        ("11000019491231٠09X", ["identity_malformed"]),
        (complete("99000019491231009"), ["identity_province"]),
        (complete("11000019491331009"), ["identity_date"]),
        (complete("11000019490229009"), ["identity_date"]),
        (complete("11000000001231009"), ["identity_date"]),
        (complete("11000018791231009"), ["identity_date"]),
        ("990000194913310090", ["identity_province", "identity_date", "identity_check"]),
    ],
)
def test_everything_wrong_with_a_number_is_named_at_once(number, wrong):
    assert codes(identity_problems(number)) == wrong


def test_no_date_is_read_from_a_number_that_is_wrong():
    with pytest.raises(InputInvalid) as caught:
        birth_in("990000194913310090")
    assert len(caught.value.faults) == 3


def test_a_birth_after_today_is_not_judged_here():
    assert birth_in(complete("11000020990101009")) == date(2099, 1, 1)


@given(credit_codes())
def test_the_check_of_a_credit_code_agrees_with_stdnum(code):
    assert uscc.calc_check_digit(code[:-1]) == code[-1]
    assert codes(credit_problems(code)) == []
    assert uscc.is_valid(code) or not code[:2].isdigit()


@given(credit_codes(), st.integers(0, 17), st.integers(1, 30))
def test_every_change_of_one_character_of_a_credit_code_is_caught(code, place, step):
    other = ALPHABET[(ALPHABET.index(code[place]) + step) % 31]
    assert codes(credit_problems(code[:place] + other + code[place + 1 :]))


def test_letters_may_begin_a_credit_code():
    first = "N2330106000000001"
    assert codes(credit_problems(first + credit_check(first))) == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("5110", ["credit_length"]),
        ("5110000000000000IH", ["credit_malformed"]),
        ("51A00000000000001H", ["credit_malformed"]),
        ("51100000000000001J", ["credit_check"]),
    ],
)
def test_what_is_wrong_with_a_credit_code_is_named(code, wrong):
    assert codes(credit_problems(code)) == wrong


def test_what_is_no_text_is_left_for_the_check_of_types():
    assert tidied(None) is None
    assert tidied(110000) == 110000
