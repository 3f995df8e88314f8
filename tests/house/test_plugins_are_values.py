"""No plugin holds an algorithm: it declares values, top to bottom, as its document has them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
# Loops and branches compute; a module gathers its parts with a plain generator, and names are filled in.
ALGORITHMS = (
    ast.For,
    ast.While,
    ast.If,
    ast.IfExp,
    ast.Try,
    ast.Lambda,
    ast.ListComp,
    ast.DictComp,
    ast.SetComp,
)
MODULES = sorted(
    path.relative_to(PLUGINS)
    for path in PLUGINS.glob("civaffairs-*/src/**/*.py")
    if "taoyuan" not in str(path)  # the test bed shows the way out, an opaque function
)


def algorithms(source: str) -> list[int]:
    """The lines of a module that do more than declare."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ALGORITHMS)
        and not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    ]


def test_the_check_finds_a_loop_and_a_branch() -> None:
    assert algorithms("for each in (1, 2):\n    if each:\n        pass") == [1, 2]
    assert algorithms("if TYPE_CHECKING:\n    import ast\nRULES = tuple(rule for rule in PARTS)") == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_plugin_declares_and_does_not_compute(module: Path) -> None:
    assert algorithms((PLUGINS / module).read_text(encoding="utf-8")) == []
