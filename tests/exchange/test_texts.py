"""A folder of documents is read whatever its files are kept in; what cannot be read is said."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from civaffairs.errors import InputInvalid
from civaffairs.exchange.verifying import texts
from civaffairs.exchange.verifying.texts import SourceText, read_text, read_texts

PLAN = "一、现状\n养老床位32张。\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAN.encode(),
        codecs.BOM_UTF8 + PLAN.encode(),
        PLAN.encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
        PLAN.encode("gb18030"),
        PLAN.replace("\n", "\r\n").encode(),
        PLAN.replace("\n", "\r").encode(),
    ],
)
def test_a_text_reads_the_same_in_every_encoding(tmp_path: Path, content: bytes):
    file = tmp_path / "plan.txt"
    file.write_bytes(content)
    assert read_text(file).content.lstrip("\ufeff") == PLAN


def test_a_character_is_found_on_its_line():
    text = SourceText.of("plan.txt", PLAN)
    assert [text.line_of(at) for at in (0, 4, 5, 13, 14)] == [1, 1, 2, 2, 3]


PAGE = """<!DOCTYPE html>
<html><head><title>不算</title><style>p { width: 99px }</style></head>
<body><script>var n = 77;</script>
<h1>桃源区规划</h1>
<p>养老床位
<b>3</b>2&nbsp;张&#12290;</p>
<table><tr><th>指标</th><th>2025年</th></tr>
<tr><td>1</td><td>≥&#54;0</td></tr></table>
<p>第一行<br>第二行</p>
</body></html>
"""


def test_a_page_is_read_as_a_browser_shows_it(tmp_path: Path):
    file = tmp_path / "plan.HTM"
    file.write_bytes(PAGE.encode())
    text = read_text(file)
    shown = [line.strip().replace("\u00a0", " ") for line in text.content.split("\n") if line.strip()]
    assert shown == [
        "桃源区规划", "养老床位 32 张。", "指标", "2025年", "1", "≥60", "第一行", "第二行",
    ]  # fmt: skip
    assert text.line_of(text.content.index("32")) == 6
    assert text.line_of(text.content.index("≥60")) == 8


def test_a_head_that_is_never_closed_does_not_hide_the_page():
    assert "床位" in SourceText.of_page("a.html", "<head><title>不算<body><p>床位").content


def test_what_cannot_be_read_is_said_all_at_once_with_how_to_mend_it(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(texts, "MAX_CHARACTERS", 40)
    (tmp_path / "plan.txt").write_bytes(PLAN.encode())
    (tmp_path / "page.html").write_bytes(b"<html><head><title>x</title></head></html>")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.md").write_bytes(b" \n\t\n")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "nameless").write_bytes(b"x")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)))
    (tmp_path / "long.txt").write_bytes(("长" * 41).encode())
    (tmp_path / ".hidden.txt").write_bytes(b"")
    (tmp_path / "folder.txt").mkdir()
    read = read_texts(tmp_path)
    assert [text.name for text in read.found] == ["plan.txt"]
    assert {each.where: each.code for each in read.passed_over} == {
        "page.html": "text_blank",
        "empty.txt": "file_empty",
        "blank.md": "text_blank",
        "scan.pdf": "text_kind_unknown",
        "nameless": "text_kind_unknown",
        "picture.txt": "text_undecodable",
        "long.txt": "text_too_long",
    }
    for each in read.passed_over:
        assert each.what.mend("zh")
        assert each.what.mend("en")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(InputInvalid) as caught:
        read_texts(tmp_path / "none")
    assert caught.value.faults[0].code == "folder_absent"
    (tmp_path / "file.txt").write_text("x", "utf-8")
    with pytest.raises(InputInvalid):
        read_texts(tmp_path / "file.txt")


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path: Path, monkeypatch):
    def refuse(_: Path):
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InputInvalid) as caught:
        read_texts(tmp_path)
    assert caught.value.faults[0].code == "folder_unreadable"


@pytest.mark.parametrize(
    "unclosed", ["<!--", "<a ", "<p", '<a b="', "<a/", "</", "<?", "<!", "<script>", "<![CDATA["]
)
def test_a_page_whose_tags_never_close_is_read_in_time(unclosed):
    """The parser of the standard library reads to the end from each of them; here that would take minutes."""
    text = SourceText.of_page("page.html", "<p>养老床位32张</p>" + unclosed * 40_000)
    assert text.content.strip().startswith("养老床位32张")


@pytest.mark.parametrize("page", ["<p>3 < 5</p>", "<p>3 < 5", "<p>32张<!-- 不算 --></p>", "<p>32张<!-- 不算"])
def test_what_a_page_shows_before_what_is_never_closed_is_read(page):
    shown = SourceText.of_page("page.html", page).content.strip()
    assert shown in ("3 < 5", "32张")
