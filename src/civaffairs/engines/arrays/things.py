"""Registers as arrays: the things of each model in a part of a register, their facts, and who holds whom."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy
import pyarrow as arrow
import pyarrow.compute as calculate

from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.arrays.known import Mask, Number, Truth, both, chosen, opposite, settled, told
from civaffairs.engines.columns import HELD_IN, fact_column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    from civaffairs.engines.arrays.known import Sizes

T = TypeVar("T")

_FEW = 4
"""Of so few codes each is compared; of more it is looked up whether they are wanted."""


class Block:
    """A part of a register in the nested layout, as everything is computed that rules ask of it.

    Attributes:
        outermost: the model of the things that are rows.
        batch: the rows, a record batch.
        made: what was computed already and may be asked again.
    """

    def __init__(self, outermost: str, batch: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        self.outermost = outermost
        self.batch = batch
        self.made: dict[Hashable, Any] = {}
        self._things: dict[str, Things] = {}

    def of(self, model: str) -> Things:
        """Return the things of a model that there are."""
        if model not in self._things:
            if model == self.outermost:
                self._things[model] = Things(model, self.batch.num_rows, self.batch.column)
            else:
                self._things[model] = _held(model, self.of(lineage(model)[1]))
        return self._things[model]

    def once(self, key: Hashable, compute: Callable[[Block], T]) -> T:
        """Return what is computed once for each key."""
        if key not in self.made:
            self.made[key] = compute(self)
        return cast("T", self.made[key])

    def brought(self, one: T, source: str, model: str) -> T:
        """Bring sizes or a mask of things down to those that they hold, and to those that these hold."""
        found: Any = one
        path = list(reversed(lineage(model)))
        for below in path[path.index(source) + 1 :]:
            if isinstance(found, numpy.ndarray):
                found = found[self.of(below).home]
        return cast("T", found)


class Things:
    """The things of one model in a block.

    Attributes:
        model: what they are.
        many: how many there are.
        column: returns an array of Arrow by its name; raises KeyError where there is none.
        begins: for those that others hold, where those of each holder begin, and where the last ones end.
        listed: of which holders it is known what they hold.
    """

    def __init__(
        self,
        model: str,
        many: int,
        column: Callable[[str], Any],
        begins: NDArray[numpy.intp] | None = None,
        listed: Mask = True,  # noqa: FBT002 - a mask
    ) -> None:
        self.model = model
        self.many = many
        self.column = column
        self.begins = begins
        self.listed = listed
        self._read: dict[str, Any] = {}

    # --- facts ---

    def number(self, name: str) -> Number:
        """Return a whole number, or the days since 1970 that a date is."""
        return self._once(name, lambda: _numbers(self.column(name), fact_column(self.model, name).stand_in))

    def truth(self, name: str) -> Truth:
        """Return a fact that is so or not."""
        return self._once(name, lambda: _truths(self.column(name)))

    def known(self, name: str) -> Mask:
        """Return of which things a fact is known."""
        return self._once(f"{name}.known", lambda: known_of(self.column(name)))

    def one_of(self, name: str, ids: Sequence[str]) -> Truth:
        """Return whether a term is one of several, or one of several terms is."""
        if fact_column(self.model, name).kind == "terms":
            return _terms_among(self.column(name), ids)
        found: _Coded = self._once(name, lambda: _Coded(self.column(name)))
        return found.among(ids)

    def _once(self, name: str, read: Callable[[], T]) -> T:
        if name not in self._read:
            self._read[name] = read()
        return cast("T", self._read[name])

    # --- those who hold them ---

    @cached_property
    def counts(self) -> NDArray[numpy.int64]:
        """How many things each holder holds."""
        return numpy.diff(self._begins())

    @cached_property
    def home(self) -> NDArray[numpy.intp]:
        """For each thing which holder holds it."""
        return numpy.repeat(numpy.arange(len(self.counts), dtype=numpy.intp), self.counts)

    def total(self, sizes: Sizes) -> Sizes:
        """Return for each holder the total over what it holds."""
        if isinstance(sizes, int):
            return sizes * self.counts if sizes else 0
        # Differences of running totals: half the time of `add.reduceat`, which also stumbles over those who
        # hold nothing. Should a running total leave 64 bits, the differences are right nevertheless.
        running = numpy.empty(self.many + 1, dtype=numpy.int64)
        running[0] = 0
        numpy.cumsum(sizes, out=running[1:])
        at_bounds = running[self._begins()]
        return cast("Sizes", at_bounds[1:] - at_bounds[:-1])

    def count(self, mask: Mask) -> Sizes:
        """Return for each holder of how many things something is so."""
        if isinstance(mask, bool):
            return self.counts if mask else 0
        return numpy.bincount(self.home[mask.nonzero()[0]], minlength=len(self.counts))

    def any(self, mask: Mask) -> Mask:
        """Return for each holder whether something is so of any thing that it holds."""
        mask = settled(mask)
        if mask is False:
            return False
        if mask is True:
            return settled(self.counts > 0)
        found = numpy.zeros(len(self.counts), dtype=numpy.bool_)
        found[self.home[mask.nonzero()[0]]] = True
        return found

    def all(self, mask: Mask) -> Mask:
        """Return for each holder whether something is so of everything that it holds."""
        return opposite(self.any(opposite(mask)))

    def _begins(self) -> NDArray[numpy.intp]:
        assert self.begins is not None, self.model  # noqa: S101 - nobody holds what is outermost
        return self.begins


def _held(model: str, above: Things) -> Things:
    lists = above.column(HELD_IN[model])
    if isinstance(lists, arrow.ChunkedArray):
        lists = lists.combine_chunks()
    listed = known_of(lists)
    if listed is True:
        bounds = lists.offsets.to_numpy()
        items = lists.values.slice(bounds[0], bounds[-1] - bounds[0])
        begins = numpy.subtract(bounds, bounds[0], dtype=numpy.intp)
    else:
        items = lists.flatten()
        lengths = calculate.fill_null(calculate.list_value_length(lists), 0).to_numpy()
        begins = numpy.append(0, numpy.cumsum(lengths, dtype=numpy.intp))
    return Things(model, len(items), items.field, begins, listed)


# --- arrays of Arrow --------------------------------------------------------------------------------


def known_of(array: Any) -> Mask:  # noqa: ANN401 - pyarrow has no types
    """Return where an array says something."""
    if not array.null_count:
        return True
    if array.null_count == len(array):
        return False
    return _bits(array.buffers()[0], array.offset, len(array))


def _bits(buffer: Any, offset: int, many: int) -> NDArray[numpy.bool_]:  # noqa: ANN401 - pyarrow has no types
    if not many:
        return numpy.zeros(0, dtype=numpy.bool_)
    begin = offset // 8
    packed = numpy.frombuffer(buffer, dtype=numpy.uint8)[begin : (offset + many + 7) // 8]
    bits = numpy.unpackbits(packed, bitorder="little")[offset % 8 : offset % 8 + many]
    return bits.view(numpy.bool_)


def _numbers(array: Any, stand_in: int) -> Number:  # noqa: ANN401 - pyarrow has no types
    known = known_of(array)
    if known is False or not len(array):
        return Number(stand_in, known)
    days = arrow.types.is_date32(array.type)
    kind = numpy.dtype(numpy.int32) if days else array.type.to_pandas_dtype()
    values = numpy.frombuffer(array.buffers()[1], dtype=kind)[array.offset : array.offset + len(array)]
    sizes = values.astype(numpy.int64, copy=False)
    return Number(sizes if known is True else chosen(known, sizes, stand_in), known)


def _truths(array: Any) -> Truth:  # noqa: ANN401 - pyarrow has no types
    known = known_of(array)
    if known is False:
        return Truth(yes=False, no=False)
    return told(_bits(array.buffers()[1], array.offset, len(array)), known)


class _Coded:
    """Terms as codes into their list."""

    def __init__(self, array: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        coded = array if arrow.types.is_dictionary(array.type) else calculate.dictionary_encode(array)
        self._terms: list[str | None] = coded.dictionary.to_pylist()
        self._codes = coded.indices.fill_null(0).to_numpy() if coded.null_count else coded.indices.to_numpy()
        self._known = known_of(coded.indices)

    def among(self, ids: Sequence[str]) -> Truth:
        wanted = [place for place, term in enumerate(self._terms) if term in ids]
        return told(_equal_to_one(self._codes, wanted, len(self._terms)), self._known)


def _equal_to_one(codes: NDArray[Any], wanted: Sequence[int], many: int) -> Mask:
    if not wanted or len(wanted) == many:
        return bool(wanted)
    if len(wanted) > _FEW:
        table = numpy.zeros(many, dtype=numpy.bool_)
        table[wanted] = True
        looked_up: NDArray[numpy.bool_] = table[codes]
        return looked_up
    found: NDArray[numpy.bool_] = codes == wanted[0]
    for each in wanted[1:]:
        found |= codes == each
    return found


def _terms_among(lists: Any, ids: Sequence[str]) -> Truth:  # noqa: ANN401 - pyarrow has no types
    known = known_of(lists)
    if known is False:
        return Truth(yes=False, no=False)
    lengths = calculate.fill_null(calculate.list_value_length(lists), 0).to_numpy()
    found = _Coded(lists.flatten()).among(ids).yes
    begins = numpy.append(0, numpy.cumsum(lengths, dtype=numpy.intp))
    any_of = Things("Term", int(begins[-1]), _nothing, begins).any(found)
    return told(both(known, any_of), known)


def _nothing(name: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    raise KeyError(name)
