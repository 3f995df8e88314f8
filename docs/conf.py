"""Sphinx's configuration. Build with: sphinx-build -n -W -b html docs docs/_build/html."""

from sphinx.application import Sphinx

import civaffairs

project = "civaffairs"
author = "civaffairs contributors"
copyright = "civaffairs contributors"  # noqa: A001 - Sphinx's name for it
release = version = civaffairs.__version__

extensions = [
    "civaffairs.sphinx",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "changelog.d"]
nitpicky = True
nitpick_ignore = [
    # The standard library's own documentation is not asked, so that a build needs no network.
    ("py:class", "collections.abc.Callable"),
    ("py:class", "collections.abc.Mapping"),
    ("py:class", "date"),
    ("py:class", "datetime.date"),
    ("py:class", "decimal.Decimal"),
    ("py:class", "Fraction"),
    ("py:class", "fractions.Fraction"),
    # Unions of the nodes, each of which is described.
    ("py:class", "Condition"),
    ("py:class", "Quantity"),
    ("py:class", "Rule"),
    # What an engine noted; readers see the reasons that are made of it.
    ("py:class", "civaffairs.domain.rules.trace.Trace"),
    # A type variable is no class that could be described.
    ("py:class", "civaffairs.domain.timeline.T_co"),
]

html_theme = "furo"
html_title = "civaffairs"
html_copy_source = False
html_math_renderer = "civ_mathml"  # a reader without a network sees formulas too

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

default_role = "code"  # what docstrings mean by single backquotes
autodoc_member_order = "bysource"
# The docstrings say what goes in and comes out; written-out unions would bury the signatures.
autodoc_typehints = "none"
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False


def keep_colons(
    _app: object, what: str, _name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Keep napoleon from reading 'Where it ends: exactly' in a property as a type and what it means."""
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def leave_out_fields(
    _app: object, _what: str, _name: str, member: object, _skip: object, _options: object
) -> bool | None:
    """Leave the fields of a named tuple to its section 'Attributes', which says what they are."""
    return True if type(member).__name__ == "_tuplegetter" else None


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", keep_colons, priority=400)
    app.connect("autodoc-skip-member", leave_out_fields)
