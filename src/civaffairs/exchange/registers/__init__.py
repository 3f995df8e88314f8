"""Registers of whole populations: in, checked and nested; out, as a whole or not at all.

| module | does |
|---|---|
| `format` | what columns a register may have, and how their headings are understood |
| `mapping` | files that say which heading holds which fact |
| `sources` | Parquet, CSV and frames → batches of Arrow |
| `values` | what stands in a column → what engines read |
| `checks` | facts of one row that cannot be true together |
| `keys` | keys: their kind, their order, who is there twice |
| `rows` | one register, read and checked batch by batch |
| `faults` | what is wrong, counted |
| `beside` | persons beside their households, as nested batches |
| `nested` | the nested layout, and files of it |
| `opening` | all of that in one call |
| `writing` | a folder of registers |

Names are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civaffairs.exchange.registers.faults import Faults
    from civaffairs.exchange.registers.nested import Nested, write_nested
    from civaffairs.exchange.registers.opening import opened_registers
    from civaffairs.exchange.registers.sources import Source
    from civaffairs.exchange.registers.writing import Registers, written

__all__ = ["Faults", "Nested", "Registers", "Source", "opened_registers", "write_nested", "written"]

_HOMES = {
    "Faults": "faults",
    "Nested": "nested",
    "Registers": "writing",
    "Source": "sources",
    "opened_registers": "opening",
    "written": "writing",
    "write_nested": "nested",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        said = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(said)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
