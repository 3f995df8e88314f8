"""Mutants of the rule trees of all plugins, against the cases of each plugin's own tests.

The tests run once, and every evaluation of a case in them is noted: the tree, the facts, the things. Then
each mutant takes the place of its rule in the rulebook, and what rests on it is evaluated again. It is found
where something comes out that is not what came out before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from civaffairs.analysis.mutation import Mutant, mutants
from civaffairs.analysis.untested import with_rule, with_tree
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.rulebook import Rulebook, versions_behind
from civaffairs.domain.rules import evaluate
from civaffairs.domain.rules.depends import rules_of
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.engines import deciding
from civaffairs.errors import CivaffairsError, RuleRefused
from civaffairs.loading import load


@dataclass(eq=False)
class Call:
    """One evaluation of a case in a test.

    Attributes:
        book: the rulebook by which it was evaluated.
        rules: the named rules that were asked for.
        day: the day.
        again: evaluate it by another rulebook.
        came_out: what came out in the test.
    """

    book: Rulebook
    rules: tuple[Any, ...]
    day: Any
    again: Callable[[Rulebook], object]
    came_out: object


@dataclass
class RuleResult:
    """What became of one mutant of a rule."""

    rule: str
    start: str
    mutant: Mutant
    found: bool
    cases: int


@dataclass
class Recorder:
    """A pytest plugin that notes every evaluation, by the plugin whose test makes it."""

    calls: dict[str, list[Call]] = field(default_factory=lambda: defaultdict(list))
    now: str = ""
    depth: int = 0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.now = item.path.parents[1].name
        try:
            return (yield)
        finally:
            self.now = ""

    def wrapped(self, function: Callable[..., object]) -> Callable[..., object]:
        """Wrap `measure` or `holds`: the outermost evaluation is noted."""

        def noting(tree: Any, facts: Any, thing: object = None) -> object:
            self.depth += 1
            try:
                came_out = function(tree, facts, thing)
            finally:
                self.depth -= 1
            if self.now and not self.depth and isinstance(facts, CaseFacts):
                rules = (tree,) if isinstance(tree, AmountRule | ConditionRule) else rules_of(tree)
                edition, on = facts.edition, facts.on

                def again(book: Rulebook) -> object:
                    return function(tree, CaseFacts(book.on(edition.day), on), thing)

                call = Call(edition.book, rules, edition.day, again, _plain(came_out))
                self.calls[self.now].append(call)
            return came_out

        return noting

    def wrapped_decide(self, decide: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap `decide`."""

        def noting(rulebook: Rulebook, case: object, *, on: Any, provisions: Any = None) -> Any:
            names = None if provisions is None else tuple(provisions)
            decided = decide(rulebook, case, on=on, provisions=names)
            if self.now:
                rules = tuple(rule for each in decided for rule in each.provision.rules)

                def again(book: Rulebook) -> object:
                    return _decided(decide(book, case, on=on, provisions=names))

                self.calls[self.now].append(Call(rulebook, rules, on, again, _decided(decided)))
            return decided

        return noting


def _plain(came_out: object) -> object:
    """Whatever cannot be told is the same: which facts are missing is not asked here."""
    return None if isinstance(came_out, evaluate.Unknown) else came_out


def _decided(decisions: Any) -> object:
    return [(each.about, each.answer, each.amount, each.starts, each.review, each.ends) for each in decisions]


def rule_results(root: Path) -> dict[str, list[RuleResult]]:
    """Return what became of every mutant of every rule, by plugin."""
    recorder = Recorder()
    evaluate.measure = recorder.wrapped(evaluate.measure)  # type: ignore[assignment]
    evaluate.holds = recorder.wrapped(evaluate.holds)  # type: ignore[assignment]
    deciding.decide = recorder.wrapped_decide(deciding.decide)
    folders = [str(path) for path in sorted(root.glob("plugins/*/tests"))]
    # Cases that hypothesis draws for invariants are nobody's examples, and there are very many of them.
    words = ["-q", "-p", "no:cacheprovider", "--rootdir", str(root), "--ignore-glob=*test_invariants*"]
    code = pytest.main([*words, *folders], plugins=[recorder])
    # What is compared is what comes out of the cases, so a test that fails elsewhere does not matter here.
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise SystemExit(f"the plugins' tests cannot be run ({code})")
    recorder.now = ""
    loaded = load(strict=True, parts=("jurisdictions", "rules"))
    found: dict[str, list[RuleResult]] = {}
    for rule in loaded.rules:
        plugin = f"civaffairs-{loaded.plugins[rule.jurisdiction]}"
        results = found.setdefault(plugin, [])
        resting = [call for call in recorder.calls[plugin] if rule.id in call.book.rules]
        for entry in rule.timeline:
            near = sorted(_resting(resting, rule, entry.start), key=lambda call: call.rules != (rule,))
            for mutant in mutants(entry.value):
                result = _is_found(rule, entry.start, mutant, near)
                if result is not None:
                    results.append(RuleResult(rule.id, str(entry.start), mutant, result, len(near)))
    return found


def _resting(calls: list[Call], rule: Any, start: object) -> Iterator[Call]:
    """Yield the calls in which this version of a rule bears on what comes out."""
    for call in calls:
        if rule not in call.book.rules[rule.id]:
            continue
        for version in versions_behind(call.rules, call.book.on(call.day)):
            if version.of is rule and version.start == start:
                yield call
                break


def _is_found(rule: Any, start: Any, mutant: Mutant, calls: list[Call]) -> bool | None:
    """Whether one of the calls gives something else; None for a tree that is no rule."""
    changed = with_tree(rule, start, mutant.tree)
    books: dict[int, Rulebook] = {}
    try:
        for call in calls:
            book = books.setdefault(id(call.book), with_rule(call.book, rule, changed))
            if _plain(call.again(book)) != call.came_out:
                return True
    except RuleRefused:
        return None
    except CivaffairsError:
        return True
    return False
