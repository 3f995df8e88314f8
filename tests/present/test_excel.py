"""The workbook, opened again: numbers are numbers, units stand beside them, and no text is a formula."""

from __future__ import annotations

import sys

import pytest
from attrs import evolve

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.units import Amount
from civaffairs.errors import ExtraMissing
from civaffairs.present import excel
from civaffairs.present.view import Figure

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture(scope="module")
def book(running, finished, tmp_path_factory):
    place = tmp_path_factory.mktemp("excel") / "进展.xlsx"
    place.write_bytes(excel.content([running, finished], "zh"))
    return openpyxl.load_workbook(place)


def rows(sheet):
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_summary_and_a_sheet_for_each_plan(book):
    assert book.sheetnames == ["概况", "桃源区 plan-14", "桃源区 plan-13"]


def test_the_summary_counts_each_outcome(book):
    finished = rows(book["概况"])[1]
    assert [finished[key].value for key in ("目标数", "已达到", "未达到", "无法判断", "与文件结论不同")] == [
        7,
        2,
        2,
        3,
        4,
    ]


def test_numbers_are_numbers_with_their_unit_in_a_column_of_its_own(book):
    row = next(row for row in rows(book["桃源区 plan-14"]) if row["序号"].value == "5①")
    assert row["单位"].value == "张/千名老年人"
    assert [row[key].value for key in ("基期值", "目标下限", "观测值")] == [35.5, 42.5, 38.6]
    assert row["观测值"].data_type == "n"
    assert row["观测值"].number_format == "#,##0.0"
    assert row["目标上限"].value is None


def test_what_is_not_known_is_a_text_with_its_reason(book):
    row = next(row for row in rows(book["桃源区 plan-14"]) if row["序号"].value == "5②")
    assert row["观测值"].value == "—（缺2023年的面向社会开放的床位数）"


def test_a_figure_in_another_unit_is_brought_exactly_to_that_of_the_row(running):
    target = next(row for row in running.rows if row.number == "5②")
    seen = evolve(target, observation=Figure(Amount(4800, "张"), Period.parse(2022), "a.csv"))
    sheet = excel.workbook([evolve(running, rows=(seen,))], "zh").worksheets[1]
    (row,) = rows(sheet)
    assert row["单位"].value == "万张"
    assert row["观测值"].value == Amount("0.48", "万张").number


def test_a_figure_that_cannot_be_brought_there_exactly_keeps_its_own_unit_as_text(running):
    target = next(row for row in running.rows if row.number == "6")
    seen = evolve(target, observation=Figure(Amount(1, "亩"), Period.parse(2022)))
    (row,) = rows(excel.workbook([evolve(running, rows=(seen,))], "zh").worksheets[1])
    assert row["单位"].value == "平方米"
    assert row["观测值"].value == "1亩"


def test_the_head_is_frozen_and_wide_enough_for_its_words(book):
    for sheet in book:
        assert sheet.freeze_panes == "C2"
        for cell in sheet[1]:
            width = sheet.column_dimensions[cell.column_letter].width
            assert width * 2 >= sum(2 if ord(sign) > 255 else 1 for sign in cell.value)


def test_long_texts_are_wrapped(book):
    row = rows(book["桃源区 plan-13"])[0]
    assert row["理由"].alignment.wrap_text
    assert row["指标（原文）"].alignment.wrap_text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_text_from_data_is_a_formula(running, text, tmp_path):
    evil = tuple(evolve(row, heading=text, notes=(Label(text, text),)) for row in running.rows)
    (tmp_path / "x.xlsx").write_bytes(excel.content([evolve(running, rows=evil)], "zh"))
    for row in rows(openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[1]):
        assert row["指标（原文）"].data_type == "s"
        assert row["指标（原文）"].value == text
        assert row["指标（原文）"].quotePrefix
        assert row["读法和说明"].data_type == "s"


def test_signs_that_a_workbook_cannot_hold_are_replaced(running):
    odd = evolve(running, rows=(evolve(running.rows[0], heading="a\x00b\x0bc"),))
    (row,) = rows(excel.workbook([odd], "zh").worksheets[1])
    assert row["指标（原文）"].value == "a\ufffdb\ufffdc"


def test_names_of_sheets_are_admissible_and_different(running):
    place = evolve(running.jurisdiction, label=Label("a/b:c[d]*?" + "长" * 40, "x"))
    names = excel.workbook([evolve(running, jurisdiction=place)] * 3, "zh").sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_missing_library_is_named_with_the_command_that_installs_it(running, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ExtraMissing, match=r"civaffairs\[excel\]"):
        excel.content([running], "en")
