"""Documentation of the policy model: the Sphinx domain `civ` with its directives.

In a project's `conf.py`:

    extensions = ["civaffairs.sphinx"]

Then the directive `civ:jurisdiction` shows everything that one installed jurisdiction declares,
`civ:indicators` all indicators and `civ:glossary` all terms, to which Sphinx's own role `term` refers. The
roles `civ:ind`, `civ:plan`, `civ:target`, `civ:doc`, `civ:clause`,
`civ:jurisdiction`, `civ:standard`, `civ:provision` and `civ:rule` refer to them, in this project and by
intersphinx in others.

Amounts are formulas. With `html_math_renderer = "civ_mathml"` they are written as MathML, which browsers show
by themselves; by default Sphinx has each reader's browser fetch MathJax.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.config import ENUM

import civaffairs
from civaffairs.errors import LANGUAGES
from civaffairs.sphinx.directives import IndicatorsDirective, JurisdictionDirective
from civaffairs.sphinx.domain import CivDomain, pages_to_read_again, warn_of_unknown
from civaffairs.sphinx.glossary import GlossaryDirective
from civaffairs.sphinx.mathml import add_mathml
from civaffairs.sphinx.plugins import load_plugins

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

ENV_VERSION = 2
"""Raised when what the domain keeps between builds changes its form."""
STYLE = "civaffairs.css"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain, its directives, configuration and style with Sphinx.

    Configuration:
        civaffairs_language: the language of the prose, `zh` or `en`; by default that of the project. Official
            terms are always given in Chinese, on English pages with their English handles behind them.
        civaffairs_plugins: the entry-point names to load; by default all that are installed.
    """
    app.add_domain(CivDomain)
    app.add_directive_to_domain("civ", "jurisdiction", JurisdictionDirective)
    app.add_directive_to_domain("civ", "indicators", IndicatorsDirective)
    app.add_directive_to_domain("civ", "glossary", GlossaryDirective)
    app.add_config_value("civaffairs_language", _language, "env", ENUM(*LANGUAGES))
    app.add_config_value("civaffairs_plugins", None, "env", frozenset({list, tuple, type(None)}))
    app.connect("config-inited", add_mathml)
    app.connect("builder-inited", load_plugins)
    app.connect("builder-inited", _add_style)
    app.connect("env-get-outdated", pages_to_read_again)
    app.connect("warn-missing-reference", warn_of_unknown)
    return {
        "version": civaffairs.__version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _language(config: Config) -> str:
    return "zh" if str(config.language).startswith("zh") else "en"


def _add_style(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.config.html_static_path.append(str(Path(__file__).parent / "static"))
        app.add_css_file(STYLE)
