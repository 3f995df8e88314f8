"""The documentation says what the code does: its examples run, and every hook and command is on its page."""

from __future__ import annotations

import doctest
import inspect
import re
from pathlib import Path

import attrs
import click
import pytest

import civaffairs
from civaffairs import (
    Amount,
    Document,
    Grade,
    Household,
    Label,
    Passage,
    Trust,
    condition_rule,
    dated,
    since,
)
from civaffairs.cli import _Commands
from civaffairs.domain.relations import Relation
from civaffairs.domain.rules import views
from civaffairs.errors import RuleRefused
from civaffairs.exchange.decisions import DecisionRecord
from civaffairs.exchange.facts import COLUMNS, facts
from civaffairs.loading import hookspecs
from civaffairs.loading.loader import load
from civaffairs.loading.reports import Stage

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
EXAMPLE = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(autouse=True)
def install(monkeypatch):
    """The real plugins, and paths as seen from the root of the repository."""
    monkeypatch.setattr("civaffairs.loading.load", load)
    monkeypatch.setattr(civaffairs, "load", load, raising=False)
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if EXAMPLE.search(page.read_text("utf-8"))], ids=lambda page: page.stem
)
def test_the_examples_of_a_page_give_what_they_say(page):
    examples = "\n".join(EXAMPLE.findall(page.read_text("utf-8")))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    told = []
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    result = doctest.DocTestRunner(verbose=False, optionflags=flags).run(test, out=told.append)
    assert result.attempted
    assert not result.failed, "".join(told)


def test_every_hook_is_documented_with_its_signature():
    page = (DOCS / "write-a-plugin.md").read_text("utf-8")
    hooks = [value for name, value in vars(hookspecs).items() if name.startswith("civaffairs_")]
    assert hooks
    for hook in hooks:
        assert f"`{hook.__name__}{inspect.signature(hook)}`".replace("'", "") in page


def test_every_stage_of_loading_is_explained():
    page = (DOCS / "write-a-plugin.md").read_text("utf-8")
    for stage in Stage:
        assert f"| {stage.label.zh} {stage.label.en} |" in page


def test_what_is_refused_in_a_rule_is_refused_as_its_page_says():
    page = (DOCS / "write-a-rule.md").read_text("utf-8")
    rows = re.findall(r"^\| `(.+)` \| (.+) \|$", page, re.MULTILINE)
    assert len(rows) >= 7
    clause = Document("taoyuan/rules", Label("办法", "Measures"), "局", 2022).at("第一条")

    def a_rule_of(model, tree):
        timeline = dated(Label("缺", "not known"), since(2022, tree, clause))
        return condition_rule("a_rule", "taoyuan", Label("甲", "a"), model, timeline)

    names = {**vars(views), "a_rule_of": a_rule_of, "Household": Household, "Amount": Amount}
    for written, said in rows:
        with pytest.raises(RuleRefused) as refusal:
            eval(written, names)  # noqa: S307 - our own page
        assert refusal.value.text("en").endswith(f": {said.replace(chr(92), '')}"), written


def test_the_record_of_a_decision_is_explained_key_by_key():
    page = (DOCS / "decide-a-case.md").read_text("utf-8")
    (table,) = re.findall(r"^\| key \| holds \|$(.*?)\n\n", page, re.MULTILINE | re.DOTALL)
    keys = {key for row in table.splitlines() for key in re.findall(r"`(\w+)`", row.split(" | ")[0])}
    assert keys | {"place", "on"} == {each.name for each in attrs.fields(DecisionRecord)}


def test_every_command_and_option_is_documented():
    page = (DOCS / "reference" / "cli.md").read_text("utf-8")
    group = _Commands("civaffairs")
    context = click.Context(group)
    for name in group.list_commands(context):
        assert f"`civaffairs {name}" in page
        command = group.get_command(context, name)
        for option in (each for each in command.params if isinstance(each, click.Option)):
            assert option.opts[0] in page, f"{name} {option.opts[0]}"


def test_every_name_of_the_front_door_is_in_the_reference():
    page = (DOCS / "reference" / "api.md").read_text("utf-8")
    documented = set(re.findall(r"^\.\. auto\w+:: (?:[\w.]+\.)?(\w+)$", page, re.MULTILINE))
    assert set(civaffairs.__all__) - documented == {"__version__", "hookimpl"}


def test_every_real_jurisdiction_and_every_plugin_here_has_a_page():
    shown = {page.stem for page in (DOCS / "plans").glob("*.md")} - {"index"}
    assert {each.jurisdiction.id for each in load()} <= shown
    here = {path.name.removeprefix("civaffairs-") for path in (ROOT / "plugins").iterdir()}
    assert here <= shown
    listed = set(re.findall(r"^([\w-]+)$", (DOCS / "plans" / "index.md").read_text("utf-8"), re.MULTILINE))
    assert shown == listed


def test_every_kind_of_fact_and_every_grade_is_explained_in_both_languages():
    english = (DOCS / "explanation" / "figures.md").read_text("utf-8")
    chinese = (DOCS / "zh.md").read_text("utf-8")
    kinds = {fact.kind for fact in facts(load().plans.values(), load().standards, load().rules)}
    assert len(kinds) == 7
    for kind in kinds:
        assert f"| {kind} | " in english
        assert f"`{kind}`" in chinese
    for grade in Grade:
        assert f"| {grade.label.zh} {grade.label.en} |" in english
        assert grade.label.zh in chinese
    for trust in set(Trust) - {Trust.FICTIONAL}:
        assert f"{trust.label.zh} ({trust.label.en})" in english
        assert trust.label.zh in chinese


def test_the_columns_of_facts_and_the_relations_of_compare_are_explained():
    page = (DOCS / "reference" / "cli.md").read_text("utf-8")
    (table,) = re.findall(r"^\| column \| holds \|$(.*?)\n\n", page, re.MULTILINE | re.DOTALL)
    columns = [name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split(" | ")[0])]
    assert tuple(columns) == COLUMNS
    for relation in Relation:
        assert f"{relation.label.zh} {relation.label.en}" in page


def test_every_method_of_a_passage_is_on_the_page_for_writers_of_plugins():
    page = (DOCS / "write-a-plugin.md").read_text("utf-8")
    for name in (name for name in vars(Passage) if not name.startswith("_")):
        if callable(getattr(Passage, name)):
            assert f"`{name}`" in page


def test_both_languages_have_the_same_outcomes_on_their_pages():
    from civaffairs import Method, Outcome

    english, chinese = ((DOCS / name).read_text("utf-8") for name in ("follow-a-plan.md", "zh.md"))
    for outcome in Outcome:
        assert f"| {outcome.label.zh} {outcome.label.en} |" in english
        assert outcome.label.zh in chinese
    for method in Method:
        assert method.label.zh in english
