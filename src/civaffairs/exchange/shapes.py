"""How the classes of the domain are laid out as data. The converter and the schemas both read it here.

| value | as data |
|---|---|
| a class | an object with a key for each attribute; what is None by default and None is left out |
| one of several classes | the same with a tag: `{"type": "Missing", "why": "blank", …}` |
| a node of a rule | the same, always with a tag: `{"node": "Compare", …}`; a named rule in full |
| `Opaque`, the node that holds a function | not at all: it is refused, in both directions |
| a member of a list of terms | its name in small letters: `"elderly_care"` |
| an amount | `{"value": "600", "unit": "yuan/person/month"}`, with the digits that it was given |
| a number, fraction, unit, period, date | text: `"1.0"`, `"2/3"`, `"bed"`, `"2022-09"`, `"1949-12-31"` |
| a timeline | the list of its entries |
| a value of any type | true, false, null, text and whole numbers as they are, others with a tag |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.models import MODELS
from civaffairs.domain.observations import Observation, Verdict
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Claim, Plan
from civaffairs.domain.progress.growth import Reading
from civaffairs.domain.progress.outcomes import Progress
from civaffairs.domain.rules.expr import Expr, Opaque
from civaffairs.domain.standards import Standard
from civaffairs.domain.targets import Target
from civaffairs.domain.timeline import Timeline
from civaffairs.domain.units import Amount, Points, Size, Unit
from civaffairs.errors import Message

NUMBER = r"^-?[0-9]{1,200}(\.[0-9]{1,200})?(E[+-]?[0-9]{1,2})?$"
FRACTION = r"^-?[0-9]{1,2000}(/[1-9][0-9]{0,1999})?$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""The forms of numbers, fractions and dates as text, in the common language of Python and JSON Schema."""

LEAVES: tuple[type, ...] = (Decimal, Fraction, date, Period, Unit)
"""Classes that are written as text."""

NODES: tuple[type, ...] = tuple(each for each in get_args(Expr) if each is not Opaque)
"""The nodes of rules that can be written; a function cannot."""

_RENAMED = {(Amount, "number"): "value"}
# These names are imported for type checkers only, where the classes that use them are declared.
_NAMES: dict[str, object] = {
    each.__name__: each
    for each in (Amount, Claim, Decimal, Message, Observation, Period, Size, Target, Verdict, date)
}


@attrs.frozen
class Said:
    """A message as data: its code, and what is filled in."""

    code: str
    args: dict[str, Any]


@attrs.frozen
class Key:
    """One key of an object.

    Attributes:
        name: as it stands in the data.
        attribute: the attribute of the class that it holds.
        type: the type of its value.
    """

    name: str
    attribute: attrs.Attribute[object]
    type: Any

    @property
    def required(self) -> bool:
        """Whether the key must be there."""
        return self.attribute.default is attrs.NOTHING


@cache
def keys_of(cls: Any) -> tuple[Key, ...]:  # noqa: ANN401 - a class, or one with its parameter
    """Return the keys of a class, in the order of its attributes.

    Example:
        >>> [each.name for each in keys_of(Amount)]
        ['value', 'unit']
    """
    origin = plain_class(cls)
    hints = get_type_hints(origin, localns=_NAMES)
    known = dict(zip(getattr(origin, "__parameters__", ()), get_args(cls), strict=False))
    return tuple(
        Key(
            _RENAMED.get((origin, attribute.name), attribute.name),
            attribute,
            known.get(hints[attribute.name], hints[attribute.name]),
        )
        for attribute in attrs.fields(origin)
    )


def plain_class(cls: Any) -> Any:  # noqa: ANN401 - as keys_of
    """Return the class itself where its parameter is given: `Timeline` for `Timeline[Amount]`."""
    return get_origin(cls) or cls


def tag_of(cls: Any) -> str:  # noqa: ANN401 - as keys_of
    """Return the key that says which class an object is: `node` for nodes of rules, otherwise `type`."""
    return "node" if plain_class(cls) in NODES else "type"


def name_of(cls: Any) -> str:  # noqa: ANN401 - as keys_of
    """Return the name that the tag of a class holds."""
    return "Message" if cls is Said else str(plain_class(cls).__name__)


def id_of(member: Enum) -> str:
    """Return how a member of a closed list is written."""
    return member.name.lower()


def is_record(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether values of a class are written as objects."""
    origin = plain_class(cls)
    written = isinstance(origin, type) and attrs.has(origin) and not is_function(origin)
    return is_message(cls) or (written and origin not in LEAVES and origin is not Timeline)


def is_message(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a class is that of messages."""
    return cls is Message


def is_timeline(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a class is a timeline."""
    return plain_class(cls) is Timeline


def is_choice(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a type is one of several."""
    return get_origin(cls) in (Union, UnionType)


def is_list(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a type is a tuple of any length."""
    return get_origin(cls) is tuple


def is_table(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a type is a dict."""
    return get_origin(cls) is dict


def is_words(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a type is one of several texts."""
    return get_origin(cls) is Literal


def is_function(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether values of a class hold a function, which is no data."""
    return cls is Opaque


def is_terms(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a type is a closed list of terms."""
    return isinstance(cls, type) and issubclass(cls, Enum)


def is_anything(cls: Any) -> bool:  # noqa: ANN401 - as keys_of
    """Whether a type says nothing of its values."""
    return cls in (Any, object) or isinstance(cls, TypeVar)


def tagged_in(choice: Any) -> dict[str, Any]:  # noqa: ANN401 - as keys_of
    """Return the classes of a choice that are told apart by their tag, by name; empty for less than two."""
    classes = {name_of(each): each for each in get_args(choice) if is_record(each)}
    return classes if len(classes) > 1 else {}


@cache
def by_name() -> dict[str, Any]:
    """Return every class that a value of any type may have, by the name in its tag; nodes have their own."""
    roots = (Plan, Progress, Standard, Jurisdiction, Points, Reading, *MODELS)
    found = dict.fromkeys([*LEAVES, *(each for root in roots for each in _within(root))])
    return {each.__name__: each for each in found if each not in NODES}


def _within(root: Any, seen: set[Any] | None = None) -> Iterator[Any]:  # noqa: ANN401 - as keys_of
    """Yield every class and closed list that values of a type may hold, itself included."""
    seen = set() if seen is None else seen
    if root in seen:
        return
    seen.add(root)
    if is_record(root) or is_timeline(root) or is_terms(root):
        yield plain_class(root)
    if root is Message or is_words(root) or root is NoneType:
        return
    inner = [key.type for key in keys_of(root)] if is_record(root) or is_timeline(root) else []
    for each in (*inner, *get_args(root)):
        yield from _within(each, seen)


NUMBER_FORM = re.compile(NUMBER)
FRACTION_FORM = re.compile(FRACTION)
DAY_FORM = re.compile(DAY)
