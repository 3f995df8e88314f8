"""One implementation in a process of its own: python -m populations.worker NAME WORK FOLDER REPEATS [FILE].

The last line that it prints is JSON: the seconds of each repetition, the most memory, and the totals. Into
FILE go the rows of the last repetition, after everything was measured.
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


def main(name: str, work: str, folder: str, repeats: str, file: str = "") -> None:
    implementation = IMPLEMENTATIONS[name]
    function = implementation.function + {"rows": "", "totals": "_totals"}[work]
    if not implementation.library:
        sys.meta_path.insert(0, _NoPandas())
    try:
        for library in filter(None, (implementation.library, "pyarrow" if work == "rows" else "")):
            import_module(library)
        found = _measured(implementation.module, function, Path(folder), int(repeats), file)
    except ImportError as missing:
        found = {"left_out": f"{missing.name or missing} is not installed"}
    except NotImplementedError:
        found = {"left_out": "not written yet"}
    print(json.dumps(found))


class _NoPandas:
    """Hides pandas: policyengine-core installs it, and then pyarrow loads it for all, with 50 MB."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def _measured(module: str, function: str, folder: Path, repeats: int, file: str) -> dict[str, Any]:
    run = getattr(import_module(f"populations.{module}"), function)
    seconds, outcome = [], None
    for _ in range(repeats):
        del outcome  # or two outcomes would be in memory at once
        began = perf_counter()
        outcome = run(folder)
        seconds.append(perf_counter() - began)
    peak = most_memory()
    if function.endswith("_totals"):
        totals = [[area, *map(int, numbers)] for area, *numbers in outcome]
        return {"seconds": seconds, "peak": peak, "totals": totals}
    if file:
        _write(outcome, file)
    return {"seconds": seconds, "peak": peak}


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
