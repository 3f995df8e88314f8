"""Every value of the domain → data that JSON can hold, and back without loss.

`to_data` writes what is there, personal data included: it *is* the data. Messages about bad data never show a
value: they name the place, what is wanted, and what kind of thing stands there.

Reading is strict. There is no number for a text, no text for a number, no truth value for a number, and no
float for anything. A `Decimal` is read from text, from a whole number, and from a number that `loads` has
read exactly. Everything that is wrong is found at once: types, keys, values, and what the classes themselves
refuse.

Example:
    >>> from civaffairs.domain.models import Township, TownshipKind
    >>> to_data(Township(name="石井坡街道", kind=TownshipKind.SUBDISTRICT))
    {'name': '石井坡街道', 'kind': 'subdistrict'}
    >>> loads('{"nmae": "石井坡街道", "kind": "street"}', Township)
    Traceback (most recent call last):
    ...
    civaffairs.errors.ModelInvalid: nmae: there is no key nmae. Known and close: name
    kind: this is none of the values allowed. Use one of: subdistrict, town, township
    name: the name is missing. Write it
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from functools import reduce
from string import Formatter
from types import GenericAlias, NoneType
from typing import Any, NoReturn, TypeVar, get_args, overload

from cattrs import Converter

from civaffairs.domain.models import is_model
from civaffairs.domain.models.masking import mask, without_long_numbers
from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.expr import Expr, Opaque
from civaffairs.domain.timeline import NotModelled, Since, Timeline
from civaffairs.domain.units import Unit
from civaffairs.errors import (
    CivaffairsError,
    DeclarationError,
    Fault,
    InputInvalid,
    Message,
    ModelInvalid,
    fault,
    message,
    raise_all,
)
from civaffairs.errors.wordings import WORDINGS
from civaffairs.exchange.hints import hint
from civaffairs.exchange.shapes import (
    DAY_FORM,
    FRACTION_FORM,
    NODES,
    NUMBER_FORM,
    Key,
    Said,
    by_name,
    id_of,
    is_anything,
    is_choice,
    is_function,
    is_list,
    is_message,
    is_record,
    is_table,
    is_terms,
    is_timeline,
    is_words,
    keys_of,
    name_of,
    plain_class,
    tag_of,
    tagged_in,
)

T = TypeVar("T")

_LARGEST = 2**63 - 1
_LONGEST_UNIT = 200
_MOST_DIGITS = 400
_MOST_FRACTION_DIGITS = 2000
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


def to_data(value: object, cls: Any = None) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value as dicts, lists, texts, whole numbers, truth values and None.

    Personal data is written as it is, for this is the data itself.

    Args:
        value: a value of the domain.
        cls: the type that a reader will ask for, where it is not the value's own: a union, or
            `Timeline[Amount]`. It decides where tags are written.

    Raises:
        DeclarationError: for a value that is not of the domain, or a tree nested too deep.

    Example:
        >>> from civaffairs.domain.units import Amount
        >>> to_data(Amount("600.0", "元/人·月"))
        {'value': '600.0', 'unit': 'yuan/person/month'}
    """
    try:
        return _CONVERTER.unstructure(value, unstructure_as=cls or type(value))
    except RecursionError:
        raise DeclarationError(fault("nested_too_deep")) from None


@overload
def from_data(data: object, cls: type[T]) -> T: ...
@overload
def from_data(data: object, cls: object) -> Any: ...  # noqa: ANN401 - a union is no type to a checker
def from_data(data: object, cls: Any) -> Any:
    """Return the value that `to_data` wrote; `cls` is a class of the domain, or a union of them.

    Raises:
        ModelInvalid: for a model, with everything that is wrong, each with its path.
        InputInvalid: for any other class, likewise.

    Example:
        >>> from civaffairs.domain.units import Amount
        >>> from_data({"value": "600.0", "unit": "yuan/person/month"}, Amount).text("zh")
        '600.0元/人·月'
    """
    error = ModelInvalid if is_model(cls) else InputInvalid
    try:
        return _read(data, cls)
    except RecursionError:
        raise error(fault("nested_too_deep")) from None
    except CivaffairsError as wrong:
        # The first error may hold values in its traceback, so it is not kept as the cause.
        raise error(*wrong.faults) from None


