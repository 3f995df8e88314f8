"""The example runs and prints every figure, contradiction and recomputation of the plan that it is given."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import civaffairs
from civaffairs.exchange.facts import facts

EXAMPLE = Path(__file__).parents[2] / "examples" / "figures.py"


def printed(*names: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    runpy.run_path(str(EXAMPLE))["main"](*names)
    return capsys.readouterr().out.splitlines()


def test_every_figure_of_the_fictional_plan_is_printed_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys=capsys)
    kinds = [line for line in lines if line and not line.startswith(" ")]
    assert kinds[1:] == ["achievement", "target", "contradictions", "found by the checks", "worked out again"]
    stated = lines[: lines.index("contradictions")]
    plan = civaffairs.load().plans["taoyuan/plan-13"]
    assert sum(line.startswith("  ") for line in stated) == len(facts([plan]))
    assert any("老年助餐点 2020: 余 40 个" in line for line in stated)
    assert any("实名注册志愿者人数 2020: (no figure)" in line for line in stated)
    assert lines[-1].endswith("±0.5%: agrees")


def test_what_does_not_add_up_in_a_real_plan_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed("jiangsu/plan-14", capsys=capsys)
    assert any(line.endswith(": does not agree") for line in lines)
    assert any(line.endswith("(declared)") for line in lines)
