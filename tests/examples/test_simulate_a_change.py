"""The example draws a sample, reckons a change and prints what it comes to."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

EXAMPLE = Path(__file__).parents[2] / "examples" / "simulate_a_change.py"


def test_a_change_is_reckoned_by_area_and_by_income(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLE))["main"](households=500)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "城市低保标准: 700元/人·月 → 735元/人·月"
    assert "下限" in lines[1]
    assert any(line.startswith("500 households were drawn") for line in lines)
    assert [line.split(":")[0].strip() for line in lines if " gain, " in line] == ["rural", "urban"]
    assert "  rural: 0 gain, 0 lose" in lines
    assert sum(line.startswith("  tenth ") for line in lines) == 10
