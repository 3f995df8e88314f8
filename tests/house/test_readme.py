"""What the README shows works as it stands."""

from __future__ import annotations

import re
import types
from pathlib import Path

from click.testing import CliRunner

from civaffairs.cli import _Commands
from civaffairs.domain.plan import Plan

ROOT = Path(__file__).parents[2]
TEXT = ROOT.joinpath("README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_the_plugin_of_the_readme_declares_a_plan_in_about_forty_lines() -> None:
    code = next(block for block in blocks("python") if "hookimpl" in block)
    module = types.ModuleType("civaffairs_peach_island")
    exec(compile(code, "README.md", "exec"), module.__dict__)  # noqa: S102 - our own example
    (plan,) = module.civaffairs_plans()
    assert isinstance(plan, Plan)
    assert len(plan.rows) == 3
    assert len(code.splitlines()) <= 46


def test_the_examples_of_the_readme_run() -> None:
    examples = [block for block in blocks("python") if "load()" in block]
    assert len(examples) == 2
    for code in examples:
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own example


def test_the_figures_in_the_readme_are_those_that_the_plugins_state() -> None:
    command, *shown = next(block for block in blocks("text") if " facts " in block).splitlines()
    made = CliRunner().invoke(_Commands("civaffairs"), command.removeprefix("$ civaffairs ").split()).output
    for line in (each for each in shown if each != "…"):
        assert f"\n{line.removesuffix('…')}" in made, line


def test_the_decision_in_the_readme_is_the_one_that_is_made(monkeypatch) -> None:
    command, *shown = next(block for block in blocks("text") if " decide " in block).splitlines()
    monkeypatch.chdir(ROOT)
    made = CliRunner().invoke(_Commands("civaffairs"), command.removeprefix("$ civaffairs ").split()).output
    told = [line for line in shown if line.strip() != "…"]
    assert told
    for line in told:
        assert any(each.startswith(line.removesuffix("…")) for each in made.splitlines()), line


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if not ROOT.joinpath(link).exists()] == []


def test_the_ci_runs_the_test_command_of_the_readme() -> None:
    command = next(block for block in blocks("sh") if "tests" in block).strip()
    assert all(part in ROOT.joinpath(".ci/run").read_text("utf-8") for part in command.split(" && "))
