"""Spoilt files of observations: read as they say, or refused by our own errors; never a figure of its own."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs import SHARE, Bounds, Direction, Indicator, Label, Series, Topic
from civaffairs.errors import InputInvalid
from civaffairs.exchange import workbooks
from civaffairs.exchange.observations import read_observations

CARE = Topic.ELDERLY_CARE
KNOWN = {
    each.id: each
    for each in (
        Indicator(
            "nursing_bed_share", Label("护理型床位占比", "nursing beds"), "%", Direction.UP, CARE, SHARE
        ),
        Indicator("care_centres", Label("养老服务中心数量", "centres"), "处", Direction.UP, CARE, Bounds()),
        Series("urban_consumption", Label("人均消费支出", "consumption per head"), "元/人·年"),
    )
}
ROWS = (
    ("护理型床位占比", "2023", "55.20", "%", "统计年报", "初步数"),
    ("养老服务中心数量", "2023年6月", "1234", "处", "", ""),
    ("urban_consumption", "2021..2023", "28至35万", "元/人·年", "", ""),
    ("care_centres", "2024-06-30", "——", "处", "", ""),
)
HEADINGS = ("指标", "时间", "数值", "单位", "来源", "备注")
TEXT = "".join(",".join(row) + "\n" for row in (HEADINGS, *ROWS))
OBJECTS = json.dumps([dict(zip(HEADINGS, row, strict=True)) for row in ROWS], ensure_ascii=False)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (HEADINGS, *ROWS):
        book.active.append(row)
    book.active["C3"] = 1234
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


WORKBOOK = workbook()


def repacked(changed: str, change: Callable[[bytes], bytes], **more: bytes) -> bytes:
    """The workbook with one of its parts changed, and more of them."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WORKBOOK)) as sound,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in sound.namelist():
            inside = sound.read(name)
            packed.writestr(name, change(inside) if name == changed else inside)
        for name, inside in more.items():
            packed.writestr(name, inside)
    return content.getvalue()


FILES = {
    "utf8.csv": TEXT.encode(),
    "marked.csv": TEXT.encode("utf-8-sig"),
    "gb.txt": TEXT.encode("gb18030"),
    "wide.csv": TEXT.encode("utf-16"),
    "tabs.tsv": TEXT.replace(",", "\t").encode(),
    "objects.json": OBJECTS.encode(),
    "book.xlsx": WORKBOOK,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("observations")


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", FILES)
def test_the_files_that_are_spoilt_can_be_read(folder, name):
    seen = read_observations(put(folder, name, FILES[name]), KNOWN)
    assert [str(each.period) for each in seen] == ["2023", "2023-06", "2021..2023", "2024-06-30"]


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_a_spoilt_file_is_read_or_refused_and_nothing_is_written(folder, name, data, attempt, spoilt):
    content = data.draw(spoilt(FILES[name]))
    path = put(folder, name, content)
    before = {each.name for each in folder.iterdir()}
    seen = attempt(read_observations, path, KNOWN)
    assert {each.name for each in folder.iterdir()} == before
    assert path.read_bytes() == content
    for each in seen or ():
        assert each.of in KNOWN.values()
        assert each.source.startswith(name)


@given(data=st.data())
def test_a_spoilt_sheet_within_a_sound_workbook_is_read_or_refused(folder, data, attempt, spoilt):
    """Bytes changed in a zip seldom reach the sheet, so here they are changed before it is packed."""
    names = zipfile.ZipFile(io.BytesIO(WORKBOOK)).namelist()
    content = repacked(data.draw(st.sampled_from(names)), lambda inside: data.draw(spoilt(inside)))
    attempt(read_observations, put(folder, "packed.xlsx", content), KNOWN)


figures = st.decimals(0, 99_999, places=2).map(str) | st.integers(0, 10**9).map(str)


@pytest.mark.parametrize("name", FILES)
@given(data=st.data(), figure=figures)
def test_a_changed_figure_is_a_changed_value_or_an_error(folder, name, data, figure, attempt):
    text = TEXT.replace("1234", figure)
    if name == "book.xlsx":
        content = repacked(
            "xl/worksheets/sheet1.xml", lambda sheet: sheet.replace(b"<v>1234<", f"<v>{figure}<".encode())
        )
    elif name == "objects.json":
        quoted = f'"{figure}"' if data.draw(st.booleans()) else figure
        content = OBJECTS.replace('"1234"', quoted).encode()
    else:
        encodings = {"marked.csv": "utf-8-sig", "gb.txt": "gb18030", "wide.csv": "utf-16"}
        text = text.replace(",", "\t") if name == "tabs.tsv" else text
        content = text.encode(encodings.get(name, "utf-8"))
    seen = attempt(read_observations, put(folder, name, content), KNOWN)
    assert seen is None or seen[1].value.number == Decimal(figure)


@given(data=st.data())
def test_a_digit_that_is_changed_anywhere_changes_what_is_read_or_is_refused(folder, data, attempt):
    places = [at for at, sign in enumerate(TEXT) if sign.isdigit() and sign.isascii()]
    at = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != TEXT[at]]))
    path = put(folder, "digits.csv", TEXT.encode())
    before = read_observations(path, KNOWN)
    put(folder, "digits.csv", (TEXT[:at] + other + TEXT[at + 1 :]).encode())
    after = attempt(read_observations, path, KNOWN)
    assert after is None or [(each.period, each.value) for each in after] != [
        (each.period, each.value) for each in before
    ]


