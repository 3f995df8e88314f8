"""Charts beside tables: bars in pairs, bars to both sides of a line, and lines, as Vega-Lite specifications.

As in `charts`, figures become floats only to be drawn; what can be read off is written from the exact ones.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from attrs import frozen

from civaffairs.domain.progress import Outcome
from civaffairs.errors import message
from civaffairs.present.charts import FAINT, FONT, INK, PATH, TARGET, WIDTH, Spec
from civaffairs.present.palette import LOOKS
from civaffairs.present.words import Text, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civaffairs.errors import Language

GAIN, LOSS = LOOKS[Outcome.MET].light, LOOKS[Outcome.MISSED].light
_TALL = 210
_ROW = 40
_LABEL = {"font": FONT, "labelFontSize": 12, "labelColor": INK, "ticks": False, "domainColor": FAINT}
_WIDE_NAME = 180
_BEFORE, _AFTER = 0, 1


class Drawable(Protocol):
    """A chart that waits for its language."""

    @property
    def title(self) -> Text:
        """What it shows."""
        ...

    def spec(self, lang: Language) -> Spec:
        """Return it as a Vega-Lite specification."""
        ...


@frozen
class Pair:
    """Two bars that belong together.

    Attributes:
        name: what they are about.
        sizes: how long each is.
        said: what stands at the end of each.
    """

    name: Text
    sizes: tuple[Fraction, Fraction]
    said: tuple[Text, Text]


@frozen
class PairedBars:
    """Bars in pairs, one below the other: before and after.

    Attributes:
        title: what it shows.
        unit: in which unit.
        pairs: from the top.

    Example:
        >>> bars = PairedBars("Cost", "yuan", (Pair("Dibao", (Fraction(3), Fraction(4)), ("3", "4")),))
        >>> [each["text"] for each in bars.spec("en")["layer"][1]["data"]["values"]]
        ['3', '4']
    """

    title: Text
    unit: Text
    pairs: tuple[Pair, ...]

    def spec(self, lang: Language) -> Spec:
        """Return it as a Vega-Lite specification."""
        names = _unlike(words(each.name, lang) for each in self.pairs)
        sides = [message(code).text(lang) for code in ("said_before", "said_after")]
        values: list[Spec] = [
            {
                "name": name,
                "side": sides[side],
                "x": float(pair.sizes[side]),
                "text": words(pair.said[side], lang),
            }
            for name, pair in zip(names, self.pairs, strict=True)
            for side in (_BEFORE, _AFTER)
        ]
        longest = max((each["x"] for each in values), default=1.0) or 1.0
        y = {
            "field": "name",
            "type": "nominal",
            "sort": None,
            "title": None,
            "axis": {**_LABEL, "labelLimit": _WIDE_NAME, "domain": False, "labelPadding": 8},
        }
        common = {
            "y": y,
            "yOffset": {"field": "side", "sort": sides},
            "x": {
                "field": "x",
                "type": "quantitative",
                "title": None,
                "axis": None,
                "scale": {"domain": [0, longest * 1.25]},
            },
        }
        return _whole(
            words(self.unit, lang),
            [
                {
                    "data": {"values": values},
                    "mark": {"type": "bar", "cornerRadiusEnd": 2, "tooltip": None},
                    "encoding": {**common, "color": _colours(sides, [PATH, TARGET])},
                },
                {
                    "data": {"values": values},
                    "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 12, "color": INK},
                    "encoding": {**common, "text": {"field": "text"}},
                },
            ],
            height=max(1, len(self.pairs)) * _ROW,
        )


@frozen
class Sides:
    """A bar upwards and one downwards.

    Attributes:
        name: what they are about.
        up: how long the upper is.
        down: how long the lower is, as a positive number.
        said: what stands at the end of each.
    """

    name: Text
    up: Fraction
    down: Fraction
    said: tuple[Text, Text]


@frozen
class BothSides:
    """Bars to both sides of a line: gainers above it, losers below.

    Attributes:
        title: what it shows.
        unit: in which unit.
        bars: from the left.
    """

    title: Text
    unit: Text
    bars: tuple[Sides, ...]

    def spec(self, lang: Language) -> Spec:
        """Return it as a Vega-Lite specification."""
        names = [words(each.name, lang) for each in self.bars]
        ways = [message(code).text(lang) for code in ("said_gain", "said_lose")]
        values: list[Spec] = [
            {
                "name": name,
                "way": ways[way],
                "y": float(size if way == 0 else -size),
                "text": words(each.said[way], lang) if size else "",
                "dy": -8 if way == 0 else 10,
            }
            for name, each in zip(names, self.bars, strict=True)
            for way, size in enumerate((each.up, each.down))
        ]
        reach = max((abs(each["y"]) for each in values), default=1.0) or 1.0
        low = min(0.0, *(each["y"] for each in values)) if values else 0.0
        scale = {"domain": [low - 0.15 * reach, reach * 1.15], "nice": False}
        x = {
            "field": "name",
            "type": "nominal",
            "sort": None,
            "title": None,
            "axis": {**_LABEL, "labelAngle": 0, "labelPadding": 6, "domain": False},
        }
        y = {"field": "y", "type": "quantitative", "title": None, "scale": scale, "axis": None}
        line = {
            "data": {"values": [{"y": 0}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1, "tooltip": None},
            "encoding": {"y": {**y}},
        }
        return _whole(
            words(self.unit, lang),
            [
                {
                    "data": {"values": values},
                    "mark": {"type": "bar", "tooltip": None},
                    "encoding": {"x": x, "y": {**y, "stack": None}, "color": _colours(ways, [GAIN, LOSS])},
                },
                line,
                {
                    "data": {"values": values},
                    "mark": {"type": "text", "fontSize": 11, "color": INK, "dy": {"expr": "datum.dy"}},
                    "encoding": {"x": x, "y": y, "text": {"field": "text"}},
                },
            ],
            height=_TALL,
        )


@frozen
class Line:
    """What goes from point to point.

    Attributes:
        points: where it goes.
        mark: a point that is marked, as where it falls; None where none is.
        said: what stands at that point.
    """

    points: tuple[tuple[Fraction, Fraction], ...]
    mark: tuple[Fraction, Fraction] | None = None
    said: Text = ""


@frozen
class Lines:
    """Two lines over one axis: before and after.

    Attributes:
        title: what it shows.
        unit: what is read off upwards, and in which unit.
        across: what is read off to the right, and in which unit.
        lines: before, and after.
    """

    title: Text
    unit: Text
    across: Text
    lines: tuple[Line, Line]

    def spec(self, lang: Language) -> Spec:
        """Return it as a Vega-Lite specification."""
        sides = [message(code).text(lang) for code in ("said_before", "said_after")]
        values = [
            {"side": side, "x": float(x), "y": float(y)}
            for side, line in zip(sides, self.lines, strict=True)
            for x, y in line.points
        ]
        marked = [
            {
                "side": side,
                "x": float(line.mark[0]),
                "y": float(line.mark[1]),
                "text": words(line.said, lang),
                "dy": -10 if place == _AFTER else 16,
            }
            for place, (side, line) in enumerate(zip(sides, self.lines, strict=True))
            if line.mark is not None
        ]
        axis = {**_LABEL, "gridColor": FAINT, "tickCount": 5, "labelPadding": 6, "domain": False}
        title = {"titleFontWeight": "normal", "titleFontSize": 12, "titleColor": INK, "titleFont": FONT}
        x = {
            "field": "x",
            "type": "quantitative",
            "title": words(self.across, lang),
            "axis": {**axis, **title, "grid": False, "format": ",d"},
        }
        y = {
            "field": "y",
            "type": "quantitative",
            "title": None,
            "scale": {"zero": True},
            "axis": {**axis, "format": ",d"},
        }
        colour = _colours(sides, [PATH, TARGET])
        dash = {
            "field": "side",
            "type": "nominal",
            "scale": {"domain": sides, "range": [[5, 3], [1, 0]]},
            "legend": None,
        }
        return _whole(
            words(self.unit, lang),
            [
                {
                    "data": {"values": values},
                    "mark": {"type": "line", "strokeWidth": 2, "tooltip": None},
                    "encoding": {"x": x, "y": y, "color": colour, "strokeDash": dash},
                },
                {
                    "data": {"values": marked},
                    "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1, "tooltip": None},
                    "encoding": {"x": x, "y": y, "color": colour},
                },
                {
                    "data": {"values": marked},
                    "mark": {
                        "type": "text",
                        "align": "left",
                        "dx": 8,
                        "dy": {"expr": "datum.dy"},
                        "fontSize": 12,
                        "fontWeight": 600,
                    },
                    "encoding": {"x": x, "y": y, "text": {"field": "text"}, "color": colour},
                },
            ],
            height=_TALL,
        )


def _whole(unit: str, layers: list[Spec], *, height: int) -> Spec:
    title = {
        "text": unit,
        "anchor": "start",
        "color": INK,
        "fontWeight": "normal",
        "fontSize": 12,
        "offset": 10,
    }
    return {
        "width": WIDTH,
        "height": height,
        "padding": {"left": 24, "right": 24, "top": 8, "bottom": 4},
        "title": title,
        "config": {"font": FONT, "view": {"stroke": None}},
        "layer": layers,
    }


def _colours(names: list[str], colours: list[str]) -> dict[str, Any]:
    legend = {"orient": "top", "title": None, "labelColor": INK, "labelFontSize": 12, "symbolType": "square"}
    return {
        "field": "side" if colours[0] == PATH else "way",
        "type": "nominal",
        "scale": {"domain": names, "range": colours},
        "legend": legend,
    }


def _unlike(names: Iterable[str]) -> list[str]:
    """Return names of which no two are alike: one that comes again is followed by its number."""
    found: list[str] = []
    for name in names:
        again = sum(each.partition(" (")[0] == name for each in found)
        found.append(f"{name} ({again + 1})" if again else name)
    return found
