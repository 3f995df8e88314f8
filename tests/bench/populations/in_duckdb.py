"""The reference work in DuckDB SQL, written by hand: two plans over flat registers, and the nested layout.

Plan N joins every person with their household and then groups, which is how one would write it down. Plan B
adds up the persons first, with the deduction for either area, and joins one row for each household.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from pathlib import Path

PLAN_N = """
WITH together AS (
    SELECT household_id, area, assets_fen, disability_grade, seriously_ill, employed,
        "incomes.wages_fen" AS income, CASE WHEN area = 'urban' THEN 62000 ELSE 49600 END AS standard
    FROM read_parquet($persons) AS persons
    JOIN read_parquet($households) AS households USING (household_id)
), sums AS (
    SELECT household_id, any_value(area) AS area, any_value(assets_fen) AS assets,
        any_value(standard)::BIGINT AS standard, count(*) AS heads,
        sum(income - CASE WHEN employed THEN least(income // 5, standard // 2) ELSE 0 END)::BIGINT AS counted,
        count(*) FILTER (disability_grade <= 2 OR seriously_ill) AS candidates
    FROM together GROUP BY household_id
)"""

PLAN_B = """
WITH added AS (
    SELECT household_id, count(*) AS heads,
        sum("incomes.wages_fen" - CASE WHEN employed THEN least("incomes.wages_fen" // 5, 31000) ELSE 0 END)
            ::BIGINT AS counted_urban,
        sum("incomes.wages_fen" - CASE WHEN employed THEN least("incomes.wages_fen" // 5, 24800) ELSE 0 END)
            ::BIGINT AS counted_rural,
        count(*) FILTER (disability_grade <= 2 OR seriously_ill) AS candidates
    FROM read_parquet($persons) GROUP BY household_id
), sums AS (
    SELECT household_id, area, assets_fen AS assets, heads, candidates,
        (CASE WHEN area = 'urban' THEN 62000 ELSE 49600 END)::BIGINT AS standard,
        CASE WHEN area = 'urban' THEN counted_urban ELSE counted_rural END AS counted
    FROM read_parquet($households) AS households JOIN added USING (household_id)
)"""

NESTED = """
WITH together AS (
    SELECT *, (CASE WHEN area = 'urban' THEN 62000 ELSE 49600 END)::BIGINT AS standard
    FROM read_parquet($nested_by_hand)
), sums AS (
    SELECT household_id, area, assets, standard, len(members) AS heads,
        list_sum(list_transform(members, lambda one: one."incomes.wages" - CASE
            WHEN one.employed THEN least(one."incomes.wages" // 5, standard // 2) ELSE 0 END
        ))::BIGINT AS counted,
        len(list_filter(members, lambda one: one.disability_grade <= 2 OR one.seriously_ill)) AS candidates
    FROM together
)"""

DECIDED = """, heads AS (
    SELECT *, counted // heads AS per_head, 36 * standard * heads AS most FROM sums
), inside AS (
    SELECT *, per_head < standard AND assets <= most AS in_dibao FROM heads
), beside AS (
    SELECT *, NOT in_dibao AND 2 * per_head < 3 * standard AND 2 * assets <= 3 * most AS marginal FROM inside
), decided AS (
    SELECT household_id, area, in_dibao, marginal,
        CASE WHEN in_dibao THEN ((standard - per_head) * heads + 99) // 100 * 100 ELSE 0 END AS amount,
        CASE WHEN marginal THEN candidates * standard ELSE 0 END AS singles
    FROM beside
)"""

ROWS = " SELECT household_id, in_dibao, marginal, amount, singles FROM decided"

TOTALS = """
SELECT area, count(*), count_if(in_dibao), sum(amount)::BIGINT, count_if(marginal), sum(singles)::BIGINT
FROM decided GROUP BY area ORDER BY area"""


@cache
def _connection() -> Any:
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    return connection


def _asked(sums: str, end: str, folder: Path, *names: str) -> Any:
    files = {name: str(folder / f"{name}.parquet") for name in names}
    return _connection().sql(sums + DECIDED + end, params=files)


def plan_n(folder: Path) -> Any:
    return _asked(PLAN_N, ROWS, folder, "persons", "households").to_arrow_table()


def plan_n_totals(folder: Path) -> Any:
    return _asked(PLAN_N, TOTALS, folder, "persons", "households").fetchall()


def plan_b(folder: Path) -> Any:
    return _asked(PLAN_B, ROWS, folder, "persons", "households").to_arrow_table()


def plan_b_totals(folder: Path) -> Any:
    return _asked(PLAN_B, TOTALS, folder, "persons", "households").fetchall()


def nested(folder: Path) -> Any:
    return _asked(NESTED, ROWS, folder, "nested_by_hand").to_arrow_table()


def nested_totals(folder: Path) -> Any:
    return _asked(NESTED, TOTALS, folder, "nested_by_hand").fetchall()
