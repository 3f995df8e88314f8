"""The example finds the path, says what holds it up, and what the published standards miss."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

pytest.importorskip("z3")
EXAMPLE = Path(__file__).parents[2] / "examples" / "cheapest_path.py"


def test_the_path_of_the_fictional_district_is_found_and_held_against_what_it_published(
    capsys: pytest.CaptureFixture[str],
) -> None:
    runpy.run_path(str(EXAMPLE))["main"]()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("left out: 取暖补助标准")
    years = [line for line in lines if line[:5] in {"2022:", "2023:", "2024:"}]
    assert years[0] == "2022: 城市低保标准 672, 农村低保标准 520, 特困人员基本生活标准 874; 50,474,400 元"
    assert len(years) == 3
    assert [line for line in lines if line.startswith("published 20")]
    assert lines[-1] == "published costs 7,422,000 元 more"
