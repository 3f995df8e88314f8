"""What `from civaffairs import …` offers: one list, read by type checkers, by Python and by people."""

from __future__ import annotations

import ast
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import civaffairs

ROOT = Path(__file__).parents[2]
RECORDED = (Path(__file__).parent / "front_door.txt").read_text("utf-8").split()


def for_type_checkers() -> dict[str, str]:
    """Return what stands under `TYPE_CHECKING`: each name with the module that it comes from."""
    tree = ast.parse(Path(civaffairs.__file__).read_text("utf-8"))
    (block,) = (
        node
        for node in tree.body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    )
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert len(imports) == len(block.body)
    return {name.asname or name.name: str(each.module) for each in imports for name in each.names}


def test_type_checkers_and_python_see_the_same_names_in_the_same_homes():
    assert for_type_checkers() == civaffairs._HOME_OF


def test_the_names_are_those_on_record():
    """A name that goes breaks somebody's program: leave it out of the record only on purpose."""
    assert civaffairs.__all__ == RECORDED


@pytest.mark.parametrize("name", RECORDED)
def test_every_name_is_found_where_its_home_says(name):
    found = getattr(civaffairs, name)
    home = civaffairs._HOME_OF.get(name)
    assert home is None or found is getattr(import_module(home), name)
    assert name in dir(civaffairs)


def test_a_star_brings_every_name_and_nothing_else():
    brought: dict[str, object] = {}
    exec("from civaffairs import *", brought)  # noqa: S102
    assert sorted(brought.keys() - {"__builtins__"}) == RECORDED


def test_a_name_that_does_not_exist_is_an_attribute_error_that_names_it():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = civaffairs.no_such_name


def test_the_version_is_that_of_the_distribution():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == civaffairs.__version__
