"""Populations that outgrow one machine: registers as frames of Spark, checked, and decided by the same rules.

Spark numbers no rows, so what is faulty is counted and named by the keys of the first few households.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import reduce
from typing import TYPE_CHECKING, Any
from typing import Literal as OneOf
from unicodedata import normalize

from attrs import frozen

from civaffairs.domain.models.fact import MOST_ITEMS
from civaffairs.engines.sql.spark import decided
from civaffairs.engines.sql.spark_registers import faults
from civaffairs.errors import Fault, InputInvalid, fault, raise_all
from civaffairs.exchange.registers.checks import ALONE, EXCLUDE, NOT_ASSISTED
from civaffairs.exchange.registers.format import (
    HOUSEHOLD_ID,
    KEY_LABELS,
    PERSON_ID,
    REGISTERS,
    columns_of,
    label_of,
)
from civaffairs.exchange.registers.values import (
    BORN_EARLY,
    NOT_BORN,
    TOO_LARGE,
    TOO_MANY_ITEMS,
    TOO_SMALL,
    UNREADABLE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.analysis.running.asking import Asked
    from civaffairs.exchange.registers.format import RegisterColumn

_FEN = "_fen"
_EXACT = re.compile(r"tinyint|smallint|int|bigint|decimal\(\d+,[012]\)")
# Keys that are texts are read as in every register: full-width characters as ordinary ones, blanks are none.
_WIDE = "".join(each for each in map(chr, range(0xFF01, 0xFF5F)) if each not in "＇＼｛｝")
_TEXT_KEY = f"nullif(trim(translate(`{{0}}`, '\u3000\u00a0\t{_WIDE}', '   {normalize('NFKC', _WIDE)}')), '')"
_NAMED = 5
_HOUSEHOLDS, _PERSONS = REGISTERS


@frozen
class DecidedFrames:
    """What provisions say of registers, as frames of Spark; nothing of it is computed before it is asked for.

    Attributes:
        households: a row for each household, with the columns of the provisions about households.
        persons: a row for each person, with those about persons; None where there are none.
        faults: what was wrong in the rows of households that were left out.
    """

    households: Any
    persons: Any
    faults: tuple[Fault, ...] = ()


def decide_frames(
    asked: Asked,
    households: Any,  # noqa: ANN401 - PySpark is not imported for types
    persons: Any,  # noqa: ANN401
    *,
    faulty: OneOf["stop", "set_aside"] = "stop",
    reasons: bool = True,
    keep: Sequence[str] = (),
) -> DecidedFrames:
    """Decide registers that are frames of Spark.

    Columns are called as the facts are and typed: money is yuan, as whole numbers or with two decimal places,
    or whole fen under a name with `_fen`; dates are DATE, terms the texts of their ids.

    Args:
        asked: the provisions and the day.
        households: the register of households.
        persons: the register of persons.
        faulty: whether faulty rows stop it, or their households are left out.
        reasons: whether it is said why not, and which facts are missing.
        keep: columns of households that pass through.

    Raises:
        InputInvalid: where columns are not as they should be, or rows are faulty and that is to stop it.
    """
    given = {_HOUSEHOLDS: households, _PERSONS: persons}
    meant = {
        register: _headings(frame, REGISTERS[register], asked.needed[REGISTERS[register]], keep)
        for register, frame in given.items()
    }
    raise_all(InputInvalid, (each for register in given for each in _twice(register, meant[register])))
    frames = _keyed_alike(
        {register: _needed(frame, REGISTERS[register], meant[register]) for register, frame in given.items()}
    )
    # Of what rows say in columns of another type nothing can be told.
    raise_all(InputInvalid, faults({REGISTERS[register]: frame.schema for register, frame in frames.items()}))
    checked = list(_checks(frames, asked.on))
    found = tuple(each for check in checked for each in check.faults())
    if faulty == "stop":
        raise_all(InputInvalid, found)
    elif found:
        spoilt = reduce(lambda one, other: one.union(other), (each.households() for each in checked))
        frames = {
            name: frame.join(spoilt.distinct(), HOUSEHOLD_ID, "left_anti").where(
                f"{HOUSEHOLD_ID} IS NOT NULL"
            )
            for name, frame in frames.items()
        }
    rows = decided(
        asked.provisions,
        asked.edition,
        asked.on,
        frames[_HOUSEHOLDS],
        frames[_PERSONS],
        reasons=reasons,
        keep=keep,
    )
    if "members" not in rows.columns:
        return DecidedFrames(rows, None, found)
    kept = [f"`{name}`" for name in (HOUSEHOLD_ID, *keep)]
    return DecidedFrames(rows.drop("members"), rows.selectExpr(*kept, "inline(members)"), found)


def _keyed_alike(frames: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return registers whose keys are compared as text where they are text in one of them.

    Spark would read text as numbers: household 01 would be household 1, and what is no number would stop it.
    """
    kinds = {dict(frame.dtypes).get(HOUSEHOLD_ID) for frame in frames.values()}
    if len(kinds) == 1 or "string" not in kinds or None in kinds:
        return frames
    return {
        register: frame.withColumn(HOUSEHOLD_ID, frame[HOUSEHOLD_ID].cast("string"))
        for register, frame in frames.items()
    }


