"""One implementation in a process of its own: python -m populations.worker NAME WORK FOLDER [FILE].

It answers in lines that begin with ANSWER and go on as JSON. The first says that what is needed is imported.
For each line `again` that it reads it does the work and says how many seconds that took. Then `done` asks for
the most memory and the totals, and the rows of the last time are written into FILE.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from populations.names import IMPLEMENTATIONS

ANSWER = "civaffairs-bench: "


def main(name: str, work: str, folder: str, file: str = "") -> None:
    implementation = IMPLEMENTATIONS[name]
    function = implementation.function + {"rows": "", "totals": "_totals"}[work]
    if not implementation.library:
        sys.meta_path.insert(0, _NoPandas())
    try:
        for library in filter(None, (implementation.library, "pyarrow" if work == "rows" else "")):
            import_module(library)
        run = getattr(import_module(f"populations.{implementation.module}"), function)
    except ImportError as missing:
        _say({"left_out": f"{missing.name or missing} is not installed"})
        return
    _say({})
    outcome = None
    for line in sys.stdin:
        if line.strip() != "again":
            break
        del outcome  # or two outcomes would be in memory at once
        began = perf_counter()
        outcome = run(Path(folder))
        _say({"seconds": perf_counter() - began})
    found: dict[str, Any] = {"peak": most_memory()}
    if work == "totals":
        found["totals"] = [[area, *map(int, numbers)] for area, *numbers in outcome or ()]
    if file:
        _write(outcome, file)
    _say(found)


def _say(found: dict[str, Any]) -> None:
    print(f"{ANSWER}{json.dumps(found)}", flush=True)


class _NoPandas:
    """Hides pandas: policyengine-core installs it, and then pyarrow loads it for all, with 50 MB."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def _write(rows: Any, file: str) -> None:
    import pyarrow.parquet

    pyarrow.parquet.write_table(rows, file)


def most_memory() -> int | None:
    """Return the most bytes that this process, and those that it started, held; None where nobody tells."""
    if not Path("/proc/self/status").exists():
        return None
    return sum(map(_most_memory_of, _with_children("self")))


def _with_children(process: str) -> list[str]:
    """Spark computes in a process beside this one."""
    files = Path(f"/proc/{process}/task").glob("*/children")
    children = [child for file in files for child in file.read_text().split()]
    return [process, *(each for child in children for each in _with_children(child))]


def _most_memory_of(process: str) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"^VmHWM:\s*(\d+) kB", status, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    main(*sys.argv[1:])
