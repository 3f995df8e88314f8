"""The chart of one target: baseline, path, observation, and target or band.

A chart is a Vega-Lite specification, plain data, that altair shows in a notebook and vl-convert turns into
SVG. Vega-Lite knows no exact numbers, so this is the one place where exact figures become floats, and only
for drawing: every number that can be read off is written from the exact one.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve

from civaffairs.domain.units import Amount, Size, plain
from civaffairs.errors import DeclarationError, ExtraMissing, fault, language, message
from civaffairs.present.palette import LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from altair import LayerChart

    from civaffairs.errors import Language
    from civaffairs.present.drawing import Drawing, Point
    from civaffairs.present.view import RowView

Spec: TypeAlias = dict[str, Any]

WIDTH, HEIGHT = 340, 140
MOST_TICKS = 7
FONT = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"
INK, FAINT, PATH, TARGET, PAPER = "#3a4250", "#dfe3e8", "#7b8594", "#6a4fa3", "#ffffff"


def chart(row: RowView, lang: Language | None = None) -> LayerChart | None:
    """Return the chart of a target, for a notebook; None where there are too few figures to draw.

    Raises:
        ExtraMissing: where altair is not installed.
    """
    try:
        import altair as alt
    except ImportError as error:
        raise _missing("altair") from error
    spec = specification(row, lang)
    return None if spec is None else alt.LayerChart.from_dict(spec)


def svg(row: RowView, lang: Language | None = None) -> str | None:
    """Return the chart of a target as SVG; None where there are too few figures to draw.

    The first chart of a program starts vl-convert's engine, which takes about a second; each further one
    takes some hundredths.

    Raises:
        ExtraMissing: where vl-convert is not installed.
    """
    spec = specification(row, lang)
    return None if spec is None else drawn(spec)


def drawn(spec: Spec) -> str:
    """Return a specification as SVG; raises as `svg` does."""
    try:
        import vl_convert
    except ImportError as error:
        raise _missing("vl-convert-python") from error
    return str(vl_convert.vegalite_to_svg({**spec, "background": "transparent"}))


def _missing(library: str) -> ExtraMissing:
    return ExtraMissing(
        fault("extra_missing", purpose=message("purpose_charts"), library=library, extra="charts")
    )


def specification(row: RowView, lang: Language | None = None) -> Spec | None:
    """Return the chart of a target as a Vega-Lite specification; None where there is too little to draw."""
    if row.drawing is None:
        return None
    return _Chart(row, row.drawing, lang or language()).spec()


class _Chart:
    """One chart in one language. Its shapes are gathered by kind: few layers draw much faster than many."""

    def __init__(self, row: RowView, drawing: Drawing, lang: Language) -> None:
        self.drawing, self.lang = drawing, lang
        self.tone = LOOKS[row.outcome].light
        baseline = () if drawing.baseline is None else (drawing.baseline,)
        points = (*baseline, *drawing.path, *drawing.seen, *drawing.target)
        moments, sizes = [point.at for point in points], [point.size for point in points]
        self.alone = max(moments) == min(moments)
        self.first, self.last = min(moments) - self.alone, max(moments) + self.alone  # in the middle
        self.low, self.high = min(sizes), max(sizes)
        ends = drawing.target or drawing.seen
        self.rises = drawing.baseline is None or not ends or ends[-1].size >= drawing.baseline.size
        self.bands: list[Spec] = []
        self.lines: list[Spec] = []
        self.dots: list[Spec] = []
        self.texts: list[Spec] = []

    def spec(self) -> Spec:
        self._draw_target()
        self._draw_path()
        self._draw_gap()
        self._draw_baseline()
        self._draw_seen()
        unit = "" if self.drawing.unit.is_ratio else self.drawing.unit.text(self.lang)
        title = {"text": message("chart_unit", unit=unit).text(self.lang), "anchor": "start", "color": INK}
        layers = (
            self._layer(self.bands, {"type": "rect", "color": TARGET, "opacity": 0.12}, *_BAND),
            self._layer(self.lines, {"type": "line"}, "stroke", "strokeWidth", "strokeDash", "detail"),
            self._layer(self.dots, {"type": "point", "opacity": 1}, "fill", "stroke", "strokeWidth", "size"),
            self._layer(
                self.texts, {"type": "text", "fontSize": 13, "fontWeight": 600, **_PLACED}, "text", "color"
            ),
        )
        return {
            "width": WIDTH,
            "height": HEIGHT,
            "padding": {"left": 20, "right": 20, "top": 8, "bottom": 4},
            **({"title": {**title, "fontWeight": "normal", "fontSize": 12, "offset": 14}} if unit else {}),
            "config": {"font": FONT, "view": {"stroke": None}},
            "layer": [layer for layer in layers if layer["data"]["values"]],
        }

    def _layer(self, shapes: list[Spec], mark: Spec, *channels: str) -> Spec:
        """One kind of shape: each brings its own look, and all share the two axes."""
        return {
            "data": {"values": shapes},
            "mark": {"tooltip": None, **mark},
            "encoding": {"x": self._x(), "y": self._y(), **{each: _channel(each) for each in channels}},
        }

    def _x(self) -> Spec:
        years = range(ceil(self.first), floor(self.last) + 1)
        step = len(years) // MOST_TICKS + 1
        axis = {
            "values": [float(self.first + 1)] if self.alone else list(years)[::-1][::step],
            "labelExpr": "format(datum.value - 1, 'd')",  # the year 2020 ends at 2021
            "labelOverlap": True,
            "labelFlush": False,
            "grid": False,
            "domainColor": FAINT,
            "ticks": False,
            "labelPadding": 8,
            "labelFontSize": 12,
            "labelColor": INK,
        }
        scale = {"domain": [float(self.first), float(self.last)]}
        return {"field": "x", "type": "quantitative", "title": None, "scale": scale, "axis": axis}

    def _y(self) -> Spec:
        """No scale is written at the side: every point that matters carries its own number."""
        span = float(self.high - self.low) or abs(float(self.high)) or 1.0
        domain = [float(self.low) - 0.3 * span, float(self.high) + 0.3 * span]
        scale = {"domain": domain, "nice": False, "zero": False}
        return {"field": "y", "type": "quantitative", "title": None, "scale": scale, "axis": None}

    def _line(self, points: Iterable[Spec], colour: str, width: float, dash: Sequence[int] = (1, 0)) -> None:
        look = {"stroke": colour, "strokeWidth": width, "strokeDash": list(dash), "detail": len(self.lines)}
        self.lines += [{**point, **look} for point in points]

    def _dot(self, point: Point, fill: str, edge: str, size: int) -> None:
        self.dots.append({**_at(point), "fill": fill, "stroke": edge, "strokeWidth": 2, "size": size})

    def _text(self, point: Point, code: str, value: str, colour: str, *, left: bool, above: bool) -> None:
        """A label beside a point: to its left or right, above or below."""
        text = message(code, value=value, period=point.period).text(self.lang)
        place = {"align": "right" if left else "left", "dx": 5 if left else -5, "dy": -16 if above else 18}
        self.texts.append({**_at(point), "text": text, "color": colour, **place})

    def _number(self, point: Point) -> str:
        """The number as it is read: exact where it ends, otherwise with two places."""
        try:
            amount = Amount(point.size, self.drawing.unit)
        except DeclarationError:
            amount = Size(point.size, self.drawing.unit).shown()
        share = self.drawing.unit.is_ratio
        return amount.text(self.lang) if share else plain(amount.number, grouped=True)

    def _draw_target(self) -> None:
        if not self.drawing.target:
            return
        low, high = self.drawing.target[0], self.drawing.target[-1]
        first, last = float(self.first), float(self.last)
        if low != high:
            self.bands.append({"x": first, "x2": last, "y": float(low.size), "y2": float(high.size)})
        for bound in dict.fromkeys((low, high)):
            ends = [{"x": moment, "y": float(bound.size)} for moment in (first, last)]
            self._line(ends, TARGET, 1.5, (5, 4))
        said = self.drawing.comparator + self._number(high)
        if low != high:
            said = f"{self._number(low)}–{said}"
        late = bool(self.drawing.seen) and self._part(self.drawing.seen[-1]) >= Fraction(1, 2)
        place = evolve(high if self.rises else low, at=self.first if late else self.last)
        self._text(place, "chart_target", said, TARGET, left=not late, above=self.rises)

    def _draw_path(self) -> None:
        path = self.drawing.path
        self._line(map(_at, path), PATH, 1.5)
        for point in path[1:]:
            self._dot(point, PATH, PATH, 8)

    def _draw_gap(self) -> None:
        """The way to the observation from where the path stands; without a path, from the baseline."""
        seen = self.drawing.seen
        origin = self.drawing.expected if self.drawing.path else self.drawing.baseline
        if origin is not None and len(seen) == 1:
            self._line([_at(origin), _at(seen[0])], self.tone, 1.5, (2, 3))

    def _draw_baseline(self) -> None:
        point = self.drawing.baseline
        if point is not None:
            self._dot(point, PAPER, INK, 70)
            self._text(point, "chart_baseline", self._number(point), INK, left=False, above=not self.rises)

    def _draw_seen(self) -> None:
        seen = self.drawing.seen
        if not seen:
            return
        if len(seen) > 1:
            self._line(map(_at, seen), self.tone, 4)
        for point in seen:
            self._dot(point, self.tone, self.tone, 80)
        said = "–".join(self._number(point) for point in dict.fromkeys(seen))
        above = self._is_above(seen[-1])
        left = self._reaches_left(seen[-1], above=above)
        self._text(seen[-1] if above else seen[0], "chart_observed", said, self.tone, left=left, above=above)

    def _reaches_left(self, seen: Point, *, above: bool) -> bool:
        """Whether the label of the observation ends at it, so that neither the path nor the edge cuts it."""
        part = self._part(seen)
        if not Fraction(2, 5) <= part <= Fraction(2, 3):
            return part > Fraction(1, 2)
        return bool(self.drawing.path) and self.rises is above

    def _is_above(self, seen: Point) -> bool:
        """Whether the label of the observation stands above it: away from the path, which may end in it."""
        near = self.drawing.expected or (self.drawing.target[-1] if self.drawing.target else None)
        if near is None:
            return True
        return seen.size >= near.size if self.rises else seen.size > near.size

    def _part(self, point: Point) -> Fraction:
        """How far along the chart a point stands, from 0 to 1."""
        return Fraction(point.at - self.first, self.last - self.first)


_BAND = ("x2", "y2")
_PLACED = {name: {"expr": f"datum.{name}"} for name in ("align", "dx", "dy")}


def _channel(name: str) -> Spec:
    """A channel that takes its value as it stands, not over a scale."""
    if name in _BAND:
        return {"field": name}
    if name in {"text", "detail"}:
        return {"field": name, "type": "nominal"}
    kind = "quantitative" if name in {"strokeWidth", "size"} else "nominal"
    return {"field": name, "type": kind, "scale": None, "legend": None}


def _at(point: Point) -> Spec:
    return {"x": float(point.at), "y": float(point.size)}
