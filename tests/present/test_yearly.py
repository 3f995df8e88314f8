"""The chart of two courses: valid Vega-Lite, every number written, what is not known left out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from civaffairs.present.yearly import Course, Yearly

altair = pytest.importorskip("altair")
vl_convert = pytest.importorskip("vl_convert")


def course(name, **sizes):
    points = tuple((int(year[1:]), Fraction(size), str(size)) for year, size in sizes.items())
    return Course(name, points)


CHARTS = (
    Yearly(
        "Dibao", "元", course("cheapest", y2021=651, y2022=684), course("published", y2021=636, y2022=717)
    ),
    Yearly("Dibao", "元", course("cheapest", y2021=651), course("published")),
    Yearly("Dibao", "元", course("cheapest", y2021=0), course("published", y2021=0)),
    Yearly("Dibao", "元", course("cheapest"), course("published")),
)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_altair_accepts_every_specification_and_it_can_be_drawn(chart, lang):
    spec = chart.spec(lang)
    assert isinstance(altair.LayerChart.from_dict(spec), altair.LayerChart)
    assert vl_convert.vegalite_to_svg(spec).startswith("<svg")


def test_each_number_stands_at_its_point_the_higher_one_above():
    first, *_ = CHARTS
    values = first.spec("en")["layer"][2]["data"]["values"]
    said = {(each["course"], each["year"]): (each["text"], each["dy"] < 0) for each in values}
    assert said == {
        ("cheapest", "2021"): ("651", True),
        ("published", "2021"): ("636", False),
        ("cheapest", "2022"): ("684", False),
        ("published", "2022"): ("717", True),
    }
