"""Text files are read in the encodings and with the separators that are met in practice."""

from __future__ import annotations

import pytest

from civaffairs import Amount
from civaffairs.exchange.delimited import decoded

TEXT = "指标,时间,数值,单位\r\n护理型床位占比,2023,55,%\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_a_file_is_read_in_the_encodings_that_offices_write(read, encoding):
    (seen,) = read(TEXT.encode(encoding))
    assert seen.value == Amount(55, "%")
    assert seen.of.id == "nursing_bed_share"


def test_utf_16_is_read_in_either_order_of_bytes():
    assert (
        decoded(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a")
        == decoded(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a")
        == TEXT
    )


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)),
        b"\x80\x81\xff",
        TEXT.encode("utf-16-le"),
        b"\xff\xfea",
        b"PK\x03\x04\x14\x00\x00\x00",
    ],
)
def test_what_is_no_text_is_refused(refused, content):
    (fault,) = refused(content)
    assert fault.code == "file_no_text"


@pytest.mark.parametrize(
    ("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.txt", "\t"), ("a.tsv", "\t")]
)
def test_the_separator_is_the_one_that_shows_a_heading(read, name, separator):
    (seen,) = read(TEXT.replace(",", separator), name)
    assert seen.value == Amount(55, "%")
    assert seen.source == f"{name}, C2"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_anywhere(read, end):
    assert len(read(TEXT.replace("\r\n", end))) == 1


def test_a_quoted_cell_may_hold_separators_and_lines(read):
    (seen,) = read('指标,时间,数值,单位,备注\n社会工作者数量,2023,"1,234",人,"一,\n二"\n')
    assert seen.value == Amount(1234, "人")
    assert seen.note.zh == "一,二"


def test_a_quote_that_never_closes_is_refused_and_does_not_swallow_the_rest(refused):
    (fault,) = refused('指标,时间,数值,单位\n"护理型床位占比,2023,55,%\n社会工作者数量,2023,5,人\n')
    assert fault.code == "quotes_unclosed"


def test_a_short_row_is_filled_with_nothing(read):
    (seen,) = read("指标,时间,数值,单位\n护理型床位占比,2023\n")
    assert seen.amount is None
    assert seen.source == "obs.csv, C2"


def test_a_file_without_heading_is_refused(refused):
    (fault,) = refused("甲,乙\n1,2\n")
    assert (fault.code, fault.where) == ("header_absent", "obs.csv")
