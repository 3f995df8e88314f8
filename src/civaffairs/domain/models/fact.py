"""Facts and models: how a thing of the field is declared as a class, and what makes one of them sound.

A model is an immutable class whose fields are facts. Each fact says what it is called, its unit, whether it
is personal data and between which bounds it lies; documentation, JSON Schema and rules read that from the
class.

What is not known is None, never zero and never False. A fact that says what the thing is (the name of a
cemetery, the birth date of a person) is required; any other may be unknown. What follows from facts on a day,
as an age from a birth, is a method declared by `derived`.

An instance is checked as a whole when it is made, and `ModelInvalid` names everything that is wrong with it
at once: first each fact on its own, strictly (no truth value for a number, no float for money), then the
facts against each other. Personal data is masked in every repr and every fault.

Example:
    >>> from decimal import Decimal
    >>> @model("养老机构", "care institution")
    ... class Home:
    ...     name: str = fact("名称", "name")
    ...     beds: int | None = count("床位", "beds", unit="bed", default=None)
    ...     nursing_beds: int | None = count("护理型床位", "nursing beds", unit="bed", default=None)
    ...
    ...     def check(self) -> Iterator[Fault]:
    ...         yield from within(self, "beds", "nursing_beds")
    >>> Home(name="一号院", nursing_beds=20)
    Home(name='一号院', nursing_beds=20)
    >>> Home(name="", beds=True, nursing_beds=-1)
    Traceback (most recent call last):
    ...
    civaffairs.errors.ModelInvalid: name: the name is blank. Write it, or leave it out where it is not known
    beds: beds should be a whole number, not a truth value. Write digits without quotes and without a point
    nursing_beds: nursing beds cannot be -1, the least is 0. Look at the figure again
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import NoneType
from typing import Any, TypeVar, cast, dataclass_transform, get_args, get_origin

import attrs

from civaffairs.domain.models.masking import shown
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.domain.units import Unit
from civaffairs.domain.values import Value
from civaffairs.errors import (
    DeclarationError,
    Fault,
    Language,
    Message,
    ModelInvalid,
    fault,
    language,
    message,
    raise_all,
)

M = TypeVar("M")
F = TypeVar("F", bound="Callable[[Any, date], int | None]")
Bound = int | Decimal | date
Check = Callable[[Any], Iterable[Message]]
"""What a value must satisfy beyond type and bounds: it gets the value and yields what is wrong with it."""

PLACES = 2
"""Decimals of an amount: money to the fen, areas to the square decimetre, heights to the centimetre."""
MOST_AMOUNT = Decimal("9999999999.99")
"""The largest amount: below 10^12 fen, the range with which the engines prove that nothing overflows."""
MOST_ITEMS = 100
"""The most items of a list: nobody has more members, incomes or annual checks. It bounds every total."""
MOST_COUNT = 10**9
"""The largest count of one record: more than any one institution or community has of anything."""

_FACT = "civaffairs"
_DERIVED = "__civaffairs_derived__"
_LABEL = "__civaffairs_label__"


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Fact(Value):
    """What a field of a model is, for whoever reads the class: documentation, JSON Schema, rules.

    Attributes:
        label: what it is called.
        unit: the unit of its number; None for text, terms, dates, truth values and plain numbers.
        personal: whether it is personal data, to be masked wherever it is shown.
        least: the smallest value, itself allowed.
        most: the largest value, itself allowed.
        places: decimals of a Decimal that may be other than zero.
        check: what it must satisfy beyond that.
        follows_from: for what is derived on a day the fact without which it is not known.
    """

    label: Label
    unit: Unit | None = None
    personal: bool = False
    least: Bound | None = None
    most: Bound | None = None
    places: int | None = None
    check: Check | None = None
    follows_from: str | None = None


def fact(
    zh: str,
    en: str,
    *,
    default: object = attrs.NOTHING,
    unit: str | None = None,
    personal: bool = False,
    least: Bound | None = None,
    most: Bound | None = None,
    places: int | None = None,
    check: Check | None = None,
    converter: Callable[[Any], Any] | None = None,
) -> Any:  # noqa: ANN401 - as attrs.field: the annotation beside the call is the type
    """Declare a field of a model.

    Args:
        zh: the official Chinese term.
        en: the English term, as it reads inside a sentence.
        default: None where the fact may be unknown; without it the fact is required.
        unit: the unit of its number.
        personal: whether it is personal data.
        least: the smallest value allowed.
        most: the largest value allowed.
        places: decimals of a Decimal that may be other than zero.
        check: yields what else is wrong with a value of the right type.
        converter: brings different spellings to one before the check, as full-width digits to plain ones; it
            must return unchanged what it does not understand.

    Raises:
        UnknownName: for a unit that is not known.
    """
    declared = Fact(
        label=Label(zh, en),
        unit=None if unit is None else Unit.parse(unit),
        personal=personal,
        least=least,
        most=most,
        places=places,
        check=check,
    )
    return attrs.field(default=default, converter=converter, metadata={_FACT: declared})


def derived(
    zh: str, en: str, *, follows_from: str, unit: str, least: int, most: int, personal: bool = False
) -> Callable[[F], F]:
    """Declare a method of a model as a fact that follows from others on a day, as an age from a birth.

    The method takes the day and returns a whole number, or None where what it follows from is not known. It
    is not stored, not read from files and not part of a schema; `fact_of_derived` says what it is.

    Args:
        zh: the official Chinese term.
        en: the English term, as it reads inside a sentence.
        follows_from: the name of the fact without which it is not known.
        unit: the unit of its number.
        least: the smallest number that it can come to.
        most: the largest.
        personal: whether it is personal data.

    Raises:
        UnknownName: for a unit that is not known.
    """
    declared = Fact(
        label=Label(zh, en),
        unit=Unit.parse(unit),
        personal=personal,
        least=least,
        most=most,
        follows_from=follows_from,
    )

    def build(function: F) -> F:
        setattr(function, _DERIVED, declared)
        return function

    return build


def fact_of_derived(function: Callable[[Any, date], int | None]) -> Fact:
    """Return what a method that is declared by `derived` is.

    Raises:
        DeclarationError: where it is not declared so.

    Example:
        >>> from civaffairs.domain.models import Person
        >>> age = fact_of_derived(Person.age_on)
        >>> age.label.zh, str(age.unit), age.least, age.most
        ('年龄', 'year_of_age', 0, 150)
    """
    declared = getattr(function, _DERIVED, None)
    if declared is None:
        raise DeclarationError(fault("fact_underived", function.__qualname__))
    return cast("Fact", declared)


def amount(
    zh: str, en: str, *, unit: str | None, default: object = attrs.NOTHING, personal: bool = False
) -> Any:  # noqa: ANN401 - see fact
    """Declare an exact Decimal from zero on, with at most two decimals: money, an area, a height."""
    return fact(
        zh, en, default=default, unit=unit, personal=personal, least=0, most=MOST_AMOUNT, places=PLACES
    )


def count(
    zh: str, en: str, *, unit: str | None, default: object = attrs.NOTHING, personal: bool = False
) -> Any:  # noqa: ANN401 - see fact
    """Declare a whole number from zero on: beds, plots, days."""
    return fact(zh, en, default=default, unit=unit, personal=personal, least=0, most=MOST_COUNT)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(fact, amount, count))
def model(zh: str, en: str) -> Callable[[type[M]], type[M]]:
    """Make a class a model: immutable, keyword arguments only, checked as a whole when an instance is made.

    The class may have two methods. `check` yields a fault for each pair of facts that cannot both be true; it
    sees None for a fact that is faulty itself. `notice` yields what is worth a look and yet allowed; see
    `notices`.

    Args:
        zh: what the model is called in Chinese.
        en: what it is called in English.

    Raises:
        DeclarationError: with every field that is not declared by `fact`, `amount` or `count`, or whose type
        is
            none of bool, int, str, Decimal, date, a `Term`, a model, and tuples of these.
        NameError: where an annotation names something that is not imported at run time.
    """
    label = Label(zh, en)

    def build(cls: type[M]) -> type[M]:
        for name, value in (
            (_LABEL, label),
            ("__attrs_post_init__", _validate),
            ("__eq__", Value.__eq__),
            ("__hash__", Value.__hash__),
            ("__repr__", _repr),
        ):
            setattr(cls, name, value)
        built = attrs.frozen(kw_only=True, eq=False, repr=False)(cls)
        for attribute in attributes(built):
            annotation = cast("Hashable", attribute.type)
            object.__setattr__(attribute, "type", _evaluated(built.__module__, annotation))
        raise_all(DeclarationError, _undeclared(built))
        return built

    return build


@attrs.frozen(eq=False, repr=False, slots=False)
class Kind(Value):
    """What the values of a fact are.

    Attributes:
        of: their class: `Income` for incomes, `bool` for a truth.
        several: whether there are several, as a tuple.
        optional: whether it may be None, which is not known.
    """

    of: type
    several: bool
    optional: bool


def kind_of(attribute: attrs.Attribute[Any]) -> Kind:
    """Return what the values of a fact are.

    Example:
        >>> from civaffairs import Person
        >>> {
        ...     each.name: kind_of(each).several
        ...     for each in attributes(Person)
        ...     if each.name in ("born", "incomes")
        ... }
        {'born': False, 'incomes': True}
    """
    return _kind(cast("Hashable", attribute.type))


def attribute_of(cls: type, name: str) -> attrs.Attribute[Any]:
    """Return the declaration of a fact of a model, through the parts that its name leads through.

    Raises:
        StopIteration: where there is none.

    Example:
        >>> from civaffairs import Person
        >>> fact_of(attribute_of(Person, "child.orphan")).label.zh
        '孤儿'
    """
    first, _, rest = name.partition(".")
    found = next(each for each in attributes(cls) if each.name == first)
    return attribute_of(kind_of(found).of, rest) if rest else found


def is_model(cls: object) -> bool:
    """Whether a class is a model."""
    return isinstance(cls, type) and hasattr(cls, _LABEL)


def is_term(cls: object) -> bool:
    """Whether a class is a closed list of terms."""
    return isinstance(cls, type) and issubclass(cls, Term)


def label_of(cls: type) -> Label:
    """Return what a model is called."""
    return cast("Label", getattr(cls, _LABEL))


def attributes(cls: type) -> tuple[attrs.Attribute[object], ...]:
    """Return the attributes of a model in order, their types resolved; `fact_of` says what each one is."""
    return tuple(attrs.fields(cls))


def fact_of(attribute: attrs.Attribute[object]) -> Fact:
    """Return what an attribute of a model is.

    Example:
        >>> from civaffairs.domain.models import Person
        >>> {each.name: fact_of(each).label.zh for each in attributes(Person)}["born"]
        '出生日期'
    """
    return cast("Fact", attribute.metadata[_FACT])


def replaced(instance: M, **facts: object) -> M:
    """Return the same thing with some facts changed, checked anew.

    Raises:
        ModelInvalid: where the facts no longer agree.

    Example:
        >>> from civaffairs.domain.models import Township, TownshipKind
        >>> street = Township(name="石井坡街道", kind=TownshipKind.SUBDISTRICT)
        >>> replaced(street, minors_station=True).minors_station
        True
    """
    known = {each.name: getattr(instance, each.name) for each in attributes(type(instance))}
    return type(instance)(**{**known, **facts})


def value_faults(attribute: attrs.Attribute[object], value: object) -> tuple[Fault, ...]:
    """Return what is wrong with one value alone: its type, its bounds, its form.

    A reader of files calls this for each field, so that faults of reading and faults of the values come
    together.

    Args:
        attribute: one of `attributes(cls)`.
        value: what it would hold.

    Example:
        >>> from civaffairs.domain.models import Household
        >>> assets = next(each for each in attributes(Household) if each.name == "assets")
        >>> [each.code for each in value_faults(assets, 12.5)], value_faults(assets, Decimal("12.50"))
        (['fact_type'], ())
    """
    declared = fact_of(attribute)
    kind = kind_of(attribute)
    of = kind.of
    if value is None:
        return () if kind.optional else (fault("fact_missing", attribute.name, label=declared.label),)
    if not kind.several:
        return tuple(_one(declared, of, value, attribute.name)) or _beyond(declared, value, attribute.name)
    if type(value) is not tuple:
        return (_mistyped(declared, of, value, attribute.name, many=True),)
    several = cast("tuple[object, ...]", value)
    if len(several) > MOST_ITEMS:
        return (fault("too_many_items", attribute.name, label=declared.label, most=MOST_ITEMS),)
    items = enumerate(several)
    found = tuple(each for n, item in items for each in _one(declared, of, item, f"{attribute.name}[{n}]"))
    return found or _beyond(declared, value, attribute.name)


def notices(instance: object) -> tuple[Fault, ...]:
    """Return what is worth a look in a sound instance and in everything it holds, each with its path.

    A notice is no fault: the facts may well be true. An identity number, for one, may carry the date of
    registration in place of the date of birth.

    Example:
        >>> from civaffairs.domain.models import CareInstitution
        >>> [each.where for each in notices(CareInstitution(name="一号院", beds=100, residents=104))]
        ['residents']
    """
    own = getattr(instance, "notice", None)
    found: list[Fault] = list(own()) if own else []
    for attribute in attributes(type(instance)):
        value = getattr(instance, attribute.name)
        if is_model(type(value)):
            found += (each.under(attribute.name) for each in notices(value))
        elif isinstance(value, tuple):
            models = ((n, item) for n, item in enumerate(value) if is_model(type(item)))
            found += (each.under(f"{attribute.name}[{n}]") for n, item in models for each in notices(item))
    return tuple(found)


def within(instance: object, whole: str, *parts: str) -> Iterator[Fault]:
    """Yield a fault where the parts together, as far as they are known, are more than the whole.

    `whole` and `parts` are names of attributes; parts that overlap are given in calls of their own.
    """
    known = [(name, size) for name in parts if (size := getattr(instance, name)) is not None]
    most = getattr(instance, whole)
    if most is None or sum(size for _, size in known) <= most:
        return
    yield fault(
        "part_exceeds_whole",
        known[-1][0],
        part=Joined(tuple(label_in(instance, name) for name, _ in known), " + ", " + "),
        whole=label_in(instance, whole),
        is_part=" + ".join(_size(instance, name, size) for name, size in known),
        is_whole=_size(instance, whole, most),
    )


def only_where(instance: object, truth: str, *particulars: str) -> Iterator[Fault]:
    """Yield a fault for each particular that is given although its truth is not said to hold.

    A disability grade is such a particular, and `disabled` its truth. False, None and an empty list say
    nothing.
    """
    if getattr(instance, truth) is True:
        return
    for name in particulars:
        if getattr(instance, name):
            yield fault(
                "particular_alone", name, particular=label_in(instance, name), truth=label_in(instance, truth)
            )


def not_both(instance: object, one: str, other: str) -> Iterator[Fault]:
    """Yield a fault where two facts that exclude each other are both given, or both hold."""
    if getattr(instance, one) and getattr(instance, other):
        yield fault("facts_exclude", other, one=label_in(instance, one), other=label_in(instance, other))


def not_before(instance: object, earlier: str, later: str) -> Iterator[Fault]:
    """Yield a fault where the second of two dates is before the first."""
    first, last = getattr(instance, earlier), getattr(instance, later)
    if first is not None and last is not None and last < first:
        yield fault(
            "dates_reversed", later, earlier=label_in(instance, earlier), later=label_in(instance, later)
        )


def repeated(instance: object, name: str, key: Callable[[Any], object]) -> Iterator[Fault]:
    """Yield a fault for each item of a tuple whose key, where it is known, an earlier item has."""
    seen: set[object] = set()
    for position, item in enumerate(getattr(instance, name) or ()):
        found = key(item)
        if found is not None and found in seen:
            yield fault("item_repeated", f"{name}[{position}]", label=label_in(instance, name))
        seen.add(found)


def not_empty(value: tuple[object, ...]) -> Iterator[Message]:
    """Refuse an empty tuple (a check for `fact`)."""
    if not value:
        yield message("items_missing")


def label_in(instance: object, name: str) -> Label:
    """Return what an attribute of an instance is called, by its name."""
    return _declared(instance, name).label


@attrs.frozen(eq=False, repr=False, slots=False)
class Joined(Value):
    """Several labels or terms in one place of a sentence."""

    parts: tuple[Label | Term, ...]
    zh: str = "、"
    en: str = ", "

    def text(self, lang: Language | None = None) -> str:
        """Return them in `lang`, one after the other."""
        chosen = lang or language()
        return (self.zh if chosen == "zh" else self.en).join(part.text(chosen) for part in self.parts)


_PLAIN: dict[type, str] = {bool: "truth", int: "whole", str: "text", Decimal: "exact", date: "date"}
_SEEN: dict[type, str] = {**_PLAIN, float: "float", NoneType: "nothing"}


@lru_cache(maxsize=1024)
def _evaluated(module: str, annotation: Hashable) -> object:
    """Return the type that an annotation names, as `attrs.resolve_types` does, but each text only once."""
    if not isinstance(annotation, str):
        return annotation
    return eval(annotation, vars(sys.modules[module]))  # noqa: S307 - the source text of our own class


@lru_cache(maxsize=1024)
def _kind(annotation: Hashable) -> Kind:
    optional = NoneType in get_args(annotation)
    inner = next(each for each in get_args(annotation) if each is not NoneType) if optional else annotation
    several = get_origin(inner) is tuple
    return Kind(cast("type", get_args(inner)[0] if several else inner), several, optional)


def _undeclared(cls: type) -> Iterator[Fault]:
    """Yield a fault for each field of a new model that is no fact, or of a type that no model may have."""
    for attribute in attributes(cls):
        kind = kind_of(attribute).of
        if _FACT not in attribute.metadata or not (kind in _PLAIN or is_model(kind) or is_term(kind)):
            yield fault("fact_undeclared", f"{cls.__name__}.{attribute.name}")


def _one(declared: Fact, kind: type, value: object, where: str) -> Iterator[Fault]:
    # A bool is an int and a datetime is a date to isinstance; neither is meant.
    right = type(value) is kind if kind in _PLAIN else isinstance(value, kind)
    if not right:
        yield _mistyped(declared, kind, value, where)
    elif isinstance(value, Decimal) and not value.is_finite():
        yield fault("not_finite", where, label=declared.label)
    elif isinstance(value, str) and not value.strip():
        yield fault("fact_blank", where, label=declared.label)


def _beyond(declared: Fact, value: object, where: str) -> tuple[Fault, ...]:
    """Return what is wrong with a value of the right type."""
    number = cast("Decimal", value)  # or a date, with bounds that are dates

    def wrong(code: str, **limit: object) -> Fault:
        seen = shown(value, personal=declared.personal)
        return fault(code, where, label=declared.label, value=seen, **limit)

    found: list[Fault] = []
    if declared.least is not None and number < cast("Decimal", declared.least):
        found.append(wrong("fact_too_small", least=declared.least))
    if declared.most is not None and number > cast("Decimal", declared.most):
        found.append(wrong("fact_too_large", most=declared.most))
    if declared.places is not None and _decimals(number) > declared.places:
        found.append(wrong("too_many_places", places=declared.places))
    if declared.check is not None:
        found += (Fault(where, each) for each in declared.check(value))
    return tuple(found)


def _decimals(value: Decimal) -> int:
    """Return the decimals that are needed to write a finite value: none for 600.00."""
    _, digits, exponent = value.as_tuple()
    zeros = next(
        (n for n, digit in enumerate(reversed(digits)) if digit), len(digits) - cast("int", exponent)
    )
    return -cast("int", exponent) - zeros


def _mistyped(declared: Fact, kind: type, value: object, where: str, *, many: bool = False) -> Fault:
    if many:
        wanted, hint = message("value_tuple"), message("mend_tuple")
    elif kind in _PLAIN:
        wanted, hint = message(f"value_{_PLAIN[kind]}"), message(f"mend_{_PLAIN[kind]}")
    elif issubclass(kind, Term):
        wanted, hint = (
            message("value_term", terms=Joined(tuple(kind))),
            message("mend_term", name=kind.__name__),
        )
    else:
        wanted, hint = message("value_model", model=label_of(kind)), message("mend_model", name=kind.__name__)
    seen = message(f"value_{_SEEN[type(value)]}") if type(value) in _SEEN else type(value).__name__
    return fault("fact_type", where, label=declared.label, wanted=wanted, seen=seen, hint=hint)


def _size(instance: object, name: str, size: object) -> str:
    return shown(size, personal=_declared(instance, name).personal)


def _declared(instance: object, name: str) -> Fact:
    return next(fact_of(each) for each in attributes(type(instance)) if each.name == name)


def _validate(self: object) -> None:
    """Check a new instance as a whole (its `__attrs_post_init__`)."""
    found: list[Fault] = []
    for attribute in attributes(type(self)):
        wrong = value_faults(attribute, getattr(self, attribute.name))
        if wrong:
            found += wrong
            # The instance is given up below. What is faulty counts as unknown, so that the sound facts can
            # still be held against each other and everything is reported at once.
            object.__setattr__(self, attribute.name, None)
    check: Callable[[], Iterable[Fault]] | None = getattr(self, "check", None)
    if check is not None:
        found += check()
    raise_all(ModelInvalid, found)


def _repr(self: object) -> str:
    """Write the facts that are known, personal data masked (a model's `__repr__`)."""
    known = [
        f"{attribute.name}={shown(value, personal=fact_of(attribute).personal)}"
        for attribute in attributes(type(self))
        if (value := getattr(self, attribute.name)) is not None
    ]
    return f"{type(self).__name__}({', '.join(known)})"
