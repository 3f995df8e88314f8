"""What stands in a terminal and in a pipe, at several widths."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from civaffairs.domain.units import Amount
from civaffairs.errors import message
from civaffairs.present.terminal import print_progress, print_table
from civaffairs.present.view import Column, TableView
from civaffairs.present.words import NotKnown

DRAWN = set("─│┌┐└┘├┤━┃┏┓╭╮╰╯═║")


def printed(view, width, lang, *, terminal=False, show=print_progress):
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        legacy_windows=False,
    )
    show(view, console, lang)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(running, finished, width, lang):
    for view in (running, finished):
        lines = printed(view, width, lang).splitlines()
        assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_outcome_is_there_in_full_with_its_symbol(running, width, lang):
    text = printed(running, width, lang)
    expected = {
        "zh": ("✓ 已达到", "▸ 符合进度", "◂ 落后于进度", "? 无法判断"),
        "en": ("✓ met", "▸ on course", "◂ behind", "? cannot tell"),
    }
    for word in expected[lang]:
        assert word in text


def test_a_pipe_gets_no_colour_no_lines_and_no_blanks_at_the_end(running):
    text = printed(running, 100, "zh")
    assert "\x1b" not in text
    assert not DRAWN & set(text)
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_a_terminal_gets_colour_and_the_same_words(running):
    coloured, plain = printed(running, 100, "zh", terminal=True), printed(running, 100, "zh")
    assert "\x1b[" in coloured
    assert "落后于进度" in coloured
    assert "落后于进度" in plain


def test_where_the_verdicts_differ_there_is_a_list_of_its_own(finished, running):
    text = printed(finished, 100, "zh")
    _, _, differences = text.partition("≠ 文件与本库结论不同之处")
    assert "文件称“完成”，本库结论“未达到”" in differences
    assert "城市社区养老服务设施覆盖率" not in differences
    assert "≠" not in printed(running, 100, "zh")


def test_what_is_not_known_is_a_dash_and_its_reason_follows(running):
    text = printed(running, 100, "zh")
    line = next(line for line in text.splitlines() if line.startswith("8 "))
    assert line.count("—") == 3
    assert "规划没有给出目标值" in text


def test_reasons_stand_in_the_table_where_there_is_room_and_below_where_not(running):
    title = message("report_reasons").text("zh")
    assert title in printed(running, 80, "zh")
    wide = printed(running, 140, "zh")
    assert title not in wide
    assert "理由" in wide


def test_a_date_that_all_targets_share_stands_once_in_the_heading(finished):
    text = printed(finished, 100, "zh")
    assert "目标(2020年)" in text
    assert "不低于100%(2020年)" not in text


def test_a_label_with_markup_of_rich_is_shown_as_it_is():
    table = TableView("[bold]t[/]", (Column("a", "[red]A"),), (("[link=x]甲[/link]",),), ("[/]",))
    text = printed(table, 80, "zh", show=print_table)
    assert text.split() == ["[bold]t[/]", "[red]A", "[link=x]甲[/link]", "[/]"]


def test_a_table_shows_numbers_to_the_right_and_nothing_as_zero():
    table = TableView(
        message("report_title"),
        (Column("n", "数", numeric=True), Column("v", "值")),
        ((3, Amount("0.48", "%")), (None, NotKnown(message("nothing_declared"))), (12, "文")),
    )
    lines = printed(table, 80, "zh", show=print_table).splitlines()
    assert lines[2:] == [" 3  0.48%", "    —（来源没有写明）", "12  文"]
