"""The reference work in polars, written by hand for its streaming engine: plans N and B as in `in_duckdb`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from polars import col

if TYPE_CHECKING:
    from pathlib import Path

INCOME = col("incomes.wages_fen")
STANDARD = pl.when(col.area == "urban").then(pl.lit(62000, pl.Int64)).otherwise(pl.lit(49600, pl.Int64))
CANDIDATE = ((col.disability_grade <= 2).fill_null(value=False) | col.seriously_ill).cast(pl.Int64)


def _counted(ceiling: pl.Expr) -> pl.Expr:
    return INCOME - pl.when(col.employed).then(pl.min_horizontal(INCOME // 5, ceiling)).otherwise(0)


def _read(folder: Path) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    return pl.scan_parquet(folder / "persons.parquet"), pl.scan_parquet(folder / "households.parquet")


def _by_plan_n(folder: Path) -> pl.LazyFrame:
    persons, households = _read(folder)
    together = persons.join(households.with_columns(standard=STANDARD), on="household_id")
    together = together.with_columns(counted=_counted(col.standard // 2), candidates=CANDIDATE)
    return together.group_by("household_id").agg(
        col.area.first(),
        col.assets_fen.first(),
        col.standard.first(),
        col.counted.sum(),
        col.candidates.sum(),
        heads=pl.len().cast(pl.Int64),
    )


def _by_plan_b(folder: Path) -> pl.LazyFrame:
    persons, households = _read(folder)
    persons = persons.with_columns(
        urban=_counted(pl.lit(31000, pl.Int64)), rural=_counted(pl.lit(24800, pl.Int64)), candidates=CANDIDATE
    )
    added = persons.group_by("household_id").agg(
        col.urban.sum(), col.rural.sum(), col.candidates.sum(), heads=pl.len().cast(pl.Int64)
    )
    together = households.with_columns(standard=STANDARD).join(added, on="household_id")
    return together.with_columns(counted=pl.when(col.area == "urban").then(col.urban).otherwise(col.rural))


def _decided(sums: pl.LazyFrame) -> pl.LazyFrame:
    money = ((col.standard - col.per_head) * col.heads + 99) // 100 * 100
    return (
        sums.with_columns(per_head=col.counted // col.heads, most=36 * col.standard * col.heads)
        .with_columns(in_dibao=(col.per_head < col.standard) & (col.assets_fen <= col.most))
        .with_columns(
            amount=pl.when(col.in_dibao).then(money).otherwise(0),
            marginal=~col.in_dibao
            & (2 * col.per_head < 3 * col.standard)
            & (2 * col.assets_fen <= 3 * col.most),
        )
        .with_columns(singles=pl.when(col.marginal).then(col.candidates * col.standard).otherwise(0))
    )


def _rows(sums: pl.LazyFrame) -> Any:
    wanted = _decided(sums).select("household_id", "in_dibao", "marginal", "amount", "singles")
    return wanted.collect(engine="streaming").to_arrow()


def _totals(sums: pl.LazyFrame) -> Any:
    by_area = (
        _decided(sums)
        .group_by("area")
        .agg(pl.len(), col.in_dibao.sum(), col.amount.sum(), col.marginal.sum(), col.singles.sum())
    )
    return by_area.sort("area").collect(engine="streaming").rows()


def plan_n(folder: Path) -> Any:
    return _rows(_by_plan_n(folder))


def plan_n_totals(folder: Path) -> Any:
    return _totals(_by_plan_n(folder))


def plan_b(folder: Path) -> Any:
    return _rows(_by_plan_b(folder))


def plan_b_totals(folder: Path) -> Any:
    return _totals(_by_plan_b(folder))
