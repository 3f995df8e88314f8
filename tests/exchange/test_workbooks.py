"""Excel files are read as Excel shows them, and what Excel did to a figure on its own is seen."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from civaffairs import Amount
from civaffairs.errors import ExtraMissing, InputInvalid
from civaffairs.exchange.observations import read_observations

HEADER = ("指标", "时间", "数值", "单位")


def saved(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(*rows, title="指标", header=HEADER):
    book = Workbook()
    book.active.title = title
    for row in (header, *rows):
        book.active.append(row)
    return book


def changed(content, change):
    """Rewrite the parts of a workbook: `change` gets the name and the text of each."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, change(entry.filename, old.read(entry).decode()))
    return result.getvalue()


@pytest.fixture
def read_book(read):
    return lambda book: read(saved(book), "obs.xlsx")


@pytest.fixture
def book_refused(refused):
    return lambda book: refused(saved(book), "obs.xlsx")


def with_format(value, number_format, unit="%", name="护理型床位占比"):
    book = book_of((name, 2023, value, unit))
    book.active["C2"].number_format = number_format
    return book


def test_a_row_of_a_sheet_becomes_an_observation(read_book):
    (seen,) = read_book(book_of(("护理型床位占比", 2023, 55.5, "%")))
    assert seen.value == Amount("55.5", "%")
    assert str(seen.period) == "2023"
    assert seen.source == "obs.xlsx, 指标!C2"


def test_a_sheet_whose_name_has_a_space_is_quoted_as_in_a_formula(read_book):
    (seen,) = read_book(book_of(("护理型床位占比", 2023, 5, "%"), title="2023 年"))
    assert seen.source == "obs.xlsx, '2023 年'!C2"


def test_every_sheet_with_a_heading_is_read_and_the_others_are_passed_over(read_book):
    book = book_of(("护理型床位占比", 2023, 5, "%"))
    book.create_sheet("说明").append(["填表说明"])
    second = book.create_sheet("二")
    second.append(["桃源区民政局"])
    second.append(["指标", "年份", "数值(人)"])
    second.append(["社会工作者数量", 2023, 8])
    assert [each.source for each in read_book(book)] == ["obs.xlsx, 指标!C2", "obs.xlsx, 二!C3"]


def test_a_workbook_without_any_heading_is_refused(book_refused):
    assert [each.code for each in book_refused(book_of(header=("甲", "乙")))] == ["header_absent"]


def test_a_repetition_in_another_sheet_names_it(book_refused):
    book = book_of(("护理型床位占比", 2023, 5, "%"))
    book.create_sheet("二").append(HEADER)
    book["二"].append(("护理型床位占比", 2023, 5, "%"))
    (fault,) = book_refused(book)
    assert fault.code == "observed_twice"
    assert fault.where == "obs.xlsx, 二!C2 数值"
    assert "指标!C2" in fault.text("zh")


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "[Red]0.0%;-0.0%"])
def test_a_percentage_cell_means_what_it_shows(read_book, number_format):
    seen = [
        *read_book(with_format(0.55, number_format)),
        *read_book(with_format(0.285, number_format, unit=None)),
    ]
    assert [each.value for each in seen] == [Amount(55, "%"), Amount("28.5", "%")]


def test_a_percent_sign_that_is_only_decoration_changes_nothing(read_book):
    for number_format in ('0"%"', r"0\%"):
        (seen,) = read_book(with_format(55, number_format))
        assert seen.value == Amount(55, "%")


def test_a_percentage_cell_that_contradicts_the_column_is_refused(book_refused):
    (fault,) = book_refused(with_format(0.55, "0%", "1", "婚俗改革实验区"))
    assert fault.code == "units_differ"


def test_a_number_shown_in_thousands_is_refused(book_refused):
    for number_format in ("#,##0,", '0!.0,"万"'):
        (fault,) = book_refused(with_format(12000, number_format, "人", "社会工作者数量"))
        assert fault.code == "number_scaled"


def test_thousands_separators_of_a_format_change_nothing(read_book):
    (seen,) = read_book(with_format(12000, "#,##0.00", "人", "社会工作者数量"))
    assert seen.value == Amount(12000, "人")


@pytest.mark.parametrize("stored", ["0.30000000000000004", "66.666666666666657"])  # as Excel writes them
def test_a_rest_of_floating_point_arithmetic_is_refused(refused, stored):
    (fault,) = refused(with_result(stored), "obs.xlsx")
    assert (fault.code, fault.where) == ("number_unrounded", "obs.xlsx, 指标!C2 数值")
    assert "ROUND" in fault.what.mend("zh")


def test_an_identity_number_in_a_number_cell_is_not_repeated(book_refused):
    (fault,) = book_refused(book_of(("社会工作者数量", 2023, 110000194912310090, "人")))
    assert "19491231" not in fault.text("zh")


@pytest.mark.parametrize("value", [0.1, 31.28, 1e-05, 123456789012.345, 90.0])
def test_a_number_that_somebody_typed_is_exact(read_book, value):
    (seen,) = read_book(book_of(("福彩公益金", 2023, value, "万元")))
    assert seen.value.number == Decimal(repr(value))


