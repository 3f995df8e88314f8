"""What stands in a column → what engines read: whole numbers, truths, terms, days; NULL where unknown.

Whole columns are read at once by Arrow. What it does not understand, as `１，２３４元`, is read by Python,
each different text once. What cannot be read, or lies beyond the bounds of its fact, becomes NULL and is
marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize

from attrs import frozen

from civaffairs.domain.models.fact import MOST_ITEMS
from civaffairs.exchange.registers.format import RegisterColumn
from civaffairs.exchange.registers.names import Array, Arrow, DataType
from civaffairs.exchange.tabular import normalised

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

Masks: TypeAlias = "dict[str, NDArray[numpy.bool_]]"
"""For each code of a fault the rows that have it."""


UNREADABLE, TOO_SMALL, TOO_LARGE = "register_unreadable", "register_too_small", "register_too_large"
BORN_EARLY, NOT_BORN = "register_born_early", "register_not_born"
TOO_MANY_ITEMS = "register_too_many_items"

_UNKNOWN = frozenset(
    [
        *("", "-", "--", "—", "——", "/", "?", "不详", "不明", "未知"),
        *("na", "n/a", "nan", "nat", "none", "null", "<na>", "unknown"),
    ]
)
_TRUE = frozenset(["true", "t", "yes", "y", "1", "是"])
_FALSE = frozenset(["false", "f", "no", "n", "0", "否"])

_PLAIN_NUMBER = r"^-?[0-9]{1,15}(\.[0-9]{1,2})?$"
_NUMBER = re.compile(r"[¥￥]?([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(亿元|万元|元|分|亿|万)?")
_ENDINGS = {"亿元": 10**10, "亿": 10**10, "万元": 10**6, "万": 10**6, "元": 100, "分": 1}
"""For what may stand behind a number how many fen it is."""
_LONGEST = 40
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))")
_CHINESE_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日?")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
_EXCEL_BEGINS = date(1899, 12, 30)
_EXCEL_LEAST, _EXCEL_MOST = 61, 2_958_465
"""Before day 61 the days of Excel are one off, since it knows a 29 February 1900; the last is in 9999."""
_BETWEEN_TERMS = re.compile(r"[、,;，；|]")
_CLOSE = 1e-6
_MOST_EXACT = 2**53
_MEMORY = 65536


@frozen
class Reading:
    """How a column of a register is read.

    Attributes:
        heading: what it is called there.
        column: the fact that it holds.
        factor: for a number by what it is multiplied to be in the whole numbers of engines: 100 for yuan.
        excel: whether numbers are days as Excel counts them.
        values: what other texts stand for, as far as the mapping says.
    """

    heading: str
    column: RegisterColumn
    factor: Fraction = Fraction(1)
    excel: bool = False
    values: Mapping[str, object] = MappingProxyType({})


def arrow_type(column: RegisterColumn) -> DataType:
    """Return the type in which engines read a column."""
    import pyarrow as arrow

    match column.kind:
        case "number":
            return arrow.int64()
        case "truth":
            return arrow.bool_()
        case "date":
            return arrow.date32()
        case "term":
            return arrow.dictionary(arrow.int8(), arrow.string())
        case "terms":
            return arrow.list_(arrow.string())
        case _:
            return arrow.list_(arrow.struct([(each.name, arrow_type(each)) for each in column.items]))


class Reader:
    """Reads the values of one column, batch by batch.

    Example:
        >>> import pyarrow
        >>> from civaffairs.exchange.registers.format import columns_of
        >>> assets = Reading("财产", columns_of("Household")["assets"], Fraction(100))
        >>> values, wrong = Reader(assets, date(2024, 1, 1)).read(
        ...     pyarrow.array(["600.5", "１，２００元", "--", "many", "-1"])
        ... )
        >>> values.to_pylist()
        [60050, 120000, None, None, None]
        >>> {code: mask.tolist() for code, mask in wrong.items()}
        {'register_too_small': [False, False, False, False, True], 'register_unreadable': [False, False, False, True, False]}
    """  # noqa: E501 - what is printed stands on one line

    def __init__(self, reading: Reading, on: date) -> None:
        import pyarrow as arrow

        self._arrow = arrow
        self._reading = reading
        self._column = reading.column
        self._on = on
        self._memory: dict[object, tuple[object, str]] = {}
        self.type = arrow_type(self._column)
        self._terms = {term.id: code for code, term in enumerate(self._column.terms)}
        self._codes = arrow.array(list(self._terms), type=arrow.string())
        self._bounds: dict[Fraction, tuple[int, int]] = {}
        self._names = _names_of(self._column)

    def read(self, array: Array) -> tuple[Array, Masks]:
        """Return the values of a batch, and for each code of a fault a mask of the rows that have it."""
        types = self._arrow.types
        array = _plain(self._arrow, array)
        kind = array.type
        if types.is_null(kind):
            return self._nothing(len(array)), {}
        if types.is_list(kind):
            return self._lists(array)
        if self._reading.values or types.is_dictionary(kind):
            return self._each(array)
        match self._column.kind:
            case "number" if types.is_integer(kind):
                return self._integers(array)
            case "number" if types.is_floating(kind):
                return self._doubles(array)
            case "number" if types.is_decimal(kind):
                return self._decimals(array)
            case "truth" if types.is_boolean(kind):
                return array, {}
            case "date" if types.is_date32(kind):
                return self._days(array)
            case "things":
                return self._refused(array)
            case _ if types.is_nested(kind) or types.is_binary(kind):
                return self._refused(array)
            case _:
                return self._each(array)

    def _nothing(self, many: int) -> Array:
        if self._column.kind == "term":  # always the same codes
            return self._coded(self._arrow.nulls(many, self._arrow.int8()))
        return self._arrow.nulls(many, self.type)

    def _refused(self, array: Array) -> tuple[Array, Masks]:
        """Refuse a column of a type in which nothing can be read."""
        return self._nothing(len(array)), _marked(UNREADABLE, _truths(array.is_valid()))

    # --- numbers ---------------------------------------------------------------------------------

    def _integers(self, array: Array) -> tuple[Array, Masks]:
        kind = self._arrow.int64()
        if array.type != kind:
            try:
                array = array.cast(kind)
            except self._arrow.ArrowInvalid:  # beyond 64 bits
                return self._each(array)
        return self._scaled(array, self._reading.factor)

    def _scaled(self, array: Array, factor: Fraction) -> tuple[Array, Masks]:
        """Multiply whole numbers; what is beyond the bounds of the fact or not whole then is marked."""
        from pyarrow import compute

        masks: Masks = {}
        least, most = self._between(factor)
        if _is_beyond(self._arrow, array, least, most):
            masks |= _marked(TOO_SMALL, _truths(compute.less(array, least)))
            masks |= _marked(TOO_LARGE, _truths(compute.greater(array, most)))
            array = self._without(array, masks)
        if factor.denominator > 1:
            divisor = factor.denominator
            rest = compute.subtract(array, compute.multiply(compute.divide(array, divisor), divisor))
            masks |= _marked(UNREADABLE, _truths(compute.not_equal(rest, 0)))
            array = compute.divide(self._without(array, masks), divisor)
        return (array if factor.numerator == 1 else compute.multiply(array, factor.numerator)), masks

    def _between(self, factor: Fraction) -> tuple[int, int]:
        """Return between which whole numbers one lies whose product with a factor is within the bounds."""
        if factor in self._bounds:
            return self._bounds[factor]
        least, most = self._column.least, self._column.most
        # Whatever the factor, the product of such a number fits into 64 bits.
        lowest = ceil(least / factor) if isinstance(least, int) else -(10**9)
        highest = floor(most / factor) if isinstance(most, int) else 10**9
        self._bounds[factor] = max(lowest, -(2**63)), min(highest, 2**63 - 1)
        return self._bounds[factor]

    def _doubles(self, array: Array) -> tuple[Array, Masks]:
        """Take doubles that are as near to a whole number as a double of their size can be, and no other."""
        import numpy

        seen = array.to_numpy(zero_copy_only=False).astype(numpy.float64)
        with numpy.errstate(invalid="ignore", over="ignore"):
            product = seen * self._reading.factor.numerator / self._reading.factor.denominator
            whole = numpy.rint(product)
            size = numpy.abs(whole)
            known = ~numpy.isnan(seen)
            huge = known & (size >= _MOST_EXACT)
            sound = known & ~huge
            near = numpy.zeros(len(seen), dtype=bool)
            near[sound] = numpy.abs(product[sound] - whole[sound]) <= numpy.maximum(
                _CLOSE, 4 * numpy.spacing(size[sound])
            )
        masks = _marked(UNREADABLE, sound & ~near)
        masks |= _marked(TOO_SMALL, huge & (seen < 0)) | _marked(TOO_LARGE, huge & (seen > 0))
        numbers = numpy.where(near, whole, 0).astype(numpy.int64)
        values, beyond = self._scaled(self._arrow.array(numbers, mask=~near), Fraction(1))
        return values, _both(masks, beyond)

    def _decimals(self, array: Array) -> tuple[Array, Masks]:
        """Read exact decimals as the whole numbers that they are kept as."""
        import numpy

        scale = array.type.scale
        if scale < 0:
            return self._each(array)
        array = array.cast(self._arrow.decimal128(38, scale))
        words = numpy.frombuffer(array.buffers()[1], dtype=numpy.int64)
        low, high = words[2 * array.offset : 2 * (array.offset + len(array))].reshape(-1, 2).T
        known = _truths(array.is_valid())
        if (known & (high != low >> 63)).any():  # more than 64 bits
            return self._each(array)
        numbers = self._arrow.array(low, mask=~known)
        return self._scaled(numbers, self._reading.factor / 10**scale)

    # --- days ------------------------------------------------------------------------------------

    def _days(self, array: Array) -> tuple[Array, Masks]:
        from pyarrow import compute

        masks: Masks = {}
        bounds = compute.min_max(array)
        first, last = bounds["min"].as_py(), bounds["max"].as_py()
        if first is None:
            return array, masks
        least = self._column.least
        if isinstance(least, date) and first < least:
            masks |= _marked(BORN_EARLY, _truths(compute.less(array, self._arrow.scalar(least))))
        if last > self._on:
            masks |= _marked(NOT_BORN, _truths(compute.greater(array, self._arrow.scalar(self._on))))
        return self._without(array, masks), masks

    # --- whatever else: each different value once -------------------------------------------------

    def _each(self, array: Array) -> tuple[Array, Masks]:
        import numpy
        from pyarrow import compute

        encoded = array
        if not self._arrow.types.is_dictionary(array.type):
            encoded = compute.dictionary_encode(array)
        values, wrong = self._different(_plain(self._arrow, encoded.dictionary))
        indices = encoded.indices
        if self._column.kind == "term":
            taken = self._coded(compute.take(values.indices, indices))
        else:
            taken = compute.take(values, indices)
        if not wrong:
            return taken, {}
        at = compute.fill_null(indices, 0).to_numpy(zero_copy_only=False).astype(numpy.int64)
        known = _truths(indices.is_valid())
        masks: Masks = {}
        for code, mask in wrong.items():
            if len(mask):
                masks |= _marked(code, mask[at] & known)
        return taken, masks

    def _different(self, values: Array) -> tuple[Array, Masks]:
        if self._arrow.types.is_string(values.type) and not self._reading.values:
            quick = self._quick(values)
            if quick is not None:
                return quick
        read = [self._one(value) for value in values.to_pylist()]
        return self._made(read)

    def _quick(self, texts: Array) -> tuple[Array, Masks] | None:
        """Read plain numbers and ISO days at once; None where there are others among them."""
        from pyarrow import compute

        if self._column.kind == "date" and not self._reading.excel:
            try:
                return self._days(texts.cast(self._arrow.date32()))
            except self._arrow.ArrowInvalid:
                return None
        if self._column.kind != "number":
            return None
        plain = compute.match_substring_regex(texts, _PLAIN_NUMBER)
        numbers = compute.if_else(plain, texts, None).cast(self._arrow.decimal128(18, 2))
        read, masks = self._decimals(numbers)
        if compute.all(plain).as_py() is not False:
            return read, masks
        at = _truths(compute.invert(plain)).nonzero()[0]
        others, wrong = self._made(
            [self._one(text) for text in texts.take(self._arrow.array(at)).to_pylist()]
        )
        read = compute.replace_with_mask(read, compute.invert(plain), others)
        return read, _both(masks, {code: _at(mask, at, len(texts)) for code, mask in wrong.items()})

    def _one(self, value: object) -> tuple[object, str]:
        """Return what one value says, or None with the code of its fault."""
        found = self._memory.get(value)
        if found is None:
            if len(self._memory) >= _MEMORY:  # hardly two are alike
                self._memory.clear()
            found = self._memory[value] = self._said(value)
        return found

    def _said(self, value: object) -> tuple[object, str]:
        text = _text(value)
        if text is None:
            return None, ""
        word = normalised(text)
        if word in self._reading.values:
            return self._bounded(self._reading.values[word])
        found = self._names.get(word.casefold())
        if found is not None:
            return ([found] if self._column.kind == "terms" else found), ""
        if is_unknown(word):
            return None, ""
        match self._column.kind:
            case "number":
                return self._number(word)
            case "date":
                return self._day(value, word)
            case "terms":
                return self._several([self._names.get(each.strip().casefold()) for each in _split(word)])
            case _:
                return None, UNREADABLE

    def _bounded(self, value: object) -> tuple[object, str]:
        return (value, self._beyond(value)) if isinstance(value, int) else (value, "")

    def _number(self, word: str) -> tuple[object, str]:
        number = None
        if len(word) <= _LONGEST:
            number = fen_or_number(word, self._reading.factor, is_money=self._column.is_money)
        if number is None or number.denominator != 1:
            return None, UNREADABLE
        code = self._beyond(number.numerator)
        return (None if code else number.numerator), code

    def _beyond(self, number: int) -> str:
        if self._column.kind != "number":
            return ""
        least, most = self._between(Fraction(1))
        return TOO_SMALL if number < least else TOO_LARGE if number > most else ""

    def _day(self, value: object, word: str) -> tuple[object, str]:
        day = excel_day(word) if self._reading.excel and not isinstance(value, date) else None
        day = day or day_in(word)
        if day is None:
            return None, UNREADABLE
        if isinstance(self._column.least, date) and day < self._column.least:
            return None, BORN_EARLY
        return (None, NOT_BORN) if day > self._on else (day, "")

    def _several(self, found: list[object]) -> tuple[object, str]:
        if None in found or len(set(found)) < len(found):
            return None, UNREADABLE
        return found, ""

    def _made(self, read: list[tuple[object, str]]) -> tuple[Array, Masks]:
        import numpy

        masks: Masks = {}
        for code in {code for _, code in read if code}:
            masks |= _marked(code, numpy.array([each == code for _, each in read], dtype=bool))
        values = [value if not code else None for value, code in read]
        if self._column.kind == "term":
            codes = [None if value is None else self._terms[str(value)] for value in values]
            return self._coded(self._arrow.array(codes, type=self._arrow.int8())), masks
        return self._arrow.array(values, type=self.type), masks

    def _coded(self, codes: Array) -> Array:
        return self._arrow.DictionaryArray.from_arrays(codes, self._codes, safe=False)  # they are our own

    # --- lists -----------------------------------------------------------------------------------

    def _lists(self, array: Array) -> tuple[Array, Masks]:
        """Read lists of terms, or of things with facts of their own."""
        import numpy
        from pyarrow import compute

        inside = _plain(self._arrow, array.flatten())
        if self._column.kind == "terms":
            lists = array.to_pylist()
            return self._made([self._listed(each) for each in lists])
        named = self._arrow.types.is_struct(inside.type)
        if self._column.kind != "things" or not (named or not len(inside)):  # empty lists may be of nothing
            return self._refused(array)
        owner = compute.list_parent_indices(array).to_numpy(zero_copy_only=False)
        known = _truths(array.is_valid())
        lengths = numpy.bincount(owner, minlength=len(array))
        masks = _marked(TOO_MANY_ITEMS, lengths > MOST_ITEMS)
        if self._column.filled:
            masks |= _marked(UNREADABLE, known & (lengths == 0))
        parts = []
        for column in self._column.items:
            reader = _item_reader(column, self._on)
            at = inside.type.get_field_index(column.name) if named else -1
            part, wrong = reader.read(inside.field(at) if at >= 0 else self._arrow.nulls(len(inside)))
            if column.required:
                wrong = _both(_marked(UNREADABLE, _truths(part.is_null())), wrong)
            parts.append(part)
            masks = _both(
                masks,
                {
                    code: numpy.bincount(owner[mask], minlength=len(array)).astype(bool)
                    for code, mask in wrong.items()
                },
            )
        things = self._arrow.StructArray.from_arrays(parts, fields=list(self.type.value_type))
        begins = numpy.concatenate([[0], numpy.cumsum(lengths)]).astype(numpy.int32)
        lists = self._arrow.ListArray.from_arrays(
            self._arrow.array(begins), things, type=self.type, mask=self._arrow.array(~known)
        )
        return self._without(lists, masks), masks

    def _listed(self, value: list[object] | None) -> tuple[object, str]:
        if value is None:
            return None, ""
        if not value:
            return None, UNREADABLE
        return self._several([self._names.get(normalised(_text(each) or "").casefold()) for each in value])

    def _without(self, array: Array, masks: Masks) -> Array:
        """Return an array with NULL where something is marked."""
        from pyarrow import compute

        for mask in masks.values():
            array = compute.if_else(self._arrow.array(mask), None, array)
        return array


def is_unknown(word: str) -> bool:
    """Whether a text says that something is not known.

    Example:
        >>> is_unknown("--"), is_unknown("不详"), is_unknown("0")
        (True, True, False)
    """
    return word.casefold() in _UNKNOWN


def fen_or_number(word: str, factor: Fraction, *, is_money: bool) -> Fraction | None:
    """Read a number with or without a unit behind it, in the whole numbers of engines; None where it is none.

    Example:
        >>> fen_or_number("1,200.50", Fraction(100), is_money=True)
        Fraction(120050, 1)
        >>> fen_or_number("1.2万元", Fraction(100), is_money=True)
        Fraction(1200000, 1)
        >>> fen_or_number("2元", Fraction(1), is_money=False)
    """
    found = _NUMBER.fullmatch(word.replace(" ", "").replace("，", ","))
    if found is None:
        return None
    sign, whole, places, ending = found.groups()
    number = Fraction(sign + whole.replace(",", "") + (places or ""))
    if ending is None and word[0] not in "¥￥":
        return number * factor
    if not is_money:
        return None
    return number * _ENDINGS[ending or "元"]


def day_in(word: str) -> date | None:
    """Read a day as people write it; None where it is none.

    Example:
        >>> [day_in(each).isoformat() for each in ("2020-1-31", "2020/1/31", "20200131", "2020年1月31日")]
        ['2020-01-31', '2020-01-31', '2020-01-31', '2020-01-31']
    """
    plain = _MIDNIGHT.sub("", word)
    found = (
        _DAY.fullmatch(plain)
        or _CHINESE_DAY.fullmatch(plain.replace(" ", ""))
        or _EIGHT_DIGITS.fullmatch(plain)
    )
    if found is None:
        return None
    year, month, day = (int(each) for each in found.groups() if each is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def excel_day(word: str) -> date | None:
    """Read the number by which Excel keeps a day; None where it is none.

    Example:
        >>> excel_day("43861")
        datetime.date(2020, 1, 31)
    """
    number = int(word) if word.isdecimal() and len(word) <= 7 else 0
    if not _EXCEL_LEAST <= number <= _EXCEL_MOST:
        return None
    return _EXCEL_BEGINS + timedelta(days=number)


def value_named(column: RegisterColumn, said: object) -> tuple[object, bool]:
    """Return what a value of a mapping file stands for, and whether it is one.

    Example:
        >>> from civaffairs.exchange.registers.format import columns_of
        >>> value_named(columns_of("Person")["sex"], "女"), value_named(columns_of("Person")["sex"], "?")
        (('female', True), (None, True))
        >>> value_named(columns_of("Person")["sex"], "king")
        (None, False)
    """
    factor = Fraction(column.scale)
    value, code = _word_reader(column, factor)(said)
    return value, not code


def _word_reader(column: RegisterColumn, factor: Fraction) -> Callable[[object], tuple[object, str]]:
    return Reader(Reading("", column, factor), date.max)._said  # noqa: SLF001 - the same module


@lru_cache(maxsize=64)
def _item_reader(column: RegisterColumn, on: date) -> Reader:
    return Reader(Reading(column.name, column, Fraction(column.scale)), on)


def _names_of(column: RegisterColumn) -> Mapping[str, object]:
    """Return what the words for a truth or a term mean."""
    if column.kind == "truth":
        return {**dict.fromkeys(_TRUE, True), **dict.fromkeys(_FALSE, False)}
    names: dict[str, object] = {}
    for term in column.terms:
        for name in (term.id, term.label.zh, term.label.en):
            names[normalised(name).casefold()] = term.id
    return names


def _text(value: object) -> str | None:
    """Return a value as text: a whole double as a whole number, a day as ISO writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124 - not a number
            return None
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else normalize("NFKC", str(value)).strip()


