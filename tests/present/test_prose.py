"""Lines for a terminal: Chinese is two columns wide, numbers stay whole, closing signs begin no line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from civaffairs.present.prose import broken

TEXTS = st.text(st.sampled_from("护理型床位占比不低于年%,。()“”《》 abc0123456789.–/·人元①"), max_size=60)


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_the_column(text, width):
    assert all(cell_len(line) <= width for line in broken(text, width))


@given(TEXTS, st.integers(2, 40))
def test_nothing_but_blanks_is_lost(text, width):
    assert "".join("".join(broken(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize("width", range(8, 30))
def test_a_number_is_not_cut_and_keeps_its_sign_and_unit(width):
    lines = broken("农村低保标准不低于7608元,护理型床位占比不低于31.28%。", width)
    assert any("7608元" in line for line in lines)
    assert any("31.28%" in line for line in lines)


@pytest.mark.parametrize("width", range(6, 20))
def test_no_line_begins_with_a_closing_sign(width):
    lines = broken("社会救助、养老服务、儿童福利,区划地名。(含公益性公墓)乡镇级“完成”。", width)
    assert not [line for line in lines if line[:1] in "、,。)”"]


@pytest.mark.parametrize("sign", "，；：？！）％。、")
def test_no_line_begins_with_a_full_width_sign(sign):
    lines = broken(f"特困人员{sign}孤儿{sign}老年人{sign}", 8)
    assert not [line for line in lines if line.startswith(sign)]


def test_a_word_longer_than_the_line_is_cut_rather_than_lost():
    assert broken("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_english_breaks_between_words():
    assert broken("share of nursing beds", 12) == ["share of", "nursing beds"]


def test_a_text_cannot_command_the_terminal():
    assert broken("a\x1b[2Jb\x07\x9b1m", 40) == ["a\ufffd[2Jb\ufffd\ufffd1m"]
