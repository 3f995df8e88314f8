"""The keys of the registers: what they are, in which order they stand, and which persons are there twice.

Keys are whole numbers where every key of both registers is one, else texts; a text of digits counts as a
number only where it is written as one, so that `007` stays itself. Registers that are sorted by household are
read as they stand; others are sorted first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from civaffairs.exchange.registers.format import HOUSEHOLD_ID
from civaffairs.exchange.registers.names import Array, Arrow, DataType, RecordBatch, Scalar
from civaffairs.exchange.registers.sources import ROW, Opened, duckdb, of_parquet

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

MEMORY = "1GB"
"""The most memory that sorting takes; beyond it goes to disk."""

MISSING, UNREADABLE = "register_key_missing", "register_key_unreadable"
_PARTS = 4
"""A file of so many parts is not looked at wholly where there is no need."""
_MOST_EXACT = 2**53
_SPACES = " \t\r\n\u00a0\u3000"
_HALF = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"
_FULL = "".join(chr(ord(each) + 0xFEE0) for each in _HALF)
"""Full-width forms stand so far behind the ordinary ones."""


@frozen
class KeyColumn:
    """What was found out about a column of keys.

    Attributes:
        whole: whether each key in it is a whole number.
        ascends: whether no key is smaller than the one before.
        climbs: whether each key is greater than the one before.
        ascends_as_text: whether they ascend as texts.
        sampled: whether this was found out from parts, and is to be seen again while the rows are read.
    """

    whole: bool
    ascends: bool
    climbs: bool
    ascends_as_text: bool
    sampled: bool = False


class _Look:
    """Looks at the keys of one column, batch by batch."""

    def __init__(self, kind: DataType) -> None:
        import pyarrow as arrow

        self.whole = True
        self.is_text = not (
            arrow.types.is_integer(kind) or arrow.types.is_floating(kind) or arrow.types.is_decimal(kind)
        )
        self.order, self.order_as_text = _Order(), _Order()
        if not self.is_text:
            self.order_as_text.ascends = False

    def at(self, array: Array) -> None:
        """Look at the next keys."""
        if self.is_text:
            texts = read_keys(array, whole=False)[0].drop_null()
            if self.order_as_text.ascends:
                self.order_as_text.at(texts)
            if not self.whole:
                return
            self.whole = _are_whole(texts)
            if not self.whole:
                return
        keys = read_keys(array, whole=True)[0]
        self.order.at(keys.drop_null() if keys.null_count else keys)

    @property
    def is_settled(self) -> bool:
        """Whether the keys that come could change nothing."""
        return not self.is_text and not self.order.ascends

    def found(self) -> KeyColumn:
        text = self.order_as_text
        climbs = self.order.climbs if self.whole else text.climbs
        return KeyColumn(self.whole, self.order.ascends, climbs, text.ascends)


def _are_whole(texts: Array) -> bool:
    """Whether each text is a whole number as it is written."""
    from pyarrow import ArrowInvalid, int64, string

    try:
        numbers = texts.cast(int64())
    except ArrowInvalid:
        return False
    return bool(numbers.cast(string()).equals(texts))  # so 007 is none


class _Order:
    def __init__(self) -> None:
        self.ascends = self.climbs = True
        self._last: Any = None

    def at(self, keys: Array) -> None:
        if not len(keys) or not self.ascends:
            return
        first = keys[0].as_py()
        if self._last is not None:
            self.ascends = self._last <= first
            self.climbs = self.climbs and self._last < first
        self._last = keys[-1].as_py()
        self.climbs = self.climbs and self.ascends and climb(keys)
        self.ascends = self.ascends and (self.climbs or _ascend(keys))


def climb(keys: Array) -> bool:
    """Whether each key, none of which is missing, is greater than the one before it.

    Example:
        >>> import pyarrow
        >>> climb(pyarrow.array([4, 7])), climb(pyarrow.array(["a", "a"]))
        (True, False)
    """
    from pyarrow import compute, types

    if types.is_integer(keys.type):
        numbers = keys.to_numpy()
        return bool((numbers[1:] > numbers[:-1]).all())
    steps = compute.greater(keys.slice(1), keys.slice(0, max(len(keys) - 1, 0)))
    return compute.all(steps).as_py() is not False


def _ascend(keys: Array) -> bool:
    """Whether no key is smaller than the one before it."""
    from pyarrow import compute, types

    if types.is_integer(keys.type):
        numbers = keys.to_numpy()
        return not (numbers[1:] < numbers[:-1]).any()
    smaller = compute.less(keys.slice(1), keys.slice(0, len(keys) - 1))
    return compute.any(smaller).as_py() is not True


def looked_at(opened: Opened, keys: Mapping[str, str], *, wholly: bool) -> dict[str, KeyColumn]:
    """Look at the keys of a register, without the rest of it.

    Args:
        opened: the register.
        keys: for each key its heading; that of the household is always among them.
        wholly: whether to look at each of them. Otherwise, where a file says between which keys each of its
            parts lies and these are apart, the first keys of households in one part are enough; if those of
            persons do not climb within parts, that is seen while they are read, and costs a second reading.
    """
    looks = {key: _Look(opened.schema.field(heading).type) for key, heading in keys.items()}
    headings = tuple(keys.values())
    if not wholly and not any(look.is_text for look in looks.values()):
        bounds = {key: opened.bounds(heading) for key, heading in keys.items()}
        many = min(map(len, bounds.values()))
        if many >= _PARTS:
            _look({HOUSEHOLD_ID: looks[HOUSEHOLD_ID]}, [opened.beginning(many // 2, [keys[HOUSEHOLD_ID]])])
            return {key: _apart(look.found(), bounds[key]) for key, look in looks.items()}
    _look(looks, opened.batches(headings))
    return {key: look.found() for key, look in looks.items()}


def _look(looks: Mapping[str, _Look], batches: Iterable[RecordBatch]) -> None:
    for batch in batches:
        for look, array in zip(looks.values(), batch.columns, strict=False):
            look.at(array)
        if all(look.is_settled for look in looks.values()):
            return


def _apart(found: KeyColumn, bounds: Sequence[tuple[Scalar, Scalar]]) -> KeyColumn:
    """Add what the bounds of parts say to what was found out from some of them."""
    return evolve(
        found,
        ascends=found.ascends and all(one[1] <= other[0] for one, other in pairwise(bounds)),
        climbs=found.climbs and all(one[1] < other[0] for one, other in pairwise(bounds)),
        sampled=True,
    )


def read_keys(array: Array, *, whole: bool) -> tuple[Array, dict[str, NDArray[numpy.bool_]]]:
    """Return keys as whole numbers or as texts, and for each code of a fault a mask of the rows.

    Example:
        >>> import pyarrow
        >>> keys, wrong = read_keys(pyarrow.array([" A1", "", None]), whole=False)
        >>> keys.to_pylist(), wrong["register_key_missing"].tolist()
        (['A1', None, None], [False, True, True])
    """
    import pyarrow as arrow
    from pyarrow import compute

    types, wrong = arrow.types, {}
    if types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if types.is_floating(array.type):  # what pandas makes of whole numbers of which some are missing
        array, broken = _whole_doubles(arrow, array)
        if broken.any():
            wrong[UNREADABLE] = broken
    if types.is_decimal(array.type):
        array = array.cast(arrow.int64(), safe=False)
    missing_first = None
    if types.is_integer(array.type):
        if array.type != arrow.int64():
            array = array.cast(arrow.int64())
        keys = array if whole else array.cast(arrow.string())
    else:
        if types.is_nested(array.type) or types.is_binary(array.type):
            missing_first = array.is_valid()
            array = arrow.nulls(len(array), arrow.string())
        texts = compute.utf8_trim(_half_width(array.cast(arrow.string())), characters=_SPACES)
        keys = compute.if_else(compute.equal(texts, ""), None, texts)
        keys = keys.cast(arrow.int64()) if whole else keys
    if missing_first is not None:
        wrong[UNREADABLE] = missing_first.to_numpy(zero_copy_only=False)
    if keys.null_count:
        missing = keys.is_null().to_numpy(zero_copy_only=False)
        for mask in wrong.values():
            missing = missing & ~mask
        if missing.any():
            wrong[MISSING] = missing
    return keys, wrong


def _half_width(texts: Array) -> Array:
    """Return texts with ordinary digits and letters for full-width ones, as Chinese keyboards write them."""
    from pyarrow import compute

    if compute.all(compute.string_is_ascii(texts)).as_py() is not False:
        return texts
    return compute.utf8_normalize(texts, form="NFKC")


def _whole_doubles(arrow: Arrow, array: Array) -> tuple[Array, NDArray[numpy.bool_]]:
    import numpy

    numbers = array.to_numpy(zero_copy_only=False).astype(numpy.float64)
    known = ~numpy.isnan(numbers)
    with numpy.errstate(invalid="ignore"):
        sound = known & (numpy.abs(numbers) < _MOST_EXACT) & (numpy.rint(numbers) == numbers)
    whole = numpy.where(sound, numbers, 0).astype(numpy.int64)
    return arrow.array(whole, mask=~sound), known & ~sound


def in_order(
    opened: Opened, headings: Sequence[str], key: str, folder: Callable[[], Path], *, whole: bool
) -> Opened:
    """Sort a register by household, in memory where it is; what its rows had for numbers is kept.

    Args:
        opened: the register.
        headings: the columns that are wanted of it.
        key: the heading of the household's key.
        folder: where files may be put.
        whole: whether the keys are whole numbers.
    """
    if opened.path is None:
        return _in_memory(opened, headings, key, whole=whole)
    target = folder() / f"{opened.register}.sorted.parquet"
    columns = ", ".join(_quoted(each) for each in headings)
    with _database(folder()) as database:
        database.execute(
            f"COPY (SELECT {columns}, file_row_number AS {_quoted(ROW)} "  # noqa: S608 - names are quoted
            f"FROM read_parquet({_text(opened.path)}, file_row_number = true) "
            f"ORDER BY {_key(opened, key, whole=whole)}, file_row_number) TO {_text(target)} "
            f"(FORMAT parquet, COMPRESSION lz4)"
        )
    return evolve(of_parquet(target, opened.register, opened.place), first=opened.first)


def _in_memory(opened: Opened, headings: Sequence[str], key: str, *, whole: bool) -> Opened:
    import numpy
    import pyarrow as arrow
    from pyarrow import compute

    numbers = arrow.array(numpy.arange(opened.rows))
    keys = arrow.table({"key": _all_keys(opened, key, whole=whole), "row": numbers})
    order = compute.sort_indices(keys, sort_keys=[("key", "ascending"), ("row", "ascending")])
    table = opened.table.select(list(headings)).append_column(ROW, numbers).take(order)
    return evolve(opened, schema=table.schema, table=table, ordered=True)


def _all_keys(opened: Opened, heading: str, *, whole: bool) -> Array:
    import pyarrow as arrow

    read = [read_keys(batch.column(0), whole=whole)[0] for batch in opened.batches([heading])]
    return arrow.chunked_array(read, type=arrow.int64() if whole else arrow.string())


def twice(opened: Opened, key: str, folder: Callable[[], Path], *, whole: bool) -> Array:
    """Return the keys that more than one row has, as an array of Arrow."""
    import pyarrow as arrow
    from pyarrow import compute

    kind = arrow.int64() if whole else arrow.string()
    if opened.path is None:
        counted = compute.value_counts(_all_keys(opened, key, whole=whole).drop_null())
        return counted.field(0).filter(compute.greater(counted.field(1), 1))
    with _database(folder()) as database:
        found = database.sql(
            f"SELECT key FROM (SELECT {_key(opened, key, whole=whole)} AS key "  # noqa: S608 - names are quoted
            f"FROM read_parquet({_text(opened.path)})) WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1"
        ).to_arrow_table()
    return found.column("key").cast(kind).combine_chunks()


class Order:
    """Sees again, while keys are read, that they are in the order that was found out from parts of them."""

    def __init__(self, *, strictly: bool) -> None:
        self._strictly = strictly
        self._order = _Order()

    def holds(self, keys: Array) -> bool:
        """Whether the next keys, and all before them, are in order."""
        self._order.at(keys.drop_null() if keys.null_count else keys)
        return self._order.climbs if self._strictly else self._order.ascends


def _key(opened: Opened, heading: str, *, whole: bool) -> str:
    """Write what a key is in SQL, as `read_keys` reads it."""
    import pyarrow as arrow

    name, kind = _quoted(heading), opened.schema.field(heading).type
    if arrow.types.is_integer(kind):
        return name if whole else f"{name}::VARCHAR"
    if arrow.types.is_floating(kind) or arrow.types.is_decimal(kind):
        number = f"try_cast({name} AS BIGINT)"
        return number if whole else f"{number}::VARCHAR"
    half = f"translate({name}::VARCHAR, '{_FULL}', '{_HALF}')"
    text = f"nullif(trim({half}, '{_SPACES}'), '')"
    return f"try_cast({text} AS BIGINT)" if whole else text


def _database(folder: Path) -> Any:  # noqa: ANN401 - a connection
    spill = folder / "spill"
    database = duckdb().connect(config={"memory_limit": MEMORY, "temp_directory": str(spill)})
    database.execute("SET enable_progress_bar = false")  # it would be drawn on whatever the user reads
    return database


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(path: Path | None) -> str:
    return "'" + str(path).replace("'", "''") + "'"