@pytest.mark.parametrize(
    ("value", "number_format", "period"),
    [
        (date(2023, 6, 30), "yyyy-mm-dd", "2023-06-30"),
        (datetime(2023, 6, 30), "yyyy/m/d h:mm", "2023-06-30"),  # noqa: DTZ001 - Excel knows no time zones
        (date(2023, 6, 1), 'yyyy"年"m"月"', "2023-06"),
        (date(2023, 6, 1), "mmm-yy", "2023-06"),
        (date(2023, 1, 1), "yyyy", "2023"),
        ("2023年6月", "General", "2023-06"),
        (2023, "General", "2023"),
    ],
)
def test_a_date_cell_is_as_precise_as_it_shows(read_book, value, number_format, period):
    book = book_of(("护理型床位占比", value, 5, "%"))
    book.active["B2"].number_format = number_format
    (seen,) = read_book(book)
    assert str(seen.period) == period


def chinese_date(cell, number):
    """A workbook of Chinese Excel: 7 June 2023 in `cell`, in a date format that is only a number."""
    book = book_of(("护理型床位占比", 2023, 5, "%"))
    book.active[cell] = date(2023, 6, 7)
    return changed(
        saved(book),
        lambda name, text: (
            re.sub(r'(<xf [^>]*numFmtId=)"164"', rf'\1"{number}"', text) if "styles" in name else text
        ),
    )


@pytest.mark.parametrize(("number", "period"), [(57, "2023-06"), (31, "2023-06-07"), (58, "2023-06-07")])
def test_the_date_formats_of_chinese_excel_are_known(read, number, period):
    (seen,) = read(chinese_date("B2", number), "obs.xlsx")
    assert str(seen.period) == period


@pytest.mark.parametrize("number", [31, 57, 58])
def test_a_figure_that_chinese_excel_made_a_date_is_seen(refused, number):
    (fault,) = refused(chinese_date("C2", number), "obs.xlsx")
    assert (fault.code, fault.where) == ("value_is_date", "obs.xlsx, 指标!C2 数值")


def test_a_figure_that_excel_made_a_date_is_seen(book_refused):
    (fault,) = book_refused(book_of(("护理型床位占比", 2023, date(2023, 6, 7), "%")))
    assert fault.code == "value_is_date"
    assert "文本" in fault.what.mend("zh")


def test_a_figure_that_excel_made_a_time_is_seen(book_refused):
    for value in (time(1, 8), datetime(2023, 6, 7, 8, 30, tzinfo=UTC).replace(tzinfo=None)):
        (fault,) = book_refused(book_of(("护理型床位占比", 2023, value, "%")))
        assert fault.code == "value_is_time"


def test_merged_cells_inside_the_data_are_named_and_titles_may_be_merged(read_book, book_refused):
    book = book_of(("护理型床位占比", 2023, 5, "%"), (None, 2024, 6, "%"), ("社会工作者数量", 2023, 6, "人"))
    book.active.insert_rows(1)
    book.active["A1"] = "桃源区"
    book.active.merge_cells("A1:D1")
    book.active["A4"] = "护理型床位占比"
    assert len(read_book(book)) == 3
    book.active.merge_cells("A3:A4")
    (fault,) = book_refused(book)
    assert (fault.code, fault.where) == ("cells_merged", "obs.xlsx, 指标!A3:A4")


def test_what_stands_beside_merged_cells_is_read_all_the_same(book_refused):
    book = book_of(("护理型床位占比", 2023, "=A1/B1", "%"), (None, 2024, 600, "%"), (None, None, None, None))
    book.active.merge_cells("B2:B3")
    found = {(fault.code, fault.where.rpartition("!")[2]) for fault in book_refused(book)}
    assert ("cells_merged", "B2:B3") in found
    assert ("formula_unsaved", "C2 数值") in found
    assert any(where.startswith("A3") for _, where in found)
    assert sum(code == "cells_merged" for code, _ in found) == 1


def test_merging_a_whole_sheet_takes_no_time(book_refused):
    book = book_of(("护理型床位占比", 2023, 5, "%"))
    book.active.merged_cells.add("A2:XFD1048576")
    assert [each.code for each in book_refused(book)] == ["cells_merged"]


def test_a_cell_at_the_end_of_the_sheet_takes_no_time(read, known):
    content = changed(
        saved(book_of(("护理型床位占比", 2023, 5, "%"))),
        lambda name, text: (
            text.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')
            if "sheet1" in name
            else text
        ),
    )
    assert len(read(content, "obs.xlsx")) == 1


def test_what_a_sheet_says_of_its_own_size_is_not_believed(read):
    content = changed(
        saved(book_of(("护理型床位占比", 2023, 5, "%"))),
        lambda name, text: (
            text.replace('<dimension ref="A1:D2"', '<dimension ref="A1"') if "sheet1" in name else text
        ),
    )
    assert len(read(content, "obs.xlsx")) == 1


