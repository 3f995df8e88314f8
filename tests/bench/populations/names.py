"""Everything that does the reference work, by name, and where its functions are."""

from __future__ import annotations

from attrs import frozen

FIVE, SIX, SEVEN = 10**5, 10**6, 10**7
WORKS = ("rows", "totals")
"""`rows`: the outcome of every household is held in memory in the end. `totals`: only sums by area are."""


@frozen
class Implementation:
    """One way of doing the reference work.

    Attributes:
        name: what it is called on the command line.
        label: what it is called in the tables.
        module: the module in this folder.
        function: the function that returns rows; with `_totals` behind its name the one that returns totals.
        library: what is imported before anything is measured, beside what the module imports.
        least: the fewest households that it is measured with.
        most: the most.
    """

    name: str
    label: str
    module: str
    function: str
    library: str = ""
    least: int = 0
    most: int = SEVEN


IMPLEMENTATIONS = {
    each.name: each
    for each in (
        Implementation("python", "loop over objects, by hand", "in_python", "loop", most=FIVE),
        Implementation("duckdb-n", "DuckDB SQL by hand, plan N", "in_duckdb", "plan_n"),
        Implementation("duckdb-b", "DuckDB SQL by hand, plan B", "in_duckdb", "plan_b"),
        Implementation("polars-n", "polars by hand, plan N", "in_polars", "plan_n"),
        Implementation("polars-b", "polars by hand, plan B", "in_polars", "plan_b"),
        Implementation("civaffairs-flat", "**civaffairs, flat**", "ours", "civaffairs_flat"),
        Implementation(
            "civaffairs-numbered", "**civaffairs, flat, persons numbered**", "ours", "civaffairs_numbered"
        ),
        Implementation("duckdb-nested", "DuckDB SQL by hand, nested", "in_duckdb", "nested"),
        Implementation("civaffairs-nested", "**civaffairs, nested**", "ours", "civaffairs_nested"),
        Implementation(
            "civaffairs-flat-duckdb",
            "**civaffairs, flat, on DuckDB**",
            "ours",
            "civaffairs_flat_duckdb",
        ),
        Implementation(
            "civaffairs-nested-duckdb",
            "**civaffairs, nested, on DuckDB**",
            "ours",
            "civaffairs_nested_duckdb",
        ),
        Implementation(
            "openfisca", "OpenFisca-core", "in_peers", "openfisca", "openfisca_core.taxbenefitsystems"
        ),
        Implementation(
            "policyengine",
            "policyengine-core",
            "in_peers",
            "policyengine",
            "policyengine_core.taxbenefitsystems",
        ),
        Implementation(
            "spark-b", "Spark SQL by hand, plan B", "in_spark", "plan_b", "pyspark", least=SIX, most=SIX
        ),
        Implementation(
            "civaffairs-spark",
            "**civaffairs, flat, on Spark**",
            "ours",
            "civaffairs_spark",
            "pyspark",
            least=SIX,
            most=SIX,
        ),
    )
}

FLAT_BY_HAND = ("duckdb-n", "duckdb-b", "polars-n", "polars-b")
"""Among these is the best that is written by hand for flat registers."""
PEERS = ("openfisca", "policyengine")
