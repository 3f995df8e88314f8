"""The reference work in OpenFisca-core and policyengine-core, which share their way of declaring a country.

Arrays go in without detour through texts (`set_input`), and incomes are whole numbers, which is the faster
way; assets are `float`, because 32 bits would not hold the assets of the wealthy.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import peer_openfisca
import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PERIOD = peer_openfisca.PERIOD


@cache
def _country(library: str) -> Any:
    return peer_openfisca.country(library, money=int)


def simulation(library: str, persons: Mapping[str, Any], households: Mapping[str, Any]) -> Any:
    """Return a simulation of a population, given as arrays, sorted by household."""
    builder = import_module(f"{library}.simulations").SimulationBuilder()
    builder.create_entities(_country(library))
    builder.declare_person_entity("person", np.arange(len(persons["household"])))
    group = builder.declare_entity("household", households["household"])
    # No roles are given: the rule asks for none, and they would cost time.
    group.members_entity_id = np.searchsorted(households["household"], persons["household"])
    built = builder.build(_country(library))
    for facts in (persons, households):
        for name, values in facts.items():
            if name != "household":
                built.set_input(name, PERIOD, values)
    return built


def _read(folder: Path, register: str, columns: Mapping[str, str]) -> dict[str, Any]:
    table = pq.read_table(folder / f"{register}.parquet", columns=list(columns))
    return {name: table[column] for column, name in columns.items()}


def _simulated(library: str, folder: Path) -> tuple[Any, Any]:
    """Return the simulation of the registers, and which households are urban, by their keys."""
    persons = _read(
        folder,
        "persons",
        {
            "household_id": "household",
            "incomes.wages_fen": "income",
            "employed": "employed",
            "disability_grade": "grade",
            "seriously_ill": "ill",
        },
    )
    persons["grade"] = persons["grade"].fill_null(0)
    households = _read(
        folder, "households", {"household_id": "household", "area": "urban", "assets_fen": "assets"}
    )
    households["urban"] = pa.compute.equal(households["urban"], "urban")
    arrays = [{name: each.to_numpy() for name, each in facts.items()} for facts in (persons, households)]
    return simulation(library, *arrays), arrays[1]


def _rows(library: str, folder: Path) -> Any:
    simulated, households = _simulated(library, folder)
    found = {"household_id": households["household"]}
    for name in ("in_dibao", "marginal", "amount", "singles"):
        values = simulated.calculate(name, PERIOD)
        found[name] = values if values.dtype == bool else values.astype(np.int64)
    return pa.table(found)


def _totals(library: str, folder: Path) -> Any:
    simulated, households = _simulated(library, folder)
    columns = [simulated.calculate(name, PERIOD) for name in ("in_dibao", "amount", "marginal", "singles")]
    rows = []
    for area, urban in (("rural", False), ("urban", True)):
        here = households["urban"] == urban
        rows.append((area, int(here.sum()), *(int(each[here].sum(dtype=np.int64)) for each in columns)))
    return rows


def openfisca(folder: Path) -> Any:
    return _rows("openfisca_core", folder)


def openfisca_totals(folder: Path) -> Any:
    return _totals("openfisca_core", folder)


def policyengine(folder: Path) -> Any:
    return _rows("policyengine_core", folder)


def policyengine_totals(folder: Path) -> Any:
    return _totals("policyengine_core", folder)
