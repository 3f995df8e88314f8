"""JSON: a list of objects, one for each observation → cells under headings."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation

from civaffairs.errors import Fault, InputInvalid, Message, fault, message
from civaffairs.exchange.delimited import decoded
from civaffairs.exchange.tabular import MAX_ROWS, Cell, Content, Table, quoted


class _Pairs(list[tuple[str, object]]):
    """An object with all its keys, even those that occur twice."""


def read_objects(content: bytes, name: str) -> tuple[Table, ...]:
    """Return the table of a JSON file. Its headings are the keys of all objects, in order of appearance.

    Raises:
        InputInvalid: where it is no JSON or no list of objects.
    """
    text = decoded(content, name)
    try:
        # Numbers stay as they are written: a float would add what nobody wrote.
        items = json.loads(
            text, object_pairs_hook=_Pairs, parse_float=_number, parse_int=_number, parse_constant=Decimal
        )
    except json.JSONDecodeError as error:
        at = f"{name}, {error.lineno}:{error.colno}"
        raise InputInvalid(fault("json_syntax", at, line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise InputInvalid(fault("json_shape", name)) from error
    if isinstance(items, _Pairs) or not isinstance(items, list):
        raise InputInvalid(fault("json_shape", name))
    if not items:
        raise InputInvalid(fault("nothing_observed", name))
    if len(items) > MAX_ROWS:
        raise InputInvalid(fault("too_many_rows", name, most=MAX_ROWS))
    return (_table(items, name),)


def _table(items: list[object], name: str) -> Table:
    faults: list[Fault] = []
    objects: list[tuple[str, dict[str, object]]] = []
    for position, item in enumerate(items):
        place = f"{name}, $[{position}]"
        if not isinstance(item, _Pairs):
            faults.append(fault("json_item_shape", place))
            continue
        known: dict[str, object] = {}
        for key, value in item:
            if key in known:
                faults.append(fault("json_key_twice", place, key=quoted(_speakable(key))))
            known[key] = value
        objects.append((place, known))
    if not objects:
        raise InputInvalid(*faults)
    keys = list(dict.fromkeys(key for _, known in objects for key in known))
    place = f"{name}, $[*]"
    headings = tuple(Cell(place, _speakable(key)) for key in keys)
    rows = [
        tuple(_cell(f"{place}.{quoted(_speakable(key))}", known.get(key)) for key in keys)
        for place, known in objects
    ]
    return Table(
        place, headings, tuple(row for row in rows if any(not cell.blank for cell in row)), tuple(faults)
    )


def _cell(place: str, value: object) -> Cell:
    content: Content = None
    wrong: Message | None = None
    if isinstance(value, str):
        content = _speakable(value)
    elif isinstance(value, Decimal) and not value.is_finite():
        wrong = message("number_not_finite")
    elif value is None or isinstance(value, bool | Decimal):
        content = value
    else:
        wrong = message("cell_nested")
    return Cell(place, content, wrong=wrong)


def _number(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:  # an exponent beyond all bounds
        return Decimal("Infinity")


def _speakable(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can write and nothing can print."""
    return text.encode("utf-8", "replace").decode()
