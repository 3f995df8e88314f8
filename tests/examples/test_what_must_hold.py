"""The example tests, proves, changes and asks the suite, and says what came of each."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import civaffairs

EXAMPLE = Path(__file__).parents[2] / "examples" / "what_must_hold.py"


def test_every_invariant_is_tested_and_proved_and_a_change_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    runpy.run_path(str(EXAMPLE))["main"]()
    lines = capsys.readouterr().out.splitlines()
    tested, changed = lines.index(""), lines.index("what would have to be other for Dibao")
    assert len(lines[1 : tested - 1]) == len(civaffairs.load()["taoyuan"].invariants)
    assert "Proved" in lines[tested - 1]
    assert any("→" in line for line in lines[changed:])
    assert lines[-1].startswith("passes what was asked of suite 1.0: 4 of 17 requirements")