def refused(path: Path) -> list[str]:
    with pytest.raises(InputInvalid) as caught:
        read_observations(path, KNOWN)
    return [caught.value.text("zh")]


HUGE = (
    *("9" * 1_000_000, "1," + "000," * 100_000, "甲" * 500_000, "%·" * 100_000, "5 " + "元 " * 50_000),
    *("5%^99999999", "5元^" + "9" * 5000, "1e999999999"),
)


@pytest.mark.parametrize("cell", HUGE, ids=range(len(HUGE)))
def test_a_huge_cell_is_refused_in_time_and_not_repeated_whole(folder, cell, attempt):
    for place in range(4):
        row = ["护理型床位占比", "2023", "55", "%"]
        row[place] = cell
        text = "指标,时间,数值,单位\n" + ",".join(f'"{each}"' for each in row) + "\n"
        path = put(folder, "huge.csv", text.encode())
        (said,) = attempt(refused, path)
        assert len(said) < 1000


def test_a_workbook_that_unpacks_to_more_than_there_is_room_for_is_refused(folder, monkeypatch):
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 2**20)
    path = put(folder, "bomb.xlsx", repacked("", bytes, bomb=b" " * 2**21))
    assert path.stat().st_size < 2**15
    with pytest.raises(InputInvalid) as caught:
        read_observations(path, KNOWN)
    assert [each.code for each in caught.value.faults] == ["workbook_inflated"]


