"""A template asks for what a plan needs, and is read back once it is filled in."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from openpyxl import load_workbook

from civaffairs import (
    Amount,
    Document,
    Label,
    Nature,
    Plan,
    Table,
    at_least,
    baseline,
    follow,
    goal,
    growth,
    qualitative,
)
from civaffairs.domain.observations import Absence
from civaffairs.errors import InputInvalid
from civaffairs.exchange.observations import read_observations
from civaffairs.exchange.templates import known_of, write_template


@pytest.fixture
def plan(known):
    document = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")
    table = Table(document.at("表1"), (baseline("2020年", 2020), goal("2025年", 2025)))
    consumption = known["urban_consumption"]
    rows = (
        table.row("1", known["nursing_bed_share"], "占比", "%", 38, at_least(65), nature=Nature.BINDING),
        table.row("2", known["care_centres"], "中心", "个", 6, at_least(12), nature=Nature.EXPECTED),
        table.row(
            "3",
            known["care_standard"],
            "标准",
            "元/人·月",
            300,
            at_least(consumption.previous_year),
            nature=None,
        ),
        table.row(
            "4", known["reform_zone"], "实验区", "", "/", qualitative("建成", "is set up"), nature=None
        ),
        table.row(
            "5", known["nursing_bed_share"], "增速", "%", 5, at_least(growth(consumption)), nature=None
        ),
    )
    return Plan("taoyuan/plan-14", Label("规划", "Plan"), "taoyuan", "2021..2025", document, rows)


@pytest.fixture(params=["obs.csv", "obs.xlsx"])
def file(request, tmp_path):
    return tmp_path / request.param


def fill_in(file, values):
    """Write the values into the third column, as a person would."""
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened))
        for row, value in zip(rows[1:], values, strict=True):
            row[2] = value
        with file.open("w", encoding="gb18030", newline="") as opened:
            csv.writer(opened).writerows(rows)
    else:
        book = load_workbook(file)
        for (cell,), value in zip(book.active["C2:C8"], values, strict=True):
            cell.value = value
        book.save(file)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_template_is_read_back_with_every_figure_missing(plan, file, lang):
    write_template(plan, file, lang=lang)
    seen = read_observations(file, known_of(plan))
    assert [(each.of.id, str(each.period)) for each in seen] == [
        ("nursing_bed_share", "2025"),
        ("care_centres", "2025"),
        ("care_standard", "2025"),
        ("reform_zone", "2025"),
        ("urban_consumption", "2024"),
        ("urban_consumption", "2025"),
    ]
    assert {each.value.why for each in seen} == {Absence.BLANK}


def test_a_template_that_is_filled_in_can_be_followed(plan, file):
    write_template(plan, file, lang="zh")
    rows = len(read_observations(file, known_of(plan)))
    values = ["70", "12", "350", "是", "300", "320"][:rows]
    if file.suffix == ".csv":
        fill_in(file, values)
    else:
        fill_in_book(file, values)
    seen = read_observations(file, known_of(plan))
    assert seen[0].value == Amount(70, "%")
    assert seen[1].value == Amount(12, "处")
    outcomes = [each.outcome.name for each in follow(plan, seen, on=date(2026, 1, 1))]
    assert outcomes == ["MET"] * 5


def fill_in_book(file, values):
    book = load_workbook(file)
    for row, value in enumerate(values, start=2):
        book.active[f"C{row}"] = value
    book.save(file)


def test_a_range_typed_into_the_workbook_stays_text(plan, tmp_path):
    file = tmp_path / "obs.xlsx"
    write_template(plan, file)
    formats = {cell.number_format for row in load_workbook(file).active for cell in row}
    assert formats == {"@"}


def test_a_csv_template_opens_in_excel(plan, tmp_path):
    file = tmp_path / "obs.csv"
    write_template(plan, file, lang="zh")
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf" + "指标,时间,数值,单位,来源,备注\r\n".encode())
    assert "护理型床位占比,2025,,%,,\r\n".encode() in content
    assert "养老服务中心数量,2025,,处,,\r\n".encode() in content


def test_the_period_may_be_chosen_and_series_follow_its_year(plan, file):
    write_template(plan, file, period="2023-06")
    seen = read_observations(file, known_of(plan))
    assert str(seen[0].period) == "2023-06"
    assert [str(each.period) for each in seen if each.of.id == "urban_consumption"] == ["2022", "2023"]


def test_a_template_replaces_a_file_only_when_told(plan, file):
    file.write_bytes(b"mine")
    with pytest.raises(InputInvalid) as caught:
        write_template(plan, file)
    assert [each.code for each in caught.value.faults] == ["file_exists"]
    assert file.read_bytes() == b"mine"
    write_template(plan, file, overwrite=True)
    assert file.read_bytes() != b"mine"


def test_a_template_of_another_kind_is_refused_and_not_written(plan, tmp_path):
    with pytest.raises(InputInvalid) as caught:
        write_template(plan, tmp_path / "obs.pdf")
    assert [each.code for each in caught.value.faults] == ["file_kind_unknown"]
    assert not list(tmp_path.iterdir())


def test_a_name_shared_with_something_outside_the_plan_is_written_by_id(plan, known, file):
    from attrs import evolve

    twin = evolve(
        known["urban_consumption"], id="share_of_beds", label=known["nursing_bed_share"].label, unit="%"
    )
    wider = {**known, twin.id: twin}
    write_template(plan, file, known=wider)
    assert read_observations(file, wider)[0].of.id == "nursing_bed_share"


def test_indicators_of_one_name_are_written_by_id(plan, known, file):
    from attrs import evolve

    twin = evolve(plan.rows[0], indicator=evolve(known["social_workers"], label=known["care_centres"].label))
    two = evolve(plan, rows=(plan.rows[1], twin))
    write_template(two, file, lang="zh")
    assert [each.of.id for each in read_observations(file, known_of(two))] == [
        "care_centres",
        "social_workers",
    ]
