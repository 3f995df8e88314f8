"""A report of tables and charts: the same on a page, in a workbook and on a terminal, in both languages."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO, StringIO

import pytest
from rich.console import Console

from civaffairs.domain.names import Label
from civaffairs.domain.units import Amount
from civaffairs.errors import message
from civaffairs.present.bars import BothSides, Line, Lines, Pair, PairedBars, Sides
from civaffairs.present.report import Report, Section, content, page, print_report
from civaffairs.present.view import Column, TableView
from civaffairs.present.words import NotKnown

DIBAO = Label("低保", "Dibao")
BARS = PairedBars(
    Label("支出", "Cost"),
    Label("元", "yuan"),
    (
        Pair(DIBAO, (Fraction(1), Fraction(3)), ("1", "≥ 3")),
        Pair(DIBAO, (Fraction(0), Fraction(2)), ("0", "2")),
    ),
)
SIDES = BothSides(
    "sides",
    "%",
    (Sides("1", Fraction(3), Fraction(1), ("3", "1")), Sides("2", Fraction(0), Fraction(0), ("0", "0"))),
)
COURSE = tuple((Fraction(each), Fraction(100 + each)) for each in range(3))
LINES = Lines("lines", "yuan", "income", (Line(COURSE), Line(COURSE, COURSE[1], "-5")))


def table(title, *rows):
    columns = (Column("what", Label("内容", "What")), Column("number", Label("数", "Number"), numeric=True))
    return TableView(title, columns, rows, (Label("注", "note"),))


TABLE = table(
    Label("表<一>", "Table <1>"),
    (DIBAO, 12345),
    ("=1+1", Amount("12.50", "元")),
    (Label("空", "empty"), None),
    (Label("缺", "missing"), NotKnown(message("nothing_declared"))),
)
REPORT = Report(
    Label("报告", "A report"),
    Label("测算", "Costs"),
    (Label("须知", "Beware"),),
    (Section("first", (TABLE,), (BARS, SIDES, LINES)), Section("second", (table("Table <1>", ("x", 1)),))),
    (Label("怎样算的", "How it was made"),),
)


def values(chart, layer, name):
    return [each[name] for each in chart.spec("en")["layer"][layer]["data"]["values"]]


def test_bars_stand_in_pairs_and_say_their_figures():
    assert values(BARS, 0, "x") == [1.0, 3.0, 0.0, 2.0]
    assert values(BARS, 1, "text") == ["1", "≥ 3", "0", "2"]
    assert values(BARS, 0, "side") == ["before", "after"] * 2


def test_two_bars_of_one_name_stand_apart():
    assert list(dict.fromkeys(values(BARS, 0, "name"))) == ["Dibao", "Dibao (2)"]


def test_losers_stand_below_the_line_and_nothing_is_written_at_no_bar():
    assert values(SIDES, 0, "y") == [3.0, -1.0, 0.0, 0.0]
    assert values(SIDES, 2, "text") == ["3", "1", "", ""]


def test_only_what_falls_is_marked():
    assert values(LINES, 1, "side") == ["after"]
    assert (values(LINES, 2, "text"), values(LINES, 1, "x")) == (["-5"], [1.0])


@pytest.mark.parametrize("chart", [BARS, SIDES, LINES, PairedBars("none", "", ()), BothSides("none", "", ())])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_can_be_drawn(chart, lang):
    vl_convert = pytest.importorskip("vl_convert")
    assert vl_convert.vegalite_to_svg(chart.spec(lang)).startswith("<svg")


def test_a_page_escapes_what_it_is_given_and_has_everything():
    pytest.importorskip("vl_convert")
    shown = page(REPORT, "en")
    assert shown.count("<svg ") == 3
    assert "Table &lt;1&gt;" in shown
    assert "12,345" in shown
    for wanted in ("Beware", "How it was made", "— <small>", "报告"):
        assert wanted in shown
    assert "<h1>报告</h1>" in page(REPORT, "zh")


def test_without_the_library_for_charts_a_page_says_so(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    shown = page(REPORT, "en")
    assert "<svg " not in shown
    assert "Charts are left out" in shown
    assert "12,345" in shown


def test_a_workbook_has_a_sheet_for_each_table_and_no_formula():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(content(REPORT, "en")))
    assert book.sheetnames == ["About", "Table <1>", "Table <1> (2)"]
    first = book["Table <1>"]
    assert [cell.value for cell in first["B"]][:3] == ["Number", 12345, 12.5]
    assert (first["A3"].value, first["A3"].data_type) == ("=1+1", "s")
    assert [row[0].value for row in book["About"].iter_rows()] == [
        "A report",
        "Costs",
        "Beware",
        "How it was made",
    ]


def test_a_terminal_shows_every_table_and_what_to_know():
    text = StringIO()
    print_report(REPORT, Console(file=text, width=100), "en")
    assert (
        text.getvalue().index("Beware")
        < text.getvalue().index("12345")
        < text.getvalue().index("How it was made")
    )