def _split(word: str) -> list[str]:
    return [each for each in _BETWEEN_TERMS.split(word) if each.strip()]


def _plain(arrow: Arrow, array: Array) -> Array:
    """Return an array of texts, lists or codes in the one type that is read here."""
    types, kind = arrow.types, array.type
    if types.is_string(kind):
        return array
    if types.is_large_string(kind) or types.is_string_view(kind):
        return array.cast(arrow.string())
    if types.is_large_list(kind) or types.is_list_view(kind) or types.is_large_list_view(kind):
        return array.cast(arrow.list_(kind.value_type))
    if types.is_fixed_size_list(kind):
        return array.cast(arrow.list_(kind.value_type))
    if types.is_dictionary(kind) and not types.is_string(kind.value_type):
        return arrow.DictionaryArray.from_arrays(array.indices, _plain(arrow, array.dictionary))
    return array


def _is_beyond(arrow: Arrow, array: Array, least: int, most: int) -> bool:
    """Whether some known number of an array of 64 bits lies beyond bounds."""
    from pyarrow import compute

    if not len(array):
        return False
    numbers = arrow.Array.from_buffers(array.type, len(array), [None, array.buffers()[1]], 0, array.offset)
    seen = numbers.to_numpy()
    # Without a sign a number below zero is larger than any other. Whatever stands where nothing is known.
    if seen.view("uint64").max() <= most if least == 0 else seen.max() <= most and seen.min() >= least:
        return False
    if not array.null_count:
        return True
    known = compute.min_max(array)
    lowest, highest = known["min"].as_py(), known["max"].as_py()
    return lowest is not None and (lowest < least or highest > most)


def _truths(array: Array) -> NDArray[numpy.bool_]:
    from pyarrow import compute

    truths: NDArray[numpy.bool_] = compute.fill_null(array, False).to_numpy(zero_copy_only=False)
    return truths


def _marked(code: str, mask: NDArray[numpy.bool_]) -> Masks:
    return {code: mask} if mask.any() else {}


def _both(one: Masks, other: Masks) -> Masks:
    both = dict(one)
    for code, mask in other.items():
        both[code] = both[code] | mask if code in both else mask
    return both


def _at(mask: NDArray[numpy.bool_], places: NDArray[numpy.int64], many: int) -> NDArray[numpy.bool_]:
    import numpy

    whole = numpy.zeros(many, dtype=bool)
    whole[places] = mask
    return whole