def test_entities_that_multiply_are_not_multiplied(folder, attempt):
    """The billion laughs: ten entities that name each other ten times over."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 100}">' for n in range(10)]
    laughs = f"<?xml version='1.0'?><!DOCTYPE sst [{''.join(names)}]>".encode()
    content = repacked(
        "xl/worksheets/sheet1.xml", lambda sheet: laughs + sheet.replace(b"<v>", b"<v>&a9;", 1)
    )
    assert attempt(read_observations, put(folder, "laughs.xlsx", content), KNOWN) is None


# Cells that people write, and what each may be read as; None where nothing but a refusal will do

CELLS = {
    "55": 55,
    "５５": 55,
    "55.20": "55.20",
    "1,234": 1234,
    "１，２３４．５": "1234.5",
    " 55 ": 55,
    "55处": 55,
    "1.2万": 12_000,
    "1.2万处": 12_000,
    "-5": -5,
    "−5": -5,
    "1e400": None,
    "1e2": None,
    "1E+2": None,
    "NaN": None,
    "nan": None,
    "inf": None,
    "Infinity": None,
    "-Infinity": None,
    "1e-400": None,
    "5 5": None,
    "5..": None,
    "5.5.5": None,
    "1,23": None,
    "1，2，3": None,
    "0x10": None,
    "٣": None,
    "²": None,
    "5²": None,
    "1234①": None,
    "12 ¹": None,
    "½": None,
    "五": None,
    "五十五": None,
    "约55": None,
    "≥55": None,
    "55+": None,
    "55?": None,
    "=1+1": None,
    "#REF!": None,
    "55%": None,
    "55‰": None,
    "55元": None,
    "55人": None,
    "2023年": None,
    "2023-06-30": None,
    "6-7": None,
    "9" * 22: None,
    "0." + "1" * 22: None,
    "TRUE": None,
    "是": None,
    "5_5": None,
    "5\u200b5": 55,
    "5\u00a05": None,
}


@pytest.mark.parametrize("cell", CELLS, ids=range(len(CELLS)))
@pytest.mark.parametrize("suffix", ["csv", "json", "xlsx"])
def test_a_cell_is_read_as_what_it_says_and_never_as_something_else(folder, cell, suffix, attempt):
    row = ("养老服务中心数量", "2023", cell, "处")
    if suffix == "xlsx":
        book = openpyxl.Workbook()
        book.active.append(HEADINGS[:4])
        book.active.append(row)
        book.active["C2"].data_type = "s"
        content = io.BytesIO()
        book.save(content)
        path = put(folder, "cell.xlsx", content.getvalue())
    elif suffix == "json":
        path = put(folder, "cell.json", json.dumps([dict(zip(HEADINGS, row, strict=False))]).encode())
    else:
        quoted = ",".join(f'"{each}"' for each in row)
        path = put(folder, "cell.csv", f"{','.join(HEADINGS[:4])}\n{quoted}\n".encode())
    seen = attempt(read_observations, path, KNOWN)
    expected = CELLS[cell]
    if expected is None and seen is not None:
        (only,) = seen  # a yes or no, where somebody wrote one, is no figure
        assert only.value is True
        assert cell in ("TRUE", "是")
    else:
        assert (seen is None) is (expected is None)
        assert seen is None or seen[0].value.number == Decimal(expected)


kept = (
    st.integers(-(10**25), 10**25)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
    | st.sampled_from(sorted(CELLS))
)
formats = st.sampled_from(
    (
        "General",
        "0",
        "0.00",
        "0%",
        "0.0%",
        "#,##0",
        "#,##0,",
        "yyyy-mm-dd",
        "yyyy年m月",
        '0"万"',
        "@",
        "[h]:mm",
        ";;;",
    )
)


@given(value=kept, form=formats)
def test_a_number_in_a_workbook_is_the_number_that_it_shows_or_is_refused(folder, value, form, attempt):
    book = openpyxl.Workbook()
    book.active.append(HEADINGS[:4])
    book.active.append(("养老服务中心数量", 2023, None, "处"))
    book.active["C2"] = value
    if isinstance(value, int | float | Decimal):
        book.active["C2"].number_format = form
    content = io.BytesIO()
    book.save(content)
    seen = attempt(read_observations, put(folder, "kept.xlsx", content.getvalue()), KNOWN)
    if seen is None or isinstance(value, str):
        return
    (only,) = seen
    if isinstance(value, bool):
        assert only.value is value
    elif isinstance(value, int | float | Decimal):
        # What openpyxl writes of a float has sixteen digits.
        assert only.value.number in (Decimal(str(value)), Decimal(f"{value:.16g}"))
        assert "%" not in form
        assert not form.endswith(",")
    else:
        assert only.value is None, "a date, a time or a length of time is no number of places"


@given(rows=st.lists(st.sampled_from(ROWS), min_size=2, max_size=6))
def test_a_row_that_stands_there_twice_is_refused(folder, rows, attempt):
    text = "".join(",".join(row) + "\n" for row in (HEADINGS, *rows))
    seen = attempt(read_observations, put(folder, "twice.csv", text.encode()), KNOWN)
    assert (seen is None) is (len(set(rows)) < len(rows))


@given(first=st.integers(1, 5), last=st.integers(1, 5), column=st.sampled_from("ABCDEF"))
def test_merged_cells_are_never_read_as_several(folder, first, last, column, attempt):
    book = openpyxl.load_workbook(io.BytesIO(WORKBOOK))
    low, high = min(first, last), max(first, last)
    book.active.merge_cells(f"{column}{low}:{column}{high}")
    content = io.BytesIO()
    book.save(content)
    seen = attempt(read_observations, put(folder, "merged.xlsx", content.getvalue()), KNOWN)
    assert (seen is None) is (high > 1)
