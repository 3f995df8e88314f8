"""The reference work in Spark SQL on all cores of one machine, written by hand: plan B as in `in_duckdb`."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from pyspark.sql import SparkSession

if TYPE_CHECKING:
    from pathlib import Path

DECIDED = """
WITH added AS (
    SELECT household_id, count(*) AS heads,
        sum(`incomes.wages_fen` - CASE WHEN employed THEN least(`incomes.wages_fen` div 5, 31000) ELSE 0 END)
            AS counted_urban,
        sum(`incomes.wages_fen` - CASE WHEN employed THEN least(`incomes.wages_fen` div 5, 24800) ELSE 0 END)
            AS counted_rural,
        count_if(disability_grade <= 2 OR seriously_ill) AS candidates
    FROM persons GROUP BY household_id
), sums AS (
    SELECT household_id, area, assets_fen AS assets, heads, candidates,
        CAST(CASE WHEN area = 'urban' THEN 62000 ELSE 49600 END AS BIGINT) AS standard,
        CASE WHEN area = 'urban' THEN counted_urban ELSE counted_rural END AS counted
    FROM households JOIN added USING (household_id)
), heads AS (
    SELECT *, counted div heads AS per_head, 36 * standard * heads AS most FROM sums
), inside AS (
    SELECT *, per_head < standard AND assets <= most AS in_dibao FROM heads
), beside AS (
    SELECT *, NOT in_dibao AND 2 * per_head < 3 * standard AND 2 * assets <= 3 * most AS marginal FROM inside
), decided AS (
    SELECT household_id, area, in_dibao, marginal,
        CASE WHEN in_dibao THEN ((standard - per_head) * heads + 99) div 100 * 100 ELSE 0 END AS amount,
        CASE WHEN marginal THEN candidates * standard ELSE 0 END AS singles
    FROM beside
)"""

ROWS = " SELECT household_id, in_dibao, marginal, amount, singles FROM decided"

TOTALS = """
SELECT area, count(*), count_if(in_dibao), sum(amount), count_if(marginal), sum(singles)
FROM decided GROUP BY area ORDER BY area"""


@cache
def session() -> Any:
    """Return Spark on this machine, as one would start it for work of this size; ours runs on the same."""
    settings = {
        "spark.driver.memory": "4g",
        "spark.driver.maxResultSize": "2g",
        "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[*]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    started = builder.getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    return started


def _asked(folder: Path, end: str) -> Any:
    for name in ("persons", "households"):
        session().read.parquet(str(folder / f"{name}.parquet")).createOrReplaceTempView(name)
    return session().sql(DECIDED + end)


def plan_b(folder: Path) -> Any:
    return _asked(folder, ROWS).toArrow()


def plan_b_totals(folder: Path) -> Any:
    return [tuple(row) for row in _asked(folder, TOTALS).collect()]
