"""One HTML file for one or several plans, complete in itself: no script, and nothing to load from elsewhere.

Whatever comes from a plan or an observation is escaped; the page holds no more than the view model does,
which has no personal data.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from civaffairs.domain.progress import Method, Outcome
from civaffairs.errors import ExtraMissing, language, message
from civaffairs.present import charts
from civaffairs.present.palette import DIFFERS, LOOKS
from civaffairs.present.words import NOT_KNOWN, NotKnown, Text, joined, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from civaffairs.errors import Language
    from civaffairs.present.view import ProgressView, RowView

TAGS: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}
"""What the languages are called in a page."""

_UNUSED = re.compile(
    r""" (?:role|aria-[a-z]+|class|font-family|pointer-events|xmlns:xlink|version)="[^"]*\""""
)
_INKS = {
    charts.INK: "ink",
    charts.FAINT: "line",
    charts.PATH: "path",
    charts.TARGET: "aim",
    charts.PAPER: "paper",
    **{look.light: look.slug for look in LOOKS.values()},
}

_EXPLAINED = {
    Method.DIRECT: "method_direct",
    Method.LINEAR: "method_linear",
    Method.COMPOUND: "method_compound",
    Method.GROWTH: "method_growth",
}


def page(views: Sequence[ProgressView], lang: Language | None = None) -> str:
    """Return the page of one or several plans.

    Where the library for charts is not installed the page says so, and how to get it; all else is there.
    """
    chosen = lang or language()
    drawn, left_out = _draw_all(views, chosen)
    used = {method for view in views for method in view.methods}
    template = environment(chosen).get_template("report.html")
    return template.render(
        views=views,
        lang=chosen,
        other="en" if chosen == "zh" else "zh",
        tags=TAGS,
        charts=drawn,
        charts_left_out=left_out,
        looks=LOOKS,
        outcomes=list(Outcome),
        methods={method: code for method, code in _EXPLAINED.items() if method in used},
        unknown=NOT_KNOWN,
        differs=DIFFERS,
    )


def environment(lang: Language) -> Environment:
    """Return what pages are made with: everything is escaped, `tell` and `say` speak `lang`."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("civaffairs.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def tell(code: str, **args: object) -> str:
        return message(code, **args).text(lang)

    def say(text: Text, in_language: Language | None = None) -> str:
        return words(text, in_language or lang)

    found.globals["tell"] = tell
    found.filters["say"] = say
    found.filters["joined"] = lambda texts: joined(texts, lang)
    found.tests["not_known"] = lambda value: isinstance(value, NotKnown)
    found.tests["address"] = lambda url: str(url).startswith(("https://", "http://"))
    return found


def _draw_all(views: Sequence[ProgressView], lang: Language) -> tuple[dict[str, Markup], bool]:
    """The charts by row, and whether they had to be left out because the library for them is missing."""
    try:
        rows = [row for view in views for row in view.rows]
        return {row.id: drawn for row in rows if (drawn := _draw(row, lang)) is not None}, False
    except ExtraMissing:
        return {}, True


def _draw(row: RowView, lang: Language) -> Markup | None:
    """A chart as a part of the page."""
    drawn = charts.svg(row, lang)
    return None if drawn is None else part_of_page(drawn)


def part_of_page(svg: str) -> Markup:
    """Return a chart as a part of a page, in the colours and the font of the page."""
    from markupsafe import Markup

    drawn = _UNUSED.sub("", svg)
    for colour, name in _INKS.items():
        drawn = drawn.replace(f'"{colour}"', f'"var(--{name})"')
    return Markup(drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704 - written by vl-convert, which escapes its texts