def dumps(value: object, cls: Any = None) -> str:  # noqa: ANN401 - as to_data
    """Return a value as JSON: keys in order, two spaces, Chinese as it is; raises as `to_data` does.

    The same value always gives the same text.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> print(dumps(Label("最低生活保障", "Dibao")))
        {
          "en": "Dibao",
          "zh": "最低生活保障"
        }
    """
    data = to_data(value, cls)
    try:
        return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    except RecursionError:
        raise DeclarationError(fault("nested_too_deep")) from None


@overload
def loads(text: str | bytes, cls: type[T]) -> T: ...
@overload
def loads(text: str | bytes, cls: object) -> Any: ...  # noqa: ANN401 - as from_data
def loads(text: str | bytes, cls: Any) -> Any:
    """Return the value in a JSON text, in UTF-8 where it is bytes. No float is ever made.

    Raises:
        InputInvalid: where it is no JSON, a key stands twice in one object, or as `from_data` does.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> loads('{"zh": "低保", "en": "Dibao"}', Label)
        Label(zh='低保', en='Dibao')
    """
    return from_data(parsed(text), cls)


def parsed(text: str | bytes) -> object:
    """Return the data in a JSON text for `from_data`, which also refuses a key given twice.

    Raises:
        InputInvalid: where it is no JSON, or not in UTF-8.
    """
    try:
        words = text if isinstance(text, str) else text.decode("utf-8")
        return json.loads(
            words.removeprefix("\ufeff"),
            parse_float=_exact,
            parse_int=_whole,
            parse_constant=lambda _: _Unusable("json_not_a_number"),
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError:
        raise InputInvalid(fault("json_not_utf8")) from None
    except json.JSONDecodeError as error:
        raise InputInvalid(fault("json_syntax", line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise InputInvalid(fault("nested_too_deep")) from None


class _Unusable:
    """Stands in data for what JSON itself could not give: a key given twice, NaN, a number without end."""

    def __init__(self, code: str) -> None:
        self.code = code


def _exact(digits: str) -> Decimal | _Unusable:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return _Unusable("number_too_long")


def _whole(digits: str) -> int | _Unusable:
    return int(digits) if len(digits) <= _MOST_DIGITS else _Unusable("number_too_long")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        found[key] = _Unusable("key_repeated") if key in found else value
    return found


# --- reading ---


def _read(data: object, cls: Any) -> Any:  # noqa: ANN401 - a value of cls
    if isinstance(data, _Unusable):
        raise InputInvalid(fault(data.code))
    return _CONVERTER.structure(data, cls)


class _Faults:
    """Gathers what goes wrong, and goes on."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def attempt(self, path: str, make: Callable[..., T], *args: object) -> T | None:
        """Return what `make` gives; where it fails, note every fault under `path` and return None."""
        try:
            return make(*args)
        except CivaffairsError as error:
            self.found += (_discreet(each).under(path) for each in error.faults)
            return None

    def stop(self) -> None:
        """Raise everything that was found."""
        raise_all(InputInvalid, self.found)


def _discreet(each: Fault) -> Fault:
    """Mask long numbers in a fault: whatever the field is for, an identity number may stand in it."""
    args = (
        (name, without_long_numbers(arg) if isinstance(arg, str) else arg) for name, arg in each.what.args
    )
    return Fault(each.where, Message(each.what.code, tuple(args)))


def _read_record(data: object, cls: Any) -> Any:  # noqa: ANN401 - a value of cls
    faults = _Faults()
    found = _read_keys(data, cls, faults)
    faults.stop()
    return _made(plain_class(cls), **{key.attribute.alias or key.name: value for key, value in found.items()})


def _made(cls: type[T], **values: object) -> T:
    try:
        return cls(**values)
    except CivaffairsError as error:
        raise InputInvalid(*map(_discreet, error.faults)) from None


def _read_model(data: object, cls: Any) -> Any:  # noqa: ANN401 - a value of cls
    """Read a model. What could not be read counts as unknown, so that the rest is checked all the same."""
    faults = _Faults()
    found = {key.name: value for key, value in _read_keys(data, cls, faults).items()}
    unread = {each.where.partition(".")[0].partition("[")[0] for each in faults.found}
    made = None
    try:
        made = cls(**{key.name: found.get(key.name) for key in keys_of(cls)})
    except ModelInvalid as error:
        faults.found += (each for each in error.faults if each.where not in unread)
    faults.stop()
    return made


def _read_keys(data: object, cls: Any, faults: _Faults) -> dict[Key, Any]:  # noqa: ANN401 - as _read
    """Read every key of an object, and note every fault."""
    if not isinstance(data, dict):
        _refuse(data, "object")
    keys, tag, name = keys_of(cls), tag_of(cls), name_of(cls)
    if data.get(tag, name) != name:
        faults.found.append(fault("tag_unknown", tag, known=name))
    names = [key.name for key in keys]
    faults.found += (_unknown(each, names) for each in data if each not in names and each != tag)
    found: dict[Key, Any] = {}
    for key in keys:
        if key.name in data:
            before = len(faults.found)
            value = faults.attempt(key.name, _read, data[key.name], key.type)
            if len(faults.found) == before:
                faults.attempt("", _validate, key, value, plain_class(cls))
                found[key] = value
        elif key.required and not is_model(cls):
            faults.found.append(fault("key_missing", key.name, key=key.name))
    return found


def _validate(key: Key, value: object, cls: type) -> None:
    """Let a field's own validator look at a value, before the whole is made, so that all faults are found."""
    validator = key.attribute.validator
    if validator is None:
        return
    try:
        validator(object.__new__(cls), key.attribute, value)
    except ValueError as error:
        if isinstance(error, CivaffairsError):
            raise
        # Of attrs's own validators only the one for the least length can fail here: types are right by now.
        raise InputInvalid(fault("items_missing", key.name)) from None


def _unknown(key: str, names: list[str]) -> Fault:
    close = get_close_matches(key, names, n=3) or names
    if _KEY.fullmatch(key):
        return fault("key_unknown", key, key=key, known=", ".join(close))
    return fault("key_unknown", key=mask(key), known=", ".join(close))  # it may be somebody's name


def _read_choice(data: object, cls: Any) -> Any:  # noqa: ANN401 - a value of cls
    options = get_args(cls)
    tagged = tagged_in(cls)
    others = [each for each in options if each not in _PLAIN]
    if type(data) in _PLAIN and type(data) in options:
        return _read(data, type(data))
    if tagged and isinstance(data, dict):
        return _read(data, _tagged(data, tagged, tag_of(others[0])))
    kinds = list(dict.fromkeys(_PLAIN.get(each, "object") for each in options if each is not NoneType))
    if len(kinds) == 1 and not tagged:
        return _read(data, next(each for each in options if each is not NoneType))
    if len(others) == 1 and isinstance(data, dict):
        return _read(data, others[0])
    return _refuse(data, *kinds)


def _tagged(data: dict[str, object], classes: dict[str, Any], tag: str) -> Any:  # noqa: ANN401 - a class
    name = data.get(tag)
    if tag == "node" and name == Opaque.__name__:
        _read_function(data, Opaque)
    if not isinstance(name, str) or name not in classes:
        code, where = ("tag_unknown", tag) if tag in data else ("tag_missing", "")
        raise InputInvalid(fault(code, where, tag=tag, known=", ".join(sorted(classes))))
    return classes[name]


def _read_list(data: object, cls: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as _read
    if not isinstance(data, list):
        _refuse(data, "list")
    faults = _Faults()
    found = [faults.attempt(f"[{n}]", _read, item, get_args(cls)[0]) for n, item in enumerate(data)]
    faults.stop()
    return tuple(found)


def _read_timeline(data: object, cls: Any) -> Timeline[Any]:  # noqa: ANN401 - as _read
    return _made(Timeline, entries=_read(data, _entries(cls)))


def _entries(cls: Any) -> Any:  # noqa: ANN401 - the type of the entries of a timeline
    since: Any = Since
    return GenericAlias(tuple, (since[(get_args(cls) or (Any,))[0]] | NotModelled, ...))


def _read_table(data: object, cls: Any) -> dict[str, Any]:  # noqa: ANN401 - as _read
    if not isinstance(data, dict):
        _refuse(data, "object")
    faults = _Faults()
    inner = get_args(cls)[1]
    found = {
        key: faults.attempt(key if _KEY.fullmatch(key) else mask(key), _read, value, inner)
        for key, value in data.items()
    }
    faults.stop()
    return found


def _read_message(data: object, _: object) -> Message:
    said = _read_record(data, Said)
    wording = WORDINGS.get(said.code)
    if wording is None:
        raise InputInvalid(fault("message_unknown", "code"))
    patterns = (wording.zh, wording.en, wording.mend_zh, wording.mend_en)
    wanted = {name for each in patterns for _, name, _, _ in Formatter().parse(each) if name}
    lacking = sorted(wanted - set(said.args))
    if lacking:
        raise InputInvalid(fault("message_incomplete", "args", names=", ".join(lacking)))
    return Message(said.code, tuple(sorted(said.args.items())))


def _read_words(data: object, cls: Any) -> Any:  # noqa: ANN401 - as _read
    words = get_args(cls)
    if data not in words:
        raise InputInvalid(fault("member_unknown", known=", ".join(words)))
    return data


def _read_term(data: object, cls: Any) -> Any:  # noqa: ANN401 - as _read
    members = {id_of(each): each for each in cls}
    if not isinstance(data, str):
        _refuse(data, "text")
    if data not in members:
        meant = [name for name, each in members.items() if _is_called(each, data)]
        if len(meant) == 1:
            raise InputInvalid(fault("member_by_name", id=meant[0]))
        raise InputInvalid(fault("member_unknown", known=", ".join(members)))
    return members[data]


def _is_called(member: Enum, name: str) -> bool:
    label = member.value
    return isinstance(label, Label) and name.strip() in (label.zh, label.en, member.name)


def _read_anything(data: object, _: object) -> Any:  # noqa: ANN401 - as _read
    if type(data) in _PLAIN:
        return _read(data, type(data))
    if not isinstance(data, dict):
        _refuse(data, "object", "text", "whole", "truth")
    if "node" in data:
        return _read(data, Expr)
    cls = _tagged(data, by_name(), "type")
    if is_record(cls):
        return _read(data, cls)
    faults = _Faults()
    faults.found += (_unknown(each, ["value"]) for each in data if each not in ("type", "value"))
    if "value" not in data:
        faults.found.append(fault("key_missing", "value", key="value"))
    found = faults.attempt("value", _read, data.get("value"), cls)
    faults.stop()
    return found


def _read_function(_: object, cls: type) -> NoReturn:
    raise InputInvalid(fault("function_unreadable", "node", node=cls.__name__))


def _read_nothing(data: object, _: object) -> None:
    if data is not None:
        _refuse(data, "nothing")


def _read_truth(data: object, _: object) -> bool:
    return data if isinstance(data, bool) else _refuse(data, "truth")


def _read_whole(data: object, _: object) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        _refuse(data, "whole")
    if abs(data) > _LARGEST:
        raise InputInvalid(fault("number_too_long"))
    return data


def _read_text(data: object, _: object) -> str:
    if not isinstance(data, str):
        _refuse(data, "text")
    if _SURROGATE.search(data):
        raise InputInvalid(fault("text_not_unicode"))
    return data


def _read_number(data: object, _: object) -> Decimal:
    if isinstance(data, bool) or not isinstance(data, str | int | Decimal):
        _refuse(data, "exact")
    if isinstance(data, str) and not NUMBER_FORM.fullmatch(data):
        _refuse(data, "exact", other=True)
    if isinstance(data, int) and abs(data) > _LARGEST:
        raise InputInvalid(fault("number_too_long"))
    if not NUMBER_FORM.fullmatch(str(data)):
        raise InputInvalid(fault("number_too_long"))
    return Decimal(data)


def _read_fraction(data: object, _: object) -> Fraction:
    if not isinstance(data, str):
        _refuse(data, "fraction")
    if not FRACTION_FORM.fullmatch(data):
        _refuse(data, "fraction", other=True)
    return Fraction(data)


def _read_date(data: object, _: object) -> date:
    if not isinstance(data, str):
        _refuse(data, "date")
    if not DAY_FORM.fullmatch(data):
        _refuse(data, "date", other=True)
    try:
        return date.fromisoformat(data)
    except ValueError:
        raise InputInvalid(fault("date_impossible")) from None


def _read_period(data: object, _: object) -> Period:
    return Period.parse(_read_text(data, str))


def _read_unit(data: object, _: object) -> Unit:
    text = _read_text(data, str)
    if len(text) > _LONGEST_UNIT:
        raise InputInvalid(fault("unit_too_high"))
    return Unit.parse(text)


_PLAIN: dict[Any, str] = {NoneType: "nothing", bool: "truth", int: "whole", str: "text"}
_SEEN: dict[type, str] = {**_PLAIN, dict: "object", list: "list", Decimal: "number", float: "float"}


def _refuse(data: object, *kinds: str, other: bool = False) -> NoReturn:
    """Refuse data, naming the kinds wanted; `other` where the type is right and its form is not."""
    names = [message(f"value_{each}") for each in kinds]
    wanted = reduce(lambda one, more: message("either", one=one, other=more), names)
    known = "other_text" if other else _SEEN.get(type(data))
    seen = message(f"value_{known}") if known else type(data).__name__
    how = message("hint_either") if len(kinds) > 1 else hint(kinds[0], data)
    raise InputInvalid(fault("data_type", wanted=wanted, seen=seen, hint=how))


# --- writing ---


def _write(value: object, cls: Any) -> Any:  # noqa: ANN401 - data
    return _CONVERTER.unstructure(value, unstructure_as=cls)


def _write_record(value: Any, cls: Any) -> dict[str, Any]:  # noqa: ANN401 - of cls
    _be(value, plain_class(cls))
    data = {"node": type(value).__name__} if type(value) in NODES else {}
    for key in keys_of(cls):
        item = getattr(value, key.attribute.name)
        if item is not None or key.attribute.default is not None:
            data[key.name] = _write(item, key.type)
    return data


def _be(value: object, *classes: type) -> None:
    if type(value) not in classes:
        raise DeclarationError(fault("not_writable", kind=type(value).__name__))


def _write_choice(value: object, cls: Any) -> Any:  # noqa: ANN401 - data
    options = {plain_class(each): each for each in get_args(cls)}
    _be(value, *options)
    data = _write(value, options[type(value)])
    tagged = type(value).__name__ in tagged_in(cls) and tag_of(type(value)) == "type"
    return {"type": type(value).__name__, **data} if tagged else data


def _write_list(value: object, cls: Any) -> list[Any]:  # noqa: ANN401 - of cls
    if not isinstance(value, tuple):
        raise DeclarationError(fault("not_writable", kind=type(value).__name__))
    return [_write(item, get_args(cls)[0]) for item in value]


def _write_timeline(value: Timeline[Any], cls: Any) -> list[Any]:  # noqa: ANN401 - of cls
    _be(value, Timeline)
    return _write_list(value.entries, _entries(cls))


def _write_table(value: dict[str, object], cls: Any) -> dict[str, Any]:  # noqa: ANN401 - of cls
    return {key: _write(item, get_args(cls)[1]) for key, item in value.items()}


def _write_message(value: Message, _: object) -> dict[str, Any]:
    _be(value, Message)
    return _write_record(Said(value.code, dict(value.args)), Said)


def _write_words(value: object, cls: Any) -> Any:  # noqa: ANN401 - as it is
    if value not in get_args(cls):
        raise DeclarationError(fault("not_writable", kind=type(value).__name__))
    return value


def _write_term(value: Enum, cls: Any) -> str:  # noqa: ANN401 - of cls
    _be(value, cls)
    return id_of(value)


def _write_function(value: Opaque, _: object) -> NoReturn:
    raise DeclarationError(fault("function_unwritable", value.id, what=value.label))


def _write_anything(value: object, _: object) -> Any:  # noqa: ANN401 - data
    cls = type(value)
    if cls in _PLAIN or cls in NODES or is_function(cls):
        return _write(value, cls)
    _be(value, *by_name().values())
    data = _write(value, cls)
    return {"type": cls.__name__, **(data if is_record(cls) else {"value": data})}


def _write_plain(value: object, cls: type) -> object:
    _be(value, cls)
    return value


def _write_number(value: Decimal, cls: type) -> str:
    _be(value, cls)
    return _fitting(str(value), NUMBER_FORM)


def _write_fraction(value: Fraction, cls: type) -> str:
    _be(value, cls)
    # Python refuses to write out a number of thousands of digits; three bits are less than one digit.
    long = max(value.numerator.bit_length(), value.denominator.bit_length()) > 3 * _MOST_FRACTION_DIGITS
    return _fitting("" if long else str(value), FRACTION_FORM)


def _fitting(text: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(text):
        raise DeclarationError(fault("number_too_long"))
    return text


def _write_text(value: object, cls: type) -> str:
    _be(value, cls)
    return str(value)


# --- both ---

_Hook = Callable[[Any, Any], Any]

# Which values are written and read by which functions. Later lines are asked first.
_FORMS: tuple[tuple[Callable[[Any], bool], _Hook, _Hook], ...] = (
    (is_record, _read_record, _write_record),
    (is_model, _read_model, _write_record),
    (is_message, _read_message, _write_message),
    (is_timeline, _read_timeline, _write_timeline),
    (is_table, _read_table, _write_table),
    (is_list, _read_list, _write_list),
    (is_choice, _read_choice, _write_choice),
    (is_words, _read_words, _write_words),
    (is_terms, _read_term, _write_term),
    (is_anything, _read_anything, _write_anything),
    (is_function, _read_function, _write_function),
)
_LEAVES: dict[type, tuple[_Hook, _Hook]] = {
    NoneType: (_read_nothing, _write_plain),
    bool: (_read_truth, _write_plain),
    int: (_read_whole, _write_plain),
    str: (_read_text, _write_plain),
    Decimal: (_read_number, _write_number),
    Fraction: (_read_fraction, _write_fraction),
    date: (_read_date, _write_text),
    Period: (_read_period, _write_text),
    Unit: (_read_unit, _write_text),
}


def _converter() -> Converter:
    built = Converter(detailed_validation=False)

    def writer(write: _Hook) -> Callable[[Any], Callable[[Any], Any]]:
        return lambda cls: lambda value: write(value, cls)

    for fits, read, write in _FORMS:
        built.register_structure_hook_func(fits, read)
        built.register_unstructure_hook_factory(fits, writer(write))
    for leaf, (read, write) in _LEAVES.items():
        built.register_structure_hook(leaf, read)
        built.register_unstructure_hook(leaf, writer(write)(leaf))
    return built


_CONVERTER = _converter()
