"""Every hook is explained, documented for those who write plugins, and shown by the example plugin."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from civaffairs.loading import hookspecs
from civaffairs.loading.hookspecs import PARTS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "write-a-plugin.md"
HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("civaffairs_"))


def test_the_hooks_are_those_that_the_loader_knows_and_all_are_marked():
    assert sorted(f"civaffairs_{part}" for part in PARTS) == HOOKS
    assert [name for name in HOOKS if not hasattr(getattr(hookspecs, name), "civaffairs_spec")] == []


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_says_in_a_sentence_what_it_declares(name):
    explained = getattr(hookspecs, name).__doc__
    assert explained.startswith("Declare ")
    assert explained.rstrip().endswith(".")


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_documented_for_those_who_write_plugins(name):
    assert PAGE.is_file(), f"{PAGE.relative_to(ROOT)} is missing; it explains {name}"
    assert name in PAGE.read_text("utf-8"), f"{PAGE.relative_to(ROOT)} does not explain {name}"


@pytest.mark.parametrize("name", HOOKS)
def test_the_example_plugin_shows_the_hook(monkeypatch, name):
    for folder in ROOT.glob("plugins/*/src"):
        monkeypatch.syspath_prepend(str(folder))
    declared = list(getattr(import_module("civaffairs_taoyuan"), name)())
    assert declared
    assert all(isinstance(each, PARTS[name.removeprefix("civaffairs_")].type) for each in declared)
