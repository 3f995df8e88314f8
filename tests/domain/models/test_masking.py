from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models.masking import STARS, mask, shown, without_long_numbers


@given(st.text(min_size=2).filter(lambda text: len(text) != 18))
def test_of_a_name_only_the_first_character_is_left(text):
    assert mask(text) == text[0] + "*" * (len(text) - 1)


@given(st.text(max_size=1))
def test_a_name_of_one_character_is_covered_whole(text):
    assert mask(text) == "*"


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True))
def test_of_an_identity_number_the_birth_date_never_shows(number):
    masked = mask(number)
    assert masked[4:14] == "*" * 10
    assert (masked[:4], masked[14:]) == (number[:4], number[14:])


@given(st.text(max_size=20), st.from_regex(r"[0-9]{11,20}", fullmatch=True), st.text(max_size=20))
def test_no_long_number_passes_in_a_column_that_is_not_personal(before, number, after):
    assert number not in without_long_numbers(before + number + after)
    assert number not in shown(number, personal=False)
    assert number not in shown(int("1" + number), personal=False)


@given(st.one_of(st.dates(), st.decimals(), st.integers(), st.booleans()))
def test_personal_data_that_is_no_text_is_covered_whole(value):
    assert shown(value, personal=True) == STARS


def test_what_is_not_personal_is_shown_as_it_is():
    assert shown(Decimal("0.48"), personal=False) == "Decimal('0.48')"
    assert shown(date(2025, 7, 1), personal=False) == "datetime.date(2025, 7, 1)"


def test_long_text_is_cut():
    assert len(shown("养" * 500, personal=False)) < 70