def _headings(frame: Any, model: str, names: Collection[str], keep: Sequence[str]) -> dict[str, list[str]]:  # noqa: ANN401
    """Return for each column that is read the headings that mean it; capitals make no difference."""
    meant: dict[str, list[str]] = defaultdict(list)
    ours = {HOUSEHOLD_ID, PERSON_ID, *columns_of(model)}
    for heading in frame.columns:
        word = heading.casefold()
        name = next((each for each in (word, word.removesuffix(_FEN)) if each in ours), heading)
        if name in {HOUSEHOLD_ID, PERSON_ID, *names, *keep}:
            meant[name].append(heading)
    return meant


def _twice(register: str, meant: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    for name, headings in meant.items():
        if len(headings) > 1:
            known = name in columns_of(REGISTERS[register]) or name in KEY_LABELS
            label = label_of(REGISTERS[register], name) if known else name
            yield fault("register_column_twice", register, label=label, headings=", ".join(headings))


def _needed(frame: Any, model: str, meant: Mapping[str, Sequence[str]]) -> Any:  # noqa: ANN401
    """Return the keys and what is needed, called as the facts are; several terms in a text are parted."""
    facts, kinds = columns_of(model), dict(frame.dtypes)
    chosen = []
    for name, (heading,) in meant.items():
        kind = kinds[heading]
        if name in facts and facts[name].kind == "things" and kind == "void":
            continue  # nothing is known of anybody, as where there is no such column
        if name in facts:
            read = _read(heading, kind, facts[name])
        else:
            read = _TEXT_KEY.format(heading) if name in KEY_LABELS and kind == "string" else f"`{heading}`"
        chosen.append(f"{read} AS `{name}`")
    return frame.selectExpr(*chosen)


def _read(heading: str, kind: str, fact: RegisterColumn) -> str:
    """Return what stands in a column as engines read it: money in fen, several terms apart."""
    if fact.kind in {"term", "terms"} and kind == "string":
        said = f"nullif(trim(`{heading}`), '')"  # an empty cell says nothing
        return f"split({said}, ' *[;；,，、|｜] *')" if fact.kind == "terms" else said
    # As in every register, money is in yuan where its name does not say that it is in fen. What has more
    # places than fen is left as it is, and refused for its type.
    if fact.is_money and heading.casefold() == fact.name and _EXACT.fullmatch(kind):
        return f"CAST(`{heading}` * {fact.scale} AS BIGINT)"
    return f"`{heading}`"


@frozen
class _Kind:
    """A way of being faulty.

    Attributes:
        register: in which register it is.
        code: what is said of it.
        column: the column that it is about; empty where it is about none.
        when: the condition under which a row is so.
        counts: for how many rows of the register it stands.
    """

    register: str
    code: str
    column: str
    when: str
    counts: str = "1"


@frozen
class _Check:
    """Rows that may be faulty in some ways.

    Attributes:
        rows: all rows that are looked at, with `household_id`.
        kinds: what may be wrong.
    """

    rows: Any
    kinds: tuple[_Kind, ...]

    def faults(self) -> Iterator[Fault]:
        """Yield each way in which rows are faulty, with how many are and the first households."""
        if not self.kinds:
            return
        counts = (
            f"sum(CASE WHEN {kind.when} THEN {kind.counts} ELSE 0 END) AS `{number}`"
            for number, kind in enumerate(self.kinds)
        )
        # Of what is in order, and that is most, nothing has to be gathered to be named.
        for kind, count in zip(self.kinds, self.rows.selectExpr(*counts).first(), strict=True):
            if count:
                yield fault(
                    kind.code,
                    kind.register,
                    label=label_of(REGISTERS[kind.register], kind.column) if kind.column else "",
                    count=count,
                    rows=f"{HOUSEHOLD_ID} {', '.join(self._first(kind)) or '-'}",
                )

    def households(self) -> Any:  # noqa: ANN401
        """Return the households of the faulty rows."""
        wrong = " OR ".join(f"({kind.when})" for kind in self.kinds) or "FALSE"
        return self.rows.where(wrong).select(HOUSEHOLD_ID)

    def _first(self, kind: _Kind) -> list[str]:
        named = self.rows.where(f"({kind.when}) AND {HOUSEHOLD_ID} IS NOT NULL")
        keys = named.selectExpr(f"string({HOUSEHOLD_ID}) AS key").distinct().orderBy("key").limit(_NAMED)
        return [row.key for row in keys.collect()]


def _checks(frames: Mapping[str, Any], on: date) -> Iterator[_Check]:
    for register, frame in frames.items():
        yield _Check(frame, tuple(_of_columns(register, frame.schema, on)))
    homes, people = frames[_HOUSEHOLDS], frames[_PERSONS]
    # Counted in one pass over both: to join what is counted of each takes half as long again.
    rows = homes.selectExpr(HOUSEHOLD_ID, "1L AS times", "0L AS members").union(
        people.selectExpr(HOUSEHOLD_ID, "0L AS times", "1L AS members")
    )
    sizes = rows.where(f"{HOUSEHOLD_ID} IS NOT NULL").groupBy(HOUSEHOLD_ID).sum("times", "members")
    yield _Check(
        sizes.toDF(HOUSEHOLD_ID, "times", "members"),
        (
            _Kind(_HOUSEHOLDS, "register_household_twice", HOUSEHOLD_ID, "times > 1", "times"),
            _Kind(_HOUSEHOLDS, "register_without_persons", "", "members = 0", "times"),
            _Kind(_HOUSEHOLDS, "register_too_many_members", "", f"members > {MOST_ITEMS}"),
            _Kind(_PERSONS, "register_without_household", "", "times = 0", "members"),
        ),
    )
    twice = people.groupBy(PERSON_ID).count().where(f"count > 1 AND {PERSON_ID} IS NOT NULL")
    if not twice.isEmpty():
        again = people.join(twice, PERSON_ID, "left_semi")
        yield _Check(again, (_Kind(_PERSONS, "register_person_twice", PERSON_ID, "TRUE"),))


def _of_columns(register: str, schema: Any, on: date) -> Iterator[_Kind]:  # noqa: ANN401
    for key in (HOUSEHOLD_ID, PERSON_ID) if register == _PERSONS else (HOUSEHOLD_ID,):
        yield _Kind(register, "register_key_missing", key, f"{key} IS NULL")
    for name, column in columns_of(REGISTERS[register]).items():
        if name in schema.names:
            if column.required:
                yield _Kind(register, "register_fact_missing", name, f"`{name}` IS NULL")
            wrong: dict[str, list[str]] = defaultdict(list)
            for code, when in _of_values(column, f"`{name}`", schema[name].dataType, on):
                wrong[code].append(f"({when})")
            for code, several in wrong.items():
                yield _Kind(register, code, name, " OR ".join(several))
    if register == _PERSONS:
        for code, name, other, when in _CONTRADICTIONS:
            if {name, other} <= set(schema.names):
                yield _Kind(register, code, name, when.format(f"`{name}`", f"`{other}`"))


def _of_values(column: RegisterColumn, said: str, kind: Any, on: date) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Yield the ways in which a value may be faulty, each with its condition."""
    if kind.typeName() == "void":  # nothing is known of anybody
        return
    match column.kind:
        case "date":
            yield NOT_BORN, f"{said} > DATE '{on.isoformat()}'"
            if column.least is not None:
                yield BORN_EARLY, f"{said} < DATE '{column.least}'"
        case "number":
            if column.least is not None:
                yield TOO_SMALL, f"{said} < {column.least}"
            if column.most is not None:
                yield TOO_LARGE, f"{said} > {column.most}"
        case "term":
            yield UNREADABLE, f"{said} NOT IN ({_ids(column)})"
        case "terms":
            strange = f"exists({said}, each -> each IS NULL OR each NOT IN ({_ids(column)}))"
            yield UNREADABLE, f"{strange} OR size(array_distinct({said})) <> size({said}) OR size({said}) = 0"
        case "things":
            yield from _of_items(column, said, kind, on)


def _of_items(column: RegisterColumn, said: str, kind: Any, on: date) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    yield TOO_MANY_ITEMS, f"size({said}) > {MOST_ITEMS}"
    if column.filled:
        yield UNREADABLE, f"size({said}) = 0"
    fields = {each.name: each.dataType for each in kind.elementType.fields}
    for item in column.items:
        if item.required:
            absent = f"each.`{item.name}` IS NULL" if item.name in fields else "TRUE"
            yield UNREADABLE, f"exists({said}, each -> {absent})"
        if item.name in fields:
            for code, when in _of_values(item, f"each.`{item.name}`", fields[item.name], on):
                yield code, f"exists({said}, each -> {when})"


def _ids(column: RegisterColumn) -> str:
    return ", ".join(f"'{each.id}'" for each in column.terms)


_NOT_DISABLED = "{0} IS NOT NULL AND NOT coalesce({1}, FALSE)"
_CONTRADICTIONS = (
    (ALONE, "disability_grade", "disabled", _NOT_DISABLED),
    (ALONE, "disability_kinds", "disabled", _NOT_DISABLED),
    (EXCLUDE, "child.unattended", "child.orphan", "{0} AND {1}"),
    (EXCLUDE, "child.left_behind", "child.orphan", "{0} AND {1}"),
    (EXCLUDE, "child.guardianship", "child.orphan", "{0} = 'parents' AND {1}"),
    (NOT_ASSISTED, "tekun.support", "assistance", "{0} IS NOT NULL AND {1} <> 'tekun'"),
)
"""What `checks` finds in arrays: a code, the column that it is about, another, and when they contradict."""