def test_a_formula_without_stored_result_is_refused(book_refused):
    (fault,) = book_refused(book_of(("护理型床位占比", 2023, "=50+5", "%")))
    assert (fault.code, fault.where) == ("formula_unsaved", "obs.xlsx, 指标!C2 数值")


def with_result(result, kind=""):
    return changed(
        saved(book_of(("护理型床位占比", 2023, "=50+5", "%"))),
        lambda _, text: text.replace(
            '<c r="C2"><f>50+5</f><v></v>', f'<c r="C2"{kind}><f>50+5</f><v>{result}</v>'
        ).replace('<c r="C2"><f>50+5</f><v />', f'<c r="C2"{kind}><f>50+5</f><v>{result}</v>'),
    )


def test_a_formula_means_its_stored_result(read):
    (seen,) = read(with_result(55), "obs.xlsx")
    assert seen.value == Amount(55, "%")


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!"])
def test_an_error_is_refused_and_named(refused, error):
    (fault,) = refused(with_result(error, ' t="e"'), "obs.xlsx")
    assert fault.code == "cell_error"
    assert error in fault.text("zh")


@pytest.mark.parametrize("column", ["A", "B", "D", "E"])
def test_an_error_in_any_column_that_is_read_is_refused(book_refused, column):
    book = book_of(("护理型床位占比", 2023, 5, "%", "初步数"), header=(*HEADER, "备注"))
    book.active[f"{column}2"] = "#REF!"
    (fault,) = book_refused(book)
    assert fault.code == "cell_error"
    assert fault.where.startswith(f"obs.xlsx, 指标!{column}2 ")


def test_a_number_beyond_all_numbers_is_refused(refused):
    (fault,) = refused(with_result("1e999"), "obs.xlsx")
    assert fault.code == "number_not_finite"


def test_yes_and_no_may_be_truth_cells(read_book):
    seen = read_book(book_of(("婚俗改革实验区", 2023, True), ("婚俗改革实验区", 2024, "未建成")))
    assert [each.value for each in seen] == [True, False]


def test_an_empty_value_is_missing(read_book):
    (seen,) = read_book(book_of(("护理型床位占比", 2023, None, "%")))
    assert seen.amount is None
    assert seen.source == "obs.xlsx, 指标!C2"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"no workbook",
        saved(Workbook())[:-200],
    ],
)
def test_a_broken_workbook_is_refused(refused, content):
    assert [each.code for each in refused(content, "obs.xlsx")] == ["workbook_broken"]


def test_a_zip_of_something_else_is_refused(refused):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert [each.code for each in refused(content.getvalue(), "obs.xlsx")] == ["workbook_broken"]


def test_a_protected_and_an_old_workbook_say_what_they_are(refused):
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    (old,) = refused(compound, "obs.xlsx")
    (protected,) = refused(compound + "EncryptedPackage".encode("utf-16-le"), "obs.xlsx")
    assert (old.code, protected.code) == ("workbook_old", "workbook_protected")


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(refused, monkeypatch):
    content = io.BytesIO(saved(book_of(("护理型床位占比", 2023, 5, "%"))))
    with (
        zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/bomb.xml", "w") as bomb,
    ):
        for _ in range(129):
            bomb.write(bytes(2**20))
    assert len(content.getvalue()) < 2**20
    monkeypatch.setattr("openpyxl.load_workbook", None)
    (fault,) = refused(content.getvalue(), "obs.xlsx")
    assert fault.code == "workbook_inflated"


def test_more_rows_than_allowed_are_refused(book_refused, monkeypatch):
    monkeypatch.setattr("civaffairs.exchange.tabular.MAX_ROWS", 1)
    (fault,) = book_refused(book_of(("护理型床位占比", 2023, 5, "%"), ("护理型床位占比", 2024, 5, "%")))
    assert fault.code == "too_many_rows"


def test_faults_of_every_sheet_are_said_at_once(book_refused):
    book = book_of(("护理型床位占比", 2023, 500, "%"))
    book.create_sheet("二").append(("指标", "数值"))
    book.create_sheet("三").append(HEADER)
    book["三"].append(("社会工作者数量", "去年", 6, "人"))
    assert [each.code for each in book_refused(book)] == [
        "value_too_large",
        "column_missing",
        "period_unreadable",
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 2000),
    st.integers(0, 40),
    st.sampled_from(["", "9", "-", "<", '"', "<f>", "XFD1", "e9", "数"]),
)
def test_a_sheet_damaged_anywhere_is_read_or_refused(tmp_path, known, at, length, instead):
    damaged = changed(
        saved(book_of(("护理型床位占比", date(2023, 6, 1), 0.55, "%"), ("社会工作者数量", 2023, "=6", "人"))),
        lambda name, text: text[:at] + instead + text[at + length :] if "sheet1" in name else text,
    )
    file = tmp_path / "obs.xlsx"
    file.write_bytes(damaged)
    with suppress(InputInvalid):
        assert read_observations(file, known)


def test_without_openpyxl_the_command_that_installs_it_is_named(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ExtraMissing, match="excel"):
        read(b"PK", "obs.xlsx")
