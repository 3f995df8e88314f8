"""The engine for those who outgrow one machine: the same query, run by Spark over flat registers.

Spark is loaded when it is used. Whatever a session is set to, a query is read with ANSI mode on, so that a
number that leaves 64 bits is an error and not silently another number.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from threading import Lock
from typing import TYPE_CHECKING, Any

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.cases import answered, given_by_models
from civaffairs.engines.sql.dialects import SPARK
from civaffairs.engines.sql.query import query
from civaffairs.engines.sql.spark_registers import KEYS, faults, given_in
from civaffairs.errors import ExtraMissing, InputInvalid, fault, message, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Things
    from civaffairs.engines.cases import Row
    from civaffairs.engines.columns import Given
    from civaffairs.engines.sql.query import Query

_ANSI = "spark.sql.ansi.enabled"
_READING = Lock()
_HERE = "127.0.0.1"


def rows(
    provision: Provision, edition: Edition, cases: Sequence[Things], on: date, *, given: Given | None = None
) -> list[Row]:
    """Return what a provision says of each of several cases, in their order.

    Args:
        provision: what is asked.
        edition: what holds there and then.
        cases: for each the thing that the provision is about, with the things around it.
        on: the day for which it is asked.
        given: the facts that are looked at; by default all, with incomes as a list.

    Raises:
        ExtraMissing: where PySpark is not installed.
        InputInvalid: where Spark does not start.
        RuleRefused: where a rule cannot be computed in SQL.
    """
    spark = session()
    outermost = lineage(provision.of)[-1]
    known = given_by_models(outermost) if given is None else given
    asked = _query([provision], edition, on, given=known, keep=())

    def find(tables: Mapping[str, Any]) -> list[dict[str, Any]]:
        frames = {name: spark.createDataFrame(table) for name, table in tables.items()}
        found: list[dict[str, Any]] = _read(spark, asked.text, frames).toArrow().to_pylist()
        return found

    return answered(provision, asked, cases, find, nested=False)


def decided(
    provisions: Sequence[Provision],
    edition: Edition,
    on: date,
    households: Any,  # noqa: ANN401 - PySpark is not imported for types
    persons: Any,  # noqa: ANN401
    *,
    reasons: bool = True,
    keep: Sequence[str] = (),
) -> Any:  # noqa: ANN401
    """Return what provisions say of everybody in two registers, as a frame of Spark; nothing is computed yet.

    It has a row for each household: its key, the columns that are kept, and for each provision P about
    households `P`, true, false or NULL where it cannot be told, `P.amount` in whole numbers of its smallest
    unit, `P.why` and `P.missing`. What is said of persons stands in the same way in the list `members`;
    `frame.selectExpr("household_id", "inline(members)")` has a row for each of them.

    Args:
        provisions: what is asked, of households or of persons.
        edition: what holds there and then.
        on: the day for which it is asked.
        households: the register of households, a frame of Spark.
        persons: the register of persons, a frame of the same session.
        reasons: whether it is said why a provision does not hold or cannot be told.
        keep: other columns of households that pass through.

    Raises:
        InputInvalid: where a provision is about something else, or columns are not as they should be: with
            everything that is wrong.
        RuleRefused: where a rule cannot be computed in SQL.
    """
    frames = {"Household": households, "Person": persons}
    schemas = {model: frame.schema for model, frame in frames.items()}
    strangers = (each for each in provisions if each.of not in KEYS)
    other = [fault("spark_not_of_people", each.id, what=each.label) for each in strangers]
    raise_all(InputInvalid, [*other, *faults(schemas)])
    asked = _query(provisions, edition, on, given=given_in(schemas), reasons=reasons, keep=keep)
    return _read(households.sparkSession, asked.text, frames)


def _query(provisions: Sequence[Provision], edition: Edition, on: date, **said: Any) -> Query:  # noqa: ANN401
    """Return provisions as a query over frames, which it calls by their models in braces."""
    models = {*KEYS, *(lineage(each.of)[-1] for each in provisions)}
    sources = {model: f"{{{model}}}" for model in models}
    return query(provisions, edition, on, layout="flat", dialect=SPARK, sources=sources, **said)


def _read(spark: Any, text: str, frames: Mapping[str, Any]) -> Any:  # noqa: ANN401 - PySpark is not imported for types
    """Return a query over frames, which it calls by their names in braces, as a frame."""
    with _checked_arithmetic(spark):
        return spark.sql(text, **frames)


@contextmanager
def _checked_arithmetic(spark: Any) -> Iterator[None]:  # noqa: ANN401 - PySpark is not imported for types
    """Have numbers that leave 64 bits raise; what is read inside keeps that when it runs."""
    with _READING:
        before = spark.conf.get(_ANSI)
        spark.conf.set(_ANSI, "true")
        try:
            yield
        finally:
            spark.conf.set(_ANSI, before)


# --- the session -----------------------------------------------------------------------------------


def session() -> Any:  # noqa: ANN401 - PySpark is not imported for types
    """Return the session that is open, or open a quiet one on this machine alone, without pages to look at.

    Raises:
        ExtraMissing: where PySpark is not installed.
        InputInvalid: where Spark does not start, as without Java.
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        purpose = message("purpose_spark")
        raise ExtraMissing(
            fault("extra_missing", purpose=purpose, library="pyspark", extra="spark")
        ) from error
    running = SparkSession.getActiveSession()
    if running is not None:
        return running
    os.environ.setdefault("SPARK_LOCAL_IP", _HERE)  # it would ask the network for its own name
    builder = SparkSession.builder.appName("civaffairs")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as error:
        raise InputInvalid(fault("spark_does_not_start")) from error


SETTINGS = {
    "spark.master": "local[*]",
    "spark.driver.host": _HERE,
    "spark.driver.bindAddress": _HERE,
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.catalogImplementation": "in-memory",
    # It computes frames that are made in a program row by row while it plans: 20 s for 16,000 households.
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation",
    "spark.sql.warehouse.dir": (Path(gettempdir()) / "civaffairs-spark").as_uri(),
    _ANSI: "true",
}
"""What a session that is opened here is set to."""
