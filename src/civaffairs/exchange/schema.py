"""JSON Schema (2020-12) of what `to_data` writes, made from the classes and what they say of themselves.

A schema says what an editor and a program in another language can check: keys, types, closed lists, forms.
What only the classes can check (do the units go together, is a part larger than its whole) is found when the
data is read.

Beside the words of JSON Schema: `x-title-zh` is the Chinese name, `x-terms` the names of the members of a
closed list, `x-unit` the unit of a number, `x-personal` marks personal data.

Example:
    >>> schema = schema_of(SCHEMAS["township"])["$defs"]["Township"]
    >>> schema["title"], schema["x-title-zh"], schema["required"]
    ('township', '乡镇(街道)', ['name'])
    >>> schema["properties"]["minors_station"]["x-title-zh"]
    '有未成年人保护工作站'
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from inspect import cleandoc
from types import MappingProxyType, NoneType
from typing import Any, get_args

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.models import MODELS, fact_of, is_model, label_of
from civaffairs.domain.models.fact import not_empty
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Plan
from civaffairs.domain.progress.outcomes import Progress
from civaffairs.domain.rules.expr import Condition, Expr, Quantity
from civaffairs.domain.standards import Standard
from civaffairs.domain.timeline import NotModelled, Since
from civaffairs.domain.units import Unit
from civaffairs.exchange.cases import KINDS, CaseFile
from civaffairs.exchange.decisions import DecisionsRecord
from civaffairs.exchange.shapes import (
    DAY,
    FRACTION,
    NODES,
    NUMBER,
    Key,
    Said,
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

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_ENTRY = re.compile(r"^ {4}(\w+): ", re.MULTILINE)

_PLAIN: dict[Any, Schema] = {
    NoneType: {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    Decimal: {"type": ["string", "number"], "pattern": NUMBER},
    Fraction: {"type": "string", "pattern": FRACTION},
    date: {"type": "string", "format": "date", "pattern": DAY},
    Period: {"type": "string", "examples": ["2022", "2022-09", "2021-09-01", "2016..2020"]},
    Unit: {"type": "string", "examples": ["yuan/person/month", "元/人·月", "%"]},
}


def _named(*classes: type) -> dict[str, type]:
    return {_WORD.sub("-", cls.__name__).lower(): cls for cls in classes}


SCHEMAS = MappingProxyType(
    _named(*MODELS, Plan, Observation, Progress, Indicator, Standard, Jurisdiction)
    | {"rule": Expr, "case": CaseFile, "decisions": DecisionsRecord}
)
"""What there are schemas of, by name: `household`, `case`, `decisions`, `plan`, `observation`, `rule` …"""


def schema_of(cls: Any) -> Schema:  # noqa: ANN401 - a class, or a union of classes
    """Return the schema of a class; each class stands once under `$defs`, trees refer to themselves.

    Example:
        >>> schema_of(Label)["$ref"]
        '#/$defs/Label'
    """
    definitions: dict[str, Schema] = {}
    schema = _of(cls, definitions)
    return {"$schema": DIALECT, **schema, "$defs": dict(sorted(definitions.items()))}


def _of(cls: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a type
    """Return the schema of a type, and add what it refers to."""
    if cls in _PLAIN:
        return dict(_PLAIN[cls])
    if is_anything(cls):
        return _anything()
    if is_words(cls):
        return {"enum": list(get_args(cls))}
    if is_list(cls):
        return {"type": "array", "items": _of(get_args(cls)[0], definitions)}
    if is_table(cls):
        return {"type": "object", "additionalProperties": _of(get_args(cls)[1], definitions)}
    if is_choice(cls):
        options = [each for each in get_args(cls) if not is_function(each)]
        return _either([_option(each, cls, definitions) for each in options])
    if is_timeline(cls):
        since: Any = Since
        return {"type": "array", "items": _of(since[(get_args(cls) or (Any,))[0]] | NotModelled, definitions)}
    return _reference(Said if is_message(cls) else cls, definitions)


def _either(options: list[Schema]) -> Schema:
    """Join options: in one list of types where at most one of them says more than its type."""
    if all("type" in each for each in options) and sum(len(each) > 1 for each in options) <= 1:
        types = [each["type"] if isinstance(each["type"], list) else [each["type"]] for each in options]
        joined = {name: value for each in options for name, value in each.items()}
        return {**joined, "type": [name for names in types for name in names]}
    return {"anyOf": options}


def _anything() -> Schema:
    tagged = {"type": "object", "anyOf": [{"required": ["type"]}, {"required": ["node"]}]}
    return {"anyOf": [{"type": ["null", "boolean", "integer", "string"]}, tagged]}


def _option(cls: Any, choice: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - types
    schema = _of(cls, definitions)
    return {**schema, "required": [tag_of(cls)]} if is_record(cls) and tagged_in(choice) else schema


def _reference(cls: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a class
    inner = "".join(f"-{_parameter(each)}" for each in get_args(cls) if not is_anything(each))
    name = f"{name_of(cls)}{inner}"
    if name not in definitions:
        definitions[name] = {}  # a class that holds itself finds its name taken
        definitions[name] = _terms(cls) if is_terms(cls) else _record(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _parameter(cls: Any) -> str:  # noqa: ANN401 - a type
    """Return how a parameter of a class is called: `Since-Quantity` is not `Since-Condition`."""
    unions: dict[Any, str] = {Quantity: "Quantity", Condition: "Condition"}
    if is_choice(cls):
        return unions.get(cls) or "-or-".join(name_of(each) for each in get_args(cls))
    return name_of(cls)


def _terms(cls: type[Enum]) -> Schema:
    members = [(id_of(each), each.value) for each in cls]
    return {
        "title": cls.__name__,
        **_description(cleandoc(cls.__doc__ or "")),
        "enum": [name for name, _ in members],
        "x-terms": {
            name: {"zh": label.zh, "en": label.en} for name, label in members if isinstance(label, Label)
        },
    }


def _record(cls: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a class
    origin = plain_class(cls)
    if origin is CaseFile:
        return _case(definitions)
    summary, described = _said_of(origin)
    title: Schema = {"title": name_of(cls)}
    if is_model(origin):
        title = {"title": label_of(origin).en, "x-title-zh": label_of(origin).zh}
    keys = keys_of(cls)
    tag = tag_of(cls)
    properties: Schema = {tag: {"const": name_of(cls)}}
    for key in keys:
        properties[key.name] = {
            **(_fact(key) if is_model(origin) else {}),
            **_description(described.get(key.attribute.name, "")),
            **_limited(key, _of(key.type, definitions), model=is_model(origin)),
        }
    return {
        **title,
        **_description(summary),
        "type": "object",
        "properties": properties,
        "required": [*([tag] if origin in NODES else []), *(key.name for key in keys if key.required)],
        "additionalProperties": False,
    }


def _case(definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a file that holds one case: exactly one of its keys is there."""
    summary, described = _said_of(CaseFile)
    kinds = {
        kind: {
            "title": label_of(model).en,
            "x-title-zh": label_of(model).zh,
            **_description(described[kind]),
            **_reference(model, definitions),
        }
        for kind, model in KINDS.items()
    }
    return {
        "title": "case",
        "x-title-zh": "案件",
        **_description(summary),
        "type": "object",
        "properties": kinds,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


def _fact(key: Key) -> Schema:
    """Return what a field of a model says of itself."""
    declared = fact_of(key.attribute)
    said: Schema = {"title": declared.label.en, "x-title-zh": declared.label.zh}
    if declared.unit is not None:
        said["x-unit"] = str(declared.unit)
    if declared.personal:
        said["x-personal"] = True
    return said


def _limited(key: Key, schema: Schema, *, model: bool) -> Schema:
    """Add what a field of a model allows beyond its type, as far as a schema can say it."""
    if not model:
        return schema
    declared = fact_of(key.attribute)
    limits: Schema = {}
    if isinstance(declared.least, int):
        limits["minimum"] = declared.least
    if isinstance(declared.most, int):
        limits["maximum"] = declared.most
    if declared.check is not_empty:
        limits["minItems"] = 1
    if str in (key.type, *get_args(key.type)):
        limits["pattern"] = r"\S"
    return {**schema, **limits}


def _description(text: str) -> Schema:
    first = " ".join(text.split("\n\n", maxsplit=1)[0].split())
    return {"description": first} if first else {}


def _said_of(cls: type) -> tuple[str, dict[str, str]]:
    """Return what a docstring says of a class, and of each of its attributes."""
    text = cleandoc(cls.__doc__ or "")
    _, _, rest = text.partition("\nAttributes:\n")
    entries = _ENTRY.split(rest.split("\n\n", maxsplit=1)[0])
    return text, dict(zip(entries[1::2], entries[2::2], strict=True))
