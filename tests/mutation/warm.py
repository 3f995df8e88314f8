"""One module's mutants against its own tests, in one warm process: `python warm.py MODULE TEST …`.

Everything is imported and collected once. Which lines each test runs is noted while the tests pass; then
each mutant gets a child process, in which the tests of its line run, the quickest first, until one fails.
The results are written as JSON, one line each.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from code_mutants import CodeMutant, code_mutants, live_functions

PATIENCE = 20  # seconds, beyond which a mutant counts as found: it hangs


class Mutating:
    """A pytest plugin that runs the mutants instead of the tests."""

    def __init__(self, module: str, wanted: str) -> None:
        self.module = module
        self.wanted = wanted
        self.found: list[dict[str, Any]] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        _few_examples()
        path = Path(str(import_module(self.module).__file__))
        by_line = _tests_by_line(session, path)
        live = live_functions(path)
        for mutant in code_mutants(path):
            if self.wanted and self.wanted not in mutant.function:
                continue
            started = time.perf_counter()
            tests = by_line.get(mutant.line) or _of_function(by_line, mutant)
            killed = bool(tests) and mutant.function in live and _is_found(mutant, live, tests)
            self.found.append(
                {
                    "module": self.module,
                    "line": mutant.line,
                    "function": mutant.function,
                    "change": mutant.change,
                    "found": killed,
                    "tests": len(tests),
                    "seconds": round(time.perf_counter() - started, 3),
                }
            )
        return True


def _few_examples() -> None:
    """Draw the same few examples for every mutant; nothing is shrunk, since nobody reads them."""
    from hypothesis import HealthCheck, Phase, settings  # pytest rewrites it first

    quick = settings(
        deadline=None,
        derandomize=True,
        database=None,
        max_examples=40,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    settings.register_profile("mutation", quick)
    settings.load_profile("mutation")


def _of_function(by_line: dict[int, list[pytest.Item]], mutant: CodeMutant) -> list[pytest.Item]:
    """The tests of a statement whose first line is never run by itself, as in a call over several lines."""
    lines = {line for _, _, line in mutant.code.co_lines() if line}
    near = [line for line in by_line if line in lines and line <= mutant.line]
    return by_line[max(near)] if near else []


def _tests_by_line(session: pytest.Session, path: Path) -> dict[int, list[pytest.Item]]:
    """Return the tests that run each line of a module, the quickest first."""
    lines: dict[int, list[tuple[float, int, pytest.Item]]] = {}
    for number, item in enumerate(session.items):
        seen: set[int] = set()
        started = time.perf_counter()
        passed = _runs(item, path, seen)
        took = time.perf_counter() - started
        if not passed:
            sys.stderr.write(f"left out, since it fails before anything is changed: {item.nodeid}\n")
            continue
        for line in seen:
            lines.setdefault(line, []).append((took, number, item))
    quickest = {line: sorted(found, key=lambda each: each[:2]) for line, found in lines.items()}
    return {line: [item for _, _, item in found] for line, found in quickest.items()}


def _runs(item: pytest.Item, path: Path, seen: set[int]) -> bool:
    file = str(path)

    def inside(frame: Any, event: str, _: object) -> Any:
        if event == "line":
            seen.add(frame.f_lineno)
        return inside

    def entered(frame: Any, _event: str, _: object) -> Any:
        if frame.f_code.co_filename != file:
            return None
        seen.add(frame.f_lineno)
        return inside

    sys.settrace(entered)
    try:
        reports = runtestprotocol(item, nextitem=None, log=False)
    finally:
        sys.settrace(None)
    return all(report.outcome != "failed" for report in reports)


def _is_found(mutant: CodeMutant, live: dict[str, list[Any]], tests: list[pytest.Item]) -> bool:
    child = os.fork()
    if child == 0:
        _try(mutant, live, tests)
    _, status = os.waitpid(child, 0)
    return status != 0


def _try(mutant: CodeMutant, live: dict[str, list[Any]], tests: list[pytest.Item]) -> None:
    """Run the tests with the mutant in place, and leave: with 0 where all pass."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    signal.alarm(PATIENCE)
    try:
        for function in live[mutant.function]:
            function.__code__ = mutant.code
        for item in tests:
            if any(report.outcome == "failed" for report in runtestprotocol(item, nextitem=None, log=False)):
                os._exit(1)
    except BaseException:  # noqa: BLE001 - whatever a mutant does to pytest itself, it was noticed
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Run the mutants of one module."""
    module, output, *tests = sys.argv[1:]
    module, _, wanted = module.partition(":")
    plugin = Mutating(module, wanted)
    arguments = ["-q", "-s", "-p", "no:cacheprovider", "-p", "no:randomly", *tests]
    code = pytest.main(arguments, plugins=[plugin])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) or not plugin.found:
        sys.exit(f"{module}: the tests could not be run ({code})")
    Path(output).write_text("\n".join(map(json.dumps, plugin.found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
