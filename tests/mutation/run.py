"""How many mutants the tests find: `python tests/mutation/run.py [--write] [rules] [code] [MODULE …]`.

`rules` are the rule trees of every installed plugin, against the cases of that plugin's own tests. `code` is
the code of rules, timelines, targets and progress, against each module's own tests. Without a word, both.
`--write` puts the scores into the documentation; `--list` prints every mutant that nothing found.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assurance import Row, write_section
from rule_trees import rule_results
from same import SAME

ROOT = Path(__file__).parents[2]
SUBJECTS = {
    "rules": tuple(
        f"rules.{name}"
        for name in (
            *("authors", "depends", "dimension", "evaluate", "expr", "latex", "named", "phrases", "render"),
            *("shape", "trace", "vocabulary", "walk"),
        )
    ),
    "timelines": ("timeline",),
    "targets": ("targets",),
    "progress": tuple(f"progress.{name}" for name in ("following", "growth", "outcomes", "paths")),
}
BESIDE = {
    "rules.evaluate": ["tests/house/test_interpreters.py"],
}
"""Other tests that are about a module too."""


def tests_of(module: str) -> list[str]:
    """Return the test files of a module: the one called after it, and what else is about it."""
    *rooms, name = module.split(".")
    return ["/".join(("tests/domain", *rooms, f"test_{name}.py")), *BESIDE.get(module, [])]


def code_results(module: str) -> list[dict[str, Any]]:
    """Run the mutants of one module in a process of their own."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "results.json"
        words = [sys.executable, str(Path(__file__).with_name("warm.py")), f"civaffairs.domain.{module}"]
        done = subprocess.run(
            [*words, str(output), *tests_of(module)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode or not output.exists():
            sys.exit(f"{module}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        sys.stderr.write(done.stderr)
        results = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    for each in results:
        each["same"] = not each["found"] and (module, each["function"], each["change"]) in SAME
    return results


def main() -> None:
    """Run what was asked for, print the scores, and write them where that was asked for."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    write, listing = "--write" in sys.argv, "--list" in sys.argv
    parts = [word for word in words if word in {"rules", "code"}]
    modules = [word for word in words if word not in {"rules", "code"}]
    if modules or not parts or "code" in parts:
        measure_code(modules, write=write and not modules, listing=listing)
    if not modules and (not parts or "rules" in parts):
        measure_rules(write=write, listing=listing)


def measure_code(wanted: list[str], *, write: bool, listing: bool) -> None:
    """Print the scores of the modules asked for, or of all."""
    modules = wanted or [module for several in SUBJECTS.values() for module in several]
    started = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = dict(zip(modules, pool.map(code_results, modules), strict=True))
    rows: dict[str, Row] = defaultdict(Row)
    for module, results in found.items():
        subject = next(name for name, several in SUBJECTS.items() if module in several)
        same = sum(each["same"] for each in results)
        row = Row(sum(each["found"] for each in results), len(results) - same, same)
        rows[subject] += row
        print(f"{module:24} {row}")
        for each in results if listing else ():
            if not each["found"] and not each["same"]:
                print(f"    {each['line']:4} {each['function']}: {each['change']} ({each['tests']} tests)")
    for subject, row in rows.items():
        print(f"{subject:24} {row}")
    print(f"{time.perf_counter() - started:.0f} s")
    if write:
        write_section("code", "code of `civaffairs.domain`", rows)


def measure_rules(*, write: bool, listing: bool) -> None:
    """Print the scores of every plugin's rules."""
    started = time.perf_counter()
    rows: dict[str, Row] = {}
    for plugin, results in rule_results(ROOT).items():
        rows[plugin] = Row(sum(each.found for each in results), len(results))
        print(f"{plugin:24} {rows[plugin]}")
        for each in results if listing else ():
            if not each.found:
                print(f"    {each.rule} [{each.start}] {each.mutant.text('en')} ({each.cases} cases)")
    print(f"{time.perf_counter() - started:.0f} s")
    if write:
        write_section("rules", "rule trees of the plugin", rows)


if __name__ == "__main__":
    main()
