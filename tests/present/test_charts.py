"""Charts: valid Vega-Lite, well-formed SVG, every label whole."""

from __future__ import annotations

import sys
from xml.etree import ElementTree as ET

import pytest

from civaffairs.errors import ExtraMissing
from civaffairs.present import charts

altair = pytest.importorskip("altair")
pytest.importorskip("vl_convert")

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314 - our own


def drawn(view):
    return [row for row in view.rows if row.drawing is not None]


def texts(svg):
    return [element.text for element in parsed(svg).iter(f"{SVG}text")]


def test_every_drawing_becomes_well_formed_svg_in_both_languages(running, finished):
    for row in (*drawn(running), *drawn(finished)):
        for lang in ("zh", "en"):
            assert parsed(charts.svg(row, lang)).tag == f"{SVG}svg"


def test_too_few_figures_make_no_chart(running):
    bare = [row for row in running.rows if row.drawing is None]
    assert bare
    assert all(charts.svg(row, "zh") is None and charts.chart(row, "zh") is None for row in bare)


def test_altair_accepts_every_specification(running, finished):
    for row in (*drawn(running), *drawn(finished)):
        assert isinstance(charts.chart(row, "en"), altair.LayerChart)


def test_the_labels_say_baseline_observation_and_target_exactly(running):
    row = next(row for row in drawn(running) if row.number == "5①")
    assert {"基期 35.5", "2022年6月 38.6", "目标 ≥42.5", "单位：张/千名老年人"} <= set(
        texts(charts.svg(row, "zh"))
    )
    assert {"Baseline 35.5", "June 2022: 38.6", "Target ≥42.5"} <= set(texts(charts.svg(row, "en")))


def test_a_band_and_an_interval_name_both_ends(running, finished):
    band = next(row for row in drawn(running) if row.number == "3")
    interval = next(row for row in drawn(finished) if row.number == "2")
    assert "目标 80%–90%" in texts(charts.svg(band, "zh"))
    assert "2020年 100–300" in texts(charts.svg(interval, "zh"))


def test_the_axis_names_the_years_at_whose_end_the_figures_stand(running):
    row = next(row for row in drawn(running) if row.number == "4")
    assert [text for text in texts(charts.svg(row, "en")) if text.isdigit()] == [
        "2020", "2021", "2022", "2023", "2024", "2025",
    ]  # fmt: skip


def test_no_label_reaches_over_the_edge_of_the_picture(running, finished):
    for row in (*drawn(running), *drawn(finished)):
        root = parsed(charts.svg(row, "en"))
        width = float(root.get("width"))
        for element, left in _placed(root, 0.0):
            if element.tag == f"{SVG}text" and element.text:
                length = 7.6 * len(element.text)
                start = left - {"end": length, "middle": length / 2}.get(element.get("text-anchor"), 0)
                assert start >= 0, element.text
                assert start + length <= width, element.text


def _placed(element, left):
    moved = element.get("transform", "")
    if moved.startswith("translate("):
        left += float(moved[10:].split(",")[0])
    yield element, left
    for child in element:
        yield from _placed(child, left)


def test_figures_become_floats_only_in_the_specification(running):
    row = drawn(running)[0]
    values = charts.specification(row, "zh")["layer"][0]["data"]["values"]
    assert all(isinstance(value["x"], float) for value in values)
    assert not isinstance(row.drawing.baseline.size, float)


def test_a_missing_library_is_named_with_the_command_that_installs_it(running, monkeypatch):
    row = drawn(running)[0]
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.setitem(sys.modules, "altair", None)
    for draw in (charts.svg, charts.chart):
        with pytest.raises(ExtraMissing, match=r"civaffairs\[charts\]"):
            draw(row, "en")
