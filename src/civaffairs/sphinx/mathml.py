"""Formulas as MathML: browsers show it by themselves, with no script and nothing to fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.util import logging

from civaffairs.errors import fault

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

NAME = "civ_mathml"
"""What a project's `conf.py` chooses it by, as its `html_math_renderer`."""


def add_mathml(app: Sphinx, config: Config) -> None:
    """Add the renderer where a project asks for it; a handler of `config-inited`.

    Where a second renderer is known, Sphinx would use it unasked, for everybody's own formulas too.
    """
    if config.html_math_renderer == NAME:
        app.add_html_math_renderer(NAME, (_inline, None), (_block, None))


def _inline(writer: HTML5Translator, node: nodes.math) -> None:
    writer.body.append(_mathml(node, block=False) or f"<code>{writer.encode(node.astext())}</code>")
    raise nodes.SkipNode


def _block(writer: HTML5Translator, node: nodes.math_block) -> None:
    writer.body.append(writer.starttag(node, "div", CLASS="math"))
    writer.body.append(_mathml(node, block=True) or f"<pre>{writer.encode(node.astext())}</pre>")
    writer.body.append("</div>\n")
    raise nodes.SkipNode


def _mathml(node: nodes.Element, *, block: bool) -> str:
    """The formula, or nothing and a warning where docutils does not know a command of LaTeX."""
    try:
        return tex2mathml(node.astext(), as_block=block)
    except MathError as error:
        unknown = fault("formula_unknown", why=str(error))
        logger.warning(unknown.text(), type="civaffairs", subtype="formula", location=node)
        return ""
