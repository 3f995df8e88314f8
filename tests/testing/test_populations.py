"""Whole populations held against the reference evaluation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve, frozen

from civaffairs import load
from civaffairs.analysis.running.asking import asked_of
from civaffairs.testing.engines import SwiftPython
from civaffairs.testing.populations import (
    ArraysOfRegisters,
    FlatDuckDB,
    NestedDuckDB,
    OfCases,
    differences,
    drawn,
    opened,
)

arrow = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

DAY = date(2024, 9, 1)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("registers") / "drawn"
    return drawn(load()["taoyuan"], folder, 300, on=DAY, unknown=Fraction(1, 20))


def batch_of(files, asked):
    registers = opened(asked, *files)
    (found,) = arrow.Table.from_batches(list(registers.batches())).combine_chunks().to_batches()
    return found


@frozen
class Wrong:
    """An engine that pays one unit more to every household whose assets are above a thousand yuan."""

    name: str = "wrong"

    def answers(self, asked, rows):
        found = NestedDuckDB().answers(asked, rows)
        assets = rows.batch.column("assets").to_pylist()
        rich = [amount is not None and amount > 100_000 for amount in assets]
        found["dibao"] = [
            evolve(each, amounts=(each.amounts[0] + 1,)) if more and each.holds else each
            for each, more in zip(found["dibao"], rich, strict=True)
        ]
        return found


def test_every_engine_gives_every_row_the_outcome_of_the_reference_evaluation(files):
    asked = asked_of(load()["taoyuan"].rulebook, on=DAY)
    found = differences(
        asked,
        batch_of(files, asked),
        [OfCases(SwiftPython()), ArraysOfRegisters(), NestedDuckDB(), FlatDuckDB()],
    )
    assert not list(found)


def test_a_difference_is_shown_by_its_smallest_case(files):
    asked = asked_of(load()["taoyuan"].rulebook, on=DAY, provisions=["dibao"])
    (found,) = differences(asked, batch_of(files, asked), [Wrong()])
    assert (found.provision.id, found.engine) == ("dibao", "wrong")
    (home,) = found.case.by_model.values()
    assert len(home.members) == 1
    assert int(home.assets * 100) == 100_001
    assert "wrong" in found.text("en")
