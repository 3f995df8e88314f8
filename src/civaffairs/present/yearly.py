"""A chart of amounts year by year: one course beside another. A Vega-Lite specification, as in `charts`.

Figures become floats only to be drawn; what can be read off is written from the exact ones.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.present.charts import FAINT, FONT, INK, PATH, TARGET, WIDTH, Spec
from civaffairs.present.words import Text, words

if TYPE_CHECKING:
    from civaffairs.errors import Language

_TALL = 180
_ABOVE, _BELOW = -12, 16


@frozen
class Course:
    """How much something is year by year.

    Attributes:
        name: which course it is.
        points: for each year that is known the year, how much it is, and how that is written.
    """

    name: Text
    points: tuple[tuple[int, Fraction, Text], ...]


@frozen
class Yearly:
    """Two courses over the same years: what it would be, drawn through, and what it is, in dashes.

    Attributes:
        title: what it shows.
        unit: in which unit.
        would: what it would be.
        really: what it is.

    Example:
        >>> would = Course("cheapest", ((2021, Fraction(651), "651"), (2022, Fraction(684), "684")))
        >>> chart = Yearly("Dibao", "yuan", would, Course("published", ((2021, Fraction(636), "636"),)))
        >>> [(each["year"], each["text"]) for each in chart.spec("en")["layer"][2]["data"]["values"]]
        [('2021', '651'), ('2022', '684'), ('2021', '636')]
    """

    title: Text
    unit: Text
    would: Course
    really: Course

    def spec(self, lang: Language) -> Spec:
        """Return it as a Vega-Lite specification."""
        names = [words(course.name, lang) for course in (self.would, self.really)]
        values = [
            {
                "course": name,
                "year": str(year),
                "y": float(size),
                "text": words(said, lang),
                "dy": _ABOVE if self._is_above(course, year, size) else _BELOW,
            }
            for name, course in zip(names, (self.would, self.really), strict=True)
            for year, size, said in course.points
        ]
        sizes = [float(size) for course in (self.would, self.really) for _, size, _ in course.points] or [0.0]
        low, high = min(sizes), max(sizes)
        span = high - low or high or 1.0
        axis = {
            "labelFont": FONT,
            "labelFontSize": 12,
            "labelColor": INK,
            "ticks": False,
            "domainColor": FAINT,
        }
        x = {"field": "year", "type": "ordinal", "title": None, "axis": {**axis, "labelAngle": 0}}
        scale = {"domain": [low - 0.25 * span, high + 0.25 * span], "nice": False, "zero": False}
        y = {"field": "y", "type": "quantitative", "title": None, "scale": scale, "axis": None}
        colour = {
            "field": "course",
            "type": "nominal",
            "scale": {"domain": names, "range": [TARGET, PATH]},
            "legend": {"orient": "top", "title": None, "labelColor": INK, "labelFontSize": 12},
        }
        dash = {
            "field": "course",
            "type": "nominal",
            "scale": {"domain": names, "range": [[1, 0], [5, 3]]},
            "legend": None,
        }
        data = {"values": values}
        mark = {"type": "text", "fontSize": 12, "dy": {"expr": "datum.dy"}, "tooltip": None}
        layers: tuple[tuple[Spec, Spec], ...] = (
            ({"type": "line", "strokeWidth": 2, "tooltip": None}, {"strokeDash": dash}),
            ({"type": "point", "filled": True, "size": 50, "opacity": 1, "tooltip": None}, {}),
            (mark, {"text": {"field": "text", "type": "nominal"}}),
        )
        return {
            "width": WIDTH,
            "height": _TALL,
            "padding": {"left": 12, "right": 24, "top": 8, "bottom": 4},
            "title": {
                "text": words(self.unit, lang),
                "anchor": "start",
                "color": INK,
                "fontWeight": "normal",
                "fontSize": 12,
            },
            "config": {"font": FONT, "view": {"stroke": None}},
            "layer": [
                {"data": data, "mark": shape, "encoding": {"x": x, "y": y, "color": colour, **more}}
                for shape, more in layers
            ],
        }

    def _is_above(self, course: Course, year: int, size: Fraction) -> bool:
        """Whether the number stands above its point: the higher one's does, and of two alike the first."""
        other = self.really if course is self.would else self.would
        beside = [theirs for at, theirs, _ in other.points if at == year]
        if not beside:
            return True
        return size > beside[0] or (size == beside[0] and course is self.would)
