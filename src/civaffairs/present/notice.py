"""A notice (告知书) of what was decided, as one HTML page that prints on A4, in one language or in both.

It says for itself that it is a computation for information and no administrative decision. Like the report it
is complete in itself, escapes whatever it shows, and holds no more than the view does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.decisions import Answer
from civaffairs.errors import language
from civaffairs.present.decided import SHORT_DIGEST
from civaffairs.present.html import TAGS, environment
from civaffairs.present.palette import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civaffairs.errors import Language
    from civaffairs.present.decisions import DecisionsView


def notice(view: DecisionsView, langs: Sequence[Language] = ()) -> str:
    """Return the page; in the language in force where none is named, one after the other where both are."""
    from markupsafe import Markup

    chosen = tuple(langs) or (language(),)
    bodies = [Markup(_body(view, lang)) for lang in chosen]  # noqa: S704 - our own template, which escapes
    template = environment(chosen[0]).get_template("notice.html")
    return template.render(view=view, langs=chosen, tags=TAGS, looks=ANSWERS, bodies=bodies)


def _body(view: DecisionsView, lang: Language) -> str:
    template = environment(lang).get_template("notice_body.html")
    return template.render(view=view, lang=lang, tags=TAGS, looks=ANSWERS, answers=Answer, short=SHORT_DIGEST)
