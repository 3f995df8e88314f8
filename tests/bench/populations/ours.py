"""The reference work in civaffairs: the rule is `reference.BOOK`'s, and the engines do the rest.

Each way has two functions. The first takes the folder of the registers and returns a pyarrow table with the
columns `household_id`, `in_dibao`, `marginal`, `amount` and `singles`, a row for each household in any order,
amounts in fen, 0 or NULL where there is none. The second returns the totals, sorted by area: tuples of the
area, households, those in Dibao, their amounts, marginal households, what their members get. Of the flat
registers it reads `persons.parquet` and `households.parquet`, of the nested layout `nested.arrow`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as calculate
import reference

from civaffairs.analysis.running.asking import Asked, asked_of
from civaffairs.analysis.running.memory import keep_memory
from civaffairs.analysis.running.outcomes import decided, given_in
from civaffairs.analysis.running.tallies import Tallies
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.topics import Topic
from civaffairs.exchange.registers import opened_registers

if TYPE_CHECKING:
    from collections.abc import Mapping

DIBAO = Provision(
    "in_dibao",
    "bench",
    Label("低保", "Dibao"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    reference.in_dibao,
    amount=reference.amount,
)
MARGINAL = Provision(
    "marginal",
    "bench",
    Label("低保边缘", "marginal"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    reference.marginal,
    amount=reference.singles,
)
STANDARDS = [each for declared in reference.BOOK.standards.values() for each in declared]
BOOK = Rulebook.of((reference.PLACE,), reference.RULES, (DIBAO, MARGINAL), STANDARDS)
"""The same rules with a provision for either outcome, so that a row shows both."""
UNNUMBERED = Path(__file__).with_name("columns.toml")
keep_memory()  # as `civaffairs run` does


def civaffairs_flat(folder: Path) -> Any:
    return _rows(*_flat(folder), columns=UNNUMBERED)


def civaffairs_flat_totals(folder: Path) -> Any:
    return _totals(*_flat(folder), columns=UNNUMBERED)


def civaffairs_numbered(folder: Path) -> Any:
    """Return the rows; that nobody is there twice is seen by the numbers of the persons."""
    return _rows(*_flat(folder))


def civaffairs_numbered_totals(folder: Path) -> Any:
    return _totals(*_flat(folder))


def civaffairs_nested(folder: Path) -> Any:
    return _rows(folder / "nested.arrow")


def civaffairs_nested_totals(folder: Path) -> Any:
    return _totals(folder / "nested.arrow")


def civaffairs_flat_duckdb(folder: Path) -> Any:
    return _rows(*_flat(folder), columns=UNNUMBERED, ask=Asked.query)


def civaffairs_flat_duckdb_totals(folder: Path) -> Any:
    return _totals(*_flat(folder), columns=UNNUMBERED, ask=Asked.query)


def civaffairs_nested_duckdb(folder: Path) -> Any:
    return _rows(folder / "nested.arrow", ask=Asked.query)


def civaffairs_nested_duckdb_totals(folder: Path) -> Any:
    return _totals(folder / "nested.arrow", ask=Asked.query)


def civaffairs_spark(folder: Path) -> Any:
    """Return the rows; what the registers hold is checked first, as in every run."""
    found = _on_spark(folder, keep=())
    amounts = [
        f"`{provision}.amount` AS {name}"
        for name, provision in (("amount", DIBAO.id), ("singles", MARGINAL.id))
    ]
    return found.selectExpr("household_id", DIBAO.id, MARGINAL.id, *amounts).toArrow()


def civaffairs_spark_totals(folder: Path) -> Any:
    found = _on_spark(folder, keep=("area",))
    sums = found.groupBy("area").agg(
        *(
            each
            for provision in (DIBAO.id, MARGINAL.id)
            for each in _sums(provision, households=provision == DIBAO.id)
        )
    )
    return [tuple(row) for row in sums.orderBy("area").collect()]


def _sums(provision: str, *, households: bool) -> list[Any]:
    from pyspark.sql import functions

    said = [
        functions.expr(f"count_if({provision})"),
        functions.expr(f"coalesce(sum(`{provision}.amount`), 0)"),
    ]
    return [functions.expr("count(*)"), *said] if households else said


def _on_spark(folder: Path, keep: tuple[str, ...]) -> Any:
    from populations.in_spark import session

    from civaffairs.analysis.running.on_spark import decide_frames

    frames = (session().read.parquet(str(folder / f"{name}.parquet")) for name in ("households", "persons"))
    return decide_frames(asked_of(BOOK, on=reference.DAY), *frames, reasons=False, keep=keep).households


def _flat(folder: Path) -> tuple[Path, Path]:
    return folder / "households.parquet", folder / "persons.parquet"


def _rows(*registers: Path, columns: Path | None = None, ask: Any = Asked.steps) -> Any:
    asked = asked_of(BOOK, on=reference.DAY)
    given = {"on": reference.DAY, "needed": asked.needed, "columns": columns}
    with opened_registers(*registers, **given) as opened:
        bulk = ask(asked, given_in(opened), reasons=False)
        scales = {each.provision.id: each.scale for each in asked.counted(bulk)}
        return pa.concat_tables(_shown(part.households, scales) for part in decided(opened, bulk))


def _shown(found: Any, scales: Mapping[str, int]) -> Any:
    columns = {name: found[name] for name in ("household_id", DIBAO.id, MARGINAL.id)}
    for name, provision in (("amount", DIBAO.id), ("singles", MARGINAL.id)):
        size, times = found[f"{provision}.amount"], 100 // scales[provision]
        columns[name] = size if times == 1 else calculate.multiply(size, times)
    return pa.table(columns)


def _totals(*registers: Path, columns: Path | None = None, ask: Any = Asked.steps) -> Any:
    asked = asked_of(BOOK, on=reference.DAY)
    given = {"on": reference.DAY, "needed": asked.needed, "columns": columns, "keep": ["area"]}
    with opened_registers(*registers, **given) as opened:
        bulk = ask(asked, given_in(opened), reasons=False, keep=["area"])
        counted = asked.counted(bulk)
        tallies = Tallies(counted, by=["area"])
        for _ in decided(opened, bulk, tallies=tallies):
            pass
    dibao, marginal = (tallies.groups(each.provision.id, "area") for each in counted)
    fen = [100 // each.scale for each in counted]
    return [
        (area, one.things, one.yes, one.total * fen[0], marginal[area,].yes, marginal[area,].total * fen[1])
        for (area,), one in dibao.items()
    ]
